# SPDX-License-Identifier: EUPL-1.2
"""Beside the list of dossiers: where the chosen one stands, what runs and what is open. No contents.

The lines are made once and filled again with each arrow key, so that the list never waits for them.
"""

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.dossier import Dossierkop, volgende_stap
from gemeente_pga.domain.standkaart import Regel, standkaart
from gemeente_pga.domain.staten import label as standwoord
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.store.queries.standkaart import feiten
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.meekijken import MAG
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import label, merk, tussenkop
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.kolomgeheugen import SOORT
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.widgets.rolblad import Rolblad
from gemeente_pga.ui.widgets.stroom import StroomLayout

GEEN = "Kies een dossier in de lijst. Dan ziet u hier waar het staat."
NIETS = "Er loopt geen termijn en er staat niets open."
BREED = 288
LIJST_MINSTENS = 480
TE_SMAL = "Naast de lijst is nu geen plaats. Maak het venster breder of klap de Wegwijzer in met F1."
TABELLEN = frozenset(
    {"beperking", "aanhouding", "opschorting", "verzoek", "houderbericht", "weging", "informeerbesluit",
     "plan", "actie", "exemplaar", "bespreking", "overleg"}
)  # fmt: skip
_KIER = 16
_SLEUTEL, _UIT = "dossiers_standkaart", "uit"
_ZONDER_INZAGE = frozenset({"weging", "verzoek"})  # these screens do not record that a dossier is looked at


class Standkaart(QtWidgets.QFrame):
    """`geopend` gives what was chosen: a screen, a subject and a place in it."""

    geopend = QtCore.Signal(str, object, str)

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.kop: Dossierkop | None = None
        self.setObjectName("standkaart")
        self.setAccessibleName("Stand van het gekozen dossier")
        self.setFixedWidth(BREED)
        self._regels: list[_Knop] = []
        self._bouw()

    def toon(self, kop: Dossierkop | None) -> None:
        """Show this dossier, or that none is chosen."""
        self.kop = kop
        self._geen.setVisible(kop is None)
        self._inhoud.setVisible(kop is not None)
        if kop is None:
            return
        with self.omgeving.store.reader() as r:
            leesbaar = r.leesbaar(kop.id)
            alles = feiten(r, kop.id, self.omgeving.kader)
            blad = standkaart(kop, alles, self.omgeving.vandaag(), leesbaar=leesbaar)
        self._nummer.setText(f"Dossier {kop.nummer}")
        self._stand.setText(standwoord(kop.soort, kop.status))
        self._toon_merken(blad.merken)
        self._sinds.setText(f"Sinds {datum_kort(kop.sinds)}" if kop.sinds else "")
        self._sinds.setVisible(kop.sinds is not None)
        stap = volgende_stap(kop)
        self._stap.setText(stap)
        for deel in (self._stapkop, self._stap):
            deel.setVisible(bool(stap))
        self._vul(self._termijnkop, self._termijnen, blad.termijnen)
        self._vul(self._openkop, self._open, blad.openstaand)
        slot = blad.dicht or self._rest(blad.termijnen) or ("" if self.regels() else NIETS)
        self._slot.setText(slot)
        self._slot.setVisible(bool(slot))
        self.knop.setAccessibleName(f"Dossier {kop.nummer} openen")

    def teksten(self) -> list[str]:
        """Everything that can be read in it now."""
        delen = [d for d in self.findChildren(QtWidgets.QLabel) if d.isVisibleTo(self)]
        knoppen = [k for k in self.findChildren(QtWidgets.QPushButton) if k.isVisibleTo(self)]
        return [*(deel.text() for deel in delen), *(knop.text() for knop in knoppen)]

    def regels(self) -> list["_Knop"]:
        """The lines that are shown, from top to bottom."""
        return [knop for lijst in (self._termijnen, self._open) for knop in lijst if not knop.isHidden()]

    def _toon_merken(self, woorden: tuple[str, ...]) -> None:
        for n, deel in enumerate(self._merken):
            deel.setText(woorden[n] if n < len(woorden) else "")
            deel.setVisible(n < len(woorden))

    def _vul(self, kop: QtWidgets.QLabel, knoppen: list["_Knop"], regels: tuple[Regel, ...]) -> None:
        kop.setVisible(bool(regels))
        for n, regel in enumerate(regels[: len(knoppen)]):
            knoppen[n].zet(regel)
        for knop in knoppen[len(regels) :]:
            knop.hide()

    def _rest(self, termijnen: tuple[Regel, ...]) -> str:
        meer = len(termijnen) - len(self._termijnen)
        if meer <= 0:
            return ""
        return "En nog 1 termijn." if meer == 1 else f"En nog {getal(meer)} termijnen."

    def _kies(self, regel: Regel) -> None:
        self.geopend.emit(regel.scherm, regel.onderwerp_id, regel.veld)

    def _open_dossier(self) -> None:
        if self.kop is not None:
            self.geopend.emit("dossier", self.kop.id, "")

    # ---- building

    def _bouw(self) -> None:
        self._geen = label(GEEN, "stil")
        self._inhoud = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self._inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(theme.RUIMTE[0])
        self._nummer, self._sinds = label("", "kop"), label("", "stil")
        self._stapkop, self._stap = tussenkop("Volgende stap"), label("")
        self._termijnkop, self._openkop = tussenkop("Termijnen"), tussenkop("Staat open")
        self._slot = label("", "stil")
        self._slot.setContentsMargins(0, theme.RUIMTE[1], 0, 0)
        self._termijnen, self._open = self._maak_regels(8), self._maak_regels(5)
        for deel in (self._nummer, self._bouw_merken(), self._sinds, self._stapkop, self._stap):
            kolom.addWidget(deel)
        for kop, knoppen in ((self._termijnkop, self._termijnen), (self._openkop, self._open)):
            kolom.addWidget(kop)
            for knop in knoppen:
                kolom.addWidget(knop)
        kolom.addWidget(self._slot)
        kaart = Kaart()
        kaart.inhoud.addWidget(self._geen)
        kaart.inhoud.addWidget(self._inhoud)
        kaart.inhoud.addStretch(1)
        self.knop = QtWidgets.QPushButton("Dossier openen")
        self.knop.setProperty(MAG, True)
        self.knop.setToolTip("Openen komt in het journaal")
        theme.zet_icoon(self.knop, "chevron-right")
        self.knop.clicked.connect(self._open_dossier)
        kolom.addSpacing(theme.RUIMTE[2])
        kolom.addWidget(self.knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        rol = Rolblad(kaart)
        geheel = QtWidgets.QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addWidget(rol)

    def _bouw_merken(self) -> QtWidgets.QWidget:
        self._stand = merk("", "open")
        self._merken = [merk("", "let_op") for _ in range(4)]
        rij = QtWidgets.QWidget()
        stroom = StroomLayout(rij, ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[0])
        for deel in (self._stand, *self._merken):
            stroom.addWidget(deel)
        return rij

    def _maak_regels(self, aantal: int) -> list["_Knop"]:
        uit = [_Knop() for _ in range(aantal)]
        for knop in uit:
            knop.gekozen.connect(self._kies)
        return uit


class _Knop(QtWidgets.QPushButton):
    """One line. It leads to the place where it is dealt with."""

    gekozen = QtCore.Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.regel: Regel | None = None
        self.setProperty("rol", "regel")
        self.setProperty(MAG, True)
        self.clicked.connect(lambda _aan=False: self.gekozen.emit(self.regel))
        self.hide()

    def zet(self, regel: Regel) -> None:
        """Show this line."""
        self.regel = regel
        self.setText(f"{regel.wat}\n{regel.wanneer}" if regel.wanneer else regel.wat)
        self.setAccessibleName(" ".join(filter(None, (f"{regel.wat}.", regel.wanneer))))
        self.show()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens, up and down walk through the lines."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        elif event.key() == QtCore.Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == QtCore.Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class Standplek(QtCore.QObject):
    """Where the card stands: beside the list when there is room and it was not put away.

    Space in the list and F9 put it away or back; the kluis remembers which. It follows the chosen row.
    """

    def __init__(self, omgeving: Omgeving, scherm: QtWidgets.QWidget, lijst: Lijst) -> None:
        super().__init__(scherm)
        self.omgeving, self._scherm, self._lijst = omgeving, scherm, lijst
        self.kaart = Standkaart(omgeving, scherm)
        self.kaart.hide()
        self.kaart.geopend.connect(self._open)
        self.aan = (omgeving.store.concept(SOORT, _SLEUTEL) or "") != _UIT
        self.actie = nieuwe_sneltoets(QtGui.QAction("&Standkaart naast de lijst", scherm), "F9")
        self.actie.setCheckable(True)
        self.actie.setChecked(self.aan)
        self.actie.triggered.connect(self.wissel)
        scherm.addAction(self.actie)
        lijst.gekozen.connect(self._gekozen)
        lijst.installEventFilter(self)

    def wissel(self) -> None:
        """Away, or back; where there is no room it says so and nothing changes."""
        if self._past():
            self.aan = not self.aan
            self.omgeving.store.save_concept(SOORT, _SLEUTEL, "" if self.aan else _UIT)
            self.ververs()
        else:
            self.omgeving.window.meld(TE_SMAL, "let_op")
        self.actie.setChecked(self.aan)

    def pas(self) -> None:
        """The screen became wider or narrower. While a job has the kluis, or it is shut, nothing is read."""
        leest = self._scherm.isEnabled() and self.omgeving.store.is_open
        if self.kaart.isHidden() == self._hoort() and leest:
            self.ververs()

    def ververs(self) -> None:
        """After the list was filled, or the card was put away or back."""
        zichtbaar = self._hoort()
        had_focus = not zichtbaar and self.kaart.isAncestorOf(self._scherm.window().focusWidget())
        self.kaart.setVisible(zichtbaar)
        if had_focus:
            self._lijst.setFocus()
        if not zichtbaar:
            return
        if self._lijst.rij() is None:
            self._lijst.selectRow(0)
        self._gekozen(self._lijst.rij())

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Space in the list: there is nothing to tick in it."""
        if (
            isinstance(event, QtGui.QKeyEvent)
            and event.type() == QtCore.QEvent.Type.KeyPress
            and event.key() == QtCore.Qt.Key.Key_Space
            and not event.modifiers()
        ):
            self.wissel()
            return True
        return super().eventFilter(bron, event)

    def _hoort(self) -> bool:
        return self.aan and self._past() and bool(self._lijst.rijen())

    def _past(self) -> bool:
        return self._scherm.width() >= LIJST_MINSTENS + BREED + _KIER + 2 * theme.RUIMTE[4]

    def _gekozen(self, kop: object) -> None:
        if not self.kaart.isHidden():
            self.kaart.toon(kop if isinstance(kop, Dossierkop) else None)

    def _open(self, scherm: str, onderwerp_id: int, veld: str) -> None:
        kop = self.kaart.kop
        if kop is not None and scherm in _ZONDER_INZAGE and not self.omgeving.alleen_kijken:
            log_inzien(self.omgeving.store, kop.id)
        self.omgeving.window.open(scherm, onderwerp_id, veld)

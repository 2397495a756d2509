# SPDX-License-Identifier: EUPL-1.2
"""Bureau: what asks attention now, soonest first, each point one key away from where it is answered."""

from functools import partial

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.bureau import KADER_OPEN, Aandacht, Afspraak, Onderwerp, wanneer
from gemeente_pga.domain.bureauverschil import Verschil, eerste, lees_geheugen, verschil
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.handelingen.signaal import inform_weegploeg
from gemeente_pga.store.queries import bureau as queries
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.kolomgeheugen import SOORT
from gemeente_pga.ui.widgets.rolblad import Rolblad

EERSTE = 20
_NAAST_ELKAAR = 700
_ZIJKANT = 248
_SLEUTEL = "bureau"  # beside the memory of the lists


class BureauScherm(Scherm):
    """With three dossiers a year the quiet view is the normal one."""

    code = "bureau"
    titel = "Bureau"
    railicoon = "layout-dashboard"
    wegwijzersleutel = "bureau"
    tabellen = frozenset(
        {
            "telefoonnotitie",
            "signaal",
            "spoed",
            "weging",
            "casus",
            "plan",
            "actie",
            "overleg",
            "reservekopie",
            "kader",
            "waarneming",
            "waarneming_handeling",
        }
    ).union(*(bron.tabellen for bron in queries.BRONNEN))

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._alle = False
        self._naast = True
        self.punten: tuple[Aandacht, ...] = ()
        self._verschil: Verschil | None = None
        self._beeld: object = None  # what is drawn now
        self._bouw()

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Start with the first points again, and with the first line."""
        self._alle = False
        if not self.isVisible() and isinstance(regel := self.focusWidget(), Aandachtregel):
            regel.clearFocus()
        super().toon(onderwerp_id, veld)

    def herlaad(self) -> None:
        """Read all points and meetings."""
        vandaag = self.omgeving.vandaag()
        with self.omgeving.store.reader() as r:
            self.punten = queries.aandacht(
                r, self.omgeving.kader, vandaag, oefenkluis=self.omgeving.oefenkluis
            )
            afspraken = queries.afspraken(r, vandaag)
        self._verschil = self._sinds_vorige_keer()
        self._toon_punten()
        self._toon_afspraken(afspraken)

    def eerste_focus(self) -> None:
        """To the first point, or to the button for a new signal."""
        eerste = self.regels()[0] if self.regels() else self.nieuw
        eerste.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def regels(self) -> list["Aandachtregel"]:
        """The points as they stand on the screen."""
        items = (self._rijen.itemAt(n) for n in range(self._rijen.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Aandachtregel)]

    def _sinds_vorige_keer(self) -> Verschil | None:
        """What is other than on the last day that somebody was here; the kluis remembers what was seen."""
        store, vandaag = self.omgeving.store, self.omgeving.vandaag()
        bewaard = store.concept(SOORT, _SLEUTEL) or ""
        was = lees_geheugen(bewaard)
        nu = eerste(self.punten, vandaag) if was is None else was.bij(self.punten, vandaag)
        if (tekst := nu.tekst()) != bewaard:
            store.save_concept(SOORT, _SLEUTEL, tekst)
        return verschil(self.punten, nu.vorige, vandaag) if nu.vorige is not None else None

    def _toon_punten(self) -> None:
        woorden = self._verschil.woorden if self._verschil else ("",) * len(self.punten)
        paren = tuple(zip(self.punten, woorden, strict=True))
        rest_kader = tuple(paar for paar in paren[EERSTE:] if paar[0].wat == KADER_OPEN)
        getoond = paren if self._alle else (*paren[:EERSTE], *rest_kader)
        beeld = (getoond, len(paren), self._verschil, self.omgeving.vandaag())
        if beeld == self._beeld:
            return  # nothing to draw anew, and whoever has the focus keeps it
        self._beeld = beeld
        self.sinds.setText(self._verschil.zin if self._verschil else "")
        self.sinds.setVisible(self._verschil is not None)
        met_focus = next((n for n, regel in enumerate(self.regels()) if regel.hasFocus()), None)
        if met_focus is not None:
            self.setFocus()  # a line that goes while it has the focus lets Qt scroll to another one
        maak_leeg(self._rijen)
        vorige: QtWidgets.QWidget = self.consultatie
        for punt, woord in getoond:
            regel = Aandachtregel(punt, wanneer(punt, self.omgeving.vandaag()), woord)
            regel.clicked.connect(partial(self._open, punt))
            self._rijen.addWidget(regel)
            QtWidgets.QWidget.setTabOrder(vorige, regel)
            vorige = regel
        rest = len(self.punten) - len(getoond)
        self.meer.setText(f"Toon de andere {getal(rest)}")
        self.meer.setVisible(rest > 0)
        self._rust.setVisible(not self.punten)
        if met_focus is not None and getoond:
            regel = self.regels()[min(met_focus, len(getoond) - 1)]
            regel.show()  # a new widget shows itself only in the next turn, and what is hidden gets no focus
            regel.setFocus()
        elif met_focus is not None:
            self.eerste_focus()

    def _toon_alle(self) -> None:
        self._alle = True
        self._toon_punten()

    def _open(self, punt: Aandacht) -> None:
        if punt.onderwerp is Onderwerp.WEEGPLOEG and punt.onderwerp_id is not None:
            self._licht_weegploeg_in(punt, punt.onderwerp_id)
        else:
            self.omgeving.window.open(punt.scherm, punt.onderwerp_id, punt.veld)

    def _licht_weegploeg_in(self, punt: Aandacht, rij_id: int) -> None:
        """Answered here: opening a closed dossier for it would be looking without need."""
        tekst = (
            f"{punt.waarom}\n\n“Ik heb het gemeld” betekent: het komt in het journaal en deze regel "
            "verdwijnt.\n“Nog niet” betekent: de regel blijft staan."
        )
        if messages.vraag(self, punt.wat, tekst, "Ik heb het gemeld", "Nog niet"):
            inform_weegploeg(self.omgeving.store, punt.veld, rij_id, self.omgeving.vandaag())
            self.omgeving.window.meld("Vastgelegd dat de weegploeg dit weet.")

    def _toon_afspraken(self, afspraken: tuple[Afspraak, ...]) -> None:
        maak_leeg(self._afspraken)
        for afspraak in afspraken:
            tijd = f", {afspraak.tijd.replace(':', '.')} uur" if afspraak.tijd else ""
            knop = QtWidgets.QPushButton(f"{datum_kort(afspraak.dag)}{tijd}\n{afspraak.wat}")
            knop.setProperty("rol", "plat")
            knop.setStyleSheet("text-align: left")
            knop.clicked.connect(partial(self.omgeving.window.open, afspraak.scherm, afspraak.onderwerp_id))
            self._afspraken.addWidget(knop)
        if not afspraken:
            geen = QtWidgets.QLabel("Er is niets gepland.")
            geen.setProperty("rol", "stil")
            self._afspraken.addWidget(geen)

    # ---- building

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Buttons beside the list, or above it where there is no room."""
        super().resizeEvent(event)
        naast = self.width() >= _NAAST_ELKAAR
        if naast == self._naast:
            return
        self._naast = naast
        richting = QtWidgets.QBoxLayout.Direction
        self._vlak.setDirection(richting.LeftToRight if naast else richting.BottomToTop)
        self._zijkant.setMinimumWidth(_ZIJKANT if naast else 0)
        self._zijkant.setMaximumWidth(_ZIJKANT if naast else 16_777_215)
        self._zijkant.setVisible(naast or not self.omgeving.alleen_kijken)  # an FG has no buttons in it
        if naast:
            self._zijrij.addWidget(self._agenda)
        else:
            self._vlak.insertWidget(0, self._agenda)

    def _bouw(self) -> None:
        self.kaart = Kaart("Wat vraagt nu aandacht")
        self.sinds = QtWidgets.QLabel()
        self.sinds.setProperty("rol", "stil")
        self.sinds.setWordWrap(True)
        self.kaart.inhoud.addWidget(self.sinds)
        self._rijen = QtWidgets.QVBoxLayout()
        self._rijen.setSpacing(0)
        self.kaart.inhoud.addLayout(self._rijen)
        self._rust = QtWidgets.QLabel("Niets vraagt nu uw aandacht.")
        self._rust.setProperty("rol", "stil")
        self.kaart.inhoud.addWidget(self._rust)
        self.meer = QtWidgets.QPushButton()
        self.meer.setProperty("rol", "plat")
        self.meer.clicked.connect(self._toon_alle)
        self.kaart.inhoud.addWidget(self.meer, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        blad = QtWidgets.QWidget()
        self._vlak = QtWidgets.QHBoxLayout(blad)
        self._vlak.setContentsMargins(*(theme.RUIMTE[4], theme.RUIMTE[3]) * 2)
        self._vlak.setSpacing(theme.RUIMTE[3])
        boven = QtCore.Qt.AlignmentFlag.AlignTop
        self._vlak.addWidget(self.kaart, 1, boven)
        self._vlak.addWidget(self._bouw_zijkant(), 0, boven)
        rol = Rolblad(blad)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(rol)

    def _bouw_zijkant(self) -> QtWidgets.QWidget:
        self.nieuw = QtWidgets.QPushButton("Nieuw signaal")
        self.nieuw.setObjectName("nieuwSignaalButton")
        self.nieuw.setProperty("rol", "primair")
        self.nieuw.setIconSize(QtCore.QSize(20, 20))
        self.nieuw.setToolTip("Nieuw signaal (Ctrl+N)")
        theme.zet_icoon(self.nieuw, "plus")
        self.nieuw.clicked.connect(lambda: self.omgeving.window.open("nieuw_signaal"))
        self.telefoon = QtWidgets.QPushButton("Telefoonnotitie")
        self.telefoon.setObjectName("telefoonnotitieButton")
        self.telefoon.setToolTip("Telefoonnotitie (Ctrl+T)")
        theme.zet_icoon(self.telefoon, "phone")
        self.telefoon.clicked.connect(lambda: self.omgeving.window.open("telefoonnotitie"))
        self.consultatie = QtWidgets.QPushButton("Consultatie zonder naam")
        self.consultatie.setObjectName("consultatieButton")
        self.consultatie.setToolTip("Raad vragen zonder te zeggen over wie het gaat (Ctrl+Shift+C)")
        theme.zet_icoon(self.consultatie, "message-square")
        self.consultatie.clicked.connect(lambda: self.omgeving.window.open("consultatie"))
        self._agenda = Kaart("Komende overleggen")
        self._afspraken = QtWidgets.QVBoxLayout()
        self._afspraken.setSpacing(theme.RUIMTE[0])
        self._agenda.inhoud.addLayout(self._afspraken)
        self._zijkant = QtWidgets.QWidget()
        self._zijkant.setFixedWidth(_ZIJKANT)
        self._zijrij = QtWidgets.QVBoxLayout(self._zijkant)
        self._zijrij.setContentsMargins(0, 0, 0, 0)
        self._zijrij.setSpacing(theme.RUIMTE[2])
        for widget in (self.nieuw, self.telefoon, self.consultatie, self._agenda):
            self._zijrij.addWidget(widget)
        return self._zijkant


class Aandachtregel(QtWidgets.QPushButton):
    """One point: icon, what, why, by when. A button, so that every way of pressing one works."""

    def __init__(self, punt: Aandacht, voor: str, woord: str = "") -> None:
        """woord: what is other than the last time, if anything."""
        super().__init__()
        self.punt = punt
        beleid = self.sizePolicy()  # a push button by itself is never narrower than it would like to be
        beleid.setHorizontalPolicy(QtWidgets.QSizePolicy.Policy.Preferred)
        self.setSizePolicy(beleid)
        self.setProperty("rol", "plat")
        gezegd = (f"{punt.wat}.", punt.waarom, voor, woord and f"({woord})")
        self.setAccessibleName(" ".join(deel for deel in gezegd if deel))
        self._icoon = QtWidgets.QLabel()
        self._teken()
        wat, waarom, wanneer_label = (QtWidgets.QLabel(t) for t in (punt.wat, punt.waarom, voor))
        wat.setProperty("rol", "subkop")
        waarom.setProperty("rol", "stil")
        wanneer_label.setProperty("rol", "gebrek" if punt.meteen else "stil")
        for label in (wat, waarom):
            label.setWordWrap(True)
        teksten = QtWidgets.QVBoxLayout()
        teksten.setSpacing(2)
        teksten.addWidget(wat)
        teksten.addWidget(waarom)
        boven = QtCore.Qt.AlignmentFlag.AlignTop
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(theme.RUIMTE[1], theme.RUIMTE[1], theme.RUIMTE[1], theme.RUIMTE[1])
        rij.setSpacing(theme.RUIMTE[2])
        rij.addWidget(self._icoon, 0, boven)
        rij.addLayout(teksten, 1)
        rechts = QtWidgets.QVBoxLayout()
        rechts.setSpacing(theme.RUIMTE[0])
        rechts.addWidget(wanneer_label, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        merklabel = QtWidgets.QLabel(woord)
        merklabel.setProperty("rol", "merk_open")
        merklabel.setVisible(bool(woord))
        rechts.addWidget(merklabel, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        rij.addLayout(rechts)
        rij.setAlignment(rechts, boven)
        for label in (self._icoon, wat, waarom, wanneer_label, merklabel):
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QtCore.QSize:
        """As large as its texts: a push button by itself knows only its own."""
        indeling = self.layout()
        return indeling.sizeHint() if indeling is not None else super().sizeHint()

    def minimumSizeHint(self) -> QtCore.QSize:
        """The same for the smallest size."""
        indeling = self.layout()
        return indeling.minimumSize() if indeling is not None else super().minimumSizeHint()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """The icon follows from light to dark."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.PaletteChange:
            self._teken()

    def _teken(self) -> None:
        kleur = "fout" if self.punt.meteen else "accent"
        self._icoon.setPixmap(theme.icoon(self.punt.onderwerp.value, kleur).pixmap(20, 20))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens, up and down walk through the list."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        elif event.key() == QtCore.Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == QtCore.Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

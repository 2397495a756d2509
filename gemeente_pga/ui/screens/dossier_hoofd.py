# SPDX-License-Identifier: EUPL-1.2
"""The head of a dossier: whose it is, its numbers, how it stands; and the question of a closed one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain import stappen
from gemeente_pga.domain.persoon import volledige_naam
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, knop, label, links, merk
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.rolblad import Rolblad
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG_SLOT = "U mag een gesloten dossier alleen inzien met een reden. Uw reden komt in het journaal."


class Dossierhoofd(QtWidgets.QWidget):
    """Name, marks and three lines of facts."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        kolom = QtWidgets.QVBoxLayout(self)
        kolom.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[2], theme.RUIMTE[4], theme.RUIMTE[1])
        kolom.setSpacing(theme.RUIMTE[0])
        self.naam = label("", "titel")
        self.standmerk = merk("", "open")
        self.overgenomen = merk("Overgenomen", "let_op")
        self.overgenomen.setToolTip("Signaal, weging en besluit zijn van papier overgenomen.")
        self.nummers = label("", "stil")
        self.data = label("", "stil")
        self._merken: list[QtWidgets.QLabel] = []
        self._merkrij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[0])
        self.nummers.setWordWrap(False)  # as a whole to the next line when the marks leave no room
        self.nummers.setMinimumSize(1, self.standmerk.sizeHint().height())
        for deel in (self.standmerk, self.overgenomen, self.nummers):
            self._merkrij.addWidget(deel)
        kolom.addWidget(self.naam)
        kolom.addLayout(self._merkrij)
        kolom.addWidget(self.data)

    def maak_leeg(self) -> None:
        """No name and no numbers of anybody."""
        for regel in (self.naam, self.standmerk, self.nummers, self.data):
            regel.clear()
        self.overgenomen.hide()
        self.zet_merken(())

    def zet_merken(self, woorden: Sequence[str]) -> None:
        """What holds for the whole dossier, beside how it stands."""
        for oud in self._merken:
            oud.hide()
            oud.deleteLater()
        self._merken = [merk(woord, "let_op") for woord in woorden]
        self._merkrij.removeWidget(self.nummers)
        for deel in (*self._merken, self.nummers):
            self._merkrij.addWidget(deel)

    def toon(self, beeld: Beeld) -> None:
        """Show this dossier."""
        kop, casus = beeld.kop, beeld.casus
        self.naam.setText(volledige_naam(kop.persoon))
        stand = stappen.label(kop.soort, kop.status)
        if casus is not None and casus.gesloten_op and casus.gesloten_op > self.omgeving.vandaag():
            stand = f"Gesloten per {datum_kort(casus.gesloten_op)}"
        self.standmerk.setText(stand)
        self.overgenomen.setVisible(kop.overgenomen)
        kader = self.omgeving.kader_van_dossier(kop.id)
        nummers = f"Dossier {kop.nummer}" + (f"  ·  Casus {casus.nummer}" if casus else "")
        gemeente = kop.gemeente if kop.gemeente.startswith("Gemeente") else f"Gemeente {kop.gemeente}"
        self.nummers.setText(f"{nummers}  ·  {gemeente}  ·  {kader.korte_titel}")
        self.data.setVisible(casus is not None)
        if casus is None:
            return
        regels = []
        if not beeld.gesloten:
            dag = casus.volgende_herbeoordeling
            regels.append(f"Herbeoordeling: {datum_kort(dag) if dag else 'nog geen datum'}")
        regels.append(f"Betrokkene geïnformeerd: {informeerwoord(beeld)}")
        self.data.setText("  ·  ".join(regels))


def informeerwoord(beeld: Beeld) -> str:
    """Has the betrokkene been told, in a few words."""
    casus = beeld.casus
    if casus is None:
        return ""
    if casus.geinformeerd_op is not None:
        return f"ja, op {datum_kort(casus.geinformeerd_op)}"
    if casus.informeren_opnieuw_op is not None and casus.informeren in {"later", "nee"}:
        return f"nog niet, opnieuw bekijken op {datum_kort(casus.informeren_opnieuw_op)}"
    return "nog niet" if casus.informeren else "nog geen besluit"


class Slotvraag(QtWidgets.QWidget):
    """Why do you want to look at this closed dossier? `gekozen` gives the code of the reason."""

    gekozen = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        kaart = Kaart(" ")
        self.tekst = kaart.titellabel
        self.vraag = QtWidgets.QWidget()
        vraag = QtWidgets.QVBoxLayout(self.vraag)
        vraag.setContentsMargins(0, 0, 0, 0)
        vraag.setSpacing(theme.RUIMTE[1])
        vraag.addWidget(label(UITLEG_SLOT, "stil"))
        self.reden = KeuzeGroep()
        self.reden.setObjectName("slotredenKeuzeGroep")
        self.reden.setAccessibleName("Waarom wilt u dit dossier inzien?")
        self.reden.zet_kolom(True)
        self.knop = knop(
            "Dossier &inzien", self._kies, rol="primair", icoon="lock-open", naam="dossier_inzien"
        )
        self.reden.gewijzigd.connect(lambda: self.knop.setEnabled(bool(self.reden.waarde())))
        vraag.addWidget(self.reden)
        vraag.addLayout(links(self.knop))
        kaart.inhoud.addWidget(self.vraag)
        blad = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(blad)
        kolom.setContentsMargins(*(theme.RUIMTE[4],) * 4)
        kolom.addWidget(kaart)
        kolom.addStretch(1)
        rand = QtWidgets.QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(Rolblad(blad))

    def toon(self, zin: str, redenen: Sequence[tuple[str, str]] = ()) -> None:
        """Say what this is; ask for one of these reasons, or only say."""
        vraag = bool(redenen)
        self.reden.vul(list(redenen))
        self.tekst.setText(zin)
        self.reden.zet("")
        self.knop.setEnabled(False)
        self.vraag.setVisible(vraag)

    def _kies(self) -> None:
        if self.reden.waarde():
            self.gekozen.emit(str(self.reden.waarde()))

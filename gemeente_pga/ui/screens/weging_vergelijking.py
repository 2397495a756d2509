# SPDX-License-Identifier: EUPL-1.2
"""Two assessments of one dossier side by side, to read: then left, later right, with what became of it.

onderwerp_id: the dossier. The last two are shown first; whoever wants others chooses them.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.weging_vergelijking import (
    GELIJK,
    Antwoord,
    Beoordeling,
    Tussenkomst,
    laatste_twee,
    vergelijk,
)
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.weging_vergelijking import beoordelingen, tussen
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_deel import label, links, merk
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina

UITLEG = "Kies twee beoordelingen van dit dossier. Links staat de eerste, rechts de latere."
_GEEN = "Niet beantwoord."
_NIETS_NIEUW = "Er is in die tijd niets ingebracht."
_NIETS_ANDERS = "Geen enkel antwoord en geen enkele reden is anders."


class WegingVergelijkingScherm(Scherm):
    """Nothing is changed here, so nothing is kept."""

    code = "weging_vergelijking"
    titel = "Beoordelingen vergelijken"
    wegwijzersleutel = "herbeoordeling"
    tabellen = frozenset({"weging", "herbeoordeling", "informatie", "informatiecorrectie", "beperking"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.alle: tuple[Beoordeling, ...] = ()
        self._nummer = ""
        self._bouw()

    @property
    def dossier_id(self) -> int | None:
        """Ctrl+K looks for words in this dossier."""
        return self.onderwerp_id

    def titel_nu(self) -> str:
        """With the number of the dossier."""
        return f"{self.titel}: dossier {self._nummer}" if self._nummer else self.titel

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Of another dossier: its last two."""
        if onderwerp_id != self.onderwerp_id:
            self.alle = ()
        super().toon(onderwerp_id, veld)

    def herlaad(self) -> None:
        """The choice stays, as long as both are there."""
        if self.onderwerp_id is None:
            return
        with self.omgeving.store.reader() as r:
            kop = dossierkop(r, self.onderwerp_id)
            self._nummer = kop.nummer if kop is not None else ""
            gekozen = (self.toenkeuze.currentData(), self.laterkeuze.currentData()) if self.alle else None
            self.alle = beoordelingen(r, self.onderwerp_id)
        sleutels = {b.sleutel for b in self.alle}
        if gekozen is None or not sleutels.issuperset(gekozen):
            gekozen = laatste_twee(self.alle)
        for keuze, sleutel in zip((self.toenkeuze, self.laterkeuze), gekozen or ("", ""), strict=True):
            keuze.blockSignals(True)
            keuze.clear()
            for beoordeling in self.alle:
                keuze.addItem(beoordeling.naam, beoordeling.sleutel)
            keuze.setCurrentIndex(keuze.findData(sleutel))
            keuze.blockSignals(False)
        self._toon()

    # ---- showing

    def _paar(self) -> tuple[Beoordeling, Beoordeling] | None:
        """The two that are chosen, the earlier first; None when they are one and the same."""
        keuzes = {self.toenkeuze.currentData(), self.laterkeuze.currentData()}
        gekozen = [b for b in self.alle if b.sleutel in keuzes]
        return (gekozen[0], gekozen[1]) if len(gekozen) == 2 else None

    def _toon(self) -> None:
        for plek in (self.vragen, self.slot, self.tussen):
            maak_leeg(plek)
        paar = self._paar()
        for kaart in (self.vragenkaart, self.slotkaart, self.tussenkaart):
            kaart.setVisible(paar is not None)
        self.eenlabel.setVisible(paar is None)
        if paar is None or self.onderwerp_id is None:
            return
        toen, later = paar
        with self.omgeving.store.reader() as r:
            nieuw, niet_meer = tussen(r, self.onderwerp_id, toen, later)
        self.koppen.setText(f"Toen: {toen.naam}. Later: {later.naam}.")
        verschillen = [v for v in vergelijk(toen, later) if not self.alleen.isChecked() or v.stand != GELIJK]
        if not verschillen:
            self.vragen.addWidget(label(_NIETS_ANDERS, "stil"))
        for verschil in verschillen:
            self._zet_paar(
                self.vragen, verschil.naam, _zinnen(verschil.toen), _zinnen(verschil.later), verschil.stand
            )
        for (kop, was), (_, nu) in zip(toen.slot, later.slot, strict=True):
            self._zet_paar(self.slot, kop, was or "–", nu or "–")
        self._zet_paar(self.slot, "Wat elke partij vond", _standpunten(toen), _standpunten(later))
        self.tussen.addWidget(label("Nieuw ingebracht", "subkop"))
        self.tussen.addWidget(label(_regels(nieuw) or _NIETS_NIEUW))
        if niet_meer:
            self.tussen.addWidget(label("Bleek niet te kloppen", "subkop"))
            self.tussen.addWidget(label(_regels(niet_meer)))

    def _zet_paar(self, plek: QtWidgets.QLayout, kop: str, toen: str, later: str, stand: str = "") -> None:
        """A heading with what became of it, and below it the two sides."""
        blok = QtWidgets.QWidget()
        rooster = QtWidgets.QGridLayout(blok)
        rooster.setContentsMargins(0, 0, 0, theme.RUIMTE[1])
        rooster.setHorizontalSpacing(theme.RUIMTE[4])
        rooster.setVerticalSpacing(theme.RUIMTE[0])
        boven = links(label(kop, "subkop"))
        if stand:
            boven.insertWidget(1, merk(stand, "open" if stand == GELIJK else "let_op"))
        rooster.addLayout(boven, 0, 0, 1, 2)
        for kolom, (wanneer, tekst) in enumerate((("Toen", toen), ("Later", later))):
            zijde = label(tekst)
            zijde.setAccessibleName(f"{kop}, {wanneer.lower()}: {tekst}")
            rooster.addWidget(label(wanneer, "hulp"), 1, kolom)
            zijde.setMinimumWidth(1)  # both sides as wide, however long the words
            rooster.addWidget(zijde, 2, kolom, QtCore.Qt.AlignmentFlag.AlignTop)
            rooster.setColumnStretch(kolom, 1)
        rooster.setRowStretch(2, 1)
        plek.addWidget(blok)

    # ---- building

    def _bouw(self) -> None:
        kolom = maak_rolpagina(self)
        kolom.addWidget(label("Beoordelingen vergelijken", "titel"))
        kolom.addWidget(label(UITLEG, "stil"))
        kolom.addWidget(self._bouw_keuze())
        self.eenlabel = label("Kies twee verschillende beoordelingen.", "stil")
        kolom.addWidget(self.eenlabel)
        self.vragenkaart, self.vragen = _kaart("Per vraag")
        self.koppen = label("", "stil")
        self.vragenkaart.inhoud.insertWidget(1, self.koppen)
        self.slotkaart, self.slot = _kaart("Het besluit")
        self.tussenkaart, self.tussen = _kaart("Wat er tussen kwam")
        for kaart in (self.vragenkaart, self.slotkaart, self.tussenkaart):
            kolom.addWidget(kaart)
        kolom.addStretch(1)

    def _bouw_keuze(self) -> QtWidgets.QWidget:
        kaart = Kaart("Welke twee?")
        rij = QtWidgets.QHBoxLayout()
        rij.setSpacing(theme.RUIMTE[3])
        self.toenkeuze, self.laterkeuze = QtWidgets.QComboBox(), QtWidgets.QComboBox()
        for keuze, naam, woord in (
            (self.toenkeuze, "toenkeuze", "&Eerste"),
            (self.laterkeuze, "laterkeuze", "&Latere"),
        ):
            keuze.setObjectName(naam)
            keuze.setAccessibleName(woord.replace("&", "") + " beoordeling")
            keuze.currentIndexChanged.connect(self._toon)
            zijde = QtWidgets.QVBoxLayout()
            zijde.setSpacing(theme.RUIMTE[0])
            titel = QtWidgets.QLabel(woord)
            titel.setProperty("rol", "subkop")
            titel.setBuddy(keuze)
            zijde.addWidget(titel)
            zijde.addWidget(keuze)
            rij.addLayout(zijde, 1)
        kaart.inhoud.addLayout(rij)
        self.alleen = QtWidgets.QCheckBox("&Alleen wat anders is")
        self.alleen.setObjectName("alleenAnders")
        self.alleen.toggled.connect(self._toon)
        kaart.inhoud.addWidget(self.alleen)
        return kaart


def _kaart(titel: str) -> tuple[Kaart, QtWidgets.QVBoxLayout]:
    """A card, and the place in it that is filled anew each time."""
    kaart = Kaart(titel)
    plek = QtWidgets.QVBoxLayout()
    plek.setSpacing(theme.RUIMTE[1])
    kaart.inhoud.addLayout(plek)
    return kaart, plek


def _zinnen(antwoord: Antwoord) -> str:
    if not antwoord.antwoord:
        return _GEEN
    return f"{antwoord.antwoord}. {antwoord.reden}".strip()


def _standpunten(beoordeling: Beoordeling) -> str:
    return "\n".join(f"{naam}: {zin}" for naam, zin in beoordeling.standpunten) or "Niet vastgelegd."


def _regels(rijen: Sequence[Tussenkomst]) -> str:
    return "\n".join(f"•  {datum_kort(rij.op)}  {rij.wat}" for rij in rijen)

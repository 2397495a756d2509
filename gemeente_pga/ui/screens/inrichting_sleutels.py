# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Sleutels: who can open this kluis, and one card at a time to change that."""

from dataclasses import dataclass
from datetime import date

from PySide6 import QtWidgets

from gemeente_pga.domain.sleutels import Slotgegevens, SlotSoort, kan_weg, mag_intrekken, mag_sleutels_beheren
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.sleutels import SleutelRij, sleutels
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.screens.inrichting_papier import NieuweHerstelcode, NieuweHoofdsleutel
from gemeente_pga.ui.screens.inrichting_sleutelbladen import (
    Intrekken,
    KorteZin,
    Sleutelblad,
    WachtzinWijzigen,
)
from gemeente_pga.ui.screens.inrichting_toegang import FgToelaten, VervangerToevoegen
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.stroom import StroomLayout

_SOORT = {
    SlotSoort.WACHTZIN: "Wachtzin",
    SlotSoort.HERSTELCODE: "Herstelcode op papier",
    SlotSoort.VERVANGER: "Wachtzin van een vervanger",
    SlotSoort.SLEUTELBOS: "Korte zin, alleen op één computer",
    SlotSoort.FG: "Wachtzin van de FG",
}
# What changes a key of somebody else, or who gets in.
_VAN_ANDEREN = ("vervanger", "herstelcode", "korte_zin", "hoofdsleutel")
_ALLEEN_BEHEER = "Dit kan alleen wie de kluis opende met de gewone wachtzin, de korte zin of de herstelcode."
_VOLGORDE = tuple(_SOORT)
_GEEN_VERVANGER = "Er is nog geen vervanger. Bent u ziek, dan opent alleen het herstelblad de kluis."


@dataclass(frozen=True)
class _Regel:
    """A key in the list. rij: what the kluis remembers of it, if it does."""

    slot: Slotgegevens
    rij: SleutelRij | None

    @property
    def wie(self) -> str:
        if self.rij is not None and self.rij.naam:
            return self.rij.naam
        return "Wie het herstelblad heeft" if self.slot.soort is SlotSoort.HERSTELCODE else ""

    def tot(self, vandaag: date) -> str:
        if self.slot.tot is None:
            return "geen einde"
        verlopen = " (verlopen)" if self.slot.tot < vandaag else ""
        return datum_kort(self.slot.tot) + verlopen


class SleutelsDeel(Deel):
    """The list of keys, what can be done, and the card of what is being done."""

    titel = "Sleutels"
    wegwijzersleutel = "kluis_sleutels"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kaart = self.kaart("Wie kan deze kluis openen?")
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Sleutels van de kluis")
        self.lijst.stel_in(
            [
                Kolom[_Regel]("Sleutel", lambda s: _SOORT[s.slot.soort], rek=True),
                Kolom[_Regel]("Van wie", lambda s: s.wie),
                Kolom[_Regel]("Sinds", lambda s: datum_kort(s.rij.sinds) if s.rij else "onbekend"),
                Kolom[_Regel]("Tot en met", lambda s: s.tot(omgeving.vandaag())),
            ],
            sleutel=lambda s: s.slot.slot_id,
        )
        self._passend = Passend(self.lijst, rijen=6)
        self.lijst.gekozen.connect(lambda _rij: self._schik_knoppen())
        kaart.inhoud.addWidget(self.lijst)
        self.waarschuwing = regel("", "merk_let_op")
        kaart.inhoud.addWidget(self.waarschuwing)
        self.bladen: dict[str, Sleutelblad] = {}
        self.knoppen: dict[str, QtWidgets.QPushButton] = {}
        kaart.inhoud.addLayout(self._bouw_knoppen())
        for blad in self.bladen.values():
            blad.hide()
            blad.klaar.connect(self._sluit_blad)
            blad.terug.connect(self._sluit_blad)
            blad.hoofdsleutel.connect(self._naar_hoofdsleutel)
            self.inhoud.addWidget(blad)
        theme.zet_iconen(self)
        self.sluit_af()

    def herlaad(self) -> None:
        """The keys as the key files have them, with what the kluis knows of each."""
        with self.omgeving.store.reader() as r:
            bekend = {rij.slot_id: rij for rij in sleutels(r)}
        sloten = sorted(self.omgeving.dienst.sleutels.sloten(), key=lambda slot: _VOLGORDE.index(slot.soort))
        self.lijst.toon([_Regel(slot, bekend.get(slot.slot_id)) for slot in sloten])
        soorten = {slot.soort for slot in sloten}
        self.waarschuwing.setText("" if SlotSoort.VERVANGER in soorten else _GEEN_VERVANGER)
        self.waarschuwing.setVisible(SlotSoort.VERVANGER not in soorten)
        self._schik_knoppen()

    def open_blad(self, naam: str) -> None:
        """Show this card, and no other."""
        for ander in self.bladen.values():
            if ander.isVisibleTo(self):
                ander.wis()
                ander.hide()
        blad = self.bladen[naam]
        blad.show()
        blad.begin()

    # ---- inside

    def _bouw_knoppen(self) -> StroomLayout:
        rij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        werk: tuple[tuple[str, str, type[Sleutelblad], str], ...] = (
            ("vervanger", "&Vervanger toevoegen", VervangerToevoegen, "user-plus"),
            ("wachtzin", "&Wachtzin wijzigen", WachtzinWijzigen, "pencil"),
            ("herstelcode", "Nieuwe &herstelcode", NieuweHerstelcode, "file-text"),
            ("korte_zin", "&Korte zin op deze computer", KorteZin, "key-round"),
            ("fg", "Toegang voor de &FG", FgToelaten, "eye"),
            ("hoofdsleutel", "Nieuwe hoofd&sleutel", NieuweHoofdsleutel, "shield-check"),
            ("intrekken", "Gekozen sleutel &intrekken", Intrekken, "trash-2"),
        )
        for naam, tekst, soort, icoon in werk:
            knop = QtWidgets.QPushButton(tekst, self)
            knop.setProperty("icoon", icoon)
            knop.clicked.connect(lambda _aan=False, naam=naam: self._begin(naam))
            rij.addWidget(knop)
            self.knoppen[naam] = knop
            self.bladen[naam] = soort(self.omgeving)
        return rij

    def _begin(self, naam: str) -> None:
        blad = self.bladen[naam]
        if isinstance(blad, Intrekken):
            gekozen = self.lijst.rij()
            if not isinstance(gekozen, _Regel):
                return
            blad.kies(gekozen.slot.slot_id, _gevolg(gekozen))
        self.open_blad(naam)

    def _naar_hoofdsleutel(self) -> None:
        """From the message bar, perhaps from another screen."""
        self.omgeving.window.open("inrichting", None, "sleutels")
        self.open_blad("hoofdsleutel")

    def _sluit_blad(self) -> None:
        for blad in self.bladen.values():
            blad.hide()
        self.herlaad()
        self.lijst.setFocus()

    def _schik_knoppen(self) -> None:
        """What cannot be done now is off, and says why."""
        met = self.omgeving.dienst.sleutels.geopend_met()
        beheer = mag_sleutels_beheren(met)
        for naam in _VAN_ANDEREN:
            self.knoppen[naam].setEnabled(beheer)
            self.knoppen[naam].setToolTip("" if beheer else _ALLEEN_BEHEER)
        weg, gekozen = self.knoppen["intrekken"], self.lijst.rij()
        waarom = "Kies een sleutel in de lijst. De laatste sleutel kan niet weg."
        mag = isinstance(gekozen, _Regel) and kan_weg(
            self.omgeving.dienst.sleutels.sloten(), gekozen.slot.slot_id
        )
        if isinstance(gekozen, _Regel) and not mag_intrekken(met, gekozen.slot):
            mag, waarom = False, _ALLEEN_BEHEER
        weg.setEnabled(mag)
        weg.setToolTip("" if mag else waarom)


def _gevolg(gekozen: _Regel) -> str:
    """What taking this key away means."""
    soort, wie = gekozen.slot.soort, gekozen.wie
    if soort is SlotSoort.HERSTELCODE:
        return (
            "U trekt de herstelcode in. Het herstelblad opent de kluis dan niet meer. Raakt u uw wachtzin "
            "kwijt en is er geen vervanger, dan is de kluis voorgoed dicht."
        )
    if soort is SlotSoort.WACHTZIN:
        return (
            "U trekt de gewone wachtzin in. Daarna openen alleen een vervanger en de herstelcode de kluis "
            "nog."
        )
    if soort is SlotSoort.SLEUTELBOS:
        return "U zet de korte zin uit. De gewone wachtzin blijft werken."
    naam = wie or ("de FG" if soort is SlotSoort.FG else "de vervanger")
    return f"U trekt de wachtzin van {naam} in. Daarmee gaat de kluis dan niet meer open."

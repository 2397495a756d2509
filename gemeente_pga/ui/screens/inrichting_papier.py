# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Sleutels: what comes with a new herstelblad, a new herstelcode and a new main key."""

from abc import abstractmethod

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.inrichting_sleutelbladen import OUDE_BACKUPS, Sleutelblad
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld


class _MetNieuwBlad(Sleutelblad):
    """The wachtzin, then a new sheet on paper; the change itself when two groups of it were typed back."""

    bezig: str  # while the sheet is made
    staat_klaar: str  # when it is there
    voorbereiden: str
    uitvoeren: str
    stapzin = ""  # above the sheet

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        stap = [regel(self.stapzin)] if self.stapzin else []
        for zin in stap:
            self.inhoud.addWidget(zin)
        self.blad = self.maak_herstelblad()
        knoppen = ((self.voorbereiden, self.bereid_voor), (self.uitvoeren, self.controleer))
        maakknop, doeknop, _ = self.knoppen(*knoppen)
        self._eerst: tuple[QtWidgets.QWidget, ...] = (self.vakken[self.oud], maakknop)
        self._daarna: tuple[QtWidgets.QWidget, ...] = (*stap, self.blad, doeknop)

    @abstractmethod
    def maak_blad(self, oud: str) -> Herstelblad:
        """The sheet that would hold; in the worker."""

    @abstractmethod
    def voer_uit(self) -> None:
        """Two groups were typed back: do it."""

    def begin(self) -> None:
        """Ask the wachtzin first."""
        self._toon(nieuw=False)
        self.oud.focus("oud")

    def wis(self) -> None:
        """Leave nothing that was typed or shown."""
        self.oud.wis()
        self.blad.wis()

    def bereid_voor(self) -> None:
        """The new sheet first: without it on paper nothing changes."""
        oud = self.wachtzin_uit(self.oud)
        if oud:
            self.doe_traag(self.bezig, lambda: self.maak_blad(oud), self._toon_blad, "oud", self.oud)

    def controleer(self) -> None:
        """Go on when what was typed back is right."""
        if self.blad.is_goed():
            self.voer_uit()

    def zeg(self, fout: Exception) -> None:
        """Say what went wrong; a bug goes on."""
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}".strip(), "fout")

    def _toon_blad(self, blad: Herstelblad) -> None:
        self.oud.wis()
        self.blad.zet_blad(blad)
        self._toon(nieuw=True)
        self.blad.ui.afdrukkenPushButton.setFocus()
        breng_in_beeld(self.blad.ui.codeKaart)
        self.omgeving.window.meld(self.staat_klaar, "let_op")

    def _toon(self, *, nieuw: bool) -> None:
        for deel in self._eerst:
            deel.setVisible(not nieuw)
        for deel in self._daarna:
            deel.setVisible(nieuw)


class NieuweHerstelcode(_MetNieuwBlad):
    """Another code on paper."""

    titel = "Nieuwe herstelcode"
    uitleg = (
        "Is het herstelblad weg, of gebruikt? Maak een nieuwe code. De oude werkt dan niet meer. Zag iemand "
        "anders het oude blad, maak dan liever een nieuwe hoofdsleutel. " + OUDE_BACKUPS
    )
    bezig = "De nieuwe herstelcode wordt gemaakt…"
    staat_klaar = (
        "Er is nog niets veranderd: de oude herstelcode werkt tot u twee groepen hebt gecontroleerd."
    )
    voorbereiden = "Nieuwe herstelcode maken"
    uitvoeren = "Controleren en herstelcode vernieuwen"

    def maak_blad(self, oud: str) -> Herstelblad:
        """Until two groups of it were typed back the old one stays good."""
        return self.beheer.bereid_herstelcode_voor(oud)

    def voer_uit(self) -> None:
        """The new code holds, the old one no more."""
        self.omgeving.window.onderhoud(
            "De nieuwe herstelcode gaat gelden…",
            self.beheer.neem_herstelcode,
            lambda _: self._leg_vast(),
            self._mislukt,
        )

    def _leg_vast(self) -> None:
        zin = (
            "De nieuwe herstelcode geldt, de oude niet meer. Vernietig het oude blad en maak een nieuwe "
            "back-up. Zag iemand het oude blad, maak dan ook een nieuwe hoofdsleutel."
        )
        actie = ("Nieuwe hoofdsleutel", self.hoofdsleutel.emit)
        self.leg_vast(Handeling.KLUIS_HERSTELCODE_VERNIEUWEN, zin, actie=actie)

    def _mislukt(self, fout: Exception) -> None:
        self.wis()
        self.begin()
        self.zeg(fout)


class NieuweHoofdsleutel(_MetNieuwBlad):
    """Everything under a new main key; ends the session."""

    titel = "Nieuwe hoofdsleutel"
    uitleg = (
        "Doe dit als een vervanger weggaat, als iemand het herstelblad zag, of als een laptop of stick kwijt "
        "is. De hele kluis wordt opnieuw versleuteld. Daarna opent alleen uw wachtzin de kluis nog, en "
        "de nieuwe herstelcode. Vervangers, de FG en de korte zin moeten opnieuw. Oude back-ups gaan nog "
        "steeds open met de oude wachtzin en de oude herstelcode: vernietig ze, of bewaar ze goed. Het "
        "journaal loopt gewoon door en oude controlecodes blijven kloppen."
    )
    stapzin = (
        "Nog één stap. Dit is het herstelblad dat straks geldt. Druk het af of schrijf de code over, en "
        "controleer twee groepen. Daarna wordt de kluis opnieuw versleuteld. Het programma gaat dan op "
        "slot en u opent de kluis met uw wachtzin."
    )
    bezig = "De nieuwe hoofdsleutel wordt voorbereid…"
    staat_klaar = "Het nieuwe herstelblad staat klaar. Er is nog niets veranderd."
    voorbereiden = "Nieuwe hoofdsleutel voorbereiden"
    uitvoeren = "Controleren en hoofdsleutel vernieuwen"

    def wis(self) -> None:
        """Leave nothing that was typed, shown or prepared."""
        super().wis()
        self.beheer.vergeet_wissel()

    def maak_blad(self, oud: str) -> Herstelblad:
        """The sheet that would open the kluis under its new key."""
        return self.beheer.bereid_wissel_voor(oud)

    def voer_uit(self) -> None:
        """Every page is encrypted anew and verified; then the session ends."""
        self.omgeving.window.onderhoud(
            "De kluis wordt opnieuw versleuteld en nagekeken. Zet de computer niet uit…",
            self.beheer.wissel,
            lambda _: self._rond_af(),
            self._mislukt,
        )

    def _rond_af(self) -> None:
        try:
            self.beheer.rond_wissel_af()
        except Storing as storing:
            self._mislukt(storing)
            return
        self.omgeving.window.vergrendel()

    def _mislukt(self, fout: Exception) -> None:
        self.wis()
        self._toon(nieuw=False)
        if not self.omgeving.store.is_open:
            self.omgeving.window.vergrendel()
        self.zeg(fout)

# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Sleutels: what comes with a new herstelblad, a new herstelcode and a new main key."""

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.inrichting_sleutelbladen import OUDE_BACKUPS, Sleutelblad
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld


class NieuweHerstelcode(Sleutelblad):
    """Another code on paper."""

    titel = "Nieuwe herstelcode"
    uitleg = (
        "Is het herstelblad weg, of gebruikt? Maak een nieuwe code. De oude werkt dan niet meer. Zag iemand "
        "anders het oude blad, maak dan liever een nieuwe hoofdsleutel. " + OUDE_BACKUPS
    )

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        self.blad = self.maak_herstelblad()
        self.maak, self.controleer, _ = self.knoppen(
            ("Nieuwe herstelcode maken", self.vernieuw),
            ("Controleren en herstelcode vernieuwen", self.is_gecontroleerd),
        )

    def begin(self) -> None:
        """Ask the wachtzin first."""
        self._toon(nieuw=False)
        self.oud.focus("oud")

    def wis(self) -> None:
        """Leave nothing that was typed or shown."""
        self.oud.wis()
        self.blad.wis()

    def vernieuw(self) -> None:
        """The new sheet first: without it on paper the old one stays good."""
        oud = self.wachtzin_uit(self.oud)
        if oud:
            self.doe_traag(
                "De nieuwe herstelcode wordt gemaakt…",
                lambda: self.beheer.bereid_herstelcode_voor(oud),
                self._toon_blad,
                "oud",
                self.oud,
            )

    def is_gecontroleerd(self) -> None:
        """Two groups typed back: do it."""
        if self.blad.is_goed():
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
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}".strip(), "fout")

    def _toon_blad(self, blad: Herstelblad) -> None:
        self.oud.wis()
        self.blad.zet_blad(blad)
        self._toon(nieuw=True)
        self.blad.ui.afdrukkenPushButton.setFocus()
        breng_in_beeld(self.blad.ui.codeKaart)
        zin = "Er is nog niets veranderd: de oude herstelcode werkt tot u twee groepen hebt gecontroleerd."
        self.omgeving.window.meld(zin, "let_op")

    def _toon(self, *, nieuw: bool) -> None:
        for deel in (self.vakken[self.oud], self.maak):
            deel.setVisible(not nieuw)
        for deel in (self.blad, self.controleer):
            deel.setVisible(nieuw)


class NieuweHoofdsleutel(Sleutelblad):
    """Everything under a new main key; ends the session."""

    titel = "Nieuwe hoofdsleutel"
    uitleg = (
        "Doe dit als een vervanger weggaat, als iemand het herstelblad zag, of als een laptop of stick kwijt "
        "is. De hele kluis wordt opnieuw versleuteld. Daarna opent alleen uw wachtzin de kluis nog, en "
        "de nieuwe herstelcode. Vervangers, de FG en de korte zin moeten opnieuw. Oude back-ups gaan nog "
        "steeds open met de oude wachtzin en de oude herstelcode: vernietig ze, of bewaar ze goed. Het "
        "journaal loopt gewoon door en oude controlecodes blijven kloppen."
    )

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        self.stap = regel(
            "Nog één stap. Dit is het herstelblad dat straks geldt. Druk het af of schrijf de code over, en "
            "controleer twee groepen. Daarna wordt de kluis opnieuw versleuteld. Het programma gaat dan op "
            "slot en u opent de kluis met uw wachtzin."
        )
        self.inhoud.addWidget(self.stap)
        self.blad = self.maak_herstelblad()
        self.maak, self.vernieuwen, _ = self.knoppen(
            ("Nieuwe hoofdsleutel voorbereiden", self.bereid_voor),
            ("Controleren en hoofdsleutel vernieuwen", self.vernieuw),
        )

    def begin(self) -> None:
        """Ask the wachtzin first."""
        self._toon(voorbereid=False)
        self.oud.focus("oud")

    def wis(self) -> None:
        """Leave nothing that was typed, shown or prepared."""
        self.oud.wis()
        self.blad.wis()
        self.beheer.vergeet_wissel()

    def bereid_voor(self) -> None:
        """The new sheet first: without it on paper nothing changes."""
        oud = self.wachtzin_uit(self.oud)
        if oud:
            self.doe_traag(
                "De nieuwe hoofdsleutel wordt voorbereid…",
                lambda: self.beheer.bereid_wissel_voor(oud),
                self._toon_blad,
                "oud",
                self.oud,
            )

    def vernieuw(self) -> None:
        """Two groups typed back: do it."""
        if self.blad.is_goed():
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
        self._toon(voorbereid=False)
        if not self.omgeving.store.is_open:
            self.omgeving.window.vergrendel()
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}".strip(), "fout")

    def _toon_blad(self, blad: Herstelblad) -> None:
        self.oud.wis()
        self.blad.zet_blad(blad)
        self._toon(voorbereid=True)
        self.blad.ui.afdrukkenPushButton.setFocus()
        breng_in_beeld(self.blad.ui.codeKaart)
        self.omgeving.window.meld("Het nieuwe herstelblad staat klaar. Er is nog niets veranderd.", "let_op")

    def _toon(self, *, voorbereid: bool) -> None:
        for deel in (self.vakken[self.oud], self.maak):
            deel.setVisible(not voorbereid)
        for deel in (self.stap, self.blad, self.vernieuwen):
            deel.setVisible(voorbereid)

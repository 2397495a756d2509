# SPDX-License-Identifier: EUPL-1.2
"""Betrokkene: who the dossier is about, and the people around, as little of them as possible."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from gemeente_pga.domain.beperking import DOSSIER_BEPERKT
from gemeente_pga.domain.casus import Ideologie, beoordeel_ideologie
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.grond import GEWOON, past
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.naaste import Naaste, beoordeel_naaste
from gemeente_pga.domain.persoon import Persoon, beoordeel_persoon, volledige_naam
from gemeente_pga.domain.tafelmoment import Tafelmoment, beoordeeld_door, eerste_zin
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.persoon import register_naaste, remove_naaste, update_persoon
from gemeente_pga.store.queries.beperking import is_beperkt
from gemeente_pga.store.queries.casus import ideologie, tafelmomenten
from gemeente_pga.store.queries.persoon import Dossierpersoon, personen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_betrokkene import Ui_Betrokkene
from gemeente_pga.ui.forms.ui_ideologie import Ui_Ideologie
from gemeente_pga.ui.forms.ui_naaste import Ui_Naaste
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_bsn import BsnPaneel
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, Deel, label
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker

UITLEG_NAASTEN = (
    "Leg alleen vast wie u voor de aanpak nodig hebt, en niet meer dan nodig is. Deze mensen hebben eigen "
    "rechten. Iets over hun afkomst of geloof hoort hier niet."
)
UITLEG_IDEOLOGIE = (
    "Dit is een oordeel van de tafel op een dag. Het telt nergens in mee en het kan veranderen."
)


@dataclass(frozen=True, slots=True)
class _Naaste:
    persoon: Persoon
    naaste: Naaste


class Betrokkene(Deel):
    """The tab."""

    code = "betrokkene"
    titel = "Betrokkene"
    wegwijzersleutel = "casus_betrokkene"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._betrokkene: Dossierpersoon | None = None
        self._momenten: tuple[Tafelmoment, ...] = ()
        kader = omgeving.kader
        self.persoon = Formulierpaneel(
            omgeving,
            "Betrokkene",
            Ui_Betrokkene(),
            naam=f"{CODE}_betrokkene",
            knop="Gegevens vastleggen",
            met_terug=False,
        )
        self.persoon.stel_in(
            lambda invoer: beoordeel_persoon(invoer, self.vandaag()), self._leg_betrokkene_vast
        )
        self.ideologie_ui = Ui_Ideologie()
        self.ideologie = Formulierpaneel(
            omgeving,
            "Ideologie",
            self.ideologie_ui,
            naam=f"{CODE}_ideologie",
            uitleg=UITLEG_IDEOLOGIE,
            met_terug=False,
        )
        vul_keuzes(self.ideologie_ui.ideologieComboBox, kader.codelijst("ideologie"))
        self.ideologie.stel_in(
            lambda invoer: beoordeel_ideologie(invoer, kader, self.vandaag(), momenten=self._momenten),
            self._leg_ideologie_vast,
        )
        self.beoordeeld = label("", "stil")
        self.ideologie.inhoud.insertWidget(self.ideologie.inhoud.count() - 1, self.beoordeeld)
        self.bsn = BsnPaneel(omgeving)
        self.naasten = Regelbewerker(omgeving, self._opzet())
        kaart = Kaart("Mensen om betrokkene heen")
        kaart.inhoud.addWidget(label(UITLEG_NAASTEN, "stil"))
        kaart.inhoud.addWidget(self.naasten)
        for deel in (self.persoon, self.bsn, kaart, self.ideologie):
            self.kolom.addWidget(deel)
        self.kolom.addStretch(1)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The person and the people around."""
        super().toon(r, beeld)
        alle = personen(r, beeld.dossier_id)
        self._betrokkene = next((p for p in alle if p.rol == "betrokkene"), None)
        if self._betrokkene is not None:
            self.persoon.toon(
                self.concept("betrokkene"), asdict(self._betrokkene.persoon), alleen_lezen=beeld.gesloten
            )
            self.bsn.toon_van(
                r, beeld.dossier_id, self._betrokkene.id, self.concept("bsn"), dicht=beeld.gesloten
            )
        nu = ideologie(r, beeld.dossier_id)
        self._momenten = tafelmomenten(r, beeld.dossier_id)
        dicht = beeld.gesloten or not (self._momenten or nu.ideologie)
        self.ideologie.toon(self.concept("ideologie"), asdict(nu), alleen_lezen=dicht)
        wie = beoordeeld_door(nu.ideologie_op, self._momenten) if nu.ideologie else ""
        self.beoordeeld.setText(wie or eerste_zin(self._momenten))
        naasten = tuple(p for p in alle if p.rol == "naaste")
        self.naasten.toon(beeld.dossier_id, naasten, alleen_lezen=beeld.gesloten)

    def naar_onderdeel(self, veld: str) -> bool:
        """A field of the person, or somebody around by id."""
        if veld in self.persoon.formulier.velden():
            self.persoon.formulier.focus(veld)
        elif veld == "ideologie":
            self.ideologie.formulier.focus("ideologie")
        else:
            return self.naasten.bewerk_plek(veld) or veld in {"", self.code}
        return True

    def plek(self) -> str:
        """The naaste that is open."""
        return self.naasten.open_rij()

    # ---- acts

    def _leg_betrokkene_vast(self, persoon: Persoon, concept: tuple[str, str]) -> None:
        if self._betrokkene is None:
            return
        reden = self._waarom_verbeteren()
        update_persoon(self.omgeving.store, self._betrokkene.id, persoon, reden=reden, concept=concept)
        self.omgeving.window.meld("De gegevens van betrokkene zijn vastgelegd.")

    def _waarom_verbeteren(self) -> str | None:
        """The reason to put something right in a dossier that may only be kept; None when none is asked."""
        with self.omgeving.store.reader() as r:
            if self.beeld is None or not is_beperkt(r, self.beeld.dossier_id):
                return None
        redenen = [(c.code, c.naam) for c in self.omgeving.kader.codelijst("reden_correctie")]
        tekst = f"{DOSSIER_BEPERKT} Verbeteren wat niet klopt, mag nog. Waarom wijzigt u deze gegevens?"
        reden = messages.kies_reden(self, "Gegevens verbeteren", tekst, redenen, "Gegevens verbeteren")
        if reden is None:
            raise Storing("Er is niets gewijzigd.", "Wat u typte, blijft staan.")
        return reden

    def _leg_ideologie_vast(self, waarde: Ideologie, concept: tuple[str, str]) -> None:
        if self.beeld is None:
            return
        set_ideologie(
            self.omgeving.store,
            self.beeld.dossier_id,
            waarde.ideologie,
            waarde.ideologie_op,
            concept=concept,
        )
        self.omgeving.window.meld("De ideologie is vastgelegd.")

    def _opzet(self) -> Opzet[Dossierpersoon]:
        return Opzet(
            concept=f"{CODE}_naaste",
            ontwerp=Ui_Naaste,
            kolommen=[
                Kolom("Relatie", lambda p: self.woord("relatie", p.relatie)),
                Kolom("Naam", lambda p: volledige_naam(p.persoon), rek=True),
                Kolom(
                    "Geboren",
                    lambda p: datum_kort(p.persoon.geboortedatum) if p.persoon.geboortedatum else "",
                ),
                Kolom("Nodig voor", lambda p: p.doel, rek=True),
                Kolom("Tot en met", lambda p: datum_kort(p.bewaren_tot) if p.bewaren_tot else ""),
            ],
            waarden=lambda p: (
                asdict(p.persoon)
                | {
                    "relatie": p.relatie,
                    "grondslag": p.grondslag,
                    "doel": p.doel,
                    "bewaren_tot": p.bewaren_tot,
                }
            ),
            beoordeel=self._beoordeel_naaste,
            leg_vast=self._leg_naaste_vast,
            verwijder=self._verwijder_naaste,
            verwijderen="Uit het dossier &halen",
            vul=self._vul,
            nieuw="&Naaste toevoegen",
            vastleggen="Naaste vastleggen",
            leeg="Er zijn geen mensen om betrokkene heen vastgelegd.",
        )

    def _vul(self, formulier: Formulier) -> None:
        kader, dag = self._kader(), self.vandaag()
        gronden = [(g.code, g.naam) for g in kader.grondslagen("ontvangen", op=dag) if past(g, GEWOON)]
        vul_keuzes(formulier.widget("relatie"), kader.codelijst("relatie"))  # type: ignore[arg-type] # a combo box
        vul_keuzes(formulier.widget("grondslag"), gronden)  # type: ignore[arg-type] # a combo box

    def _beoordeel_naaste(self, invoer: Mapping[str, object]) -> _Naaste | list[Gebrek]:
        naaste = beoordeel_naaste(invoer, self._kader(), self.vandaag())
        persoon = beoordeel_persoon(invoer, self.vandaag())
        if isinstance(persoon, list) or isinstance(naaste, list):
            return [g for deel in (naaste, persoon) if isinstance(deel, list) for g in deel]
        return _Naaste(persoon, naaste)

    def _kader(self) -> Kader:
        dossier_id = self.beeld.dossier_id if self.beeld else 0
        return self.omgeving.kader_van_dossier(dossier_id) if dossier_id else self.omgeving.kader

    def _leg_naaste_vast(self, naaste: _Naaste, rij_id: int | None, concept: tuple[str, str]) -> None:
        if self.beeld is None:
            return
        store = self.omgeving.store
        if rij_id is None:
            register_naaste(store, self.beeld.dossier_id, naaste.persoon, naaste.naaste, concept=concept)
        else:
            reden = self._waarom_verbeteren()
            update_persoon(store, rij_id, naaste.persoon, naaste=naaste.naaste, reden=reden, concept=concept)
        self.omgeving.window.meld("De naaste is vastgelegd.")

    def _verwijder_naaste(self, rij: Dossierpersoon) -> bool:
        redenen = [(c.code, c.naam) for c in self.omgeving.kader.codelijst("reden_correctie")]
        reden = messages.kies_reden(
            self,
            "Naaste uit het dossier halen",
            "De gegevens van deze persoon verdwijnen uit het dossier. Waarom haalt u ze weg?",
            redenen,
            "Uit het dossier halen",
        )
        if reden is None:
            return False
        remove_naaste(self.omgeving.store, rij.id, reden=reden)
        self.omgeving.window.meld("De naaste is uit het dossier gehaald.")
        return True

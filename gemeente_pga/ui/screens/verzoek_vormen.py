# SPDX-License-Identifier: EUPL-1.2
"""The forms of a request: what came in, handling, a step, extension, decision, how it ended, authority."""

from collections.abc import Callable, Mapping
from functools import partial

from gemeente_pga.domain.brief import (
    VERZOEKBRIEVEN,
    Briefopdracht,
    beoordeel_brief,
    mist_voor_verzoekbrief,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gezag import Gezag, beoordeel_gezag
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.verzoek import (
    AFLOPEN,
    BEKENDGEMAAKT,
    HOEDANIGHEDEN,
    INGETROKKEN,
    KANALEN,
    TEKENT,
    VERWERKINGEN,
    Afloop,
    Behandeling,
    Verlenging,
    Verzoek,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekstap,
    beoordeel_behandeling,
    beoordeel_stap,
    beoordeel_verlenging,
    beoordeel_verzoek,
)
from gemeente_pga.domain.verzoekbesluit import beoordeel_afloop, beoordeel_verzoekbesluit
from gemeente_pga.handelingen import verzoek as handelingen
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.queries.datalek import dossiernummers
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.mandaat import mandaten
from gemeente_pga.store.queries.persoon import betrokkene
from gemeente_pga.store.queries.tekstblok import leemten
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_brief import Ui_Brief
from gemeente_pga.ui.forms.ui_gezag import Ui_Gezag
from gemeente_pga.ui.forms.ui_verzoek import Ui_Verzoek
from gemeente_pga.ui.forms.ui_verzoek_afloop import Ui_VerzoekAfloop
from gemeente_pga.ui.forms.ui_verzoek_behandeling import Ui_VerzoekBehandeling
from gemeente_pga.ui.forms.ui_verzoek_besluit import Ui_VerzoekBesluit
from gemeente_pga.ui.forms.ui_verzoek_stap import Ui_VerzoekStap
from gemeente_pga.ui.forms.ui_verzoek_verlengen import Ui_VerzoekVerlengen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.briefkeuzes import toon_leemten, vul_briefkeuzes
from gemeente_pga.ui.screens.paneelplek import Paneelplek
from gemeente_pga.ui.screens.signaal_deel import velden_van
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

CODE = "verzoek"
_VERLENGEN = "U verlengt met twee maanden. Laat het de verzoeker weten vóór {datum}, met de reden."
_BESLUIT = "Wat u hier vastlegt, verandert daarna niet meer. Tegen het besluit kan iemand bezwaar maken."
Conceptsleutel = tuple[str, str]


class Verzoekvormen:
    """Opens one form at a time in `plek`; open_vorm says which."""

    def __init__(self, omgeving: Omgeving) -> None:
        self.omgeving = omgeving
        self.plek = Paneelplek(omgeving)
        self.open_vorm = ""
        self.plek.gesloten.connect(self._is_gesloten)

    def nieuw(self, nummer: str) -> None:
        """What came in. nummer: of the dossier it was opened from."""
        kader, ontwerp = self.omgeving.kader, Ui_Verzoek()
        paneel = self.plek.maak("Wat kwam binnen", ontwerp, naam="verzoek")
        with self.omgeving.store.reader() as r:
            eerdere = [v for v in vragen.verzoeken(r) if v.besluit is not None]
        soorten = [(c.code, c.naam) for c in kader.codelijst("verzoeksoort")]
        vul_keuzes(ontwerp.soortComboBox, soorten)
        keuzes = [(v.id, f"{v.nummer}: {kader.label('verzoeksoort', v.inhoud.soort)}") for v in eerdere]
        vul_keuzes(ontwerp.over_verzoek_idComboBox, keuzes)
        vul_keuzes(ontwerp.kanaalComboBox, KANALEN)
        ontwerp.hoedanigheidKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.hoedanigheidKeuzeGroep, HOEDANIGHEDEN)
        ontwerp.verwerkingKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.verwerkingKeuzeGroep, VERWERKINGEN)
        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden |= {"ontvangen_op": None, "politiedelen": False, "dossier": nummer}
        ids = [v.id for v in eerdere]
        self._open(paneel, "", (CODE, ""), waarden, partial(self._beoordeel_nieuw, ids), self._registreer)

    def behandeling(self, regel: Verzoekregel) -> None:
        """Who asks is established, parts were passed on."""
        ontwerp = Ui_VerzoekBehandeling()
        paneel = self.plek.maak("Behandeling", ontwerp, naam="verzoekbehandeling")
        vul_keuzes(ontwerp.identiteit_wijzeComboBox, self.omgeving.kader.codelijst("identiteit_wijze"))

        def leg_vast(behandeling: Behandeling, concept: Conceptsleutel) -> None:
            handelingen.update_verzoek(self.omgeving.store, regel.id, behandeling, concept=concept)
            self._meld("De behandeling is bijgewerkt.")

        def beoordeel(invoer: Mapping[str, object]) -> Behandeling | list[Gebrek]:
            omgeving = self.omgeving
            return beoordeel_behandeling(invoer, omgeving.kader, omgeving.vandaag(), verzoek=regel.inhoud)

        waarden = velden_van(regel.behandeling)
        self._open(paneel, "behandeling", self._concept("behandeling", regel), waarden, beoordeel, leg_vast)

    def stap(self, regel: Verzoekregel) -> None:
        """Something that was done for it."""
        ontwerp = Ui_VerzoekStap()
        paneel = self.plek.maak("Stap", ontwerp, naam="verzoekstap")
        vul_keuzes(ontwerp.soortComboBox, self.omgeving.kader.codelijst("verzoekstap"))

        def beoordeel(invoer: Mapping[str, object]) -> Verzoekstap | list[Gebrek]:
            omgeving, ontvangen = self.omgeving, regel.inhoud.ontvangen_op
            return beoordeel_stap(invoer, omgeving.kader, omgeving.vandaag(), ontvangen_op=ontvangen)

        def leg_vast(stap: Verzoekstap, concept: Conceptsleutel) -> None:
            handelingen.add_stap(self.omgeving.store, regel.id, stap, concept=concept)
            self._meld("De stap is vastgelegd.")

        waarden = {"soort": "", "op": self.omgeving.vandaag(), "met": "", "uitkomst": ""}
        self._open(paneel, "stap", self._concept("stap", regel), waarden, beoordeel, leg_vast)

    def verlengen(self, regel: Verzoekregel) -> None:
        """A longer term."""
        uitleg = _VERLENGEN.format(datum=datum_kort(regel.uiterlijk)) if regel.uiterlijk else ""
        paneel = self.plek.maak(
            "Termijn verlengen", Ui_VerzoekVerlengen(), naam="verzoekverlengen", uitleg=uitleg
        )

        def leg_vast(verlenging: Verlenging, concept: Conceptsleutel) -> None:
            store, kader = self.omgeving.store, self.omgeving.kader
            dag = handelingen.extend(store, regel.id, verlenging, kader, concept=concept)
            self._meld(f"De termijn loopt nu tot en met {datum_kort(dag)}.")

        def beoordeel(invoer: Mapping[str, object]) -> Verlenging | list[Gebrek]:
            return beoordeel_verlenging(invoer, self.omgeving.vandaag(), verzoek=regel)

        waarden = {"verlengd_op": self.omgeving.vandaag(), "verlengd_reden": ""}
        self._open(paneel, "verlengen", self._concept("verlengen", regel), waarden, beoordeel, leg_vast)

    def besluit(self, regel: Verzoekregel) -> None:
        """The decision, with its text and who signed."""
        kader, ontwerp = self.omgeving.kader, Ui_VerzoekBesluit()
        paneel = self.plek.maak("Besluit op het verzoek", ontwerp, naam="verzoekbesluit", uitleg=_BESLUIT)
        vul_keuzes(ontwerp.besluitComboBox, kader.codelijst("verzoekbesluit"))
        ontwerp.tekentKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.tekentKeuzeGroep, TEKENT)
        with self.omgeving.store.reader() as r:
            toon_leemten(paneel, leemten(r, regel.gemeente_id))

        def beoordeel(invoer: Mapping[str, object]) -> Verzoekbesluit | list[Gebrek]:
            with self.omgeving.store.reader() as r:
                rond = vragen.rond(r, regel)
            return beoordeel_verzoekbesluit(invoer, kader, self.omgeving.vandaag(), verzoek=regel, rond=rond)

        def leg_vast(besluit: Verzoekbesluit, concept: Conceptsleutel) -> None:
            omgeving = self.omgeving
            handelingen.decide(omgeving.store, regel.id, besluit, kader, concept=concept)
            zin = "Het besluit is vastgelegd, met een brief. Maak het nu bekend aan de verzoeker."
            maak_af(omgeving, lambda: self._meld(zin))

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden["besluit_op"] = self.omgeving.vandaag()
        self._open(paneel, "besluit", self._concept("besluit", regel), waarden, beoordeel, leg_vast)

    def brief(self, regel: Verzoekregel) -> None:
        """That it came in, or that the answer takes longer."""
        ontwerp = Ui_Brief()
        paneel = self.plek.maak("Brief aan de verzoeker", ontwerp, naam="verzoekbrief")
        for deel in (ontwerp.persoon_idLabel, ontwerp.persoon_idComboBox):
            deel.hide()
        soorten = [soort for soort in VERZOEKBRIEVEN if not mist_voor_verzoekbrief(regel, soort)]
        vul_briefkeuzes(ontwerp, soorten)
        omgeving = self.omgeving
        with omgeving.store.reader() as r:
            toon_leemten(paneel, leemten(r, regel.gemeente_id))

        def leg_vast(opdracht: Briefopdracht, concept: Conceptsleutel) -> None:
            write_verzoekbrief(omgeving.store, regel.id, opdracht, omgeving.kader, concept=concept)
            maak_af(omgeving, lambda: self._meld("De brief is gemaakt. U vindt hem bij de brieven."))

        def beoordeel(invoer: Mapping[str, object]) -> Briefopdracht | list[Gebrek]:
            with omgeving.store.reader() as r:
                getekend = mandaten(r, regel.gemeente_id)
            return beoordeel_brief(invoer, omgeving.vandaag(), soorten=soorten, mandaten=getekend)

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden["soort"] = soorten[-1] if soorten else ""
        self._open(paneel, "brief", self._concept("brief", regel), waarden, beoordeel, leg_vast)

    def afloop(self, regel: Verzoekregel) -> None:
        """Made known, onherroepelijk or withdrawn."""
        ontwerp = Ui_VerzoekAfloop()
        paneel = self.plek.maak("Hoe gaat het verder", ontwerp, naam="verzoekafloop")
        ontwerp.afloopKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.afloopKeuzeGroep, [keuze for keuze in AFLOPEN if _past(regel, keuze[0])])

        def beoordeel(invoer: Mapping[str, object]) -> Afloop | list[Gebrek]:
            with self.omgeving.store.reader() as r:
                ertegen = vragen.ertegen(r, regel.id)
            return beoordeel_afloop(invoer, self.omgeving.vandaag(), verzoek=regel, ertegen=ertegen)

        def leg_vast(afloop: Afloop, concept: Conceptsleutel) -> None:
            store, kader = self.omgeving.store, self.omgeving.kader
            handelingen.finish(store, regel.id, afloop, kader, concept=concept)
            self._meld("De afloop is vastgelegd.")

        waarden = {"afloop": "", "op": self.omgeving.vandaag()}
        self._open(paneel, "afloop", self._concept("afloop", regel), waarden, beoordeel, leg_vast)

    def gezag(self, regel: Verzoekregel) -> None:
        """Who holds authority over the betrokkene."""
        with self.omgeving.store.reader() as r:
            wie = betrokkene(r, regel.dossier_id or 0)
        if wie is None:  # it is about nobody who is here
            return
        persoon_id = wie.id
        ontwerp = Ui_Gezag()
        paneel = self.plek.maak("Gezag over betrokkene", ontwerp, naam="gezag")
        vul_keuzes(ontwerp.hoedanigheidComboBox, self.omgeving.kader.codelijst("hoedanigheid_gezag"))

        def beoordeel(invoer: Mapping[str, object]) -> Gezag | list[Gebrek]:
            return beoordeel_gezag(invoer, self.omgeving.kader, self.omgeving.vandaag())

        def leg_vast(gezag: Gezag, concept: Conceptsleutel) -> None:
            handelingen.register_gezag(self.omgeving.store, persoon_id, gezag, concept=concept)
            self._meld("Het gezag is vastgelegd.")

        waarden = dict.fromkeys(paneel.formulier.velden(), "")
        self._open(paneel, "gezag", self._concept("gezag", regel), waarden, beoordeel, leg_vast)

    # ---- what they share

    def _beoordeel_nieuw(
        self, eerdere: list[int], invoer: Mapping[str, object]
    ) -> tuple[Verzoek, int | None] | list[Gebrek]:
        with self.omgeving.store.reader() as r:
            nummers = dossiernummers(r)
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        return beoordeel_verzoek(invoer, kader, vandaag, nummers=nummers, eerdere=eerdere)

    def _registreer(self, wat: tuple[Verzoek, int | None], concept: Conceptsleutel) -> None:
        verzoek, dossier_id = wat
        store, kader = self.omgeving.store, self.omgeving.kader
        with store.reader() as r:
            gemeente_id = gemeenten(r)[0].id
        verzoek_id = handelingen.register_verzoek(
            store, verzoek, kader, gemeente_id=gemeente_id, dossier_id=dossier_id, concept=concept
        )
        self.plek.sluit()
        self.omgeving.window.open(CODE, verzoek_id)
        self._meld("Het verzoek is vastgelegd.")

    def _open(
        self,
        paneel: Formulierpaneel,
        vorm: str,
        concept: Conceptsleutel,
        waarden: Mapping[str, object],
        beoordeel: Callable[[Mapping[str, object]], object],
        leg_vast: Callable[..., object],
    ) -> None:
        self.plek.open(paneel, concept, waarden, beoordeel, leg_vast)
        self.open_vorm = vorm

    def _concept(self, vorm: str, regel: Verzoekregel) -> Conceptsleutel:
        return CODE, f"{regel.id}:{vorm}"

    def _is_gesloten(self) -> None:
        self.open_vorm = ""

    def _meld(self, zin: str) -> None:
        self.omgeving.window.meld(zin)


def _past(regel: Verzoekregel, afloop: str) -> bool:
    """Only what can come now is offered."""
    if afloop == BEKENDGEMAAKT:
        return regel.besluit is not None and regel.bekendgemaakt_op is None
    if afloop == INGETROKKEN:
        return regel.besluit is None
    return True

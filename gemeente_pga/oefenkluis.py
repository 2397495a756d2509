# SPDX-License-Identifier: EUPL-1.2
"""Fills a practice kluis with invented dossiers in every state, through the same acts as the screens use.

The stories stand in resources/oefencasus/dossiers.toml; dates follow from today, so that Bureau has
something due.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from gemeente_pga.domain import casus as casusdomein
from gemeente_pga.domain import overleg as overlegdomein
from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import as_moment
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import Agendering, FormeleControle
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import (
    Afweging,
    Informeerbesluit,
    Oordeel,
    Tafel,
    Tafelpartij,
    Weegbesluit,
)
from gemeente_pga.handelingen import casus as casushandelingen
from gemeente_pga.handelingen import inrichting, notitie, overleg, plan, signaal, verslag, weging
from gemeente_pga.handelingen.document import store_pdf
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.overleg import agenda, deelnemers
from gemeente_pga.store.store import Store

Verhaal = Mapping[str, Any]
_BESLUIT = {"doorgeleid": "doorgeleid", "niet_opgenomen": "niet_opnemen", "vraag": "nadere_informatie"}
_CASUS = ("voorbereiding", "uitvoering", "herbeoordeling")
_ANTWOORDEN = {
    "k6": "Wat hij of zij denkt of gelooft telt hier niet; het gaat om wat is gezegd en gedaan.",
    "k11": "Op dit moment is er geen acuut gevaar. Politie en OM zien dat ook zo.",
    "k12": "Risico en bescherming zijn beide besproken en staan bij de informatie.",
    "k17": "Leeftijd en kwetsbaarheid zijn besproken; er is rekening mee gehouden.",
}


def fill(store: Store, kader: Kader, nu: datetime) -> None:
    """Municipality, partners and dossiers. The store must be a fresh practice kluis."""
    verhalen = tomllib.loads(resource("oefencasus/dossiers.toml").read_text("utf-8"))
    bouw = _Bouw.begin(store, kader, nu, verhalen)
    for verhaal in verhalen["dossier"]:
        bouw.dossier(verhaal)
    note = verhalen["notitie"]
    notitie.register_notitie(
        store,
        Telefoonnotitie(
            tekst=note["tekst"],
            beller=note["beller"],
            terugbelnummer=note["terugbelnummer"],
            acuut=False,
            ontvangen_op=as_moment(nu.date() - timedelta(days=1), time(16, 50)),
        ),
    )
    make_documents(store)


def make_documents(store: Store) -> None:
    """Render and keep what was frozen, here and now: the practice kluis has no window yet."""
    from gemeente_pga import documents

    with store.reader() as r:
        rijen = te_maken(r)
    for rij in rijen:
        store_pdf(store, rij, documents.render(rij.soort, rij.stuk, rij.code))


@dataclass(frozen=True)
class _Bouw:
    store: Store
    kader: Kader
    nu: datetime
    gemeente_id: int
    partijen: Mapping[str, int]
    mensen: Mapping[str, Mapping[str, str]]

    @classmethod
    def begin(cls, store: Store, kader: Kader, nu: datetime, verhalen: Verhaal) -> "_Bouw":
        """The set-up of the practice kluis."""
        inrichting.set_instelling(store, "oefenkluis", "ja")
        inrichting.register_gebruiker(store, Gebruiker(**verhalen["gebruiker"]))
        gemeente_id = inrichting.register_gemeente(store, Gemeente(**verhalen["gemeente"]))
        inrichting.activate_kader(store, kader, nu)
        kern = {partij.code for partij in kader.kernpartijen}
        partijen = {
            p["soort"]: inrichting.register_partij(store, Partij(kernpartij=p["soort"] in kern, **p))
            for p in verhalen["partij"]
        }
        mensen = {p["soort"]: p for p in verhalen["partij"]}
        return cls(store, kader, nu, gemeente_id, partijen, mensen)

    @property
    def vandaag(self) -> date:
        return self.nu.date()

    def dag(self, verhaal: Verhaal, later: int = 0) -> date:
        """The day of the signal, or so many days later; never after today."""
        return min(self.vandaag, self.vandaag - timedelta(days=verhaal["dagen"] - later))

    def dossier(self, verhaal: Verhaal) -> None:
        """One story, as far as it has come."""
        if verhaal["tot"] == "overgenomen":
            self._overgenomen(verhaal)
            return
        signaal_id = self._signaal(verhaal)
        with self.store.reader() as r:
            dossier_id = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
        if "ideologie" in verhaal:
            set_ideologie(self.store, dossier_id, verhaal["ideologie"], self.dag(verhaal, 1))
        if verhaal["tot"] == "controle":
            return
        controle = FormeleControle("ja", "ja", "ja", "")
        signaal.check_signaal(self.store, signaal_id, controle, self.nu)
        kern = tuple(self.partijen[s] for s in ("gemeente", "om", "politie"))
        wanneer = self.vandaag + timedelta(days=4) if verhaal["tot"] == "agenda" else self.dag(verhaal, 8)
        signaal.schedule_signaal(self.store, signaal_id, Agendering(wanneer, kern), self.vandaag)
        if verhaal["tot"] != "agenda":
            self._weging(verhaal, dossier_id, signaal_id)

    def _persoon(self, verhaal: Verhaal) -> Persoon:
        velden = (
            "voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum",
            "straatnaam", "huisnummer", "toevoeging",
        )  # fmt: skip
        bekend = {veld: verhaal[veld] for veld in velden if veld in verhaal}
        return Persoon(plaats="Waterhoven", **bekend)

    def _signaal(self, verhaal: Verhaal) -> int:
        teksten = ("zelf_waargenomen", "van_anderen", "interpretatie", "bron_organisatie", "melder_naam")
        velden = {veld: verhaal.get(veld, "") for veld in (*teksten, "melder_functie")}
        nieuw = Signaal(
            soort="melding",
            kanaal="telefoon",
            ontvangen_op=as_moment(self.dag(verhaal), time(10, 15)),
            ontvangen_door="S. Aydın",
            gebeurd_op=None,
            bron_soort=verhaal["bron_soort"],
            melder_contact="",
            naam_noemen="nee",
            bron_kennis=verhaal["bron_kennis"],
            eigen_opmerking="",
            acuut=False,
            eerder_besproken="nee",
            eerder_besproken_toelichting="",
            **velden,
        )
        return signaal.register_signaal(
            self.store, nieuw, self._persoon(verhaal), gemeente_id=self.gemeente_id
        )

    # ---- weging

    def _weging(self, verhaal: Verhaal, dossier_id: int, signaal_id: int) -> None:
        dag = self.dag(verhaal, 8)
        weging_id = weging.begin_weging(self.store, dossier_id, dag)
        tafel = Tafel(
            dag, "10:00", "10:45", "gemeentehuis, kamer 2.14", "S. Aydın", "gewoon", "", "", "", None, ""
        )
        klaar = verhaal["tot"] != "weging"
        self._tafel(weging_id, tafel, signaal_id, verhaal, klaar)
        informatie_id = self._informatie(verhaal, dossier_id, weging_id, signaal_id)
        for lijst in kaarten(self.kader):
            for criterium in lijst if klaar else lijst[:3]:
                oordeel = self._oordeel(criterium.code, verhaal)
                feiten = {informatie_id: "voor"} if oordeel.antwoord == "spreekt_voor" else {}
                weging.record_oordeel(self.store, weging_id, oordeel, feiten=feiten)
        if not klaar:
            return
        self._besluit(verhaal, weging_id, signaal_id, tafel)
        weging.vaststellen(self.store, weging_id, self.kader, dag)
        if verhaal["tot"] in _CASUS:
            self._casus(verhaal, weging_id)

    def _tafel(self, weging_id: int, tafel: Tafel, signaal_id: int, verhaal: Verhaal, klaar: bool) -> None:
        uitleg = ""
        if klaar and verhaal["bron_soort"] in {"politie", "gemeente"}:
            uitleg = "De politie lichtte het signaal toe; OM en gemeente wogen het als eersten."
        tafel = Tafel(
            **{f: getattr(tafel, f) for f in Tafel.__dataclass_fields__}
            | {"bron_weegt_mee_toelichting": uitleg}
        )
        weging.record_tafel(self.store, weging_id, tafel, self._aan_tafel(""), signaal_ids=(signaal_id,))

    def _aan_tafel(self, standpunt: str) -> tuple[Tafelpartij, ...]:
        return tuple(
            Tafelpartij(
                partij_id=self.partijen[soort],
                aanwezig="ja",
                naam=self.mensen[soort]["contactpersoon"],
                functie=self.mensen[soort]["functie"],
                mandaat=self.mensen[soort]["mandaat"],
                standpunt=standpunt,
            )
            for soort in ("gemeente", "om", "politie")
        )

    def _informatie(self, verhaal: Verhaal, dossier_id: int, weging_id: int, signaal_id: int) -> int:
        item = Informatie(
            partij_id=self.partijen["gemeente"],
            gever="S. Aydın",
            tekst=verhaal["zelf_waargenomen"] or verhaal["van_anderen"],
            soort_uitspraak="feit" if verhaal["zelf_waargenomen"] else "van_horen_zeggen",
            bron=verhaal.get("bron_organisatie", ""),
            gebeurd_op=None,
            ontvangen_op=self.dag(verhaal),
            grondslag_gever="avg_6_1_e",
            grondslag_ontvanger="avg_6_1_e",
            doel="beoordelen of deze persoon in de aanpak moet worden opgenomen",
            categorie="gewoon",
            noodzaak="",
            verkregen="openlijk",
            markering="vrij",
            verder_gebruik=True,
            einddatum=None,
        )
        waarbij = {"weging_id": weging_id, "signaal_id": signaal_id}
        return register_informatie(self.store, dossier_id, item, waarbij=waarbij)

    def _oordeel(self, code: str, verhaal: Verhaal) -> Oordeel:
        if code in _ANTWOORDEN:
            antwoord = "spreekt_voor" if code == "k12" else "spreekt_tegen" if code == "k11" else "onbekend"
            return Oordeel(code, antwoord, _ANTWOORDEN[code], "", "")
        opnemen = verhaal["tot"] in _CASUS
        if code in {"k1", "k3", "k8"} and opnemen:
            return Oordeel(code, "spreekt_voor", "Dit blijkt uit wat zelf is gezien en gehoord.", "", "")
        if not opnemen and code in {"k2", "k4", "k5"}:
            return Oordeel(code, "spreekt_tegen", "Er is geen plan en geen voorbereiding gebleken.", "", "")
        vraag = "Wat weten partners hierover uit eigen waarneming?"
        return Oordeel(code, "onbekend", "Hierover is nu te weinig bekend.", vraag, "S. Aydın")

    def _besluit(self, verhaal: Verhaal, weging_id: int, signaal_id: int, tafel: Tafel) -> None:
        dag = tafel.datum
        weging.record_afweging(
            self.store,
            weging_id,
            Afweging(
                samenhang="De feiten zijn naast elkaar gelegd en wijzen dezelfde kant op.",
                subsidiariteit="Gewone zorg en hulp zijn besproken. "
                + ("Die zijn niet genoeg." if verhaal["tot"] in _CASUS else "Die kunnen hier volstaan."),
                proportionaliteit="De inbreuk is afgewogen tegen het belang van de persoon en van anderen.",
                bevoegd="ja",
                bevoegd_toelichting="De persoon verblijft in Waterhoven.",
            ),
        )
        weging.record_informeren(
            self.store,
            weging_id,
            Informeerbesluit(
                informeren="later",
                informeren_grondslag="doel_geschaad",
                informeren_reden="Eerst een gesprek met iemand die de persoon vertrouwt.",
                informeren_door="de weegploeg",
                informeren_opnieuw_op=dag + timedelta(days=28),
            ),
        )
        code = _BESLUIT.get(verhaal["tot"], "opnemen")
        vraag = {
            "vraag": verhaal.get("vraag", ""),
            "vraag_aan": verhaal.get("vraag_aan", ""),
            "vraag_grondslag": "publieke taak" if "vraag" in verhaal else "",
            "vraag_voor": self.vandaag + timedelta(days=2) if "vraag" in verhaal else None,
        }
        besluit = Weegbesluit(
            besluit=code,
            besluit_reden=verhaal.get("besluit_reden", "Er is eerst meer informatie nodig."),
            doorgeleid_naar=verhaal.get("doorgeleid_naar", ""),
            minderheidsstandpunt="",
            vervolg="",
            **vraag,
        )
        weging.record_besluit(self.store, weging_id, besluit, self._aan_tafel("akkoord"))

    # ---- casus

    def _casus(self, verhaal: Verhaal, weging_id: int) -> None:
        casus_id = casushandelingen.open_casus(self.store, weging_id, op=self.dag(verhaal, 8))
        for soort in ("gemeente", "om", "politie", "zvh"):
            self._deelnemer(casus_id, soort, self.dag(verhaal, 9))
        regie = casusdomein.Regie("S. Aydın", self.vandaag + timedelta(days=20))
        casushandelingen.record_regie(self.store, casus_id, regie)
        if verhaal["tot"] == "voorbereiding":
            return
        self._overleg(verhaal, casus_id)
        self._plan(verhaal, casus_id)
        casushandelingen.move(self.store, casus_id, "in_uitvoering", op=self.dag(verhaal, 36))
        if verhaal["tot"] == "herbeoordeling":
            casushandelingen.move(self.store, casus_id, "herbeoordeling", op=self.vandaag)

    def _deelnemer(self, casus_id: int, soort: str, dag: date) -> None:
        mens = self.mensen[soort]
        rol = {"gemeente": "casusregisseur", "zvh": "voorzitter"}.get(soort, "deelnemer")
        casushandelingen.record_deelnemer(
            self.store,
            casus_id,
            casusdomein.Deelnemer(
                partij_id=self.partijen[soort],
                naam=mens["contactpersoon"],
                functie=mens["functie"],
                rol=rol,
                grondslag="wet_pga",
                convenant_getekend="ja",
                geheimhouding="ja",
                vanaf=dag,
                tot=None,
            ),
            op=dag,
        )

    def _overleg(self, verhaal: Verhaal, casus_id: int) -> None:
        dag = self.dag(verhaal, 22)
        hoofd = overlegdomein.Overleg(
            datum=dag, begin="13:30", einde="14:20", plaats=f"{self.mensen['zvh']['naam']}, zaal Reiger",
            voorzitter="T. de Graaf", verslaglegger="S. Aydın", verslag_door="gemeente", kenmerk_zvh="",
            vorig_verslag="geen", geheimhouding_besproken=True, exemplaren_uitgedeeld=4, exemplaren_terug=4,
            exemplaren_toelichting="", volgend_overleg=self.vandaag + timedelta(days=20),
            volgend_overleg_tijd="10:00", volgend_overleg_plaats="",
        )  # fmt: skip
        mensen = {
            overlegdomein.Deelnemer(
                partij_id=self.partijen[soort],
                naam=self.mensen[soort]["contactpersoon"],
                functie=self.mensen[soort]["functie"],
                rol="voorzitter" if soort == "zvh" else "deelnemer",
                aanwezig="aanwezig",
                geheimhouding=True,
                toelichting="",
            ): (casus_id,)
            for soort in ("gemeente", "om", "politie", "zvh")
        }
        overleg_id = overleg.prepare_overleg(self.store, hoofd, casus_ids=(casus_id,), deelnemers=mensen)
        overleg.begin_overleg(self.store, overleg_id)
        with self.store.reader() as r:
            punt = agenda(r, overleg_id)[0]
            wie = deelnemers(r, overleg_id)
        self._bespreking(verhaal, punt.id, dag)
        overleg.put_ter_reactie(self.store, overleg_id, op=dag, reageren_voor=dag + timedelta(days=7))
        akkoord = overlegdomein.Reactie("akkoord", "", min(self.vandaag, dag + timedelta(days=5)), "e-mail")
        for deelnemer in wie:
            overleg.record_reactie(self.store, overleg_id, deelnemer.id, akkoord)
        vast = min(self.vandaag, dag + timedelta(days=8))
        verslag.vaststellen(self.store, overleg_id, self.kader, op=vast, wijze="schriftelijk")

    def _bespreking(self, verhaal: Verhaal, bespreking_id: int, dag: date) -> None:
        overleg.record_bespreking(
            self.store,
            bespreking_id,
            overlegdomein.Bespreking(
                doel="Plan van aanpak bespreken en vaststellen",
                overwegingen=verhaal["overwegingen"],
                informeren="ja",
                informeren_reden="De persoon werkt mee en weet van de aanpak.",
                informeren_opnieuw_op=None,
                volgende_herbeoordeling=self.vandaag + timedelta(days=20),
            ),
        )
        for tekst in verhaal["besluiten"]:
            overleg.record_besluit(self.store, bespreking_id, overlegdomein.Besluit(tekst, False))
        for wat, wie, over in verhaal["acties"]:
            voor = self.vandaag + timedelta(days=over)
            actie = overlegdomein.Actie(wat, wie, None, voor, "", "", "mondeling")
            overleg.record_actie(self.store, bespreking_id, actie)
        del dag

    def _plan(self, verhaal: Verhaal, casus_id: int) -> None:
        plan_id = plan.begin_plan(self.store, casus_id)
        leg: Callable[..., int] = plan.record_regel
        doelen = [leg(self.store, plan_id, Doel(tekst, gebied)) for gebied, tekst in verhaal["doelen"]]
        for soort in ("risico", "beschermend"):
            for tekst in verhaal[soort]:
                leg(self.store, plan_id, Factor(soort, tekst, "", "casusoverleg"))
        for nummer, (wat, wie) in enumerate(verhaal["interventies"]):
            leg(
                self.store,
                plan_id,
                Interventie(
                    soort="vrijwillig", omschrijving=wat, leefgebied="", doel_id=doelen[nummer % len(doelen)],
                    partij_id=None, eigenaar=wie, grondslag="wet_pga", vrijwillig=True, beslisser="",
                    start=self.dag(verhaal, 30), einde=None, maat="Afspraken worden nagekomen", stand="loopt",
                ),
            )  # fmt: skip
        kop = Plankop(
            bij_verergering="Direct overleg tussen gemeente, politie en OM.",
            bij_verbetering="Minder vaak bespreken, daarna afsluiten met nazorg.",
            herbeoordeling_op=self.vandaag + timedelta(days=20),
        )
        plan.record_plan(self.store, plan_id, kop)
        plan.vaststellen(self.store, plan_id, op=self.dag(verhaal, 35))

    def _overgenomen(self, verhaal: Verhaal) -> None:
        overname = casusdomein.Overname(
            ontvangen_op=self.dag(verhaal),
            bron_soort=verhaal["bron_soort"],
            bron_organisatie=verhaal["bron_organisatie"],
            zelf_waargenomen=verhaal["zelf_waargenomen"],
            weging_op=self.dag(verhaal, 10),
            besluit_reden=verhaal["besluit_reden"],
            samenhang="",
            geopend_op=self.dag(verhaal, 10),
            casusregisseur="S. Aydın",
            volgende_herbeoordeling=self.vandaag - timedelta(days=3),
            informeren="ja",
            informeren_reden="Betrokkene kreeg een brief en een gesprek.",
            informeren_opnieuw_op=None,
            geinformeerd_op=self.dag(verhaal, 30),
        )
        casushandelingen.take_over(
            self.store,
            self._persoon(verhaal),
            overname,
            gemeente_id=self.gemeente_id,
            bijlagen=(),
            vandaag=self.vandaag,
        )

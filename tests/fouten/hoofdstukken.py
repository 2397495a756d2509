# SPDX-License-Identifier: EUPL-1.2
"""The chapters after the signal: weging, casus with plan, overleg, documents, and the end of the casus."""

from collections.abc import Callable, Generator
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from gemeente_pga.domain.casus import Deelnemer, Overname, Regie, Regiewijziging, Sluiting
from gemeente_pga.domain.document import TeBevriezen, TeMaken
from gemeente_pga.domain.exemplaar import Bewijs, Houdernaam, Uitgiftewens
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.informeren import Informeerbesluit, Informeren
from gemeente_pga.domain.overleg import Actie, Besluit, Bespreking, Overleg, Reactie, Voortgang
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.plan import Doel, Factor, Interventie, Plankop
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen import casus as casuswerk
from gemeente_pga.handelingen import document, informatie, plan, verslag
from gemeente_pga.handelingen import overleg as overlegwerk
from gemeente_pga.handelingen import weging as weegwerk
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.store.queries import overleg as vraag
from gemeente_pga.store.queries.document import te_maken
from tests.fouten.stand import LATER, VANDAAG, Stand, kader

Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]


def item(s: Stand, tekst: str) -> Informatie:
    """One fact that may be used."""
    return Informatie(
        partij_id=s.ids["gemeente"], gever="", tekst=tekst, soort_uitspraak="feit", bron="", gebeurd_op=None,
        ontvangen_op=None, grondslag_gever="wet_pga", grondslag_ontvanger="wet_pga", doel="Wegen",
        categorie="gewoon", noodzaak="", verkregen="openlijk", markering="vrij", verder_gebruik=False,
        einddatum=None, contactdoel="eigen_taak",
    )  # fmt: skip


def _aan_tafel(s: Stand) -> tuple[Tafelpartij, ...]:
    return tuple(
        Tafelpartij(
            partij_id=s.ids[soort], naam=f"H. {soort}", functie="lid", aanwezig="ja", mandaat="bevoegd",
            standpunt="akkoord", standpunt_op=VANDAAG, kanaal="overleg",
        )
        for soort in ("gemeente", "om", "politie")
    )  # fmt: skip


def _informatie(s: Stand, weging_id: int) -> Hoofdstuk:
    waarbij = {"weging_id": weging_id}

    def leg(tekst: str) -> int:
        return informatie.register_informatie(s.store, s.ids["dossier"], item(s, tekst), waarbij=waarbij)

    s.ids["informatie"] = yield Act.INFORMATIE_TOEVOEGEN, lambda: leg("Tot zomer 2025 geen zorgen.")
    yield (
        Act.INFORMATIE_CORRIGEREN,
        lambda: informatie.correct_informatie(
            s.store, s.ids["informatie"], item(s, "Tot de zomer van 2025 geen zorgen.")
        ),
    )
    weg = yield Act.INFORMATIE_TOEVOEGEN, lambda: leg("Dit had niet mogen worden gezegd.")
    yield Act.INFORMATIE_SCHRAPPEN, lambda: informatie.strike_informatie(s.store, weg)


def weging(s: Stand) -> Hoofdstuk:
    """The weegploeg asks for more, gets it, and decides to take the person into the approach."""
    vraag_ = Weegbesluit(
        "nadere_informatie", "Er is meer nodig.", "", "", vraag="Wat weet de leerplicht?",
        vraag_aan="leerplicht", vraag_grondslag="publieke taak", vraag_voor=VANDAAG,
    )  # fmt: skip
    yield from _een_weging(s, vraag_)
    besluit = Weegbesluit("opnemen", "De signalen wijzen dezelfde kant op.", "", "")
    yield from _een_weging(s, besluit)


def _een_weging(s: Stand, besluit: Weegbesluit) -> Hoofdstuk:
    partijen = _aan_tafel(s)
    tafel = Tafel(
        VANDAAG, "10:00", "10:50", "kamer 2.14", "S. Aydın", "gewoon", "", "", "", None, "Besproken."
    )
    weging_id = yield Act.WEGING_BEGINNEN, lambda: weegwerk.begin_weging(s.store, s.ids["dossier"], VANDAAG)
    s.ids["weging"] = weging_id
    yield (
        Act.WEGING_TAFEL,
        lambda: weegwerk.record_tafel(s.store, weging_id, tafel, partijen, signaal_ids=[s.ids["signaal"]]),
    )
    yield from _informatie(s, weging_id)
    voor = {s.ids["informatie"]: "voor"}
    for criterium in (c for lijst in kaarten(kader()) for c in lijst):
        oordeel = Oordeel(criterium.code, "spreekt_voor", "Dit is zelf gezien.", "", "")
        yield (
            Act.WEGING_OORDEEL,
            partial(lambda o: weegwerk.record_oordeel(s.store, weging_id, o, feiten=voor), oordeel),
        )
    afweging = Afweging("Dezelfde kant op.", "Geprobeerd.", "Passend.", "ja", "")
    yield Act.WEGING_AFSLUITING, lambda: weegwerk.record_afweging(s.store, weging_id, afweging)
    informeren = Informeerbesluit("later", "doel_geschaad", "Eerst een gesprek.", "weegploeg", LATER)
    yield Act.WEGING_AFSLUITING, lambda: weegwerk.record_informeren(s.store, weging_id, informeren)
    yield Act.WEGING_AFSLUITING, lambda: weegwerk.record_besluit(s.store, weging_id, besluit, partijen)
    yield Act.WEGING_VASTSTELLEN, lambda: weegwerk.vaststellen(s.store, weging_id, kader(), VANDAAG)
    yield Act.DOSSIER_IDEOLOGIE, lambda: set_ideologie(s.store, s.ids["dossier"], "onbekend", VANDAAG)


def casus(s: Stand) -> Hoofdstuk:
    """One casus from the decision, one taken over from paper; participants and a plan."""
    yield Act.CASUS_OVERNEMEN, lambda: _neem_over(s)
    s.ids["casus"] = yield (
        Act.CASUS_OPENEN,
        lambda: casuswerk.open_casus(s.store, s.ids["weging"], op=VANDAAG),
    )
    casus_id = s.ids["casus"]
    for soort, rol in (("gemeente", "casusregisseur"), ("zvh", "voorzitter"), ("politie", "deelnemer")):
        wie = Deelnemer(s.ids[soort], f"H. {soort}", "lid", rol, "wet_pga", "ja", "ja", VANDAAG, None)
        yield (
            Act.CASUS_DEELNEMER,
            partial(lambda d: casuswerk.record_deelnemer(s.store, casus_id, d, op=VANDAAG), wie),
        )
    yield (
        Act.CASUS_BIJWERKEN,
        lambda: casuswerk.record_regie(
            s.store, casus_id, Regiewijziging(Regie("S. Aydın", LATER)), op=VANDAAG
        ),
    )
    besluit = _bestand(
        Informeren,
        informeren="later",
        informeren_grondslag="doel_geschaad",
        informeren_reden="Eerst een gesprek.",
        informeren_opnieuw_op=LATER,
    )
    yield Act.CASUS_INFORMEREN, lambda: casuswerk.record_informeren(s.store, casus_id, besluit, op=VANDAAG)
    yield from _plan(s, casus_id)


def _bestand(soort: type, **velden: object) -> Any:
    """An object of this dataclass in which everything else is empty."""
    leeg = {veld.name: None if "None" in str(veld.type) else "" for veld in fields(soort)}
    return soort(**(leeg | velden))


def _neem_over(s: Stand) -> int:
    toen = date(2026, 3, 12)
    overname = Overname(
        ontvangen_op=toen, bron_soort="gemeente", bron_organisatie="Wijkteam West",
        zelf_waargenomen="Zij zei dat zij haar paspoort heeft verbrand.", weging_op=toen,
        besluit_reden="Een risico dat groeide.", samenhang="Werk en woning.", geopend_op=toen,
        casusregisseur="S. Aydın", volgende_herbeoordeling=LATER, informeren="ja",
        informeren_reden="Zij werkt mee.", informeren_opnieuw_op=None, geinformeerd_op=toen,
        geinformeerd_hoe="brief_en_gesprek",
    )  # fmt: skip
    wie = Persoon(voornamen="Wietske", geslachtsnaam="Brandsma", plaats="Waterhoven")
    return casuswerk.take_over(
        s.store, wie, overname, gemeente_id=s.ids["gemeente_id"], bijlagen=(), vandaag=VANDAAG
    )


def _plan(s: Stand, casus_id: int) -> Hoofdstuk:
    plan_id = yield Act.PLAN_BIJWERKEN, lambda: plan.begin_plan(s.store, casus_id)
    doel_id = yield (
        Act.PLAN_BIJWERKEN,
        lambda: plan.record_regel(s.store, plan_id, Doel("Het gezin houdt een dak.", "wonen")),
    )
    hulp = Interventie(
        soort="vrijwillig", omschrijving="Schuldhulp", leefgebied="inkomen_schulden", doel_id=doel_id,
        partij_id=None, eigenaar="Wijkteam West", grondslag="wet_pga", vrijwillig=True, beslisser="",
        start=VANDAAG, einde=None, maat="De schulden nemen niet toe.", stand="nog_niet_begonnen",
        opnieuw_bekijken_op=LATER,
    )  # fmt: skip
    hulp_id = yield Act.PLAN_BIJWERKEN, lambda: plan.record_regel(s.store, plan_id, hulp)
    yield (
        Act.PLAN_BIJWERKEN,
        lambda: plan.record_regel(s.store, plan_id, Factor("risico", "Een ontruiming.", "wonen", "overleg")),
    )
    kop = Plankop("Politie en OM bellen elkaar.", "Minder vaak spreken.", LATER)
    yield Act.PLAN_BIJWERKEN, lambda: plan.record_plan(s.store, plan_id, kop)
    yield Act.PLAN_VASTSTELLEN, lambda: plan.vaststellen(s.store, plan_id, op=VANDAAG)
    yield Act.PLAN_BIJWERKEN, lambda: plan.record_stand(s.store, hulp_id, "loopt", op=VANDAAG)


def _hoofd(dag: date) -> Overleg:
    return Overleg(
        datum=dag, begin="13:30", einde="14:25", plaats="zaal Reiger", voorzitter="H. zvh",
        verslaglegger="S. Aydın", verslag_door="gemeente", kenmerk_zvh="", vorig_verslag="geen",
        geheimhouding_besproken=True, exemplaren_uitgedeeld=4, exemplaren_terug=4,
        exemplaren_toelichting="", volgend_overleg=LATER, volgend_overleg_tijd="13:30",
        volgend_overleg_plaats="",
    )  # fmt: skip


def overleg(s: Stand) -> Hoofdstuk:
    """One meeting from agenda to minutes, and one whose minutes the Zorg- en Veiligheidshuis wrote."""

    def bereid_voor() -> int:
        with s.store.reader() as r:
            gasten = vraag.voorstel_deelnemers(r, [s.ids["casus"]], VANDAAG)
        return overlegwerk.prepare_overleg(
            s.store, _hoofd(VANDAAG), casus_ids=[s.ids["casus"]], deelnemers=gasten
        )

    zvh = yield Act.OVERLEG_VOORBEREIDEN, bereid_voor
    yield Act.OVERLEG_BEGINNEN, lambda: overlegwerk.begin_overleg(s.store, zvh)
    hunne = yield (
        Act.VERSLAG_ZVH_OPBERGEN,
        lambda: verslag.file_zvh_verslag(s.store, zvh, b"%PDF-1.7 verslag", "ZVH-1", op=VANDAAG),
    )
    yield (
        Act.VERSLAG_ZVH_TERUGNEMEN,
        lambda: verslag.take_back_zvh(s.store, hunne, op=VANDAAG.isoformat(), reden="ander_overleg"),
    )
    s.ids["overleg"] = overleg_id = yield Act.OVERLEG_VOORBEREIDEN, bereid_voor
    yield Act.OVERLEG_BIJWERKEN, lambda: overlegwerk.change_overleg(s.store, overleg_id, _hoofd(VANDAAG))
    yield Act.OVERLEG_BEGINNEN, lambda: overlegwerk.begin_overleg(s.store, overleg_id)
    yield Act.OVERLEG_LANGER_OPEN, lambda: overlegwerk.log_langer_open(s.store, overleg_id)
    with s.store.reader() as r:
        tafel, punt = vraag.deelnemers(r, overleg_id), vraag.agenda(r, overleg_id)[0]
    er_zijn = {t.id: replace(t.inhoud, aanwezig="aanwezig", geheimhouding=True) for t in tafel}
    yield Act.OVERLEG_BIJWERKEN, lambda: overlegwerk.record_aanwezigheid(s.store, overleg_id, er_zijn)
    yield from _aan_de_orde(s, punt.id)
    week = VANDAAG + timedelta(days=7)
    yield (
        Act.OVERLEG_TER_REACTIE,
        lambda: overlegwerk.put_ter_reactie(s.store, overleg_id, op=VANDAAG, reageren_voor=week),
    )
    akkoord = Reactie("akkoord", "", VANDAAG, "e-mail")
    for gast in tafel:
        yield (
            Act.OVERLEG_REACTIE,
            partial(lambda g: overlegwerk.record_reactie(s.store, overleg_id, g, akkoord), gast.id),
        )
    yield (
        Act.VERSLAG_VASTSTELLEN,
        lambda: verslag.vaststellen(s.store, overleg_id, kader(), op=VANDAAG, wijze="schriftelijk"),
    )


def _aan_de_orde(s: Stand, punt_id: int) -> Hoofdstuk:
    bespreking = Bespreking(
        "Voortgang", "Overwegingen.", "later", "Eerst een gesprek.", LATER, LATER,
        informeren_grondslag="doel_geschaad",
    )  # fmt: skip
    yield (
        Act.BESPREKING_BIJWERKEN,
        lambda: overlegwerk.record_bespreking(s.store, punt_id, bespreking),
    )
    yield (
        Act.BESLUIT_VASTLEGGEN,
        lambda: overlegwerk.record_besluit(s.store, punt_id, Besluit("Schuldhulp gaat door.", False)),
    )
    actie = Actie("Bellen met de broer", "H. politie", s.ids["politie"], LATER, "", "", "mondeling")
    actie_id = yield Act.ACTIE_VASTLEGGEN, lambda: overlegwerk.record_actie(s.store, punt_id, actie)
    yield (
        Act.ACTIE_BIJWERKEN,
        lambda: overlegwerk.record_voortgang(s.store, actie_id, Voortgang("gedaan", "", VANDAAG)),
    )


def documenten(s: Stand) -> Hoofdstuk:
    """Freeze, s.store, look at, print and save a document; let a hit of the leak check stand."""

    def stuk() -> TeBevriezen:
        with s.store.reader() as r:
            return verslag.agenda_stuk(r, s.ids["overleg"], kader())

    document_id = yield Act.DOCUMENT_VASTSTELLEN, lambda: document.freeze(s.store, stuk(), op=VANDAAG)
    with s.store.reader() as r:
        klaar = te_maken(r)
    for rij in klaar:
        yield Act.DOCUMENT_PDF_VASTLEGGEN, partial(_berg_op, s, rij)
    yield Act.DOCUMENT_TONEN, lambda: document.log_tonen(s.store, document_id, s.ids["dossier"])
    for act, wijze in ((Act.DOCUMENT_AFDRUKKEN, "afdruk"), (Act.DOCUMENT_OPSLAAN, "bestand")):
        yield act, partial(_geef_uit, s, document_id, wijze)
    yield (
        Act.LEK_TOELATEN,
        lambda: document.allow_lek(
            s.store, ("overleg", s.ids["overleg"]), documentsoort="verslag", vindplaats="0f" * 16,
            dossier_id=s.ids["dossier"], reden="toevallig_woord", toelichting="",
        ),
    )  # fmt: skip


def _geef_uit(s: Stand, document_id: int, wijze: str) -> None:
    document.log_uitgifte(
        s.store,
        document_id,
        wijze=wijze,
        wens=Uitgiftewens("overleg", (Houdernaam("K. Brouwer"),)),
        bestemd_voor="Tafel van het overleg",
        op="2026-11-04",
        bewijs=Bewijs(1 + (wijze == "bestand"), ("0f" * 32,), versleuteld=wijze == "bestand"),
    )


def _berg_op(s: Stand, rij: TeMaken) -> None:
    document.store_pdf(s.store, rij, b"%PDF-1.7\n" + rij.code.encode() * 300)


def afsluiting(s: Stand) -> Hoofdstuk:
    """The casus ends."""
    sluiting = Sluiting(
        gesloten_op=VANDAAG, sluitreden="criteria_niet_meer", sluit_toelichting="Geen nieuwe signalen.",
        resultaat="Werk en woning op orde.", partners_bewaren="De reclassering.",
    )  # fmt: skip
    yield Act.CASUS_AFSLUITEN, lambda: casuswerk.close_casus(s.store, s.ids["casus"], sluiting)

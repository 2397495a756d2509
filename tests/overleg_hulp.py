# SPDX-License-Identifier: EUPL-1.2
"""Two invented casussen of Waterhoven with their participants, ready to be discussed."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.casus import Deelnemer as Casusdeelnemer
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.overleg import Actie, Besluit, Bespreking, Deelnemer, Overleg
from gemeente_pga.handelingen import overleg as handeling
from gemeente_pga.handelingen.casus import record_deelnemer
from gemeente_pga.store.store import Store

DAG = date(2026, 10, 14)
MELDER = "Marloes van der Wâl"
WIE = {
    "zvh": ("T. de Graaf", "procesregisseur", "voorzitter"),
    "gemeente": ("S. Aydın", "coördinator", "verslaglegger"),
    "om": ("mr. P. van 't Hoff", "officier", "deelnemer"),
    "politie": ("K. Brouwer", "wijkagent", "deelnemer"),
    "rvdk": ("L. Nguyễn", "raadsonderzoeker", "deelnemer"),
    "reclassering": ("H. Claessen", "reclasseringswerker", "deelnemer"),
}


@dataclass(frozen=True)
class Casussen:
    """Ids: casussen, their dossiers, and the partners by kind."""

    een: int
    twee: int
    dossier_een: int
    dossier_twee: int
    partijen: dict[str, int]


def leg_casussen_vast(store: Store) -> Casussen:
    """Casus 1 with five partners, casus 2 with gemeente, OM, ZVH and reclassering. Needs a set-up kluis."""
    with store.reader() as r:
        partijen = {rij["soort"]: rij["id"] for rij in r.rows("SELECT id, soort FROM partij")}
        gemeente_id = r.value("SELECT id FROM gemeente")
        kader_id = r.value("SELECT id FROM kader")
    een, dossier_een = _casus(
        store, gemeente_id, kader_id, "2026-001", ("Joris", "", "D'Hondt-Özdemir"), MELDER
    )
    twee, dossier_twee = _casus(store, gemeente_id, kader_id, "2026-002", ("Willem", "van", "Oosterzee"), "")
    for casus_id, soorten in (
        (een, ("zvh", "gemeente", "om", "politie", "rvdk")),
        (twee, ("zvh", "gemeente", "om", "reclassering")),
    ):
        for soort in soorten:
            naam, functie, rol = WIE[soort]
            deelnemer = Casusdeelnemer(
                partijen[soort], naam, functie, rol, "wet_pga", "ja", "ja", date(2026, 10, 5), None
            )
            record_deelnemer(store, casus_id, deelnemer, op=date(2026, 10, 5))
    return Casussen(een, twee, dossier_een, dossier_twee, partijen)


def _casus(
    store: Store, gemeente_id: int, kader_id: int, nummer: str, naam: tuple[str, str, str], melder: str
) -> tuple[int, int]:
    with store.write(Handeling.CASUS_OPENEN) as w:
        dossier_id = w.insert("dossier", {"nummer": nummer, "gemeente_id": gemeente_id, "kader_id": kader_id})
        voornamen, voorvoegsel, geslachtsnaam = naam
        persoon = {"voornamen": voornamen, "voorvoegsel": voorvoegsel, "geslachtsnaam": geslachtsnaam}
        w.insert("persoon", {"dossier_id": dossier_id, "rol": "betrokkene"} | persoon)
        signaal = {
            "soort": "melding", "status": "opgenomen", "kanaal": "e_mail", "ontvangen_op": "2026-09-08",
            "bron_soort": "onderwijs", "bron_kennis": "zelf_gezien", "zelf_waargenomen": "Een brief.",
            "melder_naam": melder, "naam_noemen": "nee" if melder else "ja",
        }  # fmt: skip
        w.insert("signaal", signaal, dossier_id=dossier_id, kader_id=kader_id)
        weging_id = w.insert(
            "weging",
            {"dossier_id": dossier_id, "kader_id": kader_id, "status": "vastgesteld", "datum": "2026-10-02",
             "besluit": "opnemen", "besluit_reden": "Samenhang.", "vastgesteld_op": "2026-10-02"},
        )  # fmt: skip
        casus_id = w.insert(
            "casus",
            {"dossier_id": dossier_id, "nummer": f"C{nummer}", "status": "opgenomen", "weging_id": weging_id,
             "kader_id": kader_id, "geopend_op": "2026-10-02", "informeren": "ja",
             "informeren_reden": "Hij weet het.", "informeren_door": "weegploeg"},
        )  # fmt: skip
        w.onderwerp = ("casus", casus_id)
    return casus_id, dossier_id


def overleg(**anders: object) -> Overleg:
    """The head of the meeting of 14 October."""
    velden: dict[str, object] = {
        "datum": DAG, "begin": "13:30", "einde": "14:25", "plaats": "zaal Reiger",
        "voorzitter": "T. de Graaf", "verslaglegger": "S. Aydın", "verslag_door": "gemeente",
        "kenmerk_zvh": "", "vorig_verslag": "geen",
        "geheimhouding_besproken": True, "exemplaren_uitgedeeld": 5, "exemplaren_terug": 4,
        "exemplaren_toelichting": "Dat van het OM is meegenomen.", "volgend_overleg": date(2026, 11, 4),
        "volgend_overleg_tijd": "10:00", "volgend_overleg_plaats": "zelfde plaats",
    }  # fmt: skip
    return Overleg(**(velden | anders))  # type: ignore[arg-type]


def informatie(partij_id: int, tekst: str, markering: str = "vrij", **anders: object) -> Informatie:
    """One fact brought at the table."""
    velden: dict[str, object] = {
        "partij_id": partij_id, "gever": "", "tekst": tekst, "soort_uitspraak": "feit", "bron": "",
        "gebeurd_op": None, "ontvangen_op": None, "grondslag_gever": "wet_pga",
        "grondslag_ontvanger": "wet_pga", "doel": "Beoordelen", "categorie": "gewoon", "noodzaak": "",
        "verkregen": "openlijk", "markering": markering, "verder_gebruik": False, "einddatum": None,
        "contactdoel": "eigen_taak",
    }  # fmt: skip
    return Informatie(**(velden | anders))  # type: ignore[arg-type]


def leg_overleg_vast(store: Store, c: Casussen, *, beide: bool = False, **anders: object) -> int:
    """A meeting in preparation, about casus 1 or both, everybody invited for what they take part in."""
    from gemeente_pga.store.queries.overleg import voorstel_deelnemers

    ids = (c.een, c.twee) if beide else (c.een,)
    with store.reader() as r:
        genodigden = voorstel_deelnemers(r, ids, DAG)
    return handeling.prepare_overleg(store, overleg(**anders), casus_ids=ids, deelnemers=genodigden)


def maak_compleet(store: Store, overleg_id: int) -> None:
    """Begun, everybody present and sworn to secrecy, a decision, an action and informing for each casus."""
    from gemeente_pga.store.queries import overleg as vragen

    handeling.begin_overleg(store, overleg_id)
    with store.reader() as r:
        tafel, punten = vragen.deelnemers(r, overleg_id), vragen.agenda(r, overleg_id)
    aanwezig = {
        t.id: Deelnemer(
            t.inhoud.partij_id, t.inhoud.naam, t.inhoud.functie, t.inhoud.rol, "aanwezig", True, ""
        )
        for t in tafel
    }
    handeling.record_aanwezigheid(store, overleg_id, aanwezig)
    for punt in punten:
        bespreking = Bespreking(
            "Voortgang", f"Overwegingen over {punt.casusnummer}.", "later", "De broer spreekt hem eerst.",
            date(2026, 10, 30), date(2027, 1, 14), informeren_grondslag="doel_geschaad",
        )  # fmt: skip
        handeling.record_bespreking(store, punt.id, bespreking)
        handeling.record_besluit(
            store, punt.id, Besluit(f"Casusregisseur van {punt.casusnummer}: S. Aydın.", False)
        )
        actie = Actie("Uitstel bespreken", "S. Aydın", None, date(2026, 10, 23), "", "", "")
        handeling.record_actie(store, punt.id, actie)

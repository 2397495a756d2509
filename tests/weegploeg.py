# SPDX-License-Identifier: EUPL-1.2
"""The invented weegploeg of Waterhoven for tests: two signals on the agenda, and what was said."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.inrichting import Gemeente, Partij
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.inrichting import register_gemeente, register_partij
from gemeente_pga.handelingen.kader import install_kader
from gemeente_pga.handelingen.weging import (
    begin_weging,
    record_afweging,
    record_besluit,
    record_informeren,
    record_oordeel,
    record_tafel,
)
from gemeente_pga.paths import resource
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import neem_in_gebruik
from tests.store.bouw import nieuwe_kluis, open_kluis

DATUM = date(2026, 10, 2)
VANDAAG = date(2026, 10, 5)
MELDER = "Marloes van der Wâl"
GEBLOKKEERD = "één eerdere melding (overlast, 2025)"
SCHOOL = (
    "- Op 1 september gaf hij mij bij de poort een “aansprakelijkstelling”.\n"
    "- Op 7 september zei hij tegen mij: “Wie mijn kind komt halen, komt er niet meer uit.”\n"
    "  Een collega stond erbij."
)


@cache
def kader() -> Kader:
    """The kader as shipped."""
    pad = resource("kader/wet-pga-2025.toml")
    return parse_kader(pad.read_text("utf-8"), pad.name)


@dataclass(frozen=True)
class Zaak:
    """One dossier about to be weighed."""

    store: Store
    dossier_id: int
    partijen: dict[str, int]
    signalen: tuple[int, ...]


def nieuwe_zaak(map_: Path, *, acuut: bool = False) -> Zaak:
    """A set-up kluis with a dossier whose two signals are on the agenda of the weegploeg."""
    store = open_kluis(nieuwe_kluis(map_))
    register_gemeente(store, Gemeente("Gemeente Waterhoven"))
    install_kader(store, kader(), datetime(2026, 9, 1, 9, 0, tzinfo=UTC))
    for soort, naam in (
        ("gemeente", "Gemeente Waterhoven"),
        ("om", "Openbaar Ministerie"),
        ("politie", "Politie Waterhoven-West"),
        ("rvdk", "Raad voor de Kinderbescherming"),
    ):
        register_partij(store, Partij(soort, naam, kernpartij=soort in ("gemeente", "om", "politie")))
    neem_in_gebruik(store)
    return zaak_in(store, acuut=acuut)


def zaak_in(store: Store, *, acuut: bool = False) -> Zaak:
    """The dossier and its two signals, in a kluis that has been set up."""
    with store.reader() as r:
        partijen = {rij["soort"]: rij["id"] for rij in r.rows("SELECT id, soort FROM partij")}
        gemeente_id = r.value("SELECT id FROM gemeente")
        kader_id = r.value("SELECT id FROM kader")
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        dossier_id = w.insert(
            "dossier", {"nummer": "2026-007", "gemeente_id": gemeente_id, "kader_id": kader_id}
        )
        w.insert(
            "persoon",
            {
                "dossier_id": dossier_id,
                "rol": "betrokkene",
                "voornamen": "Joris",
                "geslachtsnaam": "D'Hondt-Özdemir",
            },
        )
        basis = {"dossier_id": dossier_id, "kader_id": kader_id, "status": "geagendeerd", "acuut": acuut}
        school = basis | {
            "soort": "melding", "kanaal": "e_mail", "ontvangen_op": "2026-09-08T16:42:00+02:00",
            "bron_soort": "onderwijs", "bron_organisatie": "Praktijkcollege Waterhoven",
            "melder_naam": MELDER, "naam_noemen": "nee", "bron_kennis": "gemengd",
            "zelf_waargenomen": SCHOOL,
            "van_anderen": "Een andere ouder zegt dat in een schuur over wapens wordt gepraat.",
            "interpretatie": "Tot vorig jaar was hij een betrokken vader.",
        }  # fmt: skip
        wijkagent = basis | {
            "soort": "telefoonnotitie", "kanaal": "telefoon", "ontvangen_op": "2026-09-29T09:15:00+02:00",
            "bron_soort": "politie", "partij_id": partijen["politie"], "melder_naam": "K. Brouwer",
            "naam_noemen": "ja", "bron_kennis": "zelf_gezien",
            "zelf_waargenomen": "Spandoek aan de schuur: “< 30 dagen: wij nemen het recht in eigen hand >”.",
        }  # fmt: skip
        signalen = (w.insert("signaal", school), w.insert("signaal", wijkagent))
    return Zaak(store, dossier_id, partijen, signalen)


def tafel(**anders: object) -> Tafel:
    """The table of 2 October."""
    velden: dict[str, object] = {
        "datum": DATUM, "begin": "10:00", "einde": "10:50", "plaats": "Gemeentehuis, kamer 2.14",
        "voorzitter": "S. Aydın", "soort": "gewoon", "soort_reden": "", "onvolledig_reden": "",
        "onvolledig_toelichting": "", "onvolledig_opvolgdatum": None,
        "bron_weegt_mee_toelichting": "Het signaal van de politie is apart besproken.",
    }  # fmt: skip
    return Tafel(**(velden | anders))  # type: ignore[arg-type]


def tafelpartijen(zaak: Zaak, **anders: object) -> tuple[Tafelpartij, ...]:
    """The three core parties, present, competent and agreed; `anders` changes all three."""
    wie = {
        "gemeente": ("S. Aydın", "coördinator"),
        "om": ("mr. P. van 't Hoff", "officier"),
        "politie": ("K. Brouwer", "wijkagent"),
    }
    basis: dict[str, object] = {
        "aanwezig": "ja", "mandaat": "bevoegd", "standpunt": "akkoord", "standpunt_op": DATUM,
        "kanaal": "overleg",
    }  # fmt: skip
    return tuple(
        Tafelpartij(**(basis | {"partij_id": zaak.partijen[s], "naam": n, "functie": f} | anders))  # type: ignore[arg-type]
        for s, (n, f) in wie.items()
    )


def informatie(zaak: Zaak, soort: str = "gemeente", **anders: object) -> Informatie:
    """One fact that may be used."""
    velden: dict[str, object] = {
        "partij_id": zaak.partijen[soort], "gever": "", "tekst": "Leerplicht: tot zomer 2025 geen zorgen.",
        "soort_uitspraak": "feit", "bron": "", "gebeurd_op": None, "ontvangen_op": None,
        "grondslag_gever": "wet_pga", "grondslag_ontvanger": "wet_pga", "doel": "Wegen",
        "categorie": "gewoon", "noodzaak": "", "verkregen": "openlijk", "markering": "vrij",
        "verder_gebruik": False,
        "einddatum": None, "contactdoel": "eigen_taak",
    }  # fmt: skip
    return Informatie(**(velden | anders))  # type: ignore[arg-type]


def besluit(**anders: object) -> Weegbesluit:
    """The decision of 2 October."""
    velden: dict[str, object] = {
        "besluit": "opnemen",
        "besluit_reden": "De signalen wijzen dezelfde kant op en gewone hulp is geprobeerd.",
        "minderheidsstandpunt": "OM: zonder de uitspraak van 7 september was het niet ver genoeg.",
        "vervolg": "Eerste casusoverleg binnen twee weken; RvdK uitnodigen.",
    }
    return Weegbesluit(**(velden | anders))  # type: ignore[arg-type]


def informeerbesluit(**anders: object) -> Informeerbesluit:
    """Not yet: the brother speaks to him first."""
    velden: dict[str, object] = {
        "informeren": "later", "informeren_grondslag": "doel_geschaad",
        "informeren_reden": "Eerst een gesprek met de broer.", "informeren_door": "weegploeg",
        "informeren_opnieuw_op": date(2026, 10, 30),
    }  # fmt: skip
    return Informeerbesluit(**(velden | anders))  # type: ignore[arg-type]


def volledige_weging(zaak: Zaak, *, met_besluit: Weegbesluit | None = None) -> int:
    """A weging in which nothing is missing, not yet vastgesteld."""
    store = zaak.store
    weging_id = begin_weging(store, zaak.dossier_id, DATUM)
    partijen = tafelpartijen(zaak)
    record_tafel(store, weging_id, tafel(), partijen, signaal_ids=zaak.signalen)
    feit = register_informatie(
        store, zaak.dossier_id, informatie(zaak), waarbij={"weging_id": weging_id}, deelbaar_met=()
    )
    dicht = informatie(zaak, "politie", tekst=GEBLOKKEERD, markering="niet_verstrekken")
    register_informatie(store, zaak.dossier_id, dicht, waarbij={"weging_id": weging_id})
    for lijst in kaarten(kader()):
        for c in lijst:
            oordeel = Oordeel(c.code, "spreekt_voor", f"Reden bij {c.korte_naam}.", "", "")
            record_oordeel(store, weging_id, oordeel, feiten={feit: "voor"})
    afweging = Afweging("School en brieven wijzen dezelfde kant op.", "Geprobeerd.", "Passend.", "ja", "")
    record_afweging(store, weging_id, afweging)
    record_informeren(store, weging_id, informeerbesluit())
    record_besluit(store, weging_id, met_besluit or besluit(), partijen)
    return weging_id

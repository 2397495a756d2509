# SPDX-License-Identifier: EUPL-1.2
"""Destroying: every obstacle alone stops it, twice; only another person allows it; only a person does it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from gemeente_pga.documents import render
from gemeente_pga.domain.bewaren import Opschorting, Verlenging
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.stukken import SOORTEN, VerklaringVanVernietiging, from_json
from gemeente_pga.domain.vernietiging import (
    Bevestiging,
    Oordeel,
    Regelfeiten,
    belet_uitvoeren,
    beoordeel_bevestiging,
    earliest,
)
from gemeente_pga.handelingen.bewaren import extend, set_bewaring, suspend
from gemeente_pga.handelingen.registers import record_mandaat, withdraw_mandaat
from gemeente_pga.handelingen.vernietiging import (
    authorise,
    confirm,
    declare,
    destroy,
    draft_lijst,
    judge,
    undo,
    withdraw,
)
from gemeente_pga.store.queries import bewaarlijst
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.vernietiging import (
    kandidaten,
    lijst,
    omvang,
    oude_backups,
    regels,
    vernietigd,
)
from gemeente_pga.store.queries.vernietigingsstuk import stuk_van_lijst
from gemeente_pga.store.store import Store
from tests import bewaar_hulp as hulp
from tests.bewaar_hulp import KEUZE, MACHTIGING, NA, VANAF, VOORBIJ, bewaard, gesloten_signaal, moment
from tests.casus_hulp import acts
from tests.houder_hulp import geef_uit, maak_stuk
from tests.inrichting_hulp import kader

Belet = Callable[[Store, int, Mapping[str, int]], object]


def refused(store: Store, doe: Callable[[], object], woorden: str = "") -> None:
    was = acts(store)
    with pytest.raises(Storing) as storing:
        doe()
    assert woorden in f"{storing.value.melding} {storing.value.raad}"
    assert acts(store) == was


def nummer(store: Store, dossier_id: int) -> str:
    with store.reader() as r:
        return str(r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id))


def aantal(store: Store, tabel: str) -> int:
    with store.reader() as r:
        return int(r.value(f"SELECT count(*) FROM {tabel}"))  # noqa: S608 - a table of ours


def status(store: Store, lijst_id: int) -> str:
    with store.reader() as r:
        kop = lijst(r, lijst_id)
    assert kop is not None
    return kop.status


# ---- each obstacle alone, before confirming and between confirming and destroying


def _schrijf(
    store: Store, tabel: str, rij: dict[str, Any], *, code: Handeling = Handeling.SYSTEEM_INRICHTEN
) -> int:
    with store.write(code) as w:
        return w.insert(tabel, rij)


def _verzoek(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    _schrijf(
        store,
        "verzoek",
        {"dossier_id": dossier_id, "nummer": "V2031-01", "gemeente_id": ids["gemeente_id"], "soort": "inzage",
         "ontvangen_op": "2031-05-01", "kanaal": "brief", "wat": "Inzage", "verzoeker": "W. Brandsma",
         "hoedanigheid": "betrokkene"},
    )  # fmt: skip


def _verzoek_elders(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    """The same person asks, and the request lies in her other dossier, which is closed too."""
    ander = gesloten_signaal(store, ids["gemeente_id"], op=date(2031, 5, 29))
    with store.reader() as r:
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", ander)
    gelijk = {"dossier_id": ander, "signaal_id": signaal_id, "ander_dossier_id": dossier_id}
    _schrijf(store, "vergelijking", gelijk | {"uitkomst": "bevestigd", "reden": "zelfde_persoon"})
    _verzoek(store, ander, ids)


def _beroep(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    _verzoek(store, dossier_id, ids)
    with store.write(Handeling.VERZOEK_AFRONDEN) as w:
        verzoek_id = w.value("SELECT id FROM verzoek")
        w.update("verzoek", verzoek_id, {"onherroepelijk_op": VANAF + timedelta(days=1)})


def _signaal(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        rij = w.row("SELECT * FROM signaal WHERE dossier_id = ?", dossier_id) or {}
        kader_id = rij["kader_id"]
        nieuw = w.insert(
            "dossier", {"nummer": "2031-001", "gemeente_id": ids["gemeente_id"], "kader_id": kader_id}
        )
        signaal = {"dossier_id": nieuw, "kader_id": kader_id, "soort": "melding", "status": "ontvangen"}
        signaal |= {"kanaal": "telefoon", "ontvangen_op": "2031-05-28T10:00:00+02:00"}
        signaal_id = w.insert("signaal", signaal | {"bron_soort": "burger", "bron_kennis": "gehoord"})
        gelijk = {"dossier_id": nieuw, "signaal_id": signaal_id, "ander_dossier_id": dossier_id}
        w.insert("vergelijking", gelijk | {"uitkomst": "bevestigd", "reden": "zelfde_persoon"})


def _heropening(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    ander = gesloten_signaal(store, ids["gemeente_id"], op=date(2031, 5, 29))
    with store.reader() as r:
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", ander)
    rij = {"dossier_id": ander, "oud_dossier_id": dossier_id, "signaal_id": signaal_id}
    _schrijf(store, "heropening", rij | {"gevraagd_op": "2031-05-28"})


def _opschorting(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    suspend(store, dossier_id, Opschorting("hotspot", "Aangewezen.", VOORBIJ, date(2032, 1, 1)))


def _beperking(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    _schrijf(store, "beperking", {"dossier_id": dossier_id, "reden": "claim", "vanaf": "2031-05-01"})


def _papier(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    geef_uit(store, maak_stuk(store, dossier_id=dossier_id), "K. Brouwer")


def _bestand(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    geef_uit(store, maak_stuk(store, dossier_id=dossier_id), "K. Brouwer", wijze="bestand")


def _overlegpapier(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    """A paper of a whole meeting, about this dossier and another: it goes along, so its copies count."""
    ander = gesloten_signaal(store, ids["gemeente_id"])
    geef_uit(store, maak_stuk(store, dossier_ids=(dossier_id, ander)), "K. Brouwer")


def _datalek(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    lek = {
        "nummer": "L2031-01",
        "ontdekt_op": "2031-05-28T10:00:00+02:00",
        "aard": "papier_vermist",
        "wat": "Map",
    }
    lek_id = _schrijf(store, "datalek", lek)
    rij = {"dossier_id": dossier_id, "datalek_id": lek_id, "inhoud": "De map."}
    _schrijf(store, "datalek_dossier", rij)


def _term(store: Store, dossier_id: int, ids: Mapping[str, int]) -> None:
    waarde = {"kader_id": ids["kader"], "soort": "bewaartermijn", "code": "casus_gesloten", "veld": "termijn"}
    _schrijf(
        store, "kaderwaarde", waarde | {"waarde": "P9Y", "reden": "x", "vastgelegd_op": "2031-06-01T10:00:00"}
    )


OMZEILD: dict[str, Belet] = {
    "verzoek": _verzoek,
    "verzoek in een ander dossier van dezelfde persoon": _verzoek_elders,
    "onherroepelijk pas later": _beroep,
    "nieuw signaal": _signaal,
    "heropening": _heropening,
    "opschorting": _opschorting,
    "beperking": _beperking,
    "papier": _papier,
    "bestand": _bestand,
    "papier van een heel overleg": _overlegpapier,
    "datalek": _datalek,
    "termijn gewijzigd": _term,
}

EENMALIG = (
    "verzoek",
    "verzoek in een ander dossier van dezelfde persoon",
    "onherroepelijk pas later",
    "nieuw signaal",
    "datalek",
)


@pytest.mark.eis("G14", "c19")
@pytest.mark.parametrize("wat", OMZEILD)
def test_each_obstacle_alone_stops_the_list_the_confirmation_and_the_end(
    store: Store, ids: dict[str, int], wat: str
) -> None:
    vroeg, midden, laat = (bewaard(store, ids["gemeente_id"]) for _ in range(3))
    _, (regel_midden,) = hulp.gemachtigd(store, midden)
    _, regel_laat = hulp.bevestigd(store, laat)
    OMZEILD[wat](store, vroeg, ids)
    refused(store, lambda: draft_lijst(store, [vroeg], kader(), op=VOORBIJ), "kan nu niet")
    with store.reader() as r:
        assert vroeg not in kandidaten(r, VOORBIJ)
    if wat in EENMALIG:
        return  # these have a unique number: one in a kluis of the test is enough
    OMZEILD[wat](store, midden, ids)
    getypt = Bevestiging(nummer(store, midden), "geen_papier")
    refused(store, lambda: confirm(store, regel_midden, getypt, kader(), op=VOORBIJ), "kan nu niet")
    OMZEILD[wat](store, laat, ids)
    refused(
        store, lambda: destroy(store, regel_laat, "geen_papier", kader(), nu=moment(VANAF)), "kan nu niet"
    )


@pytest.mark.parametrize("wat", EENMALIG)
@pytest.mark.parametrize("wanneer", ["bevestigen", "vernietigen"])
def test_what_comes_in_between_stops_it_too(
    store: Store, ids: dict[str, int], wat: str, wanneer: str
) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    if wanneer == "bevestigen":
        _, (rij,) = hulp.gemachtigd(store, dossier_id)
        OMZEILD[wat](store, dossier_id, ids)
        getypt = Bevestiging(nummer(store, dossier_id), "geen_papier")
        refused(store, lambda: confirm(store, rij, getypt, kader(), op=VOORBIJ), "kan nu niet")
    else:
        _, rij = hulp.bevestigd(store, dossier_id)
        OMZEILD[wat](store, dossier_id, ids)
        refused(store, lambda: destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF)), "kan nu niet")
    assert aantal(store, "vernietiging") == 0


def test_too_early_and_for_good_get_on_no_list(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    vroeg = date(2031, 5, 19)
    refused(store, lambda: draft_lijst(store, [dossier_id], kader(), op=vroeg), "loopt tot")
    set_bewaring(store, dossier_id, replace(KEUZE, waardering="bewaren"), kader(), op=NA)
    refused(store, lambda: draft_lijst(store, [dossier_id], kader(), op=VOORBIJ), "blijvend")
    refused(store, lambda: draft_lijst(store, [], kader(), op=VOORBIJ), "geen dossier")


# ---- somebody else allows it


@pytest.mark.eis("c19", "G18")
def test_nobody_authorises_what_he_drew_up_himself(store: Store, ids: dict[str, int]) -> None:
    lijst_id, (rij,) = hulp.op_lijst(store, bewaard(store, ids["gemeente_id"]))
    refused(store, lambda: authorise(store, lijst_id, MACHTIGING), "oordeel")
    judge(store, rij, Oordeel("akkoord"))
    for naam in ("S. Aydın", "s aydin", "Aydın, S.", ""):
        zelf = replace(MACHTIGING, machtiging_door=naam)
        refused(store, partial(authorise, store, lijst_id, zelf), "zelf machtigen")
    refused(
        store,
        lambda: authorise(store, lijst_id, replace(MACHTIGING, machtiging_functie="jurist")),
        "compleet",
    )
    oud = replace(MACHTIGING, machtiging_op=VOORBIJ - timedelta(days=1))
    refused(store, lambda: authorise(store, lijst_id, oud), "ouder dan de lijst")
    authorise(store, lijst_id, MACHTIGING)
    refused(store, lambda: authorise(store, lijst_id, MACHTIGING), "staat al anders")


def test_a_secretaris_authorises_with_a_mandate_and_an_archivaris_without(
    store: Store, ids: dict[str, int]
) -> None:
    lijst_id, (rij,) = hulp.op_lijst(store, bewaard(store, ids["gemeente_id"]))
    judge(store, rij, Oordeel("akkoord"))
    namens = replace(MACHTIGING, machtiging_functie="gemeentesecretaris")
    refused(store, lambda: authorise(store, lijst_id, namens), "geen mandaat in het register")
    mandaat = Mandaat(
        "vernietigen", "college", "Gemeentesecretaris", "", VOORBIJ - timedelta(days=9), VOORBIJ, "B-1"
    )
    record_mandaat(store, ids["gemeente_id"], replace(mandaat, bevoegdheid="verzoek"))
    oud = record_mandaat(store, ids["gemeente_id"], mandaat)
    withdraw_mandaat(store, oud, VOORBIJ)
    refused(store, lambda: authorise(store, lijst_id, namens), "Mandaat ingetrokken")
    record_mandaat(store, ids["gemeente_id"], mandaat)
    authorise(store, lijst_id, namens)


@pytest.mark.eis("c19", "G18", "a.S12")
def test_without_authorisation_of_this_list_nothing_is_confirmed(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    hulp.gemachtigd(store, een)  # another list
    _, (rij,) = hulp.op_lijst(store, twee)
    getypt = Bevestiging(nummer(store, twee), "geen_papier")
    refused(store, lambda: confirm(store, rij, getypt, kader(), op=VOORBIJ), "niet gemachtigd")
    refused(store, lambda: destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF)), "niet gemachtigd")


def test_a_refused_line_stays(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    lijst_id, (a, b) = hulp.op_lijst(store, een, twee)
    judge(store, a, Oordeel("akkoord"))
    refused(store, lambda: judge(store, b, Oordeel("niet_akkoord")), "reden ontbreekt")
    judge(store, b, Oordeel("niet_akkoord", "Hotspot: nog in onderzoek."))
    authorise(store, lijst_id, MACHTIGING)
    getypt = Bevestiging(nummer(store, twee), "geen_papier")
    refused(store, lambda: confirm(store, b, getypt, kader(), op=VOORBIJ), "geen akkoord")
    with store.reader() as r:
        assert kandidaten(r, VOORBIJ) == (twee,)


def test_bureau_says_whose_turn_it_is_at_every_step_of_a_list(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    n_een, n_twee = nummer(store, een), nummer(store, twee)
    voorbereiden = f"Vernietigen voorbereiden: dossier {n_twee}"
    assert f"Vernietigen voorbereiden: dossier {n_een}" in _bureau(store, VOORBIJ)

    lijst_id, (a, b) = hulp.op_lijst(store, een, twee)
    assert _bureau(store, VOORBIJ) == ["Machtiging vastleggen: lijst VL2031-01"]
    judge(store, a, Oordeel("akkoord"))
    judge(store, b, Oordeel("niet_akkoord", "Hotspot: nog in onderzoek."))
    authorise(store, lijst_id, MACHTIGING)
    assert sorted(_bureau(store, VOORBIJ)) == ["Vernietigen bevestigen: lijst VL2031-01", voorbereiden]

    confirm(store, a, Bevestiging(n_een, "geen_papier"), kader(), op=VOORBIJ)
    assert _bureau(store, VOORBIJ) == [voorbereiden]
    assert "Dossier vernietigen: lijst VL2031-01, regel 1" in _bureau(store, VANAF)


def _bureau(store: Store, op: date) -> list[str]:
    with store.reader() as r:
        return [punt.wat for punt in aandacht(r, kader(), op) if punt.onderwerp is Onderwerp.BEWAREN]


def test_a_dossier_is_on_one_list(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    lijst_id, _ = hulp.op_lijst(store, dossier_id)
    refused(store, lambda: draft_lijst(store, [dossier_id], kader(), op=VOORBIJ), "al op een lijst")
    withdraw(store, lijst_id, op=VOORBIJ)
    assert status(store, lijst_id) == "ingetrokken"
    tweede, _ = hulp.op_lijst(store, dossier_id)
    with store.reader() as r:
        assert [kop.nummer for kop in (lijst(r, lijst_id), lijst(r, tweede)) if kop] == [
            "VL2031-01",
            "VL2031-02",
        ]


# ---- the number, the days


@pytest.mark.parametrize("maak", [
    lambda n: "", lambda n: f" {n}", lambda n: f"{n} ", lambda n: n.replace("-", " - "), lambda n: n[:-1],
    lambda n: n.translate({ord("0") + i: 0xFF10 + i for i in range(10)}), lambda n: n.replace("-", "–"),
])  # fmt: skip
def test_only_the_very_number_counts(store: Store, ids: dict[str, int], maak: Callable[[str], str]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    _, (rij,) = hulp.gemachtigd(store, dossier_id)
    goed = nummer(store, dossier_id)
    getypt = Bevestiging(maak(goed), "geen_papier")
    refused(store, lambda: confirm(store, rij, getypt, kader(), op=VOORBIJ), "niet het nummer")
    invoer = {"getypt": maak(goed), "papier": "geen_papier"}
    uitkomst = beoordeel_bevestiging(invoer, kader(), VOORBIJ, nummer=goed)
    assert isinstance(uitkomst, list)
    assert {gebrek.veld for gebrek in uitkomst} == {"getypt"}


@pytest.mark.eis("G18")
@pytest.mark.parametrize("papier", ["", "nee", "onbekend"])
def test_scanned_paper_goes_first_by_a_decision(store: Store, ids: dict[str, int], papier: str) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    _, (rij,) = hulp.gemachtigd(store, dossier_id)
    getypt = Bevestiging(nummer(store, dossier_id), papier)
    refused(store, lambda: confirm(store, rij, getypt, kader(), op=VOORBIJ), "papier")
    confirm(store, rij, replace(getypt, papier="ja"), kader(), op=VOORBIJ)
    refused(store, lambda: destroy(store, rij, papier, kader(), nu=moment(VANAF)), "papier")
    destroy(store, rij, "ja", kader(), nu=moment(VANAF))
    with store.reader() as r:
        assert "vervanging" in r.value("SELECT wijze FROM vernietiging")


@pytest.mark.parametrize("dag", [VOORBIJ - timedelta(days=400), VOORBIJ, VANAF - timedelta(days=1)])
def test_before_the_seventh_day_nothing_goes_also_with_the_clock_set_back(
    store: Store, ids: dict[str, int], dag: date
) -> None:
    _, rij = hulp.bevestigd(store, bewaard(store, ids["gemeente_id"]))
    refused(store, lambda: destroy(store, rij, "geen_papier", kader(), nu=moment(dag)))
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))


def test_an_hour_of_the_clock_makes_no_difference() -> None:
    ams = ZoneInfo("Europe/Amsterdam")
    for begin in (date(2026, 3, 25), date(2026, 10, 21), date(2028, 2, 25), date(2027, 2, 25)):
        assert earliest(begin, kader()) == begin + timedelta(days=7)
        laat = datetime(begin.year, begin.month, begin.day, 23, 59, tzinfo=ams) + timedelta(days=6)
        assert laat.date() < earliest(begin, kader())


def test_the_kader_makes_it_longer_and_never_shorter() -> None:
    def met(termijn: str) -> Any:
        rijen = tuple(
            replace(t, termijn=termijn) if t.code == "vernietiging_bedenktijd" else t
            for t in kader().streeftermijnen
        )
        return replace(kader(), streeftermijnen=rijen)

    assert earliest(VOORBIJ, met("P1D")) == VANAF
    assert earliest(VOORBIJ, met("")) == VANAF
    assert earliest(VOORBIJ, met("P14D")) == date(2031, 6, 16)


def test_a_longer_time_to_undo_counts_to_its_end() -> None:
    laat = VOORBIJ + timedelta(days=14)
    regel = Regelfeiten("gemachtigd", "drs. P. Kuipers", "akkoord", VOORBIJ, laat)
    assert belet_uitvoeren(regel, laat - timedelta(days=1))
    assert belet_uitvoeren(regel, laat) == ()


def test_it_can_be_undone_until_it_was_done(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    lijst_id, rij = hulp.bevestigd(store, een)
    refused(store, lambda: undo(store, rij, "", op=VOORBIJ), "reden ontbreekt")
    verlenging = Verlenging(date(2033, 1, 1), "nazorg", "Nazorg.", "Team", VOORBIJ)
    refused(store, lambda: extend(store, een, verlenging, kader()), "is bevestigd")
    refused(store, lambda: withdraw(store, lijst_id, op=VOORBIJ), "is bevestigd")
    undo(store, rij, "Er komt een claim.", op=VANAF)  # also on the seventh day
    refused(store, lambda: destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF)), "niet gemachtigd")
    assert status(store, lijst_id) == "ingetrokken"
    refused(store, lambda: undo(store, rij, "Nog eens.", op=VANAF), "niets ongedaan")
    tweede = hulp.vernietigd(store, twee)
    assert status(store, tweede) == "uitgevoerd"
    assert aantal(store, "dossier") == 1


# ---- what stays


def test_what_stays_says_when_why_and_by_whom_and_names_nobody(store: Store, ids: dict[str, int]) -> None:
    dossier_id = bewaard(store, ids["gemeente_id"])
    wat = nummer(store, dossier_id)
    lijst_id = hulp.vernietigd(store, dossier_id)
    with store.reader() as r:
        (rij,) = vernietigd(r, lijst_id)
        assert regels(r, lijst_id) == ()
        alles = repr(
            [r.rows(f"SELECT * FROM {t}") for t in ("vernietiging", "vernietigingslijst", "handeling")]  # noqa: S608
        )
    assert (rij.volgnummer, rij.beschrijving.soort, rij.op) == (1, "casus", VANAF)
    assert rij.beschrijving.bewaartermijn == "5 jaar na het afsluiten van de casus"
    assert (rij.beschrijving.van_jaar, rij.beschrijving.tot_jaar) == (2026, 2026)
    assert rij.steen == f"{dossier_id:016x}"[:8]
    assert wat not in alles
    assert acts(store)[-1] == Handeling.DOSSIER_WISSEN.code
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0


def test_it_says_how_much_goes_and_which_papers_of_others_go_along(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    maak_stuk(store, dossier_ids=(een, twee), kenmerk="O2026-01-V")
    maak_stuk(store, dossier_id=een)
    with store.reader() as r:
        zo = omvang(r, een)
    assert (zo.signalen, zo.verslagen, zo.documenten, zo.bijlagen) == (1, 0, 1, 0)
    (samen,) = zo.samen
    assert "O2026-01-V" in samen
    assert nummer(store, twee) in samen


def test_a_second_time_is_refused(store: Store, ids: dict[str, int]) -> None:
    _, rij = hulp.bevestigd(store, bewaard(store, ids["gemeente_id"]))
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    refused(
        store, lambda: destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF)), "niet meer op de lijst"
    )
    assert aantal(store, "vernietiging") == 1


def test_nothing_goes_by_itself(store: Store, ids: dict[str, int]) -> None:
    hulp.bevestigd(store, bewaard(store, ids["gemeente_id"]))
    with store.reader() as r:
        kandidaten(r, date(2099, 1, 1))
    assert aantal(store, "dossier") == 1


# ---- on paper


@pytest.mark.eis("a.S12", "a.C12")
def test_the_list_and_the_verklaring_name_no_dossier_and_nobody(store: Store, ids: dict[str, int]) -> None:
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    lijst_id, (a, b) = hulp.op_lijst(store, een, twee)
    judge(store, a, Oordeel("akkoord"))
    judge(store, b, Oordeel("niet_akkoord", "Hotspot."))
    authorise(store, lijst_id, MACHTIGING)
    refused(store, lambda: declare(store, lijst_id, kader(), op=VANAF), "staat al anders")
    nummers = (nummer(store, een), nummer(store, twee))
    confirm(store, a, Bevestiging(nummers[0], "geen_papier"), kader(), op=VOORBIJ)
    destroy(store, a, "geen_papier", kader(), nu=moment(VANAF))
    document_id = declare(store, lijst_id, kader(), op=VANAF)
    refused(store, lambda: declare(store, lijst_id, kader(), op=VANAF), "is er al")
    with store.reader() as r:
        stuk_id = stuk_van_lijst(r, lijst_id, "vernietigingslijst")
        teksten = [r.value("SELECT gegevens FROM document WHERE id = ?", d) for d in (stuk_id, document_id)]
        verklaring = from_json(SOORTEN["verklaring"], teksten[1])
    for tekst in teksten:
        assert not any(woord in tekst for woord in (*nummers, "Wietske", "Brandsma", "paspoort"))
        assert f"{een:016x}"[:8] in tekst
    assert isinstance(verklaring, VerklaringVanVernietiging)
    assert (verklaring.machtiging_door, verklaring.machtiging_functie) == ("drs. P. Kuipers", "Archivaris")
    assert [regel.op for regel in verklaring.regels] == [VANAF]
    assert verklaring.gebleven == 1
    assert render("verklaring", verklaring, "CODE").startswith(b"%PDF")


def test_older_back_ups_are_listed_with_the_day_they_age_out(store: Store, ids: dict[str, int]) -> None:
    with store.write(Handeling.KLUIS_RESERVEKOPIE) as w:
        for week in range(12):
            dag = date(2031, 1, 6) + timedelta(weeks=week)
            kopie = {"plaats": f"/stick/backup-{week:02}", "gemaakt_op": dag, "handeling_n": week}
            w.insert("reservekopie", kopie | {"grootte": 1, "sha256": "x"})
    with store.reader() as r:
        oud = oude_backups(r)
    assert len(oud) == 10  # two were replaced by newer ones
    laatste = date(2031, 1, 6) + timedelta(weeks=11)
    assert (oud[0].nog, oud[0].verdwijnt_op) == (1, laatste + timedelta(weeks=1))
    assert (oud[-1].gemaakt_op, oud[-1].verdwijnt_op) == (laatste, laatste + timedelta(weeks=10))
    lijst_id = hulp.vernietigd(store, bewaard(store, ids["gemeente_id"]))
    with store.reader() as r:
        assert vernietigd(r, lijst_id)[0].back_ups_tot == laatste + timedelta(weeks=10)


def test_however_many_dossiers_are_held_up_the_next_one_is_offered(
    store: Store, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen shows so many; the list of what may be destroyed looks beyond them."""
    een, twee = bewaard(store, ids["gemeente_id"]), bewaard(store, ids["gemeente_id"])
    monkeypatch.setattr(bewaarlijst, "_MEEST", 1)
    with store.reader() as r:
        assert len(bewaarlijst.bewaarregels(r)) == 1
        assert set(kandidaten(r, VOORBIJ)) == {een, twee}

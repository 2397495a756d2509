# SPDX-License-Identifier: EUPL-1.2
"""What must be on record at each step of annex (a): left out, the step is refused."""

import ast
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from gemeente_pga.domain import bewaren, overdracht
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.stappen import SignaalFeiten, ontbreekt_voor_signaal
from gemeente_pga.domain.staten import CASUSOVERGANGEN, SIGNAALOVERGANGEN
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.handelingen.bewaren import set_bewaring
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.handelingen.overdracht import answer, offer
from gemeente_pga.handelingen.vernietiging import authorise, declare, destroy
from gemeente_pga.store.store import Store
from tests import bewaar_hulp
from tests.domain.vastleggen_casus import CASUSREGELS
from tests.domain.vastleggen_regels import (
    GECONTROLEERD,
    herzien_zonder,
    intake_zonder,
    plan_zonder,
    stap,
    tafel,
    verslag_zonder,
    zonder,
)
from tests.domain.vastleggen_signaal import SIGNAALREGELS
from tests.inrichting_hulp import richt_in
from tests.weegploeg import VANDAAG, kader
from tests.weigeringen.lezen import bomen, functies

# ---- every line of the table

REGELS = {"signaal": SIGNAALREGELS, "casus": CASUSREGELS}
# Lines that are tried on a real kluis, by which test.
VERKLARING = "verklaring van vernietiging: wat, wanneer, op welke grond, door wie, zonder inhoud"
OP_EEN_KLUIS = {
    ("casus", "kader"): "test_a_casus_has_its_weegverslag_kader_and_gemeente",
    ("casus", "lijst van inhoud"): "test_nothing_is_handed_over_without_its_contents_ground_and_receipt",
    ("casus", "grondslag"): "test_nothing_is_handed_over_without_its_contents_ground_and_receipt",
    # Annex (c) only records it.
    ("casus", "effect"): "test_an_effect_is_recorded_on_the_plan_that_holds_and_only_there",
    ("casus", "besluit om niet op te nemen"): "test_not_taken_up_it_stays_shut",
    ("casus", "wie mag inzien en waarom"): "test_a_closed_dossier_opens_only_for_a_reason_and_that_is_logged",
    ("casus", "datum van vernietiging"): "test_keeping_has_a_term_a_ground_and_an_end",
    ("casus", VERKLARING): "test_the_verklaring_says_list_ground_method_day_and_who",
}
MAP = Path(__file__).resolve().parents[1]
ELDERS = ("handelingen/test_casus.py", "handelingen/test_heropening.py", "domain/test_vastleggen.py")
LIJNEN = [
    pytest.param(soort, lijn, id=f"{soort}-{van}-{naar}-{lijn[:24]}")
    for soort, overgangen in (("signaal", SIGNAALOVERGANGEN), ("casus", CASUSOVERGANGEN))
    for van, naar, lijn in ((o.van, o.naar, lijn) for o in overgangen for lijn in o.vastleggen)
]


@pytest.mark.parametrize(("soort", "lijn"), LIJNEN)
@pytest.mark.eis(
    "a.S1", "a.S2", "a.S3", "a.S4", "a.S5", "a.S6", "a.S7", "a.S8", "a.S9", "a.S10", "a.S11",
    "a.C1", "a.C2", "a.C3", "a.C4", "a.C5", "a.C6", "a.C7", "a.C8",
)  # fmt: skip
def test_what_must_be_on_record_is_refused_when_it_is_left_out(soort: str, lijn: str):
    if (soort, lijn) not in OP_EEN_KLUIS:
        REGELS[soort][lijn]()


def test_every_line_of_the_table_has_a_fault_and_every_fault_a_line():
    lijnen = {tuple(p.values) for p in LIJNEN}
    assert lijnen == {(soort, lijn) for soort, regels in REGELS.items() for lijn in regels} | set(
        OP_EEN_KLUIS
    )
    assert len(lijnen) > 50
    tests = "".join((MAP / plek).read_text(encoding="utf-8") for plek in ELDERS)
    assert [naam for naam in OP_EEN_KLUIS.values() if f"def {naam}(" not in tests] == []


def test_a_fact_that_is_not_asked_would_be_seen():
    """Each way of leaving out fails when nothing is missed."""
    for loos in (
        intake_zonder("melder_functie"),
        stap(GECONTROLEERD, S.GEAGENDEERD, acuut=False),
        tafel(signaal_ids=(5, 6)),
        plan_zonder(versie=2),
        verslag_zonder(deelnemers=9),
        herzien_zonder(noodzaak="Iets anders."),
    ):
        with pytest.raises(AssertionError):
            loos()


def test_a_status_is_written_in_one_place_only():
    """Where the rules are asked; a new row begins in its first state."""
    schrijvers = set()
    for plek, boom in bomen().items():
        for naam, knoop in functies(boom):
            for roep in (k for k in ast.walk(knoop) if isinstance(k, ast.Call)):
                doel = roep.args[0] if roep.args else None
                velden = {
                    s.value
                    for a in roep.args
                    if isinstance(a, ast.Dict)
                    for s in a.keys
                    if isinstance(s, ast.Constant)
                }
                velden |= {k.arg for k in roep.keywords}
                ander = isinstance(doel, ast.Constant) and doel.value not in ("signaal", "casus")
                if ast.unparse(roep.func) == "w.update" and "status" in velden and not ander:
                    schrijvers.add(f"{plek}:{naam}")
    # And where a dossier comes in that another kluis closed: here nobody signed a term for it yet.
    assert schrijvers == {"handelingen/overgang.py:_write", "handelingen/overname.py:_heropen_termijn"}


# ---- on a real kluis


@pytest.fixture
def gemeente_id(store: Store) -> int:
    return richt_in(store)["gemeente_id"]


def geweigerd(store: Store, doe: Callable[[], object]) -> str:
    """Refused in a sentence, and nothing was recorded."""
    was = store.laatste()
    with pytest.raises(Storing) as storing:
        doe()
    assert store.laatste() == was
    return f"{storing.value.melding} {storing.value.raad}"


@pytest.mark.eis("a.C1", "c22")
@pytest.mark.parametrize("veld", ["weging_id", "kader_id", "dossier_id"])
def test_a_casus_has_its_weegverslag_kader_and_gemeente(store: Store, gemeente_id: int, veld: str):
    dossier_id = bewaar_hulp.gesloten_casus(store, gemeente_id)
    with store.reader() as r:
        rij = r.row("SELECT * FROM casus WHERE dossier_id = ?", dossier_id) or {}
        assert r.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id) == gemeente_id
    tweede = {naam: waarde for naam, waarde in rij.items() if naam not in ("id", "vastgelegd_op")} | {
        "nummer": "C-2"
    }
    with store.write(Handeling.CASUS_OPENEN) as w:
        assert w.insert("casus", tweede)
    with pytest.raises(Exception, match="NOT NULL"), store.write(Handeling.CASUS_OPENEN) as w:
        w.insert("casus", tweede | {"nummer": "C-3", veld: None})


@pytest.mark.eis("a.S10", "a.C9")
def test_nothing_is_handed_over_without_its_contents_ground_and_receipt(store: Store, gemeente_id: int):
    dossier_id = bewaar_hulp.gesloten_casus(store, gemeente_id)
    goed = {"gemeente": "Oudeveen", "contact": "R. Poelstra", "grondslag": "avg_6_1_e", "inhoud": "Plan.",
            "aangeboden_op": "20-5-2026"}  # fmt: skip
    zonder(lambda i: overdracht.beoordeel_aanbod(i, kader(), date(2026, 5, 21)), goed, *goed)()
    aanbod = overdracht.Aanbod("Oudeveen", "R. Poelstra", "avg_6_1_e", "Weegverslag.", date(2026, 5, 20))
    aanbod_id = offer(store, dossier_id, aanbod)
    assert _standen(store, dossier_id) == {"afgesloten"}
    niets = overdracht.Antwoord(None, "", None, "")
    assert "antwoord" in geweigerd(store, lambda: answer(store, aanbod_id, niets))
    answer(store, aanbod_id, overdracht.Antwoord(date(2026, 5, 21), "R. Poelstra", None, ""))
    assert _standen(store, dossier_id) == {"overgedragen"}


def _standen(store: Store, dossier_id: int) -> set[str]:
    with store.reader() as r:
        return {rij["status"] for rij in r.rows("SELECT status FROM casus WHERE dossier_id = ?", dossier_id)}


@pytest.mark.eis("a.S11", "a.C10", "c18", "c19")
def test_keeping_has_a_term_a_ground_and_an_end(store: Store, gemeente_id: int):
    dossier_id = bewaar_hulp.gesloten_casus(store, gemeente_id)
    goed = asdict(bewaar_hulp.KEUZE)
    zonder(lambda i: bewaren.beoordeel_bewaring(i, kader(), VANDAAG), goed, *goed)()

    def stel_vast() -> None:
        set_bewaring(store, dossier_id, bewaar_hulp.KEUZE, kader(), op=bewaar_hulp.NA)

    assert "vaststellen" in geweigerd(store, stel_vast)
    assert _standen(store, dossier_id) == {"afgesloten"}
    bewaard = bewaar_hulp.bewaard(store, gemeente_id)
    assert _standen(store, bewaard) == {"gesloten"}
    with store.reader() as r:
        rij = r.row("SELECT grond, einde, selectielijst FROM bewaring WHERE dossier_id = ?", bewaard) or {}
    assert all(rij.values())


@pytest.mark.eis("a.C10", "c13")
def test_a_closed_dossier_opens_only_for_a_reason_and_that_is_logged(store: Store, gemeente_id: int):
    dossier_id = bewaar_hulp.bewaard(store, gemeente_id)
    assert "reden" in geweigerd(store, lambda: log_inzien(store, dossier_id)).casefold()
    log_inzien(store, dossier_id, reden="verzoek_betrokkene")
    with store.reader() as r:
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "verzoek_betrokkene"


@pytest.mark.eis("a.S12", "a.C12", "c19", "G18")
def test_nothing_is_destroyed_without_each_of_its_facts(store: Store, gemeente_id: int):
    """List, ground, method, date and who; each left out in turn."""
    dossier_id = bewaar_hulp.bewaard(store, gemeente_id)
    lijst_id, (regel,) = bewaar_hulp.op_lijst(store, dossier_id)
    assert "oordeel" in geweigerd(store, lambda: authorise(store, lijst_id, bewaar_hulp.MACHTIGING))
    for leeg in (
        replace(bewaar_hulp.MACHTIGING, machtiging_door=""),
        replace(bewaar_hulp.MACHTIGING, machtiging_kenmerk=""),
    ):
        assert geweigerd(store, partial(authorise, store, lijst_id, leeg))
    nu = bewaar_hulp.moment(bewaar_hulp.VANAF)
    assert geweigerd(store, lambda: destroy(store, regel, "geen_papier", kader(), nu=nu))
    assert geweigerd(store, lambda: declare(store, lijst_id, kader(), op=bewaar_hulp.VANAF))


@pytest.mark.eis("a.S12", "a.C12", "c19", "G18")
def test_the_verklaring_says_list_ground_method_day_and_who(store: Store, gemeente_id: int):
    dossier_id = bewaar_hulp.bewaard(store, gemeente_id)
    bewaar_hulp.vernietigd(store, dossier_id)
    with store.reader() as r:
        (rij,) = r.rows(
            "SELECT lijst_id, grond, selectielijst, wijze, op, door, bewaartermijn FROM vernietiging"
        )
    assert all(rij.values())


@pytest.mark.eis("a.S6")
def test_only_a_new_weging_leads_on_from_a_question(store: Store):
    """From nadere informatie there is no way past the table."""
    feiten = SignaalFeiten(S.NADERE_INFORMATIE)
    assert ontbreekt_voor_signaal(feiten, S.AFGESLOTEN, VANDAAG) != ()
    assert ontbreekt_voor_signaal(replace(feiten, weegbesluit="niet_opnemen"), S.AFGESLOTEN, VANDAAG) == ()

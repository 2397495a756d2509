# SPDX-License-Identifier: EUPL-1.2
"""The checklist before work begins: a point counts with its document; what is missing is said by name."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.ingebruikname import (
    GEREED,
    MAG_ONTBREKEN,
    NIET_VAN_TOEPASSING,
    PUNTEN,
    Bestand,
    Punt,
    beoordeel_punt,
)
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.signaal import Correctie
from gemeente_pga.domain.tekst import MAX_BIJLAGE
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.handelingen.ingebruikname import record_punt
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.signaal import correct_signaal, register_signaal
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.store.queries.ingebruikname import kenmerk, lees_bestand, punten, zinnen_onvolledig
from gemeente_pga.store.queries.poort import niet_gereed
from gemeente_pga.store.store import Store
from tests.casus_hulp import OVERNAME, PERSOON, VANDAAG, acts
from tests.fouten.verhaal import MOMENT, SIGNAAL
from tests.inrichting_hulp import richt_in
from tests.ui_hulp import WACHTZIN, lichte_dienst

DAG = date(2026, 1, 12)


@pytest.fixture
def gemeente(store: Store) -> int:
    return register_gemeente(store, Gemeente("Gemeente Waterhoven"))


def test_ready_only_when_every_point_is(store: Store, gemeente: int):
    was = acts(store)
    for n, (code, naam) in enumerate(PUNTEN):
        with store.reader() as r:
            assert niet_gereed(r, gemeente) == tuple(n for _, n in PUNTEN[n:])
            (zin,) = zinnen_onvolledig(r)
        assert naam in zin
        assert "alleen acuut gevaar" in zin
        record_punt(store, gemeente, Punt(code, GEREED, DAG, f"2026-{n}"))
    with store.reader() as r:
        assert zinnen_onvolledig(r) == ()
        assert kenmerk(r, gemeente, "dpia") == "2026-0"
    assert acts(store)[len(was) :] == [Handeling.INGEBRUIKNAME_VASTLEGGEN.code] * len(PUNTEN)


@pytest.mark.eis("G10", "G7")
def test_one_municipality_ready_says_nothing_of_the_other(store: Store, gemeente: int):
    for code, _ in PUNTEN:
        record_punt(store, gemeente, Punt(code, GEREED, DAG, "x"))
    ander = register_gemeente(store, Gemeente("Gemeente Oudeveen"))
    with store.reader() as r:
        assert niet_gereed(r, gemeente) == ()
        assert niet_gereed(r, ander) == tuple(naam for _, naam in PUNTEN)
        (zin,) = zinnen_onvolledig(r)
        assert "Oudeveen" in zin
    store.oefening = True
    with store.reader() as r:
        assert zinnen_onvolledig(r) == (), "practising is free"


def test_only_the_practice_kluis_in_its_own_place_is_practice(tmp_path: Path):
    dienst = lichte_dienst(tmp_path)
    for soort in (KluisSoort.OEFENKLUIS, KluisSoort.KLUIS):
        dienst.kies(soort)
        dienst.maak(WACHTZIN)
        dienst.betreed()
        assert dienst.store is not None
        assert dienst.store.oefening is (soort is KluisSoort.OEFENKLUIS)
    dienst.laat_los()
    shutil.rmtree(tmp_path / "kluis")
    shutil.copytree(tmp_path / "oefenkluis", tmp_path / "kluis")
    for soort in (KluisSoort.OEFENKLUIS, KluisSoort.KLUIS):
        dienst.kies(soort)
        dienst.ontgrendel(WACHTZIN)
        dienst.betreed()
        assert dienst.store is not None
        assert dienst.store.oefening is (soort is KluisSoort.OEFENKLUIS)
    dienst.laat_los()


def test_a_point_is_recorded_again_in_its_place_and_keeps_its_document(store: Store, gemeente: int):
    bestand = Bestand("dpia.pdf", b"%PDF-1.7 verzonnen")
    een = record_punt(store, gemeente, Punt("dpia", GEREED, DAG, "2026-1"), bestand)
    assert record_punt(store, gemeente, Punt("dpia", GEREED, DAG, "2026-2")) == een
    with store.reader() as r:
        assert lees_bestand(r, gemeente, "dpia") == bestand
        assert next(p for p in punten(r, gemeente) if p.code == "dpia").bestand == "dpia.pdf"
        assert kenmerk(r, gemeente, "dpia") == "2026-2"
        assert lees_bestand(r, gemeente, "convenant") is None


@pytest.mark.parametrize(
    ("punt", "bestand"),
    [
        (Punt("onbekend", GEREED, DAG, "x"), None),
        (Punt("dpia", NIET_VAN_TOEPASSING, DAG, "", "Niet nodig."), None),
        (Punt("afspraken_zvh", NIET_VAN_TOEPASSING, DAG), None),
        (Punt("dpia", GEREED, date.max - timedelta(days=1), "x"), None),
        (Punt("dpia", GEREED, DAG, "x"), Bestand("groot.pdf", bytes(MAX_BIJLAGE + 1))),
    ],
)  # fmt: skip
def test_the_act_itself_refuses_what_cannot_count(
    store: Store, gemeente: int, punt: Punt, bestand: Bestand | None
):
    was = acts(store)
    with pytest.raises(Storing):
        record_punt(store, gemeente, punt, bestand)
    assert acts(store) == was
    with store.reader() as r:
        assert niet_gereed(r, gemeente) == tuple(naam for _, naam in PUNTEN)


@pytest.mark.parametrize("code", [code for code, _ in PUNTEN])
def test_what_does_not_apply_needs_a_reason_and_a_point_that_may(code: str):
    invoer = {"stand": NIET_VAN_TOEPASSING}
    for reden in ("", "Wij werken zonder Zorg- en Veiligheidshuis."):
        uit = beoordeel_punt(invoer | {"toelichting": reden}, DAG, punt=code)
        mag = code in MAG_ONTBREKEN and bool(reden)
        assert isinstance(uit, Punt) == mag


def test_a_document_has_a_day_that_has_been_and_a_number():
    goed: dict[str, object] = {"stand": GEREED, "op": DAG, "kenmerk": "2026-1"}
    assert beoordeel_punt(goed, DAG, punt="dpia") == Punt("dpia", GEREED, DAG, "2026-1")
    for fout in ({"op": None}, {"kenmerk": ""}, {"op": DAG + timedelta(days=1)}, {"stand": ""}):
        assert isinstance(beoordeel_punt(goed | fout, DAG, punt="dpia"), list)


# ---- the gate


@pytest.fixture
def zonder(store: Store) -> dict[str, int]:
    """A kluis that is set up, without the convenant."""
    ids = richt_in(store)
    with store.reader() as r:
        weg = r.value("SELECT id FROM ingebruikname WHERE punt = 'convenant'")
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.delete("ingebruikname", weg)
    return ids


def nieuw(store: Store, ids: dict[str, int], *, acuut: bool, dossier_id: int | None = None) -> int:
    signaal = replace(SIGNAAL, acuut=acuut)
    return register_signaal(store, signaal, PERSOON, gemeente_id=ids["gemeente_id"], dossier_id=dossier_id)


def compleet(store: Store, ids: dict[str, int]) -> None:
    record_punt(store, ids["gemeente_id"], Punt("convenant", GEREED, DAG, "2026-3"))


@pytest.mark.eis("G7")
def test_until_then_only_acute_danger_comes_in(store: Store, zonder: dict[str, int]):
    was = acts(store)
    with pytest.raises(Storing, match="Dit kan nu niet") as fout:
        nieuw(store, zonder, acuut=False)
    assert "Convenant" in fout.value.raad
    notitie = Telefoonnotitie("Er is een briefje gevonden.", "H. Claessen", "010 555 01 01", False, MOMENT)
    with pytest.raises(Storing):
        register_notitie(store, notitie)
    with pytest.raises(Storing):
        take_over(store, PERSOON, OVERNAME, gemeente_id=zonder["gemeente_id"], bijlagen=(), vandaag=VANDAAG)
    assert acts(store) == was
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0, "nothing of a person is left behind"
    register_notitie(store, replace(notitie, acuut=True))
    nieuw(store, zonder, acuut=True)
    compleet(store, zonder)
    nieuw(store, zonder, acuut=False)


@pytest.mark.eis("G7")
def test_acute_is_no_way_around(store: Store, zonder: dict[str, int]):
    signaal_id = nieuw(store, zonder, acuut=True)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
    rustig = Correctie("onjuist", replace(SIGNAAL, acuut=False))
    with pytest.raises(Storing, match="niets veranderd"):
        correct_signaal(store, signaal_id, rustig)
    with pytest.raises(Storing, match="Dit kan nu niet"):
        begin_weging(store, dossier_id, VANDAAG)
    compleet(store, zonder)
    with pytest.raises(Storing, match="geen signaal"):
        begin_weging(store, dossier_id, VANDAAG)


@pytest.mark.eis("G10")
def test_each_dossier_counts_with_its_own_municipality(store: Store, zonder: dict[str, int]):
    ander = register_gemeente(store, Gemeente("Gemeente Oudeveen"))
    compleet(store, zonder)
    nieuw(store, zonder, acuut=False)
    with pytest.raises(Storing):
        nieuw(store, zonder | {"gemeente_id": ander}, acuut=False)
    nieuw(store, zonder | {"gemeente_id": ander}, acuut=True)

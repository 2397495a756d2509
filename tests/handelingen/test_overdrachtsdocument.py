# SPDX-License-Identifier: EUPL-1.2
"""The document for a successor: everything that runs by number, nobody of a dossier, one line in the log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.opvolging import Opvolging, beoordeel_opvolging
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.stukken import Overdrachtsdocument, from_json
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.handelingen.opvolging import make_overdrachtsdocument
from gemeente_pga.store.queries.opvolging import laatste_opvolgstuk, opvolgstuk
from gemeente_pga.store.store import Store
from tests import bewaar_hulp as hulp
from tests.casus_hulp import OVERNAME, PERSOON, acts
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 11, 4)
TYPEN = Opvolging(
    opvolger="M. Hoekstra, coördinator",
    herstelblad="Kluis van de gemeente",
    back_up="Kast 3",
    papier="Kast 4",
    verder="Bel elke maand de corporatie.",
)


@pytest.fixture
def dossier_id(store: Store, ids: dict[str, int]) -> int:
    take_over(store, PERSOON, OVERNAME, gemeente_id=ids["gemeente_id"], bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        return int(r.value("SELECT id FROM dossier"))


def maak(store: Store, **anders: str) -> Overdrachtsdocument:
    gemaakt = make_overdrachtsdocument(store, replace(TYPEN, **anders), kader(), op=VANDAAG)
    assert isinstance(gemaakt, int)
    with store.reader() as r:
        return from_json(Overdrachtsdocument, r.value("SELECT gegevens FROM document WHERE id = ?", gemaakt))


def test_everything_that_runs_stands_on_it_by_number(store: Store, dossier_id: int) -> None:
    was = len(acts(store))
    stuk = maak(store)
    assert acts(store)[was:] == [Handeling.DOCUMENT_VASTSTELLEN.code]
    with store.reader() as r:
        rij = r.row(
            "SELECT d.nummer, c.nummer AS casus, c.status FROM dossier d JOIN casus c ON c.dossier_id = d.id"
        )
    assert rij is not None
    (dossier,) = stuk.dossiers
    assert (dossier.nummer, dossier.stand) == (rij["nummer"], label("casus", rij["status"]))
    assert dossier.herbeoordeling == OVERNAME.volgende_herbeoordeling
    assert ("Herbeoordeling", f"Casus {rij['casus']}") in {(d.soort, d.wat) for d in stuk.dagen}
    assert {p.organisatie for p in stuk.partners} >= {"Openbaar Ministerie", "Politie"}
    assert (stuk.van, stuk.naar) == ("S. Aydın, Coördinator", "M. Hoekstra, coördinator")
    assert (stuk.herstelblad, stuk.back_up, stuk.papier) == ("Kluis van de gemeente", "Kast 3", "Kast 4")


def test_nobody_who_is_in_a_dossier_stands_on_it(store: Store, dossier_id: int) -> None:
    with store.reader() as r:
        gegevens = str(opvolgstuk(r, TYPEN, kader(), VANDAAG, None).stuk)
    for naam in (PERSOON.voornamen, PERSOON.geslachtsnaam, "paspoort"):
        assert naam not in gegevens


@pytest.mark.parametrize("veld", ["opvolger", "herstelblad", "back_up", "papier", "verder"])
def test_a_name_out_of_a_dossier_is_said_at_its_field_and_leaves_nothing(
    store: Store, dossier_id: int, veld: str
) -> None:
    was = acts(store)
    getypt = replace(TYPEN, **{veld: f"Vraag {PERSOON.voornamen} {PERSOON.geslachtsnaam} ernaar."})
    uitkomst = make_overdrachtsdocument(store, getypt, kader(), op=VANDAAG)
    assert isinstance(uitkomst, list)
    assert [g.veld for g in uitkomst] == [veld]
    assert acts(store) == was


def test_a_holder_behind_a_term_is_not_named(store: Store, dossier_id: int) -> None:
    with store.write(Handeling.HOUDERS_BERICHTEN, dossier_id=dossier_id) as w:
        for houder in ("Broer Sjoerd", "Zus Femke"):
            w.insert(
                "houderbericht",
                {
                    "dossier_id": dossier_id,
                    "soort": "teruggave",
                    "houder": houder,
                    "heeft": "[]",
                    "gevraagd": "Terug.",
                    "aanleiding_soort": "dossier",
                    "aanleiding_id": dossier_id,
                    "antwoord_voor": VANDAAG + timedelta(days=14),
                },
            )
    stuk = maak(store)
    (dag,) = (d for d in stuk.dagen if d.soort == "Antwoord van een houder")
    assert dag.wat.endswith(", 2 keer")
    assert "Sjoerd" not in str(stuk)
    assert "Femke" not in str(stuk)


def test_it_goes_with_the_first_dossier_whose_number_is_on_it(store: Store, ids: dict[str, int]) -> None:
    een, twee = (hulp.bewaard(store, ids["gemeente_id"]) for _ in range(2))
    with store.reader() as r:
        nummers = [r.value("SELECT nummer FROM dossier WHERE id = ?", een_van) for een_van in (een, twee)]
    assert nummers[0] in str(maak(store, verder=f"Zie {nummers[0]}."))
    over_twee = make_overdrachtsdocument(
        store, replace(TYPEN, verder=f"Zie {nummers[1]}."), kader(), op=VANDAAG
    )
    assert isinstance(over_twee, int)
    with store.write(Handeling.DOCUMENT_VASTSTELLEN) as w:  # as it would be without the days of the first
        gegevens = w.value("SELECT gegevens FROM document WHERE id = ?", over_twee)
        w.update("document", over_twee, {"gegevens": gegevens.replace(nummers[0], "weg")})
    hulp.vernietigd(store, een)
    with store.reader() as r:
        assert [
            rij["id"] for rij in r.rows("SELECT id FROM document WHERE soort = 'overdrachtsdocument'")
        ] == [over_twee]


def test_the_last_one_is_found_again(store: Store, ids: dict[str, int]) -> None:
    with store.reader() as r:
        assert laatste_opvolgstuk(r) is None
    gemaakt = make_overdrachtsdocument(store, TYPEN, kader(), op=VANDAAG)
    with store.reader() as r:
        assert laatste_opvolgstuk(r) == gemaakt


@pytest.mark.parametrize("veld", ["herstelblad", "back_up", "papier"])
def test_where_things_are_must_be_said(veld: str) -> None:
    invoer: dict[str, object] = {n: getattr(TYPEN, n) for n in TYPEN.__dataclass_fields__}
    uit = beoordeel_opvolging(invoer | {veld: " "}, VANDAAG)
    assert isinstance(uit, list)
    assert [g.veld for g in uit if isinstance(g, Gebrek)] == [veld]
    assert beoordeel_opvolging(invoer | {"opvolger": ""}, VANDAAG) == replace(TYPEN, opvolger="")

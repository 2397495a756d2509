# SPDX-License-Identifier: EUPL-1.2
"""The hour that comes twice in October: what was recorded later is later, whatever the clock says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gemeente_pga.domain.actualiteit import Actualiteit
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.handelingen.kader import set_waarde
from gemeente_pga.store.queries.herbeoordeling import (
    achterhaald,
    gegevens,
    herbeoordeling,
    laatste_herbeoordeling,
)
from gemeente_pga.store.queries.kader import kaderwaarden, waarderegels
from gemeente_pga.store.store import Store
from tests.casus_hulp import met_deelnemer
from tests.inrichting_hulp import richt_in
from tests.model.machine import hier
from tests.rechten_hulp import breng_in, dossier_van
from tests.store.bouw import nieuwe_kluis, open_kluis

EERSTE = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)  # 02.50 uur, summer time
ZONDAG = date(2026, 10, 25)
LATER = timedelta(minutes=20)  # 02.10 uur, winter time
PROGRAM = Path(__file__).resolve().parents[2] / "gemeente_pga"
MOMENTEN = "vastgelegd_op|bewaard_op|geactiveerd_op|gebeld_op|ontdekt_op|getrokken_op"


@dataclass
class Nacht:
    """A kluis, and the clock of that night."""

    store: Store
    ids: dict[str, int]
    nu: datetime

    def verder(self) -> None:
        self.nu += LATER


@pytest.fixture
def nacht(tmp_path: Path) -> Iterator[Nacht]:
    with hier():
        nacht = Nacht(None, {}, EERSTE - timedelta(days=1))  # type: ignore[arg-type]
        nacht.store = open_kluis(nieuwe_kluis(tmp_path), klok=lambda: nacht.nu)
        nacht.ids = richt_in(nacht.store)
        nacht.nu = EERSTE
        yield nacht
        nacht.store.close()


def begin(nacht: Nacht, casus_id: int) -> int:
    """A review as it stands in the kluis."""
    with nacht.store.write(Handeling.HERBEOORDELING_BEGINNEN) as w:
        casus = w.row("SELECT dossier_id, kader_id FROM casus WHERE id = ?", casus_id) or {}
        return w.insert("herbeoordeling", casus, casus_id=casus_id, status="concept", datum=ZONDAG)


def waarde(termijn: str) -> Kaderwaarde:
    return Kaderwaarde("streeftermijn", "weging", "termijn", termijn, "besluit_gemeente")


@pytest.mark.eis("c22")
def test_the_value_of_a_kader_that_was_filled_in_last_counts_and_the_other_stays(nacht: Nacht) -> None:
    een = set_waarde(nacht.store, nacht.ids["kader"], waarde("P4W"))
    nacht.verder()
    twee = set_waarde(nacht.store, nacht.ids["kader"], waarde("P6W"))
    assert een != twee, "the first is history, and was not written over"
    with nacht.store.reader() as r:
        regels = waarderegels(r, nacht.ids["kader"])
        assert [w.waarde for w in kaderwaarden(r, nacht.ids["kader"])] == ["P6W"]
    momenten = [regel.vastgelegd_op for regel in regels]
    assert [regel.waarde.waarde for regel in regels] == ["P4W", "P6W"]
    assert momenten == sorted(momenten, reverse=True), "as text they are the other way round"


@pytest.mark.eis("a.C6")
def test_a_review_asks_of_what_was_there_when_it_began(nacht: Nacht) -> None:
    casus_id = met_deelnemer(nacht.store, nacht.ids)
    dossier_id = dossier_van(nacht.store, casus_id)
    item = breng_in(nacht.store, dossier_id, nacht.ids["politie"])
    nacht.verder()
    blad_id = begin(nacht, casus_id)
    nacht.verder()
    later = breng_in(nacht.store, dossier_id, nacht.ids["politie"], "Kwam erna.")
    with nacht.store.reader() as r:
        blad = herbeoordeling(r, blad_id)
        assert blad is not None
        gevraagd = {g.id for g in gegevens(r, blad)}
    assert item in gevraagd
    assert later not in gevraagd


def test_of_two_reviews_on_one_day_the_last_one_counts(nacht: Nacht) -> None:
    casus_id = met_deelnemer(nacht.store, nacht.ids)
    dossier_id = dossier_van(nacht.store, casus_id)
    item = breng_in(nacht.store, dossier_id, nacht.ids["politie"])
    bladen = []
    for antwoord in ("nee", "ja"):
        blad_id = begin(nacht, casus_id)
        with nacht.store.write(Handeling.HERBEOORDELING_VASTSTELLEN) as w:
            w.insert(
                "actualiteit",
                Actualiteit(antwoord, "Gevraagd."),
                dossier_id=dossier_id,
                herbeoordeling_id=blad_id,
                informatie_id=item,
            )
            w.update("herbeoordeling", blad_id, {"status": "vastgesteld", "vastgesteld_op": ZONDAG})
        bladen.append(blad_id)
        nacht.verder()
    with nacht.store.reader() as r:
        assert laatste_herbeoordeling(r, casus_id) == bladen[-1]
        assert achterhaald(r, dossier_id) == {}


def test_no_query_orders_moments_as_text() -> None:
    """Local moments carry an offset; as text the hour that comes twice is in the wrong order."""
    fout = re.compile(rf"(?<![\w(.])(?:\w+\.)?(?:{MOMENTEN})\b")
    gezien = 0
    for bestand in PROGRAM.rglob("*.py"):
        for regel in bestand.read_text(encoding="utf-8").splitlines():
            _, orde, wat = regel.partition("ORDER BY")
            gezien += bool(orde) and "julianday(" in wat
            assert not (orde and fout.search(wat)), f"{bestand.name}: {regel.strip()}"
    assert gezien > 50

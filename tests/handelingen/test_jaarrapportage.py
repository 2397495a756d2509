# SPDX-License-Identifier: EUPL-1.2
"""The jaarrapportage on a real kluis: kept counts stay, what was shown counts, and no name gets in."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.documents.register import render_stuk
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.jaarrapportage import Bereik, Cel, reveals
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.jaarrapportage import vaststellen
from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.jaarcijfers import jaren, tel, telling, vroeger_getoond
from gemeente_pga.store.queries.jaarstuk import jaarstuk
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import wis_dossier
from gemeente_pga.ui.pdf import read_bladen
from tests.bewaar_hulp import gesloten_casus, gesloten_signaal
from tests.casus_hulp import acts
from tests.inrichting_hulp import kader
from tests.rechten_hulp import VERZOEK

OP = date(2028, 2, 1)


def verzoeken(store: Store, gemeente_id: int, jaar: int, **aantallen: int) -> None:
    for soort, aantal in aantallen.items():
        wat = replace(VERZOEK, soort=soort, ontvangen_op=date(jaar, 3, 1))
        for _ in range(aantal):
            register_verzoek(store, wat, kader(), gemeente_id=gemeente_id, dossier_id=None)


def tabel(store: Store, bereik: Bereik, maat: str) -> dict[str, int | None]:
    with store.reader() as r:
        stuk = jaarstuk(r, bereik, kader(), OP).stuk
    (t,) = [t for t in stuk.tabellen if t.maat == maat]
    return dict(zip(t.delen, t.waarden, strict=True)) | {"": t.totaal}


@pytest.mark.eis("G22")
def test_a_year_is_counted_and_small_counts_are_left_out(store: Store, ids: dict[str, int]):
    g = ids["gemeente_id"]
    verzoeken(store, g, 2026, inzage=9, klacht=2, rectificatie=7)
    verzoeken(store, g, 2027, inzage=1)
    with store.reader() as r:
        assert jaren(r, OP) == (2026, 2027)
        cijfers = tel(r, g, 2026, kader(), OP)
    assert cijfers["verzoeken", "klacht"] == 2
    uit = tabel(store, Bereik((g,), (2026,)), "verzoeken")
    assert (uit["inzage"], uit["klacht"], uit["rectificatie"], uit["woo"], uit[""]) == (9, None, None, 0, 18)
    uit = tabel(store, Bereik((g,), (2027,)), "verzoeken")
    assert set(uit.values()) == {None}


def test_nothing_is_recorded_when_everything_falls_away(store: Store, ids: dict[str, int]):
    g = ids["gemeente_id"]
    for soort in ("inzage", "klacht"):
        verzoeken(store, g, 2026, **{soort: 1})
    was = acts(store)
    for bereik, woord in (
        (Bereik((g,), (2028,)), "nog niet voorbij"),
        (Bereik((g,), ()), "nog niet voorbij"),
        (Bereik((g,), (2025, 2027)), "ontbreekt een jaar"),
        (Bereik((g,), (2026,)), "Elk aantal valt weg"),
    ):
        with pytest.raises(Storing, match=woord):
            vaststellen(store, bereik, kader(), op=OP)
    assert acts(store) == was


@pytest.mark.eis("G22")
def test_the_next_report_gives_the_earlier_one_nothing_away(store: Store, ids: dict[str, int]):
    g = ids["gemeente_id"]
    verzoeken(store, g, 2026, inzage=9, klacht=6, rectificatie=7)
    verzoeken(store, g, 2027, inzage=9, klacht=2, rectificatie=8)
    een, beide = Bereik((g,), (2026,)), Bereik((g,), (2026, 2027))
    assert tabel(store, beide, "verzoeken")["klacht"] == 8
    was = len(acts(store))
    vaststellen(store, een, kader(), op=OP)
    assert acts(store)[was:] == [Handeling.JAARRAPPORTAGE_VASTSTELLEN.code]
    assert tabel(store, beide, "verzoeken")["klacht"] is None
    vaststellen(store, beide, kader(), op=OP)
    with store.reader() as r:
        getoond = vroeger_getoond(r)
        cijfers = telling(r, beide, kader(), OP)
    assert len(getoond) == 20
    assert not reveals(getoond, cijfers)
    assert cijfers[Cel("verzoeken", "klacht", g, 2027)] == 2


def test_a_kept_year_stays_when_a_dossier_is_destroyed(store: Store, ids: dict[str, int]):
    g = ids["gemeente_id"]
    weg = gesloten_signaal(store, g)
    for _ in range(5):
        gesloten_signaal(store, g)
    gesloten_casus(store, g)
    with store.reader() as r:
        voor = dict(tel(r, g, 2026, kader(), OP))
    assert voor["signalen", "zonder_weging"] == 6
    assert voor["casus_dicht", "dicht"] == 1
    assert voor["ideologie", "onbekend"] == 7
    vaststellen(store, Bereik((g,), (2026,)), kader(), op=OP)
    assert wis_dossier(store, weg)
    with store.reader() as r:
        na = tel(r, g, 2026, kader(), OP)
        assert r.value("SELECT count(*) FROM signaal WHERE dossier_id = ?", weg) == 0
    assert {k: w for k, w in na.items() if w} == voor


def test_the_region_together_and_no_name_on_paper(store: Store, ids: dict[str, int]):
    g = ids["gemeente_id"]
    ander = register_gemeente(store, Gemeente("Gemeente Oudeveen"))
    verzoeken(store, g, 2026, inzage=3)
    verzoeken(store, ander, 2026, inzage=4)
    for een in (g, ander):
        assert tabel(store, Bereik((een,), (2026,)), "verzoeken")[""] is None
    samen = Bereik(tuple(sorted((g, ander))), (2026,))
    assert tabel(store, samen, "verzoeken")["inzage"] == 7
    vaststellen(store, samen, kader(), op=OP)
    with store.reader() as r:
        (stuk,) = te_maken(r)
    bladen = read_bladen(render_stuk(stuk.stuk, stuk.code))
    tekst = " ".join(" ".join(blad.tekst for blad in bladen).split())
    assert "Gemeente Oudeveen, Gemeente Waterhoven" in tekst or "Waterhoven, Gemeente Oudeveen" in tekst
    assert "geen uitspraken over personen" in tekst
    assert "Brandsma" not in tekst

# SPDX-License-Identifier: EUPL-1.2
"""Suppression attacked: with every table that was ever shown, no small count can be worked out.

The attacker here is another solver than the one the program uses: it tries all counts there can be.
"""

import time
from collections.abc import Iterator, Sequence
from itertools import islice, product

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from gemeente_pga.domain.jaarrapportage import (
    Bereik,
    Cel,
    Maat,
    Tabel,
    maak_tabel,
    protect,
    reveals,
    suppress,
)
from gemeente_pga.domain.kader import DREMPEL
from gemeente_pga.domain.onthulling import Vorm

DELEN = ("a", "b", "c")
MAAT = Maat("m", "Maat", tuple((deel, deel.upper()) for deel in DELEN))
STAND = Maat("s", "Stand", (("s", "S"),), stand=True)


def rij(*waarden: int) -> Tabel:
    delen = tuple("abcdefgh"[: len(waarden)])
    return Tabel("m", Bereik((1,), (2026,)), delen, waarden, sum(waarden))


def som(tabel: Tabel, deel: str, telling: dict[Cel, int]) -> int:
    return sum(telling[Cel("m", deel, g, j)] for g in tabel.bereik.gemeenten for j in tabel.bereik.jaren)


# ---- one table


@pytest.mark.parametrize(
    ("waarden", "uit", "totaal"),
    [
        ((0, 0, 0), (0, 0, 0), 0),
        ((9, 0, 7), (9, 0, 7), 16),
        ((1, 1, 2), (None, None, None), None),
        ((3, 9, 20), (None, None, 20), 32),
        ((3, 9, 0), (None, None, 0), 12),
        ((2, 2, 9), (None, None, None), 13),
        ((4, 0, 1), (None, None, None), None),
        ((4, 4, 9), (None, None, 9), 17),
        ((5, 0, 0), (5, 0, 0), 5),
    ],
)
def test_what_is_left_out_takes_something_along(
    waarden: tuple[int, ...], uit: tuple[int | None, ...], totaal: int | None
):
    klaar = suppress(rij(*waarden))
    assert (klaar.waarden, klaar.totaal) == (uit, totaal)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6))
def test_each_hidden_count_may_be_over_the_threshold_too(waarden: list[int]):
    klaar = suppress(rij(*waarden))
    assert all(w is None or w == 0 or w >= DREMPEL for w in (*klaar.waarden, klaar.totaal))
    assert klaar.totaal in (sum(waarden), None)
    if klaar.totaal is None:
        return
    verborgen = klaar.waarden.count(None)
    rest = klaar.totaal - sum(w or 0 for w in klaar.waarden)
    assert not verborgen or rest - (verborgen - 1) >= DREMPEL  # one could have all, the others one each


@pytest.mark.eis("G22")
def test_the_threshold_is_never_below_three():
    with pytest.raises(ValueError, match="three"):
        suppress(rij(9, 9), 2)
    assert suppress(rij(3, 9), 3).waarden == (3, 9)


# ---- more tables: the attacker


def past(t: Tabel, waarden: dict[Cel, int], klaar: Sequence[str]) -> bool:
    """May these counts be behind this table, as far as they are filled in?"""
    if t.totaal is None:
        return True
    laagst = 0 if all(w is None for w in t.waarden) else 1  # a zero is shown
    sommen = {deel: som(t, deel, waarden) for deel in klaar}
    for deel, w in zip(t.delen, t.waarden, strict=True):
        if deel in sommen and not (sommen[deel] >= laagst if w is None else sommen[deel] == w):
            return False
    totaal = sum(sommen.values())
    return totaal == t.totaal if len(klaar) == len(t.delen) else totaal <= t.totaal


def werelden(
    tabellen: Sequence[Tabel], gemeenten: tuple[int, ...], jaren: tuple[int, ...]
) -> Iterator[dict[Cel, int]]:
    """Every set of counts, part by part, that fits all that was shown. The parts meet in the totals only."""
    plekken = tuple(product(gemeenten, jaren))
    grens = max((t.totaal or 0 for t in tabellen), default=0)

    def vul(nog: Sequence[str], waarden: dict[Cel, int], klaar: Sequence[str]) -> Iterator[dict[Cel, int]]:
        if not nog:
            yield waarden
            return
        deel, *rest = nog
        for aantallen in product(range(grens + 1), repeat=len(plekken)):
            deze = waarden | {Cel("m", deel, g, j): n for (g, j), n in zip(plekken, aantallen, strict=True)}
            if all(past(t, deze, [*klaar, deel]) for t in tabellen):
                yield from vul(rest, deze, [*klaar, deel])

    yield from vul(DELEN[:2], {}, [])


def uitgerekend(
    tabellen: Sequence[Tabel], gemeenten: tuple[int, ...], jaren: tuple[int, ...], drempel: int = DREMPEL
) -> dict[object, set[int]]:
    """The small counts that are the same in every world: of a part, of a place and year, of all of them."""
    plekken, twee = list(product(gemeenten, jaren)), DELEN[:2]
    mogelijk: dict[object, set[int]] = {}
    for wereld in islice(werelden(tabellen, gemeenten, jaren), 400):
        for cel, waarde in wereld.items():
            mogelijk.setdefault(cel, set()).add(waarde)
        for g, j in plekken:
            mogelijk.setdefault((g, j), set()).add(sum(wereld[Cel("m", d, g, j)] for d in twee))
        for d in twee:
            mogelijk.setdefault(d, set()).add(sum(wereld[Cel("m", d, g, j)] for g, j in plekken))
    return {
        wat: waarden for wat, waarden in mogelijk.items() if len(waarden) == 1 and 0 < min(waarden) < drempel
    }


@pytest.mark.eis("G22")
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_series_of_reports_gives_a_small_count_away(data: st.DataObject):
    """Two years (or two municipalities) and two parts; reports in any order; every world is tried."""
    twee_jaren = data.draw(st.booleans())
    gemeenten, jaren = ((1,), (2025, 2026)) if twee_jaren else ((1, 2), (2026,))
    maat = Maat("m", "Maat", MAAT.delen[:2])
    aantal = st.integers(0, 7)
    telling = {Cel("m", d, g, j): data.draw(aantal) for d in DELEN[:2] for g in gemeenten for j in jaren}
    bereiken = [Bereik((g,), (j,)) for g in gemeenten for j in jaren] + [Bereik(gemeenten, jaren)]
    getoond: list[Tabel] = []
    for bereik in data.draw(st.permutations(bereiken)):
        getoond += protect([maak_tabel(maat, telling, bereik)], getoond, telling)
    assume(any(t.totaal is not None for t in getoond))
    assert uitgerekend(getoond, gemeenten, jaren) == {}


@pytest.mark.eis("G22")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_threshold_that_went_up_gives_nothing_away_that_was_not_out(data: st.DataObject):
    """Reports under five, then under eight: what the attacker finds below eight he had before."""
    jaren, maat, hoog = (2025, 2026), Maat("m", "Maat", MAAT.delen[:2]), 8
    aantal = st.integers(0, 9)
    telling = {Cel("m", d, 1, j): data.draw(aantal) for d in DELEN[:2] for j in jaren}
    bereiken = data.draw(st.permutations([Bereik((1,), (2025,)), Bereik((1,), (2026,)), Bereik((1,), jaren)]))
    keer = data.draw(st.integers(0, 2))
    eerst: list[Tabel] = []
    for bereik in bereiken[:keer]:
        eerst += protect([maak_tabel(maat, telling, bereik)], eerst, telling)
    getoond = list(eerst)
    for bereik in bereiken[keer:]:
        getoond += protect([maak_tabel(maat, telling, bereik)], getoond, telling, drempel=hoog)
    assume(any(t.totaal is not None for t in getoond[keer:]))
    nu = uitgerekend(getoond, (1,), jaren, hoog)
    assert not any(waarde < DREMPEL for waarden in nu.values() for waarde in waarden)
    assert nu.keys() <= (uitgerekend(eerst, (1,), jaren, hoog).keys() if eerst else set())


def test_a_threshold_that_went_up_does_not_silence_every_later_report():
    """A six that stood open last year is no secret any more; the six of this year is."""
    telling = {Cel("m", d, 1, 2025): 20 for d in DELEN} | {Cel("m", d, 1, 2026): 20 for d in DELEN}
    telling |= {Cel("m", "a", 1, 2025): 6, Cel("m", "a", 1, 2026): 6}
    vorig = protect([maak_tabel(MAAT, telling, Bereik((1,), (2025,)))], [], telling)
    assert vorig[0].waarden == (6, 20, 20)
    nu = protect([maak_tabel(MAAT, telling, Bereik((1,), (2026,)))], vorig, telling, drempel=8)
    assert nu[0].totaal == 46
    assert nu[0].waarden[0] is None


def test_the_attacker_sees_what_may_not_be_shown():
    """The control: without looking at earlier reports the difference of two years is a small count."""
    telling = {Cel("m", d, 1, j): 6 for d in DELEN for j in (2025, 2026)} | {Cel("m", "a", 1, 2026): 2}
    een, twee = Bereik((1,), (2025,)), Bereik((1,), (2025, 2026))
    los = [suppress(maak_tabel(MAAT, telling, bereik)) for bereik in (een, twee)]
    assert los[1].waarden == (8, 12, 12)
    assert reveals(los, telling)
    kort = Maat("m", "Maat", MAAT.delen[:2])
    los = [suppress(maak_tabel(kort, telling, bereik)) for bereik in (een, twee)]
    assert uitgerekend(los, (1,), (2025, 2026)) == {Cel("m", "a", 1, 2026): {2}}
    samen = protect([maak_tabel(MAAT, telling, een)], [], telling)
    samen += protect([maak_tabel(MAAT, telling, twee)], samen, telling)
    assert not reveals(samen, telling)
    assert samen[0].waarden == (6, 6, 6)
    assert samen[1].waarden[0] is None


@pytest.mark.eis("G22")
def test_the_region_gives_no_municipality_away():
    telling = {Cel("m", d, g, 2026): 9 for d in DELEN for g in (1, 2)} | {Cel("m", "b", 2, 2026): 1}
    een, regio = Bereik((1,), (2026,)), Bereik((1, 2), (2026,))
    getoond = protect([maak_tabel(MAAT, telling, een)], [], telling)
    getoond += protect([maak_tabel(MAAT, telling, regio)], getoond, telling)
    assert getoond[0].waarden == (9, 9, 9)
    assert getoond[1].waarden[1] is None
    andersom = protect([maak_tabel(MAAT, telling, regio)], [], telling)
    assert andersom[0].waarden == (18, 10, 18)
    andersom += protect([maak_tabel(MAAT, telling, een)], andersom, telling)
    assert andersom[1].waarden[1] is None


@pytest.mark.eis("G22")
def test_two_years_of_the_region_less_those_of_one_municipality_are_not_the_other() -> None:
    """Three reports together: neither two of them give it away."""
    telling = {Cel("m", d, g, j): 9 for d in DELEN for g in (1, 2) for j in (2024, 2025)}
    telling |= {Cel("m", "a", 1, 2024): 6, Cel("m", "a", 1, 2025): 8}
    telling |= {Cel("m", "a", 2, 2024): 2, Cel("m", "a", 2, 2025): 0}
    getoond: list[Tabel] = []
    for bereik in (
        Bereik((1,), (2024, 2025)), Bereik((1, 2), (2024,)), Bereik((1, 2), (2025,)),
    ):  # fmt: skip
        getoond += protect([maak_tabel(MAAT, telling, bereik)], getoond, telling)
    assert getoond[0].waarden[0] == 14
    assert getoond[1].waarden[0] == 8
    assert getoond[2].waarden[0] is None


def test_the_total_of_two_years_less_one_is_not_the_other():
    telling = {Cel("m", d, 1, 2025): 9 for d in DELEN} | {Cel("m", d, 1, 2026): 1 for d in DELEN}
    een, twee = Bereik((1,), (2025,)), Bereik((1,), (2025, 2026))
    getoond = protect([maak_tabel(MAAT, telling, een)], [], telling)
    getoond += protect([maak_tabel(MAAT, telling, twee)], getoond, telling)
    assert getoond[0].totaal == 27
    assert getoond[1].weg


def test_who_came_in_less_who_went_out_gives_nothing_away():
    """open(2026) - open(2025) + closed(2026) = taken up(2026), and anybody knows it."""
    telling = {
        Cel("s", "s", 1, 2025): 8, Cel("s", "s", 1, 2026): 10,
        Cel("u", "u", 1, 2026): 5, Cel("m", "a", 1, 2026): 7,
    }  # fmt: skip
    uit = Maat("u", "Uit", (("u", "U"),))
    in_ = Maat("m", "In", (("a", "A"), ("b", "B"), ("c", "C")))
    telling |= {Cel("m", "b", 1, 2026): 1, Cel("m", "c", 1, 2026): 9}
    verband = Vorm(
        frozenset(
            [(Cel("s", "s", 1, 2026), 1), (Cel("s", "s", 1, 2025), -1), (Cel("u", "u", 1, 2026), 1),
             (Cel("m", "a", 1, 2026), -1)]
        )
    )  # fmt: skip
    bereik = Bereik((1,), (2026,))
    stand = protect([maak_tabel(STAND, telling, Bereik((1,), (2025,)))], [], telling, [verband])
    alles = protect([maak_tabel(m, telling, bereik) for m in (STAND, uit, in_)], stand, telling, [verband])
    assert [t.totaal for t in alles[:2]] == [10, 5]
    assert not reveals([*stand, *alles], telling, [verband])
    assert alles[2].waarden.count(None) == 3  # "a" follows from the others, so it does not hide "b"


def test_a_stand_is_not_added_up():
    telling = {Cel("s", "s", 1, j): 6 for j in (2025, 2026)}
    assert maak_tabel(STAND, telling, Bereik((1,), (2025, 2026))).totaal == 6


def test_a_region_of_three_with_ten_kinds_of_eight_parts_is_worked_out_at_once() -> None:
    """Kinds share no counts, so each is looked at by itself; a minute of waiting would be a fault."""
    delen = tuple((f"d{n}", f"D{n}") for n in range(8))
    soorten = [Maat(f"m{n}", f"Maat {n}", delen) for n in range(10)]
    telling = {
        Cel(maat.code, deel, gemeente, jaar): (7 * n + 3 * k + 5 * gemeente + jaar) % 9
        for n, maat in enumerate(soorten) for k, (deel, _) in enumerate(delen)
        for gemeente in (1, 2, 3) for jaar in (2025, 2026)
    }  # fmt: skip
    getoond: list[Tabel] = []
    begin = time.process_time()
    for bereik in (
        Bereik((1,), (2025,)), Bereik((1, 2, 3), (2025,)), Bereik((1, 2, 3), (2025, 2026)),
    ):  # fmt: skip
        getoond += protect([maak_tabel(maat, telling, bereik) for maat in soorten], getoond, telling)
    assert not reveals(getoond, telling)
    assert time.process_time() - begin < 20

# SPDX-License-Identifier: EUPL-1.2
"""Figures of a year, of more years or of the region: counts of which no small one can be read or worked out.

Nothing is crossed with anything: each table is one list with its total. What was shown in an earlier report
counts: a new table is laid beside all of them (G22).
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from gemeente_pga.domain.kader import DREMPEL
from gemeente_pga.domain.onthulling import Bekend, Deel, Onthulling, Vorm

LAAGSTE_DREMPEL = 3


@dataclass(frozen=True, slots=True)
class Cel:
    """The smallest count there is: of one kind, in one municipality, in one year."""

    maat: str
    uitsplitsing: str
    gemeente_id: int
    jaar: int


Telling = Mapping[Cel, int]
Delen = dict[tuple[Bekend, ...], Deel]


@dataclass(frozen=True, slots=True)
class Bereik:
    """Over which municipalities and years a report goes."""

    gemeenten: tuple[int, ...]
    jaren: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Maat:
    """A kind of count with its parts. stand: at the end of a year, so years are not added up."""

    code: str
    naam: str
    delen: tuple[tuple[str, str], ...]
    stand: bool = False
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """One list. waarden: in the order of the parts, None where a count is left out; totaal likewise."""

    maat: str
    bereik: Bereik
    delen: tuple[str, ...]
    waarden: tuple[int | None, ...]
    totaal: int | None

    @property
    def weg(self) -> bool:
        """Is all of it left out?"""
        return self.totaal is None


def maak_tabel(maat: Maat, telling: Telling, bereik: Bereik) -> Tabel:
    """The true counts of this kind over this range."""
    bereik = replace(bereik, jaren=bereik.jaren[-1:]) if maat.stand else bereik
    delen = tuple(code for code, _ in maat.delen)
    waarden = tuple(sum(telling.get(cel, 0) for cel in _cellen(maat.code, deel, bereik)) for deel in delen)
    return Tabel(maat.code, bereik, delen, waarden, sum(waarden))


def suppress(tabel: Tabel, drempel: int = DREMPEL) -> Tabel:
    """Without counts below the threshold, and without what would give them back within this table.

    A zero is shown on purpose: it is about nobody, and hiding it would only suggest somebody. So a reader
    knows that what is left out is no zero, but not how much: together it is so much that each of it may be
    over the threshold too. Only where a whole list is left out may its total be under it.
    """
    if drempel < LAAGSTE_DREMPEL:
        raise ValueError("the threshold is never below three")
    totaal = tabel.totaal or 0
    waarden = [waarde or 0 for waarde in tabel.waarden]
    if totaal == 0:
        return tabel
    leeg = replace(tabel, waarden=(None,) * len(waarden), totaal=None)
    if totaal < drempel:
        return leeg
    verborgen = {n for n, waarde in enumerate(waarden) if 0 < waarde < drempel}
    while verborgen and sum(waarden[n] for n in verborgen) - (len(verborgen) - 1) < drempel:
        over = [n for n, waarde in enumerate(waarden) if waarde and n not in verborgen]
        if not over:
            return leeg
        verborgen.add(min(over, key=lambda n: waarden[n]))
    if len(verborgen) == 1:
        return leeg
    return replace(tabel, waarden=tuple(None if n in verborgen else w for n, w in enumerate(waarden)))


def protect(
    tabellen: Iterable[Tabel],
    eerder: Sequence[Tabel],
    telling: Telling,
    verbanden: Sequence[Vorm] = (),
    drempel: int = DREMPEL,
) -> tuple[Tabel, ...]:
    """The true tables as they may be shown, beside everything that was shown before.

    verbanden: sums of which anybody may know the outcome, such as who came in less who went out.
    A count that stood open in an earlier report, under a lower threshold, cannot be taken back and is no
    secret any more; one below the lowest threshold of reports always is.
    """
    uit: list[Tabel] = []
    delen: Delen = {}
    for waar in tabellen:
        uit.append(
            next(
                tabel
                for tabel in _van_veel_naar_weinig(waar, drempel)
                if tabel.weg
                or not reveals([*eerder, *uit, tabel], telling, verbanden, drempel, delen, eerder)
            )
        )
    return tuple(uit)


def reveals(
    getoond: Sequence[Tabel],
    telling: Telling,
    verbanden: Sequence[Vorm] = (),
    drempel: int = DREMPEL,
    delen: Delen | None = None,
    al: Sequence[Tabel] = (),
) -> bool:
    """Can a small count be worked out from these tables together? delen: what was found of these counts.

    al: those of them that were out before; what they alone give away, over the lowest threshold, was known.
    """
    waarden: dict[Hashable, int] = dict(telling.items())
    samen = [Bekend(verband, waarde := verband.waarde(waarden), waarde) for verband in verbanden]

    def weet(tabellen: Iterable[Tabel]) -> Onthulling:
        return Onthulling([*(b for t in tabellen for b in _bekend(t)), *samen], waarden, delen)

    nu = weet(getoond)
    eruit = [
        geheim
        for geheim in dict.fromkeys(_geheimen(getoond))
        if 0 < geheim.waarde(waarden) < drempel and not nu.blijft_verborgen(geheim)
    ]
    if not al or drempel == DREMPEL or any(geheim.waarde(waarden) < DREMPEL for geheim in eruit):
        return bool(eruit)
    toen = weet(al)
    return any(toen.blijft_verborgen(geheim) for geheim in eruit)


def _van_veel_naar_weinig(waar: Tabel, drempel: int) -> Iterator[Tabel]:
    tabel = suppress(waar, drempel)
    niets: tuple[None, ...] = (None,) * len(waar.waarden)
    yield tabel
    oplopend = sorted(waarde for waarde in tabel.waarden if waarde)
    for grens in dict.fromkeys(oplopend[1:-1]):
        minder = tuple(None if waarde and waarde <= grens else waarde for waarde in tabel.waarden)
        yield replace(tabel, waarden=minder)
    yield replace(tabel, waarden=niets)
    yield replace(tabel, waarden=niets, totaal=None)


def _cellen(maat: str, deel: str, bereik: Bereik) -> tuple[Cel, ...]:
    return tuple(Cel(maat, deel, gemeente, jaar) for gemeente in bereik.gemeenten for jaar in bereik.jaren)


def _vorm(tabel: Tabel, deel: int | None, bereik: Bereik | None = None) -> Vorm:
    """The sum behind one line of a table; None: behind its total."""
    delen = tabel.delen if deel is None else (tabel.delen[deel],)
    return Vorm.som(cel for code in delen for cel in _cellen(tabel.maat, code, bereik or tabel.bereik))


def _bekend(tabel: Tabel) -> Iterator[Bekend]:
    """What the reader of a table knows. A zero is shown, so what is left out is none."""
    if tabel.totaal is None:
        return
    yield Bekend(_vorm(tabel, None), tabel.totaal, tabel.totaal)
    niets = all(waarde is None for waarde in tabel.waarden)
    for nummer, waarde in enumerate(tabel.waarden):
        if waarde is not None:
            yield Bekend(_vorm(tabel, nummer), waarde, waarde)
        elif not niets:
            yield Bekend(_vorm(tabel, nummer), 1)


def _geheimen(getoond: Sequence[Tabel]) -> Iterator[Vorm]:
    """Every sum that somebody might work out: of lines, of years in a row, of differences of ranges."""
    for maat in dict.fromkeys(tabel.maat for tabel in getoond):
        van_maat = [tabel for tabel in getoond if tabel.maat == maat]
        plekken = dict.fromkeys((*(tabel.bereik for tabel in van_maat), *_plekken(van_maat)))
        for tabel in {tabel.delen: tabel for tabel in van_maat}.values():  # a list may have changed since
            for deel in (None, *range(len(tabel.delen))):
                yield from (_vorm(tabel, deel, plek) for plek in plekken)
    for een, ander in combinations(getoond, 2):
        if een.maat == ander.maat:
            yield from _verschillen(een, ander)


def _plekken(getoond: Sequence[Tabel]) -> Iterator[Bereik]:
    """Each municipality alone, and those that one table has more than another, over any years in a row."""
    samen = {tabel.bereik.gemeenten for tabel in getoond}
    alle = {gemeente for groep in samen for gemeente in groep}
    rest = {tuple(sorted({*een} - {*ander})) for een in samen for ander in samen if {*ander} < {*een}}
    jaren = sorted({jaar for tabel in getoond for jaar in tabel.bereik.jaren})
    for groep in sorted({(gemeente,) for gemeente in alle} | rest):
        for begin, eind in combinations(range(len(jaren) + 1), 2):
            yield Bereik(groep, tuple(jaren[begin:eind]))


def _verschillen(een: Tabel, ander: Tabel) -> Iterator[Vorm]:
    for deel in (None, *range(len(een.delen))):
        links, rechts = _vorm(een, deel).cellen, _vorm(ander, deel).cellen
        for groot, klein in ((links, rechts), (rechts, links)):
            if klein < groot:
                yield Vorm(groot - klein)

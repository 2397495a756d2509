# SPDX-License-Identifier: EUPL-1.2
"""Could a hidden count be worked out? Only when no other counts fit everything that has been shown.

Looks for such other counts itself, and gives up after a while; what it did not find it calls worked out, so
that a doubt hides more and never less.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_STAPPEN = 300
"""So many values are tried for one hidden count."""
_RUIM = 10_000  # no count is larger
_Regel = tuple[tuple[tuple[Hashable, int], ...], int, int]
_Grenzen = dict[Hashable, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Vorm:
    """A sum of counts, each with its sign."""

    cellen: frozenset[tuple[Hashable, int]]

    @staticmethod
    def som(cellen: Iterable[Hashable]) -> "Vorm":
        """The plain sum of these counts."""
        return Vorm(frozenset((cel, 1) for cel in cellen))

    def waarde(self, tellingen: Mapping[Hashable, int]) -> int:
        """What it comes to."""
        return sum(teken * tellingen.get(cel, 0) for cel, teken in self.cellen)


@dataclass(frozen=True, slots=True)
class Bekend:
    """What everybody knows of a sum: that it lies between these."""

    vorm: Vorm
    laag: int
    hoog: int = _RUIM


class Onthulling:
    """What can be worked out from all that is known.

    What is known falls apart into parts that share no count. Each is searched by itself: a sum can be other
    as soon as its share in one part can. delen: keeps the parts for a next question about the same counts.
    """

    def __init__(
        self,
        bekend: Iterable[Bekend],
        tellingen: Mapping[Hashable, int],
        delen: "dict[tuple[Bekend, ...], Deel] | None" = None,
    ) -> None:
        self._deel: dict[Hashable, Deel] = {}
        bewaard = {} if delen is None else delen
        for samen in _samenhang(tuple(dict.fromkeys(bekend))):
            deel = bewaard.get(samen)
            if deel is None:
                deel = bewaard[samen] = Deel(samen, tellingen)
            self._deel |= dict.fromkeys((cel for b in samen for cel, _ in b.vorm.cellen), deel)

    def blijft_verborgen(self, geheim: Vorm) -> bool:
        """Are there other counts, with another outcome for this sum, that fit all that is known?"""
        if any(cel not in self._deel for cel, _ in geheim.cellen):
            return True  # of this count nothing is known
        stukken: dict[Deel, set[tuple[Hashable, int]]] = {}
        for cel, teken in geheim.cellen:
            stukken.setdefault(self._deel[cel], set()).add((cel, teken))
        return any(deel.blijft_verborgen(Vorm(frozenset(cellen))) for deel, cellen in stukken.items())


def _samenhang(bekend: Sequence[Bekend]) -> Iterator[tuple[Bekend, ...]]:
    """What is known, in groups that share no count; the order within a group stays."""
    groep: dict[Hashable, int] = {}
    leden: dict[int, list[int]] = {}
    for nummer, b in enumerate(bekend):
        raakt = {groep[cel] for cel, _ in b.vorm.cellen if cel in groep}
        leden[nummer] = [nummer, *(lid for oud in raakt for lid in leden.pop(oud))]
        for lid in leden[nummer]:
            groep |= dict.fromkeys((cel for cel, _ in bekend[lid].vorm.cellen), nummer)
    for nummers in leden.values():
        yield tuple(bekend[nummer] for nummer in sorted(nummers))


class Deel:
    """One part of what is known, with what was found in it before."""

    def __init__(self, bekend: Sequence[Bekend], tellingen: Mapping[Hashable, int]) -> None:
        self._zoek = _Zoek([(tuple(b.vorm.cellen), b.laag, b.hoog) for b in bekend], tellingen)
        self._waar = tellingen
        self._anders: list[dict[Hashable, int]] = []  # other counts that fit, found before
        self._uitkomst: dict[Vorm, bool] = {}

    def blijft_verborgen(self, geheim: Vorm) -> bool:
        """The same, of a sum whose counts are all in this part."""
        if geheim not in self._uitkomst:
            self._uitkomst[geheim] = self._kan_anders(geheim)
        return self._uitkomst[geheim]

    def _kan_anders(self, geheim: Vorm) -> bool:
        waar = geheim.waarde(self._waar)
        if any(geheim.waarde(anders) != waar for anders in self._anders):
            return True
        for laag, hoog in ((waar + 1, _RUIM), (0, waar - 1)):
            anders = self._zoek.met((tuple(geheim.cellen), laag, hoog)) if laag <= hoog else None
            if anders is not None:
                self._anders.append(anders)
                return True
        return False


class _Zoek:
    """One search for counts that fit. Begins with the true ones and changes only what has to change."""

    def __init__(self, regels: list[_Regel], tellingen: Mapping[Hashable, int]) -> None:
        self._regels = regels
        self._waar = tellingen
        self._bij: dict[Hashable, list[int]] = {}
        for nummer, (cellen, _, _) in enumerate(regels):
            for cel, _ in cellen:
                self._bij.setdefault(cel, []).append(nummer)
        self._over = _STAPPEN
        self._grenzen: _Grenzen = dict.fromkeys(self._bij, (0, _RUIM))
        self._kan = self._vernauw(self._grenzen, range(len(self._regels)))

    def met(self, extra: _Regel) -> dict[Hashable, int] | None:
        """Counts that fit this too, or nothing."""
        if not self._kan:
            return None
        nummer, grenzen, self._over = len(self._regels), dict(self._grenzen), _STAPPEN
        self._regels.append(extra)
        for cel, _ in extra[0]:
            self._bij[cel].append(nummer)
        try:
            return self._kies(grenzen) if self._vernauw(grenzen, (nummer,)) else None
        finally:
            self._regels.pop()
            for cel, _ in extra[0]:
                self._bij[cel].pop()

    def _kies(self, grenzen: _Grenzen) -> dict[Hashable, int] | None:
        proef = {cel: min(max(self._waar.get(cel, 0), laag), hoog) for cel, (laag, hoog) in grenzen.items()}
        mis = self._misser(proef)
        if mis is None:
            return proef
        cellen, laag, hoog = mis
        som = sum(teken * proef[cel] for cel, teken in cellen)
        tekort = laag - som if som < laag else hoog - som
        for cel, teken in sorted(cellen, key=lambda c: (grenzen[c[0]][1] - grenzen[c[0]][0], str(c[0]))):
            van, tot = grenzen[cel]
            if van == tot:
                continue
            doel = min(max(proef[cel] + teken * tekort, van), tot)
            for waarde in dict.fromkeys((doel, *_rondom(proef[cel], doel), van)):
                if not van <= waarde <= tot:
                    continue
                self._over -= 1
                if self._over < 0:
                    return None
                nieuw = grenzen | {cel: (waarde, waarde)}
                if self._vernauw(nieuw, self._bij[cel]) and (uit := self._kies(nieuw)) is not None:
                    return uit
            return None
        return None

    def _misser(self, proef: Mapping[Hashable, int]) -> _Regel | None:
        for regel in self._regels:
            som = sum(teken * proef[cel] for cel, teken in regel[0])
            if not regel[1] <= som <= regel[2]:
                return regel
        return None

    def _vernauw(self, grenzen: _Grenzen, nummers: Iterable[int]) -> bool:
        """Narrow what each count can be, until nothing changes; False when nothing is left."""
        wacht = list(nummers)
        while wacht:
            cellen, laag, hoog = self._regels[wacht.pop()]
            som_laag = sum(grenzen[c][0] if t > 0 else -grenzen[c][1] for c, t in cellen)
            som_hoog = sum(grenzen[c][1] if t > 0 else -grenzen[c][0] for c, t in cellen)
            if som_laag > hoog or som_hoog < laag:
                return False
            for cel, teken in cellen:
                van, tot = grenzen[cel]
                if teken > 0:
                    nieuw = (max(van, laag - (som_hoog - tot)), min(tot, hoog - (som_laag - van)))
                else:
                    nieuw = (max(van, som_laag + tot - hoog), min(tot, som_hoog + van - laag))
                if nieuw[0] > nieuw[1]:
                    return False
                if nieuw != (van, tot):
                    grenzen[cel] = nieuw
                    wacht += self._bij[cel]
                    som_laag += (nieuw[0] - van) if teken > 0 else (tot - nieuw[1])
                    som_hoog += (nieuw[1] - tot) if teken > 0 else (van - nieuw[0])
        return True


def _rondom(nu: int, doel: int) -> tuple[int, ...]:
    """Every value on the way from one to the other, and a little beyond."""
    stap = 1 if doel >= nu else -1
    return (*range(doel - stap, nu - 4 * stap, -stap), doel + stap, doel + 2 * stap)

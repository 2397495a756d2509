# SPDX-License-Identifier: EUPL-1.2
"""Could a hidden count be worked out? Only when no other counts fit everything that has been shown.

Looks for such other counts itself, and gives up after a while; what it did not find it calls worked out, so
that a doubt hides more and never less.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
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
    """What can be worked out from all that is known."""

    def __init__(self, bekend: Iterable[Bekend], tellingen: Mapping[Hashable, int]) -> None:
        self._regels = [(tuple(b.vorm.cellen), b.laag, b.hoog) for b in dict.fromkeys(bekend)]
        self._waar = dict(tellingen)
        self._anders: list[dict[Hashable, int]] = []  # other counts that fit, found before

    def blijft_verborgen(self, geheim: Vorm) -> bool:
        """Are there other counts, with another outcome for this sum, that fit all that is known?"""
        waar = geheim.waarde(self._waar)
        if any(geheim.waarde(anders) != waar for anders in self._anders):
            return True
        cellen = tuple(geheim.cellen)
        for laag, hoog in ((waar + 1, _RUIM), (0, waar - 1)):
            anders = (
                _Zoek([*self._regels, (cellen, laag, hoog)], self._waar).gevonden() if laag <= hoog else None
            )
            if anders is not None:
                self._anders.append(anders)
                return True
        return False


class _Zoek:
    """One search for counts that fit. Begins with the true ones and changes only what has to change."""

    def __init__(self, regels: Sequence[_Regel], tellingen: Mapping[Hashable, int]) -> None:
        self._regels = regels
        self._waar = tellingen
        self._bij: dict[Hashable, list[int]] = {}
        for nummer, (cellen, _, _) in enumerate(regels):
            for cel, _ in cellen:
                self._bij.setdefault(cel, []).append(nummer)
        self._over = _STAPPEN

    def gevonden(self) -> dict[Hashable, int] | None:
        """Such counts, or nothing."""
        grenzen = dict.fromkeys(self._bij, (0, _RUIM))
        return self._kies(grenzen) if self._vernauw(grenzen, range(len(self._regels))) else None

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

# SPDX-License-Identifier: EUPL-1.2
"""What differs between two kaders, in words: what is gone first, then what is new, then what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderstand import in_woorden

_DELEN: Final = (
    ("Wettelijk criterium", "wettelijke_criteria"),
    ("Zorgvuldigheidstoets", "zorgvuldigheidstoetsen"),
    ("Partij", "partijen"),
    ("Rol", "rollen"),
    ("Grondslag", "alle_grondslagen"),
    ("Bewaartermijn", "bewaartermijnen"),
    ("Termijn", "streeftermijnen"),
    ("Bron", "bronnen"),
)
_NIET: Final = frozenset({"tekst", "sha256", "codelijsten", "waarden"} | {plaats for _, plaats in _DELEN})
_BLIJVEND: Final = ("alle_grondslagen", "partijen", "rollen", "wettelijke_criteria", "zorgvuldigheidstoetsen")


@dataclass(frozen=True, slots=True)
class Verschil:
    """One difference. veld "" with was or wordt empty: the whole code is new, or gone."""

    deel: str
    code: str
    veld: str
    was: str
    wordt: str

    @property
    def weg(self) -> bool:
        """The code is in the old kader only."""
        return not self.veld and not self.wordt

    @property
    def zin(self) -> str:
        """As a line to read."""
        wat = f"{self.deel} {self.code}".strip()
        if self.weg:
            return f"{wat} is vervallen: {self.was}"
        if not self.veld:
            return f"{wat} is nieuw: {self.wordt}"
        was, wordt = (tekst.replace("\n", "; ") for tekst in (self.was, self.wordt))  # a list: one a line
        return f"{wat}, {self.veld.replace('_', ' ')}: was “{was}”, wordt “{wordt}”"


def compare(oud: Kader, nieuw: Kader) -> tuple[Verschil, ...]:
    """Every difference between two kaders."""
    uit = list(_velden("Kader", "", oud, nieuw))
    for deel, plaats in _DELEN:
        uit += _rijen(deel, getattr(oud, plaats), getattr(nieuw, plaats))
    uit += _rijen("Lijst", oud.codelijsten, nieuw.codelijsten)
    nu = {lijst.code: lijst for lijst in nieuw.codelijsten}
    for lijst in oud.codelijsten:
        if lijst.code in nu:
            uit += _rijen(f"Lijst {lijst.code}, keuze", lijst.waarden, nu[lijst.code].waarden)
    return tuple(sorted(uit, key=lambda v: (not v.weg, bool(v.veld))))


def onmisbaar(oud: Kader, nieuw: Kader) -> tuple[Verschil, ...]:
    """What is gone and would leave what was recorded under the old kader without a name."""
    uit: list[Verschil] = []
    for deel, plaats in _DELEN:
        if plaats in _BLIJVEND:
            uit += _rijen(deel, getattr(oud, plaats), getattr(nieuw, plaats))
    nu = {lijst.code: lijst for lijst in nieuw.codelijsten}
    for lijst in oud.codelijsten:
        uit += _rijen(f"Lijst {lijst.code}, keuze", lijst.waarden, nu[lijst.code].waarden)
    return tuple(v for v in uit if v.weg)


def _rijen(deel: str, oud: Iterable[Any], nieuw: Iterable[Any]) -> list[Verschil]:
    toen: Mapping[str, Any] = {rij.code: rij for rij in oud}
    nu: Mapping[str, Any] = {rij.code: rij for rij in nieuw}
    uit = [Verschil(deel, code, "", _naam(rij), "") for code, rij in toen.items() if code not in nu]
    uit += [Verschil(deel, code, "", "", _naam(rij)) for code, rij in nu.items() if code not in toen]
    for code in toen.keys() & nu.keys():
        uit += _velden(deel, code, toen[code], nu[code])
    return uit


def _velden(deel: str, code: str, oud: Any, nieuw: Any) -> list[Verschil]:
    return [
        Verschil(deel, code, veld.name, in_woorden(was), in_woorden(wordt))
        for veld in fields(oud)
        if veld.name not in _NIET and (was := getattr(oud, veld.name)) != (wordt := getattr(nieuw, veld.name))
    ]


def _naam(rij: Any) -> str:
    for veld in ("naam", "onderwerp", "korte_naam"):
        if hasattr(rij, veld):
            return str(getattr(rij, veld))
    return str(rij.code)

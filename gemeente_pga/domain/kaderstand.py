# SPDX-License-Identifier: EUPL-1.2
"""The kader as it counts here: the file, what this municipality filled in, and what somebody signed.

Hides when a signature counts: only as long as the words are the ones that were signed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from gemeente_pga.domain.bewaartermijn import Termijnvaststelling
from gemeente_pga.domain.kader import (
    DREMPEL,
    NIET_VASTGESTELD,
    STARTPUNTEN,
    VASTGESTELD,
    VOORSTEL,
    Bewaartermijn,
    Grondslag,
    Kader,
    Streeftermijn,
)
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.tekst import datum_lang

KADER, CRITERIUM, GRONDSLAG, PARTIJ = "kader", "criterium", "grondslag", "partij"
BEWAARTERMIJN, STREEFTERMIJN = "bewaartermijn", "streeftermijn"
WET = "wet"

WIJZIGBAAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        KADER: ("in_werking", "drempel"),
        CRITERIUM: ("vraag", "toelichting"),
        GRONDSLAG: ("artikel", "geldig_tot"),
        PARTIJ: ("mag_inbrengen",),
        BEWAARTERMIJN: ("termijn", "startpunt", "selectielijst", "waardering"),
        STREEFTERMIJN: ("termijn",),
    }
)
"""What a municipality may fill in or replace; nothing else of a file changes here."""
DAGEN: Final = frozenset({"in_werking", "geldig_tot"})
GETALLEN: Final = frozenset({"drempel"})
_PLAATS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        CRITERIUM: ("wettelijke_criteria", "zorgvuldigheidstoetsen"),
        GRONDSLAG: ("alle_grondslagen",),
        PARTIJ: ("partijen",),
        BEWAARTERMIJN: ("bewaartermijnen",),
        STREEFTERMIJN: ("streeftermijnen",),
    }
)
_GETEKEND: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        KADER: ("titel", "in_werking"),
        CRITERIUM: ("korte_naam", "vraag", "toelichting", "telt_wel", "telt_niet"),
        BEWAARTERMIJN: ("onderwerp", "termijn", "startpunt", "selectielijst", "waardering"),
        STREEFTERMIJN: ("onderwerp", "termijn", "vanaf"),
    }
)
_NODIG: Final = frozenset({"in_werking", "vraag", "termijn"})  # without it there is nothing to sign


@dataclass(frozen=True, slots=True)
class Kaderwaarde:
    """One field that this municipality replaced. Field names equal the columns of table kaderwaarde."""

    soort: str
    code: str
    veld: str
    waarde: str
    reden: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """One item as it was signed, by whom, on which day, against which text. rij_id: its row."""

    soort: str
    code: str
    waarden: str
    grond: str
    door: str
    functie: str
    op: date
    tegen: str
    rij_id: int = 0


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """Something of the kader that a named person can sign."""

    soort: str
    code: str
    naam: str
    waarden: Mapping[str, str]

    @property
    def sleutel(self) -> tuple[str, str]:
        """Where it is found."""
        return self.soort, self.code

    @property
    def woorden(self) -> str:
        """The very words that are signed."""
        return json.dumps(dict(self.waarden), ensure_ascii=False, sort_keys=True)

    @property
    def leeg(self) -> bool:
        """Nothing to sign yet: what matters most was not filled in."""
        return any(not waarde for veld, waarde in self.waarden.items() if veld in _NODIG)


def apply(kader: Kader, waarden: Iterable[Kaderwaarde], vaststellingen: Iterable[Vaststelling]) -> Kader:
    """The kader as it counts: with these values, and vastgesteld only where the signed words still stand."""
    nu = kader
    for waarde in waarden:
        nu = _met_waarde(nu, waarde)
    vast = geldend(nu, vaststellingen).keys()
    if not vast:
        return nu
    rijen: dict[str, Any] = {}
    for soort, plaatsen in _PLAATS.items():
        for plaats in plaatsen:
            rijen[plaats] = tuple(
                replace(rij, status=VASTGESTELD) if (soort, rij.code) in vast else rij
                for rij in getattr(nu, plaats)
            )
    criteria = {(CRITERIUM, c.code) for c in nu.wettelijke_criteria}
    geheel = VASTGESTELD if criteria | {(KADER, KADER)} <= vast else nu.status
    return replace(nu, status=geheel, **rijen)


def onderdelen(kader: Kader) -> tuple[Onderdeel, ...]:
    """Everything that can be signed: the law itself, its criteria, and the terms that bind."""
    rijen: list[tuple[str, Any, str]] = [(KADER, kader, "Inwerkingtreding van " + kader.korte_titel)]
    rijen += [(CRITERIUM, c, f"{c.code.upper()} {c.korte_naam}") for c in kader.wettelijke_criteria]
    rijen += [(BEWAARTERMIJN, t, f"Bewaren: {t.onderwerp}") for t in kader.bewaartermijnen]
    rijen += [(STREEFTERMIJN, t, f"Termijn: {t.onderwerp}") for t in kader.streeftermijnen if t.aard == WET]
    return tuple(
        Onderdeel(
            soort,
            KADER if soort == KADER else rij.code,
            naam,
            {veld: in_woorden(getattr(rij, veld)) for veld in _GETEKEND[soort]},
        )
        for soort, rij, naam in rijen
    )


def geldend(kader: Kader, vaststellingen: Iterable[Vaststelling]) -> Mapping[tuple[str, str], Vaststelling]:
    """The newest signature that counts of each item. kader: with its values, as apply() gave it."""
    return {(v.soort, v.code): v for v in _geldig(kader, vaststellingen)}


def _geldig(kader: Kader, vaststellingen: Iterable[Vaststelling]) -> list[Vaststelling]:
    """Every signature under words that are still those of today, the newest last; signing again ends none."""
    nu = {o.sleutel: o.woorden for o in onderdelen(kader) if not o.leeg}
    return [v for v in sorted(vaststellingen, key=lambda v: v.op) if nu.get((v.soort, v.code)) == v.waarden]


def getekende_termijnen(
    kader: Kader, vaststellingen: Iterable[Vaststelling]
) -> tuple[Termijnvaststelling, ...]:
    """Every signature that counts under a retention term, the newest last. kader: as apply() gave it."""
    getekend = _geldig(kader, (v for v in vaststellingen if v.soort == BEWAARTERMIJN))
    return tuple(
        Termijnvaststelling(v.code, regel.termijn, regel.startpunt, v.grond, v.door, v.op, v.rij_id)
        for v, regel in ((v, kader.bewaartermijn(v.code)) for v in getekend)
        if _is_telbaar(regel)
    )


def _is_telbaar(regel: Bewaartermijn) -> bool:
    """No end date rests on a term that cannot be read, or that begins at nothing we know."""
    try:
        parse_periode(regel.termijn)
    except ValueError:
        return False
    return regel.startpunt in STARTPUNTEN


def aflopend(kader: Kader, vandaag: date) -> tuple[tuple[Grondslag, date], ...]:
    """The grounds that end within the warning time of the kader, with their last day, soonest first."""
    termijn = kader.streeftermijn("grondslag_waarschuwing").periode
    if termijn is None:
        return ()
    gronden = (
        (grondslag, grondslag.geldig_tot)
        for grondslag in kader.alle_grondslagen
        if grondslag.geldig_tot is not None and grondslag.is_valid(vandaag)
    )
    return tuple(sorted((g for g in gronden if termijn.before(g[1]) <= vandaag), key=lambda g: g[1]))


def zin_loopt_af(grondslag: Grondslag, tot: date) -> str:
    """What is said of a ground that ends soon."""
    return f"{grondslag.naam} geldt tot {datum_lang(tot)}. Daarna kunt u haar niet meer kiezen."


def huidig(kader: Kader, soort: str, code: str, veld: str) -> str:
    """What a field says now; KeyError when the kader has no such field to fill in."""
    if veld not in WIJZIGBAAR.get(soort, ()):
        raise KeyError(veld)
    return in_woorden(getattr(_rij(kader, soort, code), veld))


def in_woorden(waarde: object) -> str:
    """A field as it is signed and kept: a date in ISO, a list with a line for each."""
    if waarde is None:
        return ""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return "\n".join(waarde) if isinstance(waarde, tuple) else str(waarde)


def _rij(kader: Kader, soort: str, code: str) -> Any:
    if soort == KADER and code == KADER:
        return kader
    alle = (rij for plaats in _PLAATS.get(soort, ()) for rij in getattr(kader, plaats))
    for rij in alle:
        if rij.code == code:
            return rij
    raise KeyError(code)


def _met_waarde(kader: Kader, waarde: Kaderwaarde) -> Kader:
    """One field replaced; a value for what this file does not have is left out."""
    try:
        if huidig(kader, waarde.soort, waarde.code, waarde.veld) == waarde.waarde:
            return kader
        rij = _rij(kader, waarde.soort, waarde.code)
    except KeyError:
        return kader
    nieuw = _gelezen(waarde)
    if waarde.soort == KADER:
        return replace(kader, **{waarde.veld: nieuw})
    anders = replace(rij, **{waarde.veld: nieuw, "status": _status(rij)})
    for plaats in _PLAATS[waarde.soort]:
        rijen = getattr(kader, plaats)
        if rij in rijen:
            nieuwe: dict[str, Any] = {plaats: tuple(anders if r is rij else r for r in rijen)}
            return replace(kader, **nieuwe)
    return kader


def _gelezen(waarde: Kaderwaarde) -> Any:
    """What was typed as the kader holds it; a threshold below the lowest never counts."""
    if waarde.veld in DAGEN:
        return date.fromisoformat(waarde.waarde) if waarde.waarde else None
    if waarde.veld in GETALLEN:
        return max(DREMPEL, int(waarde.waarde)) if waarde.waarde.isdigit() else DREMPEL
    return waarde.waarde


def _status(rij: Any) -> str:
    """What was filled in here no longer follows from the source: an agreement counts, a rule of law waits."""
    if isinstance(rij, Streeftermijn) and rij.aard != WET:
        return VOORSTEL
    return NIET_VASTGESTELD

# SPDX-License-Identifier: EUPL-1.2
"""Takes out of a paper what quotes a blocked item: a line that is one of many goes, a text becomes empty.

What was decided and agreed is never cut: a decision without its words is another decision. There the leak
check of the whole paper has the last word.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from gemeente_pga.domain.lekcontrole import LekSoort, Verboden, zoek_lekken
from gemeente_pga.domain.stukken.basis import Actie, Inbreng, Kop
from gemeente_pga.domain.stukken.dossier import Doel, Dossierbesluit, Factor, Gebeurtenis, Interventie
from gemeente_pga.domain.stukken.overleg import Besluit, VorigeActie
from gemeente_pga.domain.stukken.weegverslag import Feit

S = TypeVar("S")
_HEEL = (Actie, Besluit, Doel, Dossierbesluit, Inbreng, Interventie, Kop, VorigeActie)
_LOS = (Factor, Feit, Gebeurtenis)
_WOORDEN = MappingProxyType(
    {
        "overwegingen": "De overwegingen",
        "minderheidsstandpunt": "Een minderheidsstandpunt",
        "doel": "Het doel van de bespreking",
        "opgenomen_reden": "De reden van opnemen",
        "besluit_reden": "De reden van het besluit",
        "bij_verergering": "Wat wij doen als het erger wordt",
        "bij_verbetering": "Wat wij doen als het beter gaat",
        "risico": "Een factor die het risico vergroot",
        "beschermend": "Een factor die beschermt",
        "doelen": "Een doel",
        "tijdlijn": "Een regel van de tijdlijn",
        "voor": "Een feit dat vóór spreekt",
        "tegen": "Een feit dat tegen spreekt",
        "reactie_tekst": "Een reactie op het verslag",
    }
)
Gesnoeid = tuple[str, str]
"""What it was, and the text that went."""


def snoei(stuk: S, verboden: Sequence[Verboden]) -> tuple[S, tuple[Gesnoeid, ...]]:
    """The paper without what quotes a blocked item, and what went."""
    dicht = [item for item in verboden if item.soort is LekSoort.GEBLOKKEERD]
    weg: list[Gesnoeid] = []
    return _cut(stuk, dicht, weg), tuple(dict.fromkeys(weg))


def _cut(waarde: Any, dicht: Sequence[Verboden], weg: list[Gesnoeid]) -> Any:  # Any: it walks any data object
    if not is_dataclass(waarde) or isinstance(waarde, (type, *_HEEL)):
        return waarde
    nieuw: dict[str, Any] = {}
    for veld in fields(waarde):
        was = getattr(waarde, veld.name)
        if isinstance(was, str):
            nieuw[veld.name] = _text(was, veld.name, dicht, weg)
        elif isinstance(was, tuple):
            nieuw[veld.name] = tuple(
                _cut(deel, dicht, weg) for deel in was if not _goes(deel, veld.name, dicht, weg)
            )
        else:
            nieuw[veld.name] = _cut(was, dicht, weg)
    return replace(waarde, **nieuw)


def _text(tekst: str, veld: str, dicht: Sequence[Verboden], weg: list[Gesnoeid]) -> str:
    if not _quotes(tekst, dicht):
        return tekst
    weg.append((_woord(veld), tekst))
    return ""


def _goes(deel: object, veld: str, dicht: Sequence[Verboden], weg: list[Gesnoeid]) -> bool:
    """A line that is one of many and quotes something."""
    if isinstance(deel, str):
        teksten = [deel]
    elif isinstance(deel, _LOS):
        teksten = [getattr(deel, v.name) for v in fields(deel)]
        teksten = [tekst for tekst in teksten if isinstance(tekst, str)]
    else:
        return False
    if not any(_quotes(tekst, dicht) for tekst in teksten):
        return False
    weg.append((_woord(veld), teksten[0]))
    return True


def _quotes(tekst: str, dicht: Sequence[Verboden]) -> bool:
    return bool(tekst.strip()) and bool(zoek_lekken([tekst], dicht))


def _woord(veld: str) -> str:
    return _WOORDEN.get(veld, f"Een tekst ({veld.replace('_', ' ')})")

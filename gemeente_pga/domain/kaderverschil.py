# SPDX-License-Identifier: EUPL-1.2
"""What differs between two kaders, in words: what is gone first, then what is new, then what changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from gemeente_pga.domain.kader import STATUSNAMEN, ZEKERHEDEN, Kader
from gemeente_pga.domain.kaderronde import KEUZEN, VELDNAMEN, toon_waarde
from gemeente_pga.domain.kaderstand import in_woorden
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin

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
_VELDEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        **VELDNAMEN,
        "voor_partijen": "Voor welke partijen",
        "voor_categorie": "Voor welke soort gegevens",
        "deelname": "Wanneer aan tafel",
        "vanaf": "Telt vanaf",
        "aard": "Wet of werkafspraak",
        "adres": "Vindplaats",
        "beslisser": "Wie dit besluit",
        "geldig_vanaf": "Eerste dag waarop dit geldt",
        "telt_wel": "Wat meetelt",
        "telt_niet": "Wat niet meetelt",
        "uitleg_verplicht": "Vraagt om uitleg",
        "geblokkeerd": "Mag niet worden gebruikt",
        "status": "Hoe vast dit staat",
    }
)
"""A field as people call it; others by their own word."""
_WOORDEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {**KEUZEN, "status": STATUSNAMEN, "zekerheid": ZEKERHEDEN}
)
_CODEWOORD: Final = re.compile(r"[a-z][a-z0-9_]*")
_NIETS: Final = "niets"
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
    naam: str = field(default="", compare=False)

    @property
    def weg(self) -> bool:
        """The code is in the old kader only."""
        return not self.veld and not self.wordt

    @property
    def zin(self) -> str:
        """As a line to read."""
        if self.weg:
            return f"{self.deel} is vervallen: {self.was}"
        if not self.veld:
            return f"{self.deel} is nieuw: {self.wordt}"
        was, wordt = (tekst.replace("\n", "; ") or _NIETS for tekst in (self.was, self.wordt))
        wat = f"{self.deel} ‘{self.naam}’" if self.naam else self.deel
        veld = midden_in_zin(_VELDEN.get(self.veld, self.veld.replace("_", " ")))
        return f"{wat}, {veld}: was “{was}”, wordt “{wordt}”"


def compare(oud: Kader, nieuw: Kader) -> tuple[Verschil, ...]:
    """Every difference between two kaders."""
    uit = list(_velden("Kader", "", oud, nieuw))
    for deel, plaats in _DELEN:
        uit += _rijen(deel, getattr(oud, plaats), getattr(nieuw, plaats))
    uit += _rijen("Lijst", oud.codelijsten, nieuw.codelijsten)
    nu = {lijst.code: lijst for lijst in nieuw.codelijsten}
    for lijst in oud.codelijsten:
        if lijst.code in nu:
            uit += _rijen(f"Keuze in lijst ‘{lijst.naam}’", lijst.waarden, nu[lijst.code].waarden)
    return tuple(sorted(uit, key=lambda v: (not v.weg, bool(v.veld))))


def onmisbaar(oud: Kader, nieuw: Kader) -> tuple[Verschil, ...]:
    """What is gone and would leave what was recorded under the old kader without a name."""
    uit: list[Verschil] = []
    for deel, plaats in _DELEN:
        if plaats in _BLIJVEND:
            uit += _rijen(deel, getattr(oud, plaats), getattr(nieuw, plaats))
    nu = {lijst.code: lijst for lijst in nieuw.codelijsten}
    for lijst in oud.codelijsten:
        uit += _rijen(f"Keuze in lijst ‘{lijst.naam}’", lijst.waarden, nu[lijst.code].waarden)
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
    naam = _naam(oud) if code else ""
    return [
        Verschil(deel, code, veld.name, _leesbaar(veld.name, was), _leesbaar(veld.name, wordt), naam)
        for veld in fields(oud)
        if veld.name not in _NIET and (was := getattr(oud, veld.name)) != (wordt := getattr(nieuw, veld.name))
    ]


def _leesbaar(veld: str, waarde: object) -> str:
    """A value as people read it: a date and a term in Dutch, a code in its words, yes or no."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_lang(waarde)
    if isinstance(waarde, tuple):
        return "\n".join(_leesbaar(veld, deel) for deel in waarde)
    tekst = in_woorden(waarde)
    if veld in _WOORDEN:
        return _WOORDEN[veld].get(tekst, tekst)
    if veld in {"versie", "peildatum", "gelezen"}:
        return _dag(tekst)
    if veld == "termijn":
        return toon_waarde(veld, tekst)
    return tekst.replace("_", " ") if _CODEWOORD.fullmatch(tekst) else tekst


def _dag(tekst: str) -> str:
    try:
        return datum_lang(date.fromisoformat(tekst))
    except ValueError:
        return tekst


def _naam(rij: Any) -> str:
    for veld in ("naam", "onderwerp", "korte_naam"):
        if hasattr(rij, veld):
            return str(getattr(rij, veld))
    return str(rij.code)

# SPDX-License-Identifier: EUPL-1.2
"""What makes a paper the municipality's own: a logo, and one colour that is always dark enough to read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer

STANDAARDKLEUR = "#154273"
CONTRAST = 5.0  # with white; WCAG 2.1 asks 4.5 for text
_KLEUR = re.compile(r"#?([0-9a-fA-F]{6})")
_DONKERDER = 0.9
MAX_LOGOBYTES = 5_000_000  # of the file that is chosen
LOGOMATEN = (900, 340)  # pixels: 40 by 15 mm, sharp on any printer
_MAX_LOGO_BEWAARD = 400_000  # of what is kept: every frozen paper carries it


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Columns of table gemeente. kleur: "#rrggbb" or "" for the standard one; logo: a PNG, or none."""

    kleur: str = ""
    logo: bytes | None = None


def beoordeel_kleur(invoer: Mapping[str, object], vandaag: date) -> str | list[Gebrek]:
    """The colour as "#rrggbb", or "" when none was given."""
    lees = Invoer(invoer, vandaag)
    tekst = lees.regel("kleur", "Kleur")
    treffer = _KLEUR.fullmatch(tekst)
    if tekst and treffer is None:
        lees.gebrek("kleur", "Een kleur is een hekje met zes tekens, bijvoorbeeld #154273.")
    return lees.gebreken or (f"#{treffer[1].lower()}" if treffer else "")


def drukkleur(kleur: str) -> str:
    """The colour that is printed: this one, darkened until it can be read on white; unknown: the standard."""
    treffer = _KLEUR.fullmatch(kleur.strip())
    rood, groen, blauw = _delen(treffer[1] if treffer else STANDAARDKLEUR[1:])
    while contrast(f"#{rood:02x}{groen:02x}{blauw:02x}") < CONTRAST:
        rood, groen, blauw = (int(deel * _DONKERDER) for deel in (rood, groen, blauw))
    return f"#{rood:02x}{groen:02x}{blauw:02x}"


def contrast(kleur: str) -> float:
    """Contrast of "#rrggbb" with white (WCAG 2.1)."""
    lineair = [
        d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4
        for d in (deel / 255 for deel in _delen(kleur[1:]))
    ]
    return 1.05 / (0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2] + 0.05)


def kleurzin(kleur: str) -> str:
    """What becomes of this colour on paper, in words."""
    gedrukt = drukkleur(kleur)
    if not kleur:
        return f"Er is geen kleur gekozen. Op papier staat dan donkerblauw ({STANDAARDKLEUR})."
    verhouding = f"{contrast(kleur):.1f}".replace(".", ",")
    if gedrukt == kleur.lower():
        return f"Deze kleur leest goed op wit papier: het contrast is {verhouding} op 1."
    return (
        f"Deze kleur is te licht om te lezen: het contrast is {verhouding} op 1. "
        f"Op papier staat een donkerder tint: {gedrukt}."
    )


def past_als_logo(png: bytes) -> bool:
    """Is this small enough to be in every paper?"""
    return len(png) <= _MAX_LOGO_BEWAARD


def _delen(hexcode: str) -> tuple[int, int, int]:
    return int(hexcode[:2], 16), int(hexcode[2:4], 16), int(hexcode[4:], 16)

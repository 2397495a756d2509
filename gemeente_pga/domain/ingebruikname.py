# SPDX-License-Identifier: EUPL-1.2
"""What a municipality has to have in order before anything but acute danger is recorded for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer

GEREED: Final = "gereed"
NIET_VAN_TOEPASSING: Final = "niet_van_toepassing"
PUNTEN: Final = (
    ("dpia", "DPIA"),
    ("regeling_avg_26", "Regeling gezamenlijke verantwoordelijkheid (AVG 26)"),
    ("convenant", "Convenant"),
    ("verwerkingsregister", "Verwerkingsregister"),
    ("mandaat", "Mandaat"),
    ("afspraken_zvh", "Afspraken met het Zorg- en Veiligheidshuis"),
    ("advies_fg", "Advies van de FG"),
)
MAG_ONTBREKEN: Final = frozenset({"afspraken_zvh"})
"""Points that need not be there, if a reason is given."""
STANDEN: Final = ((GEREED, "Gereed"), (NIET_VAN_TOEPASSING, "Niet van toepassing"))


@dataclass(frozen=True, slots=True)
class Punt:
    """One point of one municipality. stand: gereed or niet_van_toepassing."""

    punt: str
    stand: str
    op: date
    kenmerk: str = ""
    toelichting: str = ""

    @property
    def telt(self) -> bool:
        """In order; what does not apply counts only where that is possible, and with a reason."""
        if self.stand == GEREED:
            return True
        return self.stand == NIET_VAN_TOEPASSING and self.punt in MAG_ONTBREKEN and bool(self.toelichting)


def ontbrekend(rijen: Iterable[Punt]) -> tuple[str, ...]:
    """The names of the points that are not in order yet, as they stand on the list."""
    klaar = {rij.punt for rij in rijen if rij.telt}
    return tuple(naam for code, naam in PUNTEN if code not in klaar)


@dataclass(frozen=True, slots=True)
class Bestand:
    """The document of a point, as it was when the point was recorded."""

    naam: str
    inhoud: bytes


def zin_onvolledig(gemeente: str, punten: tuple[str, ...]) -> str:
    """What the band says as long as something is missing; "" when nothing is."""
    if not punten:
        return ""
    return (
        f"Ingebruikname van {gemeente} is nog niet compleet: alleen acuut gevaar mag worden vastgelegd. "
        f"Nog te doen: {', '.join(punten)}."
    )


def beoordeel_punt(invoer: Mapping[str, object], vandaag: date, *, punt: str) -> Punt | list[Gebrek]:
    """Judge how a point stands: the day and the number of its document, or why it does not apply."""
    lees = Invoer(invoer, vandaag)
    mag = (GEREED, NIET_VAN_TOEPASSING) if punt in MAG_ONTBREKEN else (GEREED,)
    stand = lees.code("stand", "Hoe staat het ervoor", mag, verplicht=True)
    gereed = stand == GEREED
    uitkomst = Punt(
        punt=punt,
        stand=stand,
        op=lees.datum("op", "Datum van het document", verplicht=gereed) or vandaag,
        kenmerk=lees.regel("kenmerk", "Kenmerk of nummer", verplicht=gereed),
        toelichting=lees.tekst("toelichting", "Toelichting", verplicht=stand == NIET_VAN_TOEPASSING),
    )
    return lees.gebreken or uitkomst

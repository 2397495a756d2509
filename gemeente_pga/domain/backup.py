# SPDX-License-Identifier: EUPL-1.2
"""Back-ups as the user meets them: which there are, when one is due, what putting one back would change.

And the protocol through which the screens make, rehearse and put back; what is slow runs in the worker.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Protocol

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import datum_kort

BACKUP_NA = timedelta(days=7)
OEFENEN_NA = timedelta(days=365)
EERSTE_OEFENING_NA = timedelta(days=30)
"""How long after the first back-up nobody needs to have rehearsed yet."""
REDEN_WISSEN = "was_al_vernietigd"
"""Why something is destroyed that came back out of a back-up."""
REDENNAMEN: dict[str, str] = {REDEN_WISSEN: "Was al vernietigd, en stond nog in een back-up"}
BELANGRIJK = frozenset(
    (
        Handeling.WEGING_VASTSTELLEN,
        Handeling.PLAN_VASTSTELLEN,
        Handeling.VERSLAG_VASTSTELLEN,
        Handeling.DOCUMENT_VASTSTELLEN,
        Handeling.CASUS_OVERNEMEN,
        Handeling.CASUS_AFSLUITEN,
        Handeling.DOSSIER_WISSEN,
        Handeling.LOS_VERNIETIGEN,
        Handeling.KADER_VASTSTELLEN,
        Handeling.VERZOEK_BESLUITEN,
        Handeling.VERNIETIGING_MACHTIGEN,
        Handeling.HERBEOORDELING_VASTSTELLEN,
        Handeling.KLUIS_WACHTZIN_WIJZIGEN,
        Handeling.KLUIS_HERSTELCODE_VERNIEUWEN,
        Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN,
        Handeling.KLUIS_VERVANGER_TOEVOEGEN,
        Handeling.KLUIS_SLEUTEL_INTREKKEN,
    )
)
"""After one of these an older back-up is missing something that cannot be made again from memory."""


@dataclass(frozen=True, slots=True)
class Backupstand:
    """What the kluis knows of its back-ups. belangrijk: so many important acts since the last one."""

    laatste: date | None = None
    eerste: date | None = None
    belangrijk: int = 0
    geoefend: date | None = None


def backup_nodig(stand: Backupstand, vandaag: date) -> str:
    """Why a back-up is due, in one sentence; "" when it is not."""
    if stand.laatste is None:
        return "Er is nog geen back-up van deze kluis."
    laatste = f"De laatste back-up is van {datum_kort(stand.laatste)}."
    if stand.belangrijk:
        return f"{laatste} Daarna is een besluit, een verslag of een sleutel vastgelegd."
    return laatste if stand.laatste + BACKUP_NA <= vandaag else ""


def oefenen_voor(stand: Backupstand) -> date | None:
    """By when a restore should be rehearsed; None as long as there is nothing to rehearse with."""
    if stand.geoefend is not None:
        return stand.geoefend + OEFENEN_NA
    return stand.eerste + EERSTE_OEFENING_NA if stand.eerste is not None else None


# ---- a copy, and what putting it back would change


class Sleutelstand(Enum):
    """What opens a back-up, as far as its key files and those of the kluis here tell."""

    woorden: str
    zin: str

    def __init__(self, woorden: str, zin: str) -> None:
        self.woorden = woorden
        self.zin = zin

    NU = ("wachtzin van nu", "Hij gaat open met uw wachtzin van nu.")
    WACHTZIN = (
        "wachtzin van toen",
        "Daarna is uw wachtzin gewijzigd. Deze back-up gaat open met de wachtzin van toen, of met de "
        "herstelcode van toen.",
    )
    HOOFDSLEUTEL = (
        "wachtzin van toen, oude sleutel",
        "Deze back-up is van voor de nieuwe hoofdsleutel. Hij gaat alleen open met de wachtzin van toen of "
        "met het herstelblad van toen. Uw herstelblad van nu past er niet op. Sleutels die u daarna introk, "
        "openen hem ook weer. Maak na het terugzetten dus opnieuw een hoofdsleutel.",
    )
    TOEN = (
        "wachtzin van toen",
        "Hij gaat open met de wachtzin of met de herstelcode van toen hij werd gemaakt.",
    )
    VAN_HIER = (
        "wachtzin van nu",
        "De sleutelbestanden ontbreken op de stick. Die van de kluis hier passen en worden gebruikt. De "
        "back-up gaat open met uw wachtzin van nu.",
    )
    GEEN = (
        "herstelblad",
        "De sleutelbestanden ontbreken op de stick. Hebt u een back-up waar ze wel bij staan, kies dan die. "
        "Zo niet, dan hebt u na het terugzetten het herstelblad van toen nodig.",
    )


@dataclass(frozen=True, slots=True)
class Kopie:
    """A back-up as its manifest describes it. eigen: of this kluis; None when that cannot be known."""

    map: Path
    gemaakt_op: datetime
    handelingen: int
    grootte: int
    eigen: bool | None = None
    sleutel: Sleutelstand = Sleutelstand.TOEN


class Verhouding(Enum):
    """How a back-up relates to the kluis that stands here."""

    LEEG = "leeg"  # no kluis stands here
    GELIJK = "gelijk"  # nothing was recorded after the back-up
    OUDER = "ouder"  # the back-up lacks what was recorded since
    NIEUWER = "nieuwer"  # the back-up has more than the kluis here
    ANDERS = "anders"  # they went different ways
    VREEMD = "vreemd"  # of another kluis
    ONBEKEND = "onbekend"  # the kluis here cannot be read


@dataclass(frozen=True, slots=True)
class Terugzetplan:
    """What will change. verschil: acts that the one has and the other has not.

    vernietigd: dossiers, and notes and requests without one.
    """

    kopie: Kopie
    verhouding: Verhouding
    verschil: int = 0
    vernietigd: int = 0

    @property
    def mag(self) -> bool:
        """A kluis is never replaced by a back-up of another kluis."""
        return self.verhouding is not Verhouding.VREEMD

    def zinnen(self) -> tuple[str, ...]:
        """What the user reads before deciding."""
        zinnen = [_gemaakt(self.kopie), _verhouding(self.verhouding, self.verschil)]
        if self.mag:
            zinnen.append(self.kopie.sleutel.zin)
        if self.mag and self.vernietigd:
            zinnen.append(
                f"Na deze back-up is {self.vernietigd} keer een dossier, of een notitie of verzoek zonder "
                "dossier, vernietigd. Zodra de kluis opengaat, vernietigt het programma wat daarvan in de "
                "back-up staat opnieuw."
            )
        if self.mag and self.verhouding is not Verhouding.LEEG:
            zinnen.append(
                "De kluis die hier nu staat wordt niet overschreven. Hij gaat met zijn sleutelbestanden naar "
                "een map met de datum van vandaag, naast de kluis."
            )
        return tuple(zinnen)


def _gemaakt(kopie: Kopie) -> str:
    moment = moment_lang(kopie.gemaakt_op.isoformat(timespec="seconds"))
    return f"De back-up is van {moment} en bevat {_aantal(kopie.handelingen)}."


def _aantal(n: int) -> str:
    return "1 handeling" if n == 1 else f"{n:,} handelingen".replace(",", ".")


def _verhouding(verhouding: Verhouding, n: int) -> str:
    staan = "Die staat" if n == 1 else "Die staan"
    return {
        Verhouding.LEEG: "Er staat hier nog geen kluis.",
        Verhouding.GELIJK: "In de kluis die hier staat is na deze back-up niets meer vastgelegd.",
        Verhouding.OUDER: "De back-up is ouder dan de kluis die hier staat. Daarna volgden nog "
        f"{_aantal(n)}. {staan} niet in de back-up. U moet ze opnieuw vastleggen.",
        Verhouding.NIEUWER: f"De back-up is nieuwer dan de kluis die hier staat: {_aantal(n)} meer.",
        Verhouding.ANDERS: "De back-up en de kluis die hier staat zijn na een gemeenschappelijk begin ieder "
        "apart verdergegaan. Wat alleen in de kluis hier staat, komt niet in de back-up.",
        Verhouding.VREEMD: "Dit is een back-up van een andere kluis. Die kan hier niet worden teruggezet.",
        Verhouding.ONBEKEND: "De kluis die hier staat gaat niet open. Het programma kan niet zien of hij "
        "nieuwer is dan de back-up.",
    }[verhouding]


# ---- what is recorded


@dataclass(frozen=True, slots=True)
class Terugzetting:
    """A back-up put back, or rehearsed. kopie_*: its last act; opzij_*: of the kluis that was set aside."""

    soort: str
    op: datetime
    kopie_gemaakt_op: datetime
    kopie_n: int
    kopie_h: str
    opzij_n: int | None = None
    opzij_h: str | None = None
    goed: bool = True


@dataclass(frozen=True, slots=True)
class Oefenpunt:
    """One thing that was compared."""

    wat: str
    goed: bool


@dataclass(frozen=True, slots=True)
class Oefenuitslag:
    """How a rehearsal went."""

    punten: tuple[Oefenpunt, ...]
    terugzetting: Terugzetting

    @property
    def goed(self) -> bool:
        """Everything agreed."""
        return all(punt.goed for punt in self.punten)


class Backupbeheer(Protocol):
    """The back-ups of the chosen kluis."""

    def kopieen(self, plek: Path) -> tuple[Kopie, ...]:
        """The back-ups in this folder, newest first; of a folder that is one itself: that one."""

    def plan(self, bron: Path) -> Terugzetplan:
        """What putting this back-up back would change; reads its list only. Raises a Storing."""

    def bereid_terugzetten_voor(self, bron: Path) -> None:
        """Slow. Copy and check this back-up beside the kluis; nothing changes yet."""

    def zet_klaar(self) -> None:
        """Main thread. From the next start on the prepared back-up is the kluis."""

    def oefen(self, bron: Path, wachtzin: str) -> Oefenuitslag:
        """Slow. Put this back-up back in a folder of its own, look at everything, and remove it."""

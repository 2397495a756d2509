# SPDX-License-Identifier: EUPL-1.2
"""Waarneming: one kluis leads, and for a while that is the copy of a deputy (the waarnemer).

What each copy may record, comparing the chains of two copies, and which acts have to be entered again. Two
copies are never merged: the user chooses which one leads.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum
from pathlib import Path
from typing import Protocol

from gemeente_pga.domain.backup import REDEN_WISSEN
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import KIJKEN, Handeling
from gemeente_pga.domain.tekst import Invoer, datum_kort

LANGST = timedelta(days=366)
BINNENKORT = timedelta(days=7)
"""How long before its end Bureau tells that a waarneming ends."""


class Stand(StrEnum):
    """How far a waarneming is, as the row in this copy says it."""

    VOORBEREID = "voorbereid"
    UITGEGEVEN = "uitgegeven"
    BEGONNEN = "begonnen"
    TERUGGEGEVEN = "teruggegeven"
    HERVAT = "hervat"
    INGENOMEN = "ingenomen"
    AFGEBROKEN = "afgebroken"


AFGEROND = frozenset({Stand.INGENOMEN, Stand.AFGEBROKEN})


@dataclass(frozen=True, slots=True)
class Waarneming:
    """One waarneming. herkomst: the installation that gave the kluis out. Moments are ISO texts."""

    id: int
    stand: Stand
    waarnemer_id: int
    naam: str
    functie: str
    van: date
    tot: date
    mandaat: str
    mandaat_op: date
    herkomst: str
    uitgegeven_op: str
    overgedragen_op: str | None = None
    begonnen_op: str | None = None
    teruggegeven_op: str | None = None
    hervat_op: str | None = None

    @property
    def periode(self) -> str:
        """From when until when, in words."""
        return f"van {datum_kort(self.van)} tot en met {datum_kort(self.tot)}"


class Toestand(Enum):
    """What this copy is. Only of one copy at a time is leidend true, unless somebody went on all the same."""

    leidend: bool

    def __init__(self, code: str, leidend: bool) -> None:
        self.leidend = leidend

    HIER = ("hier", True)
    UITGIFTE_ONAF = ("uitgifte_onaf", False)
    UITGEGEVEN = ("uitgegeven", False)
    TE_BEGINNEN = ("te_beginnen", False)
    WAARNEMING = ("waarneming", True)
    TERUGGEGEVEN = ("teruggegeven", False)
    HERVAT = ("hervat", True)


_TOESTAND = {
    Stand.UITGEGEVEN: Toestand.UITGEGEVEN,
    Stand.BEGONNEN: Toestand.WAARNEMING,
    Stand.TERUGGEGEVEN: Toestand.TERUGGEGEVEN,
    Stand.HERVAT: Toestand.HERVAT,
}


def bepaal_toestand(stand: Stand | None, uitgegeven_door: str, hier: str) -> Toestand:
    """What this copy is. uitgegeven_door, hier: the installation that gave the kluis out, and this one.

    The copy on the stick was made before the kluis knew that it had arrived there: a row that says
    "voorbereid" is on another installation the copy for the waarnemer, at home a giving out that broke off.
    """
    if stand is None or stand in AFGEROND:
        return Toestand.HIER
    if stand is Stand.VOORBEREID:
        return Toestand.UITGIFTE_ONAF if uitgegeven_door == hier else Toestand.TE_BEGINNEN
    return _TOESTAND[stand]


# ---- what a copy may record

_LAAT_NIETS_NA = frozenset(
    h.code
    for h in (
        *KIJKEN,
        Handeling.JOURNAAL_NAGAAN,
        Handeling.DOCUMENT_PDF_VASTLEGGEN,  # finishes what was frozen before; both copies make the same one
        Handeling.SYSTEEM_INSTELLING,  # of this computer: where the back-up goes, when it locks
        Handeling.SYSTEEM_MIGRATIE,
    )
)
_WISSEN = frozenset({Handeling.DOSSIER_WISSEN.code, Handeling.LOS_VERNIETIGEN.code})
_VAN_DE_KLUIS = ("kluis.", "waarneming.")
_TOCH_NIET = frozenset({Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN.code})


def is_vastlegging(code: str, reden: str | None = None) -> bool:
    """Does this act record something that would be missing in the other copy? An unknown act does.

    Not what is destroyed once more: the tombstone does the same in the other copy.
    """
    if reden == REDEN_WISSEN and code in _WISSEN:
        return False
    return code not in _LAAT_NIETS_NA and not code.startswith(_VAN_DE_KLUIS)


def mag_hier(handeling: Handeling, toestand: Toestand, reden: str | None = None) -> bool:
    """May this act be recorded in this copy? Looking, backing up and giving back always may."""
    if toestand.leidend:
        return True
    return not is_vastlegging(handeling.code, reden) and handeling.code not in _TOCH_NIET


class NietLeidend(Storing):
    """This copy may not record it."""

    def __init__(self, toestand: Toestand) -> None:
        super().__init__(*_NIET[toestand])


class NogNietBegonnen(Storing):
    """The mandate does not yet hold."""

    def __init__(self, van: date) -> None:
        super().__init__(
            f"De waarneming kan pas beginnen op {datum_kort(van)}. Dat is de eerste dag van de periode; voor "
            "die dag geldt het mandaat niet.",
            "Kan het niet wachten, vraag de coördinator dan om een nieuwe overdracht met een andere periode.",
        )


_NIET = {
    Toestand.UITGIFTE_ONAF: (
        "De uitgifte van deze kluis is nog niet afgemaakt. U kunt kijken, niet vastleggen.",
        "Maak de overdrachtsstick af, of breek de uitgifte af: Inrichting, Waarneming.",
    ),
    Toestand.UITGEGEVEN: (
        "Deze kluis is uitgegeven aan een waarnemer. U kunt kijken, niet vastleggen.",
        "Neem de kluis eerst terug bij Inrichting, Waarneming. Wat u typte blijft staan.",
    ),
    Toestand.TE_BEGINNEN: (
        "De waarneming is nog niet begonnen. U kunt kijken, niet vastleggen.",
        "Begin de waarneming bij Inrichting, Waarneming. Wat u typte blijft staan.",
    ),
    Toestand.TERUGGEGEVEN: (
        "U hebt deze kluis teruggegeven. U kunt kijken, niet vastleggen.",
        "Geef wat nog vastgelegd moet worden door aan de coördinator.",
    ),
}


def zin_band(toestand: Toestand, w: Waarneming | None, vandaag: date) -> str:
    """The sentence that stays in sight; "" when there is nothing to say."""
    if w is None or toestand is Toestand.HIER:
        return ""
    match toestand:
        case Toestand.UITGIFTE_ONAF:
            return f"De uitgifte aan {w.naam} is nog niet afgemaakt. U kunt kijken, niet vastleggen."
        case Toestand.UITGEGEVEN:
            tot = f"tot en met {datum_kort(w.tot)}"
            return f"Deze kluis is uitgegeven aan {w.naam}, {tot}. U kunt kijken, niet vastleggen."
        case Toestand.TE_BEGINNEN:
            return f"Deze kopie is voor de waarneming door {w.naam}, {w.periode}. Die is nog niet begonnen."
        case Toestand.TERUGGEGEVEN:
            return f"{w.naam} heeft deze kluis teruggegeven. U kunt kijken, niet vastleggen."
        case Toestand.HERVAT:
            return f"U werkt hier verder. {w.naam} kan ook een kluis hebben waarin iets is vastgelegd."
    if vandaag > w.tot:
        return (
            f"{w.naam} neemt waar; de periode liep tot en met {datum_kort(w.tot)}. Geef de kluis terug, of "
            "vraag een nieuw mandaat."
        )
    return f"{w.naam} neemt waar, {w.periode}."


# ---- giving out


@dataclass(frozen=True, slots=True)
class Uitgifte:
    """What is agreed when the kluis is given out. waarnemer: the id of a user who has a key of his own."""

    waarnemer_id: int
    van: date
    tot: date
    mandaat: str
    mandaat_op: date


def beoordeel_uitgifte(
    invoer: Mapping[str, object], waarnemers: Sequence[int], vandaag: date
) -> Uitgifte | list[Gebrek]:
    """Judge a giving out: to whom, how long, on what mandate."""
    lezer = Invoer(invoer, vandaag)
    wie = lezer.code("waarnemer_id", "Waarnemer", [str(w) for w in waarnemers], verplicht=True)
    van = lezer.datum("van", "Eerste dag", verplicht=True, toekomst=True)
    tot = lezer.datum("tot", "Laatste dag", verplicht=True, toekomst=True)
    mandaat = lezer.regel("mandaat", "Mandaat", verplicht=True)
    mandaat_op = lezer.datum("mandaat_op", "Datum van het mandaat", verplicht=True)
    if van and tot and tot < van:
        lezer.gebrek("tot", "De laatste dag ligt voor de eerste dag.")
    elif tot and tot < vandaag:
        lezer.gebrek("tot", "De laatste dag is al voorbij.")
    elif van and tot and tot - van > LANGST:
        lezer.gebrek("tot", "Een waarneming duurt hoogstens een jaar.")
    if lezer.gebreken or van is None or tot is None or mandaat_op is None:
        return lezer.gebreken
    return Uitgifte(int(wie), van, tot, mandaat, mandaat_op)


# Why somebody goes on in a copy that does not lead: (code in the log, words).
REDENEN_HERVATTEN: tuple[tuple[str, str], ...] = (
    ("niet_doorgegaan", "De waarneming gaat niet door"),
    ("waarnemer_onbereikbaar", "De waarnemer is niet bereikbaar"),
    ("stick_of_laptop_kwijt", "De stick of de laptop van de waarnemer is kwijt of kapot"),
    ("niet_uit_te_stellen", "Dit kan niet wachten tot de kluis terug is"),
)
# Why the user chose which copy leads.
REDENEN_KEUZE: tuple[tuple[str, str], ...] = (
    ("teruggegeven", "De kluis is teruggegeven volgens afspraak"),
    ("meest_vastgelegd", "In deze kluis is het meeste vastgelegd"),
    ("mandaat", "Deze hoort bij wie toen het mandaat had"),
    ("andere_onbetrouwbaar", "De andere is niet te vertrouwen of beschadigd"),
    ("in_overleg", "Zo afgesproken met de waarnemer"),
)
# What became of an act that only the other copy had.
GEDAAN: tuple[tuple[str, str], ...] = (
    ("opnieuw_ingevoerd", "Opnieuw ingevoerd"),
    ("niet_nodig", "Niet nodig"),
)
REDENNAMEN: dict[str, str] = dict((*REDENEN_HERVATTEN, *REDENEN_KEUZE, *GEDAAN))


# ---- comparing two chains


@dataclass(frozen=True, slots=True)
class Schakel:
    """One act of a chain, as the log holds it. wie and dossiernummer: as far as its kluis knows them."""

    n: int
    code: str
    tijd: datetime
    gebruiker_id: int | None
    wie: str
    slot: str
    dossier_id: int | None
    dossiernummer: str
    reden: str

    @property
    def is_vastlegging(self) -> bool:
        return is_vastlegging(self.code, self.reden)


class Uitkomst(Enum):
    """How two copies of one kluis stand to each other."""

    DAAR_VERDER = "daar_verder"  # here nothing was recorded since they parted
    HIER_VERDER = "hier_verder"  # there nothing was
    UITEEN = "uiteen"


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """gemeenschappelijk: the last act that both have. After it each has acts of its own."""

    gemeenschappelijk: int
    alleen_hier: tuple[Schakel, ...] = ()
    alleen_daar: tuple[Schakel, ...] = ()

    @property
    def hier(self) -> tuple[Schakel, ...]:
        """What was recorded here only."""
        return tuple(s for s in self.alleen_hier if s.is_vastlegging)

    @property
    def daar(self) -> tuple[Schakel, ...]:
        """What was recorded there only."""
        return tuple(s for s in self.alleen_daar if s.is_vastlegging)

    @property
    def uitkomst(self) -> Uitkomst:
        if self.hier and self.daar:
            return Uitkomst.UITEEN
        return Uitkomst.HIER_VERDER if self.hier else Uitkomst.DAAR_VERDER


def common_part(hier: Sequence[bytes], daar: Sequence[bytes]) -> int:
    """The number of the last act that both chains have; hier[0] is the chain value of act 1."""
    n = 0
    for een, ander in zip(hier, daar, strict=False):
        if een != ander:
            break
        n += 1
    return n


def compare(
    hier: Sequence[bytes],
    daar: Sequence[bytes],
    lees_hier: Callable[[int], Sequence[Schakel]],
    lees_daar: Callable[[int], Sequence[Schakel]],
) -> Vergelijking | None:
    """Compare two chains; None when they have nothing in common. lees_…(n): the acts after n."""
    n = common_part(hier, daar)
    return Vergelijking(n, tuple(lees_hier(n)), tuple(lees_daar(n))) if n else None


class Kant(StrEnum):
    """Which of two copies leads from now on."""

    HIER = "hier"
    DAAR = "daar"


@dataclass(frozen=True, slots=True)
class Teruggave:
    """A copy that was read to be taken in. stand: what it says of itself.

    kan_leiden: it has the same main key as the kluis here.
    """

    map: Path
    vergelijking: Vergelijking
    stand: Stand
    kan_leiden: bool


def advies(t: Teruggave) -> Kant:
    """Which one leads when nothing else matters: the one in which something was recorded."""
    return Kant.HIER if t.vergelijking.uitkomst is Uitkomst.HIER_VERDER or not t.kan_leiden else Kant.DAAR


class Waarneembeheer(Protocol):
    """What the screens may ask about giving the kluis out and taking it in; the screen records the acts."""

    def schrijf_overdracht(self, doel: Path) -> Path:
        """Slow. A verified copy for the waarnemer in this folder; where it lies."""

    def schrijf_teruggave(self, doel: Path) -> Path:
        """Slow. A verified copy for the coordinator in this folder; where it lies."""

    def begin_elders(self, bron: Path) -> None:
        """Slow. Put the copy for the waarnemer in the empty place of a kluis."""

    def is_van_waarnemer(self) -> bool:
        """Did this installation begin with a copy for a waarnemer? Then his wachtzin is asked for first."""

    def lees_teruggave(self, bron: Path, zin: str) -> Teruggave:
        """Slow. Read a copy, verify its whole chain and compare; nothing changes yet."""

    def neem_over(self, reden: str) -> None:
        """Slow. Make the copy read last ready to take the place of the kluis here, its act in it."""

    def rond_overname_af(self) -> Path:
        """Main thread. Put it there, the present kluis aside; this session ends. Where the old one lies."""

    def houd_hier(self) -> Path | None:
        """The kluis here leads: put the copy read last aside. Where it lies."""

    def vergeet(self) -> None:
        """Forget the copy read last."""

    def verwijder_hier(self) -> None:
        """Main thread. It was given back and taken in: remove all of it from this computer; session over."""

    def opzij(self) -> list[Path]:
        """The kluizen that were put aside, oldest first."""

    def verwijder_opzij(self, naam: str) -> None:
        """Remove one of them for good."""

# SPDX-License-Identifier: EUPL-1.2
"""Destroying by decision: a list, an authorisation by somebody else, the number typed over, days to undo it.

What survives names no dossier: a line number and the first digits of a random id stand for it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.mandaat import VERNIETIGEN, Mandaatregel, mist_mandaat
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang, getal, kale_letters

TER_MACHTIGING, GEMACHTIGD, UITGEVOERD, INGETROKKEN = (
    "ter_machtiging",
    "gemachtigd",
    "uitgevoerd",
    "ingetrokken",
)
AKKOORD, NIET_AKKOORD = "akkoord", "niet_akkoord"
STATUSSEN = MappingProxyType(
    {
        TER_MACHTIGING: "Wacht op machtiging",
        GEMACHTIGD: "Gemachtigd",
        UITGEVOERD: "Uitgevoerd",
        INGETROKKEN: "Ingetrokken",
    }
)
SECRETARIS = "gemeentesecretaris"
FUNCTIES = MappingProxyType({"archivaris": "Archivaris", SECRETARIS: "Gemeentesecretaris"})
BEDENKTIJD = timedelta(days=7)
"""The least time between typing the number and destroying; the kader may make it longer, never shorter."""
GEEN_PAPIER, PAPIER_WEG, PAPIER_NOG = "geen_papier", "ja", "nee"
PAPIERVRAAG = "Is het gescande papier volgens een besluit tot vervanging vernietigd?"
PAPIER = MappingProxyType({PAPIER_WEG: "Ja", PAPIER_NOG: "Nee", GEEN_PAPIER: "Er is geen papier"})


@dataclass(frozen=True, slots=True)
class Machtiging:
    """Who allows it. Field names equal the columns of table vernietigingslijst."""

    machtiging_door: str
    machtiging_functie: str
    machtiging_op: date
    machtiging_kenmerk: str


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the archivaris says of one line. Field names equal the columns of table vernietigingsregel."""

    oordeel: str
    oordeel_reden: str = ""


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """What is typed to confirm: the number, and what became of the paper that was scanned."""

    getypt: str
    papier: str


@dataclass(frozen=True, slots=True)
class Regelfeiten:
    """Where one line of a list stands, apart from the dossier itself."""

    status: str
    machtiging_door: str
    oordeel: str
    bevestigd_op: date | None = None
    uitvoeren_vanaf: date | None = None
    ongedaan: bool = False


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much goes, for the sentence before the number is typed."""

    nummer: str
    signalen: int
    verslagen: int
    documenten: int
    bijlagen: int
    samen: tuple[str, ...] = ()
    """papers of a whole meeting that go along, with the other casussen that were in it"""


def earliest(bevestigd_op: date, kader: Kader) -> date:
    """The first day on which it may be destroyed."""
    periode = kader.streeftermijn("vernietiging_bedenktijd").periode
    kort = bevestigd_op + BEDENKTIJD
    return max(kort, periode.after(bevestigd_op)) if periode else kort


def belet_regel(regel: Regelfeiten) -> tuple[Ontbreekt, ...]:
    """Why this line allows no destruction, whatever the dossier says."""
    if regel.status != GEMACHTIGD or not regel.machtiging_door:
        return (Ontbreekt("Deze lijst is niet gemachtigd.", "vernietiging", "machtiging_door"),)
    if regel.oordeel != AKKOORD:
        return (Ontbreekt("Voor dit dossier is geen akkoord gegeven.", "vernietiging"),)
    if regel.ongedaan:
        return (Ontbreekt("Deze vernietiging is ongedaan gemaakt.", "vernietiging"),)
    return ()


def belet_uitvoeren(regel: Regelfeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    """The same, for destroying itself: confirmed, and the days to undo it have gone by."""
    if punten := belet_regel(regel):
        return punten
    if regel.bevestigd_op is None or regel.uitvoeren_vanaf is None:
        return (Ontbreekt("Deze vernietiging is nog niet bevestigd.", "vernietiging"),)
    if vandaag < max(regel.uitvoeren_vanaf, regel.bevestigd_op + BEDENKTIJD):
        zin = f"De bedenktijd loopt nog. Vernietigen kan vanaf {datum_kort(regel.uitvoeren_vanaf)}."
        return (Ontbreekt(zin, "vernietiging"),)
    return ()


def steen_kort(dossier_id: int) -> str:
    """How a list and a verklaring call a dossier: the first eight digits of its random id."""
    return f"{dossier_id:016x}"[:8]


def describe_omvang(omvang: Omvang, tot: date) -> str:
    """What the user reads before typing the number."""
    delen = (
        f"{getal(omvang.signalen)} {'signaal' if omvang.signalen == 1 else 'signalen'}, "
        f"{getal(omvang.verslagen)} {'verslag' if omvang.verslagen == 1 else 'verslagen'}, "
        f"{getal(omvang.documenten)} {'document' if omvang.documenten == 1 else 'documenten'}, "
        f"{getal(omvang.bijlagen)} {'bijlage' if omvang.bijlagen == 1 else 'bijlagen'}"
    )
    return (
        f"U gaat dossier {omvang.nummer} vernietigen: {delen}. U kunt dit zeker tot {datum_lang(tot)} "
        "ongedaan maken. Daarna vernietigt u het zelf, en dan niet meer."
    )


# ---- what is typed


def beoordeel_machtiging(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    opgesteld_op: date,
    hier: Collection[str],
    mandaten: Sequence[Sequence[Mandaatregel]],
) -> Machtiging | list[Gebrek]:
    """Check an authorisation. hier: names of those who work with this kluis; none of them authorises.

    mandaten: those of each municipality that has a dossier on the list.
    """
    del kader
    lees = Invoer(invoer, vandaag)
    machtiging = Machtiging(
        machtiging_door=lees.regel("machtiging_door", "Wie machtigt", verplicht=True),
        machtiging_functie=lees.code("machtiging_functie", "Functie", FUNCTIES, verplicht=True),
        machtiging_op=lees.datum("machtiging_op", "Gemachtigd op", verplicht=True) or vandaag,
        machtiging_kenmerk=lees.regel("machtiging_kenmerk", "Kenmerk", verplicht=True),
    )
    if is_self(machtiging.machtiging_door, hier):
        zin = "Wie met dit programma werkt, kan niet zelf machtigen. Vraag het de archivaris."
        lees.gebrek("machtiging_door", zin)
    if machtiging.machtiging_op < opgesteld_op:
        zin = f"De lijst is van {datum_kort(opgesteld_op)}. De machtiging kan niet ouder zijn."
        lees.gebrek("machtiging_op", zin)
    if zin := mist_mandaat_voor(machtiging, mandaten):
        lees.gebrek("machtiging_door", zin)
    return lees.gebreken or machtiging


def mist_mandaat_voor(machtiging: Machtiging, mandaten: Sequence[Sequence[Mandaatregel]]) -> str:
    """Why this person may not authorise. An archivaris needs no mandate, a secretaris does."""
    if machtiging.machtiging_functie != SECRETARIS:
        return ""
    wie = (machtiging.machtiging_door, SECRETARIS)
    anders = "vraag de machtiging aan de archivaris."
    zinnen = (mist_mandaat(van, VERNIETIGEN, wie, machtiging.machtiging_op, anders) for van in mandaten)
    return next((zin for zin in zinnen if zin), "")


def is_self(naam: str, hier: Collection[str]) -> bool:
    """Is this the name of somebody who works here, however it is written?"""
    kaal = _woorden(naam)
    return any(kaal and kaal == _woorden(ander) for ander in hier)


def _woorden(naam: str) -> tuple[str, ...]:
    letters = "".join(c if c.isalnum() else " " for c in kale_letters(naam))
    return tuple(sorted(letters.split()))


def beoordeel_oordeel(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Oordeel | list[Gebrek]:
    """Check why a line is refused."""
    del kader
    lees = Invoer(invoer, vandaag)
    reden = lees.tekst("oordeel_reden", "Waarom niet", verplicht=True)
    return lees.gebreken or Oordeel(NIET_AKKOORD, reden)


def beoordeel_bevestiging(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, nummer: str
) -> Bevestiging | list[Gebrek]:
    """Check what was typed over: exactly this number, and an answer on the paper."""
    del kader
    lees = Invoer(invoer, vandaag)
    bevestiging = Bevestiging(
        getypt=str(invoer.get("getypt") or ""),
        papier=lees.code("papier", PAPIERVRAAG, PAPIER, verplicht=True),
    )
    if bevestiging.getypt != nummer:
        lees.gebrek("getypt", "Dit is niet het nummer van dit dossier. Typ het precies over.")
    _check_papier(lees, bevestiging.papier)
    return lees.gebreken or bevestiging


def beoordeel_papier(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> str | list[Gebrek]:
    """Check the answer on the paper, asked again on the day itself."""
    del kader
    lees = Invoer(invoer, vandaag)
    papier = lees.code("papier", PAPIERVRAAG, PAPIER, verplicht=True)
    _check_papier(lees, papier)
    return lees.gebreken or papier


def _check_papier(lees: Invoer, papier: str) -> None:
    if papier == PAPIER_NOG:
        lees.gebrek("papier", "Laat eerst het papier vernietigen, met een besluit tot vervanging.")


def beoordeel_ongedaan(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> str | list[Gebrek]:
    """Check why it is undone."""
    del kader
    lees = Invoer(invoer, vandaag)
    reden = lees.tekst("ongedaan_reden", "Waarom niet vernietigen", verplicht=True)
    return lees.gebreken or reden

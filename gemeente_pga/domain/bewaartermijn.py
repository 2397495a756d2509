# SPDX-License-Identifier: EUPL-1.2
"""From the facts of a dossier and the kader to the day it may be destroyed, or why that day is unknown.

Hides when a term counts: only after a named person has vastgesteld it. A file alone never gives an end date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.kader import STARTPUNTEN, UIT_BRON, VOORSTEL, Bewaartermijn, Kader
from gemeente_pga.domain.periode import Periode, parse_periode
from gemeente_pga.domain.tekst import datum_lang


@dataclass(frozen=True, slots=True)
class Bewaarfeiten:
    """What is known of a dossier, or of a piece without. Dates are named as the start points."""

    weegbesluit: date | None = None
    sluiting_signaal: date | None = None
    sluiting_casus: date | None = None
    overdracht_bevestigd: date | None = None
    afhandeling_verzoek: date | None = None
    afhandeling_notitie: date | None = None
    laatste_verwerking: date | None = None
    vernietiging_opgeschort: bool = False  # claim, request or appeal pending


@dataclass(frozen=True, slots=True)
class Termijnvaststelling:
    """A named person has checked and fixed a term: how long, from when, on what ground. rij_id: its row."""

    code: str
    termijn: str
    startpunt: str
    grond: str
    door: str
    op: date
    rij_id: int = 0


@dataclass(frozen=True, slots=True)
class Vernietigingsdatum:
    """The first day on which the contents may be destroyed, and how it was computed."""

    datum: date
    begin: date
    periode: Periode
    vaststelling: Termijnvaststelling


@dataclass(frozen=True, slots=True)
class GeenDatum:
    """No end date. reden is a code; termijn is what it is about."""

    reden: str
    onderwerp: str
    startpunt: str


Uitkomst = Vernietigingsdatum | GeenDatum
_GEEN: Mapping[str, Termijnvaststelling] = MappingProxyType({})
# Who names a term that nobody signed; filled in here, it has no status of the file any more.
_WIE_NOEMT: Mapping[str, str] = MappingProxyType({UIT_BRON: "De bron noemt", VOORSTEL: "Het voorstel is"})


def compute_vernietiging(
    code: str,
    feiten: Bewaarfeiten,
    kader: Kader,
    vaststellingen: Mapping[str, Termijnvaststelling] = _GEEN,
) -> Uitkomst:
    """The end date of this kind of dossier, or the reason why there is none."""
    regel = kader.bewaartermijn(code)
    vaststelling = vaststellingen.get(code)
    if vaststelling is None:
        return GeenDatum("niet_vastgesteld", regel.onderwerp, regel.startpunt)
    if feiten.vernietiging_opgeschort:
        return GeenDatum("opgeschort", regel.onderwerp, vaststelling.startpunt)
    begin: date | None = getattr(feiten, vaststelling.startpunt)
    if begin is None:
        return GeenDatum("loopt_nog_niet", regel.onderwerp, vaststelling.startpunt)
    periode = parse_periode(vaststelling.termijn)
    try:
        datum = periode.after(begin)
    except ValueError:
        return GeenDatum("buiten_kalender", regel.onderwerp, vaststelling.startpunt)
    return Vernietigingsdatum(datum, begin, periode, vaststelling)


def describe_termijn(regel: Bewaartermijn, vaststelling: Termijnvaststelling | None = None) -> str:
    """One sentence on a term, for the screen and for paper."""
    if vaststelling is None and not regel.termijn:
        return "Niet vastgesteld. Er is geen termijn gevonden; de gemeente vult die in en tekent af."
    if vaststelling is None:
        woorden = parse_periode(regel.termijn).woorden
        wie = _WIE_NOEMT.get(regel.status, "Hier is ingevuld:")
        return (
            f"{wie} {woorden} na {STARTPUNTEN[regel.startpunt]}. "
            "Dit is nog niet vastgesteld en telt daarom niet."
        )
    woorden = parse_periode(vaststelling.termijn).woorden
    return (
        f"{woorden[0].upper()}{woorden[1:]} na {STARTPUNTEN[vaststelling.startpunt]}. "
        f"Vastgesteld door {vaststelling.door} op {datum_lang(vaststelling.op)}."
    )


def describe_uitkomst(uitkomst: Uitkomst) -> str:
    """What the screen says about the end of the retention term."""
    if isinstance(uitkomst, Vernietigingsdatum):
        return (
            f"Bewaren tot {datum_lang(uitkomst.datum)}: {uitkomst.periode.woorden} na "
            f"{STARTPUNTEN[uitkomst.vaststelling.startpunt]} op {datum_lang(uitkomst.begin)}. "
            "Vernietigen gebeurt pas na uw besluit."
        )
    return {
        "niet_vastgesteld": (
            "De einddatum is onbekend, omdat de bewaartermijn niet is vastgesteld. "
            "Tot die tijd vernietigt het programma niets."
        ),
        "opgeschort": "Vernietigen is opgeschort. Er loopt nog een verzoek, bezwaar, beroep of claim.",
        "loopt_nog_niet": f"De termijn loopt nog niet. Die begint bij {STARTPUNTEN[uitkomst.startpunt]}.",
        "buiten_kalender": "De einddatum is niet te berekenen. Controleer de begindatum en de termijn.",
    }[uitkomst.reden]

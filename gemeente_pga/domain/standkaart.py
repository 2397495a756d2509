# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the list of dossiers about the chosen one: states, days and counts.

Never a word of what is in it: looking at that is opening the dossier, and opening is recorded. So an action
is counted and not quoted, and of a dossier that is closed, restricted or screened off nothing more is said
than the list says itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.tekst import datum_kort, getal


@dataclass(frozen=True, slots=True)
class Feit:
    """One thing that runs or is open: how many, the first day that counts, and the row it is about."""

    soort: str
    aantal: int = 1
    dag: date | None = None
    rij: int | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: what, when, and the place where it is dealt with."""

    wat: str
    wanneer: str
    scherm: str
    onderwerp_id: int
    veld: str = ""
    voorbij: bool = False


@dataclass(frozen=True, slots=True)
class Standkaart:
    """What may be said. dicht: why there is nothing more, in one sentence."""

    merken: tuple[str, ...] = ()
    termijnen: tuple[Regel, ...] = ()
    openstaand: tuple[Regel, ...] = ()
    dicht: str = ""


GESLOTEN: Final = "Dit dossier is gesloten. Openen kan alleen met een reden."
BEPERKT: Final = "De verwerking is beperkt. Meer ziet u pas als u het dossier opent."
AFGESCHERMD: Final = "Dit dossier is afgeschermd. Meer ziet u als u het opent en een reden geeft."
_MERKEN: Final[Mapping[str, str]] = {
    "aanhouding": "Wacht op verzoek",
    "beperking": "Verwerking beperkt",
    "verzoek": "Verzoek loopt",
    "opschorting": "Vernietigen opgeschort",
}
# Kind -> words, and the place in the dossier; the row, if any, comes behind the place.
_TERMIJNEN: Final[Mapping[str, tuple[str, str]]] = {
    "weegploeg": ("Weegploeg bespreekt het signaal", ""),
    "vraag": ("Antwoord voor de weegploeg", ""),
    "overleg": ("Casusoverleg", ""),
    "herbeoordeling": ("Herbeoordeling", "herbeoordeling"),
    "informeren_voor": ("Betrokkene informeren", "informeren"),
    "informeren_voor_persoon": ("Betrokkene informeren", "informeren_persoon"),
    "informeren": ("Informeren opnieuw bekijken", "informeren"),
    "informeren_persoon": ("Informeren opnieuw bekijken", "informeren_persoon"),
    "aanhouding": ("Wachten tot en met", "aanhouding:{}"),
    "verzoek": ("Besluit op een verzoek", ""),
    "houder": ("Antwoord van een houder", "houderbericht:{}"),  # of the first one that was asked
    "opschorting": ("Opschorting nakijken", "bewaren"),
}
_OPENSTAAND: Final[Mapping[str, tuple[str, str, str]]] = {
    "weging": ("Weging niet vastgesteld", "{} wegingen niet vastgesteld", ""),
    "acties": ("1 actie open", "{} acties open", "acties"),
    "verslagen": ("1 verslag niet vastgesteld", "{} verslagen niet vastgesteld", "overleggen"),
    "plan": ("Plan niet vastgesteld", "{} plannen niet vastgesteld", "plan"),
    "exemplaren": ("1 exemplaar niet terug", "{} exemplaren niet terug", "documenten"),
}
_MEER: Final[Mapping[str, str]] = {"houder": "{} antwoorden van houders"}
_ELDERS: Final[Mapping[str, str]] = {
    "weegploeg": "signaal",
    "vraag": "signaal",
    "overleg": "overleg",
    "verzoek": "verzoek",
    "weging": "weging",
}
_VOOR: Final[Mapping[str, str]] = {"acties": "eerste vóór", "weging": "van"}


def standkaart(
    kop: Dossierkop, feiten: Iterable[Feit], vandaag: date, *, leesbaar: bool = True
) -> Standkaart:
    """leesbaar: names of this dossier may be read; not so for the FG before a reason."""
    feiten = tuple(feiten)
    soorten = {feit.soort for feit in feiten}
    if kop.gesloten:
        return Standkaart(dicht=GESLOTEN)
    if not leesbaar:
        return Standkaart(dicht=AFGESCHERMD)
    if "beperking" in soorten:
        return Standkaart(merken=(_MERKEN["beperking"],), dicht=BEPERKT)
    termijnen = [feit for feit in feiten if feit.soort in _TERMIJNEN and feit.dag is not None]
    termijnen.sort(key=lambda feit: (feit.dag or date.max, feit.soort))
    openstaand = [feit for soort in _OPENSTAAND for feit in feiten if feit.soort == soort and feit.aantal]
    return Standkaart(
        merken=tuple(woord for soort, woord in _MERKEN.items() if soort in soorten),
        termijnen=tuple(_termijn(kop, feit, vandaag) for feit in termijnen),
        openstaand=tuple(_open(kop, feit, vandaag) for feit in openstaand),
    )


def _termijn(kop: Dossierkop, feit: Feit, vandaag: date) -> Regel:
    wat, veld = _TERMIJNEN[feit.soort]
    if feit.aantal > 1 and feit.soort in _MEER:
        wat = _MEER[feit.soort].format(getal(feit.aantal))
    return _regel(kop, feit, vandaag, wat=wat, veld=veld)


def _open(kop: Dossierkop, feit: Feit, vandaag: date) -> Regel:
    een, meer, veld = _OPENSTAAND[feit.soort]
    wat = een if feit.aantal == 1 else meer.format(getal(feit.aantal))
    return _regel(kop, feit, vandaag, wat=wat, veld=veld)


def _regel(kop: Dossierkop, feit: Feit, vandaag: date, *, wat: str, veld: str) -> Regel:
    voorbij = feit.dag is not None and feit.dag < vandaag and feit.soort != "weging"
    dag = f"{_VOOR.get(feit.soort, '')} {datum_kort(feit.dag)}".strip() if feit.dag else ""
    scherm, onderwerp_id = "dossier", kop.id
    if feit.soort in _ELDERS and feit.rij is not None:
        scherm, onderwerp_id = _ELDERS[feit.soort], feit.rij
    return Regel(
        wat=wat,
        wanneer=f"{dag} (voorbij)" if voorbij else dag,
        scherm=scherm,
        onderwerp_id=onderwerp_id,
        veld=veld.format(feit.rij),
        voorbij=voorbij,
    )

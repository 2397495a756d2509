# SPDX-License-Identifier: EUPL-1.2
"""Numbered copies that left the kluis: for whom each one is, and what became of it.

Every copy, on paper or as a file, has one holder by name. What the program cannot see (a photocopy) it says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.document import VRIJE_STUKKEN
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang, getal, kale_letters

UITGEREIKT, TERUGGENOMEN, VERNIETIGD, VERMIST, BEHOUDEN = (
    "uitgereikt", "teruggenomen", "vernietigd", "vermist", "behouden",
)  # fmt: skip
STANDEN = MappingProxyType(
    {
        UITGEREIKT: "Uitgereikt",
        TERUGGENOMEN: "Terug bij ons",
        VERNIETIGD: "Vernietigd",
        VERMIST: "Vermist",
        BEHOUDEN: "Blijft bij de houder",
    }
)
# What may follow on what. What is destroyed stays destroyed; what was missing can only be found again.
_DAARNA = MappingProxyType(
    {
        UITGEREIKT: (TERUGGENOMEN, VERNIETIGD, VERMIST, BEHOUDEN),
        TERUGGENOMEN: (VERNIETIGD, VERMIST),
        BEHOUDEN: (TERUGGENOMEN, VERNIETIGD, VERMIST),
        VERMIST: (TERUGGENOMEN,),
        VERNIETIGD: (),
    }
)
# Why something must be written down with it.
_TOELICHTING = MappingProxyType(
    {
        VERMIST: "Schrijf op wat er is gebeurd en wat u al hebt gedaan om het terug te vinden.",
        BEHOUDEN: "Schrijf op waarom dit exemplaar bij de houder blijft.",
    }
)
BETROKKENE = "betrokkene"  # code of list bestemd_voor: what the betrokkene gets is never asked back
VOOR_DEELNEMER = "deelnemer"
_EIGEN = "eigen_dossier"
_TAFEL = "overleg"
_MET_NAAM = frozenset({_TAFEL, VOOR_DEELNEMER})  # codes of bestemd_voor that name nobody by themselves
MAX_EXEMPLAREN = 40
MAX_HOUDER = 120


@dataclass(frozen=True, slots=True)
class Houdernaam:
    """Who gets a copy, in words; partij_id when it is somebody of a party we know."""

    houder: str
    partij_id: int | None = None


@dataclass(frozen=True, slots=True)
class Uitgiftewens:
    """What is about to leave the kluis: for whom (a code of bestemd_voor), and one holder for each copy."""

    bestemd_voor: str
    houders: tuple[Houdernaam, ...]

    @property
    def stand(self) -> str:
        """How a copy begins: given for good to the betrokkene, never gone when it is for ourselves."""
        begin = {BETROKKENE: BEHOUDEN, _EIGEN: TERUGGENOMEN}
        return begin.get(self.bestemd_voor, UITGEREIKT)


@dataclass(frozen=True, slots=True)
class Stempel:
    """What stands on every page of one copy. watermerk: also large and very light across the page."""

    nummer: int
    houder: str
    watermerk: bool = True


@dataclass(frozen=True, slots=True)
class Vak:
    """A place on a page as it is seen, in points from the corner below on the left."""

    x: float
    y: float
    breed: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Opdruk:
    """What is printed on the pages of one copy: for every size of page a watermark and a line, as a PDF.

    maat_van: for each page which size it has; the watermark of size n is page 2n, its line page 2n + 1.
    vakken: for each size where that line stands.
    """

    pdf: bytes
    maat_van: tuple[int, ...]
    vakken: tuple[Vak, ...]


@dataclass(frozen=True, slots=True)
class Bewijs:
    """The copies as they were made, before they leave: the first number, and the hash of each in order.

    versleuteld: the file opens with a password of its own.
    """

    eerste: int
    sha256: tuple[str, ...]
    versleuteld: bool = False


@dataclass(frozen=True, slots=True)
class Standwijziging:
    """What became of a copy. Field names equal the columns of table exemplaar."""

    stand: str
    stand_op: date
    toelichting: str


@dataclass(frozen=True, slots=True)
class Paperstand:
    """What of a dossier is still outside the kluis and not accounted for."""

    exemplaren: int = 0  # on paper: not destroyed, and not given for good
    bestanden: int = 0  # saved files, likewise
    vermist: int = 0  # missing, while its datalek is still open
    berichten: int = 0  # notices to holders that were not answered

    @property
    def is_open(self) -> bool:
        """Is there anything left to account for?"""
        return bool(self.exemplaren or self.bestanden or self.vermist or self.berichten)

    @property
    def zinnen(self) -> tuple[str, ...]:
        """What is left, one sentence for each kind."""
        delen = (
            (self.exemplaren, "papieren exemplaar is", "papieren exemplaren zijn", "niet verantwoord"),
            (self.bestanden, "opgeslagen bestand is", "opgeslagen bestanden zijn", "niet verantwoord"),
            (self.vermist, "vermist exemplaar heeft", "vermiste exemplaren hebben", "een open datalek"),
            (self.berichten, "bericht aan een houder is", "berichten aan houders zijn", "nog open"),
        )
        return tuple(f"{getal(n)} {een if n == 1 else meer} {rest}." for n, een, meer, rest in delen if n)


def beginstand(wens: Uitgiftewens, soort: str) -> str:
    """How the copies begin. A letter, decision or notice is for the receiver and is never asked back."""
    return BEHOUDEN if soort in VRIJE_STUKKEN else wens.stand


def kennen_elkaar(wens: Uitgiftewens, *, dossiers: int) -> bool:
    """May a holder read who else has a copy? Only where all sat at one table, about one dossier."""
    aan_tafel = all(wie.partij_id is not None for wie in wens.houders)
    return wens.bestemd_voor == _TAFEL and dossiers <= 1 and aan_tafel


def wat_gevraagd(stand: str, *, bestand: bool, terug_op: date | None) -> str:
    """What is asked of the holder of a copy that stands so."""
    if stand == BEHOUDEN:
        return "Niets: u mag het houden."
    if stand in (TERUGGENOMEN, VERNIETIGD):
        return "Niets meer."
    uiterlijk = f" uiterlijk op {datum_lang(terug_op)}" if terug_op else ""
    if bestand:
        return f"Het bestand{uiterlijk} verwijderen en dat laten weten."
    return f"Dit exemplaar{uiterlijk} teruggeven aan de coördinator."


def volgende_standen(stand: str) -> tuple[str, ...]:
    """What may be recorded of a copy that stands so."""
    return _DAARNA[stand]


def beoordeel_uitgifte(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    bekend: Sequence[Houdernaam] = (),
    bestand: bool = False,
) -> Uitgiftewens | list[Gebrek]:
    """For whom, and who holds which copy: one line each. bekend: those whose party is known by their line."""
    lees = Invoer(invoer, vandaag)
    voor = lees.code("bestemd_voor", "Bestemd voor", kader.codes("bestemd_voor"))
    if not voor:
        lees.gebrek("bestemd_voor", "Kies voor wie dit document bestemd is.")
    tekst = lees.tekst("houders", "Wie krijgt een exemplaar")
    regels = [" ".join(regel.split()) for regel in tekst.splitlines() if regel.strip()]
    if not regels and voor:
        if voor in _MET_NAAM:
            zin = "Schrijf op wie het krijgt: één houder per regel, met naam en organisatie."
            lees.gebrek("houders", zin)
        else:
            regels = [kader.label("bestemd_voor", voor)]
    _check_regels(lees, regels, bestand=bestand)
    if lees.gebreken:
        return lees.gebreken
    partij = {_kaal(wie.houder): wie.partij_id for wie in bekend}
    return Uitgiftewens(voor, tuple(Houdernaam(regel, partij.get(_kaal(regel))) for regel in regels))


def _check_regels(lees: Invoer, regels: Sequence[str], *, bestand: bool) -> None:
    if bestand and len(regels) > 1:
        lees.gebrek("houders", "Een bestand heeft één houder. Sla voor ieder ander een eigen bestand op.")
    if len(regels) > MAX_EXEMPLAREN:
        lees.gebrek("houders", f"U kunt ten hoogste {MAX_EXEMPLAREN} exemplaren tegelijk afdrukken.")
    te_lang = next((regel for regel in regels if len(regel) > MAX_HOUDER), None)
    if te_lang is not None:
        zin = f"Een regel is te lang. Noem alleen naam en organisatie, in ten hoogste {MAX_HOUDER} tekens."
        lees.gebrek("houders", zin)


def _kaal(tekst: str) -> str:
    return " ".join(kale_letters(tekst).split())


def beoordeel_stand(
    invoer: Mapping[str, object], vandaag: date, *, was: str, sinds: date
) -> Standwijziging | list[Gebrek]:
    """What became of a copy that stood so (was) since that day."""
    lees = Invoer(invoer, vandaag)
    stand = lees.code("stand", "Wat is ermee gebeurd", volgende_standen(was), verplicht=True)
    op = lees.datum("stand_op", "Op welke dag", verplicht=True)
    toelichting = lees.tekst("toelichting", "Toelichting")
    if op is not None and op < sinds:
        lees.gebrek("stand_op", f"Deze dag ligt vóór {datum_kort(sinds)}. Controleer de datum.")
    if stand in _TOELICHTING and not toelichting:
        lees.gebrek("toelichting", _TOELICHTING[stand])
    return lees.gebreken or Standwijziging(stand, op or vandaag, toelichting)

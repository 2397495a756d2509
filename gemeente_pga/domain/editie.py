# SPDX-License-Identifier: EUPL-1.2
"""The edition of a paper for one partner: what that partner may have of each item, and what was left out.

Strict on purpose. What was said at a table is for those who sat there; where nobody marked that something
may be shared with this partner, it is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, NIET_OP_PAPIER, InformatieItem
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

DOSSIER, PLAN, VERSLAG = "dossier", "plan", "verslag"
# The parts of a dossier that a partner may get by tick; field names of stukken.Dossier.
DELEN = ("weegverslag", "plan", "besprekingen", "besluiten", "acties", "tijdlijn", "informeren")
# The parts that stay here: what was told to the municipality, and who holds what.
BLIJFT_HIER = MappingProxyType(
    {
        "signalen": "De signalen zelf: wie iets meldde, deed dat bij de gemeente",
        "consultaties": "De consultaties zonder naam",
        "zienswijzen": "Wat betrokkene zelf liet weten",
        "bijlagen": "De bijlagen",
        "verstrekkingen": "De verstrekkingen: wat aan wie is gegeven",
        "uitgiften": "Wat is afgedrukt en opgeslagen",
    }
)
NIET_AAN_TAFEL = "was niet aan tafel"
_NIET_VOOR = "is niet voor deze deelnemer"


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """One thing that this edition does not hold, for the coordinator alone. tekst: how it begins."""

    wat: str
    waarom: str
    tekst: str = ""

    @property
    def zin(self) -> str:
        """One line on the screen."""
        begin = f": “{_begin(self.tekst)}”" if self.tekst else ""
        return f"{self.wat}{begin} ({self.waarom})"


@dataclass(frozen=True, slots=True)
class Editiekeuze:
    """Which partner gets which paper. overleg_id: the meeting, of a verslag; delen: of a dossier."""

    partij_id: int
    stuk: str
    overleg_id: int | None = None
    delen: tuple[str, ...] = ()


def belet_editie(
    item: InformatieItem, partij_id: int, kader: Kader, *, aan_tafel: bool, beperkt: bool = False
) -> str:
    """Why this partner may not have this item; "" when it may. aan_tafel: where the item was brought."""
    inhoud = item.inhoud
    citeren = inhoud.markering == CITEREN_NA_AKKOORD and inhoud.verder_gebruik
    if beperkt:
        return "de verwerking is beperkt"
    if inhoud.markering in NIET_OP_PAPIER and not citeren:
        return kader.woord("markering", inhoud.markering).lower()
    if inhoud.partij_id == partij_id:
        return ""
    if item.deelbaar_met:
        return "" if partij_id in item.deelbaar_met else _NIET_VOOR
    return "" if aan_tafel else NIET_AAN_TAFEL


def beoordeel_editie(
    invoer: Mapping[str, object], vandaag: date, *, partijen: tuple[int, ...], overleggen: tuple[int, ...]
) -> Editiekeuze | list[Gebrek]:
    """Check the choice. partijen: who takes part now; overleggen: of which the partner may have the verslag.

    stuk: "dossier", "plan", or "verslag:" and the id of a meeting.
    """
    lees = Invoer(invoer, vandaag)
    partij_id = lees.sleutel("partij_id")
    if partij_id not in partijen:
        lees.gebrek("partij_id", "Kies voor welke deelnemer dit exemplaar is.")
    stuk, _, overleg = str(invoer.get("stuk") or "").partition(":")
    overleg_id = next((wel for wel in overleggen if str(wel) == overleg), None)
    if stuk not in {DOSSIER, PLAN, VERSLAG} or (stuk == VERSLAG and overleg_id not in overleggen):
        lees.gebrek("stuk", "Kies welk stuk deze deelnemer krijgt.")
    delen = tuple(deel for deel in DELEN if stuk == DOSSIER and lees.ja(deel))
    return lees.gebreken or Editiekeuze(partij_id, stuk, overleg_id, delen)


def _begin(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= 60 else f"{plat[:60].rsplit(' ', 1)[0]} …"

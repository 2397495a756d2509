# SPDX-License-Identifier: EUPL-1.2
"""A walk along places of the program: the sample case in the practice kluis, or the first days of a real one.

Where somebody is follows from what is in the kluis, never from what was clicked: the first stop that is not
done. Kept is only that the walk is on, since which act, and which stops wait for later.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated

from gemeente_pga.domain.tomlbron import Bestandsfout, Codewoord, Eis, Tomlbron

VOORBEELDCASUS, AAN_DE_SLAG = "voorbeeldcasus", "aan_de_slag"
NAMEN = MappingProxyType({VOORBEELDCASUS: "Rondleiding", AAN_DE_SLAG: "Aan de slag"})
ONDERWERPEN = frozenset({"notitie", "signaal", "dossier", "weging", "overleg", "herbeoordeling"})
_STAPPEN = {
    VOORBEELDCASUS: """
notitie terugbellen signaal controle agenderen tafel informatie oordelen afweging besluit deelnemers overleg
uitwerken verslag plan uitvoering papier herbeoordeling afsluiten
""",
    AAN_DE_SLAG: "gemeente partners backup herstel vervanger kader ingebruikname",
}
HALTES = MappingProxyType({route: tuple(woorden.split()) for route, woorden in _STAPPEN.items()})


class Rondleidingsfout(Bestandsfout):
    """A fault in the file with the stops."""


@dataclass(frozen=True, slots=True)
class Halte:
    """One stop. nu: the one sentence; zo: how; verhaal: what to type in the sample case.

    scherm, onderwerp and veld say where it is done; later: it may wait while she goes on.
    """

    code: Codewoord
    titel: str
    nu: str
    zo: tuple[str, ...]
    scherm: str
    onderwerp: Annotated[str, Eis(keuze=ONDERWERPEN)] = ""
    veld: str = ""
    verhaal: tuple[str, ...] = ()
    later: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """What the kluis holds of this walk: the stops that are done, and the ids of what they are about."""

    klaar: frozenset[str] = frozenset()
    ids: Mapping[str, int] = field(default_factory=dict)
    gestrand: bool = False
    """the dossier took another way than the story: it became no casus"""


@dataclass(frozen=True, slots=True)
class Tocht:
    """What is kept in the kluis of somebody's walk. vanaf: the act after which everything counts."""

    aan: bool = True
    vanaf: int = 0
    later: tuple[str, ...] = ()

    def as_tekst(self) -> str:
        """As it is kept."""
        return json.dumps({"aan": self.aan, "vanaf": self.vanaf, "later": list(self.later)})

    @classmethod
    def from_tekst(cls, tekst: str | None) -> "Tocht | None":
        """What was kept; None when nobody ever began."""
        if not tekst:
            return None
        inhoud = json.loads(tekst)
        return cls(bool(inhoud["aan"]), int(inhoud["vanaf"]), tuple(inhoud["later"]))


def parse_rondleiding(tekst: str, naam: str) -> Mapping[str, tuple[Halte, ...]]:
    """The stops of every walk, in order. Any fault is a Rondleidingsfout."""
    toml = Tomlbron(tekst, naam, Rondleidingsfout)
    toml.expect_sections(HALTES)
    routes: dict[str, tuple[Halte, ...]] = {}
    for route, codes in HALTES.items():
        paden = toml.tables(route)
        haltes = tuple(toml.read(Halte, pad) for pad in paden)
        if tuple(halte.code for halte in haltes) != codes:
            toml.refuse(paden[0], "code", f"de haltes zijn, op volgorde: {', '.join(codes)}")
        routes[route] = haltes
    return MappingProxyType(routes)


def huidig(haltes: tuple[Halte, ...], stand: Stand, later: tuple[str, ...] = ()) -> int | None:
    """The number of the stop that comes now; None when all are done. What waits for later comes last."""
    open_ = [n for n, halte in enumerate(haltes) if halte.code not in stand.klaar]
    return next((n for n in open_ if haltes[n].code not in later), open_[0] if open_ else None)

# SPDX-License-Identifier: EUPL-1.2
"""Where an item of information belongs, and who may bring it in: what a screen tells the editor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gemeente_pga.domain.kader import CASUSOVERLEG, WEGING


@dataclass(frozen=True)
class Partijkeuze:
    """A party that may bring something in."""

    id: int
    soort: str
    naam: str


@dataclass(frozen=True)
class Inbrengplek:
    """Where items belong. waarbij: weging_id or bespreking_id. concept: where typing is kept.

    doel: what the information is needed for, as a suggestion. aanvulling: what it belongs to is vastgesteld.
    """

    dossier_id: int
    waarbij: Mapping[str, int]
    concept: tuple[str, str]
    partijen: Sequence[Partijkeuze]
    doel: str = ""
    aanvulling: bool = False

    @property
    def fase(self) -> str:
        """The phase whose grounds are offered here."""
        return WEGING if "weging_id" in self.waarbij else CASUSOVERLEG

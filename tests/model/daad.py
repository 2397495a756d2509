# SPDX-License-Identifier: EUPL-1.2
"""The table of acts: which code of the log, how it is called, and who tries it."""

from collections.abc import Callable
from dataclasses import dataclass

from gemeente_pga.domain.handeling import Handeling
from tests.model.model import Keus, Model, Poging


@dataclass(frozen=True)
class Daad:
    """One way to perform an act. probeer gives None when there is nothing to perform it on."""

    act: Handeling
    naam: str
    probeer: Callable[[Model, Keus], Poging | None]


DADEN: dict[str, Daad] = {}


def daad(act: Handeling) -> Callable[[Callable[[Model, Keus], Poging | None]], Callable[..., Poging | None]]:
    """Puts the function below into the table, under its own name."""

    def zet(probeer: Callable[[Model, Keus], Poging | None]) -> Callable[..., Poging | None]:
        naam = probeer.__name__
        assert naam not in DADEN, naam
        DADEN[naam] = Daad(act, naam, probeer)
        return probeer

    return zet

# SPDX-License-Identifier: EUPL-1.2
"""An ingerichte kluis for tests: a municipality, its coordinator, the three core parties and the kader."""

from datetime import datetime, timedelta, timezone
from functools import cache

from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader, parse_kader
from gemeente_pga.handelingen.inrichting import (
    activate_kader,
    register_gebruiker,
    register_gemeente,
    register_partij,
)
from gemeente_pga.paths import resource
from gemeente_pga.store.store import Store

NU = datetime(2026, 10, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))
KERNPARTIJEN = (("gemeente", "Gemeente Waterhoven"), ("om", "Openbaar Ministerie"), ("politie", "Politie"))


@cache
def kader() -> Kader:
    """The kader that ships with the program."""
    bestand = resource("kader/wet-pga-2025.toml")
    return parse_kader(bestand.read_text(encoding="utf-8"), bestand.name)


def richt_in(store: Store) -> dict[str, int]:
    """What the first start records; the ids by name."""
    ids = {"gebruiker": register_gebruiker(store, Gebruiker("S. Aydın", "Coördinator"))}
    ids["gemeente_id"] = register_gemeente(store, Gemeente("Gemeente Waterhoven"))
    for soort, naam in KERNPARTIJEN:
        ids[soort] = register_partij(store, Partij(soort, naam, kernpartij=True))
    ids["school"] = register_partij(store, Partij("onderwijs", "Praktijkcollege Waterhoven"))
    ids["kader"] = activate_kader(store, kader(), NU)
    return ids

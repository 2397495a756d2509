# SPDX-License-Identifier: EUPL-1.2
"""What every story needs: the kluis, the people around the table, and days counted back from today."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen import inrichting
from gemeente_pga.handelingen.kader import install_kader
from gemeente_pga.store.store import Store

Verhaal = Mapping[str, Any]
COORDINATOR = "S. Aydın"
KERN = ("gemeente", "om", "politie")
_DAG = re.compile(r"\{(-?\d+)\}")  # {-3}: the day three days before the signal
_VRIJDAG = 4
_PERSOON = (
    "voornamen", "voorvoegsel", "geslachtsnaam", "geboortedatum", "straatnaam", "huisnummer", "toevoeging",
)  # fmt: skip


def werkdag(dag: date, *, vooruit: bool = False) -> date:
    """Nobody meets or writes in a weekend: the Friday before it, or the Monday after it."""
    te_veel = dag.weekday() - _VRIJDAG
    if te_veel <= 0:
        return dag
    return dag + timedelta(days=3 - te_veel if vooruit else -te_veel)


@dataclass(frozen=True)
class Bouw:
    """One filling of one practice kluis."""

    store: Store
    kader: Kader
    nu: datetime
    gemeente_id: int
    partijen: Mapping[str, int]
    mensen: Mapping[str, Mapping[str, str]]
    dossiers: dict[str, int] = field(default_factory=dict)  # how far it has come -> the dossier

    @classmethod
    def begin(cls, store: Store, kader: Kader, nu: datetime, verhalen: Verhaal) -> "Bouw":
        """The set-up of the practice kluis."""
        gebruiker_id = inrichting.register_gebruiker(store, Gebruiker(**verhalen["gebruiker"]))
        store.wie = replace(store.wie, gebruiker_id=gebruiker_id)
        gemeente_id = inrichting.register_gemeente(store, Gemeente(**verhalen["gemeente"]))
        install_kader(store, kader, nu)
        kern = {partij.code for partij in kader.kernpartijen}
        partijen = {
            p["soort"]: inrichting.register_partij(store, Partij(kernpartij=p["soort"] in kern, **p))
            for p in verhalen["partij"]
        }
        mensen = {p["soort"]: p for p in verhalen["partij"]}
        return cls(store, kader, nu, gemeente_id, partijen, mensen)

    @property
    def vandaag(self) -> date:
        """The day on which the practice kluis is made."""
        return self.nu.date()

    def dag(self, verhaal: Verhaal, later: int = 0) -> date:
        """The day of the signal, or so many days later; never after today, never in a weekend."""
        return werkdag(min(self.vandaag, self.vandaag - timedelta(days=verhaal["dagen"] - later)))

    def over(self, dagen: int) -> date:
        """About so many days from today: what is to come on a Monday after a weekend, not in it."""
        return werkdag(self.vandaag + timedelta(days=dagen), vooruit=dagen > 0)

    def met_data(self, verhaal: Verhaal) -> Verhaal:
        """The story with its days written out."""

        def schrijf(waarde: Any) -> Any:
            if isinstance(waarde, list):
                return [schrijf(deel) for deel in waarde]
            if not isinstance(waarde, str):
                return waarde
            return _DAG.sub(lambda m: datum_lang(self.dag(verhaal, int(m[1]))), waarde)

        return {sleutel: schrijf(waarde) for sleutel, waarde in verhaal.items()}

    def persoon(self, verhaal: Verhaal) -> Persoon:
        """Who the story is about."""
        return Persoon(plaats="Waterhoven", **{veld: verhaal[veld] for veld in _PERSOON if veld in verhaal})

# SPDX-License-Identifier: EUPL-1.2
"""A dossier is about one person and comes into being only by a signal. How it is numbered, and how it stands.

The number says the year and nothing about the person: it is what stands on agendas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.tekst import datum_kort

GESLOTEN: Final = frozenset(
    {
        ("signaal", "doorgeleid"),
        ("signaal", "afgesloten"),
        ("signaal", "overgedragen"),
        ("signaal", "gesloten"),
        ("signaal", "vernietigd"),
        ("casus", "afgesloten"),
        ("casus", "overgedragen"),
        ("casus", "gesloten"),
        ("casus", "heropening_gevraagd"),
        ("casus", "vernietigd"),
    }
)
"""Where a dossier stands when its contents may be used only after a new decision."""
CASUS_DICHT: Final = frozenset(status for soort, status in GESLOTEN if soort == "casus")
"""The states in which nothing about a casus changes any more."""


@dataclass(frozen=True, slots=True)
class Dossierkop:
    """What recognises a dossier. It stands where its casus stands, or else the signal that waits longest."""

    id: int
    nummer: str
    gemeente_id: int
    gemeente: str
    overgenomen: bool
    persoon: Persoon
    soort: str
    status: str
    sinds: date | None
    signaal_id: int | None
    casus_id: int | None
    geagendeerd_voor: date | None
    herbeoordeling: date | None

    @property
    def gesloten(self) -> bool:
        """Closed: contents only with a reason, and a new signal only refers to it."""
        return (self.soort, self.status) in GESLOTEN


# What comes next, in a few words; the full sentence with what is missing comes from domain.stappen.
_VOLGENDE: Final[Mapping[tuple[str, str], str]] = {
    ("signaal", "ontvangen"): "Formele controle",
    ("signaal", "formele_controle"): "Agenderen voor de weegploeg",
    ("signaal", "spoed_gemeld"): "Agenderen voor de weegploeg",
    ("signaal", "geagendeerd"): "Wegen",
    ("signaal", "in_weging"): "Besluit van de weegploeg",
    ("signaal", "nadere_informatie"): "Antwoord op de vraag verwerken",
    ("signaal", "opgenomen"): "Casus openen",
    ("casus", "opgenomen"): "Deelnemers en informeren vastleggen",
    ("casus", "voorbereiding"): "Eerste casusoverleg",
    ("casus", "casusoverleg_loopt"): "Plan van aanpak",
    ("casus", "plan_vastgesteld"): "Uitvoering beginnen",
    ("casus", "in_uitvoering"): "Herbeoordeling",
    ("casus", "herbeoordeling"): "Uitkomst herbeoordeling vastleggen",
    ("casus", "op_of_afgeschaald"): "Uitvoering hervatten",
}


def volgende_stap(kop: Dossierkop) -> str:
    """What comes next in this dossier, for a list; empty when nothing does."""
    tekst = _VOLGENDE.get((kop.soort, kop.status), "")
    dag = {"Wegen": kop.geagendeerd_voor, "Herbeoordeling": kop.herbeoordeling}.get(tekst)
    return f"{tekst} op {datum_kort(dag)}" if dag else tekst

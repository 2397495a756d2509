# SPDX-License-Identifier: EUPL-1.2
"""Somebody around the betrokkene: why this person is here, on what ground, and until when.

No number ships: the last day is typed, and Bureau says so when it has passed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import GEWOON, check_gronden
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer


@dataclass(frozen=True, slots=True)
class Naaste:
    """Beside the name. Field names equal the columns of table persoon."""

    relatie: str
    grondslag: str
    doel: str
    bewaren_tot: date


def beoordeel_naaste(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Naaste | list[Gebrek]:
    """Check what was typed beside the name: these people did nothing, so each needs a reason to be here."""
    lees = Invoer(invoer, vandaag)
    gronden = frozenset(g.code for g in kader.grondslagen("ontvangen", op=vandaag))
    naaste = Naaste(
        relatie=lees.code("relatie", "Relatie", kader.codes("relatie"), verplicht=True),
        grondslag=lees.code("grondslag", "Op welke grond legt u deze persoon vast", gronden, verplicht=True),
        doel=lees.regel("doel", "Waarvoor is deze persoon nodig", verplicht=True),
        bewaren_tot=lees.datum("bewaren_tot", "Bewaren tot en met", verplicht=True, toekomst=True) or vandaag,
    )
    if naaste.bewaren_tot < vandaag:
        lees.gebrek("bewaren_tot", "Deze dag is voorbij. Kies een dag die nog komt.")
    gebreken = lees.gebreken
    al_gezegd = {gebrek.veld for gebrek in gebreken}
    return gebreken + [g for g in mist_naastegrond(naaste, kader) if g.veld not in al_gezegd] or naaste


def mist_naastegrond(naaste: Naaste, kader: Kader) -> tuple[Gebrek, ...]:
    """Why this person may not be recorded. The act asks it too."""
    uit = list(check_gronden(kader, GEWOON, {"grondslag": naaste.grondslag}, ""))
    if not naaste.grondslag:
        uit.append(Gebrek("grondslag", "Kies op welke grond u deze persoon vastlegt."))
    if not naaste.doel:
        uit.append(Gebrek("doel", "Schrijf op waarvoor u deze persoon nodig hebt."))
    return tuple(uit)

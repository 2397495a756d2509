# SPDX-License-Identifier: EUPL-1.2
"""What stands between the notes of a meeting and a vastgesteld verslag: said in one place."""

from collections.abc import Collection
from dataclasses import dataclass

from gemeente_pga.domain.overleg import TER_REACTIE, VOLGEND_OVERLEG, ZVH, Overleg
from gemeente_pga.domain.standaardzin import INVULPLEK


@dataclass(frozen=True, slots=True)
class Besprekingstand:
    """What `ontbreekt` must know of one casus on the agenda."""

    bespreking_id: int
    casusnummer: str
    aanwezigen: int
    besluiten: int
    acties_zonder_stand: int
    niet_vastgelegde_inbreng: bool
    besluit_op_niet_vastgelegd: bool
    informeren: str
    actie_zonder_datum: int
    open_plekken: tuple[tuple[str, str], ...] = ()
    """where a standard sentence still has its open place: in which text, and that field"""
    beperkt: bool = False  # the whole dossier, AVG 18: nothing more is asked of it


@dataclass(frozen=True, slots=True)
class Overlegstand:
    """What `ontbreekt` must know of the meeting."""

    overleg: Overleg
    status: str
    deelnemers: int
    zonder_aanwezigheid: Collection[str]
    aanwezig_zonder_geheimhouding: Collection[str]
    zonder_reactie: Collection[str]
    besprekingen: tuple[Besprekingstand, ...]


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """What is missing: the sentence, the part of the screen, the casus and the field."""

    zin: str
    onderdeel: str
    veld: str = ""
    bespreking_id: int | None = None


def ontbreekt(stand: Overlegstand, wijze: str = "") -> tuple[Ontbrekend, ...]:
    """Everything that stands between the notes and a vastgesteld verslag, in the order of the screen.

    wijze: how it is to be vastgesteld. In writing asks a round of reactions; at the next overleg everybody
    is at the table, so silence in that round stands in nobody's way.
    """
    uit = [*_mist_overleg(stand.overleg)]
    if stand.overleg.verslag_door != ZVH:
        uit += _mist_tafel(stand)
    if not stand.besprekingen:
        uit.append(Ontbrekend("Zet ten minste één casus op de agenda.", "agenda"))
    for deel in stand.besprekingen:
        if deel.beperkt:
            continue
        uit += _ontbreekt_bij_casus(deel, zvh=stand.overleg.verslag_door == ZVH)
    return (*uit, *_mist_ronde(stand, wijze))


def _mist_overleg(overleg: Overleg) -> list[Ontbrekend]:
    uit: list[Ontbrekend] = []
    if not overleg.begin or not overleg.einde:
        veld = "einde" if overleg.begin else "begin"
        uit.append(Ontbrekend("Vul het begin en het einde van het overleg in.", "overleg", veld))
    if overleg.verslag_door == ZVH:
        if not overleg.kenmerk_zvh:
            zin = "Berg het verslag van het Zorg- en Veiligheidshuis op, met hun kenmerk."
            uit.append(Ontbrekend(zin, "verslag", "zvhPushButton"))
        return uit
    if not overleg.verslaglegger:
        uit.append(Ontbrekend("Vul in wie het verslag maakte.", "overleg", "verslaglegger"))
    if not overleg.geheimhouding_besproken:
        zin = "Leg vast dat de geheimhouding is besproken."
        uit.append(Ontbrekend(zin, "overleg", "geheimhouding_besproken"))
    return uit


def _mist_tafel(stand: Overlegstand) -> list[Ontbrekend]:
    uit = [
        Ontbrekend(f"Leg vast of {naam} aanwezig was.", "deelnemers") for naam in stand.zonder_aanwezigheid
    ]
    uit += [
        Ontbrekend(f"Leg vast of {naam} de geheimhouding bevestigde.", "deelnemers")
        for naam in stand.aanwezig_zonder_geheimhouding
    ]
    return uit if stand.deelnemers else [Ontbrekend("Leg vast wie er bij het overleg waren.", "deelnemers")]


def _mist_ronde(stand: Overlegstand, wijze: str) -> list[Ontbrekend]:
    if stand.overleg.verslag_door == ZVH or wijze == VOLGEND_OVERLEG:
        return []
    if stand.status == TER_REACTIE:
        return [Ontbrekend(f"Leg de reactie van {naam} vast.", "reacties") for naam in stand.zonder_reactie]
    if wijze:
        zin = "Zet het verslag eerst ter reactie, of stel het vast in het volgende overleg."
        return [Ontbrekend(zin, "verslag", "reageren_voor")]
    return []


def _ontbreekt_bij_casus(deel: Besprekingstand, *, zvh: bool) -> list[Ontbrekend]:
    uit: list[Ontbrekend] = []

    def mis(zin: str, onderdeel: str, veld: str = "") -> None:
        uit.append(Ontbrekend(f"Casus {deel.casusnummer}: {zin}", onderdeel, veld, deel.bespreking_id))

    if not deel.aanwezigen and not zvh:
        mis("leg vast wie hierbij aan tafel zaten.", "deelnemers")
    if deel.acties_zonder_stand:
        mis("leg van elke eerdere actie vast wat ervan kwam.", "acties_vorige_keer")
    if not deel.besluiten:
        mis("leg ten minste één besluit vast.", "besluiten")
    if not deel.informeren:
        mis("leg het besluit over informeren vast.", "bespreking", "informeren")
    if deel.actie_zonder_datum:
        mis("geef elke actie een datum.", "acties")
    if deel.besluit_op_niet_vastgelegd and not deel.niet_vastgelegde_inbreng:
        mis("een besluit steunt op inbreng die niet is vastgelegd. Leg vast welke partij die gaf.", "inbreng")
    for tekst, veld in deel.open_plekken:
        zin = f"in {tekst} staat nog een open plek ({INVULPLEK}). Vul die in, of typ drie losse punten."
        mis(zin, "bespreking", veld)
    return uit

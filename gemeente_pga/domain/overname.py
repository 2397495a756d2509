# SPDX-License-Identifier: EUPL-1.2
"""Whole dossiers to another kluis and out of one: what a file says of them, and what is asked on both sides.

The file is for who takes over the work: after a merger, for another kluis of the same municipality, or for
the municipality that takes the person over. What stands in the rows is judged by the store.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from gemeente_pga.domain.gebrek import Gebrek, VasteStoring
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

DOSSIER_SCHEMA = "urn:gemeente-pga:schema:dossier:1.0.0"
OVERZICHT_SCHEMA = "urn:gemeente-pga:schema:dossieroverzicht:1.0.0"
OPMERKING = (
    "Eén dossier uit de persoonsgerichte aanpak, voor wie het werk overneemt. Vertrouwelijk. Niets hierin is "
    "door de ontvanger vastgesteld."
)
OVERDRACHT = "overdracht"
SOORTEN = MappingProxyType(
    {
        "herindeling": "Gemeentelijke herindeling: een nieuwe gemeente treedt in de rechten",
        "eigen_kluis": "Andere kluis van dezelfde gemeente",
        OVERDRACHT: "Overdracht aan een andere gemeente",
    }
)
MEESTE_DOSSIERS = 200
EINDE = ".pgadossiers"
AANVAARD, GEWEIGERD = "aanvaard", "geweigerd"
_HASH = re.compile(r"[0-9a-f]{64}")


class BestandOngeldig(VasteStoring):
    zin = "De inhoud van dit bestand klopt niet. Er is niets overgenomen."
    advies = "Vraag de afzender om het opnieuw te maken. Blijft het zo? Neem het dossier dan niet over."


class InhoudTeNieuw(VasteStoring):
    zin = "De inhoud van dit bestand is van een nieuwere versie. Er is niets overgenomen."
    advies = "Werk dit programma bij, of vraag de afzender om een bestand van een oudere versie."


@dataclass(frozen=True, slots=True)
class Meegave:
    """Why dossiers go to another kluis, and to whom."""

    soort: str
    ontvanger: str
    contact: str
    grondslag: str
    reden: str


@dataclass(frozen=True, slots=True)
class Aanbieding:
    """One dossier in a file, as much as is needed to decide: no name. sha256: of what is sealed about it."""

    nummer: str
    gemeente: str
    stand: str
    van: str
    kader: str
    signalen: int
    wegingen: int
    overleggen: int
    documenten: int
    bijlagen: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Overzicht:
    """What the first part of a file says."""

    afzender: str
    ontvanger: str
    soort: str
    reden: str
    gemaakt_op: str
    dossiers: tuple[Aanbieding, ...]


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """Why this dossier is taken over here."""

    gemeente_id: int
    grondslag: str
    reden: str


class Pakket(Protocol):
    """A file that was opened."""

    @property
    def overzicht(self) -> Overzicht:
        """What it holds."""

    def dossier(self, plek: int) -> Any:
        """Slow. The dossier at this place of the overview."""

    def sluit(self) -> None:
        """Forget its key."""


class Pakketbeheer(Protocol):
    """Sealing and opening such files, for the screens."""

    def schrijf(
        self,
        doel: Path,
        wachtwoord: str,
        meegave: Meegave,
        stukken: Sequence[Any],
        *,
        afzender: str,
        op: date,
    ) -> None:
        """Slow. Write the file, whole or not at all."""

    def open(self, pad: Path, wachtwoord: str) -> Pakket:
        """Slow. What is in this file; a Storing says why it does not open."""


def beoordeel_meegave(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Meegave | list[Gebrek]:
    """Check the form: to whom, on which ground, why."""
    lees = Invoer(invoer, vandaag)
    gronden = [g.code for g in kader.grondslagen("geven", op=vandaag)]
    meegave = Meegave(
        soort=lees.code("soort", "Waarom gaat het dossier naar een andere kluis", SOORTEN, verplicht=True),
        ontvanger=lees.regel("ontvanger", "Gemeente die het krijgt", verplicht=True),
        contact=lees.regel("contact", "Wie u daar sprak", verplicht=True),
        grondslag=lees.code("grondslag", "Grondslag", gronden, verplicht=True),
        reden=lees.tekst("reden", "Reden", verplicht=True),
    )
    return lees.gebreken or meegave


def beoordeel_aanvaarding(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, gemeenten: Collection[int]
) -> Aanvaarding | list[Gebrek]:
    """Check the form of who takes over."""
    lees = Invoer(invoer, vandaag)
    gronden = [g.code for g in kader.grondslagen("ontvangen", op=vandaag)]
    gekozen = str(invoer.get("gemeente_id") or "")
    if not gekozen.isdigit() or int(gekozen) not in gemeenten:
        lees.gebrek("gemeente_id", "Kies voor welke gemeente u dit dossier overneemt.")
    grondslag = lees.code("grondslag", "Op welke grond neemt u het over", gronden, verplicht=True)
    reden = lees.tekst("reden", "Reden", verplicht=True)
    return lees.gebreken or Aanvaarding(int(gekozen), grondslag, reden)


def beoordeel_weigering(invoer: Mapping[str, object], vandaag: date) -> str | list[Gebrek]:
    """Check the reason of who does not take over."""
    lees = Invoer(invoer, vandaag)
    reden = lees.tekst("reden", "Reden", verplicht=True)
    return lees.gebreken or reden


def bestandsnaam(dag: date) -> str:
    """A neutral file name: kind and date. Never a name or a number."""
    return f"dossiers-{dag.isoformat()}{EINDE}"


def overzicht_json(overzicht: Overzicht) -> dict[str, object]:
    """As it stands in the file."""
    velden = {naam: getattr(overzicht, naam) for naam in Overzicht.__dataclass_fields__ if naam != "dossiers"}
    rijen = [{naam: getattr(d, naam) for naam in Aanbieding.__dataclass_fields__} for d in overzicht.dossiers]
    return {"$schema": OVERZICHT_SCHEMA, **velden, "dossiers": rijen}


def read_overzicht(inhoud: Mapping[str, object], delen: int) -> Overzicht:
    """Strictly what the schema says; one entry for each part that follows. BestandOngeldig otherwise."""
    herken_schema(inhoud, OVERZICHT_SCHEMA)
    lijst = inhoud.get("dossiers")
    if not isinstance(lijst, list) or not 1 <= len(lijst) == delen <= MEESTE_DOSSIERS:
        raise BestandOngeldig
    kop = _velden(inhoud, {*Overzicht.__dataclass_fields__, "$schema"})
    dossiers = tuple(_aanbieding(rij) for rij in lijst)
    if len({d.sha256 for d in dossiers}) != len(dossiers) or kop["soort"] not in SOORTEN:
        raise BestandOngeldig
    try:
        date.fromisoformat(_zin(kop["gemaakt_op"]))
    except ValueError as fout:
        raise BestandOngeldig from fout
    teksten = {naam: _zin(kop[naam]) for naam in ("afzender", "ontvanger", "soort", "gemaakt_op")}
    return Overzicht(**teksten, reden=_zin(kop["reden"], lengte=20_000, regels=True), dossiers=dossiers)


def herken_schema(inhoud: Mapping[str, object], verwacht: str) -> None:
    """BestandOngeldig unless it names this schema; InhoudTeNieuw for a later version of it."""
    genoemd = inhoud.get("$schema")
    if genoemd == verwacht:
        return
    if isinstance(genoemd, str) and re.fullmatch(
        re.escape(verwacht.rpartition(":")[0]) + r":[0-9]+(\.[0-9]+){2}", genoemd
    ):
        raise InhoudTeNieuw
    raise BestandOngeldig


def _aanbieding(rij: object) -> Aanbieding:
    if not isinstance(rij, dict):
        raise BestandOngeldig
    velden = _velden(rij, set(Aanbieding.__dataclass_fields__))
    for naam, veld in Aanbieding.__dataclass_fields__.items():
        waarde = velden[naam]
        if veld.type in (int, "int"):
            if type(waarde) is not int or not 0 <= waarde <= 100_000:
                raise BestandOngeldig
        else:
            _zin(waarde)
    if not _HASH.fullmatch(str(velden["sha256"])):
        raise BestandOngeldig
    return Aanbieding(**velden)  # type: ignore[arg-type]  # each was looked at above


def _velden(inhoud: Mapping[str, object], namen: set[str]) -> dict[str, object]:
    if {*inhoud} != namen:
        raise BestandOngeldig
    return dict(inhoud)


def _zin(waarde: object, *, lengte: int = 300, regels: bool = False) -> str:
    """Short text without what could deceive the eye: no control characters, no change of direction."""
    if not isinstance(waarde, str) or len(waarde) > lengte:
        raise BestandOngeldig
    if any(not teken.isprintable() and not (regels and teken in "\n\t") for teken in waarde):
        raise BestandOngeldig
    return waarde

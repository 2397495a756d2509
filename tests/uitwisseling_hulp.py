# SPDX-License-Identifier: EUPL-1.2
"""An outcome and a melding for another system, and the published schemas that they are held against."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # it carries no types

from gemeente_pga.domain import stukken
from gemeente_pga.domain.uitwisseling import (
    MELDING_SCHEMA,
    UITKOMST_SCHEMA,
    Contact,
    Meldingsdeel,
    Meldingswens,
    Organisatie,
    Persoonsdeel,
    Uitkomst,
    Uitwisseling,
)
from gemeente_pga.domain.verstrekking import PARTIJ, Verstrekking
from gemeente_pga.paths import resource
from tests.ui_hulp import NU

DAG = NU.date()
BESTANDEN = {UITKOMST_SCHEMA: "uitkomst-overleg", MELDING_SCHEMA: "melding"}
PERSOON = Persoonsdeel("Joris", "van", "Oosterzee", "Dorpsstraat", 12, "", "1234ab", "Waterhoven")
WENS = Meldingswens(
    Verstrekking(DAG, PARTIJ, 1, "ZVH", "", "systeem", "", "Overleg.", "", "", "gewoon"), terugkoppeling=True
)


def schema(urn: str) -> dict[str, Any]:
    tekst = resource(f"uitwisseling/{BESTANDEN[urn]}.schema.json").read_text(encoding="utf-8")
    uit: dict[str, Any] = json.loads(tekst)
    return uit


def fouten(inhoud: Any, urn: str) -> list[str]:
    keurder = Draft202012Validator(schema(urn), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{'/'.join(map(str, fout.path))}: {fout.message}" for fout in keurder.iter_errors(inhoud)]


def gelezen(bestand: Uitwisseling) -> Any:
    """The file as another system reads it; strict about what JSON in UTF-8 is."""
    return json.loads(bestand.to_bytes().decode("utf-8"))


def voorbeelddeel(**anders: Any) -> stukken.Casusdeel:
    leeg = stukken.Casusdeel(
        casusnummer="2026-001",
        doel="Voortgang",
        overwegingen="Het gaat beter.",
        besluiten=(stukken.Besluit(nummer=1, tekst="Doorgaan met de aanpak."),),
        acties=(
            stukken.Actie(
                nummer=1,
                wat="Bellen met school",
                wie="K. Brouwer",
                voor=date(2026, 10, 20),
                maat="Er is gebeld",
                conditie="Als hij weer wegblijft",
                informering="Verteld",
            ),
        ),
    )
    return replace(leeg, **anders)


def voorbeeld(**anders: Any) -> Uitkomst:
    gewoon = Uitkomst(
        overleg="O2026-01",
        datum=date(2026, 10, 14),
        begin="13:30",
        einde="15:00",
        deel=voorbeelddeel(),
        geopend_op=date(2026, 10, 2),
        betrokkene=PERSOON,
        organisaties={1: Organisatie("Politie", "00000001234567890000")},
    )
    return replace(gewoon, **anders)


def melding(**anders: Any) -> Meldingsdeel:
    gewoon = Meldingsdeel(
        kenmerk="signaal-1",
        ontvangen_op="2026-09-08T16:42:00+02:00",
        zelf_waargenomen="Hij stond bij de poort.",
        van_anderen="Hij zou weg willen.",
        interpretatie="Dat baart zorgen.",
        overig="Soort signaal: melding.",
        betrokkene=PERSOON,
        contact=Contact("Mirjam Hoekstra", "m.hoekstra@waterhoven.example", "010 123"),
    )
    return replace(gewoon, **anders)

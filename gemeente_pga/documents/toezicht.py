# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the FG, on one page."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    hoofd,
    opmerking,
    regel_gevraagd,
    samen,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.delen import (
    kop as koptekst,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import Kijkdag, Toezicht, Toezichtcontrole

_GEEN_CONTROLE = "Er is nog geen logcontrole of juridische toets vastgelegd."
_GEEN_DAG = "De functionaris gegevensbescherming heeft nog geen dossier geopend."


def render(gegevens: Toezicht, *, code: str = "") -> bytes:
    """The overview as PDF."""
    kop = gegevens.kop
    controles = tabel(
        ["Datum", "Wat en wie", "Bekeken", "Uitkomst"],
        [24, 38, 54],
        [_controle(controle) for controle in gegevens.controles],
    )
    dagen = tabel(
        ["Dag", "Wie", "Geopende dossiers", "Met namen, na een reden"],
        [24, 38, 54],
        [_dag(dag) for dag in gegevens.dagen],
    )
    ouder = f"Eerdere controles die hier niet op staan: {gegevens.weggelaten}." if gegevens.weggelaten else ""
    verhaal = [
        *hoofd(kop, f"Stand van {format_datum(kop.datum)}"),
        *regel_gevraagd("Bespreek de aandachtspunten. In dit overzicht staan dossiernummers en geen namen."),
        *samen(koptekst("Vastgelegde controles"), controles or opmerking(_GEEN_CONTROLE)),
        *opmerking(ouder),
        *samen(koptekst("Wat is bekeken"), dagen or opmerking(_GEEN_DAG)),
    ]
    return build(kop, [*verhaal, *slot(code)])


def _controle(controle: Toezichtcontrole) -> list[Cel]:
    return [
        format_datum(controle.datum, kort=True),
        vetcel(controle.wat, ("", controle.wie)),
        tekstcel(controle.bekeken, ("Steekproef", controle.steekproef)),
        vetcel(controle.uitkomst, ("", controle.toelichting), ("Gedaan", controle.opvolging)),
    ]


def _dag(dag: Kijkdag) -> list[Cel]:
    return [format_datum(dag.datum, kort=True), dag.wie, dag.dossiers, dag.met_namen or "–"]

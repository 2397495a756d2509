# SPDX-License-Identifier: EUPL-1.2
"""The zelfevaluatie: each finding of the Inspectie with what the data say and what was written."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import alineas, hoofd, opmerking, punten, regel_gevraagd, samen, slot
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.domain.stukken import Zelfbeeld


def render(gegevens: Zelfbeeld, *, code: str = "") -> bytes:
    """The zelfevaluatie as PDF."""
    verhaal = [
        *hoofd(gegevens.kop, "Naast de bevindingen van de Inspectie (Kamerstuk 29754, nr. 731)"),
        *regel_gevraagd("Bespreek wat beter kan. Er staan geen namen, dossiers of precieze aantallen in."),
    ]
    for nummer, vraag in enumerate(gegevens.vragen, start=1):
        verhaal += samen(koptekst(f"{nummer}. {vraag.vraag}"), opmerking(f"Bevinding: {vraag.bevinding}"))
        verhaal += [*punten(vraag.feiten), *alineas(vraag.woorden)]
    return build(gegevens.kop, [*verhaal, *slot(code)])

# SPDX-License-Identifier: EUPL-1.2
"""The copy of everything about one person: what it is, the list of all parts, then the parts themselves."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Cel, alineas, feiten, hoofd, kop, regels, slot, tabel
from gemeente_pga.domain.stukken import Afschrift, Afschriftdeel

_NIETS = "Van geen enkel deel krijgt u gegevens. In de lijst hierboven staat van elk deel waarom."


def render(gegevens: Afschrift, *, code: str = "") -> bytes:
    """The copy as PDF."""
    aan = ", ".join(deel for deel in (gegevens.aan, gegevens.adres) if deel)
    verhaal = [*hoofd(gegevens.kop, f"Aan {aan}")]
    for vooraf in gegevens.vooraf:
        verhaal += [*kop(vooraf.kop), *alineas(vooraf.tekst)]
    lijst = tabel(["Nr.", "Wat", "Weggelaten en waarom"], [12, 62], [_regel(deel) for deel in gegevens.delen])
    verhaal += [*kop("Lijst van alles wat er over u is"), *lijst, *kop("De gegevens")]
    if not any(deel.velden for deel in gegevens.delen):
        verhaal += alineas(_NIETS)
    for deel in gegevens.delen:
        if deel.velden:
            verhaal += [
                *kop(f"{deel.nummer}. {deel.titel}", 2),
                *feiten([(veld.naam, veld.tekst) for veld in deel.velden]),
            ]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _regel(deel: Afschriftdeel) -> list[Cel]:
    weg: Cel = regels(*(("", regel) for regel in deel.weggelaten)) if deel.weggelaten else "Niets"
    return [f"{deel.nummer}", deel.titel, weg]

# SPDX-License-Identifier: EUPL-1.2
"""The sheet in front of a copy, and the lists of copies: the verdeellijst and what is to be asked back."""

from collections.abc import Sequence

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    feiten,
    hoofd,
    kop,
    opmerking,
    regel_gevraagd,
    tabel,
    tekstcel,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.documents.tabel import Vorm
from gemeente_pga.domain.stukken.exemplaar import Exemplaarpunt, Exemplarenlijst, Voorblad

_ZORG = (
    "Maak geen kopie en geef dit exemplaar niet door. Bent u het kwijt? Bel meteen de coördinator: dan is "
    "er misschien een datalek."
)


def render_voorblad(blad: Voorblad) -> bytes:
    """The sheet as PDF. Same data, same bytes."""
    zelf = blad.zelf
    verhaal: Verhaal = [
        *hoofd(blad.kop, f"Exemplaar {zelf.nummer} · {zelf.houder}"),
        *regel_gevraagd(_ZORG),
        *feiten(
            [
                ("Stuk", blad.stuk),
                ("Kenmerk", blad.kop.kenmerk),
                ("Controlecode", blad.controlecode),
                ("Vertrouwelijkheid", blad.kop.vertrouwelijkheid),
                ("Uitgereikt op", format_datum(zelf.uitgereikt)),
                ("Wat wij van u vragen", zelf.gevraagd),
            ]
        ),
    ]
    if blad.anderen:
        verhaal += [*kop("Verdeellijst"), *_table(blad.anderen, met_stuk=False)]
    return build(blad.kop, verhaal, bladtekst="voorblad")


def render_lijst(lijst: Exemplarenlijst) -> bytes:
    """The list as PDF, with room to tick off. Same data, same bytes."""
    met_stuk = any(regel.stuk for regel in lijst.regels)
    verhaal: Verhaal = [
        *hoofd(lijst.kop, lijst.over),
        *regel_gevraagd("Deze lijst noemt alle houders. Houd haar zelf en geef haar niet mee."),
        *_table(lijst.regels, met_stuk=met_stuk, vink=True),
        *opmerking("Leg in het programma vast wat terug is. Vernietig daarna deze lijst."),
    ]
    return build(lijst.kop, verhaal)


def _table(regels: Sequence[Exemplaarpunt], *, met_stuk: bool, vink: bool = False) -> Verhaal:
    koppen = [*(["Stuk"] if met_stuk else []), "Nr.", "Houder", "Uitgereikt", "Gevraagd"]
    breedten: list[float] = [*([38] if met_stuk else []), 9, 38 if met_stuk else 58, 22]
    if vink:
        koppen.append("Gedaan")
        breedten.append(165 - sum(breedten) - 16)
    rijen: list[list[Cel]] = [
        [
            *([tekstcel(r.stuk)] if met_stuk else []),
            f"{r.nummer}",
            tekstcel(r.houder),
            format_datum(r.uitgereikt, kort=True),
            tekstcel(r.gevraagd),
            *([""] if vink else []),
        ]
        for r in regels
    ]
    return tabel(koppen, breedten, rijen, Vorm(boven=3, onder=3.5))

# SPDX-License-Identifier: EUPL-1.2
"""The list of acts to be entered again after a waarneming, to tick off with a pen."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Cel, Verhaal, hoofd, opmerking, regel_gevraagd, tabel, tekstcel
from gemeente_pga.documents.tabel import Vorm
from gemeente_pga.domain.stukken.waarneming import Overdoenlijst

_KOPPEN = ["Datum", "Handeling", "Dossier", "Door", "Gedaan"]
_BREEDTEN = [36, 50, 28, 32]


def render(lijst: Overdoenlijst) -> bytes:
    """The list as PDF. Same data, same bytes."""
    rijen: list[list[Cel]] = [
        [r.wanneer, tekstcel(r.handeling), r.dossier or "–", tekstcel(r.wie or "onbekend"), ""]
        for r in lijst.regels
    ]
    verhaal: Verhaal = [
        *hoofd(lijst.kop, "Wat alleen in de andere kluis is vastgelegd"),
        *regel_gevraagd(
            "Voer elke handeling opnieuw in of leg vast dat het niet nodig is. De inhoud staat niet op dit "
            "blad."
        ),
        *tabel(_KOPPEN, _BREEDTEN, rijen, Vorm(boven=3, onder=3.5)),
        *opmerking("Vernietig dit blad als alles is afgehandeld."),
    ]
    return build(lijst.kop, verhaal)

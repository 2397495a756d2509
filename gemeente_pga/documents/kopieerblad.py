# SPDX-License-Identifier: EUPL-1.2
"""The copy sheet: every question of a registration with what may be answered, or why it stays empty."""

from itertools import groupby

from reportlab.lib.units import mm

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Verhaal,
    alineas,
    hoofd,
    kop,
    opmerking,
    regel_gevraagd,
    samen,
    slot,
)
from gemeente_pga.documents.letters import escape
from gemeente_pga.documents.opmaak import BREEDTE, CEL, LABEL
from gemeente_pga.documents.tabel import Par, Rij, Tabel, Vorm
from gemeente_pga.domain.stukken import Kopieerblad, Kopieervak

_LABEL = 52 * mm
_VORM = Vorm(boven=2, onder=2.5, rijkoppen=(0,), heel_tot=120)


def render(gegevens: Kopieerblad, *, code: str = "") -> bytes:
    """The sheet as PDF."""
    verhaal = [
        *hoofd(gegevens.kop, f"Aanmelding bij {gegevens.ontvanger}"),
        *regel_gevraagd(
            "Neem elk vak over in het formulier van de ontvanger. Bij een leeg vak staat de reden."
        ),
        *opmerking(
            "In de volgorde van een aanmelding. Dit is geen formulier van één huis: vraagt hun formulier "
            "iets anders, "
            "dan vult u dat zelf in, op dezelfde grond. Wie de melder is, staat er niet in."
        ),
    ]
    for groep, vakken in groupby(gegevens.vakken, key=lambda vak: vak.groep):
        rijen = [Rij([[Par(escape(vak.vraag), LABEL)], _answer(vak)]) for vak in vakken]
        verhaal += samen(kop(groep, 2), [Tabel((_LABEL, BREEDTE - _LABEL), rijen, _VORM)])
    verhaal += opmerking("Maak geen kopie van dit blad. Vernietig het als de aanmelding binnen is.")
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _answer(vak: Kopieervak) -> Verhaal:
    if not vak.tekst:
        return opmerking(f"Leeg laten. {vak.leeg}")
    return [*alineas(vak.tekst, CEL), *opmerking(vak.leeg)]

# SPDX-License-Identifier: EUPL-1.2
"""The blank telephone note: one sheet to write on when the program is not at hand."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Verhaal, hoofd, kop, opmerking, samenvatting, slot, vetcel
from gemeente_pga.documents.invullen import Keuzes, Schrijfregels
from gemeente_pga.documents.opmaak import BREEDTE
from gemeente_pga.documents.tabel import Rij, Tabel, Vorm
from gemeente_pga.domain.stukken import TelefoonnotitieBlanco


def render(gegevens: TelefoonnotitieBlanco, *, code: str = "") -> bytes:
    """The blank note as PDF, on one page."""
    waar = f" bij {gegevens.contactpunt}" if gegevens.contactpunt else ""
    verhaal = [
        *hoofd(gegevens.kop, "Voor een melding die u telefonisch krijgt"),
        *samenvatting(
            gegevens.kop,
            "Een blanco notitie voor als het programma niet bij de hand is.",
            f"Vul in tijdens of direct na het gesprek. Leg de notitie dezelfde dag vast{waar}.",
            waarover="Een melding waar nog geen casus van is.",
        ),
        _form(
            [
                ("Ontvangen", "datum en tijd", [Schrijfregels(1)]),
                ("Aangenomen door", "", [Schrijfregels(1)]),
                ("Beller", "naam, functie, organisatie", [Schrijfregels(1)]),
                ("Terugbelnummer", "bel terug via bekend nummer", [Schrijfregels(1)]),
                ("Acuut gevaar?", "bij ja: nu 112, politie of OM", [Keuzes(["ja", "nee"])]),
                ("Naam noemen?", "mag betrokkene de naam weten", [Keuzes(["ja", "nee", "niet gevraagd"])]),
                ("Over wie gaat het?", "zoals de beller het zegt", [Schrijfregels(1)]),
            ]
        ),
        *kop("Wat zegt de beller?", 2),
        _form(
            [
                ("Zelf gezien of gehoord", "wat, waar, wanneer", [Schrijfregels(4)]),
                ("Van anderen gehoord", "van wie", [Schrijfregels(2)]),
                ("Wat de beller denkt", "", [Schrijfregels(2)]),
            ]
        ),
        _form(
            [
                ("Teruggebeld", "datum, tijd, via welk nummer", [Schrijfregels(1)]),
                ("Vastgelegd", "datum, tijd, door", [Schrijfregels(1)]),
            ]
        ),
        *opmerking("Vernietig dit blad zodra de notitie in het programma staat."),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _form(velden: Sequence[tuple[str, str, Verhaal]]) -> Tabel:
    rijen = [Rij([vetcel(label, ("", hulp)), inhoud]) for label, hulp, inhoud in velden]
    return Tabel((50 * mm, BREEDTE - 50 * mm), rijen, Vorm(boven=2, onder=3, lijnen=False, rijkoppen=(0,)))

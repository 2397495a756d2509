# SPDX-License-Identifier: EUPL-1.2
"""The copy as a paper: what is given, and one line for everything. Nothing that is left out comes in here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from gemeente_pga.domain.afschrift import (
    GEVEN,
    MASKEREN,
    Gegeven,
    Onderdeel,
    grondzin,
    in_woorden,
    is_dag,
    met_dag,
)
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Afschrift, Afschriftdeel, Afschriftveld, Briefdeel, Staat
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.afschrift import alles_over, is_code, journaalregel
from gemeente_pga.store.queries.brief import KLACHT, NIVEAU, POLITIE, RECHTEN, contactregel
from gemeente_pga.store.queries.kop import kop

_WAT = (
    "Dit is het afschrift bij het besluit op uw verzoek {nummer} van {datum}. Hierna staat eerst een lijst "
    "van alles wat er over u is. Per onderdeel leest u wat is weggelaten, en waarom. Daarna volgen de "
    "gegevens."
)
_BEZWAAR = "In de brief met het besluit leest u hoe u een bezwaarschrift stuurt."
_LEZEN = (
    "Staat er [naaste], [melder] of iets anders tussen haken? Daar is iets weggehaald. Getallen waarmee het "
    "programma stukken en namen controleert, staan er niet in."
)


def afschriftstuk(r: Lezer, regel: Verzoekregel, kader: Kader, op: date) -> Afschrift:
    """The copy for this request, with what is given now."""
    inhoud = regel.inhoud
    delen = [
        ("Wat dit is", _WAT.format(nummer=regel.nummer, datum=datum_lang(inhoud.ontvangen_op))),
        ("Hoe u dit leest", f"{_LEZEN} {journaalregel(r, regel.dossier_id or 0)}".strip()),
        ("Gegevens van de politie", POLITIE if inhoud.politiedelen else ""),
        ("Klopt iets niet?", f"{RECHTEN} {KLACHT}"),
        ("Niet mee eens", _BEZWAAR),
        ("Contact", contactregel(r, regel.gemeente_id)),
    ]
    hoofd = kop(
        r, kader, "Afschrift van uw gegevens", kenmerk=regel.nummer, datum=op, nummers=(regel.nummer,),
        nummersoort="Verzoek", staat=Staat.VASTGESTELD, dossier_id=regel.dossier_id,
    )  # fmt: skip
    return Afschrift(
        kop=replace(hoofd, vertrouwelijkheid=NIVEAU),
        aan=inhoud.verzoeker,
        adres=inhoud.contact,
        vooraf=tuple(Briefdeel(kop=naam, tekst=tekst) for naam, tekst in delen if tekst),
        delen=tuple(_deel(n, deel, kader) for n, deel in enumerate(alles_over(r, regel), 1)),
    )


def _deel(nummer: int, deel: Onderdeel, kader: Kader) -> Afschriftdeel:
    gegeven = [g for g in deel.gegevens if g.geldt is not None and g.geldt.uitkomst in {GEVEN, MASKEREN}]
    velden = (Afschriftveld(naam=g.naam, tekst=_leesbaar(g, kader)) for g in gegeven)
    return Afschriftdeel(
        nummer=nummer, titel=deel.titel, velden=tuple(velden), weggelaten=tuple(_weggelaten(deel))
    )


def _weggelaten(deel: Onderdeel) -> Iterator[str]:
    """A line per ground: everything of this part, or which fields."""
    per_grond: dict[str, list[str]] = {}
    for g in deel.gegevens:
        if g.geldt is not None and g.geldt.uitkomst != GEVEN:
            naam = g.naam.lower() + (" (deels)" if g.geldt.uitkomst == MASKEREN else "")
            per_grond.setdefault(g.geldt.grond, []).append(naam)
    for grond, namen in per_grond.items():
        alles = len(namen) == len(deel.gegevens) and not any(naam.endswith("(deels)") for naam in namen)
        yield f"{'Alles' if alles else ', '.join(namen).capitalize()}: {grondzin(grond)}"


def _leesbaar(gegeven: Gegeven, kader: Kader) -> str:
    """What is given of it, as a person reads it."""
    return in_leesbare_woorden(gegeven, gegeven.gegeven_tekst, kader)


def in_leesbare_woorden(gegeven: Gegeven, tekst: str, kader: Kader) -> str:
    """A day, a moment or a code as a person reads it; any other text as it is."""
    if is_dag(tekst):
        return met_dag(tekst)
    if tekst != gegeven.tekst or not is_code(gegeven.kolom, tekst):
        return tekst
    namen = {c.naam for lijst in kader.codelijsten for c in lijst.waarden if c.code == tekst}
    namen |= {g.naam for g in kader.alle_grondslagen if g.code == tekst}
    namen |= {c.korte_naam for c in kader.criteria if c.code == tekst}
    return namen.pop() if len(namen) == 1 else in_woorden(tekst)

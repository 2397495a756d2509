# SPDX-License-Identifier: EUPL-1.2
"""What asks attention: a mandate or an agreement that ends, a memo whose answer is due."""

from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.extern import WAARSCHUW
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.mandaat import BEVOEGDHEDEN, Mandaatregel, aflopend
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.extern import externe_partijen
from gemeente_pga.store.queries.fg import toetsen
from gemeente_pga.store.queries.mandaat import mandaten


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Mandates first, then agreements, then memos without an answer."""
    del kader
    mandaatpunten = [_mandaat(regel, vandaag) for regel in aflopend(mandaten(r), vandaag)[:PER_SOORT]]
    return [*mandaatpunten, *_extern(r, vandaag), *_memos(r, vandaag), *_toetsen(r)]


def _mandaat(regel: Mandaatregel, vandaag: date) -> Aandacht:
    tot = regel.inhoud.tot or vandaag
    gevolg = (
        "Tot er een nieuw mandaat is, tekent wie het gaf zelf."
        if tot < vandaag
        else "Vraag een nieuw besluit of trek het mandaat in."
    )
    waarom = f"{BEVOEGDHEDEN[regel.inhoud.bevoegdheid]}: geldig tot en met {datum_kort(tot)}. {gevolg}"
    wat = f"Mandaat van {regel.inhoud.nemer} {'verlopen' if tot < vandaag else 'loopt af'}"
    return Aandacht(Onderwerp.MANDAAT, wat, waarom, "inrichting", None, "mandaten", voor=tot)


def _extern(r: Lezer, vandaag: date) -> list[Aandacht]:
    """Soon over and not ended by hand; what is over receives nothing, and needs no more than that."""
    einden = [
        regel
        for regel in externe_partijen(r)
        if regel.beeindigd_op is None and vandaag <= regel.inhoud.tot <= vandaag + WAARSCHUW
    ]
    return [
        Aandacht(
            Onderwerp.MANDAAT,
            f"Overeenkomst met {midden_in_zin(regel.inhoud.naam)} loopt af",
            f"Loopt tot en met {datum_kort(regel.inhoud.tot)}. Daarna krijgt deze partij niets meer. "
            "Vraag terug wat er ligt.",
            "inrichting",
            None,
            "extern",
            voor=regel.inhoud.tot,
        )
        for regel in einden[:PER_SOORT]
    ]


def _memos(r: Lezer, vandaag: date) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT m.id, m.dossier_id, m.antwoord_voor, d.nummer FROM memo m "
        "JOIN dossier d ON d.id = m.dossier_id WHERE m.antwoord = '' AND m.antwoord_voor <= ? "
        "ORDER BY m.antwoord_voor LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.MANDAAT,
            f"Dossier {rij['nummer']}: antwoord op een memo",
            "Het antwoord had er al moeten zijn. Bel, en leg vast wat het is.",
            "dossier",
            rij["dossier_id"],
            f"memo:{rij['id']}",
            voor=date.fromisoformat(rij["antwoord_voor"]),
        )
        for rij in rijen
    ]


def _toetsen(r: Lezer) -> list[Aandacht]:
    """What the FG found and nobody answered."""
    return [
        Aandacht(
            Onderwerp.MANDAAT,
            f"Opvolging van de controle door de FG van {datum_kort(toets.inhoud.datum)}",
            "De FG vond iets. Leg vast wat u ermee hebt gedaan.",
            "toezicht",
            None,
            "opvolging",
            sinds=toets.inhoud.datum,
        )
        for toets in toetsen(r)[:PER_SOORT]
        if toets.wacht
    ]


BRON = Bureaubron(punten, frozenset({"mandaat", "externe_partij", "memo", "fg_toets", "fg_opvolging"}))

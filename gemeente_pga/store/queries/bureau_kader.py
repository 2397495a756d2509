# SPDX-License-Identifier: EUPL-1.2
"""What asks attention of the kader and of setting up: what is missing, what ends, a check that is due."""

from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderstand import aflopend, zin_loopt_af
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.poort import niet_gereed


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """All points about the kader and the ingebruikname."""
    return [*_ingebruikname(r), *_gronden(kader, vandaag), *_controle(r, kader, vandaag)]


def _ingebruikname(r: Lezer) -> list[Aandacht]:
    gemeenten = r.rows("SELECT id, naam FROM gemeente ORDER BY standaard DESC, naam LIMIT ?", PER_SOORT)
    return [
        Aandacht(
            Onderwerp.KADER,
            f"Ingebruikname afmaken: {rij['naam']}",
            f"Tot die tijd legt u alleen acuut gevaar vast. Nog te doen: {', '.join(ontbreekt)}.",
            "inrichting",
            None,
            "ingebruikname",
        )
        for rij in gemeenten
        if (ontbreekt := niet_gereed(r, rij["id"]))
    ]


def _gronden(kader: Kader, vandaag: date) -> list[Aandacht]:
    """A ground that ends soon: new items need another one from that day."""
    return [
        Aandacht(
            Onderwerp.KADER,
            f"Grondslag loopt af: {grondslag.naam}",
            f"{zin_loopt_af(grondslag, tot)} Vraag de jurist wat er komt.",
            "inrichting",
            None,
            "kader",
            voor=tot,
        )
        for grondslag, tot in aflopend(kader, vandaag)
    ]


def _controle(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Once a year somebody lays the kader beside the law: since it came into use, or since the last ronde."""
    termijn = kader.streeftermijn("kader_controle").periode
    gebruik = r.value("SELECT geactiveerd_op FROM kader WHERE actief = 1")
    if termijn is None or gebruik is None:
        return []
    ronde = r.value(
        "SELECT max(n.op) FROM vaststellingsronde n JOIN kader k ON k.id = n.kader_id WHERE k.actief = 1"
    )
    sinds = max(date.fromisoformat(str(gebruik)[:10]), date.fromisoformat(ronde or str(gebruik)[:10]))
    voor = termijn.after(sinds)
    if voor > vandaag:
        return []
    zin = f"Het laatst nagekeken op {datum_kort(sinds)}. Leg het met een jurist naast de wet van nu."
    return [
        Aandacht(Onderwerp.KADER, "Juridisch kader nakijken", zin, "inrichting", None, "kader", voor=voor)
    ]


BRON = Bureaubron(
    punten,
    frozenset({"ingebruikname", "gemeente", "instelling", "kader", "kaderwaarde", "vaststellingsronde"}),
)

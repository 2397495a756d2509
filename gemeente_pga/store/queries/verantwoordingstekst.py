# SPDX-License-Identifier: EUPL-1.2
"""What the verwerkingsregister and the DPIA are told: the settings of a municipality, and its kader."""

from datetime import date

from gemeente_pga.domain.kader import NIET_VASTGESTELD, VASTGESTELD, Bewaartermijn, Grondslag, Kader
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.verantwoordingstekst import NIET, Regel, Registerfeiten
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bsn import bsngebruik
from gemeente_pga.store.queries.extern import lopend
from gemeente_pga.store.queries.ingebruikname import punten
from gemeente_pga.store.queries.inrichting import GemeenteRij, partijen


def registerfeiten(r: Lezer, gemeente: GemeenteRij, kader: Kader, vandaag: date) -> Registerfeiten:
    """Everything as it stands today. What is not signed says so."""
    g = gemeente.gemeente
    return Registerfeiten(
        gemeente=g.naam,
        contactpunt=g.contactpunt,
        fg=g.fg,
        zvh=g.zvh,
        kader=f"{kader.titel}, {kader.genoemde_versie}",
        kaderstatus=_stand(kader.status),
        partners=tuple(p.partij.naam for p in partijen(r) if p.partij.actief),
        gronden=tuple(
            _grond(x) for x in kader.alle_grondslagen if x.soort != "grens" and x.is_valid(vandaag)
        ),
        termijnen=tuple(_termijn(x) for x in kader.bewaartermijnen),
        punten=tuple(
            Regel(p.naam, f"{p.punt.kenmerk}, {datum_kort(p.punt.op)}" if p.punt and p.punt.telt else "")
            for p in punten(r, gemeente.id)
        ),
        extern=tuple(f"{e.naam}, voor {e.waarvoor}" for e in lopend(r, vandaag)),
        bsn=bsngebruik(r).aan,
    )


def _grond(x: Grondslag) -> Regel:
    zeker = x.status != NIET_VASTGESTELD and x.artikel
    return Regel(x.naam, f"{x.wet}, {x.vindplaats}" if zeker else "")


def _termijn(x: Bewaartermijn) -> Regel:
    """Only a term that somebody signed for counts; a proposal is no term."""
    telt = x.termijn and x.status == VASTGESTELD
    return Regel(x.onderwerp, parse_periode(x.termijn).woorden if telt else "")


def _stand(status: str) -> str:
    return NIET if status == NIET_VASTGESTELD else status.replace("_", " ")

# SPDX-License-Identifier: EUPL-1.2
"""The last day to decide on a request, counted from receipt, with the source of the term.

What nobody looked up has no day: then the program asks for one instead of guessing. Weekends and holidays
make no term longer here, so that the day is never later than the law's.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.kader import NIET_VASTGESTELD, Kader, Streeftermijn
from gemeente_pga.domain.periode import Periode
from gemeente_pga.domain.tekst import datum_lang

AVG = frozenset({"inzage", "rectificatie", "gegevenswissing", "beperking", "bezwaar"})
"""Rights of the betrokkene under the AVG; codes of list verzoeksoort."""
BEZWAARSCHRIFT = "bezwaarschrift"
_TERMIJN = {"woo": "woo_besluit", "klacht": "klacht_afhandeling", BEZWAARSCHRIFT: "bezwaar_besluit"}
_TERMIJN |= dict.fromkeys(AVG, "verzoek_antwoord")
_VERLENGING = {"woo": "woo_verlenging"} | dict.fromkeys(AVG, "verzoek_verlenging")
_POLITIE, _INDIENEN = "verzoek_politiegegevens", "bezwaar_indienen"


@dataclass(frozen=True, slots=True)
class Termijndag:
    """datum None: the term was not established. politie: the day for the police to decide on their part."""

    datum: date | None
    bron: str
    vastgesteld: bool
    politie: date | None = None
    politiebron: str = ""

    @property
    def zin(self) -> str:
        """For the screen."""
        if self.datum is None:
            return "De termijn is niet vastgesteld. Vraag de jurist welke dag geldt en leg dat vast als stap."
        return f"Uiterlijk {datum_lang(self.datum)} beslist u ({self.bron})."


def uiterlijk(
    soort: str,
    ontvangen_op: date,
    kader: Kader,
    *,
    verlengd: bool = False,
    politiedelen: bool = False,
    indienen_voor: date | None = None,
) -> Termijndag:
    """The last day to decide. indienen_voor: of a bezwaarschrift, the end of the time to hand it in."""
    regel = kader.streeftermijn(_TERMIJN[soort]) if soort in _TERMIJN else None
    begin = indienen_voor if soort == BEZWAARSCHRIFT else ontvangen_op
    dag = _after(regel, begin)
    if verlengd and dag is not None:
        dag = _after(kader.streeftermijn(_VERLENGING[soort]), dag) if soort in _VERLENGING else None
    politie = kader.streeftermijn(_POLITIE) if politiedelen else None
    return Termijndag(
        datum=dag,
        bron=_bron(kader, regel) if dag and regel else "",
        vastgesteld=dag is not None,
        politie=_after(politie, ontvangen_op),
        politiebron=_bron(kader, politie) if politie else "",
    )


def may_extend(soort: str, kader: Kader) -> bool:
    """Is there an extension for this kind, and do we know how long?"""
    return soort in _VERLENGING and _periode(kader.streeftermijn(_VERLENGING[soort])) is not None


def rechtsmiddel_voor(bekendgemaakt_op: date, kader: Kader) -> date | None:
    """The last day to object to a decision; None as long as nobody established the term."""
    return _after(kader.streeftermijn(_INDIENEN), bekendgemaakt_op)


def herinneren_op(dag: date, kader: Kader) -> date:
    """From which day to remind of the last day."""
    periode = kader.streeftermijn("verzoek_herinnering").periode
    return periode.before(dag) if periode else dag


def _periode(regel: Streeftermijn) -> Periode | None:
    return None if regel.status == NIET_VASTGESTELD else regel.periode


def _after(regel: Streeftermijn | None, dag: date | None) -> date | None:
    periode = _periode(regel) if regel else None
    return periode.after(dag) if periode and dag else None


def _bron(kader: Kader, regel: Streeftermijn) -> str:
    return "; ".join(kader.toon_bron(bron) for bron in regel.bron)

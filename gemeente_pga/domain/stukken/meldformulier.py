# SPDX-License-Identifier: EUPL-1.2
"""The form with which somebody reports: blank, or with what the reporter said, to check and sign."""

from dataclasses import dataclass

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Meldformulier:
    """What the paper needs. ingevuld: with the words of the reporter; else every field is empty.
    telefonisch: said in a telephone call.

    Empty words for fg, kader or bewaartermijn: not established, and the paper says so.
    """

    kop: Kop
    contactpunt: str = ""
    fg: str = ""
    kader: str = ""
    bewaartermijn: str = ""
    ingevuld: bool = False
    telefonisch: bool = False
    ontvangen: str = ""
    zelf: str = ""
    wanneer: str = ""
    anderen: str = ""
    denkt: str = ""
    melder_naam: str = ""
    melder_functie: str = ""
    melder_contact: str = ""
    naam_noemen: str = ""

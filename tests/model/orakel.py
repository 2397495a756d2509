# SPDX-License-Identifier: EUPL-1.2
"""What the law and the method say, written from the state tables and not from the program.

No import of gemeente_pga: a rule that is wrong there must not be wrong here in the same way.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

HIER = ZoneInfo("Europe/Amsterdam")
# Signaal S1-S12: from -> to. Handing over and closing before the weging are formal steps that the table
# leaves out: that the person lives elsewhere may come to light late. None of them weighs anything.
SIGNAAL = {
    "ontvangen": ("formele_controle", "afgesloten"),
    "formele_controle": ("spoed_gemeld", "geagendeerd", "afgesloten", "overgedragen"),
    "spoed_gemeld": ("geagendeerd", "overgedragen"),
    "geagendeerd": ("in_weging", "afgesloten", "overgedragen"),
    "in_weging": ("nadere_informatie", "opgenomen", "doorgeleid", "afgesloten", "overgedragen"),
    "nadere_informatie": ("in_weging", "afgesloten"),
    "opgenomen": (),
    "doorgeleid": ("gesloten",),
    "afgesloten": ("gesloten",),
    "overgedragen": ("gesloten",),
    "gesloten": ("vernietigd",),
}
# Casus C1-C12. Reopening that is refused goes back to gesloten, or the old term would never end.
CASUS = {
    "opgenomen": ("voorbereiding",),
    "voorbereiding": ("casusoverleg_loopt", "afgesloten"),
    "casusoverleg_loopt": ("plan_vastgesteld", "afgesloten"),
    "plan_vastgesteld": ("in_uitvoering", "afgesloten"),
    "in_uitvoering": ("herbeoordeling", "casusoverleg_loopt", "afgesloten"),
    "herbeoordeling": ("casusoverleg_loopt", "in_uitvoering", "op_of_afgeschaald", "afgesloten"),
    "op_of_afgeschaald": ("in_uitvoering", "afgesloten"),
    "afgesloten": ("overgedragen", "gesloten"),
    "overgedragen": ("gesloten",),
    "gesloten": ("heropening_gevraagd", "vernietigd"),
    "heropening_gevraagd": ("voorbereiding", "gesloten"),
}
TABEL = {"signaal": SIGNAAL, "casus": CASUS}
GEVOLG = {
    "opnemen": "opgenomen",
    "niet_opnemen": "afgesloten",
    "doorgeleid": "doorgeleid",
    "nadere_informatie": "nadere_informatie",
    "overdragen": "overgedragen",
}
WEEGT_NOG = ("geagendeerd", "in_weging", "nadere_informatie")
SIGNAAL_DICHT = ("doorgeleid", "afgesloten", "overgedragen", "gesloten")
CASUS_DICHT = ("afgesloten", "overgedragen", "gesloten", "heropening_gevraagd")
TE_SLUITEN = ("doorgeleid", "afgesloten", "overgedragen")


def mag(soort: str, van: str, naar: str) -> bool:
    """May this state follow that one?"""
    return naar in TABEL[soort].get(van, ())


def maanden_na(dag: date, maanden: int) -> date:
    """So many months later; a day that the month does not have becomes its last day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def na(dag: date, termijn: str) -> date:
    """The day after an ISO period of one part."""
    aantal, eenheid = int(termijn[1:-1]), termijn[-1]
    if eenheid in "DW":
        return dag + timedelta(days=aantal * (7 if eenheid == "W" else 1))
    return maanden_na(dag, aantal * (12 if eenheid == "Y" else 1))


def voor(dag: date, termijn: str) -> date:
    """The day before it by the same count."""
    aantal, eenheid = int(termijn[1:-1]), termijn[-1]
    if eenheid in "DW":
        return dag - timedelta(days=aantal * (7 if eenheid == "W" else 1))
    return maanden_na(dag, -aantal * (12 if eenheid == "Y" else 1))


def lokaal(moment: datetime) -> datetime:
    """This moment as the clock on the wall here says it, with its offset."""
    return moment.astimezone(HIER)

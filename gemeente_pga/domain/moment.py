# SPDX-License-Identifier: EUPL-1.2
"""Moments: a day and a time of day as people type them, one text in the database, one way of saying them.

Hides how Dutch people write a time and that a moment carries the offset of its own day (summer, winter).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang

_TIJD = re.compile(r"(\d{1,2})(?:[.:u ](\d{2}))?(?: ?u(?:ur)?)?")
_VIER_CIJFERS = re.compile(r"(\d{2})(\d{2})")


def parse_tijd(tekst: str) -> time | None:
    """A time as people type it: 16.50, 16:50, 16u50, 1650, 9 uur. None when unreadable."""
    tekst = " ".join(tekst.casefold().split())
    treffer = _VIER_CIJFERS.fullmatch(tekst) or _TIJD.fullmatch(tekst)
    if treffer is None:
        return None
    uur, minuut = int(treffer[1]), int(treffer[2] or 0)
    return time(uur, minuut) if uur < 24 and minuut < 60 else None


def as_moment(dag: date, tijd: time) -> str:
    """As it stands in the database: local time with the offset of that day, in seconds."""
    return datetime.combine(dag, tijd).astimezone().isoformat(timespec="seconds")


def read_moment(moment: str) -> datetime:
    """Back from the database."""
    return datetime.fromisoformat(moment)


def moment_kort(moment: str) -> str:
    """8-9-2026, 16.42 uur. A date without a time stays a date."""
    if len(moment) <= len("2026-09-08"):
        return datum_kort(date.fromisoformat(moment))
    dag = read_moment(moment)
    return f"{datum_kort(dag)}, {dag:%H.%M} uur"


def moment_lang(moment: str) -> str:
    """8 september 2026, 16.42 uur."""
    if len(moment) <= len("2026-09-08"):
        return datum_lang(date.fromisoformat(moment))
    dag = read_moment(moment)
    return f"{datum_lang(dag)}, {dag:%H.%M} uur"


def check_tijd(veld: str, waarde: object, *, naam: str, verplicht: bool = False) -> time | Gebrek | None:
    """A time from a time field (time or None) or typed by hand."""
    if isinstance(waarde, time):
        return waarde.replace(microsecond=0, tzinfo=None)
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        return Gebrek(veld, f"Vul in: {naam}.") if verplicht else None
    tijd = parse_tijd(waarde) if isinstance(waarde, str) else None
    if tijd is None:
        return Gebrek(veld, f"{naam}: deze tijd is niet te lezen. Schrijf uren en minuten: 16.50.")
    return tijd


def lees_moment(
    lezer: Invoer, invoer: Mapping[str, object], dagveld: str, tijdveld: str, naam: str, nu: datetime
) -> str:
    """Day and time of something that happened: both needed, not later than now. Gebreken go to the lezer."""
    dag = lezer.datum(dagveld, naam, verplicht=True)
    tijd = check_tijd(tijdveld, invoer.get(tijdveld), naam=f"{naam} (tijd)", verplicht=True)
    if isinstance(tijd, Gebrek):
        lezer.gebreken.append(tijd)
    if dag is None or tijd is None or isinstance(tijd, Gebrek):
        return ""
    if dag == nu.date() and tijd.replace(second=0) > nu.time():
        lezer.gebrek(tijdveld, f"{naam}: deze tijd is nog niet geweest. Controleer dag en tijd.")
    return as_moment(dag, tijd)


def lees_tijd(lezer: Invoer, invoer: Mapping[str, object], veld: str, naam: str) -> str:
    """A time of day from a form, kept as `10:00` so that it sorts; "" when empty."""
    tijd = check_tijd(veld, invoer.get(veld), naam=naam)
    if isinstance(tijd, Gebrek):
        lezer.gebreken.append(tijd)
        return ""
    return f"{tijd:%H:%M}" if tijd else ""

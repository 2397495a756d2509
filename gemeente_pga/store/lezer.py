# SPDX-License-Identifier: EUPL-1.2
"""Reading: what a query function gets, inside an act or outside it; Python values become SQL values here."""

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from gemeente_pga.store.verbinding import SqlFout, Verbinding, Waarde

_LEESOPDRACHT = re.compile(r"\s*(SELECT|WITH|VALUES)\b", re.IGNORECASE)

Parameter = str | int | bytes | date | None


class Lezer(Protocol):
    """What every query function takes: a Reader, or the Writer of a running act."""

    def rows(self, sql: str, *params: Parameter) -> list[dict[str, Any]]:
        """All rows, each as column name -> value."""

    def row(self, sql: str, *params: Parameter) -> dict[str, Any] | None:
        """The first row; None when there is none."""

    def value(self, sql: str, *params: Parameter) -> Any:
        """The first column of the first row; None when there is none."""

    def leesbaar(self, dossier_id: int | None) -> bool:
        """May names and documents of this dossier be read? Always, but for the FG before a reason."""

    @property
    def oefening(self) -> bool:
        """Is this the practice kluis? Whoever opened it read that in the sealed header; no row says so."""


def naar_sql(waarde: object) -> Waarde:
    """The value as the database holds it; TypeError, without the value, for a kind no column has."""
    if waarde is None or isinstance(waarde, bytes):
        return waarde
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, bool):
        return int(waarde)
    if isinstance(waarde, datetime):
        return waarde.isoformat(timespec="seconds")
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, str | int):
        return waarde
    raise TypeError(f"no column holds a {type(waarde).__name__}")


def lees_dag(waarde: str | None) -> date | None:
    """A date column, or the day of a moment, as a date; empty stays None."""
    return date.fromisoformat(waarde[:10]) if waarde else None


class Leesdeel:
    """rows, row and value on a connection, as long as mag() does not raise."""

    def __init__(self, verbinding: Verbinding, mag: Callable[[], None]) -> None:
        self._verbinding = verbinding
        self._mag = mag

    def _lees(self, sql: str, params: tuple[Parameter, ...]) -> tuple[list[str], list[tuple[Any, ...]]]:
        self._mag()
        if not _LEESOPDRACHT.match(sql):
            raise SqlFout("GEEN LEESOPDRACHT", "", sql)
        return self._verbinding.lees_met_namen(sql, [naar_sql(p) for p in params])

    def rows(self, sql: str, *params: Parameter) -> list[dict[str, Any]]:
        namen, regels = self._lees(sql, params)
        return [dict(zip(namen, regel, strict=True)) for regel in regels]

    def row(self, sql: str, *params: Parameter) -> dict[str, Any] | None:
        namen, regels = self._lees(sql, params)
        return dict(zip(namen, regels[0], strict=True)) if regels else None

    def value(self, sql: str, *params: Parameter) -> Any:
        _, regels = self._lees(sql, params)
        return regels[0][0] if regels else None

    def leesbaar(self, dossier_id: int | None) -> bool:
        return True

    @property
    def oefening(self) -> bool:
        return self._verbinding.oefening


class Reader(Leesdeel):
    """The read door: SQLite itself refuses to write while it is open."""

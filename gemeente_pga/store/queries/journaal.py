# SPDX-License-Identifier: EUPL-1.2
"""The journaal as a reader wants it: what was done, when, by whom, to which dossier."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.journaalbestand import Bestandsregel
from gemeente_pga.store.lezer import Lezer


@dataclass(frozen=True, slots=True)
class Journaalregel:
    """One act. wijzigingen: which tables and fields it touched, never what was in them."""

    n: int
    code: str
    tijd: datetime
    wie: str
    dossiernummer: str
    onderwerp_soort: str
    reden: str
    resultaat: str
    slot: str
    versie: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; empty means all. Dates are local days, both included."""

    dossiernummer: str = ""
    code: str = ""
    vanaf: date | None = None
    tot: date | None = None


def journaal(
    r: Lezer, filter_: Filter, *, voor: int | None = None, maximum: int = 200
) -> list[Journaalregel]:
    """The acts that pass the filter, newest first; `voor` goes on below the act with that number."""
    waar, waarden = _voorwaarden(filter_)
    if voor is not None:
        waar.append("h.n < ?")
        waarden.append(voor)
    rijen = r.rows(
        "SELECT h.n, h.code, h.tijd, coalesce(g.naam, '') AS wie, coalesce(d.nummer, '') AS dossiernummer, "
        "coalesce(h.onderwerp_soort, '') AS onderwerp_soort, coalesce(h.reden, '') AS reden, h.resultaat, "
        "h.slot, h.versie FROM handeling h LEFT JOIN gebruiker g ON g.id = h.gebruiker_id "
        f"LEFT JOIN dossier d ON d.id = h.dossier_id {_waar(waar)} ORDER BY h.n DESC LIMIT ?",
        *waarden,
        maximum,
    )
    return [Journaalregel(**rij | {"tijd": datetime.fromisoformat(rij["tijd"])}) for rij in rijen]


def aantal(r: Lezer, filter_: Filter) -> int:
    """How many acts pass the filter."""
    waar, waarden = _voorwaarden(filter_)
    return int(
        r.value(
            "SELECT count(*) FROM handeling h LEFT JOIN dossier d ON d.id = h.dossier_id " + _waar(waar),
            *waarden,
        )
    )


def bestandsregels(r: Lezer, filter_: Filter) -> list[Bestandsregel]:
    """The acts that pass the filter, oldest first, as they go into a file."""
    waar, waarden = _voorwaarden(filter_)
    rijen = r.rows(
        "SELECT h.n AS nummer, h.tijd AS tijd_utc, h.code AS handeling, coalesce(g.naam, '') AS wie, "
        "h.slot AS geopend_met, h.onderwerp_soort AS soort, h.onderwerp_id AS id, "
        "coalesce(d.nummer, '') AS dossier, coalesce(h.reden, '') AS reden, h.resultaat, "
        "h.herkomst, h.versie AS programmaversie, k.h AS ketenwaarde FROM handeling h "
        "JOIN ketting k ON k.n = h.n LEFT JOIN gebruiker g ON g.id = h.gebruiker_id "
        f"LEFT JOIN dossier d ON d.id = h.dossier_id {_waar(waar)} ORDER BY h.n",
        *waarden,
    )
    return [_bestandsregel(**rij) for rij in rijen]


def _bestandsregel(*, soort: str | None, id: int | None, ketenwaarde: bytes, **rij: Any) -> Bestandsregel:
    """Put together here: SQLite wipes every piece of memory it lets go, so text is dear there."""
    return Bestandsregel(
        **rij,
        omschrijving=act_zin(rij["handeling"]),
        onderwerp=f"{soort or ''} {id or ''}".strip(),
        ketenwaarde=ketenwaarde.hex(),
    )


def is_geexporteerd(r: Lezer, sha256: str) -> bool:
    """Was a file with this hash made by this kluis?"""
    return bool(r.value("SELECT count(*) FROM journaal_export WHERE sha256 = ?", sha256))


def act_zin(code: str) -> str:
    """The sentence of an act; the code itself when this program does not know it."""
    try:
        return Handeling.van_code(code).zin
    except KeyError:
        return code


def gebruikte_codes(r: Lezer) -> list[str]:
    """The codes of acts that occur in this journaal."""
    return [rij["code"] for rij in r.rows("SELECT DISTINCT code FROM handeling")]


def wijzigingen(r: Lezer, n: int) -> list[tuple[str, str, str]]:
    """What act n touched: (table, kind of change, names of fields)."""
    rijen = r.rows(
        "SELECT tabel, soort, velden, count(*) AS aantal FROM wijziging WHERE handeling = ? "
        "GROUP BY tabel, soort, velden ORDER BY min(id)",
        n,
    )
    return [(rij["tabel"], rij["soort"], rij["velden"]) for rij in rijen]


def _voorwaarden(filter_: Filter) -> tuple[list[str], list[str | int]]:
    waar: list[str] = []
    waarden: list[str | int] = []
    if filter_.dossiernummer:
        waar.append("d.nummer = ?")
        waarden.append(filter_.dossiernummer)
    if filter_.code:
        waar.append("h.code = ?")
        waarden.append(filter_.code)
    if filter_.vanaf:
        waar.append("h.tijd >= ?")
        waarden.append(_utc(filter_.vanaf))
    if filter_.tot:
        waar.append("h.tijd < ?")
        waarden.append(_utc(filter_.tot + timedelta(days=1)))
    return waar, waarden


def _waar(delen: list[str]) -> str:
    return f"WHERE {' AND '.join(delen)}" if delen else ""


def _utc(dag: date) -> str:
    """Midnight at the start of this local day, as the log writes its times."""
    return datetime.combine(dag, time()).astimezone(UTC).isoformat(timespec="milliseconds")

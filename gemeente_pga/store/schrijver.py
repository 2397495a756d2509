# SPDX-License-Identifier: EUPL-1.2
"""What an act may do to the tables: insert, update, delete, discard a concept. Never a cursor.

Hides ids, recording dates, salts of dossiers, conversion of values and the upkeep of the search index.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from gemeente_pga.store import journaal
from gemeente_pga.store.lezer import Leesdeel, Parameter, naar_sql
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.schema import ZOEKBAAR
from gemeente_pga.store.verbinding import Verbinding, Waarde

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Rij = Mapping[str, Any] | DataclassInstance

_ID_BITS = 62
_ZOUT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What the log holds about a finished act."""

    n: int
    h: bytes

    @property
    def code(self) -> str:
        """The control code that goes on paper."""
        return journaal.controlecode(self.n, self.h)


class Writer(Leesdeel):
    """The running act. onderwerp, dossier_id, reden and resultaat may be set until the act ends."""

    def __init__(
        self,
        verbinding: Verbinding,
        tabellen: Mapping[str, tuple[str, ...]],
        *,
        n: int,
        vastgelegd_op: str,
        onderwerp: tuple[str, int] | None,
        dossier_id: int | None,
        reden: str | None,
    ) -> None:
        super().__init__(verbinding, self._moet_open_zijn)
        self._tabellen = tabellen
        self.vastgelegd_op = vastgelegd_op
        self._open = True
        self._uitslag: Uitslag | None = None
        self.sporen = False  # whether this act takes away texts that may not stay on the disk
        self.gewijzigd: frozenset[str] = frozenset()  # the tables that the act changed, once it has ended
        self.n = n
        self.onderwerp = onderwerp
        self.dossier_id = (
            dossier_id  # None: the dossier of the changed rows, when they are all of one dossier
        )
        self.reden = reden
        self.resultaat = "gelukt"

    # ---- changing

    def insert(self, tabel: str, rij: "Rij", **extra: object) -> int:
        """Add a row and return its id; extra adds or replaces columns of rij."""
        waarden = self._waarden(tabel, rij, extra)
        if waarden.get("id") is not None:
            raise ValueError("ids are made by the store")
        return self._voeg_toe(tabel, secrets.randbits(_ID_BITS) or 1, waarden)

    def adopt(self, tabel: str, rij_id: int, rij: "Rij") -> None:
        """Add a row of another kluis under the id that it had there: ids are random, so it means that row."""
        if not 0 < rij_id < 1 << _ID_BITS:
            raise ValueError("no id that a store makes")
        self._voeg_toe(tabel, rij_id, self._waarden(tabel, rij, {}))

    def _voeg_toe(self, tabel: str, rij_id: int, waarden: dict[str, Waarde]) -> int:
        waarden["id"] = rij_id
        namen = self._tabellen[tabel]
        if "vastgelegd_op" in namen and waarden.get("vastgelegd_op") is None:
            waarden["vastgelegd_op"] = self.vastgelegd_op
        if tabel == "dossier" and waarden.get("zout") is None:
            waarden["zout"] = secrets.token_bytes(_ZOUT_BYTES)
        kolommen, vragen = ", ".join(waarden), ", ".join("?" * len(waarden))
        self._verbinding.doe(f"INSERT INTO {tabel} ({kolommen}) VALUES ({vragen})", tuple(waarden.values()))
        self._werk_index_bij(tabel, rij_id)
        return rij_id

    def update(self, tabel: str, rij_id: int, rij: "Rij", **extra: object) -> None:
        """Change columns of an existing row; LookupError when there is no such row."""
        waarden = self._waarden(tabel, rij, extra)
        waarden.pop("id", None)
        if waarden.get("vastgelegd_op", "") is None:
            del waarden["vastgelegd_op"]
        if not waarden:
            return
        toekenning = ", ".join(f"{kolom} = ?" for kolom in waarden)
        aantal = self._verbinding.doe(
            f"UPDATE {tabel} SET {toekenning} WHERE id = ?", (*waarden.values(), rij_id)
        )
        self._moet_een_zijn(tabel, aantal)
        if set(waarden) & {"dossier_id", *ZOEKBAAR.get(tabel, ())}:
            self._werk_index_bij(tabel, rij_id)

    def delete(self, tabel: str, rij_id: int) -> None:
        """Remove a row, from the search index too; LookupError when there is no such row."""
        self._moet_bestaan(tabel)
        self._moet_een_zijn(tabel, self._verbinding.doe(f"DELETE FROM {tabel} WHERE id = ?", (rij_id,)))
        if tabel in ZOEKBAAR:
            self._verbinding.doe("DELETE FROM zoekindex WHERE rowid = ?", (rij_id,))

    def discard_concept(self, soort: str, sleutel: str = "") -> None:
        """Throw away the unfinished typing that this act fulfils."""
        self._moet_open_zijn()
        self._verbinding.doe("DELETE FROM concept WHERE soort = ? AND sleutel = ?", (soort, sleutel))

    def clear_traces(self) -> None:
        """What this act takes away must be gone from the disk too, once it has been recorded."""
        self._moet_open_zijn()
        self._verbinding.doe("INSERT INTO sporen (sinds) VALUES (?)", (self.vastgelegd_op,))
        self.sporen = True

    @property
    def uitslag(self) -> Uitslag:
        """Number, chain value and control code; only after the with block."""
        if self._uitslag is None:
            raise RuntimeError("the act has not been recorded")
        return self._uitslag

    # ---- for the store

    def sluit(self) -> None:
        self._open = False

    def rond_af(self, uitslag: Uitslag, gewijzigd: frozenset[str]) -> None:
        self._uitslag, self.gewijzigd = uitslag, gewijzigd

    # ---- inside

    def _lees(self, sql: str, params: tuple[Parameter, ...]) -> tuple[list[str], list[tuple[Any, ...]]]:
        with self._verbinding.in_ruimte(Ruimte.LEZEN):
            return super()._lees(sql, params)

    def _moet_open_zijn(self) -> None:
        if not self._open:
            raise RuntimeError("this act has ended")

    def _moet_bestaan(self, tabel: str) -> None:
        self._moet_open_zijn()
        if tabel not in self._tabellen:
            raise LookupError(f"no act can change a table {tabel!r}")

    @staticmethod
    def _moet_een_zijn(tabel: str, aantal: int) -> None:
        if aantal != 1:
            raise LookupError(f"no such row in {tabel}")

    def _waarden(self, tabel: str, rij: "Rij", extra: Mapping[str, object]) -> dict[str, Waarde]:
        """Column -> value, every name checked against the live table."""
        self._moet_bestaan(tabel)
        if isinstance(rij, Mapping):
            gegeven: dict[str, object] = dict(rij)
        elif is_dataclass(rij) and not isinstance(rij, type):
            gegeven = {veld.name: getattr(rij, veld.name) for veld in fields(rij)}
        else:
            raise TypeError(f"a row is a dataclass or a mapping, not a {type(rij).__name__}")
        gegeven |= extra
        waarden: dict[str, Waarde] = {}
        for kolom, waarde in gegeven.items():
            if kolom not in self._tabellen[tabel]:
                raise LookupError(f"table {tabel} has no column {kolom!r}")
            try:
                waarden[kolom] = naar_sql(waarde)
            except TypeError as fout:
                raise TypeError(f"{tabel}.{kolom}: {fout}") from None
        return waarden

    def _werk_index_bij(self, tabel: str, rij_id: int) -> None:
        """Make the row findable as it is now. Its id serves the index too: ids are random, hence unique."""
        kolommen = ZOEKBAAR.get(tabel)
        if kolommen is None:
            return
        self._verbinding.doe("DELETE FROM zoekindex WHERE rowid = ?", (rij_id,))
        dossier = "id" if tabel == "dossier" else "dossier_id"
        regel = self._verbinding.lees(
            f"SELECT {dossier}, {', '.join(kolommen)} FROM {tabel} WHERE id = ?", (rij_id,)
        )
        dossier_id, *teksten = regel[0]
        tekst = "\n".join(t for t in teksten if t)
        if tekst:
            self._verbinding.doe(
                "INSERT INTO zoekindex (rowid, tekst, dossier_id, tabel, rij) VALUES (?, ?, ?, ?, ?)",
                (rij_id, tekst, dossier_id, tabel, rij_id),
            )

# SPDX-License-Identifier: EUPL-1.2
"""Somebody who has every key and the whole program, and works on the files outside it."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.merk import Merk
from gemeente_pga.store import journaal
from gemeente_pga.store.logsleutels import lees_logsleutels
from gemeente_pga.store.verbinding import Verbinding
from tests.fouten import stand


class Inbreker:
    """An open kluis folder without any rule of the program; use it in a with-block."""

    def __init__(self, map_: Path) -> None:
        self._plek = map_ / "kluis"
        self._sleutels = Kluis.lees(self._plek, grenzen=stand.RUIM).open_met_wachtzin(stand.WACHTZIN)
        self.conn = sqlcipher.connect(str(self._plek / bestanden.DATABASE), isolation_level=None)
        tekst = f"x'{self._sleutels.k_db.hex()}{self._sleutels.db_zout.hex()}'"
        self.conn.set_key(bytearray(tekst.encode()))
        self._triggers: list[tuple[str, str]] = []

    def __enter__(self) -> "Inbreker":
        vraag = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        self._triggers = self.conn.execute(vraag).fetchall()
        self.conn.execute("BEGIN")
        for naam, _ in self._triggers:
            self.conn.execute(f"DROP TRIGGER {naam}")
        return self

    def __exit__(self, *_: object) -> None:
        """The triggers come back word for word, so that the schema tells nothing."""
        for _naam, sql in self._triggers:
            self.conn.execute(sql)
        self.conn.execute("COMMIT")
        self.conn.close()

    def doe(self, sql: str, *params: Any) -> None:
        self.conn.execute(sql, params)

    def waarde(self, sql: str, *params: Any) -> Any:
        return self.conn.execute(sql, params).fetchone()[0]

    def herketen(self, van: int) -> None:
        """Compute the chain anew from this act on, with the real key of the log."""
        v = Verbinding(self.conn)
        sleutels = lees_logsleutels(v, bytes(self._sleutels.k_log))
        einde = self.waarde("SELECT max(n) FROM handeling")
        self.doe("DELETE FROM ketting WHERE n >= ?", van)
        for n in range(van, einde + 1):
            journaal.smeed(v, sleutels, n)

    def herschrijf_merk(self) -> None:
        """Make the mark agree with what the chain says now."""
        n, h = self.conn.execute("SELECT n, h FROM ketting ORDER BY n DESC LIMIT 1").fetchone()
        Merk(self._plek, self._sleutels.kluis_id, self._sleutels.k_mark).begin(n, h)

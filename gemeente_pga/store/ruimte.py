# SPDX-License-Identifier: EUPL-1.2
"""What the connection may do at this moment: acts, reading, building or maintenance.

Hides SQLite's authorizer. Nothing else may attach a file, change a setting or load an extension.
"""

from enum import Enum, auto

import sqlcipher3.dbapi2 as sqlcipher


class Ruimte(Enum):
    """What may be prepared on the connection now."""

    GEWOON = auto()  # acts and reading
    LEZEN = auto()  # reading inside an act
    BOUW = auto()  # making or migrating the schema
    ONDERHOUD = auto()  # backup and checks


_TOEGESTAAN: int = sqlcipher.SQLITE_OK
_GEWEIGERD: int = sqlcipher.SQLITE_DENY
_VERBODEN_FUNCTIES = frozenset({"load_extension", "sqlcipher_export", "fts3_tokenizer"})
_SCHRIJVEN = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE})
_SOORTEN = "INDEX TABLE TRIGGER VIEW VTABLE TEMP_INDEX TEMP_TABLE TEMP_TRIGGER TEMP_VIEW"
_BOUWEN = frozenset(
    getattr(sqlcipher, f"SQLITE_{werk}_{soort}")
    for werk in ("CREATE", "DROP")
    for soort in _SOORTEN.split(" ")
) | {sqlcipher.SQLITE_ALTER_TABLE, sqlcipher.SQLITE_REINDEX, sqlcipher.SQLITE_ANALYZE}
_LEESPRAGMAS = frozenset({"data_version", "query_only"})
_BOUWPRAGMAS = _LEESPRAGMAS | {"user_version", "table_info", "table_list", "quick_check"}
_ONDERHOUDPRAGMAS = _BOUWPRAGMAS | {
    "cipher_integrity_check", "page_count", "page_size", "shrink_memory", "journal_size_limit",
}  # fmt: skip


class Wacht:
    """The authorizer: SQLite asks it about every part of a statement that is being prepared."""

    def __init__(self) -> None:
        self.ruimte = Ruimte.BOUW
        self.mag_kopie = False  # a copy may be made or attached: only while the backup does exactly that

    def __call__(self, actie: int, eerste: str | None, tweede: str | None, *_: str | None) -> int:
        return _TOEGESTAAN if self._mag(actie, eerste or "", tweede or "") else _GEWEIGERD

    def _mag(self, actie: int, eerste: str, tweede: str) -> bool:
        if actie in (sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH):
            return self.ruimte is Ruimte.ONDERHOUD and self.mag_kopie
        if actie == sqlcipher.SQLITE_PRAGMA:
            return eerste.lower() in self._pragmas()
        if actie == sqlcipher.SQLITE_FUNCTION:
            return tweede.lower() not in _VERBODEN_FUNCTIES
        if actie in _BOUWEN:
            return self.ruimte is Ruimte.BOUW or (self.ruimte is Ruimte.ONDERHOUD and self.mag_kopie)
        if actie in _SCHRIJVEN:
            return self.ruimte is not Ruimte.LEZEN
        return True

    def _pragmas(self) -> frozenset[str]:
        if self.ruimte is Ruimte.ONDERHOUD:
            return _ONDERHOUDPRAGMAS
        return _BOUWPRAGMAS if self.ruimte is Ruimte.BOUW else _LEESPRAGMAS

# SPDX-License-Identifier: EUPL-1.2
"""Files that hold many people at once: tables, address books, exports. The program takes none of them in."""

from pathlib import PurePath
from typing import Final

LIJSTEN: Final = frozenset(
    {
        *(".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers"),
        *(".vcf", ".vcard", ".ldif", ".json", ".jsonl", ".xml", ".sqlite", ".db", ".mdb", ".accdb"),
    }
)
GEEN_LIJST: Final = (
    "Een tabel of adressenlijst neemt het programma niet op: iedereen komt apart binnen, met een eigen "
    "signaal. Is dit een stuk over één persoon? Maak er dan een PDF van en voeg die toe."
)


def is_lijst(naam: str) -> bool:
    """Is this by its name a file with many people in it?"""
    return PurePath(naam.strip().casefold()).suffix in LIJSTEN

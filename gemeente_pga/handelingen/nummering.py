# SPDX-License-Identifier: EUPL-1.2
"""Running numbers that a kluis gives: to dossiers, meetings, requests, breaches and lists of destruction."""

from gemeente_pga.store.schrijver import Writer


def next_nummer(w: Writer, tabel: str, begin: str, cijfers: int) -> str:
    """O2026-07 after O2026-06: the number after the highest that this kluis gave with this begin.

    Counted as a number, so that 100 comes after 99. What came in from another municipality keeps its own
    number with the name of the sender behind it, and does not count.
    """
    hoogste = w.value(
        f"SELECT max(CAST(substr(nummer, ?) AS INTEGER)) FROM {tabel} "  # noqa: S608  a table of ours
        "WHERE nummer GLOB ? AND instr(nummer, ' ') = 0",
        len(begin) + 1,
        f"{begin}[0-9]*",
    )
    return f"{begin}{int(hoogste or 0) + 1:0{cijfers}d}"

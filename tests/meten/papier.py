# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every page of every kind of document: python -m tests.meten.papier MAP. Part of dev.py shots.

The samples hold each kind; the practice kluis adds what its acts made.
"""

import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pypdfium2

from gemeente_pga.documents import render, render_herstelblad, render_overdoenlijst, render_zakgids
from tests.documents.test_herstelblad import KOP, blad
from tests.documents.test_overdoenlijst import lijst
from tests.documents.test_zakgids import zakgids
from tests.documents.voorbeeld_dossier import VOORBEELDEN

MAP = "papier"
_SCHAAL = 100 / 72


def papieren() -> Iterator[tuple[str, bytes]]:
    """(name, PDF): a sample of every kind, and everything that the practice kluis keeps."""
    from tests.verapdf.stukken import practice_pdfs

    yield from monsters()
    yield from practice_pdfs()


def monsters() -> Iterator[tuple[str, bytes]]:
    """(name, PDF) of the samples only."""
    for naam, voorbeeld in VOORBEELDEN.items():
        yield f"voorbeeld-{naam}", render(*voorbeeld)
    yield "herstelblad", render_herstelblad(blad(1), KOP)
    yield "overdoenlijst", render_overdoenlijst(lijst(60))
    yield "zakgids", render_zakgids(zakgids())


def teken(doel: Path, alleen: str = "*") -> int:
    """Draw the pages as MAP/papier/NAME-PAGE.png; how many there are."""
    aantal = 0
    for naam, pdf in papieren():
        if not fnmatchcase(f"papier-{naam}", alleen):
            continue
        (doel / MAP).mkdir(parents=True, exist_ok=True)
        with pypdfium2.PdfDocument(pdf) as document:
            for nummer, bladzijde in enumerate(document, start=1):
                beeld = bladzijde.render(scale=_SCHAAL).to_pil()
                beeld.save(doel / MAP / f"{naam}-{nummer:02}.png")
                aantal += 1
    return aantal


if __name__ == "__main__":
    print(f"{teken(Path(sys.argv[1]), *sys.argv[2:])} bladzijden")

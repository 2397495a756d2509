# SPDX-License-Identifier: EUPL-1.2
"""The PDFs to check: every kind and edition, odd text in every field, and some that must be refused."""

import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf
from PIL import Image

from gemeente_pga.documents import (
    render,
    render_exemplarenlijst,
    render_herstelblad,
    render_overdoenlijst,
    render_zakgids,
    stamp,
)
from gemeente_pga.domain.stukken import SOORTEN
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.store.store import Store
from tests.documents.test_exemplaar import STEMPEL, exemplarenlijst, voorblad
from tests.documents.test_herstelblad import KOP, blad
from tests.documents.test_overdoenlijst import lijst
from tests.documents.test_vijandig import CODES, VAST, VIJANDIG
from tests.documents.test_zakgids import zakgids
from tests.documents.voorbeeld_dossier import CODE, VOORBEELDEN
from tests.documents.voorbeeld_weging import WEGING
from tests.documents.vullen import Vuller, walk_texts
from tests.meten.vulling import begin_kluis
from tests.store.bouw import K_DB, K_LOG, NAAM, NU, WIE, ZOUT, open_kluis

_MOMENT = datetime(2026, 11, 4, 9, 0, tzinfo=UTC)
_IN_DE_KLUIS = "SELECT soort, pdf FROM document WHERE pdf IS NOT NULL ORDER BY soort, id"


def all_pdfs() -> Iterator[tuple[str, bytes]]:
    """(name, PDF) of everything that must be approved of."""
    yield from practice_pdfs()
    for naam, voorbeeld in VOORBEELDEN.items():
        yield f"voorbeeld-{naam}", (pdf := render(*voorbeeld))
        yield f"exemplaar-{naam}", stamp(pdf, STEMPEL, voorblad=voorblad(2))
    weging = replace(WEGING, kop=replace(WEGING.kop, logo=_logo(), accentkleur="#ffdd00"))
    yield "huisstijl", render("weegverslag", weging, CODE)
    yield "herstelblad", render_herstelblad(blad(1), KOP)
    yield "verdeellijst", render_exemplarenlijst(exemplarenlijst(60))
    yield "overdoenlijst", render_overdoenlijst(lijst(60))
    yield "zakgids", render_zakgids(zakgids())
    alles = " ".join(getypt for getypt, _ in VIJANDIG.values())
    for soort in sorted(SOORTEN):
        stuk = Vuller(VAST).fill(SOORTEN[soort])
        vijandig = walk_texts(stuk, lambda oud, plek: oud if plek in CODES else f"{oud} {alles}")
        yield f"vijandig-{soort}", render(soort, vijandig, "CODE-1")


def _logo() -> bytes:
    """As it is kept after reading a file."""
    uit = io.BytesIO()
    Image.new("RGB", (600, 200), (11, 110, 79)).save(uit, "PNG")
    return uit.getvalue()


def practice_pdfs() -> Iterator[tuple[str, bytes]]:
    """What the practice kluis keeps, made by the same acts as at the screens."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_, NAAM)
        Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU).close()
        store = open_kluis(pad)
        try:
            begin_kluis(store, read_kader(), _MOMENT)
            with store.reader() as lezer:
                rijen = lezer.rows(_IN_DE_KLUIS)
        finally:
            store.close()
    for nummer, rij in enumerate(rijen, start=1):
        yield f"oefenkluis-{nummer:02}-{rij['soort']}", bytes(rij["pdf"])


def broken_pdfs() -> Iterator[tuple[str, bytes]]:
    """(name, PDF) of documents that look the same, but that no archive and no screen reader can use."""
    goed = render(*VOORBEELDEN["casuskaart"])
    for naam, breek in _BREUKEN.items():
        yield f"kapot-{naam}", _changed(goed, breek)


def _changed(inhoud: bytes, breek: Callable[[Pdf], None]) -> bytes:
    uit = io.BytesIO()
    with Pdf.open(io.BytesIO(inhoud)) as pdf:
        breek(pdf)
        pdf.save(uit)
    return uit.getvalue()


def _without_structure(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _without_fonts(pdf: Pdf) -> None:
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and Name.FontFile2 in ding:
            del ding[Name.FontFile2]


def _without_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


_BREUKEN = {
    "zonder-structuur": _without_structure,
    "zonder-lettertypen": _without_fonts,
    "zonder-kenmerken": _without_metadata,
}

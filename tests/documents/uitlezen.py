# SPDX-License-Identifier: EUPL-1.2
"""Everything a PDF holds as text, wherever it stands: pages, streams, strings, annotations, metadata."""

import io
from collections.abc import Iterator

import pikepdf

from tests.documents.lezen import page_texts, squeezed


def all_text(pdf: bytes) -> str:
    """All of it in one string without spaces; what is only on the page comes from the fonts' own tables."""
    with pikepdf.open(io.BytesIO(pdf)) as bestand:
        delen = [
            *page_texts(pdf),
            *_objects(bestand),
            str(bestand.trailer.get("/Info", "")),
            pdf.decode("latin-1"),
        ]
        delen += [f"{sleutel} {waarde}" for sleutel, waarde in bestand.docinfo.items()]
        delen.append(str(bestand.open_metadata()))
    return squeezed("\n".join(delen))


def _objects(bestand: pikepdf.Pdf) -> Iterator[str]:
    for ding in bestand.objects:
        yield from _strings(ding)
        if isinstance(ding, pikepdf.Stream):
            ruw = ding.read_bytes()
            yield ruw.decode("latin-1")
            yield ruw.decode("utf-16-be", "ignore")
            yield ruw.decode("utf-8", "ignore")


def _strings(ding: object) -> Iterator[str]:
    """Every string in this object; references are objects of the file themselves."""
    if isinstance(ding, pikepdf.String):
        yield str(ding)
    elif isinstance(ding, pikepdf.Stream | pikepdf.Dictionary):
        for sleutel in ding.keys():  # noqa: SIM118 - a pikepdf dictionary iterates otherwise
            waarde = ding[sleutel]
            if not (isinstance(waarde, pikepdf.Object) and waarde.is_indirect):
                yield from _strings(waarde)
    elif isinstance(ding, pikepdf.Array):
        for waarde in ding:
            if not (isinstance(waarde, pikepdf.Object) and waarde.is_indirect):
                yield from _strings(waarde)

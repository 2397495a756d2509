# SPDX-License-Identifier: EUPL-1.2
"""PDF documents, made in memory from frozen data objects.

Importing this package is cheap: reportlab and pikepdf come in when the first document is rendered.
"""

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken import SOORTEN, Kop, Meldformulier, Stuk
from gemeente_pga.domain.stukken.waarneming import Overdoenlijst


def render(soort: str, gegevens: Stuk, code: str = "") -> bytes:
    """The PDF of a document of this kind (a key of SOORTEN). Same data and code, same bytes."""
    if not isinstance(gegevens, SOORTEN[soort]):
        raise TypeError(f"{soort} is not made from {type(gegevens).__name__}")
    from gemeente_pga.documents.register import render_stuk

    return render_stuk(gegevens, code)


def render_herstelblad(blad: Herstelblad, kop: Kop) -> bytes:
    """The PDF of a herstelblad. It is never kept: the kluis must not hold its own code."""
    from gemeente_pga.documents import herstelblad

    return herstelblad.render(blad, kop)


def render_overdoenlijst(lijst: Overdoenlijst) -> bytes:
    """The PDF of a list of acts to be entered again. It is not kept: the kluis holds the acts themselves."""
    from gemeente_pga.documents import waarneming

    return waarneming.render(lijst)


def render_meldformulier(formulier: Meldformulier) -> bytes:
    """The blank form to type in. It is about nobody, so it is made anew each time and not kept."""
    from gemeente_pga.documents import meldformulier

    return meldformulier.render(formulier)


def read_formulier(inhoud: bytes) -> dict[str, str] | Gebrek | None:
    """What a reporter filled in; a Gebrek when it may not be read; None when it is no meldformulier of "
    "ours."""
    from gemeente_pga.documents import formulierlezing

    return formulierlezing.read_formulier(inhoud)


def is_pdf(inhoud: bytes) -> bool:
    """Whether a file from elsewhere is a PDF that opens without a password."""
    from gemeente_pga.documents.lezing import has_pages

    return has_pages(inhoud)

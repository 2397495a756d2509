# SPDX-License-Identifier: EUPL-1.2
"""PDF documents, made in memory from frozen data objects.

Importing this package is cheap: reportlab and pikepdf come in when the first document is rendered.
"""

from gemeente_pga.domain.exemplaar import Opdruk, Stempel
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken import SOORTEN, Kop, Stuk
from gemeente_pga.domain.stukken.exemplaar import Exemplarenlijst, Voorblad
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


def render_voorblad(blad: Voorblad) -> bytes:
    """The PDF of the sheet in front of one copy, without its number yet."""
    from gemeente_pga.documents import exemplarenlijst

    return exemplarenlijst.render_voorblad(blad)


def render_exemplarenlijst(lijst: Exemplarenlijst) -> bytes:
    """The PDF of a list of copies with their holders. It is not kept: the register holds the same."""
    from gemeente_pga.documents import exemplarenlijst

    return exemplarenlijst.render_lijst(lijst)


def stamp(pdf: bytes, stempel: Stempel, *, vreemd: bool = False, voorblad: Voorblad | None = None) -> bytes:
    """This PDF as that copy: number and holder on every page. vreemd: others made it. Same input, same bytes.

    ValueError when the PDF cannot be read.
    """
    from gemeente_pga.documents import exemplaar

    ervoor = exemplaar.stamp(render_voorblad(voorblad), stempel) if voorblad is not None else b""
    return exemplaar.stamp(pdf, stempel, vreemd=vreemd, voorblad=ervoor)


def make_room(pdf: bytes, *, vreemd: bool) -> bytes:
    """The pages as every copy has them, without number and holder."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.make_room(pdf, vreemd=vreemd)


def draw_opdruk(maten: tuple[tuple[float, float], ...], stempel: Stempel, *, vreemd: bool) -> Opdruk:
    """What comes on pages of these sizes (in points) in that copy."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.draw_opdruk(maten, stempel, vreemd=vreemd)


def encrypt(pdf: bytes, wachtwoord: str) -> bytes:
    """The same PDF, to be opened with this password only."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.encrypt(pdf, wachtwoord)


def is_pdf(inhoud: bytes) -> bool:
    """Whether a file from elsewhere is a PDF that opens without a password."""
    from gemeente_pga.documents.lezing import has_pages

    return has_pages(inhoud)

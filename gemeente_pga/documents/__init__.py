# SPDX-License-Identifier: EUPL-1.2
"""PDF documents, made in memory from frozen data objects.

Importing this package is cheap: reportlab and pikepdf come in when the first document is rendered.
"""

import gc
import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from gemeente_pga.domain.exemplaar import Opdruk, Stempel
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken import SOORTEN, Kop, Meldformulier, Stuk
from gemeente_pga.domain.stukken.exemplaar import Exemplarenlijst, Voorblad
from gemeente_pga.domain.stukken.waarneming import Overdoenlijst
from gemeente_pga.domain.stukken.zakgids import Zakgids

P = ParamSpec("P")
T = TypeVar("T")
_EEN_TEGELIJK = threading.RLock()


def _alone(doe: Callable[P, T]) -> Callable[P, T]:
    """One thread at a time: reportlab keeps its fonts for the whole process, half-read ones too.

    Meanwhile nobody looks for rubbish: of the many parts of a paper none is, and looking takes a quarter
    of the time.
    """

    @wraps(doe)
    def wacht(*args: P.args, **opties: P.kwargs) -> T:
        with _EEN_TEGELIJK:
            was = gc.isenabled()
            gc.disable()
            try:
                return doe(*args, **opties)
            finally:
                if was:
                    gc.enable()

    return wacht


@_alone
def render(soort: str, gegevens: Stuk, code: str = "") -> bytes:
    """The PDF of a document of this kind (a key of SOORTEN). Same data and code, same bytes."""
    if not isinstance(gegevens, SOORTEN[soort]):
        raise TypeError(f"{soort} is not made from {type(gegevens).__name__}")
    from gemeente_pga.documents.register import render_stuk

    return render_stuk(gegevens, code)


@_alone
def render_herstelblad(blad: Herstelblad, kop: Kop) -> bytes:
    """The PDF of a herstelblad. It is never kept: the kluis must not hold its own code."""
    from gemeente_pga.documents import herstelblad

    return herstelblad.render(blad, kop)


@_alone
def render_overdoenlijst(lijst: Overdoenlijst) -> bytes:
    """The PDF of a list of acts to be entered again. It is not kept: the kluis holds the acts themselves."""
    from gemeente_pga.documents import waarneming

    return waarneming.render(lijst)


@_alone
def render_zakgids(gids: Zakgids) -> bytes:
    """The PDF of the pocket guide. It is about nobody: it is not kept, and its copies are not counted."""
    from gemeente_pga.documents import zakgids

    return zakgids.render(gids)


@_alone
def render_voorblad(blad: Voorblad) -> bytes:
    """The PDF of the sheet in front of one copy, without its number yet."""
    from gemeente_pga.documents import exemplarenlijst

    return exemplarenlijst.render_voorblad(blad)


@_alone
def render_exemplarenlijst(lijst: Exemplarenlijst) -> bytes:
    """The PDF of a list of copies with their holders. It is not kept: the register holds the same."""
    from gemeente_pga.documents import exemplarenlijst

    return exemplarenlijst.render_lijst(lijst)


@_alone
def stamp(pdf: bytes, stempel: Stempel, *, vreemd: bool = False, voorblad: Voorblad | None = None) -> bytes:
    """This PDF as that copy: number and holder on every page. vreemd: others made it. Same input, same bytes.

    ValueError when the PDF cannot be read.
    """
    from gemeente_pga.documents import exemplaar

    ervoor = exemplaar.stamp(render_voorblad(voorblad), stempel) if voorblad is not None else b""
    return exemplaar.stamp(pdf, stempel, vreemd=vreemd, voorblad=ervoor)


@_alone
def make_room(pdf: bytes, *, vreemd: bool) -> bytes:
    """The pages as every copy has them, without number and holder."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.make_room(pdf, vreemd=vreemd)


@_alone
def draw_opdruk(maten: tuple[tuple[float, float], ...], stempel: Stempel, *, vreemd: bool) -> Opdruk:
    """What comes on pages of these sizes (in points) in that copy."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.draw_opdruk(maten, stempel, vreemd=vreemd)


def encrypt(pdf: bytes, wachtwoord: str) -> bytes:
    """The same PDF, to be opened with this password only."""
    from gemeente_pga.documents import exemplaar

    return exemplaar.encrypt(pdf, wachtwoord)


@_alone
def render_meldformulier(formulier: Meldformulier) -> bytes:
    """The blank form to type in. It is about nobody, so it is made anew each time and not kept."""
    from gemeente_pga.documents import meldformulier

    return meldformulier.render(formulier)


def read_formulier(inhoud: bytes) -> dict[str, str] | Gebrek | None:
    """What a reporter filled in; a Gebrek when it may not be read; None when it is no form of ours."""
    from gemeente_pga.documents import formulierlezing

    return formulierlezing.read_formulier(inhoud)


def is_pdf(inhoud: bytes) -> bool:
    """Whether a file from elsewhere is a PDF that opens without a password."""
    from gemeente_pga.documents.lezing import has_pages

    return has_pages(inhoud)

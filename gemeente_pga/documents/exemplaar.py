# SPDX-License-Identifier: EUPL-1.2
"""The copy number and the holder on every page of a frozen PDF, and the calm watermark behind the text.

All of it is decoration for who reads aloud, so our own papers stay PDF/A-2a and PDF/UA-1; same input, same
bytes. On our own papers the number stands in free space at the top, and the watermark lies under the text.
A PDF of others has no free space we know of: its pages become a little higher, and nothing is covered.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from math import atan, degrees, hypot

from pikepdf import Array, Dictionary, Encryption, Name, Object, Page, PasswordError, Pdf, PdfError, pdfa
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from gemeente_pga.documents.afwerking import put_in_front
from gemeente_pga.documents.letters import MEDIUM, TEKST, Stukken, draw_line, fit_line, line_width
from gemeente_pga.documents.opmaak import BREEDTE, INKT, RECHTS
from gemeente_pga.documents.tags import Doek
from gemeente_pga.domain.exemplaar import Opdruk, Stempel, Vak

WATERMERK = HexColor("#f3f3f3")  # the lightest accent colour still has a contrast of 4.5 on it
_STROOK = 9 * mm  # what is added above a page of others
_GROOTTE, _RAND = 9.0, 10 * mm
_LOGO = 45 * mm
_GROOT, _KLEIN = 48.0, 20.0  # of the letters of the watermark
_DIAGONAAL = 0.72  # of the diagonal of the page
_ORGANISATIE = 0.45  # the most of the line that the words after the last comma take
_MAAT = tuple[float, float]
_Bekend = dict[str, Object]


def stamp(pdf: bytes, stempel: Stempel, *, vreemd: bool = False, voorblad: bytes = b"") -> bytes:
    """This PDF as that copy. vreemd: others made it. voorblad: a stamped PDF of ours that comes in front.

    ValueError when the PDF cannot be read.
    """
    with _opened(pdf) as doc:
        opdrukken: dict[_MAAT, tuple[Object, Object]] = {}
        bekend: _Bekend = {}
        for pagina in doc.pages:
            maat = _make_room(pagina, vreemd=vreemd)
            if maat not in opdrukken:
                opdrukken[maat] = _draw_opdruk(doc, maat, stempel, vreemd=vreemd)
            _put(doc, pagina, opdrukken[maat], bekend, vreemd=vreemd)
        if voorblad:
            with _opened(voorblad) as ervoor:
                put_in_front(doc, ervoor)
        return _saved(doc, vreemd=vreemd)


def make_room(pdf: bytes, *, vreemd: bool) -> bytes:
    """The pages as every copy has them, without what differs from copy to copy: drawn once for all."""
    if not vreemd:
        return pdf
    with _opened(pdf) as doc:
        bekend: _Bekend = {}
        for pagina in doc.pages:
            _make_room(pagina, vreemd=True)
            _wrap(doc, pagina, bekend, "q\n", f"\nQ\n{_white(pagina)}")
        return _saved(doc, vreemd=True)


def draw_opdruk(maten: tuple[_MAAT, ...], stempel: Stempel, *, vreemd: bool) -> Opdruk:
    """What differs from copy to copy, for pages of these sizes: pages with the watermark and the line."""
    uit = io.BytesIO()
    doek = _new_doek(uit)
    verschillend = tuple(dict.fromkeys(maten))
    for maat in verschillend:
        for teken in (_draw_watermark, _draw_number):
            doek.setPageSize(maat)
            teken(doek, maat, stempel, vreemd=vreemd)
            doek.showPage()
    Canvas.save(doek)
    vakken = tuple(_number_box(maat, vreemd=vreemd) for maat in verschillend)
    return Opdruk(uit.getvalue(), tuple(verschillend.index(maat) for maat in maten), vakken)


def encrypt(pdf: bytes, wachtwoord: str) -> bytes:
    """The same PDF, opened with this password only (AES-256). No longer PDF/A, and it does not claim it."""
    with _opened(pdf) as doc:
        with doc.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            for veld in ("pdfaid:part", "pdfaid:conformance"):
                if veld in xmp:
                    del xmp[veld]
        uit = io.BytesIO()
        doc.save(uit, encryption=Encryption(user=wachtwoord, owner=wachtwoord, R=6, aes=True, metadata=True))
        return uit.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Pdf]:
    try:
        with Pdf.open(io.BytesIO(pdf)) as doc:
            yield doc
    except (PdfError, PasswordError) as fout:
        raise ValueError("not a PDF that can be stamped") from fout


def _saved(doc: Pdf, *, vreemd: bool) -> bytes:
    uit = io.BytesIO()
    opties = {"deterministic_id": True} if vreemd else pdfa.resolve_save_kwargs("2b", deterministic_id=True)
    doc.save(uit, **opties)
    return uit.getvalue()


# ---- the page


def _make_room(pagina: Page, *, vreemd: bool) -> _MAAT:
    """The size of the page as it is seen; a page of others gets room above what is seen."""
    x0, y0, x1, y1 = _box(pagina)
    gedraaid = _turned(pagina)
    if vreemd:
        if gedraaid == 0:
            y1 += _STROOK
        elif gedraaid == 90:
            x0 -= _STROOK
        elif gedraaid == 180:
            y0 -= _STROOK
        else:
            x1 += _STROOK
        for vak in ("/TrimBox", "/BleedBox", "/ArtBox"):
            if vak in pagina.obj:
                del pagina.obj[vak]
        pagina.obj.MediaBox = Array([x0, y0, x1, y1])
        pagina.obj.CropBox = Array([x0, y0, x1, y1])
    breed, hoog = round(x1 - x0, 2), round(y1 - y0, 2)
    return (breed, hoog) if gedraaid in (0, 180) else (hoog, breed)


def _box(pagina: Page) -> tuple[float, float, float, float]:
    """What is seen of the page, in its own coordinates."""
    mx0, my0, mx1, my1 = _sorted([float(getal) for getal in pagina.mediabox.as_list()])
    cx0, cy0, cx1, cy1 = _sorted([float(getal) for getal in pagina.cropbox.as_list()])
    vak = max(mx0, cx0), max(my0, cy0), min(mx1, cx1), min(my1, cy1)
    return vak if vak[2] - vak[0] > 1 and vak[3] - vak[1] > 1 else (mx0, my0, mx1, my1)


def _sorted(vak: list[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = vak
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turned(pagina: Page) -> int:
    """How far the page is turned on screen: 0, 90, 180 or 270."""
    deel: Object | None = pagina.obj
    for _ in range(50):  # a damaged file may be its own parent
        if deel is None or "/Rotate" in deel:
            break
        deel = deel.get("/Parent")
    graden = int(deel.get("/Rotate", 0)) % 360 if deel is not None else 0
    return graden if graden in (90, 180, 270) else 0


def _matrix(pagina: Page) -> str:
    """From the page as it is seen to its own coordinates."""
    x0, y0, x1, y1 = _box(pagina)
    a, b, c, d, e, f = {
        0: (1, 0, 0, 1, x0, y0),
        90: (0, 1, -1, 0, x1, y0),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, -1, 1, 0, x0, y1),
    }[_turned(pagina)]
    return f"{a} {b} {c} {d} {e:.3f} {f:.3f} cm"


def _put(doc: Pdf, pagina: Page, opdruk: tuple[Object, Object], bekend: _Bekend, *, vreemd: bool) -> None:
    """The watermark under what stands on the page, or shining through it; the number on top."""
    onder, boven = (_name(pagina, deel) for deel in opdruk)
    stand = _matrix(pagina)
    licht = _artifact(f"{stand} {onder} Do")
    hier = _artifact(f"{stand} {boven} Do")
    if vreemd:
        _wrap(doc, pagina, bekend, "q\n", f"\nQ\n{_white(pagina)}{licht}{hier}")
    else:
        _wrap(doc, pagina, bekend, f"{licht}q\n", f"\nQ\n{hier}")


def _white(pagina: Page) -> str:
    """The added room is white, whatever lay there out of sight."""
    breed, hoog = _make_room(pagina, vreemd=False)
    vel = f"{_matrix(pagina)} 1 g 0 {hoog - _STROOK:.3f} {breed:.3f} {_STROOK:.3f} re f"
    return _artifact(vel)


def _artifact(tekening: str) -> str:
    return f"/Artifact <</Type /Pagination>> BDC\nq {tekening} Q\nEMC\n"


def _wrap(doc: Pdf, pagina: Page, bekend: _Bekend, voor: str, na: str) -> None:
    """Put this before and after what is drawn; pages with the same words share them."""
    inhoud = pagina.obj.get("/Contents", Array())
    stukken = list(inhoud.as_list()) if isinstance(inhoud, Array) else [inhoud]
    for tekst in (voor, na):
        if tekst not in bekend:
            bekend[tekst] = doc.make_stream(tekst.encode("ascii"))
    pagina.obj.Contents = Array([bekend[voor], *stukken, bekend[na]])


def _name(pagina: Page, opdruk: Object) -> str:
    """The name by which the page knows this drawing; always the same in the same file."""
    if "/Resources" not in pagina.obj:
        pagina.obj.Resources = pagina.resources if _has_resources(pagina) else Dictionary()
    bronnen = pagina.obj.Resources
    if "/XObject" not in bronnen:
        bronnen.XObject = Dictionary()
    nummer = 1
    while (naam := f"/Exemplaar{nummer}") in bronnen.XObject:
        if bronnen.XObject[naam].objgen == opdruk.objgen:
            return naam
        nummer += 1
    bronnen.XObject[Name(naam)] = opdruk
    return naam


def _has_resources(pagina: Page) -> bool:
    ouder = pagina.obj.get("/Parent")
    for _ in range(50):
        if ouder is None:
            return False
        if "/Resources" in ouder:
            return True
        ouder = ouder.get("/Parent")
    return False


# ---- what is put on it


def _draw_opdruk(doc: Pdf, maat: _MAAT, stempel: Stempel, *, vreemd: bool) -> tuple[Object, Object]:
    opdruk = draw_opdruk((maat,), stempel, vreemd=vreemd)
    with Pdf.open(io.BytesIO(opdruk.pdf)) as tekening:
        watermerk, nummer = (doc.copy_foreign(blad.as_form_xobject()) for blad in tekening.pages)
    if vreemd:  # shining through: it darkens what is light, and never covers anything
        stand = doc.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
        watermerk.Resources[Name.ExtGState] = Dictionary(Mengen=stand)
        watermerk.write(b"/Mengen gs\n" + watermerk.read_bytes())
    return watermerk, nummer


def _new_doek(uit: io.BytesIO) -> Doek:
    return Doek(uit, invariant=1)


def _draw_number(doek: Doek, maat: _MAAT, stempel: Stempel, *, vreemd: bool) -> None:
    vak = _number_box(maat, vreemd=vreemd)
    stukken = _fit(f"Exemplaar {stempel.nummer}", stempel.houder, vak.breed, _GROOTTE)
    doek.setFillColor(INKT)
    draw_line(doek, vak.x + vak.breed - line_width(stukken, _GROOTTE), vak.y + 1.6 * mm, stukken, _GROOTTE)


def _number_box(maat: _MAAT, *, vreemd: bool) -> Vak:
    """Where the number stands: at the top on the right, beside the logo and above every header of ours."""
    breed, hoog = maat
    if vreemd:
        return Vak(_RAND, hoog - _STROOK + 2 * mm, max(breed - 2 * _RAND, 20.0), 5 * mm)
    return Vak(breed - RECHTS - (BREEDTE - _LOGO), hoog - 12.3 * mm, BREEDTE - _LOGO, 5 * mm)


def _draw_watermark(doek: Doek, maat: _MAAT, stempel: Stempel, *, vreemd: bool) -> None:
    """From corner to corner, as large as fits."""
    if not stempel.watermerk:
        return
    breed, hoog = maat
    ruimte = _DIAGONAAL * hypot(breed, hoog)
    nummer = f"Exemplaar {stempel.nummer}"
    ideaal = line_width(_fit(nummer, stempel.houder, 1e6, _GROOT), _GROOT)
    grootte = max(_KLEIN, min(_GROOT, _GROOT * ruimte / max(ideaal, 1.0)))
    stukken = _fit(nummer, stempel.houder, ruimte, grootte)
    doek.setFillColor(WATERMERK)
    doek.translate(breed / 2, (hoog - (_STROOK if vreemd else 0)) / 2)
    doek.rotate(degrees(atan(hoog / breed)))
    draw_line(doek, -line_width(stukken, grootte) / 2, -grootte / 3, stukken, grootte)


def _fit(nummer: str, houder: str, breedte: float, grootte: float) -> Stukken:
    """The number whole; of a long holder the end of the name goes before the organisation."""
    eerst: Stukken = [(MEDIUM, f"{nummer} · ")]
    over = breedte - line_width(eerst, grootte)
    heel = fit_line(houder, TEKST, 1e6, grootte)
    if line_width(heel, grootte) <= over:
        return [*eerst, *heel]
    naam, komma, organisatie = houder.rpartition(", ")
    if not komma:
        return [*eerst, *fit_line(houder, TEKST, over, grootte)]
    achter = fit_line(f", {organisatie}", TEKST, over * _ORGANISATIE, grootte)
    voor = fit_line(naam, TEKST, over - line_width(achter, grootte), grootte)
    return [*eerst, *voor, *achter]

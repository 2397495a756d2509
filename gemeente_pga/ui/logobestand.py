# SPDX-License-Identifier: EUPL-1.2
"""Reads a logo from a file somebody chose: what it holds decides, not its name, and never more than fits.

What is kept is drawn anew on white: no text, place or maker of the file comes along, and nothing in it can be
anything but a picture.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6 import QtCore, QtGui

from gemeente_pga.domain.huisstijl import LOGOMATEN, MAX_LOGOBYTES, past_als_logo

_SOORTEN = frozenset({"png", "jpeg"})
_MAX_PIXELS = 25_000_000
_GEEN_BEELD = "Dit bestand is geen leesbaar beeld. Kies een PNG- of JPEG-bestand."
_TE_ZWAAR = "Dit bestand is te groot. Kies een logo van ten hoogste 5 MB."
_TE_RUIM = "Dit beeld heeft te veel beeldpunten. Vraag om het logo voor op een scherm."
_TE_DRUK = "Dit beeld is te zwaar voor boven elk document. Kies een eenvoudiger logo."
_TE_KLEIN = "Dit beeld is te klein om af te drukken. Kies een logo van ten minste 40 beeldpunten hoog."
_NIET_TE_LEZEN = "Dit bestand kan niet worden gelezen. Kies een ander bestand."
_TE_SMAL = "Dit beeld is te smal voor een logo. Kies een logo dat minder langgerekt is."
_TE_WIT = "Dit logo is wit of doorzichtig. Op papier is het niet te zien. Kies de uitvoering voor wit papier."
_BEWEEGT = "Dit beeld beweegt. Op papier kan dat niet. Kies een beeld dat stilstaat."
_NIET_HEEL = "Dit beeld is niet heel: er ontbreekt een deel. Vraag om het bestand opnieuw."
_MINSTENS = 40
_BIJNA_WIT = 225
_EINDE_JPEG = b"\xff\xd9"
_KLACHT_JPEG = ("Corrupt JPEG data", "Premature end")  # Qt draws on, and only says so to who listens
_BEGIN_PNG, _VAK_PNG = 8, 12  # bytes: before the first chunk; of a chunk besides what it holds


def read_logo(pad: Path) -> bytes | str:
    """The logo as a small PNG, or the Dutch sentence that says why not."""
    try:
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MAX_LOGOBYTES + 1)
    except OSError:
        return _NIET_TE_LEZEN
    if len(inhoud) > MAX_LOGOBYTES:
        return _TE_ZWAAR
    buffer = QtCore.QBuffer()
    buffer.setData(inhoud)
    buffer.open(QtCore.QIODevice.OpenModeFlag.ReadOnly)
    lezer = QtGui.QImageReader(buffer)
    lezer.setDecideFormatFromContent(True)
    lezer.setAutoTransform(True)
    soort = bytes(lezer.format().data()).decode("ascii", "replace")
    half = soort == "jpeg" and _EINDE_JPEG not in inhoud[-1024:]  # Qt fills up what is missing with grey
    if soort not in _SOORTEN or half:
        return _GEEN_BEELD
    maat = lezer.size()  # from the head of the file: nothing is unpacked yet
    if not maat.isValid():
        return _GEEN_BEELD
    if maat.width() * maat.height() > _MAX_PIXELS:
        return _TE_RUIM
    if min(maat.width(), maat.height()) < _MINSTENS:
        return _TE_KLEIN
    if soort == "png" and _moves(inhoud):
        return _BEWEEGT
    return _read_all(lezer)


def _read_all(lezer: QtGui.QImageReader) -> bytes | str:
    """Unpack it, unless a part is missing."""
    with _complaints() as klachten:
        beeld = lezer.read()
    if any(klacht.startswith(_KLACHT_JPEG) for klacht in klachten):
        return _NIET_HEEL
    if beeld.isNull() or lezer.error() != QtGui.QImageReader.ImageReaderError.UnknownError:
        return _GEEN_BEELD
    return _for_paper(beeld)


def _for_paper(beeld: QtGui.QImage) -> bytes | str:
    """What is kept of it, or why it is no use on paper."""
    vlak = _on_white(beeld)
    if min(vlak.width(), vlak.height()) < _MINSTENS // 2:
        return _TE_SMAL
    grijs = vlak.convertToFormat(QtGui.QImage.Format.Format_Grayscale8)
    if min(bytes(grijs.constBits())) > _BIJNA_WIT:
        return _TE_WIT
    png = _as_png(vlak)
    return png if past_als_logo(png) else _TE_DRUK


def _moves(png: bytes) -> bool:
    """Does it say, before its first picture, that there are more of them?"""
    plek = _BEGIN_PNG
    while (soort := png[plek + 4 : plek + 8]) and soort != b"IDAT":
        if soort == b"acTL":
            return True
        plek += int.from_bytes(png[plek : plek + 4], "big") + _VAK_PNG
    return False


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What Qt says meanwhile about what it reads."""
    gezegd: list[str] = []
    eerder = QtCore.qInstallMessageHandler(lambda _soort, _plek, tekst: gezegd.append(str(tekst)))
    try:
        yield gezegd
    finally:
        QtCore.qInstallMessageHandler(eerder)


def _on_white(beeld: QtGui.QImage) -> QtGui.QImage:
    """As it comes on paper, no larger than is needed."""
    grens = QtCore.QSize(*LOGOMATEN)
    if beeld.width() > grens.width() or beeld.height() > grens.height():
        beeld = beeld.scaled(
            grens,
            QtCore.Qt.AspectRatioMode.KeepAspectRatio,
            QtCore.Qt.TransformationMode.SmoothTransformation,
        )
    vlak = QtGui.QImage(beeld.size(), QtGui.QImage.Format.Format_RGB888)
    vlak.fill(QtCore.Qt.GlobalColor.white)
    schilder = QtGui.QPainter(vlak)
    beeld.setDevicePixelRatio(1)
    schilder.drawImage(0, 0, beeld)
    schilder.end()
    return vlak


def _as_png(vlak: QtGui.QImage) -> bytes:
    """The bytes that are kept, without anything but the picture."""
    uit = QtCore.QBuffer()
    uit.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    vlak.save(uit, "PNG")  # type: ignore[call-overload] # PySide's own hints know str only
    return bytes(uit.data().data())

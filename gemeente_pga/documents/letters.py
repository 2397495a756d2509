# SPDX-License-Identifier: EUPL-1.2
"""Fonts, and any typed text made fit to print.

Hides which font holds which character: Fira Sans first, then Noto Sans and Noto Sans Arabic; what none
of them has is printed as its code, [U+1F600], never as nothing. Arabic letters are joined and
run from right to left.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from xml.sax.saxutils import escape as escape_xml

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from gemeente_pga.paths import resource

TEKST, VET, MEDIUM = "Fira", "Fira-Vet", "Fira-Medium"
_SCHUIN, _VETSCHUIN = "Fira-Schuin", "Fira-VetSchuin"
_NOTO, _NOTO_VET, _ARABISCH, _ARABISCH_VET = "Noto", "Noto-Vet", "NotoArabisch", "NotoArabisch-Vet"
_ZONDER_VORM = frozenset("\u200b\u2060")  # where a pasted word may and may not be broken: nothing to print
_BESTANDEN = {
    TEKST: "FiraSans-Regular",
    VET: "FiraSans-Bold",
    MEDIUM: "FiraSans-Medium",
    _SCHUIN: "FiraSans-Italic",
    _VETSCHUIN: "FiraSans-BoldItalic",
    _NOTO: "NotoSans-Regular",
    _NOTO_VET: "NotoSans-Bold",
    _ARABISCH: "NotoSansArabic-Regular",
    _ARABISCH_VET: "NotoSansArabic-Bold",
}
_FAMILIES = (
    (TEKST, TEKST, VET, _SCHUIN, _VETSCHUIN),
    (MEDIUM, MEDIUM, VET, _SCHUIN, _VETSCHUIN),
    (_NOTO, _NOTO, _NOTO_VET, _NOTO, _NOTO_VET),
    (_ARABISCH, _ARABISCH, _ARABISCH_VET, _ARABISCH, _ARABISCH_VET),
)

_NIEUWE_REGEL = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_ARABISCHE_REEKS = re.compile("[\u0600-\u06ff\u0750-\u077f]+(?: [\u0600-\u06ff\u0750-\u077f]+)*")
_GEWOON = re.compile("[\n -~\xa0-\u017f‘’“”„–—…•€]*")  # what Fira surely has
_LANGE_REEKS = 40  # longer Arabic is reversed word by word, so that it can break over lines


class _Breedtes(dict[str, float]):
    """Character -> width; one that the font lacks is as wide as its empty box."""

    def __init__(self, breedtes: Mapping[int, float], anders: float) -> None:
        super().__init__((chr(code), breedte) for code, breedte in breedtes.items())
        self._anders = anders

    def __missing__(self, teken: str) -> float:
        return self._anders


class _Letter(TTFont):
    """A font that measures a word in one go: most of laying out a page is measuring words."""

    def __init__(self, naam: str, bestand: str) -> None:
        super().__init__(naam, bestand)
        self._breedtes = _Breedtes(self.face.charWidths, self.face.defaultWidth)

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:
        """The width of a text in points."""
        tekst = text if isinstance(text, str) else text.decode(encoding)
        return 0.001 * size * sum(map(self._breedtes.__getitem__, tekst))


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab, once; and see to it that it never falls back on one of its own."""
    for naam, bestand in _BESTANDEN.items():
        pdfmetrics.registerFont(_Letter(naam, str(resource(f"fonts/{bestand}.ttf"))))
    for familie in _FAMILIES:
        pdfmetrics.registerFontFamily(
            familie[0], normal=familie[1], bold=familie[2], italic=familie[3], boldItalic=familie[4]
        )
    rl_config.canvas_basefontname = TEKST


@cache
def _glyphs(naam: str) -> frozenset[int]:
    register_fonts()
    font = pdfmetrics.getFont(naam)
    return frozenset(font.face.charToGlyph) if isinstance(font, TTFont) else frozenset()


def plain(tekst: str) -> str:
    """The text with only characters that can be printed; for places that take no markup."""
    return "".join(deel for _, deel in print_runs(tekst))


def escape(tekst: str) -> str:
    """Typed text as reportlab markup: nothing in it is markup, each character in a font that has it."""
    delen = []
    for font, deel in print_runs(tekst):
        veilig = escape_xml(deel).replace("\n", "<br/>")
        delen.append(veilig if font == TEKST else f'<font name="{font}">{veilig}</font>')
    return "".join(delen)


def print_runs(tekst: str) -> list[tuple[str, str]]:
    """(font, text) pieces; every character of every piece is in its font."""
    tekst = _NIEUWE_REGEL.sub("\n", unicodedata.normalize("NFC", tekst)).replace("\t", "    ")
    if _GEWOON.fullmatch(tekst):
        return [(TEKST, tekst)] if tekst else []
    tekst = _ARABISCHE_REEKS.sub(lambda reeks: _lay_out_arabic(reeks.group()), tekst)
    runs: list[tuple[str, str]] = []
    for teken in tekst:
        font, gedrukt = _printed(teken)
        if runs and runs[-1][0] == font:
            runs[-1] = (font, runs[-1][1] + gedrukt)
        else:
            runs.append((font, gedrukt))
    return runs


Stukken = list[tuple[str, str]]
"""One line in pieces: (font, text)."""


def fit_line(tekst: str, font: str, breedte: float, grootte: float = 9) -> Stukken:
    """One line of at most so many points wide; what is too long for it is cut off."""
    stukken: Stukken = []
    over = breedte - pdfmetrics.stringWidth("…", font, grootte)
    for eigen, stuk in print_runs(" ".join(tekst[:300].split())):
        letter = font if eigen == TEKST else eigen
        past = _longest(stuk, letter, grootte, over)
        if past < len(stuk):
            return [*stukken, (letter, stuk[:past].rstrip()), (font, "…")]
        over -= pdfmetrics.stringWidth(stuk, letter, grootte)
        stukken.append((letter, stuk))
    return [*stukken, (font, "…")] if len(tekst) > 300 else stukken


def _longest(stuk: str, font: str, grootte: float, breedte: float) -> int:
    past = len(stuk)
    while past and pdfmetrics.stringWidth(stuk[:past], font, grootte) > breedte:
        past -= 1
    return past


def line_width(stukken: Stukken, grootte: float = 9) -> float:
    """How wide such a line is, in points."""
    return sum(pdfmetrics.stringWidth(stuk, font, grootte) for font, stuk in stukken)


def draw_line(doek: Canvas, x: float, y: float, stukken: Stukken, grootte: float = 9) -> None:
    """Print such a line from this point on."""
    for font, stuk in stukken:
        doek.setFont(font, grootte)
        doek.drawString(x, y, stuk)
        x += pdfmetrics.stringWidth(stuk, font, grootte)


@cache
def _printed(teken: str) -> tuple[str, str]:
    """The font for one character, and what is printed for it."""
    if teken in "\n ":
        return TEKST, teken
    if teken in _ZONDER_VORM:
        return TEKST, ""
    code = ord(teken)
    if unicodedata.category(teken) not in ("Cc", "Cs", "Cf", "Cn", "Co") or teken == "\xad":
        for font in (TEKST, _NOTO, _ARABISCH):
            if code in _glyphs(font):
                return font, teken
    return TEKST, f"[U+{code:04X}]"


def _lay_out_arabic(reeks: str) -> str:
    """Arabic words with joined letters, in the order in which they stand on the line from left to right."""
    woorden = [_reverse("".join(_join(woord))) for woord in reeks.split(" ")]
    if len(reeks) > _LANGE_REEKS:
        return " ".join(woorden)
    return "\xa0".join(reversed(woorden))


def _reverse(woord: str) -> str:
    """From right to left, but numbers keep their order and marks stay after their letter."""
    delen = re.findall(
        "[\u0660-\u0669\u06f0-\u06f9]+|.[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*", woord
    )
    return "".join(reversed(delen))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter -> its joined forms, out of the decompositions that Unicode itself gives."""
    vormen: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEF5)):
        soort, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1 and code in _glyphs(_ARABISCH):
            vormen.setdefault(chr(int(letters[0], 16)), {})[soort] = chr(code)
    return vormen


def _join(woord: str) -> list[str]:
    """Each letter in the form that fits its neighbours."""
    vormen = _forms()
    letters = [i for i, teken in enumerate(woord) if not unicodedata.combining(teken)]
    tekens = list(woord)
    for plek, i in enumerate(letters):
        eigen = vormen.get(woord[i], {})
        voor = plek > 0 and "<initial>" in vormen.get(woord[letters[plek - 1]], {}) and "<final>" in eigen
        na = (
            plek + 1 < len(letters)
            and "<initial>" in eigen
            and "<final>" in vormen.get(woord[letters[plek + 1]], {})
        )
        soort = "<medial>" if voor and na else "<final>" if voor else "<initial>" if na else "<isolated>"
        tekens[i] = eigen.get(soort, woord[i])
    return tekens

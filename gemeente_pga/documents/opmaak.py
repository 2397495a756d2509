# SPDX-License-Identifier: EUPL-1.2
"""The looks of every paper: sizes, styles, colours, and dates and times in Dutch."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from gemeente_pga.documents.letters import MEDIUM, TEKST, VET
from gemeente_pga.domain.huisstijl import drukkleur

BREED, HOOG = A4
LINKS, RECHTS, BOVEN, ONDER = 25 * mm, 20 * mm, 26 * mm, 20 * mm  # left: room for perforation
BREEDTE = BREED - LINKS - RECHTS
LEESBREEDTE = 150 * mm  # longer lines tire the eye

INKT = HexColor("#161616")
GRIJS = HexColor("#525252")
LIJN = HexColor("#bdbdbd")

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def format_datum(dag: date | None, *, weekdag: bool = False, kort: bool = False) -> str:
    """4 november 2026, kept on one line; kort: 4-11-2026; "" for no date."""
    if dag is None:
        return ""
    if kort:
        return f"{dag.day}-{dag.month}-{dag.year}"
    tekst = f"{dag.day}\xa0{_MAANDEN[dag.month - 1]}\xa0{dag.year}"
    return f"{_DAGEN[dag.weekday()]} {tekst}" if weekdag else tekst


def format_tijd(begin: str, einde: str = "") -> str:
    """10.00–11.10 uur, from times written with a colon or a point; "" for no time."""
    tijden = [t.strip().replace(":", ".") for t in (begin, einde) if t.strip()]
    return "–".join(tijden) + "\xa0uur" if tijden else ""


@dataclass(frozen=True)
class Kleuren:
    """The one accent colour of the municipality, dark enough to read, and a breath of it for surfaces."""

    accent: Color
    waas: Color


@cache
def choose_kleuren(accentkleur: str) -> Kleuren:
    """The colours for this accent; one that is unknown is replaced, one that is too light is darkened."""
    kleur = HexColor(drukkleur(accentkleur))
    return Kleuren(kleur, Color(*(1 - (1 - deel) * 0.06 for deel in (kleur.red, kleur.green, kleur.blue))))


def _stijl(
    naam: str, letter: str, grootte: float, regel: float, *, boven: float = 0, onder: float = 0
) -> ParagraphStyle:
    return ParagraphStyle(
        naam, fontName=letter, bulletFontName=TEKST, fontSize=grootte, leading=regel, textColor=INKT,
        allowWidows=0, allowOrphans=0,
        spaceBefore=boven, spaceAfter=onder,
    )  # fmt: skip


TITEL = _stijl("titel", VET, 23, 28)
ONDERTITEL = _stijl("ondertitel", TEKST, 12.5, 17, boven=1)
KOP1 = _stijl("kop1", VET, 14.5, 19, boven=15, onder=5)
KOP2 = _stijl("kop2", VET, 11, 15, boven=10, onder=4)
KOP3 = _stijl("kop3", VET, 10.5, 14, boven=8, onder=2)
LOPEND = _stijl("lopend", TEKST, 10.5, 15, onder=7)
CEL = _stijl("cel", TEKST, 10, 13.5)
CEL_VET = _stijl("cel_vet", VET, 10, 13.5)
BESLUIT = _stijl("besluit", TEKST, 10.5, 15)
BESLUIT_VET = _stijl("besluit_vet", MEDIUM, 12.5, 17)
KLEIN = _stijl("klein", TEKST, 9, 12)
BIJ = ParagraphStyle("bij", parent=KLEIN, textColor=GRIJS)
LABEL = ParagraphStyle("label", parent=KLEIN, leading=13.5, textColor=GRIJS)
KOLOMKOP = ParagraphStyle("kolomkop", parent=KLEIN, fontName=MEDIUM, textColor=GRIJS)
CODE = _stijl("code", MEDIUM, 10.5, 14)
GEVRAAGD = _stijl("gevraagd", TEKST, 10.5, 15, boven=3, onder=4)
NAAM = ParagraphStyle("naam", parent=CEL, leftIndent=9, firstLineIndent=-9)
PUNT = ParagraphStyle("punt", parent=CEL, leftIndent=9, bulletIndent=0, bulletFontSize=10)
GELABELD = ParagraphStyle(
    "gelabeld", parent=CEL, leftIndent=56, bulletIndent=0, bulletFontName=VET, bulletFontSize=10, spaceAfter=2
)

# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs, headings and tables that know their place in the structure and break well over pages.

Hides how a table splits: the header comes again, a tall row goes on on the next page, a low one stays
whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText

from gemeente_pga.documents.letters import MEDIUM, draw_line, fit_line, line_width, register_fonts
from gemeente_pga.documents.opmaak import BREEDTE, GRIJS, INKT, KOP1, KOP2, KOP3, LIJN
from gemeente_pga.documents.tags import Doek, Knoop, require_doek

_EINDELOOS = 1e6
_SPLITS_BOVEN = 120.0  # points; a row lower than this stays whole
_MINSTE_DEEL = 56.0  # points; less than this of a row is not left at the foot of a page, nor at the top


@dataclass
class Gedeeld:
    """The element that the parts of something split over pages have in common."""

    knoop: Knoop | None = None


class Par(Paragraph):
    """A paragraph of markup made with escape(). soort: its element; "" = part of the element around it."""

    def __init__(
        self,
        tekst: str | None,
        style: ParagraphStyle,
        soort: str = "P",
        bulletText: str | None = None,
        frags: Any = None,  # with text None and its own fragments
    ) -> None:
        register_fonts()
        if frags is None and tekst and "<" not in tekst and "&" not in tekst:
            frags = _plain_frags(tekst, style)
        super().__init__(tekst or "", style, bulletText=bulletText, frags=frags)
        self.soort = soort
        self.gedeeld = Gedeeld()
        self.volgt: Par | Tabel | None = None  # what it may not be parted from
        self._breedte = 0.0  # for which it has been broken into lines

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Its size; the lines are broken once for each width."""
        if aW != self._breedte or not hasattr(self, "blPara"):  # split() throws the lines away
            self.width, self.height = super().wrap(aW, aH)
            self._breedte = aW
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The parts before and after this height; empty when it cannot be split there."""
        delen = super().split(aW, aH)
        for deel in delen:
            assert isinstance(deel, Par)  # noqa: S101 - reportlab makes parts of the same class
            deel.soort, deel.gedeeld = self.soort, self.gedeeld
        return delen

    def draw(self) -> None:
        """Draw the text as (part of) its element."""
        doek = require_doek(self)
        with doek.tekst(self.soort, self.gedeeld.knoop) as knoop:
            self.gedeeld.knoop = knoop
            super().draw()

    def least(self, breedte: float) -> float:
        """The height that must fit below a heading: three lines, or all of it."""
        hoogte = float(self.wrap(breedte, _EINDELOOS)[1])
        if self.volgt:
            return hoogte + float(self.style.spaceAfter) + self.volgt.least(breedte)
        return min(hoogte, 3 * float(self.style.leading))


_monsters: WeakKeyDictionary[ParagraphStyle, Any] = WeakKeyDictionary()


def _plain_frags(tekst: str, stijl: ParagraphStyle) -> list[Any] | None:
    """What reportlab's parser makes of a text without markup, as most are; it is asked once for a style."""
    schoon = cleanBlockQuotedText(tekst)
    if not schoon:
        return None
    monster = _monsters.get(stijl)
    if monster is None:
        (monster,) = Paragraph("x", stijl).frags
        _monsters[stijl] = monster
    return [monster.clone(text=schoon)]


class Kopregel(Par):
    """A heading with its bookmark; without what comes after it (volgt) it is never at the foot of a page."""

    bladwijzer = ""  # the later part of a split heading has none
    niveau = 1

    @classmethod
    def make(cls, tekst: str, niveau: int, bladwijzer: str) -> "Kopregel":
        """A heading of level 1, 2 or 3; the title of the document is above them."""
        regel = cls(tekst, (KOP1, KOP2, KOP3)[niveau - 1], f"H{niveau + 1}")
        regel.niveau, regel.bladwijzer = niveau, bladwijzer
        return regel

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Ask for more than there is when what follows would not fit too."""
        breedte, hoogte = super().wrap(aW, aH)
        nodig = hoogte + self._needed(aW)
        return breedte, (hoogte if nodig <= aH or aH > _SPLITS_BOVEN * 4 else nodig)

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """A heading goes to the next page as a whole; a giant one breaks like any text."""
        return super().split(aW, aH) if aH > _SPLITS_BOVEN * 4 else []

    def draw(self) -> None:
        """Draw the heading and put its bookmark in the table of contents of the PDF."""
        if self.bladwijzer:
            doek = require_doek(self)
            doek.koppen += 1
            plek = f"kop{doek.koppen}"
            doek.bookmarkHorizontal(plek, 0, self.height + 4, fit="XYZ")
            doek.niveau = min(self.niveau - 1, doek.niveau + 1)  # a table of contents skips no level
            doek.addOutlineEntry(self.bladwijzer, plek, level=doek.niveau)
            self.soort = f"H{doek.niveau + 2}"
        super().draw()

    def least(self, breedte: float) -> float:
        """Two headings in a row stay together, and with what follows."""
        return float(super().wrap(breedte, _EINDELOOS)[1]) + self._needed(breedte)

    def _needed(self, breedte: float) -> float:
        volgt = min(self.volgt.least(breedte), 3 * _SPLITS_BOVEN) if self.volgt else 0.0
        return float(self.style.spaceAfter) + volgt


@dataclass
class Rij:
    """A row of cells; a cell is a list of paragraphs. kop: a header row."""

    cellen: list[list[Flowable]]
    kop: bool = False
    knopen: list[Gedeeld] = field(default_factory=list)
    hoogte: float = 0.0  # filled in by the table

    def __post_init__(self) -> None:
        if not self.knopen:
            self.knopen = [Gedeeld() for _ in range(len(self.cellen) + 1)]


@dataclass(frozen=True)
class Vorm:
    """How a table looks. soort: Table, L (numbered list) or "" (only arranged). rand: room inside a box."""

    soort: str = "Table"
    boven: float = 4.5
    onder: float = 5.5
    tussen: float = 10.0
    rand: float = 0.0
    lijnen: bool = True
    vlak: Color | None = None
    streep: Color | None = None
    rijkoppen: tuple[int, ...] = ()  # columns whose cells are headers of their row
    heel_tot: float = 0.0  # up to this height it stays on one page


_RIJ_EN_CEL = {"Table": ("TR", "TD", "TD"), "L": ("LI", "Lbl", "LBody"), "": ("", "", "")}


class Tabel(Flowable):
    """Rows under a header that comes again on every page."""

    def __init__(
        self, breedtes: Sequence[float], rijen: Sequence[Rij], vorm: Vorm, *,
        gedeeld: Gedeeld | None = None, vervolg: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.breedtes, self.rijen, self.vorm = list(breedtes), list(rijen), vorm
        self.gedeeld = gedeeld or Gedeeld()
        self.vervolg = vervolg  # its header has been read on an earlier page
        self.volgt: Par | Tabel | None = None  # what it may not be parted from; only for a low table
        self.spaceBefore, self.spaceAfter = 2.0, 10.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Its size; rows are measured once."""
        self.width = sum(self.breedtes)
        self.height = sum(self._measure(rij) for rij in self.rijen) + 2 * self.vorm.rand
        return self.width, self.height

    def least(self, breedte: float) -> float:
        """Header and first row, or as much of it as may stand alone."""
        koppen = [r for r in self.rijen if r.kop]
        eerste = next((r for r in self.rijen if not r.kop), None)
        hoogte = float(self.wrap(breedte, _EINDELOOS)[1])
        if self.volgt:
            return hoogte + float(self.spaceAfter) + self.volgt.least(breedte)
        if eerste is None or hoogte <= self.vorm.heel_tot:
            return hoogte
        rij = self._measure(eerste)
        deel = rij if rij <= _SPLITS_BOVEN else _MINSTE_DEEL + 30
        return sum(self._measure(r) for r in koppen) + deel + 2 * self.vorm.rand

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The rows that fit, and the rest under the same header; empty when nothing of it fits."""
        koppen = [r for r in self.rijen if r.kop]
        over = aH - 2 * self.vorm.rand - sum(self._measure(r) for r in koppen)
        boven: list[Rij] = []
        rest = [r for r in self.rijen if not r.kop]
        if self.wrap(aW, aH)[1] <= self.vorm.heel_tot:
            return []
        while rest and self._measure(rest[0]) <= over:
            over -= self._measure(rest[0])
            boven.append(rest.pop(0))
        if rest and over >= _MINSTE_DEEL and self._measure(rest[0]) > _SPLITS_BOVEN:
            begin, einde = self._split_row(rest[0], over)
            if begin and einde:
                boven.append(begin)
                rest[0] = einde
        if not boven or not rest:
            return []
        delen = [self._part(koppen + boven, vervolg=self.vervolg), self._part(koppen + rest, vervolg=True)]
        delen[0].spaceAfter, delen[1].spaceBefore = 0, 0
        return [*delen]

    def draw(self) -> None:
        """Draw surface and lines as decoration, the cells as elements."""
        doek = require_doek(self)
        if self.vorm.vlak or self.vorm.streep:
            self._draw_box(doek)
        y = self.height - self.vorm.rand
        if not self.vorm.soort:
            for rij in self.rijen:
                y = self._draw_row(doek, rij, y)
            return
        with doek.element(self.vorm.soort, self.gedeeld.knoop) as self.gedeeld.knoop:
            for rij in self.rijen:
                if rij.kop and self.vervolg:
                    with doek.versiering(blad=True):
                        y = self._draw_row(doek, rij, y)
                else:
                    y = self._draw_row(doek, rij, y)

    def _part(self, rijen: list[Rij], *, vervolg: bool) -> "Tabel":
        return Tabel(self.breedtes, rijen, self.vorm, gedeeld=self.gedeeld, vervolg=vervolg)

    def _columns(self) -> list[tuple[float, float]]:
        """(x, width) of the text in each column."""
        kolommen, x = [], 0.0
        laatste = len(self.breedtes) - 1
        for nummer, breedte in enumerate(self.breedtes):
            links = self.vorm.rand + 4 if nummer == 0 and self.vorm.rand else 0.0
            rechts = self.vorm.rand if nummer == laatste else self.vorm.tussen
            kolommen.append((x + links, breedte - links - rechts))
            x += breedte
        return kolommen

    def _measure(self, rij: Rij) -> float:
        if not rij.hoogte:
            hoogtes = [_stack(cel, b)[1] for cel, (_, b) in zip(rij.cellen, self._columns(), strict=True)]
            rij.hoogte = max(hoogtes) + sum(self._padding(rij))
        return rij.hoogte

    def _padding(self, rij: Rij) -> tuple[float, float]:
        return (4.0, 4.0) if rij.kop else (self.vorm.boven, self.vorm.onder)

    def _split_row(self, rij: Rij, hoogte: float) -> tuple[Rij | None, Rij | None]:
        """What fits and the rest; a few lines do not go on alone."""
        begin, einde = self._cut_row(rij, hoogte)
        kort = _MINSTE_DEEL - self._measure(einde) if begin and einde else 0.0
        eerder = self._cut_row(rij, hoogte - kort) if kort > 0 else (None, None)
        return eerder if all(eerder) else (begin, einde)

    def _cut_row(self, rij: Rij, hoogte: float) -> tuple[Rij | None, Rij | None]:
        binnen = hoogte - self.vorm.boven - self.vorm.onder
        paren = [_split_cell(cel, b, binnen) for cel, (_, b) in zip(rij.cellen, self._columns(), strict=True)]
        if not any(begin for begin, _ in paren):
            return None, rij
        begin = Rij([b for b, _ in paren], knopen=rij.knopen)
        return begin, Rij([e for _, e in paren], knopen=rij.knopen)

    def _draw_box(self, doek: Doek) -> None:
        with doek.versiering():
            if self.vorm.vlak:
                doek.setFillColor(self.vorm.vlak)
                doek.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            if self.vorm.streep:
                doek.setFillColor(self.vorm.streep)
                doek.rect(0, 0, 3, self.height, stroke=0, fill=1)

    def _draw_row(self, doek: Doek, rij: Rij, y: float) -> float:
        onder = y - self._measure(rij)
        if self.vorm.lijnen:
            self._draw_line(doek, rij, onder)
        rijsoort, eerste, andere = _RIJ_EN_CEL[self.vorm.soort]
        if not rijsoort:
            for cel, (x, breedte) in zip(rij.cellen, self._columns(), strict=True):
                _draw_cell(doek, cel, x, breedte, y - self._padding(rij)[0])
            return onder
        with doek.element(rijsoort, rij.knopen[0].knoop) as rij.knopen[0].knoop:
            for nummer, (cel, (x, breedte)) in enumerate(zip(rij.cellen, self._columns(), strict=True)):
                hoofd = rij.kop or nummer in self.vorm.rijkoppen
                soort = "TH" if hoofd else eerste if nummer == 0 else andere
                gedeeld = rij.knopen[nummer + 1]
                with doek.element(soort, gedeeld.knoop) as gedeeld.knoop:
                    gedeeld.knoop.bereik = ("Column" if rij.kop else "Row") if hoofd else ""
                    _draw_cell(doek, cel, x, breedte, y - self._padding(rij)[0])
        return onder

    def _draw_line(self, doek: Doek, rij: Rij, y: float) -> None:
        if not self.vervolg or not rij.kop:
            with doek.versiering():
                self._line(doek, rij, y)
        else:
            self._line(doek, rij, y)

    def _line(self, doek: Doek, rij: Rij, y: float) -> None:
        doek.setLineWidth(0.9 if rij.kop else 0.5)
        doek.setStrokeColor(INKT if rij.kop else LIJN)
        doek.line(0, y, self.width, y)


def _gaps(cel: Sequence[Flowable]) -> list[float]:
    """The room above each paragraph in a cell; none above the first."""
    voor = [float(f.getSpaceBefore()) for f in cel]
    na = [float(f.getSpaceAfter()) for f in cel]
    return [0.0 if i == 0 else max(na[i - 1], voor[i]) for i in range(len(cel))]


def _stack(cel: Sequence[Flowable], breedte: float) -> tuple[list[float], float]:
    """The height of each paragraph in a cell, and of all of them together."""
    hoogtes = [float(f.wrap(breedte, _EINDELOOS)[1]) for f in cel]
    return hoogtes, sum(hoogtes) + sum(_gaps(cel))


def _split_cell(
    cel: Sequence[Flowable], breedte: float, hoogte: float
) -> tuple[list[Flowable], list[Flowable]]:
    hoogtes, _ = _stack(cel, breedte)
    over = hoogte
    for nummer, (deel, hoog, gat) in enumerate(zip(cel, hoogtes, _gaps(cel), strict=True)):
        over -= gat
        if hoog <= over:
            over -= hoog
            continue
        delen = deel.split(breedte, over) if over > 0 else []
        if len(delen) > 1:
            return [*cel[:nummer], delen[0]], [*delen[1:], *cel[nummer + 1 :]]
        return list(cel[:nummer]), list(cel[nummer:])
    return list(cel), []


def _draw_cell(doek: Doek, cel: Sequence[Flowable], x: float, breedte: float, y: float) -> None:
    hoogtes, _ = _stack(cel, breedte)
    for deel, hoog, gat in zip(cel, hoogtes, _gaps(cel), strict=True):
        y -= gat + hoog
        deel.drawOn(doek, x, y)


class Merk(Flowable):
    """Quiet outlined labels such as Concept, one below the other at the right edge."""

    HOOG, WIT = 17.0, 4.0

    def __init__(self, teksten: Sequence[str]) -> None:
        super().__init__()
        register_fonts()
        # A name that is too long stands whole elsewhere in the paper.
        regels = [fit_line(tekst, MEDIUM, BREEDTE / 2 - 26) for tekst in teksten]
        self.maten = [(regel, line_width(regel) + 16) for regel in regels]
        self.breedte = max((breed + 10 for _, breed in self.maten), default=0.0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """A line for each label, the first level with the title."""
        self.width, self.height = aW, len(self.maten) * (self.HOOG + self.WIT) + 5
        return self.width, self.height

    def draw(self) -> None:
        """Each label in its own rounded frame."""
        doek = require_doek(self)
        y = self.height - 5
        for regel, breed in self.maten:
            y -= self.HOOG + self.WIT
            x = self.width - breed
            with doek.versiering():
                doek.setStrokeColor(GRIJS)
                doek.setLineWidth(0.8)
                doek.roundRect(x, y, breed, self.HOOG, self.HOOG / 2, stroke=1, fill=0)
            with doek.tekst("P"):
                doek.setFillColor(INKT)
                draw_line(doek, x + 8, y + 5.2, regel)

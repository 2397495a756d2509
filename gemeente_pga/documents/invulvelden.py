# SPDX-License-Identifier: EUPL-1.2
"""Fields to type in: drawn with lines for the pen, and put into the PDF as AcroForm with names for the "
"ear."""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gemeente_pga.documents.opmaak import CEL, GRIJS, INKT, LIJN
from gemeente_pga.documents.tags import Invulveld, require_doek

REGEL = 7.5 * mm
_VAKJE = 12.0
_AFDRUKBAAR, _MEER_REGELS, _KEUZERONDJE = 4, 1 << 12, 1 << 15
_LETTER = "/Helv 10 Tf 0.086 g"


@dataclass(frozen=True)
class Veldvorm:
    """One field. naam "": only for the pen."""

    naam: str
    uitleg: str
    regels: int = 1
    maximum: int = 250


class Schrijfvak(Flowable):
    """A box to write or type in. Typing covers the lines, so that a printed form shows one or the other."""

    def __init__(self, vorm: Veldvorm, *, hoogte: float = 0.0) -> None:
        super().__init__()
        self.vorm = vorm
        self.hoogte = hoogte or vorm.regels * REGEL + (2 if vorm.regels > 1 else 0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, self.hoogte
        return self.width, self.height

    def draw(self) -> None:
        doek, vorm = require_doek(self), self.vorm
        with doek.versiering():
            doek.setStrokeColor(GRIJS)
            doek.setLineWidth(0.7)
            doek.rect(0, 0, self.width, self.height, stroke=1, fill=0)
            doek.setStrokeColor(LIJN)
            doek.setLineWidth(0.5)
            for nummer in range(1, vorm.regels):
                y = nummer * self.height / vorm.regels
                doek.line(6, y, self.width - 6, y)
        if vorm.naam:
            with doek.element("Form") as knoop:
                x, y = doek.absolutePosition(0, 0)
                vak = (x + 0.8, y + 0.8, x + self.width - 0.8, y + self.height - 0.8)
                pagina = doek.getPageNumber() - 1
                knoop.veld = Invulveld(
                    vorm.naam, vorm.uitleg, pagina, vak, maximum=vorm.maximum, regels=vorm.regels
                )


class Keuzevak(Flowable):
    """Boxes of which one is ticked, each with its word; gekozen: ticked already, on paper."""

    def __init__(
        self, naam: str, uitleg: str, keuzes: tuple[tuple[str, str], ...], gekozen: str = ""
    ) -> None:
        super().__init__()
        self.naam, self.uitleg, self.keuzes, self.gekozen = naam, uitleg, keuzes, gekozen

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, 18.0
        return self.width, self.height

    def draw(self) -> None:
        doek, x, y = require_doek(self), 0.0, 3.0
        for code, woord in self.keuzes:
            with doek.versiering():
                doek.setStrokeColor(GRIJS)
                doek.setLineWidth(0.9)
                doek.rect(x + 0.5, y, _VAKJE, _VAKJE, stroke=1, fill=0)
                if code == self.gekozen:
                    doek.setStrokeColor(INKT)
                    doek.setLineWidth(1.5)
                    doek.lines([(x + 3, y + 2.5, x + 10, y + 9.5), (x + 3, y + 9.5, x + 10, y + 2.5)])
            if self.naam:
                with doek.element("Form") as knoop:
                    links, onder = doek.absolutePosition(x + 0.5, y)
                    vak = (links, onder, links + _VAKJE, onder + _VAKJE)
                    uitleg = f"{self.uitleg} {woord}"
                    pagina = doek.getPageNumber() - 1
                    knoop.veld = Invulveld(self.naam, uitleg, pagina, vak, keuze=code, groep=self.uitleg)
            aangekruist = " (aangekruist)" if code == self.gekozen else ""
            with doek.tekst("P"):
                doek.setFillColor(INKT)
                doek.setFont(CEL.fontName, CEL.fontSize)
                doek.drawString(x + 18, y + 2.6, woord + aangekruist)
            x += doek.stringWidth(woord + aangekruist, CEL.fontName, CEL.fontSize) + 40


def add_velden(pdf: Pdf, velden: list[tuple[Invulveld, Object]], eerste_sleutel: int) -> list[Object]:
    """Put the fields on their pages and in the structure; gives the elements, in the order of their keys."""
    alle = Array()
    groepen: dict[str, Object] = {}
    letter = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    for nummer, (veld, element) in enumerate(velden):
        pagina = pdf.pages[veld.pagina]
        vak = _vak(pdf, veld)
        vak.P, vak.StructParent = pagina.obj, eerste_sleutel + nummer
        if veld.keuze:
            if veld.naam not in groepen:
                groepen[veld.naam] = pdf.make_indirect(
                    Dictionary(
                        FT=Name.Btn, Ff=_KEUZERONDJE, T=String(veld.naam), TU=String(veld.groep),
                        V=Name.Off, Kids=Array(),
                    )
                )  # fmt: skip
                alle.append(groepen[veld.naam])
            vak.Parent = groepen[veld.naam]
            groepen[veld.naam].Kids.append(vak)
        else:
            alle.append(vak)
        if Name.Annots not in pagina:
            pagina.Annots = Array()
        pagina.Annots.append(vak)
        element.Pg = pagina.obj
        element.Alt = String(veld.uitleg)
        element.K = Array([Dictionary(Type=Name.OBJR, Obj=vak, Pg=pagina.obj)])
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=alle, DR=Dictionary(Font=Dictionary(Helv=letter)), DA=String(_LETTER))
    )
    return [element for _, element in velden]


def _vak(pdf: Pdf, veld: Invulveld) -> Object:
    links, onder, rechts, boven = veld.vak
    breed, hoog = rechts - links, boven - onder
    vak = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, F=_AFDRUKBAAR, Rect=Array([round(m, 2) for m in veld.vak]),
        TU=String(veld.uitleg), DA=String(_LETTER),
    )  # fmt: skip
    leeg = _beeld(pdf, breed, hoog, b"")
    if veld.keuze:
        kruis = b"q 1.5 w 0.086 G 2.5 2.5 m 9.5 9.5 l S 2.5 9.5 m 9.5 2.5 l S Q"
        aan = Dictionary({"/" + veld.keuze: _beeld(pdf, breed, hoog, kruis), "/Off": leeg})
        vak.AP, vak.AS, vak.MK = Dictionary(N=aan), Name.Off, Dictionary(CA=String("8"))
        return pdf.make_indirect(vak)
    vak.FT, vak.T, vak.MaxLen = Name.Tx, String(veld.naam), veld.maximum
    vak.V = String("")
    vak.MK = Dictionary(BG=Array([1, 1, 1]))
    vak.AP = Dictionary(N=leeg)
    if veld.regels > 1:
        vak.Ff = _MEER_REGELS
    return pdf.make_indirect(vak)


def _beeld(pdf: Pdf, breed: float, hoog: float, tekening: bytes) -> Object:
    return pdf.make_stream(
        tekening,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(breed, 2), round(hoog, 2)]),
        Resources=Dictionary(),
    )

# SPDX-License-Identifier: EUPL-1.2
"""The herstelblad for the safe: the code, how a stranger opens the kluis with it, and the key data.

The squares (QR) say the same as the groups beside them, for who has a scanner; so they are decoration.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Verhaal, alineas, feiten, hoofd, kop, opmerking, regel_gevraagd
from gemeente_pga.documents.letters import MEDIUM, escape
from gemeente_pga.documents.opmaak import BIJ, BREEDTE, CEL, INKT, choose_kleuren, format_datum
from gemeente_pga.documents.tabel import Par, Rij, Tabel, Vorm
from gemeente_pga.documents.tags import require_doek
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken import Kop
from gemeente_pga.domain.stukken.herstelblad import HERSTELSTAPPEN

_CODE = ParagraphStyle("herstelcode", parent=CEL, fontName=MEDIUM, fontSize=17, leading=23)
_GEGEVEN = ParagraphStyle("sleutelgegeven", parent=CEL, fontName=MEDIUM, fontSize=10.5, leading=15)
_QR_CODE, _QR_GEGEVENS = 34 * mm, 62 * mm
_PER_REGEL = 4
_RAND = 4  # the quiet zone around the code, in modules


class _Vierkant(Flowable):
    """A QR code; mere decoration, because the same stands beside it as text."""

    def __init__(self, tekst: str, maat: float) -> None:
        super().__init__()
        self.tekst, self.maat = tekst, maat

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = self.height = self.maat
        return self.width, self.height

    def draw(self) -> None:
        code = QRCode(None, QRErrorCorrectLevel.M)
        code.addData(self.tekst)
        code.make()
        aantal = code.getModuleCount()  # type: ignore[no-untyped-call]  # of reportlab
        maat = self.maat / (aantal + 2 * _RAND)
        doek = require_doek(self)
        with doek.versiering():
            doek.setFillColor(INKT)
            for rij in range(aantal):
                y = self.maat - (rij + _RAND + 1) * maat
                donker = [code.isDark(rij, kolom) for kolom in range(aantal)]  # type: ignore[no-untyped-call]  # idem
                for begin, lengte in _streken(donker):
                    doek.rect((begin + _RAND) * maat, y, lengte * maat, maat, stroke=0, fill=1)


def _streken(regel: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark begins on this line, and how long it lasts: one stroke shows no seams."""
    plaats = 0
    for donker, groep in itertools.groupby(regel):
        lengte = len(list(groep))
        if donker:
            yield plaats, lengte
        plaats += lengte


def render(blad: Herstelblad, kop_: Kop) -> bytes:
    """The two pages of the herstelblad. Same data, same bytes."""
    kop_ = replace(kop_, kenmerk=blad.kenmerk)
    bewaar = (
        "In een dichte envelop in de kluis van de gemeente, niet bij de laptop en niet bij de back-up. "
        "Schrijf op de envelop: Herstelblad, datum en wie erbij mag."
    )
    verhaal: Verhaal = [
        *hoofd(kop_, "Hiermee gaat de kluis open als de wachtzin kwijt is"),
        *regel_gevraagd("Wie dit blad heeft en bij de laptop of een back-up kan, kan alles lezen."),
        *feiten(
            [
                ("Kluis", blad.kenmerk),
                ("Gemaakt op", format_datum(kop_.datum)),
                ("Bewaren", bewaar),
            ]
        ),
        *kop("Herstelcode"),
        _naast(_groepen(blad.code.split("-"), _PER_REGEL, _CODE), blad.code, _QR_CODE, kop_),
        *kop("Zo opent u de kluis met dit blad"),
        *_stappen(),
        *opmerking(
            "Openen met dit blad komt in het journaal van de kluis te staan. Een nieuwe wachtzin of een "
            "vervanger verandert niets aan dit blad. Een nieuwe herstelcode of een nieuwe hoofdsleutel wel: "
            "dan hoort er een nieuw blad bij."
        ),
        PageBreak(),
        *kop("Sleutelgegevens"),
        *alineas(
            "Deze gegevens zijn alleen nodig als beide sleutelbestanden van de kluis kwijt of beschadigd "
            "zijn. Het programma vraagt er dan om. Zonder de herstelcode zijn ze niets waard. Typ ze regel "
            "voor regel over, of lees het vierkant met een scanner."
        ),
        *_gegevensblok(blad.gegevens.splitlines()),
        _Vierkant("-".join(blad.gegevens.split()), _QR_GEGEVENS),
        *opmerking(
            "Van elke groep is het laatste teken een controleteken. De letters I, L, O en U komen niet voor. "
            "Een 0 is een nul en een 1 is een één."
        ),
    ]
    return build(kop_, verhaal)


def _naast(links: Verhaal, qr: str, maat: float, kop_: Kop) -> Tabel:
    vorm = Vorm(soort="", boven=4, onder=4, lijnen=False, rand=8, vlak=choose_kleuren(kop_.accentkleur).waas)
    breed = maat + 8
    kader = Tabel((BREEDTE - breed, breed), [Rij([links, [_Vierkant(qr, maat)]])], vorm)
    kader.spaceAfter = 6
    return kader


def _groepen(groepen: Sequence[str], per_regel: int, stijl: ParagraphStyle) -> Verhaal:
    """The groups with their numbers, in reading order."""
    breed = (BREEDTE - _QR_CODE - 30) / per_regel
    rijen = [
        Rij(
            [
                [Par(escape(f"groep {n + 1}"), BIJ), Par(escape(groep), stijl)]
                for n, groep in enumerate(groepen)
                if n // per_regel == regel
            ]
        )
        for regel in range(len(groepen) // per_regel)
    ]
    return [Tabel([breed] * per_regel, rijen, Vorm(soort="", boven=2, onder=4, lijnen=False))]


def _gegevensblok(regels: Sequence[str]) -> Verhaal:
    """Seven lines of eight groups, each line with the numbers of its groups."""
    label = 18 * mm
    rijen = []
    for n, regel in enumerate(regels):
        groepen = regel.split()
        eerste = n * len(groepen) + 1
        cellen: list[Verhaal] = [[Par(escape(f"{eerste}\xa0–\xa0{eerste + len(groepen) - 1}"), BIJ)]]
        cellen += [[Par(escape(groep), _GEGEVEN)] for groep in groepen]
        rijen.append(Rij(cellen))
    breed = (BREEDTE - label) / 8
    blok = Tabel([label, *[breed] * 8], rijen, Vorm(boven=3, onder=3, tussen=3, rijkoppen=(0,)))
    blok.spaceAfter = 10
    return [blok]


def _stappen() -> Verhaal:
    rijen = [
        Rij([[Par(f"{n}.", CEL, "")], [Par(escape(stap), CEL)]])
        for n, stap in enumerate(HERSTELSTAPPEN, start=1)
    ]
    lijst = Tabel((9 * mm, BREEDTE - 9 * mm), rijen, Vorm(soort="L", boven=1.5, onder=2.5, lijnen=False))
    lijst.spaceAfter = 6
    return [lijst]

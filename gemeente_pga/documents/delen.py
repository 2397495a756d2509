# SPDX-License-Identifier: EUPL-1.2
"""The parts every paper is made of: head, summary, facts, tables, decision box, actions, signatures, code.

All take typed text as it is and make it safe to print; no document escapes or styles anything itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from gemeente_pga.documents.blad import STAAT_TEKST
from gemeente_pga.documents.letters import escape, plain
from gemeente_pga.documents.opmaak import (
    BESLUIT,
    BESLUIT_VET,
    BIJ,
    BREEDTE,
    CEL,
    CEL_VET,
    CODE,
    GELABELD,
    GEVRAAGD,
    KLEIN,
    KOLOMKOP,
    LABEL,
    LEESBREEDTE,
    LOPEND,
    NAAM,
    ONDERTITEL,
    PUNT,
    TITEL,
    choose_kleuren,
    format_datum,
)
from gemeente_pga.documents.tabel import Kopregel, Merk, Par, Rij, Tabel, Vorm
from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, NIET_VERSTREKKEN
from gemeente_pga.domain.kader import noem_versie
from gemeente_pga.domain.stukken import Actie, Besluit, Inbreng, Informeren, KaderVermelding, Kop, actienummer

Verhaal = list[Flowable]
Cel = str | Sequence[Flowable]

_LEESBAAR = ParagraphStyle("leesbaar", parent=LOPEND, rightIndent=BREEDTE - LEESBREEDTE)
NUMMERBREEDTE = 20  # of a column with the numbers of other meetings, mm
INTERN = "Intern exemplaar – niet verstrekken"
_MERKTEKST = {
    NIET_VERSTREKKEN: "Niet verstrekken zonder toestemming van de bronhouder.",
    CITEREN_NA_AKKOORD: "Citeren pas na akkoord van de bronhouder.",
}
_MET_AKKOORD = "Geciteerd met akkoord van de bronhouder."


def alineas(tekst: str, stijl: ParagraphStyle = _LEESBAAR) -> Verhaal:
    """Running text; an empty line makes a new paragraph. Nothing for no text."""
    blokken = (blok.strip() for blok in tekst.replace("\r\n", "\n").split("\n\n"))
    return [Par(escape(blok), stijl) for blok in blokken if blok]


def opmerking(tekst: str) -> Verhaal:
    """A short remark in small grey type."""
    return alineas(tekst, BIJ)


def kop(titel: str, niveau: int = 1) -> Verhaal:
    """A heading, with its bookmark."""
    return [Kopregel.make(escape(titel), niveau, plain(titel)[:120])]


def samen(eerst: Verhaal, dan: Verhaal) -> Verhaal:
    """Two parts of which the first is never parted from the beginning of the second."""
    if eerst and dan and isinstance(eerst[-1], Par | Tabel) and isinstance(dan[0], Par | Tabel):
        eerst[-1].volgt = dan[0]
    return [*eerst, *dan]


def punten(teksten: Iterable[str]) -> Verhaal:
    """A list with bullets, small enough for a cell."""
    return [Par(escape(tekst), PUNT, bulletText="•") for tekst in teksten if tekst]


def hoofd(kop: Kop, ondertitel: str, merken: Iterable[str] = ()) -> Verhaal:
    """The title, the line below it, and the marks of this copy."""
    teksten = [
        STAAT_TEKST[kop.staat],
        *merken,
        f"Exemplaar voor {kop.bestemd_voor}" if kop.bestemd_voor else "",
        "Casus overgenomen van papier" if kop.overgenomen else "",
        "Oefening – alles is verzonnen" if kop.oefening else "",
    ]
    merk = Merk([t for t in teksten if t])
    titel: Verhaal = [Par(escape(kop.documentsoort), TITEL, "H1")]
    if ondertitel:
        titel.append(Par(escape(ondertitel), ONDERTITEL))
    breed = min(merk.breedte, BREEDTE / 2)
    return [
        Tabel(
            (BREEDTE - breed, breed), [Rij([titel, [merk]])], Vorm(soort="", boven=0, onder=0, lijnen=False)
        )
    ]


def regel_gevraagd(tekst: str) -> Verhaal:
    """The third line of a one-page paper: what is asked; title and subtitle say the rest."""
    return [Par(escape(tekst), GEVRAAGD)]


def samenvatting(kop: Kop, wat: str, gevraagd: str, *, waarover: str = "") -> Verhaal:
    """In three lines: what this is, about which case, and what is asked."""
    over = waarover or f"{kop.nummersoort} {', '.join(kop.nummers)}"
    regels = [("Wat is dit?", wat), ("Waarover?", over), ("Wat wordt gevraagd?", gevraagd)]
    rijen = [Rij([[Par(escape(k), CEL_VET)], [Par(escape(v), CEL)]]) for k, v in regels]
    vorm = Vorm(soort="Table", boven=2, onder=2, lijnen=False, rand=7, vlak=choose_kleuren("#525252").waas,
                rijkoppen=(0,))  # fmt: skip
    tabel = Tabel((45 * mm, BREEDTE - 45 * mm), rijen, vorm)
    tabel.spaceBefore, tabel.spaceAfter = 10, 12
    return [tabel]


def feiten(paren: Iterable[tuple[str, Cel]], *, label: float = 42 * mm) -> Verhaal:
    """Labels with their facts, one below the other; a fact that is empty is left out."""
    rijen = [Rij([[Par(escape(k), LABEL)], _cel(v)]) for k, v in paren if v]
    if not rijen:
        return []
    vorm = Vorm(boven=1.8, onder=2.2, lijnen=False, rijkoppen=(0,), heel_tot=90)
    lijst = Tabel((label, BREEDTE - label), rijen, vorm)
    lijst.spaceAfter = 7
    return [lijst]


def feiten_naast(links: Iterable[tuple[str, str]], rechts: Iterable[tuple[str, str]]) -> Verhaal:
    """Two columns of labels with their facts, where paper is scarce."""
    paren = zip_longest([p for p in links if p[1]], [p for p in rechts if p[1]], fillvalue=("", ""))
    rijen = [Rij([_label(een[0]), _cel(een[1]), _label(twee[0]), _cel(twee[1])]) for een, twee in paren]
    vorm = Vorm(boven=1.8, onder=2.2, lijnen=False, rijkoppen=(0, 2))
    lijst = Tabel((30 * mm, 54 * mm, 30 * mm, BREEDTE - 114 * mm), rijen, vorm)
    lijst.spaceAfter = 7
    return [lijst] if rijen else []


def _label(tekst: str) -> Verhaal:
    return [Par(escape(tekst), LABEL)] if tekst else []


def tabel(
    koppen: Sequence[str], breedtes: Sequence[float], rijen: Iterable[Sequence[Cel]], vorm: Vorm | None = None
) -> Verhaal:
    """A table under a header that comes again on each page. breedtes: in mm, without the last column."""
    lichaam = [Rij([_cel(cel) for cel in rij]) for rij in rijen]
    if not lichaam:
        return []
    maten = [b * mm for b in breedtes]
    maten.append(BREEDTE - sum(maten))
    hoofdrij = Rij([[Par(escape(k), KOLOMKOP, "")] for k in koppen], kop=True)
    return [Tabel(maten, [hoofdrij, *lichaam], vorm or Vorm())]


def regels(*delen: tuple[str, str]) -> Verhaal:
    """Small lines below the main text of a cell: label and text; what has no text is left out."""
    return [
        Par(f"{escape(label)}: {escape(tekst)}" if label else escape(tekst), BIJ)
        for label, tekst in delen
        if tekst
    ]


def gelabeld(label: str, *teksten: str) -> Verhaal:
    """Paragraphs in a cell that hang behind a label in bold."""
    gevuld = [tekst for tekst in teksten if tekst]
    return [Par(escape(tekst), GELABELD, bulletText="" if i else label) for i, tekst in enumerate(gevuld)]


def _line(*delen: tuple[str, str]) -> tuple[str, str]:
    """Labels and texts one after the other, as one small line."""
    return "", "\xa0· ".join(f"{label}: {tekst}" if label else tekst for label, tekst in delen if tekst)


def vetcel(tekst: str, *bij: tuple[str, str]) -> Verhaal:
    """A cell with bold text and small lines below it."""
    return [*([Par(escape(tekst), CEL_VET)] if tekst else []), *regels(*bij)]


def namen(regels_: Iterable[str]) -> Verhaal:
    """A line for each person; one that is too long hangs in."""
    return [Par(escape(regel), NAAM) for regel in regels_ if regel]


def says_itself(rol: str, functie: str) -> bool:
    """Does a role add nothing: everybody at the table is a participant, or the function says the same?"""
    return rol.lower().startswith("deelnemer") or rol.casefold() == functie.casefold()


def tekstcel(tekst: str, *bij: tuple[str, str]) -> Verhaal:
    """A cell with text and small lines below it."""
    return [*_cel(tekst), *regels(*bij)]


def besluitkader(kop: Kop, besluiten: Sequence[Besluit], *, kort: bool = False) -> Verhaal:
    """The numbered decisions in a box that catches the eye; kort: where paper is scarce."""
    kleuren = choose_kleuren(kop.accentkleur)
    nummer = ParagraphStyle(
        "besluitnummer", parent=BESLUIT, fontName=BESLUIT_VET.fontName, textColor=kleuren.accent
    )
    rijen = []
    for besluit in besluiten:
        cel: Verhaal = [Par(escape(besluit.tekst), BESLUIT, "P")]
        if besluit.steunt_op_niet_vastgelegd:
            cel.append(Par("Dit besluit steunt mede op informatie die niet is vastgelegd.", KLEIN))
        rijen.append(Rij([[Par(f"{besluit.nummer}.", nummer, "")], cel]))
    if not rijen:
        rijen = [Rij([[], [Par("Er is geen besluit genomen.", BESLUIT)]])]
    boven, onder, rand = (1.5, 2.0, 6) if kort else (2.5, 3.5, 9)
    vorm = Vorm(soort="L", boven=boven, onder=onder, rand=rand, lijnen=False, heel_tot=170,
                vlak=kleuren.waas, streep=kleuren.accent)  # fmt: skip
    return [Tabel((15 * mm, BREEDTE - 15 * mm), rijen, vorm)]


def kernbesluit(kop: Kop, besluit: str, reden: str, bij: Sequence[tuple[str, str]]) -> Verhaal:
    """One decision in large type with its reason, and what belongs to it, in the same box."""
    kleuren = choose_kleuren(kop.accentkleur)
    inhoud: Verhaal = [Par(escape(besluit), BESLUIT_VET), *alineas(reden, BESLUIT)]
    inhoud += [Par(f"<b>{escape(k)}</b> {escape(v)}", BESLUIT) for k, v in bij if v]
    for deel in inhoud[1:]:
        deel.spaceBefore = 5
    vorm = Vorm(
        soort="",
        boven=2,
        onder=3,
        lijnen=False,
        rand=10,
        vlak=kleuren.waas,
        streep=kleuren.accent,
        heel_tot=250,
    )
    return [Tabel((BREEDTE,), [Rij([inhoud])], vorm)]


def actietabel(
    acties: Sequence[Actie], *, kort: bool = False, leeg: str = "Er zijn geen nieuwe acties afgesproken."
) -> Verhaal:
    """The actions: what, who, before when; with measure, condition and what the betrokkene knows.

    kort: all of that on one small line, where paper is scarce.
    """
    vorm = Vorm(boven=3, onder=3.5) if kort else None
    rijen = (_action_row(actie, kort) for actie in acties)
    nummer = NUMMERBREEDTE if any(actie.overleg for actie in acties) else 8 if kort else 9
    breedtes = [nummer, 108 - nummer, 36] if kort else [nummer, 96 - nummer, 39]
    return tabel(["Nr.", "Wat", "Wie", "Vóór"], breedtes, rijen, vorm) or alineas(leeg)


def _action_row(actie: Actie, kort: bool) -> list[Cel]:
    bij = [
        ("Klaar als", actie.maat),
        ("Alleen als", actie.conditie),
        ("Betrokkene", actie.informering),
        ("Stand", actie.status),
        ("", actie.toelichting),
    ]
    if kort:
        bij = [_line(*bij)]
    voor = format_datum(actie.voor, kort=kort) or "–"
    return [actienummer(actie.overleg, actie.nummer), tekstcel(actie.wat, *bij), vetcel(actie.wie), voor]


def inbrengtabel(inbreng: Sequence[Inbreng], *, leeg: str = "Er is geen informatie vastgelegd.") -> Verhaal:
    """What each party brought: the text with its source, and on what ground it may be used here.

    The ground that most items share is said once, above the table; under an item only what differs.
    """
    if not inbreng:
        return alineas(leeg)
    gewoon = _shared_ground(inbreng)
    boven = alineas(f"Waar niets anders staat: {gewoon[0].lower()}{gewoon[1:]}.", KLEIN) if gewoon else []
    if any(item.nummer for item in inbreng):
        rijen = ([f"{item.nummer or ''}", *_input_row(item, gewoon)] for item in inbreng)
        return [*boven, *tabel(["Nr.", "Wie", "Wat"], [9, 36], rijen)]
    return [*boven, *tabel(["Wie", "Wat"], [40], (_input_row(item, gewoon) for item in inbreng))]


def _shared_ground(inbreng: Sequence[Inbreng]) -> str:
    """The line about category, purpose and ground that at least three items, and half of them, have."""
    ((regel, aantal),) = Counter(_ground(item)[1] for item in inbreng).most_common(1)
    return regel if aantal >= max(3, len(inbreng) / 2) else ""


def _ground(item: Inbreng) -> tuple[str, str]:
    eender = item.grondslag_gever == item.grondslag_ontvanger
    return _line(
        ("Soort gegeven", item.categorie),
        ("doel", item.doel),
        ("grondslag van gever en ontvanger", item.grondslag_gever if eender else ""),
        ("grondslag van de gever", "" if eender else item.grondslag_gever),
        ("van de ontvanger", "" if eender else item.grondslag_ontvanger),
    )


def _input_row(item: Inbreng, gewoon: str) -> list[Cel]:
    bekend = format_datum(item.ontvangen_op) if item.ontvangen_op != item.gebeurd_op else ""
    grond = _ground(item)
    wat = tekstcel(
        item.tekst,
        _line(
            ("", item.soort_uitspraak),
            ("bron", item.bron),
            ("", format_datum(item.gebeurd_op)),
            ("bij ons bekend sinds", bekend),
            ("verkregen", item.verkregen),
            ("vindplaats", item.vindplaats),
            ("gezien op", format_datum(item.gevonden_op)),
            ("nagegaan", item.nagegaan),
        ),
        ("", "") if grond[1] == gewoon else grond,
        ("Waarom onmisbaar", item.noodzaak),
        _line(
            ("Alleen voor", ", ".join(item.alleen_voor)), ("te gebruiken tot", format_datum(item.einddatum))
        ),
    )
    if item.merkteken:
        wat.append(Par(f"<b>{escape(item.merkteken)}</b>", KLEIN))
    if item.markering in _MERKTEKST:
        merk = _MET_AKKOORD if item.akkoord_bronhouder else _MERKTEKST[item.markering]
        wat.append(Par(f"<b>{merk}</b>", KLEIN))
    return [vetcel(item.gever, ("", item.naam), ("", "schriftelijk" if item.schriftelijk else "")), wat]


def informeerregels(informeren: Informeren) -> list[tuple[str, str]]:
    """The informing decision as labels and facts; empty when nothing has been decided."""
    return [
        ("Betrokkene informeren", informeren.besluit),
        ("Reden", informeren.reden),
        ("Grondslag", informeren.grondslag),
        ("Door", informeren.door),
        ("Opnieuw bekijken op", format_datum(informeren.opnieuw_op)),
        ("Hoe", informeren.hoe),
        ("Geïnformeerd op", format_datum(informeren.uitgevoerd_op)),
    ]


def kadervermelding(kader: KaderVermelding) -> Verhaal:
    """Which legal framework was used, and what in it has not been vastgesteld."""
    if not kader.titel:
        return []
    titel = f"{kader.titel}, {noem_versie(kader.versie)}" if kader.versie else kader.titel
    return feiten([("Juridisch kader", titel), ("Niet vastgesteld", "\n".join(kader.opmerkingen))])


def handtekeningen(ondertekenaars: Sequence[tuple[str, str]]) -> Verhaal:
    """Room to sign, for each (name, in which capacity)."""
    rijen: list[list[Cel]] = [[vetcel(naam, ("", als)), "", ""] for naam, als in ondertekenaars]
    vorm = Vorm(boven=7, onder=22, heel_tot=480)
    return tabel(["Naam en functie", "Datum", "Handtekening"], [66, 33], rijen, vorm)


def slot(code: str) -> Verhaal:
    """The control code, at the end of a document that is vastgesteld."""
    if not code:
        return []
    uitleg = "In het programma te controleren."
    rij = Rij([[Par(escape(f"Controlecode {code}"), CODE)], [Par(uitleg, BIJ)]])
    vorm = Vorm(soort="", boven=2, onder=0, lijnen=False, heel_tot=480)
    kader = Tabel((104 * mm, BREEDTE - 104 * mm), [rij], vorm)
    kader.spaceBefore, kader.spaceAfter = 6, 0
    return [kader]


def _cel(inhoud: Cel) -> Verhaal:
    if isinstance(inhoud, str):
        return [Par(escape(blok), CEL) for blok in inhoud.replace("\r\n", "\n").split("\n\n") if blok.strip()]
    return list(inhoud)

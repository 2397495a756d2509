# SPDX-License-Identifier: EUPL-1.2
"""The meldformulier: what happens with a report, then the questions; to type in, or with what was said."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import Verhaal, alineas, hoofd, kop, punten, samen, slot
from gemeente_pga.documents.invulvelden import Keuzevak, Schrijfvak, Veldvorm
from gemeente_pga.documents.letters import escape
from gemeente_pga.documents.opmaak import BIJ, BREEDTE, CEL, CEL_VET, choose_kleuren
from gemeente_pga.documents.tabel import Par, Rij, Tabel, Vorm
from gemeente_pga.domain.meldformulier import KEUZES, VOORVOEGSEL, VRAGEN
from gemeente_pga.domain.stukken import Meldformulier
from gemeente_pga.domain.tekst import begin_van_zin

_HULP = ParagraphStyle("vraaghulp", parent=BIJ, spaceAfter=4)
_NIET = "dat is nog niet vastgesteld"
_GEVAAR = "Is er nu gevaar? Vul dit formulier niet in. Bel 112."


def render(gegevens: Meldformulier, *, code: str = "") -> bytes:
    """Blank: a PDF to type in. Ingevuld: ordinary paper, to check and sign."""
    verhaal = _ingevuld(gegevens) if gegevens.ingevuld else _leeg(gegevens)
    return build(gegevens.kop, [*verhaal, *slot(code)] if code else verhaal)


def _leeg(g: Meldformulier) -> Verhaal:
    return [
        *hoofd(g.kop, f"Zorgen over radicalisering melden bij {_gemeente(g)}"),
        *_kader(g, [Par(escape(_GEVAAR), CEL_VET)]),
        *_vooraf(g),
        PageBreak(),
        *kop("1. Over wie gaat het?", 2),
        *_regels("persoon_naam", "persoon_geboren", "persoon_adres", "persoon_kennen"),
        *kop("2. Wat is er gebeurd?", 2),
        *_hulp("Er zijn drie vakken. Zo weten wij wat u zeker weet en wat niet. Een vak leeg laten mag."),
        *_vak(
            "zelf", "Wat u met eigen ogen zag of zelf hoorde. Schrijf op wat iemand deed of letterlijk zei."
        ),
        *_regels("wanneer", "waar"),
        *_vak("anderen", "Wat een ander u vertelde. Schrijf op hoe die ander dit weet. Een naam hoeft niet."),
        *_vak("denkt", "Wat u vermoedt of waar u bang voor bent. Dit is uw mening, en die mag."),
        *_vak("eerder", "Bijvoorbeeld bij de politie, op school of bij Veilig Thuis. Waar, en wanneer?"),
        *kop("3. Over uzelf", 2),
        *_hulp(
            "U mag dit leeg laten. Dan kunnen wij u niets vragen, en u niet laten weten dat wij uw "
            "melding kregen."
        ),
        *_regels("melder_naam", "melder_functie", "melder_telefoon", "melder_email"),
        *_keuze(),
        *_regels_los("Datum en handtekening", "alleen op papier"),
        *_daarna(g),
    ]


def _ingevuld(g: Meldformulier) -> Verhaal:
    return [
        *hoofd(g.kop, f"Uw melding bij {_gemeente(g)}, om na te kijken"),
        *_kader(
            g,
            [
                Par(escape("Wat vragen wij u?"), CEL_VET),
                Par(
                    escape(
                        f"Wij schreven op wat u ons{_op(g)} vertelde. Klopt het? Verbeter wat niet klopt "
                        "met pen. "
                        "Zet daarna onderaan uw handtekening en geef dit formulier terug."
                    ),
                    CEL,
                ),
            ],
        ),
        *kop("1. Over wie gaat het?", 2),
        *_hulp("Wij vullen dit niet voor u in. Schrijf alleen op wat u zelf weet."),
        *_regels_pen("persoon_naam", "persoon_geboren", "persoon_adres"),
        *kop("2. Wat vertelde u ons?", 2),
        *_gezegd("zelf", g.zelf),
        *(_gezegd("wanneer", g.wanneer) if g.wanneer else []),
        *_gezegd("anderen", g.anderen),
        *_gezegd("denkt", g.denkt),
        *samen(_label("Wat wilt u verbeteren of toevoegen?"), [Schrijfvak(Veldvorm("", "", 4)), _wit()]),
        *kop("3. Over uzelf", 2),
        *_paren(
            [
                ("Uw naam", g.melder_naam),
                ("Uw functie en organisatie", g.melder_functie),
                ("Telefoon of e-mail", g.melder_contact),
            ]
        ),
        *_label(VRAGEN["naam_noemen"].label),
        *_hulp(
            "Wij noemen uw naam niet uit onszelf als u dat niet wilt. Beloven dat niemand u herkent, kan "
            "niet."
        ),
        Keuzevak("", "", KEUZES, g.naam_noemen),
        *_regels_los("Datum en handtekening", ""),
        *_vooraf(g),
        *_daarna(g),
    ]


def _vooraf(g: Meldformulier) -> Verhaal:
    """Who asks this, why, and what the reporter may ask in return."""
    bewaar = g.bewaartermijn or _NIET
    return [
        *kop("Waarvoor is dit formulier?", 2),
        *alineas(
            "Maakt u zich zorgen dat iemand radicaliseert? Met dit formulier vertelt u het ons. Wij "
            "kijken dan "
            "of hulp of iets anders nodig is. Een melding is geen bewijs, en ook geen aangifte."
        ),
        *kop("Wat wij van u vragen", 2),
        *punten(
            (
                "Vertel wat u zelf weet. Ga niets uitzoeken, ook niet op internet of sociale media.",
                "Schrijf alleen op wat nodig is om uw zorg te begrijpen.",
                "Schrijf geen burgerservicenummer op. Noem geen namen van anderen als het zonder kan.",
                "Geloof, politieke mening, gezondheid of afkomst: alleen als uw zorg anders niet te "
                "begrijpen is.",
                "Weet u iets niet? Laat het leeg.",
            )
        ),
        *kop("Wat wij met uw gegevens doen", 2),
        *punten(
            (
                f"{begin_van_zin(_gemeente(g))} is verantwoordelijk. "
                f"U bereikt ons via: {g.contactpunt or _NIET}.",
                "Wij gebruiken uw melding om te wegen of een persoonsgerichte aanpak nodig is. "
                f"Op grond van: {g.kader or _NIET}.",
                "Gemeente, politie en Openbaar Ministerie bekijken de melding samen. "
                "Is meer nodig, dan kan een deel naar een andere organisatie die meedoet.",
                "Uw naam en telefoonnummer gebruiken wij om u iets te vragen of te laten weten.",
                "Wilt u niet dat de persoon uw naam weet? Dan noemen wij uw naam niet uit onszelf. "
                "Wij kunnen niet beloven dat niemand u herkent, of dat een rechter niet anders beslist.",
                "De persoon over wie u meldt, hoort in beginsel dat wij gegevens hebben. Daarop zijn "
                "uitzonderingen "
                "(AVG, artikel 14).",
                f"Hoe lang wij een melding bewaren die niet wordt opgenomen: {bewaar}.",
                "U mag vragen welke gegevens wij van u hebben. U mag vragen om ze te verbeteren of te "
                "wissen. U kunt bezwaar maken (AVG, artikelen 15 tot en met 21).",
                f"Vragen over privacy: de functionaris gegevensbescherming, {g.fg or _NIET}. Een klacht "
                "kunt u "
                "indienen bij de Autoriteit Persoonsgegevens.",
                "U hoeft niets te melden en niets in te vullen. Geen computer beslist over uw melding.",
            )
        ),
    ]  # fmt: skip


def _daarna(g: Meldformulier) -> Verhaal:
    waar = g.contactpunt or _NIET
    stappen = (
        f"Lever het formulier in bij: {waar}. Vraag daar hoe u het veilig verstuurt. Gewone e-mail is "
        "niet veilig.",
        "Wij laten u weten dat wij uw melding hebben, als wij weten hoe wij u bereiken.",
        "Gemeente, politie en Openbaar Ministerie bespreken de melding. Misschien stellen wij u nog een "
        "vraag.",
        "Wij laten u weten dat uw melding is besproken. Wat eruit komt, mogen wij niet vertellen.",
        "Bewaar zelf geen kopie op een plek waar anderen bij kunnen. Ziet u iets nieuws? Meld het opnieuw.",
    )
    rijen = [
        Rij([[Par(f"{n}.", CEL, "")], [Par(escape(stap), CEL)]]) for n, stap in enumerate(stappen, start=1)
    ]
    lijst = Tabel((7 * mm, BREEDTE - 7 * mm), rijen, Vorm(soort="L", boven=1, onder=2, lijnen=False))
    return samen(kop("Wat gebeurt er daarna?", 2), [lijst])


def _gemeente(g: Meldformulier) -> str:
    naam = g.kop.gemeente
    return naam if naam.lower().startswith("gemeente ") else f"gemeente {naam}"


def _op(g: Meldformulier) -> str:
    op = f" op {g.ontvangen}" if g.ontvangen else ""
    return f"{op} door de telefoon" if g.telefonisch else op


def _kader(g: Meldformulier, inhoud: Verhaal) -> Verhaal:
    kleuren = choose_kleuren(g.kop.accentkleur)
    vorm = Vorm(soort="", boven=3, onder=3, lijnen=False, rand=7, vlak=kleuren.waas, streep=kleuren.accent)
    kader = Tabel((BREEDTE,), [Rij([inhoud])], vorm)
    kader.spaceBefore, kader.spaceAfter = 8, 6
    return [kader]


def _hulp(tekst: str) -> Verhaal:
    return [Par(escape(tekst), _HULP)]


def _label(tekst: str) -> Verhaal:
    stijl = ParagraphStyle("vraag", parent=CEL_VET, spaceBefore=6, spaceAfter=1)
    return [Par(escape(tekst), stijl)]


def _wit() -> Flowable:
    return Tabel((BREEDTE,), [Rij([[]])], Vorm(soort="", boven=1, onder=1, lijnen=False))


def _vorm(naam: str) -> Veldvorm:
    vraag = VRAGEN[naam]
    return Veldvorm(VOORVOEGSEL + naam, vraag.uitleg, vraag.regels, vraag.maximum)


def _vak(naam: str, hulp: str) -> Verhaal:
    """Question, help and box, never parted."""
    vraag = VRAGEN[naam]
    rij = Rij([[*_label(vraag.label), *_hulp(hulp), Schrijfvak(_vorm(naam))]])
    return [Tabel((BREEDTE,), [rij], Vorm(soort="", boven=1, onder=2, lijnen=False, heel_tot=400))]


def _regels(*namen: str) -> Verhaal:
    return [_rijen([(VRAGEN[naam].label, Schrijfvak(_vorm(naam))) for naam in namen])]


def _regels_pen(*namen: str) -> Verhaal:
    return [_rijen([(VRAGEN[naam].label, Schrijfvak(Veldvorm("", ""))) for naam in namen])]


def _regels_los(label: str, hulp: str) -> Verhaal:
    tekst = f"{label} ({hulp})" if hulp else label
    return [_rijen([(tekst, Schrijfvak(Veldvorm("", ""), hoogte=14 * mm))])]


def _rijen(paren: list[tuple[str, Schrijfvak]]) -> Flowable:
    rijen = [Rij([[Par(escape(label), CEL)], [vak]]) for label, vak in paren]
    vorm = Vorm(soort="", boven=1.5, onder=2.5, lijnen=False, heel_tot=200)
    tabel = Tabel((52 * mm, BREEDTE - 52 * mm), rijen, vorm)
    tabel.spaceAfter = 4
    return tabel


def _keuze() -> Verhaal:
    vraag = VRAGEN["naam_noemen"]
    hulp = "Wij noemen uw naam niet uit onszelf als u dat niet wilt. Beloven dat niemand u herkent, kan niet."
    inhoud = [
        *_label(vraag.label),
        *_hulp(hulp),
        Keuzevak(VOORVOEGSEL + vraag.naam, vraag.uitleg, vraag.keuzes),
    ]
    return [Tabel((BREEDTE,), [Rij([inhoud])], Vorm(soort="", boven=0, onder=2, lijnen=False, heel_tot=200))]


def _gezegd(naam: str, tekst: str) -> Verhaal:
    return samen(_label(VRAGEN[naam].label), alineas(tekst or "U vertelde hier niets over."))


def _paren(paren: list[tuple[str, str]]) -> Verhaal:
    rijen = [Rij([[Par(escape(k), CEL)], [Par(escape(v or "niet opgeschreven"), CEL)]]) for k, v in paren]
    return [Tabel((52 * mm, BREEDTE - 52 * mm), rijen, Vorm(boven=2, onder=2, lijnen=False, rijkoppen=(0,)))]

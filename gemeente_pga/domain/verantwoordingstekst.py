# SPDX-License-Identifier: EUPL-1.2
"""The verwerkingsregister, the input for the DPIA and a text for the public, to take over elsewhere.

Nothing about anyone: what the kader and the settings say. What no source gives is "niet vastgesteld".
"""

from collections.abc import Iterable
from dataclasses import dataclass

NIET = "niet vastgesteld"


@dataclass(frozen=True, slots=True)
class Regel:
    """A ground or a term: what it is, and its words; empty words were not found. bron: with its certainty."""

    wat: str
    woorden: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Registerfeiten:
    """What is known here. punten: of the ingebruikname, with number and day."""

    gemeente: str
    contactpunt: str
    fg: str
    zvh: str
    kader: str
    kaderstatus: str
    partners: tuple[str, ...]
    gronden: tuple[Regel, ...]
    termijnen: tuple[Regel, ...]
    punten: tuple[Regel, ...]
    extern: tuple[str, ...]
    bsn: bool = False


def verwerkingsregister(f: Registerfeiten) -> str:
    """The entry: what AVG 30 asks for."""
    return _maak(
        f"Verwerkingsregister {f.gemeente}: persoonsgerichte aanpak radicalisering",
        (
            ("Verwerkingsverantwoordelijke", (f"{_of(f.gemeente)}, samen met de andere deelnemers.",)),
            ("Contactpunt voor betrokkenen", (f"{_contactpunt(f)}.", _CONTACTPUNT)),
            ("Functionaris gegevensbescherming", (_of(f.fg),)),
            ("Doel", ("Signalen wegen en personen begeleiden in de persoonsgerichte aanpak.",)),
            ("Juridisch kader", (f"{_of(f.kader)} ({_of(f.kaderstatus)})",)),
            ("Gronden", _regels(f.gronden)),
            ("Van wie gegevens zijn", (
                "Personen over wie een signaal is gemeld.", "Personen om hen heen, zo weinig mogelijk.",
                "Melders.", "Medewerkers van deelnemers.",
            )),
            ("Welke gegevens", (
                "Naam, geboortedatum, adres.", "Wat is gemeld en gewogen, met gever, grond en doel.",
                "Bijzondere en strafrechtelijke gegevens: alleen met eigen grond en noodzaak.",
                "Burgerservicenummer: staat aan." if f.bsn else "Burgerservicenummer: staat uit.",
            )),
            ("Ontvangers", f.partners or (NIET,)),
            ("Externe partijen", f.extern or ("Geen lopende overeenkomst vastgelegd.",)),
            ("Doorgifte buiten de EU", ("Het programma werkt zonder internet en geeft niets door.",)),
            ("Bewaartermijnen", _regels(f.termijnen)),
            ("Beveiliging", _BEVEILIGING),
        ),
    )  # fmt: skip


def publiekstekst(f: Registerfeiten) -> str:
    """For the website of the municipality: what happens with a report, and where somebody can ask."""
    return _maak(
        f"Zorgen over radicalisering melden bij {f.gemeente}",
        (
            ("Is er direct gevaar?", ("Bel 112.",)),
            ("Maakt u zich zorgen?", (
                f"U kunt het melden bij: {_of(f.contactpunt)}.",
                "Vertel wat u zelf zag of hoorde, en wanneer. Wat u alleen denkt, zegt u er apart bij.",
                "Stuur niets waarvoor u zelf op onderzoek moest gaan.",
                "Schrijf geen burgerservicenummer op, en geen namen die niet nodig zijn.",
                "U zegt zelf of uw naam bekend mag worden. Beloven dat niemand u herkent, kan niet.",
                "Er is een meldformulier. Stuur het niet met gewone e-mail.",
            )),
            ("Wat wij met uw melding doen", (
                "Gemeente, politie en Openbaar Ministerie bekijken een melding samen.",
                "Wij laten u weten dat wij uw melding hebben ontvangen en besproken. "
                "Wat eruit komt, mogen wij niet vertellen.",
                "Een melding is geen bewijs. Er is geen score en geen rangorde.",
            )),
            ("Gaat het over u?", (
                "U mag vragen welke gegevens wij van u hebben. U mag ook vragen om ze te verbeteren of "
                "te wissen (AVG, artikelen 15 tot en met 21).",
                "In beginsel hoort u het binnen een maand als wij gegevens over u van een ander kregen. "
                "Er zijn uitzonderingen (AVG, artikel 14).",
                f"Uw verzoek stuurt u naar: {_contactpunt(f)}.",
                f"Vragen over privacy: de functionaris gegevensbescherming, {_of(f.fg)}.",
            )),
            ("Op welke grond", (f"{_of(f.kader)}.",)),
        ),
    )  # fmt: skip


def ontvangstbevestiging(f: Registerfeiten) -> str:
    """To a reporter: that it came and what happens with it. Nothing about anyone, nor that anyone is "
    "known."""
    return (
        "Onderwerp: uw melding is ontvangen\n\n"
        "Geachte heer of mevrouw,\n\n"
        "Wij hebben uw melding ontvangen. Dank dat u ons dit liet weten.\n\n"
        "Wat doen wij ermee?\n"
        "Gemeente, politie en Openbaar Ministerie bekijken een melding samen. Misschien stellen wij u "
        "nog een "
        "vraag. Wij laten u weten dat uw melding is besproken. Wat eruit komt, mogen wij u niet "
        "vertellen. Ook "
        "niet of wij iemand al kenden.\n\n"
        "Wat vragen wij van u?\n"
        "Ga niets uitzoeken. Praat er met zo weinig mogelijk mensen over. Ziet u iets nieuws? Laat het "
        "ons dan "
        "weten. Is er direct gevaar? Bel 112.\n\n"
        "Wat doen wij met uw gegevens?\n"
        "Uw naam en telefoonnummer of e-mailadres gebruiken wij om u iets te vragen of te laten weten. "
        "Wilt u "
        "niet dat uw naam bekend wordt, dan noemen wij uw naam niet uit onszelf. Wij kunnen niet beloven dat "
        "niemand u herkent. U mag vragen welke gegevens wij van u hebben, en vragen om ze te verbeteren "
        "of te "
        "wissen. U kunt bezwaar maken (AVG, artikelen 15 tot en met 21). Vragen over privacy stelt u aan de "
        f"functionaris gegevensbescherming: {_of(f.fg)}. Een klacht kunt u indienen bij de Autoriteit "
        "Persoonsgegevens.\n\n"
        f"U bereikt ons via: {_of(f.contactpunt)}.\n\n"
        "Met vriendelijke groet,\n"
        f"{_gemeentenaam(f.gemeente)}\n"
    )


def _gemeentenaam(naam: str) -> str:
    return naam if naam.lower().startswith("gemeente ") else f"gemeente {_of(naam)}"


def dpia(f: Registerfeiten) -> str:
    """The input: a description, necessity, risks and measures, as far as the program can know."""
    return _maak(
        f"Invoer voor de DPIA van {f.gemeente}: persoonsgerichte aanpak radicalisering",
        (
            ("Beschrijving", (
                "Een coördinator legt signalen vast. De weegploeg weegt ze: gemeente, OM en politie.",
                "Wie wordt opgenomen, wordt besproken in een casusoverleg.",
                f"Zorg- en Veiligheidshuis: {_of(f.zvh)}.",
            )),
            ("Stand van de documenten", _regels(f.punten)),
            ("Gronden", _regels(f.gronden)),
            ("Noodzaak en evenredigheid", (
                "Per gegeven staan grond, doel en noodzaak vast.", "Er is geen score en geen rangorde.",
                "Iemand staat alleen in het programma door een signaal.",
                "Of de verwerking in uw gemeente nodig is, beoordeelt u zelf: " + NIET + ".",
            )),
            ("Risico's die u zelf beoordeelt", (
                "Een onterechte verdenking.", "Papier dat niet terugkomt.",
                "Iemand die niet is geïnformeerd.", "Herkenning uit een klein aantal.",
            )),
            ("Maatregelen in het programma", (
                *_BEVEILIGING,
                "Kleine aantallen worden weggelaten, ook als ze uit andere cijfers te halen zijn.",
                "Een correctie gaat naar iedereen die het gegeven heeft.",
                "Vernietigen kan alleen met een machtiging van een ander.",
            )),
            ("Bewaartermijnen", _regels(f.termijnen)),
            ("Restrisico en advies van de FG", (NIET,)),
        ),
    )  # fmt: skip


_CONTACTPUNT = (
    "Dat is de burgemeester van de gemeente van verblijf (Staatsblad 2025, 78, artikel 2, tweede lid)."
)
_BEVEILIGING = (
    "Alles staat versleuteld in één kluis op één computer.",
    "Elke handeling staat in een journaal dat niet ongemerkt verandert.",
    "De kluis gaat vanzelf op slot.",
    "De FG kan meekijken zonder namen, en ziet die pas na een reden.",
)


def _of(tekst: str) -> str:
    return tekst or NIET


def _contactpunt(f: Registerfeiten) -> str:
    return f"de burgemeester van {_of(f.gemeente)}, te bereiken via {_of(f.contactpunt)}"


def _regels(regels: Iterable[Regel]) -> tuple[str, ...]:
    uit = tuple(f"{r.wat}: {_of(r.woorden)}" + (f" (bron: {r.bron})" if r.bron else "") for r in regels)
    return uit or (NIET,)


def _maak(titel: str, delen: Iterable[tuple[str, Iterable[str]]]) -> str:
    stukken = [titel]
    for kop, regels in delen:
        stukken.append("\n".join([kop, *(f"- {regel}" for regel in regels)]))
    return "\n\n".join(stukken) + "\n"

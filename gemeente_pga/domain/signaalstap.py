# SPDX-License-Identifier: EUPL-1.2
"""What happens to a signal before the weegploeg: spoed, formele controle, agenderen, afsluiten, overdragen.

All formal: what the signal means is for the weegploeg to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import lees_moment, read_moment
from gemeente_pga.domain.signaal import Keuzes, codes
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang

SPOEDPARTIJEN: Final[Keuzes] = (
    ("politie_112", "Politie, via 112"),
    ("politie", "Politie, via een vaste contactpersoon"),
    ("om", "Openbaar Ministerie"),
)
MELDERBERICHTEN: Final[Keuzes] = (
    ("ontvangen", "Het signaal is ontvangen"),
    ("besproken", "Het signaal is besproken"),
    ("afgesloten", "Het signaal is afgesloten"),
)

MELDERTEKSTEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ontvangen": (
            "Wij hebben uw melding van {dag} ontvangen. Wij bekijken haar zorgvuldig. Wat eruit komt, mogen "
            "wij u niet vertellen. Uw naam en telefoonnummer gebruiken wij om u iets te vragen of te laten "
            "weten. U mag vragen welke gegevens wij van u hebben. Ziet u iets nieuws? Laat het ons dan "
            "weten. "
            "Is er direct gevaar? Bel dan 112."
        ),
        "besproken": (
            "Uw melding van {dag} is besproken. Wat eruit kwam, mogen wij u niet vertellen. Ziet u iets "
            "nieuws? Laat het ons dan weten. Is er direct gevaar? Bel dan 112."
        ),
        "afgesloten": (
            "Wij hebben uw melding van {dag} afgesloten. Wat eruit kwam, mogen wij u niet vertellen. Ziet u "
            "iets nieuws? Laat het ons dan weten. Is er direct gevaar? Bel dan 112."
        ),
    }
)
"""What may be sent as it stands: that it came, was discussed or is done, and never what it led to."""


def meldertekst(soort: str, ontvangen_op: str) -> str:
    """The text that stands ready for this message; "" for a kind without one."""
    tekst = MELDERTEKSTEN.get(soort, "")
    return tekst.format(dag=datum_lang(read_moment(ontvangen_op).date())) if tekst else ""


@dataclass(frozen=True, slots=True)
class Spoed:
    """Acute danger, handed over by telephone."""

    partij: str
    persoon: str
    gebeld_op: str
    verteld: str
    grondslag: str


@dataclass(frozen=True, slots=True)
class FormeleControle:
    """Only formal: nobody weighs here."""

    over_persoon: str
    gemeente_verblijf: str
    bron_bekend: str
    controle_toelichting: str


@dataclass(frozen=True, slots=True)
class Agendering:
    """When the weegploeg meets and who is invited."""

    geagendeerd_voor: date
    uitgenodigd: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sluiting:
    """Closing for a formal reason; the weegploeg hears of it."""

    sluitreden: str
    sluit_toelichting: str


@dataclass(frozen=True, slots=True)
class Overdracht:
    """Handed to the municipality where the person lives."""

    overgedragen_aan: str
    overgedragen_wat: str
    overgedragen_grondslag: str
    overgedragen_op: date


@dataclass(frozen=True, slots=True)
class Melderbericht:
    """What the reporter was told: that it was received or discussed, never what it led to."""

    soort: str
    op: date
    wijze: str
    tekst: str


def beoordeel_spoed(invoer: Mapping[str, object], kader: Kader, nu: datetime) -> Spoed | list[Gebrek]:
    """Who was called, when, what was told, on which ground."""
    lezer = Invoer(invoer, nu.date())
    spoed = Spoed(
        partij=lezer.code("partij", "Wie belde u", codes(SPOEDPARTIJEN), verplicht=True),
        persoon=lezer.regel("persoon", "Met wie sprak u"),
        gebeld_op=lees_moment(lezer, invoer, "gebeld_op", "gebeld_tijd", "Wanneer gebeld", nu),
        verteld=lezer.tekst("verteld", "Wat u vertelde", verplicht=True),
        grondslag=lezer.code("grondslag", "Grondslag", geefgrondslagen(kader, nu.date()), verplicht=True),
    )
    return lezer.gebreken or spoed


def beoordeel_controle(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> FormeleControle | list[Gebrek]:
    """Three formal questions. "Onbekend" is an answer, but asks for a word of explanation, like "nee"."""
    lezer = Invoer(invoer, vandaag)
    antwoorden = kader.codes("ja_nee_onbekend")
    controle = FormeleControle(
        over_persoon=lezer.code("over_persoon", "Gaat het over een persoon", antwoorden, verplicht=True),
        gemeente_verblijf=lezer.code(
            "gemeente_verblijf", "Gemeente van verblijf", antwoorden, verplicht=True
        ),
        bron_bekend=lezer.code("bron_bekend", "Bron bekend", antwoorden, verplicht=True),
        controle_toelichting=lezer.tekst("controle_toelichting", "Toelichting"),
    )
    gegeven = (controle.over_persoon, controle.gemeente_verblijf, controle.bron_bekend)
    if any(a in ("nee", "onbekend") for a in gegeven) and not controle.controle_toelichting:
        lezer.gebrek("controle_toelichting", "Leg in een paar woorden uit waarom u “nee” of “onbekend” koos.")
    return lezer.gebreken or controle


def beoordeel_agendering(
    invoer: Mapping[str, object], vandaag: date, *, ontvangen_op: str, kernpartijen: Mapping[int, str]
) -> Agendering | list[Gebrek]:
    """A day, and all three core parties invited: nobody pre-weighs alone.

    The day may have been: notes of a meeting are often worked out afterwards.
    """
    lezer = Invoer(invoer, vandaag)
    vroegste = read_moment(ontvangen_op).date()
    dag = lezer.datum("geagendeerd_voor", "Datum van de weegploeg", verplicht=True, toekomst=True)
    if dag is not None and dag < vroegste:
        melding = f"Datum van de weegploeg: dit ligt vóór de ontvangst op {datum_kort(vroegste)}."
        lezer.gebrek("geagendeerd_voor", melding)
    gekozen = invoer.get("uitgenodigd")
    uitgenodigd = tuple(gekozen) if isinstance(gekozen, tuple | list | set | frozenset) else ()
    missen = [naam for partij_id, naam in kernpartijen.items() if partij_id not in uitgenodigd]
    if missen:
        melding = f"Nodig ook uit: {' en '.join(missen)}. De drie kernpartijen wegen samen."
        lezer.gebrek("uitgenodigd", melding)
    if lezer.gebreken or dag is None:
        return lezer.gebreken
    return Agendering(dag, uitgenodigd)


def formele_sluitredenen(kader: Kader) -> Keuzes:
    """The reasons for which the coordinator may close; for the others the weegploeg decides."""
    return tuple((c.code, c.naam) for c in kader.codelijst("sluitreden_signaal") if not c.beslisser)


def beoordeel_sluiting(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Sluiting | list[Gebrek]:
    """A formal reason from the list, and a sentence for the weegploeg."""
    lezer = Invoer(invoer, vandaag)
    sluiting = Sluiting(
        sluitreden=lezer.code("sluitreden", "Reden", codes(formele_sluitredenen(kader)), verplicht=True),
        sluit_toelichting=lezer.tekst("sluit_toelichting", "Toelichting voor de weegploeg", verplicht=True),
    )
    return lezer.gebreken or sluiting


def geefgrondslagen(kader: Kader, op: date) -> frozenset[str]:
    """The grounds on which the municipality may tell something to another."""
    return frozenset(g.code for g in kader.grondslagen("geven", "gemeente", op=op))


def beoordeel_overdracht(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Overdracht | list[Gebrek]:
    """To whom, what, on which ground, when."""
    lezer = Invoer(invoer, vandaag)
    aan = lezer.regel("overgedragen_aan", "Gemeente die het overneemt", verplicht=True)
    wat = lezer.tekst("overgedragen_wat", "Wat u overdraagt", verplicht=True)
    gronden = geefgrondslagen(kader, vandaag)
    grondslag = lezer.code("overgedragen_grondslag", "Grondslag", gronden, verplicht=True)
    dag = lezer.datum("overgedragen_op", "Overgedragen op", verplicht=True)
    if lezer.gebreken or dag is None:
        return lezer.gebreken
    return Overdracht(aan, wat, grondslag, dag)


def beoordeel_melderbericht(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, ontvangen_op: str
) -> Melderbericht | list[Gebrek]:
    """What the reporter was told and how; not before the signal came in."""
    lezer = Invoer(invoer, vandaag)
    soort = lezer.code("soort", "Wat u liet weten", codes(MELDERBERICHTEN), verplicht=True)
    dag = lezer.datum("op", "Bericht gestuurd op", verplicht=True, vroegste=read_moment(ontvangen_op).date())
    wijze = lezer.code("wijze", "Hoe", kader.codes("kanaal"), verplicht=True)
    tekst = lezer.tekst("tekst", "Tekst van het bericht")
    if lezer.gebreken or dag is None:
        return lezer.gebreken
    return Melderbericht(soort, dag, wijze, tekst)

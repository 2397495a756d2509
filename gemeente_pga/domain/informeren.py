# SPDX-License-Identifier: EUPL-1.2
"""Telling the betrokkene: the decision, its ground, and when it is looked at again. Never a plain yes or no.

One rule wherever it is decided: in a weging, in a casus, in a casusoverleg and in what is taken over from
paper (AVG 14, UAVG 41).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, TypeVar

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, begin_van_zin, datum_kort, datum_lang, midden_in_zin

WEL, NEE = "ja", "nee"
TERMIJN = "informeren_betrokkene"
GEEN_TERMIJN = "In dit kader is niet vastgesteld binnen welke termijn u informeert. Vraag het uw jurist."
NOG_NIET = frozenset({"later", NEE})


@dataclass(frozen=True, slots=True)
class Informeerstand:
    """How far telling one person is. sinds: when the first data about him came in."""

    sinds: date | None
    informeren: str
    opnieuw_op: date | None
    geinformeerd_op: date | None
    grondslag: str = ""
    reden: str = ""
    door: str = ""
    besloten_op: date | None = None  # a casus does not keep it

    @property
    def open(self) -> bool:
        """Nobody decided, or telling was decided and not done: the term of the kader runs."""
        return self.geinformeerd_op is None and self.informeren not in NOG_NIET


def informeer_uiterlijk(kader: Kader, sinds: date) -> date | None:
    """The last day to tell about what came in on this day; None where the kader sets no term."""
    periode = kader.streeftermijn(TERMIJN).periode
    return periode.after(sinds) if periode else None


def termijnzin(kader: Kader, sinds: date, vandaag: date) -> str:
    """The last day in a sentence, with the term and the source it comes from, as the kader has them."""
    regel, uiterlijk = kader.streeftermijn(TERMIJN), informeer_uiterlijk(kader, sinds)
    if uiterlijk is None or regel.periode is None:
        return GEEN_TERMIJN
    bron = f"; {', '.join(regel.bron)}" if regel.bron else ""
    voorbij = " Die dag is voorbij." if uiterlijk < vandaag else ""
    eerder = f" {regel.opmerking}" if regel.opmerking else ""
    return (
        f"Laatste dag om te informeren: {datum_lang(uiterlijk)} ({regel.periode.woorden} na "
        f"{datum_lang(sinds)}, toen de eerste gegevens binnenkwamen{bron}).{voorbij}{eerder}"
    )


def besluitzin(kader: Kader, stand: Informeerstand) -> str:
    """What was decided, by whom, on what ground and why; empty while nobody decided."""
    if not stand.informeren:
        return ""
    wie = begin_van_zin(stand.door) if stand.door else "Er"
    op = f" op {datum_lang(stand.besloten_op)}" if stand.besloten_op else ""
    besluit = f"{wie} {'besloot' if stand.door else 'is besloten'}{op}: "
    delen = [f"{besluit}{midden_in_zin(kader.woord('informeren', stand.informeren))}."]
    if stand.grondslag:
        delen.append(f"Grond: {_met_toelichting(kader, stand.grondslag)}.")
    if stand.reden:
        delen.append(f"Reden: {stand.reden.rstrip(' .')}.")
    return " ".join(delen)


def standzin(kader: Kader, stand: Informeerstand, vandaag: date) -> str:
    """The decision that counts, wherever it was taken, and what comes after it."""
    zinnen = [besluitzin(kader, stand)]
    if stand.geinformeerd_op is not None:
        zinnen.append(f"De betrokkene is geïnformeerd op {datum_lang(stand.geinformeerd_op)}.")
    elif stand.opnieuw_op is not None:
        zinnen.append(f"Opnieuw bekijken op {datum_lang(stand.opnieuw_op)}.")
    if stand.open and stand.sinds is not None:
        zinnen.append(termijnzin(kader, stand.sinds, vandaag))
    return " ".join(filter(None, zinnen))


def _met_toelichting(kader: Kader, grond: str) -> str:
    """The ground with its article, as the kader has it."""
    waarde = next((w for w in kader.codelijst("reden_uitstel_informeren") if w.code == grond), None)
    woord = midden_in_zin(kader.woord("reden_uitstel_informeren", grond))
    artikel = waarde.toelichting.rstrip(" .") if waarde else ""
    return f"{woord} ({artikel})" if artikel else woord


@dataclass(frozen=True, slots=True)
class Informeerbesluit:
    """The decision. Field names equal columns of the tables weging and casus."""

    informeren: str
    informeren_grondslag: str
    informeren_reden: str
    informeren_door: str
    informeren_opnieuw_op: date | None


@dataclass(frozen=True, slots=True)
class Informeren(Informeerbesluit):
    """The decision and its execution, as table casus holds them."""

    geinformeerd_op: date | None
    geinformeerd_hoe: str


class _Velden(TypedDict):
    informeren: str
    informeren_grondslag: str
    informeren_reden: str
    informeren_door: str
    informeren_opnieuw_op: date | None


def beoordeel_informeerbesluit(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, besloten_op: date | None = None
) -> Informeerbesluit | list[Gebrek]:
    """Check the decision alone. besloten_op: the day of the meeting; looking again comes after it."""
    lees = Invoer(invoer, vandaag)
    besluit = Informeerbesluit(**_besluit(lees, kader))
    check_uitstel(lees, besluit.informeren, besluit.informeren_grondslag, besluit.informeren_opnieuw_op)
    opnieuw = besluit.informeren_opnieuw_op
    if opnieuw is not None and besloten_op is not None and opnieuw <= besloten_op:
        zin = f"Opnieuw bekijken op: kies een dag na het besluit van {datum_kort(besloten_op)}."
        lees.gebrek("informeren_opnieuw_op", zin)
    return lees.gebreken or _without_oude_grond(besluit)


def beoordeel_informeren(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, ontvangen: date | None = None
) -> Informeren | list[Gebrek]:
    """Check the decision, and what is typed about having told. ontvangen: the day of the first signal."""
    lees = Invoer(invoer, vandaag)
    besluit = Informeren(
        **_besluit(lees, kader),
        geinformeerd_op=lees.datum("geinformeerd_op", "Geïnformeerd op"),
        geinformeerd_hoe=lees.code("geinformeerd_hoe", "Hoe geïnformeerd", kader.codes("geinformeerd_hoe")),
    )
    check_uitstel(lees, besluit.informeren, besluit.informeren_grondslag, besluit.informeren_opnieuw_op)
    opnieuw = besluit.informeren_opnieuw_op
    if besluit.informeren in NOG_NIET and opnieuw is not None and opnieuw < vandaag:
        zin = "Opnieuw bekijken op: deze dag is geweest. Kies een nieuwe datum, of besluit om te informeren."
        lees.gebrek("informeren_opnieuw_op", zin)
    if besluit.geinformeerd_op and not besluit.geinformeerd_hoe:
        lees.gebrek("geinformeerd_hoe", "Kies hoe u betrokkene hebt geïnformeerd.")
    check_geinformeerd(lees, besluit.geinformeerd_op, ontvangen)
    return lees.gebreken or _without_oude_grond(besluit)


def check_geinformeerd(lees: Invoer, geinformeerd_op: date | None, ontvangen: date | None) -> None:
    """Nobody is told of what had not come in yet."""
    if geinformeerd_op is not None and ontvangen is not None and geinformeerd_op < ontvangen:
        zin = f"Geïnformeerd op: dit ligt vóór het eerste signaal, van {datum_kort(ontvangen)}."
        lees.gebrek("geinformeerd_op", f"{zin} Controleer de datum.")


def check_uitstel(lees: Invoer, informeren: str, grondslag: str, opnieuw_op: date | None) -> None:
    """Not telling is never for good: a ground, and a day to look at it again."""
    if informeren not in NOG_NIET:
        return
    if not grondslag:
        lees.gebrek("informeren_grondslag", "Kies de grond om nu niet te informeren.")
    if opnieuw_op is None:
        lees.gebrek("informeren_opnieuw_op", "Vul de datum in waarop u dit besluit opnieuw bekijkt.")


def _besluit(lees: Invoer, kader: Kader) -> _Velden:
    gronden = kader.codes("reden_uitstel_informeren")
    return {
        "informeren": lees.code(
            "informeren", "Betrokkene informeren", kader.codes("informeren"), verplicht=True
        ),
        "informeren_grondslag": lees.code("informeren_grondslag", "Grond om nog niet te informeren", gronden),
        "informeren_reden": lees.tekst("informeren_reden", "Reden", verplicht=True),
        "informeren_door": lees.regel("informeren_door", "Wie besloot dit", verplicht=True),
        "informeren_opnieuw_op": lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
    }


_B = TypeVar("_B", bound=Informeerbesluit)


def _without_oude_grond(besluit: _B) -> _B:
    """Telling needs no ground to wait: the field is not shown then, and what was chosen before is gone."""
    return replace(besluit, informeren_grondslag="") if besluit.informeren == WEL else besluit


@dataclass(frozen=True, slots=True)
class Persoonsbesluit(Informeren):
    """The decision about one person without weging or casus, as table informeerbesluit holds it."""

    besloten_op: date


def beoordeel_persoonsbesluit(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Persoonsbesluit | list[Gebrek]:
    """Check a decision about somebody whose signal was not weighed, or about a naaste."""
    besluit = beoordeel_informeren(invoer, kader, vandaag)
    lees = Invoer(invoer, vandaag)
    besloten_op = lees.datum("besloten_op", "Besloten op", verplicht=True) or vandaag
    gebreken = [*(besluit if isinstance(besluit, list) else ()), *lees.gebreken]
    if isinstance(besluit, list) or gebreken:
        return gebreken
    if besluit.geinformeerd_op is not None and besluit.informeren != WEL:
        gebreken.append(Gebrek("informeren", "Deze persoon is geïnformeerd. Kies dan ook dat besluit."))
    if besluit.geinformeerd_op is not None and besluit.geinformeerd_op < besloten_op:
        gebreken.append(Gebrek("geinformeerd_op", "Informeren komt na het besluit. Controleer de datums."))
    if besluit.informeren_opnieuw_op is not None and besluit.informeren_opnieuw_op <= besloten_op:
        zin = f"Opnieuw bekijken op: kies een dag na het besluit van {datum_kort(besloten_op)}."
        gebreken.append(Gebrek("informeren_opnieuw_op", zin))
    return gebreken or Persoonsbesluit(
        informeren=besluit.informeren,
        informeren_grondslag=besluit.informeren_grondslag,
        informeren_reden=besluit.informeren_reden,
        informeren_door=besluit.informeren_door,
        informeren_opnieuw_op=besluit.informeren_opnieuw_op,
        geinformeerd_op=besluit.geinformeerd_op,
        geinformeerd_hoe=besluit.geinformeerd_hoe,
        besloten_op=besloten_op,
    )

# SPDX-License-Identifier: EUPL-1.2
"""Casusoverleg: one meeting about several casussen, and everything that is said, decided and agreed there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.casus import check_uiterlijk
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informeren import NOG_NIET, check_uitstel
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import lees_tijd
from gemeente_pga.domain.tekst import Invoer

VOORBEREIDING, CONCEPT, TER_REACTIE, VASTGESTELD = ("voorbereiding", "concept", "ter_reactie", "vastgesteld")
ZVH = "zvh"  # code of list verslag_door
GEDAAN = "gedaan"  # code of list actiestatus
VOLGEND_OVERLEG = "volgend_overleg"  # code of list vastgesteld_wijze
STANDEN = (
    (VOORBEREIDING, "In voorbereiding"),
    (CONCEPT, "Concept"),
    (TER_REACTIE, "Ter reactie"),
    (VASTGESTELD, "Vastgesteld"),
)


@dataclass(frozen=True, slots=True)
class Overleg:
    """The meeting itself. Field names equal the columns of table overleg."""

    datum: date
    begin: str
    einde: str
    plaats: str
    voorzitter: str
    verslaglegger: str
    verslag_door: str
    kenmerk_zvh: str
    vorig_verslag: str
    geheimhouding_besproken: bool
    exemplaren_uitgedeeld: int | None
    exemplaren_terug: int | None
    exemplaren_toelichting: str
    volgend_overleg: date | None
    volgend_overleg_tijd: str
    volgend_overleg_plaats: str


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Someone invited to the meeting. Field names equal the columns of table overleg_deelnemer."""

    partij_id: int
    naam: str
    functie: str
    rol: str
    aanwezig: str
    geheimhouding: bool
    toelichting: str


@dataclass(frozen=True, slots=True)
class Bespreking:
    """One casus on the agenda. Field names equal the columns of table bespreking."""

    doel: str
    overwegingen: str
    informeren: str
    informeren_reden: str
    informeren_opnieuw_op: date | None
    volgende_herbeoordeling: date | None
    minderheidsstandpunt_van: str = ""
    minderheidsstandpunt: str = ""
    informeren_grondslag: str = ""

    @property
    def afwijkend(self) -> str:
        """Who sees it differently and why, as one text; "" when nobody does."""
        return (
            f"{self.minderheidsstandpunt_van}: {self.minderheidsstandpunt}"
            if self.minderheidsstandpunt
            else ""
        )


@dataclass(frozen=True, slots=True)
class Besluit:
    """One numbered decision about one casus."""

    tekst: str
    steunt_op_niet_vastgelegd: bool


@dataclass(frozen=True, slots=True)
class Actie:
    """Wat, wie, wanneer; with a condition and whether the betrokkene knows, where that matters.

    naar_buiten: towards somebody who is not at the table, with what may be said and on what ground. Once it
    is done it is a verstrekking.
    """

    wat: str
    wie: str
    partij_id: int | None
    voor: date | None
    maat: str
    conditie: str
    informering: str
    naar_buiten: bool = False
    buiten_wie: str = ""
    buiten_wat: str = ""
    buiten_grondslag: str = ""
    zonder_pga_context: bool = False


@dataclass(frozen=True, slots=True)
class Voortgang:
    """What became of an action of last time."""

    status: str
    toelichting: str
    gebeurd_op: date | None


@dataclass(frozen=True, slots=True)
class Reactie:
    """What a participant says of the concept minutes. Field names equal the columns of overleg_deelnemer."""

    reactie: str
    reactie_tekst: str
    reactie_op: date | None
    reactie_kanaal: str


def beoordeel_overleg(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Overleg | list[Gebrek]:
    """Check the head of the meeting. A meeting may lie in the future while it is prepared."""
    lees = Invoer(invoer, vandaag)
    overleg = Overleg(
        datum=lees.datum("datum", "Datum van het overleg", verplicht=True, toekomst=True) or vandaag,
        begin=lees_tijd(lees, invoer, "begin", "Begin"),
        einde=lees_tijd(lees, invoer, "einde", "Einde"),
        plaats=lees.regel("plaats", "Plaats", verplicht=True),
        voorzitter=lees.regel("voorzitter", "Voorzitter", verplicht=True),
        verslaglegger=lees.regel("verslaglegger", "Wie maakt het verslag"),
        verslag_door=lees.code("verslag_door", "Verslag door", kader.codes("verslag_door"), verplicht=True),
        kenmerk_zvh=lees.regel("kenmerk_zvh", "Kenmerk van het Zorg- en Veiligheidshuis"),
        vorig_verslag=lees.code("vorig_verslag", "Vorig verslag", kader.codes("vorig_verslag")),
        geheimhouding_besproken=lees.ja("geheimhouding_besproken"),
        exemplaren_uitgedeeld=lees.getal(
            "exemplaren_uitgedeeld", "Papieren exemplaren uitgedeeld", maximum=99
        ),
        exemplaren_terug=lees.getal("exemplaren_terug", "Papieren exemplaren terug", maximum=99),
        exemplaren_toelichting=lees.tekst("exemplaren_toelichting", "Waar zijn de andere exemplaren"),
        volgend_overleg=lees.datum("volgend_overleg", "Volgend overleg", toekomst=True),
        volgend_overleg_tijd=lees_tijd(lees, invoer, "volgend_overleg_tijd", "Tijd van het volgende overleg"),
        volgend_overleg_plaats=lees.regel("volgend_overleg_plaats", "Plaats van het volgende overleg"),
    )
    _check_overleg(lees, overleg)
    return lees.gebreken or overleg


def check_vaststeldag(wijze: str, op: date, overleg_op: date) -> str:
    """Why minutes of a meeting cannot have been adopted in this way on this day; "" if they can."""
    if op < overleg_op:
        return "Deze dag ligt vóór het overleg. Controleer de datum."
    if wijze == VOLGEND_OVERLEG and op == overleg_op:
        return "Dit is de dag van het overleg zelf. Kies de dag van het volgende overleg."
    return ""


def _check_overleg(lees: Invoer, overleg: Overleg) -> None:
    if overleg.begin and overleg.einde and overleg.einde < overleg.begin:
        lees.gebrek("einde", "Het einde ligt vóór het begin. Controleer de tijden.")
    if overleg.volgend_overleg and overleg.volgend_overleg < overleg.datum:
        lees.gebrek("volgend_overleg", "Het volgende overleg ligt vóór dit overleg. Controleer de datum.")
    uit, terug = overleg.exemplaren_uitgedeeld, overleg.exemplaren_terug
    if terug is not None and terug > (uit or 0):
        lees.gebrek("exemplaren_terug", "Er kunnen niet meer exemplaren terug zijn dan er zijn uitgedeeld.")
    elif uit and terug is not None and terug < uit and not overleg.exemplaren_toelichting:
        lees.gebrek("exemplaren_toelichting", "Niet alle exemplaren zijn terug. Schrijf op wie er een heeft.")


def beoordeel_deelnemer(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Deelnemer | list[Gebrek]:
    """Check one participant."""
    lees = Invoer(invoer, vandaag)
    partij = str(invoer.get("partij_id") or "")
    if not partij:
        lees.gebrek("partij_id", "Kies van welke organisatie deze deelnemer is.")
    deelnemer = Deelnemer(
        partij_id=int(partij or 0),
        naam=lees.regel("naam", "Naam", verplicht=True),
        functie=lees.regel("functie", "Functie"),
        rol=lees.code("rol", "Rol", [r.code for r in kader.rollen]),
        aanwezig=lees.code("aanwezig", "Aanwezigheid", kader.codes("aanwezigheid")),
        geheimhouding=lees.ja("geheimhouding"),
        toelichting=lees.tekst("toelichting", "Toelichting"),
    )
    return lees.gebreken or deelnemer


def beoordeel_bespreking(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, op: date | None = None
) -> Bespreking | list[Gebrek]:
    """Check the part of the minutes about one casus. op: the day of the meeting; what follows comes after."""
    lees = Invoer(invoer, vandaag)
    informeren = kader.codes("informeren")
    bespreking = Bespreking(
        doel=lees.tekst("doel", "Doel van de bespreking"),
        overwegingen=lees.tekst("overwegingen", "Overwegingen"),
        informeren=lees.code("informeren", "Betrokkene informeren", informeren),
        informeren_reden=lees.tekst("informeren_reden", "Reden"),
        informeren_opnieuw_op=lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
        volgende_herbeoordeling=lees.datum(
            "volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True
        ),
        minderheidsstandpunt_van=lees.regel("minderheidsstandpunt_van", "Minderheidsstandpunt van"),
        minderheidsstandpunt=lees.tekst("minderheidsstandpunt", "Minderheidsstandpunt"),
        informeren_grondslag=_lees_grond(lees, kader),
    )
    if bespreking.minderheidsstandpunt and not bespreking.minderheidsstandpunt_van:
        lees.gebrek("minderheidsstandpunt_van", "Schrijf op wie er anders over denkt.")
    if bespreking.minderheidsstandpunt_van and not bespreking.minderheidsstandpunt:
        lees.gebrek("minderheidsstandpunt", "Schrijf op hoe deze partij erover denkt, en waarom.")
    if bespreking.informeren and not bespreking.informeren_reden:
        lees.gebrek("informeren_reden", "Schrijf op waarom u dit besluit over informeren neemt.")
    grond, opnieuw = bespreking.informeren_grondslag, bespreking.informeren_opnieuw_op
    check_uitstel(lees, bespreking.informeren, grond, opnieuw)
    check_uiterlijk(lees, kader, "volgende_herbeoordeling", bespreking.volgende_herbeoordeling, op or vandaag)
    for veld in ("informeren_opnieuw_op", "volgende_herbeoordeling"):
        _check_na(lees, veld, getattr(bespreking, veld), op)
    return lees.gebreken or bespreking


def _lees_grond(lees: Invoer, kader: Kader) -> str:
    """The ground not to tell yet; of a decision to tell, or of none, what was chosen before is gone."""
    gronden = kader.codes("reden_uitstel_informeren")
    grond = lees.code("informeren_grondslag", "Grond om nog niet te informeren", gronden)
    wacht = lees.code("informeren", "Betrokkene informeren", kader.codes("informeren")) in NOG_NIET
    return grond if wacht else ""


def beoordeel_besluit(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Besluit | list[Gebrek]:
    """Check one decision."""
    del kader
    lees = Invoer(invoer, vandaag)
    besluit = Besluit(lees.tekst("tekst", "Besluit", verplicht=True), lees.ja("steunt_op_niet_vastgelegd"))
    return lees.gebreken or besluit


def beoordeel_actie(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, op: date | None = None
) -> Actie | list[Gebrek]:
    """Check one action: one owner, one date, not before the meeting (op); by now it may be past."""
    lees = Invoer(invoer, vandaag)
    partij = str(invoer.get("partij_id") or "")
    actie = Actie(
        wat=lees.tekst("wat", "Wat", verplicht=True),
        wie=lees.regel("wie", "Wie", verplicht=True),
        partij_id=int(partij) if partij else None,
        voor=lees.datum("voor", "Klaar vóór", verplicht=True, toekomst=True),
        maat=lees.regel("maat", "Wanneer is het gelukt"),
        conditie=lees.regel("conditie", "Alleen als"),
        informering=lees.code("informering", "Weet betrokkene hiervan", kader.codes("informering")),
        **(_lees_buiten(lees, kader, op or vandaag) if lees.ja("naar_buiten") else {}),
    )
    _check_na(lees, "voor", actie.voor, op)
    return lees.gebreken or actie


def _lees_buiten(lees: Invoer, kader: Kader, op: date) -> dict[str, Any]:
    """An action towards somebody outside: who, what may be said, on what ground."""
    gronden = frozenset(g.code for g in kader.grondslagen("geven", op=op))
    return {
        "naar_buiten": True,
        "buiten_wie": lees.regel("buiten_wie", "Met wie buiten de tafel", verplicht=True),
        "buiten_wat": lees.regel("buiten_wat", "Wat mag er worden gezegd", verplicht=True),
        "buiten_grondslag": lees.code("buiten_grondslag", "Op welke grond", gronden, verplicht=True),
        "zonder_pga_context": lees.ja("zonder_pga_context"),
    }


def _check_na(lees: Invoer, veld: str, dag: date | None, overleg: date | None) -> None:
    if dag and overleg and dag < overleg:
        lees.gebrek(veld, "Deze dag ligt vóór het overleg. Controleer de datum.")


def beoordeel_voortgang(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Voortgang | list[Gebrek]:
    """Check what became of an action; dropped or not done asks why."""
    lees = Invoer(invoer, vandaag)
    standen = kader.codes("actiestatus")
    voortgang = Voortgang(
        status=lees.code("status", "Stand van de actie", standen, verplicht=True),
        toelichting=lees.tekst("toelichting", "Toelichting"),
        gebeurd_op=lees.datum("gebeurd_op", "Gedaan op"),
    )
    if voortgang.status in {"vervalt", "niet_gedaan"} and not voortgang.toelichting:
        lees.gebrek("toelichting", "Schrijf kort op waarom deze actie niet is gedaan of vervalt.")
    return lees.gebreken or voortgang


def beoordeel_reactie(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, op: date | None = None
) -> Reactie | list[Gebrek]:
    """Check a reaction to the concept minutes of a meeting on this day (op)."""
    lees = Invoer(invoer, vandaag)
    reactie = Reactie(
        reactie=lees.code("reactie", "Reactie", kader.codes("reactie"), verplicht=True),
        reactie_tekst=lees.tekst("reactie_tekst", "Gevraagde wijziging"),
        reactie_op=lees.datum("reactie_op", "Datum van de reactie"),
        reactie_kanaal=lees.regel("reactie_kanaal", "Hoe gegeven"),
    )
    if reactie.reactie == "wijziging" and not reactie.reactie_tekst:
        lees.gebrek("reactie_tekst", "Schrijf op welke wijziging wordt gevraagd.")
    _check_na(lees, "reactie_op", reactie.reactie_op, op)
    return lees.gebreken or reactie

# SPDX-License-Identifier: EUPL-1.2
"""The weighing of one dossier by the weegploeg: what it holds, and when what was typed may be recorded.

No score and no total: criteria are answered in words, and the three closing texts carry the judgement
(the minister: it is not a checklist a person must meet). What blocks a decision stands in weegregels.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import lees_tijd
from gemeente_pga.domain.tekst import Invoer, datum_kort

OPNEMEN, NIET_OPNEMEN, DOORGELEID, NADERE_INFORMATIE, OVERDRAGEN = (
    "opnemen", "niet_opnemen", "doorgeleid", "nadere_informatie", "overdragen",
)  # fmt: skip
GEVOLG: Final[Mapping[str, str]] = {
    OPNEMEN: "opgenomen",
    NIET_OPNEMEN: "afgesloten",
    DOORGELEID: "doorgeleid",
    NADERE_INFORMATIE: "nadere_informatie",
    OVERDRAGEN: "overgedragen",
}
"""Where a decision takes the signals on the table."""
GEWOON, KORT, VOORLOPIG = "gewoon", "kort", "voorlopig"
ONBEKEND = "onbekend"
WEEGT_MEE = frozenset({"ja", "schriftelijk"})


@dataclass(frozen=True, slots=True)
class Tafel:
    """When, where and how the weighing was held. Field names equal the columns of table weging."""

    datum: date
    begin: str
    einde: str
    plaats: str
    voorzitter: str
    soort: str
    soort_reden: str
    onvolledig_reden: str
    onvolledig_toelichting: str
    onvolledig_opvolgdatum: date | None
    bron_weegt_mee_toelichting: str


@dataclass(frozen=True, slots=True)
class Tafelpartij:
    """One party at the table. Field names equal the columns of table weging_partij."""

    partij_id: int
    aanwezig: str
    naam: str
    functie: str
    mandaat: str
    standpunt: str = ""
    standpunt_toelichting: str = ""
    standpunt_op: date | None = None
    kanaal: str = ""

    @property
    def weegt_mee(self) -> bool:
        """At the table, or with a written contribution."""
        return self.aanwezig in WEEGT_MEE


@dataclass(frozen=True, slots=True)
class Oordeel:
    """The answer to one criterium. Field names equal the columns of table weging_criterium."""

    criterium: str
    antwoord: str
    reden: str
    vraag: str
    vraag_aan: str


@dataclass(frozen=True, slots=True)
class Afweging:
    """The closing texts: K7, K13 and K14; and K16, competence."""

    samenhang: str
    subsidiariteit: str
    proportionaliteit: str
    bevoegd: str
    bevoegd_toelichting: str


@dataclass(frozen=True, slots=True)
class Weegbesluit:
    """The decision and what follows from it. Field names equal the columns of table weging.

    doorgeleid_*: to whom, what is handed over and on what ground. vraag*: for which answer the weging waits.
    """

    besluit: str
    besluit_reden: str
    minderheidsstandpunt: str
    vervolg: str
    steunt_op_niet_vastgelegd: bool = False
    doorgeleid_naar: str = ""
    doorgeleid_wat: str = ""
    doorgeleid_grondslag: str = ""
    vraag: str = ""
    vraag_aan: str = ""
    vraag_grondslag: str = ""
    vraag_voor: date | None = None


@dataclass(frozen=True, slots=True)
class Weging:
    """One weighing as recorded, all parts together."""

    id: int
    dossier_id: int
    kader_id: int
    status: str
    overgenomen: bool
    tafel: Tafel
    partijen: tuple[Tafelpartij, ...]
    oordelen: tuple[Oordeel, ...]
    afweging: Afweging
    informeren: Informeerbesluit
    besluit: Weegbesluit
    signaal_ids: tuple[int, ...]
    vastgesteld_op: date | None


_OVERDRACHT = (
    ("doorgeleid_naar", "Vul in aan wie u dit overdraagt."),
    ("doorgeleid_wat", "Schrijf op wat u overdraagt."),
    ("doorgeleid_grondslag", "Vul in op welke grondslag u dit overdraagt."),
)
_BIJ_BESLUIT: Mapping[str, tuple[tuple[str, str], ...]] = {
    DOORGELEID: _OVERDRACHT,
    OVERDRAGEN: _OVERDRACHT,
    NADERE_INFORMATIE: (
        ("vraag", "Schrijf op welke vraag nog beantwoord moet worden."),
        ("vraag_aan", "Vul in wie deze vraag beantwoordt."),
        ("vraag_grondslag", "Vul in op welke grondslag u dit vraagt."),
        ("vraag_voor", "Vul in op welke dag het antwoord er uiterlijk moet zijn."),
    ),
}


def beoordeel_tafel(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, ontvangen: date | None = None
) -> Tafel | list[Gebrek]:
    """Check the head of the weging. Absence is judged by `ontbreekt`, which knows the parties.

    ontvangen: the day on which the last of the signals came in; nobody weighs it before.
    """
    gewoon = invoer.get("soort") not in {KORT, VOORLOPIG}  # then its reason is not asked, nor in sight
    lees = Invoer({**invoer, "soort_reden": ""} if gewoon else invoer, vandaag)
    tafel = Tafel(
        datum=lees.datum("datum", "Datum van de weging", verplicht=True) or vandaag,
        begin=lees_tijd(lees, invoer, "begin", "Begin"),
        einde=lees_tijd(lees, invoer, "einde", "Einde"),
        plaats=lees.regel("plaats", "Plaats"),
        voorzitter=lees.regel("voorzitter", "Voorzitter"),
        soort=lees.code("soort", "Soort weging", kader.codes("wegingsoort"), verplicht=True),
        soort_reden=lees.tekst("soort_reden", "Waarom deze soort weging"),
        onvolledig_reden=lees.code(
            "onvolledig_reden",
            "Waarom niet alle drie de kernpartijen wegen",
            kader.codes("reden_onvolledige_weegploeg"),
        ),
        onvolledig_toelichting=lees.tekst("onvolledig_toelichting", "Toelichting"),
        onvolledig_opvolgdatum=lees.datum(
            "onvolledig_opvolgdatum", "Alsnog besproken uiterlijk", toekomst=True
        ),
        bron_weegt_mee_toelichting=lees.tekst("bron_weegt_mee_toelichting", "Hoe u daarmee omging"),
    )
    if ontvangen is not None and tafel.datum < ontvangen:
        zin = f"Datum van de weging: dit ligt vóór de ontvangst van het signaal op {datum_kort(ontvangen)}."
        lees.gebrek("datum", zin)
    if tafel.begin and tafel.einde and tafel.einde < tafel.begin:
        lees.gebrek("einde", "Het einde ligt vóór het begin. Controleer de tijden.")
    if tafel.soort in {KORT, VOORLOPIG} and not tafel.soort_reden:
        lees.gebrek("soort_reden", "Schrijf op waarom deze soort weging nodig is.")
    uitleg = _wil_uitleg(kader, "reden_onvolledige_weegploeg", tafel.onvolledig_reden)
    if uitleg and not tafel.onvolledig_toelichting:
        lees.gebrek("onvolledig_toelichting", "Leg in één zin uit wat de reden is.")
    return lees.gebreken or tafel


def beoordeel_tafelpartij(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    gewogen_op: date | None = None,
    ontvangen: date | None = None,
) -> Tafelpartij | list[Gebrek]:
    """Check one party's row: presence, and its stance once there is a decision.

    gewogen_op: the day at the table; who sat there said it then. ontvangen: the day of the last of the
    signals; who answers in writing may do so before the table, but not before that.
    """
    lees = Invoer(invoer, vandaag)
    rij = Tafelpartij(
        partij_id=lees.sleutel("partij_id"),
        aanwezig=lees.code("aanwezig", "Aanwezigheid", kader.codes("weging_aanwezigheid"), verplicht=True),
        naam=lees.regel("naam", "Naam"),
        functie=lees.regel("functie", "Functie"),
        mandaat=lees.regel("mandaat", "Bevoegdheid"),
        standpunt=lees.code("standpunt", "Standpunt", kader.codes("standpunt")),
        standpunt_toelichting=lees.tekst("standpunt_toelichting", "Toelichting bij het standpunt"),
        standpunt_op=lees.datum("standpunt_op", "Datum van het standpunt"),
        kanaal=lees.code("kanaal", "Langs welke weg", kader.codes("kanaal")),
    )
    if rij.weegt_mee and not rij.naam and not any(g.veld == "naam" for g in lees.gebreken):
        lees.gebrek("naam", "Vul in wie namens deze partij meeweegt.")
    if _wil_uitleg(kader, "standpunt", rij.standpunt) and not rij.standpunt_toelichting:
        lees.gebrek("standpunt_toelichting", "Schrijf kort op wat deze partij ervan vindt.")
    if rij.standpunt == "geen_reactie" and rij.standpunt_op is None:
        lees.gebrek("standpunt_op", "Vul de datum in waarop er nog geen reactie was.")
    if rij.standpunt_op is not None:
        if rij.aanwezig == "ja" and gewogen_op is not None and rij.standpunt_op < gewogen_op:
            zin = f"Deze partij zat aan tafel op {datum_kort(gewogen_op)}. Kies die dag of een latere."
            lees.gebrek("standpunt_op", zin)
        elif ontvangen is not None and rij.standpunt_op < ontvangen:
            zin = (
                f"Dit ligt vóór de ontvangst van het signaal op {datum_kort(ontvangen)}. Controleer de datum."
            )
            lees.gebrek("standpunt_op", zin)
    return lees.gebreken or rij


def beoordeel_oordeel(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Oordeel | list[Gebrek]:
    """Check the answer on one criterium card."""
    lees = Invoer(invoer, vandaag)
    oordeel = Oordeel(
        criterium=str(invoer["criterium"]),
        antwoord=lees.code("antwoord", "Antwoord", kader.codes("antwoord"), verplicht=True),
        reden=lees.tekst("reden", "Reden", verplicht=True),
        vraag=lees.tekst("vraag", "Vraag voor het vervolg"),
        vraag_aan=lees.regel("vraag_aan", "Wie zoekt dit uit"),
    )
    kader.criterium(oordeel.criterium)
    if (
        oordeel.antwoord == ONBEKEND
        and not oordeel.vraag
        and not any(g.veld == "vraag" for g in lees.gebreken)
    ):
        lees.gebrek("vraag", "Schrijf op welke vraag open blijft. Onbekend is een antwoord én een vraag.")
    if oordeel.vraag and not oordeel.vraag_aan:
        lees.gebrek("vraag_aan", "Vul in wie deze vraag uitzoekt.")
    return lees.gebreken or oordeel


def beoordeel_afweging(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Afweging | list[Gebrek]:
    """Check the closing texts; they may be recorded one by one, `ontbreekt` asks for what is empty."""
    lees = Invoer(invoer, vandaag)
    afweging = Afweging(
        samenhang=lees.tekst("samenhang", "Samenhang"),
        subsidiariteit=lees.tekst("subsidiariteit", "Subsidiariteit"),
        proportionaliteit=lees.tekst("proportionaliteit", "Proportionaliteit"),
        bevoegd=lees.code("bevoegd", "Is deze gemeente bevoegd", kader.codes("ja_nee_onbekend")),
        bevoegd_toelichting=lees.tekst("bevoegd_toelichting", "Toelichting bij de bevoegdheid"),
    )
    return lees.gebreken or afweging


def beoordeel_besluit(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Weegbesluit | list[Gebrek]:
    """Check the decision itself. What was typed for another decision than the one taken is not read."""
    lees = Invoer(_without_ander_besluit(invoer), vandaag)
    besluit = Weegbesluit(
        besluit=lees.code("besluit", "Besluit", kader.codes("weegbesluit"), verplicht=True),
        besluit_reden=lees.tekst("besluit_reden", "Reden van het besluit", verplicht=True),
        minderheidsstandpunt=lees.tekst("minderheidsstandpunt", "Minderheidsstandpunt"),
        vervolg=lees.tekst("vervolg", "Vervolg"),
        steunt_op_niet_vastgelegd=lees.ja("steunt_op_niet_vastgelegd"),
        doorgeleid_naar=lees.regel("doorgeleid_naar", "Naar wie"),
        doorgeleid_wat=lees.tekst("doorgeleid_wat", "Wat u overdraagt"),
        doorgeleid_grondslag=lees.regel("doorgeleid_grondslag", "Grondslag van de overdracht"),
        vraag=lees.tekst("vraag", "Vraag"),
        vraag_aan=lees.regel("vraag_aan", "Gevraagd aan"),
        vraag_grondslag=lees.regel("vraag_grondslag", "Grondslag van de vraag"),
        vraag_voor=lees.datum("vraag_voor", "Antwoord uiterlijk", toekomst=True),
    )
    for veld, melding in _BIJ_BESLUIT.get(besluit.besluit, ()):
        if not getattr(besluit, veld) and not any(g.veld == veld for g in lees.gebreken):
            lees.gebrek(veld, melding)
    return lees.gebreken or besluit


def _without_ander_besluit(invoer: Mapping[str, object]) -> Mapping[str, object]:
    """The fields of other decisions are out of sight: what stands there does not stay, nor stop anyone."""
    gevraagd = {veld for veld, _ in _BIJ_BESLUIT.get(str(invoer.get("besluit")), ())}
    weg = {veld for velden in _BIJ_BESLUIT.values() for veld, _ in velden} - gevraagd
    return {veld: waarde for veld, waarde in invoer.items() if veld not in weg}


def _wil_uitleg(kader: Kader, lijst: str, code: str) -> bool:
    return bool(code) and kader.keuze(lijst, code).uitleg_verplicht

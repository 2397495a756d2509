# SPDX-License-Identifier: EUPL-1.2
"""The weighing of one dossier by the weegploeg: what it holds and what it still misses.

No score and no total: criteria are answered in words, and the three closing texts carry the judgement
(the minister: it is not a checklist a person must meet). `ontbreekt` alone says what blocks a decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Criterium, Kader
from gemeente_pga.domain.moment import lees_tijd
from gemeente_pga.domain.tekst import Invoer

OPNEMEN, NIET_OPNEMEN, DOORGELEID, NADERE_INFORMATIE, OVERDRAGEN = (
    "opnemen", "niet_opnemen", "doorgeleid", "nadere_informatie", "overdragen",
)  # fmt: skip


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
class Informeerbesluit:
    """Is the betrokkene told? Never a plain yes or no (AVG 14, UAVG 41)."""

    informeren: str
    informeren_grondslag: str
    informeren_reden: str
    informeren_door: str
    informeren_opnieuw_op: date | None


@dataclass(frozen=True, slots=True)
class Weegbesluit:
    """The decision and what follows from it."""

    besluit: str
    besluit_reden: str
    doorgeleid_naar: str
    minderheidsstandpunt: str
    vervolg: str
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


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """What the rules must know from outside the weging itself."""

    kernpartijen: tuple[tuple[int, str], ...]
    """id and name of gemeente, OM and politie"""
    informatie: int
    """number of information items"""
    bron_weegt_mee: tuple[str, ...] = ()
    """names of parties that gave a signal and also weigh (G16)"""
    acuut: bool = False


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """What is missing: the sentence, and where it is answered."""

    zin: str
    onderdeel: str
    veld: str = ""


def beoordeel_tafel(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Tafel | list[Gebrek]:
    """Check the head of the weging. Absence is judged by `ontbreekt`, which knows the parties."""
    lees = Invoer(invoer, vandaag)
    tafel = Tafel(
        datum=lees.datum("datum", "Datum van de weging", verplicht=True) or vandaag,
        begin=lees_tijd(lees, invoer, "begin", "Begin"),
        einde=lees_tijd(lees, invoer, "einde", "Einde"),
        plaats=lees.regel("plaats", "Plaats"),
        voorzitter=lees.regel("voorzitter", "Voorzitter"),
        soort=lees.code("soort", "Soort weging", _codes(kader, "wegingsoort"), verplicht=True),
        soort_reden=lees.tekst("soort_reden", "Waarom deze soort weging"),
        onvolledig_reden=lees.code(
            "onvolledig_reden",
            "Waarom niet alle drie de kernpartijen wegen",
            _codes(kader, "reden_onvolledige_weegploeg"),
        ),
        onvolledig_toelichting=lees.tekst("onvolledig_toelichting", "Toelichting"),
        onvolledig_opvolgdatum=lees.datum("onvolledig_opvolgdatum", "Alsnog besproken vóór", toekomst=True),
        bron_weegt_mee_toelichting=lees.tekst("bron_weegt_mee_toelichting", "Hoe u daarmee omging"),
    )
    if tafel.begin and tafel.einde and tafel.einde < tafel.begin:
        lees.gebrek("einde", "Het einde ligt vóór het begin. Controleer de tijden.")
    if tafel.soort in {"kort", "voorlopig"} and not tafel.soort_reden:
        lees.gebrek("soort_reden", "Schrijf op waarom deze soort weging nodig is.")
    return lees.gebreken or tafel


def beoordeel_tafelpartij(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Tafelpartij | list[Gebrek]:
    """Check one party's row: presence, and its stance once there is a decision."""
    lees = Invoer(invoer, vandaag)
    rij = Tafelpartij(
        partij_id=int(str(invoer["partij_id"])),
        aanwezig=lees.code("aanwezig", "Aanwezigheid", _codes(kader, "weging_aanwezigheid"), verplicht=True),
        naam=lees.regel("naam", "Naam"),
        functie=lees.regel("functie", "Functie"),
        mandaat=lees.regel("mandaat", "Bevoegdheid"),
        standpunt=lees.code("standpunt", "Standpunt", _codes(kader, "standpunt")),
        standpunt_toelichting=lees.tekst("standpunt_toelichting", "Toelichting bij het standpunt"),
        standpunt_op=lees.datum("standpunt_op", "Datum van het standpunt"),
        kanaal=lees.regel("kanaal", "Hoe gegeven"),
    )
    if rij.aanwezig in {"ja", "schriftelijk"} and not rij.naam:
        lees.gebrek("naam", "Vul in wie namens deze partij meeweegt.")
    if rij.standpunt in {"kanttekening", "weigert"} and not rij.standpunt_toelichting:
        lees.gebrek("standpunt_toelichting", "Schrijf kort op wat deze partij ervan vindt.")
    return lees.gebreken or rij


def beoordeel_oordeel(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Oordeel | list[Gebrek]:
    """Check the answer on one criterium card."""
    lees = Invoer(invoer, vandaag)
    oordeel = Oordeel(
        criterium=str(invoer["criterium"]),
        antwoord=lees.code("antwoord", "Antwoord", _codes(kader, "antwoord"), verplicht=True),
        reden=lees.tekst("reden", "Reden", verplicht=True),
        vraag=lees.tekst("vraag", "Vraag voor het vervolg"),
        vraag_aan=lees.regel("vraag_aan", "Wie zoekt dit uit"),
    )
    kader.criterium(oordeel.criterium)
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
        bevoegd=lees.code("bevoegd", "Is deze gemeente bevoegd", _codes(kader, "ja_nee_onbekend")),
        bevoegd_toelichting=lees.tekst("bevoegd_toelichting", "Toelichting bij de bevoegdheid"),
    )
    return lees.gebreken or afweging


def beoordeel_informeren(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Informeerbesluit | list[Gebrek]:
    """Check the informing decision: later and no need a ground and a new date (AVG 14, UAVG 41)."""
    lees = Invoer(invoer, vandaag)
    besluit = Informeerbesluit(
        informeren=lees.code(
            "informeren", "Betrokkene informeren", _codes(kader, "informeren"), verplicht=True
        ),
        informeren_grondslag=lees.code(
            "informeren_grondslag",
            "Grond om nog niet te informeren",
            _codes(kader, "reden_uitstel_informeren"),
        ),
        informeren_reden=lees.tekst("informeren_reden", "Reden", verplicht=True),
        informeren_door=lees.regel("informeren_door", "Wie besloot dit", verplicht=True),
        informeren_opnieuw_op=lees.datum("informeren_opnieuw_op", "Opnieuw bekijken op", toekomst=True),
    )
    if besluit.informeren in {"later", "nee"}:
        if not besluit.informeren_grondslag:
            lees.gebrek("informeren_grondslag", "Kies de grond om nu niet te informeren.")
        if besluit.informeren_opnieuw_op is None:
            lees.gebrek("informeren_opnieuw_op", "Vul de datum in waarop u dit besluit opnieuw bekijkt.")
    return lees.gebreken or besluit


def beoordeel_besluit(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Weegbesluit | list[Gebrek]:
    """Check the decision itself."""
    lees = Invoer(invoer, vandaag)
    besluit = Weegbesluit(
        besluit=lees.code("besluit", "Besluit", _codes(kader, "weegbesluit"), verplicht=True),
        besluit_reden=lees.tekst("besluit_reden", "Reden van het besluit", verplicht=True),
        doorgeleid_naar=lees.regel("doorgeleid_naar", "Naar wie"),
        minderheidsstandpunt=lees.tekst("minderheidsstandpunt", "Minderheidsstandpunt"),
        vervolg=lees.tekst("vervolg", "Vervolg"),
        vraag=lees.tekst("vraag", "Vraag"),
        vraag_aan=lees.regel("vraag_aan", "Gevraagd aan"),
        vraag_grondslag=lees.regel("vraag_grondslag", "Grondslag van de vraag"),
        vraag_voor=lees.datum("vraag_voor", "Antwoord vóór", toekomst=True),
    )
    if besluit.besluit in {DOORGELEID, OVERDRAGEN} and not besluit.doorgeleid_naar:
        lees.gebrek("doorgeleid_naar", "Vul in naar wie het dossier gaat.")
    if besluit.besluit == NADERE_INFORMATIE:
        for veld, melding in (
            ("vraag", "Schrijf op welke vraag nog beantwoord moet worden."),
            ("vraag_aan", "Vul in wie deze vraag beantwoordt."),
            ("vraag_grondslag", "Vul in op welke grondslag u dit vraagt."),
            ("vraag_voor", "Vul in vóór welke datum het antwoord er moet zijn."),
        ):
            if not getattr(besluit, veld):
                lees.gebrek(veld, melding)
    return lees.gebreken or besluit


def kaarten(kader: Kader) -> tuple[tuple[Criterium, ...], tuple[Criterium, ...]]:
    """The criteria that get a card: (wettelijke criteria, zorgvuldigheidstoetsen). Never mixed (G8)."""
    return (
        tuple(c for c in kader.wettelijke_criteria if c.soort == "criterium"),
        tuple(c for c in kader.zorgvuldigheidstoetsen if c.soort == "criterium"),
    )


def ontbreekt(weging: Weging, rond: Omstandigheden, kader: Kader) -> tuple[Ontbrekend, ...]:
    """Everything that stands between this weging and a decision, in the order of the screen."""
    return (
        *_ontbreekt_aan_tafel(weging, rond),
        *_ontbreekt_aan_grond(weging, rond, kader),
        *_ontbreekt_aan_besluit(weging),
    )


def _ontbreekt_aan_tafel(weging: Weging, rond: Omstandigheden) -> list[Ontbrekend]:
    uit: list[Ontbrekend] = []
    tafel = weging.tafel
    rijen = {p.partij_id: p for p in weging.partijen}
    weg = [naam for id_, naam in rond.kernpartijen if id_ not in rijen or rijen[id_].aanwezig in {"", "nee"}]
    for id_, naam in rond.kernpartijen:
        if id_ not in rijen or not rijen[id_].aanwezig:
            uit.append(Ontbrekend(f"Leg vast of {naam} meeweegt.", "tafel"))
    if weg and not (tafel.onvolledig_reden and tafel.onvolledig_opvolgdatum):
        uit.append(
            Ontbrekend(
                "Niet alle drie de kernpartijen wegen mee. Geef een reden en een datum om dit "
                "alsnog te bespreken.",
                "tafel",
                "onvolledig_reden",
            )
        )
    eindoordeel = weging.besluit.besluit in {OPNEMEN, NIET_OPNEMEN, DOORGELEID}
    if weg and eindoordeel and tafel.soort != "voorlopig":
        uit.append(
            Ontbrekend(
                "Dit besluit kan alleen met gemeente, OM en politie samen. Neem bij acuut "
                "gevaar een voorlopig besluit "
                "of kies ‘nadere informatie’.",
                "besluit",
                "besluit",
            )
        )
    if tafel.soort == "voorlopig" and not rond.acuut:
        uit.append(Ontbrekend("Een voorlopig besluit kan alleen bij acuut gevaar.", "tafel", "soort"))
    if rond.bron_weegt_mee and not tafel.bron_weegt_mee_toelichting:
        namen = ", ".join(rond.bron_weegt_mee)
        zin = f"{namen} gaf het signaal en weegt ook mee. Schrijf op hoe u daarmee omging."
        uit.append(Ontbrekend(zin, "tafel", "bron_weegt_mee_toelichting"))
    if not weging.signaal_ids:
        uit.append(Ontbrekend("Kies welk signaal u weegt.", "tafel"))
    return uit


def _ontbreekt_aan_grond(weging: Weging, rond: Omstandigheden, kader: Kader) -> list[Ontbrekend]:
    uit: list[Ontbrekend] = []
    if not rond.informatie:
        uit.append(Ontbrekend("Leg vast welke informatie op tafel lag.", "informatie"))
    gegeven = {o.criterium for o in weging.oordelen if o.antwoord and o.reden}
    # A short weighing is unanimous and reasoned as a whole; it need not answer every card (G20).
    if weging.tafel.soort != "kort":
        for lijst, onderdeel in zip(kaarten(kader), ("wettelijk", "zorgvuldig"), strict=True):
            uit += [
                Ontbrekend(f"{c.korte_naam}: geef een antwoord met een reden.", onderdeel, c.code)
                for c in lijst
                if c.verplicht and c.code not in gegeven
            ]
    # K7, K13 and K14 are not cards: they are these closing texts.
    for criterium in kader.criteria:
        if criterium.soort == "afsluiting" and not getattr(weging.afweging, criterium.onderdeel):
            uit.append(
                Ontbrekend(
                    f"{criterium.korte_naam}: schrijf de afweging op.", "afweging", criterium.onderdeel
                )
            )
    if not weging.afweging.bevoegd:
        uit.append(Ontbrekend("Leg vast of deze gemeente bevoegd is.", "afweging", "bevoegd"))
    return uit


def _ontbreekt_aan_besluit(weging: Weging) -> list[Ontbrekend]:
    uit: list[Ontbrekend] = []
    if not weging.informeren.informeren:
        uit.append(
            Ontbrekend("Neem een besluit over het informeren van betrokkene.", "informeren", "informeren")
        )
    if not weging.besluit.besluit:
        uit.append(Ontbrekend("Leg het besluit van de weegploeg vast.", "besluit", "besluit"))
    elif not weging.besluit.besluit_reden:
        uit.append(Ontbrekend("Schrijf de reden van het besluit op.", "besluit", "besluit_reden"))
    mee = [p for p in weging.partijen if p.aanwezig in {"ja", "schriftelijk"}]
    if any(not p.standpunt for p in mee):
        uit.append(Ontbrekend("Leg van elke partij het standpunt vast.", "besluit"))
    if weging.tafel.soort == "kort" and any(p.standpunt != "akkoord" for p in mee):
        uit.append(
            Ontbrekend(
                "Een korte weging kan alleen als alle partijen akkoord zijn. Kies een gewone weging.",
                "tafel",
                "soort",
            )
        )
    if weging.besluit.besluit == OPNEMEN and weging.afweging.bevoegd == "nee":
        uit.append(
            Ontbrekend(
                "Deze gemeente is niet bevoegd. Draag het dossier over in plaats van op te nemen.",
                "afweging",
                "bevoegd",
            )
        )
    if any(p.standpunt == "weigert" for p in mee) and not weging.besluit.minderheidsstandpunt:
        uit.append(
            Ontbrekend(
                "Een partij weigert. Schrijf het minderheidsstandpunt op.", "besluit", "minderheidsstandpunt"
            )
        )
    return uit


def _codes(kader: Kader, lijst: str) -> list[str]:
    return [c.code for c in kader.codelijst(lijst)]

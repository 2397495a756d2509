# SPDX-License-Identifier: EUPL-1.2
"""Keeping one dossier: which term counts, what was decided about it, and everything that stops destroying.

Hides that a dossier may have several outcomes, each with a term of its own: the latest end counts, and as
long as one of them has no vastgestelde term there is no end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dateutil.relativedelta import relativedelta

from gemeente_pga.domain.bewaartermijn import (
    Bewaarfeiten,
    GeenDatum,
    Termijnvaststelling,
    Uitkomst,
    Vernietigingsdatum,
    compute_vernietiging,
)
from gemeente_pga.domain.exemplaar import Paperstand
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang

VERNIETIGEN, BEWAREN = "vernietigen", "bewaren"
WAARDERING = MappingProxyType(
    {
        VERNIETIGEN: "V: vernietigen na de bewaartermijn",
        BEWAREN: "B: blijvend bewaren, overbrengen naar het archief",
    }
)
GEEN_EINDDATUM = "Er is geen einddatum, omdat niemand de bewaartermijn heeft vastgesteld."
_ALLES_TERUG = Paperstand()
_LANGST = relativedelta(years=5)  # beyond it somebody decides anew
_TERMIJN = MappingProxyType(
    {
        ("casus", "afgesloten"): "casus_gesloten",
        ("casus", "overgedragen"): "casus_overgedragen",
        ("signaal", "doorgeleid"): "signaal_doorgeleid",
        ("signaal", "overgedragen"): "signaal_overgedragen",
    }
)


@dataclass(frozen=True, slots=True)
class Einde:
    """How one signal or casus of a dossier ended, with the days that a term may start from."""

    soort: str
    code: str
    feiten: Bewaarfeiten


@dataclass(frozen=True, slots=True)
class Bewaring:
    """What was decided about keeping one dossier. Field names equal the columns of table bewaring."""

    bewaartermijn: str
    vaststelling_id: int
    waardering: str
    selectielijst: str
    grond: str
    begin: date
    einde: date | None
    herinneren_op: date | None


@dataclass(frozen=True, slots=True)
class Bewaarkeuze:
    """What the coordinator decides; the days follow from the term."""

    waardering: str
    selectielijst: str
    grond: str


@dataclass(frozen=True, slots=True)
class Verlenging:
    """Keeping longer. Field names equal the columns of table bewaarverlenging."""

    naar: date
    reden: str
    toelichting: str
    door: str
    op: date


@dataclass(frozen=True, slots=True)
class Opschorting:
    """What keeps a dossier from being destroyed. Field names equal the columns of table opschorting."""

    reden: str
    toelichting: str
    vanaf: date
    nakijken_op: date


@dataclass(frozen=True, slots=True)
class Opheffing:
    """Why it need not wait any more. Field names equal the columns of table opschorting."""

    opgeheven_op: date
    opgeheven_reden: str


@dataclass(frozen=True, slots=True)
class Opschortingregel:
    """A suspension as recorded. opheffing: None while it runs."""

    id: int
    inhoud: Opschorting
    opheffing: Opheffing | None = None


@dataclass(frozen=True, slots=True)
class Vernietigfeiten:
    """Everything that may stand between a dossier and its destruction, as read; nothing is a flag."""

    loopt: bool = False  # its casus, or a signal of it, is not closed
    bewaring: Bewaring | None = None
    termijn_geldt: bool = False  # the words that were signed are the words of today
    nieuw_signaal: bool = False  # elsewhere, about the same person, and open
    heropening: bool = False
    verzoeken: tuple[tuple[str, date | None], ...] = ()  # number, and the day it is onherroepelijk
    opschortingen: int = 0
    beperkt: bool = False
    papier: Paperstand = _ALLES_TERUG
    datalekken: int = 0


def soort_termijn(soort: str, uitkomst: str, *, gewogen: bool) -> str:
    """The term that belongs to how a signal or casus ended. gewogen: the weegploeg decided on the signal."""
    if (soort, uitkomst) == ("signaal", "afgesloten"):
        return "signaal_niet_opgenomen" if gewogen else "signaal_afgesloten"
    return _TERMIJN[soort, uitkomst]


def compute_einde(
    einden: Sequence[Einde], kader: Kader, vaststellingen: Mapping[str, Termijnvaststelling]
) -> Uitkomst | None:
    """The latest end of all; or the first reason why there is none. None: nothing has ended."""
    laatste: Vernietigingsdatum | None = None
    for einde in einden:
        uitkomst = compute_vernietiging(einde.code, einde.feiten, kader, vaststellingen)
        if isinstance(uitkomst, GeenDatum):
            return uitkomst
        if laatste is None or uitkomst.datum > laatste.datum:
            laatste = uitkomst
    return laatste


def reminder(einde: date, begin: date, kader: Kader) -> date:
    """The day on which Bureau begins to speak of it: before the end, but not before the term began."""
    periode = kader.streeftermijn("bewaren_herinnering").periode
    return max(begin, periode.before(einde)) if periode else einde


def beletselen(feiten: Vernietigfeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    """Why this dossier may not be destroyed today; empty when it may."""
    return (*_termijn(feiten, vandaag), *_procedures(feiten, vandaag), *_buiten(feiten))


def _termijn(feiten: Vernietigfeiten, vandaag: date) -> list[Ontbreekt]:
    if feiten.loopt:
        return [Ontbreekt("Dit dossier is nog niet gesloten.", "dossier", "overzicht")]
    if feiten.bewaring is None:
        return [Ontbreekt(GEEN_EINDDATUM, "dossier", "bewaren")]
    punten = []
    if not feiten.termijn_geldt:
        zin = "De bewaartermijn is na het vaststellen gewijzigd. Laat hem opnieuw vaststellen."
        punten.append(Ontbreekt(zin, "inrichting", "kader"))
    if feiten.bewaring.waardering == BEWAREN:
        zin = "Dit dossier wordt blijvend bewaard (B) en gaat naar het archief."
        punten.append(Ontbreekt(zin, "dossier", "bewaren"))
    elif feiten.bewaring.einde is None or feiten.bewaring.einde > vandaag:
        einde = feiten.bewaring.einde
        zin = f"De bewaartermijn loopt tot {datum_kort(einde)}." if einde else GEEN_EINDDATUM
        punten.append(Ontbreekt(zin, "dossier", "bewaren"))
    return punten


def _procedures(feiten: Vernietigfeiten, vandaag: date) -> list[Ontbreekt]:
    punten = [
        Ontbreekt(f"Verzoek {nummer} is nog niet definitief afgehandeld.", "dossier", "bewaren")
        for nummer, onherroepelijk in feiten.verzoeken
        if onherroepelijk is None or onherroepelijk > vandaag
    ]
    if feiten.nieuw_signaal:
        zin = "Er is een nieuw signaal over deze persoon. Wacht op het besluit van de weegploeg."
        punten.append(Ontbreekt(zin, "dossier", "bewaren"))
    if feiten.heropening:
        punten.append(Ontbreekt("Er is heropening gevraagd. Wacht op het besluit.", "dossier", "bewaren"))
    if feiten.opschortingen:
        zin = "Vernietigen is opgeschort. Hef de opschorting eerst op, met de reden."
        punten.append(Ontbreekt(zin, "dossier", "opschorting"))
    if feiten.beperkt:
        zin = "De verwerking is beperkt op verzoek. Vernietigen kan pas als de beperking is opgeheven."
        punten.append(Ontbreekt(zin, "dossier", "bewaren"))
    return punten


def _buiten(feiten: Vernietigfeiten) -> list[Ontbreekt]:
    punten = [
        Ontbreekt(f"{zin} Leg vast wat ermee is gebeurd.", "wie_heeft_wat") for zin in feiten.papier.zinnen
    ]
    if feiten.datalekken:
        zin = "Over dit dossier loopt nog een datalek. Sluit dat eerst af."
        punten.append(Ontbreekt(zin, "wie_heeft_wat"))
    return punten


# ---- what is typed


def beoordeel_bewaring(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Bewaarkeuze | list[Gebrek]:
    """Check the decision on keeping."""
    del kader
    lees = Invoer(invoer, vandaag)
    keuze = Bewaarkeuze(
        waardering=lees.code("waardering", "Waardering", WAARDERING, verplicht=True),
        selectielijst=lees.regel("selectielijst", "Categorie in de selectielijst", verplicht=True),
        grond=lees.regel("grond", "Grond", verplicht=True),
    )
    return lees.gebreken or keuze


def beoordeel_verlenging(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, van: date
) -> Verlenging | list[Gebrek]:
    """Check an extension. van: the end as it is."""
    lees = Invoer(invoer, vandaag)
    verlenging = Verlenging(
        naar=lees.datum("naar", "Bewaren tot", verplicht=True, toekomst=True) or van,
        reden=lees.code("reden", "Reden", kader.codes("reden_verlenging"), verplicht=True),
        toelichting=lees.tekst("toelichting", "Toelichting", verplicht=True),
        door=lees.regel("door", "Wie dit besloot", verplicht=True),
        op=vandaag,
    )
    if any(gebrek.veld == "naar" for gebrek in lees.gebreken):
        return lees.gebreken
    if verlenging.naar <= van:
        zin = f"De bewaartermijn loopt al tot {datum_lang(van)}. Kies een latere dag."
        lees.gebrek("naar", zin)
    elif verlenging.naar > (uiterlijk := max(van, vandaag) + _LANGST):
        zin = f"Zo lang kan niet in één keer. Kies uiterlijk {datum_kort(uiterlijk)} en kijk dan opnieuw."
        lees.gebrek("naar", zin)
    return lees.gebreken or verlenging


def beoordeel_opschorting(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Opschorting | list[Gebrek]:
    """Check a suspension: never without a day to look again."""
    lees = Invoer(invoer, vandaag)
    opschorting = Opschorting(
        reden=lees.code("reden", "Reden", kader.codes("reden_opschorting"), verplicht=True),
        toelichting=lees.tekst("toelichting", "Toelichting", verplicht=True),
        vanaf=lees.datum("vanaf", "Vanaf", verplicht=True) or vandaag,
        nakijken_op=lees.datum("nakijken_op", "Opnieuw bekijken op", verplicht=True, toekomst=True)
        or vandaag,
    )
    if any(gebrek.veld in {"vanaf", "nakijken_op"} for gebrek in lees.gebreken):
        return lees.gebreken
    uiterlijk = latest_look(opschorting.vanaf, kader)
    if opschorting.nakijken_op <= vandaag:
        lees.gebrek("nakijken_op", "Kies een dag die nog komt.")
    elif opschorting.nakijken_op > max(uiterlijk, latest_look(vandaag, kader)):
        zin = f"Kijk uiterlijk op {datum_kort(latest_look(vandaag, kader))} of dit nog nodig is."
        lees.gebrek("nakijken_op", zin)
    return lees.gebreken or opschorting


def latest_look(vanaf: date, kader: Kader) -> date:
    """The last day to look again whether a suspension is still needed."""
    periode = kader.streeftermijn("opschorting_controle").periode
    return periode.after(vanaf) if periode else vanaf + relativedelta(years=1)


def beoordeel_opheffing(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, vanaf: date
) -> Opheffing | list[Gebrek]:
    """Check why a suspension ends."""
    del kader
    lees = Invoer(invoer, vandaag)
    opheffing = Opheffing(
        opgeheven_op=lees.datum("opgeheven_op", "Opgeheven op", verplicht=True) or vandaag,
        opgeheven_reden=lees.tekst("opgeheven_reden", "Waarom het niet meer nodig is", verplicht=True),
    )
    if opheffing.opgeheven_op < vanaf:
        lees.gebrek("opgeheven_op", f"De opschorting begon op {datum_kort(vanaf)}. Controleer de datum.")
    return lees.gebreken or opheffing

# SPDX-License-Identifier: EUPL-1.2
"""A data breach: the 72-hour clock, what has to be decided, and what stands between it and closing.

The clock runs from the moment of discovery (AVG, artikel 33, eerste lid). The row holds nothing about anyone:
what was lost stands with the dossier and goes with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import lees_moment, moment_lang, read_moment
from gemeente_pga.domain.tekst import Invoer

MELDTERMIJN = timedelta(hours=72)
BRON = "AVG, artikel 33, eerste lid"
PAPIER_VERMIST, DRAGER_VERMIST = "papier_vermist", "drager_vermist"  # codes of list datalekaard
JA, NEE = "ja", "nee"
JA_NEE = ((JA, "Ja"), (NEE, "Nee"))


@dataclass(frozen=True, slots=True)
class Datalek:
    """As typed; field names equal the columns of table datalek. Moments are ISO texts with an offset."""

    ontdekt_op: str
    gebeurd_op: date | None
    aard: str
    wat: str
    maatregelen: str = ""
    aantal_personen: int | None = None
    bronhouders: str = ""
    fg_ingelicht_op: date | None = None
    ciso_ingelicht_op: date | None = None
    deelnemers_ingelicht_op: date | None = None
    wie_meldt: str = ""
    melden_ap: str = ""
    melden_ap_reden: str = ""
    gemeld_ap_op: str | None = None
    kenmerk_ap: str = ""
    betrokkenen: str = ""
    betrokkenen_reden: str = ""
    betrokkenen_op: date | None = None
    les: str = ""


@dataclass(frozen=True, slots=True)
class Klokstand:
    """How the 72 hours stand: the last moment, whether it still runs, whether it is over, and in words."""

    uiterlijk: datetime
    loopt: bool
    te_laat: bool
    zin: str


def uiterlijk(ontdekt_op: datetime, zone: tzinfo | None = None) -> datetime:
    """72 hours later, counted in UTC: a change to summer time makes the clock no shorter. Shown local."""
    return (ontdekt_op.astimezone(UTC) + MELDTERMIJN).astimezone(zone)


def klok(lek: Datalek, nu: datetime) -> Klokstand:
    """The clock of this leak at this moment."""
    tot = uiterlijk(read_moment(lek.ontdekt_op))
    wanneer = moment_lang(tot.isoformat(timespec="seconds"))
    if lek.gemeld_ap_op:
        gemeld = read_moment(lek.gemeld_ap_op)
        op = moment_lang(lek.gemeld_ap_op)
        if gemeld <= tot:
            return Klokstand(
                tot, False, False, f"Gemeld aan de Autoriteit Persoonsgegevens op {op}, op tijd."
            )
        zin = f"Gemeld op {op}, na de 72 uur. Schrijf bij de reden waarom het later werd ({BRON})."
        return Klokstand(tot, False, True, zin)
    if lek.melden_ap == NEE:
        return Klokstand(tot, False, False, "Besloten is dit lek niet te melden. De reden staat hieronder.")
    over = tot - nu
    if over <= timedelta(0):
        zin = f"De 72 uur zijn voorbij sinds {wanneer} ({BRON}). Meld alsnog, met de reden van de vertraging."
        return Klokstand(tot, True, True, zin)
    uren = int(over.total_seconds() // 3600)
    rest = f"Nog {uren} uur" if uren else "Nog minder dan een uur"
    zin = (
        f"{rest}: meld zo snel mogelijk aan de Autoriteit Persoonsgegevens, uiterlijk {wanneer} ({BRON}). "
        "Lukt dat niet? Meld dan alsnog en schrijf op waarom het later werd."
    )
    return Klokstand(tot, True, False, zin)


def beoordeel_datalek(invoer: Mapping[str, object], kader: Kader, nu: datetime) -> Datalek | list[Gebrek]:
    """Check what was typed about a leak. Anything may still be open, but what is filled in must fit."""
    lees = Invoer(invoer, nu.date())
    ontdekt = lees_moment(lees, invoer, "ontdekt_dag", "ontdekt_tijd", "Ontdekt op", nu)
    lek = Datalek(
        ontdekt_op=ontdekt,
        gebeurd_op=lees.datum("gebeurd_op", "Gebeurd op"),
        aard=lees.code("aard", "Aard van het datalek", kader.codes("datalekaard"), verplicht=True),
        wat=lees.tekst("wat", "Wat is er gebeurd", verplicht=True),
        maatregelen=lees.tekst("maatregelen", "Wat is eraan gedaan"),
        aantal_personen=lees.getal("aantal_personen", "Hoeveel personen"),
        bronhouders=lees.regel("bronhouders", "Van wie de gegevens kwamen"),
        fg_ingelicht_op=lees.datum("fg_ingelicht_op", "FG ingelicht op"),
        ciso_ingelicht_op=lees.datum("ciso_ingelicht_op", "CISO ingelicht op"),
        deelnemers_ingelicht_op=lees.datum("deelnemers_ingelicht_op", "Deelnemers ingelicht op"),
        wie_meldt=lees.regel("wie_meldt", "Wie meldt"),
        melden_ap=lees.code("melden_ap", "Melden aan de AP", (JA, NEE)),
        melden_ap_reden=lees.tekst("melden_ap_reden", "Reden van dit besluit"),
        gemeld_ap_op=_lees_gemeld(lees, invoer, nu),
        kenmerk_ap=lees.regel("kenmerk_ap", "Kenmerk van de melding"),
        betrokkenen=lees.code("betrokkenen", "De personen zelf inlichten", (JA, NEE)),
        betrokkenen_reden=lees.tekst("betrokkenen_reden", "Reden van dit besluit"),
        betrokkenen_op=lees.datum("betrokkenen_op", "Ingelicht op"),
        les=lees.tekst("les", "Wat leert u ervan"),
    )
    _check_samenhang(lees, lek)
    return lees.gebreken or lek


def _lees_gemeld(lees: Invoer, invoer: Mapping[str, object], nu: datetime) -> str | None:
    if not invoer.get("gemeld_ap_dag") and not invoer.get("gemeld_ap_tijd"):
        return None
    return lees_moment(lees, invoer, "gemeld_ap_dag", "gemeld_ap_tijd", "Gemeld aan de AP", nu) or None


def _check_samenhang(lees: Invoer, lek: Datalek) -> None:
    ontdekt = read_moment(lek.ontdekt_op) if lek.ontdekt_op else None
    if ontdekt is not None and lek.gebeurd_op is not None and lek.gebeurd_op > ontdekt.date():
        lees.gebrek("gebeurd_op", "Het lek kan niet zijn ontdekt voordat het gebeurde. Controleer de datums.")
    if ontdekt is not None and lek.gemeld_ap_op and read_moment(lek.gemeld_ap_op) < ontdekt:
        lees.gebrek("gemeld_ap_dag", "De melding ligt vóór de ontdekking. Controleer dag en tijd.")
    if lek.melden_ap and not lek.melden_ap_reden:
        lees.gebrek("melden_ap_reden", "Schrijf op waarom u dit wel of niet meldt.")
    if lek.gemeld_ap_op and lek.melden_ap != JA:
        lees.gebrek("melden_ap", "Er is gemeld. Leg dan ook het besluit om te melden vast.")
    if lek.betrokkenen and not lek.betrokkenen_reden:
        lees.gebrek("betrokkenen_reden", "Schrijf op waarom u de personen wel of niet inlicht.")
    if lek.betrokkenen_op and lek.betrokkenen != JA:
        lees.gebrek("betrokkenen", "Zij zijn ingelicht. Leg dan ook het besluit om in te lichten vast.")


def beoordeel_inhoud(
    invoer: Mapping[str, object], nummers: Mapping[str, int], vandaag: date
) -> dict[int, str] | list[Gebrek]:
    """What of which dossier was in the leak: dossier id -> words. nummers: the dossiers there are."""
    lees = Invoer(invoer, vandaag)
    genoemd = [deel.strip() for deel in lees.regel("dossiers", "Welke dossiers").split(",") if deel.strip()]
    inhoud = lees.tekst("inhoud", "Welke gegevens zaten erin", verplicht=bool(genoemd))
    onbekend = [nummer for nummer in genoemd if nummer not in nummers]
    if onbekend:
        lees.gebrek("dossiers", f"Er is geen dossier met nummer {onbekend[0]}. Schrijf het als 2026-003.")
    if inhoud and not genoemd:
        lees.gebrek("dossiers", "Bij welk dossier horen deze gegevens? Noem het nummer.")
    return lees.gebreken or {nummers[nummer]: inhoud for nummer in genoemd}


def mist_voor_sluiten(lek: Datalek) -> list[Gebrek]:
    """What stands between this leak and closing it; the record must be able to show it (AVG 33(5))."""
    uit = []
    if not lek.maatregelen:
        uit.append(Gebrek("maatregelen", "Schrijf op wat eraan is gedaan."))
    if lek.fg_ingelicht_op is None:
        uit.append(Gebrek("fg_ingelicht_op", "Vul in wanneer de FG is ingelicht."))
    if not lek.melden_ap or not lek.melden_ap_reden:
        uit.append(
            Gebrek("melden_ap", "Besluit of u dit meldt aan de Autoriteit Persoonsgegevens, met reden.")
        )
    elif lek.melden_ap == JA and not lek.gemeld_ap_op:
        uit.append(Gebrek("gemeld_ap_dag", "Vul in wanneer u hebt gemeld."))
    if not lek.betrokkenen or not lek.betrokkenen_reden:
        zin = "Besluit of de personen zelf bericht krijgen (AVG, artikel 34), met reden."
        uit.append(Gebrek("betrokkenen", zin))
    elif lek.betrokkenen == JA and lek.betrokkenen_op is None:
        uit.append(Gebrek("betrokkenen_op", "Vul in wanneer de personen zijn ingelicht."))
    return uit

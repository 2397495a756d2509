# SPDX-License-Identifier: EUPL-1.2
"""Signaal: what somebody reported about one person, and when what was typed may be recorded.

Nothing here weighs: that is for the weegploeg.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import lees_moment, read_moment
from gemeente_pga.domain.tekst import Invoer, datum_kort

Keuzes = tuple[tuple[str, str], ...]
"""Codes with what stands on screen, in the order of the list."""

JA_NEE: Final[Keuzes] = (("ja", "Ja"), ("nee", "Nee"))
JA_NEE_ONBEKEND: Final[Keuzes] = (*JA_NEE, ("onbekend", "Onbekend"))

SOORTEN: Final[Keuzes] = (
    ("melding", "Melding van een persoon of organisatie"),
    ("eigen_dienst", "Melding van een eigen afdeling van de gemeente"),
    ("doorverwijzing", "Doorverwijzing uit een ander overleg"),
    ("overdracht", "Overdracht van een andere gemeente"),
    ("ambtsbericht", "Ambtsbericht"),
)
KANALEN: Final[Keuzes] = (
    ("telefoon", "Telefoon"),
    ("e_mail", "E-mail"),
    ("brief", "Brief"),
    ("gesprek", "Gesprek"),
    ("overleg", "Overleg met partners"),
    ("meldformulier", "Meldformulier"),
    ("anders", "Anders"),
)
BRONSOORTEN: Final[Keuzes] = (
    ("organisatie", "Een organisatie"),
    ("persoon", "Een persoon"),
    ("anoniem", "Anoniem"),
)
BRON_KENNIS: Final[Keuzes] = (
    ("zelf_gezien", "Zelf gezien of gehoord"),
    ("van_horen_zeggen", "Van anderen gehoord"),
    ("deels", "Deels zelf, deels van anderen"),
    ("document", "Uit een document"),
    ("open_bron", "Uit een open bron, zoals een website"),
    ("onbekend", "Onbekend"),
)
EERDER_BESPROKEN: Final[Keuzes] = (
    ("nee", "Nee, voor zover bekend"),
    ("vip_pga_overleg", "Ja, in een VIP- of PGA-overleg"),
    ("zvh_triage", "Ja, bij de triage van het Zorg- en Veiligheidshuis"),
    ("veilig_thuis", "Ja, bij Veilig Thuis"),
    ("ander_overleg", "Ja, in een ander overleg"),
    ("onbekend", "Onbekend"),
)
CORRECTIEREDENEN: Final[Keuzes] = (
    ("typefout", "Typefout"),
    ("melder_herstelt", "De melder heeft iets hersteld of aangevuld"),
    ("verkeerd_begrepen", "Ik had het verkeerd begrepen"),
    ("verkeerd_vak", "De tekst stond in het verkeerde vak"),
    ("hoort_niet_in_dossier", "Dit hoort niet in een dossier"),
)
AFWIJSREDENEN: Final[Keuzes] = (
    ("andere_geboortedatum", "Andere geboortedatum"),
    ("ander_adres", "Ander adres en geen andere overeenkomst"),
    ("alleen_naam_lijkt", "Alleen de naam lijkt op elkaar"),
    ("navraag_gedaan", "Nagevraagd: het is iemand anders"),
)
HERKEND: Final = "herkend"
"""Reason code of a confirmed candidate."""
CORRIGEERBAAR: Final = (
    "kanaal",
    "ontvangen_op",
    "ontvangen_door",
    "gebeurd_op",
    "bron_soort",
    "bron_organisatie",
    "partij_id",
    "melder_naam",
    "melder_functie",
    "melder_contact",
    "naam_noemen",
    "bron_kennis",
    "zelf_waargenomen",
    "van_anderen",
    "interpretatie",
    "eigen_opmerking",
    "eerder_besproken",
    "eerder_besproken_toelichting",
)
"""What a correction may change. The kind, the person and acute danger stay as they were recorded."""


def codes(keuzes: Keuzes) -> frozenset[str]:
    """The codes of a list."""
    return frozenset(code for code, _ in keuzes)


def in_woorden(keuzes: Keuzes, code: str) -> str:
    """What stands on screen for a code; an unknown code shows as itself, never as nothing."""
    return dict(keuzes).get(code, code)


@dataclass(frozen=True, slots=True)
class Signaal:
    """What somebody reported about one person, with what they saw apart from what they think."""

    soort: str
    kanaal: str
    ontvangen_op: str
    ontvangen_door: str
    gebeurd_op: date | None
    bron_soort: str
    bron_organisatie: str
    partij_id: int | None
    melder_naam: str
    melder_functie: str
    melder_contact: str
    naam_noemen: str
    bron_kennis: str
    zelf_waargenomen: str
    van_anderen: str
    interpretatie: str
    eigen_opmerking: str
    acuut: bool
    eerder_besproken: str
    eerder_besproken_toelichting: str
    geadresseerd_burgemeester: str
    gerubriceerd: str


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file that came with a signal; from now on it lives inside the kluis."""

    naam: str
    mediatype: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What the coordinator decided about one candidate."""

    ander_dossier_id: int
    uitkomst: str
    reden: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Correctie:
    """The fields as they must become, and why."""

    reden: str
    signaal: Signaal


def beoordeel_signaal(
    invoer: Mapping[str, object], nu: datetime, *, geboortedatum: date | None = None
) -> Signaal | list[Gebrek]:
    """Everything about the signal itself; the person and the candidates are judged apart."""
    lezer = Invoer(invoer, nu.date())
    soort = lezer.code("soort", "Soort signaal", codes(SOORTEN), verplicht=True)
    kanaal = lezer.code("kanaal", "Hoe kwam het binnen", codes(KANALEN), verplicht=True)
    ontvangen = lees_moment(lezer, invoer, "ontvangen_op", "ontvangen_tijd", "Ontvangen op", nu)
    signaal = Signaal(
        soort=soort,
        kanaal=kanaal,
        ontvangen_op=ontvangen,
        ontvangen_door=lezer.regel("ontvangen_door", "Ontvangen door", verplicht=True),
        gebeurd_op=lezer.datum("gebeurd_op", "Gebeurd op"),
        bron_soort=lezer.code("bron_soort", "Wie meldt dit", codes(BRONSOORTEN), verplicht=True),
        bron_organisatie=lezer.regel("bron_organisatie", "Organisatie"),
        partij_id=_partij(lezer, invoer),
        melder_naam=lezer.regel("melder_naam", "Naam van de melder"),
        melder_functie=lezer.regel("melder_functie", "Functie van de melder"),
        melder_contact=lezer.regel("melder_contact", "Telefoon of e-mail van de melder"),
        naam_noemen=lezer.code("naam_noemen", "Mag de naam genoemd worden", codes(JA_NEE)),
        bron_kennis=lezer.code("bron_kennis", "Hoe weet de bron dit", codes(BRON_KENNIS), verplicht=True),
        zelf_waargenomen=lezer.tekst("zelf_waargenomen", "Zelf waargenomen"),
        van_anderen=lezer.tekst("van_anderen", "Van anderen gehoord"),
        interpretatie=lezer.tekst("interpretatie", "Interpretatie van de melder"),
        eigen_opmerking=lezer.tekst("eigen_opmerking", "Eigen opmerking"),
        acuut=lezer.code("acuut", "Acuut gevaar", codes(JA_NEE), verplicht=True) == "ja",
        eerder_besproken=lezer.code("eerder_besproken", "Eerder besproken", codes(EERDER_BESPROKEN), verplicht=True),
        eerder_besproken_toelichting=lezer.tekst("eerder_besproken_toelichting", "Wanneer, en wie hoorde wat"),
        geadresseerd_burgemeester=lezer.code("geadresseerd_burgemeester", "Gericht aan de burgemeester", codes(JA_NEE)),
        gerubriceerd=lezer.code("gerubriceerd", "Gerubriceerd", codes(JA_NEE)),
    )
    _check_bron(lezer, signaal)
    _check_inhoud(lezer, signaal, geboortedatum)
    _check_soort(lezer, signaal)
    return lezer.gebreken or _without_what_does_not_apply(signaal)


def beoordeel_correctie(
    invoer: Mapping[str, object], nu: datetime, *, oud: Signaal, geboortedatum: date | None = None
) -> Correctie | list[Gebrek]:
    """The same checks as for a new signal, and a reason. Correcting nothing is refused."""
    lezer = Invoer(invoer, nu.date())
    reden = lezer.code("reden", "Waarom corrigeert u", codes(CORRECTIEREDENEN), verplicht=True)
    vast = {
        "soort": oud.soort,
        "acuut": "ja" if oud.acuut else "nee",
        "geadresseerd_burgemeester": oud.geadresseerd_burgemeester,
        "gerubriceerd": oud.gerubriceerd,
    }
    nieuw = beoordeel_signaal({**invoer, **vast}, nu, geboortedatum=geboortedatum)
    if isinstance(nieuw, list):
        return [*lezer.gebreken, *nieuw]
    if not changed_fields(oud, nieuw):
        lezer.gebrek("", "Er is niets veranderd. Wijzig eerst wat niet klopt.")
    return lezer.gebreken or Correctie(reden, nieuw)


def changed_fields(oud: Signaal, nieuw: Signaal) -> tuple[str, ...]:
    """Which fields a correction changes."""
    return tuple(veld for veld in CORRIGEERBAAR if getattr(oud, veld) != getattr(nieuw, veld))


def check_vergelijkingen(
    kandidaten: Mapping[int, str], keuzes: Mapping[int, Vergelijking]
) -> tuple[Vergelijking, ...] | list[Gebrek]:
    """Every candidate shown must have been confirmed or refused, and at most one is the same person.

    kandidaten: dossier id -> dossier number.
    """
    gebreken = [
        Gebrek("vergelijking", f"Dossier {nummer}: geef aan of dit dezelfde persoon is.")
        for dossier_id, nummer in kandidaten.items()
        if dossier_id not in keuzes
    ]
    gekozen = tuple(v for dossier_id, v in keuzes.items() if dossier_id in kandidaten)
    gebreken += [
        Gebrek("vergelijking", f"Dossier {kandidaten[v.ander_dossier_id]}: kies waarom dit iemand anders is.")
        for v in gekozen
        if v.uitkomst == "afgewezen" and v.reden not in codes(AFWIJSREDENEN)
    ]
    if sum(v.uitkomst == "bevestigd" for v in gekozen) > 1:
        melding = "U herkent de persoon in meer dan één dossier. Een signaal hoort bij één dossier: kies er één."
        gebreken.append(Gebrek("vergelijking", melding))
    return gebreken or gekozen


def _partij(lezer: Invoer, invoer: Mapping[str, object]) -> int | None:
    """The partner behind the source; the screen hands over its id as text."""
    waarde = invoer.get("partij_id")
    if waarde in (None, "", 0):
        return None
    if isinstance(waarde, int) or (isinstance(waarde, str) and waarde.isascii() and waarde.isdigit()):
        return int(waarde)
    lezer.gebrek("partij_id", "Partner: deze keuze staat niet in de lijst. Kies opnieuw.")
    return None


def _meld(lezer: Invoer, veld: str, melding: str) -> None:
    """One sentence a field: what is wrong with the text itself comes first."""
    if all(g.veld != veld for g in lezer.gebreken):
        lezer.gebrek(veld, melding)


def _check_bron(lezer: Invoer, signaal: Signaal) -> None:
    anoniem = signaal.bron_soort == "anoniem"
    if anoniem and (signaal.melder_naam or signaal.melder_contact):
        _meld(
            lezer,
            "melder_naam",
            "U koos “anoniem”, maar er staat een naam of contact. Kies “een persoon” of haal dit weg.",
        )
    if signaal.bron_soort == "persoon" and not signaal.melder_naam:
        _meld(lezer, "melder_naam", "Vul de naam van de melder in, of kies “anoniem”.")
    if signaal.bron_soort == "organisatie" and not (signaal.bron_organisatie or signaal.partij_id):
        _meld(lezer, "bron_organisatie", "Vul de organisatie in die dit meldt.")
    if not anoniem and not signaal.naam_noemen:
        _meld(
            lezer,
            "naam_noemen",
            "Kies of de naam van de melder genoemd mag worden. Weet u het niet, kies dan “nee”.",
        )


def _check_inhoud(lezer: Invoer, signaal: Signaal, geboortedatum: date | None) -> None:
    if not (signaal.zelf_waargenomen or signaal.van_anderen or signaal.interpretatie):
        _meld(
            lezer,
            "zelf_waargenomen",
            "Vul ten minste één vak in: zelf waargenomen, van anderen gehoord of interpretatie.",
        )
    if signaal.gebeurd_op and signaal.ontvangen_op:
        ontvangen = read_moment(signaal.ontvangen_op).date()
        if signaal.gebeurd_op > ontvangen:
            _meld(lezer, "gebeurd_op", f"Gebeurd op: dit ligt na de ontvangst op {datum_kort(ontvangen)}.")
    if signaal.gebeurd_op and geboortedatum and signaal.gebeurd_op < geboortedatum:
        _meld(lezer, "gebeurd_op", f"Gebeurd op: dit ligt vóór de geboortedatum {datum_kort(geboortedatum)}.")
    elders = signaal.eerder_besproken not in ("", "nee", "onbekend")
    if elders and not signaal.eerder_besproken_toelichting:
        _meld(lezer, "eerder_besproken_toelichting", "Schrijf op wanneer dat was en wie toen wat hoorde.")


def _check_soort(lezer: Invoer, signaal: Signaal) -> None:
    if signaal.soort in ("ambtsbericht", "overdracht") and signaal.bron_soort not in ("", "organisatie"):
        _meld(lezer, "bron_soort", "Bij deze soort is de bron altijd een organisatie. Kies “een organisatie”.")
    if signaal.soort != "ambtsbericht":
        return
    if not signaal.geadresseerd_burgemeester:
        _meld(lezer, "geadresseerd_burgemeester", "Kies of het ambtsbericht aan de burgemeester is gericht.")
    elif signaal.geadresseerd_burgemeester == "nee":
        _meld(
            lezer,
            "geadresseerd_burgemeester",
            "Een ambtsbericht voor deze aanpak is gericht aan de burgemeester. Dit bericht kan hier niet "
            "worden vastgelegd. Overleg met de afzender.",
        )
    if not signaal.gerubriceerd:
        _meld(lezer, "gerubriceerd", "Kies of er een rubricering op het stuk staat.")
    elif signaal.gerubriceerd == "ja":
        _meld(
            lezer,
            "gerubriceerd",
            "Een gerubriceerd stuk mag niet in dit programma. Neem er niets uit over. Bewaar het zoals de "
            "rubricering voorschrijft en vraag de afzender om een tekst zonder rubricering.",
        )


def _without_what_does_not_apply(signaal: Signaal) -> Signaal:
    """What the chosen kind does not ask is not kept: an answer to a hidden question is no answer."""
    if signaal.soort != "ambtsbericht":
        signaal = replace(signaal, geadresseerd_burgemeester="", gerubriceerd="")
    if signaal.bron_soort == "anoniem":
        signaal = replace(signaal, naam_noemen="nee", melder_functie="", bron_organisatie="", partij_id=None)
    if signaal.bron_soort == "persoon":
        signaal = replace(signaal, bron_organisatie="", partij_id=None)
    return signaal

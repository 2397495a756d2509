# SPDX-License-Identifier: EUPL-1.2
"""Signaal: what somebody reported about one person, and when what was typed may be recorded.

Nothing here weighs: that is for the weegploeg.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import lees_moment, read_moment
from gemeente_pga.domain.tekst import Invoer, datum_kort

Keuzes = tuple[tuple[str, str], ...]
"""Codes with what stands on screen, in the order of the list."""

JA_NEE: Final[Keuzes] = (("ja", "Ja"), ("nee", "Nee"))
ANONIEM: Final = "anoniem"
PERSOONLIJKE_BRONNEN: Final = frozenset({"familie", "burger"})
"""Sources that are a person, not an organisation."""
SOORTEN_VAN_PAPIER: Final = frozenset({"overgenomen"})
"""Kinds that only arise when a running casus is taken over from paper."""
BRON_BIJ_SOORT: Final[Mapping[str, str]] = {
    "ambtsbericht": "ambtsbericht",
    "overdracht_andere_gemeente": "andere_gemeente",
}
"""Kinds of signal that can come from one source only."""
CORRIGEERBAAR: Final = (
    "kanaal",
    "ontvangen_op",
    "ontvangen_door",
    "gebeurd_op",
    "bron_soort",
    "bron_organisatie",
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
_VASTE_VELDEN = ("soort", "geadresseerd_burgemeester", "gerubriceerd")


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
    geadresseerd_burgemeester: str = ""
    gerubriceerd: str = ""


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What the coordinator decided about one candidate."""

    ander_dossier_id: int
    uitkomst: str
    reden: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Correctie:
    """The signal as it must become, and why."""

    reden: str
    signaal: Signaal


def codes(keuzes: Keuzes) -> frozenset[str]:
    """The codes of a list."""
    return frozenset(code for code, _ in keuzes)


def in_woorden(kader: Kader, lijst: str, code: str) -> str:
    """What stands on screen for a code; one that this kader no longer has shows as itself."""
    return next((c.naam for c in kader.codelijst(lijst) if c.code == code), code)


def signaalsoorten(kader: Kader) -> Keuzes:
    """The kinds that can be chosen when a signal comes in."""
    return tuple(
        (c.code, c.naam) for c in kader.codelijst("signaalsoort") if c.code not in SOORTEN_VAN_PAPIER
    )


def beoordeel_signaal(
    invoer: Mapping[str, object], kader: Kader, nu: datetime, *, geboortedatum: date | None = None
) -> Signaal | list[Gebrek]:
    """Everything about the signal itself; the person and the candidates are judged apart."""
    bron = invoer.get("bron_soort")
    if bron == ANONIEM or bron in PERSOONLIJKE_BRONNEN:  # no organisation is asked then, nor in sight
        invoer = {**invoer, "bron_organisatie": ""}
    lezer = Invoer(invoer, nu.date())
    eerder = "eerder_besproken"
    toelichting = f"{eerder}_toelichting"
    signaal = Signaal(
        soort=lezer.code("soort", "Soort signaal", codes(signaalsoorten(kader)), verplicht=True),
        kanaal=lezer.code("kanaal", "Hoe kwam het binnen", kader.codes("kanaal"), verplicht=True),
        ontvangen_op=lees_moment(lezer, invoer, "ontvangen_op", "ontvangen_tijd", "Ontvangen op", nu),
        ontvangen_door=lezer.regel("ontvangen_door", "Ontvangen door", verplicht=True),
        gebeurd_op=lezer.datum("gebeurd_op", "Gebeurd op"),
        bron_soort=lezer.code("bron_soort", "Wie meldt dit", kader.codes("bron_soort"), verplicht=True),
        bron_organisatie=lezer.regel("bron_organisatie", "Organisatie"),
        melder_naam=lezer.regel("melder_naam", "Naam van de melder"),
        melder_functie=lezer.regel("melder_functie", "Functie van de melder"),
        melder_contact=lezer.regel("melder_contact", "Telefoon of e-mail van de melder"),
        naam_noemen=lezer.code("naam_noemen", "Naam van de melder", kader.codes("naam_noemen")),
        bron_kennis=lezer.code(
            "bron_kennis", "Hoe weet de bron dit", kader.codes("bron_kennis"), verplicht=True
        ),
        zelf_waargenomen=lezer.tekst("zelf_waargenomen", "Zelf waargenomen"),
        van_anderen=lezer.tekst("van_anderen", "Van anderen gehoord"),
        interpretatie=lezer.tekst("interpretatie", "Interpretatie van de melder"),
        eigen_opmerking=lezer.tekst("eigen_opmerking", "Eigen opmerking"),
        acuut=lezer.code("acuut", "Acuut gevaar", codes(JA_NEE), verplicht=True) == "ja",
        eerder_besproken=lezer.code(eerder, "Eerder besproken", kader.codes(eerder), verplicht=True),
        eerder_besproken_toelichting=lezer.tekst(toelichting, "Wanneer, en wie hoorde wat"),
        geadresseerd_burgemeester=lezer.code(
            "geadresseerd_burgemeester", "Gericht aan de burgemeester", codes(JA_NEE)
        ),
        gerubriceerd=lezer.code("gerubriceerd", "Gerubriceerd", codes(JA_NEE)),
    )
    _check_bron(lezer, signaal)
    _check_inhoud(lezer, signaal, geboortedatum)
    _check_eerder_besproken(lezer, signaal, kader)
    _check_soort(lezer, signaal, kader)
    return lezer.gebreken or _without_what_was_not_asked(signaal)


def beoordeel_correctie(
    invoer: Mapping[str, object],
    kader: Kader,
    nu: datetime,
    *,
    oud: Signaal,
    geboortedatum: date | None = None,
) -> Correctie | list[Gebrek]:
    """The same checks as for a new signal, and a reason. Correcting nothing is refused."""
    lezer = Invoer(invoer, nu.date())
    reden = lezer.code("reden", "Waarom corrigeert u", kader.codes("reden_correctie"), verplicht=True)
    vast: dict[str, object] = {veld: getattr(oud, veld) for veld in _VASTE_VELDEN}
    vast["acuut"] = "ja" if oud.acuut else "nee"
    papier = oud.soort in SOORTEN_VAN_PAPIER
    if papier:
        vast["soort"] = "melding"
    nieuw = beoordeel_signaal({**invoer, **vast}, kader, nu, geboortedatum=geboortedatum)
    if isinstance(nieuw, list):
        return [*lezer.gebreken, *nieuw]
    if papier:
        nieuw = replace(nieuw, soort=oud.soort)
    if not changed_fields(oud, nieuw):
        lezer.gebrek("", "Er is niets veranderd. Wijzig eerst wat niet klopt.")
    return lezer.gebreken or Correctie(reden, nieuw)


def changed_fields(oud: Signaal, nieuw: Signaal) -> tuple[str, ...]:
    """Which fields a correction changes."""
    return tuple(veld for veld in CORRIGEERBAAR if getattr(oud, veld) != getattr(nieuw, veld))


def check_vergelijkingen(
    kandidaten: Mapping[int, str],
    keuzes: Mapping[int, Vergelijking],
    kader: Kader,
    *,
    alleen_verwijzen: Collection[int] = (),
) -> tuple[Vergelijking, ...] | list[Gebrek]:
    """Every candidate shown must have been confirmed or refused, and a signal joins at most one dossier.

    kandidaten: dossier id -> dossier number. alleen_verwijzen: dossiers that a signal never joins, because
    they are closed or because the candidate is there as somebody else's naaste.
    """
    gebreken = []
    for dossier_id, nummer in kandidaten.items():
        melding = _gebrek_in_keuze(keuzes.get(dossier_id), kader)
        if melding:
            gebreken.append(Gebrek("vergelijking", f"Dossier {nummer}: {melding}"))
    gekozen = tuple(keuzes[dossier_id] for dossier_id in kandidaten if dossier_id in keuzes)
    if len(_joinable(gekozen, alleen_verwijzen)) > 1:
        melding = (
            "U herkent de persoon in meer dan één dossier. Een signaal hoort bij één dossier: kies er één."
        )
        gebreken.append(Gebrek("vergelijking", melding))
    return gebreken or gekozen


def joined_dossier(vergelijkingen: Collection[Vergelijking], alleen_verwijzen: Collection[int]) -> int | None:
    """The dossier that the signal joins; None when it gets a new one."""
    return next(iter(_joinable(vergelijkingen, alleen_verwijzen)), None)


def _joinable(vergelijkingen: Collection[Vergelijking], alleen_verwijzen: Collection[int]) -> list[int]:
    bevestigd = [v.ander_dossier_id for v in vergelijkingen if v.uitkomst == "bevestigd"]
    return [dossier_id for dossier_id in bevestigd if dossier_id not in alleen_verwijzen]


def _gebrek_in_keuze(keuze: Vergelijking | None, kader: Kader) -> str:
    if keuze is None:
        return "geef aan of dit dezelfde persoon is."
    afwijzen = keuze.uitkomst == "afgewezen"
    lijst = "reden_kandidaat_afwijzen" if afwijzen else "reden_kandidaat_bevestigen"
    reden = next((c for c in kader.codelijst(lijst) if c.code == keuze.reden), None)
    if reden is None:
        return f"kies waarom dit {'iemand anders' if afwijzen else 'dezelfde persoon'} is."
    if reden.uitleg_verplicht and not keuze.toelichting:
        return "schrijf in een paar woorden waarom."
    return ""


def _meld(lezer: Invoer, veld: str, melding: str) -> None:
    """One sentence a field: what is wrong with the text itself comes first."""
    if all(g.veld != veld for g in lezer.gebreken):
        lezer.gebrek(veld, melding)


def _check_bron(lezer: Invoer, signaal: Signaal) -> None:
    bron = signaal.bron_soort
    if bron == ANONIEM and (signaal.melder_naam or signaal.melder_contact):
        melding = "U koos “anoniem”, maar er staat een naam of contact. Kies een andere bron of haal dit weg."
        _meld(lezer, "melder_naam", melding)
    if bron in PERSOONLIJKE_BRONNEN and not signaal.melder_naam:
        _meld(lezer, "melder_naam", "Vul de naam van de melder in, of kies als bron “anoniem”.")
    if bron not in ("", ANONIEM, *PERSOONLIJKE_BRONNEN) and not signaal.bron_organisatie:
        _meld(lezer, "bron_organisatie", "Vul de organisatie in die dit meldt.")
    if bron != ANONIEM and not signaal.naam_noemen:
        melding = "Kies of de naam van de melder bekend mag worden. Weet u het niet, kies dan “nee”."
        _meld(lezer, "naam_noemen", melding)


def _check_inhoud(lezer: Invoer, signaal: Signaal, geboortedatum: date | None) -> None:
    if not (signaal.zelf_waargenomen or signaal.van_anderen or signaal.interpretatie):
        melding = "Vul ten minste één vak in: zelf waargenomen, van anderen gehoord of interpretatie."
        _meld(lezer, "zelf_waargenomen", melding)
    if signaal.gebeurd_op and signaal.ontvangen_op:
        ontvangen = read_moment(signaal.ontvangen_op).date()
        if signaal.gebeurd_op > ontvangen:
            _meld(lezer, "gebeurd_op", f"Gebeurd op: dit ligt na de ontvangst op {datum_kort(ontvangen)}.")
    if signaal.gebeurd_op and geboortedatum and signaal.gebeurd_op < geboortedatum:
        _meld(lezer, "gebeurd_op", f"Gebeurd op: dit ligt vóór de geboortedatum {datum_kort(geboortedatum)}.")


def _check_eerder_besproken(lezer: Invoer, signaal: Signaal, kader: Kader) -> None:
    antwoord = next(
        (c for c in kader.codelijst("eerder_besproken") if c.code == signaal.eerder_besproken), None
    )
    if antwoord and antwoord.uitleg_verplicht and not signaal.eerder_besproken_toelichting:
        melding = "Schrijf op wanneer dat was en wie toen wat hoorde."
        _meld(lezer, "eerder_besproken_toelichting", melding)


def _check_soort(lezer: Invoer, signaal: Signaal, kader: Kader) -> None:
    hoort = BRON_BIJ_SOORT.get(signaal.soort, "")
    if hoort and signaal.bron_soort not in ("", hoort):
        naam = in_woorden(kader, "bron_soort", hoort)
        _meld(lezer, "bron_soort", f"Bij deze soort signaal hoort de bron “{naam}”. Kies die.")
    if signaal.soort != "ambtsbericht":
        return
    if not signaal.geadresseerd_burgemeester:
        _meld(lezer, "geadresseerd_burgemeester", "Kies of het ambtsbericht aan de burgemeester is gericht.")
    elif signaal.geadresseerd_burgemeester == "nee":
        melding = (
            "Een ambtsbericht voor deze aanpak is gericht aan de burgemeester. Dit bericht kan hier niet "
            "worden vastgelegd. Overleg met de afzender."
        )
        _meld(lezer, "geadresseerd_burgemeester", melding)
    if not signaal.gerubriceerd:
        _meld(lezer, "gerubriceerd", "Kies of er een rubricering op het stuk staat.")
    elif signaal.gerubriceerd == "ja":
        melding = (
            "Een gerubriceerd stuk mag niet in dit programma. Neem er niets uit over. Bewaar het zoals de "
            "rubricering voorschrijft en vraag de afzender om een tekst zonder rubricering."
        )
        _meld(lezer, "gerubriceerd", melding)


def _without_what_was_not_asked(signaal: Signaal) -> Signaal:
    """What the chosen kind does not ask is not kept: an answer to a hidden question is no answer."""
    if signaal.soort != "ambtsbericht":
        signaal = replace(signaal, geadresseerd_burgemeester="", gerubriceerd="")
    if signaal.bron_soort == ANONIEM:
        signaal = replace(signaal, naam_noemen="nee", melder_functie="")
    return signaal

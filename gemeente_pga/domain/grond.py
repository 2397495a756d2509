# SPDX-License-Identifier: EUPL-1.2
"""May this be here? One rule on ground, category and way of obtaining, for an item, a file and a gift.

Which ground names which category stands in the kader; nothing of the law stands here.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Grondslag, Kader

GEWOON, BIJZONDER = "gewoon", "bijzonder"
OPEN_BRON = "open_bron"
TE_VAAK = 3  # days
HULPVERLENING = "hulpverlening"
# What was said in a help conversation weighs only when whoever gave the help may speak (KNMG).
HULP_GRONDEN = frozenset({"toestemming", "wettelijke_plicht_zorg", "conflict_van_plichten", "meldrecht_kind"})
HULP_WEEGT_NIET = (
    "Een hulpgesprek mag niet dienen om iemand te wegen. Zonder eigen grondslag weegt dit niet mee."
)
HEIMELIJK_WEEGT_NIET = "Heimelijk verkregen informatie weegt nooit mee. Schrap deze informatie."


def merkteken(kader: Kader, categorie: str) -> str:
    """The mark of data that are not ordinary, in a list and on paper: "Bijzonder gegeven"; else ""."""
    return f"{kader.woord('categorie', categorie)} gegeven" if categorie not in {"", GEWOON} else ""


def past(grondslag: Grondslag, categorie: str) -> bool:
    """Does this ground allow this category? One that names none is for ordinary data only."""
    return categorie in (grondslag.voor_categorie or (GEWOON,))


def check_gronden(
    kader: Kader, categorie: str, gronden: Mapping[str, str], noodzaak: str
) -> tuple[Gebrek, ...]:
    """Each ground must allow the category; what is not ordinary needs a necessity too (AVG 9 and 10).

    gronden: field name -> code of the ground; a field that is empty is somebody else's fault.
    """
    if not categorie:
        return ()
    uit = [
        Gebrek(veld, ontbrekende_grond(kader, kader.grondslag(code), categorie))
        for veld, code in gronden.items()
        if code and not past(kader.grondslag(code), categorie)
    ]
    if categorie != GEWOON and not noodzaak:
        soort = kader.woord("categorie", categorie).lower()
        zin = (
            f"Dit is een {soort} gegeven. Schrijf op waarom het onmisbaar is. Is het dat niet? Leg het dan "
            "niet vast."
        )
        uit.append(Gebrek("noodzaak", zin))
    return tuple(uit)


def ontbrekende_grond(kader: Kader, grondslag: Grondslag, categorie: str) -> str:
    """What to say of a ground that does not allow this category."""
    soort = kader.woord("categorie", categorie).lower()
    return f"‘{grondslag.naam}’ geldt niet voor de soort ‘{soort}’. Kies een grond die deze soort noemt."


def check_verkregen(kader: Kader, verkregen: str) -> tuple[Gebrek, ...]:
    """What was obtained covertly is not used, whatever else stands there."""
    if not verkregen or not kader.keuze("verkregen", verkregen).geblokkeerd:
        return ()
    zin = (
        "Heimelijk verkregen informatie mag u niet gebruiken. Leg deze niet vast en bespreek dit met de "
        "functionaris gegevensbescherming."
    )
    return (Gebrek("verkregen", zin),)


def check_open_bron(vinder: str, vindplaats: str, gevonden_op: date | None) -> tuple[Gebrek, ...]:
    """What somebody saw in an open source says who, where and when; the program itself never looks."""
    velden = (
        ("vinder", vinder, "Vul in wie dit zag."),
        ("vindplaats", vindplaats, "Vul in waar dit stond."),
        ("gevonden_op", gevonden_op, "Vul in wanneer dit is gezien."),
    )
    return tuple(Gebrek(veld, zin) for veld, waarde, zin in velden if not waarde)


def lijkt_op_volgen(vindplaats: str, gevonden_op: date | None, eerder: Iterable[tuple[str, date]]) -> str:
    """Why this is no chance find any more: somebody looked at one place on a third day. "" when it is.

    eerder: place and day of what is in this dossier already. Following somebody online is no task of the
    municipality; the number of days is a choice of this program.
    """
    if gevonden_op is None or not vindplaats:
        return ""
    plek = " ".join(vindplaats.casefold().split())
    dagen = {dag for waar, dag in eerder if " ".join(waar.casefold().split()) == plek}
    if len(dagen | {gevonden_op}) < TE_VAAK:
        return ""
    return (
        "In dit dossier keek iemand al op twee andere dagen op deze plek. Zo wordt het volgen, en dat mag de "
        "gemeente niet. Bespreek het met de functionaris gegevensbescherming, en zo nodig met de politie."
    )


def may_use_hulp(grondslag_gever: str, noodzaak: str) -> bool:
    """May what was said in a help conversation be weighed?"""
    return grondslag_gever in HULP_GRONDEN and bool(noodzaak)

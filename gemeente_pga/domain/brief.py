# SPDX-License-Identifier: EUPL-1.2
"""A letter about a request, or to a person about whom data are kept: which letter, and what it needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.mandaat import BRIEF as MANDAAT_BRIEF
from gemeente_pga.domain.mandaat import BRIEF_OVER_VERZOEK, Mandaatregel
from gemeente_pga.domain.tekst import Invoer
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.domain.verzoekbesluit import lees_ondertekenaar, mist_tekenmandaat

ONTVANGST, VERLENGING = "ontvangst", "verlenging"
INFORMEREN, AFSLUITING = "informeren", "afsluiting"
BRIEFSOORTEN = {
    ONTVANGST: "Bevestiging van ontvangst",
    VERLENGING: "Bericht dat het antwoord langer duurt",
    INFORMEREN: "Bericht over uw gegevens",
    AFSLUITING: "Bericht dat de aanpak is afgesloten",
}
VERZOEKBRIEVEN = (ONTVANGST, VERLENGING)
PERSOONSBRIEVEN = (INFORMEREN, AFSLUITING)


@dataclass(frozen=True, slots=True)
class Briefopdracht:
    """A letter to make. tekst: what the coordinator says in it in own words."""

    soort: str
    tekst: str
    ondertekenaar: str
    op: date


@dataclass(frozen=True, slots=True)
class Briefrond:
    """What stands around a letter to a person. verteld: told before; aan: whom it is addressed to."""

    besloten: bool
    verteld: bool
    gesloten: bool
    onder_zestien: bool
    gezag: tuple[str, ...] = ()
    aan: str = ""


def beoordeel_brief(
    invoer: Mapping[str, object],
    vandaag: date,
    *,
    soorten: Sequence[str],
    mandaten: Iterable[Mandaatregel] = (),
) -> Briefopdracht | list[Gebrek]:
    """Check what is asked for. mandaten: of the municipality that sends it."""
    lees = Invoer(invoer, vandaag)
    soort = lees.code("soort", "Welke brief", soorten, verplicht=True)
    opdracht = Briefopdracht(
        soort=soort,
        tekst=lees.tekst("tekst", "Wat u schrijft", verplicht=soort in PERSOONSBRIEVEN),
        ondertekenaar=lees_ondertekenaar(lees),
        op=vandaag,
    )
    if not lees.gebreken and (zin := mist_handtekening(opdracht, mandaten)):
        lees.gebrek("ondertekenaar_naam", zin)
    return lees.gebreken or opdracht


def mist_handtekening(opdracht: Briefopdracht, mandaten: Iterable[Mandaatregel]) -> str:
    """Why who signs it may not; empty when that is the burgemeester, or with a mandate."""
    bevoegdheid = BRIEF_OVER_VERZOEK if opdracht.soort in VERZOEKBRIEVEN else MANDAAT_BRIEF
    return mist_tekenmandaat(opdracht.ondertekenaar, mandaten, bevoegdheid, opdracht.op, "deze brief")


def mist_voor_verzoekbrief(regel: Verzoekregel, soort: str) -> str:
    """Why this letter cannot be sent; empty when it can."""
    if not regel.loopt or regel.besluit is not None:
        return "Er is al besloten of het verzoek is afgerond. De brief met het besluit is er al."
    if soort == VERLENGING and regel.verlenging is None:
        return "De termijn is niet verlengd. Leg de verlenging eerst vast."
    return ""


def mist_voor_persoonsbrief(rond: Briefrond, soort: str) -> str:
    """Why this letter cannot be sent; empty when it can."""
    if soort == INFORMEREN and not rond.besloten:
        return "Er is nog geen besluit om deze persoon te informeren. Leg dat besluit eerst vast."
    if soort == AFSLUITING and not rond.gesloten:
        return "De casus is nog niet afgesloten."
    if soort == AFSLUITING and not rond.verteld:
        return "Deze persoon is nog niet geïnformeerd. Deze brief zou dat dan doen."
    if rond.onder_zestien and not rond.gezag:
        return "Deze persoon is nog geen zestien. Leg eerst vast wie het gezag heeft."
    if not rond.aan:
        return "Leg eerst bij Bezorging vast hoe de brief veilig aankomt, en aan wie."
    if rond.onder_zestien and not any(naam.casefold() in rond.aan.casefold() for naam in rond.gezag):
        return f"De bezorging is niet gericht aan wie het gezag heeft: {', '.join(rond.gezag)}."
    return ""

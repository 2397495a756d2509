# SPDX-License-Identifier: EUPL-1.2
"""An item that proved wrong, the notices that follow for every holder, and what they answer.

The item itself stays as it was said; the correction stands beside it and both stay readable.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, begin_van_zin, datum_kort, telwoord

ONJUIST, ONRECHTMATIG, ONVOLLEDIG = "onjuist", "onrechtmatig", "onvolledig"
SOORTEN = (
    (ONJUIST, "Onjuist"),
    (ONRECHTMATIG, "Onrechtmatig verkregen of gegeven"),
    (ONVOLLEDIG, "Onvolledig"),
)
RECTIFICATIE, SLUITING, TERUGGAVE = "rectificatie", "sluiting", "teruggave"
BERICHTSOORTEN = MappingProxyType(
    {
        RECTIFICATIE: "Rectificatiebericht",
        SLUITING: "Bericht dat de aanpak is beëindigd",
        TERUGGAVE: "Verzoek om teruggave of vernietiging",
    }
)
GEDAAN, DEELS, WEIGERT = "gedaan", "deels", "weigert"
ANTWOORDEN = ((GEDAAN, "Gedaan"), (DEELS, "Deels gedaan"), (WEIGERT, "Weigert"))

_GEVRAAGD = MappingProxyType(
    {
        ONJUIST: "Verbeter dit gegeven bij u. Gaf u het door? Geef dan ook deze verbetering door.",
        ONRECHTMATIG: "Gebruik dit gegeven niet meer en vernietig het. Gaf u het door? Meld het ook daar.",
        ONVOLLEDIG: "Vul dit gegeven bij u aan. Gaf u het door? Geef dan ook deze aanvulling door.",
        SLUITING: "Gebruik de gegevens niet meer voor deze aanpak. Geef papieren exemplaren terug of "
        "vernietig ze, en bewaar niet langer dan uw eigen bewaartermijn.",
        TERUGGAVE: "Geef de exemplaren terug of vernietig ze, ook kopieën en bestanden.",
    }
)


@dataclass(frozen=True, slots=True)
class Informatiecorrectie:
    """As typed; field names equal the columns of table informatiecorrectie."""

    soort: str
    gemeld_door: str
    gemeld_op: date
    juist: str


@dataclass(frozen=True, slots=True)
class Houderantwoord:
    """What a holder answered to a notice. Field names equal the columns of table houderbericht."""

    antwoord: str
    antwoord_tekst: str
    antwoord_op: date


def gevraagd(soort: str, correctie: str = "") -> str:
    """What the notice asks; of a correction it depends on its kind."""
    return _GEVRAAGD[correctie if soort == RECTIFICATIE else soort]


def beoordeel_correctie(invoer: Mapping[str, object], vandaag: date) -> Informatiecorrectie | list[Gebrek]:
    """Check a correction: who says so, since when, and what holders must be told."""
    lees = Invoer(invoer, vandaag)
    correctie = Informatiecorrectie(
        soort=lees.code("soort", "Wat is er mis", [code for code, _ in SOORTEN], verplicht=True),
        gemeld_door=lees.regel("gemeld_door", "Wie meldde dit", verplicht=True),
        gemeld_op=lees.datum("gemeld_op", "Gemeld op", verplicht=True) or vandaag,
        juist=lees.tekst("juist", "Wat moeten de houders weten", verplicht=True),
    )
    return lees.gebreken or correctie


def beoordeel_antwoord(
    invoer: Mapping[str, object], vandaag: date, *, verstuurd_op: date
) -> Houderantwoord | list[Gebrek]:
    """Check what a holder answered; anything but done is explained."""
    lees = Invoer(invoer, vandaag)
    antwoord = Houderantwoord(
        antwoord=lees.code("antwoord", "Antwoord", [code for code, _ in ANTWOORDEN], verplicht=True),
        antwoord_tekst=lees.tekst("antwoord_tekst", "Wat zei de houder"),
        antwoord_op=lees.datum("antwoord_op", "Antwoord op", verplicht=True) or vandaag,
    )
    if antwoord.antwoord in {DEELS, WEIGERT} and not antwoord.antwoord_tekst:
        lees.gebrek("antwoord_tekst", "Schrijf op wat er niet is gedaan en waarom.")
    if antwoord.antwoord_op < verstuurd_op:
        lees.gebrek("antwoord_op", f"Het bericht is van {datum_kort(verstuurd_op)}. Controleer de datum.")
    return lees.gebreken or antwoord


def stand_van_berichten(klaar: int, onverstuurd: int, mondeling: int) -> str:
    """How far telling the holders has come, once nobody is without a notice.

    klaar: how many were made; onverstuurd: letters that did not leave; mondeling: to be told by word of
    mouth, of which nothing was recorded yet.
    """
    if klaar == 0:
        return "Volgens wat is vastgelegd heeft niemand dit gegeven. Er is geen bericht nodig."
    zinnen = ["Voor iedere houder staat een bericht klaar."]
    if onverstuurd:
        zinnen.append(f"{_hoeveel(onverstuurd)} {'is' if onverstuurd == 1 else 'zijn'} nog niet verstuurd.")
    if mondeling:
        zinnen.append(f"{_hoeveel(mondeling)} vertelt u mondeling; daarvan is nog geen antwoord vastgelegd.")
    return " ".join(zinnen) if len(zinnen) > 1 else "Aan iedere houder is het bericht verstuurd of verteld."


def _hoeveel(aantal: int) -> str:
    return "Eén" if aantal == 1 else begin_van_zin(telwoord(aantal))

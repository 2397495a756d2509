# SPDX-License-Identifier: EUPL-1.2
"""What the person himself says, and how something reaches him without a housemate reading it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

WIJZEN = (("gesprek", "In een gesprek"), ("brief", "In een brief"), ("e_mail", "In een e-mail"),
          ("via_ander", "Via een ander"))  # fmt: skip
GEEN_RISICO, RISICO, ONBEKEND = "geen_risico", "risico", "onbekend"
HUISGENOTEN = (
    (GEEN_RISICO, "Geen risico"),
    (RISICO, "Wel een risico"),
    (ONBEKEND, "Niet bekend"),
)
_PER_POST = frozenset({"post", "aangetekend"})


@dataclass(frozen=True, slots=True)
class Zienswijze:
    """Field names equal columns of table zienswijze."""

    ontvangen_op: date
    wijze: str
    gegeven_door: str
    tekst: str
    reactie: str = ""
    besproken_op: date | None = None


@dataclass(frozen=True, slots=True)
class Bezorging:
    """Field names equal columns of table bezorging."""

    wijze: str
    aan: str
    huisgenoten: str
    voorzorg: str = ""
    gedaan_op: date | None = None


def beoordeel_zienswijze(
    invoer: Mapping[str, object], kader: Kader, vandaag: date
) -> Zienswijze | list[Gebrek]:
    """Check what somebody said, and what was done with it."""
    del kader
    lees = Invoer(invoer, vandaag)
    zienswijze = Zienswijze(
        ontvangen_op=lees.datum("ontvangen_op", "Ontvangen op", verplicht=True) or vandaag,
        wijze=lees.code("wijze", "Hoe gegeven", [code for code, _ in WIJZEN], verplicht=True),
        gegeven_door=lees.regel("gegeven_door", "Gegeven door"),
        tekst=lees.tekst("tekst", "Wat de persoon zegt", verplicht=True),
        reactie=lees.tekst("reactie", "Reactie van het overleg"),
        besproken_op=lees.datum("besproken_op", "Besproken op"),
    )
    if zienswijze.wijze == "via_ander" and not zienswijze.gegeven_door:
        lees.gebrek("gegeven_door", "Vul in wie dit namens de persoon zei of schreef.")
    if zienswijze.besproken_op is not None and zienswijze.besproken_op < zienswijze.ontvangen_op:
        lees.gebrek("besproken_op", "Bespreken komt na ontvangst. Controleer de datums.")
    if zienswijze.besproken_op is not None and not zienswijze.reactie:
        lees.gebrek("reactie", "Schrijf op wat het overleg met de zienswijze deed.")
    return lees.gebreken or zienswijze


def beoordeel_bezorging(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, minderjarig: bool = False
) -> Bezorging | list[Gebrek]:
    """Check a delivery. A letter that a housemate may open, and may not read, needs a precaution."""
    lees = Invoer(invoer, vandaag)
    bezorging = Bezorging(
        wijze=lees.code("wijze", "Hoe bereikt het deze persoon", kader.codes("bezorging"), verplicht=True),
        aan=lees.regel("aan", "Aan wie gericht", verplicht=True),
        huisgenoten=lees.code(
            "huisgenoten", "Risico van huisgenoten", [code for code, _ in HUISGENOTEN], verplicht=True
        ),
        voorzorg=lees.tekst("voorzorg", "Wat u doet om dat te voorkomen"),
        gedaan_op=lees.datum("gedaan_op", "Bezorgd op"),
    )
    if bezorging.wijze in _PER_POST and bezorging.huisgenoten == RISICO:
        zin = "Een huisgenoot kan deze brief openen. Kies een andere manier, of geef hem persoonlijk."
        lees.gebrek("wijze", zin)
    elif bezorging.huisgenoten in (RISICO, ONBEKEND) and not bezorging.voorzorg:
        lees.gebrek("voorzorg", "Schrijf op hoe u voorkomt dat een huisgenoot dit leest.")
    if minderjarig and bezorging.wijze in _PER_POST:
        zin = "Bij een kind onder zestien gaat een brief via wie het gezag heeft."
        lees.gebrek("wijze", zin)
    return lees.gebreken or bezorging

# SPDX-License-Identifier: EUPL-1.2
"""The notes of the sample case, cut into the pieces that must be found back on paper."""

import re
from collections.abc import Iterator

from gemeente_pga.paths import resource

MAP = resource("oefencasus")
KORTST = 8
# What stands on paper in other words: piece of the notes -> words on paper; "" for what is no content.
ANDERS = {
    "# Casusoverleg 14 oktober 2026, 13": "14 oktober 2026, 13.30–14.25 uur",
    "ZVH, voorzitter/procesregisseur": "T. de Graaf, procesregisseur",
    "gemeente, verslag": "Verslag S. Aydın",
    "Afwezig met bericht": "schriftelijk",
    ", heeft schriftelijk ingebracht": "schriftelijk",
    "Geheimhouding besproken en door iedereen bevestigd": "Alle aanwezigen hebben de geheimhouding bevestigd",
    " Papieren dossiers": "Papieren exemplaren",
    " 5 exemplaren uitgedeeld, 4 terug": "5 uitgedeeld, 4 terug",
    " dat van het OM meegenomen": "Het exemplaar van het Openbaar Ministerie is meegenomen",
    "Afwegingen": "Overwegingen",
    "vóór 23-10": "23 oktober 2026",
    "vóór 28-10": "28 oktober 2026",
    "vóór 30-10": "30 oktober 2026",
    "vóór 21-10": "21 oktober 2026",
    "# Casusoverleg 4 november 2026, 10": "4 november 2026, 10.00–11.10 uur",
    "Twee casussen": "Casus C2026-001, C2026-002",
    " een oudere casus van de gemeente, herbeoordeling na zes maanden, voorstel afsluiten": (
        "Herbeoordeling na zes maanden, voorstel afsluiten"
    ),
    " alleen bij casus 1": "alleen bij casus C2026-001",
    " alleen bij casus 2": "alleen bij casus C2026-002",
    "Acties vorige keer": "Acties uit het vorige overleg",
    " gesprek politie + broer ": "Gesprek met J. samen met broer",
    " gedaan op 27-10, hij liet ze binnen": "hij liet ze binnen",
    " gedaan, advies ontvangen 20-10": "advies ontvangen",
    " van deze vergadering gaan twee verslagen de deur uit": "",
    " Wie alleen bij één casus zat, krijgt niets over de andere": "",
}
NIET_VASTLEGGEN = "afkomst van zijn vrouw doet niet ter zake, niet vastleggen"


def letters(tekst: str) -> str:
    """Only letters and digits: how words are broken, spaced or punctuated does not matter."""
    return "".join(teken for teken in tekst.casefold() if teken.isalnum())


def cells() -> Iterator[str]:
    """What each party said, per row of the notes of the weegploeg."""
    regels = (MAP / "03-weegploeg.md").read_text("utf-8").splitlines()
    for regel in [regel for regel in regels if regel.startswith("|")][2:]:
        yield from (cel for deel in regel.strip("|").split("|")[1:] if (cel := deel.strip()) != "–")


def pieces(naam: str) -> Iterator[str]:
    """The pieces of the notes of a meeting that are long enough to be looked for."""
    for regel in (MAP / naam).read_text("utf-8").splitlines():
        for stuk in re.split(r"[.;:–()]| - |, (?=[A-Z])", regel.replace("- ", "", 1)):
            if len(letters(stuk)) >= KORTST:
                yield ANDERS.get(stuk, stuk)

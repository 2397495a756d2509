# SPDX-License-Identifier: EUPL-1.2
"""What can be between a kluis and the mark outside it: what the user is told, and which act goes with it."""

from enum import Enum

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling

_BACKUP = (
    "Hebt u zelf een back-up teruggezet, dan klopt dit: ga verder en leg vast waarom. Zo niet, werk dan niet "
    "verder en meld dit als beveiligingsincident."
)
_NIEUW_MERK = (
    "Weet u waardoor dit komt, ga dan verder en leg vast waarom. Het programma maakt dan een nieuw "
    "merkbestand. Weet u het niet, meld dit dan als beveiligingsincident."
)


class Merkbevinding(Enum):
    """How kluis and mark disagree. vraagt: the kluis opens only after the user has said why."""

    code: str
    handeling: Handeling
    vraagt: bool
    zin: str
    raad: str

    def __init__(self, code: str, handeling: Handeling, vraagt: bool, zin: str, raad: str) -> None:
        self.code = code
        self.handeling = handeling
        self.vraagt = vraagt
        self.zin = zin
        self.raad = raad

    OUDER = (
        "kluis_ouder",
        Handeling.KLUIS_OUDER_AANVAARDEN,
        True,
        "Deze kluis is ouder dan de kluis waarmee op deze computer het laatst is gewerkt. Wat daarna is "
        "vastgelegd, staat er niet in.",
        _BACKUP,
    )
    ANDERS = (
        "kluis_anders",
        Handeling.KLUIS_ANDERS_AANVAARDEN,
        True,
        "De geschiedenis van deze kluis is anders dan die van de kluis waarmee op deze computer het laatst "
        "is gewerkt.",
        _BACKUP,
    )
    BESCHADIGD = (
        "merk_beschadigd",
        Handeling.KLUIS_MERK_VERVANGEN,
        True,
        "Het merkbestand naast de kluis is beschadigd of veranderd. Het programma kan niet zien of dit de "
        "nieuwste kluis is.",
        _NIEUW_MERK,
    )
    VREEMD = (
        "merk_vreemd",
        Handeling.KLUIS_MERK_VERVANGEN,
        True,
        "Het merkbestand naast de kluis hoort bij een andere kluis. Het programma kan niet zien of dit de "
        "nieuwste kluis is.",
        _NIEUW_MERK,
    )
    ONTBREEKT = (
        "merk_ontbrak",
        Handeling.KLUIS_MERK_HERSTELLEN,
        False,
        "Het merkbestand naast de kluis ontbrak en is opnieuw gemaakt.",
        "Na het terugzetten van een back-up is dat gewoon. Anders heeft iemand het weggehaald: kijk dan bij "
        "Controle of alles er is wat u het laatst hebt vastgelegd.",
    )
    ACHTER = (
        "merk_achter",
        Handeling.KLUIS_MERK_HERSTELLEN,
        False,
        "Het merkbestand naast de kluis liep achter en is bijgewerkt.",
        "De kluis zelf is compleet. Misschien is een oud merkbestand teruggezet: vraag dat na bij uw "
        "ICT-beheerder.",
    )
    HALF = (
        "merk_half",
        Handeling.KLUIS_MERK_HERSTELLEN,
        False,
        "Het merkbestand naast de kluis was voor de helft beschadigd en is hersteld.",
        "Dat kan na een stroomstoring. De kluis zelf is compleet.",
    )


# What the user may give as the cause: (code in the log, words).
REDENEN: tuple[tuple[str, str], ...] = (
    ("backup_teruggezet", "Ik heb een back-up teruggezet"),
    ("andere_computer", "Met deze kluis is intussen op een andere computer gewerkt"),
    ("bestand_beschadigd", "De schijf of een bestand is beschadigd geraakt"),
    ("incident_gemeld", "Ik weet het niet en heb het gemeld als beveiligingsincident"),
)
# For reading the log: all codes that may stand there as the reason of one of these acts.
REDENNAMEN: dict[str, str] = dict(REDENEN) | {
    Merkbevinding.ONTBREEKT.code: "Het ontbrak",
    Merkbevinding.ACHTER.code: "Het liep achter",
    Merkbevinding.HALF.code: "De helft was beschadigd",
}


class MerkStoring(Storing):
    """The kluis was not opened, because of what the mark says."""

    def __init__(self, bevinding: Merkbevinding) -> None:
        super().__init__(bevinding.zin, bevinding.raad)
        self.bevinding = bevinding

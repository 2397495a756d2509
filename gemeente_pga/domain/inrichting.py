# SPDX-License-Identifier: EUPL-1.2
"""Who works here and with whom: the municipality, the coordinator, the partners at the table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer

BRONREGISTRATIES = (
    ("gemeente", "De gemeente: dit programma is de leidende registratie"),
    ("zvh", "Het Zorg- en Veiligheidshuis: zij maken de verslagen in hun eigen systeem"),
)
# After how many minutes without a key or a click the kluis locks itself.
VERGRENDELTIJDEN = (2, 5, 10, 15)
VERGRENDELTIJD = 5
INSTELLING_VERGRENDELTIJD = "vergrendeltijd_minuten"
VERGRENDELTIJD_OVERLEG = 20  # during one casusoverleg, when the coordinator asks for it
INSTELLING_SCHERM_DELEN = "scherm_delen"  # "ja": the window may be seen in shared screens
INSTELLING_BACKUPMAP = "backupmap"
INSTELLING_BSN_WET = "bsn_wet"  # the law that allows the burgerservicenummer; empty or absent: it is off
_GEMEENTE = re.compile(r"^gemeente\s+(?=\S)", re.IGNORECASE)  # the word is set before the name on paper


@dataclass(frozen=True, slots=True)
class Gebruiker:
    """The coordinator, as named in the journaal and on paper."""

    naam: str
    functie: str = ""
    telefoon: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality for which dossiers are kept."""

    naam: str
    burgemeester: str = ""
    contactpunt: str = ""
    fg: str = ""
    zvh: str = ""
    bronregistratie: str = "gemeente"


@dataclass(frozen=True, slots=True)
class Partij:
    """An organisation that takes part in weging or casusoverleg."""

    soort: str
    naam: str
    kernpartij: bool = False
    contactpersoon: str = ""
    functie: str = ""
    mandaat: str = ""
    telefoon: str = ""
    email: str = ""
    actief: bool = True


def beoordeel_gebruiker(invoer: Mapping[str, object], vandaag: date) -> Gebruiker | list[Gebrek]:
    """Judge who works here."""
    lezer = Invoer(invoer, vandaag)
    gebruiker = Gebruiker(
        naam=lezer.regel("naam", "Uw naam", verplicht=True),
        functie=lezer.regel("functie", "Functie", verplicht=True),
        telefoon=lezer.regel("telefoon", "Telefoon"),
        email=lezer.regel("email", "E-mail"),
    )
    return lezer.gebreken or gebruiker


def beoordeel_gemeente(invoer: Mapping[str, object], vandaag: date) -> Gemeente | list[Gebrek]:
    """Judge a municipality."""
    lezer = Invoer(invoer, vandaag)
    codes = [code for code, _ in BRONREGISTRATIES]
    gemeente = Gemeente(
        naam=_GEMEENTE.sub("", lezer.regel("naam", "Naam van de gemeente", verplicht=True)),
        burgemeester=lezer.regel("burgemeester", "Burgemeester"),
        contactpunt=lezer.regel("contactpunt", "Te bereiken via"),
        fg=lezer.regel("fg", "Functionaris gegevensbescherming"),
        zvh=lezer.regel("zvh", "Zorg- en Veiligheidshuis"),
        bronregistratie=lezer.code("bronregistratie", "Wie houdt de registratie bij", codes, verplicht=True),
    )
    return lezer.gebreken or gemeente


def beoordeel_partij(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Partij | list[Gebrek]:
    """Judge a partner; its kind comes from the kader, and so does whether it is a kernpartij."""
    lezer = Invoer(invoer, vandaag)
    soorten = {soort.code: soort for soort in kader.partijen if soort.deelname != "nooit"}
    soort = lezer.code("soort", "Soort partner", soorten, verplicht=True)
    partij = Partij(
        soort=soort,
        naam=lezer.regel("naam", "Naam van de organisatie", verplicht=True),
        kernpartij=soort in soorten and soorten[soort].kernpartij,
        contactpersoon=lezer.regel("contactpersoon", "Contactpersoon"),
        functie=lezer.regel("functie", "Functie"),
        mandaat=lezer.regel("mandaat", "Mandaat"),
        telefoon=lezer.regel("telefoon", "Telefoon"),
        email=lezer.regel("email", "E-mail"),
        actief=lezer.ja("actief"),
    )
    return lezer.gebreken or partij

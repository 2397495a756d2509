# SPDX-License-Identifier: EUPL-1.2
"""Documents as data: everything a paper shows, frozen, and stored as JSON beside its PDF.

What a copy may not show is taken out here (`printable`, `extract`), before anything is frozen or drawn.
"""

from dataclasses import dataclass

from gemeente_pga.domain.stukken.afschrift import Afschrift, Afschriftdeel, Afschriftveld
from gemeente_pga.domain.stukken.basis import (
    Actie,
    Inbreng,
    Informeren,
    KaderVermelding,
    Kop,
    Staat,
    actienummer,
    select_inbreng,
)
from gemeente_pga.domain.stukken.bewaren import from_json, to_json
from gemeente_pga.domain.stukken.brief import Brief, Briefdeel
from gemeente_pga.domain.stukken.dossier import (
    Bespreking,
    Bijlage,
    Casuskaart,
    Consultatie,
    Deelnemer,
    Doel,
    Dossier,
    Dossierbesluit,
    Dossiersignaal,
    Factor,
    Gebeurtenis,
    Interventie,
    Plan,
    Planblad,
    Uitgifte,
    Verstrekking,
    Zienswijze,
)
from gemeente_pga.domain.stukken.houder import Houderbericht
from gemeente_pga.domain.stukken.kopieerblad import Kopieerblad, Kopieervak
from gemeente_pga.domain.stukken.meldformulier import Meldformulier
from gemeente_pga.domain.stukken.opvolging import (
    Opvolgcontact,
    Opvolgdag,
    Opvolgdossier,
    Opvolggemeente,
    Opvolgmandaat,
    Opvolgsleutel,
    Overdrachtsdocument,
)
from gemeente_pga.domain.stukken.overleg import (
    Aanwezige,
    Agenda,
    Agendapunt,
    Besluit,
    BesluitenActielijst,
    Casusdeel,
    Genodigde,
    Verslag,
    VorigeActie,
    extract,
    extract_agenda,
    list_besluiten,
    printable,
)
from gemeente_pga.domain.stukken.toezicht import Kijkdag, Toezicht, Toezichtcontrole
from gemeente_pga.domain.stukken.verantwoording import (
    Jaarrapportage,
    Jaartabel,
    Memoblad,
    Zelfbeeld,
    Zelfvraag,
)
from gemeente_pga.domain.stukken.vernietiging import (
    VerklaringVanVernietiging,
    Vernietigingslijst,
    Vernietigingsregel,
)
from gemeente_pga.domain.stukken.weegverslag import (
    Afgeleid,
    Criteriumgroep,
    Feit,
    Weegcriterium,
    Weegpartij,
    Weegsignaal,
    Weegverslag,
    printable_weegverslag,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TelefoonnotitieBlanco:
    """The blank printed note for the call at 16.50. contactpunt: where the sheet is handed in."""

    kop: Kop
    contactpunt: str = ""


Stuk = (
    Weegverslag
    | Agenda
    | Verslag
    | BesluitenActielijst
    | Casuskaart
    | Dossier
    | Planblad
    | TelefoonnotitieBlanco
    | Toezicht
    | Brief
    | Afschrift
    | Houderbericht
    | Kopieerblad
    | Vernietigingslijst
    | VerklaringVanVernietiging
    | Jaarrapportage
    | Memoblad
    | Meldformulier
    | Zelfbeeld
    | Overdrachtsdocument
)

# Kind of document (column document.soort) -> the class of its data object. An extract is a Verslag too.
# deelnemer_…: the edition for one partner, with only what that partner may have.
SOORTEN: dict[str, type[Stuk]] = {
    "weegverslag": Weegverslag,
    "agenda": Agenda,
    "verslag": Verslag,
    "uittreksel": Verslag,
    "actielijst": BesluitenActielijst,
    "casuskaart": Casuskaart,
    "dossier": Dossier,
    "deelnemer_verslag": Verslag,
    "deelnemer_dossier": Dossier,
    "deelnemer_plan": Planblad,
    "plan": Planblad,
    "telefoonnotitie": TelefoonnotitieBlanco,
    "overdrachtsdocument": Overdrachtsdocument,
    "toezicht": Toezicht,
    "besluit": Brief,
    "brief": Brief,
    "afschrift": Afschrift,
    "houderbericht": Houderbericht,
    "kopieerblad": Kopieerblad,
    "vernietigingslijst": Vernietigingslijst,
    "verklaring": VerklaringVanVernietiging,
    "jaarrapportage": Jaarrapportage,
    "memo": Memoblad,
    "meldformulier": Meldformulier,
    "zelfevaluatie": Zelfbeeld,
}

__all__ = [
    "SOORTEN",
    "Aanwezige",
    "Actie",
    "Afgeleid",
    "Afschrift",
    "Afschriftdeel",
    "Afschriftveld",
    "Agenda",
    "Agendapunt",
    "Besluit",
    "BesluitenActielijst",
    "Bespreking",
    "Bijlage",
    "Brief",
    "Briefdeel",
    "Casusdeel",
    "Casuskaart",
    "Consultatie",
    "Criteriumgroep",
    "Deelnemer",
    "Doel",
    "Dossier",
    "Dossierbesluit",
    "Dossiersignaal",
    "Factor",
    "Feit",
    "Gebeurtenis",
    "Genodigde",
    "Houderbericht",
    "Inbreng",
    "Informeren",
    "Interventie",
    "Jaarrapportage",
    "Jaartabel",
    "KaderVermelding",
    "Kijkdag",
    "Kop",
    "Kopieerblad",
    "Kopieervak",
    "Meldformulier",
    "Memoblad",
    "Opvolgcontact",
    "Opvolgdag",
    "Opvolgdossier",
    "Opvolggemeente",
    "Opvolgmandaat",
    "Opvolgsleutel",
    "Overdrachtsdocument",
    "Plan",
    "Planblad",
    "Staat",
    "Stuk",
    "TelefoonnotitieBlanco",
    "Toezicht",
    "Toezichtcontrole",
    "Uitgifte",
    "VerklaringVanVernietiging",
    "Vernietigingslijst",
    "Vernietigingsregel",
    "Verslag",
    "Verstrekking",
    "VorigeActie",
    "Weegcriterium",
    "Weegpartij",
    "Weegsignaal",
    "Weegverslag",
    "Zelfbeeld",
    "Zelfvraag",
    "Zienswijze",
    "actienummer",
    "extract",
    "extract_agenda",
    "from_json",
    "list_besluiten",
    "printable",
    "printable_weegverslag",
    "select_inbreng",
    "to_json",
]

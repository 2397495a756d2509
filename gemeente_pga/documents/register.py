# SPDX-License-Identifier: EUPL-1.2
"""Which module draws which data object."""

from gemeente_pga.documents import (
    actielijst,
    afschrift,
    agenda,
    brief,
    dossier,
    houderbericht,
    jaarrapportage,
    kopieerblad,
    meldformulier,
    memo,
    opvolging,
    plan,
    telefoonnotitie,
    toezicht,
    vernietiging,
    verslag,
    weegverslag,
    zelfevaluatie,
)
from gemeente_pga.domain.stukken import (
    Afschrift,
    Agenda,
    BesluitenActielijst,
    Brief,
    Casuskaart,
    Dossier,
    Houderbericht,
    Jaarrapportage,
    Kopieerblad,
    Meldformulier,
    Memoblad,
    Overdrachtsdocument,
    Planblad,
    Stuk,
    TelefoonnotitieBlanco,
    Toezicht,
    VerklaringVanVernietiging,
    Vernietigingslijst,
    Verslag,
    Weegverslag,
    Zelfbeeld,
)


def render_stuk(gegevens: Stuk, code: str) -> bytes:  # noqa: C901 - one case per kind of document
    """The PDF of this data object."""
    match gegevens:
        case Weegverslag():
            return weegverslag.render(gegevens, code=code)
        case Agenda():
            return agenda.render(gegevens, code=code)
        case Verslag():
            return verslag.render(gegevens, code=code)
        case BesluitenActielijst():
            return actielijst.render(gegevens, code=code)
        case Casuskaart():
            return dossier.render_kaart(gegevens, code=code)
        case Dossier():
            return dossier.render(gegevens, code=code)
        case TelefoonnotitieBlanco():
            return telefoonnotitie.render(gegevens, code=code)
        case Toezicht():
            return toezicht.render(gegevens, code=code)
        case Brief():
            return brief.render(gegevens, code=code)
        case Afschrift():
            return afschrift.render(gegevens, code=code)
        case Houderbericht():
            return houderbericht.render(gegevens, code=code)
        case Kopieerblad():
            return kopieerblad.render(gegevens, code=code)
        case Planblad():
            return plan.render(gegevens, code=code)
        case Vernietigingslijst():
            return vernietiging.render_lijst(gegevens, code=code)
        case VerklaringVanVernietiging():
            return vernietiging.render_verklaring(gegevens, code=code)
        case Jaarrapportage():
            return jaarrapportage.render(gegevens, code=code)
        case Memoblad():
            return memo.render(gegevens, code=code)
        case Overdrachtsdocument():
            return opvolging.render(gegevens, code=code)
        case Meldformulier():
            return meldformulier.render(gegevens, code=code)
        case Zelfbeeld():
            return zelfevaluatie.render(gegevens, code=code)

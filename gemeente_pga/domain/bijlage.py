# SPDX-License-Identifier: EUPL-1.2
"""What is recorded of a file that is added to a dossier: a file is information too, under the same rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import OPEN_BRON, check_gronden, check_open_bron, check_verkregen
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN
from gemeente_pga.domain.kader import Code, Kader
from gemeente_pga.domain.tekst import Invoer


@dataclass(frozen=True, slots=True)
class Bijlage:
    """As typed; field names equal the columns of table bijlage."""

    omschrijving: str
    herkomst: str
    ontvangen_op: date | None
    grondslag: str
    markering: str
    grondslag_gever: str = ""
    doel: str = ""
    categorie: str = ""
    noodzaak: str = ""
    verkregen: str = ""
    vinder: str = ""
    vindplaats: str = ""
    gevonden_op: date | None = None


def markeringen(kader: Kader) -> tuple[Code, ...]:
    """What may be agreed on a file; a file that may not be recorded is not added at all."""
    return tuple(code for code in kader.codelijst("markering") if code.code != NIET_VASTLEGGEN)


def beoordeel_bijlage(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Bijlage | list[Gebrek]:
    """Check what was typed beside the file."""
    lees = Invoer(invoer, vandaag)
    geven, gronden = (
        frozenset(g.code for g in kader.grondslagen(soort, op=vandaag)) for soort in ("geven", "ontvangen")
    )
    mag = frozenset(code.code for code in markeringen(kader))
    bijlage = Bijlage(
        omschrijving=lees.regel("omschrijving", "Wat is dit", verplicht=True),
        herkomst=lees.regel("herkomst", "Van wie komt dit", verplicht=True),
        ontvangen_op=lees.datum("ontvangen_op", "Ontvangen op"),
        grondslag=lees.code("grondslag", "Op welke grond kregen wij dit", gronden, verplicht=True),
        markering=lees.code("markering", "Wat mag hiermee gebeuren", mag, verplicht=True),
        grondslag_gever=lees.code("grondslag_gever", "Grondslag van de gever", geven, verplicht=True),
        doel=lees.regel("doel", "Waarvoor is dit nodig", verplicht=True),
        categorie=lees.code("categorie", "Soort gegevens", kader.codes("categorie"), verplicht=True),
        noodzaak=lees.tekst("noodzaak", "Waarom dit onmisbaar is"),
        verkregen=lees.code("verkregen", "Hoe verkregen", kader.codes("verkregen"), verplicht=True),
        vinder=lees.regel("vinder", "Wie zag dit"),
        vindplaats=lees.regel("vindplaats", "Waar stond dit"),
        gevonden_op=lees.datum("gevonden_op", "Gezien op"),
    )
    for gebrek in mist_bijlagegrond(bijlage, kader):
        lees.gebrek(gebrek.veld, gebrek.melding)
    return lees.gebreken or bijlage


def mist_bijlagegrond(bijlage: Bijlage, kader: Kader) -> tuple[Gebrek, ...]:
    """Why this file may not be here: the rule of any information. The act asks it too."""
    gronden = {"grondslag_gever": bijlage.grondslag_gever, "grondslag": bijlage.grondslag}
    uit = [
        *check_gronden(kader, bijlage.categorie, gronden, bijlage.noodzaak),
        *check_verkregen(kader, bijlage.verkregen),
    ]
    if bijlage.verkregen == OPEN_BRON:
        uit += check_open_bron(bijlage.vinder, bijlage.vindplaats, bijlage.gevonden_op)
    return tuple(uit)

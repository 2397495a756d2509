# SPDX-License-Identifier: EUPL-1.2
"""Data that ask for more: somebody around the betrokkene, a criminal record and a help conversation."""

from dataclasses import replace

from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.persoon import register_naaste
from gemeente_pga.oefenkluis.bouw import Bouw, Verhaal


def add(bouw: Bouw, verhalen: Verhaal) -> None:
    """A naaste whose last day has passed, and two items at the weging that is not finished."""
    _naaste(bouw, verhalen["naaste"])
    dossier_id = bouw.dossiers["weging"]
    with bouw.store.reader() as r:
        weging_id = int(r.value("SELECT id FROM weging WHERE dossier_id = ?", dossier_id))
    for item in verhalen["informatie"]:
        register_informatie(bouw.store, dossier_id, _informatie(bouw, item), waarbij={"weging_id": weging_id})


def _naaste(bouw: Bouw, naaste: Verhaal) -> None:
    wie = Persoon(voornamen=naaste["voornamen"], geslachtsnaam=naaste["geslachtsnaam"])
    waarom = Naaste(naaste["relatie"], "avg_6_1_e", naaste["doel"], bouw.over(-2))
    register_naaste(bouw.store, bouw.dossiers[naaste["bij"]], wie, waarom)


def _informatie(bouw: Bouw, item: Verhaal) -> Informatie:
    soort = item["partij"]
    gewoon = Informatie(
        partij_id=bouw.partijen[soort],
        gever=bouw.mensen[soort]["contactpersoon"],
        tekst=item["tekst"],
        soort_uitspraak="feit",
        bron="",
        gebeurd_op=None,
        ontvangen_op=bouw.over(-1),
        grondslag_gever="avg_6_1_e",
        grondslag_ontvanger="avg_6_1_e",
        doel="beoordelen of deze persoon in de aanpak moet worden opgenomen",
        categorie="gewoon",
        noodzaak="",
        verkregen="systeem_eigen_taak",
        markering="vrij",
        verder_gebruik=False,
        einddatum=None,
    )
    anders = {v: w for v, w in item.items() if v not in {"partij", "tekst"}}
    return replace(gewoon, **anders)

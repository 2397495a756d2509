# SPDX-License-Identifier: EUPL-1.2
"""What the FG reads of the tables that hold a name or a number as such, before a reason was given."""

from dataclasses import replace
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from tests.store.bouw import WIE, open_kluis, volle_kluis

GEHEIM = "Quirijn Ypsilon"
# Table -> column -> what is typed there, and what stands in its place.
KOLOMMEN = {
    "gezag": {"naam": (GEHEIM, "naaste"), "contact": ("Dorpsstraat 1", "")},
    "verzoek": {"verzoeker": (GEHEIM, "betrokkene"), "contact": ("Dorpsstraat 1", "")},
    "informatie": {"vinder": (GEHEIM, "melder"), "tekst": (f"Gezien door {GEHEIM}.", "Gezien door melder.")},
    "bijlage": {
        "vinder": (GEHEIM, "melder"), "omschrijving": (f"Gezien door {GEHEIM}.", "Gezien door melder."),
    },
    "zienswijze": {"gegeven_door": ("tante", "")},
    "bezorging": {"aan": ("Dorpsstraat 1", "")},
    "verstrekking": {
        "ontvanger_soort": ("buiten", "buiten"), "ontvanger": (GEHEIM, "naaste"),
        "wat": (f"Gezegd: {GEHEIM} komt.", "Gezegd: naaste komt."),
    },
}  # fmt: skip


@pytest.mark.parametrize("tabel", KOLOMMEN)
def test_names_in_rights_and_among_holders_are_screened_off(tmp_path: Path, tabel: str) -> None:
    pad, ids = volle_kluis(tmp_path)
    store = open_kluis(pad)
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("verzoek", ids["verzoek"], {"dossier_id": ids["dossier"]})
        w.update(tabel, ids[tabel], {kolom: getypt for kolom, (getypt, _) in KOLOMMEN[tabel].items()})
    store.close()
    vraag = f"SELECT * FROM {tabel}"  # noqa: S608 - names of the list above
    for wie, plek in ((WIE, 0), (replace(WIE, slot="fg"), 1)):
        store = open_kluis(pad, wie=wie)
        with store.reader() as r:
            rij = r.row(vraag)
        assert rij is not None
        assert {k: rij[k] for k in KOLOMMEN[tabel]} == {k: w[plek] for k, w in KOLOMMEN[tabel].items()}
        assert store.controleer_zegels().fouten == 0
        store.close()


def test_somebody_who_asks_for_another_is_no_betrokkene(tmp_path: Path) -> None:
    pad, ids = volle_kluis(tmp_path)
    store = open_kluis(pad)
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("verzoek", ids["verzoek"], {"hoedanigheid": "gemachtigde", "verzoeker": GEHEIM})
    store.close()
    store = open_kluis(pad, wie=replace(WIE, slot="fg"))
    with store.reader() as r:
        assert r.value("SELECT verzoeker FROM verzoek") == "verzoeker"
    store.close()


@pytest.mark.parametrize("onderwerp", ["telefoonnotitie", "verzoek"])
def test_a_paper_of_no_dossier_that_names_somebody_is_screened_off(tmp_path: Path, onderwerp: str) -> None:
    pad, ids = volle_kluis(tmp_path)
    store = open_kluis(pad)
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        los = {"dossier_id": None, "onderwerp_soort": onderwerp, "onderwerp_id": 7}
        w.update("document", ids["document"], {**los, "gegevens": f'"{GEHEIM}"', "pdf": b"%PDF"})
        for rij in w.rows("SELECT id FROM document_dossier"):
            w.delete("document_dossier", rij["id"])
    store.close()
    for wie, plek in ((WIE, 0), (replace(WIE, slot="fg"), 1)):
        store = open_kluis(pad, wie=wie)
        with store.reader() as r:
            stuk = r.row("SELECT gegevens, pdf FROM document WHERE id = ?", ids["document"])
        assert stuk is not None
        assert (stuk["gegevens"], stuk["pdf"]) == ((f'"{GEHEIM}"', b"%PDF"), ("{}", None))[plek]
        store.close()

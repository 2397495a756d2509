# SPDX-License-Identifier: EUPL-1.2
"""The edition for one partner through the window: choose, read what is left out, make, and see it."""

from typing import Any

from pytestqt.qtbot import QtBot

from gemeente_pga.store.queries.document import document_pdf
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.documents.uitlezen import all_text
from tests.editie_hulp import ITEMS, MAG, OP, Tafel
from tests.ui.dossier_hand import klik, open_dossier


def test_an_edition_is_chosen_read_made_and_shown(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    venster.omgeving.vandaag = lambda: OP
    tafel = Tafel(store, ingericht=True)
    scherm = open_dossier(venster, tafel.c.dossier_een, "exemplaar")
    tab: Any = scherm.kies_deel("documenten")
    kaart, ui = tab.editie, tab.editie.ui
    assert not kaart.maakknop.isEnabled()
    assert ui.stukComboBox.count() == 1, "no partner chosen: no paper to choose"
    assert tafel.c.partijen["reclassering"] not in {
        ui.partij_idComboBox.itemData(n) for n in range(ui.partij_idComboBox.count())
    }
    ui.partij_idComboBox.setCurrentIndex(ui.partij_idComboBox.findData(tafel.c.partijen["politie"]))
    assert not ui.delenVak.isVisible()
    ui.stukComboBox.setCurrentIndex(ui.stukComboBox.findData("dossier"))
    assert ui.delenVak.isVisible()
    assert "De signalen zelf" in kaart.lijst.text()
    ui.stukComboBox.setCurrentIndex(ui.stukComboBox.findData(f"verslag:{tafel.id}"))
    assert all(woord in kaart.lijst.text() for woord in set(ITEMS) - MAG["politie"])
    assert not [woord for woord in MAG["politie"] if woord in kaart.lijst.text()]
    was = acts(store)
    klik(qtbot, kaart.maakknop)
    qtbot.waitUntil(lambda: venster.scherm is not scherm, timeout=60_000)
    assert venster.scherm is not None
    assert venster.scherm.code == "document"
    nieuw = acts(store)[len(was) :]
    assert nieuw[0] == "document.vaststellen"
    assert nieuw[-1] == "document.tonen"
    with store.reader() as r:
        rij = r.row("SELECT id, partij_id FROM document WHERE soort = 'deelnemer_verslag'")
        assert rij is not None
        pdf = document_pdf(r, rij["id"])
    assert rij["partij_id"] == tafel.c.partijen["politie"]
    tekst = all_text(pdf or b"")
    assert {woord for woord in ITEMS if woord in tekst} == MAG["politie"]

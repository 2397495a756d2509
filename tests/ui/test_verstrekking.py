# SPDX-License-Identifier: EUPL-1.2
"""Giving information from the dossier: the form asks what this receiver needs, and the giver's agreement."""

from datetime import date
from typing import Any

import pytest

from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.overleg import begin_overleg
from gemeente_pga.store.queries.overleg import agenda
from gemeente_pga.store.queries.verstrekking import akkoorden, verstrekkingen
from gemeente_pga.ui.screens.rechten_verstrekkingen import Verstrekkingkaart
from tests.overleg_hulp import Casussen, informatie, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import VANDAAG

INVOER = {
    "ontvanger_soort": "buiten", "ontvanger": "De broer", "wijze": "mondeling", "wat": "Dat er iets was.",
    "doel": "Hij belt hem.", "grondslag_gever": "avg_6_1_e", "categorie": "gewoon",
    "zonder_rol_reden": "Hij is de enige die hem spreekt.",
}  # fmt: skip


@pytest.fixture
def zaak(venster) -> tuple[Casussen, int, Any]:
    """The card in the dossier, with an item of the police."""
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    overleg_id = leg_overleg_vast(store, c, datum=date(2026, 9, 1))
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        (punt,) = agenda(r, overleg_id)
    wat = informatie(c.partijen["politie"], "Aangehouden bij een vechtpartij.")
    item = register_informatie(store, c.dossier_een, wat, waarbij={"bespreking_id": punt.id})
    venster.open("dossier", c.dossier_een, "rechten")
    return c, item, venster.scherm.findChild(Verstrekkingkaart)


def test_a_police_item_waits_for_the_agreement_of_the_police(venster, zaak, qtbot):
    c, item, kaart = zaak
    store = venster.omgeving.store
    kaart.begin()
    kaart.paneel.formulier.vul(INVOER | {"items": str(item)})
    kaart.paneel.vastlegknop.click()
    assert "pas als Politie akkoord is" in kaart.paneel.formulier.gebreken()["items"]
    with store.reader() as r:
        assert verstrekkingen(r, c.dossier_een) == ()
    kaart.akkoorden.bewerk(None)
    kaart.akkoorden.formulier.vul(
        {"informatie_id": item, "ontvanger": "de broer", "gevraagd_aan": "K. Brouwer",
         "antwoord": "onder_voorwaarde", "antwoord_op": VANDAAG, "voorwaarde": "Niet de datum noemen."}
    )  # fmt: skip
    kaart.akkoorden.vastlegknop.click()
    with store.reader() as r:
        assert [a.inhoud.antwoord for a in akkoorden(r, c.dossier_een)] == ["onder_voorwaarde"]
    qtbot.waitUntil(lambda: len(kaart._keuzes[0].akkoorden) == 1)
    kaart.paneel.vastlegknop.click()
    with store.reader() as r:
        (regel,) = verstrekkingen(r, c.dossier_een)
    assert regel.items == ("Aangehouden bij een vechtpartij.",)
    assert "Niet de datum noemen." in venster.meldbalk.tekst.text()
    assert kaart.paneel.isHidden()


def test_what_was_given_stands_in_the_register_of_all_dossiers(venster, zaak):
    c, _, kaart = zaak
    kaart.begin()
    kaart.paneel.formulier.vul(INVOER)
    kaart.paneel.vastlegknop.click()
    venster.open("wie_heeft_wat")
    (regel,) = venster.scherm.gegeven.rijen()
    assert (regel.ontvanger, regel.nummer) == ("De broer", "2026-001")
    venster.scherm.gegeven.geopend.emit(regel)
    assert venster.scherm.dossier_id == c.dossier_een
    terug = venster.scherm.findChild(Verstrekkingkaart)
    assert terug.lijst.rij().id == regel.id


def test_the_form_asks_what_this_receiver_needs(zaak):
    _, _, kaart = zaak
    kaart.begin()
    form = kaart.paneel.formulier

    def zichtbaar(soort: str) -> set[str]:
        form.vul({"ontvanger_soort": soort})
        form.gewijzigd.emit()
        velden = ("partij_id", "ontvanger", "zonder_rol_reden", "grondslag_ontvanger")
        return {veld for veld in velden if not form.veld(veld).isHidden()}

    assert zichtbaar("deelnemer") == {"partij_id", "grondslag_ontvanger"}
    assert zichtbaar("partij") == {"partij_id", "zonder_rol_reden", "grondslag_ontvanger"}
    assert zichtbaar("buiten") == {"ontvanger", "zonder_rol_reden"}
    assert zichtbaar("betrokkene") == set()
    assert kaart.ui.ontvanger_soortComboBox.findData("extern") == -1  # there is no agreement that runs


def test_typing_is_kept_and_offered_back(venster, zaak):
    c, _, kaart = zaak
    kaart.begin()
    kaart.ui.watPlainTextEdit.setPlainText("Dat er iets was.")
    venster.open("bureau")
    venster.open("dossier", c.dossier_twee, "rechten")
    venster.open("dossier", c.dossier_een, "rechten")
    terug = venster.scherm.findChild(Verstrekkingkaart)
    assert not terug.paneel.isHidden()
    assert terug.paneel.formulier.lees()["wat"] == "Dat er iets was."

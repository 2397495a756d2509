# SPDX-License-Identifier: EUPL-1.2
"""The way out by hand: in the register first, then field by field to the clipboard."""

from PySide6 import QtWidgets

from gemeente_pga.domain.kopieerblad import WAT_KOPIEERBLAD
from gemeente_pga.store.queries.document import document_pdf
from tests.documents.lezen import page_texts
from tests.signaal_hulp import SCHOOL
from tests.ui.signaal_hand import leg_vast
from tests.ui.test_uitwisseling import _vul
from tests.ui_hulp import bevestig


def _knoppen(deel):
    return [
        k for k in deel.blad_vak.findChildren(QtWidgets.QPushButton) if k.objectName().startswith("kopieer_")
    ]


def test_what_is_copied_is_in_the_register_and_names_no_reporter(venster, qtbot):
    store = venster.omgeving.store
    venster.open("signaal", leg_vast(store))
    venster.scherm.naar_veld("kopieerblad.doel")
    deel = venster.scherm.delen["kopieerblad"]
    _vul(deel)
    deel.vastleggen()
    assert deel.formulier.gebreken() == {}
    assert _knoppen(deel) == []  # not before the wachtzin
    bevestig(venster, qtbot)
    with store.reader() as r:
        (rij,) = r.rows("SELECT wat FROM verstrekking")
    assert rij["wat"] == WAT_KOPIEERBLAD
    assert deel.blad_vak.isVisible()
    klembord = QtWidgets.QApplication.clipboard()
    gezien = []
    for knop in _knoppen(deel):
        knop.click()
        gezien.append(klembord.text())
    assert any("Hondt" in tekst for tekst in gezien)
    assert "Bespreek dit signaal aan de gewone tafel." in gezien
    teksten = " ".join(label.text() for label in deel.blad_vak.findChildren(QtWidgets.QLabel))
    assert SCHOOL.melder_naam not in teksten + " ".join(gezien)
    assert "burgerservicenummer gaat niet mee" in teksten
    venster.scherm.herlaad()
    assert deel.blad_vak.isVisible()
    deel.findChild(QtWidgets.QPushButton, "kopieerblad_sluiten").click()
    assert klembord.text() == ""
    assert not deel.blad_vak.isVisible()


def test_another_signal_shows_no_sheet_of_the_first(venster, qtbot):
    store = venster.omgeving.store
    venster.open("signaal", leg_vast(store))
    venster.scherm.naar_veld("kopieerblad.doel")
    deel = venster.scherm.delen["kopieerblad"]
    _vul(deel)
    deel.vastleggen()
    bevestig(venster, qtbot)
    assert _knoppen(deel)
    venster.open("signaal", leg_vast(store))
    assert not deel.blad_vak.isVisible()


def test_the_sheet_lies_in_the_dossier_and_opens_as_a_document(venster, qtbot):
    store = venster.omgeving.store
    venster.open("signaal", leg_vast(store))
    venster.scherm.naar_veld("kopieerblad.doel")
    deel = venster.scherm.delen["kopieerblad"]
    _vul(deel)
    deel.vastleggen()
    bevestig(venster, qtbot)
    deel.findChild(QtWidgets.QPushButton, "kopieerblad_document").click()
    qtbot.waitUntil(lambda: venster.scherm.code == "document")
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    with store.reader() as r:
        (rij,) = r.rows("SELECT id, dossier_id, sha256 FROM document WHERE soort = 'kopieerblad'")
        assert SCHOOL.melder_naam not in " ".join(page_texts(document_pdf(r, rij["id"]) or b""))
    assert rij["sha256"]
    scherm.bewaar_actie.trigger()
    scherm.formulier.vul(
        {"bestemd_voor": "deelnemer", "houders": "K. Brouwer, Politie", "beveiliging": "zonder"}
    )
    scherm.doe_knop.click()
    assert "Zorg" in venster.meldbalk.tekst.text(), "made for one receiver"

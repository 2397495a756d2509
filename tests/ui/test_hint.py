# SPDX-License-Identifier: EUPL-1.2
"""A word about faith, health or origin gets a quiet line under its field; it stops nothing."""

from typing import Any

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.store.queries.informatie import informatie_van_weging
from gemeente_pga.ui.screens.rechten_informeren import Informeerkaart
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.window import Window
from tests.ui.test_verzoek import dossier_id  # noqa: F401 - a fixture
from tests.ui.test_verzoek import scherm as verzoekscherm
from tests.ui.weging_hand import ctrl_enter, deel, schrijf, weging_id
from tests.ui_hulp import typ
from tests.weegploeg import Zaak


def _hint(scherm: QtWidgets.QWidget, veld: str) -> QtWidgets.QLabel:
    label = scherm.findChild(QtWidgets.QLabel, f"{veld}Hint")
    assert isinstance(label, QtWidgets.QLabel)
    return label


@pytest.mark.eis("c05")
def test_a_word_about_faith_gets_a_quiet_hint_at_intake(venster: Window, qtbot: QtBot):
    venster.open("nieuw_signaal")
    scherm: Any = venster.scherm
    veld = scherm.formulier.widget("zelf_waargenomen")
    label = _hint(scherm, "zelf_waargenomen")
    typ(veld, "Hij gelooft zijn ogen niet.")
    assert not label.isVisibleTo(scherm)
    typ(veld, " Hij gaat naar de moskee.")
    assert label.isVisibleTo(scherm)
    assert "‘moskee’" in label.text()
    assert scherm.formulier.gebreken() == {}
    assert not _hint(scherm, "van_anderen").isVisibleTo(scherm)
    veld.clear()
    assert not label.isVisibleTo(scherm)


@pytest.mark.eis("c05")
def test_an_item_with_such_a_word_is_recorded_and_the_hint_follows_the_category(
    weging_scherm: WegingScherm, zaak: Zaak
):
    weging_scherm.kies("informatie")
    editor = deel(weging_scherm).editor
    label = _hint(editor, "tekst")
    schrijf(editor.ui.tekstPlainTextEdit, "Zijn vrouw is zwanger.")
    assert label.isVisibleTo(editor)
    editor.formulier.vul({"categorie": "bijzonder"})
    assert not label.isVisibleTo(editor), "said as what it is: nothing to hint at"
    editor.formulier.vul({"categorie": "gewoon"})
    assert label.isVisibleTo(editor)
    editor.formulier.vul(
        {
            "partij_id": zaak.partijen["gemeente"], "soort_uitspraak": "feit", "verkregen": "openlijk",
            "contactdoel": "eigen_taak", "markering": "vrij",
        }
    )  # fmt: skip
    ctrl_enter(editor.ui.tekstPlainTextEdit)
    assert editor.formulier.gebreken() == {}
    with zaak.store.reader() as r:
        (item,) = informatie_van_weging(r, weging_id(weging_scherm))
    assert item.inhoud.tekst == "Zijn vrouw is zwanger."


def test_the_reason_on_a_card_is_watched_too(weging_scherm: WegingScherm):
    weging_scherm.kies("k1")
    kaart = deel(weging_scherm)
    schrijf(kaart.ui.redenPlainTextEdit, "Hij is van Afghaanse afkomst.")
    assert "‘Afghaanse’" in _hint(kaart, "reden").text()
    schrijf(kaart.ui.redenPlainTextEdit, " Verder niets.")
    assert _hint(kaart, "reden").isVisibleTo(kaart)


@pytest.mark.eis("c05")
def test_a_phone_note_gets_the_hint_too(venster: Window, qtbot: QtBot):
    venster.open("telefoonnotitie")
    scherm: Any = venster.scherm
    label = _hint(scherm, "tekst")
    typ(scherm.formulier.widget("tekst"), "Hij is depressief.")
    assert label.isVisibleTo(scherm)
    assert "‘depressief’" in label.text()
    assert "Laat het weg" in label.text()
    assert scherm.formulier.gebreken() == {}


@pytest.mark.eis("c05")
def test_the_words_of_a_request_and_of_a_letter_are_watched(
    venster: Window,
    dossier_id: int,  # noqa: F811
):
    venster.open("verzoek", None, "")
    paneel: Any = verzoekscherm(venster).plek_vormen.paneel
    paneel.formulier.vul({"wat": "Ik ben nooit naar de moskee geweest."})
    assert "‘moskee’" in _hint(paneel, "wat").text()
    venster.open("dossier", dossier_id, "brief")
    (kaart,) = venster.scherm.findChildren(Informeerkaart)  # type: ignore[union-attr]
    brief: Any = kaart.plek.paneel
    label = _hint(brief, "tekst")
    brief.formulier.vul({"tekst": "Wij maken ons zorgen."})
    assert not label.isVisibleTo(brief)
    brief.formulier.vul({"tekst": "Uw bekering baart ons zorgen."})
    assert "‘bekering’" in label.text()

# SPDX-License-Identifier: EUPL-1.2
"""A weging is made final: a weegverslag on paper, and what stops it."""

from typing import Any

import pytest
from PySide6 import QtWidgets
from PySide6.QtTest import QTest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.handelingen.weging import record_oordeel, vaststellen
from gemeente_pga.store.queries.document import document_pdf
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.weging import WegingScherm
from tests.ui.weging_hand import Key, acts, deel, gelezen, weging_id
from tests.weegploeg import GEBLOKKEERD, MELDER, VANDAAG, kader


def tekst_van(weging_scherm: WegingScherm, document_id: int) -> str:
    with weging_scherm.omgeving.store.reader() as r:
        pdf = document_pdf(r, document_id)
    assert pdf is not None
    return "\n".join(blad.tekst for blad in read_bladen(pdf))


def test_vaststellen_gives_a_weegverslag_and_a_casus(volle_weging: WegingScherm, venster, qtbot):
    d = deel(volle_weging)
    assert "begint er een casus" in d.ui.gevolgLabel.text()
    was = len(acts(volle_weging))
    d.ui.vaststellenButton.setFocus()
    QTest.keyClick(d.ui.vaststellenButton, Key.Key_Space)
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=15000)
    assert acts(volle_weging)[was : was + 3] == [
        "weging.vaststellen",
        "casus.openen",
        "document.pdf_vastleggen",
    ]
    tekst = " ".join(tekst_van(volle_weging, weging_id(venster.scherm)).split())
    for woord in ("Opnemen in de persoonsgerichte aanpak", "mr. P. van 't Hoff", "Eerste casusoverleg"):
        assert woord in tekst
    assert MELDER not in tekst
    assert GEBLOKKEERD not in tekst


def test_a_planted_leak_is_shown_in_its_place_and_stops_the_decision(
    volle_weging: WegingScherm, venster, qtbot, antwoord
):
    record_oordeel(
        volle_weging.omgeving.store,
        weging_id(volle_weging),
        Oordeel("k8", "spreekt_voor", "Mevrouw Van der Wâl zag het zelf.", "", ""),
        feiten={},
    )
    venster.open("weging", weging_id(volle_weging), "besluit")
    d = deel(volle_weging)
    d.ui.vaststellenButton.click()
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    assert gelezen(volle_weging).status == "concept"
    paneel = d.lekpaneel
    assert "Wâl" in paneel.ui.meldingLabel.text()
    assert "zag het zelf" in paneel.ui.paginaBrowser.toPlainText()
    aantal = len(paneel.ui.lekkenLijst.rijen())
    antwoord(None)
    paneel.ui.toelaatButton.click()  # changed her mind
    assert len(paneel.ui.lekkenLijst.rijen()) == aantal
    antwoord(*["akkoord_melder"] * aantal)
    for _ in range(aantal):
        paneel.ui.lekkenLijst.selectRow(0)
        paneel.ui.toelaatButton.click()
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=15000)
    assert acts(volle_weging).count("document.lek_toelaten") == aantal
    assert gelezen(volle_weging).status == "vastgesteld"


def _wijzig(store, tabel: str, veld: str, tekst: str, id_: int) -> None:
    """Put this text in every row of the table that belongs to the weging: not each one is printed."""
    with store.write(Handeling.WEGING_TAFEL, onderwerp=("weging", id_)) as w:
        for rij in w.rows(f"SELECT id FROM {tabel} WHERE weging_id = ?", id_):  # noqa: S608 - a name from below
            w.update(tabel, rij["id"], {veld: tekst})


@pytest.mark.parametrize(
    ("plant", "plek"),
    [
        (
            lambda s, id_: record_oordeel(
                s, id_, Oordeel("k8", "spreekt_voor", "Mevrouw Van der Wâl zag het zelf.", "", ""), feiten={}
            ),
            ("k8", "redenPlainTextEdit"),
        ),
        (
            lambda s, id_: _wijzig(
                s, "weging_partij", "standpunt_toelichting", "Mevrouw Van der Wâl wil dit.", id_
            ),
            ("besluit", "standpunt_toelichtingPlainTextEdit"),
        ),
        (
            lambda s, id_: _wijzig(s, "informatie", "bron", "mevrouw Van der Wâl", id_),
            ("informatie", "bronLineEdit"),
        ),
    ],
)
def test_back_to_change_goes_to_the_field_of_the_hit(volle_weging: WegingScherm, venster, qtbot, plant, plek):
    plant(volle_weging.omgeving.store, weging_id(volle_weging))
    venster.open("weging", weging_id(volle_weging), "besluit")
    d = deel(volle_weging)
    d.ui.vaststellenButton.click()
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    d.lekpaneel.ui.wijzigButton.click()
    focus: Any = QtWidgets.QApplication.focusWidget()
    assert (volle_weging.onderdeel, focus.objectName()) == plek
    gekozen = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else focus.selectedText()
    assert "Wâl" in gekozen
    assert d.lekpaneel.isHidden()
    assert gelezen(volle_weging).status == "concept"


def test_what_changed_while_it_was_checked_is_checked_again(volle_weging: WegingScherm, venster, qtbot):
    d = deel(volle_weging)
    d.ui.vaststellenButton.click()  # the check runs in the worker
    oordeel = Oordeel("k8", "spreekt_voor", f"{MELDER} zag het zelf.", "", "")
    record_oordeel(volle_weging.omgeving.store, weging_id(volle_weging), oordeel, feiten={})
    qtbot.waitUntil(lambda: d.lekpaneel.isVisibleTo(d), timeout=15000)
    assert gelezen(volle_weging).status == "concept"


def test_after_vaststellen_everything_is_read_only_and_an_addition_is_possible(
    volle_weging: WegingScherm, venster, antwoord
):
    vaststellen(volle_weging.omgeving.store, weging_id(volle_weging), kader(), VANDAAG)
    venster.open("weging", weging_id(volle_weging), "k1")
    assert volle_weging.ui.bevrorenVak.isVisibleTo(volle_weging)
    assert deel(volle_weging).ui.redenPlainTextEdit.isReadOnly()
    assert not deel(volle_weging).ui.vastleggenButton.isVisibleTo(volle_weging)
    for onderdeel in ("tafel", "afweging", "informeren", "besluit"):
        volle_weging.kies(onderdeel)
        assert not deel(volle_weging).ui.vastleggenButton.isVisibleTo(volle_weging), onderdeel
    assert not deel(volle_weging).ui.wijzigLabel.isVisibleTo(volle_weging)  # nothing can be changed any more
    volle_weging.kies("informatie")
    editor = deel(volle_weging).editor
    assert editor.ui.vastleggenButton.text() == "Aanvulling vastle&ggen"
    editor.formulier.vul(
        {
            "partij_id": editor.plek.partijen[0].id, "tekst": "De datum was 3 september.",
            "soort_uitspraak": "feit", "categorie": "gewoon", "verkregen": "openlijk", "markering": "vrij",
            "contactdoel": "eigen_taak",
        }
    )  # fmt: skip
    antwoord("onjuist")
    editor.vastleggen()
    assert acts(volle_weging)[-1] == "informatie.toevoegen"
    assert len(deel(volle_weging).blad.items) == 3


def test_a_crash_between_decision_and_paper_is_mended(volle_weging: WegingScherm, venster, qtbot):
    from gemeente_pga.ui.opbergen import maak_af

    document_id = vaststellen(volle_weging.omgeving.store, weging_id(volle_weging), kader(), VANDAAG)
    klaar: list[bool] = []
    maak_af(volle_weging.omgeving, lambda: klaar.append(True))
    maak_af(volle_weging.omgeving, lambda: klaar.append(True))  # asked twice: stored once
    qtbot.waitUntil(lambda: len(klaar) == 2, timeout=15000)
    assert acts(volle_weging).count("document.pdf_vastleggen") == 1
    assert "Weegverslag" in tekst_van(volle_weging, document_id)
    venster.open("weging", weging_id(volle_weging))
    volle_weging.ui.verslagButton.click()
    assert venster.scherm.code == "document"

# SPDX-License-Identifier: EUPL-1.2
"""The standing texts of letters through the real window: own words, fields that cannot get lost."""

from datetime import date

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain.tekstblok import TEKSTBLOKKEN, VOORBEELDEN, Teksten, beoordeel_tekst
from gemeente_pga.store.queries.tekstblok import leemten, leemten_over, teksten
from gemeente_pga.ui.screens.inrichting_teksten import Tekstkaart
from tests.ui_hulp import typ

VANDAAG = date(2026, 11, 4)
EIGEN = "Goedendag. U hoort uiterlijk op «datum» van ons."
FOUT = {
    "onbekend veld": "U hoort op «datun» en «datum» iets.",
    "los": "U hoort op «datum» iets » of niet.",
    "half": "U hoort op «datum iets.",
    "mist": "U hoort binnenkort iets.",
    "in een veld": "U hoort op ««datum»» iets.",
    "te lang": "«datum» " + "a" * 2_100,
}


def kaart(venster, code: str = "wanneer") -> Tekstkaart:
    venster.open("inrichting", None, "teksten")
    deel: Tekstkaart = venster.scherm.delen["teksten"].teksten
    deel.welke.setCurrentIndex(deel.welke.findData(code))
    deel.welke.activated.emit(deel.welke.currentIndex())
    return deel


def nu(venster) -> Teksten:
    with venster.omgeving.store.reader() as r:
        return teksten(r)


def test_own_words_go_into_the_next_letter_and_back_again(venster):
    deel = kaart(venster)
    deel.veld.setPlainText(EIGEN)
    assert deel.voorbeeld.text() == "Goedendag. U hoort uiterlijk op 1 maart 2027 van ons."
    deel.vastlegknop.click()
    assert (
        nu(venster).vul("wanneer", {"datum": "3 mei 2027"})
        == "Goedendag. U hoort uiterlijk op 3 mei 2027 van ons."
    )
    assert "(eigen tekst)" in deel.welke.currentText()
    deel.terugknop.click()
    deel.vastlegknop.click()
    assert not nu(venster).is_eigen("wanneer")
    assert deel.terugknop.isHidden()


@pytest.mark.parametrize("wat", sorted(FOUT))
def test_a_field_cannot_be_misspelt_or_lost(venster, wat):
    deel = kaart(venster)
    deel.veld.setPlainText(FOUT[wat])
    deel.vastlegknop.click()
    assert set(deel.formulier.gebreken()) == {"tekst"}
    assert deel.veld.toPlainText() == FOUT[wat]
    assert not nu(venster).is_eigen("wanneer")


@pytest.mark.parametrize("code", [code for code, blok in TEKSTBLOKKEN.items() if blok.bron])
def test_the_law_that_a_text_names_stays_named(code):
    blok = TEKSTBLOKKEN[code]
    zonder = blok.standaard.replace(blok.bron, "de wet")
    uit = beoordeel_tekst({"tekst": zonder}, VANDAAG, TEKSTBLOKKEN[code])
    assert isinstance(uit, list)
    assert blok.bron in uit[0].melding


@pytest.mark.parametrize("code", sorted(TEKSTBLOKKEN))
def test_what_came_along_is_complete(code):
    blok = TEKSTBLOKKEN[code]
    assert beoordeel_tekst({"tekst": blok.standaard}, VANDAAG, TEKSTBLOKKEN[code]) == ""
    assert (
        beoordeel_tekst({"tekst": blok.standaard + " Extra."}, VANDAAG, TEKSTBLOKKEN[code])
        == blok.standaard + " Extra."
    )
    vol = Teksten({}).vul(code, VOORBEELDEN)
    assert "«" not in vol
    assert all(VOORBEELDEN[veld] in vol for veld in blok.velden)


def test_a_field_in_what_somebody_typed_is_left_alone():
    waarden = {"gemeente": "A", "wie": "u", "uw tekst": "Zie «datum» en «wie»."}
    assert Teksten({}).vul("informeren", waarden).endswith("Zie «datum» en «wie».")


def test_a_button_puts_the_field_at_the_cursor(venster):
    deel = kaart(venster, "bewaren_tot")
    deel.veld.clear()
    typ(deel.veld, "Tot ")
    knop = deel.findChild(QtWidgets.QPushButton, "tekstveld_datum")
    assert knop is not None
    knop.click()
    assert deel.veld.toPlainText() == "Tot «datum»"


def test_typing_in_two_texts_stays_with_each(venster):
    deel = kaart(venster, "wanneer")
    deel.veld.setPlainText(EIGEN)
    deel = kaart(venster, "geen_dag")
    assert deel.veld.toPlainText() == TEKSTBLOKKEN["geen_dag"].standaard
    venster.bewaar_concepten()
    venster.open("bureau")
    assert kaart(venster, "wanneer").veld.toPlainText() == EIGEN
    assert not nu(venster).is_eigen("wanneer")


def test_what_is_empty_is_said_with_its_place(venster):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
        assert leemten_over(r, 0) == ()
        (zin,) = leemten(r, gemeente_id + 1)
        assert "contactpunt" in zin
        assert "Inrichting" in zin


def test_a_field_that_says_nothing_never_leaves_a_gap_on_paper():
    with pytest.raises(ValueError, match="langer"):
        Teksten({}).vul("langer", {"datum": "", "reden": "Druk."})
    with pytest.raises(ValueError, match="langer"):
        Teksten({}).vul("langer", {"reden": "Druk."})

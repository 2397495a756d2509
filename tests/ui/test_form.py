# SPDX-License-Identifier: EUPL-1.2
"""Formulier on a real kluis: reading, filling, gebreken at the field, and typing that is never lost."""

from datetime import date, time
from typing import TypeVar

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import GEEN_KEUZE, Formulier, vul_keuzes
from gemeente_pga.ui.widgets.datum import DatumEdit
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.tijd import TijdEdit
from gemeente_pga.ui.window import Window
from tests.ui_hulp import typ

W = TypeVar("W", bound=QtWidgets.QWidget)
JA_NEE = [("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Onbekend")]
TOETS = QtCore.Qt.Key


class Blad(QtWidgets.QScrollArea):
    """One of each input, in a page that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.blad = QtWidgets.QWidget()
        self.indeling = QtWidgets.QVBoxLayout(self.blad)
        self.naam = self._zet(QtWidgets.QLineEdit(), "melder_naamLineEdit", "&Naam van de melder")
        self.tekst = self._zet(QtWidgets.QPlainTextEdit(), "zelf_waargenomenPlainTextEdit", "Zelf &gezien")
        self.dag = self._zet(DatumEdit(), "ontvangen_opDatumEdit", "Ontvangen op")
        self.tijd = self._zet(TijdEdit(), "ontvangen_tijdTijdEdit", "Tijd")
        self.kanaal = self._zet(QtWidgets.QComboBox(), "kanaalComboBox", "Kanaal")
        self.acuut = self._zet(KeuzeGroep(), "acuutKeuzeGroep", "Acuut")
        self.gebeld = self._zet(QtWidgets.QCheckBox("Teruggebeld"), "teruggebeldCheckBox", "")
        self.aantal = self._zet(QtWidgets.QSpinBox(), "exemplarenSpinBox", "Exemplaren")
        vul_keuzes(self.kanaal, [("telefoon", "Telefoon"), ("email", "E-mail")])
        vul_keuzes(self.acuut, JA_NEE)
        self.setWidget(self.blad)
        self.setWidgetResizable(True)

    def _zet(self, invoer: W, naam: str, label: str) -> W:
        invoer.setObjectName(naam)
        if label:
            regel = QtWidgets.QLabel(label)
            regel.setBuddy(invoer)
            self.indeling.addWidget(regel)
        self.indeling.addWidget(invoer)
        return invoer


@pytest.fixture
def blad(qtbot: QtBot, venster: Window) -> Blad:
    """The page, shown small, so that it has to scroll."""
    pagina = Blad()
    qtbot.addWidget(pagina)
    pagina.resize(400, 300)
    pagina.show()
    return pagina


@pytest.fixture
def formulier(blad: Blad, venster: Window) -> Formulier:
    """The form on that page, with a concept."""
    return Formulier(blad, venster.omgeving, ("proef", "7"))


def test_fields_are_the_names_without_the_class(formulier: Formulier) -> None:
    assert formulier.velden() == {
        "melder_naam",
        "zelf_waargenomen",
        "ontvangen_op",
        "ontvangen_tijd",
        "kanaal",
        "acuut",
        "teruggebeld",
        "exemplaren",
    }


def test_empty_form_decides_nothing(formulier: Formulier, blad: Blad) -> None:
    assert formulier.lees() == {
        "melder_naam": "",
        "zelf_waargenomen": "",
        "ontvangen_op": None,
        "ontvangen_tijd": "",
        "kanaal": "",
        "acuut": "",
        "teruggebeld": False,
        "exemplaren": 0,
    }
    assert blad.kanaal.currentText() == GEEN_KEUZE


def test_reads_what_was_typed_and_chosen(formulier: Formulier, blad: Blad, qtbot: QtBot) -> None:
    typ(blad.naam, "  Renée Çelik ")
    typ(blad.tekst, "Eén\nTwee")
    qtbot.keyClicks(blad.dag, "8-9-2026")
    qtbot.keyClicks(blad.tijd, "9.5")
    blad.kanaal.setFocus()
    qtbot.keyClick(blad.kanaal, TOETS.Key_Down)
    qtbot.mouseClick(blad.acuut.knoppen()[1], QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClick(blad.gebeld, TOETS.Key_Space)
    gelezen = formulier.lees()
    assert gelezen["melder_naam"] == "Renée Çelik"
    assert gelezen["zelf_waargenomen"] == "Eén\nTwee"
    assert gelezen["ontvangen_op"] == date(2026, 9, 8)
    assert gelezen["ontvangen_tijd"] == "9.5"  # no time: handed on as typed, for the domain to refuse
    assert (gelezen["kanaal"], gelezen["acuut"], gelezen["teruggebeld"]) == ("telefoon", "nee", True)
    assert formulier.vuil


def test_text_is_read_in_one_normal_form(formulier: Formulier, blad: Blad) -> None:
    blad.naam.setText("Rene\u0301e")
    assert formulier.lees()["melder_naam"] == "Ren\u00e9e"


def test_filling_is_not_typing(formulier: Formulier, blad: Blad) -> None:
    formulier.vul(
        {
            "ontvangen_op": "2026-09-08",
            "ontvangen_tijd": time(16, 50),
            "acuut": "ja",
            "kanaal": "bestaat niet",
        }
    )
    assert not formulier.vuil
    assert blad.dag.text() == "8-9-2026"
    assert blad.tijd.text() == "16.50"
    assert formulier.lees()["ontvangen_tijd"] == "16:50"
    assert formulier.lees()["acuut"] == "ja"
    assert formulier.lees()["kanaal"] == ""


def test_gebrek_is_said_at_its_field_and_goes_when_the_field_changes(
    formulier: Formulier, blad: Blad, qtbot: QtBot, venster: Window
) -> None:
    formulier.toon_gebreken(
        [Gebrek("exemplaren", "Te veel."), Gebrek("acuut", "Maak een keuze."), Gebrek("", "Los.")]
    )
    assert formulier.gebreken() == {"acuut": "Maak een keuze.", "exemplaren": "Te veel."}
    assert blad.acuut.isAncestorOf(blad.focusWidget())  # the first on the page, not the first in the list
    assert venster.meldbalk.tekst.text() == "Los."
    assert blad.acuut.accessibleDescription() == "Maak een keuze."
    zichtbaar = formulier.veld("acuut").mapTo(blad.viewport(), QtCore.QPoint(0, 0)).y()
    assert 0 <= zichtbaar < blad.viewport().height()
    qtbot.mouseClick(blad.acuut.knoppen()[0], QtCore.Qt.MouseButton.LeftButton)
    assert formulier.gebreken() == {"exemplaren": "Te veel."}


def test_number_of_faults_is_told(formulier: Formulier, venster: Window) -> None:
    formulier.toon_gebreken([Gebrek("melder_naam", "Vul in."), Gebrek("kanaal", "Kies.")])
    assert "bij 2 velden" in venster.meldbalk.tekst.text()


def test_typing_is_kept_when_it_pauses_and_offered_back(
    formulier: Formulier, blad: Blad, qtbot: QtBot, venster: Window
) -> None:
    store = venster.omgeving.store
    qtbot.keyClicks(blad.tekst, "Half woor")
    blad.dag.setText("31-2-2026")
    qtbot.waitUntil(lambda: store.concept("proef", "7") is not None)

    ander = Blad()
    qtbot.addWidget(ander)
    nieuw = Formulier(ander, venster.omgeving, ("proef", "7"))
    assert nieuw.herstel_concept()
    assert ander.tekst.toPlainText() == "Half woor"
    assert ander.dag.text() == "31-2-2026"
    assert nieuw.vuil


def test_nothing_typed_leaves_no_concept(formulier: Formulier, venster: Window) -> None:
    formulier.vul({"melder_naam": "uit de kluis"})
    formulier.bewaar_concept()
    assert venster.omgeving.store.concept("proef", "7") is None
    assert not formulier.herstel_concept()


def test_emptied_form_leaves_no_concept(
    formulier: Formulier, blad: Blad, qtbot: QtBot, venster: Window
) -> None:
    qtbot.keyClicks(blad.naam, "a")
    formulier.bewaar_concept()
    qtbot.keyClick(blad.naam, TOETS.Key_Backspace)
    formulier.bewaar_concept()
    assert venster.omgeving.store.concept("proef", "7") is None


def test_recorded_typing_is_not_kept_unless_recording_fails(
    formulier: Formulier, blad: Blad, qtbot: QtBot
) -> None:
    qtbot.keyClicks(blad.naam, "a")
    with formulier.wordt_vastgelegd():
        assert not formulier.vuil
    assert not formulier.vuil
    qtbot.keyClicks(blad.naam, "b")

    def mislukt() -> None:
        with formulier.wordt_vastgelegd():
            raise RuntimeError

    with pytest.raises(RuntimeError):
        mislukt()
    assert formulier.vuil


def test_wheel_never_changes_a_choice(formulier: Formulier, blad: Blad, qapp: QtWidgets.QApplication) -> None:
    blad.kanaal.setFocus()
    for widget in (blad.kanaal, blad.aantal):
        midden = QtCore.QPointF(widget.rect().center())
        event = QtGui.QWheelEvent(
            midden,
            widget.mapToGlobal(midden),
            QtCore.QPoint(0, -120),
            QtCore.QPoint(0, -120),
            QtCore.Qt.MouseButton.NoButton,
            QtCore.Qt.KeyboardModifier.NoModifier,
            QtCore.Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(widget, event)
    assert blad.kanaal.currentIndex() == 0
    assert blad.aantal.value() == 0


def test_tab_leaves_the_text_field(formulier: Formulier, blad: Blad, qtbot: QtBot) -> None:
    blad.tekst.setFocus()
    qtbot.keyClick(blad.tekst, TOETS.Key_Tab)
    assert blad.focusWidget() is blad.dag
    assert blad.tekst.toPlainText() == ""


def test_labels_name_the_inputs(formulier: Formulier, blad: Blad) -> None:
    assert blad.naam.accessibleName() == "Naam van de melder"
    assert blad.acuut.accessibleName() == "Acuut"


def test_arrow_keys_move_within_a_choice(formulier: Formulier, blad: Blad, qtbot: QtBot) -> None:
    blad.acuut.setFocus()
    qtbot.keyClick(blad.focusWidget(), TOETS.Key_Space)
    qtbot.keyClick(blad.focusWidget(), TOETS.Key_Right)
    assert blad.acuut.waarde() == "nee"


@pytest.mark.parametrize(
    ("getypt", "waarde", "staat_er"),
    [
        ("3-4-2026", date(2026, 4, 3), "3-4-2026"),
        ("03/04/2026", date(2026, 4, 3), "3-4-2026"),
        ("3 april 2026", date(2026, 4, 3), "3-4-2026"),
        ("2026-04-03", date(2026, 4, 3), "3-4-2026"),
        ("3-4-26", "3-4-26", "3-4-26"),
        ("31-2-2026", "31-2-2026", "31-2-2026"),
        ("gisteren", "gisteren", "gisteren"),
        ("", None, ""),
    ],
)
def test_date_as_the_dutch_write_it(
    qtbot: QtBot, huisstijl: None, getypt: str, waarde: object, staat_er: str
) -> None:
    veld = DatumEdit()
    qtbot.addWidget(veld)
    veld.show()
    qtbot.keyClicks(veld, getypt)
    assert veld.waarde() == waarde
    qtbot.keyClick(veld, TOETS.Key_Return)
    assert veld.text() == staat_er


def test_calendar_opens_by_key_and_fills_the_field(qtbot: QtBot, huisstijl: None) -> None:
    veld = DatumEdit()
    qtbot.addWidget(veld)
    veld.show()
    veld.zet(date(2026, 9, 8))
    qtbot.keyClick(veld, TOETS.Key_Down, QtCore.Qt.KeyboardModifier.AltModifier)
    kalender = veld.findChild(QtWidgets.QCalendarWidget)
    assert isinstance(kalender, QtWidgets.QCalendarWidget)
    assert kalender.selectedDate() == QtCore.QDate(2026, 9, 8)
    kalender.activated.emit(QtCore.QDate(2026, 9, 9))
    assert veld.datum() == date(2026, 9, 9)


def test_every_day_of_the_calendar_has_room(qtbot: QtBot, huisstijl: None) -> None:
    """The style of our own lists once left no room for two digits."""
    veld = DatumEdit()
    qtbot.addWidget(veld)
    veld.show()
    veld.zet(date(2026, 11, 26))
    veld.open_kalender()
    dagen = veld.findChild(QtWidgets.QTableView)
    assert isinstance(dagen, QtWidgets.QTableView)
    for rij in range(7):
        for kolom in range(7):
            plek = dagen.model().index(rij, kolom)
            nodig, vak = dagen.sizeHintForIndex(plek), dagen.visualRect(plek)
            assert nodig.width() <= vak.width(), (rij, kolom, nodig, vak)
            assert nodig.height() <= vak.height(), (rij, kolom, nodig, vak)
    namen = [dagen.model().index(0, kolom).data() for kolom in range(7)]
    assert namen == ["ma", "di", "wo", "do", "vr", "za", "zo"]
    kleur = dagen.model().index(1, 6).data(QtCore.Qt.ItemDataRole.ForegroundRole)
    assert QtGui.QColor(kleur).name() == theme.kleuren().tekst.lower()


def test_read_only_date_opens_no_calendar(qtbot: QtBot, huisstijl: None) -> None:
    veld = DatumEdit()
    qtbot.addWidget(veld)
    veld.setReadOnly(True)
    veld.show()
    qtbot.keyClick(veld, TOETS.Key_Down, QtCore.Qt.KeyboardModifier.AltModifier)
    assert veld.findChild(QtWidgets.QCalendarWidget) is None


def test_row_that_is_full_goes_on_below_and_hidden_widgets_take_no_room(
    qtbot: QtBot, huisstijl: None
) -> None:
    groep = KeuzeGroep()
    qtbot.addWidget(groep)
    vul_keuzes(groep, [(str(n), f"Een vrij lange keuze nummer {n}") for n in range(4)])
    groep.resize(2000, 40)
    groep.show()
    assert {knop.y() for knop in groep.knoppen()} == {0}
    groep.resize(260, 400)
    qtbot.waitUntil(lambda: len({knop.y() for knop in groep.knoppen()}) == 4)
    eerste = groep.knoppen()[0]
    eerste.hide()
    qtbot.waitUntil(lambda: groep.knoppen()[1].y() == 0)


def test_a_fault_in_a_hidden_field_is_said_in_the_message_bar(formulier: Formulier, venster: Window) -> None:
    formulier.veld("melder_naam").hide()
    formulier.toon_gebreken([Gebrek("melder_naam", "Haal de naam weg."), Gebrek("kanaal", "Kies.")])
    assert venster.meldbalk.tekst.text() == "Haal de naam weg."
    assert formulier.gebreken() == {"melder_naam": "Haal de naam weg.", "kanaal": "Kies."}

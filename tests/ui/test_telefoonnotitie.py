# SPDX-License-Identifier: EUPL-1.2
"""A telephone call: noted with keys alone, called back, worked out or closed."""

from datetime import date

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.notitie import register_notitie
from tests.ui.hand import CTRL, K, zichtbare_teksten
from tests.ui.signaal_hand import LATER, NOTITIE, leg_vast
from tests.ui_hulp import typ


def test_a_call_is_noted_with_keys_alone_and_waits_on_bureau(hand):
    hand.toets(K.Key_T, CTRL)
    assert hand.scherm.code == "telefoonnotitie"
    typ(hand.focus(), "Wijkagent belt: spandoek gezien.\nBel morgen terug.")
    hand.kies("acuutKeuzeGroep", 1)
    hand.vul("bellerLineEdit", "wijkagent K. Brouwer")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["notitie.vastleggen"]
    (rij,) = hand.rijen("SELECT * FROM telefoonnotitie")
    assert rij["tekst"] == "Wijkagent belt: spandoek gezien.\nBel morgen terug."
    assert (rij["beller"], rij["acuut"]) == ("wijkagent K. Brouwer", 0)
    assert rij["ontvangen_op"].startswith("2026-09-08T16:42")
    assert hand.scherm.code == "bureau"
    assert "wijkagent K. Brouwer" in hand.scherm.regels()[0].accessibleName()


def test_a_note_can_be_typed_at_twice_the_scale(hand):
    hand.venster.resize(683, 384)
    hand.venster.open("telefoonnotitie")
    ui = hand.scherm.ui
    hand.qtbot.waitUntil(lambda: not ui.voetregel.isVisibleTo(hand.scherm))
    knoppen = (ui.papierButton, ui.leegButton, ui.vastleggenButton)
    hand.qtbot.waitUntil(lambda: all(k.width() >= k.sizeHint().width() for k in knoppen))
    hand.qtbot.waitUntil(lambda: ui.tekstPlainTextEdit.visibleRegion().boundingRect().height() >= 60)


def test_a_note_says_in_sight_what_it_misses_at_twice_the_scale(hand):
    hand.venster.resize(683, 384)
    hand.venster.open("telefoonnotitie")
    hand.qtbot.waitUntil(lambda: hand.scherm.height() < 420)
    hand.toets(K.Key_Return, CTRL)

    def gezien():
        (zin,) = (
            label
            for label in hand.scherm.findChildren(QtWidgets.QLabel)
            if label.text() == hand.scherm.formulier.gebreken()["tekst"]
        )
        assert zin.visibleRegion().boundingRect() == zin.rect()

    hand.qtbot.waitUntil(gezien)


def test_a_note_says_what_it_misses_and_keeps_every_letter(hand):
    hand.venster.open("telefoonnotitie")
    typ(hand.focus(), "Half gesprek")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.scherm.formulier.gebreken() == {"acuut": "Maak een keuze bij: Acuut gevaar."}
    assert hand.focus().parentWidget().objectName() == "acuutKeuzeGroep"
    assert hand.scherm.ui.tekstPlainTextEdit.toPlainText() == "Half gesprek"
    assert hand.codes(voor) == []
    assert "bij 1 veld klopt iets niet" in hand.venster.meldbalk.tekst.text()
    hand.kies("acuutKeuzeGroep", 1)  # mended: nothing is wrong any more
    assert not hand.venster.meldbalk.isVisible()


def test_acute_danger_first_says_to_call(hand):
    hand.venster.open("telefoonnotitie")
    assert not hand.scherm.ui.acuutband.isVisible()
    hand.kies("acuutKeuzeGroep", 0)
    assert hand.scherm.ui.acuutband.isVisible()
    hand.wacht_op("Bel eerst 112")


def test_a_note_opens_beside_the_intake_and_can_be_copied_from(hand):
    hand.nu(LATER)
    notitie_id = register_notitie(
        hand.store,
        Telefoonnotitie(NOTITIE, "wijkagent K. Brouwer", "", False, "2026-09-29T09:15:00+02:00"),
    )
    hand.venster.open("telefoonnotitie", notitie_id)
    assert hand.scherm.code == "nieuw_signaal"
    bron = hand.scherm.bron
    assert bron.isVisible()
    assert bron.tekst.toPlainText() == NOTITIE
    cursor = bron.tekst.document().find("Verhaal over wapens kennen wij alleen uit de tweede hand.")
    bron.tekst.setTextCursor(cursor)
    hand.qtbot.mouseClick(bron.knoppen["van_anderen"], QtCore.Qt.MouseButton.LeftButton)
    veld = hand.scherm.velden.ui.van_anderenPlainTextEdit
    assert veld.toPlainText() == "Verhaal over wapens kennen wij alleen uit de tweede hand."
    assert hand.scherm.formulier.lees()["ontvangen_op"] == date(2026, 9, 29)
    assert hand.scherm.formulier.lees()["acuut"] == ""


def test_a_caller_is_called_back_from_the_intake_and_no_typing_is_lost(hand):
    hand.nu(LATER)
    notitie = Telefoonnotitie("Zorgen.", "K. Brouwer", "06-12345678", True, "2026-09-29T09:15:00+02:00")
    register_notitie(hand.store, notitie)
    hand.venster.open("bureau")
    regel = hand.scherm.regels()[0]
    assert "Nog niet teruggebeld" in regel.accessibleName()
    assert regel.punt.meteen
    regel.click()
    typ(hand.scherm.zoeker.ui.naamLineEdit, "Joris")
    hand.scherm.bron.terug.click()
    assert hand.scherm.code == "terugbellen"
    hand.kies("teruggebeldKeuzeGroep", 0)
    hand.vul("teruggebeld_viaLineEdit", "0612345678")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert list(hand.scherm.formulier.gebreken()) == ["teruggebeld_via"]
    hand.vul("teruggebeld_viaLineEdit", "0123-456789, meldkamer, eigen lijst")
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["notitie.terugbellen"]
    (rij,) = hand.rijen("SELECT teruggebeld, teruggebeld_op, teruggebeld_via FROM telefoonnotitie")
    assert (rij["teruggebeld"], rij["teruggebeld_via"]) == ("ja", "0123-456789, meldkamer, eigen lijst")
    assert rij["teruggebeld_op"].startswith("2026-09-29T09:20")
    assert hand.scherm.code == "nieuw_signaal"
    assert hand.scherm.zoeker.ui.naamLineEdit.text() == "Joris"
    assert "Teruggebeld op 29-9-2026, 09.20 uur" in hand.scherm.bron.herkomst.text()
    hand.venster.open("bureau")
    assert "Nog niet teruggebeld" not in hand.scherm.regels()[0].accessibleName()


def test_a_caller_who_was_not_called_back_stays_on_bureau_until_the_weging(hand):
    notitie = Telefoonnotitie("Zorgen.", "M. de Wit", "", False, "2026-09-08T10:00:00+02:00")
    notitie_id = register_notitie(hand.store, notitie)
    signaal_id = leg_vast(hand.store, notitie_id=notitie_id)
    hand.venster.open("bureau")
    regel = next(r for r in hand.scherm.regels() if r.accessibleName().startswith("Terugbellen: dossier"))
    assert "M. de Wit" not in regel.accessibleName()
    hand.venster.open("signaal", signaal_id)
    hand.wacht_op("De beller is nog niet teruggebeld via een bekend nummer.")
    hand.scherm.findChild(QtWidgets.QPushButton, "terugbellenKeuze").click()
    assert hand.scherm.code == "terugbellen"
    assert "Zorgen." not in zichtbare_teksten(hand.scherm)
    hand.vul_formulier(teruggebeld="kan_niet", teruggebeld_via="Zij gaf alleen een achternaam.")
    hand.toets(K.Key_Return, CTRL)
    assert hand.scherm.code == "signaal"
    hand.wacht_op("Terugbellen kan niet")
    knoppen = hand.scherm.findChildren(QtWidgets.QPushButton, "terugbellenKeuze")
    assert not any(knop.isVisible() for knop in knoppen)
    hand.venster.open("bureau")
    assert not any("Terugbellen" in r.accessibleName() for r in hand.scherm.regels())


def test_a_note_without_signaal_is_closed_with_a_reason(hand, antwoord):
    notitie = Telefoonnotitie("Verkeerd verbonden.", "", "", False, "2026-09-08T10:00:00+02:00")
    notitie_id = register_notitie(hand.store, notitie)
    hand.venster.open("nieuw_signaal", notitie_id)
    antwoord("verkeerd_verbonden")
    voor = hand.laatste()
    hand.scherm.bron.zonder_signaal.click()
    assert hand.codes(voor) == ["notitie.afhandelen"]
    assert hand.scherm.code == "bureau"
    assert not any("Telefoonnotitie" in r.accessibleName() for r in hand.scherm.regels())
    hand.venster.open("telefoonnotitie", notitie_id)
    assert hand.scherm.code == "bureau"


def test_before_the_kluis_is_in_use_it_is_said_before_somebody_types(hand):
    venster = hand.venster
    register_gemeente(venster.omgeving.store, Gemeente("Gemeente Oudeveen"))  # with nothing in order yet
    for scherm in ("telefoonnotitie", "nieuw_signaal"):
        venster.open("bureau")
        venster.meldbalk.sluit()
        venster.open(scherm)
        assert "Schrijf het dan op papier" in venster.meldbalk.tekst.text()
        venster.meldbalk.knop.click()
        assert venster.scherm.code == "inrichting"

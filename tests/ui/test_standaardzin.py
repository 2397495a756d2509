# SPDX-License-Identifier: EUPL-1.2
"""Sentences put in with a key, in the real window; and what Ctrl+Z brings back in a meeting."""

import json

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain.standaardzin import MEEGELEVERD
from gemeente_pga.handelingen.overleg import put_ter_reactie
from gemeente_pga.store.queries.standaardzin import standaardzinnen
from gemeente_pga.ui.zinkiezer import GEEN_VELD
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.overleg_hand import VANDAAG, Overleghand

GEEN_NIEUWS = "De deelnemer bracht geen nieuwe informatie in."
AFSPRAAK = "Afgesproken is dat … uiterlijk … terugkoppelt aan de procesregisseur."


@pytest.fixture
def hand(qtbot, venster):
    return Overleghand(qtbot, venster)


def begin_overleg(hand):
    """A meeting that is being worked out: its id and that of its one casus."""
    oid = leg_overleg_vast(hand.store, leg_casussen_vast(hand.store))
    maak_compleet(hand.store, oid)
    return oid, hand.waarde("SELECT id FROM bespreking WHERE overleg_id = ?", oid)


def ga(hand, overleg, veld):
    oid, punt = overleg
    hand.venster.open("overleg", oid, f"bespreking:{punt}.{veld}" if "." not in veld else veld)
    return hand.focus()


def open_lijst(hand, gezocht=""):
    hand.toets(K.Key_Space, CTRL)
    kiezer = hand.venster.zinkiezer
    assert kiezer.isVisible()
    assert hand.focus() is kiezer.regel
    if gezocht:
        hand.typ(gezocht)
    return [kiezer.lijst.item(n).text() for n in range(kiezer.lijst.count())]


def terug(hand):
    hand.toets(K.Key_Z, CTRL)


def test_a_sentence_is_found_put_in_filled_in_and_taken_out_at_once(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    hand.toets(K.Key_A, CTRL)
    hand.typ("De woning is ontruimd.")
    aangeboden = open_lijst(hand)
    assert AFSPRAAK in aangeboden
    assert GEEN_NIEUWS not in aangeboden  # that is for what somebody brings in
    hand.typ("terugkop procesreg")
    assert hand.venster.zinkiezer.lijst.count() == 1
    hand.toets(K.Key_Return)
    assert hand.focus() is veld
    assert veld.toPlainText() == f"De woning is ontruimd. {AFSPRAAK}"
    assert veld.textCursor().selectedText() == "…"
    rest = hand.scherm.findChild(QtWidgets.QLabel, "overwegingenPlainTextEditRest")
    hand.typ("de politie")
    assert rest.isVisibleTo(hand.scherm)  # one is open still
    hand.toets(K.Key_Tab)
    assert veld.textCursor().selectedText() == "…"
    hand.typ("1 december")
    assert not rest.isVisibleTo(hand.scherm)
    klaar = "Afgesproken is dat de politie uiterlijk 1 december terugkoppelt aan de procesregisseur."
    assert veld.toPlainText() == f"De woning is ontruimd. {klaar}"
    hand.toets(K.Key_Tab)
    assert hand.focus() is not veld  # no place is left: Tab is Tab again
    veld.setFocus()
    while "terugkoppelt" in veld.toPlainText():
        terug(hand)
    assert veld.toPlainText() == "De woning is ontruimd."


@pytest.mark.parametrize("waar", ["overwegingen", "besluit", "actie"])
def test_one_ctrl_z_takes_the_sentence_out_and_leaves_the_typing(hand, waar):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, waar if waar == "overwegingen" else f"{waar}:{overleg[1]}.")
    hand.toets(K.Key_A, CTRL)
    hand.typ("Eerst dit")
    open_lijst(hand, "terugkoppel")
    hand.toets(K.Key_Return)
    vol = tekst(veld)
    assert vol.startswith("Eerst dit ")
    assert "rugkoppel" in vol
    terug(hand)
    assert tekst(veld) == "Eerst dit"
    hand.toets(K.Key_Z, CTRL | SHIFT)
    assert tekst(veld) == vol


def test_escape_goes_back_to_the_letter_and_puts_nothing_in(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    hand.toets(K.Key_A, CTRL)
    hand.typ("ab")
    hand.toets(K.Key_Left)
    open_lijst(hand, "iets")
    hand.toets(K.Key_Escape)
    assert hand.venster.zinkiezer.isHidden()
    assert hand.focus() is veld
    hand.typ("X")
    assert veld.toPlainText() == "aXb"


def test_a_word_of_elsewhere_is_found_with_its_place(hand):
    overleg = begin_overleg(hand)
    ga(hand, overleg, "overwegingen")
    assert open_lijst(hand, "nieuwe informatie") == [f"Inbreng: {GEEN_NIEUWS}"]
    hand.toets(K.Key_A, CTRL)
    hand.typ("zonneschijn")
    assert hand.venster.zinkiezer.lijst.count() == 0
    hand.toets(K.Key_Return)  # nothing to choose: the list stays, nothing is put in
    assert hand.venster.zinkiezer.isVisible()
    assert "Inrichting, Teksten" in hand.venster.zinkiezer.uitleg.text()


def test_the_button_is_seen_beside_each_text_of_the_casus_and_does_the_same(hand):
    overleg = begin_overleg(hand)
    ga(hand, overleg, "overwegingen")
    hand.toets(K.Key_I, CTRL)
    deel = hand.scherm.deel("casus")
    knoppen = {
        k.objectName(): k
        for k in deel.findChildren(QtWidgets.QPushButton)
        if k.objectName().endswith("Zin") and k.isVisibleTo(deel)
    }
    assert {"overwegingenPlainTextEditZin", "watLineEditZin", "minderheidsstandpuntPlainTextEditZin"} <= set(
        knoppen
    )
    assert (
        len(
            [k for k in deel.findChildren(QtWidgets.QPushButton) if k.objectName() == "tekstPlainTextEditZin"]
        )
        == 2
    )
    knoppen["watLineEditZin"].click()
    assert hand.venster.zinkiezer.isVisible()
    hand.typ("nagaan")
    hand.toets(K.Key_Return)
    assert hand.focus() is deel.actieregels.ui.watLineEdit
    assert hand.focus().text().startswith("Nagaan of …")
    assert hand.focus().selectedText() == "…"


def test_where_nothing_may_be_typed_nothing_is_offered(hand):
    overleg = begin_overleg(hand)
    oid = overleg[0]
    put_ter_reactie(hand.store, oid, op=VANDAAG, reageren_voor=VANDAAG)
    veld = ga(hand, overleg, "overwegingen")
    deel = hand.scherm.deel("casus")
    assert veld.isReadOnly()
    assert [
        k
        for k in deel.findChildren(QtWidgets.QPushButton, "overwegingenPlainTextEditZin")
        if k.isVisibleTo(deel)
    ] == []
    hand.venster.kies_zin(veld)
    assert hand.venster.zinkiezer.isHidden()
    assert hand.venster.meldbalk.tekst.text() == GEEN_VELD


def test_it_is_found_with_ctrl_k_and_comes_back_to_the_field(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    hand.toets(K.Key_K, CTRL)
    hand.typ("standaardzin inv")
    hand.toets(K.Key_Return)
    assert hand.venster.zinkiezer.isVisible()
    hand.toets(K.Key_Escape)
    assert hand.focus() is veld


def test_another_text_field_has_what_is_for_everywhere(hand):
    hand.venster.open("telefoonnotitie")
    assert open_lijst(hand) == [AFSPRAAK]


def test_locking_with_the_list_open_keeps_the_place_in_the_field(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    hand.toets(K.Key_End, CTRL)
    plaats = veld.textCursor().position()
    open_lijst(hand)
    hand.venster.hide()  # so does locking, first of all
    plek = json.loads(json.loads(hand.venster.plek())["plek"])
    assert (plek["widget"], plek["cursor"]) == ("overwegingenPlainTextEdit", plaats)


def test_the_frequent_acts_have_a_key_that_stands_on_the_screen(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    deel = hand.scherm.deel("casus")
    knoppen = (w for w in hand.scherm.findChildren(QtWidgets.QAbstractButton) if w.isVisibleTo(hand.scherm))
    labels = (w for w in hand.scherm.findChildren(QtWidgets.QLabel) if w.isVisibleTo(hand.scherm))
    te_zien = " ".join(w.text() for w in (*knoppen, *labels))
    for toetsen in ("Ctrl+B", "Ctrl+Shift+A", "Ctrl+I", "Ctrl+PgDn", "Ctrl+PgUp", "Ctrl+spatie"):
        assert f"{toetsen})" in te_zien or f"{toetsen}:" in te_zien, toetsen
    hand.toets(K.Key_End, CTRL)
    hand.typ("\n")
    for toets, erbij, doel in (
        (K.Key_B, CTRL, deel.besluiten.ui.tekstPlainTextEdit),
        (K.Key_A, CTRL | SHIFT, deel.actieregels.ui.watLineEdit),
        (K.Key_I, CTRL, deel.inbreng.editor.ui.partij_idComboBox),
    ):
        veld.setFocus()  # on an empty line
        hand.toets(toets, erbij)
        assert hand.focus() is doel
    veld.setFocus()
    hand.toets(K.Key_PageDown, CTRL)
    assert hand.scherm.ui.onderdelenLijst.sleutel() == "verslag"


# ---- keeping them


def bewerker(hand):
    hand.venster.open("inrichting", None, "teksten")
    return hand.scherm.delen["teksten"].zinnen.bewerker


def nu(hand):
    with hand.store.reader() as r:
        return standaardzinnen(r)


def test_an_own_sentence_is_made_used_changed_and_taken_out(hand):
    overleg = begin_overleg(hand)
    b = bewerker(hand)
    b.nieuwknop.click()
    hand.naar("standaardzin_tekstPlainTextEdit")
    hand.typ("De wijkagent gaat langs bij …")
    b.formulier.vul({"plek": "actie"})
    hand.toets(K.Key_Return, CTRL)
    assert nu(hand)[:-1] == MEEGELEVERD
    assert (nu(hand)[-1].tekst, nu(hand)[-1].plek) == ("De wijkagent gaat langs bij …", "actie")
    ga(hand, overleg, f"actie:{overleg[1]}.")
    assert open_lijst(hand, "wijkagent") == ["De wijkagent gaat langs bij …"]
    hand.toets(K.Key_Escape)
    b = bewerker(hand)
    b.bewerk(nu(hand)[-1].id)
    b.verwijderknop.click()
    assert nu(hand) == MEEGELEVERD
    hand.venster.meldbalk.knop.click()
    assert len(nu(hand)) == len(MEEGELEVERD) + 1


def test_the_menu_leads_to_the_list_itself(hand):
    hand.venster.resize(683, 384)
    hand.toets(K.Key_K, CTRL)
    hand.typ("standaardzinnen wij")
    hand.toets(K.Key_Return)
    assert hand.focus().objectName() == "standaardzin_lijst"
    hand.qtbot.waitUntil(lambda: hand.focus().visibleRegion().boundingRect().height() > 100)


def test_a_wrong_sentence_is_said_at_its_field_and_a_name_is_asked_about(hand):
    b = bewerker(hand)
    b.nieuwknop.click()
    hand.toets(K.Key_Return, CTRL)
    assert set(b.formulier.gebreken()) == {"tekst", "plek"}
    hand.naar("standaardzin_tekstPlainTextEdit")
    hand.typ(GEEN_NIEUWS)
    b.formulier.vul({"plek": "inbreng"})
    hand.toets(K.Key_Return, CTRL)
    assert b.formulier.gebreken() == {"tekst": "Deze zin staat er al."}
    hand.typ(" Afgestemd met Brouwer.")
    hints = [h.text() for h in b.paneel.findChildren(QtWidgets.QLabel, "tekstHint") if h.isVisibleTo(b)]
    assert any("Brouwer" in zin for zin in hints)
    hand.toets(K.Key_Return, CTRL)  # it is asked, not forbidden
    assert nu(hand)[-1].tekst.endswith("Brouwer.")


# ---- Ctrl+Z in a meeting


def tekst(veld):
    return veld.text() if isinstance(veld, QtWidgets.QLineEdit) else veld.toPlainText()


@pytest.mark.parametrize("waar", ["overwegingen", "besluit", "actie"])
def test_undo_reaches_back_past_autosave_and_another_field(hand, waar):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, waar if waar == "overwegingen" else f"{waar}:{overleg[1]}.")
    begin = tekst(veld)
    hand.toets(K.Key_End, CTRL)
    hand.typ(" nieuw woord")
    vol = tekst(veld)
    hand.qtbot.waitUntil(
        lambda: (
            "nieuw woord"
            in "".join(r["inhoud"] for r in hand.rijen("SELECT inhoud FROM concept WHERE soort = 'overleg'"))
        )
    )  # the clock of the form has kept it
    hand.toets(K.Key_Tab)
    assert hand.focus() is not veld
    hand.toets(K.Key_Tab, SHIFT)
    assert hand.focus() is veld
    while tekst(veld) != begin:
        was = tekst(veld)
        terug(hand)
        assert tekst(veld) != was, "undo stopped too early"
    hand.toets(K.Key_Z, CTRL | SHIFT)
    while tekst(veld) != vol:
        was = tekst(veld)
        hand.toets(K.Key_Z, CTRL | SHIFT)
        assert tekst(veld) != was


def test_undo_and_the_cursor_survive_recording(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    begin = veld.toPlainText()
    hand.toets(K.Key_End, CTRL)
    hand.typ(" Nog iets. ")
    plek = veld.textCursor().position()
    hand.toets(K.Key_Return, CTRL)
    assert hand.waarde("SELECT overwegingen FROM bespreking").endswith("Nog iets.")
    hand.qtbot.waitUntil(lambda: not hand.venster._verouderd)  # the screen has read it again
    hand.venster.scherm.herlaad()
    assert veld.textCursor().position() == plek
    while veld.toPlainText() != begin:
        was = veld.toPlainText()
        terug(hand)
        assert veld.toPlainText() != was


def test_another_row_is_recorded_and_undo_in_the_notes_stays(hand):
    overleg = begin_overleg(hand)
    veld = ga(hand, overleg, "overwegingen")
    begin = veld.toPlainText()
    hand.toets(K.Key_End, CTRL)
    hand.typ(" Nog iets.")
    besluit = hand.scherm.deel("casus").besluiten.ui.tekstPlainTextEdit
    besluit.setFocus()
    hand.typ("Houd de zaak aan.")
    hand.toets(K.Key_Return)
    assert hand.waarde("SELECT count(*) FROM besluit WHERE tekst = 'Houd de zaak aan.'") == 1
    besluit.undo()
    assert besluit.toPlainText() == ""  # the recorded row does not come back as the next one
    veld.setFocus()
    while veld.toPlainText() != begin:
        was = veld.toPlainText()
        terug(hand)
        assert veld.toPlainText() != was


def test_undo_never_brings_a_word_of_one_casus_into_another(hand):
    oid = leg_overleg_vast(hand.store, leg_casussen_vast(hand.store), beide=True)
    maak_compleet(hand.store, oid)
    een, ander = (rij["id"] for rij in hand.rijen("SELECT id FROM bespreking ORDER BY id"))
    veld = ga(hand, (oid, een), "minderheidsstandpunt")
    assert veld.toPlainText() == ""  # of both: nothing has to change in the field between them
    hand.typ("Geheim")
    for _ in "Geheim":
        hand.toets(K.Key_Backspace)
    assert ga(hand, (oid, ander), "minderheidsstandpunt") is veld
    for _ in range(30):
        terug(hand)
        assert veld.toPlainText() == ""

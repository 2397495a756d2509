# SPDX-License-Identifier: EUPL-1.2
"""In the middle of a word in a meeting the kluis locks, or the program is killed: back to that word."""

import pytest
from PySide6 import QtWidgets

from gemeente_pga.store.store import Store
from gemeente_pga.ui.omgeving import PLEK
from gemeente_pga.ui.screens.overleg import OverlegScherm
from gemeente_pga.ui.screens.overleg_casus import CasusDeel
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from tests.inrichting_hulp import neem_in_gebruik
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.toestel import TOETS, Toestel

VELDEN = {
    "overwegingen": "overwegingenPlainTextEdit",
    "besluit": "tekstPlainTextEdit",
    "actie": "watLineEdit",
    "inbreng": "tekstPlainTextEdit",
}


def tekst(veld: QtWidgets.QWidget) -> str:
    assert isinstance(veld, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit)
    return veld.text() if isinstance(veld, QtWidgets.QLineEdit) else veld.toPlainText()


def cursor(veld: QtWidgets.QWidget) -> int:
    assert isinstance(veld, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit)
    return veld.cursorPosition() if isinstance(veld, QtWidgets.QLineEdit) else veld.textCursor().position()


def invoer(scherm: OverlegScherm, waar: str) -> QtWidgets.QWidget:
    """The field of that name in its own part of the casus."""
    deel = scherm.deel("casus")
    assert isinstance(deel, CasusDeel)
    panelen = {"besluit": deel.besluiten, "actie": deel.actieregels, "inbreng": deel.inbreng}
    gevonden = panelen.get(waar, deel).findChild(QtWidgets.QWidget, VELDEN[waar])
    assert isinstance(gevonden, QtWidgets.QWidget)
    return gevonden


@pytest.mark.parametrize("hoe", ["slot", "gedood"])
@pytest.mark.parametrize("waar", ["overwegingen", "besluit", "actie", "inbreng"])
def test_back_at_the_half_typed_word_of_the_same_casus(
    toestel: Toestel, monkeypatch: pytest.MonkeyPatch, waar: str, hoe: str
) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    assert app.window is not None
    store = app.window.omgeving.store
    neem_in_gebruik(store)
    oid = leg_overleg_vast(store, leg_casussen_vast(store), beide=True)
    maak_compleet(store, oid)
    with store.reader() as r:
        punt = r.value("SELECT max(id) FROM bespreking WHERE overleg_id = ?", oid)
    app.window.open("overleg", oid, f"{'inbreng' if waar == 'inbreng' else 'bespreking'}:{punt}")
    scherm = app.window.scherm
    assert isinstance(scherm, OverlegScherm)
    veld = invoer(scherm, waar)
    veld.setFocus()
    toestel.qtbot.keyClicks(veld, "Half getyp")
    toestel.qtbot.keyClick(veld, TOETS.Key_Left)
    stond, letter = tekst(veld), cursor(veld)
    if hoe == "slot":
        app.vergrendel()
    else:
        wacht_op_concept(toestel, store)
        monkeypatch.setattr(
            app, "bewaar", lambda: None
        )  # no farewell: what was kept by itself is all there is
        app.sluit()

    nieuw = toestel.start()
    toestel.ontgrendel(nieuw, wachtzin)
    assert nieuw.window is not None
    terug = nieuw.window.scherm
    assert isinstance(terug, OverlegScherm)
    assert terug.onderwerp_id == oid
    weer = invoer(terug, waar)
    assert tekst(weer) == stond
    assert nieuw.window.focusWidget() is weer
    assert cursor(weer) == letter
    toestel.qtbot.waitUntil(lambda: weer.visibleRegion().boundingRect().height() >= 30)


def wacht_op_concept(toestel: Toestel, store: Store) -> None:
    def bewaard() -> bool:
        with store.reader() as r:
            return any("Half getyp" in c["inhoud"] for c in r.rows("SELECT inhoud FROM concept"))

    toestel.qtbot.waitUntil(bewaard)


def test_killed_after_the_form_was_left_it_opens_at_bureau(
    toestel: Toestel, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = toestel.start()
    wachtzin = toestel.doorloop_wizard(app)
    assert app.window is not None
    store = app.window.omgeving.store
    app.window.open("telefoonnotitie")
    assert isinstance(app.window.scherm, TelefoonnotitieScherm)
    veld = app.window.scherm.ui.tekstPlainTextEdit
    veld.setFocus()
    toestel.qtbot.keyClicks(veld, "Half getyp")
    toestel.qtbot.waitUntil(lambda: store.concept(PLEK) is not None)
    app.window.open("dossiers")
    monkeypatch.setattr(app, "bewaar", lambda: None)
    app.sluit()

    nieuw = toestel.start()
    toestel.ontgrendel(nieuw, wachtzin)
    assert nieuw.window is not None
    assert nieuw.window.scherm is not None
    assert nieuw.window.scherm.code == "bureau"
    nieuw.window.open("telefoonnotitie")
    assert isinstance(nieuw.window.scherm, TelefoonnotitieScherm)
    assert nieuw.window.scherm.ui.tekstPlainTextEdit.toPlainText() == "Half getyp"

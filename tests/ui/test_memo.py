# SPDX-License-Identifier: EUPL-1.2
"""A memo through the window: no name on it, one page, the answer once, and Bureau when it is late."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.memo import Memo, Memoantwoord
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.handelingen.memo import record_antwoord, write_memo
from gemeente_pga.store.queries.bureau_verantwoording import punten
from gemeente_pga.store.queries.memo import memos
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.rechten_memo import Memokaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts
from tests.ui_hulp import VANDAAG

LINKS = QtCore.Qt.MouseButton.LeftButton
MEMO = Memo(
    "driehoek", "Mag de wijkagent meekijken?", "Er was een incident.", "Gemeentewet, artikel 172",
    "Nog een gesprek.", "Het contact kan stoppen.", "Het kan weer gebeuren.", VANDAAG + timedelta(days=3),
)  # fmt: skip
NEE = Memoantwoord("niet_akkoord", "Te zwaar.", "A. de Wit, burgemeester", VANDAAG)


@pytest.fixture
def dossier_id(venster: Window) -> int:
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        return int(r.value("SELECT id FROM dossier"))


def kaart(venster: Window, dossier_id: int) -> Any:
    venster.open("dossier", dossier_id, "memo")
    (uit,) = venster.scherm.findChildren(Memokaart)  # type: ignore[union-attr]
    return uit


def schrijf(venster: Window, dossier_id: int, **anders: object) -> int:
    omgeving = venster.omgeving
    memo = replace(MEMO, **anders)  # type: ignore[arg-type]
    return write_memo(omgeving.store, dossier_id, memo, omgeving.kader, op=VANDAAG)


def test_a_memo_is_made_printed_on_one_page_and_answered(venster: Window, qtbot: QtBot, dossier_id: int):
    store = venster.omgeving.store
    k = kaart(venster, dossier_id)
    qtbot.mouseClick(k.nieuwknop, LINKS)
    waarden = {veld: getattr(MEMO, veld) for veld in MEMO.__dataclass_fields__}
    k.paneel.formulier.vul(waarden | {"waarom": ""})
    was = len(acts(store))
    qtbot.mouseClick(k.paneel.vastlegknop, LINKS)
    assert set(k.paneel.formulier.gebreken()) == {"waarom"}
    assert len(acts(store)) == was
    k.paneel.formulier.vul(waarden)
    qtbot.mouseClick(k.paneel.vastlegknop, LINKS)
    assert acts(store)[was] == Handeling.MEMO_VASTSTELLEN.code
    with store.reader() as r:
        (regel,) = memos(r, dossier_id)
    qtbot.waitUntil(lambda: _pdf(venster, regel.document_id) is not None, timeout=20_000)
    bladen = read_bladen(_pdf(venster, regel.document_id) or b"")
    assert len(bladen) == 1
    assert "Mag de wijkagent meekijken?" in bladen[0].tekst
    assert PERSOON.geslachtsnaam not in bladen[0].tekst
    qtbot.mouseClick(k.eindknop, LINKS)
    k.paneel.formulier.vul({"antwoord": "niet_akkoord", "antwoord_door": "A. de Wit, burgemeester"})
    qtbot.mouseClick(k.paneel.vastlegknop, LINKS)
    assert set(k.paneel.formulier.gebreken()) == {"antwoord_tekst"}
    k.paneel.formulier.vul({"antwoord": "niet_akkoord", "antwoord_tekst": "Te zwaar."})
    qtbot.mouseClick(k.paneel.vastlegknop, LINKS)
    assert acts(store)[-1] == Handeling.MEMO_ANTWOORD.code
    assert k.eindknop.isHidden()
    k.lijst.kies(regel.id)
    assert "Te zwaar." in k.antwoord.text()


def test_the_name_of_anybody_stops_the_memo(venster: Window, dossier_id: int):
    store = venster.omgeving.store
    was = acts(store)
    for veld in ("gevraagd", "waarom", "alternatieven", "risico_wel", "risico_niet", "grondslag"):
        with pytest.raises(Storing, match="niet in mag"):
            schrijf(venster, dossier_id, **{veld: f"Gemeentewet 172, over {PERSOON.geslachtsnaam}."})
    assert acts(store) == was
    schrijf(venster, dossier_id)
    assert len(acts(store)) == len(was) + 1


def test_an_answer_is_recorded_once_and_not_before_the_memo(venster: Window, dossier_id: int):
    store = venster.omgeving.store
    memo_id = schrijf(venster, dossier_id)
    for fout in (replace(NEE, antwoord_op=VANDAAG - timedelta(days=1)), replace(NEE, antwoord_tekst="")):
        with pytest.raises(Storing, match="niet compleet"):
            record_antwoord(store, memo_id, fout)
    record_antwoord(store, memo_id, NEE)
    with pytest.raises(Storing, match="al een antwoord"):
        record_antwoord(store, memo_id, NEE)


def test_nothing_is_asked_about_a_dossier_that_is_restricted(venster: Window, dossier_id: int):
    restrict(venster.omgeving.store, dossier_id, Beperking(None, None, "Betwist.", VANDAAG))
    with pytest.raises(Storing, match="kan nu niet"):
        schrijf(venster, dossier_id)


def test_bureau_asks_for_a_late_answer(venster: Window, dossier_id: int):
    store, kader = venster.omgeving.store, venster.omgeving.kader
    memo_id = schrijf(venster, dossier_id)
    voor = MEMO.antwoord_voor or date.max
    with store.reader() as r:
        assert punten(r, kader, voor - timedelta(days=1)) == []
        (punt,) = punten(r, kader, voor)
    assert (punt.scherm, punt.onderwerp_id, punt.veld) == ("dossier", dossier_id, f"memo:{memo_id}")
    record_antwoord(store, memo_id, NEE)
    with store.reader() as r:
        assert punten(r, kader, voor) == []


def _pdf(venster: Window, document_id: int | None) -> bytes | None:
    with venster.omgeving.store.reader() as r:
        return r.value("SELECT pdf FROM document WHERE id = ?", document_id)  # type: ignore[no-any-return]

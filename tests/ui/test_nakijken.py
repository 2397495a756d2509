# SPDX-License-Identifier: EUPL-1.2
"""Verifying while the user works: in small slices, told only when wrong, always to be seen in Controle."""

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.onderhoud import Onderhoud
from gemeente_pga.store.store import Store
from gemeente_pga.ui.nakijken import Nakijken
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.window import Window
from tests.store.groot import fill_acts


@pytest.fixture
def nakijken(venster: Window) -> Nakijken:
    return venster.omgeving.nakijken


def _klaar(qtbot: QtBot, nakijken: Nakijken, *, rustig: bool = True) -> tuple[bool, str]:
    with qtbot.waitSignal(nakijken.klaar, timeout=30_000) as klaar:
        nakijken.begin(rustig=rustig)
    assert klaar.args is not None
    goed, zin = klaar.args
    return goed, zin


def _knoei(store: Store, sql: str) -> None:
    """What somebody with the key could do: the row changes and no act tells of it."""
    triggers = store._v.lees("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    with store._v.in_ruimte(type(store._v.wacht.ruimte).BOUW):
        for naam, _ in triggers:
            store._v.doe(f"DROP TRIGGER {naam}")
        store._v.doe(sql)
        for _, maak in triggers:
            store._v.doe(maak)


def test_when_all_is_well_nobody_is_disturbed_and_controle_says_when(
    venster: Window, nakijken: Nakijken, qtbot: QtBot
) -> None:
    voor = venster.meldbalk.tekst.text()
    goed, _ = _klaar(qtbot, nakijken)
    assert goed
    assert venster.meldbalk.tekst.text() == voor
    venster.open("controle")
    assert isinstance(venster.scherm, ControleScherm)
    tekst = venster.scherm.ui.uitkomstLabel.text()
    assert tekst.startswith("Het journaal klopt: ")
    assert "8 september 2026" in tekst.partition("Laatst nagekeken: ")[2]


@pytest.mark.parametrize(
    ("sql", "woorden"),
    [
        ("UPDATE partij SET naam = 'iets anders' WHERE soort = 'om'", "1 gegeven is veranderd"),
        ("UPDATE handeling SET tijd = '2020-01-01' WHERE n = 4", "klopt niet bij handeling 4"),
        ("DELETE FROM partij WHERE soort = 'zvh'", "1 gegeven is veranderd"),
    ],
)
def test_what_is_wrong_is_told_wherever_the_user_is(
    venster: Window, nakijken: Nakijken, qtbot: QtBot, sql: str, woorden: str
) -> None:
    store = venster.omgeving.store
    _knoei(store, sql)
    goed, zin = _klaar(qtbot, nakijken)
    assert not goed
    assert woorden in zin
    assert venster.meldbalk.tekst.text() == zin
    venster.open("controle")
    assert isinstance(venster.scherm, ControleScherm)
    assert zin in venster.scherm.ui.uitkomstLabel.text()


def test_acts_go_on_meanwhile_and_are_verified_too(venster: Window, nakijken: Nakijken, qtbot: QtBot) -> None:
    store = venster.omgeving.store
    nakijken.begin(rustig=True)
    for n in range(30):
        set_instelling(store, "proef", str(n))
        qtbot.wait(1)
    if nakijken.bezig:
        with qtbot.waitSignal(nakijken.klaar, timeout=30_000):
            pass
    assert nakijken.laatste is not None
    assert nakijken.laatste.goed
    goed, zin = _klaar(qtbot, nakijken)
    assert goed
    assert f"{store.laatste()[0]} handelingen" in zin


def test_it_waits_while_a_long_job_has_the_kluis(venster: Window, nakijken: Nakijken, qtbot: QtBot) -> None:
    store = venster.omgeving.store
    verder, begonnen = threading.Event(), threading.Event()

    def taak(_: Onderhoud) -> None:
        begonnen.set()
        verder.wait(10)

    werk = threading.Thread(target=store.maintenance, args=(taak,))
    nakijken.begin()
    werk.start()
    assert begonnen.wait(10)
    with qtbot.assertNotEmitted(nakijken.klaar, wait=200):
        pass
    assert nakijken.bezig
    with qtbot.waitSignal(nakijken.klaar, timeout=30_000) as klaar:
        verder.set()
    werk.join()
    assert klaar.args is not None
    assert klaar.args[0]


def test_locking_half_way_ends_it(venster: Window, nakijken: Nakijken, qtbot: QtBot) -> None:
    nakijken.begin(rustig=True)
    venster.omgeving.store.close()
    qtbot.waitUntil(lambda: not nakijken.bezig)
    nakijken.begin()
    assert not nakijken.bezig


def test_no_slice_holds_up_the_window(venster: Window, nakijken: Nakijken, qtbot: QtBot) -> None:
    """Two thousand acts; work is counted, not waiting, because others use this computer too."""
    fill_acts(venster.omgeving.store, 2_000)
    tijden = []
    nakijken.begin(rustig=True)
    nakijken._klok.stop()
    while nakijken.laatste is None:
        begin = time.thread_time()
        nakijken._plak()
        tijden.append((time.thread_time() - begin) * 1000)
    tijden.sort()
    print(f"\n{len(tijden)} plakken, mediaan {tijden[len(tijden) // 2]:.1f} ms, langste {tijden[-1]:.1f} ms")
    assert len(tijden) > 5
    assert tijden[len(tijden) * 9 // 10] < 10
    assert nakijken.laatste.goed
    with venster.omgeving.store.write(Handeling.CASUS_INZIEN):
        pass

# SPDX-License-Identifier: EUPL-1.2
"""The pocket guide through the real window: from the menu Help to a file, without a line in the journaal."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.zakgids import ZakgidsScherm
from gemeente_pga.ui.window import Window


def _open(venster: Window, qtbot: QtBot) -> ZakgidsScherm:
    actie = next(a for a in venster.menubalk.alle_opdrachten() if "Zakgids" in a.text())
    actie.trigger()
    scherm = venster.scherm
    assert isinstance(scherm, ZakgidsScherm)
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 4)
    return scherm


def test_it_is_saved_and_nothing_of_that_is_kept(venster: Window, qtbot: QtBot, antwoord, tmp_path) -> None:
    store = venster.omgeving.store
    scherm = _open(venster, qtbot)
    voor = store.laatste()
    antwoord(tmp_path / "zakgids.pdf")
    scherm.bewaar_actie.trigger()
    bladen = read_bladen((tmp_path / "zakgids.pdf").read_bytes())
    assert "112" in bladen[0].tekst
    assert store.laatste() == voor
    assert "opgeslagen" in venster.meldbalk.tekst.text()


def test_a_new_number_of_a_partner_is_in_it_at_once(venster: Window, qtbot: QtBot) -> None:
    store = venster.omgeving.store
    scherm = _open(venster, qtbot)
    with store.reader() as r:
        politie = next(rij for rij in partijen(r) if rij.partij.soort == "politie")
    register_partij(store, replace(politie.partij, telefoon="0900 1234"), politie.id)
    qtbot.waitUntil(lambda: any("0900 1234" in blad.tekst for blad in scherm.bladen.bladen))


def test_it_is_printed(venster: Window, qtbot: QtBot, antwoord, tmp_path) -> None:
    scherm = _open(venster, qtbot)
    antwoord(tmp_path / "druk.pdf")
    scherm.druk_actie.trigger()
    qtbot.waitUntil(lambda: "printer gestuurd" in venster.meldbalk.tekst.text(), timeout=20_000)
    assert (tmp_path / "druk.pdf").stat().st_size > 1000


def test_only_pages_in_sight_keep_their_picture(venster: Window, qtbot: QtBot) -> None:
    bladen = _open(venster, qtbot).bladen

    def getekend() -> set[int]:
        return {n for n, vel in enumerate(bladen._vellen) if not vel.pixmap().isNull()}

    qtbot.waitUntil(lambda: 0 in getekend())
    venster.resize(1100, 400)
    bladen.naar(3)
    qtbot.waitUntil(lambda: 3 in getekend() and 0 not in getekend())
    bladen.naar(0)
    qtbot.waitUntil(lambda: 0 in getekend() and 3 not in getekend())
    bladen.hide()
    assert not getekend()
    bladen.show()
    qtbot.waitUntil(lambda: 0 in getekend())
    venster.open("bureau")
    assert not getekend()
    venster.terug()
    qtbot.waitUntil(lambda: 0 in getekend(), timeout=20_000)


def test_what_did_not_change_is_not_made_anew(venster: Window, qtbot: QtBot) -> None:
    scherm = _open(venster, qtbot)
    pdf = scherm.bladen.pdf
    scherm.bladen.naar(3)
    venster.open("bureau")
    venster.terug()
    qtbot.waitUntil(lambda: not venster.omgeving.worker.bezig, timeout=20_000)
    assert scherm.bladen.pdf is pdf
    assert scherm.bladen.rol.verticalScrollBar().value() <= 8  # the first page, as the first time

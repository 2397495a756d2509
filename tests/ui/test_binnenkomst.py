# SPDX-License-Identifier: EUPL-1.2
"""Between wachtzin and first screen: a sentence of its own for every fault, and nothing shown before that."""

import json
import os
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.app import App
from gemeente_pga.domain.merk import Merkbevinding
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis.bestanden import BRIEFJE, DATABASE, GRAFSTENEN, KOPIEEN, MERK
from gemeente_pga.kluis.terugzetting import MAP, Briefje
from gemeente_pga.store import storingen
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.poortvraag import Geweigerd, Klokvraag, Merkvraag, NietSchrijfbaar, Poortvraag
from tests.niet_root import NietRoot
from tests.store.test_herstel import tear_free_page
from tests.ui.test_volle_schijf import full_disk
from tests.ui.toestel import Toestel, codes
from tests.ui_hulp import NU, Antwoorden


@pytest.fixture
def wachtzin(toestel: Toestel) -> str:
    """A kluis on this computer, closed; what opens it."""
    app = toestel.start()
    zin = toestel.doorloop_wizard(app)
    app.sluit()
    return zin


def _typ(toestel: Toestel, zin: str) -> App:
    """A fresh start with the wachtzin typed and sent."""
    app = toestel.start()
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    toestel.qtbot.keyClicks(poort.ui.wachtzinLineEdit, zin)
    toestel.klik(poort.ui.openPushButton)
    return app


def _wacht_op(toestel: Toestel, app: App, soort: type[Poortvraag]) -> Poortvraag:
    toestel.qtbot.waitUntil(lambda: isinstance(app.poort, soort))
    poort = app.poort
    assert isinstance(poort, soort)
    return poort


def _melding(toestel: Toestel, app: App) -> str:
    """What the unlock page, or the page in its place, says is wrong."""
    poort = app.poort
    assert isinstance(poort, Ontgrendelen | Geweigerd)
    toestel.qtbot.waitUntil(lambda: bool(poort.ui.meldingLabel.text()))
    assert app.window is None
    assert app.dienst.store is None
    return poort.ui.meldingLabel.text()


def _is_klaar(app: App) -> bool:
    """The window is there, or the unlock page says why not."""
    return not isinstance(app.poort, Ontgrendelen) or bool(app.poort.ui.meldingLabel.text())


def _kluis(toestel: Toestel) -> Path:
    return toestel.map / "kluis"


def _oude_database(toestel: Toestel, wachtzin: str) -> None:
    """Put the database back as it was before the last session."""
    pad = _kluis(toestel) / DATABASE
    oud = pad.read_bytes()
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.dienst.store is not None
    set_instelling(app.dienst.store, "proef", "1")
    app.sluit()
    pad.write_bytes(oud)


def test_five_faults_have_five_sentences_with_what_to_do(toestel: Toestel, wachtzin: str) -> None:
    zinnen = [_melding(toestel, app := _typ(toestel, "dit is hem niet hoor"))]
    app.sluit()

    goed = {naam: (_kluis(toestel) / naam).read_bytes() for naam in (*KOPIEEN, DATABASE)}
    for naam in KOPIEEN:
        (_kluis(toestel) / naam).write_bytes(b"{" + goed[naam][1:-20])
    zinnen.append(_melding(toestel, app := _typ(toestel, wachtzin)))
    app.sluit()
    for naam in KOPIEEN:
        (_kluis(toestel) / naam).write_bytes(goed[naam])

    stuk = bytearray(goed[DATABASE])
    stuk[5 * 4096 + 77] ^= 4
    (_kluis(toestel) / DATABASE).write_bytes(stuk)
    zinnen.append(_melding(toestel, app := _typ(toestel, wachtzin)))
    app.sluit()
    (_kluis(toestel) / DATABASE).write_bytes(goed[DATABASE])

    _oude_database(toestel, wachtzin)
    app = _typ(toestel, wachtzin)
    vraag = _wacht_op(toestel, app, Merkvraag)
    zinnen.append(f"{vraag.ui.meldingLabel.text()} {vraag.ui.raadLabel.text()}")
    app.sluit()

    begin = [
        "De wachtzin klopt niet.",
        "De sleutelbestanden",
        "Het kluisbestand is beschadigd.",
        "Deze kluis is",
    ]
    for zin, woorden in zip(zinnen, begin, strict=True):
        assert zin.startswith(woorden)
        assert len(zin.split(". ")) > 1  # and then what to do
    assert len(set(zinnen)) == 4  # the fifth, the torn page, is told when all is well again: below


def test_an_older_kluis_opens_only_with_a_reason(toestel: Toestel, wachtzin: str) -> None:
    _oude_database(toestel, wachtzin)
    app = _typ(toestel, wachtzin)
    vraag = _wacht_op(toestel, app, Merkvraag)
    assert vraag.focusWidget() is vraag.ui.sluitPushButton
    assert app.dienst.store is None
    toestel.klik(vraag.ui.verderPushButton)
    assert app.window is None
    (knop, *_) = vraag.ui.redenKeuzeGroep.findChildren(QtWidgets.QRadioButton)
    toestel.klik(knop)
    toestel.klik(vraag.ui.verderPushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    gedaan = codes(app)
    assert gedaan.index("kluis.openen") == gedaan.index("kluis.ouder_aanvaarden") + 1
    app.sluit()
    toestel.ontgrendel(app := toestel.start(), wachtzin)
    assert app.window is not None
    assert "merk" not in app.window.meldbalk.tekst.text()


def test_nobody_answering_forgets_the_keys(toestel: Toestel, wachtzin: str) -> None:
    _oude_database(toestel, wachtzin)
    app = _typ(toestel, wachtzin)
    vraag = _wacht_op(toestel, app, Merkvraag)
    vraag.verlopen.emit()
    assert isinstance(app.poort, Ontgrendelen)
    with pytest.raises(RuntimeError):
        app.dienst.betreed()


def test_a_mark_that_is_gone_is_told_in_the_message_bar(toestel: Toestel, wachtzin: str) -> None:
    (_kluis(toestel) / MERK).unlink()
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.window is not None
    assert Merkbevinding.ONTBREEKT.zin in app.window.meldbalk.tekst.text()
    assert "kluis.merk_herstellen" in codes(app)


def test_when_only_the_mark_is_left_there_is_no_new_kluis(toestel: Toestel, wachtzin: str) -> None:
    for pad in _kluis(toestel).iterdir():
        if pad.name != MERK:
            pad.unlink()
    app = toestel.start()
    assert "Hier stond een kluis" in _melding(toestel, app)
    app.sluit()
    assert "Het programma heeft geen nieuwe kluis gemaakt" in _melding(toestel, _typ(toestel, wachtzin))


def test_a_torn_free_page_is_cured_and_told(toestel: Toestel, wachtzin: str) -> None:
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.dienst.store is not None
    for tekst in ("x" * 50_000, ""):
        set_instelling(app.dienst.store, "proef", tekst)
    app.sluit()
    pad = _kluis(toestel) / DATABASE
    goed = pad.read_bytes()
    for stuk in tear_free_page(goed):
        pad.write_bytes(stuk)
        app = _typ(toestel, wachtzin)
        toestel.qtbot.waitUntil(partial(_is_klaar, app))
        if app.window is not None:
            break
        app.sluit()
    assert app.window is not None
    assert "een leeg stuk beschadigd" in app.window.meldbalk.tekst.text()
    assert "hersteld, nagekeken en compleet" in app.window.meldbalk.tekst.text()
    assert codes(app)[-1] == "kluis.bestand_herstellen"
    app.sluit()
    toestel.ontgrendel(app := toestel.start(), wachtzin)
    assert app.window is not None
    assert "leeg stuk" not in app.window.meldbalk.tekst.text()


def test_closing_the_window_stops_the_reading(toestel: Toestel, wachtzin: str) -> None:
    app = toestel.start()
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    poort.ontgrendeld.connect(app.sluit)  # after the app itself has begun to read the file
    toestel.qtbot.keyClicks(poort.ui.wachtzinLineEdit, wachtzin)
    with toestel.qtbot.waitSignal(poort.ontgrendeld):
        toestel.klik(poort.ui.openPushButton)
    assert app.dienst.store is None
    assert app.window is None
    toestel.ontgrendel(app := toestel.start(), wachtzin)
    assert app.window is not None


# ---- nothing can be written


def test_that_the_data_are_still_there_is_said_once(qtbot: QtBot, huisstijl: None) -> None:
    pagina = NietSchrijfbaar(storingen.NietSchrijfbaar())
    qtbot.addWidget(pagina)
    assert pagina.ui.raadLabel.text().count("Uw gegevens zijn er nog.") == 1


def test_on_a_full_disk_no_dossier_is_shown_and_trying_again_goes_on(
    toestel: Toestel, wachtzin: str, antwoord: Antwoorden, tmp_path: Path
) -> None:
    with full_disk():
        app = _typ(toestel, wachtzin)
        pagina = _wacht_op(toestel, app, NietSchrijfbaar)
        assert app.window is None
        assert "opent het programma geen dossier" in pagina.ui.raadLabel.text()
        toestel.klik(pagina.ui.verderPushButton)
        assert pagina.ui.uitkomstLabel.text()
        assert app.window is None
        antwoord(tmp_path)
        toestel.klik(pagina.ui.backupPushButton)
        toestel.qtbot.waitUntil(lambda: "back-up" in pagina.ui.uitkomstLabel.text())
    antwoord(tmp_path)  # another disk, which has room
    toestel.klik(pagina.ui.backupPushButton)
    toestel.qtbot.waitUntil(lambda: "gemaakt en gecontroleerd" in pagina.ui.uitkomstLabel.text())
    toestel.klik(pagina.ui.verderPushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert codes(app).count("kluis.openen") == 1


def test_a_locked_medium_offers_a_backup_elsewhere(
    toestel: Toestel, wachtzin: str, antwoord: Antwoorden, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    stick.chmod(0o777)
    with NietRoot(_kluis(toestel)):
        app = _typ(toestel, wachtzin)
        pagina = _wacht_op(toestel, app, NietSchrijfbaar)
        assert "niet worden beschreven" in pagina.ui.meldingLabel.text()
        assert pagina.focusWidget() is pagina.ui.backupPushButton
        antwoord(stick)
        toestel.klik(pagina.ui.backupPushButton)
        toestel.qtbot.waitUntil(lambda: "gemaakt en gecontroleerd" in pagina.ui.uitkomstLabel.text())
        assert len(list(stick.iterdir())) == 1
    toestel.klik(pagina.ui.verderPushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None)


@pytest.mark.parametrize(
    "inhoud",
    [bytes(300), b"rommel\n", b"[a]\nb = \xe9\n", b"[a]\n[a]\n", b"[backup]\nkluis = gisteren\n"],
    ids=["nullen", "zonder kop", "geen utf-8", "dubbel", "geen datum"],
)
def test_damaged_settings_keep_no_kluis_shut(toestel: Toestel, wachtzin: str, inhoud: bytes) -> None:
    (toestel.map / "instellingen.ini").write_bytes(inhoud)
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)


def test_tombstones_that_cannot_be_read_are_told_and_left_alone(toestel: Toestel, wachtzin: str) -> None:
    pad = _kluis(toestel) / GRAFSTENEN
    pad.mkdir()
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.window is not None
    assert "vernietigde dossiers" in app.window.meldbalk.tekst.text()
    assert pad.is_dir()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("kopie_n", 10**30),
        ("kopie_n", -1),
        ("kopie_n", True),
        ("opzij_n", 10**30),
        ("opzij", 5),
        ("opzij", "../x"),
    ],
)
def test_a_note_that_is_not_ours_counts_for_nothing(
    toestel: Toestel, wachtzin: str, veld: str, waarde: object
) -> None:
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.dienst.store is not None
    n, h = app.dienst.store.laatste()
    app.sluit()
    dag = "2026-09-01T16:42:00+02:00"
    briefje = Briefje(dag, "aa", dag, n, h.hex(), "", None, None, ())
    for map_ in (_kluis(toestel), _kluis(toestel) / MAP):
        map_.mkdir(exist_ok=True)
        (map_ / BRIEFJE).write_text(json.dumps(asdict(briefje) | {veld: waarde}))
    app = _typ(toestel, wachtzin)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.window is not None
    assert "teruggezet" not in app.window.meldbalk.tekst.text()


def test_a_clock_that_was_put_back_is_told(
    toestel: Toestel, wachtzin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = toestel.start()
    monkeypatch.setattr(app.dienst, "_klok", lambda: NU - timedelta(days=1))
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    poort.ui.wachtzinLineEdit.setText(wachtzin)
    toestel.klik(poort.ui.openPushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert app.window is not None
    tekst = app.window.meldbalk.tekst.text()
    assert "vastgelegd op 8 september 2026" in tekst
    assert "dat het 7 september 2026 is" in tekst


def test_a_clock_that_cannot_be_right_is_asked_about_before_anything_is_recorded(
    toestel: Toestel, wachtzin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = toestel.start()
    monkeypatch.setattr(app.dienst, "_klok", lambda: NU.replace(year=2086))
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    poort.ui.wachtzinLineEdit.setText(wachtzin)
    toestel.klik(poort.ui.openPushButton)
    vraag = _wacht_op(toestel, app, Klokvraag)
    assert "8 september 2086" in vraag.ui.meldingLabel.text()
    assert app.window is None
    toestel.klik(vraag.ui.verderPushButton)
    toestel.qtbot.waitUntil(lambda: app.window is not None)
    assert codes(app)[-2:] == ["kluis.klok_bevestigen", "kluis.openen"]


def test_a_folder_that_may_not_be_looked_into_has_its_sentence(toestel: Toestel, wachtzin: str) -> None:
    map_ = _kluis(toestel)
    with NietRoot(map_):
        os.seteuid(0 if os.getuid() == 0 else os.getuid())
        map_.chmod(0)
        if os.getuid() == 0:
            os.seteuid(65534)
        assert "map van de kluis kan niet worden gelezen" in _melding(toestel, toestel.start())
    map_.chmod(0o700)

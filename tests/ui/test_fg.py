# SPDX-License-Identifier: EUPL-1.2
"""The FG at work, through the real window and with a real FG slot: no names, nothing recorded, all logged."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import cast

import pikepdf
import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.handeling import MEEKIJKEN, Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import fg
from gemeente_pga.handelingen.sleutels import register_sleutels
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.kluis.storingen import FgToegangVerlopen, GeenVerlof
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.fg import Kijkmoment, Steekproefdossier, Toetsrij
from gemeente_pga.store.storingen import AlleenKijken
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import MEEKIJKSCHERMEN, SCREENS
from gemeente_pga.ui.screens.controle import ControleScherm
from gemeente_pga.ui.screens.document import DocumentScherm
from gemeente_pga.ui.screens.toezicht import FgToezicht, ToezichtScherm
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.documents.lezen import text
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, Antwoorden, lichte_dienst

ZIN_FG = "ladder kaneel zwemvest papegaai rietstengel dakpan"
TOT = VANDAAG + timedelta(days=20)
LOG = {"handeling", "wijziging", "zegel", "ketting", "lopend"}


@dataclass(frozen=True)
class Kluis:
    """A kluis with the practice dossiers and an FG slot, closed; and the names in it, per dossier."""

    map: Path
    namen: dict[int, frozenset[str]]


def _namen(dienst: Dienst) -> dict[int, frozenset[str]]:
    """Every word of a name of betrokkenen and naasten, and the surname of every reporter."""
    store = dienst.store
    assert store is not None
    per: dict[int, set[str]] = {}
    with store.reader() as r:
        for p in r.rows("SELECT dossier_id, voornamen, geslachtsnaam FROM persoon"):
            per.setdefault(p["dossier_id"], set()).update(f"{p['voornamen']} {p['geslachtsnaam']}".split())
        for s in r.rows("SELECT dossier_id, melder_naam FROM signaal WHERE melder_naam <> ''"):
            per.setdefault(s["dossier_id"], set()).add(s["melder_naam"].split()[-1])
    return {d: frozenset(n for n in namen if len(n) > 3) for d, namen in per.items()}


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Kluis:
    map_ = tmp_path_factory.mktemp("fg")
    dienst = lichte_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    dienst.store.oefening = True
    fill(dienst.store, read_kader(), NU)
    dienst.store.save_concept("telefoonnotitie", "", json.dumps({"tekst": "Rietkraag belde weer"}))
    dienst.sleutels.laat_fg_toe(WACHTZIN, ZIN_FG, TOT)
    register_sleutels(
        dienst.store, Handeling.KLUIS_FG_TOELATEN, dienst.sleutels.sloten(), VANDAAG,
        van=Gebruiker("Femke Terpstra", "FG"),
    )  # fmt: skip
    namen = _namen(dienst)
    dienst.laat_los()
    return Kluis(map_, namen)


@pytest.fixture
def fg_dienst(gevuld: Kluis, tmp_path: Path) -> Iterator[Dienst]:
    """Opened with the wachtzin of the FG."""
    shutil.copytree(gevuld.map, tmp_path / "plek")
    dienst = lichte_dienst(tmp_path / "plek")
    _betreed(dienst, ZIN_FG, SlotSoort.FG)
    yield dienst
    dienst.laat_los()


def _betreed(dienst: Dienst, zin: str, met: SlotSoort) -> None:
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(zin, met=met)
    dienst.betreed()
    log_binnenkomst(dienst)


def _open(dienst: Dienst, kader: Kader, qtbot: QtBot) -> tuple[Window, Worker]:
    store, worker = dienst.store, Worker()
    assert store is not None
    omgeving = Omgeving(
        store=store, kader=kader, worker=worker, dienst=dienst,
        vandaag=lambda: VANDAAG, nu=lambda: NU, oefenkluis=False,
    )  # fmt: skip
    met = dienst.sleutels.geopend_met()
    omgeving.meekijken_tot = met.tot if met is not None else None
    window = Window(omgeving, MEEKIJKSCHERMEN if omgeving.alleen_kijken else SCREENS)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.open(next(iter(window.soorten)))
    return window, worker


@pytest.fixture
def fg_venster(
    qtbot: QtBot, huisstijl: None, fg_dienst: Dienst, echt_kader: Kader, antwoord: Antwoorden
) -> Iterator[Window]:
    window, worker = _open(fg_dienst, echt_kader, qtbot)
    yield window
    worker.stop()


def _teksten(deel: QtWidgets.QWidget) -> Iterator[str]:
    match deel:
        case QtWidgets.QLabel() | QtWidgets.QAbstractButton() | QtWidgets.QLineEdit():
            yield deel.text()
        case QtWidgets.QPlainTextEdit() | QtWidgets.QTextEdit():
            yield deel.toPlainText()
        case QtWidgets.QComboBox():
            yield from (deel.itemText(n) for n in range(deel.count()))
        case QtWidgets.QTabWidget():
            yield from (deel.tabText(n) for n in range(deel.count()))
        case QtWidgets.QAbstractItemView():
            yield from _cellen(deel.model())


def _cellen(model: QtCore.QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    top = QtCore.QModelIndex()
    kolommen = model.columnCount(top) if isinstance(model, QtCore.QAbstractTableModel) else 1
    for rij in range(model.rowCount(top)):
        for kolom in range(kolommen):
            for rol in (QtCore.Qt.ItemDataRole.DisplayRole, QtCore.Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(rij, kolom).data(rol))


def alles(window: Window) -> Iterator[str]:
    """Every text that stands anywhere in the window, hidden or not; the examples of the guide aside."""
    yield from _delen(window, window.zijpaneel)
    for actie in window.findChildren(QtGui.QAction):
        yield actie.text()


def _delen(boven: QtWidgets.QWidget, behalve: QtWidgets.QWidget | None = None) -> Iterator[str]:
    for deel in boven.findChildren(QtWidgets.QWidget):
        if behalve is not None and behalve.isAncestorOf(deel):
            continue
        yield from (deel.toolTip(), deel.accessibleName(), deel.windowTitle())
        yield from _teksten(deel)


def gevonden(teksten: Iterator[str], namen: frozenset[str]) -> set[str]:
    patroon = re.compile(rf"\b({'|'.join(map(re.escape, sorted(namen)))})", re.IGNORECASE)
    return {t.group() for tekst in set(teksten) for t in patroon.finditer(tekst)}


def _ids(tabel: str) -> str:
    return f"SELECT id FROM {tabel} ORDER BY id"  # noqa: S608 - names of tables


def onderwerpen(window: Window) -> list[tuple[str, int | None]]:
    with window.omgeving.store.reader() as r:
        per = {
            tabel: [rij["id"] for rij in r.rows(_ids(tabel))]
            for tabel in ("dossier", "signaal", "weging", "overleg", "consultatie")
        }
    plekken = ("toezicht", "bureau", "dossiers", "overleggen", "controle", "verantwoording")
    plaatsen = [(code, None) for code in plekken]
    return [*plaatsen, ("consultaties", None), *((t, i) for t, ids in per.items() for i in ids)]


def loop(window: Window, qtbot: QtBot, wat: list[tuple[str, int | None]]) -> Iterator[str]:
    """Every screen, about every subject, on every tab and step."""
    for code, onderwerp_id in wat:
        window.open(code, onderwerp_id)
        assert window.scherm is not None
        assert window.scherm.code == code, (code, window.scherm.code)
        yield from alles(window)
        for tabs in window.scherm.findChildren(QtWidgets.QTabWidget):
            for n in range(tabs.count()):
                tabs.setCurrentIndex(n)
                if deel := tabs.widget(n):
                    yield from _delen(deel)
            yield from alles(window)
        for actie in window.scherm.acties():
            if "onderdeel" in actie.text().replace("&", "") and "vastleggen" not in actie.text():
                actie.trigger()
                yield from alles(window)


def tellingen(window: Window) -> dict[str, int]:
    """How many rows every table has, outside the log."""
    with window.omgeving.store.reader() as r:
        tabellen = [
            rij["name"]
            for rij in r.rows(
                "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoek%'"
            )
        ]
        return {
            t: r.value(f"SELECT count(*) FROM main.{t}")  # noqa: S608 - names of tables
            for t in tabellen
            if t not in LOG
        }


def codes(window: Window) -> list[str]:
    with window.omgeving.store.reader() as r:
        return [rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE slot = 'fg' ORDER BY n")]


def geef_reden(window: Window, antwoord: Antwoorden, dossier_id: int) -> None:
    window.open("dossier", dossier_id)
    antwoord("steekproef")
    assert window.meekijkband is not None
    window.meekijkband.knop.click()


# ---- names


@pytest.mark.eis("G19")
def test_no_screen_shows_a_name_until_a_reason_is_given_for_its_dossier(
    fg_venster: Window, gevuld: Kluis, qtbot: QtBot, antwoord: Antwoorden
) -> None:
    alle = frozenset().union(*gevuld.namen.values())
    assert len(alle) > 20
    wat = onderwerpen(fg_venster)
    assert gevonden(loop(fg_venster, qtbot, wat), alle) == set()
    with fg_venster.omgeving.store.reader() as r:
        open_ = r.value("SELECT dossier_id FROM casus WHERE gesloten_op IS NULL ORDER BY nummer LIMIT 1")
        signalen = [rij["id"] for rij in r.rows("SELECT id FROM signaal WHERE dossier_id = ?", open_)]
    geef_reden(fg_venster, antwoord, open_)
    eigen = gevuld.namen[open_]
    zichtbaar = gevonden(
        loop(fg_venster, qtbot, [("dossier", open_), *(("signaal", s) for s in signalen)]), alle
    )
    assert zichtbaar == eigen, "the names of this dossier and of no other"
    anders = [paar for paar in wat if paar[0] == "dossier" and paar[1] != open_]
    assert gevonden(loop(fg_venster, qtbot, anders), alle - eigen) == set()


def test_no_query_gives_a_name_and_no_words_of_a_screened_dossier_are_found(
    fg_venster: Window, gevuld: Kluis
) -> None:
    store = fg_venster.omgeving.store
    alle = frozenset().union(*gevuld.namen.values())
    with store.reader() as r:
        tabellen = [rij["name"] for rij in r.rows("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        gelezen = 0
        for tabel in (t for t in tabellen if not t.startswith("zoekindex_")):
            for rij in r.rows(f"SELECT * FROM {tabel}"):  # noqa: S608 - names of tables
                gelezen += 1
                assert not gevonden(iter([str(rij)]), alle), (tabel, list(rij))
                assert not rij.get("geboortedatum")
                assert not rij.get("pdf") or rij["soort"] == "vernietigingslijst", "that list names nobody"
                assert tabel not in ("concept", "persoonsleutel")
    assert gelezen > 1000
    paneel = fg_venster.zoekpaneel
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM persoon WHERE geslachtsnaam = 'betrokkene' LIMIT 1")
    fg_venster.open("dossier", dossier_id)
    for naam in sorted(gevuld.namen[dossier_id]):
        paneel.toon()
        paneel.regel.setText(naam)
        assert not [t for t in paneel.treffers() if "in dit dossier" in t.tekst], naam
        paneel._zoek_naam(naam, "controle_fg")
        assert paneel.treffers() == [], naam
    assert store.concept("telefoonnotitie") is None


def test_a_document_opens_only_after_a_reason_and_cannot_be_printed(
    fg_venster: Window, antwoord: Antwoorden, qtbot: QtBot
) -> None:
    with fg_venster.omgeving.store.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE soort = 'weegverslag' AND sha256 <> '' LIMIT 1")
    antwoord(None)
    fg_venster.open("document", document_id)
    scherm = fg_venster.scherm
    assert isinstance(scherm, DocumentScherm)
    assert "pas open als u een reden geeft" in " ".join(alles(fg_venster))
    assert "document.tonen" not in codes(fg_venster)
    antwoord("klacht_of_verzoek")
    fg_venster.open("document", document_id)
    assert codes(fg_venster)[-2:] == ["fg.namen_tonen", "document.tonen"]
    qtbot.waitUntil(lambda: bool(scherm.bladen.bladen))
    assert not scherm.druk_actie.isEnabled()
    assert not scherm.bewaar_actie.isEnabled()
    for wijze in ("afdruk", "bestand"):
        with pytest.raises(AlleenKijken):
            scherm._vraag_uitgifte(wijze)


def test_the_journaal_says_who_saw_names_and_why_and_locking_screens_them_off_again(
    fg_venster: Window, fg_dienst: Dienst, antwoord: Antwoorden, gevuld: Kluis
) -> None:
    dossier_id = next(iter(gevuld.namen))
    geef_reden(fg_venster, antwoord, dossier_id)
    store = fg_venster.omgeving.store
    with store.reader() as r:
        rij = r.row("SELECT * FROM handeling WHERE code = 'fg.namen_tonen'")
        assert r.leesbaar(dossier_id)
    assert rij is not None
    assert (rij["dossier_id"], rij["reden"], rij["slot"]) == (dossier_id, "steekproef", "fg")
    assert store.controleer_zegels().fouten == 0
    assert store.controleer_keten().bevinding is None
    fg_dienst.laat_los()
    _betreed(fg_dienst, ZIN_FG, SlotSoort.FG)
    assert fg_dienst.store is not None
    with fg_dienst.store.reader() as r:
        assert not r.leesbaar(dossier_id)


def test_without_a_reason_nothing_is_shown_or_recorded(
    fg_venster: Window, antwoord: Antwoorden, gevuld: Kluis
) -> None:
    dossier_id = next(iter(gevuld.namen))
    fg_venster.open("dossier", dossier_id)
    antwoord(None)
    assert fg_venster.meekijkband is not None
    fg_venster.meekijkband.knop.click()
    assert "fg.namen_tonen" not in codes(fg_venster)
    assert fg_venster.meekijkband.stand.text() == "Namen zijn afgeschermd."


# ---- nothing recorded


@pytest.mark.eis("G19")
def test_the_write_door_refuses_every_other_act(fg_dienst: Dienst) -> None:
    store = fg_dienst.store
    assert store is not None
    n = store.laatste()
    geweigerd = [handeling for handeling in Handeling if handeling not in MEEKIJKEN]
    assert len(geweigerd) > 60
    for handeling in geweigerd:
        with pytest.raises(AlleenKijken), store.write(handeling):
            pytest.fail(f"the door opened for {handeling.code}")
    assert store.laatste() == n


def test_every_button_and_action_that_is_left_records_nothing(
    fg_venster: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gemeente_pga.ui import messages

    monkeypatch.setattr(messages, "beantwoorder", lambda _vraag: None)  # every question: not now
    voor = tellingen(fg_venster)
    gedrukt = 0
    with fg_venster.omgeving.store.reader() as r:
        eerste = {t: r.value(_ids(t)) for t in ("dossier", "signaal", "weging", "overleg", "consultatie")}
        met_casus = r.value("SELECT dossier_id FROM casus WHERE gesloten_op IS NULL LIMIT 1")
    wat = [
        ("bureau", None),
        ("dossiers", None),
        ("overleggen", None),
        ("controle", None),
        ("consultaties", None),
    ]
    for code, onderwerp_id in [*wat, *eerste.items(), ("dossier", met_casus)]:
        for nummer in range(60):
            fg_venster.open(code, onderwerp_id)
            scherm = fg_venster.scherm
            assert scherm is not None
            knoppen = [
                k
                for k in scherm.findChildren(QtWidgets.QPushButton)
                if k.isVisibleTo(scherm) and k.isEnabled()
            ]
            doen = [*(k.click for k in knoppen), *(a.trigger for a in scherm.acties())]
            if nummer >= len(doen):
                break
            with qtbot.captureExceptions() as fouten:
                doen[nummer]()
            assert {type(fout[1]) for fout in fouten} <= {AlleenKijken}
            gedrukt += 1
    assert gedrukt > 30
    assert tellingen(fg_venster) == voor
    assert set(codes(fg_venster)) <= {h.code for h in MEEKIJKEN}


def test_what_is_there_to_record_does_not_open_and_says_so(fg_venster: Window) -> None:
    for code in sorted({soort.code for soort in SCREENS} - set(fg_venster.soorten)):
        fg_venster.open(code)
        assert "U kijkt mee" in fg_venster.meldbalk.tekst.text()
        assert fg_venster.scherm is not None
        assert fg_venster.scherm.code == "toezicht"
    assert {"inrichting", "nieuw_signaal", "telefoonnotitie", "overnemen"}.isdisjoint(fg_venster.soorten)


def test_fields_are_locked_and_typing_leaves_no_concept(fg_venster: Window, fg_dienst: Dienst) -> None:
    store = fg_venster.omgeving.store
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE gesloten_op IS NULL LIMIT 1")
        concepten = r.value("SELECT count(*) FROM main.concept")
    fg_venster.open("dossier", dossier_id, "betrokkene")
    assert fg_venster.scherm is not None
    velden = fg_venster.scherm.findChildren(QtWidgets.QLineEdit)
    assert len(velden) > 5
    assert all(veld.isReadOnly() or not veld.isEnabled() for veld in velden)
    store.save_concept("proef", "", "getypt")
    store.discard_concept("telefoonnotitie")
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM main.concept") == concepten
    with pytest.raises(GeenVerlof):
        fg_dienst.sleutels.bereid_herstelcode_voor(ZIN_FG)


# ---- until when


def test_the_band_says_until_when_and_after_that_day_it_locks(fg_venster: Window, qtbot: QtBot) -> None:
    band = fg_venster.meekijkband
    assert band is not None
    assert band.tekst.text() == (
        "U kijkt mee als functionaris gegevensbescherming, tot en met 28 september 2026. "
        "Alles wat u bekijkt staat in het journaal."
    )
    fg_venster.omgeving.vandaag = lambda: TOT
    fg_venster.open("dossiers")
    assert fg_venster.scherm is not None
    assert fg_venster.scherm.code == "dossiers"
    fg_venster.omgeving.vandaag = lambda: TOT + timedelta(days=1)
    with qtbot.waitSignal(fg_venster.vergrendel_gevraagd):
        fg_venster.open("controle")
    assert fg_venster.scherm.code == "dossiers"


@pytest.mark.eis("G19")
def test_after_its_last_day_the_slot_opens_nothing_and_says_so(gevuld: Kluis, tmp_path: Path) -> None:
    shutil.copytree(gevuld.map, tmp_path / "plek")
    dienst = lichte_dienst(tmp_path / "plek")
    dienst._klok = dienst.sleutels._klok = lambda: NU + timedelta(days=21)
    dienst.kies(KluisSoort.KLUIS)
    with pytest.raises(FgToegangVerlopen) as fout:
        dienst.ontgrendel(ZIN_FG, met=SlotSoort.FG)
    assert "functionaris" in fout.value.melding.lower() or "FG" in fout.value.melding
    dienst.laat_los()


# ---- sample and controls


def toezicht(window: Window) -> FgToezicht:
    window.open("toezicht")
    assert isinstance(window.scherm, FgToezicht)
    return window.scherm


def getrokken(scherm: ToezichtScherm) -> list[Steekproefdossier]:
    """The dossiers of the sample that is shown."""
    return cast(list[Steekproefdossier], scherm.steekproeflijst.rijen())


def test_the_fg_draws_a_sample_looks_and_records_a_control(
    fg_venster: Window, qtbot: QtBot, antwoord: Antwoorden
) -> None:
    scherm = toezicht(fg_venster)
    scherm.aantal.setValue(99)
    scherm._trek()
    assert "Kies een aantal van 1 tot en met 11" in scherm.aantalgebrek.text()
    scherm.aantal.setValue(3)
    scherm._trek()
    qtbot.waitUntil(lambda: len(scherm.steekproeflijst.rijen()) == 3)
    assert not any(d.gezien for d in getrokken(scherm))
    eerste = scherm.steekproeflijst.rijen()[0]
    scherm.steekproeflijst.geopend.emit(eerste)
    assert fg_venster.scherm is not None
    assert fg_venster.scherm.code == "dossier"
    scherm = toezicht(fg_venster)
    assert [d.gezien for d in getrokken(scherm)] == [True, False, False]

    scherm.vastleggen()
    assert set(scherm.formulier.gebreken()) == {"soort", "bekeken", "uitkomst"}
    steekproef = scherm.ui.steekproef_idComboBox.itemData(1)
    scherm.formulier.vul(
        {
            "soort": "logcontrole", "bekeken": "Wie keek in 2026-001?", "steekproef_id": steekproef,
            "uitkomst": "aandachtspunten", "toelichting": "Twee keer zonder reden bekeken.",
        }
    )  # fmt: skip
    scherm.vastleggen()
    qtbot.waitUntil(lambda: len(scherm.toetslijst.rijen()) == 1)
    assert codes(fg_venster)[-1] == "fg.logcontrole"
    rij = cast(Toetsrij, scherm.toetslijst.rijen()[0])
    assert (rij.wie, len(rij.nummers), rij.inhoud.datum) == ("Femke Terpstra", 3, VANDAAG)


def test_samples_differ_and_every_dossier_can_be_in_one(fg_dienst: Dienst) -> None:
    store = fg_dienst.store
    assert store is not None
    for _ in range(12):
        assert isinstance(fg.draw_steekproef(store, 4), int)
    with store.reader() as r:
        per = r.rows("SELECT group_concat(dossier_id) AS d FROM fg_steekproef_dossier GROUP BY steekproef_id")
        soorten = r.value("SELECT count(DISTINCT dossier_id) FROM fg_steekproef_dossier")
    assert len({rij["d"] for rij in per}) > 6
    assert soorten > 8


def test_the_coordinator_sees_when_the_fg_looked_at_what_and_prints_it_on_one_page(
    fg_venster: Window,
    fg_dienst: Dienst,
    qtbot: QtBot,
    echt_kader: Kader,
    antwoord: Antwoorden,
    gevuld: Kluis,
) -> None:
    scherm = toezicht(fg_venster)
    with fg_venster.omgeving.store.reader() as r:
        nummers = {rij["id"]: rij["nummer"] for rij in r.rows("SELECT id, nummer FROM dossier")}
    dossier_id = next(iter(gevuld.namen))
    geef_reden(fg_venster, antwoord, dossier_id)
    scherm = toezicht(fg_venster)
    scherm.formulier.vul({"soort": "toets", "bekeken": "Grondslagen", "uitkomst": "in_orde"})
    scherm.vastleggen()
    fg_dienst.laat_los()
    _betreed(fg_dienst, WACHTZIN, SlotSoort.WACHTZIN)
    window, worker = _open(fg_dienst, echt_kader, qtbot)
    assert window.meekijkband is None
    window.open("controle")
    controle = window.scherm
    assert isinstance(controle, ControleScherm)
    controle.bestand.toezicht.click()
    zicht = window.scherm
    assert isinstance(zicht, ToezichtScherm)
    assert not isinstance(zicht, FgToezicht)
    momenten = cast(list[Kijkmoment], zicht.kijklijst.rijen())
    assert {m.nummer for m in momenten if m.nummer} == {nummers[dossier_id]}
    assert {m.wie for m in momenten} == {"Femke Terpstra"}
    assert "Dossier uit de steekproef" in {zicht._reden(m) for m in momenten}
    zicht.drukknop.click()
    qtbot.waitUntil(lambda: window.scherm is not None and window.scherm.code == "document", timeout=20_000)
    with window.omgeving.store.reader() as r:
        pdf = bytes(r.value("SELECT pdf FROM document WHERE soort = 'toezicht'"))
    gedrukt = text(pdf)
    assert "Juridischetoets" in gedrukt
    assert nummers[dossier_id] in gedrukt
    assert not gevonden(iter([gedrukt]), frozenset().union(*gevuld.namen.values()))
    with pikepdf.open(io.BytesIO(pdf)) as gelezen:
        assert len(gelezen.pages) == 1
    worker.stop()


def test_on_controle_the_fg_begins_at_the_code_and_reads_of_no_button(fg_venster, qtbot):
    fg_venster.open("controle")
    ui = fg_venster.scherm.ui
    qtbot.waitUntil(lambda: fg_venster.focusWidget() is ui.controlecodeLineEdit)
    assert not ui.controleerPushButton.isVisible()
    assert "knop" not in ui.echtKaartUitlegLabel.text()
    assert ui.uitkomstLabel.isVisible() == bool(ui.uitkomstLabel.text())


def test_the_fg_has_one_main_button(fg_venster):
    fg_venster.open("toezicht")
    hoofd = [
        k for k in fg_venster.scherm.findChildren(QtWidgets.QPushButton) if k.property("rol") == "primair"
    ]
    assert [k.text() for k in hoofd] == ["&Vastleggen"]


@pytest.mark.parametrize("code", [soort.code for soort in MEEKIJKSCHERMEN if soort.railicoon])
def test_the_guidance_names_no_key_or_button_that_the_fg_does_not_have(fg_venster: Window, code: str):
    fg_venster.open(code)
    regels = [label.text() for label in fg_venster.zijpaneel.findChildren(QtWidgets.QLabel)]
    assert "Wat nu" in regels
    toetsen = {actie.shortcut().toString() for actie in fg_venster.findChildren(QtGui.QAction)}
    assert set(re.findall(r"Ctrl\+\w+", " ".join(regels))) <= toetsen
    for gevraagd in re.findall(r"Kies (?:dan )?([A-Z]\w+(?: \w+)*)\.", " ".join(regels)):
        knoppen = [k for k in fg_venster.findChildren(QtWidgets.QAbstractButton) if k.isVisible()]
        assert any(gevraagd in knop.text().replace("&", "") for knop in knoppen), gevraagd


def test_guidance_for_who_records_is_said_to_be_for_the_coordinator(fg_venster: Window):
    fg_venster.wegwijzer("plan_van_aanpak")
    regels = [label.text() for label in fg_venster.zijpaneel.findChildren(QtWidgets.QLabel)]
    assert "Voor de coördinator" in regels
    assert "Wat nu" not in regels

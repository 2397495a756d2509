# SPDX-License-Identifier: EUPL-1.2
"""The whole waarneming through the windows of two laptops, with mouse and keys."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.app import App
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.waarneming import NogNietBegonnen, Toestand
from gemeente_pga.handelingen.waarneming import begin_waarneming
from gemeente_pga.store.queries import journaal
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.screens.inrichting import InrichtingScherm
from gemeente_pga.ui.screens.inrichting_waarneming import WaarnemingDeel
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from gemeente_pga.ui.window import Window
from tests.documents.lezen import text
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, Antwoorden, bevestig, lichte_dienst, typ
from tests.waarneming.toestellen import TOT, ZIN, Toestel, begin, geef_terug, geef_uit, leg_vast, thuis

_LANG = 30_000


class Laptop:
    """One of the two; every start is a fresh app."""

    def __init__(self, qapp: QtWidgets.QApplication, qtbot: QtBot, map_: Path) -> None:
        self.qapp, self.qtbot, self.map = qapp, qtbot, map_
        self.vergrendeld = 0
        self._apps: list[App] = []

    @property
    def app(self) -> App:
        return self._apps[-1]

    @property
    def venster(self) -> Window:
        assert self.app.window is not None
        return self.app.window

    def start(self) -> None:
        app = App(self.qapp, lichte_dienst(self.map), vervang=self._vervang, klok=lambda: NU)
        self._apps.append(app)
        app.start()

    def open(self, zin: str, wijze: SlotSoort = SlotSoort.WACHTZIN) -> None:
        poort = self.app.poort
        assert isinstance(poort, Ontgrendelen)
        assert poort.ui.wijzeKeuzeGroep.waarde() == wijze.value
        assert poort.ui.meldingLabel.text() == ""
        self.qtbot.keyClicks(poort.ui.wachtzinLineEdit, zin)
        self.qtbot.keyClick(poort.ui.wachtzinLineEdit, QtCore.Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.app.window is not None, timeout=_LANG)

    def deel(self) -> WaarnemingDeel:
        self.venster.open("inrichting", None, "waarneming")
        scherm = self.venster.scherm
        assert isinstance(scherm, InrichtingScherm)
        deel = scherm.delen["waarneming"]
        assert isinstance(deel, WaarnemingDeel)
        return deel

    def klaar(self) -> None:
        self.qtbot.waitUntil(
            lambda: not self.app.worker.bezig and self.venster._stapel.isEnabled(), timeout=_LANG
        )

    def sluit(self) -> None:
        for app in self._apps:
            app.sluit()
            for deel in (app.poort, app.window):
                if deel is not None:
                    deel.hide()
                    deel.deleteLater()
            app.deleteLater()
        self._apps.clear()

    def _vervang(self, _argumenten: Sequence[str]) -> None:
        self.vergrendeld += 1


@pytest.fixture
def laptop(
    qapp: QtWidgets.QApplication, qtbot: QtBot, huisstijl: None, tmp_path: Path
) -> Iterator[Callable[[str], Laptop]]:
    alle: list[Laptop] = []

    def maak(naam: str) -> Laptop:
        alle.append(Laptop(qapp, qtbot, tmp_path / naam))
        return alle[-1]

    yield maak
    for een in alle:
        een.sluit()
    QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


def _namen(laptop: Laptop, code: str) -> list[str]:
    """Who did this, as the journaal says it."""
    store = laptop.app.dienst.store
    assert store is not None
    with store.reader() as r:
        return [regel.wie for regel in journaal.journaal(r, journaal.Filter(code=code))]


def _hoofdknoppen(deel: WaarnemingDeel) -> list[QtWidgets.QPushButton]:
    knoppen = deel.findChildren(QtWidgets.QPushButton)
    return [knop for knop in knoppen if knop.isVisible() and knop.property("rol") == "primair"]


def _geef_uit(hier: Laptop, antwoord: Antwoorden, stick: Path) -> Path:
    deel = hier.deel()
    ui = deel.ui
    assert _hoofdknoppen(deel) == [deel.geef_uit_knop]
    ui.waarnemer_idComboBox.setCurrentIndex(1)
    deel.formulier.vul({"van": VANDAAG, "tot": TOT, "mandaat_op": VANDAAG})
    hier.qtbot.mouseClick(deel.geef_uit_knop, QtCore.Qt.MouseButton.LeftButton)
    assert set(deel.formulier.gebreken()) == {"mandaat"}
    typ(ui.mandaatLineEdit, "Mandaatbesluit 2026-114")
    antwoord(stick)
    hier.qtbot.mouseClick(deel.geef_uit_knop, QtCore.Qt.MouseButton.LeftButton)
    bevestig(hier.venster, hier.qtbot)
    hier.qtbot.waitUntil(lambda: deel.toestand is Toestand.UITGEGEVEN, timeout=_LANG)
    hier.klaar()
    # The page follows the act a turn of the event loop later.
    hier.qtbot.waitUntil(lambda: _hoofdknoppen(deel) == [deel.terugnemen.lees_knop], timeout=_LANG)
    (kopie,) = stick.iterdir()
    assert kopie.name in hier.venster.meldbalk.tekst.text()
    return kopie


def test_out_begun_back_and_in_again(
    laptop: Callable[[str], Laptop], qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    thuis(tmp_path / "hier").uit()
    hier = laptop("hier")
    hier.start()
    hier.open(WACHTZIN)
    assert hier.venster.waarnemingsband.isHidden()
    kopie = _geef_uit(hier, antwoord, stick)
    assert "uitgegeven aan Bram Visser" in hier.venster.waarnemingsband.tekst.text()

    # Recording is refused with a sentence, and what was typed stays.
    hier.venster.open("telefoonnotitie")
    scherm = hier.venster.scherm
    assert isinstance(scherm, TelefoonnotitieScherm)
    assert "U kunt kijken, niet vastleggen." in hier.venster.meldbalk.tekst.text()
    assert not scherm.ui.vastleggenButton.isEnabled()
    hier.venster.meld("")
    typ(scherm.ui.tekstPlainTextEdit, "De wijkagent belt.")
    scherm.formulier.vul({"acuut": "nee"})
    scherm.vastleggen()
    assert "U kunt kijken, niet vastleggen." in hier.venster.meldbalk.tekst.text()
    assert _namen(hier, "notitie.vastleggen") == []
    assert scherm.ui.tekstPlainTextEdit.toPlainText() == "De wijkagent belt."
    hier.sluit()

    # Another laptop, by somebody who has never used it.
    daar = laptop("daar")
    daar.start()
    wizard = daar.app.poort
    assert isinstance(wizard, Wizard)
    antwoord(stick)  # the stick itself will do
    assert kopie.parent == stick
    qtbot.mouseClick(wizard.begin.ui.waarnemingPushButton, QtCore.Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(daar.app.poort, Ontgrendelen), timeout=_LANG)
    daar.open(ZIN, SlotSoort.VERVANGER)
    assert "nog niet begonnen" in daar.venster.waarnemingsband.tekst.text()
    daar.venster.open("bureau")
    assert "Waarneming beginnen" in [p.wat for p in daar.venster.scherm.punten]  # type: ignore[union-attr]
    deel = daar.deel()
    deel.knoppen["begin"].click()
    bevestig(daar.venster, qtbot, ZIN)
    qtbot.waitUntil(lambda: deel.toestand is Toestand.WAARNEMING)
    assert "Bram Visser neemt waar" in daar.venster.waarnemingsband.tekst.text()
    store = daar.app.dienst.store
    assert store is not None
    leg_vast(store, "Duinrand")
    assert _namen(daar, "gemeente.vastleggen")[0] == "Bram Visser"
    antwoord(stick)
    deel.knoppen["geef_terug"].click()  # within a minute of the wachtzin
    qtbot.waitUntil(lambda: deel.toestand is Toestand.TERUGGEGEVEN, timeout=_LANG)
    daar.klaar()
    assert "teruggegeven" in daar.venster.waarnemingsband.tekst.text()
    daar.sluit()

    # And back.
    terug = next(stick.glob("gemeente-pga-teruggave-*"))
    hier.start()
    hier.open(WACHTZIN)
    kaart = hier.deel().terugnemen
    assert kaart.isVisibleTo(hier.venster)
    typ(kaart.oud.widget("oud"), WACHTZIN)
    antwoord(terug)
    kaart.lees_knop.click()
    hier.klaar()
    assert "1 keer iets vastgelegd" in kaart.bevinding.text()
    assert not kaart.keuze_vak.isVisibleTo(kaart)
    assert kaart.doe_knop.text() == "Kluis terugnemen"
    kaart.doe_knop.click()
    qtbot.waitUntil(lambda: hier.vergrendeld == 1, timeout=_LANG)
    hier.start()
    hier.open(WACHTZIN)
    assert hier.venster.waarnemingsband.isHidden()
    assert _namen(hier, "gemeente.vastleggen")[0] == "Bram Visser"
    assert _namen(hier, "waarneming.innemen") == ["Mirjam Hoekstra"]
    assert hier.deel().opzij.isVisibleTo(hier.venster)
    hier.sluit()

    # And then nothing of it stays on the laptop of the waarnemer, because he says so.
    daar.start()
    daar.open(ZIN, SlotSoort.VERVANGER)
    deel = daar.deel()
    assert deel.knoppen["verwijder"].isEnabled()
    antwoord(False)
    deel.knoppen["verwijder"].click()
    bevestig(daar.venster, qtbot, ZIN)
    assert (daar.map / "kluis" / "kluis.db").exists()
    antwoord(True)
    deel.knoppen["verwijder"].click()
    qtbot.waitUntil(lambda: daar.vergrendeld == 1, timeout=_LANG)
    assert "niet overschreven" in antwoord.vragen[-1].tekst
    assert [pad.name for pad in (daar.map / "kluis").iterdir()] == ["kluis.bezet"]
    daar.start()
    assert isinstance(daar.app.poort, Wizard)


def _toestand(deel: WaarnemingDeel) -> Toestand:
    """Read anew: what mypy knew of it no longer counts after an act."""
    return deel.toestand


def test_two_that_parted_ask_for_a_choice_and_give_a_list(
    laptop: Callable[[str], Laptop], qtbot: QtBot, antwoord: Antwoorden, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    toestel = thuis(tmp_path / "hier")
    daar = begin(tmp_path / "daar", geef_uit(toestel, stick))
    leg_vast(daar.store, "Duinrand")
    terug = geef_terug(daar, stick)
    daar.uit()
    toestel.uit()
    hier = laptop("hier")
    hier.start()
    hier.open(WACHTZIN)
    deel = hier.deel()
    antwoord("waarnemer_onbereikbaar")
    deel.knoppen["hervat"].click()
    bevestig(hier.venster, qtbot)
    assert deel.toestand is Toestand.HERVAT
    store = hier.app.dienst.store
    assert store is not None
    leg_vast(store, "Oosterveld")
    kaart = deel.terugnemen
    typ(kaart.oud.widget("oud"), WACHTZIN)
    antwoord(terug)
    kaart.lees_knop.click()
    hier.klaar()
    assert "twee kluizen" in kaart.bevinding.text()
    assert "Mirjam Hoekstra" in kaart.hier_kop.text()
    assert "Bram Visser" in kaart.daar_kop.text()
    kaart.doe_knop.click()
    assert set(kaart.keuze.gebreken()) == {"leidend", "reden"}
    kaart.keuze.vul({"leidend": "hier", "reden": "mandaat"})
    kaart.doe_knop.click()
    assert _toestand(deel) is Toestand.HIER
    assert _namen(hier, "waarneming.hier_houden") == ["Mirjam Hoekstra"]
    assert deel.overdoen.isVisibleTo(hier.venster)

    doel = tmp_path / "lijst.pdf"
    antwoord(doel)
    deel.overdoen.knoppen["opslaan"].click()
    qtbot.waitUntil(doel.exists, timeout=_LANG)
    qtbot.waitUntil(lambda: bool(_namen(hier, "waarneming.lijst_opslaan")), timeout=_LANG)
    inhoud = "".join(text(doel.read_bytes()).split())
    assert "Gegevensvandegemeentevastgelegd" in inhoud
    assert "BramVisser" in inhoud
    deel.overdoen.lijst.selectRow(0)
    deel.overdoen.knoppen["ingevoerd"].click()
    qtbot.waitUntil(lambda: not deel.overdoen.isVisibleTo(hier.venster))
    assert _namen(hier, "waarneming.overdoen") == ["Mirjam Hoekstra"]


def test_the_waarnemer_reads_why_it_cannot_begin_before_the_first_day(
    laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    hier = thuis(tmp_path / "hier")
    morgen = VANDAAG + timedelta(days=1)
    kopie = geef_uit(hier, tmp_path / "stick", van=morgen)
    hier.uit()
    daar = Toestel.maak(tmp_path / "daar")
    daar.dienst.waarneming.begin_elders(kopie)
    daar.uit()
    elders = laptop("daar")
    elders.start()
    elders.open(ZIN, SlotSoort.VERVANGER)
    deel = elders.deel()
    assert not deel.knoppen["begin"].isEnabled()
    assert "kan pas beginnen op 9-9-2026" in deel.uitleg.text()
    store = elders.app.dienst.store
    assert store is not None
    with pytest.raises(NogNietBegonnen):
        begin_waarneming(store, NU)
    assert _toestand(deel) is Toestand.TE_BEGINNEN
    begin_waarneming(store, NU + timedelta(days=1))
    assert _toestand(deel) is Toestand.WAARNEMING

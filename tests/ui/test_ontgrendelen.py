# SPDX-License-Identifier: EUPL-1.2
"""The unlock page with every kind of key, by keyboard; a keystore that hangs holds nobody up."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.app import App
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from tests.kluis.sleutelbossen import ALLEEN_GEHEUGENBOS, Geheugenbos, Hangbos
from tests.ui_hulp import LICHT, LICHTE_GRENZEN, NU, WACHTZIN, richt_in, typ

VERVANGER = "ladder kaneel zwemvest papegaai"
FG = "rietstengel dakpan viool sneeuwpop"
KORT = "egel fluit kano"


class Toestel:
    """A computer with a keystore and a kluis that every kind of key opens."""

    def __init__(self, map_: Path, qapp: QtWidgets.QApplication, qtbot) -> None:
        self.map, self.qapp, self.qtbot = map_, qapp, qtbot
        self.nu = NU
        self.bos: object = Geheugenbos()
        self.toegestaan = ALLEEN_GEHEUGENBOS
        self.apps: list[App] = []

    def dienst(self) -> Dienst:
        (self.map / "kluis").mkdir(mode=0o700, parents=True, exist_ok=True)
        mappen: dict[KluisSoort, Callable[[], Path]] = dict.fromkeys(KluisSoort, lambda: self.map / "kluis")
        return Dienst(
            mappen,
            self.map / "instellingen.ini",
            lambda: self.nu,
            kdf=LICHT,
            grenzen=LICHTE_GRENZEN,
            bos=lambda limiet: Sleutelbos(
                lambda: self.bos,  # type: ignore[arg-type,return-value]
                toegestaan=self.toegestaan,
                limiet=limiet,
            ),
        )

    def start(self) -> Ontgrendelen:
        app = App(self.qapp, self.dienst(), vervang=lambda _argumenten: None, klok=lambda: self.nu)
        self.apps.append(app)
        app.start()
        assert isinstance(app.poort, Ontgrendelen)
        app.poort.activateWindow()  # arrow keys walk only through the window that is active
        self.qtbot.waitUntil(app.poort.isActiveWindow, timeout=5_000)
        return app.poort

    def binnen(self) -> None:
        self.qtbot.waitUntil(lambda: self.apps[-1].window is not None, timeout=30_000)

    def laatste_opening(self) -> tuple[str, str]:
        """With which kind of slot, and by whom, as the journaal has it."""
        store = self.apps[-1].dienst.store
        assert store is not None
        with store.reader() as r:
            rij = r.row(
                "SELECT h.slot, coalesce(g.naam, '') AS naam FROM handeling h "
                "LEFT JOIN gebruiker g ON g.id = h.gebruiker_id "
                "WHERE h.code = 'kluis.openen' ORDER BY h.n DESC LIMIT 1"
            )
        assert rij is not None
        return rij["slot"], rij["naam"]


@pytest.fixture
def toestel(tmp_path: Path, qapp: QtWidgets.QApplication, qtbot, echt_kader, huisstijl) -> Iterator[Toestel]:
    toestel = Toestel(tmp_path / "laptop", qapp, qtbot)
    dienst = toestel.dienst()
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    richt_in(dienst.store, echt_kader)
    dienst.sleutels.voeg_vervanger_toe(WACHTZIN, VERVANGER)
    dienst.sleutels.laat_fg_toe(WACHTZIN, FG, NU.date() + timedelta(days=1))
    dienst.sleutels.stel_korte_zin_in(WACHTZIN, KORT)
    dienst.laat_los()
    yield toestel
    for app in toestel.apps:
        app.sluit()
        for venster in (app.window, app.poort):
            if venster is not None:
                venster.hide()
                venster.deleteLater()


def namen(poort: Ontgrendelen) -> list[str]:
    return [knop.text() for knop in poort.ui.wijzeKeuzeGroep.knoppen()]


def kies(poort: Ontgrendelen, qtbot, soort: SlotSoort) -> None:
    """Walk to this choice with the arrow keys, once the keystore has answered."""
    qtbot.waitUntil(lambda: not poort._wijze._peil.isActive())
    knoppen = poort.ui.wijzeKeuzeGroep.knoppen()
    doel = poort.ui.wijzeKeuzeGroep.codes().index(soort.value)
    nu = next(n for n, knop in enumerate(knoppen) if knop.isChecked())
    poort.activateWindow()
    knoppen[nu].setFocus()
    qtbot.waitUntil(knoppen[nu].hasFocus)
    while nu != doel:
        stap = 1 if doel > nu else -1
        toets = QtCore.Qt.Key.Key_Right if stap == 1 else QtCore.Qt.Key.Key_Left
        qtbot.keyClick(knoppen[nu], toets)
        nu += stap
    assert knoppen[doel].isChecked()


def open_met(toestel: Toestel, poort: Ontgrendelen, zin: str) -> None:
    typ(poort.ui.wachtzinLineEdit, zin)
    toestel.qtbot.keyClick(poort.ui.wachtzinLineEdit, QtCore.Qt.Key.Key_Return)


def test_short_phrase_comes_first_where_the_keystore_works(toestel: Toestel, qtbot) -> None:
    poort = toestel.start()
    qtbot.waitUntil(lambda: "Korte zin" in namen(poort), timeout=5_000)
    assert namen(poort) == ["Mijn wachtzin", "Korte zin", "Vervanger", "FG"]
    assert poort.ui.wachtzinLabel.text() == "&Korte zin"
    open_met(toestel, poort, KORT)
    toestel.binnen()
    assert toestel.laatste_opening() == ("sleutelbos", "Mirjam Hoekstra")


def test_typing_the_wachtzin_is_not_disturbed_by_the_keystore(toestel: Toestel, qtbot) -> None:
    poort = toestel.start()
    typ(poort.ui.wachtzinLineEdit, WACHTZIN)
    qtbot.waitUntil(lambda: "Korte zin" in namen(poort), timeout=5_000)
    assert poort.ui.wachtzinLabel.text() == "&Wachtzin"
    qtbot.keyClick(poort.ui.wachtzinLineEdit, QtCore.Qt.Key.Key_Return)
    toestel.binnen()
    assert toestel.laatste_opening() == ("wachtzin", "Mirjam Hoekstra")


@pytest.mark.parametrize("leeg", [True, False], ids=["leeg", "hangt"])
def test_keystore_that_fails_only_hides_the_short_phrase(toestel: Toestel, qtbot, leeg: bool) -> None:
    if leeg:
        toestel.bos = Geheugenbos()
    else:
        Hangbos.vrij.clear()
        toestel.bos = Hangbos()
        toestel.toegestaan = frozenset(("tests.kluis.sleutelbossen.Hangbos",))
    try:
        poort = toestel.start()
        assert namen(poort) == ["Mijn wachtzin", "Vervanger", "FG"]
        open_met(toestel, poort, WACHTZIN)
        toestel.binnen()
        assert toestel.laatste_opening() == ("wachtzin", "Mirjam Hoekstra")
    finally:
        Hangbos.vrij.set()


def test_vervanger_and_fg_choose_their_own_key(toestel: Toestel, qtbot) -> None:
    poort = toestel.start()
    qtbot.waitUntil(lambda: "Korte zin" in namen(poort), timeout=5_000)
    kies(poort, qtbot, SlotSoort.VERVANGER)
    assert "vervanger" in poort.ui.wachtzinLabel.text()
    open_met(toestel, poort, VERVANGER)
    toestel.binnen()
    assert toestel.laatste_opening()[0] == "vervanger"


def test_expired_fg_is_told_so(toestel: Toestel, qtbot) -> None:
    toestel.nu = NU + timedelta(days=2)
    poort = toestel.start()
    qtbot.waitUntil(lambda: "Korte zin" in namen(poort), timeout=5_000)
    kies(poort, qtbot, SlotSoort.FG)
    open_met(toestel, poort, FG)
    qtbot.waitUntil(lambda: "verlopen" in poort.ui.meldingLabel.text(), timeout=10_000)
    assert "Vraag de coördinator" in poort.ui.meldingLabel.text()
    assert toestel.apps[-1].window is None


def test_clock_put_back_does_not_help_the_fg(toestel: Toestel, qtbot) -> None:
    toestel.nu = NU + timedelta(days=3)
    poort = toestel.start()
    # The coordinator cannot write the key files on that day, so the slot is still there afterwards.
    koppen = {pad: pad.read_bytes() for pad in (toestel.map / "kluis").glob("kluis.sleutel-*")}
    open_met(toestel, poort, WACHTZIN)
    toestel.binnen()
    toestel.apps[-1].sluit()
    venster = toestel.apps[-1].window
    assert venster is not None
    venster.hide()
    for pad, inhoud in koppen.items():
        pad.write_bytes(inhoud)
    toestel.nu = NU
    poort = toestel.start()
    qtbot.waitUntil(lambda: "Korte zin" in namen(poort), timeout=5_000)
    kies(poort, qtbot, SlotSoort.FG)
    open_met(toestel, poort, FG)
    qtbot.waitUntil(lambda: "past niet bij het journaal" in _tekst(toestel), timeout=10_000)
    assert toestel.apps[-1].window is None


def _tekst(toestel: Toestel) -> str:
    poort = toestel.apps[-1].poort
    return poort.ui.meldingLabel.text() if isinstance(poort, Ontgrendelen) else ""


def test_kluis_with_one_wachtzin_asks_no_choice(tmp_path: Path, qapp, qtbot, huisstijl) -> None:
    toestel = Toestel(tmp_path / "laptop", qapp, qtbot)
    dienst = toestel.dienst()
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    dienst.laat_los()
    poort = toestel.start()
    assert not poort.ui.wijzeKeuzeGroep.isVisible()
    assert not poort._wijze._peil.isActive()
    assert poort.ui.wachtzinLineEdit.hasFocus() or poort.focusWidget() is poort.ui.wachtzinLineEdit
    toestel.apps[-1].sluit()
    poort.hide()
    poort.deleteLater()


def test_what_was_typed_goes_when_nobody_types_on(toestel: Toestel, qtbot) -> None:
    poort = toestel.start()
    poort.naar_papier()
    assert poort.keuze is not None
    ui, nieuw = poort.ui, poort.keuze.ui
    velden = (ui.herstelcodeLineEdit, nieuw.herhaalLineEdit)
    assert poort._geduld.klok.interval() == 5 * 60_000
    poort._geduld.klok.setInterval(30)
    for veld in velden:
        qtbot.keyClicks(veld, "7kqm")
    ui.gegevensPlainTextEdit.setPlainText("7KQM")
    qtbot.waitUntil(lambda: "gewist" in ui.meldingLabel.text())
    assert [veld.text() for veld in velden] == ["", ""]
    assert ui.gegevensPlainTextEdit.toPlainText() == ""
    assert not poort._geduld.klok.isActive()

    poort.naar_herstel()
    poort.naar_herstel()
    poort._zeg("")
    ui.toonPushButton.setChecked(True)
    typ(ui.wachtzinLineEdit, WACHTZIN)
    qtbot.waitUntil(lambda: "gewist" in ui.meldingLabel.text())
    assert ui.wachtzinLineEdit.text() == ""
    assert not ui.toonPushButton.isChecked()


def test_what_was_typed_goes_when_the_page_is_left(toestel: Toestel, qtbot) -> None:
    poort = toestel.start()
    poort.naar_herstel()
    poort.ui.herstelcodeLineEdit.setText("7KQM")
    toestel.apps[-1]._wissel_kluis()
    assert poort.ui.herstelcodeLineEdit.text() == ""

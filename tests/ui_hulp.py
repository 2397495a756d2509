# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for tests of the window: a real kluis with real keys, cheap to derive, and scripted answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen import inrichting
from gemeente_pga.handelingen.kader import install_kader
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.kluis.header import Grenzen, KdfParameters
from gemeente_pga.store.store import Store
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.inrichting_hulp import neem_in_gebruik

WACHTZIN = "appel banaan citroen druif"
LICHT = KdfParameters(m_kib=64, t=1, p=1)
LICHTE_GRENZEN = Grenzen(m_min_kib=64, t_min=1)
VANDAAG = date(2026, 9, 8)
NU = datetime(2026, 9, 8, 16, 42, tzinfo=timezone(timedelta(hours=2)))


def lichte_dienst(map_: Path) -> Dienst:
    """A service with real keys that cost nothing."""
    for naam in ("kluis", "oefenkluis"):
        (map_ / naam).mkdir(mode=0o700, parents=True, exist_ok=True)
    mappen: dict[KluisSoort, Callable[[], Path]] = {
        KluisSoort.KLUIS: lambda: map_ / "kluis",
        KluisSoort.OEFENKLUIS: lambda: map_ / "oefenkluis",
    }
    return Dienst(mappen, map_ / "instellingen.ini", lambda: NU, kdf=LICHT, grenzen=LICHTE_GRENZEN)


def richt_in(store: Store, kader: Kader) -> None:
    """What the wizard records for Gemeente Waterhoven, with six partners."""
    gebruiker_id = inrichting.register_gebruiker(store, Gebruiker("Mirjam Hoekstra", "procesregisseur"))
    store.wie = replace(store.wie, gebruiker_id=gebruiker_id)
    gemeente = Gemeente(
        "Waterhoven", "A. de Wit", "Team Veiligheid", zvh="Zorg- en Veiligheidshuis Waterland"
    )
    inrichting.register_gemeente(store, gemeente)
    install_kader(store, kader, NU)
    for code in ("gemeente", "om", "politie", "rvdk", "reclassering", "zvh"):
        soort = kader.partij(code)
        inrichting.register_partij(store, Partij(soort=code, naam=soort.naam, kernpartij=soort.kernpartij))
    neem_in_gebruik(store)


def typ(widget: QtWidgets.QWidget, tekst: str) -> None:
    """Type this text, any letter: QTest itself aborts on a letter that has no key, such as é."""
    for teken in tekst:
        toets = QtCore.Qt.Key.Key_Return if teken == "\n" else QtCore.Qt.Key.Key_unknown
        geen = QtCore.Qt.KeyboardModifier.NoModifier
        for soort in (QtCore.QEvent.Type.KeyPress, QtCore.QEvent.Type.KeyRelease):
            QtWidgets.QApplication.sendEvent(widget, QtGui.QKeyEvent(soort, toets, geen, teken))


def bevestig(venster: Window, qtbot: QtBot, zin: str = WACHTZIN) -> None:
    """Type the wachtzin where the program asks for it again."""
    paneel = venster.bevestiging
    qtbot.waitUntil(paneel.isVisible)
    paneel.regel.clear()
    typ(paneel.regel, zin)
    paneel.doe_knop.click()
    qtbot.waitUntil(lambda: not paneel._bezig)


@pytest.fixture(scope="session")
def huisstijl(qapp: QtWidgets.QApplication) -> None:
    theme.start(qapp)
    QtCore.QLocale.setDefault(QtCore.QLocale("nl_NL"))


@pytest.fixture(scope="session")
def echt_kader() -> Kader:
    """The kader that ships with the program."""
    return read_kader()


class Antwoorden:
    """Scripts the answer to the next question or file dialog; an unscripted question fails the test."""

    def __init__(self) -> None:
        self._rij: list[object] = []
        self.vragen: list[messages.Vraag] = []

    def __call__(self, *antwoorden: object) -> None:
        """These are the next answers: True or False, a path, a reason code, None."""
        self._rij.extend(antwoorden)

    @property
    def over(self) -> Sequence[object]:
        """Answers that nobody asked for."""
        return tuple(self._rij)

    def geef(self, vraag: messages.Vraag) -> object:
        """Called in place of the dialog."""
        self.vragen.append(vraag)
        if vraag.soort == "vertel":
            return None
        assert self._rij, f"onverwachte vraag: {vraag}"
        return self._rij.pop(0)


@pytest.fixture
def antwoord(monkeypatch: pytest.MonkeyPatch) -> Iterator[Antwoorden]:
    """`antwoord(True)` answers the next question; `antwoord.vragen` holds what was asked."""
    antwoorden = Antwoorden()
    monkeypatch.setattr(messages, "beantwoorder", antwoorden.geef)
    yield antwoorden
    assert not antwoorden.over, f"niet gevraagd: {antwoorden.over}"


@pytest.fixture
def dienst(tmp_path: Path) -> Iterator[Dienst]:
    """A service with an open, set-up kluis: real keys, real encrypted file."""
    d = lichte_dienst(tmp_path / "plek")
    d.kies(KluisSoort.KLUIS)
    d.maak(WACHTZIN)
    d.betreed()
    yield d
    d.laat_los()


@pytest.fixture
def venster(
    qtbot: QtBot, huisstijl: None, dienst: Dienst, echt_kader: Kader, antwoord: Antwoorden
) -> Iterator[Window]:
    """The real window on a real encrypted kluis. `venster.omgeving.store` is the store."""
    store = dienst.store
    assert store is not None
    richt_in(store, echt_kader)
    worker = Worker()
    omgeving = Omgeving(
        store=store,
        kader=echt_kader,
        worker=worker,
        dienst=dienst,
        vandaag=lambda: VANDAAG,
        nu=lambda: NU,
        oefenkluis=False,
    )
    window = Window(omgeving, SCREENS)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    window.open(next(iter(window.soorten)))
    yield window
    worker.stop()
    if store.is_open:
        window.bewaar_concepten()
    window.hide()
    QtWidgets.QApplication.processEvents()  # what a page or a list still wanted to ask for, it asks now
    worker.stop()
    store.na_vastleggen.clear()

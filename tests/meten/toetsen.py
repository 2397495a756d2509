# SPDX-License-Identifier: EUPL-1.2
"""How fast what is under the hands answers: python -m tests.meten.toetsen MAP [aantal].

MAP holds a kluis that `python -m tests.meten.proef vul MAP AANTAL nee` made. Measured in the real window:
from a key to all of what it changes painted (Ctrl+K, the number above Dossiers), one frame of a list that
scrolls, the list put in another order, and what the program does of itself while nobody touches it.
"""

import json
import math
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from tests.meten.proef import Praktijk

WOORDEN = ("2024", "vergrendel", "overleg", "termijnen", "weging", "nieuw signaal", "dossier 20")
RUST_S = 10.0
EIS_MS, EIS_CPU = 16.0, 0.0


def main(map_: str, keer: str = "3") -> int:
    """Measure, and print one line for each figure, then all of it as JSON."""
    praktijk = Praktijk(map_)
    praktijk.unlock()
    hand = Hand(praktijk)
    cijfers = {
        "zoeken, per toets": hand.zoeken(int(keer)),
        "nummer boven Dossiers, per toets": hand.nummer(int(keer)),
        "Dossiers schuiven, per beeld": hand.schuiven("dossiers"),
        "Journaal schuiven, per beeld": hand.schuiven("controle"),
        "tijdlijn, per pijltoets": hand.tijdlijn(),
    }
    for wat, tijden in cijfers.items():
        p95 = _p95(tijden)
        oordeel = "gehaald" if p95 <= EIS_MS else "NIET gehaald"
        print(f"{wat:36} mediaan {median(tijden):6.1f} ms   p95 {p95:6.1f} ms   eis 16: {oordeel}")
    andere = {"Dossiers in een andere volgorde": hand.volgorde(), "10.000 regels in een lijst": hand.lang()}
    for wat, tijden in andere.items():
        print(f"{wat:36} mediaan {median(tijden):6.1f} ms   p95 {_p95(tijden):6.1f} ms")
    cpu = hand.rust()
    print(f"{'in rust, per seconde':36} {cpu:6.2f} ms processortijd")
    praktijk.app.sluit()
    gemeten = {wat: [median(t), _p95(t)] for wat, t in (cijfers | andere).items()}
    print(json.dumps(gemeten | {"rust_ms_per_s": cpu}))
    return 0


class Hand:
    """Somebody at the keyboard of the real window."""

    def __init__(self, praktijk: Praktijk) -> None:
        self.p, self.qt, self.window = praktijk, praktijk.qt, praktijk.window
        self.window.omgeving.nakijken.stop()  # what is measured is the program once it has verified itself

    def zoeken(self, keer: int) -> list[float]:
        """Each key of some words in Ctrl+K."""
        tijden: list[float] = []
        paneel = self.window.zoekpaneel
        [dossier_id] = self.p.subjects("dossier", 1)
        self.window.open("dossier", dossier_id)
        self._tot_rust()
        for woord in WOORDEN * keer:
            paneel.toon()
            self._tot_rust()
            for n in range(1, len(woord) + 1):
                tijden.append(self._toets(partial(paneel.regel.setText, woord[:n])))
            paneel.sluit()
        return tijden

    def nummer(self, keer: int) -> list[float]:
        """Each key of a number above the list; what the waiting clock does afterwards counts as well."""
        self.window.open("dossiers")
        self._tot_rust()
        scherm: Any = self.window.scherm
        tijden = []
        for n in [1, 2, 3, 4, 5, 6, 7, 8] * keer:
            tijden.append(self._toets(partial(scherm.ui.nummerLineEdit.setText, "2024-012"[:n])))
            tijden.append(self._toets(scherm._filter))
        scherm.ui.nummerLineEdit.clear()
        self._tot_rust()
        return tijden

    def schuiven(self, code: str) -> list[float]:
        """One frame of the list after the other, from top to bottom."""
        from gemeente_pga.ui.widgets.lijst import Lijst

        self.window.open(code)
        self._tot_rust()
        scherm: Any = self.window.scherm
        lijst = max(scherm.findChildren(Lijst), key=lambda lijst: len(lijst.rijen()))
        balk = lijst.verticalScrollBar()
        return [
            self._toets(partial(balk.setValue, balk.maximum() * n // 60))
            for n in [*range(60), *range(60, 0, -1)]
        ]

    def volgorde(self) -> list[float]:
        """All dossiers put in order of each column, up and down."""
        self.window.open("dossiers")
        self._tot_rust()
        scherm: Any = self.window.scherm
        lijst = scherm.ui.dossiersLijst
        uit = [
            self._toets(partial(lijst.sorteer, kolom, oplopend=op))
            for kolom in (0, 2, 4)
            for op in (True, False)
        ]
        lijst.sorteer(None)
        self._tot_rust()
        return uit

    def lang(self) -> list[float]:
        """A list that is given ten thousand rows at once, with columns that divide the room."""
        scherm: Any = self.window.scherm
        with self.p.store.reader() as r:
            from gemeente_pga.store.queries.dossiers import lijst_dossiers

            rijen = lijst_dossiers(r, aantal=10_000)
        lijst = scherm.ui.dossiersLijst
        tijden = [self._toets(lambda: lijst.toon(rijen)) for _ in range(3)]
        balk = lijst.verticalScrollBar()
        self.lang_schuiven = [
            self._toets(partial(balk.setValue, balk.maximum() * n // 50)) for n in range(50)
        ]
        print(f"{'10.000 regels schuiven, per beeld':36} p95 {_p95(self.lang_schuiven):6.1f} ms")
        scherm.herlaad()
        return tijden

    def tijdlijn(self) -> list[float]:
        """From point to point with the arrow key."""
        from PySide6 import QtCore
        from PySide6.QtTest import QTest

        with self.p.store.reader() as r:
            dossier_id = r.value("SELECT dossier_id FROM casus ORDER BY id LIMIT 1")
        self.window.open("dossier", dossier_id, "tijdlijn")
        self._tot_rust()
        scherm: Any = self.window.scherm
        tab = scherm.kies_deel("tijdlijn")
        pijl = QtCore.Qt.Key.Key_Right
        tijden = [self._toets(lambda: QTest.keyClick(tab.as_, pijl)) for _ in range(len(tab.lijn.punten()))]
        self.window.open("bureau")
        self._tot_rust()
        return tijden

    def rust(self) -> float:
        """Milliseconds of processor time a second while nothing happens."""
        from PySide6 import QtCore

        self.window.open("bureau")
        self._tot_rust()
        lus = QtCore.QEventLoop()
        QtCore.QTimer.singleShot(2000, lus.quit)
        lus.exec()  # what still wanted to be done
        begin = time.process_time()
        QtCore.QTimer.singleShot(int(RUST_S * 1000), lus.quit)
        lus.exec()
        return (time.process_time() - begin) * 1000 / RUST_S

    def _toets(self, doe: Callable[[], object]) -> float:
        """Milliseconds of work until what this changes has been painted; what else runs does not count."""
        begin = time.process_time()
        doe()
        self.qt.processEvents()  # draws what was changed, and only that
        return (time.process_time() - begin) * 1000

    def _tot_rust(self) -> None:
        from tests.meten.praktijk import stil

        stil(self.p.app)


def _p95(tijden: list[float]) -> float:
    return sorted(tijden)[math.ceil(0.95 * len(tijden)) - 1]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

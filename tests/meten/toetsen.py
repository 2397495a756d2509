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
    andere = {
        "Dossiers filteren op nummer": hand.filteren(int(keer)),
        "Dossiers in een andere volgorde": hand.volgorde(),
    }
    andere["lijst met alle dossiers vullen"], cijfers["die lijst schuiven, per beeld"] = hand.lang()
    cpu = hand.rust()
    praktijk.app.sluit()
    soorten = {"toetsen": cijfers, "lijsten": andere}
    for gemeten in soorten.values():
        for wat, tijden in gemeten.items():
            print(f"{wat:36} mediaan {median(tijden):6.1f} ms   p95 {_p95(tijden):6.1f} ms")
    print(f"{'in rust, per seconde':36} {cpu:6.2f} ms")
    uit = {soort: {wat: [median(t), _p95(t)] for wat, t in deel.items()} for soort, deel in soorten.items()}
    print(json.dumps(uit | {"rust_ms_per_s": cpu}))
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
        """Each key of a number above the list; the list itself follows a moment after the last one."""
        self.window.open("dossiers")
        self._tot_rust()
        scherm: Any = self.window.scherm
        tijden = []
        for n in [1, 2, 3, 4, 5, 6, 7, 8] * keer:
            tijden.append(self._toets(partial(scherm.ui.nummerLineEdit.setText, "2024-012"[:n])))
        scherm.ui.nummerLineEdit.clear()
        self._tot_rust()
        return tijden

    def filteren(self, keer: int) -> list[float]:
        """The list that follows such a number."""
        self.window.open("dossiers")
        self._tot_rust()
        scherm: Any = self.window.scherm
        tijden = []
        for n in [1, 2, 3, 4, 5, 6, 7, 8] * keer:
            scherm.ui.nummerLineEdit.setText("2024-012"[:n])
            tijden.append(self._toets(scherm.herlaad))
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

    def lang(self) -> tuple[list[float], list[float]]:
        """A list that is given ten thousand rows at once, and a frame of it."""
        from gemeente_pga.store.queries.dossiers import lijst_dossiers

        scherm: Any = self.window.scherm
        with self.p.store.reader() as r:
            rijen = lijst_dossiers(r, aantal=10_000)
        lijst = scherm.ui.dossiersLijst
        vullen = [self._toets(lambda: lijst.toon(rijen)) for _ in range(3)]
        balk = lijst.verticalScrollBar()
        beelden = [self._toets(partial(balk.setValue, balk.maximum() * n // 50)) for n in range(50)]
        scherm.herlaad()
        return vullen, beelden

    def tijdlijn(self) -> list[float]:
        """From point to point with the arrow key."""
        from PySide6 import QtCore
        from PySide6.QtTest import QTest

        with self.p.store.reader() as r:
            dossier_id = r.value("SELECT dossier_id FROM casus WHERE gesloten_op IS NULL ORDER BY id LIMIT 1")
        if dossier_id is None:
            return [0.0]
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

# SPDX-License-Identifier: EUPL-1.2
"""One measurement in a process of its own; what it found is one line of JSON: python -m tests.meten.proef.

bench starts these. A fresh process each time, because what is loaded or remembered would flatter the next.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

WACHTZIN = "appel banaan citroen druif"
# The subjects that a screen is opened with; a screen that is not here is opened without one.
ONDERWERPEN = {
    "dossier": "SELECT id FROM dossier",
    "signaal": "SELECT id FROM signaal",
    "weging": "SELECT id FROM weging",
    "overleg": "SELECT id FROM overleg",
    "document": "SELECT id FROM document WHERE length(pdf) > 2000",  # a copy has no whole PDF
}


def say(uitkomst: object) -> None:
    """Hand this over to bench."""
    print(json.dumps(uitkomst), flush=True)


def memory_mb() -> float | None:
    """What this process holds in memory; None where the system does not say so in a file."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    regels = dict(regel.split(":", 1) for regel in status.read_text().splitlines() if ":" in regel)
    return int(regels["VmRSS"].split()[0]) / 1024


# ---- the first window


def first_paint() -> None:
    """From here on the first window says when it has been painted, and stays until its input ends."""
    from PySide6 import QtCore, QtWidgets

    class Kijker(QtCore.QObject):
        def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:  # noqa: N802 - Qt's name
            # The window itself gets no Paint when its contents cover it; this event is what draws them.
            if event.type() == QtCore.QEvent.Type.UpdateRequest:
                bron.removeEventFilter(self)
                QtCore.QTimer.singleShot(0, lambda: meld(time.perf_counter()))
            return False

    def meld(moment: float) -> None:
        say({"geverfd": moment, "geheugen_mb": memory_mb(), "geladen": sorted(sys.modules)})
        sys.stdin.readline()
        QtWidgets.QApplication.quit()

    kijker = Kijker()

    def exec_(*_: object) -> int:
        for venster in QtWidgets.QApplication.topLevelWidgets():
            venster.installEventFilter(kijker)
            venster.update()
        return int(QtCore.QCoreApplication.exec())

    QtWidgets.QApplication.exec = exec_  # type: ignore[method-assign] # the program itself stays as it is


def start(map_: str) -> None:
    """The program, up to its unlock page."""
    first_paint()
    from gemeente_pga.__main__ import main

    main(["--map", map_])


def kaal() -> None:
    """An empty window, and nothing else."""
    first_paint()
    from PySide6 import QtWidgets

    qt = QtWidgets.QApplication(sys.argv[:1])
    venster = QtWidgets.QWidget()
    venster.resize(900, 640)
    venster.show()
    qt.exec()


# ---- the open kluis


def vul(map_: str, aantal: str, klein: str) -> None:
    """Make the kluis if there is none, and fill it up to so many dossiers."""
    from gemeente_pga.app import now
    from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
    from gemeente_pga.kaderbestand import read_kader
    from tests.meten import vulling
    from tests.meten.praktijk import maak_dienst

    begin = time.perf_counter()
    dienst = maak_dienst(Path(map_))
    dienst.kies(KluisSoort.KLUIS)
    nieuw = dienst.staat() is KluisStaat.GEEN
    (dienst.maak if nieuw else dienst.ontgrendel)(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    if nieuw:
        (vulling.begin_small if klein == "ja" else vulling.begin_kluis)(dienst.store, read_kader(), now())
    vulling.fill_up(dienst.store, int(aantal))
    with dienst.store.reader() as r:
        rijen = int(r.value("SELECT count(*) FROM wijziging"))
        aantal_dossiers = int(r.value("SELECT count(*) FROM dossier"))
    pad = dienst.store.pad
    dienst.laat_los()
    say(
        {
            "dossiers": aantal_dossiers,
            "wijzigingen": rijen,
            "bestand_mb": pad.stat().st_size / 1e6,
            "seconden": time.perf_counter() - begin,
        }
    )


def ontgrendel(map_: str) -> None:
    """From keys that are known to Bureau on screen, and how much of that is reading the whole file."""
    praktijk = Praktijk(map_)
    tijd = praktijk.unlock()
    praktijk.app.sluit()
    say(
        {
            "ontgrendelen_ms": tijd,
            "bestand_lezen_ms": sum(praktijk.nagekeken),
            "klaarzetten_ms": praktijk.klaargezet,
        }
    )


def schermen(map_: str, keer: str) -> None:
    """Every screen, opened once and then so many times more; a logged act; memory."""
    from gemeente_pga.handelingen.dossier import log_inzien
    from gemeente_pga.ui.screens import SCREENS
    from tests.meten.vulling import REDEN

    praktijk = Praktijk(map_)
    praktijk.unlock()
    uitkomst: dict[str, object] = {"geheugen_bureau_mb": memory_mb()}
    tijden = {}
    for soort in SCREENS:
        ids = praktijk.subjects(soort.code, int(keer) + 1)
        if ids:
            eerste, *rest = [praktijk.measure(soort.code, onderwerp) for onderwerp in ids]
            tijden[soort.code] = {"eerste_ms": eerste, "ms": rest or [eerste]}
    uitkomst["schermen"] = tijden
    uitkomst["geheugen_alles_mb"] = memory_mb()
    praktijk.window.open("inrichting")  # a screen that reads nothing anew after the act that is measured
    [dossier_id] = praktijk.subjects("dossier", 1)
    assert dossier_id is not None
    uitkomst["handeling_ms"] = [
        _ms(lambda: log_inzien(praktijk.store, dossier_id, reden=REDEN)) for _ in range(5 * int(keer))
    ]
    praktijk.window.open("bureau")  # where the next unlocking comes back to
    praktijk.app.sluit()
    say(uitkomst)


class Praktijk:
    """The real program in this process, driven without a mouse."""

    def __init__(self, map_: str) -> None:
        from gemeente_pga.app import App
        from gemeente_pga.ui import messages
        from gemeente_pga.ui.applicatie import make_qt
        from tests.meten.praktijk import maak_dienst

        # A closed dossier asks for a reason first: the first one will do.
        messages.beantwoorder = lambda vraag: vraag.keuzes[0] if vraag.keuzes else None
        self.qt = make_qt(["gemeente-pga"])
        self.app = App(self.qt, maak_dienst(Path(map_)), vervang=lambda _: None)
        self.klaargezet = 0.0  # milliseconds from the unlock page to all that is made ready while one types
        self.nagekeken: list[float] = []  # milliseconds of reading the whole file, behind that page
        keur = self.app.dienst.keur

        def gemeten_keur(voortgang: Callable[[float], None] | None = None) -> None:
            self.nagekeken.append(_ms(lambda: keur(voortgang)))

        self.app.dienst.keur = gemeten_keur  # type: ignore[method-assign] # it does the same

    def unlock(self) -> float:
        """Milliseconds from keys that are known to the first screen drawn; the program is loaded by then."""
        from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
        from tests.meten.praktijk import wacht

        self.app.start()
        aanloop = self.app.aanloop
        assert aanloop is not None
        self.klaargezet = _ms(lambda: wacht(lambda: aanloop.af))
        self._stil()
        poort = self.app.poort
        assert isinstance(poort, Ontgrendelen)
        self.app.dienst.ontgrendel(WACHTZIN)

        def open_() -> None:
            poort.ontgrendeld.emit()
            while self.app.window is None:
                self.qt.processEvents()
            self.app.window.repaint()

        tijd = _ms(open_)
        assert self.app.dienst.store is not None
        assert self.app.window is not None
        self.window, self.store = self.app.window, self.app.dienst.store
        self.window.resize(1366, 740)
        self._stil()
        return tijd

    def subjects(self, code: str, aantal: int) -> list[int | None]:
        """So many different subjects if there are; ids are random, so these are arbitrary ones."""
        if code not in ONDERWERPEN:
            return [None] * aantal
        with self.store.reader() as r:
            ids = [rij["id"] for rij in r.rows(f"{ONDERWERPEN[code]} ORDER BY id LIMIT ?", aantal)]
        return (ids * aantal)[:aantal]

    def measure(self, code: str, onderwerp: int | None) -> float:
        """Milliseconds from asking for a screen to seeing it, with what it makes ready in the background."""

        def open_() -> None:
            self.window.open(code, onderwerp)
            while self.app.worker.bezig:
                self.qt.processEvents()
            self.qt.processEvents()
            self.window.repaint()

        tijd = _ms(open_)
        self._stil()
        return tijd

    def _stil(self) -> None:
        from tests.meten.praktijk import stil

        stil(self.app)


def _ms(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


PROEVEN: dict[str, Callable[..., None]] = {
    proef.__name__: proef for proef in (start, kaal, vul, ontgrendel, schermen)
}

if __name__ == "__main__":
    PROEVEN[sys.argv[1]](*sys.argv[2:])

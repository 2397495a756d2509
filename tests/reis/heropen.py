# SPDX-License-Identifier: EUPL-1.2
"""After the sample case: unlock, begin a word, lock, unlock again and see that everything is there.

python -m tests.reis.heropen WERK, the wachtzin on standard input. Locking replaces this process by itself,
with the number of the round; nothing else goes along.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.app import App, now
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.oefencasus.bediening import Bediening
from gemeente_pga.oefencasus.casus import PLAATS
from gemeente_pga.paths import private_folder
from gemeente_pga.ui.applicatie import make_qt
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen

HALF = "De wijkagent vertelt dat het spandoek we"


def main() -> int:
    """One round: 1 ends in the lock, 2 reads what was left."""
    werk, ronde = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    wachtzin = os.read(0, 200).decode().strip()

    def vervang(_argumenten: Sequence[str]) -> None:
        print(f"VERGRENDELD {os.getpid()}", flush=True)
        lees, schrijf = os.pipe()  # the user types the wachtzin again; here it waits on standard input
        os.write(schrijf, wachtzin.encode())
        os.close(schrijf)
        os.dup2(lees, 0)
        opdracht = [sys.executable, "-m", "tests.reis.heropen", str(werk), "2"]
        os.execv(opdracht[0], opdracht)  # noqa: S606 - itself, anew

    mappen = {soort: lambda soort=soort: private_folder(werk / soort.value) for soort in KluisSoort}
    app = App(make_qt(["reis"]), Dienst(mappen, werk / "instellingen.ini", now), vervang=vervang)
    hand = Bediening(app.qt, app.worker)
    app.start(KluisSoort.OEFENKLUIS)
    assert isinstance(app.poort, Ontgrendelen)
    hand.top = app.poort
    hand.schrijf(hand.zie(QtWidgets.QLineEdit, "wachtzinLineEdit"), wachtzin)
    hand.druk("Oefenomgeving openen")
    hand.wacht(lambda: app.window is not None, "open")
    hand.top = app.window
    if ronde == 1:
        lock_at_half_a_word(app, hand)
        return 1  # locking does not come back
    look_what_is_left(app, hand)
    app.sluit()
    return 0


def lock_at_half_a_word(app: App, hand: Bediening) -> None:
    """A dossier, then a telephone note that is broken off."""
    assert app.window is not None
    assert app.dienst.store is not None
    with app.dienst.store.reader() as r:
        dossier_id = int(r.value(PLAATS, 0))
    app.window.open("dossier", dossier_id)
    print("OPEN", app.window.scherm.titel_nu() if app.window.scherm else "", flush=True)
    hand.toets("Ctrl+T")
    hand.klik(hand.zie(QtWidgets.QPlainTextEdit, "tekstPlainTextEdit"))
    hand.typ(HALF)
    hand.toets("Ctrl+L")


def look_what_is_left(app: App, hand: Bediening) -> None:
    """The word and the cursor, and whether log and rows still hold."""
    assert app.dienst.store is not None
    veld = hand.zie(QtWidgets.QPlainTextEdit, "tekstPlainTextEdit")
    print(f"TERUG {os.getpid()} {veld.toPlainText()}|{veld.textCursor().position()}", flush=True)
    keten, zegels = app.dienst.store.controleer_keten(), app.dienst.store.controleer_zegels()
    heel = (keten.klaar and keten.bevinding is None, zegels.klaar and zegels.bevinding is None)
    print("HEEL", *heel, flush=True)


if __name__ == "__main__":
    sys.exit(main())

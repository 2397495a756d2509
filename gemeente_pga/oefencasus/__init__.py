# SPDX-License-Identifier: EUPL-1.2
"""The sample case from the first e-mail to the printed minutes, through the real window, by mouse and keys.

Works only in a practice kluis that it makes itself and throws away. Leaves documents and pictures behind.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from gemeente_pga.kluis.bestanden import restrict_umask
from gemeente_pga.oefencasus import begin, casus, overleg, signalen, weging
from gemeente_pga.oefencasus.bediening import Bediening, Vastgelopen
from gemeente_pga.oefencasus.speler import Speler

Hoofdstuk = Callable[[Speler], None]
HOOFDSTUKKEN: tuple[Hoofdstuk, ...] = (
    begin.set_up,
    begin.introduce_partners,
    signalen.teacher,
    signalen.constable,
    weging.weigh,
    weging.tell_reporters,
    casus.invite,
    overleg.prepare_first,
    overleg.hold_first,
    casus.draft_plan,
    overleg.adopt_first,
    casus.take_over,
    overleg.prepare_second,
    overleg.hold_second,
    casus.adopt_plan,
    overleg.circulate_second,
    casus.start_plan,
    casus.inform,
    overleg.adopt_second,
    casus.close_second,
    casus.print_dossier,
)


def run(map_: Path) -> int:
    """Play the sample case; documents and pictures go to this folder. The exit code of the program."""
    restrict_umask()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # whoever wants to watch sets it
    map_.mkdir(parents=True, exist_ok=True)
    werk = Path(tempfile.mkdtemp(prefix=".kluis-", dir=map_))
    try:
        play(map_, werk, print)
    except Vastgelopen as vast:
        print(f"De oefencasus is vastgelopen: {vast}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(werk, ignore_errors=True)
    print(f"Klaar. De documenten en de beelden staan in {map_}")
    return 0


def play(
    doel: Path, werk: Path, zeg: Callable[[str], object], bediening: type[Bediening] = Bediening
) -> Speler:
    """All chapters; the kluis in `werk` is closed afterwards and stays. Gives who played.

    bediening: how the window is worked, by mouse and keys or otherwise.
    """
    speler = Speler(doel, werk, zeg, bediening)
    was, sys.excepthook = sys.excepthook, speler.hand.vang
    try:
        for hoofdstuk in HOOFDSTUKKEN:
            hoofdstuk(speler)
    except Vastgelopen:
        speler.hand.fout = None
        speler.foto("vastgelopen")
        raise
    finally:
        sys.excepthook = was
        speler.app.sluit()
        if speler.app.window is not None:
            speler.app.window.close()
    return speler

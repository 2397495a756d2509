# SPDX-License-Identifier: EUPL-1.2
"""Records acts until it is killed, and prints the number of each; started by test_afbreken.py."""

import sys
from pathlib import Path

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store
from tests.store.bouw import open_kluis


def doe_handeling(store: Store) -> int:
    """One act that adds, changes and now and then removes."""
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        w.insert("telefoonnotitie", {"tekst": f"Notitie bij handeling {w.n}", "ontvangen_op": "2026-01-01"})
        rijen = w.rows("SELECT id FROM telefoonnotitie ORDER BY id LIMIT 2")
        w.update("telefoonnotitie", rijen[0]["id"], {"beller": f"Beller {w.n}"})
        if w.n % 5 == 0:
            w.delete("telefoonnotitie", rijen[-1]["id"])
        w.discard_concept("notitie")
    return w.n


def schrijf_door(store: Store) -> None:
    """Until killed; every line is an act that the user saw as recorded."""
    while True:
        print(doe_handeling(store), flush=True)
        store.save_concept("notitie", "", "half")


def schrijf_tot_vol(store: Store) -> None:
    """Until the disk is full, as far as this process is concerned; then say what the user is told."""
    import resource  # not on Windows

    grens = store.pad.stat().st_size + 300_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (grens, grens))
    try:
        for _ in range(2000):
            n = doe_handeling(store)
    except Storing as fout:
        print(type(fout).__name__, n, store.laatste()[0], flush=True)
    store.close()


if __name__ == "__main__":
    taak = {"door": schrijf_door, "vol": schrijf_tot_vol}[sys.argv[1]]
    taak(open_kluis(Path(sys.argv[2])))

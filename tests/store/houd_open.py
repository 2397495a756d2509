# SPDX-License-Identifier: EUPL-1.2
"""Opens a kluis with a key that exists nowhere else, works, and waits; started by test_geheugen.py.

Prints the key with every bit flipped: the parent can look for it, and this print leaves nothing to find.
"""

import sys
from pathlib import Path

from gemeente_pga.store.backup import maak_reservekopie
from gemeente_pga.store.store import Store
from tests.store.bouw import K_LOG, NU, WIE, leg_dossier_vast


def main(map_: Path) -> None:
    sleutel = bytearray(32)
    with open("/dev/urandom", "rb", buffering=0) as toeval:
        toeval.readinto(sleutel)
    print(bytes(byte ^ 255 for byte in sleutel).hex(), flush=True)
    extra = bytearray(sleutel) if sys.argv[2] == "controle" else None  # the positive control keeps a copy
    tweede = bytearray(sleutel)
    Store.maak(map_ / "kluis.db", sleutel, K_LOG, wie=WIE).close()
    store = Store.open(map_ / "kluis.db", tweede, K_LOG, wie=WIE)
    leg_dossier_vast(store)
    (map_ / "stick").mkdir()
    maak_reservekopie(store, map_ / "stick", header_bestanden=[], nu=NU)
    print("open", flush=True)
    sys.stdin.readline()
    del extra
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

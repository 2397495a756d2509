# SPDX-License-Identifier: EUPL-1.2
"""What is needed after unlocking, loaded while the passphrase is typed: a second of work nobody waits for."""

import gc
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module

from gemeente_pga.ui.aanloop import Stuk, modules


def vooraf() -> Iterator[Stuk]:
    """In pieces that are small enough to type between."""
    yield from modules("gemeente_pga.domain", "gemeente_pga.store", "gemeente_pga.store.queries")
    yield from modules("gemeente_pga.handelingen", "gemeente_pga.ui.widgets", "gemeente_pga.ui.forms")
    yield from modules("gemeente_pga.ui.screens", "gemeente_pga.ui", "gemeente_pga.ui.poort")
    yield partial(import_module, "gemeente_pga.binnen")
    from gemeente_pga.kaderbestand import read_kader
    from gemeente_pga.store.schema import migraties, verwachte_catalogus
    from gemeente_pga.ui.rondleiding import haltes
    from gemeente_pga.ui.wegwijzer import gids, velduitleg

    yield from (read_kader, gids, velduitleg, haltes, lambda: verwachte_catalogus(migraties()))
    yield leave_loaded


@cache
def leave_loaded() -> None:
    """Looking for garbage among what stays until the end anyway takes a tenth of a second each time.

    Once in a process, and before anything of a kluis is in memory.
    """
    gc.freeze()

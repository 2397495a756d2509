# SPDX-License-Identifier: EUPL-1.2
"""What an act, a reading and an opening cost, on a real encrypted kluis: python -m tests.meten.act."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from statistics import median

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store, Wie

_K_LOG = bytes(range(32))
_WIE = Wie(gebruiker_id=None, slot="wachtzin", herkomst="meting")


def _k_db() -> bytearray:
    return bytearray(range(1, 33))


def _mediaan_ms(doe: Callable[[], object], keren: int) -> float:
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return median(tijden) * 1000


def meet(keren: int = 300) -> dict[str, float]:
    """Medians in milliseconds: an act of one row with log line, seal and chain value; reading; opening."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "kluis.db"
        store = Store.maak(pad, _k_db(), _K_LOG, wie=_WIE)

        def leg_vast() -> None:
            with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
                w.insert("telefoonnotitie", {"tekst": "Belt morgen terug.", "ontvangen_op": "2026-01-01"})

        def lees() -> None:
            with store.reader() as r:
                r.rows("SELECT * FROM telefoonnotitie LIMIT 200")

        uitkomst = {
            "act_ms": _mediaan_ms(leg_vast, keren),
            "view_act_ms": _mediaan_ms(lambda: _bekijk(store), keren),
            "concept_ms": _mediaan_ms(lambda: store.save_concept("notitie", "", token_hex()), keren),
            "read_200_rows_ms": _mediaan_ms(lees, keren),
            "verify_chain_per_1000_acts_ms": _mediaan_ms(store.controleer_keten, 3)
            / store.laatste()[0]
            * 1000,
        }
        store.close()
        uitkomst["open_and_check_ms"] = _mediaan_ms(
            lambda: Store.open(pad, _k_db(), _K_LOG, wie=_WIE).close(), max(3, keren // 30)
        )
        return uitkomst


def _bekijk(store: Store) -> None:
    with store.write(Handeling.CASUS_INZIEN, dossier_id=1):
        pass


if __name__ == "__main__":
    for naam, waarde in meet().items():
        print(f"{naam:32} {waarde:8.2f}")

# SPDX-License-Identifier: EUPL-1.2
"""The journaal leaves the kluis as a file: an act that ties the file to the chain."""

from datetime import datetime

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store


def register_export(store: Store, *, sha256: str, van_n: int, tot_n: int, aantal: int, nu: datetime) -> int:
    """Record that these acts were written to a file with this hash; the number of the act."""
    with store.write(Handeling.JOURNAAL_EXPORTEREN) as w:
        rij = {
            "sha256": sha256,
            "van_n": van_n,
            "tot_n": tot_n,
            "aantal": aantal,
            "gemaakt_op": nu.isoformat(timespec="seconds"),
        }
        w.insert("journaal_export", rij)
    return w.n


def log_nagaan(store: Store) -> None:
    """Record that a saved journaal was compared with the kluis."""
    with store.write(Handeling.JOURNAAL_NAGAAN):
        pass

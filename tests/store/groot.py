# SPDX-License-Identifier: EUPL-1.2
"""A kluis with very many acts, made within a minute: the acts of the store itself, all in one transaction."""

from collections.abc import Sequence
from pathlib import Path

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store
from gemeente_pga.store.verbinding import Verbinding, Waarde

_DOSSIERS = 60
_GRENZEN = frozenset({"BEGIN IMMEDIATE", "COMMIT"})


class _InEenKeer:
    """Holds off the end of every transaction until its own: 100,000 syncs of a disk take long."""

    def __init__(self, v: Verbinding) -> None:
        self._v, self._doe = v, v.doe

    def __enter__(self) -> None:
        self._doe("BEGIN IMMEDIATE")
        self._v.doe = self._sla_over  # type: ignore[method-assign]

    def _sla_over(self, sql: str, params: Sequence[Waarde] = ()) -> int:
        return 0 if sql in _GRENZEN else self._doe(sql, params)

    def __exit__(self, *_: object) -> None:
        self._v.doe = self._doe  # type: ignore[method-assign]
        self._doe("COMMIT")


def fill_acts(store: Store, aantal: int) -> None:
    """Until so many acts are in the log: nine views to one note, spread over some dossiers."""
    merk, store.merk = store.merk, None
    with _InEenKeer(store._v):
        dossiers = [_nieuw_dossier(store, n) for n in range(min(_DOSSIERS, max(1, aantal // 20)))]
        for n in range(store._v.waarde("SELECT max(n) FROM handeling"), aantal):
            dossier = dossiers[n % len(dossiers)]
            if n % 10:
                with store.write(Handeling.CASUS_INZIEN, onderwerp=("dossier", dossier), dossier_id=dossier):
                    pass
            else:
                with store.write(Handeling.SIGNAAL_REGISTREREN, dossier_id=dossier) as w:
                    w.insert(
                        "persoon",
                        {"dossier_id": dossier, "rol": "naaste", "geslachtsnaam": f"Verzonnen-{n}"},
                    )
    store.merk = merk
    if merk is not None:
        merk(*store.laatste())


def _nieuw_dossier(store: Store, n: int) -> int:
    from tests.store.bouw import leg_dossier_vast

    return leg_dossier_vast(store, nummer=f"2026-{n:05d}")


def groot(pad: Path) -> str:
    """Its size in words."""
    return f"{pad.stat().st_size / 1e6:.0f} MB"

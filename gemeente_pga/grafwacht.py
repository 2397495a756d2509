# SPDX-License-Identifier: EUPL-1.2
"""Keeps the tombstones beside an opened kluis complete, and knows what was destroyed and came back.

Joins the file (kluis), the log (store) and the mark. What counts is the union: what the log says was
destroyed, what the file says, and what back-ups brought along; each only with a MAC that this kluis made.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.grafsteen import Grafsteen
from gemeente_pga.kluis.grafstenen import read_grafstenen, write_grafstenen

if TYPE_CHECKING:
    from gemeente_pga.merkwacht import Merkwacht
    from gemeente_pga.store.store import Store


class Grafwacht:
    """One per opened kluis. hersteld: the file was not as the mark says that it was left.

    leesbaar: else the file is left alone, because what only it knows must not be lost.
    """

    def __init__(self, map_: Path, merkwacht: "Merkwacht") -> None:
        self._map = map_
        self._merkwacht = merkwacht
        self._stenen: tuple[Grafsteen, ...] = ()
        self.leesbaar = True
        self.hersteld = False

    def toets(self, store: "Store", meegebracht: Iterable[Grafsteen] = ()) -> None:
        """Complete the file. meegebracht: what other places say was destroyed."""
        from gemeente_pga.store.wissen import echte_grafstenen, grafstenen

        gelezen, som = self._lees()
        verwacht = self._merkwacht.grafsom
        self.hersteld = self.leesbaar and verwacht is not None and verwacht != som
        self._stenen = echte_grafstenen(store, [*gelezen, *grafstenen(store), *meegebracht])
        if self._stenen != gelezen:
            self._schrijf()
        elif self.leesbaar:
            self._merkwacht.zet_grafsom(som)

    def volg(self, store: "Store") -> None:
        """From here on every destruction leaves its tombstone."""

        def na(tabellen: frozenset[str]) -> None:
            if tabellen & {"dossier", "losse_vernietiging"}:
                self._vul_aan(store)

        store.na_vastleggen.append(na)

    def alle(self, store: "Store") -> tuple[Grafsteen, ...]:
        """For a back-up: every tombstone there is, also when the file could not be written."""
        from gemeente_pga.store.wissen import echte_grafstenen, grafstenen

        return echte_grafstenen(store, [*self._lees()[0], *self._stenen, *grafstenen(store)])

    def teruggekomen(self, store: "Store") -> tuple[Grafsteen, ...]:
        """Of what is in the kluis although it was destroyed."""
        from gemeente_pga.store.wissen import tabel_van

        with store.reader() as r:
            return tuple(steen for steen in self._stenen if tabel_van(r, steen.onderwerp_id))

    def _vul_aan(self, store: "Store") -> None:
        stenen = self.alle(store)
        if stenen != self._stenen:
            self._stenen = stenen
            self._schrijf()
            self._merkwacht.herschrijf()

    def _lees(self) -> tuple[tuple[Grafsteen, ...], bytes]:
        try:
            gelezen = read_grafstenen(self._map)
        except OSError:
            self.leesbaar = False
            return (), b""
        self.leesbaar = True
        return gelezen

    def _schrijf(self) -> None:
        if not self.leesbaar:
            return
        # The log has them too: on a full disk the next opening completes the file.
        with suppress(OSError):
            self._merkwacht.zet_grafsom(write_grafstenen(self._map, self._stenen))

# SPDX-License-Identifier: EUPL-1.2
"""One act in the log: the order in which lines, seals, the act and its chain value are written and committed.

Used by the write door, by the making of a kluis and by its migrations, so that there is one way to log.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from gemeente_pga import __version__
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.store import journaal, schema
from gemeente_pga.store.logsleutels import Logsleutels, lees_logsleutels
from gemeente_pga.store.schrijver import Uitslag, Writer
from gemeente_pga.store.verbinding import Verbinding

Klok = Callable[[], datetime]
_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)  # a reason: a code from the kader or the domain


@dataclass(frozen=True, slots=True)
class Wie:
    """Who acts: the user, the kind of key slot that opened the kluis, the random id of this installation."""

    gebruiker_id: int | None
    slot: str
    herkomst: str

    @property
    def alleen_lezen(self) -> bool:
        """The FG looks and changes nothing."""
        return self.slot == SlotSoort.FG.value


class Logboek:
    """The log of one connection, and who writes in it."""

    def __init__(self, v: Verbinding, k_log: bytes, *, klok: Klok, wie: Wie) -> None:
        self.v = v
        self.k_log = Logsleutels(k_log)
        self.klok = klok
        self.wie = wie
        self.tabellen: dict[str, tuple[str, ...]] = {}
        self.zegelaar = journaal.Zegelaar(v, k_log, {})

    def leer_tabellen(self, bekend: dict[str, tuple[str, ...]] | None = None) -> None:
        """Look again which tables are logged, which columns they have, and which keys there were.

        bekend: those of a schema that was checked to the letter; asking SQLite costs a sixth of opening.
        """
        self.tabellen = schema.gelogde_tabellen(self.v) if bekend is None else bekend
        self.neem_sleutels(lees_logsleutels(self.v, self.k_log.huidig))

    def neem_sleutels(self, k_log: Logsleutels) -> None:
        """Vouch with these keys from now on."""
        self.k_log = k_log
        self.zegelaar = journaal.Zegelaar(self.v, k_log.zegel, self.tabellen)

    def vergeet_sleutel(self) -> None:
        """Drop the key of the log; nothing can be written after this."""
        self.k_log = Logsleutels(b"")
        self.zegelaar = journaal.Zegelaar(self.v, b"", {})

    def lokaal(self) -> str:
        """Now, as a person reads it: local time with its offset."""
        return self.klok().astimezone().isoformat(timespec="milliseconds")

    @contextmanager
    def handeling(
        self,
        handeling: Handeling,
        onderwerp: tuple[str, int] | None = None,
        dossier_id: int | None = None,
        reden: str | None = None,
    ) -> Iterator[Writer]:
        """Make the open transaction one act: lines by the triggers, then seals, the act, its chain value."""
        v = self.v
        try:
            n = (v.waarde("SELECT max(n) FROM handeling") or 0) + 1
            v.doe("INSERT INTO lopend (id) VALUES (?)", (n,))
            w = Writer(
                v, self.tabellen, n=n, vastgelegd_op=self.lokaal(),
                onderwerp=onderwerp, dossier_id=dossier_id, reden=reden,
            )  # fmt: skip
            try:
                yield w
            finally:
                w.sluit()
            v.doe("DELETE FROM lopend")
            tabellen, dossiers = journaal.verzegel(v, self.zegelaar, n)
            if w.dossier_id is None and len(dossiers) == 1:
                w.dossier_id = next(iter(dossiers))
            self._schrijf(handeling, w)
            h = journaal.smeed(v, self.k_log, n)
            v.doe("COMMIT")
        except BaseException:
            v.rol_terug()
            raise
        finally:
            self.zegelaar.vergeet()
        w.rond_af(Uitslag(n, h), tabellen)

    def _schrijf(self, handeling: Handeling, w: Writer) -> None:
        soort, rij = w.onderwerp or (None, None)
        if w.reden and not _CODE.fullmatch(w.reden):
            raise ValueError("a reason in the log is a code, never a text")  # and never quote it
        tijd = self.klok().astimezone(UTC).isoformat(timespec="milliseconds")
        self.v.doe(
            "INSERT INTO handeling (n, code, tijd, gebruiker_id, slot, onderwerp_soort, onderwerp_id, "
            "dossier_id, reden, resultaat, herkomst, versie) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                w.n, handeling.code, tijd, self.wie.gebruiker_id, self.wie.slot, soort, rij, w.dossier_id,
                w.reden, w.resultaat, self.wie.herkomst, __version__,
            ),
        )  # fmt: skip

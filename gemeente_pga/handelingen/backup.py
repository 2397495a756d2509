# SPDX-License-Identifier: EUPL-1.2
"""Acts about back-ups: made, put back, rehearsed; and the list of destroyed dossiers that goes with them."""

from pathlib import Path

from gemeente_pga.domain.backup import Terugzetting
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.backup import lees_reservekopie
from gemeente_pga.store.store import Store


def register_reservekopie(store: Store, map_: Path) -> None:
    """Record the back-up that was made and verified in this folder."""
    kopie = lees_reservekopie(map_)
    with store.write(Handeling.KLUIS_RESERVEKOPIE) as w:
        w.insert(
            "reservekopie",
            {
                "plaats": str(kopie.map),
                "gemaakt_op": kopie.gemaakt_op,
                "handeling_n": kopie.n,
                "grootte": kopie.database.grootte,
                "sha256": kopie.database.sha256,
            },
        )


def log_terugzetting(store: Store, terugzetting: Terugzetting) -> None:
    """Record that this kluis came from a back-up, and where the kluis ended that stood here before. Once."""
    with store.reader() as r:
        if r.value("SELECT 1 FROM terugzetting WHERE soort = 'echt' AND op = ?", terugzetting.op) is not None:
            return
    with store.write(Handeling.KLUIS_TERUGZETTEN) as w:
        w.insert("terugzetting", terugzetting)


def log_oefening(store: Store, terugzetting: Terugzetting) -> None:
    """Record that a restore was rehearsed, and whether everything agreed."""
    with store.write(Handeling.KLUIS_HERSTEL_OEFENEN) as w:
        w.resultaat = "gelukt" if terugzetting.goed else "mislukt"
        w.insert("terugzetting", terugzetting)


def log_grafstenen_hersteld(store: Store) -> None:
    """Record that the list of destroyed dossiers beside the kluis was not as it was left."""
    with store.write(Handeling.KLUIS_GRAFSTENEN_HERSTELLEN):
        pass

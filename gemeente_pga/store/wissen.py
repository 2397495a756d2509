# SPDX-License-Identifier: EUPL-1.2
"""Destroying one dossier: every row of it, what is about it elsewhere, its salt, and the traces on the disk.

Hides how the rows are found (from the references between the tables, so that a new table is in it by itself)
and the tombstones that keep the dossier from coming back out of a back-up.
"""

import hmac
import json
import re
from collections.abc import Callable, Iterable

from gemeente_pga.domain.grafsteen import Grafsteen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import schema
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store

_DOEL = b"grafsteen"
_IDS = "(SELECT value FROM json_each(?))"
_OVERLEGGEN = f"SELECT DISTINCT overleg_id AS id FROM bespreking WHERE id IN {_IDS}"
# Rows about a dossier that no reference leads to: table -> query with the ids that are being removed.
# A document of a whole meeting goes with the first of its dossiers; each other casus keeps its own extract.
_LOS = {
    "vergelijking": f"SELECT id FROM vergelijking WHERE ander_dossier_id IN {_IDS}",
    "document": f"SELECT document_id AS id FROM document_dossier WHERE dossier_id IN {_IDS}",
    "lekbesluit": f"SELECT id FROM lekbesluit WHERE onderwerp_id IN {_IDS}",
}


def wis_dossier(
    store: Store, dossier_id: int, *, reden: str | None = None, mee: Callable[[Writer], None] | None = None
) -> bool:
    """Destroy this dossier in one act; False when it is not there. Nothing of it stays on the disk.

    mee: what is asked and recorded in the same act, before anything goes; what it raises stops all of it.
    """
    with store.reader() as r:
        if r.row("SELECT 1 FROM dossier WHERE id = ?", dossier_id) is None:
            return False
    with store.write(
        Handeling.DOSSIER_WISSEN, onderwerp=("dossier", dossier_id), dossier_id=dossier_id, reden=reden
    ) as w:
        if mee is not None:
            mee(w)
        weg = _rijen(w, dossier_id)
        overleggen = _ids(w, _OVERLEGGEN, weg["bespreking"])
        for tabel in reversed(weg):
            for rij in sorted(weg[tabel]):
                w.delete(tabel, rij)
        _wis_reacties(w, overleggen)
        namen = {*overleggen, *(rij for rijen in weg.values() for rij in rijen)}
        for soort, sleutel in concepten_over(w, {str(rij) for rij in namen}):
            w.discard_concept(soort, sleutel)
    store.clear_journal()
    return True


def _rijen(w: Writer, dossier_id: int) -> dict[str, set[int]]:
    """Table -> rows that go with the dossier; a table comes after those that it refers to."""
    weg: dict[str, set[int]] = {}
    for tabel, verwijzingen in schema.verwijzingen().items():
        rijen = {dossier_id} if tabel == "dossier" else set()
        if tabel in _LOS:
            alles = [dossier_id, *(rij for eerder in weg.values() for rij in eerder)]
            rijen |= _ids(w, _LOS[tabel], alles)
        for kolom, naar in verwijzingen:
            if weg.get(naar):
                rijen |= _ids(w, f"SELECT id FROM {tabel} WHERE {kolom} IN {_IDS}", weg[naar])
        weg[tabel] = rijen
    return weg


def _wis_reacties(w: Writer, overleggen: Iterable[int]) -> None:
    """What somebody said of the whole minutes goes with them: nobody can tell which casus it was about."""
    for overleg_id in sorted(overleggen):
        w.update("overleg", overleg_id, {"exemplaren_toelichting": ""})
        for wie in w.rows("SELECT id FROM overleg_deelnemer WHERE overleg_id = ?", overleg_id):
            w.update("overleg_deelnemer", wie["id"], {"toelichting": "", "reactie_tekst": ""})


def _ids(w: Writer, sql: str, bij: Iterable[int]) -> set[int]:
    return {int(rij["id"]) for rij in w.rows(sql, json.dumps(sorted(bij)))}


def concepten_over(w: Writer, ids: set[str]) -> list[tuple[str, str]]:
    """Unfinished typing that names one of these rows: ids are random, so a number that is one means it."""
    return [
        (rij["soort"], rij["sleutel"])
        for rij in w.rows("SELECT soort, sleutel, inhoud FROM concept")
        if ids & {*re.findall(r"[0-9]+", f"{rij['sleutel']} {rij['inhoud']}")}
    ]


# ---- tombstones


def grafstenen(store: Store) -> tuple[Grafsteen, ...]:
    """A tombstone for every dossier that the log says was destroyed; may be asked in another thread."""
    rijen = store.maintenance(
        lambda o: o.rows(
            "SELECT onderwerp_id, min(tijd) AS op FROM handeling WHERE code = ? GROUP BY onderwerp_id "
            "ORDER BY min(n)",
            Handeling.DOSSIER_WISSEN.code,
        )
    )
    return tuple(Grafsteen(rij["onderwerp_id"], rij["op"], _mac(store, **rij)) for rij in rijen)


def echte_grafstenen(store: Store, stenen: Iterable[Grafsteen]) -> tuple[Grafsteen, ...]:
    """Those that this kluis made itself, each dossier once, under whichever main key it was."""
    echt: dict[int, Grafsteen] = {}
    for steen in stenen:
        if hmac.compare_digest(_mac(store, steen.dossier_id, steen.op), steen.mac):
            echt.setdefault(steen.dossier_id, steen)
    return tuple(echt.values())


def wis_weer(store: Store, stenen: Iterable[Grafsteen], *, reden: str) -> int:
    """Destroy what was destroyed before and came back; how many dossiers that were."""
    return sum(wis_dossier(store, steen.dossier_id, reden=reden) for steen in stenen)


def _mac(store: Store, onderwerp_id: int, op: str) -> str:
    return store.waarmerk(_DOEL, f"{onderwerp_id:016x} {op}".encode()).hex()

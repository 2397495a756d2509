# SPDX-License-Identifier: EUPL-1.2
"""Destroying one dossier, or one note or request without: every row, its salt, and the traces on the disk.

Hides how the rows are found (from the references between the tables, so that a new table is in it by itself)
and the tombstones that keep it from coming back out of a back-up.
"""

import hmac
import json
import re
from collections.abc import Callable, Iterable

from gemeente_pga.domain.grafsteen import Grafsteen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import schema
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store

_DOEL = b"grafsteen"
_IDS = "(SELECT value FROM json_each(?))"
_IDS1 = "(SELECT value FROM json_each(?1))"  # for a query that asks for them twice
_OVERLEGGEN = f"SELECT DISTINCT overleg_id AS id FROM bespreking WHERE id IN {_IDS}"
# What is destroyed as one -> the act that does it.
_DADEN = {
    "dossier": Handeling.DOSSIER_WISSEN,
    "telefoonnotitie": Handeling.LOS_VERNIETIGEN,
    "verzoek": Handeling.LOS_VERNIETIGEN,
}
# Rows that no reference leads to: table -> query with the ids that are being removed.
# A document of a whole meeting goes with the first of its dossiers; each other casus keeps its own extract.
# A document for a successor goes with the first dossier of which it holds the number.
_ZONDER_VERWIJZING = {
    "vergelijking": f"SELECT id FROM vergelijking WHERE ander_dossier_id IN {_IDS}",
    "document": f"SELECT document_id AS id FROM document_dossier WHERE dossier_id IN {_IDS1} "
    "UNION SELECT id FROM document WHERE onderwerp_soort IN ('verzoek', 'telefoonnotitie') "
    f"AND onderwerp_id IN {_IDS1} "
    "UNION SELECT x.id FROM document x JOIN dossier d ON instr(x.gegevens, d.nummer) "
    f"WHERE x.soort = 'overdrachtsdocument' AND d.id IN {_IDS1}",
    "lekbesluit": f"SELECT id FROM lekbesluit WHERE onderwerp_id IN {_IDS}",
}
# What stays although it names the request: it loses the name.
_NOEMT_VERZOEK = (("verzoek", "over_verzoek_id"), ("beperking", "verzoek_id"))


def wis_dossier(
    store: Store, dossier_id: int, *, reden: str | None = None, mee: Callable[[Writer], None] | None = None
) -> bool:
    """Destroy this dossier in one act; False when it is not there. Nothing of it stays on the disk.

    mee: what is asked and recorded in the same act, before anything goes; what it raises stops all of it.
    """
    return _wis(store, "dossier", dossier_id, reden, mee)


def wis_los(
    store: Store,
    tabel: str,
    rij_id: int,
    *,
    reden: str | None = None,
    mee: Callable[[Writer], None] | None = None,
) -> bool:
    """The same for one telefoonnotitie or one verzoek, with the letters that were made for it."""
    if tabel == "dossier":
        raise ValueError("a dossier is destroyed as a whole")
    return _wis(store, tabel, rij_id, reden, mee)


def tabel_van(r: Lezer, rij_id: int) -> str:
    """In which table of what is destroyed as one this id stands; "" when it is nowhere."""
    for tabel in _DADEN:
        if r.value(f"SELECT 1 FROM {tabel} WHERE id = ?", rij_id) is not None:
            return tabel
    return ""


def _wis(
    store: Store, tabel: str, rij_id: int, reden: str | None, mee: Callable[[Writer], None] | None
) -> bool:
    act = _DADEN[tabel]
    with store.reader() as r:
        if r.value(f"SELECT 1 FROM {tabel} WHERE id = ?", rij_id) is None:
            return False
    dossier_id = rij_id if tabel == "dossier" else None
    with store.write(act, onderwerp=(tabel, rij_id), dossier_id=dossier_id, reden=reden) as w:
        w.clear_traces()
        if mee is not None:
            mee(w)
        if tabel == "verzoek":
            _maak_los(w, rij_id)
        _verwijder(w, _rijen(w, tabel, rij_id))
    return True


def _verwijder(w: Writer, weg: dict[str, set[int]]) -> None:
    """Delete these rows, what was said of a whole meeting, and the unfinished typing about any of it."""
    overleggen = _ids(w, _OVERLEGGEN, weg["bespreking"])
    for tabel in reversed(weg):
        for rij in sorted(weg[tabel]):
            w.delete(tabel, rij)
    _wis_reacties(w, overleggen)
    namen = {*overleggen, *(rij for rijen in weg.values() for rij in rijen)}
    for soort, sleutel in concepten_over(w, {str(rij) for rij in namen}):
        w.discard_concept(soort, sleutel)


def _rijen(w: Writer, begin: str, rij_id: int) -> dict[str, set[int]]:
    """Table -> rows that go with this one; a table comes after those that it refers to."""
    weg: dict[str, set[int]] = {}
    for tabel, verwijzingen in schema.verwijzingen().items():
        rijen = {rij_id} if tabel == begin else set()
        if tabel in _ZONDER_VERWIJZING:
            alles = [rij_id, *(rij for eerder in weg.values() for rij in eerder)]
            rijen |= _ids(w, _ZONDER_VERWIJZING[tabel], alles)
        for kolom, naar in verwijzingen:
            if weg.get(naar):
                rijen |= _ids(w, f"SELECT id FROM {tabel} WHERE {kolom} IN {_IDS}", weg[naar])
        weg[tabel] = rijen
    return weg


def _maak_los(w: Writer, verzoek_id: int) -> None:
    """A request goes alone: what names it, and is not of it, stays."""
    for tabel, kolom in _NOEMT_VERZOEK:
        for rij in w.rows(f"SELECT id FROM {tabel} WHERE {kolom} = ?", verzoek_id):
            w.update(tabel, rij["id"], {kolom: None})


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
    """A tombstone for all that the log says was destroyed; may be asked in another thread."""
    rijen = store.maintenance(
        lambda o: o.rows(
            "SELECT onderwerp_id, min(tijd) AS op FROM handeling WHERE code IN (?, ?) GROUP BY onderwerp_id "
            "ORDER BY min(n)",
            Handeling.DOSSIER_WISSEN.code,
            Handeling.LOS_VERNIETIGEN.code,
        )
    )
    return tuple(Grafsteen(rij["onderwerp_id"], rij["op"], _mac(store, **rij)) for rij in rijen)


def echte_grafstenen(store: Store, stenen: Iterable[Grafsteen]) -> tuple[Grafsteen, ...]:
    """Those that this kluis made itself, each subject once, under whichever main key it was."""
    echt: dict[int, Grafsteen] = {}
    for steen in stenen:
        if hmac.compare_digest(_mac(store, steen.onderwerp_id, steen.op), steen.mac):
            echt.setdefault(steen.onderwerp_id, steen)
    return tuple(echt.values())


def wis_weer(store: Store, stenen: Iterable[Grafsteen], *, reden: str) -> int:
    """Destroy what was destroyed before and came back; how much that was. What it is follows from its id."""
    teller = 0
    for steen in stenen:
        with store.reader() as r:
            tabel = tabel_van(r, steen.onderwerp_id)
        if tabel:
            teller += _wis(store, tabel, steen.onderwerp_id, reden, None)
    return teller


def _mac(store: Store, onderwerp_id: int, op: str) -> str:
    return store.waarmerk(_DOEL, f"{onderwerp_id:016x} {op}".encode()).hex()

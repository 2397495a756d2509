# SPDX-License-Identifier: EUPL-1.2
"""The rows behind an agenda and its participants, written inside an act of handelingen/overleg.py."""

from collections.abc import Collection
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.overleg import Deelnemer
from gemeente_pga.domain.poort import Deur
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.store.queries.beperking import is_beperkt
from gemeente_pga.store.store import Writer


def write_agenda(w: Writer, overleg_id: int, casus_ids: Collection[int]) -> dict[int, int]:
    """Rows follow the given order; gives casus id -> bespreking id. What is held that day stays off."""
    bestaand = {
        r["casus_id"]: r["id"]
        for r in w.rows("SELECT id, casus_id FROM bespreking WHERE overleg_id = ?", overleg_id)
    }
    dag = date.fromisoformat(w.value("SELECT datum FROM overleg WHERE id = ?", overleg_id))
    punten: dict[int, int] = {}
    for volgorde, casus_id in enumerate(casus_ids, start=1):
        punt_id = bestaand.pop(casus_id, None)
        if punt_id is None:
            dossier_id = w.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
            require_dossier(w, dossier_id, Deur.OVERLEG, dag)
            plek = {
                "dossier_id": dossier_id,
                "overleg_id": overleg_id,
                "casus_id": casus_id,
                "volgorde": volgorde,
            }
            punt_id = w.insert("bespreking", plek)
        else:
            w.update("bespreking", punt_id, {"volgorde": volgorde})
        punten[casus_id] = punt_id
    for punt_id in bestaand.values():
        _remove_agendapunt(w, punt_id)
    return punten


def _remove_agendapunt(w: Writer, bespreking_id: int) -> None:
    """Only what nobody said anything about; of a dossier that was restricted since, that stays."""
    dossier_id = w.value("SELECT dossier_id FROM bespreking WHERE id = ?", bespreking_id)
    beperkt = "Hij is beperkt: het verslag zegt dat hij niet verder is besproken." * is_beperkt(w, dossier_id)
    for tabel in ("informatie", "besluit", "actie", "actie_voortgang"):
        if w.value(f"SELECT 1 FROM {tabel} WHERE bespreking_id = ?", bespreking_id):  # noqa: S608  tables of ours
            raise Storing(
                "Over deze casus is in dit overleg al iets vastgelegd. Hij blijft op de agenda.",
                beperkt or "Haal eerst de inbreng, besluiten en acties weg.",
            )
    if w.value(
        "SELECT 1 FROM bespreking WHERE id = ? AND (overwegingen <> '' OR informeren <> '' "
        "OR minderheidsstandpunt <> '' OR volgende_herbeoordeling IS NOT NULL)",
        bespreking_id,
    ):
        raise Storing(
            "Over deze casus is in dit overleg al iets vastgelegd. Hij blijft op de agenda.",
            beperkt or "Is hij toch niet besproken? Schrijf dat bij de casus op.",
        )
    for rij in w.rows("SELECT id FROM bespreking_deelnemer WHERE bespreking_id = ?", bespreking_id):
        w.delete("bespreking_deelnemer", rij["id"])
    w.delete("bespreking", bespreking_id)


def write_bij(w: Writer, deelnemer_id: int, bespreking_ids: Collection[int]) -> None:
    """For which casussen this participant sits in; the others are taken away."""
    bestaand = {
        r["bespreking_id"]: r["id"]
        for r in w.rows(
            "SELECT id, bespreking_id FROM bespreking_deelnemer WHERE overleg_deelnemer_id = ?", deelnemer_id
        )
    }
    for bespreking_id in bespreking_ids:
        if bestaand.pop(bespreking_id, None) is None:
            dossier_id = w.value("SELECT dossier_id FROM bespreking WHERE id = ?", bespreking_id)
            refuse_beperkt(w, dossier_id)
            plek = {
                "dossier_id": dossier_id,
                "bespreking_id": bespreking_id,
                "overleg_deelnemer_id": deelnemer_id,
            }
            w.insert("bespreking_deelnemer", plek)
    for rij_id in bestaand.values():
        w.delete("bespreking_deelnemer", rij_id)


def invite(w: Writer, overleg_id: int, deelnemer: Deelnemer, bespreking_ids: Collection[int]) -> None:
    """Add these casussen to the participant of that name, who is put on the list when not there yet."""
    deelnemer_id = w.value(
        "SELECT id FROM overleg_deelnemer WHERE overleg_id = ? AND partij_id = ? AND naam = ?",
        overleg_id,
        deelnemer.partij_id,
        deelnemer.naam,
    )
    if deelnemer_id is None:
        deelnemer_id = w.insert("overleg_deelnemer", deelnemer, overleg_id=overleg_id)
    al = w.rows("SELECT bespreking_id FROM bespreking_deelnemer WHERE overleg_deelnemer_id = ?", deelnemer_id)
    write_bij(w, deelnemer_id, [*(rij["bespreking_id"] for rij in al), *bespreking_ids])

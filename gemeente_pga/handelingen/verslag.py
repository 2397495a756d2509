# SPDX-License-Identifier: EUPL-1.2
"""Making the minutes of a meeting final: the whole verslag, an extract per casus and the besluiten- en actielijst.

One act freezes them all, so they carry one control code; an extract holds nothing of another casus.
"""

from datetime import date

from gemeente_pga.domain import stukken
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overleg import VASTGESTELD, ontbreekt
from gemeente_pga.domain.stukken import extract, list_besluiten, printable
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.queries.overleg import agenda, stand
from gemeente_pga.store.queries.verslag import agenda_gegevens, verslag_gegevens
from gemeente_pga.store.store import Lezer, Store


def vaststellen(store: Store, overleg_id: int, kader: Kader, *, op: date, wijze: str) -> tuple[int, ...]:
    """Freeze the minutes. Gives the document ids, the whole verslag first. Storing when not ready."""
    with store.write(Handeling.VERSLAG_VASTSTELLEN, onderwerp=("overleg", overleg_id)) as w:
        nu = stand(w, overleg_id)
        if nu is None or nu.status == VASTGESTELD:
            raise Storing("Dit verslag is al vastgesteld.", "Open het bij Overleggen.")
        open_ = ontbreekt(nu)
        if open_:
            raise Storing("Het verslag kan nog niet worden vastgesteld.", open_[0].zin)
        w.update(
            "overleg",
            overleg_id,
            {"status": VASTGESTELD, "vastgesteld_op": op, "vastgesteld_wijze": wijze},
        )
        return tuple(write_frozen(w, stuk, op=op) for stuk in verslag_stukken(w, overleg_id, kader))


def verslag_stukken(r: Lezer, overleg_id: int, kader: Kader) -> tuple[TeBevriezen, ...]:
    """The papers that leave a meeting: whole verslag, one extract per casus, and the list of each extract."""
    geheel = verslag_gegevens(r, overleg_id, kader)
    punten = agenda(r, overleg_id)
    onderwerp = ("overleg", overleg_id)
    enige = punten[0].dossier_id if len(punten) == 1 else None
    uit = [_verslag(geheel, onderwerp, enige, tuple(p.dossier_id for p in punten))]
    for punt in punten:
        deel = extract(geheel, punt.casusnummer)
        lijst = list_besluiten(deel)
        uit.append(TeBevriezen("uittreksel", deel, deel.kop.kenmerk, onderwerp, punt.dossier_id))
        uit.append(TeBevriezen("actielijst", lijst, lijst.kop.kenmerk, onderwerp, punt.dossier_id))
    return tuple(uit)


def _verslag(
    geheel: stukken.Verslag, onderwerp: tuple[str, int], enige: int | None, dossier_ids: tuple[int, ...]
) -> TeBevriezen:
    gedrukt = printable(geheel)
    anders = () if enige else dossier_ids
    return TeBevriezen("verslag", gedrukt, gedrukt.kop.kenmerk, onderwerp, enige, anders)


def concept_actielijst(r: Lezer, overleg_id: int, kader: Kader, casusnummer: str) -> TeBevriezen:
    """The besluiten- en actielijst of one casus, to go out the same day, before the minutes are final."""
    geheel = verslag_gegevens(r, overleg_id, kader)
    dossier_id = next(p.dossier_id for p in agenda(r, overleg_id) if p.casusnummer == casusnummer)
    lijst = list_besluiten(extract(geheel, casusnummer))
    return TeBevriezen("actielijst", lijst, lijst.kop.kenmerk, ("overleg", overleg_id), dossier_id)


def agenda_stuk(r: Lezer, overleg_id: int, kader: Kader) -> TeBevriezen:
    """The agenda, case numbers only."""
    stuk = agenda_gegevens(r, overleg_id, kader)
    punten = agenda(r, overleg_id)
    enige = punten[0].dossier_id if len(punten) == 1 else None
    anders = () if enige else tuple(p.dossier_id for p in punten)
    return TeBevriezen("agenda", stuk, stuk.kop.kenmerk, ("overleg", overleg_id), enige, anders)

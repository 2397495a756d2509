# SPDX-License-Identifier: EUPL-1.2
"""Making the minutes of a meeting final: the whole, an extract per casus and the besluiten- en actielijst.

One act freezes them all, so they carry one control code; an extract holds nothing of another casus.
"""

import hashlib
from dataclasses import replace
from datetime import date

from gemeente_pga.domain import stukken
from gemeente_pga.domain.document import SOORTNAMEN, TERUG_TE_NEMEN, TeBevriezen, mist_zvh
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overleg import VASTGESTELD, VOORBEREIDING, ZVH, check_vaststeldag
from gemeente_pga.domain.overlegstand import ontbreekt
from gemeente_pga.domain.stukken import extract, extract_agenda, list_besluiten, printable
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.queries.document import document, documenten_van_overleg
from gemeente_pga.store.queries.overleg import agenda, stand
from gemeente_pga.store.queries.verslag import agenda_gegevens, verslag_gegevens
from gemeente_pga.store.store import Lezer, Store


def vaststellen(store: Store, overleg_id: int, kader: Kader, *, op: date, wijze: str) -> tuple[int, ...]:
    """Freeze the minutes. Gives the document ids, the whole verslag first. Storing when not ready."""
    with store.write(Handeling.VERSLAG_VASTSTELLEN, onderwerp=("overleg", overleg_id)) as w:
        nu = stand(w, overleg_id)
        if nu is None or nu.status == VASTGESTELD:
            raise Storing("Dit verslag is al vastgesteld.", "Open het bij Overleggen.")
        if nu.status == VOORBEREIDING:
            raise Storing("Dit overleg is nog niet begonnen.", "Werk het eerst uit.")
        bezwaar = check_vaststeldag(wijze, op, nu.overleg.datum)
        if bezwaar:
            raise Storing("Het verslag kan zo niet worden vastgesteld.", bezwaar)
        open_ = ontbreekt(nu, wijze)
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


def concept_uittreksel(r: Lezer, overleg_id: int, kader: Kader, casusnummer: str) -> TeBevriezen:
    """The minutes of one casus as they go round for reactions; marked as such on every page."""
    deel = extract(verslag_gegevens(r, overleg_id, kader), casusnummer)
    dossier_id = next(p.dossier_id for p in agenda(r, overleg_id) if p.casusnummer == casusnummer)
    return TeBevriezen("uittreksel", deel, deel.kop.kenmerk, ("overleg", overleg_id), dossier_id)


def file_zvh_verslag(store: Store, overleg_id: int, pdf: bytes, kenmerk: str, *, op: date) -> int:
    """Keep the minutes that the Zorg- en Veiligheidshuis wrote, under their kenmerk. Gives the id."""
    with store.write(Handeling.VERSLAG_ZVH_OPBERGEN, onderwerp=("overleg", overleg_id)) as w:
        status = w.value("SELECT status FROM overleg WHERE id = ?", overleg_id)
        eigen = documenten_van_overleg(w, overleg_id)
        if status is None or (status == VASTGESTELD and not mist_zvh(eigen)):
            raise Storing("Dit verslag is al vastgesteld.", "Open het bij Overleggen.")
        sha256 = hashlib.sha256(pdf).hexdigest()
        if w.value(
            "SELECT 1 FROM document WHERE onderwerp_soort = 'overleg' AND onderwerp_id = ? AND sha256 = ? "
            "AND teruggenomen_op IS NULL",
            overleg_id,
            sha256,
        ):
            raise Storing("Dit bestand ligt al bij dit overleg.", "Kies een ander bestand.")
        if status != VASTGESTELD:
            w.update("overleg", overleg_id, {"kenmerk_zvh": kenmerk, "verslag_door": ZVH})
        dossiers = [punt.dossier_id for punt in agenda(w, overleg_id)]
        document_id = w.insert(
            "document",
            {
                "dossier_id": dossiers[0] if len(dossiers) == 1 else None,
                "soort": "zvh_verslag",
                "onderwerp_soort": "overleg",
                "onderwerp_id": overleg_id,
                "kenmerk": kenmerk,
                "titel": SOORTNAMEN["zvh_verslag"],
                "gegevens": "{}",
                "pdf": pdf,
                "sha256": sha256,
                "vastgesteld_op": op,
            },
        )
        for dossier_id in dossiers if len(dossiers) > 1 else ():
            w.insert("document_dossier", {"dossier_id": dossier_id, "document_id": document_id})
    return document_id


def take_back_zvh(store: Store, document_id: int, *, op: str, reden: str) -> None:
    """A filed PDF of the Zorg- en Veiligheidshuis that does not belong here: its bytes go, the row stays.

    reden: a code of the kader. Also after vaststellen: that does not make it belong here.
    """
    act = Handeling.VERSLAG_ZVH_TERUGNEMEN
    with store.write(act, onderwerp=("document", document_id), reden=reden) as w:
        kop = document(w, document_id)
        if kop is None or kop.soort not in TERUG_TE_NEMEN or kop.terugname is not None:
            raise Storing("Dit stuk is niet terug te nemen.", "Open het opnieuw.")
        w.clear_traces()
        w.dossier_id = kop.dossier_id
        weg = {"pdf": None, "teruggenomen_op": op, "teruggenomen_reden": reden}
        w.update("document", document_id, weg | {"teruggenomen_door": store.wie.gebruiker_id})
        overleg_id = kop.onderwerp[1]
        if w.value("SELECT status FROM overleg WHERE id = ?", overleg_id) != VASTGESTELD:
            over = [
                d for d in documenten_van_overleg(w, overleg_id) if d.soort == kop.soort and not d.terugname
            ]
            w.update("overleg", overleg_id, {"kenmerk_zvh": over[0].kenmerk if over else ""})


def agenda_stuk(r: Lezer, overleg_id: int, kader: Kader, casusnummers: tuple[str, ...] = ()) -> TeBevriezen:
    """The agenda, case numbers only; casusnummers: for those who come for these casussen and no other."""
    geheel = agenda_gegevens(r, overleg_id, kader)
    punten = agenda(r, overleg_id)
    deel = bool(casusnummers) and {*casusnummers} < {p.casusnummer for p in punten}
    stuk = extract_agenda(geheel, casusnummers) if deel else geheel
    if deel:
        stuk = replace(stuk, kop=replace(stuk.kop, kenmerk=f"{stuk.kop.kenmerk}/{'+'.join(casusnummers)}"))
    dossiers = [p.dossier_id for p in punten if p.casusnummer in stuk.kop.nummers]
    enige = dossiers[0] if len(dossiers) == 1 else None
    anders = () if enige else tuple(dossiers)
    return TeBevriezen("agenda", stuk, stuk.kop.kenmerk, ("overleg", overleg_id), enige, anders)

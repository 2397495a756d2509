# SPDX-License-Identifier: EUPL-1.2
"""Acts of destroying: a list, what the archivaris says of it, the confirmation, undoing it, and the end.

Everything that stands in the way is asked when it is confirmed and again in the act that destroys. Nothing
but a person starts that act, also after the days to undo it.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.vernietiging import (
    AKKOORD,
    FUNCTIES,
    GEEN_PAPIER,
    GEMACHTIGD,
    INGETROKKEN,
    NIET_AKKOORD,
    PAPIER_WEG,
    TER_MACHTIGING,
    UITGEVOERD,
    Bevestiging,
    Machtiging,
    Oordeel,
    belet_regel,
    belet_uitvoeren,
    earliest,
    is_self,
    mist_mandaat_voor,
)
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.vernietiging import (
    Lijstkop,
    Lijstregel,
    belet,
    beschrijf,
    lijst,
    mandaten_van_lijst,
    medewerkers,
    naam_van,
    oude_backups,
    regel,
    regels,
)
from gemeente_pga.store.queries.vernietigingsstuk import lijststuk, verklaringstuk
from gemeente_pga.store.store import Store, Writer
from gemeente_pga.store.wissen import wis_dossier

Conceptsleutel = tuple[str, str] | None
_WIJZE = {
    PAPIER_WEG: "Versleutelde gegevens gewist; gescand papier vernietigd na een besluit tot vervanging",
    GEEN_PAPIER: "Versleutelde gegevens gewist; er was geen papier",
}


def draft_lijst(store: Store, dossier_ids: Sequence[int], kader: Kader, *, op: date) -> int:
    """A list for the archivaris. Every dossier on it may be destroyed today, and is on no other list."""
    if not dossier_ids:
        raise Storing("Er staat geen dossier op de lijst.", "Kies ten minste één dossier.")
    with store.write(Handeling.VERNIETIGING_LIJST) as w:
        nummer = next_nummer(w, "vernietigingslijst", f"VL{op.year:04}-", 2)
        lijst_id = w.insert(
            "vernietigingslijst",
            {
                "nummer": nummer,
                "opgesteld_op": op,
                "opgesteld_door": naam_van(w, store.wie.gebruiker_id),
                "status": TER_MACHTIGING,
            },
        )
        for volgnummer, dossier_id in enumerate(dossier_ids, start=1):
            _require(belet(w, dossier_id, op))
            if _op_lijst(w, dossier_id):
                raise Storing("Dit dossier staat al op een lijst.", "Open de lijsten opnieuw.")
            rij = {"dossier_id": dossier_id, "lijst_id": lijst_id, "volgnummer": volgnummer}
            w.insert("vernietigingsregel", rij)
        write_frozen(w, lijststuk(w, _lijst(w, lijst_id, TER_MACHTIGING), kader), op=op)
        w.onderwerp = ("vernietigingslijst", lijst_id)
        w.dossier_id = None
    return lijst_id


def withdraw(store: Store, lijst_id: int, *, op: date) -> None:
    """Take a list back; nothing on it is destroyed. What was destroyed already stays on record."""
    with store.write(Handeling.VERNIETIGING_LIJST, onderwerp=("vernietigingslijst", lijst_id)) as w:
        kop = _lijst(w, lijst_id, TER_MACHTIGING, GEMACHTIGD)
        for rij in regels(w, kop.id):
            if rij.feiten.bevestigd_op is not None and not rij.feiten.ongedaan:
                raise Storing("Een vernietiging op deze lijst is bevestigd.", "Maak die eerst ongedaan.")
            w.delete("vernietigingsregel", rij.id)
        status = UITGEVOERD if kop.vernietigd else INGETROKKEN
        afgerond = None if kop.vernietigd else op
        w.update("vernietigingslijst", lijst_id, {"status": status, "afgerond_op": afgerond})


def judge(store: Store, regel_id: int, oordeel: Oordeel, *, concept: Conceptsleutel = None) -> None:
    """What the archivaris says of one line, before the list is authorised."""
    with store.write(Handeling.VERNIETIGING_LIJST) as w:
        rij = _regel(w, regel_id)
        _lijst(w, rij.lijst_id, TER_MACHTIGING)
        if oordeel.oordeel not in (AKKOORD, NIET_AKKOORD):
            raise Storing("Het oordeel ontbreekt.", "Kies akkoord of niet akkoord.")
        if oordeel.oordeel == NIET_AKKOORD and not oordeel.oordeel_reden:
            raise Storing("De reden ontbreekt.", "Schrijf op waarom dit dossier niet wordt vernietigd.")
        w.onderwerp = ("vernietigingslijst", rij.lijst_id)
        w.update("vernietigingsregel", regel_id, oordeel)
        if concept:
            w.discard_concept(*concept)


def authorise(store: Store, lijst_id: int, machtiging: Machtiging, *, concept: Conceptsleutel = None) -> None:
    """Somebody else allows it, for this list; every line has been judged."""
    with store.write(Handeling.VERNIETIGING_MACHTIGEN, onderwerp=("vernietigingslijst", lijst_id)) as w:
        kop = _lijst(w, lijst_id, TER_MACHTIGING)
        hier = (*medewerkers(w), kop.opgesteld_door)
        if not machtiging.machtiging_door or is_self(machtiging.machtiging_door, hier):
            raise Storing("Wie met dit programma werkt, kan niet zelf machtigen.", "Vraag het de archivaris.")
        if machtiging.machtiging_functie not in FUNCTIES or not machtiging.machtiging_kenmerk:
            raise Storing("De machtiging is niet compleet.", "Leg functie en kenmerk vast.")
        if machtiging.machtiging_op < kop.opgesteld_op:
            raise Storing("De machtiging is ouder dan de lijst.", "Controleer de datum.")
        if zin := mist_mandaat_voor(machtiging, mandaten_van_lijst(w, lijst_id)):
            raise Storing("Deze machtiging geldt niet.", zin)
        op_lijst = regels(w, lijst_id)
        if any(not rij.feiten.oordeel for rij in op_lijst):
            raise Storing("Niet elk dossier heeft een oordeel.", "Leg bij elke regel akkoord of niet vast.")
        if all(rij.feiten.oordeel != AKKOORD for rij in op_lijst):
            raise Storing("Op deze lijst is niets akkoord.", "Trek de lijst in.")
        w.update("vernietigingslijst", lijst_id, machtiging, status=GEMACHTIGD)
        if concept:
            w.discard_concept(*concept)


def confirm(
    store: Store,
    regel_id: int,
    bevestiging: Bevestiging,
    kader: Kader,
    *,
    op: date,
    concept: Conceptsleutel = None,
) -> date:
    """The number was typed over: the days to undo it begin. Gives the first day of destroying."""
    with store.write(Handeling.VERNIETIGING_BEVESTIGEN, onderwerp=("vernietigingsregel", regel_id)) as w:
        rij = _regel(w, regel_id)
        _require(belet_regel(rij.feiten))
        if rij.feiten.bevestigd_op is not None:
            raise Storing("Deze vernietiging is al bevestigd.", "Open de lijst opnieuw.")
        if bevestiging.getypt != rij.nummer:
            raise Storing("Dit is niet het nummer van dit dossier.", "Typ het precies over.")
        _require_papier(bevestiging.papier)
        _require(belet(w, rij.dossier_id, op))
        vanaf = earliest(op, kader)
        w.update("vernietigingsregel", regel_id, {"bevestigd_op": op, "uitvoeren_vanaf": vanaf})
        if concept:
            w.discard_concept(*concept)
    return vanaf


def undo(store: Store, regel_id: int, reden: str, *, op: date, concept: Conceptsleutel = None) -> None:
    """As long as it was not destroyed, it can be undone; for a new try there has to be a new list."""
    with store.write(Handeling.VERNIETIGING_ONGEDAAN, onderwerp=("vernietigingsregel", regel_id)) as w:
        rij = _regel(w, regel_id)
        if rij.feiten.bevestigd_op is None or rij.feiten.ongedaan:
            raise Storing("Hier is niets ongedaan te maken.", "Open de lijst opnieuw.")
        if not reden:
            raise Storing("De reden ontbreekt.", "Schrijf op waarom dit dossier blijft.")
        w.update("vernietigingsregel", regel_id, {"ongedaan_op": op, "ongedaan_reden": reden})
        _finish(w, rij.lijst_id, behalve=regel_id)
        if concept:
            w.discard_concept(*concept)


def destroy(store: Store, regel_id: int, papier: str, kader: Kader, *, nu: datetime) -> None:
    """Destroy this dossier now, and keep only that it was done. All or nothing."""
    with store.reader() as r:
        gelezen = _regel(r, regel_id)
    op = nu.date()

    def leg_vast(w: Writer) -> None:
        rij = _regel(w, regel_id)
        _require(belet_uitvoeren(rij.feiten, op))
        _require_papier(papier)
        _require(belet(w, rij.dossier_id, op))
        oud = oude_backups(w)
        w.insert(
            "vernietiging",
            asdict(beschrijf(w, rij.dossier_id))
            | {
                "lijst_id": rij.lijst_id,
                "volgnummer": rij.volgnummer,
                "steen": rij.dossier_id,
                "wijze": _WIJZE[papier],
                "door": naam_van(w, store.wie.gebruiker_id),
                "op": op,
                "back_ups_tot": max(b.verdwijnt_op for b in oud) if oud else None,
            },
        )
        _finish(w, rij.lijst_id, behalve=regel_id)

    if not wis_dossier(store, gelezen.dossier_id, mee=leg_vast):
        raise Storing("Dit dossier is er niet meer.", "Open de lijst opnieuw.")


def declare(store: Store, lijst_id: int, kader: Kader, *, op: date) -> int:
    """The verklaring of what this list destroyed; made once, and kept for good. Gives the document."""
    with store.write(Handeling.VERNIETIGING_VERKLAREN, onderwerp=("vernietigingslijst", lijst_id)) as w:
        kop = _lijst(w, lijst_id, UITGEVOERD)
        if kop.afgerond_op is not None or not kop.vernietigd:
            raise Storing("Deze verklaring is er al.", "Open de lijst opnieuw.")
        document_id = write_frozen(w, verklaringstuk(w, kop, kader, op), op=op)
        w.update("vernietigingslijst", lijst_id, {"afgerond_op": op})
    return document_id


# ---- inside an act


def _finish(w: Writer, lijst_id: int, *, behalve: int) -> None:
    """The list is done when nothing on it waits any more."""
    wacht = [
        rij
        for rij in regels(w, lijst_id)
        if rij.id != behalve and rij.feiten.oordeel == AKKOORD and not rij.feiten.ongedaan
    ]
    if not wacht:
        kop = _lijst(w, lijst_id, GEMACHTIGD)
        status = UITGEVOERD if kop.vernietigd else INGETROKKEN
        w.update("vernietigingslijst", lijst_id, {"status": status})


def _require(punten: Sequence[Ontbreekt]) -> None:
    if punten:
        raise Storing("Vernietigen kan nu niet.", punten[0].zin)


def _require_papier(papier: str) -> None:
    if papier not in _WIJZE:
        raise Storing(
            "Vernietigen kan nu niet.", "Laat eerst het papier vernietigen, met een besluit tot vervanging."
        )


def _lijst(w: Writer, lijst_id: int, *standen: str) -> Lijstkop:
    kop = lijst(w, lijst_id)
    if kop is None or kop.status not in standen:
        raise Storing("Deze lijst staat al anders.", "Open de lijst opnieuw.")
    return kop


def _regel(r: Lezer, regel_id: int) -> Lijstregel:
    rij = regel(r, regel_id)
    if rij is None:
        raise Storing("Dit dossier staat niet meer op de lijst.", "Open de lijst opnieuw.")
    return rij


def _op_lijst(w: Writer, dossier_id: int) -> bool:
    return (
        w.value(
            "SELECT 1 FROM vernietigingsregel x JOIN vernietigingslijst l ON l.id = x.lijst_id "
            "WHERE x.dossier_id = ? AND x.ongedaan_op IS NULL AND x.oordeel <> 'niet_akkoord' "
            "AND l.status IN ('ter_machtiging', 'gemachtigd')",
            dossier_id,
        )
        is not None
    )

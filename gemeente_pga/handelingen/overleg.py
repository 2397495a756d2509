# SPDX-License-Identifier: EUPL-1.2
"""Acts around a casusoverleg: prepare, record what was said and agreed, collect reactions.

Freezing the verslag is in handelingen/verslag.py. Whatever was vastgesteld is closed here (`_open`);
while it lies ter reactie its contents stay as they are (`_editable`).
"""

from collections.abc import Collection, Mapping
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overleg import (
    CONCEPT,
    GEDAAN,
    TER_REACTIE,
    VASTGESTELD,
    VOORBEREIDING,
    Actie,
    Besluit,
    Bespreking,
    Deelnemer,
    Overleg,
    Reactie,
    Voortgang,
)
from gemeente_pga.domain.overlegstand import ontbreekt
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.stappen import ontbreekt_voor_overleg
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.herbeoordeeldag import set_herbeoordeling
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.overlegtafel import invite, write_agenda, write_bij
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.handelingen.verstrekking import from_actie
from gemeente_pga.store.queries.beperking import is_beperkt
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.overleg import stand
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def prepare_overleg(
    store: Store,
    overleg: Overleg,
    *,
    casus_ids: Collection[int],
    deelnemers: Mapping[Deelnemer, Collection[int]],
    vorig_overleg_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """A new meeting with its agenda and participants; deelnemers maps each to the casus ids they come for."""
    with store.write(Handeling.OVERLEG_VOORBEREIDEN) as w:
        nummer = next_nummer(w, "overleg", f"O{overleg.datum.year}-", 2)
        extra = {"nummer": nummer, "status": VOORBEREIDING, "vorig_overleg_id": vorig_overleg_id}
        overleg_id = w.insert("overleg", overleg, **extra)
        w.onderwerp = ("overleg", overleg_id)
        punten = write_agenda(w, overleg_id, casus_ids)
        for deelnemer, voor in deelnemers.items():
            deelnemer_id = w.insert("overleg_deelnemer", deelnemer, overleg_id=overleg_id)
            write_bij(w, deelnemer_id, [punten[c] for c in voor if c in punten])
        _discard(w, concept)
    return overleg_id


def change_overleg(
    store: Store, overleg_id: int, overleg: Overleg, *, concept: Conceptsleutel = None
) -> None:
    """Date, place, chair, copies, next meeting."""
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        _editable(w, overleg_id)
        w.update("overleg", overleg_id, overleg)
        _discard(w, concept)


def change_agenda(
    store: Store,
    overleg_id: int,
    casus_ids: Collection[int],
    *,
    deelnemers: Mapping[Deelnemer, Collection[int]] | None = None,
    concept: Conceptsleutel = None,
) -> None:
    """The casussen in their order. A casus about which something was recorded stays on the agenda.

    deelnemers: who to invite for a casus that is new on the agenda; who is on the list already is kept.
    Who was to come for casussen that went off it only, and of whom nothing was recorded, goes off the list.
    """
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        _editable(w, overleg_id)
        stonden = {
            b["casus_id"] for b in w.rows("SELECT casus_id FROM bespreking WHERE overleg_id = ?", overleg_id)
        }
        kwamen = _komen(w, overleg_id)
        punten = write_agenda(w, overleg_id, casus_ids)
        for deelnemer_id in kwamen - _komen(w, overleg_id):
            if not w.value("SELECT aanwezig FROM overleg_deelnemer WHERE id = ?", deelnemer_id):
                w.delete("overleg_deelnemer", deelnemer_id)
        for deelnemer, voor in (deelnemers or {}).items():
            nieuw = [punten[c] for c in voor if c in punten and c not in stonden]
            if nieuw:
                invite(w, overleg_id, deelnemer, nieuw)
        _discard(w, concept)


def _komen(w: Writer, overleg_id: int) -> set[int]:
    """The participants who come for at least one casus."""
    rijen = w.rows(
        "SELECT DISTINCT o.id FROM overleg_deelnemer o JOIN bespreking_deelnemer b "
        "ON b.overleg_deelnemer_id = o.id WHERE o.overleg_id = ?",
        overleg_id,
    )
    return {rij["id"] for rij in rijen}


def record_deelnemer(
    store: Store,
    overleg_id: int,
    deelnemer: Deelnemer,
    *,
    bespreking_ids: Collection[int],
    deelnemer_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """Add or change a participant, with the casussen they sit in on."""
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        _editable(w, overleg_id)
        if deelnemer_id is None:
            deelnemer_id = w.insert("overleg_deelnemer", deelnemer, overleg_id=overleg_id)
        else:
            w.update("overleg_deelnemer", deelnemer_id, deelnemer)
        write_bij(w, deelnemer_id, bespreking_ids)
        _discard(w, concept)
    return deelnemer_id


def record_aanwezigheid(store: Store, overleg_id: int, deelnemers: Mapping[int, Deelnemer]) -> None:
    """Who was there and who confirmed secrecy, for several participants (by id) in one act."""
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        _editable(w, overleg_id)
        for deelnemer_id, deelnemer in deelnemers.items():
            w.update("overleg_deelnemer", deelnemer_id, deelnemer)


def remove_deelnemer(store: Store, overleg_id: int, deelnemer_id: int) -> None:
    """Take somebody off the list who was never invited."""
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        _editable(w, overleg_id)
        write_bij(w, deelnemer_id, ())
        w.delete("overleg_deelnemer", deelnemer_id)


def begin_overleg(store: Store, overleg_id: int) -> None:
    """From preparing to minuting; every casus on the agenda is now in its casusoverleg."""
    with store.write(Handeling.OVERLEG_BEGINNEN, onderwerp=("overleg", overleg_id)) as w:
        if _open(w, overleg_id) != VOORBEREIDING:
            raise Storing("Dit overleg is al begonnen.", "Werk het verder uit.")
        w.update("overleg", overleg_id, {"status": CONCEPT})
        dag = date.fromisoformat(w.value("SELECT datum FROM overleg WHERE id = ?", overleg_id))
        vraag = "SELECT casus_id, dossier_id FROM bespreking WHERE overleg_id = ?"
        for rij in w.rows(vraag, overleg_id):
            _check_beperkt(w, rij)
            require_dossier(w, rij["dossier_id"], Deur.OVERLEG, dag)
            _check_voorbereid(w, rij["casus_id"])
            move_casus(w, rij["casus_id"], "casusoverleg_loopt", op=dag, mits_toegestaan=True)


def _check_beperkt(w: Writer, punt: Mapping[str, int]) -> None:
    """Of several casussen it says which one stands in the way, and how the others go on."""
    if is_beperkt(w, punt["dossier_id"]):
        nummer = w.value("SELECT nummer FROM casus WHERE id = ?", punt["casus_id"])
        raise Storing(
            f"Casus {nummer} kan nu niet worden besproken: de verwerking van dat dossier is beperkt.",
            f"Haal casus {nummer} van de agenda. Dan kan het overleg over de andere casussen beginnen.",
        )


def _check_voorbereid(w: Writer, casus_id: int) -> None:
    """A casus is discussed once it is clear who takes part and whether the betrokkene is told."""
    feiten = casusfeiten(w, casus_id)
    punten = ontbreekt_voor_overleg(feiten) if feiten else ()
    if punten:
        nummer = w.value("SELECT nummer FROM casus WHERE id = ?", casus_id)
        raise Storing("Dit overleg kan nog niet beginnen.", f"Casus {nummer}: {punten[0].zin}")


def log_langer_open(store: Store, overleg_id: int) -> None:
    """Record that the kluis may stay open longer than usual during this meeting."""
    with store.write(Handeling.OVERLEG_LANGER_OPEN, onderwerp=("overleg", overleg_id)):
        pass


def record_bespreking(
    store: Store, bespreking_id: int, bespreking: Bespreking, *, concept: Conceptsleutel = None
) -> None:
    """Purpose, considerations, informing decision and next review of one casus."""
    with store.write(Handeling.BESPREKING_BIJWERKEN, onderwerp=("bespreking", bespreking_id)) as w:
        casus_id = _open_bespreking(w, bespreking_id)["casus_id"]
        w.update("bespreking", bespreking_id, bespreking)
        _carry_over(w, casus_id, bespreking_id, bespreking)
        _discard(w, concept)


def record_besluit(
    store: Store,
    bespreking_id: int,
    besluit: Besluit,
    *,
    besluit_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """A numbered decision, new or changed."""
    with store.write(Handeling.BESLUIT_VASTLEGGEN, onderwerp=("bespreking", bespreking_id)) as w:
        dossier_id = _open_bespreking(w, bespreking_id)["dossier_id"]
        if besluit_id is None:
            nummer = _next_volgnummer(w, "besluit", bespreking_id)
            plek = {"dossier_id": dossier_id, "bespreking_id": bespreking_id, "volgnummer": nummer}
            besluit_id = w.insert("besluit", besluit, **plek)
        else:
            w.update("besluit", besluit_id, besluit)
        _discard(w, concept)
    return besluit_id


def record_actie(
    store: Store,
    bespreking_id: int,
    actie: Actie,
    *,
    actie_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """An action, new or changed."""
    with store.write(Handeling.ACTIE_VASTLEGGEN, onderwerp=("bespreking", bespreking_id)) as w:
        punt = _open_bespreking(w, bespreking_id)
        if actie_id is None:
            nummer = _next_volgnummer(w, "actie", bespreking_id)
            plek = {"dossier_id": punt["dossier_id"], "casus_id": punt["casus_id"]}
            actie_id = w.insert("actie", actie, bespreking_id=bespreking_id, volgnummer=nummer, **plek)
        else:
            w.update("actie", actie_id, actie)
        _discard(w, concept)
    return actie_id


def remove_regel(store: Store, bespreking_id: int, soort: str, regel_id: int) -> None:
    """Take a besluit or actie out of minutes that are still a concept; the others are numbered again."""
    if soort not in {"besluit", "actie"}:
        raise ValueError(soort)
    act = Handeling.BESLUIT_VASTLEGGEN if soort == "besluit" else Handeling.ACTIE_VASTLEGGEN
    with store.write(act, onderwerp=("bespreking", bespreking_id)) as w:
        _open_bespreking(w, bespreking_id)
        if soort == "actie":
            if w.value("SELECT 1 FROM verstrekking WHERE actie_id = ?", regel_id):
                raise Storing(
                    "Deze actie is gedaan en staat als verstrekking in het register.",
                    "Is zij toch niet gedaan? Leg dat dan vast bij de actie.",
                )
            for rij in w.rows("SELECT id FROM actie_voortgang WHERE actie_id = ?", regel_id):
                w.delete("actie_voortgang", rij["id"])
        w.delete(soort, regel_id)
        over = w.rows(f"SELECT id FROM {soort} WHERE bespreking_id = ? ORDER BY volgnummer", bespreking_id)  # noqa: S608  soort is one of two words
        for nummer, rij in enumerate(over, start=1):
            w.update(soort, rij["id"], {"volgnummer": nummer})


def record_voortgang(
    store: Store,
    actie_id: int,
    voortgang: Voortgang,
    *,
    bespreking_id: int | None = None,
    concept: Conceptsleutel = None,
) -> None:
    """What became of an action, at a meeting (bespreking_id) or in between."""
    with store.write(Handeling.ACTIE_BIJWERKEN, onderwerp=("actie", actie_id)) as w:
        if bespreking_id is not None:
            _open_bespreking(w, bespreking_id)
        actie = w.row("SELECT dossier_id, naar_buiten FROM actie WHERE id = ?", actie_id) or {}
        dossier_id = actie["dossier_id"]
        if not (actie["naar_buiten"] and voortgang.status == GEDAAN):  # what was given must be on record
            refuse_beperkt(w, dossier_id)
        eerder = w.value(
            "SELECT id FROM actie_voortgang WHERE actie_id = ? AND bespreking_id = ?", actie_id, bespreking_id
        )
        if eerder is None:
            plek = {"dossier_id": dossier_id, "actie_id": actie_id, "bespreking_id": bespreking_id}
            w.insert("actie_voortgang", voortgang, **plek)
        else:
            w.update("actie_voortgang", eerder, voortgang)
        w.update("actie", actie_id, {"status": voortgang.status})
        dag = voortgang.gebeurd_op or date.fromisoformat(w.vastgelegd_op[:10])
        from_actie(w, actie_id, dag)
        _discard(w, concept)


def put_ter_reactie(store: Store, overleg_id: int, *, op: date, reageren_voor: date | None) -> None:
    """The concept goes round; who has not answered by reageren_voor is recorded as having been silent.

    Taken back and put round again, it lies ter reactie since the first day: reactions of before stay.
    """
    with store.write(Handeling.OVERLEG_TER_REACTIE, onderwerp=("overleg", overleg_id)) as w:
        if _open(w, overleg_id) != CONCEPT:
            raise Storing("Alleen een concept kan ter reactie.", "Begin eerst met uitwerken.")
        nu = stand(w, overleg_id)
        open_ = ontbreekt(nu) if nu else ()
        if open_:
            raise Storing("Het verslag kan nog niet ter reactie.", open_[0].zin)
        eerder = w.value("SELECT ter_reactie_op FROM overleg WHERE id = ?", overleg_id)
        velden = {"status": TER_REACTIE, "ter_reactie_op": eerder or op, "reageren_voor": reageren_voor}
        w.update("overleg", overleg_id, velden)


def take_back(store: Store, overleg_id: int) -> None:
    """Back from ter reactie to concept, because something must change. Reactions stay."""
    with store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        if _open(w, overleg_id) != TER_REACTIE:
            raise Storing("Dit verslag ligt niet ter reactie.", "Werk het concept uit.")
        w.update("overleg", overleg_id, {"status": CONCEPT})


def record_reactie(
    store: Store, overleg_id: int, deelnemer_id: int, reactie: Reactie, *, concept: Conceptsleutel = None
) -> None:
    """What a participant says of the concept."""
    with store.write(Handeling.OVERLEG_REACTIE, onderwerp=("overleg", overleg_id)) as w:
        _open(w, overleg_id)
        w.update("overleg_deelnemer", deelnemer_id, reactie)
        _discard(w, concept)


def record_stilte(store: Store, overleg_id: int, *, op: date) -> int:
    """Whoever has not answered by now gave no reaction. Gives how many that were."""
    with store.write(Handeling.OVERLEG_REACTIE, onderwerp=("overleg", overleg_id)) as w:
        if _open(w, overleg_id) != TER_REACTIE:
            raise Storing("Dit verslag ligt niet ter reactie.", "Zet het eerst ter reactie.")
        stil = w.rows("SELECT id FROM overleg_deelnemer WHERE overleg_id = ? AND reactie = ''", overleg_id)
        for rij in stil:
            w.update("overleg_deelnemer", rij["id"], {"reactie": "geen_reactie", "reactie_op": op})
    return len(stil)


def _carry_over(w: Writer, casus_id: int, bespreking_id: int, bespreking: Bespreking) -> None:
    """What was decided at the table holds for the casus at once, so that Bureau reminds of it.

    A casus that was closed since stays as it was closed; the verslag says what was decided. A review that
    was due is not put off by naming another day: it is done first.
    """
    if w.value("SELECT gesloten_op FROM casus WHERE id = ?", casus_id):
        return
    datum = "SELECT o.datum FROM overleg o JOIN bespreking b ON b.overleg_id = o.id WHERE b.id = ?"
    dag = date.fromisoformat(w.value(datum, bespreking_id))
    if bespreking.informeren:
        velden = ("informeren", "informeren_grondslag", "informeren_reden", "informeren_opnieuw_op")
        besluit = {veld: getattr(bespreking, veld) for veld in velden} | {"informeren_door": "casusoverleg"}
        if bespreking.informeren == "ja":
            dossier_id = w.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
            require_dossier(w, dossier_id, Deur.INFORMEREN, dag)
            besluit["informeren_grondslag"] = ""  # the ground to wait is gone
        w.update("casus", casus_id, besluit)
    if bespreking.volgende_herbeoordeling:
        verder = bespreking.volgende_herbeoordeling
        set_herbeoordeling(w, casus_id, verder, op=dag, mits_toegestaan=True)


def _open(w: Writer, overleg_id: int) -> str:
    """The state of a meeting that may still change."""
    status = w.value("SELECT status FROM overleg WHERE id = ?", overleg_id)
    if status is None:
        raise Storing("Dit overleg is er niet meer.", "Ga terug naar de lijst met overleggen.")
    if status == VASTGESTELD:
        raise Storing(
            "Dit verslag is vastgesteld en kan niet meer veranderen.",
            "Zet een aanvulling op de agenda van het volgende overleg.",
        )
    return str(status)


def _editable(w: Writer, overleg_id: int) -> None:
    """May the contents change? Not while others are reading them."""
    if _open(w, overleg_id) == TER_REACTIE:
        raise Storing(
            "Dit verslag ligt ter reactie. Zo lang blijft de tekst zoals hij is.",
            "Zet het eerst terug naar concept, bij Verslag.",
        )


def _open_bespreking(w: Writer, bespreking_id: int) -> Mapping[str, int]:
    rij = w.row("SELECT overleg_id, dossier_id, casus_id FROM bespreking WHERE id = ?", bespreking_id)
    if rij is None:
        raise Storing("Deze casus staat niet meer op de agenda.", "Open het overleg opnieuw.")
    _editable(w, rij["overleg_id"])
    w.dossier_id = rij["dossier_id"]
    refuse_beperkt(w, rij["dossier_id"])
    return rij


def _next_volgnummer(w: Writer, tabel: str, bespreking_id: int) -> int:
    hoogste = w.value(f"SELECT max(volgnummer) FROM {tabel} WHERE bespreking_id = ?", bespreking_id)  # noqa: S608  a table of ours
    return int(hoogste or 0) + 1


def _discard(w: Writer, concept: Conceptsleutel) -> None:
    if concept:
        w.discard_concept(*concept)

# SPDX-License-Identifier: EUPL-1.2
"""Acts of a waarneming: who leads, from when, on what mandate, and what was chosen when two copies parted."""

from collections.abc import Sequence
from datetime import datetime

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.waarneming import Kant, NogNietBegonnen, Schakel, Stand, Uitgifte
from gemeente_pga.store.queries.waarneming import waarneming
from gemeente_pga.store.store import Store, Writer


def give_out(store: Store, uitgifte: Uitgifte, nu: datetime) -> int:
    """From this act on the kluis here does not lead. The copy for the waarnemer is made after it."""
    with store.write(Handeling.WAARNEMING_UITGEVEN) as w:
        rij_id = w.insert(
            "waarneming",
            uitgifte,
            stand=Stand.VOORBEREID,
            herkomst=store.wie.herkomst,
            uitgegeven_op=nu,
        )
        w.onderwerp = ("waarneming", rij_id)
        w.discard_concept("inrichting", "waarneming")
    return rij_id


def log_overdracht(store: Store, nu: datetime) -> None:
    """The copy on the stick is made and verified: for the waarnemer, or back for the coordinator."""
    with store.write(Handeling.WAARNEMING_OVERDRACHT) as w:
        rij_id, stand = _huidige(w)
        if stand is Stand.VOORBEREID:
            w.update("waarneming", rij_id, {"stand": Stand.UITGEGEVEN, "overgedragen_op": nu})


def begin_waarneming(store: Store, nu: datetime) -> None:
    """From this act on the copy of the waarnemer leads. NogNietBegonnen before the first day."""
    with store.reader() as r:
        huidige = waarneming(r)
    if huidige is not None and nu.date() < huidige.van:
        raise NogNietBegonnen(huidige.van)
    with store.write(Handeling.WAARNEMING_BEGINNEN) as w:
        w.update("waarneming", _huidige(w)[0], {"stand": Stand.BEGONNEN, "begonnen_op": nu})


def give_back(store: Store, nu: datetime) -> None:
    """From this act on the copy of the waarnemer does not lead."""
    with store.write(Handeling.WAARNEMING_TERUGGEVEN) as w:
        w.update("waarneming", _huidige(w)[0], {"stand": Stand.TERUGGEGEVEN, "teruggegeven_op": nu})


def resume(store: Store, reden: str, nu: datetime) -> None:
    """Go on in a copy that did not lead; the waarnemer resumes his waarneming, the coordinator her kluis."""
    with store.write(Handeling.WAARNEMING_HERVATTEN, reden=reden) as w:
        rij_id, stand = _huidige(w)
        verder = Stand.BEGONNEN if stand is Stand.TERUGGEGEVEN else Stand.HERVAT
        w.update("waarneming", rij_id, {"stand": verder, "hervat_op": nu})


def break_off(store: Store, nu: datetime) -> None:
    """No waarneming comes of it, or nothing of it will come back: the kluis here leads."""
    with store.write(Handeling.WAARNEMING_AFBREKEN) as w:
        w.update(
            "waarneming", _huidige(w)[0], {"stand": Stand.AFGEBROKEN, "afgerond_op": nu, "leidend": "hier"}
        )


def take_in(
    store: Store,
    leidend: Kant,
    reden: str,
    *,
    gemeenschappelijk: int,
    alleen_ander: Sequence[Schakel],
    nu: datetime,
) -> None:
    """End the waarneming in the copy that leads from now on, with the acts that only the other one has."""
    daar = leidend is Kant.DAAR
    act = Handeling.WAARNEMING_INNEMEN if daar else Handeling.WAARNEMING_HIER_HOUDEN
    with store.write(act, reden=reden) as w:
        huidige = waarneming(w)  # none in a kluis from a back-up of before it was given out
        afloop = {
            "stand": Stand.INGENOMEN,
            "afgerond_op": nu,
            "leidend": leidend.value,
            "gemeenschappelijk": gemeenschappelijk,
        }
        if huidige is not None:
            w.update("waarneming", huidige.id, afloop)
            w.onderwerp = ("waarneming", huidige.id)
        for schakel in alleen_ander:
            _neem_op(w, huidige.id if huidige is not None else None, schakel)


def settle(store: Store, rij_id: int, hoe: str, nu: datetime) -> None:
    """What became of an act that only the other copy had. hoe: a code of GEDAAN."""
    with store.write(
        Handeling.WAARNEMING_OVERDOEN, onderwerp=("waarneming_handeling", rij_id), reden=hoe
    ) as w:
        w.update("waarneming_handeling", rij_id, {"gedaan": hoe, "gedaan_op": nu})


def log_lijst(store: Store, *, opgeslagen: bool) -> None:
    """Record that the list of acts to be entered again went to a printer or into a file."""
    opslaan, afdrukken = Handeling.WAARNEMING_LIJST_OPSLAAN, Handeling.WAARNEMING_LIJST_AFDRUKKEN
    with store.write(opslaan if opgeslagen else afdrukken):
        pass


def log_verwijderd(store: Store) -> None:
    """Record, in the kluis that is about to go, that the waarnemer removes it after giving it back."""
    with store.write(Handeling.WAARNEMING_VERWIJDEREN) as w:
        _huidige(w)


def log_opzij_verwijderd(store: Store) -> None:
    """Record that a kluis that had been put aside was removed."""
    with store.write(Handeling.WAARNEMING_OPZIJ_VERWIJDEREN):
        pass


def _huidige(w: Writer) -> tuple[int, Stand]:
    huidige = waarneming(w)
    if huidige is None:
        raise LookupError("no waarneming")
    w.onderwerp = ("waarneming", huidige.id)
    return huidige.id, huidige.stand


def _neem_op(w: Writer, waarneming_id: int | None, s: Schakel) -> None:
    """With the dossier when it is in this kluis too; otherwise with its number."""
    hier = s.dossier_id is not None and w.value("SELECT 1 FROM dossier WHERE id = ?", s.dossier_id)
    w.insert(
        "waarneming_handeling",
        {
            "waarneming_id": waarneming_id,
            "dossier_id": s.dossier_id if hier else None,
            "dossiernummer": "" if hier else s.dossiernummer,
            "n": s.n,
            "code": s.code,
            "tijd": s.tijd.isoformat(timespec="milliseconds"),
            "gebruiker_id": s.gebruiker_id,
            "slot": s.slot,
            "reden": s.reden,
            "over_te_doen": s.is_vastlegging,
        },
    )

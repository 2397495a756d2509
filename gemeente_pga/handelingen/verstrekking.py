# SPDX-License-Identifier: EUPL-1.2
"""Acts on giving information outside the meetings, and on the agreement of the giver.

The rule is asked again inside the act: an agreement may have been withdrawn since the form was judged.
"""

from collections.abc import Collection
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.uitwisseling import Meldingsdeel, Meldingswens
from gemeente_pga.domain.verstrekking import (
    BUITEN,
    Akkoord,
    Verstrekking,
    check_items,
    mist_overeenkomst,
    mist_verstrekkinggrond,
)
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.poort import require
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.uitwisseling import kopieerstuk, meldingsdeel
from gemeente_pga.store.queries.verstrekking import verstrekkingrond
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def register_verstrekking(
    store: Store,
    dossier_id: int,
    verstrekking: Verstrekking,
    informatie_ids: Collection[int],
    *,
    op: date,
    concept: Conceptsleutel = None,
) -> int:
    """Record what was given, with the items that were named with it. op: today."""
    with store.write(Handeling.VERSTREKKING_VASTLEGGEN, dossier_id=dossier_id) as w:
        require(w, dossier_id, Deur.VERSTREKKING, op)
        verstrekking_id = write_verstrekking(w, dossier_id, verstrekking, informatie_ids)
        w.onderwerp = ("verstrekking", verstrekking_id)
        if concept:
            w.discard_concept(*concept)
    return verstrekking_id


def register_kopieerblad(
    store: Store,
    signaal_id: int,
    wens: Meldingswens,
    gezien: Meldingsdeel,
    kader: Kader,
    *,
    op: date,
    concept: Conceptsleutel = None,
) -> int:
    """Record that a signal was given as a registration by hand, with the sheet that was copied. Its id.

    gezien: what the screen showed; what changed since is not given.
    """
    with store.write(Handeling.VERSTREKKING_VASTLEGGEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
        if dossier_id is None:
            raise Storing("Dit signaal is er niet meer.", "Ga terug naar de lijst met dossiers.")
        w.dossier_id = dossier_id
        require(w, dossier_id, Deur.VERSTREKKING, op)
        partij_id = wens.verstrekking.partij_id
        deel = meldingsdeel(w, signaal_id, partij_id, kader, op, gebruiker_id=store.wie.gebruiker_id)
        if deel != gezien:
            raise Storing("Er is intussen iets gewijzigd.", "Kijk na wat weggaat en leg het opnieuw vast.")
        verstrekking_id = write_verstrekking(w, dossier_id, wens.verstrekking, deel.informatie_ids)
        w.onderwerp = ("verstrekking", verstrekking_id)
        document_id = write_frozen(w, kopieerstuk(w, signaal_id, deel, wens, kader, op), op=op)
        if concept:
            w.discard_concept(*concept)
    return document_id


def write_verstrekking(
    w: Writer,
    dossier_id: int,
    verstrekking: Verstrekking,
    informatie_ids: Collection[int],
    *,
    actie_id: int | None = None,
) -> int:
    """The rows of one verstrekking, inside the act that gives it."""
    try:
        rond = verstrekkingrond(w, dossier_id, informatie_ids, verstrekking.op)
    except KeyError:
        raise Storing("Een gegeven is er niet meer.", "Open het dossier opnieuw.") from None
    gebreken = mist_verstrekkinggrond(verstrekking, kader_van_dossier(w, dossier_id))
    reden = gebreken[0].melding if gebreken else mist_overeenkomst(verstrekking, rond)
    reden = reden or check_items(verstrekking, rond.items)
    if reden:
        raise Storing("Dit mag niet worden verstrekt.", reden)
    verstrekking_id = w.insert("verstrekking", verstrekking, dossier_id=dossier_id, actie_id=actie_id)
    for informatie_id in informatie_ids:
        rij = {"dossier_id": dossier_id, "verstrekking_id": verstrekking_id, "informatie_id": informatie_id}
        w.insert("verstrekking_informatie", rij)
    return verstrekking_id


def from_actie(w: Writer, actie_id: int, op: date) -> None:
    """An action towards somebody outside that was done is a verstrekking; exactly one, and none if undone.

    Not held back by the gate: it happened, so it must be on record.
    """
    actie = w.row(
        "SELECT a.*, o.nummer AS overleg FROM actie a JOIN bespreking b ON b.id = a.bespreking_id "
        "JOIN overleg o ON o.id = b.overleg_id WHERE a.id = ? AND a.naar_buiten = 1",
        actie_id,
    )
    if actie is None:
        return
    al = w.value("SELECT id FROM verstrekking WHERE actie_id = ?", actie_id)
    if actie["status"] != "gedaan":
        if al is not None:
            w.delete("verstrekking", al)
        return
    verstrekking = Verstrekking(
        op=op,
        ontvanger_soort=BUITEN,
        partij_id=None,
        ontvanger=actie["buiten_wie"],
        functie="",
        wijze="",  # the minutes do not say how
        wat=actie["buiten_wat"],
        doel=actie["wat"],
        grondslag_gever=actie["buiten_grondslag"],
        grondslag_ontvanger="",
        categorie="gewoon",
        zonder_pga_context=bool(actie["zonder_pga_context"]),
        zonder_rol_reden=f"Actie {actie['volgnummer']} van overleg {actie['overleg']}.",
    )
    if al is None:
        w.insert("verstrekking", verstrekking, dossier_id=actie["dossier_id"], actie_id=actie_id)
    else:
        w.update("verstrekking", al, verstrekking)


def record_akkoord(
    store: Store,
    informatie_id: int,
    akkoord: Akkoord,
    *,
    akkoord_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """What was asked of the giver, or its answer to what was asked before. An answer does not change."""
    with store.write(Handeling.BRONAKKOORD_VASTLEGGEN) as w:
        dossier_id = w.value(
            "SELECT dossier_id FROM informatie WHERE id = ? AND geschrapt = 0", informatie_id
        )
        if dossier_id is None:
            raise Storing("Dit gegeven is er niet meer.", "Open het dossier opnieuw.")
        w.dossier_id = dossier_id
        if akkoord_id is None:
            plek = {"dossier_id": dossier_id, "informatie_id": informatie_id}
            akkoord_id = w.insert("bronakkoord", akkoord, **plek)
        elif w.value("SELECT antwoord FROM bronakkoord WHERE id = ?", akkoord_id):
            raise Storing(
                "Op deze vraag is al een antwoord vastgelegd.", "Vroeg u het opnieuw? Leg dat apart vast."
            )
        else:
            w.update("bronakkoord", akkoord_id, akkoord)
        w.onderwerp = ("bronakkoord", akkoord_id)
        if concept:
            w.discard_concept(*concept)
    return akkoord_id

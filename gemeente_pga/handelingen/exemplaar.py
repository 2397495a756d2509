# SPDX-License-Identifier: EUPL-1.2
"""Numbered copies: written when something leaves the kluis, and what became of each one.

A copy that is missing opens its datalek in the same act: nobody can forget to.
"""

from collections.abc import Collection
from datetime import date, datetime

from gemeente_pga.domain.exemplaar import (
    VERMIST,
    Bewijs,
    Standwijziging,
    Uitgiftewens,
    beginstand,
    volgende_standen,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.datalek import open_for_exemplaar
from gemeente_pga.store.queries.houders import exemplaar, volgend_nummer
from gemeente_pga.store.store import Store, Writer


def write_exemplaren(
    w: Writer, uitgifte_id: int, wens: Uitgiftewens, op: date, bewijs: Bewijs | None = None
) -> None:
    """A row for every copy of this uitgifte. Numbers run on over all copies of the document or attachment.

    bewijs: the copies were made with these numbers on them, and these are their hashes.
    """
    rij = w.row(
        "SELECT u.dossier_id, u.document_id, u.bijlage_id, coalesce(d.soort, '') AS soort FROM uitgifte u "
        "LEFT JOIN document d ON d.id = u.document_id WHERE u.id = ?",
        uitgifte_id,
    )
    if rij is None:
        raise LookupError("no such uitgifte")
    eerste = volgend_nummer(w, document_id=rij["document_id"], bijlage_id=rij["bijlage_id"])
    if bewijs is not None and (bewijs.eerste, len(bewijs.sha256)) != (eerste, len(wens.houders)):
        raise Storing("Er kwam een ander exemplaar tussen.", "Probeer het opnieuw.")
    stand = beginstand(wens, rij["soort"])
    for plaats, wie in enumerate(wens.houders):
        eigen = {"nummer": eerste + plaats, "sha256": bewijs.sha256[plaats] if bewijs is not None else ""}
        plek = {"dossier_id": rij["dossier_id"], "uitgifte_id": uitgifte_id, **eigen}
        w.insert("exemplaar", wie, **plek, stand=stand, stand_op=op)


def set_stand(
    store: Store,
    exemplaar_ids: Collection[int],
    wijziging: Standwijziging,
    *,
    nu: datetime,
    concept: tuple[str, str] | None = None,
) -> int | None:
    """What became of these copies. Gives the id of the datalek that a missing one opened or joined."""
    datalek_id = None
    with store.write(Handeling.EXEMPLAAR_STAND) as w:
        for exemplaar_id in exemplaar_ids:
            nu_zo = exemplaar(w, exemplaar_id)
            if nu_zo is None:
                raise Storing("Dit exemplaar is er niet meer.", "Open de lijst opnieuw.")
            if wijziging.stand not in volgende_standen(nu_zo.stand):
                raise Storing(
                    f"Exemplaar {nu_zo.nummer} staat al anders in het register.", "Open de lijst opnieuw."
                )
            w.update("exemplaar", exemplaar_id, wijziging)
            w.onderwerp = ("exemplaar", exemplaar_id)
            if wijziging.stand == VERMIST:
                datalek_id = open_for_exemplaar(w, nu_zo, nu)
        if concept:
            w.discard_concept(*concept)
    return datalek_id


def log_nagaan(store: Store, exemplaar_id: int | None = None) -> None:
    """Record that a paper or file that was found was looked up in the register, and which copy it was."""
    onderwerp = ("exemplaar", exemplaar_id) if exemplaar_id is not None else None
    with store.write(Handeling.EXEMPLAAR_NAGAAN, onderwerp=onderwerp):
        pass


def log_lijst(store: Store) -> None:
    """Record that a list of copies with their holders was printed."""
    with store.write(Handeling.EXEMPLAAR_LIJST):
        pass

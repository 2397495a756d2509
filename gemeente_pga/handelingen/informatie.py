# SPDX-License-Identifier: EUPL-1.2
"""Acts on information items: record, correct, strike. The same for a weging and a bespreking."""

from collections.abc import Collection, Mapping

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import Informatie, InformatieItem, mist_grond
from gemeente_pga.domain.overleg import TER_REACTIE, VASTGESTELD
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.store.queries.informatie import informatie_item
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.store import Store, Writer


def register_informatie(
    store: Store,
    dossier_id: int,
    informatie: Informatie,
    *,
    waarbij: Mapping[str, int | str | None],
    deelbaar_met: Collection[int] = (),
    aanvulling: str | None = None,
    concept: tuple[str, str] | None = None,
) -> int:
    """Record one item.

    waarbij: weging_id or bespreking_id, and signaal_id with signaal_deel when it came from a signaal.
    aanvulling: reason code (list reden_correctie) to add to what was vastgesteld; without it that is refused.
    """
    with store.write(Handeling.INFORMATIE_TOEVOEGEN, dossier_id=dossier_id, reden=aanvulling) as w:
        if not aanvulling:
            _refuse_frozen(w, waarbij.get("weging_id"), waarbij.get("bespreking_id"))
        refuse_beperkt(w, dossier_id)
        _refuse_ongegrond(w, dossier_id, informatie)
        informatie_id = w.insert("informatie", informatie, dossier_id=dossier_id, **waarbij)
        _write_deelbaar(w, dossier_id, informatie_id, deelbaar_met)
        w.onderwerp = ("informatie", informatie_id)
        if concept:
            w.discard_concept(*concept)
    return informatie_id


def correct_informatie(
    store: Store,
    informatie_id: int,
    informatie: Informatie,
    *,
    deelbaar_met: Collection[int] = (),
    concept: tuple[str, str] | None = None,
) -> None:
    """Change an item while its weging or bespreking is still a concept; refused afterwards."""
    with store.write(Handeling.INFORMATIE_CORRIGEREN, onderwerp=("informatie", informatie_id)) as w:
        item = _open_item(w, informatie_id)
        _refuse_ongegrond(w, item.dossier_id, informatie)
        w.update("informatie", informatie_id, informatie)
        for rij in w.rows("SELECT id FROM informatie_deelbaar WHERE informatie_id = ?", informatie_id):
            w.delete("informatie_deelbaar", rij["id"])
        _write_deelbaar(w, item.dossier_id, informatie_id, deelbaar_met)
        if concept:
            w.discard_concept(*concept)


def strike_informatie(
    store: Store, informatie_id: int, *, concepten: Collection[tuple[str, str]] = ()
) -> None:
    """Strike an item: its text is really gone, from row, index and concept; only that it was there stays."""
    with store.write(Handeling.INFORMATIE_SCHRAPPEN, onderwerp=("informatie", informatie_id)) as w:
        _open_item(w, informatie_id)
        for rij in w.rows("SELECT id FROM weging_feit WHERE informatie_id = ?", informatie_id):
            w.delete("weging_feit", rij["id"])
        leeg = {"tekst": "", "bron": "", "gever": "", "noodzaak": "", "doel": "", "geschrapt": True}
        w.update("informatie", informatie_id, leeg)
        for soort, sleutel in concepten:
            w.discard_concept(soort, sleutel)
    store.clear_journal()  # the pages as they were before this act hold the struck text


def _open_item(w: Writer, informatie_id: int) -> InformatieItem:
    """The item that this act changes, or a Storing when it is gone or frozen."""
    item = informatie_item(w, informatie_id)
    if item is None:
        raise Storing("Deze informatie is er niet meer.", "Ga terug en open het dossier opnieuw.")
    _refuse_frozen(w, item.weging_id, item.bespreking_id)
    refuse_beperkt(w, item.dossier_id, (informatie_id,))
    w.dossier_id = item.dossier_id
    return item


def _refuse_ongegrond(w: Writer, dossier_id: int, informatie: Informatie) -> None:
    """Asked again inside the act: no way around the form leads past the kader of this dossier."""
    gebreken = mist_grond(informatie, kader_van_dossier(w, dossier_id))
    if gebreken:
        raise Storing("Deze informatie mag zo niet worden vastgelegd.", gebreken[0].melding)


def _write_deelbaar(w: Writer, dossier_id: int, informatie_id: int, partijen: Collection[int]) -> None:
    for partij_id in partijen:
        rij = {"dossier_id": dossier_id, "informatie_id": informatie_id, "partij_id": partij_id}
        w.insert("informatie_deelbaar", rij)


def _refuse_frozen(w: Writer, weging_id: int | str | None, bespreking_id: int | str | None) -> None:
    """What was vastgesteld is frozen: a correction is an addition, both stay readable."""
    overleg = w.value(
        "SELECT o.status FROM bespreking b JOIN overleg o ON o.id = b.overleg_id WHERE b.id = ?",
        bespreking_id,
    )
    if overleg == TER_REACTIE:
        raise Storing(
            "Het verslag ligt ter reactie. Wat erin staat, verandert nu niet.",
            "Neem het verslag eerst terug naar concept.",
        )
    if VASTGESTELD in (overleg, w.value("SELECT status FROM weging WHERE id = ?", weging_id)):
        raise Storing(
            "Dit hoort bij een vastgesteld stuk en kan niet meer veranderen.",
            "Leg een aanvulling vast met wat er niet klopte.",
        )

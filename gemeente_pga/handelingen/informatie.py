# SPDX-License-Identifier: EUPL-1.2
"""Acts on information items: record, correct, strike. The same for a weging and a bespreking."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.grond import HEIMELIJK_WEEGT_NIET, OPEN_BRON, lijkt_op_volgen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import Informatie, InformatieItem, mist_grond, weegt_niet
from gemeente_pga.domain.overleg import TER_REACTIE, VASTGESTELD
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.poort import require_open
from gemeente_pga.store.queries.informatie import informatie_item, informatie_van_weging
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.store import Store, Writer

_GESCHRAPT = ("tekst", "bron", "gever", "noodzaak", "doel", "vinder", "vindplaats")


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
            if waarbij.get("bespreking_id") is None:  # minutes may be worked out after the casus was closed
                require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        _refuse_ongegrond(w, dossier_id, informatie, waarbij.get("signaal_id"))
        _refuse_volgen(w, dossier_id, informatie)
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
        _refuse_ongegrond(w, item.dossier_id, informatie, item.signaal_id)
        _refuse_volgen(w, item.dossier_id, informatie, behalve=informatie_id)
        _refuse_gewogen(w, informatie_id, informatie)
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
        w.clear_traces()
        _open_item(w, informatie_id)
        for rij in w.rows("SELECT id FROM weging_feit WHERE informatie_id = ?", informatie_id):
            w.delete("weging_feit", rij["id"])
        w.update("informatie", informatie_id, dict.fromkeys(_GESCHRAPT, "") | {"geschrapt": True})
        for soort, sleutel in concepten:
            w.discard_concept(soort, sleutel)


def _open_item(w: Writer, informatie_id: int) -> InformatieItem:
    """The item that this act changes, or a Storing when it is gone or frozen."""
    item = informatie_item(w, informatie_id)
    if item is None:
        raise Storing("Deze informatie is er niet meer.", "Ga terug en open het dossier opnieuw.")
    if w.value("SELECT geschrapt FROM informatie WHERE id = ?", informatie_id):
        raise Storing("Deze informatie is geschrapt.", "Leg zo nodig nieuwe informatie vast.")
    _refuse_frozen(w, item.weging_id, item.bespreking_id)
    refuse_beperkt(w, item.dossier_id, (informatie_id,))
    w.dossier_id = item.dossier_id
    return item


def refuse_feiten(w: Writer, dossier_id: int, informatie_ids: Iterable[int]) -> None:
    """Storing when one of these may not be weighed: a help conversation without ground, or got covertly."""
    kader = kader_van_dossier(w, dossier_id)
    for informatie_id in informatie_ids:
        item = informatie_item(w, informatie_id)
        if item is None or item.dossier_id != dossier_id:
            raise Storing("Dit gegeven hoort niet bij dit dossier.", "Open de weging opnieuw.")
        zin = weegt_niet(item.inhoud, kader)
        if zin:
            raise Storing("Dit gegeven kan niet als feit worden gebruikt.", zin)


def refuse_weging(w: Writer, dossier_id: int, weging_id: int) -> None:
    """Storing when something on the table should never have come there; it says which item."""
    kader = kader_van_dossier(w, dossier_id)
    feiten = {
        rij["informatie_id"]
        for rij in w.rows(
            "SELECT f.informatie_id FROM weging_feit f "
            "JOIN weging_criterium c ON c.id = f.weging_criterium_id WHERE c.weging_id = ?",
            weging_id,
        )
    }
    for nummer, item in enumerate(informatie_van_weging(w, weging_id), start=1):
        zin = weegt_niet(item.inhoud, kader)
        if zin and (zin == HEIMELIJK_WEEGT_NIET or item.id in feiten):
            raise Storing("Het besluit kan nog niet worden vastgesteld.", f"Informatie {nummer}: {zin}")


def _refuse_gewogen(w: Writer, informatie_id: int, informatie: Informatie) -> None:
    """A fact of a criterium does not become something that may not be weighed."""
    dossier_id = w.dossier_id or 0
    if weegt_niet(informatie, kader_van_dossier(w, dossier_id)) and w.value(
        "SELECT 1 FROM weging_feit WHERE informatie_id = ?", informatie_id
    ):
        raise Storing(
            "Dit gegeven staat als feit bij een criterium, en zo mag het niet meewegen.",
            "Haal het eerst weg bij dat criterium.",
        )


def _refuse_ongegrond(
    w: Writer, dossier_id: int, informatie: Informatie, signaal_id: int | str | None
) -> None:
    """Asked again inside the act: no way around the form leads past the kader of this dossier."""
    kennis = w.value("SELECT bron_kennis FROM signaal WHERE id = ?", signaal_id)
    kader = kader_van_dossier(w, dossier_id)
    gebreken = mist_grond(informatie, kader, open_bron=kennis == OPEN_BRON)
    if gebreken:
        raise Storing("Deze informatie mag zo niet worden vastgelegd.", gebreken[0].melding)


def _refuse_volgen(w: Writer, dossier_id: int, informatie: Informatie, *, behalve: int | None = None) -> None:
    """What somebody happened to see may be here; what somebody keeps looking at may not."""
    rijen = w.rows(
        "SELECT vindplaats, gevonden_op FROM informatie WHERE dossier_id = ? AND id IS NOT ? "
        "AND geschrapt = 0 AND gevonden_op IS NOT NULL",
        dossier_id,
        behalve,
    )
    eerder = [(rij["vindplaats"], date.fromisoformat(rij["gevonden_op"])) for rij in rijen]
    zin = lijkt_op_volgen(informatie.vindplaats, informatie.gevonden_op, eerder)
    if zin:
        raise Storing("Dit mag niet worden vastgelegd.", zin)


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

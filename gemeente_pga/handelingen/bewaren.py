# SPDX-License-Identifier: EUPL-1.2
"""Acts on keeping one dossier: decide the term, keep longer, and hold up destroying.

Setting the term is the only way from afgesloten, doorgeleid or overgedragen to gesloten.
"""

from datetime import date

from gemeente_pga.domain.bewaartermijn import Vernietigingsdatum, describe_uitkomst
from gemeente_pga.domain.bewaren import (
    BEWAREN,
    GEEN_EINDDATUM,
    Bewaarkeuze,
    Bewaring,
    Opheffing,
    Opschorting,
    Verlenging,
    reminder,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.handelingen.overgang import move_casus, move_signaal
from gemeente_pga.handelingen.poort import require_bestaat
from gemeente_pga.store.queries.bewaren import Bewaarstand, bewaarstand, bewaring
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None
_SIGNALEN = (
    "SELECT id FROM signaal WHERE dossier_id = ? AND status IN ('doorgeleid', 'afgesloten', 'overgedragen')"
)
_CASUS = "SELECT id FROM casus WHERE dossier_id = ? AND status IN ('afgesloten', 'overgedragen')"


def set_bewaring(
    store: Store,
    dossier_id: int,
    keuze: Bewaarkeuze,
    kader: Kader,
    *,
    op: date,
    concept: Conceptsleutel = None,
) -> None:
    """Decide how long this dossier is kept, from a term that was signed; everything in it is then closed."""
    with store.write(Handeling.BEWAREN_VASTSTELLEN, onderwerp=("dossier", dossier_id)) as w:
        w.dossier_id = dossier_id
        require_bestaat(w, dossier_id)
        stand = bewaarstand(w, dossier_id)
        _refuse_bevestigd(w, dossier_id)
        rij = _bewaring(stand, keuze, _einddatum(stand), _verlengd_tot(w, dossier_id), kader)
        bestaat = w.value("SELECT id FROM bewaring WHERE dossier_id = ?", dossier_id)
        if bestaat is None:
            w.insert("bewaring", rij, dossier_id=dossier_id)
        else:
            w.update("bewaring", int(bestaat), rij)
        _close(w, dossier_id, op)
        if concept:
            w.discard_concept(*concept)


def _einddatum(stand: Bewaarstand) -> Vernietigingsdatum:
    uitkomst = stand.uitkomst
    if uitkomst is None:
        raise Storing("Dit dossier is nog niet gesloten.", "Sluit eerst de casus of het signaal af.")
    if not isinstance(uitkomst, Vernietigingsdatum):
        if uitkomst.reden == "niet_vastgesteld":
            raise Storing(GEEN_EINDDATUM, f"Laat de termijn vaststellen: {uitkomst.onderwerp}.")
        raise Storing("Er is nog geen einddatum.", describe_uitkomst(uitkomst))
    return uitkomst


def _bewaring(
    stand: Bewaarstand, keuze: Bewaarkeuze, uitkomst: Vernietigingsdatum, verlengd: date | None, kader: Kader
) -> Bewaring:
    einde = max(uitkomst.datum, verlengd or uitkomst.datum) if keuze.waardering != BEWAREN else None
    return Bewaring(
        bewaartermijn=uitkomst.vaststelling.code,
        vaststelling_id=stand.vaststelling_id or 0,
        waardering=keuze.waardering,
        selectielijst=keuze.selectielijst,
        grond=keuze.grond,
        begin=uitkomst.begin,
        einde=einde,
        herinneren_op=reminder(einde, uitkomst.begin, kader) if einde else None,
    )


def _verlengd_tot(w: Writer, dossier_id: int) -> date | None:
    naar = w.value("SELECT max(naar) FROM bewaarverlenging WHERE dossier_id = ?", dossier_id)
    return date.fromisoformat(naar) if naar else None


def _close(w: Writer, dossier_id: int, op: date) -> None:
    for rij in w.rows(_SIGNALEN, dossier_id):
        move_signaal(w, rij["id"], "gesloten", op=op)
    for rij in w.rows(_CASUS, dossier_id):
        move_casus(w, rij["id"], "gesloten", op=op)


def extend(
    store: Store, dossier_id: int, verlenging: Verlenging, kader: Kader, *, concept: Conceptsleutel = None
) -> None:
    """Keep it longer, with a reason and who decided."""
    with store.write(Handeling.BEWAREN_VERLENGEN, reden=verlenging.reden) as w:
        w.dossier_id = dossier_id
        _refuse_bevestigd(w, dossier_id)
        rij_id = w.value("SELECT id FROM bewaring WHERE dossier_id = ?", dossier_id)
        nu = bewaring(w, dossier_id)
        if nu is None or nu.einde is None:
            raise Storing("Dit dossier heeft geen einddatum.", "Stel eerst vast hoe lang het wordt bewaard.")
        if verlenging.naar <= nu.einde:
            raise Storing("De bewaartermijn loopt al langer.", "Kies een latere dag.")
        if not verlenging.toelichting or not verlenging.door:
            raise Storing("Verlengen kan alleen met een reden.", "Schrijf op waarom en wie dit besloot.")
        plek = {"dossier_id": dossier_id, "bewaring_id": rij_id, "van": nu.einde}
        w.onderwerp = ("bewaarverlenging", w.insert("bewaarverlenging", verlenging, **plek))
        einde = {"einde": verlenging.naar, "herinneren_op": reminder(verlenging.naar, nu.begin, kader)}
        w.update("bewaring", int(rij_id), einde)
        if concept:
            w.discard_concept(*concept)


def suspend(
    store: Store, dossier_id: int, opschorting: Opschorting, *, concept: Conceptsleutel = None
) -> int:
    """Nothing is destroyed as long as this runs; a destruction that was confirmed does not go on either."""
    with store.write(Handeling.BEWAREN_OPSCHORTEN, reden=opschorting.reden) as w:
        w.dossier_id = dossier_id
        require_bestaat(w, dossier_id)
        rij_id = w.insert("opschorting", opschorting, dossier_id=dossier_id)
        w.onderwerp = ("opschorting", rij_id)
        if concept:
            w.discard_concept(*concept)
    return rij_id


def resume(
    store: Store, opschorting_id: int, opheffing: Opheffing, *, concept: Conceptsleutel = None
) -> None:
    """End a suspension, with why it is not needed any more."""
    with store.write(Handeling.BEWAREN_HERVATTEN, onderwerp=("opschorting", opschorting_id)) as w:
        rij = w.row("SELECT dossier_id, opgeheven_op FROM opschorting WHERE id = ?", opschorting_id)
        if rij is None or rij["opgeheven_op"] is not None:
            raise Storing("Deze opschorting is al opgeheven.", "Open het dossier opnieuw.")
        if not opheffing.opgeheven_reden:
            raise Storing("De reden ontbreekt.", "Schrijf op waarom de opschorting niet meer nodig is.")
        w.dossier_id = rij["dossier_id"]
        w.update("opschorting", opschorting_id, opheffing)
        if concept:
            w.discard_concept(*concept)


def _refuse_bevestigd(w: Writer, dossier_id: int) -> None:
    """While the seven days run, nothing about the term changes: undo that first."""
    bevestigd = w.value(
        "SELECT 1 FROM vernietigingsregel x JOIN vernietigingslijst l ON l.id = x.lijst_id "
        "WHERE x.dossier_id = ? AND x.bevestigd_op IS NOT NULL AND x.ongedaan_op IS NULL "
        "AND l.status = 'gemachtigd'",
        dossier_id,
    )
    if bevestigd:
        raise Storing(
            "De vernietiging van dit dossier is bevestigd.", "Maak die eerst ongedaan, met de reden."
        )

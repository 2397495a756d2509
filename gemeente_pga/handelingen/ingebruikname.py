# SPDX-License-Identifier: EUPL-1.2
"""The act of setting up for use: one point of the checklist of one municipality, with its document."""

import hashlib
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.ingebruikname import PUNTEN, Bestand, Punt
from gemeente_pga.domain.tekst import check_bijlage
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def record_punt(
    store: Store,
    gemeente_id: int,
    punt: Punt,
    bestand: Bestand | None = None,
    *,
    concept: Conceptsleutel = None,
) -> int:
    """Record how a point stands. bestand: None leaves the document that is there already."""
    with store.write(Handeling.INGEBRUIKNAME_VASTLEGGEN) as w:
        _check(punt, bestand, date.fromisoformat(w.vastgelegd_op[:10]))
        rij: dict[str, object] = {
            "stand": punt.stand, "op": punt.op, "kenmerk": punt.kenmerk, "toelichting": punt.toelichting,
        }  # fmt: skip
        if bestand is not None:
            sha256 = hashlib.sha256(bestand.inhoud).hexdigest()
            rij |= {"bestand_naam": bestand.naam, "bestand_sha256": sha256, "bestand": bestand.inhoud}
        punt_id = w.value(
            "SELECT id FROM ingebruikname WHERE gemeente_id = ? AND punt = ?", gemeente_id, punt.punt
        )
        if punt_id is None:
            punt_id = w.insert("ingebruikname", rij, gemeente_id=gemeente_id, punt=punt.punt)
        else:
            w.update("ingebruikname", punt_id, rij, vastgelegd_op=w.vastgelegd_op)
        w.onderwerp = ("ingebruikname", punt_id)
        if concept:
            w.discard_concept(*concept)
    return int(punt_id)


def _check(punt: Punt, bestand: Bestand | None, vandaag: date) -> None:
    if punt.punt not in dict(PUNTEN) or not punt.telt:
        raise Storing("Dit punt kan zo niet gereed zijn.", "Vul de datum en het kenmerk van het document in.")
    if punt.op > vandaag:
        raise Storing("De datum van het document ligt in de toekomst.", "Controleer dag, maand en jaar.")
    te_groot = bestand and check_bijlage("bestand", bestand.naam, len(bestand.inhoud))
    if te_groot:
        raise Storing(te_groot.melding)

# SPDX-License-Identifier: EUPL-1.2
"""The facts about one signal that the rules of domain.stappen ask for."""

from typing import Any

from gemeente_pga.domain.dossier import GESLOTEN
from gemeente_pga.domain.stap import GEEN_SLOT
from gemeente_pga.domain.stappen import SignaalFeiten
from gemeente_pga.domain.staten import SignaalStaat
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.bewaren import slotfeiten

_FEITEN = """
SELECT s.*,
       EXISTS (SELECT 1 FROM spoed x WHERE x.signaal_id = s.id) AS spoed_gemeld,
       EXISTS (SELECT 1 FROM melderbericht m WHERE m.signaal_id = s.id) AS melder_bericht,
       EXISTS (SELECT 1 FROM overdracht o WHERE o.onderwerp_soort = 'signaal' AND o.onderwerp_id = s.id
          AND o.bevestigd_op IS NOT NULL) AS ontvangen,
       EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = s.dossier_id) AS heeft_casus,
       w.id AS weging_id, w.soort AS weging_soort, w.status AS weging_status, w.besluit AS weegbesluit,
       w.doorgeleid_naar
  FROM signaal s
  LEFT JOIN weging w ON w.id = (
       SELECT v.id FROM weging_signaal t JOIN weging v ON v.id = t.weging_id
        WHERE t.signaal_id = s.id AND v.id = coalesce(?2, v.id)
        ORDER BY v.datum DESC, julianday(v.vastgelegd_op) DESC LIMIT 1)
 WHERE s.id = ?1
"""


def signaalfeiten(r: Lezer, signaal_id: int, weging_id: int | None = None) -> SignaalFeiten | None:
    """What the step bar, Bureau and the acts need to know; the weging itself says what it misses.

    weging_id: the weging that sends the signal on; without one, its last.
    """
    rij = r.row(_FEITEN, signaal_id, weging_id)
    if rij is None:
        return None
    return SignaalFeiten(
        staat=SignaalStaat(rij["status"]),
        acuut=bool(rij["acuut"]),
        spoed_gemeld=bool(rij["spoed_gemeld"]),
        over_persoon=rij["over_persoon"],
        gemeente_verblijf=rij["gemeente_verblijf"],
        bron_bekend=rij["bron_bekend"],
        geagendeerd_voor=lees_dag(rij["geagendeerd_voor"]),
        niet_uitgenodigd=_niet_uitgenodigd(r, signaal_id) if rij["geagendeerd_voor"] else (),
        weging_begonnen=rij["weging_id"] is not None,
        voorlopig_besluit=_is_voorlopig(rij),
        weegbesluit=_weegbesluit(rij),
        vraag_aan=rij["vraag_aan"],
        vraag_voor=lees_dag(rij["vraag_voor"]),
        doorgeleid_naar=rij["doorgeleid_naar"] or "",
        overdracht_vastgelegd=bool(rij["overgedragen_aan"]),
        overdracht_bevestigd=bool(rij["ontvangen"]),
        heeft_casus=bool(rij["heeft_casus"]),
        melder_bereikbaar=bool(rij["melder_contact"]),
        melder_bericht=bool(rij["melder_bericht"]),
        slot=slotfeiten(r, rij["dossier_id"]) if ("signaal", rij["status"]) in GESLOTEN else GEEN_SLOT,
    )


def _niet_uitgenodigd(r: Lezer, signaal_id: int) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT naam FROM partij WHERE kernpartij = 1 AND actief = 1 AND id NOT IN "
        "(SELECT partij_id FROM signaal_uitnodiging WHERE signaal_id = ?) ORDER BY naam COLLATE NOCASE",
        signaal_id,
    )
    return tuple(rij["naam"] for rij in rijen)


def _is_voorlopig(rij: dict[str, Any]) -> bool:
    return (rij["weging_soort"], rij["weging_status"]) == ("voorlopig", "vastgesteld")


def _weegbesluit(rij: dict[str, Any]) -> str:
    vast = rij["weging_status"] == "vastgesteld" and rij["weging_soort"] != "voorlopig"
    return str(rij["weegbesluit"]) if vast else ""

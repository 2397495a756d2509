# SPDX-License-Identifier: EUPL-1.2
"""The facts about one casus that the rules of domain.stappen ask for."""

import json
from datetime import date
from typing import Any

from gemeente_pga.domain.casus import OpenOverleg
from gemeente_pga.domain.informeren import NOG_NIET
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stap import GEEN_SLOT
from gemeente_pga.domain.stappen import CasusFeiten, CasusStaat
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.bewaren import slotfeiten

_FEITEN = """
SELECT c.*,
       (SELECT count(*) FROM casusdeelnemer d WHERE d.casus_id = c.id) AS deelnemers,
       (SELECT count(*) FROM casusdeelnemer d WHERE d.casus_id = c.id AND d.grondslag = '')
         AS zonder_grondslag,
       (SELECT json_group_array(p.naam) FROM partij p WHERE p.kernpartij = 1 AND p.actief = 1 AND NOT EXISTS
         (SELECT 1 FROM casusdeelnemer d WHERE d.casus_id = c.id AND d.partij_id = p.id)) AS kern_mist,
       (SELECT min(o.datum) FROM overleg o JOIN bespreking b ON b.overleg_id = o.id
         WHERE b.casus_id = c.id AND o.status = 'voorbereiding') AS gepland,
       (SELECT count(*) FROM overleg o JOIN bespreking b ON b.overleg_id = o.id
         WHERE b.casus_id = c.id AND o.status <> 'voorbereiding') AS gehouden,
       (SELECT count(*) FROM overleg o JOIN bespreking b ON b.overleg_id = o.id
         WHERE b.casus_id = c.id AND o.status IN ('concept', 'ter_reactie')) AS verslagen_open,
       (SELECT count(*) FROM actie a WHERE a.casus_id = c.id AND a.status IN ('open', 'loopt'))
         AS open_acties,
       EXISTS (SELECT 1 FROM plan q WHERE q.casus_id = c.id AND q.status = 'vastgesteld') AS vastgesteld,
       EXISTS (SELECT 1 FROM herbeoordeling h WHERE h.casus_id = c.id AND h.status = 'concept') AS herziet,
       (SELECT max(h.vastgesteld_op) FROM herbeoordeling h WHERE h.casus_id = c.id) AS herzien_op,
       (SELECT max(s.datum) FROM schaling s WHERE s.casus_id = c.id) AS geschaald_op,
       EXISTS (SELECT 1 FROM overdracht o WHERE o.onderwerp_soort = 'casus' AND o.onderwerp_id = c.id
          AND o.bevestigd_op IS NOT NULL) AS ontvangen,
       (SELECT count(*) FROM exemplaar e WHERE e.dossier_id = c.dossier_id
          AND e.stand IN ('uitgereikt', 'vermist')) AS papier,
       EXISTS (SELECT 1 FROM heropening x WHERE x.oud_dossier_id = c.dossier_id AND x.uitkomst = '')
         AS gevraagd,
       EXISTS (SELECT 1 FROM heropening x WHERE x.oud_dossier_id = c.dossier_id AND x.uitkomst <> '')
         AS besloten,
       p.herbeoordeling_op,
       (SELECT count(*) FROM doel x WHERE x.plan_id = p.id) AS doelen,
       (SELECT count(*) FROM interventie x WHERE x.plan_id = p.id) AS interventies,
       (SELECT count(*) FROM interventie x WHERE x.plan_id = p.id AND (x.eigenaar = '' OR x.grondslag = ''
          OR (x.vrijwillig = 0 AND x.beslisser = ''))) AS onvolledig,
       (SELECT count(*) FROM interventie x WHERE x.plan_id = p.id
          AND x.stand IN ('loopt', 'afgerond', 'gestopt')) AS begonnen,
       (SELECT count(*) FROM factor x WHERE x.plan_id = p.id AND x.soort = 'beschermend') AS beschermend
  FROM casus c
  LEFT JOIN plan p ON p.id = (
       SELECT v.id FROM plan v WHERE v.casus_id = c.id ORDER BY v.versie DESC LIMIT 1)
 WHERE c.id = ?
"""


def eerste_signaal(r: Lezer, dossier_id: int) -> date | None:
    """The day on which the first signal of a dossier came in."""
    op = r.value("SELECT min(ontvangen_op) FROM signaal WHERE dossier_id = ?", dossier_id)
    return date.fromisoformat(op[:10]) if op else None


def open_overleggen(r: Lezer, casus_id: int) -> tuple[OpenOverleg, ...]:
    """The meetings that still hold this casus on their agenda, first the earliest."""
    rijen = r.rows(
        "SELECT o.nummer, o.datum, o.status FROM overleg o JOIN bespreking b ON b.overleg_id = o.id "
        "WHERE b.casus_id = ? AND o.status <> 'vastgesteld' ORDER BY o.datum, o.nummer",
        casus_id,
    )
    return tuple(
        OpenOverleg(o["nummer"], date.fromisoformat(o["datum"]), o["status"] != "voorbereiding")
        for o in rijen
    )


def casusfeiten(r: Lezer, casus_id: int, kader: Kader | None = None) -> CasusFeiten | None:
    """What the step bar, Bureau and the acts need. With a kader: also when the plan should be there."""
    rij = r.row(_FEITEN, casus_id)
    if rij is None:
        return None
    termijn = kader.streeftermijn("plan_van_aanpak").periode if kader else None
    return CasusFeiten(
        staat=CasusStaat(rij["status"]),
        deelnemers=rij["deelnemers"],
        deelnemers_zonder_grondslag=rij["zonder_grondslag"],
        kern_mist=tuple(json.loads(rij["kern_mist"])),
        informeerbesluit=_has_informeerbesluit(rij),
        informeren_opnieuw_op=lees_dag(rij["informeren_opnieuw_op"]),
        geinformeerd=rij["geinformeerd_op"] is not None,
        overleg_gepland=lees_dag(rij["gepland"]),
        overleggen_gehouden=rij["gehouden"],
        verslagen_open=rij["verslagen_open"],
        doelen=rij["doelen"],
        interventies=rij["interventies"],
        interventies_onvolledig=rij["onvolledig"],
        beschermende_factoren=rij["beschermend"],
        plan_vastgesteld=bool(rij["vastgesteld"]),
        plan_uiterlijk=termijn.after(date.fromisoformat(rij["geopend_op"])) if termijn else None,
        interventies_begonnen=rij["begonnen"],
        herbeoordeling_op=lees_dag(rij["volgende_herbeoordeling"] or rij["herbeoordeling_op"]),
        herbeoordeling_open=bool(rij["herziet"]),
        herbeoordeling_gedaan=_is_herzien(rij),
        schaalreden=_is_herzien(rij) and (rij["geschaald_op"] or "") >= rij["herzien_op"],
        open_acties=rij["open_acties"],
        exemplaren_uit=rij["papier"],
        nieuw_signaal=bool(rij["gevraagd"]),
        heropening_besloten=bool(rij["besloten"]) and not rij["gevraagd"],
        overdracht_bevestigd=bool(rij["ontvangen"]),
        sluitreden=bool(rij["sluitreden"]),
        resultaat=bool(rij["resultaat"]),
        slot=slotfeiten(r, rij["dossier_id"]) if rij["gesloten_op"] else GEEN_SLOT,
    )


def _is_herzien(rij: dict[str, Any]) -> bool:
    """Was the review of this round done? In another state the next one lies ahead."""
    na = rij["status"] in (CasusStaat.HERBEOORDELING, CasusStaat.OP_OF_AFGESCHAALD)
    return na and rij["herzien_op"] is not None and not rij["herziet"]


def _has_informeerbesluit(rij: dict[str, Any]) -> bool:
    """Was it decided whether to tell? Not yet telling counts only with the ground for it."""
    return bool(rij["informeren"]) and (
        rij["informeren"] not in NOG_NIET or bool(rij["informeren_grondslag"])
    )

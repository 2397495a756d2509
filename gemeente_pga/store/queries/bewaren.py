# SPDX-License-Identifier: EUPL-1.2
"""What is known of keeping one dossier: how it ended, which term was signed, and what stops destroying."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from gemeente_pga.domain.bewaartermijn import Bewaarfeiten, Uitkomst
from gemeente_pga.domain.bewaren import (
    Bewaring,
    Einde,
    Opheffing,
    Opschorting,
    Opschortingregel,
    Vernietigfeiten,
    compute_einde,
    soort_termijn,
)
from gemeente_pga.domain.dossier import GESLOTEN
from gemeente_pga.domain.handeling import KIJKEN, Handeling
from gemeente_pga.domain.kaderstand import getekende_termijnen
from gemeente_pga.domain.stap import GEEN_SLOT, Slotfeiten
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.dossiers import dossiers_van
from gemeente_pga.store.queries.houders import openstaand
from gemeente_pga.store.queries.kader import kader_van, vaststellingen

_UIT = "'doorgeleid', 'afgesloten', 'overgedragen'"
DICHT = {
    soort: "({})".format(", ".join(f"'{staat}'" for s, staat in sorted(GESLOTEN) if s == soort))
    for soort in ("signaal", "casus")
}
# Looking, and deciding on keeping or destroying, is no processing that starts a term again.
GEEN_VERWERKING = json.dumps(
    sorted(
        {h.code for h in KIJKEN}
        | {h.code for h in Handeling if h.code.startswith(("bewaren.", "vernietiging.", "los.", "fg."))}
    )
)


@dataclass(frozen=True, slots=True)
class Bewaarstand:
    """All there is to say of keeping one dossier. uitkomst None: it has not ended."""

    dossier_id: int
    kader_id: int
    einden: tuple[Einde, ...]
    uitkomst: Uitkomst | None
    vaststelling_id: int | None  # of the term that counts
    feiten: Vernietigfeiten

    @property
    def bewaring(self) -> Bewaring | None:
        """What was decided."""
        return self.feiten.bewaring


def bewaarfeiten(r: Lezer, dossier_id: int) -> tuple[Einde, ...]:
    """How each signal and casus of this dossier ended; a signal that became a casus ends with it."""
    laatste = _dag(
        r.value(
            "SELECT max(tijd) FROM handeling WHERE dossier_id = ? "
            "AND code NOT IN (SELECT value FROM json_each(?))",
            dossier_id,
            GEEN_VERWERKING,
        )
    )
    einden = [_einde_casus(r, rij, laatste) for rij in _gesloten(r, "casus", dossier_id)]
    einden += [_einde_signaal(r, rij, laatste) for rij in _gesloten(r, "signaal", dossier_id)]
    return tuple(einden)


def _gesloten(r: Lezer, soort: str, dossier_id: int) -> list[dict[str, Any]]:
    """Those that are closed, with their outcome and its day."""
    rijen = r.rows(f"SELECT * FROM {soort} WHERE dossier_id = ? AND status IN {DICHT[soort]}", dossier_id)
    return [rij | _uitkomst(r, soort, rij) for rij in rijen]


def _uitkomst(r: Lezer, soort: str, rij: Mapping[str, Any]) -> dict[str, Any]:
    """From the steps it took; from its own state when it came from paper and took none."""
    stap = r.row(
        "SELECT naar AS uitkomst, op AS uitkomst_op FROM statusovergang WHERE onderwerp_soort = ? "
        f"AND onderwerp_id = ? AND naar IN ({_UIT}) ORDER BY op DESC, naar = 'overgedragen' DESC LIMIT 1",
        soort,
        rij["id"],
    )
    return stap or {"uitkomst": "afgesloten", "uitkomst_op": rij.get("gesloten_op")}


def _bevestigd(r: Lezer, soort: str, rij_id: int) -> date | None:
    return lees_dag(
        r.value(
            "SELECT max(bevestigd_op) FROM overdracht WHERE onderwerp_soort = ? AND onderwerp_id = ?",
            soort,
            rij_id,
        )
    )


def _einde_casus(r: Lezer, rij: Mapping[str, Any], laatste: date | None) -> Einde:
    feiten = Bewaarfeiten(
        weegbesluit=lees_dag(r.value("SELECT vastgesteld_op FROM weging WHERE id = ?", rij["weging_id"])),
        sluiting_casus=lees_dag(rij["gesloten_op"]) or lees_dag(rij["uitkomst_op"]),
        overdracht_bevestigd=_bevestigd(r, "casus", rij["id"]),
        laatste_verwerking=laatste,
    )
    return Einde("casus", soort_termijn("casus", rij["uitkomst"], gewogen=True), feiten)


def _einde_signaal(r: Lezer, rij: Mapping[str, Any], laatste: date | None) -> Einde:
    gewogen_op = lees_dag(
        r.value(
            "SELECT max(w.vastgesteld_op) FROM weging_signaal t JOIN weging w ON w.id = t.weging_id "
            "WHERE t.signaal_id = ? AND w.status = 'vastgesteld' AND w.soort <> 'voorlopig'",
            rij["id"],
        )
    )
    feiten = Bewaarfeiten(
        weegbesluit=gewogen_op,
        sluiting_signaal=lees_dag(rij["uitkomst_op"]),
        overdracht_bevestigd=_bevestigd(r, "signaal", rij["id"]),
        laatste_verwerking=laatste,
    )
    code = soort_termijn("signaal", rij["uitkomst"], gewogen=gewogen_op is not None)
    return Einde("signaal", code, feiten)


# ---- one dossier


def bewaarstand(r: Lezer, dossier_id: int) -> Bewaarstand:
    """All there is to say of keeping this dossier, by the kader that it is under."""
    kader_id = r.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id)
    if kader_id is None:
        raise LookupError("no such dossier")
    eigen = kader_van(r, kader_id)
    getekend = getekende_termijnen(eigen, vaststellingen(r, kader_id))
    einden = bewaarfeiten(r, dossier_id)
    uitkomst = compute_einde(einden, eigen, {v.code: v for v in getekend})
    vaststelling = getattr(uitkomst, "vaststelling", None)
    nu = bewaring(r, dossier_id)
    feiten = replace(
        _beletfeiten(r, dossier_id),
        bewaring=nu,
        termijn_geldt=nu is not None and nu.vaststelling_id in {v.rij_id for v in getekend},
    )
    return Bewaarstand(
        dossier_id=dossier_id,
        kader_id=kader_id,
        einden=einden,
        uitkomst=None if feiten.loopt else uitkomst,
        vaststelling_id=vaststelling.rij_id if vaststelling else None,
        feiten=feiten,
    )


def bewaring(r: Lezer, dossier_id: int) -> Bewaring | None:
    """What was decided about keeping it."""
    rij = r.row("SELECT * FROM bewaring WHERE dossier_id = ?", dossier_id)
    if rij is None:
        return None
    return Bewaring(
        bewaartermijn=rij["bewaartermijn"],
        vaststelling_id=rij["vaststelling_id"],
        waardering=rij["waardering"],
        selectielijst=rij["selectielijst"],
        grond=rij["grond"],
        begin=date.fromisoformat(rij["begin"]),
        einde=lees_dag(rij["einde"]),
        herinneren_op=lees_dag(rij["herinneren_op"]),
    )


def opschortingen(r: Lezer, dossier_id: int) -> tuple[Opschortingregel, ...]:
    """What keeps it from being destroyed; what runs first."""
    rijen = r.rows(
        "SELECT * FROM opschorting WHERE dossier_id = ? ORDER BY opgeheven_op IS NOT NULL, vanaf, id",
        dossier_id,
    )
    return tuple(
        Opschortingregel(
            rij["id"],
            Opschorting(
                rij["reden"], rij["toelichting"], date.fromisoformat(rij["vanaf"]),
                date.fromisoformat(rij["nakijken_op"]),
            ),
            Opheffing(op, rij["opgeheven_reden"]) if (op := lees_dag(rij["opgeheven_op"])) else None,
        )
        for rij in rijen
    )  # fmt: skip


_BELET = f"""
SELECT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = ?1 AND c.status NOT IN {DICHT["casus"]})
    OR EXISTS (SELECT 1 FROM signaal s WHERE s.dossier_id = ?1
               AND s.status NOT IN {DICHT["signaal"][:-1]}, 'opgenomen'))
    OR EXISTS (SELECT 1 FROM signaal s WHERE s.dossier_id = ?1 AND s.status = 'opgenomen'
               AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = ?1)) AS loopt,
       EXISTS (SELECT 1 FROM vergelijking v JOIN signaal s ON s.id = v.signaal_id
         WHERE v.ander_dossier_id = ?1 AND v.dossier_id <> ?1 AND v.uitkomst = 'bevestigd'
           AND s.status NOT IN {DICHT["signaal"][:-1]}, 'opgenomen')) AS nieuw_signaal,
       EXISTS (SELECT 1 FROM heropening h WHERE h.oud_dossier_id = ?1 AND h.uitkomst = '') AS heropening,
       (SELECT count(*) FROM opschorting o WHERE o.dossier_id = ?1 AND o.opgeheven_op IS NULL)
         AS opschortingen,
       EXISTS (SELECT 1 FROM beperking b WHERE b.dossier_id = ?1 AND b.opgeheven_op IS NULL) AS beperkt,
       (SELECT count(*) FROM datalek_dossier x JOIN datalek l ON l.id = x.datalek_id
         WHERE x.dossier_id = ?1 AND l.gesloten_op IS NULL) AS datalekken
"""


def _beletfeiten(r: Lezer, dossier_id: int) -> Vernietigfeiten:
    rij = r.row(_BELET, dossier_id) or {}
    verzoeken = r.rows(
        "SELECT nummer, onherroepelijk_op FROM verzoek WHERE ingetrokken_op IS NULL "
        "AND dossier_id IN (SELECT value FROM json_each(?)) ORDER BY nummer",
        json.dumps(dossiers_van(r, dossier_id)),  # who asks about herself means all that is here
    )
    return Vernietigfeiten(
        loopt=bool(rij["loopt"]),
        nieuw_signaal=bool(rij["nieuw_signaal"]),
        heropening=bool(rij["heropening"]),
        verzoeken=tuple((v["nummer"], lees_dag(v["onherroepelijk_op"])) for v in verzoeken),
        opschortingen=rij["opschortingen"],
        beperkt=bool(rij["beperkt"]),
        papier=openstaand(r, dossier_id),
        datalekken=rij["datalekken"],
    )


def slotfeiten(r: Lezer, dossier_id: int) -> Slotfeiten:
    """What the step bar and the steps themselves ask: decided, until when, held up, authorised."""
    nu = bewaring(r, dossier_id)
    if nu is None:
        return GEEN_SLOT
    feiten = _beletfeiten(r, dossier_id)
    gemachtigd = r.value(
        "SELECT 1 FROM vernietigingsregel x JOIN vernietigingslijst l ON l.id = x.lijst_id "
        "WHERE x.dossier_id = ? AND l.status = 'gemachtigd' AND x.oordeel = 'akkoord' "
        "AND x.ongedaan_op IS NULL",
        dossier_id,
    )
    op = bool(
        any(onherroepelijk is None for _, onherroepelijk in feiten.verzoeken)
        or feiten.nieuw_signaal
        or feiten.heropening
        or feiten.opschortingen
        or feiten.beperkt
    )
    return Slotfeiten(
        bewaartermijn_vastgesteld=True,
        vernietigen_op=nu.einde,
        opgeschort=op,
        machtiging_vernietiging=gemachtigd is not None,
    )


def _dag(tijd: str | None) -> date | None:
    """The log counts in UTC; the day is the one on the calendar here."""
    return datetime.fromisoformat(tijd).astimezone().date() if tijd else None

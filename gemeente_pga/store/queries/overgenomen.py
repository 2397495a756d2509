# SPDX-License-Identifier: EUPL-1.2
"""A dossier that came out of another kluis: from whom, and what somebody here still has to take up.

Everything follows from the dossier as it is now: what is done is gone from the list by itself.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.overname import AANVAARD
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.document import KWAM_MEE
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU
from gemeente_pga.store.queries.houders import houdergroepen
from gemeente_pga.store.queries.informeren import betrokkene_stand
from gemeente_pga.store.queries.verzoek import LOOPT

_TERMIJN = (
    "Stel bij het sluiten zelf een bewaartermijn vast. Die van de afzender geldt hier niet vanzelf. U leest "
    "hem in het signaal van de overname."
)
_INFORMEREN = {
    "": "Besluit of de betrokkene wordt geïnformeerd. Dat besluit kwam niet mee.",
    "ja": "Informeer de betrokkene. Dat was besloten, en is nog niet gedaan.",
}
_GEEN_DAG = "Spreek een dag af voor de volgende herbeoordeling. Er staat er geen."


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """Where a dossier came from. stukken: frozen there, not here. te_doen: sentences, none when done."""

    afzender: str
    nummer: str
    op: date
    stukken: int
    te_doen: tuple[str, ...]


def overgenomen(r: Lezer, dossier_id: int) -> Overgenomen | None:
    """How this dossier came in from another kluis; None when it came into being here."""
    rij = r.row(
        "SELECT afzender, nummer, op FROM overname WHERE dossier_id = ? AND uitkomst = ?",
        dossier_id,
        AANVAARD,
    )
    if rij is None:
        return None
    stukken = r.value(
        f"SELECT count(*) FROM document WHERE dossier_id = ? AND pdf IS NOT NULL AND {KWAM_MEE}", dossier_id
    )
    return Overgenomen(
        afzender=rij["afzender"],
        nummer=rij["nummer"],
        op=date.fromisoformat(rij["op"]),
        stukken=int(stukken),
        te_doen=tuple(_te_doen(r, dossier_id)),
    )


def _te_doen(r: Lezer, dossier_id: int) -> list[str]:
    casus = r.row(
        "SELECT status, volgende_herbeoordeling FROM casus WHERE dossier_id = ? "
        f"ORDER BY {CASUS_VAN_NU} LIMIT 1",
        dossier_id,
    )
    return [
        *_termijn(r, dossier_id),
        *_verzoeken(r, dossier_id),
        *_informeren(r, dossier_id),
        *_herbeoordeling(casus),
        *_houders(r, dossier_id),
    ]


def _termijn(r: Lezer, dossier_id: int) -> list[str]:
    heeft = r.value("SELECT 1 FROM bewaring WHERE dossier_id = ?", dossier_id)
    return [] if heeft else [_TERMIJN]


def _verzoeken(r: Lezer, dossier_id: int) -> list[str]:
    rijen = r.rows(
        f"SELECT v.nummer, v.uiterlijk FROM verzoek v WHERE v.dossier_id = ? AND {LOOPT} ORDER BY v.nummer",
        dossier_id,
    )
    return [
        f"Neem verzoek {rij['nummer']} over"
        + (f": uiterlijk {datum_kort(dag)}." if (dag := lees_dag(rij["uiterlijk"])) else ".")
        for rij in rijen
    ]


def _informeren(r: Lezer, dossier_id: int) -> list[str]:
    stand = betrokkene_stand(r, dossier_id)
    if stand.open:
        return [_INFORMEREN.get(stand.informeren, _INFORMEREN[""])]
    if stand.geinformeerd_op is None and stand.opnieuw_op is not None:
        return [f"Kijk uiterlijk {datum_kort(stand.opnieuw_op)} of de betrokkene nu kan worden geïnformeerd."]
    return []


def _herbeoordeling(casus: dict[str, Any] | None) -> list[str]:
    if casus is None or casus["status"] == "gesloten":
        return []
    dag = lees_dag(casus["volgende_herbeoordeling"])
    return [f"De volgende herbeoordeling is op {datum_kort(dag)}."] if dag else [_GEEN_DAG]


def _houders(r: Lezer, dossier_id: int) -> list[str]:
    namen = [groep.naam for groep in houdergroepen(r, dossier_id) if not groep.kwijt]
    if not namen:
        return []
    wie, hun = ("1 houder heeft", "die") if len(namen) == 1 else (f"{len(namen)} houders hebben", "hun")
    return [f"{wie} stukken of gegevens uit dit dossier. Laat {hun} weten dat het nu hier loopt."]

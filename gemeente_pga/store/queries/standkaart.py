# SPDX-License-Identifier: EUPL-1.2
"""What runs and what is open in one dossier, in one query: it follows the arrow keys in the list."""

from datetime import date

from gemeente_pga.domain.informeren import informeer_uiterlijk
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.standkaart import Feit
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.informeren import laatste_woord, niet_verteld

# Days, counts and the row they belong to. No column of text is read. The + keeps to the index of the dossier.
_FEITEN = f"""
SELECT 'beperking' AS soort, 1 AS aantal, NULL AS dag, NULL AS rij FROM beperking
 WHERE dossier_id = ?1 AND informatie_id IS NULL AND opgeheven_op IS NULL
UNION ALL
SELECT 'aanhouding', 1, tot, id FROM aanhouding WHERE dossier_id = ?1 AND beeindigd_op IS NULL
UNION ALL
SELECT 'opschorting', 1, nakijken_op, id FROM opschorting WHERE dossier_id = ?1 AND opgeheven_op IS NULL
UNION ALL
SELECT 'verzoek', 1, CASE WHEN besluit_op IS NULL THEN uiterlijk END, id FROM verzoek
 WHERE dossier_id = ?1 AND onherroepelijk_op IS NULL AND ingetrokken_op IS NULL
UNION ALL
SELECT 'houder', count(*), min(antwoord_voor), min(id) FROM houderbericht
 WHERE dossier_id = ?1 AND antwoord_voor IS NOT NULL AND antwoord = ''
UNION ALL
SELECT 'weegploeg', 1, geagendeerd_voor, id FROM signaal WHERE dossier_id = ?1 AND +status = 'geagendeerd'
UNION ALL
SELECT 'vraag', 1, vraag_voor, id FROM signaal WHERE dossier_id = ?1 AND +status = 'nadere_informatie'
UNION ALL
SELECT 'weging', 1, datum, id FROM weging WHERE dossier_id = ?1 AND +status = 'concept'
UNION ALL
SELECT 'herbeoordeling', 1, volgende_herbeoordeling, id FROM casus
 WHERE dossier_id = ?1 AND gesloten_op IS NULL
UNION ALL
SELECT 'informeren', 1, informeren_opnieuw_op, id FROM casus
 WHERE dossier_id = ?1 AND gesloten_op IS NULL AND geinformeerd_op IS NULL
UNION ALL
SELECT 'informeren_persoon', 1, b.informeren_opnieuw_op, b.id FROM informeerbesluit b
 WHERE b.dossier_id = ?1 AND b.geinformeerd_op IS NULL
   AND b.id = (SELECT x.id FROM informeerbesluit x WHERE x.persoon_id = b.persoon_id
                ORDER BY x.besloten_op DESC, julianday(x.vastgelegd_op) DESC, x.id DESC LIMIT 1)
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM casus WHERE dossier_id = ?1 AND gesloten_op IS NULL)
            THEN 'informeren_voor' ELSE 'informeren_voor_persoon' END, 1,
       (SELECT min(ontvangen_op) FROM signaal WHERE dossier_id = ?1), NULL
 WHERE {laatste_woord("?1")} NOT IN ('later', 'nee') AND {niet_verteld("?1")}
UNION ALL
SELECT 'plan', count(*), NULL, NULL FROM plan
 WHERE casus_id IN (SELECT id FROM casus WHERE dossier_id = ?1) AND status = 'concept'
UNION ALL
SELECT 'acties', count(*), min(voor), NULL FROM actie
 WHERE casus_id IN (SELECT id FROM casus WHERE dossier_id = ?1) AND +status IN ('open', 'loopt')
UNION ALL
SELECT 'exemplaren', count(*), NULL, NULL FROM exemplaar WHERE dossier_id = ?1 AND +stand = 'uitgereikt'
UNION ALL
SELECT CASE o.status WHEN 'voorbereiding' THEN 'overleg' ELSE 'verslagen' END, count(*),
       CASE o.status WHEN 'voorbereiding' THEN min(o.datum) END,
       CASE o.status WHEN 'voorbereiding' THEN min(o.id) END
  FROM bespreking b JOIN overleg o ON o.id = b.overleg_id
 WHERE b.dossier_id = ?1 AND o.status <> 'vastgesteld' GROUP BY o.status = 'voorbereiding'
"""


def feiten(r: Lezer, dossier_id: int, kader: Kader) -> tuple[Feit, ...]:
    """Everything that runs or is open in this dossier; counts of nothing are left out."""
    return tuple(
        Feit(rij["soort"], rij["aantal"], _dag(rij["soort"], lees_dag(rij["dag"]), kader), rij["rij"])
        for rij in r.rows(_FEITEN, dossier_id)
        if rij["aantal"]
    )


def _dag(soort: str, dag: date | None, kader: Kader) -> date | None:
    """Of telling the betrokkene: the last day, if the kader sets one; the query knows when it came in."""
    return informeer_uiterlijk(kader, dag) if dag and soort.startswith("informeren_voor") else dag

# SPDX-License-Identifier: EUPL-1.2
"""The marks beside the name of a dossier: held, restricted, suspended, corrected. Derived, never stored."""

from gemeente_pga.store.lezer import Lezer

_MERKEN = """
SELECT EXISTS (SELECT 1 FROM aanhouding WHERE dossier_id = ?1 AND beeindigd_op IS NULL) AS aangehouden,
       EXISTS (SELECT 1 FROM beperking WHERE dossier_id = ?1 AND opgeheven_op IS NULL) AS beperkt,
       EXISTS (SELECT 1 FROM opschorting WHERE dossier_id = ?1 AND opgeheven_op IS NULL)
         OR EXISTS (SELECT 1 FROM verzoek WHERE dossier_id = ?1 AND onherroepelijk_op IS NULL
                    AND ingetrokken_op IS NULL) AS opgeschort,
       EXISTS (SELECT 1 FROM informatiecorrectie WHERE dossier_id = ?1) AS gerectificeerd
"""
OPGESCHORT = "Vernietigen opgeschort"
_WOORDEN = {
    "aangehouden": "Wacht op verzoek",
    "beperkt": "Verwerking beperkt",
    "opgeschort": OPGESCHORT,
    "gerectificeerd": "Een gegeven klopt niet",
}


def merktekens(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """The words that stand beside the state of this dossier."""
    rij = r.row(_MERKEN, dossier_id) or {}
    return tuple(woord for veld, woord in _WOORDEN.items() if rij.get(veld))

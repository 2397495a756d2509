# SPDX-License-Identifier: EUPL-1.2
"""Writing a deviation, inside the act that deviates."""

from gemeente_pga.domain.afwijking import Afwijking
from gemeente_pga.store.store import Writer


def write_afwijking(w: Writer, onderwerp: tuple[str, int], afwijking: Afwijking) -> int:
    """A row for weegverslag and jaarrapportage. onderwerp: the weging or casus it is about."""
    soort, rij_id = onderwerp
    dossier_id = w.value(f"SELECT dossier_id FROM {soort} WHERE id = ?", rij_id)  # noqa: S608 - a table of ours
    plek = {"dossier_id": dossier_id, "onderwerp_soort": soort, "onderwerp_id": rij_id}
    return w.insert("afwijking", afwijking, **plek)

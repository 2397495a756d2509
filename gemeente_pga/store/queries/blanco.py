# SPDX-License-Identifier: EUPL-1.2
"""The blank telephone note: the only paper that is about nobody."""

from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Staat, TelefoonnotitieBlanco
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.kop import kop

SOORT = "telefoonnotitie"
KENMERK = "TN"


def blanco_notitie(r: Lezer) -> int | None:
    """The blank form that was made before."""
    waarde = r.value(
        "SELECT id FROM document WHERE soort = ? ORDER BY julianday(vastgelegd_op) DESC LIMIT 1", SOORT
    )
    return waarde if isinstance(waarde, int) else None


def blanco_notitie_stuk(r: Lezer, kader: Kader, op: date) -> TeBevriezen:
    """The blank form in the name of the municipality, with where to hand it in."""
    eigen = gemeenten(r)[0]
    hoofd = kop(r, kader, "Telefoonnotitie", kenmerk=KENMERK, datum=op, staat=Staat.VASTGESTELD)
    stuk = TelefoonnotitieBlanco(kop=hoofd, contactpunt=eigen.gemeente.contactpunt)
    return TeBevriezen(SOORT, stuk, KENMERK, ("gemeente", eigen.id), None)

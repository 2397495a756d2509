# SPDX-License-Identifier: EUPL-1.2
"""The head of every document: whose it is, how confidential, about which numbers."""

from datetime import date

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Kop, Staat
from gemeente_pga.store.lezer import Lezer


def kop(
    r: Lezer,
    kader: Kader,
    documentsoort: str,
    *,
    kenmerk: str,
    datum: date,
    nummers: tuple[str, ...] = (),
    nummersoort: str = "Casus",
    staat: Staat = Staat.CONCEPT,
    dossier_id: int | None = None,
) -> Kop:
    """The head, in the name of the dossier's own municipality; without a dossier that of the standard one."""
    gemeente = r.row(
        "SELECT g.naam, g.kleur, g.logo, d.overgenomen FROM dossier d "
        "JOIN gemeente g ON g.id = d.gemeente_id WHERE d.id = ?",
        dossier_id,
    ) or r.row("SELECT naam, kleur, logo, 0 AS overgenomen FROM gemeente ORDER BY standaard DESC LIMIT 1")
    gemeente = gemeente or {"naam": "", "kleur": "", "logo": None, "overgenomen": 0}
    logo = gemeente["logo"]
    return Kop(
        gemeente=gemeente["naam"],
        documentsoort=documentsoort,
        kenmerk=kenmerk,
        datum=datum,
        nummers=nummers,
        nummersoort=nummersoort,
        vertrouwelijkheid=kader.vertrouwelijkheidsniveau,
        staat=staat,
        overgenomen=bool(gemeente["overgenomen"]) and len(nummers) <= 1,
        oefening=r.oefening,
        accentkleur=gemeente["kleur"],
        logo=bytes(logo) if logo else None,
    )

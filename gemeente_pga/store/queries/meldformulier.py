# SPDX-License-Identifier: EUPL-1.2
"""What the meldformulier is told: the municipality, its kader, and of a signal what its reporter said."""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.kader import VASTGESTELD, Kader
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.signaal import ANONIEM
from gemeente_pga.domain.stukken import Meldformulier, Staat
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.inrichting import GemeenteRij, gemeenten
from gemeente_pga.store.queries.kop import kop

SOORT = "meldformulier"
KENMERK = "MF"
VERTROUWELIJK = "Vertrouwelijk na invullen"
_TERMIJN = "Signaal dat de weegploeg niet heeft opgenomen"


def leeg_formulier(r: Lezer, gemeente: GemeenteRij, kader: Kader, op: date) -> Meldformulier:
    """The blank form of this municipality. What nobody signed for is left empty."""
    hoofd = kop(r, kader, "Meldformulier", kenmerk=KENMERK, datum=op, staat=Staat.VASTGESTELD)
    rij = r.row("SELECT naam, kleur, logo FROM gemeente WHERE id = ?", gemeente.id)
    if rij is not None:
        logo = bytes(rij["logo"]) if rij["logo"] else None
        hoofd = replace(hoofd, gemeente=rij["naam"], accentkleur=rij["kleur"], logo=logo)
    g = gemeente.gemeente
    return Meldformulier(
        kop=replace(hoofd, vertrouwelijkheid=VERTROUWELIJK),
        contactpunt=g.contactpunt,
        fg=g.fg,
        kader=f"{kader.titel}, {kader.genoemde_versie}",
        bewaartermijn=_bewaartermijn(kader),
    )


def ingevuld_formulier(r: Lezer, signaal_id: int, kader: Kader, op: date) -> TeBevriezen | None:
    """What one reporter said, for that reporter. None when nobody is known who could check it.

    Nothing about the person: what the dossier knows of him may come from somebody else. Nothing that the
    coordinator remarked, and nothing out of another signal.
    """
    rij = r.row("SELECT * FROM signaal WHERE id = ?", signaal_id)
    if rij is None or rij["bron_soort"] in (ANONIEM, "ambtsbericht") or not rij["melder_naam"]:
        return None
    gemeente_id = r.value("SELECT gemeente_id FROM dossier WHERE id = ?", rij["dossier_id"])
    alle = gemeenten(r)
    gemeente = next((g for g in alle if g.id == gemeente_id), alle[0])
    leeg = leeg_formulier(r, gemeente, kader, op)
    gebeurd = lees_dag(rij["gebeurd_op"])
    functie = ", ".join(deel for deel in (rij["melder_functie"], rij["bron_organisatie"]) if deel)
    kenmerk = f"{KENMERK}-{r.value('SELECT nummer FROM dossier WHERE id = ?', rij['dossier_id'])}"
    stuk = replace(
        leeg,
        kop=replace(leeg.kop, vertrouwelijkheid=kader.vertrouwelijkheidsniveau),
        ingevuld=True,
        ontvangen=datum_lang(read_moment(rij["ontvangen_op"]).date()),
        zelf=rij["zelf_waargenomen"],
        wanneer=datum_lang(gebeurd) if gebeurd else "",
        anderen=rij["van_anderen"],
        denkt=rij["interpretatie"],
        melder_naam=rij["melder_naam"],
        melder_functie=functie,
        melder_contact=rij["melder_contact"],
        naam_noemen=rij["naam_noemen"],
    )
    return TeBevriezen(SOORT, stuk, kenmerk, ("signaal", signaal_id), rij["dossier_id"])


def _bewaartermijn(kader: Kader) -> str:
    """Only a term that somebody signed for counts."""
    return next(
        (
            parse_periode(t.termijn).woorden
            for t in kader.bewaartermijnen
            if t.onderwerp == _TERMIJN and t.termijn and t.status == VASTGESTELD
        ),
        "",
    )

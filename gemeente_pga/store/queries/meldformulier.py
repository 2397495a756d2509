# SPDX-License-Identifier: EUPL-1.2
"""What the meldformulier is told: the municipality, its kader, and what a reporter or a caller said."""

from collections.abc import Mapping
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


def formulier_bij_notitie(
    r: Lezer, notitie_id: int, gezegd: Mapping[str, object], kader: Kader, op: date
) -> TeBevriezen | None:
    """What a caller said, for that caller, before there is a signal. None when nobody could check it.

    gezegd: the fields of the signal as the note was sorted; the note itself may hold remarks of who wrote it.
    What was remarked, and who it is about, is not read from it.
    """
    rij = r.row("SELECT * FROM telefoonnotitie WHERE id = ? AND signaal_id IS NULL", notitie_id)

    def woorden(*velden: str) -> list[str]:
        return [str(gezegd.get(veld) or "").strip() for veld in velden]

    zelf, anderen, denkt, naam, contact = woorden(
        "zelf_waargenomen", "van_anderen", "interpretatie", "melder_naam", "melder_contact"
    )
    if rij is None or rij["afgehandeld_reden"] or not naam or not (zelf or anderen or denkt):
        return None
    if denkt == rij["tekst"].strip():
        return None  # the whole note as the program put it there: nobody sorted it yet
    alle = gemeenten(r)
    gemeente = next((g for g in alle if str(g.id) == str(gezegd.get("gemeente_id"))), alle[0])
    leeg = leeg_formulier(r, gemeente, kader, op)
    gebeurd, gebeld = gezegd.get("gebeurd_op"), read_moment(rij["ontvangen_op"])
    kenmerk = f"{KENMERK}-T{gebeld:%Y%m%d-%H%M}"
    stuk = replace(
        leeg,
        kop=replace(leeg.kop, kenmerk=kenmerk, vertrouwelijkheid=kader.vertrouwelijkheidsniveau),
        ingevuld=True,
        telefonisch=True,
        ontvangen=datum_lang(gebeld.date()),
        zelf=zelf,
        wanneer=datum_lang(gebeurd) if isinstance(gebeurd, date) else "",
        anderen=anderen,
        denkt=denkt,
        melder_naam=naam,
        melder_functie=", ".join(filter(None, woorden("melder_functie", "bron_organisatie"))),
        melder_contact=contact or rij["terugbelnummer"],
        naam_noemen=str(gezegd.get("naam_noemen") or ""),
    )
    return TeBevriezen(SOORT, stuk, kenmerk, ("telefoonnotitie", notitie_id), None)


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

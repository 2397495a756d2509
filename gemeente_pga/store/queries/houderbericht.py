# SPDX-License-Identifier: EUPL-1.2
"""The notice to one holder as data: only what this holder has, and what became of it."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.correctie import (
    BERICHTSOORTEN,
    RECTIFICATIE,
    SLUITING,
    Informatiecorrectie,
    gevraagd,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.houder import Houdergroep
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Houderbericht, Staat
from gemeente_pga.domain.stukken.houder import GEWOON, PAPIER
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.tekstblok import Teksten
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.houders import correcties
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.tekstblok import teksten

_MOGELIJK = (
    "Een gegeven dat op {dag} is ingebracht, {wat}. Het kan staan in wat u van ons hebt. Neem contact met "
    "ons op als u het herkent of wilt weten om welk gegeven het gaat."
)
_ZEKER = "Op {dag} is gemeld dat het gegeven hieronder {wat}."
_WAT = {
    "onjuist": "niet juist is",
    "onrechtmatig": "onrechtmatig is verkregen of gegeven",
    "onvolledig": "niet volledig is",
}


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Why holders are told: a correction of an item, or the end of the approach."""

    soort: str
    onderwerp: tuple[str, int]
    correctie: Informatiecorrectie | None = None
    informatie_id: int | None = None
    tekst: str = ""
    bekend_op: date | None = None


def lees_aanleiding(r: Lezer, dossier_id: int, aanleiding: tuple[str, int], soort: str) -> Aanleiding:
    """What the notices are about; a Storing when it is not there (any more)."""
    if soort != RECTIFICATIE:
        return Aanleiding(soort, ("dossier", dossier_id))
    regel = next((c for c in correcties(r, dossier_id) if c.id == aanleiding[1]), None)
    if regel is None or aanleiding[0] != "informatiecorrectie":
        raise Storing("Deze melding is er niet meer.", "Open het dossier opnieuw.")
    dag = r.value(
        "SELECT coalesce(ontvangen_op, substr(vastgelegd_op, 1, 10)) FROM informatie WHERE id = ?",
        regel.informatie_id,
    )
    return Aanleiding(
        soort, aanleiding, regel.inhoud, regel.informatie_id, regel.tekst, date.fromisoformat(dag)
    )


def bericht_stuk(
    r: Lezer, dossier_id: int, feit: Aanleiding, groep: Houdergroep, *, kader: Kader, op: date
) -> Houderbericht:
    """The paper for this holder. Who only may have the item, gets neither its words nor the right ones."""
    rij = r.row(
        "SELECT d.nummer, g.contactpunt, "
        "(SELECT c.nummer FROM casus c WHERE c.dossier_id = d.id LIMIT 1) AS casus, "
        "(SELECT count(*) FROM houderbericht b WHERE b.dossier_id = d.id) AS aantal "
        "FROM dossier d JOIN gemeente g ON g.id = d.gemeente_id WHERE d.id = ?",
        dossier_id,
    )
    if rij is None:
        raise LookupError("no such dossier")
    termijn = kader.streeftermijn("houder_antwoord").periode
    noemt = feit.correctie is not None and groep.zeker
    titel = BERICHTSOORTEN[feit.soort]
    nummer = rij["casus"] or rij["nummer"]
    return Houderbericht(
        kop=kop(
            r, kader, titel,
            kenmerk=f"{nummer}-B{rij['aantal'] + 1}", datum=op, nummers=(nummer,),
            nummersoort="Casus" if rij["casus"] else "Dossier", staat=Staat.VASTGESTELD,
            dossier_id=dossier_id,
        ),
        houder=groep.naam,
        heeft=groep.heeft,
        waarom=_waarom(feit, teksten(r), zeker=groep.zeker),
        gevraagd=gevraagd(feit.soort, feit.correctie.soort if feit.correctie else ""),
        gegeven=feit.tekst if noemt else "",
        juist=feit.correctie.juist if noemt and feit.correctie else "",
        antwoord_voor=termijn.after(op) if termijn else None,
        contactpunt=rij["contactpunt"],
        antwoorden=GEWOON if feit.soort == RECTIFICATIE else PAPIER,
    )  # fmt: skip


def _waarom(feit: Aanleiding, blokken: Teksten, *, zeker: bool) -> str:
    if feit.correctie is None:
        return blokken.vul("houder_einde" if feit.soort == SLUITING else "houder_terug")
    wat = _WAT[feit.correctie.soort]
    if zeker:
        return _ZEKER.format(dag=datum_lang(feit.correctie.gemeld_op), wat=wat)
    dag = datum_lang(feit.bekend_op) if feit.bekend_op else "een eerdere dag"
    return _MOGELIJK.format(dag=dag, wat=wat)

# SPDX-License-Identifier: EUPL-1.2
"""The overdrachtsdocument as data: everything that runs, by number, and who is needed to go on with it.

Reads no person of any dossier. Who called, who holds a copy and who made a request are counted, not named.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.kader import Kader, noem_versie
from gemeente_pga.domain.mandaat import BEVOEGDHEDEN
from gemeente_pga.domain.opvolging import Opvolging
from gemeente_pga.domain.sleutels import NAMEN
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.stukken import (
    Opvolgcontact,
    Opvolgdag,
    Opvolgdossier,
    Opvolggemeente,
    Opvolgmandaat,
    Opvolgsleutel,
    Overdrachtsdocument,
    Staat,
)
from gemeente_pga.domain.tekst import begin_van_zin, datum_kort
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.bewaarlijst import OPEN
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU, SIGNAAL_VAN_NU
from gemeente_pga.store.queries.extern import externe_partijen
from gemeente_pga.store.queries.inrichting import aan_het_werk, gemeenten, partijen
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.mandaat import mandaten
from gemeente_pga.store.queries.sleutels import sleutels
from gemeente_pga.store.queries.termijnen import open_termijnen

SOORT = "overdrachtsdocument"
_DAGEN = 40
_DOSSIERS = f"""
SELECT d.nummer, c.status AS casus, c.volgende_herbeoordeling AS herbeoordeling,
       (SELECT t.status FROM signaal t WHERE t.dossier_id = d.id
         ORDER BY {SIGNAAL_VAN_NU} LIMIT 1) AS signaal,
       (SELECT count(*) FROM actie a WHERE a.dossier_id = d.id AND a.status IN ('open', 'loopt')) AS acties,
       (SELECT count(*) FROM actie a WHERE a.dossier_id = d.id AND a.status IN ('open', 'loopt')
           AND a.voor < ?) AS te_laat
  FROM dossier d
  LEFT JOIN casus c ON c.id = (
       SELECT k.id FROM casus k WHERE k.dossier_id = d.id ORDER BY {CASUS_VAN_NU} LIMIT 1)
 WHERE {OPEN} ORDER BY d.nummer"""
# What waits outside the list of dossiers: one of them, more of them, and how many there are.
_LOS = (
    ("telefoonnotitie is nog niet uitgewerkt.", "telefoonnotities zijn nog niet uitgewerkt.",
     "SELECT count(*) FROM telefoonnotitie WHERE signaal_id IS NULL AND afgehandeld_op IS NULL"),
    ("verzoek loopt nog.", "verzoeken lopen nog.",
     "SELECT count(*) FROM verzoek WHERE besluit_op IS NULL AND ingetrokken_op IS NULL "
     "AND onherroepelijk_op IS NULL"),
    ("verslag is nog niet vastgesteld.", "verslagen zijn nog niet vastgesteld.",
     "SELECT count(*) FROM overleg WHERE status IN ('concept', 'ter_reactie')"),
    ("exemplaar is nog bij een houder. Zie Wie heeft wat.",
     "exemplaren zijn nog bij een houder. Zie Wie heeft wat.",
     "SELECT count(*) FROM exemplaar WHERE stand = 'uitgereikt'"),
    ("exemplaar is vermist. Zie Wie heeft wat.", "exemplaren zijn vermist. Zie Wie heeft wat.",
     "SELECT count(*) FROM exemplaar WHERE stand = 'vermist'"),
    ("datalek is nog niet afgesloten.", "datalekken zijn nog niet afgesloten.",
     "SELECT count(*) FROM datalek WHERE gesloten_op IS NULL"),
)  # fmt: skip


def opvolgstuk(r: Lezer, opvolging: Opvolging, kader: Kader, op: date, wie: int | None) -> TeBevriezen:
    """The document in the name of the municipality. wie: the user who hands over."""
    eigen = gemeenten(r)
    gebruiker = aan_het_werk(r, wie)
    van = (
        ", ".join(d for d in (gebruiker.gebruiker.naam, gebruiker.gebruiker.functie) if d)
        if (gebruiker)
        else "de coördinator"
    )
    kenmerk = f"OV-{op:%Y%m%d}"
    dagen = _dagen(r)
    stuk = Overdrachtsdocument(
        kop=kop(r, kader, "Overdrachtsdocument", kenmerk=kenmerk, datum=op, staat=Staat.VASTGESTELD),
        van=van,
        naar=opvolging.opvolger,
        verder=opvolging.verder,
        dossiers=tuple(_dossiers(r, op)),
        los=tuple(_los(r)),
        dagen=dagen[:_DAGEN],
        meer_dagen=max(0, len(dagen) - _DAGEN),
        gemeenten=tuple(_gemeenten(r)),
        partners=tuple(_partners(r)),
        extern=tuple(_extern(r, op)),
        mandaten=tuple(_mandaten(r, op)),
        sleutels=tuple(_sleutels(r)),
        herstelblad=opvolging.herstelblad,
        back_up=opvolging.back_up,
        laatste_back_up=backupstand(r).laatste,
        papier=opvolging.papier,
        kader=f"{kader.titel}, {noem_versie(kader.versie)}",
    )
    return TeBevriezen(SOORT, stuk, kenmerk, ("gemeente", eigen[0].id), None)


def laatste_opvolgstuk(r: Lezer) -> int | None:
    """The one that was made last, to look at again."""
    waarde = r.value(
        "SELECT id FROM document WHERE soort = ? ORDER BY julianday(vastgelegd_op) DESC, id DESC LIMIT 1",
        SOORT,
    )
    return waarde if isinstance(waarde, int) else None


def _dossiers(r: Lezer, op: date) -> Iterable[Opvolgdossier]:
    for rij in r.rows(_DOSSIERS, op):
        soort, staat = ("casus", rij["casus"]) if rij["casus"] else ("signaal", rij["signaal"])
        yield Opvolgdossier(
            nummer=rij["nummer"],
            stand=label(soort, staat) if staat else "Nog geen signaal",
            open_acties=rij["acties"],
            te_laat=rij["te_laat"],
            herbeoordeling=lees_dag(rij["herbeoordeling"]),
        )


def _los(r: Lezer) -> Iterable[str]:
    for een, meer, vraag in _LOS:
        aantal = int(r.value(vraag))
        if aantal:
            yield f"{aantal} {een if aantal == 1 else meer}"


def _dagen(r: Lezer) -> tuple[Opvolgdag, ...]:
    """Open terms and meetings. Behind a comma a term names its holder: that may be a person."""
    termijnen = [Opvolgdag(dag=t.dag, soort=t.soort, wat=t.wat.partition(",")[0]) for t in open_termijnen(r)]
    overleggen = [
        Opvolgdag(dag=date.fromisoformat(rij["datum"]), soort="Casusoverleg", wat=f"Overleg {rij['nummer']}")
        for rij in r.rows("SELECT datum, nummer FROM overleg WHERE status = 'voorbereiding'")
    ]
    keren = Counter([*termijnen, *overleggen])  # several holders of one dossier are one line
    return tuple(
        replace(dag, wat=f"{dag.wat}, {keer} keer" if keer > 1 else dag.wat)
        for dag, keer in sorted(keren.items(), key=lambda paar: (paar[0].dag, paar[0].soort, paar[0].wat))
    )


def _gemeenten(r: Lezer) -> Iterable[Opvolggemeente]:
    for rij in gemeenten(r):
        g = rij.gemeente
        yield Opvolggemeente(
            naam=g.naam, burgemeester=g.burgemeester, contactpunt=g.contactpunt, fg=g.fg, zvh=g.zvh
        )


def _partners(r: Lezer) -> Iterable[Opvolgcontact]:
    for rij in partijen(r):
        p = rij.partij
        yield Opvolgcontact(
            organisatie=p.naam,
            naam=p.contactpersoon,
            functie=p.functie,
            bereikbaar="\n".join(deel for deel in (p.telefoon, p.email) if deel),
            afspraak=p.mandaat,
        )


def _extern(r: Lezer, op: date) -> Iterable[Opvolgcontact]:
    for regel in externe_partijen(r):
        if regel.loopt(op):
            tot = f"Overeenkomst {regel.inhoud.kenmerk} tot en met {datum_kort(regel.inhoud.tot)}"
            yield Opvolgcontact(
                organisatie=regel.inhoud.naam, functie=regel.inhoud.waarvoor, afspraak=" ".join(tot.split())
            )


def _mandaten(r: Lezer, op: date) -> Iterable[Opvolgmandaat]:
    for regel in mandaten(r):
        if regel.geldt(op):
            m = regel.inhoud
            yield Opvolgmandaat(waarvoor=BEVOEGDHEDEN[m.bevoegdheid], gever=m.gever, nemer=m.nemer, tot=m.tot)


def _sleutels(r: Lezer) -> Iterable[Opvolgsleutel]:
    for s in sleutels(r):
        wie = ", ".join(deel for deel in (s.naam, s.functie) if deel)
        yield Opvolgsleutel(sleutel=begin_van_zin(NAMEN[s.soort]), wie=wie, sinds=s.sinds, tot=s.tot)

# SPDX-License-Identifier: EUPL-1.2
"""Dossiers at the end of their life: closed, kept under a signed term, on a list, authorised, confirmed."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from gemeente_pga.domain.bewaren import Bewaarkeuze
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.domain.vernietiging import Bevestiging, Machtiging, Oordeel
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen import signaal as signalen
from gemeente_pga.handelingen.bewaren import set_bewaring
from gemeente_pga.handelingen.vernietiging import authorise, confirm, destroy, draft_lijst, judge
from gemeente_pga.store.queries.vernietiging import regels
from gemeente_pga.store.store import Store
from tests.casus_hulp import OVERNAME, PERSOON, SLUITING
from tests.inrichting_hulp import kader, stel_vast

TERMIJNEN = (
    "casus_gesloten",
    "signaal_afgesloten",
    "signaal_niet_opgenomen",
    "signaal_doorgeleid",
    "signaal_overgedragen",
)
KEUZE = Bewaarkeuze("vernietigen", "Selectielijst 2020, proces 8.1", "AVG, artikel 5 en Archiefwet 1995")
GESLOTEN_OP = date(2026, 5, 20)
NA = date(2026, 5, 22)
"""The day on which the term is decided."""
VOORBIJ = date(2031, 6, 2)
"""A day after the end of a term of five years."""
SIGNAAL = Signaal(
    soort="melding", kanaal="telefoon", ontvangen_op="2026-05-11T10:00:00+02:00", ontvangen_door="S. Aydın",
    gebeurd_op=None, bron_soort="burger", bron_organisatie="", melder_naam="", melder_functie="",
    melder_contact="", naam_noemen="nee", bron_kennis="gehoord", zelf_waargenomen="",
    van_anderen="De buurman hoorde geschreeuw.", interpretatie="", eigen_opmerking="", acuut=False,
    eerder_besproken="nee", eerder_besproken_toelichting="",
)  # fmt: skip


def gesloten_casus(store: Store, gemeente_id: int, *, gesloten_op: date = GESLOTEN_OP) -> int:
    """A casus that was taken over and closed; its dossier."""
    casus_id = casussen.take_over(
        store,
        PERSOON,
        replace(OVERNAME, stand="in_uitvoering"),
        gemeente_id=gemeente_id,
        bijlagen=(),
        vandaag=gesloten_op,
    )
    casussen.close_casus(store, casus_id, replace(SLUITING, gesloten_op=gesloten_op))
    with store.reader() as r:
        return int(r.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id))


def gesloten_signaal(store: Store, gemeente_id: int, *, op: date = GESLOTEN_OP) -> int:
    """A signal that was closed without a weging; its dossier."""
    wie = Persoon(voornamen="Tjitske", geslachtsnaam="Hoekema", plaats="Waterhoven")
    signaal_id = signalen.register_signaal(store, SIGNAAL, wie, gemeente_id=gemeente_id)
    signalen.close_signaal(store, signaal_id, Sluiting("geen_persoon", "Het gaat over een pand."), op)
    with store.reader() as r:
        return int(r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id))


def bewaard(store: Store, gemeente_id: int, *, termijn: str = "P5Y") -> int:
    """A closed casus whose term was signed and decided; its dossier."""
    dossier_id = gesloten_casus(store, gemeente_id)
    with store.reader() as r:
        getekend = r.value("SELECT count(*) FROM vaststelling")
    if not getekend:
        stel_vast(store, TERMIJNEN, termijn, op=GESLOTEN_OP)
    set_bewaring(store, dossier_id, KEUZE, kader(), op=NA)
    return dossier_id


MACHTIGING = Machtiging("drs. P. Kuipers", "archivaris", VOORBIJ, "A-2031-114")
VANAF = date(2031, 6, 9)
"""The first day of destroying, when it was confirmed on VOORBIJ."""


def moment(dag: date) -> datetime:
    """Noon on that day."""
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=timezone(timedelta(hours=2)))


def op_lijst(store: Store, *dossier_ids: int, op: date = VOORBIJ) -> tuple[int, tuple[int, ...]]:
    """A list with these dossiers; its id and its lines."""
    lijst_id = draft_lijst(store, dossier_ids, kader(), op=op)
    with store.reader() as r:
        return lijst_id, tuple(rij.id for rij in regels(r, lijst_id))


def gemachtigd(store: Store, *dossier_ids: int) -> tuple[int, tuple[int, ...]]:
    """The same, judged and authorised."""
    lijst_id, rijen = op_lijst(store, *dossier_ids)
    for rij in rijen:
        judge(store, rij, Oordeel("akkoord"))
    authorise(store, lijst_id, MACHTIGING)
    return lijst_id, rijen


def bevestigd(store: Store, dossier_id: int) -> tuple[int, int]:
    """The same, for one dossier, confirmed; its list and its line."""
    lijst_id, (rij,) = gemachtigd(store, dossier_id)
    with store.reader() as r:
        nummer = r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
    confirm(store, rij, Bevestiging(nummer, "geen_papier"), kader(), op=VOORBIJ)
    return lijst_id, rij


def vernietigd(store: Store, dossier_id: int) -> int:
    """The same, destroyed; its list."""
    lijst_id, rij = bevestigd(store, dossier_id)
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    return lijst_id

# SPDX-License-Identifier: EUPL-1.2
"""Notes and requests without a dossier: recorded, closed, and with a term that a jurist signed."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from gemeente_pga.domain.brief import Briefopdracht
from gemeente_pga.domain.grafsteen import Grafsteen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.vernietiging import Machtiging
from gemeente_pga.domain.verzoek import Afloop, Verzoek
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.handelingen.notitie import close_notitie, register_notitie
from gemeente_pga.handelingen.signaal import inform_weegploeg
from gemeente_pga.handelingen.verzoek import finish, register_verzoek
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import kader, stel_vast

KLAAR_OP = date(2026, 5, 20)
VOORBIJ = date(2031, 6, 2)
"""A day after the end of a term of five years."""
NOTITIE = Telefoonnotitie(
    "De buurman van de wolhandkrab belt over lawaai.", "Zwanebloem", "06 1234", False,
    "2026-05-19T16:50:00+02:00",
)  # fmt: skip
VERZOEK = Verzoek(
    "woo",
    date(2026, 5, 4),
    "brief",
    "Alle stukken over het zeepaardje.",
    "Kabeljauw",
    "Plein 3",
    "betrokkene",
)
MACHTIGING = Machtiging("drs. P. Kuipers", "archivaris", VOORBIJ, "A-2031-114")


def moment(dag: date) -> datetime:
    """Noon on that day."""
    return datetime(dag.year, dag.month, dag.day, 12, tzinfo=timezone(timedelta(hours=2)))


def notitie(
    store: Store,
    *,
    dicht: date | None = KLAAR_OP,
    gemeld: date | None = KLAAR_OP,
    tekst: str = NOTITIE.tekst,
    beller: str = NOTITIE.beller,
) -> int:
    """A note that led to no signal, of which the weegploeg heard."""
    notitie_id = register_notitie(store, replace(NOTITIE, tekst=tekst, beller=beller))
    if dicht:
        close_notitie(store, notitie_id, "geen_persoon", moment(dicht))
    if gemeld:
        inform_weegploeg(store, "telefoonnotitie", notitie_id, gemeld)
    return notitie_id


def verzoek(
    store: Store, *, weg: date | None = KLAAR_OP, over: int | None = None, inhoud: Verzoek = VERZOEK
) -> int:
    """A request about nobody who has a dossier, withdrawn on that day."""
    with store.reader() as r:
        gemeente_id = int(r.value("SELECT id FROM gemeente LIMIT 1"))
    soort = replace(inhoud, over_verzoek_id=over)
    verzoek_id = register_verzoek(store, soort, kader(), gemeente_id=gemeente_id, dossier_id=None)
    if weg:
        trek_in(store, verzoek_id, weg)
    return verzoek_id


def trek_in(store: Store, verzoek_id: int, op: date = KLAAR_OP) -> None:
    """Whoever asked does not want it any more."""
    finish(store, verzoek_id, Afloop("ingetrokken", op), kader())


def brief(store: Store, verzoek_id: int) -> int:
    """A letter about this request."""
    opdracht = Briefopdracht("ontvangst", "", "A. de Wit, burgemeester", VERZOEK.ontvangen_op)
    return write_verzoekbrief(store, verzoek_id, opdracht, kader())


def noem(store: Store, verzoek_id: int, over: int) -> None:
    """This request is about that one, as a row of the kluis."""
    with store.write(Handeling.VERZOEK_BIJWERKEN) as w:
        w.update("verzoek", verzoek_id, {"over_verzoek_id": over})


def teken(store: Store, termijn: str = "P5Y", *, op: date = KLAAR_OP) -> None:
    """The terms of both kinds, signed."""
    stel_vast(store, ["telefoonnotitie", "verzoek_betrokkene"], termijn, op=op)


def brief_rij(store: Store, verzoek_id: int) -> int:
    """A document about this request, as a row; also when it has ended."""
    rij = {
        "soort": "brief", "onderwerp_soort": "verzoek", "onderwerp_id": verzoek_id, "kenmerk": "V-2",
        "titel": "Brief", "gegevens": "{}", "vastgesteld_op": KLAAR_OP,
    }  # fmt: skip
    with store.write(Handeling.BRIEF_MAKEN) as w:
        return w.insert("document", rij)


def als_steen(rij_id: int) -> Grafsteen:
    """A tombstone for this id, as if this kluis had made it."""
    return Grafsteen(rij_id, "2031-06-02T10:00:00.000+00:00", "0" * 64)

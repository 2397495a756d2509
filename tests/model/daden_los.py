# SPDX-License-Identifier: EUPL-1.2
"""Acts on what belongs to no dossier: a request of a stranger, a note that led nowhere, and their end."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.vernietiging import Machtiging
from gemeente_pga.domain.verzoek import Afloop
from gemeente_pga.domain.verzoek import Verzoek as Invoer
from gemeente_pga.handelingen import los, verzoek
from gemeente_pga.handelingen import signaal as doen
from tests.model import orakel
from tests.model.daad import daad
from tests.model.model import Keus, Model, Poging

TERMIJN = {"telefoonnotitie": "telefoonnotitie", "verzoek": "verzoek_betrokkene"}


@dataclass
class Los:
    """A request without a dossier, or a note that was closed without a signal."""

    soort: str
    id: int
    klaar: date | None = None
    gemeld: bool = True


def dichte_notities(m: Model) -> dict[int, Los]:
    """The notes that led to no signal."""
    gevonden: dict[int, Los] = m.extra.setdefault("notities_dicht", {})
    return gevonden


def losse_verzoeken(m: Model) -> dict[int, Los]:
    """The requests about nobody who is known here."""
    gevonden: dict[int, Los] = m.extra.setdefault("losse_verzoeken", {})
    return gevonden


def alle(m: Model) -> list[Los]:
    """Everything that belongs to no dossier, but for notes that wait to be worked out."""
    return [*dichte_notities(m).values(), *losse_verzoeken(m).values()]


@daad(Act.VERZOEK_REGISTREREN)
def registreer_los(m: Model, k: Keus) -> Poging:
    """Somebody asks, and nothing about him is here."""
    invoer = Invoer("woo", m.vandaag, "brief", "Alle stukken.", "K. Vlinder", "Plein 9", "betrokkene")

    def na(rij: int) -> None:
        losse_verzoeken(m)[rij] = Los("verzoek", rij)

    def doe() -> int:
        waar = m.ids["gemeente_id"]
        return verzoek.register_verzoek(m.store, invoer, m.kader, gemeente_id=waar, dossier_id=None)

    return Poging(doe, na=na)


@daad(Act.VERZOEK_AFRONDEN)
def trek_los_in(m: Model, k: Keus) -> Poging | None:
    """He does not want it any more."""
    x = k.beste(losse_verzoeken(m).values(), lambda x: x.klaar is None)
    if x is None:
        return None
    op = m.vandaag

    def na(_: object) -> None:
        x.klaar = op

    return Poging(
        lambda: verzoek.finish(m.store, x.id, Afloop("ingetrokken", op), m.kader),
        "het is al afgerond" if x.klaar else "", na,
    )  # fmt: skip


@daad(Act.WEEGPLOEG_BERICHTEN)
def meld_notitie(m: Model, k: Keus) -> Poging | None:
    """The weegploeg hears of a note that led nowhere."""
    x = k.beste(dichte_notities(m).values(), lambda x: not x.gemeld)
    if x is None:
        return None

    def na(_: object) -> None:
        x.gemeld = True

    return Poging(lambda: doen.inform_weegploeg(m.store, "telefoonnotitie", x.id, m.vandaag), na=na)


def einde_los(m: Model, x: Los) -> date | None:
    """The day its term is over, by the count of the oracle."""
    getekend = m.termijnen.get(TERMIJN[x.soort])
    return orakel.na(x.klaar, getekend[0]) if getekend and x.klaar else None


def mist_los(m: Model, x: Los) -> str:
    """Everything that keeps it."""
    einde = einde_los(m, x)
    if x.klaar is None or not x.gemeld:
        return "het loopt nog, of de weegploeg weet het niet"
    return "" if einde and einde <= m.vandaag else "de termijn is niet vastgesteld of niet voorbij"


@daad(Act.LOS_VERNIETIGEN)
def vernietig_los(m: Model, k: Keus) -> Poging | None:
    """Gone, when somebody else allowed it."""
    x = k.beste(alle(m), lambda x: not mist_los(m, x))
    if x is None:
        return None
    einde = einde_los(m, x) or m.vandaag
    fouten: tuple[tuple[dict[str, Any], str], ...] = (
        ({"machtiging_door": "Aydin S"}, "wie hier werkt, machtigt niet"),
        ({"machtiging_op": einde - timedelta(days=1)}, "ouder dan het einde"),
        ({"machtiging_op": m.vandaag + timedelta(days=1)}, "van morgen"),
        ({"machtiging_kenmerk": ""}, "zonder kenmerk"),
    )
    fout, belet = k.uit(fouten) if k.fout() else ({}, "")
    velden: dict[str, Any] = {"machtiging_door": "drs. P. Kuipers", "machtiging_functie": "archivaris",
              "machtiging_op": m.vandaag, "machtiging_kenmerk": "A-7"} | fout  # fmt: skip

    def na(_: object) -> None:
        dichte_notities(m).pop(x.id, None)
        losse_verzoeken(m).pop(x.id, None)
        m.notities = [n for n in m.notities if n[0] != x.id]

    return Poging(
        lambda: los.destroy_los(m.store, x.soort, x.id, Machtiging(**velden), m.kader, op=m.vandaag),
        mist_los(m, x) or belet, na,
    )  # fmt: skip


@daad(Act.LOS_VERNIETIGEN)
def raak_los_spook_aan(m: Model, k: Keus) -> Poging | None:
    """What is gone, or was worked out into a signal, cannot be destroyed as a loose piece."""
    uitgewerkt = m.kies(k, [n for n in m.notities if n[1] != "dicht"])
    if uitgewerkt is None:
        return None
    wie = Machtiging("drs. P. Kuipers", "archivaris", m.vandaag, "A-7")
    return Poging(
        lambda: los.destroy_los(m.store, "telefoonnotitie", uitgewerkt[0], wie, m.kader, op=m.vandaag),
        "de notitie is niet afgehandeld, of hoort bij een dossier",
    )

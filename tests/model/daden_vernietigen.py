# SPDX-License-Identifier: EUPL-1.2
"""Acts of destroying: the list, the machtiging, seven days, and the end."""

from datetime import date, timedelta
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.vernietiging import Bevestiging, Machtiging, Oordeel
from gemeente_pga.handelingen import vernietiging
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_bewaren import gewijzigd
from tests.model.dingen import Dossier, Lijst, Regel
from tests.model.model import Keus, Model, Poging


def belet_vernietigen(m: Model, d: Dossier) -> str:
    """Annex (c), retention, and the side marks of (a): everything that keeps a dossier."""
    b = d.bewaring
    if d.loopt or b is None:
        return "het loopt nog, of niemand stelde een termijn vast"
    if gewijzigd(m, b):
        return "de termijn is sinds het besluit gewijzigd"
    if b.einde is None or b.einde > m.vandaag:
        return "de bewaartermijn loopt of het blijft bewaard"
    if any(not v.onherroepelijk(m.vandaag) for x in zelfde_persoon(m, d) for v in x.verzoeken):
        return "er loopt een verzoek"
    klaar = (*orakel.SIGNAAL_DICHT, "opgenomen")
    if d.gevraagd or any(s.staat not in klaar for s in d.elders):
        return "er is een nieuw signaal over deze persoon"
    if d.opschortingen or d.beperkingen:
        return "opgeschort of beperkt"
    return belet_buiten(d)


def zelfde_persoon(m: Model, d: Dossier) -> list[Dossier]:
    """This dossier and the others in which a signal was found to be about the same person."""
    uit = [d]
    for x in uit:
        uit += [s.dossier for s in x.elders if s.dossier in m.dossiers and s.dossier not in uit]
        uit += [y for y in m.dossiers if any(s.dossier is x for s in y.elders) and y not in uit]
    return uit


def belet_buiten(d: Dossier) -> str:
    """What is outside the kluis and not accounted for."""
    papier = any(e.stand in ("uitgereikt", "teruggenomen") for e in d.exemplaren)
    open_ = "" in d.berichten.values() or any(not lek.dicht for lek in d.lekken)
    return "papier, een bericht of een datalek staat open" if papier or open_ else ""


def lopend(m: Model, d: Dossier) -> bool:
    """Is it on a list already?"""
    return any(
        r.dossier is d and not r.ongedaan and r.oordeel != "niet_akkoord"
        for lijst in m.lijsten if lijst.status in ("ter_machtiging", "gemachtigd") for r in lijst.regels
    )  # fmt: skip


@daad(Act.VERNIETIGING_LIJST)
def stel_lijst_op(m: Model, k: Keus) -> Poging | None:
    """A list for the archivaris."""
    d = k.beste(m.beeld, lambda d: not belet_vernietigen(m, d) and not lopend(m, d))
    if d is None:
        return None
    mee = [d, *(x for x in m.dossiers if x is not d and not belet_vernietigen(m, x) and not lopend(m, x))][:2]

    def na(lijst_id: int) -> None:
        with m.store.reader() as r:
            vraag = "SELECT id FROM vernietigingsregel WHERE lijst_id = ? AND dossier_id = ?"
            regels = [Regel(r.value(vraag, lijst_id, x.id), x) for x in mee]
        m.lijsten.append(Lijst(lijst_id, m.vandaag, regels))

    belet = belet_vernietigen(m, d) or ("het staat al op een lijst" if lopend(m, d) else "")
    return Poging(
        lambda: vernietiging.draft_lijst(m.store, [x.id for x in mee], m.kader, op=m.vandaag), belet, na
    )


def regels(m: Model) -> list[tuple[Lijst, Regel]]:
    """Every line in sight of a dossier that is still there."""
    return [(lijst, r) for lijst in m.lijsten for r in lijst.regels if not r.weg and r.dossier in m.beeld]


@daad(Act.VERNIETIGING_LIJST)
def oordeel(m: Model, k: Keus) -> Poging | None:
    """What the archivaris says of one line."""
    keus = k.beste(regels(m), lambda lr: lr[0].status == "ter_machtiging" and not lr[1].oordeel)
    if keus is None:
        return None
    lijst, regel = keus
    wat = "niet_akkoord" if k.fout() else "akkoord"
    reden = "" if k.fout() else "Hotspot."

    def na(_: object) -> None:
        regel.oordeel = wat

    belet = "" if lijst.status == "ter_machtiging" else f"de lijst is {lijst.status}"
    zonder = "zonder reden" if wat == "niet_akkoord" and not reden else ""
    return Poging(lambda: vernietiging.judge(m.store, regel.id, Oordeel(wat, reden)), belet or zonder, na)


def lijsten(m: Model) -> list[Lijst]:
    """Every list in sight."""
    return [x for x in m.lijsten if not m.focus or any(r.dossier is m.focus for r in x.regels)]


def mist_machtiging(lijst: Lijst) -> str:
    """What must be there before somebody else allows it."""
    blijft = [r for r in lijst.regels if not r.weg]
    if lijst.status != "ter_machtiging":
        return f"de lijst is {lijst.status}"
    if any(not r.oordeel for r in blijft):
        return "niet elk dossier heeft een oordeel"
    return "" if any(r.oordeel == "akkoord" for r in blijft) else "er is niets akkoord"


@daad(Act.VERNIETIGING_MACHTIGEN)
def machtig(m: Model, k: Keus) -> Poging | None:
    """Somebody else allows it."""
    lijst = k.beste(lijsten(m), lambda x: not mist_machtiging(x))
    if lijst is None:
        return None
    fouten: tuple[tuple[dict[str, Any], str], ...] = (
        ({"machtiging_door": "Aydin S"}, "wie hier werkt, machtigt niet"),
        ({"machtiging_op": lijst.op - timedelta(days=1)}, "ouder dan de lijst"),
        ({"machtiging_functie": "coördinator"}, "niet bevoegd"),
    )
    fout, belet = k.uit(fouten) if k.fout() else ({}, "")
    velden: dict[str, Any] = {"machtiging_door": "drs. P. Kuipers", "machtiging_functie": "archivaris",
              "machtiging_op": m.vandaag, "machtiging_kenmerk": "A-114"} | fout  # fmt: skip

    def na(_: object) -> None:
        lijst.status = "gemachtigd"

    return Poging(
        lambda: vernietiging.authorise(m.store, lijst.id, Machtiging(**velden)),
        mist_machtiging(lijst) or belet, na,
    )  # fmt: skip


def mist_regel(lijst: Lijst, r: Regel) -> str:
    """What the line itself misses."""
    if lijst.status != "gemachtigd" or r.oordeel != "akkoord" or r.ongedaan:
        return "niet gemachtigd, niet akkoord of ongedaan gemaakt"
    return ""


@daad(Act.VERNIETIGING_BEVESTIGEN)
def bevestig(m: Model, k: Keus) -> Poging | None:
    """The number is typed over; seven days begin."""
    keus = k.beste(regels(m), lambda lr: not mist_regel(*lr) and not lr[1].bevestigd)
    if keus is None:
        return None
    lijst, r = keus
    getypt, papier = r.dossier.nummer, "geen_papier"
    belet = mist_regel(lijst, r) or ("al bevestigd" if r.bevestigd else "") or belet_vernietigen(m, r.dossier)
    if k.fout():
        getypt, papier, fout = k.uit(
            (("2026-999", papier, "ander nummer"), (getypt, "nee", "papier ligt er nog"))
        )
        belet = belet or fout
    op = m.vandaag

    def na(vanaf: date) -> None:
        assert vanaf == op + timedelta(days=7)
        r.bevestigd = op

    return Poging(
        lambda: vernietiging.confirm(m.store, r.id, Bevestiging(getypt, papier), m.kader, op=op), belet, na,
        dossier=r.dossier,
    )  # fmt: skip


def rond_af(lijst: Lijst) -> None:
    """A list on which nothing waits any more is done."""
    if not any(r.oordeel == "akkoord" and not r.ongedaan and not r.weg for r in lijst.regels):
        lijst.status = "uitgevoerd" if any(r.weg for r in lijst.regels) else "ingetrokken"


@daad(Act.VERNIETIGING_ONGEDAAN)
def maak_ongedaan(m: Model, k: Keus) -> Poging | None:
    """It stays after all."""
    keus = k.beste(regels(m), lambda lr: bool(lr[1].bevestigd) and not lr[1].ongedaan)
    if keus is None:
        return None
    lijst, r = keus

    def na(_: object) -> None:
        r.ongedaan = True
        rond_af(lijst)

    belet = "" if r.bevestigd and not r.ongedaan else "er is niets ongedaan te maken"
    return Poging(
        lambda: vernietiging.undo(m.store, r.id, "Er komt een claim.", op=m.vandaag), belet, na,
        dossier=r.dossier,
    )  # fmt: skip


def mist_vernietigen(m: Model, lijst: Lijst, r: Regel) -> str:
    """Asked again on the day itself."""
    if mist_regel(lijst, r) or r.bevestigd is None:
        return "niet gemachtigd of niet bevestigd"
    if m.vandaag < r.bevestigd + timedelta(days=7):
        return "de bedenktijd loopt"
    return belet_vernietigen(m, r.dossier)


@daad(Act.DOSSIER_WISSEN)
def vernietig(m: Model, k: Keus) -> Poging | None:
    """Gone, and only that it was done stays."""
    keus = k.beste(regels(m), lambda lr: not mist_vernietigen(m, *lr))
    if keus is None:
        return None
    lijst, r = keus
    nu = orakel.lokaal(m.nu)

    def na(_: object) -> None:
        d, r.weg = r.dossier, True
        m.dossiers.remove(d)
        m.weg.append(d)
        for o in m.overleggen:
            o.punten = [p for p in o.punten if p.casus.dossier is not d]
        m.notities = [n for n in m.notities if n[2] is not d]
        for ander in m.dossiers:
            ander.elders = [s for s in ander.elders if s.dossier is not d]
            ander.exemplaren = [e for e in ander.exemplaren if e not in d.exemplaren]
        rond_af(lijst)

    return Poging(
        lambda: vernietiging.destroy(m.store, r.id, "geen_papier", m.kader, nu=nu),
        mist_vernietigen(m, lijst, r), na, dossier=r.dossier,
    )  # fmt: skip


@daad(Act.VERNIETIGING_LIJST)
def trek_lijst_in(m: Model, k: Keus) -> Poging | None:
    """A list is taken back."""
    lijst = k.beste(lijsten(m), lambda x: x.status in ("ter_machtiging", "gemachtigd"))
    if lijst is None or m.focus:
        return None

    def na(_: object) -> None:
        lijst.status = "uitgevoerd" if any(r.weg for r in lijst.regels) else "ingetrokken"
        lijst.regels = [r for r in lijst.regels if r.weg]

    belet = "" if lijst.status in ("ter_machtiging", "gemachtigd") else f"de lijst is {lijst.status}"
    if any(r.bevestigd and not r.ongedaan and not r.weg for r in lijst.regels):
        belet = belet or "er is een vernietiging bevestigd"
    return Poging(lambda: vernietiging.withdraw(m.store, lijst.id, op=m.vandaag), belet, na)


@daad(Act.VERNIETIGING_VERKLAREN)
def verklaar(m: Model, k: Keus) -> Poging | None:
    """What this list destroyed, on paper for good."""
    lijst = k.beste(m.lijsten, lambda x: x.status == "uitgevoerd" and not x.verklaard)
    if lijst is None:
        return None

    def na(_: object) -> None:
        lijst.verklaard = True

    belet = "" if lijst.status == "uitgevoerd" and not lijst.verklaard else "niets te verklaren"
    return Poging(lambda: vernietiging.declare(m.store, lijst.id, m.kader, op=m.vandaag), belet, na)

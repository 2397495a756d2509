# SPDX-License-Identifier: EUPL-1.2
"""Acts on a casus: opening, taking over, who takes part, steps, review, scaling, handing over, closing."""

from datetime import date, timedelta

from gemeente_pga.domain.afwijking import HERBEOORDELING_OVERGESLAGEN, Afwijking
from gemeente_pga.domain.casus import (
    beoordeel_deelnemer,
    beoordeel_overname,
    beoordeel_regie,
    beoordeel_sluiting,
)
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.informeren import beoordeel_informeren
from gemeente_pga.handelingen import casus as doen
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_signaal import WIE
from tests.model.daden_weging import deur
from tests.model.dingen import Casus, Dossier, Signaal, Weging
from tests.model.model import Keus, Model, Poging, goed

# Steps that the table of the casusoverleg takes by itself; every other step follows from what is recorded.
MET_DE_HAND = {
    "plan_vastgesteld": ("in_uitvoering",),
    "in_uitvoering": ("casusoverleg_loopt",),
    "herbeoordeling": ("in_uitvoering", "casusoverleg_loopt"),
    "op_of_afgeschaald": ("in_uitvoering",),
}
UITVOERING = ("in_uitvoering", "herbeoordeling", "op_of_afgeschaald")


def dicht(c: Casus) -> str:
    """A closed casus does not change; a restricted dossier is only kept."""
    return "de casus is gesloten" if c.dicht else "de verwerking is beperkt" if c.dossier.beperkt else ""


def laatste_dag(m: Model) -> date:
    """No review comes later than this."""
    return orakel.na(m.vandaag, "P1Y")


def dag(m: Model, k: Keus) -> tuple[date, str]:
    """A day for the next review, and what is wrong with it."""
    if not k.fout():
        return m.vandaag + timedelta(days=k.uit((90, 28, 180))), ""
    te_laat = laatste_dag(m) + timedelta(days=1)
    return k.uit(((laatste_dag(m), ""), (te_laat, "later dan de uiterste dag")))


@daad(Act.CASUS_OPENEN)
def open_casus(m: Model, k: Keus) -> Poging | None:
    """The casus that follows from "opnemen", once."""
    klaar = [w for w in m.wegingen() if w.dossier.casus is None]
    w = k.beste(m.wegingen(), lambda w: w in klaar and mag_openen(w))
    if w is None:
        return None
    lopend = next((c for c in w.dossier.casussen if not c.dicht), None)
    gebruikt = any(c.weging is w for c in w.dossier.casussen)
    belet = "" if mag_openen(w) else "alleen na een vastgesteld besluit opnemen"
    if not belet and lopend is None and gebruikt:
        belet = "heropenen kan alleen met een nieuwe weging"
    if not belet and lopend is None and w.dossier.beperkt:
        belet = "de verwerking is beperkt"

    def na(casus_id: int) -> None:
        if lopend is not None:
            assert casus_id == lopend.id
            return
        w.dossier.casussen.append(Casus(casus_id, w.dossier, w, m.vandaag, informeren=w.informeren))

    return Poging(lambda: doen.open_casus(m.store, w.id, op=m.vandaag), belet, na, dossier=w.dossier)


def mag_openen(w: Weging) -> bool:
    """Did three present parties decide so?"""
    return w.vast and w.besluit == "opnemen" and w.soort != "voorlopig"


@daad(Act.CASUS_OVERNEMEN)
def neem_over(m: Model, k: Keus) -> Poging:
    """A casus that ran on paper, with the days of then."""
    stand = k.uit(("voorbereiding", "casusoverleg_loopt", "in_uitvoering"))
    toen = m.vandaag - timedelta(days=k.uit((30, 365, 366)))
    verkeerd = k.fout()
    verder, belet = dag(m, k)
    invoer = {
        "ontvangen_op": toen, "bron_soort": "gemeente", "bron_organisatie": "Wijkteam West",
        "zelf_waargenomen": "Zij verbrandde haar paspoort.", "weging_op": toen,
        "besluit_reden": "Een risico.",
        "samenhang": "Werk en woning.", "geopend_op": toen - timedelta(days=1) if verkeerd else toen,
        "casusregisseur": "S. Aydın", "volgende_herbeoordeling": verder, "informeren": "ja",
        "informeren_reden": "Zij werkt mee.", "stand": stand,
    }  # fmt: skip
    buiten = k.fout()
    gemeente = m.ids["elders" if buiten else "gemeente_id"]

    def doe() -> int:
        overname = goed(beoordeel_overname(invoer, m.kader, m.vandaag))
        return doen.take_over(m.store, WIE, overname, gemeente_id=gemeente, bijlagen=(), vandaag=m.vandaag)

    def na(casus_id: int) -> None:
        dossier_id = m.rij("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
        nummer = m.rij("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
        persoon_id = m.rij("SELECT id FROM persoon WHERE dossier_id = ?", dossier_id)
        d = Dossier(dossier_id, nummer, persoon_id, overgenomen=True)
        m.dossiers.append(d)
        s = Signaal(m.rij("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id), d, toen,
                    staat="opgenomen", uitkomst="opgenomen", gewogen_op=toen)  # fmt: skip
        w = Weging(m.rij("SELECT id FROM weging WHERE dossier_id = ?", dossier_id), d, toen, [s],
                   besluit="opnemen", vast=True, informeren="ja")  # fmt: skip
        d.signalen.append(s)
        d.wegingen.append(w)
        d.casussen.append(Casus(casus_id, d, w, toen, stand, informeren="ja", opnieuw=verder))

    belet = belet or ("de casus kan niet vóór het besluit zijn geopend" if verkeerd else "")
    return Poging(doe, belet or ("de ingebruikname is niet compleet" if buiten else ""), na)


@daad(Act.CASUS_DEELNEMER)
def laat_deelnemen(m: Model, k: Keus) -> Poging | None:
    """Somebody takes part: with a role and a ground."""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and not c.deelnemers)
    if c is None:
        return None
    fout = {k.uit(("grondslag", "rol")): ""} if k.fout() else {}
    invoer = {"partij_id": m.ids["politie"], "naam": "K. Brouwer", "functie": "lid", "rol": "deelnemer",
              "grondslag": "wet_pga", "convenant_getekend": "ja", "geheimhouding": "ja"} | fout  # fmt: skip

    def doe() -> int:
        wie = goed(beoordeel_deelnemer(invoer, m.kader, m.vandaag))
        return doen.record_deelnemer(m.store, c.id, wie, op=m.vandaag)

    def na(_: int) -> None:
        c.deelnemers += 1
        if c.staat == "opgenomen":
            c.staat = "voorbereiding"

    return Poging(doe, ", ".join(fout) or dicht(c), na, dossier=c.dossier)


@daad(Act.CASUS_INFORMEREN)
def informeer(m: Model, k: Keus) -> Poging | None:
    """The decision about telling the betrokkene."""
    c = k.beste(m.casussen(), lambda c: not c.dicht and not c.informeren)
    if c is None:
        return None
    wat = k.uit(("later", "ja"))
    zonder = k.fout() and wat == "later"
    invoer = {
        "informeren": wat, "informeren_grondslag": "doel_geschaad", "informeren_reden": "Eerst een gesprek.",
        "informeren_door": "S. Aydın",
        "informeren_opnieuw_op": None if zonder else m.vandaag + timedelta(days=28),
    }  # fmt: skip

    def doe() -> None:
        besluit = goed(beoordeel_informeren(invoer, m.kader, m.vandaag))
        doen.record_informeren(m.store, c.id, besluit, op=m.vandaag)

    def na(_: object) -> None:
        c.informeren = wat

    belet = "uitstel zonder dag" if zonder else "de casus is gesloten" if c.dicht else ""
    return Poging(
        doe, belet or (deur(m, c.dossier, "informeren") if wat == "ja" else ""), na, dossier=c.dossier
    )


@daad(Act.CASUS_BIJWERKEN)
def zet_regie(m: Model, k: Keus) -> Poging | None:
    """Another day for the review; one that is overdue is not put off without a reason."""
    c = k.beste(m.casussen(), lambda c: not dicht(c))
    if c is None:
        return None
    verder, belet = dag(m, k)
    voorbij = (
        c.staat in UITVOERING and c.opnieuw is not None and c.opnieuw < m.vandaag and verder != c.opnieuw
    )
    reden: dict[str, object] = {} if voorbij and k.fout() else {
        "afwijking_reden": "anders", "afwijking_toelichting": "Ziek.",
             "afwijking_door": "casusoverleg"}  # fmt: skip
    invoer = {"casusregisseur": "S. Aydın", "volgende_herbeoordeling": verder} | reden

    def doe() -> None:
        keus = goed(beoordeel_regie(invoer, m.kader, m.vandaag, was=c.opnieuw, status=c.staat))
        doen.record_regie(m.store, c.id, keus, op=m.vandaag)

    def na(_: object) -> None:
        c.opnieuw = verder

    zonder = "uitstel zonder reden" if voorbij and not reden else ""
    return Poging(doe, belet or zonder or dicht(c), na, dossier=c.dossier)


@daad(Act.CASUS_BIJWERKEN)
def zet_stap(m: Model, k: Keus) -> Poging | None:
    """A step by hand; every other way to that state is shut."""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.staat in MET_DE_HAND)
    if c is None or (m.focus and c.staat == "in_uitvoering"):
        return None
    naar = k.uit(tuple(orakel.CASUS)) if k.fout() else k.uit(MET_DE_HAND.get(c.staat, ("in_uitvoering",)))
    reden = k.uit((None, Afwijking(HERBEOORDELING_OVERGESLAGEN, "anders", "Ziek.", "overleg", m.vandaag)))

    def na(_: object) -> None:
        c.staat = naar

    belet = dicht(c) or mist_stap(m, c, naar, met_reden=reden is not None)
    return Poging(
        lambda: doen.move(m.store, c.id, naar, op=m.vandaag, reden="Nog nodig.", afwijking=reden),
        belet, na, dossier=c.dossier,
    )  # fmt: skip


def mist_stap(m: Model, c: Casus, naar: str, *, met_reden: bool) -> str:
    """Annex (a) C2-C7: why the table cannot take this step."""
    if naar == c.staat:
        return ""  # it is there already
    if naar not in MET_DE_HAND.get(c.staat, ()):
        return f"van {c.staat} niet met de hand naar {naar}"
    if c.staat == "herbeoordeling" and not is_herzien(c):
        return "de noodzaak is niet opnieuw gewogen"
    if naar == "in_uitvoering":
        begonnen = c.staat != "plan_vastgesteld" or any(
            p.begonnen for p in c.plannen if p.status == "vastgesteld"
        )
        return "" if c.heeft_plan and begonnen else "er is geen vastgesteld plan, of niets is begonnen"
    if not (c.deelnemers and c.informeren):
        return "deelnemers of het besluit over informeren ontbreekt"
    wanneer = c.opnieuw or (c.plan.herbeoordeling if c.plan else None)
    voorbij = c.staat == "in_uitvoering" and wanneer is not None and wanneer < m.vandaag
    return "de herbeoordeling is overgeslagen" if voorbij and not met_reden else ""


def is_herzien(c: Casus) -> bool:
    """Was the review of this round made final?"""
    return bool(c.bladen) and all(b.vast for b in c.bladen)


@daad(Act.CASUS_AFSLUITEN)
def sluit_casus(m: Model, k: Keus) -> Poging | None:
    """The goal is reached, or the criteria are no longer met."""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.staat != "opgenomen")
    if c is None:
        return None
    op = c.geopend - timedelta(days=1) if k.fout() else m.vandaag
    leeg = {k.uit(("sluitreden", "resultaat")): ""} if k.fout() else {}
    invoer = {"gesloten_op": op, "sluitreden": "criteria_niet_meer", "sluit_toelichting": "Het is rustig.",
              "resultaat": "Werk en woning op orde.", "partners_bewaren": "Niets."} | leeg  # fmt: skip
    d = c.dossier
    ontvangen = any(a.over is c and a.bevestigd for a in d.aanboden)

    def doe() -> None:
        doen.close_casus(m.store, c.id, goed(beoordeel_sluiting(invoer, m.kader, m.vandaag)))

    def na(_: object) -> None:
        c.staat, c.slotdag = "overgedragen" if ontvangen else "afgesloten", op
        c.overgedragen = ontvangen

    belet = dicht(c) or ", ".join(leeg) or ("vóór het openen" if op < c.geopend else "")
    if not belet and not orakel.mag("casus", c.staat, "afgesloten"):
        belet = f"van {c.staat} niet af te sluiten"
    wacht = any(s.staat not in (*orakel.SIGNAAL_DICHT, "opgenomen") for s in d.signalen)
    belet = belet or ("er wacht een signaal" if wacht else "")
    return Poging(doe, belet or ("" if c.informeren else "geen besluit over informeren"), na, dossier=d)

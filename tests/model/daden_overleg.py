# SPDX-License-Identifier: EUPL-1.2
"""Acts on the plan van aanpak and on meetings, from agenda to minutes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.overleg import (
    Actie,
    Besluit,
    Deelnemer,
    Reactie,
    Voortgang,
    beoordeel_bespreking,
)
from gemeente_pga.domain.overleg import Overleg as Invoer
from gemeente_pga.handelingen import overleg as doen
from gemeente_pga.handelingen import verslag
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_casus import UITVOERING, dag, dicht, is_herzien
from tests.model.dingen import Actiepunt, Casus, Overleg, Punt
from tests.model.model import Keus, Model, Poging, goed

KOP = Invoer(
    datum=None, begin="13:30", einde="14:25", plaats="zaal Reiger", voorzitter="H. zvh",  # type: ignore[arg-type]
    verslaglegger="S. Aydın", verslag_door="gemeente", kenmerk_zvh="", vorig_verslag="geen",
    geheimhouding_besproken=True, exemplaren_uitgedeeld=None, exemplaren_terug=None,
    exemplaren_toelichting="", volgend_overleg=None, volgend_overleg_tijd="", volgend_overleg_plaats="",
)  # fmt: skip
GAST = Deelnemer(0, "K. Brouwer", "wijkagent", "deelnemer", "", False, "")


def mag_op_agenda(m: Model, c: Casus, op: Any) -> str:
    """Why a casus cannot be discussed that day."""
    d = c.dossier
    if d.beperkt or d.houdt("overleg", op):
        return "beperkt of aangehouden"
    return "gesloten" if d.gesloten else ""


@daad(Act.OVERLEG_VOORBEREIDEN)
def bereid_voor(m: Model, k: Keus) -> Poging | None:
    """An agenda with one casus, or two."""
    open_ = ("voorbereiding", "casusoverleg_loopt", "in_uitvoering")
    lopend = {p.casus for o in m.overleggen for p in o.punten if o.status == "voorbereiding"}
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.staat in open_ and c not in lopend)
    if c is None or (m.focus and c.staat == "in_uitvoering" and not k.fout()):
        return None
    op = m.vandaag + timedelta(days=k.uit((0, 0, 7)))
    mee = [c]
    if k.fout():
        mee += [x for x in m.casussen() if x is not c][:1]
    gast = replace(GAST, partij_id=m.ids["politie"])

    def na(overleg_id: int) -> None:
        o = Overleg(overleg_id, op)
        with m.store.reader() as r:
            for x in mee:
                vraag = "SELECT id FROM bespreking WHERE overleg_id = ? AND casus_id = ?"
                o.punten.append(Punt(r.value(vraag, overleg_id, x.id), x, o))
            rij = r.value("SELECT id FROM overleg_deelnemer WHERE overleg_id = ?", overleg_id)
        o.tafel[rij] = ""
        m.overleggen.append(o)

    belet = next((b for x in mee if (b := mag_op_agenda(m, x, op))), "")
    return Poging(
        lambda: doen.prepare_overleg(
            m.store, replace(KOP, datum=op), casus_ids=[x.id for x in mee],
            deelnemers={gast: [x.id for x in mee]},
        ),
        belet, na,
    )  # fmt: skip


def overleggen(m: Model) -> list[Overleg]:
    """Every meeting in sight."""
    return [o for o in m.overleggen if not m.focus or any(p.casus.dossier is m.focus for p in o.punten)]


@daad(Act.OVERLEG_BEGINNEN)
def begin_overleg(m: Model, k: Keus) -> Poging | None:
    """Everybody sits down."""
    o = k.beste(overleggen(m), lambda o: o.status == "voorbereiding" and not mist_begin(m, o))
    if o is None:
        return None

    def na(_: object) -> None:
        o.status = "concept"
        for p in o.punten:
            c = p.casus
            uit = c.staat == "in_uitvoering" and not voorbij_op(c, o.datum)
            if uit or c.staat == "voorbereiding" or (c.staat == "herbeoordeling" and is_herzien(c)):
                c.staat = "casusoverleg_loopt" if c.deelnemers and c.informeren else c.staat

    return Poging(lambda: doen.begin_overleg(m.store, o.id), mist_begin(m, o), na)


def voorbij_op(c: Casus, op: Any) -> bool:
    """Is its review overdue on the day of the meeting?"""
    wanneer = c.opnieuw or (c.plan.herbeoordeling if c.plan else None)
    return wanneer is not None and wanneer < op


def mist_begin(m: Model, o: Overleg) -> str:
    """Annex (a) C2: who takes part and whether to inform comes before the first meeting."""
    if o.status != "voorbereiding":
        return "het is al begonnen"
    for p in o.punten:
        if p.casus.staat in ("afgesloten", "overgedragen", "heropening_gevraagd", "gesloten"):
            return "de casus is gesloten"  # also where the dossier goes on with another casus
        nieuw = p.casus.staat in ("opgenomen", "voorbereiding")
        if nieuw and not (p.casus.deelnemers and p.casus.informeren):
            return "de voorbereiding is niet compleet"
        if belet := mag_op_agenda(m, p.casus, o.datum):
            return belet
    return ""


def vastgesteld(o: Overleg) -> str:
    """Minutes that are final, or that lie with others, do not change."""
    return f"het verslag is {o.status}" if o.status in ("ter_reactie", "vastgesteld") else ""


def niet_uit_te_werken(p: Punt) -> str:
    """AVG 18: of a restricted dossier nothing is minuted, whatever the stage of the minutes."""
    return vastgesteld(p.overleg) or ("de verwerking is beperkt" if p.casus.dossier.beperkt else "")


@daad(Act.OVERLEG_BIJWERKEN)
def haal_van_agenda(m: Model, k: Keus) -> Poging | None:
    """A casus that became restricted is not discussed; what was said about it before stays."""
    p = k.beste(m.punten(), lambda p: p.casus.dossier.beperkt and not blijft(m, p))
    if p is None:
        return None
    o = p.overleg
    over = [x.casus.id for x in o.punten if x is not p]

    def na(_: object) -> None:
        o.punten.remove(p)
        if not o.punten:  # who came for what is off the agenda is not invited any more
            o.tafel = {rij: er for rij, er in o.tafel.items() if er}

    return Poging(lambda: doen.change_agenda(m.store, o.id, over), blijft(m, p), na)


def blijft(m: Model, p: Punt) -> str:
    """Why a casus stays on the agenda."""
    gezegd = p.besluiten or p.informeren or p.acties or p.items
    gezegd = gezegd or any(p in a.bij for x in m.alle_punten() for a in x.acties)
    return vastgesteld(p.overleg) or ("er is iets over vastgelegd" if gezegd else "")


@daad(Act.OVERLEG_LANGER_OPEN)
def blijf_open(m: Model, k: Keus) -> Poging | None:
    """The kluis stays open longer."""
    o = m.kies(k, overleggen(m))
    return None if o is None else Poging(lambda: doen.log_langer_open(m.store, o.id))


@daad(Act.OVERLEG_BIJWERKEN)
def leg_aanwezigheid_vast(m: Model, k: Keus) -> Poging | None:
    """Who was there."""
    o = k.beste(overleggen(m), lambda o: not vastgesteld(o) and "" in o.tafel.values())
    if o is None:
        return None
    er = replace(GAST, partij_id=m.ids["politie"], aanwezig="aanwezig", geheimhouding=True)

    def na(_: object) -> None:
        o.tafel = dict.fromkeys(o.tafel, "aanwezig")

    return Poging(
        lambda: doen.record_aanwezigheid(m.store, o.id, dict.fromkeys(o.tafel, er)), vastgesteld(o), na
    )


def uit_te_werken(p: Punt) -> bool:
    """Are the minutes of this casus being made?"""
    return p.overleg.status == "concept" and not p.casus.dossier.beperkt


@daad(Act.BESPREKING_BIJWERKEN)
def bespreek(m: Model, k: Keus) -> Poging | None:
    """What was said about one casus, and what follows for it at once."""
    p = k.beste(m.punten(), lambda p: uit_te_werken(p) and not p.informeren)
    if p is None:
        return None
    verder, belet = dag(m, k)
    wat, c = k.uit(("later", "ja")), p.casus
    verder = max(verder, p.overleg.datum)
    belet = "later dan de uiterste dag" if verder > orakel.na(p.overleg.datum, "P1Y") else ""
    invoer = {
        "doel": "Voortgang", "overwegingen": "Overwegingen.", "informeren": wat,
        "informeren_grondslag": "doel_geschaad", "informeren_reden": "Zo besloten.",
        "informeren_opnieuw_op": p.overleg.datum + timedelta(days=28), "volgende_herbeoordeling": verder,
    }  # fmt: skip

    def doe() -> None:
        inhoud = goed(beoordeel_bespreking(invoer, m.kader, m.vandaag, op=p.overleg.datum))
        doen.record_bespreking(m.store, p.id, inhoud)

    def na(_: object) -> None:
        p.informeren = wat
        if c.slotdag is None:
            c.informeren = wat
            uitstel = c.staat in UITVOERING and c.opnieuw is not None and c.opnieuw < p.overleg.datum
            c.opnieuw = c.opnieuw if uitstel else verder

    wacht = c.slotdag is None and wat == "ja" and c.dossier.houdt("informeren", p.overleg.datum)
    belet = belet or ("informeren is aangehouden" if wacht else "")
    return Poging(doe, belet or niet_uit_te_werken(p), na, dossier=c.dossier)


@daad(Act.BESLUIT_VASTLEGGEN)
def besluit(m: Model, k: Keus) -> Poging | None:
    """A numbered decision."""
    p = k.beste(m.punten(), lambda p: uit_te_werken(p) and not p.besluiten)

    def na(_: object) -> None:
        assert p is not None
        p.besluiten += 1

    return None if p is None else Poging(
        lambda: doen.record_besluit(m.store, p.id, Besluit("Schuldhulp gaat door.", False)),
        niet_uit_te_werken(p), na, dossier=p.casus.dossier,
    )  # fmt: skip


@daad(Act.ACTIE_VASTLEGGEN)
def spreek_af(m: Model, k: Keus) -> Poging | None:
    """Who does what before when."""
    p = k.beste(m.punten(), lambda p: uit_te_werken(p) and not p.acties)
    if p is None:
        return None
    actie = Actie("Bellen met de broer", "H. politie", None, m.vandaag + timedelta(days=14), "", "", "")

    def na(actie_id: int) -> None:
        p.acties.append(Actiepunt(actie_id, p))

    return Poging(
        lambda: doen.record_actie(m.store, p.id, actie), niet_uit_te_werken(p), na, dossier=p.casus.dossier
    )


@daad(Act.ACTIE_BIJWERKEN)
def werk_actie_bij(m: Model, k: Keus) -> Poging | None:
    """What became of it, in between or at a meeting."""
    alle = [a for p in m.punten() for a in p.acties]
    a = k.beste(alle, lambda a: a.status == "open" and not a.punt.casus.dossier.beperkt)
    if a is None:
        return None
    stand = k.uit(("gedaan", "loopt"))
    bij = m.kies(k, [p for p in m.punten() if p.casus is a.punt.casus and p.overleg.status == "concept"])
    bij = None if k.fout() else bij

    def na(_: object) -> None:
        a.status = stand
        if bij:
            a.bij.add(bij)

    return Poging(
        lambda: doen.record_voortgang(
            m.store, a.id, Voortgang(stand, "", m.vandaag), bespreking_id=bij.id if bij else None
        ),
        "de verwerking is beperkt" if a.punt.casus.dossier.beperkt else "", na, dossier=a.punt.casus.dossier,
    )  # fmt: skip


def mist_verslag(m: Model, o: Overleg) -> str:
    """Annex (a) C3: who was there, and per casus decisions, informing, and what came of actions."""
    if not o.punten:
        return "er staat geen casus op de agenda"
    if o.van_zvh is False:
        return "het verslag van het Zorg- en Veiligheidshuis ontbreekt"
    if o.van_zvh is None and "" in o.tafel.values():
        return "de aanwezigheid ontbreekt"
    for p in o.punten:
        if p.casus.dossier.beperkt:
            continue  # not discussed any further: the minutes say so
        andere = [q for q in m.alle_punten() if q is not p and q.casus is p.casus]
        eerder = [a for q in andere if q.overleg.datum <= o.datum for a in q.acties
                  if a.status in ("open", "loopt")]  # fmt: skip
        open_ = not p.casus.dossier.beperkt  # of what is only kept, the minutes are as they are
        if open_ and (not p.besluiten or not p.informeren or any(p not in a.bij for a in eerder)):
            return "een besluit, het informeren of een eerdere actie ontbreekt"
    return ""


@daad(Act.OVERLEG_TER_REACTIE)
def zet_ter_reactie(m: Model, k: Keus) -> Poging | None:
    """The concept goes round."""
    o = k.beste(overleggen(m), lambda o: o.status == "concept" and not mist_verslag(m, o))
    if o is None:
        return None

    def na(_: object) -> None:
        o.status = "ter_reactie"

    belet = mist_verslag(m, o) if o.status == "concept" else f"het verslag is {o.status}"
    week = m.vandaag + timedelta(days=7)
    return Poging(lambda: doen.put_ter_reactie(m.store, o.id, op=m.vandaag, reageren_voor=week), belet, na)


@daad(Act.OVERLEG_REACTIE)
def reageer(m: Model, k: Keus) -> Poging | None:
    """Somebody agrees."""
    o = k.beste(overleggen(m), lambda o: o.status == "ter_reactie" and len(o.reacties) < len(o.tafel))
    if o is None or not o.tafel:
        return None
    wie = k.uit(list(o.tafel))
    akkoord = Reactie("akkoord", "", m.vandaag, "e-mail")
    belet = "het verslag is vastgesteld" if o.status == "vastgesteld" else ""
    return Poging(
        lambda: doen.record_reactie(m.store, o.id, wie, akkoord), belet, lambda _: o.reacties.add(wie)
    )


@daad(Act.OVERLEG_BIJWERKEN)
def neem_terug(m: Model, k: Keus) -> Poging | None:
    """Something must change after all."""
    o = k.beste(overleggen(m), lambda o: o.status == "ter_reactie")
    if o is None:
        return None

    def na(_: object) -> None:
        o.status = "concept"

    belet = "" if o.status == "ter_reactie" else f"het verslag is {o.status}"
    return Poging(lambda: doen.take_back(m.store, o.id), belet, na)


@daad(Act.VERSLAG_VASTSTELLEN)
def stel_verslag_vast(m: Model, k: Keus) -> Poging | None:
    """The minutes are final, in writing or at the next meeting."""
    wijze = k.uit(("schriftelijk", "volgend_overleg"))
    o = k.beste(overleggen(m), lambda o: not mist_vaststellen(m, o, wijze))
    if o is None:
        return None

    def na(_: object) -> None:
        o.status = "vastgesteld"

    return Poging(
        lambda: verslag.vaststellen(m.store, o.id, m.kader, op=m.vandaag, wijze=wijze),
        mist_vaststellen(m, o, wijze), na,
    )  # fmt: skip


def mist_vaststellen(m: Model, o: Overleg, wijze: str) -> str:
    """What stands between notes and minutes."""
    if o.status in ("vastgesteld", "voorbereiding"):
        return f"het verslag is {o.status}"
    if m.vandaag < o.datum or (wijze == "volgend_overleg" and m.vandaag == o.datum):
        return "het volgende overleg is nog niet geweest"
    leest = any(not p.casus.dossier.beperkt for p in o.punten)  # everybody sits in on every casus here
    rond = o.status == "ter_reactie" and (len(o.reacties) == len(o.tafel) or not leest)
    if wijze == "schriftelijk" and o.van_zvh is None and not rond:
        return "niet iedereen heeft gereageerd"
    return mist_verslag(m, o)

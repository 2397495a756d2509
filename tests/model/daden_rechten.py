# SPDX-License-Identifier: EUPL-1.2
"""Acts on holds, restrictions, requests, and on what a person is told and says."""

from dataclasses import replace
from datetime import timedelta

from gemeente_pga.domain.aanhouding import Einde, beoordeel_aanhouding
from gemeente_pga.domain.beperking import Beperking, Opheffing
from gemeente_pga.domain.gezag import Gezag
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.informeren import Persoonsbesluit
from gemeente_pga.domain.verzoek import Afloop, Behandeling, Verlenging, Verzoekbesluit
from gemeente_pga.domain.verzoek import Verzoek as Invoer
from gemeente_pga.domain.zienswijze import Bezorging, Zienswijze
from gemeente_pga.handelingen import aanhouding, beperking, informeren, verzoek
from tests.model import orakel
from tests.model.daad import daad
from tests.model.dingen import Dossier, Verzoek
from tests.model.model import Keus, Model, Poging, goed

ZIENSWIJZE = Zienswijze(None, "gesprek", "", "Ik was daar die dag niet.")  # type: ignore[arg-type]


@daad(Act.AANHOUDING_BEGINNEN)
def houd_aan(m: Model, k: Keus) -> Poging | None:
    """Police or OM ask to wait with one thing, until a day within a year."""
    d = k.beste(m.beeld, lambda d: not d.gesloten)
    if d is None:
        return None
    wat = k.uit(("weging", "overleg", "informeren", "verstrekking"))
    uiterlijk = orakel.na(m.vandaag, "P1Y")
    dagen = ((m.vandaag + timedelta(days=9), ""), (uiterlijk, ""), (m.vandaag, "zonder einde"),
             (uiterlijk + timedelta(days=1), "langer dan een jaar"))  # fmt: skip
    tot, belet = k.uit(dagen) if k.fout() else dagen[0]
    wie = "gemeente" if k.fout() else k.uit(("om", "politie"))
    invoer = {
        "wat": wat, "partij_id": m.ids[wie], "naam": "H. om", "functie": "officier", "reden": "onderzoek",
        "toelichting": "Wacht op bericht.", "vanaf": m.vandaag, "tot": tot,
    }  # fmt: skip
    partijen = {m.ids[soort]: soort for soort in ("gemeente", "om", "politie")}

    def doe() -> int:
        return aanhouding.begin(
            m.store, d.id, goed(beoordeel_aanhouding(invoer, m.kader, m.vandaag, partijen=partijen))
        )

    def na(rij: int) -> None:
        d.aanhoudingen[rij] = (wat, m.vandaag, tot)

    if any(w == wat for w, _, _ in d.aanhoudingen.values()):
        belet = belet or "dit is al aangehouden"
    belet = belet or ("alleen politie of OM" if wie == "gemeente" else "")
    return Poging(doe, belet or ("gesloten" if d.gesloten else ""), na, dossier=d)


@daad(Act.AANHOUDING_BEEINDIGEN)
def beeindig_aanhouding(m: Model, k: Keus) -> Poging | None:
    """It goes on, and how."""
    alle = [(d, rij) for d in m.beeld for rij in d.aanhoudingen]
    if not alle:
        return None
    d, rij = k.uit(alle)
    vervolg = "" if k.fout() else "Het kan door."

    def na(_: object) -> None:
        del d.aanhoudingen[rij]

    return Poging(
        lambda: aanhouding.end(m.store, rij, Einde(m.vandaag, vervolg)),
        "" if vervolg else "zonder vervolg", na, dossier=d,
    )  # fmt: skip


@daad(Act.BEPERKING_ZETTEN)
def beperk(m: Model, k: Keus) -> Poging | None:
    """An item, or the whole dossier, is only kept from now on."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    i = k.uit((None, *[i for i in d.items if not i.weg]))
    if k.fout():
        i = m.kies(k, [i for x in m.dossiers for i in x.items])
    wat = Beperking(i.id if i else None, None, "Betwist.", m.vandaag)

    def na(rij: int) -> None:
        d.beperkingen[rij] = i
        if i:
            i.beperkt = True

    belet = "al beperkt" if i in d.beperkingen.values() else ""
    return Poging(
        lambda: beperking.restrict(m.store, d.id, wat),
        belet or ("van een ander dossier" if i and i.dossier is not d else ""), na, dossier=d,
    )  # fmt: skip


@daad(Act.BEPERKING_OPHEFFEN)
def hef_beperking_op(m: Model, k: Keus) -> Poging | None:
    """It takes part again."""
    alle = [(d, rij) for d in m.beeld for rij in d.beperkingen]
    if not alle:
        return None
    d, rij = k.uit(alle)
    reden = "" if k.fout() else "Het klopt."

    def na(_: object) -> None:
        i = d.beperkingen.pop(rij)
        if i:
            i.beperkt = False

    return Poging(
        lambda: beperking.lift(m.store, rij, Opheffing(m.vandaag, reden)),
        "" if reden else "zonder reden", na, dossier=d,
    )  # fmt: skip


# ---- requests


@daad(Act.VERZOEK_REGISTREREN)
def registreer_verzoek(m: Model, k: Keus) -> Poging | None:
    """Somebody asks; the term counts from receipt."""
    d = k.beste(m.beeld, lambda d: not d.verzoeken)
    if d is None:
        return None
    soort = k.uit(("inzage", "inzage", "rectificatie", "klacht"))
    toen = m.vandaag - timedelta(days=k.uit((0, 0, 3, 31)))
    plek = k.uit(("casusoverleg", "gemeente"))
    invoer = Invoer(soort, toen, "brief", "Alles over mij.", "T. Hoekema", "Plein 3", "betrokkene", plek)
    politie = soort != "klacht" and any(i.partij == "politie" and not i.weg for i in d.items)

    def na(rij: int) -> None:
        uiterlijk = None if soort == "klacht" else orakel.na(toen, "P1M")
        dag = orakel.na(toen, "P6W") if politie else None
        d.verzoeken.append(Verzoek(rij, soort, toen, uiterlijk, dag, bij_overleg=plek == "casusoverleg"))

    return Poging(
        lambda: verzoek.register_verzoek(
            m.store, invoer, m.kader, gemeente_id=m.ids["gemeente_id"], dossier_id=d.id
        ),
        na=na, dossier=d,
    )  # fmt: skip


def verzoeken(m: Model) -> list[tuple[Dossier, Verzoek]]:
    """Every request in sight."""
    return [(d, v) for d in m.beeld for v in d.verzoeken]


def afgerond(v: Verzoek) -> str:
    """Why nothing about it changes."""
    return "het verzoek is afgerond" if v.klaar else ""


@daad(Act.VERZOEK_BIJWERKEN)
def stel_identiteit_vast(m: Model, k: Keus) -> Poging | None:
    """It is known who asks."""
    keus = k.beste(verzoeken(m), lambda dv: not dv[1].identiteit and not dv[1].klaar)
    if keus is None:
        return None
    d, v = keus
    wie = Behandeling(identiteit_op=m.vandaag, identiteit_wijze="aan_balie")

    def na(_: object) -> None:
        v.identiteit = True

    return Poging(lambda: verzoek.update_verzoek(m.store, v.id, wie), afgerond(v), na, dossier=d)


@daad(Act.VERZOEK_VERLENGEN)
def verleng_verzoek(m: Model, k: Keus) -> Poging | None:
    """Two months longer, once, before the first term is over."""
    keus = k.beste(verzoeken(m), lambda dv: not mist_verlenging(m, dv[1]))
    if keus is None:
        return None
    d, v = keus
    langer = Verlenging(m.vandaag, "Vijf deelnemers moeten zoeken.")

    def na(_: object) -> None:
        v.verlengd, v.uiterlijk = True, orakel.na(orakel.na(v.ontvangen, "P1M"), "P2M")

    return Poging(
        lambda: verzoek.extend(m.store, v.id, langer, m.kader), mist_verlenging(m, v), na, dossier=d
    )


def mist_verlenging(m: Model, v: Verzoek) -> str:
    """Why there is no longer term."""
    if v.klaar or v.besloten or v.verlengd:
        return "besloten, afgerond of al verlengd"
    return "" if v.uiterlijk and m.vandaag <= v.uiterlijk else "geen termijn, of die is voorbij"


@daad(Act.VERZOEK_BESLUITEN)
def beslis_verzoek(m: Model, k: Keus) -> Poging | None:
    """The burgemeester decides; what is refused has a ground of the law."""
    keus = k.beste(verzoeken(m), lambda dv: not mist_beslissing(dv[1]))
    if keus is None:
        return None
    d, v = keus
    ja = v.soort == "inzage" and k.uit((True, False))
    grond = "Omdat het zo is" if k.fout() else "UAVG, artikel 41, eerste lid, onder d"
    op = v.ontvangen - timedelta(days=1) if k.fout() else m.vandaag
    wat = "toegewezen" if ja else "afgewezen"
    besluit = Verzoekbesluit(wat, grond, "Zo besluiten wij.", "A. de Wit, burgemeester", op)

    def na(_: object) -> None:
        v.besloten, v.toegewezen = op, ja

    belet = mist_beslissing(v) or ("" if ja or "41" in grond else "weigeren zonder grond")
    if ja and v.bij_overleg and any(not i.weg and i.partij != "gemeente" for i in d.items):
        belet = belet or "de bronhouder is niet geraadpleegd"
    return Poging(
        lambda: verzoek.decide(m.store, v.id, besluit, m.kader),
        belet or ("vóór ontvangst" if op < v.ontvangen else ""), na, dossier=d,
    )  # fmt: skip


def mist_beslissing(v: Verzoek) -> str:
    """Who asks comes first, and it is decided once."""
    if v.klaar or v.besloten:
        return "al besloten"
    return "" if v.identiteit or v.soort == "klacht" else "de identiteit is niet vastgesteld"


@daad(Act.VERZOEK_BIJWERKEN)
def maak_bekend(m: Model, k: Keus) -> Poging | None:
    """The decision is made known."""
    keus = k.beste(verzoeken(m), lambda dv: bool(dv[1].besloten) and not dv[1].bekend)
    if keus is None:
        return None
    d, v = keus

    def na(_: object) -> None:
        v.bekend = True

    belet = afgerond(v) or ("" if v.besloten and not v.bekend else "niets bekend te maken")
    afloop = Afloop("bekendgemaakt", m.vandaag)
    return Poging(lambda: verzoek.finish(m.store, v.id, afloop, m.kader), belet, na, dossier=d)


@daad(Act.VERZOEK_AFRONDEN)
def rond_verzoek_af(m: Model, k: Keus) -> Poging | None:
    """Nothing stands open against it, or it was withdrawn."""
    weg = k.uit((False, False, True))
    keus = k.beste(verzoeken(m), lambda dv: not mist_afronding(dv[1], weg=weg))
    if keus is None:
        return None
    d, v = keus

    def na(_: object) -> None:
        v.klaar = m.vandaag

    afloop = Afloop("ingetrokken" if weg else "onherroepelijk", m.vandaag)
    return Poging(
        lambda: verzoek.finish(m.store, v.id, afloop, m.kader), mist_afronding(v, weg=weg), na, dossier=d
    )


def mist_afronding(v: Verzoek, *, weg: bool) -> str:
    """Withdrawn only before the decision; onherroepelijk only once it was made known."""
    if v.klaar:
        return "al afgerond"
    if weg:
        return "er is al besloten" if v.besloten else ""
    return "" if v.bekend else "nog niet bekendgemaakt"


# ---- a person


@daad(Act.GEZAG_VASTLEGGEN)
def leg_gezag_vast(m: Model, k: Keus) -> Poging | None:
    """Who holds authority."""
    d = m.kies(k, m.beeld)
    gezag = Gezag("F. Hoekema", "ouder", "", "gezagsregister")
    return None if d is None else Poging(lambda: verzoek.register_gezag(m.store, d.persoon, gezag), dossier=d)


@daad(Act.INFORMEREN_BESLUITEN)
def besluit_persoon(m: Model, k: Keus) -> Poging | None:
    """To tell this person, or that it was done: then nobody may hold it."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    gedaan = m.vandaag if k.uit((True, False)) else None
    besluit = Persoonsbesluit(
        "ja", "", "Dat kan nu.", "S. Aydın", None, gedaan, "gesprek" if gedaan else "", m.vandaag
    )
    belet = "informeren is aangehouden" if gedaan and d.houdt("informeren", m.vandaag) else ""
    return Poging(lambda: informeren.decide_persoon(m.store, d.persoon, besluit), belet, dossier=d)


@daad(Act.BEZORGING_VASTLEGGEN)
def bezorg(m: Model, k: Keus) -> Poging | None:
    """How it reaches this person."""
    d = m.kies(k, m.beeld)
    wijze = Bezorging("persoonlijk", "T. Hoekema", "onbekend", "Op het wijkteam.")
    return (
        None
        if d is None
        else Poging(lambda: informeren.record_bezorging(m.store, d.persoon, wijze), dossier=d)
    )


@daad(Act.ZIENSWIJZE_VASTLEGGEN)
def hoor(m: Model, k: Keus) -> Poging | None:
    """What this person says."""
    d = m.kies(k, m.beeld)
    wat = replace(ZIENSWIJZE, ontvangen_op=m.vandaag)
    if d is None:
        return None

    def na(rij: int) -> None:
        d.zienswijzen.append((rij, wat))

    return Poging(lambda: informeren.record_zienswijze(m.store, d.persoon, wat), na=na, dossier=d)


@daad(Act.ZIENSWIJZE_VASTLEGGEN)
def antwoord_zienswijze(m: Model, k: Keus) -> Poging | None:
    """What the overleg did with it; the words of the person stay."""
    alle = [(d, z) for d in m.beeld for z in d.zienswijzen]
    if not alle:
        return None
    d, (rij, was) = k.uit(alle)
    anders = k.fout()
    nieuw = replace(was, tekst="Iets anders." if anders else was.tekst, reactie="Nagevraagd.")
    belet = "wat iemand zei, verandert niet" if anders else ""
    return Poging(lambda: informeren.answer_zienswijze(m.store, rij, nieuw), belet, dossier=d)

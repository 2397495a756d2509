# SPDX-License-Identifier: EUPL-1.2
"""Acts on the kader, the registers, what surrounds a dossier, and the papers that give account."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from gemeente_pga.domain.bsn import Bsn, Bsngebruik
from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.ingebruikname import GEREED, Punt
from gemeente_pga.domain.inrichting import Gemeente, Partij
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.kaderronde import Kaderwissel
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.memo import Memo, Memoantwoord
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.zelfevaluatie import VRAGEN, Zelfevaluatie
from gemeente_pga.handelingen import (
    bsn,
    consultatie,
    dossier,
    inrichting,
    jaarrapportage,
    memo,
    persoon,
    registers,
    verslag,
    zelfevaluatie,
)
from gemeente_pga.handelingen import kader as kaderwerk
from gemeente_pga.handelingen.ingebruikname import record_punt
from gemeente_pga.kaderbestand import shipped
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_overleg import overleggen
from tests.model.daden_signaal import WIE
from tests.model.dingen import Dossier
from tests.model.model import Keus, Model, Poging

ZUS = Persoon(voornamen="Ilse", geslachtsnaam="Zwanebloem")
NUMMER = Bsn("111222333", "avg_6_1_c", "De instelling herkent betrokkene alleen zo.")
MEMO = Memo(
    "burgemeester", "Mag het overleg iets vragen?", "Er was iets.", "Gemeentewet, artikel 172",
    "Nog een gesprek.", "Het contact kan stoppen.", "Er kan weer iets gebeuren.",
)  # fmt: skip


# ---- the kader


@daad(Act.KADER_IMPORTEREN)
def lees_kader_in(m: Model, k: Keus) -> Poging:
    """Another version beside the one in use, once."""
    ander, er_is = shipped()[1], "ander_kader" in m.extra

    def na(kader_id: int) -> None:
        m.extra["ander_kader"] = kader_id

    nu = orakel.lokaal(m.nu)
    return Poging(lambda: kaderwerk.import_kader(m.store, ander, nu), "het staat er al" if er_is else "", na)


@daad(Act.KADER_ACTIVEREN)
def wissel_kader(m: Model, k: Keus) -> Poging:
    """There and back; or to the one that is in use already."""
    ander, nu = m.extra.get("ander_kader"), orakel.lokaal(m.nu)
    zelfde = ander is None or k.fout()
    heen = (m.ids["kader"],) if zelfde else (ander, m.ids["kader"])

    def doe() -> None:
        for kader_id in heen:
            kaderwerk.activate(m.store, int(kader_id or 0), "vergissing", nu)

    return Poging(doe, "het is al in gebruik" if zelfde else "", regels=len(heen))


@daad(Act.DOSSIER_KADER)
def zet_dossier_over(m: Model, k: Keus) -> Poging | None:
    """One dossier goes to another version and back, each time with a reason."""
    d = k.beste(m.beeld, lambda d: not d.gesloten)
    ander = m.extra.get("ander_kader")
    if d is None or ander is None:
        return None
    uitleg = "" if k.fout() else "De casus liep al voor de wet."

    def doe() -> None:
        for kader_id in (ander, m.ids["kader"]):
            wissel = Kaderwissel(kader_id, "overgangsrecht", uitleg, m.vandaag)
            kaderwerk.switch_dossier(m.store, d.id, wissel)

    belet = "het dossier is gesloten" if d.gesloten else "" if uitleg else "zonder reden"
    return Poging(doe, belet, regels=2, dossier=d)


@daad(Act.KADER_WAARDE)
def wijzig_waarde(m: Model, k: Keus) -> Poging:
    """One field of one criterium; what this municipality cannot change stays."""
    veld = "verplicht" if k.fout() else "vraag"
    waarde = Kaderwaarde("criterium", "k1", veld, "Is er een ontwikkeling?", "wettekst", "Artikel 1")
    belet = "dit veld is hier niet te wijzigen" if veld == "verplicht" else ""
    return Poging(lambda: kaderwerk.set_waarde(m.store, m.ids["kader"], waarde), belet)


@daad(Act.INGEBRUIKNAME_VASTLEGGEN)
def leg_punt_vast(m: Model, k: Keus) -> Poging:
    """A point of the ingebruikname, with a document that is not of tomorrow."""
    morgen = k.fout()
    op = m.vandaag + timedelta(days=1) if morgen else m.vandaag
    punt = Punt("dpia", GEREED, op, "2026-014")
    return Poging(
        lambda: record_punt(m.store, m.ids["gemeente_id"], punt), "in de toekomst" if morgen else ""
    )


# ---- registers


@daad(Act.GEMEENTE_VASTLEGGEN)
def wijzig_gemeente(m: Model, k: Keus) -> Poging:
    """Its name."""
    naam = Gemeente("Gemeente Duinrand")
    return Poging(lambda: inrichting.register_gemeente(m.store, naam, m.ids["elders"]))


@daad(Act.PARTIJ_VASTLEGGEN)
def wijzig_partij(m: Model, k: Keus) -> Poging:
    """Who to call at the school."""
    school = Partij("onderwijs", "Praktijkcollege Waterhoven", contactpersoon=k.uit(("M. de Jong", "")))
    return Poging(lambda: inrichting.register_partij(m.store, school, m.ids["school"]))


@daad(Act.SYSTEEM_INSTELLING)
def zet_bsn(m: Model, k: Keus) -> Poging:
    """The burgerservicenummer on, only with a law; off takes every number away."""
    aan = k.uit((True, True, False))
    wet = "" if k.fout() or not aan else "Wabb, artikel 10"

    def na(_: object) -> None:
        m.extra["bsn"] = aan

    belet = "de wet ontbreekt" if aan and not wet else ""
    return Poging(lambda: bsn.set_gebruik(m.store, Bsngebruik(aan=aan, wet=wet)), belet, na)


@daad(Act.PERSOON_BSN)
def leg_bsn_vast(m: Model, k: Keus) -> Poging | None:
    """Of the betrokkene, with a ground and why; never of anybody around."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    wat = k.uit((NUMMER, NUMMER, replace(NUMMER, grondslag=""), replace(NUMMER, noodzaak=""), None))
    wie = k.uit((d.persoon, d.persoon, *d.naasten))
    belet = "" if wie == d.persoon else "van anderen niet"
    if wat is not None and not belet:
        belet = "" if m.extra.get("bsn") else "het staat uit"
        belet = belet or (
            "beperkt" if d.beperkt else "" if wat == NUMMER else "grondslag of noodzaak ontbreekt"
        )
    return Poging(lambda: bsn.set_bsn(m.store, wie, wat), belet, dossier=d)


@daad(Act.MANDAAT_VASTLEGGEN)
def geef_mandaat(m: Model, k: Keus) -> Poging:
    """Who signs for another."""
    kenmerk = "" if k.fout() else "B2026-01"
    mandaat = Mandaat("verzoek", "burgemeester", "coördinator PGA", "", m.vandaag, None, kenmerk)

    def na(rij: int) -> None:
        m.extra.setdefault("mandaten", []).append([rij, False])

    return Poging(
        lambda: registers.record_mandaat(m.store, m.ids["gemeente_id"], mandaat),
        "" if kenmerk else "zonder kenmerk", na,
    )  # fmt: skip


@daad(Act.MANDAAT_VASTLEGGEN)
def trek_mandaat_in(m: Model, k: Keus) -> Poging | None:
    """It ends, once."""
    return _beeindig(m, k, "mandaten", registers.withdraw_mandaat)


@daad(Act.EXTERNE_PARTIJ_VASTLEGGEN)
def huur_in(m: Model, k: Keus) -> Poging:
    """An external party, bound to secrecy."""
    stil = not k.fout()
    tot = m.vandaag + timedelta(days=90)
    bureau = ExternePartij(
        "Bureau Zilvermeeuw", "Duiding", "AVG, artikel 28", m.vandaag, "O-12", stil, m.vandaag, tot
    )

    def na(rij: int) -> None:
        m.extra.setdefault("extern", []).append([rij, False])

    belet = "" if stil else "zonder geheimhouding"
    return Poging(lambda: registers.record_externe_partij(m.store, bureau), belet, na)


@daad(Act.EXTERNE_PARTIJ_VASTLEGGEN)
def beeindig_inhuur(m: Model, k: Keus) -> Poging | None:
    """It ends, once."""
    return _beeindig(m, k, "extern", registers.end_externe_partij)


def _beeindig(m: Model, k: Keus, lijst: str, hoe: Any) -> Poging | None:
    rij = m.kies(k, m.extra.get(lijst, []))
    if rij is None:
        return None

    def na(_: object) -> None:
        rij[1] = True

    return Poging(lambda: hoe(m.store, rij[0], m.vandaag), "al beëindigd" if rij[1] else "", na)


# ---- around a dossier


@daad(Act.CONSULTATIE_VASTLEGGEN)
def consulteer(m: Model, k: Keus) -> Poging | None:
    """Advice without a name, loose or with an open dossier."""
    d = m.kies(k, [None, *m.beeld])
    advies = Consultatie(
        "Schuldhulp naast begeleiding", m.vandaag, "Landelijk steunpunt", "adviseur",
        "Past dit bij een gezin?", "Begin met de schulden.", zonder_naam=True, dossier_id=d.id if d else None,
    )  # fmt: skip

    def na(rij: int) -> None:
        m.extra.setdefault("adviezen", []).append((rij, advies, d))

    belet = "het dossier is gesloten" if d and d.gesloten else ""
    return Poging(lambda: consultatie.register_consultatie(m.store, advies, m.vandaag), belet, na, dossier=d)


@daad(Act.CONSULTATIE_CORRIGEREN)
def corrigeer_consultatie(m: Model, k: Keus) -> Poging | None:
    """It was written down wrong; a name still does not get in."""
    keus = m.kies(k, [x for x in m.extra.get("adviezen", ()) if x[2] is None])
    if keus is None:
        return None
    rij, advies, _ = keus
    beter = replace(advies, advies=k.uit(("Begin met het werk.", "Begin met de schulden en het werk.")))
    return Poging(
        lambda: consultatie.correct_consultatie(m.store, rij, beter, reden="schrijffout", vandaag=m.vandaag),
        None,
    )


@daad(Act.CASUS_INZIEN)
def zie_in(m: Model, k: Keus) -> Poging | None:
    """Its contents on screen; of a closed dossier with a reason, of a reopened one after the decision."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    reden = k.uit((None, "verzoek_betrokkene", "nieuw_signaal"))
    belet = "gesloten, en zonder reden" if d.gesloten and reden is None else ""
    if reden == "nieuw_signaal":
        belet = None if d.heropend else "de weegploeg heeft niet besloten"  # type: ignore[assignment]
    return Poging(lambda: dossier.log_inzien(m.store, d.id, reden=reden), belet, dossier=d)


@daad(Act.BIJLAGE_INZIEN)
def zie_bijlage_in(m: Model, k: Keus) -> Poging | None:
    """An attachment on screen."""
    with m.store.reader() as r:
        alle = [(rij["id"], rij["dossier_id"]) for rij in r.rows("SELECT id, dossier_id FROM bijlage")]
    keus = m.kies(k, alle)
    return None if keus is None else Poging(lambda: dossier.log_bijlage_inzien(m.store, *keus))


@daad(Act.DOSSIER_IDEOLOGIE)
def zet_ideologie(m: Model, k: Keus) -> Poging | None:
    """What the table sees, of an open dossier: nobody judges before a table met."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    belet = _dicht(d) or (
        "" if any(w.vast or w.aanwezig for w in d.wegingen) else "geen tafel heeft gesproken"
    )
    return Poging(lambda: dossier.set_ideologie(m.store, d.id, "onbekend", m.vandaag), belet, dossier=d)


@daad(Act.PERSOON_VASTLEGGEN)
def leg_naaste_vast(m: Model, k: Keus) -> Poging | None:
    """Somebody around: with a ground, a purpose and a last day."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    zus = Naaste("ouder", "wet_pga", "Zij kan met hem praten.", m.vandaag + timedelta(days=90))
    fout = {k.uit(("grondslag", "doel")): ""} if k.fout() else {}
    zus = replace(zus, **fout)  # type: ignore[arg-type]
    return Poging(
        lambda: persoon.register_naaste(m.store, d.id, ZUS, zus),
        ", ".join(fout) or _dicht(d), d.naasten.append, dossier=d,
    )  # fmt: skip


def _dicht(d: Dossier) -> str:
    """Why nothing may be added about anybody here."""
    return "het dossier is gesloten" if d.gesloten else "beperkt" if d.beperkt else ""


@daad(Act.PERSOON_VASTLEGGEN)
def haal_naaste_weg(m: Model, k: Keus) -> Poging | None:
    """No longer needed."""
    alle = [(d, n) for d in m.beeld for n in d.naasten]
    if not alle:
        return None
    d, wie = k.uit(alle)

    def na(_: object) -> None:
        d.naasten.remove(wie)

    belet = "beperkt" if d.beperkt else ""
    reden = "niet_meer_nodig"
    return Poging(lambda: persoon.remove_naaste(m.store, wie, reden=reden), belet, na, dossier=d)


@daad(Act.PERSOON_VASTLEGGEN)
def wijzig_persoon(m: Model, k: Keus) -> Poging | None:
    """The name was spelt otherwise."""
    d = m.kies(k, m.beeld)
    anders = replace(WIE, voornamen=k.uit(("Tjitske", "Tjitske Maria")))
    if d is None:
        return None
    return Poging(lambda: persoon.update_persoon(m.store, d.persoon, anders, reden="schrijffout"), dossier=d)


# ---- papers


@daad(Act.VERSLAG_ZVH_OPBERGEN)
def berg_zvh_op(m: Model, k: Keus) -> Poging | None:
    """Minutes that another wrote, each file once, of a meeting that is not vastgesteld."""
    o = m.kies(k, [o for o in overleggen(m) if o.punten and o.status == "ter_reactie"])
    if o is None:
        return None
    inhoud = b"%PDF-1.7 verslag " + str(k.uit((1, 2))).encode()
    er_is = (o.id, inhoud) in {(x[1], x[2]) for x in m.extra.get("zvh", ()) if not x[3]}

    def na(rij: int) -> None:
        m.extra.setdefault("zvh", []).append([rij, o.id, inhoud, False])
        o.van_zvh = True

    belet = "dit bestand ligt er al" if er_is else None
    return Poging(lambda: verslag.file_zvh_verslag(m.store, o.id, inhoud, "ZVH-1", op=m.vandaag), belet, na)


@daad(Act.MEMO_VASTSTELLEN)
def schrijf_memo(m: Model, k: Keus) -> Poging | None:
    """A question to the burgemeester, without a name."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    naam = k.fout()
    tekst = replace(MEMO, gevraagd="Mag Tjitske Hoekema iets krijgen?" if naam else MEMO.gevraagd)
    dicht = not d.gereed or d.beperkt or d.houdt("verstrekking", m.vandaag) or d.gesloten

    def na(rij: int) -> None:
        m.extra.setdefault("memos", []).append([rij, d, False])

    belet = (
        "niet in gebruik, beperkt, aangehouden of gesloten"
        if dicht
        else "er staat een naam in"
        if naam
        else ""
    )
    return Poging(lambda: memo.write_memo(m.store, d.id, tekst, m.kader, op=m.vandaag), belet, na, dossier=d)


@daad(Act.MEMO_ANTWOORD)
def antwoord_memo(m: Model, k: Keus) -> Poging | None:
    """The answer, once."""
    rij = m.kies(k, [x for x in m.extra.get("memos", ()) if x[1] in m.beeld])
    if rij is None:
        return None
    antwoord = Memoantwoord("akkoord_met_voorwaarde", "Een maand.", "de burgemeester", m.vandaag)

    def na(_: object) -> None:
        rij[2] = True

    belet = "al beantwoord" if rij[2] else ""
    return Poging(lambda: memo.record_antwoord(m.store, rij[0], antwoord), belet, na, dossier=rij[1])


@daad(Act.JAARRAPPORTAGE_VASTSTELLEN)
def leg_jaar_af(m: Model, k: Keus) -> Poging:
    """The figures of a year that is past; small numbers are not shown, and then there may be none."""
    jaar = m.vandaag.year - k.uit((0, 1, 1))
    bereik = Bereik((m.ids["gemeente_id"],), (jaar,))
    belet = "dit jaar is niet voorbij" if jaar == m.vandaag.year else None
    return Poging(lambda: jaarrapportage.vaststellen(m.store, bereik, m.kader, op=m.vandaag), belet)


@daad(Act.ZELFEVALUATIE_VASTSTELLEN)
def evalueer(m: Model, k: Keus) -> Poging:
    """A sentence on each question."""
    leeg = k.fout()
    woorden = ("" if leeg else "Dat gaat goed.", *("Dat gaat goed." for _ in VRAGEN[1:]))
    zelf = Zelfevaluatie(woorden)
    belet = "een vraag is leeg" if leeg else ""
    return Poging(lambda: zelfevaluatie.vaststellen(m.store, zelf, m.kader, op=m.vandaag), belet)

# SPDX-License-Identifier: EUPL-1.2
"""Acts of the weegploeg, and on what was said at the table."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.informatie import beoordeel_informatie
from gemeente_pga.domain.informeren import beoordeel_informeerbesluit
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen import informatie as gegevens
from gemeente_pga.handelingen import weging as doen
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_signaal import KERN, eindigt
from tests.model.dingen import Aanbod, Item, Punt, Weging
from tests.model.model import Keus, Model, Poging, goed

TAFEL = Tafel(
    datum=None, begin="10:00", einde="10:50", plaats="kamer 2.14", voorzitter="S. Aydın", soort="gewoon",  # type: ignore[arg-type]
    soort_reden="Zo besloten.", onvolledig_reden="", onvolledig_toelichting="", onvolledig_opvolgdatum=None,
    bron_weegt_mee_toelichting="Apart besproken.",
)  # fmt: skip
ITEM: dict[str, object] = {
    "gever": "", "tekst": "Tot zomer 2025 geen zorgen.", "soort_uitspraak": "feit", "bron": "",
    "grondslag_gever": "wet_pga", "grondslag_ontvanger": "wet_pga", "doel": "Wegen", "categorie": "gewoon",
    "noodzaak": "", "verkregen": "openlijk", "markering": "vrij", "contactdoel": "melding",
}  # fmt: skip
# What annex (c) does not let pass: no ground, no purpose, obtained in secret, special or criminal data whose
# ground does not name them or whose need is not written down.
FOUTE_ITEMS: tuple[dict[str, object], ...] = (
    {"grondslag_gever": ""},
    {"grondslag_ontvanger": ""},
    {"doel": ""},
    {"verkregen": "heimelijk"},
    {"categorie": "bijzonder", "noodzaak": ""},
    {"categorie": "strafrechtelijk", "grondslag_gever": "avg_6_1_e", "noodzaak": "Het gaat niet zonder."},
    {"markering": "niet_vastleggen"},
)


def partijen(m: Model, aanwezig: int, standpunt: str = "") -> tuple[Tafelpartij, ...]:
    """The three core parties, of which so many weigh."""
    return tuple(
        Tafelpartij(m.ids[p], "ja" if n < aanwezig else "nee", f"H. {p}", "lid", "bevoegd", standpunt,
                    "", m.vandaag if standpunt else None, "overleg")
        for n, p in enumerate(KERN)
    )  # fmt: skip


@daad(Act.WEGING_BEGINNEN)
def begin_weging(m: Model, k: Keus) -> Poging | None:
    """A weging of every signal of a dossier that waits."""
    d = k.beste(m.beeld, lambda d: d.weging is None and any(s.staat in orakel.WEEGT_NOG for s in d.signalen))
    if d is None:
        return None
    wacht = [s for s in d.signalen if s.staat in orakel.WEEGT_NOG]
    lopend = d.weging

    def na(weging_id: int) -> None:
        if lopend is not None:
            assert weging_id == lopend.id
            return
        d.wegingen.append(Weging(weging_id, d, m.vandaag, wacht))
        for s in wacht:
            s.staat = "in_weging"

    belet = deur(m, d, "weging") or ("" if wacht else "er is geen signaal dat gewogen kan worden")
    return Poging(
        lambda: doen.begin_weging(m.store, d.id, m.vandaag), "" if lopend else belet, na,
        regels=0 if lopend else 1, dossier=d,
    )  # fmt: skip


def deur(m: Model, d: Any, wat: str) -> str:
    """What stops this whole dossier: restricted, held, closed, or not yet in use."""
    if wat in ("weging", "verstrekking") and not d.gereed:
        return "de ingebruikname is niet compleet"
    if d.beperkt and wat != "informeren":
        return "de verwerking is beperkt"
    if d.houdt(wat, m.vandaag):
        return f"{wat} is aangehouden"
    return "het dossier is gesloten" if d.gesloten and wat != "informeren" else ""


def open_wegingen(m: Model, k: Keus) -> Weging | None:
    """A weging, mostly one that may still change."""
    return k.beste(m.wegingen(), lambda w: not w.vast)


def vast(w: Weging) -> str:
    """A decision that was made final does not change, and a restricted dossier is only kept."""
    beperkt = "de verwerking is beperkt" if w.dossier.beperkt else ""
    return "de weging is vastgesteld" if w.vast else beperkt


def eindig(w: Weging) -> bool:
    """Can this table decide on substance?"""
    return w.aanwezig == 3 and w.soort == "gewoon"


@daad(Act.WEGING_TAFEL)
def zet_tafel(m: Model, k: Keus) -> Poging | None:
    """Who weighs, how, and which signals."""
    w = k.beste(m.wegingen(), lambda w: not w.vast and (not w.tafel or (w.eens and not eindig(w))))
    if w is None:
        return None
    soort = k.uit(("gewoon", "gewoon", "gewoon", "voorlopig", "kort")) if k.fout() else "gewoon"
    aanwezig = 2 if k.fout() or k.uit(range(6)) == 0 else 3
    opvolging = bool(k.uit((True, False)))
    tafel = replace(TAFEL, datum=m.vandaag, soort=soort)
    if opvolging and aanwezig < 3:
        later = m.vandaag + timedelta(days=14)
        tafel = replace(tafel, onvolledig_reden="verhinderd", onvolledig_toelichting="Ziek.",
                        onvolledig_opvolgdatum=later)  # fmt: skip
    mee = [s for s in w.dossier.signalen if s in w.signalen or s.staat in orakel.WEEGT_NOG]
    vreemd = [s for s in m.signalen() if s not in mee][:1] if k.fout() else []

    def na(_: object) -> None:
        w.soort, w.aanwezig, w.tafel, w.opvolging, w.datum = soort, aanwezig, True, opvolging, m.vandaag
        w.signalen, w.eens = mee, False
        for s in mee:
            s.staat = "in_weging"

    return Poging(
        lambda: doen.record_tafel(
            m.store, w.id, tafel, partijen(m, aanwezig), signaal_ids=[s.id for s in (*mee, *vreemd)]
        ),
        vast(w) or ("een signaal dat hier niet wordt gewogen" if vreemd else ""), na, dossier=w.dossier,
    )  # fmt: skip


@daad(Act.WEGING_OORDEEL)
def beantwoord_kaarten(m: Model, k: Keus) -> Poging | None:
    """Every criterium answered in one sentence."""
    w = k.beste(m.wegingen(), lambda w: not w.vast and not w.kaarten)
    if w is None:
        return None
    codes = [c.code for lijst in kaarten(m.kader) for c in lijst]

    def na(_: object) -> None:
        w.kaarten = True

    return Poging(
        lambda: doen.close_groep(m.store, w.id, codes, "Hier is niets over gezegd."),
        vast(w), na, dossier=w.dossier,
    )  # fmt: skip


@daad(Act.WEGING_OORDEEL)
def beantwoord_kaart(m: Model, k: Keus) -> Poging | None:
    """One criterium, with what speaks for it."""
    w = open_wegingen(m, k)
    if w is None:
        return None
    kaart = k.uit([c.code for lijst in kaarten(m.kader) for c in lijst])
    item = m.kies(k, [i for i in w.dossier.items if not i.weg])
    feiten = {item.id: "voor"} if item else {}
    beperkt = "beperkt" if w.dossier.beperkt or (item and item.beperkt) else ""
    oordeel = Oordeel(kaart, "spreekt_voor", "Dit is zelf gezien.", "", "")
    return Poging(
        lambda: doen.record_oordeel(m.store, w.id, oordeel, feiten=feiten), vast(w) or beperkt,
        dossier=w.dossier,
    )  # fmt: skip


@daad(Act.WEGING_AFSLUITING)
def weeg_af(m: Model, k: Keus) -> Poging | None:
    """The closing texts."""
    w = k.beste(m.wegingen(), lambda w: not w.vast and not w.afweging)
    if w is None:
        return None

    def na(_: object) -> None:
        w.afweging = True

    tekst = Afweging("Dezelfde kant op.", "Geprobeerd.", "Passend.", "ja", "")
    return (
        None
        if w is None
        else Poging(lambda: doen.record_afweging(m.store, w.id, tekst), vast(w), na, dossier=w.dossier)
    )


@daad(Act.WEGING_AFSLUITING)
def besluit_informeren(m: Model, k: Keus) -> Poging | None:
    """Tell the betrokkene, or not yet: then with a ground and a day to look again."""
    w = k.beste(m.wegingen(), lambda w: not w.vast and not w.informeren)
    if w is None:
        return None
    wat, opnieuw = k.uit(("ja", "later")), None if k.fout() else m.vandaag + timedelta(days=28)
    invoer = {
        "informeren": wat, "informeren_grondslag": "doel_geschaad", "informeren_reden": "Eerst een gesprek.",
        "informeren_door": "weegploeg", "informeren_opnieuw_op": opnieuw,
    }  # fmt: skip

    def doe() -> None:
        besluit = goed(beoordeel_informeerbesluit(invoer, m.kader, m.vandaag, besloten_op=w.datum))
        doen.record_informeren(m.store, w.id, besluit)

    def na(_: object) -> None:
        w.informeren = wat

    zonder_dag = "uitstel zonder dag" if wat == "later" and opnieuw is None else ""
    return Poging(doe, vast(w) or zonder_dag, na, dossier=w.dossier)


@daad(Act.WEGING_AFSLUITING)
def leg_weegbesluit_vast(m: Model, k: Keus) -> Poging | None:
    """What the table decides."""
    w = k.beste(m.wegingen(), lambda w: not w.vast and not (w.besluit and w.eens))
    if w is None:
        return None
    wat = k.uit(("opnemen", "opnemen", "opnemen", "opnemen", *orakel.GEVOLG))
    besluit = Weegbesluit(
        wat, "De signalen wijzen dezelfde kant op.", "", "", doorgeleid_naar="jeugdhulp",
        doorgeleid_wat="Alles.",
        doorgeleid_grondslag="avg_6_1_e", vraag="Wat weet de leerplicht?", vraag_aan="leerplicht",
        vraag_grondslag="publieke taak", vraag_voor=m.vandaag + timedelta(days=28),
    )  # fmt: skip

    def na(_: object) -> None:
        w.besluit, w.eens = wat, True

    return Poging(
        lambda: doen.record_besluit(m.store, w.id, besluit, partijen(m, w.aanwezig, "akkoord")),
        vast(w), na, dossier=w.dossier,
    )  # fmt: skip


def mist_besluit(m: Model, w: Weging) -> str:
    """Annex (a) S5 and (c): what stands between a weging and a final decision."""
    if w.vast:
        return vast(w)
    inhoudelijk = w.besluit in ("opnemen", "niet_opnemen", "doorgeleid")
    mist = {
        "presentie": not w.tafel,
        "reden bij een onvolledige tafel": w.aanwezig < 3 and not w.opvolging,
        "signaal": not w.signalen,
        "voorlopig zonder acuut gevaar": w.soort == "voorlopig" and not any(s.acuut for s in w.signalen),
        "besluit": not w.besluit,
        "standpunten": not w.eens,
        "alle drie de partijen": inhoudelijk and w.soort != "voorlopig" and w.aanwezig < 3,
        "elk criterium bij opnemen": w.soort == "kort" and w.besluit == "opnemen",
    }
    if inhoudelijk:
        mist |= {
            "informatie": not any(not i.weg for i in w.items),
            "criteria": not w.kaarten and w.soort != "kort",
            "afweging": not w.afweging,
            "besluit over informeren": not w.informeren,
        }
    return deur(m, w.dossier, "weging") or next((naam for naam, is_zo in mist.items() if is_zo), "")


@daad(Act.WEGING_VASTSTELLEN)
def stel_weging_vast(m: Model, k: Keus) -> Poging | None:
    """The decision becomes final and takes the signals along."""
    oud = k.fout()
    w = k.beste([w for w in m.wegingen() if oud or not w.vast], lambda w: not mist_besluit(m, w))
    if w is None:
        return None

    def na(_: object) -> None:
        w.vast = True
        if w.soort == "voorlopig":
            return
        for s in w.signalen:
            s.gewogen_op = m.vandaag
            if w.besluit == "nadere_informatie":
                s.staat = "nadere_informatie"
                continue
            eindigt(m, s, orakel.GEVOLG[w.besluit], opgenomen=w.besluit == "opnemen")
            s.uitkomst_op = w.datum
        if w.besluit == "overdragen":
            for s in w.signalen:
                aanbod = m.rij("SELECT id FROM overdracht WHERE onderwerp_id = ? ORDER BY rowid DESC", s.id)
                w.dossier.aanboden.append(Aanbod(aanbod, s, w.datum))

    return Poging(
        lambda: doen.vaststellen(m.store, w.id, m.kader, m.vandaag), mist_besluit(m, w), na, dossier=w.dossier
    )


@daad(Act.INFORMATIE_TOEVOEGEN)
def leg_informatie_vast(m: Model, k: Keus) -> Poging | None:
    """Something is said at the table."""
    plekken: list[Weging | Punt] = [*m.wegingen(), *m.punten()]
    plek = k.beste(plekken, lambda p: not dicht(p) and not p.items)
    if plek is None:
        return None
    d = plek.casus.dossier if isinstance(plek, Punt) else plek.dossier
    fout = k.uit(FOUTE_ITEMS) if k.fout() else {}
    partij = k.uit(("gemeente", "politie", "om"))
    markering = k.uit(("vrij", "niet_verstrekken", "citeren_na_akkoord"))
    invoer = ITEM | {"partij_id": m.ids[partij], "markering": markering} | fout
    waarbij = {"bespreking_id" if isinstance(plek, Punt) else "weging_id": plek.id}

    def doe() -> int:
        item = goed(beoordeel_informatie(invoer, m.kader, m.vandaag))
        return gegevens.register_informatie(m.store, d.id, item, waarbij=waarbij)

    def na(item_id: int) -> None:
        item = Item(item_id, d, plek, partij, markering, m.nu)
        plek.items.append(item)
        d.items.append(item)

    belet = "annex (c): " + ", ".join(fout) if fout else dicht(plek) or ("beperkt" if d.beperkt else "")
    return Poging(doe, belet, na, dossier=d)


def dicht(plek: Any) -> str:
    """Why what lies here does not change any more."""
    if isinstance(plek, Punt):
        status = plek.overleg.status
        return f"het verslag is {status}" if status in ("ter_reactie", "vastgesteld") else ""
    return vast(plek)


@daad(Act.INFORMATIE_CORRIGEREN)
def corrigeer_informatie(m: Model, k: Keus) -> Poging | None:
    """Better words, while it is a concept."""
    i = k.beste([i for d in m.beeld for i in d.items], lambda i: not dicht(i.plek) and not i.weg)
    if i is None:
        return None
    fout = k.uit(FOUTE_ITEMS) if k.fout() else {}
    invoer = ITEM | {"partij_id": m.ids[i.partij], "markering": i.markering, "tekst": "Anders gezegd."} | fout

    def doe() -> None:
        item = goed(beoordeel_informatie(invoer, m.kader, m.vandaag))
        gegevens.correct_informatie(m.store, i.id, item)

    return Poging(doe, "annex (c)" if fout else mist_item(i), dossier=i.dossier)


def mist_item(i: Item) -> str:
    """Why an item cannot change."""
    beperkt = "de verwerking is beperkt" if i.dossier.beperkt or i.beperkt else ""
    return dicht(i.plek) or beperkt or ("het is geschrapt" if i.weg else "")


@daad(Act.INFORMATIE_SCHRAPPEN)
def schrap(m: Model, k: Keus) -> Poging | None:
    """It should not have been said."""
    i = k.beste([i for d in m.beeld for i in d.items], lambda i: not dicht(i.plek) and not i.weg)
    if i is None:
        return None

    def na(_: object) -> None:
        i.weg = True

    return Poging(lambda: gegevens.strike_informatie(m.store, i.id), mist_item(i), na, dossier=i.dossier)

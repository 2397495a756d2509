# SPDX-License-Identifier: EUPL-1.2
"""Acts of reviewing a casus, scaling it up or down, and handing it to another municipality."""

from datetime import timedelta

from gemeente_pga.domain.actualiteit import Actualiteit
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.herbeoordeling import Heroordeel, beoordeel_uitkomst
from gemeente_pga.domain.overdracht import Aanbod as Invoer
from gemeente_pga.domain.overdracht import beoordeel_antwoord
from gemeente_pga.domain.schaling import Schaling
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.handelingen import herbeoordeling as herzien
from gemeente_pga.handelingen import overdracht, schaling
from tests.model.daad import daad
from tests.model.daden_casus import dag, dicht, is_herzien
from tests.model.dingen import Aanbod, Blad, Casus, Dossier, Item
from tests.model.model import Keus, Model, Poging, goed


@daad(Act.HERBEOORDELING_BEGINNEN)
def begin_herbeoordeling(m: Model, k: Keus) -> Poging | None:
    """Is it still needed?"""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.staat == "in_uitvoering")
    if c is None:
        return None
    lopend = next((b for b in c.bladen if not b.vast), None)

    def na(blad_id: int) -> None:
        if lopend is None:
            c.bladen.append(Blad(blad_id, c, m.nu))
            c.staat = "herbeoordeling"

    # Begun again in the state herbeoordeling it is another round; from elsewhere there is no step.
    kan = "" if c.staat in ("in_uitvoering", "herbeoordeling") else f"van {c.staat} niet naar herbeoordeling"
    return Poging(
        lambda: herzien.begin(m.store, c.id, op=m.vandaag), "" if lopend else dicht(c) or kan, na,
        regels=0 if lopend else 1, dossier=c.dossier,
    )  # fmt: skip


def bladen(m: Model) -> list[Blad]:
    """Every review in sight."""
    return [b for c in m.casussen() for b in c.bladen]


def blad_dicht(b: Blad) -> str:
    """Why a review does not change any more."""
    return "de herbeoordeling is vastgesteld" if b.vast else dicht(b.casus)


@daad(Act.HERBEOORDELING_BIJWERKEN)
def herbeoordeel_criteria(m: Model, k: Keus) -> Poging | None:
    """Every criterium answered anew, in as many acts; now and then one is left out."""
    b = k.beste(bladen(m), lambda b: not blad_dicht(b) and not b.kaarten)
    if b is None:
        return None
    codes = [c.code for lijst in kaarten(m.kader) for c in lijst]
    codes = codes[k.fout() :]

    def doe() -> None:
        for code in codes:
            oordeel = Heroordeel(code, "spreekt_tegen", "Nu is het rustig.", "Er kwam geen brief meer.")
            herzien.record_criterium(m.store, b.id, oordeel)

    return Poging(
        doe, blad_dicht(b), lambda _: b.kaarten.update(codes), regels=len(codes), dossier=b.casus.dossier
    )


def gevraagd(b: Blad) -> list[Item]:
    """The items of which a review asks whether they still hold."""
    return [
        i
        for i in b.casus.dossier.items
        if i.moment
        and i.moment < b.begonnen
        and not (i.weg or i.beperkt or i.achterhaald)
        and i.markering != "niet_vastleggen"
    ]


@daad(Act.HERBEOORDELING_BIJWERKEN)
def kijk_of_het_klopt(m: Model, k: Keus) -> Poging | None:
    """Does one item still hold?"""
    b = k.beste(bladen(m), lambda b: not blad_dicht(b) and bool({*gevraagd(b)} - {*b.actueel}))
    if b is None or not b.casus.dossier.items:
        return None
    i = k.uit([i for i in gevraagd(b) if i not in b.actueel] or b.casus.dossier.items)
    if k.fout():
        i = k.uit([i for d in m.dossiers for i in d.items])
    antwoord = k.uit(("ja", "ja", "nee"))

    def na(_: object) -> None:
        b.actueel[i] = antwoord

    belet = blad_dicht(b) or ("" if i in gevraagd(b) else "dit gegeven is hier niet aan de orde")
    return Poging(
        lambda: herzien.record_actualiteit(m.store, b.id, i.id, Actualiteit(antwoord, "Dit is bekend.")),
        belet, na, dossier=b.casus.dossier,
    )  # fmt: skip


@daad(Act.HERBEOORDELING_BIJWERKEN)
def concludeer(m: Model, k: Keus) -> Poging | None:
    """What the table concludes."""
    b = k.beste(bladen(m), lambda b: not blad_dicht(b) and not b.uitkomst)
    if b is None:
        return None
    wat = k.uit(("voortzetten", "afschalen", "afsluiten"))
    verder, belet = dag(m, k)
    verder_of = None if wat == "afsluiten" else verder
    invoer = {"uitkomst": wat, "noodzaak": "Nog nodig.", "subsidiariteit": "Geprobeerd.",
              "proportionaliteit": "In verhouding.", "volgende_herbeoordeling": verder_of}  # fmt: skip

    def doe() -> None:
        herzien.record_uitkomst(m.store, b.id, goed(beoordeel_uitkomst(invoer, m.kader, m.vandaag)))

    def na(_: object) -> None:
        b.uitkomst, b.verder = wat, verder_of

    return Poging(doe, (belet if verder_of else "") or blad_dicht(b), na, dossier=b.casus.dossier)


@daad(Act.HERBEOORDELING_VASTSTELLEN)
def stel_herbeoordeling_vast(m: Model, k: Keus) -> Poging | None:
    """The review becomes final and moves the casus."""
    b = k.beste(bladen(m), lambda b: not mist_blad(m, b))
    if b is None:
        return None
    c = b.casus

    def na(_: object) -> None:
        b.vast, c.opnieuw, c.herzien_op = True, b.verder, m.vandaag
        for item, antwoord in b.actueel.items():
            item.achterhaald = antwoord == "nee"
        if b.uitkomst == "voortzetten":
            c.staat = "in_uitvoering" if c.heeft_plan else "casusoverleg_loopt"

    return Poging(
        lambda: herzien.vaststellen(m.store, b.id, m.kader, m.vandaag), mist_blad(m, b), na, dossier=c.dossier
    )


def mist_blad(m: Model, b: Blad) -> str:
    """Annex (a) C6: the same criteria, outcome, next date."""
    if blad_dicht(b):
        return blad_dicht(b)
    verplicht = {c.code for lijst in kaarten(m.kader) for c in lijst if c.verplicht}
    if not b.uitkomst or verplicht - b.kaarten:
        return "niet elk criterium is opnieuw gewogen"
    if {*gevraagd(b)} - {*b.actueel}:
        return "van een gegeven is niet gezegd of het nog klopt"
    if (
        b.uitkomst == "voortzetten"
        and not b.casus.heeft_plan
        and not (b.casus.deelnemers and b.casus.informeren)
    ):
        return "de voorbereiding is niet compleet"
    return "de volgende dag ligt niet in de toekomst" if b.verder and b.verder <= m.vandaag else ""


@daad(Act.CASUS_SCHALEN)
def schaal(m: Model, k: Keus) -> Poging | None:
    """More or less than the casusoverleg can do."""
    c = k.beste(m.casussen(), lambda c: not dicht(c) and c.staat == "herbeoordeling" and is_herzien(c))
    if c is None:
        return None
    oud = k.fout()
    op = m.vandaag - timedelta(days=1) if oud else m.vandaag
    minder = Schaling("af", op, "Wijkteam West", "Gewone hulp is genoeg.", "De schuldhulp.", "De afspraken.",
                      "De wijkcoach", "casusoverleg")  # fmt: skip
    weer = c.staat == "op_of_afgeschaald"

    def na(_: object) -> None:
        c.staat = "op_of_afgeschaald"

    belet = "" if weer or c.staat == "herbeoordeling" else f"van {c.staat} niet op of af te schalen"
    if not belet and not weer and not is_herzien(c):
        belet = "de noodzaak is niet opnieuw gewogen"
    if not belet and not weer and c.herzien_op and op < c.herzien_op and not c.geschaald_op:
        belet = "de schaling is ouder dan de herbeoordeling"
    if not belet and not weer and oud and c.geschaald_op:
        return None  # whether the earlier scaling counts is not said anywhere
    return Poging(lambda: schaling.scale(m.store, c.id, minder), dicht(c) or belet, na, dossier=c.dossier)


@daad(Act.OVERDRACHT_AANBIEDEN)
def bied_aan(m: Model, k: Keus) -> Poging | None:
    """The person moves: another municipality is asked to go on."""
    d = k.beste(m.beeld, lambda d: not mist_aanbod(m, d))
    if d is None:
        return None
    over = d.casus or next((s for s in d.signalen if s.staat == "overgedragen"), None)
    aanbod = Invoer("Gemeente Oudeveen", "R. Poelstra", "wet_pga", "Weegverslag en plan.", m.vandaag)

    def na(aanbod_id: int) -> None:
        assert over is not None
        d.aanboden.append(Aanbod(aanbod_id, over, m.vandaag))

    return Poging(lambda: overdracht.offer(m.store, d.id, aanbod), mist_aanbod(m, d), na, dossier=d)


def mist_aanbod(m: Model, d: Dossier) -> str:
    """Why nothing can be offered to another municipality."""
    if d.beperkt or d.houdt("verstrekking", m.vandaag):
        return "beperkt of aangehouden"
    if any(a.geweigerd is None for a in d.aanboden):
        return "er staat al een aanbod"
    if d.casus is not None:
        return "te laat" if d.casus.staat in ("gesloten", "overgedragen") else ""
    return "" if any(s.staat == "overgedragen" for s in d.signalen) else "er is niets over te dragen"


@daad(Act.OVERDRACHT_BEANTWOORDEN)
def antwoord_aanbod(m: Model, k: Keus) -> Poging | None:
    """The other side confirms receipt, or not."""
    alle = [(d, a) for d in m.beeld for a in d.aanboden]
    keus = k.beste(alle, lambda da: not (da[1].bevestigd or da[1].geweigerd))
    if keus is None:
        return None
    d, a = keus
    ja, te_vroeg = k.uit((True, True, False)), k.fout()
    op = a.op - timedelta(days=1) if te_vroeg else m.vandaag
    invoer = {"antwoord": "bevestigd" if ja else "geweigerd", "antwoord_op": op,
              "bevestigd_door": "R. Poelstra",
              "geweigerd_reden": "Hij woont hier niet."}  # fmt: skip

    def doe() -> None:
        antwoord = goed(beoordeel_antwoord(invoer, m.kader, m.vandaag, aangeboden_op=a.op))
        overdracht.answer(m.store, a.id, antwoord)

    def na(_: object) -> None:
        a.bevestigd, a.geweigerd = (op, None) if ja else (None, op)
        if ja and isinstance(a.over, Casus) and a.over.staat == "afgesloten":
            a.over.staat, a.over.overgedragen = "overgedragen", True

    belet = "al beantwoord" if a.bevestigd or a.geweigerd else "vóór het aanbod" if te_vroeg else ""
    return Poging(doe, belet, na, dossier=d)

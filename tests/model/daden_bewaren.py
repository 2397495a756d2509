# SPDX-License-Identifier: EUPL-1.2
"""Acts on keeping and destroying, from the signed term to the verklaring."""

from datetime import date, timedelta

from gemeente_pga.domain.bewaren import (
    Bewaarkeuze,
    beoordeel_opschorting,
    beoordeel_verlenging,
)
from gemeente_pga.domain.bewaren import Opheffing as Einde
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.handelingen import bewaren
from tests.inrichting_hulp import stel_vast
from tests.model import orakel
from tests.model.daad import daad
from tests.model.dingen import Bewaring, Casus, Dossier, Signaal
from tests.model.model import Keus, Model, Poging, goed

TERMIJNEN = {
    "casus_gesloten": "sluiting_casus",
    "casus_overgedragen": "overdracht_bevestigd",
    "signaal_niet_opgenomen": "weegbesluit",
    "signaal_doorgeleid": "weegbesluit",
    "signaal_afgesloten": "sluiting_signaal",
    "signaal_overgedragen": "overdracht_bevestigd",
    "telefoonnotitie": "afhandeling_notitie",
    "verzoek_betrokkene": "afhandeling_verzoek",
}
DUUR = ("P1W", "P1M", "P6M", "P1Y", "P5Y")


@daad(Act.KADER_VASTSTELLEN)
def onderteken(m: Model, k: Keus) -> Poging:
    """A jurist fills in retention terms and signs them."""
    duur = k.uit(DUUR)
    codes = tuple(TERMIJNEN) if k.uit((True, False)) else (k.uit(tuple(TERMIJNEN)),)

    def na(_: object) -> None:
        m.termijnen |= {code: (duur, TERMIJNEN[code]) for code in codes}

    return Poging(lambda: stel_vast(m.store, codes, duur, op=m.vandaag), na=na)


def einden(d: Dossier) -> list[tuple[str, date | None]]:
    """How each casus and signal of a closed dossier ended: the term that counts, and from which day."""
    uit: list[tuple[str, date | None]] = []
    for c in d.casussen:
        if c.overgedragen:
            bevestigd = [a.bevestigd for a in d.aanboden if a.over is c and a.bevestigd]
            uit.append(("casus_overgedragen", max(bevestigd, default=None)))
        else:
            uit.append(("casus_gesloten", c.slotdag))
    for s in d.signalen:
        if s.uitkomst == "afgesloten":
            soort = "signaal_niet_opgenomen" if s.gewogen_op else "signaal_afgesloten"
            uit.append((soort, s.gewogen_op or s.uitkomst_op))
        elif s.uitkomst == "doorgeleid":
            uit.append(("signaal_doorgeleid", s.gewogen_op))
        elif s.uitkomst == "overgedragen":
            bevestigd = [a.bevestigd for a in d.aanboden if a.over is s and a.bevestigd]
            uit.append(("signaal_overgedragen", max(bevestigd, default=None)))
    return uit


def mist_einde(m: Model, d: Dossier) -> str:
    """Why there is no day on which this may be destroyed."""
    if d.loopt:
        return "het dossier loopt nog"
    for code, vanaf in einden(d):
        if code not in m.termijnen:
            return f"{code} is niet vastgesteld"
        if vanaf is None:
            return f"{code} loopt nog niet"
    return "" if einden(d) else "er is niets geëindigd"


def bevestigd(m: Model, d: Dossier) -> bool:
    """Do the days run in which destroying can be undone?"""
    return any(
        r.dossier is d and r.bevestigd and not r.ongedaan and lijst.status == "gemachtigd"
        for lijst in m.lijsten for r in lijst.regels
    )  # fmt: skip


def gewijzigd(m: Model, b: Bewaring) -> bool:
    """Was the term signed anew since this was decided?"""
    return m.termijnen.get(b.code) != b.woorden


@daad(Act.BEWAREN_VASTSTELLEN)
def stel_bewaring_vast(m: Model, k: Keus) -> Poging | None:
    """How long this dossier is kept."""
    d = k.beste(m.beeld, lambda d: (d.bewaring is None or gewijzigd(m, d.bewaring)) and not mist_einde(m, d))
    if d is None:
        return None
    wat = "bewaren" if k.fout() else "vernietigen"
    keuze = Bewaarkeuze(wat, "Proces 8.1", "AVG, artikel 5")
    belet = "de vernietiging is bevestigd" if bevestigd(m, d) else mist_einde(m, d)

    def na(_: object) -> None:
        dagen = [(orakel.na(vanaf, m.termijnen[code][0]), code, vanaf) for code, vanaf in einden(d) if vanaf]
        laatste = max(dag for dag, _, _ in dagen)
        _, code, begin = next(x for x in dagen if x[0] == laatste)
        einde = max(laatste, d.verlengd or laatste) if wat == "vernietigen" else None
        d.bewaring = Bewaring(wat, code, begin, einde, m.termijnen[code])
        dingen: list[Signaal | Casus] = [*d.signalen, *d.casussen]
        for ding in dingen:
            if ding.staat in orakel.TE_SLUITEN:
                ding.staat = "gesloten"

    return Poging(
        lambda: bewaren.set_bewaring(m.store, d.id, keuze, m.kader, op=m.vandaag), belet, na, dossier=d
    )


@daad(Act.BEWAREN_VERLENGEN)
def verleng(m: Model, k: Keus) -> Poging | None:
    """Longer, with a reason."""
    d = k.beste(m.beeld, lambda d: d.bewaring is not None and d.bewaring.einde is not None)
    if d is None:
        return None
    nu = d.bewaring.einde if d.bewaring else None
    van = nu or m.vandaag
    naar = k.uit((van, max(van, m.vandaag) + timedelta(days=20)))
    fout = {k.uit(("toelichting", "door", "reden")): ""} if k.fout() else {}
    invoer = {"naar": naar, "reden": "nazorg", "toelichting": "Nazorg.", "door": "Team"} | fout
    belet = ", ".join(fout) or ("niet later dan nu" if naar <= van else "" if nu else "er is geen einddatum")
    if bevestigd(m, d):
        belet = "de vernietiging is bevestigd"

    def doe() -> None:
        langer = goed(beoordeel_verlenging(invoer, m.kader, m.vandaag, van=van))
        bewaren.extend(m.store, d.id, langer, m.kader)

    def na(_: object) -> None:
        assert d.bewaring is not None
        d.bewaring.einde = naar
        d.verlengd = max(naar, d.verlengd or naar)

    return Poging(doe, belet, na, dossier=d)


@daad(Act.BEWAREN_OPSCHORTEN)
def schort_op(m: Model, k: Keus) -> Poging | None:
    """A claim: nothing is destroyed as long as it runs; looked at again within a year."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    uiterlijk = orakel.na(m.vandaag, "P1Y")
    nakijken, belet = k.uit(
        (
            (uiterlijk, ""),
            (m.vandaag + timedelta(days=60), ""),
            (uiterlijk + timedelta(days=1), "later dan een jaar"),
        )
    )
    invoer = {"reden": "rechtszaak", "toelichting": "Een claim.", "vanaf": m.vandaag, "nakijken_op": nakijken}

    def doe() -> int:
        return bewaren.suspend(m.store, d.id, goed(beoordeel_opschorting(invoer, m.kader, m.vandaag)))

    return Poging(doe, belet, lambda i: d.opschortingen.update({i: m.vandaag}), dossier=d)


@daad(Act.BEWAREN_HERVATTEN)
def hervat(m: Model, k: Keus) -> Poging | None:
    """The claim is over."""
    alle = [(d, i) for d in m.beeld for i in d.opschortingen]
    if not alle:
        return None
    d, rij = k.uit(alle)
    reden = "" if k.fout() else "De claim is ingetrokken."

    def na(_: object) -> None:
        del d.opschortingen[rij]

    return Poging(
        lambda: bewaren.resume(m.store, rij, Einde(m.vandaag, reden)), "" if reden else "zonder reden", na,
        dossier=d,
    )  # fmt: skip

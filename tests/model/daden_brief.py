# SPDX-License-Identifier: EUPL-1.2
"""Acts of letters and of the copy for the betrokkene, and minutes that another wrote."""

from typing import Any

from gemeente_pga.domain.brief import Briefopdracht
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.handelingen import afschrift, verslag
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.queries.afschrift import alles_over
from tests.model.daad import daad
from tests.model.daden_rechten import verzoeken
from tests.model.dingen import Verzoek
from tests.model.model import Keus, Model, Poging


@daad(Act.BRIEF_MAKEN)
def schrijf_brief(m: Model, k: Keus) -> Poging | None:
    """It was received, or takes longer; not once it was decided."""
    keus = k.beste(verzoeken(m), lambda dv: not (dv[1].besloten or dv[1].klaar))
    if keus is None:
        return None
    d, v = keus
    soort = k.uit(("ontvangst", "verlenging"))
    brief = Briefopdracht(soort, "", "A. de Wit, burgemeester", m.vandaag)
    belet = "al besloten of afgerond" if v.besloten or v.klaar else ""
    belet = belet or ("niet verlengd" if soort == "verlenging" and not v.verlengd else "")
    return Poging(lambda: write_verzoekbrief(m.store, v.id, brief, m.kader), belet, dossier=d)


def open_delen(m: Model, v: Verzoek) -> dict[Any, Any]:
    """What of the copy nobody judged, with what the program proposes. Its rules have tests of their own."""
    with m.store.reader() as r:
        regel = vragen.verzoek(r, v.id)
        delen = alles_over(r, regel) if regel else ()
    return {g.sleutel: g.voorstel for deel in delen for g in deel.te_beoordelen}


@daad(Act.AFSCHRIFT_BEOORDELEN)
def beoordeel_afschrift(m: Model, k: Keus) -> Poging | None:
    """Everything that nobody judged, as proposed."""
    keus = k.beste(verzoeken(m), lambda dv: dv[1].soort == "inzage" and not dv[1].klaar)
    if keus is None:
        return None
    d, v = keus
    oordelen = open_delen(m, v) if v.soort == "inzage" else {}
    if m.focus and not oordelen:
        return None
    belet = "geen inzage, of afgerond" if v.soort != "inzage" or v.klaar else None
    return Poging(lambda: afschrift.judge(m.store, v.id, oordelen), belet, dossier=d)


@daad(Act.AFSCHRIFT_MAKEN)
def maak_afschrift(m: Model, k: Keus) -> Poging | None:
    """The copy: after the decision, once, with nothing left unjudged."""
    keus = k.beste(verzoeken(m), lambda dv: dv[1].toegewezen and not (dv[1].klaar or dv[1].afschrift))
    if keus is None:
        return None
    d, v = keus

    def na(_: object) -> None:
        v.afschrift = True

    fout = v.soort != "inzage" or v.klaar is not None or not v.toegewezen or v.afschrift
    belet = "geen inzage, afgerond, niet toegewezen, niet beoordeeld of al gemaakt"
    return Poging(
        lambda: afschrift.make_afschrift(m.store, v.id, m.kader, m.vandaag),
        belet if fout or open_delen(m, v) else None, na, dossier=d,
    )  # fmt: skip


@daad(Act.VERSLAG_ZVH_TERUGNEMEN)
def neem_zvh_terug(m: Model, k: Keus) -> Poging | None:
    """It belongs to another meeting: its bytes go, once."""
    rij = m.kies(k, m.extra.get("zvh", ()))
    if rij is None:
        return None
    er_is = m.rij("SELECT 1 FROM document WHERE id = ?", rij[0]) is not None

    def na(_: object) -> None:
        rij[3] = True
        for o in m.overleggen:
            if o.id == rij[1] and o.status != "vastgesteld":
                o.van_zvh = any(x[1] == o.id and not x[3] for x in m.extra["zvh"])

    belet = "al teruggenomen" if rij[3] or not er_is else ""
    op = m.vandaag.isoformat()
    return Poging(lambda: verslag.take_back_zvh(m.store, rij[0], op=op, reden="ander_overleg"), belet, na)

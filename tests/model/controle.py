# SPDX-License-Identifier: EUPL-1.2
"""Does the kluis hold what the model says? Asked with queries of its own; of the program's own answers only
the list of terms is held against the model, since that is where a coordinator sees what must be done."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from gemeente_pga.store.queries.termijnen import open_termijnen
from tests.model import orakel
from tests.model.dingen import Dossier
from tests.model.model import Model

_STATEN = (
    ("signaal", "SELECT id, status FROM signaal WHERE dossier_id = ?"),
    ("casus", "SELECT id, status FROM casus WHERE dossier_id = ?"),
    ("weging", "SELECT id, status FROM weging WHERE dossier_id = ?"),
    ("plan", "SELECT id, status FROM plan WHERE dossier_id = ?"),
    ("herbeoordeling", "SELECT id, status FROM herbeoordeling WHERE dossier_id = ?"),
)
# What annex (a) to (c) forbids, whatever the way to it was: each gives rows only when something is wrong.
VERBODEN = {
    "casus zonder besluit opnemen van drie partijen": """
        SELECT c.id FROM casus c JOIN weging w ON w.id = c.weging_id WHERE c.dossier_id = ?1
         AND w.overgenomen = 0
         AND (w.status <> 'vastgesteld' OR w.besluit <> 'opnemen' OR w.soort = 'voorlopig'
          OR (SELECT count(*) FROM weging_partij x WHERE x.weging_id = w.id
               AND x.aanwezig IN ('ja', 'schriftelijk', 'digitaal')) < 3)""",
    "twee casussen uit één besluit": """
        SELECT c.weging_id FROM casus c WHERE c.dossier_id = ?1 GROUP BY c.weging_id HAVING count(*) > 1""",
    "informatie zonder grondslag of doel": """
        SELECT id FROM informatie WHERE dossier_id = ?1 AND geschrapt = 0 AND markering <> 'niet_vastleggen'
         AND (grondslag_gever = '' OR grondslag_ontvanger = '' OR doel = '')""",
    "heimelijk verkregen": "SELECT id FROM informatie WHERE dossier_id = ?1 AND verkregen = 'heimelijk'",
    "casus loopt zonder besluit over informeren": """
        SELECT id FROM casus WHERE dossier_id = ?1 AND informeren = ''
         AND status NOT IN ('opgenomen', 'voorbereiding')""",
    "uitstel van informeren zonder dag": """
        SELECT id FROM casus WHERE dossier_id = ?1 AND informeren IN ('later', 'nee')
         AND informeren_opnieuw_op IS NULL""",
    "gesloten zonder bewaartermijn": """
        SELECT id FROM signaal WHERE dossier_id = ?1 AND status = 'gesloten'
         AND NOT EXISTS (SELECT 1 FROM bewaring b WHERE b.dossier_id = ?1)""",
    "plan vastgesteld zonder doel of interventie": """
        SELECT p.id FROM plan p WHERE p.dossier_id = ?1 AND p.status = 'vastgesteld'
         AND (NOT EXISTS (SELECT 1 FROM doel x WHERE x.plan_id = p.id)
           OR NOT EXISTS (SELECT 1 FROM interventie x WHERE x.plan_id = p.id)
           OR EXISTS (SELECT 1 FROM interventie x WHERE x.plan_id = p.id
              AND (x.eigenaar = '' OR x.grondslag = '' OR (x.vrijwillig = 0 AND x.beslisser = ''))))""",
    "casus afgesloten zonder reden of resultaat": """
        SELECT id FROM casus WHERE dossier_id = ?1 AND gesloten_op IS NOT NULL
         AND (sluitreden = '' OR resultaat = '')""",
    "geschrapt gegeven weegt mee": """
        SELECT f.id FROM weging_feit f JOIN informatie i ON i.id = f.informatie_id
         WHERE f.dossier_id = ?1 AND i.geschrapt = 1""",
    "gegeven van politie of OM verstrekt zonder akkoord": """
        SELECT x.id FROM verstrekking_informatie x JOIN verstrekking v ON v.id = x.verstrekking_id
          JOIN informatie i ON i.id = x.informatie_id JOIN partij p ON p.id = i.partij_id
         WHERE x.dossier_id = ?1 AND p.soort IN ('politie', 'om') AND NOT EXISTS (
           SELECT 1 FROM bronakkoord b WHERE b.informatie_id = i.id AND b.ontvanger = v.ontvanger
            AND b.antwoord IN ('akkoord', 'onder_voorwaarde') AND b.antwoord_op <= v.op)""",
    "stap in de toekomst van het signaal": """
        SELECT o.id FROM statusovergang o WHERE o.dossier_id = ?1 AND o.onderwerp_soort = 'signaal'
         AND o.van <> '' AND o.op < (SELECT substr(s.ontvangen_op, 1, 10) FROM signaal s
                                      WHERE s.id = o.onderwerp_id)""",
}
# The same for the kluis as a whole.
VERBODEN_OVERAL = {
    "vernietigd zonder machtiging vooraf door een ander": """
        SELECT v.id FROM vernietiging v JOIN vernietigingslijst l ON l.id = v.lijst_id
         WHERE l.machtiging_door IN ('', l.opgesteld_door) OR l.machtiging_op > v.op
            OR julianday(v.op) - julianday(l.machtiging_op) < 7""",
    "los stuk vernietigd zonder machtiging vooraf door een ander": """
        SELECT id FROM losse_vernietiging
         WHERE machtiging_door IN ('', door) OR machtiging_kenmerk = '' OR machtiging_op > vernietigd_op""",
    "burgerservicenummer terwijl het uit staat": """
        SELECT b.id FROM persoon_bsn b WHERE NOT EXISTS (
          SELECT 1 FROM instelling i WHERE i.sleutel = 'bsn_wet' AND i.waarde <> '')""",
    "burgerservicenummer van een ander dan de betrokkene": """
        SELECT b.id FROM persoon_bsn b JOIN persoon p ON p.id = b.persoon_id WHERE p.rol <> 'betrokkene'""",
    "naaste zonder grondslag, doel of einde": """
        SELECT id FROM persoon WHERE rol = 'naaste'
         AND (grondslag = '' OR doel = '' OR bewaren_tot IS NULL)""",
    "datalek dicht zonder besluit over melden": """
        SELECT id FROM datalek WHERE gesloten_op IS NOT NULL
         AND (melden_ap = '' OR betrokkenen = '' OR fg_ingelicht_op IS NULL)""",
}


def overal(m: Model) -> list[str]:
    """What is wrong in the kluis as a whole."""
    hoort = {
        "SELECT id FROM telefoonnotitie": {n[0] for n in m.notities},
        "SELECT id FROM verzoek WHERE dossier_id IS NULL": set(m.extra.get("losse_verzoeken", ())),
    }
    with m.store.reader() as r:
        fouten = [naam for naam, sql in VERBODEN_OVERAL.items() if r.rows(sql)]
        return fouten + [sql for sql, ids in hoort.items() if {rij["id"] for rij in r.rows(sql)} != ids]


def termijnen(m: Model) -> list[str]:
    """Does the list of terms show each term that the model has, on its day, and none of what is gone?"""
    hoort = Counter(term for d in m.dossiers for term in _termen(d))
    with m.store.reader() as r:
        is_zo = Counter((t.soort, t.onderwerp_id, t.dag) for t in open_termijnen(r) if t.soort in _VERGELEKEN)
    los = set(m.extra.get("losse_verzoeken", ()))
    te_veel = [term for term in is_zo - hoort if term[0] != "Besluit op een verzoek" or term[1] not in los]
    return [f"niet in de lijst: {term}" for term in hoort - is_zo] + [f"te veel: {term}" for term in te_veel]


_VERGELEKEN = ("Besluit op een verzoek", "Wachten op verzoek tot en met", "Herbeoordeling", "Bewaren tot")


def _termen(d: Dossier) -> Iterator[tuple[str, int, date]]:
    for v in d.verzoeken:
        if v.uiterlijk and not v.besloten and not v.klaar:
            yield "Besluit op een verzoek", v.id, v.uiterlijk
    for _, _, tot in d.aanhoudingen.values():
        yield "Wachten op verzoek tot en met", d.id, tot
    for c in d.casussen:
        if c.opnieuw and c.slotdag is None:
            yield "Herbeoordeling", d.id, c.opnieuw
    if d.bewaring and d.bewaring.einde and d.bewaring.waardering == "vernietigen":
        yield "Bewaren tot", d.id, d.bewaring.einde


def vergelijk(m: Model, d: Dossier) -> list[str]:
    """Everything about this dossier that is not as it should be."""
    plannen = [p for c in d.casussen for p in c.plannen]
    bladen = [b for c in d.casussen for b in c.bladen]
    hoort: dict[str, dict[int, str]] = {
        "signaal": {s.id: s.staat for s in d.signalen},
        "casus": {c.id: c.staat for c in d.casussen},
        "weging": {w.id: "vastgesteld" if w.vast else "concept" for w in d.wegingen},
        "plan": {p.id: p.status for p in plannen},
        "herbeoordeling": {b.id: "vastgesteld" if b.vast else "concept" for b in bladen},
    }
    fouten = []
    with m.store.reader() as r:
        for soort, sql in _STATEN:
            is_zo = {rij["id"]: rij["status"] for rij in r.rows(sql, d.id)}
            if is_zo != hoort[soort]:
                fouten.append(f"{soort}: {is_zo} moet zijn {hoort[soort]}")
        fouten += [naam for naam, sql in VERBODEN.items() if r.rows(sql, d.id)]
        fouten += _overgangen(r.rows("SELECT * FROM statusovergang WHERE dossier_id = ?", d.id))
        fouten += _dagen(
            d, r.row("SELECT begin, einde, herinneren_op FROM bewaring WHERE dossier_id = ?", d.id)
        )
        fouten += _verzoeken(d, r.rows("SELECT * FROM verzoek WHERE dossier_id = ?", d.id))
        fouten += _herbeoordelingen(
            d, r.rows("SELECT id, volgende_herbeoordeling FROM casus WHERE dossier_id = ?", d.id)
        )
    return fouten


def _overgangen(rijen: list[dict[str, Any]]) -> list[str]:
    """Every step is one of the annex."""
    return [
        f"{rij['onderwerp_soort']} van {rij['van']} naar {rij['naar']}"
        for rij in rijen
        if rij["van"] and not orakel.mag(rij["onderwerp_soort"], rij["van"], rij["naar"])
    ]


def _dagen(d: Dossier, rij: dict[str, Any] | None) -> list[str]:
    """The days of keeping, by the count of the oracle."""
    b = d.bewaring
    if b is None or rij is None:
        return [] if b is None and rij is None else ["bewaring is er niet, of hoort er niet te zijn"]
    hoort = {"begin": b.begin.isoformat(), "einde": b.einde.isoformat() if b.einde else None}
    if b.einde:
        hoort["herinneren_op"] = max(b.begin, orakel.voor(b.einde, "P3M")).isoformat()
    return [
        f"{veld}: {rij[veld]} moet {waarde} zijn" for veld, waarde in hoort.items() if rij[veld] != waarde
    ]


def _verzoeken(d: Dossier, rijen: list[dict[str, Any]]) -> list[str]:
    """The last day to decide, of the municipality and of the police."""
    hoort = {v.id: (v.uiterlijk, v.politie) for v in d.verzoeken}
    is_zo = {rij["id"]: (dag(rij["uiterlijk"]), dag(rij["politie_uiterlijk"])) for rij in rijen}
    return [] if is_zo == hoort else [f"verzoeken: {is_zo} moet zijn {hoort}"]


def _herbeoordelingen(d: Dossier, rijen: list[dict[str, Any]]) -> list[str]:
    hoort = {c.id: c.opnieuw.isoformat() if c.opnieuw else None for c in d.casussen}
    return [
        f"herbeoordeling op {rij['volgende_herbeoordeling']} moet {hoort[rij['id']]} zijn"
        for rij in rijen
        if rij["volgende_herbeoordeling"] != hoort.get(rij["id"])
    ]


def is_weg(m: Model, d: Dossier) -> list[str]:
    """A destroyed dossier has no row anywhere, in the index neither."""
    with m.store.reader() as r:
        tabellen = [t for t, kolommen in m.store._log.tabellen.items() if "dossier_id" in kolommen]
        over = [t for t in tabellen if r.value(f"SELECT 1 FROM {t} WHERE dossier_id = ?", d.id)]  # noqa: S608
        over += ["zoekindex"] if r.value("SELECT 1 FROM zoekindex WHERE dossier_id = ?", d.id) else []
        over += ["dossier"] if r.value("SELECT 1 FROM dossier WHERE id = ?", d.id) else []
        steen = r.value("SELECT count(*) FROM vernietiging WHERE steen = ?", d.id)
    return [f"nog in {t}" for t in over] + ([] if steen == 1 else ["geen regel in vernietiging"])


def regels(m: Model, na: int, act: str, aantal: int, dossier_id: int | None, nu: datetime) -> list[str]:
    """Exactly so many lines in the log, of this act, with the moment as it was, about this dossier."""
    with m.store.reader() as r:
        rijen = r.rows("SELECT code, tijd, dossier_id FROM handeling WHERE n > ? ORDER BY n", na)
    fouten = [] if [rij["code"] for rij in rijen] == [act] * aantal else [f"in het journaal: {rijen}"]
    tijd = nu.isoformat(timespec="milliseconds")
    fouten += [f"tijd {rij['tijd']} moet {tijd} zijn" for rij in rijen if rij["tijd"] != tijd]
    fouten += _momenten(m, na, nu)
    return fouten + [
        f"dossier {rij['dossier_id']}" for rij in rijen if dossier_id and rij["dossier_id"] != dossier_id
    ]


def _momenten(m: Model, na: int, nu: datetime) -> list[str]:
    """What was recorded says when, as the clock on the wall here does, in either of two equal hours too."""
    uit = []
    hoort = orakel.lokaal(nu).isoformat(timespec="milliseconds")
    with m.store.reader() as r:
        nieuw = r.rows("SELECT tabel, rij FROM wijziging WHERE handeling > ? AND soort = 'nieuw' LIMIT 4", na)
        for rij in nieuw:
            if hasattr(time, "tzset") and "vastgelegd_op" in m.store._log.tabellen[rij["tabel"]]:
                vraag = f"SELECT vastgelegd_op FROM {rij['tabel']} WHERE id = ?"  # noqa: S608 - from the log
                if (is_zo := r.value(vraag, rij["rij"])) not in (hoort, None):
                    uit.append(f"{rij['tabel']}: {is_zo} moet {hoort} zijn")
    return uit


def dag(tekst: str | None) -> date | None:
    """A day as stored."""
    return date.fromisoformat(tekst[:10]) if tekst else None

# SPDX-License-Identifier: EUPL-1.2
"""The counts of a year: of the dossiers that are there, or as they were kept when a report was vastgesteld.

Only the counts themselves; what may be shown of them is decided in domain/jaarrapportage.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Any

from gemeente_pga.domain.afwijking import REGELS
from gemeente_pga.domain.jaarrapportage import Bereik, Cel, Maat, Tabel
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.onthulling import Vorm
from gemeente_pga.domain.stukken import Jaarrapportage, from_json
from gemeente_pga.store.lezer import Lezer, lees_dag

SIGNALEN, OPEN, DICHT, BEKEKEN, INFORMEREN, AFWIJKEN, VERZOEKEN, OP_TIJD, VERMIST, IDEOLOGIE = (
    "signalen", "casus_open", "casus_dicht", "herbeoordelingen", "informeren", "afwijkingen", "verzoeken",
    "verzoeken_tijd", "vermist", "ideologie",
)  # fmt: skip
DOORLOOPTIJD = "doorlooptijd"
_UITKOMSTEN = (
    ("opgenomen", "Opgenomen in de aanpak"), ("niet_opgenomen", "Na weging niet opgenomen"),
    ("doorgeleid", "Doorgeleid"), ("overgedragen", "Overgedragen aan een andere gemeente"),
    ("zonder_weging", "Afgesloten zonder weging"), ("loopt", "Nog in behandeling"),
)  # fmt: skip
_TIJD = (("op_tijd", "Op tijd"), ("te_laat", "Te laat of niet gedaan"))
_BESLIST = (
    ("op_tijd", "Op tijd besloten"), ("te_laat", "Te laat besloten"), ("loopt", "Loopt nog of ingetrokken"),
    ("geen_termijn", "Besloten, termijn niet vastgesteld"),
)  # fmt: skip


def maten(kader: Kader) -> tuple[Maat, ...]:
    """What is counted, in the order of the report."""
    informeren = (("ja", "Wel informeren"), ("later", "Later informeren"), ("nee", "Niet informeren"))
    return (
        Maat(SIGNALEN, "Signalen naar uitkomst", _UITKOMSTEN, uitleg="Ontvangen in deze periode."),
        Maat(OPEN, "Lopende casussen", (("open", "Op 31 december van het laatste jaar"),), stand=True),
        Maat(DICHT, "Afgesloten casussen", (("dicht", "In deze periode"),)),
        Maat(BEKEKEN, "Herbeoordelingen", _TIJD, uitleg="Die in deze periode gedaan moesten zijn."),
        Maat(INFORMEREN, "Besluiten over informeren van betrokkenen", informeren),
        Maat(AFWIJKEN, "Afwijkingen van de afgesproken werkwijze", tuple(REGELS.items())),
        Maat(VERZOEKEN, "Verzoeken en rechtsmiddelen naar soort", _lijst(kader, "verzoeksoort")),
        Maat(OP_TIJD, "Verzoeken en rechtsmiddelen naar termijn", _BESLIST),
        Maat(VERMIST, "Vermiste exemplaren", (("vermist", "In deze periode"),)),
        Maat(
            IDEOLOGIE, "Dossiers naar ideologie", _lijst(kader, "ideologie"),
            uitleg="Dossiers die in deze periode begonnen. Met niets anders gekruist.",
        ),
    )  # fmt: skip


def telling(r: Lezer, bereik: Bereik, kader: Kader, vandaag: date) -> dict[Cel, int]:
    """All counts in this range, and the year before it for what runs on."""
    uit: dict[Cel, int] = {}
    for gemeente in bereik.gemeenten:
        for jaar in (min(bereik.jaren) - 1, *bereik.jaren):
            cijfers = tel(r, gemeente, jaar, kader, vandaag)
            uit |= {Cel(maat, deel, gemeente, jaar): aantal for (maat, deel), aantal in cijfers.items()}
    return uit


def tel(r: Lezer, gemeente_id: int, jaar: int, kader: Kader, vandaag: date) -> Mapping[tuple[str, str], int]:
    """The counts of one municipality and year: kept ones when there are, else counted now."""
    rijen = r.rows(
        "SELECT maat, uitsplitsing, waarde FROM jaarcijfer WHERE gemeente_id = ? AND jaar = ?",
        gemeente_id,
        jaar,
    )
    if rijen:
        return {(rij["maat"], rij["uitsplitsing"]): rij["waarde"] for rij in rijen}
    delen = (
        _signalen, _casussen, _herbeoordelingen, _informeren, _afwijkingen, _verzoeken, _vermist, _ideologie,
    )  # fmt: skip
    wat = (r, gemeente_id, str(jaar), kader, vandaag)
    return Counter(chain.from_iterable(deel(*wat) for deel in delen))


def verbanden(bereik: Bereik, kader: Kader) -> tuple[Vorm, ...]:
    """Sums of which a reader may know the outcome."""
    uit = []
    for g in bereik.gemeenten:
        for j in bereik.jaren:
            loopt = [
                (Cel(OPEN, "open", g, j), 1), (Cel(OPEN, "open", g, j - 1), -1),
                (Cel(DICHT, "dicht", g, j), 1), (Cel(SIGNALEN, "opgenomen", g, j), -1),
            ]  # fmt: skip
            verzoeken = [(Cel(VERZOEKEN, code, g, j), 1) for code, _ in _lijst(kader, "verzoeksoort")]
            verzoeken += [(Cel(OP_TIJD, code, g, j), -1) for code, _ in _BESLIST]
            uit += [Vorm(frozenset(loopt)), Vorm(frozenset(verzoeken))]
    return tuple(uit)


def vroeger_getoond(r: Lezer) -> tuple[Tabel, ...]:
    """Every table of every report that was vastgesteld."""
    rijen = r.rows(
        "SELECT gegevens FROM document WHERE soort = 'jaarrapportage' ORDER BY julianday(vastgelegd_op), id"
    )
    stukken = (from_json(Jaarrapportage, rij["gegevens"]) for rij in rijen)
    return tuple(
        Tabel(t.maat, Bereik(t.gemeenten, t.jaren), t.delen, t.waarden, t.totaal)
        for stuk in stukken
        for t in stuk.tabellen
    )


def doorlooptijden(cijfers: Mapping[Cel, int], bereik: Bereik) -> list[int]:
    """The days from a signal to its weging, one for each signal."""
    return sorted(
        dagen
        for cel, aantal in cijfers.items()
        if cel.maat == DOORLOOPTIJD and cel.gemeente_id in bereik.gemeenten and cel.jaar in bereik.jaren
        for dagen in [int(cel.uitsplitsing)] * aantal
    )


def jaren(r: Lezer, vandaag: date) -> tuple[int, ...]:
    """The years that are over and in which anything may have happened."""
    eerste = r.value(
        "SELECT min(j) FROM (SELECT substr(min(ontvangen_op), 1, 4) AS j FROM signaal UNION ALL "
        "SELECT substr(min(geopend_op), 1, 4) FROM casus UNION ALL "
        "SELECT min(jaar) FROM jaarcijfer UNION ALL SELECT substr(min(ontvangen_op), 1, 4) FROM verzoek)"
    )
    return tuple(range(int(eerste), vandaag.year)) if eerste else ()


# ---- counting; each gives (maat, deel) once for every one there is

Geteld = list[tuple[str, str]]


def _signalen(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT s.status, s.dag, s.was, g.gewogen, count(*) AS n FROM ("
        "SELECT t.id, t.status, substr(t.ontvangen_op, 1, 10) AS dag, (SELECT o.van FROM statusovergang o "
        "WHERE o.onderwerp_soort = 'signaal' AND o.onderwerp_id = t.id AND o.naar = 'gesloten') AS was "
        "FROM signaal t CROSS JOIN dossier d ON d.id = t.dossier_id "
        "WHERE d.gemeente_id = ?1 AND t.ontvangen_op >= ?2 AND t.ontvangen_op < ?3) s LEFT JOIN ("
        "SELECT x.signaal_id, min(w.datum) AS gewogen FROM weging w CROSS JOIN weging_signaal x "
        "ON x.weging_id = w.id WHERE w.status = 'vastgesteld' GROUP BY x.signaal_id) g "
        "ON g.signaal_id = s.id GROUP BY s.status, s.dag, s.was, g.gewogen",
        gemeente_id,
        jaar,
        str(int(jaar) + 1),
    )
    uit: Geteld = []
    for rij in rijen:
        uit += [(SIGNALEN, _uitkomst(rij))] * rij["n"]
        if rij["gewogen"]:
            dagen = date.fromisoformat(rij["gewogen"]) - date.fromisoformat(rij["dag"])
            uit += [(DOORLOOPTIJD, str(max(0, dagen.days)))] * rij["n"]
    return uit


def _uitkomst(rij: Mapping[str, Any]) -> str:
    status = rij["was"] or rij["status"]
    if status == "afgesloten":
        return "niet_opgenomen" if rij["gewogen"] else "zonder_weging"
    return status if status in {"opgenomen", "doorgeleid", "overgedragen"} else "loopt"


def _casussen(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT c.geopend_op, c.gesloten_op FROM casus c JOIN dossier d ON d.id = c.dossier_id "
        "WHERE d.gemeente_id = ? AND substr(c.geopend_op, 1, 4) <= ?",
        gemeente_id,
        jaar,
    )
    eind = [(rij["gesloten_op"] or "9999")[:4] for rij in rijen]
    return [(DICHT, "dicht") for e in eind if e == jaar] + [(OPEN, "open") for e in eind if e > jaar]


def _herbeoordelingen(r: Lezer, gemeente_id: int, jaar: str, kader: Kader, vandaag: date) -> Geteld:
    """By the day on which each should have been done: agreed last time, or the first term after opening."""
    eerste = kader.streeftermijn("herbeoordeling_eerste").periode
    rijen = r.rows(
        "SELECT h.datum, v.volgende_op, c.geopend_op FROM herbeoordeling h JOIN casus c ON c.id = h.casus_id "
        "LEFT JOIN herbeoordeling v ON v.id = h.vorige_id JOIN dossier d ON d.id = h.dossier_id "
        "WHERE h.status = 'vastgesteld' AND d.gemeente_id = ?",
        gemeente_id,
    )
    uit: Geteld = []
    for rij in rijen:
        voor = lees_dag(rij["volgende_op"])
        if voor is None and eerste is not None:
            voor = eerste.after(date.fromisoformat(rij["geopend_op"]))
        if voor is not None and f"{voor.year:04}" == jaar:
            uit.append((BEKEKEN, "op_tijd" if date.fromisoformat(rij["datum"]) <= voor else "te_laat"))
    open_ = r.value(
        "SELECT count(*) FROM casus c JOIN dossier d ON d.id = c.dossier_id WHERE d.gemeente_id = ? "
        "AND c.gesloten_op IS NULL AND substr(c.volgende_herbeoordeling, 1, 4) = ? "
        "AND c.volgende_herbeoordeling < ?",
        gemeente_id,
        jaar,
        vandaag,
    )
    return uit + [(BEKEKEN, "te_laat")] * int(open_)


def _informeren(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT x.informeren, count(*) AS n FROM (SELECT dossier_id, informeren, datum AS op FROM weging "
        "WHERE status = 'vastgesteld' UNION ALL SELECT dossier_id, informeren, geopend_op FROM casus "
        "UNION ALL SELECT dossier_id, informeren, besloten_op FROM informeerbesluit) x "
        "JOIN dossier d ON d.id = x.dossier_id "
        "WHERE d.gemeente_id = ? AND x.informeren IN ('ja', 'later', 'nee') AND substr(x.op, 1, 4) = ? "
        "GROUP BY x.informeren",
        gemeente_id,
        jaar,
    )
    return [paar for rij in rijen for paar in [(INFORMEREN, rij["informeren"])] * rij["n"]]


def _afwijkingen(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT a.regel FROM afwijking a JOIN dossier d ON d.id = a.dossier_id "
        "WHERE d.gemeente_id = ? AND substr(a.op, 1, 4) = ?",
        gemeente_id,
        jaar,
    )
    return [(AFWIJKEN, rij["regel"]) for rij in rijen]


def _verzoeken(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT soort, besluit_op, uiterlijk FROM verzoek "
        "WHERE gemeente_id = ? AND substr(ontvangen_op, 1, 4) = ?",
        gemeente_id,
        jaar,
    )
    uit: Geteld = []
    for rij in rijen:
        uit.append((VERZOEKEN, rij["soort"]))
        if rij["besluit_op"] is None:
            hoe = "loopt"
        elif rij["uiterlijk"] is None:
            hoe = "geen_termijn"
        else:
            hoe = "op_tijd" if rij["besluit_op"] <= rij["uiterlijk"] else "te_laat"
        uit.append((OP_TIJD, hoe))
    return uit


def _vermist(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    """Without a dossier of its own a copy counts for the standard municipality."""
    aantal = r.value(
        "SELECT count(*) FROM exemplaar e LEFT JOIN dossier d ON d.id = e.dossier_id "
        "WHERE e.stand = 'vermist' AND substr(e.stand_op, 1, 4) = ? AND coalesce(d.gemeente_id, "
        "(SELECT id FROM gemeente ORDER BY standaard DESC LIMIT 1)) = ?",
        jaar,
        gemeente_id,
    )
    return [(VERMIST, "vermist")] * int(aantal)


def _ideologie(r: Lezer, gemeente_id: int, jaar: str, _kader: Kader, _vandaag: date) -> Geteld:
    rijen = r.rows(
        "SELECT d.ideologie FROM dossier d WHERE d.gemeente_id = ? AND substr(coalesce("
        "(SELECT min(s.ontvangen_op) FROM signaal s WHERE s.dossier_id = d.id), d.vastgelegd_op), 1, 4) = ?",
        gemeente_id,
        jaar,
    )
    return [(IDEOLOGIE, rij["ideologie"] or "onbekend") for rij in rijen]


def _lijst(kader: Kader, code: str) -> tuple[tuple[str, str], ...]:
    return tuple((waarde.code, waarde.naam) for waarde in kader.codelijst(code))

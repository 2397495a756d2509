# SPDX-License-Identifier: EUPL-1.2
"""The assessments of one dossier, and what became known between two of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gemeente_pga.domain.herbeoordeling import UITKOMSTEN
from gemeente_pga.domain.informatie import bron_en_inbrenger
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging_vergelijking import Antwoord, Beoordeling, Tussenkomst
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.beperking import NIET_BEPERKT
from gemeente_pga.store.queries.herbeoordeling import weerlegd
from gemeente_pga.store.queries.kader import kader_van

_WEGINGEN = (
    "SELECT id, kader_id, vastgesteld_op AS op, vastgelegd_op AS begonnen, besluit, besluit_reden AS reden, "
    "subsidiariteit, proportionaliteit FROM weging WHERE dossier_id = ? AND status = 'vastgesteld'"
)
_HERBEOORDELINGEN = (
    "SELECT id, kader_id, vastgesteld_op AS op, vastgelegd_op AS begonnen, uitkomst AS besluit, "
    "noodzaak AS reden, subsidiariteit, proportionaliteit FROM herbeoordeling "
    "WHERE dossier_id = ? AND status = 'vastgesteld'"
)


def aantal_beoordelingen(r: Lezer, dossier_id: int) -> int:
    """How many wegingen and herbeoordelingen of this dossier are vastgesteld."""
    return int(
        r.value(
            "SELECT (SELECT count(*) FROM weging WHERE dossier_id = ?1 AND status = 'vastgesteld') + "
            "(SELECT count(*) FROM herbeoordeling WHERE dossier_id = ?1 AND status = 'vastgesteld')",
            dossier_id,
        )
    )


def beoordelingen(r: Lezer, dossier_id: int) -> tuple[Beoordeling, ...]:
    """All that are vastgesteld, the oldest first."""
    uit = [_weging(r, rij) for rij in r.rows(_WEGINGEN, dossier_id)]
    uit += [_herbeoordeling(r, rij) for rij in r.rows(_HERBEOORDELINGEN, dossier_id)]
    return tuple(sorted(uit, key=lambda b: (b.op, read_moment(b.begonnen))))


def _weging(r: Lezer, rij: dict[str, Any]) -> Beoordeling:
    kader = kader_van(r, rij["kader_id"])
    standpunten = r.rows(
        "SELECT p.naam, x.standpunt, x.standpunt_toelichting AS waarom FROM weging_partij x "
        "JOIN partij p ON p.id = x.partij_id WHERE x.weging_id = ? AND x.standpunt <> '' ORDER BY p.id",
        rij["id"],
    )
    op = date.fromisoformat(rij["op"])
    return Beoordeling(
        sleutel=f"weging:{rij['id']}",
        naam=f"Weging van {datum_lang(op)}",
        op=op,
        begonnen=rij["begonnen"],
        vragen=_vragen(kader),
        antwoorden=_antwoorden(r, "weging", rij["id"], kader),
        slot=_slot(rij, kader.label("weegbesluit", rij["besluit"])),
        standpunten=tuple(
            (s["naam"], _zin(kader.label("standpunt", s["standpunt"]), s["waarom"])) for s in standpunten
        ),
    )


def _herbeoordeling(r: Lezer, rij: dict[str, Any]) -> Beoordeling:
    kader, op = kader_van(r, rij["kader_id"]), date.fromisoformat(rij["op"])
    return Beoordeling(
        sleutel=f"herbeoordeling:{rij['id']}",
        naam=f"Herbeoordeling van {datum_lang(op)}",
        op=op,
        begonnen=rij["begonnen"],
        vragen=_vragen(kader),
        antwoorden=_antwoorden(r, "herbeoordeling", rij["id"], kader),
        slot=_slot(rij, UITKOMSTEN.get(rij["besluit"], "")),
    )


def _vragen(kader: Kader) -> Mapping[str, str]:
    return {c.code: c.korte_naam for lijst in kaarten(kader) for c in lijst}


def _antwoorden(r: Lezer, soort: str, nummer: int, kader: Kader) -> Mapping[str, Antwoord]:
    tabel = "weging_criterium WHERE weging_id" if soort == "weging" else (
        "herbeoordeling_criterium WHERE herbeoordeling_id"
    )  # fmt: skip
    rijen = r.rows(f"SELECT criterium, antwoord, reden FROM {tabel} = ? AND antwoord <> ''", nummer)
    return {k["criterium"]: Antwoord(kader.label("antwoord", k["antwoord"]), k["reden"]) for k in rijen}


def _slot(rij: dict[str, Any], besluit: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Besluit", besluit),
        ("Reden", rij["reden"]),
        ("Subsidiariteit", rij["subsidiariteit"]),
        ("Proportionaliteit", rij["proportionaliteit"]),
    )


def _zin(woord: str, waarom: str) -> str:
    return f"{woord}. {waarom}".strip() if waarom else woord


def tussen(
    r: Lezer, dossier_id: int, toen: Beoordeling, later: Beoordeling
) -> tuple[tuple[Tussenkomst, ...], tuple[Tussenkomst, ...]]:
    """What was brought in after the first, up to the second; and what in that time proved no longer true.

    Of the day of the first itself: what was recorded after it began, and not at its own table.
    """
    eigen = int(toen.sleutel.partition(":")[2]) if toen.sleutel.startswith("weging:") else 0
    rijen = r.rows(
        "SELECT i.tekst, i.bron, coalesce(p.naam, i.gever) AS van, substr(i.vastgelegd_op, 1, 10) AS dag "
        "FROM informatie i LEFT JOIN partij p ON p.id = i.partij_id "
        "WHERE i.dossier_id = ?1 AND i.geschrapt = 0 AND i.tekst <> '' "
        "AND substr(i.vastgelegd_op, 1, 10) BETWEEN ?2 AND ?3 AND i.weging_id IS NOT ?4 "
        "AND julianday(i.vastgelegd_op) > julianday(?5) "
        f"AND {NIET_BEPERKT} ORDER BY julianday(i.vastgelegd_op), i.id",
        dossier_id,
        toen.op,
        later.op,
        eigen,
        toen.begonnen,
    )
    nieuw = [
        Tussenkomst(date.fromisoformat(rij["dag"]), _regel(rij["bron"], rij["van"], rij["tekst"]))
        for rij in rijen
    ]
    niet_meer = [
        Tussenkomst(w.sinds, f"{w.van.rstrip('.')}: “{w.tekst}” {w.zin}")
        for w in weerlegd(r, dossier_id)
        if toen.op <= w.sinds <= later.op
    ]
    return tuple(nieuw), tuple(niet_meer)


def _regel(bron: str, van: str, tekst: str) -> str:
    wie = bron_en_inbrenger(bron, van).rstrip(".")
    return f"{wie}: {tekst}" if wie else tekst

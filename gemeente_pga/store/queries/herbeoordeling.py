# SPDX-License-Identifier: EUPL-1.2
"""A review: its criteria beside those of the last time, which items still hold, and what came in since."""

from datetime import date

from gemeente_pga.domain.actualiteit import NEE, Achterhaald, Actualiteit, Gegeven, Weerlegd
from gemeente_pga.domain.dossier import CASUS_DICHT
from gemeente_pga.domain.herbeoordeling import (
    VASTGESTELD,
    Criteriumvergelijking,
    Herbeoordeling,
    Heroordeel,
    Uitkomst,
)
from gemeente_pga.domain.informatie import bron_en_inbrenger
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.beperking import NIET_BEPERKT


def herbeoordeling(r: Lezer, herbeoordeling_id: int) -> Herbeoordeling | None:
    """One review."""
    rij = r.row(
        "SELECT h.*, c.nummer, c.status AS casusstatus, coalesce(v.vastgesteld_op, w.datum) AS vorige_op "
        "FROM herbeoordeling h JOIN casus c ON c.id = h.casus_id JOIN weging w ON w.id = c.weging_id "
        "LEFT JOIN herbeoordeling v ON v.id = h.vorige_id WHERE h.id = ?",
        herbeoordeling_id,
    )
    if rij is None:
        return None
    return Herbeoordeling(
        id=rij["id"],
        dossier_id=rij["dossier_id"],
        casus_id=rij["casus_id"],
        kader_id=rij["kader_id"],
        casusnummer=rij["nummer"],
        status=rij["status"],
        datum=date.fromisoformat(rij["datum"]),
        vorige_op=date.fromisoformat(rij["vorige_op"]),
        uitkomst=Uitkomst(
            rij["uitkomst"],
            rij["noodzaak"],
            rij["subsidiariteit"],
            rij["proportionaliteit"],
            lees_dag(rij["volgende_op"]),
        ),
        vastgesteld_op=lees_dag(rij["vastgesteld_op"]),
        casus_gesloten=rij["casusstatus"] in CASUS_DICHT,
    )


def open_herbeoordeling(r: Lezer, casus_id: int) -> int | None:
    """The review of this casus that is not vastgesteld."""
    waarde = r.value("SELECT id FROM herbeoordeling WHERE casus_id = ? AND status = 'concept'", casus_id)
    return waarde if isinstance(waarde, int) else None


def laatste_herbeoordeling(r: Lezer, casus_id: int) -> int | None:
    """The last review of this casus that was vastgesteld."""
    waarde = r.value(
        "SELECT id FROM herbeoordeling WHERE casus_id = ? AND status = 'vastgesteld' "
        "ORDER BY vastgesteld_op DESC, julianday(vastgelegd_op) DESC LIMIT 1",
        casus_id,
    )
    return waarde if isinstance(waarde, int) else None


def vergelijk(r: Lezer, herbeoordeling_id: int, kader: Kader) -> tuple[Criteriumvergelijking, ...]:
    """Every criterium: the answer of the last review, or else of the weging, beside the one of now."""
    rij = r.row(
        "SELECT h.vorige_id, c.weging_id FROM herbeoordeling h JOIN casus c ON c.id = h.casus_id "
        "WHERE h.id = ?",
        herbeoordeling_id,
    )
    if rij is None:
        return ()
    if rij["vorige_id"] is not None:
        eerder = r.rows(
            "SELECT criterium, antwoord, reden FROM herbeoordeling_criterium WHERE herbeoordeling_id = ?",
            rij["vorige_id"],
        )
    else:
        eerder = r.rows(
            "SELECT criterium, antwoord, reden FROM weging_criterium WHERE weging_id = ?", rij["weging_id"]
        )
    toen = {e["criterium"]: (e["antwoord"], e["reden"]) for e in eerder}
    nu = {
        n["criterium"]: Heroordeel(n["criterium"], n["antwoord"], n["reden"], n["wat_veranderde"])
        for n in r.rows(
            "SELECT * FROM herbeoordeling_criterium WHERE herbeoordeling_id = ?", herbeoordeling_id
        )
    }
    alle = [c for lijst in kaarten(kader) for c in lijst]
    return tuple(
        Criteriumvergelijking(nummer, c.code, c.korte_naam, *toen.get(c.code, ("", "")), nu.get(c.code))
        for nummer, c in enumerate(alle, start=1)
    )


_GEGEVENS = (
    "SELECT i.id, i.tekst, i.bron, coalesce(p.naam, i.gever) AS van, a.actueel, a.toelichting, coalesce(("
    "SELECT v.actueel FROM actualiteit v JOIN herbeoordeling h ON h.id = v.herbeoordeling_id "
    "WHERE v.informatie_id = i.id AND h.status = 'vastgesteld' AND h.id <> ?1 "
    "ORDER BY h.vastgesteld_op DESC, julianday(h.vastgelegd_op) DESC LIMIT 1), '') AS toen "
    "FROM informatie i LEFT JOIN partij p ON p.id = i.partij_id "
    "LEFT JOIN actualiteit a ON a.informatie_id = i.id AND a.herbeoordeling_id = ?1 "
    "WHERE i.dossier_id = ?2 AND i.geschrapt = 0 AND i.tekst <> '' "
    "AND julianday(i.vastgelegd_op) <= (SELECT julianday(vastgelegd_op) FROM herbeoordeling WHERE id = ?1) "
    f"AND {NIET_BEPERKT} ORDER BY i.ontvangen_op, julianday(i.vastgelegd_op), i.id"
)


def gegevens(r: Lezer, blad: Herbeoordeling) -> tuple[Gegeven, ...]:
    """The items that this review asks of: there when it began, not struck, restricted or out of date before.

    Of a review that is vastgesteld: those that were answered.
    """
    rijen = r.rows(_GEGEVENS, blad.id, blad.dossier_id)
    alle = [
        Gegeven(
            rij["id"],
            bron_en_inbrenger(rij["bron"], rij["van"]),
            rij["tekst"],
            rij["toen"],
            Actualiteit(rij["actueel"], rij["toelichting"]) if rij["actueel"] else None,
        )
        for rij in rijen
    ]
    klaar = blad.status == VASTGESTELD
    return tuple(g for g in alle if g.nu is not None or not (klaar or g.toen == NEE))


def achterhaald(r: Lezer, dossier_id: int) -> dict[int, Achterhaald]:
    """The items whose last answer in a review that is vastgesteld was that they no longer hold."""
    rijen = r.rows(
        "SELECT a.informatie_id, a.actueel, a.toelichting, h.vastgesteld_op FROM actualiteit a "
        "JOIN herbeoordeling h ON h.id = a.herbeoordeling_id "
        "WHERE a.dossier_id = ? AND h.status = 'vastgesteld' "
        "ORDER BY h.vastgesteld_op, julianday(h.vastgelegd_op)",
        dossier_id,
    )
    laatste = {rij["informatie_id"]: rij for rij in rijen}
    return {
        item: Achterhaald(date.fromisoformat(rij["vastgesteld_op"][:10]), rij["toelichting"])
        for item, rij in laatste.items()
        if rij["actueel"] == NEE
    }


def weerlegd(r: Lezer, dossier_id: int) -> tuple[Weerlegd, ...]:
    """The items that no longer hold: reported as wrong, or found out of date by a review; never left out."""
    rijen = r.rows(
        "SELECT i.id, i.tekst, i.bron, coalesce(p.naam, i.gever) AS van FROM informatie i "
        "LEFT JOIN partij p ON p.id = i.partij_id "
        f"WHERE i.dossier_id = ? AND i.geschrapt = 0 AND i.tekst <> '' AND {NIET_BEPERKT} "
        "ORDER BY i.ontvangen_op, julianday(i.vastgelegd_op), i.id",
        dossier_id,
    )
    gemeld = {
        rij["informatie_id"]: rij
        for rij in r.rows(
            "SELECT informatie_id, soort, gemeld_op, juist FROM informatiecorrectie WHERE dossier_id = ? "
            "ORDER BY gemeld_op, julianday(vastgelegd_op)",
            dossier_id,
        )
    }
    oud = achterhaald(r, dossier_id)
    uit = []
    for rij in rijen:
        van, melding, eerder = (
            bron_en_inbrenger(rij["bron"], rij["van"]),
            gemeld.get(rij["id"]),
            oud.get(rij["id"]),
        )
        if melding:
            dag = date.fromisoformat(melding["gemeld_op"])
            uit.append(Weerlegd(van, rij["tekst"], melding["soort"], dag, melding["juist"]))
        elif eerder:
            uit.append(Weerlegd(van, rij["tekst"], "", eerder.op, eerder.toelichting))
    return tuple(uit)


def nieuw_sinds(r: Lezer, dossier_id: int, dag: date) -> tuple[str, ...]:
    """What was brought in since that day and still stands."""
    rijen = r.rows(
        "SELECT i.tekst, coalesce(p.naam, i.gever) AS van FROM informatie i "
        "LEFT JOIN partij p ON p.id = i.partij_id "
        "WHERE i.dossier_id = ? AND i.geschrapt = 0 AND substr(i.vastgelegd_op, 1, 10) > ? "
        f"AND {NIET_BEPERKT} "
        "ORDER BY julianday(i.vastgelegd_op)",
        dossier_id,
        dag,
    )
    return tuple(f"{rij['van']}: {rij['tekst']}" if rij["van"] else rij["tekst"] for rij in rijen)

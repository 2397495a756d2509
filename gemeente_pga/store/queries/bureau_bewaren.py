# SPDX-License-Identifier: EUPL-1.2
"""What waits in keeping and destroying: no end yet, an end near or past, a suspension to look at again."""

from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.los import PLEK, einddatum
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bewaarlijst import zonder_einddatum
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.los import te_vernietigen


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """All points about keeping and destroying."""
    return [
        *_zonder(r, kader),
        *_einde(r, vandaag),
        *_opgeschort(r, vandaag),
        *_machtigen(r),
        *_bevestigen(r),
        *_vernietigen(r, vandaag),
        *_verklaren(r),
        *_los(r, kader, vandaag),
    ]


def _zonder(r: Lezer, kader: Kader) -> list[Aandacht]:
    """One point for all of them: the answer is one list."""
    dossiers, sinds = zonder_einddatum(r)
    del kader
    if not dossiers:
        return []
    wat = "1 gesloten dossier" if dossiers == 1 else f"{getal(dossiers)} gesloten dossiers"
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Bewaring vaststellen: {wat} zonder einddatum",
            "Zolang niemand de bewaartermijn vaststelt, eindigt het bewaren niet.",
            "termijnen",
            None,
            "bewaren",
            sinds=sinds,
        )
    ]


def _einde(r: Lezer, vandaag: date) -> list[Aandacht]:
    """Not those on a list that runs: the list has a point of its own. A line that was refused is off it."""
    rijen = r.rows(
        "SELECT b.dossier_id, d.nummer, b.einde FROM bewaring b JOIN dossier d ON d.id = b.dossier_id "
        "WHERE b.einde IS NOT NULL AND b.herinneren_op <= ? AND NOT EXISTS ("
        "SELECT 1 FROM vernietigingsregel x JOIN vernietigingslijst l ON l.id = x.lijst_id "
        "WHERE x.dossier_id = b.dossier_id AND l.status IN ('ter_machtiging', 'gemachtigd') "
        "AND x.oordeel <> 'niet_akkoord' AND x.ongedaan_op IS NULL) ORDER BY b.einde LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [_einde_van(b["nummer"], date.fromisoformat(b["einde"]), vandaag) for b in rijen]


def _einde_van(nummer: str, einde: date, vandaag: date) -> Aandacht:
    voorbij = einde <= vandaag
    wat = "Vernietigen voorbereiden" if voorbij else "Bewaartermijn loopt af"
    zin = f"De bewaartermijn {'liep' if voorbij else 'loopt'} tot {datum_kort(einde)}."
    return Aandacht(
        Onderwerp.BEWAREN, f"{wat}: dossier {nummer}", zin, "termijnen", None, "bewaren", voor=einde
    )


def _opgeschort(r: Lezer, vandaag: date) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT o.id, o.dossier_id, d.nummer, o.nakijken_op, o.vanaf FROM opschorting o "
        "JOIN dossier d ON d.id = o.dossier_id WHERE o.opgeheven_op IS NULL AND o.nakijken_op <= ? "
        "ORDER BY o.nakijken_op LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Nakijken of vernietigen nog moet wachten: dossier {o['nummer']}",
            f"Opgeschort sinds {datum_kort(date.fromisoformat(o['vanaf']))}.",
            "dossier",
            o["dossier_id"],
            f"opschorting:{o['id']}",
            voor=date.fromisoformat(o["nakijken_op"]),
        )
        for o in rijen
    ]


def _machtigen(r: Lezer) -> list[Aandacht]:
    """Lists that somebody else has to decide on; the answer is put on record on the list."""
    rijen = r.rows(
        "SELECT id, nummer, opgesteld_op FROM vernietigingslijst WHERE status = 'ter_machtiging' "
        "ORDER BY opgesteld_op, id LIMIT ?",
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Machtiging vastleggen: lijst {x['nummer']}",
            f"Opgesteld op {datum_kort(date.fromisoformat(x['opgesteld_op']))}. De archivaris of de "
            "gemeentesecretaris besluit.",
            "vernietiging",
            x["id"],
            sinds=date.fromisoformat(x["opgesteld_op"]),
        )
        for x in rijen
    ]


def _bevestigen(r: Lezer) -> list[Aandacht]:
    """Allowed, and nobody typed the number yet: one point for each list, on the first of those lines."""
    rijen = r.rows(
        "SELECT l.id, l.nummer, l.machtiging_op, min(x.id) AS regel_id, count(*) AS aantal "
        "FROM vernietigingslijst l JOIN vernietigingsregel x ON x.lijst_id = l.id "
        "WHERE l.status = 'gemachtigd' AND x.oordeel = 'akkoord' AND x.bevestigd_op IS NULL "
        "AND x.ongedaan_op IS NULL GROUP BY l.id ORDER BY l.machtiging_op, l.id LIMIT ?",
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Vernietigen bevestigen: lijst {x['nummer']}",
            ("1 dossier wacht" if x["aantal"] == 1 else f"{getal(x['aantal'])} dossiers wachten")
            + " op uw bevestiging. Daarna begint de bedenktijd.",
            "vernietiging",
            x["id"],
            f"vernietigingsregel:{x['regel_id']}",
            sinds=date.fromisoformat(x["machtiging_op"]),
        )
        for x in rijen
    ]


def _vernietigen(r: Lezer, vandaag: date) -> list[Aandacht]:
    """The days to undo it have gone by; nothing happens until somebody does it."""
    rijen = r.rows(
        "SELECT x.id, x.lijst_id, x.volgnummer, l.nummer, x.uitvoeren_vanaf FROM vernietigingsregel x "
        "JOIN vernietigingslijst l ON l.id = x.lijst_id WHERE l.status = 'gemachtigd' "
        "AND x.uitvoeren_vanaf <= ? AND x.ongedaan_op IS NULL ORDER BY x.uitvoeren_vanaf LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Dossier vernietigen: lijst {x['nummer']}, regel {x['volgnummer']}",
            "De bedenktijd is voorbij. Het programma vernietigt niets vanzelf.",
            "vernietiging",
            x["lijst_id"],
            f"vernietigingsregel:{x['id']}",
            voor=date.fromisoformat(x["uitvoeren_vanaf"]),
        )
        for x in rijen
    ]


def _verklaren(r: Lezer) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT l.id, l.nummer, (SELECT max(v.op) FROM vernietiging v WHERE v.lijst_id = l.id) AS op "
        "FROM vernietigingslijst l WHERE l.status = 'uitgevoerd' AND l.afgerond_op IS NULL "
        "ORDER BY l.nummer LIMIT ?",
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Verklaring van vernietiging maken: lijst {x['nummer']}",
            "Alles op deze lijst is afgehandeld.",
            "vernietiging",
            x["id"],
            sinds=date.fromisoformat(x["op"]) if x["op"] else None,
        )
        for x in rijen
    ]


def _los(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """One point for all notes and requests without a dossier: the answer is one list."""
    stukken = te_vernietigen(r, kader, vandaag)
    if not stukken:
        return []
    wat = "1 notitie of verzoek" if len(stukken) == 1 else f"{getal(len(stukken))} notities of verzoeken"
    return [
        Aandacht(
            Onderwerp.BEWAREN,
            f"Vernietigen: {wat} zonder dossier",
            "De bewaartermijn is voorbij. Vraag de archivaris om een machtiging.",
            "termijnen",
            None,
            PLEK,
            voor=min(dag for stuk in stukken if (dag := einddatum(stuk.feiten)) is not None),
        )
    ]


BRON = Bureaubron(
    punten,
    frozenset(
        {
            "bewaring",
            "bewaarverlenging",
            "opschorting",
            "signaal",
            "casus",
            "vernietigingslijst",
            "vernietigingsregel",
            "telefoonnotitie",
            "verzoek",
            "exemplaar",
            "kaderwaarde",
            "vaststelling",
        }
    ),
)

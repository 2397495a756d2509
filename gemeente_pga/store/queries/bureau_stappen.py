# SPDX-License-Identifier: EUPL-1.2
"""What waits in the steps of a dossier: holds that end, an interim decision, a casus long open."""

from datetime import date, timedelta

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron

_VOORUIT = timedelta(days=7)


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """All points about steps."""
    return [
        *_aanhoudingen(r, kader, vandaag),
        *_voorlopig(r, vandaag),
        *_lang_open(r, kader, vandaag),
        *_overdrachten(r),
    ]


def _aanhoudingen(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Holds whose last day is near or has gone by; they stay until somebody says how it goes on."""
    rijen = r.rows(
        "SELECT a.id, a.dossier_id, d.nummer, a.wat, a.tot, p.naam AS partij FROM ("
        "SELECT * FROM aanhouding WHERE beeindigd_op IS NULL AND tot <= ? ORDER BY tot LIMIT ?) a "
        "CROSS JOIN dossier d ON d.id = a.dossier_id CROSS JOIN partij p ON p.id = a.partij_id "
        "ORDER BY a.tot",
        vandaag + _VOORUIT,
        PER_SOORT,
    )
    punten = []
    for a in rijen:
        tot = date.fromisoformat(a["tot"])
        wat = midden_in_zin(kader.label("aanhouden_wat", a["wat"]))
        loopt = "liep" if tot < vandaag else "loopt"
        zin = f"{a['partij']} vroeg te wachten met {wat}. Dat {loopt} tot en met {datum_kort(tot)}."
        punten.append(
            Aandacht(
                Onderwerp.AANHOUDING,
                f"Vastleggen hoe het verder gaat na het wachten: dossier {a['nummer']}",
                zin,
                "dossier",
                a["dossier_id"],
                f"aanhouding:{a['id']}",
                voor=tot,
            )
        )
    return punten


def _voorlopig(r: Lezer, vandaag: date) -> list[Aandacht]:
    """An interim decision in acute danger that all three have not confirmed, from the day they would.

    There are few of those: the + leaves the query to their own index.
    """
    rijen = r.rows(
        "SELECT w.id, d.nummer, w.datum, w.onvolledig_opvolgdatum AS dag, ws.signaal_id FROM weging w "
        "CROSS JOIN dossier d ON d.id = w.dossier_id CROSS JOIN weging_signaal ws ON ws.weging_id = w.id "
        "CROSS JOIN signaal s ON s.id = ws.signaal_id "
        "WHERE w.soort = 'voorlopig' AND +w.status = 'vastgesteld' AND s.status = 'in_weging' "
        "AND NOT EXISTS (SELECT 1 FROM weging v WHERE v.dossier_id = w.dossier_id AND v.status = 'concept') "
        "GROUP BY w.id ORDER BY w.datum LIMIT ?",
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.WEGING,
            f"Voorlopig besluit laten bevestigen: dossier {w['nummer']}",
            f"Op {datum_kort(date.fromisoformat(w['datum']))} besloten niet alle drie de kernpartijen mee.",
            "signaal",
            w["signaal_id"],
            "wegingButton",
            voor=date.fromisoformat(w["dag"]) if w["dag"] else vandaag,
        )
        for w in rijen
    ]


def _lang_open(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """A working agreement of the kader, if it has a term: a casus that is open this long is looked at."""
    termijn = kader.streeftermijn("casus_lang_open").periode
    if termijn is None:
        return []
    rijen = r.rows(
        "SELECT dossier_id, nummer, geopend_op FROM casus WHERE gesloten_op IS NULL AND geopend_op <= ? "
        "ORDER BY geopend_op LIMIT ?",
        termijn.before(vandaag),
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.HERBEOORDELING,
            f"Nagaan of de aanpak nog nodig is: casus {c['nummer']}",
            f"Deze casus is open sinds {datum_kort(dag)}. Dat is langer dan {termijn.woorden}.",
            "dossier",
            c["dossier_id"],
            "herbeoordeling",
            voor=termijn.after(dag),
        )
        for c in rijen
        for dag in (date.fromisoformat(c["geopend_op"]),)
    ]


def _overdrachten(r: Lezer) -> list[Aandacht]:
    """What was offered to another municipality and not answered."""
    rijen = r.rows(
        "SELECT o.id, o.dossier_id, d.nummer, o.gemeente, o.aangeboden_op FROM overdracht o "
        "JOIN dossier d ON d.id = o.dossier_id "
        "WHERE o.bevestigd_op IS NULL AND o.geweigerd_op IS NULL ORDER BY o.aangeboden_op LIMIT ?",
        PER_SOORT,
    )
    return [
        Aandacht(
            Onderwerp.HOUDER,
            f"Vragen of de overdracht is ontvangen: dossier {o['nummer']}",
            f"U bood dit aan {o['gemeente']} aan op {datum_kort(dag)}. Er is nog niet bevestigd.",
            "dossier",
            o["dossier_id"],
            f"overdracht:{o['id']}",
            sinds=dag,
        )
        for o in rijen
        for dag in (date.fromisoformat(o["aangeboden_op"]),)
    ]


BRON = Bureaubron(punten, frozenset({"aanhouding", "weging", "casus", "overdracht"}))

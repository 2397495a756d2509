# SPDX-License-Identifier: EUPL-1.2
"""What asks attention now: one query for each kind of point, with a limit, so that Bureau opens at once."""

from datetime import date
from typing import Any

from gemeente_pga.domain import bureau
from gemeente_pga.domain.bureau import Aandacht, Afspraak
from gemeente_pga.domain.dossier import GESLOTEN
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Kader
from gemeente_pga.domain.staten import staten
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries import (
    bureau_bewaren,
    bureau_gegevens,
    bureau_houders,
    bureau_kader,
    bureau_rechten,
    bureau_stappen,
    bureau_verantwoording,
    waarneming,
)
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.sleutels import herstelcode_gebruikt

# Subjects with a module of their own.
BRONNEN: tuple[Bureaubron, ...] = (
    bureau_kader.BRON,
    bureau_houders.BRON,
    bureau_rechten.BRON,
    bureau_stappen.BRON,
    bureau_gegevens.BRON,
    bureau_bewaren.BRON,
    bureau_verantwoording.BRON,
)
_OPEN_CASUS = "({})".format(
    ", ".join(f"'{staat}'" for staat in staten("casus") if ("casus", staat) not in GESLOTEN)
)


def aandacht(r: Lezer, kader: Kader, vandaag: date, *, oefenkluis: bool = False) -> tuple[Aandacht, ...]:
    """All points, soonest first. A practice kluis needs no backup."""
    punten = [
        *_notities(r),
        *_terugbellen(r),
        *_signalen(r),
        *_weegploeg_inlichten(r),
        *_wegingen(r),
        *_informeren(r, vandaag),
        *_herbeoordelingen(r, vandaag),
        *_plannen(r, kader, vandaag),
        *_acties(r, vandaag),
        *_verslagen(r, vandaag),
        *_concepten(r),
        *_half_herzien(r),
        *(punt for bron in BRONNEN for punt in bron.punten(r, kader, vandaag)),
    ]
    if not oefenkluis:
        stand = backupstand(r)
        gevraagd = (
            bureau.herstelblad(herstelcode_gebruikt(r), vandaag),
            bureau.backup(stand, vandaag),
            bureau.oefenen(stand, vandaag),
        )
        punten += [punt for punt in gevraagd if punt is not None]
    herkomst = str(r.value("SELECT herkomst FROM handeling ORDER BY n DESC LIMIT 1") or "")
    over = waarneming.aantal_over_te_doen(r)
    toestand = waarneming.toestand(r, herkomst)
    for punt in (
        bureau.waarneming(toestand, waarneming.waarneming(r), vandaag),
        bureau.overdoen(over, vandaag),
    ):
        if punt is not None:
            punten.append(punt)
    if kader.status == NIET_VASTGESTELD:
        punten.append(bureau.kader_niet_vastgesteld(kader.korte_titel))
    return bureau.sort_aandacht(punten, vandaag)


def afspraken(r: Lezer, vandaag: date) -> tuple[Afspraak, ...]:
    """The next meetings: of the weegploeg and of the casusoverleg."""
    weegploeg = r.rows(
        "SELECT geagendeerd_voor AS dag, count(*) AS aantal, min(id) AS id FROM signaal "
        "WHERE status = 'geagendeerd' AND geagendeerd_voor >= ? GROUP BY geagendeerd_voor ORDER BY 1 LIMIT 5",
        vandaag,
    )
    overleggen = r.rows(
        "SELECT o.*, (SELECT count(*) FROM bespreking b WHERE b.overleg_id = o.id) AS aantal FROM ("
        "SELECT id, datum AS dag, begin FROM overleg WHERE datum >= ? AND status = 'voorbereiding' "
        "ORDER BY datum, begin LIMIT 5) o",
        vandaag,
    )
    alle = [
        *(_afspraak(rij, "Weegploeg", "signaal", "signalen", "signaal") for rij in weegploeg),
        *(_afspraak(rij, "Casusoverleg", "casus", "casussen", "overleg") for rij in overleggen),
    ]
    return tuple(sorted(alle, key=lambda a: (a.dag, a.tijd))[:5])


def _afspraak(rij: dict[str, Any], wat: str, een: str, meer: str, scherm: str) -> Afspraak:
    aantal = rij["aantal"]
    zin = f"{wat}, {aantal} {een if aantal == 1 else meer}" if aantal else wat
    return Afspraak(date.fromisoformat(rij["dag"]), rij.get("begin") or "", zin, scherm, rij["id"])


def _notities(r: Lezer) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT id, beller, acuut, ontvangen_op, "
        "teruggebeld = '' AND (beller <> '' OR terugbelnummer <> '') AS terugbellen FROM telefoonnotitie "
        "WHERE signaal_id IS NULL AND afgehandeld_op IS NULL ORDER BY julianday(ontvangen_op) LIMIT ?",
        PER_SOORT,
    )
    return [
        bureau.notitie(
            n["id"],
            beller=n["beller"],
            acuut=bool(n["acuut"]),
            ontvangen_op=n["ontvangen_op"],
            terugbellen=bool(n["terugbellen"]),
        )
        for n in rijen
    ]


def _terugbellen(r: Lezer) -> list[Aandacht]:
    """Worked out already, and nobody called back before the weging."""
    vragen = ", ".join("?" * len(bureau.VOOR_WEGING))
    rijen = r.rows(
        f"""SELECT n.id, d.nummer, n.acuut, n.ontvangen_op FROM telefoonnotitie n
             CROSS JOIN signaal s ON s.id = n.signaal_id CROSS JOIN dossier d ON d.id = s.dossier_id
             WHERE n.teruggebeld = '' AND (n.beller <> '' OR n.terugbelnummer <> '')
               AND s.status IN ({vragen}) ORDER BY julianday(n.ontvangen_op) LIMIT ?""",
        *bureau.VOOR_WEGING,
        PER_SOORT,
    )
    return [
        bureau.terugbellen(
            n["id"], nummer=n["nummer"], acuut=bool(n["acuut"]), ontvangen_op=n["ontvangen_op"]
        )
        for n in rijen
    ]


def _signalen(r: Lezer) -> list[Aandacht]:
    vragen = ", ".join("?" * len(bureau.WACHTEND))
    rijen = r.rows(
        f"""SELECT s.id, d.nummer, s.status, s.ontvangen_op, s.geagendeerd_voor, s.vraag_voor,
                   s.acuut AND NOT EXISTS (SELECT 1 FROM spoed x WHERE x.signaal_id = s.id) AS spoed_nodig
              FROM (SELECT id FROM signaal
                     WHERE status IN ({vragen}) AND NOT (status = 'opgenomen' AND EXISTS (
                           SELECT 1 FROM casus c WHERE c.dossier_id = signaal.dossier_id))
                     ORDER BY acuut DESC, julianday(ontvangen_op) LIMIT ?) t
              CROSS JOIN signaal s ON s.id = t.id CROSS JOIN dossier d ON d.id = s.dossier_id""",
        *bureau.WACHTEND,
        PER_SOORT,
    )
    return [
        bureau.signaal(
            s["id"],
            nummer=s["nummer"],
            status=s["status"],
            ontvangen_op=s["ontvangen_op"],
            spoed_nodig=bool(s["spoed_nodig"]),
            geagendeerd_voor=lees_dag(s["geagendeerd_voor"]),
            vraag_voor=lees_dag(s["vraag_voor"]),
        )
        for s in rijen
    ]


def _weegploeg_inlichten(r: Lezer) -> list[Aandacht]:
    """Closed or handed over before any weging, and notes that led nowhere. The + as below."""
    rijen = r.rows(
        """SELECT t.soort, t.id, coalesce(d.nummer, '') AS nummer, t.dag FROM (
           SELECT 'signaal' AS soort, s.id, s.dossier_id, s.gesloten_op AS dag FROM signaal s
            WHERE +s.status IN ('afgesloten', 'overgedragen') AND s.weegploeg_bericht_op IS NULL
              AND s.gesloten_op IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM weging_signaal w WHERE w.signaal_id = s.id)
           UNION ALL
           SELECT 'telefoonnotitie', n.id, NULL, n.afgehandeld_op FROM telefoonnotitie n
            WHERE n.afgehandeld_op IS NOT NULL AND n.weegploeg_bericht_op IS NULL
           ORDER BY dag LIMIT ?) t LEFT JOIN dossier d ON d.id = t.dossier_id ORDER BY t.dag""",
        PER_SOORT,
    )
    return [
        bureau.weegploeg_inlichten(
            i["soort"], i["id"], nummer=i["nummer"], dag=date.fromisoformat(i["dag"][:10])
        )
        for i in rijen
    ]


def _wegingen(r: Lezer) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT w.id, w.datum, d.nummer FROM weging w JOIN dossier d ON d.id = w.dossier_id "
        "WHERE w.status = 'concept' ORDER BY w.datum LIMIT ?",
        PER_SOORT,
    )
    return [bureau.weging(w["id"], nummer=w["nummer"], dag=date.fromisoformat(w["datum"])) for w in rijen]


def _informeren(r: Lezer, vandaag: date) -> list[Aandacht]:
    """From the casus; from the last weging where no casus came of it. The + leaves the index to the date."""
    tot = vandaag + bureau.VOORUIT
    rijen = r.rows(
        f"""SELECT t.dossier_id, d.nummer, t.dag FROM (
            SELECT c.dossier_id, c.informeren_opnieuw_op AS dag
              FROM casus c
             WHERE c.informeren_opnieuw_op <= ?1 AND c.informeren IN ('later', 'nee')
               AND c.geinformeerd_op IS NULL AND +c.status IN {_OPEN_CASUS}
            UNION ALL
            SELECT w.dossier_id, w.informeren_opnieuw_op
              FROM weging w
             WHERE w.informeren_opnieuw_op <= ?1 AND w.informeren IN ('later', 'nee')
               AND +w.status = 'vastgesteld'
               AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = w.dossier_id)
               AND NOT EXISTS (
                   SELECT 1 FROM weging x
                    WHERE x.dossier_id = w.dossier_id AND x.informeren_opnieuw_op <= ?1
                      AND x.informeren IN ('later', 'nee') AND x.status = 'vastgesteld'
                      AND (x.informeren_opnieuw_op, x.id) > (w.informeren_opnieuw_op, w.id))
             ORDER BY dag LIMIT ?2) t
            CROSS JOIN dossier d ON d.id = t.dossier_id ORDER BY t.dag""",
        tot,
        PER_SOORT,
    )
    return [
        bureau.informeren(i["dossier_id"], nummer=i["nummer"], voor=date.fromisoformat(i["dag"]))
        for i in rijen
    ]


def _herbeoordelingen(r: Lezer, vandaag: date) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT dossier_id, nummer, volgende_herbeoordeling AS dag FROM casus "
        f"WHERE volgende_herbeoordeling <= ? AND status IN {_OPEN_CASUS} ORDER BY dag LIMIT ?",
        vandaag + bureau.VOORUIT,
        PER_SOORT,
    )
    return [
        bureau.herbeoordeling(h["dossier_id"], nummer=h["nummer"], voor=date.fromisoformat(h["dag"]))
        for h in rijen
    ]


def _plannen(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """A working agreement of the kader, if it has a term: a casus runs no longer than that without a plan."""
    termijn = kader.streeftermijn("plan_van_aanpak").periode
    if termijn is None:
        return []
    rijen = r.rows(
        f"""SELECT c.dossier_id, c.nummer, c.geopend_op FROM casus c
             WHERE c.status IN {_OPEN_CASUS} AND c.geopend_op <= ?
               AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.casus_id = c.id AND p.status = 'vastgesteld')
             ORDER BY c.geopend_op LIMIT ?""",
        termijn.before(vandaag),
        PER_SOORT,
    )
    return [
        bureau.plan(p["dossier_id"], nummer=p["nummer"], geopend_op=dag, voor=termijn.after(dag))
        for p in rijen
        for dag in (date.fromisoformat(p["geopend_op"]),)
    ]


def _acties(r: Lezer, vandaag: date) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT a.dossier_id, c.nummer, a.wie, a.wat, a.voor FROM actie a JOIN casus c ON c.id = a.casus_id "
        "WHERE a.status IN ('open', 'loopt') AND a.voor < ? ORDER BY a.voor LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [
        bureau.actie(
            a["dossier_id"],
            nummer=a["nummer"],
            wie=a["wie"],
            wat=a["wat"],
            voor=date.fromisoformat(a["voor"]),
        )
        for a in rijen
    ]


def _verslagen(r: Lezer, vandaag: date) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT id, datum, status, reageren_voor FROM overleg WHERE status IN ('concept', 'ter_reactie') "
        "OR (status = 'voorbereiding' AND datum < ?) ORDER BY datum LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    return [
        bureau.verslag(
            o["id"],
            datum=date.fromisoformat(o["datum"]),
            status=o["status"],
            reageren_voor=lees_dag(o["reageren_voor"]),
        )
        for o in rijen
    ]


def _concepten(r: Lezer) -> list[Aandacht]:
    rijen = r.rows(
        "SELECT soort, sleutel, bewaard_op FROM concept WHERE soort <> 'lijst' "
        "ORDER BY julianday(bewaard_op) DESC LIMIT ?",
        PER_SOORT,
    )
    punten = (bureau.concept(c["soort"], c["sleutel"], c["bewaard_op"]) for c in rijen)
    return [punt for punt in punten if punt]


def _half_herzien(r: Lezer) -> list[Aandacht]:
    """A review with typing in it, once: at what was typed last."""
    rijen = r.rows(
        "SELECT soort, sleutel, bewaard_op FROM concept WHERE soort GLOB 'herbeoordeling_*' "
        "ORDER BY julianday(bewaard_op) DESC"
    )
    uit: dict[int, Aandacht | None] = {}
    for c in rijen:
        deel, _, rij = c["soort"].removeprefix("herbeoordeling_").partition("_")
        kolom = "dossier_id" if rij else "id"  # a row keeps its typing by dossier, the outcome by review
        blad_id = r.value(
            f"SELECT id FROM herbeoordeling WHERE {kolom} = ? AND status = 'concept'", int(c["sleutel"])
        )
        if blad_id is not None:
            plek = f"{blad_id}:{deel}:{rij}" if rij else str(blad_id)
            uit.setdefault(blad_id, bureau.concept("herbeoordeling", plek, c["bewaard_op"]))
    return [punt for punt in uit.values() if punt]

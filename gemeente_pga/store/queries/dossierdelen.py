# SPDX-License-Identifier: EUPL-1.2
"""Three parts of the printed dossier: signals, consultaties and the plan. Codes become words here.

Lines of a signal that a partner does not want passed on are left out, as the item made of that line says;
the name of a reporter stands in it only when the reporter agreed.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gemeente_pga.domain import stappen, stukken
from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, DELEN, NIET_OP_PAPIER, lines_of
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.notitie import KAN_NIET
from gemeente_pga.domain.plan import Interventie, Plan
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.beperking import beperkte_items
from gemeente_pga.store.queries.consultatie import consultaties_van_dossier
from gemeente_pga.store.queries.signaal import notities_van_signaal

_WEGGELATEN = "[Eén regel is weggelaten: niet bestemd om verder te verstrekken.]"


def planstuk(plan: Plan | None, kader: Kader) -> stukken.Plan:
    """The plan van aanpak as a document shows it."""
    if plan is None:
        return stukken.Plan(versie=1, status="nog niet gemaakt")
    nummers = {doel.id: nummer for nummer, doel in enumerate(plan.doelen, start=1)}

    return stukken.Plan(
        versie=plan.versie,
        status=plan.status,
        vastgesteld_op=plan.vastgesteld_op,
        doelen=tuple(
            stukken.Doel(
                nummer=nummers[d.id],
                tekst=d.inhoud.tekst,
                leefgebied=kader.woord("leefgebied", d.inhoud.leefgebied),
            )
            for d in plan.doelen
        ),
        risico=_factoren(plan, "risico", kader),
        beschermend=_factoren(plan, "beschermend", kader),
        interventies=tuple(_interventie(i.inhoud, nummers, kader) for i in plan.interventies),
        bij_verergering=plan.kop.bij_verergering,
        bij_verbetering=plan.kop.bij_verbetering,
        herbeoordeling_op=plan.kop.herbeoordeling_op,
    )


def _factoren(plan: Plan, soort: str, kader: Kader) -> tuple[stukken.Factor, ...]:
    return tuple(
        stukken.Factor(
            tekst=f.inhoud.tekst,
            leefgebied=kader.woord("leefgebied", f.inhoud.leefgebied),
            bron=f.inhoud.bron,
        )
        for f in plan.factoren
        if f.inhoud.soort == soort
    )


def _interventie(i: Interventie, nummers: Mapping[int, int], kader: Kader) -> stukken.Interventie:
    """nummers: of the goals, by their id."""
    return stukken.Interventie(
        omschrijving=i.omschrijving,
        eigenaar=i.eigenaar,
        soort=kader.woord("interventiesoort", i.soort),
        leefgebied=kader.woord("leefgebied", i.leefgebied),
        grondslag=kader.grondslag(i.grondslag).naam if i.grondslag else "",
        vrijwillig=i.vrijwillig,
        beslisser=i.beslisser,
        start=i.start,
        einde=i.einde,
        maat=i.maat,
        stand=kader.woord("interventiestand", i.stand),
        doel=nummers.get(i.doel_id or 0, 0),
        opnieuw_op=i.opnieuw_bekijken_op,
        effect=i.effect,
    )


def dossiersignalen(r: Lezer, dossier_id: int, kader: Kader) -> tuple[stukken.Dossiersignaal, ...]:
    """The signals as recorded, facts and opinions apart, the oldest first."""
    beperkt = beperkte_items(r, dossier_id)
    geblokkeerd = {
        (rij["signaal_id"], rij["signaal_deel"])
        for rij in r.rows(
            "SELECT id, signaal_id, signaal_deel, markering, verder_gebruik FROM informatie "
            "WHERE dossier_id = ? AND signaal_id IS NOT NULL",
            dossier_id,
        )
        if rij["id"] in beperkt
        or (
            rij["markering"] in NIET_OP_PAPIER
            and not (rij["markering"] == CITEREN_NA_AKKOORD and rij["verder_gebruik"])
        )
    }
    rijen = r.rows("SELECT * FROM signaal WHERE dossier_id = ? ORDER BY julianday(ontvangen_op)", dossier_id)
    namen = r.rows("SELECT onderwerp_id, naam FROM bijlage WHERE dossier_id = ?", dossier_id)
    return tuple(
        stukken.Dossiersignaal(
            nummer=str(nummer),
            soort=kader.woord("signaalsoort", rij["soort"]),
            ontvangen_op=date.fromisoformat(rij["ontvangen_op"][:10]),
            vastgelegd_op=lees_dag(rij["vastgelegd_op"]),
            gebeurd_op=lees_dag(rij["gebeurd_op"]),
            kanaal=kader.woord("kanaal", rij["kanaal"]),
            bron=_bron(rij, kader),
            teruggebeld=_teruggebeld(r, rij["id"]),
            **{veld: _vrije_regels(rij, veld, geblokkeerd) for veld in DELEN},
            eigen_opmerking=rij["eigen_opmerking"],
            status=stappen.label("signaal", rij["status"]),
            bijlagen=tuple(b["naam"] for b in namen if b["onderwerp_id"] == rij["id"]),
        )
        for nummer, rij in enumerate(rijen, start=1)
    )


def dossierbijlagen(r: Lezer, dossier_id: int, kader: Kader) -> tuple[stukken.Bijlage, ...]:
    """The files in the dossier, the oldest first; nothing but the day of one that may not be passed on."""
    signalen = r.rows(
        "SELECT id FROM signaal WHERE dossier_id = ? ORDER BY julianday(ontvangen_op)", dossier_id
    )
    bij = {("signaal", rij["id"]): f"signaal {nummer}" for nummer, rij in enumerate(signalen, start=1)}
    rijen = r.rows(
        "SELECT onderwerp_soort, onderwerp_id, naam, omschrijving, herkomst, ontvangen_op, grondslag, "
        "grondslag_gever, doel, categorie, verkregen, markering, vastgelegd_op FROM bijlage "
        "WHERE dossier_id = ? ORDER BY julianday(vastgelegd_op), naam",
        dossier_id,
    )
    return tuple(
        stukken.Bijlage(toegevoegd_op=dag)
        if rij["markering"] in NIET_OP_PAPIER
        else stukken.Bijlage(
            toegevoegd_op=dag,
            naam=rij["naam"],
            bij=bij.get((rij["onderwerp_soort"], rij["onderwerp_id"]), ""),
            omschrijving=rij["omschrijving"],
            herkomst=rij["herkomst"],
            ontvangen_op=lees_dag(rij["ontvangen_op"]),
            grondslag=kader.grondslag(rij["grondslag"]).naam if rij["grondslag"] else "",
            grondslag_gever=kader.grondslag(rij["grondslag_gever"]).naam if rij["grondslag_gever"] else "",
            doel=rij["doel"],
            categorie=kader.woord("categorie", rij["categorie"]),
            verkregen=kader.woord("verkregen", rij["verkregen"]),
        )
        for rij in rijen
        for dag in [date.fromisoformat(rij["vastgelegd_op"][:10])]
    )


def dossierconsultaties(r: Lezer, dossier_id: int) -> tuple[stukken.Consultatie, ...]:
    """The advice that was asked without naming anybody, the oldest first."""
    return tuple(
        stukken.Consultatie(
            datum=blad.inhoud.datum,
            organisatie=blad.inhoud.organisatie,
            functie=blad.inhoud.functie,
            titel=blad.inhoud.titel,
            gevraagd=blad.inhoud.gevraagd,
            advies=blad.inhoud.advies,
        )
        for blad in reversed(consultaties_van_dossier(r, dossier_id))
    )


def _teruggebeld(r: Lezer, signaal_id: int) -> str:
    """Was the caller called back? Without the number: it may be that of a confidential reporter."""
    zinnen = []
    for notitie in notities_van_signaal(r, signaal_id):
        terug = notitie.terugbellen
        if terug is None:
            zinnen.append("Nee" if notitie.wacht_op_terugbellen else "Kon niet: geen naam en geen nummer")
        elif terug.teruggebeld == KAN_NIET:
            zinnen.append("Kon niet")
        else:
            zinnen.append(f"Ja, op {moment_lang(terug.teruggebeld_op)}, via een bekend nummer")
    return "; ".join(zinnen)


def _vrije_regels(rij: Mapping[str, Any], veld: str, geblokkeerd: set[tuple[int, str]]) -> str:
    """The text as recorded; when a line may not be passed on, the lines that may."""
    regels = lines_of(rij[veld])
    dicht = {n for n in range(len(regels)) if (rij["id"], f"{veld}:{n}") in geblokkeerd}
    if not dicht:
        return str(rij[veld])
    return "\n".join(f"- {_WEGGELATEN if n in dicht else regel}" for n, regel in enumerate(regels))


def _bron(rij: Mapping[str, Any], kader: Kader) -> str:
    soort = rij["bron_organisatie"] or kader.woord("bron_soort", rij["bron_soort"])
    return f"{rij['melder_naam']}, {soort}" if rij["naam_noemen"] == "ja" and rij["melder_naam"] else soort

# SPDX-License-Identifier: EUPL-1.2
"""Four answers about a dossier, from what is recorded: why, on what ground, who knows what, until when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.aanhouding import aanhoudingen
from gemeente_pga.store.queries.bewaren import slotfeiten
from gemeente_pga.store.queries.casus import casus_van_dossier
from gemeente_pga.store.queries.houders import houdergroepen

_HOUDERS = 8


@dataclass(frozen=True, slots=True)
class Waarom:
    """Each answer as sentences, one to a line."""

    waarom: tuple[str, ...]
    grond: tuple[str, ...]
    wie_weet: tuple[str, ...]
    einde: tuple[str, ...]


VRAGEN = (
    ("waarom", "Waarom staat deze persoon hier?"),
    ("grond", "Op welke grond?"),
    ("wie_weet", "Wie weet wat?"),
    ("einde", "Wanneer houdt het op?"),
)
"""Field of Waarom and the question that it answers."""


def waarom(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> Waarom:
    """The four answers, for somebody who never saw this dossier."""
    return Waarom(
        waarom=(*_signalen(r, dossier_id, kader), *_besluiten(r, dossier_id, kader)),
        grond=_grond(r, dossier_id, kader),
        wie_weet=(*_houders(r, dossier_id), _betrokkene(r, dossier_id)),
        einde=_einde(r, dossier_id, vandaag),
    )


def _signalen(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT ontvangen_op, bron_soort, bron_organisatie FROM signaal WHERE dossier_id = ? "
        "ORDER BY julianday(ontvangen_op)",
        dossier_id,
    )
    return tuple(
        f"Op {datum_lang(read_moment(s['ontvangen_op']).date())} kwam een signaal binnen van "
        f"{s['bron_organisatie'] or midden_in_zin(kader.woord('bron_soort', s['bron_soort']))}."
        for s in rijen
    )


def _besluiten(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT datum, besluit, besluit_reden, soort FROM weging WHERE dossier_id = ? "
        "AND status = 'vastgesteld' ORDER BY datum, julianday(vastgelegd_op)",
        dossier_id,
    )
    if not rijen:
        dicht = r.row(
            "SELECT gesloten_op, sluitreden FROM signaal WHERE dossier_id = ? AND gesloten_op IS NOT NULL "
            "ORDER BY gesloten_op DESC LIMIT 1",
            dossier_id,
        )
        return (_zonder_weging(dicht, kader),)
    return tuple(
        f"De weegploeg besloot op {datum_lang(date.fromisoformat(w['datum']))}"
        f"{' voorlopig' if w['soort'] == 'voorlopig' else ''}: "
        f"{midden_in_zin(kader.woord('weegbesluit', w['besluit']))}. Reden: {w['besluit_reden']}"
        for w in rijen
    )


def _zonder_weging(dicht: dict[str, Any] | None, kader: Kader) -> str:
    if dicht is None:
        return "De weegploeg heeft nog niet besloten. Tot dan is dit alleen een signaal."
    reden = midden_in_zin(kader.woord("sluitreden_signaal", dicht["sluitreden"]))
    op = datum_lang(date.fromisoformat(dicht["gesloten_op"][:10]))
    return f"Het signaal is op {op} afgesloten zonder weging" + (f": {reden}." if reden else ".")


def _grond(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    namen = {g.code: g.naam for g in kader.alle_grondslagen}
    rijen = r.rows(
        "SELECT grondslag_gever AS code, count(*) AS aantal FROM informatie WHERE dossier_id = ? "
        "AND geschrapt = 0 AND grondslag_gever <> '' GROUP BY 1 ORDER BY 2 DESC, 1",
        dossier_id,
    )
    gronden = "; ".join(f"{namen.get(g['code'], g['code'])} ({g['aantal']})" for g in rijen)
    bijzonder = r.rows(
        "SELECT categorie, count(*) AS aantal FROM informatie WHERE dossier_id = ? AND geschrapt = 0 "
        "AND categorie <> 'gewoon' AND categorie <> '' GROUP BY 1 ORDER BY 1",
        dossier_id,
    )
    soorten = " en ".join(
        f"{midden_in_zin(kader.woord('categorie', b['categorie']))} ({b['aantal']})" for b in bijzonder
    )
    return (
        f"Kader: {kader.korte_titel}, {kader.genoemde_versie}.",
        f"Informatie is gegeven op grond van: {gronden}."
        if gronden
        else "Er is nog geen informatie vastgelegd.",
        *((f"Daarbij zijn bijzondere of strafrechtelijke gegevens: {soorten}.",) if soorten else ()),
    )


def _houders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    groepen = houdergroepen(r, dossier_id)
    if not groepen:
        return ("Buiten deze gemeente heeft niemand iets uit dit dossier.",)
    regels = [
        f"{g.naam}{'' if g.zeker else ' (mogelijk)'}: {_opsomming(g.heeft)}, sinds {datum_lang(g.sinds)}."
        for g in groepen[:_HOUDERS]
    ]
    if len(groepen) > _HOUDERS:
        regels.append(f"En nog {len(groepen) - _HOUDERS} anderen; zie Wie heeft wat.")
    return tuple(regels)


def _opsomming(delen: tuple[str, ...]) -> str:
    """Typed sentences have a full stop of their own; inside a sentence they have none."""
    return "; ".join(deel.rstrip(" .") for deel in delen)


def _betrokkene(r: Lezer, dossier_id: int) -> str:
    casus = r.row(
        "SELECT informeren, informeren_opnieuw_op, geinformeerd_op FROM casus WHERE dossier_id = ? "
        "ORDER BY geopend_op DESC LIMIT 1",
        dossier_id,
    ) or r.row(
        "SELECT informeren, informeren_opnieuw_op, NULL AS geinformeerd_op FROM weging "
        "WHERE dossier_id = ? AND status = 'vastgesteld' ORDER BY datum DESC LIMIT 1",
        dossier_id,
    )
    if casus is None or not casus["informeren"]:
        return "Over het informeren van de betrokkene is nog niet besloten."
    verteld, opnieuw = lees_dag(casus["geinformeerd_op"]), lees_dag(casus["informeren_opnieuw_op"])
    if verteld is not None:
        return f"De betrokkene weet ervan sinds {datum_lang(verteld)}."
    if opnieuw is not None and casus["informeren"] != "ja":
        return f"De betrokkene weet nog van niets. Dat wordt opnieuw bekeken op {datum_lang(opnieuw)}."
    return "De betrokkene wordt geïnformeerd; dat is nog niet gedaan."


def _einde(r: Lezer, dossier_id: int, vandaag: date) -> tuple[str, ...]:
    casus = casus_van_dossier(r, dossier_id)
    regels = [
        f"Aangehouden tot en met {datum_lang(a.inhoud.tot)} op verzoek van {a.partij}."
        for a in aanhoudingen(r, dossier_id)
        if a.einde is None
    ]
    slot = slotfeiten(r, dossier_id)
    if slot.bewaartermijn_vastgesteld:
        tot = f"tot {datum_lang(slot.vernietigen_op)}" if slot.vernietigen_op else "zonder einddatum"
        wacht = (
            " Vernietigen wacht: er loopt een verzoek, procedure of nieuw signaal." if slot.opgeschort else ""
        )
        return (*regels, f"Dit dossier wordt bewaard {tot}.{wacht}")
    if casus is not None and casus.gesloten_op is None:
        dag = casus.volgende_herbeoordeling
        if dag is None:
            regels.append("Er is nog geen dag gekozen om te bekijken of de aanpak nog nodig is.")
        else:
            voorbij = " Die dag is voorbij." if dag < vandaag else ""
            zin = f"Op {datum_lang(dag)} wordt opnieuw bekeken of de aanpak nog nodig is."
            regels.append(zin + voorbij)
        regels.append("Na het afsluiten begint de bewaartermijn.")
    elif casus is not None and casus.gesloten_op is not None:
        regels.append(f"De casus is afgesloten per {datum_lang(casus.gesloten_op)}.")
        regels.append("De bewaartermijn is nog niet vastgesteld. Tot die tijd wordt er niets vernietigd.")
    else:
        regels.append("Het besluit van de weegploeg bepaalt of dit doorgaat of eindigt.")
        regels.append("De bewaartermijn is nog niet vastgesteld. Tot die tijd wordt er niets vernietigd.")
    return tuple(regels)

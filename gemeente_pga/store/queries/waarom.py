# SPDX-License-Identifier: EUPL-1.2
"""Five answers about a dossier, from what is recorded.

Why, on what ground, who knows what, does the betrokkene know, until when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any

from gemeente_pga.domain.houder import Houdergroep, voluit
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Grondslag, Kader
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.tekst import begin_van_zin, datum_lang, midden_in_zin
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.aanhouding import aanhoudingen
from gemeente_pga.store.queries.bewaren import slotfeiten
from gemeente_pga.store.queries.casus import casus_van_dossier
from gemeente_pga.store.queries.gehoord import gehoord, lopende_verzoeken
from gemeente_pga.store.queries.houders import houdergroepen
from gemeente_pga.store.queries.merktekens import OPGESCHORT, merktekens

_HOUDERS = 8
_KERN = 220  # characters of a report: enough to see what it is about
_VELDEN = (("zelf_waargenomen", ""), ("van_anderen", ", van anderen gehoord"), ("interpretatie", ""))

NIEMAND = "Er is niet vastgelegd dat iemand buiten de gemeente iets uit dit dossier heeft."
AAN_TAFEL = "Wie aan tafel zat, weet wat daar over deze persoon is gezegd, op de grond hierboven."
NA_AFSLUITEN = "De bewaartermijn begint na het afsluiten."
GEEN_TERMIJN = (
    "De bewaartermijn is nog niet vastgesteld. Het programma vernietigt dan niets. "
    "Toch mag u niet langer bewaren dan nodig is (AVG, artikel 5)."
)
WACHT = "Vernietigen is opgeschort: er loopt een procedure of nieuw signaal."


@dataclass(frozen=True, slots=True)
class Waarom:
    """Each answer as sentences, one to a line."""

    waarom: tuple[str, ...]
    grond: tuple[str, ...]
    wie_weet: tuple[str, ...]
    gehoord: tuple[str, ...]
    einde: tuple[str, ...]


VRAGEN = (
    ("waarom", "Waarom staat deze persoon hier?"),
    ("grond", "Op welke grond?"),
    ("wie_weet", "Wie weet wat?"),
    ("gehoord", "Weet de betrokkene dit, en hoe is die te horen?"),
    ("einde", "Wanneer houdt het op?"),
)
"""Field of Waarom and the question that it answers."""


def waarom(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> Waarom:
    """The five answers, for somebody who never saw this dossier."""
    return Waarom(
        waarom=(
            *_signalen(r, dossier_id, kader),
            *_klopt_niet(r, dossier_id),
            *_besluiten(r, dossier_id, kader),
            *_voor_en_tegen(r, dossier_id, kader),
        ),
        grond=_grond(r, dossier_id, kader),
        wie_weet=(
            *_meldingen(r, dossier_id),
            *_houders(r, dossier_id),
            *_zonder_naam(r, dossier_id),
            *_gevraagd(r, dossier_id, kader),
            *_actiehouders(r, dossier_id),
        ),
        gehoord=gehoord(r, dossier_id, kader, vandaag),
        einde=_einde(r, dossier_id, vandaag),
    )


def _signalen(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT ontvangen_op, bron_soort, bron_organisatie, zelf_waargenomen, van_anderen, interpretatie "
        "FROM signaal WHERE dossier_id = ? ORDER BY julianday(ontvangen_op)",
        dossier_id,
    )
    return tuple(_signaal(s, kader) for s in rijen)


def _signaal(s: dict[str, Any], kader: Kader) -> str:
    """Who reported it, when, and the heart of it in the words of the report."""
    dag = datum_lang(read_moment(s["ontvangen_op"]).date())
    bron = voluit(s["bron_organisatie"]) or midden_in_zin(kader.woord("bron_soort", s["bron_soort"]))
    for veld, hoe in _VELDEN:
        if kern := shorten(s[veld], _KERN, placeholder=" …"):
            return f"{begin_van_zin(bron)} meldde op {dag}{hoe}: “{kern}”"
    return f"Op {dag} kwam een signaal binnen van {bron}."


def _klopt_niet(r: Lezer, dossier_id: int) -> Iterator[str]:
    """What is known by now to be wrong stands with the reason, before anybody acts on it (AVG 5(1)(d))."""
    rijen = r.rows(
        "SELECT gemeld_op AS op, juist FROM informatiecorrectie WHERE dossier_id = ?1 UNION ALL "
        "SELECT h.datum, a.toelichting FROM actualiteit a "
        "JOIN herbeoordeling h ON h.id = a.herbeoordeling_id "
        "WHERE a.dossier_id = ?1 AND a.actueel = 'nee' AND h.status = 'vastgesteld' ORDER BY 1",
        dossier_id,
    )
    for rij in rijen:
        op = datum_lang(date.fromisoformat(rij["op"]))
        yield f"Let op: een deel klopt niet meer. Op {op} bleek: “{rij['juist'].strip()}”"


def _voor_en_tegen(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[str]:
    """Both sides of the last weging, by the names of its criteria; nothing is counted."""
    rijen = r.rows(
        "SELECT criterium, antwoord FROM weging_criterium WHERE weging_id = (SELECT id FROM weging "
        "WHERE dossier_id = ? AND status = 'vastgesteld' ORDER BY datum DESC, julianday(vastgelegd_op) DESC "
        "LIMIT 1) AND antwoord IN ('spreekt_voor', 'spreekt_tegen', 'onbekend')",
        dossier_id,
    )
    gegeven = {rij["criterium"]: rij["antwoord"] for rij in rijen}
    for antwoord, woorden in (
        ("spreekt_voor", "Bij deze vragen sprak het antwoord voor opnemen"),
        ("spreekt_tegen", "Bij deze vragen sprak het antwoord tegen opnemen"),
        ("onbekend", "Onbekend bleef"),
    ):
        namen = [midden_in_zin(c.korte_naam) for c in kader.criteria if gegeven.get(c.code) == antwoord]
        if namen:
            yield f"{woorden}: {'; '.join(namen)}."


def _besluiten(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT datum, besluit, besluit_reden, soort, vraag, vraag_aan FROM weging WHERE dossier_id = ? "
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
    return tuple(_besluit(w, kader) for w in rijen)


def _besluit(w: dict[str, Any], kader: Kader) -> str:
    voorlopig = " voorlopig" if w["soort"] == "voorlopig" else ""
    zin = (
        f"De weegploeg besloot op {datum_lang(date.fromisoformat(w['datum']))}{voorlopig}: "
        f"{midden_in_zin(kader.woord('weegbesluit', w['besluit']))}. Reden: {w['besluit_reden']}"
    )
    return f"{zin} De vraag aan {w['vraag_aan']}: “{w['vraag']}”" if w["vraag"] else zin


def _zonder_weging(dicht: dict[str, Any] | None, kader: Kader) -> str:
    if dicht is None:
        return "De weegploeg heeft nog niet besloten. Tot dan is dit alleen een signaal."
    reden = midden_in_zin(kader.woord("sluitreden_signaal", dicht["sluitreden"]))
    op = datum_lang(date.fromisoformat(dicht["gesloten_op"][:10]))
    return f"Het signaal is op {op} afgesloten zonder weging" + (f": {reden}." if reden else ".")


def _grond(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    gronden = {g.code: g for g in kader.alle_grondslagen}
    ontvangen = r.rows(
        "SELECT grondslag_gever AS code, count(*) AS aantal FROM informatie WHERE dossier_id = ? "
        "AND geschrapt = 0 AND grondslag_gever <> '' GROUP BY 1 ORDER BY 2 DESC, 1",
        dossier_id,
    )
    gegeven = r.rows(
        "SELECT DISTINCT ontvanger, op, grondslag_gever AS code FROM verstrekking WHERE dossier_id = ? "
        "AND ontvanger_soort <> 'betrokkene' ORDER BY op, ontvanger",
        dossier_id,
    )
    keren = "; ".join(_noem(gronden.get(g["code"]), g["code"]) for g in ontvangen)
    bijzonder = r.rows(
        "SELECT categorie, count(*) AS aantal FROM informatie WHERE dossier_id = ? AND geschrapt = 0 "
        "AND categorie <> 'gewoon' AND categorie <> '' GROUP BY 1 ORDER BY 1",
        dossier_id,
    )
    soorten = " en ".join(midden_in_zin(kader.woord("categorie", b["categorie"])) for b in bijzonder)
    return (
        _grond_van_fase(r, dossier_id, kader),
        f"Informatie is ontvangen op grond van: {keren}."
        if keren
        else "Er is nog geen informatie van anderen vastgelegd, alleen het signaal. "
        "Op welke grond de melder dit mocht geven, staat er niet bij.",
        *((f"Daarbij zijn bijzondere of strafrechtelijke gegevens: {soorten}.",) if soorten else ()),
        *(
            f"Verstrekt op {datum_lang(date.fromisoformat(v['op'][:10]))} aan {voluit(v['ontvanger'])} "
            f"op grond van: {_noem(gronden.get(v['code']), v['code'])}."
            for v in gegeven
        ),
    )


def _grond_van_fase(r: Lezer, dossier_id: int, kader: Kader) -> str:
    """What the municipality itself works on now: weighing, or the casusoverleg."""
    fase = "casusoverleg" if casus_van_dossier(r, dossier_id) else "weging"
    eigen = next((g for g in kader.alle_grondslagen if g.fase == fase), None)
    zin = f"Dit dossier valt onder: {kader.korte_titel}."
    if eigen is None:
        return zin
    vast = "" if eigen.status != NIET_VASTGESTELD else " Een jurist moet die grond nog vaststellen."
    return f"{zin} De grond in deze fase: {_noem(eigen, eigen.code)}.{vast}"


def _noem(grond: Grondslag | None, code: str) -> str:
    """A ground by its name, with the article where the kader has it."""
    if grond is None:
        return code
    return f"{grond.naam} ({grond.wet}, artikel {grond.artikel})" if grond.artikel else grond.naam


def _meldingen(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """Who reported it knows what was reported."""
    rijen = r.rows(
        "SELECT bron_organisatie, min(ontvangen_op) AS op FROM signaal WHERE dossier_id = ? "
        "AND bron_organisatie <> '' GROUP BY 1 ORDER BY 2",
        dossier_id,
    )
    return tuple(
        f"{begin_van_zin(voluit(m['bron_organisatie']))}: deed de melding op "
        f"{datum_lang(read_moment(m['op']).date())}."
        for m in rijen
    )


def _houders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    eigen = {rij["id"] for rij in r.rows("SELECT id FROM partij WHERE soort = 'gemeente'")}
    groepen = houdergroepen(r, dossier_id)
    buiten = [g for g in groepen if g.partij_id not in eigen]
    regels = [_houder(g) for g in buiten[:_HOUDERS]]
    if len(buiten) > _HOUDERS:
        regels.append(f"En nog {len(buiten) - _HOUDERS} anderen; zie Wie heeft wat.")
    if not buiten:
        regels.append(NIEMAND)
    elif r.value("SELECT 1 FROM weging WHERE dossier_id = ? AND status = 'vastgesteld'", dossier_id):
        regels.append(AAN_TAFEL)
    return (
        *regels,
        *(f"Binnen de gemeente: {_opsomming(g.heeft)}." for g in groepen if g.partij_id in eigen),
    )


def _houder(g: Houdergroep) -> str:
    zin = f"{begin_van_zin(g.naam)}{'' if g.zeker else ' (mogelijk)'}: {_opsomming(g.heeft)}"
    return f"{zin}, sinds {datum_lang(g.sinds)}." if len(g.heeft) == 1 and "exemplaar" in zin else f"{zin}."


def _zonder_naam(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT datum, organisatie FROM consultatie WHERE dossier_id = ? ORDER BY datum", dossier_id
    )
    return tuple(
        f"Raad gevraagd zonder naam: {voluit(c['organisatie'])}, "
        f"op {datum_lang(date.fromisoformat(c['datum']))}."
        for c in rijen
    )


def _actiehouders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """Who has something to do knows at least that."""
    rijen = r.rows(
        "SELECT wie, group_concat(wat, '; ') AS wat FROM (SELECT DISTINCT wie, wat FROM actie "
        "WHERE dossier_id = ? AND status IN ('open', 'loopt') ORDER BY wie, wat) GROUP BY wie ORDER BY wie",
        dossier_id,
    )
    return tuple(f"{begin_van_zin(voluit(rij['wie']))}: doet nog: {_kort(rij['wat'])}." for rij in rijen)


def _gevraagd(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[str]:
    """Whom the weegploeg put a question, and whom a memo asked to decide: they know at least that."""
    gronden = {g.code: g for g in kader.alle_grondslagen}
    for w in r.rows(
        "SELECT datum, vraag_aan, vraag_grondslag FROM weging WHERE dossier_id = ? "
        "AND status = 'vastgesteld' AND vraag_aan <> '' ORDER BY datum",
        dossier_id,
    ):
        grond = _noem(gronden.get(w["vraag_grondslag"]), w["vraag_grondslag"])
        op = datum_lang(date.fromisoformat(w["datum"]))
        yield f"{begin_van_zin(voluit(w['vraag_aan']))}: de vraag van de weegploeg van {op}. Grond: {grond}."
    for m in r.rows(
        "SELECT aan, vastgelegd_op FROM memo WHERE dossier_id = ? ORDER BY julianday(vastgelegd_op)",
        dossier_id,
    ):
        wie = "De burgemeester" if m["aan"] == "burgemeester" else "De driehoek"
        yield f"{wie}: een memo van {datum_lang(read_moment(m['vastgelegd_op']).date())}."
    for i in r.rows(
        "SELECT DISTINCT i.eigenaar, i.omschrijving FROM interventie i WHERE i.dossier_id = ? "
        "AND i.einde IS NULL AND i.start IS NOT NULL ORDER BY 1, 2",
        dossier_id,
    ):
        yield f"{begin_van_zin(voluit(i['eigenaar']))}: voert uit: {_kort(i['omschrijving'])}."


def _kort(tekst: str) -> str:
    """Inside a sentence, so without a full stop of its own."""
    return shorten(tekst, _KERN, placeholder=" …").rstrip(" .")


def _opsomming(delen: tuple[str, ...]) -> str:
    """Typed sentences have a full stop of their own; inside a sentence they have none."""
    return "; ".join(deel.rstrip(" .") for deel in delen)


def _einde(r: Lezer, dossier_id: int, vandaag: date) -> tuple[str, ...]:
    casus = casus_van_dossier(r, dossier_id)
    regels = [
        f"Dit wacht tot en met {datum_lang(a.inhoud.tot)} op verzoek van {a.partij}."
        for a in aanhoudingen(r, dossier_id)
        if a.einde is None
    ]
    slot = slotfeiten(r, dossier_id)
    wacht = _wacht(r, dossier_id) if slot.opgeschort or OPGESCHORT in merktekens(r, dossier_id) else ()
    if slot.bewaartermijn_vastgesteld:
        tot = f"tot {datum_lang(slot.vernietigen_op)}" if slot.vernietigen_op else "zonder einddatum"
        return (*regels, f"Dit dossier wordt bewaard {tot}.", *wacht)
    if casus is not None and casus.gesloten_op is None:
        bekeken = _laatst_bekeken(r, dossier_id)
        return (
            *regels,
            *bekeken,
            _herbeoordeling(casus.volgende_herbeoordeling, vandaag),
            NA_AFSLUITEN,
            *wacht,
        )
    if casus is not None and casus.gesloten_op is not None:
        regels.append(f"De casus is afgesloten per {datum_lang(casus.gesloten_op)}.")
    else:
        regels += _naar_weegploeg(r, dossier_id)
    return (*regels, GEEN_TERMIJN, *wacht)


def _wacht(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """Which request stands in the way, by its number; or that something else does."""
    nummers = [v.nummer for v in lopende_verzoeken(r, dossier_id)]
    ook = r.value("SELECT 1 FROM opschorting WHERE dossier_id = ? AND opgeheven_op IS NULL", dossier_id)
    anders = (WACHT,) if ook or not nummers else ()
    if not nummers:
        return anders
    welke = f"verzoek {nummers[0]} loopt" if len(nummers) == 1 else f"de verzoeken {', '.join(nummers)} lopen"
    return (f"Vernietigen kan niet zolang {welke}.", *anders)


def _laatst_bekeken(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    rij = r.row(
        "SELECT datum, uitkomst, noodzaak FROM herbeoordeling WHERE dossier_id = ? "
        "AND status = 'vastgesteld' ORDER BY datum DESC, julianday(vastgelegd_op) DESC LIMIT 1",
        dossier_id,
    )
    if rij is None:
        return ()
    op = datum_lang(date.fromisoformat(rij["datum"]))
    waarom = f" Waarom nog nodig: {_kort(rij['noodzaak'])}." if rij["noodzaak"] else ""
    return (f"Laatst opnieuw bekeken op {op}. Besloten: {rij['uitkomst']}.{waarom}",)


def _herbeoordeling(dag: date | None, vandaag: date) -> str:
    if dag is None:
        return "Er is nog geen dag gekozen om te bekijken of de aanpak nog nodig is."
    voorbij = " Die dag is voorbij." if dag < vandaag else ""
    return f"Op {datum_lang(dag)} wordt opnieuw bekeken of de aanpak nog nodig is.{voorbij}"


def _naar_weegploeg(r: Lezer, dossier_id: int) -> Iterator[str]:
    """What the signals wait for that are not closed."""
    wacht = r.rows(
        "SELECT status, geagendeerd_voor, vraag_aan, vraag_voor FROM signaal "
        "WHERE dossier_id = ? AND gesloten_op IS NULL",
        dossier_id,
    )
    for s in wacht:
        vraag_voor, agenda = lees_dag(s["vraag_voor"]), lees_dag(s["geagendeerd_voor"])
        if s["status"] == "nadere_informatie" and vraag_voor:
            dag = datum_lang(vraag_voor)
            yield f"Het antwoord van {s['vraag_aan']} komt uiterlijk {dag}. Daarna wordt opnieuw gewogen."
        elif s["status"] == "geagendeerd" and agenda:
            yield f"De weegploeg bespreekt het signaal op {datum_lang(agenda)}."
    if wacht:
        yield "Het besluit van de weegploeg bepaalt of er een aanpak komt of dat dit dossier eindigt."

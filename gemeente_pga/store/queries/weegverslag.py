# SPDX-License-Identifier: EUPL-1.2
"""The weegverslag of one weging as data. Codes become words here; the reporter's name never gets in."""

from datetime import date

from gemeente_pga.domain import stukken
from gemeente_pga.domain.kader import Criterium, Kader
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import KORT, Weegbesluit, Weging
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.informatie import informatie_van_weging
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.persoon import naam_betrokkene
from gemeente_pga.store.queries.verslag import inbreng
from gemeente_pga.store.queries.weging import feiten
from gemeente_pga.store.queries.weging import weging as lees_weging

TITELS = ("Wettelijke criteria", "Zorgvuldigheidstoetsen")


def weegverslag_gegevens(r: Lezer, weging_id: int, kader: Kader, *, partij: str = "") -> stukken.Weegverslag:
    """Everything the weegverslag shows; partij: to this partner alone. LookupError when there is none."""
    weging = lees_weging(r, weging_id)
    if weging is None:
        raise LookupError("no such weging")
    tafel, besluit = weging.tafel, weging.besluit
    items = informatie_van_weging(r, weging_id)
    nummers = {item.id: nummer for nummer, item in enumerate(items, start=1)}
    stuk = stukken.Weegverslag(
        kop=_kop(r, weging, kader),
        datum=tafel.datum,
        betrokkene=naam_betrokkene(r, weging.dossier_id),
        begin=tafel.begin,
        einde=tafel.einde,
        plaats=tafel.plaats,
        voorzitter=tafel.voorzitter,
        soort="" if tafel.soort == "gewoon" else kader.woord("wegingsoort", tafel.soort),
        soort_reden=tafel.soort_reden,
        partijen=_partijen(r, weging, kader),
        onvolledig_reden=kader.woord("reden_onvolledige_weegploeg", tafel.onvolledig_reden),
        onvolledig_toelichting=tafel.onvolledig_toelichting,
        onvolledig_opvolgdatum=tafel.onvolledig_opvolgdatum,
        bron_weegt_mee=tafel.bron_weegt_mee_toelichting,
        signalen=_signalen(r, weging, kader),
        eerder_besproken=_eerder_besproken(r, weging, kader),
        informatie=tuple(inbreng(item, nummers[item.id], kader) for item in items),
        groepen=_groepen(r, weging, nummers, kader),
        afgeleid=_afgeleid(weging, kader),
        samenhang=weging.afweging.samenhang,
        subsidiariteit=weging.afweging.subsidiariteit,
        proportionaliteit=weging.afweging.proportionaliteit,
        besluit=kader.woord("weegbesluit", besluit.besluit),
        besluit_reden=besluit.besluit_reden,
        doorgeleid_naar=besluit.doorgeleid_naar,
        minderheidsstandpunt=besluit.minderheidsstandpunt,
        steunt_op_niet_vastgelegd=besluit.steunt_op_niet_vastgelegd,
        vervolg=_vervolg(besluit),
        informeren=_informeren(weging, kader),
        kader=kader_vermelding(kader),
        vastgesteld_op=weging.vastgesteld_op,
    )
    return stukken.printable_weegverslag(stuk, partij=partij)


def _informeren(weging: Weging, kader: Kader) -> stukken.Informeren:
    besluit = weging.informeren
    return stukken.Informeren(
        besluit=kader.woord("informeren", besluit.informeren),
        grondslag=kader.woord("reden_uitstel_informeren", besluit.informeren_grondslag),
        reden=besluit.informeren_reden,
        door=besluit.informeren_door,
        opnieuw_op=besluit.informeren_opnieuw_op,
        besloten_op=weging.tafel.datum if besluit.informeren else None,
    )


def kader_vermelding(kader: Kader) -> stukken.KaderVermelding:
    """Title and version of the kader, and what in it nobody has vastgesteld (it is printed, never hidden)."""
    open_ = [c.korte_naam for c in kader.criteria if c.status == "niet_vastgesteld"]
    opmerkingen = [f"Tekst niet vastgesteld: {', '.join(open_)}."] if open_ else []
    if kader.in_werking is None:
        opmerkingen.append("De datum van inwerkingtreding van de wet is niet vastgesteld.")
    return stukken.KaderVermelding(titel=kader.titel, versie=kader.versie, opmerkingen=tuple(opmerkingen))


def _kop(r: Lezer, weging: Weging, kader: Kader) -> stukken.Kop:
    nummer = r.value("SELECT nummer FROM dossier WHERE id = ?", weging.dossier_id)
    eerdere = r.value(
        "SELECT count(*) FROM weging WHERE dossier_id = ? AND (datum < ? OR (datum = ? AND id < ?))",
        weging.dossier_id,
        weging.tafel.datum,
        weging.tafel.datum,
        weging.id,
    )
    vast = weging.status == "vastgesteld"
    return kop(
        r,
        kader,
        "Weegverslag",
        kenmerk=f"{nummer}-W{eerdere + 1}",
        datum=weging.tafel.datum,
        nummers=(nummer,),
        nummersoort="Dossier",
        staat=stukken.Staat.VASTGESTELD if vast else stukken.Staat.CONCEPT,
        dossier_id=weging.dossier_id,
    )


def _partijen(r: Lezer, weging: Weging, kader: Kader) -> tuple[stukken.Weegpartij, ...]:
    namen = {p["id"]: p["naam"] for p in r.rows("SELECT id, naam FROM partij")}
    return tuple(
        stukken.Weegpartij(
            partij=namen[p.partij_id],
            naam=p.naam,
            functie=p.functie,
            mandaat=p.mandaat,
            aanwezig=kader.woord("weging_aanwezigheid", p.aanwezig),
            standpunt=kader.woord("standpunt", p.standpunt),
            toelichting=p.standpunt_toelichting,
            standpunt_op=p.standpunt_op,
            kanaal=kader.woord("kanaal", p.kanaal),
        )
        for p in weging.partijen
    )


def _signalen(r: Lezer, weging: Weging, kader: Kader) -> tuple[stukken.Weegsignaal, ...]:
    rijen = r.rows(
        "SELECT s.soort, s.ontvangen_op, s.bron_soort, s.bron_organisatie, s.naam_noemen, s.melder_naam "
        "FROM signaal s JOIN weging_signaal ws ON ws.signaal_id = s.id WHERE ws.weging_id = ? "
        "ORDER BY julianday(s.ontvangen_op)",
        weging.id,
    )
    return tuple(
        stukken.Weegsignaal(
            ontvangen_op=date.fromisoformat(rij["ontvangen_op"][:10]),
            soort=kader.woord("signaalsoort", rij["soort"]),
            bron=_bron(rij, kader),
            nummer=str(volgnummer),
        )
        for volgnummer, rij in enumerate(rijen, start=1)
    )


def _bron(rij: dict[str, str], kader: Kader) -> str:
    """The source as the reader may know it: the name only when the reporter agreed."""
    soort = rij["bron_organisatie"] or kader.woord("bron_soort", rij["bron_soort"])
    if rij["naam_noemen"] == "ja" and rij["melder_naam"]:
        return f"{rij['melder_naam']}, {soort}"
    return soort


def _vervolg(besluit: Weegbesluit) -> str:
    """What follows in her own words, and what the decision itself leads to."""
    regels = [besluit.vervolg]
    if besluit.doorgeleid_naar:
        regels.append(f"Overgedragen: {besluit.doorgeleid_wat} Grondslag: {besluit.doorgeleid_grondslag}.")
    if besluit.vraag and besluit.vraag_voor:
        regels.append(
            f"Gevraagd aan {besluit.vraag_aan}, te beantwoorden uiterlijk {datum_lang(besluit.vraag_voor)}: "
            f"{besluit.vraag} Grondslag: {besluit.vraag_grondslag}."
        )
    return "\n".join(regel for regel in regels if regel)


def _eerder_besproken(r: Lezer, weging: Weging, kader: Kader) -> str:
    rijen = r.rows(
        "SELECT s.eerder_besproken AS code, s.eerder_besproken_toelichting AS uitleg FROM signaal s "
        "JOIN weging_signaal ws ON ws.signaal_id = s.id WHERE ws.weging_id = ? AND s.eerder_besproken <> ''",
        weging.id,
    )
    zinnen = [
        f"{kader.woord('eerder_besproken', rij['code'])}{': ' + rij['uitleg'] if rij['uitleg'] else ''}"
        for rij in rijen
    ]
    return "; ".join(dict.fromkeys(zinnen))


def _groepen(
    r: Lezer, weging: Weging, nummers: dict[int, int], kader: Kader
) -> tuple[stukken.Criteriumgroep, ...]:
    """The two lists, apart (never mixed). Facts are those linked to an item that is still there."""
    gegeven = {o.criterium: o for o in weging.oordelen}
    items = {item.id: item for item in informatie_van_weging(r, weging.id)}
    linken = feiten(r, weging.id)

    def feit(richting: str, code: str) -> tuple[stukken.Feit, ...]:
        return tuple(
            stukken.Feit(
                tekst=items[f.informatie_id].inhoud.tekst,
                bron=items[f.informatie_id].partij,
                nummer=nummers[f.informatie_id],
            )
            for f in linken
            if f.criterium == code and f.richting == richting and f.informatie_id in items
        )

    def regel(c: Criterium) -> stukken.Weegcriterium:
        oordeel = gegeven.get(c.code)
        return stukken.Weegcriterium(
            code=c.code.upper(),
            titel=c.korte_naam,
            toets=c.vraag,
            antwoord=kader.woord("antwoord", oordeel.antwoord) if oordeel else "",
            reden=oordeel.reden if oordeel else "",
            voor=feit("voor", c.code),
            tegen=feit("tegen", c.code),
            vraag=oordeel.vraag if oordeel else "",
            vraag_aan=oordeel.vraag_aan if oordeel else "",
            bron="; ".join(kader.toon_bron(b) for b in c.bron),
            niet_vastgesteld=c.status == "niet_vastgesteld",
        )

    return tuple(
        # A short weighing has its reason as a whole: cards that nobody answered are not printed.
        stukken.Criteriumgroep(
            titel=titel,
            criteria=tuple(regel(c) for c in lijst if c.code in gegeven or weging.tafel.soort != KORT),
        )
        for titel, lijst in zip(TITELS, kaarten(kader), strict=True)
    )


def _afgeleid(weging: Weging, kader: Kader) -> tuple[stukken.Afgeleid, ...]:
    """K15, K16 and K18 follow from attendance, competence and the informing decision."""
    aanwezig = [p for p in weging.partijen if p.aanwezig in {"ja", "schriftelijk"}]
    uitkomsten = {
        "aanwezigheid": (f"{len(aanwezig)} partijen wogen mee.", "Zie wie aan tafel zat."),
        "bevoegdheid": (
            kader.woord("ja_nee_onbekend", weging.afweging.bevoegd),
            weging.afweging.bevoegd_toelichting,
        ),
        "informeren": (
            kader.woord("informeren", weging.informeren.informeren),
            "Zie het besluit over informeren.",
        ),
    }
    return tuple(
        stukken.Afgeleid(
            code=c.code.upper(),
            titel=c.korte_naam,
            uitkomst=uitkomsten[c.onderdeel][0],
            waaruit=uitkomsten[c.onderdeel][1],
        )
        for c in kader.criteria
        if c.soort == "afgeleid"
    )

# SPDX-License-Identifier: EUPL-1.2
"""The papers of a meeting as data: agenda, verslag, besluiten- en actielijst. Codes become words here.

The whole verslag holds everything that was recorded; what a copy may not show is taken out by
domain.stukken (`printable`, `extract`) before it is frozen.
"""

from dataclasses import replace

from gemeente_pga.domain import stukken
from gemeente_pga.domain.beperking import NIET_BESPROKEN
from gemeente_pga.domain.grond import merkteken
from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, InformatieItem
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overleg import CONCEPT, TER_REACTIE, VASTGESTELD, VOORBEREIDING, Actie
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries import overleg as vragen
from gemeente_pga.store.queries.informatie import informatie_van_bespreking
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.persoon import naam_betrokkene

_LOPEND = frozenset({"open", "loopt"})  # codes of list actiestatus: still to be done
_STAAT = {
    VOORBEREIDING: stukken.Staat.CONCEPT,
    CONCEPT: stukken.Staat.CONCEPT,
    TER_REACTIE: stukken.Staat.TER_REACTIE,
    VASTGESTELD: stukken.Staat.VASTGESTELD,
}


def verslag_gegevens(r: Lezer, overleg_id: int, kader: Kader) -> stukken.Verslag:
    """The whole verslag of a meeting, for the coordinator. LookupError when there is no such meeting."""
    hoofd = _hoofd(r, overleg_id)
    inhoud = hoofd.inhoud
    punten = vragen.agenda(r, overleg_id)
    tafel = vragen.deelnemers(r, overleg_id)
    nummers = {punt.id: punt.casusnummer for punt in punten}
    staat = _STAAT[hoofd.status]
    return stukken.Verslag(
        kop=kop(
            r,
            kader,
            "Verslag casusoverleg",
            kenmerk=hoofd.nummer,
            datum=inhoud.datum,
            nummers=hoofd.casusnummers,
            staat=staat,
            dossier_id=punten[0].dossier_id if punten else None,
        ),
        nummer=hoofd.nummer,
        datum=inhoud.datum,
        begin=inhoud.begin,
        einde=inhoud.einde,
        plaats=inhoud.plaats,
        voorzitter=inhoud.voorzitter,
        verslaglegger=inhoud.verslaglegger,
        verslag_zvh=f"kenmerk {inhoud.kenmerk_zvh}" if inhoud.verslag_door == "zvh" else "",
        geheimhouding_besproken=inhoud.geheimhouding_besproken,
        aanwezigen=tuple(_aanwezige(t, nummers, kader) for t in tafel),
        vorig_verslag=kader.woord("vorig_verslag", inhoud.vorig_verslag),
        exemplaren_uitgedeeld=inhoud.exemplaren_uitgedeeld,
        exemplaren_terug=inhoud.exemplaren_terug,
        exemplaren_toelichting=inhoud.exemplaren_toelichting,
        casussen=tuple(_casusdeel(r, hoofd, punt, tafel, kader) for punt in punten),
        volgend_overleg=inhoud.volgend_overleg,
        volgend_overleg_tijd=inhoud.volgend_overleg_tijd,
        volgend_overleg_plaats=inhoud.volgend_overleg_plaats,
        ter_reactie_op=hoofd.ter_reactie_op,
        reageren_voor=hoofd.reageren_voor,
        vastgesteld_op=hoofd.vastgesteld_op,
        vastgesteld_door=inhoud.voorzitter if hoofd.vastgesteld_op else "",
        vastgesteld_wijze=kader.woord("vastgesteld_wijze", hoofd.vastgesteld_wijze).lower(),
    )


def agenda_gegevens(r: Lezer, overleg_id: int, kader: Kader) -> stukken.Agenda:
    """The agenda: case numbers only, open actions on top of each case."""
    hoofd = _hoofd(r, overleg_id)
    inhoud = hoofd.inhoud
    punten = vragen.agenda(r, overleg_id)
    nummers = {punt.id: punt.casusnummer for punt in punten}
    vorig = vragen.overleg(r, hoofd.vorig_overleg_id) if hoofd.vorig_overleg_id else None
    return stukken.Agenda(
        kop=kop(
            r,
            kader,
            "Agenda casusoverleg",
            kenmerk=f"{hoofd.nummer}-A",
            datum=inhoud.datum,
            nummers=hoofd.casusnummers,
            staat=stukken.Staat.VASTGESTELD,
            dossier_id=punten[0].dossier_id if punten else None,
        ),
        datum=inhoud.datum,
        begin=inhoud.begin,
        einde=inhoud.einde,
        plaats=inhoud.plaats,
        voorzitter=inhoud.voorzitter,
        verslaglegger=inhoud.verslaglegger,
        vorig_verslag=f"Verslag van {datum_lang(vorig.inhoud.datum)}" if vorig else "",
        genodigden=tuple(_genodigde(t, nummers, kader) for t in vragen.deelnemers(r, overleg_id)),
        punten=tuple(
            stukken.Agendapunt(
                casusnummer=punt.casusnummer,
                doel=punt.inhoud.doel,
                open_acties=tuple(actiestuk(a, kader) for a in vragen.agreed_acties(r, punt.casus_id)),
            )
            for punt in punten
        ),
    )


def _hoofd(r: Lezer, overleg_id: int) -> vragen.Overlegkop:
    hoofd = vragen.overleg(r, overleg_id)
    if hoofd is None:
        raise LookupError("no such meeting")
    return hoofd


def _genodigde(t: vragen.Tafelgenoot, nummers: dict[int, str], kader: Kader) -> stukken.Genodigde:
    return stukken.Genodigde(
        naam=t.inhoud.naam,
        partij=t.partij,
        functie=t.inhoud.functie,
        rol=_rol(kader, t.inhoud.rol),
        casusnummers=_bij(t, nummers),
    )


def _aanwezige(t: vragen.Tafelgenoot, nummers: dict[int, str], kader: Kader) -> stukken.Aanwezige:
    return stukken.Aanwezige(
        naam=t.inhoud.naam,
        partij=t.partij,
        functie=t.inhoud.functie,
        rol=_rol(kader, t.inhoud.rol),
        aanwezig=t.inhoud.aanwezig,
        casusnummers=_bij(t, nummers),
        geheimhouding=t.inhoud.geheimhouding,
        toelichting=t.inhoud.toelichting,
        reactie=kader.woord("reactie", t.reactie.reactie),
        reactie_tekst=t.reactie.reactie_tekst,
        reactie_op=t.reactie.reactie_op,
        reactie_kanaal=t.reactie.reactie_kanaal,
    )


def _vorig_verslag(r: Lezer, hoofd: vragen.Overlegkop, casus_id: int, kader: Kader) -> str:
    """What became of the earlier minutes, for a casus that they are about."""
    vorig = vragen.overleg(r, hoofd.vorig_overleg_id) if hoofd.vorig_overleg_id else None
    uitkomst = kader.woord("vorig_verslag", hoofd.inhoud.vorig_verslag)
    if vorig is None or not uitkomst or casus_id not in {p.casus_id for p in vragen.agenda(r, vorig.id)}:
        return ""
    return f"Verslag van {datum_lang(vorig.inhoud.datum)} ({vorig.nummer}): {midden_in_zin(uitkomst)}."


def _casusdeel(
    r: Lezer,
    hoofd: vragen.Overlegkop,
    punt: vragen.Agendapunt,
    tafel: tuple[vragen.Tafelgenoot, ...],
    kader: Kader,
) -> stukken.Casusdeel:
    inhoud = punt.inhoud
    namen = {t.inhoud.partij_id: t for t in tafel}
    return stukken.Casusdeel(
        casusnummer=punt.casusnummer,
        betrokkene=naam_betrokkene(r, punt.dossier_id),
        overgenomen=bool(r.value("SELECT overgenomen FROM casus WHERE id = ?", punt.casus_id)),
        doel=inhoud.doel,
        vorig_verslag=_vorig_verslag(r, hoofd, punt.casus_id, kader),
        vorige_acties=tuple(_vorige_actie(a, kader) for a in vragen.acties_vorige_keer(r, punt.id)),
        inbreng=tuple(
            inbreng(item, nummer, kader, schriftelijk=_is_schriftelijk(namen, item))
            for nummer, item in enumerate(informatie_van_bespreking(r, punt.id), start=1)
        ),
        overwegingen=inhoud.overwegingen,
        besluiten=tuple(
            stukken.Besluit(
                nummer=b.volgnummer,
                tekst=b.inhoud.tekst,
                steunt_op_niet_vastgelegd=b.inhoud.steunt_op_niet_vastgelegd,
            )
            for b in vragen.besluiten(r, punt.id)
        ),
        # What became of them later is for the next meeting; these are the minutes of this one.
        acties=tuple(replace(actiestuk(a, kader), status="", overleg="") for a in vragen.acties(r, punt.id)),
        minderheidsstandpunt=inhoud.afwijkend,
        informeren=stukken.Informeren(
            besluit=kader.woord("informeren", inhoud.informeren),
            grondslag=kader.woord("reden_uitstel_informeren", inhoud.informeren_grondslag),
            reden=inhoud.informeren_reden,
            opnieuw_op=inhoud.informeren_opnieuw_op,
        ),
        volgende_herbeoordeling=inhoud.volgende_herbeoordeling,
        komt_terug=r.value("SELECT gesloten_op IS NULL FROM casus WHERE id = ?", punt.casus_id) == 1,
        niet_besproken=NIET_BESPROKEN if punt.beperkt else "",
    )


def inbreng(
    item: InformatieItem, nummer: int, kader: Kader, *, schriftelijk: bool = False
) -> stukken.Inbreng:
    """One information item as a document shows it."""
    i = item.inhoud
    return stukken.Inbreng(
        gever=item.partij or i.gever,
        tekst=i.tekst,
        nummer=nummer,
        naam=i.gever,
        soort_uitspraak=kader.woord("soort_uitspraak", i.soort_uitspraak),
        bron=i.bron,
        gebeurd_op=i.gebeurd_op,
        ontvangen_op=i.ontvangen_op,
        grondslag_gever=_grondslag(kader, i.grondslag_gever),
        grondslag_ontvanger=_grondslag(kader, i.grondslag_ontvanger),
        doel=i.doel,
        categorie=kader.woord("categorie", i.categorie),
        merkteken=merkteken(kader, i.categorie),
        noodzaak=i.noodzaak,
        verkregen=kader.woord("verkregen", i.verkregen),
        nagegaan=kader.woord("gecontroleerd", i.gecontroleerd),
        vindplaats=i.vindplaats,
        gevonden_op=i.gevonden_op,
        schriftelijk=schriftelijk,
        einddatum=i.einddatum,
        markering=i.markering,
        akkoord_bronhouder=i.markering == CITEREN_NA_AKKOORD and i.verder_gebruik,
        alleen_voor=item.deelbaar_namen,
    )


def _vorige_actie(a: vragen.Actieregel, kader: Kader) -> stukken.VorigeActie:
    nu = a.voortgang
    status = nu.status if nu else a.status
    return stukken.VorigeActie(
        wat=a.inhoud.wat,
        wie=a.inhoud.wie,
        uitkomst=kader.woord("actiestatus", status),
        voor=a.inhoud.voor,
        toelichting=nu.toelichting if nu else "",
        gebeurd_op=nu.gebeurd_op if nu else None,
        loopt=status in _LOPEND,
        nummer=a.volgnummer,
        overleg=a.overleg,
    )


def _is_schriftelijk(namen: dict[int, vragen.Tafelgenoot], item: InformatieItem) -> bool:
    wie = namen.get(item.inhoud.partij_id or 0)
    return wie is not None and wie.inhoud.aanwezig == "schriftelijk"


def actiestuk(a: vragen.Actieregel, kader: Kader) -> stukken.Actie:
    """One action as a document shows it."""
    return stukken.Actie(
        nummer=a.volgnummer,
        wat=a.inhoud.wat,
        wie=a.inhoud.wie,
        voor=a.inhoud.voor,
        maat=a.inhoud.maat,
        conditie=_conditie(a.inhoud),
        informering=kader.woord("informering", a.inhoud.informering),
        status=kader.woord("actiestatus", a.status),
        overleg=a.overleg,
    )


def _conditie(actie: Actie) -> str:
    """Under what condition; towards somebody outside also what may be said, and no more than that."""
    if not actie.naar_buiten:
        return actie.conditie
    stil = ", zonder de aanpak te noemen" if actie.zonder_pga_context else ""
    buiten = f"Tegen {actie.buiten_wie} alleen zeggen: {actie.buiten_wat.rstrip('.')}{stil}"
    return f"{actie.conditie}. {buiten}" if actie.conditie else buiten


def _bij(t: vragen.Tafelgenoot, nummers: dict[int, str]) -> tuple[str, ...]:
    return tuple(nummer for id_, nummer in nummers.items() if id_ in t.bespreking_ids)


def _rol(kader: Kader, code: str) -> str:
    return kader.rol(code).naam if code else ""


def _grondslag(kader: Kader, code: str) -> str:
    if not code:
        return ""
    grond = kader.grondslag(code)
    wet = "" if grond.wet == kader.titel else grond.wet  # its name begins with the law of this kader
    vindplaats = ", ".join(deel for deel in (wet, grond.vindplaats) if deel)
    return f"{grond.naam} ({vindplaats})" if vindplaats else grond.naam

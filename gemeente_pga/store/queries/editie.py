# SPDX-License-Identifier: EUPL-1.2
"""The edition of a dossier, plan or verslag for one partner, and everything that was left out of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from gemeente_pga.domain import editie, stukken
from gemeente_pga.domain.document import SOORTNAMEN, TeBevriezen
from gemeente_pga.domain.editie import NIET_AAN_TAFEL, Editiekeuze, Weggelaten, belet_editie
from gemeente_pga.domain.informatie import InformatieItem
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.lekcontrole import LekSoort, Verboden
from gemeente_pga.domain.overleg import VASTGESTELD, VOORBEREIDING
from gemeente_pga.domain.stukken import extract
from gemeente_pga.domain.stukken.snoei import snoei
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.tijdlijn import CASUS, INFORMATIE, OVERLEG, PLAN, WEGING, Tijdlijnpunt
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries import casus as casussen
from gemeente_pga.store.queries import overleg as overleggen
from gemeente_pga.store.queries.beperking import beperkte_items
from gemeente_pga.store.queries.dossierstuk import (
    besprekingen,
    dossier_gegevens,
    laatste_weging,
    tijdlijnstuk,
)
from gemeente_pga.store.queries.informatie import informatie_van_dossier
from gemeente_pga.store.queries.lekcontrole import Lekgrond, verboden
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.queries.verslag import verslag_gegevens
from gemeente_pga.store.queries.weegverslag import weegverslag_gegevens

_GEEN_INHOUD = "haalt woorden aan uit iets wat deze deelnemer niet mag hebben"


@dataclass(frozen=True, slots=True)
class Blik:
    """What one partner may see of a dossier. overleggen: numbers of the meetings where it sat for this casus.

    verborgen: the items that it may not have, each with why.
    """

    partij_id: int
    partij: str
    wegingen: frozenset[int]
    overleggen: frozenset[str]
    zichtbaar: frozenset[int]
    verborgen: tuple[tuple[InformatieItem, str], ...]


@dataclass(frozen=True, slots=True)
class Editie:
    """The paper to freeze, what it does not hold, and what the leak check searches for."""

    document: TeBevriezen
    weggelaten: tuple[Weggelaten, ...]
    grond: Lekgrond


def partners(r: Lezer, casus_id: int, vandaag: date) -> tuple[tuple[int, str], ...]:
    """The organisations that take part in this casus now."""
    return tuple(
        dict.fromkeys(
            (wie.inhoud.partij_id, wie.partij)
            for wie in casussen.casusdeelnemers(r, casus_id)
            if (wie.inhoud.vanaf or vandaag) <= vandaag <= (wie.inhoud.tot or vandaag)
        )
    )


def verslagen_voor(r: Lezer, casus_id: int, partij_id: int) -> tuple[tuple[int, str], ...]:
    """The meetings with a vastgesteld verslag where this partner sat at the table for this casus."""
    tafels = _tafels(r, casus_id, partij_id)
    return tuple(
        (kop.id, f"Verslag van {datum_kort(kop.inhoud.datum)} ({kop.nummer})")
        for kop in overleggen.overleggen_van_casus(r, casus_id)
        if kop.status == VASTGESTELD and kop.nummer in tafels
    )


def kijk_als(r: Lezer, dossier_id: int, partij_id: int, kader: Kader) -> Blik:
    """The dossier through the eyes of one partner. LookupError when there is no such partner."""
    partij = r.value("SELECT naam FROM partij WHERE id = ?", partij_id)
    if partij is None:
        raise LookupError("no such partner")
    casus = casussen.casus_van_dossier(r, dossier_id)
    wegingen = frozenset(
        rij["weging_id"]
        for rij in r.rows(
            "SELECT weging_id FROM weging_partij WHERE dossier_id = ? AND partij_id = ?",
            dossier_id,
            partij_id,
        )
    )
    tafels = _tafels(r, casus.id, partij_id) if casus else frozenset()
    punten = {
        rij["id"]
        for rij in r.rows(
            "SELECT b.id, o.nummer FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
            "WHERE b.dossier_id = ?",
            dossier_id,
        )
        if rij["nummer"] in tafels
    }
    beperkt = beperkte_items(r, dossier_id)
    zichtbaar, verborgen = [], []
    for item in informatie_van_dossier(r, dossier_id):
        aan_tafel = item.weging_id in wegingen or item.bespreking_id in punten
        reden = belet_editie(item, partij_id, kader, aan_tafel=aan_tafel, beperkt=item.id in beperkt)
        if reden:
            verborgen.append((item, reden))
        else:
            zichtbaar.append(item.id)
    return Blik(partij_id, partij, wegingen, tafels, frozenset(zichtbaar), tuple(verborgen))


def make_editie(r: Lezer, dossier_id: int, keuze: Editiekeuze, kader: Kader, vandaag: date) -> Editie:
    """The edition as it would be frozen now. LookupError when there is no casus, meeting or partner."""
    casus = casussen.casus_van_dossier(r, dossier_id)
    if casus is None:
        raise LookupError("no casus")
    blik = kijk_als(r, dossier_id, keuze.partij_id, kader)
    grond = _grond(r, dossier_id, blik, [d.inhoud.naam for d in casussen.casusdeelnemers(r, casus.id)])
    if keuze.stuk == editie.VERSLAG:
        stuk, weg, onderwerp = _verslag(r, blik, kader, casus.nummer, keuze.overleg_id or 0)
    elif keuze.stuk == editie.PLAN:
        stuk, weg, onderwerp = _plan(r, dossier_id, kader, vandaag)
    else:
        stuk, weg, onderwerp = _dossier(r, dossier_id, blik, keuze, kader, vandaag)
    stuk, gesnoeid = snoei(stuk, grond.verboden)
    weg += [Weggelaten(wat, _GEEN_INHOUD, tekst) for wat, tekst in gesnoeid]
    soort = f"deelnemer_{keuze.stuk}"
    stuk = replace(stuk, kop=_kop(r, stuk.kop, soort, blik, onderwerp))
    document = TeBevriezen(soort, stuk, stuk.kop.kenmerk, onderwerp, dossier_id, partij_id=keuze.partij_id)
    return Editie(document, tuple(dict.fromkeys(weg)), grond)


_Stuk = stukken.Verslag | stukken.Dossier | stukken.Planblad
_Gemaakt = tuple[_Stuk, list[Weggelaten], tuple[str, int]]


def _verslag(r: Lezer, blik: Blik, kader: Kader, casusnummer: str, overleg_id: int) -> _Gemaakt:
    geheel = verslag_gegevens(r, overleg_id, kader)
    if geheel.nummer not in blik.overleggen or geheel.kop.staat is not stukken.Staat.VASTGESTELD:
        raise LookupError("not for this partner")
    punten = {punt.id for punt in overleggen.agenda(r, overleg_id)}
    weg = [_inbreng(item, reden) for item, reden in blik.verborgen if item.bespreking_id in punten]
    return extract(geheel, casusnummer, partij=blik.partij), weg, ("overleg", overleg_id)


def _plan(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> _Gemaakt:
    geheel = dossier_gegevens(r, dossier_id, kader, ["plan"], vandaag)
    plan = geheel.plan or stukken.Plan(versie=1)
    blad = stukken.Planblad(kop=geheel.kop, plan=plan, betrokkene=geheel.kaart.betrokkene)
    return blad, [], ("dossier", dossier_id)


def _dossier(
    r: Lezer, dossier_id: int, blik: Blik, keuze: Editiekeuze, kader: Kader, vandaag: date
) -> _Gemaakt:
    """The card and the chosen parts, each with only what this partner was there for."""
    gewoon = [deel for deel in keuze.delen if deel not in {"weegverslag", "besprekingen", "tijdlijn"}]
    stuk = dossier_gegevens(r, dossier_id, kader, gewoon, vandaag)
    casus = casussen.casus_van_dossier(r, dossier_id)
    weg = [Weggelaten(tekst, "blijft bij de gemeente") for tekst in editie.BLIJFT_HIER.values()]
    weg += [_inbreng(item, reden) for item, reden in blik.verborgen]
    gemist = list(_gemiste_overleggen(r, blik, casus.id if casus else 0))
    weg += gemist
    kaart = replace(stuk.kaart, open_acties=_van_tafel(stuk.kaart.open_acties, blik))
    if gemist:  # the days of a meeting tell that there was one
        kaart = replace(kaart, laatste_overleg=None, volgend_overleg=None)
    if casus is not None and casus.weging_id not in blik.wegingen and kaart.opgenomen_reden:
        weg.append(Weggelaten("De reden van opnemen", NIET_AAN_TAFEL, kaart.opgenomen_reden))
        kaart = replace(kaart, opgenomen_reden="")
    stuk = replace(stuk, kaart=kaart)
    if stuk.acties is not None:
        stuk = replace(stuk, acties=_van_tafel(stuk.acties, blik))
    if stuk.besluiten is not None:
        tafels = {f"Casusoverleg {nummer}" for nummer in blik.overleggen}
        tafels |= {"Weegploeg"} if blik.wegingen else set()
        stuk = replace(stuk, besluiten=tuple(b for b in stuk.besluiten if b.door in tafels))
    if "besprekingen" in keuze.delen:
        keren = besprekingen(r, casus, kader, partij=blik.partij)
        stuk = replace(stuk, besprekingen=tuple(k for k in keren if k.overleg in blik.overleggen))
    if "tijdlijn" in keuze.delen:
        punten = [punt for punt in tijdlijn(r, dossier_id, kader) if _op_lijn(punt, blik)]
        stuk = replace(stuk, tijdlijn=tijdlijnstuk(punten))
    if "weegverslag" in keuze.delen:
        weging_id = laatste_weging(r, dossier_id)
        if weging_id in blik.wegingen:
            weging = weegverslag_gegevens(r, weging_id, kader, partij=blik.partij)
            stuk = replace(stuk, weegverslag=weging)
        elif weging_id is not None:
            weg.append(Weggelaten("Het weegverslag", NIET_AAN_TAFEL))
    return stuk, weg, ("dossier", dossier_id)


def _op_lijn(punt: Tijdlijnpunt, blik: Blik) -> bool:
    """May this partner see this point of the timeline?"""
    if punt.soort == INFORMATIE:
        return punt.informatie_id in blik.zichtbaar
    if punt.soort == OVERLEG:
        return any(f"Casusoverleg {nummer}" in punt.wat for nummer in blik.overleggen)
    if punt.soort == WEGING:
        return punt.onderwerp_id in blik.wegingen
    return punt.soort in {CASUS, PLAN}


def _van_tafel(acties: tuple[stukken.Actie, ...], blik: Blik) -> tuple[stukken.Actie, ...]:
    return tuple(actie for actie in acties if actie.overleg in blik.overleggen)


def _gemiste_overleggen(r: Lezer, blik: Blik, casus_id: int) -> Iterator[Weggelaten]:
    for kop in overleggen.overleggen_van_casus(r, casus_id):
        if kop.nummer not in blik.overleggen and kop.status != VOORBEREIDING:
            wat = f"Casusoverleg {kop.nummer}, met zijn besluiten en acties"
            yield Weggelaten(wat, NIET_AAN_TAFEL)


def _inbreng(item: InformatieItem, reden: str) -> Weggelaten:
    return Weggelaten(f"Inbreng van {item.partij or item.inhoud.gever}", reden, item.inhoud.tekst)


def _tafels(r: Lezer, casus_id: int, partij_id: int) -> frozenset[str]:
    """The numbers of the meetings where this partner sat at the table for this casus."""
    rijen = r.rows(
        "SELECT DISTINCT o.nummer FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
        "JOIN bespreking_deelnemer bd ON bd.bespreking_id = b.id "
        "JOIN overleg_deelnemer d ON d.id = bd.overleg_deelnemer_id "
        "WHERE b.casus_id = ? AND d.partij_id = ?",
        casus_id,
        partij_id,
    )
    return frozenset(rij["nummer"] for rij in rijen)


def _grond(r: Lezer, dossier_id: int, blik: Blik, namen: list[str]) -> Lekgrond:
    """What the leak check searches for: the reporter, and every item that this partner may not have."""
    tafel = verboden(r, [dossier_id], aan_tafel=[naam for naam in namen if naam])
    melders = [item for item in tafel.verboden if item.soort is not LekSoort.GEBLOKKEERD]
    dicht = [
        Verboden(LekSoort.GEBLOKKEERD, item.inhoud.tekst, f"informatie:{item.id}")
        for item, _ in blik.verborgen
        if item.inhoud.tekst
    ]
    return Lekgrond((*melders, *dicht), tafel.toegestaan)


def _kop(r: Lezer, kop: stukken.Kop, soort: str, blik: Blik, onderwerp: tuple[str, int]) -> stukken.Kop:
    """The head: what it is, for whom, and a number that counts the editions of these minutes."""
    kenmerk = kop.kenmerk
    if onderwerp[0] == "overleg":
        eerder = r.value(
            "SELECT count(*) FROM document WHERE soort = ? AND onderwerp_soort = ? AND onderwerp_id = ?",
            soort,
            *onderwerp,
        )
        kenmerk = f"{kenmerk}-E{eerder + 1}"
    return replace(kop, documentsoort=SOORTNAMEN[soort], kenmerk=kenmerk, bestemd_voor=blik.partij)

# SPDX-License-Identifier: EUPL-1.2
"""One whole dossier as it goes to another kluis, what stays, and what is known here of one that comes."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.naamvergelijking import zoeksleutels
from gemeente_pga.domain.overname import DOSSIER_SCHEMA, OPMERKING, OVERDRACHT, Aanbieding
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store import schema
from gemeente_pga.store.dossiervorm import (
    BLIJFT,
    MAG_LEEG,
    SLEUTELNAAR,
    Rijen,
    tabellen,
    to_bytes,
    to_json,
    velden,
)
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.overname_melder import LeesPdf, Schuilnaam, unreadable
from gemeente_pga.store.queries.persoon import lees_persoon
from gemeente_pga.store.queries.signaal import zoek_bekenden

_IDS = "(SELECT value FROM json_each(?))"
_MELDER = ("melder_naam", "melder_functie", "melder_contact")
_OPEN_OVERLEG = "Een overleg waarvan het verslag nog niet is vastgesteld, met wat daarvan is vastgelegd."
_HELE_VERSLAG = "Stukken die ook over een andere casus gaan. Het uittreksel van deze casus gaat wel mee."
_NOG_MAKEN = "Een stuk dat nog wordt gemaakt."
_MELDERS = "De naam van een melder die niet genoemd wil worden."
_VERVANGEN = "Woorden waaraan die melder te herkennen is. In de tekst staat daar: [weggelaten]."
_STUK = "Een stuk waarin die melder te herkennen is: {}."
_BIJLAGE = "Een bijlage waarin die melder te herkennen is, of die het programma niet kan doorzoeken: {}."
_GESCHRAPT = "Gegevens die zijn geschrapt."
_ALTIJD = "Wat u nog niet hebt vastgelegd, het journaal van deze kluis, en woorden over andere dossiers."


@dataclass(frozen=True, slots=True)
class Meegaand:
    """One dossier for another kluis. weggelaten: sentences for the coordinator; they are in the file too."""

    dossier_id: int
    inhoud: bytes = field(repr=False)
    aanbieding: Aanbieding
    weggelaten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bekend:
    """What this kluis knows of a dossier that is offered. elk: numbers of dossiers with a similar name."""

    hier_als: str = ""
    eerder: str = ""  # accepted or refused before: the sentence
    vernietigd_op: str = ""
    lijkt_op: tuple[str, ...] = ()


def pack(r: Lezer, dossier_id: int, soort: str, lees_pdf: LeesPdf = unreadable) -> Meegaand:
    """This dossier, ready to be sealed. soort: why it goes; another municipality gets less.

    lees_pdf: to search papers for a reporter who may not be named; without it none of those goes along then.
    """
    kop = dossierkop(r, dossier_id)
    if kop is None:
        raise LookupError("no such dossier")
    weg = _Weglating(Schuilnaam(r, dossier_id, lees_pdf) if soort == OVERDRACHT else None)
    rijen = _rijen(r, dossier_id, weg)
    partijen, p = _sleutels(r, rijen, "partij", "soort, naam, kernpartij", "soort, naam, id")
    kaders, k = _sleutels(r, rijen, "kader", "code, versie, titel, sha256, tekst", "code, versie, sha256")
    vorm = {tabel: [_rij(tabel, rij, p | k) for rij in lijst] for tabel, lijst in rijen.items()}
    inhoud = to_bytes(
        {
            "$schema": DOSSIER_SCHEMA,
            "opmerking": OPMERKING,
            "gemeente": kop.gemeente,
            "bewaring": _bewaarzin(r, dossier_id),
            "weggelaten": list(weg.zinnen),
            "partijen": partijen,
            "kaders": kaders,
            "rijen": vorm,
        }
    )
    hoofd = next(rij for rij in kaders if rij["sleutel"] == vorm["dossier"][0]["kader_id"])
    eerste = min(str(rij["ontvangen_op"])[:10] for rij in rijen["signaal"])
    aanbieding = Aanbieding(
        nummer=kop.nummer,
        gemeente=kop.gemeente,
        stand=f"{kop.soort.capitalize()}: {label(kop.soort, kop.status)}",
        van=eerste,
        kader=f"{hoofd['titel']} ({hoofd['versie']})",
        signalen=len(rijen["signaal"]),
        wegingen=len(rijen["weging"]),
        overleggen=len(rijen["bespreking"]),
        documenten=len(rijen["document"]),
        bijlagen=len(rijen["bijlage"]),
        sha256=hashlib.sha256(inhoud).hexdigest(),
    )
    return Meegaand(dossier_id, inhoud, aanbieding, weg.zinnen)


def bekend(r: Lezer, aanbieding: Aanbieding, rijen: Rijen) -> Bekend:
    """Is it here already, was it offered before, was it destroyed here, and who here has a similar name?"""
    dossier_id = rijen["dossier"][0]["id"]
    vernietigd = r.value(
        "SELECT min(tijd) FROM handeling WHERE code = ? AND onderwerp_id = ?",
        Handeling.DOSSIER_WISSEN.code,
        dossier_id,
    )
    wie = next(lees_persoon(rij) for rij in rijen["persoon"] if rij["rol"] == "betrokkene")
    gelijk = {b.dossier_id for b in zoek_bekenden(r, zoeksleutels(wie)) if b.dossier_id != dossier_id}
    nummers = r.rows(f"SELECT nummer FROM dossier WHERE id IN {_IDS} ORDER BY nummer", json.dumps([*gelijk]))
    return Bekend(
        hier_als=str(r.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id) or ""),
        eerder=eerder(r, aanbieding.sha256),
        vernietigd_op=str(vernietigd or "")[:10],
        lijkt_op=tuple(rij["nummer"] for rij in nummers),
    )


def eerder(r: Lezer, sha256: str) -> str:
    """What was decided before about exactly this dossier of exactly this file; "" when nothing."""
    rij = r.row("SELECT uitkomst, op FROM overname WHERE sha256 = ? ORDER BY op DESC LIMIT 1", sha256)
    dag = lees_dag(rij["op"]) if rij else None
    return f"{str(rij['uitkomst']).capitalize()} op {datum_kort(dag)}" if rij and dag else ""


class _Weglating:
    """What stays, in sentences. schuil: only for another municipality."""

    def __init__(self, schuil: Schuilnaam | None) -> None:
        self._zinnen: dict[str, None] = {_ALTIJD: None}
        self.schuil = schuil

    def meld(self, zin: str) -> None:
        if zin:
            self._zinnen[zin] = None

    @property
    def zinnen(self) -> tuple[str, ...]:
        return tuple(self._zinnen)


def _rijen(r: Lezer, dossier_id: int, weg: _Weglating) -> Rijen:
    """Every row that goes, by table; a row that leads to one that stays, stays too."""
    ids: dict[str, set[int]] = {}
    uit: Rijen = {}
    for tabel in tabellen():
        rijen = [rij for rij in _bron(r, tabel, dossier_id) if _gaat_mee(tabel, rij, weg)]
        gehouden = []
        for rij in rijen:
            heel = _sluit_aan(tabel, rij, ids)
            if heel is not None:
                gehouden.append(heel)
        uit[tabel] = gehouden
        ids[tabel] = {rij["id"] for rij in gehouden}
    uit["overleg_deelnemer"] = _aan_tafel(uit)
    for tabel, zin in BLIJFT.items():
        if zin and r.value(f"SELECT 1 FROM {tabel} WHERE dossier_id = ? LIMIT 1", dossier_id):
            weg.meld(zin)
    if r.value("SELECT 1 FROM document_dossier WHERE dossier_id = ? LIMIT 1", dossier_id):
        weg.meld(_HELE_VERSLAG)
    if len(ids["bespreking"]) < r.value("SELECT count(*) FROM bespreking WHERE dossier_id = ?", dossier_id):
        weg.meld(_OPEN_OVERLEG)
    if weg.schuil is not None and weg.schuil.clean(uit):
        weg.meld(_VERVANGEN)
    return uit


def _bron(r: Lezer, tabel: str, dossier_id: int) -> list[dict[str, Any]]:
    if tabel == "overleg":
        waar = "status = 'vastgesteld' AND id IN (SELECT overleg_id FROM bespreking WHERE dossier_id = ?)"
    elif tabel == "overleg_deelnemer":
        waar = "id IN (SELECT overleg_deelnemer_id FROM bespreking_deelnemer WHERE dossier_id = ?)"
    elif tabel == "dossier":
        waar = "id = ?"
    else:
        waar = "dossier_id = ?"
    return r.rows(f"SELECT * FROM {tabel} WHERE {waar} ORDER BY id", dossier_id)


def _gaat_mee(tabel: str, rij: dict[str, Any], weg: _Weglating) -> bool:
    """What is not made yet stays; another municipality gets no protected reporter, nothing struck."""
    if tabel == "document" and not rij["sha256"] and not rij["teruggenomen_op"]:
        weg.meld(_NOG_MAKEN)
        return False
    if weg.schuil is None:
        return True
    if tabel == "informatie" and rij["geschrapt"]:
        weg.meld(_GESCHRAPT)
        return False
    if tabel == "document" and weg.schuil.keeps_document(rij):
        weg.meld(_STUK.format(weg.schuil.mask(f"{rij['titel']} ({rij['kenmerk']})")))
        return False
    if tabel == "bijlage" and weg.schuil.keeps_bijlage(rij):
        weg.meld(_BIJLAGE.format(weg.schuil.mask(rij["naam"])))
        return False
    if tabel == "signaal" and rij["naam_noemen"] == "nee" and any(rij[veld] for veld in _MELDER):
        rij.update(dict.fromkeys(_MELDER, ""))
        weg.meld(_MELDERS)
    if tabel == "telefoonnotitie" and (rij["beller"] or rij["terugbelnummer"]):
        rij.update({"beller": "", "terugbelnummer": ""})
        weg.meld(_MELDERS)
    return True


def _sluit_aan(tabel: str, rij: dict[str, Any], ids: Mapping[str, Collection[int]]) -> dict[str, Any] | None:
    for kolom, doel in schema.verwijzingen()[tabel]:
        if doel == tabel or doel not in ids or kolom == "dossier_id" or rij[kolom] is None:
            continue
        if rij[kolom] in ids[doel]:
            continue
        if (tabel, kolom) not in MAG_LEEG:
            return None
        rij = {**rij, kolom: None}
    return rij


def _aan_tafel(uit: Rijen) -> list[dict[str, Any]]:
    """Of a meeting only who sat there for this casus."""
    wie = {rij["overleg_deelnemer_id"] for rij in uit["bespreking_deelnemer"]}
    return [rij for rij in uit["overleg_deelnemer"] if rij["id"] in wie]


def _sleutels(
    r: Lezer, rijen: Rijen, tabel: str, kolommen: str, volgorde: str
) -> tuple[list[dict[str, Any]], dict[tuple[str, int], str]]:
    """The rows of a shared table that are named, each under a key of this file."""
    soort = f"sleutel:{tabel}"
    ids = {
        rij[kolom]
        for naam, lijst in rijen.items()
        for kolom, vorm in velden(naam).items()
        if vorm == soort
        for rij in lijst
        if rij[kolom] is not None
    }
    gevonden = r.rows(
        f"SELECT id, {kolommen} FROM {tabel} WHERE id IN {_IDS} ORDER BY {volgorde}", json.dumps([*ids])
    )
    uit, namen = [], {}
    for plek, rij in enumerate(gevonden, start=1):
        sleutel = f"{SLEUTELNAAR[tabel]}{plek}"
        namen[tabel, rij.pop("id")] = sleutel
        uit.append({"sleutel": sleutel, **rij})
    return uit, namen


def _rij(tabel: str, rij: Mapping[str, Any], sleutels: Mapping[tuple[str, int], str]) -> dict[str, Any]:
    uit = {}
    for kolom, soort in velden(tabel).items():
        waarde = rij[kolom]
        if soort.startswith("sleutel:") and waarde is not None:
            uit[kolom] = sleutels[soort[8:], waarde]
        else:
            uit[kolom] = to_json(soort, waarde)
    return uit


def _bewaarzin(r: Lezer, dossier_id: int) -> str:
    rij = r.row(
        "SELECT bewaartermijn, waardering, begin, einde, selectielijst FROM bewaring WHERE dossier_id = ?",
        dossier_id,
    )
    if rij is None:
        return "Bij de afzender was geen bewaartermijn vastgesteld."
    einde = f", tot {rij['einde']}" if rij["einde"] else ""
    return (
        f"Bij de afzender vastgesteld: {rij['waardering']}, vanaf {rij['begin']}{einde} "
        f"(termijn {rij['bewaartermijn']}, {rij['selectielijst']})."
    )

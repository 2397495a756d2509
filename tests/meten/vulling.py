# SPDX-License-Identifier: EUPL-1.2
"""Fills a kluis with many dossiers: those of the practice kluis, copied through the write door.

Ids are random, so a number that is the id of a copied row is a reference to it: almost nothing here knows
which tables there are. Copies get other names and numbers, and the PDF of their documents is cut off short.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from graphlib import TopologicalSorter
from itertools import cycle, islice
from typing import Any

from gemeente_pga import oefenkluis
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.naamvergelijking import zoeksleutels
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.oefenkluis import casus, signaal, weging
from gemeente_pga.oefenkluis.bouw import Bouw
from gemeente_pga.paths import resource
from gemeente_pga.store.store import Reader, Store, Writer
from tests.meten.namen import verzin_personen

PER_HANDELING = 100
PER_INGEZIEN = 20
NA_AFLOOP = 30
PER_JAAR = 400
EERSTE_JAAR = 1990
PDF_BYTES = 2_000
REDEN = "verzoek_betrokkene"  # some of the copies are closed
_VERWIJST = re.compile(r"REFERENCES (\w+)")
_ONDERWERPEN = frozenset({"signaal", "weging", "casus", "plan", "overleg"})
_PERSOON = tuple(veld.name for veld in fields(Persoon))
Rij = Mapping[str, Any]


@dataclass(frozen=True)
class Voorbeeld:
    """All rows of one dossier, and of its meetings, in an order in which they can be added; dossier first."""

    rijen: tuple[tuple[str, Rij], ...]

    @property
    def hoe_vaak(self) -> int:
        """Many signals, fewer wegingen, now and then a casus: as it is in a town."""
        tabellen = {tabel for tabel, _ in self.rijen}
        return 1 if "casus" in tabellen else 2 if "weging" in tabellen else 4


def begin_kluis(store: Store, kader: Kader, nu: datetime) -> None:
    """The practice kluis as it is, documents included."""
    store.oefening = True
    oefenkluis.fill(store, kader, nu)


def begin_small(store: Store, kader: Kader, nu: datetime) -> None:
    """A signal on the agenda and a running casus, to see within seconds that everything can be measured."""
    store.oefening = True
    verhalen = tomllib.loads(resource("oefencasus/dossiers.toml").read_text("utf-8"))
    bouw = Bouw.begin(store, kader, nu, verhalen)
    for verhaal in map(bouw.met_data, verhalen["dossier"]):
        if verhaal["tot"] in ("agenda", "uitvoering"):
            dossier_id, signaal_id = signaal.tell(bouw, verhaal)
            if verhaal["tot"] == "uitvoering":
                casus.work(bouw, verhaal, weging.weigh(bouw, verhaal, dossier_id, signaal_id))
    oefenkluis.make_documents(store)


def fill_up(store: Store, aantal: int) -> None:
    """Copy dossiers until there are so many, and look into one of every twenty: a line in the journaal.

    The last acts are small ones, as they always are in use: opening verifies those, not a copy of hundreds.
    """
    with store.reader() as r:
        er_zijn = int(r.value("SELECT count(*) FROM dossier"))
        voorbeelden = _read_voorbeelden(r)
    personen = verzin_personen(max(0, aantal - er_zijn), zaad=er_zijn)
    werk = zip(range(er_zijn, aantal), personen, cycle(voorbeelden), strict=False)
    while deel := list(islice(werk, PER_HANDELING)):
        with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
            nieuw = [_copy(w, voorbeeld, persoon, nummer) for nummer, persoon, voorbeeld in deel]
        for dossier_id in nieuw[::PER_INGEZIEN]:
            log_inzien(store, dossier_id, reden=REDEN)
    with store.reader() as r:
        ids = [int(rij["id"]) for rij in r.rows("SELECT id FROM dossier ORDER BY id LIMIT ?", NA_AFLOOP)]
    for dossier_id in islice(cycle(ids), NA_AFLOOP if ids else 0):
        log_inzien(store, dossier_id, reden=REDEN)


def _copy(w: Writer, voorbeeld: Voorbeeld, persoon: Persoon, nummer: int) -> int:
    """One dossier more; its id."""
    nieuw: dict[int, int] = {}
    dossiernummer = f"{EERSTE_JAAR + nummer // PER_JAAR}-{nummer % PER_JAAR + 1:03}"
    for tabel, oud in voorbeeld.rijen:
        rij: dict[str, Any] = {
            kolom: nieuw.get(waarde, waarde) if isinstance(waarde, int) else waarde
            for kolom, waarde in oud.items()
            if kolom not in ("id", "zout")
        }
        if tabel == "persoon":
            rij |= {veld: getattr(persoon, veld) for veld in _PERSOON}
        elif tabel == "overleg":
            rij["nummer"] = f"O{dossiernummer}-{len(nieuw)}"
        elif isinstance(rij.get("nummer"), str):
            rij["nummer"] = dossiernummer if tabel == "dossier" else f"{dossiernummer}-{len(nieuw)}"
        if rij.get("pdf"):
            rij["pdf"] = rij["pdf"][:PDF_BYTES]
        nieuw[oud["id"]] = w.insert(tabel, rij)
        if tabel == "persoon":
            waar = {"dossier_id": rij["dossier_id"], "persoon_id": nieuw[oud["id"]]}
            for sleutel in sorted(zoeksleutels(persoon)):
                w.insert("persoonsleutel", {"sleutel": sleutel, **waar})
    return nieuw[voorbeeld.rijen[0][1]["id"]]


# ---- what there is to copy


def _read_voorbeelden(r: Reader) -> Sequence[Voorbeeld]:
    """The dossiers of the practice kluis: the copies are those of other years."""
    tabellen = list(_tables(r))
    rijen = r.rows("SELECT id FROM dossier WHERE nummer > '2020' ORDER BY nummer")
    voorbeelden = [Voorbeeld(tuple(_rows(r, tabellen, rij["id"]))) for rij in rijen]
    return [v for ronde in range(4) for v in voorbeelden if ronde < v.hoe_vaak]


def _rows(r: Reader, tabellen: Sequence[tuple[str, str]], dossier_id: int) -> Iterator[tuple[str, Rij]]:
    for tabel, waar in tabellen:
        for rij in r.rows(f"SELECT * FROM {tabel} WHERE {waar} ORDER BY id", dossier_id):  # noqa: S608 - ours
            yield tabel, rij


def _tables(r: Reader) -> Iterator[tuple[str, str]]:
    """Tables that hold something of a dossier, in the order of their references, with the condition."""
    sql = {
        rij["name"]: rij["sql"]
        for rij in r.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'")
    }
    verband = {
        tabel: (set(_VERWIJST.findall(tekst)) | (_ONDERWERPEN if "onderwerp_id" in tekst else set()))
        - {tabel}
        for tabel, tekst in sql.items()
    }
    overleg = "SELECT overleg_id FROM bespreking WHERE dossier_id = ?1"
    waar = {
        "dossier": "id = ?1",
        "overleg": f"id IN ({overleg})",
        "overleg_deelnemer": f"overleg_id IN ({overleg})",
        "document": f"dossier_id = ?1 OR (dossier_id IS NULL AND onderwerp_id IN ({overleg}))",
    }
    yield "dossier", waar["dossier"]
    for tabel in TopologicalSorter(verband).static_order():
        van_dossier = tabel in waar or "dossier_id" in sql.get(tabel, "")
        if van_dossier and tabel not in ("dossier", "handeling", "persoonsleutel"):
            yield tabel, waar.get(tabel, "dossier_id = ?1")

# SPDX-License-Identifier: EUPL-1.2
"""Acts of taking over a whole dossier from another kluis, or of refusing it.

What is taken over lives on here, row by row under the ids that it had; our seals vouch for how it came in,
never for how it came about. All or nothing.
"""

import hashlib
from collections.abc import Collection
from datetime import date
from typing import Any

from gemeente_pga.domain.casus import casusnummer
from gemeente_pga.domain.dossier import GESLOTEN
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kaderlezing import read_kader
from gemeente_pga.domain.overname import (
    AANVAARD,
    DOSSIER_SCHEMA,
    GEWEIGERD,
    OVERDRACHT,
    Aanbieding,
    Aanvaarding,
    BestandOngeldig,
    Overzicht,
    herken_schema,
)
from gemeente_pga.domain.persoon import volledige_naam
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.handelingen.persoon import write_sleutels
from gemeente_pga.handelingen.poort import require, require_dossier
from gemeente_pga.store.dossiervorm import Rijen, parse, read_rijen, tabellen, velden
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bewaren import bewaarstand
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.kader import kader_van, kader_van_dossier
from gemeente_pga.store.queries.overname import Bekend, bekend, eerder, pack
from gemeente_pga.store.queries.overname_grens import require_overview, require_own_rows
from gemeente_pga.store.queries.persoon import lees_persoon
from gemeente_pga.store.queries.signaal import signaalblad
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.store.store import Store, Writer
from gemeente_pga.store.verbinding import SqlFout

_IS_HIER = {  # shared by dossiers of one file
    "overleg": "SELECT 1 FROM overleg WHERE id = ?",
    "overleg_deelnemer": "SELECT 1 FROM overleg_deelnemer WHERE id = ?",
}
_GESLOTEN = {
    "signaal": "SELECT id FROM signaal WHERE dossier_id = ? AND status = 'gesloten'",
    "casus": "SELECT id FROM casus WHERE dossier_id = ? AND status = 'gesloten'",
}
_DICHT = frozenset({"afgesloten", "doorgeleid", "overgedragen"})
# A file that says something else than its rows: what reading it back may run into.
_ONLEESBAAR = (ValueError, LookupError, TypeError, AttributeError)


class Aangeboden:
    """One dossier of a file, looked at: what it is, and its rows. Nothing of it is in this kluis yet."""

    def __init__(self, inhoud: bytes, aanbieding: Aanbieding) -> None:
        """BestandOngeldig for anything that the program would not have written itself."""
        if hashlib.sha256(inhoud).hexdigest() != aanbieding.sha256:
            raise BestandOngeldig
        gelezen = parse(inhoud)
        herken_schema(gelezen, DOSSIER_SCHEMA)
        if {*gelezen} != {
            "$schema", "opmerking", "gemeente", "bewaring", "weggelaten", "partijen", "kaders", "rijen",
        }:  # fmt: skip
            raise BestandOngeldig
        self.aanbieding = aanbieding
        self.bewaring = _zin(gelezen["bewaring"])
        self.weggelaten = tuple(_zin(zin) for zin in _lijst(gelezen["weggelaten"], 100))
        self.rijen: Rijen = read_rijen(gelezen["rijen"])
        self.partijen = _sleutellijst(gelezen["partijen"], ("soort", "naam"), ("kernpartij",))
        self.kaders = _sleutellijst(gelezen["kaders"], ("code", "versie", "titel", "sha256", "tekst"), ())
        self._check()
        require_overview(aanbieding, gelezen["gemeente"], self.kaders, self.rijen)

    def bekend(self, r: Lezer) -> Bekend:
        """What is known here of it."""
        return bekend(r, self.aanbieding, self.rijen)

    def _check(self) -> None:
        for tabel, lijst in self.rijen.items():
            for kolom, soort in velden(tabel).items():
                namen = {"sleutel:partij": self.partijen, "sleutel:kader": self.kaders}.get(soort)
                if namen is None:
                    continue
                if any(rij[kolom] is not None and rij[kolom] not in namen for rij in lijst):
                    raise BestandOngeldig
        for rij in self.rijen["document"]:
            if rij["pdf"] is not None and hashlib.sha256(rij["pdf"]).hexdigest() != rij["sha256"]:
                raise BestandOngeldig
        for rij in self.rijen["bijlage"]:
            gemeten = hashlib.sha256(rij["inhoud"]).hexdigest(), len(rij["inhoud"])
            if gemeten != (rij["sha256"], rij["grootte"]):
                raise BestandOngeldig


def accept(
    store: Store, aangeboden: Aangeboden, overzicht: Overzicht, besluit: Aanvaarding, *, op: date
) -> int:
    """Take this dossier over. Gives its id here, which is the id that it had there."""
    try:
        with store.write(Handeling.OVERNAME_AANVAARDEN) as w:
            return _neem_over(w, aangeboden, overzicht, besluit, op)
    except SqlFout as fout:
        raise BestandOngeldig from fout


def refuse(store: Store, aanbieding: Aanbieding, overzicht: Overzicht, reden: str, *, op: date) -> None:
    """Do not take it over. Nothing about the person is kept."""
    with store.write(Handeling.OVERNAME_WEIGEREN) as w:
        if not reden:
            raise Storing("De reden ontbreekt.", "Schrijf op waarom u dit dossier niet overneemt.")
        if gedaan := eerder(w, aanbieding.sha256):
            raise Storing(f"Over dit dossier is al besloten: {gedaan}.", "Kies een ander dossier.")
        rij = _rij_overname(aanbieding, overzicht, GEWEIGERD, reden, op)
        w.onderwerp = ("overname", w.insert("overname", rij))


def _neem_over(
    w: Writer, aangeboden: Aangeboden, overzicht: Overzicht, besluit: Aanvaarding, op: date
) -> int:
    dossier_id: int = aangeboden.rijen["dossier"][0]["id"]
    _refuse_bekend(aangeboden.bekend(w))
    require_own_rows(w, aangeboden.rijen)
    sleutels = _partijen(w, aangeboden.partijen) | _kaders(w, aangeboden.kaders, op)
    nummer = next_nummer(w, "dossier", f"{op.year}-", 3)
    hernoemd = _Nummers(w, aangeboden.rijen, nummer, aangeboden.aanbieding.gemeente)
    for tabel in tabellen():
        for rij in aangeboden.rijen[tabel]:
            waarden: dict[str, Any] = {
                k: sleutels.get((velden(tabel)[k], v), v) for k, v in rij.items() if k != "id"
            }
            if tabel == "dossier":
                waarden |= {"nummer": nummer, "gemeente_id": besluit.gemeente_id}
            elif tabel in _IS_HIER:
                if w.value(_IS_HIER[tabel], rij["id"]) is not None:
                    overleg_id = rij["id"] if tabel == "overleg" else rij["overleg_id"]
                    _require_zelfde(w, overleg_id, overzicht.afzender)
                    continue  # came with another dossier of the same meeting
            else:
                waarden["dossier_id"] = dossier_id
            w.adopt(tabel, rij["id"], hernoemd.vul(tabel, rij["id"], waarden, besluit.gemeente_id))
    for rij in aangeboden.rijen["persoon"]:
        write_sleutels(w, dossier_id, rij["id"], lees_persoon(rij))
    require(w, dossier_id, Deur.INTAKE, op)
    _heropen_termijn(w, dossier_id)
    _meld_ontvangst(w, dossier_id, aangeboden, overzicht, besluit, op)
    rij = _rij_overname(aangeboden.aanbieding, overzicht, AANVAARD, besluit.reden, op)
    w.insert("overname", rij, dossier_id=dossier_id, grondslag=besluit.grondslag)
    _require_leesbaar(w, dossier_id, op)
    w.onderwerp, w.dossier_id = ("dossier", dossier_id), dossier_id
    return dossier_id


def _refuse_bekend(hier: Bekend) -> None:
    if hier.hier_als:
        raise Storing(
            f"Dit dossier staat hier al, als {hier.hier_als}.", "Het wordt niet nog een keer overgenomen."
        )
    if hier.vernietigd_op:
        dag = datum_kort(date.fromisoformat(hier.vernietigd_op))
        raise Storing(
            f"Dit dossier is in deze kluis vernietigd op {dag}.",
            "Vernietigd blijft vernietigd. Weiger het, en leg een nieuw signaal vast als dat er is.",
        )


class _Nummers:
    """The numbers of this kluis in the place of those of the sender; meetings keep theirs, with its name."""

    def __init__(self, w: Writer, rijen: Rijen, nummer: str, afzender: str) -> None:
        self._w, self._afzender = w, afzender
        casussen = sorted(rijen["casus"], key=lambda rij: (rij["geopend_op"], rij["nummer"]))
        self._casus = {rij["id"]: casusnummer(nummer, n) for n, rij in enumerate(casussen, start=1)}

    def vul(self, tabel: str, rij_id: int, waarden: dict[str, Any], gemeente_id: int) -> dict[str, Any]:
        if tabel == "casus":
            return waarden | {"nummer": self._casus[rij_id]}
        if tabel == "verzoek":
            begin = f"V{str(waarden['ontvangen_op'])[:4]}-"
            return waarden | {"nummer": next_nummer(self._w, "verzoek", begin, 3), "gemeente_id": gemeente_id}
        if tabel == "overleg":
            return waarden | {"nummer": self._overlegnummer(str(waarden["nummer"]))}
        return waarden

    def _overlegnummer(self, daar: str) -> str:
        nummer, n = f"{daar} {self._afzender}", 1
        while self._w.value("SELECT 1 FROM overleg WHERE nummer = ?", nummer) is not None:
            n += 1
            nummer = f"{daar} {self._afzender} ({n})"
        return nummer


def _require_zelfde(w: Writer, overleg_id: int, afzender: str) -> None:
    """A meeting that is here already must have come in with another dossier of the same sender."""
    eigen = w.value(
        "SELECT 1 FROM bespreking b WHERE b.overleg_id = ? AND NOT EXISTS "
        "(SELECT 1 FROM overname o WHERE o.dossier_id = b.dossier_id AND o.afzender = ?)",
        overleg_id,
        afzender,
    )
    if eigen is not None:
        raise BestandOngeldig


def _partijen(w: Writer, partijen: dict[str, dict[str, Any]]) -> dict[tuple[str, str], int]:
    """The partner of the same kind and name here, or a new one that is not offered in lists."""
    uit: dict[tuple[str, str], int] = {}
    for sleutel, rij in partijen.items():
        bekende = w.rows("SELECT id FROM partij WHERE soort = ? AND naam = ?", rij["soort"], rij["naam"])
        vrij = [b["id"] for b in bekende if b["id"] not in uit.values()]
        uit["sleutel:partij", sleutel] = vrij[0] if vrij else w.insert("partij", {**rij, "actief": False})
    return uit


def _kaders(w: Writer, kaders: dict[str, dict[str, Any]], op: date) -> dict[tuple[str, str], int]:
    """The same version here, or that of the sender beside it; nobody here has vouched for its texts."""
    uit: dict[tuple[str, str], int] = {}
    for sleutel, rij in kaders.items():
        hier = w.value("SELECT id FROM kader WHERE sha256 = ?", rij["sha256"])
        if hier is None:
            if hashlib.sha256(rij["tekst"].encode("utf-8")).hexdigest() != rij["sha256"]:
                raise BestandOngeldig
            try:
                read_kader(rij["tekst"], rij["titel"], sha256=rij["sha256"])
            except (Storing, *_ONLEESBAAR) as fout:
                raise BestandOngeldig from fout
            hier = w.insert("kader", {**rij, "geactiveerd_op": op, "actief": False})
        uit["sleutel:kader", sleutel] = int(hier)
    return uit


def _heropen_termijn(w: Writer, dossier_id: int) -> None:
    """Closed there under a term that was signed there: here somebody still has to set one."""
    for soort, vraag in _GESLOTEN.items():
        for rij in w.rows(vraag, dossier_id):
            van = w.value(
                "SELECT van FROM statusovergang WHERE onderwerp_soort = ? AND onderwerp_id = ? "
                "AND naar = 'gesloten' ORDER BY op DESC LIMIT 1",
                soort,
                rij["id"],
            )
            w.update(soort, rij["id"], {"status": van if van in _DICHT else "afgesloten"})


def _meld_ontvangst(
    w: Writer, dossier_id: int, aangeboden: Aangeboden, overzicht: Overzicht, besluit: Aanvaarding, op: date
) -> None:
    """Nobody is in this kluis without a signal: what came in is one, with the sender as its source."""
    kop = dossierkop(w, dossier_id)
    if kop is None:
        raise BestandOngeldig
    bron = aangeboden.aanbieding
    status = kop.status if kop.soort == "signaal" and (kop.soort, kop.status) in GESLOTEN else "opgenomen"
    verteld = (
        f"Dossier {bron.nummer} van {overzicht.afzender}, overgenomen op {datum_kort(op)}. Verzonden op "
        f"{overzicht.gemaakt_op[:10]}. {aangeboden.bewaring} Een controlecode op een stuk van vóór deze dag "
        "gaat u na in de kluis van de afzender."
    )
    signaal_id = w.insert(
        "signaal",
        {
            "dossier_id": dossier_id,
            "kader_id": w.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id),
            "soort": "overdracht_andere_gemeente",
            "status": status,
            "kanaal": "anders",
            "gemeld_als": volledige_naam(kop.persoon),
            "ontvangen_op": op,
            "bron_soort": "andere_gemeente",
            "bron_organisatie": overzicht.afzender,
            "naam_noemen": "ja",
            "bron_kennis": "document",
            "zelf_waargenomen": verteld,
            "eigen_opmerking": besluit.reden,
            "gesloten_op": op if status != "opgenomen" else None,
        },
    )
    stap = {"onderwerp_soort": "signaal", "onderwerp_id": signaal_id, "van": "", "naar": status, "op": op}
    w.insert("statusovergang", stap, dossier_id=dossier_id)


def _require_leesbaar(w: Writer, dossier_id: int, op: date) -> None:
    """Read it once as the screens do: what cannot be shown does not come in."""
    try:
        kader = kader_van_dossier(w, dossier_id)
        for rij in w.rows("SELECT DISTINCT kader_id FROM signaal WHERE dossier_id = ?", dossier_id):
            kader_van(w, rij["kader_id"])
        tijdlijn(w, dossier_id, kader)
        bewaarstand(w, dossier_id)
        for rij in w.rows("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id):
            signaalblad(w, rij["id"])
        pack(w, dossier_id, OVERDRACHT)
        require_dossier(w, dossier_id, Deur.INFORMEREN, op, ook_gesloten=True)
    except _ONLEESBAAR as fout:
        raise BestandOngeldig from fout
    except Storing:
        pass  # a restriction or a hold came along with it, and holds here too


def _rij_overname(
    aanbieding: Aanbieding, overzicht: Overzicht, uitkomst: str, reden: str, op: date
) -> dict[str, object]:
    return {
        "uitkomst": uitkomst,
        "afzender": overzicht.afzender,
        "nummer": aanbieding.nummer,
        "sha256": aanbieding.sha256,
        "verzonden_op": overzicht.gemaakt_op,
        "reden": reden,
        "op": op,
    }


def _sleutellijst(
    waarde: object, teksten: Collection[str], tellers: Collection[str]
) -> dict[str, dict[str, Any]]:
    uit: dict[str, dict[str, Any]] = {}
    for rij in _lijst(waarde, 1000):
        if not isinstance(rij, dict) or {*rij} != {"sleutel", *teksten, *tellers}:
            raise BestandOngeldig
        if any(not isinstance(rij[veld], str) for veld in ("sleutel", *teksten)) or rij["sleutel"] in uit:
            raise BestandOngeldig
        if any(type(rij[veld]) is not int or rij[veld] not in (0, 1) for veld in tellers):
            raise BestandOngeldig
        uit[rij["sleutel"]] = {veld: rij[veld] for veld in (*teksten, *tellers)}
    return uit


def _lijst(waarde: object, meeste: int) -> list[Any]:
    if not isinstance(waarde, list) or len(waarde) > meeste:
        raise BestandOngeldig
    return waarde


def _zin(waarde: object) -> str:
    if not isinstance(waarde, str) or len(waarde) > 2000:
        raise BestandOngeldig
    return waarde

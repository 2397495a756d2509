# SPDX-License-Identifier: EUPL-1.2
"""Notes and requests without a dossier: until when each is kept, and what keeps it from being destroyed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gemeente_pga.domain.bewaartermijn import Termijnvaststelling
from gemeente_pga.domain.bewaren import BEWAREN
from gemeente_pga.domain.kader import STARTPUNTEN, Kader
from gemeente_pga.domain.los import (
    NOTITIE,
    SOORTEN,
    TERMIJN,
    VERZOEK,
    Losfeiten,
    belet_los,
    compute_uitkomst,
    verzoek_klaar_op,
)
from gemeente_pga.domain.mandaat import Mandaatregel
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.bewaren import GEEN_VERWERKING
from gemeente_pga.store.queries.kader import kader_van, termijnvaststellingen
from gemeente_pga.store.queries.mandaat import mandaten

_KEUZE = "dossier_id IS NULL AND (?1 IS NULL OR id = ?1) ORDER BY ontvangen_op, id"
_NOTITIES = (
    "SELECT id, ontvangen_op, substr(afgehandeld_op, 1, 10) AS klaar_op, "
    "weegploeg_bericht_op, (SELECT count(*) FROM document d JOIN uitgifte u ON u.document_id = d.id "
    "JOIN exemplaar e ON e.uitgifte_id = u.id WHERE d.onderwerp_soort = 'telefoonnotitie' "
    "AND d.onderwerp_id = telefoonnotitie.id AND e.stand IN ('uitgereikt', 'teruggenomen')) AS papier "
    f"FROM telefoonnotitie WHERE signaal_id IS NULL AND {_KEUZE}"
)
_VERZOEKEN = (
    "SELECT id, nummer, gemeente_id, ontvangen_op, onherroepelijk_op, ingetrokken_op, doorgezonden_op, "
    f"besluit_op FROM verzoek WHERE {_KEUZE}"
)
_PAPIER = (  # once for all of them, as below
    "SELECT v.id, count(*) AS aantal FROM verzoek v JOIN document d ON d.onderwerp_soort = 'verzoek' "
    "AND d.onderwerp_id = v.id JOIN uitgifte u ON u.document_id = d.id JOIN exemplaar e "
    "ON e.uitgifte_id = u.id WHERE v.dossier_id IS NULL AND (?1 IS NULL OR v.id = ?1) "
    "AND e.stand IN ('uitgereikt', 'teruggenomen') GROUP BY v.id"
)
_ERNAAR = (
    "SELECT over_verzoek_id AS id, nummer, onherroepelijk_op IS NULL AND ingetrokken_op IS NULL AS loopt "
    "FROM verzoek WHERE over_verzoek_id IS NOT NULL AND (?1 IS NULL OR over_verzoek_id = ?1) ORDER BY nummer"
)


@dataclass(frozen=True, slots=True)
class Losstuk:
    """One note or request without a dossier. nummer: of a request. gemeente_id: None of a note.

    ontvangen_op: a day, or of a note the moment of the call; that is what tells one note from another.
    """

    soort: str
    id: int
    nummer: str
    ontvangen_op: str
    gemeente_id: int | None
    feiten: Losfeiten
    vaststelling: Termijnvaststelling | None = None  # of its term

    @property
    def naam(self) -> str:
        """What the list calls it: no name of anybody."""
        return f"{SOORTEN[self.soort]} {self.nummer}".strip()

    @property
    def termijn(self) -> str:
        """The term that counts, in words; empty without one."""
        if self.vaststelling is None:
            return ""
        woorden = parse_periode(self.vaststelling.termijn).woorden
        return f"{woorden} na {STARTPUNTEN[self.vaststelling.startpunt]}"


@dataclass(frozen=True, slots=True)
class Losvernietigd:
    """What stays of one that was destroyed."""

    soort: str
    van_jaar: int
    vernietigd_op: date
    machtiging_door: str
    machtiging_functie: str
    machtiging_kenmerk: str


@dataclass(frozen=True, slots=True)
class _Termijnen:
    """The terms of loose pieces that were signed under the kader in use."""

    kader: Kader
    getekend: Mapping[str, Termijnvaststelling]
    blijvend: frozenset[str]


def losse_stukken(r: Lezer, kader: Kader) -> tuple[Losstuk, ...]:
    """All of them: notes first, then requests, what came in first on top."""
    return _lees(r, kader, (NOTITIE, VERZOEK), None)


def losstuk(r: Lezer, soort: str, rij_id: int, kader: Kader) -> Losstuk | None:
    """One; None when it is not there, or belongs to a dossier."""
    return next(iter(_lees(r, kader, (soort,), rij_id)), None)


def te_vernietigen(r: Lezer, kader: Kader, vandaag: date) -> tuple[Losstuk, ...]:
    """Those that may be destroyed today."""
    return tuple(stuk for stuk in losse_stukken(r, kader) if not belet_los(stuk.feiten, vandaag))


def mandaten_voor(r: Lezer, stuk: Losstuk) -> tuple[tuple[Mandaatregel, ...], ...]:
    """The mandates of the municipality of a request; a note is of none, so those of each of them."""
    if stuk.gemeente_id is not None:
        return (mandaten(r, stuk.gemeente_id),)
    return tuple(mandaten(r, rij["id"]) for rij in r.rows("SELECT id FROM gemeente ORDER BY id"))


def brieven(r: Lezer, stuk: Losstuk) -> int:
    """How many papers were made for it: letters with the decision among them, or forms for a caller."""
    vraag = "SELECT count(*) FROM document WHERE onderwerp_soort = ? AND onderwerp_id = ?"
    return int(r.value(vraag, stuk.soort, stuk.id))


def vernietigd(r: Lezer) -> tuple[Losvernietigd, ...]:
    """What was destroyed, the latest first."""
    rijen = r.rows(
        "SELECT soort, van_jaar, vernietigd_op, machtiging_door, machtiging_functie, machtiging_kenmerk "
        "FROM losse_vernietiging ORDER BY vernietigd_op DESC, id LIMIT 100"
    )
    return tuple(
        Losvernietigd(**rij | {"vernietigd_op": date.fromisoformat(rij["vernietigd_op"])}) for rij in rijen
    )


def _lees(r: Lezer, kader: Kader, soorten: tuple[str, ...], rij_id: int | None) -> tuple[Losstuk, ...]:
    notities = r.rows(_NOTITIES, rij_id) if NOTITIE in soorten else []
    verzoeken = r.rows(_VERZOEKEN, rij_id) if VERZOEK in soorten else []
    if not notities and not verzoeken:
        return ()
    termijnen = _termijnen(r, kader)
    return (
        *(_notitie(r, rij, termijnen) for rij in notities),
        *_verzoeken(r, verzoeken, termijnen, rij_id),
    )


def _termijnen(r: Lezer, kader: Kader) -> _Termijnen:
    kader_id = int(r.value("SELECT id FROM kader WHERE actief = 1"))
    alle = termijnvaststellingen(r, kader_id)
    getekend = {code: alle[code] for code in TERMIJN.values() if code in alle}
    nu = kader_van(r, kader_id)
    blijvend = frozenset(code for code in getekend if nu.bewaartermijn(code).waardering == BEWAREN)
    return _Termijnen(kader, getekend, blijvend)


def _notitie(r: Lezer, rij: dict[str, Any], termijnen: _Termijnen) -> Losstuk:
    feiten = _feiten(
        r,
        NOTITIE,
        rij["id"],
        lees_dag(rij["klaar_op"]),
        termijnen,
        gemeld=rij["weegploeg_bericht_op"] is not None,
        papier=rij["papier"],
    )
    return _stuk(NOTITIE, rij, feiten, termijnen)


def _verzoeken(
    r: Lezer, rijen: list[dict[str, Any]], termijnen: _Termijnen, rij_id: int | None
) -> Iterator[Losstuk]:
    if not rijen:
        return
    papier = {int(x["id"]): int(x["aantal"]) for x in r.rows(_PAPIER, rij_id)}
    ernaar: dict[int, tuple[tuple[str, bool], ...]] = {}
    for x in r.rows(_ERNAAR, rij_id):
        ernaar[x["id"]] = (*ernaar.get(x["id"], ()), (x["nummer"], bool(x["loopt"])))
    for rij in rijen:
        yield _verzoek(r, rij, termijnen, ernaar.get(rij["id"], ()), papier.get(rij["id"], 0))


def _verzoek(
    r: Lezer,
    rij: dict[str, Any],
    termijnen: _Termijnen,
    ernaar: tuple[tuple[str, bool], ...],
    papier: int,
) -> Losstuk:
    klaar_op = verzoek_klaar_op(
        onherroepelijk=lees_dag(rij["onherroepelijk_op"]),
        ingetrokken=lees_dag(rij["ingetrokken_op"]),
        doorgezonden=lees_dag(rij["doorgezonden_op"]),
        besloten=rij["besluit_op"] is not None,
    )
    feiten = _feiten(
        r,
        VERZOEK,
        rij["id"],
        klaar_op,
        termijnen,
        ernaar=ernaar,
        papier=papier,
    )
    return _stuk(VERZOEK, rij, feiten, termijnen)


def _feiten(
    r: Lezer, soort: str, rij_id: int, klaar_op: date | None, termijnen: _Termijnen, **meer: Any
) -> Losfeiten:
    code = TERMIJN[soort]
    vaststelling = termijnen.getekend.get(code)
    laatste = None
    if vaststelling is not None and vaststelling.startpunt == "laatste_verwerking":
        laatste = _laatste_verwerking(r, soort, rij_id)
    uitkomst = compute_uitkomst(soort, klaar_op, laatste, termijnen.kader, termijnen.getekend)
    return Losfeiten(soort, klaar_op=klaar_op, blijvend=code in termijnen.blijvend, uitkomst=uitkomst, **meer)


def _stuk(soort: str, rij: dict[str, Any], feiten: Losfeiten, termijnen: _Termijnen) -> Losstuk:
    return Losstuk(
        soort,
        rij["id"],
        rij.get("nummer", ""),
        rij["ontvangen_op"],
        rij.get("gemeente_id"),
        feiten,
        termijnen.getekend.get(TERMIJN[soort]),
    )


def _laatste_verwerking(r: Lezer, soort: str, rij_id: int) -> date | None:
    tijd = r.value(
        "SELECT max(tijd) FROM handeling WHERE onderwerp_soort = ? AND onderwerp_id = ? "
        "AND code NOT IN (SELECT value FROM json_each(?))",
        soort,
        rij_id,
        GEEN_VERWERKING,
    )
    return datetime.fromisoformat(tijd).astimezone().date() if tijd else None

# SPDX-License-Identifier: EUPL-1.2
"""Lists of dossiers to destroy, their lines, what a destruction takes along, and older back-ups."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath
from typing import Any

from gemeente_pga.domain.backup import BACKUP_NA
from gemeente_pga.domain.bewaren import beletselen
from gemeente_pga.domain.kader import STARTPUNTEN
from gemeente_pga.domain.mandaat import Mandaatregel
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.vernietiging import GEMACHTIGD, TER_MACHTIGING, Omvang, Regelfeiten, steen_kort
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.bewaarlijst import bewaarregels
from gemeente_pga.store.queries.bewaren import bewaarstand
from gemeente_pga.store.queries.mandaat import mandaten

LOOPT = f"('{TER_MACHTIGING}', '{GEMACHTIGD}')"
_GENERATIES = 10  # of a back-up in one place


@dataclass(frozen=True, slots=True)
class Lijstkop:
    """One list."""

    id: int
    nummer: str
    opgesteld_op: date
    opgesteld_door: str
    status: str
    machtiging_door: str
    machtiging_functie: str
    machtiging_op: date | None
    machtiging_kenmerk: str
    afgerond_op: date | None
    regels: int
    vernietigd: int


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One dossier on a list, while it is there."""

    id: int
    lijst_id: int
    dossier_id: int
    nummer: str
    volgnummer: int
    oordeel_reden: str
    feiten: Regelfeiten

    @property
    def steen(self) -> str:
        """How the papers call it."""
        return steen_kort(self.dossier_id)


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """What may be said of a dossier after it is gone: no number, no name. Columns of table vernietiging."""

    soort: str
    van_jaar: int
    tot_jaar: int
    bewaartermijn: str
    grond: str
    selectielijst: str
    stukken: int
    papier: int


@dataclass(frozen=True, slots=True)
class Vernietigd:
    """One dossier that was destroyed by this list."""

    volgnummer: int
    steen: str
    beschrijving: Beschrijving
    wijze: str
    door: str
    op: date
    back_ups_tot: date | None


@dataclass(frozen=True, slots=True)
class OudeBackup:
    """A back-up in which destroyed dossiers may still stand. nog: so many newer ones replace it.

    verdwijnt_op: when a back-up is made every week, as Bureau asks.
    """

    plaats: str
    gemaakt_op: date
    nog: int
    verdwijnt_op: date


_LIJST = (
    "SELECT l.*, (SELECT count(*) FROM vernietigingsregel x WHERE x.lijst_id = l.id) AS regels, "
    "(SELECT count(*) FROM vernietiging v WHERE v.lijst_id = l.id) AS vernietigd FROM vernietigingslijst l "
)
_REGEL = (
    "SELECT x.*, d.nummer, l.status, l.machtiging_door FROM vernietigingsregel x "
    "JOIN vernietigingslijst l ON l.id = x.lijst_id JOIN dossier d ON d.id = x.dossier_id "
)


def lijsten(r: Lezer) -> tuple[Lijstkop, ...]:
    """All lists, newest first; they are kept for good."""
    return tuple(_kop(rij) for rij in r.rows(_LIJST + "ORDER BY l.nummer DESC"))


def lijst(r: Lezer, lijst_id: int) -> Lijstkop | None:
    """One list."""
    rij = r.row(_LIJST + "WHERE l.id = ?", lijst_id)
    return _kop(rij) if rij else None


def regels(r: Lezer, lijst_id: int) -> tuple[Lijstregel, ...]:
    """The dossiers on it that are still there."""
    rijen = r.rows(_REGEL + "WHERE x.lijst_id = ? ORDER BY x.volgnummer", lijst_id)
    return tuple(_regel(rij) for rij in rijen)


def regel(r: Lezer, regel_id: int) -> Lijstregel | None:
    """One line."""
    rij = r.row(_REGEL + "WHERE x.id = ?", regel_id)
    return _regel(rij) if rij else None


def vernietigd(r: Lezer, lijst_id: int) -> tuple[Vernietigd, ...]:
    """What this list destroyed."""
    rijen = r.rows("SELECT * FROM vernietiging WHERE lijst_id = ? ORDER BY volgnummer", lijst_id)
    return tuple(
        Vernietigd(
            rij["volgnummer"],
            steen_kort(rij["steen"]),
            Beschrijving(**{veld: rij[veld] for veld in Beschrijving.__dataclass_fields__}),
            rij["wijze"],
            rij["door"],
            date.fromisoformat(rij["op"]),
            lees_dag(rij["back_ups_tot"]),
        )
        for rij in rijen
    )


def kandidaten(r: Lezer, vandaag: date) -> tuple[int, ...]:
    """The dossiers that may be put on a list today: the term is past and nothing stands in the way."""
    voorbij = (b.dossier_id for b in bewaarregels(r, voorbij=vandaag) if not b.op_lijst)
    return tuple(d for d in voorbij if not belet(r, d, vandaag))


def belet(r: Lezer, dossier_id: int, vandaag: date) -> tuple[Ontbreekt, ...]:
    """What stands between this dossier and its destruction, read now."""
    return beletselen(bewaarstand(r, dossier_id).feiten, vandaag)


def beschrijf(r: Lezer, dossier_id: int) -> Beschrijving:
    """What a list and a verklaring may say of it."""
    stand = bewaarstand(r, dossier_id)
    nu = stand.bewaring
    if nu is None:
        raise LookupError("nothing was decided about keeping this dossier")
    rij = r.row(
        "SELECT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = ?1) AS casus, "
        "(SELECT min(substr(s.ontvangen_op, 1, 4)) FROM signaal s WHERE s.dossier_id = ?1) AS van, "
        "(SELECT count(*) FROM document WHERE dossier_id = ?1) + (SELECT count(*) FROM document_dossier "
        "WHERE dossier_id = ?1) + (SELECT count(*) FROM bijlage WHERE dossier_id = ?1) AS stukken, "
        "(SELECT count(*) FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id "
        "JOIN document d ON d.id = u.document_id WHERE u.wijze = 'afdruk' AND (d.dossier_id = ?1 OR EXISTS "
        "(SELECT 1 FROM document_dossier x WHERE x.document_id = d.id AND x.dossier_id = ?1))) AS papier",
        dossier_id,
    )
    getekend = r.value("SELECT waarden FROM vaststelling WHERE id = ?", nu.vaststelling_id)
    return Beschrijving(
        soort="casus" if rij and rij["casus"] else "signaal",
        van_jaar=int(rij["van"]) if rij and rij["van"] else nu.begin.year,
        tot_jaar=nu.begin.year,
        bewaartermijn=_termijn_in_woorden(str(getekend)),
        grond=nu.grond,
        selectielijst=nu.selectielijst,
        stukken=rij["stukken"] if rij else 0,
        papier=rij["papier"] if rij else 0,
    )


def _termijn_in_woorden(waarden: str) -> str:
    gelezen = json.loads(waarden)
    return f"{parse_periode(gelezen['termijn']).woorden} na {STARTPUNTEN[gelezen['startpunt']]}"


def omvang(r: Lezer, dossier_id: int) -> Omvang:
    """How much goes, and which papers of a whole meeting go along."""
    rij = r.row(
        "SELECT d.nummer, (SELECT count(*) FROM signaal s WHERE s.dossier_id = d.id) AS signalen, "
        "(SELECT count(*) FROM document x WHERE x.dossier_id = d.id AND x.soort IN "
        "('verslag', 'uittreksel', 'weegverslag')) AS verslagen, "
        "(SELECT count(*) FROM document x WHERE x.dossier_id = d.id AND x.soort NOT IN "
        "('verslag', 'uittreksel', 'weegverslag')) AS documenten, "
        "(SELECT count(*) FROM bijlage b WHERE b.dossier_id = d.id) AS bijlagen "
        "FROM dossier d WHERE d.id = ?",
        dossier_id,
    )
    if rij is None:
        raise LookupError("no such dossier")
    samen = r.rows(
        "SELECT d.titel, d.kenmerk, (SELECT group_concat(o.nummer, ', ') FROM (SELECT ds.nummer "
        "FROM document_dossier y JOIN dossier ds ON ds.id = y.dossier_id WHERE y.document_id = d.id "
        "AND y.dossier_id <> ?1 ORDER BY ds.nummer) o) AS anderen "
        "FROM document_dossier x JOIN document d ON d.id = x.document_id WHERE x.dossier_id = ?1 "
        "ORDER BY d.kenmerk",
        dossier_id,
    )
    return Omvang(
        **rij,
        samen=tuple(
            f"{s['titel']} {s['kenmerk']}" + (f" (ook over {s['anderen']})" if s["anderen"] else "")
            for s in samen
        ),
    )


def oude_backups(r: Lezer) -> tuple[OudeBackup, ...]:
    """The back-ups that are still kept, in every place, oldest first: ten are kept in each."""
    rijen = r.rows("SELECT plaats, gemaakt_op FROM reservekopie ORDER BY gemaakt_op DESC")
    plekken: dict[str, list[dict[str, Any]]] = {}
    for rij in rijen:
        plekken.setdefault(str(PurePath(rij["plaats"]).parent), []).append(rij)
    uit = []
    for plek, kopieen in plekken.items():
        laatste = date.fromisoformat(kopieen[0]["gemaakt_op"][:10])
        for jonger, rij in enumerate(kopieen[:_GENERATIES]):
            nog = _GENERATIES - jonger
            op = laatste + nog * timedelta(days=BACKUP_NA.days)
            uit.append(OudeBackup(plek, date.fromisoformat(rij["gemaakt_op"][:10]), nog, op))
    return tuple(sorted(uit, key=lambda b: (b.verdwijnt_op, b.gemaakt_op, b.plaats)))


def medewerkers(r: Lezer) -> tuple[str, ...]:
    """The names of those who work with this kluis."""
    return tuple(rij["naam"] for rij in r.rows("SELECT naam FROM gebruiker ORDER BY naam"))


def naam_van(r: Lezer, gebruiker_id: int | None) -> str:
    """Who is at work, by the name that stays in the register after the row went."""
    return str(r.value("SELECT naam FROM gebruiker WHERE id = ?", gebruiker_id) or "coördinator")


def mandaten_van_lijst(r: Lezer, lijst_id: int) -> tuple[tuple[Mandaatregel, ...], ...]:
    """The mandates of each municipality that has a dossier on this list."""
    rijen = r.rows(
        "SELECT DISTINCT d.gemeente_id FROM vernietigingsregel x JOIN dossier d ON d.id = x.dossier_id "
        "WHERE x.lijst_id = ? ORDER BY 1",
        lijst_id,
    )
    return tuple(mandaten(r, rij["gemeente_id"]) for rij in rijen)


def _kop(rij: dict[str, Any]) -> Lijstkop:
    velden = {veld: rij[veld] for veld in Lijstkop.__dataclass_fields__}
    for veld in ("machtiging_op", "afgerond_op"):
        velden[veld] = lees_dag(rij[veld])
    velden["opgesteld_op"] = date.fromisoformat(rij["opgesteld_op"])
    return Lijstkop(**velden)


def _regel(rij: dict[str, Any]) -> Lijstregel:
    return Lijstregel(
        id=rij["id"],
        lijst_id=rij["lijst_id"],
        dossier_id=rij["dossier_id"],
        nummer=rij["nummer"],
        volgnummer=rij["volgnummer"],
        oordeel_reden=rij["oordeel_reden"],
        feiten=Regelfeiten(
            status=rij["status"],
            machtiging_door=rij["machtiging_door"],
            oordeel=rij["oordeel"],
            bevestigd_op=lees_dag(rij["bevestigd_op"]),
            uitvoeren_vanaf=lees_dag(rij["uitvoeren_vanaf"]),
            ongedaan=rij["ongedaan_op"] is not None,
        ),
    )

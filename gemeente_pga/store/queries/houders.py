# SPDX-License-Identifier: EUPL-1.2
"""Who has what: the numbered copies, and what of a dossier is not accounted for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.correctie import Informatiecorrectie
from gemeente_pga.domain.exemplaar import UITGEREIKT, VERMIST, Houdernaam, Paperstand
from gemeente_pga.domain.houder import Houder, Houdergroep, holders, not_reached, per_holder
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.contacten import UITGIFTEN_VAN_DOSSIER, contacten, item

# A document about several dossiers names them in document_dossier; ids never hold a comma.
_KEUZE = """
SELECT e.*, u.wijze, u.versleuteld, u.bestemd_voor, u.op AS uitgegeven_op, u.document_id,
       coalesce(d.soort, 'bijlage') AS documentsoort, coalesce(d.titel, 'Bijlage') AS titel,
       coalesce(d.kenmerk, (SELECT 'bij dossier ' || b.nummer FROM dossier b WHERE b.id = u.dossier_id))
         AS kenmerk, coalesce(p.naam, '') AS partij,
       (SELECT group_concat(x.dossier_id) FROM (SELECT u.dossier_id WHERE u.dossier_id IS NOT NULL
          UNION SELECT dd.dossier_id FROM document_dossier dd WHERE dd.document_id = d.id) x) AS dossiers,
       (SELECT group_concat(n.nummer, ', ') FROM (SELECT ds.nummer FROM dossier ds
          WHERE ds.id = u.dossier_id OR ds.id IN
                (SELECT dd.dossier_id FROM document_dossier dd WHERE dd.document_id = d.id)
          ORDER BY ds.nummer) n) AS nummers,
       CASE WHEN e.stand = 'vermist' THEN coalesce((SELECT l.nummer FROM datalek l
          JOIN datalek_dossier x ON x.datalek_id = l.id WHERE l.gesloten_op IS NULL
          AND l.aard IN ('papier_vermist', 'drager_vermist') AND (x.dossier_id = u.dossier_id
          OR x.dossier_id IN (SELECT dd.dossier_id FROM document_dossier dd WHERE dd.document_id = d.id))
          ORDER BY x.exemplaar_id = e.id DESC, julianday(l.ontdekt_op) DESC LIMIT 1), '') ELSE '' END AS lek
  FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id LEFT JOIN document d ON d.id = u.document_id
  LEFT JOIN partij p ON p.id = e.partij_id
"""
_VAN_DOSSIER = f"u.id IN {UITGIFTEN_VAN_DOSSIER}"
_NIET_TERUG = f"({UITGEREIKT!r}, {VERMIST!r})"
_ORDE = " ORDER BY u.op DESC, d.kenmerk, e.nummer"


@dataclass(frozen=True, slots=True)
class Exemplaarregel:
    """One copy, with the document and the dossiers that it is about."""

    id: int
    nummer: int
    houder: str
    partij_id: int | None
    partij: str
    stand: str
    stand_op: date
    toelichting: str
    bestand: bool
    versleuteld: bool  # the file opens with a password of its own
    bestemd_voor: str
    uitgegeven_op: str
    document_id: int | None  # None: an attachment
    documentsoort: str
    titel: str
    kenmerk: str
    dossier_ids: tuple[int, ...]
    nummers: str
    lek: str  # the open datalek of one that is missing


def exemplaar(r: Lezer, exemplaar_id: int) -> Exemplaarregel | None:
    """One copy."""
    rij = r.row(_KEUZE + "WHERE e.id = ?", exemplaar_id)
    return _regel(rij) if rij else None


def exemplaren(r: Lezer, *, alles: bool = False, limiet: int = 500) -> tuple[Exemplaarregel, ...]:
    """The copies that are not back, the newest first; alles: those too that are accounted for."""
    waar = "" if alles else f"WHERE e.stand IN {_NIET_TERUG} "
    eerste = (  # which ones first: what is read of each copy costs more than the order of them all
        "SELECT e.id FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id "
        f"LEFT JOIN document d ON d.id = u.document_id {waar}{_ORDE} LIMIT ?"
    )
    return tuple(_regel(rij) for rij in r.rows(f"{_KEUZE} WHERE e.id IN ({eerste}) {_ORDE}", limiet))


def exemplaren_van_document(r: Lezer, document_id: int) -> tuple[Exemplaarregel, ...]:
    """The copies of one document, the newest first."""
    return tuple(_regel(rij) for rij in r.rows(_KEUZE + "WHERE d.id = ?" + _ORDE, document_id))


def volgend_nummer(r: Lezer, *, document_id: int | None = None, bijlage_id: int | None = None) -> int:
    """The number of the next copy of this document, or of this attachment."""
    hoogste = r.value(
        "SELECT max(e.nummer) FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id "
        "WHERE u.document_id = ? OR u.bijlage_id = ?",
        document_id,
        bijlage_id,
    )
    return 1 + int(hoogste or 0)


def exemplaar_met_hash(r: Lezer, sha256: str) -> Exemplaarregel | None:
    """The copy that is this file, byte for byte."""
    rij = r.row(_KEUZE + "WHERE e.sha256 = ? AND e.sha256 <> ''", sha256)
    return _regel(rij) if rij else None


def exemplaren_met_kenmerk(r: Lezer, kenmerk: str, nummer: int | None) -> tuple[Exemplaarregel, ...]:
    """The copies with what stands on paper: the kenmerk, and the number when it can be read."""
    rijen = r.rows(
        _KEUZE + "WHERE d.kenmerk = ?1 COLLATE NOCASE AND (?2 IS NULL OR e.nummer = ?2)" + _ORDE,
        kenmerk,
        nummer,
    )
    return tuple(_regel(rij) for rij in rijen)


def openstaand(r: Lezer, dossier_id: int) -> Paperstand:
    """What of this dossier is outside the kluis and not accounted for. Destroying asks this.

    A copy that was taken back is still paper: it counts until it is destroyed. One that stays with its holder
    for good does not; one that is missing counts as long as its datalek is open.
    """
    rij = r.row(
        "SELECT count(CASE WHEN e.stand IN ('uitgereikt', 'teruggenomen') AND u.wijze = 'afdruk' THEN 1 END) "
        "AS exemplaren, "
        "count(CASE WHEN e.stand IN ('uitgereikt', 'teruggenomen') AND u.wijze = 'bestand' THEN 1 END) "
        "AS bestanden, "
        "count(CASE WHEN e.stand = 'vermist' AND EXISTS (SELECT 1 FROM datalek_dossier x "
        "JOIN datalek l ON l.id = x.datalek_id WHERE x.dossier_id = ?1 AND l.gesloten_op IS NULL) "
        "THEN 1 END) AS vermist, "
        "(SELECT count(*) FROM houderbericht b WHERE b.dossier_id = ?1 AND b.antwoord = '') "
        "AS berichten FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id "
        "LEFT JOIN document d ON d.id = u.document_id WHERE " + _VAN_DOSSIER,
        dossier_id,
    )
    return Paperstand(**(rij or {}))


def voorgesteld(r: Lezer, document_id: int) -> tuple[Houdernaam, ...]:
    """Who may well get a copy: who was at the meeting, who weighed, or else who takes part in the casus."""
    tafel = r.rows(
        "SELECT DISTINCT o.naam, o.partij_id, p.naam AS partij, p.kernpartij FROM document d "
        "JOIN bespreking b ON b.overleg_id = d.onderwerp_id AND d.onderwerp_soort = 'overleg' "
        "  AND (b.dossier_id = d.dossier_id OR EXISTS (SELECT 1 FROM document_dossier dd "
        "       WHERE dd.document_id = d.id AND dd.dossier_id = b.dossier_id)) "
        "JOIN bespreking_deelnemer bd ON bd.bespreking_id = b.id "
        "JOIN overleg_deelnemer o ON o.id = bd.overleg_deelnemer_id JOIN partij p ON p.id = o.partij_id "
        "WHERE d.id = ? AND o.aanwezig IN ('', 'aanwezig') "
        "AND coalesce(d.partij_id, o.partij_id) = o.partij_id ORDER BY p.kernpartij DESC, p.naam, o.naam",
        document_id,
    )
    weegploeg = r.rows(
        "SELECT w.naam, w.partij_id, p.naam AS partij FROM document d "
        "JOIN weging_partij w ON w.weging_id = d.onderwerp_id AND d.onderwerp_soort = 'weging' "
        "JOIN partij p ON p.id = w.partij_id WHERE d.id = ? AND w.aanwezig IN ('ja', 'schriftelijk') "
        "AND coalesce(d.partij_id, w.partij_id) = w.partij_id ORDER BY p.kernpartij DESC, p.naam, w.naam",
        document_id,
    )
    deelnemers = r.rows(
        "SELECT DISTINCT coalesce(nullif(c.naam, ''), nullif(p.contactpersoon, ''), '') AS naam, "
        "c.partij_id, p.naam AS partij, p.kernpartij FROM document d "
        "JOIN casusdeelnemer c ON c.dossier_id = d.dossier_id AND c.tot IS NULL "
        "JOIN partij p ON p.id = c.partij_id "
        "WHERE d.id = ? AND coalesce(d.partij_id, c.partij_id) = c.partij_id "
        "ORDER BY p.kernpartij DESC, p.naam, naam",
        document_id,
    )
    return tuple(
        Houdernaam(f"{rij['naam']}, {rij['partij']}" if rij["naam"] else rij["partij"], rij["partij_id"])
        for rij in tafel or weegploeg or deelnemers
    )


def personen(r: Lezer, dossier_id: int) -> int:
    """How many people this dossier is about, the people around the betrokkene too."""
    return int(r.value("SELECT count(*) FROM persoon WHERE dossier_id = ?", dossier_id) or 0)


def bronhouders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """The organisations that the data of this dossier came from: who reported, and who brought it.

    Only organisations: this goes to a record that is kept when the dossier is gone, so it names nobody.
    """
    rijen = r.rows(
        "SELECT bron_organisatie AS naam FROM signaal WHERE dossier_id = ?1 AND bron_organisatie <> '' "
        "UNION SELECT p.naam FROM informatie i JOIN partij p ON p.id = i.partij_id "
        "WHERE i.dossier_id = ?1 AND i.geschrapt = 0 ORDER BY 1",
        dossier_id,
    )
    return tuple(rij["naam"] for rij in rijen)


def _regel(rij: Mapping[str, Any]) -> Exemplaarregel:
    zo = {
        veld: rij[veld]
        for veld in Exemplaarregel.__dataclass_fields__
        if veld not in {"stand_op", "bestand", "versleuteld", "dossier_ids", "nummers"}
    }
    return Exemplaarregel(
        **zo,
        stand_op=date.fromisoformat(rij["stand_op"][:10]),
        bestand=rij["wijze"] == "bestand",
        versleuteld=bool(rij["versleuteld"]),
        dossier_ids=tuple(int(d) for d in (rij["dossiers"] or "").split(",") if d),
        nummers=rij["nummers"] or "",
    )


def houders(r: Lezer, dossier_id: int, *, informatie_id: int | None = None) -> tuple[Houder, ...]:
    """Everybody who has something of this dossier; with an item: who has, or may have, that item."""
    feit = item(r, informatie_id) if informatie_id is not None else None
    return holders(contacten(r, dossier_id), feit)


def houdergroepen(r: Lezer, dossier_id: int, *, informatie_id: int | None = None) -> tuple[Houdergroep, ...]:
    """The same, one for each organisation or person."""
    namen = {rij["id"]: rij["naam"] for rij in r.rows("SELECT id, naam FROM partij")}
    return per_holder(houders(r, dossier_id, informatie_id=informatie_id), namen)


def kregen_iets_anders(r: Lezer, dossier_id: int, informatie_id: int) -> tuple[str, ...]:
    """Who was given something of this dossier, but not this item. Telling them of it would be the breach."""
    feit = item(r, informatie_id)
    return not_reached(contacten(r, dossier_id), feit) if feit else ()


@dataclass(frozen=True, slots=True)
class Correctieregel:
    """A correction with the words of the item and who brought it."""

    id: int
    informatie_id: int
    tekst: str
    gever: str
    inhoud: Informatiecorrectie


@dataclass(frozen=True, slots=True)
class Berichtregel:
    """A notice to one holder, with its answer. open_voor: the day by which an answer is expected."""

    id: int
    dossier_id: int
    soort: str
    aanleiding: tuple[str, int]
    houder: str
    partij_id: int | None
    heeft: str
    document_id: int | None
    gemaakt_op: date
    verstuurd_op: date | None
    antwoord_voor: date | None
    antwoord: str
    antwoord_tekst: str
    antwoord_op: date | None


def correcties(r: Lezer, dossier_id: int) -> tuple[Correctieregel, ...]:
    """What was reported as wrong, newest first."""
    return tuple(
        Correctieregel(
            rij["id"],
            rij["informatie_id"],
            rij["tekst"],
            rij["gever"],
            Informatiecorrectie(
                rij["soort"], rij["gemeld_door"], date.fromisoformat(rij["gemeld_op"]), rij["juist"]
            ),
        )
        for rij in r.rows(
            "SELECT c.*, i.tekst, coalesce(p.naam, i.gever) AS gever FROM informatiecorrectie c "
            "JOIN informatie i ON i.id = c.informatie_id LEFT JOIN partij p ON p.id = i.partij_id "
            "WHERE c.dossier_id = ? ORDER BY c.gemeld_op DESC, julianday(c.vastgelegd_op) DESC",
            dossier_id,
        )
    )


def berichten(r: Lezer, dossier_id: int) -> tuple[Berichtregel, ...]:
    """The notices of this dossier, the newest first."""
    return _berichten(
        r, "WHERE b.dossier_id = ? ORDER BY julianday(b.vastgelegd_op) DESC, b.houder", dossier_id
    )


def bericht(r: Lezer, bericht_id: int) -> Berichtregel | None:
    """One notice."""
    return next(iter(_berichten(r, "WHERE b.id = ?", bericht_id)), None)


def _berichten(r: Lezer, waar: str, sleutel: int) -> tuple[Berichtregel, ...]:
    return tuple(
        Berichtregel(
            id=rij["id"],
            dossier_id=rij["dossier_id"],
            soort=rij["soort"],
            aanleiding=(rij["aanleiding_soort"], rij["aanleiding_id"]),
            houder=rij["houder"],
            partij_id=rij["partij_id"],
            heeft=rij["heeft"],
            document_id=rij["document_id"],
            gemaakt_op=date.fromisoformat(rij["vastgelegd_op"][:10]),
            verstuurd_op=lees_dag(rij["verstuurd_op"]),
            antwoord_voor=lees_dag(rij["antwoord_voor"]),
            antwoord=rij["antwoord"],
            antwoord_tekst=rij["antwoord_tekst"],
            antwoord_op=lees_dag(rij["antwoord_op"]),
        )
        for rij in r.rows(f"SELECT b.* FROM houderbericht b {waar}", sleutel)
    )

# SPDX-License-Identifier: EUPL-1.2
"""Requests and remedies: one, those of a dossier, all, what was done for one, and what stands around it."""

from datetime import date
from typing import Any

from gemeente_pga.domain.verzoek import (
    CASUSOVERLEG,
    Behandeling,
    Verlenging,
    Verzoek,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekrond,
    Verzoekstap,
)
from gemeente_pga.domain.verzoektermijn import AVG
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.mandaat import mandaten

_REGEL = (
    "SELECT v.*, d.nummer AS dossier, g.naam AS gemeente, o.nummer AS over FROM verzoek v "
    "LEFT JOIN dossier d ON d.id = v.dossier_id LEFT JOIN verzoek o ON o.id = v.over_verzoek_id "
    "JOIN gemeente g ON g.id = v.gemeente_id "
)
LOOPT = "v.onherroepelijk_op IS NULL AND v.ingetrokken_op IS NULL"


def verzoek(r: Lezer, verzoek_id: int) -> Verzoekregel | None:
    """One request."""
    rij = r.row(_REGEL + "WHERE v.id = ?", verzoek_id)
    return _regel(rij) if rij else None


def verzoeken(r: Lezer, *, lopend: bool = False, hoogstens: int = 1000) -> tuple[Verzoekregel, ...]:
    """All requests, or those that still run: the soonest day first, newest first after that."""
    volgorde = "v.uiterlijk IS NULL DESC, v.uiterlijk, v.ontvangen_op DESC, v.id"
    keuze, eerst = "", f"{LOOPT} DESC, "
    if lopend:  # as they stand in the index: NULL comes first there too
        keuze = (
            "WHERE v.id IN (SELECT v.id FROM verzoek v "
            f"WHERE {LOOPT} ORDER BY v.uiterlijk, v.ontvangen_op DESC, v.id LIMIT ?1) "
        )
        eerst = ""
    rijen = r.rows(f"{_REGEL}{keuze}ORDER BY {eerst}{volgorde} LIMIT ?1", hoogstens)
    return tuple(_regel(rij) for rij in rijen)


def verzoeken_van_dossier(r: Lezer, dossier_id: int) -> tuple[Verzoekregel, ...]:
    """The requests about the person of this dossier, newest first."""
    rijen = r.rows(_REGEL + "WHERE v.dossier_id = ? ORDER BY v.ontvangen_op DESC, v.id", dossier_id)
    return tuple(_regel(rij) for rij in rijen)


def stappen(r: Lezer, verzoek_id: int) -> tuple[tuple[int, Verzoekstap], ...]:
    """What was done for it, in order, with the id of each."""
    rijen = r.rows(
        "SELECT * FROM verzoekstap WHERE verzoek_id = ? ORDER BY op, julianday(vastgelegd_op), id", verzoek_id
    )
    return tuple(
        (
            rij["id"],
            Verzoekstap(rij["soort"], date.fromisoformat(rij["op"]), rij["met"], rij["uitkomst"]),
        )
        for rij in rijen
    )


def ertegen(r: Lezer, verzoek_id: int) -> tuple[str, ...]:
    """The numbers of remedies against this decision that still run."""
    rijen = r.rows(f"SELECT v.nummer FROM verzoek v WHERE v.over_verzoek_id = ? AND {LOOPT}", verzoek_id)
    return tuple(rij["nummer"] for rij in rijen)


def rond(r: Lezer, regel: Verzoekregel) -> Verzoekrond:
    """What has to be known before a decision."""
    tekenen = mandaten(r, regel.gemeente_id)
    if regel.dossier_id is None:
        return Verzoekrond(mandaten=tekenen)
    persoon = r.row(
        "SELECT id, geboortedatum FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", regel.dossier_id
    )
    gezag = r.value("SELECT 1 FROM gezag WHERE dossier_id = ?", regel.dossier_id)
    raadplegen = regel.inhoud.soort in AVG and regel.inhoud.verwerking == CASUSOVERLEG
    return Verzoekrond(
        geboortedatum=lees_dag(persoon["geboortedatum"]) if persoon else None,
        gezag=bool(gezag),
        niet_geraadpleegd=_zonder_stap(r, regel, bronhouders(r, regel.dossier_id), "bronhouder_geraadpleegd")
        if raadplegen
        else (),
        mandaten=tekenen,
    )


def bronhouders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """The other parties whose information is in this dossier."""
    rijen = r.rows(
        "SELECT DISTINCT p.naam FROM informatie i JOIN partij p ON p.id = i.partij_id "
        "WHERE i.dossier_id = ? AND i.geschrapt = 0 AND p.soort <> 'gemeente' ORDER BY p.naam",
        dossier_id,
    )
    return tuple(rij["naam"] for rij in rijen)


def heeft_politiedelen(r: Lezer, dossier_id: int) -> bool:
    """Is there information of the police in this dossier?"""
    return bool(
        r.value(
            "SELECT 1 FROM informatie i JOIN partij p ON p.id = i.partij_id "
            "WHERE i.dossier_id = ? AND p.soort = 'politie' AND i.geschrapt = 0",
            dossier_id,
        )
    )


def niet_gemeld(r: Lezer, regel: Verzoekregel) -> tuple[str, ...]:
    """The participants of the casus who were not told of a request that counts as one to them all."""
    if regel.dossier_id is None or regel.inhoud.verwerking != CASUSOVERLEG:
        return ()
    rijen = r.rows(
        "SELECT DISTINCT p.naam FROM casusdeelnemer c JOIN partij p ON p.id = c.partij_id "
        "WHERE c.dossier_id = ? AND p.soort <> 'gemeente' AND c.tot IS NULL ORDER BY p.naam",
        regel.dossier_id,
    )
    return _zonder_stap(r, regel, tuple(rij["naam"] for rij in rijen), "aan_deelnemers_gemeld")


def _zonder_stap(r: Lezer, regel: Verzoekregel, namen: tuple[str, ...], soort: str) -> tuple[str, ...]:
    """Of these parties, those that no step of this kind names."""
    genoemd = " ".join(stap.met for _, stap in stappen(r, regel.id) if stap.soort == soort).casefold()
    return tuple(naam for naam in namen if naam.casefold() not in genoemd)


def _regel(rij: dict[str, Any]) -> Verzoekregel:
    verlengd = lees_dag(rij["verlengd_op"])
    return Verzoekregel(
        id=rij["id"],
        nummer=rij["nummer"],
        dossier_id=rij["dossier_id"],
        dossier=rij["dossier"] or "",
        gemeente_id=rij["gemeente_id"],
        gemeente=rij["gemeente"],
        inhoud=Verzoek(
            soort=rij["soort"],
            ontvangen_op=date.fromisoformat(rij["ontvangen_op"]),
            kanaal=rij["kanaal"],
            wat=rij["wat"],
            verzoeker=rij["verzoeker"],
            contact=rij["contact"],
            hoedanigheid=rij["hoedanigheid"],
            verwerking=rij["verwerking"],
            politiedelen=bool(rij["politiedelen"]),
            over_verzoek_id=rij["over_verzoek_id"],
        ),
        behandeling=_behandeling(rij),
        over=rij["over"] or "",
        uiterlijk=lees_dag(rij["uiterlijk"]),
        politie_uiterlijk=lees_dag(rij["politie_uiterlijk"]),
        verlenging=Verlenging(verlengd, rij["verlengd_reden"]) if verlengd else None,
        besluit=_besluit(rij),
        bekendgemaakt_op=lees_dag(rij["bekendgemaakt_op"]),
        rechtsmiddel_voor=lees_dag(rij["rechtsmiddel_voor"]),
        onherroepelijk_op=lees_dag(rij["onherroepelijk_op"]),
        ingetrokken_op=lees_dag(rij["ingetrokken_op"]),
        document_id=rij["document_id"],
    )


def _behandeling(rij: dict[str, Any]) -> Behandeling:
    return Behandeling(
        machtiging_gezien_op=lees_dag(rij["machtiging_gezien_op"]),
        identiteit_op=lees_dag(rij["identiteit_op"]),
        identiteit_wijze=rij["identiteit_wijze"],
        politie_doorgezonden_op=lees_dag(rij["politie_doorgezonden_op"]),
        politie_besluit_op=lees_dag(rij["politie_besluit_op"]),
        doorgezonden_aan=rij["doorgezonden_aan"],
        doorgezonden_op=lees_dag(rij["doorgezonden_op"]),
    )


def _besluit(rij: dict[str, Any]) -> Verzoekbesluit | None:
    op = lees_dag(rij["besluit_op"])
    if op is None:
        return None
    return Verzoekbesluit(
        rij["besluit"], rij["besluit_grond"], rij["besluit_tekst"], rij["ondertekenaar"], op
    )

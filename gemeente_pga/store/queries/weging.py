# SPDX-License-Identifier: EUPL-1.2
"""Everything the screens and the acts ask about wegingen."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import Field, dataclass, fields
from datetime import date
from typing import Any

from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.kader import noem_versie
from gemeente_pga.domain.weegregels import Omstandigheden, Signaalbron, bron_weegt_mee
from gemeente_pga.domain.weging import (
    NADERE_INFORMATIE,
    Afweging,
    Oordeel,
    Tafel,
    Tafelpartij,
    Weegbesluit,
    Weging,
)
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.beperking import NIET_BEPERKT


@dataclass(frozen=True, slots=True)
class Feit:
    """An information item that speaks for or against at one criterium."""

    id: int
    criterium: str
    informatie_id: int
    richting: str


@dataclass(frozen=True, slots=True)
class Weegsignaal:
    """A signaal that lies on the table, or may be put there."""

    id: int
    soort: str
    status: str
    ontvangen_op: str
    bron: str
    acuut: bool
    gekozen: bool
    herkomst: Signaalbron


@dataclass(frozen=True, slots=True)
class EerderOordeel:
    """What an earlier weging of the same dossier said about one criterium."""

    datum: date
    criterium: str
    antwoord: str
    reden: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the weegploeg asked, of whom, and at the weging of which day."""

    datum: date
    aan: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Weegkop:
    """What stands above the screen: which dossier, under which kader, what became of it."""

    dossiernummer: str
    kaderversie: str
    kader_sha256: str
    gemeente: str
    document_id: int | None
    casus_id: int | None


@dataclass(frozen=True, slots=True)
class Wegingkop:
    """One line about a weging, for lists."""

    id: int
    dossier_id: int
    datum: date
    status: str
    besluit: str
    overgenomen: bool


def weging(r: Lezer, weging_id: int) -> Weging | None:
    """One weging with all its parts."""
    rij = r.row("SELECT * FROM weging WHERE id = ?", weging_id)
    if rij is None:
        return None
    return Weging(
        id=weging_id,
        dossier_id=int(str(rij["dossier_id"])),
        kader_id=int(str(rij["kader_id"])),
        status=str(rij["status"]),
        overgenomen=bool(rij["overgenomen"]),
        tafel=_tafel(rij),
        partijen=partijen(r, weging_id),
        oordelen=oordelen(r, weging_id),
        afweging=Afweging(**_teksten(rij, fields(Afweging))),
        informeren=_informeren(rij),
        besluit=_besluit(rij),
        signaal_ids=tuple(
            int(str(s["signaal_id"]))
            for s in r.rows(
                "SELECT signaal_id FROM weging_signaal WHERE weging_id = ? ORDER BY id", weging_id
            )
        ),
        vastgesteld_op=lees_dag(rij["vastgesteld_op"]),
    )


def partijen(r: Lezer, weging_id: int) -> tuple[Tafelpartij, ...]:
    """The parties at the table, core parties first."""
    rijen = r.rows(
        "SELECT wp.* FROM weging_partij wp JOIN partij p ON p.id = wp.partij_id WHERE wp.weging_id = ? "
        "ORDER BY p.kernpartij DESC, p.soort, p.naam",
        weging_id,
    )
    return tuple(
        Tafelpartij(
            partij_id=int(str(rij["partij_id"])),
            standpunt_op=lees_dag(rij["standpunt_op"]),
            **_teksten(rij, fields(Tafelpartij), zonder={"partij_id", "standpunt_op"}),
        )
        for rij in rijen
    )


def oordelen(r: Lezer, weging_id: int) -> tuple[Oordeel, ...]:
    """The answered criteria."""
    rijen = r.rows("SELECT * FROM weging_criterium WHERE weging_id = ? ORDER BY criterium", weging_id)
    return tuple(Oordeel(**_teksten(rij, fields(Oordeel))) for rij in rijen)


def feiten(r: Lezer, weging_id: int) -> tuple[Feit, ...]:
    """Which item speaks for or against at which criterium."""
    rijen = r.rows(
        "SELECT f.id, c.criterium, f.informatie_id, f.richting FROM weging_feit f "
        "JOIN weging_criterium c ON c.id = f.weging_criterium_id JOIN informatie i ON i.id = f.informatie_id "
        f"WHERE c.weging_id = ? AND {NIET_BEPERKT} ORDER BY f.id",
        weging_id,
    )
    return tuple(
        Feit(int(str(f["id"])), str(f["criterium"]), int(str(f["informatie_id"])), str(f["richting"]))
        for f in rijen
    )


def weegsignalen(r: Lezer, dossier_id: int, weging_id: int | None) -> tuple[Weegsignaal, ...]:
    """The signals of the dossier that can be weighed now, and those already on this table."""
    rijen = r.rows(
        "SELECT s.*, ws.id IS NOT NULL AS gekozen FROM signaal s "
        "LEFT JOIN weging_signaal ws ON ws.signaal_id = s.id AND ws.weging_id = ? "
        "WHERE s.dossier_id = ? AND (ws.id IS NOT NULL "
        "OR s.status IN ('geagendeerd', 'in_weging', 'nadere_informatie')) "
        "ORDER BY julianday(s.ontvangen_op)",
        weging_id,
        dossier_id,
    )
    return tuple(
        Weegsignaal(
            id=int(str(s["id"])),
            soort=str(s["soort"]),
            status=str(s["status"]),
            ontvangen_op=str(s["ontvangen_op"]),
            bron=str(s["bron_organisatie"]),
            acuut=bool(s["acuut"]),
            gekozen=bool(s["gekozen"]),
            herkomst=Signaalbron(s["partij_id"], str(s["melder_naam"])),
        )
        for s in rijen
    )


def omstandigheden(r: Lezer, weging_id: int) -> Omstandigheden:
    """What the rules of domain.weging must know from outside the weging."""
    kern = r.rows("SELECT id, naam FROM partij WHERE kernpartij = 1 AND actief = 1 ORDER BY soort, naam")
    aantal = r.value("SELECT count(*) FROM informatie WHERE weging_id = ? AND geschrapt = 0", weging_id)
    bronnen = [
        Signaalbron(s["partij_id"], s["melder_naam"])
        for s in r.rows(
            "SELECT s.partij_id, s.melder_naam FROM signaal s "
            "JOIN weging_signaal ws ON ws.signaal_id = s.id WHERE ws.weging_id = ?",
            weging_id,
        )
    ]
    mee = bron_weegt_mee(bronnen, partijen(r, weging_id))
    namen = r.rows(
        "SELECT p.id, p.naam FROM partij p JOIN weging_partij wp ON wp.partij_id = p.id "
        "WHERE wp.weging_id = ? ORDER BY p.naam",
        weging_id,
    )
    acuut = r.value(
        "SELECT max(s.acuut) FROM signaal s JOIN weging_signaal ws ON ws.signaal_id = s.id "
        "WHERE ws.weging_id = ?",
        weging_id,
    )
    return Omstandigheden(
        kernpartijen=tuple((int(str(k["id"])), str(k["naam"])) for k in kern),
        informatie=int(str(aantal or 0)),
        bron_weegt_mee=tuple(str(n["naam"]) for n in namen if n["id"] in mee),
        acuut=bool(acuut),
    )


def wegingen_van_dossier(r: Lezer, dossier_id: int) -> tuple[Wegingkop, ...]:
    """The wegingen of a dossier, newest first."""
    rijen = r.rows(
        "SELECT * FROM weging WHERE dossier_id = ? ORDER BY datum DESC, julianday(vastgelegd_op) DESC",
        dossier_id,
    )
    return tuple(
        Wegingkop(
            id=int(str(rij["id"])),
            dossier_id=dossier_id,
            datum=date.fromisoformat(str(rij["datum"])),
            status=str(rij["status"]),
            besluit=str(rij["besluit"]),
            overgenomen=bool(rij["overgenomen"]),
        )
        for rij in rijen
    )


def eerdere_oordelen(r: Lezer, weging_id: int) -> tuple[EerderOordeel, ...]:
    """What earlier, final wegingen of the same dossier said, per criterium; newest first."""
    rijen = r.rows(
        "SELECT w.datum, c.criterium, c.antwoord, c.reden FROM weging_criterium c "
        "JOIN weging w ON w.id = c.weging_id JOIN weging deze ON deze.dossier_id = w.dossier_id "
        "WHERE deze.id = ? AND w.id <> deze.id AND w.status = 'vastgesteld' AND w.datum <= deze.datum "
        "ORDER BY w.datum DESC, julianday(w.vastgelegd_op) DESC",
        weging_id,
    )
    return tuple(
        EerderOordeel(date.fromisoformat(rij["datum"]), rij["criterium"], rij["antwoord"], rij["reden"])
        for rij in rijen
    )


def weegkop(r: Lezer, weging_id: int) -> Weegkop | None:
    """Dossier, kader and outcome of a weging."""
    rij = r.row(
        "SELECT d.nummer, k.sha256, k.titel, k.versie, g.naam AS gemeente, "
        "(SELECT id FROM document WHERE onderwerp_soort = 'weging' AND onderwerp_id = w.id "
        " AND soort = 'weegverslag' ORDER BY julianday(vastgelegd_op) DESC LIMIT 1) AS document_id, "
        "(SELECT id FROM casus WHERE dossier_id = w.dossier_id AND gesloten_op IS NULL) AS casus_id "
        "FROM weging w JOIN dossier d ON d.id = w.dossier_id JOIN kader k ON k.id = w.kader_id "
        "JOIN gemeente g ON g.id = d.gemeente_id WHERE w.id = ?",
        weging_id,
    )
    if rij is None:
        return None
    kader = f"{rij['titel']}, {noem_versie(rij['versie'])}"
    return Weegkop(rij["nummer"], kader, rij["sha256"], rij["gemeente"], rij["document_id"], rij["casus_id"])


def open_weging(r: Lezer, dossier_id: int) -> int | None:
    """The weging of this dossier that is still a concept."""
    waarde = r.value("SELECT id FROM weging WHERE dossier_id = ? AND status = 'concept'", dossier_id)
    return waarde if isinstance(waarde, int) else None


def gestelde_vraag(r: Lezer, weging_id: int) -> Vraag | None:
    """What the weegploeg asked at the weging just before this one; None when it asked nothing."""
    rij = r.row(
        "SELECT v.datum, v.besluit, v.vraag, v.vraag_aan FROM weging w JOIN weging v "
        "ON v.dossier_id = w.dossier_id AND v.status = 'vastgesteld' AND v.id <> w.id AND v.datum <= w.datum "
        "WHERE w.id = ? ORDER BY v.datum DESC, julianday(v.vastgelegd_op) DESC LIMIT 1",
        weging_id,
    )
    if rij is None or rij["besluit"] != NADERE_INFORMATIE or not rij["vraag"]:
        return None
    return Vraag(date.fromisoformat(str(rij["datum"])), str(rij["vraag_aan"]), str(rij["vraag"]))


def _tafel(rij: Mapping[str, Any]) -> Tafel:
    return Tafel(
        datum=date.fromisoformat(str(rij["datum"])),
        onvolledig_opvolgdatum=lees_dag(rij["onvolledig_opvolgdatum"]),
        **_teksten(rij, fields(Tafel), zonder={"datum", "onvolledig_opvolgdatum"}),
    )


def _informeren(rij: Mapping[str, Any]) -> Informeerbesluit:
    return Informeerbesluit(
        informeren_opnieuw_op=lees_dag(rij["informeren_opnieuw_op"]),
        **_teksten(rij, fields(Informeerbesluit), zonder={"informeren_opnieuw_op"}),
    )


def _besluit(rij: Mapping[str, Any]) -> Weegbesluit:
    return Weegbesluit(
        steunt_op_niet_vastgelegd=bool(rij["steunt_op_niet_vastgelegd"]),
        vraag_voor=lees_dag(rij["vraag_voor"]),
        **_teksten(rij, fields(Weegbesluit), zonder={"steunt_op_niet_vastgelegd", "vraag_voor"}),
    )


def _teksten(
    rij: Mapping[str, Any], velden: Iterable[Field[Any]], zonder: Collection[str] = ()
) -> dict[str, Any]:
    return {veld.name: str(rij[veld.name]) for veld in velden if veld.name not in zonder}

# SPDX-License-Identifier: EUPL-1.2
"""Everything the screens and the acts ask about meetings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.overleg import (
    Actie,
    Besluit,
    Bespreking,
    Deelnemer,
    Overleg,
    Reactie,
    Voortgang,
)
from gemeente_pga.domain.overlegstand import Besprekingstand, Overlegstand
from gemeente_pga.domain.standaardzin import INVULPLEK
from gemeente_pga.store.lezer import Lezer, lees_dag


@dataclass(frozen=True, slots=True)
class Overlegkop:
    """One meeting, with its state and numbers."""

    id: int
    nummer: str
    status: str
    inhoud: Overleg
    casusnummers: tuple[str, ...]
    vorig_overleg_id: int | None
    ter_reactie_op: date | None
    reageren_voor: date | None
    vastgesteld_op: date | None
    vastgesteld_wijze: str


@dataclass(frozen=True, slots=True)
class Tafelgenoot:
    """A participant with the name of the organisation and the casussen this person was there for."""

    id: int
    partij: str
    partijsoort: str
    inhoud: Deelnemer
    reactie: Reactie
    bespreking_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One casus on the agenda. beperkt: the verwerking of its whole dossier is restricted now."""

    id: int
    dossier_id: int
    casus_id: int
    casusnummer: str
    volgorde: int
    inhoud: Bespreking
    beperkt: bool = False


@dataclass(frozen=True, slots=True)
class Besluitregel:
    """A numbered decision."""

    id: int
    volgnummer: int
    inhoud: Besluit


@dataclass(frozen=True, slots=True)
class Actieregel:
    """A numbered action; voortgang is what was said of it at the asked meeting (None: nothing yet).

    overleg: the number of the meeting that agreed and numbered it.
    """

    id: int
    bespreking_id: int
    overleg: str
    volgnummer: int
    overleg_op: date
    status: str
    inhoud: Actie
    voortgang: Voortgang | None = None


def overleg(r: Lezer, overleg_id: int) -> Overlegkop | None:
    """One meeting."""
    koppen = _koppen(r, "WHERE o.id = ?", overleg_id)
    return koppen[0] if koppen else None


def overleggen(r: Lezer, *, limiet: int = 500) -> tuple[Overlegkop, ...]:
    """The meetings, newest first."""
    return _koppen(r, "WHERE 1 ORDER BY o.datum DESC, o.begin DESC LIMIT ?", limiet)


def komende_overleggen(r: Lezer, vandaag: date) -> tuple[Overlegkop, ...]:
    """The meetings that are being prepared and still have to come, soonest first."""
    waar = "WHERE o.status = 'voorbereiding' AND o.datum >= ? ORDER BY o.datum, o.begin LIMIT 5"
    return _koppen(r, waar, vandaag)


def overleggen_van_casus(r: Lezer, casus_id: int) -> tuple[Overlegkop, ...]:
    """The meetings where this casus was on the agenda, newest first."""
    waar = "WHERE o.id IN (SELECT overleg_id FROM bespreking WHERE casus_id = ?) "
    return _koppen(r, waar + "ORDER BY o.datum DESC, o.begin DESC", casus_id)


def laatste_overleg(r: Lezer, voor_id: int | None = None) -> Overlegkop | None:
    """The newest meeting that has begun (other than this one): the new one follows on it."""
    rij = r.row(
        "SELECT id FROM overleg WHERE id IS NOT ? AND status <> 'voorbereiding' "
        "ORDER BY datum DESC, begin DESC LIMIT 1",
        voor_id,
    )
    return overleg(r, rij["id"]) if rij else None


def voorstel_deelnemers(r: Lezer, casus_ids: Collection[int], op: date) -> dict[Deelnemer, tuple[int, ...]]:
    """Whom to invite: the participants of these casussen, each for the casussen they take part in."""
    voor: dict[tuple[int, str], tuple[Deelnemer, list[int]]] = {}
    for casus_id in casus_ids:
        rijen = r.rows(
            "SELECT d.partij_id, coalesce(nullif(d.naam, ''), nullif(p.contactpersoon, ''), p.naam) AS naam, "
            "coalesce(nullif(d.functie, ''), p.functie) AS functie, d.rol FROM casusdeelnemer d "
            "JOIN partij p ON p.id = d.partij_id WHERE d.casus_id = ? AND coalesce(d.tot >= ?, 1) "
            "ORDER BY p.kernpartij DESC, p.naam, d.naam",
            casus_id,
            op,
        )
        for rij in rijen:
            wie = Deelnemer(**rij, aanwezig="", geheimhouding=False, toelichting="")
            voor.setdefault((wie.partij_id, wie.naam), (wie, []))[1].append(casus_id)
    return {wie: tuple(ids) for wie, ids in voor.values()}


def agenda(r: Lezer, overleg_id: int) -> tuple[Agendapunt, ...]:
    """The casussen of a meeting in their order."""
    return _agenda(r, "WHERE b.overleg_id = ?", overleg_id)


def deelnemers(r: Lezer, overleg_id: int) -> tuple[Tafelgenoot, ...]:
    """Who was invited, core parties first."""
    rijen = r.rows(
        "SELECT d.*, p.naam AS partij, p.soort AS partijsoort, "
        "(SELECT group_concat(bd.bespreking_id) FROM bespreking_deelnemer bd "
        " WHERE bd.overleg_deelnemer_id = d.id) AS bij "
        "FROM overleg_deelnemer d JOIN partij p ON p.id = d.partij_id WHERE d.overleg_id = ? "
        "ORDER BY p.kernpartij DESC, p.naam, d.naam",
        overleg_id,
    )
    return tuple(
        Tafelgenoot(
            id=rij["id"],
            partij=rij["partij"],
            partijsoort=rij["partijsoort"],
            inhoud=Deelnemer(
                partij_id=rij["partij_id"],
                naam=rij["naam"],
                functie=rij["functie"],
                rol=rij["rol"],
                aanwezig=rij["aanwezig"],
                geheimhouding=bool(rij["geheimhouding"]),
                toelichting=rij["toelichting"],
            ),
            reactie=Reactie(
                rij["reactie"], rij["reactie_tekst"], lees_dag(rij["reactie_op"]), rij["reactie_kanaal"]
            ),
            bespreking_ids=tuple(int(b) for b in (rij["bij"] or "").split(",") if b),
        )
        for rij in rijen
    )


def besluiten(r: Lezer, bespreking_id: int) -> tuple[Besluitregel, ...]:
    """The decisions about one casus in one meeting."""
    rijen = r.rows("SELECT * FROM besluit WHERE bespreking_id = ? ORDER BY volgnummer", bespreking_id)
    return tuple(
        Besluitregel(b["id"], b["volgnummer"], Besluit(b["tekst"], bool(b["steunt_op_niet_vastgelegd"])))
        for b in rijen
    )


def acties(r: Lezer, bespreking_id: int) -> tuple[Actieregel, ...]:
    """The actions agreed about one casus in one meeting."""
    return _acties(r, bespreking_id, "WHERE a.bespreking_id = ?", bespreking_id)


def acties_vorige_keer(r: Lezer, bespreking_id: int) -> tuple[Actieregel, ...]:
    """Earlier actions of this casus that were open when this meeting began, or were ended at it."""
    waar = (
        "JOIN bespreking nu ON nu.id = ? JOIN overleg onu ON onu.id = nu.overleg_id "
        "WHERE a.casus_id = nu.casus_id AND a.bespreking_id <> nu.id AND o.datum <= onu.datum "
        "AND (a.status IN ('open', 'loopt') OR v.id IS NOT NULL)"
    )
    return _acties(r, bespreking_id, waar, bespreking_id)


def open_acties(r: Lezer, casus_id: int) -> tuple[Actieregel, ...]:
    """What is still to be done in a casus, soonest first."""
    return tuple(sorted(agreed_acties(r, casus_id), key=lambda a: a.inhoud.voor or date.max))


def agreed_acties(r: Lezer, casus_id: int) -> tuple[Actieregel, ...]:
    """The same, in the order of the minutes that agreed them: meeting by meeting, by number."""
    return _acties(r, 0, "WHERE a.casus_id = ? AND a.status IN ('open', 'loopt')", casus_id)


def stand(r: Lezer, overleg_id: int) -> Overlegstand | None:
    """What domain.overleg.ontbreekt must know."""
    kop = overleg(r, overleg_id)
    if kop is None:
        return None
    tafel = deelnemers(r, overleg_id)
    aanwezig = [t for t in tafel if t.inhoud.aanwezig == "aanwezig"]
    punten = agenda(r, overleg_id)
    beperkt = {p.id for p in punten if p.beperkt}
    leest = [t for t in tafel if not t.bespreking_ids or set(t.bespreking_ids) - beperkt]
    return Overlegstand(
        overleg=kop.inhoud,
        status=kop.status,
        deelnemers=len(tafel),
        zonder_aanwezigheid=tuple(t.inhoud.naam for t in tafel if not t.inhoud.aanwezig),
        aanwezig_zonder_geheimhouding=tuple(t.inhoud.naam for t in aanwezig if not t.inhoud.geheimhouding),
        zonder_reactie=tuple(t.inhoud.naam for t in leest if not t.reactie.reactie),
        besprekingen=tuple(_besprekingstand(r, punt, tafel) for punt in punten),
    )


def _besprekingstand(r: Lezer, punt: Agendapunt, tafel: tuple[Tafelgenoot, ...]) -> Besprekingstand:
    genomen = besluiten(r, punt.id)
    zwijgend = r.value(
        "SELECT count(*) FROM informatie WHERE bespreking_id = ? AND geschrapt = 0 AND "
        "markering = 'niet_vastleggen'",
        punt.id,
    )
    return Besprekingstand(
        bespreking_id=punt.id,
        casusnummer=punt.casusnummer,
        aanwezigen=sum(punt.id in t.bespreking_ids for t in tafel if t.inhoud.aanwezig == "aanwezig"),
        besluiten=len(genomen),
        acties_zonder_stand=sum(a.voortgang is None for a in acties_vorige_keer(r, punt.id)),
        niet_vastgelegde_inbreng=bool(zwijgend),
        besluit_op_niet_vastgelegd=any(b.inhoud.steunt_op_niet_vastgelegd for b in genomen),
        informeren=punt.inhoud.informeren,
        actie_zonder_datum=sum(a.inhoud.voor is None for a in acties(r, punt.id)),
        open_plekken=_open_plekken(r, punt.id),
        beperkt=punt.beperkt,
    )


_TEKSTEN = (
    ("het doel", "doel", "SELECT id, doel AS tekst FROM bespreking WHERE id = ?"),
    ("de overwegingen", "overwegingen", "SELECT id, overwegingen AS tekst FROM bespreking WHERE id = ?"),
    (
        "de reden bij informeren",
        "informeren_reden",
        "SELECT id, informeren_reden AS tekst FROM bespreking WHERE id = ?",
    ),
    (
        "het minderheidsstandpunt",
        "minderheidsstandpunt",
        "SELECT id, minderheidsstandpunt AS tekst FROM bespreking WHERE id = ?",
    ),
    (
        "de stand van een actie",
        "voortgang:{}.toelichting",
        "SELECT actie_id AS id, toelichting AS tekst FROM actie_voortgang WHERE bespreking_id = ?",
    ),
    (
        "een inbreng",
        "inbreng:{}.tekst",
        "SELECT id, tekst FROM informatie WHERE bespreking_id = ? AND geschrapt = 0",
    ),
    ("een besluit", "besluit:{}.tekst", "SELECT id, tekst FROM besluit WHERE bespreking_id = ?"),
    ("een actie", "actie:{}.wat", "SELECT id, wat AS tekst FROM actie WHERE bespreking_id = ?"),
)


def _open_plekken(r: Lezer, bespreking_id: int) -> tuple[tuple[str, str], ...]:
    """The texts of the minutes with a place that was left open, in the order of the screen."""
    return tuple(
        (naam, veld.format(rij["id"]))
        for naam, veld, vraag in _TEKSTEN
        for rij in r.rows(vraag, bespreking_id)
        if INVULPLEK in rij["tekst"]
    )


def _koppen(r: Lezer, waar: str, sleutel: int | date) -> tuple[Overlegkop, ...]:
    rijen = r.rows(
        "SELECT o.*, (SELECT group_concat(c.nummer, ',') FROM (SELECT c.nummer FROM bespreking b "
        "JOIN casus c ON c.id = b.casus_id WHERE b.overleg_id = o.id ORDER BY b.volgorde) c) AS casusnummers "
        "FROM overleg o " + waar,
        sleutel,
    )
    return tuple(
        Overlegkop(
            id=rij["id"],
            nummer=rij["nummer"],
            status=rij["status"],
            inhoud=_overleg(rij),
            casusnummers=tuple((rij["casusnummers"] or "").split(",")) if rij["casusnummers"] else (),
            vorig_overleg_id=rij["vorig_overleg_id"],
            ter_reactie_op=lees_dag(rij["ter_reactie_op"]),
            reageren_voor=lees_dag(rij["reageren_voor"]),
            vastgesteld_op=lees_dag(rij["vastgesteld_op"]),
            vastgesteld_wijze=rij["vastgesteld_wijze"],
        )
        for rij in rijen
    )


def _overleg(rij: Mapping[str, Any]) -> Overleg:
    waarden = {veld: rij[veld] for veld in Overleg.__dataclass_fields__}
    waarden |= {
        "datum": date.fromisoformat(rij["datum"]),
        "volgend_overleg": lees_dag(rij["volgend_overleg"]),
    }
    waarden["geheimhouding_besproken"] = bool(rij["geheimhouding_besproken"])
    return Overleg(**waarden)


def _agenda(r: Lezer, waar: str, sleutel: int) -> tuple[Agendapunt, ...]:
    rijen = r.rows(
        "SELECT b.*, c.nummer AS casusnummer, EXISTS (SELECT 1 FROM beperking x WHERE "
        "x.dossier_id = b.dossier_id AND x.informatie_id IS NULL AND x.opgeheven_op IS NULL) AS beperkt "
        "FROM bespreking b JOIN casus c ON c.id = b.casus_id " + waar + " ORDER BY b.volgorde",
        sleutel,
    )
    return tuple(
        Agendapunt(
            id=rij["id"],
            dossier_id=rij["dossier_id"],
            casus_id=rij["casus_id"],
            casusnummer=rij["casusnummer"],
            volgorde=rij["volgorde"],
            inhoud=Bespreking(
                doel=rij["doel"],
                overwegingen=rij["overwegingen"],
                informeren=rij["informeren"],
                informeren_reden=rij["informeren_reden"],
                informeren_opnieuw_op=lees_dag(rij["informeren_opnieuw_op"]),
                volgende_herbeoordeling=lees_dag(rij["volgende_herbeoordeling"]),
                minderheidsstandpunt_van=rij["minderheidsstandpunt_van"],
                minderheidsstandpunt=rij["minderheidsstandpunt"],
                informeren_grondslag=rij["informeren_grondslag"],
            ),
            beperkt=bool(rij["beperkt"]),
        )
        for rij in rijen
    )


def _acties(r: Lezer, bespreking_id: int, waar: str, sleutel: int) -> tuple[Actieregel, ...]:
    """Actions, each with what was said of it at the meeting of bespreking_id."""
    rijen = r.rows(
        "SELECT a.*, o.nummer AS overleg, o.datum AS overleg_op, v.id AS v_id, v.status AS v_status, "
        "v.toelichting AS v_toelichting, v.gebeurd_op AS v_gebeurd_op "
        "FROM actie a JOIN bespreking b ON b.id = a.bespreking_id JOIN overleg o ON o.id = b.overleg_id "
        "LEFT JOIN actie_voortgang v ON v.actie_id = a.id AND v.bespreking_id = ? "
        + waar
        + " ORDER BY o.datum, o.nummer, a.volgnummer",
        bespreking_id,
        sleutel,
    )
    return tuple(
        Actieregel(
            id=rij["id"],
            bespreking_id=rij["bespreking_id"],
            overleg=rij["overleg"],
            volgnummer=rij["volgnummer"],
            overleg_op=date.fromisoformat(rij["overleg_op"]),
            status=rij["status"],
            inhoud=Actie(
                wat=rij["wat"],
                wie=rij["wie"],
                partij_id=rij["partij_id"],
                voor=lees_dag(rij["voor"]),
                maat=rij["maat"],
                conditie=rij["conditie"],
                informering=rij["informering"],
                naar_buiten=bool(rij["naar_buiten"]),
                buiten_wie=rij["buiten_wie"],
                buiten_wat=rij["buiten_wat"],
                buiten_grondslag=rij["buiten_grondslag"],
                zonder_pga_context=bool(rij["zonder_pga_context"]),
            ),
            voortgang=Voortgang(rij["v_status"], rij["v_toelichting"], lees_dag(rij["v_gebeurd_op"]))
            if rij["v_id"]
            else None,
        )
        for rij in rijen
    )

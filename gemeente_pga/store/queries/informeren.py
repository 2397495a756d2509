# SPDX-License-Identifier: EUPL-1.2
"""Informing persons apart from a weging or casus: who they are, what was decided, what they say."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gemeente_pga.domain.informeren import Informeerstand, Persoonsbesluit
from gemeente_pga.domain.persoon import Naamdelen, volledige_naam
from gemeente_pga.domain.zienswijze import Bezorging, Zienswijze
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU

BETROKKENE = "betrokkene"


@dataclass(frozen=True, slots=True)
class Persoonskeuze:
    """A person of a dossier. gezag: is it recorded who holds authority?"""

    id: int
    naam: str
    rol: str
    geboortedatum: date | None
    gezag: bool


@dataclass(frozen=True, slots=True)
class Besluitregel:
    """A decision about one person."""

    id: int
    persoon: str
    inhoud: Persoonsbesluit


@dataclass(frozen=True, slots=True)
class Bezorgregel:
    """A delivery to one person."""

    id: int
    persoon: str
    inhoud: Bezorging


@dataclass(frozen=True, slots=True)
class Zienswijzeregel:
    """What one person said."""

    id: int
    persoon_id: int
    persoon: str
    inhoud: Zienswijze


@dataclass(frozen=True, slots=True)
class Wachtend:
    """Somebody about whom a decision has to be taken, or carried out. sinds: when the data came in."""

    dossier_id: int
    nummer: str
    rol: str
    sinds: date
    informeren: str
    opnieuw_op: date | None
    weging_id: int | None = None
    """where it is being decided: a weging that is not vastgesteld"""
    in_casus: bool = False

    @property
    def plek(self) -> tuple[str, int, str]:
        """Where telling this person is decided: in the casus, in the weging that runs, or by itself."""
        if self.in_casus:
            return "dossier", self.dossier_id, "informeren"
        if self.weging_id is not None:
            return "weging", self.weging_id, "informeren"
        return "dossier", self.dossier_id, "informeren_persoon"


def personen(r: Lezer, dossier_id: int) -> tuple[Persoonskeuze, ...]:
    """The persons of this dossier, the betrokkene first."""
    rijen = r.rows(
        "SELECT p.*, EXISTS (SELECT 1 FROM gezag g WHERE g.persoon_id = p.id) AS gezag FROM persoon p "
        "WHERE p.dossier_id = ? ORDER BY p.rol, julianday(p.vastgelegd_op), p.id",
        dossier_id,
    )
    return tuple(
        Persoonskeuze(p["id"], _naam(p), p["rol"], lees_dag(p["geboortedatum"]), bool(p["gezag"]))
        for p in rijen
    )


def betrokkene_stand(r: Lezer, dossier_id: int) -> Informeerstand:
    """How far telling the betrokkene is: by the casus, else by a decision of its own, else by the weging."""
    sinds = r.value("SELECT min(ontvangen_op) FROM signaal WHERE dossier_id = ?", dossier_id)
    eigen = r.rows(
        "SELECT b.informeren, b.informeren_opnieuw_op, b.geinformeerd_op, b.informeren_grondslag, "
        "b.informeren_reden, b.informeren_door, b.besloten_op FROM informeerbesluit b "
        "JOIN persoon p ON p.id = b.persoon_id WHERE p.dossier_id = ? AND p.rol = ? "
        "ORDER BY b.besloten_op DESC, julianday(b.vastgelegd_op) DESC, b.id DESC",
        dossier_id,
        BETROKKENE,
    )
    casus = r.row(
        "SELECT informeren, informeren_opnieuw_op, geinformeerd_op, informeren_grondslag, informeren_reden, "
        "informeren_door, NULL AS besloten_op FROM casus WHERE dossier_id = ? "
        f"ORDER BY {CASUS_VAN_NU} LIMIT 1",
        dossier_id,
    )
    weging = r.row(
        "SELECT informeren, informeren_opnieuw_op, NULL AS geinformeerd_op, informeren_grondslag, "
        "informeren_reden, informeren_door, datum AS besloten_op FROM weging "
        "WHERE dossier_id = ? AND status = 'vastgesteld' ORDER BY datum DESC LIMIT 1",
        dossier_id,
    )
    besluiten = [b for b in (casus, *eigen, weging) if b is not None and b["informeren"]]
    verteld = [dag for b in besluiten if (dag := lees_dag(b["geinformeerd_op"]))]
    geldt: dict[str, Any] = besluiten[0] if besluiten else {}
    return Informeerstand(
        sinds=lees_dag(str(sinds)[:10]) if sinds else None,
        informeren=geldt.get("informeren", ""),
        opnieuw_op=lees_dag(geldt.get("informeren_opnieuw_op")),
        geinformeerd_op=verteld[0] if verteld else None,
        grondslag=geldt.get("informeren_grondslag", ""),
        reden=geldt.get("informeren_reden", ""),
        door=geldt.get("informeren_door", ""),
        besloten_op=lees_dag(geldt.get("besloten_op")),
    )


def besluiten(r: Lezer, dossier_id: int) -> tuple[Besluitregel, ...]:
    """The decisions about persons of this dossier, newest first."""
    rijen = _met_persoon(r, "informeerbesluit", dossier_id, "t.besloten_op DESC, t.vastgelegd_op DESC")
    return tuple(Besluitregel(rij["id"], _naam(rij), _besluit(rij)) for rij in rijen)


def bezorgingen(r: Lezer, dossier_id: int) -> tuple[Bezorgregel, ...]:
    """The deliveries of this dossier, newest first."""
    rijen = _met_persoon(r, "bezorging", dossier_id, "t.vastgelegd_op DESC")
    return tuple(
        Bezorgregel(
            rij["id"],
            _naam(rij),
            Bezorging(
                rij["wijze"], rij["aan"], rij["huisgenoten"], rij["voorzorg"], lees_dag(rij["gedaan_op"])
            ),
        )
        for rij in rijen
    )


def zienswijzen(r: Lezer, dossier_id: int) -> tuple[Zienswijzeregel, ...]:
    """What persons of this dossier said, newest first."""
    rijen = _met_persoon(r, "zienswijze", dossier_id, "t.ontvangen_op DESC, t.vastgelegd_op DESC")
    return tuple(
        Zienswijzeregel(
            rij["id"],
            rij["persoon_id"],
            _naam(rij),
            Zienswijze(
                date.fromisoformat(rij["ontvangen_op"]),
                rij["wijze"],
                rij["gegeven_door"],
                rij["tekst"],
                rij["reactie"],
                lees_dag(rij["besproken_op"]),
            ),
        )
        for rij in rijen
    )


def wachtenden(r: Lezer, hoogstens: int) -> tuple[Wachtend, ...]:
    """Persons without a last word: no decision, one to carry out, or one to look at again.

    A betrokkene whose signal was closed without a weging, and every naaste of a dossier with a casus.
    """
    rijen = r.rows(
        """
        SELECT d.id AS dossier_id, d.nummer, p.rol, b.informeren, b.informeren_opnieuw_op,
               CASE p.rol WHEN 'betrokkene'
                 THEN (SELECT min(s.ontvangen_op) FROM signaal s WHERE s.dossier_id = d.id)
                 ELSE p.vastgelegd_op END AS sinds
          FROM (SELECT q.id FROM signaal t CROSS JOIN persoon q ON q.dossier_id = t.dossier_id
                   AND q.rol = 'betrokkene'
                 WHERE t.status IN ('afgesloten', 'doorgeleid', 'overgedragen')
                   AND NOT EXISTS (SELECT 1 FROM weging w WHERE w.dossier_id = t.dossier_id)
                   AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = t.dossier_id)
                UNION
                SELECT q.id FROM persoon q WHERE q.rol = 'naaste'
                   AND EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = q.dossier_id
                                AND c.status NOT IN ('gesloten', 'vernietigd'))) wie
          CROSS JOIN persoon p ON p.id = wie.id CROSS JOIN dossier d ON d.id = p.dossier_id
          LEFT JOIN informeerbesluit b ON b.id = (
               SELECT x.id FROM informeerbesluit x WHERE x.persoon_id = p.id
                ORDER BY x.besloten_op DESC, julianday(x.vastgelegd_op) DESC, x.id DESC LIMIT 1)
         WHERE b.geinformeerd_op IS NULL
         ORDER BY julianday(sinds) LIMIT ?
        """,
        hoogstens,
    )
    return tuple(
        Wachtend(
            rij["dossier_id"],
            rij["nummer"],
            rij["rol"],
            date.fromisoformat(str(rij["sinds"])[:10]),
            rij["informeren"] or "",
            lees_dag(rij["informeren_opnieuw_op"]),
        )
        for rij in rijen
    )


def laatste_woord(dossier: str) -> str:
    """SQL: what was decided about telling the betrokkene of this dossier, "" when nothing was."""
    return f"""coalesce(
        (SELECT nullif(c.informeren, '') FROM casus c WHERE c.dossier_id = {dossier}
          ORDER BY {CASUS_VAN_NU} LIMIT 1),
        (SELECT b.informeren FROM informeerbesluit b JOIN persoon p ON p.id = b.persoon_id
          WHERE p.dossier_id = {dossier} AND p.rol = 'betrokkene'
          ORDER BY b.besloten_op DESC, julianday(b.vastgelegd_op) DESC, b.id DESC LIMIT 1),
        (SELECT w.informeren FROM weging w WHERE w.dossier_id = {dossier}
          AND +w.status = 'vastgesteld' ORDER BY w.datum DESC LIMIT 1), '')"""


def niet_verteld(dossier: str) -> str:
    """SQL: the betrokkene of this dossier was not told yet."""
    return f"""NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = {dossier}
                       AND c.geinformeerd_op IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM informeerbesluit b JOIN persoon p ON p.id = b.persoon_id
                        WHERE p.dossier_id = {dossier} AND p.rol = 'betrokkene'
                          AND b.geinformeerd_op IS NOT NULL)"""


def lopenden(r: Lezer, tot: date, hoogstens: int) -> tuple[Wachtend, ...]:
    """Betrokkenen about whom the weegploeg or the casus has no last word, with data from before this day.

    A signal that runs, a casus that runs, and a weging that decided to tell without a casus after it. It goes
    along the first signal of each dossier, by the day it came in, and stops when there are enough.
    """
    rijen = r.rows(
        f"""
        SELECT s.dossier_id, d.nummer, s.ontvangen_op AS sinds,
               {laatste_woord("s.dossier_id")} AS informeren,
               (SELECT min(w.id) FROM weging w
                 WHERE w.dossier_id = s.dossier_id AND w.status = 'concept') AS weging_id,
               EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = s.dossier_id) AS in_casus
          FROM signaal s CROSS JOIN dossier d ON d.id = s.dossier_id
         WHERE s.ontvangen_op < ?
           AND NOT EXISTS (SELECT 1 FROM signaal e WHERE e.dossier_id = s.dossier_id
                            AND (e.ontvangen_op, e.id) < (s.ontvangen_op, s.id))
           AND (EXISTS (SELECT 1 FROM signaal o WHERE o.dossier_id = s.dossier_id
                         AND +o.status IN ('ontvangen', 'formele_controle', 'spoed_gemeld', 'geagendeerd',
                                           'in_weging', 'nadere_informatie'))
                OR EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = s.dossier_id
                            AND c.status NOT IN ('afgesloten', 'gesloten', 'vernietigd'))
                OR (EXISTS (SELECT 1 FROM weging w WHERE w.dossier_id = s.dossier_id
                             AND +w.status = 'vastgesteld' AND w.informeren = 'ja')
                    AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = s.dossier_id)))
           AND {niet_verteld("s.dossier_id")}
           AND informeren NOT IN ('later', 'nee')
         ORDER BY s.ontvangen_op LIMIT ?
        """,
        tot + timedelta(days=1),
        hoogstens,
    )
    return tuple(
        Wachtend(
            rij["dossier_id"],
            rij["nummer"],
            BETROKKENE,
            date.fromisoformat(rij["sinds"][:10]),
            rij["informeren"],
            None,
            rij["weging_id"],
            bool(rij["in_casus"]),
        )
        for rij in rijen
    )


def _met_persoon(r: Lezer, tabel: str, dossier_id: int, volgorde: str) -> list[dict[str, Any]]:
    return r.rows(
        "SELECT t.*, p.voornamen, p.voorletters, p.voorvoegsel, p.geslachtsnaam "
        f"FROM {tabel} t JOIN persoon p ON p.id = t.persoon_id WHERE t.dossier_id = ? ORDER BY {volgorde}",
        dossier_id,
    )


def _naam(rij: dict[str, Any]) -> str:
    return volledige_naam(
        Naamdelen(rij["voornamen"], rij["voorletters"], rij["voorvoegsel"], rij["geslachtsnaam"])
    )


def _besluit(rij: dict[str, Any]) -> Persoonsbesluit:
    return Persoonsbesluit(
        informeren=rij["informeren"],
        informeren_grondslag=rij["informeren_grondslag"],
        informeren_reden=rij["informeren_reden"],
        informeren_door=rij["informeren_door"],
        informeren_opnieuw_op=lees_dag(rij["informeren_opnieuw_op"]),
        geinformeerd_op=lees_dag(rij["geinformeerd_op"]),
        geinformeerd_hoe=rij["geinformeerd_hoe"],
        besloten_op=date.fromisoformat(rij["besloten_op"]),
    )

# SPDX-License-Identifier: EUPL-1.2
"""The waarneming of this kluis, who could do it, and what its chain holds from some act on."""

from dataclasses import dataclass
from datetime import date, datetime

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.waarneming import Schakel, Stand, Toestand, Waarneming, bepaal_toestand
from gemeente_pga.store.lezer import Lezer

# One that is under way before those that are over: there is never more than one.
_LAATSTE = "ORDER BY stand = 'ingenomen' OR stand = 'afgebroken', uitgegeven_op DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Waarnemer:
    """Somebody with a key of his own."""

    id: int
    naam: str
    functie: str


@dataclass(frozen=True, slots=True)
class OverTeDoen:
    """An act that only the copy that does not lead has."""

    id: int
    n: int
    code: str
    tijd: datetime
    wie: str
    dossier_id: int | None
    dossiernummer: str


def waarneming(r: Lezer) -> Waarneming | None:
    """The last waarneming, closed or not; None when there never was one."""
    rij = r.row(
        "SELECT w.id, w.stand, w.waarnemer_id, g.naam, g.functie, w.van, w.tot, w.mandaat, w.mandaat_op, "
        "w.herkomst, w.uitgegeven_op, w.overgedragen_op, w.begonnen_op, w.teruggegeven_op, w.hervat_op "
        "FROM waarneming w JOIN gebruiker g ON g.id = w.waarnemer_id " + _LAATSTE
    )
    if rij is None:
        return None
    dagen = {veld: date.fromisoformat(rij[veld]) for veld in ("van", "tot", "mandaat_op")}
    return Waarneming(**rij | dagen | {"stand": Stand(rij["stand"])})


def toestand(r: Lezer, herkomst: str) -> Toestand:
    """What this copy of the kluis is, on the installation herkomst."""
    rij = r.row("SELECT stand, herkomst FROM waarneming " + _LAATSTE)
    if rij is None or rij["stand"] not in set(Stand):  # a CHECK of the table rules the second out
        return Toestand.HIER
    return bepaal_toestand(Stand(rij["stand"]), rij["herkomst"], herkomst)


def teruggave_gemaakt(r: Lezer) -> bool:
    """Was a copy for the coordinator made and verified since the kluis was last given back?"""
    return bool(
        r.value(
            "SELECT (SELECT max(n) FROM handeling WHERE code = ?) > "
            "(SELECT max(n) FROM handeling WHERE code = ?)",
            Handeling.WAARNEMING_OVERDRACHT.code,
            Handeling.WAARNEMING_TERUGGEVEN.code,
        )
    )


def waarnemers(r: Lezer) -> tuple[Waarnemer, ...]:
    """Who has a key as vervanger."""
    rijen = r.rows(
        "SELECT DISTINCT g.id, g.naam, g.functie FROM sleutel s JOIN gebruiker g ON g.id = s.gebruiker_id "
        "WHERE s.soort = 'vervanger' ORDER BY g.naam COLLATE NOCASE"
    )
    return tuple(Waarnemer(**rij) for rij in rijen)


def ketenwaarden(r: Lezer) -> list[bytes]:
    """The whole chain: the value of act 1 first."""
    return [bytes(rij["h"]) for rij in r.rows("SELECT h FROM ketting ORDER BY n")]


def schakels(r: Lezer, na: int) -> list[Schakel]:
    """The acts after this one, oldest first."""
    rijen = r.rows(
        "SELECT h.n, h.code, h.tijd, h.gebruiker_id, coalesce(g.naam, '') AS wie, h.slot, h.dossier_id, "
        "coalesce(d.nummer, '') AS dossiernummer, coalesce(h.reden, '') AS reden FROM handeling h "
        "LEFT JOIN gebruiker g ON g.id = h.gebruiker_id LEFT JOIN dossier d ON d.id = h.dossier_id "
        "WHERE h.n > ? ORDER BY h.n",
        na,
    )
    return [Schakel(**rij | {"tijd": datetime.fromisoformat(rij["tijd"])}) for rij in rijen]


def over_te_doen(r: Lezer) -> list[OverTeDoen]:
    """What has still to be entered again, oldest first."""
    rijen = r.rows(
        "SELECT v.id, v.n, v.code, v.tijd, coalesce(g.naam, '') AS wie, v.dossier_id, "
        "coalesce(d.nummer, v.dossiernummer) AS dossiernummer FROM waarneming_handeling v "
        "LEFT JOIN gebruiker g ON g.id = v.gebruiker_id LEFT JOIN dossier d ON d.id = v.dossier_id "
        "WHERE v.over_te_doen = 1 AND v.gedaan = '' ORDER BY v.tijd, v.n"
    )
    return [OverTeDoen(**rij | {"tijd": datetime.fromisoformat(rij["tijd"])}) for rij in rijen]


def aantal_over_te_doen(r: Lezer) -> int:
    """How many acts have still to be entered again."""
    return int(r.value("SELECT count(*) FROM waarneming_handeling WHERE over_te_doen = 1 AND gedaan = ''"))

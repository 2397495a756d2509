# SPDX-License-Identifier: EUPL-1.2
"""Every text that was typed for a document, each with the place on screen where it can be changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.lekcontrole import Brontekst
from gemeente_pga.domain.overleg import TER_REACTIE, VASTGESTELD
from gemeente_pga.domain.weging import Afweging, Tafel, Weegbesluit
from gemeente_pga.store.lezer import Lezer

Rij = Mapping[str, Any]

# The part of the weging in which each of its texts is typed.
_ONDERDEEL = {
    veld.name: onderdeel
    for onderdeel, soort in (
        ("tafel", Tafel),
        ("afweging", Afweging),
        ("informeren", Informeerbesluit),
        ("besluit", Weegbesluit),
    )
    for veld in fields(soort)
}
_AAN_TAFEL = frozenset({"naam", "functie", "mandaat"})
_REACTIE = frozenset({"reactie_tekst", "reactie_kanaal"})
_MELDER = frozenset({"melder_naam", "melder_contact", "melder_functie"})  # kept, and never printed


def bronteksten(r: Lezer, onderwerp: tuple[str, int], dossier_id: int | None) -> list[Brontekst]:
    """The texts of a weging, a meeting or a whole dossier.

    dossier_id: of a meeting only what was said about this one; None = everything.
    """
    soort, id_ = onderwerp
    lees: dict[str, Callable[[], Iterator[Brontekst]]] = {
        "weging": lambda: _weging(r, id_),
        "overleg": lambda: _overleg(r, id_, dossier_id),
        "dossier": lambda: _dossier(r, id_),
    }
    return list(lees[soort]()) if soort in lees else []


def _teksten(
    tabel: str,
    rijen: list[dict[str, Any]],
    scherm: str,
    onderwerp: str,
    veld: Callable[[Rij, str], str],
    *,
    vast: bool = False,
) -> Iterator[Brontekst]:
    """Of each row the columns that hold text and have a place ("" = none)."""
    for rij in rijen:
        for kolom, waarde in rij.items():
            if isinstance(waarde, str) and waarde and (plek := veld(rij, kolom)):
                yield Brontekst(waarde, scherm, rij[onderwerp], plek, f"{tabel}:{rij['id']}", vast)


def _weging(r: Lezer, weging_id: int) -> Iterator[Brontekst]:
    rijen = r.rows("SELECT * FROM weging WHERE id = ?", weging_id)
    vast = any(rij["status"] == VASTGESTELD for rij in rijen)

    def in_weging(_: Rij, kolom: str) -> str:
        return f"{_ONDERDEEL[kolom]}.{kolom}" if kolom in _ONDERDEEL else ""

    def bij_partij(rij: Rij, kolom: str) -> str:
        return f"{'tafel' if kolom in _AAN_TAFEL else 'besluit'}.{kolom}:{rij['partij_id']}"

    yield from _teksten("weging", rijen, "weging", "id", in_weging, vast=vast)
    for tabel, veld in (
        ("weging_partij", bij_partij),
        ("weging_criterium", lambda rij, kolom: f"{rij['criterium']}.{kolom}"),
        ("informatie", lambda rij, kolom: f"informatie.{kolom}:{rij['id']}"),
    ):
        van = r.rows(f"SELECT * FROM {tabel} WHERE weging_id = ?", weging_id)
        yield from _teksten(tabel, van, "weging", "weging_id", veld, vast=vast)


def _overleg(r: Lezer, overleg_id: int, dossier_id: int | None) -> Iterator[Brontekst]:
    rijen = r.rows("SELECT * FROM overleg WHERE id = ?", overleg_id)
    vast = any(_is_vast(rij) for rij in rijen)
    punten = r.rows(
        "SELECT id, casus_id FROM bespreking WHERE overleg_id = ?1 AND (?2 IS NULL OR dossier_id = ?2) "
        "ORDER BY volgorde",
        overleg_id,
        dossier_id,
    )
    for punt in punten:
        yield from _bespreking(r, punt["id"], vast=vast)
        for eerder in _besprekingen(r, "casus_id", punt["casus_id"]):
            if eerder["id"] != punt["id"]:
                yield from _rijen(r, eerder["id"], "actie", "actie", vast=_is_vast(eerder))
    yield from _teksten("overleg", rijen, "overleg", "id", lambda _, kolom: f"overleg.{kolom}", vast=vast)

    def van_deelnemer(rij: Rij, kolom: str) -> str:
        return f"reacties:{rij['id']}.{kolom}" if kolom in _REACTIE else f"deelnemer:{rij['id']}.{kolom}"

    wie = r.rows("SELECT * FROM overleg_deelnemer WHERE overleg_id = ?", overleg_id)
    yield from _teksten("overleg_deelnemer", wie, "overleg", "overleg_id", van_deelnemer, vast=vast)


def _bespreking(r: Lezer, bespreking_id: int, *, vast: bool) -> Iterator[Brontekst]:
    """One casus in one meeting: notes, decisions, actions, what became of earlier ones, and input."""
    eigen = r.rows("SELECT * FROM bespreking WHERE id = ?", bespreking_id)
    veld = f"bespreking:{bespreking_id}"
    yield from _teksten(
        "bespreking", eigen, "overleg", "overleg_id", lambda _, kolom: f"{veld}.{kolom}", vast=vast
    )
    for onderdeel, tabel in (
        ("besluit", "besluit"),
        ("actie", "actie"),
        ("voortgang", "actie_voortgang"),
        ("inbreng", "informatie"),
    ):
        yield from _rijen(r, bespreking_id, onderdeel, tabel, vast=vast)


def _rijen(r: Lezer, bespreking_id: int, onderdeel: str, tabel: str, *, vast: bool) -> Iterator[Brontekst]:
    """The rows of one list on the page of a casus."""
    sleutel = "actie_id" if onderdeel == "voortgang" else "id"
    rijen = r.rows(
        f"SELECT t.*, b.overleg_id FROM {tabel} t JOIN bespreking b ON b.id = t.bespreking_id "
        "WHERE t.bespreking_id = ?",
        bespreking_id,
    )
    yield from _teksten(
        tabel,
        rijen,
        "overleg",
        "overleg_id",
        lambda rij, kolom: f"{onderdeel}:{bespreking_id}:{rij[sleutel]}.{kolom}",
        vast=vast,
    )


def _besprekingen(r: Lezer, kolom: str, waarde: int) -> list[dict[str, Any]]:
    return r.rows(
        f"SELECT b.id, o.status FROM bespreking b JOIN overleg o ON o.id = b.overleg_id "
        f"WHERE b.{kolom} = ? ORDER BY o.datum",
        waarde,
    )


def _is_vast(overleg: Rij) -> bool:
    return overleg["status"] in (VASTGESTELD, TER_REACTIE)


def _dossier(r: Lezer, dossier_id: int) -> Iterator[Brontekst]:
    """All that was typed about one person; what lies frozen comes last."""
    yield from _casus(r, dossier_id)
    signalen = r.rows(
        "SELECT * FROM signaal WHERE dossier_id = ? ORDER BY julianday(ontvangen_op)", dossier_id
    )
    yield from _teksten(
        "signaal",
        signalen,
        "signaal",
        "id",
        lambda _, kolom: "" if kolom in _MELDER else f"correctie.{kolom}",
    )
    for weging in r.rows("SELECT id FROM weging WHERE dossier_id = ? ORDER BY status, datum", dossier_id):
        yield from _weging(r, weging["id"])
    for punt in _besprekingen(r, "dossier_id", dossier_id):
        yield from _bespreking(r, punt["id"], vast=_is_vast(punt))


def _casus(r: Lezer, dossier_id: int) -> Iterator[Brontekst]:
    """What stands on the tabs of the dossier itself."""

    def kop(_: Rij, kolom: str) -> str:
        return kolom

    for tabel in ("casus", "plan"):
        rijen = r.rows(f"SELECT * FROM {tabel} WHERE dossier_id = ?", dossier_id)
        yield from _teksten(tabel, rijen, "dossier", "dossier_id", kop)
    for tabel in ("casusdeelnemer", "doel", "factor", "interventie"):
        rijen = r.rows(f"SELECT * FROM {tabel} WHERE dossier_id = ?", dossier_id)

        def in_rij(rij: Rij, kolom: str, tabel: str = tabel) -> str:
            return f"{tabel}:{rij['id']}.{kolom}"

        yield from _teksten(tabel, rijen, "dossier", "dossier_id", in_rij)
    personen = r.rows("SELECT * FROM persoon WHERE dossier_id = ?", dossier_id)
    yield from _teksten(
        "persoon",
        personen,
        "dossier",
        "dossier_id",
        lambda rij, kolom: kolom if rij["rol"] == "betrokkene" else f"persoon:{rij['id']}.{kolom}",
    )

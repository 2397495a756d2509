# SPDX-License-Identifier: EUPL-1.2
"""What stands in manifest.json of a back-up, and reading it from a stick that anybody may have written on."""

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from gemeente_pga import __version__
from gemeente_pga.domain.grafsteen import parse_grafsteen
from gemeente_pga.store import storingen

MANIFEST = "manifest.json"
VOORVOEGSEL = "gemeente-pga-backup-"
# What a copy is for: to put back one day, for a waarnemer to begin with, or for the coordinator to take in.
VOORVOEGSELS = {
    "backup": VOORVOEGSEL,
    "waarneming": "gemeente-pga-waarneming-",
    "teruggave": "gemeente-pga-teruggave-",
}
ONVOLLEDIG = ".onvolledig"  # the name of what is being made ends so
_FORMAAT = 1
_MANIFEST_MAX = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Deel:
    """One file of a back-up."""

    naam: str
    grootte: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Reservekopie:
    """A verified back-up. n, h: the last act in it. rijen: of all tables together. soort: see VOORVOEGSELS.

    Together, because whoever has the stick can read the manifest: it must not tell how many dossiers there
    are. kluis: the random id of the kluis. grafstenen: the lines of all dossiers destroyed before.
    waarmerk: made by the open kluis over `kern`, so that it knows its own back-up again.
    """

    map: Path
    gemaakt_op: datetime
    n: int
    h: str
    rijen: int
    database: Deel
    sleutelbestanden: tuple[Deel, ...]
    soort: str = "backup"
    kluis: str = ""
    grafstenen: tuple[str, ...] = ()
    waarmerk: str = ""

    @property
    def kern(self) -> bytes:
        """What the waarmerk vouches for."""
        return kern(self.kluis, self.gemaakt_op.isoformat(timespec="seconds"), self.n, self.h)


def kern(kluis: str, gemaakt_op: str, n: int, h: str) -> bytes:
    """Of which kluis, when, and its last act."""
    return f"{kluis} {gemaakt_op} {n} {h}".encode()


def lees_reservekopie(map_: Path) -> Reservekopie:
    """What the manifest in this folder says, without checking the files; KopieOngeldig when it is none."""
    pad = map_ / MANIFEST
    try:
        with pad.open("rb") as bestand:
            tekst = bestand.read(_MANIFEST_MAX + 1)
        if len(tekst) > _MANIFEST_MAX:
            raise ValueError
        return _uit_json(map_, json.loads(tekst))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise storingen.KopieOngeldig from None


def lijst_reservekopieen(map_: Path, soort: str = "backup") -> list[Reservekopie]:
    """The back-ups (or copies of another kind) in a folder, newest first; what is none is left out."""
    gevonden = []
    with contextlib.suppress(OSError):
        for kandidaat in sorted(map_.glob(VOORVOEGSELS[soort] + "*")):
            if not kandidaat.name.endswith(ONVOLLEDIG):
                with contextlib.suppress(storingen.KopieOngeldig):
                    gevonden.append(lees_reservekopie(kandidaat))
    return sorted(gevonden, key=lambda kopie: kopie.gemaakt_op, reverse=True)


def schrijf_manifest(kopie: Reservekopie) -> bytes:
    """The contents of manifest.json."""
    gegevens = {
        "formaat": _FORMAAT,
        "soort": kopie.soort,
        "programma": __version__,
        "gemaakt_op": kopie.gemaakt_op.isoformat(timespec="seconds"),
        "n": kopie.n,
        "h": kopie.h,
        "rijen": kopie.rijen,
        "database": asdict(kopie.database),
        "sleutelbestanden": [asdict(deel) for deel in kopie.sleutelbestanden],
        "kluis": kopie.kluis,
        "grafstenen": list(kopie.grafstenen),
        "waarmerk": kopie.waarmerk,
    }
    return seal_manifest(gegevens)


def seal_manifest(gegevens: dict[str, Any]) -> bytes:
    """The text with its own hash in it: against a stick that rots, not against somebody who writes on it."""
    return json.dumps(gegevens | {"som": _som(gegevens)}, indent=2).encode()


def _som(gegevens: dict[str, Any]) -> str:
    rest = {naam: waarde for naam, waarde in gegevens.items() if naam != "som"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _uit_json(map_: Path, gegevens: Any) -> Reservekopie:
    """ValueError, KeyError or TypeError when it is not exactly what this program writes."""
    if not isinstance(gegevens, dict) or gegevens["som"] != _som(gegevens):
        raise ValueError
    if gegevens["formaat"] != _FORMAAT or gegevens["soort"] not in VOORVOEGSELS:
        raise ValueError
    n, rijen, h = gegevens["n"], gegevens["rijen"], gegevens["h"]
    if type(n) is not int or type(rijen) is not int or len(bytes.fromhex(h)) != hashlib.sha256().digest_size:
        raise ValueError
    kluis, stenen, waarmerk = gegevens["kluis"], tuple(gegevens["grafstenen"]), gegevens["waarmerk"]
    bytes.fromhex(kluis)
    bytes.fromhex(waarmerk)
    gemaakt_op = datetime.fromisoformat(gegevens["gemaakt_op"])
    if gemaakt_op.tzinfo is None or any(parse_grafsteen(steen) is None for steen in stenen):
        raise ValueError
    return Reservekopie(
        map=map_,
        gemaakt_op=gemaakt_op,
        n=n,
        h=h,
        rijen=rijen,
        database=_deel_uit_json(gegevens["database"]),
        sleutelbestanden=tuple(_deel_uit_json(deel) for deel in gegevens["sleutelbestanden"]),
        soort=gegevens["soort"],
        kluis=kluis,
        grafstenen=stenen,
        waarmerk=waarmerk,
    )


def _deel_uit_json(gegevens: Any) -> Deel:
    deel = Deel(naam=gegevens["naam"], grootte=gegevens["grootte"], sha256=gegevens["sha256"])
    # A manifest comes from a stick: a name must never lead out of its folder.
    if deel.naam in ("", ".", "..") or any(teken in deel.naam for teken in "/\\:\x00"):
        raise ValueError
    if type(deel.grootte) is not int or not isinstance(deel.sha256, str):
        raise ValueError
    return deel

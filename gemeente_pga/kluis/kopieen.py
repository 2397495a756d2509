# SPDX-License-Identifier: EUPL-1.2
"""The two copies of the key header beside the database.

Hides which faults of a copy matter when none is good, and the order of writing: B counts, A follows, so that
a crash leaves either the old or the new state.
"""

from pathlib import Path

from gemeente_pga.domain.kluisdienst import KluisStaat
from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.header import DB_ZOUT_LENGTE, Grenzen, Header, parse_header
from gemeente_pga.kluis.storingen import (
    KluisStoring,
    SleutelbestandBeschadigd,
    SleutelbestandNietOpgeslagen,
    SleutelbestandOnleesbaar,
    SleutelbestandOntbreekt,
    SleutelbestandTeNieuw,
    SleutelbestandVreemd,
)

_BESCHADIGD = 8  # so many wrong bytes of the salt can still be damage
# What a header carries from the making of a kluis until its database is there.
AANLEG = {"aanleg": "bezig"}
# Which fault to report when no copy can be read: the most certain one.
_ZWAARTE = (SleutelbestandTeNieuw, SleutelbestandOnleesbaar, SleutelbestandVreemd, SleutelbestandBeschadigd)


def read_staat(map_: Path, grenzen: Grenzen) -> KluisStaat:
    """What lies in this folder. Reads a few bytes, derives nothing."""
    try:
        begin = bestanden.read_begin(map_ / bestanden.DATABASE, len(bestanden.PLAIN_SQLITE))
        gelezen = [bestanden.read_begin(map_ / naam, grenzen.bestand_max + 1) for naam in bestanden.KOPIEEN]
    except OSError as fout:
        raise SleutelbestandOnleesbaar from fout
    kopieen = [tekst for tekst in gelezen if tekst is not None]
    if not kopieen and begin is None:
        return KluisStaat.WEG if (map_ / bestanden.MERK).exists() else KluisStaat.GEEN
    if not kopieen:
        return KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND
    if not begin:
        if any(in_aanleg(tekst, grenzen) for tekst in kopieen):
            return KluisStaat.AANLEG_AFGEBROKEN
        return KluisStaat.SLEUTELBESTAND_ZONDER_DATABASE if begin is None else KluisStaat.DATABASE_LEEG
    if begin == bestanden.PLAIN_SQLITE:
        return KluisStaat.DATABASE_ONVERSLEUTELD
    return KluisStaat.COMPLEET


def read_kopieen(map_: Path, grenzen: Grenzen) -> dict[str, Header]:
    """The copies that can be read, at least one. Raises a KluisStoring when none can."""
    kopieen: dict[str, Header] = {}
    fouten: list[KluisStoring] = []
    for naam in bestanden.KOPIEEN:
        try:
            tekst = bestanden.read_begin(map_ / naam, grenzen.bestand_max + 1)
            if tekst is not None:
                kopieen[naam] = parse_header(tekst, grenzen)
        except OSError:
            fouten.append(SleutelbestandOnleesbaar())
        except KluisStoring as fout:
            fouten.append(fout)
    if kopieen:
        return kopieen
    for soort in _ZWAARTE:
        if any(isinstance(fout, soort) for fout in fouten):
            raise soort
    raise SleutelbestandOntbreekt


def newest_first(kopieen: dict[str, Header]) -> list[Header]:
    """The copies by number, and A before B when they are equal."""
    aanwezig = [kopieen[naam] for naam in bestanden.KOPIEEN if naam in kopieen]
    return sorted(aanwezig, key=lambda header: -header.volgnummer)


def commit_header(map_: Path, header: Header) -> None:
    """Write copy B. Before this the old header counts, after it the new one."""
    try:
        bestanden.write_durable(map_ / bestanden.SLEUTEL_B, header.tekst())
    except OSError as fout:
        raise SleutelbestandNietOpgeslagen from fout


def write_kopieen(map_: Path, header: Header) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Rewrite the copies that differ; return which were written and which could not be.

    One good copy is enough, so a failure here keeps no kluis shut.
    """
    tekst = header.tekst()
    geschreven: list[str] = []
    mislukt: list[str] = []
    for naam in reversed(bestanden.KOPIEEN):
        try:
            if bestanden.read_begin(map_ / naam, len(tekst) + 1) != tekst:
                bestanden.write_durable(map_ / naam, tekst)
                geschreven.append(naam)
        except OSError:
            mislukt.append(naam)
    return tuple(geschreven), tuple(mislukt)


def in_aanleg(tekst: bytes, grenzen: Grenzen) -> bool:
    """Does this file belong to a kluis whose making was broken off?"""
    try:
        return parse_header(tekst, grenzen).kenmerken.items() >= AANLEG.items()
    except KluisStoring:
        return False


def is_vreemd(map_: Path, header: Header) -> bool:
    """The database begins with its salt. A few other bytes are damage; more, and it is another kluis."""
    begin = database_begin(map_)
    anders = sum(a != b for a, b in zip(begin, header.db_zout, strict=False))
    return len(begin) == DB_ZOUT_LENGTE and anders > _BESCHADIGD


def database_begin(map_: Path) -> bytes:
    """The first bytes of the database; none when it is not there."""
    try:
        return bestanden.read_begin(map_ / bestanden.DATABASE, DB_ZOUT_LENGTE) or b""
    except OSError as fout:
        raise SleutelbestandOnleesbaar from fout

# SPDX-License-Identifier: EUPL-1.2
"""A whole new kluis under a new main key, made and verified beside the present one.

Hides the order: a copy with the old key, encrypted anew, opened with the new key, the act that tells of the
change, and then every page, every act and every row of it looked at, and held against the present kluis.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from gemeente_pga.store import storingen, verbinding
from gemeente_pga.store.logboek import Klok
from gemeente_pga.store.onderhoud import Onderhoud
from gemeente_pga.store.store import Store


@dataclass(frozen=True)
class Sleutelpaar:
    """What opens a database and vouches for its log. Wiped by whoever made it."""

    k_db: bytearray = field(repr=False)
    k_log: bytearray = field(repr=False)
    zout: bytes


@dataclass(frozen=True, slots=True)
class Gewisseld:
    """The new kluis: its last act. gewijzigd: how far the old one was when it was copied."""

    n: int
    h: bytes
    gewijzigd: int


def make_gewisseld(
    store: Store,
    doel: Path,
    oud: Sleutelpaar,
    nieuw: Sleutelpaar,
    *,
    klok: Klok,
    leg_vast: Callable[[Store], None],
) -> Gewisseld:
    """Slow; may run in the worker. doel: where the new database comes, in an empty folder.

    leg_vast: records the change in the new kluis, with renew_logsleutel in it.
    """
    return store.maintenance(partial(_maak, store, doel, oud, nieuw, klok, leg_vast))


def _maak(
    store: Store,
    doel: Path,
    oud: Sleutelpaar,
    nieuw: Sleutelpaar,
    klok: Klok,
    leg_vast: Callable[[Store], None],
    o: Onderhoud,
) -> Gewisseld:
    os.close(os.open(doel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    o.kopieer(doel)
    v = verbinding.verbind(doel, bytearray(oud.k_db), oud.zout)
    try:
        v.hersleutel(bytearray(nieuw.k_db), nieuw.zout)
    finally:
        v.sluit()
    kopie = _open(doel, nieuw, oud.k_log, store, klok)
    try:
        if kopie.laatste() != o.laatste() or kopie.maintenance(lambda k: k.rijen()) != o.rijen():
            raise storingen.KopieOngeldig
        leg_vast(kopie)
        n, h = kopie.laatste()
        if not kopie.maintenance(_is_gaaf):
            raise storingen.KopieOngeldig
    finally:
        kopie.close()
    _moet_opengaan(doel, nieuw, store, klok, (n, h))
    doel.with_name(doel.name + "-journal").unlink(missing_ok=True)
    with doel.open("r+b") as bestand:
        os.fsync(bestand.fileno())
    return Gewisseld(n, h, store.gewijzigd)


def _open(doel: Path, nieuw: Sleutelpaar, k_log: bytearray, store: Store, klok: Klok) -> Store:
    return Store.open(
        doel,
        bytearray(nieuw.k_db),
        bytes(k_log),
        zout=nieuw.zout,
        sleutel_bekend=True,
        wie=store.wie,
        klok=klok,
        controleer=False,
    )


def _is_gaaf(k: Onderhoud) -> bool:
    controle = k.bestand()
    if not controle.goed or controle.losse_paginas:
        return False
    return k.keten().bevinding is None and k.zegels().bevinding is None


def _moet_opengaan(
    doel: Path, nieuw: Sleutelpaar, store: Store, klok: Klok, einde: tuple[int, bytes]
) -> None:
    """As at the next start: with nothing but the new keys."""
    kopie = _open(doel, nieuw, nieuw.k_log, store, klok)
    try:
        if kopie.laatste() != einde or not verbinding.is_versleuteld(doel, nieuw.zout):
            raise storingen.KopieOngeldig
    finally:
        kopie.close()

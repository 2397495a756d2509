# SPDX-License-Identifier: EUPL-1.2
"""A file for another kluis: one readable line that says how it is sealed, then parts, each sealed by itself.

The line is canonical JSON: format, version, the cost of Argon2id, salt, nonce and the length of every part.
Each part is AES-256-GCM under one key; its nonce ends in its number, and the line with that number is bound
to it, so that a part that is missing, moved or of another file does not open. Nothing is compressed: what is
read is never more than what lies there.
"""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gemeente_pga.kluis.header import (
    LEESGRENZEN,
    SLEUTEL_LENGTE,
    ZOUT_LENGTE,
    Grenzen,
    KdfParameters,
    canoniek,
)
from gemeente_pga.kluis.sleutels import argon2id, wachtzin_bytes, wis
from gemeente_pga.kluis.storingen import (
    PakketBeschadigd,
    PakketOpentNiet,
    PakketTeNieuw,
    PakketVreemd,
    PakketWeg,
)

FORMAAT = "gemeente-pga-dossiers"
VERSIE = 1
MEESTE_DELEN = 201  # the overview, and the dossiers
GROOTSTE_DEEL = 192 * 1024 * 1024
_GROOTSTE_REGEL = 8192
_VOORZETSEL = 8  # bytes of the nonce that are drawn; the other four are the number of the part
_TAG = 16
_VELDEN = frozenset(("formaat", "versie", "kdf", "m_kib", "t", "p", "zout", "nonce", "delen"))
_HEX = re.compile(r"[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Pakket:
    """A file whose password was right. The key is in memory until `sluit`."""

    pad: Path
    regel: bytes
    voorzetsel: bytes
    delen: tuple[int, ...]
    _sleutel: bytearray = field(repr=False)

    def deel(self, nummer: int) -> bytes:
        """One part; PakketBeschadigd when it is not what was sealed."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not any(self._sleutel):
            raise PakketOpentNiet
        vanaf = len(self.regel) + sum(self.delen[:nummer])
        try:
            with self.pad.open("rb") as bestand:
                bestand.seek(vanaf)
                inhoud = bestand.read(self.delen[nummer])
        except OSError as fout:
            raise PakketWeg from fout
        try:
            nonce, bij = _nonce(self.voorzetsel, nummer), _aad(self.regel, nummer)
            return AESGCM(self._sleutel).decrypt(nonce, inhoud, bij)
        except InvalidTag as fout:
            raise PakketBeschadigd from fout

    def sluit(self) -> None:
        """Forget the key."""
        wis(self._sleutel)


def seal(wachtzin: str, delen: Sequence[bytes], kdf: KdfParameters) -> bytes:
    """Slow. The bytes of the file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not 2 <= len(delen) <= MEESTE_DELEN or max(map(len, delen)) + _TAG > GROOTSTE_DEEL:
        raise ValueError("too much for one file")
    zout, voorzetsel = os.urandom(ZOUT_LENGTE), os.urandom(_VOORZETSEL)
    velden = {
        "formaat": FORMAAT, "versie": VERSIE, "kdf": "argon2id", "m_kib": kdf.m_kib, "t": kdf.t, "p": kdf.p,
        "zout": zout.hex(), "nonce": voorzetsel.hex(), "delen": [len(deel) + _TAG for deel in delen],
    }  # fmt: skip
    regel = canoniek(velden) + b"\n"
    sleutel = _sleutel(wachtzin, zout, kdf)
    try:
        slot = AESGCM(sleutel)
        dicht = (slot.encrypt(_nonce(voorzetsel, n), deel, _aad(regel, n)) for n, deel in enumerate(delen))
        return b"".join((regel, *dicht))
    finally:
        wis(sleutel)


def unseal(pad: Path, wachtzin: str, grenzen: Grenzen = LEESGRENZEN) -> tuple[Pakket, bytes]:
    """Slow. The file with its first part. What the line asks is bounded before any key is derived."""
    regel, velden, grootte = _lees_regel(pad)
    try:
        kdf, zout, voorzetsel, delen = _keur(velden, grenzen)
    except (ValueError, TypeError, KeyError) as fout:
        raise PakketBeschadigd from fout
    if canoniek(velden) + b"\n" != regel or grootte != len(regel) + sum(delen):
        raise PakketBeschadigd
    pakket = Pakket(pad, regel, voorzetsel, delen, _sleutel(wachtzin, zout, kdf))
    try:
        return pakket, pakket.deel(0)
    except PakketBeschadigd as fout:
        pakket.sluit()
        raise PakketOpentNiet from fout  # a wrong password and a changed byte look the same here


def _lees_regel(pad: Path) -> tuple[bytes, dict[str, object], int]:
    """The first line, what it says, and how large the file is."""
    try:
        with pad.open("rb") as bestand:
            regel = bestand.readline(_GROOTSTE_REGEL)
            grootte = os.fstat(bestand.fileno()).st_size
    except OSError as fout:
        raise PakketWeg from fout
    try:
        velden = json.loads(regel.decode("ascii"))
    except (ValueError, RecursionError) as fout:
        raise PakketVreemd from fout
    if not isinstance(velden, dict) or velden.get("formaat") != FORMAAT:
        raise PakketVreemd
    versie = velden.get("versie")
    if type(versie) is int and versie > VERSIE:
        raise PakketTeNieuw
    return regel, velden, grootte


def _keur(velden: dict[str, object], grenzen: Grenzen) -> tuple[KdfParameters, bytes, bytes, tuple[int, ...]]:
    if velden.keys() != _VELDEN or velden["versie"] != VERSIE or velden["kdf"] != "argon2id":
        raise ValueError("velden")
    kdf = KdfParameters(
        _geheel(velden["m_kib"], grenzen.m_min_kib, grenzen.m_max_kib),
        _geheel(velden["t"], grenzen.t_min, grenzen.t_max),
        _geheel(velden["p"], grenzen.p_min, grenzen.p_max),
    )
    lijst = velden["delen"]
    if not isinstance(lijst, list) or not 2 <= len(lijst) <= MEESTE_DELEN:
        raise ValueError("delen")
    delen = tuple(_geheel(lengte, _TAG, GROOTSTE_DEEL) for lengte in lijst)
    return kdf, _hex(velden["zout"], ZOUT_LENGTE), _hex(velden["nonce"], _VOORZETSEL), delen


def _geheel(waarde: object, laagste: int, hoogste: int) -> int:
    if type(waarde) is not int or not laagste <= waarde <= hoogste:
        raise ValueError("getal buiten de grenzen")
    return waarde


def _hex(waarde: object, lengte: int) -> bytes:
    if not isinstance(waarde, str) or len(waarde) != 2 * lengte or not _HEX.fullmatch(waarde):
        raise ValueError("geen hex van de goede lengte")
    return bytes.fromhex(waarde)


def _sleutel(wachtzin: str, zout: bytes, kdf: KdfParameters) -> bytearray:
    geheim = wachtzin_bytes(wachtzin)
    try:
        sleutel = argon2id(geheim, zout, kdf)
    finally:
        wis(geheim)
    if len(sleutel) != SLEUTEL_LENGTE:
        raise ValueError("sleutel")
    return sleutel


def _nonce(voorzetsel: bytes, nummer: int) -> bytes:
    return voorzetsel + nummer.to_bytes(4, "big")


def _aad(regel: bytes, nummer: int) -> bytes:
    return regel + nummer.to_bytes(4, "big")

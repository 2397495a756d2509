# SPDX-License-Identifier: EUPL-1.2
"""From a secret to the main key, and from the main key to the keys that do the work.

Hides the cryptography: Argon2id, HKDF and AES-GCM of the cryptography package. Every key lives in a bytearray
that is filled in place and can be wiped; a str or bytes never holds one.
"""

import math
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis.header import (
    NONCE_LENGTE,
    SLEUTEL_LENGTE,
    SLOT_ID_LENGTE,
    VERPAKT_LENGTE,
    ZOUT_LENGTE,
    Header,
    KdfParameters,
    Slot,
    SlotSoort,
)
from gemeente_pga.kluis.storingen import SleutelsGewist, TeWeinigGeheugen

STANDAARD_KDF = KdfParameters(m_kib=256 * 1024, t=4, p=2)
MINSTE_KDF = KdfParameters(m_kib=128 * 1024, t=4, p=2)
_SNELST = 0.7
_TRAAGST = 1.5
_STREVEN = 0.9
_MEESTE_RONDES = 20

_INFO = "gemeente-pga/v1/"


@dataclass(frozen=True, slots=True, eq=False)
class Sleutels:
    """What an unlocked kluis is worth. Hand over what is needed, then `wis` it; keep it no longer than that.

    k_db and db_zout open the database; k_hdr seals the header, k_log the journaal, k_mark the outside mark.
    slot, slot_id: which kind of slot opened it, and which one, for the log.
    """

    mk: bytearray = field(repr=False)
    k_db: bytearray = field(repr=False)
    k_hdr: bytearray = field(repr=False)
    k_log: bytearray = field(repr=False)
    k_mark: bytearray = field(repr=False)
    kluis_id: bytes
    db_zout: bytes
    soort: KluisSoort
    slot: SlotSoort
    slot_id: str = ""

    def wis(self) -> None:
        """Overwrite all keys."""
        for sleutel in (self.mk, self.k_db, self.k_hdr, self.k_log, self.k_mark):
            wis(sleutel)

    def eis_aanwezig(self) -> None:
        """Refuse to work with keys that were wiped: a slot of zeros would open for everyone."""
        if not any(self.mk):
            raise SleutelsGewist


def wis(geheim: bytearray) -> None:
    """Overwrite in place."""
    geheim[:] = bytes(len(geheim))


def nieuwe_hoofdsleutel() -> bytearray:
    """32 random bytes; made once, never shown."""
    zaad = bytearray(os.urandom(SLEUTEL_LENGTE))
    # What os.urandom returned cannot be wiped, so that is not itself the key.
    hoofdsleutel = _hkdf(zaad, os.urandom(ZOUT_LENGTE), "hoofdsleutel")
    wis(zaad)
    return hoofdsleutel


def derive_sleutels(mk: bytearray, header: Header, slot: SlotSoort, slot_id: str = "") -> Sleutels:
    """All working keys of this kluis."""
    return Sleutels(
        mk=mk,
        k_db=_hkdf(mk, header.kluis_id, "db"),
        k_hdr=_hkdf(mk, header.kluis_id, "hdr"),
        k_log=_hkdf(mk, header.kluis_id, "log"),
        k_mark=_hkdf(mk, header.kluis_id, "mark"),
        kluis_id=header.kluis_id,
        db_zout=header.db_zout,
        soort=header.soort,
        slot=slot,
        slot_id=slot_id,
    )


def wachtzin_bytes(wachtzin: str) -> bytearray:
    """The same bytes however the keyboard composed the letters; nothing else is changed."""
    return bytearray(unicodedata.normalize("NFKC", wachtzin).encode("utf-8", "surrogatepass"))


def kek_uit_wachtzin(wachtzin: str, slot: Slot) -> bytearray:
    """Slow on purpose: Argon2id with the parameters of the slot."""
    if slot.parameters is None:
        raise ValueError("slot zonder parameters")
    geheim = wachtzin_bytes(wachtzin)
    try:
        return argon2id(geheim, slot.zout, slot.parameters)
    finally:
        wis(geheim)


def kek_uit_herstelcode(code: bytearray, slot: Slot) -> bytearray:
    """Fast: 160 random bits need no slow hash."""
    return _hkdf(code, slot.zout, "herstelcode")


def kek_uit_sleutelbos(korte_zin: str, geheim: bytearray, slot: Slot) -> bytearray:
    """Both are needed: what she knows, slowly, and what this computer keeps."""
    deel = kek_uit_wachtzin(korte_zin, slot)
    samen = deel + geheim
    try:
        return _hkdf(samen, slot.zout, "sleutelbos")
    finally:
        wis(deel)
        wis(samen)


def nieuw_slot(soort: SlotSoort, kdf: KdfParameters | None, kenmerken: dict[str, str] | None = None) -> Slot:
    """An empty slot with fresh salt and nonce, to be filled by `verpak`."""
    return Slot(
        id=os.urandom(SLOT_ID_LENGTE).hex(),
        soort=soort,
        parameters=kdf,
        zout=os.urandom(ZOUT_LENGTE),
        nonce=os.urandom(NONCE_LENGTE),
        kenmerken=kenmerken or {},
    )


def verpak(mk: bytearray, kek: bytearray, slot: Slot, kluis_id: bytes) -> Slot:
    """Put the main key in the slot. Wipes the kek."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    uit = bytearray(VERPAKT_LENGTE)
    AESGCM(kek).encrypt_into(slot.nonce, mk, slot.aad(kluis_id), uit)
    wis(kek)
    return replace(slot, verpakt=bytes(uit))


def pak_uit(kek: bytearray, slot: Slot, kluis_id: bytes) -> bytearray | None:
    """The main key, or None when this key does not fit this slot of this kluis."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    mk = bytearray(SLEUTEL_LENGTE)
    try:
        AESGCM(kek).decrypt_into(slot.nonce, slot.verpakt, slot.aad(kluis_id), mk)
    except InvalidTag:
        wis(mk)
        return None
    return mk


def measure_kdf(kdf: KdfParameters) -> float:
    """Seconds that one derivation takes on this machine; the best of two, because others work here too."""
    tijden = []
    for _ in range(2):
        begin = time.perf_counter()
        wis(argon2id(bytearray(16), bytes(ZOUT_LENGTE), kdf))
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def calibrate_kdf(meet: Callable[[KdfParameters], float] = measure_kdf) -> KdfParameters:
    """Parameters that take 0.7-1.5 s on this machine, never below 128 MiB and 4 passes."""
    try:
        duur = meet(STANDAARD_KDF)
    except TeWeinigGeheugen:
        return MINSTE_KDF
    if duur > _TRAAGST:
        m_kib = int(STANDAARD_KDF.m_kib * _STREVEN / duur) // 1024 * 1024
        return replace(STANDAARD_KDF, m_kib=max(m_kib, MINSTE_KDF.m_kib))
    if duur < _SNELST:
        rondes = math.ceil(STANDAARD_KDF.t * _STREVEN / max(duur, 0.001))
        return replace(STANDAARD_KDF, t=min(rondes, _MEESTE_RONDES))
    return STANDAARD_KDF


def argon2id(geheim: bytearray, zout: bytes, kdf: KdfParameters) -> bytearray:
    """Slow on purpose: a key out of something that people remember."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    uit = bytearray(SLEUTEL_LENGTE)
    maker = Argon2id(salt=zout, length=SLEUTEL_LENGTE, iterations=kdf.t, lanes=kdf.p, memory_cost=kdf.m_kib)
    try:
        maker.derive_into(geheim, uit)  # type: ignore[arg-type]  # its stub forgets that any buffer will do
    except MemoryError as fout:
        raise TeWeinigGeheugen from fout
    return uit


def _hkdf(sleutel: bytearray, zout: bytes, doel: str) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    uit = bytearray(SLEUTEL_LENGTE)
    HKDF(SHA256(), SLEUTEL_LENGTE, salt=zout, info=(_INFO + doel).encode("ascii")).derive_into(sleutel, uit)
    return uit

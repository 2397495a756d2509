# SPDX-License-Identifier: EUPL-1.2
"""Opens a key file from the description in vectoren/LEESMIJ.md alone; imports nothing of the program."""

import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
INFO = "gemeente-pga/v1/"


def schrijf(waarde: object) -> bytes:
    return json.dumps(waarde, sort_keys=True, separators=(",", ":")).encode()


def hkdf(sleutel: bytes, zout: bytes, doel: str) -> bytes:
    prk = hmac.new(zout, sleutel, hashlib.sha256).digest()
    return hmac.new(prk, (INFO + doel).encode() + b"\x01", hashlib.sha256).digest()


def argon(zin: str, slot: dict[str, Any]) -> bytes:
    geheim = unicodedata.normalize("NFKC", zin).encode()
    kosten = slot["parameters"]
    zout = bytes.fromhex(slot["zout"])
    return hash_secret_raw(geheim, zout, kosten["t"], kosten["m_kib"], kosten["p"], 32, Type.ID)


def kek(slot: dict[str, Any], geheim: str, bos: str) -> bytes:
    zout = bytes.fromhex(slot["zout"])
    if slot["soort"] == "herstelcode":
        getal = 0
        for groep in geheim.split("-"):
            for teken in groep[:4]:
                getal = getal * 32 + CROCKFORD.index(teken)
        return hkdf(getal.to_bytes(20, "big"), zout, "herstelcode")
    if slot["soort"] == "sleutelbos":
        return hkdf(argon(geheim, slot) + bytes.fromhex(bos), zout, "sleutelbos")
    return argon(geheim, slot)


def open_sleutelbestand(pad: Path, soort: str, geheim: str, bos: str = "") -> dict[str, str]:
    """The derived keys in hex; fails when anything does not fit."""
    header = json.loads(pad.read_bytes())
    slot = next(slot for slot in header["slots"] if slot["soort"] == soort)
    zonder = {naam: waarde for naam, waarde in slot.items() if naam != "verpakt"}
    aad = schrijf({"slot": zonder, **{naam: header[naam] for naam in ("formaat", "versie", "kluis_id")}})
    mk = AESGCM(kek(slot, geheim, bos)).decrypt(
        bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["verpakt"]), aad
    )
    sleutels = {
        f"k_{doel}": hkdf(mk, bytes.fromhex(header["kluis_id"]), doel)
        for doel in ("db", "hdr", "log", "mark")
    }
    mac = header.pop("mac")
    assert hmac.digest(sleutels["k_hdr"], schrijf(header), "sha256").hex() == mac
    return {naam: sleutel.hex() for naam, sleutel in sleutels.items()}

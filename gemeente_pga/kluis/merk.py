# SPDX-License-Identifier: EUPL-1.2
"""The mark outside the database: the number and chain value of the last act, so that an old kluis is noticed.

The format, complete. One file of 8192 bytes: two halves of 4096. All numbers are unsigned and big-endian.

half    "PGA-MERK" ‖ 2 bytes version (1) ‖ 16 bytes kluis_id ‖ 8 bytes counter ‖ 8 bytes n ‖ 32 bytes h(n) ‖
        32 bytes SHA-256 of the file with tombstones (of no bytes when there is none) ‖ 32 bytes
        HMAC-SHA256(k_mark, all of the half before this) ‖ zeros up to 4096.
        The counter says which half is the newest; counter 2 stands in the first half, 3 in the second.

Hides that the halves are written in turn and synced, so that a torn write leaves the other one whole.
"""

import hashlib
import hmac
import os
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gemeente_pga.domain.merk import Merkbevinding
from gemeente_pga.kluis import bestanden
from gemeente_pga.kluis.sleutels import wis

HELFT = 4096
_TEKEN = b"PGA-MERK"
_VERSIE = 1
_VORM = struct.Struct(">8sH16sQQ32s32s")
_MAC = 32
_LEEG = hashlib.sha256().digest()
_BOS = b"PGA-BOS\x00"
_BOS_DEEL = 12  # bytes of h(n), and of the MAC, in the copy for the keystore


@dataclass(frozen=True, slots=True)
class Stand:
    """What the mark says. heel: both halves were good."""

    n: int
    h: bytes
    grafstenen: bytes = _LEEG
    heel: bool = True
    teller: int = 0


class MerkOnbruikbaar(Exception):
    """There is a file, but nothing in it counts."""

    def __init__(self, bevinding: Merkbevinding) -> None:
        super().__init__(bevinding.code)
        self.bevinding = bevinding


class Merk:
    """The mark of one open kluis. Keeps its key until wis().

    grafstenen: SHA-256 of the file with tombstones, written along from now on.
    """

    def __init__(self, map_: Path, kluis_id: bytes, k_mark: bytes | bytearray) -> None:
        self._pad = map_ / bestanden.MERK
        self._kluis_id = kluis_id
        self._k_mark = bytearray(k_mark)
        self._teller = 0
        self._nummer: int | None = None
        self.grafstenen = _LEEG

    def lees(self) -> Stand | None:
        """The newest good half; None when there is no file; MerkOnbruikbaar when there is no good half."""
        try:
            inhoud = bestanden.read_begin(self._pad, 2 * HELFT + 1)
        except OSError:
            raise MerkOnbruikbaar(Merkbevinding.BESCHADIGD) from None
        if inhoud is None:
            return None
        helften = [inhoud[:HELFT], inhoud[HELFT : 2 * HELFT]]
        standen = [stand for plaats, helft in enumerate(helften) if (stand := self._ontleed(helft, plaats))]
        if not standen:
            vreemd = any(self._is_vreemd(helft) for helft in helften)
            raise MerkOnbruikbaar(Merkbevinding.VREEMD if vreemd else Merkbevinding.BESCHADIGD)
        heel = len(standen) == 2 and len(inhoud) == 2 * HELFT
        heel = heel and abs(standen[0].teller - standen[1].teller) == 1
        nieuwste = max(standen, key=lambda stand: stand.teller)
        self._teller, self.grafstenen = nieuwste.teller, nieuwste.grafstenen
        return Stand(nieuwste.n, nieuwste.h, nieuwste.grafstenen, heel, nieuwste.teller)

    def begin(self, n: int, h: bytes) -> None:
        """Make the file anew, both halves good. OSError when that does not work."""
        self._sluit()
        teller = self._teller + 2 + self._teller % 2  # even, so it belongs in the first half
        inhoud = self._helft(teller, n, h) + self._helft(teller + 1, n, h)
        bestanden.write_durable(self._pad, inhoud)
        self._teller = teller + 1

    def schrijf(self, n: int, h: bytes) -> None:
        """Replace the oldest half, and wait until it is on the disk. OSError when that does not work."""
        teller = self._teller + 1
        nummer = self._open()
        try:
            _schrijf_op(nummer, self._helft(teller, n, h), (teller % 2) * HELFT)
        except OSError:
            self._sluit()
            raise
        self._teller = teller

    def voor_sleutelbos(self, n: int, h: bytes) -> bytearray:
        """The 32 bytes that the keystore may keep: n, the begin of h(n), the begin of their MAC."""
        kern = n.to_bytes(8, "big") + h[:_BOS_DEEL]
        return bytearray(kern + self._bos_mac(kern))

    def uit_sleutelbos(self, bytes_: bytearray) -> tuple[int, bytes] | None:
        """n and the begin of h(n); None when this mark did not make them."""
        kern, mac = bytes(bytes_[: 8 + _BOS_DEEL]), bytes(bytes_[8 + _BOS_DEEL :])
        if not hmac.compare_digest(self._bos_mac(kern), mac):
            return None
        return int.from_bytes(kern[:8], "big"), kern[8:]

    def wis(self) -> None:
        """Forget the key and let go of the file."""
        self._sluit()
        wis(self._k_mark)

    def _ontleed(self, helft: bytes, plaats: int) -> Stand | None:
        lengte = _VORM.size + _MAC
        if len(helft) != HELFT or any(helft[lengte:]):
            return None
        kern, mac = helft[: _VORM.size], helft[_VORM.size : lengte]
        if not hmac.compare_digest(hmac.digest(self._k_mark, kern, "sha256"), mac):
            return None
        teken, versie, kluis_id, teller, n, h, grafstenen = _VORM.unpack(kern)
        if (teken, versie, kluis_id, teller % 2) != (_TEKEN, _VERSIE, self._kluis_id, plaats):
            return None
        return Stand(n, h, grafstenen, teller=teller)

    def _is_vreemd(self, helft: bytes) -> bool:
        if len(helft) != HELFT:
            return False
        teken, _, kluis_id, *_ = _VORM.unpack(helft[: _VORM.size])
        return bool(teken == _TEKEN and kluis_id != self._kluis_id)

    def _helft(self, teller: int, n: int, h: bytes) -> bytes:
        kern = _VORM.pack(_TEKEN, _VERSIE, self._kluis_id, teller, n, h, self.grafstenen)
        return (kern + hmac.digest(self._k_mark, kern, "sha256")).ljust(HELFT, b"\x00")

    def _bos_mac(self, kern: bytes) -> bytes:
        return hmac.digest(self._k_mark, _BOS + self._kluis_id + kern, "sha256")[:_BOS_DEEL]

    def _open(self) -> int:
        if self._nummer is None:
            self._nummer = os.open(self._pad, os.O_RDWR | getattr(os, "O_BINARY", 0))
        return self._nummer

    def _sluit(self) -> None:
        nummer, self._nummer = self._nummer, None
        if nummer is not None:
            with suppress(OSError):
                os.close(nummer)


def vergelijk(
    stand: Stand, laatste: tuple[int, bytes], schakel: Callable[[int], bytes | None]
) -> Merkbevinding | None:
    """Hold the chain of the kluis against the mark; None when they agree.

    One act more than the mark is a computer that stopped between the act and the mark.
    """
    bevinding = vergelijk_schakel(stand.n, stand.h, laatste, schakel)
    if bevinding is not None:
        return bevinding
    if laatste[0] > stand.n + 1:
        return Merkbevinding.ACHTER
    return None if stand.heel else Merkbevinding.HALF


def vergelijk_schakel(
    n: int, h: bytes, laatste: tuple[int, bytes], schakel: Callable[[int], bytes | None]
) -> Merkbevinding | None:
    """Is act n there, with a chain value that begins with h?"""
    if laatste[0] < n:
        return Merkbevinding.OUDER
    eigen = schakel(n)
    if eigen is None or not hmac.compare_digest(eigen[: len(h)], h):
        return Merkbevinding.ANDERS
    return None


def _schrijf_op(nummer: int, inhoud: bytes, plaats: int) -> None:
    os.lseek(nummer, plaats, os.SEEK_SET)
    if os.write(nummer, inhoud) != len(inhoud):
        raise OSError("merk niet geheel geschreven")
    getattr(os, "fdatasync", os.fsync)(nummer)

# SPDX-License-Identifier: EUPL-1.2
"""The key header: one canonical JSON text with all slots, sealed by an HMAC under a key that the slots give.

Hides the text form and its strict reading: an unknown key, another spelling of the same value or a parameter
outside the limits is refused before any key is derived. tests/kluis/vectoren/LEESMIJ.md describes the format.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NoReturn, TypeVar

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.sleutels import SlotSoort as SlotSoort
from gemeente_pga.kluis.storingen import SleutelbestandBeschadigd, SleutelbestandTeNieuw, SleutelbestandVreemd

FORMAAT = "gemeente-pga-kluis"
VERSIE = 1
SLEUTEL_LENGTE = 32
KLUIS_ID_LENGTE = 16
SLOT_ID_LENGTE = 8
ZOUT_LENGTE = 32
DB_ZOUT_LENGTE = 16
NONCE_LENGTE = 12
VERPAKT_LENGTE = SLEUTEL_LENGTE + 16
MAC_LENGTE = 32
MAX_SLOTS = 16
MAX_KENMERKEN = 16
MAX_VOLGNUMMER = 2**53 - 1

_HEADER_SLEUTELS = frozenset(
    ("formaat", "versie", "kluis_id", "volgnummer", "soort", "db_zout", "slots", "kenmerken", "mac")
)
_SLOT_SLEUTELS = frozenset(("id", "soort", "kdf", "parameters", "zout", "nonce", "verpakt", "kenmerken"))
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_KENMERK = re.compile(r"[a-z][a-z_]{0,39}")
_KENMERK_WAARDE = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{0,200}")

Soort = TypeVar("Soort", bound=Enum)


class Kdf(Enum):
    """How the secret becomes the key that wraps the main key."""

    ARGON2ID = "argon2id"
    HKDF = "hkdf-sha256"
    ARGON2ID_SLEUTELBOS = "argon2id+sleutelbos"


KDF_VAN = {
    SlotSoort.WACHTZIN: Kdf.ARGON2ID,
    SlotSoort.VERVANGER: Kdf.ARGON2ID,
    SlotSoort.FG: Kdf.ARGON2ID,
    SlotSoort.HERSTELCODE: Kdf.HKDF,
    SlotSoort.SLEUTELBOS: Kdf.ARGON2ID_SLEUTELBOS,
}


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """The cost of Argon2id: memory in KiB, passes, lanes."""

    m_kib: int
    t: int
    p: int


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What is accepted on reading: a hostile header must not hang the machine, nor weaken the key."""

    m_min_kib: int = 64 * 1024
    m_max_kib: int = 1024 * 1024
    t_min: int = 2
    t_max: int = 20
    p_min: int = 1
    p_max: int = 8
    bestand_max: int = 64 * 1024


LEESGRENZEN = Grenzen()


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the main key. verpakt: the main key under AES-256-GCM; the rest of the slot is its AAD."""

    id: str
    soort: SlotSoort
    zout: bytes
    nonce: bytes
    parameters: KdfParameters | None = None
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    verpakt: bytes = field(default=b"", repr=False)

    @property
    def kdf(self) -> Kdf:
        return KDF_VAN[self.soort]

    def aad(self, kluis_id: bytes) -> bytes:
        """What the wrap is bound to: everything in the slot but the wrap, the kluis and the format."""
        tekst = _slot_tekst(self)
        del tekst["verpakt"]
        return canoniek({"formaat": FORMAAT, "versie": VERSIE, "kluis_id": kluis_id.hex(), "slot": tekst})


@dataclass(frozen=True, slots=True)
class Header:
    """Everything about a kluis that is needed before it is open. mac: over all the rest, under k_hdr."""

    kluis_id: bytes
    volgnummer: int
    soort: KluisSoort
    db_zout: bytes
    slots: tuple[Slot, ...]
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    mac: bytes = field(default=b"", repr=False)

    def verzegel(self, k_hdr: bytearray) -> "Header":
        """The same header with its MAC."""
        return replace(self, mac=self._mac(k_hdr))

    def is_echt(self, k_hdr: bytearray) -> bool:
        """Was this header sealed by someone who had the main key?"""
        from hmac import compare_digest  # the unlock page draws without

        return compare_digest(self.mac, self._mac(k_hdr))

    def volgende(self, *, slots: tuple[Slot, ...], kenmerken: Mapping[str, str]) -> "Header":
        """The successor of this header, not yet sealed."""
        return replace(self, volgnummer=self.volgnummer + 1, slots=slots, kenmerken=kenmerken, mac=b"")

    def tekst(self) -> bytes:
        """The bytes of the file."""
        return canoniek(self._velden() | {"mac": self.mac.hex()}) + b"\n"

    def _mac(self, k_hdr: bytearray) -> bytes:
        from hmac import digest

        return digest(k_hdr, canoniek(self._velden()), "sha256")

    def _velden(self) -> dict[str, object]:
        return {
            "formaat": FORMAAT,
            "versie": VERSIE,
            "kluis_id": self.kluis_id.hex(),
            "volgnummer": self.volgnummer,
            "soort": self.soort.value,
            "db_zout": self.db_zout.hex(),
            "slots": [_slot_tekst(slot) for slot in self.slots],
            "kenmerken": dict(self.kenmerken),
        }


def canoniek(waarde: object) -> bytes:
    """The one spelling: sorted keys, no white space, ASCII."""
    tekst = json.dumps(waarde, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return tekst.encode("ascii")


def _slot_tekst(slot: Slot) -> dict[str, object]:
    kosten = slot.parameters
    return {
        "id": slot.id,
        "soort": slot.soort.value,
        "kdf": slot.kdf.value,
        "parameters": {} if kosten is None else {"m_kib": kosten.m_kib, "t": kosten.t, "p": kosten.p},
        "zout": slot.zout.hex(),
        "nonce": slot.nonce.hex(),
        "verpakt": slot.verpakt.hex(),
        "kenmerken": dict(slot.kenmerken),
    }


class _Fout(ValueError):
    """A text that is no header of ours."""


def parse_header(tekst: bytes, grenzen: Grenzen = LEESGRENZEN) -> Header:
    """Read the bytes of a header file. Costs no key derivation: the MAC is checked after unlocking."""
    try:
        velden = _lees_json(tekst, grenzen)
        _herken(velden)
        header = _lees_header(velden, grenzen)
    except (ValueError, RecursionError) as fout:
        raise SleutelbestandBeschadigd from fout
    if header.tekst() != tekst:
        raise SleutelbestandBeschadigd
    return header


def _lees_json(tekst: bytes, grenzen: Grenzen) -> dict[str, object]:
    if len(tekst) > grenzen.bestand_max:
        raise _Fout("te groot")
    velden = json.loads(tekst.decode("ascii"), parse_float=_weiger, parse_constant=_weiger)
    return _object(velden)


def _herken(velden: dict[str, object]) -> None:
    """Is it our format, and one that this program knows?"""
    if velden.get("formaat") != FORMAAT:
        raise SleutelbestandVreemd
    versie = velden.get("versie")
    if isinstance(versie, int) and not isinstance(versie, bool) and versie > VERSIE:
        raise SleutelbestandTeNieuw
    if versie != VERSIE:
        raise _Fout("versie")


def _lees_header(velden: dict[str, object], grenzen: Grenzen) -> Header:
    _eis_sleutels(velden, _HEADER_SLEUTELS)
    lijst = velden["slots"]
    if not isinstance(lijst, list) or not 1 <= len(lijst) <= MAX_SLOTS:
        raise _Fout("slots")
    slots = tuple(_lees_slot(_object(slot), grenzen) for slot in lijst)
    if len({slot.id for slot in slots}) != len(slots):
        raise _Fout("slot-id dubbel")
    return Header(
        kluis_id=_hex(velden["kluis_id"], KLUIS_ID_LENGTE),
        volgnummer=_geheel(velden["volgnummer"], 1, MAX_VOLGNUMMER),
        soort=_keuze(velden["soort"], KluisSoort),
        db_zout=_hex(velden["db_zout"], DB_ZOUT_LENGTE),
        slots=slots,
        kenmerken=_kenmerken(velden["kenmerken"]),
        mac=_hex(velden["mac"], MAC_LENGTE),
    )


def _lees_slot(velden: dict[str, object], grenzen: Grenzen) -> Slot:
    _eis_sleutels(velden, _SLOT_SLEUTELS)
    slot = Slot(
        id=_hex(velden["id"], SLOT_ID_LENGTE).hex(),
        soort=_keuze(velden["soort"], SlotSoort),
        parameters=_lees_parameters(_object(velden["parameters"]), grenzen),
        zout=_hex(velden["zout"], ZOUT_LENGTE),
        nonce=_hex(velden["nonce"], NONCE_LENGTE),
        verpakt=_hex(velden["verpakt"], VERPAKT_LENGTE),
        kenmerken=_kenmerken(velden["kenmerken"]),
    )
    if _keuze(velden["kdf"], Kdf) is not slot.kdf:
        raise _Fout("kdf past niet bij soort")
    if (slot.parameters is None) != (slot.kdf is Kdf.HKDF):
        raise _Fout("parameters passen niet bij kdf")
    return slot


def _lees_parameters(velden: dict[str, object], grenzen: Grenzen) -> KdfParameters | None:
    if not velden:
        return None
    _eis_sleutels(velden, frozenset(("m_kib", "t", "p")))
    return KdfParameters(
        m_kib=_geheel(velden["m_kib"], grenzen.m_min_kib, grenzen.m_max_kib),
        t=_geheel(velden["t"], grenzen.t_min, grenzen.t_max),
        p=_geheel(velden["p"], grenzen.p_min, grenzen.p_max),
    )


def _weiger(tekst: str) -> NoReturn:
    raise _Fout("alleen hele getallen")


def _object(waarde: object) -> dict[str, object]:
    if not isinstance(waarde, dict):
        raise _Fout("geen object")
    return waarde


def _eis_sleutels(velden: dict[str, object], sleutels: frozenset[str]) -> None:
    if velden.keys() != sleutels:
        raise _Fout("onbekende of ontbrekende sleutel")


def _hex(waarde: object, lengte: int) -> bytes:
    if not isinstance(waarde, str) or len(waarde) != 2 * lengte or not _HEX.fullmatch(waarde):
        raise _Fout("geen hex van de goede lengte")
    return bytes.fromhex(waarde)


def _geheel(waarde: object, laagste: int, hoogste: int) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not laagste <= waarde <= hoogste:
        raise _Fout("getal buiten de grenzen")
    return waarde


def _keuze(waarde: object, soorten: type[Soort]) -> Soort:
    for soort in soorten:
        if soort.value == waarde:
            return soort
    raise _Fout("onbekende soort")


def _kenmerken(waarde: object) -> dict[str, str]:
    """Room for what later versions want to remember; a reader that does not know one keeps it."""
    velden = _object(waarde)
    if len(velden) > MAX_KENMERKEN:
        raise _Fout("te veel kenmerken")
    kenmerken: dict[str, str] = {}
    for naam, tekst in velden.items():
        if not isinstance(tekst, str) or not _KENMERK.fullmatch(naam) or not _KENMERK_WAARDE.fullmatch(tekst):
            raise _Fout("kenmerk")
        kenmerken[naam] = tekst
    return kenmerken

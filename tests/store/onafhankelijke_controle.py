# SPDX-License-Identifier: EUPL-1.2
"""Checks a kluis from the section "Bestandsformaat" of README alone; imports nothing of the program.

    python tests/store/onafhankelijke_controle.py MAP [CONTROLECODE ...]

Asks for the wachtzin or the herstelcode (or reads one line when there is no keyboard), opens the kluis for
reading only, and says what does not agree: 0 when everything does, 1 when not, 2 when it does not open.
"""

import argparse
import getpass
import hashlib
import hmac
import json
import re
import struct
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HANDELING = (
    "n, code, tijd, gebruiker_id, slot, onderwerp_soort, onderwerp_id, dossier_id, reden, resultaat, "
    "herkomst, versie"
)
NIET_VERZEGELD = {"handeling", "wijziging", "zegel", "ketting", "lopend", "concept"}
HELFT = 4096
MERK = struct.Struct(">8sH16sQQ32s32s")


class GaatNietOpen(Exception):
    """No key file, no slot for this secret, or no database for this key."""


@dataclass
class Bevindingen:
    """What does not agree, in words; and how much was looked at."""

    fouten: list[str] = field(default_factory=list)
    handelingen: int = 0
    rijen: int = 0
    code: str = ""
    seconden: float = 0.0


# ---- the key file


def mac(sleutel: bytes, *delen: bytes) -> bytes:
    return hmac.digest(sleutel, b"".join(delen), "sha256")


def hkdf(sleutel: bytes, zout: bytes, doel: str) -> bytes:
    return mac(mac(zout, sleutel), b"gemeente-pga/v1/" + doel.encode() + b"\x01")


def json_bytes(waarde: object) -> bytes:
    return json.dumps(waarde, sort_keys=True, separators=(",", ":")).encode()


def herstelcode(geheim: str) -> bytes | None:
    """The 20 bytes of a herstelcode; None when it is something else."""
    tekens = re.sub(r"[\s-]", "", geheim.upper().translate(str.maketrans("OIL", "011")))
    if len(tekens) != 40 or any(teken not in BASE32 for teken in tekens):
        return None
    getal = 0
    for plaats in range(0, 40, 5):
        for teken in tekens[plaats : plaats + 4]:
            getal = getal * 32 + BASE32.index(teken)
    return getal.to_bytes(20, "big")


def kek(slot: dict[str, Any], geheim: str) -> bytes | None:
    zout = bytes.fromhex(slot["zout"])
    if slot["soort"] == "herstelcode":
        code = herstelcode(geheim)
        return hkdf(code, zout, "herstelcode") if code else None
    if slot["soort"] == "sleutelbos":
        return None
    p = slot["parameters"]
    zin = unicodedata.normalize("NFKC", geheim).encode()
    return hash_secret_raw(zin, zout, p["t"], p["m_kib"], p["p"], 32, Type.ID)


def open_kop(kop: dict[str, Any], geheim: str) -> dict[str, bytes] | None:
    """The four keys, when a slot opens and the key file is true."""
    kluis_id = bytes.fromhex(kop["kluis_id"])
    for slot in kop["slots"]:
        zonder = {naam: waarde for naam, waarde in slot.items() if naam != "verpakt"}
        aad = json_bytes({"slot": zonder, **{n: kop[n] for n in ("formaat", "versie", "kluis_id")}})
        sleutel = kek(slot, geheim)
        if sleutel is None:
            continue
        try:
            hoofd = AESGCM(sleutel).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["verpakt"]), aad)
        except InvalidTag:
            continue
        sleutels = {doel: hkdf(hoofd, kluis_id, doel) for doel in ("db", "hdr", "log", "mark")}
        zonder_mac = {naam: waarde for naam, waarde in kop.items() if naam != "mac"}
        if hmac.compare_digest(mac(sleutels["hdr"], json_bytes(zonder_mac)).hex(), kop["mac"]):
            return sleutels
    return None


def open_map(map_: Path, geheim: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The key file that counts, and its keys."""
    koppen = []
    for naam in ("kluis.sleutel-a", "kluis.sleutel-b"):
        try:
            koppen.append(json.loads((map_ / naam).read_bytes()))
        except (OSError, ValueError):
            continue
    for kop in sorted(koppen, key=lambda kop: -kop["volgnummer"]):
        sleutels = open_kop(kop, geheim)
        if sleutels is not None:
            return kop, sleutels
    raise GaatNietOpen("geen sleutelbestand dat met dit geheim opengaat")


# ---- the database


def verbind(pad: Path, k_db: bytes, zout: str) -> Any:
    if not pad.is_file() or pad.stat().st_size == 0:
        raise GaatNietOpen("er is geen database")
    conn = sqlcipher.connect(pad.absolute().as_uri() + "?mode=ro", uri=True)
    conn.set_key(bytearray(f"x'{k_db.hex()}{zout}'".encode()))
    try:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.Error as fout:
        conn.close()
        raise GaatNietOpen(f"de database gaat niet open: {fout}") from None
    return conn


def waarde(w: object) -> bytes:
    if w is None:
        return b"\x00"
    if isinstance(w, int):
        return b"\x01" + w.to_bytes(8, "big", signed=True)
    soort, inhoud = (b"\x02", w.encode()) if isinstance(w, str) else (b"\x03", bytes(w))  # type: ignore[call-overload]
    return soort + len(inhoud).to_bytes(4, "big") + inhoud


def lijst(regels: list[tuple[Any, ...]]) -> bytes:
    return waarde(len(regels)) + b"".join(waarde(w) for regel in regels for w in regel)


class Controle:
    """One kluis that is open."""

    def __init__(self, conn: Any, k_log: bytes) -> None:
        self.conn = conn
        self.oude = conn.execute("SELECT tot_en_met, k_log FROM logsleutel ORDER BY tot_en_met").fetchall()
        self.k_log = k_log
        self.h: dict[int, bytes] = {0: bytes(32)}
        self.fouten: list[str] = []

    def sleutel(self, n: int) -> bytes:
        return next((bytes(k) for tot_en_met, k in self.oude if n <= tot_en_met), self.k_log)

    def bestand(self) -> None:
        gelezen = [regel[0] for regel in self.conn.execute("PRAGMA quick_check")]
        if gelezen != ["ok"]:
            self.fouten.append(f"bestand: {gelezen[0]}")
        self.fouten += [f"bestand: {r[0]}" for r in self.conn.execute("PRAGMA cipher_integrity_check")]

    def _per_handeling(self) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
        """Each act with its lines: id, tabel, rij, soort, velden and the seal that stands under that id."""
        lijnen = self.conn.execute(
            "SELECT w.handeling, w.id, w.tabel, w.rij, w.soort, w.velden, z.wijziging, z.tabel, z.rij, z.mac "
            "FROM wijziging w LEFT JOIN zegel z ON z.wijziging = w.id ORDER BY w.handeling, w.id"
        )
        lijn = lijnen.fetchone()
        for handeling in self.conn.execute(f"SELECT {HANDELING} FROM handeling ORDER BY n"):  # noqa: S608
            van_deze = []
            while lijn is not None and lijn[0] <= handeling[0]:
                if lijn[0] < handeling[0]:
                    self.fouten.append(f"wijziging {lijn[1]} hoort bij geen handeling")
                else:
                    van_deze.append(lijn[1:])
                lijn = lijnen.fetchone()
            yield handeling, van_deze
        if lijn is not None:
            self.fouten.append(f"wijziging {lijn[1]} hoort bij geen handeling")

    def keten(self) -> None:
        """Every act must have the chain value that its contents and the act before it give."""
        bewaard = {n: bytes(h) for n, h in self.conn.execute("SELECT n, h FROM ketting")}
        vorige, n = bytes(32), 0
        for n, (handeling, lijnen) in enumerate(self._per_handeling(), start=1):
            zegels = sorted(lijn[5:] for lijn in lijnen if lijn[5] is not None)
            inhoud = b"".join(map(waarde, handeling)) + lijst([lijn[:5] for lijn in lijnen]) + lijst(zegels)
            h = mac(self.sleutel(n), b"\x01", vorige, len(inhoud).to_bytes(8, "big"), inhoud)
            if handeling[0] != n or not hmac.compare_digest(h, bewaard.get(n, b"")):
                self.fouten.append(f"keten: handeling {handeling[0]} klopt niet")
                break
            self.h[n] = vorige = h
        if max(bewaard, default=0) > n:
            self.fouten.append(f"keten: schakel {max(bewaard)} hoort bij geen handeling")
        if self.conn.execute("SELECT count(*) FROM lopend").fetchone()[0]:
            self.fouten.append("er staat een handeling open")

    def zegels(self) -> int:
        """Every row must be as its last seal says; the number of rows."""
        laatste = {
            (tabel, rij): zegel
            for tabel, rij, zegel, _ in self.conn.execute(
                "SELECT tabel, rij, mac, max(wijziging) FROM zegel GROUP BY tabel, rij"
            )
        }
        sleutel = self.sleutel(1)
        zouten = {id_: bytes(zout) for id_, zout in self.conn.execute("SELECT id, zout FROM dossier")}
        afgeleid = {id_: mac(sleutel, b"zegel\x00", zout) for id_, zout in zouten.items()}
        zonder = mac(sleutel, b"zegel\x00")
        rijen = 0
        for tabel in self._tabellen():
            cursor = self.conn.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608 - a name from the file itself
            namen = [kolom[0] for kolom in cursor.description]
            for regel in cursor:
                rijen += 1
                rij = dict(zip(namen, regel, strict=True))
                dossier = rij["id"] if tabel == "dossier" else rij.get("dossier_id")
                zegel = self._zegel(afgeleid.get(dossier, zonder), tabel, rij)
                if laatste.pop((tabel, rij["id"]), None) != zegel:
                    self.fouten.append(f"zegel: {tabel} {rij['id']} is anders dan vastgelegd")
        self.fouten += [
            f"zegel: {tabel} {rij} ontbreekt" for (tabel, rij), mac_ in laatste.items() if mac_ is not None
        ]
        return rijen

    def _tabellen(self) -> list[str]:
        regels = self.conn.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name"
        )
        namen = [regel[0] for regel in regels]
        return [n for n in namen if n not in NIET_VERZEGELD and not n.startswith("sqlite_")]

    @staticmethod
    def _zegel(sleutel: bytes, tabel: str, rij: dict[str, Any]) -> bytes:
        delen = [waarde(tabel), waarde(rij["id"])]
        for naam in sorted(rij):
            if rij[naam] is not None:
                delen += [waarde(naam), waarde(rij[naam])]
        return mac(sleutel, b"\x02", *delen)

    def code(self, n: int) -> str:
        cijfers = self.h[n].hex()[:20]
        return "-".join([str(n), *(cijfers[i : i + 4] for i in range(0, 20, 4))])

    def ken_code(self, getypt: str) -> None:
        n = int(getypt.split("-")[0]) if getypt.split("-")[0].isdigit() else 0
        if n < 1 or n not in self.h or self.code(n) != getypt.lower():
            self.fouten.append(f"controlecode {getypt} hoort niet bij deze kluis")


# ---- the mark


def lees_merk(map_: Path, kluis_id: bytes, k_mark: bytes) -> tuple[int, bytes, bytes] | str:
    """n, h and the hash of the tombstones; or what is wrong."""
    try:
        inhoud = (map_ / "kluis.merk").read_bytes()
    except FileNotFoundError:
        return "merk: er is geen merkbestand"
    goed = []
    for plaats in (0, 1):
        helft = inhoud[plaats * HELFT : (plaats + 1) * HELFT]
        kern, rest = helft[: MERK.size], helft[MERK.size :]
        if len(helft) != HELFT or mac(k_mark, kern) != rest[:32] or any(rest[32:]):
            continue
        teken, versie, id_, teller, n, h, grafstenen = MERK.unpack(kern)
        if (teken, versie, id_, teller % 2) == (b"PGA-MERK", 1, kluis_id, plaats):
            goed.append((teller, n, h, grafstenen))
    if not goed:
        return "merk: het merkbestand is onbruikbaar"
    if len(goed) == 1 or len(inhoud) != 2 * HELFT:
        return "merk: de helft van het merkbestand is onbruikbaar"
    return max(goed)[1:]


def controleer_merk(map_: Path, kop: dict[str, Any], k_mark: bytes, c: Controle) -> None:
    merk = lees_merk(map_, bytes.fromhex(kop["kluis_id"]), k_mark)
    if isinstance(merk, str):
        c.fouten.append(merk)
        return
    n, h, grafstenen = merk
    laatste = max(c.h)
    if laatste < n:
        c.fouten.append(f"merk: de kluis is ouder ({laatste}) dan het merk ({n})")
    elif c.h[n] != h:
        c.fouten.append("merk: de kluis heeft een andere geschiedenis dan het merk")
    elif laatste > n + 1:
        c.fouten.append(f"merk: het merk ({n}) is ouder dan de kluis ({laatste})")
    stenen = map_ / "kluis.grafstenen"
    if hashlib.sha256(stenen.read_bytes() if stenen.exists() else b"").digest() != grafstenen:
        c.fouten.append("merk: de grafstenen zijn anders dan in het merk")


def controleer(map_: Path, geheim: str, codes: list[str] | None = None) -> Bevindingen:
    """Everything that can be checked; GaatNietOpen when the kluis does not open."""
    kop, sleutels = open_map(map_, geheim)
    conn = verbind(map_ / "kluis.db", sleutels["db"], kop["db_zout"])
    begin = time.perf_counter()
    try:
        c = Controle(conn, sleutels["log"])
        c.bestand()
        c.keten()
        rijen = c.zegels()
        controleer_merk(map_, kop, sleutels["mark"], c)
        for code in codes or []:
            c.ken_code(code)
        n = max(c.h)
        return Bevindingen(c.fouten, n, rijen, c.code(n), time.perf_counter() - begin)
    except sqlcipher.Error as fout:
        raise GaatNietOpen(f"de database is niet te lezen: {fout}") from None
    finally:
        conn.close()


def main() -> int:
    lezer = argparse.ArgumentParser(description="Controleer een kluis zonder het programma.")
    lezer.add_argument("map", type=Path)
    lezer.add_argument("controlecode", nargs="*")
    keuze = lezer.parse_args()
    vraag = "Wachtzin of herstelcode: "
    geheim = getpass.getpass(vraag) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        b = controleer(keuze.map, geheim, keuze.controlecode)
    except GaatNietOpen as fout:
        print(f"Gaat niet open: {fout}.")
        return 2
    for fout_ in b.fouten:
        print(f"FOUT  {fout_}")
    print(f"{b.handelingen} handelingen en {b.rijen} rijen nagekeken in {b.seconden:.1f} s.")
    print(f"Controlecode van de laatste handeling: {b.code}" if b.handelingen else "Er is geen handeling.")
    print(f"{len(b.fouten)} fouten." if b.fouten else "Alles klopt.")
    return 1 if b.fouten else 0


if __name__ == "__main__":
    sys.exit(main())

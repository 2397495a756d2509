# SPDX-License-Identifier: EUPL-1.2
"""A real encrypted kluis for tests: made once, copied for every test that wants one."""

import os
import re
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import schema, verbinding
from gemeente_pga.store.store import Store, Wie, Writer

K_DB = bytes(range(1, 33))
K_LOG = bytes(range(101, 133))
ZOUT = bytes(range(201, 217))
WIE = Wie(gebruiker_id=None, slot="wachtzin", herkomst="proefopstelling")
NU = datetime(2026, 11, 22, 15, 30, 5, tzinfo=UTC)
NAAM = "kluis.db"


def open_kluis(pad: Path, **anders: object) -> Store:
    """Open with the keys of the tests, given anew each time because the store wipes them."""
    instelling = {"wie": WIE, "zout": ZOUT, "klok": lambda: NU, "sleutel_bekend": True} | anders
    return Store.open(pad, bytearray(K_DB), K_LOG, **instelling)  # type: ignore[arg-type]


@cache
def _voorbeeld() -> Path:
    pad = Path(mkdtemp(prefix="pga-store-", dir=os.environ["HOME"])) / NAAM  # a home that is thrown away
    Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU).close()
    return pad


def nieuwe_kluis(map_: Path) -> Path:
    """The path of a fresh, closed kluis in this folder."""
    pad = map_ / NAAM
    shutil.copyfile(_voorbeeld(), pad)
    pad.chmod(0o600)
    return pad


def leg_dossier_vast(
    store: Store, nummer: str = "2026-001", tekst: str = "Zij ziet haar broer niet meer."
) -> int:
    """A dossier with one signaal and one person; the id of the dossier."""
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        gemeente = w.insert("gemeente", {"naam": "Gemeente Waterhoven"})
        kader = w.value("SELECT id FROM kader LIMIT 1") or w.insert(
            "kader",
            {
                "code": "proef",
                "versie": "1",
                "titel": "",
                "sha256": "",
                "tekst": "",
                "geactiveerd_op": "2026-01-01",
            },
        )
        dossier = w.insert("dossier", {"nummer": nummer, "gemeente_id": gemeente, "kader_id": kader})
        w.dossier_id = dossier
        w.insert(
            "persoon",
            {"dossier_id": dossier, "rol": "betrokkene", "geslachtsnaam": "Verstraaten", "voornamen": "Ilse"},
        )
        signaal = w.insert(
            "signaal",
            {
                "dossier_id": dossier, "kader_id": kader, "soort": "melding", "status": "s1",
                "kanaal": "telefoon", "ontvangen_op": "2026-11-20", "bron_soort": "burger",
                "bron_kennis": "zelf", "zelf_waargenomen": tekst,
            },
        )  # fmt: skip
        w.onderwerp = ("signaal", signaal)
    return dossier


def leg_los_vast(store: Store, tabel: str) -> int:
    """A note or a request without a dossier; its id."""
    with store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        if tabel == "telefoonnotitie":
            return w.insert(tabel, {"tekst": "Iemand belt.", "ontvangen_op": "2026-11-20T10:00:00+01:00"})
        gemeente = w.value("SELECT id FROM gemeente LIMIT 1")
        aantal = w.value("SELECT count(*) FROM verzoek")
        rij = {"nummer": f"V2026-{aantal + 1:03}", "gemeente_id": gemeente}
        wie = {"verzoeker": "K. Vlinder", "hoedanigheid": "betrokkene", "ontvangen_op": "2026-11-20"}
        return w.insert(tabel, rij | wie | {"soort": "woo", "kanaal": "brief", "wat": "Alle stukken."})


def merk_los(w: Writer, tabel: str) -> None:
    """What stays of it."""
    machtiging = {
        "machtiging_door": "P. Kuipers", "machtiging_functie": "archivaris", "machtiging_op": "2031-06-02",
        "machtiging_kenmerk": "A-1",
    }  # fmt: skip
    rij = {"soort": tabel, "van_jaar": 2026, "bewaartermijn": "5 jaar", "grond": "Archiefwet", "door": "S."}
    w.insert("losse_vernietiging", machtiging | rij | {"vernietigd_op": "2031-06-02"})


# ---- a row in every table, whatever the schema is


@cache
def tabellen() -> tuple[str, ...]:
    """Every logged table, each after the tables it refers to."""
    v = verbinding.geheugen()
    schema.voer_migraties_uit(v, schema.migraties())
    wacht = {
        tabel: {r[2] for r in _verplichte_verwijzingen(v, tabel)} for tabel in schema.gelogde_tabellen(v)
    }
    v.sluit()
    volgorde: list[str] = []
    while wacht:
        klaar = sorted(tabel for tabel, nodig in wacht.items() if nodig <= {*volgorde, tabel})
        assert klaar, "the tables refer to each other in a circle"
        volgorde += klaar
        wacht = {tabel: nodig for tabel, nodig in wacht.items() if tabel not in klaar}
    return tuple(volgorde)


def _een_van_twee(sql: str) -> set[str]:
    """The first of two columns of which exactly one is filled."""
    return set(re.findall(r"CHECK \(\((\w+) IS NULL\) <> \(\w+ IS NULL\)\)", sql))


def _verplichte_verwijzingen(v: verbinding.Verbinding, tabel: str) -> list[Any]:
    verplicht = {naam for _, naam, _, notnull, *_ in v.lees(f"PRAGMA table_info({tabel})") if notnull}
    verplicht |= _een_van_twee(v.waarde("SELECT sql FROM sqlite_master WHERE name = ?", (tabel,)))
    return [r for r in v.lees(f"PRAGMA foreign_key_list({tabel})") if r[3] in verplicht]


# An earlier key of the log: it vouches for no act, and the seals are made with it as with the present one.
_EERDERE_LOGSLEUTEL: dict[str, object] = {"tot_en_met": 0, "k_log": K_LOG}


def voorbeeldrij(v: verbinding.Verbinding, tabel: str, ids: dict[str, int]) -> dict[str, object]:
    """The least a row of this table needs; ids: a row of each table it refers to."""
    sql = v.waarde("SELECT sql FROM sqlite_master WHERE name = ?", (tabel,))
    verwijst = {r[3]: ids[r[2]] for r in _verplichte_verwijzingen(v, tabel)}
    rij: dict[str, object] = {}
    for _, naam, soort, notnull, standaard, *_ in v.lees(f"PRAGMA table_info({tabel})"):
        nodig = notnull or naam in _een_van_twee(sql)
        if naam in ("id", "zout") or not nodig or standaard is not None:
            continue
        toegestaan = re.search(rf"CHECK \({naam} (?:IN \(|= )'(\w+)'", sql)
        tekst = toegestaan[1] if toegestaan else f"{tabel} {naam}"
        keus: dict[str, object] = {"TEXT": tekst, "INTEGER": 1, "BLOB": b"bytes"}
        rij[naam] = _EERDERE_LOGSLEUTEL.get(naam, verwijst.get(naam, keus[soort]))
    return rij


def vul_alles(store: Store) -> dict[str, int]:
    """One row in every table, all in one act; table -> id."""
    v = verbinding.geheugen()
    schema.voer_migraties_uit(v, schema.migraties())
    ids: dict[str, int] = {}
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        for tabel in tabellen():
            ids[tabel] = w.insert(tabel, voorbeeldrij(v, tabel, ids))
    v.sluit()
    return ids


@cache
def _vol() -> tuple[Path, tuple[tuple[str, int], ...]]:
    pad = nieuwe_kluis(Path(mkdtemp(prefix="pga-vol-", dir=os.environ["HOME"])))
    store = open_kluis(pad)
    ids = vul_alles(store)
    store.close()
    return pad, tuple(ids.items())


def volle_kluis(map_: Path) -> tuple[Path, dict[str, int]]:
    """A closed kluis with a row in every table, and the ids of those rows."""
    pad, ids = _vol()
    shutil.copyfile(pad, map_ / NAAM)
    return map_ / NAAM, dict(ids)


# ---- what someone with the key could do outside the program


class Inbreker:
    """A bare connection with the right key and none of the rules of the store."""

    def __init__(self, pad: Path) -> None:
        self.conn = sqlcipher.connect(str(pad), isolation_level=None)
        self.conn.set_key(bytearray(f"x'{K_DB.hex()}{ZOUT.hex()}'".encode()))

    def __enter__(self) -> Any:
        return self.conn

    def __exit__(self, *_: object) -> None:
        self.conn.close()

    def zonder_triggers(self, sql: str) -> None:
        """Run a statement unseen: the triggers are taken away and put back word for word."""
        triggers = self.conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        self.conn.execute("BEGIN")
        for naam, _ in triggers:
            self.conn.execute(f"DROP TRIGGER {naam}")
        self.conn.execute(sql)
        for _, maak in triggers:
            self.conn.execute(maak)
        self.conn.execute("COMMIT")


_PAGINA = 4096
_RESERVE = 80  # IV and HMAC at the end of every page


def _ontcijfer_pagina(pagina: bytes, *, eerste: bool) -> bytes:
    begin = 16 if eerste else 0
    iv = pagina[-_RESERVE : -_RESERVE + 16]
    werk = Cipher(algorithms.AES256(K_DB), modes.CBC(iv)).decryptor()
    return werk.update(pagina[begin:-_RESERVE]) + werk.finalize()


def ontcijfer(pad: Path) -> bytes:
    """Everything on the pages of a kluis file, in the clear: what a thief with the key could read."""
    inhoud = pad.read_bytes()
    delen = range(0, len(inhoud), _PAGINA)
    return b"".join(_ontcijfer_pagina(inhoud[i : i + _PAGINA], eerste=i == 0) for i in delen)


def ontcijfer_journaal(pad: Path) -> bytes:
    """Everything on the pages that the journal file still holds: number ‖ page ‖ checksum."""
    journaal = pad.with_name(pad.name + "-journal")
    inhoud = journaal.read_bytes() if journaal.exists() else b""
    gevonden = b""
    for sector in (512, 4096):
        for i in range(sector, len(inhoud) - _PAGINA - 8 + 1, _PAGINA + 8):
            nummer = int.from_bytes(inhoud[i : i + 4], "big")
            gevonden += _ontcijfer_pagina(inhoud[i + 4 : i + 4 + _PAGINA], eerste=nummer == 1)
    return gevonden

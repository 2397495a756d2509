# SPDX-License-Identifier: EUPL-1.2
"""One keyed connection to one encrypted file, with every setting set and read back.

Hides sqlcipher3: the shape of the raw key and its wiping, the order of the settings and the translation of
errors. No parameter of a statement ever stands in an error text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.store import storingen
from gemeente_pga.store.ruimte import Ruimte, Wacht

Waarde = str | int | bytes | None
Regel = tuple[Any, ...]

SLEUTEL_LENGTE = 32
ZOUT_LENGTE = 16
STAPPEN = 1_000  # steps of a statement between two reports of its progress
# The driver keeps the statements that it saw first. Building a kluis takes hundreds that never come back;
# with less room than those need, every statement of every act would be prepared anew: 8 ms instead of 2.
VOORBEREID = 2048
_KOP_ZONDER_SLEUTEL = b"SQLite format 3"
_VORM = re.compile(rb"x'([0-9a-f]{64}|[0-9a-f]{96})'")
_HEX = b"0123456789abcdef"


class Moment(Enum):
    """When a setting is set and read back."""

    VOOR_SLEUTEL = auto()
    NA_SLEUTEL = auto()
    NA_SCHEMA = auto()


@dataclass(frozen=True, slots=True)
class Instelling:
    """One setting of the database. zet: the value given; None when it can only be read.

    lees: the query that reads it back; empty means the pragma of that name.
    """

    naam: str
    verwacht: str
    zet: str | None = None
    moment: Moment = Moment.NA_SLEUTEL
    lees: str = ""


INSTELLINGEN: tuple[Instelling, ...] = (
    Instelling("cipher_log_level", "none", "NONE", Moment.VOOR_SLEUTEL),
    Instelling("cipher_status", "1"),
    Instelling("cipher_provider", "openssl"),
    Instelling("cipher_version", "4.19.0 community"),
    Instelling("cipher_page_size", "4096"),
    Instelling("cipher_use_hmac", "1"),
    Instelling("cipher_hmac_algorithm", "hmac_sha512"),
    Instelling("cipher_plaintext_header_size", "0"),
    Instelling("locking_mode", "exclusive", "EXCLUSIVE"),
    Instelling("journal_mode", "persist", "PERSIST"),
    Instelling("synchronous", "3", "EXTRA"),
    Instelling("foreign_keys", "1", "ON"),
    Instelling("recursive_triggers", "1", "ON"),
    Instelling("secure_delete", "1", "ON"),
    Instelling("temp_store", "2", "MEMORY"),
    Instelling("trusted_schema", "0", "OFF"),
    Instelling("cell_size_check", "1", "ON"),
    Instelling("mmap_size", "0", "0"),
    Instelling("cache_size", "-32000", "-32000"),
    Instelling("journal_size_limit", "-1", "-1"),
    Instelling("encoding", "utf-8"),
    Instelling(
        "zoekindex secure-delete",
        "1",
        moment=Moment.NA_SCHEMA,
        lees="SELECT v FROM zoekindex_config WHERE k = 'secure-delete'",
    ),
)


class SqlFout(Exception):
    """A statement that the database refused: a defect of the program, or a rule of the schema.

    naam: SQLite's name of the error. bericht: its text, left out where that could quote a parameter.
    """

    def __init__(self, naam: str, bericht: str, sql: str) -> None:
        super().__init__(f"{naam}: {bericht or 'zonder tekst'} [{' '.join(sql.split())[:160]}]")
        self.naam = naam
        self.bericht = bericht


_STORINGEN: dict[int, type[storingen.OpslagStoring]] = {
    5: storingen.KluisInGebruik,  # BUSY
    6: storingen.KluisInGebruik,  # LOCKED
    9: storingen.Onderbroken,  # INTERRUPT
    10: storingen.Schijffout,  # IOERR
    11: storingen.KluisBeschadigd,  # CORRUPT
    13: storingen.SchijfVol,  # FULL
    14: storingen.Schijffout,  # CANTOPEN
    26: storingen.KluisBeschadigd,  # NOTADB
}


def _vertaal(fout: Exception, sql: str, params: Sequence[Waarde]) -> Storing | SqlFout:
    """The error to raise instead; FTS5 and a few others quote what was searched for, so texts are dropped."""
    code = getattr(fout, "sqlite_errorcode", 0) & 0xFF
    if code in _STORINGEN:
        return _STORINGEN[code]()
    naam = getattr(fout, "sqlite_errorname", None) or type(fout).__name__
    veilig = isinstance(fout, sqlcipher.IntegrityError) or not any(isinstance(p, str | bytes) for p in params)
    return SqlFout(naam, str(fout) if veilig else "", sql)


class Verbinding:
    """The connection. Everything in the store reads and writes through lees and doe."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn
        self.wacht = Wacht()
        self.oefening = False  # of the practice kluis, says the sealed header

    def lees(self, sql: str, params: Sequence[Waarde] = ()) -> list[Regel]:
        """All rows of a query."""
        try:
            regels: list[Regel] = self._conn.execute(sql, params).fetchall()
            return regels
        except sqlcipher.Error as fout:
            vertaald = _vertaal(fout, sql, params)
        raise vertaald  # outside the except block: the original, with its text, is not carried along

    def lees_met_namen(self, sql: str, params: Sequence[Waarde] = ()) -> tuple[list[str], list[Regel]]:
        """The column names and all rows of a query."""
        try:
            cursor = self._conn.execute(sql, params)
            return [kolom[0] for kolom in cursor.description or ()], cursor.fetchall()
        except sqlcipher.Error as fout:
            vertaald = _vertaal(fout, sql, params)
        raise vertaald

    def waarde(self, sql: str, params: Sequence[Waarde] = ()) -> Any:
        """The first column of the first row; None when there is no row."""
        regels = self.lees(sql, params)
        return regels[0][0] if regels else None

    def doe(self, sql: str, params: Sequence[Waarde] = ()) -> int:
        """Run one statement; the number of rows it changed."""
        try:
            aantal: int = self._conn.execute(sql, params).rowcount
            return aantal
        except sqlcipher.Error as fout:
            vertaald = _vertaal(fout, sql, params)
        if isinstance(vertaald, SqlFout) and vertaald.naam == "SQLITE_READONLY" and not self._mag_niet():
            raise storingen.Schijffout  # SQLite could open the file for reading only, and says so this late
        raise vertaald

    def _mag_niet(self) -> bool:
        """Is writing refused by this program itself?"""
        return bool(self._conn.execute("PRAGMA query_only").fetchone()[0])

    def rol_terug(self) -> None:
        """Undo the open transaction, if the database has not done so already."""
        if self._conn.in_transaction:
            self.doe("ROLLBACK")

    def onderbreek(self) -> None:
        """Stop the running statement; may be called from another thread."""
        self._conn.interrupt()

    @contextmanager
    def volgend(self, melder: Callable[[], None]) -> Iterator[None]:
        """Call melder every so many steps of a statement; what it raises stops the statement."""
        fouten: list[Exception] = []  # SQLite would swallow them and call it an interruption

        def volg() -> int:
            try:
                melder()
            except Exception as fout:
                fouten.append(fout)
            return len(fouten)

        self._conn.set_progress_handler(volg, STAPPEN)
        try:
            yield
        except storingen.Onderbroken:
            if fouten:
                raise fouten[0] from None
            raise
        finally:
            self._conn.set_progress_handler(None, STAPPEN)

    @contextmanager
    def in_ruimte(self, ruimte: Ruimte) -> Iterator[None]:
        """Another rule of what may be prepared, for as long as the block lasts."""
        vorige, self.wacht.ruimte = self.wacht.ruimte, ruimte
        try:
            yield
        finally:
            self.wacht.ruimte = vorige

    def bewaak(self) -> None:
        """From here on the authorizer decides what may be prepared."""
        self._conn.set_authorizer(self.wacht)

    def hersleutel(self, sleutel: bytearray, zout: bytes) -> None:
        """Encrypt the whole file anew under this key and salt. The key is wiped."""
        tekst = _sleuteltekst(sleutel, zout)
        wis(sleutel)
        try:
            if _VORM.fullmatch(tekst) is None:
                raise storingen.SleutelOngeldig
            self._conn.reset_key(tekst)
        except sqlcipher.Error as fout:
            vertaald = _vertaal(fout, "rekey", ())
        else:
            return
        finally:
            wis(tekst)
        raise vertaald

    @property
    def gewijzigd(self) -> int:
        """How many rows this connection changed since it was opened."""
        aantal: int = self._conn.total_changes
        return aantal

    def sluit(self) -> None:
        self._conn.close()

    def stel_in(self, moment: Moment) -> None:
        """Set and read back the settings of this moment; InstellingWijktAf when one did not take."""
        for instelling in INSTELLINGEN:
            if instelling.moment is not moment:
                continue
            if instelling.zet is not None:
                self.doe(f"PRAGMA {instelling.naam} = {instelling.zet}")
            gelezen = self.waarde(instelling.lees or f"PRAGMA {instelling.naam}")
            if str(gelezen).lower() != instelling.verwacht:
                raise storingen.InstellingWijktAf(instelling.naam)


def _sleuteltekst(sleutel: bytearray, zout: bytes) -> bytearray:
    """x'…' in hexadecimal, built in place: no str or bytes copy of the key is made on the way."""
    tekst = bytearray(2 * (len(sleutel) + len(zout)) + 3)
    tekst[0:2] = b"x'"
    plaats = 2
    for deel in (sleutel, zout):
        for byte in deel:
            tekst[plaats] = _HEX[byte >> 4]
            tekst[plaats + 1] = _HEX[byte & 15]
            plaats += 2
    tekst[plaats] = ord("'")
    return tekst


def wis(geheim: bytearray) -> None:
    """Overwrite a key in place."""
    for plaats in range(len(geheim)):
        geheim[plaats] = 0


def _geef_sleutel(conn: Any, sleutel: bytearray, zout: bytes) -> None:
    """Give the raw key after checking its shape; a wrong shape would silently become a passphrase."""
    if len(sleutel) != SLEUTEL_LENGTE or not any(sleutel) or len(zout) not in (0, ZOUT_LENGTE):
        raise storingen.SleutelOngeldig
    tekst = _sleuteltekst(sleutel, zout)
    try:
        if _VORM.fullmatch(tekst) is None:
            raise storingen.SleutelOngeldig
        conn.set_key(tekst)
    finally:
        wis(tekst)


def _controleer_bestand(pad: Path, *, alleen_lezen: bool) -> None:
    """Refuse what is no encrypted file, or cannot be written, before anything opens it."""
    try:
        if not pad.is_file():
            raise storingen.KluisOntbreekt
        with pad.open("rb") as bestand:
            kop = bestand.read(len(_KOP_ZONDER_SLEUTEL))
    except OSError:
        raise storingen.Schijffout from None
    if not kop:
        raise storingen.KluisLeeg
    if kop == _KOP_ZONDER_SLEUTEL:
        raise storingen.NietVersleuteld
    if not alleen_lezen:
        try:
            pad.open("r+b").close()  # the database itself would open it for reading and say nothing
        except OSError:
            raise storingen.NietSchrijfbaar from None


def is_versleuteld(pad: Path, zout: bytes | None) -> bool:
    """The file on disk begins with its salt and not as a plain database."""
    with pad.open("rb") as bestand:
        kop = bestand.read(ZOUT_LENGTE)
    if len(kop) != ZOUT_LENGTE or kop.startswith(_KOP_ZONDER_SLEUTEL):
        return False
    return not zout or kop == zout


def verbind(
    pad: Path,
    sleutel: bytearray,
    zout: bytes | None = None,
    *,
    nieuw: bool = False,
    alleen_lezen: bool = False,
) -> Verbinding:
    """Open the existing file at pad with a raw 32-byte key, which is wiped whatever happens.

    zout: the 16 bytes kept in the header; the file then opens even when its own first bytes are damaged.
    nieuw: the file was just made and is still empty. No call of this function ever makes a file.
    The first read decides: SleutelPastNiet when the key does not fit or the first page is damaged.
    """
    try:
        if not isinstance(sleutel, bytearray):
            raise storingen.SleutelOngeldig
        if not nieuw:
            _controleer_bestand(pad, alleen_lezen=alleen_lezen)
        try:
            conn = sqlcipher.connect(
                pad.absolute().as_uri() + ("?mode=ro" if alleen_lezen else "?mode=rw"),
                uri=True, isolation_level=None, check_same_thread=False, timeout=0,
                cached_statements=VOORBEREID,
            )  # fmt: skip
        except sqlcipher.Error:
            raise storingen.Schijffout from None
        verbinding = Verbinding(conn)
        try:
            verbinding.stel_in(Moment.VOOR_SLEUTEL)
            _geef_sleutel(conn, sleutel, zout or b"")
            _probeer(verbinding)
            verbinding.stel_in(Moment.NA_SLEUTEL)
            # The first read took a shared lock; this takes the exclusive one, which stays.
            verbinding.doe("BEGIN EXCLUSIVE")
            verbinding.doe("COMMIT")
        except BaseException:
            verbinding.sluit()
            raise
    finally:
        if isinstance(sleutel, bytearray):
            wis(sleutel)
    verbinding.bewaak()
    return verbinding


def _probeer(verbinding: Verbinding) -> None:
    try:
        verbinding.waarde("SELECT count(*) FROM sqlite_master")
    except storingen.KluisBeschadigd:
        raise storingen.SleutelPastNiet from None


def geheugen() -> Verbinding:
    """An empty unencrypted database in memory: only to compute what the schema should look like."""
    return Verbinding(sqlcipher.connect(":memory:", isolation_level=None))


def opdrachten(script: str) -> Iterable[str]:
    """The statements of an SQL script; a semicolon inside a trigger or a text does not end one."""
    lopend = ""
    for stuk in re.findall(r"[^;]*;", script):
        lopend += stuk
        if sqlcipher.complete_statement(lopend):
            yield lopend.strip()
            lopend = ""
    rest = lopend + script[script.rfind(";") + 1 :]
    if any(regel.strip() and not regel.strip().startswith("--") for regel in rest.splitlines()):
        raise ValueError("the script ends in the middle of a statement")

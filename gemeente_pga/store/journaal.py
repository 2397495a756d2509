# SPDX-License-Identifier: EUPL-1.2
"""The vouching of the log: a seal per changed row, a chain value per act, and their verification.

The format, complete, so that another program can verify a kluis with this text alone. ‖ is concatenation;
HMAC is HMAC-SHA256; all numbers are big-endian.

value(x)   NULL: 00 · integer: 01 ‖ 8 bytes, two's complement · text: 02 ‖ 4 bytes length ‖ UTF-8 ·
           blob: 03 ‖ 4 bytes length ‖ the bytes. There are no other kinds.
row        value(table) ‖ value(id) ‖ for every column in order of its name that is not NULL:
           value(column name) ‖ value(contents). A column that is NULL is left out.
salt       of a row in table dossier: its own column zout; of a row whose dossier_id is not NULL: the zout of
           that dossier; of any other row: no bytes at all.
seal       HMAC(HMAC(k(1), "zegel" ‖ 00 ‖ salt), 02 ‖ row), over the row as the act left it. In table zegel,
           under the number of the last line that the act wrote about this row in wijziging; NULL for a row
           that was removed.
entry      value() of handeling.n, code, tijd, gebruiker_id, slot, onderwerp_soort, onderwerp_id, dossier_id,
           reden, resultaat, herkomst, versie; then value(number of lines in wijziging), and of each in order
           of id: value() of id, tabel, rij, soort, velden; then value(number of their seals), and of each in
           order of wijziging: value() of wijziging, tabel, rij, mac.
chain      h(0) = 32 bytes 00. h(n) = HMAC(k(n), 01 ‖ h(n-1) ‖ 8 bytes length of entry(n) ‖ entry(n)).
key        k(n) = the k_log in table logsleutel with the lowest tot_en_met that is not below n; when there is
           none, the k_log that the present main key gives. Why so: logsleutels.py.
code       the control code on paper: n, then the first 20 hexadecimal digits of h(n) in groups of four.
"""

import hmac
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gemeente_pga.store.logsleutels import Logsleutels
from gemeente_pga.store.verbinding import Regel, Verbinding, Waarde

BEGIN = bytes(32)
_HANDELING = (
    "n, code, tijd, gebruiker_id, slot, onderwerp_soort, onderwerp_id, dossier_id, "
    "reden, resultaat, herkomst, versie"
)
_CIJFERS = 20
_STAART = 25  # acts verified on every opening
_STUK = 20  # acts verified between two looks at the clock, at most: the first piece is one act


def _canoniek(waarde: Waarde) -> bytes:
    if waarde is None:
        return b"\x00"
    if isinstance(waarde, int):
        return b"\x01" + waarde.to_bytes(8, "big", signed=True)
    if isinstance(waarde, str):
        tekst = waarde.encode("utf-8")
        return b"\x02" + len(tekst).to_bytes(4, "big") + tekst
    return b"\x03" + len(waarde).to_bytes(4, "big") + waarde


def _hmac(sleutel: bytes, *delen: bytes) -> bytes:
    return hmac.digest(sleutel, b"".join(delen), "sha256")


@dataclass(frozen=True, slots=True)
class Bevinding:
    """The first place that does not agree. soort: which rule; n, tabel, rij: where, as far as known."""

    soort: str
    n: int | None = None
    tabel: str = ""
    rij: int | None = None


@dataclass(frozen=True, slots=True)
class Ketencontrole:
    """How far the chain has been verified: acts 1 … n (or the last ones, for the tail)."""

    n: int = 0
    h: bytes = BEGIN
    gezien: int = 0
    klaar: bool = False
    bevinding: Bevinding | None = None


@dataclass(frozen=True, slots=True)
class Zegelcontrole:
    """How far the rows have been compared with their seals."""

    tabel: str = ""
    rij: int = 0
    gezien: int = 0
    fouten: int = 0
    klaar: bool = False
    bevinding: Bevinding | None = None


class Zegelaar:
    """Computes seals on one connection; remembers the columns, and the salts until vergeet()."""

    def __init__(self, v: Verbinding, k_zegel: bytes, tabellen: dict[str, tuple[str, ...]]) -> None:
        self._v = v
        self._k_zegel = k_zegel
        self._zouten: dict[int, bytes] = {}
        self._namen = {tabel: tuple(sorted(namen)) for tabel, namen in sorted(tabellen.items())}
        self._kolomlijst = {tabel: ", ".join(namen) for tabel, namen in self._namen.items()}

    @property
    def tabellen(self) -> frozenset[str]:
        return frozenset(self._namen)

    def vergeet(self) -> None:
        """Drop the remembered salts: a dossier may be destroyed by the next act."""
        self._zouten.clear()

    def regel(self, tabel: str, rij: int) -> Regel | None:
        """The live row, columns in order of name; None when it, or its table, is gone."""
        if tabel not in self._namen:
            return None
        regels = self._v.lees(f"SELECT {self._kolomlijst[tabel]} FROM main.{tabel} WHERE id = ?", (rij,))
        return regels[0] if regels else None

    def dossier(self, tabel: str, regel: Regel) -> int | None:
        """The dossier that a row belongs to."""
        namen = self._namen[tabel]
        kolom = "id" if tabel == "dossier" else "dossier_id"
        return regel[namen.index(kolom)] if kolom in namen else None

    def zegel(self, tabel: str, rij: int, regel: Regel) -> bytes:
        delen = [b"\x02", _canoniek(tabel), _canoniek(rij)]
        for naam, waarde in zip(self._namen[tabel], regel, strict=True):
            if waarde is not None:
                delen += (_canoniek(naam), _canoniek(waarde))
        return _hmac(_hmac(self._k_zegel, b"zegel\x00", self._zout(tabel, regel)), *delen)

    def _zout(self, tabel: str, regel: Regel) -> bytes:
        if tabel == "dossier":
            return bytes(regel[self._namen[tabel].index("zout")])
        dossier_id = self.dossier(tabel, regel)
        if dossier_id is None:
            return b""
        if dossier_id not in self._zouten:
            zout = self._v.waarde("SELECT zout FROM dossier WHERE id = ?", (dossier_id,))
            self._zouten[dossier_id] = bytes(zout or b"")
        return self._zouten[dossier_id]


def verzegel(v: Verbinding, zegelaar: Zegelaar, n: int) -> tuple[frozenset[str], frozenset[int]]:
    """Seal every row that act n changed; the names of the changed tables and the dossiers they belong to."""
    laatste: dict[tuple[str, int], int] = {}
    for wijziging, tabel, rij in v.lees(
        "SELECT id, tabel, rij FROM wijziging WHERE handeling = ? ORDER BY id", (n,)
    ):
        laatste[tabel, rij] = wijziging
    dossiers = set()
    for (tabel, rij), wijziging in laatste.items():
        regel = zegelaar.regel(tabel, rij)
        mac = None if regel is None else zegelaar.zegel(tabel, rij, regel)
        v.doe(
            "INSERT INTO zegel (wijziging, tabel, rij, mac) VALUES (?, ?, ?, ?)", (wijziging, tabel, rij, mac)
        )
        if regel is not None and (dossier_id := zegelaar.dossier(tabel, regel)) is not None:
            dossiers.add(dossier_id)
    return frozenset(tabel for tabel, _ in laatste), frozenset(dossiers)


def _inhouden(v: Verbinding, van: int, tot: int) -> dict[int, bytes]:
    """entry(n) of the acts van … tot that the log holds."""
    handelingen = v.lees(f"SELECT {_HANDELING} FROM handeling WHERE n BETWEEN ? AND ?", (van, tot))
    lijsten: dict[int, tuple[list[Regel], list[Regel]]] = {regel[0]: ([], []) for regel in handelingen}
    lijnen = v.lees(
        "SELECT w.handeling, w.id, w.tabel, w.rij, w.soort, w.velden, z.wijziging, z.tabel, z.rij, z.mac "
        "FROM wijziging w LEFT JOIN zegel z ON z.wijziging = w.id WHERE w.handeling BETWEEN ? AND ? "
        "ORDER BY w.id",
        (van, tot),
    )
    for n, *lijn in lijnen:
        if n in lijsten:
            lijsten[n][0].append(tuple(lijn[:5]))
            if lijn[5] is not None:
                lijsten[n][1].append(tuple(lijn[5:]))
    inhouden = {}
    for regel in handelingen:
        delen = [_canoniek(waarde) for waarde in regel]
        for lijst in lijsten[regel[0]]:
            delen.append(_canoniek(len(lijst)))
            delen += [_canoniek(waarde) for lijn in lijst for waarde in lijn]
        inhouden[regel[0]] = b"".join(delen)
    return inhouden


def _h(sleutel: bytes, vorige: bytes, inhoud: bytes) -> bytes:
    return _hmac(sleutel, b"\x01", vorige, len(inhoud).to_bytes(8, "big"), inhoud)


def laatste_schakel(v: Verbinding) -> tuple[int, bytes]:
    """(n, h(n)) of the last act; (0, 32 zero bytes) when there is none."""
    regels = v.lees("SELECT n, h FROM ketting ORDER BY n DESC LIMIT 1")
    return (regels[0][0], bytes(regels[0][1])) if regels else (0, BEGIN)


def schakel(v: Verbinding, n: int) -> bytes | None:
    """h(n) as the chain holds it; None when there is no act n."""
    if n == 0:
        return BEGIN
    h = v.waarde("SELECT h FROM ketting WHERE n = ?", (n,))
    return None if h is None else bytes(h)


def smeed(v: Verbinding, k_log: Logsleutels, n: int) -> bytes:
    """Add the chain value of act n, whose lines and seals stand in the log."""
    vorige = schakel(v, n - 1)
    if vorige is None:
        raise LookupError("the chain has a gap")
    h = _h(k_log.voor(n), vorige, _inhouden(v, n, n)[n])
    v.doe("INSERT INTO ketting (n, h) VALUES (?, ?)", (n, h))
    return h


def controlecode(n: int, h: bytes) -> str:
    """The code printed on a vastgesteld document."""
    cijfers = h.hex()[:_CIJFERS]
    return "-".join([str(n), *(cijfers[i : i + 4] for i in range(0, _CIJFERS, 4))])


def controleer_code(v: Verbinding, getypt: str) -> int | None:
    """The act that a typed control code belongs to; None when no act has this code."""
    delen = re.split(r"[\s\-–—]+", getypt.strip().lower(), maxsplit=1)
    if len(delen) != 2 or not re.fullmatch(r"[0-9]{1,15}", delen[0]):
        return None
    n = int(delen[0])
    h = schakel(v, n) if n > 0 else None
    if h is None:
        return None
    cijfers = re.sub(r"[\s\-–—]+", "", delen[1])
    klopt = hmac.compare_digest(cijfers.encode(), h.hex()[:_CIJFERS].encode())
    return n if klopt else None


def _controleer_einden(v: Verbinding) -> Bevinding | None:
    """The log, the lines and the chain must end at the same act, and no act may be open."""
    einde = v.waarde("SELECT max(n) FROM ketting") or 0
    if (v.waarde("SELECT max(n) FROM handeling") or 0) != einde:
        return Bevinding("handeling zonder schakel", n=einde + 1)
    if (v.waarde("SELECT max(handeling) FROM wijziging") or 0) > einde:
        return Bevinding("wijziging zonder handeling", n=einde + 1)
    if v.lees("SELECT id FROM lopend"):
        return Bevinding("open handeling", n=einde + 1)
    return None


def controleer_staart(v: Verbinding, k_log: Logsleutels) -> Ketencontrole:
    """Verify the last acts: fast enough to do on every opening."""
    if (fout := _controleer_einden(v)) is not None:
        return Ketencontrole(n=fout.n or 0, bevinding=fout, klaar=True)
    einde = v.waarde("SELECT max(n) FROM ketting") or 0
    begin = max(0, einde - _STAART)
    h = schakel(v, begin)
    if h is None:
        return Ketencontrole(bevinding=Bevinding("schakel ontbreekt", n=begin), klaar=True)
    return controleer_keten(v, k_log, Ketencontrole(n=begin, h=h))


def controleer_keten(
    v: Verbinding, k_log: Logsleutels, stand: Ketencontrole | None = None, *, seconden: float | None = None
) -> Ketencontrole:
    """Verify acts in order, from where stand stopped, for about so many seconds (without: to the end).

    However short that is, every call gets a step further.
    """
    stand = stand or Ketencontrole()
    grens = None if seconden is None else time.monotonic() + seconden
    einde = v.waarde("SELECT max(n) FROM ketting") or 0
    stuk = _STUK if grens is None else 1  # an act may be large: who has little time looks at the clock sooner
    while stand.n < einde and stand.bevinding is None:
        stand = _controleer_stuk(v, k_log, stand, min(einde, stand.n + stuk))
        stuk = min(_STUK, 2 * stuk)
        if grens is not None and time.monotonic() >= grens and stand.n < einde:
            return stand
    return replace(stand, klaar=True, bevinding=stand.bevinding or _controleer_einden(v))


def _controleer_stuk(v: Verbinding, k_log: Logsleutels, stand: Ketencontrole, tot: int) -> Ketencontrole:
    """Verify the acts after stand up to and including tot, or up to the first that is wrong."""
    inhouden = _inhouden(v, stand.n + 1, tot)
    bewaard: dict[int, bytes] = dict(
        v.lees("SELECT n, h FROM ketting WHERE n BETWEEN ? AND ?", (stand.n + 1, tot))
    )
    h = stand.h
    for n in range(stand.n + 1, tot + 1):
        gezien = stand.gezien + n - stand.n - 1
        if n not in inhouden or n not in bewaard:
            return replace(stand, n=n - 1, h=h, gezien=gezien, bevinding=Bevinding("schakel ontbreekt", n=n))
        berekend = _h(k_log.voor(n), h, inhouden[n])
        if not hmac.compare_digest(berekend, bytes(bewaard[n])):
            return replace(stand, n=n - 1, h=h, gezien=gezien, bevinding=Bevinding("schakel klopt niet", n=n))
        h = berekend
    return replace(stand, n=tot, h=h, gezien=stand.gezien + tot - stand.n)


def verschillen(
    v: Verbinding, zegelaar: Zegelaar, na: tuple[str, int] = ("", 0)
) -> Iterator[tuple[str, int, str]]:
    """Compare rows and seals in order of table and id, after the place given: (table, row, fault or "").

    The faults: "zonder zegel", "zegel klopt niet" (the row differs from what the last act left),
    "rij ontbreekt" (a seal of a row that no act removed).
    """
    zegelaar.vergeet()
    for tabel in _tabellen(v, zegelaar, na[0]):
        laatste = na[1] if tabel == na[0] else 0
        while (rij := _volgende_rij(v, tabel, laatste, leeft=tabel in zegelaar.tabellen)) is not None:
            yield tabel, rij, _vergelijk(v, zegelaar, tabel, rij)
            laatste = rij


def _tabellen(v: Verbinding, zegelaar: Zegelaar, vanaf: str) -> list[str]:
    """The tables that have rows or seals, in order; asked one by one, because DISTINCT reads every seal."""
    tabellen = {tabel for tabel in zegelaar.tabellen if tabel >= vanaf}
    naam = v.waarde("SELECT min(tabel) FROM zegel WHERE tabel >= ?", (vanaf,))
    while naam is not None:
        tabellen.add(naam)
        naam = v.waarde("SELECT min(tabel) FROM zegel WHERE tabel > ?", (naam,))
    return sorted(tabellen)


def _volgende_rij(v: Verbinding, tabel: str, na: int, *, leeft: bool) -> int | None:
    """The next id that the table or its seals know."""
    gevonden = [v.waarde("SELECT min(rij) FROM zegel WHERE tabel = ? AND rij > ?", (tabel, na))]
    if leeft:
        gevonden.append(v.waarde(f"SELECT min(id) FROM main.{tabel} WHERE id > ?", (na,)))
    return min((rij for rij in gevonden if rij is not None), default=None)


def _vergelijk(v: Verbinding, zegelaar: Zegelaar, tabel: str, rij: int) -> str:
    mac = v.waarde(
        "SELECT mac FROM zegel WHERE tabel = ? AND rij = ? ORDER BY wijziging DESC LIMIT 1", (tabel, rij)
    )
    regel = zegelaar.regel(tabel, rij)
    if regel is None:
        return "" if mac is None else "rij ontbreekt"
    if mac is None:
        return "zonder zegel"
    return "" if hmac.compare_digest(bytes(mac), zegelaar.zegel(tabel, rij, regel)) else "zegel klopt niet"


_SOORT = {"zonder zegel": "nieuw", "zegel klopt niet": "gewijzigd", "rij ontbreekt": "verwijderd"}


def schrijf_verschillen(v: Verbinding, zegelaar: Zegelaar, n: int) -> None:
    """Log every row that no longer has its seal as changed by act n: exactly what a migration did."""
    for tabel, rij, fout in verschillen(v, zegelaar):
        if fout:
            v.doe(
                "INSERT INTO wijziging (handeling, tabel, rij, soort, velden) VALUES (?, ?, ?, ?, '')",
                (n, tabel, rij, _SOORT[fout]),
            )


def controleer_zegels(
    v: Verbinding, zegelaar: Zegelaar, stand: Zegelcontrole | None = None, *, seconden: float | None = None
) -> Zegelcontrole:
    """Compare every row with its last seal, from where stand stopped, for at most so many seconds."""
    stand = stand or Zegelcontrole()
    grens = None if seconden is None else time.monotonic() + seconden
    for tabel, rij, fout in verschillen(v, zegelaar, (stand.tabel, stand.rij)):
        bevinding = stand.bevinding or (Bevinding(fout, tabel=tabel, rij=rij) if fout else None)
        stand = replace(
            stand,
            tabel=tabel,
            rij=rij,
            gezien=stand.gezien + 1,
            fouten=stand.fouten + bool(fout),
            bevinding=bevinding,
        )
        if grens is not None and time.monotonic() >= grens:
            return stand
    return replace(stand, klaar=True)

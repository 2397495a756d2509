# SPDX-License-Identifier: EUPL-1.2
"""The journaal as a file for whoever checks: one line per act with its chain value, closed by a signature.

Text that any spreadsheet opens. The last two lines carry the hash of all lines above and the control code of
the act by which the file was made; that act is in the chain with the same hash. So a changed file, and a
journaal that was changed after the file was made, both come to light. No names of people in dossiers.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

_SCHEIDING = ";"
_HANDTEKENING = re.compile(rb"sha256;([0-9a-f]{64})\r\ncontrolecode;([^;\r\n]*)\r\n\Z")
GROOTSTE = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bestandsregel:
    """One act: the fields that an audit asks for, and what binds it to the chain (ketenwaarde, in hex)."""

    nummer: int
    tijd_utc: str
    handeling: str
    omschrijving: str
    wie: str
    geopend_met: str
    onderwerp: str
    dossier: str
    reden: str
    resultaat: str
    herkomst: str
    programmaversie: str
    ketenwaarde: str


@dataclass(frozen=True, slots=True)
class GelezenBestand:
    """What a file says of itself. klopt: the lines are those that were signed."""

    klopt: bool
    sha256: str
    controlecode: str
    schakels: tuple[tuple[int, str], ...]


def write_regels(regels: Iterable[Bestandsregel]) -> bytes:
    """All lines with a heading, not yet signed."""
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=_SCHEIDING, lineterminator="\r\n")
    schrijver.writerow(veld.name for veld in fields(Bestandsregel))
    schrijver.writerows(tuple(_veilig(waarde) for waarde in astuple(regel)) for regel in regels)
    return tekst.getvalue().encode("utf-8-sig")


def hash_regels(regels: bytes) -> str:
    """What goes into the chain."""
    return hashlib.sha256(regels).hexdigest()


def sign_regels(regels: bytes, controlecode: str) -> bytes:
    """The file: the lines, their hash and the control code."""
    return regels + f"sha256;{hash_regels(regels)}\r\ncontrolecode;{controlecode}\r\n".encode()


def read_bestand(inhoud: bytes) -> GelezenBestand | None:
    """Read a file back; None when it is no such file."""
    onder = _HANDTEKENING.search(inhoud)
    if onder is None:
        return None
    regels = inhoud[: onder.start()]
    genoemd = onder[1].decode()
    try:
        rijen = list(csv.DictReader(io.StringIO(regels.decode("utf-8-sig")), delimiter=_SCHEIDING))
        schakels = tuple((int(rij["nummer"]), str(rij["ketenwaarde"])) for rij in rijen)
    except (ValueError, KeyError, TypeError, csv.Error):
        return None
    code = onder[2].decode("utf-8", "replace")
    return GelezenBestand(hash_regels(regels) == genoemd, genoemd, code, schakels)


def _veilig(waarde: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe."""
    is_formule = isinstance(waarde, str) and waarde.startswith(("=", "+", "-", "@", "\t"))
    return f"'{waarde}" if is_formule else waarde

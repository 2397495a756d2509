# SPDX-License-Identifier: EUPL-1.2
"""B6 no readable text on the disk, B26 no internet: the whole journey through the real window, under strace.

Every file that was opened for writing is known, wherever it is; what is left is searched for words of the
journey. The papers and pictures that the user asked for are left out, except as the control that must hit.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of
from tests.fouten.sporen import GEEN_STRACE, heeft_strace

ROOT = Path(__file__).resolve().parents[2]
WOORDEN = (
    "Hondt", "Özdemir", "Zwanebloem", "Marloes", "Brouwer", "Nguyễn", "spandoek",
    "aansprakelijkstelling", "Moerasvaren", "Kraan", "Wessel", "schuldhulp",
)  # fmt: skip
_PLEKKEN = (
    "TMPDIR",
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)
_OPENEN = re.compile(r'open(?:at)?\([^"]*"([^"]*)", ([^)]*)\)\s+= \d')
_VAN_NAAR = re.compile(r'rename\w*\([^"]*"([^"]*)"[^"]*"([^"]*)".*= 0')
_SOCKET = re.compile(r"socket\((AF_\w+)")
_SYSTEEM = ("/dev/null", "/dev/tty", "/dev/urandom", "/proc/")


class Reis(NamedTuple):
    """What the program did outside itself."""

    fout: str
    geschreven: frozenset[str]
    over: dict[str, bytes]
    gevraagd: dict[str, bytes]
    sockets: Counter[str]


@cache
def speel() -> Reis:
    """Play it once."""
    with stand.tijdelijk() as map_:
        omgeving = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", QT_QPA_PLATFORM="offscreen")
        for naam in ("doel", "werk", *_PLEKKEN):
            (map_ / naam).mkdir(mode=0o700)
        omgeving |= {plek: str(map_ / plek) for plek in _PLEKKEN}
        strace = ["strace", "-f", "--seccomp-bpf", "-o", str(map_ / "spoor"), "-e"]
        strace.append("trace=socket,openat,open,creat,rename,renameat,renameat2,memfd_create")
        opdracht = [sys.executable, "-m", "tests.reis.speel", str(map_ / "doel"), str(map_ / "werk")]
        loop = subprocess.run(
            [*strace, *opdracht], cwd=ROOT, env=omgeving, capture_output=True, text=True, check=False
        )
        fout = "" if loop.returncode == 0 else (loop.stderr.strip().splitlines() or ["?"])[-1]
        spoor = (map_ / "spoor").read_text(errors="replace")
        geschreven = _geschreven(spoor)
        doel = str(map_ / "doel")
        inhoud = {pad: Path(pad).read_bytes() for pad in geschreven if Path(pad).is_file()}
        return Reis(
            fout,
            frozenset(pad for pad in geschreven if not pad.startswith(str(map_))),
            {pad: bytes_ for pad, bytes_ in inhoud.items() if not pad.startswith(doel)},
            {pad: bytes_ for pad, bytes_ in inhoud.items() if pad.startswith(doel)},
            _sockets(spoor),
        )


def _geschreven(spoor: str) -> set[str]:
    """Every path that was opened for writing, or that got such a file under its name."""
    paden = {
        treffer[1] for treffer in _OPENEN.finditer(spoor) if re.search("O_WRONLY|O_RDWR|O_CREAT", treffer[2])
    }
    paden |= {treffer[2] for treffer in _VAN_NAAR.finditer(spoor)}
    paden |= {"memfd" for _ in re.finditer("memfd_create", spoor)}
    return {pad for pad in paden if not pad.startswith(_SYSTEEM)}


def _sockets(spoor: str) -> Counter[str]:
    return Counter(treffer[1] for treffer in _SOCKET.finditer(spoor))


def vind(inhoud: bytes, woorden: tuple[str, ...] = WOORDEN) -> list[str]:
    """Which of these words stand in the bytes, in the shapes of Python, Qt and old Windows, in any case."""
    laag = inhoud.lower()  # of ASCII only, so each word is looked for as it is, too
    uit = []
    for woord in woorden:
        vormen = {
            spelling.encode(code, "ignore")
            for spelling in (woord, woord.lower())
            for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
        }
        if any(vorm in inhoud or vorm in laag for vorm in vormen):
            uit.append(woord)
    return uit


def _controle() -> list[str]:
    """The scan must hit what is there: each word, in each shape, amid noise; and the words in memory."""
    fouten = []
    for code in ("utf-8", "utf-16-le"):
        with tempfile.TemporaryFile() as bestand:
            bestand.write(os.urandom(5001) + " en ".join(WOORDEN).encode(code) + os.urandom(99))
            bestand.seek(0)
            gemist = set(WOORDEN) - set(vind(bestand.read()))
        fouten += [f"de zoeker mist {woord} in {code}" for woord in gemist]
    return fouten


def leestekst(_n: int) -> Uitslag:
    """B6."""
    if not heeft_strace():
        return Uitslag(GEEN_STRACE, haalt=False)
    reis = speel()
    fouten = [f"de reis liep vast: {reis.fout}"] if reis.fout else []
    fouten += [f"geschreven buiten de eigen mappen: {pad}" for pad in sorted(reis.geschreven)]
    fouten += _controle()
    for pad, inhoud in reis.over.items():
        fouten += [f"{Path(pad).name}: {woord}" for woord in vind(inhoud)]
    if not any(Path(pad).name == "kluis.db" for pad in reis.over):
        fouten.append("de kluis is niet gezien")
    cijfer = f"{len(WOORDEN)} woorden in {len(reis.over)} achtergebleven bestanden: 0 keer; controle raak"
    return of(fouten, cijfer)


def internet(_n: int) -> Uitslag:
    """B26."""
    if not heeft_strace():
        return Uitslag(GEEN_STRACE, haalt=False)
    reis = speel()
    fouten = [f"de reis liep vast: {reis.fout}"] if reis.fout else []
    fouten += [
        f"{soort} {aantal} keer" for soort, aantal in reis.sockets.items() if soort.startswith("AF_INET")
    ]
    with stand.tijdelijk() as map_:
        proef = "import socket; socket.socket(socket.AF_INET6).close(); socket.socket().close()"
        strace = ["strace", "-f", "-o", str(map_ / "spoor"), "-e", "trace=socket"]
        subprocess.run([*strace, sys.executable, "-c", proef], check=True)
        gezien = _sockets((map_ / "spoor").read_text())
    if not gezien["AF_INET"] or not gezien["AF_INET6"]:
        fouten.append("de controle ziet geen sockets waar ze wel zijn")
    anders = ", ".join(f"{soort} {aantal}" for soort, aantal in sorted(reis.sockets.items())) or "geen enkele"
    return of(fouten, f"0 internetsockets in de hele reis (wel: {anders}); controle raak")

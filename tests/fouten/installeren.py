# SPDX-License-Identifier: EUPL-1.2
"""B27: the installation asks for a hash of every package, and refuses a wheel that was changed."""

import base64
import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from installer import dev
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of

ROOT = Path(__file__).resolve().parents[2]
_NAAM = "proefpakket-1.0-py3-none-any.whl"
_DELEN = {
    "proefpakket.py": "WAARDE = 1\n",
    "proefpakket-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: proefpakket\nVersion: 1.0\n",
    "proefpakket-1.0.dist-info/WHEEL": (
        "Wheel-Version: 1.0\nGenerator: proef\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    ),
}


def _maak_wheel(pad: Path) -> None:
    """A package with nothing in it, as pip wants it."""
    regels = []
    with zipfile.ZipFile(pad, "w") as wheel:
        for naam, tekst in _DELEN.items():
            wheel.writestr(naam, tekst)
            som = base64.urlsafe_b64encode(hashlib.sha256(tekst.encode()).digest()).rstrip(b"=").decode()
            regels.append(f"{naam},sha256={som},{len(tekst)}")
        record = "proefpakket-1.0.dist-info/RECORD"
        wheel.writestr(record, "\n".join([*regels, f"{record},,"]) + "\n")


def _installeer(map_: Path, lock: str, doel: Path) -> tuple[bool, str]:
    """As dev.py does it, but from a folder."""
    (map_ / "lock.txt").write_text(lock)
    klaar = subprocess.run(
        [
            sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-index",
            "--only-binary", ":all:", "--require-hashes", "--find-links", str(map_), "--target", str(doel),
            "-r", str(map_ / "lock.txt"),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return klaar.returncode == 0 and (doel / "proefpakket.py").exists(), klaar.stderr


def _kijk_lock() -> tuple[int, list[str]]:
    """Every package is pinned and has a hash; dev.py installs only so."""
    tekst = (ROOT / "requirements.lock").read_text("utf-8")
    pakketten = re.split(r"^(?=[a-zA-Z0-9])", tekst, flags=re.MULTILINE)[1:]
    fouten = [p.split()[0] for p in pakketten if not re.match(r"[\w.\-]+(\[[\w,]+\])?==\S+", p)]
    fouten += [f"{p.split()[0]} zonder hash" for p in pakketten if "--hash=sha256:" not in p]
    bron = Path(dev.__file__).read_text("utf-8")
    if '"--require-hashes"' not in bron or '":all:"' not in bron:
        fouten.append("dev.py vraagt geen hash")
    return len(pakketten), fouten


def run(_n: int) -> Uitslag:
    """A good wheel, a changed one, and one that the lock does not know."""
    aantal, fouten = _kijk_lock()
    with stand.tijdelijk() as map_:
        _maak_wheel(map_ / _NAAM)
        goed = (map_ / _NAAM).read_bytes()
        lock = f"proefpakket==1.0 --hash=sha256:{hashlib.sha256(goed).hexdigest()}\n"
        if not _installeer(map_, lock, map_ / "goed")[0]:
            fouten.append("de controle: een goed pakket wordt niet geïnstalleerd")
        gelukt, fout = _installeer(map_, "proefpakket==1.0\n", map_ / "zonder")
        if gelukt or "hash" not in fout.lower():
            fouten.append("zonder hash toch geïnstalleerd")
        (map_ / _NAAM).write_bytes(goed.replace(b"WAARDE = 1", b"WAARDE = 2"))
        gelukt, fout = _installeer(map_, lock, map_ / "anders")
        if gelukt or "DO NOT MATCH" not in fout:
            fouten.append("een gewijzigd pakket toch geïnstalleerd")
    return of(
        fouten, f"{aantal} pakketten vastgelegd met hash; gewijzigd pakket en pakket zonder hash geweigerd"
    )

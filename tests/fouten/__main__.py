# SPDX-License-Identifier: EUPL-1.2
"""Every bar in one table: python -m tests.fouten [--long] [--only B7,B12] [--json BESTAND]."""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_GEHEUGENSCHIJF, _GENOEG = Path("/dev/shm"), 2 * 1024**3  # noqa: S108 - files there get names of their own
_OORDEEL = {True: "gehaald", False: "SCHIET TEKORT", None: "ter informatie"}


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the campaigns, print a line for each; 1 when a bar falls short."""
    lezer = argparse.ArgumentParser(prog="faults", description="Val het programma aan en toon wat het houdt.")
    lezer.add_argument("--long", action="store_true", help="de lange vorm: vele malen meer pogingen")
    lezer.add_argument("--only", default="", metavar="B7,B12", help="alleen deze eisen")
    lezer.add_argument("--json", type=Path, metavar="BESTAND", help="bewaar de uitkomst ook hierin")
    keuze = lezer.parse_args(argumenten)
    with tempfile.TemporaryDirectory(prefix="pga-thuis-") as thuis:
        _eigen_thuis(Path(thuis))
        regels = _run(keuze.only.upper().split(",") if keuze.only else [], lang=keuze.long)
    if keuze.json:
        keuze.json.write_text(json.dumps(regels, indent=2, ensure_ascii=False) + "\n", "utf-8")
    tekort = [regel["eis"] for regel in regels if regel["haalt"] is False]
    gehaald = sum(regel["haalt"] is True for regel in regels)
    print(f"\n{gehaald} gehaald, {len(tekort)} schiet tekort{': ' if tekort else ''}{', '.join(tekort)}")
    return 1 if tekort else 0


def _eigen_thuis(map_: Path) -> None:
    """Nothing of the user is touched: home and settings folders that are thrown away."""
    for naam in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[naam] = str(map_)
    os.environ["PYTHONPATH"] = str(ROOT)  # for the processes that campaigns start
    if _GEHEUGENSCHIJF.is_dir() and shutil.disk_usage(_GEHEUGENSCHIJF).free > _GENOEG:
        tempfile.tempdir = str(
            _GEHEUGENSCHIJF
        )  # a kill loses nothing there; waiting for a disk only costs time
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _run(alleen: Sequence[str], *, lang: bool) -> list[dict[str, Any]]:
    from tests.fouten.campagne import Uitslag
    from tests.fouten.tabel import CAMPAGNES

    gekozen = [
        campagne
        for campagne in CAMPAGNES
        if not alleen or {campagne.bar, campagne.bar.split("-")[0]} & {*alleen}
    ]
    regels = []
    for campagne in gekozen:
        begin = time.monotonic()
        try:
            uitslag = campagne.run(campagne.lang if lang else campagne.kort)
        except Exception as fout:
            uitslag = Uitslag(f"de campagne brak af: {type(fout).__name__}: {str(fout)[-160:]}", haalt=False)
        duur = time.monotonic() - begin
        kop = f"{campagne.bar:8} {campagne.titel:46} {_OORDEEL[uitslag.haalt]:14}"
        print(f"{kop} {uitslag.cijfer}  ({duur:.0f} s)", flush=True)
        regels.append(
            {"eis": campagne.bar, "wat": campagne.titel, "cijfer": uitslag.cijfer, "haalt": uitslag.haalt,
             "seconden": round(duur, 1)}
        )  # fmt: skip
    return regels


if __name__ == "__main__":
    sys.exit(main())

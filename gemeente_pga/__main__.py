# SPDX-License-Identifier: EUPL-1.2
"""Where the program starts, and where a locked program starts afresh."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """What stands on the command line."""
    lezer = argparse.ArgumentParser(
        prog="gemeente-pga", description="Persoonsgerichte aanpak: een dossierprogramma zonder netwerk."
    )
    lezer.add_argument("--map", type=Path, metavar="MAP", help="de map van de kluis, in plaats van de gewone")
    lezer.add_argument("--oefen", action="store_true", help="open de oefenomgeving")
    lezer.add_argument(
        "--oefencasus",
        type=Path,
        metavar="MAP",
        help="speel de oefencasus na en bewaar documenten en schermen",
    )
    lezer.add_argument(
        "--zelftest",
        nargs="?",
        const="-",
        metavar="BESTAND",
        help="kijk na of alles op deze computer werkt; de uitslag komt op het scherm, of in BESTAND",
    )
    lezer.add_argument("--verslag", default="", metavar="NAAM", help=argparse.SUPPRESS)
    return lezer.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Start what was asked for; the exit code of the program."""
    keuze = parse(sys.argv[1:] if argv is None else argv)
    if keuze.oefencasus is not None:
        from gemeente_pga import oefencasus

        return oefencasus.run(keuze.oefencasus)
    if keuze.zelftest is not None:
        return _zelftest(keuze.zelftest)
    gc.disable()  # until the first window: what is loaded before it stays
    from gemeente_pga import app

    return app.run(map_=keuze.map, oefen=keuze.oefen, verslag=keuze.verslag)


def _zelftest(naar: str) -> int:
    """To a file, because a Windows program has no screen to print on."""
    from gemeente_pga import app

    if naar == "-":
        return app.zelftest(sys.stdout)
    with Path(naar).open("w", encoding="utf-8") as bestand:
        return app.zelftest(bestand)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: EUPL-1.2
"""A kluis as one version of the program leaves it: python -m tests.kluis.versies.

From 1.0.0 on every released version has its kluis in versies/VERSION, and that never changes again. Before it
nothing is kept, because the first migration may still be edited; the tests then make one on the spot.
Invented people, a passphrase that everybody may know, and the lightest key derivation.
"""

import shutil
import tempfile
import tomllib
from pathlib import Path

from gemeente_pga import oefenkluis
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kaderbestand import read_kader
from tests.inrichting_hulp import neem_in_gebruik
from tests.ui_hulp import NU, WACHTZIN, lichte_dienst

ROOT = Path(__file__).resolve().parents[2]
BEWAARD = Path(__file__).parent / "versies"
MAAK = "python3 installer/dev.py fixture"


def versie() -> str:
    """The version that this program says it is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def uitgebracht(nummer: str) -> bool:
    """Is this a version that municipalities have?"""
    return int(nummer.partition(".")[0]) >= 1


def bewaard() -> list[Path]:
    """The kept kluizen, oldest version first."""
    if not BEWAARD.is_dir():
        return []
    return sorted(BEWAARD.iterdir(), key=lambda map_: [int(deel) for deel in map_.name.split(".")])


def ontbreekt(nummer: str, mappen: list[Path]) -> str:
    """What has to be done before this version may go out; empty when nothing."""
    if not uitgebracht(nummer) or nummer in {map_.name for map_ in mappen}:
        return ""
    return f"van versie {nummer} is geen kluis bewaard: voer `{MAAK}` uit en leg de map vast"


def maak(map_: Path) -> None:
    """The practice dossiers in a kluis of this program, closed."""
    dienst = lichte_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    try:
        dienst.store.oefening = True  # the stories begin before the ingebruikname is signed
        oefenkluis.fill(dienst.store, read_kader(), NU)
        neem_in_gebruik(dienst.store)
    finally:
        dienst.laat_los()


def main() -> int:
    """Keep the kluis of this version, once."""
    nummer = versie()
    doel = BEWAARD / nummer
    if not uitgebracht(nummer):
        print(f"Versie {nummer} is niet uitgebracht. Er wordt pas vanaf 1.0.0 een kluis bewaard.")
        return 1
    if doel.exists():
        print(f"De kluis van versie {nummer} is er al. Wat is bewaard, verandert nooit meer.")
        return 1
    with tempfile.TemporaryDirectory() as tijdelijk:
        maak(Path(tijdelijk, "plek"))
        shutil.copytree(Path(tijdelijk, "plek"), doel)
    print(f"Bewaard: {doel.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

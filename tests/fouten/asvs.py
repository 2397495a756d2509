# SPDX-License-Identifier: EUPL-1.2
"""B23: the table of ASVS requirements; each has a test that exists, or a reason why there is none."""

import tomllib
from collections import Counter
from pathlib import Path

from tests.fouten.campagne import Uitslag, of

ROOT = Path(__file__).resolve().parents[2]
_NIVEAU = 2


def _bestaat(proef: str, campagnes: frozenset[str]) -> bool:
    """A test function, a whole test module, or a campaign of the table."""
    bestand, _, naam = proef.partition("::")
    if bestand == "tests/fouten/tabel.py":
        return naam in campagnes
    pad = ROOT / bestand
    return pad.is_file() and (not naam or f"def {naam}(" in pad.read_text("utf-8"))


def run(_n: int) -> Uitslag:
    """Every row."""
    from tests.fouten.tabel import CAMPAGNES  # which names this module

    campagnes = frozenset(c.bar for c in CAMPAGNES)
    eisen = tomllib.loads((Path(__file__).with_name("asvs.toml")).read_text("utf-8"))["eisen"]
    soorten: Counter[str] = Counter()
    fouten = []
    for nummer, niveau, _wat, proef in eisen:
        soort = proef.partition(":")[0] if proef.startswith(("nvt: ", "anders: ")) else "met proef"
        soorten[soort] += 1
        if soort == "met proef" and niveau <= _NIVEAU and not _bestaat(proef, campagnes):
            fouten.append(f"{nummer}: {proef} bestaat niet")
    dubbel = [nummer for nummer, keer in Counter(eis[0] for eis in eisen).items() if keer > 1]
    fouten += [f"{nummer} staat er dubbel" for nummer in dubbel]
    cijfer = (
        f"{len(eisen)} eisen: {', '.join(f'{aantal} {soort}' for soort, aantal in soorten.most_common())}"
    )
    return of(fouten, f"{cijfer}; {len(fouten)} open op niveau {_NIVEAU}")

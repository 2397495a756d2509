# SPDX-License-Identifier: EUPL-1.2
"""Run the machine for long: python -m tests.model [--steps 20000] [--seed 1] [--as-it-is]."""

import argparse
import time

from tests.model.machine import draai


def main() -> int:
    """Print what was done."""
    lezer = argparse.ArgumentParser(prog="model", description="Loop willekeurig door alle handelingen.")
    lezer.add_argument("--steps", type=int, default=20_000)
    lezer.add_argument("--seed", type=int, default=1)
    lezer.add_argument("--as-it-is", action="store_true", help="maak een gevonden weg niet korter")
    keus = lezer.parse_args()
    begin = time.monotonic()
    t = draai(keus.steps, seed=keus.seed, krimp=not keus.as_it_is)
    gedaan, geweigerd = sum(t.gedaan.values()), sum(t.geweigerd.values())
    print(f"{t.stappen} stappen in {t.voorbeelden} kluizen: {gedaan} aanvaard, {geweigerd} geweigerd")
    for code in sorted({*t.gedaan, *t.geweigerd}):
        print(f"  {code:30} {t.gedaan[code]:6} aanvaard {t.geweigerd[code]:6} geweigerd")
    print(f"{t.vernietigd} dossiers vernietigd; seed {keus.seed}; {time.monotonic() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

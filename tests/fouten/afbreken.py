# SPDX-License-Identifier: EUPL-1.2
"""B1: kill −9 at a random moment during every act; nothing acknowledged is lost, nothing is half.

The story is walked once to time every act, then again: before each act the folder is copied, and a forked
child performs the act on the copy until it is killed.
"""

import math
import random
import time
from collections import Counter
from pathlib import Path

from gemeente_pga.domain.handeling import Handeling
from tests.fouten import bijzonder, stand
from tests.fouten.campagne import Uitslag, of
from tests.fouten.dood import Gedood, Melder, dood
from tests.fouten.verhaal import Stap, stappen, zonder_weg


def duren(map_: Path) -> list[tuple[Handeling, float]]:
    """Every act of the story with how long it takes, in seconds."""
    s = stand.maak(map_)
    uit = []
    for stap in stappen(s):
        begin = time.perf_counter()
        stap.doe()
        uit.append((stap.act, time.perf_counter() - begin))
    s.sluit()
    return uit


def _breek_af(s: stand.Stand, stap: Stap, kopie: Path, na: float) -> Gedood:
    """Perform the act on the copy in a child, which is killed; the parent's own kluis stays as it is."""

    def werk(melder: Melder) -> None:
        s.dienst, s.map = stand.open_(kopie).dienst, kopie
        s.store.na_vastleggen.append(melder.vastgelegd)
        melder.begin()
        stap.doe()

    return dood(werk, na)


def beoordeel(act: Handeling, gedood: Gedood, voor: int, kopie: Path) -> list[str]:
    """What is wrong with the copy that the killed child left."""
    gekeurd = stand.keur(kopie, na=voor)
    fouten = [f"{act.code}: {gebrek}" for gebrek in (*gekeurd.gebreken, *bijzonder.keur_stick(kopie))]
    if gekeurd.codes != [act.code] and (gekeurd.codes or gedood.bevestigd):
        fouten.append(f"{act.code}: {gedood.bevestigd} bevestigd, gevonden {gekeurd.codes}")
    return fouten


def run(n: int) -> Uitslag:
    """n kills for every act."""
    kans = random.Random(20261122)  # noqa: S311 - a repeatable choice of moments
    fouten: list[str] = []
    keren: Counter[Handeling] = Counter()
    halverwege = 0
    with stand.tijdelijk() as map_:
        duur = duren(map_ / "meten")
        keer_in_verhaal = Counter(act for act, _ in duur)
        s = stand.maak(map_ / "loop")
        for stap, (_, lang) in zip(stappen(s), duur, strict=True):
            voor = s.store.laatste()[0]
            over = n - keren[stap.act]
            for _ in range(math.ceil(over / keer_in_verhaal[stap.act])):
                kopie = stand.kopieer(s.map, map_ / "kopie")
                gedood = _breek_af(s, stap, kopie, kans.uniform(0, 1.2 * lang))
                keren[stap.act] += 1
                halverwege += not gedood.klaar
                fouten += beoordeel(stap.act, gedood, voor, kopie)
                stand.ruim_op(kopie)
            keer_in_verhaal[stap.act] -= 1
            stap.doe()
        s.sluit()
        for act, proef in bijzonder.AFBREKEN.items():
            uitkomsten = [proef(map_ / "bijzonder", kans) for _ in range(n)]
            keren[act] += n
            fouten += [f"{act.code}: {fout}" for uit in uitkomsten for fout in uit]
    fouten += [f"geen weg voor {code}" for code in zonder_weg(set(keren))]
    cijfer = f"{keren.total()} keer gedood in {len(keren)} soorten handelingen, {halverwege} halverwege"
    return of(fouten, cijfer)

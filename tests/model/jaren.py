# SPDX-License-Identifier: EUPL-1.2
"""Years in the life of one kluis: python -m tests.model.jaren [--long] [--years N] [--steps N] [--seed N].

The random walk of the machine in one kluis that grows older and is never begun anew. Days go by evenly, so
that terms end, reviews come due and dossiers are destroyed in their own time. Every step is compared with the
model; at the end of every month the program is closed, or killed, and opened; at the end of every year the
whole kluis is checked, the list of terms held against the model, and a back-up made, verified and read back.
Every third year the laptop is lost: life goes on in what the back-up gave.
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from gemeente_pga.store.backup import controleer_reservekopie, maak_reservekopie, zet_terug
from tests.fouten.stand import gebreken
from tests.model import controle
from tests.model.daad import DADEN, Daad
from tests.model.dingen import Dossier
from tests.model.machine import BEGIN, Machine, Teller, Trekking, Werkplaats, hier

MAANDEN = 12
# Years, steps in a year, dossiers that are worked on beside each other.
# The end of a dossier, a month at a time.
OPRUIMEN = ("vernietig", "stel_bewaring_vast", "stel_lijst_op", "oordeel", "machtig", "bevestig")
KORT, LANG = (1, 300, 40), (10, 15_000, 1200)


@dataclass(frozen=True)
class Jaar:
    """What one year came to."""

    nummer: int
    bytes: int
    regels: int
    signalen: int
    casussen: int
    """opened this year, as signals that came in"""
    gedood: int
    hersteld: int
    """times that the program was killed, and that life went on in a back-up"""
    gedaan: int
    geweigerd: int
    dossiers: int
    vernietigd: int
    mediaan: float
    p95: float
    geheugen: int
    traagst: tuple[str, ...]
    """what took longest at the middle of its times, with those times"""

    def regel(self) -> str:
        """One line of the table; acts in ms, sizes in MB."""
        return (
            f"| {self.nummer} | {self.bytes / 1e6:.1f} MB | {self.regels} | {self.gedaan} | {self.geweigerd} "
            f"| {self.signalen} | {self.casussen} | {self.gedood} | {self.hersteld} | {self.dossiers} "
            f"| {self.vernietigd} | {self.mediaan * 1e3:.1f} | {self.p95 * 1e3:.1f} "
            f"| {self.geheugen} MB |"
        )


KOP = (
    "| jaar | kluis | regels in het journaal | aanvaard | geweigerd | signalen | casussen | gedood "
    "| hersteld | dossiers in de kluis | vernietigd | handeling, mediaan ms | p95 ms | geheugen, hoogste |\n"
    + "| --- " * 14
    + "|"
)


class Leven(Machine):
    """The machine with a calendar of its own: nothing it does makes years go by."""

    ronde = 1000

    def __init__(self, plaats: Werkplaats, teller: Teller, tegelijk: int) -> None:
        self.plaats, self.teller, self.tegelijk = plaats, teller, tegelijk
        super().__init__()
        self.gedood = self.hersteld = 0
        self.duur: list[tuple[float, str]] = []

    def _spring(self, dagen: int, landing: datetime | None) -> None:
        """The calendar is kept outside."""

    def _wacht(self, d: Any) -> None:
        """Nothing to do for this one now: another has its turn."""
        self.trouw = None

    def _kies(self, k: Trekking) -> Dossier:
        """What lies longest comes to its end first, half of the time."""
        lopend = self._lopend()
        return k.uit(lopend[: len(lopend) // 4 + 1] if lopend and k.een_op(2) else self.m.dossiers)

    def _vol(self) -> bool:
        """What is closed and kept is no work."""
        return len(self._lopend()) >= self.tegelijk

    def _lopend(self) -> list[Dossier]:
        return [d for d in self.m.dossiers if d.loopt]

    def ruim_op(self, kans: random.Random) -> None:
        """The monthly round of what has had its time: each next thing that can be done for it.

        Confirmed this month is destroyed the next: seven days lie between.
        """
        k = Trekking(kans, geldig=True)
        for dossier in [d for d in self.m.dossiers if not d.loopt]:
            self.m.focus = dossier
            for naam in OPRUIMEN:
                poging = DADEN[naam].probeer(self.m, k) if dossier in self.m.dossiers else None
                if poging is not None and not poging.belet:
                    self._doe(DADEN[naam], poging)
        self.m.focus = None

    def _doe(self, daad: Daad, poging: Any) -> None:
        def gemeten() -> Any:
            begin = time.perf_counter()
            uit = poging.doe()
            self.duur.append((time.perf_counter() - begin, daad.naam))
            return uit

        super()._doe(daad, replace(poging, doe=gemeten))

    def heropen(self) -> None:
        """Close the kluis and open it, as happens at every lock."""
        self.m.store.close()
        self.m.store = self.plaats.open(self.pad, lambda: self.m.nu)

    def sterf(self) -> None:
        """Go on with the files as they lie on the disk now, which is all that a killed program leaves."""
        laatste = self.m.store.laatste()
        elders = Path(tempfile.mkdtemp(dir=self.plaats.map))
        for bestand in self.map.iterdir():
            shutil.copy(bestand, elders)
        self.m.store.close()
        shutil.rmtree(self.map)
        self.map, self.pad = elders, elders / self.pad.name
        self.m.store = self.plaats.open(self.pad, lambda: self.m.nu)
        self._klopt(self.m.store.laatste() == laatste, "na het doden eindigt het journaal anders")
        self.gedood += 1

    def klopt_alles(self) -> None:
        """Every dossier there is and was, the log, the seals, and what no kluis may hold."""
        m = self.m
        fouten = [fout for d in m.dossiers for fout in controle.vergelijk(m, d)]
        fouten += [fout for d in m.weg for fout in controle.is_weg(m, d)]
        fouten += gebreken(m.store) + controle.overal(m) + controle.termijnen(m)
        self._klopt(not fouten, str(fouten))
        regels = m.store.laatste()[0] - self.plaats.begin
        self._klopt(regels == self.geaccepteerd, f"{regels} regels, {self.geaccepteerd} handelingen")

    def lees_kopie(self, *, verder: bool) -> None:
        """A back-up opens, ends with the same line of the log, and holds nothing that was destroyed.

        verder: life goes on in it, and the kluis that it was made of is gone.
        """
        stick, doel = self.map / "stick", Path(tempfile.mkdtemp(dir=self.plaats.map))
        stick.mkdir()
        was, laatste = self.m.store, self.m.store.laatste()
        gemaakt = maak_reservekopie(was, stick, header_bestanden=[], nu=self.m.nu)
        controleer_reservekopie(gemaakt.map, was)
        zet_terug(gemaakt.map, doel / "terug")
        kopie = doel / "terug" / self.pad.name
        shutil.rmtree(stick)
        was.close()
        self.m.store = self.plaats.open(kopie, lambda: self.m.nu)
        self._klopt(self.m.store.laatste() == laatste, "de back-up eindigt met een andere regel")
        self.klopt_alles()
        if verder:
            shutil.rmtree(self.map)
            self.map, self.pad = kopie.parent, kopie
            self.hersteld += 1
        else:
            self.m.store.close()
            shutil.rmtree(doel)
            self.m.store = self.plaats.open(self.pad, lambda: self.m.nu)


def leef(
    jaren: int, stappen: int, tegelijk: int, seed: int = 1, toon: Callable[[str], object] = lambda _: None
) -> list[Jaar]:
    """So many years of so many steps, on so many dossiers at a time. Raises on the first thing wrong."""
    teller, uit = Teller(), []
    with hier():
        plaats = Werkplaats()
        leven = Leven(plaats, teller, tegelijk)
        try:
            for nummer in range(1, jaren + 1):
                uit.append(_jaar(leven, nummer, stappen, random.Random(f"{seed} {nummer}")))  # noqa: S311
                toon(uit[-1].regel())
        finally:
            leven.m.store.close()
            plaats.sluit()
    return uit


def _jaar(leven: Leven, nummer: int, stappen: int, kans: random.Random) -> Jaar:
    gedaan, geweigerd = sum(leven.teller.gedaan.values()), sum(leven.teller.geweigerd.values())
    weg, gedood, leven.duur = leven.teller.vernietigd, leven.gedood, []
    signalen, casussen = leven.teller.gedaan["signaal.registreren"], leven.teller.gedaan["casus.openen"]
    nieuwjaar = BEGIN + timedelta(days=365 * (nummer - 1))
    for n in range(stappen):
        dag = nieuwjaar + timedelta(days=365 * n / stappen)
        leven.m.nu = max(leven.m.nu, dag.astimezone(leven.m.nu.tzinfo))
        leven.stap(tuple(kans.random() < 0.5 for _ in range(16)))
        if n * MAANDEN // stappen != (n + 1) * MAANDEN // stappen:
            leven.ruim_op(kans)
            leven.sterf() if kans.random() < 0.3 else leven.heropen()
    leven.klopt_alles()
    leven.lees_kopie(verder=nummer % 3 == 0)
    duren = [hoe_lang for hoe_lang, _ in leven.duur]
    return Jaar(
        nummer,
        leven.pad.stat().st_size,
        leven.m.store.laatste()[0],
        leven.teller.gedaan["signaal.registreren"] - signalen,
        leven.teller.gedaan["casus.openen"] - casussen,
        leven.gedood - gedood,
        int(nummer % 3 == 0),
        sum(leven.teller.gedaan.values()) - gedaan,
        sum(leven.teller.geweigerd.values()) - geweigerd,
        len(leven.m.dossiers),
        leven.teller.vernietigd - weg,
        statistics.median(duren),
        statistics.quantiles(duren, n=20)[-1],
        _geheugen(),
        _traagst(leven.duur),
    )


def _traagst(duur: list[tuple[float, str]]) -> tuple[str, ...]:
    per_daad: dict[str, list[float]] = {}
    for hoe_lang, naam in duur:
        per_daad.setdefault(naam, []).append(hoe_lang)
    op_volgorde = sorted(((statistics.median(x), naam) for naam, x in per_daad.items()), reverse=True)
    return tuple(f"{naam} {midden * 1e3:.0f} ms" for midden, naam in op_volgorde[:5])


def _geheugen() -> int:
    """The most memory that this process had so far, in MB; 0 where that cannot be asked."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Print one line for every year."""
    lezer = argparse.ArgumentParser(prog="jaren", description="Leef jaren in één kluis en kijk alles na.")
    lezer.add_argument("--long", action="store_true", help="tien jaar in plaats van één klein jaar")
    lezer.add_argument("--years", type=int)
    lezer.add_argument("--steps", type=int, help="stappen in een jaar")
    lezer.add_argument("--dossiers", type=int, help="dossiers waaraan tegelijk wordt gewerkt")
    lezer.add_argument("--seed", type=int, default=1)
    keus = lezer.parse_args()
    jaren, stappen, tegelijk = LANG if keus.long else KORT
    begin = time.monotonic()
    print(KOP, flush=True)
    uit = leef(
        keus.years or jaren,
        keus.steps or stappen,
        keus.dossiers or tegelijk,
        keus.seed,
        toon=lambda regel: print(regel, flush=True),
    )
    print(f"traagste daden in het laatste jaar: {', '.join(uit[-1].traagst)}")
    print(f"alles klopte; seed {keus.seed}; {time.monotonic() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

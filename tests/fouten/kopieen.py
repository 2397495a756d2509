# SPDX-License-Identifier: EUPL-1.2
"""B29 back-ups made during work and restored to identical contents; B28 killed migrations."""

import hashlib
import random
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen import dossier, notitie
from gemeente_pga.store import backup
from gemeente_pga.store.storingen import OnderhoudLoopt
from tests.fouten import bijzonder, stand, verhaal
from tests.fouten.campagne import Uitslag, of


def _hash(s: stand.Stand) -> str:
    return hashlib.sha256(repr(sorted(stand.inhoud(s.store).items())).encode()).hexdigest()


def _werk_door(s: stand.Stand, draad: threading.Thread, standen: dict[int, str]) -> int:
    """Go on recording while the back-up runs; how often the program asked to wait."""
    gewacht = 0

    def noteer() -> None:
        standen[s.store.laatste()[0]] = _hash(s)

    def geduldig(doe: Callable[[], object]) -> None:
        nonlocal gewacht
        while True:
            try:
                doe()
            except OnderhoudLoopt:
                gewacht += 1
                time.sleep(0.005)
            else:
                return

    while True:
        klaar = not draad.is_alive()
        geduldig(lambda: notitie.register_notitie(s.store, verhaal.NOTITIE))
        geduldig(noteer)
        geduldig(lambda: dossier.log_inzien(s.store, s.ids["dossier"]))
        geduldig(noteer)
        if klaar:
            return gewacht


def _maak_backup(s: stand.Stand, gemaakt: list[Path]) -> None:
    gemaakt.append(s.dienst.maak_backup(s.stick))


def _zet_terug(map_: Path, bron: Path) -> tuple[int, str, list[str]]:
    """Put the back-up in an empty place and open it there: its last act, its contents, its faults."""
    dienst = stand.nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    dienst.zet_backup_terug(bron)
    dienst.laat_los()
    s = stand.open_(map_)
    n = backup.lees_reservekopie(bron).n
    uit = (n, _hash_tot(s, n), stand.gebreken(s.store))
    s.sluit()
    return uit


def _hash_tot(s: stand.Stand, n: int) -> str:
    """The contents, if opening added no act of its own; "" when it did."""
    return _hash(s) if s.store.laatste()[0] == n else ""


def backups(n: int) -> Uitslag:
    """B29: n back-ups."""
    fouten: list[str] = []
    gewacht = gelijk = 0
    with stand.tijdelijk() as map_:
        s = stand.maak(map_ / "echt")
        for stap in verhaal.stappen(s, (verhaal.inrichten, verhaal.signalen)):
            stap.doe()
        standen = {s.store.laatste()[0]: _hash(s)}
        for keer in range(n):
            gemaakt: list[Path] = []
            draad = threading.Thread(target=partial(_maak_backup, s, gemaakt))
            draad.start()
            gewacht += _werk_door(s, draad, standen)
            draad.join()
            terug = map_ / f"terug-{keer}"
            op, inhoud, gebreken = _zet_terug(terug, gemaakt[0])
            fouten += gebreken
            gelijk += inhoud == standen.get(op)
            stand.ruim_op(terug)
        s.sluit()
    fouten += [f"{n - gelijk} met andere inhoud"] if gelijk < n else []
    return of(
        fouten, f"{gelijk} van {n} back-ups teruggezet met precies dezelfde inhoud; {gewacht} keer gewacht"
    )


def migraties(n: int) -> Uitslag:
    """B28: n killed migrations."""
    kans = random.Random(28)  # noqa: S311 - a repeatable choice of moments
    with stand.tijdelijk() as map_:
        fouten = [fout for _ in range(n) for fout in bijzonder.breek_migratie_af(map_ / "kluis", kans)]
    return of(fouten, f"{n} keer gedood: oud of nieuw, nooit half; altijd een back-up vooraf")

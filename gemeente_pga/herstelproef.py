# SPDX-License-Identifier: EUPL-1.2
"""Rehearsing a restore: a back-up is put in a folder of its own, opened, compared in every way, and removed.

Hides what is compared, and that it is seen as it was made also when this program is newer.
"""

import hmac
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.backup import Oefenpunt, Oefenuitslag, Terugzetting
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.tekst import getal
from gemeente_pga.kluis.header import Grenzen, Header
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutels import Sleutels
from gemeente_pga.kluis.storingen import GeheimVervangen, WachtzinOnjuist
from gemeente_pga.terugzetbron import put_files

if TYPE_CHECKING:
    from gemeente_pga.store.manifest import Reservekopie
    from gemeente_pga.store.onderhoud import Onderhoud
    from gemeente_pga.store.store import Store

# Opens a database; the last one is called before a newer program brings it up to date.
Opener = Callable[[Kluis, Sleutels, Callable[["Store"], None]], "Store"]
_OUDE_WACHTZIN = Storing(
    "Met deze wachtzin gaat deze back-up niet open.",
    "Een back-up gaat open met de wachtzin van toen hij werd gemaakt. Typ die, of kies een nieuwere back-up.",
)


class Herstelproef:
    """One rehearsal in this folder, of which nothing stays."""

    def __init__(self, map_: Path, hier: Header | None, grenzen: Grenzen, open_store: Opener) -> None:
        """hier: the key file of the kluis, for a back-up that has none."""
        self._map = map_
        self._hier = hier
        self._grenzen = grenzen
        self._open_store = open_store

    def oefen(self, bron: Path, wachtzin: str, live: "Store", nu: datetime) -> Oefenuitslag:
        """Slow. live: the open kluis, to compare with."""
        from gemeente_pga.store import backup

        manifest = backup.lees_reservekopie(bron)
        eigen = live.maintenance(lambda o: o.schakel(manifest.n))
        shutil.rmtree(self._map, ignore_errors=True)
        try:
            put_files(bron, self._map, self._hier, self._grenzen)
            punten = [Oefenpunt("Wat is teruggezet is leesbaar en gelijk aan de lijst in de back-up.", True)]
            punten += self._bekijk(wachtzin, manifest, eigen)
        finally:
            shutil.rmtree(self._map, ignore_errors=True)
        goed = all(punt.goed for punt in punten)
        uitkomst = Terugzetting("oefening", nu, manifest.gemaakt_op, manifest.n, manifest.h, goed=goed)
        return Oefenuitslag(tuple(punten), uitkomst)

    def _bekijk(self, wachtzin: str, manifest: "Reservekopie", eigen: bytes | None) -> list[Oefenpunt]:
        punten: list[Oefenpunt] = []

        def bekijk(kopie: "Store") -> None:
            """As the back-up was made."""
            punten.extend(kopie.maintenance(lambda o: _vergelijk(o, manifest, eigen)))

        kluis = Kluis.lees(self._map, grenzen=self._grenzen)
        sleutels = _open(kluis, wachtzin)
        try:
            kopie = self._open_store(kluis, sleutels, bekijk)
        finally:
            sleutels.wis()
        try:
            if not punten:
                bekijk(kopie)
        finally:
            kopie.close()
        return punten


def _vergelijk(o: "Onderhoud", manifest: "Reservekopie", eigen: bytes | None) -> list[Oefenpunt]:
    """Everything that can be compared: file, counts, acts, every row, and the kluis it came from."""
    keten, zegels, rijen = o.keten(), o.zegels(), sum(o.rijen().values())
    n, h = o.laatste()
    punten = [
        Oefenpunt("De kopie gaat open met uw wachtzin.", True),
        Oefenpunt("Elke bladzijde van het bestand is gaaf.", o.bestand().goed),
        Oefenpunt(f"Het aantal rijen klopt: {getal(rijen)}.", rijen == manifest.rijen),
        Oefenpunt(
            f"Het journaal klopt: {getal(n)} handelingen, elk nagerekend.",
            keten.bevinding is None and (n, h.hex()) == (manifest.n, manifest.h),
        ),
        Oefenpunt(
            f"De inhoud klopt: {getal(zegels.gezien)} rijen vergeleken met hun zegel.", not zegels.fouten
        ),
    ]
    if eigen is not None:
        zin = "De geschiedenis is gelijk aan die van uw kluis."
        punten.append(Oefenpunt(zin, hmac.compare_digest(eigen, h)))
    else:
        punten.append(Oefenpunt("De geschiedenis past niet op die van uw kluis.", False))
    return punten


def _open(kluis: Kluis, wachtzin: str) -> Sleutels:
    """With the wachtzin of the coordinator or of a vervanger, whichever fits."""
    for soort in (SlotSoort.WACHTZIN, SlotSoort.VERVANGER):
        with suppress(WachtzinOnjuist, GeheimVervangen):
            return kluis.open_met_wachtzin(wachtzin, soort=soort)
    raise _OUDE_WACHTZIN

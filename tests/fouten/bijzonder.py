# SPDX-License-Identifier: EUPL-1.2
"""Acts that are not done on an open kluis: making one, bringing one up to date, and what opening mends.

AFBREKEN: for each of these one trial that kills it and tells what is wrong afterwards.
"""

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.store import backup, schema
from gemeente_pga.store.store import Store
from tests.fouten import stand
from tests.fouten.dood import Melder, dood
from tests.store import bouw
from tests.store.test_migraties import TWEEDE

Proef = Callable[[Path, random.Random], list[str]]
_OPNIEUW = (KluisStaat.GEEN, KluisStaat.AANLEG_AFGEBROKEN)
_AANMAKEN_S, _MIGREREN_S = 0.25, 0.12  # about how long they take


def keur_stick(map_: Path) -> list[str]:
    """Whatever lies on the stick and looks like a back-up must be a good one."""
    fouten = []
    for kopie in backup.lijst_reservekopieen(map_ / "stick"):
        try:
            backup.controleer_reservekopie(kopie.map)
        except Storing as storing:
            fouten.append(f"back-up: {type(storing).__name__}")
    return fouten


def breek_aanmaken_af(map_: Path, kans: random.Random) -> list[str]:
    """A kluis whose making was killed is whole, or can be made again."""
    stand.ruim_op(map_)

    def werk(melder: Melder) -> None:
        melder.begin()
        stand.maak(map_)

    gedood = dood(werk, kans.uniform(0, _AANMAKEN_S))
    dienst = stand.nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    staat = dienst.staat()
    dienst.laat_los()
    if staat in _OPNIEUW:
        if gedood.klaar:
            return ["aangemaakt, maar er is niets"]
        stand.maak(map_).sluit()
    return list(stand.keur(map_).gebreken)


def breek_migratie_af(map_: Path, kans: random.Random) -> list[str]:
    """A migration that was killed is done or not begun, and the back-up before it is whole."""
    stand.ruim_op(map_)
    map_.mkdir()
    pad = bouw.nieuwe_kluis(map_)
    store = bouw.open_kluis(pad)
    bouw.leg_dossier_vast(store)
    voor = store.laatste()[0]
    store.close()
    (map_ / "stick").mkdir()

    def werk(melder: Melder) -> None:
        with _nieuwer_programma():
            schema.verwachte_catalogus(schema.migraties())
            melder.begin()
            _open_nieuwer(pad).close()

    gedood = dood(werk, kans.uniform(0, _MIGREREN_S))
    fouten = keur_stick(map_)
    try:
        store = bouw.open_kluis(pad)
        oud = True
    except Storing:
        with _nieuwer_programma():
            store, oud = _open_nieuwer(pad), False
    with store.reader() as r:
        gemigreerd = r.value("SELECT count(*) FROM handeling WHERE code = 'systeem.migratie'")
    if (store.laatste()[0], gemigreerd) != (voor + (not oud), int(not oud)):
        fouten.append("half bijgewerkt")
    if oud and gedood.klaar:
        fouten.append("bijgewerkt, maar weer oud")
    if not oud and not backup.lijst_reservekopieen(map_ / "stick"):
        fouten.append("geen back-up vooraf")
    fouten += stand.gebreken(store)
    store.close()
    return fouten


class _nieuwer_programma:  # noqa: N801 - used as a with-word
    """The program as it will be with one migration more."""

    def __enter__(self) -> None:
        self._oud = schema.migraties
        scripts = (*self._oud(), TWEEDE)
        schema.migraties = lambda: scripts  # type: ignore[assignment] # put back below

    def __exit__(self, *_: object) -> None:
        schema.migraties = self._oud


def _open_nieuwer(pad: Path) -> Store:
    def kopie(store: Store) -> object:
        return backup.maak_reservekopie(store, pad.parent / "stick", header_bestanden=[], nu=bouw.NU)

    return bouw.open_kluis(pad, voor_migratie=kopie)


AFBREKEN: Mapping[Act, Proef] = MappingProxyType(
    {Act.KLUIS_AANMAKEN: breek_aanmaken_af, Act.SYSTEEM_MIGRATIE: breek_migratie_af}
)

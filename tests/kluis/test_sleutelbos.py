# SPDX-License-Identifier: EUPL-1.2
"""The keystore slot: half a secret, never enough and never needed, whatever the keystore does."""

import pytest

from gemeente_pga.kluis.header import SlotSoort
from gemeente_pga.kluis.sleutelbos import GEHEIM_LENGTE, Sleutelbos
from gemeente_pga.kluis.storingen import SleutelbosNietBeschikbaar, SleutelbosOnjuist
from tests.kluis.conftest import LICHT, WACHTZIN, Proefkluis
from tests.kluis.sleutelbossen import (
    ALLEEN_GEHEUGENBOS,
    Geheugenbos,
    Hangbos,
    Liegbos,
    Rommelbos,
    Vergeetbos,
    Werpbos,
)

GEHEIM = bytearray(range(GEHEIM_LENGTE))
KORT = "korte zin"


class Keten:
    """A chain of backends, as keyring returns when there are several."""

    def __init__(self, *backends: Geheugenbos) -> None:
        self.backends = backends


def bos(plek: object, limiet: float = 2.0) -> Sleutelbos:
    soort = type(plek)
    naam = f"{soort.__module__}.{soort.__qualname__}"
    return Sleutelbos(lambda: plek, toegestaan=frozenset((naam,)), limiet=limiet)  # type: ignore[arg-type,return-value]


def test_working_keystore_keeps_and_forgets() -> None:
    plek = Geheugenbos()
    assert bos(plek).keep("a", GEHEIM)
    assert bos(plek).fetch("a") == GEHEIM
    keten = Sleutelbos(lambda: Keten(Vergeetbos(), plek), toegestaan=ALLEEN_GEHEUGENBOS)  # type: ignore[arg-type,return-value]
    assert keten.fetch("a") == GEHEIM
    bos(plek).forget("a")
    assert bos(plek).fetch("a") is None


@pytest.mark.parametrize("soort", [Vergeetbos, Liegbos, Rommelbos, Werpbos])
def test_keystore_that_does_not_keep_is_not_believed(soort: type[Geheugenbos]) -> None:
    assert not bos(soort()).keep("a", GEHEIM)
    bos(soort()).forget("a")


@pytest.mark.parametrize("soort", [Vergeetbos, Rommelbos, Werpbos])
def test_keystore_without_the_secret_gives_nothing(soort: type[Geheugenbos]) -> None:
    assert bos(soort()).fetch("a") is None


def test_hanging_keystore_is_given_up_after_its_limit() -> None:
    """Without a limit this would hang, for the keystore waits until the end of the test."""
    try:
        assert not bos(Hangbos(), limiet=0.2).keep("a", GEHEIM)
        assert bos(Hangbos(), limiet=0.2).fetch("a") is None
    finally:
        Hangbos.vrij.set()


def test_unknown_backend_is_not_used() -> None:
    plek = Geheugenbos()
    assert not Sleutelbos(lambda: plek).keep("a", GEHEIM)
    assert plek.inhoud == {}


def test_null_backend_from_the_environment_is_not_used() -> None:
    """The test session itself sets PYTHON_KEYRING_BACKEND to the backend that forgets."""
    assert not Sleutelbos().keep("a", GEHEIM)
    assert Sleutelbos().fetch("a") is None


def test_both_halves_open_the_kluis(proefkluis: Proefkluis) -> None:
    plek = Geheugenbos()
    proefkluis.lees().voeg_sleutelbos_toe(proefkluis.sleutels, KORT, bos(plek), kdf=LICHT)
    sleutels = proefkluis.lees().open_met_sleutelbos(KORT, bos(plek))
    assert sleutels.k_db == proefkluis.sleutels.k_db
    assert sleutels.slot is SlotSoort.SLEUTELBOS


def test_neither_half_opens_the_kluis_alone(proefkluis: Proefkluis) -> None:
    plek = Geheugenbos()
    proefkluis.lees().voeg_sleutelbos_toe(proefkluis.sleutels, KORT, bos(plek), kdf=LICHT)
    with pytest.raises(SleutelbosOnjuist):
        proefkluis.lees().open_met_sleutelbos("een andere zin", bos(plek))
    with pytest.raises(SleutelbosOnjuist):
        proefkluis.lees().open_met_sleutelbos(KORT, bos(Geheugenbos()))


def test_kluis_opens_without_the_keystore(proefkluis: Proefkluis) -> None:
    plek = Geheugenbos()
    proefkluis.lees().voeg_sleutelbos_toe(proefkluis.sleutels, KORT, bos(plek), kdf=LICHT)
    plek.inhoud.clear()
    assert proefkluis.lees().open_met_wachtzin(WACHTZIN).k_db == proefkluis.sleutels.k_db


def test_second_keystore_slot_replaces_the_first(proefkluis: Proefkluis) -> None:
    plek = Geheugenbos()
    kluis = proefkluis.lees()
    for zin in (KORT, "andere korte zin"):
        kluis.voeg_sleutelbos_toe(proefkluis.sleutels, zin, bos(plek), kdf=LICHT)
    assert len(plek.inhoud) == 1
    assert [slot.soort for slot in kluis.slots].count(SlotSoort.SLEUTELBOS) == 1
    assert (
        proefkluis.lees().open_met_sleutelbos("andere korte zin", bos(plek)).k_db == proefkluis.sleutels.k_db
    )


def test_broken_keystore_leaves_the_kluis_as_it_was(proefkluis: Proefkluis) -> None:
    voor = proefkluis.kopie("a").read_bytes()
    with pytest.raises(SleutelbosNietBeschikbaar):
        proefkluis.lees().voeg_sleutelbos_toe(proefkluis.sleutels, KORT, bos(Vergeetbos()), kdf=LICHT)
    assert proefkluis.kopie("a").read_bytes() == voor

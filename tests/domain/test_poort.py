# SPDX-License-Identifier: EUPL-1.2
"""What stops a whole dossier: not in use, restricted, held or closed; and what may go on all the same."""

from datetime import date

import pytest

from gemeente_pga.domain.ingebruikname import MAG_ONTBREKEN, PUNTEN, Punt, ontbrekend
from gemeente_pga.domain.poort import Aanhouding, Deur, Poortfeiten, belet

VANDAAG = date(2026, 11, 22)
ALLE = frozenset(Deur)


def dicht(feiten: Poortfeiten, vandaag: date = VANDAAG, *, acuut: bool = False) -> frozenset[Deur]:
    """The doors that these facts close."""
    return frozenset(deur for deur in Deur if belet(feiten, deur, vandaag, acuut=acuut))


def test_nothing_in_the_way_leaves_every_door_open() -> None:
    assert dicht(Poortfeiten()) == frozenset()


@pytest.mark.parametrize("acuut", [False, True])
def test_before_it_is_in_use_only_acute_danger_is_taken_in(acuut: bool) -> None:
    feiten = Poortfeiten(ontbreekt_ingebruikname=("DPIA", "Convenant"))
    assert dicht(feiten, acuut=acuut) == ALLE - ({Deur.INTAKE} if acuut else set())
    (punt,) = belet(feiten, Deur.CASUS, VANDAAG, acuut=acuut)
    assert "DPIA" in punt.zin
    assert (punt.scherm, punt.veld) == ("inrichting", "ingebruikname")


def test_a_restricted_dossier_is_kept_and_its_person_is_told() -> None:
    assert dicht(Poortfeiten(beperkt=True)) == ALLE - {Deur.INTAKE, Deur.INFORMEREN}


@pytest.mark.parametrize(
    ("wat", "deuren"),
    [
        ("weging", {Deur.WEGING}),
        ("overleg", {Deur.OVERLEG}),
        ("informeren", {Deur.INFORMEREN}),
        ("verstrekking", {Deur.VERSTREKKING, Deur.PAPIER}),
    ],
)
def test_a_hold_stops_one_thing_until_its_last_day(wat: str, deuren: set[Deur]) -> None:
    feiten = Poortfeiten(aanhoudingen=(Aanhouding(wat, "Politie", VANDAAG),))
    assert dicht(feiten) == deuren
    assert dicht(feiten, date(2026, 11, 23)) == frozenset()
    (punt,) = belet(feiten, min(deuren), VANDAAG)
    assert "tot en met 22-11-2026" in punt.zin
    assert "Politie" in punt.zin


def test_two_holds_are_both_told() -> None:
    holds = (Aanhouding("weging", "Politie", VANDAAG), Aanhouding("weging", "Openbaar Ministerie", VANDAAG))
    zinnen = [punt.zin for punt in belet(Poortfeiten(aanhoudingen=holds), Deur.WEGING, VANDAAG)]
    assert len(zinnen) == 2
    assert "Openbaar Ministerie" in zinnen[1]


def test_a_closed_dossier_takes_a_new_signal_and_informs() -> None:
    assert dicht(Poortfeiten(gesloten=True)) == ALLE - {Deur.INTAKE, Deur.INFORMEREN}


# ---- ingebruikname


def _punten(**stand: str) -> list[Punt]:
    return [Punt(code, stand.get(code, "gereed"), VANDAAG) for code, _ in PUNTEN]


def test_every_point_counts() -> None:
    assert ontbrekend([]) == tuple(naam for _, naam in PUNTEN)
    assert ontbrekend(_punten()) == ()
    for weg, naam in PUNTEN:
        assert ontbrekend(punt for punt in _punten() if punt.punt != weg) == (naam,)


@pytest.mark.parametrize(("code", "naam"), PUNTEN)
def test_what_does_not_apply_needs_a_reason_and_a_point_that_may_be_missing(code: str, naam: str) -> None:
    zonder = [p for p in _punten() if p.punt != code]
    assert ontbrekend([*zonder, Punt(code, "niet_van_toepassing", VANDAAG)]) == (naam,)
    met_reden = Punt(code, "niet_van_toepassing", VANDAAG, toelichting="Er is geen Zorg- en Veiligheidshuis.")
    assert ontbrekend([*zonder, met_reden]) == (() if code in MAG_ONTBREKEN else (naam,))

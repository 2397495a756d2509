# SPDX-License-Identifier: EUPL-1.2
"""Copies: one holder each, and what may become of one."""

from datetime import date
from itertools import product

import pytest

from gemeente_pga.domain.exemplaar import (
    BEHOUDEN,
    STANDEN,
    TERUGGENOMEN,
    UITGEREIKT,
    Houdernaam,
    Paperstand,
    Standwijziging,
    Uitgiftewens,
    beoordeel_stand,
    beoordeel_uitgifte,
    volgende_standen,
)
from gemeente_pga.domain.gebrek import Gebrek
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 9, 8)
BEKEND = (Houdernaam("K. Brouwer, Politie", 7), Houdernaam("S. Aydın, Gemeente", 8))


def _beoordeel(bestand: bool = False, **invoer: str) -> Uitgiftewens | list[Gebrek]:
    return beoordeel_uitgifte(invoer, kader(), VANDAAG, bekend=BEKEND, bestand=bestand)


@pytest.mark.eis("c14")
def test_every_copy_has_its_own_holder():
    wens = _beoordeel(bestemd_voor="overleg", houders="K. Brouwer, Politie\n\n  s. aydin,  gemeente\nde tolk")
    assert isinstance(wens, Uitgiftewens)
    assert [(h.houder, h.partij_id) for h in wens.houders] == [
        ("K. Brouwer, Politie", 7),
        ("s. aydin, gemeente", 8),
        ("de tolk", None),
    ]
    assert wens.stand == UITGEREIKT


@pytest.mark.eis("c14")
@pytest.mark.parametrize("voor", ["overleg", "deelnemer"])
def test_a_copy_for_the_table_names_who_holds_it(voor):
    gebreken = _beoordeel(bestemd_voor=voor, houders=" \n ")
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == ["houders"]


@pytest.mark.parametrize("voor", ["eigen_dossier", "betrokkene", "burgemeester", "toezicht"])
def test_who_is_named_by_the_purpose_needs_no_line(voor):
    wens = _beoordeel(bestemd_voor=voor)
    assert isinstance(wens, Uitgiftewens)
    assert [h.houder for h in wens.houders] == [kader().label("bestemd_voor", voor)]
    begin = {"betrokkene": BEHOUDEN, "eigen_dossier": TERUGGENOMEN}
    assert wens.stand == begin.get(voor, UITGEREIKT)


@pytest.mark.parametrize(
    ("invoer", "bestand", "veld"),
    [
        ({"houders": "K. Brouwer"}, False, "bestemd_voor"),
        ({"bestemd_voor": "buurman", "houders": "K. Brouwer"}, False, "bestemd_voor"),
        ({"bestemd_voor": "overleg", "houders": "a\nb"}, True, "houders"),
        (
            {"bestemd_voor": "overleg", "houders": "\n".join(f"houder {n}" for n in range(41))},
            False,
            "houders",
        ),
        ({"bestemd_voor": "overleg", "houders": "x" * 121}, False, "houders"),
        ({"bestemd_voor": "overleg", "houders": "\0tafel"}, False, "houders"),
    ],
)
def test_what_cannot_be_issued_is_said_at_its_field(invoer, bestand, veld):
    gebreken = _beoordeel(bestand=bestand, **invoer)
    assert isinstance(gebreken, list)
    assert veld in {g.veld for g in gebreken}


@pytest.mark.parametrize(("was", "stand"), list(product(STANDEN, STANDEN)))
def test_a_stand_follows_on_another_or_is_refused(was, stand):
    invoer = {"stand": stand, "stand_op": "8-9-2026", "toelichting": "Gebeld met de houder."}
    uit = beoordeel_stand(invoer, VANDAAG, was=was, sinds=date(2026, 9, 1))
    assert isinstance(uit, Standwijziging) == (stand in volgende_standen(was))


def test_what_is_destroyed_stays_destroyed_and_what_was_lost_is_only_found():
    assert volgende_standen("vernietigd") == ()
    assert volgende_standen("vermist") == ("teruggenomen",)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"stand": ""}, "stand"),
        ({"stand_op": "31-8-2026"}, "stand_op"),  # before it was handed out
        ({"stand_op": "9-9-2026"}, "stand_op"),  # not yet
        ({"stand": "vermist"}, "toelichting"),
        ({"stand": "behouden"}, "toelichting"),
    ],
)
def test_a_stand_that_cannot_be_is_said_at_its_field(anders, veld):
    invoer = {"stand": "teruggenomen", "stand_op": "8-9-2026", "toelichting": ""} | anders
    uit = beoordeel_stand(invoer, VANDAAG, was="uitgereikt", sinds=date(2026, 9, 1))
    assert isinstance(uit, list)
    assert [g.veld for g in uit] == [veld]


def test_what_is_left_is_said_in_words():
    assert not Paperstand().is_open
    assert Paperstand().zinnen == ()
    stand = Paperstand(exemplaren=1, bestanden=2, berichten=1)
    assert stand.is_open
    assert stand.zinnen == (
        "1 papieren exemplaar is niet verantwoord.",
        "2 opgeslagen bestanden zijn niet verantwoord.",
        "1 bericht aan een houder is nog open.",
    )

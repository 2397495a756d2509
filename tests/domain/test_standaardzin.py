# SPDX-License-Identifier: EUPL-1.2
"""Sentences that are kept: what is offered where, what is refused, and which word may be a name."""

from datetime import date

import pytest

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gevoelig import woorden
from gemeente_pga.domain.standaardzin import (
    MAX_ZIN,
    MEEGELEVERD,
    OVERAL,
    PLEKKEN,
    Standaardzin,
    beoordeel_zin,
    kies_zinnen,
    lees_zinnen,
    met_zin,
    mogelijke_namen,
    schrijf_zinnen,
)

DAG = date(2026, 11, 5)


def test_what_is_written_is_read_and_nothing_kept_is_what_came_along():
    assert lees_zinnen("") == MEEGELEVERD
    assert lees_zinnen(schrijf_zinnen(MEEGELEVERD)) == MEEGELEVERD
    assert lees_zinnen(schrijf_zinnen(())) == ()


@pytest.mark.parametrize("zin", MEEGELEVERD, ids=lambda zin: zin.tekst[:30])
def test_what_came_along_is_neutral(zin: Standaardzin):
    assert zin.plek in PLEKKEN
    assert mogelijke_namen(zin.tekst) == ()
    assert woorden(zin.tekst) == ()
    assert beoordeel_zin({"tekst": zin.tekst, "plek": zin.plek}, DAG) == Standaardzin(zin.tekst, zin.plek)


def test_every_place_has_something_to_offer():
    for plek in PLEKKEN:
        assert kies_zinnen(MEEGELEVERD, plek)


def test_of_this_place_first_then_of_everywhere_and_elsewhere_only_when_looked_for():
    zinnen = (
        Standaardzin("Overal één", OVERAL, 1),
        Standaardzin("Hier", "actie", 2),
        Standaardzin("Daar", "besluit", 3),
    )
    assert [z.id for z in kies_zinnen(zinnen, "actie")] == [2, 1]
    assert [z.id for z in kies_zinnen(zinnen, OVERAL)] == [1]
    assert [z.id for z in kies_zinnen(zinnen, "actie", "een OVER")] == [1]
    assert [z.id for z in kies_zinnen(zinnen, "actie", "daar")] == [3]
    assert kies_zinnen(zinnen, "actie", "nergens") == ()


def test_a_changed_sentence_keeps_its_place_and_a_new_one_gets_a_number():
    anders = Standaardzin("Anders", "actie", MEEGELEVERD[0].id)
    assert met_zin(MEEGELEVERD, anders)[0] == anders
    nieuw = met_zin(MEEGELEVERD, Standaardzin("Nieuw", "actie"))
    assert nieuw[:-1] == MEEGELEVERD
    assert nieuw[-1].id not in {zin.id for zin in MEEGELEVERD}


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        ({"tekst": "", "plek": OVERAL}, "tekst"),
        ({"tekst": "a" * (MAX_ZIN + 1), "plek": OVERAL}, "tekst"),
        ({"tekst": "Goed.", "plek": ""}, "plek"),
        ({"tekst": "Goed.", "plek": "elders"}, "plek"),
        ({"tekst": "Staat er.", "plek": "actie"}, "tekst"),
    ],
)
def test_what_is_refused(invoer: dict[str, object], veld: str):
    uit = beoordeel_zin(invoer, DAG, (Standaardzin("Staat er.", "actie", 7),))
    assert isinstance(uit, list)
    assert [g.veld for g in uit if isinstance(g, Gebrek)] == [veld]


def test_three_dots_as_they_are_typed_are_a_place_to_fill_in():
    uit = beoordeel_zin({"tekst": "Bel ... vóór ...", "plek": "actie"}, DAG)
    assert uit == Standaardzin("Bel … vóór …", "actie")


def test_the_same_words_may_stay_in_the_sentence_that_is_changed():
    bestaat = (Standaardzin("Staat er.", "actie", 7),)
    assert beoordeel_zin({"tekst": "Staat er.", "plek": "actie"}, DAG, bestaat, 7) == bestaat[0]


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("De wijkagent Brouwer belt.", ("Brouwer",)),
        ("Mevrouw Özdemir komt langs. Daarna volgt een gesprek.", ("Özdemir",)),
        ("Afgesproken met J. de Vries.", ("J.", "Vries")),
        ("Het Zorg- en Veiligheidshuis en het Openbaar Ministerie sluiten aan.", ()),
        ("Het OM en de GGZ sluiten aan. Het overleg volgt.", ()),
        ("Afgesproken is dat … terugkoppelt: Uiterlijk vrijdag.", ()),
    ],
)
def test_a_word_that_may_be_a_name(tekst: str, namen: tuple[str, ...]):
    assert mogelijke_namen(tekst) == namen

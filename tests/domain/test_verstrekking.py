# SPDX-License-Identifier: EUPL-1.2
"""What may be given to whom: nothing without ground, purpose, receiver, and the giver's agreement."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.verstrekking import (
    Akkoord,
    Keuze,
    Verstrekking,
    Verstrekkingrond,
    beoordeel_akkoord,
    beoordeel_verstrekking,
    voorwaarden,
    vraagt_akkoord,
)
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 9, 8)
POLITIE, OM, SCHOOL, GEMEENTE = 1, 2, 3, 4
PARTIJEN = {POLITIE: "Politie", OM: "Openbaar Ministerie", SCHOOL: "Praktijkcollege", GEMEENTE: "Gemeente"}
INVOER = {
    "op": "8-9-2026", "ontvanger_soort": "partij", "partij_id": str(SCHOOL), "wijze": "mondeling",
    "wat": "Dat er een incident was.", "doel": "De mentor moet weten waarop zij let.",
    "grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "avg_6_1_e", "categorie": "gewoon",
    "zonder_rol_reden": "De mentor ziet hem elke dag.",
}  # fmt: skip
VAN_POLITIE = Keuze(11, "Aangehouden bij een vechtpartij.", POLITIE, "Politie", "politie", "vrij", "gewoon")
VAN_SCHOOL = Keuze(12, "Hij spijbelt.", SCHOOL, "Praktijkcollege", "onderwijs", "vrij", "gewoon")
JA = Akkoord("Praktijkcollege", date(2026, 9, 1), "K. Brouwer", "telefoon", "akkoord", "", date(2026, 9, 2))


def _rond(*items: Keuze, **anders: object) -> Verstrekkingrond:
    basis = Verstrekkingrond(
        frozenset({POLITIE, OM, GEMEENTE}), PARTIJEN, items, frozenset({"Bureau Duiding"})
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


def _velden(rond: Verstrekkingrond, **anders: object) -> set[str]:
    uit = beoordeel_verstrekking(INVOER | anders, kader(), VANDAAG, rond)
    return set() if isinstance(uit, Verstrekking) else {g.veld for g in uit}


def test_what_is_complete_is_recorded_with_the_name_of_the_party():
    uit = beoordeel_verstrekking(INVOER, kader(), VANDAAG, _rond())
    assert isinstance(uit, Verstrekking)
    assert (uit.ontvanger, uit.partij_id, uit.op) == ("Praktijkcollege", SCHOOL, VANDAAG)


@pytest.mark.eis("c03", "c11", "i4")
@pytest.mark.parametrize(
    "veld",
    ["op", "ontvanger_soort", "partij_id", "wijze", "wat", "doel", "grondslag_gever",
     "grondslag_ontvanger", "categorie", "zonder_rol_reden"],
)  # fmt: skip
def test_nothing_is_given_without_ground_purpose_and_receiver(veld):
    assert veld in _velden(_rond(), **{veld: ""})


@pytest.mark.eis("c11")
def test_a_receiver_without_a_role_needs_a_reason():
    zonder = {"zonder_rol_reden": ""}
    assert _velden(_rond(), **zonder) == {"zonder_rol_reden"}
    assert _velden(_rond(), **zonder, ontvanger_soort="deelnemer", partij_id=str(OM)) == set()
    assert _velden(_rond(), **zonder, ontvanger_soort="deelnemer") == {"ontvanger_soort"}
    buiten = {
        "ontvanger_soort": "buiten",
        "partij_id": "",
        "ontvanger": "De broer",
        "grondslag_ontvanger": "",
    }
    assert _velden(_rond(), **zonder, **buiten) == {"zonder_rol_reden"}
    assert _velden(_rond(), **buiten) == set()  # a person needs no ground to hear something


@pytest.mark.eis("n7", "G23")
def test_an_external_party_must_have_an_agreement_that_runs():
    extern = {"ontvanger_soort": "extern", "partij_id": "", "ontvanger": "bureau  duiding"}
    assert _velden(_rond(), **extern) == set()
    assert _velden(_rond(extern=frozenset()), **extern) == {"ontvanger"}


@pytest.mark.eis("c03", "i4")
def test_an_expired_ground_is_not_offered():
    assert "grondslag_gever" in _velden(_rond(), grondslag_gever="beroepsgeheim")
    uit = beoordeel_verstrekking(
        INVOER | {"op": "1-3-2027", "grondslag_gever": "twbmt"}, kader(), date(2027, 3, 1), _rond()
    )
    assert isinstance(uit, list)
    assert "grondslag_gever" in {g.veld for g in uit}


@pytest.mark.eis("c11", "c12")
def test_police_item_does_not_go_on_without_agreement():
    assert _velden(_rond(VAN_POLITIE)) == {"items"}
    assert _velden(_rond(replace(VAN_POLITIE, akkoorden=(JA,)))) == set()
    zin = beoordeel_verstrekking(INVOER, kader(), VANDAAG, _rond(VAN_POLITIE))
    assert isinstance(zin, list)
    assert zin[0].melding == ("Dit is een gegeven van Politie. Verder geven kan pas als Politie akkoord is.")


@pytest.mark.eis("c12")
@pytest.mark.parametrize(
    "akkoord",
    [
        replace(JA, antwoord="weigert"),
        replace(JA, antwoord="", antwoord_op=None),  # silent
        replace(JA, antwoord_op=date(2026, 9, 9)),  # only after it was given
        replace(JA, ontvanger="Woningcorporatie"),  # for somebody else
    ],
)
def test_a_refused_or_silent_giver_keeps_the_item_here(akkoord):
    assert _velden(_rond(replace(VAN_POLITIE, akkoorden=(akkoord,)))) == {"items"}


def test_the_last_answer_counts():
    weigert = replace(JA, antwoord="weigert", antwoord_op=date(2026, 9, 5))
    assert _velden(_rond(replace(VAN_POLITIE, akkoorden=(JA, weigert)))) == {"items"}
    assert _velden(_rond(replace(VAN_POLITIE, akkoorden=(weigert, JA)))) == set()


def test_a_condition_goes_with_what_is_given():
    mits = replace(JA, antwoord="onder_voorwaarde", voorwaarde="Niet aan de ouders vertellen.")
    rond = _rond(replace(VAN_POLITIE, akkoorden=(mits,)))
    uit = beoordeel_verstrekking(INVOER, kader(), VANDAAG, rond)
    assert isinstance(uit, Verstrekking)
    assert voorwaarden(uit, rond.items) == ("Niet aan de ouders vertellen.",)


@pytest.mark.parametrize("soort", ["politie", "om", "ggz", "jeugdhulp", "reclassering"])
def test_data_go_back_to_their_giver_without_asking(soort):
    assert vraagt_akkoord(soort, SCHOOL, POLITIE)
    assert vraagt_akkoord(soort, None, POLITIE)
    assert not vraagt_akkoord(soort, POLITIE, POLITIE)


@pytest.mark.parametrize("soort", ["gemeente", "onderwijs", "zvh", "overig"])
def test_others_are_not_asked(soort):
    assert not vraagt_akkoord(soort, OM, SCHOOL)


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"markering": "niet_verstrekken"}, "niet verder gaat"),
        ({"markering": "ter_kennisneming"}, "niet verder gaat"),
        ({"markering": "niet_vastleggen"}, "niet verder gaat"),
        ({"beperkt": True}, "beperkt"),
        ({"onjuist": True}, "onjuist"),
        ({"einddatum": date(2026, 9, 7)}, "7-9-2026"),
        ({"deelbaar_met": frozenset({POLITIE})}, "niet voor deze ontvanger"),
        ({"markering": "citeren_na_akkoord"}, "pas als"),
    ],
)
def test_an_item_that_may_not_go_on_stays_here(anders, woord):
    item = replace(VAN_SCHOOL, gever=GEMEENTE, gever_naam="Gemeente", gever_soort="gemeente", **anders)
    uit = beoordeel_verstrekking(INVOER, kader(), VANDAAG, _rond(item))
    assert isinstance(uit, list)
    assert [(g.veld, woord in g.melding) for g in uit] == [("items", True)]


@pytest.mark.eis("c05")
def test_heavier_data_need_their_own_kind_and_a_reason():
    zwaar = replace(VAN_SCHOOL, categorie="bijzonder")
    assert _velden(_rond(zwaar)) == {"categorie"}
    grond = {"grondslag_gever": "avg_9_uavg_23", "grondslag_ontvanger": "avg_9_uavg_23"}
    assert _velden(_rond(zwaar), **grond, categorie="bijzonder") == {"noodzaak"}
    gewone = {"categorie": "bijzonder", "noodzaak": "Anders geen zorg."}
    assert _velden(_rond(zwaar), **gewone) == {"grondslag_gever", "grondslag_ontvanger"}
    assert _velden(_rond(zwaar), **grond, categorie="bijzonder", noodzaak="Anders geen zorg.") == set()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"ontvanger": ""}, "ontvanger"),
        ({"gevraagd_aan": ""}, "gevraagd_aan"),
        ({"gevraagd_op": "9-9-2026"}, "gevraagd_op"),
        ({"antwoord": "akkoord"}, "antwoord_op"),
        ({"antwoord_op": "5-9-2026"}, "antwoord"),
        ({"antwoord": "akkoord", "antwoord_op": "1-9-2026"}, "antwoord_op"),
        ({"antwoord": "onder_voorwaarde", "antwoord_op": "5-9-2026"}, "voorwaarde"),
    ],
)
def test_an_agreement_says_who_when_and_under_what_condition(anders, veld):
    goed = {"ontvanger": "Praktijkcollege", "gevraagd_op": "4-9-2026", "gevraagd_aan": "K. Brouwer"}
    assert isinstance(beoordeel_akkoord(goed, VANDAAG), Akkoord)
    uit = beoordeel_akkoord(goed | anders, VANDAAG)
    assert isinstance(uit, list)
    assert [g.veld for g in uit] == [veld]

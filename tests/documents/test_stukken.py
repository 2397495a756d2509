# SPDX-License-Identifier: EUPL-1.2
"""The data objects: stored and read back unchanged, and an extract that holds nothing of another case."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeente_pga.domain.informatie import (
    CITEREN_NA_AKKOORD,
    NIET_VASTLEGGEN,
    NIET_VERSTREKKEN,
    TER_KENNISNEMING,
    VRIJ,
)
from gemeente_pga.domain.stukken import (
    SOORTEN,
    Agenda,
    Besluit,
    Inbreng,
    Kop,
    Stuk,
    Verslag,
    extract,
    extract_agenda,
    from_json,
    list_besluiten,
    printable,
    printable_weegverslag,
    select_inbreng,
    to_json,
)
from tests.documents.voorbeeld import AGENDA, EERSTE, OVERLEG_EEN, OVERLEG_TWEE, TWEEDE
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.voorbeeld_weging import WEGING


@pytest.mark.parametrize("naam", sorted(VOORBEELDEN))
def test_every_sample_is_read_back_unchanged(naam: str) -> None:
    _, stuk, _ = VOORBEELDEN[naam]
    assert from_json(type(stuk), to_json(stuk)) == stuk


@settings(max_examples=15)
@given(st.sampled_from(sorted(SOORTEN)).flatmap(lambda soort: st.from_type(SOORTEN[soort])))
def test_any_data_object_is_read_back_unchanged(stuk: Stuk) -> None:
    assert from_json(type(stuk), to_json(stuk)) == stuk


@pytest.mark.parametrize(
    ("verander", "fout"),
    [
        (lambda d: d.update(extra=1), "unknown field extra"),
        (lambda d: d.pop("kenmerk"), "missing field kenmerk"),
        (lambda d: d.update(gemeente=3), "not a str"),
        (lambda d: d.update(overgenomen=1), "not a bool"),
        (lambda d: d.update(nummers="2026-014"), "not a list"),
        (lambda d: d.update(staat="af"), "'af' is not a valid"),
        (lambda d: d.update(datum="gisteren"), "Invalid isoformat"),
    ],
)
def test_anything_else_is_refused(verander, fout: str) -> None:
    gegevens = json.loads(to_json(WEGING.kop))
    verander(gegevens)
    with pytest.raises(ValueError, match=fout):
        from_json(Kop, json.dumps(gegevens))


def test_a_field_that_did_not_exist_yet_takes_its_default() -> None:
    gegevens = json.loads(to_json(WEGING.kop))
    del gegevens["oefening"]
    assert from_json(Kop, json.dumps(gegevens)).oefening is False


def test_an_extract_holds_nothing_of_the_other_case() -> None:
    for eigen, ander in ((EERSTE, TWEEDE), (TWEEDE, EERSTE)):
        stuk = to_json(extract(OVERLEG_TWEE, eigen))
        deel = {d.casusnummer: d for d in OVERLEG_TWEE.casussen}[ander]
        assert ander not in stuk
        assert deel.betrokkene not in stuk
        for tekst in (deel.doel, deel.overwegingen, *(b.tekst for b in deel.besluiten)):
            assert tekst not in stuk


def test_an_extract_lists_only_who_was_there_for_that_case() -> None:
    namen = [a.naam for a in extract(OVERLEG_TWEE, TWEEDE).aanwezigen]
    assert namen == ["T. de Graaf", "S. Aydın", "mr. P. van 't Hoff", "H. Claessen"]


def test_who_was_there_for_both_cases_takes_no_words_along() -> None:
    reacties = {a.naam: a.reactie_tekst for a in extract(OVERLEG_TWEE, TWEEDE).aanwezigen}
    assert reacties["mr. P. van 't Hoff"] == ""
    assert reacties["H. Claessen"] == "Toezicht loopt inderdaad af."


def test_somebody_whose_cases_are_unknown_is_left_out_of_every_extract() -> None:
    gast = replace(OVERLEG_TWEE.aanwezigen[0], naam="N. Onbekend", casusnummers=())
    verslag = replace(OVERLEG_TWEE, aanwezigen=(*OVERLEG_TWEE.aanwezigen, gast))
    assert "N. Onbekend" not in to_json(extract(verslag, EERSTE))
    alleen = replace(OVERLEG_EEN, aanwezigen=(*OVERLEG_EEN.aanwezigen, gast))
    assert "N. Onbekend" in to_json(extract(alleen, EERSTE))


def test_an_extract_drops_what_is_about_the_whole_meeting() -> None:
    kort = extract(OVERLEG_TWEE, TWEEDE)
    assert kort.vorig_verslag == ""
    assert kort.exemplaren_uitgedeeld is None
    assert kort.volgend_overleg is None, "a closed case does not come back"
    assert extract(OVERLEG_TWEE, EERSTE).volgend_overleg == date(2027, 1, 14)
    assert kort.kop.nummers == (TWEEDE,)
    assert kort.kop.overgenomen


def test_an_extract_of_a_case_that_was_not_discussed() -> None:
    with pytest.raises(KeyError):
        extract(OVERLEG_EEN, TWEEDE)


def test_the_actielijst_of_an_extract_holds_one_case() -> None:
    lijst = list_besluiten(extract(OVERLEG_TWEE, TWEEDE))
    assert [d.casusnummer for d in lijst.casussen] == [TWEEDE]
    assert EERSTE not in to_json(lijst)


def test_an_agenda_for_one_case() -> None:
    kort = extract_agenda(AGENDA, (TWEEDE,))
    assert isinstance(kort, Agenda)
    assert EERSTE not in to_json(kort)
    assert [g.naam for g in kort.genodigden][-1] == "H. Claessen"
    assert kort.vorig_verslag == ""
    assert extract_agenda(AGENDA, (EERSTE, TWEEDE)) == AGENDA


@pytest.mark.eis("G3")
@pytest.mark.parametrize(
    ("markering", "akkoord", "intern", "zichtbaar"),
    [
        (VRIJ, False, False, True),
        (NIET_VERSTREKKEN, False, False, False),
        (NIET_VERSTREKKEN, False, True, True),
        (CITEREN_NA_AKKOORD, False, False, False),
        (CITEREN_NA_AKKOORD, True, False, True),
        (CITEREN_NA_AKKOORD, False, True, True),
        (TER_KENNISNEMING, False, True, False),
        (NIET_VASTLEGGEN, False, True, False),
        ("een_merk_van_later", False, True, False),
    ],
)
def test_what_a_mark_allows(markering: str, akkoord: bool, intern: bool, zichtbaar: bool) -> None:
    item = Inbreng(gever="Politie", tekst="geheim", markering=markering, akkoord_bronhouder=akkoord)
    assert (select_inbreng([item], intern=intern, steunt=False) == (item,)) is zichtbaar
    gesteund = select_inbreng([item], intern=intern, steunt=True)
    assert len(gesteund) == 1, "a decision that rests on it says that there was something"
    assert (gesteund[0].tekst == "geheim") is zichtbaar


def test_input_for_some_parties_is_not_shown_when_others_read_along() -> None:
    item = Inbreng(gever="Politie", tekst="geheim", alleen_voor=("OM",))
    assert select_inbreng([item], intern=False, steunt=False, lezers=frozenset({"Politie", "OM"})) == (item,)
    assert select_inbreng([item], intern=False, steunt=False, lezers=frozenset({"Politie", "RvdK"})) == ()
    assert select_inbreng([item], intern=True, steunt=False, lezers=frozenset({"RvdK"})) == (item,)


@pytest.mark.eis("G3")
def test_a_decision_on_unrecorded_input_says_so_and_no_more() -> None:
    besluiten = (Besluit(nummer=1, tekst="Doen.", steunt_op_niet_vastgelegd=True),)
    deel = replace(OVERLEG_EEN.casussen[0], besluiten=besluiten)
    kort = extract(replace(OVERLEG_EEN, casussen=(deel,)), EERSTE)
    teksten = [i.tekst for i in kort.casussen[0].inbreng if i.gever == "Openbaar Ministerie"]
    assert "Heeft informatie ingebracht die niet is vastgelegd." in teksten


def test_no_gap_in_the_numbers_tells_that_something_was_left_out() -> None:
    stuk = printable_weegverslag(WEGING)
    assert [i.nummer for i in stuk.informatie] == list(range(1, 9))
    assert "overlast" not in to_json(stuk)
    assert "burenruzie" not in to_json(stuk), "a fact drawn from a hidden item is hidden too"
    teksten = {i.nummer: i.tekst for i in stuk.informatie}
    wapens = next(f for g in stuk.groepen for c in g.criteria if c.code == "K4" for f in c.tegen)
    assert "wapenverlof" in teksten[wapens.nummer]


def test_printable_is_stable() -> None:
    for verslag in (OVERLEG_EEN, OVERLEG_TWEE, extract(OVERLEG_TWEE, EERSTE)):
        assert isinstance(verslag, Verslag)
        assert printable(printable(verslag)) == printable(verslag)
    assert printable_weegverslag(printable_weegverslag(WEGING)) == printable_weegverslag(WEGING)

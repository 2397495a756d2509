# SPDX-License-Identifier: EUPL-1.2
"""The state machines, pair by pair, and the steps that follow from the facts."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.stappen import (
    CasusFeiten,
    CasusStaat,
    Ontbreekt,
    SignaalFeiten,
    SignaalStaat,
    Slotfeiten,
    Stand,
    Stap,
    aandacht_casus,
    label,
    mag,
    mogelijk,
    ontbreekt_voor_casus,
    ontbreekt_voor_signaal,
    overgang,
    stappen_casus,
    stappen_signaal,
    staten,
    volgende,
    waarschuw_sluiting,
)

VANDAAG = date(2026, 11, 21)
S, C = SignaalStaat, CasusStaat

# The whole table, written out a second time: state -> states that may follow.
SIGNAAL = {
    "ontvangen": "formele_controle afgesloten",
    "formele_controle": "spoed_gemeld geagendeerd afgesloten overgedragen",
    "spoed_gemeld": "geagendeerd overgedragen",
    "geagendeerd": "in_weging afgesloten overgedragen",
    "in_weging": "nadere_informatie opgenomen doorgeleid afgesloten overgedragen",
    "nadere_informatie": "in_weging afgesloten",
    "opgenomen": "",
    "doorgeleid": "gesloten",
    "afgesloten": "gesloten",
    "overgedragen": "gesloten",
    "gesloten": "vernietigd",
    "vernietigd": "",
}
CASUS = {
    "opgenomen": "voorbereiding",
    "voorbereiding": "casusoverleg_loopt afgesloten",
    "casusoverleg_loopt": "plan_vastgesteld afgesloten",
    "plan_vastgesteld": "in_uitvoering afgesloten",
    "in_uitvoering": "herbeoordeling casusoverleg_loopt afgesloten",
    "herbeoordeling": "casusoverleg_loopt in_uitvoering op_of_afgeschaald afgesloten",
    "op_of_afgeschaald": "in_uitvoering afgesloten",
    "afgesloten": "overgedragen gesloten",
    "overgedragen": "gesloten",
    "gesloten": "heropening_gevraagd vernietigd",
    "heropening_gevraagd": "voorbereiding gesloten",
    "vernietigd": "",
}
ALLE_PAREN = [
    (soort, van, naar)
    for soort, tabel in (("signaal", SIGNAAL), ("casus", CASUS))
    for van, naar in product(tabel, tabel)
]


@pytest.mark.eis("a.t")
@pytest.mark.parametrize(("soort", "van", "naar"), ALLE_PAREN)
def test_every_pair_of_states_is_allowed_or_refused_as_the_table_says(
    soort: str, van: str, naar: str
) -> None:
    tabel = SIGNAAL if soort == "signaal" else CASUS
    verwacht = naar in tabel[van].split()
    assert mag(soort, van, naar) is verwacht
    stap = overgang(soort, van, naar)
    assert (stap is not None) is verwacht
    if stap is not None:
        assert stap.wie
        assert stap.vastleggen


@pytest.mark.parametrize("soort", ["signaal", "casus"])
def test_every_state_has_a_label_and_a_place_in_the_table(soort: str) -> None:
    tabel = SIGNAAL if soort == "signaal" else CASUS
    assert set(staten(soort)) == set(tabel)
    assert len(staten(soort)) == 12
    labels = [label(soort, staat) for staat in staten(soort)]
    assert len(set(labels)) == 12
    assert label(soort, "gesloten") == "Gesloten – bewaartermijn loopt"
    for staat, volgers in tabel.items():
        assert set(mogelijk(soort, staat)) == set(volgers.split())


def test_labels_follow_the_word_list() -> None:
    assert label("signaal", "formele_controle") == "Formele controle"
    assert (
        label("signaal", "doorgeleid", doorgeleid_naar="jeugdhulp")
        == "Niet opgenomen – doorgeleid naar jeugdhulp"
    )
    assert label("signaal", "afgesloten", doorgeleid_naar="jeugdhulp") == "Afgesloten"


@pytest.mark.parametrize("fout", ["", "onzin", "Ontvangen", "plan_vastgesteld"])
def test_an_unknown_state_is_a_bug(fout: str) -> None:
    with pytest.raises(ValueError, match=fout or "not a valid"):
        mag("signaal", "ontvangen", fout)
    with pytest.raises(KeyError):
        mag("onzin", "ontvangen", "ontvangen")


@pytest.mark.eis("a.C11")
def test_only_the_weegploeg_leads_to_opgenomen_and_back_into_a_closed_casus() -> None:
    naar_opgenomen = [van for van in staten("signaal") if mag("signaal", van, "opgenomen")]
    assert naar_opgenomen == ["in_weging"]
    besluit = overgang("signaal", "in_weging", "opgenomen")
    assert besluit is not None
    assert besluit.wie == "weegploeg"
    uit_gesloten = [naar for naar in staten("casus") if mag("casus", "gesloten", naar)]
    assert uit_gesloten == ["heropening_gevraagd", "vernietigd"]


# --- the steps of a signal


def stand(stappen: tuple[Stap, ...]) -> dict[str, str]:
    return {stap.code: str(stap.stand) for stap in stappen}


def nu(stappen: tuple[Stap, ...]) -> Stap:
    stap = volgende(stappen)
    assert stap is not None
    return stap


GECONTROLEERD = SignaalFeiten(S.FORMELE_CONTROLE, over_persoon="ja", gemeente_verblijf="ja", bron_bekend="ja")


def test_a_fresh_signal_asks_for_the_formal_check() -> None:
    stappen = stappen_signaal(SignaalFeiten(S.ONTVANGEN), VANDAAG)
    assert stand(stappen) == {
        "ontvangen": "klaar",
        "formele_controle": "huidig",
        "geagendeerd": "later",
        "in_weging": "later",
        "besluit": "later",
    }
    assert [punt.veld for punt in nu(stappen).ontbreekt] == [
        "over_persoon",
        "gemeente_verblijf",
        "bron_bekend",
    ]
    assert nu(stappen).uitleg == nu(stappen).meldingen[0]


def test_acute_danger_comes_first_and_blocks_the_agenda() -> None:
    stappen = stappen_signaal(SignaalFeiten(S.ONTVANGEN, acuut=True), VANDAAG)
    assert nu(stappen).code == "spoed_gemeld"
    acuut = replace(GECONTROLEERD, acuut=True, geagendeerd_voor=VANDAAG)
    assert "acuut gevaar" in ontbreekt_voor_signaal(acuut, "geagendeerd", VANDAAG)[0].zin
    assert ontbreekt_voor_signaal(acuut, "spoed_gemeld", VANDAAG)
    gemeld = replace(acuut, spoed_gemeld=True)
    assert ontbreekt_voor_signaal(gemeld, "geagendeerd", VANDAAG) == ()
    assert stand(stappen_signaal(gemeld, VANDAAG))["spoed_gemeld"] == "klaar"


@pytest.mark.eis("a.S4")
def test_scheduling_asks_for_a_date_and_all_three_core_parties() -> None:
    feiten = replace(GECONTROLEERD, niet_uitgenodigd=("het OM", "de politie"))
    stap = nu(stappen_signaal(feiten, VANDAAG))
    assert (stap.code, stap.stand) == ("geagendeerd", Stand.HUIDIG)
    assert stap.meldingen == (
        "Kies de datum van de weegploeg.",
        "Nodig ook uit: het OM en de politie. De drie kernpartijen wegen samen.",
    )
    assert ontbreekt_voor_signaal(feiten, "geagendeerd", VANDAAG) == stap.ontbreekt


def test_no_person_no_weegploeg() -> None:
    stap = nu(stappen_signaal(replace(GECONTROLEERD, over_persoon="nee"), VANDAAG))
    assert (stap.code, stap.stand) == ("geagendeerd", Stand.GEBLOKKEERD)
    assert stap.ontbreekt[0].veld == "sluitreden"


def test_the_weging_tells_what_it_misses_in_its_own_words() -> None:
    punten = (Ontbreekt("Leg vast of de politie meeweegt.", "weging", "tafel"),)
    geagendeerd = replace(GECONTROLEERD, staat=S.GEAGENDEERD, geagendeerd_voor=VANDAAG)
    assert nu(stappen_signaal(geagendeerd, VANDAAG)).uitleg == "Begin de weging met gemeente, OM en politie."
    weging = replace(geagendeerd, staat=S.IN_WEGING, weging_begonnen=True, weging_ontbreekt=punten)
    assert nu(stappen_signaal(weging, VANDAAG)).ontbreekt == punten
    assert ontbreekt_voor_signaal(weging, "opgenomen", VANDAAG) == punten
    voorlopig = replace(weging, voorlopig_besluit=True)
    assert "voorlopig" in nu(stappen_signaal(voorlopig, VANDAAG)).uitleg


@pytest.mark.parametrize(
    ("voor", "woorden"),
    [
        (None, "Wacht op antwoord van de school en leg"),
        (date(2026, 12, 1), "uiterlijk 1-12-2026"),
        (date(2026, 11, 20), "had er op 20-11-2026 moeten zijn"),
    ],
)
def test_a_question_waits_for_its_answer(voor: date | None, woorden: str) -> None:
    feiten = replace(
        GECONTROLEERD,
        staat=S.NADERE_INFORMATIE,
        geagendeerd_voor=VANDAAG,
        vraag_aan="de school",
        vraag_voor=voor,
    )
    stap = nu(stappen_signaal(feiten, VANDAAG))
    assert stap.code == "nadere_informatie"
    assert woorden in stap.uitleg


def test_the_weegploeg_that_asked_a_question_did_meet() -> None:
    feiten = replace(GECONTROLEERD, staat=S.NADERE_INFORMATIE, geagendeerd_voor=VANDAAG, weging_begonnen=True)
    stappen = stappen_signaal(feiten, VANDAAG)
    assert [(s.titel, s.stand.value) for s in stappen[-4:]] == [
        ("Weegploeg", "klaar"),
        ("Nadere informatie nodig", "huidig"),
        ("Weegploeg, opnieuw", "later"),
        ("Besluit van de weegploeg", "later"),
    ]
    terug = stappen_signaal(replace(feiten, staat=S.IN_WEGING), VANDAAG)
    assert [(s.titel, s.stand.value) for s in terug[-2:]] == [
        ("Weegploeg", "huidig"),
        ("Besluit van de weegploeg", "later"),
    ]


def test_after_the_decision_the_casus_and_the_reporter_remain() -> None:
    opgenomen = replace(GECONTROLEERD, staat=S.OPGENOMEN, geagendeerd_voor=VANDAAG, melder_bereikbaar=True)
    assert nu(stappen_signaal(opgenomen, VANDAAG)).code == "casus"
    met_casus = replace(opgenomen, heeft_casus=True)
    assert nu(stappen_signaal(met_casus, VANDAAG)).code == "melder"
    assert volgende(stappen_signaal(replace(met_casus, melder_bericht=True), VANDAAG)) is None


def test_a_signal_closed_early_shows_no_steps_it_never_took() -> None:
    stappen = stappen_signaal(SignaalFeiten(S.AFGESLOTEN), VANDAAG)
    assert list(stand(stappen)) == ["ontvangen", "afgesloten", "gesloten", "vernietigd"]
    doorgeleid = stappen_signaal(SignaalFeiten(S.DOORGELEID, doorgeleid_naar="jeugdhulp"), VANDAAG)
    assert "Niet opgenomen – doorgeleid naar jeugdhulp" in [stap.titel for stap in doorgeleid]


@pytest.mark.eis("G8", "c19")
def test_nothing_closes_or_is_destroyed_on_a_term_that_nobody_has_vastgesteld() -> None:
    afgesloten = SignaalFeiten(S.AFGESLOTEN)
    stap = nu(stappen_signaal(afgesloten, VANDAAG))
    assert (stap.code, stap.stand) == ("gesloten", Stand.GEBLOKKEERD)
    assert "niet vastgesteld" in stap.uitleg
    assert ontbreekt_voor_signaal(afgesloten, "gesloten", VANDAAG)[0].scherm == "inrichting"
    vast = Slotfeiten(bewaartermijn_vastgesteld=True)
    assert ontbreekt_voor_signaal(replace(afgesloten, slot=vast), "gesloten", VANDAAG) == ()


@pytest.mark.parametrize(
    ("slot", "woorden"),
    [
        (Slotfeiten(True, None, False, True), "nog zonder einddatum"),
        (Slotfeiten(True, date(2026, 11, 22), False, True), "tot 22-11-2026"),
        (Slotfeiten(True, VANDAAG, True, True), "opgeschort"),
        (Slotfeiten(True, VANDAAG, False, False), "machtiging"),
        (Slotfeiten(True, VANDAAG, False, True), ""),
    ],
)
def test_destroying_needs_term_date_and_authority(slot: Slotfeiten, woorden: str) -> None:
    for punten in (
        ontbreekt_voor_signaal(SignaalFeiten(S.GESLOTEN, slot=slot), "vernietigd", VANDAAG),
        ontbreekt_voor_casus(CasusFeiten(C.GESLOTEN, slot=slot), "vernietigd", VANDAAG),
    ):
        assert bool(punten) == bool(woorden)
        assert not woorden or woorden in punten[0].zin


# --- the steps of a casus

VOORBEREID = CasusFeiten(C.VOORBEREIDING, deelnemers=4, informeerbesluit=True)
LOOPT = replace(
    VOORBEREID,
    staat=C.IN_UITVOERING,
    overleggen_gehouden=1,
    doelen=3,
    interventies=2,
    beschermende_factoren=1,
    plan_vastgesteld=True,
    interventies_begonnen=1,
    herbeoordeling_op=date(2027, 1, 14),
)


@pytest.mark.eis("c10")
def test_a_new_casus_asks_for_participants_and_the_informing_decision() -> None:
    stap = nu(stappen_casus(CasusFeiten(C.OPGENOMEN), VANDAAG))
    assert (stap.code, stap.stand) == ("voorbereiding", Stand.HUIDIG)
    assert [punt.veld for punt in stap.ontbreekt] == ["deelnemers", "informeren"]
    assert ontbreekt_voor_casus(CasusFeiten(C.VOORBEREIDING), "casusoverleg_loopt", VANDAAG) == stap.ontbreekt
    zonder = replace(VOORBEREID, deelnemers_zonder_grondslag=1)
    assert "zonder grondslag: 1" in nu(stappen_casus(zonder, VANDAAG)).uitleg


def test_the_casus_walks_from_meeting_to_plan_to_review() -> None:
    assert nu(stappen_casus(VOORBEREID, VANDAAG)).uitleg == "Plan het eerste casusoverleg."
    gepland = replace(VOORBEREID, overleg_gepland=VANDAAG)
    assert nu(stappen_casus(gepland, VANDAAG)).uitleg == "Houd het casusoverleg en werk het uit."
    in_overleg = replace(gepland, staat=C.CASUSOVERLEG_LOOPT, overleggen_gehouden=1, verslagen_open=1)
    assert nu(stappen_casus(in_overleg, VANDAAG)).uitleg == "Stel het verslag van het casusoverleg vast."
    stap = nu(stappen_casus(replace(in_overleg, verslagen_open=0), VANDAAG))
    assert stap.code == "plan_vastgesteld"
    assert [punt.veld for punt in stap.ontbreekt] == ["doelen", "interventies", "herbeoordeling_op"]
    met_plan = replace(LOOPT, staat=C.PLAN_VASTGESTELD, interventies_begonnen=0)
    assert nu(stappen_casus(met_plan, VANDAAG)).code == "in_uitvoering"
    stap = nu(stappen_casus(LOOPT, VANDAAG))
    assert (stap.code, stap.uitleg) == (
        "herbeoordeling",
        "Herbeoordeel op 14-1-2027 of de aanpak nog nodig is.",
    )


def test_a_plan_without_owner_or_ground_is_not_vastgesteld() -> None:
    feiten = replace(LOOPT, staat=C.CASUSOVERLEG_LOOPT, plan_vastgesteld=False)
    assert ontbreekt_voor_casus(feiten, "plan_vastgesteld", VANDAAG) == ()
    (punt,) = ontbreekt_voor_casus(replace(feiten, interventies_onvolledig=2), "plan_vastgesteld", VANDAAG)
    assert punt.veld == "interventies"


@pytest.mark.eis("a.r1")
def test_a_due_review_is_not_skipped_without_a_reason() -> None:
    te_laat = replace(LOOPT, herbeoordeling_op=date(2026, 11, 20))
    (punt,) = ontbreekt_voor_casus(te_laat, "casusoverleg_loopt", VANDAAG)
    assert "voorbij" in punt.zin
    assert (
        ontbreekt_voor_casus(
            replace(te_laat, herbeoordeling_uitstelreden=True), "casusoverleg_loopt", VANDAAG
        )
        == ()
    )
    assert ontbreekt_voor_casus(LOOPT, "casusoverleg_loopt", VANDAAG) == ()
    assert "had op 20-11-2026" in nu(stappen_casus(te_laat, VANDAAG)).uitleg
    bezig = replace(te_laat, staat=C.HERBEOORDELING)
    assert ontbreekt_voor_casus(bezig, "in_uitvoering", VANDAAG)
    assert ontbreekt_voor_casus(replace(bezig, herbeoordeling_gedaan=True), "in_uitvoering", VANDAAG) == ()


@pytest.mark.eis("c18")
def test_closing_needs_reason_result_and_informing_and_only_warns_for_open_work() -> None:
    feiten = replace(LOOPT, informeerbesluit=False, open_acties=2, exemplaren_uit=1)
    velden = [punt.veld for punt in ontbreekt_voor_casus(feiten, "afgesloten", VANDAAG)]
    assert velden == ["sluitreden", "resultaat", "informeren"]
    gereed = replace(feiten, sluitreden=True, resultaat=True, informeerbesluit=True)
    assert ontbreekt_voor_casus(gereed, "afgesloten", VANDAAG) == ()
    assert [punt.veld for punt in waarschuw_sluiting(gereed)] == ["acties", "exemplaren"]
    dicht = replace(gereed, staat=C.AFGESLOTEN)
    assert aandacht_casus(dicht, VANDAAG) == waarschuw_sluiting(dicht)


def test_other_steps_of_a_casus_ask_for_their_own_reason() -> None:
    herbeoordeling = replace(LOOPT, staat=C.HERBEOORDELING)
    assert ontbreekt_voor_casus(herbeoordeling, "op_of_afgeschaald", VANDAAG)
    herzien = replace(herbeoordeling, herbeoordeling_gedaan=True)
    assert ontbreekt_voor_casus(herzien, "op_of_afgeschaald", VANDAAG)
    assert not ontbreekt_voor_casus(replace(herzien, schaalreden=True), "op_of_afgeschaald", VANDAAG)
    assert ontbreekt_voor_casus(LOOPT, "herbeoordeling", VANDAAG)[0].veld == "herbeoordeling"
    assert not ontbreekt_voor_casus(replace(LOOPT, herbeoordeling_open=True), "herbeoordeling", VANDAAG)
    dicht = replace(LOOPT, staat=C.AFGESLOTEN)
    assert ontbreekt_voor_casus(dicht, "overgedragen", VANDAAG)
    assert not ontbreekt_voor_casus(replace(dicht, overdracht_bevestigd=True), "overgedragen", VANDAAG)
    gesloten = replace(LOOPT, staat=C.GESLOTEN)
    assert ontbreekt_voor_casus(gesloten, "heropening_gevraagd", VANDAAG)
    assert not ontbreekt_voor_casus(replace(gesloten, nieuw_signaal=True), "heropening_gevraagd", VANDAAG)
    heropening = replace(LOOPT, staat=C.HEROPENING_GEVRAAGD)
    assert nu(stappen_casus(heropening, VANDAAG)).stand == Stand.GEBLOKKEERD
    assert ontbreekt_voor_casus(heropening, "voorbereiding", VANDAAG)[0].scherm == "weging"
    assert not ontbreekt_voor_casus(replace(heropening, heropening_besloten=True), "voorbereiding", VANDAAG)


@pytest.mark.eis("a.r2", "c17")
def test_attention_blocks_nothing_but_is_said() -> None:
    feiten = replace(
        VOORBEREID,
        plan_uiterlijk=date(2026, 11, 1),
        informeren_opnieuw_op=date(2026, 10, 30),
        herbeoordeling_op=date(2026, 11, 20),
    )
    schermen = [(punt.scherm, punt.veld) for punt in aandacht_casus(feiten, VANDAAG)]
    assert schermen == [("plan", ""), ("casus", "herbeoordeling"), ("casus", "informeren")]
    assert aandacht_casus(LOOPT, VANDAAG) == ()
    assert aandacht_casus(replace(LOOPT, beschermende_factoren=0), VANDAAG)
    (punt,) = aandacht_casus(replace(LOOPT, deelnemers=1, kern_mist=("Politie West", "OM")), VANDAAG)
    assert punt.zin.endswith("Nog geen deelnemer van: Politie West, OM.")
    assert punt.veld == "deelnemers"


# --- what always holds

DATA = st.none() | st.dates(date(2026, 10, 1), date(2027, 2, 1))
SLOT = st.builds(Slotfeiten, st.booleans(), DATA, st.booleans(), st.booleans())
SIGNAALFEITEN = st.builds(
    SignaalFeiten,
    staat=st.sampled_from(S),
    acuut=st.booleans(),
    spoed_gemeld=st.booleans(),
    over_persoon=st.sampled_from(["", "ja", "nee", "onbekend"]),
    geagendeerd_voor=DATA,
    weging_begonnen=st.booleans(),
    vraag_voor=DATA,
    heeft_casus=st.booleans(),
    melder_bereikbaar=st.booleans(),
    melder_bericht=st.booleans(),
    slot=SLOT,
)
CASUSFEITEN = st.builds(
    CasusFeiten,
    staat=st.sampled_from(C),
    deelnemers=st.integers(0, 2),
    informeerbesluit=st.booleans(),
    overleggen_gehouden=st.integers(0, 2),
    verslagen_open=st.integers(0, 2),
    plan_vastgesteld=st.booleans(),
    interventies_begonnen=st.integers(0, 2),
    herbeoordeling_op=DATA,
    herbeoordeling_gedaan=st.booleans(),
    slot=SLOT,
)


def check_row(stappen: tuple[Stap, ...]) -> None:
    codes = [stap.code for stap in stappen]
    assert len(set(codes)) == len(codes)
    open_ = [stap for stap in stappen if stap.stand in (Stand.HUIDIG, Stand.GEBLOKKEERD)]
    assert len(open_) <= 1
    assert not any(stap.stand is Stand.LATER for stap in stappen) or open_
    for stap in stappen:
        assert stap.titel
        assert stap.scherm
        assert stap.stand is not Stand.GEBLOKKEERD or stap.ontbreekt
        assert stap.stand in (Stand.HUIDIG, Stand.GEBLOKKEERD) or not stap.ontbreekt
        assert all(punt.zin.endswith(".") and punt.scherm for punt in stap.ontbreekt)


@given(SIGNAALFEITEN)
def test_a_signal_always_has_at_most_one_open_step_and_says_why(feiten: SignaalFeiten) -> None:
    check_row(stappen_signaal(feiten, VANDAAG))
    for naar in S:
        punten = ontbreekt_voor_signaal(feiten, naar, VANDAAG)
        assert punten or mag("signaal", feiten.staat, naar)


@given(CASUSFEITEN)
def test_a_casus_always_has_at_most_one_open_step_and_says_why(feiten: CasusFeiten) -> None:
    check_row(stappen_casus(feiten, VANDAAG))
    for naar in C:
        punten = ontbreekt_voor_casus(feiten, naar, VANDAAG)
        assert punten or mag("casus", feiten.staat, naar)
    assert all(punt.zin.endswith(".") for punt in aandacht_casus(feiten, VANDAAG))

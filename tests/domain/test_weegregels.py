# SPDX-License-Identifier: EUPL-1.2
"""What blocks a decision of the weegploeg: the frozen rules as tables."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.weegregels import (
    Omstandigheden,
    Signaalbron,
    bron_weegt_mee,
    gevolgen,
    kaarten,
    ontbreekt,
)
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafelpartij, Weging
from tests.weegploeg import besluit, informeerbesluit, kader, tafel

G, OM, POL = 1, 2, 3
ROND = Omstandigheden(((G, "Gemeente"), (OM, "OM"), (POL, "Politie")), informatie=4)


def partij(id_: int, **anders: object) -> Tafelpartij:
    velden: dict[str, object] = {
        "partij_id": id_, "aanwezig": "ja", "naam": "N. N.", "functie": "", "mandaat": "bevoegd",
        "standpunt": "akkoord",
    }  # fmt: skip
    return Tafelpartij(**(velden | anders))  # type: ignore[arg-type]


def weging(**anders: object) -> Weging:
    """A weging in which nothing is missing."""
    oordelen = tuple(
        Oordeel(c.code, "spreekt_voor", "Reden.", "", "") for lijst in kaarten(kader()) for c in lijst
    )
    velden: dict[str, object] = {
        "id": 9, "dossier_id": 8, "kader_id": 7, "status": "concept", "overgenomen": False, "tafel": tafel(),
        "partijen": (partij(G), partij(OM), partij(POL)), "oordelen": oordelen,
        "afweging": Afweging("s", "s", "p", "ja", ""), "informeren": informeerbesluit(),
        "besluit": besluit(), "signaal_ids": (5,), "vastgesteld_op": None,
    }  # fmt: skip
    return Weging(**(velden | anders))  # type: ignore[arg-type]


def velden(w: Weging, rond: Omstandigheden = ROND) -> list[str]:
    return [o.veld for o in ontbreekt(w, rond, kader())]


def test_a_complete_weging_misses_nothing():
    assert ontbreekt(weging(), ROND, kader()) == ()


def test_the_closing_texts_and_the_derived_tests_get_no_card():
    codes = {c.code for lijst in kaarten(kader()) for c in lijst}
    assert not codes & {"k7", "k13", "k14", "k15", "k16", "k18"}
    assert len(codes) == 12


@pytest.mark.eis("c02", "i5")
@pytest.mark.parametrize("code", [c.code for lijst in kaarten(kader()) for c in lijst])
def test_every_card_needs_an_answer_with_a_reason(code: str):
    w = weging()
    zonder = tuple(o for o in w.oordelen if o.criterium != code)
    leeg = tuple(replace(o, reden="") if o.criterium == code else o for o in w.oordelen)
    assert velden(replace(w, oordelen=zonder)) == [f"criterium.{code}"]
    assert velden(replace(w, oordelen=leeg)) == [f"criterium.{code}"]


@pytest.mark.eis("a.S5")
@pytest.mark.parametrize("veld", ["samenhang", "subsidiariteit", "proportionaliteit"])
def test_k7_k13_and_k14_are_the_closing_texts(veld: str):
    w = weging()
    assert velden(replace(w, afweging=replace(w.afweging, **{veld: ""}))) == [f"afweging.{veld}"]


@pytest.mark.eis("c02", "i5", "G8")
@pytest.mark.parametrize(
    ("aanwezig", "besluit_", "soort", "acuut", "mist"),
    [
        ("schriftelijk", "opnemen", "gewoon", False, []),
        ("nee", "opnemen", "gewoon", False, ["tafel.onvolledig_reden", "besluit.besluit"]),
        ("nee", "niet_opnemen", "gewoon", False, ["tafel.onvolledig_reden", "besluit.besluit"]),
        ("nee", "doorgeleid", "gewoon", False, ["tafel.onvolledig_reden", "besluit.besluit"]),
        ("nee", "nadere_informatie", "gewoon", False, ["tafel.onvolledig_reden"]),
        ("nee", "overdragen", "gewoon", False, ["tafel.onvolledig_reden"]),
        ("nee", "opnemen", "voorlopig", True, ["tafel.onvolledig_reden"]),
        ("nee", "opnemen", "voorlopig", False, ["tafel.onvolledig_reden", "tafel.soort"]),
        ("", "opnemen", "voorlopig", True, ["tafel.", "tafel.onvolledig_reden"]),
    ],
)
def test_only_all_three_decide_on_substance(
    aanwezig: str, besluit_: str, soort: str, acuut: bool, mist: list[str]
):
    w = weging(
        partijen=(partij(G), partij(OM, aanwezig=aanwezig), partij(POL)),
        tafel=tafel(soort=soort, soort_reden="Er is haast."),
        besluit=besluit(besluit=besluit_),
    )
    assert velden(w, replace(ROND, acuut=acuut)) == mist


@pytest.mark.eis("c02")
def test_absence_with_reason_and_date_lets_an_interim_decision_through():
    w = weging(
        partijen=(partij(G), partij(OM, aanwezig="nee"), partij(POL)),
        tafel=tafel(
            soort="voorlopig",
            soort_reden="Acuut.",
            onvolledig_reden="acuut_gevaar",
            onvolledig_opvolgdatum=date(2026, 10, 9),
        ),
    )
    assert velden(w, replace(ROND, acuut=True)) == []
    assert "blijft in weging" in " ".join(gevolgen(w))


def test_a_short_weighing_is_unanimous_and_never_takes_up():
    kort = tafel(soort="kort", soort_reden="Iedereen ziet hetzelfde.")
    niet = besluit(besluit="niet_opnemen")
    assert velden(weging(tafel=kort, besluit=niet, oordelen=())) == []
    assert velden(weging(tafel=kort, besluit=besluit())) == ["tafel.soort"]
    oneens = (partij(G), partij(OM, standpunt="kanttekening"), partij(POL))
    assert velden(weging(tafel=kort, besluit=niet, oordelen=(), partijen=oneens)) == ["tafel.soort"]


def test_a_question_first_needs_no_judgement_yet():
    w = weging(
        besluit=besluit(besluit="nadere_informatie"),
        oordelen=(),
        afweging=Afweging("", "", "", "", ""),
        informeren=Informeerbesluit("", "", "", "", None),
    )
    assert velden(w) == []


@pytest.mark.parametrize(
    ("anders", "rond", "mist"),
    [
        ({"signaal_ids": ()}, {}, ["tafel."]),
        ({}, {"informatie": 0}, ["informatie."]),
        ({"informeren": Informeerbesluit("", "", "", "", None)}, {}, ["informeren.informeren"]),
        ({"besluit": besluit(besluit="")}, {}, ["besluit.besluit"]),
        ({"besluit": besluit(besluit_reden="")}, {}, ["besluit.besluit_reden"]),
        ({"afweging": Afweging("s", "s", "p", "", "")}, {}, ["afweging.bevoegd"]),
        ({"afweging": Afweging("s", "s", "p", "nee", "")}, {}, ["afweging.bevoegd"]),
        ({"partijen": (partij(G), partij(OM), partij(POL, mandaat=""))}, {}, ["tafel."]),
        ({"partijen": (partij(G), partij(OM), partij(POL, standpunt=""))}, {}, ["besluit.standpunt"]),
        (
            {
                "partijen": (partij(G), partij(OM), partij(POL, standpunt="weigert")),
                "besluit": besluit(minderheidsstandpunt=""),
            },
            {},
            ["besluit.minderheidsstandpunt"],
        ),
        (
            {"tafel": tafel(bron_weegt_mee_toelichting="")},
            {"bron_weegt_mee": ("Politie",)},
            ["tafel.bron_weegt_mee_toelichting"],
        ),
    ],
)
def test_each_missing_thing_points_at_its_field(
    anders: dict[str, object], rond: dict[str, object], mist: list[str]
):
    assert velden(weging(**anders), replace(ROND, **rond)) == mist  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bron", "naam", "aanwezig", "verwacht"),
    [
        (Signaalbron(POL, ""), "K. Brouwer", "ja", {POL}),
        (Signaalbron(POL, ""), "K. Brouwer", "schriftelijk", {POL}),
        (Signaalbron(POL, ""), "K. Brouwer", "nee", set()),
        (Signaalbron(None, "K Brouwer"), "k. brouwer", "ja", {POL}),
        (Signaalbron(None, "S. Aydin"), "S. Aydın", "ja", {POL}),
        (Signaalbron(None, ""), "", "ja", set()),
        (Signaalbron(OM, "A. Ander"), "K. Brouwer", "ja", set()),
    ],
)
def test_the_source_of_a_signal_that_also_weighs_is_seen(
    bron: Signaalbron, naam: str, aanwezig: str, verwacht: set[int]
):
    assert bron_weegt_mee([bron], [partij(POL, naam=naam, aanwezig=aanwezig)]) == verwacht


def test_the_effect_is_said_before():
    assert gevolgen(weging())[1] == "Daarna staat het signaal op ‘Opgenomen’ en begint er een casus."

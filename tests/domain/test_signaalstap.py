# SPDX-License-Identifier: EUPL-1.2
"""The small forms on the page of a signal, and moments as people type them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

import pytest

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import parse_kader
from gemeente_pga.domain.moment import as_moment, moment_kort, moment_lang, parse_tijd
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
    beoordeel_agendering,
    beoordeel_controle,
    beoordeel_melderbericht,
    beoordeel_overdracht,
    beoordeel_sluiting,
    beoordeel_spoed,
    formele_sluitredenen,
)
from gemeente_pga.paths import resource

KADER = parse_kader(resource("kader/wet-pga-2025.toml").read_text(encoding="utf-8"), "wet-pga-2025.toml")
NU = datetime(2026, 9, 9, 9, 30, tzinfo=timezone(timedelta(hours=2)))
VANDAAG = NU.date()
ONTVANGEN = "2026-09-08T16:42:00+02:00"
KERN = {1: "gemeente", 2: "Openbaar Ministerie", 3: "politie"}
SPOED: dict[str, object] = {
    "partij": "politie_112",
    "persoon": "meldkamer",
    "gebeld_op": VANDAAG,
    "gebeld_tijd": "09:25",
    "verteld": "Man staat met een bijl voor de school.",
    "grondslag": "avg_6_1_e",
}
CONTROLE: dict[str, object] = {
    "over_persoon": "ja",
    "gemeente_verblijf": "ja",
    "bron_bekend": "ja",
    "controle_toelichting": "",
}


def velden(uitkomst: object) -> list[str]:
    assert isinstance(uitkomst, list)
    assert all(isinstance(g, Gebrek) and g.melding.endswith(".") for g in uitkomst)
    return [g.veld for g in uitkomst]


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("16.50", time(16, 50)),
        ("16:50", time(16, 50)),
        ("16u50", time(16, 50)),
        ("1650", time(16, 50)),
        ("9 uur", time(9)),
        ("09.15 uur", time(9, 15)),
        ("24.00", None),
        ("16.60", None),
        ("kwart", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_type_it(tekst: str, tijd: time | None):
    assert parse_tijd(tekst) == tijd


def test_a_moment_is_shown_as_it_was_typed():
    moment = as_moment(date(2026, 9, 8), time(16, 42))
    assert moment_kort(moment) == "8-9-2026, 16.42 uur"
    assert moment_lang(moment) == "8 september 2026, 16.42 uur"
    assert moment_kort("2026-09-08") == "8-9-2026"


def test_spoed_is_complete_or_says_what_is_missing():
    assert isinstance(beoordeel_spoed(SPOED, KADER, NU), Spoed)
    leeg = beoordeel_spoed({}, KADER, NU)
    assert set(velden(leeg)) == {"partij", "gebeld_op", "gebeld_tijd", "verteld", "grondslag"}


def test_spoed_was_not_told_in_the_future():
    assert velden(beoordeel_spoed({**SPOED, "gebeld_tijd": "09:45"}, KADER, NU)) == ["gebeld_tijd"]


def test_formele_controle_has_no_answer_of_its_own():
    assert velden(beoordeel_controle({}, KADER, VANDAAG)) == [
        "over_persoon",
        "gemeente_verblijf",
        "bron_bekend",
    ]


@pytest.mark.parametrize("veld", ["over_persoon", "gemeente_verblijf", "bron_bekend"])
@pytest.mark.parametrize("antwoord", ["nee", "onbekend"])
def test_no_and_unknown_ask_for_a_word(veld: str, antwoord: str):
    assert velden(beoordeel_controle({**CONTROLE, veld: antwoord}, KADER, VANDAAG)) == [
        "controle_toelichting"
    ]
    uitleg = {**CONTROLE, veld: antwoord, "controle_toelichting": "De beller noemde geen adres."}
    assert isinstance(beoordeel_controle(uitleg, KADER, VANDAAG), FormeleControle)


def test_all_core_parties_are_invited():
    invoer = {"geagendeerd_voor": date(2026, 10, 2), "uitgenodigd": (1, 2, 3)}
    assert beoordeel_agendering(invoer, VANDAAG, ontvangen_op=ONTVANGEN, kernpartijen=KERN) == Agendering(
        date(2026, 10, 2), (1, 2, 3)
    )
    zonder = beoordeel_agendering(
        {**invoer, "uitgenodigd": (1, 3)}, VANDAAG, ontvangen_op=ONTVANGEN, kernpartijen=KERN
    )
    assert isinstance(zonder, list)
    assert "Openbaar Ministerie" in zonder[0].melding
    geweest = {**invoer, "geagendeerd_voor": date(2026, 9, 8)}
    uitkomst = beoordeel_agendering(geweest, date(2026, 11, 1), ontvangen_op=ONTVANGEN, kernpartijen=KERN)
    assert isinstance(uitkomst, Agendering)


@pytest.mark.parametrize("dag", [None, date(2026, 9, 7), "morgen"])
def test_the_weegploeg_does_not_meet_before_the_signaal_came(dag: object):
    invoer = {"geagendeerd_voor": dag, "uitgenodigd": (1, 2, 3)}
    assert velden(beoordeel_agendering(invoer, VANDAAG, ontvangen_op=ONTVANGEN, kernpartijen=KERN)) == [
        "geagendeerd_voor"
    ]


def test_closing_is_for_a_formal_reason_only():
    goed = {"sluitreden": "andere_gemeente", "sluit_toelichting": "Hij woont in Oeverdam."}
    assert isinstance(beoordeel_sluiting(goed, KADER, VANDAAG), Sluiting)
    assert velden(beoordeel_sluiting({**goed, "sluitreden": "onvoldoende"}, KADER, VANDAAG)) == ["sluitreden"]
    assert velden(beoordeel_sluiting({**goed, "sluit_toelichting": " "}, KADER, VANDAAG)) == [
        "sluit_toelichting"
    ]


def test_the_weegploeg_alone_closes_on_the_contents():
    assert {"onvoldoende", "niet_opgenomen", "buiten_reikwijdte"}.isdisjoint(
        dict(formele_sluitredenen(KADER))
    )


def test_handing_over_names_receiver_contents_ground_and_day():
    goed = {
        "overgedragen_aan": "Gemeente Oeverdam",
        "overgedragen_wat": "Het signaal van 8 september, zonder naam van de melder.",
        "overgedragen_grondslag": "avg_6_1_e",
        "overgedragen_op": VANDAAG,
    }
    assert isinstance(beoordeel_overdracht(goed, KADER, VANDAAG), Overdracht)
    assert velden(beoordeel_overdracht({}, KADER, VANDAAG)) == list(goed)


def test_the_reporter_is_not_told_before_the_signaal_came():
    goed = {
        "soort": "ontvangen",
        "op": VANDAAG,
        "wijze": "e_mail",
        "tekst": "Wij hebben uw bericht ontvangen.",
    }
    bericht = beoordeel_melderbericht(goed, KADER, VANDAAG, ontvangen_op=ONTVANGEN)
    assert isinstance(bericht, Melderbericht)
    te_vroeg = {**goed, "op": date(2026, 9, 7)}
    assert velden(beoordeel_melderbericht(te_vroeg, KADER, VANDAAG, ontvangen_op=ONTVANGEN)) == ["op"]


TEKSTEN: list[tuple[Callable[[str], object], str]] = [
    (lambda t: beoordeel_spoed({**SPOED, "verteld": t}, KADER, NU), "verteld"),
    (
        lambda t: beoordeel_controle({**CONTROLE, "controle_toelichting": t}, KADER, VANDAAG),
        "controle_toelichting",
    ),
    (
        lambda t: beoordeel_sluiting(
            {"sluitreden": "dubbel_vastgelegd", "sluit_toelichting": t}, KADER, VANDAAG
        ),
        "sluit_toelichting",
    ),
]


@pytest.mark.parametrize(("beoordeel", "veld"), TEKSTEN)
@pytest.mark.parametrize("tekst", ["a\x00b", "x" * 20_001])
def test_bad_text_is_refused_at_its_field(beoordeel: Callable[[str], object], veld: str, tekst: str):
    assert velden(beoordeel(tekst)) == [veld]


@pytest.mark.parametrize(("beoordeel", "veld"), TEKSTEN)
@pytest.mark.parametrize("tekst", ["<b", "</para> & co", "🙂", "مرحبا", "x" * 300])
def test_strange_text_is_kept(beoordeel: Callable[[str], object], veld: str, tekst: str):
    assert getattr(beoordeel(tekst), veld) == tekst

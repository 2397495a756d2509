# SPDX-License-Identifier: EUPL-1.2
"""The points on Bureau: their order, their words, and that none of them names a betrokkene."""

from datetime import date, timedelta

import pytest

from gemeente_pga.domain import bureau
from gemeente_pga.domain.backup import Backupstand
from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.staten import SignaalStaat

VANDAAG = date(2026, 10, 5)
ONTVANGEN = "2026-10-02T16:50:00+02:00"


def punt(wat: str, **anders: object) -> Aandacht:
    return Aandacht(Onderwerp.SIGNAAL, wat, "", "signaal", **anders)  # type: ignore[arg-type] # test data


def test_at_once_first_then_by_day_and_what_waits_stands_at_today():
    punten = [
        punt("wacht kort", sinds=date(2026, 10, 1)),
        punt("volgende week", voor=date(2026, 10, 12)),
        punt("wacht lang", sinds=date(2026, 9, 1)),
        punt("gisteren", voor=date(2026, 10, 4)),
        punt("zonder dag"),
        punt("nu", meteen=True),
        punt("vandaag", voor=VANDAAG),
    ]
    assert [p.wat for p in bureau.sort_aandacht(punten, VANDAAG)] == [
        "nu",
        "gisteren",
        "wacht lang",
        "wacht kort",
        "vandaag",
        "volgende week",
        "zonder dag",
    ]


@pytest.mark.parametrize(
    ("voor", "woorden"),
    [
        (date(2026, 10, 4), "4-10-2026 (voorbij)"),
        (date(2026, 10, 5), "Vandaag"),
        (date(2026, 10, 6), "Morgen"),
        (date(2026, 10, 7), "7-10-2026"),
        (None, ""),
    ],
)
def test_by_when_in_words(voor: date | None, woorden: str):
    assert bureau.wanneer(punt("x", voor=voor), VANDAAG) == woorden


def test_acute_danger_does_not_wait():
    gewoon = bureau.notitie(1, beller="K. Brouwer", acuut=False, ontvangen_op=ONTVANGEN)
    acuut = bureau.notitie(2, beller="", acuut=True, ontvangen_op=ONTVANGEN)
    assert (gewoon.wat, gewoon.meteen, gewoon.voor) == (
        "Telefoonnotitie van K. Brouwer uitwerken",
        False,
        date(2026, 10, 2),
    )
    assert (acuut.wat, acuut.meteen) == ("Telefoonnotitie uitwerken", True)
    assert bureau.wanneer(acuut, VANDAAG) == "Nu"


@pytest.mark.parametrize("status", bureau.WACHTEND)
def test_every_waiting_signaal_says_what_to_do_by_number(status: SignaalStaat):
    gezegd = bureau.signaal(
        7,
        nummer="2026-001",
        status=status,
        ontvangen_op=ONTVANGEN,
        spoed_nodig=False,
        geagendeerd_voor=date(2026, 10, 9),
        vraag_voor=date(2026, 10, 30),
    )
    assert gezegd.wat.endswith("dossier 2026-001")
    assert gezegd.waarom == "Signaal ontvangen op 2-10-2026."
    dagen = {"geagendeerd": date(2026, 10, 9), "nadere_informatie": date(2026, 10, 30)}
    assert gezegd.voor == dagen.get(status)


def test_spoed_comes_before_the_step_of_the_signaal():
    gezegd = bureau.signaal(
        7,
        nummer="2026-001",
        status="ontvangen",
        ontvangen_op=ONTVANGEN,
        spoed_nodig=True,
        geagendeerd_voor=None,
        vraag_voor=None,
    )
    assert (gezegd.meteen, gezegd.veld) == (True, "partij")


@pytest.mark.eis("c23")
@pytest.mark.parametrize(
    ("laatste", "dagen"),
    [(date(2026, 9, 29), None), (date(2026, 9, 28), date(2026, 10, 5)), (None, date(2026, 10, 5))],
)
def test_a_backup_is_due_after_a_week(laatste: date | None, dagen: date | None):
    gezegd = bureau.backup(Backupstand(laatste, laatste), VANDAAG)
    assert (gezegd.voor if gezegd else None) == dagen


def test_a_backup_is_due_at_once_after_something_important():
    gisteren = VANDAAG - timedelta(days=1)
    assert bureau.backup(Backupstand(gisteren, gisteren), VANDAAG) is None
    gezegd = bureau.backup(Backupstand(gisteren, gisteren, belangrijk=2), VANDAAG)
    assert gezegd is not None
    assert gezegd.voor == VANDAAG
    assert "besluit" in gezegd.waarom


def test_restoring_is_rehearsed_every_year():
    lang = VANDAAG - timedelta(days=400)
    assert bureau.oefenen(Backupstand(), VANDAAG) is None
    assert bureau.oefenen(Backupstand(VANDAAG, VANDAAG - timedelta(days=29)), VANDAAG) is None
    assert bureau.oefenen(Backupstand(VANDAAG, VANDAAG - timedelta(days=30)), VANDAAG) is not None
    assert bureau.oefenen(Backupstand(VANDAAG, lang, geoefend=VANDAAG - timedelta(days=364)), VANDAAG) is None
    gezegd = bureau.oefenen(Backupstand(VANDAAG, lang, geoefend=VANDAAG - timedelta(days=365)), VANDAAG)
    assert gezegd is not None
    assert gezegd.veld == "backup"


@pytest.mark.parametrize(
    ("soort", "sleutel", "plek"),
    [
        ("nieuw_signaal", "", ("nieuw_signaal", None, "")),
        ("telefoonnotitie", "", ("telefoonnotitie", None, "")),
        ("signaal", "42:spoed", ("signaal", 42, "spoed")),
        ("weging", "43:oordeel:k1", ("weging", 43, "oordeel")),
        ("dossier", "44:plan:7", ("dossier", 44, "plan")),
        ("overleg", "45:casus:46", ("overleg", 45, "casus:46")),
        ("herbeoordeling", "47:criterium:3", ("herbeoordeling", 47, "criterium:3")),
        ("nieuw_signaal", "42", None),
        ("nieuw_signaal_bijlage", "", None),
        ("plek", "", None),
    ],
)
def test_unfinished_typing_leads_back_to_its_place(
    soort: str, sleutel: str, plek: tuple[str, int | None, str] | None
):
    gezegd = bureau.concept(soort, sleutel, ONTVANGEN)
    assert (gezegd and (gezegd.scherm, gezegd.onderwerp_id, gezegd.veld)) == plek


def test_minutes_wait_for_their_reactions():
    concept = bureau.verslag(1, datum=date(2026, 10, 1), status="concept", reageren_voor=None)
    reactie = bureau.verslag(
        1, datum=date(2026, 10, 1), status="ter_reactie", reageren_voor=date(2026, 10, 9)
    )
    assert (concept.voor, reactie.voor) == (date(2026, 10, 1), date(2026, 10, 9))
    assert "Reacties" in reactie.wat

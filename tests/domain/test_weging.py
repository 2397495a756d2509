# SPDX-License-Identifier: EUPL-1.2
"""What may be recorded of a weging: every part, with everything that can be wrong in it."""

from datetime import date

import pytest

from gemeente_pga.domain.weging import (
    Oordeel,
    Tafel,
    Tafelpartij,
    Weegbesluit,
    beoordeel_afweging,
    beoordeel_besluit,
    beoordeel_oordeel,
    beoordeel_tafel,
    beoordeel_tafelpartij,
)
from tests.weegploeg import VANDAAG, kader

TAFEL = {"datum": "2-10-2026", "begin": "10.00", "einde": "10.50", "soort": "gewoon"}
PARTIJ = {"partij_id": 3, "aanwezig": "ja", "naam": "K. Brouwer"}
OORDEEL = {"criterium": "k1", "antwoord": "spreekt_voor", "reden": "Sinds november elke maand een brief."}
BESLUIT = {"besluit": "opnemen", "besluit_reden": "Daarom."}


def fouten(uitkomst: object) -> list[str]:
    return [g.veld for g in uitkomst] if isinstance(uitkomst, list) else []


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        ({"datum": ""}, ["datum"]),
        ({"datum": "31-2-2026"}, ["datum"]),
        ({"datum": "6-10-2026"}, ["datum"]),
        ({"begin": "25.00"}, ["begin"]),
        ({"einde": "9.00"}, ["einde"]),
        ({"soort": ""}, ["soort"]),
        ({"soort": "kort"}, ["soort_reden"]),
        ({"soort": "voorlopig"}, ["soort_reden"]),
        ({"onvolledig_reden": "verhinderd"}, []),
        ({"onvolledig_reden": "anders"}, ["onvolledig_toelichting"]),
        ({"onvolledig_opvolgdatum": "1-11-2026"}, []),
        ({"plaats": "a" * 251}, ["plaats"]),
        ({"bron_weegt_mee_toelichting": "stuur\x00teken"}, ["bron_weegt_mee_toelichting"]),
        ({"bron_weegt_mee_toelichting": "<b & </para> 🙂 مرحبا " + "x" * 300}, []),
        ({"soort_reden": "voor een andere soort getypt\x00"}, []),
    ],
)
def test_the_table(anders: dict[str, object], velden: list[str]):
    uitkomst = beoordeel_tafel(TAFEL | anders, kader(), VANDAAG)
    assert fouten(uitkomst) == velden
    if not velden:
        assert isinstance(uitkomst, Tafel)
        assert (uitkomst.begin, uitkomst.einde) == ("10:00", "10:50")


def test_nobody_weighs_a_signaal_before_it_came_in():
    laat = beoordeel_tafel(TAFEL, kader(), VANDAAG, ontvangen=date(2026, 10, 3))
    assert isinstance(laat, list)
    assert [(g.veld, g.melding) for g in laat] == [
        ("datum", "Datum van de weging: dit ligt vóór de ontvangst van het signaal op 3-10-2026.")
    ]
    assert isinstance(beoordeel_tafel(TAFEL, kader(), VANDAAG, ontvangen=date(2026, 10, 2)), Tafel)


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        ({"naam": "a" * 251}, ["naam"]),
        ({"aanwezig": ""}, ["aanwezig"]),
        ({"naam": ""}, ["naam"]),
        ({"naam": "", "aanwezig": "schriftelijk"}, ["naam"]),
        ({"naam": "", "aanwezig": "nee"}, []),
        ({"standpunt": "akkoord"}, []),
        ({"standpunt": "kanttekening"}, ["standpunt_toelichting"]),
        ({"standpunt": "weigert"}, ["standpunt_toelichting"]),
        ({"standpunt": "geen_reactie"}, ["standpunt_op"]),
        ({"kanaal": "postduif"}, ["kanaal"]),
    ],
)
def test_a_party_at_the_table(anders: dict[str, object], velden: list[str]):
    uitkomst = beoordeel_tafelpartij(PARTIJ | anders, kader(), VANDAAG)
    assert fouten(uitkomst) == velden
    assert isinstance(uitkomst, list if velden else Tafelpartij)


@pytest.mark.parametrize(
    ("aanwezig", "op", "zin"),
    [
        ("ja", date(2026, 10, 1), "zat aan tafel op 2-10-2026"),
        ("ja", date(2026, 10, 2), ""),
        ("schriftelijk", date(2026, 10, 1), ""),
        ("schriftelijk", date(2026, 9, 7), "vóór de ontvangst van het signaal op 8-9-2026"),
        ("nee", date(1990, 1, 1), "vóór de ontvangst"),
    ],
)
def test_a_stance_follows_what_it_is_about(aanwezig: str, op: date, zin: str):
    uitkomst = beoordeel_tafelpartij(
        PARTIJ | {"aanwezig": aanwezig, "standpunt": "akkoord", "standpunt_op": op},
        kader(),
        VANDAAG,
        gewogen_op=date(2026, 10, 2),
        ontvangen=date(2026, 9, 8),
    )
    assert fouten(uitkomst) == (["standpunt_op"] if zin else [])
    assert zin in (uitkomst[0].melding if isinstance(uitkomst, list) else "")


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        ({"antwoord": ""}, ["antwoord"]),
        ({"antwoord": "misschien"}, ["antwoord"]),
        ({"reden": " "}, ["reden"]),
        ({"reden": "x" * 20_001}, ["reden"]),
        ({"antwoord": "niet_van_toepassing"}, []),
        ({"antwoord": "onbekend"}, ["vraag"]),
        ({"antwoord": "onbekend", "vraag": "x" * 20_001, "vraag_aan": "politie"}, ["vraag"]),
        ({"antwoord": "onbekend", "vraag": "Wie zitten er in de schuur?"}, ["vraag_aan"]),
        ({"antwoord": "onbekend", "vraag": "Wie zitten er in de schuur?", "vraag_aan": "politie"}, []),
    ],
)
def test_onbekend_is_an_answer_that_becomes_a_question_with_an_owner(
    anders: dict[str, object], velden: list[str]
):
    uitkomst = beoordeel_oordeel(OORDEEL | anders, kader(), VANDAAG)
    assert fouten(uitkomst) == velden
    assert isinstance(uitkomst, list if velden else Oordeel)


_OVER = ["doorgeleid_naar", "doorgeleid_wat", "doorgeleid_grondslag"]
_VRAAG = ["vraag", "vraag_aan", "vraag_grondslag", "vraag_voor"]


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, []),
        ({"besluit": ""}, ["besluit"]),
        ({"besluit_reden": ""}, ["besluit_reden"]),
        ({"besluit": "doorgeleid"}, _OVER),
        ({"besluit": "overdragen"}, _OVER),
        ({"besluit": "nadere_informatie"}, _VRAAG),
        ({"besluit": "nadere_informatie", "vraag_voor": "31-11-2026"}, ["vraag_voor", *_VRAAG[:3]]),
        ({"besluit": "niet_opnemen"}, []),
    ],
)
def test_each_decision_asks_for_what_it_leads_to(anders: dict[str, object], velden: list[str]):
    uitkomst = beoordeel_besluit(BESLUIT | anders, kader(), VANDAAG)
    assert fouten(uitkomst) == velden
    assert isinstance(uitkomst, list if velden else Weegbesluit)


def test_what_belongs_to_another_decision_does_not_stay_behind():
    invoer = BESLUIT | {"vraag": "Oude vraag", "vraag_voor": date(2026, 11, 1), "doorgeleid_naar": "zorg"}
    uitkomst = beoordeel_besluit(invoer, kader(), VANDAAG)
    assert isinstance(uitkomst, Weegbesluit)
    assert (uitkomst.vraag, uitkomst.vraag_voor, uitkomst.doorgeleid_naar) == ("", None, "")


@pytest.mark.parametrize("veld", [*_OVER, *_VRAAG])
def test_a_fault_in_a_field_of_another_decision_stops_nobody(veld: str):
    assert isinstance(beoordeel_besluit(BESLUIT | {veld: "x\x00" * 9_999}, kader(), VANDAAG), Weegbesluit)


def test_the_closing_texts_may_be_recorded_one_by_one():
    assert fouten(beoordeel_afweging({"samenhang": "Ja."}, kader(), VANDAAG)) == []
    assert fouten(beoordeel_afweging({"bevoegd": "wellicht"}, kader(), VANDAAG)) == ["bevoegd"]

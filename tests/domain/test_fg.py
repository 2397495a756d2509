# SPDX-License-Identifier: EUPL-1.2
"""Oversight by the FG: what a recorded control needs, and how large a sample may be."""

from datetime import date, timedelta

import pytest

from gemeente_pga.domain.fg import Toets, beoordeel_aantal, beoordeel_toets
from gemeente_pga.domain.handeling import MEEKIJKEN, Handeling

VANDAAG = date(2026, 9, 8)
GOED = {
    "soort": "logcontrole",
    "datum": VANDAAG,
    "bekeken": "Dossier 2026-001: wie keek in augustus?",
    "steekproef_id": "",
    "uitkomst": "in_orde",
    "toelichting": "",
}


def velden(**anders: object) -> set[str]:
    uitkomst = beoordeel_toets(GOED | anders, VANDAAG)
    return set() if isinstance(uitkomst, Toets) else {gebrek.veld for gebrek in uitkomst}


def test_a_complete_control_is_good() -> None:
    assert beoordeel_toets(GOED | {"steekproef_id": 7}, VANDAAG) == Toets(
        "logcontrole", VANDAAG, "Dossier 2026-001: wie keek in augustus?", 7, "in_orde", ""
    )


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"soort": ""}, "soort"),
        ({"soort": "inspectie"}, "soort"),
        ({"datum": None}, "datum"),
        ({"datum": VANDAAG + timedelta(days=1)}, "datum"),
        ({"datum": VANDAAG - timedelta(days=400)}, "datum"),
        ({"bekeken": " "}, "bekeken"),
        ({"uitkomst": ""}, "uitkomst"),
        ({"uitkomst": "niet_in_orde"}, "toelichting"),
        ({"uitkomst": "aandachtspunten"}, "toelichting"),
    ],
)
def test_what_is_missing_is_said_at_its_field(anders: dict[str, object], veld: str) -> None:
    assert velden(**anders) == {veld}


@pytest.mark.parametrize(
    ("gevraagd", "uit", "goed"),
    [(1, 1, True), (11, 11, True), (5, 11, True), (0, 11, False), (12, 11, False), (1, 0, False)],
)
def test_a_sample_is_no_larger_than_what_there_is(gevraagd: int, uit: int, goed: bool) -> None:
    assert (beoordeel_aantal(gevraagd, uit) is None) is goed


def test_what_the_fg_may_record_is_a_closed_list() -> None:
    eigen = {h for h in MEEKIJKEN if h.code.startswith("fg.")}
    alle = {h.code for h in Handeling if h.code.startswith("fg.")}
    assert {h.code for h in eigen} == alle - {"fg.opvolging"}, (
        "what was done with a remark is not the FG's to record"
    )
    van_de_kluis = {h.code for h in MEEKIJKEN if h.code.startswith("kluis.")}
    assert not {
        c for c in van_de_kluis if any(w in c for w in ("wijzigen", "toevoegen", "toelaten", "intrekken"))
    }
    anders = {h.code for h in MEEKIJKEN} - {h.code for h in eigen} - van_de_kluis
    assert anders == {
        "zoeken.buiten_dossier", "bijlage.inzien", "casus.inzien", "document.tonen",
        "journaal.exporteren", "journaal.nagaan", "exemplaar.nagaan",
    }  # fmt: skip

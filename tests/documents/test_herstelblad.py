# SPDX-License-Identifier: EUPL-1.2
"""The herstelblad: everything on it can be read back, it is as lasting and accessible as other papers."""

import re
from datetime import date

from gemeente_pga.documents import render_herstelblad
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken.herstelblad import herstelblad_kop
from gemeente_pga.kluis.groepen import format_groepen
from tests.documents.lezen import page_texts, title
from tests.documents.test_toegankelijk import _check_pdfa, _check_structure

GROEP = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}\b")
KOP = herstelblad_kop("Waterhoven", date(2026, 9, 8), oefening=False)


def blad(zaad: int) -> Herstelblad:
    """A sheet with other groups for each seed, among them the widest there are."""
    gegevens = format_groepen(bytes((zaad * 37 + n * 101) % 256 for n in range(140)))
    gegevens[zaad % 56] = "WWWMW"
    regels = [" ".join(gegevens[n : n + 8]) for n in range(0, 56, 8)]
    code = format_groepen(bytes((zaad * 53 + n * 91) % 256 for n in range(20)))
    return Herstelblad("-".join(code), "\n".join(regels), "1a2b3c4d")


def test_every_group_can_be_read_back() -> None:
    for zaad in range(12):
        gegeven = blad(zaad)
        eerste, tweede = page_texts(render_herstelblad(gegeven, KOP))
        assert GROEP.findall(eerste)[-8:] == gegeven.code.split("-")
        assert GROEP.findall(tweede) == gegeven.gegevens.split()


def test_sheet_says_what_a_stranger_must_do() -> None:
    eerste, tweede = page_texts(render_herstelblad(blad(1), KOP))
    for woorden in ("Back-up terugzetten", "Ik ben mijn wachtzin kwijt", "Kluis openen", "1a2b3c4d"):
        assert woorden in " ".join(eerste.split())
    assert "Sleutelgegevens" in tweede
    assert "Concept" not in eerste


def test_it_is_pdfa_and_accessible() -> None:
    inhoud = render_herstelblad(blad(2), KOP)
    _check_pdfa(inhoud)
    _check_structure(inhoud)


def test_same_data_same_bytes_and_neutral_title() -> None:
    een, twee = (render_herstelblad(blad(3), KOP) for _ in range(2))
    assert een == twee
    assert title(een) == "Herstelblad 1a2b3c4d"

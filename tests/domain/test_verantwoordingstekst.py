# SPDX-License-Identifier: EUPL-1.2
"""What no source gives is not made up in the texts for the register and the DPIA."""

from dataclasses import replace

import pytest

from gemeente_pga.domain.verantwoordingstekst import (
    NIET,
    Regel,
    Registerfeiten,
    dpia,
    publiekstekst,
    verwerkingsregister,
)

FEITEN = Registerfeiten(
    "Waterhoven", "meldpunt@waterhoven.example", "T. de Boer", "", "Wet PGA, versie 1", NIET, ("Politie",),
    (Regel("Publieke taak", "AVG, artikel 6"), Regel("Wpg", "")),
    (Regel("Casus", ""), Regel("Signaal", "5 jaar")),
    (Regel("DPIA", "D-1, 5-1-2026"), Regel("Convenant", "")),
    ("Bureau Zilvermeeuw, voor duiding",),
)  # fmt: skip


@pytest.mark.parametrize("maak", [verwerkingsregister, dpia])
def test_what_is_not_known_says_so(maak):
    tekst = maak(FEITEN)
    assert f"- Wpg: {NIET}" in tekst
    assert f"- Casus: {NIET}" in tekst
    assert "- Signaal: 5 jaar" in tekst
    assert "Waterhoven" in tekst


def test_each_text_has_its_own_parts():
    register, onderzoek = verwerkingsregister(FEITEN), dpia(FEITEN)
    assert "Bureau Zilvermeeuw" in register
    assert "Burgerservicenummer: staat uit." in register
    assert f"Convenant: {NIET}" in onderzoek
    assert f"Restrisico en advies van de FG\n- {NIET}" in onderzoek
    assert f"Zorg- en Veiligheidshuis: {NIET}." in onderzoek


@pytest.mark.eis("G23")
def test_the_public_reads_where_to_report_and_what_becomes_of_it():
    tekst = publiekstekst(FEITEN)
    for woorden in (
        "meldpunt@waterhoven.example",
        "Bel 112",
        "ontvangen en besproken",
        "T. de Boer",
        "artikel 14",
    ):
        assert woorden in tekst
    assert "Bureau Zilvermeeuw" not in tekst  # a contract is no business of the public
    assert f"melden bij: {NIET}." in publiekstekst(replace(FEITEN, contactpunt=""))
    # Stb. 2025, 78, art. 2(2): who asks about his data goes to the burgemeester, not to where signals come in
    assert f"Uw verzoek stuurt u naar: de burgemeester van {FEITEN.gemeente}" in tekst
    assert f"- de burgemeester van {FEITEN.gemeente}, te bereiken via" in verwerkingsregister(FEITEN)

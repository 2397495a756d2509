# SPDX-License-Identifier: EUPL-1.2
"""No kind of document is forgotten: each has a name, a class and a sample, is checked and drawn."""

import pytest

from gemeente_pga.domain.document import SOORTNAMEN
from gemeente_pga.domain.stukken import SOORTEN
from tests.documents.lezen import page_texts
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.meten.papier import monsters
from tests.verapdf import stukken

VAN_ELDERS = {"zvh_verslag"}  # filed here, made by others


def test_every_kind_has_a_name_a_class_and_a_sample() -> None:
    assert set(SOORTNAMEN) - VAN_ELDERS == set(SOORTEN)
    assert {soort for soort, _, _ in VOORBEELDEN.values()} == set(SOORTEN)


def test_every_kind_is_checked_with_hostile_text_and_as_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stukken, "practice_pdfs", lambda: iter(()))  # takes long, and only adds to these
    namen = {naam for naam, _ in stukken.all_pdfs()}
    assert {f"vijandig-{soort}" for soort in SOORTEN} <= namen
    assert {f"voorbeeld-{naam}" for naam in VOORBEELDEN} <= namen


def test_every_sample_is_drawn_with_its_number_of_pages() -> None:
    getekend = dict(monsters())
    assert {f"voorbeeld-{naam}" for naam in VOORBEELDEN} <= set(getekend)
    for naam, pdf in getekend.items():
        bladen = page_texts(pdf)
        for nummer, blad in enumerate(bladen, start=1):
            assert f"pagina {nummer} van {len(bladen)}" in " ".join(blad.split()), (naam, nummer)

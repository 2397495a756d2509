# SPDX-License-Identifier: EUPL-1.2
"""The municipality: on paper the word Gemeente stands before its name, once."""

from datetime import date

import pytest

from gemeente_pga.domain.inrichting import Gemeente, beoordeel_gemeente

VANDAAG = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("getypt", "naam"),
    [
        ("Waterhoven", "Waterhoven"),
        ("Gemeente Waterhoven", "Waterhoven"),
        (" gemeente  Waterhoven ", "Waterhoven"),
        ("Gemeentehoven", "Gemeentehoven"),
        ("Gemeente", "Gemeente"),
    ],
)
def test_the_word_gemeente_before_the_name_is_not_part_of_it(getypt: str, naam: str) -> None:
    oordeel = beoordeel_gemeente({"naam": getypt, "bronregistratie": "gemeente"}, VANDAAG)
    assert isinstance(oordeel, Gemeente)
    assert oordeel.naam == naam

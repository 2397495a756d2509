# SPDX-License-Identifier: EUPL-1.2
"""Who is around the betrokkene has a ground, a purpose and a last day, or is not recorded."""

from datetime import date
from typing import Any

import pytest

from gemeente_pga.domain.naaste import Naaste, beoordeel_naaste

VANDAAG = date(2026, 9, 8)
GOED: dict[str, Any] = {
    "relatie": "broer_zus", "grondslag": "avg_6_1_e", "doel": "Hij gaat mee naar het gesprek.",
    "bewaren_tot": date(2027, 9, 8),
}  # fmt: skip


@pytest.mark.eis("n3", "c03")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, set()),
        *[({veld: ""}, {veld}) for veld in GOED],
        ({"bewaren_tot": VANDAAG}, set()),
        ({"bewaren_tot": date(2026, 9, 7)}, {"bewaren_tot"}),
        ({"bewaren_tot": "ooit"}, {"bewaren_tot"}),
        ({"grondslag": "avg_9_uavg_23"}, {"grondslag"}),
        ({"grondslag": "beroepsgeheim"}, {"grondslag"}),
        ({"relatie": "bestaat_niet"}, {"relatie"}),
    ],
)
def test_without_ground_purpose_and_last_day_nobody_is_recorded(echt_kader, anders, velden):
    uit = beoordeel_naaste(GOED | anders, echt_kader, VANDAAG)
    gezegd = [g.veld for g in uit] if isinstance(uit, list) else []
    assert sorted(gezegd) == sorted(velden), "each fault is said once"
    if not velden:
        assert uit == Naaste(**GOED | anders)

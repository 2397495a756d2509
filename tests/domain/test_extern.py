# SPDX-License-Identifier: EUPL-1.2
"""An external party may receive something while its agreement runs; that has an end and secrecy."""

from datetime import date

import pytest

from gemeente_pga.domain.extern import ExternePartij, Externregel, beoordeel_externe_partij

VANDAAG = date(2026, 11, 5)
PARTIJ = ExternePartij(
    "Bureau Zilvermeeuw", "Duiding van teksten", "AVG, artikel 28", date(2025, 12, 1), "O-12", True,
    date(2026, 1, 1), date(2026, 12, 31),
)  # fmt: skip
GOED: dict[str, object] = {
    "naam": "Bureau Zilvermeeuw", "waarvoor": "Duiding van teksten", "grondslag": "AVG, artikel 28",
    "overeenkomst_op": "1-12-2025", "kenmerk": "O-12", "geheimhouding": True, "vanaf": "1-1-2026",
    "tot": "31-12-2026",
}  # fmt: skip


@pytest.mark.eis("n7", "G23")
@pytest.mark.parametrize(
    ("op", "weg", "loopt"),
    [
        (date(2025, 12, 31), None, False),
        (date(2026, 1, 1), None, True),
        (date(2026, 12, 31), None, True),
        (date(2027, 1, 1), None, False),
        (date(2026, 6, 1), date(2026, 6, 1), False),
        (date(2026, 5, 31), date(2026, 6, 1), True),
    ],
)
def test_past_its_end_it_runs_no_more(op: date, weg: date | None, loopt: bool):
    regel = Externregel(1, PARTIJ, weg)
    assert regel.loopt(op) is loopt
    assert regel.stand(op).startswith("Loopt") is loopt


@pytest.mark.eis("n7", "G23")
@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("naam", ""), ("waarvoor", " "), ("grondslag", ""), ("grondslag", "toestemming"), ("kenmerk", ""),
        ("overeenkomst_op", "1-2-2026"), ("overeenkomst_op", ""), ("geheimhouding", False), ("vanaf", ""),
        ("tot", ""), ("tot", "31-12-2025"),
    ],
)  # fmt: skip
def test_an_agreement_without_this_is_refused(veld: str, waarde: object):
    assert beoordeel_externe_partij(GOED, VANDAAG) == PARTIJ
    uit = beoordeel_externe_partij(GOED | {veld: waarde}, VANDAAG)
    assert isinstance(uit, list)
    bij = "vanaf" if waarde == "1-2-2026" else veld
    assert bij in {gebrek.veld for gebrek in uit}


def test_no_end_may_lie_before_the_beginning():
    uit = beoordeel_externe_partij(GOED | {"vanaf": "1-1-2027"}, VANDAAG)
    assert isinstance(uit, list)
    assert {gebrek.veld for gebrek in uit} == {"tot"}

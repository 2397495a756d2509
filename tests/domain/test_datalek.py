# SPDX-License-Identifier: EUPL-1.2
"""The 72-hour clock, and what a leak needs before it can be closed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from gemeente_pga.domain.datalek import (
    Datalek,
    beoordeel_datalek,
    beoordeel_inhoud,
    klok,
    mist_voor_sluiten,
    uiterlijk,
)
from tests.inrichting_hulp import kader

HIER = ZoneInfo("Europe/Amsterdam")
ZOMER = timezone(timedelta(hours=2))
NU = datetime(2026, 9, 8, 16, 42, tzinfo=ZOMER)
INVOER = {
    "ontdekt_dag": "8-9-2026", "ontdekt_tijd": "9.30", "gebeurd_op": "7-9-2026", "aard": "papier_vermist",
    "wat": "Een papieren exemplaar bleef liggen in de trein.",
}  # fmt: skip
KLAAR = Datalek(
    ontdekt_op="2026-09-08T09:30:00+02:00",
    gebeurd_op=date(2026, 9, 7),
    aard="papier_vermist",
    wat="Papier bleef liggen.",
    maatregelen="De vervoerder is gebeld.",
    fg_ingelicht_op=date(2026, 9, 8),
    melden_ap="ja",
    melden_ap_reden="Er staan strafrechtelijke gegevens in.",
    gemeld_ap_op="2026-09-09T10:00:00+02:00",
    betrokkenen="ja",
    betrokkenen_reden="Hoog risico voor de persoon.",
    betrokkenen_op=date(2026, 9, 10),
)


@pytest.mark.eis("c21", "G15")
@pytest.mark.parametrize(
    ("ontdekt", "tot"),
    [
        # Summer time begins on 29 March 2026 at 02.00: the clock on the wall is an hour further.
        (datetime(2026, 3, 28, 12, 0, tzinfo=HIER), datetime(2026, 3, 31, 13, 0, tzinfo=HIER)),
        # Winter time begins on 25 October 2026 at 03.00: the clock on the wall is an hour less far.
        (datetime(2026, 10, 24, 12, 0, tzinfo=HIER), datetime(2026, 10, 27, 11, 0, tzinfo=HIER)),
        (datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=HIER), datetime(2026, 10, 28, 1, 30, tzinfo=HIER)),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=HIER), datetime(2026, 10, 28, 2, 30, tzinfo=HIER)),
        (datetime(2028, 2, 27, 9, 0, tzinfo=HIER), datetime(2028, 3, 1, 9, 0, tzinfo=HIER)),
    ],
)
def test_72_hours_over_a_clock_change(ontdekt, tot):
    gegeven = uiterlijk(ontdekt, HIER)
    assert gegeven.replace(tzinfo=None) == tot.replace(tzinfo=None)
    assert gegeven.astimezone(UTC) - ontdekt.astimezone(UTC) == timedelta(hours=72)


@pytest.mark.eis("c21")
def test_the_clock_says_how_long_until_it_is_over():
    lek = replace(KLAAR, gemeld_ap_op=None, melden_ap="", melden_ap_reden="")
    begin = datetime(2026, 9, 8, 9, 30, tzinfo=ZOMER)
    assert klok(lek, begin + timedelta(hours=1)).zin.startswith("Nog 71 uur")
    assert "artikel 33" in klok(lek, begin).zin
    assert "Meld dan alsnog" in klok(lek, begin).zin  # AVG 33(1): late is no reason to leave it
    bijna = klok(lek, begin + timedelta(hours=71, minutes=59))
    assert (bijna.loopt, bijna.te_laat) == (True, False)
    assert bijna.zin.startswith("Nog minder dan een uur")
    over = klok(lek, begin + timedelta(hours=72))
    assert (over.loopt, over.te_laat) == (True, True)


def test_the_clock_stops_when_reported_or_when_decided_not_to():
    later = datetime(2026, 9, 30, 9, 0, tzinfo=ZOMER)
    assert klok(KLAAR, later).te_laat is False
    assert klok(replace(KLAAR, gemeld_ap_op="2026-09-12T10:00:00+02:00"), later).te_laat is True
    niet = klok(replace(KLAAR, gemeld_ap_op=None, melden_ap="nee"), later)
    assert (niet.loopt, niet.te_laat) == (False, False)


def test_a_leak_as_first_typed():
    lek = beoordeel_datalek(INVOER, kader(), NU)
    assert isinstance(lek, Datalek)
    assert lek.ontdekt_op.startswith("2026-09-08T09:30:00")
    assert lek.gemeld_ap_op is None


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"ontdekt_dag": ""}, "ontdekt_dag"),
        ({"ontdekt_tijd": "18.00"}, "ontdekt_tijd"),  # later than now
        ({"aard": "weg"}, "aard"),
        ({"wat": ""}, "wat"),
        ({"gebeurd_op": "8-9-2026", "ontdekt_dag": "7-9-2026"}, "gebeurd_op"),
        ({"melden_ap": "nee"}, "melden_ap_reden"),
        ({"betrokkenen": "ja"}, "betrokkenen_reden"),
        ({"gemeld_ap_dag": "8-9-2026", "gemeld_ap_tijd": "10.00"}, "melden_ap"),
        ({"gemeld_ap_dag": "8-9-2026"}, "gemeld_ap_tijd"),
        ({"gemeld_ap_dag": "7-9-2026", "gemeld_ap_tijd": "10.00"}, "gemeld_ap_dag"),
        ({"betrokkenen_op": "8-9-2026"}, "betrokkenen"),
        ({"aantal_personen": "veel"}, "aantal_personen"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(anders, veld):
    gebreken = beoordeel_datalek(INVOER | anders, kader(), NU)
    assert isinstance(gebreken, list)
    assert veld in {g.veld for g in gebreken}


@pytest.mark.eis("G15")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"maatregelen": ""}, "maatregelen"),
        ({"fg_ingelicht_op": None}, "fg_ingelicht_op"),
        ({"melden_ap": ""}, "melden_ap"),
        ({"melden_ap_reden": ""}, "melden_ap"),
        ({"gemeld_ap_op": None}, "gemeld_ap_dag"),
        ({"betrokkenen": ""}, "betrokkenen"),
        ({"betrokkenen_op": None}, "betrokkenen_op"),
    ],
)
def test_a_leak_does_not_close_before_it_is_answered(anders, veld):
    assert mist_voor_sluiten(KLAAR) == []
    assert [g.veld for g in mist_voor_sluiten(replace(KLAAR, **anders))] == [veld]


def test_what_was_in_the_leak_stands_with_its_dossier():
    nummers = {"2026-001": 1, "2026-002": 2}
    invoer = {"dossiers": "2026-001, 2026-002", "inhoud": "Het weegverslag."}
    assert beoordeel_inhoud(invoer, nummers, NU.date()) == {1: "Het weegverslag.", 2: "Het weegverslag."}
    assert beoordeel_inhoud({}, nummers, NU.date()) == {}
    for anders, veld in (
        ({"dossiers": "2026-009"}, "dossiers"),
        ({"inhoud": ""}, "inhoud"),
        ({"dossiers": ""}, "dossiers"),
    ):
        gebreken = beoordeel_inhoud(invoer | anders, nummers, NU.date())
        assert isinstance(gebreken, list)
        assert [g.veld for g in gebreken] == [veld]

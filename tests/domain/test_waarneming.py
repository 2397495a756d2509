# SPDX-License-Identifier: EUPL-1.2
"""What each copy may record, what is asked when a kluis is given out, and comparing two chains."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain import bureau
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.waarneming import (
    LANGST,
    REDENNAMEN,
    Kant,
    NietLeidend,
    Schakel,
    Stand,
    Teruggave,
    Toestand,
    Uitgifte,
    Uitkomst,
    Vergelijking,
    Waarneming,
    advies,
    beoordeel_uitgifte,
    bepaal_toestand,
    common_part,
    compare,
    mag_hier,
    zin_band,
)

VANDAAG = date(2026, 9, 8)
GOED = {
    "waarnemer_id": "7",
    "van": VANDAAG,
    "tot": date(2026, 9, 30),
    "mandaat": "Besluit 2026-114",
    "mandaat_op": date(2026, 9, 1),
}


@pytest.mark.parametrize(
    ("stand", "hier", "toestand"),
    [
        (None, "thuis", Toestand.HIER),
        (Stand.INGENOMEN, "thuis", Toestand.HIER),
        (Stand.AFGEBROKEN, "elders", Toestand.HIER),
        (Stand.VOORBEREID, "thuis", Toestand.UITGIFTE_ONAF),
        (Stand.VOORBEREID, "elders", Toestand.TE_BEGINNEN),
        (Stand.UITGEGEVEN, "thuis", Toestand.UITGEGEVEN),
        (Stand.UITGEGEVEN, "elders", Toestand.UITGEGEVEN),  # a back-up of then, put back elsewhere
        (Stand.BEGONNEN, "elders", Toestand.WAARNEMING),
        (Stand.TERUGGEGEVEN, "elders", Toestand.TERUGGEGEVEN),
        (Stand.TERUGGEGEVEN, "thuis", Toestand.TERUGGEGEVEN),
        (Stand.HERVAT, "thuis", Toestand.HERVAT),
    ],
)
def test_what_a_copy_is(stand: Stand | None, hier: str, toestand: Toestand) -> None:
    assert bepaal_toestand(stand, "thuis", hier) is toestand


@pytest.mark.parametrize("toestand", [t for t in Toestand if not t.leidend])
def test_a_copy_that_does_not_lead_looks_backs_up_and_gives_back(toestand: Toestand) -> None:
    mag = {h for h in Handeling if mag_hier(h, toestand)}
    assert {
        Handeling.CASUS_INZIEN,
        Handeling.DOCUMENT_TONEN,
        Handeling.KLUIS_OPENEN,
        Handeling.KLUIS_RESERVEKOPIE,
        Handeling.JOURNAAL_NAGAAN,
        Handeling.WAARNEMING_INNEMEN,
        Handeling.WAARNEMING_TERUGGEVEN,
    } <= mag
    assert not mag & {
        Handeling.SIGNAAL_REGISTREREN,
        Handeling.NOTITIE_VASTLEGGEN,
        Handeling.INFORMATIE_TOEVOEGEN,
        Handeling.DOCUMENT_AFDRUKKEN,
        Handeling.KLUIS_HOOFDSLEUTEL_VERNIEUWEN,
        Handeling.SYSTEEM_INRICHTEN,
    }
    storing = NietLeidend(toestand)
    assert storing.melding.endswith("niet vastleggen.")
    assert storing.raad


@pytest.mark.parametrize("toestand", [t for t in Toestand if t.leidend])
def test_a_copy_that_leads_may_do_everything(toestand: Toestand) -> None:
    assert all(mag_hier(h, toestand) for h in Handeling)


def test_a_giving_out_has_a_waarnemer_a_period_and_a_mandate() -> None:
    assert beoordeel_uitgifte(GOED, [7], VANDAAG) == Uitgifte(
        7, VANDAAG, date(2026, 9, 30), "Besluit 2026-114", date(2026, 9, 1)
    )


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"waarnemer_id": ""}, "waarnemer_id"),
        ({"waarnemer_id": "8"}, "waarnemer_id"),
        ({"van": None}, "van"),
        ({"tot": None}, "tot"),
        ({"tot": VANDAAG - timedelta(days=1), "van": VANDAAG - timedelta(days=9)}, "tot"),
        ({"van": date(2026, 10, 1)}, "tot"),
        ({"tot": VANDAAG + LANGST + timedelta(days=1)}, "tot"),
        ({"mandaat": " "}, "mandaat"),
        ({"mandaat_op": None}, "mandaat_op"),
        ({"mandaat_op": VANDAAG + timedelta(days=1)}, "mandaat_op"),
    ],
)
def test_a_giving_out_that_is_not_in_order(anders: dict[str, object], veld: str) -> None:
    oordeel = beoordeel_uitgifte(GOED | anders, [7], VANDAAG)
    assert isinstance(oordeel, list)
    assert [gebrek.veld for gebrek in oordeel] == [veld]


def test_the_band_says_who_until_when_and_after_the_period_reminds() -> None:
    w = Waarneming(
        1, Stand.BEGONNEN, 7, "Bram Visser", "adviseur", VANDAAG, date(2026, 9, 30), "m", VANDAAG, "h", "u"
    )
    assert zin_band(Toestand.HIER, w, VANDAAG) == zin_band(Toestand.WAARNEMING, None, VANDAAG) == ""
    for toestand in Toestand:
        if toestand is not Toestand.HIER:
            assert "Bram Visser" in zin_band(toestand, w, VANDAAG)
    assert "30-9-2026" in zin_band(Toestand.UITGEGEVEN, w, VANDAAG)
    assert "Geef de kluis terug" not in zin_band(Toestand.WAARNEMING, w, w.tot)
    assert "Geef de kluis terug" in zin_band(Toestand.WAARNEMING, w, w.tot + timedelta(days=1))


# ---- two chains


def schakel(n: int, code: str) -> Schakel:
    return Schakel(n, code, datetime(2026, 9, 8, tzinfo=UTC), 7, "Bram Visser", "vervanger", None, "", "")


def vergelijking(hier: list[str], daar: list[str]) -> Vergelijking:
    def van(acts: list[str]) -> tuple[Schakel, ...]:
        return tuple(schakel(n, code) for n, code in enumerate(acts, start=6))

    return Vergelijking(5, van(hier), van(daar))


@pytest.mark.parametrize(
    ("hier", "daar", "uitkomst"),
    [
        ([], [], Uitkomst.DAAR_VERDER),
        (["kluis.openen", "casus.inzien"], ["signaal.registreren"], Uitkomst.DAAR_VERDER),
        (["kluis.openen"], ["kluis.openen", "waarneming.beginnen"], Uitkomst.DAAR_VERDER),
        (["actie.vastleggen"], ["kluis.openen", "casus.inzien"], Uitkomst.HIER_VERDER),
        (["actie.vastleggen"], ["signaal.registreren"], Uitkomst.UITEEN),
        (["act.van.later"], ["signaal.registreren"], Uitkomst.UITEEN),  # an unknown act counts
    ],
)
def test_only_acts_that_record_make_two_copies_differ(
    hier: list[str], daar: list[str], uitkomst: Uitkomst
) -> None:
    v = vergelijking(hier, daar)
    assert v.uitkomst is uitkomst
    assert len(v.alleen_hier) == len(hier)  # looking is kept too, for whoever checks
    t = Teruggave(Path(), v, Stand.TERUGGEGEVEN, kan_leiden=True)
    assert advies(t) is (Kant.HIER if uitkomst is Uitkomst.HIER_VERDER else Kant.DAAR)
    assert advies(Teruggave(Path(), v, Stand.TERUGGEGEVEN, kan_leiden=False)) is Kant.HIER


@given(st.binary(max_size=9), st.binary(max_size=6), st.binary(max_size=6))
def test_the_common_part_ends_where_the_chains_first_differ(begin: bytes, een: bytes, ander: bytes) -> None:
    hier = [bytes([b]) for b in begin] + [b"h" + bytes([b]) for b in een]
    daar = [bytes([b]) for b in begin] + [b"d" + bytes([b]) for b in ander]
    assert common_part(hier, daar) == len(begin)
    assert common_part(hier, hier) == len(hier)


def test_chains_without_a_common_begin_are_of_two_kluizen() -> None:
    niets: list[Schakel] = []
    assert compare([b"a"], [b"b"], lambda _: niets, lambda _: niets) is None
    v = compare([b"a", b"b"], [b"a", b"c"], lambda n: [schakel(n + 1, "x")], lambda n: [schakel(n + 1, "y")])
    assert v is not None
    assert (v.gemeenschappelijk, v.alleen_hier[0].n, v.alleen_daar[0].code) == (1, 2, "y")


def test_every_reason_has_words() -> None:
    assert all(REDENNAMEN.values())
    assert len(REDENNAMEN) == 11


# ---- Bureau


def _waarneming(tot: date) -> Waarneming:
    return Waarneming(1, Stand.BEGONNEN, 7, "Bram Visser", "adviseur", VANDAAG, tot, "m", VANDAAG, "h", "u")


@pytest.mark.parametrize(
    ("toestand", "dagen", "wat"),
    [
        (Toestand.HIER, -3, None),
        (Toestand.UITGIFTE_ONAF, 30, "Overdrachtsstick afmaken"),
        (Toestand.TE_BEGINNEN, 30, "Waarneming beginnen"),
        (Toestand.WAARNEMING, 8, None),
        (Toestand.WAARNEMING, 7, "Kluis teruggeven"),
        (Toestand.WAARNEMING, -3, "Kluis teruggeven"),
        (Toestand.TERUGGEGEVEN, -3, None),
        (Toestand.UITGEGEVEN, 8, None),
        (Toestand.UITGEGEVEN, 0, "Kluis terugnemen"),
        (Toestand.HERVAT, -3, "Kluis terugnemen"),
    ],
)
def test_bureau_reminds_when_the_period_ends(toestand: Toestand, dagen: int, wat: str | None) -> None:
    punt = bureau.waarneming(toestand, _waarneming(VANDAAG + timedelta(days=dagen)), VANDAAG)
    assert (punt.wat if punt else None) == wat
    if punt is not None:
        assert (punt.scherm, punt.veld) == ("inrichting", "waarneming")
        assert ("liep" in punt.waarom) == (dagen < 0)


def test_bureau_counts_what_has_to_be_entered_again() -> None:
    assert bureau.overdoen(0, VANDAAG) is None
    punt = bureau.overdoen(3, VANDAAG)
    assert punt is not None
    assert punt.wat.endswith("nog 3")

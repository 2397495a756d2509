# SPDX-License-Identifier: EUPL-1.2
"""The header text: one spelling, every bit of it guarded."""

from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis import header as h
from gemeente_pga.kluis.header import Header, KdfParameters, Slot, SlotSoort, parse_header
from gemeente_pga.kluis.herstelcode import parse_code
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.storingen import KluisStoring
from tests.kluis.conftest import RUIM, Proefkluis


def flips(tekst: bytes) -> list[bytes]:
    """Every text that differs in one bit."""
    uit = []
    for plaats in range(len(tekst)):
        for bit in range(8):
            anders = bytearray(tekst)
            anders[plaats] ^= 1 << bit
            uit.append(bytes(anders))
    return uit


def open_met_code(kluis: Kluis, code: str) -> bytes:
    gelezen = parse_code(code)
    assert isinstance(gelezen, bytearray)
    sleutels = kluis.open_met_herstelcode(gelezen)
    return bytes(sleutels.k_db)


def test_no_flipped_bit_is_accepted_silently(proefkluis: Proefkluis) -> None:
    goed = proefkluis.kopie("a").read_bytes()
    proefkluis.kopie("b").unlink()
    pogingen, aanvaard = 0, []
    for tekst in flips(goed):
        pogingen += 1
        try:
            kop = parse_header(tekst, RUIM)
            # The reader took it: only now is there a reason to write it down and try.
            proefkluis.kopie("a").write_bytes(tekst)
            open_met_code(Kluis(proefkluis.map, {"kluis.sleutel-a": kop}, RUIM), proefkluis.code)
            aanvaard.append(tekst)
        except KluisStoring:
            continue
    assert pogingen == 8 * len(goed) > 6000
    assert aanvaard == []


def is_leesbaar(tekst: bytes) -> bool:
    try:
        parse_header(tekst, RUIM)
    except KluisStoring:
        return False
    return True


def test_kluis_opens_from_the_other_copy_whatever_bit_flips(proefkluis: Proefkluis) -> None:
    """All flips that still read as a header; of the others, which all count as no copy, one of each byte."""
    goed = proefkluis.kopie("a").read_bytes()
    alle = flips(goed)
    pogingen = [kapot for n, kapot in enumerate(alle) if is_leesbaar(kapot) or n % 8 == n // 8 % 8]
    assert len(pogingen) > len(goed)
    for n, kapot in enumerate(pogingen):
        letter = "ab"[n % 2]
        proefkluis.kopie(letter).write_bytes(kapot)
        kluis = proefkluis.lees()
        assert open_met_code(kluis, proefkluis.code) == proefkluis.sleutels.k_db
        assert kluis.hersteld == (f"kluis.sleutel-{letter}",)
        assert proefkluis.kopie(letter).read_bytes() == goed


KENMERKEN = st.dictionaries(
    st.from_regex(r"[a-z][a-z_]{0,39}", fullmatch=True),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    max_size=h.MAX_KENMERKEN,
)


@st.composite
def slots(draw: st.DrawFn, nummer: int) -> Slot:
    soort = draw(st.sampled_from(SlotSoort))
    kdf = KdfParameters(draw(st.integers(65536, 1048576)), draw(st.integers(2, 20)), draw(st.integers(1, 8)))
    return Slot(
        id=nummer.to_bytes(8, "big").hex(),
        soort=soort,
        zout=draw(st.binary(min_size=32, max_size=32)),
        nonce=draw(st.binary(min_size=12, max_size=12)),
        parameters=None if soort is SlotSoort.HERSTELCODE else kdf,
        kenmerken=draw(KENMERKEN),
        verpakt=draw(st.binary(min_size=48, max_size=48)),
    )


@st.composite
def headers(draw: st.DrawFn) -> Header:
    return Header(
        kluis_id=draw(st.binary(min_size=16, max_size=16)),
        volgnummer=draw(st.integers(1, h.MAX_VOLGNUMMER)),
        soort=draw(st.sampled_from(KluisSoort)),
        db_zout=draw(st.binary(min_size=16, max_size=16)),
        slots=tuple(draw(slots(n)) for n in range(draw(st.integers(1, 4)))),
        kenmerken=draw(KENMERKEN),
        mac=draw(st.binary(min_size=32, max_size=32)),
    )


@given(headers())
def test_header_comes_back_from_its_text(header: Header) -> None:
    assert parse_header(header.tekst()) == header


@given(headers(), st.binary(min_size=32, max_size=32))
def test_seal_covers_every_field(header: Header, sleutel: bytes) -> None:
    echt = header.verzegel(bytearray(sleutel))
    assert echt.is_echt(bytearray(sleutel))
    assert not echt.is_echt(bytearray(sleutel[:-1] + bytes([sleutel[-1] ^ 1])))
    assert not echt.volgende(slots=echt.slots, kenmerken=echt.kenmerken).is_echt(bytearray(sleutel))


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_sentence(tekst: bytes) -> None:
    assert not is_leesbaar(tekst)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda k: st.lists(k) | st.dictionaries(st.text(), k),
    )
)
def test_any_json_in_any_field_is_refused_with_a_sentence(waarde: object) -> None:
    velden = {
        naam: waarde for naam in ("kluis_id", "volgnummer", "soort", "db_zout", "slots", "kenmerken", "mac")
    }
    try:
        parse_header(h.canoniek(velden | {"formaat": h.FORMAAT, "versie": 1}) + b"\n")
    except KluisStoring:
        return
    raise AssertionError("dit is geen sleutelbestand")


def test_limits_on_writing_are_those_on_reading(proefkluis: Proefkluis) -> None:
    """A kluis that could not be opened again must not be made."""
    try:
        proefkluis.lees().voeg_slot_toe(
            proefkluis.sleutels, "een vervanger met te weinig geheugen", kdf=KdfParameters(32, 1, 1)
        )
    except KluisStoring:
        assert len(proefkluis.lees().slots) == 2
        return
    raise AssertionError("onder de grens geschreven")

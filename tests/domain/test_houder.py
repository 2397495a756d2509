# SPDX-License-Identifier: EUPL-1.2
"""Who has an item: a rule against a plain second telling of it, over random meetings, prints and gifts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.houder import Bron, Contact, Item, holders, per_holder, voluit

DAG = date(2026, 9, 1)
PARTIJEN = (1, 2, 3, 4)
dagen = st.integers(0, 9).map(lambda n: DAG + timedelta(days=n))
partij = st.sampled_from((None, *PARTIJEN))


@st.composite
def contacten(draw):
    bron = draw(st.sampled_from(tuple(Bron)))
    tafel = (draw(st.sampled_from(("weging", "bespreking"))), draw(st.integers(1, 3)))
    return Contact(
        bron=bron,
        houder=draw(st.sampled_from(("a", "b", "c"))),
        partij_id=draw(partij),
        heeft=bron.value,
        op=draw(dagen),
        zeker=draw(st.booleans()),
        tafel=tafel if bron is Bron.TAFEL else None,
        signaal_id=draw(st.sampled_from((None, 1, 2))) if bron in {Bron.SPOED, Bron.DOORGELEID} else None,
        items=draw(st.sampled_from((frozenset(), frozenset({1}), frozenset({2}), frozenset({1, 2}))))
        if bron is Bron.VERSTREKKING
        else None,
    )


@st.composite
def items(draw):
    return Item(
        id=draw(st.integers(1, 2)),
        bekend_op=draw(dagen),
        tafel=draw(st.sampled_from((None, ("weging", 1), ("bespreking", 1), ("bespreking", 2)))),
        signaal_id=draw(st.sampled_from((None, 1))),
        gever=draw(partij),
        markering=draw(
            st.sampled_from(
                ("vrij", "ter_kennisneming", "niet_verstrekken", "citeren_na_akkoord", "niet_vastleggen")
            )
        ),
        deelbaar_met=draw(st.frozensets(st.sampled_from(PARTIJEN), max_size=2)),
        akkoord=draw(st.booleans()),
    )


def orakel(c: Contact, i: Item) -> str:
    """The same question, answered apart: 'ja', 'mogelijk' or 'nee'."""
    if c.items is not None:
        return ("ja" if c.zeker else "mogelijk") if i.id in c.items else "nee"
    bekend = c.partij_id is not None and c.partij_id != i.gever
    if bekend and i.deelbaar_met and c.partij_id not in i.deelbaar_met:
        return "nee"
    if c.bron is Bron.TAFEL and c.tafel == i.tafel:
        return "ja" if c.zeker else "mogelijk"
    if c.signaal_id:
        return "mogelijk" if c.signaal_id == i.signaal_id else "nee"
    mag = i.markering == "vrij" or (i.markering == "citeren_na_akkoord" and i.akkoord)
    return "mogelijk" if mag and c.op >= i.bekend_op else "nee"


@given(st.lists(contacten(), max_size=8), items())
def test_recall_reaches_every_holder_and_nobody_else(lijst, item):
    verwacht = sorted(
        (c.op, c.houder, c.heeft, uit == "ja") for c in lijst if (uit := orakel(c, item)) != "nee"
    )
    assert sorted((h.sinds, h.houder, h.heeft, h.zeker) for h in holders(lijst, item)) == verwacht


@given(st.lists(contacten(), max_size=8))
def test_of_the_dossier_everybody_has_something(lijst):
    assert len(holders(lijst)) == len(lijst)
    groepen = per_holder(holders(lijst), {1: "Politie", 2: "OM"})
    assert {g.partij_id for g in groepen if g.partij_id} == {c.partij_id for c in lijst if c.partij_id}
    assert len({(g.partij_id, g.naam) for g in groepen}) == len(groepen)


def test_one_notice_for_an_organisation_with_all_it_has():
    tafel = Contact(Bron.TAFEL, "K. Brouwer", 1, "Overleg van 14 oktober 2026", date(2026, 10, 14))
    papier = Contact(Bron.EXEMPLAAR, "J. Smit", 1, "Verslag, exemplaar 2", date(2026, 10, 15))
    broer = Contact(Bron.VERSTREKKING, "De broer", None, "Verteld", date(2026, 10, 16))
    item = Item(9, date(2026, 10, 14), ("bespreking", 5), None, 1, "vrij")
    groepen = per_holder(holders([tafel, papier, broer], item), {1: "Politie"})
    assert [(g.naam, g.heeft) for g in groepen] == [
        ("Politie", ("Overleg van 14 oktober 2026 (mogelijk)", "Verslag, exemplaar 2 (mogelijk)")),
        ("De broer", ("Verteld (mogelijk)",)),
    ]


@pytest.mark.parametrize(
    ("getypt", "leesbaar"),
    [
        ("ZVH", "Zorg- en Veiligheidshuis"),
        ("T. de Graaf, ZVH", "T. de Graaf, Zorg- en Veiligheidshuis"),
        ("ZVH Regio Midden-Veen", "Zorg- en Veiligheidshuis Regio Midden-Veen"),
        ("L. Nguyễn (RvdK)", "L. Nguyễn (RvdK)"),  # explained where the full name stands beside it
        ("Raad voor de Kinderbescherming (RvdK)", "Raad voor de Kinderbescherming (RvdK)"),
        ("OM", "Openbaar Ministerie"),
        ("OMA-huis", "OMA-huis"),
        ("Zorggroep ZVHX", "Zorggroep ZVHX"),
        ("", ""),
    ],
)
def test_an_abbreviation_is_written_out(getypt: str, leesbaar: str) -> None:
    assert voluit(getypt) == leesbaar


def test_whoever_reads_who_has_what_reads_no_bare_abbreviation() -> None:
    gegeven = [
        Contact(Bron.VERSTREKKING, "ZVH", None, "Verstrekt", DAG),
        Contact(Bron.TAFEL, "x", 1, "y", DAG),
    ]
    groepen = per_holder(holders(gegeven), {1: "OM"})
    assert {g.naam for g in groepen} == {"Zorg- en Veiligheidshuis", "Openbaar Ministerie"}

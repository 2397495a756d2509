# SPDX-License-Identifier: EUPL-1.2
"""The edition for one partner: only what that partner may have, and of the rest not a trace in the bytes."""

from dataclasses import replace

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.stukken import Verslag
from gemeente_pga.handelingen.document import log_uitgifte
from gemeente_pga.store.queries.dossierstuk import te_bevriezen
from gemeente_pga.store.queries.editie import partners, verslagen_voor
from gemeente_pga.store.queries.houders import voorgesteld
from gemeente_pga.store.store import Store
from tests.documents.lezen import page_texts
from tests.documents.uitlezen import all_text
from tests.editie_hulp import ANDERE_CASUS, ITEMS, MAG, OP, Tafel
from tests.inrichting_hulp import kader
from tests.overleg_hulp import MELDER


@pytest.fixture
def tafel(store: Store) -> Tafel:
    return Tafel(store)


@pytest.mark.parametrize("stuk", ["verslag", "dossier", "plan"])
@pytest.mark.parametrize("soort", ["politie", "om", "rvdk"])
def test_what_a_partner_may_not_have_is_in_no_byte(tafel: Tafel, soort: str, stuk: str):
    gemaakt = tafel.editie(soort, stuk)
    pdf = tafel.pdf(gemaakt)
    tekst = all_text(pdf)
    verborgen = set(ITEMS) - MAG[soort] | {ANDERE_CASUS, "Oosterzee", "2026-002", MELDER.split()[0]}
    assert {woord for woord in verborgen if woord in tekst} == set()
    if stuk != "plan":
        assert {woord for woord in MAG[soort] if woord not in tekst} == set(), "what it may have is there"
    assert ("Wulpenvlucht" in tekst) == (soort == "om")  # quoted in the considerations and in the plan too
    assert "Exemplaarvoor" in tekst
    for verraad in ("weggelaten", "nietmetiedereen", "nietverderwordt", "terkennisneming", "bronhouderword"):
        assert verraad not in tekst.lower()
    lekken = zoek_lekken(page_texts(pdf), gemaakt.grond.verboden, toegestaan=gemaakt.grond.toegestaan)
    assert lekken == []


def test_the_search_through_the_bytes_finds_what_is_there(tafel: Tafel):
    """Positive control: on the page, in the properties and in a bookmark or tag."""
    gemaakt = tafel.editie("politie", "verslag").document
    kop = replace(
        gemaakt.stuk.kop, kenmerk="Kemphaan-1", gemeente="Ooievaarsdorp", vertrouwelijkheid="Aalscholver"
    )
    tekst = all_text(documents.render(gemaakt.soort, replace(gemaakt.stuk, kop=kop), "Purperreiger-7"))
    for woord in ("Kemphaan-1", "Ooievaarsdorp", "Aalscholver", "Purperreiger-7", "Kwartelvlucht"):
        assert woord in tekst
    assert isinstance(gemaakt.stuk, Verslag)
    met_lek = documents.render(
        gemaakt.soort, replace(gemaakt.stuk, plaats="Grijpvogel stond op de schuurdeur")
    )
    grond = tafel.editie("politie", "verslag").grond
    assert zoek_lekken(page_texts(met_lek), grond.verboden), "the leak check bites"


def test_everything_left_out_is_listed_for_the_coordinator(tafel: Tafel):
    for stuk in ("verslag", "dossier"):
        zinnen = "\n".join(punt.zin for punt in tafel.editie("politie", stuk).weggelaten)
        for woord in set(ITEMS) - MAG["politie"]:
            assert woord in zinnen
        assert not [woord for woord in MAG["politie"] if woord in zinnen]
    assert "overwegingen" in "\n".join(p.zin for p in tafel.editie("politie", "verslag").weggelaten).lower()
    (factor,) = tafel.editie("politie", "plan").weggelaten
    assert "risico" in factor.zin
    assert tafel.editie("om", "plan").weggelaten == ()


def test_the_dossier_for_the_whole_table_holds_nothing_that_is_for_some(tafel: Tafel):
    with tafel.store.reader() as r:
        stuk = te_bevriezen(r, tafel.c.dossier_een, kader(), ["besprekingen"], OP)
    tekst = all_text(documents.render(stuk.soort, stuk.stuk))
    assert "Kwartelvlucht" in tekst
    assert not [woord for woord in ("Snipperroep", "Tureluurpad", "Strandloper") if woord in tekst]


def test_only_who_takes_part_and_sat_there_is_offered(tafel: Tafel):
    c = tafel.c
    with tafel.store.reader() as r:
        mee = {id_ for id_, _ in partners(r, c.een, OP)}
        assert [id_ for id_, _ in verslagen_voor(r, c.een, c.partijen["rvdk"])] == [tafel.id]
        assert verslagen_voor(r, c.een, c.partijen["reclassering"]) == ()
    assert mee == {c.partijen[soort] for soort in ("zvh", "gemeente", "om", "politie", "rvdk")}
    with pytest.raises(LookupError):
        tafel.editie("reclassering", "verslag")
    kaal = all_text(tafel.pdf(tafel.editie("reclassering", "dossier")))
    assert not [woord for woord in ITEMS if woord in kaal]


def test_a_copy_goes_to_that_partner_only(tafel: Tafel):
    tafel.pdf(tafel.editie("politie", "verslag"))
    with tafel.store.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE soort = 'deelnemer_verslag'")
        bekend = voorgesteld(r, document_id)
    politie = tafel.c.partijen["politie"]
    assert {wie.partij_id for wie in bekend} == {politie}
    for wens in (
        Uitgiftewens("deelnemer", (Houdernaam("mr. P. van 't Hoff, Openbaar Ministerie"),)),
        Uitgiftewens("deelnemer", (*bekend, Houdernaam("L. Nguyễn", tafel.c.partijen["rvdk"]))),
        Uitgiftewens("overleg", bekend),
        Uitgiftewens("betrokkene", (Houdernaam("Betrokkene"),)),
    ):
        with pytest.raises(Storing, match="gemaakt voor"):
            _geef_uit(tafel.store, document_id, wens)
    _geef_uit(tafel.store, document_id, Uitgiftewens("deelnemer", (Houdernaam("Iemand anders, Politie"),)))
    with tafel.store.reader() as r:
        assert [rij["partij_id"] for rij in r.rows("SELECT partij_id FROM exemplaar")] == [politie]


def _geef_uit(store: Store, document_id: int, wens: Uitgiftewens) -> None:
    log_uitgifte(
        store,
        document_id,
        wijze="bestand",
        wens=wens,
        bestemd_voor="Deelnemer",
        op="2026-11-20T10:00:00+01:00",
    )

# SPDX-License-Identifier: EUPL-1.2
"""The edition for one partner: only what that partner may have, and of the rest not a trace in the bytes."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.editie import DELEN, Editiekeuze
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.overleg import Bespreking
from gemeente_pga.domain.plan import Factor
from gemeente_pga.handelingen import overleg as overleggen
from gemeente_pga.handelingen import plan as plannen
from gemeente_pga.handelingen import verslag
from gemeente_pga.handelingen.document import freeze, log_uitgifte, store_pdf
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.document import document_pdf, te_maken
from gemeente_pga.store.queries.dossierstuk import te_bevriezen
from gemeente_pga.store.queries.editie import Editie, make_editie, partners, verslagen_voor
from gemeente_pga.store.queries.houders import voorgesteld
from gemeente_pga.store.queries.overleg import agenda
from gemeente_pga.store.store import Store
from tests.documents.lezen import page_texts
from tests.documents.uitlezen import all_text
from tests.inrichting_hulp import kader, richt_in
from tests.overleg_hulp import MELDER, informatie, leg_casussen_vast, leg_overleg_vast, maak_compleet

OP = date(2026, 11, 20)
AANHALING = "de Wulpenvlucht hing boven het kanaal bij de sluis"
# Word planted in an item -> giver, mark, with whom it may be shared, agreed with the source.
ITEMS: dict[str, tuple[str, str, tuple[str, ...], bool]] = {
    "Kwartelvlucht": ("gemeente", "vrij", (), False),
    "Snipperroep": ("om", "vrij", ("politie",), False),
    "Tureluurpad": ("politie", "vrij", ("om",), False),
    "Wulpenvlucht": ("gemeente", "vrij", ("om",), False),
    "Grijpvogel": ("om", "niet_verstrekken", (), False),
    "Roerdomp": ("gemeente", "ter_kennisneming", (), False),
    "Lepelaar": ("om", "citeren_na_akkoord", (), False),
    "Kluutveer": ("om", "citeren_na_akkoord", (), True),
    "Strandloper": ("om", "citeren_na_akkoord", ("gemeente",), True),
}
MAG = {
    "politie": {"Kwartelvlucht", "Snipperroep", "Tureluurpad", "Kluutveer"},
    "om": {"Kwartelvlucht", "Snipperroep", "Tureluurpad", "Wulpenvlucht", "Kluutveer", "Strandloper"},
    "rvdk": {"Kwartelvlucht", "Kluutveer"},
}
ANDERE_CASUS = "Zeearend"


class Tafel:
    """Casus 1 with five partners, discussed in one meeting with casus 2; a plan and the minutes that hold."""

    def __init__(self, store: Store) -> None:
        self.store = store
        richt_in(store)
        for soort in ("zvh", "rvdk", "reclassering"):
            register_partij(store, Partij(soort, kader().partij(soort).naam))
        self.c = leg_casussen_vast(store)
        self.id = leg_overleg_vast(store, self.c, beide=True)
        maak_compleet(store, self.id)
        with store.reader() as r:
            een, twee = agenda(r, self.id)
        for woord, (gever, markering, met, akkoord) in ITEMS.items():
            item = informatie(
                self.c.partijen[gever],
                f"Zij zag dat {AANHALING}."
                if woord == "Wulpenvlucht"
                else f"{woord} stond op de schuurdeur.",
                markering,
                verder_gebruik=akkoord,
            )
            delen = [self.c.partijen[soort] for soort in met]
            register_informatie(
                store, self.c.dossier_een, item, waarbij={"bespreking_id": een.id}, deelbaar_met=delen
            )
        ander = informatie(self.c.partijen["om"], f"{ANDERE_CASUS} stond op de schuurdeur.")
        register_informatie(store, self.c.dossier_twee, ander, waarbij={"bespreking_id": twee.id})
        weging = Bespreking(
            "Voortgang",
            f"Men woog dat {AANHALING}.",
            "later",
            "Later.",
            date(2026, 11, 30),
            date(2027, 1, 14),
        )
        overleggen.record_bespreking(store, een.id, weging)
        plan_id = plannen.begin_plan(store, self.c.een)
        plannen.record_regel(store, plan_id, Factor("risico", f"Gezien is: {AANHALING}.", "wonen", "School"))
        plannen.record_regel(store, plan_id, Factor("beschermend", "Haar broer belt elke week.", "wonen", ""))
        verslag.vaststellen(store, self.id, kader(), op=date(2026, 11, 4), wijze="volgend_overleg")

    def editie(self, soort: str, stuk: str) -> Editie:
        """The edition of this paper for a partner of this kind."""
        delen = DELEN if stuk == "dossier" else ()
        overleg_id = self.id if stuk == "verslag" else None
        keuze = Editiekeuze(self.c.partijen[soort], stuk, overleg_id, delen)
        with self.store.reader() as r:
            return make_editie(r, self.c.dossier_een, keuze, kader(), OP)

    def pdf(self, editie: Editie) -> bytes:
        """Frozen and made, as the window does."""
        freeze(self.store, editie.document, op=OP)
        with self.store.reader() as r:
            werk = te_maken(r)[-1]
        store_pdf(self.store, werk, documents.render(werk.soort, werk.stuk, werk.code))
        with self.store.reader() as r:
            inhoud = document_pdf(r, werk.id)
        assert inhoud is not None
        return inhoud


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

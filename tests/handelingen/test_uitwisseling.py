# SPDX-License-Identifier: EUPL-1.2
"""An outcome, a signal and the sheet for another system: nothing in it that may not go."""

from dataclasses import replace
from typing import Any

import pytest

from gemeente_pga.documents import render
from gemeente_pga.domain import stukken
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import DELEN
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.uitwisseling import (
    MELDING_SCHEMA,
    UITKOMST_SCHEMA,
    Meldingsdeel,
    Meldingswens,
    Uitwisseling,
    melding_json,
    uitkomst_json,
)
from gemeente_pga.handelingen.document import freeze, store_pdf
from gemeente_pga.handelingen.verstrekking import register_kopieerblad
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.uitwisseling import meldingsdeel, uitkomst_van
from gemeente_pga.store.store import Store
from tests.documents.lezen import page_texts
from tests.editie_hulp import ANDERE_CASUS, ITEMS, MAG, OP, Tafel
from tests.inrichting_hulp import kader
from tests.overleg_hulp import MELDER, informatie
from tests.ui_hulp import NU
from tests.uitwisseling_hulp import DAG, WENS, fouten, gelezen

# ---- every practice dossier


@pytest.fixture
def oefenkluis(store: Store, echt_kader: Kader) -> Store:
    store.oefening = True
    fill(store, echt_kader, NU)
    return store


def _anderen(r: Any, dossier_id: int) -> set[str]:
    """Surnames and numbers of every other dossier."""
    rijen = r.rows(
        "SELECT p.geslachtsnaam AS w FROM persoon p WHERE p.dossier_id <> ?1 AND p.rol = 'betrokkene' "
        "UNION SELECT nummer FROM dossier WHERE id <> ?1 "
        "UNION SELECT nummer FROM casus WHERE dossier_id <> ?1",
        dossier_id,
    )
    eigen = {
        w
        for rij in r.rows(
            "SELECT p.geslachtsnaam AS w FROM persoon p WHERE p.dossier_id = ?1 "
            "UNION SELECT nummer FROM dossier WHERE id = ?1 "
            "UNION SELECT nummer FROM casus WHERE dossier_id = ?1",
            dossier_id,
        )
        for w in [rij["w"]]
    }
    return {rij["w"] for rij in rijen if len(rij["w"]) > 4} - eigen


def test_every_practice_dossier_conforms_and_tells_on_nobody(oefenkluis: Store, echt_kader: Kader):
    uitkomsten = meldingen = 0
    with oefenkluis.reader() as r:
        zvh = r.value("SELECT id FROM partij WHERE soort = 'zvh'")
        for rij in r.rows("SELECT id, dossier_id FROM document WHERE soort = 'uittreksel'"):
            uitkomst = uitkomst_van(r, rij["id"])
            if uitkomst is None:
                continue
            uitkomsten += 1
            dossier_id = r.value("SELECT dossier_id FROM casus WHERE nummer = ?", uitkomst.deel.casusnummer)
            bestand = uitkomst_json(uitkomst)
            _keur(r, bestand, UITKOMST_SCHEMA, dossier_id)
            again = uitkomst_van(r, rij["id"])
            assert again is not None
            assert bestand.to_bytes() == uitkomst_json(again).to_bytes()
        for rij in r.rows("SELECT id, dossier_id FROM signaal"):
            meldingen += 1
            for partij in (zvh, None):
                deel = meldingsdeel(r, rij["id"], partij, echt_kader, DAG, gebruiker_id=None)
                bestand = melding_json(deel, WENS)
                _keur(r, bestand, MELDING_SCHEMA, rij["dossier_id"])
    assert uitkomsten >= 2
    assert meldingen >= 8


def _keur(r: Any, bestand: Uitwisseling, urn: str, dossier_id: int) -> None:
    assert fouten(gelezen(bestand), urn) == []
    tekst = bestand.to_bytes().decode()
    melders = r.rows(
        "SELECT melder_naam AS naam FROM signaal WHERE melder_naam <> '' AND naam_noemen = 'nee' "
        "UNION SELECT melder_contact FROM signaal WHERE melder_contact <> '' AND naam_noemen = 'nee'"
    )
    tafel = {
        rij["naam"] for rij in r.rows("SELECT naam FROM overleg_deelnemer UNION SELECT naam FROM gebruiker")
    }
    assert [rij["naam"] for rij in melders if rij["naam"] in tekst and rij["naam"] not in tafel] == []
    assert {woord for woord in _anderen(r, dossier_id) if woord in tekst} == set()


# ---- what may not go


@pytest.fixture
def tafel(store: Store) -> Tafel:
    return Tafel(store)


@pytest.mark.parametrize("soort", ["politie", "om", "rvdk"])
def test_the_outcome_for_one_partner_holds_what_its_paper_holds(tafel: Tafel, soort: str):
    gemaakt = tafel.editie(soort, "verslag")
    tafel.pdf(gemaakt)
    with tafel.store.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE partij_id = ?", tafel.c.partijen[soort])
        uitkomst = uitkomst_van(r, document_id)
    assert uitkomst is not None
    bestand = uitkomst_json(uitkomst)
    tekst = bestand.to_bytes().decode()
    verborgen = set(ITEMS) - MAG[soort] | {ANDERE_CASUS, "Oosterzee", "2026-002", MELDER.split()[0]}
    assert {woord for woord in verborgen if woord in tekst} == set()
    assert {woord for woord in MAG[soort] if woord not in tekst} == set(), "what it may have is there"
    assert fouten(gelezen(bestand), UITKOMST_SCHEMA) == []


def test_only_the_vastgestelde_paper_of_one_case_is_an_outcome(tafel: Tafel):
    gemaakt = tafel.editie("politie", "dossier")
    tafel.pdf(gemaakt)
    verslag = tafel.editie("om", "verslag").document
    assert isinstance(verslag.stuk, stukken.Verslag)
    concept = replace(
        verslag, stuk=replace(verslag.stuk, kop=replace(verslag.stuk.kop, staat=stukken.Staat.CONCEPT))
    )
    freeze(tafel.store, concept, op=OP)
    with tafel.store.reader() as r:
        werk = te_maken(r)[-1]
    with tafel.store.reader() as r:
        assert uitkomst_van(r, werk.id) is None  # no bytes yet
    store_pdf(tafel.store, werk, b"%PDF")
    with tafel.store.reader() as r:
        assert uitkomst_van(r, werk.id) is None  # a draft
        anders = r.value("SELECT id FROM document WHERE soort = 'deelnemer_dossier'")
        assert uitkomst_van(r, anders) is None
        assert uitkomst_van(r, 1) is None


@pytest.mark.parametrize("gegevens", ['{"kop": 1}', "{", "[]", '"tekst"'])
def test_a_paper_in_another_shape_is_no_outcome_and_still_opens(tafel: Tafel, gegevens: str):
    tafel.pdf(tafel.editie("politie", "verslag"))
    with tafel.store.write(Handeling.SYSTEEM_MIGRATIE) as w:
        document_id = w.value("SELECT id FROM document WHERE soort = 'deelnemer_verslag'")
        w.update("document", document_id, {"gegevens": gegevens})
    with tafel.store.reader() as r:
        assert uitkomst_van(r, document_id) is None


def _met_signaal(tafel: Tafel, **velden: object) -> int:
    """The signal of casus 1 as it would have been typed."""
    with tafel.store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=tafel.c.dossier_een) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", tafel.c.dossier_een)
        w.update("signaal", signaal_id, {"ontvangen_op": "2026-09-08T10:00:00+02:00", **velden})
    return int(signaal_id)


def _deel(tafel: Tafel, signaal_id: int, soort: str = "zvh") -> Meldingsdeel:
    with tafel.store.reader() as r:
        return meldingsdeel(r, signaal_id, tafel.c.partijen[soort], kader(), OP, gebruiker_id=None)


def test_a_line_that_names_the_reporter_or_quotes_what_is_blocked_stays_here(tafel: Tafel):
    signaal_id = _met_signaal(
        tafel,
        zelf_waargenomen="- Hij stond bij de poort.\n"
        f"- {MELDER} zag hem daar.\n- Grijpvogel stond op de schuurdeur.",
        van_anderen="Marloes belde erover.",
        eigen_opmerking="Waterspreeuw, alleen voor mij.",
    )
    deel = _deel(tafel, signaal_id)
    tekst = melding_json(deel, WENS).to_bytes().decode()
    assert "Hij stond bij de poort." in tekst
    for woord in ("Marloes", "Grijpvogel", "Waterspreeuw"):
        assert woord not in tekst
    assert len(deel.gesnoeid) == 3
    assert sum("een melder" in zin for zin in deel.gesnoeid) == 2


@pytest.mark.parametrize("markering", ["vrij", "niet_verstrekken", "ter_kennisneming", "niet_vastleggen"])
def test_a_line_goes_as_the_item_made_of_it_may(tafel: Tafel, markering: str):
    signaal_id = _met_signaal(tafel, zelf_waargenomen="- Eerste regel.\n- Boomvalk zat op het dak.")
    with tafel.store.reader() as r:
        bespreking = r.value("SELECT id FROM bespreking WHERE dossier_id = ?", tafel.c.dossier_een)
    item = informatie(tafel.c.partijen["gemeente"], "Iets in andere woorden dan daar.", markering)
    if markering == "niet_vastleggen":
        item = replace(item, tekst="")
    with tafel.store.write(Handeling.INFORMATIE_TOEVOEGEN, dossier_id=tafel.c.dossier_een) as w:
        item_id = w.insert(
            "informatie",
            item,
            dossier_id=tafel.c.dossier_een,
            bespreking_id=bespreking,
            signaal_id=signaal_id,
            signaal_deel="zelf_waargenomen:1",
        )
    deel = _deel(tafel, signaal_id)
    assert ("Boomvalk" in deel.zelf_waargenomen) == (markering == "vrij")
    assert (item_id in deel.informatie_ids) == (markering == "vrij")
    assert "Eerste regel." in deel.zelf_waargenomen


@pytest.mark.parametrize(("noemen", "staat_er"), [("nee", False), ("ja", True)])
def test_that_a_relative_reported_it_is_told_only_when_the_reporter_agreed(
    tafel: Tafel, noemen: str, staat_er: bool
):
    deel = _deel(tafel, _met_signaal(tafel, bron_soort="familie", naam_noemen=noemen))
    assert ("Familie" in deel.overig) == staat_er
    assert "Bron: School of opleiding." in _deel(tafel, _met_signaal(tafel, bron_soort="onderwijs")).overig


def test_words_of_the_police_wait_for_their_agreement(tafel: Tafel):
    politie = tafel.c.partijen["politie"]
    signaal_id = _met_signaal(
        tafel, zelf_waargenomen="Hij stond bij de poort.", partij_id=politie, bron_soort="politie"
    )
    deel = _deel(tafel, signaal_id)
    assert not any(getattr(deel, veld) for veld in DELEN)
    assert "akkoord" in deel.gesnoeid[0]
    assert _deel(tafel, signaal_id, "politie").zelf_waargenomen == "Hij stond bij de poort."  # back to them


# ---- the sheet to copy by hand


def _wens(tafel: Tafel, soort: str = "zvh") -> Meldingswens:
    naam = "Zorg- en Veiligheidshuis" if soort == "zvh" else soort
    geven = next(g.code for g in kader().grondslagen("geven", op=OP))
    ontvangen = next(g.code for g in kader().grondslagen("ontvangen", op=OP))
    verstrekking = replace(
        WENS.verstrekking,
        op=OP,
        partij_id=tafel.c.partijen[soort],
        ontvanger=naam,
        grondslag_gever=geven,
        grondslag_ontvanger=ontvangen,
        noodzaak="Nodig.",
        zonder_rol_reden="Zij doen hier niet mee.",
    )
    return replace(WENS, verstrekking=verstrekking)


def _blad(tafel: Tafel, signaal_id: int) -> tuple[stukken.Kopieerblad, str]:
    """The sheet as it was frozen, and the words on its pages."""
    deel = _deel(tafel, signaal_id)
    document_id = register_kopieerblad(tafel.store, signaal_id, _wens(tafel), deel, kader(), op=OP)
    with tafel.store.reader() as r:
        (werk,) = [w for w in te_maken(r) if w.id == document_id]
        partij = r.value("SELECT partij_id FROM document WHERE id = ?", document_id)
    assert isinstance(werk.stuk, stukken.Kopieerblad)
    assert partij == tafel.c.partijen["zvh"], "it goes to that receiver only"
    pdf = render(werk.soort, werk.stuk, werk.code)
    return werk.stuk, " ".join("\n".join(page_texts(pdf)).split())


def test_the_sheet_on_paper_holds_what_the_receiver_may_have_and_nothing_else(tafel: Tafel):
    signaal_id = _met_signaal(
        tafel,
        zelf_waargenomen="- Hij stond bij de poort.\n"
        f"- {MELDER} zag hem daar.\n- Grijpvogel stond op de schuurdeur.",
        van_anderen="Marloes belde erover.",
        eigen_opmerking="Waterspreeuw, alleen voor mij.",
    )
    _, tekst = _blad(tafel, signaal_id)
    assert "Hij stond bij de poort." in tekst
    for woord in ("Marloes", "Grijpvogel", "Waterspreeuw"):
        assert woord not in tekst
    with tafel.store.reader() as r:
        gegevens = r.value("SELECT gegevens FROM document WHERE soort = 'kopieerblad'")
    for woord in ("Marloes", "Grijpvogel", "Waterspreeuw"):
        assert woord not in gegevens


def _besluit(tafel: Tafel, **velden: object) -> None:
    with tafel.store.write(Handeling.CASUS_INFORMEREN, dossier_id=tafel.c.dossier_een) as w:
        casus_id = w.value("SELECT id FROM casus WHERE dossier_id = ?", tafel.c.dossier_een)
        w.update("casus", casus_id, velden)


def test_whether_the_betrokkene_was_told_comes_from_the_dossier(tafel: Tafel):
    signaal_id = _met_signaal(tafel, zelf_waargenomen="Hij stond bij de poort.")
    _besluit(
        tafel,
        informeren="later",
        informeren_grondslag="bescherming_personen",
        informeren_reden="Zijn broer spreekt hem eerst.",
        informeren_door="H. Uilenbroek",
        informeren_opnieuw_op="2026-12-01",
        geinformeerd_op=None,
    )
    blad, tekst = _blad(tafel, signaal_id)
    antwoord = blad.vakken[-1].tekst
    assert antwoord.startswith("Nog niet. Dit wordt opnieuw bekeken op 1 december 2026.")
    assert "Reden: Zijn broer spreekt hem eerst." in antwoord
    assert blad.vakken[-1].leeg == ""
    assert "Zijn broer spreekt hem eerst." in tekst
    assert "Uilenbroek" not in tekst, "who decided it stays here"
    _besluit(tafel, informeren="ja", informeren_grondslag="", geinformeerd_op="2026-11-03")
    assert _deel(tafel, signaal_id).geinformeerd.startswith("Ja, op 3 november 2026.")


@pytest.mark.parametrize(
    "reden", [f"{MELDER} wil niet dat hij het hoort.", "Grijpvogel stond op de schuurdeur."]
)
def test_a_reason_not_to_tell_that_tells_on_somebody_stays_here(tafel: Tafel, reden: str):
    signaal_id = _met_signaal(tafel, zelf_waargenomen="Hij stond bij de poort.")
    _besluit(
        tafel,
        informeren="nee",
        informeren_grondslag="bescherming_personen",
        informeren_reden=reden,
        informeren_opnieuw_op="2026-12-01",
        geinformeerd_op=None,
    )
    blad, tekst = _blad(tafel, signaal_id)
    assert reden.split()[0] not in tekst
    assert blad.vakken[-1].tekst.startswith("Nee. ")
    assert "De reden gaat niet mee" in blad.vakken[-1].leeg


def test_nothing_was_decided_about_telling_and_the_sheet_says_so(tafel: Tafel):
    signaal_id = _met_signaal(tafel, zelf_waargenomen="Hij stond bij de poort.")
    with tafel.store.write(Handeling.CASUS_INFORMEREN, dossier_id=tafel.c.dossier_een) as w:
        for rij in w.rows("SELECT id FROM casus WHERE dossier_id = ?", tafel.c.dossier_een):
            w.update("casus", rij["id"], {"informeren": ""})
        for rij in w.rows("SELECT id FROM weging WHERE dossier_id = ?", tafel.c.dossier_een):
            w.update("weging", rij["id"], {"status": "concept"})
    blad, _ = _blad(tafel, signaal_id)
    assert blad.vakken[-1].tekst == ""
    assert "nog niets besloten" in blad.vakken[-1].leeg


def test_a_sheet_of_what_changed_since_is_not_recorded(tafel: Tafel):
    signaal_id = _met_signaal(tafel, zelf_waargenomen="Hij stond bij de poort.")
    gezien = _deel(tafel, signaal_id)
    _met_signaal(tafel, zelf_waargenomen="Iets anders.")
    with pytest.raises(Storing, match="gewijzigd"):
        register_kopieerblad(tafel.store, signaal_id, _wens(tafel), gezien, kader(), op=OP)
    with tafel.store.reader() as r:
        assert r.value("SELECT count(*) FROM document WHERE soort = 'kopieerblad'") == 0
        assert r.value("SELECT count(*) FROM verstrekking WHERE doel = 'Overleg.'") == 0

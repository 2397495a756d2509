# SPDX-License-Identifier: EUPL-1.2
"""The copy of everything about one person: complete by the schema, nothing of another, removed is gone."""

import io
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from gemeente_pga.documents.register import render_stuk
from gemeente_pga.domain.afschrift import GEVEN, MASKEREN, WEGLATEN, Gegeven, Onderdeel, Oordeel
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.verzoek import Behandeling, Verzoekregel, Verzoekstap
from gemeente_pga.handelingen import afschrift as h
from gemeente_pga.handelingen import verzoek as verzoeken
from gemeente_pga.store import schema, verbinding
from gemeente_pga.store.queries import afschrift as q
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.dossiers import dossiers_van
from gemeente_pga.store.queries.verzoek import verzoek
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import VANDAAG, acts, met_deelnemer, refused
from tests.inrichting_hulp import kader
from tests.rechten_hulp import BESLUIT, VERZOEK, breng_in, dossier_van, registreer
from tests.store.bouw import open_kluis, tabellen, volle_kluis, voorbeeldrij

POLITIETEKST = "Op het plein sprak hij agenten drie keer aan."


def onderdelen(store: Store, verzoek_id: int) -> tuple[Onderdeel, ...]:
    with store.reader() as r:
        regel = verzoek(r, verzoek_id)
        assert regel is not None
        return q.alles_over(r, regel)


def gegevens(store: Store, verzoek_id: int) -> list[Gegeven]:
    return [g for deel in onderdelen(store, verzoek_id) for g in deel.gegevens]


def van(store: Store, verzoek_id: int, tabel: str, kolom: str) -> Gegeven:
    (uit,) = [g for g in gegevens(store, verzoek_id) if (g.tabel, g.kolom) == (tabel, kolom)]
    return uit


def beoordeel_alles(store: Store, verzoek_id: int) -> None:
    open_ = {g.sleutel: g.voorstel for g in gegevens(store, verzoek_id) if g.geldt is None}
    h.judge(store, verzoek_id, open_)


@pytest.fixture
def verzoek_id(store: Store, ids: dict[str, int]) -> int:
    """An access request about a dossier with an item of the police; identity and givers are known."""
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    breng_in(store, dossier_id, ids["politie"], POLITIETEKST)
    verzoek_id = registreer(store, ids, dossier_id)
    verzoeken.update_verzoek(
        store, verzoek_id, Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie")
    )
    verzoeken.add_stap(
        store, verzoek_id, Verzoekstap("bronhouder_geraadpleegd", VANDAAG, "Politie", "Eigen besluit.")
    )
    return verzoek_id


# ---- complete


def vul_persoon(w: Writer, ids: dict[str, int], woord: str) -> tuple[dict[str, int], dict[str, str]]:
    """A person with a row in every table about persons, and a word of her own in every text column."""
    v = verbinding.geheugen()
    schema.voer_migraties_uit(v, schema.migraties())
    eigen = dict(ids)
    geplant: dict[str, str] = {}
    for tabel in tabellen():
        if tabel not in schema.persoonskolommen():
            continue
        sql = v.waarde("SELECT sql FROM sqlite_master WHERE name = ?", (tabel,))
        rij = voorbeeldrij(v, tabel, eigen)
        for kolom, bestand in schema.persoonskolommen()[tabel]:
            tekst = schema.kolommen()[tabel][kolom] == "TEXT"
            if tekst and not bestand and not re.search(rf"CHECK \({kolom} |OR {kolom} ", sql):
                rij[kolom] = f"{woord}{len(geplant)}x"
                geplant[str(rij[kolom])] = f"{tabel}.{kolom}"
        eigen[tabel] = w.insert(tabel, rij)
    v.sluit()
    for tabel in schema.persoonskolommen():  # also where a row may be about nobody
        if "dossier_id" in schema.kolommen()[tabel]:
            w.update(tabel, eigen[tabel], {"dossier_id": eigen["dossier"]})
    return eigen, geplant


def test_a_word_in_every_column_about_her_is_found_and_none_of_another(tmp_path: Path) -> None:
    pad, ids = volle_kluis(tmp_path)
    store = open_kluis(pad)
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        zij, van_haar = vul_persoon(w, ids, "zwaluwstaart")
        _, van_ander = vul_persoon(w, ids, "klaproosveld")
        w.update("persoon", zij["persoon"], {"huisnummer": 88765})
    regel = Verzoekregel(zij["verzoek"], "V2026-001", zij["dossier"], "", 0, "", VERZOEK, Behandeling())
    with store.reader() as r:
        tekst = " ".join(g.tekst for deel in q.alles_over(r, regel) for g in deel.gegevens)
    store.close()
    assert len(van_haar) == len(van_ander) > 350
    assert "88765" in tekst
    assert not [plek for woord, plek in van_ander.items() if woord in tekst]
    gemist = {plek for woord, plek in van_haar.items() if woord not in tekst}
    assert {plek for plek in gemist if not plek.startswith("afschriftregel.")} == {
        "bijlage.mediatype", "bijlage.sha256", "document.controlecode", "document.sha256",
        "exemplaar.sha256", "lekbesluit.vindplaats", "overname.sha256",
    }  # fmt: skip


def test_a_table_that_nobody_thought_of_has_to_be_judged(store: Store, verzoek_id: int) -> None:
    """Whatever is no date, code or name of her own waits, also what has no name in this program."""
    open_ = {(g.tabel, g.kolom) for g in gegevens(store, verzoek_id) if g.geldt is None}
    assert ("casus", "resultaat") not in open_  # empty
    assert ("verzoek", "wat") in open_
    assert ("informatie", "tekst") not in open_  # of the police


# ---- masked, left out, and of the police


@pytest.mark.eis("G12")
def test_police_parts_wait_for_the_police(store: Store, verzoek_id: int) -> None:
    item = van(store, verzoek_id, "informatie", "tekst")
    assert item.vast
    assert item.geldt == Oordeel(WEGLATEN, grond="politie")
    refused(store, lambda: h.judge(store, verzoek_id, {item.sleutel: Oordeel(GEVEN)}), "besluit de politie")
    besloten = Behandeling(VANDAAG, VANDAAG, "aan_balie", VANDAAG, VANDAAG)
    verzoeken.update_verzoek(store, verzoek_id, besloten)
    item = van(store, verzoek_id, "informatie", "tekst")
    assert item.geldt is None
    h.judge(store, verzoek_id, {item.sleutel: Oordeel(GEVEN)})
    assert van(store, verzoek_id, "informatie", "tekst").gegeven_tekst == POLITIETEKST


def test_a_judgement_counts_for_the_text_that_was_read(store: Store, verzoek_id: int) -> None:
    wat = van(store, verzoek_id, "verzoek", "wat")
    h.judge(store, verzoek_id, {wat.sleutel: Oordeel(GEVEN)})
    assert van(store, verzoek_id, "verzoek", "wat").geldt == Oordeel(GEVEN)
    with store.write(Handeling.VERZOEK_BIJWERKEN) as w:
        w.update("verzoek", verzoek_id, {"wat": "Ook wat zijn zus zei."})
    assert van(store, verzoek_id, "verzoek", "wat").geldt is None


def test_masking_takes_away_and_adds_nothing(store: Store, verzoek_id: int) -> None:
    wat = van(store, verzoek_id, "verzoek", "wat")
    assert wat.tekst == "Een kopie van alles."
    for fout in ("Een kopie van niets. []", "Een kopie van alles.", "alles [van] kopie"):
        oordeel = Oordeel(MASKEREN, fout, "derde")
        refused(store, partial(h.judge, store, verzoek_id, {wat.sleutel: oordeel}), "weg")
    zonder = Oordeel(MASKEREN, "Een [weg] alles.", "")
    refused(store, lambda: h.judge(store, verzoek_id, {wat.sleutel: zonder}), "grond")
    h.judge(store, verzoek_id, {wat.sleutel: replace(zonder, grond="derde")})
    assert van(store, verzoek_id, "verzoek", "wat").gegeven_tekst == "Een [weg] alles."


def test_the_copy_waits_for_the_last_judgement_and_for_the_decision(store: Store, verzoek_id: int) -> None:
    refused(store, lambda: h.make_afschrift(store, verzoek_id, kader(), VANDAAG), "te beoordelen")
    beoordeel_alles(store, verzoek_id)
    refused(store, lambda: h.make_afschrift(store, verzoek_id, kader(), VANDAAG), "geen besluit")
    verzoeken.decide(store, verzoek_id, BESLUIT, kader())
    refused(store, lambda: h.make_afschrift(store, verzoek_id, kader(), VANDAAG), "te beoordelen")  # its text
    beoordeel_alles(store, verzoek_id)
    was = len(acts(store))
    h.make_afschrift(store, verzoek_id, kader(), VANDAAG)
    assert acts(store)[was:] == [Handeling.AFSCHRIFT_MAKEN.code]
    refused(store, lambda: h.make_afschrift(store, verzoek_id, kader(), VANDAAG), "er al")


def _signaal(w: Writer, dossier_id: int, **anders: object) -> int:
    rij = {
        "dossier_id": dossier_id, "kader_id": w.value("SELECT id FROM kader"), "soort": "melding",
        "status": "ontvangen", "kanaal": "telefoon", "ontvangen_op": "2026-09-01T10:00:00+02:00",
        "bron_soort": "burger", "bron_kennis": "zelf",
    }  # fmt: skip
    return w.insert("signaal", rij | anders)


def test_who_reported_is_left_out_also_from_what_was_corrected(store: Store, verzoek_id: int) -> None:
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
        signaal_id = _signaal(
            w, dossier_id, melder_naam="Quirine Ypsilanti", interpretatie="Quirine vindt hem veranderd."
        )
        eerder = {"veld": "melder_naam", "oude_waarde": "Q. Ypsilon", "reden": "Typefout."}
        w.insert("signaal_versie", eerder, dossier_id=dossier_id, signaal_id=signaal_id)
    weg = Oordeel(WEGLATEN, grond="melder")
    assert van(store, verzoek_id, "signaal", "melder_naam").geldt == weg
    assert van(store, verzoek_id, "signaal_versie", "oude_waarde").geldt == weg
    zin = van(store, verzoek_id, "signaal", "interpretatie")
    assert zin.geldt is None
    assert zin.voorstel == Oordeel(MASKEREN, "[melder] vindt hem veranderd.", "melder")


def test_a_signal_of_the_police_goes_with_all_that_hangs_on_it(store: Store, verzoek_id: int) -> None:
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
        signaal_id = _signaal(w, dossier_id, bron_soort="politie", zelf_waargenomen="Op straat gezien.")
        eerder = {"veld": "interpretatie", "oude_waarde": "Hij loog.", "reden": "Geschrapt."}
        versie_id = w.insert("signaal_versie", eerder, dossier_id=dossier_id, signaal_id=signaal_id)
    delen = {deel.sleutel: deel for deel in onderdelen(store, verzoek_id)}
    weg = [delen["signaal", signaal_id], delen["signaal_versie", versie_id]]
    assert all(g.vast for deel in weg for g in deel.gegevens)
    assert [deel.stand for deel in weg] == ["Niet gegeven"] * 2
    assert "2026" not in weg[0].titel


def test_another_dossier_of_the_same_person_is_in_it_and_a_namesake_is_pointed_out(
    store: Store, ids: dict[str, int], verzoek_id: int
) -> None:
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
        nieuw = {
            naam: w.insert(
                "dossier", {"nummer": naam, "gemeente_id": ids["gemeente_id"], "kader_id": kader_id}
            )
            for kader_id in [w.value("SELECT id FROM kader")]
            for naam in ("2025-777", "2025-888")
        }
        signaal_id = _signaal(w, dossier_id)
        w.insert("factor", _los(w, nieuw["2025-777"], "Uit het oude dossier."))
        heropening = {"oud_dossier_id": nieuw["2025-777"], "signaal_id": signaal_id, "gevraagd_op": VANDAAG}
        w.insert("heropening", heropening, dossier_id=dossier_id)
        eigen = w.row("SELECT * FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
        assert eigen is not None
        naam = {k: eigen[k] for k in ("voornamen", "geslachtsnaam", "geboortedatum")}
        ander = w.insert("persoon", naam, dossier_id=nieuw["2025-888"], rol="naaste")
        for rij in w.rows("SELECT sleutel FROM persoonsleutel WHERE persoon_id = ?", eigen["id"]):
            w.insert("persoonsleutel", rij, dossier_id=nieuw["2025-888"], persoon_id=ander)
    assert van(store, verzoek_id, "factor", "tekst").tekst == "Uit het oude dossier."
    with store.reader() as r:
        assert dossiers_van(r, dossier_id) == tuple(sorted((dossier_id, nieuw["2025-777"])))
        assert q.elders(r, dossier_id) == ("2025-888",)


def _los(w: Writer, dossier_id: int, tekst: str) -> dict[str, object]:
    plan_id = _plan(w, int(w.value("SELECT dossier_id FROM casus")))
    return {"dossier_id": dossier_id, "plan_id": plan_id, "soort": "risico", "tekst": tekst}


# ---- on paper


@pytest.mark.eis("G12")
def test_what_is_left_out_is_not_in_the_bytes(store: Store, verzoek_id: int) -> None:
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
    with store.write(Handeling.PERSOON_VASTLEGGEN) as w:
        w.insert(
            "persoon",
            {"dossier_id": dossier_id, "rol": "naaste", "voornamen": "Quirine", "geslachtsnaam": "Ypsilanti"},
        )
        w.insert(
            "factor",
            {
                "dossier_id": dossier_id, "plan_id": _plan(w, dossier_id), "soort": "beschermend",
                "tekst": f"Steun van Quirine Ypsilanti, zegt men. {POLITIETEKST}",
            },
        )  # fmt: skip
    verzoeken.decide(store, verzoek_id, BESLUIT, kader())
    factor = van(store, verzoek_id, "factor", "tekst")
    assert factor.voorstel.tekst == "Steun [naaste], zegt men. [gegeven van de politie]"
    beoordeel_alles(store, verzoek_id)
    document_id = h.make_afschrift(store, verzoek_id, kader(), VANDAAG)
    with store.reader() as r:
        (gemaakt,) = [t for t in te_maken(r) if t.id == document_id]
        bewaard = r.value("SELECT gegevens FROM document WHERE id = ?", document_id)
    pdf = render_stuk(gemaakt.stuk, gemaakt.code)
    tekst = " ".join(" ".join(blad.tekst for blad in read_bladen(pdf)).split())
    with pikepdf.open(io.BytesIO(pdf)) as open_:
        stromen = b"".join(o.read_bytes() for o in open_.objects if isinstance(o, pikepdf.Stream))
    for geheim in ("Quirine", "Ypsilanti", POLITIETEKST, "agenten"):
        assert geheim not in tekst
        assert geheim not in bewaard
        assert geheim.encode() not in pdf + stromen
    for woord in (
        "Steun [naaste], zegt men.", "Wpg, artikel 25", "AVG, artikel 15, vierde lid", "V2026-001",
        "Autoriteit Persoonsgegevens", "burgemeester van", "Brandsma", "bezwaarschrift",
    ):  # fmt: skip
        assert woord in tekst, woord


def _plan(w: Writer, dossier_id: int) -> int:
    casus_id = w.value("SELECT id FROM casus WHERE dossier_id = ?", dossier_id)
    return w.insert(
        "plan", {"dossier_id": dossier_id, "casus_id": casus_id, "versie": 9, "status": "concept"}
    )


def test_only_access_to_a_dossier_has_a_copy(store: Store, ids: dict[str, int]) -> None:
    for wat in (VERZOEK, replace(VERZOEK, soort="bezwaar")):
        dossier_id = None if wat is VERZOEK else dossier_van(store, met_deelnemer(store, ids))
        verzoek_id = registreer(store, ids, dossier_id, wat)
        refused(store, partial(h.judge, store, verzoek_id, {}), "geen afschrift")


# ---- as a naaste in the dossier of somebody else


def _naaste_elders(store: Store, ids: dict[str, int], verzoek_id: int, **anders: object) -> int:
    """Somebody of her name around another betrokkene, with what she said there."""
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
        eigen = w.row("SELECT * FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id) or {}
        kader_id = w.value("SELECT id FROM kader")
        plek = {"nummer": "2025-999", "gemeente_id": ids["gemeente_id"], "kader_id": kader_id}
        ander = w.insert("dossier", plek)
        w.insert(
            "persoon",
            {"rol": "betrokkene", "voornamen": "Xander", "geslachtsnaam": "Ypsilanti"},
            dossier_id=ander,
        )
        _signaal(w, ander, zelf_waargenomen="Xander Ypsilanti schreeuwde.")
        naam = {k: eigen[k] for k in ("voornamen", "geslachtsnaam", "geboortedatum")}
        zij = {
            "rol": "naaste", "relatie": "ouder", "grondslag": "wet_pga", "bewaren_tot": "2027-01-01",
            "doel": "Zij kan met Xander Ypsilanti praten.",
        }  # fmt: skip
        naaste = w.insert("persoon", naam | zij | anders, dossier_id=ander)
        for rij in w.rows("SELECT sleutel FROM persoonsleutel WHERE persoon_id = ?", eigen["id"]):
            w.insert("persoonsleutel", rij, dossier_id=ander, persoon_id=naaste)
        zei = {"ontvangen_op": VANDAAG, "wijze": "gesprek", "tekst": "Ik belde Xander elke week."}
        w.insert("zienswijze", zei, dossier_id=ander, persoon_id=naaste)
    return naaste


@pytest.mark.eis("G12")
def test_what_is_kept_about_her_as_a_naaste_is_a_part_of_its_own_without_the_other(
    store: Store, ids: dict[str, int], verzoek_id: int
) -> None:
    naaste = _naaste_elders(store, ids, verzoek_id)
    delen = [d for d in onderdelen(store, verzoek_id) if d.titel == "Over u als naaste, in een ander dossier"]
    assert [d.sleutel[0] for d in delen] == ["persoon", "zienswijze"]
    alles = {(g.tabel, g.kolom): g for d in delen for g in d.gegevens}
    assert all(g.geldt is None for g in alles.values()), "a person looks at every one of them"
    assert not any("schreeuwde" in g.tekst for g in gegevens(store, verzoek_id))
    assert alles["persoon", "geboortedatum"].voorstel == Oordeel(GEVEN)
    for kolom in ("relatie", "doel"):
        assert alles["persoon", kolom].voorstel == Oordeel(WEGLATEN, grond="derde")
    zei = alles["zienswijze", "tekst"].voorstel
    assert (zei.uitkomst, zei.grond) == (MASKEREN, "derde")
    assert "Xander" not in zei.tekst
    verzoeken.decide(store, verzoek_id, BESLUIT, kader())
    refused(store, lambda: h.make_afschrift(store, verzoek_id, kader(), VANDAAG), "te beoordelen")
    beoordeel_alles(store, verzoek_id)
    document_id = h.make_afschrift(store, verzoek_id, kader(), VANDAAG)
    with store.reader() as r:
        bewaard = r.value("SELECT gegevens FROM document WHERE id = ?", document_id)
        assert r.value("SELECT dossier_id FROM persoon WHERE id = ?", naaste) is not None
    assert "Over u als naaste" in bewaard
    assert "1 januari 2027" in bewaard
    for geheim in ("Xander", "Ypsilanti", "2025-999", '"ouder"', "praten"):
        assert geheim not in bewaard, geheim


@pytest.mark.eis("G12")
def test_a_namesake_without_the_same_day_of_birth_is_given_nothing_by_itself(
    store: Store, ids: dict[str, int], verzoek_id: int
) -> None:
    _naaste_elders(store, ids, verzoek_id, geboortedatum=None)
    delen = [d for d in onderdelen(store, verzoek_id) if d.titel == "Over u als naaste, in een ander dossier"]
    assert delen
    assert {g.voorstel.uitkomst for d in delen for g in d.gegevens} == {WEGLATEN}

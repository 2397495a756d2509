# SPDX-License-Identifier: EUPL-1.2
"""The shipped kader says what the sources say and no more."""

import hashlib
import re
from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.kader import NIET_VASTGESTELD, Code, Kader, noem_versie, parse_kader
from gemeente_pga.kaderbestand import shipped
from gemeente_pga.paths import resource

NAAM = "wet-pga-2025.toml"
TEKST = resource(f"kader/{NAAM}").read_text(encoding="utf-8")
REGELS = TEKST.split("\n")
VANDAAG = date(2026, 11, 21)


@pytest.fixture(scope="module")
def kader() -> Kader:
    return parse_kader(TEKST, NAAM)


@pytest.mark.eis("G8")
def test_two_lists_are_those_of_the_law_and_of_care(kader: Kader):
    assert [c.code for c in kader.wettelijke_criteria] == [
        "k1",
        "k2",
        "k3",
        "k4",
        "k5",
        "k7",
        "k8",
        "k9",
        "k10",
    ]
    assert [c.code for c in kader.zorgvuldigheidstoetsen] == ["k6", *(f"k{n}" for n in range(11, 19))]
    assert {c.lijst for c in kader.wettelijke_criteria} == {"wettelijk"}
    assert {c.lijst for c in kader.zorgvuldigheidstoetsen} == {"zorgvuldigheid"}


@pytest.mark.eis("G8")
def test_no_statutory_criterium_poses_as_vastgesteld(kader: Kader):
    assert {c.status for c in kader.wettelijke_criteria} == {"niet_vastgesteld"}
    assert kader.in_werking is None
    assert kader.status == "niet_vastgesteld"


@pytest.mark.parametrize(
    ("onderdeel", "code", "soort"),
    [
        ("samenhang", "k7", "afsluiting"),
        ("subsidiariteit", "k13", "afsluiting"),
        ("proportionaliteit", "k14", "afsluiting"),
        ("aanwezigheid", "k15", "afgeleid"),
        ("bevoegdheid", "k16", "afgeleid"),
        ("informeren", "k18", "afgeleid"),
    ],
)
def test_closing_part_and_derived_tests(kader: Kader, onderdeel: str, code: str, soort: str):
    criterium = kader.criterium_for(onderdeel)
    assert (criterium.code, criterium.soort) == (code, soort)


def test_every_other_criterium_is_a_card(kader: Kader):
    kaarten = {c.code for c in kader.criteria if c.soort == "criterium"}
    assert kaarten == {"k1", "k2", "k3", "k4", "k5", "k6", "k8", "k9", "k10", "k11", "k12", "k17"}
    with pytest.raises(KeyError):
        kader.criterium_for("")


def test_no_retention_term_has_a_number(kader: Kader):
    assert {regel.termijn for regel in kader.bewaartermijnen} == {""}
    assert {regel.status for regel in kader.bewaartermijnen} == {"niet_vastgesteld"}


def test_nothing_recalled_is_in_it(kader: Kader):
    zekerheden = re.findall(r'(?m)zekerheid = "(\w+)"', TEKST)
    assert len(zekerheden) > 120
    assert set(zekerheden) == {"L", "Lx", "O", "S", "I"}
    assert 'status = "vastgesteld"' not in TEKST


def test_target_terms_that_no_law_gives_are_proposals(kader: Kader):
    voorstellen = {r.code: r.termijn for r in kader.streeftermijnen if r.status == "voorstel"}
    assert voorstellen["nadere_informatie"] == "P4W"
    assert voorstellen["plan_van_aanpak"] == "P6W"
    assert (voorstellen["herbeoordeling_eerste"], voorstellen["herbeoordeling_volgende"]) == ("P3M", "P6M")
    assert {r.zekerheid for r in kader.streeftermijnen if r.code in voorstellen} == {"I"}
    periode = kader.streeftermijn("nadere_informatie").periode
    assert periode is not None
    assert periode.after(date(2026, 10, 2)) == date(2026, 10, 30)
    assert kader.streeftermijn("weging").periode is None


def test_every_source_is_used_and_readable(kader: Kader):
    gebruikt = {verwijzing.partition(" ")[0] for verwijzing in re.findall(r'"([^"]+)"', bronregels())}
    assert gebruikt == {bron.code for bron in kader.bronnen}
    assert kader.toon_bron("STB78 art. 2(2)") == (
        "Besluit gegevensverwerking PGA, Staatsblad 2025, 78, art. 2(2)"
    )
    assert kader.toon_bron("MVT").startswith("Memorie van toelichting")


def bronregels() -> str:
    return "\n".join(regel.partition("= ")[2] for regel in REGELS if regel.startswith("bron = "))


def test_core_parties_and_who_never_takes_part(kader: Kader):
    assert [partij.code for partij in kader.kernpartijen] == ["gemeente", "om", "politie"]
    assert [partij.code for partij in kader.partijen if partij.deelname == "nooit"] == ["aivd"]


def test_grounds_for_giving_depend_on_party_and_day(kader: Kader):
    politie = {g.code for g in kader.grondslagen("geven", "politie", op=VANDAAG)}
    assert {"wet_pga", "wpg_16_1_b", "wpg_18_2", "wpg_19", "wpg_20"} <= politie
    assert not politie & {"wjsg_8a_39f", "conflict_van_plichten", "avg_10_uavg_33_a"}
    assert "wpg_19" not in {g.code for g in kader.grondslagen("ontvangen", "politie", op=VANDAAG)}


def test_a_limit_is_never_offered_as_a_ground(kader: Kader):
    for soort in ("geven", "ontvangen", "beide"):
        assert "beroepsgeheim" not in {g.code for g in kader.grondslagen(soort, op=VANDAAG)}
    assert kader.grondslag("beroepsgeheim").soort == "grens"
    assert kader.grondslag("wpg_20").vindplaats == "artikel 20"
    assert kader.grondslag("beroepsgeheim").vindplaats == "BW 7:457; Jeugdwet 7.3.11"
    with pytest.raises(KeyError):
        kader.grondslagen("grens", op=VANDAAG)


@pytest.mark.eis("c03")
@pytest.mark.parametrize(
    ("op", "geldt"),
    [(date(2027, 2, 28), True), (date(2027, 3, 1), False), (date(2027, 3, 2), False)],
)
def test_temporary_act_expires_on_1_march_2027(kader: Kader, op: date, geldt: bool):
    assert ("twbmt" in {g.code for g in kader.grondslagen("geven", "gemeente", op=op)}) is geldt


def test_ground_that_starts_later_is_not_offered_before(kader: Kader):
    assert "wgs" not in {g.code for g in kader.grondslagen("geven", "zvh", op=date(2025, 2, 28))}
    assert "wgs" in {g.code for g in kader.grondslagen("geven", "zvh", op=date(2025, 3, 1))}


@pytest.mark.eis("i7")
def test_ideology_has_a_date_and_a_way_out(kader: Kader):
    lijst = kader.lijst("ideologie")
    assert lijst.peildatum == VANDAAG
    assert lijst.waarden[0].code == "onbekend"
    assert kader.keuze("ideologie", "overig").uitleg_verplicht


@pytest.mark.eis("c04", "n2", "w09")
def test_heimelijk_is_blocked_and_only_that(kader: Kader):
    assert [code.code for code in kader.codelijst("verkregen") if code.geblokkeerd] == ["heimelijk"]


@pytest.mark.eis("c15")
def test_only_a_voluntary_intervention_needs_no_other_decider(kader: Kader):
    assert [c.code for c in kader.codelijst("interventiesoort") if not c.beslisser] == ["vrijwillig"]


def test_labels_are_dutch_and_unknown_codes_fail(kader: Kader):
    assert kader.label("standpunt", "kanttekening") == "Akkoord met kanttekening"
    assert kader.label("weegbesluit", "doorgeleid") == "Doorgeleid naar …"
    for zoek in (
        lambda: kader.label("standpunt", "x"),
        lambda: kader.codelijst("x"),
        lambda: kader.partij("x"),
    ):
        with pytest.raises(KeyError):
            zoek()


def test_labels_within_a_list_differ(kader: Kader):
    for lijst in kader.codelijsten:
        namen = [code.naam for code in lijst.waarden]
        assert len(set(namen)) == len(namen), lijst.code


def test_hash_is_that_of_the_text(kader: Kader):
    assert kader.sha256 == hashlib.sha256(TEKST.encode()).hexdigest()
    assert parse_kader(TEKST + "\n# opmerking\n", NAAM).sha256 != kader.sha256
    assert kader.tekst == TEKST


def test_sentences_are_short_enough_to_read(kader: Kader):
    teksten = [
        zin
        for c in kader.criteria
        for tekst in (c.vraag, c.toelichting, *c.telt_wel, *c.telt_niet)
        for zin in re.split(r"(?<=[.!?])\s", tekst)
    ]
    teksten += [zin for code in all_values(kader) for zin in re.split(r"(?<=[.!?])\s", code.toelichting)]
    te_lang = [zin for zin in teksten if len(zin.split()) > 25]
    assert len(teksten) > 150
    assert te_lang == []


def all_values(kader: Kader) -> list[Code]:
    return [code for lijst in kader.codelijsten for code in lijst.waarden]


@pytest.mark.parametrize(
    ("versie", "zin"), [("2026-11-21", "ingevuld op 21 november 2026"), ("proef 2", "versie proef 2")]
)
def test_a_version_is_named_by_its_day(versie: str, zin: str) -> None:
    assert noem_versie(versie) == zin


@pytest.mark.eis("G23")
def test_the_coa_may_be_a_partner_and_nothing_is_said_that_was_not_read():
    for kader in shipped():
        coa = kader.partij("coa")
        assert (coa.kernpartij, coa.deelname, coa.status) == (False, "per_onderdeel", NIET_VASTGESTELD)
        assert coa.mag_inbrengen == ""
        assert "gemeente van verblijf" in coa.toelichting


def test_a_kader_that_nobody_signed_does_not_look_like_a_version_of_the_law(echt_kader: Kader):
    open_ = replace(echt_kader, versie="2026-11-21", status=NIET_VASTGESTELD)
    assert open_.ingevuld == "Ingevuld op 21 november 2026. Nog niet door een jurist vastgesteld."
    assert replace(open_, status="uit_bron").ingevuld == "Versie van 21 november 2026."

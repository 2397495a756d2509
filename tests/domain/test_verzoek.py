# SPDX-License-Identifier: EUPL-1.2
"""Requests: the last day over month ends and leap years, who may ask, and what a decision needs."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.gezag import is_onder_zestien
from gemeente_pga.domain.mandaat import Mandaat, Mandaatregel
from gemeente_pga.domain.verzoek import (
    Afloop,
    Behandeling,
    Verlenging,
    Verzoek,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekrond,
    beoordeel_behandeling,
    beoordeel_verlenging,
    beoordeel_verzoek,
    schort_op,
)
from gemeente_pga.domain.verzoekbesluit import (
    beoordeel_verzoekbesluit,
    mist_voor_afloop,
    mist_voor_besluit,
    tekenmandaat,
)
from gemeente_pga.domain.verzoektermijn import AVG, may_extend, rechtsmiddel_voor, uiterlijk
from tests.inrichting_hulp import kader

VANDAAG = date(2026, 10, 5)
VERZOEK = Verzoek(
    "inzage",
    date(2026, 9, 14),
    "brief",
    "Een kopie van alles.",
    "J. D'Hondt",
    "",
    "betrokkene",
    "casusoverleg",
)
MANDAAT = Mandaatregel(
    1, 7, Mandaat("verzoek", "burgemeester", "Coördinator", "", date(2026, 1, 1), None, "B2026-01")
)
BESLUIT = Verzoekbesluit(
    "toegewezen", "", "U krijgt een afschrift.", "A. de Wit, burgemeester", date(2026, 10, 2)
)
REGEL = Verzoekregel(
    1, "V2026-001", 7, "2026-001", 3, "Waterhoven", VERZOEK,
    Behandeling(identiteit_op=date(2026, 9, 16), identiteit_wijze="aan_balie"), uiterlijk=date(2026, 10, 14),
)  # fmt: skip


def velden(uitkomst: object) -> set[str]:
    assert isinstance(uitkomst, list), uitkomst
    return {gebrek.veld for gebrek in uitkomst}


# ---- the last day


@pytest.mark.eis("c20")
@pytest.mark.parametrize(
    ("ontvangen", "gewoon", "verlengd", "politie"),
    [
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 4, 28), date(2027, 3, 14)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 4, 29), date(2028, 3, 13)),
        (date(2026, 11, 30), date(2026, 12, 30), date(2027, 2, 28), date(2027, 1, 11)),
        (date(2028, 2, 29), date(2028, 3, 29), date(2028, 5, 29), date(2028, 4, 11)),
        (date(2026, 3, 1), date(2026, 4, 1), date(2026, 6, 1), date(2026, 4, 12)),  # over summer time
        (date(2026, 10, 2), date(2026, 11, 2), date(2027, 1, 2), date(2026, 11, 13)),  # a Monday by chance
    ],
)
def test_the_day_counts_from_receipt_and_is_never_later_than_the_law(
    ontvangen: date, gewoon: date, verlengd: date, politie: date
):
    for soort in AVG:
        dag = uiterlijk(soort, ontvangen, kader(), politiedelen=True)
        assert (dag.datum, dag.politie, dag.vastgesteld) == (gewoon, politie, True)
        assert "12" in dag.bron
        assert "25" in dag.politiebron
        assert uiterlijk(soort, ontvangen, kader(), verlengd=True).datum == verlengd


@pytest.mark.parametrize("soort", sorted(set(kader().codes("verzoeksoort")) - AVG))
def test_a_term_that_nobody_looked_up_gives_no_day(soort: str):
    dag = uiterlijk(soort, VANDAAG, kader(), indienen_voor=VANDAAG)
    assert (dag.datum, dag.vastgesteld, dag.politie) == (None, False, None)
    assert "niet vastgesteld" in dag.zin
    assert not may_extend(soort, kader())
    assert rechtsmiddel_voor(VANDAAG, kader()) is None


# ---- what came in

INVOER: dict[str, object] = {
    "soort": "inzage", "ontvangen_op": VANDAAG, "kanaal": "brief", "wat": "Alles.", "verzoeker": "J. D'Hondt",
    "hoedanigheid": "betrokkene", "verwerking": "casusoverleg", "dossier": "2026-001",
}  # fmt: skip


def test_a_request_about_a_dossier_or_about_nobody_here():
    goed = beoordeel_verzoek(INVOER, kader(), VANDAAG, nummers={"2026-001": 7})
    assert isinstance(goed, tuple)
    assert goed[1] == 7
    niemand = beoordeel_verzoek(INVOER | {"dossier": ""}, kader(), VANDAAG, nummers={"2026-001": 7})
    assert isinstance(niemand, tuple)
    assert niemand[1] is None


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"dossier": "2026-999"}, "dossier"),
        ({"ontvangen_op": date(2026, 10, 6)}, "ontvangen_op"),
        ({"wat": ""}, "wat"),
        ({"verwerking": ""}, "verwerking"),
        ({"soort": "bezwaarschrift"}, "over_verzoek_id"),
        ({"dossier": "", "politiedelen": True}, "politiedelen"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(anders: dict[str, object], veld: str):
    assert velden(beoordeel_verzoek(INVOER | anders, kader(), VANDAAG, nummers={"2026-001": 7})) == {veld}


def test_identity_needs_a_day_and_a_way_and_the_police_come_after_receipt():
    halve = {"identiteit_op": VANDAAG, "politie_besluit_op": VANDAAG}
    uit = beoordeel_behandeling(halve, kader(), VANDAAG, verzoek=VERZOEK)
    assert velden(uit) == {"identiteit_wijze", "politie_doorgezonden_op"}
    vroeg = {"politie_doorgezonden_op": date(2026, 9, 13)}
    assert velden(beoordeel_behandeling(vroeg, kader(), VANDAAG, verzoek=VERZOEK)) == {
        "politie_doorgezonden_op"
    }


# ---- a longer term


def test_a_term_is_extended_once_and_before_it_is_over():
    invoer = {"verlengd_op": VANDAAG, "verlengd_reden": "Vijf deelnemers moeten zoeken."}
    assert isinstance(beoordeel_verlenging(invoer, VANDAAG, verzoek=REGEL), Verlenging)
    assert velden(beoordeel_verlenging({"verlengd_op": VANDAAG}, VANDAAG, verzoek=REGEL)) == {
        "verlengd_reden"
    }
    laat = date(2026, 10, 15)
    al = replace(REGEL, verlenging=Verlenging(VANDAAG, "Eerder."))
    for dag, regel in (
        (laat, REGEL),
        (VANDAAG, al),
        (VANDAAG, replace(REGEL, besluit=BESLUIT)),
        (VANDAAG, replace(REGEL, uiterlijk=None)),
    ):
        uit = beoordeel_verlenging(invoer | {"verlengd_op": dag}, laat, verzoek=regel)
        assert velden(uit) == {"verlengd_op"}


# ---- a decision


KAAL = Verzoekrond()


def mist(regel: Verzoekregel = REGEL, rond: Verzoekrond = KAAL, **anders: object) -> list[str]:
    besluit = replace(BESLUIT, **anders)  # type: ignore[arg-type]
    return [gebrek.melding for gebrek in mist_voor_besluit(regel, besluit, rond)]


@pytest.mark.eis("c20")
def test_a_decision_has_a_text_a_signer_and_a_ground_for_a_refusal():
    assert mist() == []
    assert mist(besluit_tekst="")
    assert mist(ondertekenaar="")
    for besluit in ("deels", "afgewezen"):
        assert "grond" in mist(besluit=besluit)[0]
        assert "grond" in mist(besluit=besluit, besluit_grond="Dat mag niet.")[0]
        assert mist(besluit=besluit, besluit_grond="UAVG, artikel 41, eerste lid, onder d") == []
    assert "binnen" in mist(besluit_op=date(2026, 9, 13))[0]


@pytest.mark.eis("G12")
def test_nobody_gets_a_decision_before_it_is_known_who_asks():
    onbekend = replace(REGEL, behandeling=Behandeling())
    for besluit in ("toegewezen", "geen_gegevens"):
        assert "identiteit" in mist(onbekend, besluit=besluit)[0]
    assert mist(onbekend, besluit="buiten_behandeling") == []
    assert "aan wie" in mist(onbekend, besluit="doorgezonden")[0]
    gemachtigde = replace(REGEL, inhoud=replace(VERZOEK, hoedanigheid="gemachtigde"))
    assert "machtiging" in mist(gemachtigde)[0]


@pytest.mark.eis("G12", "G13")
def test_under_sixteen_the_representative_asks():
    op_de_dag = date(2010, 9, 14)  # sixteen on the day of receipt
    assert not is_onder_zestien(op_de_dag, VERZOEK.ontvangen_op)
    assert mist(rond=Verzoekrond(geboortedatum=op_de_dag)) == []
    jong = Verzoekrond(geboortedatum=date(2010, 9, 15))
    assert "zestien" in mist(rond=jong)[0]
    ouder = replace(REGEL, inhoud=replace(VERZOEK, hoedanigheid="vertegenwoordiger"))
    assert "gezag" in mist(ouder, jong)[0]
    assert mist(ouder, replace(jong, gezag=True)) == []
    assert is_onder_zestien(date(2012, 2, 29), date(2028, 2, 28))
    assert not is_onder_zestien(date(2012, 2, 29), date(2028, 2, 29))
    assert not is_onder_zestien(None, VANDAAG)


@pytest.mark.eis("G12")
def test_the_giver_is_asked_before_its_data_is_given():
    rond = Verzoekrond(niet_geraadpleegd=("Politie",))
    assert "Politie" in mist(rond=rond)[0]
    assert mist(rond=rond, besluit="afgewezen", besluit_grond="UAVG 41") == []


def test_what_somebody_else_decides_is_not_decided_here():
    beroep = replace(REGEL, inhoud=replace(VERZOEK, soort="beroep"))
    assert "een ander" in mist(beroep)[0]


@pytest.mark.eis("G11")
def test_the_signer_signs_himself_or_for_the_burgemeester():
    basis = {"besluit": "toegewezen", "besluit_tekst": "U krijgt het.", "besluit_op": BESLUIT.besluit_op}
    zelf = basis | {"tekent": "zelf", "ondertekenaar_naam": "A. de Wit"}
    namens = basis | {"tekent": "namens", "ondertekenaar_naam": "M. Hoekstra"}
    uit = beoordeel_verzoekbesluit(zelf, kader(), VANDAAG, verzoek=REGEL, rond=Verzoekrond())
    assert isinstance(uit, Verzoekbesluit)
    assert uit.ondertekenaar == "A. de Wit, burgemeester"
    fout = beoordeel_verzoekbesluit(namens, kader(), VANDAAG, verzoek=REGEL, rond=Verzoekrond())
    assert velden(fout) == {"ondertekenaar_functie", "ondertekenaar_naam"}  # and no mandate
    namens |= {"ondertekenaar_functie": "coördinator"}
    rond = Verzoekrond(mandaten=(MANDAAT,))
    uit = beoordeel_verzoekbesluit(namens, kader(), VANDAAG, verzoek=REGEL, rond=rond)
    assert isinstance(uit, Verzoekbesluit)
    assert uit.ondertekenaar == "M. Hoekstra, coördinator, namens de burgemeester"
    assert tekenmandaat(uit, rond) is MANDAAT
    for mandaten in ((), (replace(MANDAAT, ingetrokken_op=BESLUIT.besluit_op),)):
        fout = beoordeel_verzoekbesluit(
            namens, kader(), VANDAAG, verzoek=REGEL, rond=Verzoekrond(mandaten=mandaten)
        )
        assert velden(fout) == {"ondertekenaar_naam"}


# ---- how it ends


@pytest.mark.eis("G14")
def test_nothing_is_destroyed_before_it_is_onherroepelijk():
    besloten = replace(REGEL, besluit=BESLUIT)
    bekend = replace(besloten, bekendgemaakt_op=date(2026, 10, 3))
    for regel in (REGEL, besloten, bekend):
        assert REGEL.nummer in schort_op(regel, VANDAAG)
    assert schort_op(replace(bekend, onherroepelijk_op=VANDAAG), VANDAAG) == ""
    assert schort_op(replace(REGEL, ingetrokken_op=VANDAAG), VANDAAG) == ""


@pytest.mark.eis("G14")
def test_onherroepelijk_comes_after_making_known_and_after_every_remedy():
    eind = Afloop("onherroepelijk", VANDAAG)
    assert "bekend" in mist_voor_afloop(replace(REGEL, besluit=BESLUIT), eind, ())
    bekend = replace(REGEL, besluit=BESLUIT, bekendgemaakt_op=date(2026, 10, 3))
    assert "V2026-002" in mist_voor_afloop(bekend, eind, ("V2026-002",))
    assert "bezwaar" in mist_voor_afloop(replace(bekend, rechtsmiddel_voor=VANDAAG), eind, ())
    assert mist_voor_afloop(bekend, eind, ()) == ""
    assert "Intrekken" in mist_voor_afloop(bekend, Afloop("ingetrokken", VANDAAG), ())
    assert "al bekend" in mist_voor_afloop(bekend, Afloop("bekendgemaakt", VANDAAG), ())
    assert "geen besluit" in mist_voor_afloop(REGEL, Afloop("bekendgemaakt", VANDAAG), ())
    assert "binnen" not in mist_voor_afloop(replace(REGEL, inhoud=replace(VERZOEK, soort="beroep")), eind, ())
    assert "afgerond" in mist_voor_afloop(replace(bekend, onherroepelijk_op=VANDAAG), eind, ())

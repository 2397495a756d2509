# SPDX-License-Identifier: EUPL-1.2
"""Who never saw a dossier reads from it why it is there, on what ground, who knows what, until when."""

from datetime import date

import pytest

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.kader import Kader
from gemeente_pga.handelingen.aanhouding import begin
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.dossiers import lijst_dossiers
from gemeente_pga.store.queries.merktekens import merktekens
from gemeente_pga.store.queries.waarom import GEEN_TERMIJN, Waarom, waarom
from gemeente_pga.store.store import Store
from tests.ui_hulp import NU, VANDAAG


@pytest.fixture
def gevuld(store: Store, echt_kader: Kader) -> Store:
    store.oefening = True
    fill(store, echt_kader, NU)
    return store


def vier(store: Store, kader: Kader) -> dict[str, list[Waarom]]:
    """The answers of every practice dossier, by its state."""
    with store.reader() as r:
        uit: dict[str, list[Waarom]] = {}
        for kop in lijst_dossiers(r):
            uit.setdefault(f"{kop.soort}/{kop.status}", []).append(waarom(r, kop.id, kader, VANDAAG))
    return uit


@pytest.mark.eis("i2")
def test_every_dossier_answers_all_five_in_whole_sentences(gevuld: Store, echt_kader: Kader) -> None:
    alle = [w for lijst in vier(gevuld, echt_kader).values() for w in lijst]
    assert len(alle) >= 8
    for antwoord in alle:
        for regels in (
            antwoord.waarom,
            antwoord.grond,
            antwoord.wie_weet,
            antwoord.gehoord,
            antwoord.einde,
        ):
            assert regels
            assert all(regel.strip().endswith((".", "!", "?", "”", ")")) for regel in regels), regels


def test_a_running_casus_names_giver_decision_ground_holders_and_the_next_day(
    gevuld: Store, echt_kader: Kader
) -> None:
    with gevuld.reader() as r:
        rij = r.row(
            "SELECT c.dossier_id, c.volgende_herbeoordeling AS dag, s.bron_organisatie, s.ontvangen_op, "
            "w.besluit_reden FROM casus c JOIN signaal s ON s.dossier_id = c.dossier_id "
            "JOIN weging w ON w.id = c.weging_id WHERE c.status = 'herbeoordeling'"
        )
        assert rij is not None
        nu = waarom(r, rij["dossier_id"], echt_kader, VANDAAG)
        aan_tafel = {
            d["naam"]
            for d in r.rows(
                "SELECT DISTINCT p.naam FROM overleg_deelnemer d JOIN partij p ON p.id = d.partij_id "
                "JOIN bespreking_deelnemer bd ON bd.overleg_deelnemer_id = d.id "
                "JOIN bespreking b ON b.id = bd.bespreking_id WHERE b.dossier_id = ? "
                "AND d.aanwezig = 'aanwezig' AND p.soort <> 'gemeente'",
                rij["dossier_id"],
            )
        }
    tekst = "\n".join(nu.waarom)
    assert rij["besluit_reden"] in tekst
    assert "opnemen in de persoonsgerichte aanpak" in tekst
    if rij["bron_organisatie"]:
        assert rij["bron_organisatie"] in tekst
    assert echt_kader.korte_titel in nu.grond[0]
    assert "De grond in deze fase: " in nu.grond[0]
    assert "Een jurist moet die grond nog vaststellen." in nu.grond[0]
    assert "Informatie is ontvangen op grond van" in nu.grond[1]
    assert aan_tafel
    for naam in aan_tafel:
        assert any(regel.startswith(naam) for regel in nu.wie_weet), naam
    dag = date.fromisoformat(rij["dag"])
    assert any(f"{dag.day} " in regel and str(dag.year) in regel for regel in nu.einde)


def test_what_is_closed_says_that_no_term_was_set(gevuld: Store, echt_kader: Kader) -> None:
    (dicht,) = vier(gevuld, echt_kader)["casus/afgesloten"]
    assert GEEN_TERMIJN in dicht.einde


def test_before_the_weegploeg_it_is_only_a_signal(gevuld: Store, echt_kader: Kader) -> None:
    for wacht in vier(gevuld, echt_kader)["signaal/geagendeerd"]:
        assert "De weegploeg heeft nog niet besloten. Tot dan is dit alleen een signaal." in wacht.waarom
        assert any("meldde op" in regel and "“" in regel for regel in wacht.waarom), "what was reported"
        assert any(regel.startswith("De weegploeg bespreekt het signaal op") for regel in wacht.einde)


def test_who_reported_it_and_who_was_told_are_named_each_with_its_own_day(
    gevuld: Store, echt_kader: Kader
) -> None:
    (antwoord,) = vier(gevuld, echt_kader)["signaal/nadere_informatie"]
    assert any("deed de melding op" in regel for regel in antwoord.wie_weet)
    assert any(regel.startswith("Binnen de gemeente: ") for regel in antwoord.wie_weet)
    assert any("besluit u daar opnieuw over" in regel for regel in antwoord.gehoord)
    assert any("de vraag van de weegploeg" in regel for regel in antwoord.wie_weet)
    assert any("sprak het antwoord tegen opnemen: " in regel for regel in antwoord.waarom), "both sides"
    assert any("De vraag aan" in regel for regel in antwoord.waarom)
    assert any("uiterlijk" in regel for regel in antwoord.einde)


def test_a_hold_stands_beside_the_name_and_under_when_it_ends(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE status = 'in_uitvoering' LIMIT 1")
        om = r.value("SELECT id FROM partij WHERE soort = 'om'")
        assert "Wacht op verzoek" not in merktekens(r, dossier_id)
    hold = Aanhouding(
        "informeren", om, "mr. P. van 't Hoff", "officier", "onderzoek", "Wacht.", VANDAAG, date(2026, 10, 1)
    )
    begin(gevuld, dossier_id, hold)
    with gevuld.reader() as r:
        assert "Wacht op verzoek" in merktekens(r, dossier_id)
        einde = waarom(r, dossier_id, echt_kader, VANDAAG).einde
    assert "Dit wacht tot en met 1 oktober 2026 op verzoek van Openbaar Ministerie." in einde


@pytest.mark.eis("G13")
def test_while_nobody_decided_the_last_day_to_tell_him_stands_there(gevuld: Store, echt_kader: Kader) -> None:
    for wacht in vier(gevuld, echt_kader)["signaal/geagendeerd"]:
        (zin,) = [z for z in wacht.gehoord if z.startswith("Over het informeren van de betrokkene")]
        assert "Laatste dag om te informeren: " in zin
        assert "1 maand na " in zin
    (besloten,) = vier(gevuld, echt_kader)["signaal/nadere_informatie"]
    assert "Laatste dag" not in "".join(besloten.gehoord)
    (zin, *_) = besloten.gehoord
    assert "De weegploeg besloot op" in zin
    assert "(AVG, artikel 14, vijfde lid)" in zin


@pytest.mark.eis("G12", "G13")
def test_what_is_wrong_by_now_what_he_said_and_what_he_asked_stand_on_the_first_page(
    gevuld: Store, echt_kader: Kader
) -> None:
    with gevuld.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM informatiecorrectie")
        juist = r.value("SELECT juist FROM informatiecorrectie")
        nummer = r.value("SELECT nummer FROM verzoek WHERE dossier_id = ?", dossier_id)
        burgemeester = r.value(
            "SELECT 'de burgemeester van ' || g.naam FROM gemeente g JOIN dossier d ON d.gemeente_id = g.id "
            "WHERE d.id = ?",
            dossier_id,
        )
        antwoord = waarom(r, dossier_id, echt_kader, VANDAAG)
    eerste = next(n for n, regel in enumerate(antwoord.waarom) if regel.startswith("Let op: een deel klopt"))
    assert juist in antwoord.waarom[eerste]
    assert eerste < next(n for n, regel in enumerate(antwoord.waarom) if "De weegploeg besloot" in regel)
    gehoord = "\n".join(antwoord.gehoord)
    assert "Zienswijze van de betrokkene" in gehoord
    assert "nog niet gereageerd" in gehoord
    assert f"Verzoek {nummer}, " in gehoord
    assert burgemeester in gehoord
    assert f"Vernietigen kan niet zolang verzoek {nummer} loopt." in antwoord.einde
    assert any("(vermist op" in regel for regel in antwoord.wie_weet)
    assert any(regel.startswith("Laatst opnieuw bekeken op") for regel in antwoord.einde)

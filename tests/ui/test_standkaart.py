# SPDX-License-Identifier: EUPL-1.2
"""Beside the list of dossiers, on the real window: it follows the arrows and tells no contents."""

from datetime import date, timedelta

from PySide6 import QtCore

from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import informeer_uiterlijk
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.handelingen.signaal import close_signaal
from gemeente_pga.store.lezer import Reader
from gemeente_pga.store.queries.informeren import betrokkene_stand
from gemeente_pga.store.queries.standkaart import feiten
from gemeente_pga.ui.screens.dossiers import DossiersScherm
from gemeente_pga.ui.screens.dossiers_standkaart import TE_SMAL
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast
from tests.ui.hand import CTRL, K
from tests.ui.signaal_hand import leg_vast

VANDAAG = date(2026, 9, 8)
TEKST = "Huisbezoek bij de zus in Almelo"


def met_casussen(hand):
    """Two casussen with a meeting; the first has two actions, of which one is past."""
    c = leg_casussen_vast(hand.store)
    overleg_id = leg_overleg_vast(hand.store, c, beide=True)
    bespreking = hand.waarde("SELECT id FROM bespreking WHERE casus_id = ?", c.een)
    with hand.store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=c.dossier_een) as w:
        for n, dag in enumerate((VANDAAG - timedelta(days=2), VANDAAG + timedelta(days=9))):
            w.insert(
                "actie",
                {"dossier_id": c.dossier_een, "casus_id": c.een, "bespreking_id": bespreking,
                 "volgnummer": n, "wat": TEKST, "wie": "K. Brouwer", "voor": dag.isoformat()},
            )  # fmt: skip
    hand.venster.open("dossiers")
    hand.naar("dossiersLijst")
    return c, overleg_id


def kaart_van(hand):
    return hand.scherm.standplek.kaart


def toon(hand, nummer):
    lijst = hand.scherm.ui.dossiersLijst
    lijst.selectRow([kop.nummer for kop in lijst.rijen()].index(nummer))
    return " | ".join(kaart_van(hand).teksten())


def test_it_follows_the_arrow_keys_in_one_query_and_nothing_is_recorded(hand, monkeypatch):
    met_casussen(hand)
    voor, vragen = hand.laatste(), []
    echt = Reader.rows

    def rows(r, sql, *params):
        vragen.append(sql)
        return echt(r, sql, *params)

    monkeypatch.setattr(Reader, "rows", rows)
    assert "Dossier 2026-002" in kaart_van(hand).teksten()
    hand.toets(K.Key_Down)
    assert "Dossier 2026-001" in kaart_van(hand).teksten()
    assert len(vragen) == 1
    assert hand.focus() is hand.scherm.ui.dossiersLijst
    assert hand.codes(voor) == []


def test_it_counts_what_is_open_and_tells_no_contents(hand):
    met_casussen(hand)
    tekst = toon(hand, "2026-001")
    assert "2 acties open\neerste vóór 6-9-2026 (voorbij)" in tekst
    assert "Casusoverleg\n14-10-2026" in tekst
    for woord in ("Hondt", "Joris", "Almelo", "Brouwer", "Een brief"):
        assert woord not in tekst
        assert not any(woord in regel.accessibleName() for regel in kaart_van(hand).regels())


def test_no_text_column_is_read_for_it(hand):
    c, _ = met_casussen(hand)
    with hand.store.reader() as r:
        gelezen = feiten(r, c.dossier_een, hand.venster.omgeving.kader)
    assert {type(waarde) for feit in gelezen for waarde in (feit.aantal, feit.dag, feit.rij)} <= {
        int, date, type(None)
    }  # fmt: skip
    assert {feit.soort for feit in gelezen} == {
        "acties", "overleg", "herbeoordeling", "informeren", "informeren_voor",
    }  # fmt: skip
    with hand.store.reader() as r:
        nu = betrokkene_stand(r, c.dossier_een)
    assert nu.open
    assert nu.sinds is not None
    (voor,) = [feit.dag for feit in gelezen if feit.soort == "informeren_voor"]
    assert voor == informeer_uiterlijk(hand.venster.omgeving.kader, nu.sinds)


def test_a_line_opens_the_very_place_and_that_is_recorded(hand):
    c, overleg_id = met_casussen(hand)
    toon(hand, "2026-001")
    voor = hand.laatste()
    next(r for r in kaart_van(hand).regels() if "acties" in r.text()).click()
    assert (hand.scherm.code, hand.scherm.onderwerp_id) == ("dossier", c.dossier_een)
    assert hand.focus() is hand.scherm.delen["overleggen"].acties
    assert hand.codes(voor) == ["casus.inzien"]
    hand.venster.open("dossiers")
    toon(hand, "2026-001")
    next(r for r in kaart_van(hand).regels() if "Casusoverleg" in r.text()).click()
    assert (hand.scherm.code, hand.scherm.onderwerp_id) == ("overleg", overleg_id)


def test_tab_and_arrows_reach_every_line_and_enter_opens(hand):
    met_casussen(hand)
    hand.toets(K.Key_Down)
    hand.toets(K.Key_Tab)
    regels = kaart_van(hand).regels()
    assert hand.focus() is regels[0]
    for regel in regels[1:]:
        hand.toets(K.Key_Down)
        assert hand.focus() is regel
    hand.toets(K.Key_Tab)
    assert hand.focus() is kaart_van(hand).knop
    assert hand.focus().accessibleName() == "Dossier 2026-001 openen"
    hand.toets(K.Key_Return)
    assert hand.scherm.code == "dossier"


def test_space_and_f9_put_it_away_and_the_kluis_remembers(hand):
    met_casussen(hand)
    hand.toets(K.Key_Space)
    assert not kaart_van(hand).isVisible()
    assert hand.focus() is hand.scherm.ui.dossiersLijst
    assert not DossiersScherm(hand.venster.omgeving).standplek.aan, "as after locking"
    hand.toets(K.Key_F9)
    assert kaart_van(hand).isVisible()
    assert hand.scherm.standplek.actie.isChecked()
    assert DossiersScherm(hand.venster.omgeving).standplek.aan
    assert hand.store.concept("lijst", "dossiers_standkaart") is None, "as at first, nothing is kept"


def test_put_away_from_inside_the_focus_goes_to_the_list(hand):
    met_casussen(hand)
    hand.toets(K.Key_Tab)
    assert kaart_van(hand).isAncestorOf(hand.focus())
    hand.toets(K.Key_F9)
    assert hand.focus() is hand.scherm.ui.dossiersLijst


def test_where_there_is_no_room_the_list_stands_alone_and_says_why(hand):
    met_casussen(hand)
    hand.venster.resize(700, 500)
    hand.qtbot.waitUntil(lambda: not kaart_van(hand).isVisible())
    hand.toets(K.Key_Space)
    assert hand.venster.meldbalk.tekst.text() == TE_SMAL
    hand.venster.resize(1366, 740)
    hand.qtbot.waitUntil(kaart_van(hand).isVisible)


def test_closed_and_restricted_say_no_more_than_the_list(hand):
    c, _ = met_casussen(hand)
    signaal_id = leg_vast(hand.store)
    close_signaal(hand.store, signaal_id, Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
    restrict(hand.store, c.dossier_een, Beperking(None, None, "Betwist.", VANDAAG))
    hand.venster.open("dossiers")
    stand = hand.scherm.ui.standComboBox
    stand.setCurrentIndex(0)
    hand.qtbot.waitUntil(lambda: len(hand.scherm.ui.dossiersLijst.rijen()) == 3)
    assert "Openen kan alleen met een reden" in toon(hand, "2026-003")
    assert kaart_van(hand).regels() == []
    tekst = toon(hand, "2026-001")
    assert "Verwerking beperkt" in tekst
    assert "acties" not in tekst
    assert kaart_van(hand).regels() == []
    toon(hand, "2026-002")
    assert kaart_van(hand).regels() != []


def test_a_filter_that_leaves_nothing_leaves_no_card(hand):
    met_casussen(hand)
    veld = hand.scherm.ui.nummerLineEdit
    veld.setFocus()
    hand.qtbot.keyClicks(veld, "001")
    hand.qtbot.waitUntil(lambda: "Dossier 2026-001" in kaart_van(hand).teksten())
    hand.qtbot.keyClicks(veld, "9")
    hand.qtbot.waitUntil(lambda: not kaart_van(hand).isVisible())
    hand.toets(K.Key_A, CTRL)
    hand.toets(K.Key_Delete)
    hand.qtbot.waitUntil(kaart_van(hand).isVisible)


def test_what_is_recorded_elsewhere_is_seen_at_once(hand):
    c, _ = met_casussen(hand)
    toon(hand, "2026-001")
    actie = hand.waarde("SELECT min(id) FROM actie")
    with hand.store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=c.dossier_een) as w:
        w.update("actie", actie, {"status": "gedaan"})
    hand.qtbot.waitUntil(lambda: any("1 actie open" in t for t in kaart_van(hand).teksten()))


def test_the_card_has_a_name_and_its_marks_are_words(hand):
    met_casussen(hand)
    toon(hand, "2026-001")
    assert kaart_van(hand).accessibleName() == "Stand van het gekozen dossier"
    assert all(regel.accessibleName() for regel in kaart_van(hand).regels())
    assert "Voorbereiding" in kaart_van(hand).teksten()
    assert hand.scherm.acties()[0].shortcut().toString() == "F9"
    assert kaart_van(hand).focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus


def test_beside_the_card_a_sorted_list_shows_all_its_columns(hand):
    met_casussen(hand)
    hand.venster.resize(1366, 740)
    lijst = hand.scherm.ui.dossiersLijst
    for kolom in (0, 2, 4):
        lijst.sorteer(kolom)
        hand.qtbot.waitUntil(lambda: not hand.scherm.wikkelend._klok.isActive())
        hand.scherm.wikkelend.pas_aan()
        assert kaart_van(hand).isVisible()
        assert lijst.horizontalHeader().length() <= lijst.viewport().width()

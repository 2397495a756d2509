# SPDX-License-Identifier: EUPL-1.2
"""Bureau and Dossiers on the real window: one list, each line one key away from where it is answered."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaalstap import FormeleControle, Sluiting
from gemeente_pga.handelingen.signaal import check_signaal, close_signaal, schedule_signaal
from gemeente_pga.ui.screens import bureau, dossiers
from tests.signaal_hulp import SCHOOL, agendering
from tests.ui.hand import CTRL, K, zichtbare_teksten
from tests.ui.signaal_hand import lees, leg_vast
from tests.ui_hulp import NU, typ

VANDAAG = date(2026, 9, 8)


def open_bureau(hand):
    hand.venster.open("controle")
    hand.venster.open("bureau")
    return [regel.punt for regel in hand.scherm.regels()]


def test_bureau_is_where_the_program_begins(hand):
    assert hand.scherm.code == "bureau"
    assert [soort.code for soort in hand.venster.soorten.values() if soort.railicoon][:2] == [
        "bureau",
        "dossiers",
    ]


def test_a_line_opens_exactly_the_field_that_is_asked(hand):
    signaal_id = leg_vast(hand.store)
    punten = open_bureau(hand)
    assert punten[0].wat == "Formele controle doen: dossier 2026-001"
    hand.scherm.regels()[0].setFocus()
    hand.toets(K.Key_Return)
    assert (hand.scherm.code, hand.scherm.blad.id) == ("signaal", signaal_id)
    assert hand.focus().parentWidget().objectName() == "over_persoonKeuzeGroep"


def test_the_arrows_walk_through_the_lines(hand):
    for naam in ("Bakker", "Visser"):
        leg_vast(hand.store, persoon=Persoon(geslachtsnaam=naam))
    open_bureau(hand)
    regels = hand.scherm.regels()
    regels[0].setFocus()
    hand.toets(K.Key_Down)
    assert hand.focus() is regels[1]
    hand.toets(K.Key_Up)
    assert hand.focus() is regels[0]


def test_no_line_names_the_betrokkene(hand):
    leg_vast(hand.store)
    open_bureau(hand)
    assert "Hondt" not in zichtbare_teksten(hand.scherm)
    assert not any("Hondt" in regel.accessibleName() for regel in hand.scherm.regels())


def test_the_focus_stays_in_the_list_when_it_is_read_anew(hand):
    for naam in ("Bakker", "Visser"):
        leg_vast(hand.store, persoon=Persoon(geslachtsnaam=naam))
    open_bureau(hand)
    hand.scherm.regels()[1].setFocus()
    hand.scherm.herlaad()
    assert hand.focus() is hand.scherm.regels()[1]


def test_lines_that_say_the_same_stay_and_the_first_has_the_focus_again(hand):
    for naam in ("Bakker", "Visser"):
        leg_vast(hand.store, persoon=Persoon(geslachtsnaam=naam))
    open_bureau(hand)
    regels = hand.scherm.regels()
    regels[1].setFocus()
    open_bureau(hand)
    assert hand.scherm.regels() == regels
    assert hand.focus() is regels[0]
    leg_vast(hand.store, persoon=Persoon(geslachtsnaam="Mulder"))
    assert len(open_bureau(hand)) == len(regels) + 1
    assert not set(hand.scherm.regels()) & set(regels)


def test_recording_elsewhere_is_seen_at_once(hand):
    open_bureau(hand)
    leg_vast(hand.store)
    hand.qtbot.waitUntil(lambda: any("2026-001" in regel.accessibleName() for regel in hand.scherm.regels()))


def test_many_points_start_with_the_first_and_show_the_rest_on_request(hand):
    for n in range(bureau.EERSTE + 3):
        leg_vast(hand.store, persoon=Persoon(geslachtsnaam=f"Persoon{'abcdefghijklmnopqrstuvwxyz'[n]}"))
    open_bureau(hand)
    assert [regel.punt.wat for regel in hand.scherm.regels()[bureau.EERSTE :]] == [
        "Juridisch kader laten vaststellen"  # the last in order, and never behind the button
    ]
    rest = len(hand.scherm.punten) - bureau.EERSTE - 1
    assert hand.scherm.meer.text() == f"Toon de andere {rest}"
    hand.scherm.meer.click()
    assert len(hand.scherm.regels()) == len(hand.scherm.punten)
    assert not hand.scherm.meer.isVisibleTo(hand.scherm)


def test_nothing_to_do_is_said_quietly(hand):
    omgeving = hand.venster.omgeving
    omgeving.kader = replace(omgeving.kader, status="uit_bron")
    with hand.store.write(Handeling.KLUIS_RESERVEKOPIE) as w:
        kopie = {"plaats": "stick", "gemaakt_op": NU, "handeling_n": 1, "grootte": 1, "sha256": ""}
        w.insert("reservekopie", kopie)
    open_bureau(hand)
    assert hand.scherm.regels() == []
    hand.wacht_op("Niets vraagt nu uw aandacht.")
    assert hand.focus() is hand.scherm.nieuw


def test_telling_the_weegploeg_is_answered_on_the_spot(hand, antwoord):
    signaal_id = leg_vast(hand.store)
    close_signaal(hand.store, signaal_id, Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
    open_bureau(hand)
    voor = hand.laatste()
    for ja, codes in ((False, []), (True, ["weegploeg.berichten"])):
        antwoord(ja)
        next(r for r in hand.scherm.regels() if "weegploeg" in r.accessibleName()).click()
        assert hand.codes(voor) == codes
    assert "betekent" in antwoord.vragen[0].tekst
    assert hand.scherm.code == "bureau"
    hand.qtbot.waitUntil(lambda: not any("weegploeg" in r.accessibleName() for r in hand.scherm.regels()))


def test_the_two_buttons_lead_to_the_two_doors(hand):
    for knop, code in (("nieuw", "nieuw_signaal"), ("telefoon", "telefoonnotitie")):
        open_bureau(hand)
        hand.qtbot.mouseClick(getattr(hand.scherm, knop), QtCore.Qt.MouseButton.LeftButton)
        assert hand.scherm.code == code
    hand.toets(K.Key_N, CTRL)
    assert hand.scherm.code == "nieuw_signaal"


def test_meetings_to_come_stand_beside_the_list(hand):
    signaal_id = leg_vast(hand.store)
    check_signaal(hand.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), NU)
    partijen = {p["soort"]: p["id"] for p in hand.rijen("SELECT soort, id FROM partij")}
    schedule_signaal(hand.store, signaal_id, agendering(partijen), VANDAAG)
    open_bureau(hand)
    knoppen = [k for k in hand.scherm.findChildren(QtWidgets.QPushButton) if k.text().startswith("2-10-2026")]
    assert [k.text() for k in knoppen] == ["2-10-2026\nWeegploeg, 1 signaal"]
    knoppen[0].click()
    assert (hand.scherm.code, hand.scherm.blad.id) == ("signaal", signaal_id)


# ---- Dossiers


def rijen_van(hand):
    return [kop.nummer for kop in hand.scherm.ui.dossiersLijst.rijen()]


def test_without_dossiers_it_says_how_one_comes_into_being(hand):
    hand.venster.open("dossiers")
    hand.wacht_op("Een dossier ontstaat door een signaal")
    hand.scherm.ui.nieuwPushButton.click()
    assert hand.scherm.code == "nieuw_signaal"


def test_the_list_is_filtered_by_number_and_state_and_not_by_name(hand):
    ids = [leg_vast(hand.store, persoon=Persoon(geslachtsnaam=naam)) for naam in ("Bakker", "Visser", "Smit")]
    close_signaal(hand.store, ids[0], Sluiting("dubbel_vastgelegd", "Stond er al."), VANDAAG)
    hand.venster.open("dossiers")
    assert rijen_van(hand) == ["2026-003", "2026-002"], "closed dossiers are not shown unasked"
    assert hand.focus().objectName() == "nummerLineEdit"
    typ(hand.focus(), "6-002")
    hand.qtbot.waitUntil(lambda: rijen_van(hand) == ["2026-002"])
    hand.toets(K.Key_A, CTRL)
    typ(hand.focus(), "Visser")
    hand.qtbot.waitUntil(lambda: rijen_van(hand) == [])
    assert "Geen dossier met dit nummer" in zichtbare_teksten(hand.scherm)
    hand.toets(K.Key_A, CTRL)
    hand.toets(K.Key_Delete)
    stand = hand.scherm.ui.standComboBox
    for keuze, nummers in (
        ("gesloten", ["2026-001"]),
        ("lopend", ["2026-003", "2026-002"]),
        ("signaal/afgesloten", ["2026-001"]),
        ("casus/afgesloten", []),
        ("", ["2026-003", "2026-002", "2026-001"]),
    ):
        stand.setCurrentIndex(stand.findData(keuze))
        hand.qtbot.waitUntil(lambda verwacht=nummers: rijen_van(hand) == verwacht)
    model = hand.scherm.ui.dossiersLijst.model()
    assert [model.index(rij, 1).data() for rij in range(3)] == ["Smit", "Visser", "gesloten"]


def test_enter_opens_the_dossier(hand):
    signaal_id = leg_vast(hand.store)
    hand.venster.open("dossiers")
    hand.naar("dossiersLijst")
    voor = hand.laatste()
    hand.toets(K.Key_Return)
    assert hand.scherm.code == "dossier"
    assert hand.scherm.onderwerp_id == lees(hand.store, signaal_id).dossier_id
    assert hand.codes(voor) == ["casus.inzien"]


def test_a_long_list_comes_in_pages(hand, monkeypatch):
    monkeypatch.setattr(dossiers, "BLADZIJDE", 2)
    for naam in ("Bakker", "Visser", "Smit", "Mulder", "Kok"):
        leg_vast(hand.store, persoon=Persoon(geslachtsnaam=naam))
    hand.venster.open("dossiers")
    assert rijen_van(hand) == ["2026-005", "2026-004"]
    assert "2 van 5 dossiers" in zichtbare_teksten(hand.scherm)
    hand.scherm.ui.meerPushButton.click()
    hand.scherm.ui.meerPushButton.click()
    assert len(rijen_van(hand)) == 5
    assert not hand.scherm.ui.meerPushButton.isVisibleTo(hand.scherm)
    leg_vast(hand.store, SCHOOL, Persoon(geslachtsnaam="Postma"))
    hand.qtbot.waitUntil(lambda: rijen_van(hand)[0] == "2026-006")


def test_a_state_says_since_when_and_what_comes_next(hand):
    signaal_id = leg_vast(hand.store)
    check_signaal(hand.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), NU + timedelta(days=1))
    hand.venster.open("dossiers")
    model = hand.scherm.ui.dossiersLijst.model()
    rij = [model.index(0, kolom).data() for kolom in range(model.columnCount())]
    assert rij == [
        "2026-001",
        "D'Hondt-Özdemir, Joris",
        "Formele controle",
        "Agenderen voor de weegploeg",
        "9-9-2026",
    ]


# ---- what changed since the last time


def test_the_next_day_it_says_what_changed_and_marks_what_is_new(hand):
    leg_vast(hand.store)
    open_bureau(hand)
    assert not hand.scherm.sinds.isVisibleTo(hand.scherm), "nothing to compare with yet"
    hand.nu(NU + timedelta(days=1))
    open_bureau(hand)
    assert "is hier niets veranderd" in hand.scherm.sinds.text()
    leg_vast(hand.store, persoon=Persoon(geslachtsnaam="Visser"))
    hand.qtbot.waitUntil(lambda: "1 nieuw" in hand.scherm.sinds.text())
    nieuw = [regel for regel in hand.scherm.regels() if regel.accessibleName().endswith("(Nieuw)")]
    assert [regel.punt.wat for regel in nieuw] == ["Formele controle doen: dossier 2026-002"]
    assert "Nieuw" in [label.text() for label in nieuw[0].findChildren(QtWidgets.QLabel)]
    bewaard = hand.store.concept("lijst", "bureau")
    assert "Visser" not in bewaard
    assert "2026-002" not in bewaard


def test_what_was_done_counts_and_it_outlives_a_lock(hand):
    signaal_id = leg_vast(hand.store)
    open_bureau(hand)
    hand.nu(NU + timedelta(days=3))
    check_signaal(hand.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), NU + timedelta(days=3))
    scherm = bureau.BureauScherm(hand.venster.omgeving)
    scherm.toon(None)
    assert scherm.sinds.text() == "Sinds 8 september 2026: 1 nieuw, 1 klaar."

# SPDX-License-Identifier: EUPL-1.2
"""The meeting in the real window: made with keys, its table and agenda, and all of it in sight."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from gemeente_pga.domain import overleg as domein
from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.casus import close_casus
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.handelingen.overleg import (
    begin_overleg,
    record_actie,
)
from gemeente_pga.store.queries import overleg as vragen
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import SLUITING
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast, maak_compleet
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.overleg_hand import VANDAAG, Overleghand


@pytest.fixture
def hand(qtbot, venster):
    return Overleghand(qtbot, venster)


@pytest.mark.parametrize(
    ("formulier", "soort", "anders"),
    [
        (lambda s: s.deel("overleg").formulier, domein.Overleg, set()),
        (lambda s: s.deel("deelnemers").formulier, domein.Deelnemer, set()),
        (lambda s: s.deel("casus").formulier, domein.Bespreking, set()),
        (lambda s: s.deel("casus").besluiten.formulier, domein.Besluit, set()),
        (lambda s: s.deel("casus").actieregels.formulier, domein.Actie, set()),
        (lambda s: s.deel("casus").voortgang.formulier, domein.Voortgang, set()),
        (lambda s: s.deel("verslag").ronde.formulier, domein.Reactie, set()),
    ],
)
def test_each_form_asks_what_its_record_holds(venster, formulier, soort, anders):
    venster.open("overleg", None)
    assert formulier(venster.scherm).velden() == {f.name for f in fields(soort)} | anders


def test_a_meeting_is_made_with_keys_and_invites_the_participants(hand):
    c = leg_casussen_vast(hand.store)
    hand.venster.open("overleggen")
    hand.toets(K.Key_N, CTRL | SHIFT)
    assert hand.scherm.titel_nu() == "Nieuw casusoverleg"
    assert hand.scherm.wegwijzersleutel == "overleg_voorbereiden"
    for naam, tekst in {
        "datumDatumEdit": "14-10-2026",
        "beginTijdEdit": "13.30",
        "eindeTijdEdit": "14.25",
        "plaatsLineEdit": "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger",
        "voorzitterLineEdit": "T. de Graaf",
        "verslagleggerLineEdit": "S. Aydın",
    }.items():
        hand.vul(naam, tekst)
    hand.naar("casussenListWidget")
    hand.toets(K.Key_Space)
    voor = len(hand.acts())
    hand.toets(K.Key_Return, CTRL)
    assert hand.acts()[voor:] == ["overleg.voorbereiden"]
    (rij,) = hand.rijen("SELECT * FROM overleg")
    assert (rij["datum"], rij["begin"], rij["einde"]) == ("2026-10-14", "13:30", "14:25")
    assert rij["plaats"] == "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger"
    with hand.store.reader() as r:
        tafel = vragen.deelnemers(r, rij["id"])
        assert [p.casus_id for p in vragen.agenda(r, rij["id"])] == [c.een]
    assert {t.inhoud.naam for t in tafel} == {
        "Mirjam Hoekstra", "S. Aydın", "mr. P. van 't Hoff", "K. Brouwer", "L. Nguyễn", "T. de Graaf",
    }  # fmt: skip
    assert hand.store.concepten("overleg") == []


def test_enter_opens_the_newest_meeting_from_the_first_visit_on(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    hand.venster.open("bureau")
    hand.scherm.nieuw.setFocus()
    hand.toets(K.Key_3, CTRL)
    assert hand.focus().objectName() == "overleggenLijst"
    hand.toets(K.Key_Return)
    assert (hand.scherm.code, hand.scherm.onderwerp_id) == ("overleg", oid)


def test_a_day_that_has_a_meeting_is_not_proposed_again(hand):
    c = leg_casussen_vast(hand.store)
    eerste = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, eerste)
    (rij,) = hand.rijen("SELECT volgend_overleg FROM overleg")
    dag = date.fromisoformat(rij["volgend_overleg"])
    hand.venster.open("overleg", None)
    datum = hand.scherm.deel("overleg").ui.datumDatumEdit
    assert datum.datum() == dag
    leg_overleg_vast(hand.store, c, datum=dag, vorig_verslag="")
    hand.venster.open("bureau")
    hand.venster.open("overleg", None)
    assert datum.datum() is None


def test_without_casus_there_is_no_meeting(hand):
    leg_casussen_vast(hand.store)
    hand.venster.open("overleg", None)
    hand.vul("datumDatumEdit", "14-10-2026")
    hand.vul("plaatsLineEdit", "Reiger")
    hand.vul("voorzitterLineEdit", "T. de Graaf")
    hand.toets(K.Key_Return, CTRL)
    assert hand.rijen("SELECT 1 FROM overleg") == []
    assert "ten minste één casus" in hand.venster.meldbalk.tekst.text()
    assert hand.focus().objectName() == "casussenListWidget"


def test_a_meeting_that_is_asked_for_in_a_casus_has_it_on_the_agenda(hand):
    c = leg_casussen_vast(hand.store)
    maak_compleet(hand.store, leg_overleg_vast(hand.store, c))  # of the other casus: proposed again
    hand.venster.open("dossier", c.dossier_twee)
    hand.venster.scherm._naar_overleg()
    assert hand.scherm.deel("overleg").casussen.gekozen() == (c.een, c.twee)
    assert hand.scherm.deel("overleg").gepland.getoond == ()
    hand.venster.open("overleg", None)
    assert hand.scherm.deel("overleg").casussen.gekozen() == (c.een,), "asked for there, not here"
    hand.venster.open("dossier", c.dossier_twee, "overleggen")
    hand.venster.scherm.kies_deel("overleggen").nieuwknop.click()
    assert hand.scherm.deel("overleg").casussen.gekozen() == (c.een, c.twee)


def test_a_new_meeting_says_that_one_is_planned_already(hand):
    c = leg_casussen_vast(hand.store)
    over = VANDAAG + timedelta(days=9)
    oid = leg_overleg_vast(hand.store, c, datum=over)
    hand.venster.open("overleg", None)
    (punt,) = hand.scherm.deel("overleg").gepland.getoond
    assert datum_lang(over) in punt.zin
    hand.scherm.deel("overleg").gepland.gekozen.emit(punt)
    assert hand.scherm.onderwerp_id == oid
    assert hand.scherm._onderdeel[0] == "agenda"


def test_nobody_works_out_a_meeting_that_has_yet_to_come(hand):
    c = leg_casussen_vast(hand.store)
    over = VANDAAG + timedelta(days=2)
    oid = leg_overleg_vast(hand.store, c, datum=over)
    hand.venster.open("overleg", oid, "agenda")
    voor = len(hand.acts())
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert hand.acts()[voor:] == []
    assert datum_lang(over) in hand.venster.meldbalk.tekst.text()
    assert hand.focus().objectName() == "datumDatumEdit"
    hand.venster.omgeving.vandaag = lambda: over
    hand.venster.open("overleg", oid, "agenda")
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert hand.acts()[voor:] == ["overleg.beginnen"]


def test_the_list_starts_at_the_meeting_that_is_worked_on_first(hand):
    c = leg_casussen_vast(hand.store)
    eerst = leg_overleg_vast(hand.store, c)
    leg_overleg_vast(hand.store, c, datum=VANDAAG + timedelta(days=30), vorig_verslag="")
    hand.venster.open("overleggen")
    assert hand.scherm.ui.overleggenLijst.rij().id == eerst


def test_attendance_goes_by_single_keys(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    hand.venster.open("overleg", oid, "deelnemers")
    hand.scherm.ui.beginPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert hand.focus().objectName() == "tafelLijst"
    voor = len(hand.acts())
    for teken in "aasab":
        hand.typ(teken)
    hand.wacht(lambda: hand.scherm.deel("deelnemers").beeld.tafel[4].inhoud.aanwezig == "afwezig_met_bericht")
    assert hand.acts()[voor:] == ["overleg.bijwerken"] * 5
    standen = [t.inhoud.aanwezig for t in hand.scherm.deel("deelnemers").beeld.tafel]
    assert standen[:4] == ["aanwezig", "aanwezig", "schriftelijk", "aanwezig"]
    hand.scherm.deel("deelnemers").ui.tafelLijst.selectRow(0)
    hand.typ("g")
    hand.typ("2")
    hand.wacht(lambda: hand.scherm.deel("deelnemers").beeld.tafel[0].inhoud.geheimhouding)
    eerste = hand.scherm.deel("deelnemers").beeld.tafel[0]
    assert [p.id for p in hand.scherm.deel("deelnemers").beeld.punten if p.id in eerste.bespreking_ids] == [
        hand.scherm.deel("deelnemers").beeld.punten[0].id
    ]


def test_somebody_who_was_not_invited_is_added_in_the_form(hand):
    c = leg_casussen_vast(hand.store)
    leerplicht = register_partij(
        hand.store, Partij("onderwijs", "Leerplicht Waterhoven", contactpersoon="N. Bakker")
    )
    oid = leg_overleg_vast(hand.store, c)
    hand.venster.open("overleg", oid, "deelnemer:nieuw")
    assert hand.focus().objectName() == "partij_idComboBox"
    hand.typ("Leer")
    hand.naar("naamLineEdit")
    assert hand.focus().text() == "N. Bakker"
    hand.focus().selectAll()
    hand.typ("R. El Amrani")
    hand.naar("toelichtingPlainTextEdit")
    hand.typ("verzuim zoon 11 dagen sinds 1 september")
    hand.toets(K.Key_Return, CTRL)
    (rij,) = hand.rijen("SELECT * FROM overleg_deelnemer WHERE naam = 'R. El Amrani'")
    assert rij["partij_id"] == leerplicht
    assert rij["toelichting"] == "verzuim zoon 11 dagen sinds 1 september"
    assert hand.rijen("SELECT 1 FROM bespreking_deelnemer WHERE overleg_deelnemer_id = ?", rij["id"])


def test_closing_a_casus_tells_which_meetings_still_hold_it(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    leg_overleg_vast(hand.store, c, datum=date(2026, 12, 2), vorig_verslag="")
    hand.venster.open("dossier", c.dossier_een, "afsluiten")
    zin = hand.scherm._huidig_deel().paneel.vorm_ui.waarschuwingLabel
    assert zin.isVisible()
    assert "Het verslag van overleg O2026-01 van 14 oktober 2026 is nog niet vastgesteld" in zin.text()
    assert "op de agenda van overleg O2026-02 van 2 december 2026" in zin.text()
    (punt,) = hand.rijen("SELECT id FROM bespreking WHERE overleg_id = ?", oid)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    gesloten = hand.scherm.deel("casus").ui.geslotenLabel
    assert gesloten.isHidden()
    close_casus(hand.store, c.een, SLUITING)
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    hand.wacht(lambda: "gesloten per 1 december 2026" in gesloten.text())


def test_a_vastgesteld_meeting_is_read_only(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, oid)
    hand.venster.open("overleg", oid, "verslag")
    hand.stel_verslag_vast()
    hand.wacht(lambda: hand.scherm.code == "document")
    hand.venster.open("overleg", oid, "deelnemers")
    voor = len(hand.acts())
    hand.scherm.deel("deelnemers").ui.tafelLijst.selectRow(0)
    hand.scherm.deel("deelnemers").ui.tafelLijst.setFocus()
    hand.typ("zg")
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    hand.venster.open("overleg", oid, f"bespreking:{punt['id']}")
    assert hand.scherm.deel("casus").ui.overwegingenPlainTextEdit.isReadOnly()
    hand.toets(K.Key_Return, CTRL)
    hand.toets(K.Key_B, CTRL)
    assert hand.acts()[voor:] == []


@pytest.mark.parametrize("maat", [(1366, 740), (683, 384), (640, 360)])
def test_no_part_is_wider_than_the_window(hand, maat):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    maak_compleet(hand.store, oid)
    hand.venster.resize(*maat)
    for onderdeel in ("overleg", "agenda", "deelnemer:nieuw", "bespreking", "inbreng", "verslag"):
        hand.venster.open("overleg", oid, onderdeel)
        deel = hand.scherm._deel()
        hand.wacht(lambda deel=deel: deel.widget().minimumSizeHint().width() <= deel.viewport().width())


@pytest.mark.parametrize("maat", [(1366, 740), (683, 384)])
def test_no_word_of_a_list_is_cut_off(hand, maat):
    c = leg_casussen_vast(hand.store)
    eerste = leg_overleg_vast(hand.store, c)
    maak_compleet(hand.store, eerste)
    (punt,) = hand.rijen("SELECT id FROM bespreking")
    wat = "Afspraak maken voor de eerste drie gesprekken over schuldhulpverlening"
    record_actie(
        hand.store, punt["id"], domein.Actie(wat, "Landelijk Steunpunt Extremisme", None, VANDAAG, "", "", "")
    )
    tweede = leg_overleg_vast(hand.store, c, datum=date(2026, 11, 4), vorig_verslag="")
    begin_overleg(hand.store, tweede)
    hand.venster.resize(*maat)
    hand.venster.open("overleg", tweede, "acties_vorige_keer")
    lijst = hand.scherm.deel("casus").voortgang.ui.regelsLijst
    meet = lijst.fontMetrics().horizontalAdvance

    def past():
        model = lijst.model()
        for rij in range(model.rowCount()):
            for kolom in range(model.columnCount()):
                tekst = str(model.index(rij, kolom).data() or "")
                langste = max(map(meet, tekst.split()), default=0)
                assert lijst.columnWidth(kolom) >= langste + 22, tekst
                regels = meet(tekst) / max(1, lijst.columnWidth(kolom) - 22)
                assert lijst.rowHeight(rij) >= int(regels) * lijst.fontMetrics().height(), tekst
        assert lijst.horizontalHeader().length() <= lijst.viewport().width()

    hand.qtbot.waitUntil(past, timeout=5_000)


def test_whoever_comes_for_one_casus_gets_an_agenda_without_the_other(hand):
    c = leg_casussen_vast(hand.store)
    oid = leg_overleg_vast(hand.store, c, beide=True)
    hand.venster.open("overleg", oid, "agenda")
    indeling = hand.scherm.deel("agenda").ui.papierLayout
    knoppen = [indeling.itemAt(n).widget() for n in range(indeling.count())]
    assert [k.text().replace("&", "") for k in knoppen] == [
        "Hele agenda als PDF maken",
        "Agenda voor wie alleen bij C2026-001 zit",
        "Agenda voor wie alleen bij C2026-002 zit",
    ]
    knoppen[2].setFocus()
    hand.toets(K.Key_Space)
    hand.wacht(lambda: hand.scherm.code == "document")
    (stuk,) = hand.rijen("SELECT kenmerk, dossier_id, pdf FROM document")
    assert (stuk["kenmerk"], stuk["dossier_id"]) == ("O2026-01-A/C2026-002", c.dossier_twee)
    tekst = "".join(b.tekst for b in read_bladen(stuk["pdf"]))
    assert "C2026-002" in tekst
    assert "C2026-001" not in tekst
    assert "Brouwer" not in tekst

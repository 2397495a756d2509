# SPDX-License-Identifier: EUPL-1.2
"""The page of a signal in the real window: its forms, its steps, correcting, closing and looking."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from PySide6 import QtWidgets

from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
)
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.signaal import close_signaal
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.signaal_delen import DELEN
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.window import Window
from tests.signaal_hulp import SCHOOL
from tests.ui.hand import CTRL, K, zet
from tests.ui.signaal_hand import leg_vast

PERSOONVELDEN = {f.name for f in fields(Persoon)} | {"naam", "vergelijking"}
SIGNAALVELDEN = {f.name for f in fields(Signaal)} | {"ontvangen_tijd", "gemeente_id"}


# ---- the forms


def test_each_form_asks_what_its_record_holds(venster):
    venster.open("telefoonnotitie")
    assert venster.scherm.formulier.velden() == {f.name for f in fields(Telefoonnotitie)} | {"ontvangen_tijd"}
    notitie_id = register_notitie(
        venster.omgeving.store, Telefoonnotitie("x", "y", "", False, "2026-09-08T10:00:00+02:00")
    )
    venster.open("terugbellen", notitie_id)
    assert venster.scherm.formulier.velden() == {f.name for f in fields(Terugbellen)} | {"teruggebeld_tijd"}
    venster.open("nieuw_signaal")
    assert venster.scherm.formulier.velden() == PERSOONVELDEN | SIGNAALVELDEN


@pytest.mark.parametrize(
    ("deel", "soort", "extra"),
    [
        ("spoed", Spoed, {"gebeld_tijd"}),
        ("controle", FormeleControle, set()),
        ("agenderen", Agendering, set()),
        ("melder", Melderbericht, set()),
        ("correctie", Signaal, {"ontvangen_tijd", "gemeente_id", "reden"}),
        ("overdragen", Overdracht, set()),
        ("afsluiten", Sluiting, set()),
    ],
)
def test_each_part_of_the_page_asks_what_its_record_holds(venster, deel, soort, extra):
    klasse = next(d for d in DELEN if d.deel == deel)
    deelscherm = klasse(venster.omgeving)
    assert deelscherm.formulier.velden() == {f.name for f in fields(soort)} | extra
    deelscherm.deleteLater()


@pytest.mark.parametrize("code", ["telefoonnotitie", "nieuw_signaal", "dossiers"])
def test_every_input_has_a_name_that_is_read_aloud(venster, code):
    venster.open(code)
    for veld in venster.scherm.formulier.velden():
        assert venster.scherm.formulier.widget(veld).accessibleName(), veld


@pytest.mark.parametrize("code", ["bureau", "dossiers", "telefoonnotitie", "nieuw_signaal", "signaal"])
def test_every_screen_fits_the_smallest_window(qtbot, venster, code):
    signaal_id = leg_vast(venster.omgeving.store)
    venster.resize(683, 384)
    venster.open(code, signaal_id if code == "signaal" else None)
    qtbot.waitUntil(lambda: 500 < venster.scherm.width() <= 683)
    for rol in venster.scherm.findChildren(QtWidgets.QScrollArea):
        inhoud = rol.widget()
        assert inhoud.minimumSizeHint().width() <= rol.viewport().width(), code


@pytest.mark.parametrize("klasse", DELEN, ids=lambda klasse: klasse.deel)
def test_every_part_of_the_page_fits_the_smallest_window(qtbot, venster, klasse):
    signaal_id = leg_vast(venster.omgeving.store)
    venster.resize(683, 384)
    venster.open("signaal", signaal_id)
    qtbot.waitUntil(lambda: 500 < venster.scherm.width() <= 683)
    kaart = next(k for k in venster.scherm.findChildren(Kaart) if k.isVisible())
    deel = klasse(venster.omgeving)
    qtbot.addWidget(deel)
    assert deel.minimumSizeHint().width() <= kaart.width()


# ---- the page of a signal


def test_a_signaal_goes_to_the_weegploeg_with_keys_alone(hand):
    hand.venster.open("signaal", leg_vast(hand.store))
    assert set(hand.scherm.delen) == {"controle"}
    voor = hand.laatste()
    for groep in ("over_persoonKeuzeGroep", "gemeente_verblijfKeuzeGroep", "bron_bekendKeuzeGroep"):
        hand.kies(groep, 0)
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.controleren"]
    hand.qtbot.waitUntil(lambda: hand.focus().objectName() == "geagendeerd_voorDatumEdit")
    hand.qtbot.waitUntil(lambda: hand.scherm.stappenbalk.visibleRegion().boundingRect().height() > 40)
    hand.vul("geagendeerd_voorDatumEdit", "2-10-2026")
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.controleren", "signaal.agenderen"]
    blad = hand.scherm.blad
    assert (blad.status, blad.geagendeerd_voor) == ("geagendeerd", date(2026, 10, 2))
    assert len(blad.uitgenodigd) == 3
    assert hand.focus().objectName() == "wegingButton"
    hand.toets(K.Key_Space)
    assert hand.codes(voor)[2:] == ["weging.beginnen"]
    assert hand.scherm.code == "weging"


def test_the_step_bar_leads_to_the_field(hand):
    hand.venster.open("signaal", leg_vast(hand.store, replace(SCHOOL, acuut=True)))
    nu = hand.scherm.stappenbalk.stappen()
    punt = next(p for stap in nu for p in stap.ontbreekt)
    hand.scherm.stappenbalk.ontbreekt_gekozen.emit(punt)
    assert hand.focus().objectName() == "partijComboBox"
    hand.kies("partijComboBox", 1)
    hand.vul("verteldPlainTextEdit", "Wat er is gezegd.")
    hand.kies("grondslagComboBox", 1)
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.spoed"]
    assert [s.partij for s in hand.scherm.blad.spoed] == ["politie_112"]


def test_a_correction_shows_old_and_new(hand):
    hand.venster.open("signaal", leg_vast(hand.store))
    hand.scherm.naar_veld("correctie")
    deel = hand.scherm.delen["correctie"]
    assert deel.formulier.lees()["van_anderen"] == SCHOOL.van_anderen
    zet(deel.formulier.widget("van_anderen"), "Van een ouder, die het van zijn zoon had.")
    deel.vastleggen()
    assert deel.formulier.gebreken() == {"reden": "Maak een keuze bij: Waarom corrigeert u."}
    zet(deel.formulier.widget("reden"), "aanvulling")
    voor = hand.laatste()
    deel.vastleggen()
    assert hand.codes(voor) == ["signaal.corrigeren"]
    teksten = hand.wacht_op("Van een ouder, die het van zijn zoon had.")
    assert f"Er stond: {SCHOOL.van_anderen}" in teksten


def test_closing_says_what_happens_and_leaves_nothing_to_do(hand):
    hand.venster.open("signaal", leg_vast(hand.store))
    hand.scherm.naar_veld("sluitreden")
    hand.wacht_op("De weegploeg krijgt bericht")
    deel = hand.scherm.delen["afsluiten"]
    redenen = [deel.ui.sluitredenComboBox.itemData(n) for n in range(deel.ui.sluitredenComboBox.count())]
    assert "niet_opgenomen" not in redenen
    zet(deel.formulier.widget("sluitreden"), "dubbel_vastgelegd")
    zet(deel.formulier.widget("sluit_toelichting"), "Stond er al.")
    voor = hand.laatste()
    deel.vastleggen()
    assert hand.codes(voor) == ["signaal.afsluiten"]
    assert hand.scherm._mogelijk() == ["melder", "correctie"]


def test_typing_in_a_part_stays_until_recorded_or_thrown_away(hand):
    signaal_id = leg_vast(hand.store)
    hand.venster.open("signaal", signaal_id)
    hand.scherm.naar_veld("melder")
    zet(hand.scherm.delen["melder"].formulier.widget("tekst"), "Wij hebben uw ber")
    hand.venster.open("bureau")
    punt = next(r for r in hand.scherm.regels() if "Signaal verder invullen" in r.accessibleName())
    punt.click()
    deel = hand.scherm.delen["melder"]
    assert deel.isVisible()
    assert deel.formulier.lees()["tekst"] == "Wij hebben uw ber"
    deel.wegknop.click()
    assert hand.store.concepten("signaal") == []
    assert not hand.scherm.delen["melder"].isVisible()


@pytest.mark.eis("G23")
def test_a_standard_text_for_the_reporter_stands_ready_and_says_nothing_of_the_outcome(hand):
    hand.venster.open("signaal", leg_vast(hand.store))
    hand.scherm.naar_veld("melder")
    deel = hand.scherm.delen["melder"]
    assert not deel.tekstknop.isEnabled()  # which message is not chosen yet
    zet(deel.formulier.widget("soort"), "ontvangen")
    zet(deel.formulier.widget("tekst"), "Geachte mevrouw,")
    deel.tekstknop.click()
    deel.tekstknop.click()  # twice is not two texts
    tekst = deel.formulier.lees()["tekst"]
    assert tekst.startswith("Geachte mevrouw,\n\nWij hebben uw melding van ")
    assert tekst.count("ontvangen") == 1
    assert "mogen wij u niet vertellen" in tekst
    assert "112" in tekst


def test_looking_is_an_act_once_and_a_closed_dossier_asks_why(hand, antwoord):
    signaal_id = leg_vast(hand.store)
    voor = hand.laatste()
    hand.venster.open("signaal", signaal_id)
    hand.scherm.herlaad()
    assert hand.codes(voor) == ["casus.inzien"]
    close_signaal(hand.store, signaal_id, Sluiting("dubbel_vastgelegd", "Stond er al."), date(2026, 9, 8))
    hand.venster.open("bureau")
    voor = hand.laatste()
    antwoord(None)
    hand.venster.open("signaal", signaal_id)
    assert hand.scherm.code == "dossiers"
    assert hand.codes(voor) == []
    antwoord("verzoek_betrokkene")
    hand.venster.open("signaal", signaal_id)
    assert hand.scherm.code == "signaal"
    assert hand.waarde("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "verzoek_betrokkene"


def test_an_attachment_is_added_later_and_opens_inside_the_program(hand, antwoord, tmp_path):
    hand.venster.open("signaal", leg_vast(hand.store))
    brief = tmp_path / "brief.txt"
    brief.write_text("Geachte heer", encoding="utf-8")
    antwoord(brief)
    voor = hand.laatste()
    hand.scherm.bijlagenkaart.toevoegen.click()
    assert hand.codes(voor) == ["bijlage.toevoegen"]
    hand.qtbot.waitUntil(lambda: len(hand.scherm.blad.bijlagen) == 1)
    hand.scherm._open_bijlage(hand.scherm.blad.bijlagen[0].id)
    assert hand.scherm.code == "document"
    assert hand.codes(voor)[-1] == "bijlage.inzien"


@pytest.mark.parametrize(
    ("deel", "veld"), [("correctie", "zelf_waargenomen"), ("spoed", "verteld"), ("melder", "tekst")]
)
def test_after_a_lock_the_part_lies_open_at_the_same_letter(venster, qtbot, deel, veld):
    signaal_id = leg_vast(venster.omgeving.store)
    venster.open("signaal", signaal_id, f"{deel}.{veld}")
    widget = venster.scherm.delen[deel].formulier.widget(veld)
    widget.setFocus()
    qtbot.keyClicks(widget, "half")
    voor = (widget.toPlainText(), widget.textCursor().position())
    assert voor[0].startswith("half")
    venster.scherm.bewaar_concepten()
    plek = venster.plek()
    nieuw = Window(venster.omgeving, SCREENS)  # as after the lock: nothing of this window is left
    qtbot.addWidget(nieuw)
    venster.omgeving.window = nieuw
    nieuw.show()
    assert nieuw.naar_plek(plek)
    scherm: Any = nieuw.scherm
    terug = scherm.delen[deel].formulier.widget(veld)
    qtbot.waitUntil(lambda: nieuw.focusWidget() is terug)
    assert (terug.toPlainText(), terug.textCursor().position()) == voor

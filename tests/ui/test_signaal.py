# SPDX-License-Identifier: EUPL-1.2
"""From a telephone call and an e-mail to one dossier with two signals, on the real window."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

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
from gemeente_pga.domain.tekst import MAX_BIJLAGE
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.signaal import close_signaal, register_signaal
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.signaal import signaalblad
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.signaal_delen import DELEN
from gemeente_pga.ui.window import Window
from tests.signaal_hulp import JORIS, SCHOOL
from tests.ui_hulp import typ

K = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
VOORBEELD = Path(__file__).parent.parent / "voorbeeldcasus"
EML = VOORBEELD / "01-signaal-school.eml"
NOTITIE = (VOORBEELD / "02-signaal-wijkagent.txt").read_text(encoding="utf-8")
LATER = datetime(2026, 9, 29, 9, 20, tzinfo=timezone(timedelta(hours=2)))
PERSOONVELDEN = {f.name for f in fields(Persoon)} | {"naam", "vergelijking"}
SIGNAALVELDEN = {f.name for f in fields(Signaal)} | {"ontvangen_tijd", "gemeente_id"}


class Hand:
    """Somebody at the keyboard of this window."""

    def __init__(self, qtbot, venster):
        self.qtbot, self.venster = qtbot, venster
        self.store = venster.omgeving.store
        venster.activateWindow()

    @property
    def scherm(self):
        return self.venster.scherm

    def nu(self, moment):
        self.venster.omgeving.nu = lambda: moment
        self.venster.omgeving.vandaag = moment.date

    def focus(self):
        return QtWidgets.QApplication.focusWidget()

    def toets(self, toets, modifiers=QtCore.Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.focus(), toets, modifiers)

    def naar(self, naam):
        """Tab on to the widget of this name, or into the group of choices of this name."""
        for _ in range(150):
            widget = self.focus()
            if naam in (widget.objectName(), widget.parentWidget().objectName()):
                return
            self.toets(K.Key_Tab)
        raise AssertionError(f"{naam} is not reached with Tab")

    def vul(self, naam, tekst):
        self.naar(naam)
        self.toets(K.Key_A, CTRL)
        typ(self.focus(), tekst)

    def kies(self, naam, stap):
        """In a row of choices or a list: this many arrows on."""
        self.naar(naam)
        rij = isinstance(self.focus(), QtWidgets.QRadioButton)
        if rij:
            self.toets(K.Key_Space)
        for _ in range(stap):
            self.toets(K.Key_Right if rij else K.Key_Down)

    def wacht_op(self, tekst):
        """Until this stands on the screen; gives all that stands there."""
        self.qtbot.waitUntil(lambda: tekst in zichtbare_teksten(self.scherm))
        return zichtbare_teksten(self.scherm)

    def rijen(self, sql, *params):
        with self.store.reader() as r:
            return r.rows(sql, *params)

    def waarde(self, sql, *params):
        with self.store.reader() as r:
            return r.value(sql, *params)

    def codes(self, vanaf=0):
        return [rij["code"] for rij in self.rijen("SELECT code FROM handeling WHERE n > ? ORDER BY n", vanaf)]

    def laatste(self):
        return self.store.laatste()[0]

    def vul_formulier(self, **waarden):
        """What a user fills in by hand, all at once: where the keys are tested elsewhere."""
        vorm = self.scherm.formulier
        for veld, waarde in waarden.items():
            zet(vorm.widget(veld), waarde)


def zet(widget, waarde):
    """Change a widget as typing and clicking do: it counts as typed."""
    if isinstance(widget, QtWidgets.QPlainTextEdit):
        widget.setPlainText(waarde)
    elif isinstance(widget, QtWidgets.QComboBox):
        assert widget.findData(waarde) >= 0, waarde
        widget.setCurrentIndex(widget.findData(waarde))
    elif isinstance(widget, QtWidgets.QLineEdit) and not hasattr(widget, "zet"):
        widget.setText(waarde)
    else:
        widget.zet(waarde)


@pytest.fixture
def hand(qtbot, venster):
    return Hand(qtbot, venster)


def gemeente_id(store):
    with store.reader() as r:
        return gemeenten(r)[0].id


def leg_vast(store, signaal=SCHOOL, persoon=JORIS, **extra):
    return register_signaal(store, signaal, persoon, gemeente_id=gemeente_id(store), **extra)


def lees(store, signaal_id):
    with store.reader() as r:
        return signaalblad(r, signaal_id)


def zichtbare_teksten(scherm):
    labels = (w for w in scherm.findChildren(QtWidgets.QLabel) if w.isVisibleTo(scherm))
    invoer = (w for w in scherm.findChildren(QtWidgets.QLineEdit) if w.isVisibleTo(scherm))
    return "\n".join(w.text() for w in (*labels, *invoer))


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


# ---- a telephone note


def test_a_call_is_noted_with_keys_alone_and_waits_on_bureau(hand):
    hand.toets(K.Key_T, CTRL)
    assert hand.scherm.code == "telefoonnotitie"
    typ(hand.focus(), "Wijkagent belt: spandoek gezien.\nBel morgen terug.")
    hand.kies("acuutKeuzeGroep", 1)
    hand.vul("bellerLineEdit", "wijkagent K. Brouwer")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["notitie.vastleggen"]
    (rij,) = hand.rijen("SELECT * FROM telefoonnotitie")
    assert rij["tekst"] == "Wijkagent belt: spandoek gezien.\nBel morgen terug."
    assert (rij["beller"], rij["acuut"]) == ("wijkagent K. Brouwer", 0)
    assert rij["ontvangen_op"].startswith("2026-09-08T16:42")
    assert hand.scherm.code == "bureau"
    assert "wijkagent K. Brouwer" in hand.scherm.regels()[0].accessibleName()


def test_a_note_can_be_typed_at_twice_the_scale(hand):
    hand.venster.resize(683, 384)
    hand.venster.open("telefoonnotitie")
    ui = hand.scherm.ui
    hand.qtbot.waitUntil(lambda: not ui.voetregel.isVisibleTo(hand.scherm))
    knoppen = (ui.papierButton, ui.leegButton, ui.vastleggenButton)
    hand.qtbot.waitUntil(lambda: all(k.width() >= k.sizeHint().width() for k in knoppen))
    hand.qtbot.waitUntil(lambda: ui.tekstPlainTextEdit.visibleRegion().boundingRect().height() >= 60)


def test_a_note_says_what_it_misses_and_keeps_every_letter(hand):
    hand.venster.open("telefoonnotitie")
    typ(hand.focus(), "Half gesprek")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.scherm.formulier.gebreken() == {"acuut": "Maak een keuze bij: Acuut gevaar."}
    assert hand.focus().parentWidget().objectName() == "acuutKeuzeGroep"
    assert hand.scherm.ui.tekstPlainTextEdit.toPlainText() == "Half gesprek"
    assert hand.codes(voor) == []


def test_acute_danger_first_says_to_call(hand):
    hand.venster.open("telefoonnotitie")
    assert not hand.scherm.ui.acuutband.isVisible()
    hand.kies("acuutKeuzeGroep", 0)
    assert hand.scherm.ui.acuutband.isVisible()
    hand.wacht_op("Bel eerst 112")


def test_a_note_opens_beside_the_intake_and_can_be_copied_from(hand):
    hand.nu(LATER)
    notitie_id = register_notitie(
        hand.store,
        Telefoonnotitie(NOTITIE, "wijkagent K. Brouwer", "", False, "2026-09-29T09:15:00+02:00"),
    )
    hand.venster.open("telefoonnotitie", notitie_id)
    assert hand.scherm.code == "nieuw_signaal"
    bron = hand.scherm.bron
    assert bron.isVisible()
    assert bron.tekst.toPlainText() == NOTITIE
    cursor = bron.tekst.document().find("Verhaal over wapens kennen wij alleen uit de tweede hand.")
    bron.tekst.setTextCursor(cursor)
    hand.qtbot.mouseClick(bron.knoppen["van_anderen"], QtCore.Qt.MouseButton.LeftButton)
    veld = hand.scherm.velden.ui.van_anderenPlainTextEdit
    assert veld.toPlainText() == "Verhaal over wapens kennen wij alleen uit de tweede hand."
    assert hand.scherm.formulier.lees()["ontvangen_op"] == date(2026, 9, 29)
    assert hand.scherm.formulier.lees()["acuut"] == ""


def test_a_caller_is_called_back_from_the_intake_and_no_typing_is_lost(hand):
    hand.nu(LATER)
    notitie = Telefoonnotitie("Zorgen.", "K. Brouwer", "06-12345678", True, "2026-09-29T09:15:00+02:00")
    register_notitie(hand.store, notitie)
    hand.venster.open("bureau")
    regel = hand.scherm.regels()[0]
    assert "Nog niet teruggebeld" in regel.accessibleName()
    assert regel.punt.meteen
    regel.click()
    typ(hand.scherm.zoeker.ui.naamLineEdit, "Joris")
    hand.scherm.bron.terug.click()
    assert hand.scherm.code == "terugbellen"
    hand.kies("teruggebeldKeuzeGroep", 0)
    hand.vul("teruggebeld_viaLineEdit", "0612345678")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert list(hand.scherm.formulier.gebreken()) == ["teruggebeld_via"]
    hand.vul("teruggebeld_viaLineEdit", "0123-456789, meldkamer, eigen lijst")
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["notitie.terugbellen"]
    (rij,) = hand.rijen("SELECT teruggebeld, teruggebeld_op, teruggebeld_via FROM telefoonnotitie")
    assert (rij["teruggebeld"], rij["teruggebeld_via"]) == ("ja", "0123-456789, meldkamer, eigen lijst")
    assert rij["teruggebeld_op"].startswith("2026-09-29T09:20")
    assert hand.scherm.code == "nieuw_signaal"
    assert hand.scherm.zoeker.ui.naamLineEdit.text() == "Joris"
    assert "Teruggebeld op 29-9-2026, 09.20 uur" in hand.scherm.bron.herkomst.text()
    hand.venster.open("bureau")
    assert "Nog niet teruggebeld" not in hand.scherm.regels()[0].accessibleName()


def test_a_caller_who_was_not_called_back_stays_on_bureau_until_the_weging(hand):
    notitie = Telefoonnotitie("Zorgen.", "M. de Wit", "", False, "2026-09-08T10:00:00+02:00")
    notitie_id = register_notitie(hand.store, notitie)
    signaal_id = leg_vast(hand.store, notitie_id=notitie_id)
    hand.venster.open("bureau")
    regel = next(r for r in hand.scherm.regels() if r.accessibleName().startswith("Terugbellen: dossier"))
    assert "M. de Wit" not in regel.accessibleName()
    hand.venster.open("signaal", signaal_id)
    hand.wacht_op("De beller is nog niet teruggebeld via een bekend nummer.")
    hand.scherm.findChild(QtWidgets.QPushButton, "terugbellenKeuze").click()
    assert hand.scherm.code == "terugbellen"
    assert "Zorgen." not in zichtbare_teksten(hand.scherm)
    hand.vul_formulier(teruggebeld="kan_niet", teruggebeld_via="Zij gaf alleen een achternaam.")
    hand.toets(K.Key_Return, CTRL)
    assert hand.scherm.code == "signaal"
    hand.wacht_op("Terugbellen kan niet")
    knoppen = hand.scherm.findChildren(QtWidgets.QPushButton, "terugbellenKeuze")
    assert not any(knop.isVisible() for knop in knoppen)
    hand.venster.open("bureau")
    assert not any("Terugbellen" in r.accessibleName() for r in hand.scherm.regels())


def test_a_note_without_signaal_is_closed_with_a_reason(hand, antwoord):
    notitie = Telefoonnotitie("Verkeerd verbonden.", "", "", False, "2026-09-08T10:00:00+02:00")
    notitie_id = register_notitie(hand.store, notitie)
    hand.venster.open("nieuw_signaal", notitie_id)
    antwoord("verkeerd_verbonden")
    voor = hand.laatste()
    hand.scherm.bron.zonder_signaal.click()
    assert hand.codes(voor) == ["notitie.afhandelen"]
    assert hand.scherm.code == "bureau"
    assert not any("Telefoonnotitie" in r.accessibleName() for r in hand.scherm.regels())
    hand.venster.open("telefoonnotitie", notitie_id)
    assert hand.scherm.code == "bureau"


# ---- the sample: an e-mail and a note become two signals in one dossier


def open_eml(hand):
    hand.venster.open_bestand(EML)
    assert hand.scherm.code == "nieuw_signaal"


AFMAKEN = {
    "bron_soort": "onderwijs",
    "bron_organisatie": "Praktijkcollege Waterhoven",
    "naam_noemen": "nee",
    "bron_kennis": "gemengd",
    "acuut": "nee",
    "eerder_besproken": "onbekend",
}


def test_the_email_and_the_note_become_two_signals_in_one_dossier(hand):
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert gelezen["geslachtsnaam"] == "D'Hondt-Özdemir"
    assert gelezen["geboortedatum"] == date(1981, 4, 3)
    assert "komt er niet meer uit" in gelezen["zelf_waargenomen"]
    assert "wapens" in gelezen["van_anderen"]
    hand.wacht_op("Niemand in deze kluis lijkt")
    zonder_afkomst = gelezen["interpretatie"].partition(" Zijn vrouw")[0]
    hand.vul_formulier(**AFMAKEN, interpretatie=zonder_afkomst)
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.registreren", "casus.inzien"]
    assert hand.scherm.code == "signaal"
    eerste = hand.scherm.blad
    assert eerste.nummer == "2026-001"
    assert [b.naam for b in eerste.bijlagen] == [
        "01-signaal-school.eml",
        "scan aansprakelijkstelling 1-9.pdf",
    ]
    assert hand.waarde("SELECT sha256 FROM bijlage WHERE mediatype = 'application/pdf'")

    hand.nu(LATER)
    hand.toets(K.Key_T, CTRL)
    typ(hand.focus(), "x")
    zet(hand.scherm.ui.tekstPlainTextEdit, NOTITIE)
    hand.kies("acuutKeuzeGroep", 1)
    hand.vul("bellerLineEdit", "wijkagent K. Brouwer, basisteam Waterhoven-West")
    hand.toets(K.Key_Return, CTRL)
    punt = next(r for r in hand.scherm.regels() if "Brouwer" in r.accessibleName())
    punt.setFocus()
    hand.toets(K.Key_Return)
    assert hand.scherm.code == "nieuw_signaal"

    (kaart,) = hand.scherm.zoeker.kaarten()
    assert kaart.kop.text() == "Dossier 2026-001 · Ontvangen"
    redenen = hand.wacht_op("Geboortedatum met dag en maand omgewisseld")
    assert "Adres lijkt" in redenen
    hand.vul_formulier(naam_noemen="ja", bron_kennis="zelf_gezien", acuut="nee", eerder_besproken="nee")
    voor = hand.laatste()
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == []
    assert hand.scherm.formulier.gebreken() == {
        "vergelijking": "Dossier 2026-001: geef aan of dit dezelfde persoon is."
    }
    assert hand.focus() in kaart.uitkomst.knoppen()
    hand.toets(K.Key_Space)
    hand.toets(K.Key_Tab)
    hand.toets(K.Key_Down)
    assert kaart.keuze().reden == "naam_en_geboortedatum"
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.registreren", "casus.inzien"]
    tweede = hand.scherm.blad
    assert tweede.dossier_id == eerste.dossier_id
    assert tweede.persoon == eerste.persoon
    assert tweede.gemeld_als.startswith("J. Dhont; geboren 4-3-1981")
    assert "< 30 dagen: wij nemen het recht in eigen hand >" in tweede.inhoud.zelf_waargenomen
    assert hand.waarde("SELECT count(*) FROM dossier") == 1
    assert hand.waarde("SELECT signaal_id FROM telefoonnotitie") == tweede.id
    hand.venster.open("bureau")
    assert not any("Telefoonnotitie" in r.accessibleName() for r in hand.scherm.regels())


def test_candidates_appear_while_the_name_is_typed(hand):
    leg_vast(hand.store)
    hand.venster.open("nieuw_signaal")
    assert hand.focus().objectName() == "naamLineEdit"
    typ(hand.focus(), "Joris Dhond Ozdemir")
    hand.qtbot.waitUntil(lambda: len(hand.scherm.zoeker.kaarten()) == 1)
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "Ozdemir"
    hand.toets(K.Key_A, CTRL)
    typ(hand.focus(), "Els Bakker")
    hand.qtbot.waitUntil(lambda: not hand.scherm.zoeker.kaarten())
    hand.wacht_op("Niemand in deze kluis")


def test_parts_of_a_name_changed_by_hand_stay(hand):
    hand.venster.open("nieuw_signaal")
    typ(hand.focus(), "Jan de Boer")
    assert hand.scherm.formulier.lees()["voorvoegsel"] == "de"
    hand.vul("geslachtsnaamLineEdit", "de Boer-Smit")
    hand.vul("naamLineEdit", "Jan van Dijk")
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "de Boer-Smit"


def vul_nieuw_signaal(hand, **anders):
    """A complete intake of the sample, ready to record."""
    waarden = {
        "soort": "melding",
        "kanaal": "brief",
        "naam": "Joris D'Hondt-Özdemir",
        "voornamen": "Joris",
        "geslachtsnaam": "D'Hondt-Özdemir",
        "geboortedatum": date(1981, 4, 3),
        "melder_naam": "M. Visser",
        "zelf_waargenomen": "Hij stond bij de poort.",
        **AFMAKEN,
    }
    hand.venster.open("nieuw_signaal")
    hand.vul_formulier(**waarden | anders)
    hand.scherm.zoeker.zoek_nu()


def test_two_people_with_one_name_are_told_apart(hand):
    leg_vast(hand.store)
    vul_nieuw_signaal(hand)
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("afgewezen")
    hand.scherm.vastleggen()
    assert hand.scherm.formulier.gebreken() == {
        "vergelijking": "Dossier 2026-001: kies waarom dit iemand anders is."
    }
    kaart.reden.setCurrentIndex(kaart.reden.findData("anders"))
    hand.scherm.vastleggen()
    assert "schrijf in een paar woorden" in hand.scherm.formulier.gebreken()["vergelijking"]
    assert hand.focus() is kaart.toelichting
    typ(hand.focus(), "Nagevraagd: neef met dezelfde naam.")
    hand.scherm.vastleggen()
    assert hand.waarde("SELECT count(*) FROM dossier") == 2
    (rij,) = hand.rijen("SELECT * FROM vergelijking")
    assert (rij["uitkomst"], rij["toelichting"]) == ("afgewezen", "Nagevraagd: neef met dezelfde naam.")


def test_of_a_closed_dossier_nothing_is_shown_but_who_it_is_about(hand):
    geheim = "In de schuur achter het huis stonden zeven witte stoelen."
    signaal_id = leg_vast(hand.store, replace(SCHOOL, zelf_waargenomen=geheim))
    oud = lees(hand.store, signaal_id)
    sluiting = Sluiting("andere_gemeente", "Hij verhuisde naar een andere gemeente.")
    close_signaal(hand.store, signaal_id, sluiting, date(2026, 9, 8))
    vul_nieuw_signaal(hand)
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("bevestigd")
    kaart.reden.setCurrentIndex(kaart.reden.findData("naam_en_geboortedatum"))
    teksten = hand.wacht_op("Dit dossier is gesloten")
    for bron in (geheim, sluiting.sluit_toelichting, SCHOOL.van_anderen):
        woorden = bron.split()
        for n in range(len(woorden) - 4):
            assert " ".join(woorden[n : n + 5]) not in teksten
    assert SCHOOL.melder_naam not in teksten
    hand.scherm.vastleggen()
    nieuw = hand.scherm.blad
    assert nieuw.dossier_id != oud.dossier_id
    assert [v.ander_dossier_id for v in nieuw.vergeleken] == [oud.dossier_id]


# ---- bad input


TEKSTEN = ("zelf_waargenomen", "van_anderen", "interpretatie", "eigen_opmerking")
REGELS = ("naam", "voornamen", "geslachtsnaam", "straatnaam", "plaats", "ontvangen_door", "bron_organisatie")
MELDER = ("melder_naam", "melder_functie", "melder_contact")
VREEMD = ("<b", "a & b", "</para>", "🙂", "مرحبا", "w" * 60)


def test_strange_but_honest_text_is_recorded_letter_for_letter(hand):
    vreemd = "\n".join((*VREEMD[:5], "w" * 300))
    vul_nieuw_signaal(hand, **dict.fromkeys(TEKSTEN, vreemd), **dict.fromkeys(MELDER, "é <b & </para> 🙂"))
    hand.scherm.vastleggen()
    assert hand.scherm.code == "signaal"
    inhoud = hand.scherm.blad.inhoud
    assert {getattr(inhoud, veld) for veld in TEKSTEN} == {vreemd}
    assert {getattr(inhoud, veld) for veld in MELDER} == {"é <b & </para> 🙂"}
    getoond = [w.text() for w in hand.scherm.findChildren(QtWidgets.QLabel)]
    assert vreemd in getoond


def test_what_cannot_be_kept_is_said_at_its_field_and_stays_there(hand):
    vul_nieuw_signaal(hand)
    vorm, voor = hand.scherm.formulier, hand.laatste()
    goed = {veld: vorm.widget(veld) for veld in (*TEKSTEN, *REGELS, *MELDER) if veld != "naam"}
    for veld, widget in goed.items():
        oud = vorm.lees()[veld]
        for slecht in ("bel\x07", "x" * 20_001):
            zet(widget, slecht)
            hand.scherm.vastleggen()
            assert veld in vorm.gebreken(), (veld, slecht[:10])
            assert vorm.gebreken()[veld].endswith(".")
            assert hand.focus() is widget
            assert vorm.lees()[veld] == slecht
        zet(widget, oud)
    assert hand.codes(voor) == []
    hand.scherm.vastleggen()
    assert hand.scherm.code == "signaal"


@pytest.mark.parametrize(
    ("veld", "waarde", "woord"),
    [
        ("geboortedatum", "31-2-1981", "bestaat niet"),
        ("geboortedatum", date(2027, 1, 1), "toekomst"),
        ("ontvangen_op", date(2026, 9, 9), "toekomst"),
        ("ontvangen_tijd", "16.43", "nog niet geweest"),
        ("ontvangen_tijd", "kwart", "niet te lezen"),
        ("gebeurd_op", date(1970, 1, 1), "geboortedatum"),
        ("huisnummer", "veertien", "getal"),
        ("postcode", "12345", "1234 AB"),
        ("geslachtsnaam", "", "onbekend"),
        ("bron_organisatie", "", "organisatie"),
        ("zelf_waargenomen", "", "ten minste één vak"),
    ],
)
def test_a_wrong_value_is_said_in_one_sentence_with_the_focus_there(hand, veld, waarde, woord):
    vul_nieuw_signaal(hand, **{veld: waarde})
    voor = hand.laatste()
    hand.scherm.vastleggen()
    assert woord in hand.scherm.formulier.gebreken()[veld]
    assert hand.focus() is hand.scherm.formulier.widget(veld)
    assert hand.codes(voor) == []


def test_what_is_gerubriceerd_does_not_get_in(hand):
    vul_nieuw_signaal(hand, soort="ambtsbericht", bron_soort="ambtsbericht", bron_organisatie="Dienst")
    assert hand.scherm.velden.ui.ambtsberichtVak.isVisible()
    hand.scherm.vastleggen()
    assert set(hand.scherm.formulier.gebreken()) == {"geadresseerd_burgemeester", "gerubriceerd"}
    hand.vul_formulier(geadresseerd_burgemeester="ja", gerubriceerd="ja")
    hand.scherm.vastleggen()
    assert "mag niet in dit programma" in hand.scherm.formulier.gebreken()["gerubriceerd"]
    hand.vul_formulier(gerubriceerd="nee")
    hand.scherm.vastleggen()
    assert hand.scherm.blad.inhoud.soort == "ambtsbericht"


@pytest.mark.parametrize(
    ("naam", "inhoud", "woord"),
    [
        ("leeg.eml", b"  \n", "leeg"),
        ("kapot.eml", bytes(range(256)) * 40, "niet te lezen"),
        ("outlook.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), ".msg"),
        ("niets.txt", b"a\x00b", "geen tekstbestand"),
    ],
)
def test_a_broken_file_gives_a_sentence_and_takes_nothing_away(
    hand, tmp_path, monkeypatch, naam, inhoud, woord
):
    meldingen = []
    monkeypatch.setattr(hand.venster.meldbalk, "meld", lambda tekst, *_: meldingen.append(tekst))
    hand.venster.open("nieuw_signaal")
    typ(hand.focus(), "Al getypt")
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    hand.venster.open_bestand(pad)
    assert woord in meldingen[-1]
    assert hand.scherm.formulier.lees()["naam"] == "Al getypt"
    assert hand.scherm.bijlagen.bijlagen() == ()


def test_an_attachment_that_is_too_large_is_refused(hand, tmp_path):
    hand.venster.open("nieuw_signaal")
    groot = tmp_path / "film.mp4"
    with groot.open("wb") as bestand:
        bestand.truncate(MAX_BIJLAGE + 1)
    hand.venster.open_bestand(groot)
    assert hand.scherm.bijlagen.melding.isVisibleTo(hand.scherm)
    assert "25 MB" in hand.scherm.bijlagen.melding.text()
    assert hand.scherm.bijlagen.bijlagen() == ()
    foto = tmp_path / "foto.png"
    foto.write_bytes(b"\x89PNG")
    hand.venster.open_bestand(foto)
    assert [b.mediatype for b in hand.scherm.bijlagen.bijlagen()] == ["image/png"]
    assert not hand.scherm.bijlagen.melding.isVisibleTo(hand.scherm)


def test_an_email_never_writes_over_typing(hand):
    hand.venster.open("nieuw_signaal")
    hand.vul_formulier(eigen_opmerking="Van mij.", van_anderen="Al getypt.", kanaal="brief")
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert (gelezen["van_anderen"], gelezen["kanaal"]) == ("Al getypt.", "brief")
    assert gelezen["eigen_opmerking"] == "Van mij."
    assert "komt er niet meer uit" in gelezen["zelf_waargenomen"]
    assert "Al getypt." not in hand.scherm.bron.tekst.toPlainText()


@pytest.mark.parametrize("erbij", [True, False])
def test_an_email_about_somebody_else_is_not_mixed_in_unasked(hand, antwoord, erbij):
    vul_nieuw_signaal(hand, naam="Piet de Vries", voornamen="Piet", geslachtsnaam="Vries")
    antwoord(erbij)
    open_eml(hand)
    gelezen = hand.scherm.formulier.lees()
    assert gelezen["naam"] == "Piet de Vries"
    assert bool(gelezen["straatnaam"]) is erbij
    assert bool(gelezen["van_anderen"]) is erbij
    assert bool(hand.scherm.bijlagen.bijlagen()) is erbij


def test_the_same_email_twice_asks_nothing(hand):
    open_eml(hand)
    een = hand.scherm.bijlagen.bijlagen()
    open_eml(hand)
    assert hand.scherm.bijlagen.bijlagen() == een


def test_an_email_that_broke_off_is_said_to_be_incomplete(hand, tmp_path):
    half = tmp_path / "half.eml"
    half.write_bytes(EML.read_bytes()[:1500])
    hand.venster.open_bestand(half)
    assert hand.venster.meldbalk.tekst.text().startswith("Deze e-mail is afgebroken")
    assert hand.scherm.formulier.lees()["geslachtsnaam"] == "D'Hondt-Özdemir"


def test_a_file_that_comes_in_after_a_refused_one_says_so(hand, tmp_path):
    hand.venster.open("nieuw_signaal")
    for naam, inhoud in (("leeg.eml", b" "), ("foto.png", b"\x89PNG")):
        (tmp_path / naam).write_bytes(inhoud)
        hand.venster.open_bestand(tmp_path / naam)
    assert hand.venster.meldbalk.tekst.text() == "Bijlage toegevoegd: foto.png."


def test_a_name_that_anoniem_forbids_stays_in_sight(hand):
    vul_nieuw_signaal(hand, bron_soort="anoniem")
    hand.scherm.vastleggen()
    assert "anoniem" in hand.scherm.formulier.gebreken()["melder_naam"]
    assert hand.scherm.formulier.veld("melder_naam").isVisibleTo(hand.scherm)


# ---- nothing typed is lost


def test_the_intake_comes_back_to_the_letter_after_the_window_is_gone(hand, qtbot):
    leg_vast(hand.store)
    open_eml(hand)
    hand.vul_formulier(**AFMAKEN, eigen_opmerking="Half een zi")
    (kaart,) = hand.scherm.zoeker.kaarten()
    kaart.uitkomst.zet("bevestigd")
    kaart.reden.setCurrentIndex(kaart.reden.findData("naam_en_adres"))
    was = hand.scherm.formulier.lees()
    hand.venster.bewaar_concepten()
    voor = hand.laatste()

    nieuw = Window(hand.venster.omgeving, SCREENS)
    qtbot.addWidget(nieuw)
    nieuw.show()
    nieuw.open("nieuw_signaal")
    tweede = Hand(qtbot, nieuw)
    assert tweede.scherm.formulier.lees() == was
    (kaart,) = tweede.scherm.zoeker.kaarten()
    assert kaart.keuze().reden == "naam_en_adres"
    assert len(tweede.scherm.bijlagen.bijlagen()) == 2
    assert "Goedemiddag" in tweede.scherm.bron.tekst.toPlainText()
    assert tweede.codes(voor) == []
    tweede.scherm.vastleggen()
    assert tweede.scherm.code == "signaal"
    assert hand.store.concepten("nieuw_signaal") == []
    assert hand.store.concepten("nieuw_signaal_bijlage") == []
    nieuw.open("nieuw_signaal")
    assert tweede.scherm.formulier.lees()["naam"] == ""
    assert tweede.scherm.bijlagen.bijlagen() == ()


@pytest.mark.parametrize("code", ["nieuw_signaal", "telefoonnotitie"])
def test_a_pause_in_typing_is_enough_to_keep_it(hand, code):
    hand.venster.open(code)
    typ(hand.focus(), "Half een wo")
    hand.qtbot.waitUntil(lambda: "Half een wo" in (hand.store.concept(code) or ""))


@pytest.mark.parametrize("code", ["nieuw_signaal", "telefoonnotitie"])
def test_typing_can_be_thrown_away_on_purpose_only(hand, antwoord, code):
    hand.venster.open(code)
    typ(hand.focus(), "Weg ermee")
    hand.venster.bewaar_concepten()
    antwoord(False, True)
    hand.scherm.maak_leeg()
    assert "Weg ermee" in str(hand.scherm.formulier.lees())
    hand.scherm.maak_leeg()
    assert "Weg ermee" not in str(hand.scherm.formulier.lees())
    assert hand.store.concepten(code) == []
    assert "“Weggooien” betekent" in antwoord.vragen[0].tekst


def test_typing_for_one_note_does_not_mix_with_another(hand):
    ids = [
        register_notitie(
            hand.store, Telefoonnotitie(f"Gesprek {n}", "", "", False, "2026-09-08T10:00:00+02:00")
        )
        for n in (1, 2)
    ]
    hand.venster.open("nieuw_signaal", ids[0])
    hand.vul_formulier(eigen_opmerking="Bij de eerste.")
    hand.venster.open("nieuw_signaal", ids[1])
    assert hand.scherm.formulier.lees()["eigen_opmerking"] == ""
    assert "Gesprek 2" in hand.scherm.bron.tekst.toPlainText()
    hand.venster.open("nieuw_signaal", ids[0])
    assert hand.scherm.formulier.lees()["eigen_opmerking"] == "Bij de eerste."


# ---- the page of a signal


def test_a_signaal_goes_to_the_weegploeg_with_keys_alone(hand):
    hand.venster.open("signaal", leg_vast(hand.store))
    assert set(hand.scherm.delen) == {"controle"}
    voor = hand.laatste()
    for groep in ("over_persoonKeuzeGroep", "gemeente_verblijfKeuzeGroep", "bron_bekendKeuzeGroep"):
        hand.kies(groep, 0)
    hand.toets(K.Key_Return, CTRL)
    assert hand.codes(voor) == ["signaal.controleren"]
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

# SPDX-License-Identifier: EUPL-1.2
"""The walk on a real practice kluis in the real window: it follows what is recorded, not what is clicked."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain import casus as casusdomein
from gemeente_pga.domain.exemplaar import Uitgiftewens
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.overleg import Voortgang
from gemeente_pga.domain.rondleiding import HALTES, VOORBEELDCASUS, Halte
from gemeente_pga.domain.signaalstap import Agendering, FormeleControle
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import casus, notitie, overleg, signaal
from gemeente_pga.handelingen.document import log_uitgifte
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.oefenkluis import casus as verhaalcasus
from gemeente_pga.oefenkluis import einde, make_documents, weging
from gemeente_pga.oefenkluis import signaal as verhaalsignaal
from gemeente_pga.oefenkluis.bouw import KERN, Bouw, Verhaal
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.houders import voorgesteld
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.overleg import open_acties
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.rondleiding import CONCEPT, Rondleiding
from gemeente_pga.ui.screens import MEEKIJKSCHERMEN, SCREENS
from gemeente_pga.ui.screens.inrichting import InrichtingScherm
from gemeente_pga.ui.screens.telefoonnotitie import TelefoonnotitieScherm
from gemeente_pga.ui.screens.terugbellen import TerugbellenScherm
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.signaal_hulp import JORIS, SCHOOL
from tests.ui_hulp import WACHTZIN, lichte_dienst, typ

NU = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=1)))
CODES = HALTES[VOORBEELDCASUS]


@pytest.fixture
def bouw(tmp_path, echt_kader: Kader) -> Iterator[tuple[Dienst, Bouw]]:
    """A practice kluis with the municipality of the stories, and nothing else yet."""
    dienst = lichte_dienst(tmp_path / "plek")
    dienst.kies(KluisSoort.OEFENKLUIS)
    dienst.maak(WACHTZIN)
    dienst.betreed()
    assert dienst.store is not None
    verhalen = tomllib.loads(resource("oefencasus/dossiers.toml").read_text("utf-8"))
    yield dienst, Bouw.begin(dienst.store, echt_kader, NU, verhalen)
    dienst.laat_los()


def _open(qtbot: QtBot, dienst: Dienst, kader: Kader, soorten=SCREENS) -> Window:
    assert dienst.store is not None
    omgeving = Omgeving(
        store=dienst.store,
        kader=kader,
        worker=Worker(),
        dienst=dienst,
        vandaag=NU.date,
        nu=lambda: NU,
        oefenkluis=dienst.soort is KluisSoort.OEFENKLUIS,
    )
    window = Window(omgeving, soorten)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    window.open("bureau")
    window.rondleiding.hervat()
    return window


@pytest.fixture
def oefenvenster(qtbot: QtBot, huisstijl: None, bouw, echt_kader: Kader, antwoord) -> Iterator[Window]:
    dienst, _ = bouw
    window = _open(qtbot, dienst, echt_kader)
    yield window
    _sluit(window)


def _sluit(window: Window) -> None:
    window.omgeving.worker.stop()
    window.bewaar_concepten()
    window.hide()
    QtWidgets.QApplication.processEvents()
    window.omgeving.store.na_vastleggen.clear()


def _notitie(window: Window) -> int:
    tekst = Telefoonnotitie(
        tekst="Spandoek", beller="K. Brouwer", terugbelnummer="", acuut=False, ontvangen_op=NU.isoformat()
    )
    return notitie.register_notitie(window.omgeving.store, tekst)


def _speel(window: Window, bouw: Bouw) -> int:
    """The whole story by its acts, as the screens would record them; gives the casus."""
    store = window.omgeving.store
    verhaal = next(v for v in _verhalen() if v["tot"] == "uitvoering")
    verhaal = bouw.met_data({**verhaal, "dagen": (NU.date() - date(2026, 9, 8)).days})
    notitie_id = _notitie(window)
    notitie.call_back(store, notitie_id, Terugbellen("ja", NU.isoformat(), "algemeen nummer"))
    signaal_id = signaal.register_signaal(
        store, SCHOOL, JORIS, gemeente_id=bouw.gemeente_id, notitie_id=notitie_id
    )
    with store.reader() as r:
        dossier_id = int(r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id))
    signaal.check_signaal(store, signaal_id, FormeleControle("ja", "ja", "ja", ""), NU)
    kern = tuple(bouw.partijen[soort] for soort in KERN)
    signaal.schedule_signaal(store, signaal_id, Agendering(bouw.dag(verhaal, 8), kern), bouw.vandaag)
    weging_id = weging.weigh(bouw, verhaal, dossier_id, signaal_id)
    casus_id = verhaalcasus.work(bouw, verhaal, weging_id)
    make_documents(store)
    with store.reader() as r:
        stuk = r.value("SELECT id FROM document WHERE soort = 'uittreksel' LIMIT 1")
        wie = voorgesteld(r, stuk)[:1]
    wens = Uitgiftewens("overleg", wie)
    log_uitgifte(store, stuk, wijze="afdruk", wens=wens, bestemd_voor="overleg", op=NU.isoformat())
    einde._review(bouw, casus_id)
    sluiting = casusdomein.Sluiting(NU.date(), "criteria_niet_meer", "Klaar.", "Beter.", "Niets.")
    with store.reader() as r:
        nog_open = open_acties(r, casus_id)
    for regel in nog_open:
        overleg.record_voortgang(store, regel.id, Voortgang("gedaan", "", NU.date()))
    casus.close_casus(store, casus_id, sluiting)
    return casus_id


def _code(rondleiding: Rondleiding) -> str:
    return rondleiding.halte.code if rondleiding.halte is not None else "einde"


def _verhalen() -> list[Verhaal]:
    lijst: list[Verhaal] = tomllib.loads(resource("oefencasus/dossiers.toml").read_text("utf-8"))["dossier"]
    return lijst


def _woorden(window: Window) -> str:
    return "\n".join(label.text() for label in window.zijpaneel.findChildren(QtWidgets.QLabel))


def test_it_is_offered_once_and_stands_in_the_menu(oefenvenster: Window, qtbot: QtBot) -> None:
    window = oefenvenster
    assert window.rondleiding.isHidden()
    assert "rondleiding" in window.meldbalk.tekst.text().lower()
    assert any(a.text().startswith("Rondleiding") for a in window.menubalk.alle_opdrachten())
    qtbot.mouseClick(window.meldbalk.knop, QtCore.Qt.MouseButton.LeftButton)
    assert window.rondleiding.isVisible()
    assert "stap 1 van 19" in window.rondleiding.kop.text()
    assert "Het verhaal" in _woorden(window)


def test_it_goes_on_by_itself_through_every_stop_and_each_leads_somewhere(
    oefenvenster: Window, bouw, qtbot: QtBot
) -> None:
    window, rondleiding = oefenvenster, oefenvenster.rondleiding
    rondleiding.begin()
    gezien: list[str] = []

    def kijk(_tabellen: frozenset[str]) -> None:
        rondleiding.herlaad()
        code = _code(rondleiding)
        if not gezien or gezien[-1] != code:
            gezien.append(code)
            if rondleiding.halte is not None:
                plekken[code] = (rondleiding.halte, dict(rondleiding.stand.ids))

    plekken: dict[str, tuple[Halte, dict[str, int]]] = {}
    window.omgeving.store.na_vastleggen.append(kijk)
    _speel(window, bouw[1])
    window.omgeving.store.na_vastleggen.remove(kijk)
    assert gezien[-1] == "einde"
    # In this story one act does what two stops ask, or a later stop is done first: those are never shown.
    assert [code for code in CODES if code in gezien] == gezien[:-1]
    assert set(CODES) - set(gezien) <= {"notitie", "uitvoering", "deelnemers"}
    assert not rondleiding.heenknop.isVisible()
    for halte, ids in plekken.values():
        assert not halte.onderwerp or halte.onderwerp in ids or halte.code == "overleg", halte.code


def test_clicking_about_does_not_move_it(oefenvenster: Window, qtbot: QtBot) -> None:
    window = oefenvenster
    window.rondleiding.begin()
    for code in ("telefoonnotitie", "dossiers", "nieuw_signaal", "overleggen"):
        window.open(code)
    window.rondleiding.herlaad()
    assert _code(window.rondleiding) == "notitie"


def test_the_way_leads_to_the_field_and_typing_stays(oefenvenster: Window, qtbot: QtBot) -> None:
    window = oefenvenster
    window.rondleiding.begin()
    qtbot.mouseClick(window.rondleiding.heenknop, QtCore.Qt.MouseButton.LeftButton)
    scherm = window.scherm
    assert isinstance(scherm, TelefoonnotitieScherm)
    tekst = scherm.formulier.widget("tekst")
    assert tekst is window.focusWidget()
    typ(tekst, "Spandoek")
    qtbot.mouseClick(window.rondleiding.uitlegknop, QtCore.Qt.MouseButton.LeftButton)
    assert window.focusWidget() is tekst
    notitie_id = _notitie(window)
    qtbot.waitUntil(lambda: _code(window.rondleiding) == "terugbellen")
    window.rondleiding.ga_heen()
    assert isinstance(window.scherm, TerugbellenScherm)
    assert window.scherm.onderwerp_id == notitie_id


def test_its_place_comes_back_after_locking(oefenvenster: Window, bouw, qtbot: QtBot, echt_kader: Kader):
    window, (dienst, _) = oefenvenster, bouw
    window.rondleiding.begin()
    _notitie(window)
    _sluit(window)
    dienst.laat_los()
    dienst.kies(KluisSoort.OEFENKLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed()
    later = _open(qtbot, dienst, echt_kader)
    assert later.rondleiding.isVisible()
    assert _code(later.rondleiding) == "terugbellen"
    _sluit(later)


def test_it_can_be_turned_off_and_found_again(oefenvenster: Window, qtbot: QtBot) -> None:
    window = oefenvenster
    window.rondleiding.begin()
    _notitie(window)
    qtbot.mouseClick(window.rondleiding.stopknop, QtCore.Qt.MouseButton.LeftButton)
    assert window.rondleiding.isHidden()
    assert "Het verhaal" not in _woorden(window)
    actie = next(a for a in window.menubalk.alle_opdrachten() if "aan of uit" in a.text())
    actie.trigger()
    assert _code(window.rondleiding) == "terugbellen"
    opnieuw = next(a for a in window.menubalk.alle_opdrachten() if "opnieuw beginnen" in a.text())
    opnieuw.trigger()
    assert _code(window.rondleiding) == "notitie"


def test_a_signal_that_became_no_casus_says_so(oefenvenster: Window, bouw) -> None:
    window, bouwer = oefenvenster, bouw[1]
    window.rondleiding.begin()
    verhaal = bouwer.met_data(next(v for v in _verhalen() if v["tot"] == "niet_opgenomen"))
    dossier_id, signaal_id = verhaalsignaal.tell(bouwer, verhaal)
    weging.weigh(bouwer, verhaal, dossier_id, signaal_id)
    window.rondleiding.herlaad()
    assert _code(window.rondleiding) == "besluit"
    assert "geen casus geworden" in window.rondleiding.zin.text()


def test_at_200_percent_it_is_one_line_and_f1_shows_how(oefenvenster: Window, qtbot: QtBot) -> None:
    window = oefenvenster
    window.rondleiding.begin()
    window.resize(683, 370)
    qtbot.waitUntil(lambda: window.rondleiding.kop.text().startswith("1/19"))
    qtbot.waitUntil(lambda: window.rondleiding.height() < 50)
    assert window.zijpaneel.isHidden()
    qtbot.keyClick(window, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(window.zijpaneel.isVisible)
    assert "Het verhaal" in _woorden(window)


def test_a_real_kluis_has_its_own_list_that_may_wait(venster: Window, qtbot: QtBot) -> None:
    rondleiding = venster.rondleiding
    rondleiding.hervat()
    assert "nieuwe kluis" in venster.meldbalk.tekst.text()
    rondleiding.begin()
    assert _code(rondleiding) == "gemeente"
    qtbot.mouseClick(rondleiding.laterknop, QtCore.Qt.MouseButton.LeftButton)
    assert _code(rondleiding) == "partners"
    rondleiding.ga_heen()
    assert isinstance(venster.scherm, InrichtingScherm)
    store = venster.omgeving.store
    with store.reader() as r:
        rijen = [rij for rij in partijen(r) if rij.partij.kernpartij]
    for rij in rijen:
        register_partij(store, replace(rij.partij, telefoon="0900 0000"), rij.id)
    qtbot.waitUntil(lambda: _code(rondleiding) == "backup")
    assert store.concept(CONCEPT) is not None


def test_who_looks_along_sees_nothing_of_it(qtbot: QtBot, huisstijl: None, dienst, echt_kader, antwoord):
    dienst.store.wie = replace(dienst.store.wie, slot=SlotSoort.FG.value)
    window = _open(qtbot, dienst, echt_kader, MEEKIJKSCHERMEN)
    assert window.rondleiding.isHidden()
    assert not any("Rondleiding" in a.text() or "slag" in a.text() for a in window.menubalk.alle_opdrachten())
    _sluit(window)

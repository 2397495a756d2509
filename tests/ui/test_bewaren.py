# SPDX-License-Identifier: EUPL-1.2
"""Keeping on screen: no end without a signature, the forms on the card, the list of all, Bureau."""

from datetime import date, timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bewaren import GEEN_EINDDATUM
from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.ui.screens.rechten_bewaren import Bewaarkaart
from gemeente_pga.ui.screens.termijnen_bewaren import ZONDER_EINDE
from gemeente_pga.ui.window import Window
from tests.bewaar_hulp import GESLOTEN_OP, TERMIJNEN, bewaard, gesloten_casus
from tests.casus_hulp import acts
from tests.inrichting_hulp import stel_vast
from tests.ui_hulp import VANDAAG


def gemeente_id(venster: Window) -> int:
    with venster.omgeving.store.reader() as r:
        return int(r.value("SELECT id FROM gemeente"))


def open_kaart(venster: Window, dossier_id: int) -> Any:
    """The card of a closed dossier: the reason for looking is asked once."""
    venster.open("dossier", dossier_id, "bewaren")
    scherm: Any = venster.scherm
    if scherm.beeld is None:
        scherm._open_gesloten("vernietiging")
    (kaart,) = scherm.findChildren(Bewaarkaart)
    return kaart


def punten(venster: Window, op: date = VANDAAG) -> list[Any]:
    with venster.omgeving.store.reader() as r:
        alle = aandacht(r, venster.omgeving.kader, op)
    return [punt for punt in alle if punt.onderwerp is Onderwerp.BEWAREN]


def test_without_a_signed_term_the_screen_says_why_there_is_no_end(venster: Window) -> None:
    dossier_id = gesloten_casus(venster.omgeving.store, gemeente_id(venster))
    kaart = open_kaart(venster, dossier_id)
    assert kaart.zin.text() == GEEN_EINDDATUM
    assert kaart.stelknop.isHidden()
    venster.open("termijnen", None, "bewaren")
    scherm: Any = venster.scherm
    deel = scherm.delen["bewaren"]
    assert not deel.zonder.isHidden()
    assert deel.zonder.text() == ZONDER_EINDE
    (punt,) = punten(venster)
    assert "1 gesloten dossier zonder einddatum" in punt.wat


def test_the_term_is_decided_on_the_card(venster: Window, qtbot: QtBot) -> None:
    store = venster.omgeving.store
    dossier_id = gesloten_casus(store, gemeente_id(venster))
    stel_vast(store, TERMIJNEN, op=GESLOTEN_OP)
    kaart = open_kaart(venster, dossier_id)
    kaart.stelknop.click()
    was = acts(store)
    kaart.paneel.vastlegknop.click()
    assert acts(store) == was
    assert set(kaart.paneel.formulier.gebreken()) == {"waardering", "selectielijst"}
    kaart.paneel.formulier.vul({"waardering": "vernietigen", "selectielijst": "Proces 8.1"})
    kaart.paneel.vastlegknop.click()
    assert acts(store)[len(was) :] == [Handeling.BEWAREN_VASTSTELLEN.code]
    assert kaart.zin.text() == "Bewaren tot 20 mei 2031."
    assert not punten(venster)
    kaart.langerknop.click()
    kaart.paneel.formulier.vul(
        {"naar": date(2031, 12, 1), "reden": "nazorg", "toelichting": "Nazorg.", "door": "Team"}
    )
    kaart.paneel.vastlegknop.click()
    assert kaart.zin.text() == "Bewaren tot 1 december 2031."
    (punt,) = punten(venster, date(2031, 9, 1))
    assert "Bewaartermijn loopt af" in punt.wat
    (punt,) = punten(venster, date(2031, 12, 1))
    assert "Vernietigen voorbereiden" in punt.wat


def test_a_suspension_waits_on_bureau_and_is_lifted_with_a_reason(venster: Window, qtbot: QtBot) -> None:
    store = venster.omgeving.store
    dossier_id = bewaard(store, gemeente_id(venster))
    kaart = open_kaart(venster, dossier_id)
    kaart.wachtknop.click()
    over = VANDAAG + timedelta(days=30)
    kaart.paneel.formulier.vul({"reden": "rechtszaak", "toelichting": "Schadeclaim.", "nakijken_op": over})
    kaart.paneel.vastlegknop.click()
    assert len(kaart.lijst.rijen()) == 1
    (punt,) = [p for p in punten(venster, over) if p.scherm == "dossier"]
    venster.open("bureau")
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    assert kaart.paneel is not None, "the point leads to the form that ends it"
    kaart.paneel.vastlegknop.click()
    assert set(kaart.paneel.formulier.gebreken()) == {"opgeheven_reden"}
    kaart.paneel.formulier.vul({"opgeheven_reden": "De claim is ingetrokken."})
    kaart.paneel.vastlegknop.click()
    assert acts(store)[-1] == Handeling.BEWAREN_HERVATTEN.code
    qtbot.waitUntil(kaart.hefknop.isHidden)


def test_what_is_typed_is_there_on_coming_back(venster: Window) -> None:
    dossier_id = bewaard(venster.omgeving.store, gemeente_id(venster))
    kaart = open_kaart(venster, dossier_id)
    kaart.wachtknop.click()
    kaart.paneel.formulier.widget("toelichting").setPlainText("Half getypt")
    kaart.sluit()
    kaart.wachtknop.click()
    assert kaart.paneel.formulier.lees()["toelichting"] == "Half getypt"

# SPDX-License-Identifier: EUPL-1.2
"""A journey in the window: a dossier goes over to the older kader and back; what is weighed keeps its own."""

from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.queries.kader import kader_van_dossier, kaderwissels
from gemeente_pga.ui.screens.rechten_kader import Kaderkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.ui_hulp import Antwoorden, typ
from tests.weegploeg import zaak_in


def klik(qtbot: QtBot, knop: QtWidgets.QAbstractButton) -> None:
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)


def scherm(venster: Window) -> Any:
    assert venster.scherm is not None
    return venster.scherm


def zet_ernaast(venster: Window, qtbot: QtBot, antwoord: Antwoorden) -> None:
    """The older kader that ships, beside the one in use."""
    venster.open("inrichting", None, "kader")
    kaart = scherm(venster).delen["kader"].kaders
    (ouder,) = [rij for rij in kaart.lijst.rijen() if rij.id == 0]
    kaart.lijst.kies(ouder.kader.sha256)
    antwoord(True)
    klik(qtbot, kaart.voegknop)
    qtbot.waitUntil(lambda: all(rij.id for rij in kaart.lijst.rijen()))


def zet_over(venster: Window, qtbot: QtBot, dossier_id: int, reden: str, waarom: str) -> None:
    """The dossier to the only other kader."""
    venster.open("dossier", dossier_id, "kader")
    kaart = scherm(venster).findChild(Kaderkaart)
    klik(qtbot, kaart.wisselknop)
    vorm = kaart.paneel.formulier
    vorm.widget("naar").setCurrentIndex(1)
    vorm.widget("reden").setCurrentIndex(vorm.widget("reden").findData(reden))
    typ(vorm.widget("toelichting"), waarom)
    klik(qtbot, kaart.paneel.vastlegknop)
    assert kaart.paneel is None


@pytest.mark.eis("c22")
def test_a_switch_in_mid_case_leaves_the_weging_under_the_kader_of_its_day(
    venster: Window, qtbot: QtBot, antwoord: Antwoorden
):
    store = venster.omgeving.store
    zaak = zaak_in(store)
    zet_ernaast(venster, qtbot, antwoord)
    was = acts(store)
    zet_over(venster, qtbot, zaak.dossier_id, "overgangsrecht", "Het signaal kwam voor de wet.")
    qtbot.waitUntil(lambda: "Modelconvenant" in scherm(venster).kop.nummers.text())

    venster.open("signaal", zaak.signalen[0])
    klik(qtbot, scherm(venster).findChild(QtWidgets.QPushButton, "wegingButton"))
    assert scherm(venster).code == "weging"
    weging_id = scherm(venster).blad.weging.id
    kader = scherm(venster).blad.kader
    assert kader.code == "modelconvenant"
    assert "niet gelezen" in kader.criterium("k1").toelichting
    assert "wet_pga" not in {g.code for g in kader.grondslagen("geven", op=venster.omgeving.vandaag())}

    zet_over(venster, qtbot, zaak.dossier_id, "vergissing", "Het signaal kwam toch na de wet.")
    qtbot.waitUntil(lambda: "Wet PGA" in scherm(venster).kop.nummers.text())
    venster.open("weging", weging_id)
    assert scherm(venster).blad.kader.code == "modelconvenant", "the weighing that is open keeps its own"
    with store.reader() as r:
        assert kader_van_dossier(r, zaak.dossier_id).code == "wet_pga_2025"
        assert {w.reden for w in kaderwissels(r, zaak.dossier_id)} == {"overgangsrecht", "vergissing"}
    gedaan = [code for code in acts(store)[len(was) :] if code != Handeling.CASUS_INZIEN.code]
    assert gedaan == [
        Handeling.DOSSIER_KADER.code, Handeling.WEGING_BEGINNEN.code, Handeling.DOSSIER_KADER.code,
    ]  # fmt: skip
    assert venster.omgeving.kader.code == "wet_pga_2025", "everybody else keeps the kader in use"

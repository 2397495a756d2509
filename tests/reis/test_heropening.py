# SPDX-License-Identifier: EUPL-1.2
"""A journey in the window: a new signal about a closed dossier, which opens once the weegploeg took it up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.signaalstap import Agendering
from gemeente_pga.handelingen import casus as casuswerk
from gemeente_pga.handelingen import signaal as signaalwerk
from gemeente_pga.handelingen.weging import vaststellen
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.heropenkaart import WACHT, Heropenkaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, SLUITING
from tests.signaal_hulp import CONTROLE, SCHOOL
from tests.ui_hulp import NU, VANDAAG
from tests.weegploeg import Zaak, volledige_weging

AFGELOPEN = date(2026, 9, 1)


def dossier(venster: Window, dossier_id: int) -> DossierScherm:
    venster.open("dossier", dossier_id)
    assert isinstance(venster.scherm, DossierScherm)
    return venster.scherm


def teksten(kaart: QtWidgets.QWidget) -> str:
    return "\n".join(w.text() for w in kaart.findChildren(QtWidgets.QLabel) if w.isVisible())


def heropenkaart(scherm: DossierScherm) -> Any:
    deel: Any = scherm.delen["overzicht"]
    assert isinstance(deel.heropenkaart, Heropenkaart)
    return deel.heropenkaart


@pytest.mark.eis("a.C11")
def test_a_new_signal_opens_the_old_dossier_only_after_the_weegploeg(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
        partijen = {rij["soort"]: rij["id"] for rij in r.rows("SELECT id, soort FROM partij")}
    casus_id = casuswerk.take_over(
        store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG
    )
    casuswerk.close_casus(store, casus_id, replace(SLUITING, gesloten_op=AFGELOPEN))
    with store.reader() as r:
        oud_id = r.value("SELECT dossier_id FROM casus")
        nummer = r.value("SELECT nummer FROM dossier")
    signaal_id = signaalwerk.register_signaal(
        store, SCHOOL, PERSOON, gemeente_id=gemeente_id,
        vergelijkingen=[Vergelijking(oud_id, "bevestigd", "naam_en_adres")],
    )  # fmt: skip
    with store.reader() as r:
        nieuw_id = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)

    kaart = heropenkaart(dossier(venster, nieuw_id))
    assert f"Dossier {nummer}. {WACHT}" in teksten(kaart)
    assert kaart.findChildren(QtWidgets.QPushButton) == []
    oud = dossier(venster, oud_id)
    assert oud.stapel.currentWidget() is oud.slot
    assert "nieuw_signaal" not in oud.slot.reden.codes()

    signaalwerk.check_signaal(store, signaal_id, CONTROLE, NU)
    kern = tuple(partijen[soort] for soort in ("gemeente", "om", "politie"))
    agendering = Agendering(date(2026, 10, 2), kern)
    signaalwerk.schedule_signaal(store, signaal_id, agendering, VANDAAG)
    zaak = Zaak(store, nieuw_id, partijen, (signaal_id,))
    vaststellen(store, volledige_weging(zaak), venster.omgeving.kader, date(2026, 10, 5))

    kaart = heropenkaart(dossier(venster, nieuw_id))
    (knop,) = (k for k in kaart.findChildren(QtWidgets.QPushButton) if k.isVisible())
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)
    assert isinstance(venster.scherm, DossierScherm)
    oud = venster.scherm
    assert oud.stapel.currentWidget() is oud.slot, "also now it asks why, and that is logged"
    oud.slot.reden.zet("nieuw_signaal")
    qtbot.mouseClick(oud.slot.knop, QtCore.Qt.MouseButton.LeftButton)
    assert oud.stapel.currentWidget() is oud.open_dossier
    with store.reader() as r:
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "nieuw_signaal"
        assert r.value("SELECT status FROM casus WHERE id = ?", casus_id) == "afgesloten"

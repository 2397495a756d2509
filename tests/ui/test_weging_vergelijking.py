# SPDX-License-Identifier: EUPL-1.2
"""Two assessments of one dossier side by side, in the real window on the practice kluis."""

from typing import Any

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.domain.weging_vergelijking import GELIJK, GEWIJZIGD
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.store.queries.weging_vergelijking import aantal_beoordelingen, beoordelingen, tussen
from gemeente_pga.ui.window import Window
from tests.ui.hand import zichtbare_teksten
from tests.ui_hulp import VANDAAG

MET = (
    "SELECT h.dossier_id FROM herbeoordeling h JOIN casus c ON c.id = h.casus_id "
    "WHERE h.status = 'vastgesteld' AND c.gesloten_op IS NULL LIMIT 1"
)
MET_EEN = (
    "SELECT w.dossier_id FROM weging w WHERE w.status = 'vastgesteld' AND NOT EXISTS (SELECT 1 FROM weging x "
    "WHERE x.dossier_id = w.dossier_id AND x.id <> w.id) AND NOT EXISTS (SELECT 1 FROM herbeoordeling h "
    "WHERE h.dossier_id = w.dossier_id) AND EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = w.dossier_id "
    "AND c.gesloten_op IS NULL) LIMIT 1"
)


def _waarde(window: Window, sql: str) -> int:
    with window.omgeving.store.reader() as r:
        return int(r.value(sql))


def test_from_the_dossier_the_last_two_are_laid_side_by_side(vol: Window, qtbot: QtBot) -> None:
    dossier_id = _waarde(vol, MET)
    vol.open("dossier", dossier_id)
    overzicht: Any = vol.scherm._huidig_deel()  # type: ignore[union-attr]
    knop = overzicht.wegingenkaart.vergelijkknop
    assert not knop.isHidden()
    qtbot.mouseClick(knop, QtCore.Qt.MouseButton.LeftButton)
    scherm: Any = vol.scherm
    assert scherm.code == "weging_vergelijking"
    with vol.omgeving.store.reader() as r:
        alle = beoordelingen(r, dossier_id)
        assert aantal_beoordelingen(r, dossier_id) == len(alle) > 1
        nieuw, niet_meer = tussen(r, dossier_id, alle[-2], alle[-1])
    assert (scherm.toenkeuze.currentData(), scherm.laterkeuze.currentData()) == (
        alle[-2].sleutel, alle[-1].sleutel,
    )  # fmt: skip
    tekst = zichtbare_teksten(scherm)
    for kant in alle[-2:]:
        for antwoord in kant.antwoorden.values():
            assert f"{antwoord.antwoord}. {antwoord.reden}".strip() in tekst
        for kop, woorden in (*kant.slot, *kant.standpunten):
            assert kop in tekst
            assert woorden in tekst
    assert niet_meer, "the practice kluis has an item that proved wrong"
    for rij in (*nieuw, *niet_meer):
        assert rij.wat in tekst
    assert GEWIJZIGD in tekst
    scherm.alleen.setFocus()
    qtbot.keyClick(scherm.alleen, QtCore.Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: GEWIJZIGD in zichtbare_teksten(scherm))
    assert GELIJK not in zichtbare_teksten(scherm)
    scherm.laterkeuze.setCurrentIndex(scherm.toenkeuze.currentIndex())
    assert "Kies twee verschillende beoordelingen." in zichtbare_teksten(scherm)
    assert GEWIJZIGD not in zichtbare_teksten(scherm)


def test_with_one_assessment_there_is_nothing_to_compare(vol: Window) -> None:
    vol.open("dossier", _waarde(vol, MET_EEN))
    overzicht: Any = vol.scherm._huidig_deel()  # type: ignore[union-attr]
    assert overzicht.wegingenkaart.isVisibleTo(overzicht)
    assert overzicht.wegingenkaart.vergelijkknop.isHidden()


def test_what_is_restricted_does_not_come_between(vol: Window) -> None:
    dossier_id, store = _waarde(vol, MET), vol.omgeving.store
    with store.reader() as r:
        eerste, laatste = beoordelingen(r, dossier_id)[-2:]
        assert tussen(r, dossier_id, eerste, laatste)[1]
    restrict(store, dossier_id, Beperking(None, None, "Zij betwist dat het klopt.", VANDAAG))
    with store.reader() as r:
        assert tussen(r, dossier_id, eerste, laatste) == ((), ())

# SPDX-License-Identifier: EUPL-1.2
"""Another dossier in the same page: nothing of the one before stays, and it looks as if it came first."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from PySide6 import QtCore, QtTest, QtWidgets

from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.dossier_casus import PANELEN
from gemeente_pga.ui.screens.dossier_deel import Koppelregel
from gemeente_pga.ui.screens.dossier_overzicht import Overzicht
from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import vol as vol

_WOORDEN = (
    QtCore.Qt.ItemDataRole.DisplayRole,
    QtCore.Qt.ItemDataRole.ToolTipRole,
    QtCore.Qt.ItemDataRole.AccessibleTextRole,
)


def te_lezen(deel: QtWidgets.QWidget, *, ook_verborgen: bool) -> list[str]:
    """Every text in this part that can be seen or heard, in the order of the widgets."""
    uit = []
    for widget in (deel, *deel.findChildren(QtWidgets.QWidget)):
        if ook_verborgen or widget.isVisibleTo(deel):
            uit += [tekst for tekst in _van(widget) if tekst]
    return uit


def _van(widget: QtWidgets.QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QtWidgets.QLabel | QtWidgets.QAbstractButton | QtWidgets.QLineEdit):
        yield widget.text()
    if isinstance(widget, QtWidgets.QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QtWidgets.QAbstractItemView) and (model := widget.model()) is not None:
        for rij in range(model.rowCount()):
            for kolom in range(model.columnCount()):
                yield from (str(model.index(rij, kolom).data(rol) or "") for rol in _WOORDEN)


def _open_dossiers(vol: Window) -> list[int]:
    with vol.omgeving.store.reader() as r:
        koppen = [dossierkop(r, rij["id"]) for rij in r.rows("SELECT id FROM dossier ORDER BY id")]
    return [kop.id for kop in koppen if kop is not None and not kop.gesloten]


def _open(vol: Window, dossier_id: int) -> DossierScherm:
    vol.open("dossier", dossier_id)
    assert isinstance(vol.scherm, DossierScherm)
    QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    QtWidgets.QApplication.processEvents()
    return vol.scherm


def _vers(vol: Window, dossier_id: int) -> list[str]:
    """What a page that never showed anything else shows of this dossier."""
    assert vol.scherm is not None
    scherm = DossierScherm(vol.omgeving)
    scherm.resize(vol.scherm.size())
    scherm.toon(dossier_id)
    teksten = te_lezen(scherm.delen["overzicht"], ook_verborgen=False)
    scherm.deleteLater()
    return teksten


def test_every_dossier_after_every_other_looks_as_if_it_came_first(vol: Window):
    dossiers = _open_dossiers(vol)
    Random(7).shuffle(dossiers)  # noqa: S311 - an order, no secret
    for eerst, dan in pairwise((*dossiers, *reversed(dossiers))):
        _open(vol, eerst)
        scherm = _open(vol, dan)
        assert te_lezen(scherm.delen["overzicht"], ook_verborgen=False) == _vers(vol, dan), (eerst, dan)


def test_nothing_of_the_dossier_before_is_left_in_any_hidden_card(vol: Window):
    scherm = _open(vol, _open_dossiers(vol)[0])
    for dossier_id in _open_dossiers(vol):
        scherm = _open(vol, dossier_id)
        assert scherm.beeld is not None
        if scherm.beeld.casus is not None:
            overzicht = scherm.delen["overzicht"]
            assert isinstance(overzicht, Overzicht)
            overzicht.open_paneel(next(iter(PANELEN)))
        scherm._begin_anders()
        QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        leeg, kale = DossierScherm(vol.omgeving), Overzicht(vol.omgeving)
        kaal = {*te_lezen(leeg, ook_verborgen=True), *te_lezen(kale, ook_verborgen=True)}
        over = [tekst for tekst in te_lezen(scherm, ook_verborgen=True) if tekst not in kaal]
        assert not over, dossier_id
        leeg.deleteLater()
        kale.deleteLater()
        scherm.onderwerp_id = None


def test_another_tab_by_mouse_keeps_the_focus_on_the_page(vol: Window) -> None:
    for dossier_id in _open_dossiers(vol):
        scherm = _open(vol, dossier_id)
        balk = scherm.tabs.tabBar()
        for nummer in range(scherm.tabs.count()):
            scherm.tabs.setCurrentIndex(0)
            koppeling = next((w for w in scherm.findChildren(Koppelregel) if w.isVisible()), balk)
            koppeling.setFocus()
            plek = balk.tabRect(nummer).center()
            QtTest.QTest.mouseClick(balk, QtCore.Qt.MouseButton.LeftButton, pos=plek)
            focus = vol.focusWidget()
            assert focus is not None
            assert scherm.isAncestorOf(focus), scherm.tabs.tabText(nummer)
            assert focus.isVisible()

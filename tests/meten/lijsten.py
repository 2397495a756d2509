# SPDX-License-Identifier: EUPL-1.2
"""Pictures of lists in use: sorted, with the menu of the columns, words found, and Bureau on another day."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.bureauverschil import Geheugen, Stand, merk
from gemeente_pga.ui.screens.bureau import BureauScherm
from gemeente_pga.ui.screens.dossiers import DossiersScherm
from gemeente_pga.ui.widgets.kolomgeheugen import SOORT
from gemeente_pga.ui.window import Window


def _dossiers(window: Window) -> DossiersScherm:
    window.open("dossiers")
    assert isinstance(window.scherm, DossiersScherm)
    window.scherm.geheugen.vergeet()  # what the picture before it looked for
    return window.scherm


def _gesorteerd(window: Window) -> None:
    scherm = _dossiers(window)
    scherm.ui.dossiersLijst.sorteer(4)
    scherm.ui.dossiersLijst.setFocus()


def _kolommen(window: Window) -> None:
    scherm = _dossiers(window)
    kop = scherm.ui.dossiersLijst.horizontalHeader()
    scherm.geheugen.menu().popup(kop.mapToGlobal(QtCore.QPoint(90, kop.height())))


def _zonder_kaart(window: Window) -> None:
    _sluit_menu()
    scherm = _dossiers(window)
    if not scherm.standplek.kaart.isHidden():
        scherm.standplek.wissel()


def _met_kaart(window: Window) -> None:
    if not _dossiers(window).standplek.aan:
        _dossiers(window).standplek.wissel()


def _veranderd(window: Window) -> None:
    """As if somebody was here three days ago, and saw less of it."""
    window.open("bureau")
    scherm = window.scherm
    assert isinstance(scherm, BureauScherm)
    vandaag = window.omgeving.vandaag()
    toen = vandaag - timedelta(days=3)
    punten = [merk(punt) for n, punt in enumerate(scherm.punten) if n not in (0, 3, 5)]
    geheugen = Geheugen(Stand(toen, frozenset([*punten, "een", "twee"])))
    window.omgeving.store.save_concept(SOORT, "bureau", geheugen.tekst())
    scherm.herlaad()


def _niets(window: Window) -> None:
    window.open("bureau")
    scherm = window.scherm
    assert isinstance(scherm, BureauScherm)
    scherm.punten = ()
    scherm._verschil = None
    scherm._toon_punten()


def _in_dossier(window: Window) -> None:
    with window.omgeving.store.reader() as r:
        dossier_id = r.value("SELECT id FROM dossier WHERE nummer = '2026-007'")
    window.open("dossier", dossier_id)
    window.zoekpaneel.toon()
    window.zoekpaneel.regel.setText("netwerk")


def _gevonden(window: Window) -> None:
    paneel = window.zoekpaneel
    plek = next(n for n, t in enumerate(paneel.treffers()) if t.tekst == "in dit dossier")
    paneel.lijst.setCurrentRow(plek)
    paneel.lijst.itemClicked.emit(paneel.lijst.item(plek))


def _sluit_menu() -> None:
    menu = QtWidgets.QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


LIJSTEN: Mapping[str, Callable[[Window], object]] = {
    "dossiers-gesorteerd": _gesorteerd,
    "dossiers-kolommenmenu": _kolommen,
    "dossiers-zonder-standkaart": _zonder_kaart,
    "dossiers-weer": _met_kaart,
    "bureau-veranderd": _veranderd,
    "bureau-niets": _niets,
    "zoeken-in-dossier": _in_dossier,
    "zoeken-gevonden": _gevonden,
}

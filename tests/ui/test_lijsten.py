# SPDX-License-Identifier: EUPL-1.2
"""What tells one row of a list from another is readable in any window: it wraps, it is not cut off."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.ui.widgets.checklist import Checklist, Merk, Regel
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.window import Window
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast

_MARGE = 22  # what a cell keeps free around its text


def niet_afgekapt(lijst: Lijst) -> None:
    model, meet = lijst.model(), lijst.fontMetrics()
    assert model.rowCount()
    for rij in range(model.rowCount()):
        for kolom in range(model.columnCount()):
            tekst = str(model.index(rij, kolom).data() or "")
            breed = lijst.columnWidth(kolom) - _MARGE
            woorden = tekst.replace("-", "- ").split()  # a line may end at a hyphen
            assert breed >= max(map(meet.horizontalAdvance, woorden), default=0), tekst
            vlak = meet.boundingRect(
                QtCore.QRect(0, 0, breed, 1_000), int(QtCore.Qt.TextFlag.TextWordWrap), tekst
            )
            assert lijst.rowHeight(rij) >= vlak.height(), tekst
    assert lijst.horizontalHeader().length() <= lijst.viewport().width()


@pytest.mark.parametrize("maat", [(1366, 768), (683, 384)])
@pytest.mark.parametrize(("code", "naam"), [("dossiers", "dossiersLijst"), ("overleggen", "overleggenLijst")])
def test_names_numbers_and_places_are_whole(
    venster: Window, qtbot: QtBot, code: str, naam: str, maat: tuple[int, int]
):
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    leg_overleg_vast(store, c, beide=True, plaats="Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger")
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=c.dossier_een) as w:
        persoon = w.value("SELECT id FROM persoon WHERE dossier_id = ?", c.dossier_een)
        w.update("persoon", persoon, {"voornamen": "Maximiliaan", "geslachtsnaam": "Oosterhuis-Vandenberg"})
    venster.resize(*maat)
    venster.open(code)
    lijst = venster.scherm.findChild(Lijst, naam)  # type: ignore[union-attr] # the screen just opened
    assert isinstance(lijst, Lijst)
    qtbot.waitUntil(lambda: niet_afgekapt(lijst), timeout=5_000)


def test_a_long_line_of_a_checklist_takes_two(qtbot: QtBot, huisstijl: None):
    lijst = Checklist()
    qtbot.addWidget(lijst)
    lijst.resize(240, 300)
    kort, lang = "Ernst", "Leeftijd en kwetsbaarheid van betrokkene"
    lijst.toon([Regel("a", kort, Merk("circle", "open")), Regel("b", lang, Merk("circle", "open"))])
    lijst.show()
    hoog = lijst.fontMetrics().height()

    def hoogtes() -> list[int]:
        return [lijst.visualItemRect(lijst.item(n)).height() for n in range(2)]

    qtbot.waitUntil(lambda: hoogtes()[1] >= hoogtes()[0] + hoog)
    lijst.resize(900, 300)
    qtbot.waitUntil(lambda: hoogtes()[0] == hoogtes()[1], timeout=5_000)


def test_no_dossier_found_is_said_below_the_filter_without_an_empty_list(venster: Window, qtbot: QtBot):
    leg_casussen_vast(venster.omgeving.store)
    venster.open("dossiers")
    ui = venster.scherm.ui  # type: ignore[union-attr] # the screen just opened
    ui.nummerLineEdit.setText("9999")
    qtbot.waitUntil(lambda: ui.aantalLabel.text().startswith("Geen dossier"))
    qtbot.waitUntil(lambda: not ui.dossiersLijst.isVisible())
    qtbot.waitUntil(lambda: ui.aantalLabel.y() < ui.nummerLineEdit.parentWidget().y() + 150)
    ui.nummerLineEdit.clear()
    qtbot.waitUntil(ui.dossiersLijst.isVisible)

# SPDX-License-Identifier: EUPL-1.2
"""What tells one row of a list from another is readable in any window: it wraps, it is not cut off."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.ui.widgets.checklist import Checklist, Merk, Regel
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.window import Window
from tests.overleg_hulp import leg_casussen_vast, leg_overleg_vast

_MARGE, _MARGE_KRAP = 22, 14  # what a cell keeps free around its text
_LIGGEND = QtCore.Qt.Orientation.Horizontal
KLEIN = (683, 384)


def niet_afgekapt(lijst: Lijst) -> None:
    model, meet = lijst.model(), lijst.fontMetrics()
    assert model.rowCount()
    for rij in range(model.rowCount()):
        for kolom in range(model.columnCount()):
            tekst = str(model.index(rij, kolom).data() or "")
            breed = lijst.columnWidth(kolom) - (_MARGE_KRAP if lijst.property("krap") else _MARGE)
            woorden = tekst.replace("-", "- ").split()  # a line may end at a hyphen
            assert breed >= max(map(meet.horizontalAdvance, woorden), default=0), tekst
            vlak = meet.boundingRect(
                QtCore.QRect(0, 0, breed, 1_000), int(QtCore.Qt.TextFlag.TextWordWrap), tekst
            )
            assert lijst.rowHeight(rij) >= vlak.height(), tekst
    assert lijst.horizontalHeader().length() <= lijst.viewport().width()


@pytest.mark.parametrize("maat", [(1366, 768), KLEIN])
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


def test_the_participants_of_a_meeting_are_whole_with_short_headers(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    overleg_id = leg_overleg_vast(store, leg_casussen_vast(store), beide=True)
    venster.resize(*KLEIN)
    venster.open("overleg", overleg_id, "deelnemers")
    lijst = venster.scherm.findChild(Lijst, "tafelLijst")  # type: ignore[union-attr] # the screen just opened
    assert isinstance(lijst, Lijst)
    qtbot.waitUntil(lambda: niet_afgekapt(lijst), timeout=5_000)
    kop, rol = lijst.model().headerData, QtCore.Qt.ItemDataRole
    assert len(str(kop(4, _LIGGEND))) < len(str(kop(4, _LIGGEND, rol.ToolTipRole)))
    assert kop(4, _LIGGEND, rol.AccessibleTextRole) == kop(4, _LIGGEND, rol.ToolTipRole)
    venster.resize(1920, 768)
    qtbot.waitUntil(lambda: kop(4, _LIGGEND) == kop(4, _LIGGEND, rol.ToolTipRole))


def test_the_participants_of_a_casus_are_whole(venster: Window, qtbot: QtBot):
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    venster.resize(*KLEIN)
    venster.open("dossier", c.dossier_een, "deelnemers")
    lijst = venster.scherm.findChild(Lijst, "dossier_deelnemer_lijst")  # type: ignore[union-attr] # just opened
    assert isinstance(lijst, Lijst)
    qtbot.waitUntil(lambda: niet_afgekapt(lijst), timeout=5_000)


def test_a_list_as_high_as_its_rows_leaves_no_strip_with_or_without_the_focus(qtbot: QtBot, huisstijl: None):
    vak = QtWidgets.QWidget()
    kolom = QtWidgets.QVBoxLayout(vak)
    lijst, veld = Lijst(), QtWidgets.QLineEdit()
    lijst.stel_in([Kolom[str](kop, lambda tekst: tekst, rek=True) for kop in ("Wat", "Wie", "Waar")])
    for deel in (lijst, veld):
        kolom.addWidget(deel)
    qtbot.addWidget(vak)
    passend = Passend(lijst)
    vak.resize(500, 400)
    lijst.toon(["Woning zoeken", "Verslag casusoverleg van de regio"])
    vak.show()

    def past() -> bool:
        hoog = sum(lijst.rowHeight(rij) for rij in range(2))
        return lijst.viewport().size() == QtCore.QSize(lijst.horizontalHeader().length(), hoog)

    for deel in (veld, lijst):
        deel.setFocus()
        qtbot.waitUntil(deel.hasFocus)
        qtbot.waitUntil(past)
        passend.pas_aan()
        assert past()


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

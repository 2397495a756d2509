# SPDX-License-Identifier: EUPL-1.2
"""The overdrachtsdocument through the window: what is missing is said, what was typed stays, it opens."""

from typing import Any

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.store.queries.opvolging import laatste_opvolgstuk
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import PERSOON, acts

LINKS = QtCore.Qt.MouseButton.LeftButton
TYPEN = {
    "opvolger": "M. Hoekstra, coördinator", "herstelblad": "Kluis van de gemeente", "back_up": "Kast 3",
    "papier": "Kast 4", "verder": "Bel elke maand de corporatie.",
}  # fmt: skip


def deel_van(venster: Window) -> Any:
    venster.open("inrichting", None, "overdracht")
    return venster.scherm.delen["overdracht"]  # type: ignore[union-attr]


def test_it_is_made_and_opens_on_screen(venster: Window, qtbot: QtBot, dossier_id: int) -> None:
    store = venster.omgeving.store
    deel = deel_van(venster)
    assert deel.openknop.isHidden()
    was = acts(store)
    qtbot.mouseClick(deel.maakknop, LINKS)
    assert set(deel.formulier.gebreken()) == {"herstelblad", "back_up", "papier"}
    deel.formulier.vul(TYPEN | {"verder": f"Let op {PERSOON.voornamen} {PERSOON.geslachtsnaam}."})
    qtbot.mouseClick(deel.maakknop, LINKS)
    assert set(deel.formulier.gebreken()) == {"verder"}
    assert deel.formulier.lees()["papier"] == "Kast 4"
    assert acts(store) == was
    deel.formulier.vul(TYPEN)
    qtbot.mouseClick(deel.maakknop, LINKS)
    qtbot.waitUntil(lambda: venster.scherm.code == "document", timeout=20_000)  # type: ignore[union-attr]
    with store.reader() as r:
        document_id = laatste_opvolgstuk(r)
        pdf = r.value("SELECT pdf FROM document WHERE id = ?", document_id)
        nummer = r.value("SELECT nummer FROM dossier")
    tekst = " ".join(" ".join(blad.tekst for blad in read_bladen(bytes(pdf))).split())
    for woord in (nummer, "M. Hoekstra", "Kast 3", "Deze dagen komen eraan", "Wie de kluis kan openen"):
        assert woord in tekst
    assert PERSOON.geslachtsnaam not in tekst
    deel = deel_van(venster)
    assert deel.formulier.lees()["papier"] == ""
    qtbot.mouseClick(deel.openknop, LINKS)
    assert (venster.scherm.code, venster.scherm.onderwerp_id) == ("document", document_id)  # type: ignore[union-attr]


def test_what_was_typed_is_there_after_coming_back(venster: Window) -> None:
    deel = deel_van(venster)
    veld = deel.formulier.widget("papier")
    veld.setFocus()
    veld.insert("Kast 4")
    deel.formulier.bewaar_concept()
    venster.open("bureau")
    deel.formulier.wis()
    assert deel_van(venster).formulier.lees()["papier"] == "Kast 4"

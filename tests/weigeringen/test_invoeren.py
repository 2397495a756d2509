# SPDX-License-Identifier: EUPL-1.2
"""Refused: taking in many people at once, by a file that is chosen, dropped or mailed."""

import ast
import re
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui

from gemeente_pga.domain.lijstbestand import GEEN_LIJST, LIJSTEN, is_lijst
from tests.ui.hand import Hand
from tests.ui.signaal_hand import vul_nieuw_signaal
from tests.weigeringen.lezen import Bomen, bomen, teksten

NAMEN = ("Aafke Brand", "Bram Cohen", "Cees Dijk", "Dina Evers", "Eef Fabel", "Fien Geel", "Gijs Haan")
# What file dialogs name: a message, a log to check, a paper, a kader, a register as text, a document. JSON is
# only written, for another system: the one place that names it asks where to save. A logo, for on paper.
FILTERS = {"*.png", "*.jpg", "*.jpeg", "*.eml", "*.csv", "*.pdf", "*.toml", "*.txt", "*.json", "*"}
# Who reads tables: only the log that this program itself wrote out.
CSV = {"domain/journaalbestand.py", "ui/screens/controle_bestand.py"}


def _laat_vallen(hand: Hand, pad: Path) -> None:
    """Drop this file on the window, as the file manager does."""
    gegevens = QtCore.QMimeData()
    gegevens.setUrls([QtCore.QUrl.fromLocalFile(str(pad))])
    knop, geen = QtCore.Qt.MouseButton.LeftButton, QtCore.Qt.KeyboardModifier.NoModifier
    kopie, midden = QtCore.Qt.DropAction.CopyAction, hand.venster.rect().center()
    hand.venster.dragEnterEvent(QtGui.QDragEnterEvent(midden, kopie, gegevens, knop, geen))
    hand.venster.dropEvent(QtGui.QDropEvent(QtCore.QPointF(midden), kopie, gegevens, knop, geen))


def _aantal(hand: Hand, *tabellen: str) -> list[int]:
    return [hand.waarde(f"SELECT count(*) FROM {t}") for t in tabellen]  # noqa: S608 - names of this file


def _mensen(hand: Hand) -> list[int]:
    return _aantal(hand, "persoon", "dossier", "signaal", "bijlage")


@pytest.mark.eis("c06", "n3", "w03")
@pytest.mark.parametrize("einde", [".csv", ".XLSX", ".vcf", ".json", ".ods", ".ldif"])
def test_a_table_or_address_book_that_is_dropped_changes_nothing(hand, tmp_path, monkeypatch, einde):
    meldingen: list[str] = []
    monkeypatch.setattr(hand.venster.meldbalk, "meld", lambda tekst, *_: meldingen.append(tekst))
    voor = (_mensen(hand), hand.store.laatste())
    pad = tmp_path / f"leden{einde}"
    pad.write_text("naam;geboren\n" + "\n".join(f"{naam};1990-01-01" for naam in NAMEN), encoding="utf-8")
    _laat_vallen(hand, pad)
    assert meldingen[-1] == GEEN_LIJST
    assert (_mensen(hand), hand.store.laatste()) == voor
    assert hand.scherm.bijlagen.bijlagen() == ()
    assert not any(naam in str(hand.scherm.formulier.lees()) for naam in NAMEN)


def test_a_paper_that_is_dropped_does_come_in(hand, tmp_path):
    pad = tmp_path / "brief.pdf"
    pad.write_bytes(b"%PDF-1.7 verzonnen")
    _laat_vallen(hand, pad)
    assert [b.naam for b in hand.scherm.bijlagen.bijlagen()] == ["brief.pdf"]


@pytest.mark.parametrize("naam", ["leden.CSV", " adressen.vcf ", "a.b.xlsx"])
def test_a_list_is_known_by_its_name(naam):
    assert is_lijst(naam)
    assert not is_lijst(naam + ".pdf")
    assert ".pdf" not in LIJSTEN


@pytest.mark.eis("c06", "n3", "w03")
def test_a_message_with_seven_names_is_one_signal_about_one_person(hand, tmp_path):
    bericht = EmailMessage()
    bericht["From"], bericht["Subject"] = "melder@voorbeeld.example", "Zorgen over zeven mensen"
    bericht.set_content("Dit zijn ze:\n" + "\n".join(f"Naam: {naam}" for naam in NAMEN))
    pad = tmp_path / "zeven.eml"
    pad.write_bytes(bericht.as_bytes())
    hand.venster.open("nieuw_signaal")
    _laat_vallen(hand, pad)
    assert hand.waarde("SELECT count(*) FROM persoon") == 0  # reading a message records nobody
    vul_nieuw_signaal(hand)
    hand.scherm.vastleggen()
    assert _aantal(hand, "signaal", "dossier", "persoon") == [1, 1, 1]


def gevraagde_bestanden(bronnen: Bomen) -> set[str]:
    """The kinds of files that any file dialog of the program offers."""
    return {
        einde
        for plek, boom in bronnen.items()
        if plek.startswith(("ui/", "app"))
        for tekst in teksten(boom)
        for deel in re.findall(r"\w[\w ]*\(([^()]*\*[^()]*)\)", tekst)
        for einde in deel.split()
    }


def tabellezers(bronnen: Bomen) -> set[str]:
    """Who imports something that reads tables or address books."""
    lezers = {"csv", "json", "openpyxl", "pandas", "xlrd", "vobject", "odf", "tablib"}
    return {
        plek
        for plek, boom in bronnen.items()
        for knoop in ast.walk(boom)
        if (
            isinstance(knoop, ast.Import)
            and any(a.name.split(".")[0] in lezers - {"json"} for a in knoop.names)
        )
        or (isinstance(knoop, ast.ImportFrom) and (knoop.module or "").split(".")[0] in lezers - {"json"})
    }


@pytest.mark.eis("c06", "n3", "w03")
def test_no_dialog_asks_for_a_table_of_people():
    assert gevraagde_bestanden(bomen()) <= FILTERS
    json_plekken = {plek for plek, boom in bomen().items() if any("*.json" in t for t in teksten(boom))}
    assert json_plekken == {"ui/screens/signaal_melding.py"}
    assert "kies_bestand" not in ast.unparse(bomen()["ui/screens/signaal_melding.py"])
    assert tabellezers(bomen()) <= CSV


def test_a_dialog_for_a_table_would_be_seen():
    bron = {
        "ui/x.py": ast.parse('import csv\nmessages.kies_bestand(self, "Leden", "Ledenlijst (*.xlsx *.csv)")')
    }
    assert gevraagde_bestanden(bron) == {"*.xlsx", "*.csv"}
    assert tabellezers(bron) == {"ui/x.py"}

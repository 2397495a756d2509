# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer beside the screen: guidance for this step, foldable, for every screen."""

import importlib
import inspect
import pkgutil
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.velduitleg import Velduitlegfout, parse_velduitleg, uitleg_bij
from gemeente_pga.handelingen.inrichting import register_partij
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.ui import screens
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.document import DocumentScherm
from gemeente_pga.ui.screens.inrichting import GemeenteDeel, InrichtingScherm
from gemeente_pga.ui.veldwaarde import SOORTEN
from gemeente_pga.ui.wegwijzer import gids, velduitleg
from gemeente_pga.ui.widgets.veld import Veld
from gemeente_pga.ui.window import Window
from tests.editie_hulp import Tafel
from tests.ui_hulp import typ


def _woorden(venster: Window) -> str:
    return "\n".join(label.text() for label in venster.zijpaneel.findChildren(QtWidgets.QLabel))


@pytest.mark.eis("i1")
@pytest.mark.parametrize("soort", SCREENS, ids=lambda soort: soort.code)
def test_every_screen_has_guidance(soort: type) -> None:
    assert soort.wegwijzersleutel in gids()  # type: ignore[attr-defined]


def test_panel_follows_the_screen(venster: Window) -> None:
    venster.open("controle")
    assert gids()["controle"].wat_nu[0] in _woorden(venster)
    venster.wegwijzer("formele_controle")
    stuk = gids()["formele_controle"]
    assert stuk.titel in _woorden(venster)
    assert all(regel in _woorden(venster) for regel in (*stuk.wat_nu, *stuk.wet, *stuk.let_op, *stuk.bellen))


def test_the_house_style_has_guidance_of_its_own_while_the_user_is_in_it(
    venster: Window, qtbot: QtBot
) -> None:
    venster.open("inrichting", None, "gemeente")
    assert isinstance(venster.scherm, InrichtingScherm)
    deel = venster.scherm.delen["gemeente"]
    assert isinstance(deel, GemeenteDeel)
    qtbot.waitUntil(venster.isActiveWindow)
    deel.huisstijl.veld.setFocus()
    assert gids()["huisstijl"].titel in _woorden(venster)
    deel.gebruiker.focus("naam")
    assert gids()["inrichting_gemeente"].titel in _woorden(venster)


def test_a_copy_with_number_and_holder_has_guidance_of_its_own(venster: Window, qtbot: QtBot) -> None:
    tafel = Tafel(venster.omgeving.store, ingericht=True)
    tafel.pdf(tafel.editie("politie", "verslag"))
    with venster.omgeving.store.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE soort = 'deelnemer_verslag'")
    venster.open("document", document_id)
    scherm = venster.scherm
    assert isinstance(scherm, DocumentScherm)
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    scherm.druk_actie.trigger()
    assert gids()["exemplaar"].titel in _woorden(venster)
    assert "watermerk" in _woorden(venster)


def test_whole_dossiers_of_another_kluis_have_guidance_of_their_own(venster: Window) -> None:
    venster.open("andere_kluis")
    assert gids()["andere_kluis"].titel in _woorden(venster)
    assert all(regel in _woorden(venster) for regel in gids()["andere_kluis"].let_op)


def test_number_of_a_partner_stands_beside_its_name(venster: Window) -> None:
    store = venster.omgeving.store
    with store.reader() as r:
        politie = next(rij for rij in partijen(r) if rij.partij.soort == "politie")
    register_partij(store, replace(politie.partij, telefoon="0900 0000"), politie.id)
    venster.wegwijzer("bureau")
    venster.wegwijzer("spoed")
    assert "Telefoon: 0900 0000" in _woorden(venster)


def test_f1_folds_away_and_out(venster: Window, qtbot: QtBot) -> None:
    assert venster.zijpaneel.isVisible()
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(venster.zijpaneel.isVisible)


def test_small_window_folds_by_itself(venster: Window, qtbot: QtBot) -> None:
    venster.resize(700, 400)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    assert venster.rail.width() < 80
    venster.resize(1366, 740)
    qtbot.waitUntil(venster.zijpaneel.isVisible)


def test_guidance_asked_for_in_a_small_window_folds_away_again(venster: Window, qtbot: QtBot) -> None:
    venster.resize(700, 400)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    venster.toon_wegwijzer("spoed")
    assert venster.zijpaneel.isVisible()
    assert venster.zijpaneel.sleutel == "spoed"
    venster.open("controle")
    assert not venster.zijpaneel.isVisible()


@pytest.mark.parametrize("scherm", ["telefoonnotitie", "nieuw_signaal", "consultatie", "inrichting"])
def test_f1_works_inside_a_text_field_and_says_what_to_fill_in(
    venster: Window, qtbot: QtBot, scherm: str
) -> None:
    venster.open(scherm)
    velden = [v for v in venster.scherm.findChildren(Veld) if v.isVisible()]  # type: ignore[union-attr]
    invoer = (QtWidgets.QLineEdit, QtWidgets.QPlainTextEdit)
    veld = next(v for v in velden if isinstance(v.invoer, invoer) and v.invoer.isEnabled())
    veld.invoer.setFocus()
    qtbot.keyClick(veld.invoer, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not venster.zijpaneel.isVisible())
    qtbot.keyClick(veld.invoer, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(venster.zijpaneel.isVisible)
    assert venster.focusWidget() is veld.invoer
    assert venster.zijpaneel.bij_veld.kop.text() == veld.label
    assert venster.zijpaneel.bij_veld.tekst.text()


def test_where_there_is_no_room_for_both_f1_shows_one_and_then_the_other(
    venster: Window, qtbot: QtBot
) -> None:
    venster.resize(683, 370)
    venster.open("telefoonnotitie", None, "tekst")
    veld = venster.focusWidget()
    assert isinstance(veld, QtWidgets.QPlainTextEdit)
    typ(veld, "half")
    assert venster.scherm is not None
    qtbot.keyClick(veld, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(venster.zijpaneel.isVisible)
    assert not venster.scherm.isVisible()
    assert venster.zijpaneel.bij_veld.isVisible()
    qtbot.waitUntil(lambda: venster.zijpaneel.width() > 600)
    qtbot.keyClick(venster, QtCore.Qt.Key.Key_F1)
    qtbot.waitUntil(venster.scherm.isVisible)
    assert venster.focusWidget() is veld
    assert veld.toPlainText() == "half"
    qtbot.keyClick(veld, QtCore.Qt.Key.Key_F1)
    venster.open("bureau")
    assert venster.zijpaneel.isHidden()
    assert venster.scherm.isVisible()


def test_outside_a_field_the_guidance_of_the_field_goes(venster: Window, qtbot: QtBot) -> None:
    venster.open("telefoonnotitie", None, "tekst")
    assert venster.zijpaneel.bij_veld.isVisible()
    venster.open("bureau")
    qtbot.waitUntil(lambda: not venster.zijpaneel.bij_veld.isVisible())


def _velden_van_alle_formulieren() -> list[tuple[str, str, str, bool]]:
    """(form, field, label, has a line of help) of every input in every form of Qt Designer."""
    uit = []
    for pad in sorted((Path(__file__).parents[2] / "forms").glob("*.ui")):
        boom = ElementTree.parse(pad)  # noqa: S314 - our own files
        eigen = {w: {p.get("name"): "".join(p.itertext()).strip() for p in w.findall("property")}
                 for w in boom.iter("widget")}  # fmt: skip
        labels = {e["buddy"]: e["text"] for e in eigen.values() if e.get("buddy")}
        for widget, e in eigen.items():
            naam = widget.get("name") or ""
            soort = next((s for s, _ in SOORTEN if naam.endswith(s)), "")
            if soort:
                label = labels.get(naam) or e.get("text") or e.get("accessibleName") or ""
                veld = naam.removesuffix(soort)
                uit.append((pad.stem, veld, label.replace("&", ""), bool(e.get("hulp"))))
    return uit


VELDEN = _velden_van_alle_formulieren()


@pytest.mark.eis("i1")
def test_every_field_of_every_form_says_what_to_fill_in() -> None:
    assert len(VELDEN) > 600
    zonder = [(f, v, t) for f, v, t, hulp in VELDEN if not hulp and not uitleg_bij(velduitleg(), v, t)]
    assert zonder == []


def test_guidance_of_a_field_belongs_to_a_field_that_is_there() -> None:
    namen = {v for _, v, _, _ in VELDEN}
    met_label = {f"{v}|{t}" for _, v, t, _ in VELDEN}
    met_label.add("naam|Naam zoals die op papier staat")  # there is no melder where a casus is taken over
    over = [s for s in velduitleg() if s not in (met_label if "|" in s else namen)]
    assert over == []


def test_guidance_of_a_field_is_short() -> None:
    zinnen = [zin for tekst in velduitleg().values() for zin in re.split(r"(?<=[.!?])\s", tekst)]
    assert [zin for zin in zinnen if len(zin.split()) > 25] == []


def test_a_label_without_its_field_is_refused() -> None:
    with pytest.raises(Velduitlegfout, match="ontbreekt"):
        parse_velduitleg('[uitleg]\n"naam|Wie" = "Wie het is."\n', "velden.toml")


def test_search_finds_what_is_said_in_the_text_too(venster: Window) -> None:
    venster.zoekpaneel.toon()
    venster.zoekpaneel.regel.setText("geheimhouding die u niet kunt")
    (treffer,) = [t for t in venster.zoekpaneel.treffers() if t.icoon == "compass"]
    assert "Telefoonnotitie" in treffer.tekst
    treffer.doe()
    assert venster.zijpaneel.sleutel == "telefoonnotitie"


# What others are built on, and parts whose guidance the screen around them chooses.
_ZONDER_EIGEN = frozenset(
    {
        *("Deel", "Tabscherm", "RegisterDeel", "TraagDeel", "Lijstkaart", "Persoonskaart", "Rechtenkaart"),
        *("Rechten", "Oordeeldeel", "Groepdeel", "Afgeleiddeel"),
    }
)


def _delen() -> list[tuple[str, str]]:
    """(class, guidance) of every screen and every part of one."""
    uit = []
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        geladen = importlib.import_module(module.name)
        for naam, klasse in inspect.getmembers(geladen, inspect.isclass):
            sleutel = getattr(klasse, "wegwijzersleutel", None)
            if isinstance(sleutel, str) and klasse.__module__ == module.name:
                uit.append((naam, sleutel))
    return uit


@pytest.mark.eis("i1")
def test_every_part_of_a_screen_has_guidance() -> None:
    delen = _delen()
    assert len(delen) > 80
    assert [d for d in delen if d[0] not in _ZONDER_EIGEN and d[1] not in gids()] == []


@pytest.mark.parametrize("plaats", ["inrichting", "termijnen", "controle", "verantwoording", "wie_heeft_wat"])
def test_every_tab_shows_its_guidance(venster: Window, plaats: str) -> None:
    venster.open(plaats)
    scherm = venster.scherm
    codes = list(getattr(scherm, "delen", {}))
    for code in codes:
        scherm.kies_deel(code)  # type: ignore[union-attr]
        assert venster.zijpaneel.sleutel in gids(), code
    assert venster.zijpaneel.sleutel in gids()

# SPDX-License-Identifier: EUPL-1.2
"""The style sheet,
filled in with the colours of theme.py. Roles (property `rol`) are explained in theme."""

from dataclasses import asdict
from string import Template

from gemeente_pga.paths import resource
from gemeente_pga.ui import theme

_BLAD = Template("""
QMainWindow, QDialog, Scherm, QScrollArea, QScrollArea > QWidget > QWidget {
  background: $grond; }
QFrame[rol="kaart"] QScrollArea, QFrame[rol="kaart"] QScrollArea > QWidget > QWidget { background: $vlak; }
QToolTip { background: $tekst; color: $vlak; border: none; padding: 4px 8px; }
QFrame[rol="kaart"] { background: $vlak; border: 1px solid $rand; border-radius: 8px; }
QFrame[rol="kaart"] QFrame[rol="kaart"] { background: $grond; border: none; } /* no box in a box */
QFrame[rol="lijn"] { background: $rand; border: none; max-height: 1px; }
QFrame[rol="inzet"] { background: $verdiept; border: none; border-radius: 6px; }

QLabel { background: transparent; qproperty-indent: 0; }
QMessageBox QLabel#qt_msgbox_label, QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 26em; }
QMessageBox QLabel#qt_msgbox_label { font-size: ${kop}pt; font-weight: 500; }
QLabel[rol="titel"] { font-size: ${titel}pt; font-weight: 500; }
QLabel[rol="kop"] { font-size: ${kop}pt; font-weight: 500; }
QLabel[rol="subkop"] { font-weight: 500; }
QLabel[veldlabel="true"] { padding-top: 6px; }
QLabel[rol="titel"]:disabled, QLabel[rol="kop"]:disabled, QLabel[rol="subkop"]:disabled,
QLabel[veldlabel="true"]:disabled { color: $tekst; }
QLabel[rol="stil"] { color: $stil; }
QLabel[rol="hulp"] { color: $stil; font-size: ${klein}pt; }
QLabel[rol="gebrek"] { color: $fout; font-weight: 500; }
QLabel[rol="inzet"] { background: $verdiept; border-radius: 6px; padding: 10px 12px; }
QLabel[rol="merk_goed"], QLabel[rol="merk_let_op"], QLabel[rol="merk_fout"], QLabel[rol="merk_open"] {
  border-radius: 9px; padding: 1px 9px 2px 9px; font-size: ${klein}pt; font-weight: 500; }
QLabel[rol="merk_goed"][wordWrap="true"], QLabel[rol="merk_let_op"][wordWrap="true"],
QLabel[rol="merk_fout"][wordWrap="true"], QLabel[rol="merk_open"][wordWrap="true"] {
  border-radius: 6px; padding: 8px 12px; font-size: ${gewoon}pt; }
QLabel[rol="merk_goed"] { background: $goed_zacht; color: $goed; }
QLabel[rol="merk_let_op"] { background: $let_op_zacht; color: $let_op; }
QLabel[rol="merk_fout"] { background: $fout_zacht; color: $fout; }
QLabel[rol="merk_open"] { background: $verdiept; color: $stil; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $vlak; color: $tekst; border: 1px solid $veldrand; border-radius: 4px; padding: 5px 8px;
  selection-background-color: $knop; selection-color: $op_knop; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $stil; }
QLineEdit, QComboBox, QSpinBox { min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QLineEdit[gebrek="true"], QPlainTextEdit[gebrek="true"], QComboBox[gebrek="true"], QSpinBox[gebrek="true"] {
  border-color: $fout; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $verdiept; border-color: $rand;
  color: $stil; }
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus { border-color: $accent; }
KeuzeGroep[gebrek="true"] { border-left: 3px solid $fout; padding-left: 6px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$pijl"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $vlak; border: 1px solid $rand; padding: 2px; outline: 0; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 2px 6px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }

QCheckBox, QRadioButton { spacing: 8px; padding: 3px 6px 3px 3px; border: 2px solid transparent;
  border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 16px; height: 16px;
  border: 1px solid $veldrand; background: $vlak; }
QCheckBox::indicator, QListView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $knop; border-color: $knop;
  image: url("$vink"); }
QRadioButton::indicator:checked { background: $knop; border-color: $knop; image: url("$stip"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $verdiept;
  border-color: $rand; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: $uit;
  border-color: $uit; }

QPushButton, QToolButton { background: $vlak; color: $tekst; border: 1px solid $veldrand;
  border-radius: 4px;
  padding: 5px 14px; }
QPushButton { min-height: 20px; font-weight: 500; qproperty-autoDefault: true; }
QToolButton { padding: 5px 8px; }
QPushButton:hover, QToolButton:hover { background: $verdiept; }
QPushButton:pressed, QToolButton:pressed { background: $rand; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QToolButton:focus { padding: 4px 7px; }
QPushButton:disabled, QToolButton:disabled { background: transparent; color: $uit; border-color: $rand; }
QPushButton[rol="primair"] { background: $knop; color: $op_knop; border: 1px solid $knop; }
QPushButton[rol="primair"]:hover { background: $knop_aan; }
QPushButton[rol="primair"]:focus { background: $knop_aan; border: 3px solid $ring; padding: 3px 12px; }
QPushButton[rol="primair"]:disabled { background: $verdiept; color: $uit; border-color: $verdiept; }
QPushButton[rol="gevaar"] { color: $fout; border-color: $fout; }
QPushButton[rol="gevaar"]:hover { background: $fout_zacht; }
QPushButton[rol="plat"], QToolButton[rol="plat"] { border: 2px solid transparent; background: transparent;
  padding: 4px 10px;
  color: $accent; }
QToolButton[rol="plat"] { padding: 4px 7px; }
QPushButton[rol="plat"]:hover, QToolButton[rol="plat"]:hover { background: $verdiept; }
QPushButton[rol="plat"]:focus, QToolButton[rol="plat"]:focus { border-color: $accent; }
QPushButton[rol="plat"]:disabled, QToolButton[rol="plat"]:disabled { color: $uit; }
QPushButton[rol="zinknop"] { border: none; background: transparent; color: $accent; padding: 0 2px;
  font-weight: 400; font-size: ${klein}pt; }
QPushButton[rol="zinknop"]:hover { text-decoration: underline; }
QPushButton[rol="regel"] { background: transparent; color: $accent; border: 2px solid transparent;
  padding: 3px 6px; text-align: left; font-weight: 400; }
QPushButton[rol="regel"]:hover { background: $verdiept; }
QPushButton[rol="regel"]:focus { border-color: $accent; }
QPushButton[rol="stap"] { background: transparent; color: $stil; border: 2px solid transparent;
  padding: 3px 8px; }
QPushButton[rol="stap"]:hover { background: $verdiept; }
QPushButton[rol="stap"]:focus { border-color: $accent; }
QPushButton[rol="stap"][stand="huidig"] { background: $accent_zacht; color: $accent; }
QPushButton[rol="stap"][stand="geblokkeerd"] { background: $let_op_zacht; color: $let_op; }
QPushButton[rol="stap"][stand="klaar"] { color: $tekst; }
QLabel[rol="koppeling"] { border: 2px solid transparent; border-radius: 4px; padding: 2px 4px; }
QLabel[rol="koppeling"]:focus { border-color: $accent; }
QPushButton[rol="groot"] { text-align: left; padding: 15px 18px; }
QPushButton[rol="groot"]:focus { padding: 14px 17px; }
QLineEdit QToolButton, QLineEdit QToolButton:hover { border: none; background: transparent; padding: 0; }

QFrame#rail { background: $vlak; border: none; border-right: 1px solid $rand; }
QFrame#rail QPushButton { border: 2px solid transparent; border-radius: 6px; background: transparent;
  padding: 8px 10px;
  color: $tekst; text-align: left; font-weight: 500; }
QFrame#rail QPushButton:hover { background: $verdiept; }
QFrame#rail QPushButton:checked { background: $accent_zacht; color: $accent; }
QFrame#rail QPushButton:focus { border-color: $accent; }
QFrame#kopbalk { background: $vlak; border: none; border-bottom: 1px solid $rand; }
QFrame#kopbalk QPushButton { font-weight: 400; }
QFrame#knoppenbalk { background: $vlak; border: none; border-top: 1px solid $rand; }
QFrame#voetbalk { border: none; border-top: 1px solid $rand; }
QFrame#smalRij { border: none; border-bottom: 1px solid $rand; }
QFrame#zijpaneel { background: $vlak; border: none; border-left: 1px solid $rand; }
QFrame#zijpaneel QScrollArea, QFrame#zijpaneel QScrollArea > QWidget > QWidget { background: $vlak; }
QFrame#bijVeld { background: $accent_zacht; border: none; border-top: 1px solid $rand; }
QFrame#meldbalk { border: none; border-top: 1px solid $rand; }
QFrame#meldbalk[soort="goed"] { background: $goed_zacht; } QFrame#meldbalk[soort="goed"] QLabel {
  color: $goed; }
QFrame#meldbalk[soort="let_op"] { background: $let_op_zacht; } QFrame#meldbalk[soort="let_op"] QLabel {
  color: $let_op; }
QFrame#meldbalk[soort="fout"] { background: $fout_zacht; } QFrame#meldbalk[soort="fout"] QLabel {
  color: $fout; }
QFrame#meekijkband { background: $accent_zacht; border-bottom: 1px solid $rand; }
QFrame#meekijkband QLabel { color: $tekst; font-weight: 500; }
QLabel#oefenbanier { background: $let_op_zacht; color: $let_op; font-weight: 500; padding: 5px 16px; }
QFrame[band="true"] { background: $let_op_zacht; border: none; }
QFrame[band="true"] QLabel { color: $let_op; font-weight: 500; }
QFrame#rondleiding { background: $accent_zacht; border: none; border-bottom: 1px solid $rand; }
QFrame#rondleiding QLabel { color: $tekst; }
QFrame#bevestiging { background: rgba(10, 20, 32, 110); border: none; }
QFrame#zoekpaneel, QFrame#zinkiezer { background: $vlak; border: 1px solid $veldrand; border-radius: 8px; }

QMenuBar { background: $vlak; color: $tekst; border-bottom: 1px solid $rand; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected { background: $accent_zacht; color: $tekst; }
QMenu { background: $vlak; color: $tekst; border: 1px solid $rand; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_zacht; }
QMenu::item:disabled { color: $uit; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url("$haak"); }
QMenu::separator { height: 1px; background: $rand; margin: 4px 8px; }

QTabWidget::pane { border: none; border-top: 1px solid $rand; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: transparent; }
QTabBar::tear { width: 0; border: none; }
QTabBar::tab { background: transparent; color: $stil; padding: 8px 12px; border: 2px solid transparent;
  font-weight: 500; }
QTabBar QToolButton, QTabBar QToolButton:hover { padding: 0; background: $vlak; border-color: $rand; }
QTabBar::tab:hover { color: $tekst; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { border-color: $accent; border-radius: 4px; }

QTableView, QListView, QTreeView { background: $vlak; color: $tekst; border: 1px solid $rand;
  border-radius: 6px;
  outline: 0; gridline-color: $rand; selection-background-color: $accent_zacht; selection-color: $tekst; }
QTableView { margin: 1px; } QTableView:focus { margin: 0; } /* the edge of the focus takes no room inside */
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item, QTreeView::item { padding: 4px 8px; border: none; border-bottom: 1px solid $verdiept; }
QListView::item { padding: 6px 8px; border: none; }
QTableView[krap="true"]::item { padding: 4px; }
QTableView[krap="true"] QHeaderView::section { padding: 6px 7px; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $accent_zacht;
  color: $tekst; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $vlak; color: $stil; border: none; border-bottom: 1px solid $rand;
  padding: 6px 11px;
  font-size: ${klein}pt; font-weight: 500; }

QScrollArea { border: none; }
QScrollArea[leesbaar="true"] { border: 2px solid $grond; }
QScrollArea[leesbaar="true"]:focus { border-color: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $schuif; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $verdiept; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $knop; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $vlak; border: none; }
QCalendarWidget QToolButton { background: transparent; color: $tekst; border: 2px solid transparent;
  border-radius: 4px; padding: 4px 8px; font-weight: 500; }
QCalendarWidget QToolButton:hover { background: $accent_zacht; }
QCalendarWidget QToolButton:focus { border-color: $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView { margin: 0; border: none; }
QCalendarWidget QTableView:focus { border: none; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
""")


def stijlblad(kleuren: theme.Kleuren) -> str:
    """The style sheet in these colours."""
    donker = kleuren in (theme.DONKER, theme.DONKER_CONTRAST)
    beelden = {
        "pijl": "pijl-donker" if donker else "pijl-licht",
        "vink": "vink",
        "haak": "haak-donker" if donker else "haak-licht",
        "stip": "stip",
    }
    urls = {naam: resource(f"icons/bediening/{bestand}.svg").as_posix() for naam, bestand in beelden.items()}
    return _BLAD.substitute(asdict(kleuren) | {k: str(v) for k, v in theme.PUNTEN.items()} | urls)

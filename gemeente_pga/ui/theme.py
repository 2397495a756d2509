# SPDX-License-Identifier: EUPL-1.2
"""The one place for looks: spacing, type scale, colours for light, dark and high contrast, icons, and putting
them on.

The style sheet itself stands in stijlblad.py. Screens say what something is (property `rol`, `icoon`),
never how it looks.
"""

from dataclasses import dataclass
from functools import cache

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.paths import resource

RUIMTE = (4, 8, 12, 16, 24, 32)
LETTER = "Fira Sans"
PUNTEN = {"klein": 9.5, "gewoon": 10.5, "kop": 12.0, "titel": 17.0}
RAILBREEDTE = 224
WEGWIJZERBREEDTE = 288
_GEWONE_MAAT = QtCore.QSize(1320, 820)
_RUIM_SCHERM = QtCore.QSize(1440, 860)  # a smaller screen than this is filled


@dataclass(frozen=True)
class Kleuren:
    """All colours there are. Each text colour reaches 4.5 : 1 on the grounds it stands on."""

    grond: str
    vlak: str
    verdiept: str
    rand: str
    veldrand: str
    schuif: str
    tekst: str
    stil: str
    uit: str
    accent: str
    accent_zacht: str
    knop: str
    knop_aan: str
    ring: str  # round a main button that has the focus: on knop_aan, and on the page
    op_knop: str
    goed: str
    goed_zacht: str
    let_op: str
    let_op_zacht: str
    fout: str
    fout_zacht: str


LICHT = Kleuren(
    grond="#F4F6F8", vlak="#FFFFFF", verdiept="#EBEEF2", rand="#D8DDE3", veldrand="#7C8896", schuif="#B9C1CA",
    tekst="#17202B", stil="#535F6D", uit="#687481",
    accent="#1F4E79", accent_zacht="#E4EDF6", knop="#1F4E79", knop_aan="#173C5E", ring="#1E88E5",
    op_knop="#FFFFFF",
    goed="#1A6B3A", goed_zacht="#E3F3E9", let_op="#7A4A00", let_op_zacht="#FFF2D4",
    fout="#A3131F", fout_zacht="#FBE8EA",
)  # fmt: skip
DONKER = Kleuren(
    grond="#14181D", vlak="#1C2229", verdiept="#262E37", rand="#343E49", veldrand="#75828F", schuif="#4B5763",
    tekst="#E9EDF1", stil="#AAB5C1", uit="#84909C",
    accent="#8FBDEA", accent_zacht="#22364A", knop="#2B6BA4", knop_aan="#3A7AB4", ring="#E9EDF1",
    op_knop="#FFFFFF",
    goed="#82D49D", goed_zacht="#173120", let_op="#F1C76E", let_op_zacht="#382B0E",
    fout="#FF9DA3", fout_zacht="#401A1D",
)  # fmt: skip
# Text at 7 : 1 or more, and every edge as strong as the text.
LICHT_CONTRAST = Kleuren(
    grond="#FFFFFF", vlak="#FFFFFF", verdiept="#F0F0F0", rand="#000000", veldrand="#000000", schuif="#404040",
    tekst="#000000", stil="#262626", uit="#4A4A4A",
    accent="#00257A", accent_zacht="#E6EDFF", knop="#00257A", knop_aan="#001447", ring="#1976D2",
    op_knop="#FFFFFF",
    goed="#00471C", goed_zacht="#F0FFF5", let_op="#573300", let_op_zacht="#FFF8E6",
    fout="#85000F", fout_zacht="#FFF0F1",
)  # fmt: skip
DONKER_CONTRAST = Kleuren(
    grond="#000000", vlak="#000000", verdiept="#1A1A1A", rand="#FFFFFF", veldrand="#FFFFFF", schuif="#C8C8C8",
    tekst="#FFFFFF", stil="#E6E6E6", uit="#B8B8B8",
    accent="#FFE14D", accent_zacht="#2E2900", knop="#0054AD", knop_aan="#003C7D", ring="#FFE14D",
    op_knop="#FFFFFF",
    goed="#8CF0AE", goed_zacht="#001F0B", let_op="#FFD980", let_op_zacht="#291C00",
    fout="#FFB3B8", fout_zacht="#330004",
)  # fmt: skip

_ICOONKLEUR = {"primair": "op_knop", "gevaar": "fout", "plat": "accent"}
_RUIM = 1.25
CONTRASTKEUZE, HOOG = ("beeld", "contrast"), "hoog"  # where this computer remembers the choice
_nu = LICHT
_hoog = False
_klonen: list[QtGui.QIconEngine] = []


def kleuren() -> Kleuren:
    """The colours in use now."""
    return _nu


def start(app: QtWidgets.QApplication) -> None:
    """Fonts, style and colours for the whole program; follows the system to dark and to high contrast."""
    for bestand in ("Regular", "Medium", "Bold", "Italic", "BoldItalic"):
        QtGui.QFontDatabase.addApplicationFont(str(resource(f"fonts/FiraSans-{bestand}.ttf")))
    letter = QtGui.QFont(LETTER)
    letter.setPointSizeF(PUNTEN["gewoon"])
    app.setFont(letter)
    app.setStyle("Fusion")
    hints = QtGui.QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda schema: zet_schema(app, schema))
    hints.accessibility().contrastPreferenceChanged.connect(
        lambda _wens: zet_schema(app, hints.colorScheme())
    )
    zet_schema(app, hints.colorScheme())


def zet_contrast(*, aan: bool) -> None:
    """High contrast because somebody chose it here; what the system asks for holds besides."""
    global _hoog  # noqa: PLW0603 - see zet_schema
    _hoog = aan
    app = QtWidgets.QApplication.instance()
    if isinstance(app, QtWidgets.QApplication):
        zet_schema(app, app.styleHints().colorScheme())


def zet_schema(app: QtWidgets.QApplication, schema: QtCore.Qt.ColorScheme) -> None:
    """Put the light or the dark colours on, everywhere; of high contrast when that was asked for."""
    from gemeente_pga.ui.stijlblad import stijlblad

    global _nu  # noqa: PLW0603 - the state of this module: the colours in use
    hints = app.styleHints()
    gevraagd = hints.accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast
    donker, licht = (DONKER_CONTRAST, LICHT_CONTRAST) if _hoog or gevraagd else (DONKER, LICHT)
    _nu = donker if schema == QtCore.Qt.ColorScheme.Dark else licht
    app.setPalette(_palet(_nu))
    app.setStyleSheet(stijlblad(_nu))
    for venster in app.topLevelWidgets():
        zet_iconen(venster)
        for label in venster.findChildren(QtWidgets.QLabel):
            _herkleur_koppeling(label)


def _herkleur_koppeling(label: QtWidgets.QLabel) -> None:
    """A label keeps the colour that links had when its text was set."""
    tekst = label.text()
    if "<a " in tekst:
        label.clear()
        label.setText(tekst)


def _palet(k: Kleuren) -> QtGui.QPalette:
    rol, palet = QtGui.QPalette.ColorRole, QtGui.QPalette()
    for welke, kleur in {
        rol.Window: k.grond, rol.WindowText: k.tekst, rol.Base: k.vlak, rol.AlternateBase: k.verdiept,
        rol.Text: k.tekst, rol.Button: k.vlak, rol.ButtonText: k.tekst, rol.PlaceholderText: k.stil,
        rol.Highlight: k.knop, rol.HighlightedText: k.op_knop, rol.Accent: k.knop,
        rol.Link: k.accent, rol.LinkVisited: k.accent, rol.ToolTipBase: k.tekst, rol.ToolTipText: k.vlak,
        rol.Mid: k.rand, rol.Midlight: k.rand, rol.Dark: k.veldrand, rol.Light: k.vlak,
        rol.BrightText: k.fout,
    }.items():  # fmt: skip
        palet.setColor(welke, QtGui.QColor(kleur))
    for welke in (rol.WindowText, rol.Text, rol.ButtonText):
        palet.setColor(QtGui.QPalette.ColorGroup.Disabled, welke, QtGui.QColor(k.uit))
    return palet


@cache
def icoon(naam: str, kleur: str = "tekst", breedte: float = 1.0) -> QtGui.QIcon:
    """The Lucide icon of this name in one of the colours of Kleuren; sharp at every scale.

    breedte: relative to its height; more than 1 leaves room on the right, before the word on a button.
    """
    return QtGui.QIcon(_Lijnicoon(naam, kleur, breedte))


class _Lijnicoon(QtGui.QIconEngine):
    """Reads and draws its lines when a size is first asked for, and keeps what it drew.

    kleur: a name in Kleuren, so that an icon that a list holds follows from light to dark.
    """

    def __init__(self, naam: str, kleur: str, breedte: float) -> None:
        super().__init__()
        self._wat = (naam, kleur, breedte)
        self._bron = resource(f"icons/{naam}.svg")  # an unknown name is told here, not while painting
        self._getekend: dict[tuple[int, int, str], QtGui.QPixmap] = {}

    def clone(self) -> QtGui.QIconEngine:
        """Qt asks for this when an icon is changed; nothing here does that, and Qt holds no reference."""
        _klonen.append(_Lijnicoon(*self._wat))
        return _klonen[-1]

    def pixmap(self, maat: QtCore.QSize, stand: QtGui.QIcon.Mode, _aan: QtGui.QIcon.State) -> QtGui.QPixmap:
        tint: str = getattr(_nu, "uit" if stand is QtGui.QIcon.Mode.Disabled else self._wat[1])
        sleutel = (maat.width(), maat.height(), tint)
        if sleutel not in self._getekend:
            self._getekend[sleutel] = self._teken(maat, tint)
        return self._getekend[sleutel]

    def paint(
        self, schilder: QtGui.QPainter, vlak: QtCore.QRect, stand: QtGui.QIcon.Mode, aan: QtGui.QIcon.State
    ) -> None:
        scherp = schilder.device().devicePixelRatioF()
        schilder.drawPixmap(vlak, self.pixmap(vlak.size() * scherp, stand, aan))

    def _teken(self, maat: QtCore.QSize, tint: str) -> QtGui.QPixmap:
        from PySide6 import QtSvg

        breedte = self._wat[2]
        bron = self._bron.read_text("utf-8").replace("currentColor", tint)
        pixmap = QtGui.QPixmap(maat)
        pixmap.fill(QtGui.QColor(0, 0, 0, 0))
        zijde = min(maat.height(), maat.width() / breedte)
        links, boven = (maat.width() - zijde * breedte) / 2, (maat.height() - zijde) / 2
        schilder = QtGui.QPainter(pixmap)
        lijnen = QtSvg.QSvgRenderer(QtCore.QByteArray(bron.encode()))
        lijnen.render(schilder, QtCore.QRectF(links, boven, zijde, zijde))
        schilder.end()
        return pixmap


def zet_icoon(doel: QtWidgets.QAbstractButton | QtGui.QAction, naam: str, kleur: str = "") -> None:
    """Give a button or action this icon, also after a change between light and dark."""
    doel.setProperty("icoon", naam)
    doel.setProperty("icoonkleur", kleur)
    _ververs_icoon(doel)


def zet_iconen(root: QtWidgets.QWidget) -> None:
    """Draw the icons of all buttons and actions below root that have a property `icoon`."""
    for knop in [root, *root.findChildren(QtWidgets.QAbstractButton)]:
        _ververs_icoon(knop)
    for actie in root.findChildren(QtGui.QAction):
        _ververs_icoon(actie)


def _ververs_icoon(doel: QtCore.QObject) -> None:
    naam = doel.property("icoon")
    if not naam or not isinstance(doel, QtWidgets.QAbstractButton | QtGui.QAction):
        return
    kleur = doel.property("icoonkleur") or _ICOONKLEUR.get(str(doel.property("rol") or ""), "tekst")
    if isinstance(doel, QtWidgets.QPushButton) and doel.text():
        hoog = doel.iconSize().height()
        doel.setIconSize(QtCore.QSize(round(hoog * _RUIM), hoog))
        doel.setIcon(icoon(str(naam), str(kleur), _RUIM))
    else:
        doel.setIcon(icoon(str(naam), str(kleur)))


def zet_eigenschap(widget: QtWidgets.QWidget, naam: str, waarde: object) -> None:
    """Set a property that the style sheet looks at, and let it be seen."""
    if widget.property(naam) == waarde:
        return
    widget.setProperty(naam, waarde)
    herstijl(widget)


def herstijl(widget: QtWidgets.QWidget) -> None:
    """Let the style sheet look at this widget again."""
    stijl = widget.style()
    stijl.unpolish(widget)
    stijl.polish(widget)
    # Padding comes and goes with a property too: a label only makes room for it when it hears of the style.
    QtWidgets.QApplication.sendEvent(widget, QtCore.QEvent(QtCore.QEvent.Type.StyleChange))
    widget.updateGeometry()
    widget.update()


def zet_maat(venster: QtWidgets.QWidget, oud: QtWidgets.QWidget | None) -> None:
    """As large as the window before it, or what suits the screen."""
    if oud is not None and not oud.isMaximized():
        venster.setGeometry(oud.geometry())
        return
    ruimte = QtGui.QGuiApplication.primaryScreen().availableGeometry()
    if oud is not None or ruimte.width() <= _RUIM_SCHERM.width() or ruimte.height() <= _RUIM_SCHERM.height():
        venster.setGeometry(ruimte)  # what it is where nobody manages windows
        venster.setWindowState(QtCore.Qt.WindowState.WindowMaximized)
        return
    venster.resize(_GEWONE_MAAT)
    venster.move(ruimte.center() - venster.rect().center())

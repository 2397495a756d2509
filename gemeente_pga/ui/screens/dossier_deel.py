# SPDX-License-Identifier: EUPL-1.2
"""What the tabs of the dossier screen have in common: one look at the dossier, and a page that scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.casus import Casus
from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.koppelzin import koppelzin
from gemeente_pga.ui.widgets.rolblad import Rolblad

CODE = "dossier"


@dataclass(frozen=True, slots=True)
class Beeld:
    """The dossier as it was read, once for all tabs."""

    kop: Dossierkop
    casus: Casus | None

    @property
    def dossier_id(self) -> int:
        """The dossier itself."""
        return self.kop.id

    @property
    def gesloten(self) -> bool:
        """Nothing about the casus may change any more."""
        return self.kop.gesloten


class Deel(Rolblad):
    """One tab: a page that scrolls. `naar` asks for another place, as an Ontbreekt(scherm, veld)."""

    code: ClassVar[str] = ""
    titel: ClassVar[str] = ""
    kort: ClassVar[str] = ""  # on the tab itself, where nine stand side by side; "" = the titel
    wegwijzersleutel: ClassVar[str] = ""
    met_casus: ClassVar[bool] = False
    blijft: ClassVar[bool] = False  # the next dossier gets this one too, emptied with maak_leeg()

    naar = QtCore.Signal(object)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.beeld: Beeld | None = None
        self.blad = QtWidgets.QWidget()
        self.kolom = QtWidgets.QVBoxLayout(self.blad)
        ruimte = theme.RUIMTE
        self.kolom.setContentsMargins(ruimte[4], ruimte[3], ruimte[4], ruimte[4])
        self.kolom.setSpacing(ruimte[3])
        self.setWidget(self.blad)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Show this dossier. Never loses unsaved typing."""
        self.beeld = beeld

    def maak_leeg(self) -> None:
        """Let go of all that was shown: another dossier comes. Called only when `blijft`."""
        self.beeld = None
        self.verticalScrollBar().setValue(0)

    def naar_onderdeel(self, veld: str) -> bool:
        """Go to a part of this tab; False when it is not here."""
        del veld
        return False

    def plek(self) -> str:
        """Which part is open, for coming back after locking."""
        return ""

    def naar_plek(self, plek: str) -> None:
        """Back to what plek() gave."""
        if plek:
            self.naar_onderdeel(plek)

    def sleutel_nu(self) -> str:
        """The guidance for what is open in this tab."""
        return self.wegwijzersleutel

    def vandaag(self) -> date:
        """This day."""
        return self.omgeving.vandaag()

    def woord(self, lijst: str, code: str) -> str:
        """What people read for a code of the kader."""
        return self.omgeving.kader.label(lijst, code) if code else ""

    def concept(self, deel: str) -> tuple[str, str]:
        """The kind and key under which unfinished typing of this dossier is kept."""
        return f"{CODE}_{deel}", str(self.beeld.dossier_id if self.beeld else 0)


def label(tekst: str, rol: str = "") -> QtWidgets.QLabel:
    """A label that wraps."""
    uit = QtWidgets.QLabel(tekst)
    uit.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    uit.setWordWrap(True)
    if rol:
        uit.setProperty("rol", rol)
    return uit


def tussenkop(tekst: str) -> QtWidgets.QLabel:
    """A heading halfway a card, with room above it."""
    uit = label(tekst, "subkop")
    uit.setContentsMargins(0, theme.RUIMTE[2], 0, 0)
    return uit


def knop(
    tekst: str, doe: Callable[[], object], *, rol: str = "", icoon: str = "", naam: str = ""
) -> QtWidgets.QPushButton:
    """A button named after its result."""
    uit = QtWidgets.QPushButton(tekst)
    if rol:
        uit.setProperty("rol", rol)
    if icoon:
        theme.zet_icoon(uit, icoon)
    if naam:
        uit.setObjectName(naam)
    uit.clicked.connect(lambda _aan=False: doe())
    return uit


def links(*widgets: QtWidgets.QWidget) -> QtWidgets.QHBoxLayout:
    """Widgets in a row, at the left."""
    rij = QtWidgets.QHBoxLayout()
    rij.setSpacing(theme.RUIMTE[1])
    for widget in widgets:
        rij.addWidget(widget)
    rij.addStretch(1)
    return rij


def merk(tekst: str, soort: str) -> QtWidgets.QLabel:
    """A mark: a word on a coloured ground, no wider than the word."""
    uit = QtWidgets.QLabel(tekst)
    uit.setProperty("rol", f"merk_{soort}")
    maximaal = QtWidgets.QSizePolicy.Policy.Maximum
    uit.setSizePolicy(maximaal, maximaal)
    return uit


class Feitenlijst(QtWidgets.QWidget):
    """Names and values, side by side; what is empty is not shown."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooster = QtWidgets.QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(theme.RUIMTE[3])
        self._rooster.setVerticalSpacing(theme.RUIMTE[0])
        self._rooster.setColumnStretch(1, 1)
        self._getoond: tuple[tuple[str, str], ...] = ()

    def toon(self, feiten: Sequence[tuple[str, str]]) -> None:
        """Show these, in this order."""
        nieuw = tuple((naam, waarde) for naam, waarde in feiten if waarde)
        if nieuw == self._getoond:
            return
        self._getoond = nieuw
        maak_leeg(self._rooster)
        for rij, (naam, waarde) in enumerate(nieuw):
            kop = QtWidgets.QLabel(naam, self)
            kop.setProperty("rol", "stil")
            tekst = label(waarde)
            tekst.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rooster.addWidget(kop, rij, 0, QtCore.Qt.AlignmentFlag.AlignTop)
            self._rooster.addWidget(tekst, rij, 1)


class Koppelregel(QtWidgets.QLabel):
    """One sentence with one link. Qt has it chosen after Tab only; here Enter works however one came."""

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter and the space bar choose it."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Space):
            self.linkActivated.emit("#")
        else:
            super().keyPressEvent(event)


class Koppelingen(QtWidgets.QWidget):
    """Sentences that lead to the place where they are answered."""

    gekozen = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._kolom = QtWidgets.QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(theme.RUIMTE[0])
        self._getoond: tuple[Ontbreekt, ...] = ()

    @property
    def getoond(self) -> tuple[Ontbreekt, ...]:
        """What is shown now."""
        return self._getoond

    def toon(self, punten: Sequence[Ontbreekt]) -> None:
        """Show these; nothing is shown when there are none."""
        self.setVisible(bool(punten))
        if tuple(punten) == self._getoond:
            return
        self._getoond = tuple(punten)
        maak_leeg(self._kolom)
        for punt in punten:
            regel = Koppelregel(koppelzin(punt.zin))
            regel.setProperty("rol", "koppeling")
            regel.setWordWrap(True)
            regel.setTextInteractionFlags(
                QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse
                | QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            regel.setAccessibleName(f"{punt.zin} Ga daarheen.")
            regel.linkActivated.connect(lambda _adres, punt=punt: self.gekozen.emit(punt))
            self._kolom.addWidget(regel)


def dag(waarde: date | None, leeg: str = "") -> str:
    """A date in words, or what to say when there is none."""
    return datum_lang(waarde) if waarde else leeg

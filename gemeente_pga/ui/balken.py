# SPDX-License-Identifier: EUPL-1.2
"""The fixed parts around a screen: the rail on the left, the bar on top, the message bar below."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Actie, Soort
from gemeente_pga.ui.scherm import Scherm

_GOED_BLIJFT_MS = 12_000
_GELEZEN_MS = 4_000
_MELDICOON = {"goed": "circle-check", "let_op": "triangle-alert", "fout": "circle-x"}
# A screen reader says the kind first: colour and icon do not reach everyone.
_MELDWOORD = {"goed": "Gelukt", "let_op": "Let op", "fout": "Fout"}


class Rail(QtWidgets.QFrame):
    """The places of the program, each with icon and word."""

    gekozen = QtCore.Signal(str)

    def __init__(self, plaatsen: Sequence[type[Scherm]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Plaatsen")
        self._knoppen: dict[str, QtWidgets.QPushButton] = {}
        self._woorden = {soort.code: soort.titel for soort in plaatsen}
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[1],) * 4)
        indeling.setSpacing(theme.RUIMTE[0])
        for n, soort in enumerate(plaatsen, start=1):
            knop = QtWidgets.QPushButton(soort.titel)
            knop.setObjectName(f"rail_{soort.code}")
            knop.setCheckable(True)
            knop.setAutoExclusive(True)
            knop.setIconSize(QtCore.QSize(20, 20))
            knop.setToolTip(f"{soort.titel} (Ctrl+{n})")
            knop.setAccessibleName(soort.titel)
            theme.zet_icoon(knop, soort.railicoon)
            knop.clicked.connect(lambda _aan, code=soort.code: self.gekozen.emit(code))
            indeling.addWidget(knop)
            self._knoppen[soort.code] = knop
        indeling.addStretch()
        self.maak_smal(False)

    def kies(self, code: str) -> None:
        """Mark the place where the user is."""
        for naam, knop in self._knoppen.items():
            knop.setAutoExclusive(False)
            knop.setChecked(naam == code)
            knop.setAutoExclusive(True)
            theme.zet_icoon(knop, str(knop.property("icoon")), "accent" if naam == code else "")

    def maak_smal(self, smal: bool) -> None:
        """Icons only, or with their words."""
        for code, knop in self._knoppen.items():
            knop.setText("" if smal else self._woorden[code])
        self.setFixedWidth(60 if smal else theme.RAILBREEDTE)


class Titel(QtWidgets.QLabel):
    """Ends in an ellipsis where it does not fit; a screen reader still reads it whole."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The words, or as many as there is room for."""
        ruimte = self.contentsRect()
        if self.fontMetrics().horizontalAdvance(self.text()) <= ruimte.width():
            super().paintEvent(event)
            return
        kort = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, ruimte.width())
        schilder = QtGui.QPainter(self)
        schilder.setPen(self.palette().color(self.foregroundRole()))
        schilder.drawText(ruimte, self.alignment(), kort)


class Kopbalk(QtWidgets.QFrame):
    """Where you are, the way back, search, guidance and lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kopbalk")
        self.terug = self._knop("", "arrow-left", "Terug (Alt+pijl links)")
        self.terug.setAccessibleName("Terug")
        self.boven = QtWidgets.QLabel()
        self.boven.setProperty("rol", "stil")
        self.titel = Titel()
        self.titel.setProperty("rol", "kop")
        self.titel.setObjectName("schermtitel")
        self.titel.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self.zoek = self._knop(
            "Zoeken (Ctrl+K)", "search", "Zoek een nummer, een opdracht of een woord (Ctrl+K)"
        )
        self.wegwijzer = self._knop(
            "Wegwijzer (F1)", "compass", "Uitleg bij deze stap tonen of verbergen (F1)"
        )
        self.vergrendel = self._knop(
            "Vergrendel (Ctrl+L)", "lock", "De kluis op slot doen; niets gaat verloren (Ctrl+L)"
        )
        indeling = QtWidgets.QHBoxLayout(self)
        indeling.setContentsMargins(
            theme.RUIMTE[2], theme.RUIMTE[0] + 2, theme.RUIMTE[2], theme.RUIMTE[0] + 2
        )
        indeling.setSpacing(theme.RUIMTE[1])
        for deel in (self.terug, self.boven, self.titel, self.zoek, self.wegwijzer, self.vergrendel):
            indeling.addWidget(deel, 1 if deel is self.titel else 0)
        self._woorden = {knop: knop.text() for knop in (self.zoek, self.wegwijzer, self.vergrendel)}

    def zet_titel(self, boven: str, titel: str, *, terug: bool) -> None:
        """Say where the user is: the place in the rail and the screen."""
        self.boven.setText(f"{boven}  ›" if boven else "")
        self.titel.setText(titel)
        self.titel.setToolTip(titel)
        self.terug.setEnabled(terug)
        self._pas()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """In a small window the screen itself is named, the place in the rail is marked there."""
        super().resizeEvent(event)
        self._pas()

    def _pas(self) -> None:
        knoppen = (self.terug, self.zoek, self.wegwijzer, self.vergrendel)
        bezet = sum(knop.sizeHint().width() + theme.RUIMTE[1] for knop in knoppen) + 2 * theme.RUIMTE[2]
        nodig = self.titel.sizeHint().width() + self.boven.sizeHint().width() + theme.RUIMTE[1]
        self.boven.setVisible(bool(self.boven.text()) and nodig <= self.width() - bezet)

    def alleen_vergrendelen(self, aan: bool, *, terug: bool) -> None:
        """While the program is busy with the whole kluis, locking it still works."""
        for deel in (self.boven, self.titel, self.zoek, self.wegwijzer):
            deel.setEnabled(not aan)
        self.terug.setEnabled(terug and not aan)

    def maak_smal(self, smal: bool) -> None:
        """Icons only, or with their words."""
        for knop, woord in self._woorden.items():
            knop.setText("" if smal else woord)
        self._pas()

    def _knop(self, tekst: str, icoon: str, uitleg: str) -> QtWidgets.QPushButton:
        knop = QtWidgets.QPushButton(tekst)
        knop.setProperty("rol", "plat")
        # A click leaves the cursor where it is: locking remembers that place.
        knop.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        knop.setToolTip(uitleg)
        knop.setAccessibleName(tekst.split(" (")[0])
        theme.zet_icoon(knop, icoon)
        return knop


class Meldbalk(QtWidgets.QFrame):
    """One sentence at the bottom, never a dialog. Escape takes it away; what went well goes by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("meldbalk")
        self._actie: Actie | None = None
        self._soort: Soort | None = None
        self._icoon = QtWidgets.QLabel()
        self.tekst = QtWidgets.QLabel()
        self.tekst.setWordWrap(True)
        self.tekst.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.knop = QtWidgets.QPushButton()
        self.knop.clicked.connect(self._doe)
        self.weg = QtWidgets.QPushButton()
        self.weg.setProperty("rol", "plat")
        self.weg.setAccessibleName("Melding sluiten")
        self.weg.setToolTip("Melding sluiten (Esc)")
        theme.zet_icoon(self.weg, "x")
        self.weg.clicked.connect(self.sluit)
        indeling = QtWidgets.QHBoxLayout(self)
        indeling.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[1], theme.RUIMTE[1], theme.RUIMTE[1])
        indeling.setSpacing(theme.RUIMTE[2])
        for deel in (self._icoon, self.tekst, self.knop, self.weg):
            indeling.addWidget(deel, 1 if deel is self.tekst else 0)
        self._hoort_bij_plek = self._vers = False
        self._sinds = QtCore.QElapsedTimer()
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self._verloop)
        self.hide()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """The icon follows from light to dark."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.PaletteChange:
            self._teken()

    def _teken(self) -> None:
        if self._soort is not None:
            self._icoon.setPixmap(theme.icoon(_MELDICOON[self._soort], self._soort).pixmap(20, 20))

    def meld(self, tekst: str, soort: Soort, actie: Actie | None) -> None:
        """Show this sentence instead of the one before."""
        self._actie = actie
        theme.zet_eigenschap(self, "soort", soort)
        theme.zet_eigenschap(self.tekst, "soort", soort)
        self._soort = soort
        self._teken()
        self.tekst.setText(tekst)
        self.tekst.setAccessibleName(f"{_MELDWOORD[soort]}: {tekst}")
        self.knop.setText(actie[0] if actie else "")
        self.knop.setVisible(actie is not None)
        self.show()
        QtGui.QAccessible.updateAccessibility(
            QtGui.QAccessibleEvent(self.tekst, QtGui.QAccessible.Event.Alert)
        )
        self._hoort_bij_plek = soort == "let_op"
        self._vers = True
        self._sinds.start()
        QtCore.QTimer.singleShot(0, self, self._is_gezien)
        self._klok.stop()
        if soort == "goed" and actie is None:
            self._klok.start(_GOED_BLIJFT_MS)

    def neem_terug(self, tekst: str) -> None:
        """This sentence is no longer true; another one stays."""
        if self.tekst.text() == tekst:
            self.sluit()

    def andere_plek(self) -> None:
        """Another screen comes: what was said of the one that is left would be read as about the new one.

        What tells of a fault, or offers something, stays long enough to be read.
        """
        if (
            self.isVisible()
            and not self._vers
            and (self._hoort_bij_plek or self._sinds.elapsed() > _GELEZEN_MS)
        ):
            self.sluit()

    def _is_gezien(self) -> None:
        self._vers = False

    def _verloop(self) -> None:
        """Go, unless a page that is scrolled to its end would move under the hands; then try again later."""
        for vlak in self.window().findChildren(QtWidgets.QAbstractScrollArea):
            balk = vlak.verticalScrollBar()
            if vlak.isVisible() and 0 < balk.maximum() < balk.value() + self.height():
                self._klok.start(_GOED_BLIJFT_MS)
                return
        self.sluit()

    def sluit(self) -> None:
        """Take the message away."""
        self._actie = None
        self.hide()

    def _doe(self) -> None:
        actie = self._actie
        self.sluit()
        if actie is not None:
            actie[1]()

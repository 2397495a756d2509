# SPDX-License-Identifier: EUPL-1.2
"""Pages of a document below each other, drawn in the worker when they come into sight; or a picture, or text.

Beside the pages, on request, the text of the page: to select, and for a screen reader.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.afdrukken import as_image
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.pdf import Beeld, Blad, Vlak, Vondst, draw_blad, read_bladen, select_tekst
from gemeente_pga.ui.widgets.bladlijst import Bladlijst
from gemeente_pga.ui.widgets.stroom import StroomLayout
from gemeente_pga.ui.widgets.vel import Vel
from gemeente_pga.ui.worker import Worker

_STAPPEN = (50, 67, 80, 100, 125, 150, 200, 300)
_PUNTEN = 72
_LEEG = "Dit bestand kan het programma niet tonen. Het blijft versleuteld in de kluis bewaard."


class Bladen(QtWidgets.QWidget):
    """The pages and the bar to move through them (`balk`, put where the screen wants it)."""

    def __init__(self, worker: Worker, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._pdf = b""
        self._ronde = 0
        self._zoom = 0  # 0 = as wide as the window
        self._getekend: dict[int, int] = {}  # page -> width in pixels it was drawn at
        self.bladen: tuple[Blad, ...] = ()
        self.gekozen_tekst = ""
        self._keuze = 0
        self._vellen: list[Vel] = []

        self._bouw()

    @property
    def acties(self) -> list[QtGui.QAction]:
        """Everything on the bar."""
        return self.actions()

    def toon(self, inhoud: bytes, mediatype: str) -> None:
        """Show this file; what cannot be shown is said in words."""
        self._begin()
        if mediatype == "application/pdf":
            self._pdf = inhoud
            ronde = self._ronde
            self._worker.run(
                lambda: read_bladen(inhoud),
                lambda bladen: self._leg_klaar(ronde, bladen),
                lambda _fout: self.leeg("Dit PDF-bestand is beschadigd en kan niet worden getoond."),
            )
        elif mediatype.startswith("image/") and not (beeld := QtGui.QImage.fromData(inhoud)).isNull():
            vel = self._nieuw_vel("Afbeelding")
            vel.setPixmap(QtGui.QPixmap.fromImage(beeld.scaledToWidth(min(beeld.width(), 1400))))
        elif mediatype.startswith(("text/", "message/")):
            self._toon_tekst(inhoud.decode("utf-8", errors="replace"))
        else:
            self.leeg(_LEEG)

    def leeg(self, zin: str) -> None:
        """Nothing to see, and why."""
        self._begin()
        vel = self._nieuw_vel("Melding")
        vel.setObjectName("zin")
        vel.setText(zin)
        vel.setWordWrap(True)
        self._stapel.setAlignment(vel, QtCore.Qt.AlignmentFlag(0))  # all of the width: no line is cut off

    def naar(self, nummer: int) -> None:
        """Scroll to this page, counted from 0."""
        if 0 <= nummer < len(self._vellen):
            self.rol.verticalScrollBar().setValue(self._vellen[nummer].y() - theme.RUIMTE[1])

    @property
    def pdf(self) -> bytes:
        """What is shown, if it is a PDF."""
        return self._pdf

    def merk(self, vondsten: Sequence[Vondst], welke: int) -> None:
        """Mark these, and bring that one into sight; none takes the marks away."""
        per_blad: dict[int, list[Vlak]] = {}
        for vondst in vondsten:
            per_blad.setdefault(vondst.blad, []).extend(vondst.vlakken)
        gekozen = vondsten[welke] if 0 <= welke < len(vondsten) else None
        for nummer, vel in enumerate(self._vellen):
            hier = gekozen.vlakken if gekozen and gekozen.blad == nummer else ()
            vel.merk(per_blad.get(nummer, ()), hier)
        if gekozen and gekozen.vlakken and gekozen.blad < len(self._vellen):
            vel = self._vellen[gekozen.blad]
            midden = vel.pos() + vel.vak(gekozen.vlakken[0]).center()
            self.rol.ensureVisible(midden.x(), midden.y(), 120, self.rol.viewport().height() // 3)

    def huidig(self) -> int:
        """The page that is for the greatest part in sight, counted from 0."""
        midden = self.rol.verticalScrollBar().value() + self.rol.viewport().height() // 2
        for n, vel in enumerate(self._vellen):
            if midden < vel.geometry().bottom() + theme.RUIMTE[2]:
                return n
        return max(0, len(self._vellen) - 1)

    # ---- pages

    def _begin(self) -> None:
        self._ronde += 1
        self._pdf = b""
        self.bladen = ()
        self._getekend.clear()
        self.gekozen_tekst = ""
        for vel in self._vellen:
            vel.setParent(None)
            vel.deleteLater()
        self._vellen.clear()
        self.lijst.toon(b"", ())
        self.lijstknop.setChecked(False)
        self.tekst.setPlainText("")
        self.rol.show()
        self.tekstknop.setChecked(False)
        self.rol.verticalScrollBar().setValue(0)
        self._werk_balk_bij()

    def _leg_klaar(self, ronde: int, bladen: tuple[Blad, ...]) -> None:
        if ronde != self._ronde:
            return
        self.bladen = bladen
        for n in range(len(bladen)):
            self._nieuw_vel(f"Bladzijde {n + 1} van {len(bladen)}").setAccessibleDescription(
                bladen[n].tekst[:2000]
            )
        self.lijst.toon(self._pdf, bladen)
        self._schik()

    def _nieuw_vel(self, naam: str) -> Vel:
        vel = Vel(self._blad)
        nummer = len(self._vellen)
        vel.gesleept.connect(lambda van, tot: self._kies_tekst(nummer, van, tot))
        vel.setAccessibleName(naam)
        vel.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._stapel.addWidget(vel, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        self._vellen.append(vel)
        return vel

    def _breedte(self, blad: Blad) -> int:
        if self._zoom == 0:
            ruimte = self.rol.viewport().width() - 2 * theme.RUIMTE[3]
            return max(200, min(ruimte, int(blad.breedte * 1.6)))
        scherm_dpi = self.logicalDpiX()
        return int(blad.breedte / _PUNTEN * scherm_dpi * self._zoom / 100)

    def _schik(self) -> None:
        """Give every page its size and draw what is in sight."""
        for vel, blad in zip(self._vellen, self.bladen, strict=False):
            breedte = self._breedte(blad)
            vel.setFixedSize(breedte, int(breedte * blad.hoogte / blad.breedte))
        QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def _teken_zichtbare(self) -> None:
        if not self._pdf:
            return
        boven = self.rol.verticalScrollBar().value() - self.rol.viewport().height()
        onder = boven + 3 * self.rol.viewport().height()
        for n, vel in enumerate(self._vellen):
            if vel.geometry().bottom() < boven or vel.y() > onder or not self.isVisible():
                self._laat_los(n)
            elif self._getekend.get(n) != vel.width():
                self._teken(n, vel.width())
        self._werk_balk_bij()

    def _laat_los(self, nummer: int) -> None:
        """A page out of sight keeps its size but not its picture: that is megabytes a page."""
        if self._getekend.pop(nummer, None) is not None:
            self._vellen[nummer].setPixmap(QtGui.QPixmap())

    def _kies_tekst(self, nummer: int, van: tuple[float, float], tot: tuple[float, float]) -> None:
        """Select the text between two places of this page; where nothing was dragged, nothing is selected."""
        self.setFocus()
        self._keuze += 1
        pdf, ronde, keuze = self._pdf, self._ronde, self._keuze
        self.gekozen_tekst = ""
        for vel in self._vellen:
            vel.kies(())
        if not pdf or van == tot:
            return

        def neem(gevonden: tuple[str, tuple[Vlak, ...]]) -> None:
            if ronde == self._ronde and keuze == self._keuze:
                self.gekozen_tekst = gevonden[0]
                self._vellen[nummer].kies(gevonden[1])

        self._worker.run(lambda: select_tekst(pdf, nummer, van, tot), neem, lambda _fout: None)

    def _teken(self, nummer: int, breedte: int) -> None:
        self._getekend[nummer] = breedte
        pdf, ronde = self._pdf, self._ronde
        dpi = breedte * self.devicePixelRatioF() / self.bladen[nummer].breedte * _PUNTEN

        def zet(beeld: Beeld) -> None:
            if ronde == self._ronde and self._getekend.get(nummer) == breedte:  # still wanted, at this width
                plaat = QtGui.QPixmap.fromImage(as_image(beeld))
                plaat.setDevicePixelRatio(self.devicePixelRatioF())
                self._vellen[nummer].setPixmap(plaat)

        self._worker.run(lambda: draw_blad(pdf, nummer, dpi), zet, lambda _fout: None)

    # ---- text, zoom, moving

    def _toon_tekst(self, tekst: str) -> None:
        self.tekst.setPlainText(tekst)
        self.rol.hide()
        self.tekst.show()

    def _wissel_tekst(self, aan: bool) -> None:
        self.tekst.setVisible(aan)
        theme.zet_icoon(self.tekstknop, "check" if aan else "")
        if not aan:
            self.tekstknop.setIcon(QtGui.QIcon())
        if aan and self.bladen:
            self.tekst.setPlainText(self.bladen[self.huidig()].tekst)
            self.tekst.setFocus()

    def _wissel_lijst(self, aan: bool) -> None:
        self.lijst.setVisible(aan)
        if aan:
            theme.zet_icoon(self.lijstknop, "check")
            self.lijst.setFocus()
        else:
            theme.zet_icoon(self.lijstknop, "")
            self.lijstknop.setIcon(QtGui.QIcon())

    def _zet_zoom(self, stap: int) -> None:
        if not self.bladen:
            return
        nu = self._zoom or round(100 * self._breedte(self.bladen[0]) * _PUNTEN / self.logicalDpiX() / 595)
        if stap > 0:
            self._zoom = next((s for s in _STAPPEN if s > nu), _STAPPEN[-1])
        elif stap < 0:
            self._zoom = next((s for s in reversed(_STAPPEN) if s < nu), _STAPPEN[0])
        else:
            self._zoom = 0
        self._schik()

    def _werk_balk_bij(self) -> None:
        aantal = len(self.bladen)
        self.plaats.setText(f"Bladzijde {self.huidig() + 1} van {aantal}" if aantal else "")
        self.balk.setVisible(aantal > 0)
        self.lijstknop.setVisible(aantal > 1)
        self.lijst.zet_huidig(self.huidig())
        if self.tekstknop.isChecked() and aantal:
            nieuw = self.bladen[self.huidig()].tekst
            if self.tekst.toPlainText() != nieuw:
                self.tekst.setPlainText(nieuw)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The text beside the pages takes room from them: they fit what is left."""
        if event.type() == QtCore.QEvent.Type.Resize and self.bladen and self._zoom == 0:
            QtCore.QTimer.singleShot(0, self, self._schik)  # the viewport gets its size after this
        return super().eventFilter(bron, event)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Back in sight: draw again what was let go."""
        super().showEvent(event)
        QtCore.QTimer.singleShot(0, self, self._teken_zichtbare)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """The screen is left: its pictures go; a window that is only minimised keeps them."""
        super().hideEvent(event)
        if not event.spontaneous():
            for nummer in tuple(self._getekend):
                self._laat_los(nummer)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """The arrow and page keys move through the pages; what is selected can be copied."""
        if event.matches(QtGui.QKeySequence.StandardKey.Copy) and self.gekozen_tekst:
            QtWidgets.QApplication.clipboard().setText(self.gekozen_tekst)
        elif event.key() in (
            QtCore.Qt.Key.Key_Up,
            QtCore.Qt.Key.Key_Down,
            QtCore.Qt.Key.Key_Space,
            QtCore.Qt.Key.Key_Home,
            QtCore.Qt.Key.Key_End,
        ):
            QtWidgets.QApplication.sendEvent(self.rol.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    # ---- building

    def _actie(self, tekst: str, toetsen: str, icoon: str, doe: object) -> QtWidgets.QToolButton:
        actie = nieuwe_sneltoets(QtGui.QAction(tekst, self), toetsen)
        actie.triggered.connect(doe)
        self.addAction(actie)
        knop = QtWidgets.QToolButton(self.balk)
        knop.setAccessibleName(tekst)
        knop.setToolTip(actie.toolTip())
        theme.zet_icoon(knop, icoon)
        knop.clicked.connect(actie.trigger)
        return knop

    def _bouw(self) -> None:
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bladzijden van het document")
        self.balk = QtWidgets.QWidget(self)
        self.plaats = QtWidgets.QLabel(self.balk)
        self.plaats.setMinimumWidth(130)
        self.plaats.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.tekstknop = QtWidgets.QPushButton("&Tekst", self.balk)
        self.tekstknop.setToolTip("De tekst van deze bladzijde, om te lezen of te kopiëren")
        self.tekstknop.setCheckable(True)
        self.tekstknop.toggled.connect(self._wissel_tekst)
        self.lijstknop = QtWidgets.QPushButton("O&verzicht", self.balk)
        self.lijstknop.setToolTip("Kleine beelden van alle bladzijden")
        self.lijstknop.setCheckable(True)
        self.lijst = Bladlijst(self._worker, self)
        self.lijst.gekozen.connect(self.naar)
        self.lijst.hide()
        self.lijstknop.toggled.connect(self._wissel_lijst)
        rij = StroomLayout(self.balk, ruimte=theme.RUIMTE[2])
        for groep in (
            (
                self._actie("Vorige bladzijde", "PgUp", "chevron-up", lambda: self.naar(self.huidig() - 1)),
                self.plaats,
                self._actie(
                    "Volgende bladzijde", "PgDown", "chevron-down", lambda: self.naar(self.huidig() + 1)
                ),
            ),
            (
                self._actie("Kleiner", "Ctrl+-", "minus", lambda: self._zet_zoom(-1)),
                self._actie("Groter", "Ctrl++", "plus", lambda: self._zet_zoom(1)),
                self._actie("Zo breed als het venster", "Ctrl+0", "panel-right", lambda: self._zet_zoom(0)),
            ),
            (self.lijstknop, self.tekstknop),
        ):
            rij.addWidget(_naast_elkaar(groep, self.balk))
        self.rol = QtWidgets.QScrollArea(self)
        self.rol.setWidgetResizable(True)
        self.rol.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._blad = QtWidgets.QWidget(self.rol)
        self._stapel = QtWidgets.QVBoxLayout(self._blad)
        self._stapel.setSpacing(theme.RUIMTE[2])
        self._stapel.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        self.rol.setWidget(self._blad)
        self.rol.installEventFilter(self)
        self.rol.verticalScrollBar().valueChanged.connect(self._teken_zichtbare)
        self.tekst = QtWidgets.QPlainTextEdit(self)
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Tekst van deze bladzijde")
        self.tekst.hide()
        naast = QtWidgets.QHBoxLayout(self)
        naast.setContentsMargins(0, 0, 0, 0)
        naast.setSpacing(theme.RUIMTE[2])
        naast.addWidget(self.lijst)
        naast.addWidget(self.rol, 3)
        naast.addWidget(self.tekst, 2)


def _naast_elkaar(delen: Sequence[QtWidgets.QWidget], parent: QtWidgets.QWidget) -> QtWidgets.QWidget:
    """What stays together when the bar takes two lines."""
    groep = QtWidgets.QWidget(parent)
    rij = QtWidgets.QHBoxLayout(groep)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.setSpacing(theme.RUIMTE[0])
    for deel in delen:
        rij.addWidget(deel)
    return groep

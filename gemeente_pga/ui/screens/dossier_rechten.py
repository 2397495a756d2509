# SPDX-License-Identifier: EUPL-1.2
"""Rechten en termijnen: what the betrokkene may ask, who has what, what waits, and when it ends."""

from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel
from gemeente_pga.ui.screens.rechten_beperking import Beperkingkaart
from gemeente_pga.ui.screens.rechten_bewaren import Bewaarkaart
from gemeente_pga.ui.screens.rechten_houders import Houderkaart
from gemeente_pga.ui.screens.rechten_informeren import Informeerkaart, Zienswijzekaart
from gemeente_pga.ui.screens.rechten_kader import Kaderkaart
from gemeente_pga.ui.screens.rechten_memo import Memokaart
from gemeente_pga.ui.screens.rechten_stap import Aanhoudingkaart, Overdrachtkaart
from gemeente_pga.ui.screens.rechten_verstrekkingen import Verstrekkingkaart
from gemeente_pga.ui.screens.rechten_verzoeken import Verzoekkaart
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste

KAARTEN: tuple[type[Rechtenkaart], ...] = (
    Informeerkaart,
    Zienswijzekaart,
    Verzoekkaart,
    Beperkingkaart,
    Verstrekkingkaart,
    Houderkaart,
    Aanhoudingkaart,
    Bewaarkaart,
    Overdrachtkaart,
    Kaderkaart,
    Memokaart,
)
VELDEN = frozenset[str]().union(*(kaart.velden for kaart in KAARTEN))
TABELLEN = frozenset[str]().union(*(kaart.tabellen for kaart in KAARTEN))


class Rechten(Deel):
    """The tab: the cards below each other."""

    code = "rechten"
    titel = "Rechten en termijnen"
    kort = "Rechten"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.kaarten = tuple(soort(omgeving) for soort in KAARTEN)
        self.kolom.addWidget(self._bouw_keuze(), 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        for kaart in self.kaarten:
            kaart.naar.connect(self.naar)
            self.kolom.addWidget(kaart)
            _laat_letters_aan_formulieren(kaart)
        self.kolom.addStretch(1)

    def _bouw_keuze(self) -> QtWidgets.QPushButton:
        """The way to a card: there are too many to look for one by scrolling."""
        self.gaknop = QtWidgets.QPushButton("Ga naar …", self)
        self.gaknop.setToolTip("Kies een onderdeel van dit tabblad")
        menu = QtWidgets.QMenu(self.gaknop)
        for kaart in self.kaarten:
            menu.addAction(kaart.titel).triggered.connect(lambda _aan=False, naar=kaart: self._ga_naar(naar))
        self.gaknop.setMenu(menu)
        return self.gaknop

    def _ga_naar(self, kaart: Rechtenkaart) -> None:
        """This card at the top, with the focus in it; one with nothing to do in it is only shown."""
        focus_eerste(kaart)
        self._scrol_naar(kaart)
        self.omgeving.window.wegwijzer(kaart.wegwijzersleutel)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Every card."""
        super().toon(r, beeld)
        for kaart in self.kaarten:
            kaart.toon(r, beeld)

    def naar_onderdeel(self, veld: str) -> bool:
        """To the card that knows this field or row, and into sight."""
        kaart = next((kaart for kaart in self.kaarten if veld and kaart.naar_onderdeel(veld)), None)
        if kaart is not None:
            QtCore.QTimer.singleShot(0, self, partial(self._scrol_naar, kaart))  # once it has its place
        return kaart is not None

    def _scrol_naar(self, kaart: Rechtenkaart) -> None:
        """The head of the card at the top; unless what has the focus in it would go out of sight."""
        self.verticalScrollBar().setValue(kaart.y())
        focus: QtWidgets.QWidget | None = self.window().focusWidget()
        if focus is not None and kaart.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)

    def sleutel_nu(self) -> str:
        """The guidance of the card with the focus, or of the first one."""
        focus: QtWidgets.QWidget | None = self.window().focusWidget()
        met_focus = (kaart for kaart in self.kaarten if focus is not None and kaart.isAncestorOf(focus))
        return next(met_focus, self.kaarten[0]).wegwijzersleutel


def _laat_letters_aan_formulieren(kaart: Rechtenkaart) -> None:
    """Eleven cards have more buttons than there are letters: Alt is for the form that is open."""
    for knop in kaart.findChildren(QtWidgets.QPushButton):
        if not any(paneel.isAncestorOf(knop) for paneel in kaart.findChildren(Formulierpaneel)):
            knop.setText(knop.text().replace("&", ""))

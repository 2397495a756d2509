# SPDX-License-Identifier: EUPL-1.2
"""A list as its user wants it: order of the rows, width, place and presence of columns, and the filter.

Kept inside the kluis, beside unfinished typing, so that it survives locking and leaves no trace outside.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.lijst import Lijst

SOORT = "lijst"
_WACHT_MS = 400
_SMALST = 40
_KOPUITLEG = "Klik om te sorteren. Klik rechts of druk Shift+F10 voor de kolommen"
_KOPUITLEG_ZONDER = "Klik rechts of druk Shift+F10 voor de kolommen"

Filterstand = Mapping[str, object]


class Kolomgeheugen(QtCore.QObject):
    """Makes the header of a list usable and remembers what was done with it.

    lees and zet: the filter of the screen, in values that JSON knows. A list that gets its rows in order
    (`sorteert_zelf` off) hears `gesorteerd`.
    """

    def __init__(
        self,
        lijst: Lijst,
        omgeving: Omgeving,
        naam: str,
        *,
        lees: Callable[[], Filterstand] | None = None,
        zet: Callable[[Filterstand], object] | None = None,
    ) -> None:
        super().__init__(lijst)
        self._lijst, self._omgeving, self._naam = lijst, omgeving, naam
        self._lees, self._zet_filter = lees, zet
        self._kop = lijst.horizontalHeader()
        self._begin = json.dumps(lees()) if lees else "{}"
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_WACHT_MS)
        self._klok.timeout.connect(self.bewaar)
        self._sleept = False
        self._maak_bruikbaar()
        self._herstel()
        self._kop.sectionResized.connect(self._breedte)
        self._kop.sectionMoved.connect(lambda *_: self._klok.start())
        lijst.gesorteerd.connect(self._klok.start)

    def bewaar(self) -> None:
        """Keep it now; a list as it was at first keeps nothing."""
        self._klok.stop()
        if self._omgeving.store.is_open:
            stand = self._stand()
            self._omgeving.store.save_concept(SOORT, self._naam, json.dumps(stand) if stand else "")

    def gefilterd(self) -> None:
        """The filter was changed."""
        self._klok.start()

    def menu(self) -> QtWidgets.QMenu:
        """Order, columns and back to the beginning; for keys as well as the mouse."""
        menu = QtWidgets.QMenu(self._lijst)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        nu = self._lijst.volgorde()
        for n, kolom in enumerate(self._lijst.kolommen()):
            if kolom.sorteer is None:
                continue
            for oplopend, woord in ((True, "oplopend"), (False, "aflopend")):
                actie = menu.addAction(f"{kolom.kop}, {woord}")
                actie.setCheckable(True)
                actie.setChecked(nu == (n, oplopend))
                actie.triggered.connect(partial(self._sorteer, n, oplopend))
        menu.addSeparator()
        for n, kolom in enumerate(self._lijst.kolommen()):
            actie = menu.addAction(f"Toon {kolom.kop}")
            actie.setCheckable(True)
            actie.setChecked(not self._kop.isSectionHidden(n))
            actie.setEnabled(self._kop.isSectionHidden(n) or self._getoond() > 1)
            actie.toggled.connect(partial(self._toon_kolom, n))
        menu.addSeparator()
        menu.addAction("Lijst weer zoals aan het begin").triggered.connect(lambda _=False: self.vergeet())
        return menu

    def vergeet(self) -> None:
        """As at first: every column, in its place, as wide as its text."""
        for n in range(len(self._lijst.kolommen())):
            self._kop.setSectionHidden(n, False)
            self._kop.moveSection(self._kop.visualIndex(n), n)
        self._lijst.breedtes.clear()
        if self._zet_filter is not None:
            self._zet_filter(json.loads(self._begin))
        self._lijst.sorteer(None)
        self._schik()
        self.bewaar()

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Only a width that is dragged is one that was chosen; after it the other columns fit themselves."""
        if event.type() == QtCore.QEvent.Type.MouseButtonPress:
            self._sleept = True
        elif event.type() == QtCore.QEvent.Type.MouseButtonRelease and self._sleept:
            self._sleept = False
            QtCore.QTimer.singleShot(0, self, self._schik)
        return super().eventFilter(bron, event)

    # ---- what was done

    def _maak_bruikbaar(self) -> None:
        kop, lijst = self._kop, self._lijst
        sorteert = any(kolom.sorteer is not None for kolom in lijst.kolommen())
        kop.setSectionsMovable(True)
        kop.setMinimumSectionSize(_SMALST)
        kop.setSectionsClickable(sorteert)
        kop.sectionClicked.connect(self._geklikt)
        lijst.leg_uit(_KOPUITLEG if sorteert else _KOPUITLEG_ZONDER)
        kop.viewport().installEventFilter(self)
        for wie in (kop, lijst):
            wie.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
            wie.customContextMenuRequested.connect(partial(self._vraag, wie))

    def _vraag(self, wie: QtWidgets.QWidget, plek: QtCore.QPoint) -> None:
        self.menu().popup(wie.mapToGlobal(plek))

    def _geklikt(self, kolom: int) -> None:
        """Up, down, and as it came."""
        match self._lijst.volgorde():
            case (zelf, True) if zelf == kolom:
                self._lijst.sorteer(kolom, oplopend=False)
            case (zelf, False) if zelf == kolom:
                self._lijst.sorteer(None)
            case _:
                self._lijst.sorteer(kolom)

    def _sorteer(self, kolom: int, oplopend: bool, _aan: bool = True) -> None:
        self._lijst.sorteer(kolom, oplopend=oplopend)

    def _toon_kolom(self, kolom: int, aan: bool) -> None:
        self._kop.setSectionHidden(kolom, not aan)
        self._schik()
        self._klok.start()

    def _breedte(self, kolom: int, _was: int, breed: int) -> None:
        if not self._sleept or self._lijst.schikt or not breed:
            return
        self._lijst.breedtes[kolom] = breed
        self._klok.start()

    def _schik(self) -> None:
        for deel in self._lijst.children():
            if isinstance(deel, Wikkelend):
                deel.pas_aan()

    def _getoond(self) -> int:
        return sum(not self._kop.isSectionHidden(n) for n in range(self._kop.count()))

    # ---- to and from the kluis

    def _stand(self) -> dict[str, object]:
        """Only what is different from the beginning, by the names of the columns."""
        koppen = [kolom.kop for kolom in self._lijst.kolommen()]
        plaats = sorted(range(len(koppen)), key=self._kop.visualIndex)
        volgorde = self._lijst.volgorde()
        filterstand = dict(self._lees()) if self._lees else {}
        stand = {
            "breed": {koppen[n]: breed for n, breed in self._lijst.breedtes.items()},
            "weg": [kop for n, kop in enumerate(koppen) if self._kop.isSectionHidden(n)],
            "plaats": [koppen[n] for n in plaats] if plaats != sorted(plaats) else [],
            "volgorde": [koppen[volgorde[0]], volgorde[1]] if volgorde else [],
            "filter": filterstand if json.dumps(filterstand) != self._begin else {},
        }
        return {wat: waarde for wat, waarde in stand.items() if waarde}

    def _herstel(self) -> None:
        """As it was left; a column that there is no longer is passed over."""
        stand = json.loads(self._omgeving.store.concept(SOORT, self._naam) or "{}")
        nummers = {kolom.kop: n for n, kolom in enumerate(self._lijst.kolommen())}
        breed = stand.get("breed", {})
        self._lijst.breedtes.update({nummers[kop]: b for kop, b in breed.items() if kop in nummers})
        weg = [nummers[kop] for kop in stand.get("weg", ()) if kop in nummers]
        for n in weg[: len(nummers) - 1]:
            self._kop.setSectionHidden(n, True)
        for naar, kop in enumerate(kop for kop in stand.get("plaats", ()) if kop in nummers):
            self._kop.moveSection(self._kop.visualIndex(nummers[kop]), naar)
        if stand.get("filter") and self._zet_filter is not None:
            self._zet_filter(stand["filter"])
        kop, oplopend = stand.get("volgorde") or ("", True)
        if kop in nummers:
            self._lijst.sorteer(nummers[kop], oplopend=oplopend)

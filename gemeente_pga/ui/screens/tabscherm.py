# SPDX-License-Identifier: EUPL-1.2
"""A screen of parts of their own; after locking it comes back to the one that was open.

A few parts are tabs. With headings (groepen) they stand in a list beside the page: more than fit in one row.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6 import QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.widgets.onderdelen import Onderdelen
from gemeente_pga.ui.widgets.rolblad import maak_leesbaar
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste


class Delen(Mapping[str, Deel]):
    """The parts by name; each is made when it is first asked for."""

    def __init__(self, namen: Sequence[str], maak: Callable[[str], Deel]) -> None:
        self._namen, self._maak = tuple(namen), maak
        self.gemaakt: dict[str, Deel] = {}

    def __getitem__(self, code: str) -> Deel:
        if code not in self._namen:
            raise KeyError(code)
        if code not in self.gemaakt:
            self.gemaakt[code] = self._maak(code)
        return self.gemaakt[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._namen)

    def __len__(self) -> int:
        return len(self._namen)

    def __contains__(self, code: object) -> bool:
        return code in self._namen  # that of Mapping would make the part


class Tabscherm(Scherm):
    """window.open(code, None, veld) opens the tab of that name, or goes to a field in one.

    A tab is made when it first comes into sight, and read anew when it does so after a change.
    """

    def __init__(
        self,
        omgeving: Omgeving,
        delen: Mapping[str, type[Deel]],
        *,
        naam: str,
        uitleg: str,
        groepen: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """naam: of the tabs, for tests and for the place; uitleg: what a screen reader calls them."""
        super().__init__(omgeving)
        self._oud: set[str] = set()  # tabs that are read when they come into sight
        self._soorten = delen
        titels = {code: soort.titel for code, soort in delen.items()}
        self.onderdelen = Onderdelen(groepen, titels, uitleg) if groepen else None  # Tab comes to it first
        self.tabs: QtWidgets.QTabWidget | QtWidgets.QStackedWidget
        if self.onderdelen is not None:
            self.tabs = QtWidgets.QStackedWidget(self.onderdelen)
        else:
            self.tabs = QtWidgets.QTabWidget(self)
            self.tabs.tabBar().setAccessibleName(uitleg)
        self.tabs.setObjectName(naam)
        self._rollen: dict[str, QtWidgets.QScrollArea] = {}
        self.delen = Delen(tuple(delen), self._maak)
        for code, soort in delen.items():
            rol = self._rollen[code] = QtWidgets.QScrollArea(self.tabs)
            rol.setWidgetResizable(True)
            if isinstance(self.tabs, QtWidgets.QTabWidget):
                self.tabs.addTab(rol, soort.titel)
            else:
                self.tabs.addWidget(rol)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        if self.onderdelen is not None:
            self.onderdelen.zet_blad(self.tabs)
            self.onderdelen.gekozen.connect(self.kies_deel)
            self.onderdelen.kies(next(iter(self.delen)))
        indeling.addWidget(self.onderdelen or self.tabs)
        self.wegwijzersleutel = next(iter(delen.values())).wegwijzersleutel
        self.tabs.currentChanged.connect(self._wissel)

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """veld: the name of a tab, where the work begins at once, or of a field in one."""
        if veld not in self.delen:
            super().toon(onderwerp_id, veld)
            return
        deel = self.kies_deel(veld)
        super().toon(onderwerp_id)
        focus_eerste(deel, lijsten=False)  # nobody chose a row yet

    def herlaad(self) -> None:
        """Fill the tabs; a form that is being typed in stays as it is."""
        self._oud = set(self.delen.gemaakt)
        self._lees_bij(list(self.delen)[self.tabs.currentIndex()])
        if self.omgeving.alleen_kijken:  # all at once: what can be recorded is then hidden in all of them
            self._lees_bij(*self.delen)

    def naar_veld(self, veld: str) -> None:
        """The field may be in any tab; so may the widget of this name, which is brought into sight."""
        for code, deel in self.delen.items():
            self._lees_bij(code)
            widget = deel.findChild(QtWidgets.QWidget, veld)
            if isinstance(widget, QtWidgets.QWidget):
                self.kies_deel(code)
                rol = self.tabs.currentWidget()
                if isinstance(rol, QtWidgets.QScrollArea):
                    rol.ensureWidgetVisible(widget)
                break
        super().naar_veld(veld)

    def _maak(self, code: str) -> Deel:
        deel, rol = self._soorten[code](self.omgeving), self._rollen[code]
        rol.setWidget(deel)
        if deel.leeswerk:
            rol.setAccessibleName(deel.titel)
            maak_leesbaar(rol)
        deel.herlaad()
        theme.zet_iconen(deel)
        return deel

    def _lees_bij(self, *codes: str) -> None:
        for code in codes:
            deel = self.delen[code]  # made now, it is read already
            if code in self._oud:
                self._oud.discard(code)
                deel.herlaad()

    def kies_deel(self, code: str) -> Deel:
        """Show this tab."""
        self.tabs.setCurrentIndex(list(self.delen).index(code))
        return self.delen[code]

    def plek(self) -> str:
        """The tab, and the widget with the focus."""
        deel = list(self.delen)[self.tabs.currentIndex()]
        return json.dumps(json.loads(super().plek()) | {"deel": deel})

    def naar_plek(self, plek: str) -> None:
        """Back to where plek() was taken."""
        deel = json.loads(plek or "{}").get("deel")
        if deel in self.delen:
            self.kies_deel(deel)
        super().naar_plek(plek)

    def _wissel(self, nummer: int) -> None:
        code = list(self.delen)[nummer]
        deel = self.delen[code]
        if code in self._oud:
            self._lees_bij(code)
            theme.zet_iconen(deel)
        if self.onderdelen is not None:
            self.onderdelen.kies(code)
        self.wegwijzersleutel = deel.wegwijzersleutel
        self.omgeving.window.wegwijzer(self.wegwijzersleutel)

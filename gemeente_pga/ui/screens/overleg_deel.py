# SPDX-License-Identifier: EUPL-1.2
"""What the parts of the screen overleg have in common: one look at the meeting, and filling a form safely."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.actieregel import complete_datum
from gemeente_pga.domain.document import Documentkop
from gemeente_pga.domain.overleg import VASTGESTELD, VOORBEREIDING, ZVH, Overlegstand
from gemeente_pga.store.queries.overleg import Agendapunt, Overlegkop, Tafelgenoot
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.datum import DatumEdit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CODE = "overleg"
NIET_VASTGELEGD = "Getypt, nog niet vastgelegd."


@dataclass(frozen=True, slots=True)
class Beeld:
    """The meeting as it was read, once for all parts. bespreking_id: the casus that is shown, if one is."""

    kop: Overlegkop
    punten: tuple[Agendapunt, ...]
    tafel: tuple[Tafelgenoot, ...]
    stand: Overlegstand
    vorig: Overlegkop | None
    stukken: tuple[Documentkop, ...]
    bespreking_id: int | None = None

    @property
    def dicht(self) -> bool:
        """Nothing may change any more."""
        return self.kop.status == VASTGESTELD

    @property
    def voorbereiding(self) -> bool:
        return self.kop.status == VOORBEREIDING

    @property
    def zvh(self) -> bool:
        """The Zorg- en Veiligheidshuis writes the minutes."""
        return self.kop.inhoud.verslag_door == ZVH

    @property
    def punt(self) -> Agendapunt | None:
        """The casus that is shown."""
        return next((p for p in self.punten if p.id == self.bespreking_id), None)

    def nummer(self, bespreking_id: int) -> str:
        """The casus number of an agenda point."""
        return next(p.casusnummer for p in self.punten if p.id == bespreking_id)


class Deel(QtWidgets.QScrollArea):
    """One part of the screen: a page that scrolls. `naar` opens another part: ("deelnemers", None, "")."""

    naar = QtCore.Signal(str, object, str)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.beeld: Beeld | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.inhoud = QtWidgets.QWidget()

    def toon(self, beeld: Beeld) -> None:
        """Show this meeting. Never loses unsaved typing."""
        self.beeld = beeld
        self.vul(beeld)

    def vul(self, beeld: Beeld) -> None:
        """Fill the widgets."""
        raise NotImplementedError

    def vastleggen(self) -> None:
        """Record this part (Ctrl+Enter)."""

    def ga_naar(self, veld: str) -> bool:
        """Put the focus on a field of this part; False when it has no such field."""
        return focus_veld(self, veld)

    def acties(self) -> list[QtGui.QAction]:
        """What can be done here besides recording."""
        return []


def vul_formulier(
    formulier: Formulier, sleutel: str, waarden: "DataclassInstance | Mapping[str, object]"
) -> None:
    """Show a record in its form, or what was typed of it and not recorded."""
    formulier.zet_concept((CODE, sleutel))
    if formulier.vuil:
        return
    formulier.wis_gebreken()
    gegevens = asdict(waarden) if is_dataclass(waarden) else dict(waarden)
    formulier.vul({veld: waarde for veld, waarde in gegevens.items() if veld in formulier.velden()})
    formulier.herstel_concept()


def toon_stand(formulier: Formulier, label: QtWidgets.QLabel) -> None:
    """Say beside the button that something was typed which is not yet recorded."""
    label.setText(NIET_VASTGELEGD if formulier.vuil else "")


def focus_veld(root: QtWidgets.QWidget, veld: str) -> bool:
    """Focus on a field of a form below root, or on the widget of that name; False when there is none."""
    for formulier in root.findChildren(Formulier):
        if veld in formulier.velden():
            formulier.focus(veld)
            return True
    widget = root.findChild(QtWidgets.QWidget, veld) if veld else None
    if not isinstance(widget, QtWidgets.QWidget):
        return False
    widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    return True


def maak_leeg(indeling: QtWidgets.QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while (item := indeling.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Jaarvuller(QtCore.QObject):
    """Completes a day typed without a year: the first such day from the meeting on, or the last until it."""

    def __init__(
        self, velden: list[DatumEdit], dag: Callable[[], date | None], *, terug: bool = False
    ) -> None:
        super().__init__(velden[0])
        self._velden = velden
        self._dag = dag
        self._terug = terug
        for veld in velden:
            veld.editingFinished.connect(self.vul_aan)

    def vul_aan(self) -> None:
        """Complete what is there now; called before reading, too."""
        grens = self._dag()
        for veld in self._velden:
            if veld.text().strip() and veld.datum() is None and grens is not None:
                soort = {"tot": grens} if self._terug else {"vanaf": grens}
                dag = complete_datum(veld.text(), **soort)
                if dag is not None:
                    veld.zet(dag)


class Toetsen(QtCore.QObject):
    """Single keys that do something while a widget has the focus: {"a": aanwezig}."""

    def __init__(self, widget: QtWidgets.QWidget, toetsen: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(widget)
        self._toetsen = toetsen
        widget.installEventFilter(self)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take the keys that are ours and leave the others to the widget."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            kaal = event.modifiers() in (
                QtCore.Qt.KeyboardModifier.NoModifier,
                QtCore.Qt.KeyboardModifier.ShiftModifier,
                QtCore.Qt.KeyboardModifier.KeypadModifier,
            )
            naam = "Delete" if event.key() == QtCore.Qt.Key.Key_Delete else event.text().casefold()
            if kaal and naam in self._toetsen:
                self._toetsen[naam]()
                return True
        return super().eventFilter(bron, event)


class Entertoets(QtCore.QObject):
    """Enter in one of these fields records; Shift+Enter in a text of several lines still breaks the line."""

    def __init__(self, velden: list[QtWidgets.QWidget], doe: Callable[[], object]) -> None:
        super().__init__(velden[0])
        self._doe = doe
        for veld in velden:
            veld.installEventFilter(self)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Enter means: record this row."""
        if (
            isinstance(event, QtGui.QKeyEvent)
            and event.type() == QtCore.QEvent.Type.KeyPress
            and event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
            and not event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        ):
            self._doe()
            return True
        return super().eventFilter(bron, event)

# SPDX-License-Identifier: EUPL-1.2
"""Forms: binds input widgets to field names, shows gebreken at their fields, keeps what is typed as concept.

The name of a widget without its class is the name of its field: melder_naamLineEdit -> melder_naam.
Hides finding, wrapping and watching the fields; what each kind of input holds is in veldwaarde.py.
"""

import json
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Generic, Protocol, TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.veldwaarde import (
    is_tekst,
    read_letterlijk,
    read_waarde,
    set_waarde,
    signaal_van,
    veldnaam_van,
)
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.vast import zet_vast
from gemeente_pga.ui.widgets.veld import ZINPLEK, Veld, label_van, omkleed

T = TypeVar("T")
GEEN_KEUZE = "Maak een keuze"
_PAUZE_MS = 1000


class Code(Protocol):
    """One entry of a list of the kader."""

    @property
    def code(self) -> str:
        """What is stored."""

    @property
    def naam(self) -> str:
        """What the user reads."""


class _GeenWiel(QtCore.QObject):
    """Lets the wheel scroll the page instead of changing the value under the mouse."""

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Swallow the wheel here and leave it to the page."""
        if event.type() == QtCore.QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(bron, event)


def weer_wiel(widget: QtWidgets.QWidget) -> None:
    """Make sure that the wheel never changes this widget."""
    if widget.property("geen_wiel"):
        return
    widget.setProperty("geen_wiel", True)
    widget.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_GeenWiel(widget))


def vul_keuzes(
    widget: QtWidgets.QComboBox | KeuzeGroep, codes: Sequence[Code | tuple[str | int, str]]
) -> None:
    """Fill a ComboBox (first an empty entry) or a KeuzeGroep; what was chosen stays chosen."""
    keuzes = [code if isinstance(code, tuple) else (code.code, code.naam) for code in codes]
    if isinstance(widget, KeuzeGroep):
        widget.vul(keuzes)
        return
    weer_wiel(widget)
    was = widget.currentData()
    stil = widget.blockSignals(True)
    widget.clear()
    widget.addItem(GEEN_KEUZE, "")
    for code, titel in keuzes:
        widget.addItem(titel, code)
    widget.setCurrentIndex(max(0, widget.findData(was)))
    widget.blockSignals(stil)


class Formulier(QtCore.QObject):
    """The input widgets below one root, as one thing with fields."""

    gewijzigd = QtCore.Signal()
    gewist = QtCore.Signal()
    """all fields were emptied: what comes now is about something else"""

    def __init__(
        self,
        root: QtWidgets.QWidget,
        omgeving: Omgeving | None = None,
        concept: tuple[str, str] | None = None,
        *,
        voor_fg: bool = False,  # the FG may type here; elsewhere an FG finds the fields locked
    ) -> None:
        super().__init__(root)
        self.op_slot = omgeving is not None and omgeving.alleen_kijken and not voor_fg
        self._root = root
        self._omgeving = omgeving
        self._concept = concept
        self._vult = False
        self._vuil = False
        self._gevuld: tuple[str, str] | None = None  # the concept that belongs to what is shown
        self._telling = ""  # what the message bar says of fields that are wrong
        self._velden: dict[str, Veld] = {}
        self._klok = QtCore.QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(_PAUZE_MS)
        self._klok.timeout.connect(self._bewaar_vanzelf)
        for widget in root.findChildren(QtWidgets.QWidget):
            naam = veldnaam_van(widget)
            if naam and not self._van_ander(widget):
                self._velden[naam] = self._neem_op(naam, widget)
                zet_vast(widget, self.op_slot)

    @property
    def vuil(self) -> bool:
        """True when something was typed since the last filling or recording."""
        return self._vuil

    def velden(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(self._velden)

    def widget(self, veld: str) -> QtWidgets.QWidget:
        """The input widget of this field."""
        return self._velden[veld].invoer

    def veld(self, naam: str) -> Veld:
        """The box around the input widget of this field; hide this to hide the whole field."""
        return self._velden[naam]

    def lees(self) -> dict[str, object]:
        """All fields as they are now, ready for a `beoordeel` function."""
        return {naam: read_waarde(veld.invoer) for naam, veld in self._velden.items()}

    def vul(self, waarden: Mapping[str, object]) -> None:
        """Show these values; fields that are not named keep what they have. This is not typing.

        A text that is there already is left alone while the subject is the same: so recording or a reload
        takes away neither the cursor nor what Ctrl+Z would bring back. Of another subject nothing comes back.
        """
        zelfde = self._concept is not None and self._gevuld == self._concept
        self._vult = True
        try:
            for naam, waarde in waarden.items():
                if naam in self._velden and not (zelfde and is_tekst(self._velden[naam].invoer, waarde)):
                    set_waarde(self._velden[naam].invoer, waarde)
        finally:
            self._vult = False
        self._gevuld = self._concept

    def wis(self) -> None:
        """Empty all fields and take all marks away."""
        self._gevuld = None
        self.vul(dict.fromkeys(self._velden))
        self.wis_gebreken()
        self.klaar()
        self.gewist.emit()

    def klaar(self) -> None:
        """What stands here has been recorded: nothing is left to keep as concept."""
        self._klok.stop()
        self._vuil = False

    @contextmanager
    def wordt_vastgelegd(self) -> Iterator[None]:
        """Around the act (and moving on after it): keeps no concept of what is recorded, unless it fails."""
        was = self._vuil
        self.klaar()
        try:
            yield
        except BaseException:
            self._vuil = was
            raise

    def focus(self, veld: str) -> None:
        """Put the focus on this field and scroll it into view."""
        omhulsel = self._velden[veld]
        omhulsel.invoer.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        breng_in_beeld(omhulsel)

    def beoordeel(self, oordeel: Callable[[Mapping[str, object]], T | list[Gebrek]]) -> T | None:
        """What was typed, judged. None when something is wrong: that is then said at the fields."""
        self.bewaar_concept()
        uitkomst = oordeel(self.lees())
        if isinstance(uitkomst, list):
            self.toon_gebreken(uitkomst)
            return None
        self.wis_gebreken()
        return uitkomst

    def toon_gebreken(self, gebreken: Sequence[Gebrek]) -> None:
        """Say at each field what is wrong; the focus goes to the first; the rest goes to the message bar.

        So does a fault in a field that is not in sight: nobody could read it there.
        """
        self.wis_gebreken()
        per_veld: dict[str, list[str]] = {}
        los: list[str] = []
        for gebrek in gebreken:
            (per_veld.setdefault(gebrek.veld, []) if gebrek.veld in self._velden else los).append(
                gebrek.melding
            )
        for naam, meldingen in per_veld.items():
            self._velden[naam].toon_gebrek(" ".join(meldingen))
            if not self._velden[naam].isVisibleTo(self._root):
                los += meldingen
        eerste = next((naam for naam in self._velden if naam in per_veld), None)
        if self._omgeving is not None and (los or per_veld):
            self._telling = "" if los else _telling(len(per_veld))
            self._omgeving.window.meld(" ".join(los) or self._telling, "let_op")
        if eerste is not None:
            self.focus(eerste)

    def wis_gebreken(self) -> None:
        """Take all marks away."""
        for veld in self._velden.values():
            veld.toon_gebrek("")

    def gebreken(self) -> dict[str, str]:
        """The sentences that are shown now, per field."""
        return {naam: veld.melding for naam, veld in self._velden.items() if veld.melding}

    def zet_concept(self, concept: tuple[str, str] | None) -> None:
        """From now on keep the typing under this (soort, sleutel); what was typed before is kept first."""
        if concept != self._concept:
            self.bewaar_concept()
            self._concept = concept
            self.klaar()

    def bewaar_concept(self) -> None:
        """Keep what was typed, now. Does nothing when nothing was typed."""
        self._klok.stop()
        if not self._vuil or self._concept is None or self._omgeving is None:
            return
        if not self._omgeving.store.is_open:
            return  # the kluis has been locked, and everything was kept before that
        inhoud = {naam: _bewaarbaar(read_letterlijk(veld.invoer)) for naam, veld in self._velden.items()}
        if any(inhoud.values()):
            self._omgeving.store.save_concept(*self._concept, json.dumps(inhoud, ensure_ascii=False))
        else:
            self._omgeving.store.discard_concept(*self._concept)

    def _bewaar_vanzelf(self) -> None:
        """In a pause of the typing: what was typed, and where."""
        self.bewaar_concept()
        if self._concept is not None and self._omgeving is not None and self._omgeving.store.is_open:
            self._omgeving.window.onthoud_plek()

    def vergeet_concept(self) -> None:
        """Throw the kept typing away, for an act that does not do so itself."""
        self.klaar()
        if self._concept is not None and self._omgeving is not None:
            self._omgeving.store.discard_concept(*self._concept)

    def herstel_concept(self) -> bool:
        """Put back what was typed before and not recorded; True when there was something."""
        if self._concept is None or self._omgeving is None:
            return False
        inhoud = self._omgeving.store.concept(*self._concept)
        if not inhoud:
            return False
        was = {naam: _bewaarbaar(read_letterlijk(veld.invoer)) for naam, veld in self._velden.items()}
        nieuw = {naam: waarde for naam, waarde in json.loads(inhoud).items() if was.get(naam) != waarde}
        self.vul(nieuw)
        self._vuil = self._vuil or bool(nieuw)
        return bool(nieuw)

    def _neem_op(self, naam: str, widget: QtWidgets.QWidget) -> Veld:
        if isinstance(widget, QtWidgets.QComboBox | QtWidgets.QSpinBox):
            weer_wiel(widget)
        if isinstance(widget, QtWidgets.QPlainTextEdit):
            widget.setTabChangesFocus(True)
        label = label_van(widget, self._root)
        if label is not None:
            theme.zet_eigenschap(label, "veldlabel", True)
            if not widget.accessibleName():
                widget.setAccessibleName(label.text().replace("&", ""))
        signaal_van(widget).connect(lambda *_: self._typt(naam))
        veld = omkleed(widget)
        tekst = widget.text() if isinstance(widget, QtWidgets.QCheckBox) else widget.accessibleName()
        if widget.property(ZINPLEK) and self._omgeving is not None and not self.op_slot:
            from gemeente_pga.ui.widgets.zinknop import Zinknop  # the unlock page has none

            Zinknop(veld, self._omgeving)
        veld.naam, veld.label = naam, (label.text() if label is not None else tekst).replace("&", "")
        return veld

    def _typt(self, naam: str) -> None:
        if self._vult:
            return
        self._vuil = True
        self._velden[naam].toon_gebrek("")
        if self._telling and self._omgeving is not None and not self.gebreken():
            self._omgeving.window.neem_terug(self._telling)
        self._klok.start()
        self.gewijzigd.emit()

    def _van_ander(self, widget: QtWidgets.QWidget) -> bool:
        """A part with a form of its own (property eigen_formulier) is not ours."""
        ouder: QtWidgets.QWidget | None = widget
        while ouder is not None and ouder is not self._root:
            if ouder.property("eigen_formulier"):
                return True
            ouder = ouder.parentWidget()
        return False


class FormScherm(Scherm, Generic[T]):
    """A screen that is one form: judged by `beoordeel`, recorded by `registreer`."""

    formulier: Formulier

    @abstractmethod
    def beoordeel(self, invoer: Mapping[str, object]) -> T | list[Gebrek]:
        """The domain's judgement: the thing itself, or a list of gebreken."""

    @abstractmethod
    def registreer(self, waarde: T) -> None:
        """The act, and where to go from here."""

    def vastleggen(self) -> None:
        """Read the form once, judge it, and record it or show what is wrong."""
        uitkomst = self.formulier.beoordeel(self.beoordeel)
        if uitkomst is not None:
            try:
                with self.formulier.wordt_vastgelegd():
                    self.registreer(uitkomst)
            except Storing as storing:
                self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")


def _bewaarbaar(waarde: object) -> object:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _telling(aantal: int) -> str:
    velden = "1 veld" if aantal == 1 else f"{aantal} velden"
    return f"Nog niet vastgelegd: bij {velden} klopt iets niet. Het staat erbij."


def nieuwe_sneltoets(actie: QtGui.QAction, toetsen: str) -> QtGui.QAction:
    """Give an action its shortcut and say it in the tooltip."""
    actie.setShortcut(QtGui.QKeySequence(toetsen))
    actie.setToolTip(f"{actie.text().replace('&', '')} ({toetsen})")
    return actie

# SPDX-License-Identifier: EUPL-1.2
"""A date as the Dutch write it, typed or picked from a calendar; it may be empty and never guesses."""

from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.tekst import datum_kort, parse_datum
from gemeente_pga.ui import theme

_NL = QtCore.QLocale(QtCore.QLocale.Language.Dutch, QtCore.QLocale.Country.Netherlands)


class DatumEdit(QtWidgets.QLineEdit):
    """A line in which a date is typed. Alt+arrow down opens the calendar."""

    gewijzigd = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._blad: QtWidgets.QFrame | None = None
        self._kalender: QtWidgets.QCalendarWidget
        self.setPlaceholderText("dd-mm-jjjj")
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 26)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.kalender_actie = self.addAction(
            QtGui.QIcon(), QtWidgets.QLineEdit.ActionPosition.TrailingPosition
        )
        self.kalender_actie.setText("Kalender openen")
        self.kalender_actie.setToolTip("Kalender openen (Alt+pijl omlaag)")
        self.kalender_actie.setProperty("icoon", "calendar")
        self.kalender_actie.triggered.connect(self.open_kalender)
        self.textChanged.connect(self.gewijzigd)
        self.editingFinished.connect(self._maak_netjes)

    def waarde(self) -> date | str | None:
        """The date; None when empty; the typed text when that is no date."""
        tekst = self.text().strip()
        return (parse_datum(tekst) or tekst) if tekst else None

    def datum(self) -> date | None:
        """The date, or None when there is none or when it is not one."""
        return parse_datum(self.text())

    def zet(self, waarde: object) -> None:
        """Show a date, an ISO text, typed text, or nothing."""
        if isinstance(waarde, date):
            self.setText(datum_kort(waarde))
            return
        tekst = str(waarde or "")
        gelezen = parse_datum(tekst)
        self.setText(datum_kort(gelezen) if gelezen else tekst)

    def open_kalender(self) -> None:
        """Show a calendar below the field; choosing a day fills the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._blad is None:
            self._blad, self._kalender = self._maak_kalender()
        nu = self.datum()
        if nu is not None:
            self._kalender.setSelectedDate(QtCore.QDate(nu.year, nu.month, nu.day))
        self._kleur_kalender()
        self._blad.adjustSize()
        plek = self.mapToGlobal(self.rect().bottomLeft())
        scherm = self.screen().availableGeometry()
        onder = scherm.bottom() - self._blad.height()
        if plek.y() > onder:  # no room below: above the field
            plek.setY(self.mapToGlobal(self.rect().topLeft()).y() - self._blad.height())
        self._blad.move(min(plek.x(), scherm.right() - self._blad.width()), plek.y())
        self._blad.show()
        self._kalender.setFocus()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Alt+arrow down opens the calendar, as in a combo box."""
        omlaag = event.key() == QtCore.Qt.Key.Key_Down
        if omlaag and event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier:
            self.open_kalender()
        else:
            super().keyPressEvent(event)

    def _maak_kalender(self) -> tuple[QtWidgets.QFrame, QtWidgets.QCalendarWidget]:
        """Made once and kept: deleting a popup from within its own signal is asking for trouble."""
        blad = QtWidgets.QFrame(self, QtCore.Qt.WindowType.Popup)
        blad.setProperty("rol", "kaart")
        kalender = QtWidgets.QCalendarWidget(blad)
        kalender.setLocale(_NL)
        kalender.setFirstDayOfWeek(QtCore.Qt.DayOfWeek.Monday)
        kalender.setGridVisible(False)
        kalender.setVerticalHeaderFormat(QtWidgets.QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        kalender.setAccessibleName("Kalender")
        kalender.setHorizontalHeaderFormat(QtWidgets.QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        em = self.fontMetrics().height()
        kalender.setMinimumSize(7 * 2 * em, 9 * em + em)
        for naam, icoon, woord in (
            ("qt_calendar_prevmonth", "chevron-left", "Vorige maand"),
            ("qt_calendar_nextmonth", "chevron-right", "Volgende maand"),
        ):
            knop = kalender.findChild(QtWidgets.QToolButton, naam)
            if isinstance(knop, QtWidgets.QToolButton):
                theme.zet_icoon(knop, icoon)
                knop.setAccessibleName(woord)
                knop.setToolTip(woord)
        indeling = QtWidgets.QVBoxLayout(blad)
        indeling.setContentsMargins(4, 4, 4, 4)
        indeling.addWidget(kalender)
        kalender.activated.connect(self._kies)
        kalender.clicked.connect(self._kies)
        return blad, kalender

    def _kleur_kalender(self) -> None:
        """Saturday and Sunday as any day; anew each time, as light may have become dark."""
        gewoon = QtGui.QTextCharFormat()
        gewoon.setForeground(QtGui.QColor(theme.kleuren().tekst))
        for dag in QtCore.Qt.DayOfWeek:
            self._kalender.setWeekdayTextFormat(dag, gewoon)

    def _kies(self, dag: QtCore.QDate) -> None:
        self.zet(date(dag.year(), dag.month(), dag.day()))
        if self._blad is not None:
            self._blad.close()
        self.setFocus()

    def _maak_netjes(self) -> None:
        datum = self.datum()
        if datum is not None and self.text() != datum_kort(datum):
            self.setText(datum_kort(datum))

# SPDX-License-Identifier: EUPL-1.2
"""The note or message beside the form: to read, to select from, and to put the selection into a field."""

from functools import partial

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.stroom import StroomLayout

VAKKEN = (
    ("zelf_waargenomen", "Zelf &waargenomen"),
    ("van_anderen", "Van anderen &gehoord"),
    ("interpretatie", "&Interpretatie"),
    ("eigen_opmerking", "&Eigen opmerking"),
)


class Bronpaneel(QtWidgets.QFrame):
    """`overnemen` gives field and text; `afhandelen` asks to close a note that leads to no signal.

    `terugbellen` asks to record that the caller was called back; `nakijken` asks for a form for the caller.
    """

    overnemen = QtCore.Signal(str, str)
    afhandelen = QtCore.Signal()
    terugbellen = QtCore.Signal()
    nakijken = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rol", "kaart")
        self.kop = QtWidgets.QLabel(self)
        self.kop.setProperty("rol", "kop")
        self.herkomst = QtWidgets.QLabel(self)
        self.herkomst.setProperty("rol", "stil")
        for label in (self.kop, self.herkomst):
            label.setWordWrap(True)
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.tekst = QtWidgets.QPlainTextEdit(self)
        self.tekst.setObjectName("bron")
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Tekst van de bron")
        lezen = QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.tekst.setTextInteractionFlags(lezen | QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._uitleg = QtWidgets.QLabel("Selecteer tekst en zet die bij:", self)
        self._uitleg.setProperty("rol", "stil")
        self.knoppen = {veld: self._knop(veld, woorden) for veld, woorden in VAKKEN}
        self.zonder_signaal = QtWidgets.QPushButton("A&fhandelen zonder signaal …", self)
        self.zonder_signaal.setProperty("rol", "plat")
        self.zonder_signaal.clicked.connect(self.afhandelen)
        self.terug = QtWidgets.QPushButton("Terugbe&llen vastleggen …", self)
        self.terug.setObjectName("terugbellenButton")
        theme.zet_icoon(self.terug, "phone")
        self.terug.clicked.connect(self.terugbellen)
        self.formulier = QtWidgets.QPushButton("Meldformulier om te laten naki&jken …", self)
        self.formulier.setObjectName("notitieformulierButton")
        self.formulier.setToolTip(
            "Maakt een formulier met alleen wat de beller zei, zoals u het indeelde, om te ondertekenen."
        )
        self.formulier.clicked.connect(self.nakijken)
        self.tekst.copyAvailable.connect(self._selectie)
        self._selectie(False)
        self._bouw()

    def toon(self, kop: str, herkomst: str, tekst: str, *, notitie: bool) -> None:
        """Show this source; a note can be closed without a signal."""
        self.kop.setText(kop)
        self.herkomst.setText(herkomst)
        self.herkomst.setVisible(bool(herkomst))
        if self.tekst.toPlainText() != tekst:
            self.tekst.setPlainText(tekst)
        self.zonder_signaal.setVisible(notitie)
        self.terug.setVisible(notitie)
        self.formulier.setVisible(notitie)

    def _knop(self, veld: str, woorden: str) -> QtWidgets.QPushButton:
        knop = QtWidgets.QPushButton(woorden, self)
        knop.setObjectName(f"naar_{veld}")
        knop.clicked.connect(partial(self._neem_over, veld))
        return knop

    def _neem_over(self, veld: str) -> None:
        cursor = self.tekst.textCursor()
        gekozen = cursor.selection().toPlainText().strip()
        if gekozen:
            self.overnemen.emit(veld, gekozen)
            cursor.setPosition(cursor.selectionEnd(), QtGui.QTextCursor.MoveMode.MoveAnchor)
            self.tekst.setTextCursor(cursor)
        self.tekst.setFocus()

    def _selectie(self, is_er: bool) -> None:
        for knop in self.knoppen.values():
            knop.setEnabled(is_er)

    def _bouw(self) -> None:
        rij = StroomLayout(
            ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1]
        )  # below each other when narrow
        for knop in self.knoppen.values():
            rij.addWidget(knop)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[3],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        for widget in (self.kop, self.herkomst, self.terug):
            indeling.addWidget(widget)
        indeling.addWidget(self.tekst, 1)
        indeling.addWidget(self._uitleg)
        indeling.addLayout(rij)
        indeling.addWidget(self.formulier, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        indeling.addWidget(self.zonder_signaal)

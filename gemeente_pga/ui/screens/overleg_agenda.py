# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a meeting: which casussen, in which order, and the agenda on paper."""

import json
from collections.abc import Collection

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stappen import label
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.overleg import change_agenda
from gemeente_pga.handelingen.verslag import agenda_stuk
from gemeente_pga.store.queries.casus import Casuskeuze, lopende_casussen
from gemeente_pga.store.queries.overleg import voorstel_deelnemers
from gemeente_pga.ui import theme
from gemeente_pga.ui.forms.ui_overleg_agenda import Ui_OverlegAgenda
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, NIET_VASTGELEGD, Beeld, Deel
from gemeente_pga.ui.screens.overleg_papier import Papier
from gemeente_pga.ui.widgets.indeling import maak_leeg

_ROL = QtCore.Qt.ItemDataRole.UserRole


class Casuslijst(QtWidgets.QListWidget):
    """The running casussen with a tick for those on the agenda; Alt+arrow moves one up or down."""

    gewijzigd = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("casussenListWidget")
        self.setAccessibleName("Casussen op de agenda")
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._vult = False
        self.itemChanged.connect(lambda _: None if self._vult else self.gewijzigd.emit())

    def vul(self, casussen: Collection[Casuskeuze], gekozen: Collection[int]) -> None:
        """Show these casussen, the chosen ones first and in their order."""
        self._vult = True
        was = self.currentRow()
        self.clear()
        plek = {casus_id: n for n, casus_id in enumerate(gekozen)}
        for casus in sorted(casussen, key=lambda c: (plek.get(c.id, len(plek)), c.nummer)):
            item = QtWidgets.QListWidgetItem(_omschrijving(casus))
            item.setData(_ROL, casus.id)
            item.setFlags(item.flags() | QtCore.Qt.ItemFlag.ItemIsUserCheckable)
            aan = casus.id in plek
            item.setCheckState(QtCore.Qt.CheckState.Checked if aan else QtCore.Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(max(0, min(was, self.count() - 1)))
        hoogte = self.sizeHintForRow(0) if self.count() else self.fontMetrics().height()
        self.setFixedHeight(min(8, max(2, self.count())) * hoogte + 2 * self.frameWidth() + 4)
        self._vult = False

    def gekozen(self) -> tuple[int, ...]:
        """The casussen that are ticked, in their order."""
        items = [self.item(n) for n in range(self.count())]
        return tuple(i.data(_ROL) for i in items if i.checkState() == QtCore.Qt.CheckState.Checked)

    def verplaats(self, stap: int) -> None:
        """Move the current casus up (-1) or down (1)."""
        van = self.currentRow()
        naar = van + stap
        if van < 0 or not 0 <= naar < self.count():
            return
        self._vult = True
        self.insertItem(naar, self.takeItem(van))
        self.setCurrentRow(naar)
        self._vult = False
        self.gewijzigd.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Alt+arrow moves."""
        pijlen = {QtCore.Qt.Key.Key_Up: -1, QtCore.Qt.Key.Key_Down: 1}
        if event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier and event.key() in pijlen:
            self.verplaats(pijlen[QtCore.Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _omschrijving(casus: Casuskeuze) -> str:
    stand = label("casus", casus.status)
    if casus.volgende_herbeoordeling is None:
        return f"{casus.nummer} – {stand}"
    return f"{casus.nummer} – {stand}, herbeoordeling {datum_kort(casus.volgende_herbeoordeling)}"


class AgendaDeel(Deel):
    """Agenda of a meeting that exists."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegAgenda()
        self.ui.setupUi(self.inhoud)
        self.plaats(self.ui.layout)
        self.casussen = Casuslijst()
        self.ui.casussenLayout.addWidget(self.casussen)
        self.casussen.gewijzigd.connect(self._bewaar_concept)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.papier = Papier(self, omgeving)
        self.ui.layout.insertWidget(0, self.papier.paneel)

    def vul(self, beeld: Beeld) -> None:
        """The running casussen; those on the agenda stay in sight, also when they were closed since."""
        with self.omgeving.store.reader() as r:
            keuzes = list(lopende_casussen(r))
        bekend = {k.id for k in keuzes}
        keuzes += [
            Casuskeuze(p.casus_id, p.dossier_id, p.casusnummer, "afgesloten", None)
            for p in beeld.punten
            if p.casus_id not in bekend
        ]
        nu = [p.casus_id for p in beeld.punten]
        getypt = self.omgeving.store.concept(CODE, self._sleutel())
        gekozen = [c for c in json.loads(getypt) if c in {k.id for k in keuzes}] if getypt else nu
        self.casussen.vul(keuzes, gekozen)
        self.ui.standLabel.setText(NIET_VASTGELEGD if gekozen != nu else "")
        self.casussen.setEnabled(not beeld.vast)
        self.ui.vastleggenPushButton.setVisible(not beeld.vast)
        self._toon_papieren(beeld)

    def vastleggen(self) -> None:
        """Record the agenda; whoever takes part in a new casus is invited for it."""
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        gekozen = self.casussen.gekozen()
        if not gekozen:
            self.omgeving.window.meld("Zet ten minste één casus op de agenda.", "let_op")
            self.casussen.setFocus()
            return
        with self.omgeving.store.reader() as r:
            genodigden = voorstel_deelnemers(r, gekozen, self.beeld.kop.inhoud.datum)
        concept = (CODE, self._sleutel())
        store, overleg_id = self.omgeving.store, self.beeld.kop.id
        try:
            change_agenda(store, overleg_id, gekozen, deelnemers=genodigden, concept=concept)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("Agenda vastgelegd.")

    def begin(self) -> QtWidgets.QWidget | None:
        """The list."""
        return self.casussen

    def _sleutel(self) -> str:
        return f"{self.beeld.kop.id if self.beeld else ''}:agenda"

    def _bewaar_concept(self) -> None:
        self.omgeving.store.save_concept(CODE, self._sleutel(), json.dumps(self.casussen.gekozen()))
        self.ui.standLabel.setText(NIET_VASTGELEGD)

    def _toon_papieren(self, beeld: Beeld) -> None:
        """The whole agenda, and one for each group that comes for a part of it only."""
        maak_leeg(self.ui.papierLayout)
        if not beeld.punten:
            return
        alle = tuple(p.casusnummer for p in beeld.punten)
        self._knop("Hele agenda als &PDF maken", alle)
        for kring in kringen(beeld):
            self._knop(f"Agenda voor wie alleen bij {' en '.join(kring)} zit", kring)
        theme.zet_iconen(self.inhoud)

    def _knop(self, tekst: str, nummers: tuple[str, ...]) -> None:
        knop = QtWidgets.QPushButton(tekst)
        knop.setProperty("icoon", "file-text")
        knop.clicked.connect(lambda: self._maak_pdf(nummers))
        self.ui.papierLayout.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def _maak_pdf(self, nummers: tuple[str, ...]) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        overleg_id, kader = self.beeld.kop.id, self.omgeving.kader
        self.papier.maak(lambda r: agenda_stuk(r, overleg_id, kader, nummers))


def kringen(beeld: Beeld) -> tuple[tuple[str, ...], ...]:
    """Which parts of the agenda somebody comes for, other than for all of it."""
    uit: dict[tuple[str, ...], None] = {}
    for genoot in beeld.tafel:
        nummers = tuple(p.casusnummer for p in beeld.punten if p.id in genoot.bespreking_ids)
        if nummers and len(nummers) < len(beeld.punten):
            uit[nummers] = None
    return tuple(sorted(uit))

# SPDX-License-Identifier: EUPL-1.2
"""Who brought what about one casus: the list, and the editor that is also used in the weging."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.grond import merkteken
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN, InformatieItem
from gemeente_pga.store.queries.inrichting import PartijRij
from gemeente_pga.store.queries.overleg import Agendapunt
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld
from gemeente_pga.ui.widgets.inbrengplek import Inbrengplek, Partijkeuze
from gemeente_pga.ui.widgets.informatie import InformatieEditor
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst

_NIEUW = "Inbreng &toevoegen (Ctrl+I)"


class InbrengRegels(QtWidgets.QWidget):
    """The items of one bespreking; the editor folds away while nothing is typed."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.setProperty("eigen_formulier", True)
        kader = omgeving.kader
        self.lijst = Lijst(self)
        self.lijst.setObjectName("inbrengLijst")
        self.lijst.setAccessibleName("Inbreng")
        kolommen: list[Kolom[InformatieItem]] = [
            Kolom("Wie", lambda i: i.partij or i.inhoud.gever, rek=True),
            Kolom("Wat", lambda i: _wat(i, merkteken(kader, i.inhoud.categorie)), rek=True),
            Kolom("In het verslag", lambda i: kader.label("markering", i.inhoud.markering), rek=True),
        ]
        self.lijst.stel_in(kolommen, sleutel=lambda i: i.id)
        self.passend = Passend(self.lijst)
        self.editor = InformatieEditor(omgeving, self)
        self.knop = QtWidgets.QPushButton(_NIEUW, self)
        self.knop.setObjectName("inbrengPushButton")
        theme.zet_icoon(self.knop, "plus")
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[1])
        indeling.addWidget(self.lijst)
        indeling.addWidget(self.knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        indeling.addWidget(self.editor)
        self._sleutel = ""
        self._vast = False
        self.lijst.geopend.connect(self._wijzig)
        self.knop.clicked.connect(self._nieuw)
        for klaar in (self.editor.vastgelegd, self.editor.geschrapt, self.editor.gestopt):
            klaar.connect(self._klaar)

    def toon(
        self, beeld: Beeld, punt: Agendapunt, items: Sequence[InformatieItem], partners: Sequence[PartijRij]
    ) -> None:
        """The items of this casus; those at the table may bring something in first."""
        aan_tafel = {t.inhoud.partij_id for t in beeld.tafel}
        keuzes = sorted(partners, key=lambda p: p.id not in aan_tafel)
        sleutel = f"{beeld.kop.id}:inbreng:{punt.id}"
        self._vast = beeld.vast
        self.lijst.toon(items)
        self.lijst.setVisible(bool(items))
        self.passend.pas_aan()
        self.editor.richt(
            Inbrengplek(
                dossier_id=punt.dossier_id,
                waarbij={"bespreking_id": punt.id},
                concept=(CODE, sleutel),
                partijen=[Partijkeuze(p.id, p.partij.soort, p.partij.naam) for p in keuzes],
                doel=punt.inhoud.doel,
                aanvulling=beeld.dicht,
            )
        )
        if sleutel != self._sleutel:
            self._sleutel = sleutel
            self.editor.setVisible(self.editor.formulier.vuil)
        self.knop.setText("Aanvulling &toevoegen" if beeld.dicht else _NIEUW)
        # While others read the minutes, or the dossier is restricted, nothing is added; afterwards it is an
        # addition with a reason.
        wacht = beeld.beperkt or (beeld.vast and not beeld.dicht)
        if wacht:
            self.editor.hide()
        self.knop.setVisible(self.editor.isHidden() and not wacht)

    def vastleggen(self) -> None:
        """Record the item that is being typed."""
        self.editor.vastleggen()

    def open_editor(self) -> None:
        """Ready to type."""
        self.editor.show()
        self.knop.hide()

    def _nieuw(self) -> None:
        self.open_editor()
        self.editor.formulier.focus("partij_id")

    def bewerk(self, item_id: int, veld: str) -> None:
        """Show this item to be changed; when nothing may change, only where it stands."""
        self.lijst.kies(item_id)
        item = self.lijst.rij()
        if isinstance(item, InformatieItem) and not self._vast:
            self._wijzig(item)
            self.editor.formulier.focus(veld)
        else:
            self.lijst.setFocus()

    def _wijzig(self, item: InformatieItem) -> None:
        if not self._vast:
            self.open_editor()
            self.editor.wijzig(item)

    def _klaar(self) -> None:
        """After recording the next one may follow at once."""
        self.editor.formulier.focus("partij_id")


def _wat(item: InformatieItem, merk: str) -> str:
    if item.inhoud.markering == NIET_VASTLEGGEN:
        return "Er is iets ingebracht dat niet wordt vastgelegd."
    tekst = " ".join(item.inhoud.tekst.split())
    return f"[{merk.lower()}] {tekst}" if merk else tekst

# SPDX-License-Identifier: EUPL-1.2
"""The fields of a signal, for the intake and for a correction: their lists, and which ones are asked when."""

from collections.abc import Mapping

from PySide6 import QtWidgets

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.signaal import (
    ANONIEM,
    BRON_BIJ_SOORT,
    JA_NEE,
    PERSOONLIJKE_BRONNEN,
    signaalsoorten,
)
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_signaal import Ui_Signaal
from gemeente_pga.ui.widgets.groei import Groei

DOEL = "Deze vragen dienen alleen om het signaal aan de juiste partijen voor te leggen."


def doelregel() -> QtWidgets.QLabel:
    """What the intake is for, before the first question."""
    label = QtWidgets.QLabel(DOEL)
    label.setObjectName("doelLabel")
    label.setProperty("rol", "stil")
    label.setWordWrap(True)
    return label


class Signaalvelden(QtWidgets.QWidget):
    """The form of a signal. Call `schik` after filling it by hand of the program."""

    def __init__(self, kader: Kader, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._kader = kader
        self.ui = Ui_Signaal()
        self.ui.setupUi(self)
        for widget, lijst in (
            (self.ui.kanaalComboBox, "kanaal"),
            (self.ui.bron_soortComboBox, "bron_soort"),
            (self.ui.bron_kennisComboBox, "bron_kennis"),
            (self.ui.eerder_besprokenComboBox, "eerder_besproken"),
            (self.ui.naam_noemenKeuzeGroep, "naam_noemen"),
        ):
            vul_keuzes(widget, [(c.code, c.naam) for c in kader.codelijst(lijst)])
        vul_keuzes(self.ui.soortComboBox, signaalsoorten(kader))
        for groep in (
            self.ui.acuutKeuzeGroep,
            self.ui.geadresseerd_burgemeesterKeuzeGroep,
            self.ui.gerubriceerdKeuzeGroep,
        ):
            vul_keuzes(groep, JA_NEE)
        self.ui.soortComboBox.currentIndexChanged.connect(self._kies_soort)
        for keuze in (
            self.ui.bron_soortComboBox,
            self.ui.bron_kennisComboBox,
            self.ui.eerder_besprokenComboBox,
        ):
            keuze.currentIndexChanged.connect(self.schik)
        self.ui.acuutKeuzeGroep.gewijzigd.connect(self.schik)
        for veld, regels in (
            (self.ui.zelf_waargenomenPlainTextEdit, 5),
            (self.ui.van_anderenPlainTextEdit, 3),
            (self.ui.interpretatiePlainTextEdit, 3),
            (self.ui.eigen_opmerkingPlainTextEdit, 2),
            (self.ui.eerder_besproken_toelichtingPlainTextEdit, 2),
        ):
            Groei(veld, regels)
        self.schik()

    def zet_gemeenten(self, gemeenten: Mapping[int, str]) -> None:
        """Ask for the municipality only where there is more than one to choose from."""
        vul_keuzes(self.ui.gemeente_idComboBox, list(gemeenten.items()))
        self.ui.gemeente_idVak.setVisible(len(gemeenten) > 1)

    def voor_correctie(self) -> None:
        """What a correction cannot change is not asked again."""
        for vak in (self.ui.soortVak, self.ui.gemeente_idVak, self.ui.acuutVak):
            vak.hide()
        self.ui.acuutband.hide()

    def schik(self) -> None:
        """Show what is asked for the answers that were given."""
        bron = str(self.ui.bron_soortComboBox.currentData() or "")
        self.ui.ambtsberichtVak.setVisible(self.ui.soortComboBox.currentData() == "ambtsbericht")
        self.ui.bron_organisatieVak.setVisible(bron not in (ANONIEM, *PERSOONLIJKE_BRONNEN))
        velden = (self.ui.melder_naamLineEdit, self.ui.melder_functieLineEdit, self.ui.melder_contactLineEdit)
        staat_er = any(veld.text().strip() for veld in velden)  # what must be taken away stays in sight
        self.ui.melderVak.setVisible(bron != ANONIEM or staat_er)
        eerder = str(self.ui.eerder_besprokenComboBox.currentData() or "")
        uitleg = bool(eerder) and self._kader.keuze("eerder_besproken", eerder).uitleg_verplicht
        self.ui.eerder_besproken_toelichtingVak.setVisible(uitleg)
        acuut = self.ui.acuutKeuzeGroep.waarde() == "ja"
        self.ui.acuutband.setVisible(acuut and not self.ui.acuutVak.isHidden())
        self._waarschuw(self.ui.bronWaarschuwing, "bron_soort", bron)
        kennis = str(self.ui.bron_kennisComboBox.currentData() or "")
        self._waarschuw(self.ui.kennisWaarschuwing, "bron_kennis", kennis)

    def _waarschuw(self, label: QtWidgets.QLabel, lijst: str, code: str) -> None:
        tekst = self._kader.keuze(lijst, code).waarschuwing if code else ""
        label.setText(tekst)
        label.setVisible(bool(tekst))

    def _kies_soort(self) -> None:
        """Some kinds come from one source only."""
        bron = BRON_BIJ_SOORT.get(str(self.ui.soortComboBox.currentData() or ""))
        if bron and not self.ui.bron_soortComboBox.currentData():
            self.ui.bron_soortComboBox.setCurrentIndex(self.ui.bron_soortComboBox.findData(bron))
        self.schik()

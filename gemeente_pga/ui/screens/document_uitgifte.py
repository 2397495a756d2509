# SPDX-License-Identifier: EUPL-1.2
"""For whom a document leaves the kluis: the purpose, one holder for every copy, and how a file is secured."""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.document import Documentkop, Uitgifte
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens, beoordeel_uitgifte
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.store.queries.houders import volgend_nummer, voorgesteld
from gemeente_pga.ui.exemplaren import Wensen
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_uitgifte import Ui_Uitgifte
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.veld import Veld
from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

MET, ZONDER = "met", "zonder"
_BEVEILIGING = ((MET, "Met een eigen wachtwoord (aanbevolen)"), (ZONDER, "Zonder wachtwoord"))


class Uitgiftevorm(QtWidgets.QWidget):
    """The form in the panel for printing and saving."""

    gewijzigd = QtCore.Signal()

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self._bekend: tuple[Houdernaam, ...] = ()
        self._volgend = 1  # the number of the next copy
        self._bestand, self._kan_wachtwoord = False, False
        self._met_voorblad, self._met_lijst = False, False
        self.ui = Ui_Uitgifte()
        self.ui.setupUi(self)
        self.wachtwoord = Wachtzinkeuze(omgeving.dienst, bestand=True)
        self.wachtwoord.setProperty("eigen_formulier", True)
        self.ui.layout.addWidget(self.wachtwoord)
        self.formulier = Formulier(self, omgeving)
        vul_keuzes(self.ui.bestemd_voorComboBox, omgeving.kader.codelijst("bestemd_voor"))
        vul_keuzes(self.ui.beveiligingKeuzeGroep, _BEVEILIGING)
        self.ui.houdersPlainTextEdit.textChanged.connect(self._tel)
        self.ui.invullenPushButton.clicked.connect(self._vul_deelnemers)
        self.ui.beveiligingKeuzeGroep.gewijzigd.connect(self._schik)

    def begin(self, kop: Documentkop | None, *, bestand: bool, pdf: bool) -> None:
        """Who may well get a copy of this document, and the number that the next one gets.

        pdf: it is a PDF, so that a file of it can have a password.
        """
        self._bekend, self._volgend = (), 1
        self._bestand, self._kan_wachtwoord = bestand, bestand and pdf
        if kop is not None:
            with self.omgeving.store.reader() as r:
                self._bekend = voorgesteld(r, kop.id)
                self._volgend = volgend_nummer(r, document_id=kop.id)
        self.ui.invullenPushButton.setVisible(bool(self._bekend) and not bestand)
        self.formulier.vul({"beveiliging": MET if self._kan_wachtwoord else ZONDER})
        self._met_voorblad = kop is not None and (pdf or not bestand)
        self._met_lijst = kop is not None and not bestand
        _toon(self.ui.voorbladCheckBox, self._met_voorblad)
        _toon(self.ui.verdeellijstCheckBox, self._met_lijst)
        for deel in (self.ui.beveiligingLabel, self.ui.beveiligingKeuzeGroep):
            _toon(deel, self._kan_wachtwoord)
        self.wachtwoord.wis()
        if self._kan_wachtwoord:
            self.wachtwoord.bied_aan()
        self._tel()
        self._schik()

    @property
    def met_wachtwoord(self) -> bool:
        """Will the file open with a password only?"""
        return self._kan_wachtwoord and self.ui.beveiligingKeuzeGroep.waarde() == MET

    def wensen(self) -> Wensen:
        """What was ticked besides."""
        ui = self.ui
        return Wensen(
            bestand=self._bestand,
            voorblad=self._met_voorblad and ui.voorbladCheckBox.isChecked(),
            verdeellijst=self._met_lijst and ui.verdeellijstCheckBox.isChecked(),
        )

    def wens(self) -> Uitgiftewens | None:
        """What was asked for; None when something is missing (and then it says so)."""
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        return self.formulier.beoordeel(
            lambda invoer: beoordeel_uitgifte(
                invoer, kader, vandaag, bekend=self._bekend, bestand=self._bestand
            )
        )

    def wis(self) -> None:
        """Leave nothing, least of all a password."""
        self.wachtwoord.wis()
        self.formulier.wis()

    def _schik(self) -> None:
        self.wachtwoord.setVisible(self.met_wachtwoord)
        self.gewijzigd.emit()

    def _vul_deelnemers(self) -> None:
        self.formulier.vul({"houders": "\n".join(wie.houder for wie in self._bekend)})
        self.formulier.focus("houders")

    def _tel(self) -> None:
        """How many copies this makes, and their numbers."""
        regels = self.ui.houdersPlainTextEdit.toPlainText().splitlines()
        aantal = sum(bool(regel.strip()) for regel in regels) or 1
        laatste = self._volgend + aantal - 1
        reeks = f"exemplaar {self._volgend}" + (f" tot en met {laatste}" if aantal > 1 else "")
        self.ui.aantalLabel.setText(f"Dit wordt {reeks}.")


def _toon(widget: QtWidgets.QWidget, aan: bool) -> None:
    """Show or hide it, with the help that stands below it."""
    veld = widget.parentWidget()
    (veld if isinstance(veld, Veld) else widget).setVisible(aan)


def uitgiftezin(uitgifte: Uitgifte) -> str:
    """One time that a document left the kluis, in words."""
    wijze = "Afgedrukt" if uitgifte.wijze == "afdruk" else "Opgeslagen als bestand"
    meer = f", {uitgifte.exemplaren} exemplaren" if uitgifte.exemplaren > 1 else ""
    houders = [wie for wie in uitgifte.houders if wie != uitgifte.bestemd_voor]
    wie = f": {'; '.join(houders)}" if houders else ""
    return f"{wijze} op {moment_lang(uitgifte.op)}{meer}, voor {uitgifte.bestemd_voor}{wie}."

# SPDX-License-Identifier: EUPL-1.2
"""For whom a document leaves the kluis: the purpose, and one holder for every copy."""

from PySide6 import QtWidgets

from gemeente_pga.domain.document import Documentkop, Uitgifte
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens, beoordeel_uitgifte
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.store.queries.houders import exemplaren_van_document, voorgesteld
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_uitgifte import Ui_Uitgifte
from gemeente_pga.ui.omgeving import Omgeving


class Uitgiftevorm(QtWidgets.QWidget):
    """The form in the panel for printing and saving."""

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self._bekend: tuple[Houdernaam, ...] = ()
        self._volgend = 1  # the number of the next copy
        self._bestand = False
        self.ui = Ui_Uitgifte()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving)
        vul_keuzes(self.ui.bestemd_voorComboBox, omgeving.kader.codelijst("bestemd_voor"))
        self.ui.houdersPlainTextEdit.textChanged.connect(self._tel)
        self.ui.invullenPushButton.clicked.connect(self._vul_deelnemers)

    def begin(self, kop: Documentkop | None, *, bestand: bool) -> None:
        """Who may well get a copy of this document, and the number that the next one gets."""
        self._bekend, self._volgend, self._bestand = (), 1, bestand
        if kop is not None:
            with self.omgeving.store.reader() as r:
                self._bekend = voorgesteld(r, kop.id)
                self._volgend = 1 + max((e.nummer for e in exemplaren_van_document(r, kop.id)), default=0)
        self.ui.invullenPushButton.setVisible(bool(self._bekend) and not bestand)
        self._tel()

    def wens(self) -> Uitgiftewens | None:
        """What was asked for; None when something is missing (and then it says so)."""
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        return self.formulier.beoordeel(
            lambda invoer: beoordeel_uitgifte(
                invoer, kader, vandaag, bekend=self._bekend, bestand=self._bestand
            )
        )

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


def uitgiftezin(uitgifte: Uitgifte) -> str:
    """One time that a document left the kluis, in words."""
    wijze = "Afgedrukt" if uitgifte.wijze == "afdruk" else "Opgeslagen als bestand"
    meer = f", {uitgifte.exemplaren} exemplaren" if uitgifte.exemplaren > 1 else ""
    houders = [wie for wie in uitgifte.houders if wie != uitgifte.bestemd_voor]
    wie = f": {'; '.join(houders)}" if houders else ""
    return f"{wijze} op {moment_lang(uitgifte.op)}{meer}, voor {uitgifte.bestemd_voor}{wie}."

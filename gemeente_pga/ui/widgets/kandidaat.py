# SPDX-License-Identifier: EUPL-1.2
"""One candidate: what recognises the person, why it may be the same, and the answer of the coordinator.

Shows no more of the other dossier than that; of a closed one neither.
"""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.naamvergelijking import Kandidaat
from gemeente_pga.domain.persoon import adresregel, volledige_naam
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep

_LIJST = {"bevestigd": "reden_kandidaat_bevestigen", "afgewezen": "reden_kandidaat_afwijzen"}
SIGNAAL, OVERNAME = "signaal", "casus"
"""What is being recorded about this person."""
_GESLOTEN = (
    "Dit dossier is gesloten. {wat} krijgt een nieuw dossier dat ernaar verwijst. De inhoud blijft dicht."
)
_NAASTE = "Deze persoon staat daar als naaste van iemand anders. {wat} krijgt een eigen dossier."
_SAMEN = {
    SIGNAAL: "Het signaal komt in dit dossier.",
    OVERNAME: "Deze persoon heeft al een dossier. Overnemen kan dan niet: leg een nieuw signaal vast.",
}
WAT = {SIGNAAL: "Het signaal", OVERNAME: "De casus"}


class KandidaatKaart(QtWidgets.QFrame):
    """Confirm or refuse, with a reason."""

    gewijzigd = QtCore.Signal()

    def __init__(self, kader: Kader, parent: QtWidgets.QWidget | None = None, *, wat: str = SIGNAAL) -> None:
        super().__init__(parent)
        self._kader = kader
        self._wat = wat
        self._dossier_id = 0
        self.setProperty("rol", "inzet")
        self.kop, self._wie, self._waarom, self._gevolg = (QtWidgets.QLabel(self) for _ in range(4))
        self.kop.setProperty("rol", "subkop")
        self._waarom.setProperty("rol", "stil")
        self._gevolg.setProperty("rol", "stil")
        self.uitkomst = KeuzeGroep(self)
        self.uitkomst.setAccessibleName("Is dit dezelfde persoon?")
        vul_keuzes(
            self.uitkomst, [("bevestigd", "Ja, dezelfde persoon"), ("afgewezen", "Nee, iemand anders")]
        )
        self.reden = QtWidgets.QComboBox(self)
        self.reden.setAccessibleName("Waarom?")
        self.toelichting = QtWidgets.QLineEdit(self)
        self.toelichting.setAccessibleName("Toelichting")
        self.toelichting.setPlaceholderText("In een paar woorden")
        self.toelichting.setMaxLength(250)
        self._bouw()
        self.uitkomst.gewijzigd.connect(self._kies_uitkomst)
        self.reden.currentIndexChanged.connect(self._kies_reden)
        self.toelichting.textChanged.connect(self.gewijzigd)

    def toon(self, kandidaat: Kandidaat, kop: Dossierkop) -> None:
        """Show this candidate; the answer that was given stays."""
        self._dossier_id = kandidaat.dossier_id
        self.kop.setText(f"Dossier {kop.nummer} · {label(kop.soort, kop.status)}")
        persoon = kandidaat.persoon
        geboren = f"geboren {datum_kort(persoon.geboortedatum)}" if persoon.geboortedatum else ""
        delen = (volledige_naam(persoon), geboren, adresregel(persoon))
        self._wie.setText(", ".join(deel for deel in delen if deel))
        regels = [f"=  {reden}" for reden in kandidaat.redenen] + [f"≠  {v}" for v in kandidaat.verschillen]
        self._waarom.setText("\n".join(regels))
        samen = kandidaat.rol == "betrokkene"
        zin = _GESLOTEN if kop.gesloten else _SAMEN[self._wat] if samen else _NAASTE
        self._gevolg_bij_ja = zin.format(wat=WAT[self._wat])
        self.uitkomst.setAccessibleName(f"Is dossier {kop.nummer} dezelfde persoon?")
        self._toon_gevolg()

    def zet(self, keuze: Vergelijking | None) -> None:
        """Show an answer that was given before."""
        if keuze is None:
            return
        self.uitkomst.zet(keuze.uitkomst)
        self.reden.setCurrentIndex(max(0, self.reden.findData(keuze.reden)))
        self.toelichting.setText(keuze.toelichting)

    def keuze(self) -> Vergelijking | None:
        """The answer; None as long as there is none."""
        uitkomst = str(self.uitkomst.waarde())
        if not uitkomst:
            return None
        toelichting = " ".join(self.toelichting.text().split()) if self._vraagt_uitleg() else ""
        return Vergelijking(self._dossier_id, uitkomst, str(self.reden.currentData() or ""), toelichting)

    def gebrek(self) -> bool:
        """Is there still something to answer?"""
        keuze = self.keuze()
        return keuze is None or not keuze.reden or (self._vraagt_uitleg() and not keuze.toelichting)

    def focus(self) -> None:
        """To what is still to be answered."""
        keuze = self.keuze()
        doel = self.uitkomst if keuze is None else self.toelichting if keuze.reden else self.reden
        doel.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def invoer(self) -> list[QtWidgets.QWidget]:
        """The widgets in the order of Tab."""
        return [*self.uitkomst.knoppen(), self.reden, self.toelichting]

    def _bouw(self) -> None:
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[2],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        for tekst in (self.kop, self._wie, self._waarom):
            tekst.setWordWrap(True)
            tekst.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            indeling.addWidget(tekst)
        self._gevolg.setWordWrap(True)
        for widget in (self.uitkomst, self.reden, self.toelichting, self._gevolg):
            indeling.addWidget(widget)
        for widget in (self.reden, self.toelichting, self._gevolg):
            widget.hide()
        self._gevolg_bij_ja = ""

    def _kies_uitkomst(self) -> None:
        lijst = _LIJST.get(str(self.uitkomst.waarde()))
        self.reden.setVisible(lijst is not None)
        if lijst is not None:
            vul_keuzes(self.reden, [(c.code, c.naam) for c in self._kader.codelijst(lijst)])
            self.reden.setItemText(0, "Waaraan ziet u dat?")
        self._toon_gevolg()
        self._kies_reden()

    def _kies_reden(self) -> None:
        self.toelichting.setVisible(self._vraagt_uitleg())
        self.gewijzigd.emit()

    def _toon_gevolg(self) -> None:
        ja = self.uitkomst.waarde() == "bevestigd"
        self._gevolg.setText(self._gevolg_bij_ja)
        self._gevolg.setVisible(ja)

    def _vraagt_uitleg(self) -> bool:
        lijst = _LIJST.get(str(self.uitkomst.waarde()))
        code = self.reden.currentData()
        return self._kader.keuze(lijst, code).uitleg_verplicht if lijst and code else False

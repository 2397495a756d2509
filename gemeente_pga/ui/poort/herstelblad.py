# SPDX-License-Identifier: EUPL-1.2
"""The herstelcode on screen, its sheet on paper or in a file, and two groups typed back from it.

Used by the wizard and by Inrichting. Hides that the PDF is made in the worker and is kept nowhere.
"""

import secrets
from collections.abc import Callable

from PySide6 import QtCore, QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_herstelblad
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.sleutels import Herstelblad
from gemeente_pga.domain.stukken import Kop
from gemeente_pga.paths import save_outside
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_wizard_herstelcode import Ui_WizardHerstelcode
from gemeente_pga.ui.poort.wizard_bladen import Blad
from gemeente_pga.ui.worker import Worker

BLADZIJDEN = 2
Bevestig = Callable[[str, Callable[[], object]], object]
_AFDRUK = "U drukt het herstelblad af. Wie dat papier heeft, kan de kluis openen."
_BESTAND = "U slaat het herstelblad op buiten de kluis. Wie dat bestand heeft, kan de kluis openen."
_AFGEDRUKT = "Het herstelblad is naar de printer gestuurd. Leg het in een dichte envelop in de kluis."
_NIET_AFGEDRUKT = "Afdrukken is niet gelukt. Probeer een andere printer, of schrijf de groepen over."
_OPGESLAGEN = "Het herstelblad is opgeslagen, niet versleuteld. Druk het af en verwijder het bestand daarna."


class HerstelcodeBlad(Blad):
    """The code for when the wachtzin is lost. uitgegeven: the sheet went out; True: as a file."""

    titel = "Uw herstelcode"
    kort = "Herstelcode"
    uitleg = "Raakt u de wachtzin kwijt, dan opent alleen deze code de kluis nog. Hij is alleen hier te zien."
    uitgegeven = QtCore.Signal(bool)
    gewisseld = QtCore.Signal()
    """From the code to the check of the paper, or back."""

    def __init__(
        self,
        worker: Worker,
        kop: Callable[[], Kop],
        bevestig: Bevestig = lambda _waarom, dan: dan(),
    ) -> None:
        """kop: the head of the sheet. bevestig: asks for the wachtzin again before it goes out."""
        super().__init__()
        self._worker, self._kop, self._bevestig = worker, kop, bevestig
        self._afdruk: QtCore.QObject | None = None
        self._terug_naar: QtWidgets.QWidget | None = None  # the button that was pressed
        self._blad: Herstelblad | None = None
        self._gevraagd = (0, 1)
        self.ui = Ui_WizardHerstelcode()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        self.ui.uitgifteLabel.hide()
        self.ui.overgenomenPushButton.clicked.connect(lambda: self._toon_code(False))
        self.ui.opnieuwPushButton.clicked.connect(lambda: self._toon_code(True))
        self.ui.afdrukkenPushButton.clicked.connect(self._druk_af)
        self.ui.opslaanPushButton.clicked.connect(self._sla_op)
        theme.zet_iconen(self)

    @property
    def groepen(self) -> list[str]:
        """The code, group by group."""
        return self._blad.code.split("-") if self._blad is not None else []

    @property
    def gevraagd(self) -> tuple[int, int]:
        """Which two groups are asked for, counted from 0."""
        return self._gevraagd

    def zet_blad(self, blad: Herstelblad) -> None:
        """A new sheet: show its code, and choose two groups to ask for."""
        self._blad = blad
        groepen = self.groepen
        eerste, tweede = sorted(secrets.SystemRandom().sample(range(len(groepen)), 2))
        self._gevraagd = (eerste, tweede)
        self.ui.eersteLabel.setText(f"Groep &{eerste + 1}")
        self.ui.tweedeLabel.setText(f"Groep &{tweede + 1}")
        self.formulier.wis()
        half = len(groepen) // 2
        regels = (groepen[:half], groepen[half:])
        cellen = "".join(
            "<tr>" + "".join(_cel(r * half + n + 1, groep) for n, groep in enumerate(regel)) + "</tr>"
            for r, regel in enumerate(regels)
        )
        self.ui.codeLabel.setText(f"<table cellspacing='0' cellpadding='6'>{cellen}</table>")
        self.ui.uitgifteLabel.hide()
        self._toon_code(True)

    def wis(self) -> None:
        """Leave nothing of the code on screen."""
        self._blad = None
        self.ui.codeLabel.clear()
        self.formulier.wis()

    def is_goed(self) -> bool:
        """Both groups typed as they stand on paper."""
        if not self.ui.controleKaart.isVisibleTo(self):
            self._toon_code(False)
            return False
        gebreken = [
            Gebrek(veld, f"Dit is niet groep {n + 1}. Kijk op uw papier; de groepen staan genummerd.")
            for veld, n in zip(("eerste", "tweede"), self._gevraagd, strict=True)
            if _kaal(str(self.formulier.lees()[veld])) != _kaal(self.groepen[n])
        ]
        self.formulier.toon_gebreken(gebreken)
        return not gebreken

    def hoofdknop(self) -> QtWidgets.QPushButton | None:
        """First the code has to get onto paper."""
        return self.ui.overgenomenPushButton if self.ui.codeKaart.isVisibleTo(self) else None

    def _toon_code(self, zichtbaar: bool) -> None:
        self.ui.codeKaart.setVisible(zichtbaar)
        self.ui.controleKaart.setVisible(not zichtbaar)
        self.gewisseld.emit()
        if zichtbaar:
            self.ui.overgenomenPushButton.setFocus()
        else:
            self.formulier.focus("eerste")

    # ---- the sheet

    def _druk_af(self) -> None:
        printer = messages.kies_printer(self, 1)
        if printer is not None:
            self._terug_naar = self.ui.afdrukkenPushButton
            self._bevestig(_AFDRUK, lambda: self._maak(lambda pdf: self._druk(printer, pdf)))

    def _sla_op(self) -> None:
        doel = messages.bewaar_als(self, "Waar komt het herstelblad?", "herstelblad.pdf", "PDF (*.pdf)")
        if doel is None:
            return
        self._terug_naar = self.ui.opslaanPushButton

        def schrijf(pdf: bytes) -> None:
            save_outside(doel, pdf)
            self._is_uitgegeven(_OPGESLAGEN, opgeslagen=True)

        self._bevestig(_BESTAND, lambda: self._maak(schrijf))

    def _maak(self, dan: Callable[[bytes], object]) -> None:
        blad, kop = self._blad, self._kop()
        if blad is None:
            return
        self._zet_bezig(True)
        self._worker.run(
            lambda: render_herstelblad(blad, kop), lambda pdf: self._klaar(dan, pdf), self._mislukt
        )

    def _klaar(self, dan: Callable[[bytes], object], pdf: bytes) -> None:
        self._zet_bezig(False)
        try:
            dan(pdf)
        except Storing as storing:
            self._mislukt(storing)

    def _druk(self, printer: QtPrintSupport.QPrinter, pdf: bytes) -> None:
        from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel

        afdruk = Afdruk(self._worker, printer, [Drukdeel(pdf, BLADZIJDEN)], self)
        self._afdruk = afdruk
        afdruk.klaar.connect(self._is_afgedrukt)
        self._zet_bezig(True)
        afdruk.start()

    def _is_afgedrukt(self, gelukt: bool) -> None:
        self._zet_bezig(False)
        if gelukt:
            self._is_uitgegeven(_AFGEDRUKT, opgeslagen=False)
        else:
            self._zeg(_NIET_AFGEDRUKT, "gebrek")

    def _is_uitgegeven(self, tekst: str, *, opgeslagen: bool) -> None:
        self._zeg(tekst, "merk_let_op" if opgeslagen else "merk_goed")
        self.uitgegeven.emit(opgeslagen)

    def _mislukt(self, fout: Exception) -> None:
        self._zet_bezig(False)
        if not isinstance(fout, Storing):
            raise fout
        self._zeg(f"{fout.melding} {fout.raad}".strip(), "gebrek")

    def _zeg(self, tekst: str, rol: str) -> None:
        self.ui.uitgifteLabel.setText(tekst)
        theme.zet_eigenschap(self.ui.uitgifteLabel, "rol", rol)
        self.ui.uitgifteLabel.show()

    def _zet_bezig(self, bezig: bool) -> None:
        """A button that is switched off loses the focus; it gets it back."""
        knoppen = (self.ui.afdrukkenPushButton, self.ui.opslaanPushButton)
        for knop in knoppen:
            knop.setEnabled(not bezig)
        if not bezig and self._terug_naar is not None:
            self._terug_naar.setFocus()


def _cel(nummer: int, groep: str) -> str:
    klein, groot = "style='font-size:9pt'", "style='font-size:15pt'"
    return f"<td><span {klein}>{nummer}</span>&nbsp;&nbsp;<b {groot}>{groep}</b></td>"


def _kaal(tekst: str) -> str:
    return tekst.strip().upper().replace("O", "0").replace("I", "1").replace("L", "1")

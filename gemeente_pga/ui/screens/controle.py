# SPDX-License-Identifier: EUPL-1.2
"""Controle: the journaal in readable sentences, whether it still holds, and codes typed from paper.

Verifying itself is done by ui/nakijken.py, also when this screen is not in sight.
"""

from datetime import date

from PySide6 import QtCore

from gemeente_pga.domain.backup import REDENNAMEN as BACKUPREDENEN
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.klok import REDENNAMEN as KLOKREDENEN
from gemeente_pga.domain.merk import REDENNAMEN as MERKREDENEN
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.sleutels import NAMEN
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.waarneming import REDENNAMEN as WAARNEEMREDENEN
from gemeente_pga.store.queries import journaal as queries
from gemeente_pga.store.queries.journaal import Filter, Journaalregel, act_zin
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_controle import Ui_Controle
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.controle_bestand import Journaalbestand
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom

_BLADZIJDE = 200
_KETEN = "Elke handeling is aan de vorige geketend. Na elk openen rekent het programma alles na."
_SOORT = {"nieuw": "toegevoegd", "gewijzigd": "gewijzigd", "verwijderd": "verwijderd"}
_REDENEN = BACKUPREDENEN | KLOKREDENEN | MERKREDENEN | WAARNEEMREDENEN
_SLOT = {soort.value: naam for soort, naam in NAMEN.items()}


class ControleScherm(Scherm):
    """For the coordinator and for the FG."""

    code = "controle"
    titel = "Controle"
    railicoon = "shield-check"
    wegwijzersleutel = "controle"
    # Every act is a line in the journaal, whatever table it changed.
    tabellen = frozenset({"handeling"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Controle()
        self.ui.setupUi(self)
        self.setObjectName("Form")
        self.formulier = Formulier(self)
        self.nakijken = omgeving.nakijken
        self._gevraagd = False
        self._regels: list[Journaalregel] = []
        lijst = self.ui.journaalLijst
        lijst.stel_in(
            [
                Kolom[Journaalregel]("Nr.", lambda r: str(r.n)),
                Kolom[Journaalregel]("Wanneer", _wanneer),
                Kolom[Journaalregel]("Wat", _zin, rek=True),
                Kolom[Journaalregel]("Dossier", lambda r: r.dossiernummer or "–"),
                Kolom[Journaalregel]("Reden", self._reden),
                Kolom[Journaalregel]("Wie", lambda r: r.wie or "–"),
            ],
            sleutel=lambda r: r.n,
        )
        self._wikkelend = Wikkelend(lijst)
        self.geheugen = Kolomgeheugen(lijst, omgeving, "journaal")
        lijst.gekozen.connect(self._toon_regel)
        self.ui.controleerPushButton.clicked.connect(self._kijk_na)
        self.nakijken.voortgang.connect(self._toon_voortgang)
        self.nakijken.klaar.connect(self._toon_uitkomst)
        self.ui.nagaanPushButton.clicked.connect(self._ga_code_na)
        self.ui.controlecodeLineEdit.returnPressed.connect(self._ga_code_na)
        self.ui.meerPushButton.clicked.connect(self._meer)
        self.bestand = Journaalbestand(omgeving, self._filter, self)
        self.ui.journaalKaartLayout.addWidget(self.bestand)
        if omgeving.alleen_kijken:  # no button, so no sentence about it and no room kept for it
            self.ui.echtKaartUitlegLabel.setText(_KETEN)
        self.bestand.toezicht.setVisible(not omgeving.alleen_kijken)  # the FG has a place for it
        self.formulier.gewijzigd.connect(self._filter_veranderd)
        for leeg in (self.ui.voortgangProgressBar, self.ui.regelLabel):
            leeg.hide()

    def herlaad(self) -> None:
        """Read the journaal anew, as filtered."""
        filter_ = self._filter()
        with self.omgeving.store.reader() as r:
            self._regels = queries.journaal(r, filter_, maximum=_BLADZIJDE)
            aantal = queries.aantal(r, filter_)
            codes = queries.gebruikte_codes(r)
        zinnen = sorted(((code, act_zin(code)) for code in codes), key=lambda paar: paar[1])
        if self.ui.codeComboBox.count() != len(zinnen) + 1:
            vul_keuzes(self.ui.codeComboBox, zinnen)
            self.ui.codeComboBox.setItemText(0, "Alle handelingen")
        self.ui.journaalLijst.toon(self._regels)
        self._zeg_aantal(aantal)
        if not self._gevraagd:
            self._toon_laatste()

    def eerste_focus(self) -> None:
        """Who looks along has no button to verify with: the code from paper comes first."""
        if self.omgeving.alleen_kijken:
            self.ui.controlecodeLineEdit.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            super().eerste_focus()

    # ---- the list

    def _filter(self) -> Filter:
        invoer = self.formulier.lees()
        vanaf, tot = invoer["vanaf"], invoer["tot"]
        return Filter(
            dossiernummer=str(invoer["dossiernummer"]),
            code=str(invoer["code"]),
            vanaf=vanaf if isinstance(vanaf, date) else None,
            tot=tot if isinstance(tot, date) else None,
        )

    def _filter_veranderd(self) -> None:
        if not self.ui.controlecodeLineEdit.hasFocus():
            self.ui.regelLabel.hide()
            self.herlaad()

    def _meer(self) -> None:
        with self.omgeving.store.reader() as r:
            verder = queries.journaal(r, self._filter(), voor=self._regels[-1].n, maximum=_BLADZIJDE)
            aantal = queries.aantal(r, self._filter())
        self._regels += verder
        self.ui.journaalLijst.toon(self._regels)
        self._zeg_aantal(aantal)

    def _zeg_aantal(self, aantal: int) -> None:
        getoond = len(self._regels)
        self.ui.meerPushButton.setVisible(getoond < aantal)
        self.ui.aantalLabel.setText(
            f"{aantal} {'handeling' if aantal == 1 else 'handelingen'}"
            + (f", de laatste {getoond} staan hieronder." if getoond < aantal else ".")
        )

    def _toon_regel(self, regel: object) -> None:
        if not isinstance(regel, Journaalregel):
            return
        with self.omgeving.store.reader() as r:
            wijzigingen = queries.wijzigingen(r, regel.n)
        geraakt = "\n".join(
            f"•  {tabel}: {_SOORT[soort]}{f' ({velden})' if soort == 'gewijzigd' else ''}"
            for tabel, soort, velden in wijzigingen
        )
        code = self.omgeving.store.controlecode(regel.n)
        self.ui.regelLabel.setText(
            f"Handeling {regel.n}: {_zin(regel)}. Kluis geopend met {_SLOT.get(regel.slot, regel.slot)}. "
            f"Versie van het programma: {regel.versie}.\nControlecode: {code}\n"
            + (f"Wat er veranderde (alleen namen van velden, nooit de inhoud):\n{geraakt}" if geraakt else "")
        )
        self.ui.regelLabel.show()

    def _reden(self, regel: Journaalregel) -> str:
        if not regel.reden:
            return ""
        for lijst in self.omgeving.kader.codelijsten:
            for code in lijst.waarden:
                if code.code == regel.reden and lijst.code.startswith("reden"):
                    return code.naam
        return _REDENEN.get(regel.reden, regel.reden)

    # ---- does it hold

    def _kijk_na(self) -> None:
        self._gevraagd = True
        self._toon_voortgang(0)
        self.nakijken.begin()

    def _toon_voortgang(self, deel: int) -> None:
        if not self._gevraagd:
            return
        self.ui.voortgangProgressBar.setVisible(True)
        self.ui.voortgangProgressBar.setValue(deel)
        self.ui.controleerPushButton.setEnabled(False)
        self.ui.uitkomstLabel.setText("Bezig met nakijken …")
        self.ui.uitkomstLabel.show()

    def _toon_uitkomst(self, goed: bool, zin: str) -> None:
        self.ui.voortgangProgressBar.hide()
        self.ui.controleerPushButton.setEnabled(True)
        self._toon_laatste()
        if self._gevraagd and goed:  # when it is not, the window has said so already
            self.omgeving.window.meld(zin, "goed")
        self._gevraagd = False

    def _toon_laatste(self) -> None:
        """When the journaal was last verified, and how that went."""
        laatste = self.nakijken.laatste
        if laatste is None:
            komt = "Het programma kijkt het journaal nu op de achtergrond na." if self.nakijken.komt else ""
            self.ui.uitkomstLabel.setText(komt)
            self.ui.uitkomstLabel.setVisible(bool(komt))
            return
        moment = moment_lang(laatste.moment.isoformat(timespec="seconds"))
        self.ui.uitkomstLabel.setText(f"{laatste.zin} Laatst nagekeken: {moment}.")
        rol = "merk_goed" if laatste.goed else "gebrek"
        theme.zet_eigenschap(self.ui.uitkomstLabel, "rol", rol)
        self.ui.uitkomstLabel.show()

    def _ga_code_na(self) -> None:
        getypt = self.ui.controlecodeLineEdit.text().strip()
        n = self.omgeving.store.zoek_controlecode(getypt) if getypt else None
        if not getypt:
            zin = "Typ de code die onder aan het papier staat."
        elif n is None:
            zin = "Deze code hoort niet bij dit journaal. Vergelijk de tekens nog eens met het papier."
        else:
            with self.omgeving.store.reader() as r:
                regel = queries.journaal(r, Filter(), voor=n + 1, maximum=1)[0]
            dossier = f", dossier {regel.dossiernummer}" if regel.dossiernummer else ""
            zin = f"Deze code klopt: handeling {n}, {_zin(regel)}{dossier}, {_wanneer(regel)}."
        self.ui.codeUitkomstLabel.setText(zin)
        theme.zet_eigenschap(self.ui.codeUitkomstLabel, "rol", "gebrek" if n is None else "merk_goed")
        breng_in_beeld(self.ui.codeUitkomstLabel)


def _zin(regel: Journaalregel) -> str:
    zin = act_zin(regel.code)
    if regel.code == Handeling.KLUIS_OPENEN.code:
        return f"{zin} met {_SLOT.get(regel.slot, regel.slot)}"
    return zin


def _wanneer(regel: Journaalregel) -> str:
    lokaal = regel.tijd.astimezone()
    return f"{datum_kort(lokaal.date())}, {lokaal:%H.%M}"

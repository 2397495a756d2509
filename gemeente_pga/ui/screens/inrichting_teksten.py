# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Teksten: standing texts of letters in own words, and sentences for minutes."""

from collections.abc import Mapping
from functools import partial

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekstblok import TEKSTBLOKKEN, VOORBEELDEN, Teksten, beoordeel_tekst
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.queries.brief import VASTE_TEKSTEN
from gemeente_pga.store.queries.tekstblok import sleutel, teksten
from gemeente_pga.ui.form import vul_keuzes, weer_wiel
from gemeente_pga.ui.forms.ui_tekstblok import Ui_Tekstblok
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.screens.inrichting_zinnen import Zinnenkaart
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.stroom import StroomLayout

_UITLEG = (
    "Kies een tekst en schrijf hem in uw eigen woorden. Wat tussen « en » staat, vult het programma in. "
    "Brieven die al gemaakt zijn, veranderen niet."
)
_VAST = "Deze teksten staan in elke brief waar ze horen. U kunt ze niet wijzigen, want de wet vraagt ze."


class Tekstkaart(Formulierpaneel):
    """One text at a time, with its fields to put in, and below it how it reads."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._teksten = Teksten({})
        super().__init__(
            omgeving, "Teksten van brieven", Ui_Tekstblok(), naam="tekstblok",
            knop="Tekst vastleggen", uitleg=_UITLEG, met_terug=False,
        )  # fmt: skip
        self.welke = QtWidgets.QComboBox(self)
        self.welke.setAccessibleName("Welke tekst")
        weer_wiel(self.welke)
        self.inhoud.insertWidget(self.inhoud.indexOf(self.vorm), self.welke)
        veld = self.formulier.widget("tekst")
        assert isinstance(veld, QtWidgets.QPlainTextEdit)  # noqa: S101 - what the form is made of
        self.veld = veld
        Groei(veld, 4)
        self.velden = StroomLayout()
        self.inhoud.insertLayout(self.inhoud.indexOf(self.vorm) + 1, self.velden)
        self.terugknop = knop("Meegeleverde tekst terugzetten", self._zet_terug, naam="tekstblok_terug")
        self._zet_ernaast(self.terugknop)
        self.stand, self.voorbeeld = label("", "stil"), label("")
        self.voorbeeld.setAccessibleName("Zo komt het in de brief")
        for deel in (self.stand, label("Zo komt het in de brief:", "stil"), self.voorbeeld):
            self.inhoud.addWidget(deel)
        self.stel_in(self._oordeel, self._neem)
        self.welke.activated.connect(lambda _nummer: self._toon())
        veld.textChanged.connect(self._lees_voor)

    @property
    def code(self) -> str:
        """Which text is open."""
        return str(self.welke.currentData() or next(iter(TEKSTBLOKKEN)))

    def herlaad(self) -> None:
        """Show what is recorded; typing that was not recorded stays."""
        with self.omgeving.store.reader() as r:
            self._teksten = teksten(r)
        huidig = self.code
        namen = [
            (code, f"{blok.naam}{' (eigen tekst)' if self._teksten.is_eigen(code) else ''}")
            for code, blok in TEKSTBLOKKEN.items()
        ]
        vul_keuzes(self.welke, namen)
        self.welke.setCurrentIndex(max(self.welke.findData(huidig), 0))
        self._toon()

    def _toon(self) -> None:
        kijkt = self.omgeving.alleen_kijken
        self.formulier.wis_gebreken()
        self.toon(
            ("inrichting", f"tekst:{self.code}"),
            {"tekst": self._teksten.tekst(self.code)},
            alleen_lezen=kijkt,
        )
        eigen = self._teksten.is_eigen(self.code)
        self.stand.setText(
            "Dit is de tekst van uw gemeente." if eigen else "Dit is de tekst die bij het programma hoort."
        )
        self.terugknop.setVisible(eigen and not kijkt)
        while (oud := self.velden.takeAt(0)) is not None:
            if (weg := oud.widget()) is not None:
                weg.deleteLater()
        for naam in () if kijkt else TEKSTBLOKKEN[self.code].velden:
            zet = knop(f"«{naam}»", partial(self._zet_in, naam), naam=f"tekstveld_{naam.replace(' ', '_')}")
            zet.setToolTip(f"Zet het veld «{naam}» in de tekst, waar de cursor staat.")
            self.velden.addWidget(zet)
        self._lees_voor()

    def _zet_in(self, naam: str) -> None:
        self.veld.insertPlainText(f"«{naam}»")
        self.veld.setFocus()

    def _zet_terug(self) -> None:
        """The text that came with the program: shown, and recorded only by the button."""
        self.veld.setPlainText(TEKSTBLOKKEN[self.code].standaard)
        self.veld.setFocus()

    def _lees_voor(self) -> None:
        """How it reads, as soon as it can be filled in."""
        uit = self._oordeel({"tekst": self.veld.toPlainText()})
        vol = Teksten({self.code: uit}).vul(self.code, VOORBEELDEN) if isinstance(uit, str) else "–"
        self.voorbeeld.setText(vol)

    def _oordeel(self, invoer: Mapping[str, object]) -> str | list[Gebrek]:
        return beoordeel_tekst(invoer, self.omgeving.vandaag(), TEKSTBLOKKEN[self.code])

    def _neem(self, tekst: str, concept: tuple[str, str]) -> None:
        set_instelling(self.omgeving.store, sleutel(self.code), tekst, concept=concept)
        self.herlaad()
        self.omgeving.window.meld("De tekst is vastgelegd. Nieuwe brieven krijgen hem.", "goed")


class TekstenDeel(Deel):
    """The texts that may be changed, and those that may not."""

    titel = "Teksten"
    wegwijzersleutel = "inrichting_teksten"
    tabellen = frozenset({"instelling"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.teksten = Tekstkaart(omgeving)
        self.inhoud.addWidget(self.teksten)
        kaart = self.kaart("Wat vaststaat", _VAST)
        for tekst in VASTE_TEKSTEN:
            kaart.inhoud.addWidget(label(tekst))
        self.zinnen = Zinnenkaart(omgeving)
        self.inhoud.addWidget(self.zinnen)
        self.sluit_af()

    def herlaad(self) -> None:
        """Show what is recorded."""
        self.zinnen.herlaad()
        self.teksten.herlaad()

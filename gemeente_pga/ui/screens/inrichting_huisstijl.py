# SPDX-License-Identifier: EUPL-1.2
"""The house style of one municipality: its colour and logo, and how the head of a paper looks with them."""

from contextlib import suppress
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.documents import render
from gemeente_pga.domain.huisstijl import Huisstijl, beoordeel_kleur, kleurzin
from gemeente_pga.domain.stukken import Brief, Briefdeel, Kop, Staat
from gemeente_pga.handelingen.inrichting import set_huisstijl
from gemeente_pga.store.queries.inrichting import huisstijl
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.afdrukken import as_image
from gemeente_pga.ui.forms.ui_huisstijl import Ui_Huisstijl
from gemeente_pga.ui.logobestand import read_logo
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import PUNTEN_PER_INCH, Beeld, draw_blad
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

_UITLEG = "Nieuwe documenten krijgen deze stijl. Wat al is vastgesteld, blijft zoals het was."
_FILTER = "Beelden (*.png *.jpg *.jpeg)"
_BREED, _SMALST = 560, 200  # of the example on the screen
_A4_BREED = 595  # points
_DEEL = 0.27  # of a page: its head, and the first words
_WACHT_MS = 300  # after the last key, before the example is drawn anew


class Huisstijlkaart(Formulierpaneel):
    """Colour with a button, logo at once, and an example made by the same code as the real papers."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._gemeente_id: int | None = None
        self._naam = ""
        self._stijl = Huisstijl()
        super().__init__(
            omgeving, "Huisstijl op papier", Ui_Huisstijl(), naam="inrichting_huisstijl",
            knop="Kleur vastleggen", uitleg=_UITLEG, met_terug=False,
        )  # fmt: skip
        self.kies_knop = knop("Kleur kiezen …", self._kies_kleur, naam="inrichting_kleur")
        self.logo_knop = knop("Logo kiezen …", self._kies_logo, naam="inrichting_logo")
        self.weg_knop = knop("Logo weghalen", self._haal_weg, naam="inrichting_logo_weg")
        self.kleurzin, self.logozin = label("", "stil"), label("", "stil")
        self.voorbeeld = QtWidgets.QLabel(self)
        self.voorbeeld.setAccessibleName("Voorbeeld van de kop van een brief")
        self.voorbeeld.setMinimumSize(1, 1)  # it follows the card, and never makes the card wider
        self._zet_ernaast(self.kies_knop)
        plek = self.inhoud.indexOf(self.vorm) + 1
        self.inhoud.insertWidget(plek, self.kleurzin)
        self.inhoud.addWidget(self.logozin)
        self.inhoud.addLayout(links(self.logo_knop, self.weg_knop))
        self.inhoud.addWidget(label("Zo begint een brief van uw gemeente:", "stil"))
        self.inhoud.addWidget(self.voorbeeld, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._klok = QtCore.QTimer(self, singleShot=True, interval=_WACHT_MS)
        self._klok.timeout.connect(self._teken)
        veld = self.formulier.widget("kleur")
        assert isinstance(veld, QtWidgets.QLineEdit)  # noqa: S101 - what the form is made of
        self.veld = veld
        veld.textChanged.connect(lambda _tekst: self._toon_kleur())
        self.stel_in(lambda invoer: beoordeel_kleur(invoer, omgeving.vandaag()), self._neem_kleur)

    def toon_gemeente(self, gemeente_id: int, naam: str) -> None:
        """Show the style of this municipality; a colour that was typed and not recorded comes back."""
        andere = gemeente_id != self._gemeente_id
        self._gemeente_id, self._naam = gemeente_id, naam
        with self.omgeving.store.reader() as r:
            self._stijl = huisstijl(r, gemeente_id)
        kijkt = self.omgeving.alleen_kijken
        if andere or not self.formulier.vuil:
            self.toon(
                ("inrichting", f"huisstijl:{gemeente_id}"), {"kleur": self._stijl.kleur}, alleen_lezen=kijkt
            )
        for knop_ in (self.kies_knop, self.logo_knop):
            knop_.setVisible(not kijkt)
        self.weg_knop.setVisible(not kijkt and self._stijl.logo is not None)
        theme.zet_eigenschap(self.logozin, "rol", "stil")
        self.logozin.setText(
            "Het logo hieronder staat boven elk document."
            if self._stijl.logo
            else "Er is nog geen logo. Kies een PNG- of JPEG-bestand van ten hoogste 5 MB."
        )
        self._toon_kleur()

    # ---- colour

    def _kleur(self) -> str | None:
        """What is typed, if it is a colour."""
        uit = beoordeel_kleur({"kleur": self.veld.text()}, self.omgeving.vandaag())
        return uit if isinstance(uit, str) else None

    def _toon_kleur(self) -> None:
        kleur = self._kleur()
        self.kleurzin.setText(kleurzin(kleur) if kleur is not None else "")
        self._klok.start()

    def _kies_kleur(self) -> None:
        gekozen = messages.kies_kleur(self, "Kleur van de gemeente", self._kleur() or self._stijl.kleur)
        if gekozen:
            self.veld.setText(gekozen)
            self.veld.setFocus()

    def _neem_kleur(self, kleur: str, concept: tuple[str, str]) -> None:
        if self._gemeente_id is None:
            return
        nieuw = Huisstijl(kleur, self._stijl.logo)
        set_huisstijl(self.omgeving.store, self._gemeente_id, nieuw, concept=concept)
        self.omgeving.window.meld("De kleur is vastgelegd.", "goed")

    # ---- logo

    def _kies_logo(self) -> None:
        pad = messages.kies_bestand(self, "Logo kiezen", _FILTER)
        if pad is None:
            return
        logo = read_logo(pad)
        if isinstance(logo, str):
            self.logozin.setText(logo)
            theme.zet_eigenschap(self.logozin, "rol", "merk_fout")
            self.logo_knop.setFocus()
            return
        self._zet_logo(logo, "Het logo is vastgelegd.")

    def _haal_weg(self) -> None:
        self._zet_logo(None, "Het logo is weggehaald.")

    def _zet_logo(self, logo: bytes | None, zin: str) -> None:
        if self._gemeente_id is None:
            return
        set_huisstijl(self.omgeving.store, self._gemeente_id, Huisstijl(self._stijl.kleur, logo))
        self.toon_gemeente(self._gemeente_id, self._naam)
        self.omgeving.window.meld(zin, "goed")
        self.logo_knop.setFocus()

    # ---- the example

    def _teken(self) -> None:
        kleur = self._kleur()
        if kleur is None or not self.isVisible():
            return
        brief = self.voorbeeldbrief(kleur)
        breed = max(_SMALST, min(_BREED, self.contentsRect().width() - 2 * theme.RUIMTE[4]))
        dpi = breed / _A4_BREED * PUNTEN_PER_INCH * self.devicePixelRatioF()
        self.omgeving.worker.run(lambda: draw_blad(render("brief", brief), 0, dpi), self._toon_beeld, _raise)

    def voorbeeldbrief(self, kleur: str) -> Brief:
        """A letter of this municipality about nobody, in this colour."""
        return _voorbeeldbrief(self._naam, Huisstijl(kleur, self._stijl.logo), self.omgeving.vandaag())

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Draw the example when it comes into sight."""
        super().showEvent(event)
        self._klok.start()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """As wide as there is room for."""
        super().resizeEvent(event)
        self._klok.start()

    def _toon_beeld(self, beeld: Beeld) -> None:
        with suppress(RuntimeError):  # the window was closed while the example was drawn
            heel = as_image(beeld)
            kop = heel.copy(0, 0, heel.width(), int(heel.height() * _DEEL))
            schilder = QtGui.QPainter(kop)
            schilder.setPen(
                QtCore.Qt.GlobalColor.lightGray
            )  # the edge of the sheet, on a card as white as paper
            schilder.drawRect(kop.rect().adjusted(0, 0, -1, -1))
            schilder.end()
            kop.setDevicePixelRatio(self.devicePixelRatioF())
            self.voorbeeld.setPixmap(QtGui.QPixmap.fromImage(kop))


def _voorbeeldbrief(gemeente: str, stijl: Huisstijl, dag: date) -> Brief:
    kop = Kop(
        gemeente=gemeente or "uw gemeente",
        documentsoort="Voorbeeld van een brief",
        kenmerk="V2026-01",
        datum=dag,
        vertrouwelijkheid="Vertrouwelijk",
        staat=Staat.VASTGESTELD,
        accentkleur=stijl.kleur,
        logo=stijl.logo,
    )
    deel = Briefdeel(kop="Ons besluit", tekst="Zo ziet een kop in een brief eruit, met de tekst eronder.")
    return Brief(kop=kop, aan="een verzonnen naam", adres="", delen=(deel,), ondertekenaar="")


def _raise(fout: Exception) -> None:
    raise fout

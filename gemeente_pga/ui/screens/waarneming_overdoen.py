# SPDX-License-Identifier: EUPL-1.2
"""What only the other kluis has, to be entered again: a list to work through, on screen and on paper."""

from collections.abc import Callable
from functools import partial

from PySide6 import QtPrintSupport, QtWidgets

from gemeente_pga.documents import render_overdoenlijst
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stukken.waarneming import Overdoenlijst, Overdoenregel, overdoen_kop
from gemeente_pga.domain.tekst import getal
from gemeente_pga.handelingen.waarneming import log_lijst, settle
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.journaal import act_zin
from gemeente_pga.store.queries.waarneming import OverTeDoen, over_te_doen
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.waarneming_lijst import handelingenlijst, wanneer
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.stroom import StroomLayout

_UITLEG = (
    "Deze handelingen staan alleen in de kluis die niet leidt. Voer ze hier opnieuw in, of leg vast dat het "
    "niet nodig is. De inhoud leest u in de opzij gezette kluis of vraagt u aan wie het deed."
)
_PAPIER = "U geeft een lijst met dossiernummers uit, buiten de kluis."


class OverdoenKaart(Kaart):
    """The list; hidden when everything was settled."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Opnieuw in te voeren")
        self.omgeving = omgeving
        self._afdruk: object = None
        self.inhoud.addWidget(regel(_UITLEG, "stil"))
        self.aantal = regel("", "subkop")
        self.inhoud.addWidget(self.aantal)
        self.lijst = handelingenlijst(self, "Opnieuw in te voeren handelingen")
        self.lijst.gekozen.connect(lambda _rij: self._schik())
        self.lijst.geopend.connect(lambda _rij: self.naar_dossier())
        self.inhoud.addWidget(self.lijst)
        rij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        werk: tuple[tuple[str, str, Callable[[], None], str], ...] = (
            ("ingevoerd", "Is &opnieuw ingevoerd", partial(self.handel_af, "opnieuw_ingevoerd"), "check"),
            ("niet_nodig", "Is niet &nodig", partial(self.handel_af, "niet_nodig"), "x"),
            ("dossier", "Naar het &dossier", self.naar_dossier, "folder-open"),
            ("afdrukken", "Lijst afdrukken …", self.druk_af, "printer"),
            ("opslaan", "Lijst op&slaan …", self.sla_op, "download"),
        )
        self.knoppen: dict[str, QtWidgets.QPushButton] = {}
        for naam, tekst, doe, icoon in werk:
            knop = QtWidgets.QPushButton(tekst, self)
            knop.setProperty("icoon", icoon)
            knop.clicked.connect(lambda _aan=False, doe=doe: doe())
            rij.addWidget(knop)
            self.knoppen[naam] = knop
        self.inhoud.addLayout(rij)

    def herlaad(self) -> None:
        """What is still open."""
        with self.omgeving.store.reader() as r:
            rijen = over_te_doen(r)
        self.lijst.toon(rijen)
        self.aantal.setText(f"Nog {getal(len(rijen))}")
        self.setVisible(bool(rijen))
        self._schik()

    def handel_af(self, hoe: str) -> None:
        """The chosen act is settled."""
        gekozen = self._gekozen()
        if gekozen is not None:
            settle(self.omgeving.store, gekozen.id, hoe, self.omgeving.nu())

    def naar_dossier(self) -> None:
        """To the dossier of the chosen act, if this kluis has it."""
        gekozen = self._gekozen()
        if gekozen is not None and gekozen.dossier_id is not None:
            self.omgeving.window.open("dossier", gekozen.dossier_id)

    def druk_af(self) -> None:
        """To paper."""
        printer = messages.kies_printer(self, 1)
        if printer is not None:
            self.omgeving.window.bevestig(_PAPIER, lambda: self._maak(partial(self._druk, printer)))

    def sla_op(self) -> None:
        """To a file that is not encrypted."""
        naam = f"lijst-{self.omgeving.vandaag().isoformat()}.pdf"
        doel = messages.bewaar_als(self, "Waar komt de lijst?", naam, "PDF (*.pdf)")
        if doel is None:
            return

        def schrijf(pdf: bytes) -> None:
            save_outside(doel, pdf)
            log_lijst(self.omgeving.store, opgeslagen=True)
            self.omgeving.window.meld("De lijst is opgeslagen, niet versleuteld.", "let_op")

        self.omgeving.window.bevestig(_PAPIER, lambda: self._maak(schrijf))

    # ---- inside

    def _gekozen(self) -> OverTeDoen | None:
        rij = self.lijst.rij()
        return rij if isinstance(rij, OverTeDoen) else None

    def _schik(self) -> None:
        gekozen = self._gekozen()
        for naam in ("ingevoerd", "niet_nodig"):
            self.knoppen[naam].setEnabled(gekozen is not None)
        self.knoppen["dossier"].setEnabled(gekozen is not None and gekozen.dossier_id is not None)

    def _maak(self, dan: Callable[[bytes], object]) -> None:
        lijst = self._gegevens()
        self.omgeving.worker.run(
            lambda: render_overdoenlijst(lijst), lambda pdf: self._klaar(dan, pdf), _stuk
        )

    def _klaar(self, dan: Callable[[bytes], object], pdf: bytes) -> None:
        try:
            dan(pdf)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")

    def _gegevens(self) -> Overdoenlijst:
        with self.omgeving.store.reader() as r:
            namen = [rij.gemeente.naam for rij in gemeenten(r)]
            rijen = over_te_doen(r)
        return Overdoenlijst(
            kop=overdoen_kop(
                namen[0] if namen else "", self.omgeving.vandaag(), oefening=self.omgeving.oefenkluis
            ),
            regels=tuple(
                Overdoenregel(
                    wanneer=wanneer(rij), handeling=act_zin(rij.code), dossier=rij.dossiernummer, wie=rij.wie
                )
                for rij in rijen
            ),
        )

    def _druk(self, printer: QtPrintSupport.QPrinter, pdf: bytes) -> None:
        from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
        from gemeente_pga.ui.pdf import read_maten

        afdruk = Afdruk(self.omgeving.worker, printer, [Drukdeel(pdf, len(read_maten(pdf)))], self)
        self._afdruk = afdruk
        afdruk.klaar.connect(self._is_afgedrukt)
        afdruk.start()

    def _is_afgedrukt(self, gelukt: bool) -> None:
        if gelukt:
            log_lijst(self.omgeving.store, opgeslagen=False)
            self.omgeving.window.meld("De lijst is naar de printer gestuurd.", "goed")
        else:
            self.omgeving.window.meld("Afdrukken is niet gelukt. Probeer een andere printer.", "fout")


def _stuk(fout: Exception) -> None:
    raise fout

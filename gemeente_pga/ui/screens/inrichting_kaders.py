# SPDX-License-Identifier: EUPL-1.2
"""The kaders that are kept here and those that ship: what differs, adding one, and taking one into use."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtWidgets

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderverschil import compare
from gemeente_pga.domain.tekst import getal
from gemeente_pga.handelingen.kader import activate, import_kader
from gemeente_pga.kaderbestand import read_bestand, shipped
from gemeente_pga.store.queries.kader import Kaderkop, is_bewaard, kader_van, kaders
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG = "Een ander kader komt naast het oude te staan. Lopende dossiers houden hun kader."
_GEVOLG = "Dit kader wordt naast het oude gezet. Lopende dossiers houden hun kader."
_GELIJK = "Dit is letter voor letter het kader in gebruik."


@dataclass(frozen=True)
class _Regel:
    """A kader in the list. id: 0 while its text is not kept here yet."""

    id: int
    titel: str
    versie: str
    stand: str
    kader: Kader


class Kaderskaart(Kaart):
    """The list, the difference with the kader in use, and what can be done with the one that is chosen."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Kaders naast elkaar")
        self.omgeving = omgeving
        uitleg = QtWidgets.QLabel(UITLEG, self)
        uitleg.setProperty("rol", "stil")
        uitleg.setWordWrap(True)
        self.inhoud.addWidget(uitleg)
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Kaders in deze kluis en bij het programma")
        self.lijst.stel_in(
            [
                Kolom[_Regel]("Kader", lambda k: k.titel, rek=True),
                Kolom[_Regel]("Versie", lambda k: k.versie),
                Kolom[_Regel]("Stand", lambda k: k.stand),
            ],
            sleutel=lambda k: k.kader.sha256,
        )
        self.lijst.gekozen.connect(self._toon_verschil)
        self.inhoud.addWidget(self.lijst)
        self.verschil = QtWidgets.QTextBrowser(self)
        self.verschil.setAccessibleName("Verschil met het kader in gebruik")
        self.verschil.setMinimumHeight(140)
        self.verschil.setTabChangesFocus(True)
        self.inhoud.addWidget(self.verschil)
        rij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        self.leesknop = self._knop(rij, "Kaderbestand &inlezen", "file-text", self._lees_in)
        self.voegknop = self._knop(rij, "Naast het oude &zetten", "plus", self._voeg_toe)
        self.gebruikknop = self._knop(rij, "In ge&bruik nemen", "check", self._neem_in_gebruik)
        self.inhoud.addLayout(rij)

    def vul_in(self, r: Reader) -> None:
        """What is kept, and what ships and is not kept yet."""
        regels = [_bewaard(kop, kader_van(r, kop.id)) for kop in kaders(r)]
        regels += [
            _Regel(0, kader.titel, kader.versiedag, "bij het programma, nog niet toegevoegd", kader)
            for kader in shipped()
            if not is_bewaard(r, kader.sha256)
        ]
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        for knop in (self.leesknop, self.voegknop, self.gebruikknop):
            knop.setVisible(not self.omgeving.alleen_kijken)
        self._toon_verschil()

    # ---- inside

    def _knop(
        self, rij: StroomLayout, tekst: str, icoon: str, doe: Callable[[], object]
    ) -> QtWidgets.QPushButton:
        knop = QtWidgets.QPushButton(tekst, self)
        theme.zet_icoon(knop, icoon)
        knop.clicked.connect(doe)
        rij.addWidget(knop)
        return knop

    def _gekozen(self) -> _Regel | None:
        gekozen = self.lijst.rij()
        return gekozen if isinstance(gekozen, _Regel) else None

    def _toon_verschil(self, _rij: object = None) -> None:
        gekozen = self._gekozen()
        nieuw = gekozen is not None and gekozen.id == 0
        ander = gekozen is not None and gekozen.kader.sha256 != self.omgeving.kader.sha256
        self.voegknop.setEnabled(nieuw)
        self.voegknop.setToolTip("" if nieuw else "Kies een kader dat nog niet is toegevoegd.")
        self.gebruikknop.setEnabled(ander and not nieuw)
        self.gebruikknop.setToolTip(
            "" if ander and not nieuw else "Kies een toegevoegd kader dat niet in gebruik is."
        )
        if gekozen is None:
            self.verschil.setPlainText("Kies een kader om het verschil met het kader in gebruik te zien.")
            return
        self.verschil.setPlainText(_verschil(self.omgeving.kader, gekozen.kader))

    def _lees_in(self) -> None:
        pad = messages.kies_bestand(self, "Kaderbestand inlezen", "Kaderbestand (*.toml)")
        if pad is not None:
            self._zet_erbij(read_bestand(pad))

    def _voeg_toe(self) -> None:
        gekozen = self._gekozen()
        if gekozen is not None and gekozen.id == 0:
            self._zet_erbij(gekozen.kader)

    def _zet_erbij(self, kader: Kader) -> None:
        aantal = len(compare(self.omgeving.kader, kader))
        vraag = f"{kader.titel}. {kader.ingevuld} Verschillen met het kader in gebruik: {getal(aantal)}."
        if messages.vraag(self, "Kader naast het oude zetten", f"{vraag} {_GEVOLG}", "Erbij zetten", "Terug"):
            import_kader(self.omgeving.store, kader, self.omgeving.nu())
            self.lijst.kies(kader.sha256)
            self.omgeving.window.meld("Het kader staat erbij. Het is nog niet in gebruik.")

    def _neem_in_gebruik(self) -> None:
        gekozen = self._gekozen()
        if gekozen is None or not gekozen.id:
            return
        redenen = [(c.code, c.naam) for c in self.omgeving.kader.codelijst("reden_kaderwissel")]
        tekst = f"Nieuwe dossiers krijgen {gekozen.titel}. Lopende dossiers houden hun kader. Waarom?"
        reden = messages.kies_reden(self, "Kader in gebruik nemen", tekst, redenen, "In gebruik nemen")
        if reden:
            activate(self.omgeving.store, gekozen.id, reden, self.omgeving.nu())
            self.omgeving.window.meld("Nieuwe dossiers krijgen dit kader.")


def _bewaard(kop: Kaderkop, kader: Kader) -> _Regel:
    dossiers = "1 dossier" if kop.dossiers == 1 else f"{getal(kop.dossiers)} dossiers"
    stand = f"in gebruik, {dossiers}" if kop.actief else f"bewaard, {dossiers}"
    return _Regel(kop.id, kader.titel, kader.versiedag, stand, kader)


def _verschil(nu: Kader, ander: Kader) -> str:
    verschillen = compare(nu, ander)
    if not verschillen:
        return _GELIJK
    kop = f"{getal(len(verschillen))} verschillen met het kader in gebruik:"
    return "\n".join([kop, "", *(v.zin for v in verschillen)])

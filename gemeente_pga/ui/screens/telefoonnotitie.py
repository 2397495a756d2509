# SPDX-License-Identifier: EUPL-1.2
"""Telefoonnotitie: typed while listening, recorded within a minute, worked out later."""

from collections.abc import Mapping

from PySide6 import QtCore, QtGui

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gevoelig import HINT_ELDERS
from gemeente_pga.domain.notitie import Telefoonnotitie, beoordeel_notitie
from gemeente_pga.domain.signaal import JA_NEE
from gemeente_pga.domain.waarneming import NietLeidend
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.handelingen.notitie import CONCEPT, register_notitie
from gemeente_pga.store.queries.blanco import blanco_notitie, blanco_notitie_stuk
from gemeente_pga.store.queries.signaal import notitie as lees_notitie
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import FormScherm, Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_telefoonnotitie import Ui_Telefoonnotitie
from gemeente_pga.ui.ingebruikband import zeg_vooraf
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.widgets.hint import attach_overal

_RUIM_BREED, _RUIM_HOOG = 760, 420
_ONBEGRENSD = 16_777_215  # QWIDGETSIZE_MAX


class TelefoonnotitieScherm(FormScherm[Telefoonnotitie]):
    """One big text field and the little that must be asked while somebody is on the line."""

    code = "telefoonnotitie"
    titel = "Telefoonnotitie"
    wegwijzersleutel = "telefoonnotitie"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Telefoonnotitie()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving, (CONCEPT, ""))
        attach_overal(self.formulier, zin=HINT_ELDERS)
        vul_keuzes(self.ui.acuutKeuzeGroep, JA_NEE)
        self.ui.acuutKeuzeGroep.gewijzigd.connect(self._toon_acuut)
        self.ui.vastleggenButton.clicked.connect(self.vastleggen)
        self.ui.leegButton.clicked.connect(self.maak_leeg)
        self.ui.papierButton.clicked.connect(self._toon_papier)
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Notitie &vastleggen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu."""
        return [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """None: a new note. An existing note is shown beside the form in which it is worked out."""
        if onderwerp_id is not None:
            self._open_bestaande(onderwerp_id)
            return
        super().toon(None, veld or "tekst")
        if not veld:  # once the page has its size: the field to type in stands at the top
            QtCore.QTimer.singleShot(0, self, lambda: self.ui.rol.verticalScrollBar().setValue(0))

    def herlaad(self) -> None:
        """An empty note of this moment, or the one that was being typed."""
        if self.formulier.vuil:
            return
        nu = self.omgeving.nu()
        self.formulier.wis()
        self.formulier.vul({"ontvangen_op": nu.date(), "ontvangen_tijd": nu.strftime("%H:%M")})
        hersteld = self.formulier.herstel_concept()
        if not self.omgeving.store.toestand.leidend:
            niet = NietLeidend(self.omgeving.store.toestand)
            self.omgeving.window.meld(f"{niet.melding} {niet.raad}", "let_op")
        elif zeg_vooraf(self.omgeving):
            pass  # weightier than that typing came back
        elif hersteld:
            self.omgeving.window.meld("Deze notitie was nog niet vastgelegd. U kunt verder typen.", "let_op")
        self._schik_vastleggen()
        self._toon_acuut()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """On a small screen the room is for what the caller says."""
        super().resizeEvent(event)
        self.ui.voetregel.setVisible(self.width() >= _RUIM_BREED)
        ruim = self.height() >= _RUIM_HOOG
        self.ui.tekstPlainTextEdit.setMinimumHeight(150 if ruim else 80)
        self.ui.tekstPlainTextEdit.setMaximumHeight(_ONBEGRENSD if ruim else 100)  # its fault stays in sight

    def beoordeel(self, invoer: Mapping[str, object]) -> Telefoonnotitie | list[Gebrek]:
        """The note, or what is wrong with it."""
        return beoordeel_notitie(invoer, self.omgeving.nu())

    def registreer(self, waarde: Telefoonnotitie) -> None:
        """Record the note and go to Bureau, where it waits."""
        notitie_id = register_notitie(self.omgeving.store, waarde)
        window = self.omgeving.window
        window.open("bureau")
        nu_uitwerken = ("Nu uitwerken", lambda: window.open("nieuw_signaal", notitie_id))
        if waarde.acuut:
            window.meld(
                "Notitie vastgelegd. Bij acuut gevaar: bel eerst 112, of politie en OM.",
                "let_op",
                nu_uitwerken,
            )
        else:
            window.meld(
                "Notitie vastgelegd. Zij staat op Bureau, klaar om uit te werken.", "goed", nu_uitwerken
            )

    def maak_leeg(self) -> None:
        """Throw the typing away; nothing was recorded."""
        tekst = (
            "U gaat weggooien wat u hier typte. Er is nog niets vastgelegd.\n\n"
            "“Weggooien” betekent: het is echt weg. “Laten staan” betekent: u kunt verder typen."
        )
        if messages.vraag(self, "Notitie leegmaken", tekst, "Weggooien", "Laten staan"):
            self.formulier.klaar()
            self.omgeving.store.discard_concept(CONCEPT)
            self.herlaad()
            self.ui.tekstPlainTextEdit.setFocus()

    def _open_bestaande(self, notitie_id: int) -> None:
        with self.omgeving.store.reader() as r:
            blad = lees_notitie(r, notitie_id)
        window = self.omgeving.window
        if blad is not None and blad.signaal_id is not None:
            window.open("signaal", blad.signaal_id)
        elif blad is not None and blad.is_open:
            window.open("nieuw_signaal", notitie_id)
        else:
            window.open("bureau")
            window.meld("Deze telefoonnotitie is afgehandeld zonder signaal.", "let_op")

    def _schik_vastleggen(self) -> None:
        """In a kluis that does not lead nothing can be recorded."""
        mag = self.omgeving.store.toestand.leidend
        tip = "" if mag else "In deze kluis kan nu niets worden vastgelegd."
        self.ui.vastleggenButton.setEnabled(mag)
        self.ui.vastleggenButton.setToolTip(tip)
        self.vastleg_actie.setEnabled(mag)

    def _toon_acuut(self) -> None:
        self.ui.acuutband.setVisible(self.ui.acuutKeuzeGroep.waarde() == "ja")

    def _toon_papier(self) -> None:
        """The blank form to print: for the moment the laptop is off. Made once, then kept."""
        store, kader = self.omgeving.store, self.omgeving.kader
        with store.reader() as r:
            document_id = blanco_notitie(r)
            stuk = None if document_id else blanco_notitie_stuk(r, kader, self.omgeving.vandaag())
        if stuk is not None:
            document_id = freeze(store, stuk, op=self.omgeving.vandaag())
        maak_af(self.omgeving, lambda: self.omgeving.window.open("document", document_id))

# SPDX-License-Identifier: EUPL-1.2
"""The hits of the leak check, each in its place on the page: change it, or let it stand with a reason."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.lekcontrole import Lek, find_brontekst
from gemeente_pga.handelingen.document import allow_lek
from gemeente_pga.store.queries.lekbron import bronteksten
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.forms.ui_lekpaneel import Ui_Lekpaneel
from gemeente_pga.ui.lekcontrole import Gecontroleerd, without_allowed
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.invoer import Passend
from gemeente_pga.ui.widgets.lijst import Kolom

REDENEN = "reden_lekcontrole"
_RIJEN = 4  # more places than these scroll: the page below them stays in sight
HIER = "Hier staan deze woorden. Schrijf ze anders en leg het vast. Maak het stuk daarna opnieuw."
VAST = (
    "Hier staan deze woorden. Deze tekst ligt al vast. Laat dit deel weg uit het stuk, of laat de woorden "
    "staan met een reden."
)
NERGENS = "Het programma vindt deze woorden in geen enkel veld terug. Kijk de tekst van het stuk zelf na."


@dataclass(frozen=True)
class _Vondst:
    stuk: Gecontroleerd
    lek: Lek


class Lekpaneel(QtWidgets.QWidget):
    """Shown only when there are hits."""

    opgelost = QtCore.Signal()
    """The last hit was let stand: the document may be frozen."""
    wijzigen = QtCore.Signal()
    """The user goes to change a text: what was checked no longer counts."""

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.stukken: tuple[Gecontroleerd, ...] = ()
        self.ui = Ui_Lekpaneel()
        self.ui.setupUi(self)
        self.ui.lekkenLijst.stel_in(
            [
                Kolom[_Vondst]("Document", lambda v: v.stuk.document.titel),
                Kolom[_Vondst]("Blz.", lambda v: str(v.lek.pagina)),
                Kolom[_Vondst]("Gevonden", lambda v: v.lek.context, rek=True),
            ],
            sleutel=lambda v: (v.stuk.document.sleutel, v.lek.vindplaats),
        )
        self._passend = Passend(self.ui.lekkenLijst, rijen=_RIJEN)
        self.ui.lekkenLijst.gekozen.connect(self._toon_vondst)
        self.ui.wijzigButton.clicked.connect(self._wil_wijzigen)
        self.ui.toelaatButton.clicked.connect(self._laat_staan)
        self.hide()

    def toon(self, stukken: Sequence[Gecontroleerd]) -> None:
        """Show the open hits of these documents; nothing is shown when there are none."""
        self.stukken = tuple(stukken)
        vondsten = [_Vondst(stuk, lek) for stuk in self.stukken for lek in stuk.lekken]
        self.ui.lekkenLijst.toon(vondsten)
        aantal = len(vondsten)
        plaats = "1 plaats staat iets" if aantal == 1 else f"{aantal} plaatsen staat iets"
        self.ui.samenvattingLabel.setText(
            f"Er is nog niets vastgesteld. Op {plaats} dat misschien niet in dit stuk mag."
        )
        self.setVisible(bool(vondsten))
        theme.zet_iconen(self)
        if vondsten and self.ui.lekkenLijst.rij() is None:
            self.ui.lekkenLijst.selectRow(0)
        if vondsten:
            self.ui.lekkenLijst.setFocus()
            breng_in_beeld(self.ui.lekkenLijst)

    def _toon_vondst(self, vondst: _Vondst) -> None:
        lek = vondst.lek
        self.ui.meldingLabel.setText(lek.melding)
        tekst = vondst.stuk.paginas[lek.pagina - 1]
        begin, einde = _place(tekst, lek)
        kleuren = theme.kleuren()
        midden = (
            f'<a name="hier"></a><span style="background:{kleuren.let_op_zacht}; color:{kleuren.let_op};">'
            f"<b>{_as_html(tekst[begin:einde])}</b></span>"
        )
        self.ui.paginaBrowser.setHtml(f"{_as_html(tekst[:begin])}{midden}{_as_html(tekst[einde:])}")
        self.ui.paginaBrowser.scrollToAnchor("hier")

    def _vondst(self) -> _Vondst | None:
        rij = self.ui.lekkenLijst.rij()
        return rij if isinstance(rij, _Vondst) else None

    def _wil_wijzigen(self) -> None:
        """To the field in which these words were typed, with the words marked."""
        vondst = self._vondst()
        if vondst is None:
            return
        document, window = vondst.stuk.document, self.omgeving.window
        with self.omgeving.store.reader() as r:
            teksten = bronteksten(r, document.onderwerp, document.dossier_id)
        bron = find_brontekst(vondst.lek, teksten)
        self.hide()
        self.wijzigen.emit()
        if bron is None:
            window.meld(NERGENS, "let_op")
            return
        window.open(bron.scherm, bron.onderwerp_id, bron.veld)
        _mark(vondst.lek.fragment)
        window.meld(VAST if bron.vast else HIER, "let_op")

    def _laat_staan(self) -> None:
        vondst = self._vondst()
        if vondst is None:
            return
        redenen = [(c.code, c.naam) for c in self.omgeving.kader.codelijst(REDENEN)]
        vraag = "U laat deze tekst in het stuk staan. Uw reden komt in het journaal."
        reden = messages.kies_reden(self, "Waarom mag dit blijven staan?", vraag, redenen, "Laten staan")
        if reden is None:
            return
        document = vondst.stuk.document
        allow_lek(
            self.omgeving.store,
            document.onderwerp,
            documentsoort=document.sleutel,
            vindplaats=vondst.lek.vindplaats,
            dossier_id=document.dossier_id,
            reden=reden,
            toelichting="",
        )
        self.toon([without_allowed(self.omgeving, stuk) for stuk in self.stukken])
        if not any(stuk.lekken for stuk in self.stukken):
            self.opgelost.emit()


def _place(tekst: str, lek: Lek) -> tuple[int, int]:
    """Where on the page the hit stands; words may be broken over lines there."""
    plat: list[str] = []
    plaatsen: list[int] = []
    for plek, teken in enumerate(tekst):
        if teken.isspace() and plat and plat[-1] == " ":
            continue
        plat.append(" " if teken.isspace() else teken)
        plaatsen.append(plek)
    regel = "".join(plat)
    gevonden = regel.find(" ".join(f"{lek.voor} {lek.fragment} {lek.na}".split()))
    aanloop = len(f"{lek.voor} ".lstrip()) if gevonden >= 0 else 0
    begin = regel.find(lek.fragment, max(0, gevonden + aanloop - 1))
    if begin < 0:
        return 0, 0
    return plaatsen[begin], plaatsen[begin + len(lek.fragment) - 1] + 1


def _mark(fragment: str) -> None:
    """Select these words in the field that has the focus; a line may break between them there."""
    veld = QtWidgets.QApplication.focusWidget()
    woorden = r"\s+".join(re.escape(woord) for woord in fragment.split())
    if isinstance(veld, QtWidgets.QPlainTextEdit):
        treffer = re.search(woorden, veld.toPlainText(), re.IGNORECASE)
        if treffer:
            cursor = veld.textCursor()
            cursor.setPosition(treffer.start())
            cursor.setPosition(treffer.end(), QtGui.QTextCursor.MoveMode.KeepAnchor)
            veld.setTextCursor(cursor)
    elif isinstance(veld, QtWidgets.QLineEdit):
        treffer = re.search(woorden, veld.text(), re.IGNORECASE)
        if treffer:
            veld.setSelection(treffer.start(), treffer.end() - treffer.start())


def _as_html(tekst: str) -> str:
    return html.escape(tekst).replace("\n", "<br>")

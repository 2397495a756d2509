# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+K: numbers, commands, guidance and words of the open dossier; a name elsewhere only for a reason.

What is typed for a name is used once and kept nowhere: the log holds the reason, not the name.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.persoon import volledige_naam
from gemeente_pga.domain.tekst import datum_kort, kale_letters
from gemeente_pga.domain.zoekwoord import Plek, vind
from gemeente_pga.handelingen.inrichting import log_zoeken
from gemeente_pga.store.queries import zoeken as queries
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.vindplek import ga_naar
from gemeente_pga.ui.wegwijzer import gids
from gemeente_pga.ui.widgets.gemarkeerd import PLEKKEN, Gemarkeerd

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

_SOORTWOORD = {"dossier": "Dossier", "casus": "Casus", "overleg": "Casusoverleg"}
_BREEDTE = 620
_LAATST = 5
_UITLEG = 6
_IN_DE_TEKST = 4  # letters, before the sentences of the Wegwijzer are searched too


@dataclass(frozen=True)
class Treffer:
    """One line of the panel: what it is, in words, and what happens when it is chosen."""

    kop: str
    tekst: str
    icoon: str
    doe: Callable[[], object]
    blijft: bool = False  # the panel stays open
    plekken: tuple[Plek, ...] = ()  # what was found in the kop


class Zoekpaneel(QtWidgets.QFrame):
    """A panel over the screen: type, arrow down, Enter. Escape closes it."""

    def __init__(self, window: "Window", omgeving: Omgeving) -> None:
        super().__init__(window)
        self._window = window
        self._omgeving = omgeving
        self._treffers: list[Treffer] = []
        self._terug: QtWidgets.QWidget | None = None
        self.setObjectName("zoekpaneel")
        self.regel = QtWidgets.QLineEdit()
        self.regel.setObjectName("zoekLineEdit")
        self.regel.setAccessibleName("Zoeken")
        self.regel.setPlaceholderText("Nummer, opdracht, onderwerp of woord uit dit dossier")
        self.uitleg = QtWidgets.QLabel()
        self.uitleg.setProperty("rol", "hulp")
        self.uitleg.setWordWrap(True)
        self.lijst = QtWidgets.QListWidget()
        self.lijst.setAccessibleName("Gevonden")
        self.lijst.setIconSize(QtCore.QSize(18, 18))
        self.lijst.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.lijst.setItemDelegate(Gemarkeerd(self.lijst))
        self.lijst.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(*(theme.RUIMTE[2],) * 4)
        indeling.setSpacing(theme.RUIMTE[1])
        for deel in (self.regel, self.uitleg, self.lijst):
            indeling.addWidget(deel)
        self.regel.textChanged.connect(self._zoek)
        self.regel.installEventFilter(self)
        self.lijst.itemClicked.connect(lambda _item: self._kies())
        self.hide()

    def toon(self) -> None:
        """Open the panel, empty."""
        if self.isHidden():
            self._terug = self._window.focusWidget()
        self.regel.clear()
        self._zoek("")
        self.schik()
        self.show()
        self.raise_()
        self.regel.setFocus()

    def sluit(self) -> None:
        """Close the panel; the focus goes back to the screen."""
        self.regel.clear()
        self.hide()
        with suppress(RuntimeError):  # that widget may be gone: the screen was filled anew
            if self._terug is not None:
                self._terug.setFocus()

    def schik(self) -> None:
        """Put the panel in the middle, near the top."""
        breedte = min(_BREEDTE, self._window.width() - 48)
        hoogte = min(440, self._window.height() - 96)
        self.setGeometry((self._window.width() - breedte) // 2, 64, breedte, hoogte)

    def treffers(self) -> list[Treffer]:
        """What is shown now."""
        return list(self._treffers)

    def eventFilter(self, bron: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The arrow keys, Enter and Escape work from the line that is typed in."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            toets = QtCore.Qt.Key
            stap = {toets.Key_Down: 1, toets.Key_Up: -1}.get(toets(event.key()), 0)
            if stap:
                self.lijst.setCurrentRow(max(0, min(self.lijst.count() - 1, self.lijst.currentRow() + stap)))
                return True
            if event.key() in (toets.Key_Return, toets.Key_Enter):
                self._kies()
                return True
            if event.key() in (toets.Key_Escape, toets.Key_Tab):
                self.sluit()
                return True
        return super().eventFilter(bron, event)

    # ---- finding

    def _zoek(self, tekst: str) -> None:
        gezocht = tekst.strip()
        treffers = self._opdrachten(gezocht)
        if not gezocht:
            treffers = [*self._laatst(), *treffers]
        else:
            treffers = [
                *self._in_kluis(tekst),
                *treffers,
                *self._uitleg(gezocht),
                self._elders(tekst.strip()),
            ]
        self.uitleg.setText("Namen staan hier niet bij: daarvoor kiest u eerst een reden." if gezocht else "")
        self._vul(treffers)

    def _opdrachten(self, gezocht: str) -> list[Treffer]:
        acties = [a for a in self._window.menubalk.alle_opdrachten() if a.isEnabled() and a.text()]
        treffers = []
        for actie in acties:
            woord = actie.text().replace("&", "").removesuffix(" …")
            vondst = vind(woord, gezocht)
            if vondst is not None or not gezocht:
                toetsen = actie.shortcut().toString(QtGui.QKeySequence.SequenceFormat.NativeText)
                plekken, graad = (vondst.plekken, vondst.graad) if vondst else ((), 0)
                treffer = Treffer(woord, toetsen, "chevron-right", actie.trigger, plekken=plekken)
                treffers.append((graad, treffer))
        return [treffer for _, treffer in sorted(treffers, key=lambda paar: paar[0])]

    def _laatst(self) -> list[Treffer]:
        """Where somebody was just now, by number and never by name."""
        with self._omgeving.store.reader() as r:
            plekken = [(code, id_, queries.plaatsnaam(r, code, id_)) for code, id_ in self._window.bezocht()]
        uit = []
        for code, id_, naam in plekken:
            titel = self._window.soorten[code].titel
            if naam or id_ is None:
                doe = partial(self._window.open, code, id_)
                uit.append(Treffer(f"{titel} {naam}".strip(), "laatst bekeken", "clock", doe))
        return uit[:_LAATST]

    def _in_kluis(self, tekst: str) -> list[Treffer]:
        scherm = self._window.scherm
        dossier_id = scherm.dossier_id if scherm is not None else None
        with self._omgeving.store.reader() as r:
            nummers = queries.zoek_nummers(r, tekst)
            plaatsen = queries.zoek_woorden(r, dossier_id, tekst) if dossier_id is not None else []
        treffers = [
            Treffer(
                n.nummer, _SOORTWOORD[n.soort], "folder", self._naar_nummer(n), plekken=_waar(n.nummer, tekst)
            )
            for n in nummers
        ]
        treffers += [
            Treffer(
                p.fragment,
                "in dit dossier",
                "file-text",
                partial(ga_naar, self._window, p, dossier_id or 0),
                plekken=p.plekken,
            )
            for p in plaatsen
        ]
        return treffers

    def _uitleg(self, gezocht: str) -> list[Treffer]:
        """First the titles, the best fit before the others, then what is said in the text itself."""
        toon, kaal = self._window.toon_wegwijzer, kale_letters(gezocht)
        titels: list[tuple[int, Treffer]] = []
        zinnen = []
        for sleutel, stuk in gids().items():
            doe = partial(toon, sleutel)
            if vondst := vind(stuk.titel, gezocht):
                plekken = vondst.plekken
                titels.append(
                    (vondst.graad, Treffer(stuk.titel, "Wegwijzer", "compass", doe, plekken=plekken))
                )
            elif len(kaal) >= _IN_DE_TEKST and (zin := stuk.zin_met(kaal)):
                zinnen.append(
                    Treffer(zin, f"Wegwijzer, {stuk.titel}", "compass", doe, plekken=_waar(zin, gezocht))
                )
        beste = [treffer for _, treffer in sorted(titels, key=lambda paar: paar[0])]
        return [*beste, *zinnen][:_UITLEG]

    def _elders(self, tekst: str) -> Treffer:
        doe = partial(self._vraag_reden, tekst)
        return Treffer(f"Zoek “{tekst}” als naam in alle dossiers", "met een reden", "user", doe, blijft=True)

    # ---- a name, for a reason

    def _vraag_reden(self, naam: str) -> None:
        self.uitleg.setText(
            "Waarom zoekt u deze naam buiten het open dossier? Uw keuze komt in het journaal, de naam niet."
        )
        redenen = self._omgeving.kader.codelijst("reden_zoeken")
        self._vul(
            [Treffer(c.naam, "", "check", partial(self._zoek_naam, naam, c.code), True) for c in redenen]
        )

    def _zoek_naam(self, naam: str, reden: str) -> None:
        log_zoeken(self._omgeving.store, reden)
        with self._omgeving.store.reader() as r:
            gevonden = queries.zoek_personen(r, naam)
        self.uitleg.setText(
            f"Gevonden bij “{naam}”. Controleer altijd de geboortedatum."
            if gevonden
            else f"Niemand gevonden bij “{naam}”."
        )
        self._vul([
            Treffer(
                volledige_naam(p.persoon),
                _wie(p),
                "user",
                partial(self._window.open, "dossier", p.dossier_id),
            )
            for p in gevonden
        ])  # fmt: skip

    # ---- going there

    def _naar_nummer(self, nummer: queries.Nummer) -> Callable[[], object]:
        if nummer.dossier_id is None:
            return partial(self._window.open, "overleg", nummer.id)
        return partial(self._window.open, "dossier", nummer.dossier_id)

    def _vul(self, treffers: list[Treffer]) -> None:
        self._treffers = treffers
        self.lijst.clear()
        for treffer in treffers:
            woorden = f"{treffer.kop}    {treffer.tekst}" if treffer.tekst else treffer.kop
            item = QtWidgets.QListWidgetItem(theme.icoon(treffer.icoon, "stil"), woorden)
            item.setToolTip(woorden)
            item.setData(PLEKKEN, treffer.plekken)
            self.lijst.addItem(item)
        if treffers:
            self.lijst.setCurrentRow(0)

    def _kies(self) -> None:
        n = self.lijst.currentRow()
        if not 0 <= n < len(self._treffers):
            return
        treffer = self._treffers[n]
        if not treffer.blijft:
            self.sluit()
        treffer.doe()


def _waar(nummer: str, tekst: str) -> tuple[Plek, ...]:
    begin = nummer.find(tekst.strip())
    return ((begin, begin + len(tekst.strip())),) if begin >= 0 else ()


def _wie(treffer: queries.Persoontreffer) -> str:
    geboren = treffer.persoon.geboortedatum
    return " · ".join(filter(None, (treffer.nummer, treffer.rol, datum_kort(geboren) if geboren else "")))

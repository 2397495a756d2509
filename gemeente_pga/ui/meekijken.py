# SPDX-License-Identifier: EUPL-1.2
"""The window while the FG looks along: the band that says so, a reason for names, no buttons that record.

The write door of the store refuses whatever is left to press; this only spares the FG from meeting it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6 import QtWidgets

from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.fg import show_namen
from gemeente_pga.store.queries.fg import dossiers_van_overleg
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.stappenbalk import Stappenbalk

MAG = "meekijken"  # property of a button that the FG may press though it is the main one of its place
GEEN_SCHERM = "Dit scherm is er om iets vast te leggen. U kijkt mee en wijzigt niets."
_VASTLEGGEN = re.compile(
    r"vastleggen|toevoegen|maken|wijzig|corriger|agender|(signaal|casus) afsluiten|overdragen|overnemen|begin"
    r"|voorbereiden|bericht aan|^spoed$|telefoonnotitie|^consultatie zonder naam|^regie|besluit over"
    r"|weghalen|verwijder|casus openen|volgende stap|verslag vaststellen|ter reactie zetten",
    re.IGNORECASE,
)
_VRAAG = (
    "U ziet daarna de namen in {wat}, tot de kluis op slot gaat. Uw reden komt in het journaal te staan. "
    "De coördinator kan dat lezen."
)


class Meekijkband(QtWidgets.QFrame):
    """Always in sight: who is looking, until when, and whether names are screened off here."""

    def __init__(self, omgeving: Omgeving, opnieuw: Callable[[], object]) -> None:
        """opnieuw: build the screens afresh, because more may be seen."""
        super().__init__()
        self.setObjectName("meekijkband")
        self._omgeving = omgeving
        self._opnieuw = opnieuw
        self._dossiers: tuple[int, ...] = ()
        tot = f", tot en met {datum_lang(omgeving.meekijken_tot)}" if omgeving.meekijken_tot else ""
        self.tekst = QtWidgets.QLabel(
            f"U kijkt mee als functionaris gegevensbescherming{tot}. "
            "Alles wat u bekijkt staat in het journaal."
        )
        self.stand = QtWidgets.QLabel()
        self.tekst.setWordWrap(True)
        self.knop = QtWidgets.QPushButton("&Namen tonen …")
        self.knop.clicked.connect(self._vraag)
        rij = QtWidgets.QHBoxLayout(self)
        rij.setContentsMargins(theme.RUIMTE[3], theme.RUIMTE[0], theme.RUIMTE[3], theme.RUIMTE[0])
        rij.setSpacing(theme.RUIMTE[2])
        rij.addWidget(self.tekst, 1)
        rij.addWidget(self.stand)
        rij.addWidget(self.knop)

    def volg(self, scherm: Scherm) -> None:
        """What this screen is about, and whether its names can be seen."""
        self._dossiers = _dossiers(scherm, self._omgeving)
        dicht = _dicht(self._omgeving, self._dossiers)
        self.knop.setVisible(bool(dicht))
        if dicht:
            self.stand.setText("Namen zijn afgeschermd.")
        elif self._dossiers:
            self.stand.setText("U ziet namen.")
        else:
            self.stand.setText("")
        self.stand.setVisible(bool(self._dossiers))

    def _vraag(self) -> None:
        if may_lezen(self, self._omgeving, self._dossiers):
            self._opnieuw()


def may_lezen(parent: QtWidgets.QWidget, omgeving: Omgeving, dossiers: Sequence[int]) -> bool:
    """Whoever looks along gives one reason for these dossiers, once; False when not."""
    dicht = _dicht(omgeving, dossiers)
    if not dicht:
        return True
    wat = "dit dossier" if len(dicht) == 1 else f"deze {len(dicht)} dossiers"
    redenen = [(c.code, c.naam) for c in omgeving.kader.codelijst("reden_fg")]
    reden = messages.kies_reden(parent, "Namen tonen", _VRAAG.format(wat=wat), redenen, "Namen tonen")
    if reden is None:
        return False
    for dossier_id in dicht:
        show_namen(omgeving.store, dossier_id, reden)
    return True


def hide_vastleggen(scherm: Scherm) -> None:
    """Take the buttons away that record something, and the cards that held nothing else."""
    for knop in scherm.findChildren(QtWidgets.QPushButton):
        if not knop.property(MAG) and (knop.property("rol") in ("primair", "gevaar") or _legt_vast(knop)):
            knop.hide()
    for kaart in scherm.findChildren(Kaart):
        if kaart.findChildren(QtWidgets.QPushButton) and not any(_zegt_iets(kaart)):
            kaart.hide()


def _zegt_iets(kaart: Kaart) -> Iterator[bool]:
    """Is there more in sight than the title and bare boxes?"""
    for deel in kaart.findChildren(QtWidgets.QWidget):
        if deel is not kaart.titellabel and type(deel) is not QtWidgets.QWidget:
            yield deel.isVisibleTo(kaart)


def _legt_vast(knop: QtWidgets.QPushButton) -> bool:
    """By its words; the step bar has the same words and only leads somewhere."""
    tekst = knop.text().replace("&", "")
    return bool(_VASTLEGGEN.search(tekst)) and not _in_stappenbalk(knop)


def _in_stappenbalk(knop: QtWidgets.QPushButton) -> bool:
    ouder = knop.parentWidget()
    while ouder is not None and not isinstance(ouder, Stappenbalk):
        ouder = ouder.parentWidget()
    return ouder is not None


def _dicht(omgeving: Omgeving, dossiers: Sequence[int]) -> list[int]:
    with omgeving.store.reader() as r:
        return [dossier_id for dossier_id in dossiers if not r.leesbaar(dossier_id)]


def _dossiers(scherm: Scherm, omgeving: Omgeving) -> tuple[int, ...]:
    if scherm.code == "overleg" and scherm.onderwerp_id is not None:
        with omgeving.store.reader() as r:
            return dossiers_van_overleg(r, scherm.onderwerp_id)
    return () if scherm.dossier_id is None else (scherm.dossier_id,)

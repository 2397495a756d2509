# SPDX-License-Identifier: EUPL-1.2
"""From a hit of Ctrl+K to the very field: the screen and tab where the row stands, and the word marked there.

Hides which table stands on which screen. What is typed in is selected; in a line that cannot be typed in the
word lights up, and in a list its row is chosen.
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.store.queries.zoeken import Vindplaats, criterium_van, overleg_van
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.lijst import Lijst

if TYPE_CHECKING:
    from gemeente_pga.ui.window import Window

Plaats = tuple[str, int | None, str]
# Which part of a weging asks for these; the others are in its decision.
_WEEGDEEL = {
    "onvolledig_toelichting": "tafel",
    "bron_weegt_mee_toelichting": "tafel",
    "samenhang": "afweging",
    "subsidiariteit": "afweging",
    "proportionaliteit": "afweging",
    "bevoegd_toelichting": "afweging",
    "informeren_reden": "informeren",
}
_EIGEN = frozenset({"signaal", "consultatie", "verzoek", "herbeoordeling"})


# What is seen with the row that leads to it: its screen, and the place there.
_BIJ_OUDER = {
    "spoed": ("signaal", "partij"),
    "melderbericht": ("signaal", "melderbericht"),
    "telefoonnotitie": ("signaal", ""),
    "weging_partij": ("weging", "besluit.{0.veld}:{0.rij}"),
    "herbeoordeling_criterium": ("herbeoordeling", "criterium:{0.rij}"),
    "bespreking": ("overleg", "casus:{0.rij}.{0.veld}"),
}
_IN_DOSSIER = {
    "informatiecorrectie": "informatie:{0.ouder}",
    "actie": "acties",
    "actie_voortgang": "acties",
    "bijlage": "documenten",
}


def plaats_van(omgeving: Omgeving, hit: Vindplaats, dossier_id: int) -> Plaats:
    """Screen, subject and place in it."""
    if hit.tabel in _EIGEN:
        return hit.tabel, hit.rij, hit.veld
    if hit.tabel in _BIJ_OUDER:
        scherm, veld = _BIJ_OUDER[hit.tabel]
        return scherm, hit.ouder, veld.format(hit)
    match hit.tabel:
        case "weging":
            return "weging", hit.rij, f"{_WEEGDEEL.get(hit.veld, 'besluit')}.{hit.veld}"
        case "weging_criterium":
            with omgeving.store.reader() as r:
                return "weging", hit.ouder, f"criterium.{criterium_van(r, hit.rij)}"
        case "besluit" if hit.ouder is not None:
            with omgeving.store.reader() as r:
                return "overleg", overleg_van(r, hit.ouder), f"besluit:{hit.ouder}:{hit.rij}"
        case "casus":
            return "dossier", dossier_id, hit.veld
    veld = _IN_DOSSIER.get(hit.tabel, "{0.tabel}:{0.rij}")
    return "dossier", dossier_id, veld.format(hit)


def ga_naar(window: "Window", hit: Vindplaats, dossier_id: int) -> None:
    """Open the place and mark the word, once the screen has filled itself."""
    window.open(*plaats_van(window.omgeving, hit, dossier_id))
    if hit.woord:
        QtCore.QTimer.singleShot(0, window, lambda: _na(window, hit))


def toon_woord(scherm: QtWidgets.QWidget, hit: Vindplaats) -> bool:
    """Mark the word where it stands in sight, and scroll to it; False when it does not.

    First where the words around it are the same: the word alone may stand elsewhere on the screen too. What
    a list does not show of a row is behind that row.
    """
    return any(
        doe(scherm, zoek, na, len(hit.woord))
        for zoek, na in (hit.rond, (hit.woord, 0))
        for doe in (_in_veld, _in_regel, _in_tekst, _in_lijst)
    ) or _op_rij(scherm, hit.rij)


def _na(window: "Window", hit: Vindplaats) -> None:
    if window.scherm is not None and window.omgeving.store.is_open:  # it may have closed in the meantime
        toon_woord(window.scherm, hit)


def _in_veld(scherm: QtWidgets.QWidget, zoek: str, na: int, lang: int) -> bool:
    for tekst in scherm.findChildren(QtWidgets.QPlainTextEdit):
        begin = tekst.toPlainText().find(zoek)
        if begin >= 0 and tekst.isVisible():
            _wijs(tekst)
            cursor = tekst.textCursor()
            cursor.setPosition(begin + na)
            cursor.setPosition(begin + na + lang, QtGui.QTextCursor.MoveMode.KeepAnchor)
            tekst.setTextCursor(cursor)
            return True
    return False


def _in_regel(scherm: QtWidgets.QWidget, zoek: str, na: int, lang: int) -> bool:
    for regel in scherm.findChildren(QtWidgets.QLineEdit):
        begin = regel.text().find(zoek)
        if begin >= 0 and regel.isVisible():
            _wijs(regel)
            regel.setSelection(begin + na, lang)
            return True
    return False


def _in_tekst(scherm: QtWidgets.QWidget, zoek: str, na: int, lang: int) -> bool:
    for label in scherm.findChildren(QtWidgets.QLabel):
        begin = label.text().find(zoek)
        if begin >= 0 and label.isVisible() and label.textFormat() is QtCore.Qt.TextFormat.PlainText:
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setSelection(begin + na, lang)
            breng_in_beeld(label)
            return True
    return False


def _in_lijst(scherm: QtWidgets.QWidget, zoek: str, _na: int, _lang: int) -> bool:
    for lijst in scherm.findChildren(Lijst):
        model = lijst.model()
        for rij in range(model.rowCount()) if lijst.isVisible() else ():
            cellen = (model.index(rij, kolom).data() for kolom in range(model.columnCount()))
            if any(zoek in str(cel or "") for cel in cellen):
                lijst.selectRow(rij)
                _wijs(lijst)
                return True
    return False


def _op_rij(scherm: QtWidgets.QWidget, rij: int) -> bool:
    """Ids are random, so a row with this key is the one."""
    for lijst in scherm.findChildren(Lijst):
        if lijst.isVisible() and lijst.kies(rij):
            _wijs(lijst)
            return True
    return False


def _wijs(deel: QtWidgets.QWidget) -> None:
    deel.setFocus()
    breng_in_beeld(deel)

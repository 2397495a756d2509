# SPDX-License-Identifier: EUPL-1.2
"""Fills in who usually comes for the organisation that is chosen. What was typed stays."""

from collections.abc import Callable, Mapping

from PySide6 import QtWidgets

from gemeente_pga.ui.form import Formulier

VOORSTEL = "Voorstel bij deze organisatie. Controleer of het hier klopt."


class Contactvoorstel:
    """Follows the field partij_id of a form. bekend: field -> suggestion for this organisation."""

    def __init__(self, formulier: Formulier, bekend: Callable[[int], Mapping[str, str]]) -> None:
        self._formulier, self._bekend = formulier, bekend
        self._gedaan: dict[str, str] = {}
        keuze = formulier.widget("partij_id")
        if not isinstance(keuze, QtWidgets.QComboBox):
            raise TypeError("the organisation is chosen from a list")
        self._keuze = keuze
        self._label = QtWidgets.QLabel(VOORSTEL)
        self._label.setProperty("rol", "hulp")
        self._label.setWordWrap(True)
        formulier.veld("partij_id").zet_onder(self._label)
        self._label.hide()
        keuze.activated.connect(self._stel_voor)  # a choice of the user, never a filling by the program
        formulier.gewist.connect(self.vergeet)

    def _stel_voor(self) -> None:
        partij_id = self._keuze.currentData()
        voorstel = dict(self._bekend(partij_id)) if isinstance(partij_id, int) else {}
        nu = self._formulier.lees()
        velden = {*voorstel, *self._gedaan} & self._formulier.velden()
        mag = {v: voorstel.get(v, "") for v in velden if nu[v] in ("", None, self._gedaan.get(v))}
        self._formulier.vul(mag)
        self._gedaan = {veld: waarde for veld, waarde in mag.items() if waarde}
        self._label.setVisible(bool(self._gedaan))

    def vergeet(self) -> None:
        """Another row stands in the form: what was suggested before is nothing of it."""
        self._gedaan = {}
        self._label.hide()

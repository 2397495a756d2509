# SPDX-License-Identifier: EUPL-1.2
"""With which kind of key the user opens the kluis: the choice on the unlock page.

Hides what this kluis has, and that a keystore is asked in between and waited for by nobody.
"""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kluisdienst import Kluisdienst
from gemeente_pga.domain.sleutels import Slotgegevens, SlotSoort
from gemeente_pga.ui.forms.ui_ontgrendelen import Ui_Ontgrendelen

_WIJZEN = {
    SlotSoort.WACHTZIN: ("Mijn wachtzin", "&Wachtzin"),
    SlotSoort.SLEUTELBOS: ("Korte zin", "&Korte zin"),
    SlotSoort.VERVANGER: ("Vervanger", "&Wachtzin van de vervanger"),
    SlotSoort.FG: ("FG", "&Wachtzin van de functionaris gegevensbescherming"),
}
_PEIL_MS = 100  # how often to look whether the keystore has answered


class Sleutelwijze(QtCore.QObject):
    """One per unlock page."""

    def __init__(self, ui: Ui_Ontgrendelen, dienst: Kluisdienst, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._ui, self._dienst = ui, dienst
        self._peil = QtCore.QTimer(self)
        self._peil.setInterval(_PEIL_MS)
        self._peil.timeout.connect(self._peil_sleutelbos)
        ui.wijzeKeuzeGroep.gewijzigd.connect(self._toon_wijze)

    @property
    def soort(self) -> SlotSoort:
        """What was chosen."""
        gekozen = self._ui.wijzeKeuzeGroep.waarde()
        return SlotSoort(gekozen) if gekozen else SlotSoort.WACHTZIN

    def toon(self) -> None:
        """Offer what this kluis has now; the short phrase as soon as the keystore answers."""
        sloten = _lees_sloten(self._dienst)
        self._bied_aan(sloten)
        if any(slot.soort is SlotSoort.SLEUTELBOS for slot in sloten):
            self._peil.start()

    def _bied_aan(self, sloten: tuple[Slotgegevens, ...], *, korte_zin: bool = False) -> None:
        soorten = {slot.soort for slot in sloten}
        aanwezig = [
            (soort.value, naam)
            for soort, (naam, _) in _WIJZEN.items()
            if soort in soorten and (korte_zin or soort is not SlotSoort.SLEUTELBOS)
        ]
        groep = self._ui.wijzeKeuzeGroep
        groep.vul(aanwezig)
        groep.setVisible(len(aanwezig) > 1)
        if not groep.waarde() and aanwezig:
            waarnemer = SlotSoort.VERVANGER in soorten and self._dienst.waarneming.is_van_waarnemer()
            groep.zet(SlotSoort.VERVANGER.value if waarnemer else aanwezig[0][0])
        self._toon_wijze()

    def _toon_wijze(self) -> None:
        self._ui.wachtzinLabel.setText(_WIJZEN[self.soort][1])

    def _peil_sleutelbos(self) -> None:
        """Ask on until the keystore has answered."""
        mogelijk = self._dienst.sleutels.korte_zin_mogelijk()
        if mogelijk is None:
            return
        self._peil.stop()
        if mogelijk:
            groep = self._ui.wijzeKeuzeGroep
            gekozen = self.soort is not SlotSoort.WACHTZIN or groep.hasFocus()
            self._bied_aan(_lees_sloten(self._dienst), korte_zin=True)
            if not gekozen and not self._ui.wachtzinLineEdit.text():
                groep.zet(SlotSoort.SLEUTELBOS.value)


def _lees_sloten(dienst: Kluisdienst) -> tuple[Slotgegevens, ...]:
    """What opens this kluis; nothing when the key files cannot be read, which opening will tell."""
    try:
        return dienst.sloten()
    except Storing:
        return ()

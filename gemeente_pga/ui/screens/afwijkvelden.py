# SPDX-License-Identifier: EUPL-1.2
"""The fields in which a deviation is explained: they show only when what was typed deviates."""

from typing import Final, Protocol

from PySide6 import QtWidgets

from gemeente_pga.domain.kader import Kader
from gemeente_pga.ui.form import Formulier, vul_keuzes

_VELDEN: Final = ("afwijking_reden", "afwijking_toelichting", "afwijking_door")
GEEN_AFWIJKING: Final[dict[str, object]] = dict.fromkeys(_VELDEN, "")


class Afwijkvorm(Protocol):
    """A compiled form with the fields of a deviation."""

    afwijkingLabel: QtWidgets.QLabel  # noqa: N815 - a name from the form
    afwijking_redenLabel: QtWidgets.QLabel  # noqa: N815 - a name from the form
    afwijking_toelichtingLabel: QtWidgets.QLabel  # noqa: N815 - a name from the form
    afwijking_doorLabel: QtWidgets.QLabel  # noqa: N815 - a name from the form
    afwijking_redenComboBox: QtWidgets.QComboBox  # noqa: N815 - a name from the form


class Afwijkvelden:
    """Shows or hides reason, explanation and who decided, with their labels."""

    def __init__(self, formulier: Formulier, vorm: Afwijkvorm, kader: Kader) -> None:
        vul_keuzes(vorm.afwijking_redenComboBox, kader.codelijst("reden_afwijking"))
        self._delen: list[QtWidgets.QWidget] = [
            vorm.afwijkingLabel,
            vorm.afwijking_redenLabel,
            vorm.afwijking_toelichtingLabel,
            vorm.afwijking_doorLabel,
            *(formulier.veld(veld) for veld in _VELDEN),
        ]
        self.toon(False)

    def toon(self, nodig: bool) -> None:
        """Ask, or keep quiet."""
        for deel in self._delen:
            deel.setVisible(nodig)

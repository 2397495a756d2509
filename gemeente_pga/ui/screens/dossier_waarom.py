# SPDX-License-Identifier: EUPL-1.2
"""Five questions on the first page, answered from the dossier itself: for who never saw it before."""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.queries.waarom import VRAGEN, waarom
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, label
from gemeente_pga.ui.widgets.kaart import Kaart


class Waaromkaart(Kaart):
    """Question by question, each with its answer below it."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Dit dossier in het kort")
        self.omgeving = omgeving
        self.antwoorden: dict[str, QtWidgets.QLabel] = {}
        for veld, vraag in VRAGEN:
            self.inhoud.addWidget(label(vraag, "subkop"))
            antwoord = label("")
            antwoord.setObjectName(f"waarom_{veld}")
            antwoord.setAccessibleName(vraag)
            antwoord.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self.antwoorden[veld] = antwoord
            self.inhoud.addWidget(antwoord)

    def maak_leeg(self) -> None:
        """No answers."""
        for antwoord in self.antwoorden.values():
            antwoord.clear()

    def toon(self, r: Reader, beeld: Beeld, kader: Kader) -> None:
        """The answers of this dossier, in the words of its kader."""
        nu = waarom(r, beeld.dossier_id, kader, self.omgeving.vandaag())
        for veld, antwoord in self.antwoorden.items():
            antwoord.setText("\n".join(getattr(nu, veld)))

# SPDX-License-Identifier: EUPL-1.2
"""The last day to tell the betrokkene, in a sentence beside each place where telling him is decided."""

from PySide6 import QtWidgets

from gemeente_pga.domain.informeren import termijnzin
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.queries.informeren import betrokkene_stand
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving


def toon_informeertermijn(
    label: QtWidgets.QLabel, r: Reader, dossier_id: int, kader: Kader, omgeving: Omgeving
) -> None:
    """As long as nobody decided, or it was decided and not done; after that there is no last day to say."""
    nu = betrokkene_stand(r, dossier_id)
    zin = termijnzin(kader, nu.sinds, omgeving.vandaag()) if nu.open and nu.sinds else ""
    label.setText(zin)
    label.setVisible(bool(zin))

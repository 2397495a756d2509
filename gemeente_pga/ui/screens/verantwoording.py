# SPDX-License-Identifier: EUPL-1.2
"""Giving account, opened from Controle: one tab for each thing that is shown to others."""

from collections.abc import Mapping

from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.screens.tabscherm import Tabscherm
from gemeente_pga.ui.screens.verantwoording_jaar import JaarDeel
from gemeente_pga.ui.screens.verantwoording_register import RegisterDeel
from gemeente_pga.ui.screens.verantwoording_zelf import ZelfDeel

DELEN: Mapping[str, type[Deel]] = {
    "jaarrapportage": JaarDeel,
    "zelfevaluatie": ZelfDeel,
    "register": RegisterDeel,
}


class VerantwoordingScherm(Tabscherm):
    """window.open("verantwoording", None, veld) opens the tab of that name."""

    code = "verantwoording"
    titel = "Verantwoording"
    wegwijzersleutel = "jaarrapportage"
    tabellen = frozenset[str]().union(*(deel.tabellen for deel in DELEN.values()))

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(
            omgeving, DELEN, naam="verantwoordingTabWidget", uitleg="Onderdelen van verantwoording"
        )

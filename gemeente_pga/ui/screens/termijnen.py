# SPDX-License-Identifier: EUPL-1.2
"""Termijnen en verzoeken: what runs out, what was asked, what is kept and destroyed, over all dossiers."""

from collections.abc import Mapping

from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel
from gemeente_pga.ui.screens.tabscherm import Tabscherm
from gemeente_pga.ui.screens.termijnen_bewaren import BewarenDeel
from gemeente_pga.ui.screens.termijnen_lijst import Termijnendeel
from gemeente_pga.ui.screens.termijnen_verzoeken import Verzoekendeel

DELEN: Mapping[str, type[Deel]] = {
    "termijnen": Termijnendeel,
    "verzoeken": Verzoekendeel,
    "bewaren": BewarenDeel,
}


class TermijnenScherm(Tabscherm):
    """The tabs; dossiers go by number here."""

    code = "termijnen"
    titel = "Termijnen en verzoeken"
    railicoon = "clock"
    wegwijzersleutel = next(iter(DELEN.values())).wegwijzersleutel
    tabellen = frozenset[str]().union(*(deel.tabellen for deel in DELEN.values()))

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(
            omgeving, DELEN, naam="termijnenTabWidget", uitleg="Onderdelen van termijnen en verzoeken"
        )

# SPDX-License-Identifier: EUPL-1.2
"""The choices in the form of a letter: which letters can be made now, and who signs."""

from collections.abc import Sequence

from gemeente_pga.domain.brief import BRIEFSOORTEN
from gemeente_pga.domain.verzoek import TEKENT
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_brief import Ui_Brief


def vul_briefkeuzes(ontwerp: Ui_Brief, soorten: Sequence[str]) -> None:
    """Fill the lists of this form."""
    vul_keuzes(ontwerp.soortComboBox, [(soort, BRIEFSOORTEN[soort]) for soort in soorten])
    ontwerp.tekentKeuzeGroep.zet_kolom(True)
    vul_keuzes(ontwerp.tekentKeuzeGroep, TEKENT)

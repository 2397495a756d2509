# SPDX-License-Identifier: EUPL-1.2
"""The form of a letter: which letters can be made now, who signs, and what would stay empty in it."""

from collections.abc import Sequence

from PySide6 import QtWidgets

from gemeente_pga.domain.brief import BRIEFSOORTEN
from gemeente_pga.domain.verzoek import TEKENT
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_brief import Ui_Brief
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.paneel import Formulierpaneel


def vul_briefkeuzes(ontwerp: Ui_Brief, soorten: Sequence[str]) -> None:
    """Fill the lists of this form."""
    vul_keuzes(ontwerp.soortComboBox, [(soort, BRIEFSOORTEN[soort]) for soort in soorten])
    ontwerp.tekentKeuzeGroep.zet_kolom(True)
    vul_keuzes(ontwerp.tekentKeuzeGroep, TEKENT)


def toon_leemten(paneel: Formulierpaneel, leemten: Sequence[str]) -> None:
    """Above the form: what this letter would not say because nobody filled it in; nothing when nothing is."""
    if not leemten:
        return
    kop = QtWidgets.QLabel("Dit is nog leeg en komt dus niet in de brief:", paneel)
    kop.setProperty("rol", "subkop")
    lijst = Opsomming()
    lijst.zet(leemten)
    plek = paneel.inhoud.indexOf(paneel.vorm)
    paneel.inhoud.insertWidget(plek, kop)
    paneel.inhoud.insertWidget(plek + 1, lijst)

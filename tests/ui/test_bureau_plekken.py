# SPDX-License-Identifier: EUPL-1.2
"""Each point on Bureau of a practice kluis opens on what it asks for, and the focus stays there."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Aandacht
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.ui.screens.bureau import BureauScherm
from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import vol

__all__ = ["vol"]
# A bar that only leads on, or a list of parts: whoever lands there still has to look for the field.
VOORPORTAAL = ("Stappenbalk", "Onderdelen", "QTabBar", "Checklist")


def _waar(vol: Window) -> list[str]:
    """The widget with the focus and what it is part of, from the inside out."""
    uit = []
    deel: QtWidgets.QWidget | None = vol.focusWidget()
    while deel is not None and deel is not vol.scherm:
        uit.append(type(deel).__name__)
        deel = deel.parentWidget()
    return uit if deel is not None else []


def _dicht(vol: Window, punt: Aandacht) -> bool:
    if punt.scherm != "dossier" or punt.onderwerp_id is None:
        return False
    with vol.omgeving.store.reader() as r:
        kop = dossierkop(r, punt.onderwerp_id)
    return kop is not None and kop.gesloten


def test_every_point_opens_on_what_it_asks_for(vol: Window, qtbot: QtBot):
    vol.open("bureau")
    assert isinstance(vol.scherm, BureauScherm)
    punten = vol.scherm.punten
    assert len(punten) > 20
    mis = []
    for punt in punten:
        vol.open("bureau")
        vol.open(punt.scherm, punt.onderwerp_id, punt.veld)
        qtbot.wait(1)  # a place that is taken in the next turn is taken away in that turn too
        waar = _waar(vol)
        if not _dicht(vol, punt) and (not waar or waar[0] in VOORPORTAAL):
            mis.append((punt.wat, punt.scherm, punt.veld, waar[:2]))
    assert mis == []


def test_a_point_about_a_closed_dossier_asks_for_the_reason(vol: Window, qtbot: QtBot):
    vol.open("bureau")
    assert isinstance(vol.scherm, BureauScherm)
    dicht = [punt for punt in vol.scherm.punten if _dicht(vol, punt)]
    assert dicht
    for punt in dicht:
        vol.open("bureau")
        vol.open(punt.scherm, punt.onderwerp_id, punt.veld)
        qtbot.wait(1)
        assert _waar(vol), punt.wat

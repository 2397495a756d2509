# SPDX-License-Identifier: EUPL-1.2
"""B4: what a colleague at an open screen could do in one minute waits for the wachtzin."""

from pathlib import Path

import pytest

from gemeente_pga.domain.inrichting import INSTELLING_SCHERM_DELEN, INSTELLING_VERGRENDELTIJD
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.ui.screens.inrichting_kluis import KluisDeel
from gemeente_pga.ui.window import Window
from tests.ui.test_document import maak_agenda
from tests.ui_hulp import bevestig


def _laatste(venster: Window) -> int:
    return venster.omgeving.store.laatste()[0]


@pytest.mark.parametrize(
    ("veld", "waarde", "sleutel"),
    [
        ("vergrendeltijd", "15", INSTELLING_VERGRENDELTIJD),
        ("scherm_delen", True, INSTELLING_SCHERM_DELEN),
    ],
    ids=["vergrendeltijd", "scherm_delen"],
)
def test_lock_time_and_sharing_wait_for_the_wachtzin(venster, qtbot, veld, waarde, sleutel) -> None:
    venster.open("inrichting", None, "kluis")
    deel = venster.findChild(KluisDeel)
    voor = _laatste(venster)
    deel.slot.vul({veld: waarde})
    deel._leg_tijd_vast()
    assert venster.bevestiging.isVisible()
    assert _laatste(venster) == voor
    bevestig(venster, qtbot)
    with venster.omgeving.store.reader() as r:
        assert instelling(r, sleutel, "") == ("ja" if waarde is True else waarde)


def test_printing_waits_for_the_wachtzin(venster, antwoord, tmp_path: Path, qtbot) -> None:
    document_id = maak_agenda(venster.omgeving.store)
    doel = tmp_path / "printer.pdf"
    antwoord(doel)
    venster.open("document", document_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    voor = _laatste(venster)
    scherm.druk_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": "K. Brouwer"})
    scherm.doe_knop.click()
    assert venster.bevestiging.isVisible()
    assert _laatste(venster) == voor
    assert not doel.exists()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: scherm._afdruk is None and doel.exists(), timeout=20_000)

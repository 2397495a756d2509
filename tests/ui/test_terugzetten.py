# SPDX-License-Identifier: EUPL-1.2
"""Through the window: a back-up of before a new main key comes back, with the wachtzin or paper of then."""

from pathlib import Path
from typing import Any, cast

import pytest

from gemeente_pga.app import App
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from tests.ui.test_binnenkomst import _typ, wachtzin
from tests.ui.toestel import Toestel, codes
from tests.ui_hulp import bevestig, typ

__all__ = ["wachtzin"]
NIEUW = "deurmat fluisterde zeven blauwe kapiteins omver"
NIEUWST = "ladder kaneel zwemvest papegaai rietstengel dakpan"


def _binnen(toestel: Toestel, zin: str) -> App:
    app = _typ(toestel, zin)
    toestel.qtbot.waitUntil(lambda: app.window is not None, timeout=20_000)
    return app


@pytest.mark.parametrize("met", ["wachtzin", "herstelcode"])
def test_a_backup_of_before_a_new_main_key_opens_with_what_was_valid_then(
    toestel: Toestel, wachtzin: str, tmp_path: Path, met: str
) -> None:
    qtbot, stick = toestel.qtbot, tmp_path / "stick"
    stick.mkdir()
    app = _binnen(toestel, wachtzin)
    assert app.dienst.store is not None
    set_instelling(app.dienst.store, "backupmap", str(stick))
    app.dienst.maak_backup(stick)
    sleutels = app.dienst.sleutels
    sleutels.wijzig_wachtzin(wachtzin, NIEUW)
    sleutels.bereid_wissel_voor(NIEUW)
    sleutels.wissel()
    sleutels.rond_wissel_af()
    app.vergrendel()

    app = _binnen(toestel, NIEUW)
    venster = app.window
    assert venster is not None
    venster.open("inrichting", None, "backup")
    deel = cast(Any, venster.scherm).delen["backup"]
    qtbot.waitUntil(lambda: bool(deel.lijst.rijen()), timeout=20_000)
    assert deel.lijst.rij().sleutel.woorden == "wachtzin van toen, oude sleutel"
    deel.plan_knop.click()
    assert "van voor de nieuwe hoofdsleutel" in deel.plan.text()
    with qtbot.waitSignal(venster.vergrendel_gevraagd, timeout=20_000):
        deel.terug_knop.click()
        bevestig(venster, qtbot, NIEUW)

    app = toestel.start()
    poort = app.poort
    assert isinstance(poort, Ontgrendelen)
    assert "wachtzin van toen" in poort.ui.berichtLabel.text()
    if met == "wachtzin":
        toestel.ontgrendel(app, wachtzin)
    else:
        toestel.klik(poort.ui.kwijtPushButton)
        assert poort.keuze is not None
        poort.ui.herstelcodeLineEdit.setText(toestel.herstelcode)
        poort.keuze.ui.wachtzinLineEdit.setText(NIEUWST)
        typ(poort.keuze.ui.herhaalLineEdit, NIEUWST)
        toestel.klik(poort.ui.openPushButton)
    qtbot.waitUntil(lambda: app.window is not None, timeout=20_000)
    assert "kluis.terugzetten" in codes(app)
    app.vergrendel()
    app = toestel.start()  # and next time nothing is said of it
    assert isinstance(app.poort, Ontgrendelen)
    assert "toen" not in app.poort.ui.berichtLabel.text()

# SPDX-License-Identifier: EUPL-1.2
"""The window on a practice kluis with every dossier in it, and every place in it where somebody can come."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kader import Kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.screens.tabscherm import Tabscherm
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.ui_hulp import NU, VANDAAG, Antwoorden

Plek = tuple[str, int | None, str]
_LOS = {
    "telefoonnotitie", "nieuw_signaal", "overnemen", "consultatie", "consultaties", "andere_kluis",
    "toezicht", "zakgids",
}  # fmt: skip
ZONDER_ONDERWERP = [s.code for s in SCREENS if s.railicoon or s.code in _LOS]
DOSSIERDELEN = (
    "overzicht", "betrokkene", "deelnemers", "informatie", "plan", "overleggen", "documenten", "tijdlijn",
    "rechten",
)  # fmt: skip
ONDERWERPEN = (
    ("signaal", "SELECT id, dossier_id FROM signaal"),
    ("weging", "SELECT id, dossier_id FROM weging"),
    ("herbeoordeling", "SELECT id, dossier_id FROM herbeoordeling"),
    ("weging_vergelijking", "SELECT DISTINCT dossier_id AS id, dossier_id FROM herbeoordeling"),
    ("document", "SELECT id, dossier_id FROM document WHERE dossier_id IS NOT NULL"),
    ("overleg", "SELECT id, 0 AS dossier_id FROM overleg"),
    ("datalek", "SELECT id, 0 AS dossier_id FROM datalek"),
    ("consultatie", "SELECT id, 0 AS dossier_id FROM consultatie"),
    ("terugbellen", "SELECT id, 0 AS dossier_id FROM telefoonnotitie"),
    ("vernietiging", "SELECT id, 0 AS dossier_id FROM vernietigingslijst"),
    ("verzoek", "SELECT id, 0 AS dossier_id FROM verzoek"),
    ("afschrift", "SELECT id, 0 AS dossier_id FROM verzoek"),
)


@pytest.fixture
def vol(
    qtbot: QtBot, huisstijl: None, dienst: Dienst, echt_kader: Kader, antwoord: Antwoorden
) -> Iterator[Window]:
    """The window on a practice kluis with every dossier in it."""
    store = dienst.store
    assert store is not None
    store.oefening = True
    fill(store, echt_kader, NU)
    worker = Worker()
    omgeving = Omgeving(
        store=store, kader=echt_kader, worker=worker, dienst=dienst, vandaag=lambda: VANDAAG, nu=lambda: NU,
        oefenkluis=True,
    )  # fmt: skip
    window = Window(omgeving, SCREENS)
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    qtbot.waitExposed(window)
    yield window
    worker.stop()
    store.na_vastleggen.clear()


def plekken(vol: Window) -> list[Plek]:
    """Every screen, with every subject that it can have here, and every tab."""
    with vol.omgeving.store.reader() as r:
        uit: list[Plek] = [(code, None, "") for code in ZONDER_ONDERWERP]
        koppen = [kop for rij in r.rows("SELECT id FROM dossier") if (kop := dossierkop(r, rij["id"]))]
        dicht = {kop.id for kop in koppen if kop.gesloten}
        uit += [("dossier", kop.id, deel) for kop in koppen for deel in DOSSIERDELEN]
        for code, sql in ONDERWERPEN:
            uit += [(code, rij["id"], "") for rij in r.rows(sql) if rij["dossier_id"] not in dicht]
    for code in ("inrichting", "verantwoording", "termijnen"):
        vol.open(code)
        assert isinstance(vol.scherm, Tabscherm)
        uit += [(code, None, deel) for deel in vol.scherm.delen]
    assert {s.code for s in SCREENS} == {code for code, _, _ in uit}, "a screen that nobody walks through"
    return uit

# SPDX-License-Identifier: EUPL-1.2
"""A journey in the window: a casus moves to another municipality, and is over only with their receipt."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6 import QtWidgets

from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.store.queries.overdracht import overdrachten
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON, acts
from tests.inrichting_hulp import stel_vast
from tests.reis.mens import Mens

HIER, AANBOD, NEE = date(2026, 9, 8), date(2026, 9, 10), date(2026, 9, 14)
WEER, JA, BEWAREN = date(2026, 9, 15), date(2026, 9, 21), date(2026, 9, 22)
WACHT = "De andere gemeente heeft nog niet bevestigd. Tot die tijd blijft de casus hier."


def sluit(mens: Mens, dossier_id: int) -> None:
    """He has moved: the work here ends, with what the partners keep."""
    mens.open_dossier(dossier_id)
    mens.druk("Casus afsluiten")
    mens.vul(
        {
            "gesloten_op": AANBOD, "sluitreden": "verhuisd", "sluit_toelichting": "Verhuisd naar Oudeveen.",
            "resultaat": "De schuldhulp loopt door.", "partners_bewaren": "Niemand houdt iets.",
        }
    )  # fmt: skip
    mens.klik(mens.zie(QtWidgets.QPushButton, "afsluiten_vastleggen"))
    mens.moet_goed_zijn()


def bied_aan(mens: Mens) -> None:
    """Which municipality, who there, on what ground, and what goes."""
    mens.klik(mens.zie(QtWidgets.QPushButton, "knop_overdracht_nieuw"))
    mens.vul(
        {
            "gemeente": "Gemeente Oudeveen", "contact": "R. Poelstra, coördinator", "grondslag": "wet_pga",
            "inhoud": "Het weegverslag en het plan van aanpak.",
        }
    )  # fmt: skip
    mens.leg_vast()


@pytest.mark.eis("a.C9")
def test_over_only_when_the_other_side_confirms(venster: Window) -> None:
    store, mens = venster.omgeving.store, Mens(venster)
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    overname = replace(OVERNAME, stand="in_uitvoering")
    take_over(store, PERSOON, overname, gemeente_id=gemeente_id, bijlagen=(), vandaag=HIER)
    dossier_id = mens.waarde("SELECT id FROM dossier")

    mens.dag(AANBOD)
    sluit(mens, dossier_id)
    mens.open_dossier(dossier_id, reden="afronding")
    mens.tab("Rechten")
    bied_aan(mens)
    assert WACHT in mens.teksten()
    assert not mens.ziet("knop_overdracht_nieuw"), "one offer at a time"
    assert mens.waarde("SELECT status FROM casus") == "afgesloten"

    mens.dag(NEE)  # they say no: he does not live there yet
    mens.open_dossier(dossier_id, reden="afronding")
    mens.tab("Rechten")
    mens.klik(mens.zie(QtWidgets.QPushButton, "knop_overdracht_einde"))
    mens.vul({"antwoord": "geweigerd", "geweigerd_reden": "Hij staat hier nog niet ingeschreven."})
    mens.leg_vast()
    assert WACHT not in mens.teksten()
    assert mens.waarde("SELECT status FROM casus") == "afgesloten", "refused, it stays here"

    mens.dag(WEER)
    mens.open_dossier(dossier_id, reden="afronding")
    mens.tab("Rechten")
    bied_aan(mens)
    mens.dag(JA)  # three weeks later they confirm
    mens.open_dossier(dossier_id, reden="afronding")
    mens.tab("Rechten")
    mens.klik(mens.zie(QtWidgets.QPushButton, "knop_overdracht_einde"))
    mens.vul({"antwoord": "bevestigd"})
    was = acts(store)
    mens.klik(mens.zie(QtWidgets.QPushButton, "overdrachtantwoord_vastleggen"))
    assert "bevestigd_door" in mens.gebreken(), "a receipt has a name"
    assert acts(store) == was
    mens.vul({"bevestigd_door": "R. Poelstra"})
    mens.leg_vast()
    assert mens.waarde("SELECT status FROM casus") == "overgedragen"
    with store.reader() as r:
        stand = [(o.inhoud.gemeente, o.stand) for o in overdrachten(r, dossier_id)]
    assert [gemeente for gemeente, _ in stand] == ["Gemeente Oudeveen"] * 2
    assert len({zin for _, zin in stand}) == 2

    stel_vast(store, ["casus_overgedragen"], "P5Y", op=BEWAREN)
    mens.dag(BEWAREN)
    mens.open_dossier(dossier_id, reden="vernietiging")
    mens.tab("Rechten")
    mens.klik(mens.zie(QtWidgets.QPushButton, "knop_bewaren"))
    mens.vul({"waardering": "vernietigen", "selectielijst": "Selectielijst 2020, proces 8.1"})
    mens.leg_vast()
    assert "Bewaren tot 21 september 2031." in mens.teksten(), "the term runs from the receipt"
    assert mens.waarde("SELECT status FROM casus") == "gesloten"

# SPDX-License-Identifier: EUPL-1.2
"""Letters on screen: to who asks, and to a person of the dossier."""

from typing import Any

from pytestqt.qtbot import QtBot

from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.handelingen.registers import record_mandaat
from gemeente_pga.store.queries.document import documenten_van_dossier
from gemeente_pga.ui.screens.rechten_informeren import Informeerkaart
from gemeente_pga.ui.window import Window
from tests.ui.test_verzoek import dossier_id, nieuw, scherm, vul_in  # noqa: F401 - a fixture


def soorten(venster: Window, dossier: int) -> list[tuple[str, bool]]:
    with venster.omgeving.store.reader() as r:
        return [(d.soort, d.klaar) for d in documenten_van_dossier(r, dossier)]


def test_receipt_is_confirmed_from_the_request(venster: Window, dossier_id: int, qtbot: QtBot):  # noqa: F811
    nieuw(venster, dossier_id)
    scherm(venster).knoppen["brief"].click()
    paneel: Any = scherm(venster).plek_vormen.paneel
    assert paneel.ui.persoon_idComboBox.isHidden()
    assert paneel.formulier.lees()["soort"] == "ontvangst"  # the only one now
    vul_in(venster, tekent="namens", ondertekenaar_naam="S. Aydın")
    assert "ondertekenaar_functie" in paneel.formulier.gebreken()
    vul_in(venster, ondertekenaar_functie="coördinator")
    assert "geen mandaat" in paneel.formulier.gebreken()["ondertekenaar_naam"]
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id)
    dag = venster.omgeving.vandaag()
    record_mandaat(store, gemeente_id, Mandaat("brief", "burgemeester", "coördinator", "", dag, None, "B1"))
    vul_in(venster, ondertekenaar_naam="S. Aydın")
    qtbot.waitUntil(lambda: soorten(venster, dossier_id) == [("brief", True)], timeout=20_000)
    assert [getattr(stap, "soort", "") for stap in scherm(venster).stappen.rijen()] == ["ontvangst_bevestigd"]


def test_a_letter_to_a_person_says_what_is_missing(venster: Window, dossier_id: int):  # noqa: F811
    venster.open("dossier", dossier_id, "brief")
    (kaart,) = venster.scherm.findChildren(Informeerkaart)  # type: ignore[union-attr]
    paneel: Any = kaart.plek.paneel
    paneel.formulier.vul(
        {
            "soort": "informeren",
            "tekst": "Wij maken ons zorgen.",
            "tekent": "zelf",
            "ondertekenaar_naam": "A.",
        }
    )
    paneel.vastlegknop.click()
    assert soorten(venster, dossier_id) == []
    assert paneel.formulier.lees()["tekst"] == "Wij maken ons zorgen."

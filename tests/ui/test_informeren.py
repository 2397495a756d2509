# SPDX-License-Identifier: EUPL-1.2
"""Informing a person and his zienswijze on the tab Rechten en termijnen of a dossier."""

from datetime import date
from typing import Any

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeren
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.informeren import besluiten, bezorgingen, zienswijzen
from gemeente_pga.ui.screens.rechten_informeren import Informeerkaart, Zienswijzekaart
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.ui_hulp import VANDAAG


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """A dossier with one person."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        return int(r.value("SELECT id FROM dossier"))


def kaart(venster: Window, soort: type) -> Any:
    deel: Any = venster.scherm
    (uit,) = [k for k in deel._huidig_deel().kaarten if isinstance(k, soort)]
    return uit


def test_the_first_page_leads_to_the_letter_until_the_betrokkene_knows(
    venster: Window, dossier_id: int, qtbot: QtBot
):
    venster.open("dossier", dossier_id)
    deel: Any = venster.scherm._huidig_deel()  # type: ignore[union-attr]
    assert deel.briefknop.isHidden()  # he was told
    with venster.omgeving.store.reader() as r:
        casus_id = r.value("SELECT id FROM casus")
    besluit = Informeren("ja", "", "Zij werkt mee.", "S. Aydın", None, None, "")
    casussen.record_informeren(venster.omgeving.store, casus_id, besluit, op=VANDAAG)
    qtbot.waitUntil(lambda: not deel.briefknop.isHidden())
    deel.briefknop.click()
    assert kaart(venster, Informeerkaart).plek.paneel.formulier.widget("soort").isVisible()


def test_a_decision_and_a_delivery_are_recorded_on_the_tab(venster: Window, dossier_id: int):
    venster.open("dossier", dossier_id, "informeren_persoon")
    blad = kaart(venster, Informeerkaart)
    paneel = blad.plek.paneel
    assert paneel.formulier.lees()["persoon_id"]  # the only person is chosen
    paneel.formulier.vul({
        "informeren": "later", "informeren_reden": "Onderzoek loopt.", "informeren_door": "S. Aydın",
    })  # fmt: skip
    paneel.vastlegknop.click()
    assert set(paneel.formulier.gebreken()) == {"informeren_grondslag", "informeren_opnieuw_op"}
    paneel.formulier.vul({
        "informeren_grondslag": "openbare_veiligheid", "informeren_opnieuw_op": date(2026, 12, 1),
    })  # fmt: skip
    paneel.vastlegknop.click()
    assert blad.plek.isHidden()
    blad.bezorgknop.click()
    blad.plek.paneel.formulier.vul({"wijze": "post", "aan": "W. Brandsma", "huisgenoten": "risico"})
    blad.plek.paneel.vastlegknop.click()
    assert "huisgenoot" in blad.plek.paneel.formulier.gebreken()["wijze"]
    blad.plek.paneel.formulier.vul({"wijze": "persoonlijk", "voorzorg": "Bij het wijkteam."})
    blad.plek.paneel.vastlegknop.click()
    with venster.omgeving.store.reader() as r:
        assert [b.inhoud.informeren for b in besluiten(r, dossier_id)] == ["later"]
        assert [b.inhoud.wijze for b in bezorgingen(r, dossier_id)] == ["persoonlijk"]
    assert len(blad.besluiten.rijen()) == len(blad.bezorgingen.rijen()) == 1


def test_a_zienswijze_is_answered_later_and_typing_is_kept(venster: Window, dossier_id: int, qtbot: QtBot):
    venster.open("dossier", dossier_id, "zienswijze")
    blad = kaart(venster, Zienswijzekaart)
    blad.plek.paneel.formulier.widget("tekst").setPlainText("Ik was daar niet.")
    venster.open("bureau")
    venster.open("dossier", dossier_id, "zienswijze")
    blad = kaart(venster, Zienswijzekaart)
    assert blad.plek.paneel.formulier.lees()["tekst"] == "Ik was daar niet."
    blad.plek.paneel.formulier.vul({"wijze": "gesprek"})
    blad.plek.paneel.vastlegknop.click()
    (rij,) = blad.lijst.rijen()
    blad.lijst.geopend.emit(rij)
    blad.plek.paneel.formulier.vul({"reactie": "Nagevraagd.", "besproken_op": VANDAAG})
    blad.plek.paneel.vastlegknop.click()
    with venster.omgeving.store.reader() as r:
        (regel,) = zienswijzen(r, dossier_id)
    assert (regel.inhoud.tekst, regel.inhoud.reactie) == ("Ik was daar niet.", "Nagevraagd.")


def test_the_last_day_stands_where_telling_is_decided(venster: Window, dossier_id: int):
    """On the tab, in the panel of the casus; gone once it was decided to wait."""
    venster.open("dossier", dossier_id, "informeren_persoon")
    # the casus was taken over with its decision: that stands here, and no day runs any more
    assert kaart(venster, Informeerkaart).termijn.text().startswith("Over de betrokkene. ")
    assert "Laatste dag" not in kaart(venster, Informeerkaart).termijn.text()
    with venster.omgeving.store.write(Handeling.CASUS_INFORMEREN) as w:
        w.update("casus", w.value("SELECT id FROM casus"), {"informeren": "ja", "geinformeerd_op": None})
        w.update("signaal", w.value("SELECT id FROM signaal"), {"ontvangen_op": "2026-01-31T09:00:00+01:00"})
    venster.open("dossier", dossier_id, "informeren_persoon")
    assert "28 februari 2026" in kaart(venster, Informeerkaart).termijn.text()
    venster.open("dossier", dossier_id, "informeren")
    assert venster.scherm is not None
    regels = venster.scherm.findChildren(QtWidgets.QLabel, "termijnLabel")
    assert {("28 februari 2026" in regel.text(), regel.isHidden()) for regel in regels} == {(True, False)}

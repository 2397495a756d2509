# SPDX-License-Identifier: EUPL-1.2
"""Putting the copy together on screen: part by part, one field otherwise, then the paper."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.verzoek import Behandeling, Verzoekstap
from gemeente_pga.handelingen import verzoek as handelingen
from gemeente_pga.store.queries.afschrift import afschrift_van
from gemeente_pga.ui.screens.afschrift import AfschriftScherm
from gemeente_pga.ui.screens.document import DocumentScherm
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.inrichting_hulp import kader
from tests.rechten_hulp import BESLUIT
from tests.ui.test_verzoek import dossier_id, nieuw  # noqa: F401 - a fixture
from tests.ui_hulp import VANDAAG


@pytest.fixture
def verzoek_id(venster: Window, dossier_id: int) -> int:  # noqa: F811 - that fixture
    """An access request that is decided, with an item of the police."""
    regel = nieuw(venster, dossier_id)
    store = venster.omgeving.store
    handelingen.update_verzoek(
        store, regel.id, Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie")
    )
    stap = Verzoekstap("bronhouder_geraadpleegd", VANDAAG, "Politie", "Eigen besluit.")
    handelingen.add_stap(store, regel.id, stap)
    handelingen.decide(store, regel.id, BESLUIT, kader())
    return regel.id


def scherm(venster: Window) -> AfschriftScherm:
    assert isinstance(venster.scherm, AfschriftScherm)
    return venster.scherm


def test_each_part_is_judged_and_then_the_copy_is_made(venster: Window, verzoek_id: int, qtbot: QtBot):
    venster.open("afschrift", verzoek_id)
    blad = scherm(venster)
    assert acts(venster.omgeving.store)[-1] == "casus.inzien"
    assert "te beoordelen" in blad.stand.text()
    assert blad.maakknop.isHidden()
    assert "Brandsma" not in blad.titel_nu()
    for _ in blad.onderdelen:
        if not blad.neemknop.isHidden():
            blad.neemknop.click()
    assert blad.stand.text() == "Alles is beoordeeld."
    blad.maakknop.click()
    qtbot.waitUntil(lambda: isinstance(venster.scherm, DocumentScherm), timeout=20_000)
    with venster.omgeving.store.reader() as r:
        assert afschrift_van(r, verzoek_id) is not None
    venster.open("afschrift", verzoek_id)
    assert scherm(venster).maakknop.isHidden()
    assert scherm(venster).neemknop.isHidden()
    assert not scherm(venster).toonknop.isHidden()


def test_one_field_is_judged_otherwise_and_typing_survives(venster: Window, verzoek_id: int):
    venster.open("afschrift", verzoek_id)
    blad = scherm(venster)
    assert blad.lijst.kies(("verzoek", verzoek_id))
    assert blad.velden.kies(("verzoek", verzoek_id, "besluit_tekst"))
    assert blad.tekst.text() == "U krijgt een afschrift."
    blad.andersknop.click()
    paneel: Any = blad.plek_vormen.paneel
    paneel.formulier.vul({"uitkomst": "maskeren", "tekst": "U krijgt iets.", "grond": "derde"})
    paneel.vastlegknop.click()
    assert "Haal alleen weg" in paneel.formulier.gebreken()["tekst"]
    plek = blad.plek()
    venster.open("bureau")
    venster.open("afschrift", verzoek_id)
    scherm(venster).naar_plek(plek)
    paneel = scherm(venster).plek_vormen.paneel
    paneel.formulier.vul({"tekst": "U krijgt [ ]."})
    paneel.vastlegknop.click()
    (over,) = [
        g for deel in blad.onderdelen for g in deel.gegevens if g.sleutel[::2] == ("verzoek", "besluit_tekst")
    ]
    assert over.gegeven_tekst == "U krijgt [ ]."
    assert blad.plek_vormen.paneel is None


def test_what_the_police_gave_cannot_be_judged_here(venster: Window, verzoek_id: int):
    venster.open("afschrift", verzoek_id)
    blad = scherm(venster)
    (politie,) = [deel for deel in blad.onderdelen if deel.sleutel[0] == "informatie"]
    blad.lijst.kies(politie.sleutel)
    assert blad.andersknop.isHidden()
    assert blad.neemknop.isHidden()
    assert politie.stand == "Niet gegeven"


def test_what_was_typed_and_not_recorded_is_not_left_out_in_silence(venster: Window, verzoek_id: int):
    venster.open("afschrift", verzoek_id)
    assert scherm(venster).ook.isHidden()
    with venster.omgeving.store.reader() as r:
        dossier = r.value("SELECT dossier_id FROM verzoek WHERE id = ?", verzoek_id)
    venster.omgeving.store.save_concept("dossier", f"{dossier}:zienswijze", "{}")
    scherm(venster).herlaad()
    assert "nog niet is vastgelegd" in scherm(venster).ook.text()

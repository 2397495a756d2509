# SPDX-License-Identifier: EUPL-1.2
"""Who has what on screen: what is not back, what became of it, and the datalek that a missing copy opens."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.exemplaar import Standwijziging
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.exemplaar import set_stand
from gemeente_pga.store.queries import bureau
from gemeente_pga.store.queries.datalek import datalekken
from gemeente_pga.store.queries.houders import Exemplaarregel, exemplaren
from gemeente_pga.ui.screens.rechten_houders import Houderkaart
from tests.houder_hulp import geef_uit, maak_stuk
from tests.overleg_hulp import Casussen, leg_casussen_vast
from tests.ui_hulp import NU, VANDAAG


def _drie(venster) -> tuple[Casussen, tuple[Exemplaarregel, ...], Any]:
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    rijen = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "K. Brouwer", "S. Aydın", "de tolk")
    venster.open("wie_heeft_wat")
    return c, rijen, venster.scherm


def _standen(venster) -> list[str]:
    with venster.omgeving.store.reader() as r:
        return [e.stand for e in sorted(exemplaren(r, alles=True), key=lambda e: e.nummer)]


def _kies(scherm, *rijen: int) -> None:
    model = scherm.lijst.selectionModel()
    model.clear()
    for rij in rijen:
        vlag = QtCore.QItemSelectionModel.SelectionFlag.Select | QtCore.QItemSelectionModel.SelectionFlag.Rows
        model.select(scherm.lijst.model().index(rij, 0), vlag)
    if len(rijen) == 1:
        scherm.lijst.setCurrentIndex(scherm.lijst.model().index(rijen[0], 0))


def test_an_empty_register_says_so(venster):
    venster.open("wie_heeft_wat")
    scherm = venster.scherm
    assert scherm.lijst.isHidden()
    assert "Niets is buiten de kluis" in scherm.leeg.text()
    assert not scherm.terugknop.isEnabled()


def test_what_came_back_is_ticked_off_together(venster, qtbot):
    _, _, scherm = _drie(venster)
    assert len(scherm.lijst.rijen()) == 3
    _kies(scherm, 0, 1)
    assert not scherm.andersknop.isEnabled()
    scherm.terugknop.click()
    assert _standen(venster) == ["teruggenomen", "teruggenomen", "uitgereikt"]
    qtbot.waitUntil(lambda: [e.nummer for e in scherm.lijst.rijen()] == [3])
    scherm.keuze.setCurrentIndex(1)
    assert len(scherm.lijst.rijen()) == 3


def test_what_is_destroyed_cannot_come_back(venster):
    _, _, scherm = _drie(venster)
    _kies(scherm, 0)
    scherm.wegknop.click()
    scherm.keuze.setCurrentIndex(1)
    scherm.lijst.kies(next(e.id for e in scherm.lijst.rijen() if e.nummer == 1))
    assert not scherm.terugknop.isEnabled()
    assert not scherm.andersknop.isEnabled()


@pytest.mark.eis("G15")
def test_a_missing_copy_leads_to_its_datalek(venster):
    _, rijen, scherm = _drie(venster)
    venster.open("wie_heeft_wat", rijen[2].id)
    form = scherm.paneel.formulier
    form.vul({"stand": "vermist"})
    form.gewijzigd.emit()
    assert moment_lang((NU + timedelta(hours=72)).astimezone().isoformat()) in scherm.gevolg.text()
    scherm.paneel.vastlegknop.click()
    assert form.gebreken()["toelichting"]
    assert _standen(venster)[2] == "uitgereikt"
    form.vul({"toelichting": "Bleef liggen in de trein."})
    scherm.paneel.vastlegknop.click()
    assert _standen(venster)[2] == "vermist"
    lekscherm = venster.scherm
    assert lekscherm.code == "datalek"
    assert "Nog 72 uur" in lekscherm.klokzin.text()
    assert lekscherm.lek.nummer == "L2026-01"
    with venster.omgeving.store.reader() as r:
        punt = bureau.aandacht(r, venster.omgeving.kader, VANDAAG, oefenkluis=True)[0]
    assert (punt.scherm, punt.onderwerp_id, punt.meteen) == ("datalek", lekscherm.lek.id, True)


def test_a_missing_copy_names_its_datalek_in_both_lists(venster):
    """Nobody reads that the OM surely holds a paper which is lost."""
    store = venster.omgeving.store
    c, rijen, _ = _drie(venster)
    set_stand(store, [rijen[2].id], Standwijziging("vermist", VANDAAG, "Kwijt."), nu=NU)
    venster.scherm.herlaad()
    zin = f"Vermist op {datum_kort(VANDAAG)}; datalek L{VANDAAG.year}-01 loopt"
    lijst = venster.scherm.lijst
    assert zin in [lijst.model().index(n, 5).data() for n in range(len(lijst.rijen()))]
    venster.open("dossier", c.dossier_een, "rechten")
    kaart = venster.scherm.findChild(Houderkaart)
    rij = [g.naam for g in kaart.houderlijst.rijen()].index("de tolk")
    cellen = [kaart.houderlijst.model().index(rij, kolom).data() for kolom in range(4)]
    assert zin.lower().replace("l20", "L20") in cellen[1]
    assert cellen[3] == "Vermist"


def test_where_nobody_was_told_the_reporter_still_knows(venster):
    c = leg_casussen_vast(venster.omgeving.store)
    with venster.omgeving.store.write(Handeling.WEGING_TAFEL) as w:
        for rij in w.rows("SELECT id FROM weging_partij WHERE dossier_id = ?", c.dossier_een):
            w.update("weging_partij", rij["id"], {"aanwezig": "nee"})
    venster.open("dossier", c.dossier_een, "rechten")
    kaart = venster.scherm.findChild(Houderkaart)
    assert not kaart.houderlijst.rijen()
    assert kaart.leeg.text() == (
        "De melder kent de eigen melding. Verder is niet vastgelegd dat iemand iets heeft."
    )


def test_a_datalek_is_worked_out_and_closed(venster, qtbot):
    store = venster.omgeving.store
    _, rijen, _ = _drie(venster)
    lek_id = set_stand(store, [rijen[0].id], Standwijziging("vermist", VANDAAG, "Kwijt."), nu=NU)
    venster.open("datalek", lek_id)
    scherm = venster.scherm
    scherm.sluitknop.click()  # nothing is answered yet
    assert {"maatregelen", "fg_ingelicht_op", "melden_ap", "betrokkenen"} <= set(scherm.formulier.gebreken())
    scherm.formulier.vul(
        {
            "maatregelen": "De vervoerder is gebeld.", "fg_ingelicht_op": VANDAAG, "melden_ap": "nee",
            "melden_ap_reden": "Teruggevonden, niet ingezien.", "betrokkenen": "nee",
            "betrokkenen_reden": "Er is geen risico.",
        }
    )  # fmt: skip
    scherm.vastleggen()
    scherm.sluitknop.click()
    with store.reader() as r:
        (lek,) = datalekken(r)
    assert lek.gesloten_op == VANDAAG
    qtbot.waitUntil(scherm.sluitknop.isHidden)
    assert scherm.vastlegknop.isHidden()
    assert "Afgesloten op 8 september 2026" in scherm.klokzin.text()


def test_another_datalek_is_recorded_by_hand(venster):
    store = venster.omgeving.store
    c, _, _ = _drie(venster)
    venster.open("datalek")
    scherm = venster.scherm
    scherm.formulier.vul(
        {"ontdekt_dag": VANDAAG, "ontdekt_tijd": "9.00", "aard": "verkeerde_ontvanger",
         "wat": "Een mail ging naar de verkeerde school.", "dossiers": "2026-999", "inhoud": "De besluiten."}
    )  # fmt: skip
    scherm.vastlegknop.click()
    assert set(scherm.formulier.gebreken()) == {"dossiers"}
    scherm.formulier.vul({"dossiers": "2026-002"})
    scherm.vastlegknop.click()
    with store.reader() as r:
        (lek,) = datalekken(r)
    assert [(d.dossier_id, d.inhoud) for d in lek.dossiers] == [(c.dossier_twee, "De besluiten.")]
    assert venster.scherm.lek.id == lek.id
    assert venster.scherm.formulier.veld("dossiers").isHidden()
    venster.open("wie_heeft_wat")
    assert [x.nummer for x in venster.scherm.lekken.rijen()] == ["L2026-01"]


def test_typing_survives_locking(venster):
    _, rijen, scherm = _drie(venster)
    venster.open("wie_heeft_wat", rijen[1].id)
    veld = scherm.paneel.formulier.widget("toelichting")
    assert isinstance(veld, QtWidgets.QPlainTextEdit)
    veld.setPlainText("Ligt bij de receptie van het stadhuis.")
    venster.bewaar_concepten()
    assert venster.omgeving.store.concept("wie_heeft_wat", str(rijen[1].id))
    venster.open("bureau")
    venster.open("wie_heeft_wat", rijen[1].id)
    assert "receptie" in scherm.paneel.formulier.lees()["toelichting"]
    scherm.paneel.formulier.vul({"stand": "teruggenomen"})
    scherm.paneel.vastlegknop.click()
    assert not venster.omgeving.store.concept("wie_heeft_wat", str(rijen[1].id))

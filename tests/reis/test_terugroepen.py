# SPDX-License-Identifier: EUPL-1.2
"""A police correction, through the window: from the telephone call to the answer of every holder."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gemeente_pga.domain.exemplaar import Houdernaam, Paperstand
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.overleg import Deelnemer
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.overleg import begin_overleg, record_aanwezigheid
from gemeente_pga.store.queries import bureau, bureau_houders
from gemeente_pga.store.queries.houders import berichten, openstaand
from gemeente_pga.store.queries.overleg import agenda, deelnemers
from gemeente_pga.store.queries.tekstblok import leemten_bericht
from gemeente_pga.ui.screens.rechten_houders import Houderkaart
from tests.houder_hulp import geef_uit, maak_stuk
from tests.overleg_hulp import Casussen, informatie, leg_casussen_vast, leg_overleg_vast
from tests.ui_hulp import VANDAAG, bevestig

WOORDEN = "Aangehouden bij een vechtpartij op het plein."


@pytest.fixture
def zaak(venster) -> tuple[Casussen, int]:
    """On 1 September the police told something, with all there; a week later the school got a paper."""
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    overleg_id = leg_overleg_vast(store, c, datum=date(2026, 9, 1))
    begin_overleg(store, overleg_id)
    with store.reader() as r:
        (punt,) = agenda(r, overleg_id)
        tafel = deelnemers(r, overleg_id)
    record_aanwezigheid(
        store,
        overleg_id,
        {
            t.id: Deelnemer(
                t.inhoud.partij_id, t.inhoud.naam, t.inhoud.functie, t.inhoud.rol, "aanwezig", True, ""
            )
            for t in tafel
        },
    )
    item = register_informatie(
        store, c.dossier_een, informatie(c.partijen["politie"], WOORDEN), waarbij={"bespreking_id": punt.id}
    )
    papier = maak_stuk(store, dossier_id=c.dossier_een)
    geef_uit(store, papier, Houdernaam("de mentor, Praktijkcollege"))
    return c, item


def _kaart(venster) -> Any:
    return venster.scherm.findChild(Houderkaart)


def _antwoord(venster, kaart, rij: int, antwoord: str, tekst: str = "") -> None:
    kaart.berichtenlijst.selectRow(rij)
    kaart.antwoordknop.click()
    kaart.antwoordpaneel.formulier.vul({"antwoord": antwoord, "antwoord_tekst": tekst})
    kaart.antwoordpaneel.vastlegknop.click()


@pytest.mark.eis("c12")
def test_a_police_correction_reaches_every_holder(venster, zaak, antwoord, tmp_path, qtbot):
    c, item = zaak
    store = venster.omgeving.store

    # The police call: it was somebody else. She looks who has it, and records the call.
    venster.open("dossier", c.dossier_een, "rechten")
    kaart = _kaart(venster)
    kaart.welk.setCurrentIndex(kaart.welk.findData(item))
    houders = {groep.naam: groep.zeker for groep in kaart.houderlijst.rijen()}
    assert houders == {
        "Politie": True, "Gemeente": True, "Openbaar Ministerie": True, "Zorg- en Veiligheidshuis": True,
        "Raad voor de Kinderbescherming": True, "de mentor, Praktijkcollege": False,
    }  # fmt: skip
    kaart.meldknop.click()
    assert kaart.paneel.formulier.lees()["informatie_id"] == item
    kaart.paneel.vastlegknop.click()
    assert {"soort", "gemeld_door", "juist"} == set(kaart.paneel.formulier.gebreken())
    kaart.paneel.formulier.vul(
        {"soort": "onjuist", "gemeld_door": "K. Brouwer, politie", "juist": "Het ging om een ander."}
    )
    kaart.paneel.vastlegknop.click()
    qtbot.waitUntil(kaart.berichtknoppen["rectificatie"].isEnabled)
    assert kaart.gevolg.text().startswith("U gaat 6 berichten maken")

    # One button makes them all.
    kaart.berichtknoppen["rectificatie"].click()
    qtbot.waitUntil(lambda: len(kaart.berichtenlijst.rijen()) == 6)
    assert not kaart.berichtknoppen["rectificatie"].isEnabled()
    qtbot.waitUntil(
        lambda: (
            kaart.gevolg.text() == "Voor iedere houder staat een bericht klaar. Zes zijn nog niet verstuurd."
        )
    )
    with store.reader() as r:
        assert openstaand(r, c.dossier_een) == Paperstand(exemplaren=1, berichten=6)
        (punt,) = [
            p for p in bureau_houders.punten(r, venster.omgeving.kader, VANDAAG) if p.scherm == "dossier"
        ]
    assert punt.waarom == "Nog niets is verstuurd."

    # She saves one to send it; that is when it was sent.
    regel = next(b for b in kaart.berichtenlijst.rijen() if b.houder == "Politie")
    with store.reader() as r:
        document = "SELECT sha256 FROM document WHERE id = ?"
        assert r.value(document, regel.document_id) is not None
    qtbot.waitUntil(lambda: _is_klaar(store, regel.document_id), timeout=20_000)
    doel = tmp_path / "bericht.pdf"
    antwoord(doel)
    kaart.berichtenlijst.kies(regel.id)
    kaart.berichtenlijst.geopend.emit(regel)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    scherm.bewaar_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "deelnemer", "houders": "Politie", "beveiliging": "zonder"})
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists)

    # The answers come in; a refusal says why.
    venster.open("dossier", c.dossier_een, "houderbericht:0")
    kaart = _kaart(venster)
    qtbot.waitUntil(lambda: len(kaart.berichtenlijst.rijen()) == 6)
    for rij in range(6):
        weigert = kaart.berichtenlijst.rijen()[rij].houder.startswith("de mentor")
        _antwoord(venster, kaart, rij, "weigert" if weigert else "gedaan", "Weggegooid." if weigert else "")
        qtbot.waitUntil(lambda rij=rij: bool(kaart.berichtenlijst.rijen()[rij].antwoord))
    with store.reader() as r:
        assert {b.antwoord for b in berichten(r, c.dossier_een)} == {"gedaan", "weigert"}
        assert [b.verstuurd_op for b in berichten(r, c.dossier_een) if b.houder == "Politie"] == [VANDAAG]
        assert openstaand(r, c.dossier_een) == Paperstand(exemplaren=1)
        alle = bureau.aandacht(r, venster.omgeving.kader, VANDAAG, oefenkluis=True)
    assert not [p for p in alle if "berichten aan houders" in p.wat]


def test_what_a_notice_would_not_say_is_said_before_it_is_made(venster, zaak):
    c, _ = zaak
    store = venster.omgeving.store

    def zet(contactpunt: str) -> None:
        with store.write(Handeling.GEMEENTE_VASTLEGGEN) as w:
            w.update("gemeente", w.value("SELECT id FROM gemeente"), {"contactpunt": contactpunt})

    zet("")
    venster.open("dossier", c.dossier_een, "rechten")
    kaart = _kaart(venster)
    assert not kaart.leemten.isHidden(), "there are copies to ask back"
    assert "contactpunt" in kaart.leemten.text()
    assert "Inrichting" in kaart.leemten.text()
    zet("het contactpunt, 010 000 00 00")
    venster.open("bureau")
    venster.open("dossier", c.dossier_een, "rechten")
    assert "contactpunt" not in _kaart(venster).leemten.text()
    with store.reader() as r:
        kader = venster.omgeving.kader
        termijnen = tuple(replace(t, termijn="") for t in kader.streeftermijnen)
        zonder = replace(kader, streeftermijnen=termijnen)
        (zin,) = leemten_bericht(r, c.dossier_een, zonder)
        assert "welke dag" in zin
        assert leemten_bericht(r, 0, zonder) == ()


def _is_klaar(store, document_id: int) -> bool:
    with store.reader() as r:
        return bool(r.value("SELECT sha256 FROM document WHERE id = ?", document_id))

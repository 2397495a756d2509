# SPDX-License-Identifier: EUPL-1.2
"""Participants and people around, in the dossier: typed with keys, refused at the field, never lost."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.store.queries.casus import casusdeelnemers, tafelmomenten
from gemeente_pga.store.queries.persoon import personen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, acts, deelnemer
from tests.signaal_hulp import SCHOOL
from tests.ui.dossier_hand import OP, klik, nu, open_dossier, vul_in


def partij(venster: Window, soort: str) -> int:
    with venster.omgeving.store.reader() as r:
        return int(r.value("SELECT id FROM partij WHERE soort = ?", soort))


@pytest.mark.parametrize("breed", [1366, 683])
def test_who_takes_part_is_not_cut_off(
    venster: Window, dossier_id: int, casus_id: int, qtbot: QtBot, breed: int
):
    wie = deelnemer(partij(venster, "politie"), naam="mr. P. van 't Hoff", functie="officier van justitie")
    casussen.record_deelnemer(venster.omgeving.store, casus_id, wie, op=date(2026, 11, 4))
    venster.resize(breed, 740)
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    deel: Any = scherm._huidig_deel()
    lijst = deel.bewerker.lijsten[0]
    meet = lijst.fontMetrics()

    def past() -> None:
        for rij in range(lijst.model().rowCount()):
            for kolom in range(lijst.model().columnCount()):
                tekst = str(lijst.model().index(rij, kolom).data())
                breedte = lijst.columnWidth(kolom) - 22
                assert breedte >= max(map(meet.horizontalAdvance, tekst.split())), tekst
                regels = -(-meet.horizontalAdvance(tekst) // breedte)
                assert lijst.rowHeight(rij) >= regels * meet.height(), tekst

    qtbot.waitUntil(past, timeout=5_000)


# ---- participants


def test_a_participant_is_recorded_with_keys(venster: Window, casus_id: int, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, partij_id=partij(venster, "politie"), naam="K. Brouwer", functie="wijkagent",
           rol="deelnemer", grondslag="wet_pga", convenant_getekend="ja", geheimhouding="ja")  # fmt: skip
    was = acts(venster.omgeving.store)
    ctrl = QtCore.Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(bewerker.formulier.widget("naam"), QtCore.Qt.Key.Key_Return, ctrl)
    assert acts(venster.omgeving.store) == [*was, Handeling.CASUS_DEELNEMER.code]
    qtbot.waitUntil(lambda: len(bewerker.lijsten[0].rijen()) == 1)
    assert bewerker.paneel.isHidden()
    with venster.omgeving.store.reader() as r:
        (wie,) = casusdeelnemers(r, casus_id)
    assert (wie.inhoud.naam, wie.inhoud.geheimhouding) == ("K. Brouwer", "ja")


def test_a_participant_without_ground_is_refused_at_the_field(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, partij_id=partij(venster, "om"), naam="mr. P. van 't Hoff", rol="deelnemer")
    was = acts(venster.omgeving.store)
    klik(qtbot, bewerker.vastlegknop)
    assert acts(venster.omgeving.store) == was
    assert set(bewerker.formulier.gebreken()) == {"grondslag"}
    assert bewerker.formulier.widget("grondslag").hasFocus()
    assert bewerker.formulier.lees()["naam"] == "mr. P. van 't Hoff", "nothing is lost"


def test_half_typed_comes_back(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="L. Ngu")
    plek = venster.plek()
    venster.open("controle")
    venster._schermen.pop("dossier").deleteLater()  # as after locking: the screen is built anew
    assert venster.naar_plek(plek)
    opnieuw = venster.scherm.kies_deel("deelnemers").bewerker  # type: ignore[union-attr]
    assert opnieuw.formulier.lees()["naam"] == "L. Ngu"
    assert opnieuw.formulier.widget("naam").hasFocus()
    assert not opnieuw.conceptlabel.isHidden()


def test_not_doing_it_throws_the_typing_away(venster: Window, dossier_id: int, qtbot: QtBot):
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="Verkeerd")
    scherm.bewaar_concepten()
    assert venster.omgeving.store.concept("dossier_deelnemer_nieuw", str(dossier_id))
    bewerker._annuleer()
    assert venster.omgeving.store.concept("dossier_deelnemer_nieuw", str(dossier_id)) is None
    klik(qtbot, bewerker.nieuwknop)
    assert bewerker.formulier.lees()["naam"] == ""


def test_another_dossier_shows_nothing_of_this_one(venster: Window, dossier_id: int, qtbot: QtBot):
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    ander = casussen.take_over(
        store, Persoon(geslachtsnaam="Hoekstra"), OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=OP
    )
    scherm = open_dossier(venster, dossier_id, "deelnemers")
    bewerker = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    klik(qtbot, bewerker.nieuwknop)
    vul_in(qtbot, bewerker, naam="Alleen hier")
    scherm = open_dossier(venster, nu(venster, ander).dossier_id, "deelnemers")
    vers = scherm.kies_deel("deelnemers").bewerker  # type: ignore[attr-defined]
    assert not vers.open
    vers.bewerk(None)
    assert vers.formulier.lees()["naam"] == ""


# ---- people around


def test_a_naaste_is_added_and_taken_out_with_a_reason(
    venster: Window, dossier_id: int, qtbot: QtBot, antwoord: Any
):
    scherm = open_dossier(venster, dossier_id, "betrokkene")
    naasten = scherm.kies_deel("betrokkene").naasten  # type: ignore[attr-defined]
    klik(qtbot, naasten.nieuwknop)
    vul_in(qtbot, naasten, relatie="broer_zus", voornamen="Tjeerd", geslachtsnaam="Brandsma")
    klik(qtbot, naasten.vastlegknop)
    assert set(naasten.formulier.gebreken()) == {"grondslag", "doel", "bewaren_tot"}
    vul_in(
        qtbot, naasten, grondslag="avg_6_1_e", doel="Hij gaat mee naar het gesprek.", bewaren_tot="8-9-2027"
    )
    klik(qtbot, naasten.vastlegknop)
    qtbot.waitUntil(lambda: len(naasten.lijsten[0].rijen()) == 1)
    with venster.omgeving.store.reader() as r:
        naaste = personen(r, dossier_id)[1]
    assert (naaste.rol, naaste.relatie, naaste.persoon.voornamen) == ("naaste", "broer_zus", "Tjeerd")
    assert (naaste.grondslag, naaste.bewaren_tot) == ("avg_6_1_e", date(2027, 9, 8))
    antwoord("onrechtmatig")
    naasten.bewerk(naaste.id)
    klik(qtbot, naasten.verwijderknop)
    qtbot.waitUntil(lambda: not naasten.lijsten[0].rijen())
    with venster.omgeving.store.reader() as r:
        assert len(personen(r, dossier_id)) == 1


def test_participants_come_from_the_same_list_as_the_meeting(venster: Window, casus_id: int, dossier_id: int):
    casussen.record_deelnemer(venster.omgeving.store, casus_id, deelnemer(partij(venster, "om")), op=OP)
    tab: Any = open_dossier(venster, dossier_id, "deelnemers").kies_deel("deelnemers")
    assert len(tab.bewerker.lijsten[0].rijen()) == 1


def test_ideology_is_closed_while_there_is_only_a_signal(
    venster: Window, dossier_id: int, casus_id: int, qtbot: QtBot
):
    """Before the weegploeg met nobody can fill it in; after it the field says who judged."""
    with venster.omgeving.store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    wie = Persoon(voornamen="Sanne", geslachtsnaam="Brandsma")
    signaal_id = register_signaal(venster.omgeving.store, SCHOOL, wie, gemeente_id=gemeente_id)
    with venster.omgeving.store.reader() as r:
        alleen = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
        (moment, *_) = tafelmomenten(r, dossier_id)
    deel: Any = open_dossier(venster, alleen, "betrokkene")._huidig_deel()
    assert deel.beoordeeld.text() == (
        "Dit kan pas als de weegploeg of het overleg over deze persoon heeft gesproken. "
        "Tot dan is er alleen een signaal."
    )
    assert deel.ideologie.vastlegknop.isHidden()
    deel = open_dossier(venster, dossier_id, "betrokkene")._huidig_deel()
    assert not deel.ideologie.vastlegknop.isHidden()
    deel.ideologie.formulier.vul({"ideologie": "onbekend", "ideologie_op": moment.op - timedelta(days=1)})
    klik(qtbot, deel.ideologie.vastlegknop)
    assert set(deel.ideologie.formulier.gebreken()) == {"ideologie_op"}
    deel.ideologie.formulier.vul({"ideologie": "onbekend", "ideologie_op": moment.op})
    klik(qtbot, deel.ideologie.vastlegknop)
    zin = f"Beoordeeld door: weegploeg van {datum_lang(moment.op)}."
    qtbot.waitUntil(lambda: deel.beoordeeld.text() == zin)

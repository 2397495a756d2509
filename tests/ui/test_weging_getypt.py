# SPDX-License-Identifier: EUPL-1.2
"""What is typed in a weging is kept, waits on Bureau, and comes back at the same letter."""

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.ui.screens.weging import WegingScherm
from tests.ui.weging_hand import deel, gelezen, merken, schrijf, weging_id
from tests.weegploeg import VANDAAG, kader


def test_typing_is_kept_and_marked_and_comes_back(weging_scherm: WegingScherm, venster):
    venster.open("weging", weging_id(weging_scherm), "k2")
    schrijf(deel(weging_scherm).ui.redenPlainTextEdit, "Half een zin")
    weging_scherm.kies("k3")
    assert deel(weging_scherm).ui.redenPlainTextEdit.toPlainText() == ""
    assert merken(weging_scherm)["k2"] == "getypt"
    venster.open("controle")
    venster.open("weging", weging_id(weging_scherm), "k2")
    assert deel(weging_scherm).ui.redenPlainTextEdit.toPlainText() == "Half een zin"
    assert gelezen(weging_scherm).oordelen == ()


def test_typing_waits_on_bureau_and_leads_back_to_its_part(weging_scherm: WegingScherm):
    weging_scherm.kies("groep_wettelijk")
    schrijf(deel(weging_scherm).ui.redenPlainTextEdit, "Nog niet klaar")
    weging_scherm.bewaar_concepten()
    with weging_scherm.omgeving.store.reader() as r:
        (punt,) = [p for p in aandacht(r, kader(), VANDAAG) if p.onderwerp is Onderwerp.CONCEPT]
    assert (punt.onderwerp_id, punt.veld) == (weging_id(weging_scherm), "groep_wettelijk")
    weging_scherm.kies("tafel")
    weging_scherm.omgeving.window.open("weging", punt.onderwerp_id, punt.veld)
    assert weging_scherm.onderdeel == "groep_wettelijk"


def test_after_a_lock_one_is_back_at_the_same_letter(weging_scherm: WegingScherm, venster):
    venster.open("weging", weging_id(weging_scherm), "k3")
    schrijf(deel(weging_scherm).ui.redenPlainTextEdit, "Half")
    plek = venster.plek()
    venster.open("controle")
    assert venster.naar_plek(plek)
    assert weging_scherm.onderdeel == "k3"
    veld = deel(weging_scherm).ui.redenPlainTextEdit
    assert veld.hasFocus()
    assert veld.textCursor().position() == 4

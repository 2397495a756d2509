# SPDX-License-Identifier: EUPL-1.2
"""The herstelcode and the sleutelgegevens on paper: key files made again, and what is refused."""

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.kluis import storingen
from tests.kluis.proef import NIEUW, VERVANGER, Proef
from tests.ui_hulp import WACHTZIN

# The herstelblad


def test_session_after_the_herstelcode_is_logged_as_such(proef: Proef) -> None:
    proef.herstart()
    proef.dienst.ontgrendel_met_herstelcode(proef.code, NIEUW)
    store = proef.binnen()
    assert store.wie.slot == "herstelcode"
    assert proef.bij(wachtzin_nieuw=True) is Handeling.KLUIS_WACHTZIN_WIJZIGEN
    proef.open(NIEUW)


def test_key_files_come_back_from_paper(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    proef.dienst.sleutels.wijzig_wachtzin(WACHTZIN, NIEUW)  # the sheet stays true
    for letter in "ab":
        (proef.map / f"kluis.sleutel-{letter}").unlink()
    proef.dienst.laat_los()
    proef.dienst = proef.nieuw()
    proef.dienst.kies(KluisSoort.KLUIS)
    assert proef.dienst.staat() is KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND
    assert proef.dienst.controleer_sleutelgegevens(blad.gegevens) is None
    proef.dienst.herstel_van_papier(blad.code, blad.gegevens, VERVANGER)
    assert proef.binnen().wie.slot == "herstelcode"
    proef.open(VERVANGER)
    assert proef.soorten() == [SlotSoort.HERSTELCODE, SlotSoort.WACHTZIN]


def test_damaged_key_files_are_moved_aside_and_made_again(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    for letter in "ab":
        (proef.map / f"kluis.sleutel-{letter}").write_bytes(b"kapot")
    proef.herstart()
    with pytest.raises(storingen.SleutelbestandBeschadigd):
        proef.dienst.ontgrendel(WACHTZIN)
    proef.dienst.herstel_van_papier(blad.code.lower(), blad.gegevens.replace("\n", " "), NIEUW)
    proef.binnen()
    (opzij,) = proef.map.glob("afgebroken-*")
    assert {pad.read_bytes() for pad in opzij.iterdir()} == {b"kapot"}


def test_wrong_group_on_paper_is_named(proef: Proef) -> None:
    blad = proef.dienst.sleutels.herstelblad(proef.code)
    groepen = blad.gegevens.split()
    groepen[40] = ("1" if groepen[40][0] != "1" else "2") + groepen[40][1:]
    gebrek = proef.dienst.controleer_sleutelgegevens(" ".join(groepen))
    assert gebrek is not None
    assert gebrek.veld == "gegevens"
    assert gebrek.melding.startswith("Groep 41 van de sleutelgegevens")
    assert proef.dienst.controleer_sleutelgegevens(blad.code) is not None


def test_paper_of_another_kluis_or_an_older_code_changes_nothing(proef: Proef) -> None:
    oud = proef.dienst.sleutels.herstelblad(proef.code)
    nieuw = proef.dienst.sleutels.bereid_herstelcode_voor(WACHTZIN)
    proef.dienst.sleutels.neem_herstelcode()
    voor = (proef.map / "kluis.sleutel-a").read_bytes()
    proef.herstart()
    with pytest.raises(storingen.PapierOnjuist):
        proef.dienst.herstel_van_papier(nieuw.code, oud.gegevens, NIEUW)
    (proef.map / "kluis.db").write_bytes(bytes(4096))
    with pytest.raises(storingen.SleutelbestandVreemd):
        proef.dienst.herstel_van_papier(nieuw.code, nieuw.gegevens, NIEUW)
    assert (proef.map / "kluis.sleutel-a").read_bytes() == voor

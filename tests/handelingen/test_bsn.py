# SPDX-License-Identifier: EUPL-1.2
"""The burgerservicenummer: off until a law is named, on no paper, not for the FG, gone with the dossier."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.bsn import Bsn, Bsngebruik, beoordeel_bsn, beoordeel_gebruik
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.stukken import to_json
from gemeente_pga.handelingen.bsn import set_bsn, set_gebruik
from gemeente_pga.handelingen.persoon import register_naaste
from gemeente_pga.handelingen.weging import vaststellen, weegverslag_stuk
from gemeente_pga.store.queries.bsn import aantal_bsn, bsn_van, bsngebruik
from gemeente_pga.store.queries.dossierstuk import DEELNAMEN, te_bevriezen
from gemeente_pga.store.queries.persoon import betrokkene
from gemeente_pga.store.wissen import wis_dossier
from gemeente_pga.ui.pdf import read_bladen
from tests.store.bouw import WIE, open_kluis
from tests.weegploeg import VANDAAG, Zaak, kader, nieuwe_zaak, volledige_weging

NUMMER = "111222333"
BSN = Bsn(NUMMER, "avg_6_1_c", "De instelling herkent betrokkene alleen zo.")
AAN = Bsngebruik(aan=True, wet="Wet algemene bepalingen burgerservicenummer, artikel 10")
UIT = Bsngebruik(aan=False, wet="")
GOED = {"bsn": "111.222.333", "grondslag": BSN.grondslag, "noodzaak": BSN.noodzaak}


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    if zaak.store.is_open:
        zaak.store.close()


def _wie(zaak: Zaak) -> int:
    with zaak.store.reader() as r:
        persoon = betrokkene(r, zaak.dossier_id)
    assert persoon is not None
    return persoon.id


@pytest.mark.eis("c09")
@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, set()),
        ({"bsn": "111222333"}, set()),
        ({"bsn": "111222334"}, {"bsn"}),
        ({"bsn": "11122233"}, {"bsn"}),
        ({"bsn": "000000000"}, {"bsn"}),
        ({"bsn": "１１１２２２３３３"}, {"bsn"}),
        ({"bsn": ""}, {"bsn"}),
        ({"grondslag": ""}, {"grondslag"}),
        ({"grondslag": "avg_9_uavg_23"}, {"grondslag"}),
        ({"noodzaak": " "}, {"noodzaak"}),
    ],
)
def test_a_number_passes_the_elfproef_with_ground_and_necessity_or_not(
    anders: dict[str, str], velden: set[str]
):
    uit = beoordeel_bsn(GOED | anders, kader(), VANDAAG, aan=True)
    assert ({g.veld for g in uit} if isinstance(uit, list) else set()) == velden
    if not velden:
        assert uit == BSN
    assert isinstance(beoordeel_bsn(GOED | anders, kader(), VANDAAG, aan=False), list)


@pytest.mark.eis("c09")
def test_it_is_off_until_a_law_is_named(zaak: Zaak):
    assert isinstance(beoordeel_gebruik({"wet": " "}, VANDAAG), list)
    with zaak.store.reader() as r:
        assert bsngebruik(r) == UIT
    with pytest.raises(Storing):
        set_bsn(zaak.store, _wie(zaak), BSN)
    with pytest.raises(Storing):
        set_gebruik(zaak.store, replace(AAN, wet=""))
    set_gebruik(zaak.store, AAN)
    set_bsn(zaak.store, _wie(zaak), BSN)
    with zaak.store.reader() as r:
        assert bsn_van(r, _wie(zaak)) == BSN


@pytest.mark.eis("c09")
@pytest.mark.parametrize("leeg", ["grondslag", "noodzaak"])
def test_the_act_refuses_a_number_without_ground_or_necessity_and_one_of_a_naaste(zaak: Zaak, leeg: str):
    set_gebruik(zaak.store, AAN)
    with pytest.raises(Storing):
        set_bsn(zaak.store, _wie(zaak), Bsn(**asdict(BSN) | {leeg: ""}))
    broer = Naaste("broer_zus", "avg_6_1_e", "Hij gaat mee.", date(2027, 6, 30))
    naaste = register_naaste(zaak.store, zaak.dossier_id, Persoon(geslachtsnaam="Brandsma"), broer)
    with pytest.raises(Storing):
        set_bsn(zaak.store, naaste, BSN)
    with zaak.store.reader() as r:
        assert aantal_bsn(r) == 0


def test_switching_off_and_taking_away_leave_no_number(zaak: Zaak):
    set_gebruik(zaak.store, AAN)
    set_bsn(zaak.store, _wie(zaak), BSN)
    set_bsn(zaak.store, _wie(zaak), None)
    with zaak.store.reader() as r:
        assert bsn_van(r, _wie(zaak)) is None
    set_bsn(zaak.store, _wie(zaak), BSN)
    set_gebruik(zaak.store, UIT)
    with zaak.store.reader() as r:
        assert (aantal_bsn(r), bsngebruik(r)) == (0, UIT)


@pytest.mark.eis("c09")
def test_it_stands_on_no_paper(zaak: Zaak):
    set_gebruik(zaak.store, AAN)
    set_bsn(zaak.store, _wie(zaak), BSN)
    weging_id = volledige_weging(zaak)
    vaststellen(zaak.store, weging_id, kader(), VANDAAG)
    with zaak.store.reader() as r:
        stukken = [
            weegverslag_stuk(r, weging_id, kader()),
            te_bevriezen(r, zaak.dossier_id, kader(), tuple(DEELNAMEN), VANDAAG),
            te_bevriezen(r, zaak.dossier_id, kader(), (), VANDAAG),
        ]
        bevroren = [rij["gegevens"] for rij in r.rows("SELECT gegevens FROM document")]
    bladen = []
    for een in stukken:
        assert NUMMER not in to_json(een.stuk)
        bladen += [blad.tekst for blad in read_bladen(documents.render(een.soort, een.stuk))]
    assert any("Özdemir" in blad for blad in bladen), "the person is there, the number is not"
    assert not any(NUMMER in "".join(filter(str.isdigit, blad)) for blad in bladen)
    assert bevroren
    assert not any(NUMMER in gegevens for gegevens in bevroren)


def test_the_fg_sees_none_and_nothing_reads_it_with_a_person(zaak: Zaak):
    set_gebruik(zaak.store, AAN)
    set_bsn(zaak.store, _wie(zaak), BSN)
    with zaak.store.reader() as r:
        assert "bsn" not in (r.row("SELECT * FROM persoon") or {})
    pad = zaak.store.pad
    zaak.store.close()
    fg = open_kluis(pad, wie=replace(WIE, slot="fg"))
    with fg.reader() as r:
        assert aantal_bsn(r) == 0
        assert NUMMER not in str(r.rows("SELECT * FROM persoon_bsn"))
    assert fg.controleer_zegels().fouten == 0
    fg.close()


def test_it_goes_with_the_dossier(zaak: Zaak):
    set_gebruik(zaak.store, AAN)
    set_bsn(zaak.store, _wie(zaak), BSN)
    wis_dossier(zaak.store, zaak.dossier_id)
    with zaak.store.reader() as r:
        assert aantal_bsn(r) == 0


def test_only_its_own_query_and_the_copy_for_the_betrokkene_know_the_table():
    """What is printed is read elsewhere; the copy masks it and says so."""
    bron = Path(documents.__file__).parents[1]
    kent = {
        pad.relative_to(bron).as_posix()
        for pad in bron.rglob("*.py")
        if "persoon_bsn" in pad.read_text("utf-8")
    }
    assert kent == {
        "domain/bsn.py", "handelingen/bsn.py", "handelingen/persoon.py", "store/afscherming.py",
        "store/dossiervorm.py",  # says that it never goes to another kluis
        "store/queries/afschrift.py", "store/queries/afschriftnaaste.py", "store/queries/bsn.py",
    }  # fmt: skip

# SPDX-License-Identifier: EUPL-1.2
"""What the leak check searches for: gathered from a real kluis with two dossiers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.lekcontrole import LekSoort
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.store.queries.lekcontrole import Lekgrond, verboden
from tests.weegploeg import DATUM, MELDER, Zaak, informatie, nieuwe_zaak


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def grond(zaak: Zaak, **opties: object) -> Lekgrond:
    with zaak.store.reader() as r:
        return verboden(r, [zaak.dossier_id], **opties)  # type: ignore[arg-type]


def teksten(gevonden: Lekgrond, soort: LekSoort) -> set[str]:
    return {v.tekst for v in gevonden.verboden if v.soort is soort}


def tweede_dossier(zaak: Zaak) -> int:
    with zaak.store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        eerste = w.row("SELECT gemeente_id, kader_id FROM dossier")
        assert eerste is not None
        dossier_id = w.insert("dossier", {"nummer": "2026-003", **eerste})
        basis = {"dossier_id": dossier_id, "geslachtsnaam": "Verhulst"}
        w.insert(
            "persoon",
            basis | {"rol": "betrokkene", "voornamen": "Nadia", "voorvoegsel": "van der",
                     "eerdere_namen": "Nadia Pietersen, N. Smit", "straatnaam": "Lisdodde", "huisnummer": 3},
        )  # fmt: skip
        w.insert("persoon", basis | {"rol": "naaste", "relatie": "broer_zus", "voornamen": "Tom"})
    return dossier_id


def test_only_the_confidential_reporter_is_searched_for(zaak: Zaak):
    assert teksten(grond(zaak), LekSoort.MELDER) == {MELDER}


@pytest.mark.parametrize("naam", [MELDER, "marloes van der Wal"])
def test_a_reporter_who_sits_at_the_table_is_no_leak(zaak: Zaak, naam: str):
    gevonden = grond(zaak, aan_tafel=[naam])
    assert teksten(gevonden, LekSoort.MELDER) == set()
    assert naam in gevonden.toegestaan


@pytest.mark.eis("c12")
@pytest.mark.parametrize(
    ("markering", "verder_gebruik", "intern", "gezocht"),
    [
        ("vrij", False, False, False),
        ("niet_verstrekken", False, False, True),
        ("niet_verstrekken", False, True, False),
        ("ter_kennisneming", False, False, True),
        ("ter_kennisneming", False, True, True),
        ("citeren_na_akkoord", False, False, True),
        ("citeren_na_akkoord", True, False, False),
    ],
)
def test_the_text_of_a_blocked_item_is_searched_for(
    zaak: Zaak, markering: str, verder_gebruik: bool, intern: bool, gezocht: bool
):
    tekst = "Een regel van de politie die niet verder mag."
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    item = informatie(zaak, "politie", tekst=tekst, markering=markering, verder_gebruik=verder_gebruik)
    register_informatie(zaak.store, zaak.dossier_id, item, waarbij={"weging_id": weging_id})
    assert teksten(grond(zaak, intern=intern), LekSoort.GEBLOKKEERD) == ({tekst} if gezocht else set())


@pytest.mark.eis("c12")
@pytest.mark.parametrize(
    ("lezers", "gezocht"),
    [
        (["Gemeente Waterhoven", "Politie Waterhoven-West"], False),
        (["Gemeente Waterhoven", "Openbaar Ministerie"], True),
        ([], False),
    ],
)
def test_an_item_for_some_parties_is_blocked_for_the_others(zaak: Zaak, lezers: list[str], gezocht: bool):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, DATUM)
    register_informatie(
        zaak.store,
        zaak.dossier_id,
        informatie(zaak, "politie", tekst="Alleen voor de gemeente bedoeld."),
        waarbij={"weging_id": weging_id},
        deelbaar_met=[zaak.partijen["gemeente"]],
    )
    gevonden = teksten(grond(zaak, lezers=lezers), LekSoort.GEBLOKKEERD)
    assert gevonden == ({"Alleen voor de gemeente bedoeld."} if gezocht else set())


def test_of_another_dossier_names_address_and_number_are_searched_for(zaak: Zaak):
    ander = tweede_dossier(zaak)
    gevonden = grond(zaak, andere=[ander])
    assert teksten(gevonden, LekSoort.ANDERE_CASUS) == {
        "Nadia van der Verhulst", "Tom Verhulst", "Nadia Pietersen", "N. Smit", "Lisdodde 3", "2026-003",
    }  # fmt: skip
    assert "Joris D'Hondt-Özdemir" in gevonden.toegestaan
    assert not any("Verhulst" in naam for naam in gevonden.toegestaan)

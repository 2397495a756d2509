# SPDX-License-Identifier: EUPL-1.2
"""What goes to another system is always valid by its schema, and says what it leaves out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # it carries no types

from gemeente_pga.domain import stukken
from gemeente_pga.domain.uitwisseling import (
    MELDING_SCHEMA,
    UITKOMST_SCHEMA,
    Contact,
    Organisatie,
    Persoonsdeel,
    bestandsnaam_json,
    melding_json,
    uitkomst_json,
)
from tests.overleg_hulp import MELDER
from tests.uitwisseling_hulp import (
    BESTANDEN,
    DAG,
    PERSOON,
    WENS,
    fouten,
    gelezen,
    melding,
    schema,
    voorbeeld,
    voorbeelddeel,
)

# Control characters, a lone surrogate, right to left, a character that is none, combining, an emoji.
VIJANDIG = (
    'A\x00b\x1bc \ud800 \u202e\u05e9\u05dc\u05d5\u05dd\u202c \ufffe e\u0301 \U0001f984 </script> "}]\\ \x85'
)


# ---- the schemas


@pytest.mark.parametrize("urn", BESTANDEN)
def test_each_schema_is_one_and_names_its_version(urn: str):
    inhoud = schema(urn)
    Draft202012Validator.check_schema(inhoud)
    assert inhoud["$id"] == urn
    assert inhoud["properties"]["$schema"]["const"] == urn


def _objecten(schema_: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema_, dict):
        if schema_.get("type") == "object":
            yield schema_
        for deel in schema_.values():
            yield from _objecten(deel)
    elif isinstance(schema_, list):
        for deel in schema_:
            yield from _objecten(deel)


@pytest.mark.parametrize("urn", BESTANDEN)
def test_each_schema_lets_nothing_else_in_and_explains_every_field(urn: str):
    for deel in _objecten(schema(urn)):
        assert deel["additionalProperties"] is False
        assert deel["description"]
        for naam, veld in deel["properties"].items():
            assert "description" in veld or "$ref" in veld, naam


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("betreft/heeftActie/0/heeftBetrekkingOp/adres/postcode", "1234AB"),
        ("betreft/heeftActie/0/heeftBetrekkingOp/adres/huisnummer", "12"),
        ("betreft/heeftActie/0/heeftBetrekkingOp/adres/straatnaam", "x" * 25),
        ("betreft/heeftActie/0/heeftBetrekkingOp/burgerservicenummer", "12345678"),
        ("betreft/heeftActie/0/belegdBij/oin", "1"),
        ("startTijd", "25:00"),
        ("datum", "14-10-2026"),
        ("melder", MELDER),
    ],
)
def test_the_schema_bites(pad: str, waarde: object):
    inhoud = gelezen(uitkomst_json(voorbeeld()))
    assert fouten(inhoud, UITKOMST_SCHEMA) == []
    doel: Any = inhoud["casusoverleg"]
    *weg, laatste = pad.split("/")
    for stap in weg:
        doel = doel[int(stap)] if stap.isdigit() else doel[stap]
    doel[laatste] = waarde
    assert fouten(inhoud, UITKOMST_SCHEMA) != []


def test_a_file_that_says_it_is_complete_must_be():
    for bestand, urn in (
        (uitkomst_json(voorbeeld()), UITKOMST_SCHEMA),
        (melding_json(melding(), WENS), MELDING_SCHEMA),
    ):
        inhoud = gelezen(bestand)
        assert inhoud["volledig"] is False
        inhoud["volledig"], inhoud["ontbreekt"] = True, []
        assert any("burgerservicenummer" in fout for fout in fouten(inhoud, urn))
        inhoud["volledig"] = False
        assert fouten(inhoud, urn), "incomplete without saying what is missing"


# ---- what is made of it


def test_an_outcome_has_its_decisions_and_actions_with_who_when_and_measure():
    inhoud = gelezen(uitkomst_json(voorbeeld()))["casusoverleg"]
    zaak = inhoud["betreft"]
    (actie,) = zaak["heeftActie"]
    assert (inhoud["datum"], inhoud["startTijd"], zaak["startDatum"]) == ("2026-10-14", "13:30", "2026-10-02")
    assert [besluit["omschrijving"] for besluit in zaak["heeftBesluit"]] == ["Doorgaan met de aanpak."]
    assert actie["omschrijving"] == (
        "Bellen met school (door K. Brouwer; uiterlijk 20-10-2026; maat: Er is gebeld)"
    )
    assert (actie["conditie"], actie["informering"]) == ("Als hij weer wegblijft", "Verteld")
    assert actie["belegdBij"] == {"naam": "Politie", "oin": "00000001234567890000"}
    assert actie["heeftBetrekkingOp"]["adres"]["postcode"] == "1234 AB"
    assert {besluit["idCasusoverleg"] for besluit in zaak["heeftBesluit"]} == {inhoud["id"]}


def test_what_is_not_recorded_is_left_out_and_named_never_made_up():
    kaal = voorbeeld(
        begin="",
        einde="tegen vijven",
        betrokkene=Persoonsdeel(geslachtsnaam="Oosterzee", straatnaam="x" * 25, postcode="B-1000"),
        organisaties={},
        deel=voorbeelddeel(doel="", overwegingen="", acties=(stukken.Actie(nummer=1, wat="Bellen", wie=""),)),
    )
    bestand = uitkomst_json(kaal)
    inhoud = gelezen(bestand)
    assert fouten(inhoud, UITKOMST_SCHEMA) == []
    (actie,) = inhoud["casusoverleg"]["betreft"]["heeftActie"]
    assert actie["heeftBetrekkingOp"] == {"naam": {"geslachtsnaam": "Oosterzee"}, "adres": {}}
    zaak = "/casusoverleg/betreft/heeftActie/0"
    persoon = f"{zaak}/heeftBetrekkingOp"
    assert {punt["pad"] for punt in inhoud["ontbreekt"]} == {
        *(f"/casusoverleg/{veld}" for veld in ("startTijd", "eindTijd", "notulen")),
        *(f"{zaak}/{veld}" for veld in ("conditie", "informering", "belegdBij")),
        *(f"{persoon}/{veld}" for veld in ("naam/voornamen", "burgerservicenummer")),
        *(f"{persoon}/adres/{veld}" for veld in ("straatnaam", "huisnummer", "postcode", "plaats")),
    }
    bsn, rest = bestand.zinnen
    assert "burgerservicenummer" in bsn
    assert rest.count(",") == len(inhoud["ontbreekt"]) - 2, "every other field is named once"


def test_an_address_with_an_addition_says_that_it_lost_it():
    met = replace(PERSOON, toevoeging="bis")
    bestand = uitkomst_json(voorbeeld(betrokkene=met))
    assert any("toevoeging" in zin for zin in bestand.zinnen)
    assert not any("toevoeging" in zin for zin in uitkomst_json(voorbeeld()).zinnen)


def test_a_melding_says_what_is_wrong_what_is_asked_and_whom_to_call():
    inhoud = gelezen(melding_json(melding(), WENS))["melding"]
    assert (inhoud["soort"], inhoud["verzoek"], inhoud["terugkoppelingGewenst"]) == ("ZVH", "Overleg.", True)
    assert inhoud["zorgelijkeSituatie"] == {
        "situatieSchets": "Hij stond bij de poort.",
        "nadereOmschrijving": "Van anderen gehoord: Hij zou weg willen.\n\n"
        "Hoe de melder het duidt: Dat baart zorgen.",
    }
    assert inhoud["contact"]["naam"] == "Mirjam Hoekstra"
    assert (
        fouten(gelezen(melding_json(melding(contact=Contact("M", "geen adres")), WENS)), MELDING_SCHEMA) == []
    )


def test_what_was_cut_is_for_the_coordinator_and_not_in_the_file():
    bestand = melding_json(melding(gesnoeid=("Regel 2 gaat niet mee.",)), WENS)
    assert "Regel 2 gaat niet mee." in bestand.zinnen
    assert "Regel 2" not in bestand.to_bytes().decode()


def test_hostile_text_gives_valid_json_that_any_reader_takes():
    for bestand, urn in (
        (
            uitkomst_json(
                voorbeeld(
                    deel=voorbeelddeel(
                        overwegingen=VIJANDIG,
                        besluiten=(stukken.Besluit(nummer=1, tekst=VIJANDIG),),
                        acties=(stukken.Actie(nummer=1, wat=VIJANDIG, wie=VIJANDIG, conditie=VIJANDIG),),
                    ),
                    betrokkene=Persoonsdeel(voornamen=VIJANDIG, geslachtsnaam=VIJANDIG, plaats=VIJANDIG),
                    organisaties={1: Organisatie(VIJANDIG, VIJANDIG)},
                )
            ),
            UITKOMST_SCHEMA,
        ),
        (
            melding_json(
                melding(
                    zelf_waargenomen=VIJANDIG, overig=VIJANDIG, contact=Contact(VIJANDIG, VIJANDIG, VIJANDIG)
                ),
                replace(WENS, verstrekking=replace(WENS.verstrekking, doel=VIJANDIG)),
            ),
            MELDING_SCHEMA,
        ),
    ):
        assert fouten(gelezen(bestand), urn) == []
        rauw = bestand.to_bytes()
        assert not [teken for teken in rauw if teken < 0x20 and teken != 0x0A]
        assert "\\u00" not in rauw.decode()
        assert "\\ud8" not in rauw.decode()
        assert "\u05e9\u05dc\u05d5\u05dd" in rauw.decode(), "words of another script stay"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80), st.text(max_size=30), st.integers(-5, 99999))
def test_whatever_was_typed_the_file_fits_the_schema(tekst: str, kort: str, nummer: int):
    persoon = Persoonsdeel(kort, kort, kort, kort, max(nummer, 1), kort, kort, kort)
    deel = voorbeelddeel(
        doel=tekst,
        besluiten=(stukken.Besluit(nummer=1, tekst=tekst),),
        acties=(stukken.Actie(nummer=1, wat=tekst, wie=kort, conditie=tekst),),
    )
    uitkomst = voorbeeld(begin=kort, deel=deel, betrokkene=persoon, organisaties={1: Organisatie(kort, kort)})
    bestand = uitkomst_json(uitkomst)
    assert fouten(gelezen(bestand), UITKOMST_SCHEMA) == []
    assert bestand.to_bytes() == uitkomst_json(uitkomst).to_bytes()
    gemeld = melding_json(
        melding(van_anderen=tekst, betrokkene=persoon, contact=Contact(kort, kort, kort)), WENS
    )
    assert fouten(gelezen(gemeld), MELDING_SCHEMA) == []


def test_the_file_name_says_nothing_about_anybody():
    assert bestandsnaam_json("uitkomst-overleg", DAG) == f"uitkomst-overleg-{DAG.isoformat()}.json"


def test_every_field_that_can_be_missing_has_words_for_the_screen():
    leeg = voorbeeld(
        begin="",
        einde="",
        betrokkene=Persoonsdeel(toevoeging="bis"),
        organisaties={1: Organisatie("Politie", "1")},
        deel=voorbeelddeel(
            doel="", overwegingen="", acties=tuple(stukken.Actie(nummer=n, wat="x", wie="") for n in (1, 2))
        ),
    )
    kaal = melding(
        ontvangen_op="2025-08-04",
        zelf_waargenomen="",
        van_anderen="",
        interpretatie="",
        betrokkene=Persoonsdeel(),
        contact=Contact(),
    )
    for bestand in (uitkomst_json(leeg), melding_json(kaal, WENS)):
        apart = [zin for zin in bestand.zinnen if not zin.startswith("Niet of niet bruikbaar")]
        (samen,) = set(bestand.zinnen) - set(apart)
        velden = {leemte.pad.rpartition("/")[2] for leemte in bestand.leemten}
        assert len(apart) + samen.count(",") + 1 == len(velden)

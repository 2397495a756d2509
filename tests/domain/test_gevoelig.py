# SPDX-License-Identifier: EUPL-1.2
"""A quiet hint on whole words about faith, health, origin or orientation; ordinary Dutch stays quiet."""

import pytest

from gemeente_pga.domain.gevoelig import woorden

MET = [
    ("Hij gaat elke vrijdag naar de moskee.", "moskee"),
    ("Zij is moslima.", "moslima"),
    ("Twee moslima's spraken hem aan.", "moslimas"),
    ("Hij is Joods opgevoed.", "Joods"),
    ("De dominee kent het gezin.", "dominee"),
    ("Op zondag naar de kerk.", "kerk"),
    ("Zijn geloof is veranderd.", "geloof"),
    ("Hij werd vorig jaar bekeerd.", "bekeerd"),
    ("Zij draagt een hoofddoek.", "hoofddoek"),
    ("Hij leest de Koran.", "Koran"),
    ("Zeer religieuze familie.", "religieuze"),
    ("Katholieke basisschool.", "Katholieke"),
    ("Hij is depressief.", "depressief"),
    ("De diagnose is niet bekend.", "diagnose"),
    ("Hij slikt medicijnen.", "medicijnen"),
    ("Moeder is ziek.", "ziek"),
    ("Een psychose in 2021.", "psychose"),
    ("Autistische trekken.", "Autistische"),
    ("Bekend met ADHD.", "ADHD"),
    ("Hij is verslaafd aan gokken.", "verslaafd"),
    ("Suïcidale uitlatingen.", "Suïcidale"),
    ("Zijn vrouw is zwanger.", "zwanger"),
    ("Van Marokkaanse afkomst.", "Marokkaanse"),
    ("Een Syriër uit het azc.", "Syriër"),
    ("Turks paspoort.", "Turks"),
    ("De etniciteit doet niet ter zake.", "etniciteit"),
    ("Afghaanse vrienden.", "Afghaanse"),
    ("Kwam als vluchteling.", "vluchteling"),
    ("Hij is homoseksueel.", "homoseksueel"),
    ("Lid van de vakbond.", "vakbond"),
]
ZONDER = [
    "Gezond boerenverstand.",
    "Hij woont in de Kerkstraat.",
    "Hij gelooft zijn ogen niet.",
    "Ik geloof dat hij boos is.",
    "Het is ongelooflijk.",
    "Hij belde vanuit Turkije.",
    "Waterhoven telt 30.000 inwoners.",
    "Een spandoek aan de schuur.",
    "De huisarts wordt vertrouwd.",
    "Hij joeg de wijkagent weg.",
    "Mevrouw Kerkhof deed open.",
    "De heer Turkenburg was erbij.",
    "Het ziekenhuisplein is afgezet.",
    "De kerkklok sloeg tien.",
    "Hij heeft schulden.",
    "De school meldt verzuim.",
    "Hij noemt zich soeverein.",
    "De brief is dreigend van toon.",
    "Zij praat rustig met de wijkagent.",
    "De ontruiming is op 15 november.",
    "Hij wil geen hulp.",
    "Zijn broer is aanspreekbaar.",
    "Er is geen aangifte gedaan.",
    "De gemeente kreeg elke maand een brief.",
    "Hij werkt in de bouw.",
    "Een gezonde relatie met zijn zoon.",
    "Het gezin trekt zich terug.",
    "De zus belde vanmorgen.",
    "Romantische films kijkt hij graag.",
    "Niet te geloven.",
]


def test_there_are_thirty_of_each():
    assert (len(MET), len(ZONDER)) == (30, 30)


@pytest.mark.eis("c05")
@pytest.mark.parametrize(("zin", "woord"), MET)
def test_a_word_about_faith_health_or_origin_is_seen(zin: str, woord: str):
    assert woord in woorden(zin)


@pytest.mark.eis("c05")
@pytest.mark.parametrize("zin", ZONDER)
def test_ordinary_words_stay_quiet(zin: str):
    assert woorden(zin) == ()


def test_each_word_is_named_once_in_the_order_of_the_text():
    assert woorden("De imam en de imam van de moskee.") == ("imam", "moskee")
    assert woorden("") == ()

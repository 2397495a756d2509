# SPDX-License-Identifier: EUPL-1.2
"""What changed on Bureau since the last day there, without a word of what stood there being kept."""

from dataclasses import replace
from datetime import date, timedelta

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.bureauverschil import NIEUW, VOORBIJ, eerste, lees_geheugen, merk, verschil

TOEN = date(2026, 11, 20)
NU = date(2026, 11, 23)
NOTITIE = Aandacht(Onderwerp.NOTITIE, "Telefoonnotitie van Rietkraag uitwerken", "", "nieuw_signaal", 71)
PLAN = Aandacht(Onderwerp.PLAN, "Plan vaststellen", "", "dossier", 72, "plan", voor=date(2026, 11, 21))
WEGING = Aandacht(Onderwerp.WEGING, "Wegen", "", "weging", 73, voor=date(2026, 12, 1))


def na(toen, nu):
    geheugen = eerste(toen, TOEN).bij(nu, NU)
    assert geheugen.vorige is not None
    return verschil(nu, geheugen.vorige, NU)


def test_what_is_new_past_and_done_is_counted_and_said_beside_the_point():
    uit = na((NOTITIE, PLAN), (PLAN, WEGING))
    assert uit.woorden == (VOORBIJ, NIEUW)
    assert uit.zin == "Sinds 20 november 2026: 1 nieuw, van 1 is de dag nu voorbij, 1 klaar."


def test_nothing_changed_is_said_too():
    assert na((WEGING,), (WEGING,)).zin == "Sinds 20 november 2026 is hier niets veranderd."


def test_the_first_time_there_is_nothing_to_compare_with():
    geheugen = eerste((PLAN,), NU)
    assert geheugen.bij((PLAN, WEGING), NU).vorige is None


def test_all_day_long_it_is_the_day_before_that_counts():
    geheugen = eerste((PLAN,), TOEN).bij((PLAN, WEGING), NU).bij((WEGING,), NU)
    assert geheugen.vorige is not None
    assert geheugen.vorige.dag == TOEN
    assert verschil((WEGING,), geheugen.vorige, NU).zin == "Sinds 20 november 2026: 1 nieuw, 1 klaar."


def test_words_are_not_kept_and_do_not_make_another_point():
    tekst = eerste((NOTITIE,), NU).tekst()
    assert "Rietkraag" not in tekst
    assert '"71"' not in tekst
    assert merk(NOTITIE) == merk(replace(NOTITIE, wat="Anders"))
    actie = replace(PLAN, onderwerp=Onderwerp.ACTIE)
    assert merk(actie) != merk(replace(actie, voor=NU + timedelta(days=3)))


def test_it_comes_back_from_the_kluis_as_it_was():
    geheugen = eerste((NOTITIE, PLAN), TOEN).bij((PLAN,), NU)
    assert lees_geheugen(geheugen.tekst()) == geheugen
    assert lees_geheugen("") is None

# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the list: states, days and counts; of what is shut nothing more than the list says."""

from datetime import date

import pytest

from gemeente_pga.domain.dossier import Dossierkop
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.standkaart import AFGESCHERMD, BEPERKT, GESLOTEN, Feit, standkaart

VANDAAG = date(2026, 11, 23)
FEITEN = (
    Feit("herbeoordeling", dag=date(2026, 12, 14), rij=7),
    Feit("aanhouding", dag=date(2026, 11, 20), rij=8),
    Feit("weegploeg", dag=date(2026, 11, 27), rij=9),
    Feit("acties", 3, date(2026, 11, 16)),
    Feit("verslagen", 1),
)


def kop(status: str = "in_uitvoering", soort: str = "casus") -> Dossierkop:
    return Dossierkop(
        id=5, nummer="2026-009", gemeente_id=1, gemeente="Waterhoven", overgenomen=False,
        persoon=Persoon(geslachtsnaam="Roskam"), soort=soort, status=status, sinds=date(2026, 1, 5),
        signaal_id=1, casus_id=2, geagendeerd_voor=None, herbeoordeling=None,
    )  # fmt: skip


def test_terms_stand_by_their_day_and_what_is_past_says_so_in_a_word():
    kaart = standkaart(kop(), FEITEN, VANDAAG)
    assert [(r.wat, r.wanneer) for r in kaart.termijnen] == [
        ("Wachten tot en met", "20-11-2026 (voorbij)"),
        ("Weegploeg bespreekt het signaal", "27-11-2026"),
        ("Herbeoordeling", "14-12-2026"),
    ]
    assert kaart.merken == ("Wacht op verzoek",)
    assert kaart.dicht == ""


def test_what_is_open_is_counted():
    kaart = standkaart(kop(), FEITEN, VANDAAG)
    assert [(r.wat, r.wanneer) for r in kaart.openstaand] == [
        ("3 acties open", "eerste vóór 16-11-2026 (voorbij)"),
        ("1 verslag niet vastgesteld", ""),
    ]


def test_each_line_leads_to_where_it_is_dealt_with():
    kaart = standkaart(kop(), FEITEN, VANDAAG)
    plekken = {r.wat: (r.scherm, r.onderwerp_id, r.veld) for r in (*kaart.termijnen, *kaart.openstaand)}
    assert plekken["Wachten tot en met"] == ("dossier", 5, "aanhouding:8")
    assert plekken["Weegploeg bespreekt het signaal"] == ("signaal", 9, "")
    assert plekken["Herbeoordeling"] == ("dossier", 5, "herbeoordeling")
    assert plekken["3 acties open"] == ("dossier", 5, "acties")


def test_what_several_holders_were_asked_is_one_line():
    feit = Feit("houder", 4, date(2026, 12, 7), 11)
    (regel,) = standkaart(kop(), [feit], VANDAAG).termijnen
    assert (regel.wat, regel.veld) == ("4 antwoorden van houders", "houderbericht:11")


@pytest.mark.parametrize(
    ("nu", "meer", "leesbaar", "zin"),
    [
        (kop("gesloten"), (), True, GESLOTEN),
        (kop("afgesloten", "signaal"), (), True, GESLOTEN),
        (kop(), (), False, AFGESCHERMD),
        (kop(), (Feit("beperking"),), True, BEPERKT),
    ],
)
def test_of_what_is_shut_nothing_more_is_said_than_the_list_says(
    nu: Dossierkop, meer: tuple[Feit, ...], leesbaar: bool, zin: str
):
    kaart = standkaart(nu, (*FEITEN, *meer), VANDAAG, leesbaar=leesbaar)
    assert (kaart.termijnen, kaart.openstaand, kaart.dicht) == ((), (), zin)

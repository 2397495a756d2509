# SPDX-License-Identifier: EUPL-1.2
"""The rules of a casusoverleg: what may be recorded, and what stands before vaststellen."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain import overleg as o
from gemeente_pga.domain import overlegstand as ostand
from gemeente_pga.domain.overleg import check_vaststeldag
from tests.inrichting_hulp import kader
from tests.overleg_hulp import overleg

VANDAAG = date(2026, 11, 5)
HOOFD = {
    "datum": "14-10-2026", "begin": "13.30", "einde": "14.25", "plaats": "zaal Reiger",
    "voorzitter": "T. de Graaf", "verslag_door": "gemeente", "exemplaren_uitgedeeld": "5",
    "exemplaren_terug": "4", "exemplaren_toelichting": "dat van het OM meegenomen",
}  # fmt: skip
LATER = {"informeren": "later", "informeren_grondslag": "doel_geschaad", "informeren_reden": "x"}
GOED = ostand.Besprekingstand(1, "C2026-001", 3, 1, 0, False, False, "later", 0)
STAND = ostand.Overlegstand(overleg(), o.CONCEPT, 3, (), (), (), (GOED,))


def test_the_head_of_14_october():
    hoofd = o.beoordeel_overleg(HOOFD, kader(), VANDAAG)
    assert isinstance(hoofd, o.Overleg)
    assert (hoofd.begin, hoofd.einde, hoofd.exemplaren_uitgedeeld) == ("13:30", "14:25", 5)


@pytest.mark.parametrize(
    ("veld", "waarde", "woorden"),
    [
        ("datum", "", "Vul in: Datum van het overleg."),
        ("datum", "31-2-2026", "bestaat niet"),
        ("begin", "halfvier", "niet te lezen"),
        ("einde", "13.00", "vóór het begin"),
        ("plaats", "", "Vul in: Plaats."),
        ("plaats", "x" * 251, "te lang"),
        ("voorzitter", "a\x00b", "stuurteken"),
        ("verslag_door", "buurman", "niet in de lijst"),
        ("exemplaren_uitgedeeld", "vijf", "heel getal"),
        ("exemplaren_terug", "6", "niet meer exemplaren terug"),
        ("exemplaren_toelichting", "", "Schrijf op wie er een heeft"),
        ("volgend_overleg", "13-10-2026", "vóór dit overleg"),
    ],
)
def test_faults_in_the_head_are_said_at_their_field(veld, waarde, woorden):
    gebreken = o.beoordeel_overleg(HOOFD | {veld: waarde}, kader(), VANDAAG)
    assert isinstance(gebreken, list)
    assert any(g.veld == veld and woorden in g.melding for g in gebreken)


@pytest.mark.parametrize(
    ("beoordeel", "invoer", "veld"),
    [
        (o.beoordeel_deelnemer, {"naam": "K. Brouwer"}, "partij_id"),
        (o.beoordeel_deelnemer, {"partij_id": 3}, "naam"),
        (o.beoordeel_besluit, {}, "tekst"),
        (o.beoordeel_actie, {"wie": "x", "voor": "1-11-2026"}, "wat"),
        (o.beoordeel_actie, {"wat": "x", "voor": "1-11-2026"}, "wie"),
        (o.beoordeel_actie, {"wat": "x", "wie": "y"}, "voor"),
        (o.beoordeel_voortgang, {}, "status"),
        (o.beoordeel_voortgang, {"status": "vervalt"}, "toelichting"),
        (o.beoordeel_voortgang, {"status": "niet_gedaan"}, "toelichting"),
        (o.beoordeel_voortgang, {"status": "gedaan", "gebeurd_op": "6-11-2026"}, "gebeurd_op"),
        (o.beoordeel_reactie, {"reactie": "wijziging"}, "reactie_tekst"),
        (o.beoordeel_reactie, {}, "reactie"),
        (o.beoordeel_bespreking, {"informeren": "ja"}, "informeren_reden"),
        (o.beoordeel_bespreking, LATER, "informeren_opnieuw_op"),
        (
            o.beoordeel_bespreking,
            LATER | {"informeren_grondslag": "", "informeren_opnieuw_op": "1-2-2027"},
            "informeren_grondslag",
        ),
    ],
)
def test_what_is_needed_is_asked(beoordeel, invoer, veld):
    gebreken = beoordeel(invoer, kader(), VANDAAG)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]


def test_nobody_reacts_before_the_meeting():
    op = date(2026, 10, 14)
    te_vroeg = o.beoordeel_reactie(
        {"reactie": "akkoord", "reactie_op": "13-10-2026"}, kader(), VANDAAG, op=op
    )
    assert isinstance(te_vroeg, list)
    assert [g.veld for g in te_vroeg] == ["reactie_op"]
    zelfde_dag = o.beoordeel_reactie(
        {"reactie": "akkoord", "reactie_op": "14-10-2026"}, kader(), VANDAAG, op=op
    )
    assert not isinstance(zelfde_dag, list)


@pytest.mark.parametrize("veld", ["informeren_opnieuw_op", "volgende_herbeoordeling"])
def test_what_follows_does_not_lie_before_the_meeting(veld):
    dag = date(2026, 10, 14)
    invoer = LATER | {"informeren_opnieuw_op": "1-2-2027"}
    gebreken = o.beoordeel_bespreking(invoer | {veld: "13-10-2026"}, kader(), VANDAAG, op=dag)
    assert isinstance(gebreken, list)
    assert [g.veld for g in gebreken] == [veld]
    zelfde_dag = o.beoordeel_bespreking(invoer | {veld: "14-10-2026"}, kader(), VANDAAG, op=dag)
    assert not isinstance(zelfde_dag, list)
    actie = {"wat": "x", "wie": "y", "voor": "13-10-2026"}
    te_vroeg = o.beoordeel_actie(actie, kader(), VANDAAG, op=dag)
    assert isinstance(te_vroeg, list)
    assert [g.veld for g in te_vroeg] == ["voor"]


def test_nothing_stands_between_complete_notes_and_vaststellen():
    assert ostand.ontbreekt(STAND, "volgend_overleg") == ()


@pytest.mark.eis("a.C3")
@pytest.mark.parametrize(
    ("anders", "onderdeel", "veld"),
    [
        ({"overleg": overleg(einde="")}, "overleg", "einde"),
        ({"overleg": overleg(verslaglegger="")}, "overleg", "verslaglegger"),
        ({"overleg": overleg(geheimhouding_besproken=False)}, "overleg", "geheimhouding_besproken"),
        ({"deelnemers": 0}, "deelnemers", ""),
        ({"zonder_aanwezigheid": ("K. Brouwer",)}, "deelnemers", ""),
        ({"aanwezig_zonder_geheimhouding": ("K. Brouwer",)}, "deelnemers", ""),
        ({"besprekingen": ()}, "agenda", ""),
        ({"besprekingen": (replace(GOED, aanwezigen=0),)}, "deelnemers", ""),
        ({"besprekingen": (replace(GOED, acties_zonder_stand=1),)}, "acties_vorige_keer", ""),
        ({"besprekingen": (replace(GOED, besluiten=0),)}, "besluiten", ""),
        ({"besprekingen": (replace(GOED, informeren=""),)}, "bespreking", "informeren"),
        ({"besprekingen": (replace(GOED, actie_zonder_datum=1),)}, "acties", ""),
        ({"besprekingen": (replace(GOED, besluit_op_niet_vastgelegd=True),)}, "inbreng", ""),
    ],
)
def test_one_thing_missing_is_one_sentence_that_leads_to_it(anders, onderdeel, veld):
    (punt,) = ostand.ontbreekt(replace(STAND, **anders), "volgend_overleg")
    assert (punt.onderdeel, punt.veld) == (onderdeel, veld)
    assert punt.zin.endswith(".")


@pytest.mark.parametrize(
    ("status", "wijze", "stil", "onderdelen"),
    [
        (o.CONCEPT, "", ("A",), []),
        (o.CONCEPT, "volgend_overleg", ("A",), []),
        (o.CONCEPT, "schriftelijk", ("A",), ["verslag"]),
        (o.TER_REACTIE, "", ("A", "B"), ["reacties", "reacties"]),
        (o.TER_REACTIE, "schriftelijk", ("A",), ["reacties"]),
        (o.TER_REACTIE, "schriftelijk", (), []),
        (o.TER_REACTIE, "volgend_overleg", ("A",), []),
    ],
)
def test_in_writing_needs_everybodys_reaction_at_the_table_does_not(status, wijze, stil, onderdelen):
    stand = replace(STAND, status=status, zonder_reactie=stil)
    assert [p.onderdeel for p in ostand.ontbreekt(stand, wijze)] == onderdelen


def test_of_the_zvh_only_decisions_actions_and_informing_are_asked():
    kaal = replace(
        STAND,
        overleg=overleg(verslag_door="zvh", kenmerk_zvh="", geheimhouding_besproken=False, verslaglegger=""),
        deelnemers=0,
        besprekingen=(replace(GOED, aanwezigen=0, besluiten=0),),
    )
    assert [p.onderdeel for p in ostand.ontbreekt(kaal, "schriftelijk")] == ["verslag", "besluiten"]


@pytest.mark.parametrize(
    ("wijze", "op", "bezwaar"),
    [
        ("volgend_overleg", date(2026, 10, 14), "de dag van het overleg zelf"),
        ("volgend_overleg", date(2026, 10, 13), "vóór het overleg"),
        ("volgend_overleg", date(2026, 10, 15), ""),
        ("schriftelijk", date(2026, 10, 14), ""),
        ("schriftelijk", date(2026, 10, 13), "vóór het overleg"),
    ],
)
def test_minutes_are_adopted_in_the_next_meeting_only_after_this_one(
    wijze: str, op: date, bezwaar: str
) -> None:
    zin = check_vaststeldag(wijze, op, date(2026, 10, 14))
    assert bezwaar in zin
    assert bool(zin) == bool(bezwaar)

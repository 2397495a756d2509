# SPDX-License-Identifier: EUPL-1.2
"""What an intervention of a plan needs, asked inside the act: no way around the form leads past it."""

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen import plan as p
from gemeente_pga.store.store import Store
from tests.casus_hulp import BESCHERMEND, DOEL, KOP, VANDAAG, acts, interventie, met_deelnemer


@pytest.mark.eis("c15")
@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"einde": None, "opnieuw_bekijken_op": None}, "Kies een dag om opnieuw te kijken"),
        ({"eigenaar": ""}, "Wie voert uit"),
        ({"grondslag": ""}, "Grondslag"),
        ({"vrijwillig": False, "beslisser": ""}, "wie hierover beslist"),
    ],
)
def test_what_the_form_of_an_intervention_asks_the_act_asks_too(
    store: Store, ids: dict[str, int], anders: dict[str, object], zin: str
):
    plan_id = p.begin_plan(store, met_deelnemer(store, ids))
    was = acts(store)
    with pytest.raises(Storing) as storing:
        p.record_regel(store, plan_id, interventie(**anders))
    assert zin in storing.value.raad
    assert acts(store) == was
    goed = p.record_regel(store, plan_id, interventie())
    with pytest.raises(Storing):
        p.record_regel(store, plan_id, interventie(**anders), regel_id=goed)


@pytest.mark.eis("c15")
def test_a_plan_with_an_intervention_that_nobody_looks_at_again_does_not_hold(
    store: Store, ids: dict[str, int]
):
    plan_id = p.begin_plan(store, met_deelnemer(store, ids))
    doel_id = p.record_regel(store, plan_id, DOEL)
    p.record_regel(store, plan_id, BESCHERMEND)
    regel_id = p.record_regel(store, plan_id, interventie(doel_id=doel_id))
    p.record_plan(store, plan_id, KOP)
    with store.write(Handeling.PLAN_BIJWERKEN, onderwerp=("plan", plan_id)) as w:
        w.update("interventie", regel_id, {"einde": None, "opnieuw_bekijken_op": None})
    with pytest.raises(Storing) as storing:
        p.vaststellen(store, plan_id, op=VANDAAG)
    assert "Schuldhulp: Kies een dag om opnieuw te kijken" in storing.value.raad

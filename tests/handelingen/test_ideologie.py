# SPDX-License-Identifier: EUPL-1.2
"""Nobody is given an ideology while there is only a signal: the act refuses it, whatever a screen shows."""

from datetime import timedelta

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.store.queries.casus import casus, tafelmomenten
from gemeente_pga.store.store import Store
from tests.casus_hulp import PERSOON, VANDAAG, acts, neem_over
from tests.signaal_hulp import SCHOOL


def test_nobody_judges_ideology_before_a_table_met(store: Store, ids: dict[str, int]):
    """With a signal alone there is nobody who can have seen it so; and never before the day of that table."""
    signaal_id = register_signaal(store, SCHOOL, PERSOON, gemeente_id=ids["gemeente_id"])
    with store.reader() as r:
        alleen = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
    gewogen_id = neem_over(store, ids)
    with store.reader() as r:
        gewogen = casus(r, gewogen_id)
        eerste = min(m.op for m in tafelmomenten(r, gewogen.dossier_id if gewogen else 0))
    assert gewogen is not None
    vroeg = eerste - timedelta(days=1)
    for dossier_id, op in ((alleen, VANDAAG), (gewogen.dossier_id, vroeg), (gewogen.dossier_id, None)):
        was = acts(store)
        with pytest.raises(Storing):
            set_ideologie(store, dossier_id, "overig", op)
        assert acts(store) == was
    set_ideologie(store, alleen, "", None)  # to empty it always may
    set_ideologie(store, gewogen.dossier_id, "overig", eerste)

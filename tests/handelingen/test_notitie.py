# SPDX-License-Identifier: EUPL-1.2
"""Acts on a telephone note: it waits, becomes a signaal, or is closed with a reason."""

from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.handelingen import notitie, signaal
from gemeente_pga.store.queries import signaal as vraag
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import NU
from tests.signaal_hulp import DHONT, WIJKAGENT, no_act, one_act

NOTITIE = Telefoonnotitie(
    "Wijkagent belt over J. Dhont.", "K. Brouwer", "", False, "2026-09-29T09:15:00+02:00"
)


class TestNotitie:
    def test_a_note_waits_until_it_is_worked_out(self, store: Store, ids: dict[str, int]):
        with one_act(store, "notitie.vastleggen"):
            notitie_id = notitie.register_notitie(store, NOTITIE)
        signaal_id = signaal.register_signaal(
            store, WIJKAGENT, DHONT, gemeente_id=ids["gemeente_id"], notitie_id=notitie_id
        )
        with store.reader() as r:
            blad = vraag.notitie(r, notitie_id)
        assert blad is not None
        assert blad.notitie == NOTITIE
        assert (blad.is_open, blad.signaal_id) == (False, signaal_id)
        with no_act(store):
            signaal.register_signaal(
                store, WIJKAGENT, DHONT, gemeente_id=ids["gemeente_id"], notitie_id=notitie_id
            )

    def test_a_note_without_signaal_is_closed_once_with_a_reason(self, store: Store, ids: dict[str, int]):
        notitie_id = notitie.register_notitie(store, NOTITIE)
        with one_act(store, "notitie.afhandelen"):
            notitie.close_notitie(store, notitie_id, "doorverwezen", NU)
        with store.reader() as r:
            blad = vraag.notitie(r, notitie_id)
            assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "doorverwezen"
        assert blad is not None
        assert (blad.is_open, blad.afgehandeld_reden) == (False, "doorverwezen")
        with no_act(store):
            notitie.close_notitie(store, notitie_id, "doorverwezen", NU)

# SPDX-License-Identifier: EUPL-1.2
"""The chapter of the waarneming: given out, begun, given back, resumed, taken in; all in one copy.

The change-over of a whole kluis has its own campaign of kills in tests/waarneming.
"""

from collections.abc import Callable, Generator
from datetime import timedelta
from functools import partial
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.waarneming import Kant, Uitgifte
from gemeente_pga.handelingen import inrichting, waarneming
from gemeente_pga.store.queries import waarneming as queries
from tests.fouten.stand import LATER, NU, VANDAAG, Stand

Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]


def waarnemingen(s: Stand) -> Hoofdstuk:
    """Two of them: one that the waarnemer gives back, and one that nothing comes of."""
    collega = Gebruiker("B. Visser", "beleidsadviseur")
    s.ids["waarnemer"] = yield (
        Act.SYSTEEM_INRICHTEN,
        lambda: inrichting.register_gebruiker(s.store, collega),
    )
    uitgifte = Uitgifte(s.ids["waarnemer"], VANDAAG, LATER, "Mandaatbesluit 2026-11", VANDAAG)
    yield Act.WAARNEMING_UITGEVEN, lambda: waarneming.give_out(s.store, uitgifte, NU)
    yield Act.WAARNEMING_OVERDRACHT, lambda: waarneming.log_overdracht(s.store, NU)
    yield Act.WAARNEMING_BEGINNEN, lambda: waarneming.begin_waarneming(s.store, NU)
    yield Act.WAARNEMING_TERUGGEVEN, lambda: waarneming.give_back(s.store, NU)
    yield Act.WAARNEMING_VERWIJDEREN, lambda: waarneming.log_verwijderd(s.store)
    yield Act.WAARNEMING_HERVATTEN, lambda: waarneming.resume(s.store, "niet_uit_te_stellen", NU)
    yield Act.WAARNEMING_TERUGGEVEN, lambda: waarneming.give_back(s.store, NU)
    for kant in Kant:
        act = Act.WAARNEMING_INNEMEN if kant is Kant.DAAR else Act.WAARNEMING_HIER_HOUDEN
        yield act, partial(_neem_in, s, kant)
    yield Act.WAARNEMING_UITGEVEN, lambda: waarneming.give_out(s.store, uitgifte, NU + timedelta(days=1))
    yield Act.WAARNEMING_AFBREKEN, lambda: waarneming.break_off(s.store, NU)
    with s.store.reader() as r:
        (over, *_) = queries.over_te_doen(r)
    yield Act.WAARNEMING_OVERDOEN, lambda: waarneming.settle(s.store, over.id, "niet_nodig", NU)
    yield Act.WAARNEMING_LIJST_AFDRUKKEN, lambda: waarneming.log_lijst(s.store, opgeslagen=False)
    yield Act.WAARNEMING_LIJST_OPSLAAN, lambda: waarneming.log_lijst(s.store, opgeslagen=True)
    yield Act.WAARNEMING_OPZIJ_VERWIJDEREN, lambda: waarneming.log_opzij_verwijderd(s.store)


def _neem_in(s: Stand, kant: Kant) -> None:
    with s.store.reader() as r:
        schakels = queries.schakels(r, 1)[:5]
    waarneming.take_in(s.store, kant, "in_overleg", gemeenschappelijk=1, alleen_ander=schakels, nu=NU)

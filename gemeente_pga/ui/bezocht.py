# SPDX-License-Identifier: EUPL-1.2
"""Where somebody was, over a lock: by screen and random id, inside the kluis and nowhere else.

What is destroyed takes it along: the row that names it goes with it, and what is no more is not kept again.
"""

import json
from collections.abc import Sequence

from gemeente_pga.store.queries.zoeken import plaatsnaam
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.kolomgeheugen import SOORT

Plek = tuple[str, int | None]
_SLEUTEL, _HOOGSTENS = "bezocht", 12


class Bezocht:
    """The places of the last time, behind those of now."""

    def __init__(self, omgeving: Omgeving, soorten: Sequence[str]) -> None:
        self._omgeving = omgeving
        bewaard = json.loads(omgeving.store.concept(SOORT, _SLEUTEL) or "[]")
        self._eerder: list[Plek] = [(code, id_) for code, id_ in bewaard if code in soorten]

    def plekken(self, weg: Sequence[Plek]) -> list[Plek]:
        """The last first, without where he is now. weg: how he came there, this time."""
        return list(dict.fromkeys([*reversed(weg), *self._eerder]))[1 if weg else 0 :]

    def bewaar(self, weg: Sequence[Plek]) -> None:
        """Keep them for after the lock; only what has a number, and is still there."""
        store = self._omgeving.store
        with store.reader() as r:
            alle = dict.fromkeys([*reversed(weg), *self._eerder])
            blijft = [(code, id_) for code, id_ in alle if id_ is None or plaatsnaam(r, code, id_)]
        store.save_concept(SOORT, _SLEUTEL, json.dumps(blijft[:_HOOGSTENS]) if blijft else "")

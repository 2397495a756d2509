# SPDX-License-Identifier: EUPL-1.2
"""The act of op- or afschalen: five answers and the step, in one."""

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.schaling import Schaling
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.poort import require_casus
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def scale(store: Store, casus_id: int, schaling: Schaling, *, concept: Conceptsleutel = None) -> int:
    """Record what goes where; the review must have been done."""
    with store.write(Handeling.CASUS_SCHALEN, onderwerp=("casus", casus_id)) as w:
        dossier_id = require_casus(w, casus_id)
        schaling_id = w.insert("schaling", schaling, dossier_id=dossier_id, casus_id=casus_id)
        move_casus(w, casus_id, "op_of_afgeschaald", op=schaling.datum, reden=schaling.reden)
        if concept:
            w.discard_concept(*concept)
    return schaling_id

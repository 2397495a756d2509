# SPDX-License-Identifier: EUPL-1.2
"""The state machines and the steps of a dossier: what may, what comes next, what blocks it.

The rule that blocks and the sentence that explains it stand together, once: the step bar, Bureau and the
acts all ask here. Facts come in as booleans, dates and counts; nothing here reads a dossier. The tables are
in staten.py, the rules per kind in signaalstappen.py and casusstappen.py.
"""

from gemeente_pga.domain.casusstappen import (
    CasusFeiten,
    aandacht_casus,
    ontbreekt_voor_casus,
    ontbreekt_voor_overleg,
    stappen_casus,
    waarschuw_sluiting,
)
from gemeente_pga.domain.signaalstappen import SignaalFeiten, ontbreekt_voor_signaal, stappen_signaal
from gemeente_pga.domain.stap import Ontbreekt, Slotfeiten, Stand, Stap, volgende
from gemeente_pga.domain.staten import (
    CasusStaat,
    Overgang,
    SignaalStaat,
    label,
    mag,
    mogelijk,
    overgang,
    staten,
)

__all__ = [
    "CasusFeiten",
    "CasusStaat",
    "Ontbreekt",
    "Overgang",
    "SignaalFeiten",
    "SignaalStaat",
    "Slotfeiten",
    "Stand",
    "Stap",
    "aandacht_casus",
    "label",
    "mag",
    "mogelijk",
    "ontbreekt_voor_casus",
    "ontbreekt_voor_overleg",
    "ontbreekt_voor_signaal",
    "overgang",
    "stappen_casus",
    "stappen_signaal",
    "staten",
    "volgende",
    "waarschuw_sluiting",
]

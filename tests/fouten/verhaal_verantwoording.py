# SPDX-License-Identifier: EUPL-1.2
"""The chapter about giving account: the registers."""

from datetime import timedelta
from typing import TYPE_CHECKING

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.handelingen import registers
from tests.fouten.stand import VANDAAG, Stand

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

MANDAAT = Mandaat("verzoek", "burgemeester", "coördinator PGA", "", VANDAAG, None, "B2026-01")
BUREAU = ExternePartij(
    "Bureau Zilvermeeuw", "Duiding van teksten", "AVG, artikel 28", VANDAAG, "O-12", True, VANDAAG,
    VANDAAG + timedelta(days=90),
)  # fmt: skip


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """A mandate and a hired bureau, begun and ended."""
    gemeente_id = s.ids["gemeente_id"]
    mandaat_id = yield (
        Act.MANDAAT_VASTLEGGEN,
        lambda: registers.record_mandaat(s.store, gemeente_id, MANDAAT),
    )
    yield Act.MANDAAT_VASTLEGGEN, lambda: registers.withdraw_mandaat(s.store, mandaat_id, VANDAAG)
    partij_id = yield (
        Act.EXTERNE_PARTIJ_VASTLEGGEN,
        lambda: registers.record_externe_partij(s.store, BUREAU),
    )
    yield (
        Act.EXTERNE_PARTIJ_VASTLEGGEN,
        lambda: registers.end_externe_partij(s.store, partij_id, VANDAAG),
    )

# SPDX-License-Identifier: EUPL-1.2
"""The chapters about giving account: registers, figures of a year, and a memo."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from gemeente_pga.domain.extern import ExternePartij
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.kader import DREMPEL
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.memo import Memo, Memoantwoord
from gemeente_pga.domain.verzoek import Verzoek
from gemeente_pga.domain.zelfevaluatie import VRAGEN, Zelfevaluatie
from gemeente_pga.handelingen import jaarrapportage, registers, verzoek, zelfevaluatie
from gemeente_pga.handelingen import memo as memowerk
from tests.fouten.stand import VANDAAG, Stand, kader

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

MANDAAT = Mandaat("verzoek", "burgemeester", "coördinator PGA", "", VANDAAG, None, "B2026-01")
VERZOEK = Verzoek(
    "klacht", VANDAAG, "brief", "Ik kreeg geen antwoord.", "J. D'Hondt-Özdemir", "", "ander", "gemeente"
)
MEMO = Memo(
    "burgemeester", "Mag het overleg een gedragsaanwijzing vragen?", "Er was een incident.",
    "Gemeentewet, artikel 172", "Nog een gesprek.", "Het contact kan stoppen.", "Er kan weer iets gebeuren.",
    VANDAAG,
)  # fmt: skip
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
    yield from _jaar(s, gemeente_id)
    zelf = Zelfevaluatie(tuple("Gaat goed." for _ in VRAGEN))
    yield (
        Act.ZELFEVALUATIE_VASTSTELLEN,
        lambda: zelfevaluatie.vaststellen(s.store, zelf, kader(), op=VANDAAG),
    )


def _jaar(s: Stand, gemeente_id: int) -> "Hoofdstuk":
    """Enough requests of one kind to have a figure that may be shown."""
    for _ in range(DREMPEL):
        yield (
            Act.VERZOEK_REGISTREREN,
            lambda: verzoek.register_verzoek(
                s.store, VERZOEK, kader(), gemeente_id=gemeente_id, dossier_id=None
            ),
        )
    bereik, later = Bereik((gemeente_id,), (VANDAAG.year,)), date(VANDAAG.year + 1, 2, 1)
    yield (
        Act.JAARRAPPORTAGE_VASTSTELLEN,
        lambda: jaarrapportage.vaststellen(s.store, bereik, kader(), op=later),
    )


def memo(s: Stand) -> "Hoofdstuk":
    """A question about the dossier of the story, while it is open."""
    dossier_id = s.ids["dossier"]
    memo_id = yield (
        Act.MEMO_VASTSTELLEN,
        lambda: memowerk.write_memo(s.store, dossier_id, MEMO, kader(), op=VANDAAG),
    )
    later = Memoantwoord("akkoord_met_voorwaarde", "Niet langer dan een maand.", "de burgemeester", VANDAAG)
    yield Act.MEMO_ANTWOORD, lambda: memowerk.record_antwoord(s.store, memo_id, later)

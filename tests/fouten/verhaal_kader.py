# SPDX-License-Identifier: EUPL-1.2
"""The chapter on the kader: a value, a signature, another version, and a dossier that goes over to it."""

from functools import partial
from typing import TYPE_CHECKING

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.ingebruikname import GEREED, Bestand, Punt
from gemeente_pga.domain.kaderronde import Kaderwissel, Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.handelingen import kader as kaderwerk
from gemeente_pga.handelingen.ingebruikname import record_punt
from gemeente_pga.kaderbestand import shipped
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.kader import kaders
from tests.fouten.stand import NU, VANDAAG, Stand

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

WAARDE = Kaderwaarde("criterium", "k1", "vraag", "Is er een ontwikkeling?", "wettekst", "Artikel 1")
RONDE = Ronde("mr. L. Verhulst", "Jurist", VANDAAG, "wetten.overheid.nl")


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """Everything about the kader; afterwards the kluis works with the one that it began with."""
    with s.store.reader() as r:
        eigen = actief_kader_id(r) or 0
    punt = Punt("dpia", GEREED, VANDAAG, "2026-014")
    document = Bestand("dpia.pdf", b"%PDF-1.7 verzonnen")
    yield (
        Act.INGEBRUIKNAME_VASTLEGGEN,
        lambda: record_punt(s.store, s.ids["gemeente_id"], punt, document),
    )
    yield Act.KADER_WAARDE, lambda: kaderwerk.set_waarde(s.store, eigen, WAARDE)
    getekend = Ondertekening(RONDE, (("criterium", "k1"), ("criterium", "k2")))
    yield Act.KADER_VASTSTELLEN, lambda: kaderwerk.record_ronde(s.store, eigen, getekend)
    with s.store.reader() as r:
        ander = next((k.id for k in kaders(r) if k.id != eigen), 0)
        van = r.value("SELECT kader_id FROM dossier WHERE id = ?", s.ids["dossier"])
    if not ander:  # the second of many stories in one kluis finds it there
        ander = yield Act.KADER_IMPORTEREN, lambda: kaderwerk.import_kader(s.store, shipped()[1], NU)
    for kader_id in (ander, eigen):
        yield Act.KADER_ACTIVEREN, partial(s.doe, kaderwerk.activate, kader_id, "vergissing", NU)
    for kader_id in (eigen if van == ander else ander, van):
        wissel = Kaderwissel(kader_id, "overgangsrecht", "De casus liep al voor de wet.", VANDAAG)
        yield Act.DOSSIER_KADER, partial(s.doe, kaderwerk.switch_dossier, s.ids["dossier"], wissel)

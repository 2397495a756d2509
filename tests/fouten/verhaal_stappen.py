# SPDX-License-Identifier: EUPL-1.2
"""The chapter on steps: a hold and its end, a review, afschalen, and an offer that is refused."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from gemeente_pga.domain.aanhouding import Aanhouding, Einde
from gemeente_pga.domain.actualiteit import Actualiteit
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.herbeoordeling import Heroordeel, Uitkomst
from gemeente_pga.domain.overdracht import Aanbod, Antwoord
from gemeente_pga.domain.overname import Aanvaarding, Meegave
from gemeente_pga.domain.schaling import Schaling
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.handelingen import aanhouding, casus, herbeoordeling, overdracht, overname, plan, schaling
from gemeente_pga.handelingen import meegave as meegave_
from gemeente_pga.store.queries.herbeoordeling import gegevens
from gemeente_pga.store.queries.herbeoordeling import herbeoordeling as lees_herbeoordeling
from tests.fouten.stand import LATER, VANDAAG, Stand, kader
from tests.overname_hulp import overview, sent_by_another

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """The casus is carried out, held, reviewed, scaled down and offered; it stays here."""
    casus_id, dossier_id = s.ids["casus"], s.ids["dossier"]
    plan_id = yield Act.PLAN_BIJWERKEN, lambda: plan.begin_plan(s.store, casus_id)
    yield Act.PLAN_VASTSTELLEN, lambda: plan.vaststellen(s.store, plan_id, op=VANDAAG)
    yield Act.CASUS_BIJWERKEN, lambda: casus.move(s.store, casus_id, "in_uitvoering", op=VANDAAG)
    yield from _aanhouding(s, dossier_id)
    yield from _herbeoordeling(s, casus_id)
    minder = Schaling(
        "af", VANDAAG, "Wijkteam West", "Gewone hulp is genoeg.", "De schuldhulp.", "De afspraken.",
        "De wijkcoach", "casusoverleg",
    )  # fmt: skip
    yield Act.CASUS_SCHALEN, lambda: schaling.scale(s.store, casus_id, minder)
    yield Act.CASUS_BIJWERKEN, lambda: casus.move(s.store, casus_id, "in_uitvoering", op=VANDAAG)
    aanbod = Aanbod("Gemeente Oudeveen", "R. Poelstra", "wet_pga", "Weegverslag en plan.", VANDAAG)
    aanbod_id = yield (
        Act.OVERDRACHT_AANBIEDEN,
        lambda: overdracht.offer(s.store, dossier_id, aanbod),
    )
    nee = Antwoord(None, "", VANDAAG, "Hij woont hier niet.")
    yield Act.OVERDRACHT_BEANTWOORDEN, lambda: overdracht.answer(s.store, aanbod_id, nee)
    yield from _andere_kluis(s, dossier_id)


def _andere_kluis(s: Stand, dossier_id: int) -> "Hoofdstuk":
    """The dossier goes along to another kluis; one comes from there and is taken over, another refused."""
    meegave = Meegave("herindeling", "Nieuw-Waterhoven", "P. de Boer", "avg_6_1_e", "Samenvoeging.")
    (stuk,) = yield (
        Act.OVERNAME_MEEGEVEN,
        lambda: meegave_.give(s.store, [dossier_id], meegave, op=VANDAAG),
    )
    een, twee = sent_by_another(stuk), sent_by_another(stuk, 2)
    overzicht = overview(een, twee)
    with s.store.reader() as r:
        besluit = Aanvaarding(r.value("SELECT id FROM gemeente"), "avg_6_1_e", "Rechtsopvolger.")
    aangeboden = overname.Aangeboden(een.inhoud, een.aanbieding)
    yield (
        Act.OVERNAME_AANVAARDEN,
        lambda: overname.accept(s.store, aangeboden, overzicht, besluit, op=VANDAAG),
    )
    yield (
        Act.OVERNAME_WEIGEREN,
        lambda: overname.refuse(s.store, twee.aanbieding, overzicht, "Woont elders.", op=VANDAAG),
    )


def _aanhouding(s: Stand, dossier_id: int) -> "Hoofdstuk":
    hold = Aanhouding(
        "informeren", s.ids["om"], "H. om", "officier", "onderzoek", "Wacht op bericht.", VANDAAG,
        VANDAAG + timedelta(days=9),
    )  # fmt: skip
    hold_id = yield Act.AANHOUDING_BEGINNEN, lambda: aanhouding.begin(s.store, dossier_id, hold)
    einde = Einde(VANDAAG, "Het informeren kan door.")
    yield Act.AANHOUDING_BEEINDIGEN, lambda: aanhouding.end(s.store, hold_id, einde)


def _herbeoordeling(s: Stand, casus_id: int) -> "Hoofdstuk":
    blad_id = yield (
        Act.HERBEOORDELING_BEGINNEN,
        lambda: herbeoordeling.begin(s.store, casus_id, op=VANDAAG),
    )
    for criterium in (c.code for lijst in kaarten(kader()) for c in lijst):
        oordeel = Heroordeel(criterium, "spreekt_tegen", "Nu is het rustig.", "Er kwam geen brief meer.")
        yield (
            Act.HERBEOORDELING_BIJWERKEN,
            partial(s.doe, herbeoordeling.record_criterium, blad_id, oordeel),
        )
    with s.store.reader() as r:
        blad = lees_herbeoordeling(r, blad_id)
        items = [g.id for g in gegevens(r, blad)] if blad is not None else []
    for item in items:
        antwoord = Actualiteit("nee", "Dit speelt niet meer.")
        yield (
            Act.HERBEOORDELING_BIJWERKEN,
            partial(s.doe, herbeoordeling.record_actualiteit, blad_id, item, antwoord),
        )
    slot = Uitkomst("afschalen", "Minder nodig.", "Hulp is genoeg.", "In verhouding.", LATER)
    yield Act.HERBEOORDELING_BIJWERKEN, lambda: herbeoordeling.record_uitkomst(s.store, blad_id, slot)
    yield (
        Act.HERBEOORDELING_VASTSTELLEN,
        lambda: herbeoordeling.vaststellen(s.store, blad_id, kader(), VANDAAG),
    )

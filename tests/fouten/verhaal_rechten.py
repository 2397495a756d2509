# SPDX-License-Identifier: EUPL-1.2
"""The chapter about the rights of betrokkenen: a request until nothing stands open against it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from gemeente_pga.domain.beperking import Beperking, Opheffing
from gemeente_pga.domain.brief import Briefopdracht
from gemeente_pga.domain.gezag import Gezag
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.informeren import Persoonsbesluit
from gemeente_pga.domain.verzoek import (
    Afloop,
    Behandeling,
    Verlenging,
    Verzoek,
    Verzoekbesluit,
    Verzoekstap,
)
from gemeente_pga.domain.zienswijze import Bezorging, Zienswijze
from gemeente_pga.handelingen import afschrift, beperking, informeren, verzoek
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.queries.afschrift import alles_over
from tests.fouten.stand import VANDAAG, Stand, kader

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

VERZOEK = Verzoek(
    "inzage", VANDAAG, "brief", "Een kopie van alles over mij.", "J. D'Hondt-Özdemir", "Plein 3",
    "betrokkene", "casusoverleg",
)  # fmt: skip
BESLUIT = Verzoekbesluit(
    "deels", "UAVG, artikel 41, eerste lid, onder d", "U krijgt een afschrift zonder enkele gegevens.",
    "A. de Wit, burgemeester", VANDAAG,
)  # fmt: skip
LATER = Persoonsbesluit(
    "later", "openbare_veiligheid", "Er loopt onderzoek.", "S. Aydın", VANDAAG + timedelta(days=60), None, "",
    VANDAAG,
)  # fmt: skip
BEZORGING = Bezorging("persoonlijk", "J. D'Hondt-Özdemir", "onbekend", "Op het wijkteam.")
ZIENSWIJZE = Zienswijze(VANDAAG, "gesprek", "", "Ik was daar die dag niet.")


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """An access request about the dossier of the story."""
    dossier_id = s.ids["dossier"]
    with s.store.reader() as r:
        persoon_id = r.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
        informatie_id = r.value(
            "SELECT id FROM informatie WHERE dossier_id = ? AND geschrapt = 0", dossier_id
        )
    yield from _verzoek(s, dossier_id)
    gezag = Gezag("F. Zwanebloem", "ouder", "", "gezagsregister")
    yield Act.GEZAG_VASTLEGGEN, lambda: verzoek.register_gezag(s.store, persoon_id, gezag)
    yield Act.INFORMEREN_BESLUITEN, lambda: informeren.decide_persoon(s.store, persoon_id, LATER)
    yield Act.BEZORGING_VASTLEGGEN, lambda: informeren.record_bezorging(s.store, persoon_id, BEZORGING)
    zienswijze_id = yield (
        Act.ZIENSWIJZE_VASTLEGGEN,
        lambda: informeren.record_zienswijze(s.store, persoon_id, ZIENSWIJZE),
    )
    for wat in (None, informatie_id):
        beperking_id = yield (
            Act.BEPERKING_ZETTEN,
            partial(s.doe, beperking.restrict, dossier_id, Beperking(wat, None, "Betwist.", VANDAAG)),
        )
        klaar = Opheffing(VANDAAG, "Nagevraagd: het klopt.")
        yield Act.BEPERKING_OPHEFFEN, partial(s.doe, beperking.lift, beperking_id, klaar)
    antwoord = replace(ZIENSWIJZE, reactie="Nagevraagd bij de school.", besproken_op=VANDAAG)
    yield (
        Act.ZIENSWIJZE_VASTLEGGEN,
        lambda: informeren.answer_zienswijze(s.store, zienswijze_id, antwoord),
    )


def _verzoek(s: Stand, dossier_id: int) -> "Hoofdstuk":
    def registreer() -> int:
        gemeente_id = s.ids["gemeente_id"]
        return verzoek.register_verzoek(
            s.store, VERZOEK, kader(), gemeente_id=gemeente_id, dossier_id=dossier_id
        )

    verzoek_id = s.ids["verzoek"] = yield Act.VERZOEK_REGISTREREN, registreer
    wie = Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie", politie_doorgezonden_op=VANDAAG)
    yield Act.VERZOEK_BIJWERKEN, lambda: verzoek.update_verzoek(s.store, verzoek_id, wie)
    stap = Verzoekstap("bronhouder_geraadpleegd", VANDAAG, "politie Waterhoven", "Geen bezwaar.")
    yield Act.VERZOEK_BIJWERKEN, lambda: verzoek.add_stap(s.store, verzoek_id, stap)
    langer = Verlenging(VANDAAG, "Vijf deelnemers moeten zoeken.")
    yield Act.VERZOEK_VERLENGEN, lambda: verzoek.extend(s.store, verzoek_id, langer, kader())
    brief = Briefopdracht("ontvangst", "", "A. de Wit, burgemeester", VANDAAG)
    yield Act.BRIEF_MAKEN, lambda: write_verzoekbrief(s.store, verzoek_id, brief, kader())
    yield Act.VERZOEK_BESLUITEN, lambda: verzoek.decide(s.store, verzoek_id, BESLUIT, kader())
    yield Act.AFSCHRIFT_BEOORDELEN, lambda: _beoordeel(s, verzoek_id)
    yield Act.AFSCHRIFT_MAKEN, lambda: afschrift.make_afschrift(s.store, verzoek_id, kader(), VANDAAG)
    bekend, klaar = Afloop("bekendgemaakt", VANDAAG), Afloop("onherroepelijk", VANDAAG)
    yield Act.VERZOEK_BIJWERKEN, lambda: verzoek.finish(s.store, verzoek_id, bekend, kader())
    yield Act.VERZOEK_AFRONDEN, lambda: verzoek.finish(s.store, verzoek_id, klaar, kader())


def _beoordeel(s: Stand, verzoek_id: int) -> None:
    with s.store.reader() as r:
        regel = vragen.verzoek(r, verzoek_id)
        delen = alles_over(r, regel) if regel else ()
    open_ = {g.sleutel: g.voorstel for deel in delen for g in deel.te_beoordelen}
    afschrift.judge(s.store, verzoek_id, open_)

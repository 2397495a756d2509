# SPDX-License-Identifier: EUPL-1.2
"""Line -> fault, for every step of a casus that names it."""

from dataclasses import asdict, replace
from datetime import date

from gemeente_pga.domain import casus, overleg, plan
from gemeente_pga.domain.informeren import beoordeel_informeren
from gemeente_pga.domain.signaalstap import (
    beoordeel_controle,
)
from gemeente_pga.domain.stappen import (
    CasusFeiten,
)
from gemeente_pga.domain.staten import CasusStaat as C
from gemeente_pga.domain.staten import SignaalStaat as S
from tests.casus_hulp import deelnemer, interventie
from tests.domain.test_informeren import BESLUIT as INFORMEREN
from tests.domain.test_overleg import HOOFD
from tests.domain.test_plan import VOL
from tests.domain.test_signaalstap import CONTROLE
from tests.domain.vastleggen_regels import (
    BESLOTEN,
    KLAAR,
    LOOPT,
    TERMIJNLIJN,
    VOORBEREID,
    Fout,
    herzien_zonder,
    informatie_zonder,
    plan_zonder,
    samen,
    schaling_zonder,
    slot_zonder,
    stap,
    verslag_zonder,
    zonder,
)
from tests.weegploeg import VANDAAG, kader

_OVERLEGLIJN: dict[str, Fout] = {
    "datum en aanwezigen": samen(
        zonder(lambda i: overleg.beoordeel_overleg(i, kader(), date(2026, 11, 5)), HOOFD, "datum"),
        verslag_zonder(aanwezigen=0),
        verslag_zonder(deelnemers=0),
    ),
    "inbreng met grondslag": samen(
        informatie_zonder("grondslag_gever", "grondslag_ontvanger", "categorie", "markering"),
        verslag_zonder(besluit_op_niet_vastgelegd=True),
    ),
    "besluiten": verslag_zonder(besluiten=0),
    "acties met eigenaar en datum": samen(
        zonder(
            lambda i: overleg.beoordeel_actie(i, kader(), VANDAAG),
            {"wat": "Bellen.", "wie": "S. Aydın", "voor": "1-12-2026"},
            "wie",
            "voor",
        ),
        verslag_zonder(actie_zonder_datum=1),
    ),
}

_INTERVENTIE = asdict(interventie())
CASUSREGELS: dict[str, Fout] = _OVERLEGLIJN | {
    "weegverslag": stap(BESLOTEN, S.OPGENOMEN, weegbesluit=""),
    "gemeente van verblijf": zonder(
        lambda i: beoordeel_controle(i, kader(), VANDAAG), CONTROLE, "gemeente_verblijf"
    ),
    "deelnemers met rol en grondslag": samen(
        zonder(
            lambda i: casus.beoordeel_deelnemer(i, kader(), VANDAAG), asdict(deelnemer(7)), "rol", "grondslag"
        ),
        stap(VOORBEREID, C.CASUSOVERLEG_LOOPT, deelnemers=0),
        stap(VOORBEREID, C.CASUSOVERLEG_LOOPT, deelnemers_zonder_grondslag=1),
    ),
    "besluit over informeren met datum om opnieuw te kijken": samen(
        zonder(
            lambda i: beoordeel_informeren(i, kader(), date(2026, 10, 2)),
            INFORMEREN,
            "informeren",
            "informeren_opnieuw_op",
        ),
        stap(VOORBEREID, C.CASUSOVERLEG_LOOPT, informeerbesluit=False),
    ),
    "reden": samen(slot_zonder("sluitreden", "sluit_toelichting"), schaling_zonder("reden")),
    "resultaat": slot_zonder("resultaat"),
    "wat partners bewaren": slot_zonder("partners_bewaren"),
    "besluit over informeren": stap(
        replace(LOOPT, sluitreden=True, resultaat=True, informeerbesluit=True),
        C.AFGESLOTEN,
        informeerbesluit=False,
    ),
    "datum": slot_zonder("gesloten_op"),
    "doelen": plan_zonder(doelen=()),
    "factoren": plan_zonder(factoren=()),
    "interventies met eigenaar en grondslag": samen(
        plan_zonder(interventies=()),
        zonder(
            lambda i: plan.beoordeel_interventie(i, kader(), VANDAAG), _INTERVENTIE, "eigenaar", "grondslag"
        ),
        zonder(
            lambda i: plan.beoordeel_interventie(i, kader(), VANDAAG),
            _INTERVENTIE | {"vrijwillig": False, "beslisser": "burgemeester"},
            "beslisser",
        ),
    ),
    "datum herbeoordeling": plan_zonder(kop=replace(VOL.kop, herbeoordeling_op=None)),
    "wie is begonnen": stap(
        replace(LOOPT, staat=C.PLAN_VASTGESTELD), C.IN_UITVOERING, interventies_begonnen=0
    ),
    "voortgang": verslag_zonder(acties_zonder_stand=1),
    "nieuwe informatie met grondslag": informatie_zonder("grondslag_gever", "grondslag_ontvanger"),
    "noodzaak opnieuw gewogen": samen(
        stap(
            replace(LOOPT, staat=C.HERBEOORDELING, herbeoordeling_gedaan=True),
            C.IN_UITVOERING,
            herbeoordeling_gedaan=False,
        ),
        herzien_zonder(nu=None),
        herzien_zonder(uitkomst=""),
        herzien_zonder(noodzaak=""),
        herzien_zonder(subsidiariteit=""),
        herzien_zonder(proportionaliteit=""),
    ),
    "volgende datum": herzien_zonder(volgende_op=None),
    "wat verhuist": schaling_zonder("wat_verhuist"),
    "wat blijft": schaling_zonder("wat_blijft"),
    "wie het de betrokkene vertelt": samen(
        schaling_zonder("wie_vertelt"),
        stap(
            replace(LOOPT, staat=C.HERBEOORDELING, herbeoordeling_gedaan=True, schaalreden=True),
            C.OP_OF_AFGESCHAALD,
            schaalreden=False,
        ),
    ),
    "wat nu wordt uitgevoerd": stap(
        replace(LOOPT, staat=C.OP_OF_AFGESCHAALD, herbeoordeling_gedaan=True),
        C.IN_UITVOERING,
        plan_vastgesteld=False,
    ),
    "bevestiging van ontvangst": stap(
        CasusFeiten(C.AFGESLOTEN, overdracht_bevestigd=True), C.OVERGEDRAGEN, overdracht_bevestigd=False
    ),
    TERMIJNLIJN: stap(
        CasusFeiten(C.AFGESLOTEN, slot=KLAAR),
        C.GESLOTEN,
        slot=replace(KLAAR, bewaartermijn_vastgesteld=False),
    ),
    "nieuw signaal over dezelfde persoon": stap(
        CasusFeiten(C.GESLOTEN, nieuw_signaal=True), C.HEROPENING_GEVRAAGD, nieuw_signaal=False
    ),
    "nieuw weegverslag": stap(
        CasusFeiten(C.HEROPENING_GEVRAAGD, heropening_besloten=True), C.GESLOTEN, heropening_besloten=False
    ),
}

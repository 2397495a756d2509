# SPDX-License-Identifier: EUPL-1.2
"""Line -> fault, for every step of a signal that names it."""

from dataclasses import replace

from gemeente_pga.domain.signaalstap import (
    beoordeel_controle,
    beoordeel_sluiting,
)
from gemeente_pga.domain.stappen import (
    SignaalFeiten,
)
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.weging import Afweging
from tests.domain.test_signaalstap import CONTROLE
from tests.domain.test_weegregels import partij, weging
from tests.domain.vastleggen_regels import (
    BESLOTEN,
    FORMEEL,
    GECONTROLEERD,
    KLAAR,
    TERMIJNLIJN,
    Fout,
    agenda_zonder,
    antwoord_los,
    informatie_zonder,
    intake_zonder,
    melder_los,
    overdracht_zonder,
    samen,
    spoed_zonder,
    stap,
    tafel,
    weegbesluit_zonder,
    zonder,
)
from tests.weegploeg import VANDAAG, besluit, informeerbesluit, kader

_WEEGLIJN: dict[str, Fout] = {
    "aanwezigheid van gemeente, OM en politie": samen(
        tafel(partijen=(partij(1), partij(2))),
        tafel(partijen=(partij(1), partij(2), partij(3, aanwezig=""))),
        tafel(partijen=(partij(1), partij(2), partij(3, aanwezig="nee"))),
    ),
    "informatie per partij met grondslag": samen(
        antwoord_los, informatie_zonder("partij_id", "grondslag_gever", "grondslag_ontvanger", "doel")
    ),
    "criteria één voor één, met redenen voor en tegen": samen(
        tafel(oordelen=weging().oordelen[1:]),
        tafel(oordelen=(replace(weging().oordelen[0], reden=""), *weging().oordelen[1:])),
        tafel(oordelen=(replace(weging().oordelen[0], antwoord=""), *weging().oordelen[1:])),
        tafel(afweging=Afweging("", "s", "p", "ja", "")),
    ),
    "minderheidsstandpunt": tafel(
        partijen=(partij(1), partij(2), partij(3, standpunt="weigert")),
        besluit=besluit(minderheidsstandpunt=""),
    ),
}

# Line -> fault, for every step of a signal that names it.
SIGNAALREGELS: dict[str, Fout] = _WEEGLIJN | {
    "ontvangst, kanaal, bron": intake_zonder("ontvangen_op", "kanaal", "bron_soort"),
    "hoe de melder het weet": intake_zonder("bron_kennis"),
    "reden": samen(
        zonder(
            lambda i: beoordeel_sluiting(i, kader(), VANDAAG),
            {"sluitreden": FORMEEL, "sluit_toelichting": "Een pand."},
            "sluitreden",
            "sluit_toelichting",
        ),
        weegbesluit_zonder("niet_opnemen", "besluit_reden"),
    ),
    "wie besloot": samen(
        tafel(partijen=(partij(1), partij(2), partij(3, mandaat=""))),
        tafel(partijen=(partij(1), partij(2), partij(3, standpunt=""))),
    ),
    "bericht aan de melder, als dat mag": melder_los,
    "tijd": spoed_zonder("gebeld_op", "gebeld_tijd"),
    "wie is gebeld": spoed_zonder("partij"),
    "wat is verteld": spoed_zonder("verteld"),
    "formele controle": samen(
        zonder(
            lambda i: beoordeel_controle(i, kader(), VANDAAG),
            CONTROLE,
            "over_persoon",
            "gemeente_verblijf",
            "bron_bekend",
        ),
        stap(GECONTROLEERD, S.GEAGENDEERD, bron_bekend=""),
    ),
    "spoed": intake_zonder("acuut"),
    "of politie of OM direct is gewaarschuwd": stap(GECONTROLEERD, S.GEAGENDEERD, spoed_gemeld=False),
    "datum en genodigden": samen(
        agenda_zonder("geagendeerd_voor", "uitgenodigd"),
        stap(GECONTROLEERD, S.GEAGENDEERD, geagendeerd_voor=None),
        stap(GECONTROLEERD, S.GEAGENDEERD, niet_uitgenodigd=("politie",)),
    ),
    "wie aan tafel zit": tafel(partijen=()),
    "vraag": weegbesluit_zonder("nadere_informatie", "vraag"),
    "datum": samen(
        weegbesluit_zonder("nadere_informatie", "vraag_voor"), overdracht_zonder("overgedragen_op")
    ),
    "besluit met reden": samen(
        weegbesluit_zonder("opnemen", "besluit", "besluit_reden"),
        tafel(besluit=besluit(besluit="")),
        tafel(besluit=besluit(besluit_reden="")),
        stap(BESLOTEN, S.OPGENOMEN, weegbesluit=""),
    ),
    "besluit over informeren": tafel(informeren=informeerbesluit(informeren="")),
    "aan wie": samen(
        weegbesluit_zonder("doorgeleid", "doorgeleid_naar"),
        weegbesluit_zonder("nadere_informatie", "vraag_aan"),
        overdracht_zonder("overgedragen_aan"),
    ),
    "wat is overgedragen": samen(
        weegbesluit_zonder("doorgeleid", "doorgeleid_wat"), overdracht_zonder("overgedragen_wat")
    ),
    "grondslag": samen(
        spoed_zonder("grondslag"),
        weegbesluit_zonder("doorgeleid", "doorgeleid_grondslag"),
        weegbesluit_zonder("nadere_informatie", "vraag_grondslag"),
        overdracht_zonder("overgedragen_grondslag"),
    ),
    "antwoord, of dat het uitbleef": antwoord_los,
    TERMIJNLIJN: stap(
        SignaalFeiten(S.AFGESLOTEN, slot=KLAAR),
        S.GESLOTEN,
        slot=replace(KLAAR, bewaartermijn_vastgesteld=False),
    ),
    "datum van vernietiging": stap(
        SignaalFeiten(S.GESLOTEN, slot=KLAAR), S.VERNIETIGD, slot=replace(KLAAR, vernietigen_op=None)
    ),
    "verklaring van vernietiging: wat, wanneer, op welke grond, door wie, zonder inhoud": stap(
        SignaalFeiten(S.GESLOTEN, slot=KLAAR),
        S.VERNIETIGD,
        slot=replace(KLAAR, machtiging_vernietiging=False),
    ),
}

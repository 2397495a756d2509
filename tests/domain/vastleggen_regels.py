# SPDX-License-Identifier: EUPL-1.2
"""For every line of every Overgang a fault: the fact is taken out of something that was accepted.

The acts take their arguments from these judges and ask these rules (tests/handelingen/test_overgang.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any, TypeVar

from gemeente_pga.domain import casus, herbeoordeling, overlegstand, plan
from gemeente_pga.domain.informatie import beoordeel_informatie
from gemeente_pga.domain.schaling import beoordeel_schaling
from gemeente_pga.domain.signaal import beoordeel_signaal
from gemeente_pga.domain.signaalstap import (
    beoordeel_agendering,
    beoordeel_overdracht,
    beoordeel_spoed,
    formele_sluitredenen,
)
from gemeente_pga.domain.stappen import (
    CasusFeiten,
    SignaalFeiten,
    Slotfeiten,
    ontbreekt_voor_casus,
    ontbreekt_voor_signaal,
    stappen_signaal,
)
from gemeente_pga.domain.staten import CasusStaat as C
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.weegregels import ontbreekt
from gemeente_pga.domain.weging import beoordeel_besluit
from tests.casus_hulp import SLUITING
from tests.domain.test_informatie import GOED as INFORMATIE
from tests.domain.test_overleg import STAND
from tests.domain.test_plan import VOL
from tests.domain.test_signaal import GOED as SIGNAAL
from tests.domain.test_signaalstap import KERN, ONTVANGEN, SPOED
from tests.domain.test_weegregels import ROND, weging
from tests.weegploeg import VANDAAG, besluit, kader

NU = datetime(2026, 10, 5, 9, 30, tzinfo=timezone(timedelta(hours=2)))
T = TypeVar("T")
Fout = Callable[[], None]


# ---- how a fact is left out, and what must follow


def zonder(
    oordeel: Callable[[Mapping[str, object]], object], goed: Mapping[str, object], *velden: str
) -> Fout:
    """A judge of typing that accepts all of it, and names each of these fields when it is empty."""

    def probeer() -> None:
        assert not isinstance(oordeel(goed), list), oordeel(goed)
        for veld in velden:
            gebreken = oordeel(dict(goed) | {veld: ""})
            assert isinstance(gebreken, list), veld
            assert veld in {gebrek.veld for gebrek in gebreken}, (veld, gebreken)

    return probeer


def stap(feiten: SignaalFeiten | CasusFeiten, naar: str, **weg: Any) -> Fout:
    """A rule of domain.stappen that lets a step go, and stops it without this fact."""

    def regel(wat: SignaalFeiten | CasusFeiten) -> tuple[object, ...]:
        if isinstance(wat, SignaalFeiten):
            return ontbreekt_voor_signaal(wat, naar, VANDAAG)
        return ontbreekt_voor_casus(wat, naar, VANDAAG)

    def probeer() -> None:
        assert regel(feiten) == ()
        assert regel(replace(feiten, **weg)) != ()

    return probeer


def tafel(**weg: Any) -> Fout:
    """The rules of the weegploeg: nothing is missing, and without this something is."""

    def probeer() -> None:
        assert ontbreekt(weging(), ROND, kader()) == ()
        assert ontbreekt(weging(**weg), ROND, kader()) != ()

    return probeer


def samen(*fouten: Fout) -> Fout:
    """Several facts stand behind one line."""

    def probeer() -> None:
        for fout in fouten:
            fout()

    return probeer


# ---- what is accepted


def besluit_invoer(soort: str) -> dict[str, object]:
    leeg = {veld: "" if waarde is None else waarde for veld, waarde in asdict(besluit()).items()}
    return leeg | {
        "besluit": soort, "doorgeleid_naar": "jeugdhulp", "doorgeleid_wat": "De zorgen.",
        "doorgeleid_grondslag": "toestemming", "vraag": "Wie zijn het?", "vraag_aan": "politie",
        "vraag_grondslag": "wet_pga", "vraag_voor": "2-11-2026",
    }  # fmt: skip


def weegbesluit_zonder(soort: str, *velden: str) -> Fout:
    return zonder(lambda i: beoordeel_besluit(i, kader(), VANDAAG), besluit_invoer(soort), *velden)


def intake_zonder(*velden: str) -> Fout:
    return zonder(lambda i: beoordeel_signaal(i, kader(), NU), SIGNAAL, *velden)


def spoed_zonder(*velden: str) -> Fout:
    return zonder(lambda i: beoordeel_spoed(i, kader(), NU), {**SPOED, "gebeld_op": NU.date()}, *velden)


def agenda_zonder(*velden: str) -> Fout:
    goed = {"geagendeerd_voor": VANDAAG, "uitgenodigd": tuple(KERN)}
    return zonder(
        lambda i: beoordeel_agendering(i, VANDAAG, ontvangen_op=ONTVANGEN, kernpartijen=KERN), goed, *velden
    )


def overdracht_zonder(*velden: str) -> Fout:
    goed = {
        "overgedragen_aan": "Gemeente Oudeveen", "overgedragen_wat": "Het signaal.",
        "overgedragen_grondslag": "avg_6_1_e", "overgedragen_op": "5-10-2026",
    }  # fmt: skip
    return zonder(lambda i: beoordeel_overdracht(i, kader(), VANDAAG), goed, *velden)


def informatie_zonder(*velden: str) -> Fout:
    return zonder(lambda i: beoordeel_informatie(i, kader(), VANDAAG), INFORMATIE, *velden)


def slot_zonder(*velden: str) -> Fout:
    laat = date(2026, 12, 1)
    return zonder(lambda i: casus.beoordeel_sluiting(i, kader(), laat), asdict(SLUITING), *velden)


def schaling_zonder(*velden: str) -> Fout:
    goed = {
        "richting": "af", "datum": "5-10-2026", "naar": "Wijkteam West", "reden": "Gewone hulp is genoeg.",
        "wat_verhuist": "De schuldhulp.", "wat_blijft": "De afspraken.", "wie_vertelt": "De wijkcoach",
        "besloten_door": "casusoverleg",
    }  # fmt: skip
    return zonder(lambda i: beoordeel_schaling(i, kader(), VANDAAG), goed, *velden)


def plan_zonder(**weg: Any) -> Fout:
    def probeer() -> None:
        assert plan.ontbreekt(VOL) == ()
        assert plan.ontbreekt(replace(VOL, **weg)) != ()

    return probeer


def verslag_zonder(**weg: Any) -> Fout:
    """The minutes are not vastgesteld without this fact of the meeting, or of one casus on its agenda."""

    def probeer() -> None:
        assert overlegstand.ontbreekt(STAND) == ()
        (deel,) = STAND.besprekingen
        per_casus = {veld: waarde for veld, waarde in weg.items() if hasattr(deel, veld)}
        anders = {veld: waarde for veld, waarde in weg.items() if not hasattr(deel, veld)}
        kaal = replace(STAND, **anders, besprekingen=(replace(deel, **per_casus),))
        assert overlegstand.ontbreekt(kaal) != ()

    return probeer


def herzien_zonder(**weg: Any) -> Fout:
    """A review is not vastgesteld without this."""
    uitkomst = herbeoordeling.Uitkomst(
        "voortzetten", "Nog nodig.", "Geprobeerd.", "Passend.", date(2027, 1, 4)
    )
    kaart = herbeoordeling.Criteriumvergelijking(
        1, "k1", "Proces", "spreekt_voor", "Toen.", herbeoordeling.Heroordeel("k1", "spreekt_voor", "Nu.", "")
    )
    blad = herbeoordeling.Herbeoordeling(
        **{veld: None for veld in herbeoordeling.Herbeoordeling.__dataclass_fields__} | {"uitkomst": uitkomst}  # type: ignore[arg-type]
    )

    def probeer() -> None:
        assert herbeoordeling.ontbreekt(blad, [kaart], kader(), VANDAAG, gegevens=()) == ()
        leeg = replace(blad, uitkomst=replace(uitkomst, **{v: w for v, w in weg.items() if v != "nu"}))
        kaarten = [replace(kaart, **{v: w for v, w in weg.items() if v == "nu"})]
        assert herbeoordeling.ontbreekt(leeg, kaarten, kader(), VANDAAG, gegevens=()) != ()

    return probeer


FORMEEL = formele_sluitredenen(kader())[0][0]
TERMIJNLIJN = "bewaartermijn en grondslag"
GECONTROLEERD = SignaalFeiten(
    S.FORMELE_CONTROLE, over_persoon="ja", gemeente_verblijf="ja", bron_bekend="ja", acuut=True,
    spoed_gemeld=True, geagendeerd_voor=VANDAAG,
)  # fmt: skip
KLAAR = Slotfeiten(True, VANDAAG, False, True)
BESLOTEN = SignaalFeiten(S.IN_WEGING, weegbesluit="opnemen")
VOORBEREID = CasusFeiten(C.VOORBEREIDING, deelnemers=3, informeerbesluit=True)
LOOPT = CasusFeiten(C.IN_UITVOERING, plan_vastgesteld=True, herbeoordeling_open=True, interventies_begonnen=1)


def melder_los() -> None:
    """Nothing waits for it, but it is asked until it was done: telling a reporter is not always allowed."""
    feiten = SignaalFeiten(S.AFGESLOTEN, melder_bereikbaar=True)
    open_ = [s.code for s in stappen_signaal(feiten, VANDAAG) if s.ontbreekt]
    assert "melder" in open_
    gedaan = [s for s in stappen_signaal(replace(feiten, melder_bericht=True), VANDAAG) if s.code == "melder"]
    assert gedaan[0].ontbreekt == ()


def antwoord_los() -> None:
    """The new weging after a question needs information of its own before it can decide."""
    assert ontbreekt(weging(), replace(ROND, informatie=0), kader()) != ()

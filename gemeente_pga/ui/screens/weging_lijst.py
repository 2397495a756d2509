# SPDX-License-Identifier: EUPL-1.2
"""The list on the left of the weging: every part with its mark, in the order in which one works."""

from gemeente_pga.domain.kader import Criterium
from gemeente_pga.ui.screens.weging_deel import Weegblad
from gemeente_pga.ui.screens.weging_oordeel import TITELS, WETTELIJK, ZORGVULDIG, uitkomst_van
from gemeente_pga.ui.widgets.checklist import ANTWOORDEN, GETYPT, KLAAR, OPEN, VOLGT, Merk, Regel

GROEP = "groep_"


def regels_van(blad: Weegblad, getypt: frozenset[str]) -> list[Regel]:
    """getypt: the parts with typing that was not recorded."""
    regels = [
        Regel("tafel", "Aan tafel", _merk(blad, "tafel", getypt)),
        Regel("informatie", "Informatie", _merk(blad, "informatie", getypt)),
    ]
    for lijst, criteria in (
        (WETTELIJK, blad.kader.wettelijke_criteria),
        (ZORGVULDIG, blad.kader.zorgvuldigheidstoetsen),
    ):
        sleutel = f"{GROEP}{lijst}"
        regels.append(Regel(sleutel, TITELS[lijst], GETYPT if sleutel in getypt else None, kop=True))
        regels += [Regel(c.code, c.korte_naam, _merk_criterium(blad, c, getypt)) for c in criteria]
    for sleutel, titel in (("afweging", "Afweging"), ("informeren", "Informeren"), ("besluit", "Besluit")):
        regels.append(Regel(sleutel, titel, _merk(blad, sleutel, getypt), kop=True))
    return regels


def criterium_van(blad: Weegblad | None, onderdeel: str) -> Criterium | None:
    """The criterium whose page this is, if it is one."""
    criteria = blad.kader.criteria if blad else ()
    return next((c for c in criteria if c.code == onderdeel), None)


def wordt_afgeleid(blad: Weegblad | None, onderdeel: str) -> bool:
    """Is it answered elsewhere?"""
    criterium = criterium_van(blad, onderdeel)
    return criterium is not None and criterium.soort != "criterium"


def stand(blad: Weegblad) -> str:
    """One sentence under the list. No numbers: nothing here is counted."""
    if blad.alleen_lezen:
        return "Vastgesteld."
    return "Er is nog iets open." if blad.ontbreekt else "Alles is beantwoord. U kunt vaststellen."


def _merk(blad: Weegblad, onderdeel: str, getypt: frozenset[str]) -> Merk:
    if onderdeel in getypt:
        return GETYPT
    mist = any(punt.veld.partition(".")[0] == onderdeel for punt in blad.ontbreekt)
    leeg = onderdeel == "informatie" and not blad.items
    return OPEN if mist or leeg else KLAAR


def _merk_criterium(blad: Weegblad, criterium: Criterium, getypt: frozenset[str]) -> Merk:
    if criterium.soort != "criterium":
        return KLAAR if uitkomst_van(blad, criterium)[0] else VOLGT
    if criterium.code in getypt:
        return GETYPT
    antwoord = next((o.antwoord for o in blad.weging.oordelen if o.criterium == criterium.code), "")
    return ANTWOORDEN.get(antwoord, OPEN)

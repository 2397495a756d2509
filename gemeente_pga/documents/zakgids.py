# SPDX-License-Identifier: EUPL-1.2
"""The pocket guide: four pages to fold and carry, the same words as the Wegwijzer beside the screen."""

from reportlab.lib.units import mm

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    hoofd,
    kop,
    opmerking,
    punten,
    regel_gevraagd,
    samen,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.letters import escape
from gemeente_pga.documents.opmaak import BREEDTE, CEL
from gemeente_pga.documents.tabel import Par, Rij, Tabel, Vorm
from gemeente_pga.domain.stukken.zakgids import Gidsdeel, Zakgids

_KRAP = Vorm(boven=1.3, onder=1.7)
_NOG_NIET = "niet vastgesteld"
_UITLEG = (
    "Dit blad noemt niemand en mag dus in uw tas. Het zegt wat u doet als u het programma niet bij de hand "
    "hebt. Dubbelzijdig afgedrukt past het op twee vellen."
)


def render(gids: Zakgids) -> bytes:
    """The guide as PDF. Same data, same bytes."""
    verhaal: Verhaal = [
        *hoofd(gids.kop, "Voor wie dit werk drie keer per jaar doet"),
        *regel_gevraagd(_UITLEG),
        *samen(kop("Als de telefoon gaat"), [stuk for deel in gids.telefoon for stuk in _piece(deel)]),
        *samen(kop("Wie u belt"), _numbers(gids)),
        *samen(kop("De stappen, wie beslist en wat er dan staat"), _steps(gids)),
        *samen(kop("Termijnen"), _terms(gids)),
        *samen(kop("Wat niet telt, en wat u niet doet"), punten(gids.niet)),
        *samen(kop(gids.eerst.titel), punten(gids.eerst.doen)),
        *samen(kop("De kluis openen met het herstelblad"), _recovery(gids)),
    ]
    return build(gids.kop, verhaal)


def _piece(deel: Gidsdeel) -> Verhaal:
    return [*samen(kop(deel.titel, 2), punten(deel.doen)), *samen(kop("Let op", 3), punten(deel.let_op))]


def _numbers(gids: Zakgids) -> Verhaal:
    """The number of the kluis, or room to write it down."""
    rijen: list[list[Cel]] = [[vetcel(c.wie), tekstcel(c.waarvoor), c.nummer] for c in gids.bellen]
    return tabel(["Wie", "Waarvoor", "Telefoon"], [62, 62], rijen, _KRAP)


def _steps(gids: Zakgids) -> Verhaal:
    rijen: list[list[Cel]] = [[vetcel(s.stap), s.wie, tekstcel(", ".join(s.wat))] for s in gids.stappen]
    return tabel(["Naar", "Wie beslist", "Wat er dan vastligt"], [42, 36], rijen, _KRAP)


def _terms(gids: Zakgids) -> Verhaal:
    rijen: list[list[Cel]] = [
        [tekstcel(t.onderwerp, ("", t.vanaf)), vetcel(t.termijn or _NOG_NIET), t.hoe_vast]
        for t in gids.termijnen
    ]
    return [
        *tabel(["Waarvoor", "Termijn", "Hoe vast"], [96, 33], rijen, _KRAP),
        *opmerking(
            "Bij niet vastgesteld is geen termijn gevonden, of heeft nog niemand hem vastgesteld. Druk dit "
            "blad opnieuw af als er iets verandert."
        ),
    ]


def _recovery(gids: Zakgids) -> Verhaal:
    rijen = [
        Rij([[Par(f"{n}.", CEL, "")], [Par(escape(stap), CEL)]])
        for n, stap in enumerate(gids.herstel, start=1)
    ]
    vorm = Vorm(soort="L", boven=1.5, onder=2.5, lijnen=False)
    return [Tabel((9 * mm, BREEDTE - 9 * mm), rijen, vorm)]

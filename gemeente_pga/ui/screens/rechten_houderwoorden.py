# SPDX-License-Identifier: EUPL-1.2
"""The words of the holders card: its lists, and a sentence for each thing that they say."""

from collections.abc import Sequence
from typing import TypeVar

from gemeente_pga.domain.correctie import stand_van_berichten
from gemeente_pga.domain.houder import Houdergroep
from gemeente_pga.domain.informatie import InformatieItem
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.store.queries.houders import Berichtregel
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst

R = TypeVar("R")
UITLEG = (
    "Dit volgt uit wat is vastgelegd: wie aan tafel zat, wie een exemplaar kreeg en aan wie iets is "
    "verstrekt. Een verstrekking en een exemplaar voor één deelnemer tellen voor wat erin staat. Van ander "
    "papier vergelijkt het programma de woorden niet; daar staat dan ‘mogelijk’. Op Overzicht, bij ‘Wie weet "
    "wat?’, staan ook anderen. Zo vindt u daar wie het signaal meldde, een memo kreeg of een actie uitvoert."
)
ALLEEN_MELDER = "De melder kent de eigen melding. Verder is niet vastgelegd dat iemand iets heeft."
GEGEVEN_BIJ_NIEMAND = "Niet vastgelegd is dat iemand dit gegeven heeft."
_GEVOLG = (
    "U gaat {n} maken: voor elke houder één. Er staat alleen in wat die houder al heeft. Wie niet weet dat "
    "er een aanpak loopt, krijgt geen brief: vertel het mondeling."
)
_BREED = 60


def gevolg(te_maken: int, gemaakt: Sequence[Berichtregel]) -> str:
    """What the button will do; with nothing left to make: how far the notices have come."""
    if te_maken:
        aantal = "1 bericht" if te_maken == 1 else f"{getal(te_maken)} berichten"
        return _GEVOLG.format(n=aantal)
    brieven = [b for b in gemaakt if b.document_id is not None]
    onverstuurd = sum(b.verstuurd_op is None and not b.antwoord for b in brieven)
    mondeling = sum(b.document_id is None and not b.antwoord for b in gemaakt)
    return stand_van_berichten(len(gemaakt), onverstuurd, mondeling)


def kreeg_niet(namen: Sequence[str]) -> str:
    """Who was given something, but not this: a notice would tell them."""
    if not namen:
        return ""
    return f"Kreeg iets anders, maar niet dit gegeven: {'; '.join(namen)}. Stuur daar geen bericht heen."


def zekerheid(groep: Houdergroep) -> str:
    """Does this holder have it? A copy that is missing is with nobody that we know."""
    if groep.kwijt:
        return "Vermist"
    return "Zeker" if groep.zeker else "Mogelijk"


def maak_lijst(naam: str, uitleg: str, kolommen: Sequence[Kolom[R]]) -> Lijst:
    lijst = Lijst()
    lijst.setObjectName(naam)
    lijst.setAccessibleName(uitleg)
    lijst.stel_in(kolommen, sleutel=lambda rij: getattr(rij, "id", None) or getattr(rij, "naam", rij))
    return lijst


def item_zin(item: InformatieItem) -> str:
    """An item in one line: its source, and its first words."""
    tekst = " ".join(item.inhoud.tekst.split())
    wie = item.inhoud.bron or item.partij or item.inhoud.gever or "Onbekend"
    return f"{wie}: {tekst[:_BREED]}{'…' if len(tekst) > _BREED else ''}"


def verstuurd(regel: Berichtregel) -> str:
    if regel.document_id is None:
        return "Mondeling"
    return datum_kort(regel.verstuurd_op) if regel.verstuurd_op else "Nog niet"


def wacht(regel: Berichtregel) -> str:
    return f"Nog niet, uiterlijk {datum_kort(regel.antwoord_voor)}" if regel.antwoord_voor else "Nog niet"

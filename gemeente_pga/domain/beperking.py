# SPDX-License-Identifier: EUPL-1.2
"""Restricted processing (AVG 18): one item or the whole dossier is still kept, and takes part in nothing.

A right of the betrokkene, without an end of its own; lifting it needs a reason.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, datum_kort

ALLES = "alles"
UITLEG = "Verwerking beperkt: dit gegeven staat er nog, maar doet nergens aan mee."
DOSSIER_BEPERKT = "De verwerking van dit dossier is beperkt."
MAG_NOG = (
    "U kunt het bewaren en het verzoek behandelen. Is er acuut gevaar? Bel politie of OM en leg dat vast."
)
"""What the law leaves while a whole dossier is restricted (AVG 18 lid 2)."""
NIET_BESPROKEN = (
    "De verwerking van dit dossier is beperkt. Deze casus is niet verder besproken of uitgewerkt. "
    "Wat er vóór de beperking stond, blijft."
)
"""What the minutes say of a casus that became restricted while they were being made."""


@dataclass(frozen=True, slots=True)
class Beperking:
    """informatie_id None: the whole dossier. Field names equal columns of table beperking."""

    informatie_id: int | None
    verzoek_id: int | None
    reden: str
    vanaf: date


@dataclass(frozen=True, slots=True)
class Opheffing:
    """Field names equal columns of table beperking."""

    opgeheven_op: date
    opgeheven_reden: str


@dataclass(frozen=True, slots=True)
class Beperkingregel:
    """A restriction as recorded. wat: the item in words."""

    id: int
    inhoud: Beperking
    wat: str
    verzoek: str
    opheffing: Opheffing | None = None

    @property
    def stand(self) -> str:
        """How it stands, in a few words."""
        if self.opheffing is not None:
            return f"Opgeheven op {datum_kort(self.opheffing.opgeheven_op)}"
        return f"Beperkt sinds {datum_kort(self.inhoud.vanaf)}"


def beoordeel_beperking(
    invoer: Mapping[str, object], vandaag: date, *, items: Collection[int], verzoeken: Collection[int]
) -> Beperking | list[Gebrek]:
    """Check a restriction. items, verzoeken: of this dossier."""
    lees = Invoer(invoer, vandaag)
    item = lees.sleutel("informatie_id") or None
    if invoer.get("informatie_id") != ALLES and item not in items:
        lees.gebrek("informatie_id", "Kies wat u beperkt: één gegeven of het hele dossier.")
    verzoek = lees.sleutel("verzoek_id") or None
    beperking = Beperking(
        informatie_id=item,
        verzoek_id=verzoek if verzoek in verzoeken else None,
        reden=lees.tekst("reden", "Reden", verplicht=True),
        vanaf=lees.datum("vanaf", "Vanaf", verplicht=True) or vandaag,
    )
    return lees.gebreken or beperking


def beoordeel_opheffing(
    invoer: Mapping[str, object], vandaag: date, *, vanaf: date
) -> Opheffing | list[Gebrek]:
    """Check the end of a restriction."""
    lees = Invoer(invoer, vandaag)
    opheffing = Opheffing(
        opgeheven_op=lees.datum("opgeheven_op", "Opgeheven op", verplicht=True) or vandaag,
        opgeheven_reden=lees.tekst("opgeheven_reden", "Waarom", verplicht=True),
    )
    if opheffing.opgeheven_op < vanaf:
        lees.gebrek("opgeheven_op", f"De beperking begon op {datum_kort(vanaf)}. Controleer de datum.")
    return lees.gebreken or opheffing

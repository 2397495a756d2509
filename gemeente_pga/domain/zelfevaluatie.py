# SPDX-License-Identifier: EUPL-1.2
"""Looking at oneself by the findings of the Inspectie: what the data say, and what was written.

Source of the findings: Kamerstuk 29754, nr. 731, and the report of the Inspectie (domain document, part 9).
Nothing is counted about sex, origin or faith: no such list may exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer


@dataclass(frozen=True, slots=True)
class Vraag:
    """One finding: what the Inspectie saw, and what is asked here. code: also the name of the field."""

    code: str
    bevinding: str
    vraag: str


VRAGEN: Final = (
    Vraag("proces", "De werkwijze verschilt per gemeente en is weinig ervaren bij weinig zaken.",
          "Werkt u volgens de afgesproken stappen?"),
    Vraag("personen", "Veel hangt af van enkele mensen.",
          "Kan een ander het werk vandaag overnemen?"),
    Vraag("opslag", "Informatie over signalen ligt op verschillende plekken.",
          "Staat alles op één plek, met een back-up en een bewaartermijn?"),
    Vraag("delen", "Het is onduidelijk wanneer informatie gedeeld mag worden.",
          "Heeft elke verstrekking een grond?"),
    Vraag("criteria", "Criteria worden te weinig gebruikt; er wordt vooraf geselecteerd.",
          "Gaat elk signaal naar de weegploeg?"),
    Vraag("weging", "De eerste weging hoort bij alle drie de partijen te liggen, op alle informatie.",
          "Zijn alle drie de kernpartijen er elke keer bij?"),
    Vraag("breed", "Andere ideologieën worden minder herkend; mannen en vrouwen worden anders gemeld.",
          "Herkent u alle vormen even goed?"),
    Vraag("papier", "Het convenant is slecht ingevoerd: papier en praktijk verschillen.",
          "Wijkt u af, en staat dat op papier?"),
    Vraag("structuur", "Bestaande structuren worden te weinig gebruikt.",
          "Werkt u via het Zorg- en Veiligheidshuis waar dat kan?"),
    Vraag("meldpunt", "Het meldpunt kan beter.",
          "Weten melders waar zij terechtkunnen, en vraagt u alleen wat nodig is?"),
    Vraag("grond", "Zonder redelijke gronden mag niets worden verzameld of gedeeld; een fout heeft gevolgen.",
          "Worden fouten hersteld, en hoort iedereen dat?"),
)  # fmt: skip
CODES = tuple(vraag.code for vraag in VRAGEN)
GEEN_TELLING = (
    "Het programma telt niets over geslacht, herkomst of geloof: zo'n lijst mag er niet zijn. "
    "Schrijf in uw eigen woorden wat u opvalt."
)


@dataclass(frozen=True, slots=True)
class Zelfevaluatie:
    """What was typed: for each question a text."""

    woorden: tuple[str, ...]


def beoordeel_zelfevaluatie(invoer: Mapping[str, object], vandaag: date) -> Zelfevaluatie | list[Gebrek]:
    """Check the words: each question is answered, if only with a sentence."""
    lees = Invoer(invoer, vandaag)
    woorden = tuple(lees.tekst(v.code, v.vraag, verplicht=True, maximum=1200) for v in VRAGEN)
    return lees.gebreken or Zelfevaluatie(woorden)

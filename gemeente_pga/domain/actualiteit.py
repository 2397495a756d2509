# SPDX-License-Identifier: EUPL-1.2
"""Is what was once told about somebody still true? Asked of each item at every review, answered by people.

What is out of date stays as it was recorded, and says from then on that it no longer holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import Invoer, datum_lang

JA, NEE, ONBEKEND = "ja", "nee", "onbekend"
ACTUEEL = {
    JA: "Ja, dit klopt nog",
    NEE: "Nee, dit klopt niet meer",
    ONBEKEND: "Dat kan niemand nu zeggen",
}
"""The answers, as they are shown."""


@dataclass(frozen=True, slots=True)
class Actualiteit:
    """The answer for one item. Field names equal the columns of table actualiteit."""

    actueel: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One item on the table of a review. id: of the item; toen: the answer of the review before."""

    id: int
    van: str
    tekst: str
    toen: str = ""
    nu: Actualiteit | None = None


@dataclass(frozen=True, slots=True)
class Achterhaald:
    """An item that a review found out of date."""

    op: date
    toelichting: str

    @property
    def zin(self) -> str:
        """What stands beside the item."""
        return f"Klopt niet meer, volgens de herbeoordeling van {datum_lang(self.op)}: {self.toelichting}"


@dataclass(frozen=True, slots=True)
class Weerlegd:
    """An item that no longer holds, as those who review must see it.

    soort: what was reported, "" when a review found it; juist: what is known now.
    """

    van: str
    tekst: str
    soort: str
    sinds: date
    juist: str

    @property
    def zin(self) -> str:
        """Directly under the words of the item."""
        begin = _SINDS.get(self.soort, _SINDS[""]).format(dag=datum_lang(self.sinds))
        return f"Let op: {begin}: {self.juist}"


_SINDS = {
    "": "dit klopt niet meer sinds {dag}",
    "onvolledig": "dit is niet volledig, gemeld op {dag}",
    "onrechtmatig": "dit is onrechtmatig verkregen of gegeven, gemeld op {dag}",
}


def beoordeel_actualiteit(invoer: Mapping[str, object], vandaag: date) -> Actualiteit | list[Gebrek]:
    """Check one answer; that something is out of date needs a word on what is known now."""
    lees = Invoer(invoer, vandaag)
    antwoord = Actualiteit(
        lees.code("actueel", "Klopt dit nog", tuple(ACTUEEL), verplicht=True),
        lees.tekst("toelichting", "Toelichting"),
    )
    if antwoord.actueel == NEE and not antwoord.toelichting and not lees.gebreken:
        lees.gebrek("toelichting", "Schrijf op wat er nu bekend is.")
    return lees.gebreken or antwoord


def ontbreekt(gegevens: Sequence[Gegeven]) -> tuple[Ontbreekt, ...]:
    """The first item without an answer, and how many there are."""
    open_ = [g for g in gegevens if g.nu is None]
    if not open_:
        return ()
    hoeveel = "één gegeven" if len(open_) == 1 else f"{len(open_)} gegevens"
    zin = f"Leg van {hoeveel} vast of het nog klopt."
    return (Ontbreekt(zin, "herbeoordeling", f"gegeven:{open_[0].id}"),)

# SPDX-License-Identifier: EUPL-1.2
"""What lies in a kluis, as far as a rule of the annex says something about it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tests.model import orakel


@dataclass(eq=False)
class Signaal:
    """One signal. spoed: reported to police or OM. controle: the answer that it is about a person."""

    id: int
    dossier: "Dossier"
    ontvangen: date
    acuut: bool = False
    staat: str = "ontvangen"
    spoed: bool = False
    controle: str = ""
    uitkomst: str = ""
    uitkomst_op: date | None = None
    gewogen_op: date | None = None


@dataclass(eq=False)
class Weging:
    """One weging; every part says whether it was recorded."""

    id: int
    dossier: "Dossier"
    datum: date
    signalen: "list[Signaal]"
    soort: str = "gewoon"
    aanwezig: int = 0
    tafel: bool = False
    opvolging: bool = False
    kaarten: bool = False
    afweging: bool = False
    informeren: str = ""
    besluit: str = ""
    eens: bool = False
    vast: bool = False
    items: "list[Item]" = field(default_factory=list)


@dataclass(eq=False)
class Item:
    """One thing that was said. plek: the weging or bespreking that it lies in."""

    id: int
    dossier: "Dossier"
    plek: Any
    partij: str = "gemeente"
    markering: str = "vrij"
    moment: datetime | None = None
    weg: bool = False
    beperkt: bool = False
    achterhaald: bool = False
    onjuist: bool = False
    akkoord: bool | None = None
    """what the giver answered last when asked whether the school may have it"""


@dataclass(eq=False)
class Plan:
    """A version of the plan."""

    id: int
    casus: "Casus"
    doelen: list[int] = field(default_factory=list)
    factoren: list[int] = field(default_factory=list)
    interventies: list[int] = field(default_factory=list)
    herbeoordeling: date | None = None
    begonnen: bool = False
    status: str = "concept"


@dataclass(eq=False)
class Blad:
    """One review of a casus."""

    id: int
    casus: "Casus"
    begonnen: datetime
    kaarten: set[str] = field(default_factory=set)
    actueel: "dict[Item, str]" = field(default_factory=dict)
    uitkomst: str = ""
    verder: date | None = None
    vast: bool = False


@dataclass(eq=False)
class Casus:
    """One casus. slotdag: the day it was closed. herzien: the review of this round was vastgesteld."""

    id: int
    dossier: "Dossier"
    weging: Weging
    geopend: date
    staat: str = "opgenomen"
    deelnemers: int = 0
    informeren: str = ""
    opnieuw: date | None = None
    herzien_op: date | None = None
    geschaald_op: date | None = None
    slotdag: date | None = None
    overgedragen: bool = False
    plannen: list[Plan] = field(default_factory=list)
    bladen: list[Blad] = field(default_factory=list)

    @property
    def plan(self) -> Plan | None:
        """The newest version."""
        return self.plannen[-1] if self.plannen else None

    @property
    def heeft_plan(self) -> bool:
        """Does some version hold?"""
        return any(p.status == "vastgesteld" for p in self.plannen)

    @property
    def dicht(self) -> bool:
        """Does nothing about it change any more?"""
        return self.staat in orakel.CASUS_DICHT


@dataclass(eq=False)
class Punt:
    """One casus on the agenda of a meeting."""

    id: int
    casus: Casus
    overleg: "Overleg"
    besluiten: int = 0
    informeren: str = ""
    acties: "list[Actiepunt]" = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


@dataclass(eq=False)
class Actiepunt:
    """One action. bij: the points at which its progress was recorded."""

    id: int
    punt: Punt
    status: str = "open"
    bij: set[Punt] = field(default_factory=set)


@dataclass(eq=False)
class Overleg:
    """One meeting. tafel: ids of who was invited, with whether presence was recorded.

    van_zvh: whether minutes of the Zorg- en Veiligheidshuis lie here; None: it writes its own.
    """

    id: int
    datum: date
    punten: list[Punt] = field(default_factory=list)
    tafel: dict[int, str] = field(default_factory=dict)
    status: str = "voorbereiding"
    reacties: set[int] = field(default_factory=set)
    van_zvh: bool | None = None


@dataclass(eq=False)
class Aanbod:
    """An offer to another municipality, with the day on which it was confirmed or refused."""

    id: int
    over: "Signaal | Casus"
    op: date
    bevestigd: date | None = None
    geweigerd: date | None = None


@dataclass(eq=False)
class Regel:
    """One dossier on a list of destruction."""

    id: int
    dossier: "Dossier"
    oordeel: str = ""
    bevestigd: date | None = None
    ongedaan: bool = False
    weg: bool = False


@dataclass(eq=False)
class Lijst:
    """A list of dossiers to destroy."""

    id: int
    op: date
    regels: list[Regel]
    status: str = "ter_machtiging"
    verklaard: bool = False


@dataclass
class Bewaring:
    """What was decided about keeping."""

    waardering: str
    code: str
    begin: date
    einde: date | None
    woorden: tuple[str, str] = ("", "")
    """how long and from what, as signed when it was decided"""


@dataclass(eq=False)
class Verzoek:
    """A request or remedy of a person in a dossier."""

    id: int
    soort: str
    ontvangen: date
    uiterlijk: date | None
    politie: date | None
    bij_overleg: bool = False
    identiteit: bool = False
    verlengd: bool = False
    besloten: date | None = None
    toegewezen: bool = False
    afschrift: bool = False
    bekend: bool = False
    klaar: date | None = None

    def onherroepelijk(self, op: date) -> bool:
        """Does nothing stand open against it any more?"""
        return self.klaar is not None and self.klaar <= op


@dataclass(eq=False)
class Exemplaar:
    """One copy that left the kluis."""

    id: int
    stand: str
    dossiers: "tuple[Dossier, ...]"


@dataclass(eq=False)
class Lek:
    """A data breach, with what makes that it may be closed."""

    id: int
    dag: date
    vermist: bool
    compleet: bool = False
    dicht: bool = False


@dataclass(eq=False)
class Dossier:
    """One person's dossier."""

    id: int
    nummer: str
    persoon: int
    gereed: bool = True
    """its municipality is ready for use"""
    overgenomen: bool = False
    heropend: bool = False
    elders: list[Signaal] = field(default_factory=list)
    """signals in other dossiers that were said to be about this person"""
    signalen: list[Signaal] = field(default_factory=list)
    wegingen: list[Weging] = field(default_factory=list)
    casussen: list[Casus] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    naasten: list[int] = field(default_factory=list)
    beperkingen: dict[int, Item | None] = field(default_factory=dict)
    aanhoudingen: dict[int, tuple[str, date, date]] = field(default_factory=dict)
    opschortingen: dict[int, date] = field(default_factory=dict)
    verzoeken: list[Verzoek] = field(default_factory=list)
    verlengd: date | None = None
    zienswijzen: list[tuple[int, Any]] = field(default_factory=list)
    bewaring: Bewaring | None = None
    aanboden: list[Aanbod] = field(default_factory=list)
    gevraagd: list[Signaal] = field(default_factory=list)
    """signals elsewhere, about this person, that asked for reopening and wait"""
    exemplaren: "list[Exemplaar]" = field(default_factory=list)
    lekken: "list[Lek]" = field(default_factory=list)
    correcties: list[int] = field(default_factory=list)
    berichten: dict[int, str] = field(default_factory=dict)
    """notices to holders, with what they answered"""

    @property
    def casus(self) -> Casus | None:
        """The last one."""
        return self.casussen[-1] if self.casussen else None

    @property
    def beperkt(self) -> bool:
        """Is the whole dossier restricted?"""
        return None in self.beperkingen.values()

    @property
    def gesloten(self) -> bool:
        """Nothing in it runs any more."""
        if self.casus is not None:
            return self.casus.dicht
        return all(s.staat in orakel.SIGNAAL_DICHT for s in self.signalen)

    @property
    def loopt(self) -> bool:
        """Is there something that has not ended?"""
        if any(not c.dicht for c in self.casussen):
            return True
        klaar = (*orakel.SIGNAAL_DICHT, *(("opgenomen",) if self.casussen else ()))
        return any(s.staat not in klaar for s in self.signalen)

    def houdt(self, wat: str, op: date) -> bool:
        """Does a hold on this run on that day?"""
        return any(w == wat and van <= op <= tot for w, van, tot in self.aanhoudingen.values())

    @property
    def weging(self) -> Weging | None:
        """The one that is a concept."""
        return next((w for w in self.wegingen if not w.vast), None)

# SPDX-License-Identifier: EUPL-1.2
"""Who may sign for whom, for what, and until when: the mandaatregister.

A mandate is given to a name or to a function (Awb, afdeling 10.1.1). Outside its days it gives nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, datum_kort, kale_letters

VERZOEK, BRIEF, VERNIETIGEN = "verzoek", "brief", "vernietigen"
BEVOEGDHEDEN = MappingProxyType(
    {
        VERZOEK: "Besluiten op verzoeken tekenen namens de burgemeester",
        BRIEF: "Brieven tekenen namens de burgemeester",
        VERNIETIGEN: "Machtigen tot vernietigen namens het college",
    }
)
BRIEF_OVER_VERZOEK = frozenset({VERZOEK, BRIEF})
"""Who may sign the decision on a request may sign the letters about it too."""
Bevoegdheid = str | frozenset[str]
"""One code, or any of these."""
WAARSCHUW = timedelta(weeks=6)
"""So long before its end Bureau asks for a new one."""


@dataclass(frozen=True, slots=True)
class Mandaat:
    """As typed; field names equal the columns of table mandaat."""

    bevoegdheid: str
    gever: str
    nemer: str
    voorwaarden: str
    vanaf: date
    tot: date | None
    kenmerk: str


@dataclass(frozen=True, slots=True)
class Mandaatregel:
    """A mandate as recorded."""

    id: int
    gemeente_id: int
    inhoud: Mandaat
    ingetrokken_op: date | None = None

    def geldt(self, op: date) -> bool:
        """On that day; on the day of withdrawal it does not hold any more."""
        inhoud = self.inhoud
        weg = self.ingetrokken_op is not None and self.ingetrokken_op <= op
        return inhoud.vanaf <= op and (inhoud.tot is None or op <= inhoud.tot) and not weg

    def stand(self, vandaag: date) -> str:
        """How it stands, in a few words."""
        if self.ingetrokken_op is not None and self.ingetrokken_op <= vandaag:
            return f"Ingetrokken per {datum_kort(self.ingetrokken_op)}"
        if self.inhoud.tot is not None and self.inhoud.tot < vandaag:
            return f"Verlopen op {datum_kort(self.inhoud.tot)}"
        if vandaag < self.inhoud.vanaf:
            return f"Gaat in op {datum_kort(self.inhoud.vanaf)}"
        if self.ingetrokken_op is not None:
            return f"Geldt tot {datum_kort(self.ingetrokken_op)} (ingetrokken)"
        return "Geldt"


def geldig(
    mandaten: Iterable[Mandaatregel], bevoegdheid: Bevoegdheid, nemer: Iterable[str], op: date
) -> Mandaatregel | None:
    """The mandate with which one of these names or functions may do this on that day."""
    passend = _van(mandaten, bevoegdheid, nemer)
    return next((regel for regel in passend if regel.geldt(op)), None)


def mist_mandaat(
    mandaten: Iterable[Mandaatregel], bevoegdheid: Bevoegdheid, nemer: Iterable[str], op: date, anders: str
) -> str:
    """Why this person may not sign that day; empty with a mandate. anders: who signs then."""
    passend = _van(mandaten, bevoegdheid, nemer)
    if any(regel.geldt(op) for regel in passend):
        return ""
    for regel in passend:
        weg = regel.ingetrokken_op
        if weg is not None and weg <= op:
            return f"Mandaat ingetrokken per {datum_kort(weg)}: {anders}"
        if regel.inhoud.tot is not None and regel.inhoud.tot < op:
            return f"Mandaat verlopen op {datum_kort(regel.inhoud.tot)}: {anders}"
        if op < regel.inhoud.vanaf:
            return f"Mandaat geldt pas vanaf {datum_kort(regel.inhoud.vanaf)}: {anders}"
    return f"Op deze naam of functie staat geen mandaat in het register: {anders}"


def aflopend(mandaten: Iterable[Mandaatregel], vandaag: date) -> tuple[Mandaatregel, ...]:
    """Those that end soon or have ended, as long as nothing came in their place and nobody withdrew them."""
    alle = tuple(mandaten)
    return tuple(
        regel
        for regel in alle
        if regel.ingetrokken_op is None
        and regel.inhoud.tot is not None
        and regel.inhoud.tot <= vandaag + WAARSCHUW
        and not any(_volgt_op(later, regel) for later in alle)
    )


def beoordeel_mandaat(invoer: Mapping[str, object], vandaag: date) -> Mandaat | list[Gebrek]:
    """Check a mandate. It may begin later than today; its end lies after its beginning."""
    lees = Invoer(invoer, vandaag)
    vanaf = lees.datum("vanaf", "Geldig vanaf", verplicht=True, toekomst=True)
    tot = lees.datum("tot", "Geldig tot en met", toekomst=True)
    mandaat = Mandaat(
        bevoegdheid=lees.code("bevoegdheid", "Waarvoor", BEVOEGDHEDEN, verplicht=True),
        gever=lees.regel("gever", "Wie geeft het mandaat", verplicht=True),
        nemer=lees.regel("nemer", "Wie krijgt het", verplicht=True),
        voorwaarden=lees.tekst("voorwaarden", "Voorwaarden"),
        vanaf=vanaf or vandaag,
        tot=tot,
        kenmerk=lees.regel("kenmerk", "Kenmerk van het besluit", verplicht=True),
    )
    if vanaf is not None and tot is not None and tot < vanaf:
        lees.gebrek("tot", f"Dit ligt vóór het begin, {datum_kort(vanaf)}. Controleer de datums.")
    if mandaat.gever and kaal(mandaat.gever) == kaal(mandaat.nemer):
        lees.gebrek("nemer", "Niemand geeft een mandaat aan zichzelf. Vul in wie het krijgt.")
    return lees.gebreken or mandaat


def beoordeel_einde(invoer: Mapping[str, object], vandaag: date, *, vanaf: date) -> date | list[Gebrek]:
    """Check from which day something in a register holds no more."""
    lees = Invoer(invoer, vandaag)
    op = lees.datum("op", "Met ingang van", verplicht=True, toekomst=True)
    if op is not None and op < vanaf:
        lees.gebrek("op", f"Dit ligt vóór het begin, {datum_kort(vanaf)}. Controleer de datum.")
    return lees.gebreken or op or vandaag


def kaal(naam: str) -> str:
    """A name or function, to compare."""
    return " ".join(kale_letters(naam).split())


def _van(
    mandaten: Iterable[Mandaatregel], bevoegdheid: Bevoegdheid, nemer: Iterable[str]
) -> tuple[Mandaatregel, ...]:
    wie = {kaal(naam) for naam in nemer} - {""}
    codes = {bevoegdheid} if isinstance(bevoegdheid, str) else bevoegdheid
    passend = [m for m in mandaten if m.inhoud.bevoegdheid in codes and kaal(m.inhoud.nemer) in wie]
    return tuple(sorted(passend, key=lambda m: (m.inhoud.tot or date.max, m.inhoud.vanaf), reverse=True))


def _volgt_op(later: Mandaatregel, regel: Mandaatregel) -> bool:
    een, ander = later.inhoud, regel.inhoud
    zelfde = (later.gemeente_id, een.bevoegdheid, kaal(een.nemer)) == (
        regel.gemeente_id,
        ander.bevoegdheid,
        kaal(ander.nemer),
    )
    return zelfde and later.ingetrokken_op is None and (een.tot or date.max) > (ander.tot or date.max)

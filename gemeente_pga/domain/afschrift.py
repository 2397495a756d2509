# SPDX-License-Identifier: EUPL-1.2
"""The copy of everything about one person: what is given, what is masked or left out and on which ground.

What nobody knows stays to be judged; what was judged counts for the text as it was read then.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.tekst import Invoer, datum_lang, getal
from gemeente_pga.domain.verzoek import Verzoekregel

GEVEN, MASKEREN, WEGLATEN = "geven", "maskeren", "weglaten"
UITKOMSTEN = (
    (GEVEN, "Geven zoals het er staat"),
    (MASKEREN, "Geven, met delen weggehaald"),
    (WEGLATEN, "Niet geven"),
)
DERDE, MELDER, POLITIE, DUBBEL, BSN = "derde", "melder", "politie", "dubbel", "bsn"
_GRONDEN = (
    (DERDE, "Gaat over iemand anders (AVG, artikel 15, vierde lid)"),
    (MELDER, "Bescherming van wie iets meldde (UAVG, artikel 41)"),
    (POLITIE, "Gegeven van de politie: daarover besluit de politie (Wpg, artikel 25)"),
    ("veiligheid", "Nationale of openbare veiligheid (UAVG, artikel 41)"),
    ("strafbare_feiten", "Strafbare feiten voorkomen of opsporen (UAVG, artikel 41)"),
    ("bescherming", "Bescherming van betrokkene zelf (UAVG, artikel 41)"),
    (DUBBEL, "Staat al in dit afschrift, of in een brief die u kreeg"),
)
GRONDEN = tuple(_GRONDEN)
_ZINNEN = MappingProxyType(
    dict(_GRONDEN) | {BSN: "Uw burgerservicenummer is vastgelegd. Het wordt nooit afgedrukt."}
)
INZAGE = "inzage"
_GEEFT = frozenset({"toegewezen", "deels"})
_DAG = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?")
_WEGGEHAALD = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Oordeel:
    """tekst: what is left of it when parts were taken out."""

    uitkomst: str
    tekst: str = ""
    grond: str = ""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One column of one row. Without oordeel the voorstel counts if zeker; vast: nobody decides otherwise."""

    tabel: str
    rij: int
    kolom: str
    tekst: str
    voorstel: Oordeel
    zeker: bool = False
    vast: bool = False
    oordeel: Oordeel | None = None

    @property
    def sleutel(self) -> tuple[str, int, str]:
        """Which one of all."""
        return self.tabel, self.rij, self.kolom

    @property
    def geldt(self) -> Oordeel | None:
        """What happens with it; None as long as nobody looked at it."""
        return self.oordeel or (self.voorstel if self.zeker else None)

    @property
    def naam(self) -> str:
        """The name of the field, in words."""
        return in_woorden(self.kolom)

    @property
    def gegeven_tekst(self) -> str:
        """What the betrokkene reads; empty for what is left out or not judged."""
        geldt = self.geldt
        if geldt is None or geldt.uitkomst == WEGLATEN:
            return ""
        return geldt.tekst if geldt.uitkomst == MASKEREN else self.tekst


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One row of the kluis: a signal, a decision, an action."""

    titel: str
    gegevens: tuple[Gegeven, ...]

    @property
    def sleutel(self) -> tuple[str, int]:
        """Which one of all."""
        return self.gegevens[0].tabel, self.gegevens[0].rij

    @property
    def te_beoordelen(self) -> tuple[Gegeven, ...]:
        """What nobody looked at yet."""
        return tuple(g for g in self.gegevens if g.geldt is None)

    @property
    def stand(self) -> str:
        """In a few words."""
        nog = len(self.te_beoordelen)
        if nog:
            return f"Nog {nog} te beoordelen"
        soorten = {g.geldt.uitkomst for g in self.gegevens if g.geldt}
        if soorten == {WEGLATEN}:
            return "Niet gegeven"
        return "Gegeven" if soorten == {GEVEN} else "Deels gegeven"


def hash_tekst(tekst: str) -> str:
    """What a judgement remembers of the text that was read."""
    return hashlib.sha256(tekst.encode()).hexdigest()


def in_woorden(naam: str) -> str:
    """A name of the kluis as a person reads it."""
    return naam.replace("_", " ").capitalize()


def is_dag(tekst: str) -> bool:
    """A day or a moment, as the kluis writes it."""
    return bool(_DAG.fullmatch(tekst))


def met_dag(tekst: str) -> str:
    """A day or a moment as a person reads it; any other text as it is."""
    if not is_dag(tekst):
        return tekst
    return moment_kort(tekst) if "T" in tekst else datum_lang(date.fromisoformat(tekst))


def grondzin(grond: str) -> str:
    """The ground in words."""
    return _ZINNEN.get(grond, grond)


def aantal_te_beoordelen(onderdelen: Iterable[Onderdeel]) -> int:
    """Of all of it."""
    return sum(len(deel.te_beoordelen) for deel in onderdelen)


def mist_voor_afschrift(verzoek: Verzoekregel, onderdelen: Iterable[Onderdeel]) -> str:
    """Why the copy cannot be made yet; empty when it can."""
    nog = aantal_te_beoordelen(onderdelen)
    if nog:
        return (
            "Eén gegeven is nog te beoordelen."
            if nog == 1
            else f"{getal(nog)} gegevens zijn nog te beoordelen."
        )
    if verzoek.besluit is None or verzoek.besluit.besluit not in _GEEFT:
        return "Er is nog geen besluit dat (deels) inzage geeft. Besluit eerst op het verzoek."
    return ""


def beoordeel_oordeel(
    invoer: Mapping[str, object], vandaag: date, *, gegeven: Gegeven
) -> Oordeel | list[Gebrek]:
    """Check what somebody decides about one item."""
    lees = Invoer(invoer, vandaag)
    uitkomst = lees.code("uitkomst", "Wat gebeurt ermee", [code for code, _ in UITKOMSTEN], verplicht=True)
    grond = lees.code("grond", "Op welke grond", [code for code, _ in GRONDEN])
    tekst = lees.tekst("tekst", "Wat ervan overblijft")
    oordeel = Oordeel(
        uitkomst,
        tekst=tekst if uitkomst == MASKEREN else "",
        grond="" if uitkomst == GEVEN else grond,
    )
    if not lees.gebreken:
        gebrek = mist_voor_oordeel(gegeven, oordeel)
        if gebrek is not None:
            lees.gebrek(gebrek.veld, gebrek.melding)
    return lees.gebreken or oordeel


def mist_voor_oordeel(gegeven: Gegeven, oordeel: Oordeel) -> Gebrek | None:
    """Why it cannot be decided like this; None when it can."""
    if gegeven.vast and oordeel != gegeven.voorstel:
        return Gebrek("uitkomst", f"Dit kunt u niet anders besluiten. {grondzin(gegeven.voorstel.grond)}.")
    if oordeel.uitkomst != GEVEN and oordeel.grond not in _ZINNEN:
        return Gebrek("grond", "Kies de grond. Die staat straks in het afschrift.")
    if oordeel.uitkomst == MASKEREN and not _is_van(oordeel.tekst, gegeven.tekst):
        zin = "Haal alleen weg, en zet daar [ ] neer. Verander of verzin niets."
        return Gebrek("tekst", zin)
    return None


def _is_van(tekst: str, bron: str) -> bool:
    """Is this the source with something taken out, each time with brackets in its place, and no more?"""
    if not _WEGGEHAALD.search(tekst):
        return False
    kaal, plek = " ".join(bron.split()), 0
    for stuk in _WEGGEHAALD.split(tekst):
        woorden = " ".join(stuk.split())
        hier = kaal.find(woorden, plek)
        if hier < 0:
            return False
        plek = hier + len(woorden)
    return True

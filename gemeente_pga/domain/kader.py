# SPDX-License-Identifier: EUPL-1.2
"""The juridisch kader: criteria, parties, grounds, terms and code lists, as a lawyer wrote them in a file.

Hides the file. Nothing here is a rule of the process, and nothing in a file is ever "vastgesteld": that is an
act of a named person. What stands as niet_vastgesteld never counts as law or as a number.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Protocol, TypeVar

from gemeente_pga.domain.periode import Periode, parse_periode
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.tomlbron import Bestandsfout, Codewoord, Eis, MagLeeg

NIET_VASTGESTELD, UIT_BRON, VOORSTEL = "niet_vastgesteld", "uit_bron", "voorstel"
VASTGESTELD = "vastgesteld"  # never in a file: domain/kaderstand.py gives it to what somebody signed
STATUSSEN = MappingProxyType(
    {
        NIET_VASTGESTELD: "Niet vastgesteld",
        UIT_BRON: "Volgens de bron",
        VOORSTEL: "Voorstel, door de gemeente aan te passen",
    }
)
STATUSNAMEN = MappingProxyType({**STATUSSEN, VASTGESTELD: "Vastgesteld"})
ZEKERHEDEN = MappingProxyType(
    {
        "L": "Wettekst gelezen",
        "Lx": "Bekende wettekst, niet opnieuw gelezen",
        "O": "Officiële toelichting",
        "S": "Andere bron",
        "I": "Afgeleid",
        "R": "Uit herinnering, niet nagegaan",
    }
)
STARTPUNTEN = MappingProxyType(
    {
        "weegbesluit": "het besluit van de weegploeg",
        "sluiting_signaal": "het afsluiten van het signaal",
        "sluiting_casus": "het afsluiten van de casus",
        "overdracht_bevestigd": "de bevestiging van de overdracht",
        "afhandeling_verzoek": "de afhandeling van het verzoek",
        "afhandeling_notitie": "de afhandeling van de notitie",
        "laatste_verwerking": "de laatste verwerking van de gegevens",
    }
)
WAARDERINGEN = MappingProxyType({"": "", "vernietigen": "Vernietigen", "bewaren": "Blijvend bewaren"})
DREMPEL = 5
"""Counts below it are left out of every report. A proposal: no source gives a number. It can only go up."""
ALLE = "alle"  # in Grondslag.voor_partijen
WEGING, CASUSOVERLEG = "weging", "casusoverleg"  # in Grondslag.fase

Status = Annotated[str, Eis(keuze=frozenset(STATUSSEN))]
Zekerheid = Annotated[str, Eis(keuze=frozenset(ZEKERHEDEN))]
Bronnen = tuple[str, ...]


class KaderFout(Bestandsfout):
    """A fault in a kader file: bestand, regel, sleutel and reden say where and what."""


@dataclass(frozen=True, slots=True)
class Bron:
    """Where something was read. Others refer to it by code, then perhaps an article: "STB78 art. 2(2)"."""

    code: Annotated[str, Eis()]
    naam: str
    adres: MagLeeg
    gelezen: str = ""


@dataclass(frozen=True, slots=True)
class Criterium:
    """One question of the weging: of the law (lijst "wettelijk") or of care (lijst "zorgvuldigheid").

    soort: criterium is answered on a card; afsluiting is the closing text named in onderdeel;
    afgeleid follows from what was recorded elsewhere, named in onderdeel.
    """

    lijst: str
    code: Codewoord
    korte_naam: str
    vraag: str
    toelichting: str
    telt_wel: tuple[str, ...]
    telt_niet: tuple[str, ...]
    soort: Annotated[str, Eis(keuze=frozenset({"criterium", "afsluiting", "afgeleid"}))]
    groep: Codewoord
    verplicht: bool
    bron: Bronnen
    zekerheid: Zekerheid
    status: Status
    onderdeel: str = ""


@dataclass(frozen=True, slots=True)
class Partijsoort:
    """A kind of party. mag_inbrengen is empty where the statutory list was not found."""

    code: Codewoord
    naam: str
    kernpartij: bool
    deelname: Annotated[
        str, Eis(keuze=frozenset({"altijd", "procesregie", "indien_nodig", "per_onderdeel", "nooit"}))
    ]
    wanneer: str
    mag_inbrengen: MagLeeg
    bron: Bronnen
    zekerheid: Zekerheid
    status: Status
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Rol:
    """What somebody does in the process."""

    code: Codewoord
    naam: str
    taak: str
    bron: Bronnen
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A legal ground for giving or receiving. soort "grens" is a limit, never offered as a ground.

    fase: the only phase in which it is offered, before there is a casus or after; "" = in both.
    """

    code: Codewoord
    naam: str
    wet: str
    artikel: MagLeeg
    soort: Annotated[str, Eis(keuze=frozenset({"geven", "ontvangen", "beide", "grens"}))]
    voor_partijen: tuple[str, ...]
    voorwaarden: str
    bron: Bronnen
    zekerheid: Zekerheid
    status: Status
    voor_categorie: tuple[str, ...] = ()
    fase: Annotated[str, Eis(keuze=frozenset({WEGING, CASUSOVERLEG}))] = ""
    geldig_vanaf: date | None = None
    geldig_tot: date | None = None  # the first day on which it no longer holds
    opmerking: str = ""

    @property
    def vindplaats(self) -> str:
        """The article in words: "artikel 18, tweede lid", or as it stands when it names its own law."""
        return f"artikel {self.artikel}" if self.artikel[:1].isdigit() else self.artikel

    def is_valid(self, op: date) -> bool:
        """Does this ground hold on that day?"""
        begonnen = self.geldig_vanaf is None or self.geldig_vanaf <= op
        return begonnen and (self.geldig_tot is None or op < self.geldig_tot)


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """How long something is kept. An empty termijn was not found; a named person has to fill it."""

    code: Codewoord
    onderwerp: str
    termijn: MagLeeg
    startpunt: Annotated[str, Eis(keuze=frozenset(STARTPUNTEN))]
    bron: Bronnen
    zekerheid: Zekerheid
    status: Status
    opmerking: str = ""
    selectielijst: str = ""  # the category of the selectielijst that it falls under
    waardering: Annotated[str, Eis(keuze=frozenset(WAARDERINGEN))] = ""


@dataclass(frozen=True, slots=True)
class Streeftermijn:
    """A term the program reminds of: law or working agreement, never a blocking rule by itself."""

    code: Codewoord
    onderwerp: str
    termijn: MagLeeg
    vanaf: str
    aard: Annotated[str, Eis(keuze=frozenset({"wet", "werkafspraak"}))]
    bron: Bronnen
    zekerheid: Zekerheid
    status: Status
    opmerking: str = ""

    @property
    def periode(self) -> Periode | None:
        """The term, or None where none was found, or where nobody has vastgesteld what was filled in."""
        telt = self.termijn and self.status != NIET_VASTGESTELD
        return parse_periode(self.termijn) if telt else None


@dataclass(frozen=True, slots=True)
class Code:
    """One choice of a code list. naam is what people read."""

    code: Codewoord
    naam: str
    toelichting: str = ""
    bron: Bronnen = ()
    zekerheid: Annotated[str, Eis(keuze=frozenset(ZEKERHEDEN))] = ""
    beslisser: str = ""  # somebody else than the coordinator or the overleg has to decide this
    geblokkeerd: bool = False  # may not be used
    waarschuwing: str = ""  # sentence shown when it is chosen
    uitleg_verplicht: bool = False  # needs an explanation in own words


@dataclass(frozen=True, slots=True)
class Codelijst:
    """A list of choices, in the order of the file."""

    code: Codewoord
    naam: str
    waarden: tuple[Code, ...]
    bron: Bronnen
    zekerheid: Zekerheid
    peildatum: date | None = None
    toelichting: str = ""


class _MetCode(Protocol):
    @property
    def code(self) -> str: ...


C = TypeVar("C", bound=_MetCode)


def _find(rij: tuple[C, ...], code: str) -> C:
    for ding in rij:
        if ding.code == code:
            return ding
    raise KeyError(code)


def noem_versie(versie: str) -> str:
    """A version in a sentence: by its day, or as it is called when it is no day."""
    dag = _versiedag(versie)
    return f"versie {versie}" if dag == versie else f"ingevuld op {dag}"


def _versiedag(versie: str) -> str:
    try:
        return datum_lang(date.fromisoformat(versie))
    except ValueError:
        return versie


@dataclass(frozen=True, slots=True)
class Kader:
    """A whole juridisch kader. Looking up a code that is not in it raises KeyError."""

    code: Codewoord
    titel: str
    korte_titel: str
    versie: str
    in_werking: Annotated[date | None, Eis(leeg=True)]
    status: Status
    vertrouwelijkheidsniveau: str
    bron: Bronnen
    zekerheid: Zekerheid
    opmerking: str
    wettelijke_criteria: tuple[Criterium, ...]
    zorgvuldigheidstoetsen: tuple[Criterium, ...]
    partijen: tuple[Partijsoort, ...]
    rollen: tuple[Rol, ...]
    alle_grondslagen: tuple[Grondslag, ...]
    bewaartermijnen: tuple[Bewaartermijn, ...]
    streeftermijnen: tuple[Streeftermijn, ...]
    codelijsten: tuple[Codelijst, ...]
    bronnen: tuple[Bron, ...]
    tekst: str
    sha256: str
    drempel: int = DREMPEL  # not in the file: a municipality may set a higher one

    @property
    def versiedag(self) -> str:
        """The version as a reader writes it: a file names it by its day."""
        return _versiedag(self.versie)

    @property
    def genoemde_versie(self) -> str:
        """In a sentence: "ingevuld op 21 november 2026": the day of the file, not of the law."""
        return noem_versie(self.versie)

    @property
    def ingevuld(self) -> str:
        """As sentences: the day of its texts, and that nobody signed them. It is no version of a law."""
        if self.status != NIET_VASTGESTELD:
            return f"Versie van {self.versiedag}."
        return f"Ingevuld op {self.versiedag}. Nog niet door een jurist vastgesteld."

    @property
    def criteria(self) -> tuple[Criterium, ...]:
        """Both lists, the law first. Never show them mixed."""
        return self.wettelijke_criteria + self.zorgvuldigheidstoetsen

    @property
    def kernpartijen(self) -> tuple[Partijsoort, ...]:
        """The parties that weigh together."""
        return tuple(partij for partij in self.partijen if partij.kernpartij)

    def criterium(self, code: str) -> Criterium:
        """The criterion or test with this code."""
        return _find(self.criteria, code)

    def criterium_for(self, onderdeel: str) -> Criterium:
        """The criterion that is the samenhang, subsidiariteit, …, or that follows from the aanwezigheid, …"""
        for criterium in self.criteria:
            if onderdeel and criterium.onderdeel == onderdeel:
                return criterium
        raise KeyError(onderdeel)

    def partij(self, code: str) -> Partijsoort:
        """The kind of party with this code."""
        return _find(self.partijen, code)

    def rol(self, code: str) -> Rol:
        """The role with this code."""
        return _find(self.rollen, code)

    def grondslag(self, code: str) -> Grondslag:
        """The ground with this code, valid or not."""
        return _find(self.alle_grondslagen, code)

    def grondslagen(
        self, soort: str, partij: str | None = None, *, op: date, fase: str = ""
    ) -> tuple[Grondslag, ...]:
        """The grounds to offer on a day for "geven" or "ontvangen", to one kind of party or to any.

        fase: leave out what is of the other phase only.
        """
        if soort not in ("geven", "ontvangen", "beide"):
            raise KeyError(soort)
        return tuple(
            grondslag
            for grondslag in self.alle_grondslagen
            if grondslag.soort in (soort, "beide")
            and grondslag.is_valid(op)
            and not (fase and grondslag.fase and grondslag.fase != fase)
            and (partij is None or ALLE in grondslag.voor_partijen or partij in grondslag.voor_partijen)
        )

    def bewaartermijn(self, code: str) -> Bewaartermijn:
        """The retention term with this code."""
        return _find(self.bewaartermijnen, code)

    def streeftermijn(self, code: str) -> Streeftermijn:
        """The term to remind of, with this code."""
        return _find(self.streeftermijnen, code)

    def lijst(self, naam: str) -> Codelijst:
        """A code list with its heading and source."""
        return _find(self.codelijsten, naam)

    def codelijst(self, naam: str) -> tuple[Code, ...]:
        """The choices of a code list."""
        return self.lijst(naam).waarden

    def keuze(self, lijst: str, code: str) -> Code:
        """One choice of a code list."""
        return _find(self.codelijst(lijst), code)

    def label(self, lijst: str, code: str) -> str:
        """What people read for this code."""
        return self.keuze(lijst, code).naam

    def codes(self, lijst: str) -> list[str]:
        """The codes of a list, in its order."""
        return [keuze.code for keuze in self.codelijst(lijst)]

    def woord(self, lijst: str, code: str) -> str:
        """What people read for this code; "" when nothing was chosen."""
        return self.label(lijst, code) if code else ""

    def toon_bron(self, verwijzing: str) -> str:
        """A reference as people read it: the name of the source, then the article."""
        code, _, vindplaats = verwijzing.partition(" ")
        naam = _find(self.bronnen, code).naam
        return f"{naam}, {vindplaats}" if vindplaats else naam


@dataclass(frozen=True)
class _Bestand:
    """A text with the name to give in a fault; two names of one text are one kader."""

    tekst: str
    naam: str = field(compare=False)


def parse_kader(tekst: str, naam: str) -> Kader:
    """Read a kader file. Any fault is a KaderFout with file, line and key."""
    return _parse(_Bestand(tekst, naam))


@lru_cache(maxsize=8)
def _parse(bestand: _Bestand) -> Kader:
    from gemeente_pga.domain.kaderlezing import read_kader

    sha256 = hashlib.sha256(bestand.tekst.encode()).hexdigest()
    return read_kader(bestand.tekst, bestand.naam, sha256=sha256)

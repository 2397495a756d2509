# SPDX-License-Identifier: EUPL-1.2
"""What the printed dossier shows: the one-page casuskaart, and the parts somebody chose to add."""

from dataclasses import dataclass, field
from datetime import date

from gemeente_pga.domain.stukken.basis import Actie, Informeren, KaderVermelding, Kop
from gemeente_pga.domain.stukken.overleg import Casusdeel
from gemeente_pga.domain.stukken.weegverslag import Weegverslag


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemer:
    """A participant in the case."""

    partij: str
    naam: str = ""
    functie: str = ""
    rol: str = ""
    grondslag: str = ""
    vanaf: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casuskaart:
    """The case on one page. open_acties and doelen hold only what is still going on."""

    kop: Kop
    dossiernummer: str = ""
    betrokkene: str = ""
    geboortedatum: date | None = None
    adres: str = ""
    status: str = ""
    geopend_op: date | None = None
    opgenomen_op: date | None = None
    opgenomen_reden: str = ""
    casusregisseur: str = ""
    ideologie: str = ""
    ideologie_op: date | None = None
    kader: KaderVermelding = field(default_factory=KaderVermelding)
    deelnemers: tuple[Deelnemer, ...] = ()
    doelen: tuple[str, ...] = ()
    risico: tuple[str, ...] = ()
    beschermend: tuple[str, ...] = ()
    open_acties: tuple[Actie, ...] = ()
    informeren: Informeren = field(default_factory=Informeren)
    laatste_overleg: date | None = None
    volgend_overleg: date | None = None
    volgende_herbeoordeling: date | None = None
    gesloten_op: date | None = None
    sluitreden: str = ""
    resultaat: str = ""
    bewaartermijn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiersignaal:
    """A signal as recorded: facts, hearsay and interpretation apart. bron: as the reader may know it.

    teruggebeld: whether a caller was called back, and when; never through which number.
    """

    nummer: str
    soort: str
    ontvangen_op: date
    vastgelegd_op: date | None = None
    gebeurd_op: date | None = None
    kanaal: str = ""
    bron: str = ""
    teruggebeld: str = ""
    zelf_waargenomen: str = ""
    van_anderen: str = ""
    interpretatie: str = ""
    eigen_opmerking: str = ""
    status: str = ""
    bijlagen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultatie:
    """Advice that was asked without naming anybody."""

    datum: date
    organisatie: str
    functie: str
    titel: str
    gevraagd: str
    advies: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """A file in the dossier. naam "": it may not be passed on, so only that it is there is said.

    bij: what it came with, e.g. "signaal 1".
    """

    toegevoegd_op: date
    naam: str = ""
    bij: str = ""
    omschrijving: str = ""
    herkomst: str = ""
    ontvangen_op: date | None = None
    grondslag: str = ""
    grondslag_gever: str = ""
    doel: str = ""
    categorie: str = ""
    verkregen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """A numbered goal of the plan."""

    nummer: int
    tekst: str
    leefgebied: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A risk or protective factor."""

    tekst: str
    leefgebied: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interventie:
    """An intervention. beslisser: who decides when it is not voluntary. doel: number of a goal, or 0."""

    omschrijving: str
    eigenaar: str
    soort: str = ""
    leefgebied: str = ""
    grondslag: str = ""
    vrijwillig: bool = True
    beslisser: str = ""
    start: date | None = None
    einde: date | None = None
    maat: str = ""
    stand: str = ""
    doel: int = 0
    opnieuw_op: date | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan van aanpak."""

    versie: int
    status: str = ""
    vastgesteld_op: date | None = None
    doelen: tuple[Doel, ...] = ()
    risico: tuple[Factor, ...] = ()
    beschermend: tuple[Factor, ...] = ()
    interventies: tuple[Interventie, ...] = ()
    bij_verergering: str = ""
    bij_verbetering: str = ""
    herbeoordeling_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planblad:
    """The plan van aanpak as a paper of its own."""

    kop: Kop
    plan: Plan
    betrokkene: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bespreking:
    """The case as it was discussed in one meeting."""

    datum: date
    overleg: str
    deel: Casusdeel
    verslag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbesluit:
    """A decision, with who took it where."""

    datum: date
    door: str
    tekst: str
    nummer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """Something that happened: when (None: not known), and since when it is known here."""

    gebeurd_op: date | None
    vastgelegd_op: date | None
    wat: str
    bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking:
    """Information given to somebody outside the table."""

    datum: date
    aan: str
    wat: str
    grondslag: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgifte:
    """A document that was printed or exported. wijze: in words."""

    datum: date
    stuk: str
    wijze: str
    exemplaren: int = 1
    bestemd_voor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zienswijze:
    """What a person said about it, in own words. reactie: what was done with it."""

    ontvangen_op: date
    wie: str
    hoe: str
    tekst: str
    reactie: str = ""
    besproken_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The casuskaart and the chosen parts; None = not chosen, empty = chosen and there is nothing."""

    kop: Kop
    kaart: Casuskaart
    intern: bool = True
    signalen: tuple[Dossiersignaal, ...] | None = None
    consultaties: tuple[Consultatie, ...] | None = None
    weegverslag: Weegverslag | None = None
    plan: Plan | None = None
    besprekingen: tuple[Bespreking, ...] | None = None
    besluiten: tuple[Dossierbesluit, ...] | None = None
    acties: tuple[Actie, ...] | None = None
    tijdlijn: tuple[Gebeurtenis, ...] | None = None
    informeren: tuple[Informeren, ...] | None = None
    zienswijzen: tuple[Zienswijze, ...] | None = None
    bijlagen: tuple[Bijlage, ...] | None = None
    verstrekkingen: tuple[Verstrekking, ...] | None = None
    uitgiften: tuple[Uitgifte, ...] | None = None

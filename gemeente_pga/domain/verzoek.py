# SPDX-License-Identifier: EUPL-1.2
"""A request of the betrokkene or a remedy: what came in, how it is handled, what was decided.

While it is not onherroepelijk nothing of the dossier is destroyed; that follows from its dates.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.mandaat import Mandaatregel
from gemeente_pga.domain.tekst import Invoer, datum_kort
from gemeente_pga.domain.verzoektermijn import AVG

BETROKKENE, VERTEGENWOORDIGER, GEMACHTIGDE, ANDER = "betrokkene", "vertegenwoordiger", "gemachtigde", "ander"
HOEDANIGHEDEN = (
    (BETROKKENE, "De betrokkene zelf"),
    (VERTEGENWOORDIGER, "De wettelijke vertegenwoordiger"),
    (GEMACHTIGDE, "Een gemachtigde"),
    (ANDER, "Iemand anders"),
)
CASUSOVERLEG, GEMEENTE = "casusoverleg", "gemeente"
VERWERKINGEN = (
    (CASUSOVERLEG, "In het casusoverleg"),
    (GEMEENTE, "Bij de gemeente zelf, vóór het casusoverleg"),
)
KANALEN = (
    ("brief", "Brief"), ("balie", "Aan de balie"), ("e_mail", "E-mail"), ("telefoon", "Telefoon"),
    ("formulier", "Formulier op de website"), ("via_deelnemer", "Via een deelnemer"),
)  # fmt: skip
TEGEN_BESLUIT = frozenset({"bezwaarschrift", "beroep"})
"""Remedies against a decision on another request: without that one they are about nothing."""
ELDERS = frozenset({"beroep", "klacht_ap", "schadeclaim", "ingebrekestelling"})
"""What somebody else decides; here it only ends."""
ZONDER_DOSSIER = frozenset({"woo", "klacht", "klacht_ap", "ingebrekestelling", "schadeclaim"})
BEKENDGEMAAKT, ONHERROEPELIJK, INGETROKKEN = "bekendgemaakt", "onherroepelijk", "ingetrokken"
AFLOPEN = (
    (BEKENDGEMAAKT, "Het besluit is bekendgemaakt"),
    (ONHERROEPELIJK, "Er staat niets meer tegen open (onherroepelijk)"),
    (INGETROKKEN, "De verzoeker trekt het in"),
)
ZELF, NAMENS = "zelf", "namens"
TEKENT = ((ZELF, "De burgemeester zelf"), (NAMENS, "Iemand namens de burgemeester"))


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What came in. Field names equal columns of table verzoek."""

    soort: str
    ontvangen_op: date
    kanaal: str
    wat: str
    verzoeker: str
    contact: str
    hoedanigheid: str
    verwerking: str = ""
    politiedelen: bool = False
    over_verzoek_id: int | None = None


@dataclass(frozen=True, slots=True)
class Behandeling:
    """What was found out about who asks, and who else decides. Field names equal columns of table verzoek."""

    machtiging_gezien_op: date | None = None
    identiteit_op: date | None = None
    identiteit_wijze: str = ""
    politie_doorgezonden_op: date | None = None
    politie_besluit_op: date | None = None
    doorgezonden_aan: str = ""
    doorgezonden_op: date | None = None


@dataclass(frozen=True, slots=True)
class Verzoekstap:
    """Something that was done for it. Field names equal the columns of table verzoekstap."""

    soort: str
    op: date
    met: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class Verlenging:
    """Field names equal columns of table verzoek."""

    verlengd_op: date
    verlengd_reden: str


@dataclass(frozen=True, slots=True)
class Verzoekbesluit:
    """Field names equal columns of table verzoek."""

    besluit: str
    besluit_grond: str
    besluit_tekst: str
    ondertekenaar: str
    besluit_op: date


@dataclass(frozen=True, slots=True)
class Afloop:
    """How it goes on after the decision. afloop: code of AFLOPEN."""

    afloop: str
    op: date


@dataclass(frozen=True, slots=True)
class Verzoekrond:
    """What stands around a decision: whose data, who holds authority, who was asked, who may sign."""

    geboortedatum: date | None = None
    gezag: bool = False
    niet_geraadpleegd: tuple[str, ...] = ()  # givers whose data is in it, without a step
    mandaten: tuple[Mandaatregel, ...] = ()  # of the municipality that decides


@dataclass(frozen=True, slots=True)
class Verzoekregel:
    """A request as recorded. dossier: its number, empty without one."""

    id: int
    nummer: str
    dossier_id: int | None
    dossier: str
    gemeente_id: int
    gemeente: str
    inhoud: Verzoek
    behandeling: Behandeling
    over: str = ""
    uiterlijk: date | None = None
    politie_uiterlijk: date | None = None
    verlenging: Verlenging | None = None
    besluit: Verzoekbesluit | None = None
    bekendgemaakt_op: date | None = None
    rechtsmiddel_voor: date | None = None
    onherroepelijk_op: date | None = None
    ingetrokken_op: date | None = None
    document_id: int | None = None

    @property
    def loopt(self) -> bool:
        """Neither onherroepelijk nor withdrawn."""
        return self.onherroepelijk_op is None and self.ingetrokken_op is None

    def stand(self, vandaag: date) -> str:
        """How it stands, in a few words."""
        if self.ingetrokken_op is not None:
            return f"Ingetrokken op {datum_kort(self.ingetrokken_op)}"
        if self.onherroepelijk_op is not None:
            return f"Onherroepelijk sinds {datum_kort(self.onherroepelijk_op)}"
        if self.bekendgemaakt_op is not None:
            return f"Bekendgemaakt op {datum_kort(self.bekendgemaakt_op)}"
        if self.besluit is not None:
            return "Besloten, nog niet bekendgemaakt"
        if self.uiterlijk is None:
            return "Loopt, termijn niet vastgesteld"
        voorbij = " (voorbij)" if self.uiterlijk < vandaag else ""
        return f"Besluit uiterlijk {datum_kort(self.uiterlijk)}{voorbij}"


def schort_op(verzoek: Verzoekregel, vandaag: date) -> str:
    """The sentence while it keeps the dossier from being destroyed; empty afterwards."""
    einde = [dag for dag in (verzoek.onherroepelijk_op, verzoek.ingetrokken_op) if dag is not None]
    if einde and min(einde) <= vandaag:
        return ""
    return f"Verzoek {verzoek.nummer} is nog niet definitief afgehandeld. Zolang wordt er niets vernietigd."


def beoordeel_verzoek(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    nummers: Mapping[str, int],
    eerdere: Collection[int] = (),
) -> tuple[Verzoek, int | None] | list[Gebrek]:
    """Check what came in; gives it with its dossier. nummers, eerdere: what there is."""
    lees = Invoer(invoer, vandaag)
    over = lees.sleutel("over_verzoek_id") or None
    verzoek = Verzoek(
        soort=lees.code("soort", "Soort", kader.codes("verzoeksoort"), verplicht=True),
        ontvangen_op=lees.datum("ontvangen_op", "Ontvangen op", verplicht=True) or vandaag,
        kanaal=lees.code("kanaal", "Hoe kwam het binnen", [code for code, _ in KANALEN], verplicht=True),
        wat=lees.tekst("wat", "Wat wordt gevraagd", verplicht=True),
        verzoeker=lees.regel("verzoeker", "Wie vraagt dit", verplicht=True),
        contact=lees.regel("contact", "Adres of telefoon"),
        hoedanigheid=lees.code(
            "hoedanigheid", "Namens wie", [code for code, _ in HOEDANIGHEDEN], verplicht=True
        ),
        verwerking=lees.code("verwerking", "Waar staan de gegevens", [code for code, _ in VERWERKINGEN]),
        politiedelen=lees.ja("politiedelen"),
        over_verzoek_id=over if over in eerdere else None,
    )
    nummer = lees.regel("dossier", "Dossier")
    if nummer and nummer not in nummers:
        lees.gebrek("dossier", f"Er is geen dossier met nummer {nummer}. Schrijf het als 2026-003.")
    if verzoek.soort in TEGEN_BESLUIT and verzoek.over_verzoek_id is None:
        lees.gebrek("over_verzoek_id", "Kies het verzoek waarop het besluit is genomen.")
    if verzoek.soort in AVG and not verzoek.verwerking:
        lees.gebrek("verwerking", "Kies waar de gegevens staan. Daaruit volgt wie besluit.")
    if verzoek.politiedelen and not nummer:
        lees.gebrek("politiedelen", "Zonder dossier zijn er hier geen gegevens van de politie.")
    return lees.gebreken or (verzoek, nummers.get(nummer))


def beoordeel_behandeling(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, verzoek: Verzoek
) -> Behandeling | list[Gebrek]:
    """Check how it is handled."""
    lees = Invoer(invoer, vandaag)
    behandeling = Behandeling(
        machtiging_gezien_op=lees.datum("machtiging_gezien_op", "Machtiging gezien op"),
        identiteit_op=lees.datum("identiteit_op", "Identiteit vastgesteld op"),
        identiteit_wijze=lees.code(
            "identiteit_wijze", "Hoe is de identiteit vastgesteld", kader.codes("identiteit_wijze")
        ),
        politie_doorgezonden_op=lees.datum("politie_doorgezonden_op", "Politiedelen doorgezonden op"),
        politie_besluit_op=lees.datum("politie_besluit_op", "Besluit van de politie op"),
        doorgezonden_aan=lees.regel("doorgezonden_aan", "Doorgezonden aan"),
        doorgezonden_op=lees.datum("doorgezonden_op", "Doorgezonden op"),
    )
    if (behandeling.identiteit_op is None) != (not behandeling.identiteit_wijze):
        veld = "identiteit_wijze" if behandeling.identiteit_op else "identiteit_op"
        lees.gebrek(veld, "Vul allebei in: wanneer en hoe de identiteit is vastgesteld.")
    if (behandeling.doorgezonden_op is None) != (not behandeling.doorgezonden_aan):
        veld = "doorgezonden_aan" if behandeling.doorgezonden_op else "doorgezonden_op"
        lees.gebrek(veld, "Vul allebei in: aan wie en wanneer het is doorgezonden.")
    if behandeling.politie_besluit_op and not behandeling.politie_doorgezonden_op:
        lees.gebrek("politie_doorgezonden_op", "De politie besluit pas na doorzending. Vul die dag in.")
    _check_na_ontvangst(lees, verzoek, behandeling)
    return lees.gebreken or behandeling


def _check_na_ontvangst(lees: Invoer, verzoek: Verzoek, behandeling: Behandeling) -> None:
    dagen = {
        "politie_doorgezonden_op": behandeling.politie_doorgezonden_op,
        "politie_besluit_op": behandeling.politie_besluit_op,
        "doorgezonden_op": behandeling.doorgezonden_op,
    }
    for veld, dag in dagen.items():
        if dag is not None and dag < verzoek.ontvangen_op:
            lees.gebrek(veld, f"Het verzoek kwam binnen op {datum_kort(verzoek.ontvangen_op)}.")


def beoordeel_stap(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, ontvangen_op: date
) -> Verzoekstap | list[Gebrek]:
    """Check something that was done for it."""
    lees = Invoer(invoer, vandaag)
    stap = Verzoekstap(
        soort=lees.code("soort", "Wat is er gedaan", kader.codes("verzoekstap"), verplicht=True),
        op=lees.datum("op", "Op", verplicht=True) or vandaag,
        met=lees.regel("met", "Met wie"),
        uitkomst=lees.tekst("uitkomst", "Wat kwam eruit"),
    )
    if stap.soort in {"bronhouder_geraadpleegd", "aan_deelnemers_gemeld"} and not stap.met:
        lees.gebrek("met", "Vul in met welke partij.")
    if stap.op < ontvangen_op:
        lees.gebrek("op", f"Het verzoek kwam binnen op {datum_kort(ontvangen_op)}. Controleer de datum.")
    return lees.gebreken or stap


def beoordeel_verlenging(
    invoer: Mapping[str, object], vandaag: date, *, verzoek: Verzoekregel
) -> Verlenging | list[Gebrek]:
    """Check an extension: once, before the first term is over, with a reason."""
    lees = Invoer(invoer, vandaag)
    verlenging = Verlenging(
        verlengd_op=lees.datum("verlengd_op", "Verlengd op", verplicht=True) or vandaag,
        verlengd_reden=lees.tekst("verlengd_reden", "Waarom is verlengen nodig", verplicht=True),
    )
    zin = mist_voor_verlenging(verzoek, verlenging.verlengd_op)
    if zin:
        lees.gebrek("verlengd_op", zin)
    return lees.gebreken or verlenging


def mist_voor_verlenging(verzoek: Verzoekregel, op: date) -> str:
    """Why the term cannot be extended on that day; empty when it can."""
    if verzoek.besluit is not None or not verzoek.loopt:
        return "Er is al besloten. Verlengen kan niet meer."
    if verzoek.verlenging is not None:
        return "De termijn is al verlengd. Dat kan één keer."
    if verzoek.uiterlijk is None:
        return "Er is geen termijn vastgesteld. Dan valt er niets te verlengen."
    if op > verzoek.uiterlijk:
        return f"De termijn liep tot {datum_kort(verzoek.uiterlijk)}. Verlengen kan alleen daarvoor."
    if op < verzoek.inhoud.ontvangen_op:
        return f"Het verzoek kwam binnen op {datum_kort(verzoek.inhoud.ontvangen_op)}. Controleer de datum."
    return ""

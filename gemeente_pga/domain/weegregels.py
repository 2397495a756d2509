# SPDX-License-Identifier: EUPL-1.2
"""What blocks a decision of the weegploeg, and what a decision does: each rule once, with its sentence.

They come from the reaction to the Inspectie (Kamerstuk 29754, nr. 731): all three core parties weigh, with a
reason per criterion; and from AVG 14 and UAVG 41: a decision about informing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gemeente_pga.domain.kader import Criterium, Kader
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.domain.weging import (
    DOORGELEID,
    KORT,
    NADERE_INFORMATIE,
    NIET_OPNEMEN,
    OPNEMEN,
    OVERDRAGEN,
    VOORLOPIG,
    Tafelpartij,
    Weging,
)

# Where each missing thing is answered: the parts of the screen, in its order. The veld of an Ontbreekt is
# "onderdeel.veld"; for a card the veld is the code of the criterium.
TAFEL, INFORMATIE, CRITERIUM, AFWEGING, INFORMEREN, BESLUIT = (
    "tafel", "informatie", "criterium", "afweging", "informeren", "besluit",
)  # fmt: skip

EINDOORDEEL = frozenset({OPNEMEN, NIET_OPNEMEN, DOORGELEID})
"""Decisions about substance: only the three core parties together take them."""


@dataclass(frozen=True, slots=True)
class Signaalbron:
    """Where a signal on the table came from, as far as the rules need it."""

    partij_id: int | None
    melder_naam: str


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """What the rules must know from outside the weging itself."""

    kernpartijen: tuple[tuple[int, str], ...]
    """id and name of gemeente, OM and politie"""
    informatie: int
    """number of information items"""
    bron_weegt_mee: tuple[str, ...] = ()
    """names of parties that gave a signal and also weigh"""
    acuut: bool = False


def kaarten(kader: Kader) -> tuple[tuple[Criterium, ...], tuple[Criterium, ...]]:
    """The criteria that get a card: (wettelijke criteria, zorgvuldigheidstoetsen). Never mixed."""
    return (
        tuple(c for c in kader.wettelijke_criteria if c.soort == "criterium"),
        tuple(c for c in kader.zorgvuldigheidstoetsen if c.soort == "criterium"),
    )


def bron_weegt_mee(signalen: Sequence[Signaalbron], partijen: Sequence[Tafelpartij]) -> frozenset[int]:
    """The parties that gave a signal on the table, or whose representative did, and that also weigh."""
    gevers = {s.partij_id for s in signalen if s.partij_id is not None}
    melders = {kale_naam(s.melder_naam) for s in signalen} - {""}
    return frozenset(
        p.partij_id
        for p in partijen
        if p.weegt_mee and (p.partij_id in gevers or (p.naam and kale_naam(p.naam) in melders))
    )


def ontbreekt(weging: Weging, rond: Omstandigheden, kader: Kader) -> tuple[Ontbreekt, ...]:
    """Everything that stands between this weging and a decision, in the order of the screen."""
    return (
        *_ontbreekt_aan_tafel(weging, rond),
        *_ontbreekt_aan_grond(weging, rond, kader),
        *_ontbreekt_aan_besluit(weging, rond),
    )


def gevolgen(weging: Weging) -> tuple[str, ...]:
    """What happens when this decision is made final: sentences for before it is done."""
    if weging.tafel.soort == VOORLOPIG:
        naar = "Het signaal blijft in weging, tot alle drie de kernpartijen dit besluit bevestigen."
    else:
        naar = _GEVOLG.get(weging.besluit.besluit, "")
    return (
        "U gaat het besluit van de weegploeg vaststellen. Daarna kan niemand deze weging nog veranderen.",
        *((naar,) if naar else ()),
        "Het weegverslag wordt gemaakt en opgeborgen. U ziet het meteen.",
    )


_GEVOLG = {
    OPNEMEN: "Daarna staat het signaal op ‘Opgenomen’ en begint er een casus.",
    NIET_OPNEMEN: "Daarna is het signaal afgesloten.",
    DOORGELEID: "Daarna staat het signaal op ‘Doorgeleid’. Er begint geen casus.",
    NADERE_INFORMATIE: "Daarna wacht het signaal op antwoord. Met het antwoord begint u een nieuwe weging.",
    OVERDRAGEN: "Daarna staat het signaal op ‘Overgedragen’. Er begint geen casus.",
}


def _ontbreekt_aan_tafel(weging: Weging, rond: Omstandigheden) -> list[Ontbreekt]:
    tafel = weging.tafel
    rijen = {p.partij_id: p for p in weging.partijen}
    uit = [
        _mist(f"Leg vast of {naam} meeweegt.", TAFEL)
        for id_, naam in rond.kernpartijen
        if id_ not in rijen or not rijen[id_].aanwezig
    ]
    afwezig = missing_kernpartijen(weging, rond)
    if afwezig and not (tafel.onvolledig_reden and tafel.onvolledig_opvolgdatum):
        zin = "Niet alle drie de kernpartijen wegen mee. Geef een reden en een datum voor alsnog bespreken."
        uit.append(_mist(zin, TAFEL, "onvolledig_reden"))
    if not afwezig:
        uit += [
            _mist(f"Leg vast waarop {naam} bevoegd is om mee te besluiten.", TAFEL)
            for id_, naam in rond.kernpartijen
            if not rijen[id_].mandaat
        ]
    if tafel.soort == VOORLOPIG and not rond.acuut:
        zin = "Een voorlopige weging kan alleen bij een signaal met acuut gevaar. Kies een gewone weging."
        uit.append(_mist(zin, TAFEL, "soort"))
    if rond.bron_weegt_mee and not tafel.bron_weegt_mee_toelichting:
        namen = " en ".join(rond.bron_weegt_mee)
        zin = f"{namen} gaf een signaal en weegt ook mee. Schrijf op hoe u daarmee omging."
        uit.append(_mist(zin, TAFEL, "bron_weegt_mee_toelichting"))
    if not weging.signaal_ids:
        uit.append(_mist("Kies welk signaal u weegt.", TAFEL))
    return uit


def _ontbreekt_aan_grond(weging: Weging, rond: Omstandigheden, kader: Kader) -> list[Ontbreekt]:
    # A question first, or another municipality: then the substance is not judged here and now.
    if weging.besluit.besluit in {NADERE_INFORMATIE, OVERDRAGEN}:
        return []
    uit: list[Ontbreekt] = []
    if not rond.informatie:
        uit.append(_mist("Leg vast welke informatie op tafel lag.", INFORMATIE))
    gegeven = {o.criterium for o in weging.oordelen if o.antwoord and o.reden}
    if not _hoeft_niet_per_kaart(weging):
        uit += [
            _mist(f"{c.korte_naam}: geef een antwoord met een reden.", CRITERIUM, c.code)
            for lijst in kaarten(kader)
            for c in lijst
            if c.verplicht and c.code not in gegeven
        ]
    # K7, K13 and K14 are not cards: they are these closing texts.
    uit += [
        _mist(f"{c.korte_naam}: schrijf de afweging op.", AFWEGING, c.onderdeel)
        for c in kader.criteria
        if c.soort == "afsluiting" and not getattr(weging.afweging, c.onderdeel)
    ]
    if not weging.afweging.bevoegd:
        uit.append(_mist("Leg vast of deze gemeente bevoegd is.", AFWEGING, "bevoegd"))
    if not weging.informeren.informeren:
        uit.append(_mist("Neem een besluit over het informeren van betrokkene.", INFORMEREN, "informeren"))
    return uit


def _ontbreekt_aan_besluit(weging: Weging, rond: Omstandigheden) -> list[Ontbreekt]:
    uit: list[Ontbreekt] = []
    besluit, soort = weging.besluit, weging.tafel.soort
    if not besluit.besluit:
        uit.append(_mist("Leg het besluit van de weegploeg vast.", BESLUIT, "besluit"))
    elif not besluit.besluit_reden:
        uit.append(_mist("Schrijf de reden van het besluit op.", BESLUIT, "besluit_reden"))
    if besluit.besluit in EINDOORDEEL and soort != VOORLOPIG and missing_kernpartijen(weging, rond):
        zin = (
            "Dit besluit kan alleen met gemeente, OM en politie samen. Neem bij acuut gevaar een voorlopig "
            "besluit of kies ‘Nadere informatie nodig’."
        )
        uit.append(_mist(zin, BESLUIT, "besluit"))
    if besluit.besluit == OPNEMEN and soort == KORT:
        zin = "Opnemen vraagt een reden bij elk criterium. Kies daarom een gewone weging."
        uit.append(_mist(zin, TAFEL, "soort"))
    if besluit.besluit == OPNEMEN and weging.afweging.bevoegd == "nee":
        zin = "Deze gemeente is niet bevoegd. Draag het dossier over in plaats van op te nemen."
        uit.append(_mist(zin, AFWEGING, "bevoegd"))
    return uit + _ontbreekt_aan_standpunten(weging)


def _ontbreekt_aan_standpunten(weging: Weging) -> list[Ontbreekt]:
    uit: list[Ontbreekt] = []
    mee = [p for p in weging.partijen if p.weegt_mee]
    if any(not p.standpunt for p in mee):
        uit.append(_mist("Leg van elke partij aan tafel het standpunt vast.", BESLUIT, "standpunt"))
    elif weging.tafel.soort == KORT and any(p.standpunt != "akkoord" for p in mee):
        zin = "Een korte weging kan alleen als alle partijen akkoord zijn. Kies een gewone weging."
        uit.append(_mist(zin, TAFEL, "soort"))
    if any(p.standpunt == "weigert" for p in mee) and not weging.besluit.minderheidsstandpunt:
        zin = "Een partij weigert. Schrijf het minderheidsstandpunt op."
        uit.append(_mist(zin, BESLUIT, "minderheidsstandpunt"))
    return uit


def _mist(zin: str, onderdeel: str, veld: str = "") -> Ontbreekt:
    return Ontbreekt(zin, "weging", f"{onderdeel}.{veld}")


def missing_kernpartijen(weging: Weging, rond: Omstandigheden) -> list[str]:
    """The names of core parties that neither sat at the table nor wrote."""
    rijen = {p.partij_id: p for p in weging.partijen}
    return [naam for id_, naam in rond.kernpartijen if id_ not in rijen or not rijen[id_].weegt_mee]


def _hoeft_niet_per_kaart(weging: Weging) -> bool:
    """A short weighing is unanimous and reasoned as a whole. Taking up always needs every card."""
    return weging.tafel.soort == KORT and weging.besluit.besluit != OPNEMEN


def kale_naam(naam: str) -> str:
    """A name as it is compared: no accents, capitals or dots."""
    return " ".join(kale_letters(naam).replace(".", " ").split())

# SPDX-License-Identifier: EUPL-1.2
"""Is the approach still needed? The criteria of the weging again, each beside the answer of then.

An answer may stay the same; its reason is written anew, for it is about today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain import actualiteit
from gemeente_pga.domain.actualiteit import Gegeven
from gemeente_pga.domain.casus import check_herbeoordeling
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import Invoer
from gemeente_pga.domain.weegregels import kaarten

VOORTZETTEN, OPSCHALEN, AFSCHALEN, AFSLUITEN = "voortzetten", "opschalen", "afschalen", "afsluiten"
UITKOMSTEN = {
    VOORTZETTEN: "Voortzetten: de aanpak is nog nodig",
    OPSCHALEN: "Opschalen: er is meer nodig dan het casusoverleg kan doen",
    AFSCHALEN: "Afschalen: gewone hulp kan het overnemen",
    AFSLUITEN: "Afsluiten: de aanpak is niet meer nodig",
}
CONCEPT, VASTGESTELD = "concept", "vastgesteld"


@dataclass(frozen=True, slots=True)
class Heroordeel:
    """The answer of now on one criterium. Field names equal the columns of table herbeoordeling_criterium."""

    criterium: str
    antwoord: str
    reden: str
    wat_veranderde: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What the table concludes. Field names equal the columns of table herbeoordeling."""

    uitkomst: str
    noodzaak: str
    subsidiariteit: str
    proportionaliteit: str
    volgende_op: date | None


@dataclass(frozen=True, slots=True)
class Herbeoordeling:
    """One review as recorded, with what its screen needs."""

    id: int
    dossier_id: int
    casus_id: int
    kader_id: int
    casusnummer: str
    status: str
    datum: date
    vorige_op: date
    uitkomst: Uitkomst
    vastgesteld_op: date | None
    casus_gesloten: bool = False

    @property
    def onafgemaakt(self) -> bool:
        """Its casus closed before it was vastgesteld; it stays as it was then."""
        return self.status == CONCEPT and self.casus_gesloten

    @property
    def wijzigbaar(self) -> bool:
        """May it still be worked on?"""
        return self.status == CONCEPT and not self.casus_gesloten


@dataclass(frozen=True, slots=True)
class Criteriumvergelijking:
    """One criterium: the answer of then, and the one of now when it was given."""

    id: int
    criterium: str
    naam: str
    toen_antwoord: str
    toen_reden: str
    nu: Heroordeel | None


def beoordeel_heroordeel(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, toen: Criteriumvergelijking
) -> Heroordeel | list[Gebrek]:
    """Check the answer on one criterium. The reason of then, word for word, is no reason of now."""
    lees = Invoer(invoer, vandaag)
    oordeel = Heroordeel(
        criterium=toen.criterium,
        antwoord=lees.code("antwoord", "Antwoord nu", kader.codes("antwoord"), verplicht=True),
        reden=lees.tekst("reden", "Reden", verplicht=True),
        wat_veranderde=lees.tekst("wat_veranderde", "Wat er veranderde"),
    )
    if oordeel.reden and oordeel.reden == toen.toen_reden:
        lees.gebrek("reden", "Dit is woord voor woord de reden van toen. Schrijf op waarom dit nu nog zo is.")
    anders = toen.toen_antwoord and oordeel.antwoord not in ("", toen.toen_antwoord)
    if anders and not invoer.get("wat_veranderde"):
        lees.gebrek("wat_veranderde", "Het antwoord is anders dan toen. Schrijf op wat er veranderde.")
    return lees.gebreken or oordeel


def beoordeel_uitkomst(invoer: Mapping[str, object], kader: Kader, vandaag: date) -> Uitkomst | list[Gebrek]:
    """Check what the table concludes; it may be recorded in parts, `ontbreekt` asks for what is empty."""
    lees = Invoer(invoer, vandaag)
    uitkomst = Uitkomst(
        uitkomst=lees.code("uitkomst", "Uitkomst", tuple(UITKOMSTEN)),
        noodzaak=lees.tekst("noodzaak", "Noodzaak"),
        subsidiariteit=lees.tekst("subsidiariteit", "Subsidiariteit"),
        proportionaliteit=lees.tekst("proportionaliteit", "Proportionaliteit"),
        volgende_op=lees.datum("volgende_herbeoordeling", "Volgende herbeoordeling", toekomst=True),
    )
    check_herbeoordeling(lees, kader, uitkomst.volgende_op, vandaag)
    return lees.gebreken or uitkomst


def ontbreekt(
    herbeoordeling: Herbeoordeling,
    vergelijkingen: Sequence[Criteriumvergelijking],
    kader: Kader,
    vandaag: date,
    *,
    gegevens: Sequence[Gegeven],
) -> tuple[Ontbreekt, ...]:
    """Everything that stands between this review and its outcome: no card and no item is passed over."""
    verplicht = {c.code for lijst in kaarten(kader) for c in lijst if c.verplicht}
    uit = [
        Ontbreekt(f"{v.naam}: geef een antwoord met een reden.", "herbeoordeling", f"criterium:{v.id}")
        for v in vergelijkingen
        if v.criterium in verplicht and v.nu is None
    ]
    uit += actualiteit.ontbreekt(gegevens)
    slot = herbeoordeling.uitkomst
    vragen = (
        (slot.uitkomst, "Kies de uitkomst van de herbeoordeling.", "uitkomst"),
        (slot.noodzaak, "Schrijf op waarom de aanpak nog nodig is, of niet meer.", "noodzaak"),
        (slot.subsidiariteit, "Schrijf op waarom gewone hulp niet genoeg is, of wel.", "subsidiariteit"),
        (slot.proportionaliteit, "Schrijf op of de aanpak in verhouding is.", "proportionaliteit"),
    )
    uit += [Ontbreekt(zin, "herbeoordeling", veld) for antwoord, zin, veld in vragen if not antwoord]
    if slot.uitkomst != AFSLUITEN and slot.volgende_op is None:
        zin = "Kies de dag van de volgende herbeoordeling."
        uit.append(Ontbreekt(zin, "herbeoordeling", "volgende_herbeoordeling"))
    elif slot.volgende_op is not None and slot.volgende_op <= vandaag:
        zin = "De volgende herbeoordeling ligt niet meer in de toekomst. Kies een andere dag."
        uit.append(Ontbreekt(zin, "herbeoordeling", "volgende_herbeoordeling"))
    return tuple(uit)


GEVOLG = {
    VOORTZETTEN: "Daarna loopt de casus door, tot de volgende herbeoordeling.",
    OPSCHALEN: "Leg daarna bij het dossier vast wat er verhuist en wie het betrokkene vertelt.",
    AFSCHALEN: "Leg daarna bij het dossier vast wat er verhuist en wie het betrokkene vertelt.",
    AFSLUITEN: "Sluit daarna de casus af, met reden en resultaat.",
}
"""What follows on each outcome, in a sentence."""

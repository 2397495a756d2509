# SPDX-License-Identifier: EUPL-1.2
"""The Wegwijzer: for each step what to do, what the law asks, an example, what to mind, whom to call.

Hides the file with the texts. Every step of the program has its guidance, or the file is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Annotated

from gemeente_pga.domain.kader import NIET_VASTGESTELD, STATUSSEN, VOORSTEL
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.domain.tomlbron import Bestandsfout, Codewoord, Eis, Pad, Tomlbron

_STAPPEN = """
eerste_start kluis_openen kluis_wachtzin kluis_sleutels waarneming backup herstel oefenomgeving bureau
dossiers zoeken
telefoonnotitie terugbellen consultatie signaal_intake persoon_zoeken signaal formele_controle spoed agenderen
signaal_afsluiten melder_berichten
weging_tafel weging_informatie weging_wettelijk weging_zorgvuldig weging_afsluiting weging_informeren
weging_besluit
casus_overzicht casus_overnemen casus_betrokkene casus_deelnemers casus_informatie casus_informeren
casus_tijdlijn casus_documenten plan_van_aanpak afsluiten_casus
aanhouding herbeoordeling schaling overdracht andere_kluis
overleggen overleg_voorbereiden overleg_uitwerken overleg_besluiten_acties overleg_reacties
overleg_vastgesteld verslag_vaststellen verslag_zvh lekcontrole document_tonen afdrukken exemplaar
wie_heeft_wat verstrekking rectificatie datalek
termijnen verzoek afschrift informeren_persoon bewaren vernietigen
inrichting_gemeente huisstijl inrichting_teksten inrichting_partners ingebruikname inrichting_kader mandaat
extern meldpunt kopieerblad zakgids opvolging controle toezicht jaarrapportage memo zelfevaluatie
verwerkingsregister
"""
SLEUTELS = frozenset(_STAPPEN.split())
CONTACTEN = MappingProxyType(
    {
        "lse": "Landelijk Steunpunt Extremisme (LSE)",
        "nctv": "Lokaal adviseur van de Nationaal Coördinator Terrorismebestrijding en Veiligheid (NCTV)",
        "zvh": "Zorg- en Veiligheidshuis",
        "politie": "Politie",
        "om": "Openbaar Ministerie (OM)",
        "rvdk": "Raad voor de Kinderbescherming",
        "burgemeester": "Burgemeester",
        "fg": "Functionaris gegevensbescherming (FG)",
        "jurist": "Jurist van de gemeente",
        "archivaris": "Archivaris van de gemeente",
        "ict": "Beheerder van uw computer",
    }
)


GEEN_BRON = "geen tekst gevonden"
_WOORD = 4  # letters: shorter words say nothing about a subject


class WegwijzerFout(Bestandsfout):
    """A fault in the file with guidance: bestand, regel, sleutel and reden say where and what."""


@dataclass(frozen=True, slots=True)
class Wetszin:
    """What the law or another source asks, and how firm that is."""

    tekst: str
    bron: str
    status: Annotated[str, Eis(keuze=frozenset(STATUSSEN))]

    @property
    def regel(self) -> str:
        """As one line on screen, honest about what is not known."""
        vooraf = {NIET_VASTGESTELD: "Niet vastgesteld. ", VOORSTEL: "Afspraak, geen wet. "}.get(
            self.status, ""
        )
        bron = "" if self.bron == GEEN_BRON else f" (Bron: {self.bron}.)"  # then the sentence says so itself
        return f"{vooraf}{self.tekst}{bron}"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, and what for. The number comes from Inrichting."""

    wie: Annotated[str, Eis(keuze=frozenset(CONTACTEN))]
    waarvoor: str

    @property
    def naam(self) -> str:
        """Who this is, in words."""
        return CONTACTEN[self.wie]

    @property
    def regel(self) -> str:
        """As one line on screen."""
        return f"{self.naam}: {self.waarvoor}"


@dataclass(frozen=True, slots=True)
class Afkorting:
    """An abbreviation that the texts use."""

    kort: str
    voluit: str


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """The guidance of one step. meekijken: what to do for who only looks; not every step has it."""

    sleutel: Codewoord
    titel: str
    wat_nu: tuple[str, ...]
    let_op: tuple[str, ...]
    wetszinnen: tuple[Wetszin, ...]
    contacten: tuple[Contact, ...]
    afkortingen: tuple[Afkorting, ...]
    voorbeeld: str = ""
    meekijken: tuple[str, ...] = ()

    @property
    def wet(self) -> tuple[str, ...]:
        """What the law asks, one line each."""
        return tuple(zin.regel for zin in self.wetszinnen)

    def zin_met(self, gezocht: str) -> str:
        """The first sentence in which these plain letters stand; "" when there is none."""
        teksten = (*self.wat_nu, *self.let_op, self.voorbeeld, *(wet.tekst for wet in self.wetszinnen))
        heel = next((tekst for tekst in teksten if gezocht in kale_letters(tekst)), "")
        return heel or self._zin_bij([woord for woord in gezocht.split() if len(woord) >= _WOORD], teksten)

    def _zin_bij(self, woorden: Sequence[str], teksten: Sequence[str]) -> str:
        """The sentence with the most of these words, if there are two and this subject has them all."""
        kaal = {tekst: kale_letters(tekst) for tekst in teksten}
        overal = " ".join((kale_letters(self.titel), *kaal.values()))
        if len(woorden) < 2 or not all(woord in overal for woord in woorden):
            return ""
        return max(teksten, key=lambda tekst: sum(woord in kaal[tekst] for woord in woorden))

    @property
    def bellen(self) -> tuple[str, ...]:
        """Whom to call, one line each."""
        return tuple(contact.regel for contact in self.contacten)


def parse_wegwijzer(tekst: str, naam: str) -> dict[str, Wegwijzer]:
    """Read the guidance, by key. Any fault is a WegwijzerFout with file, line and key."""
    toml = Tomlbron(tekst, naam, WegwijzerFout)
    toml.expect_sections(("afkorting", "tekst"))
    afkortingen = tuple(toml.read(Afkorting, pad) for pad in toml.tables("afkorting"))
    gids: dict[str, Wegwijzer] = {}
    for pad in toml.tables("tekst"):
        stuk = _read_stuk(toml, pad, afkortingen)
        if stuk.sleutel in gids:
            toml.refuse(pad, "sleutel", f'de sleutel "{stuk.sleutel}" staat er al')
        if stuk.sleutel not in SLEUTELS:
            toml.refuse(pad, "sleutel", f'onbekende stap "{stuk.sleutel}"')
        gids[stuk.sleutel] = stuk
    for sleutel in sorted(SLEUTELS - gids.keys()):
        toml.refuse((), "tekst", f'de uitleg bij "{sleutel}" ontbreekt')
    return gids


def _read_stuk(toml: Tomlbron, pad: Pad, afkortingen: tuple[Afkorting, ...]) -> Wegwijzer:
    wetszinnen = tuple(toml.read(Wetszin, plek) for plek in toml.tables("wet", pad, verplicht=False))
    contacten = tuple(toml.read(Contact, plek) for plek in toml.tables("wie_bellen", pad))
    kaal = toml.read(
        Wegwijzer,
        pad,
        vast={"wetszinnen": wetszinnen, "contacten": contacten, "afkortingen": ()},
        onderdelen=("wet", "wie_bellen"),
    )
    woorden = set(
        re.findall(r"\w+", " ".join((*kaal.wat_nu, *kaal.wet, kaal.voorbeeld, *kaal.let_op, *kaal.bellen)))
    )
    gebruikt = tuple(a for a in afkortingen if a.kort in woorden)
    return replace(kaal, afkortingen=gebruikt)

# SPDX-License-Identifier: EUPL-1.2
"""The meldformulier: its questions, and what a filled-in one becomes. None of it is trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from gemeente_pga.domain.bericht import VELD
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.persoon import split_naam
from gemeente_pga.domain.tekst import getal, normalise, parse_datum, without_onbewaarbare_tekens

VOORVOEGSEL: Final = "gpga_melding_"
"""Before the name of every field in the PDF: so our own form is known among other forms."""
MAX_BESTAND: Final = 5 * 1024 * 1024
KORT, LANG = 250, 5_000
"""So many characters does a line of the form hold, and a box."""
KEUZES: Final = (("ja", "Ja"), ("nee", "Nee"), ("overleg", "Overleg eerst met mij"))


@dataclass(frozen=True, slots=True)
class Vraag:
    """One field. uitleg: what a screen reader says. regels: lines to write on."""

    naam: str
    label: str
    uitleg: str
    regels: int = 1
    keuzes: tuple[tuple[str, str], ...] = ()

    @property
    def maximum(self) -> int:
        """How much it may hold."""
        return LANG if self.regels > 1 else KORT


VRAGEN: Final[Mapping[str, Vraag]] = MappingProxyType(
    {
        vraag.naam: vraag
        for vraag in (
            Vraag("persoon_naam", "Naam", "Naam van de persoon over wie u zich zorgen maakt"),
            Vraag(
                "persoon_geboren", "Geboortedatum of leeftijd", "Geboortedatum of leeftijd, als u die weet"
            ),
            Vraag("persoon_adres", "Adres of woonplaats", "Adres of woonplaats van deze persoon"),
            Vraag("persoon_kennen", "Hoe kent u deze persoon?", "Hoe kent u deze persoon?"),
            Vraag("zelf", "Wat ik zelf zag of hoorde", "Wat u zelf zag of hoorde", 8),
            Vraag("wanneer", "Wanneer was dat?", "Wanneer zag of hoorde u dit?"),
            Vraag("waar", "Waar was dat?", "Waar zag of hoorde u dit?"),
            Vraag("anderen", "Wat ik van anderen hoorde", "Wat u van anderen hoorde", 5),
            Vraag("denkt", "Wat ik denk", "Wat u zelf denkt of vermoedt", 4),
            Vraag("eerder", "Meldde u dit al ergens anders?", "Waar en wanneer meldde u dit al?", 2),
            Vraag("melder_naam", "Uw naam", "Uw naam; leeg laten mag"),
            Vraag(
                "melder_functie",
                "Uw functie en organisatie",
                "Meldt u dit vanuit uw werk? Functie en organisatie",
            ),
            Vraag("melder_telefoon", "Telefoon", "Uw telefoonnummer"),
            Vraag("melder_email", "E-mail", "Uw e-mailadres"),
            Vraag(
                "naam_noemen",
                "Mag deze persoon weten dat u meldt?",
                "Mag de persoon over wie u meldt uw naam weten?",
                keuzes=KEUZES,
            ),
        )
    }
)


def lees_antwoorden(ruw: Mapping[str, str]) -> dict[str, str] | Gebrek:
    """What was filled in, by the name of the question; or what is wrong with it. Unknown names are left "
    "out."""
    uit: dict[str, str] = {}
    for naam, vraag in VRAGEN.items():
        tekst = ruw.get(naam, "")
        if len(tekst) > vraag.maximum * 2:  # line ends may count twice
            return _te_lang(vraag)
        tekst = normalise(without_onbewaarbare_tekens(normalise(tekst)))
        if vraag.regels == 1:
            tekst = " ".join(tekst.split())
        if len(tekst) > vraag.maximum:
            return _te_lang(vraag)
        if vraag.keuzes and tekst not in dict(vraag.keuzes):
            tekst = ""
        if tekst:
            uit[naam] = tekst
    return uit or Gebrek(VELD, "Dit meldformulier is niet ingevuld.")


def als_tekst(antwoorden: Mapping[str, str]) -> str:
    """The form as running text, as it stands beside the intake."""
    delen = []
    for naam, vraag in VRAGEN.items():
        if antwoord := antwoorden.get(naam, ""):
            delen.append(f"{vraag.label.rstrip(':?')}:\n{dict(vraag.keuzes).get(antwoord, antwoord)}")
    return "\n\n".join(delen)


def stel_signaal_voor_uit_formulier(antwoorden: Mapping[str, str]) -> dict[str, str]:
    """Proposed values for the intake; what the reporter sorted stays sorted, nothing is guessed."""
    a = antwoorden
    naam = split_naam(a.get("persoon_naam", ""))
    geboren = parse_datum(a.get("persoon_geboren", ""))
    gebeurd = parse_datum(a.get("wanneer", ""))
    zelf = "\n".join(
        deel
        for deel in (
            a.get("zelf", ""),
            f"Wanneer: {a['wanneer']}" if a.get("wanneer") and a.get("zelf") else "",
            f"Waar: {a['waar']}" if a.get("waar") and a.get("zelf") else "",
        )
        if deel
    )
    contact = ", ".join(a[veld] for veld in ("melder_telefoon", "melder_email") if a.get(veld))
    voorstel = {
        "soort": "melding",
        "voornamen": naam.voornamen,
        "voorletters": naam.voorletters,
        "voorvoegsel": naam.voorvoegsel,
        "geslachtsnaam": naam.geslachtsnaam,
        "geboortedatum": _dag(geboren),
        "gebeurd_op": _dag(gebeurd),
        "melder_naam": a.get("melder_naam", ""),
        "melder_functie": a.get("melder_functie", ""),
        "melder_contact": contact[:KORT],
        # To be asked first is no yes: until the reporter says so the name stays confidential.
        "naam_noemen": {"ja": "ja", "nee": "nee", "overleg": "nee"}.get(a.get("naam_noemen", ""), ""),
        "zelf_waargenomen": zelf,
        "van_anderen": a.get("anderen", ""),
        "interpretatie": a.get("denkt", ""),
        "bron_kennis": _kennis(a),
    }
    return {veld: waarde for veld, waarde in voorstel.items() if waarde}


def _kennis(a: Mapping[str, str]) -> str:
    if a.get("zelf") and a.get("anderen"):
        return "gemengd"
    if a.get("zelf"):
        return "zelf_gezien"
    return "van_horen_zeggen" if a.get("anderen") else ""


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _te_lang(vraag: Vraag) -> Gebrek:
    melding = (
        f"In dit meldformulier is het vak ‘{vraag.label}’ te lang: er passen {getal(vraag.maximum)} "
        "tekens in. "
        "Het bestand is niet gelezen. Vraag de melder om het origineel."
    )
    return Gebrek(VELD, melding)

# SPDX-License-Identifier: EUPL-1.2
"""Standing texts of letters that a municipality may put in its own words, with their fields in plain sight.

What a law asks for (rights, objection, complaint) is not here: it cannot be changed or left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer

MAX_TEKST = 2_000
_VELD = re.compile(r"«([^«»]*)»")


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """One standing text. velden: those it must hold, by name; bron: words that must stay."""

    naam: str
    standaard: str
    velden: tuple[str, ...] = ()
    bron: str = ""


TEKSTBLOKKEN: Mapping[str, Tekstblok] = {
    "identiteit": Tekstblok(
        "Brief over een verzoek: wie u bent",
        "Wij geven alleen iets aan wie daar recht op heeft. Daarom willen wij eerst weten wie u bent. Neem "
        "contact op met het contactpunt hieronder. Stuur geen kopie van uw identiteitsbewijs.",
    ),
    "wanneer": Tekstblok(
        "Brief over een verzoek: wanneer u antwoord krijgt",
        "U krijgt uiterlijk «datum» antwoord. Duurt het langer, dan schrijven wij u dat.",
        ("datum",),
    ),
    "geen_dag": Tekstblok(
        "Brief over een verzoek: als er nog geen dag is", "Wij laten u weten wanneer u antwoord krijgt."
    ),
    "langer": Tekstblok(
        "Brief over een verzoek: het duurt langer",
        "Wij verlengen de termijn tot en met «datum» (AVG, artikel 12, derde lid). De reden: «reden»",
        ("datum", "reden"),
        "AVG, artikel 12, derde lid",
    ),
    "informeren": Tekstblok(
        "Brief aan betrokkene: wij hebben gegevens vastgelegd",
        "De gemeente «gemeente» heeft gegevens over «wie» vastgelegd. U hoort dat met deze brief "
        "(AVG, artikel 14). «uw tekst»",
        ("gemeente", "wie", "uw tekst"),
        "AVG, artikel 14",
    ),
    "afgesloten": Tekstblok(
        "Brief aan betrokkene: de aanpak is afgesloten",
        "De aanpak waarover u eerder bericht kreeg, is afgesloten op «datum». «uw tekst»",
        ("datum", "uw tekst"),
    ),
    "bewaren": Tekstblok(
        "Brief aan betrokkene: hoe lang, zonder einddatum",
        "Wij bewaren de gegevens niet langer dan nodig. Hoe lang dat is, hoort u van het contactpunt.",
    ),
    "bewaren_tot": Tekstblok(
        "Brief aan betrokkene: hoe lang, met einddatum",
        "Wij bewaren de gegevens tot en met «datum». Daarna vernietigen wij ze.",
        ("datum",),
    ),
    "gezag": Tekstblok(
        "Brief aan wie het gezag heeft: waarom u deze brief krijgt",
        "U krijgt deze brief omdat u het gezag over «naam» hebt. «naam» is nog geen zestien.",
        ("naam",),
    ),
    "houder_einde": Tekstblok(
        "Bericht aan een houder: de aanpak is beëindigd", "De aanpak waarvoor u dit kreeg, is beëindigd."
    ),
    "houder_terug": Tekstblok(
        "Bericht aan een houder: wij vragen terug", "Wij vragen terug wat nog bij u ligt."
    ),
}
# What is printed in the example, in place of the fields.
VOORBEELDEN: Mapping[str, str] = {
    "datum": "1 maart 2027",
    "reden": "Wij hebben meer tijd nodig om alles na te gaan.",
    "gemeente": "Waterhoven",
    "wie": "u",
    "uw tekst": "Hier komt wat u zelf in de brief schrijft.",
    "naam": "uw kind",
}


class Teksten:
    """The texts that hold now: of the municipality where it has its own, else those that came along."""

    def __init__(self, eigen: Mapping[str, str]) -> None:
        self._eigen = {code: tekst for code, tekst in eigen.items() if code in TEKSTBLOKKEN and tekst}

    def tekst(self, code: str) -> str:
        """The text with its fields."""
        return self._eigen.get(code) or TEKSTBLOKKEN[code].standaard

    def is_eigen(self, code: str) -> bool:
        """Did the municipality change it?"""
        return code in self._eigen

    def vul(self, code: str, waarden: Mapping[str, str] | None = None) -> str:
        """The text as it goes on paper. ValueError when a field says nothing: never a gap on paper."""
        tekst = self.tekst(code)
        if not all((waarden or {}).get(veld) for veld in _VELD.findall(tekst)):
            raise ValueError(code)
        return _VELD.sub(lambda veld: (waarden or {})[veld[1]], tekst).strip()


def beoordeel_tekst(invoer: Mapping[str, object], vandaag: date, blok: Tekstblok) -> str | list[Gebrek]:
    """The own text of this block; "" when it equals what came along, or is empty."""
    lees = Invoer(invoer, vandaag)
    tekst = lees.tekst("tekst", "Tekst")
    if not tekst or tekst == blok.standaard:
        return lees.gebreken or ""
    gevonden = _VELD.findall(tekst)
    kaal = _VELD.sub("", tekst)
    vreemd = next((naam for naam in gevonden if naam not in blok.velden), None)
    mist = next((naam for naam in blok.velden if naam not in gevonden), None)
    if vreemd is not None:
        mag = ", ".join(f"«{naam}»" for naam in blok.velden) or "geen velden"
        lees.gebrek("tekst", f"Het veld «{vreemd[:40]}» bestaat hier niet. In deze tekst kunnen: {mag}.")
    elif "«" in kaal or "»" in kaal:
        lees.gebrek("tekst", "Een veld staat tussen « en ». Hier staat er één van los.")
    elif mist is not None:
        lees.gebrek("tekst", f"Het veld «{mist}» ontbreekt. Zet het op zijn plaats terug.")
    elif blok.bron and blok.bron not in tekst:
        lees.gebrek("tekst", f"De verwijzing naar de wet ontbreekt. Laat staan: {blok.bron}.")
    elif len(tekst) > MAX_TEKST:
        lees.gebrek("tekst", f"Deze tekst is te lang. Gebruik ten hoogste {MAX_TEKST} tekens.")
    return lees.gebreken or tekst

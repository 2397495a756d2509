# SPDX-License-Identifier: EUPL-1.2
"""What a file for another system and the screen say of a field of the model that is not there."""

from types import MappingProxyType

OPMERKING = (
    "Dit bestand is zonder verbinding gemaakt. Daarom heeft geen enkel object het veld url. "
    "Wat het model verplicht stelt en hier niet staat, staat met de reden bij ontbreekt."
)
# Why a field that the model wants is not there; the screen shows these, the file holds them.
REDEN = MappingProxyType(
    {
        "burgerservicenummer": "Het burgerservicenummer gaat niet mee: daarvoor is een eigen wettelijke "
        "grond nodig.",
        "voornamen": "De voornamen zijn niet vastgelegd. Voorletters zijn geen voornamen.",
        "geslachtsnaam": "De geslachtsnaam is niet vastgelegd.",
        "straatnaam": "De straatnaam is niet vastgelegd, of is langer dan het model toelaat.",
        "huisnummer": "Het huisnummer is niet vastgelegd.",
        "toevoeging": "Het model heeft geen plaats voor de toevoeging bij het huisnummer.",
        "postcode": "De postcode is niet vastgelegd, of is geen Nederlandse postcode.",
        "plaats": "De woonplaats is niet vastgelegd.",
        "geslacht": "Het geslacht wordt niet vastgelegd in dit programma.",
        "startTijd": "De begintijd van het overleg is niet vastgelegd.",
        "eindTijd": "De eindtijd van het overleg is niet vastgelegd.",
        "omschrijving": "Een besluit of actie heeft geen leesbare omschrijving.",
        "verzoek": "Het verzoek heeft geen leesbare tekst.",
        "overigeInformatie": "Er is geen overige informatie.",
        "notulen": "Over deze casus staat niets in het verslag dan de besluiten en acties.",
        "conditie": "Bij een of meer acties is geen voorwaarde vastgelegd.",
        "informering": "Bij een of meer acties is niet vastgelegd wat betrokkene ervan weet.",
        "belegdBij": "Een of meer acties zijn niet bij een organisatie belegd.",
        "oin": "Het OIN van een organisatie is geen getal van twintig cijfers.",
        "datumTijd": "Van dit signaal is alleen de dag van ontvangst vastgelegd, niet de tijd.",
        "situatieSchets": "Er staat niets in dat de melder zelf heeft gezien.",
        "nadereOmschrijving": "Er staat niets in van anderen, en geen duiding.",
        "naam": "De naam van de contactpersoon van de gemeente is niet ingevuld.",
        "emailAdres": "Het e-mailadres van de contactpersoon van de gemeente is niet ingevuld of klopt niet.",
        "telefoonnummer": "Het telefoonnummer van de contactpersoon van de gemeente is niet ingevuld.",
    }
)
# What has a sentence of its own on the screen; the others stand in one, under these names.
APART = frozenset(REDEN[veld] for veld in ("burgerservicenummer", "geslacht", "toevoeging"))
NIET_VASTGELEGD = MappingProxyType(
    {
        "datumTijd": "de tijd van ontvangst",
        "voornamen": "de voornamen",
        "geslachtsnaam": "de geslachtsnaam",
        "straatnaam": "de straatnaam",
        "huisnummer": "het huisnummer",
        "postcode": "de postcode",
        "plaats": "de woonplaats",
        "startTijd": "de begintijd van het overleg",
        "eindTijd": "de eindtijd van het overleg",
        "omschrijving": "de omschrijving van een besluit of actie",
        "verzoek": "het verzoek",
        "overigeInformatie": "de overige informatie",
        "notulen": "wat over de casus is besproken",
        "conditie": "de voorwaarde bij een actie",
        "informering": "wat betrokkene van een actie weet",
        "belegdBij": "de organisatie bij een actie",
        "oin": "het OIN van een organisatie",
        "situatieSchets": "wat de melder zelf zag",
        "nadereOmschrijving": "wat de melder hoorde of denkt",
        "naam": "de naam van uw contactpersoon",
        "emailAdres": "het e-mailadres van uw contactpersoon",
        "telefoonnummer": "het telefoonnummer van uw contactpersoon",
    }
)

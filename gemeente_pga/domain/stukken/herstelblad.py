# SPDX-License-Identifier: EUPL-1.2
"""The head of the herstelblad, which names the municipality and nobody in it; and how it opens a kluis."""

from datetime import date

from gemeente_pga.domain.stukken.basis import Kop, Staat

# On the sheet itself, and in the pocket guide.
HERSTELSTAPPEN = (
    "Start het programma Persoonsgerichte aanpak op de laptop van de coördinator. Is die weg of kapot? "
    "Installeer het programma dan op een andere computer van de gemeente.",
    "Staat er nog geen kluis op deze computer? Steek de stick met de back-up erin, kies Back-up terugzetten "
    "en wijs de nieuwste map aan die begint met gemeente-pga-backup.",
    "Kies op het scherm Kluis openen: Ik ben mijn wachtzin kwijt.",
    "Typ de acht groepen van de herstelcode. Hoofdletters en streepjes zijn niet nodig. Het programma zegt "
    "welke groep niet klopt.",
    "Neem de nieuwe wachtzin die het programma voorstelt, of bedenk er zelf een. Schrijf hem op, typ hem nog "
    "een keer over en kies Kluis openen.",
    "Vraagt het programma ook om de sleutelgegevens? Dan zijn de sleutelbestanden kwijt. Typ over wat op "
    "bladzijde 2 staat.",
    "Maak daarna bij Inrichting, Sleutels een nieuwe herstelcode. Leg het nieuwe blad op de plaats van dit "
    "blad en vernietig dit blad.",
)


def herstelblad_kop(gemeente: str, vandaag: date, *, oefening: bool) -> Kop:
    """What stands above and below the sheet; the number of the kluis comes from the sheet itself."""
    return Kop(
        gemeente=gemeente,
        documentsoort="Herstelblad",
        kenmerk="",
        datum=vandaag,
        vertrouwelijkheid="Geheim",
        staat=Staat.VASTGESTELD,
        oefening=oefening,
    )

# SPDX-License-Identifier: EUPL-1.2
"""What the unlock page has to say before anything was typed."""

from gemeente_pga.domain.kluisdienst import Kluisdienst, KluisSoort, KluisStaat

# What lies in the folder when it is no kluis: an alarm, and never a reason to make a new one.
KAPOT = {
    KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND: "De kluis staat er, maar de sleutelbestanden ontbreken.",
    KluisStaat.SLEUTELBESTAND_ZONDER_DATABASE: "De sleutelbestanden staan er, maar de kluis zelf ontbreekt.",
    KluisStaat.WEG: "Hier stond een kluis, maar de bestanden zijn weg.",
    KluisStaat.DATABASE_LEEG: "Het bestand van de kluis is leeg.",
    KluisStaat.DATABASE_ONVERSLEUTELD: "Op de plaats van de kluis staat een bestand dat niet versleuteld is.",
}
KAPOT_RAAD = (
    "Er is niets overschreven. Zet een back-up terug; wat hier nu staat, blijft bewaard. "
    "Die back-up gaat open met de wachtzin of het herstelblad van toen. "
    "Of vraag uw ICT-beheerder om hulp."
)
OEFENEN_RAAD = (
    "Van de oefenomgeving is geen back-up, en er staat niets echts in. Maak een nieuwe: dan staan de "
    "verzonnen dossiers er weer als nieuw. Wat u hebt geoefend, verdwijnt."
)
GEEN_BACKUP = "Van deze kluis is nog geen back-up gemaakt. Doe dat vandaag nog, bij Inrichting."
GEEN_BACKUP_BEKEND = "Op deze computer staat niet wanneer er een back-up is gemaakt."
PAPIER_RAAD = "Maak ze opnieuw met het herstelblad, of haal ze terug uit een back-up van deze kluis."
TERUGGEHAALD = (
    "De sleutelbestanden zijn terug. Open de kluis met de wachtzin van toen de back-up werd gemaakt."
)
_GEWISSELD = "De hoofdsleutel is vernieuwd. Open de kluis met uw wachtzin."
_TERUGGEZET = (
    "Hier is een back-up teruggezet. Open hem met de wachtzin van toen die back-up werd gemaakt. Bent u die "
    "kwijt, neem dan het herstelblad van toen."
)


def bericht_vooraf(dienst: Kluisdienst, soort: KluisSoort) -> str:
    """With what this kluis opens now, when that has just changed; else ""."""
    if dienst.net_gewisseld(soort):
        return _GEWISSELD
    return _TERUGGEZET if dienst.net_teruggezet() else ""

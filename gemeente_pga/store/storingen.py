# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the kluis file or its disk: one class and one Dutch sentence each."""

from gemeente_pga.domain.gebrek import VasteStoring


class OpslagStoring(VasteStoring):
    """A fault of the file, the disk or the key."""


class AlleenKijken(OpslagStoring):
    zin = "U kijkt mee als functionaris gegevensbescherming. U kunt niets wijzigen."
    advies = "Moet er iets veranderen? Vraag het de coördinator."


class KluisOntbreekt(OpslagStoring):
    zin = "Het kluisbestand is niet gevonden."
    advies = (
        "Kijk of de map of de schijf is aangesloten. Staat het bestand er niet meer, zet dan een back-up "
        "terug. Het programma heeft geen nieuw bestand gemaakt."
    )


class KluisBestaatAl(OpslagStoring):
    zin = "Op deze plaats staat al een kluis."
    advies = "Open de bestaande kluis of kies een andere, lege map. Er is niets overschreven."


class KluisLeeg(OpslagStoring):
    zin = "Het kluisbestand is leeg."
    advies = "Zet de laatste back-up terug. Het programma heeft niets in het bestand geschreven."


class NietVersleuteld(OpslagStoring):
    zin = "Dit bestand is niet versleuteld. Het is niet uw kluis."
    advies = "Meld dit aan uw ICT-beheerder en zet daarna de laatste back-up terug."


class NieuwereVersie(OpslagStoring):
    zin = "Deze kluis is gemaakt met een nieuwere versie van het programma."
    advies = "Gebruik de nieuwste versie van het programma. Uw gegevens zijn niet veranderd."


class OudereVersie(OpslagStoring):
    zin = "Deze kluis is gemaakt met een oudere versie van het programma en moet worden bijgewerkt."
    advies = "Maak eerst een back-up. Uw gegevens zijn niet veranderd."


class SleutelPastNiet(OpslagStoring):
    zin = "De sleutel past niet op deze kluis."
    advies = "Controleer of u de goede kluis en de goede wachtzin hebt gekozen. Er is niets veranderd."


class SleutelOngeldig(OpslagStoring):
    zin = "De kluis kan niet worden geopend: er is geen geldige sleutel."
    advies = "Start het programma opnieuw en ontgrendel de kluis. Er is niets veranderd."


class KluisBeschadigd(OpslagStoring):
    beschadigd = True
    zin = "Het kluisbestand is beschadigd."
    advies = (
        "Werk niet verder met dit bestand. Zet de laatste goede back-up terug; dit bestand blijft bewaard."
    )


class KluisInGebruik(OpslagStoring):
    zin = "De kluis is al geopend in een ander venster of programma."
    advies = "Sluit het andere venster en probeer het opnieuw."


class NietSchrijfbaar(OpslagStoring):
    kan_niet_schrijven = True
    zin = "De kluis kan op deze plaats niet worden beschreven."
    advies = (
        "Kijk of de schijf of stick op slot staat en of u in de map mag schrijven. Uw gegevens zijn er nog."
    )


class SchijfVol(OpslagStoring):
    kan_niet_schrijven = True
    zin = "De schijf is vol. Deze handeling is niet vastgelegd."
    advies = "Maak ruimte vrij op de schijf en probeer het opnieuw. Wat u eerder vastlegde, staat er nog."


class Schijffout(OpslagStoring):
    kan_niet_schrijven = True
    zin = "De schijf kan niet worden gelezen of beschreven. Deze handeling is niet vastgelegd."
    advies = "Controleer de schijf en uw rechten op de map. Wat u eerder vastlegde, staat er nog."


class InstellingWijktAf(OpslagStoring):
    """A database setting that did not take. naam: which one (technical, for the report)."""

    zin = "De kluis kan niet veilig worden geopend: een technische instelling wijkt af."
    advies = (
        "Installeer het programma opnieuw. Blijft deze melding, neem dan contact op met uw ICT-beheerder."
    )

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.naam = naam


class SchemaWijktAf(OpslagStoring):
    beschadigd = True
    zin = "De opbouw van het kluisbestand klopt niet."
    advies = (
        "Het bestand kan buiten het programma om zijn veranderd. Werk er niet mee verder, bewaar het en "
        "zet de laatste goede back-up terug."
    )


class JournaalWijktAf(OpslagStoring):
    zin = "Het journaal van de kluis klopt niet met de inhoud."
    advies = (
        "De kluis kan buiten het programma om zijn veranderd. Werk er niet mee verder, bewaar het bestand en "
        "meld dit als beveiligingsincident."
    )


class OnderhoudLoopt(OpslagStoring):
    gaat_over = True
    zin = "Er loopt nu een back-up of een controle van de kluis."
    advies = "Wacht tot dit klaar is of stop het."


class Onderbroken(OpslagStoring):
    zin = "Het werk is gestopt."
    advies = "Er is niets veranderd. U kunt het opnieuw starten."


class BackupschijfVol(OpslagStoring):
    zin = "Op de schijf van de back-up is te weinig ruimte. De back-up is niet gemaakt."
    advies = "Maak ruimte vrij of kies een andere schijf. Aan uw kluis is niets veranderd."


class Backupschijffout(OpslagStoring):
    zin = "De map van de back-up kan niet worden gelezen of beschreven."
    advies = "Controleer de stick of de map en probeer het opnieuw. Aan uw kluis is niets veranderd."


class BackupschijfWeg(OpslagStoring):
    zin = "De stick of schijf van de back-up is weggevallen. De back-up is niet gemaakt."
    advies = (
        "Steek hem er weer in en probeer het opnieuw. Uw eerdere back-ups zijn niet veranderd, en aan uw "
        "kluis ook niets."
    )


class BackupnetwerkWeg(OpslagStoring):
    zin = "De netwerkmap van de back-up is niet bereikbaar. De back-up is niet gemaakt."
    advies = (
        "Controleer de verbinding of kies een stick, en probeer het opnieuw. Uw eerdere back-ups zijn niet "
        "veranderd, en aan uw kluis ook niets."
    )


class BackupOpSlot(OpslagStoring):
    zin = "In de map van de back-up mag niet worden geschreven. De back-up is niet gemaakt."
    advies = "Kijk of de stick op slot staat, of kies een andere map. Aan uw kluis is niets veranderd."


class BackupBijKluis(OpslagStoring):
    zin = "Deze map ligt bij de kluis zelf. Gaat de schijf stuk, dan is de back-up ook weg."
    advies = "Kies een stick of een netwerkmap. De back-up is niet gemaakt."


class KopieVanAnder(OpslagStoring):
    zin = "Dit is een back-up van een andere kluis."
    advies = "Kies een back-up van deze kluis. Er is niets teruggezet en niets overschreven."


class PlaatsNietLeeg(OpslagStoring):
    zin = "De gekozen map is niet leeg."
    advies = "Kies een lege map. Er is niets overschreven."


class KopieOngeldig(OpslagStoring):
    zin = "Deze back-up is niet volledig of is beschadigd."
    advies = "Gebruik een andere back-up. Er is niets teruggezet en niets overschreven."

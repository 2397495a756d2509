# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the key files or a secret: one class and one Dutch sentence each."""

from gemeente_pga.domain.gebrek import VasteStoring


class KluisStoring(VasteStoring):
    """A fault of the key files or of a secret."""


class WachtzinOnjuist(KluisStoring):
    zin = "De wachtzin klopt niet."
    advies = (
        "Let op hoofdletters, spaties en Caps Lock en probeer het opnieuw. Bent u de wachtzin kwijt, gebruik "
        "dan de herstelcode."
    )


class HerstelcodeOnjuist(KluisStoring):
    zin = "Deze herstelcode hoort niet bij deze kluis."
    advies = "Kijk of u het nieuwste herstelblad van deze kluis hebt. Een oudere code werkt niet meer."


class SleutelbosOnjuist(KluisStoring):
    zin = "De korte zin klopt niet, of de sleutelbos van deze computer is veranderd."
    advies = "Gebruik uw gewone wachtzin. Die werkt altijd, ook zonder sleutelbos."


class GeheimVervangen(KluisStoring):
    zin = "Wat u intypte is vervangen en opent deze kluis niet meer."
    advies = "Gebruik de nieuwe wachtzin of de nieuwe herstelcode."


class FgToegangVerlopen(KluisStoring):
    zin = "Uw toegang als functionaris gegevensbescherming is verlopen."
    advies = "Vraag de coördinator om nieuwe toegang met een nieuwe einddatum."


class SleutelOnbekend(KluisStoring):
    zin = "Deze sleutel is ingetrokken, of staat nog niet in de kluis."
    advies = (
        "Laat de coördinator de kluis eerst openen. Is die er niet, gebruik dan de herstelcode op het "
        "herstelblad."
    )


class PapierOnjuist(KluisStoring):
    zin = "De herstelcode en de sleutelgegevens horen niet bij elkaar."
    advies = "Neem beide van hetzelfde herstelblad over, het nieuwste van deze kluis."


class GeenVerlof(KluisStoring):
    zin = "Met deze sleutel kunt u dit niet wijzigen."
    advies = (
        "Vraag de coördinator. Is die er niet, laat de gemeente dan het herstelblad halen en open de kluis "
        "met de herstelcode."
    )


class WisselAchterhaald(KluisStoring):
    zin = "Intussen is er iets gewijzigd. De hoofdsleutel is niet vernieuwd."
    advies = (
        "Begin opnieuw met de nieuwe hoofdsleutel. Het nieuwe herstelblad van zonet geldt niet: gooi het weg."
    )


class HerstelbladAchterhaald(KluisStoring):
    zin = "Er is intussen een andere sleutel gewijzigd. De oude herstelcode geldt nog."
    advies = "Begin opnieuw met de nieuwe herstelcode. Het nieuwe blad van zonet geldt niet: gooi het weg."


class WisselMislukt(KluisStoring):
    zin = "De nieuwe kluis kon niet op zijn plaats worden gezet."
    advies = "Kijk of de schijf vol is en start het programma opnieuw. Uw gegevens zijn er nog allemaal."


class TerugzettenMislukt(KluisStoring):
    zin = "De back-up kon niet op zijn plaats worden gezet."
    advies = (
        "Kijk of de schijf vol is en start het programma opnieuw. Er is niets overschreven: de kluis die "
        "hier stond is er nog."
    )


class SleutelbestandOntbreekt(KluisStoring):
    van_papier = True
    zin = "De sleutelbestanden van de kluis zijn niet gevonden."
    advies = (
        "Kijk of de map of de schijf is aangesloten. Staan de bestanden er niet meer, zet ze dan terug uit "
        "een back-up. Het programma heeft geen nieuwe kluis gemaakt."
    )


class SleutelbestandBeschadigd(KluisStoring):
    van_papier = True
    zin = "De sleutelbestanden van de kluis zijn beschadigd of veranderd."
    advies = "Zet de sleutelbestanden terug uit een back-up. Uw wachtzin en uw herstelcode blijven gelijk."


class SleutelbestandVreemd(KluisStoring):
    van_papier = True
    zin = "Het sleutelbestand hoort niet bij deze kluis."
    advies = (
        "Waarschijnlijk is het bestand verwisseld. Zet kluis en sleutelbestanden samen terug uit één back-up."
    )


class SleutelbestandTeNieuw(KluisStoring):
    zin = "Deze kluis is gemaakt met een nieuwere versie van het programma."
    advies = "Gebruik de nieuwste versie van het programma. Uw gegevens zijn niet veranderd."


class SleutelbestandNietOpgeslagen(KluisStoring):
    zin = "Het sleutelbestand kon niet worden opgeslagen."
    advies = (
        "Kijk of de schijf vol is en of u in de map mag schrijven. Het oude sleutelbestand blijft gelden."
    )


class SleutelbestandOnleesbaar(KluisStoring):
    zin = "De map van de kluis kan niet worden gelezen."
    advies = "Controleer de schijf en uw rechten op de map. Er is niets veranderd."


class KluisBestaatAl(KluisStoring):
    zin = "Op deze plaats staat al een kluis."
    advies = "Open de bestaande kluis of kies een andere, lege map. Er is niets overschreven."


class TeVeelSleutels(KluisStoring):
    zin = "Deze kluis heeft het hoogste aantal sleutels."
    advies = "Trek eerst een sleutel in die niet meer nodig is."


class LaatsteSleutel(KluisStoring):
    zin = "Dit is de laatste sleutel van de kluis. Die kan niet weg."
    advies = "Maak eerst een andere wachtzin of herstelcode."


class SleutelbosNietBeschikbaar(KluisStoring):
    zin = "De sleutelbos van deze computer doet het niet."
    advies = "Gebruik uw gewone wachtzin. Er is niets veranderd."


class KorteZinIsWachtzin(KluisStoring):
    zin = "De korte zin is een deel van uw wachtzin."
    advies = "Kies een andere korte zin, of laat het programma er een maken."


class ZelfdeZin(KluisStoring):
    zin = "Dit is de wachtzin die u zelf nu gebruikt."
    advies = "Neem een andere zin. Met dezelfde zin is niet te zien wie wat deed. Er is niets gewijzigd."


class SleutelsGewist(KluisStoring):
    zin = "De kluis is al vergrendeld."
    advies = "Ontgrendel de kluis opnieuw."


class TeWeinigGeheugen(KluisStoring):
    zin = "Er is te weinig geheugen vrij om de kluis te ontgrendelen."
    advies = "Sluit andere programma's en probeer het opnieuw."


class WoordenlijstBeschadigd(KluisStoring):
    zin = "De woordenlijst van het programma is niet volledig."
    advies = "Installeer het programma opnieuw. U kunt wel zelf een wachtzin bedenken."


class ProgrammaAlOpen(KluisStoring):
    zin = "Het programma is al open."
    advies = "Zoek het venster in de taakbalk. Ziet u het niet, wacht dan even en probeer het opnieuw."


class OpzijMislukt(KluisStoring):
    zin = "De kluis kon niet opzij worden gezet."
    advies = "Controleer of de schijf niet vol is en probeer het opnieuw. Er is niets overschreven."


class VerwijderenMislukt(KluisStoring):
    zin = "Niet alle bestanden van de kluis konden worden verwijderd."
    advies = "Sluit andere programma's. Vraag uw ICT-beheerder om de map van de kluis leeg te maken."


class GeenOverdracht(KluisStoring):
    zin = "In deze map staat geen kopie om een waarneming mee te beginnen."
    advies = "Kies de stick die u van de coördinator kreeg, of daarop de map gemeente-pga-waarneming."


class GeenTeruggave(KluisStoring):
    zin = "In deze map staat geen kluis van een waarnemer."
    advies = "Kies de stick van de waarnemer, of daarop de map gemeente-pga-teruggave."


class TeruggaveVreemd(KluisStoring):
    zin = "Deze kopie hoort bij een andere kluis."
    advies = "Kies op de stick de map die begint met gemeente-pga-teruggave. Er is niets veranderd."


class TeruggaveOuder(KluisStoring):
    zin = "Deze kopie hoort niet bij deze waarneming. Er staat niets nieuws in."
    advies = "Kies op de stick de map die begint met gemeente-pga-teruggave. Er is niets veranderd."


class TeruggaveKloptNiet(KluisStoring):
    zin = "Het journaal van deze kopie klopt niet. De kopie is beschadigd of veranderd."
    advies = (
        "Neem deze kopie niet over. Vraag de waarnemer om een nieuwe stick, en meld dit als "
        "beveiligingsincident als ook die niet klopt."
    )


class OvernameAchterhaald(KluisStoring):
    zin = "De kluis is intussen veranderd. Er is niets overgenomen."
    advies = "Lees de stick opnieuw en kies dan direct."


class AndereHoofdsleutel(KluisStoring):
    zin = "Deze kopie heeft een oudere hoofdsleutel en kan niet meer leidend worden."
    advies = "Laat de kluis hier leidend. U krijgt een lijst van wat opnieuw moet worden ingevoerd."


class PakketVreemd(KluisStoring):
    zin = "Dit is geen bestand met dossiers uit een andere kluis."
    advies = "Kies het bestand dat de andere gemeente met dit programma maakte. Er is niets overgenomen."


class PakketTeNieuw(KluisStoring):
    zin = "Dit bestand is gemaakt met een nieuwere versie van het programma."
    advies = "Werk dit programma bij, of vraag de afzender om een bestand van een oudere versie."


class PakketBeschadigd(KluisStoring):
    zin = "Dit bestand is beschadigd of onvolledig. Er is niets overgenomen."
    advies = "Vraag de afzender om het opnieuw te maken, en kopieer het opnieuw."


class PakketWeg(KluisStoring):
    zin = "Dit bestand is niet meer te lezen. Er is niets overgenomen."
    advies = "Zit de stick nog in de computer, en staat het bestand er nog? Probeer het daarna opnieuw."


class PakketOpentNiet(KluisStoring):
    zin = "Dit wachtwoord opent het bestand niet, of het bestand is veranderd."
    advies = "Let op hoofdletters en spaties. Klopt het wachtwoord zeker? Vraag dan om een nieuw bestand."

# SPDX-License-Identifier: EUPL-1.2
"""Every act the program knows: its code in the log and the Dutch sentence that names it."""

from enum import Enum


class Handeling(Enum):
    """An act. Value: (code in the log, sentence for the reader of the journaal)."""

    code: str
    zin: str

    def __init__(self, code: str, zin: str) -> None:
        self.code = code
        self.zin = zin

    KLUIS_AANMAKEN = ("kluis.aanmaken", "Kluis aangemaakt")
    KLUIS_OPENEN = ("kluis.openen", "Kluis geopend")
    KLUIS_WACHTZIN_WIJZIGEN = ("kluis.wachtzin_wijzigen", "Wachtzin gewijzigd")
    KLUIS_WACHTZIN_ONJUIST = ("kluis.wachtzin_onjuist", "Wachtzin gevraagd en onjuist ingevuld")
    KLUIS_HERSTELCODE_VERNIEUWEN = ("kluis.herstelcode_vernieuwen", "Nieuwe herstelcode gemaakt")
    KLUIS_SLEUTELS_VASTLEGGEN = ("kluis.sleutels_vastleggen", "Sleutels van de kluis vastgelegd")
    KLUIS_VERVANGER_TOEVOEGEN = ("kluis.vervanger_toevoegen", "Vervanger toegevoegd die de kluis kan openen")
    KLUIS_FG_TOELATEN = ("kluis.fg_toelaten", "Functionaris gegevensbescherming tijdelijk toegelaten")
    KLUIS_KORTE_ZIN_INSTELLEN = ("kluis.korte_zin_instellen", "Korte zin ingesteld op deze computer")
    KLUIS_SLEUTEL_INTREKKEN = ("kluis.sleutel_intrekken", "Sleutel van de kluis ingetrokken")
    KLUIS_SLEUTEL_VERLOPEN = ("kluis.sleutel_verlopen", "Verlopen sleutel uit de kluis verwijderd")
    KLUIS_SLEUTELS_AFWIJKEND = ("kluis.sleutels_afwijkend", "Andere sleutels aangetroffen dan vastgelegd")
    KLUIS_SLEUTELBESTAND_HERSTELD = ("kluis.sleutelbestand_hersteld", "Sleutelbestand hersteld")
    KLUIS_HOOFDSLEUTEL_VERNIEUWEN = (
        "kluis.hoofdsleutel_vernieuwen",
        "Nieuwe hoofdsleutel in gebruik genomen",
    )
    KLUIS_HERSTELBLAD_AFDRUKKEN = ("kluis.herstelblad_afdrukken", "Herstelblad afgedrukt")
    KLUIS_HERSTELBLAD_OPSLAAN = ("kluis.herstelblad_opslaan", "Herstelblad als bestand opgeslagen")
    KLUIS_RESERVEKOPIE = ("kluis.reservekopie", "Back-up gemaakt en gecontroleerd")
    KLUIS_TERUGZETTEN = ("kluis.terugzetten", "Back-up teruggezet")
    KLUIS_HERSTEL_OEFENEN = ("kluis.herstel_oefenen", "Herstel van een back-up geoefend")
    KLUIS_GRAFSTENEN_HERSTELLEN = (
        "kluis.grafstenen_herstellen",
        "Lijst van vernietigde dossiers hersteld",
    )
    KLUIS_OUDER_AANVAARDEN = (
        "kluis.ouder_aanvaarden",
        "Verder met een kluis die ouder is dan het merk",
    )
    KLUIS_ANDERS_AANVAARDEN = (
        "kluis.anders_aanvaarden",
        "Verder met een kluis die van het merk afwijkt",
    )
    KLUIS_MERK_VERVANGEN = ("kluis.merk_vervangen", "Onbruikbaar merkbestand vervangen")
    KLUIS_MERK_HERSTELLEN = ("kluis.merk_herstellen", "Merkbestand hersteld")
    KLUIS_BESTAND_HERSTELLEN = ("kluis.bestand_herstellen", "Beschadigde lege ruimte in de kluis hersteld")
    KLUIS_KLOK_BEVESTIGEN = ("kluis.klok_bevestigen", "Datum van de computer bevestigd")
    WAARNEMING_UITGEVEN = ("waarneming.uitgeven", "Kluis uitgegeven voor een waarneming")
    WAARNEMING_OVERDRACHT = ("waarneming.overdracht", "Overdrachtskopie gemaakt en gecontroleerd")
    WAARNEMING_BEGINNEN = ("waarneming.beginnen", "Waarneming begonnen")
    WAARNEMING_TERUGGEVEN = ("waarneming.teruggeven", "Kluis teruggegeven na een waarneming")
    WAARNEMING_HERVATTEN = ("waarneming.hervatten", "Verder gewerkt in een kluis die niet leidend was")
    WAARNEMING_AFBREKEN = ("waarneming.afbreken", "Waarneming afgebroken")
    WAARNEMING_INNEMEN = ("waarneming.innemen", "Kluis van de waarnemer ingenomen en leidend gemaakt")
    WAARNEMING_HIER_HOUDEN = ("waarneming.hier_houden", "Kluis hier leidend gehouden na een waarneming")
    WAARNEMING_OVERDOEN = ("waarneming.overdoen", "Handeling uit de andere kluis afgehandeld")
    WAARNEMING_LIJST_AFDRUKKEN = (
        "waarneming.lijst_afdrukken",
        "Lijst van over te doen handelingen afgedrukt",
    )
    WAARNEMING_LIJST_OPSLAAN = (
        "waarneming.lijst_opslaan",
        "Lijst van over te doen handelingen als bestand opgeslagen",
    )
    WAARNEMING_VERWIJDEREN = (
        "waarneming.verwijderen",
        "Teruggegeven kluis van deze computer verwijderd",
    )
    WAARNEMING_OPZIJ_VERWIJDEREN = ("waarneming.opzij_verwijderen", "Opzij gezette kluis verwijderd")
    JOURNAAL_EXPORTEREN = ("journaal.exporteren", "Journaal opgeslagen als bestand")
    JOURNAAL_NAGAAN = ("journaal.nagaan", "Opgeslagen journaal vergeleken met de kluis")
    SYSTEEM_MIGRATIE = ("systeem.migratie", "Gegevens bijgewerkt voor een nieuwe versie")
    SYSTEEM_INRICHTEN = ("systeem.inrichten", "Inrichting gewijzigd")
    SYSTEEM_INSTELLING = ("systeem.instelling", "Instelling gewijzigd")
    KADER_ACTIVEREN = ("kader.activeren", "Juridisch kader in gebruik genomen")
    KADER_IMPORTEREN = ("kader.importeren", "Kaderbestand ingelezen")
    KADER_WAARDE = ("kader.waarde", "Waarde in het juridisch kader gewijzigd")
    KADER_VASTSTELLEN = ("kader.vaststellen", "Vaststellingsronde van het juridisch kader vastgelegd")
    INGEBRUIKNAME_VASTLEGGEN = ("ingebruikname.vastleggen", "Punt van de ingebruikname vastgelegd")
    MANDAAT_VASTLEGGEN = ("mandaat.vastleggen", "Mandaat vastgelegd")
    EXTERNE_PARTIJ_VASTLEGGEN = ("externe_partij.vastleggen", "Externe partij vastgelegd")
    GEMEENTE_VASTLEGGEN = ("gemeente.vastleggen", "Gegevens van de gemeente vastgelegd")
    PARTIJ_VASTLEGGEN = ("partij.vastleggen", "Partner vastgelegd")
    ZOEKEN_BUITEN_DOSSIER = ("zoeken.buiten_dossier", "Gezocht op naam buiten het open dossier")

    NOTITIE_VASTLEGGEN = ("notitie.vastleggen", "Telefoonnotitie vastgelegd")
    NOTITIE_AFHANDELEN = ("notitie.afhandelen", "Telefoonnotitie afgehandeld zonder signaal")
    NOTITIE_TERUGBELLEN = ("notitie.terugbellen", "Terugbellen na een telefoonnotitie vastgelegd")
    SIGNAAL_REGISTREREN = ("signaal.registreren", "Signaal vastgelegd")
    SIGNAAL_CORRIGEREN = ("signaal.corrigeren", "Signaal gecorrigeerd")
    SIGNAAL_SPOED = ("signaal.spoed", "Spoed gemeld aan politie of OM")
    SIGNAAL_CONTROLEREN = ("signaal.controleren", "Formele controle vastgelegd")
    SIGNAAL_AGENDEREN = ("signaal.agenderen", "Signaal geagendeerd voor de weegploeg")
    SIGNAAL_AFSLUITEN = ("signaal.afsluiten", "Signaal afgesloten")
    SIGNAAL_OVERDRAGEN = ("signaal.overdragen", "Signaal overgedragen aan een andere gemeente")
    SIGNAAL_MELDER_BERICHTEN = ("signaal.melder_berichten", "Bericht aan de melder vastgelegd")
    WEEGPLOEG_BERICHTEN = ("weegploeg.berichten", "Weegploeg ingelicht over een afsluiting zonder weging")
    CONSULTATIE_VASTLEGGEN = ("consultatie.vastleggen", "Consultatie zonder naam vastgelegd")
    CONSULTATIE_CORRIGEREN = ("consultatie.corrigeren", "Consultatie zonder naam gecorrigeerd")
    BIJLAGE_TOEVOEGEN = ("bijlage.toevoegen", "Bijlage toegevoegd")
    BIJLAGE_INZIEN = ("bijlage.inzien", "Bijlage bekeken")

    WEGING_BEGINNEN = ("weging.beginnen", "Weging begonnen")
    WEGING_TAFEL = ("weging.tafel", "Aanwezigheid bij de weging vastgelegd")
    WEGING_OORDEEL = ("weging.oordeel", "Oordeel bij een criterium vastgelegd")
    WEGING_AFSLUITING = ("weging.afsluiting", "Afweging vastgelegd")
    WEGING_VASTSTELLEN = ("weging.vaststellen", "Besluit van de weegploeg vastgesteld")
    INFORMATIE_TOEVOEGEN = ("informatie.toevoegen", "Informatie vastgelegd")
    INFORMATIE_CORRIGEREN = ("informatie.corrigeren", "Informatie gecorrigeerd")
    INFORMATIE_SCHRAPPEN = ("informatie.schrappen", "Informatie geschrapt")

    CASUS_OPENEN = ("casus.openen", "Casus geopend")
    CASUS_OVERNEMEN = ("casus.overnemen", "Lopende casus overgenomen van papier")
    CASUS_INZIEN = ("casus.inzien", "Dossier bekeken")
    CASUS_BIJWERKEN = ("casus.bijwerken", "Casus bijgewerkt")
    CASUS_DEELNEMER = ("casus.deelnemer", "Deelnemer van de casus vastgelegd")
    CASUS_INFORMEREN = ("casus.informeren", "Besluit over informeren vastgelegd")
    CASUS_AFSLUITEN = ("casus.afsluiten", "Casus afgesloten")
    DOSSIER_WISSEN = ("dossier.wissen", "Dossier vernietigd")
    DOSSIER_IDEOLOGIE = ("dossier.ideologie", "Soort ideologie vastgelegd")
    DOSSIER_KADER = ("dossier.kader", "Dossier naar een ander juridisch kader gezet")
    PERSOON_BSN = ("persoon.bsn", "Burgerservicenummer vastgelegd of verwijderd")
    GEZAG_VASTLEGGEN = ("gezag.vastleggen", "Gezag over een minderjarige vastgelegd")
    INFORMATIE_ONJUIST = ("informatie.onjuist", "Informatie als onjuist of onrechtmatig gemeld")
    PERSOON_VASTLEGGEN = ("persoon.vastleggen", "Persoonsgegevens vastgelegd")
    PLAN_BIJWERKEN = ("plan.bijwerken", "Plan van aanpak bijgewerkt")
    PLAN_VASTSTELLEN = ("plan.vaststellen", "Plan van aanpak vastgesteld")

    OVERLEG_VOORBEREIDEN = ("overleg.voorbereiden", "Casusoverleg voorbereid")
    OVERLEG_BIJWERKEN = ("overleg.bijwerken", "Casusoverleg bijgewerkt")
    OVERLEG_BEGINNEN = ("overleg.beginnen", "Casusoverleg begonnen")
    BESPREKING_BIJWERKEN = ("bespreking.bijwerken", "Bespreking van een casus bijgewerkt")
    BESLUIT_VASTLEGGEN = ("besluit.vastleggen", "Besluit vastgelegd")
    ACTIE_VASTLEGGEN = ("actie.vastleggen", "Actie vastgelegd")
    ACTIE_BIJWERKEN = ("actie.bijwerken", "Voortgang van een actie vastgelegd")
    OVERLEG_LANGER_OPEN = ("overleg.langer_open", "Vergrendeltijd voor dit overleg verlengd")
    OVERLEG_TER_REACTIE = ("overleg.ter_reactie", "Verslag ter reactie gezet")
    OVERLEG_REACTIE = ("overleg.reactie", "Reactie op het verslag vastgelegd")
    VERSLAG_VASTSTELLEN = ("verslag.vaststellen", "Verslag vastgesteld")
    VERSLAG_ZVH_OPBERGEN = ("verslag.zvh_opbergen", "Verslag van het Zorg- en Veiligheidshuis opgeborgen")
    VERSLAG_ZVH_TERUGNEMEN = (
        "verslag.zvh_terugnemen",
        "Verkeerd opgeborgen verslag van het Zorg- en Veiligheidshuis teruggenomen",
    )

    DOCUMENT_VASTSTELLEN = ("document.vaststellen", "Document vastgesteld")
    DOCUMENT_PDF_VASTLEGGEN = ("document.pdf_vastleggen", "Vastgesteld document opgeborgen")
    DOCUMENT_TONEN = ("document.tonen", "Document bekeken")
    DOCUMENT_AFDRUKKEN = ("document.afdrukken", "Document afgedrukt")
    DOCUMENT_OPSLAAN = ("document.opslaan", "Document als bestand opgeslagen")
    LEK_TOELATEN = ("document.lek_toelaten", "Vondst van de lekcontrole toegelaten met reden")

    VERSTREKKING_VASTLEGGEN = ("verstrekking.vastleggen", "Verstrekking vastgelegd")
    BRONAKKOORD_VASTLEGGEN = ("bronakkoord.vastleggen", "Akkoord van de bronhouder gevraagd of vastgelegd")
    EXEMPLAAR_STAND = ("exemplaar.stand", "Stand van een papieren exemplaar vastgelegd")
    EXEMPLAAR_NAGAAN = ("exemplaar.nagaan", "Gevonden papier of bestand nagezocht in het register")
    EXEMPLAAR_LIJST = ("exemplaar.lijst", "Lijst van exemplaren en houders afgedrukt")
    HOUDERS_BERICHTEN = ("houders.berichten", "Berichten aan alle houders gemaakt")
    HOUDER_ANTWOORD = ("houder.antwoord", "Antwoord van een houder vastgelegd")
    DATALEK_OPENEN = ("datalek.openen", "Datalek vastgelegd")
    DATALEK_BIJWERKEN = ("datalek.bijwerken", "Datalek bijgewerkt")
    DATALEK_SLUITEN = ("datalek.sluiten", "Datalek afgesloten")

    INFORMEREN_BESLUITEN = ("informeren.besluiten", "Besluit over informeren van een persoon vastgelegd")
    BEZORGING_VASTLEGGEN = ("bezorging.vastleggen", "Bezorging van een bericht vastgelegd")
    ZIENSWIJZE_VASTLEGGEN = ("zienswijze.vastleggen", "Zienswijze van betrokkene vastgelegd")
    VERZOEK_REGISTREREN = ("verzoek.registreren", "Verzoek of rechtsmiddel vastgelegd")
    VERZOEK_BIJWERKEN = ("verzoek.bijwerken", "Verzoek bijgewerkt")
    VERZOEK_VERLENGEN = ("verzoek.verlengen", "Termijn van een verzoek verlengd")
    VERZOEK_BESLUITEN = ("verzoek.besluiten", "Besluit op een verzoek vastgesteld")
    VERZOEK_AFRONDEN = ("verzoek.afronden", "Verzoek onherroepelijk of ingetrokken")
    BRIEF_MAKEN = ("brief.maken", "Brief aan betrokkene of verzoeker gemaakt")
    AFSCHRIFT_BEOORDELEN = ("afschrift.beoordelen", "Gegevens voor een afschrift beoordeeld")
    AFSCHRIFT_MAKEN = ("afschrift.maken", "Afschrift voor de betrokkene gemaakt")
    BEPERKING_ZETTEN = ("beperking.zetten", "Verwerking beperkt")
    BEPERKING_OPHEFFEN = ("beperking.opheffen", "Beperking van de verwerking opgeheven")

    AANHOUDING_BEGINNEN = ("aanhouding.beginnen", "Wachten vastgelegd, op verzoek van politie of OM")
    AANHOUDING_BEEINDIGEN = ("aanhouding.beeindigen", "Wachten op verzoek beëindigd, met vervolg")
    HERBEOORDELING_BEGINNEN = ("herbeoordeling.beginnen", "Herbeoordeling begonnen")
    HERBEOORDELING_BIJWERKEN = ("herbeoordeling.bijwerken", "Herbeoordeling bijgewerkt")
    HERBEOORDELING_VASTSTELLEN = ("herbeoordeling.vaststellen", "Herbeoordeling vastgesteld")
    CASUS_SCHALEN = ("casus.schalen", "Casus op- of afgeschaald")
    OVERDRACHT_AANBIEDEN = ("overdracht.aanbieden", "Overdracht aangeboden aan een andere gemeente")
    OVERNAME_MEEGEVEN = ("overname.meegeven", "Dossier meegegeven in een bestand voor een andere kluis")
    OVERNAME_AANVAARDEN = ("overname.aanvaarden", "Dossier uit een andere kluis overgenomen")
    OVERNAME_WEIGEREN = ("overname.weigeren", "Dossier uit een andere kluis geweigerd")
    OVERDRACHT_BEANTWOORDEN = ("overdracht.beantwoorden", "Overdracht bevestigd of geweigerd")

    BEWAREN_VASTSTELLEN = ("bewaren.vaststellen", "Bewaartermijn van een dossier vastgesteld")
    BEWAREN_VERLENGEN = ("bewaren.verlengen", "Bewaartermijn verlengd met reden")
    BEWAREN_OPSCHORTEN = ("bewaren.opschorten", "Vernietigen opgeschort")
    BEWAREN_HERVATTEN = ("bewaren.hervatten", "Opschorting opgeheven")
    VERNIETIGING_LIJST = ("vernietiging.lijst", "Vernietigingslijst opgesteld of gewijzigd")
    VERNIETIGING_MACHTIGEN = ("vernietiging.machtigen", "Machtiging tot vernietigen vastgelegd")
    VERNIETIGING_BEVESTIGEN = ("vernietiging.bevestigen", "Vernietiging bevestigd; bedenktijd begonnen")
    VERNIETIGING_ONGEDAAN = ("vernietiging.ongedaan", "Vernietiging binnen de bedenktijd ongedaan gemaakt")
    VERNIETIGING_VERKLAREN = ("vernietiging.verklaren", "Verklaring van vernietiging vastgesteld")
    LOS_VERNIETIGEN = ("los.vernietigen", "Telefoonnotitie of verzoek zonder dossier vernietigd")

    MEMO_VASTSTELLEN = ("memo.vaststellen", "Memo aan burgemeester of driehoek vastgesteld")
    MEMO_ANTWOORD = ("memo.antwoord", "Antwoord op een memo vastgelegd")
    FG_OPVOLGING = ("fg.opvolging", "Opvolging van een controle door de FG vastgelegd")
    JAARRAPPORTAGE_VASTSTELLEN = ("jaarrapportage.vaststellen", "Jaarrapportage vastgesteld")
    ZELFEVALUATIE_VASTSTELLEN = ("zelfevaluatie.vaststellen", "Zelfevaluatie vastgesteld")

    FG_NAMEN_TONEN = ("fg.namen_tonen", "FG zag met een reden de namen in een dossier")
    FG_STEEKPROEF = ("fg.steekproef", "Steekproef getrokken voor de FG")
    FG_LOGCONTROLE = ("fg.logcontrole", "Logcontrole van de FG vastgelegd")
    FG_TOETS = ("fg.toets", "Juridische toets van de FG vastgelegd")

    @classmethod
    def van_code(cls, code: str) -> "Handeling":
        """The act with this code; KeyError when the log holds an act this version does not know."""
        return _OP_CODE[code]


# What somebody may do who only looks: looking itself, and what the program records about the kluis.
KIJKEN = frozenset(
    {
        *(h for h in Handeling if h.code.startswith("kluis.")),
        Handeling.ZOEKEN_BUITEN_DOSSIER,
        Handeling.BIJLAGE_INZIEN,
        Handeling.CASUS_INZIEN,
        Handeling.DOCUMENT_TONEN,
        Handeling.FG_NAMEN_TONEN,
    }
)
# All that is ever recorded while the FG looks along; the write door refuses every other act. What the program
# finds on opening, looking and searching, the journaal as a file, and the FG's own three kinds of record.
MEEKIJKEN = frozenset(
    {
        Handeling.KLUIS_OPENEN,
        Handeling.KLUIS_WACHTZIN_ONJUIST,
        Handeling.KLUIS_SLEUTELS_VASTLEGGEN,
        Handeling.KLUIS_SLEUTEL_VERLOPEN,
        Handeling.KLUIS_SLEUTELS_AFWIJKEND,
        Handeling.KLUIS_MERK_VERVANGEN,
        Handeling.KLUIS_MERK_HERSTELLEN,
        Handeling.KLUIS_OUDER_AANVAARDEN,
        Handeling.KLUIS_ANDERS_AANVAARDEN,
        Handeling.KLUIS_BESTAND_HERSTELLEN,
        Handeling.ZOEKEN_BUITEN_DOSSIER,
        Handeling.BIJLAGE_INZIEN,
        Handeling.CASUS_INZIEN,
        Handeling.DOCUMENT_TONEN,
        Handeling.JOURNAAL_EXPORTEREN,
        Handeling.JOURNAAL_NAGAAN,
        Handeling.EXEMPLAAR_NAGAAN,
        Handeling.FG_NAMEN_TONEN,
        Handeling.FG_STEEKPROEF,
        Handeling.FG_LOGCONTROLE,
        Handeling.FG_TOETS,
    }
)
_OP_CODE = {h.code: h for h in Handeling}

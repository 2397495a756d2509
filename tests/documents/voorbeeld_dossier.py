# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - running Dutch text reads better unbroken
"""The printed dossier of the invented sample case, with every part chosen; and all samples by kind."""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.stukken import (
    Afschrift,
    Afschriftdeel,
    Afschriftveld,
    Bespreking,
    Brief,
    Briefdeel,
    Casuskaart,
    Consultatie,
    Deelnemer,
    Doel,
    Dossier,
    Dossierbesluit,
    Dossiersignaal,
    Factor,
    Gebeurtenis,
    Houderbericht,
    Interventie,
    Jaarrapportage,
    Jaartabel,
    Kijkdag,
    Kop,
    Kopieerblad,
    Kopieervak,
    Meldformulier,
    Memoblad,
    Plan,
    Planblad,
    Staat,
    Stuk,
    Toezicht,
    Toezichtcontrole,
    Uitgifte,
    VerklaringVanVernietiging,
    Vernietigingslijst,
    Vernietigingsregel,
    Verstrekking,
    Zelfbeeld,
    Zelfvraag,
    extract,
    list_besluiten,
)
from tests.documents.voorbeeld import (
    AGENDA,
    EERSTE,
    NOTITIE,
    OVERLEG_EEN,
    OVERLEG_TWEE,
    TWEEDE,
    maak_kop,
)
from tests.documents.voorbeeld_opvolging import OVERDRACHT, TERUGGAVE
from tests.documents.voorbeeld_weging import KADER, WEGING

_DAG = date(2026, 11, 14)
_EEN, _TWEE = OVERLEG_EEN.casussen[0], OVERLEG_TWEE.casussen[0]

KAART = Casuskaart(
    kop=maak_kop("Casuskaart", "CK-2026-014", _DAG, Staat.VASTGESTELD),
    dossiernummer="D-2026-014",
    betrokkene="Joris D'Hondt-Özdemir",
    geboortedatum=date(1981, 4, 3),
    adres="Zwanebloem 14, Waterhoven",
    status="In uitvoering",
    geopend_op=date(2026, 10, 2),
    opgenomen_op=date(2026, 10, 2),
    opgenomen_reden="De signalen wezen samen dezelfde kant op, lichtere hulp was geprobeerd, en met een termijn op het "
    "spandoek was afwachten niet verantwoord.",
    casusregisseur="S. Aydın, gemeente",
    ideologie="anti-institutioneel",
    ideologie_op=date(2026, 10, 2),
    kader=KADER,
    deelnemers=(
        Deelnemer(partij="Gemeente", naam="S. Aydın", functie="coördinator", rol="casusregisseur", grondslag="Wet PGA"),
        Deelnemer(
            partij="Openbaar Ministerie", naam="mr. P. van 't Hoff", functie="officier van justitie", rol="kernpartij",
            grondslag="Wet PGA",
        ),
        Deelnemer(partij="Politie", naam="K. Brouwer", functie="wijkagent", rol="kernpartij", grondslag="Wet PGA"),
        Deelnemer(
            partij="Raad voor de Kinderbescherming", naam="L. Nguyễn", functie="raadsonderzoeker", rol="casuspartij",
            grondslag="Wet PGA",
        ),
    ),
    doelen=(
        "Het gezin houdt een dak boven het hoofd.",
        "De zoon volgt onderwijs.",
        "Betrokkene heeft één contact bij de overheid dat hij vertrouwt.",
    ),
    risico=("Schulden na het faillissement", "Ontruiming, uitgesteld tot 1 februari", "Groep in de schuur: onbekend"),
    beschermend=("Broer helpt", "Zoon gaat graag naar school", "Huisarts wordt vertrouwd"),
    open_acties=_TWEE.acties,
    informeren=_TWEE.informeren,
    laatste_overleg=date(2026, 11, 4),
    volgend_overleg=date(2027, 1, 14),
    volgende_herbeoordeling=date(2027, 1, 14),
    bewaartermijn="niet vastgesteld, er is geen einddatum berekend",
)  # fmt: skip

PLAN = Plan(
    versie=1,
    status="vastgesteld",
    vastgesteld_op=date(2026, 11, 4),
    doelen=(
        Doel(nummer=1, tekst="Het gezin houdt een dak boven het hoofd.", leefgebied="wonen"),
        Doel(nummer=2, tekst="De zoon volgt onderwijs.", leefgebied="onderwijs"),
        Doel(
            nummer=3,
            tekst="Betrokkene heeft één contact bij de overheid dat hij vertrouwt.",
            leefgebied="sociaal netwerk",
        ),
    ),
    risico=(
        Factor(tekst="Schulden na het faillissement", leefgebied="inkomen en schulden", bron="schuldhulp"),
        Factor(tekst="Ontruiming, uitgesteld tot 1 februari", leefgebied="wonen", bron="woningcorporatie"),
        Factor(tekst="Invloed van de groep in de schuur is onbekend", leefgebied="sociaal netwerk", bron="politie"),
    ),
    beschermend=(
        Factor(tekst="De broer is aanspreekbaar en helpt", leefgebied="sociaal netwerk", bron="gemeente"),
        Factor(tekst="De zoon gaat graag naar school", leefgebied="onderwijs", bron="leerplicht"),
    ),
    interventies=(
        Interventie(
            omschrijving="Schuldhulp", eigenaar="S. Aydın, gemeente", soort="hulp", leefgebied="inkomen en schulden",
            grondslag="toestemming", start=date(2026, 11, 9), maat="er is een afspraak met de schuldeisers",
            stand="begonnen", doel=1,
        ),
        Interventie(
            omschrijving="Gesprekken met het LSE", eigenaar="Landelijk Steunpunt Extremisme", soort="gesprek",
            grondslag="toestemming", stand="wacht op ja van betrokkene", doel=3,
        ),
        Interventie(
            omschrijving="Leerlingbegeleiding", eigenaar="school", soort="begeleiding", leefgebied="onderwijs",
            grondslag="toestemming", start=date(2026, 11, 2), maat="geen verzuim in acht weken", doel=2,
        ),
    ),
    bij_verergering="Politie en OM bellen; spoedoverleg binnen een dag, ook zonder afspraak.",
    bij_verbetering="Afschalen naar het wijkteam bij de herbeoordeling.",
    herbeoordeling_op=date(2027, 1, 14),
)  # fmt: skip

DOSSIER = Dossier(
    kop=maak_kop("Dossier", "DO-2026-014", _DAG, Staat.VASTGESTELD),
    kaart=KAART,
    signalen=(
        Dossiersignaal(
            nummer="S-2026-031",
            soort="melding",
            kanaal="e-mail",
            ontvangen_op=date(2026, 9, 8),
            vastgelegd_op=date(2026, 9, 9),
            gebeurd_op=date(2026, 9, 7),
            bron="school; naam bekend bij de coördinator, niet noemen",
            zelf_waargenomen="Op 1 september gaf betrokkene bij de poort een „aansprakelijkstelling” van zes pagina's. "
            "Op 7 september zei hij: „Wie mijn kind komt halen, komt er niet meer uit.”",
            van_anderen="Een andere ouder zei dat hij met een groep in een schuur bijeenkomt en dat daar over wapens "
            "wordt gepraat.",
            interpretatie="De melder zag dat betrokkene veranderde nadat zijn bedrijf failliet was gegaan, en maakte "
            "zich vooral zorgen om het gezin.",
            status="Opgenomen",
            bijlagen=("scan aansprakelijkstelling 1-9.pdf",),
        ),
        Dossiersignaal(
            nummer="S-2026-034",
            soort="melding",
            kanaal="telefoon",
            ontvangen_op=date(2026, 9, 29),
            vastgelegd_op=date(2026, 9, 29),
            gebeurd_op=date(2026, 9, 24),
            bron="politie, wijkagent",
            teruggebeld="Ja, op 29 september 2026, 09.25 uur, via een bekend nummer",
            zelf_waargenomen="Spandoek aan de schuur: „< 30 dagen: wij nemen het recht in eigen hand >”. Rustig gesprek; "
            "geen dreiging tegen de wijkagent.",
            status="Opgenomen",
        ),
    ),
    consultaties=(
        Consultatie(
            datum=date(2026, 10, 20),
            organisatie="Landelijk Steunpunt Extremisme",
            functie="adviseur",
            titel="Een eerste gesprek met iemand die de overheid niet erkent",
            gevraagd="Iemand stuurt lange brieven en erkent de overheid niet. Zijn broer wil het gesprek openen. Wat werkt?",
            advies="Laat de broer vragen naar de zorg erachter. Ga niet in op de inhoud van de brieven.",
        ),
    ),
    weegverslag=WEGING,
    plan=PLAN,
    besprekingen=(
        Bespreking(
            datum=date(2026, 10, 14), overleg="2026-009", deel=_EEN, verslag="CO-2026-009, vastgesteld"
        ),
        Bespreking(
            datum=date(2026, 11, 4), overleg="2026-010", deel=_TWEE, verslag="CO-2026-010, vastgesteld"
        ),
    ),
    besluiten=(
        Dossierbesluit(
            datum=date(2026, 10, 2), door="weegploeg", tekst="Opnemen in de persoonsgerichte aanpak."
        ),
        *(
            Dossierbesluit(datum=datum, door="casusoverleg", tekst=besluit.tekst, nummer=besluit.nummer)
            for datum, deel in ((date(2026, 10, 14), _EEN), (date(2026, 11, 4), _TWEE))
            for besluit in deel.besluiten
        ),
    ),
    acties=_TWEE.acties,
    tijdlijn=(
        Gebeurtenis(
            gebeurd_op=date(2026, 9, 7),
            vastgelegd_op=date(2026, 9, 9),
            wat="Uitspraak bij de school.",
            bron="school",
        ),
        Gebeurtenis(
            gebeurd_op=date(2026, 9, 24),
            vastgelegd_op=date(2026, 9, 29),
            wat="Spandoek gezien.",
            bron="politie",
        ),
        Gebeurtenis(gebeurd_op=date(2026, 10, 2), vastgelegd_op=date(2026, 10, 2), wat="Weging: opnemen."),
        Gebeurtenis(
            gebeurd_op=date(2026, 10, 27),
            vastgelegd_op=date(2026, 11, 4),
            wat="Gesprek politie en broer.",
            bron="politie",
        ),
        Gebeurtenis(
            gebeurd_op=date(2026, 10, 31),
            vastgelegd_op=date(2026, 11, 4),
            wat="Spandoek is weg.",
            bron="politie",
        ),
    ),
    informeren=(_EEN.informeren, _TWEE.informeren),
    verstrekkingen=(
        Verstrekking(
            datum=date(2026, 10, 20),
            aan="Woningcorporatie",
            wat="Verzoek om uitstel van de ontruiming, zonder te zeggen waarom.",
            grondslag="AVG 6, eerste lid, onder e",
            door="S. Aydın",
        ),
    ),
    uitgiften=(
        Uitgifte(
            datum=date(2026, 10, 14),
            stuk="Agenda casusoverleg",
            wijze="afgedrukt",
            exemplaren=5,
            bestemd_voor="deelnemers",
        ),
    ),
)

TOEZICHT = Toezicht(
    kop=maak_kop("Toezicht door de FG", "T2026-01", _DAG, Staat.VASTGESTELD, ()),
    controles=(
        Toezichtcontrole(
            datum=date(2026, 11, 12),
            wat="Logcontrole",
            wie="T. de Boer",
            bekeken="Journaal van oktober, en wie welk dossier opende.",
            uitkomst="In orde, met een aandachtspunt",
            toelichting="Eén keer ontbrak een reden bij het zoeken.",
            steekproef="2026-001, 2026-004",
        ),
    ),
    dagen=(
        Kijkdag(
            datum=date(2026, 11, 12), wie="T. de Boer", dossiers="2026-001, 2026-004", met_namen="2026-001"
        ),
    ),
    weggelaten=3,
)

JAARRAPPORTAGE = Jaarrapportage(
    kop=maak_kop("Jaarrapportage PGA", "JR2024-2025", _DAG, Staat.VASTGESTELD, ()),
    waarover="Gemeente Waterhoven: 2024 tot en met 2025",
    drempel=5,
    tabellen=(
        Jaartabel(
            maat="signalen", naam="Signalen naar uitkomst", gemeenten=(1,), jaren=(2024, 2025),
            delen=("opgenomen", "doorgeleid", "loopt"), namen=("Opgenomen", "Doorgeleid", "Nog bezig"),
            waarden=(None, None, 0), totaal=21, uitleg="Ontvangen in deze periode.",
        ),
        Jaartabel(
            maat="casus_open", naam="Lopende casussen", gemeenten=(1,), jaren=(2025,), delen=("open",),
            namen=("Op 31 december van het laatste jaar",), waarden=(7,), totaal=7,
        ),
        Jaartabel(
            maat="vermist", naam="Vermiste exemplaren", gemeenten=(1,), jaren=(2024, 2025), delen=("vermist",),
            namen=("In deze periode",), waarden=(None,),
        ),
    ),
    weken=3,
    vragen="De gemeente doet geen uitspraken over personen in de persoonsgerichte aanpak.",
)  # fmt: skip

_LANG = "Twee zinnen die laten zien hoe lang een tekst hier mag worden. Meer past er niet op één bladzijde. "
MEMO = Memoblad(
    kop=maak_kop("Memo", "D2026-014-M1", _DAG, Staat.VASTGESTELD),
    aan="de driehoek",
    gevraagd=(_LANG * 3)[:250],
    waarom=(_LANG * 5)[:450],
    grondslag="Gemeentewet, artikel 172, derde lid, en Staatsblad 2025, 78, artikel 2, eerste lid",
    alternatieven=(_LANG * 5)[:450],
    risico_wel=(_LANG * 5)[:450],
    risico_niet=(_LANG * 5)[:450],
    antwoord_voor=date(2026, 11, 21),
)

ZELFBEELD = Zelfbeeld(
    kop=maak_kop("Zelfevaluatie", "ZE20261114", _DAG, Staat.VASTGESTELD, ()),
    vragen=(
        Zelfvraag(
            bevinding="Veel hangt af van enkele mensen.",
            vraag="Kan een ander het werk vandaag overnemen?",
            feiten=("Er is een vervanger met een eigen sleutel.", "Het terugzetten is nog nooit geoefend."),
            woorden="De vervanger oefent in december.",
        ),
    ),
)

HOUDERBERICHT = Houderbericht(
    kop=maak_kop("Rectificatiebericht", "C2026-001-B1", _DAG, Staat.VASTGESTELD),
    houder="Reclassering",
    heeft=("Casusoverleg O2026-02 van 4-11-2026", "Uittreksel O2026-02-U1, exemplaar 3 (mogelijk)"),
    waarom="Op 12 november 2026 is gemeld dat het gegeven hieronder niet juist is.",
    gevraagd="Verbeter dit gegeven bij u. Gaf u het door? Geef dan ook deze verbetering door.",
    gegeven="Hij was op 2 november bij de vechtpartij op het plein.",
    juist="Het ging om een ander met dezelfde voornaam.",
    antwoord_voor=date(2026, 11, 26),
    contactpunt="Team Veiligheid",
)


def _briefkop(soort: str) -> Kop:
    """A letter names the request, and never the approach."""
    hoofd = maak_kop(soort, "V2026-004", _DAG, Staat.VASTGESTELD, ("V2026-004",))
    return replace(hoofd, nummersoort="Verzoek", vertrouwelijkheid="Vertrouwelijk")


BESLUIT = Brief(
    kop=_briefkop("Besluit op uw verzoek"),
    aan="J. D'Hondt-Özdemir",
    adres="Plein 3, Waterhoven",
    delen=(
        Briefdeel(
            kop="Wat u vroeg", tekst="Op 2 november 2026 ontvingen wij uw verzoek. Een kopie van alles."
        ),
        Briefdeel(
            kop="Ons besluit", tekst="Deels toegewezen. U krijgt een afschrift zonder de naam van wie meldde."
        ),
        Briefdeel(kop="Op welke grond", tekst="UAVG, artikel 41, eerste lid, onder i"),
    ),
    ondertekenaar="M. Hoekstra, coördinator, namens de burgemeester",
)

BRIEF = replace(
    BESLUIT,
    kop=_briefkop("Bevestiging van ontvangst"),
    delen=(
        Briefdeel(kop="Wanneer u antwoord krijgt", tekst="U krijgt uiterlijk 2 december 2026 antwoord."),
        Briefdeel(kop="Contact", tekst="De burgemeester van Waterhoven, Team Veiligheid."),
    ),
)

AFSCHRIFT = Afschrift(
    kop=_briefkop("Afschrift van uw gegevens"),
    aan="J. D'Hondt-Özdemir",
    adres="Plein 3, Waterhoven",
    vooraf=(
        Briefdeel(kop="Wat dit is", tekst="Dit is het afschrift bij het besluit op uw verzoek V2026-004."),
    ),
    delen=(
        Afschriftdeel(
            nummer=1,
            titel="Wie u bent",
            velden=(Afschriftveld(naam="Geslachtsnaam", tekst="D'Hondt-Özdemir"),),
            weggelaten=(),
        ),
        Afschriftdeel(
            nummer=2,
            titel="Signaal van 3 september 2026",
            velden=(Afschriftveld(naam="Van anderen", tekst="[melder] hoorde dit in de klas.\n\nTweemaal."),),
            weggelaten=("Melder naam: Bescherming van wie iets meldde (UAVG, artikel 41)",),
        ),
        Afschriftdeel(
            nummer=3,
            titel="Informatie",
            velden=(),
            weggelaten=("Alles: Gegeven van de politie (Wpg, artikel 25)",),
        ),
    ),
)

CODE = "7F3K-29QD-M4XA-0C61"

_WEG = Vernietigingsregel(
    volgnummer=1, kenmerk="3f2a90c1", soort="Dossier met een casus", jaren="2026–2031",
    bewaartermijn="5 jaar na het afsluiten van de casus", grond="AVG, artikel 5", selectielijst="Proces 8.1",
    stukken=14, papier=3,
)  # fmt: skip
VERNIETIGINGSLIJST = Vernietigingslijst(
    kop=maak_kop("Vernietigingslijst", "VL2031-01", date(2031, 6, 2), Staat.VASTGESTELD, ()),
    opgesteld_door="S. Aydın",
    regels=(_WEG, replace(_WEG, volgnummer=2, kenmerk="09d1e7b4", soort="Dossier met alleen een signaal")),
)
VERKLARING = VerklaringVanVernietiging(
    kop=maak_kop("Verklaring van vernietiging", "VL2031-01-V", date(2031, 6, 9), Staat.VASTGESTELD, ()),
    lijst="VL2031-01",
    machtiging_door="drs. P. Kuipers",
    machtiging_functie="Archivaris",
    machtiging_kenmerk="A-2031-114",
    machtiging_op=date(2031, 6, 2),
    regels=(
        replace(
            _WEG,
            wijze="Versleutelde gegevens gewist; er was geen papier",
            door="S. Aydın",
            op=date(2031, 6, 9),
        ),
    ),
    gebleven=1,
    back_ups_tot=date(2031, 8, 18),
)
_PARTNER = "Politie, basisteam Waterhoven"
VOOR_POLITIE = replace(DOSSIER, kop=replace(DOSSIER.kop, bestemd_voor=_PARTNER))
PLANBLAD = Planblad(
    kop=replace(maak_kop("Plan van aanpak", "PL-2026-014", _DAG, Staat.VASTGESTELD), bestemd_voor=_PARTNER),
    plan=PLAN,
)
_UITTREKSEL = extract(OVERLEG_TWEE, EERSTE)
VERSLAG_POLITIE = replace(_UITTREKSEL, kop=replace(_UITTREKSEL.kop, bestemd_voor=_PARTNER))

MELDFORMULIER = Meldformulier(
    kop=replace(KAART.kop, documentsoort="Meldformulier", kenmerk="2026-001-M1"),
    contactpunt="het contactpunt van de burgemeester, 010 000 00 00",
    ingevuld=True,
    ontvangen="24 september 2026",
    zelf="Hij riep in de gang dat hij weg wil. Hij gaf zijn sleutels af.",
    wanneer="Dinsdag, in de grote pauze, bij de fietsen.",
    anderen="Een klasgenoot zei dat hij een ticket zocht.",
    denkt="Ik denk dat hij niet alleen is.",
    melder_naam="M. Bakker",
    melder_functie="mentor",
    melder_contact="010 000 00 01",
    naam_noemen="nee",
)

KOPIEERBLAD = Kopieerblad(
    kop=replace(
        maak_kop("Kopieerblad", "D2026-014-KB1", _DAG, Staat.VASTGESTELD),
        nummers=("2026-014",),
        nummersoort="Dossier",
        bestemd_voor="Zorg- en Veiligheidshuis Waterland",
    ),
    ontvanger="Zorg- en Veiligheidshuis Waterland",
    vakken=tuple(
        Kopieervak(groep=groep, vraag=vraag, tekst=tekst, leeg=leeg)
        for groep, vraag, tekst, leeg in (
            ("Wie meldt aan", "Naam", "S. Aydın", ""),
            ("Wie meldt aan", "Telefoon", "010 000 00 00", ""),
            ("Wie meldt aan", "Melder van het signaal", "", "De melder staat er niet in."),
            ("Over wie", "Naam", "Joris D'Hondt-Özdemir", ""),
            ("Over wie", "Burgerservicenummer", "", "Een burgerservicenummer gaat niet mee."),
            ("Aanleiding", "Signaal ontvangen", "8 september 2026, 16.42 uur", ""),
            (
                "Zorgelijke situatie",
                "Wat de bron zelf zag",
                "Hij riep in de gang dat hij weg wil.\n\nHij gaf zijn sleutels af aan de conciërge.",
                "",
            ),
            ("Zorgelijke situatie", "Wat de bron van anderen hoorde", "", "Er mag of kan hier niets mee."),
            ("Uw vraag", "Vraag aan het Zorg- en Veiligheidshuis", "Neem deel aan het casusoverleg.", ""),
            (
                "Informeren",
                "Is betrokkene geïnformeerd, en waarom wel of niet",
                "Nog niet. Dit wordt opnieuw bekeken op 1 december 2026.",
                "De reden gaat niet mee: daarin staan woorden die deze ontvanger niet mag hebben.",
            ),
        )
    ),
)

VOORBEELDEN: dict[str, tuple[str, Stuk, str]] = {
    "weegverslag": ("weegverslag", WEGING, CODE),
    "agenda": ("agenda", AGENDA, CODE),
    "verslag-1-intern": ("verslag", OVERLEG_EEN, ""),
    "verslag-1-deelnemers": ("uittreksel", extract(OVERLEG_EEN, EERSTE), ""),
    "verslag-2-intern": ("verslag", OVERLEG_TWEE, CODE),
    "verslag-2-casus-1": ("uittreksel", extract(OVERLEG_TWEE, EERSTE), CODE),
    "verslag-2-casus-2": ("uittreksel", extract(OVERLEG_TWEE, TWEEDE), CODE),
    "actielijst-1": ("actielijst", list_besluiten(extract(OVERLEG_EEN, EERSTE)), ""),
    "actielijst-2": ("actielijst", list_besluiten(OVERLEG_TWEE), CODE),
    "casuskaart": ("casuskaart", KAART, CODE),
    "dossier": ("dossier", DOSSIER, CODE),
    "toezicht": ("toezicht", TOEZICHT, CODE),
    "besluit": ("besluit", BESLUIT, CODE),
    "brief": ("brief", BRIEF, CODE),
    "afschrift": ("afschrift", AFSCHRIFT, CODE),
    "houderbericht": ("houderbericht", HOUDERBERICHT, CODE),
    "jaarrapportage": ("jaarrapportage", JAARRAPPORTAGE, CODE),
    "memo": ("memo", MEMO, CODE),
    "zelfevaluatie": ("zelfevaluatie", ZELFBEELD, CODE),
    "vernietigingslijst": ("vernietigingslijst", VERNIETIGINGSLIJST, CODE),
    "verklaring": ("verklaring", VERKLARING, CODE),
    "telefoonnotitie": ("telefoonnotitie", NOTITIE, ""),
    "houderbericht-teruggave": ("houderbericht", TERUGGAVE, CODE),
    "overdrachtsdocument": ("overdrachtsdocument", OVERDRACHT, CODE),
    "meldformulier": ("meldformulier", MELDFORMULIER, CODE),
    "kopieerblad": ("kopieerblad", KOPIEERBLAD, CODE),
    "deelnemer-dossier": ("deelnemer_dossier", VOOR_POLITIE, CODE),
    "plan": ("plan", replace(PLANBLAD, kop=replace(PLANBLAD.kop, documentsoort="Plan van aanpak")), CODE),
    "deelnemer-plan": ("deelnemer_plan", PLANBLAD, CODE),
    "deelnemer-verslag": ("deelnemer_verslag", VERSLAG_POLITIE, CODE),
}
"""Name -> (kind, data, control code) of every sample."""

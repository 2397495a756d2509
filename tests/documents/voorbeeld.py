# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - running Dutch text reads better unbroken
"""The invented sample case as documents: both meetings, the agenda, the blank note. Worded as a coordinator would."""

from datetime import date

from gemeente_pga.domain.informatie import NIET_VASTLEGGEN, NIET_VERSTREKKEN, TER_KENNISNEMING
from gemeente_pga.domain.stukken import (
    Aanwezige,
    Actie,
    Agenda,
    Agendapunt,
    Besluit,
    Casusdeel,
    Genodigde,
    Inbreng,
    Informeren,
    Kop,
    Staat,
    TelefoonnotitieBlanco,
    Verslag,
    VorigeActie,
)

GEMEENTE = "Gemeente Waterhoven"
PLAATS = "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger"
EERSTE, TWEEDE = "2026-014", "2025-003"
BETROKKENE = "Joris D'Hondt-Özdemir, geboren 3 april 1981"
ZVH = "Zorg- en Veiligheidshuis Regio Midden-Veen"
WETPGA, WPG = "Wet PGA", "Wpg 20 (samenwerkingsverband)"

GRAAF = Aanwezige(
    naam="T. de Graaf", partij=ZVH, functie="procesregisseur", rol="voorzitter", geheimhouding=True,
)  # fmt: skip
AYDIN = Aanwezige(
    naam="S. Aydın", partij="Gemeente Waterhoven", functie="coördinator", rol="verslag", geheimhouding=True
)
HOFF = Aanwezige(
    naam="mr. P. van 't Hoff",
    partij="Openbaar Ministerie",
    functie="officier van justitie",
    geheimhouding=True,
)
BROUWER = Aanwezige(
    naam="K. Brouwer", partij="Politie, basisteam Waterhoven-West", functie="wijkagent", geheimhouding=True
)
NGUYEN = Aanwezige(
    naam="L. Nguyễn", partij="Raad voor de Kinderbescherming", functie="raadsonderzoeker", geheimhouding=True
)
AMRANI = Aanwezige(
    naam="R. El Amrani",
    partij="Gemeente Waterhoven",
    functie="leerplichtambtenaar",
    aanwezig="schriftelijk",
    toelichting="Afwezig met bericht; bracht het verzuim schriftelijk in.",
)
CLAESSEN = Aanwezige(naam="H. Claessen", partij="Reclassering", functie="toezichthouder", geheimhouding=True)


def maak_kop(
    soort: str, kenmerk: str, datum: date, staat: Staat = Staat.CONCEPT, nummers: tuple[str, ...] = (EERSTE,)
) -> Kop:
    """The head of a sample document."""
    return Kop(
        gemeente=GEMEENTE, documentsoort=soort, kenmerk=kenmerk, datum=datum, nummers=nummers, staat=staat,
        accentkleur="#0b6b5d",
    )  # fmt: skip


def _bij(wie: Aanwezige, *casussen: str, **anders: str) -> Aanwezige:
    from dataclasses import replace

    return replace(wie, casusnummers=casussen, **anders)  # type: ignore[arg-type]  # only texts


ACTIES_EERSTE = (
    Actie(
        nummer=1,
        wat="Uitstel van de ontruiming bespreken met de woningcorporatie.",
        wie="S. Aydın, gemeente",
        voor=date(2026, 10, 23),
        maat="de corporatie heeft schriftelijk geantwoord",
        informering="nog niet op de hoogte; zijn broer vertelt het hem",
    ),
    Actie(
        nummer=2,
        wat="Gesprek voeren met betrokkene, samen met zijn broer.",
        wie="K. Brouwer, politie",
        voor=date(2026, 10, 28),
        maat="het gesprek is gevoerd en teruggekoppeld",
        conditie="de broer gaat mee",
        informering="hoort het van zijn broer",
    ),
    Actie(
        nummer=3,
        wat="Met de school en de zoon vrijwillige hulp bespreken.",
        wie="L. Nguyễn, RvdK",
        voor=date(2026, 10, 30),
        maat="de school weet wie de hulp geeft",
        informering="ouders worden door de school gevraagd",
    ),
    Actie(
        nummer=4,
        wat="Terugkoppelen of aangifte van bedreiging is gedaan.",
        wie="mr. P. van 't Hoff, OM",
        voor=date(2026, 11, 4),
        informering="niet van toepassing",
    ),
    Actie(
        nummer=5,
        wat="Het Landelijk Steunpunt Extremisme (LSE) om advies vragen, zonder naam.",
        wie="T. de Graaf, ZVH",
        voor=date(2026, 10, 21),
        maat="het advies is ontvangen",
        informering="niet van toepassing, geen persoonsgegevens",
    ),
)

OVERLEG_EEN = Verslag(
    kop=maak_kop("Verslag casusoverleg", "CO-2026-009", date(2026, 10, 14), Staat.TER_REACTIE),
    nummer="2026-009",
    datum=date(2026, 10, 14),
    begin="13:30",
    einde="14:25",
    plaats=PLAATS,
    voorzitter="T. de Graaf, Zorg- en Veiligheidshuis",
    verslaglegger="S. Aydın, gemeente",
    geheimhouding_besproken=True,
    aanwezigen=tuple(_bij(wie, EERSTE) for wie in (GRAAF, AYDIN, HOFF, BROUWER, NGUYEN, AMRANI)),
    exemplaren_uitgedeeld=5,
    exemplaren_terug=4,
    exemplaren_toelichting="Het exemplaar van het OM is meegenomen.",
    casussen=(
        Casusdeel(
            casusnummer=EERSTE,
            betrokkene=BETROKKENE,
            doel="Kennismaken, doelen bepalen en de eerste acties verdelen.",
            inbreng=(
                Inbreng(
                    gever="Politie",
                    naam="K. Brouwer",
                    tekst="Na 24 september waren er geen nieuwe feiten. Het spandoek hing er op 14 oktober nog.",
                    soort_uitspraak="eigen waarneming",
                    bron="wijkagent",
                    gebeurd_op=date(2026, 10, 14),
                    grondslag_gever=WPG,
                    grondslag_ontvanger=WETPGA,
                    doel="samen beoordelen van het risico",
                    categorie="politiegegeven",
                ),
                Inbreng(
                    gever="Politie",
                    naam="K. Brouwer",
                    tekst="In ons systeem stond één eerdere melding (overlast, 2025).",
                    soort_uitspraak="uit een systeem",
                    grondslag_gever=WPG,
                    grondslag_ontvanger=WETPGA,
                    categorie="politiegegeven",
                    markering=NIET_VERSTREKKEN,
                ),
                Inbreng(
                    gever="Gemeente",
                    naam="S. Aydın",
                    tekst="De broer werd op 9 oktober gebeld en wilde helpen. Hij zei dat betrokkene „geen vlieg "
                    "kwaad doet”, maar „niet meer te bereiken” is. De ontruiming stond gepland voor 15 november.",
                    soort_uitspraak="van horen zeggen (broer)",
                    bron="telefoongesprek",
                    gebeurd_op=date(2026, 10, 9),
                    grondslag_gever="Wet PGA",
                    grondslag_ontvanger=WETPGA,
                    doel="hulp en opvang van het gezin",
                    categorie="wonen en sociaal netwerk",
                ),
                Inbreng(
                    gever="Openbaar Ministerie",
                    naam="mr. P. van 't Hoff",
                    tekst="De persoon tegen wie de uitspraak van 7 september was gericht, overwoog aangifte van "
                    "bedreiging. Het OM belde deze persoon niet zelf.",
                    soort_uitspraak="van horen zeggen",
                    grondslag_gever="Wjsg 39f",
                    grondslag_ontvanger=WETPGA,
                    doel="bepalen of het strafrecht nodig is",
                    categorie="strafrechtelijk",
                    merkteken="Strafrechtelijk gegeven",
                ),
                Inbreng(
                    gever="Raad voor de Kinderbescherming",
                    naam="L. Nguyễn",
                    tekst="Er liep geen onderzoek. De RvdK wilde eerst vrijwillige hulp voor de zoon.",
                    soort_uitspraak="eigen standpunt",
                    grondslag_gever="Wet PGA",
                    grondslag_ontvanger=WETPGA,
                    doel="bescherming van de zoon",
                    categorie="jeugd",
                ),
                Inbreng(
                    gever="Leerplicht",
                    naam="R. El Amrani",
                    tekst="De zoon verzuimde 11 dagen sinds 1 september.",
                    soort_uitspraak="uit een systeem",
                    bron="verzuimregister",
                    gebeurd_op=date(2026, 10, 13),
                    grondslag_gever="Leerplichtwet 1969",
                    grondslag_ontvanger=WETPGA,
                    doel="bescherming van de zoon",
                    categorie="onderwijs",
                    schriftelijk=True,
                ),
                Inbreng(gever="Openbaar Ministerie", tekst="", markering=NIET_VASTLEGGEN),
                Inbreng(
                    gever="Gemeente",
                    tekst="Terzijde gezegd en verder niet van belang.",
                    markering=TER_KENNISNEMING,
                ),
            ),
            overwegingen="De ontruiming kon de spanning doen oplopen. Tegelijk was het een moment waarop hulp "
            "mogelijk was; daarom is eerst uitstel besproken.\n\nOver de groep in de schuur is alleen de vraag "
            "vastgelegd wie betrokkene beïnvloedt. Er worden geen namen verzameld.",
            besluiten=(
                Besluit(nummer=1, tekst="S. Aydın is casusregisseur."),
                Besluit(
                    nummer=2,
                    tekst="De doelen zijn: (1) het gezin houdt een dak boven het hoofd; (2) de zoon volgt onderwijs; "
                    "(3) betrokkene heeft één contact bij de overheid dat hij vertrouwt.",
                ),
                Besluit(
                    nummer=3,
                    tekst="Betrokkene wordt nog niet geïnformeerd. Op 30 oktober wordt dit opnieuw bekeken.",
                ),
                Besluit(
                    nummer=4,
                    tekst="Het volgende overleg is op 4 november 2026 om 10.00 uur, op dezelfde plaats.",
                ),
            ),
            acties=ACTIES_EERSTE,
            informeren=Informeren(
                besluit="nog niet",
                grondslag="UAVG 41, eerste lid, onder i",
                reden="Zijn broer spreekt hem eerst. Een brief nu zou dat gesprek verstoren.",
                door="S. Aydın",
                opnieuw_op=date(2026, 10, 30),
            ),
            volgende_herbeoordeling=date(2027, 1, 14),
        ),
    ),
    volgend_overleg=date(2026, 11, 4),
    volgend_overleg_tijd="10:00",
    volgend_overleg_plaats=PLAATS,
    ter_reactie_op=date(2026, 10, 15),
    reageren_voor=date(2026, 10, 22),
)

_CASUS_EEN = Casusdeel(
    casusnummer=EERSTE,
    betrokkene=BETROKKENE,
    doel="Voortgang van de acties, besluit over informeren en keuze van interventies.",
    vorig_verslag="Het verslag van 14 oktober 2026 is zonder wijziging vastgesteld.",
    vorige_acties=(
        VorigeActie(
            wat="Uitstel van de ontruiming bespreken met de woningcorporatie.",
            wie="S. Aydın, gemeente",
            voor=date(2026, 10, 23),
            uitkomst="Gedaan",
            toelichting="De corporatie gaf uitstel tot 1 februari.",
        ),
        VorigeActie(
            wat="Gesprek voeren met betrokkene, samen met zijn broer.",
            wie="K. Brouwer, politie",
            voor=date(2026, 10, 28),
            uitkomst="Gedaan",
            toelichting="Betrokkene liet hen binnen.",
            gebeurd_op=date(2026, 10, 27),
        ),
        VorigeActie(
            wat="Met de school en de zoon vrijwillige hulp bespreken.",
            wie="L. Nguyễn, RvdK",
            voor=date(2026, 10, 30),
            uitkomst="Loopt",
        ),
        VorigeActie(
            wat="Terugkoppelen of aangifte van bedreiging is gedaan.",
            wie="mr. P. van 't Hoff, OM",
            voor=date(2026, 11, 4),
            uitkomst="Vervalt",
            toelichting="Er wordt geen aangifte gedaan.",
        ),
        VorigeActie(
            wat="Het LSE om advies vragen, zonder naam.",
            wie="T. de Graaf, ZVH",
            voor=date(2026, 10, 21),
            uitkomst="Gedaan",
            toelichting="Het advies is ontvangen.",
            gebeurd_op=date(2026, 10, 20),
        ),
    ),
    inbreng=(
        Inbreng(
            gever="Politie",
            naam="K. Brouwer",
            tekst="Het spandoek was weg sinds 31 oktober.",
            soort_uitspraak="eigen waarneming",
            bron="wijkagent",
            gebeurd_op=date(2026, 10, 31),
            grondslag_gever=WPG,
            grondslag_ontvanger=WETPGA,
            doel="samen beoordelen van het risico",
            categorie="politiegegeven",
        ),
        Inbreng(
            gever="Gemeente",
            naam="S. Aydın",
            tekst="De broer vertelde betrokkene op 30 oktober dat „de gemeente wil helpen”.",
            soort_uitspraak="van horen zeggen (broer)",
            gebeurd_op=date(2026, 10, 30),
            grondslag_gever="Wet PGA",
            grondslag_ontvanger=WETPGA,
            doel="bepalen of informeren nu kan",
            categorie="sociaal netwerk",
        ),
    ),
    overwegingen="Betrokkene liet politie en broer binnen en het spandoek was weg. De deelnemers zagen daarin ruimte "
    "voor vrijwillige hulp. Een bestuurlijke maatregel was niet nodig; de burgemeester is daarom niet gevraagd.",
    besluiten=(
        Besluit(
            nummer=1,
            tekst="Betrokkene wordt geïnformeerd vóór 18 november, met een brief en een gesprek door S. Aydın. De naam "
            "van de melder blijft vertrouwelijk.",
        ),
        Besluit(
            nummer=2,
            tekst="Drie vrijwillige interventies worden ingezet: schuldhulp (gemeente, start 9 november), gesprekken "
            "met het LSE (zodra betrokkene ja zegt) en leerlingbegeleiding (school).",
        ),
        Besluit(nummer=3, tekst="De casus wordt herbeoordeeld op 14 januari 2027."),
    ),
    acties=(
        Actie(
            nummer=1,
            wat="Brief en gesprek: betrokkene vertellen dat hij wordt besproken, waarom en wat zijn rechten zijn.",
            wie="S. Aydın, gemeente",
            voor=date(2026, 11, 18),
            maat="de brief is overhandigd en het gesprek is gevoerd",
            informering="dit is de informering zelf",
        ),
        Actie(
            nummer=2,
            wat="Schuldhulp starten.",
            wie="S. Aydın, gemeente",
            voor=date(2026, 11, 9),
            maat="er is een eerste afspraak",
            conditie="betrokkene stemt in",
            informering="vooraf besproken, vrijwillig",
        ),
        Actie(
            nummer=3,
            wat="Hulp voor de zoon op school afronden en terugkoppelen.",
            wie="L. Nguyễn, RvdK",
            voor=date(2026, 12, 1),
            informering="ouders zijn door de school gevraagd",
        ),
    ),
    informeren=Informeren(
        besluit="ja, vóór 18 november 2026",
        grondslag="AVG 14",
        reden="De broer heeft het gesprek geopend; er is geen reden meer om te wachten.",
        door="S. Aydın",
        hoe="brief en gesprek",
    ),
    volgende_herbeoordeling=date(2027, 1, 14),
)

_CASUS_TWEE = Casusdeel(
    casusnummer=TWEEDE,
    betrokkene="Wim Oosterbaan, geboren 12 februari 1994",
    overgenomen=True,
    doel="Herbeoordeling na zes maanden, met het voorstel om af te sluiten.",
    inbreng=(
        Inbreng(
            gever="Reclassering",
            naam="H. Claessen",
            tekst="Werk en woning waren op orde. Het toezicht eindigt op 1 december.",
            soort_uitspraak="eigen waarneming",
            bron="toezichthouder",
            gebeurd_op=date(2026, 11, 2),
            grondslag_gever="Wjsg 39f",
            grondslag_ontvanger=WETPGA,
            doel="herbeoordeling",
            categorie="strafrechtelijk",
            merkteken="Strafrechtelijk gegeven",
        ),
        Inbreng(
            gever="Gemeente",
            naam="S. Aydın",
            tekst="Er kwamen geen nieuwe signalen binnen.",
            soort_uitspraak="uit een systeem",
            gebeurd_op=date(2026, 11, 3),
            grondslag_gever="Wet PGA",
            grondslag_ontvanger=WETPGA,
            doel="herbeoordeling",
            categorie="signalen",
        ),
    ),
    overwegingen="De criteria waren niet langer van toepassing. Niemand stemde tegen afsluiten.",
    besluiten=(
        Besluit(nummer=1, tekst="De casus wordt afgesloten per 1 december 2026."),
        Besluit(nummer=2, tekst="Nazorg loopt via het wijkteam, met instemming van betrokkene."),
    ),
    acties=(
        Actie(
            nummer=1,
            wat="Warme overdracht aan het wijkteam regelen.",
            wie="S. Aydın, gemeente",
            voor=date(2026, 12, 1),
            maat="het wijkteam heeft de eerste afspraak gemaakt",
            informering="betrokkene stemde in",
        ),
    ),
    informeren=Informeren(besluit="ja", uitgevoerd_op=date(2026, 5, 12), hoe="brief", door="S. Aydın"),
    komt_terug=False,
)

OVERLEG_TWEE = Verslag(
    kop=maak_kop(
        "Verslag casusoverleg", "CO-2026-010", date(2026, 11, 4), Staat.VASTGESTELD, (EERSTE, TWEEDE)
    ),
    nummer="2026-010",
    datum=date(2026, 11, 4),
    begin="10:00",
    einde="11:10",
    plaats=PLAATS,
    voorzitter="T. de Graaf, Zorg- en Veiligheidshuis",
    verslaglegger="S. Aydın, gemeente",
    geheimhouding_besproken=True,
    aanwezigen=(
        _bij(GRAAF, EERSTE, TWEEDE, reactie="akkoord", reactie_kanaal="in het overleg"),
        _bij(AYDIN, EERSTE, TWEEDE, reactie="akkoord", reactie_kanaal="in het overleg"),
        _bij(HOFF, EERSTE, TWEEDE, reactie="akkoord", reactie_tekst="Dank voor het snelle verslag."),
        _bij(BROUWER, EERSTE, reactie="wijziging", reactie_tekst="De datum bij het spandoek is nu juist."),
        _bij(NGUYEN, EERSTE, reactie="geen reactie"),
        _bij(CLAESSEN, TWEEDE, reactie="akkoord", reactie_tekst="Toezicht loopt inderdaad af."),
    ),
    vorig_verslag="Het verslag van 14 oktober 2026 (CO-2026-009) is zonder wijziging vastgesteld.",
    exemplaren_uitgedeeld=6,
    exemplaren_terug=6,
    casussen=(_CASUS_EEN, _CASUS_TWEE),
    volgend_overleg=date(2027, 1, 14),
    volgend_overleg_tijd="10:00",
    volgend_overleg_plaats=PLAATS,
    ter_reactie_op=date(2026, 11, 5),
    reageren_voor=date(2026, 11, 12),
    vastgesteld_op=date(2026, 11, 13),
    vastgesteld_door="T. de Graaf",
    vastgesteld_wijze="schriftelijk",
)

AGENDA = Agenda(
    kop=maak_kop(
        "Agenda casusoverleg", "CO-2026-010-AG", date(2026, 10, 28), Staat.VASTGESTELD, (EERSTE, TWEEDE)
    ),
    datum=date(2026, 11, 4),
    begin="10:00",
    einde="11:15",
    plaats=PLAATS,
    voorzitter="T. de Graaf, Zorg- en Veiligheidshuis",
    verslaglegger="S. Aydın, gemeente",
    vorig_verslag="Verslag van 14 oktober 2026, kenmerk CO-2026-009.",
    genodigden=tuple(
        Genodigde(naam=wie.naam, partij=wie.partij, functie=wie.functie, rol=wie.rol, casusnummers=casussen)
        for wie, casussen in (
            (GRAAF, (EERSTE, TWEEDE)),
            (AYDIN, (EERSTE, TWEEDE)),
            (HOFF, (EERSTE, TWEEDE)),
            (BROUWER, (EERSTE,)),
            (NGUYEN, (EERSTE,)),
            (CLAESSEN, (TWEEDE,)),
        )
    ),
    punten=(
        Agendapunt(
            casusnummer=EERSTE,
            tijd="10:10",
            doel="Voortgang van de acties, besluit over informeren en keuze van interventies.",
            open_acties=ACTIES_EERSTE,
        ),
        Agendapunt(
            casusnummer=TWEEDE,
            tijd="10:50",
            doel="Herbeoordeling na zes maanden, met het voorstel om af te sluiten.",
        ),
    ),
)

NOTITIE = TelefoonnotitieBlanco(
    kop=maak_kop("Telefoonnotitie", "TN-blanco", date(2026, 9, 1), Staat.VASTGESTELD, ()),
    contactpunt="de coördinator persoonsgerichte aanpak",
)

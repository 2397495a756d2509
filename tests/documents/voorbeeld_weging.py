# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - running Dutch text reads better unbroken
"""The weighing of the invented sample case, out of the notes of the weegploeg."""

from datetime import date

from gemeente_pga.domain.informatie import NIET_VERSTREKKEN
from gemeente_pga.domain.stukken import (
    Afgeleid,
    Criteriumgroep,
    Feit,
    Inbreng,
    Informeren,
    KaderVermelding,
    Kop,
    Staat,
    Weegcriterium,
    Weegpartij,
    Weegsignaal,
    Weegverslag,
)
from tests.documents.voorbeeld import BETROKKENE, GEMEENTE, WETPGA, WPG

_DAG = date(2026, 10, 2)
_SEPT_7, _SEPT_24 = date(2026, 9, 7), date(2026, 9, 24)

KADER = KaderVermelding(
    titel="Wet PGA",
    versie="2025",
    opmerkingen=(
        "Tekst niet vastgesteld: Proces, Mogelijk gevolg, Ideologisch motief, Bereidheid, Degelijkheid.",
        "De datum van inwerkingtreding van de wet is niet vastgesteld.",
    ),
)


def _politie(nummer: int, tekst: str, uitspraak: str, markering: str = "vrij") -> Inbreng:
    return Inbreng(
        nummer=nummer,
        gever="Politie",
        naam="K. Brouwer",
        tekst=tekst,
        soort_uitspraak=uitspraak,
        bron="wijkagent",
        gebeurd_op=_SEPT_24 if uitspraak == "eigen waarneming" else None,
        ontvangen_op=date(2026, 9, 29),
        grondslag_gever=WPG,
        grondslag_ontvanger=WETPGA,
        doel="weging",
        categorie="politiegegeven",
        markering=markering,
    )


def _gemeente(nummer: int, tekst: str, uitspraak: str, bron: str, *, wanneer: date | None = None) -> Inbreng:
    return Inbreng(
        nummer=nummer,
        gever="Gemeente",
        naam="S. Aydın",
        tekst=tekst,
        soort_uitspraak=uitspraak,
        bron=bron,
        gebeurd_op=wanneer,
        grondslag_gever="AVG 6, eerste lid, onder e",
        grondslag_ontvanger=WETPGA,
        doel="weging",
        categorie="gewoon gegeven",
    )


_INFORMATIE = (
    _gemeente(
        1,
        "Betrokkene gaf bij de poort een „aansprakelijkstelling” van zes pagina's. Daarin stond dat de school „geen "
        "rechtsmacht” heeft en dat de medewerker persoonlijk 50.000 euro moest betalen.",
        "eigen waarneming",
        "school",
        wanneer=date(2026, 9, 1),
    ),
    _gemeente(
        2,
        "Betrokkene zei: „Wie mijn kind komt halen, komt er niet meer uit.” Een tweede medewerker stond erbij.",
        "eigen waarneming",
        "school",
        wanneer=_SEPT_7,
    ),
    _gemeente(
        3,
        "Een groep zou in een schuur bijeenkomen en daar over wapens praten.",
        "van horen zeggen",
        "school, via een andere ouder",
    ),
    _gemeente(
        4,
        "Tot de zomer van 2025 waren er geen zorgen. In november 2025 ging zijn bedrijf failliet. De eerste brief aan "
        "de gemeente kwam in februari 2026, daarna elke maand één. De brieven kondigden „arrestatie van ambtenaren” "
        "aan.",
        "uit een systeem",
        "leerplicht en postregistratie",
    ),
    _gemeente(
        5,
        "Er waren schulden en op 15 november dreigde ontruiming. Betrokkene weigerde schuldhulp. Er is een zoon van 13, "
        "die graag naar school gaat. De broer was aanspreekbaar en de huisarts wordt vertrouwd.",
        "uit een systeem",
        "leerplicht, schuldhulp",
    ),
    _politie(
        6,
        "Aan de schuur achter het huis hing een spandoek: „< 30 dagen: wij nemen het recht in eigen hand >”.",
        "eigen waarneming",
    ),
    _politie(
        7,
        "Betrokkene sprak rustig, noemde zich „soeverein” en zei gemeente & politie niet te erkennen. Hij uitte geen "
        "dreiging tegen de wijkagent.",
        "eigen waarneming",
    ),
    _politie(
        8, "In ons systeem stond één eerdere melding (overlast, 2025).", "uit een systeem", NIET_VERSTREKKEN
    ),
    _politie(9, "Er was geen wapenverlof en er werd niets gezien van wapens.", "uit een systeem"),
)

_WETTELIJK = Criteriumgroep(
    titel="Wettelijke criteria",
    criteria=(
        Weegcriterium(
            code="K1",
            titel="Proces",
            toets="Is er een ontwikkeling te zien, en welke kant gaat die op?",
            antwoord="Spreekt voor opnemen",
            reden="De brieven en uitspraken namen sinds februari 2026 toe in toon en aantal.",
            voor=(Feit(tekst="Eerste brief in februari 2026, daarna elke maand", bron="gemeente", nummer=4),),
            tegen=(
                Feit(tekst="Tot de zomer van 2025 waren er geen zorgen", bron="gemeente", nummer=4),
                Feit(tekst="De melding van 2025 ging over een burenruzie", bron="politie", nummer=8),
            ),
            bron="Wet PGA, artikel 1",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K2",
            titel="Mogelijk gevolg",
            toets="Kan dit uiteindelijk leiden tot terroristische of extremistische activiteiten?",
            antwoord="Spreekt voor opnemen",
            reden="De termijn op het spandoek en de aangekondigde arrestaties wezen op een voornemen.",
            voor=(
                Feit(tekst="Brieven kondigden „arrestatie van ambtenaren” aan", bron="gemeente", nummer=4),
                Feit(tekst="Spandoek met een termijn van 30 dagen", bron="politie", nummer=6),
            ),
            tegen=(
                Feit(tekst="De brief van 1 september was dreigend van toon, maar niet strafbaar", bron="OM"),
            ),
            bron="Wet PGA, artikel 1",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K3",
            titel="Ideologisch motief",
            toets="Handelt deze persoon vanuit een ideologie, en waaruit blijkt dat?",
            antwoord="Spreekt voor opnemen",
            voor=(
                Feit(
                    tekst="Teksten over soevereiniteit en verwijzingen naar filmpjes",
                    bron="gemeente",
                    nummer=4,
                ),
                Feit(tekst="Noemde zich soeverein", bron="politie", nummer=7),
            ),
            bron="Wet PGA, artikel 1; NCTV",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K4",
            titel="Bereidheid",
            toets="Is de persoon bereid om iets te doen: een plan, een daad of steun?",
            antwoord="Onbekend",
            reden="De uitspraak van 7 september kan een bedreiging zijn; aangifte was er niet.",
            voor=(Feit(tekst="De uitspraak van 7 september", bron="gemeente", nummer=2),),
            tegen=(Feit(tekst="Van wapens werd niets gezien", bron="politie", nummer=9),),
            vraag="Wordt aangifte gedaan van bedreiging?",
            vraag_aan="het Openbaar Ministerie",
            bron="NCTV",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K8",
            titel="Degelijkheid",
            toets="Hoe stevig zijn de signalen: wie zag het, wanneer, en is het te controleren?",
            antwoord="Spreekt voor opnemen",
            reden="De waarnemingen van 1, 7 en 24 september waren uit de eerste hand; het verhaal over wapens niet.",
            voor=(Feit(tekst="Twee bronnen namen zelf waar", bron="gemeente en politie", nummer=6),),
            tegen=(Feit(tekst="Schuur en wapens: alleen van horen zeggen", bron="gemeente", nummer=3),),
            bron="Eerste Kamer 36225 C",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K9",
            titel="Sociale relaties",
            toets="Wie om deze persoon heen versterken de zorg, en wie helpen juist?",
            antwoord="Onbekend",
            voor=(Feit(tekst="Het gezin trok zich terug", bron="gemeente", nummer=5),),
            tegen=(Feit(tekst="De broer was aanspreekbaar", bron="gemeente", nummer=5),),
            vraag="Wie beïnvloedt betrokkene in de schuur? Namen worden niet verzameld.",
            vraag_aan="de politie",
            niet_vastgesteld=True,
        ),
        Weegcriterium(
            code="K10",
            titel="Zelfredzaamheid",
            toets="Kunnen deze persoon en zijn omgeving dit zelf aan?",
            antwoord="Spreekt voor opnemen",
            voor=(Feit(tekst="Schulden en dreigende ontruiming op 15 november", bron="gemeente", nummer=5),),
            niet_vastgesteld=True,
        ),
    ),
)

_ZORGVULDIG = Criteriumgroep(
    titel="Zorgvuldigheidstoetsen",
    criteria=(
        Weegcriterium(
            code="K6",
            titel="Meer dan een mening",
            toets="Is dit meer dan overtuiging, mening, afkomst, geloof of protest?",
            antwoord="Spreekt voor opnemen",
            reden="De uitspraak en de termijn gingen verder dan een mening.",
            tegen=(
                Feit(tekst="De overheid niet erkennen is op zich een mening", bron="OM"),
                Feit(tekst="Een spandoek is op zich toegestaan", bron="politie", nummer=6),
            ),
            bron="NCTV; nota 36225, nr. 6",
        ),
        Weegcriterium(
            code="K12",
            titel="Risico en bescherming",
            toets="Wat vergroot het risico, en wat beschermt?",
            antwoord="Beide vastgelegd",
            voor=(Feit(tekst="Schulden, ontruiming, terugtrekken van het gezin", bron="gemeente", nummer=5),),
            tegen=(
                Feit(
                    tekst="Zoon gaat graag naar school; broer en huisarts worden vertrouwd",
                    bron="gemeente",
                    nummer=5,
                ),
                Feit(tekst="Praatte rustig met de wijkagent", bron="politie", nummer=7),
            ),
        ),
        Weegcriterium(
            code="K17",
            titel="Leeftijd en kwetsbaarheid",
            toets="Is iemand minderjarig of kwetsbaar, en wat vraagt dat?",
            antwoord="Vraagt aandacht",
            reden="De zoon is 13; de Raad voor de Kinderbescherming wordt gevraagd mee te doen.",
        ),
    ),
    niet_van_toepassing="er was op 2 oktober geen acuut gevaar; dat is met politie en OM besproken.",
    nvt_bij=("K11 Gevaar nu",),
)

WEGING = Weegverslag(
    kop=Kop(
        gemeente=GEMEENTE,
        documentsoort="Weegverslag",
        kenmerk="WV-2026-014",
        datum=_DAG,
        nummers=("D-2026-014",),
        nummersoort="Dossier",
        staat=Staat.VASTGESTELD,
        accentkleur="#0b6b5d",
    ),
    datum=_DAG,
    betrokkene=BETROKKENE,
    begin="10:00",
    einde="10:50",
    plaats="gemeentehuis, kamer 2.14",
    voorzitter="S. Aydın, coördinator",
    soort="Gewone weging",
    partijen=(
        Weegpartij(
            partij="Gemeente",
            naam="S. Aydın",
            functie="coördinator",
            mandaat="namens de burgemeester, besluit van 12 januari 2026",
            aanwezig="aanwezig",
            standpunt="opnemen",
        ),
        Weegpartij(
            partij="Openbaar Ministerie",
            naam="mr. P. van 't Hoff",
            functie="officier van justitie",
            mandaat="bevoegd voor het parket",
            aanwezig="aanwezig",
            standpunt="opnemen, met kanttekening",
            toelichting="Zonder de uitspraak van 7 september was het niet ver genoeg.",
        ),
        Weegpartij(
            partij="Politie",
            naam="K. Brouwer",
            functie="wijkagent",
            mandaat="bevoegd voor het basisteam",
            aanwezig="aanwezig",
            standpunt="opnemen",
        ),
    ),
    bron_weegt_mee="De politie gaf een van de signalen en woog ook mee. De weegploeg heeft dit besproken; het signaal "
    "van de school is van een andere bron en wijst dezelfde kant op.",
    signalen=(
        Weegsignaal(
            nummer="S-2026-031",
            ontvangen_op=date(2026, 9, 8),
            soort="e-mail aan het meldpunt",
            bron="school; naam bekend bij de coördinator, niet noemen",
        ),
        Weegsignaal(
            nummer="S-2026-034",
            ontvangen_op=date(2026, 9, 29),
            soort="telefoonnotitie",
            bron="politie, wijkagent K. Brouwer",
        ),
    ),
    informatie=_INFORMATIE,
    groepen=(_WETTELIJK, _ZORGVULDIG),
    afgeleid=(
        Afgeleid(
            code="K15",
            titel="Alle drie de partijen hebben gewogen",
            uitkomst="Ja",
            waaruit="gemeente, Openbaar Ministerie en politie waren aanwezig en bevoegd",
        ),
        Afgeleid(
            code="K16",
            titel="De juiste gemeente, en geen ander overleg of onderzoek dat dit uitsluit",
            uitkomst="Ja",
            waaruit="betrokkene verblijft in Waterhoven; OM en politie meldden geen lopend onderzoek",
        ),
        Afgeleid(
            code="K18",
            titel="Kan betrokkene nu worden geïnformeerd?",
            uitkomst="Nog niet",
            waaruit="het besluit over informeren; opnieuw bekijken op 30 oktober 2026",
        ),
    ),
    samenhang="School, leerplicht en de brieven wezen dezelfde kant op. Het tempo bleef onduidelijk.",
    subsidiariteit="De gewone aanpak is geprobeerd: betrokkene weigerde schuldhulp en leerplicht alleen lost dit niet op.",
    proportionaliteit="Voor het gezin is dit een zwaar middel. Daarom is er aandacht voor de zoon en wordt na drie "
    "maanden opnieuw gewogen of het nog nodig is.",
    besluit="Opnemen in de persoonsgerichte aanpak",
    besluit_reden="De signalen wezen samen dezelfde kant op, lichtere hulp was geprobeerd, en met een termijn op het "
    "spandoek was afwachten niet verantwoord.",
    minderheidsstandpunt="Geen. Over het tempo was de weegploeg niet unaniem: het OM vond dat het zonder de uitspraak "
    "van 7 september niet ver genoeg was.",
    vervolg="Eerste casusoverleg binnen twee weken bij het Zorg- en Veiligheidshuis. De Raad voor de Kinderbescherming "
    "wordt uitgenodigd. De melder krijgt bericht dat het signaal is ontvangen en besproken, zonder inhoud.",
    informeren=Informeren(
        besluit="nog niet",
        grondslag="UAVG 41, eerste lid, onder i",
        reden="Eerst een gesprek van de broer met betrokkene.",
        door="S. Aydın",
        opnieuw_op=date(2026, 10, 30),
    ),
    kader=KADER,
    vastgesteld_op=_DAG,
)

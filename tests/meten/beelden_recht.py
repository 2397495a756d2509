# SPDX-License-Identifier: EUPL-1.2
"""Which pictures are taken of rights, terms, keeping and account. Used by tests/meten/beelden.py."""

from tests.meten.beeld import OPEN, VASTLEGGEN, Beeld

_CASUS = "SELECT dossier_id FROM verzoek LIMIT 1"  # whatever was recorded in it meanwhile
_WACHT = "SELECT dossier_id FROM aanhouding LIMIT 1"
INZIEN = ("Afronden", "Dossier inzien")  # a closed dossier first asks why
_DICHT = "SELECT dossier_id FROM casus WHERE gesloten_op IS NOT NULL"
_OP_LIJST = "SELECT dossier_id FROM vernietigingsregel LIMIT 1"
_HERZIEN = "SELECT dossier_id FROM casus WHERE status = 'herbeoordeling'"
_BLAD = "SELECT id FROM herbeoordeling WHERE status = '{}' LIMIT 1"
_VERZOEK = "SELECT id FROM verzoek LIMIT 1"
_LEK = "SELECT id FROM datalek LIMIT 1"
_LIJST = "SELECT id FROM vernietigingslijst LIMIT 1"
_STUK = "SELECT id FROM document WHERE soort = '{}' ORDER BY vastgesteld_op DESC, id LIMIT 1"


def _rechten(naam: str, onderwerp: str, veld: str, *druk: str, onder: bool = False) -> Beeld:
    return Beeld(f"rechten-{naam}", "dossier", onderwerp, veld, druk, onder=onder)


_KAARTEN = (
    _rechten("aanhouding", _WACHT, "aanhouding"),
    _rechten("aanhouding-nieuw", _CASUS, "aanhouding", "Laten wachten"),
    _rechten("aanhouding-gebreken", _CASUS, "aanhouding", "Laten wachten", VASTLEGGEN),
    _rechten("aanhouding-einde", _WACHT, "aanhouding", "Wachten beëindigen"),
    _rechten("overdracht", _DICHT, "overdracht", *INZIEN),
    _rechten("overdracht-nieuw", _DICHT, "overdracht", *INZIEN, "Overdracht aanbieden"),
    _rechten("overdracht-gebreken", _DICHT, "overdracht", *INZIEN, "Overdracht aanbieden", VASTLEGGEN),
    _rechten("informeren", _CASUS, "informeerbesluit:0"),
    _rechten("informeren-besluit", _CASUS, "informeren_persoon"),
    _rechten("informeren-gebreken", _CASUS, "informeren_persoon", VASTLEGGEN),
    _rechten("bezorging", _CASUS, "bezorging"),
    _rechten("bezorging-gebreken", _CASUS, "bezorging", VASTLEGGEN),
    _rechten("brief", _CASUS, "brief"),
    _rechten("zienswijze", _CASUS, "zienswijze"),
    _rechten("verzoeken", _CASUS, "verzoeken"),
    _rechten("beperking", _CASUS, "rechten"),
    _rechten("beperking-nieuw", _CASUS, "beperking"),
    _rechten("beperking-gebreken", _CASUS, "beperking", VASTLEGGEN),
    Beeld("rechten-verstrekking", "dossier", _CASUS, "rechten", zie="Verstrekkingen"),
    _rechten("verstrekking-nieuw", _CASUS, "verstrekking"),
    Beeld(
        "rechten-verstrekking-partij",
        "dossier",
        _CASUS,
        "verstrekking",
        kies=(("ontvanger_soortComboBox", 2),),
        druk=("Verstrekking vastleggen",),
    ),
    _rechten("bronakkoord", _CASUS, "bronakkoord"),
    _rechten("houders", _CASUS, "houders"),
    Beeld("rechten-houders-berichten", "dossier", _CASUS, "houderbericht:0"),
    _rechten("houders-melding", _CASUS, "correctie"),
    _rechten("houders-melding-gebreken", _CASUS, "correctie", "Melding vastleggen"),
    Beeld(
        "rechten-houders-antwoord",
        "dossier",
        _CASUS,
        "houders",
        kies=(("houderberichten", 0),),
        druk=("Antwoord van een houder",),
    ),
    _rechten("bewaren-loopt", _CASUS, "bewaren"),
    _rechten("bewaren-geen-termijn", _DICHT, "bewaren", *INZIEN),
    _rechten("bewaren-opschorten", _DICHT, "bewaren", *INZIEN, "Vernietigen opschorten"),
    _rechten("bewaren", _OP_LIJST, "bewaren", *INZIEN),
    _rechten("bewaren-wijzigen", _OP_LIJST, "bewaren", *INZIEN, "Bewaring wijzigen"),
    _rechten("bewaren-langer", _OP_LIJST, "bewaren", *INZIEN, "Langer bewaren"),
    Beeld("rechten-kader", "dossier", _CASUS, "rechten", zie="Juridisch kader"),
    _rechten("memo", _CASUS, "memo"),
    _rechten("memo-nieuw", _CASUS, "memo", "Memo maken"),
    _rechten("memo-gebreken", _CASUS, "memo", "Memo maken", VASTLEGGEN),
    _rechten("memo-antwoord", _WACHT, "memo", "Antwoord"),
)
_STAPPEN = (
    Beeld("dossier-schalen", "dossier", _HERZIEN, "overzicht", druk=("Op- of afschalen",)),
    Beeld("dossier-herbeoordeling", "dossier", _HERZIEN, "overzicht"),
    Beeld(
        "dossier-informatie-streng",
        "dossier",
        "SELECT dossier_id FROM signaal WHERE status = 'in_weging'",
        "informatie",
    ),
    Beeld("herbeoordeling", "herbeoordeling", _BLAD.format("concept")),
    Beeld("herbeoordeling-onder", "herbeoordeling", _BLAD.format("concept"), onder=True),
    Beeld(
        "herbeoordeling-vraag",
        "herbeoordeling",
        _BLAD.format("concept"),
        kies=(("criterium_lijst", 0),),
        druk=(OPEN,),
    ),
    Beeld(
        "herbeoordeling-gegeven",
        "herbeoordeling",
        _BLAD.format("concept"),
        kies=(("gegeven_lijst", 0),),
        druk=(OPEN,),
    ),
    Beeld(
        "herbeoordeling-gebreken",
        "herbeoordeling",
        _BLAD.format("concept"),
        kies=(("gegeven_lijst", 0),),
        druk=(OPEN, "Gegeven vastleggen"),
    ),
    Beeld(
        "weging-vergelijking",
        "weging_vergelijking",
        "SELECT dossier_id FROM herbeoordeling WHERE status = 'vastgesteld' LIMIT 1",
    ),
    Beeld(
        "weging-vergelijking-onder",
        "weging_vergelijking",
        "SELECT dossier_id FROM herbeoordeling WHERE status = 'vastgesteld' LIMIT 1",
        onder=True,
    ),
    Beeld("herbeoordeling-vastgesteld", "herbeoordeling", _BLAD.format("vastgesteld")),
)
_HOUDERS = (
    Beeld("wie_heeft_wat", "wie_heeft_wat"),
    Beeld("wie_heeft_wat-onder", "wie_heeft_wat", onder=True),
    Beeld("wie_heeft_wat-gekozen", "wie_heeft_wat", kies=(("exemplaren", 0),)),
    Beeld("wie_heeft_wat-alles", "wie_heeft_wat", kies=(("welkeComboBox", 1),)),
    Beeld(
        "wie_heeft_wat-vermist",
        "wie_heeft_wat",
        kies=(("welkeComboBox", 0), ("exemplaren", 1)),
        druk=("Iets anders", "Vermist"),
    ),
    Beeld("datalek", "datalek", _LEK),
    Beeld("datalek-onder", "datalek", _LEK, onder=True),
    Beeld("datalek-afsluiten", "datalek", _LEK, druk=("Datalek afsluiten",)),
    Beeld("datalek-nieuw", "datalek"),
    Beeld("datalek-gebreken", "datalek", druk=("Datalek vastleggen",)),
)
_TERMIJNEN = (
    *(Beeld(f"termijnen-{deel}", "termijnen", veld=deel) for deel in ("termijnen", "verzoeken", "bewaren")),
    Beeld("termijnen-verzoeken-alle", "termijnen", veld="verzoeken", kies=(("welke_verzoekenComboBox", 1),)),
    Beeld("termijnen-bewaren-onder", "termijnen", veld="bewaren", onder=True),
    Beeld("verzoek-nieuw", "verzoek"),
    Beeld("verzoek-nieuw-gebreken", "verzoek", druk=("Verzoek vastleggen",)),
    Beeld("verzoek", "verzoek", _VERZOEK),
    *(
        Beeld(f"verzoek-{vorm}", "verzoek", _VERZOEK, vorm)
        for vorm in ("behandeling", "stap", "verlengen", "brief", "besluit", "afloop")
    ),
    Beeld("verzoek-besluit-gebreken", "verzoek", _VERZOEK, "besluit", druk=(VASTLEGGEN,)),
    Beeld("vernietiging", "vernietiging", _LIJST),
    Beeld("vernietiging-niet-akkoord", "vernietiging", _LIJST, druk=("Niet akkoord",)),
    Beeld("vernietiging-machtiging", "vernietiging", _LIJST, druk=("Machtiging vastleggen",)),
    Beeld(
        "vernietiging-machtiging-gebreken", "vernietiging", _LIJST, druk=("Machtiging vastleggen", VASTLEGGEN)
    ),
)
_KADER = (
    Beeld("inrichting-ingebruikname", "inrichting", veld="ingebruikname"),
    Beeld("inrichting-ingebruikname-punt", "inrichting", veld="ingebruikname", druk=("Punt vastleggen",)),
    Beeld(
        "inrichting-ingebruikname-gebreken",
        "inrichting",
        veld="ingebruikname",
        druk=("Punt vastleggen", VASTLEGGEN),
    ),
    Beeld("inrichting-kader-ronde", "inrichting", veld="kader", zie="Vaststellingsronde"),
    Beeld(
        "inrichting-kader-ronde-gebreken",
        "inrichting",
        veld="kader",
        druk=("Onderdelen vaststellen",),
        zie="Vaststellingsronde",
    ),
    Beeld("inrichting-kader-waarde", "inrichting", veld="kader", zie="Zelf invullen"),
    Beeld(
        "inrichting-kader-waarde-gekozen",
        "inrichting",
        veld="kader",
        zie="Zelf invullen",
        kies=(("kaderwaarde_onderdeelComboBox", 20), ("veldComboBox", 1)),
        druk=("Waarde vastleggen",),
    ),
    Beeld("inrichting-kader-naast-elkaar", "inrichting", veld="kader", zie="Kaders naast elkaar"),
    Beeld(
        "inrichting-kader-verschil",
        "inrichting",
        veld="kader",
        zie="Kaders naast elkaar",
        kies=(("Kaders in deze kluis", 1),),
    ),
    Beeld("inrichting-mandaten", "inrichting", veld="mandaten", kies=(("mandaat_lijst", 0),)),
    Beeld("inrichting-mandaten-nieuw", "inrichting", veld="mandaten", druk=("Mandaat vastleggen",)),
    Beeld(
        "inrichting-mandaten-gebreken", "inrichting", veld="mandaten", druk=("Mandaat vastleggen", VASTLEGGEN)
    ),
    Beeld(
        "inrichting-mandaten-intrekken",
        "inrichting",
        veld="mandaten",
        kies=(("mandaat_lijst", 0),),
        druk=("Mandaat intrekken",),
    ),
    Beeld("inrichting-extern", "inrichting", veld="extern", kies=(("extern_lijst", 0),)),
    Beeld("inrichting-extern-nieuw", "inrichting", veld="extern", druk=("Externe partij vastleggen",)),
    Beeld(
        "inrichting-extern-gebreken",
        "inrichting",
        veld="extern",
        druk=("Externe partij vastleggen", VASTLEGGEN),
    ),
    Beeld("inrichting-bsn", "inrichting", veld="gemeente", onder=True),
    Beeld(
        "inrichting-bsn-gebreken", "inrichting", veld="gemeente", druk=("Burgerservicenummer",), onder=True
    ),
)
_REKENSCHAP = (
    *(
        Beeld(f"verantwoording-{deel}", "verantwoording", veld=deel)
        for deel in ("jaarrapportage", "zelfevaluatie", "register")
    ),
    Beeld("verantwoording-zelfevaluatie-onder", "verantwoording", veld="zelfevaluatie", onder=True),
    Beeld(
        "verantwoording-zelfevaluatie-gebreken",
        "verantwoording",
        veld="zelfevaluatie",
        druk=("Zelfevaluatie vaststellen",),
    ),
    Beeld("verantwoording-dpia", "verantwoording", veld="register", kies=(("Welke tekst", 1),)),
    Beeld("document-memo", "document", _STUK.format("memo")),
    Beeld("document-houderbericht", "document", _STUK.format("houderbericht")),
    Beeld("document-uitgifte", "document", _STUK.format("uittreksel"), druk=("Afdrukken",)),
    Beeld("document-opslaan", "document", _STUK.format("uittreksel"), druk=("Opslaan als bestand",)),
)
RECHT = (*_KAARTEN, *_STAPPEN, *_HOUDERS, *_TERMIJNEN, *_KADER, *_REKENSCHAP)

# Each of these records something first; what comes later builds on what came before.
RECHT_DAARNA = (
    Beeld("rechten-beperkt", "dossier", _CASUS, "rechten", vooraf="beperkt"),
    Beeld("rechten-beperkt-einde", "dossier", _CASUS, "rechten", druk=("Beperking opheffen",)),
    Beeld("dossier-bsn", "dossier", _CASUS, "betrokkene", vooraf="bsn", zie="Burgerservicenummer"),
    Beeld("inrichting-bsn-aan", "inrichting", veld="gemeente", onder=True),
    Beeld(
        "rechten-kader-wissel", "dossier", _CASUS, "kader", vooraf="kaders", druk=("Naar een ander kader",)
    ),
    Beeld(
        "inrichting-kader-bewaard", "inrichting", veld="kader", zie="Kaders naast", kies=(("Kaders in", 1),)
    ),
    Beeld("document-brief", "document", _STUK.format("brief"), vooraf="brief", vooraf_bij=_VERZOEK),
    Beeld("verzoek-besloten", "verzoek", _VERZOEK, vooraf="besloten"),
    Beeld("verzoek-afloop-gebreken", "verzoek", _VERZOEK, "afloop", druk=(VASTLEGGEN,)),
    Beeld("afschrift", "afschrift", _VERZOEK),
    Beeld("afschrift-onderdeel", "afschrift", _VERZOEK, kies=(("afschriftdelen", 3),)),
    Beeld(
        "afschrift-anders", "afschrift", _VERZOEK, kies=(("afschriftdelen", 3),), druk=("Anders besluiten",)
    ),
    Beeld("afschrift-klaar", "afschrift", _VERZOEK, vooraf="beoordeeld"),
    Beeld("document-besluit", "document", _STUK.format("besluit")),
    Beeld(
        "document-afschrift", "document", _STUK.format("afschrift"), vooraf="afschrift", vooraf_bij=_VERZOEK
    ),
    Beeld("toezicht-controles", "toezicht", vooraf="fg", vooraf_bij=_VERZOEK),
    Beeld("toezicht-opvolging", "toezicht", druk=("Opvolging vastleggen",)),
    Beeld("toezicht-opvolging-gebreken", "toezicht", druk=("Opvolging vastleggen", VASTLEGGEN)),
    Beeld(
        "document-zelfevaluatie",
        "document",
        _STUK.format("zelfevaluatie"),
        vooraf="zelf",
        vooraf_bij=_VERZOEK,
    ),
    Beeld(
        "signaal-heropening",
        "signaal",
        "SELECT id FROM signaal WHERE status = 'ontvangen' ORDER BY vastgelegd_op DESC, id LIMIT 1",
        vooraf="opnieuw",
        vooraf_bij=_DICHT,
    ),
    Beeld("rechten-overgedragen", "dossier", _DICHT, "overdracht", INZIEN, vooraf="aangeboden"),
    Beeld("rechten-overgedragen-antwoord", "dossier", _DICHT, "overdracht", (*INZIEN, "Antwoord vastleggen")),
    Beeld("rechten-opgeschort", "dossier", _DICHT, "bewaren", INZIEN, vooraf="opgeschort"),
    Beeld("rechten-opgeschort-opheffen", "dossier", _DICHT, "bewaren", (*INZIEN, "Opschorting opheffen")),
    Beeld("vernietiging-gemachtigd", "vernietiging", _LIJST, vooraf="gemachtigd"),
    Beeld("vernietiging-bevestigen", "vernietiging", _LIJST, druk=("Vernietiging bevestigen",)),
    Beeld(
        "vernietiging-bevestigen-gebreken",
        "vernietiging",
        _LIJST,
        druk=("Vernietiging bevestigen", VASTLEGGEN),
    ),
    Beeld("vernietiging-zeven-dagen", "vernietiging", _LIJST, vooraf="bevestigd"),
    Beeld("vernietiging-ongedaan", "vernietiging", _LIJST, druk=("Ongedaan maken",)),
    Beeld("vernietiging-nu", "vernietiging", _LIJST, vooraf="week_later", druk=("Nu vernietigen",)),
    Beeld("vernietiging-uitgevoerd", "vernietiging", _LIJST, vooraf="vernietigd"),
    Beeld(
        "document-verklaring", "document", _STUK.format("verklaring"), vooraf="verklaard", vooraf_bij=_LIJST
    ),
    Beeld("document-vernietigingslijst", "document", _STUK.format("vernietigingslijst")),
    # Last: these bring requests of a year that is over, and the first request is no longer the only one.
    Beeld("verantwoording-jaarcijfers", "verantwoording", veld="jaarrapportage", vooraf="jaar"),
    Beeld("document-jaarrapportage", "document", _STUK.format("jaarrapportage")),
)

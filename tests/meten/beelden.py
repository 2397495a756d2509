# SPDX-License-Identifier: EUPL-1.2
"""Which pictures of the open window there are: each screen, its panels, its faults and its empty states."""

from tests.meten.beeld import VASTLEGGEN, Beeld
from tests.meten.beelden_recht import RECHT, RECHT_DAARNA

_CASUS = "SELECT dossier_id FROM casus WHERE status = 'in_uitvoering' AND overgenomen = 0"
_CONCEPTPLAN = "SELECT dossier_id FROM plan WHERE status = 'concept'"
_ALLEEN_SIGNAAL = "SELECT dossier_id FROM signaal WHERE status = 'ontvangen'"
_NIEUWE_CASUS = "SELECT dossier_id FROM casus WHERE status = 'voorbereiding'"
_VOORBEREIDING = "SELECT id FROM overleg WHERE status = 'voorbereiding'"
_REACTIE = "SELECT id FROM overleg WHERE status = 'ter_reactie'"
_BEZIG = (
    "SELECT id FROM overleg WHERE status IN ('voorbereiding', 'concept', 'ter_reactie') ORDER BY nummer DESC"
)
_VASTGESTELD = "SELECT id FROM overleg WHERE status = 'vastgesteld' LIMIT 1"
_VERSLAG = "SELECT id FROM document WHERE soort = 'verslag' LIMIT 1"
_NOTITIE = "SELECT id FROM telefoonnotitie LIMIT 1"
_WEGING = "SELECT id FROM weging WHERE vastgesteld_op IS NULL LIMIT 1"
_LEK = "SELECT dossier_id FROM casus WHERE status = 'herbeoordeling'"


def _signaal(status: str) -> str:
    return f"SELECT id FROM signaal WHERE status = '{status}'"  # noqa: S608 - a word of ours


_SIGNALEN = (
    Beeld("nieuw_signaal", "nieuw_signaal"),
    Beeld("nieuw_signaal-midden", "nieuw_signaal", veld="zelf_waargenomen"),
    Beeld("nieuw_signaal-onder", "nieuw_signaal", onder=True),
    Beeld("nieuw_signaal-gebreken", "nieuw_signaal", druk=("Signaal vastleggen",)),
    Beeld("nieuw_signaal-kandidaat", "nieuw_signaal", typ=(("naam", "Willemijn van Steenderen"),)),
    Beeld("nieuw_signaal-uit-notitie", "nieuw_signaal", _NOTITIE),
    Beeld("signaal-ontvangen", "signaal", _signaal("ontvangen")),
    Beeld("signaal-ontvangen-onder", "signaal", _signaal("ontvangen"), onder=True),
    Beeld("signaal-controle-gebreken", "signaal", _signaal("ontvangen"), druk=("Controle vastleggen",)),
    *(
        Beeld(f"signaal-{naam}", "signaal", _signaal("ontvangen"), druk=(knop,))
        for naam, knop in (
            ("spoed", "Spoed"),
            ("bericht", "Bericht aan"),
            ("corrigeren", "Signaal corrigeren"),
            ("afsluiten", "Signaal afsluiten"),
        )
    ),
    Beeld("signaal-geagendeerd", "signaal", _signaal("geagendeerd")),
    Beeld("signaal-nadere-informatie", "signaal", _signaal("nadere_informatie")),
    Beeld("signaal-doorgeleid", "signaal", _signaal("doorgeleid")),
    Beeld("signaal-opgenomen", "signaal", f"SELECT id FROM signaal WHERE dossier_id = ({_CASUS})"),  # noqa: S608 - a constant of ours
)
_WEGINGEN = (
    *(
        Beeld(f"weging-{deel}", "weging", _WEGING, deel)
        for deel in ("tafel", "informatie", "k1", "k7", "k11", "k15", "afweging", "informeren", "besluit")
    ),
    Beeld("weging-tafel-onder", "weging", _WEGING, "tafel", onder=True),
    Beeld("weging-informatie-onder", "weging", _WEGING, "informatie", onder=True),
    Beeld("weging-k1-onder", "weging", _WEGING, "k1", onder=True),
    Beeld("weging-besluit-onder", "weging", _WEGING, "besluit", onder=True),
    Beeld("weging-informeren-gebreken", "weging", _WEGING, "informeren", druk=("Besluit over informeren",)),
    Beeld("weging-vastgesteld", "weging", f"SELECT id FROM weging WHERE dossier_id = ({_CASUS})"),  # noqa: S608 - a constant of ours
)
_DOSSIERS = (
    *(
        Beeld(f"dossier-{deel}", "dossier", _CASUS, deel)
        for deel in (
            *("overzicht", "betrokkene", "informatie", "plan"),
            *("overleggen", "deelnemers", "tijdlijn", "documenten"),
        )
    ),
    *(
        Beeld(f"dossier-{deel}-onder", "dossier", _CASUS, deel, onder=True)
        for deel in ("overzicht", "betrokkene", "plan", "documenten")
    ),
    *(
        Beeld(f"dossier-{naam}", "dossier", _CASUS, "overzicht", druk=(knop,))
        for naam, knop in (
            ("regie", "Regie en"),
            ("volgende-stap", "Volgende stap"),
            ("afsluiten", "Casus afsluiten"),
            ("informeren", "Besluit over"),
        )
    ),
    Beeld("dossier-naaste", "dossier", _CASUS, "betrokkene", druk=("Naaste toevoegen",)),
    Beeld("dossier-deelnemer", "dossier", _CASUS, "deelnemers", druk=("Deelnemer toevoegen",)),
    Beeld(
        "dossier-deelnemer-gebreken",
        "dossier",
        _CASUS,
        "deelnemers",
        druk=("Deelnemer toevoegen", "Deelnemer vastleggen"),
    ),
    Beeld("dossier-voorbereiding", "dossier", _NIEUWE_CASUS, "overzicht"),
    Beeld("dossier-overleggen-leeg", "dossier", _NIEUWE_CASUS, "overleggen"),
    Beeld("dossier-documenten-leeg", "dossier", _ALLEEN_SIGNAAL, "documenten"),
    Beeld("dossier-plan-leeg", "dossier", _NIEUWE_CASUS, "plan"),
    Beeld("dossier-plan-concept", "dossier", _NIEUWE_CASUS, "plan", druk=("Plan beginnen",)),
    Beeld("dossier-plan-doel", "dossier", _CONCEPTPLAN, "plan", druk=("Doel toevoegen",)),
    Beeld("dossier-plan-factor", "dossier", _CONCEPTPLAN, "plan", druk=("Factor toevoegen",)),
    Beeld("dossier-plan-interventie", "dossier", _CONCEPTPLAN, "plan", druk=("Interventie toevoegen",)),
    Beeld("dossier-lekpaneel", "dossier", _LEK, "documenten", ("Signalen", "Dossier maken"), vooraf="lek"),
    Beeld("dossier-alleen-signaal", "dossier", _ALLEEN_SIGNAAL),
    Beeld("dossier-gesloten", "dossier", "SELECT dossier_id FROM casus WHERE gesloten_op IS NOT NULL"),
    Beeld("dossier-overgenomen", "dossier", "SELECT id FROM dossier WHERE overgenomen = 1 LIMIT 1"),
)
_OVERLEGGEN = (
    Beeld("overleggen", "overleggen"),
    Beeld("overleg-nieuw", "overleg"),
    Beeld("overleg-nieuw-gebreken", "overleg", druk=("Overleg vastleggen",)),
    *(
        Beeld(f"overleg-{deel.replace(':', '-')}", "overleg", _VOORBEREIDING, deel)
        for deel in ("overleg", "agenda", "deelnemers", "reacties", "verslag")
    ),
    Beeld("overleg-casus", "overleg", _VOORBEREIDING, "casus"),
    Beeld("overleg-casus-onder", "overleg", _VOORBEREIDING, "casus", onder=True),
    Beeld("overleg-vastgesteld", "overleg", _VASTGESTELD),
    Beeld(
        "overleg-verslag-vast",
        "overleg",
        _VASTGESTELD,
        "verslag",
    ),
)
_INRICHTING = (
    *(
        Beeld(f"inrichting-{deel}", "inrichting", veld=deel)
        for deel in (
            "gemeente",
            "partners",
            "teksten",
            "kader",
            "sleutels",
            "kluis",
            "backup",
            "waarneming",
            "overdracht",
        )
    ),
    Beeld(
        "inrichting-gemeente-gebreken",
        "inrichting",
        veld="gemeente",
        druk=("Gemeente toevoegen", "Gegevens van"),
    ),
    Beeld("inrichting-huisstijl", "inrichting", veld="gemeente", zie="Huisstijl", vooraf="huisstijl"),
    Beeld(
        "inrichting-teksten-gebrek",
        "inrichting",
        veld="teksten",
        kies=(("Welke tekst", 1),),
        typ=(("tekst", "U hoort op «datun» van ons."),),
        druk=(VASTLEGGEN,),
    ),
    Beeld(
        "inrichting-overdracht-gebreken",
        "inrichting",
        veld="overdracht",
        druk=("Overdrachtsdocument maken",),
    ),
    Beeld("inrichting-standaardzinnen", "inrichting", veld="standaardzin_lijst"),
    Beeld("inrichting-standaardzin", "inrichting", veld="standaardzin_lijst", druk=("Nieuwe standaardzin",)),
    Beeld("inrichting-partner", "inrichting", veld="partners", onder=True),
    Beeld("inrichting-kader-onder", "inrichting", veld="kader", onder=True),
    Beeld("inrichting-waarneming-onder", "inrichting", veld="waarneming", onder=True),
    *(
        Beeld(f"inrichting-{naam}", "inrichting", veld="sleutels", druk=(knop,))
        for naam, knop in (
            ("vervanger", "Vervanger toevoegen"),
            ("wachtzin", "Wachtzin wijzigen"),
            ("herstelcode", "Nieuwe herstelcode"),
            ("korte-zin", "Korte zin op"),
            ("fg", "Toegang voor"),
            ("hoofdsleutel", "Nieuwe hoofdsleutel"),
        )
    ),
)
# What these record first is no longer as the others show it, so they come last.
_AAN_HET_WERK = (
    Beeld("overleg-werk", "overleg", _BEZIG, "casus", vooraf="aan_het_werk"),
    Beeld("overleg-werk-besluiten", "overleg", _BEZIG, "besluiten"),
    Beeld("overleg-werk-onder", "overleg", _BEZIG, "casus", onder=True),
    Beeld("overleg-standaardzinnen", "overleg", _BEZIG, "overwegingen", druk=("Standaardzin",)),
)
_DAARNA = (
    Beeld("overleg-ronde", "overleg", _REACTIE, "verslag", vooraf="ter_reactie", vooraf_bij=_VOORBEREIDING),
    *_AAN_HET_WERK,
    *(
        Beeld(
            f"signaal-{deel}",
            "signaal",
            _signaal("formele_controle"),
            deel,
            vooraf="gecontroleerd",
            vooraf_bij=_signaal("ontvangen"),
        )
        for deel in ("agenderen", "overdragen")
    ),
)
BEELDEN = (
    Beeld("bureau", "bureau"),
    Beeld("bureau-onder", "bureau", onder=True),
    Beeld("dossiers", "dossiers"),
    Beeld("dossiers-standkaart", "dossiers", kies=(("dossiersLijst", 2),)),
    Beeld("dossiers-geen", "dossiers", typ=(("nummer", "9999"),)),
    Beeld("telefoonnotitie-nieuw", "telefoonnotitie"),
    Beeld("telefoonnotitie-gebreken", "telefoonnotitie", druk=("Notitie vastleggen",)),
    Beeld("terugbellen", "terugbellen", _NOTITIE),
    Beeld("terugbellen-gebreken", "terugbellen", _NOTITIE, druk=("Terugbellen vastleggen",)),
    Beeld("consultatie-nieuw", "consultatie"),
    Beeld("consultatie-gebreken", "consultatie", druk=("Consultatie vastleggen",)),
    Beeld("consultatie", "consultatie", "SELECT id FROM consultatie WHERE dossier_id IS NOT NULL"),
    Beeld("consultaties", "consultaties"),
    Beeld("zakgids", "zakgids"),
    *_SIGNALEN,
    *_WEGINGEN,
    *_DOSSIERS,
    Beeld("overnemen", "overnemen"),
    Beeld("overnemen-onder", "overnemen", onder=True),
    Beeld("andere-kluis", "andere_kluis"),
    Beeld("andere-kluis-onder", "andere_kluis", onder=True),
    Beeld("andere-kluis-gebreken", "andere_kluis", druk=("Kijken wat",), zie="Dossiers meegeven"),
    *_OVERLEGGEN,
    Beeld("document-verslag", "document", _VERSLAG),
    Beeld("document-overzicht", "document", _VERSLAG, druk=("Overzicht",)),
    Beeld(
        "document-tekst",
        "document",
        _VERSLAG,
        druk=("Tekst",),
    ),
    Beeld("document-weegverslag", "document", "SELECT id FROM document WHERE soort = 'weegverslag' LIMIT 1"),
    Beeld("controle", "controle"),
    Beeld("controle-onder", "controle", onder=True),
    Beeld("controle-gebrek", "controle", druk=("Controlecode nagaan",)),
    Beeld("toezicht", "toezicht"),
    *_INRICHTING,
    *RECHT,
    *_DAARNA,
    *RECHT_DAARNA,
)

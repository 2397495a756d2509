# SPDX-License-Identifier: EUPL-1.2
"""From the text of a kader file to a Kader, with every check that a wrong file must fail.

Hides which sections and codes the program itself depends on.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from gemeente_pga.domain.kader import (
    ALLE,
    DREMPEL,
    NIET_VASTGESTELD,
    UIT_BRON,
    VOORSTEL,
    Bewaartermijn,
    Bron,
    Code,
    Codelijst,
    Criterium,
    Grondslag,
    Kader,
    KaderFout,
    Partijsoort,
    Rol,
    Streeftermijn,
)
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.tomlbron import Pad, Tomlbron

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

_ONDERDELEN = MappingProxyType(
    {
        "criterium": frozenset[str](),
        "afsluiting": frozenset({"samenhang", "subsidiariteit", "proportionaliteit"}),
        "afgeleid": frozenset({"aanwezigheid", "bevoegdheid", "informeren"}),
    }
)
_KERNPARTIJEN = frozenset({"gemeente", "om", "politie"})


def _codes(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


# Lists whose every code has a meaning in the program: none may be missing, none may be added.
_VASTE_LIJSTEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "antwoord": _codes("spreekt_voor spreekt_tegen onbekend niet_van_toepassing"),
        "ja_nee_onbekend": _codes("ja nee onbekend"),
        "interventiesoort": _codes("vrijwillig bestuurlijk strafrechtelijk zorg_jeugd"),
        "interventiestand": _codes("nog_niet_begonnen loopt afgerond gestopt"),
        "factorsoort": _codes("risico beschermend"),
        "categorie": _codes("gewoon bijzonder strafrechtelijk"),
        "markering": _codes("vrij citeren_na_akkoord niet_verstrekken ter_kennisneming niet_vastleggen"),
        "naam_noemen": _codes("ja nee"),
        "wegingsoort": _codes("gewoon kort voorlopig"),
        "weging_aanwezigheid": _codes("ja schriftelijk nee"),
        "weegbesluit": _codes("opnemen niet_opnemen doorgeleid nadere_informatie overdragen"),
        "standpunt": _codes("akkoord kanttekening weigert geen_reactie"),
        "informeren": _codes("ja later nee"),
        "aanwezigheid": _codes("aanwezig schriftelijk afwezig_met_bericht afwezig"),
        "actiestatus": _codes("open gedaan loopt vervalt niet_gedaan"),
        "reactie": _codes("akkoord wijziging geen_reactie"),
        "verslag_door": _codes("gemeente zvh"),
        "vastgesteld_wijze": _codes("volgend_overleg schriftelijk"),
        "vorig_verslag": _codes("vastgesteld gewijzigd_vastgesteld aangehouden geen"),
        "verzoeksoort": _codes(
            "inzage rectificatie gegevenswissing beperking bezwaar bezwaarschrift "
            "beroep klacht klacht_ap ingebrekestelling woo schadeclaim"
        ),
        "aanhouden_wat": _codes("weging informeren overleg verstrekking"),
        "contactdoel": _codes("melding eigen_taak overleg hulpverlening onbekend"),
    }
)
# Lists that may grow: these codes at least.
_OPEN_LIJSTEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "criteriumgroep": _codes(""),
        "leefgebied": _codes(""),
        "ideologie": _codes("onbekend overig"),
        "soort_uitspraak": _codes("feit van_horen_zeggen interpretatie mening oordeel"),
        "bron_soort": _codes("onderwijs politie om ambtsbericht anoniem"),
        "bron_kennis": _codes("zelf_gezien van_horen_zeggen document open_bron onbekend"),
        "verkregen": _codes("heimelijk onbekend"),
        "gecontroleerd": _codes("ja nee"),
        "signaalsoort": _codes("melding telefoonnotitie ambtsbericht overdracht_andere_gemeente overgenomen"),
        "kanaal": _codes("telefoon e_mail"),
        "eerder_besproken": _codes("nee onbekend"),
        "doorgeleid_naar": _codes(""),
        "geinformeerd_hoe": _codes(""),
        "informering": _codes("nog_niet"),
        "relatie": _codes(""),
        "sluitreden_signaal": _codes("verkeerde_persoon andere_gemeente niet_opgenomen"),
        "sluitreden_casus": _codes("overgedragen"),
        "reden_notitie_afhandelen": _codes(""),
        "reden_zoeken": _codes("controle_fg"),
        "reden_inzien": _codes("nieuw_signaal controle_fg"),
        "reden_fg": _codes(""),
        "reden_kandidaat_bevestigen": _codes(""),
        "reden_kandidaat_afwijzen": _codes(""),
        "reden_onvolledige_weegploeg": _codes("acuut_gevaar"),
        "reden_lekcontrole": _codes(""),
        "reden_correctie": _codes(""),
        "reden_terugnemen": _codes(""),
        "reden_uitstel_informeren": _codes(""),
        "bestemd_voor": _codes(""),
        "verstrekkingswijze": _codes(""),
        "verzoekbesluit": _codes("toegewezen deels afgewezen geen_gegevens doorgezonden"),
        "verzoekstap": _codes("bronhouder_geraadpleegd aan_deelnemers_gemeld"),
        "identiteit_wijze": _codes(""),
        "bezorging": _codes(""),
        "hoedanigheid_gezag": _codes(""),
        "reden_aanhouding": _codes(""),
        "reden_afwijking": _codes(""),
        "reden_kaderwaarde": _codes(""),
        "reden_kaderwissel": _codes(""),
        "reden_opschorting": _codes("hotspot"),
        "reden_verlenging": _codes(""),
        "datalekaard": _codes(""),
        "bevoegdheid": _codes(""),
    }
)
_LIJSTEN: Mapping[str, frozenset[str]] = MappingProxyType({**_VASTE_LIJSTEN, **_OPEN_LIJSTEN})
# Lists in which somebody else decides, except for these codes. What is of substance is never closed by one.
_ZONDER_BESLISSER: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "interventiesoort": _codes("vrijwillig"),
        "sluitreden_signaal": _codes("verkeerde_persoon dubbel_vastgelegd niet_over_persoon andere_gemeente"),
        "sluitreden_casus": _codes(""),
    }
)
_BEWAARTERMIJNEN = _codes(
    "casus_gesloten casus_overgedragen signaal_niet_opgenomen signaal_doorgeleid signaal_afgesloten "
    "signaal_overgedragen telefoonnotitie verzoek_betrokkene"
)
_STREEFTERMIJNEN = _codes(
    "weging tussenbesluit_bevestigen nadere_informatie plan_van_aanpak herbeoordeling_eerste "
    "herbeoordeling_volgende herbeoordeling_uiterlijk herbeoordeling_herinnering casus_lang_open "
    "reactie_verslag informeren_betrokkene verzoek_antwoord verzoek_verlenging verzoek_herinnering "
    "verzoek_politiegegevens opschorting_controle kader_controle backup_herinnering "
    "grondslag_waarschuwing houder_antwoord exemplaar_terug bewaren_herinnering vernietiging_bedenktijd "
    "aanhouding_uiterlijk woo_besluit woo_verlenging bezwaar_indienen bezwaar_besluit klacht_afhandeling"
)
_ROLLEN = _codes("burgemeester coordinator voorzitter casusregisseur deelnemer uitvoerder verslaglegger fg")
_SECTIES = (
    "kader",
    "wettelijk_criterium",
    "zorgvuldigheidstoets",
    "partij",
    "rol",
    "grondslag",
    "bewaartermijn",
    "streeftermijn",
    "bron",
    "codelijst",
)


def read_kader(tekst: str, naam: str, *, sha256: str) -> Kader:
    """Read and check the whole file; KaderFout at the first fault."""
    return _Lezing(tekst, naam).read(tekst, sha256)


class _Lezing:
    """One reading of one file: the tables as they come, and what they may refer to."""

    def __init__(self, tekst: str, naam: str) -> None:
        self.toml = Tomlbron(tekst, naam, KaderFout)
        self.toml.expect_sections(_SECTIES)
        self.bronnen = self._rows(Bron, "bron")
        self.broncodes = frozenset(bron.code for bron in self.bronnen)
        self.codelijsten = self._codelijsten()
        self.partijen = self._rows(Partijsoort, "partij", _KERNPARTIJEN)

    def read(self, tekst: str, sha256: str) -> Kader:
        wettelijk = self._criteria("wettelijk_criterium", "wettelijk")
        zorgvuldig = self._criteria("zorgvuldigheidstoets", "zorgvuldigheid", eerder=wettelijk)
        self._check_onderdelen(wettelijk + zorgvuldig)
        self._check_kernpartijen()
        inhoud = {
            "wettelijke_criteria": wettelijk,
            "zorgvuldigheidstoetsen": zorgvuldig,
            "partijen": self.partijen,
            "rollen": self._rows(Rol, "rol", _ROLLEN),
            "alle_grondslagen": self._grondslagen(),
            "bewaartermijnen": self._termijnen(Bewaartermijn, "bewaartermijn", _BEWAARTERMIJNEN),
            "streeftermijnen": self._termijnen(Streeftermijn, "streeftermijn", _STREEFTERMIJNEN),
            "codelijsten": self.codelijsten,
            "bronnen": self.bronnen,
            "tekst": tekst,
            "sha256": sha256,
            "drempel": DREMPEL,
        }
        kader = self.toml.read(Kader, ("kader",), vast=inhoud)
        self._check_bron(("kader",), kader)
        if kader.in_werking is None and kader.status != NIET_VASTGESTELD:
            self.toml.refuse(("kader",), "status", "zonder datum van inwerkingtreding: niet_vastgesteld")
        return kader

    def _rows(
        self,
        klasse: type[T],
        sectie: str,
        minstens: frozenset[str] = frozenset(),
        *,
        vast: Mapping[str, object] = MappingProxyType({}),
    ) -> tuple[T, ...]:
        """All tables of a section: each with its own code and a known source, and all codes we count on."""
        rijen: list[T] = []
        codes: set[str] = set()
        for pad in self.toml.tables(sectie):
            rij = self.toml.read(klasse, pad, vast=vast)
            self._check_dubbel(pad, rij, codes)
            self._check_bron(pad, rij)
            rijen.append(rij)
        for code in sorted(minstens - codes):
            self.toml.refuse((), sectie, f'de code "{code}" ontbreekt; het programma heeft die nodig')
        return tuple(rijen)

    def _check_dubbel(self, pad: Pad, rij: "DataclassInstance", codes: set[str]) -> None:
        code = str(getattr(rij, "code", ""))
        if code in codes:
            self.toml.refuse(pad, "code", f'de code "{code}" staat er al')
        codes.add(code)

    def _check_bron(self, pad: Pad, rij: "DataclassInstance") -> None:
        """Every source is in the list of sources; what is recalled or inferred does not pose as law."""
        for verwijzing in getattr(rij, "bron", ()):
            code = verwijzing.partition(" ")[0]
            if code not in self.broncodes:
                self.toml.refuse(pad, "bron", f'de bron "{code}" staat niet in de lijst met bronnen')
        zekerheid, status = getattr(rij, "zekerheid", ""), getattr(rij, "status", "")
        if zekerheid == "R":
            self.toml.refuse(pad, "zekerheid", "wat alleen uit herinnering komt, mag niet in het kader")
        if zekerheid == "I" and status == UIT_BRON:
            self.toml.refuse(
                pad, "status", "wat is afgeleid, staat niet in een bron: voorstel of niet_vastgesteld"
            )
        if zekerheid in ("L", "Lx", "O") and status == VOORSTEL:
            self.toml.refuse(pad, "status", "wat in een bron staat, is geen voorstel")

    def _criteria(self, sectie: str, lijst: str, eerder: tuple[Criterium, ...] = ()) -> tuple[Criterium, ...]:
        criteria = self._rows(Criterium, sectie, vast={"lijst": lijst})
        groepen = {code.code for code in self._lijst("criteriumgroep").waarden}
        eerdere_codes = {criterium.code for criterium in eerder}
        for nummer, criterium in enumerate(criteria):
            pad = (sectie, nummer)
            if criterium.code in eerdere_codes:
                self.toml.refuse(pad, "code", f'de code "{criterium.code}" staat al in de andere lijst')
            if criterium.groep not in groepen:
                self.toml.refuse(pad, "groep", f'onbekende code "{criterium.groep}"; zie criteriumgroep')
            mag = _ONDERDELEN[criterium.soort]
            if criterium.onderdeel not in (mag or {""}):
                keuze = f"kies uit {', '.join(sorted(mag))}" if mag else "hoort niet bij soort criterium"
                self.toml.refuse(pad, "onderdeel", keuze)
        return criteria

    def _check_onderdelen(self, criteria: tuple[Criterium, ...]) -> None:
        gevonden = [criterium.onderdeel for criterium in criteria if criterium.onderdeel]
        for onderdeel in sorted(frozenset().union(*_ONDERDELEN.values())):
            if gevonden.count(onderdeel) != 1:
                self.toml.refuse((), "onderdeel", f'"{onderdeel}" hoort bij precies één criterium of toets')

    def _check_kernpartijen(self) -> None:
        for nummer, partij in enumerate(self.partijen):
            if partij.kernpartij != (partij.code in _KERNPARTIJEN):
                self.toml.refuse(("partij", nummer), "kernpartij", "kernpartij zijn gemeente, om en politie")

    def _grondslagen(self) -> tuple[Grondslag, ...]:
        grondslagen = self._rows(Grondslag, "grondslag")
        partijen = {partij.code for partij in self.partijen} | {ALLE}
        categorieen = {code.code for code in self._lijst("categorie").waarden}
        for nummer, grondslag in enumerate(grondslagen):
            pad = ("grondslag", nummer)
            for code in sorted(set(grondslag.voor_partijen) - partijen):
                self.toml.refuse(pad, "voor_partijen", f'onbekende code "{code}"; zie de partijen')
            for code in sorted(set(grondslag.voor_categorie) - categorieen):
                self.toml.refuse(pad, "voor_categorie", f'onbekende code "{code}"; zie categorie')
            vanaf, tot = grondslag.geldig_vanaf, grondslag.geldig_tot
            if vanaf is not None and tot is not None and tot <= vanaf:
                self.toml.refuse(pad, "geldig_tot", "ligt niet na geldig_vanaf")
        return grondslagen

    def _termijnen(self, klasse: type[T], sectie: str, minstens: frozenset[str]) -> tuple[T, ...]:
        """Terms: a number only with a source or as a proposal; no number means niet_vastgesteld."""
        rijen = self._rows(klasse, sectie, minstens)
        for nummer, rij in enumerate(rijen):
            pad = (sectie, nummer)
            termijn, status = getattr(rij, "termijn", ""), getattr(rij, "status", "")
            if bool(termijn) == (status == NIET_VASTGESTELD):
                self.toml.refuse(
                    pad, "termijn", "een getal mag alleen met een bron; leeg is niet_vastgesteld"
                )
            if termijn and isinstance(rij, Bewaartermijn) and status != UIT_BRON:
                self.toml.refuse(
                    pad, "termijn", "een bewaartermijn volgt uit een bron en is nooit een voorstel"
                )
            try:
                if termijn:
                    parse_periode(termijn)
            except ValueError as fout:
                self.toml.refuse(pad, "termijn", str(fout))
        return rijen

    def _codelijsten(self) -> tuple[Codelijst, ...]:
        lijsten: list[Codelijst] = []
        for pad in self.toml.tables("codelijst"):
            waarden = self._waarden(pad)
            lijst = self.toml.read(Codelijst, pad, vast={"waarden": waarden}, onderdelen=["waarde"])
            self._check_bron(pad, lijst)
            self._check_dubbel(pad, lijst, {eerder.code for eerder in lijsten})
            self._check_codes(pad, lijst)
            lijsten.append(lijst)
        for code in sorted(_LIJSTEN.keys() - {lijst.code for lijst in lijsten}):
            self.toml.refuse((), "codelijst", f'de lijst "{code}" ontbreekt')
        return tuple(lijsten)

    def _check_codes(self, pad: Pad, lijst: Codelijst) -> None:
        codes = frozenset(waarde.code for waarde in lijst.waarden)
        if lijst.code not in _LIJSTEN:
            self.toml.refuse(pad, "code", f'onbekende lijst "{lijst.code}"')
        for code in sorted(_LIJSTEN[lijst.code] - codes):
            self.toml.refuse(pad, "waarde", f'de code "{code}" ontbreekt; het programma heeft die nodig')
        if lijst.code in _VASTE_LIJSTEN and codes != _LIJSTEN[lijst.code]:
            vreemd = min(codes - _LIJSTEN[lijst.code])
            self.toml.refuse(pad, "waarde", f'onbekende code "{vreemd}"; deze lijst ligt vast')
        if lijst.code in _ZONDER_BESLISSER:
            self._check_beslissers(pad, lijst)

    def _check_beslissers(self, pad: Pad, lijst: Codelijst) -> None:
        mag_zonder = _ZONDER_BESLISSER[lijst.code]
        for nummer, waarde in enumerate(lijst.waarden):
            if bool(waarde.beslisser) == (waarde.code in mag_zonder):
                codes = ", ".join(sorted(mag_zonder)) or "niets"
                reden = f"zonder andere beslisser mag in deze lijst alleen: {codes}"
                self.toml.refuse((*pad, "waarde", nummer), "beslisser", reden)

    def _waarden(self, pad: Pad) -> tuple[Code, ...]:
        waarden: list[Code] = []
        codes: set[str] = set()
        for plek in self.toml.tables("waarde", pad):
            waarde = self.toml.read(Code, plek)
            self._check_dubbel(plek, waarde, codes)
            self._check_bron(plek, waarde)
            self._check_waarde(plek, waarde)
            waarden.append(waarde)
        return tuple(waarden)

    def _check_waarde(self, plek: Pad, waarde: Code) -> None:
        if bool(waarde.bron) != bool(waarde.zekerheid):
            self.toml.refuse(plek, "bron", "bron en zekerheid horen bij elkaar")
        if waarde.geblokkeerd and not waarde.waarschuwing:
            self.toml.refuse(plek, "waarschuwing", "wie niet verder mag, moet lezen waarom")
        if waarde.code == "heimelijk" and not waarde.geblokkeerd:
            self.toml.refuse(plek, "geblokkeerd", "wat heimelijk is verkregen, mag niet worden gebruikt")

    def _lijst(self, code: str) -> Codelijst:
        return next(lijst for lijst in self.codelijsten if lijst.code == code)

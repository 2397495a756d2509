# SPDX-License-Identifier: EUPL-1.2
"""What a decision on a request needs, and how it goes on afterwards until nothing stands open against it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from gemeente_pga.domain.afschrift import INZAGE
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gezag import BRON as GEZAG_BRON
from gemeente_pga.domain.gezag import is_onder_zestien
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.mandaat import VERZOEK as OP_VERZOEK
from gemeente_pga.domain.mandaat import Bevoegdheid, Mandaatregel, geldig, mist_mandaat
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import Invoer, datum_kort, datum_lang
from gemeente_pga.domain.verzoek import (
    AFLOPEN,
    BEKENDGEMAAKT,
    ELDERS,
    GEMACHTIGDE,
    INGETROKKEN,
    NAMENS,
    TEKENT,
    VERTEGENWOORDIGER,
    ZELF,
    Afloop,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekrond,
)
from gemeente_pga.domain.verzoektermijn import AVG

BUITEN_BEHANDELING, DOORGEZONDEN = "buiten_behandeling", "doorgezonden"
GEEN_MEDEDELING = "geen_mededeling"
"""The answer that neither says nor denies that there is anything."""
_ZONDER_IDENTITEIT = frozenset({BUITEN_BEHANDELING, DOORGEZONDEN})
_MET_GROND = frozenset({"deels", "afgewezen", GEEN_MEDEDELING})
_TOEWIJZING = frozenset({"toegewezen", "deels"})
_NAMENS = ", namens de burgemeester"


def beoordeel_verzoekbesluit(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, verzoek: Verzoekregel, rond: Verzoekrond
) -> Verzoekbesluit | list[Gebrek]:
    """Check a decision: its text, its ground when something is refused, and who signs."""
    lees = Invoer(invoer, vandaag)
    besluit = Verzoekbesluit(
        besluit=lees.code("besluit", "Besluit", kader.codes("verzoekbesluit"), verplicht=True),
        besluit_grond=lees.regel("besluit_grond", "Grond om te weigeren"),
        besluit_tekst=lees.tekst("besluit_tekst", "Tekst van het besluit", verplicht=True),
        ondertekenaar=lees_ondertekenaar(lees),
        besluit_op=lees.datum("besluit_op", "Besloten op", verplicht=True) or vandaag,
    )
    for gebrek in mist_voor_besluit(verzoek, besluit, rond):
        if gebrek.veld not in {al.veld for al in lees.gebreken}:
            lees.gebrek(gebrek.veld, gebrek.melding)
    return lees.gebreken or besluit


def lees_ondertekenaar(lees: Invoer) -> str:
    """Who signs a letter, with his function, as it stands below it."""
    wie = lees.code("tekent", "Wie tekent", [code for code, _ in TEKENT], verplicht=True)
    naam = lees.regel("ondertekenaar_naam", "Naam", verplicht=True, maximum=100)
    functie = lees.regel("ondertekenaar_functie", "Functie", verplicht=wie == NAMENS, maximum=100)
    return f"{naam}, burgemeester" if wie == ZELF else f"{naam}, {functie}{_NAMENS}"


def tekenmandaat(besluit: Verzoekbesluit, rond: Verzoekrond) -> Mandaatregel | None:
    """The mandate with which it is signed; None when the burgemeester signs, or nobody may."""
    namens = besluit.ondertekenaar.endswith(_NAMENS)
    wie = _wie_tekent(besluit.ondertekenaar)
    return geldig(rond.mandaten, OP_VERZOEK, wie, besluit.besluit_op) if namens else None


def _wie_tekent(ondertekenaar: str) -> tuple[str, str]:
    naam, _, functie = ondertekenaar.removesuffix(_NAMENS).partition(", ")
    return naam, functie


def mist_tekenmandaat(
    ondertekenaar: str,
    mandaten: Iterable[Mandaatregel],
    bevoegdheid: Bevoegdheid,
    op: date,
    wat: str = "dit besluit",
) -> str:
    """Why who signs on behalf of the burgemeester may not; empty with a mandate, or when he signs himself."""
    if not ondertekenaar.endswith(_NAMENS):
        return ""
    zelf = f"{wat} moet door de burgemeester zelf worden getekend."
    return mist_mandaat(mandaten, bevoegdheid, _wie_tekent(ondertekenaar), op, zelf)


def mist_voor_besluit(verzoek: Verzoekregel, besluit: Verzoekbesluit, rond: Verzoekrond) -> list[Gebrek]:
    """What stands between this request and this decision."""
    uit: list[Gebrek] = []
    inhoud, behandeling = verzoek.inhoud, verzoek.behandeling
    if inhoud.soort in ELDERS:
        zin = "Hierover besluit een ander. Leg de uitkomst vast als stap, en daarna de afloop."
        uit.append(Gebrek("besluit", zin))
    uit += _mist_tekst(besluit, rond)
    if besluit.besluit in _MET_GROND and not any(teken.isdigit() for teken in besluit.besluit_grond):
        zin = "Weigeren mag alleen op een grond. Noem de wet en het artikel, zoals UAVG, artikel 41."
        uit.append(Gebrek("besluit_grond", zin))
    if besluit.besluit_op < inhoud.ontvangen_op:
        zin = f"Het verzoek kwam binnen op {datum_kort(inhoud.ontvangen_op)}. Controleer de datum."
        uit.append(Gebrek("besluit_op", zin))
    if besluit.besluit == DOORGEZONDEN and not behandeling.doorgezonden_aan:
        uit.append(Gebrek("besluit", "Leg bij Behandeling eerst vast aan wie het is doorgezonden."))
    if besluit.besluit in _TOEWIJZING and verzoek.dossier_id is None and inhoud.soort in AVG:
        uit.append(Gebrek("besluit", "Er is geen dossier gekozen. Kies Er zijn geen gegevens."))
    zin = "" if besluit.besluit in _ZONDER_IDENTITEIT else _mist_wie(verzoek, rond)
    if zin:
        uit.append(Gebrek("besluit", zin))
    if besluit.besluit in _TOEWIJZING and rond.niet_geraadpleegd:
        wie = ", ".join(rond.niet_geraadpleegd)
        uit.append(Gebrek("besluit", f"Raadpleeg eerst de bronhouder en leg dat vast als stap: {wie}."))
    return uit


def _mist_tekst(besluit: Verzoekbesluit, rond: Verzoekrond) -> list[Gebrek]:
    """The words, and who signs them."""
    uit: list[Gebrek] = []
    if not besluit.besluit_tekst:
        uit.append(Gebrek("besluit_tekst", "Vul in: Tekst van het besluit."))
    if not besluit.ondertekenaar:
        uit.append(Gebrek("ondertekenaar_naam", "Vul in: Naam."))
    elif zin := mist_tekenmandaat(besluit.ondertekenaar, rond.mandaten, OP_VERZOEK, besluit.besluit_op):
        uit.append(Gebrek("ondertekenaar_naam", zin))
    return uit


def _mist_wie(verzoek: Verzoekregel, rond: Verzoekrond) -> str:
    """Is it known who asks, and may that person?"""
    inhoud, behandeling = verzoek.inhoud, verzoek.behandeling
    if inhoud.soort not in AVG:
        return ""
    if behandeling.identiteit_op is None:
        return "De identiteit is niet vastgesteld. Dan kan alleen: buiten behandeling of doorgezonden."
    if inhoud.hoedanigheid == GEMACHTIGDE and behandeling.machtiging_gezien_op is None:
        return "De machtiging is nog niet gezien. Vraag erom en leg de dag vast."
    if is_onder_zestien(rond.geboortedatum, inhoud.ontvangen_op):
        if inhoud.hoedanigheid != VERTEGENWOORDIGER:
            return (
                f"Betrokkene was nog geen zestien. De wettelijke vertegenwoordiger vraagt dit ({GEZAG_BRON})."
            )
        if not rond.gezag:
            return "Leg eerst vast wie het gezag over betrokkene heeft."
    return ""


def nog_te_doen(
    verzoek: Verzoekregel, rond: Verzoekrond, niet_gemeld: Collection[str] = ()
) -> tuple[Ontbreekt, ...]:
    """What this request asks now, in order, ending in the decision; veld: the form in which it is done.

    niet_gemeld: participants who were not told of it.
    """
    if not verzoek.loopt:
        return ()
    if verzoek.inhoud.soort in ELDERS:
        return (_te_doen("Leg de uitkomst vast als stap, en daarna de afloop.", "stap"),)
    if verzoek.besluit is not None:
        return (_na_besluit(verzoek),)
    uit = _over_wie(verzoek, rond)
    if niet_gemeld:
        zin = f"Dit verzoek geldt voor alle deelnemers. Meld het nog aan: {', '.join(niet_gemeld)}."
        uit.append(_te_doen(zin, "stap"))
    if verzoek.inhoud.politiedelen and verzoek.behandeling.politie_doorgezonden_op is None:
        uit.append(_te_doen("Stuur het deel over de politie door, en leg de dag vast.", "behandeling"))
    if rond.niet_geraadpleegd:
        zin = f"Vraag de bronhouders wat niet gegeven mag worden: {', '.join(rond.niet_geraadpleegd)}."
        uit.append(_te_doen(zin, "stap"))
    return (*uit, _te_doen("Neem daarna het besluit." if uit else "Neem het besluit.", "besluit"))


def _over_wie(verzoek: Verzoekregel, rond: Verzoekrond) -> list[Ontbreekt]:
    inhoud, behandeling = verzoek.inhoud, verzoek.behandeling
    uit: list[Ontbreekt] = []
    if inhoud.soort not in AVG:
        return uit
    if behandeling.identiteit_op is None:
        uit.append(_te_doen("Stel vast wie dit vraagt, en leg vast hoe u dat nakeek.", "behandeling"))
    if inhoud.hoedanigheid == GEMACHTIGDE and behandeling.machtiging_gezien_op is None:
        uit.append(_te_doen("Vraag om de machtiging, en leg de dag vast waarop u die zag.", "behandeling"))
    if is_onder_zestien(rond.geboortedatum, inhoud.ontvangen_op) and not rond.gezag:
        uit.append(_te_doen("Leg vast wie het gezag over betrokkene heeft.", "gezag"))
    return uit


def _na_besluit(verzoek: Verzoekregel) -> Ontbreekt:
    if verzoek.bekendgemaakt_op is None:
        inzage = verzoek.inhoud.soort == INZAGE and verzoek.besluit and verzoek.besluit.besluit in _TOEWIJZING
        zin = "Stel het afschrift samen en maak het besluit bekend" if inzage else "Maak het besluit bekend"
        return _te_doen(f"{zin}. Leg de dag vast.", "afloop")
    eind = verzoek.rechtsmiddel_voor
    vanaf = f"Na {datum_lang(eind)}: leg" if eind else "Leg"
    return _te_doen(f"{vanaf} vast dat er niets meer tegen open staat.", "afloop")


def _te_doen(zin: str, vorm: str) -> Ontbreekt:
    return Ontbreekt(zin, "verzoek", vorm)


def beoordeel_afloop(
    invoer: Mapping[str, object], vandaag: date, *, verzoek: Verzoekregel, ertegen: Collection[str]
) -> Afloop | list[Gebrek]:
    """Check how it goes on. ertegen: remedies against this decision that still run."""
    lees = Invoer(invoer, vandaag)
    afloop = Afloop(
        afloop=lees.code("afloop", "Afloop", [code for code, _ in AFLOPEN], verplicht=True),
        op=lees.datum("op", "Op", verplicht=True) or vandaag,
    )
    zin = mist_voor_afloop(verzoek, afloop, ertegen)
    if zin and not lees.gebreken:
        lees.gebrek("afloop", zin)
    return lees.gebreken or afloop


def mist_voor_afloop(verzoek: Verzoekregel, afloop: Afloop, ertegen: Collection[str]) -> str:
    """Why it cannot go on like this; empty when it can."""
    if not verzoek.loopt:
        return "Dit verzoek is al afgerond."
    vroegst = verzoek.besluit.besluit_op if verzoek.besluit else verzoek.inhoud.ontvangen_op
    if afloop.op < vroegst:
        return f"Dat kan niet vóór {datum_kort(vroegst)}. Controleer de datum."
    if afloop.afloop == INGETROKKEN:
        return "Er is al besloten. Intrekken kan niet meer." if verzoek.besluit else ""
    if afloop.afloop == BEKENDGEMAAKT:
        if verzoek.besluit is None:
            return "Er is nog geen besluit om bekend te maken."
        return "Het besluit is al bekendgemaakt." if verzoek.bekendgemaakt_op else ""
    return _mist_onherroepelijk(verzoek, afloop, ertegen)


def _mist_onherroepelijk(verzoek: Verzoekregel, afloop: Afloop, ertegen: Collection[str]) -> str:
    if ertegen:
        return f"Hiertegen loopt nog {', '.join(sorted(ertegen))}. Zolang is het niet onherroepelijk."
    if verzoek.inhoud.soort in ELDERS:
        return ""
    if verzoek.bekendgemaakt_op is None:
        return "Maak het besluit eerst bekend. Pas daarna kan het onherroepelijk worden."
    eind = verzoek.rechtsmiddel_voor
    if eind is not None and afloop.op <= eind:
        return f"Tot en met {datum_kort(eind)} kan iemand nog bezwaar maken."
    return ""

# SPDX-License-Identifier: EUPL-1.2
"""Letters about a request: received, longer, decided. They name the request only, and never a dossier."""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.brief import BRIEFSOORTEN, VERLENGING, Briefopdracht
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Brief, Briefdeel, Kop, Staat
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.verzoek import CASUSOVERLEG, Verzoekbesluit, Verzoekregel
from gemeente_pga.domain.verzoekbesluit import GEEN_MEDEDELING
from gemeente_pga.domain.verzoektermijn import AVG
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.tekstblok import teksten

_NAMENS = (
    "De burgemeester van {gemeente} is het contactpunt. Een verzoek geldt voor alle partijen die in een "
    "persoonsgerichte aanpak samenwerken. De burgemeester besluit (Staatsblad 2025, 78, artikel 2 en 3)."
)
NIVEAU = "Vertrouwelijk"  # not the words of the other papers: they name the approach
_KAAL = "De burgemeester van {gemeente} besluit over uw verzoek."
_ZELF = "De gemeente {gemeente} besluit hierover zelf."
POLITIE = (
    "Over gegevens van de politie besluit de politie zelf (Wpg, artikel 25). U krijgt daarover apart bericht."
)
BEZWAAR = (
    "Dit is een besluit in de zin van de Algemene wet bestuursrecht. Bent u het er niet mee eens? Dan kunt u "
    "een bezwaarschrift sturen aan de burgemeester van {gemeente}. Vraag het contactpunt tot wanneer dat kan."
)
RECHTEN = (
    "U kunt vragen om inzage in uw gegevens, om verbetering, om wissen en om beperking van de verwerking. "
    "U kunt ook bezwaar maken tegen de verwerking (AVG, artikel 15 tot en met 21)."
)
KLACHT = "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens (AVG, artikel 77)."
_NOCH = (
    "Wij zeggen niet of er gegevens over u zijn. Wij bevestigen het niet en wij ontkennen het niet. Uit dit "
    "antwoord kunt u niet afleiden dat er iets is, en ook niet dat er niets is."
)
# What stands in letters whatever the municipality writes: the law asks for it.
VASTE_TEKSTEN = (RECHTEN, KLACHT, BEZWAAR.format(gemeente="uw gemeente"), POLITIE, _NOCH)
_TOEGEWEZEN = frozenset({"toegewezen", "deels"})


def besluitbrief(r: Lezer, regel: Verzoekregel, besluit: Verzoekbesluit, kader: Kader) -> Brief:
    """The letter. Unless something is given, it tells of no approach, no other party and no police data."""
    inhoud = regel.inhoud
    gemeente = _plaats(regel)
    if besluit.besluit == GEEN_MEDEDELING:
        ons = _NOCH  # what the coordinator wrote down stays in the kluis
    else:
        ons = f"{kader.label('verzoekbesluit', besluit.besluit)}. {besluit.besluit_tekst}"
    delen = [
        ("Wat u vroeg", _gevraagd(regel)),
        ("Ons besluit", ons),
        ("Op welke grond", besluit.besluit_grond),
    ]
    gegeven = besluit.besluit in _TOEGEWEZEN
    if inhoud.soort in AVG:
        wie = _NAMENS if inhoud.verwerking == CASUSOVERLEG else _ZELF
        delen.append(("Wie besluit", (wie if gegeven else _KAAL).format(gemeente=gemeente)))
    if inhoud.politiedelen and gegeven:
        delen.append(("Gegevens van de politie", POLITIE))
    delen.append(("Niet mee eens", BEZWAAR.format(gemeente=gemeente)))
    titel = "Besluit op uw verzoek"
    return _brief(r, regel, kader, titel, delen, besluit.besluit_op, besluit.ondertekenaar)


def verzoekbrief(r: Lezer, regel: Verzoekregel, opdracht: Briefopdracht, kader: Kader) -> Brief:
    """That a request came in, or that the answer takes longer. Tells nothing of what there is."""
    gemeente, blokken = _plaats(regel), teksten(r)
    if opdracht.soort == VERLENGING and regel.verlenging is not None:
        dag = datum_lang(regel.uiterlijk) if regel.uiterlijk else ""
        zin = blokken.vul("langer", {"datum": dag, "reden": regel.verlenging.verlengd_reden})
        delen = [("Wat u vroeg", _gevraagd(regel)), ("Het antwoord duurt langer", zin)]
    else:
        dag = datum_lang(regel.uiterlijk) if regel.uiterlijk else ""
        wanneer = blokken.vul("wanneer", {"datum": dag}) if dag else blokken.vul("geen_dag")
        delen = [("Wat u vroeg", _gevraagd(regel)), ("Wanneer u antwoord krijgt", wanneer)]
        if regel.inhoud.soort in AVG and regel.behandeling.identiteit_op is None:
            delen.append(("Wie u bent", blokken.vul("identiteit")))
    delen += [("Verder", opdracht.tekst), ("Wie besluit", _KAAL.format(gemeente=gemeente))]
    titel = BRIEFSOORTEN[opdracht.soort]
    return _brief(r, regel, kader, titel, delen, opdracht.op, opdracht.ondertekenaar)


def zonder_aanpak(hoofd: Kop) -> Kop:
    """The head of a letter: other papers name the approach there."""
    return replace(hoofd, vertrouwelijkheid=NIVEAU)


def _brief(
    r: Lezer, regel: Verzoekregel, kader: Kader, titel: str, delen: list[tuple[str, str]], op: date, wie: str
) -> Brief:
    """With what stands in every letter: the rights, the complaint, the contact point."""
    hoofd = kop(
        r, kader, titel, kenmerk=regel.nummer, datum=op,
        nummers=(regel.nummer,), nummersoort="Verzoek", staat=Staat.VASTGESTELD, dossier_id=regel.dossier_id,
    )  # fmt: skip
    slot = [("Uw rechten", f"{RECHTEN} {KLACHT}"), ("Contact", contactregel(r, regel.gemeente_id))]
    return Brief(
        kop=zonder_aanpak(hoofd),
        aan=regel.inhoud.verzoeker,
        adres=regel.inhoud.contact,
        delen=tuple(Briefdeel(kop=naam, tekst=tekst) for naam, tekst in [*delen, *slot] if tekst),
        ondertekenaar=wie,
    )


def _gevraagd(regel: Verzoekregel) -> str:
    return f"Op {datum_lang(regel.inhoud.ontvangen_op)} ontvingen wij uw verzoek. U vroeg: {regel.inhoud.wat}"


def _plaats(regel: Verzoekregel) -> str:
    return regel.gemeente.removeprefix("Gemeente ")


def contactregel(r: Lezer, gemeente_id: int) -> str:
    """The contact point of this municipality: the burgemeester, and where to find him."""
    rij = r.row("SELECT naam, contactpunt FROM gemeente WHERE id = ?", gemeente_id)
    if rij is None:
        return ""
    waar = f", {rij['contactpunt']}" if rij["contactpunt"] else ""
    return f"De burgemeester van {rij['naam'].removeprefix('Gemeente ')}{waar}."

# SPDX-License-Identifier: EUPL-1.2
"""The decision on a request as a letter. It names the request only: whoever opens it learns of no dossier."""

from dataclasses import replace

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Brief, Briefdeel, Staat
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.verzoek import CASUSOVERLEG, Verzoekbesluit, Verzoekregel
from gemeente_pga.domain.verzoektermijn import AVG
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.kop import kop

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
_TOEGEWEZEN = frozenset({"toegewezen", "deels"})


def besluitbrief(r: Lezer, regel: Verzoekregel, besluit: Verzoekbesluit, kader: Kader) -> Brief:
    """The letter. Unless something is given, it tells of no approach, no other party and no police data."""
    inhoud = regel.inhoud
    gemeente = regel.gemeente.removeprefix("Gemeente ")
    delen = [
        ("Wat u vroeg", f"Op {datum_lang(inhoud.ontvangen_op)} ontvingen wij uw verzoek. {inhoud.wat}"),
        ("Ons besluit", f"{kader.label('verzoekbesluit', besluit.besluit)}. {besluit.besluit_tekst}"),
        ("Op welke grond", besluit.besluit_grond),
    ]
    gegeven = besluit.besluit in _TOEGEWEZEN
    if inhoud.soort in AVG:
        wie = _NAMENS if inhoud.verwerking == CASUSOVERLEG else _ZELF
        delen.append(("Wie besluit", (wie if gegeven else _KAAL).format(gemeente=gemeente)))
    if inhoud.politiedelen and gegeven:
        delen.append(("Gegevens van de politie", POLITIE))
    delen += [
        ("Niet mee eens", BEZWAAR.format(gemeente=gemeente)),
        ("Uw rechten", f"{RECHTEN} {KLACHT}"),
        ("Contact", contactregel(r, regel.gemeente_id)),
    ]
    hoofd = kop(
        r, kader, "Besluit op uw verzoek", kenmerk=regel.nummer, datum=besluit.besluit_op,
        nummers=(regel.nummer,), nummersoort="Verzoek", staat=Staat.VASTGESTELD, dossier_id=regel.dossier_id,
    )  # fmt: skip
    return Brief(
        kop=replace(hoofd, vertrouwelijkheid=NIVEAU),
        aan=inhoud.verzoeker,
        adres=inhoud.contact,
        delen=tuple(Briefdeel(kop=naam, tekst=tekst) for naam, tekst in delen if tekst),
        ondertekenaar=besluit.ondertekenaar,
    )


def contactregel(r: Lezer, gemeente_id: int) -> str:
    """The contact point of this municipality: the burgemeester, and where to find him."""
    rij = r.row("SELECT naam, contactpunt FROM gemeente WHERE id = ?", gemeente_id)
    if rij is None:
        return ""
    waar = f", {rij['contactpunt']}" if rij["contactpunt"] else ""
    return f"De burgemeester van {rij['naam'].removeprefix('Gemeente ')}{waar}."

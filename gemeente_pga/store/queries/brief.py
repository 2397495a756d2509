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
_NIVEAU = "Vertrouwelijk"  # not the words of the other papers: they name the approach
_KAAL = "De burgemeester van {gemeente} besluit over uw verzoek."
_ZELF = "De gemeente {gemeente} besluit hierover zelf."
_POLITIE = (
    "Over gegevens van de politie besluit de politie zelf (Wpg, artikel 25). U krijgt daarover apart bericht."
)
_BEZWAAR = (
    "Dit is een besluit in de zin van de Algemene wet bestuursrecht. Bent u het er niet mee eens? Dan kunt u "
    "een bezwaarschrift sturen aan de burgemeester van {gemeente}. Vraag het contactpunt tot wanneer dat kan."
)
_RECHTEN = (
    "U kunt vragen om inzage in uw gegevens, om verbetering, om wissen en om beperking van de verwerking. "
    "U kunt ook bezwaar maken tegen de verwerking (AVG, artikel 15 tot en met 21)."
)
_KLACHT = "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens (AVG, artikel 77)."
_TOEGEWEZEN = frozenset({"toegewezen", "deels"})


def besluitbrief(r: Lezer, regel: Verzoekregel, besluit: Verzoekbesluit, kader: Kader) -> Brief:
    """The letter. Unless something is given, it tells of no approach, no other party and no police data."""
    inhoud = regel.inhoud
    contact = str(r.value("SELECT contactpunt FROM gemeente WHERE id = ?", regel.gemeente_id) or "")
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
        delen.append(("Gegevens van de politie", _POLITIE))
    delen += [
        ("Niet mee eens", _BEZWAAR.format(gemeente=gemeente)),
        ("Uw rechten", f"{_RECHTEN} {_KLACHT}"),
        ("Contact", f"De burgemeester van {gemeente}{f', {contact}' if contact else ''}."),
    ]
    hoofd = kop(
        r, kader, "Besluit op uw verzoek", kenmerk=regel.nummer, datum=besluit.besluit_op,
        nummers=(regel.nummer,), nummersoort="Verzoek", staat=Staat.VASTGESTELD, dossier_id=regel.dossier_id,
    )  # fmt: skip
    return Brief(
        kop=replace(hoofd, vertrouwelijkheid=_NIVEAU),
        aan=inhoud.verzoeker,
        adres=inhoud.contact,
        delen=tuple(Briefdeel(kop=naam, tekst=tekst) for naam, tekst in delen if tekst),
        ondertekenaar=besluit.ondertekenaar,
    )

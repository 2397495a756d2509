# SPDX-License-Identifier: EUPL-1.2
"""Registering a case at a Zorg- en Veiligheidshuis by hand: what its forms ask, in that order, to copy over.

No form of one house. What may not go, or is not recorded here, is left empty with the reason.
"""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.tekst import datum_kort, without_onbewaarbare_tekens
from gemeente_pga.domain.uitwisseling import Meldingsdeel, Meldingswens
from gemeente_pga.domain.uitwisseltekst import REDEN

WAT_KOPIEERBLAD = "Het signaal als aanmelding, overgetypt of gekopieerd in een formulier van de ontvanger"
_TYP = "Dit staat niet in het signaal. Typ zelf wat u op dezelfde grond mag geven."
_ANDEREN = "Wie er verder bij betrokken is, volgt niet uit het signaal. Noem alleen wie dit nodig maakt."
_GEINFORMEERD = "Typ ja of nee, met uw reden. Kijk bij Rechten en termijnen, Informeren, wat is besloten."
_MELDER = "De melder staat er niet in. U meldt aan namens de gemeente."


@dataclass(frozen=True, slots=True)
class Kopieervak:
    """One thing that is asked. tekst "": left empty, because of `leeg`. groep: the part of the form."""

    groep: str
    vraag: str
    tekst: str
    leeg: str = ""


def kopieerblad(deel: Meldingsdeel, wens: Meldingswens) -> tuple[Kopieervak, ...]:
    """What of this signal may be copied for this receiver, in the order of a registration."""
    p, c = deel.betrokkene, deel.contact
    naam = " ".join(d for d in (p.voornamen, p.voorvoegsel, p.geslachtsnaam) if d)
    straat = " ".join(d for d in (p.straatnaam, str(p.huisnummer or ""), p.toevoeging) if d)
    adres = ", ".join(d for d in (straat, " ".join(d for d in (p.postcode, p.plaats) if d)) if d)
    geboren = datum_kort(date.fromisoformat(p.geboortedatum)) if p.geboortedatum else ""
    ontvangen = moment_kort(deel.ontvangen_op) if "T" in deel.ontvangen_op else deel.ontvangen_op
    terug = "Ja" if wens.terugkoppeling else "Nee"
    rijen = (
        ("Wie meldt aan", "Naam", c.naam, REDEN["naam"]),
        ("Wie meldt aan", "Telefoon", c.telefoon, REDEN["telefoonnummer"]),
        ("Wie meldt aan", "E-mail", c.email, REDEN["emailAdres"]),
        ("Wie meldt aan", "Melder van het signaal", "", _MELDER),
        ("Over wie", "Naam", naam, REDEN["geslachtsnaam"]),
        ("Over wie", "Geboortedatum", geboren, "De geboortedatum is niet vastgelegd."),
        ("Over wie", "Adres", adres, "Het adres is niet vastgelegd."),
        ("Over wie", "Burgerservicenummer", "", REDEN["burgerservicenummer"]),
        ("Aanleiding", "Uw kenmerk", deel.kenmerk, ""),
        ("Aanleiding", "Signaal ontvangen", ontvangen, ""),
        ("Aanleiding", "Soort signaal", deel.overig, REDEN["overigeInformatie"]),
        ("Zorgelijke situatie", "Wat de bron zelf zag", deel.zelf_waargenomen, REDEN["situatieSchets"]),
        (
            "Zorgelijke situatie",
            "Wat de bron van anderen hoorde",
            deel.van_anderen,
            "Er mag of kan hier niets mee.",
        ),
        ("Zorgelijke situatie", "Hoe de bron het duidt", deel.interpretatie, "Er mag of kan hier niets mee."),
        ("Betrokken partijen", "Wie is erbij betrokken", "", _ANDEREN),
        ("Wat is geprobeerd", "Wat is al gedaan, en wat leverde het op", "", _TYP),
        ("Uw vraag", "Vraag aan het Zorg- en Veiligheidshuis", wens.verstrekking.doel, REDEN["verzoek"]),
        ("Uw vraag", "Bericht terug gewenst", terug, ""),
        ("Informeren", "Is betrokkene geïnformeerd, en waarom wel of niet", "", _GEINFORMEERD),
    )
    uit = []
    for groep, vraag, ruw, leeg in rijen:
        tekst = without_onbewaarbare_tekens(ruw)
        uit.append(Kopieervak(groep, vraag, tekst, "" if tekst else leeg))
    return tuple(uit)

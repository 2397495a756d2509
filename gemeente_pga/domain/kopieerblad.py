# SPDX-License-Identifier: EUPL-1.2
"""Registering a case at a Zorg- en Veiligheidshuis by hand: what its forms ask, in that order, to copy over.

No form of one house. What may not go, or is not recorded here, is left empty with the reason.
"""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.informeren import NEE, Informeerstand, besluitzin
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.stukken import Kopieervak
from gemeente_pga.domain.tekst import datum_kort, datum_lang, without_onbewaarbare_tekens
from gemeente_pga.domain.uitwisseling import Meldingsdeel, Meldingswens
from gemeente_pga.domain.uitwisseltekst import REDEN

WAT_KOPIEERBLAD = "Het signaal als aanmelding, overgetypt of gekopieerd in een formulier van de ontvanger"
_TYP = "Dit staat niet in het signaal. Typ zelf wat u op dezelfde grond mag geven."
_ANDEREN = "Wie er verder bij betrokken is, volgt niet uit het signaal. Noem alleen wie dit nodig maakt."
_GEINFORMEERD = "Hierover is nog niets besloten. Leg het besluit vast in het dossier, bij Rechten."
_MELDER = "De melder staat er niet in. U meldt aan namens de gemeente."


def geinformeerd(kader: Kader, stand: Informeerstand) -> str:
    """Does the betrokkene know, and why or why not. "" while nobody decided. Who decided it stays here."""
    besluit = besluitzin(kader, replace(stand, door=""))
    if stand.geinformeerd_op is not None:
        begin = f"Ja, op {datum_lang(stand.geinformeerd_op)}."
    elif not besluit:
        return ""
    else:
        begin = "Nee." if stand.informeren == NEE else "Nog niet."
        if stand.opnieuw_op is not None:
            begin = f"{begin} Dit wordt opnieuw bekeken op {datum_lang(stand.opnieuw_op)}."
    return " ".join(filter(None, (begin, besluit)))


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
        ("Informeren", "Is betrokkene geïnformeerd, en waarom wel of niet", deel.geinformeerd, _GEINFORMEERD),
    )
    uit = []
    for groep, vraag, ruw, leeg in rijen:
        tekst = without_onbewaarbare_tekens(ruw)
        uit.append(Kopieervak(groep=groep, vraag=vraag, tekst=tekst, leeg="" if tekst else leeg))
    if uit[-1].tekst:
        uit[-1] = replace(uit[-1], leeg=deel.geinformeerd_weg)
    return tuple(uit)

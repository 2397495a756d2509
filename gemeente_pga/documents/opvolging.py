# SPDX-License-Identifier: EUPL-1.2
"""The overdrachtsdocument: what to do first, then with whom, where things are and who has a key."""

from datetime import date

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    alineas,
    feiten,
    handtekeningen,
    hoofd,
    opmerking,
    punten,
    samen,
    samenvatting,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import (
    Opvolgcontact,
    Opvolgdossier,
    Opvolggemeente,
    Opvolgmandaat,
    Opvolgsleutel,
    Overdrachtsdocument,
)


def render(gegevens: Overdrachtsdocument, *, code: str = "") -> bytes:
    """The document as PDF, with room for both to sign."""
    stuk = gegevens
    van_naar = f"Van {stuk.van}" + (f" aan {stuk.naar}" if stuk.naar else "")
    verhaal = [
        *hoofd(stuk.kop, f"{van_naar}\nStand van {format_datum(stuk.kop.datum)}"),
        *samenvatting(
            stuk.kop,
            "Wat er nog moet gebeuren, met wie, en waar alles is.",
            "Neem eerst ‘Deze dagen komen eraan’ samen door. Teken daarna allebei op het laatste blad.",
            waarover="Het hele werk. Dossiers staan er met hun nummer in, nooit met een naam.",
        ),
        *_work(stuk),
        *_people(stuk),
        *_places(stuk),
        *samen(
            koptekst("Ondertekening"),
            handtekeningen([(stuk.van, "draagt over"), (stuk.naar, "neemt over")]),
        ),
        *opmerking("Bewaar dit stuk in een afgesloten kast. Vernietig het als de overdracht klaar is."),
    ]
    return build(stuk.kop, [*verhaal, *slot(code)])


def _work(stuk: Overdrachtsdocument) -> Verhaal:
    dagen = tabel(
        ["Dag", "Wat", "Waarover"],
        [36, 76],
        ([_day(d.dag, stuk.kop.datum), d.soort, d.wat] for d in stuk.dagen),
    )
    meer = (
        f"Er zijn nog {stuk.meer_dagen} latere dagen; die staan bij Termijnen en verzoeken."
        if (stuk.meer_dagen)
        else ""
    )
    dossiers = tabel(
        ["Dossier", "Stand", "Open acties", "Herbeoordeling"],
        [36, 62, 32],
        (_dossier(d) for d in stuk.dossiers),
    )
    los = samen(koptekst("Buiten de dossiers"), punten(stuk.los)) if stuk.los else []
    verder = samen(koptekst("Wat u verder moet weten"), alineas(stuk.verder)) if stuk.verder else []
    return [
        *samen(koptekst("Deze dagen komen eraan"), dagen or alineas("Er staat geen dag open.")),
        *opmerking(meer),
        *samen(koptekst("Dossiers die lopen"), dossiers or alineas("Er loopt geen dossier.")),
        *los,
        *verder,
    ]


def _day(dag: date, op: date) -> Cel:
    return tekstcel(format_datum(dag), ("", "voorbij" if dag < op else ""))


def _dossier(d: Opvolgdossier) -> list[Cel]:
    te_laat = ("", f"waarvan {d.te_laat} te laat" if d.te_laat else "")
    return [
        vetcel(d.nummer),
        d.stand,
        tekstcel(str(d.open_acties) if d.open_acties else "geen", te_laat),
        format_datum(d.herbeoordeling) or "–",
    ]


def _people(stuk: Overdrachtsdocument) -> Verhaal:
    koppen, breedtes = ["Organisatie", "Wie", "Bereikbaar"], [56, 60]
    partners = tabel(koppen, breedtes, (_contact(c) for c in stuk.partners))
    extern = tabel([koppen[0], "Waarvoor"], [56], (_external(c) for c in stuk.extern))
    mandaten = tabel(["Waarvoor", "Van", "Aan"], [66, 44], (_mandate(m) for m in stuk.mandaten))
    verhaal: Verhaal = []
    for gemeente in stuk.gemeenten:
        verhaal += [*koptekst(_name(gemeente)), *feiten(_town(gemeente))]
    verhaal += samen(koptekst("Partners"), partners or alineas("Er zijn nog geen partners vastgelegd."))
    verhaal += samen(koptekst("Externe partijen met een overeenkomst"), extern) if extern else []
    return verhaal + (samen(koptekst("Mandaten"), mandaten) if mandaten else [])


def _name(gemeente: Opvolggemeente) -> str:
    naam = gemeente.naam
    return naam if naam.lower().startswith("gemeente ") else f"Gemeente {naam}"


def _town(gemeente: Opvolggemeente) -> list[tuple[str, Cel]]:
    return [
        ("Burgemeester", gemeente.burgemeester or "Niet vastgelegd"),
        ("Te bereiken via", gemeente.contactpunt),
        ("Functionaris gegevensbescherming", gemeente.fg or "Niet vastgelegd"),
        ("Zorg- en Veiligheidshuis", gemeente.zvh),
    ]


def _contact(c: Opvolgcontact) -> list[Cel]:
    return [
        vetcel(c.organisatie, ("Mandaat", c.afspraak)),
        tekstcel(c.naam or "–", ("", c.functie)),
        c.bereikbaar or "–",
    ]


def _external(c: Opvolgcontact) -> list[Cel]:
    bij = [("Wie", c.naam), ("Bereikbaar", c.bereikbaar), ("", c.afspraak)]
    return [vetcel(c.organisatie), tekstcel(c.functie, *bij)]


def _mandate(m: Opvolgmandaat) -> list[Cel]:
    return [tekstcel(m.waarvoor, ("Tot en met", format_datum(m.tot))), m.gever, m.nemer]


def _places(stuk: Overdrachtsdocument) -> Verhaal:
    back_up = format_datum(stuk.laatste_back_up)
    plekken = feiten(
        [
            ("Herstelblad", stuk.herstelblad or "Niet ingevuld. Vraag het vóór de overdracht."),
            ("Back-ups", stuk.back_up or "Niet ingevuld. Vraag het vóór de overdracht."),
            ("Laatste back-up", back_up or "Er is nog geen back-up vastgelegd."),
            ("Papier", stuk.papier or "Niet ingevuld. Vraag het vóór de overdracht."),
            ("Juridisch kader", stuk.kader),
        ]
    )
    sleutels = tabel(
        ["Sleutel", "Van wie", "Sinds", "Tot en met"], [62, 44, 30], (_key(s) for s in stuk.sleutels)
    )
    return [
        *samen(koptekst("Waar alles is"), plekken),
        *samen(koptekst("Wie de kluis kan openen"), sleutels or alineas("Niet bekend.")),
        *opmerking(
            "Maak na de overdracht bij Inrichting, Sleutels een nieuwe hoofdsleutel. Wie weggaat, kan de "
            "kluis dan niet meer openen."
        ),
    ]


def _key(s: Opvolgsleutel) -> list[Cel]:
    return [vetcel(s.sleutel), s.wie or "–", format_datum(s.sinds, kort=True), format_datum(s.tot, kort=True)]

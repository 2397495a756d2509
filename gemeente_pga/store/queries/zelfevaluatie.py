# SPDX-License-Identifier: EUPL-1.2
"""What the data say to each question of the zelfevaluatie, in words: never an exact count."""

from datetime import date
from functools import partial

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Staat, Zelfbeeld, Zelfvraag
from gemeente_pga.domain.tekst import datum_lang, telwoord
from gemeente_pga.domain.zelfevaluatie import GEEN_TELLING, VRAGEN, Zelfevaluatie
from gemeente_pga.store.lezer import Lezer, Parameter
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.poort import niet_gereed

SOORT = "zelfevaluatie"


def feiten(r: Lezer, kader: Kader, vandaag: date) -> dict[str, tuple[str, ...]]:
    """By code of the question: sentences about what is in the kluis now."""
    hoeveel = partial(_hoeveel, r, kader.drempel)
    return {
        "proces": (f"U werkt met {kader.korte_titel}. {kader.ingevuld}", _afwijkingen(r, kader, "")),
        "personen": _personen(r),
        "opslag": _opslag(r, kader),
        "delen": (
            "Het programma laat geen verstrekking vastleggen zonder grond.",
            f"Berichten aan houders zonder antwoord: {hoeveel('houderbericht', _OPEN_BERICHT)}.",
            f"Daarvan nog niet verstuurd: {hoeveel('houderbericht', _LIGT_NOG)}.",
        ),
        "criteria": (
            f"Signalen afgesloten zonder weging: {hoeveel('signaal', _ZONDER_WEGING)}.",
            f"Daarvan nog niet verteld aan de weegploeg: {hoeveel('signaal', _NIET_VERTELD)}.",
        ),
        "weging": (
            _afwijkingen(r, kader, "weging_onvolledig"),
            f"Kort gehouden wegingen: {hoeveel('weging', _KORT)}.",
        ),
        "breed": (GEEN_TELLING,),
        "papier": _papier(r, kader),
        "structuur": _structuur(r),
        "meldpunt": _meldpunt(r),
        "grond": (
            f"Gegevens die onjuist of onrechtmatig bleken: {hoeveel('informatiecorrectie', '1')}.",
            f"Verzoeken waarop te laat is besloten: {hoeveel('verzoek', 'besluit_op > uiterlijk')}.",
            f"Verzoeken die nu te laat zijn: {hoeveel('verzoek', _NU_TE_LAAT, vandaag)}.",
        ),
    }


def zelfstuk(r: Lezer, zelf: Zelfevaluatie, kader: Kader, op: date) -> TeBevriezen:
    """The page: each question with what the data say and what was written."""
    wat = feiten(r, kader, op)
    kenmerk = f"ZE{op:%Y%m%d}"
    stuk = Zelfbeeld(
        kop=kop(r, kader, "Zelfevaluatie", kenmerk=kenmerk, datum=op, staat=Staat.VASTGESTELD),
        vragen=tuple(
            Zelfvraag(bevinding=v.bevinding, vraag=v.vraag, feiten=wat[v.code], woorden=woorden)
            for v, woorden in zip(VRAGEN, zelf.woorden, strict=True)
        ),
    )
    return TeBevriezen(SOORT, stuk, kenmerk, ("gemeente", gemeenten(r)[0].id), None)


_ZONDER_WEGING = (
    "status IN ('afgesloten', 'gesloten') AND gesloten_op IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
    "weging_signaal x JOIN weging w ON w.id = x.weging_id WHERE x.signaal_id = signaal.id "
    "AND w.status = 'vastgesteld')"
)
_NIET_VERTELD = f"{_ZONDER_WEGING} AND weegploeg_bericht_op IS NULL"
_OPEN_BERICHT = "antwoord = ''"
_LIGT_NOG = f"{_OPEN_BERICHT} AND verstuurd_op IS NULL AND document_id IS NOT NULL"
_KORT = "soort = 'kort' AND status = 'vastgesteld'"
_NU_TE_LAAT = "besluit_op IS NULL AND ingetrokken_op IS NULL AND onherroepelijk_op IS NULL AND uiterlijk < ?"


def _hoeveel(r: Lezer, drempel: int, tabel: str, waar: str, *params: Parameter) -> str:
    aantal = int(r.value(f"SELECT count(*) FROM {tabel} WHERE {waar}", *params))
    if aantal == 0:
        return "geen"
    return f"minder dan {telwoord(drempel)}" if aantal < drempel else f"{telwoord(drempel)} of meer"


def _afwijkingen(r: Lezer, kader: Kader, regel: str) -> str:
    wat = _hoeveel(r, kader.drempel, "afwijking", "?1 = '' OR regel = ?1", regel)
    soort = (
        "Wegingen zonder alle drie de kernpartijen" if regel else "Vastgelegde afwijkingen van de werkwijze"
    )
    return f"{soort}: {wat}."


def _personen(r: Lezer) -> tuple[str, ...]:
    vervanger = r.value("SELECT 1 FROM sleutel WHERE soort = 'vervanger' AND tot IS NULL")
    geoefend = backupstand(r).geoefend
    return (
        "Er is een vervanger met een eigen sleutel."
        if vervanger
        else "Er is geen vervanger met een sleutel.",
        f"Het terugzetten is het laatst geoefend op {datum_lang(geoefend)}."
        if geoefend
        else "Het terugzetten van een back-up is nog nooit geoefend.",
    )


def _opslag(r: Lezer, kader: Kader) -> tuple[str, ...]:
    laatste = backupstand(r).laatste
    zonder = (
        "(status = 'afgesloten' OR status = 'overgedragen') "
        "AND NOT EXISTS (SELECT 1 FROM bewaring b WHERE b.dossier_id = casus.dossier_id)"
    )
    return (
        f"De laatste back-up is van {datum_lang(laatste)}." if laatste else "Er is nog geen back-up gemaakt.",
        f"Afgesloten casussen zonder bewaartermijn: {_hoeveel(r, kader.drempel, 'casus', zonder)}.",
    )


def _papier(r: Lezer, kader: Kader) -> tuple[str, ...]:
    zinnen = []
    for rij in gemeenten(r):
        if r.oefening:
            wat = "is niet nagegaan (in de oefenkluis: verzonnen)"
            zinnen.append(f"De ingebruikname van {rij.gemeente.naam} {wat}.")
            continue
        mist = niet_gereed(r, rij.id)
        stand = f"nog niet compleet ({', '.join(mist)})" if mist else "compleet"
        zinnen.append(f"De ingebruikname van {rij.gemeente.naam} is {stand}.")
    return (*zinnen, _afwijkingen(r, kader, ""))


def _structuur(r: Lezer) -> tuple[str, ...]:
    return tuple(
        f"{rij.gemeente.naam}: Zorg- en Veiligheidshuis {rij.gemeente.zvh or 'niet ingevuld'}."
        for rij in gemeenten(r)
    )


def _meldpunt(r: Lezer) -> tuple[str, ...]:
    return tuple(
        f"{rij.gemeente.naam}: contactpunt {rij.gemeente.contactpunt or 'niet ingevuld'}."
        for rij in gemeenten(r)
    )

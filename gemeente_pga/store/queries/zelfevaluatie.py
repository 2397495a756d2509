# SPDX-License-Identifier: EUPL-1.2
"""What the data say to each question of the zelfevaluatie, in words: never an exact count."""

from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.jaarrapportage import DREMPEL
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Staat, Zelfbeeld, Zelfvraag
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.zelfevaluatie import GEEN_TELLING, VRAGEN, Zelfevaluatie
from gemeente_pga.store.lezer import Lezer, Parameter
from gemeente_pga.store.queries.backup import backupstand
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.poort import niet_gereed

SOORT = "zelfevaluatie"


def feiten(r: Lezer, kader: Kader, vandaag: date) -> dict[str, tuple[str, ...]]:
    """By code of the question: sentences about what is in the kluis now."""
    return {
        "proces": (f"U werkt met {kader.korte_titel} ({kader.genoemde_versie}).", _afwijkingen(r, "")),
        "personen": _personen(r),
        "opslag": _opslag(r),
        "delen": (
            "Het programma laat geen verstrekking vastleggen zonder grond.",
            f"Berichten aan houders zonder antwoord: {_hoeveel(r, 'houderbericht', _OPEN_BERICHT)}.",
        ),
        "criteria": (
            f"Signalen afgesloten zonder weging: {_hoeveel(r, 'signaal', _ZONDER_WEGING)}.",
            f"Daarvan nog niet verteld aan de weegploeg: {_hoeveel(r, 'signaal', _NIET_VERTELD)}.",
        ),
        "weging": (
            _afwijkingen(r, "weging_onvolledig"),
            f"Kort gehouden wegingen: {_hoeveel(r, 'weging', _KORT)}.",
        ),
        "breed": (GEEN_TELLING,),
        "papier": _papier(r),
        "structuur": _structuur(r),
        "meldpunt": _meldpunt(r),
        "grond": (
            f"Gegevens die onjuist of onrechtmatig bleken: {_hoeveel(r, 'informatiecorrectie', '1')}.",
            f"Verzoeken waarop te laat is besloten: {_hoeveel(r, 'verzoek', 'besluit_op > uiterlijk')}.",
            f"Verzoeken die nu te laat zijn: {_hoeveel(r, 'verzoek', _NU_TE_LAAT, vandaag)}.",
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
_OPEN_BERICHT = "verstuurd_op IS NOT NULL AND antwoord = ''"
_KORT = "soort = 'kort' AND status = 'vastgesteld'"
_NU_TE_LAAT = "besluit_op IS NULL AND ingetrokken_op IS NULL AND onherroepelijk_op IS NULL AND uiterlijk < ?"


def _hoeveel(r: Lezer, tabel: str, waar: str, *params: Parameter) -> str:
    aantal = int(r.value(f"SELECT count(*) FROM {tabel} WHERE {waar}", *params))
    if aantal == 0:
        return "geen"
    return "minder dan vijf" if aantal < DREMPEL else "vijf of meer"


def _afwijkingen(r: Lezer, regel: str) -> str:
    wat = _hoeveel(r, "afwijking", "?1 = '' OR regel = ?1", regel)
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


def _opslag(r: Lezer) -> tuple[str, ...]:
    laatste = backupstand(r).laatste
    zonder = (
        "(status = 'afgesloten' OR status = 'overgedragen') "
        "AND NOT EXISTS (SELECT 1 FROM bewaring b WHERE b.dossier_id = casus.dossier_id)"
    )
    return (
        f"De laatste back-up is van {datum_lang(laatste)}." if laatste else "Er is nog geen back-up gemaakt.",
        f"Afgesloten casussen zonder bewaartermijn: {_hoeveel(r, 'casus', zonder)}.",
    )


def _papier(r: Lezer) -> tuple[str, ...]:
    zinnen = []
    for rij in gemeenten(r):
        if r.oefening:
            wat = "is niet nagegaan (in de oefenkluis: verzonnen)"
            zinnen.append(f"De ingebruikname van {rij.gemeente.naam} {wat}.")
            continue
        mist = niet_gereed(r, rij.id)
        stand = f"nog niet compleet ({', '.join(mist)})" if mist else "compleet"
        zinnen.append(f"De ingebruikname van {rij.gemeente.naam} is {stand}.")
    return (*zinnen, _afwijkingen(r, ""))


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

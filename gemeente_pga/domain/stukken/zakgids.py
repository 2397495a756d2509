# SPDX-License-Identifier: EUPL-1.2
"""The pocket guide as data: what to do when the phone rings, the steps, who decides, terms, numbers.

Everything in it comes from the Wegwijzer, the table of states and the kader: no text has a second copy.
It is about nobody, so it is no document of a dossier: nothing is frozen and no copy is counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.kader import UIT_BRON, VASTGESTELD, VOORSTEL, Kader, Streeftermijn
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.staten import CasusStaat as C
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.staten import label, overgang
from gemeente_pga.domain.stukken.basis import Kop, Staat
from gemeente_pga.domain.stukken.herstelblad import HERSTELSTAPPEN
from gemeente_pga.domain.wegwijzer import CONTACTEN, Wegwijzer

_EERST = "eerste_start"
_TELEFOON = ("telefoonnotitie", "spoed", "terugbellen")
_BELLEN = ("spoed", "weging_wettelijk", "consultatie", "plan_van_aanpak", "datalek", "verzoek", "bewaren")
_NIET = (
    *("weging_informatie", "weging_wettelijk", "weging_zorgvuldig"),
    *("overleg_uitwerken", "afdrukken", "kluis_wachtzin"),
)
_ONTKENT = frozenset({"niet", "nooit", "geen", "niets"})
# The straight way; what a weging asks is the same for every outcome.
_WEG: tuple[tuple[str, str, str], ...] = (
    ("signaal", S.ONTVANGEN, S.FORMELE_CONTROLE),
    ("signaal", S.FORMELE_CONTROLE, S.SPOED_GEMELD),
    ("signaal", S.FORMELE_CONTROLE, S.GEAGENDEERD),
    ("signaal", S.GEAGENDEERD, S.IN_WEGING),
    ("signaal", S.IN_WEGING, S.NADERE_INFORMATIE),
    ("signaal", S.IN_WEGING, S.OPGENOMEN),
    ("casus", C.OPGENOMEN, C.VOORBEREIDING),
    ("casus", C.VOORBEREIDING, C.CASUSOVERLEG_LOOPT),
    ("casus", C.CASUSOVERLEG_LOOPT, C.PLAN_VASTGESTELD),
    ("casus", C.PLAN_VASTGESTELD, C.IN_UITVOERING),
    ("casus", C.IN_UITVOERING, C.HERBEOORDELING),
    ("casus", C.HERBEOORDELING, C.AFGESLOTEN),
    ("casus", C.AFGESLOTEN, C.GESLOTEN),
    ("casus", C.GESLOTEN, C.VERNIETIGD),
)

# When the program itself comes with a reminder: nobody needs that on paper.
_VAN_HET_PROGRAMMA = frozenset(
    {
        *("herbeoordeling_herinnering", "casus_lang_open", "verzoek_herinnering", "opschorting_controle"),
        *("kader_controle", "backup_herinnering", "grondslag_waarschuwing", "bewaren_herinnering"),
    }
)
_HOE_VAST = {UIT_BRON: "volgens de bron", VOORSTEL: "voorstel", VASTGESTELD: "vastgesteld"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gidsdeel:
    """A piece of the Wegwijzer: what to do, and what to mind."""

    titel: str
    doen: tuple[str, ...]
    let_op: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gidsstap:
    """A step of a dossier, who decides on it, and what must be on record then."""

    stap: str
    wie: str
    wat: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gidstermijn:
    """A term, and how firm it is. termijn: "" when nobody found or laid down one."""

    onderwerp: str
    termijn: str
    vanaf: str
    hoe_vast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gidscontact:
    """Whom to call. nummer: "" leaves room to write it down."""

    wie: str
    waarvoor: str
    nummer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zakgids:
    """All of it, in the order of the paper."""

    kop: Kop
    eerst: Gidsdeel
    telefoon: tuple[Gidsdeel, ...]
    bellen: tuple[Gidscontact, ...]
    stappen: tuple[Gidsstap, ...]
    termijnen: tuple[Gidstermijn, ...]
    niet: tuple[str, ...]
    herstel: tuple[str, ...]


def zakgids_kop(gemeente: Kop, vandaag: date) -> Kop:
    """The head: that of the municipality, with nothing confidential about it."""
    return Kop(
        gemeente=gemeente.gemeente,
        documentsoort="Zakgids",
        kenmerk=vandaag.isoformat(),
        datum=vandaag,
        vertrouwelijkheid="Zonder gegevens over personen",
        staat=Staat.VASTGESTELD,
        oefening=gemeente.oefening,
        accentkleur=gemeente.accentkleur,
        logo=gemeente.logo,
    )


def make_zakgids(
    gids: Mapping[str, Wegwijzer], kader: Kader, nummers: Mapping[str, str], kop: Kop
) -> Zakgids:
    """The guide of this kluis. nummers: telephone numbers, by the kind of partner."""
    return Zakgids(
        kop=kop,
        eerst=Gidsdeel(titel=gids[_EERST].titel, doen=gids[_EERST].wat_nu[:3], let_op=()),
        telefoon=tuple(
            Gidsdeel(titel=gids[s].titel, doen=gids[s].wat_nu, let_op=gids[s].let_op) for s in _TELEFOON
        ),
        bellen=_contacts(gids, nummers),
        stappen=tuple(_step(*weg) for weg in _WEG),
        termijnen=_terms(kader),
        niet=tuple(dict.fromkeys(zin for s in _NIET for zin in gids[s].let_op if _forbids(zin))),
        herstel=HERSTELSTAPPEN,
    )


def _forbids(zin: str) -> bool:
    return not _ONTKENT.isdisjoint(zin.lower().replace(".", "").replace(",", "").split())


def _contacts(gids: Mapping[str, Wegwijzer], nummers: Mapping[str, str]) -> tuple[Gidscontact, ...]:
    """Each once, with what the most urgent step says it is for."""
    waarvoor: dict[str, str] = {}
    for sleutel in (*_BELLEN, *gids):
        for contact in gids[sleutel].contacten:
            waarvoor.setdefault(contact.wie, contact.waarvoor)
    volgorde = ("politie", "om", *(wie for wie in CONTACTEN if wie not in ("politie", "om")))
    return tuple(
        Gidscontact(wie=CONTACTEN[wie], waarvoor=waarvoor[wie], nummer=nummers.get(wie, ""))
        for wie in volgorde
        if wie in waarvoor
    )


def _step(soort: str, van: str, naar: str) -> Gidsstap:
    stap = overgang(soort, van, naar)
    if stap is None:  # the table of states changed, and this guide with it
        raise ValueError(f"{soort}: {van} gaat niet naar {naar}")
    return Gidsstap(stap=label(soort, naar), wie=stap.wie, wat=stap.vastleggen)


def _terms(kader: Kader) -> tuple[Gidstermijn, ...]:
    """What the law gives and what was agreed, each with how firm it is; not what the program reminds of."""
    return tuple(
        Gidstermijn(
            onderwerp=term.onderwerp,
            termijn=parse_periode(term.termijn).woorden if term.termijn else "",
            vanaf=term.vanaf,
            hoe_vast=_firmness(term),
        )
        for term in kader.streeftermijnen
        if term.code not in _VAN_HET_PROGRAMMA
    )


def _firmness(term: Streeftermijn) -> str:
    aard = "wet" if term.aard == "wet" else "afspraak"
    return f"{aard}, {_HOE_VAST[term.status]}" if term.termijn and term.status in _HOE_VAST else aard

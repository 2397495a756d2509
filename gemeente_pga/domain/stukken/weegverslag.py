# SPDX-License-Identifier: EUPL-1.2
"""What the weegverslag shows: who weighed, on what information, criterion by criterion, and the decision."""

from dataclasses import dataclass, field, replace
from datetime import date

from gemeente_pga.domain.stukken.basis import (
    Inbreng,
    Informeren,
    KaderVermelding,
    Kop,
    inbreng_voor,
    select_inbreng,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegsignaal:
    """A signal that was weighed. bron: how the reader may know the source ("school; naam bekend bij …")."""

    ontvangen_op: date
    soort: str
    bron: str = ""
    nummer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegpartij:
    """A core party at the weighing, its mandate and its stance. aanwezig: in words."""

    partij: str
    naam: str = ""
    functie: str = ""
    mandaat: str = ""
    aanwezig: str = ""
    standpunt: str = ""
    toelichting: str = ""
    standpunt_op: date | None = None
    kanaal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """A fact for or against. nummer: the item of information it comes from; 0 = none."""

    tekst: str
    bron: str = ""
    nummer: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegcriterium:
    """One criterion. antwoord: in words. vraag: what is not known, put as a question to vraag_aan."""

    code: str
    titel: str
    toets: str = ""
    antwoord: str = ""
    reden: str = ""
    voor: tuple[Feit, ...] = ()
    tegen: tuple[Feit, ...] = ()
    vraag: str = ""
    vraag_aan: str = ""
    bron: str = ""
    niet_vastgesteld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteriumgroep:
    """One of the two lists. niet_van_toepassing: the sentence that closed the criteria named in nvt_bij."""

    titel: str
    criteria: tuple[Weegcriterium, ...] = ()
    niet_van_toepassing: str = ""
    nvt_bij: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgeleid:
    """A test whose outcome follows from the record (K15, K16, K18). waaruit: what it follows from."""

    code: str
    titel: str
    uitkomst: str
    waaruit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegverslag:
    """The record of one weighing. intern: the coordinator's own copy."""

    kop: Kop
    datum: date
    betrokkene: str = ""
    begin: str = ""
    einde: str = ""
    plaats: str = ""
    voorzitter: str = ""
    soort: str = ""
    soort_reden: str = ""
    intern: bool = False
    partijen: tuple[Weegpartij, ...] = ()
    onvolledig_reden: str = ""
    onvolledig_toelichting: str = ""
    onvolledig_opvolgdatum: date | None = None
    bron_weegt_mee: str = ""
    signalen: tuple[Weegsignaal, ...] = ()
    eerder_besproken: str = ""
    informatie: tuple[Inbreng, ...] = ()
    groepen: tuple[Criteriumgroep, ...] = ()
    afgeleid: tuple[Afgeleid, ...] = ()
    samenhang: str = ""
    subsidiariteit: str = ""
    proportionaliteit: str = ""
    besluit: str = ""
    besluit_reden: str = ""
    doorgeleid_naar: str = ""
    steunt_op_niet_vastgelegd: bool = False
    minderheidsstandpunt: str = ""
    vervolg: str = ""
    informeren: Informeren = field(default_factory=Informeren)
    kader: KaderVermelding = field(default_factory=KaderVermelding)
    vastgesteld_op: date | None = None


def printable_weegverslag(stuk: Weegverslag, *, partij: str = "") -> Weegverslag:
    """The record without the information that this copy may not show, and without the facts drawn from it.

    The rest is numbered anew, so that no gap tells that something was left out. partij: the edition for this
    partner alone.
    """
    bron = stuk.informatie
    if partij:
        zichtbaar = inbreng_voor(bron, partij)
        bron = tuple(replace(i, alleen_voor=()) for i in bron)
    else:
        zichtbaar = select_inbreng(
            bron,
            intern=stuk.intern,
            steunt=stuk.steunt_op_niet_vastgelegd,
            lezers=frozenset(p.partij for p in stuk.partijen),
        )
    nieuw = {i.nummer: plek for plek, i in enumerate((i for i in zichtbaar if i.nummer), start=1)}
    verborgen = {i.nummer for i in bron if i.nummer and i not in zichtbaar}
    return replace(
        stuk,
        informatie=tuple(replace(i, nummer=nieuw.get(i.nummer, 0)) for i in zichtbaar),
        groepen=tuple(
            replace(
                groep,
                criteria=tuple(
                    replace(c, voor=_facts(c.voor, nieuw, verborgen), tegen=_facts(c.tegen, nieuw, verborgen))
                    for c in groep.criteria
                ),
            )
            for groep in stuk.groepen
        ),
    )


def _facts(feiten: tuple[Feit, ...], nieuw: dict[int, int], verborgen: set[int]) -> tuple[Feit, ...]:
    return tuple(replace(f, nummer=nieuw.get(f.nummer, 0)) for f in feiten if f.nummer not in verborgen)

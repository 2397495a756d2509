# SPDX-License-Identifier: EUPL-1.2
"""The papers of a casusoverleg: agenda, verslag, besluiten- en actielijst, and the extract per case.

An extract is made here, on the data, so that what is frozen for one case holds nothing of another.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from gemeente_pga.domain.stukken.basis import Actie, Inbreng, Informeren, Kop, inbreng_voor, select_inbreng

AANWEZIG, SCHRIFTELIJK, BERICHT, AFWEZIG = "aanwezig", "schriftelijk", "afwezig_met_bericht", "afwezig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Genodigde:
    """Somebody invited; casusnummers: the cases they sit at the table for."""

    naam: str
    partij: str
    functie: str = ""
    rol: str = ""
    casusnummers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt:
    """One case on the agenda: why it is discussed and what is still open."""

    casusnummer: str
    doel: str = ""
    tijd: str = ""
    open_acties: tuple[Actie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The agenda. vorig_verslag: which one is vastgesteld at point 1, e.g. "Verslag van 14 oktober 2026"."""

    kop: Kop
    datum: date
    begin: str = ""
    einde: str = ""
    plaats: str = ""
    voorzitter: str = ""
    verslaglegger: str = ""
    vorig_verslag: str = ""
    genodigden: tuple[Genodigde, ...] = ()
    punten: tuple[Agendapunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezige:
    """Somebody at the table or with apologies. aanwezig: one of the codes above.

    casusnummers: the cases they were there for. reactie: their answer to the draft, in words.
    """

    naam: str
    partij: str
    functie: str = ""
    rol: str = ""
    aanwezig: str = AANWEZIG
    casusnummers: tuple[str, ...] = ()
    geheimhouding: bool = False
    toelichting: str = ""
    reactie: str = ""
    reactie_tekst: str = ""
    reactie_op: date | None = None
    reactie_kanaal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VorigeActie:
    """An action of an earlier meeting and what became of it. loopt: it is still to be done."""

    wat: str
    wie: str
    uitkomst: str
    voor: date | None = None
    toelichting: str = ""
    gebeurd_op: date | None = None
    loopt: bool = False
    nummer: int = 0
    overleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """A numbered decision."""

    nummer: int
    tekst: str
    steunt_op_niet_vastgelegd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Casusdeel:
    """One case in the minutes. komt_terug: it is on the table again at the next meeting.

    vorig_verslag: what was said about the earlier minutes of this case. niet_besproken: why nothing, or
    nothing more, was said about it.
    """

    casusnummer: str
    betrokkene: str = ""
    overgenomen: bool = False
    doel: str = ""
    vorig_verslag: str = ""
    vorige_acties: tuple[VorigeActie, ...] = ()
    inbreng: tuple[Inbreng, ...] = ()
    overwegingen: str = ""
    besluiten: tuple[Besluit, ...] = ()
    acties: tuple[Actie, ...] = ()
    minderheidsstandpunt: str = ""
    informeren: Informeren = field(default_factory=Informeren)
    volgende_herbeoordeling: date | None = None
    komt_terug: bool = True
    niet_besproken: str = ""

    @property
    def steunt(self) -> bool:
        """Does a decision rest on input that was not recorded?"""
        return any(b.steunt_op_niet_vastgelegd for b in self.besluiten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The minutes of a meeting. intern: the whole, for the coordinator; otherwise the extract of one case.

    verslag_zvh: when the Zorg- en Veiligheidshuis wrote the minutes, where those are ("kenmerk …"); then
    this document holds only decisions and actions. Texts about the whole meeting (vorig_verslag,
    exemplaren_toelichting) never pass into an extract.
    """

    kop: Kop
    nummer: str
    datum: date
    begin: str = ""
    einde: str = ""
    plaats: str = ""
    voorzitter: str = ""
    verslaglegger: str = ""
    intern: bool = True
    verslag_zvh: str = ""
    geheimhouding_besproken: bool = False
    aanwezigen: tuple[Aanwezige, ...] = ()
    vorig_verslag: str = ""
    exemplaren_uitgedeeld: int | None = None
    exemplaren_terug: int | None = None
    exemplaren_toelichting: str = ""
    casussen: tuple[Casusdeel, ...] = ()
    volgend_overleg: date | None = None
    volgend_overleg_tijd: str = ""
    volgend_overleg_plaats: str = ""
    ter_reactie_op: date | None = None
    reageren_voor: date | None = None
    vastgesteld_op: date | None = None
    vastgesteld_door: str = ""
    vastgesteld_wijze: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitenActielijst:
    """Only what was decided and who does what; can go out the same day."""

    kop: Kop
    datum: date
    begin: str = ""
    casussen: tuple[Casusdeel, ...] = ()
    volgend_overleg: date | None = None
    volgend_overleg_tijd: str = ""
    volgend_overleg_plaats: str = ""


def extract(verslag: Verslag, casusnummer: str, *, partij: str = "") -> Verslag:
    """The minutes of one case, for its participants: not one word of another case.

    Attendance is that of this case. What somebody wrote about the whole meeting (apologies, reaction) comes
    along only if they were there for this case alone. KeyError when the meeting did not discuss the case.
    partij: the edition for this partner alone; then nothing tells that others brought more.
    """
    deel = next((d for d in verslag.casussen if d.casusnummer == casusnummer), None)
    if deel is None:
        raise KeyError(casusnummer)
    enige = len(verslag.casussen) == 1
    aanwezigen = tuple(
        _attendance(a, casusnummer) for a in verslag.aanwezigen if enige or casusnummer in a.casusnummers
    )
    if partij:
        zichtbaar = replace(deel, inbreng=_renumber(inbreng_voor(deel.inbreng, partij)))
    else:
        zichtbaar = _visible(deel, intern=False, lezers=frozenset(a.partij for a in aanwezigen))
    kort = replace(
        verslag,
        kop=_head(verslag.kop, deel),
        intern=False,
        aanwezigen=aanwezigen,
        vorig_verslag="",
        exemplaren_uitgedeeld=None,
        exemplaren_terug=None,
        exemplaren_toelichting="",
        casussen=(zichtbaar,),
    )
    if deel.komt_terug:
        return kort
    return replace(kort, volgend_overleg=None, volgend_overleg_tijd="", volgend_overleg_plaats="")


def _head(kop: Kop, deel: Casusdeel) -> Kop:
    nummer = deel.casusnummer
    return replace(kop, nummers=(nummer,), kenmerk=f"{kop.kenmerk}/{nummer}", overgenomen=deel.overgenomen)


def _attendance(wie: Aanwezige, casusnummer: str) -> Aanwezige:
    if set(wie.casusnummers) <= {casusnummer}:
        return replace(wie, casusnummers=(casusnummer,))
    return replace(wie, casusnummers=(casusnummer,), toelichting="", reactie_tekst="")


def printable(verslag: Verslag) -> Verslag:
    """The minutes without the input that may not stand in this copy; freeze and print only this."""
    lezers = frozenset(a.partij for a in verslag.aanwezigen)
    delen = (_visible(deel, intern=verslag.intern, lezers=lezers) for deel in verslag.casussen)
    return replace(verslag, casussen=tuple(delen))


def _visible(deel: Casusdeel, *, intern: bool, lezers: frozenset[str]) -> Casusdeel:
    """The case with only the input that may be shown, numbered so that no gap tells of the rest."""
    inbreng = select_inbreng(deel.inbreng, intern=intern, steunt=deel.steunt, lezers=lezers)
    return replace(deel, inbreng=_renumber(inbreng))


def _renumber(inbreng: tuple[Inbreng, ...]) -> tuple[Inbreng, ...]:
    if any(item.nummer for item in inbreng):
        return tuple(replace(item, nummer=plek) for plek, item in enumerate(inbreng, start=1))
    return inbreng


def list_besluiten(verslag: Verslag) -> BesluitenActielijst:
    """The besluiten- en actielijst of a meeting, or of one case when given an extract.

    Earlier actions come along while they run: people begin from this list.
    """
    kop = replace(verslag.kop, documentsoort="Besluiten- en actielijst", kenmerk=f"{verslag.kop.kenmerk}-BA")
    return BesluitenActielijst(
        kop=kop,
        datum=verslag.datum,
        begin=verslag.begin,
        casussen=tuple(
            replace(
                d,
                doel="",
                vorig_verslag="",
                vorige_acties=tuple(a for a in d.vorige_acties if a.loopt),
                inbreng=(),
                overwegingen="",
            )
            for d in verslag.casussen
        ),
        volgend_overleg=verslag.volgend_overleg,
        volgend_overleg_tijd=verslag.volgend_overleg_tijd,
        volgend_overleg_plaats=verslag.volgend_overleg_plaats,
    )


def extract_agenda(agenda: Agenda, casusnummers: tuple[str, ...]) -> Agenda:
    """The agenda for somebody who sits at the table for these cases only."""
    return replace(
        agenda,
        kop=replace(agenda.kop, nummers=tuple(n for n in agenda.kop.nummers if n in casusnummers)),
        genodigden=tuple(
            replace(g, casusnummers=tuple(n for n in g.casusnummers if n in casusnummers))
            for g in agenda.genodigden
            if set(g.casusnummers) & set(casusnummers)
        ),
        punten=tuple(p for p in agenda.punten if p.casusnummer in casusnummers),
        vorig_verslag=""
        if set(casusnummers) < {p.casusnummer for p in agenda.punten}
        else agenda.vorig_verslag,
    )

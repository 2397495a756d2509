# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a casusoverleg: case numbers, never names of those it is about."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    actietabel,
    alineas,
    feiten,
    hoofd,
    kop,
    samenvatting,
    slot,
    tabel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.domain.stukken import Agenda, Agendapunt, Genodigde

_GEHEIM = (
    "Wat aan tafel wordt besproken, is geheim. U geeft de informatie niet door en gebruikt haar alleen voor "
    "deze aanpak. De voorzitter vraagt iedereen dit te bevestigen. Papieren stukken levert u na afloop in."
)
HEEL = "Alleen voor wie bij alle casussen zit"


def render(gegevens: Agenda, *, code: str = "") -> bytes:
    """The agenda as PDF."""
    dag = format_datum(gegevens.datum, weekdag=True)
    tijd = format_tijd(gegevens.begin, gegevens.einde)
    return build(
        gegevens.kop,
        [
            *hoofd(gegevens.kop, ", ".join(deel for deel in (dag, tijd) if deel), _marks(gegevens)),
            *samenvatting(
                gegevens.kop,
                f"De agenda van het casusoverleg van {dag}.",
                "Lees per casus het doel. Bereid voor wat u over uw acties meldt, met bron en grondslag.",
            ),
            *feiten(
                [
                    ("Plaats", gegevens.plaats),
                    ("Voorzitter", gegevens.voorzitter),
                    ("Verslag", gegevens.verslaglegger),
                    ("Kenmerk", gegevens.kop.kenmerk),
                    ("Geheimhouding", _GEHEIM),
                ]
            ),
            *_points(gegevens),
            *_invited(gegevens),
            *slot(code),
        ],
    )


def _marks(agenda: Agenda) -> list[str]:
    """Actions tell of a casus: whoever comes for another gets the agenda of that one."""
    alle = {punt.casusnummer for punt in agenda.punten}
    return [HEEL] if any({*wie.casusnummers} < alle for wie in agenda.genodigden) else []


def _points(agenda: Agenda) -> Verhaal:
    if agenda.vorig_verslag:
        eerste = [*kop("1. Vaststellen vorig verslag"), *alineas(agenda.vorig_verslag)]
    else:
        eerste = [*kop("1. Opening"), *alineas("Er is geen verslag om vast te stellen.")]
    verhaal: Verhaal = [*eerste]
    for nummer, punt in enumerate(agenda.punten, start=2):
        verhaal += _case(nummer, punt)
    laatste = len(agenda.punten) + 2
    return [
        *verhaal,
        *kop(f"{laatste}. Rondvraag en volgend overleg"),
        *alineas("Besluiten en acties herhalen. Datum van het volgende overleg. Papieren stukken inleveren."),
    ]


def _case(nummer: int, punt: Agendapunt) -> Verhaal:
    tijd = format_tijd(punt.tijd)
    titel = f"{nummer}. Casus {punt.casusnummer}" + (f", {tijd}" if tijd else "")
    return [
        *kop(titel),
        *feiten([("Doel", punt.doel)]),
        *actietabel(punt.open_acties, leeg="Er staan geen acties open."),
    ]


def _invited(agenda: Agenda) -> Verhaal:
    if not agenda.genodigden:
        return []
    meer = len(agenda.punten) > 1
    koppen = ["Naam", "Functie en organisatie", "Rol", *(["Bij casus"] if meer else [])]
    rijen = (_guest(wie, meer) for wie in agenda.genodigden)
    return [*kop("Genodigden"), *tabel(koppen, [34, 60, 42] if meer else [36, 76], rijen)]


def _guest(wie: Genodigde, meer: bool) -> list[Cel]:
    functie = ", ".join(deel for deel in (wie.functie, wie.partij) if deel)
    casussen: list[Cel] = [", ".join(wie.casusnummers)] if meer else []
    return [vetcel(wie.naam), functie, wie.rol, *casussen]

# SPDX-License-Identifier: EUPL-1.2
"""The minutes of a casusoverleg: the whole for the coordinator, or the extract of one case."""

from gemeente_pga.documents.bespreking import casuskop, onderbouwing, uitkomst
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    feiten,
    handtekeningen,
    hoofd,
    kop,
    samenvatting,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.domain.stukken import Aanwezige, Staat, Verslag, printable
from gemeente_pga.domain.stukken.overleg import AANWEZIG, AFWEZIG, BERICHT, SCHRIFTELIJK

_AANWEZIG = {
    AANWEZIG: "Aanwezig",
    SCHRIFTELIJK: "Schriftelijk ingebracht",
    BERICHT: "Afwezig met bericht",
    AFWEZIG: "Afwezig",
}


def render(gegevens: Verslag, *, code: str = "") -> bytes:
    """The minutes as PDF. Input that this copy may not show is left out, whatever the data hold."""
    stuk = printable(gegevens)
    merken = ["Intern exemplaar van de coördinator – niet verstrekken"] if stuk.intern else []
    return build(
        stuk.kop,
        [
            *hoofd(stuk.kop, f"Overleg {stuk.nummer} · {format_datum(stuk.datum, weekdag=True)}", merken),
            *samenvatting(stuk.kop, _what(stuk), _asked(stuk)),
            *_meeting(stuk),
            *_attendance(stuk),
            *_cases(stuk),
            *_closing(stuk),
            *slot(code),
        ],
    )


def _what(stuk: Verslag) -> str:
    dag = format_datum(stuk.datum, weekdag=True)
    if stuk.verslag_zvh:
        return (
            f"De besluiten en acties van het casusoverleg van {dag}. "
            f"Het verslag zelf is gemaakt door het Zorg- en Veiligheidshuis: {stuk.verslag_zvh}."
        )
    return f"Het verslag van het casusoverleg van {dag}."


def _asked(stuk: Verslag) -> str:
    if stuk.kop.staat is Staat.VASTGESTELD:
        return "Voer uw acties uit vóór de afgesproken datum. Geef dit stuk niet door aan anderen."
    if stuk.kop.staat is Staat.TER_REACTIE:
        wanneer = f"Laat vóór {format_datum(stuk.reageren_voor)}" if stuk.reageren_voor else "Laat"
        return f"{wanneer} weten of u akkoord bent, of wat er moet worden gewijzigd."
    return "Controleer of uw inbreng, de besluiten en uw acties kloppen. Dit is nog een concept."


def _meeting(stuk: Verslag) -> Verhaal:
    return feiten(
        [
            (
                "Datum en tijd",
                _join(format_datum(stuk.datum, weekdag=True), format_tijd(stuk.begin, stuk.einde)),
            ),
            ("Plaats", stuk.plaats),
            ("Voorzitter", stuk.voorzitter),
            ("Verslag", stuk.verslaglegger),
            ("Kenmerk", stuk.kop.kenmerk),
            ("Geheimhouding", _secrecy(stuk)),
        ]
    )


def _join(*delen: str) -> str:
    return ", ".join(deel for deel in delen if deel)


def _secrecy(stuk: Verslag) -> str:
    aan_tafel = [a for a in stuk.aanwezigen if a.aanwezig == AANWEZIG]
    if not aan_tafel:
        return ""
    if not stuk.geheimhouding_besproken:
        return "Niet besproken in dit overleg."
    niet = [a.naam for a in aan_tafel if not a.geheimhouding]
    if not niet:
        return "Besproken. Alle aanwezigen hebben de geheimhouding bevestigd."
    return f"Besproken. Nog niet bevestigd door: {', '.join(niet)}."


def _attendance(stuk: Verslag) -> Verhaal:
    if not stuk.aanwezigen:
        return []
    meer = stuk.intern and len(stuk.casussen) > 1
    koppen = ["Naam", "Functie en organisatie", "Aanwezigheid"]
    rijen = (_attendee(wie, meer) for wie in stuk.aanwezigen)
    if meer:
        return [*kop("Aan tafel"), *tabel([*koppen, "Bij casus"], [44, 56, 36], rijen)]
    return [*kop("Aan tafel"), *tabel(koppen, [50, 66], rijen)]


def _attendee(wie: Aanwezige, meer: bool) -> list[Cel]:
    stand = tekstcel(_AANWEZIG.get(wie.aanwezig, wie.aanwezig), ("", wie.toelichting))
    bij: list[Cel] = [", ".join(wie.casusnummers)] if meer else []
    return [vetcel(wie.naam, ("", wie.rol)), _join(wie.functie, wie.partij), stand, *bij]


def _cases(stuk: Verslag) -> Verhaal:
    verhaal: Verhaal = []
    for deel in stuk.casussen:
        verhaal += casuskop(deel)
        if deel.doel:
            verhaal += feiten([("Doel van de bespreking", deel.doel)])
        verhaal += uitkomst(stuk.kop, deel)
        if not stuk.verslag_zvh:
            verhaal += onderbouwing(deel)
    return verhaal


def _closing(stuk: Verslag) -> Verhaal:
    volgend = _join(
        format_datum(stuk.volgend_overleg, weekdag=True),
        format_tijd(stuk.volgend_overleg_tijd),
        stuk.volgend_overleg_plaats,
    )
    vastgesteld = _join(format_datum(stuk.vastgesteld_op), stuk.vastgesteld_wijze)
    if stuk.vastgesteld_door:
        vastgesteld = _join(vastgesteld, f"door {stuk.vastgesteld_door}")
    verhaal = [
        *kop("Afsluiting en vaststelling"),
        *feiten(
            [
                ("Volgend overleg", volgend),
                ("Vorig verslag", stuk.vorig_verslag),
                ("Papieren exemplaren", _copies(stuk)),
                ("Ter reactie sinds", format_datum(stuk.ter_reactie_op)),
                ("Vastgesteld", vastgesteld or "Nog niet vastgesteld"),
            ]
        ),
    ]
    gereageerd = [a for a in stuk.aanwezigen if a.reactie]
    if gereageerd:
        verhaal += [*kop("Reacties op het concept", 2), *_reactions(gereageerd)]
    if stuk.kop.staat is Staat.VASTGESTELD and not stuk.verslag_zvh:
        verhaal += handtekeningen([(stuk.vastgesteld_door or stuk.voorzitter, "voorzitter")])
    return verhaal


def _copies(stuk: Verslag) -> str:
    if stuk.exemplaren_uitgedeeld is None:
        return stuk.exemplaren_toelichting
    terug = "" if stuk.exemplaren_terug is None else f", {stuk.exemplaren_terug} terug"
    aantal = f"{stuk.exemplaren_uitgedeeld} uitgedeeld{terug}"
    return f"{aantal}. {stuk.exemplaren_toelichting}".strip() if stuk.exemplaren_toelichting else f"{aantal}."


def _reactions(wie: list[Aanwezige]) -> Verhaal:
    rijen: list[list[Cel]] = [
        [
            vetcel(a.naam, ("", a.partij)),
            tekstcel(a.reactie, ("", a.reactie_tekst)),
            _join(format_datum(a.reactie_op), a.reactie_kanaal),
        ]
        for a in wie
    ]
    return tabel(["Naam", "Reactie", "Wanneer en hoe"], [50, 72], rijen)

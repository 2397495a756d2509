# SPDX-License-Identifier: EUPL-1.2
"""The minutes of a casusoverleg: the whole for the coordinator, or the extract of one case."""

from gemeente_pga.documents.bespreking import casuskop, onderbouwing, uitkomst
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    INTERN,
    Cel,
    Verhaal,
    feiten,
    handtekeningen,
    hoofd,
    kop,
    namen,
    regels,
    samen,
    samenvatting,
    says_itself,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.domain.stukken import Aanwezige, Staat, Verslag, printable
from gemeente_pga.domain.stukken.overleg import AANWEZIG, AFWEZIG, BERICHT, SCHRIFTELIJK

_AANWEZIG = {
    AANWEZIG: "aanwezig",
    SCHRIFTELIJK: "schriftelijk",
    BERICHT: "afwezig met bericht",
    AFWEZIG: "afwezig",
}


def render(gegevens: Verslag, *, code: str = "") -> bytes:
    """The minutes as PDF. Input that this copy may not show is left out, whatever the data hold."""
    stuk = printable(gegevens)
    merken = [INTERN] if stuk.intern else []
    return build(
        stuk.kop,
        [
            *hoofd(stuk.kop, f"Overleg {stuk.nummer} · {format_datum(stuk.datum, weekdag=True)}", merken),
            *samenvatting(stuk.kop, _what(stuk), _asked(stuk)),
            *_meeting(stuk),
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
        return "Voer uw acties uit, uiterlijk op de afgesproken datum. Geef dit stuk niet door aan anderen."
    if stuk.kop.staat is Staat.TER_REACTIE:
        wanneer = f"Laat uiterlijk {format_datum(stuk.reageren_voor)}" if stuk.reageren_voor else "Laat"
        return f"{wanneer} weten of u akkoord bent, of wat er moet worden gewijzigd."
    return "Controleer of uw inbreng, de besluiten en uw acties kloppen. Dit is nog een concept."


def _meeting(stuk: Verslag) -> Verhaal:
    aan_tafel = [a for a in stuk.aanwezigen if a.aanwezig == AANWEZIG]
    niet_aan_tafel = [a for a in stuk.aanwezigen if a.aanwezig not in (AANWEZIG, "")]
    genodigd = [a for a in stuk.aanwezigen if not a.aanwezig]  # nobody recorded whether they were there
    return feiten(
        [
            ("Wanneer", _join(format_datum(stuk.datum, weekdag=True), format_tijd(stuk.begin, stuk.einde))),
            ("Plaats", stuk.plaats),
            ("Voorzitter", stuk.voorzitter),
            ("Verslag", "Zorg- en Veiligheidshuis" if stuk.verslag_zvh else stuk.verslaglegger),
            ("Aanwezig", _people(stuk, aan_tafel)),
            ("Niet aan tafel", _people(stuk, niet_aan_tafel)),
            ("Genodigd", _people(stuk, genodigd)),
            ("Geheimhouding", _secrecy(stuk, aan_tafel)),
            ("Kenmerk", stuk.kop.kenmerk),
        ]
    )


def _people(stuk: Verslag, mensen: list[Aanwezige]) -> Verhaal:
    """A line each: name, function, organisation; with what is out of the ordinary."""
    verhaal: Verhaal = []
    for wie in mensen:
        stand = "" if wie.aanwezig == AANWEZIG else _AANWEZIG.get(wie.aanwezig, wie.aanwezig)
        deel = 0 < len(wie.casusnummers) < len(stuk.casussen)
        bij = f"alleen bij casus {', '.join(wie.casusnummers)}" if deel else ""
        rol = "" if says_itself(wie.rol, wie.functie) else wie.rol
        tekst, tussen = _join(wie.naam, wie.functie, wie.partij), _join(rol, stand, bij)
        verhaal += [*namen([f"{tekst} ({tussen})" if tussen else tekst]), *regels(("", wie.toelichting))]
    return verhaal


def _join(*delen: str) -> str:
    return ", ".join(deel for deel in delen if deel)


def _secrecy(stuk: Verslag, aan_tafel: list[Aanwezige]) -> str:
    if not aan_tafel:
        return ""
    if not stuk.geheimhouding_besproken:
        return "Niet besproken in dit overleg."
    niet = [a.naam for a in aan_tafel if not a.geheimhouding]
    if not niet:
        return "Besproken. Alle aanwezigen hebben de geheimhouding bevestigd."
    return f"Besproken. Nog niet bevestigd door: {', '.join(niet)}."


def _cases(stuk: Verslag) -> Verhaal:
    verhaal: Verhaal = []
    for deel in stuk.casussen:
        verhaal += samen(casuskop(deel), uitkomst(stuk.kop, deel))
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
        wie = handtekeningen([(stuk.vastgesteld_door or stuk.voorzitter, "voorzitter")])
        verhaal += samen(kop("Ondertekening", 2), wie)
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
    return tabel(["Naam", "Reactie", "Wanneer en hoe"], [66, 60], rijen)

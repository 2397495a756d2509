# SPDX-License-Identifier: EUPL-1.2
"""The weegverslag: the decision first, then who weighed, on what information, criterion by criterion."""

from collections.abc import Mapping
from textwrap import shorten

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    INTERN,
    Cel,
    Verhaal,
    alineas,
    feiten,
    gelabeld,
    handtekeningen,
    hoofd,
    inbrengtabel,
    informeerregels,
    kadervermelding,
    kernbesluit,
    kop,
    opmerking,
    regels,
    samenvatting,
    slot,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum, format_tijd
from gemeente_pga.domain.stukken import (
    Criteriumgroep,
    Feit,
    Staat,
    Weegcriterium,
    Weegpartij,
    Weegverslag,
    printable_weegverslag,
)
from gemeente_pga.domain.tekst import midden_in_zin

_KORT = 140  # characters of a fact that stands in full elsewhere in the document


def render(gegevens: Weegverslag, *, code: str = "") -> bytes:
    """The weegverslag as PDF. Information that this copy may not show is left out, whatever the data hold."""
    stuk = printable_weegverslag(gegevens)
    merken = [INTERN] if stuk.intern else []
    return build(
        stuk.kop,
        [
            *hoofd(stuk.kop, f"Weegploeg van {format_datum(stuk.datum, weekdag=True)}", merken),
            *samenvatting(stuk.kop, _what(stuk), _asked(stuk)),
            *inhoud(stuk),
            *_signatures(stuk),
            *slot(code),
        ],
    )


def inhoud(stuk: Weegverslag, niveau: int = 1) -> Verhaal:
    """Everything between head and signatures; also a part of the dossier. Give it what printable left."""
    elders = {item.nummer: item.tekst for item in stuk.informatie}
    verhaal = [
        *kop("Besluit", niveau),
        *_decision(stuk),
        *kop("Aan tafel", niveau),
        *_table(stuk),
        *kop("Waarover het ging", niveau),
        *_signals(stuk),
        *kop("Ingebrachte informatie", niveau),
        *inbrengtabel(stuk.informatie),
    ]
    for groep in stuk.groepen:
        verhaal += [*kop(groep.titel, niveau), *_criteria(groep, elders)]
    verhaal += [
        *kop("Afweging", niveau),
        *feiten(
            [
                ("Samenhang", stuk.samenhang),
                ("Subsidiariteit", stuk.subsidiariteit),
                ("Proportionaliteit", stuk.proportionaliteit),
            ]
        ),
    ]
    if stuk.afgeleid:
        verhaal += [*kop("Volgt uit dit verslag", niveau), *_derived(stuk)]
    return [*verhaal, *kadervermelding(stuk.kader)]


def _what(stuk: Weegverslag) -> str:
    partijen = [p.partij for p in stuk.partijen]
    wie = f"{', '.join(partijen[:-1])} en {partijen[-1]}" if len(partijen) > 1 else "".join(partijen)
    door = f" door {wie}" if wie else ""
    return f"Het verslag van de weging{door} op {format_datum(stuk.datum, weekdag=True)}."


def _asked(stuk: Weegverslag) -> str:
    if stuk.kop.staat is Staat.VASTGESTELD:
        return "Onderteken voor uw organisatie en voer uit wat bij het vervolg staat."
    return "Controleer uw inbreng en uw standpunt. Pas na vaststelling geldt het besluit."


def _named_decision(stuk: Weegverslag) -> tuple[str, str]:
    """The decision, with the name where it leaves a place for it; and to whom, when it does not say so."""
    besluit = stuk.besluit or "Nog geen besluit"
    if stuk.doorgeleid_naar and "…" in besluit:
        return besluit.replace("…", stuk.doorgeleid_naar), ""
    return besluit, stuk.doorgeleid_naar


def _decision(stuk: Weegverslag) -> Verhaal:
    steunt = "Mede op informatie die niet is vastgelegd." if stuk.steunt_op_niet_vastgelegd else ""
    standpunten = "; ".join(f"{p.partij}: {p.standpunt}" for p in stuk.partijen if p.standpunt)
    besluit, naar = _named_decision(stuk)
    return [
        *kernbesluit(
            stuk.kop,
            besluit,
            stuk.besluit_reden,
            [
                ("Doorgeleid naar:", naar),
                ("Standpunten:", standpunten),
                ("Minderheidsstandpunt:", stuk.minderheidsstandpunt),
                ("Steunt:", steunt),
            ],
        ),
        *feiten(
            [
                ("Soort weging", ". ".join(deel for deel in (stuk.soort, stuk.soort_reden) if deel)),
                ("Vervolg", stuk.vervolg),
                *informeerregels(stuk.informeren),
                ("Vastgesteld op", format_datum(stuk.vastgesteld_op) or "Nog niet vastgesteld"),
            ]
        ),
    ]


def _table(stuk: Weegverslag) -> Verhaal:
    wanneer = [format_datum(stuk.datum, weekdag=True), format_tijd(stuk.begin, stuk.einde), stuk.plaats]
    onvolledig = ". ".join(
        deel.rstrip(".") for deel in (stuk.onvolledig_reden, stuk.onvolledig_toelichting) if deel
    )
    return [
        *tabel(
            ["Partij", "Vertegenwoordigd door", "Standpunt"], [36, 62], (_party(p) for p in stuk.partijen)
        ),
        *feiten(
            [
                ("Wanneer en waar", ", ".join(deel for deel in wanneer if deel)),
                ("Voorzitter", stuk.voorzitter),
                ("Niet volledig, omdat", onvolledig),
                ("Alsnog volledig op", format_datum(stuk.onvolledig_opvolgdatum)),
                ("Bron weegt mee", stuk.bron_weegt_mee),
            ]
        ),
    ]


def _party(partij: Weegpartij) -> list[Cel]:
    delen = (format_datum(partij.standpunt_op), midden_in_zin(partij.kanaal))
    wanneer = ", ".join(deel for deel in delen if deel)
    return [
        vetcel(partij.partij, ("", partij.aanwezig)),
        tekstcel(partij.naam, ("", partij.functie), ("Mandaat", partij.mandaat)),
        tekstcel(partij.standpunt, ("", partij.toelichting), ("", wanneer)),
    ]


def _signals(stuk: Weegverslag) -> Verhaal:
    rijen: list[list[Cel]] = [
        [
            vetcel(format_datum(signaal.ontvangen_op), ("Signaal", signaal.nummer)),
            tekstcel(signaal.soort, ("Bron", signaal.bron)),
        ]
        for signaal in stuk.signalen
    ]
    over = feiten([("Betrokkene", stuk.betrokkene), ("Eerder besproken in", stuk.eerder_besproken)])
    return over + (tabel(["Ontvangen", "Signaal"], [36], rijen) or alineas("Er zijn geen signalen gewogen."))


def _criteria(groep: Criteriumgroep, elders: Mapping[int, str]) -> Verhaal:
    rijen = (_criterion(criterium, elders) for criterium in groep.criteria)
    verhaal = tabel(["Criterium", "Wat ervoor en ertegen spreekt"], [52], rijen)
    if groep.niet_van_toepassing:
        bij = f"{', '.join(groep.nvt_bij)}: " if groep.nvt_bij else ""
        verhaal += opmerking(f"Niet van toepassing – {bij}{groep.niet_van_toepassing}")
    return verhaal


def _criterion(criterium: Weegcriterium, elders: Mapping[int, str]) -> list[Cel]:
    status = "De tekst van dit criterium is niet vastgesteld." if criterium.niet_vastgesteld else ""
    vraag = f"{criterium.vraag} (vraag aan {criterium.vraag_aan})" if criterium.vraag_aan else criterium.vraag
    oordeel = f"{criterium.antwoord}. {criterium.reden}" if criterium.reden else criterium.antwoord
    titel = f"{criterium.code} {criterium.titel}".strip()
    return [
        vetcel(titel, ("", criterium.toets)),
        [
            *gelabeld("Voor", *(_fact(feit, elders) for feit in criterium.voor)),
            *gelabeld("Tegen", *(_fact(feit, elders) for feit in criterium.tegen)),
            *gelabeld("Onbekend", vraag),
            *gelabeld("Oordeel", oordeel),
            *regels(("Bron", criterium.bron), ("", status)),
        ],
    ]


def _fact(feit: Feit, elders: Mapping[int, str]) -> str:
    """The fact with its source; a long one in short when it stands in full among the information."""
    herkomst = ", ".join(deel for deel in (feit.bron, f"nr.\xa0{feit.nummer}" if feit.nummer else "") if deel)
    heel = elders.get(feit.nummer) == feit.tekst
    tekst = shorten(feit.tekst, _KORT, placeholder=" …") if heel else feit.tekst
    return f"{tekst} ({herkomst})" if herkomst else tekst


def _derived(stuk: Weegverslag) -> Verhaal:
    return tabel(
        ["Toets", "Uitkomst"],
        [74],
        ([f"{a.code} {a.titel}".strip(), vetcel(a.uitkomst, ("", a.waaruit))] for a in stuk.afgeleid),
    )


def _signatures(stuk: Weegverslag) -> Verhaal:
    if stuk.kop.staat is not Staat.VASTGESTELD or not stuk.partijen:
        return []
    namen = [(p.naam or p.partij, ", ".join(d for d in (p.functie, p.partij) if d)) for p in stuk.partijen]
    return [*kop("Ondertekening"), *handtekeningen(namen)]

# SPDX-License-Identifier: EUPL-1.2
"""The printed dossier: the casuskaart on one page, and after it the parts that somebody chose."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from gemeente_pga.documents import bespreking, dossierdelen, weegverslag
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    actietabel,
    feiten,
    feiten_naast,
    hoofd,
    informeerregels,
    kadervermelding,
    kop,
    punten,
    samenvatting,
    slot,
    tabel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import (
    Bespreking,
    Casuskaart,
    Deelnemer,
    Dossier,
    Verslag,
    printable,
    printable_weegverslag,
)

D = TypeVar("D")

_INTERN = "Intern exemplaar van de coördinator – niet verstrekken"


def render_kaart(gegevens: Casuskaart, *, code: str = "") -> bytes:
    """The casuskaart as PDF."""
    return build(
        gegevens.kop,
        [
            *hoofd(gegevens.kop, f"Stand op {format_datum(gegevens.kop.datum, weekdag=True)}"),
            *_card(gegevens),
            *slot(code),
        ],
    )


def render(gegevens: Dossier, *, code: str = "") -> bytes:
    """The dossier as PDF."""
    delen = _parts(gegevens)
    inhoud = ", ".join(["Casuskaart", *(titel for titel, _ in delen)])
    verhaal = [
        *hoofd(
            gegevens.kop,
            f"Stand op {format_datum(gegevens.kop.datum, weekdag=True)}",
            [_INTERN] if gegevens.intern else [],
        ),
        *samenvatting(
            gegevens.kop,
            f"Het dossier, met deze delen: {inhoud}.",
            "Alleen lezen. Lever dit exemplaar na gebruik in bij de coördinator.",
        ),
        *_card(gegevens.kaart),
    ]
    for titel, deel in delen:
        verhaal += [*kop(titel), *deel]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _parts(stuk: Dossier) -> list[tuple[str, Verhaal]]:
    delen = [
        ("Signalen", _chosen(stuk.signalen, dossierdelen.signalen)),
        (
            "Weging",
            _chosen(stuk.weegverslag, lambda weging: weegverslag.inhoud(printable_weegverslag(weging), 2)),
        ),
        ("Plan van aanpak", _chosen(stuk.plan, dossierdelen.plan)),
        ("Besprekingen", _chosen(stuk.besprekingen, lambda keren: _meetings(stuk, keren))),
        ("Besluiten", _chosen(stuk.besluiten, dossierdelen.besluiten)),
        (
            "Open acties",
            _chosen(stuk.acties, lambda acties: actietabel(acties, leeg="Er staan geen acties open.")),
        ),
        ("Tijdlijn", _chosen(stuk.tijdlijn, dossierdelen.tijdlijn)),
        ("Informeren van betrokkene", _chosen(stuk.informeren, dossierdelen.informeren)),
        ("Verstrekkingen", _chosen(stuk.verstrekkingen, dossierdelen.verstrekkingen)),
        ("Afgedrukt en opgeslagen", _chosen(stuk.uitgiften, dossierdelen.uitgiften)),
    ]
    return [(titel, deel) for titel, deel in delen if deel is not None]


def _chosen(gegevens: D | None, draw: Callable[[D], Verhaal]) -> Verhaal | None:
    return None if gegevens is None else draw(gegevens)


def _meetings(stuk: Dossier, keren: Sequence[Bespreking]) -> Verhaal:
    verhaal: Verhaal = []
    for een in keren:
        verslag = Verslag(
            kop=stuk.kop, nummer=een.overleg, datum=een.datum, intern=stuk.intern, casussen=(een.deel,)
        )
        deel = printable(verslag).casussen[0]
        verhaal += [
            *kop(f"{format_datum(een.datum, weekdag=True)}, overleg {een.overleg}", 2),
            *feiten([("Doel", deel.doel), ("Verslag", een.verslag)]),
            *bespreking.uitkomst(stuk.kop, deel, 3),
            *bespreking.onderbouwing(deel, 3),
        ]
    return verhaal or dossierdelen.leeg("De casus is nog niet besproken.")


def _card(kaart: Casuskaart) -> Verhaal:
    geboren = format_datum(kaart.geboortedatum)
    ideologie = kaart.ideologie
    if ideologie and kaart.ideologie_op:
        ideologie = f"{ideologie} (vastgelegd {format_datum(kaart.ideologie_op)})"
    return [
        *feiten_naast(
            [
                ("Betrokkene", kaart.betrokkene),
                ("Geboren", geboren),
                ("Adres", kaart.adres),
                ("Dossier", kaart.dossiernummer),
                ("Casus", ", ".join(kaart.kop.nummers)),
                ("Stand", kaart.status),
                ("Casusregisseur", kaart.casusregisseur),
            ],
            [
                ("Opgenomen op", format_datum(kaart.opgenomen_op)),
                ("Casus geopend", format_datum(kaart.geopend_op)),
                ("Laatste overleg", format_datum(kaart.laatste_overleg)),
                ("Volgend overleg", format_datum(kaart.volgend_overleg)),
                ("Herbeoordeling", format_datum(kaart.volgende_herbeoordeling)),
                ("Ideologie", ideologie),
                ("Afgesloten op", format_datum(kaart.gesloten_op)),
            ],
        ),
        *feiten(
            [
                ("Waarom opgenomen", kaart.opgenomen_reden),
                ("Reden van sluiten", kaart.sluitreden),
                ("Resultaat", kaart.resultaat),
                ("Bewaartermijn", kaart.bewaartermijn),
            ],
        ),
        *kop("Open acties", 2),
        *actietabel(kaart.open_acties, leeg="Er staan geen acties open."),
        *_goals(kaart),
        *_informing(kaart),
        *kop("Deelnemers", 2),
        *tabel(
            ["Partij", "Naam en functie", "Rol en grondslag"],
            [44, 60],
            (_participant(wie) for wie in kaart.deelnemers),
        ),
        *kadervermelding(kaart.kader),
    ]


def _informing(kaart: Casuskaart) -> Verhaal:
    regels = [(label, tekst) for label, tekst in informeerregels(kaart.informeren) if tekst]
    return [*kop("Informeren", 2), *feiten(regels)] if regels else []


def _goals(kaart: Casuskaart) -> Verhaal:
    if not (kaart.doelen or kaart.risico or kaart.beschermend):
        return []
    rij: list[Cel] = [punten(kaart.doelen), punten(kaart.risico), punten(kaart.beschermend)]
    return [*kop("Doelen en factoren", 2), *tabel(["Doelen", "Risico", "Beschermend"], [60, 52], [rij])]


def _participant(wie: Deelnemer) -> list[Cel]:
    periode = ""
    if wie.tot:
        periode = f"tot {format_datum(wie.tot)}"
    elif wie.vanaf:
        periode = f"sinds {format_datum(wie.vanaf)}"
    naam = ", ".join(deel for deel in (wie.naam, wie.functie) if deel)
    return [vetcel(wie.partij), naam, dossierdelen.rolcel(wie.rol, wie.grondslag, periode)]

# SPDX-License-Identifier: EUPL-1.2
"""The printed dossier: the casuskaart on one page, and after it the parts that somebody chose."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from reportlab.lib.units import mm

from gemeente_pga.documents import bespreking, dossierdelen, weegverslag
from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    INTERN,
    Cel,
    Verhaal,
    actietabel,
    alineas,
    feiten,
    feiten_naast,
    hoofd,
    kop,
    namen,
    opmerking,
    punten,
    regel_gevraagd,
    says_itself,
    slot,
    tabel,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.kader import noem_versie
from gemeente_pga.domain.stukken import (
    Bespreking,
    Casuskaart,
    Deelnemer,
    Dossier,
    Informeren,
    Kop,
    Verslag,
    printable,
    printable_weegverslag,
)

D = TypeVar("D")


def render_kaart(gegevens: Casuskaart, *, code: str = "") -> bytes:
    """The casuskaart as PDF."""
    return build(
        gegevens.kop,
        [
            *hoofd(gegevens.kop, _subtitle(gegevens.kop)),
            *regel_gevraagd("Alleen lezen. Geef dit stuk niet door aan anderen."),
            *_card(gegevens),
            *opmerking(_framework(gegevens)),
            *slot(code),
        ],
    )


def render(gegevens: Dossier, *, code: str = "") -> bytes:
    """The dossier as PDF."""
    delen = _parts(gegevens)
    inhoud = ", ".join(["casuskaart", *(titel[0].lower() + titel[1:] for titel, _ in delen)])
    verhaal = [
        *hoofd(gegevens.kop, _subtitle(gegevens.kop), [INTERN] if gegevens.intern else []),
        *regel_gevraagd("Alleen lezen. Lever dit exemplaar na gebruik in bij de coördinator."),
        *opmerking(f"In dit exemplaar: {inhoud}."),
        *_card(gegevens.kaart),
    ]
    # The card keeps to the first page: what it rests on stands at the end here.
    for titel, deel in [*delen, ("Juridisch kader en bewaren", alineas(_framework(gegevens.kaart)))]:
        verhaal += [*kop(titel), *deel]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _subtitle(kop: Kop) -> str:
    return f"{kop.nummersoort} {', '.join(kop.nummers)} · stand op {format_datum(kop.datum)}"


def _parts(stuk: Dossier) -> list[tuple[str, Verhaal]]:
    delen = [
        ("Signalen", _chosen(stuk.signalen, dossierdelen.signalen)),
        ("Consultaties zonder naam", _chosen(stuk.consultaties, dossierdelen.consultaties)),
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
        ("Zienswijze", _chosen(stuk.zienswijzen, dossierdelen.zienswijzen)),
        ("Bijlagen", _chosen(stuk.bijlagen, dossierdelen.bijlagen)),
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
    ideologie = kaart.ideologie
    if ideologie and kaart.ideologie_op:
        ideologie = f"{ideologie} ({format_datum(kaart.ideologie_op, kort=True)})"
    return [
        *feiten_naast(
            [
                ("Betrokkene", kaart.betrokkene),
                ("Geboren", format_datum(kaart.geboortedatum)),
                ("Adres", kaart.adres),
                ("Dossier", kaart.dossiernummer),
                ("Stand", kaart.status),
                ("Casusregisseur", kaart.casusregisseur),
            ],
            [
                ("Ideologie", ideologie),
                ("Opgenomen op", format_datum(kaart.opgenomen_op)),
                ("Casus geopend", format_datum(kaart.geopend_op)),
                ("Laatste overleg", format_datum(kaart.laatste_overleg)),
                ("Volgend overleg", format_datum(kaart.volgend_overleg)),
                ("Herbeoordeling", format_datum(kaart.volgende_herbeoordeling)),
                ("Afgesloten op", format_datum(kaart.gesloten_op)),
            ],
        ),
        *feiten(
            [
                ("Waarom", kaart.opgenomen_reden),
                ("Reden van sluiten", kaart.sluitreden),
                ("Resultaat", kaart.resultaat),
            ],
            label=30 * mm,
        ),
        *kop("Open acties", 2),
        *actietabel(kaart.open_acties, kort=True, leeg="Er staan geen acties open."),
        *_goals(kaart),
        *_participants(kaart.deelnemers),
        *feiten([("Informeren", _informing(kaart.informeren))], label=30 * mm),
    ]


def _framework(kaart: Casuskaart) -> str:
    kader, delen = kaart.kader, []
    if kader.titel:
        delen.append(f"Juridisch kader: {kader.titel}, {noem_versie(kader.versie)}.")
    if kader.opmerkingen:
        delen += kader.opmerkingen
    if kaart.bewaartermijn:
        delen.append(f"Bewaartermijn: {kaart.bewaartermijn.rstrip('.')}.")
    return " ".join(delen)


def _informing(besluit: Informeren) -> str:
    delen = [
        besluit.besluit,
        besluit.reden,
        f"Opnieuw bekijken op {format_datum(besluit.opnieuw_op)}" if besluit.opnieuw_op else "",
        f"Geïnformeerd op {format_datum(besluit.uitgevoerd_op)}" if besluit.uitgevoerd_op else "",
    ]
    return " ".join(deel.rstrip(".") + "." for deel in delen if deel)


def _goals(kaart: Casuskaart) -> Verhaal:
    if not (kaart.doelen or kaart.risico or kaart.beschermend):
        return []
    rij: list[Cel] = [punten(kaart.doelen), punten(kaart.risico), punten(kaart.beschermend)]
    return tabel(["Doelen", "Vergroot het risico", "Beschermt"], [60, 56], [rij])


def _participants(deelnemers: Sequence[Deelnemer]) -> Verhaal:
    een_grondslag = len({wie.grondslag for wie in deelnemers}) == 1
    regels: list[str] = []
    for wie in deelnemers:
        tekst = ", ".join(deel for deel in (wie.naam, wie.functie, wie.partij) if deel)
        periode = f"tot {format_datum(wie.tot)}" if wie.tot else ""
        grondslag = "" if een_grondslag else wie.grondslag
        rol = "" if says_itself(wie.rol, wie.functie) else wie.rol
        tussen = "; ".join(deel for deel in (rol, grondslag, periode) if deel)
        regels.append(f"{tekst} ({tussen})" if tussen else tekst)
    if een_grondslag and deelnemers[0].grondslag:
        regels[-1:] = [regels[-1], f"Grondslag: {deelnemers[0].grondslag}"]
    return feiten([("Deelnemers", namen(regels))], label=30 * mm)

# SPDX-License-Identifier: EUPL-1.2
"""The chosen parts of the printed dossier: signals, plan, decisions, timeline, and what was given to whom."""

from collections.abc import Sequence

from gemeente_pga.documents.delen import (
    Cel,
    Verhaal,
    alineas,
    feiten,
    informeerregels,
    kop,
    tabel,
    tekstcel,
    vetcel,
)
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import (
    Bijlage,
    Consultatie,
    Dossierbesluit,
    Dossiersignaal,
    Factor,
    Gebeurtenis,
    Informeren,
    Interventie,
    Plan,
    Uitgifte,
    Verstrekking,
    Zienswijze,
)


def leeg(tekst: str) -> Verhaal:
    """What is said when a chosen part holds nothing."""
    return alineas(tekst)


def signalen(lijst: Sequence[Dossiersignaal]) -> Verhaal:
    """Each signal: what was seen, what was heard, what was thought, apart."""
    verhaal: Verhaal = []
    for signaal in lijst:
        verhaal += [
            *kop(f"Signaal {signaal.nummer}, ontvangen {format_datum(signaal.ontvangen_op)}", 2),
            *feiten(
                [
                    ("Soort en kanaal", ", ".join(deel for deel in (signaal.soort, signaal.kanaal) if deel)),
                    ("Bron", signaal.bron),
                    ("Teruggebeld", signaal.teruggebeld),
                    ("Gebeurd op", format_datum(signaal.gebeurd_op)),
                    ("Vastgelegd op", format_datum(signaal.vastgelegd_op)),
                    ("Zelf waargenomen", signaal.zelf_waargenomen),
                    ("Van anderen gehoord", signaal.van_anderen),
                    ("Wat de melder denkt", signaal.interpretatie),
                    ("Eigen opmerking", signaal.eigen_opmerking),
                    ("Stand", signaal.status),
                    ("Bijlagen", ", ".join(signaal.bijlagen)),
                ]
            ),
        ]
    return verhaal or leeg("Er zijn geen signalen.")


def consultaties(lijst: Sequence[Consultatie]) -> Verhaal:
    """Advice asked without naming anybody: whom, what, and the answer."""
    verhaal: Verhaal = []
    for keer in lijst:
        verhaal += [
            *kop(f"{format_datum(keer.datum)}: {keer.titel}", 2),
            *feiten(
                [
                    ("Gevraagd aan", ", ".join(deel for deel in (keer.organisatie, keer.functie) if deel)),
                    ("Gevraagd", keer.gevraagd),
                    ("Advies", keer.advies),
                ]
            ),
        ]
    return verhaal or leeg("Er is geen advies zonder naam gevraagd.")


def plan(stuk: Plan) -> Verhaal:
    """Goals, risk and protective factors side by side, interventions, and what if."""
    status = f"Versie {stuk.versie}" + (f", {stuk.status}" if stuk.status else "")
    return [
        *feiten([("Versie", status), ("Vastgesteld op", format_datum(stuk.vastgesteld_op))]),
        *kop("Doelen", 2),
        *(
            tabel(
                ["Nr.", "Doel", "Leefgebied"],
                [10, 110],
                ([f"{doel.nummer}", doel.tekst, doel.leefgebied] for doel in stuk.doelen),
            )
            or leeg("Er zijn nog geen doelen.")
        ),
        *kop("Wat het risico vergroot en wat beschermt", 2),
        *_factors(stuk),
        *kop("Interventies", 2),
        *(
            tabel(
                ["Wat", "Wie", "Wanneer"], [86, 42], (_intervention(stap, stuk) for stap in stuk.interventies)
            )
            or leeg("Er zijn nog geen interventies.")
        ),
        *feiten(
            [
                ("Als het erger wordt", stuk.bij_verergering),
                ("Als het beter gaat", stuk.bij_verbetering),
                ("Herbeoordeling op", format_datum(stuk.herbeoordeling_op)),
            ]
        ),
    ]


def _factors(stuk: Plan) -> Verhaal:
    if not (stuk.risico or stuk.beschermend):
        return leeg("Er zijn nog geen factoren.")
    aantal = max(len(stuk.risico), len(stuk.beschermend))
    rijen: list[list[Cel]] = [[_factor(stuk.risico, i), _factor(stuk.beschermend, i)] for i in range(aantal)]
    return tabel(["Vergroot het risico", "Beschermt"], [82], rijen)


def _factor(lijst: Sequence[Factor], plek: int) -> Verhaal:
    if plek >= len(lijst):
        return []
    return tekstcel(lijst[plek].tekst, ("", lijst[plek].leefgebied), ("Bron", lijst[plek].bron))


def _intervention(stap: Interventie, stuk: Plan) -> list[Cel]:
    besluit = "vrijwillig" if stap.vrijwillig else f"niet vrijwillig; besluit van {stap.beslisser or '–'}"
    besluit = "" if besluit == stap.soort.lower() else besluit  # said already
    doel = f"doel {stap.doel}" if stap.doel and stuk.doelen else ""
    wat = tekstcel(
        stap.omschrijving,
        ("", " · ".join(deel for deel in (stap.soort, besluit, stap.leefgebied, doel) if deel)),
        ("Grondslag", stap.grondslag),
        ("Geslaagd als", stap.maat),
        ("Stand", stap.stand),
        ("Effect", stap.effect),
    )
    dagen = (("Van", stap.start), ("Tot", stap.einde), ("Opnieuw bekijken", stap.opnieuw_op))
    wanneer = tekstcel("", *((kop_, format_datum(dag)) for kop_, dag in dagen))
    return [wat, vetcel(stap.eigenaar), wanneer]


def besluiten(lijst: Sequence[Dossierbesluit]) -> Verhaal:
    """Every decision with its date and who took it."""
    rijen: list[list[Cel]] = [
        [
            format_datum(besluit.datum),
            f"{besluit.nummer}. {besluit.tekst}" if besluit.nummer else besluit.tekst,
            besluit.door,
        ]
        for besluit in lijst
    ]
    return tabel(["Datum", "Besluit", "Door"], [36, 86], rijen) or leeg("Er zijn geen besluiten.")


def tijdlijn(lijst: Sequence[Gebeurtenis]) -> Verhaal:
    """What happened, with both dates."""
    rijen: list[list[Cel]] = [
        [
            format_datum(feit.gebeurd_op) or "dag onbekend",
            tekstcel(feit.wat, ("Bron", feit.bron)),
            format_datum(feit.vastgelegd_op),
        ]
        for feit in lijst
    ]
    return tabel(["Gebeurd op", "Wat", "Bij ons bekend of vastgelegd"], [36, 94], rijen) or leeg(
        "De tijdlijn is leeg."
    )


def informeren(lijst: Sequence[Informeren]) -> Verhaal:
    """Each decision about informing the betrokkene."""
    verhaal: Verhaal = []
    for besluit in lijst:
        verhaal += feiten([("Besloten op", format_datum(besluit.besloten_op)), *informeerregels(besluit)])
    return verhaal or leeg("Over informeren is nog niets besloten.")


def zienswijzen(lijst: Sequence[Zienswijze]) -> Verhaal:
    """What the betrokkene and others said themselves, word for word, and what was done with it."""
    verhaal: Verhaal = []
    for een in lijst:
        verhaal += [
            *kop(f"{format_datum(een.ontvangen_op)}: {een.wie}", 2),
            *feiten(
                [
                    ("Gegeven", een.hoe),
                    ("In eigen woorden", een.tekst),
                    ("Besproken op", format_datum(een.besproken_op)),
                    ("Wat ermee is gedaan", een.reactie),
                ]
            ),
        ]
    return verhaal or leeg("Er is geen zienswijze gegeven.")


def bijlagen(lijst: Sequence[Bijlage]) -> Verhaal:
    """Which files are in the dossier; of one that may not be passed on only that it is there."""
    rijen: list[list[Cel]] = [
        [
            format_datum(een.toegevoegd_op),
            tekstcel(
                een.omschrijving or een.naam,
                ("Bestand", een.naam if een.omschrijving else ""),
                ("Soort gegevens", een.categorie),
                ("Nodig voor", een.doel),
                ("Verkregen", een.verkregen),
            )
            if een.naam
            else tekstcel("Een bijlage die niet bestemd is om verder te verstrekken."),
            tekstcel(
                een.herkomst or een.bij,
                ("Bij", een.bij if een.herkomst else ""),
                ("Ontvangen", format_datum(een.ontvangen_op)),
                ("Grondslag van de gever", een.grondslag_gever),
                ("Grondslag van de ontvanger", een.grondslag),
            ),
        ]
        for een in lijst
    ]
    return tabel(["Toegevoegd", "Wat", "Van"], [36, 70], rijen) or leeg("Er zijn geen bijlagen.")


def verstrekkingen(lijst: Sequence[Verstrekking]) -> Verhaal:
    """What was told to whom outside the table."""
    rijen: list[list[Cel]] = [
        [
            format_datum(keer.datum),
            vetcel(keer.aan),
            tekstcel(keer.wat, ("Grondslag", keer.grondslag), ("Door", keer.door)),
        ]
        for keer in lijst
    ]
    return tabel(["Datum", "Aan", "Wat"], [36, 44], rijen) or leeg("Er is niets verstrekt.")


def uitgiften(lijst: Sequence[Uitgifte]) -> Verhaal:
    """Which documents left the kluis, and for whom."""
    rijen: list[list[Cel]] = [
        [
            format_datum(keer.datum),
            tekstcel(keer.stuk, ("", keer.wijze)),
            f"{keer.exemplaren}",
            keer.bestemd_voor,
        ]
        for keer in lijst
    ]
    return tabel(["Datum", "Stuk", "Aantal", "Bestemd voor"], [36, 70, 16], rijen) or leeg(
        "Er is niets afgedrukt of opgeslagen."
    )

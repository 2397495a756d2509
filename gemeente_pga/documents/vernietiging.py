# SPDX-License-Identifier: EUPL-1.2
"""The list of dossiers to destroy and the verklaring van vernietiging: what and why, never whom."""

from gemeente_pga.documents.blad import build
from gemeente_pga.documents.delen import (
    Cel,
    feiten,
    handtekeningen,
    hoofd,
    opmerking,
    regel_gevraagd,
    samen,
    slot,
    tabel,
    vetcel,
)
from gemeente_pga.documents.delen import kop as koptekst
from gemeente_pga.documents.invullen import Keuzes
from gemeente_pga.documents.opmaak import format_datum
from gemeente_pga.domain.stukken import VerklaringVanVernietiging, Vernietigingslijst, Vernietigingsregel
from gemeente_pga.domain.tekst import getal

_KENMERK = (
    "Het kenmerk is het begin van een willekeurig nummer. Het verwijst na de vernietiging naar niemand meer."
)


def render_lijst(gegevens: Vernietigingslijst, *, code: str = "") -> bytes:
    """The list as PDF, with room to sign."""
    rijen = tabel(
        ["Regel", "Wat", "Waarom", "Omvang", "Akkoord"],
        [22, 36, 56, 28],
        [_regel(r) for r in gegevens.regels],
    )
    verhaal = [
        *hoofd(
            gegevens.kop, f"Opgesteld op {format_datum(gegevens.kop.datum)} door {gegevens.opgesteld_door}"
        ),
        *regel_gevraagd(
            "Kruis bij elke regel ja of nee aan. Schrijf bij nee de reden op. Machtig daarna de lijst."
        ),
        *samen(koptekst("Te vernietigen dossiers"), rijen),
        *opmerking(f"Samen {getal(len(gegevens.regels))} {_dossiers(len(gegevens.regels))}. {_KENMERK}"),
        *samen(koptekst("Machtiging"), handtekeningen([("", "Archivaris of gemeentesecretaris")])),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def render_verklaring(gegevens: VerklaringVanVernietiging, *, code: str = "") -> bytes:
    """The verklaring as PDF."""
    rijen = tabel(
        ["Regel", "Wat", "Waarom", "Vernietigd"], [26, 44, 60], [_gedaan(r) for r in gegevens.regels]
    )
    gebleven = (
        (
            f"Van deze lijst {'is' if gegevens.gebleven == 1 else 'zijn'} {gegevens.gebleven} "
            f"{_dossiers(gegevens.gebleven)} niet vernietigd."
        )
        if gegevens.gebleven
        else ""
    )
    tot = gegevens.back_ups_tot
    backups = (
        "In back-ups van vóór de vernietiging kunnen deze dossiers nog staan tot ongeveer "
        f"{format_datum(tot)}. Wordt er een teruggezet, dan vernietigt het programma ze opnieuw."
        if tot
        else ""
    )
    machtiging = f"{gegevens.machtiging_door}, {gegevens.machtiging_functie}"
    verhaal = [
        *hoofd(gegevens.kop, f"Vernietigingslijst {gegevens.lijst}"),
        *regel_gevraagd("Bewaar deze verklaring. Er staat niets in over de inhoud of over personen."),
        *feiten(
            [
                ("Gemachtigd door", machtiging),
                ("Gemachtigd op", format_datum(gegevens.machtiging_op)),
                ("Kenmerk van de machtiging", gegevens.machtiging_kenmerk),
            ]
        ),
        *samen(koptekst("Vernietigde dossiers"), rijen),
        *opmerking(gebleven),
        *opmerking(backups),
        *opmerking(_KENMERK),
        *samen(koptekst("Ondertekening"), handtekeningen([("", "Namens de zorgdrager")])),
    ]
    return build(gegevens.kop, [*verhaal, *slot(code)])


def _wat(r: Vernietigingsregel) -> list[Cel]:
    return [
        vetcel(str(r.volgnummer), ("", r.kenmerk)),
        vetcel(r.soort, ("Jaren", r.jaren)),
        vetcel(r.bewaartermijn, ("Grond", r.grond), ("Selectielijst", r.selectielijst)),
    ]


def _dossiers(aantal: int) -> str:
    return "dossier" if aantal == 1 else "dossiers"


def _omvang(r: Vernietigingsregel) -> str:
    stukken = "1 stuk" if r.stukken == 1 else f"{r.stukken} stukken"
    papier = {0: "geen papier", 1: "1 papieren exemplaar"}.get(r.papier, f"{r.papier} papieren exemplaren")
    return f"{stukken}, {papier}"


def _regel(r: Vernietigingsregel) -> list[Cel]:
    return [*_wat(r), _omvang(r), [Keuzes(["ja"]), Keuzes(["nee"])]]


def _gedaan(r: Vernietigingsregel) -> list[Cel]:
    return [
        *_wat(r),
        vetcel(format_datum(r.op, kort=True), ("Door", r.door), ("", r.wijze), ("", _omvang(r))),
    ]

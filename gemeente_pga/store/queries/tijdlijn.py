# SPDX-License-Identifier: EUPL-1.2
"""Everything in a dossier that has a date, as one line from old to new."""

from collections.abc import Iterator
from datetime import date

from gemeente_pga.domain import stappen
from gemeente_pga.domain.correctie import SOORTEN
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.domain.tijdlijn import (
    ACTIE,
    CASUS,
    CONSULTATIE,
    DATALEK,
    INFORMATIE,
    OVERLEG,
    PLAN,
    RECHTEN,
    SIGNAAL,
    VERSTREKKING,
    WEGING,
    Tijdlijnpunt,
)
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.beperking import beperkte_items
from gemeente_pga.store.queries.consultatie import consultaties_van_dossier
from gemeente_pga.store.queries.informatie import informatie_van_dossier


def tijdlijn(r: Lezer, dossier_id: int, kader: Kader) -> tuple[Tijdlijnpunt, ...]:
    """The line, oldest first. Two things of one day stand in the order in which they became known."""
    punten = [
        *_signalen(r, dossier_id, kader),
        *_informatie(r, dossier_id),
        *_wegingen(r, dossier_id, kader),
        *_casus(r, dossier_id, kader),
        *_overleggen(r, dossier_id),
        *_acties(r, dossier_id, kader),
        *_plannen(r, dossier_id),
        *_consultaties(r, dossier_id),
        *_rechten(r, dossier_id, kader),
        *_verstrekkingen(r, dossier_id),
        *_datalekken(r, dossier_id),
    ]
    return tuple(sorted(punten, key=lambda p: (p.gebeurd_op, p.bekend_op, p.soort)))


def _signalen(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT id, soort, bron_soort, bron_organisatie, ontvangen_op, gebeurd_op FROM signaal "
        "WHERE dossier_id = ?",
        dossier_id,
    ):
        bron = rij["bron_organisatie"] or kader.label("bron_soort", rij["bron_soort"])
        soort = kader.label("signaalsoort", rij["soort"])
        bekend = _dag(rij["ontvangen_op"])
        yield Tijdlijnpunt(
            SIGNAAL,
            gebeurd_op=bekend,
            bekend_op=bekend,
            wat=f"Signaal ontvangen: {midden_in_zin(soort)}",
            bron=bron,
            scherm="signaal",
            onderwerp_id=rij["id"],
        )
        if rij["gebeurd_op"]:
            yield Tijdlijnpunt(
                SIGNAAL,
                gebeurd_op=_dag(rij["gebeurd_op"]),
                bekend_op=bekend,
                wat="Gebeurtenis uit het signaal",
                bron=bron,
                scherm="signaal",
                onderwerp_id=rij["id"],
            )
    for rij in r.rows("SELECT partij, gebeld_op, vastgelegd_op FROM spoed WHERE dossier_id = ?", dossier_id):
        gebeld = _dag(rij["gebeld_op"])
        yield Tijdlijnpunt(SIGNAAL, gebeld, _dag(rij["vastgelegd_op"]), f"Spoed gemeld aan {rij['partij']}")


def _informatie(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    beperkt = beperkte_items(r, dossier_id)
    for item in informatie_van_dossier(r, dossier_id):
        inhoud = item.inhoud
        if inhoud.markering == NIET_VASTLEGGEN:
            continue
        bekend = inhoud.ontvangen_op or _dag(item.vastgelegd_op)
        yield Tijdlijnpunt(
            INFORMATIE,
            gebeurd_op=inhoud.gebeurd_op or bekend,
            bekend_op=bekend,
            wat=inhoud.tekst,
            bron=item.partij or inhoud.gever,
            gedateerd=inhoud.gebeurd_op is not None,
            op_papier=item.mag_op_papier and item.id not in beperkt,
            scherm="dossier",
            onderwerp_id=dossier_id,
            informatie_id=item.id,
        )


def _wegingen(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT id, datum, besluit, status, vastgelegd_op FROM weging WHERE dossier_id = ?", dossier_id
    ):
        vast = rij["status"] == "vastgesteld"
        besluit = kader.label("weegbesluit", rij["besluit"]) if vast and rij["besluit"] else ""
        yield Tijdlijnpunt(
            WEGING,
            gebeurd_op=_dag(rij["datum"]),
            bekend_op=_dag(rij["vastgelegd_op"]),
            wat=f"Besluit van de weegploeg: {midden_in_zin(besluit)}" if besluit else "Weging",
            bron="Weegploeg",
            scherm="weging",
            onderwerp_id=rij["id"],
        )


def _casus(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT van, naar, op, vastgelegd_op FROM statusovergang "
        "WHERE dossier_id = ? AND onderwerp_soort = 'casus' AND naar <> 'gesloten'",
        dossier_id,
    ):
        stand = stappen.label("casus", rij["naar"])
        wat = f"Stand van de casus: {midden_in_zin(stand)}" if rij["van"] else "Casus geopend"
        yield Tijdlijnpunt(CASUS, _dag(rij["op"]), _dag(rij["vastgelegd_op"]), wat)
    for rij in r.rows(
        "SELECT geinformeerd_op, geinformeerd_hoe, vastgelegd_op FROM casus "
        "WHERE dossier_id = ? AND geinformeerd_op IS NOT NULL",
        dossier_id,
    ):
        hoe = kader.label("geinformeerd_hoe", rij["geinformeerd_hoe"]) if rij["geinformeerd_hoe"] else ""
        wat = "Betrokkene geïnformeerd" + (f" ({midden_in_zin(hoe)})" if hoe else "")
        yield Tijdlijnpunt(CASUS, _dag(rij["geinformeerd_op"]), _dag(rij["geinformeerd_op"]), wat)


def _overleggen(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT o.id, o.nummer, o.datum, o.vastgelegd_op, count(x.id) AS besluiten FROM overleg o "
        "JOIN bespreking b ON b.overleg_id = o.id LEFT JOIN besluit x ON x.bespreking_id = b.id "
        "WHERE b.dossier_id = ? AND o.status <> 'voorbereiding' GROUP BY o.id",
        dossier_id,
    ):
        aantal = rij["besluiten"]
        telling = "" if not aantal else " – 1 besluit" if aantal == 1 else f" – {aantal} besluiten"
        yield Tijdlijnpunt(
            OVERLEG,
            gebeurd_op=_dag(rij["datum"]),
            bekend_op=_dag(rij["datum"]),
            wat=f"Casusoverleg {rij['nummer']}{telling}",
            scherm="overleg",
            onderwerp_id=rij["id"],
        )


def _acties(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT a.wat, a.wie, v.status, v.gebeurd_op, v.vastgelegd_op FROM actie_voortgang v "
        "JOIN actie a ON a.id = v.actie_id WHERE v.dossier_id = ? AND v.gebeurd_op IS NOT NULL",
        dossier_id,
    ):
        stand = kader.label("actiestatus", rij["status"])
        yield Tijdlijnpunt(
            ACTIE,
            gebeurd_op=_dag(rij["gebeurd_op"]),
            bekend_op=_dag(rij["vastgelegd_op"]),
            wat=f"Actie {stand.lower()}: {rij['wat']}",
            bron=rij["wie"],
        )


def _plannen(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT versie, vastgesteld_op, vastgelegd_op FROM plan "
        "WHERE dossier_id = ? AND vastgesteld_op IS NOT NULL",
        dossier_id,
    ):
        dag = _dag(rij["vastgesteld_op"])
        yield Tijdlijnpunt(
            PLAN,
            dag,
            max(dag, _dag(rij["vastgelegd_op"])),
            f"Plan van aanpak vastgesteld, versie {rij['versie']}",
        )


def _consultaties(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    for blad in consultaties_van_dossier(r, dossier_id):
        yield Tijdlijnpunt(
            CONSULTATIE,
            gebeurd_op=blad.inhoud.datum,
            bekend_op=blad.inhoud.datum,
            wat=f"Advies gevraagd zonder naam: {blad.inhoud.titel}",
            bron=blad.met_wie,
            scherm="consultatie",
            onderwerp_id=blad.id,
        )


def _rechten(r: Lezer, dossier_id: int, kader: Kader) -> Iterator[Tijdlijnpunt]:
    """Requests and what was decided, what persons said, and what proved wrong: that, without its words."""
    for rij in r.rows(
        "SELECT id, nummer, soort, ontvangen_op, besluit_op, vastgelegd_op FROM verzoek WHERE dossier_id = ?",
        dossier_id,
    ):
        vast, soort = _dag(rij["vastgelegd_op"]), midden_in_zin(kader.label("verzoeksoort", rij["soort"]))
        wat = f"Verzoek {rij['nummer']} ontvangen: {soort}"
        yield _recht(rij["ontvangen_op"], vast, wat, "verzoek", rij["id"])
        if rij["besluit_op"]:
            wat = f"Besluit op verzoek {rij['nummer']}: {soort}"
            yield _recht(rij["besluit_op"], _dag(rij["besluit_op"]), wat, "verzoek", rij["id"])
    for rij in r.rows("SELECT ontvangen_op, vastgelegd_op FROM zienswijze WHERE dossier_id = ?", dossier_id):
        yield _recht(rij["ontvangen_op"], _dag(rij["vastgelegd_op"]), "Zienswijze ontvangen")
    for rij in r.rows(
        "SELECT soort, gemeld_op, vastgelegd_op FROM informatiecorrectie WHERE dossier_id = ?", dossier_id
    ):
        wat = f"Vastgelegd dat een gegeven {midden_in_zin(dict(SOORTEN)[rij['soort']])} is"
        yield _recht(rij["gemeld_op"], _dag(rij["vastgelegd_op"]), wat)


def _recht(
    dag: str, vastgelegd: date, wat: str, scherm: str = "", onderwerp_id: int | None = None
) -> Tijdlijnpunt:
    """On the screen alone: of a request the papers of the dossier have a part of their own."""
    return Tijdlijnpunt(
        RECHTEN, _dag(dag), vastgelegd, wat, op_papier=False, scherm=scherm, onderwerp_id=onderwerp_id
    )


def _verstrekkingen(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT op, ontvanger, vastgelegd_op FROM verstrekking WHERE dossier_id = ?", dossier_id
    ):
        wat = f"Gegevens gegeven aan {rij['ontvanger']}"
        yield Tijdlijnpunt(VERSTREKKING, _dag(rij["op"]), _dag(rij["vastgelegd_op"]), wat, op_papier=False)


def _datalekken(r: Lezer, dossier_id: int) -> Iterator[Tijdlijnpunt]:
    for rij in r.rows(
        "SELECT l.id, l.nummer, l.ontdekt_op, l.gesloten_op, l.vastgelegd_op FROM datalek l "
        "JOIN datalek_dossier x ON x.datalek_id = l.id WHERE x.dossier_id = ?",
        dossier_id,
    ):
        for dag, woord in ((rij["ontdekt_op"], "ontdekt"), (rij["gesloten_op"], "afgesloten")):
            if dag:
                yield Tijdlijnpunt(
                    DATALEK,
                    gebeurd_op=_dag(dag),
                    bekend_op=_dag(rij["vastgelegd_op"]) if woord == "ontdekt" else _dag(dag),
                    wat=f"Datalek {rij['nummer']} {woord}",
                    op_papier=False,
                    scherm="datalek",
                    onderwerp_id=rij["id"],
                )


def _dag(waarde: str) -> date:
    return date.fromisoformat(waarde[:10])

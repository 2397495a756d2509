# SPDX-License-Identifier: EUPL-1.2
"""What asks attention outside the kluis: data breaches, copies that are not back, notices without answer."""

from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.datalek import BRON as ARTIKEL
from gemeente_pga.domain.datalek import JA, uiterlijk
from gemeente_pga.domain.exemplaar import UITGEREIKT
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.datalek import Datalekregel, datalekken


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Open leaks; for each document the copies that should have been back; for each dossier the notices."""
    lekken = [_lek(lek) for lek in datalekken(r, open_=True)[:PER_SOORT]]
    return [*lekken, *_niet_terug(r, kader, vandaag), *_berichten(r, vandaag)]


def _lek(lek: Datalekregel) -> Aandacht:
    wat = f"Datalek {lek.nummer}"
    inhoud = lek.inhoud
    if inhoud.gemeld_ap_op or (inhoud.melden_ap and inhoud.melden_ap != JA):
        waarom = "Vul aan wat er is gedaan en sluit het datalek af."
        sinds = read_moment(inhoud.ontdekt_op).date()
        return Aandacht(Onderwerp.DATALEK, wat, waarom, "datalek", lek.id, sinds=sinds)
    tot = uiterlijk(read_moment(inhoud.ontdekt_op))
    moment = moment_kort(tot.isoformat(timespec="seconds"))
    waarom, veld = "Besluit of u het meldt", "melden_ap"
    if inhoud.melden_ap == JA:
        waarom, veld = "Meld het bij de Autoriteit Persoonsgegevens en vul in wanneer", "gemeld_ap_dag"
    waarom += f": zo snel mogelijk, en liefst vóór {moment} ({ARTIKEL})."
    return Aandacht(Onderwerp.DATALEK, wat, waarom, "datalek", lek.id, veld, voor=tot.date(), meteen=True)


def _niet_terug(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    termijn = kader.streeftermijn("exemplaar_terug").periode
    if termijn is None:
        return []
    rijen = r.rows(
        "SELECT coalesce(d.titel, 'Bijlage') AS titel, "
        "coalesce(d.kenmerk, (SELECT 'bij dossier ' || x.nummer FROM dossier x WHERE x.id = t.dossier_id)) "
        "AS kenmerk, t.* FROM ("
        "SELECT u.document_id, u.dossier_id, min(e.id) AS id, count(*) AS aantal, min(u.op) AS eerst, "
        "substr(min(u.op), 1, 10) AS op, min(e.houder) AS houder "
        "FROM exemplaar e CROSS JOIN uitgifte u ON u.id = e.uitgifte_id WHERE e.stand = ? "
        "GROUP BY u.document_id, u.bijlage_id ORDER BY eerst LIMIT ?) t "
        "LEFT JOIN document d ON d.id = t.document_id ORDER BY t.eerst",
        UITGEREIKT,
        PER_SOORT,
    )
    uit = []
    for rij in rijen:
        voor = termijn.after(date.fromisoformat(rij["op"]))
        if voor > vandaag:
            continue
        aantal = f"{getal(rij['aantal'])} exemplaren" if rij["aantal"] > 1 else "1 exemplaar"
        wie = f"Houder: {rij['houder']}." if rij["aantal"] == 1 else "Kijk bij Wie heeft wat wie ze heeft."
        waarom = f"Buiten de kluis sinds {datum_kort(date.fromisoformat(rij['op']))}. {wie}"
        wat = f"{rij['titel']} {rij['kenmerk']}: {aantal} niet terug"
        uit.append(Aandacht(Onderwerp.HOUDER, wat, waarom, "wie_heeft_wat", rij["id"], voor=voor))
    return uit


def _berichten(r: Lezer, vandaag: date) -> list[Aandacht]:
    """Notices that were made and not sent, and those whose answer is overdue."""
    rijen = r.rows(
        "SELECT d.nummer, t.* FROM ("
        "SELECT b.dossier_id, min(b.id) AS id, count(*) AS aantal, min(b.antwoord_voor) AS voor, "
        "sum(b.verstuurd_op IS NULL AND b.document_id IS NOT NULL) AS ligt "
        "FROM houderbericht b WHERE b.antwoord = '' "
        "AND (b.antwoord_voor <= ? OR (b.verstuurd_op IS NULL AND b.document_id IS NOT NULL)) "
        "GROUP BY b.dossier_id ORDER BY voor LIMIT ?) t "
        "CROSS JOIN dossier d ON d.id = t.dossier_id ORDER BY t.voor",
        vandaag,
        PER_SOORT,
    )
    uit = []
    for rij in rijen:
        aantal = f"{getal(rij['aantal'])} berichten" if rij["aantal"] > 1 else "1 bericht"
        wat = f"Dossier {rij['nummer']}: {aantal} aan houders"
        ligt = "Er is nog geen antwoord."
        if rij["ligt"]:
            niets = rij["ligt"] == rij["aantal"]
            ligt = "Nog niets is verstuurd." if niets else "Nog niet alles is verstuurd."
        voor = vandaag if rij["ligt"] else date.fromisoformat(rij["voor"])
        veld = f"houderbericht:{rij['id']}"
        uit.append(Aandacht(Onderwerp.HOUDER, wat, ligt, "dossier", rij["dossier_id"], veld, voor=voor))
    return uit


BRON = Bureaubron(punten, frozenset({"exemplaar", "uitgifte", "datalek", "datalek_dossier", "houderbericht"}))

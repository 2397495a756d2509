# SPDX-License-Identifier: EUPL-1.2
"""What asks attention of what is outside the kluis: data breaches, and copies that are not back."""

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
    """Open leaks first; then, for each document, the copies that should have been back."""
    return [*(_lek(lek) for lek in datalekken(r, open_=True)[:PER_SOORT]), *_niet_terug(r, kader, vandaag)]


def _lek(lek: Datalekregel) -> Aandacht:
    wat = f"Datalek {lek.nummer}"
    inhoud = lek.inhoud
    if inhoud.gemeld_ap_op or (inhoud.melden_ap and inhoud.melden_ap != JA):
        waarom = "Vul aan wat er is gedaan en sluit het datalek af."
        sinds = read_moment(inhoud.ontdekt_op).date()
        return Aandacht(Onderwerp.DATALEK, wat, waarom, "datalek", lek.id, sinds=sinds)
    tot = uiterlijk(read_moment(inhoud.ontdekt_op))
    moment = moment_kort(tot.isoformat(timespec="seconds"))
    waarom = f"Besluit of u het meldt. Melden kan uiterlijk {moment} ({ARTIKEL})."
    return Aandacht(
        Onderwerp.DATALEK, wat, waarom, "datalek", lek.id, "melden_ap", voor=tot.date(), meteen=True
    )


def _niet_terug(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    termijn = kader.streeftermijn("exemplaar_terug").periode
    if termijn is None:
        return []
    rijen = r.rows(
        "SELECT d.titel, d.kenmerk, min(e.id) AS id, count(*) AS aantal, min(substr(u.op, 1, 10)) AS op, "
        "min(e.houder) AS houder FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id "
        "JOIN document d ON d.id = u.document_id WHERE e.stand = ? GROUP BY d.id ORDER BY min(u.op) LIMIT ?",
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


BRON = Bureaubron(punten, frozenset({"exemplaar", "uitgifte", "datalek", "datalek_dossier", "houderbericht"}))

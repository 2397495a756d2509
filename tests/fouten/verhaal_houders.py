# SPDX-License-Identifier: EUPL-1.2
"""The chapter on who has what: copies, a leak, giving, an item that proved wrong, notices and answers."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from gemeente_pga.domain.correctie import Houderantwoord, Informatiecorrectie
from gemeente_pga.domain.exemplaar import Standwijziging
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.verstrekking import Akkoord, Verstrekking
from gemeente_pga.handelingen import datalek as lekwerk
from gemeente_pga.handelingen import document, exemplaar, houder, verstrekking
from gemeente_pga.store.queries.datalek import datalek
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.houders import exemplaren
from tests.fouten.stand import NU, VANDAAG, Stand, kader

if TYPE_CHECKING:
    from tests.fouten.verhaal import Hoofdstuk

DE_SCHOOL = "Praktijkcollege Waterhoven"
GEGEVEN = Verstrekking(
    op=VANDAAG, ontvanger_soort="buiten", partij_id=None, ontvanger=DE_SCHOOL, functie="", wijze="mondeling",
    wat="Dat er zorgen zijn.", doel="De mentor let op.", grondslag_gever="avg_6_1_e",
    grondslag_ontvanger="", categorie="gewoon", zonder_rol_reden="De mentor ziet hem elke dag.",
)  # fmt: skip
MITS = Akkoord(DE_SCHOOL, VANDAAG, "H. gemeente", "telefoon", "onder_voorwaarde", "Niet mailen.", VANDAAG)
GESLOTEN = {
    "maatregelen": "De vervoerder is gebeld.", "fg_ingelicht_op": VANDAAG, "melden_ap": "nee",
    "melden_ap_reden": "Teruggevonden.", "betrokkenen": "nee", "betrokkenen_reden": "Niet ingezien.",
}  # fmt: skip


def hoofdstuk(s: Stand) -> "Hoofdstuk":
    """One copy goes missing and is found; one item proves wrong and every holder is told."""
    yield from _lek(s)
    dossier_id, item = s.ids["dossier"], s.ids["informatie"]
    yield Act.BRONAKKOORD_VASTLEGGEN, lambda: verstrekking.record_akkoord(s.store, item, MITS)
    yield (
        Act.VERSTREKKING_VASTLEGGEN,
        lambda: verstrekking.register_verstrekking(s.store, dossier_id, GEGEVEN, [item], op=VANDAAG),
    )
    fout = Informatiecorrectie("onvolledig", "H. gemeente", VANDAAG, "Het ging om de herfst.")
    correctie_id = yield Act.INFORMATIE_ONJUIST, lambda: houder.report_onjuist(s.store, item, fout)
    berichten = yield (
        Act.HOUDERS_BERICHTEN,
        lambda: houder.notify_houders(
            s.store, dossier_id, ("informatiecorrectie", correctie_id), "rectificatie",
            kader=kader(), op=VANDAAG,
        ),
    )  # fmt: skip
    with s.store.reader() as r:
        klaar = te_maken(r)
    for rij in klaar:
        pdf = b"%PDF-1.7\n" + rij.code.encode() * 300
        yield Act.DOCUMENT_PDF_VASTLEGGEN, partial(s.doe, document.store_pdf, rij, pdf)
    antwoord = Houderantwoord("gedaan", "", VANDAAG)
    for bericht_id in berichten:
        yield Act.HOUDER_ANTWOORD, partial(s.doe, houder.record_antwoord, bericht_id, antwoord)


def _lek(s: Stand) -> "Hoofdstuk":
    with s.store.reader() as r:
        een, *_ = exemplaren(r)
    later = NU + timedelta(hours=1)

    def zet(stand: str) -> int | None:
        wijziging = Standwijziging(stand, max(VANDAAG, een.stand_op), "Bleef liggen.")
        return exemplaar.set_stand(s.store, [een.id], wijziging, nu=later)

    lek_id = yield Act.EXEMPLAAR_STAND, lambda: zet("vermist")
    yield Act.EXEMPLAAR_STAND, lambda: zet("teruggenomen")
    yield Act.EXEMPLAAR_NAGAAN, lambda: exemplaar.log_nagaan(s.store, een.id)
    yield Act.EXEMPLAAR_LIJST, lambda: exemplaar.log_lijst(s.store)
    with s.store.reader() as r:
        regel = datalek(r, lek_id)
    assert regel is not None
    dicht = replace(regel.inhoud, **GESLOTEN)  # type: ignore[arg-type]
    yield Act.DATALEK_BIJWERKEN, lambda: lekwerk.update_lek(s.store, lek_id, dicht)
    yield Act.DATALEK_SLUITEN, lambda: lekwerk.close_lek(s.store, lek_id, op=VANDAAG)
    ander = replace(regel.inhoud, aard="ingezien", wat="Iemand keek mee op het scherm.")
    inhoud = {s.ids["dossier"]: "De namen op het scherm."}
    yield Act.DATALEK_OPENEN, lambda: lekwerk.open_lek(s.store, ander, inhoud)

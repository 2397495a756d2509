# SPDX-License-Identifier: EUPL-1.2
"""Telling every holder: report an item as wrong, make all notices in one act, record what they answer."""

from datetime import date

from gemeente_pga.domain.correctie import Houderantwoord, Informatiecorrectie, gevraagd
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.houder import Houdergroep
from gemeente_pga.domain.kader import Kader
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.houderbericht import Aanleiding, bericht_stuk, lees_aanleiding
from gemeente_pga.store.queries.houders import bericht, houdergroepen
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def report_onjuist(
    store: Store, informatie_id: int, correctie: Informatiecorrectie, *, concept: Conceptsleutel = None
) -> int:
    """An item proved wrong, unlawful or incomplete. What was said stays; notify_houders tells the holders."""
    with store.write(Handeling.INFORMATIE_ONJUIST, onderwerp=("informatie", informatie_id)) as w:
        dossier_id = w.value(
            "SELECT dossier_id FROM informatie WHERE id = ? AND geschrapt = 0", informatie_id
        )
        if dossier_id is None:
            raise Storing("Dit gegeven is er niet meer.", "Open het dossier opnieuw.")
        w.dossier_id = dossier_id
        plek = {"dossier_id": dossier_id, "informatie_id": informatie_id}
        correctie_id = w.insert("informatiecorrectie", correctie, **plek)
        if concept:
            w.discard_concept(*concept)
    return correctie_id


def notify_houders(
    store: Store, dossier_id: int, aanleiding: tuple[str, int], soort: str, *, kader: Kader, op: date
) -> tuple[int, ...]:
    """One act: a notice, with its paper, for every holder that was not told of this yet. Their ids."""
    with store.write(Handeling.HOUDERS_BERICHTEN, onderwerp=aanleiding, dossier_id=dossier_id) as w:
        feit = lees_aanleiding(w, dossier_id, aanleiding, soort)
        groepen = te_berichten(w, dossier_id, aanleiding, soort, feit.informatie_id)
        if not groepen:
            raise Storing("Er is geen houder die dit nog niet weet.", "Er is geen bericht gemaakt.")
        termijn = kader.streeftermijn("houder_antwoord").periode
        uit = []
        for groep in groepen:
            document_id = None
            if not groep.stil:  # a letter would tell that there is an approach
                document_id = _freeze(w, dossier_id, feit, groep, kader=kader, op=op)
            rij = {
                "dossier_id": dossier_id,
                "soort": soort,
                "aanleiding_soort": aanleiding[0],
                "aanleiding_id": aanleiding[1],
                "houder": groep.naam,
                "partij_id": groep.partij_id,
                "heeft": "\n".join(groep.heeft),
                "gevraagd": gevraagd(soort, feit.correctie.soort if feit.correctie else ""),
                "document_id": document_id,
                "antwoord_voor": termijn.after(op) if termijn else None,
            }
            uit.append(w.insert("houderbericht", rij))
    return tuple(uit)


def te_berichten(
    w: Lezer, dossier_id: int, aanleiding: tuple[str, int], soort: str, informatie_id: int | None
) -> tuple[Houdergroep, ...]:
    """The holders that got no notice of this kind for this reason."""
    gedaan = {
        (rij["partij_id"], rij["houder"])
        for rij in w.rows(
            "SELECT partij_id, houder FROM houderbericht WHERE dossier_id = ? AND aanleiding_soort = ? "
            "AND aanleiding_id = ? AND soort = ?",
            dossier_id,
            *aanleiding,
            soort,
        )
    }
    groepen = houdergroepen(w, dossier_id, informatie_id=informatie_id)
    return tuple(groep for groep in groepen if (groep.partij_id, groep.naam) not in gedaan)


def _freeze(
    w: Writer, dossier_id: int, feit: Aanleiding, groep: Houdergroep, *, kader: Kader, op: date
) -> int:
    stuk = bericht_stuk(w, dossier_id, feit, groep, kader=kader, op=op)
    document = TeBevriezen("houderbericht", stuk, stuk.kop.kenmerk, feit.onderwerp, dossier_id)
    return write_frozen(w, document, op=op)


def record_antwoord(
    store: Store, bericht_id: int, antwoord: Houderantwoord, *, concept: Conceptsleutel = None
) -> None:
    """What the holder answered. Recorded once; what follows is another notice."""
    with store.write(Handeling.HOUDER_ANTWOORD, onderwerp=("houderbericht", bericht_id)) as w:
        nu_zo = bericht(w, bericht_id)
        if nu_zo is None:
            raise Storing("Dit bericht is er niet meer.", "Open het dossier opnieuw.")
        if nu_zo.antwoord:
            raise Storing("Op dit bericht is al een antwoord vastgelegd.", "Open het dossier opnieuw.")
        w.dossier_id = nu_zo.dossier_id
        w.update("houderbericht", bericht_id, antwoord)
        if concept:
            w.discard_concept(*concept)

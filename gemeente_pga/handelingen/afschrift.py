# SPDX-License-Identifier: EUPL-1.2
"""Acts on the copy for a betrokkene: judge what may be in it, and make it once nothing is left to judge."""

from collections.abc import Mapping
from datetime import date

from gemeente_pga.domain.afschrift import (
    INZAGE,
    Gegeven,
    Oordeel,
    hash_tekst,
    mist_voor_afschrift,
    mist_voor_oordeel,
)
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.store.queries.afschrift import afschrift_van, alles_over
from gemeente_pga.store.queries.afschriftstuk import afschriftstuk
from gemeente_pga.store.queries.verzoek import verzoek
from gemeente_pga.store.store import Store, Writer

Sleutel = tuple[str, int, str]
Conceptsleutel = tuple[str, str] | None


def judge(
    store: Store, verzoek_id: int, oordelen: Mapping[Sleutel, Oordeel], *, concept: Conceptsleutel = None
) -> None:
    """What is done with these items, each as it reads at this moment."""
    with store.write(Handeling.AFSCHRIFT_BEOORDELEN, onderwerp=("verzoek", verzoek_id)) as w:
        regel = _inzage(w, verzoek_id)
        bekend = {g.sleutel: g for deel in alles_over(w, regel) for g in deel.gegevens}
        for sleutel, oordeel in oordelen.items():
            if sleutel not in bekend:
                raise Storing("Dit gegeven is er niet meer.", "Open het afschrift opnieuw.")
            _write(w, regel, bekend[sleutel], oordeel)
        if concept:
            w.discard_concept(*concept)


def make_afschrift(store: Store, verzoek_id: int, kader: Kader, op: date) -> int:
    """The copy as a paper; gives the document. Waits for the decision and for what nobody judged."""
    with store.write(Handeling.AFSCHRIFT_MAKEN, onderwerp=("verzoek", verzoek_id)) as w:
        regel = _inzage(w, verzoek_id)
        if afschrift_van(w, verzoek_id) is not None:
            raise Storing("Het afschrift is er al.", "U vindt het bij de documenten van het dossier.")
        zin = mist_voor_afschrift(regel, alles_over(w, regel))
        if zin:
            raise Storing("Het afschrift kan nog niet worden gemaakt.", zin)
        stuk = afschriftstuk(w, regel, kader, op)
        wat = TeBevriezen("afschrift", stuk, regel.nummer, ("verzoek", verzoek_id), regel.dossier_id)
        return write_frozen(w, wat, op=op)


def _inzage(w: Writer, verzoek_id: int) -> Verzoekregel:
    regel = verzoek(w, verzoek_id)
    if regel is None or regel.inhoud.soort != INZAGE or regel.dossier_id is None:
        raise Storing("Bij dit verzoek hoort geen afschrift.", "Dat kan alleen bij inzage in een dossier.")
    if not regel.loopt:
        raise Storing(
            "Dit verzoek is afgerond en verandert niet meer.", "Leg zo nodig een nieuw verzoek vast."
        )
    w.dossier_id = regel.dossier_id
    return regel


def _write(w: Writer, regel: Verzoekregel, gegeven: Gegeven, oordeel: Oordeel) -> None:
    gebrek = mist_voor_oordeel(gegeven, oordeel)
    if gebrek is not None:
        raise Storing("Zo kan dit gegeven niet worden beoordeeld.", gebrek.melding)
    tabel, rij, kolom = gegeven.sleutel
    waarden = {
        "gelezen": hash_tekst(gegeven.tekst),
        "uitkomst": oordeel.uitkomst,
        "tekst": oordeel.tekst,
        "grond": oordeel.grond,
    }
    eerder = w.value(
        "SELECT id FROM afschriftregel WHERE verzoek_id = ? AND tabel = ? AND rij = ? AND kolom = ?",
        regel.id, tabel, rij, kolom,
    )  # fmt: skip
    if eerder:
        w.update("afschriftregel", eerder, waarden)
        return
    plek = {
        "dossier_id": regel.dossier_id,
        "verzoek_id": regel.id,
        "tabel": tabel,
        "rij": rij,
        "kolom": kolom,
    }
    w.insert("afschriftregel", waarden | plek)

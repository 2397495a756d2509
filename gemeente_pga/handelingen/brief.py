# SPDX-License-Identifier: EUPL-1.2
"""Acts that make a letter: about a request, or to a person about whom data are kept.

A letter holds no name of who reported, and nothing that may not go on paper.
"""

from gemeente_pga.domain.brief import (
    ONTVANGST,
    Briefopdracht,
    mist_handtekening,
    mist_voor_persoonsbrief,
    mist_voor_verzoekbrief,
)
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.lekcontrole import zoek_lekken
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.stukken import Brief
from gemeente_pga.domain.verzoek import Verzoekstap
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.queries.brief import verzoekbrief
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.mandaat import mandaten, mandaten_van_dossier
from gemeente_pga.store.queries.persoonsbrief import briefrond, persoonsbrief
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None
_NIET = "Deze brief kan nog niet worden gemaakt."


def write_verzoekbrief(
    store: Store, verzoek_id: int, opdracht: Briefopdracht, kader: Kader, *, concept: Conceptsleutel = None
) -> int:
    """The letter about this request; that receipt was confirmed is a step too. Gives the document."""
    with store.write(Handeling.BRIEF_MAKEN, onderwerp=("verzoek", verzoek_id), reden=opdracht.soort) as w:
        regel = vragen.verzoek(w, verzoek_id)
        if regel is None:
            raise Storing("Dit verzoek is er niet meer.", "Open de lijst opnieuw.")
        w.dossier_id = regel.dossier_id
        mist = mist_voor_verzoekbrief(regel, opdracht.soort)
        mist = mist or mist_handtekening(opdracht, mandaten(w, regel.gemeente_id))
        if mist:
            raise Storing(_NIET, mist)
        stuk = verzoekbrief(w, regel, opdracht, kader)
        document_id = _freeze(w, stuk, ("verzoek", verzoek_id), regel.dossier_id, opdracht)
        if opdracht.soort == ONTVANGST:
            stap = Verzoekstap("ontvangst_bevestigd", opdracht.op, regel.inhoud.verzoeker, "Met een brief.")
            w.insert("verzoekstap", stap, verzoek_id=verzoek_id, dossier_id=regel.dossier_id)
        if concept:
            w.discard_concept(*concept)
    return document_id


def write_persoonsbrief(
    store: Store, persoon_id: int, opdracht: Briefopdracht, kader: Kader, *, concept: Conceptsleutel = None
) -> int:
    """The letter to this person, or to who holds authority; it goes with the delivery. Gives the document."""
    with store.write(Handeling.BRIEF_MAKEN, onderwerp=("persoon", persoon_id), reden=opdracht.soort) as w:
        dossier_id = w.value("SELECT dossier_id FROM persoon WHERE id = ?", persoon_id)
        if dossier_id is None:
            raise Storing("Deze persoon is er niet meer.", "Open het dossier opnieuw.")
        w.dossier_id = dossier_id
        require_dossier(w, dossier_id, Deur.INFORMEREN, opdracht.op, ook_gesloten=True)
        mist = mist_voor_persoonsbrief(briefrond(w, persoon_id, opdracht.op), opdracht.soort)
        mist = mist or mist_handtekening(opdracht, mandaten_van_dossier(w, dossier_id))
        if mist:
            raise Storing(_NIET, mist)
        stuk, _ = persoonsbrief(w, persoon_id, opdracht, kader)
        document_id = _freeze(w, stuk, ("persoon", persoon_id), dossier_id, opdracht)
        bezorging = w.value(
            "SELECT id FROM bezorging WHERE persoon_id = ? AND gedaan_op IS NULL "
            "ORDER BY julianday(vastgelegd_op) DESC LIMIT 1",
            persoon_id,
        )
        w.update("bezorging", bezorging, {"document_id": document_id})
        if concept:
            w.discard_concept(*concept)
    return document_id


def require_schoon(w: Writer, stuk: Brief, dossier_id: int | None) -> None:
    """Refuse a letter that names who reported, or says what may not go on paper."""
    if dossier_id is None:
        return
    grond = verboden(w, [dossier_id])
    tekst = "\n".join(deel.tekst for deel in stuk.delen)
    lekken = zoek_lekken((tekst,), grond.verboden, toegestaan=grond.toegestaan)
    if lekken:
        zin = f"In deze brief staat wat er niet in mag: {lekken[0].fragment}."
        raise Storing(zin, "Haal het uit de tekst.")


def _freeze(
    w: Writer, stuk: Brief, onderwerp: tuple[str, int], dossier_id: int | None, opdracht: Briefopdracht
) -> int:
    require_schoon(w, stuk, dossier_id)
    document = TeBevriezen("brief", stuk, stuk.kop.kenmerk, onderwerp, dossier_id)
    return write_frozen(w, document, op=opdracht.op)

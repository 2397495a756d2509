# SPDX-License-Identifier: EUPL-1.2
"""Acts on a request or remedy: register, handle, extend, decide, and say how it ended.

A closed dossier does not stop them: a request is one of the few things that may still be done there.
"""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.gezag import Gezag
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.verzoek import (
    BEKENDGEMAAKT,
    INGETROKKEN,
    Afloop,
    Behandeling,
    Verlenging,
    Verzoek,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekstap,
    mist_voor_verlenging,
)
from gemeente_pga.domain.verzoekbesluit import mist_voor_afloop, mist_voor_besluit, tekenmandaat
from gemeente_pga.domain.verzoektermijn import AVG, may_extend, rechtsmiddel_voor, uiterlijk
from gemeente_pga.handelingen.brief import require_schoon
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.queries.brief import besluitbrief
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def register_verzoek(
    store: Store,
    verzoek: Verzoek,
    kader: Kader,
    *,
    gemeente_id: int,
    dossier_id: int | None,
    concept: Conceptsleutel = None,
) -> int:
    """What came in, with the last day to decide. dossier_id None: nothing about this person is known here.

    A remedy goes with the dossier of the decision that it is about. Police data in the dossier take their own
    route, whether or not somebody thought of it.
    """
    with store.write(Handeling.VERZOEK_REGISTREREN) as w:
        over = _over(w, verzoek)
        if over is not None:
            dossier_id = over.dossier_id
        if dossier_id is not None:
            gemeente_id = int(w.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id))
            if verzoek.soort in AVG and vragen.heeft_politiedelen(w, dossier_id):
                verzoek = replace(verzoek, politiedelen=True)
        dag = uiterlijk(
            verzoek.soort,
            verzoek.ontvangen_op,
            kader,
            politiedelen=verzoek.politiedelen,
            indienen_voor=over.rechtsmiddel_voor if over else None,
        )
        verzoek_id = w.insert(
            "verzoek",
            verzoek,
            nummer=next_nummer(w, "verzoek", f"V{verzoek.ontvangen_op.year}-", 3),
            gemeente_id=gemeente_id,
            dossier_id=dossier_id,
            uiterlijk=dag.datum,
            politie_uiterlijk=dag.politie,
        )
        w.onderwerp, w.dossier_id = ("verzoek", verzoek_id), dossier_id
        _discard(w, concept)
    return verzoek_id


def update_verzoek(
    store: Store, verzoek_id: int, behandeling: Behandeling, *, concept: Conceptsleutel = None
) -> None:
    """Who asks is established, parts were passed on."""
    with store.write(Handeling.VERZOEK_BIJWERKEN, onderwerp=("verzoek", verzoek_id)) as w:
        _lopend(w, verzoek_id)
        w.update("verzoek", verzoek_id, behandeling)
        _discard(w, concept)


def add_stap(store: Store, verzoek_id: int, stap: Verzoekstap, *, concept: Conceptsleutel = None) -> int:
    """Something was done for it."""
    with store.write(Handeling.VERZOEK_BIJWERKEN, onderwerp=("verzoek", verzoek_id)) as w:
        regel = _lopend(w, verzoek_id)
        stap_id = w.insert("verzoekstap", stap, verzoek_id=verzoek_id, dossier_id=regel.dossier_id)
        _discard(w, concept)
    return stap_id


def extend(
    store: Store, verzoek_id: int, verlenging: Verlenging, kader: Kader, *, concept: Conceptsleutel = None
) -> date:
    """A longer term, once; gives the new last day."""
    with store.write(Handeling.VERZOEK_VERLENGEN, onderwerp=("verzoek", verzoek_id)) as w:
        regel = _lopend(w, verzoek_id)
        mist = mist_voor_verlenging(regel, verlenging.verlengd_op)
        if mist or not may_extend(regel.inhoud.soort, kader):
            raise Storing(
                "Deze termijn kan niet worden verlengd.", mist or "De verlenging is niet vastgesteld."
            )
        dag = uiterlijk(regel.inhoud.soort, regel.inhoud.ontvangen_op, kader, verlengd=True).datum
        if dag is None:
            raise Storing("Deze termijn kan niet worden verlengd.", "De verlenging is niet vastgesteld.")
        w.update(
            "verzoek",
            verzoek_id,
            {
                "verlengd_op": verlenging.verlengd_op,
                "verlengd_reden": verlenging.verlengd_reden,
                "uiterlijk": dag,
            },
        )
        _discard(w, concept)
    return dag


def decide(
    store: Store, verzoek_id: int, besluit: Verzoekbesluit, kader: Kader, *, concept: Conceptsleutel = None
) -> int:
    """The decision as it was signed, with its letter; it does not change any more. Gives the document."""
    with store.write(
        Handeling.VERZOEK_BESLUITEN, onderwerp=("verzoek", verzoek_id), reden=besluit.besluit
    ) as w:
        regel = _lopend(w, verzoek_id)
        if regel.besluit is not None:
            raise Storing("Op dit verzoek is al besloten.", "Tegen het besluit kan iemand bezwaar maken.")
        rond = vragen.rond(w, regel)
        gebreken = mist_voor_besluit(regel, besluit, rond)
        if gebreken:
            raise Storing("Dit besluit kan nog niet.", gebreken[0].melding)
        stuk = besluitbrief(w, regel, besluit, kader)
        require_schoon(w, stuk, regel.dossier_id)
        onderwerp = ("verzoek", verzoek_id)
        brief = TeBevriezen("besluit", stuk, stuk.kop.kenmerk, onderwerp, regel.dossier_id)
        document_id = write_frozen(w, brief, op=besluit.besluit_op)
        w.update("verzoek", verzoek_id, besluit)
        mandaat = tekenmandaat(besluit, rond)
        w.update(
            "verzoek",
            verzoek_id,
            {"document_id": document_id, "mandaat_id": mandaat.id if mandaat else None},
        )
        _discard(w, concept)
    return document_id


def finish(
    store: Store, verzoek_id: int, afloop: Afloop, kader: Kader, *, concept: Conceptsleutel = None
) -> None:
    """The decision was made known, is onherroepelijk, or the request was withdrawn."""
    bekend = afloop.afloop == BEKENDGEMAAKT
    act = Handeling.VERZOEK_BIJWERKEN if bekend else Handeling.VERZOEK_AFRONDEN
    with store.write(act, onderwerp=("verzoek", verzoek_id)) as w:
        regel = _lopend(w, verzoek_id)
        mist = mist_voor_afloop(regel, afloop, vragen.ertegen(w, verzoek_id))
        if mist:
            raise Storing("Dit kan nog niet.", mist)
        if bekend:
            w.update(
                "verzoek",
                verzoek_id,
                {"bekendgemaakt_op": afloop.op, "rechtsmiddel_voor": rechtsmiddel_voor(afloop.op, kader)},
            )
        else:
            kolom = "ingetrokken_op" if afloop.afloop == INGETROKKEN else "onherroepelijk_op"
            w.update("verzoek", verzoek_id, {kolom: afloop.op})
        _discard(w, concept)


def register_gezag(store: Store, persoon_id: int, gezag: Gezag, *, concept: Conceptsleutel = None) -> int:
    """Who holds authority over this person."""
    with store.write(Handeling.GEZAG_VASTLEGGEN, onderwerp=("persoon", persoon_id)) as w:
        dossier_id = w.value("SELECT dossier_id FROM persoon WHERE id = ?", persoon_id)
        if dossier_id is None:
            raise Storing("Deze persoon is er niet meer.", "Open het dossier opnieuw.")
        w.dossier_id = dossier_id
        gezag_id = w.insert("gezag", gezag, dossier_id=dossier_id, persoon_id=persoon_id)
        _discard(w, concept)
    return gezag_id


def _over(w: Writer, verzoek: Verzoek) -> Verzoekregel | None:
    if verzoek.over_verzoek_id is None:
        return None
    over = vragen.verzoek(w, verzoek.over_verzoek_id)
    if over is None or over.besluit is None:
        raise Storing("Op dat verzoek is nog geen besluit genomen.", "Kies het verzoek waar dit over gaat.")
    return over


def _lopend(w: Writer, verzoek_id: int) -> Verzoekregel:
    regel = vragen.verzoek(w, verzoek_id)
    if regel is None:
        raise Storing("Dit verzoek is er niet meer.", "Open de lijst opnieuw.")
    if not regel.loopt:
        raise Storing(
            "Dit verzoek is afgerond en verandert niet meer.", "Leg zo nodig een nieuw verzoek vast."
        )
    w.dossier_id = regel.dossier_id
    return regel


def _discard(w: Writer, concept: Conceptsleutel) -> None:
    if concept:
        w.discard_concept(*concept)

# SPDX-License-Identifier: EUPL-1.2
"""Freezing a document in two acts, and every time one is looked at, printed or saved.

First act: the data object is frozen; its chain value is the control code on the paper. Second act: the bytes
made from it are stored. A crash in between is finished on the next opening by making them again (`te_maken`).
"""

import hashlib
from datetime import date

from gemeente_pga.domain.document import SOORTNAMEN, TeBevriezen, TeMaken
from gemeente_pga.domain.exemplaar import Bewijs, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.stukken import Staat, to_json
from gemeente_pga.handelingen.exemplaar import write_exemplaren
from gemeente_pga.handelingen.poort import require_bijlage_uit, require_houders, require_uitgifte
from gemeente_pga.store.store import Store, Writer


def freeze(store: Store, document: TeBevriezen, *, op: date) -> int:
    """Freeze one document that is its own decision: an agenda, an actielijst, a dossier. Gives its id."""
    with store.write(Handeling.DOCUMENT_VASTSTELLEN, dossier_id=document.dossier_id) as w:
        document_id = write_frozen(w, document, op=op)
        w.onderwerp = ("document", document_id)
    return document_id


def write_frozen(w: Writer, document: TeBevriezen, *, op: date) -> int:
    """The row of a frozen document, inside the act that decides to freeze it."""
    soort, onderwerp_id = document.onderwerp
    document_id = w.insert(
        "document",
        {
            "dossier_id": document.dossier_id,
            "soort": document.soort,
            "onderwerp_soort": soort,
            "onderwerp_id": onderwerp_id,
            "partij_id": document.partij_id,
            "kenmerk": document.kenmerk,
            "titel": _titel(document),
            "gegevens": to_json(document.stuk),
            "vastgesteld_op": op,
        },
    )
    for dossier_id in document.dossier_ids:
        w.insert("document_dossier", {"dossier_id": dossier_id, "document_id": document_id})
    return document_id


def _titel(document: TeBevriezen) -> str:
    """The kind of document, with how far it has come when it is not final."""
    soort = SOORTNAMEN[document.soort]
    return soort + {Staat.CONCEPT: " (concept)", Staat.TER_REACTIE: " (ter reactie)"}.get(
        document.stuk.kop.staat, ""
    )


def store_pdf(store: Store, gemaakt: TeMaken, pdf: bytes) -> None:
    """Keep the bytes of a frozen document. Never twice: what was stored is what was printed."""
    with store.write(Handeling.DOCUMENT_PDF_VASTLEGGEN, onderwerp=("document", gemaakt.id)) as w:
        rij = w.row("SELECT dossier_id, sha256 FROM document WHERE id = ?", gemaakt.id)
        if rij is None or rij["sha256"]:
            raise Storing("Dit document is al opgeborgen.", "Open het document opnieuw.")
        w.dossier_id = rij["dossier_id"]
        sha256 = hashlib.sha256(pdf).hexdigest()
        w.update(
            "document",
            gemaakt.id,
            {"pdf": pdf, "sha256": sha256, "handeling_n": gemaakt.n, "controlecode": gemaakt.code},
        )


def log_tonen(store: Store, document_id: int, dossier_id: int | None) -> None:
    """Somebody looked at a document on screen."""
    with store.write(Handeling.DOCUMENT_TONEN, onderwerp=("document", document_id), dossier_id=dossier_id):
        pass


def log_bijlage_opslaan(
    store: Store,
    bijlage_id: int,
    *,
    wens: Uitgiftewens,
    bestemd_voor: str,
    op: str,
    bewijs: Bewijs | None = None,
) -> None:
    """An attachment is about to be saved as a file: a copy outside the kluis, with a holder."""
    with store.write(Handeling.DOCUMENT_OPSLAAN, onderwerp=("bijlage", bijlage_id)) as w:
        require_bijlage_uit(w, bijlage_id, wens.bestemd_voor, date.fromisoformat(op[:10]))
        dossier_id = w.value("SELECT dossier_id FROM bijlage WHERE id = ?", bijlage_id)
        rij = {"dossier_id": dossier_id, "bijlage_id": bijlage_id, "wijze": "bestand", "op": op}
        versleuteld = bewijs is not None and bewijs.versleuteld
        rij |= {"exemplaren": len(wens.houders), "bestemd_voor": bestemd_voor, "versleuteld": versleuteld}
        write_exemplaren(w, w.insert("uitgifte", rij), wens, date.fromisoformat(op[:10]), bewijs)


def log_uitgifte(
    store: Store,
    document_id: int,
    *,
    wijze: str,
    wens: Uitgiftewens,
    bestemd_voor: str,
    op: str,
    bewijs: Bewijs | None = None,
) -> None:
    """A document is about to be printed ("afdruk") or saved as a file ("bestand"): it leaves the kluis.

    wens: one holder for every copy. bestemd_voor: what for, in words. bewijs: the copies as they were made.
    """
    act = Handeling.DOCUMENT_AFDRUKKEN if wijze == "afdruk" else Handeling.DOCUMENT_OPSLAAN
    with store.write(act, onderwerp=("document", document_id)) as w:
        dossier_id = w.value("SELECT dossier_id FROM document WHERE id = ?", document_id)
        w.dossier_id = dossier_id
        require_uitgifte(w, document_id, wens.bestemd_voor, date.fromisoformat(op[:10]))
        wens = require_houders(w, document_id, wens)
        uitgifte_id = w.insert(
            "uitgifte",
            {
                "dossier_id": dossier_id,
                "document_id": document_id,
                "wijze": wijze,
                "exemplaren": len(wens.houders),
                "bestemd_voor": bestemd_voor,
                "op": op,
                "versleuteld": bewijs is not None and bewijs.versleuteld,
            },
        )
        write_exemplaren(w, uitgifte_id, wens, date.fromisoformat(op[:10]), bewijs)
        for rij in w.rows(
            "SELECT id FROM houderbericht WHERE document_id = ? AND verstuurd_op IS NULL", document_id
        ):
            w.update("houderbericht", rij["id"], {"verstuurd_op": date.fromisoformat(op[:10])})


def allow_lek(
    store: Store,
    onderwerp: tuple[str, int],
    *,
    documentsoort: str,
    vindplaats: str,
    dossier_id: int | None,
    reden: str,
    toelichting: str,
) -> None:
    """Let a hit of the leak check stand, with a reason. vindplaats: a fingerprint, not the text."""
    soort, onderwerp_id = onderwerp
    with store.write(Handeling.LEK_TOELATEN, onderwerp=onderwerp, dossier_id=dossier_id, reden=reden) as w:
        w.insert(
            "lekbesluit",
            {
                "dossier_id": dossier_id,
                "onderwerp_soort": soort,
                "onderwerp_id": onderwerp_id,
                "documentsoort": documentsoort,
                "vindplaats": vindplaats,
                "reden": reden,
                "toelichting": toelichting,
            },
        )

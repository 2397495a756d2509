# SPDX-License-Identifier: EUPL-1.2
"""Acts on persons. A person exists only inside a dossier: as betrokkene, or minimally as naaste."""

from dataclasses import asdict
from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.naamvergelijking import zoeksleutels
from gemeente_pga.domain.naaste import Naaste, mist_naastegrond
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.poort import require_open
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import concepten_over

# What is about one person and leaves with this person.
_VAN_PERSOON = ("persoonsleutel", "persoon_bsn", "gezag", "bezorging", "zienswijze", "informeerbesluit")


def write_persoon(w: Writer, dossier_id: int, persoon: Persoon, naaste: Naaste | None = None) -> int:
    """A person inside a running act, with the keys by which a later signal finds this person.

    naaste: what is known beside the name of somebody around; None for the betrokkene.
    """
    rol = "betrokkene" if naaste is None else "naaste"
    persoon_id = w.insert("persoon", persoon, dossier_id=dossier_id, rol=rol, **_kolommen(naaste))
    write_sleutels(w, dossier_id, persoon_id, persoon)
    return persoon_id


def register_naaste(
    store: Store,
    dossier_id: int,
    persoon: Persoon,
    naaste: Naaste,
    *,
    concept: tuple[str, str] | None = None,
) -> int:
    """Somebody around the betrokkene: as little as possible, with a ground and a last day of their own."""
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=dossier_id) as w:
        require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        _refuse_ongegrond(w, dossier_id, naaste)
        persoon_id = write_persoon(w, dossier_id, persoon, naaste)
        w.onderwerp = ("persoon", persoon_id)
        if concept:
            w.discard_concept(*concept)
    return persoon_id


def update_persoon(
    store: Store,
    persoon_id: int,
    persoon: Persoon,
    *,
    naaste: Naaste | None = None,
    reden: str | None = None,
    concept: tuple[str, str] | None = None,
) -> None:
    """Change what is known of a person, and of a naaste why it is here; the search keys follow.

    reden: a code of list reden_correctie; a dossier that is closed or restricted asks for it.
    """
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id), reden=reden) as w:
        dossier_id = int(w.value("SELECT dossier_id FROM persoon WHERE id = ?", persoon_id))
        w.dossier_id = dossier_id
        if not reden:  # putting right what is wrong stays possible, and says why
            require_open(w, dossier_id)
            refuse_beperkt(w, dossier_id)
        if naaste is not None:
            _refuse_ongegrond(w, dossier_id, naaste)
        w.update("persoon", persoon_id, persoon, **_kolommen(naaste))
        for rij in w.rows("SELECT id FROM persoonsleutel WHERE persoon_id = ?", persoon_id):
            w.delete("persoonsleutel", rij["id"])
        write_sleutels(w, dossier_id, persoon_id, persoon)
        if concept:
            w.discard_concept(*concept)


def remove_naaste(store: Store, persoon_id: int, *, reden: str) -> None:
    """Take a naaste out of the dossier, with all that is only about this person; a betrokkene stays."""
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id), reden=reden) as w:
        w.clear_traces()
        rij = w.row("SELECT dossier_id FROM persoon WHERE id = ? AND rol = 'naaste'", persoon_id)
        if rij is None:
            raise LookupError("no such naaste")
        w.dossier_id = rij["dossier_id"]
        refuse_beperkt(w, rij["dossier_id"])  # who disputes a file may want nothing to go from it
        for tabel in _VAN_PERSOON:
            vraag = f"SELECT id FROM {tabel} WHERE persoon_id = ?"  # noqa: S608 - names of the list above
            for bij in w.rows(vraag, persoon_id):
                w.delete(tabel, bij["id"])
        w.delete("persoon", persoon_id)
        for soort, sleutel in concepten_over(w, {str(persoon_id)}):
            w.discard_concept(soort, sleutel)


def _kolommen(naaste: Naaste | None) -> dict[str, str | date]:
    return {} if naaste is None else asdict(naaste)


def _refuse_ongegrond(w: Writer, dossier_id: int, naaste: Naaste) -> None:
    gebreken = mist_naastegrond(naaste, kader_van_dossier(w, dossier_id))
    if gebreken:
        raise Storing("Deze persoon mag zo niet worden vastgelegd.", gebreken[0].melding)


def write_sleutels(w: Writer, dossier_id: int, persoon_id: int, persoon: Persoon) -> None:
    """The keys by which a later signal finds this person, inside a running act."""
    for sleutel in sorted(zoeksleutels(persoon)):
        w.insert("persoonsleutel", {"dossier_id": dossier_id, "persoon_id": persoon_id, "sleutel": sleutel})

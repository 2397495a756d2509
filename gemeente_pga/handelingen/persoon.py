# SPDX-License-Identifier: EUPL-1.2
"""Acts on persons. A person exists only inside a dossier: as betrokkene, or minimally as naaste."""

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.naamvergelijking import zoeksleutels
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.store.schrijver import Writer
from gemeente_pga.store.store import Store


def write_persoon(
    w: Writer, dossier_id: int, persoon: Persoon, *, rol: str = "betrokkene", relatie: str = ""
) -> int:
    """A person inside a running act, with the keys by which a later signal finds this person."""
    persoon_id = w.insert("persoon", persoon, dossier_id=dossier_id, rol=rol, relatie=relatie)
    _write_sleutels(w, dossier_id, persoon_id, persoon)
    return persoon_id


def register_naaste(
    store: Store, dossier_id: int, persoon: Persoon, relatie: str, *, concept: tuple[str, str] | None = None
) -> int:
    """Somebody around the betrokkene: as little as possible, they have rights of their own."""
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=dossier_id) as w:
        persoon_id = write_persoon(w, dossier_id, persoon, rol="naaste", relatie=relatie)
        w.onderwerp = ("persoon", persoon_id)
        if concept:
            w.discard_concept(*concept)
    return persoon_id


def update_persoon(
    store: Store,
    persoon_id: int,
    persoon: Persoon,
    *,
    relatie: str | None = None,
    reden: str | None = None,
    concept: tuple[str, str] | None = None,
) -> None:
    """Change what is known of a person, and of a naaste the relatie; the search keys follow."""
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id), reden=reden) as w:
        dossier_id = int(w.value("SELECT dossier_id FROM persoon WHERE id = ?", persoon_id))
        w.dossier_id = dossier_id
        w.update("persoon", persoon_id, persoon, **({} if relatie is None else {"relatie": relatie}))
        for rij in w.rows("SELECT id FROM persoonsleutel WHERE persoon_id = ?", persoon_id):
            w.delete("persoonsleutel", rij["id"])
        _write_sleutels(w, dossier_id, persoon_id, persoon)
        if concept:
            w.discard_concept(*concept)


def remove_naaste(store: Store, persoon_id: int, *, reden: str) -> None:
    """Take a naaste out of the dossier; a betrokkene stays as long as the dossier."""
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id), reden=reden) as w:
        rij = w.row("SELECT dossier_id FROM persoon WHERE id = ? AND rol = 'naaste'", persoon_id)
        if rij is None:
            raise LookupError("no such naaste")
        w.dossier_id = rij["dossier_id"]
        for sleutel in w.rows("SELECT id FROM persoonsleutel WHERE persoon_id = ?", persoon_id):
            w.delete("persoonsleutel", sleutel["id"])
        w.delete("persoon", persoon_id)


def _write_sleutels(w: Writer, dossier_id: int, persoon_id: int, persoon: Persoon) -> None:
    for sleutel in sorted(zoeksleutels(persoon)):
        w.insert("persoonsleutel", {"dossier_id": dossier_id, "persoon_id": persoon_id, "sleutel": sleutel})

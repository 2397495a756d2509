# SPDX-License-Identifier: EUPL-1.2
"""Acts of setting up: who works here, the municipality, the partners, settings; and opening."""

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.huisstijl import Huisstijl
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.store.store import Store


def register_gebruiker(store: Store, gebruiker: Gebruiker, gebruiker_id: int | None = None) -> int:
    """Record who works here; with an id, change what was recorded."""
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        if gebruiker_id is None:
            gebruiker_id = w.insert("gebruiker", gebruiker)
        else:
            w.update("gebruiker", gebruiker_id, gebruiker)
        w.onderwerp = ("gebruiker", gebruiker_id)
    return gebruiker_id


def register_gemeente(store: Store, gemeente: Gemeente, gemeente_id: int | None = None) -> int:
    """Record a municipality; the first one is the one that a new dossier starts with."""
    with store.write(Handeling.GEMEENTE_VASTLEGGEN) as w:
        if gemeente_id is None:
            eerste = w.value("SELECT count(*) FROM gemeente") == 0
            gemeente_id = w.insert("gemeente", gemeente, standaard=eerste)
        else:
            w.update("gemeente", gemeente_id, gemeente)
        w.onderwerp = ("gemeente", gemeente_id)
    return gemeente_id


def set_huisstijl(
    store: Store, gemeente_id: int, stijl: Huisstijl, *, concept: tuple[str, str] | None = None
) -> None:
    """The colour and logo of this municipality on papers that are made from now on."""
    with store.write(Handeling.GEMEENTE_VASTLEGGEN, onderwerp=("gemeente", gemeente_id)) as w:
        w.update("gemeente", gemeente_id, stijl)
        if concept:
            w.discard_concept(*concept)


def register_partij(store: Store, partij: Partij, partij_id: int | None = None) -> int:
    """Record a partner; with an id, change what was recorded."""
    with store.write(Handeling.PARTIJ_VASTLEGGEN) as w:
        if partij_id is None:
            partij_id = w.insert("partij", partij)
        else:
            w.update("partij", partij_id, partij)
        w.onderwerp = ("partij", partij_id)
    return partij_id


def set_instelling(
    store: Store, sleutel: str, waarde: str, *, concept: tuple[str, str] | None = None
) -> None:
    """Change one setting."""
    with store.write(Handeling.SYSTEEM_INSTELLING) as w:
        rij = w.row("SELECT id FROM instelling WHERE sleutel = ?", sleutel)
        if rij is None:
            w.insert("instelling", {"sleutel": sleutel, "waarde": waarde})
        else:
            w.update("instelling", rij["id"], {"waarde": waarde})
        if concept:
            w.discard_concept(*concept)


def log_zoeken(store: Store, reden: str) -> None:
    """Record that a name was looked for outside the open dossier, and why. Never which name."""
    with store.write(Handeling.ZOEKEN_BUITEN_DOSSIER, reden=reden):
        pass


def log_wachtzin_onjuist(store: Store) -> None:
    """Record that somebody at the open screen did not know the wachtzin."""
    with store.write(Handeling.KLUIS_WACHTZIN_ONJUIST):
        pass


def log_openen(store: Store) -> None:
    """Record that the kluis was opened."""
    with store.write(Handeling.KLUIS_OPENEN):
        pass

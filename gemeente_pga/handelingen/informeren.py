# SPDX-License-Identifier: EUPL-1.2
"""Acts on informing a person outside weging and casus, on what reaches him, and on what he says himself.

A hold on informing stops the telling, not the deciding: to wait is a decision too.
"""

from datetime import date

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Persoonsbesluit
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.zienswijze import Bezorging, Zienswijze
from gemeente_pga.handelingen.poort import require_dossier
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def decide_persoon(
    store: Store, persoon_id: int, besluit: Persoonsbesluit, *, concept: Conceptsleutel = None
) -> int:
    """Tell this person, later or not; the newest decision counts."""
    with store.write(Handeling.INFORMEREN_BESLUITEN) as w:
        dossier_id, rol = _persoon(w, persoon_id)
        if besluit.geinformeerd_op is not None:
            require_dossier(w, dossier_id, Deur.INFORMEREN, _vandaag(w))
        soort, onderwerp_id = "persoon", persoon_id
        if rol == "betrokkene":
            signaal_id = w.value(
                "SELECT id FROM signaal WHERE dossier_id = ? "
                "ORDER BY julianday(ontvangen_op) DESC, id LIMIT 1",
                dossier_id,
            )
            if signaal_id is not None:
                soort, onderwerp_id = "signaal", signaal_id
        besluit_id = w.insert(
            "informeerbesluit",
            besluit,
            dossier_id=dossier_id,
            persoon_id=persoon_id,
            onderwerp_soort=soort,
            onderwerp_id=onderwerp_id,
        )
        w.onderwerp = ("informeerbesluit", besluit_id)
        _discard(w, concept)
    return besluit_id


def record_bezorging(
    store: Store, persoon_id: int, bezorging: Bezorging, *, concept: Conceptsleutel = None
) -> int:
    """How something reached this person, or is going to."""
    with store.write(Handeling.BEZORGING_VASTLEGGEN) as w:
        dossier_id, _ = _persoon(w, persoon_id)
        if bezorging.gedaan_op is not None:
            require_dossier(w, dossier_id, Deur.INFORMEREN, _vandaag(w))
        bezorging_id = w.insert("bezorging", bezorging, dossier_id=dossier_id, persoon_id=persoon_id)
        w.onderwerp = ("bezorging", bezorging_id)
        _discard(w, concept)
    return bezorging_id


def record_zienswijze(
    store: Store, persoon_id: int, zienswijze: Zienswijze, *, concept: Conceptsleutel = None
) -> int:
    """What this person says about it; a closed dossier takes it too."""
    with store.write(Handeling.ZIENSWIJZE_VASTLEGGEN) as w:
        dossier_id, _ = _persoon(w, persoon_id)
        zienswijze_id = w.insert("zienswijze", zienswijze, dossier_id=dossier_id, persoon_id=persoon_id)
        w.onderwerp = ("zienswijze", zienswijze_id)
        _discard(w, concept)
    return zienswijze_id


def answer_zienswijze(
    store: Store, zienswijze_id: int, zienswijze: Zienswijze, *, concept: Conceptsleutel = None
) -> None:
    """What the overleg did with it. The words of the person stay as they were recorded."""
    with store.write(Handeling.ZIENSWIJZE_VASTLEGGEN, onderwerp=("zienswijze", zienswijze_id)) as w:
        rij = w.row("SELECT dossier_id, tekst FROM zienswijze WHERE id = ?", zienswijze_id)
        if rij is None:
            raise Storing("Deze zienswijze is er niet meer.", "Open het dossier opnieuw.")
        if rij["tekst"] != zienswijze.tekst:
            raise Storing(
                "Wat de persoon zei, verandert niet meer.", "Zei de persoon iets nieuws? Leg dat apart vast."
            )
        w.dossier_id = rij["dossier_id"]
        antwoord = {"reactie": zienswijze.reactie, "besproken_op": zienswijze.besproken_op}
        w.update("zienswijze", zienswijze_id, antwoord)
        _discard(w, concept)


def _persoon(w: Writer, persoon_id: int) -> tuple[int, str]:
    rij = w.row("SELECT dossier_id, rol FROM persoon WHERE id = ?", persoon_id)
    if rij is None:
        raise Storing("Deze persoon is er niet meer.", "Open het dossier opnieuw.")
    w.dossier_id = rij["dossier_id"]
    return int(rij["dossier_id"]), str(rij["rol"])


def _vandaag(w: Writer) -> date:
    return date.fromisoformat(w.vastgelegd_op[:10])


def _discard(w: Writer, concept: Conceptsleutel) -> None:
    if concept:
        w.discard_concept(*concept)

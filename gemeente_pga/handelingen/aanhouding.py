# SPDX-License-Identifier: EUPL-1.2
"""Acts on a hold: begin one at the request of police or OM, and end it with what comes after."""

from gemeente_pga.domain.aanhouding import MAG_VRAGEN, Aanhouding, Einde, uiterlijk_tot
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.poort import require_open
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.store import Store

Conceptsleutel = tuple[str, str] | None


def begin(store: Store, dossier_id: int, aanhouding: Aanhouding, *, concept: Conceptsleutel = None) -> int:
    """Hold one thing of this dossier until a day."""
    with store.write(Handeling.AANHOUDING_BEGINNEN, dossier_id=dossier_id, reden=aanhouding.reden) as w:
        require_open(w, dossier_id)
        soort = w.value("SELECT soort FROM partij WHERE id = ?", aanhouding.partij_id)
        if soort not in MAG_VRAGEN:
            raise Storing(
                "Wachten mag alleen op verzoek van politie of Openbaar Ministerie.",
                "Leg vast wie van politie of Openbaar Ministerie dit vroeg.",
            )
        if aanhouding.tot <= aanhouding.vanaf:
            raise Storing("Wachten mag altijd maar tot een dag.", "Kies een einddatum die nog komt.")
        uiterlijk = uiterlijk_tot(kader_van_dossier(w, dossier_id), aanhouding.vanaf)
        if aanhouding.tot > uiterlijk:
            raise Storing("Zo lang wachten kan niet.", f"Kies uiterlijk {datum_kort(uiterlijk)}.")
        loopt = w.value(
            "SELECT 1 FROM aanhouding WHERE dossier_id = ? AND wat = ? AND beeindigd_op IS NULL",
            dossier_id,
            aanhouding.wat,
        )
        if loopt:
            raise Storing("Dit wacht al op verzoek.", "Beëindig dat eerst, of wacht tot de einddatum.")
        aanhouding_id = w.insert("aanhouding", aanhouding, dossier_id=dossier_id)
        w.onderwerp = ("aanhouding", aanhouding_id)
        if concept:
            w.discard_concept(*concept)
    return aanhouding_id


def end(store: Store, aanhouding_id: int, einde: Einde, *, concept: Conceptsleutel = None) -> None:
    """End a hold, early or after its last day, with what was agreed."""
    with store.write(Handeling.AANHOUDING_BEEINDIGEN, onderwerp=("aanhouding", aanhouding_id)) as w:
        rij = w.row("SELECT dossier_id, beeindigd_op FROM aanhouding WHERE id = ?", aanhouding_id)
        if rij is None or rij["beeindigd_op"] is not None:
            raise Storing("Dit wachten is al beëindigd.", "Open het dossier opnieuw.")
        if not einde.vervolg:
            raise Storing("Het vervolg ontbreekt.", "Leg vast hoe het verder gaat.")
        w.dossier_id = rij["dossier_id"]
        w.update("aanhouding", aanhouding_id, einde)
        if concept:
            w.discard_concept(*concept)

# SPDX-License-Identifier: EUPL-1.2
"""What asks attention about data in a dossier: somebody around the betrokkene whose term has passed."""

from datetime import date

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bewaarlijst import OPEN
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.dossiers import dossierkoppen


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Naasten whose last day has passed; no name. In a closed dossier they go with the dossier."""
    rijen = r.rows(
        "SELECT p.id, p.dossier_id, d.nummer, p.bewaren_tot FROM persoon p "
        f"JOIN dossier d ON d.id = p.dossier_id WHERE p.rol = 'naaste' AND p.bewaren_tot < ? AND ({OPEN}) "
        "ORDER BY p.bewaren_tot, p.id LIMIT ?",
        vandaag,
        PER_SOORT,
    )
    del kader
    koppen = dossierkoppen(r, {rij["dossier_id"] for rij in rijen})
    loopt = {dossier_id for dossier_id, kop in koppen.items() if not kop.gesloten}
    return [_naaste(rij) for rij in rijen if rij["dossier_id"] in loopt]


def _naaste(rij: dict[str, object]) -> Aandacht:
    tot = date.fromisoformat(str(rij["bewaren_tot"]))
    return Aandacht(
        Onderwerp.BEWAREN,
        f"Naaste in dossier {rij['nummer']}: is dit nog nodig?",
        f"Bewaren tot en met {datum_kort(tot)}. Haal deze persoon eruit, of leg een nieuwe dag en het doel "
        "vast.",
        "dossier",
        int(str(rij["dossier_id"])),
        f"persoon:{rij['id']}",
        voor=tot,
    )


BRON = Bureaubron(punten, frozenset({"persoon"}))

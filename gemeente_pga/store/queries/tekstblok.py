# SPDX-License-Identifier: EUPL-1.2
"""The standing texts of letters as this municipality has them, and what would stay empty in a letter."""

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekstblok import TEKSTBLOKKEN, Teksten
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.inrichting import instelling

_SLEUTEL = "tekst:"


def sleutel(code: str) -> str:
    """The setting that holds the own text of this block."""
    return f"{_SLEUTEL}{code}"


def teksten(r: Lezer) -> Teksten:
    """All of them."""
    return Teksten({code: instelling(r, sleutel(code)) for code in TEKSTBLOKKEN})


def leemten(r: Lezer, gemeente_id: int) -> tuple[str, ...]:
    """What a letter of this municipality would not say because nobody filled it in, and where to do so."""
    bekend = r.value("SELECT contactpunt FROM gemeente WHERE id = ?", gemeente_id)
    return () if bekend else ("Hoe het contactpunt te bereiken is. Vul het in bij Inrichting.",)


def leemten_bericht(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    """Likewise, of a notice to a holder: where the slip goes, and before when."""
    gemeente_id = r.value("SELECT gemeente_id FROM dossier WHERE id = ?", dossier_id)
    if gemeente_id is None:
        return ()
    uit = list(leemten(r, gemeente_id))
    if kader.streeftermijn("houder_antwoord").periode is None:
        uit.append("Vóór welke dag de houder antwoordt. Vul de termijn in bij Inrichting, Juridisch kader.")
    return tuple(uit)


def leemten_over(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """Likewise, of a letter to a person in this dossier: that names the FG, and how long data are kept."""
    rij = r.row(
        "SELECT g.id, g.fg, EXISTS (SELECT 1 FROM bewaring b WHERE b.dossier_id = d.id "
        "AND b.waardering = 'vernietigen' AND b.einde IS NOT NULL) AS einddag "
        "FROM dossier d JOIN gemeente g ON g.id = d.gemeente_id WHERE d.id = ?",
        dossier_id,
    )
    if rij is None:
        return ()
    uit = list(leemten(r, rij["id"]))
    if not rij["fg"]:
        uit.append("De functionaris gegevensbescherming. Vul die in bij Inrichting.")
    if not rij["einddag"]:
        uit.append("Tot wanneer u de gegevens bewaart. Dat legt u vast bij Rechten.")
    return tuple(uit)

# SPDX-License-Identifier: EUPL-1.2
"""The first part of a story: the signal, its formal check and its place on the agenda of the weegploeg."""

from datetime import time

from gemeente_pga.domain.moment import as_moment
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import Agendering, FormeleControle
from gemeente_pga.handelingen import signaal
from gemeente_pga.oefenkluis.bouw import COORDINATOR, KERN, Bouw, Verhaal

_TEKSTEN = (
    *("zelf_waargenomen", "van_anderen", "interpretatie"),
    *("bron_organisatie", "melder_naam", "melder_functie"),
)
_OVER_VIER_DAGEN = 4


def tell(bouw: Bouw, verhaal: Verhaal) -> tuple[int, int]:
    """Dossier and signal of this story."""
    nieuw = Signaal(
        soort="melding",
        kanaal=verhaal.get("kanaal", "telefoon"),
        ontvangen_op=as_moment(bouw.dag(verhaal), time(10, 15)),
        ontvangen_door=COORDINATOR,
        gebeurd_op=None,
        bron_soort=verhaal["bron_soort"],
        melder_contact="",
        naam_noemen=verhaal.get("naam_noemen", "nee"),
        bron_kennis=verhaal["bron_kennis"],
        eigen_opmerking="",
        acuut=False,
        eerder_besproken="nee",
        eerder_besproken_toelichting="",
        **{veld: verhaal.get(veld, "") for veld in _TEKSTEN},
    )
    persoon = bouw.persoon(verhaal)
    signaal_id = signaal.register_signaal(bouw.store, nieuw, persoon, gemeente_id=bouw.gemeente_id)
    with bouw.store.reader() as r:
        dossier_id = int(r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id))
    if verhaal["tot"] != "controle":
        _schedule(bouw, verhaal, signaal_id)
    return dossier_id, signaal_id


def _schedule(bouw: Bouw, verhaal: Verhaal, signaal_id: int) -> None:
    signaal.check_signaal(bouw.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), bouw.nu)
    kern = tuple(bouw.partijen[soort] for soort in KERN)
    wanneer = bouw.over(_OVER_VIER_DAGEN) if verhaal["tot"] == "agenda" else bouw.dag(verhaal, 8)
    signaal.schedule_signaal(bouw.store, signaal_id, Agendering(wanneer, kern), bouw.vandaag)

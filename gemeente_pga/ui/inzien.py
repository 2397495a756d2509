# SPDX-License-Identifier: EUPL-1.2
"""Looking at what is in a dossier: recorded each time, and for a closed dossier only with a reason."""

from PySide6 import QtWidgets

from gemeente_pga.handelingen.dossier import NIEUW_SIGNAAL, log_inzien
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.heropening import is_heropend
from gemeente_pga.ui import messages
from gemeente_pga.ui.omgeving import Omgeving

CONTROLE_FG = "controle_fg"  # the reason of whoever looks along is always this one


def redenen_inzien(omgeving: Omgeving, dossier_id: int) -> list[tuple[str, str]]:
    """The reasons that may be given; a new signal is one only once the weegploeg took it up."""
    with omgeving.store.reader() as r:
        heropend = is_heropend(r, dossier_id)
    return [
        (c.code, c.naam)
        for c in omgeving.kader.codelijst("reden_inzien")
        if heropend or c.code != NIEUW_SIGNAAL
    ]


def may_inzien(scherm: QtWidgets.QWidget, omgeving: Omgeving, dossier_id: int) -> bool:
    """Record that this dossier is looked at; False when it is closed and the user gives no reason.

    Whoever looks along as FG is not asked: that is the reason."""
    with omgeving.store.reader() as r:
        gesloten = is_gesloten(r, dossier_id)
    reden = CONTROLE_FG if gesloten and omgeving.alleen_kijken else None
    if gesloten and reden is None:
        redenen = redenen_inzien(omgeving, dossier_id)
        tekst = (
            "Dit dossier is gesloten. U gaat de inhoud toch bekijken. "
            "Dat komt met uw reden in het journaal te staan."
        )
        reden = messages.kies_reden(scherm, "Gesloten dossier bekijken", tekst, redenen, "Dossier bekijken")
        if reden is None:
            return False
    log_inzien(omgeving.store, dossier_id, reden=reden)
    return True

# SPDX-License-Identifier: EUPL-1.2
"""Taking back a PDF filed in the wrong place: what happens is said first, then a reason and the wachtzin."""

from collections.abc import Callable

from PySide6 import QtWidgets

from gemeente_pga.domain.document import TERUG_TE_NEMEN, Documentkop
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.handelingen.verslag import take_back_zvh
from gemeente_pga.ui import messages
from gemeente_pga.ui.omgeving import Omgeving

_TITEL = "Verslag terugnemen"
_GEVOLG = (
    "Het bestand verdwijnt uit de kluis en kan niet terugkomen. Wel blijft staan dat het hier lag, wanneer "
    "het is teruggenomen, door wie en waarom. In eerdere back-ups zit het nog, tot u die vernietigt."
)
_WACHTZIN = "U haalt een bestand voorgoed uit de kluis."
_GEDAAN = "Het verslag is teruggenomen. Het bestand is weg uit de kluis."
_BUITEN = " Haal ook de exemplaren terug die al zijn afgedrukt of opgeslagen."


def may_terugnemen(kop: Documentkop | None) -> bool:
    """Only what others made and was filed here, once."""
    return kop is not None and kop.soort in TERUG_TE_NEMEN and kop.terugname is None


def terugneemzin(kop: Documentkop, kader: Kader) -> str:
    """What remains of a document that was taken back, in words."""
    was = kop.terugname
    if was is None:
        return ""
    door = f" door {was.door}" if was.door else ""
    reden = kader.label("reden_terugnemen", was.reden)
    return (
        f"Dit stuk is hier opgeborgen en op {moment_lang(was.op)} teruggenomen{door}. Reden: "
        f"{midden_in_zin(reden)}. Het bestand is niet meer in de kluis."
    )


def neem_terug(
    scherm: QtWidgets.QWidget,
    omgeving: Omgeving,
    kop: Documentkop,
    *,
    uitgegeven: bool,
    klaar: Callable[[], object],
) -> None:
    """Ask why, then the wachtzin, then take it back. uitgegeven: it has left the kluis before."""
    omgeving.store.require(Handeling.VERSLAG_ZVH_TERUGNEMEN)
    redenen = [(c.code, c.naam) for c in omgeving.kader.codelijst("reden_terugnemen")]
    reden = messages.kies_reden(scherm, _TITEL, _GEVOLG + " Waarom hoort het hier niet?", redenen, _TITEL)
    if reden is None:
        return

    def doe() -> None:
        nu = omgeving.nu().isoformat(timespec="seconds")
        take_back_zvh(omgeving.store, kop.id, op=nu, reden=reden)
        klaar()
        omgeving.window.meld(_GEDAAN + (_BUITEN if uitgegeven else ""), "let_op" if uitgegeven else "goed")

    omgeving.window.bevestig(_WACHTZIN, doe)

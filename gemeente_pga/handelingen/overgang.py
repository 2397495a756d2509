# SPDX-License-Identifier: EUPL-1.2
"""Moving a signaal or casus to its next state, inside an act: the only place that writes a status.

The rules of domain.stappen are asked here, so that no act can forget them.
"""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.afwijking import HERBEOORDELING_OVERGESLAGEN, Afwijking
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stappen import ontbreekt_voor_casus, ontbreekt_voor_signaal
from gemeente_pga.handelingen.afwijking import write_afwijking
from gemeente_pga.store.queries.casusfeiten import casusfeiten
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.store import Writer

_WEG = ("Dit dossier is er niet meer.", "Ga terug naar de lijst met dossiers.")


def move_signaal(
    w: Writer, signaal_id: int, naar: str, *, op: date, reden: str = "", weging_id: int | None = None
) -> None:
    """From its present state to `naar`, with a row in statusovergang. Storing with what is missing for it.

    weging_id: the weging whose decision sends it there.
    """
    feiten = signaalfeiten(w, signaal_id, weging_id)
    if feiten is None:
        raise Storing(*_WEG)
    if feiten.staat == naar:
        return
    punten = ontbreekt_voor_signaal(feiten, naar, op)
    if punten:
        raise Storing(punten[0].zin, "Vul dit eerst aan.")
    _write(w, "signaal", signaal_id, (feiten.staat, naar), op=op, reden=reden)


def move_casus(
    w: Writer,
    casus_id: int,
    naar: str,
    *,
    op: date,
    reden: str = "",
    mits_toegestaan: bool = False,
    afwijking: Afwijking | None = None,
) -> None:
    """The same for a casus. mits_toegestaan: stay where it is when the step is not open.

    afwijking: what the table decided to pass over; it is recorded beside the step.
    """
    feiten = casusfeiten(w, casus_id)
    if feiten is None:
        raise Storing(*_WEG)
    if feiten.staat == naar:
        return
    if afwijking is not None and afwijking.regel == HERBEOORDELING_OVERGESLAGEN:
        feiten = replace(feiten, herbeoordeling_uitstelreden=True)
    punten = ontbreekt_voor_casus(feiten, naar, op)
    if punten and mits_toegestaan:
        return
    if punten:
        raise Storing("Deze stap kan nu niet.", punten[0].zin)
    _write(w, "casus", casus_id, (feiten.staat, naar), op=op, reden=reden)
    if afwijking is not None:
        write_afwijking(w, ("casus", casus_id), afwijking)


def _write(w: Writer, soort: str, rij_id: int, stap: tuple[str, str], *, op: date, reden: str) -> None:
    van, naar = stap
    dossier_id = w.value(f"SELECT dossier_id FROM {soort} WHERE id = ?", rij_id)  # noqa: S608 - one of two words
    w.update(soort, rij_id, {"status": naar})
    overgang = {"onderwerp_soort": soort, "onderwerp_id": rij_id, "van": van, "naar": naar}
    w.insert("statusovergang", overgang, dossier_id=dossier_id, reden=reden, op=op)

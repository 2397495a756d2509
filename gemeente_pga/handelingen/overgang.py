# SPDX-License-Identifier: EUPL-1.2
"""Moving a signaal or casus to its next state, inside an act: the only place that writes a status."""

from datetime import date

from gemeente_pga.domain import stappen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.store.store import Writer


def move_signaal(w: Writer, signaal_id: int, naar: str, *, op: date, reden: str = "") -> None:
    """From its present state to `naar`, with a row in statusovergang. Storing when that is not allowed."""
    _move(w, "signaal", signaal_id, naar, op=op, reden=reden)


def move_casus(
    w: Writer, casus_id: int, naar: str, *, op: date, reden: str = "", mits_toegestaan: bool = False
) -> None:
    """The same for a casus. mits_toegestaan: stay where it is when the step is not open."""
    _move(w, "casus", casus_id, naar, op=op, reden=reden, mits_toegestaan=mits_toegestaan)


def _move(
    w: Writer, soort: str, rij_id: int, naar: str, *, op: date, reden: str, mits_toegestaan: bool = False
) -> None:
    rij = w.row(f"SELECT dossier_id, status FROM {soort} WHERE id = ?", rij_id)  # noqa: S608 - one of two words
    if rij is None:
        raise Storing("Dit dossier is er niet meer.", "Ga terug naar de lijst met dossiers.")
    van = rij["status"]
    if van == naar:
        return
    if not stappen.mag(soort, van, naar):
        if mits_toegestaan:
            return
        raise Storing(
            "Deze stap kan nu niet.",
            f"Het dossier staat op ‘{stappen.label(soort, van)}’. "
            f"Van daar kan het niet naar ‘{stappen.label(soort, naar)}’.",
        )
    w.update(soort, rij_id, {"status": naar})
    w.insert(
        "statusovergang",
        {
            "dossier_id": rij["dossier_id"],
            "onderwerp_soort": soort,
            "onderwerp_id": rij_id,
            "van": van,
            "naar": naar,
            "reden": reden,
            "op": op,
        },
    )

# SPDX-License-Identifier: EUPL-1.2
"""Acts on the kader: fill in a value, and record what a named person vouches for."""

from collections.abc import Sequence

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kaderronde import Ondertekening
from gemeente_pga.domain.kaderstand import WIJZIGBAAR, Kaderwaarde, onderdelen
from gemeente_pga.store.queries.kader import kader_van
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None


def set_waarde(store: Store, kader_id: int, waarde: Kaderwaarde, *, concept: Conceptsleutel = None) -> int:
    """Replace one field of this kader here; the file stays what it is, and what was signed of it lapses."""
    with store.write(Handeling.KADER_WAARDE, onderwerp=("kader", kader_id), reden=waarde.reden) as w:
        waarde_id = _write_waarde(w, kader_id, waarde)
        if concept:
            w.discard_concept(*concept)
    return waarde_id


def record_ronde(
    store: Store,
    kader_id: int,
    ondertekening: Ondertekening,
    waarden: Sequence[Kaderwaarde] = (),
    *,
    concept: Conceptsleutel = None,
) -> int:
    """One sitting: the values that the jurist fills in, and the very words that stand then, signed."""
    with store.write(Handeling.KADER_VASTSTELLEN, onderwerp=("kader", kader_id)) as w:
        for waarde in waarden:
            _write_waarde(w, kader_id, waarde)
        nu = {o.sleutel: o for o in onderdelen(kader_van(w, kader_id))}
        if not ondertekening.items:
            raise Storing("Er is niets gekozen om vast te stellen.", "Kruis aan wat wordt vastgesteld.")
        ronde_id = w.insert(
            "vaststellingsronde", ondertekening.ronde, kader_id=kader_id, afgerond_op=ondertekening.ronde.op
        )
        for sleutel in ondertekening.items:
            onderdeel = nu.get(sleutel)
            if onderdeel is None or onderdeel.leeg:
                raise Storing("Hier is nog niets ingevuld om vast te stellen.", "Vul het onderdeel eerst in.")
            w.insert(
                "vaststelling",
                {
                    "ronde_id": ronde_id,
                    "soort": onderdeel.soort,
                    "code": onderdeel.code,
                    "waarden": onderdeel.woorden,
                    "grond": ondertekening.grond if onderdeel.soort == "bewaartermijn" else "",
                },
            )
        if concept:
            w.discard_concept(*concept)
    return ronde_id


def _write_waarde(w: Writer, kader_id: int, waarde: Kaderwaarde) -> int:
    if waarde.veld not in WIJZIGBAAR.get(waarde.soort, ()):
        raise Storing("Dit deel van het kader is hier niet te wijzigen.", "Laat het kaderbestand aanpassen.")
    laatste = w.row(
        "SELECT id, vastgelegd_op FROM kaderwaarde "
        "WHERE kader_id = ? AND soort = ? AND code = ? AND veld = ? "
        "ORDER BY vastgelegd_op DESC, id DESC LIMIT 1",
        kader_id,
        waarde.soort,
        waarde.code,
        waarde.veld,
    )
    if laatste is not None and laatste["vastgelegd_op"] >= w.vastgelegd_op:
        # Within one second, or after the clock was set back: two rows would not know which is the newest.
        w.update("kaderwaarde", laatste["id"], waarde)
        return int(laatste["id"])
    return w.insert("kaderwaarde", waarde, kader_id=kader_id)

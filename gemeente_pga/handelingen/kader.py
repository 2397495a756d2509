# SPDX-License-Identifier: EUPL-1.2
"""Acts on the kader: values, signatures, another version beside the old, a dossier that goes over to it."""

from collections.abc import Sequence
from datetime import datetime

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import DREMPEL, Kader
from gemeente_pga.domain.kaderronde import Kaderwissel, Ondertekening
from gemeente_pga.domain.kaderstand import GETALLEN, WIJZIGBAAR, Kaderwaarde, onderdelen
from gemeente_pga.domain.kaderverschil import onmisbaar
from gemeente_pga.handelingen.poort import require_open
from gemeente_pga.store.queries.dossiers import actief_kader_id
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


def install_kader(store: Store, kader: Kader, nu: datetime) -> int:
    """Copy the text of this kader into the kluis and use it from now on. The copy never changes."""
    with store.write(Handeling.KADER_ACTIVEREN) as w:
        bekend = w.value("SELECT id FROM kader WHERE sha256 = ?", kader.sha256)
        for rij in w.rows("SELECT id FROM kader WHERE actief = 1"):
            w.update("kader", rij["id"], {"actief": False})
        if bekend is None:
            kader_id = _insert_kader(w, kader, nu, actief=True)
        else:
            kader_id = int(bekend)
            w.update("kader", kader_id, {"actief": True})
        w.onderwerp = ("kader", kader_id)
    return kader_id


def import_kader(store: Store, kader: Kader, nu: datetime) -> int:
    """Keep the text of a kader beside the one in use; nothing works with it yet."""
    with store.write(Handeling.KADER_IMPORTEREN) as w:
        if w.value("SELECT 1 FROM kader WHERE sha256 = ?", kader.sha256):
            raise Storing("Dit kader staat er al, letter voor letter.", "Kies het in de lijst.")
        kader_id = _insert_kader(w, kader, nu, actief=False)
        w.onderwerp = ("kader", kader_id)
    return kader_id


def activate(store: Store, kader_id: int, reden: str, nu: datetime) -> None:
    """New dossiers begin under this kader from now on; those that run keep theirs."""
    with store.write(Handeling.KADER_ACTIVEREN, onderwerp=("kader", kader_id), reden=reden) as w:
        oud_id = actief_kader_id(w)
        if oud_id == kader_id:
            raise Storing("Dit kader is al in gebruik.", "Kies een ander kader in de lijst.")
        if oud_id is not None:
            _check_onmisbaar(kader_van(w, oud_id), kader_van(w, kader_id))
            w.update("kader", oud_id, {"actief": False})
        w.update("kader", kader_id, {"actief": True, "geactiveerd_op": nu})


def switch_dossier(
    store: Store, dossier_id: int, wissel: Kaderwissel, *, concept: Conceptsleutel = None
) -> None:
    """From now on this dossier is under another kader; what was decided under the old one stays so."""
    with store.write(
        Handeling.DOSSIER_KADER, onderwerp=("dossier", dossier_id), dossier_id=dossier_id, reden=wissel.reden
    ) as w:
        require_open(w, dossier_id)
        van = int(w.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id))
        if van == wissel.naar_kader_id:
            raise Storing("Dit dossier werkt al met dit kader.", "Kies een ander kader.")
        if not wissel.reden or not wissel.toelichting:
            raise Storing("Een dossier gaat alleen met een reden naar een ander kader.", "Vul de reden in.")
        _check_onmisbaar(kader_van(w, van), kader_van(w, wissel.naar_kader_id))
        w.insert("kaderwissel", wissel, dossier_id=dossier_id, van_kader_id=van)
        w.update("dossier", dossier_id, {"kader_id": wissel.naar_kader_id})
        for casus in w.rows("SELECT id FROM casus WHERE dossier_id = ?", dossier_id):
            w.update("casus", casus["id"], {"kader_id": wissel.naar_kader_id})
        if concept:
            w.discard_concept(*concept)


def _insert_kader(w: Writer, kader: Kader, nu: datetime, *, actief: bool) -> int:
    velden = {naam: getattr(kader, naam) for naam in ("code", "versie", "titel", "sha256", "tekst")}
    return w.insert("kader", velden, geactiveerd_op=nu, actief=actief)


def _check_onmisbaar(oud: Kader, nieuw: Kader) -> None:
    weg = onmisbaar(oud, nieuw)
    if weg:
        raise Storing(
            f"Dit kader mist {len(weg)} codes waaronder gegevens kunnen zijn vastgelegd.",
            f"{weg[0].zin} (in het bestand: {weg[0].code}). Laat het kaderbestand aanvullen.",
        )


def _write_waarde(w: Writer, kader_id: int, waarde: Kaderwaarde) -> int:
    if waarde.veld not in WIJZIGBAAR.get(waarde.soort, ()):
        raise Storing("Dit deel van het kader is hier niet te wijzigen.", "Laat het kaderbestand aanpassen.")
    if waarde.veld in GETALLEN and not (waarde.waarde.isdigit() and int(waarde.waarde) >= DREMPEL):
        raise Storing(f"Dit getal mag niet lager zijn dan {DREMPEL}.", "Kies een hoger getal.")
    laatste = w.row(
        "SELECT id, julianday(vastgelegd_op) >= julianday(?) AS later FROM kaderwaarde "
        "WHERE kader_id = ? AND soort = ? AND code = ? AND veld = ? "
        "ORDER BY julianday(vastgelegd_op) DESC, id DESC LIMIT 1",
        w.vastgelegd_op,
        kader_id,
        waarde.soort,
        waarde.code,
        waarde.veld,
    )
    if laatste is not None and laatste["later"]:
        # In one millisecond, or after the clock was set back: two rows would not know which is newest.
        w.update("kaderwaarde", laatste["id"], waarde)
        return int(laatste["id"])
    return w.insert("kaderwaarde", waarde, kader_id=kader_id)

# SPDX-License-Identifier: EUPL-1.2
"""Acts on a datalek: open one (also for a copy that went missing), work it out, close it.

The row itself names nobody. What was lost stands in datalek_dossier, and goes with the dossier.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from gemeente_pga.domain.datalek import DRAGER_VERMIST, PAPIER_VERMIST, Datalek, mist_voor_sluiten
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.lekcontrole import LekSoort, zoek_lekken
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.handelingen.nummering import next_nummer
from gemeente_pga.store.queries.datalek import datalek, open_van_dag
from gemeente_pga.store.queries.houders import Exemplaarregel, bronhouders, personen
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.store import Store, Writer

Conceptsleutel = tuple[str, str] | None
_BESTAND = "Een bestand buiten de kluis is vermist: {soort}."
_PAPIER = "Een papieren exemplaar is vermist: {soort}."


def open_lek(store: Store, lek: Datalek, inhoud: Mapping[int, str], *, concept: Conceptsleutel = None) -> int:
    """A leak found in another way. inhoud: dossier id -> what of it was in the leak."""
    with store.write(Handeling.DATALEK_OPENEN) as w:
        _refuse_namen(w, lek, inhoud)
        _refuse_ander(w, inhoud)
        lek_id = _insert(w, lek)
        for dossier_id, wat in inhoud.items():
            w.insert("datalek_dossier", {"dossier_id": dossier_id, "datalek_id": lek_id, "inhoud": wat})
        _discard(w, concept)
    return lek_id


def open_for_exemplaar(w: Writer, vermist: Exemplaarregel, nu: datetime) -> int:
    """Inside the act that records a copy as missing: its leak, or the one that was found this day.

    What is lost together is one leak. It comes filled in: when, what, how many persons, whose data.
    """
    lek_id = open_van_dag(w, nu.date())
    wat = f"{vermist.titel} {vermist.kenmerk}, exemplaar {vermist.nummer}, houder: {vermist.houder}."
    if lek_id is None:
        zin = _BESTAND if vermist.bestand else _PAPIER
        lek_id = _insert(
            w,
            Datalek(
                ontdekt_op=nu.isoformat(timespec="seconds"),
                gebeurd_op=None,
                aard=DRAGER_VERMIST if vermist.bestand else PAPIER_VERMIST,
                wat=zin.format(soort=midden_in_zin(vermist.titel)),
                aantal_personen=0,
            ),
        )
    for dossier_id in vermist.dossier_ids:
        _add_dossier(w, lek_id, dossier_id, wat, vermist.id)
    return lek_id


def _add_dossier(w: Writer, lek_id: int, dossier_id: int, wat: str, exemplaar_id: int) -> None:
    al = w.row(
        "SELECT id, inhoud FROM datalek_dossier WHERE datalek_id = ? AND dossier_id = ?", lek_id, dossier_id
    )
    if al is not None:
        w.update("datalek_dossier", al["id"], {"inhoud": f"{al['inhoud']}\n{wat}"})
        return
    rij = {"dossier_id": dossier_id, "datalek_id": lek_id, "exemplaar_id": exemplaar_id, "inhoud": wat}
    w.insert("datalek_dossier", rij)
    lek = w.row("SELECT aantal_personen, bronhouders FROM datalek WHERE id = ?", lek_id) or {}
    namen = [naam for naam in str(lek["bronhouders"]).split(", ") if naam]
    namen += [naam for naam in bronhouders(w, dossier_id) if naam not in namen]
    aantal = int(lek["aantal_personen"] or 0) + personen(w, dossier_id)
    w.update("datalek", lek_id, {"aantal_personen": aantal, "bronhouders": ", ".join(namen)})


def update_lek(store: Store, lek_id: int, lek: Datalek, *, concept: Conceptsleutel = None) -> None:
    """What was found out, decided and done since."""
    with store.write(Handeling.DATALEK_BIJWERKEN, onderwerp=("datalek", lek_id)) as w:
        _open(w, lek_id)
        rijen = w.rows("SELECT dossier_id FROM datalek_dossier WHERE datalek_id = ?", lek_id)
        _refuse_namen(w, lek, [rij["dossier_id"] for rij in rijen])
        w.update("datalek", lek_id, lek)
        _discard(w, concept)


def close_lek(store: Store, lek_id: int, *, op: date) -> None:
    """The leak is dealt with; refused while something is not answered."""
    with store.write(Handeling.DATALEK_SLUITEN, onderwerp=("datalek", lek_id)) as w:
        gebreken = mist_voor_sluiten(_open(w, lek_id))
        if gebreken:
            raise Storing("Dit datalek kan nog niet dicht.", gebreken[0].melding)
        w.update("datalek", lek_id, {"gesloten_op": op})


def _open(w: Writer, lek_id: int) -> Datalek:
    nu_zo = datalek(w, lek_id)
    if nu_zo is None:
        raise Storing("Dit datalek is er niet meer.", "Open de lijst opnieuw.")
    if nu_zo.gesloten_op is not None:
        raise Storing("Dit datalek is afgesloten en verandert niet meer.", "Leg een nieuw datalek vast.")
    return nu_zo.inhoud


def _refuse_namen(w: Writer, lek: Datalek, dossier_ids: Collection[int]) -> None:
    """The record of a leak is kept when its dossiers are gone: it names nobody."""
    grond = verboden(w, dossier_ids, zonder_namen=True)
    teksten = (lek.wat, lek.maatregelen, lek.melden_ap_reden, lek.betrokkenen_reden, lek.les)
    lekken = zoek_lekken(teksten, grond.verboden, toegestaan=grond.toegestaan)
    if lekken:
        raise Storing(
            f"In het datalek staat wat er niet in mag: {lekken[0].fragment}.",
            "Het datalek blijft bewaard als het dossier weg is. Schrijf dit bij de gegevens van het dossier.",
        )


def _refuse_ander(w: Writer, inhoud: Mapping[int, str]) -> None:
    """What stands with one dossier goes with that dossier: nobody of another dossier in the leak is in it."""
    for dossier_id, wat in inhoud.items():
        grond = verboden(w, [dossier_id], andere=[ander for ander in inhoud if ander != dossier_id])
        anderen = [v for v in grond.verboden if v.soort is LekSoort.ANDERE_CASUS]
        lekken = zoek_lekken((wat,), anderen, toegestaan=grond.toegestaan)
        if lekken:
            raise Storing(
                f"Dit hoort bij een ander dossier: {lekken[0].fragment}.",
                "Deze tekst komt bij elk genoemd dossier. Noem er geen namen in, of leg per dossier vast "
                "wat erin zat.",
            )


def _insert(w: Writer, lek: Datalek) -> int:
    nummer = next_nummer(w, "datalek", f"L{lek.ontdekt_op[:4]}-", 2)
    lek_id = w.insert("datalek", lek, nummer=nummer)
    if w.onderwerp is None:
        w.onderwerp = ("datalek", lek_id)
    return lek_id


def _discard(w: Writer, concept: Conceptsleutel) -> None:
    if concept:
        w.discard_concept(*concept)

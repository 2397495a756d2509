# SPDX-License-Identifier: EUPL-1.2
"""Acts on a casus: open it from a decision, take one over from paper, keep it, close it."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from gemeente_pga.domain.afwijking import Afwijking
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.casus import (
    Deelnemer,
    Overname,
    Regie,
    Regiewijziging,
    Sluiting,
    casusnummer,
    stapkeuzes,
)
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import WEL, Informeerbesluit, Informeren
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.staten import label
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.domain.weging import OPNEMEN, VOORLOPIG
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.dossier import write_dossier
from gemeente_pga.handelingen.herbeoordeeldag import set_herbeoordeling
from gemeente_pga.handelingen.overdracht import hand_over
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.persoon import write_persoon
from gemeente_pga.handelingen.poort import lopende_casus, require_casus, require_dossier
from gemeente_pga.handelingen.signaal import write_bijlagen
from gemeente_pga.store.store import Store, Writer

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Conceptsleutel = tuple[str, str] | None
_WACHT = (
    "SELECT status, ontvangen_op FROM signaal WHERE dossier_id = ? AND status IN ('ontvangen', "
    "'formele_controle', 'spoed_gemeld', 'geagendeerd', 'in_weging', 'nadere_informatie') "
    "ORDER BY substr(ontvangen_op, 1, 10), id LIMIT 1"
)
_VOOR_DE_TAFEL = ("ontvangen", "formele_controle", "spoed_gemeld")


def open_casus(store: Store, weging_id: int, *, op: date) -> int:
    """The casus that follows from a decision "opnemen"; the only other way is taking one over from paper."""
    with store.write(Handeling.CASUS_OPENEN) as w:
        weging = w.row("SELECT * FROM weging WHERE id = ?", weging_id)
        if weging is None or weging["status"] != "vastgesteld" or weging["besluit"] != OPNEMEN:
            raise Storing(
                "Een casus kan alleen beginnen na een vastgesteld besluit ‘opnemen’.",
                "Stel eerst het besluit van de weegploeg vast.",
            )
        if weging["soort"] == VOORLOPIG:
            raise Storing(
                "Dit is een voorlopig besluit. Daar hoort nog geen casus bij.",
                "Laat gemeente, OM en politie het besluit eerst samen bevestigen.",
            )
        lopend = w.value(
            "SELECT id FROM casus WHERE dossier_id = ? AND gesloten_op IS NULL", weging["dossier_id"]
        )
        if lopend is not None:
            w.onderwerp, w.dossier_id = ("casus", lopend), weging["dossier_id"]
            w.resultaat = "bestond_al"
            return int(lopend)
        if w.value("SELECT 1 FROM casus WHERE weging_id = ?", weging_id):
            raise Storing(
                "De casus uit dit besluit is al gesloten.",
                "Is er iets nieuws? Leg dan een nieuw signaal vast; de weegploeg besluit opnieuw.",
            )
        refuse_beperkt(w, weging["dossier_id"])
        return _write_casus(w, weging_id, weging["dossier_id"], geopend_op=op)


def take_over(
    store: Store,
    persoon: Persoon,
    overname: Overname,
    *,
    gemeente_id: int,
    bijlagen: Sequence[BerichtBijlage],
    vandaag: date,
    vergelijkingen: Collection[Vergelijking] = (),
    concept: Conceptsleutel = None,
) -> int:
    """A running casus from paper: signal, weging and decision with the dates of then, marked overgenomen."""
    with store.write(Handeling.CASUS_OVERNEMEN) as w:
        dossier_id = write_dossier(w, gemeente_id=gemeente_id, jaar=vandaag.year, overgenomen=True)
        write_persoon(w, dossier_id, persoon)
        kader_id = w.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id)
        signaal_id = w.insert("signaal", _signaal(overname), dossier_id=dossier_id, kader_id=kader_id)
        weging_id = w.insert("weging", _weging(overname), dossier_id=dossier_id, kader_id=kader_id)
        w.insert(
            "weging_signaal", {"dossier_id": dossier_id, "weging_id": weging_id, "signaal_id": signaal_id}
        )
        for vergelijking in vergelijkingen:
            w.insert("vergelijking", vergelijking, dossier_id=dossier_id, signaal_id=signaal_id)
        casus_id = _write_casus(
            w,
            weging_id,
            dossier_id,
            geopend_op=overname.geopend_op,
            overgenomen=True,
            status=overname.stand,
        )
        w.update("casus", casus_id, _van_papier(overname, Regie, Informeren))
        write_bijlagen(w, dossier_id, ("casus", casus_id), bijlagen)
        if concept:
            w.discard_concept(*concept)
    return casus_id


def record_regie(
    store: Store, casus_id: int, wijziging: Regiewijziging, *, op: date, concept: Conceptsleutel = None
) -> None:
    """Casusregisseur and next review. Putting off a review that is overdue is a deviation, or refused."""
    with store.write(Handeling.CASUS_BIJWERKEN, onderwerp=("casus", casus_id)) as w:
        require_casus(w, casus_id)
        regie = wijziging.regie
        set_herbeoordeling(w, casus_id, regie.volgende_herbeoordeling, op=op, afwijking=wijziging.afwijking)
        w.update("casus", casus_id, {"casusregisseur": regie.casusregisseur})
        if concept:
            w.discard_concept(*concept)


def record_informeren(
    store: Store, casus_id: int, besluit: Informeren, *, op: date, concept: Conceptsleutel = None
) -> None:
    """The decision about telling the betrokkene, and that it was done. A hold stops telling, not deciding."""
    with store.write(Handeling.CASUS_INFORMEREN, onderwerp=("casus", casus_id)) as w:
        dossier_id = lopende_casus(w, casus_id)
        if besluit.informeren == WEL or besluit.geinformeerd_op is not None:
            require_dossier(w, dossier_id, Deur.INFORMEREN, op)
        w.update("casus", casus_id, besluit)
        if concept:
            w.discard_concept(*concept)


def move(
    store: Store,
    casus_id: int,
    naar: str,
    *,
    op: date,
    reden: str = "",
    volgende_herbeoordeling: date | None = None,
    afwijking: Afwijking | None = None,
    concept: Conceptsleutel = None,
) -> None:
    """A step by decision of the table; a review and op- of afschalen have acts of their own."""
    with store.write(Handeling.CASUS_BIJWERKEN, onderwerp=("casus", casus_id)) as w:
        require_casus(w, casus_id)
        van = w.value("SELECT status FROM casus WHERE id = ?", casus_id)
        if naar not in (van, *stapkeuzes(van)):
            raise Storing(
                "Deze stap kan nu niet.", "Die volgt uit een andere handeling, zoals een overleg of een plan."
            )
        if volgende_herbeoordeling is not None:
            w.update("casus", casus_id, {"volgende_herbeoordeling": volgende_herbeoordeling})
        move_casus(w, casus_id, naar, op=op, reden=reden, afwijking=afwijking)
        if concept:
            w.discard_concept(*concept)


def record_deelnemer(
    store: Store,
    casus_id: int,
    deelnemer: Deelnemer,
    *,
    op: date,
    deelnemer_id: int | None = None,
    concept: Conceptsleutel = None,
) -> int:
    """Add or change a participant; the first one starts the preparation."""
    with store.write(Handeling.CASUS_DEELNEMER, onderwerp=("casus", casus_id)) as w:
        dossier_id = require_casus(w, casus_id)
        if deelnemer_id is None:
            deelnemer_id = w.insert("casusdeelnemer", deelnemer, dossier_id=dossier_id, casus_id=casus_id)
        else:
            w.update("casusdeelnemer", deelnemer_id, deelnemer)
        move_casus(w, casus_id, "voorbereiding", op=op, mits_toegestaan=True)
        if concept:
            w.discard_concept(*concept)
    return deelnemer_id


def close_casus(store: Store, casus_id: int, sluiting: Sluiting, *, concept: Conceptsleutel = None) -> None:
    """Close with reason and result, from the day it takes effect. How long it is kept is set apart."""
    with store.write(Handeling.CASUS_AFSLUITEN, onderwerp=("casus", casus_id)) as w:
        require_casus(w, casus_id)
        if sluiting.gesloten_op.isoformat() < w.value("SELECT geopend_op FROM casus WHERE id = ?", casus_id):
            raise Storing("Deze dag ligt vóór het openen van de casus.", "Controleer de datum van afsluiten.")
        _refuse_wachtend(w)
        w.update("casus", casus_id, sluiting)
        move_casus(w, casus_id, "afgesloten", op=sluiting.gesloten_op, reden=sluiting.sluitreden)
        hand_over(w, casus_id, op=sluiting.gesloten_op)
        if concept:
            w.discard_concept(*concept)


def _refuse_wachtend(w: Writer) -> None:
    """In a closed dossier nobody could weigh it any more; it says which signal, and what to do with it."""
    rij = w.row(_WACHT, w.dossier_id)
    if rij is None:
        return
    op = datum_kort(date.fromisoformat(rij["ontvangen_op"][:10]))
    raad = "Laat de weegploeg daar eerst over besluiten, in de weging."
    if rij["status"] in _VOOR_DE_TAFEL:
        raad = (
            "Open dat signaal. Zet het op de agenda van de weegploeg, of sluit het af met een formele reden."
        )
    stand = label("signaal", rij["status"])
    raise Storing(f"Het signaal van {op} wacht nog ({midden_in_zin(stand)}).", raad)


def _write_casus(
    w: Writer,
    weging_id: int,
    dossier_id: int,
    *,
    geopend_op: date,
    overgenomen: bool = False,
    status: str = "opgenomen",
) -> int:
    weging = w.row("SELECT * FROM weging WHERE id = ?", weging_id) or {}
    nummer = w.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
    volgnummer = 1 + w.value("SELECT count(*) FROM casus WHERE dossier_id = ?", dossier_id)
    overnemen = ("kader_id", *(veld.name for veld in fields(Informeerbesluit)))
    casus_id = w.insert(
        "casus",
        {veld: weging[veld] for veld in overnemen},
        dossier_id=dossier_id,
        weging_id=weging_id,
        nummer=casusnummer(nummer, volgnummer),
        status=status,
        overgenomen=overgenomen,
        geopend_op=geopend_op,
    )
    w.onderwerp = ("casus", casus_id)
    w.insert(
        "statusovergang",
        {"onderwerp_soort": "casus", "onderwerp_id": casus_id, "van": "", "naar": status, "op": geopend_op},
        dossier_id=dossier_id,
    )
    return casus_id


def _signaal(overname: Overname) -> dict[str, object]:
    return {
        "soort": "overgenomen",
        "status": "opgenomen",
        "kanaal": "anders",
        "ontvangen_op": overname.ontvangen_op,
        "bron_soort": overname.bron_soort,
        "bron_organisatie": overname.bron_organisatie,
        "bron_kennis": "document",
        "zelf_waargenomen": overname.zelf_waargenomen,
    }


def _weging(overname: Overname) -> dict[str, object]:
    return {
        "status": "vastgesteld",
        "overgenomen": True,
        "datum": overname.weging_op,
        "samenhang": overname.samenhang,
        "besluit": OPNEMEN,
        "besluit_reden": overname.besluit_reden,
        "vastgesteld_op": overname.weging_op,
        **_van_papier(overname, Informeerbesluit),
    }


def _van_papier(overname: Overname, *soorten: "type[DataclassInstance]") -> dict[str, object]:
    """The fields of these kinds that the paper says something about."""
    velden = {veld.name for soort in soorten for veld in fields(soort)}
    return {veld.name: getattr(overname, veld.name) for veld in fields(Overname) if veld.name in velden}

# SPDX-License-Identifier: EUPL-1.2
"""Acts of the weegploeg: begin a weging, record each part, take the decision.

Every part is its own act, so that an interrupted meeting has lost nothing. `vaststellen` freezes the weging;
what blocks it comes from `domain.weging.ontbreekt`, asked again inside the act.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from gemeente_pga.domain.afwijking import KORTE_WEGING, WEGING_ONVOLLEDIG, Afwijking
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overdracht import Aanbod
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.weegregels import Omstandigheden, missing_kernpartijen, ontbreekt
from gemeente_pga.domain.weging import (
    DOORGELEID,
    GEVOLG,
    KORT,
    NADERE_INFORMATIE,
    NIET_OPNEMEN,
    OPNEMEN,
    OVERDRAGEN,
    VOORLOPIG,
    Afweging,
    Oordeel,
    Tafel,
    Tafelpartij,
    Weegbesluit,
    Weging,
)
from gemeente_pga.handelingen.afwijking import write_afwijking
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.document import write_frozen
from gemeente_pga.handelingen.heropening import decide
from gemeente_pga.handelingen.informatie import refuse_feiten, refuse_weging
from gemeente_pga.handelingen.overdracht import write_aanbod
from gemeente_pga.handelingen.overgang import move_signaal
from gemeente_pga.handelingen.poort import require
from gemeente_pga.store.queries.beperking import beperkte_items
from gemeente_pga.store.queries.weegverslag import weegverslag_gegevens
from gemeente_pga.store.queries.weging import omstandigheden, open_weging, weegsignalen
from gemeente_pga.store.queries.weging import weging as lees_weging
from gemeente_pga.store.store import Lezer, Store, Writer

# Why the signal ended, in the codes of list sluitreden_signaal; "" when it did not end here.
_SLUITREDEN = {NIET_OPNEMEN: "niet_opgenomen", DOORGELEID: "", OVERDRAGEN: "andere_gemeente"}
Concepten = Collection[tuple[str, str]]


def begin_weging(store: Store, dossier_id: int, vandaag: date) -> int:
    """Open a weging for every signal of the dossier that waits; gives the one that is already open."""
    with store.reader() as r:
        bestaand = open_weging(r, dossier_id)
    if bestaand is not None:
        return bestaand
    with store.write(Handeling.WEGING_BEGINNEN, dossier_id=dossier_id) as w:
        require(w, dossier_id, Deur.WEGING, vandaag)
        signalen = weegsignalen(w, dossier_id, None)
        if not signalen:
            raise Storing(
                "Er is geen signaal dat nu gewogen kan worden.",
                "Agendeer eerst een signaal voor de weegploeg.",
            )
        kader_id = w.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id)
        rij = {"dossier_id": dossier_id, "kader_id": kader_id, "status": "concept", "datum": vandaag}
        weging_id = w.insert("weging", rij)
        w.onderwerp = ("weging", weging_id)
        for signaal in signalen:
            w.insert(
                "weging_signaal", {"dossier_id": dossier_id, "weging_id": weging_id, "signaal_id": signaal.id}
            )
            if signaal.status != "in_weging":
                move_signaal(w, signaal.id, "in_weging", op=vandaag)
        for partij in w.rows("SELECT * FROM partij WHERE kernpartij = 1 AND actief = 1"):
            w.insert(
                "weging_partij",
                {
                    "dossier_id": dossier_id,
                    "weging_id": weging_id,
                    "partij_id": partij["id"],
                    "naam": partij["contactpersoon"],
                    "functie": partij["functie"],
                    "mandaat": partij["mandaat"],
                },
            )
    return weging_id


def record_tafel(
    store: Store,
    weging_id: int,
    tafel: Tafel,
    partijen: Sequence[Tafelpartij],
    *,
    signaal_ids: Collection[int],
    concepten: Concepten = (),
) -> None:
    """Who is at the table, how the weging is held and which signals lie on it."""
    with store.write(Handeling.WEGING_TAFEL, onderwerp=("weging", weging_id)) as w:
        dossier_id = _open(w, weging_id)
        w.update("weging", weging_id, tafel)
        _write_partijen(w, dossier_id, weging_id, partijen)
        _write_signalen(w, dossier_id, weging_id, signaal_ids, tafel.datum)
        _discard(w, concepten)


def record_oordeel(
    store: Store,
    weging_id: int,
    oordeel: Oordeel,
    *,
    feiten: Mapping[int, str],
    concepten: Concepten = (),
) -> None:
    """The answer on one criterium, with the items that speak for ("voor") and against ("tegen")."""
    with store.write(Handeling.WEGING_OORDEEL, onderwerp=("weging", weging_id)) as w:
        _write_oordeel(w, weging_id, oordeel, feiten)
        _discard(w, concepten)


def close_groep(
    store: Store, weging_id: int, criteria: Collection[str], reden: str, *, concepten: Concepten = ()
) -> None:
    """One sentence answers several criteria with "niet van toepassing"; earlier answers stay."""
    with store.write(Handeling.WEGING_OORDEEL, onderwerp=("weging", weging_id)) as w:
        _open(w, weging_id)
        _discard(w, concepten)
        for code in criteria:
            if not w.value(
                "SELECT 1 FROM weging_criterium WHERE weging_id = ? AND criterium = ? AND antwoord <> ''",
                weging_id,
                code,
            ):
                _write_oordeel(w, weging_id, Oordeel(code, "niet_van_toepassing", reden, "", ""), {})


def record_afweging(store: Store, weging_id: int, afweging: Afweging, *, concepten: Concepten = ()) -> None:
    """Samenhang, subsidiariteit, proportionaliteit and competence."""
    _record_deel(store, weging_id, afweging, concepten)


def record_informeren(
    store: Store, weging_id: int, besluit: Informeerbesluit, *, concepten: Concepten = ()
) -> None:
    """The decision about telling the betrokkene."""
    _record_deel(store, weging_id, besluit, concepten)


def record_besluit(
    store: Store,
    weging_id: int,
    besluit: Weegbesluit,
    partijen: Sequence[Tafelpartij],
    *,
    concepten: Concepten = (),
) -> None:
    """The decision as taken at the table, with the stance of each party. Not yet final."""
    with store.write(Handeling.WEGING_AFSLUITING, onderwerp=("weging", weging_id)) as w:
        dossier_id = _open(w, weging_id)
        w.update("weging", weging_id, besluit)
        _write_partijen(w, dossier_id, weging_id, partijen)
        _discard(w, concepten)


def vaststellen(store: Store, weging_id: int, kader: Kader, vandaag: date) -> int:
    """Make the decision final and freeze its weegverslag; gives the document id.

    Raises Storing with the first thing that is missing; then nothing has happened.
    """
    with store.write(Handeling.WEGING_VASTSTELLEN, onderwerp=("weging", weging_id)) as w:
        require(w, _open(w, weging_id), Deur.WEGING, vandaag)
        weging = lees_weging(w, weging_id)
        if weging is None:
            raise _weg()
        refuse_weging(w, weging.dossier_id, weging_id)
        open_ = ontbreekt(weging, omstandigheden(w, weging_id), kader)
        if open_:
            raise Storing("Het besluit kan nog niet worden vastgesteld.", open_[0].zin)
        w.dossier_id = weging.dossier_id
        w.update("weging", weging_id, {"status": "vastgesteld", "vastgesteld_op": vandaag})
        _write_afwijkingen(w, weging, omstandigheden(w, weging_id), vandaag)
        # In acute danger the signals stay in weging until all three parties confirm.
        if weging.tafel.soort != VOORLOPIG:
            _follow(w, weging)
        return write_frozen(w, weegverslag_stuk(w, weging_id, kader), op=vandaag)


def weegverslag_stuk(r: Lezer, weging_id: int, kader: Kader) -> TeBevriezen:
    """The weegverslag as it would be frozen now."""
    stuk = weegverslag_gegevens(r, weging_id, kader)
    dossier_id = r.value("SELECT dossier_id FROM weging WHERE id = ?", weging_id)
    return TeBevriezen("weegverslag", stuk, stuk.kop.kenmerk, ("weging", weging_id), dossier_id)


def _follow(w: Writer, weging: Weging) -> None:
    """The signals on the table go where the decision takes them."""
    besluit, op = weging.besluit, weging.tafel.datum
    naar = GEVOLG[besluit.besluit]
    mee: dict[str, object] = {}
    if besluit.besluit in _SLUITREDEN:
        mee |= {"gesloten_op": op, "sluitreden": _SLUITREDEN[besluit.besluit]}
    if besluit.besluit in {DOORGELEID, OVERDRAGEN}:
        mee |= {
            "overgedragen_aan": besluit.doorgeleid_naar,
            "overgedragen_wat": besluit.doorgeleid_wat,
            "overgedragen_grondslag": besluit.doorgeleid_grondslag,
            "overgedragen_op": op,
        }
    if besluit.besluit == NADERE_INFORMATIE:
        velden = ("vraag", "vraag_aan", "vraag_grondslag", "vraag_voor")
        mee |= {veld: getattr(besluit, veld) for veld in velden}
    if besluit.besluit != NADERE_INFORMATIE:
        opgenomen = besluit.besluit == OPNEMEN
        decide(w, weging.signaal_ids, opgenomen=opgenomen, op=op, weging_id=weging.id)
    for signaal_id in weging.signaal_ids:
        if mee:
            w.update("signaal", signaal_id, mee)
        move_signaal(w, signaal_id, naar, op=op, weging_id=weging.id)
        if besluit.besluit == OVERDRAGEN:
            aanbod = Aanbod(
                besluit.doorgeleid_naar, "", besluit.doorgeleid_grondslag, besluit.doorgeleid_wat, op
            )
            write_aanbod(w, weging.dossier_id, ("signaal", signaal_id), aanbod)


def _write_afwijkingen(w: Writer, weging: Weging, rond: Omstandigheden, op: date) -> None:
    """What was deviated from at the table goes to the jaarrapportage too; the weegverslag has it already."""
    tafel = weging.tafel
    if missing_kernpartijen(weging, rond):
        onvolledig = Afwijking(
            WEGING_ONVOLLEDIG, tafel.onvolledig_reden, tafel.onvolledig_toelichting, "weegploeg", op
        )
        write_afwijking(w, ("weging", weging.id), onvolledig)
    if tafel.soort == KORT:
        kort = Afwijking(KORTE_WEGING, "beslissing_tafel", tafel.soort_reden, "weegploeg", op)
        write_afwijking(w, ("weging", weging.id), kort)


def _record_deel(
    store: Store, weging_id: int, deel: Afweging | Informeerbesluit, concepten: Concepten
) -> None:
    with store.write(Handeling.WEGING_AFSLUITING, onderwerp=("weging", weging_id)) as w:
        _open(w, weging_id)
        w.update("weging", weging_id, deel)
        _discard(w, concepten)


def _open(w: Writer, weging_id: int) -> int:
    """The dossier of a weging that may still change."""
    rij = w.row("SELECT dossier_id, status FROM weging WHERE id = ?", weging_id)
    if rij is None:
        raise _weg()
    if rij["status"] != "concept":
        raise Storing(
            "Deze weging is vastgesteld en kan niet meer veranderen.",
            "Begin een nieuwe weging als er iets nieuws is.",
        )
    w.dossier_id = int(str(rij["dossier_id"]))
    refuse_beperkt(w, w.dossier_id)
    return w.dossier_id


def _weg() -> Storing:
    return Storing("Deze weging is er niet meer.", "Ga terug naar het dossier.")


def _discard(w: Writer, concepten: Concepten) -> None:
    for soort, sleutel in concepten:
        w.discard_concept(soort, sleutel)


def _write_partijen(w: Writer, dossier_id: int, weging_id: int, partijen: Sequence[Tafelpartij]) -> None:
    """Rows follow the given parties: changed, added, and gone when left out."""
    bestaand = {
        int(str(r["partij_id"])): int(str(r["id"]))
        for r in w.rows("SELECT id, partij_id FROM weging_partij WHERE weging_id = ?", weging_id)
    }
    for partij in partijen:
        rij_id = bestaand.pop(partij.partij_id, None)
        if rij_id is None:
            w.insert("weging_partij", partij, dossier_id=dossier_id, weging_id=weging_id)
        else:
            w.update("weging_partij", rij_id, partij)
    for rij_id in bestaand.values():
        w.delete("weging_partij", rij_id)


def _write_signalen(
    w: Writer, dossier_id: int, weging_id: int, signaal_ids: Collection[int], op: date
) -> None:
    """What lies on the table is being weighed, also when it came there after the weging began."""
    bestaand = {
        int(str(r["signaal_id"])): int(str(r["id"]))
        for r in w.rows("SELECT id, signaal_id FROM weging_signaal WHERE weging_id = ?", weging_id)
    }
    for signaal_id in signaal_ids:
        if bestaand.pop(signaal_id, None) is None:
            if w.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id) != dossier_id:
                raise Storing("Dit signaal hoort niet bij dit dossier.", "Open de weging opnieuw.")
            rij = {"dossier_id": dossier_id, "weging_id": weging_id, "signaal_id": signaal_id}
            w.insert("weging_signaal", rij)
            move_signaal(w, signaal_id, "in_weging", op=op)
    for rij_id in bestaand.values():
        w.delete("weging_signaal", rij_id)


def _write_oordeel(w: Writer, weging_id: int, oordeel: Oordeel, feiten: Mapping[int, str]) -> None:
    dossier_id = _open(w, weging_id)
    refuse_beperkt(w, dossier_id, feiten)
    refuse_feiten(w, dossier_id, feiten)
    rij_id = w.value(
        "SELECT id FROM weging_criterium WHERE weging_id = ? AND criterium = ?", weging_id, oordeel.criterium
    )
    if isinstance(rij_id, int):
        w.update("weging_criterium", rij_id, oordeel)
    else:
        rij_id = w.insert("weging_criterium", oordeel, dossier_id=dossier_id, weging_id=weging_id)
    beperkt = beperkte_items(w, dossier_id)
    for oud in w.rows("SELECT id, informatie_id FROM weging_feit WHERE weging_criterium_id = ?", rij_id):
        if oud["informatie_id"] not in beperkt:  # nobody saw it: it stays for when the restriction ends
            w.delete("weging_feit", int(str(oud["id"])))
    for informatie_id, richting in feiten.items():
        w.insert(
            "weging_feit",
            {
                "dossier_id": dossier_id,
                "weging_criterium_id": rij_id,
                "informatie_id": informatie_id,
                "richting": richting,
            },
        )

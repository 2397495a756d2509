# SPDX-License-Identifier: EUPL-1.2
"""Acts on who has what: documents, copies, leaks, giving, and telling every holder."""

from datetime import timedelta
from typing import Any

from gemeente_pga.domain.correctie import Houderantwoord, Informatiecorrectie
from gemeente_pga.domain.datalek import Datalek
from gemeente_pga.domain.exemplaar import Houdernaam, Standwijziging, Uitgiftewens
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.verstrekking import Verstrekking, beoordeel_akkoord
from gemeente_pga.handelingen import datalek as lekwerk
from gemeente_pga.handelingen import document, exemplaar, houder, verslag, verstrekking
from gemeente_pga.store.queries.document import te_maken
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_overleg import overleggen
from tests.model.daden_weging import deur
from tests.model.dingen import Dossier, Exemplaar, Item, Lek
from tests.model.model import Keus, Model, Poging, goed

SCHOOL = "Praktijkcollege Waterhoven"
# A letter to who has a right to it, and a paper for destroying: nothing keeps these here.
VRIJ = ("brief", "besluit", "afschrift", "houderbericht", "overdracht", "vernietigingslijst", "verklaring")
HIER = ("eigen_dossier", "toezicht")
DAARNA = {
    "uitgereikt": ("teruggenomen", "vernietigd", "vermist", "behouden"),
    "teruggenomen": ("vernietigd", "vermist"),
    "behouden": ("teruggenomen", "vernietigd", "vermist"),
    "vermist": ("teruggenomen",),
    "vernietigd": (),
}
GEGEVEN: dict[str, Any] = {
    "ontvanger_soort": "buiten", "partij_id": None, "ontvanger": SCHOOL, "functie": "", "wijze": "mondeling",
    "wat": "Dat er zorgen zijn.", "doel": "De mentor let op.", "grondslag_gever": "avg_6_1_e",
    "grondslag_ontvanger": "", "categorie": "gewoon", "zonder_rol_reden": "De mentor ziet hem elke dag.",
}  # fmt: skip


def papieren(m: Model) -> list[tuple[int, str, tuple[Dossier, ...]]]:
    """Every document, with its kind and the dossiers that it is about."""
    bij = {d.id: d for d in m.dossiers}
    with m.store.reader() as r:
        rijen = r.rows("SELECT id, soort, dossier_id FROM document")
        mee = r.rows("SELECT document_id, dossier_id FROM document_dossier")
    uit = []
    for rij in rijen:
        ids = {rij["dossier_id"], *(x["dossier_id"] for x in mee if x["document_id"] == rij["id"])}
        uit.append((rij["id"], rij["soort"], tuple(bij[i] for i in sorted(ids - {None}))))
    return uit


@daad(Act.DOCUMENT_VASTSTELLEN)
def bevries_agenda(m: Model, k: Keus) -> Poging | None:
    """The agenda, as it goes out."""
    o = m.kies(k, [o for o in overleggen(m) if o.punten])
    if o is None:
        return None

    def doe() -> int:
        with m.store.reader() as r:
            stuk = verslag.agenda_stuk(r, o.id, m.kader)
        return document.freeze(m.store, stuk, op=m.vandaag)

    return Poging(doe)


@daad(Act.DOCUMENT_PDF_VASTLEGGEN)
def berg_op(m: Model, k: Keus) -> Poging | None:
    """Its bytes are stored, once."""
    with m.store.reader() as r:
        klaar = te_maken(r)
    stuk = m.kies(k, [*klaar, *m.extra.get("opgeborgen", ())])
    if stuk is None:
        return None
    er_is = any(stuk.id == rij for rij, _, _ in papieren(m))

    def na(_: object) -> None:
        m.extra.setdefault("opgeborgen", []).append(stuk)

    belet = "" if stuk.id in {x.id for x in klaar} and er_is else "al opgeborgen"
    return Poging(lambda: document.store_pdf(m.store, stuk, b"%PDF-1.7 " + stuk.code.encode()), belet, na)


@daad(Act.DOCUMENT_TONEN)
def toon(m: Model, k: Keus) -> Poging | None:
    """Somebody looks at it."""
    stuk = m.kies(k, papieren(m))
    return None if stuk is None else Poging(lambda: document.log_tonen(m.store, stuk[0], None))


@daad(Act.LEK_TOELATEN)
def laat_toe(m: Model, k: Keus) -> Poging | None:
    """A hit of the leak check stands."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    return Poging(
        lambda: document.allow_lek(
            m.store, ("dossier", d.id), documentsoort="verslag", vindplaats="0f" * 16, dossier_id=d.id,
            reden="toevallig_woord", toelichting="",
        ),
        dossier=d,
    )  # fmt: skip


@daad(Act.DOCUMENT_AFDRUKKEN)
def druk_af(m: Model, k: Keus) -> Poging | None:
    """On paper, for somebody."""
    return geef_uit(m, k, "afdruk")


@daad(Act.DOCUMENT_OPSLAAN)
def sla_op(m: Model, k: Keus) -> Poging | None:
    """As a file, for somebody."""
    return geef_uit(m, k, "bestand")


def geef_uit(m: Model, k: Keus, wijze: str) -> Poging | None:
    """A document leaves the kluis; a restricted or held dossier keeps its papers here."""
    stuk = m.kies(k, papieren(m))
    if stuk is None:
        return None
    rij, soort, dossiers = stuk
    voor = k.uit(("overleg", "eigen_dossier", "betrokkene", "toezicht"))
    vast = voor not in HIER and soort not in VRIJ
    belet: str | None = ""
    if vast and any(houdt_hier(m, d, soort) for d in dossiers):
        belet = "beperkt of aangehouden"
    elif vast and any(d.beperkingen for d in dossiers):
        belet = None  # a restricted item may stand on it; what a frozen paper says is not known here
    stand = (
        "behouden" if soort in VRIJ else {"betrokkene": "behouden", "eigen_dossier": "teruggenomen"}.get(voor)
    )

    def na(_: object) -> None:
        with m.store.reader() as r:
            vraag = (
                "SELECT e.id FROM exemplaar e JOIN uitgifte u ON u.id = e.uitgifte_id WHERE u.document_id = ?"
            )
            ids = {x["id"] for x in r.rows(vraag, rij)} - {e.id for e in exemplaren(m)}
        assert len(ids) == 1
        nieuw = Exemplaar(ids.pop(), stand or "uitgereikt", dossiers)
        m.extra.setdefault("exemplaren", []).append(nieuw)
        for d in dossiers:
            d.exemplaren.append(nieuw)

    wens = Uitgiftewens(voor, (Houdernaam("K. Brouwer"),))
    op = orakel.lokaal(m.nu).isoformat(timespec="seconds")
    return Poging(
        lambda: document.log_uitgifte(m.store, rij, wijze=wijze, wens=wens, bestemd_voor="De tafel", op=op),
        belet, na,
    )  # fmt: skip


@daad(Act.EXEMPLAAR_NAGAAN)
def zoek_na(m: Model, k: Keus) -> Poging | None:
    """Which copy is this? Looking it up changes nothing."""
    e = m.kies(k, exemplaren(m))
    return None if e is None else Poging(lambda: exemplaar.log_nagaan(m.store, e.id))


@daad(Act.EXEMPLAAR_LIJST)
def druk_lijst(m: Model, _k: Keus) -> Poging | None:
    """A list of who holds what, on paper."""
    return Poging(lambda: exemplaar.log_lijst(m.store))


def houdt_hier(m: Model, d: Dossier, soort: str) -> bool:
    """Does this dossier keep its papers here?"""
    inhoud = d.gesloten and soort in ("dossier", "casuskaart")
    return not d.gereed or d.beperkt or d.houdt("verstrekking", m.vandaag) or inhoud


def exemplaren(m: Model) -> list[Exemplaar]:
    """Every copy of which the document is still there."""
    bestaat = {rij for rij in _ids(m, "exemplaar")}
    return [e for e in m.extra.get("exemplaren", ()) if e.id in bestaat]


def _ids(m: Model, tabel: str) -> set[int]:
    with m.store.reader() as r:
        return {rij["id"] for rij in r.rows(f"SELECT id FROM {tabel}")}  # noqa: S608 - a table of ours


@daad(Act.EXEMPLAAR_STAND)
def verantwoord(m: Model, k: Keus) -> Poging | None:
    """What became of a copy; a missing one is a leak, in the same act."""
    e = k.beste(exemplaren(m), lambda e: bool(DAARNA[e.stand]))
    if e is None:
        return None
    stand = k.uit(tuple(DAARNA)) if k.fout() else k.uit(DAARNA[e.stand] or ("vernietigd",))
    nu = orakel.lokaal(m.nu)

    def na(lek_id: int | None) -> None:
        e.stand = stand
        if stand != "vermist":
            return
        lek = next((x for x in m.lekken if x.vermist and not x.dicht and x.dag == m.vandaag), None)
        if lek is None:
            lek = Lek(lek_id or 0, m.vandaag, vermist=True)
            m.lekken.append(lek)
        assert lek.id == lek_id
        for d in e.dossiers:
            if d in m.dossiers and lek not in d.lekken:
                d.lekken.append(lek)

    belet = "" if stand in DAARNA[e.stand] else f"van {e.stand} niet naar {stand}"
    return Poging(
        lambda: exemplaar.set_stand(m.store, [e.id], Standwijziging(stand, m.vandaag, "Zo ging het."), nu=nu),
        belet, na,
    )  # fmt: skip


# ---- leaks


@daad(Act.DATALEK_OPENEN)
def open_lek(m: Model, k: Keus) -> Poging | None:
    """Somebody looked along."""
    d = m.kies(k, m.beeld)
    if d is None:
        return None
    nu = orakel.lokaal(m.nu).isoformat(timespec="seconds")

    def na(lek_id: int) -> None:
        lek = Lek(lek_id, m.vandaag, vermist=False)
        m.lekken.append(lek)
        d.lekken.append(lek)

    lek = Datalek(nu, None, "ingezien", "Iemand keek mee.")
    return Poging(lambda: lekwerk.open_lek(m.store, lek, {d.id: "De namen."}), na=na)


@daad(Act.DATALEK_BIJWERKEN)
def werk_lek_bij(m: Model, k: Keus) -> Poging | None:
    """Everything answered, or all but one."""
    lek = k.beste(m.lekken, lambda x: not x.dicht and not x.compleet)
    if lek is None:
        return None
    velden: dict[str, Any] = {
        "maatregelen": "De vervoerder is gebeld.", "fg_ingelicht_op": m.vandaag, "melden_ap": "nee",
        "melden_ap_reden": "Teruggevonden.", "betrokkenen": "nee", "betrokkenen_reden": "Niet ingezien.",
    }  # fmt: skip
    mist = k.uit(tuple(velden)) if k.fout() else ""
    velden |= {mist: None if mist == "fg_ingelicht_op" else ""} if mist else {}
    ontdekt = m.rij("SELECT ontdekt_op FROM datalek WHERE id = ?", lek.id)
    aard = m.rij("SELECT aard FROM datalek WHERE id = ?", lek.id)
    nieuw = Datalek(ontdekt_op=ontdekt, gebeurd_op=None, aard=aard, wat="Het lek.", **velden)

    def na(_: object) -> None:
        lek.compleet = not mist

    return Poging(
        lambda: lekwerk.update_lek(m.store, lek.id, nieuw),
        "het datalek is afgesloten" if lek.dicht else "",
        na,
    )


@daad(Act.DATALEK_SLUITEN)
def sluit_lek(m: Model, k: Keus) -> Poging | None:
    """It is dealt with."""
    lek = k.beste(m.lekken, lambda x: x.compleet and not x.dicht)
    if lek is None:
        return None

    def na(_: object) -> None:
        lek.dicht = True

    belet = "al afgesloten" if lek.dicht else "" if lek.compleet else "er is iets niet beantwoord"
    return Poging(lambda: lekwerk.close_lek(m.store, lek.id, op=m.vandaag), belet, na)


# ---- giving


def items(m: Model) -> list[Item]:
    """Every item in sight."""
    return [i for d in m.beeld for i in d.items]


@daad(Act.BRONAKKOORD_VASTLEGGEN)
def vraag_akkoord(m: Model, k: Keus) -> Poging | None:
    """May the school have this?"""
    i = k.beste(items(m), lambda i: not i.weg and i.akkoord is None)
    if i is None:
        return None
    antwoord, te_vroeg = k.uit(("akkoord", "weigert", "")), k.fout()
    toen = m.vandaag - timedelta(days=1) if te_vroeg else m.vandaag
    invoer = {"ontvanger": SCHOOL, "gevraagd_op": m.vandaag, "gevraagd_aan": "H. politie",
              "kanaal": "telefoon",
              "antwoord": antwoord, "antwoord_op": toen if antwoord else None}  # fmt: skip

    def doe() -> int:
        return verstrekking.record_akkoord(m.store, i.id, goed(beoordeel_akkoord(invoer, m.vandaag)))

    def na(_: int) -> None:
        i.akkoord = antwoord == "akkoord"

    belet = "het antwoord ligt vóór de vraag" if te_vroeg and antwoord else ""
    return Poging(doe, belet or ("geschrapt" if i.weg else ""), na, dossier=i.dossier)


@daad(Act.VERSTREKKING_VASTLEGGEN)
def verstrek(m: Model, k: Keus) -> Poging | None:
    """The mentor hears that there are worries."""
    d = k.beste(m.beeld, lambda d: not deur(m, d, "verstrekking"))
    if d is None:
        return None
    mee = m.kies(k, [None, *(i for i in d.items)])
    zwaar = {"categorie": "strafrechtelijk", "noodzaak": "Het moet."} if k.fout() else {}
    wat = Verstrekking(op=m.vandaag, **(GEGEVEN | zwaar))
    belet = deur(m, d, "verstrekking") or (mag_niet(mee) if mee else "")
    return Poging(
        lambda: verstrekking.register_verstrekking(m.store, d.id, wat, [mee.id] if mee else [], op=m.vandaag),
        belet or ("de grond noemt deze gegevens niet" if zwaar else ""), dossier=d,
    )  # fmt: skip


def mag_niet(i: Item) -> str:
    """Annex (c): why an item does not go to somebody outside."""
    if i.weg or i.beperkt or i.onjuist or i.markering == "niet_verstrekken":
        return "geschrapt, beperkt, onjuist of niet te verstrekken"
    nodig = i.partij in ("politie", "om") or i.markering == "citeren_na_akkoord"
    return "de gever is niet akkoord" if nodig and not i.akkoord else ""


@daad(Act.INFORMATIE_ONJUIST)
def meld_onjuist(m: Model, k: Keus) -> Poging | None:
    """An item proved wrong."""
    i = k.beste(items(m), lambda i: not i.weg and not i.onjuist)
    if i is None:
        return None
    soort = k.uit(("onjuist", "onvolledig"))
    fout = Informatiecorrectie(soort, "H. gemeente", m.vandaag, "Het was in de herfst.")

    def na(rij: int) -> None:
        i.onjuist |= soort == "onjuist"  # what is incomplete may still be given
        i.dossier.correcties.append(rij)

    belet = "geschrapt" if i.weg else ""
    return Poging(lambda: houder.report_onjuist(m.store, i.id, fout), belet, na, dossier=i.dossier)


@daad(Act.HOUDERS_BERICHTEN)
def bericht_houders(m: Model, k: Keus) -> Poging | None:
    """Every holder is told once. Who holds what is the subject of tests of its own."""
    d = k.beste(m.beeld, lambda d: bool(d.correcties))
    if d is None or not d.correcties:
        return None
    rij = k.uit(d.correcties)

    def na(ids: tuple[int, ...]) -> None:
        assert not {*ids} & {*d.berichten}
        d.berichten |= dict.fromkeys(ids, "")

    return Poging(
        lambda: houder.notify_houders(
            m.store, d.id, ("informatiecorrectie", rij), "rectificatie", kader=m.kader, op=m.vandaag
        ),
        None, na, dossier=d,
    )  # fmt: skip


@daad(Act.HOUDER_ANTWOORD)
def houder_antwoordt(m: Model, k: Keus) -> Poging | None:
    """Done, in part, or refused; recorded once."""
    keus = k.beste([(d, b) for d in m.beeld for b in d.berichten], lambda db: not db[0].berichten[db[1]])
    if keus is None:
        return None
    d, rij = keus
    antwoord = Houderantwoord("gedaan", "", m.vandaag)

    def na(_: object) -> None:
        d.berichten[rij] = "gedaan"

    belet = "er is al een antwoord" if d.berichten[rij] else ""
    return Poging(lambda: houder.record_antwoord(m.store, rij, antwoord), belet, na, dossier=d)

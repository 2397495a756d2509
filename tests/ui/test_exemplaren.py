# SPDX-License-Identifier: EUPL-1.2
"""Numbered copies through the window: printed, saved with and without a password, found again, asked back."""

import hashlib
import io
import threading
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6 import QtCore, QtPrintSupport, QtWidgets

from gemeente_pga.documents import draw_opdruk, stamp
from gemeente_pga.domain.exemplaar import Houdernaam, Stempel, Uitgiftewens, kennen_elkaar
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.document import document, document_pdf
from gemeente_pga.store.queries.houders import exemplaren_van_document
from gemeente_pga.ui import afdrukken
from gemeente_pga.ui.afdrukken import Afdruk, Drukdeel
from gemeente_pga.ui.exemplaren import Opdracht, Wensen, maak_opdracht
from gemeente_pga.ui.pdf import draw_grijs, read_bladen, read_maten
from gemeente_pga.ui.screens.document_druk import CONCEPT, how_far
from gemeente_pga.ui.screens.wie_heeft_wat_lijst import maak_lijst
from tests.houder_hulp import geef_uit, maak_stuk
from tests.overleg_hulp import leg_casussen_vast
from tests.ui.test_document import maak_agenda
from tests.ui_hulp import bevestig, typ

HOUDERS = ("K. Brouwer, Politie", "عبد 😀, Reclassering", "de tolk")


def _open(venster, qtbot, document_id: int) -> Any:
    venster.open("document", document_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) > 0)
    return scherm


def _druk(venster, antwoord, qtbot, doel: Path, document_id: int, *houders: str, **meer: object) -> Any:
    antwoord(doel)
    scherm = _open(venster, qtbot, document_id)
    scherm.druk_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": "\n".join(houders), **meer})
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    return scherm


def _register(venster, document_id: int) -> tuple[bytes, list[Any], list[str]]:
    with venster.omgeving.store.reader() as r:
        pdf = document_pdf(r, document_id)
        rijen = sorted(exemplaren_van_document(r, document_id), key=lambda e: e.nummer)
        hashes = [r.value("SELECT sha256 FROM exemplaar WHERE id = ?", e.id) for e in rijen]
    assert pdf is not None
    return pdf, rijen, hashes


# ---- on paper


@pytest.mark.eis("c14")
def test_every_printed_copy_carries_its_number_and_has_its_own_hash(venster, antwoord, tmp_path, qtbot):
    document_id = maak_agenda(venster.omgeving.store)
    voor = _register(venster, document_id)[0]
    doel = tmp_path / "printer.pdf"
    scherm = _druk(venster, antwoord, qtbot, doel, document_id, *HOUDERS)
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    pdf, rijen, hashes = _register(venster, document_id)
    assert pdf == voor, "the frozen bytes stay as they were"
    assert [(e.nummer, e.houder) for e in rijen] == list(enumerate(HOUDERS, start=1))
    stempels = [Stempel(n, wie) for n, wie in enumerate(HOUDERS, start=1)]
    assert hashes == [hashlib.sha256(stamp(pdf, stempel)).hexdigest() for stempel in stempels]
    assert len(set(hashes)) == 3
    gedrukt = doel.read_bytes()
    bladen = len(read_maten(pdf))
    assert len(read_maten(gedrukt)) == 3 * bladen
    for n, stempel in enumerate(stempels):
        opdruk = draw_opdruk(read_maten(pdf), stempel, vreemd=False)
        vak = opdruk.vakken[0]
        hoort = draw_grijs(opdruk.pdf, 1, 100, vak)
        for blad in range(bladen):
            er_staat = draw_grijs(gedrukt, n * bladen + blad, 100, vak)
            assert _lijkt(hoort, er_staat), f"the number of copy {n + 1} on page {blad + 1}"
        ander = draw_opdruk(read_maten(pdf), Stempel(8, "Iemand anders"), vreemd=False)
        assert not _lijkt(draw_grijs(ander.pdf, 1, 100, vak), draw_grijs(gedrukt, n * bladen, 100, vak))
    # What stands on the page is there, in grey.
    kaal, papier = draw_grijs(pdf, 0, 60), draw_grijs(gedrukt, 0, 60)
    assert abs(kaal.pixels.count(255) - papier.pixels.count(255)) < len(kaal.pixels) * 0.25
    assert "naar de printer" in venster.meldbalk.tekst.text()


def _lijkt(een: Any, ander: Any) -> bool:
    """Are the columns with ink the same ones, give or take a pixel?"""
    inkt = [_kolommen(beeld) for beeld in (een, ander)]
    breed = {k + d for k in inkt[1] for d in (-2, -1, 0, 1, 2)}
    ook = {k + d for k in inkt[0] for d in (-2, -1, 0, 1, 2)}
    return bool(inkt[0]) and inkt[0] <= breed and inkt[1] <= ook


def _kolommen(beeld: Any) -> set[int]:
    return {
        x
        for x in range(beeld.breedte)
        if min(beeld.pixels[y * beeld.stap + x] for y in range(beeld.hoogte)) < 140
    }


@pytest.mark.eis("c14")
def test_printing_that_broke_off_is_said_until_somebody_has_looked(venster, antwoord, tmp_path, qtbot):
    store = venster.omgeving.store
    document_id = maak_agenda(store)
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een", "twee", "drie")
    qtbot.waitUntil(lambda: scherm.drukwerk.afdruk is not None, timeout=30_000)
    onderweg = store.concept(CONCEPT, str(document_id))
    assert onderweg == "1 tot en met 3"
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    assert store.concept(CONCEPT, str(document_id)) is None
    assert scherm.drukwerk.isHidden()

    store.save_concept(CONCEPT, str(document_id), onderweg)  # as a lock half-way leaves it
    with store.reader() as r:
        punten = aandacht(r, venster.omgeving.kader, venster.omgeving.vandaag())
    (punt,) = [p for p in punten if p.wat == "Afgebroken afdruk nagaan"]
    venster.open(punt.scherm, punt.onderwerp_id, punt.veld)
    druk = venster.scherm.drukwerk
    assert druk.isVisible()
    assert "exemplaar 1 tot en met 3" in druk.stand.text()
    assert not druk.stopknop.isVisible()
    druk.klaarknop.click()
    assert druk.isHidden()
    assert store.concept(CONCEPT, str(document_id)) is None
    assert len(_register(venster, document_id)[1]) == 3


def test_what_broke_off_before_is_still_said_after_printing_again(venster, antwoord, tmp_path, qtbot):
    store = venster.omgeving.store
    document_id = maak_agenda(store)
    store.save_concept(CONCEPT, str(document_id), "1 tot en met 3")
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een")
    qtbot.waitUntil(lambda: scherm.drukwerk.afdruk is not None, timeout=30_000)
    assert store.concept(CONCEPT, str(document_id)) == "1 tot en met 3, 1", (
        "both, when this one breaks off too"
    )
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    assert store.concept(CONCEPT, str(document_id)) == "1 tot en met 3"
    assert "exemplaar 1 tot en met 3" in scherm.drukwerk.stand.text()
    assert scherm.drukwerk.klaarknop.isVisible()


def test_a_lock_half_way_leaves_no_open_job_at_the_printer(venster, antwoord, tmp_path, qtbot):
    """An open job keeps the pages so far in the queue of the computer, or in a file of the system."""
    store = venster.omgeving.store
    document_id = maak_agenda(store)
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een", "twee", "drie")
    qtbot.waitUntil(lambda: scherm.drukwerk.afdruk is not None, timeout=30_000)
    afdruk = scherm.drukwerk.afdruk
    assert afdruk._schilder.isActive()
    venster.omgeving.worker.stop()  # the first thing that locking does
    assert not afdruk._schilder.isActive()
    assert afdruk.delen == ()
    assert store.concept(CONCEPT, str(document_id)) == "1 tot en met 3", "said after unlocking"
    assert len(_register(venster, document_id)[1]) == 3


def test_the_pages_do_not_stay_in_memory_when_they_have_gone(venster, antwoord, tmp_path, qtbot):
    document_id = maak_agenda(venster.omgeving.store)
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een", "twee")
    qtbot.waitUntil(lambda: scherm.drukwerk.afdruk is not None, timeout=30_000)
    afdruk = scherm.drukwerk.afdruk
    assert afdruk.delen
    with qtbot.waitSignal(afdruk.destroyed, timeout=30_000):
        qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
        QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    assert not scherm.drukwerk.findChildren(Afdruk)
    assert afdruk.delen == ()
    assert not afdruk._tekenaar._bekend


def test_each_page_is_drawn_once_for_all_copies(venster, antwoord, tmp_path, qtbot, monkeypatch):
    document_id = maak_agenda(venster.omgeving.store)
    getekend: list[tuple[int, int]] = []
    echt = draw_grijs

    def tel(pdf: bytes, nummer: int, dpi: float, vak: Any = None) -> Any:
        getekend.append((len(pdf), nummer))
        return echt(pdf, nummer, dpi, vak)

    monkeypatch.setattr(afdrukken, "draw_grijs", tel)
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een", "twee", "drie", "vier")
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    pdf = _register(venster, document_id)[0]
    assert [n for lengte, n in getekend if lengte == len(pdf)] == list(range(len(read_maten(pdf))))


def test_a_copy_begins_on_a_sheet_of_its_own_when_both_sides_are_printed(
    venster, antwoord, tmp_path, qtbot, monkeypatch
):
    document_id = maak_agenda(venster.omgeving.store)
    monkeypatch.setattr(afdrukken, "is_dubbelzijdig", lambda _printer: True)
    doel = tmp_path / "p.pdf"
    scherm = _druk(venster, antwoord, qtbot, doel, document_id, "een", "twee")
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    bladen = len(read_maten(_register(venster, document_id)[0]))
    assert bladen % 2
    assert len(read_maten(doel.read_bytes())) == 2 * bladen + 1
    leeg = draw_grijs(doel.read_bytes(), bladen, 50)
    assert set(leeg.pixels) == {255}


@pytest.mark.parametrize(
    ("stand", "dubbel"),
    [("DuplexNone", False), ("DuplexLongSide", True), ("DuplexShortSide", True)],
)
def test_what_the_printer_is_set_to(qapp, stand: str, dubbel: bool):
    printer = QtPrintSupport.QPrinter()
    printer.setDuplex(getattr(QtPrintSupport.QPrinter.DuplexMode, stand))
    assert afdrukken.is_dubbelzijdig(printer) is (dubbel and printer.duplex().name == stand)


def test_a_sheet_in_front_and_a_list_for_oneself(venster, antwoord, tmp_path, qtbot):
    document_id = maak_agenda(venster.omgeving.store)
    doel = tmp_path / "p.pdf"
    meer = {"voorblad": True, "verdeellijst": True}
    scherm = _druk(venster, antwoord, qtbot, doel, document_id, "een", "twee", **meer)
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    pdf, _, hashes = _register(venster, document_id)
    assert len(read_maten(doel.read_bytes())) == 1 + 2 * (1 + len(read_maten(pdf)))
    assert hashes[0] != hashlib.sha256(stamp(pdf, Stempel(1, "een"))).hexdigest(), "the sheet is part of it"


def test_stopping_says_how_far_it_came_and_the_register_keeps_all(venster, antwoord, tmp_path, qtbot):
    document_id = maak_agenda(venster.omgeving.store)
    scherm = _druk(venster, antwoord, qtbot, tmp_path / "p.pdf", document_id, "een", "twee", "drie")
    qtbot.waitUntil(lambda: scherm.drukwerk.afdruk is not None, timeout=30_000)
    assert scherm.drukwerk.isVisible()
    scherm.druk_actie.trigger()
    assert scherm.paneel.isHidden(), "one at a time"
    scherm.drukwerk.stopknop.click()
    qtbot.waitUntil(lambda: scherm._afdruk is None, timeout=30_000)
    assert "gestopt" in venster.meldbalk.tekst.text()
    assert "Wie heeft wat" in venster.meldbalk.tekst.text()
    assert [e.stand for e in _register(venster, document_id)[1]] == ["uitgereikt"] * 3
    assert scherm.drukwerk.isHidden()


def test_how_far_it_came_in_words():
    delen = [Drukdeel(b"", 1), Drukdeel(b"", 2, 3), Drukdeel(b"", 2, 4), Drukdeel(b"", 2, 5, None, b"v", 1)]
    assert how_far(delen, [1, 2, 2, 2]) == (
        "Naar de printer ging: exemplaar 3, 4 helemaal en exemplaar 5 tot en met bladzijde 2."
    )
    assert how_far(delen, [1, 0, 0, 0]) == "Er is geen bladzijde naar de printer gegaan."


# ---- who may read who else has one


def test_only_who_sat_at_one_table_reads_of_the_others(venster):
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    with store.reader() as r:
        partij = r.value("SELECT id FROM partij LIMIT 1")
    samen = (Houdernaam("K. Brouwer", partij), Houdernaam("S. Aydın", partij))
    assert kennen_elkaar(Uitgiftewens("overleg", samen), dossiers=1)
    assert not kennen_elkaar(Uitgiftewens("overleg", samen), dossiers=2)
    assert not kennen_elkaar(Uitgiftewens("overleg", (*samen, Houdernaam("iemand"))), dossiers=1)
    for voor in ("betrokkene", "deelnemer", "burgemeester", "toezicht", "eigen_dossier"):
        assert not kennen_elkaar(Uitgiftewens(voor, samen), dossiers=1)
    een = maak_stuk(store, dossier_id=c.dossier_een)
    with store.reader() as r:
        kop, pdf = document(r, een), document_pdf(r, een) or b""
    assert kop is not None
    for voor, aantal in (("overleg", 2), ("betrokkene", 0)):
        wens = Uitgiftewens(voor, samen)
        opdracht = maak_opdracht(venster.omgeving, kop, pdf, wens, Wensen(False, True, True))
        assert [len(blad.anderen) for blad in opdracht.voorbladen if blad is not None] == [aantal] * 2
        assert opdracht.verdeellijst is not None
        assert len(opdracht.verdeellijst.regels) == 2
    wens = Uitgiftewens("betrokkene", samen[:1])
    (blad,) = maak_opdracht(venster.omgeving, kop, pdf, wens, Wensen(False, True)).voorbladen
    assert blad is not None
    assert "houden" in blad.zelf.gevraagd


# ---- as a file


def _bewaar(venster, antwoord, qtbot, doel: Path, document_id: int, **velden: object) -> Any:
    antwoord(doel)
    scherm = _open(venster, qtbot, document_id)
    scherm.bewaar_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": HOUDERS[0], **velden})
    return scherm


def _kies_wachtwoord(scherm, een: str, twee: str = "") -> None:
    keuze = scherm.uitgifte.wachtwoord
    keuze.ui.wachtzinLineEdit.setText(een)
    keuze.ui.herhaalLineEdit.clear()
    typ(keuze.ui.herhaalLineEdit, twee or een)


@pytest.mark.eis("c14")
def test_a_saved_file_carries_its_number_and_is_known_by_its_hash(venster, antwoord, tmp_path, qtbot):
    document_id, doel = maak_agenda(venster.omgeving.store), tmp_path / "uit.pdf"
    scherm = _bewaar(venster, antwoord, qtbot, doel, document_id, beveiliging="zonder", voorblad=True)
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists)
    inhoud = doel.read_bytes()
    pdf, (regel,), hashes = _register(venster, document_id)
    assert hashes == [hashlib.sha256(inhoud).hexdigest()]
    assert not regel.versleuteld
    assert all("Exemplaar 1 · K. Brouwer, Politie" in blad.tekst for blad in read_bladen(inhoud))
    assert len(read_maten(inhoud)) == 1 + len(read_maten(pdf))
    assert antwoord.vragen[-1].tekst == "agenda-2026-10-14.pdf", "a neutral name"


def test_a_file_with_a_password_opens_with_that_password_only(venster, antwoord, tmp_path, qtbot):
    document_id, doel = maak_agenda(venster.omgeving.store), tmp_path / "uit.pdf"
    scherm = _bewaar(venster, antwoord, qtbot, doel, document_id)
    assert "bewaart het wachtwoord niet" in scherm.gevolg.text()
    assert "PDF/A" in scherm.gevolg.text()
    voorstel = scherm.uitgifte.wachtwoord.ui.wachtzinLineEdit.text()
    assert len(voorstel.split()) == 6, "a strong one is offered"
    scherm.doe_knop.click()
    assert not venster.bevestiging.isVisible(), "typed once is not enough"
    _kies_wachtwoord(scherm, "welkom2026")
    scherm.doe_knop.click()
    gebrek = scherm.uitgifte.wachtwoord.formulier.gebreken()["wachtzin"]
    assert "wachtwoord" in gebrek
    assert "wachtzin" not in gebrek
    _kies_wachtwoord(scherm, " ".join([voorstel, "régen", voorstel, voorstel, voorstel, voorstel]))
    scherm.doe_knop.click()
    assert "127" in scherm.uitgifte.wachtwoord.formulier.gebreken()["wachtzin"]
    _kies_wachtwoord(scherm, voorstel)
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists)
    inhoud = doel.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.Pdf.open(io.BytesIO(inhoud), password=voorstel + "x")
    with pikepdf.Pdf.open(io.BytesIO(inhoud), password=voorstel) as pdf:
        assert pdf.encryption.R == 6
        open_ = io.BytesIO()
        pdf.save(open_, encryption=False)
    assert all("Exemplaar 1 · K. Brouwer" in blad.tekst for blad in read_bladen(open_.getvalue()))
    _, (regel,), hashes = _register(venster, document_id)
    assert hashes == [hashlib.sha256(inhoud).hexdigest()]
    assert regel.versleuteld
    assert "niet versleuteld" not in venster.meldbalk.tekst.text()
    assert scherm.uitgifte.wachtwoord.ui.wachtzinLineEdit.text() == "", "nothing of it stays on screen"
    with venster.omgeving.store.reader() as r:
        for tabel in ("uitgifte", "exemplaar", "handeling", "concept"):
            assert voorstel not in str(r.rows(f"SELECT * FROM {tabel}"))  # noqa: S608


def test_not_after_all_while_the_file_is_being_made_leaves_no_file_and_no_copy(
    venster, antwoord, tmp_path, qtbot, monkeypatch
):
    verder, echt = threading.Event(), Opdracht.bestand

    def straks(opdracht: Opdracht, wachtwoord: str) -> bytes:
        assert verder.wait(30)
        return echt(opdracht, wachtwoord)

    monkeypatch.setattr(Opdracht, "bestand", straks)
    document_id, doel = maak_agenda(venster.omgeving.store), tmp_path / "uit.pdf"
    scherm = _bewaar(venster, antwoord, qtbot, doel, document_id, beveiliging="zonder")
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    assert "wordt gemaakt" in scherm.doe_knop.text()
    scherm.paneel.niet_knop.click()
    verder.set()
    qtbot.waitUntil(lambda: not venster.omgeving.worker.bezig)
    assert "Er is niets opgeslagen" in venster.meldbalk.tekst.text()
    assert not doel.exists()
    assert _register(venster, document_id)[1] == []


def test_a_place_that_cannot_be_written_leaves_the_copy_in_the_register(venster, antwoord, tmp_path, qtbot):
    document_id, doel = maak_agenda(venster.omgeving.store), tmp_path / "weg" / "uit.pdf"
    scherm = _bewaar(venster, antwoord, qtbot, doel, document_id, beveiliging="zonder")
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: "al in het register" in venster.meldbalk.tekst.text())
    assert [e.stand for e in _register(venster, document_id)[1]] == ["uitgereikt"]


# ---- found again


def test_a_found_file_is_known_by_its_bytes(venster, antwoord, tmp_path, qtbot):
    document_id, doel = maak_agenda(venster.omgeving.store), tmp_path / "uit.pdf"
    scherm = _bewaar(venster, antwoord, qtbot, doel, document_id, beveiliging="zonder")
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(doel.exists)
    kluisstuk, anders = tmp_path / "kluis.pdf", tmp_path / "anders.pdf"
    kluisstuk.write_bytes(_register(venster, document_id)[0])
    anders.write_bytes(doel.read_bytes() + b"\n")
    venster.open("wie_heeft_wat")
    kaart = venster.scherm.nagaan
    for pad, woord in (
        (
            doel,
            "exemplaar 1 van agenda casusoverleg (concept) O2026-01-A, voor K. Brouwer, Politie",
        ),
        (kluisstuk, "zonder nummer en houder"),
        (anders, "staat niet in het register"),
        (tmp_path, "niet te lezen"),
    ):
        antwoord(pad)
        kaart.uitkomst.setText("")
        kaart.bestandknop.click()
        qtbot.waitUntil(lambda: bool(kaart.uitkomst.text()))
        assert woord in kaart.uitkomst.text()
    with venster.omgeving.store.reader() as r:
        (regel,) = exemplaren_van_document(r, document_id)
        keren = r.rows("SELECT onderwerp_id FROM handeling WHERE code = 'exemplaar.nagaan' ORDER BY n")
    assert [rij["onderwerp_id"] for rij in keren] == [regel.id, None, None]
    assert venster.scherm.lijst.rij().id == regel.id


def test_found_paper_is_known_by_what_stands_on_it(venster):
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    rijen = geef_uit(store, maak_stuk(store, dossier_id=c.dossier_een), "K. Brouwer", "S. Aydın")
    venster.open("wie_heeft_wat")
    kaart = venster.scherm.nagaan
    for kenmerk, nummer, woord in (
        ("", "1", "Typ het kenmerk"),
        (rijen[1].kenmerk, "twee", "als getal"),
        (rijen[1].kenmerk, "9", "niet in het register"),
        (f" {rijen[1].kenmerk.lower()} ", "2", "voor S. Aydın"),
        (rijen[1].kenmerk, "", "voor K. Brouwer"),
    ):
        kaart.kenmerk.setText(kenmerk)
        kaart.nummer.setText(nummer)
        kaart.zoekknop.click()
        assert woord in kaart.uitkomst.text()
    assert "S. Aydın" in kaart.uitkomst.text(), "without a number: every copy of it"


# ---- asked back


def test_the_list_to_ask_back_goes_by_holder(venster, antwoord, tmp_path, qtbot):
    store = venster.omgeving.store
    c = leg_casussen_vast(store)
    een = maak_stuk(store, dossier_id=c.dossier_een)
    geef_uit(store, een, "S. Aydın", "K. Brouwer")
    geef_uit(store, een, "K. Brouwer", wijze="bestand")
    venster.open("wie_heeft_wat")
    scherm = venster.scherm
    lijst = maak_lijst(venster.omgeving, scherm.lijst.rijen())
    assert lijst.kop.documentsoort == "Terug te vragen exemplaren"
    assert [(p.houder, p.nummer) for p in lijst.regels] == [
        ("K. Brouwer", 2),
        ("K. Brouwer", 3),
        ("S. Aydın", 1),
    ]
    assert "9 september 2026" in lijst.regels[0].gevraagd
    assert "verwijderen" in lijst.regels[1].gevraagd
    doel = tmp_path / "lijst.pdf"
    antwoord(doel)
    scherm.lijstknop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: scherm.lijstdruk._afdruk is None and doel.exists(), timeout=20_000)
    qtbot.waitUntil(lambda: "De lijst is naar de printer" in venster.meldbalk.tekst.text())
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM handeling WHERE code = 'exemplaar.lijst'") == 1


def test_an_empty_register_has_nothing_to_print(venster):
    venster.open("wie_heeft_wat")
    assert not venster.scherm.lijstknop.isEnabled()

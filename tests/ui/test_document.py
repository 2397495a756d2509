# SPDX-License-Identifier: EUPL-1.2
"""The document screen: pages from memory, printing and saving recorded, nothing written by itself."""

import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.stukken import Agenda, Kop
from gemeente_pga.handelingen.document import freeze, log_uitgifte, store_pdf
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.houders import exemplaren_van_document
from gemeente_pga.ui.pdf import draw_blad, read_bladen
from tests.ui_hulp import bevestig

DAG = date(2026, 10, 14)
VIER_DRADEN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from gemeente_pga.ui.pdf import draw_blad, read_bladen

pdf = sys.stdin.buffer.read()
with ThreadPoolExecutor(4) as draden:
    list(draden.map(lambda _: (read_bladen(pdf), draw_blad(pdf, 0, 72)), range(400)))
print("klaar", end="")
"""


def maak_agenda(store) -> int:
    kop = Kop(gemeente="Waterhoven", documentsoort="Agenda casusoverleg", kenmerk="O2026-01-A", datum=DAG)
    stuk = Agenda(kop=kop, datum=DAG, begin="13:30", plaats="zaal Reiger")
    document_id = freeze(store, TeBevriezen("agenda", stuk, "O2026-01-A", ("overleg", 1), None), op=DAG)
    with store.reader() as r:
        (maken,) = te_maken(r)
    store_pdf(store, maken, documents.render(maken.soort, maken.stuk, maken.code))
    return document_id


def test_freezing_takes_two_acts_and_prints_the_code_of_the_first(store):
    document_id = maak_agenda(store)
    with store.reader() as r:
        rij = r.row("SELECT handeling_n, controlecode, pdf FROM document WHERE id = ?", document_id)
        codes = [h["code"] for h in r.rows("SELECT code FROM handeling ORDER BY n DESC LIMIT 2")]
        assert te_maken(r) == ()
    assert codes == ["document.pdf_vastleggen", "document.vaststellen"]
    tekst = read_bladen(rij["pdf"])[-1].tekst
    assert rij["controlecode"] == store.controlecode(rij["handeling_n"])
    assert rij["controlecode"] in tekst


def test_bytes_are_stored_only_once(store):
    from gemeente_pga.domain.document import TeMaken
    from gemeente_pga.domain.gebrek import Storing

    document_id = maak_agenda(store)
    with pytest.raises(Storing):
        store_pdf(store, TeMaken(document_id, "agenda", None, 1, ""), b"anders")  # type: ignore[arg-type]


def test_pages_are_drawn_from_memory(store):
    document_id = maak_agenda(store)
    with store.reader() as r:
        pdf = r.value("SELECT pdf FROM document WHERE id = ?", document_id)
    beeld = draw_blad(pdf, 0, 100)
    assert beeld.breedte == pytest.approx(827, abs=2)
    assert len(set(beeld.pixels)) > 10  # there is something on it


def test_pages_are_read_and_drawn_from_several_threads_at_once(store):
    """PDFium ends the whole process when two threads are in it at once, so this runs in one of its own."""
    document_id = maak_agenda(store)
    with store.reader() as r:
        pdf = r.value("SELECT pdf FROM document WHERE id = ?", document_id)
    uitkomst = subprocess.run(
        [sys.executable, "-c", VIER_DRADEN], input=pdf, capture_output=True, timeout=120, check=False
    )
    assert (uitkomst.returncode, uitkomst.stdout) == (0, b"klaar"), uitkomst.stderr


def test_a_damaged_pdf_is_refused_as_a_value():
    with pytest.raises(ValueError, match="not a readable PDF"):
        read_bladen(b"%PDF-1.4 kapot")


def test_saving_is_recorded_and_readable_by_the_owner_only(venster, antwoord, tmp_path: Path, qtbot):
    omgeving = venster.omgeving
    document_id = maak_agenda(omgeving.store)
    doel = tmp_path / "uit.pdf"
    antwoord(doel)
    venster.open("document", document_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    scherm.bewaar_actie.trigger()
    assert "niet versleuteld" not in scherm.gevolg.text()  # with a password, unless she chooses otherwise
    scherm.formulier.vul({"beveiliging": "zonder"})
    assert "niet versleuteld" in scherm.gevolg.text()
    scherm.doe_knop.click()
    assert scherm.formulier.gebreken()["bestemd_voor"]
    assert not doel.exists()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": "K. Brouwer, Politie"})
    scherm.doe_knop.click()
    assert not doel.exists()  # not before the wachtzin
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: doel.exists() and scherm.paneel.isHidden())
    assert doel.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(doel.stat().st_mode) == 0o600
    with omgeving.store.reader() as r:
        laatste = r.row("SELECT code, onderwerp_id FROM handeling ORDER BY n DESC LIMIT 1")
        wijze = r.value("SELECT wijze FROM uitgifte WHERE document_id = ?", document_id)
    assert (laatste["code"], laatste["onderwerp_id"], wijze) == ("document.opslaan", document_id, "bestand")
    assert str(doel) in venster.meldbalk.tekst.text()


@pytest.mark.parametrize("met_toets", [True, False])
def test_after_saving_the_focus_is_where_the_user_was(venster, antwoord, tmp_path: Path, qtbot, met_toets):
    document_id = maak_agenda(venster.omgeving.store)
    antwoord(tmp_path / "uit.pdf")
    venster.open("document", document_id)
    venster.activateWindow()
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    if not met_toets:
        scherm.bewaar_knop.setFocus()
    was = venster.focusWidget()
    assert scherm.isAncestorOf(was)
    scherm.bewaar_actie.trigger()
    wie = {"bestemd_voor": "overleg", "houders": "K. Brouwer, Politie", "beveiliging": "zonder"}
    scherm.formulier.vul(wie)
    scherm.doe_knop.setFocus()
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(scherm.paneel.isHidden)
    assert venster.focusWidget() is was


def test_a_paper_of_the_program_is_not_taken_back(venster):
    venster.open("document", maak_agenda(venster.omgeving.store))
    scherm = venster.scherm
    assert not scherm.terug_actie.isEnabled()
    assert scherm.terug_knop.isHidden()
    assert scherm.terug_actie not in scherm.acties()


@pytest.mark.eis("c14")
def test_printing_is_recorded_before_a_page_leaves(venster, antwoord, tmp_path: Path, qtbot):
    omgeving = venster.omgeving
    document_id = maak_agenda(omgeving.store)
    doel = tmp_path / "printer.pdf"
    antwoord(doel)
    venster.open("document", document_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    scherm.druk_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": "K. Brouwer\nS. Aydın\n\nde tolk"})
    assert scherm.uitgifte.ui.aantalLabel.text() == "Dit wordt exemplaar 1 tot en met 3."
    scherm.doe_knop.click()
    bevestig(venster, qtbot)
    qtbot.waitUntil(lambda: doel.exists() and doel.stat().st_size > 1000, timeout=20_000)
    qtbot.waitUntil(lambda: scherm._afdruk is None)
    with omgeving.store.reader() as r:
        rij = r.row("SELECT wijze, exemplaren FROM uitgifte WHERE document_id = ?", document_id)
        houders = [e.houder for e in exemplaren_van_document(r, document_id)]
    assert rij == {"wijze": "afdruk", "exemplaren": 3}
    assert houders == ["K. Brouwer", "S. Aydın", "de tolk"]
    assert "3 exemplaren" in scherm.uitgegeven.text()
    assert "de tolk" in scherm.uitgegeven.text()


def test_looking_is_recorded_once_per_opening(venster, qtbot):
    omgeving = venster.omgeving
    document_id = maak_agenda(omgeving.store)
    venster.open("document", document_id)
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    scherm.herlaad()
    with omgeving.store.reader() as r:
        keren = r.value(
            "SELECT count(*) FROM handeling WHERE code = 'document.tonen' AND onderwerp_id = ?", document_id
        )
    assert keren == 1


def test_the_blank_note_is_made_once_and_shown(venster, qtbot):
    def blanco(scherm) -> bool:
        return scherm.code == "document" and len(scherm.bladen.bladen) > 0

    for _ in range(2):
        venster.open("telefoonnotitie")
        venster.scherm.ui.papierButton.click()
        qtbot.waitUntil(lambda: blanco(venster.scherm), timeout=20_000)
    with venster.omgeving.store.reader() as r:
        assert r.value("SELECT count(*) FROM document WHERE soort = 'telefoonnotitie'") == 1
        pdf = r.value("SELECT pdf FROM document WHERE soort = 'telefoonnotitie'")
    assert "Telefoonnotitie" in read_bladen(pdf)[0].tekst


@pytest.mark.parametrize("wie", ["", "\0tafel", "a\x07b", "x" * 300, "w " * 10_001, "a\nb"])
def test_who_gets_a_copy_can_be_kept(venster, qtbot, wie: str):
    omgeving = venster.omgeving
    venster.open("document", maak_agenda(omgeving.store))
    scherm = venster.scherm
    qtbot.waitUntil(lambda: len(scherm.bladen.bladen) == 1)
    scherm.bewaar_actie.trigger()
    scherm.formulier.vul({"bestemd_voor": "overleg", "houders": wie})
    scherm.doe_knop.click()  # asks for no place and no wachtzin
    assert set(scherm.formulier.gebreken()) == {"houders"}
    assert not venster.bevestiging.isVisible()


def test_many_copies_leave_room_for_the_pages(venster, qtbot):
    omgeving = venster.omgeving
    document_id = maak_agenda(omgeving.store)
    for n in range(9):
        log_uitgifte(
            omgeving.store, document_id, wijze="afdruk", bestemd_voor=f"tafel {n}",
            wens=Uitgiftewens("eigen_dossier", (Houdernaam(f"tafel {n}"),)),
            op=f"2026-10-14T10:0{n}:00+02:00",
        )  # fmt: skip
    venster.open("document", document_id)
    regels = venster.scherm.uitgegeven.text().splitlines()
    assert len(regels) == 5
    assert "tafel 8" in regels[0]
    assert regels[-1] == "En nog 5 keer eerder; zie Controle."


def test_the_pages_fit_beside_their_text_and_the_button_shows_that_it_is_on(venster, qtbot):
    venster.open("document", maak_agenda(venster.omgeving.store))
    bladen = venster.scherm.bladen
    qtbot.waitUntil(lambda: bool(bladen.bladen))
    venster.resize(683, 500)
    opzij = bladen.rol.horizontalScrollBar()
    bladen.tekstknop.click()
    qtbot.waitUntil(lambda: bladen._vellen[0].width() < bladen.rol.viewport().width())
    qtbot.waitUntil(lambda: opzij.maximum() == 0)
    assert bladen.tekst.isVisible()
    assert not bladen.tekstknop.icon().isNull()
    bladen.tekstknop.click()
    assert bladen.tekstknop.icon().isNull()

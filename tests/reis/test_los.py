# SPDX-License-Identifier: EUPL-1.2
"""Destroying what has no dossier: the deciphered pages, a kill in between, an old copy put back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gemeente_pga.domain.los import NOTITIE, PLEK, VERZOEK
from gemeente_pga.handelingen.los import destroy_los
from gemeente_pga.store.queries.los import vernietigd
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import grafstenen, wis_weer
from tests import los_hulp as hulp
from tests.inrichting_hulp import kader, richt_in
from tests.los_hulp import MACHTIGING, VOORBIJ
from tests.store.bouw import nieuwe_kluis, ontcijfer, ontcijfer_journaal, open_kluis

WEG = ("wolhandkrab", "zwanebloem", "zeepaardje", "kabeljauw", "haringkoning", "garnaalvisser")
"""What was told and by whom; who asked for what; in a letter and in unfinished typing."""


def vul(store: Store) -> tuple[int, int, int]:
    """A note and a request that may be destroyed on VOORBIJ, and a note that stays."""
    richt_in(store)
    hulp.teken(store)
    notitie_id, verzoek_id = hulp.notitie(store), hulp.verzoek(store, weg=None)
    hulp.brief(store, verzoek_id)
    hulp.trek_in(store, verzoek_id)
    store.save_concept("terugbellen", str(notitie_id), '{"teruggebeld_via": "haringkoning"}')
    store.save_concept("termijnen", f"{PLEK}_{verzoek_id}", '{"machtiging_kenmerk": "garnaalvisser"}')
    blijft = hulp.notitie(store, tekst="De buurvrouw van de zeester belt.", beller="Zonnedauw")
    return notitie_id, verzoek_id, blijft


def pages(pad: Path) -> bytes:
    """Everything of the file and its journal, in the clear."""
    return ontcijfer(pad).lower() + ontcijfer_journaal(pad).lower()


def over(pad: Path) -> list[str]:
    """Which of the words still stand somewhere."""
    alles = pages(pad)
    assert b"zeester" in alles, "the search finds what is there"
    assert b"zonnedauw" in alles
    return [woord for woord in WEG if woord.encode() in alles]


def vernietig(store: Store, notitie_id: int, verzoek_id: int) -> None:
    for soort, rij_id in ((NOTITIE, notitie_id), (VERZOEK, verzoek_id)):
        destroy_los(store, soort, rij_id, MACHTIGING, kader(), op=VOORBIJ)


@pytest.mark.eis("c19")
def test_not_a_word_is_left_on_any_page(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    notitie_id, verzoek_id, _ = vul(store)
    store.close()
    assert over(pad) == list(WEG)
    store = open_kluis(pad)
    vernietig(store, notitie_id, verzoek_id)
    assert not store.concepten()
    with store.reader() as r:
        assert [rij.soort for rij in vernietigd(r)].count(VERZOEK) == 1
        assert r.value("SELECT count(*) FROM document WHERE onderwerp_soort = 'verzoek'") == 0
        gelogd = r.rows("SELECT code FROM handeling ORDER BY n DESC LIMIT 2")
    assert {rij["code"] for rij in gelogd} == {"los.vernietigen"}
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    assert over(pad) == [], "not with the kluis open either"
    store.close()
    assert over(pad) == []


def test_an_old_copy_put_back_destroys_again_once(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    notitie_id, verzoek_id, blijft = vul(store)
    store.close()
    oud = pad.read_bytes()
    store = open_kluis(pad)
    vernietig(store, notitie_id, verzoek_id)
    stenen = grafstenen(store)
    assert {steen.onderwerp_id for steen in stenen} == {notitie_id, verzoek_id}
    store.close()
    pad.write_bytes(oud)
    store = open_kluis(pad)
    assert wis_weer(store, stenen, reden="was_al_vernietigd") == 2
    assert wis_weer(store, stenen, reden="was_al_vernietigd") == 0
    with store.reader() as r:
        assert [rij["id"] for rij in r.rows("SELECT id FROM telefoonnotitie")] == [blijft]
        assert r.value("SELECT count(*) FROM verzoek") == 0
        assert r.value("SELECT count(*) FROM handeling WHERE reden = 'was_al_vernietigd'") == 2
    store.close()
    assert over(pad) == []


def test_what_came_back_goes_also_when_another_request_is_about_it(tmp_path: Path) -> None:
    """In the copy that was put back somebody may have asked on; opening the kluis never stops on it."""
    store = open_kluis(nieuwe_kluis(tmp_path))
    _, verzoek_id, _ = vul(store)
    tegen = hulp.verzoek(store, weg=None)
    hulp.noem(store, tegen, verzoek_id)
    steen = hulp.als_steen(verzoek_id)
    assert wis_weer(store, [steen], reden="was_al_vernietigd") == 1
    with store.reader() as r:
        assert r.rows("SELECT id, over_verzoek_id FROM verzoek") == [{"id": tegen, "over_verzoek_id": None}]
    store.close()


_DOOD = """
import os, signal, sys
from pathlib import Path
from gemeente_pga.handelingen.los import destroy_los
from gemeente_pga.store.schrijver import Writer
from tests.inrichting_hulp import kader
from tests.los_hulp import MACHTIGING, VOORBIJ
from tests.store.bouw import open_kluis
store = open_kluis(Path(sys.argv[1]))
echt, keren = Writer.delete, [0]
def delete(self, tabel, rij):
    keren[0] += 1
    if keren[0] > int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    echt(self, tabel, rij)
Writer.delete = delete
destroy_los(store, "verzoek", int(sys.argv[2]), MACHTIGING, kader(), op=VOORBIJ)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of the other systems")
def test_killed_in_between_it_is_all_there(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    _, verzoek_id, _ = vul(store)
    store.close()
    opdracht = [sys.executable, "-c", _DOOD, str(pad), str(verzoek_id), "1"]
    proces = subprocess.run(opdracht, env=os.environ | {"PYTHONPATH": os.getcwd()}, check=False)
    assert proces.returncode == -signal.SIGKILL
    store = open_kluis(pad)
    with store.reader() as r:
        assert vernietigd(r) == ()
        assert r.value("SELECT count(*) FROM document WHERE onderwerp_soort = 'verzoek'") == 1
        assert r.value("SELECT count(*) FROM verzoek") == 1
    assert grafstenen(store) == ()
    destroy_los(store, VERZOEK, verzoek_id, MACHTIGING, kader(), op=VOORBIJ)
    with store.reader() as r:
        assert len(vernietigd(r)) == 1
    store.close()

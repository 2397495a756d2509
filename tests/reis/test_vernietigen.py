# SPDX-License-Identifier: EUPL-1.2
"""After destroying: the deciphered pages, a kill in between, a new back-up, an old one put back."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.vernietiging import Bevestiging
from gemeente_pga.handelingen.vernietiging import confirm, declare, destroy
from gemeente_pga.store.queries.vernietiging import vernietigd
from gemeente_pga.store.store import Store, Writer
from gemeente_pga.store.wissen import grafstenen, wis_weer
from tests import bewaar_hulp as hulp
from tests.bewaar_hulp import VANAF, VOORBIJ, bewaard, moment
from tests.inrichting_hulp import kader, richt_in
from tests.store.bouw import nieuwe_kluis, ontcijfer, ontcijfer_journaal, open_kluis

WOORDEN = ("wolhandkrab", "zeepaardje", "kabeljauw")


def plant(store: Store, dossier_id: int) -> str:
    """Rare words in a signal, an attachment, unfinished typing; gives the number of the dossier."""
    with store.write(Handeling.BIJLAGE_TOEVOEGEN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        w.update("signaal", signaal_id, {"van_anderen": "De wolhandkrab. " * 60})
        inhoud = b"Een zeepaardje. " * 400
        rij = {"dossier_id": dossier_id, "onderwerp_soort": "signaal", "onderwerp_id": signaal_id}
        bestand = {"naam": "brief.txt", "mediatype": "text/plain", "grootte": len(inhoud), "inhoud": inhoud}
        w.insert("bijlage", rij | bestand | {"sha256": hashlib.sha256(inhoud).hexdigest()})
        nummer = str(w.value("SELECT nummer FROM dossier WHERE id = ?", dossier_id))
    store.save_concept("dossier_regie", str(dossier_id), '{"tekst": "kabeljauw"}')
    return nummer


def pages(pad: Path) -> bytes:
    """Everything of the file and its journal, in the clear."""
    return ontcijfer(pad).lower() + ontcijfer_journaal(pad).lower()


@pytest.mark.eis("a.S12", "a.C12", "c19")
def test_nothing_is_left_on_any_page_after_the_whole_way(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    ids = richt_in(store)
    dossier_id = bewaard(store, ids["gemeente_id"])
    nummer = plant(store, dossier_id)
    lijst_id, (rij,) = hulp.gemachtigd(store, dossier_id)
    store.save_concept("vernietiging", f"bevestigen_{rij}", f'{{"getypt": "{nummer}"}}')
    store.close()
    voor = pages(pad)
    assert all(woord.encode() in voor for woord in (*WOORDEN, nummer)), "the search finds what is there"
    store = open_kluis(pad)
    confirm(store, rij, Bevestiging(nummer, "geen_papier"), kader(), op=VOORBIJ)
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    declare(store, lijst_id, kader(), op=VANAF)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM zoekindex WHERE dossier_id = ?", dossier_id) == 0
        assert len(vernietigd(r, lijst_id)) == 1
    assert not store.concepten()
    assert len(grafstenen(store)) == 1
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    store.close()
    na = pages(pad)
    assert [woord for woord in (*WOORDEN, nummer, "brandsma", "wietske") if woord.encode() in na] == []


_DOOD = """
import os, signal, sys
from pathlib import Path
from gemeente_pga.handelingen import vernietiging
from tests.bewaar_hulp import VANAF, moment
from tests.inrichting_hulp import kader
from tests.store.bouw import open_kluis
from gemeente_pga.store.schrijver import Writer
pad, regel, na = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
store = open_kluis(pad)
echt, keren = Writer.delete, [0]
def delete(self, tabel, rij):
    keren[0] += 1
    if keren[0] > na:
        os.kill(os.getpid(), signal.SIGKILL)
    echt(self, tabel, rij)
Writer.delete = delete
vernietiging.destroy(store, regel, "geen_papier", kader(), nu=moment(VANAF))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of the other systems")
@pytest.mark.parametrize("na", [0, 3])
def test_killed_in_between_it_is_all_there_and_can_be_done_again(tmp_path: Path, na: int) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    ids = richt_in(store)
    dossier_id = bewaard(store, ids["gemeente_id"])
    lijst_id, rij = hulp.bevestigd(store, dossier_id)
    store.close()
    opdracht = [sys.executable, "-c", _DOOD, str(pad), str(rij), str(na)]
    proces = subprocess.run(opdracht, env=os.environ | {"PYTHONPATH": os.getcwd()}, check=False)
    assert proces.returncode == -signal.SIGKILL
    store = open_kluis(pad)
    with store.reader() as r:
        assert vernietigd(r, lijst_id) == ()
        assert r.value("SELECT count(*) FROM signaal WHERE dossier_id = ?", dossier_id) == 1
    assert grafstenen(store) == ()
    assert store.controleer_keten().bevinding is None
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    with store.reader() as r:
        assert len(vernietigd(r, lijst_id)) == 1
        assert r.value("SELECT count(*) FROM dossier") == 0
    store.close()


def test_when_what_must_stay_cannot_be_written_nothing_goes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = richt_in(store)
    lijst_id, rij = hulp.bevestigd(store, bewaard(store, ids["gemeente_id"]))
    echt: Callable[..., int] = Writer.insert

    def insert(self: Writer, tabel: str, waarden: object, **extra: object) -> int:
        if tabel == "vernietiging":
            raise OSError("disk full")
        return echt(self, tabel, waarden, **extra)

    with monkeypatch.context() as m:
        m.setattr(Writer, "insert", insert)
        with pytest.raises(OSError, match="disk full"):
            destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 1
        assert vernietigd(r, lijst_id) == ()


def test_an_old_copy_put_back_destroys_again_once(tmp_path: Path) -> None:
    pad = nieuwe_kluis(tmp_path)
    store = open_kluis(pad)
    ids = richt_in(store)
    dossier_id = bewaard(store, ids["gemeente_id"])
    plant(store, dossier_id)
    _, rij = hulp.bevestigd(store, dossier_id)
    store.close()
    oud = pad.read_bytes()
    store = open_kluis(pad)
    destroy(store, rij, "geen_papier", kader(), nu=moment(VANAF))
    stenen = grafstenen(store)
    store.close()
    pad.write_bytes(oud)
    store = open_kluis(pad)
    assert wis_weer(store, stenen, reden="was_al_vernietigd") == 1
    assert wis_weer(store, stenen, reden="was_al_vernietigd") == 0
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 0
        assert r.value("SELECT count(*) FROM handeling WHERE reden = 'was_al_vernietigd'") == 1
    store.close()
    assert [woord for woord in WOORDEN if woord.encode() in pages(pad)] == []

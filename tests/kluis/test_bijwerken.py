# SPDX-License-Identifier: EUPL-1.2
"""A newer program opens an older kluis: a verified back-up first, told, and without it nothing changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gemeente_pga.backupbeheer import VOOR_BIJWERKEN
from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.klok import KlokStoring
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.store import backup, schema, storingen
from gemeente_pga.store.store import Store
from tests.store.bouw import leg_dossier_vast
from tests.store.test_migraties import TWEEDE
from tests.ui_hulp import NU, WACHTZIN, lichte_dienst


@pytest.fixture
def dienst(tmp_path: Path) -> Iterator[Dienst]:
    """A closed kluis of before."""
    d = lichte_dienst(tmp_path / "plek")
    d.kies(KluisSoort.KLUIS)
    d.maak(WACHTZIN)
    d.betreed()
    assert d.store is not None
    leg_dossier_vast(d.store, "2026-001")
    d.laat_los()
    yield d
    d.laat_los()


@pytest.fixture
def nieuwer(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """From here on the program has one migration more."""
    scripts = (*schema.migraties(), TWEEDE)
    monkeypatch.setattr(schema, "migraties", lambda: scripts)
    return monkeypatch


def _open(dienst: Dienst, *, datum_klopt: bool = False) -> Store:
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed(datum_klopt=datum_klopt)
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    assert dienst.store is not None
    return dienst.store


def test_a_backup_is_made_verified_and_told_before_the_kluis_is_brought_up_to_date(
    dienst: Dienst, nieuwer: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = _open(dienst)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM kenmerk") == 1
        assert [rij["code"] for rij in r.rows("SELECT code FROM handeling ORDER BY n DESC LIMIT 3")][
            -1
        ] == "systeem.migratie"
    assert dienst.merkwacht is not None
    assert dienst.merkwacht.bevinding is None
    (kopie,) = (dienst.map() / VOOR_BIJWERKEN).iterdir()
    assert kopie.name in meldingen(dienst)
    backup.controleer_reservekopie(kopie)
    dienst.laat_los()
    nieuwer.undo()  # the program of before opens it, on another computer
    ander = lichte_dienst(tmp_path / "ander")
    ander.kies(KluisSoort.KLUIS)
    ander.zet_backup_terug(kopie)
    with _open(ander).reader() as r:
        assert r.value("SELECT nummer FROM dossier") == "2026-001"
    ander.laat_los()


def test_without_a_backup_nothing_changes(dienst: Dienst, nieuwer: pytest.MonkeyPatch) -> None:
    voor = (dienst.map() / "kluis.db").read_bytes()
    (dienst.map() / VOOR_BIJWERKEN).write_bytes(b"in de weg")
    with pytest.raises(storingen.Backupschijffout):
        _open(dienst)
    assert (dienst.map() / "kluis.db").read_bytes() == voor
    (dienst.map() / VOOR_BIJWERKEN).unlink()
    _open(dienst)


def test_a_wrong_clock_is_asked_about_before_it_dates_the_change(
    dienst: Dienst, nieuwer: pytest.MonkeyPatch
) -> None:
    nieuwer.setattr(dienst, "_klok", lambda: NU.replace(year=2086))
    voor = (dienst.map() / "kluis.db").read_bytes()
    with pytest.raises(KlokStoring):
        _open(dienst)
    assert (dienst.map() / "kluis.db").read_bytes() == voor
    store = _open(dienst, datum_klopt=True)
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM handeling WHERE code = 'kluis.klok_bevestigen'") == 1


def test_an_older_backup_can_be_rehearsed(
    dienst: Dienst, nieuwer: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nieuwer.undo()
    stick = tmp_path / "stick"
    stick.mkdir()
    _open(dienst)
    kopie = dienst.maak_backup(stick)
    dienst.laat_los()
    scripts = (*schema.migraties(), TWEEDE)
    nieuwer.setattr(schema, "migraties", lambda: scripts)
    _open(dienst)
    uitslag = dienst.backup.oefen(kopie, WACHTZIN)
    assert uitslag.goed, uitslag.punten

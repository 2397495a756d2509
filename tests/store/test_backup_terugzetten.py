# SPDX-License-Identifier: EUPL-1.2
"""Putting a back-up back: nothing is overwritten or an alarm, and what was destroyed stays destroyed."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.backup import Sleutelstand, Verhouding
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.merk import MerkStoring
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis import bestanden, terugzetting
from gemeente_pga.store import storingen
from gemeente_pga.store.backup import MANIFEST
from gemeente_pga.store.manifest import seal_manifest
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import wis_dossier, wis_los
from tests.store.bouw import leg_dossier_vast, leg_los_vast, merk_los
from tests.ui_hulp import WACHTZIN, lichte_dienst

ANDERE = "deurmat fluisterde zeven blauwe kapiteins omver"


@pytest.fixture
def plek(tmp_path: Path) -> Path:
    return tmp_path / "plek"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def dienst(plek: Path) -> Iterator[Dienst]:
    d = lichte_dienst(plek)
    d.kies(KluisSoort.KLUIS)
    d.maak(WACHTZIN)
    d.betreed()
    yield d
    d.laat_los()


def _store(dienst: Dienst) -> Store:
    assert dienst.store is not None
    return dienst.store


def _open(dienst: Dienst) -> Store:
    """As the program does it, up to the first screen."""
    dienst.laat_los()
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()
    log_binnenkomst(dienst)
    return _store(dienst)


def _codes(store: Store, na: int = 0) -> list[str]:
    with store.reader() as r:
        codes = [rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE n > ? ORDER BY n", na)]
    return [code for code in codes if not code.startswith("kluis.sleutel")]


def _dossiers(store: Store) -> set[str]:
    with store.reader() as r:
        return {rij["nummer"] for rij in r.rows("SELECT nummer FROM dossier")}


def _zet_terug(dienst: Dienst, bron: Path) -> Store:
    dienst.backup.bereid_terugzetten_voor(bron)
    dienst.backup.zet_klaar()
    dienst.laat_los()
    return _open(dienst)


def test_the_plan_says_what_will_change(dienst: Dienst, stick: Path) -> None:
    store = _store(dienst)
    kopie = dienst.maak_backup(stick)
    assert dienst.backup.plan(kopie).verhouding is Verhouding.GELIJK
    weg = leg_dossier_vast(store)
    wis_dossier(store, weg)
    plan = dienst.backup.plan(kopie)
    assert (plan.verhouding, plan.verschil, plan.vernietigd) == (Verhouding.OUDER, 2, 1)
    zinnen = " ".join(plan.zinnen())
    assert "nog 2 handelingen. Die staan niet in de back-up" in zinnen
    assert "1 keer een dossier, of een notitie of verzoek zonder dossier, vernietigd" in zinnen
    assert "niet overschreven" in zinnen
    (gevonden,) = dienst.backup.kopieen(stick)
    assert gevonden == plan.kopie
    assert gevonden.eigen
    assert dienst.backup.kopieen(kopie) == (gevonden,)
    assert dienst.backup.kopieen(stick / "weg") == ()


def test_the_newer_kluis_is_kept_and_the_log_tells_of_it(dienst: Dienst, stick: Path) -> None:
    store = _store(dienst)
    leg_dossier_vast(store, "2026-001")
    kopie = dienst.maak_backup(stick)
    n = store.laatste()[0]
    leg_dossier_vast(store, "2026-002")
    oud = store.laatste()
    map_ = dienst.map()
    store = _zet_terug(dienst, kopie)
    assert _dossiers(store) == {"2026-001"}
    assert _codes(store, n) == ["kluis.terugzetten", "kluis.openen"]  # and no word about the mark
    with store.reader() as r:
        (rij,) = r.rows("SELECT * FROM terugzetting")
    assert (rij["soort"], rij["kopie_n"], rij["opzij_n"], rij["opzij_h"]) == ("echt", n, oud[0], oud[1].hex())
    assert "is teruggezet" in meldingen(dienst)
    opzij = map_ / "opzij-2026-09-08-1642"
    namen = {pad.name for pad in opzij.iterdir()}
    assert {"kluis.db", "kluis.sleutel-a", "kluis.sleutel-b", "kluis.merk"} <= namen
    assert opzij.stat().st_mode & 0o077 == 0
    assert not (map_ / bestanden.BRIEFJE).exists()
    # What was set aside is still a whole kluis.
    ander = lichte_dienst(map_.parent.parent / "ander")
    for naam in namen:
        shutil.copyfile(opzij / naam, ander.map(KluisSoort.KLUIS) / naam)
    assert _dossiers(_open(ander)) == {"2026-001", "2026-002"}
    ander.laat_los()
    # And the next opening is an ordinary one.
    dienst.laat_los()
    store = _open(dienst)
    assert _codes(store, n)[-1] == "kluis.openen"
    assert meldingen(dienst) == "" or dienst.backup.teruggezet is None


def test_what_was_destroyed_stays_destroyed(dienst: Dienst, stick: Path) -> None:
    store = _store(dienst)
    weg = leg_dossier_vast(store, "2026-001")
    leg_dossier_vast(store, "2026-002")
    kopie = dienst.maak_backup(stick)
    wis_dossier(store, weg)
    store = _zet_terug(dienst, kopie)
    assert _dossiers(store) == {"2026-002"}
    assert _codes(store)[-1] == "dossier.wissen"
    assert "opnieuw vernietigd" in meldingen(dienst)
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0


@pytest.mark.parametrize("tabel", ["telefoonnotitie", "verzoek"])
def test_what_had_no_dossier_stays_destroyed_too(dienst: Dienst, stick: Path, tabel: str) -> None:
    store = _store(dienst)
    leg_dossier_vast(store)
    weg, blijft = leg_los_vast(store, tabel), leg_los_vast(store, tabel)
    kopie = dienst.maak_backup(stick)
    assert wis_los(store, tabel, weg, mee=lambda w: merk_los(w, tabel))
    assert dienst.backup.plan(kopie).vernietigd == 1
    assert (dienst.map() / bestanden.GRAFSTENEN).read_text("ascii").startswith(f"{weg:016x} ")
    store = _zet_terug(dienst, kopie)
    with store.reader() as r:
        assert [rij["id"] for rij in r.rows(f"SELECT id FROM {tabel}")] == [blijft]  # noqa: S608 - one of two names
    assert _dossiers(store) == {"2026-001"}
    assert _codes(store)[-1] == "los.vernietigen"
    assert "Eén dossier of los stuk" in meldingen(dienst)
    assert store.controleer_keten().bevinding is None
    n = store.laatste()[0]
    assert "los.vernietigen" not in _codes(_open(dienst), n), "once is enough"


@pytest.mark.parametrize("rotatie", [False, True])
def test_also_when_the_laptop_is_lost_and_the_copy_is_older(
    dienst: Dienst, stick: Path, tmp_path: Path, rotatie: bool
) -> None:
    store = _store(dienst)
    weg = leg_dossier_vast(store, "2026-001")
    leg_dossier_vast(store, "2026-002")
    oud = dienst.maak_backup(stick)
    wis_dossier(store, weg)
    if rotatie:
        dienst.sleutels.bereid_wissel_voor(WACHTZIN)
        dienst.sleutels.wissel()
        dienst.sleutels.rond_wissel_af()
        dienst.laat_los()
        store = _open(dienst)
        assert dienst.grafwacht is not None
        assert not dienst.grafwacht.hersteld
    nieuw = dienst.maak_backup(stick)
    (nieuw / "kluis.db").write_bytes(b"")  # the newest is damaged; its list can still be read
    ander = lichte_dienst(tmp_path / "nieuwe laptop")
    ander.kies(KluisSoort.KLUIS)
    assert ander.backup.plan(oud).verhouding is Verhouding.LEEG
    assert ander.backup.plan(oud).vernietigd == 1
    ander.zet_backup_terug(oud)
    assert _dossiers(_open(ander)) == {"2026-002"}
    assert "kluis.merk_herstellen" not in _codes(_store(ander))
    # A back-up of this one knows it too.
    stick2 = tmp_path / "stick2"
    stick2.mkdir()
    manifest = json.loads((ander.maak_backup(stick2) / MANIFEST).read_text())
    assert [steen[:16] for steen in manifest["grafstenen"]] == [f"{weg:016x}"]
    ander.laat_los()


def test_a_forged_tombstone_destroys_nothing(dienst: Dienst, stick: Path, tmp_path: Path) -> None:
    store = _store(dienst)
    blijft = leg_dossier_vast(store)
    kopie = dienst.maak_backup(stick)
    manifest = json.loads((kopie / MANIFEST).read_text())
    manifest["grafstenen"] = [f"{blijft:016x} 2026-01-01T00:00:00.000+00:00 {'0' * 64}"]
    (kopie / MANIFEST).write_bytes(seal_manifest(manifest))
    ander = lichte_dienst(tmp_path / "nieuw")
    ander.kies(KluisSoort.KLUIS)
    ander.zet_backup_terug(kopie)
    assert _dossiers(_open(ander)) == {"2026-001"}
    ander.laat_los()


def test_a_list_of_tombstones_that_was_shortened_is_noticed_and_mended(dienst: Dienst) -> None:
    store = _store(dienst)
    for nummer in ("2026-001", "2026-002"):
        wis_dossier(store, leg_dossier_vast(store, nummer))
    pad = dienst.map() / bestanden.GRAFSTENEN
    heel = pad.read_text()
    assert len(heel.splitlines()) == 2
    dienst.laat_los()
    _open(dienst)
    assert meldingen(dienst) == ""
    dienst.laat_los()
    pad.write_text(heel.splitlines()[0] + "\n")
    store = _open(dienst)
    assert pad.read_text() == heel
    assert "kluis.grafstenen_herstellen" in _codes(store)
    assert "vernietigde dossiers" in meldingen(dienst)
    dienst.laat_los()
    _open(dienst)
    assert meldingen(dienst) == ""


def test_a_note_that_somebody_wrote_himself_silences_no_alarm(
    dienst: Dienst, stick: Path, tmp_path: Path
) -> None:
    """An old kluis put back by hand, with a note beside it as if the program had done it."""
    store = _store(dienst)
    dienst.maak_backup(stick)
    map_ = dienst.map()
    n, h = store.laatste()
    dienst.laat_los()
    shutil.copyfile(map_ / "kluis.db", tmp_path / "oud.db")
    store = _open(dienst)
    leg_dossier_vast(store)
    dienst.laat_los()
    shutil.copyfile(tmp_path / "oud.db", map_ / "kluis.db")
    briefje = {
        "op": "2026-09-08T16:42:00+02:00", "kluis": "", "kopie_gemaakt_op": "2026-09-08T16:42:00+02:00",
        "kopie_n": n, "kopie_h": h.hex(), "opzij": "", "opzij_n": None, "opzij_h": None, "grafstenen": [],
        "waarmerk": "00" * 32,
    }  # fmt: skip
    (map_ / bestanden.BRIEFJE).write_text(json.dumps(briefje))
    with pytest.raises(MerkStoring):
        _open(dienst)


@pytest.mark.parametrize("bewijs", ["", "00" * 32])
def test_a_note_that_somebody_wrote_himself_tells_nothing(dienst: Dienst, bewijs: str) -> None:
    """Beside a kluis that is as it should be: no act, no message that a back-up was put back."""
    map_ = dienst.map()
    _open(dienst)
    dienst.laat_los()
    dienst.kies(KluisSoort.KLUIS)
    dienst.ontgrendel(WACHTZIN)
    dienst.betreed()
    n, h = _store(dienst).laatste()
    moment = "2019-01-01T16:42:00+02:00"
    briefje = terugzetting.Briefje(
        moment, "aa", moment, n, h.hex(), "", None, None, (), bewijs, waarmerk=bewijs
    )
    (map_ / bestanden.BRIEFJE).write_text(json.dumps(asdict(briefje)))
    store = _open(dienst)
    assert _codes(store, n) == ["kluis.openen"]
    zinnen = meldingen(dienst)
    assert "teruggezet" not in zinnen
    assert "vreemd" in zinnen
    assert not (map_ / bestanden.BRIEFJE).exists()
    assert len(list(map_.glob("vreemd-*"))) == 1
    assert dienst.merkwacht is not None
    assert dienst.merkwacht.bevinding is None
    _open(dienst)
    assert dienst.backup.vreemd is False


@pytest.mark.parametrize("tekst", ["", "{}", "[]", "null", '{"op": 1}', "\0", '"x"'])
def test_a_strange_note_is_no_note(tmp_path: Path, tekst: str) -> None:
    (tmp_path / bestanden.BRIEFJE).write_text(tekst)
    assert terugzetting.read_briefje(tmp_path) is None


def test_a_backup_of_another_kluis_is_refused_and_nothing_moves(
    dienst: Dienst, stick: Path, tmp_path: Path
) -> None:
    ander = lichte_dienst(tmp_path / "ander")
    ander.kies(KluisSoort.KLUIS)
    ander.maak(WACHTZIN)
    ander.betreed()
    kopie = ander.maak_backup(stick)
    ander.laat_los()
    voor = sorted(pad.name for pad in dienst.map().iterdir())
    assert dienst.backup.plan(kopie).verhouding is Verhouding.VREEMD
    with pytest.raises(storingen.KopieVanAnder):
        dienst.backup.bereid_terugzetten_voor(kopie)
    assert sorted(pad.name for pad in dienst.map().iterdir()) == voor


def test_a_damaged_backup_changes_nothing(dienst: Dienst, stick: Path) -> None:
    kopie = dienst.maak_backup(stick)
    (kopie / "kluis.db").write_bytes((kopie / "kluis.db").read_bytes()[:-1])
    voor = sorted(pad.name for pad in dienst.map().iterdir())
    with pytest.raises(storingen.KopieOngeldig):
        dienst.backup.bereid_terugzetten_voor(kopie)
    assert sorted(pad.name for pad in dienst.map().iterdir()) == voor
    with pytest.raises(Storing):
        dienst.backup.zet_klaar()


def test_an_empty_place_is_asked_for_where_one_is_needed(dienst: Dienst, stick: Path) -> None:
    kopie = dienst.maak_backup(stick)
    with pytest.raises(storingen.PlaatsNietLeeg):
        dienst.zet_backup_terug(kopie)


def test_a_kluis_that_does_not_open_can_be_replaced(dienst: Dienst, stick: Path) -> None:
    store = _store(dienst)
    leg_dossier_vast(store)
    kopie = dienst.maak_backup(stick)
    map_ = dienst.map()
    dienst.laat_los()
    (map_ / "kluis.db").write_bytes(b"kapot" * 2000)
    dienst.kies(KluisSoort.KLUIS)
    assert dienst.backup.plan(kopie).verhouding is Verhouding.ONBEKEND
    store = _zet_terug(dienst, kopie)
    assert _dossiers(store) == {"2026-001"}
    assert (map_ / "opzij-2026-09-08-1642" / "kluis.db").read_bytes() == b"kapot" * 2000
    assert "kluis.terugzetten" in _codes(store)
    assert "kluis.merk_herstellen" not in _codes(store)


def test_a_backup_never_lies_beside_the_kluis(dienst: Dienst) -> None:
    plek = dienst.map() / "kopieen"
    plek.mkdir()
    for doel in (dienst.map(), plek):
        with pytest.raises(storingen.BackupBijKluis):
            dienst.maak_backup(doel)


# ---- with what it opens


def _wissel(dienst: Dienst) -> Store:
    dienst.sleutels.bereid_wissel_voor(WACHTZIN)
    dienst.sleutels.wissel()
    dienst.sleutels.rond_wissel_af()
    dienst.laat_los()
    return _open(dienst)


def test_the_list_says_with_what_each_backup_opens(dienst: Dienst, stick: Path, tmp_path: Path) -> None:
    oud = dienst.maak_backup(stick)
    assert dienst.backup.plan(oud).kopie.sleutel is Sleutelstand.NU
    dienst.sleutels.bereid_herstelcode_voor(WACHTZIN)
    dienst.sleutels.neem_herstelcode()
    assert dienst.backup.plan(oud).kopie.sleutel is Sleutelstand.NU
    dienst.sleutels.wijzig_wachtzin(WACHTZIN, ANDERE)
    assert dienst.backup.plan(oud).kopie.sleutel is Sleutelstand.WACHTZIN
    assert "wachtzin van toen" in " ".join(dienst.backup.plan(oud).zinnen())
    dienst.sleutels.wijzig_wachtzin(ANDERE, WACHTZIN)
    _wissel(dienst)
    assert dienst.backup.plan(oud).kopie.sleutel is Sleutelstand.HOOFDSLEUTEL
    assert "van voor de nieuwe hoofdsleutel" in " ".join(dienst.backup.plan(oud).zinnen())
    ander = lichte_dienst(tmp_path / "ander")
    ander.kies(KluisSoort.KLUIS)
    assert ander.backup.plan(oud).kopie.sleutel is Sleutelstand.TOEN
    ander.laat_los()


def test_a_stick_with_one_good_key_file_is_enough(dienst: Dienst, stick: Path, tmp_path: Path) -> None:
    leg_dossier_vast(_store(dienst))
    kopie = dienst.maak_backup(stick)
    (kopie / "kluis.sleutel-b").unlink()
    ander = lichte_dienst(tmp_path / "ander")
    ander.kies(KluisSoort.KLUIS)
    ander.zet_backup_terug(kopie)
    assert _dossiers(_open(ander)) == {"2026-001"}
    ander.laat_los()


def test_without_key_files_on_the_stick_those_of_the_kluis_are_used_when_they_fit(
    dienst: Dienst, stick: Path
) -> None:
    leg_dossier_vast(_store(dienst), "2026-001")
    kopie = dienst.maak_backup(stick)
    for naam in bestanden.KOPIEEN:
        (kopie / naam).unlink()
    leg_dossier_vast(_store(dienst), "2026-002")
    assert dienst.backup.plan(kopie).kopie.sleutel is Sleutelstand.VAN_HIER
    assert dienst.backup.oefen(kopie, WACHTZIN).goed
    assert _dossiers(_zet_terug(dienst, kopie)) == {"2026-001"}


@pytest.mark.parametrize("leeg", [False, True])
def test_without_key_files_that_fit_the_herstelblad_opens_it(
    dienst: Dienst, stick: Path, tmp_path: Path, leeg: bool
) -> None:
    leg_dossier_vast(_store(dienst), "2026-001")
    blad = dienst.sleutels.bereid_herstelcode_voor(WACHTZIN)
    dienst.sleutels.neem_herstelcode()
    kopie = dienst.maak_backup(stick)
    for naam in bestanden.KOPIEEN:
        (kopie / naam).write_bytes(b"{}")
    if leeg:
        dienst.laat_los()
        dienst = lichte_dienst(tmp_path / "ander")
        dienst.kies(KluisSoort.KLUIS)
    else:
        _wissel(dienst)  # so that the key files here do not fit
    plan = dienst.backup.plan(kopie)
    assert plan.kopie.sleutel is Sleutelstand.GEEN
    assert "herstelblad van toen nodig" in " ".join(plan.zinnen())
    if leeg:
        dienst.zet_backup_terug(kopie)
    else:
        dienst.backup.bereid_terugzetten_voor(kopie)
        dienst.backup.zet_klaar()
    dienst.laat_los()
    dienst.kies(KluisSoort.KLUIS)
    assert dienst.staat() is KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND
    dienst.herstel_van_papier(blad.code, blad.gegevens, ANDERE)
    dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()
    assert _dossiers(_store(dienst)) == {"2026-001"}
    dienst.laat_los()


# ---- broken off anywhere


def test_broken_off_at_every_step_there_is_one_whole_kluis(
    dienst: Dienst, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rename and every moved file in turn is the last thing that happens."""
    store = _store(dienst)
    leg_dossier_vast(store, "2026-001")
    kopie = dienst.maak_backup(stick)
    set_instelling(store, "na", "de back-up")
    leg_dossier_vast(store, "2026-002")
    dienst.laat_los()
    map_ = dienst.map()
    bewaard = map_.with_name("bewaard")
    shutil.copytree(map_, bewaard)
    stappen = 0
    while True:
        shutil.rmtree(map_)
        shutil.copytree(bewaard, map_)
        _open(dienst)  # only an open kluis can vouch for the note, so that the mark asks nothing afterwards
        over = [stappen]
        with monkeypatch.context() as m:
            for naam in ("rename", "replace"):
                m.setattr(Path, naam, _hooguit(over, getattr(Path, naam)))
            try:
                dienst.backup.bereid_terugzetten_voor(kopie)
                dienst.backup.zet_klaar()
                dienst.laat_los()
                dienst.kies(KluisSoort.KLUIS)
                klaar = True
            except (Storing, OSError):
                klaar = False
        dienst.laat_los()
        store = _open(dienst)
        gevonden = _dossiers(store)
        assert gevonden in ({"2026-001"}, {"2026-001", "2026-002"})
        teruggezet = gevonden == {"2026-001"}
        assert ("kluis.terugzetten" in _codes(store)) == teruggezet
        assert ("kluis.merk_herstellen" in _codes(store)) is False
        namen = {pad.name for pad in map_.iterdir()}
        assert not {naam for naam in namen if naam.startswith("kluis.terugzetting")}
        assert bool({naam for naam in namen if naam.startswith("opzij-")}) == teruggezet
        dienst.laat_los()
        if klaar:
            break
        stappen += 1
    assert stappen > 8


def _hooguit(over: list[int], echt: object) -> object:
    def doe(self: Path, doel: object) -> object:
        if over[0] <= 0:
            raise OSError("afgebroken")
        over[0] -= 1
        return echt(self, doel)  # type: ignore[operator]

    return doe

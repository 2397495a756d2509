# SPDX-License-Identifier: EUPL-1.2
"""A kluis given out and taken back, over two folders as two laptops: one copy leads, nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.domain.waarneming import Kant, NietLeidend, Stand, Teruggave, Toestand, Uitkomst
from gemeente_pga.handelingen import inrichting, waarneming
from gemeente_pga.handelingen.sleutels import register_sleutels
from gemeente_pga.kluis.bestanden import DATABASE
from gemeente_pga.kluis.storingen import (
    AndereHoofdsleutel,
    GeenOverdracht,
    GeenTeruggave,
    GeenVerlof,
    OvernameAchterhaald,
    TeruggaveOuder,
    TeruggaveVreemd,
    WachtzinOnjuist,
)
from gemeente_pga.store.queries import waarneming as queries
from gemeente_pga.store.store import Store
from gemeente_pga.store.storingen import KopieOngeldig
from gemeente_pga.store.wissen import wis_dossier
from tests.store.bouw import leg_dossier_vast
from tests.ui_hulp import NU, VANDAAG, WACHTZIN
from tests.waarneming.toestellen import TOT, ZIN, Toestel, begin, codes, geef_terug, geef_uit, leg_vast, thuis

ZIN_FG = "rietstengel dakpan viool sneeuwpop"
FG = Gebruiker("Naima Bakker", "functionaris gegevensbescherming")


def toestand(store: Store) -> Toestand:
    """Read anew: what mypy knew of it no longer counts after an act."""
    return store.toestand


def test_the_whole_way_there_and_back(tmp_path: Path) -> None:
    hier = thuis(tmp_path / "hier")
    kopie = geef_uit(hier, tmp_path / "stick")
    assert hier.store.toestand is Toestand.UITGEGEVEN
    with pytest.raises(NietLeidend, match="uitgegeven aan een waarnemer"):
        leg_vast(hier.store, "Duinrand")
    inrichting.log_zoeken(hier.store, "signaal")  # looking may

    daar = begin(tmp_path / "daar", kopie)
    assert daar.store.toestand is Toestand.WAARNEMING
    leg_vast(daar.store, "Duinrand")
    terug = geef_terug(daar, tmp_path / "stick")
    assert toestand(daar.store) is Toestand.TERUGGEGEVEN
    with pytest.raises(NietLeidend, match="teruggegeven"):
        leg_vast(daar.store, "Zandvoorde")
    daar.uit()

    gelezen = hier.dienst.waarneming.lees_teruggave(terug, WACHTZIN)
    assert gelezen.stand is Stand.TERUGGEGEVEN
    assert gelezen.vergelijking.uitkomst is Uitkomst.DAAR_VERDER
    assert [s.wie for s in gelezen.vergelijking.daar] == ["Bram Visser"]
    hier.dienst.waarneming.neem_over("teruggegeven")
    opzij = hier.dienst.waarneming.rond_overname_af()
    assert (opzij / DATABASE).exists()

    store = hier.aan()
    assert hier.dienst.merkwacht is not None
    assert hier.dienst.merkwacht.bevinding is None
    assert store.toestand is Toestand.HIER
    assert codes(store)[-2:] == ["waarneming.innemen", "kluis.openen"]
    leg_vast(store, "Zandvoorde")
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM gemeente") == 3
        gekeken = r.rows("SELECT code, over_te_doen FROM waarneming_handeling ORDER BY n")
    assert gekeken == [
        {"code": "waarneming.overdracht", "over_te_doen": 0},
        {"code": "zoeken.buiten_dossier", "over_te_doen": 0},
    ]
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0
    hier.uit()


@dataclass
class Heen:
    """A waarneming under way on two laptops."""

    hier: Toestel
    daar: Toestel
    stick: Path
    kopie: Path

    def lees(self, terug: Path) -> Teruggave:
        return self.hier.dienst.waarneming.lees_teruggave(terug, WACHTZIN)


@pytest.fixture
def heen(tmp_path: Path) -> Iterator[Heen]:
    hier = thuis(tmp_path / "hier")
    kopie = geef_uit(hier, tmp_path / "stick")
    daar = begin(tmp_path / "daar", kopie)
    yield Heen(hier, daar, tmp_path / "stick", kopie)
    daar.uit()
    hier.uit()


def test_two_that_parted_are_known_by_their_chains_and_the_one_here_may_lead(heen: Heen) -> None:
    leg_vast(heen.daar.store, "Duinrand")
    terug = geef_terug(heen.daar, heen.stick)
    waarneming.resume(heen.hier.store, "waarnemer_onbereikbaar", NU)
    assert heen.hier.store.toestand is Toestand.HERVAT
    leg_vast(heen.hier.store, "Oosterveld")
    t = heen.lees(terug)
    assert t.vergelijking.uitkomst is Uitkomst.UITEEN
    assert [s.wie for s in t.vergelijking.hier] == ["Mirjam Hoekstra"]
    assert [s.wie for s in t.vergelijking.daar] == ["Bram Visser"]
    with heen.hier.store.reader() as r:
        uitgegeven = r.value("SELECT n FROM handeling WHERE code = 'waarneming.uitgeven'")
    assert t.vergelijking.gemeenschappelijk == uitgegeven

    v = t.vergelijking
    waarneming.take_in(
        heen.hier.store,
        Kant.HIER,
        "mandaat",
        gemeenschappelijk=v.gemeenschappelijk,
        alleen_ander=v.alleen_daar,
        nu=NU,
    )
    opzij = heen.hier.dienst.waarneming.houd_hier()
    assert opzij is not None
    assert (opzij / DATABASE).exists()
    assert toestand(heen.hier.store) is Toestand.HIER
    with heen.hier.store.reader() as r:
        (over,) = queries.over_te_doen(r)
        alles = r.value("SELECT count(*) FROM waarneming_handeling")
    assert (over.code, over.wie) == ("gemeente.vastleggen", "Bram Visser")
    assert alles == len(v.alleen_daar)
    waarneming.settle(heen.hier.store, over.id, "opnieuw_ingevoerd", NU)
    with heen.hier.store.reader() as r:
        assert queries.over_te_doen(r) == []


def test_when_the_other_leads_what_was_done_here_is_listed_in_it(heen: Heen) -> None:
    leg_vast(heen.daar.store, "Duinrand")
    terug = geef_terug(heen.daar, heen.stick)
    waarneming.resume(heen.hier.store, "niet_uit_te_stellen", NU)
    leg_vast(heen.hier.store, "Oosterveld")
    heen.hier.store.save_concept("telefoonnotitie", "", '{"tekst": "half"}')
    heen.lees(terug)
    heen.hier.dienst.waarneming.neem_over("in_overleg")
    heen.hier.dienst.waarneming.rond_overname_af()
    store = heen.hier.aan()
    with store.reader() as r:
        namen = {rij["naam"] for rij in r.rows("SELECT naam FROM gemeente")}
        (over,) = queries.over_te_doen(r)
        act = r.row("SELECT reden, gebruiker_id FROM handeling WHERE code = 'waarneming.innemen'")
    assert namen == {"Waterhoven", "Duinrand"}
    assert over.wie == "Mirjam Hoekstra"
    assert act is not None
    assert act["reden"] == "in_overleg"
    assert store.concept("telefoonnotitie") == '{"tekst": "half"}'
    assert heen.hier.dienst.merkwacht is not None
    assert heen.hier.dienst.merkwacht.bevinding is None


def test_what_changed_after_reading_is_not_overlooked(heen: Heen) -> None:
    terug = geef_terug(heen.daar, heen.stick)
    heen.lees(terug)
    inrichting.log_zoeken(heen.hier.store, "signaal")
    heen.hier.dienst.waarneming.neem_over("teruggegeven")
    inrichting.log_zoeken(heen.hier.store, "signaal")
    with pytest.raises(OvernameAchterhaald):
        heen.hier.dienst.waarneming.rond_overname_af()
    assert heen.hier.store.is_open
    assert heen.hier.store.toestand is Toestand.UITGEGEVEN


def test_what_is_no_return_of_this_waarneming_is_refused(heen: Heen, tmp_path: Path) -> None:
    beheer = heen.hier.dienst.waarneming
    with pytest.raises(TeruggaveOuder):  # the stick that the waarnemer began with
        beheer.lees_teruggave(heen.kopie, WACHTZIN)
    backup = heen.hier.dienst.maak_backup(heen.stick)
    with pytest.raises(GeenOverdracht):
        Toestel.maak(tmp_path / "derde").dienst.waarneming.begin_elders(backup)
    with pytest.raises(GeenOverdracht):
        Toestel.maak(tmp_path / "vierde").dienst.waarneming.begin_elders(tmp_path)
    with pytest.raises(GeenTeruggave):
        beheer.lees_teruggave(heen.stick, WACHTZIN)
    ander = thuis(tmp_path / "ander")
    vreemd = geef_terug(begin(tmp_path / "ander2", geef_uit(ander, heen.stick)), heen.stick)
    with pytest.raises(TeruggaveVreemd):
        beheer.lees_teruggave(vreemd, WACHTZIN)
    with pytest.raises(WachtzinOnjuist):
        beheer.lees_teruggave(geef_terug(heen.daar, heen.stick), "een heel andere wachtzin dan deze")
    ander.uit()


def test_a_copy_whose_journaal_was_changed_is_refused(heen: Heen) -> None:
    terug = geef_terug(heen.daar, heen.stick)
    pad = terug / DATABASE
    inhoud = bytearray(pad.read_bytes())
    inhoud[5 * 4096 + 77] ^= 4
    pad.write_bytes(inhoud)
    with pytest.raises(KopieOngeldig):
        heen.lees(terug)


def test_keys_do_not_change_in_a_copy_that_does_not_lead(heen: Heen) -> None:
    sleutels = heen.hier.dienst.sleutels
    voor = sleutels.sloten()
    for doe in (
        lambda: sleutels.bereid_herstelcode_voor(WACHTZIN),
        lambda: sleutels.voeg_vervanger_toe(WACHTZIN, ZIN + " twee"),
        lambda: sleutels.bereid_wissel_voor(WACHTZIN),
    ):
        with pytest.raises(NietLeidend):
            doe()
    assert sleutels.sloten() == voor


def test_the_key_of_whoever_takes_it_in_always_opens_it_afterwards(heen: Heen) -> None:
    """The waarnemer took her key away, past the program; her own key files come all the same."""
    sleutels = heen.daar.dienst.sleutels
    weg = next(slot for slot in sleutels.sloten() if slot.soort is SlotSoort.WACHTZIN)
    with pytest.raises(GeenVerlof):
        sleutels.trek_in(ZIN, weg.slot_id)
    kluis, eigen = sleutels.bewijs(ZIN)
    kluis.verwijder_slot(eigen, weg.slot_id)
    register_sleutels(heen.daar.store, Handeling.KLUIS_SLEUTEL_INTREKKEN, sleutels.sloten(), VANDAAG)
    heen.lees(geef_terug(heen.daar, heen.stick))
    heen.hier.dienst.waarneming.neem_over("teruggegeven")
    heen.hier.dienst.waarneming.rond_overname_af()
    assert heen.hier.aan().toestand is Toestand.HIER
    assert "kluis.sleutels_afwijkend" in codes(heen.hier.store)  # and that is told


def test_after_a_new_main_key_the_old_copy_cannot_lead(heen: Heen) -> None:
    leg_vast(heen.daar.store, "Duinrand")
    terug = geef_terug(heen.daar, heen.stick)
    waarneming.resume(heen.hier.store, "stick_of_laptop_kwijt", NU)
    sleutels = heen.hier.dienst.sleutels
    sleutels.bereid_wissel_voor(WACHTZIN)
    sleutels.wissel()
    sleutels.rond_wissel_af()
    heen.hier.aan()
    t = heen.lees(terug)
    assert not t.kan_leiden
    assert len(t.vergelijking.daar) == 1
    with pytest.raises(AndereHoofdsleutel):
        heen.hier.dienst.waarneming.neem_over("in_overleg")


def test_the_same_laptop_can_be_the_waarnemers_again(heen: Heen) -> None:
    terug = geef_terug(heen.daar, heen.stick)
    heen.lees(terug)
    heen.hier.dienst.waarneming.neem_over("teruggegeven")
    heen.hier.dienst.waarneming.rond_overname_af()
    heen.hier.aan()
    leg_vast(heen.hier.store, "Zandvoorde")
    weer = geef_uit(heen.hier, heen.stick)
    t = heen.daar.dienst.waarneming.lees_teruggave(weer, ZIN)
    assert t.stand is Stand.VOORBEREID
    heen.daar.dienst.waarneming.neem_over("")
    heen.daar.dienst.waarneming.rond_overname_af()
    store = heen.daar.aan(ZIN, SlotSoort.VERVANGER)
    assert store.toestand is Toestand.TE_BEGINNEN
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM gemeente WHERE naam = 'Zandvoorde'") == 1


def test_what_lies_aside_can_be_removed_and_nothing_else(heen: Heen) -> None:
    beheer = heen.hier.dienst.waarneming
    heen.lees(geef_terug(heen.daar, heen.stick))
    beheer.neem_over("teruggegeven")
    beheer.rond_overname_af()
    heen.hier.aan()
    beheer = heen.hier.dienst.waarneming
    (opzij,) = beheer.opzij()
    for naam in ("..", "kluis.db", opzij.name + "/.."):
        with pytest.raises(ValueError, match="aside"):
            beheer.verwijder_opzij(naam)
    beheer.verwijder_opzij(opzij.name)
    assert beheer.opzij() == []
    assert (heen.hier.kluis / DATABASE).exists()


def test_a_kluis_from_an_older_backup_can_still_take_the_return_in(tmp_path: Path) -> None:
    """The coordinator's laptop is lost; on the new one stands a back-up of before the giving out."""
    hier, stick = thuis(tmp_path / "hier"), tmp_path / "stick"
    stick.mkdir()
    backup = hier.dienst.maak_backup(stick)
    daar = begin(tmp_path / "daar", geef_uit(hier, stick))
    hier.uit()
    leg_vast(daar.store, "Duinrand")
    terug = geef_terug(daar, stick)
    daar.uit()
    nieuw = Toestel.maak(tmp_path / "nieuw")
    nieuw.dienst.zet_backup_terug(backup)
    assert nieuw.aan().toestand is Toestand.HIER
    t = nieuw.dienst.waarneming.lees_teruggave(terug, WACHTZIN)
    assert t.vergelijking.uitkomst is Uitkomst.DAAR_VERDER
    v = t.vergelijking
    waarneming.take_in(
        nieuw.store,
        Kant.HIER,
        "in_overleg",
        gemeenschappelijk=v.gemeenschappelijk,
        alleen_ander=v.alleen_daar,
        nu=NU,
    )
    with nieuw.store.reader() as r:
        assert [o.wie or "onbekend" for o in queries.over_te_doen(r)] == ["Bram Visser"]
    nieuw.dienst.waarneming.lees_teruggave(terug, WACHTZIN)
    nieuw.dienst.waarneming.neem_over("teruggegeven")
    nieuw.dienst.waarneming.rond_overname_af()
    store = nieuw.aan()
    assert store.toestand is Toestand.HIER
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM gemeente WHERE naam = 'Duinrand'") == 1
    nieuw.uit()


# ---- what was destroyed, in a copy that does not lead


def _teruggekomen(tmp_path: Path) -> Toestel:
    """A kluis that was given out, put back from a back-up of before a dossier was destroyed."""
    toestel = thuis(tmp_path / "hier")
    toestel.dienst.sleutels.laat_fg_toe(WACHTZIN, ZIN_FG, TOT)
    sloten = toestel.dienst.sleutels.sloten()
    register_sleutels(toestel.store, Handeling.KLUIS_FG_TOELATEN, sloten, VANDAAG, van=FG)
    weg = leg_dossier_vast(toestel.store, "2026-001")
    stick = tmp_path / "stick"
    geef_uit(toestel, stick)
    kopie = toestel.dienst.maak_backup(stick)
    waarneming.resume(toestel.store, "niet_uit_te_stellen", NU)
    wis_dossier(toestel.store, weg)
    toestel.dienst.backup.bereid_terugzetten_voor(kopie)
    toestel.dienst.backup.zet_klaar()
    return toestel


def _dossiers(store: Store) -> int:
    with store.reader() as r:
        return int(r.value("SELECT count(*) FROM dossier"))


def test_a_copy_that_does_not_lead_destroys_again_what_came_back(tmp_path: Path) -> None:
    toestel = _teruggekomen(tmp_path)
    store = toestel.aan()
    assert store.toestand is Toestand.UITGEGEVEN
    assert _dossiers(store) == 0
    assert codes(store)[-1] == "dossier.wissen"
    with pytest.raises(NietLeidend), store.write(Handeling.DOSSIER_WISSEN):
        pass  # no other may be destroyed there
    with store.reader() as r:
        (schakel,) = [s for s in queries.schakels(r, 0) if s.code == "dossier.wissen"]
    assert not schakel.is_vastlegging  # nothing to be entered again
    toestel.uit()


def test_the_fg_does_not_see_what_was_destroyed(tmp_path: Path) -> None:
    toestel = _teruggekomen(tmp_path)
    with pytest.raises(Storing, match="al vernietigd"):
        toestel.aan(ZIN_FG, SlotSoort.FG)
    toestel.aan()
    store = toestel.aan(ZIN_FG, SlotSoort.FG)
    assert _dossiers(store) == 0
    toestel.uit()

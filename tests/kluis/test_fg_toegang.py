# SPDX-License-Identifier: EUPL-1.2
"""The key of the FG: until its last day, by a clock that nobody can put back, and to look only."""

from datetime import timedelta

import pytest

from gemeente_pga.binnen import log_binnenkomst, meldingen
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.klok import KlokOnzeker, KlokStoring
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import sleutels as handelingen
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.kluis import storingen
from gemeente_pga.store.storingen import AlleenKijken
from tests.kluis.proef import FG, VANDAAG, Proef
from tests.ui_hulp import NU, WACHTZIN

# The FG


def test_fg_opens_until_the_last_day_and_then_no_more(proef: Proef) -> None:
    tot = VANDAAG + timedelta(days=2)
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, tot)
    assert proef.dienst.sleutels.sloten()[-1].tot == tot
    proef.nu = NU + timedelta(days=2)
    assert proef.open(FG, SlotSoort.FG).wie.slot == "fg"
    proef.nu = NU + timedelta(days=3)
    proef.herstart()
    with pytest.raises(storingen.FgToegangVerlopen, match="verlopen"):
        proef.dienst.ontgrendel(FG, met=SlotSoort.FG)


def test_expired_access_is_cleared_away_by_the_next_who_opens(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_FG_TOELATEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Noor Dekker"),
    )
    proef.nu = NU + timedelta(days=1)
    proef.open(WACHTZIN)
    assert SlotSoort.FG not in proef.soorten()
    assert proef.bij() is Handeling.KLUIS_SLEUTEL_VERLOPEN
    assert proef.bij() is None


def _na(proef: Proef, dagen: int) -> None:
    proef.nu = NU + timedelta(days=dagen)


def test_a_clock_far_ahead_is_asked_about_and_takes_no_access_away(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG + timedelta(days=30))
    proef.bij()
    eerder = proef.codes()
    _na(proef, 60 * 365)
    with pytest.raises(KlokStoring) as fout:
        proef.open(WACHTZIN)
    assert "2086" in fout.value.melding
    assert "8 september 2026" in fout.value.melding
    _na(proef, 1)  # she has the clock mended
    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    assert proef.codes() == [*eerder, "kluis.openen"]
    proef.open(FG, SlotSoort.FG)
    log_binnenkomst(proef.dienst)


def test_one_act_with_a_wrong_clock_does_not_end_the_access_of_the_fg(proef: Proef) -> None:
    _na(proef, 200)  # not enough to be asked about
    proef.open(WACHTZIN)
    log_binnenkomst(proef.dienst)
    _na(proef, 0)
    proef.open(WACHTZIN, klopt=True)
    log_binnenkomst(proef.dienst)
    assert proef.codes()[-2:] == ["kluis.klok_bevestigen", "kluis.openen"]
    assert "klok" not in meldingen(proef.dienst)
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG + timedelta(days=30))
    handelingen.register_sleutels(
        proef.store,
        Handeling.KLUIS_FG_TOELATEN,
        proef.dienst.sleutels.sloten(),
        VANDAAG,
        van=Gebruiker("Naima Bakker", "FG"),
    )
    proef.open(FG, SlotSoort.FG)
    log_binnenkomst(proef.dienst)
    assert proef.store.wie.alleen_lezen
    proef.open(WACHTZIN)  # and she is not asked again
    log_binnenkomst(proef.dienst)


def test_fg_cannot_put_the_clock_back(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    _na(proef, 5)
    set_instelling(proef.store, "proef", "1")
    _na(proef, 0)
    for klopt in (False, True):
        with pytest.raises(KlokOnzeker):
            proef.open(FG, SlotSoort.FG, klopt=klopt)


def test_fg_may_change_no_key(proef: Proef) -> None:
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    proef.open(FG, SlotSoort.FG)
    proef.dienst.bevestig_wachtzin(FG)
    for doe in (proef.dienst.sleutels.bereid_herstelcode_voor, proef.dienst.sleutels.bereid_wissel_voor):
        with pytest.raises(storingen.GeenVerlof):
            doe(FG)


def test_fg_looks_and_the_store_refuses_everything_else(proef: Proef) -> None:
    proef.store.save_concept("signaal", "", "half getypt")
    proef.dienst.sleutels.laat_fg_toe(WACHTZIN, FG, VANDAAG)
    store = proef.open(FG, SlotSoort.FG)
    with store.write(Handeling.CASUS_INZIEN):
        pass
    n = store.laatste()
    with pytest.raises(AlleenKijken, match="niets wijzigen"):
        set_instelling(store, "proef", "van de FG")
    store.save_concept("signaal", "", "overschreven")
    store.discard_concept("signaal")
    assert store.laatste() == n
    assert proef.open(WACHTZIN).concept("signaal") == "half getypt"

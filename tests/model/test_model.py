# SPDX-License-Identifier: EUPL-1.2
"""Random ways through the program: no illegal state, one line for every act, every day right.

`python -m tests.model` walks further and prints what it did.
"""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain import bewaren, casusstappen, signaalstappen, weegregels
from gemeente_pga.domain import casus as domeincasus
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.periode import Periode
from gemeente_pga.handelingen import los
from gemeente_pga.handelingen import vernietiging as vernietigen
from tests.model.daden import DADEN
from tests.model.machine import draai

STAPPEN = 2000
ZADEN = (2, 102, 202, 302, 402)  # each run counts on from its seed
ROOT = Path(__file__).resolve().parents[2]
# Acts on the kluis as a whole, a waarneming or the log have tests and campaigns of their own (tests/fouten).
ELDERS = ("kluis.", "waarneming.", "journaal.", "systeem.", "fg.", "zoeken.")


def test_no_way_leads_to_an_illegal_state() -> None:
    teller = draai(STAPPEN, seed=1, krimp=False)
    assert teller.stappen >= STAPPEN
    assert teller.vernietigd
    assert sum(teller.geweigerd.values()) > STAPPEN // 20


@pytest.mark.traag
@pytest.mark.parametrize("seed", ZADEN)
def test_twenty_thousand_steps(seed: int) -> None:
    """Other examples than above, and ten times as many together; about twenty seconds each.

    In processes of their own: what one walk leaves behind in memory is no part of the next.
    """
    stappen = 10 * STAPPEN // len(ZADEN)
    opdracht = [
        sys.executable,
        "-m",
        "tests.model",
        "--seed",
        str(seed),
        "--steps",
        str(stappen),
        "--as-it-is",
    ]
    loop = subprocess.run(opdracht, cwd=ROOT, capture_output=True, text=True, check=False)
    assert loop.returncode == 0, loop.stdout + loop.stderr
    assert int(loop.stdout.split()[0]) >= stappen


def test_every_act_is_in_the_machine() -> None:
    bekend = {daad.act for daad in DADEN.values()}
    mist = [act.code for act in Handeling if act not in bekend and not act.code.startswith(ELDERS)]
    assert mist == []


def _niets(*_: Any, **__: Any) -> tuple[()]:
    return ()


def _dertig_dagen(periode: Periode, dag: date) -> date:
    """Every month has thirty days: how a term is often miscounted."""
    maanden = periode.jaren * 12 + periode.maanden
    return dag + timedelta(days=maanden * 30 + periode.weken * 7 + periode.dagen)


@pytest.mark.parametrize(
    ("waar", "naam", "zonder", "poorten"),
    [
        pytest.param(
            weegregels, "missing_kernpartijen", _niets, "stel_weging_vast", id="twee partijen beslissen"
        ),
        pytest.param(
            signaalstappen, "_belet_agenderen", _niets, "agendeer", id="acuut gevaar wordt niet gemeld"
        ),
        pytest.param(
            casusstappen, "_mist_voorbereiding", _niets, "begin_overleg", id="casus zonder deelnemers"
        ),
        pytest.param(
            casusstappen, "_mist_herbeoordeelde", _niets, "zet_stap", id="noodzaak niet opnieuw gewogen"
        ),
        pytest.param(domeincasus, "check_uiterlijk", _niets, "zet_regie", id="herbeoordeling te laat"),
        pytest.param(
            bewaren,
            "_procedures",
            _niets,
            "stel_lijst_op registreer_verzoek",
            id="vernietigd tijdens een procedure",
        ),
        pytest.param(vernietigen, "belet_uitvoeren", _niets, "vernietig", id="vernietigd zonder bedenktijd"),
        pytest.param(los, "belet_los", _niets, "vernietig_los", id="los stuk te vroeg vernietigd"),
        pytest.param(Periode, "after", _dertig_dagen, "stel_bewaring_vast", id="een maand is dertig dagen"),
    ],
)
def test_a_rule_that_is_gone_is_found(
    monkeypatch: pytest.MonkeyPatch, waar: Any, naam: str, zonder: Any, poorten: str
) -> None:
    """The only place where our own code is replaced: to show that the machine would see it."""
    monkeypatch.setattr(waar, naam, zonder)
    with pytest.raises(AssertionError, match=r"(had|werd) geweigerd|moet .*zijn"):
        draai(4 * STAPPEN, seed=1, krimp=False, nadruk=tuple(poorten.split()))

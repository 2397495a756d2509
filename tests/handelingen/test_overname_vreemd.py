# SPDX-License-Identifier: EUPL-1.2
"""A file may not reach beyond its own dossier, nor say in its overview what is not in its rows.

Whoever gave a dossier, or was given one, knows the ids of its rows: a later file could name them.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overname import Aanbieding, Aanvaarding, BestandOngeldig
from gemeente_pga.handelingen.overname import Aangeboden, accept
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.dossiervorm import tabellen, velden
from gemeente_pga.store.queries.overgenomen import overgenomen
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.store import Store
from tests.overname_hulp import overview, sent_by_another
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT
from tests.ui_hulp import NU, richt_in

OP = NU.date()


@pytest.fixture(scope="module")
def oefenkluis(tmp_path_factory: pytest.TempPathFactory, echt_kader: Kader) -> Iterator[Store]:
    """Filled once; these tests only read it."""
    pad = tmp_path_factory.mktemp("oefenkluis") / "kluis.db"
    kluis = Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    kluis.oefening = True
    fill(kluis, echt_kader, NU)
    yield kluis
    kluis.close()


@pytest.fixture(scope="module")
def stukken(oefenkluis: Store) -> list[Meegaand]:
    """Every practice dossier, as it would be given."""
    with oefenkluis.reader() as r:
        return [pack(r, rij["id"], "herindeling") for rij in r.rows("SELECT id FROM dossier ORDER BY nummer")]


@pytest.fixture
def ander(tmp_path: Path, echt_kader: Kader) -> Iterator[Store]:
    """A fresh kluis of another municipality, ready for use."""
    kluis = Store.maak(tmp_path / "ander.db", bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    richt_in(kluis, echt_kader)
    yield kluis
    kluis.close()


def rijk(stukken: list[Meegaand]) -> Meegaand:
    return max(stukken, key=lambda s: sum(map(len, json.loads(s.inhoud)["rijen"].values())))


def neem_over(store: Store, stuk: Meegaand) -> int:
    with store.reader() as r:
        besluit = Aanvaarding(r.value("SELECT id FROM gemeente"), "avg_6_1_e", "Rechtsopvolger.")
    return accept(store, Aangeboden(stuk.inhoud, stuk.aanbieding), overview(stuk), besluit, op=OP)


def veranderd(stuk: Meegaand, wijzig: Callable[[dict[str, Any]], None]) -> Meegaand:
    gelezen = json.loads(stuk.inhoud)
    wijzig(gelezen["rijen"])
    inhoud = json.dumps(gelezen).encode("ascii")
    sha256 = hashlib.sha256(inhoud).hexdigest()
    return replace(stuk, inhoud=inhoud, aanbieding=replace(stuk.aanbieding, sha256=sha256))


def losse() -> list[tuple[str, str]]:
    """Columns that lead to a row without a foreign key that says to which table."""
    return [(t, k) for t in tabellen() for k, soort in velden(t).items() if soort == "id" and k != "id"]


def test_there_are_such_columns_and_the_practice_dossiers_fill_them(stukken: list[Meegaand]):
    assert ("statusovergang", "onderwerp_id") in losse()
    assert ("document", "onderwerp_id") in losse()
    gevuld = {(t, k) for s in stukken for t, k in losse() if json.loads(s.inhoud)["rijen"][t]}
    assert len(gevuld) >= 4


@pytest.mark.parametrize("tabel", ["statusovergang", "document"])
def test_a_row_that_leads_to_another_dossier_here_is_refused(
    tabel: str, ander: Store, stukken: list[Meegaand]
):
    eerste = rijk(stukken)
    neem_over(ander, eerste)
    doel = json.loads(eerste.inhoud)["rijen"]["signaal"][0]["id"]
    vreemd = veranderd(
        sent_by_another(eerste),
        lambda rijen: rijen[tabel][0].update(onderwerp_soort="signaal", onderwerp_id=doel),
    )
    with ander.reader() as r:
        voor = r.value("SELECT count(*) FROM statusovergang WHERE onderwerp_id = ?", int(doel, 16))
    with pytest.raises(BestandOngeldig):
        neem_over(ander, vreemd)
    with ander.reader() as r:
        na = r.value("SELECT count(*) FROM statusovergang WHERE onderwerp_id = ?", int(doel, 16))
        assert na == voor
        assert r.value("SELECT count(*) FROM dossier") == 1
    neem_over(ander, sent_by_another(eerste))  # unchanged it comes in: the reference was what was refused


@pytest.mark.parametrize(
    "leugen",
    [
        {"nummer": "2020-999"},
        {"gemeente": "Elders"},
        {"stand": "Casus: Opgenomen en gewist"},
        {"van": "2001-01-01"},
        {"kader": "Een ander kader (1)"},
        {"signalen": 77},
        {"wegingen": 77},
        {"overleggen": 77},
        {"documenten": 77},
        {"bijlagen": 77},
    ],
    ids=lambda leugen: next(iter(leugen)),
)
def test_an_overview_that_says_something_else_than_the_rows_is_refused(
    leugen: dict[str, Any], stukken: list[Meegaand]
):
    stuk = rijk(stukken)
    with pytest.raises(BestandOngeldig):
        Aangeboden(stuk.inhoud, replace(stuk.aanbieding, **leugen))


def test_everything_the_overview_says_is_looked_at():
    gezegd = {*Aanbieding.__dataclass_fields__}
    assert gezegd == {
        "nummer", "gemeente", "stand", "van", "kader",
        "signalen", "wegingen", "overleggen", "documenten", "bijlagen", "sha256",
    }  # fmt: skip


def test_what_the_program_gives_itself_is_never_refused_for_it(ander: Store, stukken: list[Meegaand]):
    for stuk in stukken:
        neem_over(ander, stuk)
        neem_over(ander, sent_by_another(stuk))


# ---- what is to be taken up here


def test_what_is_open_of_a_dossier_that_came_in_is_said_until_it_is_done(
    ander: Store, stukken: list[Meegaand]
):
    stuk = rijk(stukken)
    rijen = json.loads(stuk.inhoud)["rijen"]
    dossier_id = neem_over(ander, stuk)
    with ander.reader() as r:
        stand = overgenomen(r, dossier_id)
    assert stand is not None
    assert (stand.afzender, stand.nummer, stand.op) == ("Oudeveen", stuk.aanbieding.nummer, OP)
    assert stand.stukken == sum(rij["pdf"] is not None for rij in rijen["document"]) > 0
    assert stand.te_doen[0].startswith("Stel bij het sluiten zelf een bewaartermijn vast.")
    with ander.write(Handeling.CASUS_BIJWERKEN) as w:
        w.update("casus", w.value("SELECT id FROM casus"), {"volgende_herbeoordeling": date(2027, 1, 5)})
    with ander.reader() as r:
        straks = overgenomen(r, dossier_id)
        assert straks is not None
        assert "De volgende herbeoordeling is op 5-1-2027." in straks.te_doen
    assert straks.te_doen != stand.te_doen


def test_every_open_request_and_every_holder_of_the_practice_dossiers_is_named(
    ander: Store, stukken: list[Meegaand]
):
    zinnen: list[str] = []
    for stuk in stukken:
        dossier_id = neem_over(ander, stuk)
        with ander.reader() as r:
            stand = overgenomen(r, dossier_id)
            assert stand is not None
            open_ = [
                rij["nummer"]
                for rij in r.rows(
                    "SELECT nummer FROM verzoek WHERE dossier_id = ? AND onherroepelijk_op IS NULL "
                    "AND ingetrokken_op IS NULL",
                    dossier_id,
                )
            ]
        assert all(any(f"verzoek {nummer} over" in zin for zin in stand.te_doen) for nummer in open_)
        zinnen += [zin for zin in stand.te_doen if "verzoek" in zin or "houder" in zin]
    assert any("Neem verzoek" in zin for zin in zinnen)
    assert any("houder" in zin for zin in zinnen)


def test_a_dossier_that_came_into_being_here_has_no_such_list(oefenkluis: Store):
    with oefenkluis.reader() as r:
        assert [overgenomen(r, rij["id"]) for rij in r.rows("SELECT id FROM dossier LIMIT 3")] == [None] * 3

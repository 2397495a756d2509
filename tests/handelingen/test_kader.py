# SPDX-License-Identifier: EUPL-1.2
"""Acts on the kader: values and signatures, each logged, and what then counts."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.kader import NIET_VASTGESTELD, VASTGESTELD, parse_kader
from gemeente_pga.domain.kaderronde import Kaderwissel, Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.handelingen.kader import activate, import_kader, record_ronde, set_waarde, switch_dossier
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.kaderbestand import read_bestand, shipped
from gemeente_pga.store.queries.dossiers import actief_kader_id
from gemeente_pga.store.queries.jaarstuk import jaarstuk
from gemeente_pga.store.queries.kader import (
    kader_van,
    kader_van_dossier,
    kaders,
    kaderwaarden,
    kaderwissels,
    termijnvaststellingen,
)
from gemeente_pga.store.store import Store
from tests.casus_hulp import acts
from tests.inrichting_hulp import NU, OP, stel_vast
from tests.weegploeg import Zaak, nieuwe_zaak

RONDE = Ronde("mr. L. Verhulst", "Jurist", date(2026, 9, 8), "wetten.overheid.nl, 8 september 2026")


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def waarde(termijn: str) -> Kaderwaarde:
    return Kaderwaarde(
        "bewaartermijn", "casus_gesloten", "termijn", termijn, "besluit_gemeente", "Besluit 12"
    )


@pytest.mark.eis("G8")
def test_a_signed_term_counts_until_somebody_changes_it(store: Store, ids: dict[str, int]):
    was = acts(store)
    set_waarde(store, ids["kader"], waarde("P5Y"))
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"]) == {}
    record_ronde(
        store, ids["kader"], Ondertekening(RONDE, (("bewaartermijn", "casus_gesloten"),), "Archiefwet")
    )
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"])["casus_gesloten"].termijn == "P5Y"
        assert kader_van(r, ids["kader"]).bewaartermijn("casus_gesloten").status == VASTGESTELD
    set_waarde(store, ids["kader"], waarde("P6Y"))
    set_waarde(store, ids["kader"], waarde("P7Y"))
    with store.reader() as r:
        assert termijnvaststellingen(r, ids["kader"]) == {}, "no end date rests on it any more"
        nu = kader_van(r, ids["kader"]).bewaartermijn("casus_gesloten")
        assert (nu.termijn, nu.status) == ("P7Y", NIET_VASTGESTELD), "the last of one second counts"
    assert acts(store)[len(was) :] == [
        Handeling.KADER_WAARDE.code, Handeling.KADER_VASTSTELLEN.code,
        Handeling.KADER_WAARDE.code, Handeling.KADER_WAARDE.code,
    ]  # fmt: skip
    with store.reader() as r:
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "besluit_gemeente"


@pytest.mark.eis("G22")
def test_the_smallest_count_of_a_report_goes_up_by_an_act_and_never_down(store: Store, ids: dict[str, int]):
    def drempel(getal: str) -> Kaderwaarde:
        return Kaderwaarde("kader", "kader", "drempel", getal, "convenant", "Besluit college")

    for fout in ("4", "acht", ""):
        with pytest.raises(Storing, match="niet lager"):
            set_waarde(store, ids["kader"], drempel(fout))
    set_waarde(store, ids["kader"], drempel("8"))
    with store.reader() as r:
        kader = kader_van(r, ids["kader"])
        stuk = jaarstuk(r, Bereik((ids["gemeente_id"],), (2026,)), kader, OP).stuk
        assert r.value("SELECT reden FROM handeling ORDER BY n DESC LIMIT 1") == "convenant"
    assert (kader.drempel, stuk.drempel) == (8, 8)
    assert "kleiner dan 8" in stuk.vragen


def test_nothing_is_signed_that_is_not_there_and_nothing_is_half_recorded(store: Store, ids: dict[str, int]):
    was, gewijzigd = acts(store), store.gewijzigd
    for items in ((), (("bewaartermijn", "casus_gesloten"),), (("criterium", "bestaat_niet"),)):
        with pytest.raises(Storing):
            record_ronde(store, ids["kader"], Ondertekening(RONDE, items, "x"))
    with pytest.raises(Storing, match="niet te wijzigen"):
        set_waarde(store, ids["kader"], Kaderwaarde("partij", "politie", "kernpartij", "nee", "fout"))
    assert acts(store) == was
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM vaststellingsronde") == 0
        assert kaderwaarden(r, ids["kader"]) == ()
    assert store.gewijzigd >= gewijzigd


def test_the_file_in_the_kluis_stays_as_it_was_copied(store: Store, ids: dict[str, int]):
    with store.reader() as r:
        tekst = r.value("SELECT tekst FROM kader WHERE id = ?", ids["kader"])
    stel_vast(store, ["casus_gesloten", "signaal_niet_opgenomen"])
    with store.reader() as r:
        assert r.value("SELECT tekst FROM kader WHERE id = ?", ids["kader"]) == tekst
        assert set(termijnvaststellingen(r, ids["kader"])) == {"casus_gesloten", "signaal_niet_opgenomen"}


# ---- another version beside the old


def wissel(naar: int, **anders: str) -> Kaderwissel:
    basis = {"reden": "overgangsrecht", "toelichting": "De casus liep al voor de wet."}
    return Kaderwissel(naar_kader_id=naar, op=date(2026, 11, 4), **(basis | anders))


def zonder_keuze(tekst: str) -> str:
    regel = next(r for r in tekst.splitlines() if 'code = "verhuisd"' in r)
    return tekst.replace(regel + "\n", "")


@pytest.mark.eis("c22")
def test_a_dossier_keeps_its_kader_until_there_is_a_reason(zaak: Zaak):
    store = zaak.store
    oud = import_kader(store, shipped()[1], NU)
    with store.reader() as r:
        nu = actief_kader_id(r)
        assert {k.id: k.actief for k in kaders(r)} == {nu: True, oud: False}
    activate(store, oud, "wet_gewijzigd", NU)
    with store.reader() as r:
        assert actief_kader_id(r) == oud
        assert kader_van_dossier(r, zaak.dossier_id).code == "wet_pga_2025", "what runs keeps its own"
    was = acts(store)
    for fout in (wissel(oud, reden=""), wissel(oud, toelichting=""), wissel(int(nu or 0))):
        with pytest.raises(Storing):
            switch_dossier(store, zaak.dossier_id, fout)
    assert acts(store) == was
    switch_dossier(store, zaak.dossier_id, wissel(oud))
    with store.reader() as r:
        assert kader_van_dossier(r, zaak.dossier_id).code == "modelconvenant"
        (regel,) = kaderwissels(r, zaak.dossier_id)
        assert regel.reden == "overgangsrecht"
        handeling = r.row("SELECT reden, dossier_id FROM handeling ORDER BY n DESC LIMIT 1")
    assert handeling == {"reden": "overgangsrecht", "dossier_id": zaak.dossier_id}


def test_what_is_weighed_keeps_the_kader_of_its_day(zaak: Zaak):
    store = zaak.store
    weging_id = begin_weging(store, zaak.dossier_id, date(2026, 11, 4))
    oud = import_kader(store, shipped()[1], NU)
    switch_dossier(store, zaak.dossier_id, wissel(oud))
    with store.reader() as r:
        eigen = r.value("SELECT kader_id FROM weging WHERE id = ?", weging_id)
        assert kader_van(r, eigen).code == "wet_pga_2025"


def test_the_same_text_twice_or_the_same_kader_again_is_refused(store: Store, ids: dict[str, int]):
    with pytest.raises(Storing, match="staat er al"):
        import_kader(store, shipped()[0], NU)
    with pytest.raises(Storing, match="al in gebruik"):
        activate(store, ids["kader"], "vergissing", NU)


def test_a_kader_that_leaves_old_items_nameless_does_not_come_into_use(store: Store, ids: dict[str, int]):
    arm = parse_kader(zonder_keuze(shipped()[0].tekst), "arm.toml")
    arm_id = import_kader(store, arm, NU)
    with pytest.raises(Storing, match="mist 1 codes") as fout:
        activate(store, arm_id, "vergissing", NU)
    assert "verhuisd" in fout.value.raad
    with store.reader() as r:
        assert actief_kader_id(r) == ids["kader"]


@pytest.mark.parametrize(
    ("maak", "waar"),
    [
        (lambda t: t.replace("[kader]", "[kader]\nvreemd = 1", 1), "vreemd"),
        (lambda t: t.replace('termijn = ""', 'termijn = "P5Y"', 1), "termijn"),
        (lambda t: t.replace("geblokkeerd = true", "geblokkeerd = false"), "heimelijk"),
        (lambda t: t + "#" * 2_000_000, "te groot"),
        (lambda t: "\x00\x01\x02", "regel 1"),
        (lambda t: "", "ontbreekt"),
    ],
)  # fmt: skip
def test_a_file_from_outside_is_read_as_strictly_as_ours(
    tmp_path: Path, maak: Callable[[str], str], waar: str
):
    bestand = tmp_path / "eigen.toml"
    bestand.write_text(maak(shipped()[0].tekst), encoding="utf-8")
    with pytest.raises(Storing) as fout:
        read_bestand(bestand)
    assert waar in f"{fout.value.melding} {fout.value.raad}"


def test_what_is_no_text_at_all_is_refused_in_words(tmp_path: Path):
    bestand = tmp_path / "foto.toml"
    bestand.write_bytes(bytes(range(256)))
    with pytest.raises(Storing, match="niet te lezen als tekst"):
        read_bestand(bestand)
    with pytest.raises(Storing, match="niet te lezen als tekst"):
        read_bestand(tmp_path / "weg.toml")

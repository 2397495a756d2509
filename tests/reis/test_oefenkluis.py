# SPDX-License-Identifier: EUPL-1.2
"""The practice kluis: filled through the real acts, in every state, and in order afterwards."""

from datetime import date, timedelta

import pytest

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.kader import Kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.oefenkluis.bouw import werkdag
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.merktekens import merktekens
from gemeente_pga.store.queries.verzoek import verzoeken
from gemeente_pga.store.store import Store
from tests.ui_hulp import NU


@pytest.fixture
def gevuld(store: Store, echt_kader: Kader) -> Store:
    store.oefening = True
    fill(store, echt_kader, NU)
    return store


def _kolom(store: Store, sql: str) -> set[object]:
    with store.reader() as r:
        return {next(iter(rij.values())) for rij in r.rows(sql)}


def test_it_holds_dossiers_in_all_states_of_every_ideology(gevuld: Store, echt_kader: Kader) -> None:
    assert _kolom(gevuld, "SELECT status FROM signaal") == {
        *("ontvangen", "geagendeerd", "in_weging", "nadere_informatie"),
        *("doorgeleid", "gesloten", "opgenomen"),
    }
    assert _kolom(gevuld, "SELECT status FROM casus") == {
        *("voorbereiding", "in_uitvoering", "herbeoordeling", "afgesloten"),
    }
    assert _kolom(gevuld, "SELECT status FROM overleg") == {"voorbereiding", "vastgesteld"}
    wel = _kolom(gevuld, "SELECT ideologie FROM dossier WHERE ideologie <> ''")
    # That of the signal which waits for the weegploeg is not recorded: nobody judged it yet.
    assert wel == {code.code for code in echt_kader.codelijst("ideologie")} - {"anti_institutioneel"}
    assert not _kolom(
        gevuld,
        "SELECT id FROM dossier d WHERE ideologie <> '' AND NOT EXISTS (SELECT 1 FROM weging w "
        "WHERE w.dossier_id = d.id AND w.status = 'vastgesteld' AND w.datum <= d.ideologie_op)",
    )
    assert len(_kolom(gevuld, "SELECT id FROM dossier")) >= 8
    assert _kolom(gevuld, "SELECT overgenomen FROM dossier") == {0, 1}


def test_every_frozen_document_has_its_bytes(gevuld: Store) -> None:
    with gevuld.reader() as r:
        assert r.value("SELECT count(*) FROM document WHERE pdf IS NULL") == 0
        soorten = {rij["soort"] for rij in r.rows("SELECT DISTINCT soort FROM document")}
    assert soorten >= {"weegverslag", "agenda", "verslag", "uittreksel", "actielijst"}


def test_a_copy_is_back_one_is_not_and_one_is_lost(gevuld: Store, echt_kader: Kader) -> None:
    assert _kolom(gevuld, "SELECT stand FROM exemplaar") == {"teruggenomen", "uitgereikt", "vermist"}
    assert len(_kolom(gevuld, "SELECT nummer FROM datalek WHERE gesloten_op IS NULL")) == 1
    (lek,) = _kolom(gevuld, "SELECT bronhouders FROM datalek")
    assert lek == "Gemeente Waterhoven, Reclassering"  # who reported it hears of the leak too
    assert _kolom(gevuld, "SELECT ontvanger FROM verstrekking") == {"de woningcorporatie"}
    with gevuld.reader() as r:
        schermen = {punt.scherm for punt in aandacht(r, echt_kader, NU.date())}
    assert schermen >= {"datalek", "wie_heeft_wat"}


def test_a_request_runs(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        (regel,) = verzoeken(r, lopend=True)
        punten = aandacht(r, echt_kader, NU.date(), oefenkluis=True)
    assert regel.uiterlijk is not None
    assert [p.onderwerp_id for p in punten if p.onderwerp is Onderwerp.VERZOEK][:1] == [regel.id]


def test_a_hold_a_review_and_a_list_are_there_once(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        (hold,) = r.rows("SELECT wat, beeindigd_op FROM aanhouding")
        (blad,) = r.rows("SELECT id, uitkomst FROM herbeoordeling WHERE status = 'vastgesteld'")
        antwoorden = {rij["actueel"] for rij in r.rows("SELECT actueel FROM actualiteit")}
        (regel,) = r.rows("SELECT dossier_id, bevestigd_op FROM vernietigingsregel")
        einde = r.value("SELECT einde FROM bewaring WHERE dossier_id = ?", regel["dossier_id"])
        merken = {m for rij in r.rows("SELECT id FROM dossier") for m in merktekens(r, rij["id"])}
        redenen = [rij["reden"] for rij in r.rows("SELECT reden FROM herbeoordeling_criterium")]
    assert (hold["wat"], hold["beeindigd_op"]) == ("informeren", None)
    assert blad["uitkomst"] == "voortzetten"
    assert len(set(redenen)) == len(redenen)  # each question was thought about by itself
    assert "nee" in antwoorden
    assert regel["bevestigd_op"] is None
    assert einde <= NU.date().isoformat()
    assert any(merk.startswith("Wacht op verzoek") for merk in merken)


def test_it_is_sealed_and_says_who_did_it(gevuld: Store) -> None:
    keten, zegels = gevuld.controleer_keten(), gevuld.controleer_zegels()
    assert (keten.klaar, keten.bevinding) == (True, None)
    assert (zegels.klaar, zegels.bevinding) == (True, None)
    with gevuld.reader() as r:
        naamloos = {rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE gebruiker_id IS NULL")}
    assert naamloos <= {"kluis.aanmaken", "systeem.inrichten"}


def test_bureau_has_something_due(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        punten = aandacht(r, echt_kader, NU.date())
    assert len(punten) >= 4


@pytest.mark.traag
@pytest.mark.parametrize("dagen", [111, 175])  # 28 December, 2 March: months and years turn
def test_it_can_be_made_on_any_day(store: Store, echt_kader: Kader, dagen: int) -> None:
    store.oefening = True
    fill(store, echt_kader, NU + timedelta(days=dagen))
    assert len(_kolom(store, "SELECT id FROM dossier")) >= 8


_ZITTINGEN = (
    ("weging", "datum"), ("overleg", "datum"), ("overleg", "volgend_overleg"), ("overleg", "vastgesteld_op"),
    ("signaal", "geagendeerd_voor"), ("casus", "geopend_op"), ("herbeoordeling", "datum"),
)  # fmt: skip


def test_a_working_day_is_never_in_a_weekend() -> None:
    vrijdag = date(2026, 9, 11)
    ervoor = [werkdag(vrijdag + timedelta(days=n)) for n in range(4)]
    assert ervoor == [vrijdag, vrijdag, vrijdag, vrijdag + timedelta(days=3)]
    erna = [werkdag(vrijdag + timedelta(days=n), vooruit=True) for n in range(4)]
    assert erna == [vrijdag, *[vrijdag + timedelta(days=3)] * 3]


@pytest.mark.parametrize("dagen", [0, 1])  # four and six days on are a Saturday, a Sunday and a Monday
def test_no_weging_or_meeting_is_in_a_weekend(store: Store, echt_kader: Kader, dagen: int) -> None:
    store.oefening = True
    fill(store, echt_kader, NU + timedelta(days=dagen))
    for tabel, kolom in _ZITTINGEN:
        gekozen = _kolom(store, f"SELECT {kolom} FROM {tabel} WHERE {kolom} <> ''")  # noqa: S608 - our own names
        assert gekozen, (tabel, kolom)
        for dag in gekozen:
            assert date.fromisoformat(str(dag)[:10]).isoweekday() <= 5, (tabel, kolom, dag)


def test_data_that_ask_for_more_are_there(gevuld: Store, echt_kader: Kader) -> None:
    assert _kolom(gevuld, "SELECT categorie FROM informatie") == {"gewoon", "strafrechtelijk"}
    assert "hulpverlening" in _kolom(gevuld, "SELECT contactdoel FROM informatie")
    with gevuld.reader() as r:
        punten = aandacht(r, echt_kader, NU.date())
    assert [punt.wat for punt in punten if punt.wat.startswith("Naaste in dossier")]


def test_mandates_an_external_party_and_memos_are_there(gevuld: Store) -> None:
    assert _kolom(gevuld, "SELECT bevoegdheid FROM mandaat") == {"verzoek", "vernietigen"}
    assert len(_kolom(gevuld, "SELECT naam FROM externe_partij")) == 1
    assert _kolom(gevuld, "SELECT antwoord FROM memo") == {"", "akkoord_met_voorwaarde"}


def test_what_proved_wrong_was_told_to_every_holder(gevuld: Store) -> None:
    assert len(_kolom(gevuld, "SELECT tekst FROM zienswijze")) == 1
    assert len(_kolom(gevuld, "SELECT id FROM informatiecorrectie")) == 1
    wie = _kolom(gevuld, "SELECT houder FROM houderbericht")
    assert "Openbaar Ministerie" in wie
    assert "de woningcorporatie" not in wie  # heard of the rent, never of this
    assert _kolom(gevuld, "SELECT antwoord FROM houderbericht") == {""}

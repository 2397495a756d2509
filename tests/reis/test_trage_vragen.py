# SPDX-License-Identifier: EUPL-1.2
"""What was made fast says the same as the plain slow way, on the practice kluis."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from gemeente_pga.domain.informeren import NOG_NIET
from gemeente_pga.domain.kader import Kader
from gemeente_pga.kaderbestand import read_kader
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store import schema
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries import bureau_gegevens, bureau_houders, jaarcijfers
from gemeente_pga.store.queries.bewaarlijst import bewaarregels, zonder_einddatum
from gemeente_pga.store.queries.bureaubron import PER_SOORT
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.informeren import wachtenden
from gemeente_pga.store.queries.termijnen import eerste_termijnen, open_termijnen
from gemeente_pga.store.queries.verzoek import verzoek, verzoeken
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.store import Store
from tests.store.bouw import nieuwe_kluis, open_kluis
from tests.ui_hulp import NU

LATER = date(2029, 1, 1)  # by then every term of the practice kluis has run out


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all: these tests only read."""
    store = open_kluis(nieuwe_kluis(tmp_path_factory.mktemp("trage_vragen")))
    store.oefening = True
    fill(store, read_kader(), NU)
    yield store
    store.close()


def test_the_tables_that_are_known_are_those_of_the_kluis(gevuld: Store) -> None:
    with gevuld._v.in_ruimte(Ruimte.BOUW):
        assert schema.verwachte_tabellen(schema.migraties()) == schema.gelogde_tabellen(gevuld._v)


def test_the_soonest_terms_are_the_first_of_all_terms(gevuld: Store) -> None:
    with gevuld.reader() as r:
        alle = open_termijnen(r)
        assert len(alle) == eerste_termijnen(r, 3)[1] > 5
        for n in (1, 3, len(alle) - 1, len(alle) + 5):
            assert eerste_termijnen(r, n) == (alle[:n], len(alle))


def test_the_last_weging_says_when_to_look_again_where_no_casus_came_of_it(gevuld: Store) -> None:
    with gevuld.reader() as r:
        wegingen = r.rows("SELECT * FROM weging WHERE status = 'vastgesteld' ORDER BY datum, id")
        laatste = {w["dossier_id"]: w for w in wegingen}
        anders = {rij["dossier_id"] for rij in r.rows("SELECT dossier_id FROM casus")}
        anders |= {
            rij["dossier_id"]
            for rij in r.rows(
                "SELECT b.dossier_id FROM informeerbesluit b JOIN persoon p "
                "ON p.id = b.persoon_id WHERE p.rol = 'betrokkene'"
            )
        }
        verwacht = {
            (dossier_id, w["informeren_opnieuw_op"])
            for dossier_id, w in laatste.items()
            if dossier_id not in anders and w["informeren_opnieuw_op"] and w["informeren"] in NOG_NIET
        }
        lijst = {
            (t.onderwerp_id, t.dag.isoformat())
            for t in open_termijnen(r)
            if t.soort == "Informeren opnieuw bekijken"
        }
    assert verwacht
    assert verwacht <= lijst


def test_closed_dossiers_are_those_whose_head_says_so(gevuld: Store) -> None:
    with gevuld.reader() as r:
        koppen = [dossierkop(r, rij["id"]) for rij in r.rows("SELECT id FROM dossier")]
        dicht = {kop.id for kop in koppen if kop is not None and kop.gesloten}
        assert {regel.dossier_id for regel in bewaarregels(r)} == dicht
        zonder = dicht - {rij["dossier_id"] for rij in r.rows("SELECT dossier_id FROM bewaring")}
        laatste = [
            r.value("SELECT max(op) FROM statusovergang WHERE dossier_id = ?", dossier_id)
            for dossier_id in zonder
        ]
        assert zonder_einddatum(r) == (len(zonder), date.fromisoformat(min(laatste)[:10]))


def test_naasten_are_asked_about_in_dossiers_that_run(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        rijen = r.rows("SELECT id, dossier_id FROM persoon WHERE rol = 'naaste' AND bewaren_tot < ?", LATER)
        loopt = {
            f"persoon:{rij['id']}"
            for rij in rijen
            if (kop := dossierkop(r, rij["dossier_id"])) is not None and not kop.gesloten
        }
        assert {punt.veld for punt in bureau_gegevens.punten(r, echt_kader, LATER)} == loopt


def test_copies_and_notices_are_counted_per_document_and_dossier(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        uit = r.rows(
            "SELECT d.titel, d.kenmerk, min(e.id) AS id, count(*) AS n FROM exemplaar e JOIN uitgifte u "
            "ON u.id = e.uitgifte_id JOIN document d ON d.id = u.document_id WHERE e.stand = 'uitgereikt' "
            "GROUP BY d.id"
        )
        berichten = r.rows(
            "SELECT dossier_id, min(id) AS id FROM houderbericht WHERE antwoord = '' AND (antwoord_voor <= ? "
            "OR (verstuurd_op IS NULL AND document_id IS NOT NULL)) GROUP BY dossier_id",
            LATER,
        )
        exemplaren = bureau_houders._niet_terug(r, echt_kader, LATER)
        assert sorted((punt.onderwerp_id or 0, punt.wat.split(":")[0]) for punt in exemplaren) == sorted(
            (rij["id"], f"{rij['titel']} {rij['kenmerk']}".split(":")[0]) for rij in uit
        )
        assert {(punt.onderwerp_id, punt.veld) for punt in bureau_houders._berichten(r, LATER)} == {
            (rij["dossier_id"], f"houderbericht:{rij['id']}") for rij in berichten
        }


def test_requests_that_run_stand_in_the_same_order(gevuld: Store) -> None:
    with gevuld.reader() as r:
        loopt = r.rows(
            "SELECT id FROM verzoek WHERE onherroepelijk_op IS NULL AND ingetrokken_op IS NULL "
            "ORDER BY uiterlijk IS NULL DESC, uiterlijk, ontvangen_op DESC, id"
        )
        traag = [verzoek(r, rij["id"]) for rij in loopt]
        assert list(verzoeken(r, lopend=True, hoogstens=PER_SOORT)) == traag
        assert list(verzoeken(r, lopend=True, hoogstens=1)) == traag[:1]


def test_who_waits_came_in_with_the_first_signal(gevuld: Store) -> None:
    with gevuld.reader() as r:
        for wie in (w for w in wachtenden(r, PER_SOORT) if w.rol == "betrokkene"):
            eerste = r.value("SELECT min(ontvangen_op) FROM signaal WHERE dossier_id = ?", wie.dossier_id)
            assert wie.sinds == date.fromisoformat(eerste[:10])


def test_nobody_who_waits_is_left_out(gevuld: Store) -> None:
    with gevuld.reader() as r:
        besluiten = r.rows("SELECT * FROM informeerbesluit WHERE geinformeerd_op IS NOT NULL")
        verteld = {rij["persoon_id"] for rij in besluiten}
        verder = {rij["dossier_id"] for rij in r.rows("SELECT dossier_id FROM weging")}
        casussen = {rij["dossier_id"]: rij["status"] for rij in r.rows("SELECT * FROM casus")}
        uit = ("afgesloten", "doorgeleid", "overgedragen")
        dicht = {rij["dossier_id"] for rij in r.rows("SELECT * FROM signaal") if rij["status"] in uit}
        verwacht = Counter(
            (p["dossier_id"], p["rol"])
            for p in r.rows("SELECT * FROM persoon")
            if p["id"] not in verteld
            and (
                p["dossier_id"] in dicht - verder - set(casussen)
                if p["rol"] == "betrokkene"
                else casussen.get(p["dossier_id"], "gesloten") not in {"gesloten", "vernietigd"}
            )
        )
        assert verwacht
        assert Counter((w.dossier_id, w.rol) for w in wachtenden(r, PER_SOORT)) == verwacht


def test_a_year_is_counted_as_by_hand(gevuld: Store, echt_kader: Kader) -> None:
    with gevuld.reader() as r:
        for gemeente in r.rows("SELECT id FROM gemeente"):
            for jaar in range(2024, 2028):
                cijfers = jaarcijfers.tel(r, gemeente["id"], jaar, echt_kader, LATER)
                for maat, hoe in (
                    ("ideologie", _ideologie),
                    ("signalen", _signalen),
                    ("doorlooptijd", _dagen),
                ):
                    geteld = {deel: n for (welke, deel), n in cijfers.items() if welke == maat}
                    assert geteld == dict(hoe(r, gemeente["id"], str(jaar)))


def _ideologie(r: Lezer, gemeente_id: int, jaar: str) -> Counter[str]:
    return Counter(
        rij["ideologie"] or "onbekend"
        for rij in r.rows("SELECT * FROM dossier WHERE gemeente_id = ?", gemeente_id)
        if (_eerste(r, rij["id"]) or rij["vastgelegd_op"])[:4] == jaar
    )


def _eerste(r: Lezer, dossier_id: int) -> str:
    return str(r.value("SELECT min(ontvangen_op) FROM signaal WHERE dossier_id = ?", dossier_id) or "")


def _van_jaar(r: Lezer, gemeente_id: int, jaar: str) -> list[tuple[str, str, str]]:
    """Of every signal of this year: how it stood before its casus closed, its day, the day it was weighed."""
    uit = []
    for s in r.rows("SELECT id, dossier_id, status, ontvangen_op FROM signaal"):
        van = r.value("SELECT gemeente_id FROM dossier WHERE id = ?", s["dossier_id"])
        if van != gemeente_id or s["ontvangen_op"][:4] != jaar:
            continue
        was = r.value(
            "SELECT van FROM statusovergang WHERE onderwerp_id = ? AND onderwerp_soort = 'signaal' "
            "AND naar = 'gesloten'",
            s["id"],
        )
        gewogen = r.value(
            "SELECT min(datum) FROM weging WHERE status = 'vastgesteld' AND id IN "
            "(SELECT weging_id FROM weging_signaal WHERE signaal_id = ?)",
            s["id"],
        )
        uit.append((was or s["status"], s["ontvangen_op"][:10], gewogen or ""))
    return uit


def _signalen(r: Lezer, gemeente_id: int, jaar: str) -> Counter[str]:
    return Counter(
        jaarcijfers._uitkomst({"was": was, "status": was, "gewogen": gewogen})
        for was, _, gewogen in _van_jaar(r, gemeente_id, jaar)
    )


def _dagen(r: Lezer, gemeente_id: int, jaar: str) -> Counter[str]:
    return Counter(
        str(max(0, (date.fromisoformat(gewogen) - date.fromisoformat(dag)).days))
        for _, dag, gewogen in _van_jaar(r, gemeente_id, jaar)
        if gewogen
    )

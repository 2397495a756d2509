# SPDX-License-Identifier: EUPL-1.2
"""Destroying what belongs to no dossier: every gate by itself, what goes along, and what stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kaderronde import Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import Kaderwaarde
from gemeente_pga.domain.los import (
    GEEN_EINDE,
    NOTITIE,
    PLEK,
    VERZOEK,
    Losfeiten,
    belet_los,
    beoordeel_losse_machtiging,
    describe_gevolg,
    einddatum,
    verzoek_klaar_op,
)
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.verzoek import Behandeling
from gemeente_pga.handelingen.kader import record_ronde
from gemeente_pga.handelingen.los import destroy_los
from gemeente_pga.handelingen.registers import record_mandaat
from gemeente_pga.handelingen.verzoek import update_verzoek
from gemeente_pga.store.queries.bureau_bewaren import punten
from gemeente_pga.store.queries.los import brieven, losse_stukken, losstuk, te_vernietigen, vernietigd
from gemeente_pga.store.store import Store
from gemeente_pga.store.wissen import grafstenen
from tests import los_hulp as hulp
from tests.inrichting_hulp import kader
from tests.los_hulp import KLAAR_OP, MACHTIGING, VOORBIJ

EINDE = date(2031, 5, 20)


@pytest.fixture
def klaar(store: Store, ids: dict[str, int]) -> Callable[[str], int]:
    """A piece of this kind that may be destroyed on VOORBIJ."""
    hulp.teken(store)

    def maak(soort: str) -> int:
        return hulp.notitie(store) if soort == NOTITIE else hulp.verzoek(store)

    return maak


def zinnen(store: Store, soort: str, rij_id: int, op: date = VOORBIJ) -> str:
    """Everything in the way of this one."""
    with store.reader() as r:
        stuk = losstuk(r, soort, rij_id, kader())
    assert stuk is not None
    return " ".join(punt.zin for punt in belet_los(stuk.feiten, op))


def geweigerd(store: Store, soort: str, rij_id: int, *, op: date = VOORBIJ, **anders: Any) -> str:
    """The act refuses it in a sentence, and records nothing."""
    was = store.laatste()
    with pytest.raises(Storing) as storing:
        destroy_los(store, soort, rij_id, replace(MACHTIGING, **anders), kader(), op=op)
    assert store.laatste() == was
    with store.reader() as r:
        assert r.value(f"SELECT 1 FROM {soort} WHERE id = ?", rij_id) == 1  # noqa: S608 - one of two names
        assert vernietigd(r) == ()
    return f"{storing.value.melding} {storing.value.raad}"


# ---- the gates of the piece itself


def test_a_note_that_is_not_worked_out_waits(store: Store, klaar: Callable[[str], int]) -> None:
    open_ = hulp.notitie(store, dicht=None, gemeld=None)
    assert "nog niet uitgewerkt" in zinnen(store, NOTITIE, open_)
    assert "nog niet uitgewerkt" in geweigerd(store, NOTITIE, open_)


def test_a_note_waits_until_the_weegploeg_has_heard_of_it(store: Store, klaar: Callable[[str], int]) -> None:
    stil = hulp.notitie(store, gemeld=None)
    assert zinnen(store, NOTITIE, stil) == "De weegploeg heeft hier nog niet van gehoord."
    assert "weegploeg" in geweigerd(store, NOTITIE, stil)


def test_a_request_that_runs_waits(store: Store, klaar: Callable[[str], int]) -> None:
    lopend = hulp.verzoek(store, weg=None)
    assert "nog niet onherroepelijk" in geweigerd(store, VERZOEK, lopend)


@pytest.mark.eis("c19", "G8")
@pytest.mark.parametrize("soort", [NOTITIE, VERZOEK])
def test_without_a_signed_term_there_is_no_end(store: Store, ids: dict[str, int], soort: str) -> None:
    rij_id = hulp.notitie(store) if soort == NOTITIE else hulp.verzoek(store)
    assert zinnen(store, soort, rij_id, date(2099, 1, 1)) == GEEN_EINDE
    assert GEEN_EINDE in geweigerd(store, soort, rij_id, op=date(2099, 1, 1))


@pytest.mark.parametrize("soort", [NOTITIE, VERZOEK])
def test_up_to_the_last_day_of_the_term_it_stays(
    store: Store, klaar: Callable[[str], int], soort: str
) -> None:
    rij_id = klaar(soort)
    voor = EINDE - timedelta(days=1)
    assert "loopt tot 20-5-2031" in geweigerd(store, soort, rij_id, op=voor, machtiging_op=voor)
    destroy_los(store, soort, rij_id, replace(MACHTIGING, machtiging_op=EINDE), kader(), op=EINDE)


def test_what_another_request_is_about_goes_after_it(store: Store, klaar: Callable[[str], int]) -> None:
    eerst = klaar(VERZOEK)
    tegen = hulp.verzoek(store, weg=None)
    hulp.noem(store, tegen, eerst)
    assert "gaat over dit verzoek en loopt nog" in geweigerd(store, VERZOEK, eerst)
    with store.write(Handeling.VERZOEK_AFRONDEN) as w:
        w.update("verzoek", tegen, {"ingetrokken_op": KLAAR_OP})
    assert "Vernietig dat eerst." in geweigerd(store, VERZOEK, eerst)
    for verzoek_id in (tegen, eerst):
        destroy_los(store, VERZOEK, verzoek_id, MACHTIGING, kader(), op=VOORBIJ)


def test_a_letter_that_is_still_outside_is_accounted_for_first(
    store: Store, klaar: Callable[[str], int]
) -> None:
    verzoek_id = klaar(VERZOEK)
    with store.write(Handeling.DOCUMENT_AFDRUKKEN) as w:
        document_id = w.insert("document", {
            "soort": "brief", "onderwerp_soort": "verzoek", "onderwerp_id": verzoek_id, "kenmerk": "V-1",
            "titel": "Brief", "gegevens": "{}", "vastgesteld_op": KLAAR_OP,
        })  # fmt: skip
        uitgifte_id = w.insert("uitgifte", {"document_id": document_id, "wijze": "afdruk", "op": KLAAR_OP})
        rij = {"uitgifte_id": uitgifte_id, "nummer": 1, "houder": "Kabeljauw", "stand_op": KLAAR_OP}
        exemplaar_id = w.insert("exemplaar", rij | {"stand": "uitgereikt"})
    assert "buiten de kluis" in geweigerd(store, VERZOEK, verzoek_id)
    with store.write(Handeling.EXEMPLAAR_STAND) as w:
        w.update("exemplaar", exemplaar_id, {"stand": "vernietigd"})
    assert zinnen(store, VERZOEK, verzoek_id) == ""


def test_words_that_say_keep_for_good_count(store: Store, ids: dict[str, int]) -> None:
    velden = {"termijn": "P5Y", "startpunt": "afhandeling_notitie", "waardering": "bewaren"}
    waarden = [Kaderwaarde("bewaartermijn", NOTITIE, v, w, "besluit_gemeente") for v, w in velden.items()]
    ronde = Ronde("mr. L. Verhulst", "Jurist", KLAAR_OP, "Selectielijst")
    record_ronde(
        store, ids["kader"], Ondertekening(ronde, (("bewaartermijn", NOTITIE),), "Archiefwet"), waarden
    )
    rij_id = hulp.notitie(store)
    assert "blijvend bewaard" in geweigerd(store, NOTITIE, rij_id)
    with store.reader() as r:
        assert te_vernietigen(r, kader(), date(2099, 1, 1)) == ()


def test_a_term_that_was_changed_after_signing_does_not_count(
    store: Store, klaar: Callable[[str], int]
) -> None:
    rij_id = klaar(NOTITIE)
    assert zinnen(store, NOTITIE, rij_id) == ""
    with store.write(Handeling.KADER_WAARDE) as w:
        kader_id = w.value("SELECT id FROM kader WHERE actief = 1")
        nieuw = Kaderwaarde("bewaartermijn", NOTITIE, "termijn", "P1Y", "besluit_gemeente")
        later = "2031-06-01T09:00:00.000+02:00"  # after the value that was signed, whatever the clock says
        w.insert("kaderwaarde", nieuw, kader_id=kader_id, vastgelegd_op=later)
    assert GEEN_EINDE in geweigerd(store, NOTITIE, rij_id)


def test_what_belongs_to_a_dossier_is_no_loose_piece(store: Store, klaar: Callable[[str], int]) -> None:
    rij_id = klaar(NOTITIE)
    with store.write(Handeling.NOTITIE_AFHANDELEN) as w:
        dossier = {"nummer": "2026-009", "gemeente_id": w.value("SELECT id FROM gemeente")}
        dossier["kader_id"] = w.value("SELECT id FROM kader")
        w.update("telefoonnotitie", rij_id, {"dossier_id": w.insert("dossier", dossier)})
    assert "hoort bij een dossier" in geweigerd(store, NOTITIE, rij_id)


# ---- when a request has ended


@pytest.mark.parametrize(
    ("dagen", "uit"),
    [
        ((None, None, None, False), None),
        ((KLAAR_OP, None, None, True), KLAAR_OP),
        ((None, KLAAR_OP, None, False), KLAAR_OP),
        ((None, None, KLAAR_OP, False), KLAAR_OP),
        ((None, None, KLAAR_OP, True), None),
        ((VOORBIJ, None, KLAAR_OP, True), VOORBIJ),
    ],
)
def test_the_day_a_request_ended(dagen: tuple[Any, ...], uit: date | None) -> None:
    onherroepelijk, ingetrokken, doorgezonden, besloten = dagen
    assert uit == verzoek_klaar_op(
        onherroepelijk=onherroepelijk, ingetrokken=ingetrokken, doorgezonden=doorgezonden, besloten=besloten
    )


def test_an_end_that_is_still_to_come_is_no_end() -> None:
    (punt,) = belet_los(Losfeiten(VERZOEK, klaar_op=VOORBIJ), VOORBIJ - timedelta(days=1))
    assert "nog niet onherroepelijk" in punt.zin


def test_passed_on_to_who_decides_ends_it(store: Store, klaar: Callable[[str], int]) -> None:
    verzoek_id = hulp.verzoek(store, weg=None)
    update_verzoek(store, verzoek_id, Behandeling(doorgezonden_aan="De provincie", doorgezonden_op=KLAAR_OP))
    assert zinnen(store, VERZOEK, verzoek_id) == ""


def test_a_term_from_a_leap_day_ends_on_a_day_that_there_is(store: Store, ids: dict[str, int]) -> None:
    schrikkel = date(2024, 2, 29)
    hulp.teken(store, "P1Y", op=schrikkel)
    rij_id = hulp.notitie(store, dicht=schrikkel, gemeld=schrikkel)
    with store.reader() as r:
        stuk = losstuk(r, NOTITIE, rij_id, kader())
    assert stuk is not None
    einde = einddatum(stuk.feiten)
    assert einde == date(2025, 2, 28)
    assert belet_los(stuk.feiten, date(2025, 2, 27))
    assert not belet_los(stuk.feiten, date(2025, 2, 28))


# ---- the authorisation


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"machtiging_door": "aydin s"}, "kan niet zelf machtigen"),
        ({"machtiging_door": ""}, "kan niet zelf machtigen"),
        ({"machtiging_functie": "coordinator"}, "niet compleet"),
        ({"machtiging_kenmerk": ""}, "niet compleet"),
        ({"machtiging_op": EINDE - timedelta(days=1)}, "kan niet ouder zijn"),
        ({"machtiging_op": VOORBIJ + timedelta(days=1)}, "nog komt"),
        ({"machtiging_functie": "gemeentesecretaris"}, "geen mandaat"),
    ],
)
@pytest.mark.eis("c19")
@pytest.mark.parametrize("soort", [NOTITIE, VERZOEK])
def test_an_authorisation_that_does_not_hold(
    store: Store, klaar: Callable[[str], int], soort: str, anders: dict[str, Any], woord: str
) -> None:
    assert woord in geweigerd(store, soort, klaar(soort), **anders)


@pytest.mark.parametrize("soort", [NOTITIE, VERZOEK])
def test_a_secretaris_with_a_mandate_may(store: Store, klaar: Callable[[str], int], soort: str) -> None:
    rij_id = klaar(soort)
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
    mandaat = Mandaat("vernietigen", "Het college", "gemeentesecretaris", "", date(2030, 1, 1), None, "M-1")
    record_mandaat(store, gemeente_id, mandaat)
    wie = replace(MACHTIGING, machtiging_functie="gemeentesecretaris")
    destroy_los(store, soort, rij_id, wie, kader(), op=VOORBIJ)


def test_the_form_says_the_same_at_the_field() -> None:
    goed = {
        "machtiging_door": "drs. P. Kuipers", "machtiging_functie": "archivaris", "machtiging_op": VOORBIJ,
        "machtiging_kenmerk": "A-1",
    }  # fmt: skip

    def gebreken(**anders: object) -> set[str]:
        uit = beoordeel_losse_machtiging(
            goed | anders, kader(), VOORBIJ, einde=EINDE, hier=("S. Aydın",), mandaten=((),)
        )
        return {g.veld for g in uit if isinstance(g, Gebrek)} if isinstance(uit, list) else set()

    assert gebreken() == set()
    assert gebreken(machtiging_op=EINDE - timedelta(days=1)) == {"machtiging_op"}
    assert gebreken(machtiging_op=VOORBIJ + timedelta(days=1)) == {"machtiging_op"}
    assert gebreken(machtiging_door="S. Aydin") == {"machtiging_door"}
    assert gebreken(machtiging_functie="gemeentesecretaris") == {"machtiging_door"}
    assert gebreken(machtiging_kenmerk="") == {"machtiging_kenmerk"}


# ---- what goes and what stays


def test_the_note_goes_with_the_typing_about_it_and_nothing_else(
    store: Store, klaar: Callable[[str], int]
) -> None:
    weg, blijft = klaar(NOTITIE), klaar(NOTITIE)
    store.save_concept("terugbellen", str(weg), '{"via": "bekend nummer"}')
    store.save_concept("termijnen", f"{PLEK}_{weg}", '{"machtiging_door": "drs."}')
    store.save_concept("terugbellen", str(blijft), '{"via": "ander nummer"}')
    destroy_los(store, NOTITIE, weg, MACHTIGING, kader(), op=VOORBIJ)
    with store.reader() as r:
        assert [rij["id"] for rij in r.rows("SELECT id FROM telefoonnotitie")] == [blijft]
        assert [
            rij["rij"] for rij in r.rows("SELECT rij FROM zoekindex WHERE tabel = 'telefoonnotitie'")
        ] == [blijft]
        (rij,) = r.rows("SELECT * FROM losse_vernietiging")
        assert [stuk.id for stuk in losse_stukken(r, kader())] == [blijft]
    assert [c.sleutel for c in store.concepten()] == [str(blijft)]
    del rij["id"]
    assert rij == {
        "soort": "telefoonnotitie", "van_jaar": 2026,
        "bewaartermijn": "5 jaar na de afhandeling van de notitie",
        "grond": "Archiefwet 1995, artikel 5", "machtiging_door": "drs. P. Kuipers",
        "machtiging_functie": "archivaris", "machtiging_op": "2031-06-02",
        "machtiging_kenmerk": "A-2031-114", "door": rij["door"], "vernietigd_op": "2031-06-02",
    }  # fmt: skip
    assert [steen.onderwerp_id for steen in grafstenen(store)] == [weg]
    assert store.controleer_keten().bevinding is None
    assert store.controleer_zegels().fouten == 0


def test_a_request_goes_with_its_steps_and_letters(store: Store, klaar: Callable[[str], int]) -> None:
    weg, blijft = hulp.verzoek(store, weg=None), klaar(VERZOEK)
    hulp.brief(store, weg)
    ander = hulp.brief_rij(store, blijft)
    with store.write(Handeling.VERZOEK_AFRONDEN) as w:
        for verzoek_id in (weg, blijft):
            stap = {"verzoek_id": verzoek_id, "soort": "ontvangst_bevestigd", "op": KLAAR_OP}
            w.insert("verzoekstap", stap)
        w.update("verzoek", weg, {"ingetrokken_op": KLAAR_OP})
    destroy_los(store, VERZOEK, weg, MACHTIGING, kader(), op=VOORBIJ)
    with store.reader() as r:
        assert [rij["id"] for rij in r.rows("SELECT id FROM verzoek")] == [blijft]
        assert [rij["verzoek_id"] for rij in r.rows("SELECT verzoek_id FROM verzoekstap")] == [blijft]
        assert [rij["id"] for rij in r.rows("SELECT id FROM document")] == [ander]
        (rij,) = vernietigd(r)
        assert (rij.soort, rij.van_jaar) == (VERZOEK, 2026)


def test_a_note_goes_with_its_form_once_every_copy_is_accounted_for(
    store: Store, klaar: Callable[[str], int]
) -> None:
    notitie_id = klaar(NOTITIE)
    with store.write(Handeling.DOCUMENT_AFDRUKKEN) as w:
        document_id = w.insert("document", {
            "soort": "meldformulier", "onderwerp_soort": "telefoonnotitie", "onderwerp_id": notitie_id,
            "kenmerk": "MF-1", "titel": "Meldformulier", "gegevens": "{}", "vastgesteld_op": KLAAR_OP,
        })  # fmt: skip
        uitgifte_id = w.insert("uitgifte", {"document_id": document_id, "wijze": "afdruk", "op": KLAAR_OP})
        rij = {"uitgifte_id": uitgifte_id, "nummer": 1, "houder": "Zwanebloem", "stand_op": KLAAR_OP}
        exemplaar_id = w.insert("exemplaar", rij | {"stand": "uitgereikt"})
    assert "van een meldformulier buiten de kluis" in geweigerd(store, NOTITIE, notitie_id)
    with store.reader() as r:
        stuk = losstuk(r, NOTITIE, notitie_id, kader())
        assert stuk is not None
        assert "en 1 meldformulier." in describe_gevolg(NOTITIE, brieven(r, stuk))
    with store.write(Handeling.EXEMPLAAR_STAND) as w:
        w.update("exemplaar", exemplaar_id, {"stand": "vernietigd"})
    destroy_los(store, NOTITIE, notitie_id, MACHTIGING, kader(), op=VOORBIJ)
    with store.reader() as r:
        for vraag in ("SELECT count(*) FROM document", "SELECT count(*) FROM exemplaar"):
            assert r.value(vraag) == 0


def test_gone_is_gone(store: Store, klaar: Callable[[str], int]) -> None:
    rij_id = klaar(NOTITIE)
    destroy_los(store, NOTITIE, rij_id, MACHTIGING, kader(), op=VOORBIJ)
    with pytest.raises(Storing, match="niet meer"):
        destroy_los(store, NOTITIE, rij_id, MACHTIGING, kader(), op=VOORBIJ)


# ---- Bureau


def test_bureau_has_one_line_for_all_of_them(store: Store, klaar: Callable[[str], int]) -> None:
    def los(op: date) -> list[Any]:
        with store.reader() as r:
            return [punt for punt in punten(r, kader(), op) if punt.veld == PLEK]

    assert los(VOORBIJ) == []
    klaar(NOTITIE)
    assert los(EINDE - timedelta(days=1)) == []
    (punt,) = los(EINDE)
    assert punt.wat == "Vernietigen: 1 notitie of verzoek zonder dossier"
    assert (punt.scherm, punt.voor) == ("termijnen", EINDE)
    klaar(VERZOEK)
    (punt,) = los(VOORBIJ)
    assert punt.wat == "Vernietigen: 2 notities of verzoeken zonder dossier"

# SPDX-License-Identifier: EUPL-1.2
"""At a review every item is asked about; what is out of date says so and is not asked again."""

from datetime import date, timedelta

import pytest

from gemeente_pga.domain.actualiteit import ACTUEEL, Actualiteit, Gegeven, beoordeel_actualiteit, ontbreekt
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.herbeoordeling import Uitkomst
from gemeente_pga.handelingen import herbeoordeling as herzien
from gemeente_pga.store.queries.herbeoordeling import achterhaald, gegevens, herbeoordeling
from gemeente_pga.store.store import Store
from tests.casus_hulp import VANDAAG, acts, beantwoord, herbeoordeel, met_deelnemer, plan_vast
from tests.inrichting_hulp import kader

LATER = VANDAAG + timedelta(days=90)


@pytest.fixture
def loopt(store: Store, ids: dict[str, int]) -> int:
    casus_id = met_deelnemer(store, ids, stand="in_uitvoering")
    plan_vast(store, casus_id)
    return casus_id


def vertel(store: Store, casus_id: int, tekst: str, **anders: object) -> int:
    """An item of this dossier, recorded on the first day of the year."""
    with store.write(Handeling.INFORMATIE_TOEVOEGEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM casus WHERE id = ?", casus_id)
        rij: dict[str, object] = {
            "dossier_id": dossier_id, "gever": "Praktijkcollege", "tekst": tekst, "soort_uitspraak": "feit",
            "grondslag_gever": "avg_6_1_e", "grondslag_ontvanger": "wet_pga", "doel": "Wegen",
            "categorie": "gewoon", "verkregen": "openlijk", "markering": "vrij",
            "vastgelegd_op": "2026-01-01T10:00:00+01:00",
        }  # fmt: skip
        return w.insert("informatie", rij | anders)


def op_tafel(store: Store, blad_id: int) -> dict[str, Actualiteit | None]:
    with store.reader() as r:
        blad = herbeoordeling(r, blad_id)
        assert blad is not None
        return {g.tekst: g.nu for g in gegevens(r, blad)}


@pytest.mark.eis("G21")
def test_no_item_is_passed_over(store: Store, loopt: int) -> None:
    brief, bezoek = vertel(store, loopt, "Een brief."), vertel(store, loopt, "Een bezoek.")
    blad_id = herbeoordeel_bijna(store, loopt)
    herzien.record_actualiteit(store, blad_id, brief, Actualiteit("ja"))
    was = acts(store)
    with pytest.raises(Storing) as storing:
        herzien.vaststellen(store, blad_id, kader(), VANDAAG)
    assert storing.value.raad == "Leg van één gegeven vast of het nog klopt."
    assert acts(store) == was
    herzien.record_actualiteit(store, blad_id, bezoek, Actualiteit("onbekend"))
    herzien.vaststellen(store, blad_id, kader(), VANDAAG)
    with pytest.raises(Storing, match="kan niet meer veranderen"):
        herzien.record_actualiteit(store, blad_id, bezoek, Actualiteit("ja"))


def herbeoordeel_bijna(store: Store, casus_id: int) -> int:
    """A review with every criterium answered and an outcome, and no item."""
    blad_id = herzien.begin(store, casus_id, op=VANDAAG)
    beantwoord(store, blad_id, kader())
    slot = Uitkomst("voortzetten", "Nog nodig.", "Geprobeerd.", "In verhouding.", LATER)
    herzien.record_uitkomst(store, blad_id, slot)
    return blad_id


def test_what_is_out_of_date_says_so_and_is_not_asked_again(store: Store, loopt: int) -> None:
    brief, bezoek = vertel(store, loopt, "Een brief."), vertel(store, loopt, "Een bezoek.")
    eerste = herbeoordeel_bijna(store, loopt)
    herzien.record_actualiteit(store, eerste, brief, Actualiteit("ja"))
    herzien.record_actualiteit(store, eerste, brief, Actualiteit("nee", "De brief bleek van een ander."))
    herzien.record_actualiteit(store, eerste, bezoek, Actualiteit("ja"))
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM casus WHERE id = ?", loopt)
        assert achterhaald(r, dossier_id) == {}, "not before the table concluded"
    herzien.vaststellen(store, eerste, kader(), VANDAAG)
    with store.reader() as r:
        (oud,) = achterhaald(r, dossier_id).items()
    assert oud[0] == brief
    assert oud[1].zin.endswith("De brief bleek van een ander.")
    assert op_tafel(store, eerste) == {
        "Een brief.": Actualiteit("nee", "De brief bleek van een ander."),
        "Een bezoek.": Actualiteit("ja"),
    }
    tweede = herzien.begin(store, loopt, op=LATER)
    assert op_tafel(store, tweede) == {"Een bezoek.": None}


def test_only_what_was_there_and_may_be_used_is_on_the_table(store: Store, loopt: int) -> None:
    vertel(store, loopt, "Van toen.")
    vertel(store, loopt, "Geschrapt.", geschrapt=1)
    vertel(store, loopt, "Van morgen.", vastgelegd_op="2099-01-01T10:00:00+01:00")
    beperkt = vertel(store, loopt, "Beperkt.")
    with store.write(Handeling.BEPERKING_ZETTEN) as w:
        dossier_id = w.value("SELECT dossier_id FROM casus WHERE id = ?", loopt)
        rij = {"dossier_id": dossier_id, "informatie_id": beperkt, "reden": "Betwist.", "vanaf": VANDAAG}
        w.insert("beperking", rij)
    blad_id = herzien.begin(store, loopt, op=VANDAAG)
    assert set(op_tafel(store, blad_id)) == {"Van toen."}
    was = acts(store)
    with pytest.raises(Storing, match="hoort niet bij"):
        herzien.record_actualiteit(store, blad_id, beperkt, Actualiteit("ja"))
    assert acts(store) == was


def test_a_review_without_items_asks_nothing(store: Store, loopt: int) -> None:
    blad_id = herbeoordeel(store, loopt, kader(), "voortzetten")
    assert op_tafel(store, blad_id) == {}


@pytest.mark.parametrize(
    ("invoer", "fout"),
    [
        ({"actueel": ""}, {"actueel"}),
        ({"actueel": "misschien"}, {"actueel"}),
        ({"actueel": "nee", "toelichting": " "}, {"toelichting"}),
        ({"actueel": "nee", "toelichting": "Hij is verhuisd."}, set()),
        ({"actueel": "ja"}, set()),
        ({"actueel": "onbekend"}, set()),
    ],
)
def test_out_of_date_needs_a_word_on_what_is_known_now(invoer: dict[str, object], fout: set[str]) -> None:
    uitkomst = beoordeel_actualiteit(invoer, date(2026, 9, 8))
    assert (set() if isinstance(uitkomst, Actualiteit) else {g.veld for g in uitkomst}) == fout


def test_what_is_missing_leads_to_the_first_item() -> None:
    een, twee = Gegeven(7, "School", "x", nu=Actualiteit("ja")), Gegeven(8, "School", "y")
    assert ontbreekt(()) == ontbreekt((een,)) == ()
    (punt,) = ontbreekt((een, twee, Gegeven(9, "School", "z")))
    assert (punt.zin, punt.veld) == ("Leg van 2 gegevens vast of het nog klopt.", "gegeven:8")
    assert list(ACTUEEL) == ["ja", "nee", "onbekend"]

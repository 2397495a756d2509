# SPDX-License-Identifier: EUPL-1.2
"""Persons outside weging and casus are told, later or not; a letter does not reach the wrong hands."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Persoonsbesluit, beoordeel_persoonsbesluit
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.domain.zienswijze import Bezorging, Zienswijze, beoordeel_bezorging, beoordeel_zienswijze
from gemeente_pga.handelingen import informeren as h
from gemeente_pga.handelingen.aanhouding import begin
from gemeente_pga.handelingen.persoon import register_naaste
from gemeente_pga.handelingen.signaal import close_signaal
from gemeente_pga.store.queries.bureau_rechten import punten
from gemeente_pga.store.queries.informeren import besluiten, bezorgingen, personen, zienswijzen
from gemeente_pga.store.store import Store
from tests.casus_hulp import VANDAAG, acts, met_deelnemer
from tests.inrichting_hulp import OP, kader
from tests.rechten_hulp import dossier_van, persoon_van
from tests.signaal_hulp import registreer

JA = Persoonsbesluit("ja", "", "Zij werkt mee.", "S. Aydın", None, None, "", VANDAAG)
LATER = Persoonsbesluit(
    "later", "openbare_veiligheid", "Onderzoek loopt.", "S. Aydın", date(2027, 1, 4), None, "", VANDAAG
)
THUIS = Bezorging("persoonlijk", "W. Brandsma", "risico", "In het wijkteam, zonder brief.")
ZEGT = Zienswijze(date(2026, 11, 3), "gesprek", "", "Ik was daar niet.")


def velden(uitkomst: object) -> set[str]:
    assert isinstance(uitkomst, list), uitkomst
    return {gebrek.veld for gebrek in uitkomst}


# ---- what is typed


def test_not_telling_needs_a_ground_and_a_day_to_look_again():
    invoer = {
        "informeren": "nee", "informeren_reden": "x", "informeren_door": "y", "besloten_op": VANDAAG,
    }  # fmt: skip
    assert velden(beoordeel_persoonsbesluit(invoer, kader(), VANDAAG)) == {
        "informeren_grondslag", "informeren_opnieuw_op",
    }  # fmt: skip
    goed = invoer | {"informeren_grondslag": "openbare_veiligheid", "informeren_opnieuw_op": date(2027, 1, 4)}
    assert isinstance(beoordeel_persoonsbesluit(goed, kader(), VANDAAG), Persoonsbesluit)
    gek = goed | {"geinformeerd_op": VANDAAG, "geinformeerd_hoe": "brief"}
    assert velden(beoordeel_persoonsbesluit(gek, kader(), VANDAAG)) == {"informeren"}


@pytest.mark.eis("G13")
@pytest.mark.parametrize(
    ("wijze", "huisgenoten", "voorzorg", "jong", "fout"),
    [
        ("post", "risico", "Neutrale envelop.", False, {"wijze"}),
        ("aangetekend", "risico", "", False, {"wijze"}),
        ("persoonlijk", "risico", "", False, {"voorzorg"}),
        ("post", "onbekend", "", False, {"voorzorg"}),
        ("post", "geen_risico", "", True, {"wijze"}),
        ("via_vertegenwoordiger", "geen_risico", "", True, set()),
        ("post", "geen_risico", "", False, set()),
    ],
)
def test_a_letter_does_not_reach_a_housemate(
    wijze: str, huisgenoten: str, voorzorg: str, jong: bool, fout: set[str]
):
    invoer = {"wijze": wijze, "aan": "W. Brandsma", "huisgenoten": huisgenoten, "voorzorg": voorzorg}
    uit = beoordeel_bezorging(invoer, kader(), VANDAAG, minderjarig=jong)
    assert ({g.veld for g in uit} if isinstance(uit, list) else set()) == fout


def test_a_zienswijze_says_through_whom_and_what_was_done_with_it():
    invoer: dict[str, object] = {"ontvangen_op": VANDAAG, "wijze": "via_ander", "tekst": "Klopt niet."}
    assert velden(beoordeel_zienswijze(invoer, kader(), VANDAAG)) == {"gegeven_door"}
    later = invoer | {"gegeven_door": "haar advocaat", "besproken_op": VANDAAG}
    assert velden(beoordeel_zienswijze(later, kader(), VANDAAG)) == {"reactie"}


# ---- the acts


@pytest.mark.eis("G13")
def test_a_signal_that_was_not_weighed_asks_for_a_decision(store: Store, ids: dict[str, int]):
    signaal_id = registreer(store, ids)
    close_signaal(store, signaal_id, Sluiting("dubbel_vastgelegd", "Stond er al."), OP)
    with store.reader() as r:
        ontvangen = date.fromisoformat(r.value("SELECT ontvangen_op FROM signaal")[:10])
        dossier_id = r.value("SELECT dossier_id FROM signaal")
        (punt,) = punten(r, kader(), date(2027, 3, 1))
    assert (punt.onderwerp, punt.onderwerp_id) == (Onderwerp.INFORMEREN, dossier_id)
    assert punt.voor is not None
    assert 28 <= (punt.voor - ontvangen).days <= 31
    persoon_id = persoon_van(store, dossier_id)
    was = len(acts(store))
    h.decide_persoon(store, persoon_id, LATER)
    assert acts(store)[was:] == [Handeling.INFORMEREN_BESLUITEN.code]
    with store.reader() as r:
        assert punten(r, kader(), date(2026, 12, 1)) == []
        (punt,) = punten(r, kader(), date(2026, 12, 28))
        assert punt.voor == date(2027, 1, 4)
        assert r.value("SELECT onderwerp_id FROM informeerbesluit") == signaal_id
    verteld = replace(JA, besloten_op=VANDAAG, geinformeerd_op=VANDAAG, geinformeerd_hoe="gesprek")
    h.decide_persoon(store, persoon_id, replace(verteld, besloten_op=date(2026, 11, 5)))
    with store.reader() as r:
        assert punten(r, kader(), date(2027, 3, 1)) == []
        assert len(besluiten(r, dossier_id)) == 2


@pytest.mark.eis("G13")
def test_a_signal_that_runs_says_its_last_day_a_week_before(store: Store, ids: dict[str, int]):
    """AVG 14(3): at latest one month after the data came in, also while the weegploeg has not met."""
    registreer(store, ids)
    with store.reader() as r:
        ontvangen = date.fromisoformat(r.value("SELECT ontvangen_op FROM signaal")[:10])
        dossier_id = r.value("SELECT dossier_id FROM signaal")
    assert ontvangen == date(2026, 9, 8)
    assert _punten(store, date(2026, 9, 30)) == []
    (punt,) = _punten(store, date(2026, 10, 1))
    assert (punt.voor, punt.scherm, punt.veld) == (date(2026, 10, 8), "dossier", "informeren_persoon")
    assert "De laatste dag is 8-10-2026." in punt.waarom
    (punt,) = _punten(store, date(2027, 3, 1))
    assert "De laatste dag was 8-10-2026." in punt.waarom
    weging_id = _weging(store, dossier_id, "concept", "")
    (punt,) = _punten(store, date(2027, 3, 1))
    assert (punt.scherm, punt.onderwerp_id, punt.veld) == ("weging", weging_id, "informeren")
    h.decide_persoon(store, persoon_van(store, dossier_id), LATER)
    assert _punten(store, date(2027, 3, 1)) == []  # a decision to wait has a day of its own


@pytest.mark.eis("G13")
@pytest.mark.parametrize(
    ("besluit", "verteld", "verwacht"),
    [("", None, ["informeren"]), ("ja", None, ["informeren"]), ("ja", VANDAAG, []), ("later", None, [])],
)
def test_a_casus_that_runs_asks_until_he_was_told(
    store: Store, ids: dict[str, int], besluit: str, verteld: date | None, verwacht: list[str]
):
    casus_id = met_deelnemer(store, ids)
    with store.write(Handeling.CASUS_INFORMEREN) as w:
        w.update("casus", casus_id, {"informeren": besluit, "geinformeerd_op": verteld})
        w.update("weging", w.value("SELECT weging_id FROM casus"), {"informeren": ""})
    assert [p.veld for p in _punten(store, date(2027, 3, 1))] == verwacht


@pytest.mark.eis("G13")
def test_telling_that_was_decided_without_a_casus_is_not_forgotten(store: Store, ids: dict[str, int]):
    signaal_id = registreer(store, ids)
    with store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM signaal")
    _weging(store, dossier_id, "vastgesteld", "ja")
    with store.write(Handeling.WEGING_VASTSTELLEN) as w:
        w.update("signaal", signaal_id, {"status": "afgesloten"})
    (punt,) = _punten(store, date(2027, 3, 1))
    assert punt.waarom.startswith("Nog niet geïnformeerd.")
    verteld = replace(JA, geinformeerd_op=VANDAAG, geinformeerd_hoe="gesprek")
    h.decide_persoon(store, persoon_van(store, dossier_id), verteld)
    assert _punten(store, date(2027, 3, 1)) == []


def _weging(store: Store, dossier_id: int, status: str, informeren: str) -> int:
    with store.write(Handeling.WEGING_BEGINNEN, dossier_id=dossier_id) as w:
        kader_id = w.value("SELECT id FROM kader")
        rij = {"dossier_id": dossier_id, "kader_id": kader_id, "datum": VANDAAG, "status": status}
        return w.insert("weging", rij, informeren=informeren)


def _punten(store: Store, dag: date) -> list[Aandacht]:
    with store.reader() as r:
        return [p for p in punten(r, kader(), dag) if p.onderwerp is Onderwerp.INFORMEREN]


@pytest.mark.eis("G13")
def test_a_naaste_is_told_apart_from_the_betrokkene(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    zus = Naaste("broer_zus", "avg_6_1_e", "Zij helpt bij het gesprek.", date(2027, 6, 30))
    naaste = register_naaste(store, dossier_id, Persoon(voornamen="Ilse", geslachtsnaam="Zwanebloem"), zus)
    with store.reader() as r:
        (punt,) = punten(r, kader(), date(2027, 3, 1))
    assert punt.wat.startswith("Naaste informeren")
    assert "Ilse" not in punt.wat + punt.waarom
    h.decide_persoon(store, naaste, replace(JA, geinformeerd_op=VANDAAG, geinformeerd_hoe="brief"))
    with store.reader() as r:
        assert punten(r, kader(), date(2027, 3, 1)) == []
        assert [b.persoon for b in besluiten(r, dossier_id)] == ["Ilse Zwanebloem"]
        assert [p.rol for p in personen(r, dossier_id)] == ["betrokkene", "naaste"]


def test_a_hold_stops_the_telling_and_not_the_deciding(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    persoon_id = persoon_van(store, dossier_id)
    with store.reader() as r:
        nu = date.fromisoformat(r.value("SELECT max(vastgelegd_op) FROM dossier")[:10])
    hold = Aanhouding(
        "informeren", ids["om"], "mr. P. van 't Hoff", "officier", "onderzoek", "Bel na 1 december.", nu,
        nu.replace(year=nu.year + 1),
    )  # fmt: skip
    begin(store, dossier_id, hold)
    h.decide_persoon(store, persoon_id, LATER)
    h.record_bezorging(store, persoon_id, THUIS)
    was = acts(store)
    for doe in (
        lambda: h.decide_persoon(
            store, persoon_id, replace(JA, geinformeerd_op=VANDAAG, geinformeerd_hoe="gesprek")
        ),
        lambda: h.record_bezorging(store, persoon_id, replace(THUIS, gedaan_op=VANDAAG)),
    ):
        with pytest.raises(Storing) as storing:
            doe()
        assert "wacht tot en met" in storing.value.raad
    assert acts(store) == was
    with store.reader() as r:
        assert len(bezorgingen(r, dossier_id)) == 1


@pytest.mark.eis("G12")
def test_the_words_of_the_person_stay_and_the_answer_is_added(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    persoon_id = persoon_van(store, dossier_id)
    zienswijze_id = h.record_zienswijze(store, persoon_id, ZEGT)
    with pytest.raises(Storing):
        h.answer_zienswijze(store, zienswijze_id, replace(ZEGT, tekst="Ik was daar wel."))
    antwoord = replace(ZEGT, reactie="Nagevraagd bij de school.", besproken_op=VANDAAG)
    h.answer_zienswijze(store, zienswijze_id, antwoord)
    with store.reader() as r:
        (regel,) = zienswijzen(r, dossier_id)
    assert regel.inhoud == antwoord

# SPDX-License-Identifier: EUPL-1.2
"""The gate inside an act: what is recorded in a real kluis closes it, and opens it again."""

from datetime import date, timedelta

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.poort import Deur
from gemeente_pga.handelingen.inrichting import register_gemeente, set_instelling
from gemeente_pga.handelingen.poort import require, require_dossier, require_uitgifte
from gemeente_pga.store.store import Store
from tests.houder_hulp import maak_stuk
from tests.inrichting_hulp import neem_in_gebruik, richt_in
from tests.weegploeg import Zaak, nieuwe_zaak

VANDAAG = date(2026, 10, 5)


@pytest.fixture
def zaak(tmp_path):
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


def dicht(store: Store, dossier_id: int | None, *, acuut: bool = False, op: date = VANDAAG) -> set[Deur]:
    """The doors that are closed inside an act."""
    uit = set()
    for deur in Deur:
        try:
            with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
                require(w, dossier_id, deur, op, acuut=acuut)
        except Storing:
            uit.add(deur)
    return uit


def leg_vast(zaak: Zaak, tabel: str, **rij: object) -> int:
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        return w.insert(tabel, {"dossier_id": zaak.dossier_id} | rij)


def test_a_dossier_counts_with_its_own_municipality(zaak: Zaak) -> None:
    assert dicht(zaak.store, zaak.dossier_id) == set()
    assert dicht(zaak.store, None) == set()
    ander = register_gemeente(zaak.store, Gemeente("Gemeente Oudeveen"))
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("dossier", zaak.dossier_id, {"gemeente_id": ander})
    assert dicht(zaak.store, zaak.dossier_id) == set(Deur)
    assert dicht(zaak.store, zaak.dossier_id, acuut=True) == set(Deur) - {Deur.INTAKE}
    assert dicht(zaak.store, None) == set()
    neem_in_gebruik(zaak.store, ander)
    assert dicht(zaak.store, zaak.dossier_id) == set()


def test_casus_meeting_and_paper_wait_for_the_municipality_of_the_dossier(zaak: Zaak) -> None:
    stuk = maak_stuk(zaak.store, dossier_id=zaak.dossier_id)
    ander = register_gemeente(zaak.store, Gemeente("Gemeente Oudeveen"))

    def geweigerd() -> set[str]:
        deuren = {
            "casus": lambda w: require_dossier(w, zaak.dossier_id, Deur.CASUS, VANDAAG),
            "overleg": lambda w: require_dossier(w, zaak.dossier_id, Deur.OVERLEG, VANDAAG),
            "informeren": lambda w: require_dossier(w, zaak.dossier_id, Deur.INFORMEREN, VANDAAG),
            "overdragen": lambda w: require_dossier(w, zaak.dossier_id, Deur.VERSTREKKING, VANDAAG),
            "papier": lambda w: require_uitgifte(w, stuk, "deelnemer", VANDAAG),
            "eigen papier": lambda w: require_uitgifte(w, stuk, "eigen_dossier", VANDAAG),
        }
        uit = set()
        for naam, deur in deuren.items():
            try:
                with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
                    deur(w)
            except Storing as storing:
                uit.add(naam if "ingebruikname" in storing.raad else storing.raad)
        return uit

    assert geweigerd() == set()
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("dossier", zaak.dossier_id, {"gemeente_id": ander})
    assert geweigerd() == {"casus", "overleg", "papier"}
    neem_in_gebruik(zaak.store, ander)
    assert geweigerd() == set()


def test_a_kluis_that_is_not_in_use_says_which_point_is_missing(store: Store) -> None:
    richt_in(store)
    with store.reader() as r:
        weg = r.value("SELECT id FROM ingebruikname WHERE punt = 'convenant'")
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.delete("ingebruikname", weg)
    with pytest.raises(Storing) as fout, store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        require(w, None, Deur.CASUS, VANDAAG)
    assert "Convenant" in fout.value.raad


def test_the_practice_kluis_is_free(store: Store) -> None:
    register_gemeente(store, Gemeente("Gemeente Waterhoven"))
    assert dicht(store, None) == set(Deur)
    set_instelling(store, "oefenkluis", "ja")
    assert dicht(store, None) == set(Deur), "a row in a real kluis opens nothing"
    store.oefening = True  # what the sealed header says
    assert dicht(store, None) == set()


def test_a_restriction_of_one_item_leaves_the_dossier_open(zaak: Zaak) -> None:
    item = leg_vast(
        zaak, "informatie", tekst="x", soort_uitspraak="feit", grondslag_gever="wet_pga",
        grondslag_ontvanger="wet_pga", doel="Wegen", categorie="gewoon",
        verkregen="openlijk", markering="vrij",
    )  # fmt: skip
    leg_vast(zaak, "beperking", informatie_id=item, reden="Betwist.", vanaf=VANDAAG)
    assert dicht(zaak.store, zaak.dossier_id) == set()
    geheel = leg_vast(zaak, "beperking", reden="Betwist.", vanaf=VANDAAG)
    assert dicht(zaak.store, zaak.dossier_id) == set(Deur) - {Deur.INTAKE, Deur.INFORMEREN}
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("beperking", geheel, {"opgeheven_op": VANDAAG})
    assert dicht(zaak.store, zaak.dossier_id) == set()


def test_a_hold_runs_from_its_first_day_to_its_last(zaak: Zaak) -> None:
    dag = timedelta(days=1)
    hold = leg_vast(
        zaak, "aanhouding", wat="weging", partij_id=zaak.partijen["politie"], naam="K. Brouwer",
        functie="wijkagent", reden="onderzoek", toelichting="Loopt.", vanaf=VANDAAG, tot=VANDAAG + 7 * dag,
    )  # fmt: skip
    for op, deuren in (
        (VANDAAG - dag, set()),
        (VANDAAG, {Deur.WEGING}),
        (VANDAAG + 7 * dag, {Deur.WEGING}),
        (VANDAAG + 8 * dag, set()),
    ):
        assert dicht(zaak.store, zaak.dossier_id, op=op) == deuren
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("aanhouding", hold, {"beeindigd_op": VANDAAG, "vervolg": "De weging gaat door."})
    assert dicht(zaak.store, zaak.dossier_id) == set()


def test_a_closed_dossier_is_closed_for_work(zaak: Zaak) -> None:
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        for signaal in zaak.signalen:
            w.update("signaal", signaal, {"status": "afgesloten"})
    assert dicht(zaak.store, zaak.dossier_id) == set(Deur) - {Deur.INTAKE, Deur.INFORMEREN}

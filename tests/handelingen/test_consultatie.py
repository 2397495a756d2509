# SPDX-License-Identifier: EUPL-1.2
"""Consultatie zonder naam, on a real kluis: the act itself refuses what the form could not know yet."""

from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.handelingen.consultatie import correct_consultatie, register_consultatie
from gemeente_pga.handelingen.signaal import check_signaal, close_signaal, register_signaal
from gemeente_pga.store.queries.consultatie import aantal_consultaties, consultatieblad
from gemeente_pga.store.queries.lekcontrole import herleidbaar
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import NU, richt_in
from tests.signaal_hulp import CONTROLE, JORIS, SCHOOL

VANDAAG = NU.date()
LOS = Consultatie(
    titel="Brieven aan een school", datum=date(2026, 9, 7), organisatie="Politie", functie="contactpersoon",
    gevraagd="Wat doen wij met zulke brieven?", advies="Eerst een gesprek op school.", zonder_naam=True,
    dossier_id=None,
)  # fmt: skip


@pytest.fixture
def signaal_id(store: Store) -> int:
    return register_signaal(store, SCHOOL, JORIS, gemeente_id=richt_in(store)["gemeente_id"])


def dossier_van(store: Store, signaal_id: int) -> int:
    with store.reader() as r:
        return int(r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id))


@pytest.mark.parametrize(
    "advies",
    [
        "Spreek Joris aan.", "Ga naar Zwanebloem 14.", "Geboren op 03-04-1981.",
        f"Mail {SCHOOL.melder_contact}.", "Zie 2026-001.", "Marloes van der Wal weet meer.",
    ],
)  # fmt: skip
def test_no_act_puts_a_name_with_the_dossier_of_that_name(store: Store, signaal_id: int, advies: str):
    dossier_id = dossier_van(store, signaal_id)
    voor = store.laatste()[0]
    with pytest.raises(Storing, match="te herkennen"):
        register_consultatie(store, replace(LOS, advies=advies, dossier_id=dossier_id), VANDAAG)
    with store.reader() as r:
        assert aantal_consultaties(r) == 0
    assert store.laatste()[0] == voor


def test_a_dossier_that_was_closed_meanwhile_gets_none_but_keeps_its_own(store: Store, signaal_id: int):
    dossier_id = dossier_van(store, signaal_id)
    eigen_id = register_consultatie(store, replace(LOS, dossier_id=dossier_id), VANDAAG)
    check_signaal(store, signaal_id, CONTROLE, NU)
    close_signaal(store, signaal_id, Sluiting("geen_persoon", "Niemand."), VANDAAG)
    with pytest.raises(Storing, match="gesloten"):
        register_consultatie(store, replace(LOS, dossier_id=dossier_id), VANDAAG)
    beter = replace(LOS, dossier_id=dossier_id, advies="Eerst een gesprek.")
    correct_consultatie(store, eigen_id, beter, reden="typefout", vandaag=VANDAAG)
    with store.reader() as r:
        blad = consultatieblad(r, eigen_id)
    assert blad is not None
    assert (blad.inhoud, blad.nummer) == (beter, "2026-001")


def test_one_that_is_no_more_cannot_be_corrected(store: Store, signaal_id: int):
    with pytest.raises(Storing, match="er niet meer"):
        correct_consultatie(store, 1, LOS, reden="typefout", vandaag=VANDAAG)


def test_everything_that_points_to_somebody_counts_once(store: Store, signaal_id: int):
    with store.reader() as r:
        teksten = [v.tekst for v in herleidbaar(r, dossier_van(store, signaal_id))]
    assert len(teksten) == len(set(teksten))
    for tekst in ("Joris D'Hondt-Özdemir", "Zwanebloem 14", "3-4-1981", "Marloes van der Wâl", "2026-001"):
        assert tekst in teksten

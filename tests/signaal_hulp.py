# SPDX-License-Identifier: EUPL-1.2
"""The signals of the sample case, and recording one in a kluis."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
)
from gemeente_pga.handelingen import signaal
from gemeente_pga.store.queries import signaal as vraag
from gemeente_pga.store.store import Store
from tests.inrichting_hulp import NU

VANDAAG = NU.date()
JORIS = Persoon(
    voornamen="Joris",
    geslachtsnaam="D'Hondt-Özdemir",
    geboortedatum=date(1981, 4, 3),
    straatnaam="Zwanebloem",
    huisnummer=14,
    plaats="Waterhoven",
)
DHONT = Persoon(voorletters="J.", geslachtsnaam="Dhont", geboortedatum=date(1981, 3, 4))
SCHOOL = Signaal(
    soort="melding",
    kanaal="e_mail",
    ontvangen_op="2026-09-08T16:42:00+02:00",
    ontvangen_door="S. Aydın",
    gebeurd_op=date(2026, 9, 7),
    bron_soort="onderwijs",
    bron_organisatie="Praktijkcollege Waterhoven",
    melder_naam="Marloes van der Wâl",
    melder_functie="mentor",
    melder_contact="m.vanderwal@praktijkcollege-waterhoven.example",
    naam_noemen="nee",
    bron_kennis="gemengd",
    zelf_waargenomen="Hij zei: “Wie mijn kind komt halen, komt er niet meer uit.”",
    van_anderen="Een andere ouder zegt dat er over wapens wordt gepraat.",
    interpretatie="",
    eigen_opmerking="",
    acuut=False,
    eerder_besproken="onbekend",
    eerder_besproken_toelichting="",
)
WIJKAGENT = replace(
    SCHOOL,
    soort="telefoonnotitie",
    kanaal="telefoon",
    ontvangen_op="2026-09-29T09:15:00+02:00",
    bron_soort="politie",
    bron_organisatie="basisteam Waterhoven-West",
    melder_naam="K. Brouwer",
    naam_noemen="ja",
)


CONTROLE = FormeleControle("ja", "ja", "ja", "")


@contextmanager
def one_act(store: Store, code: str) -> Iterator[None]:
    """Exactly one entry in the log, of this kind."""
    voor, _ = store.laatste()
    yield
    with store.reader() as r:
        assert [h["code"] for h in r.rows("SELECT code FROM handeling WHERE n > ? ORDER BY n", voor)] == [
            code
        ]


@contextmanager
def no_act(store: Store) -> Iterator[pytest.ExceptionInfo[Storing]]:
    """Refused: nothing in the log, and nothing changed by half."""
    voor = store.laatste()
    with pytest.raises(Storing) as fout:
        yield fout
    assert store.laatste() == voor


def registreer(store: Store, ids: dict[str, int], wat: Signaal = SCHOOL, wie: Persoon = JORIS) -> int:
    return signaal.register_signaal(store, wat, wie, gemeente_id=ids["gemeente_id"])


def agendering(ids: dict[str, int]) -> Agendering:
    return Agendering(date(2026, 10, 2), (ids["gemeente"], ids["om"], ids["politie"]))


def lees(store: Store, signaal_id: int) -> vraag.Signaalblad:
    with store.reader() as r:
        blad = vraag.signaalblad(r, signaal_id)
    assert blad is not None
    return blad

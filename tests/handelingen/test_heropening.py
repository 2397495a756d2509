# SPDX-License-Identifier: EUPL-1.2
"""Reopening goes through a new signal and a new weging; without them the old dossier stays shut."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.signaalstap import Sluiting
from gemeente_pga.handelingen import casus as h
from gemeente_pga.handelingen import signaal as s
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.handelingen.overgang import move_casus
from gemeente_pga.handelingen.weging import vaststellen
from gemeente_pga.store.queries.casus import casus_van_dossier, lopende_casussen
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.heropening import heropeningen, is_heropend
from gemeente_pga.store.store import Store
from tests.casus_hulp import PERSOON, SLUITING, VANDAAG, acts, met_deelnemer, refused, status
from tests.inrichting_hulp import NU, kader
from tests.rechten_hulp import dossier_van
from tests.signaal_hulp import CONTROLE, SCHOOL, agendering
from tests.weegploeg import Zaak, besluit, volledige_weging

OP = date(2026, 10, 5)


@pytest.fixture
def oud(store: Store, ids: dict[str, int]) -> int:
    """A casus that is closed and kept under a term, as after its bewaartermijn was set."""
    casus_id = met_deelnemer(store, ids)
    h.close_casus(store, casus_id, replace(SLUITING, gesloten_op=date(2026, 9, 1)))
    with store.write(Handeling.BEWAREN_VASTSTELLEN) as w:
        w.update("casus", casus_id, {"status": "gesloten"})
    return casus_id


def nieuw_signaal(store: Store, ids: dict[str, int], oud_dossier_id: int) -> int:
    """The new signal, about the same person; its dossier."""
    signaal_id = s.register_signaal(
        store, SCHOOL, PERSOON, gemeente_id=ids["gemeente_id"],
        vergelijkingen=[Vergelijking(oud_dossier_id, "bevestigd", "naam_en_adres")],
    )  # fmt: skip
    with store.reader() as r:
        return int(r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id))


def weeg(store: Store, ids: dict[str, int], dossier_id: int, uitkomst: str) -> None:
    with store.reader() as r:
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
    s.check_signaal(store, signaal_id, CONTROLE, NU)
    s.schedule_signaal(store, signaal_id, agendering(ids), OP)
    zaak = Zaak(store, dossier_id, {k: ids[k] for k in ("gemeente", "om", "politie")}, (signaal_id,))
    extra = {"doorgeleid_naar": "jeugdhulp", "doorgeleid_wat": "Alles", "doorgeleid_grondslag": "wet_pga"}
    mee = besluit(besluit=uitkomst, **(extra if uitkomst == "doorgeleid" else {}))
    vaststellen(store, volledige_weging(zaak, met_besluit=mee), kader(), OP)


def test_a_closed_casus_is_not_reopened_by_hand(store: Store, oud: int):
    def open_weer(naar: str) -> Callable[[], None]:
        def doe() -> None:
            with store.write(Handeling.CASUS_BIJWERKEN) as w:
                move_casus(w, oud, naar, op=OP)

        return doe

    refused(store, open_weer("heropening_gevraagd"), "met een nieuw signaal")
    refused(store, open_weer("voorbereiding"), "kan een casus niet naar")


@pytest.mark.eis("a.C11")
def test_a_new_signal_asks_and_the_old_dossier_stays_shut(store: Store, ids: dict[str, int], oud: int):
    oud_dossier = dossier_van(store, oud)
    was = len(acts(store))
    nieuw = nieuw_signaal(store, ids, oud_dossier)
    assert acts(store)[was:] == [Handeling.SIGNAAL_REGISTREREN.code], "one act"
    assert nieuw != oud_dossier
    assert status(store, oud) == "heropening_gevraagd"
    with store.reader() as r:
        (vraag,) = heropeningen(r, nieuw)
        kop = dossierkop(r, oud_dossier)
        assert [c.id for c in lopende_casussen(r)] == []
    assert (vraag.oud_dossier_id, vraag.uitkomst) == (oud_dossier, "")
    assert kop is not None
    assert kop.gesloten
    refused(store, lambda: log_inzien(store, oud_dossier, reden="nieuw_signaal"), "blijft dicht")
    refused(store, lambda: h.move(store, oud, "voorbereiding", op=OP), "gesloten")


@pytest.mark.eis("a.C11")
def test_taken_up_the_new_casus_lives_in_the_new_dossier(store: Store, ids: dict[str, int], oud: int):
    oud_dossier = dossier_van(store, oud)
    nieuw = nieuw_signaal(store, ids, oud_dossier)
    weeg(store, ids, nieuw, "opnemen")
    with store.reader() as r:
        (vraag,) = heropeningen(r, nieuw)
        weging_id = r.value("SELECT id FROM weging WHERE dossier_id = ?", nieuw)
        assert is_heropend(r, oud_dossier)
    assert (vraag.uitkomst, vraag.besloten_op) == ("heropend", date(2026, 10, 2))
    assert status(store, oud) == "gesloten", "its own clock goes on"
    log_inzien(store, oud_dossier, reden="nieuw_signaal")
    casus_id = h.open_casus(store, weging_id, op=OP)
    assert dossier_van(store, casus_id) == nieuw
    with store.reader() as r:
        oude_casus = casus_van_dossier(r, oud_dossier)
    assert oude_casus is not None
    assert oude_casus.id == oud


@pytest.mark.eis("a.C11")
@pytest.mark.parametrize("uitkomst", ["niet_opnemen", "doorgeleid"])
def test_not_taken_up_it_stays_shut(store: Store, ids: dict[str, int], oud: int, uitkomst: str):
    oud_dossier = dossier_van(store, oud)
    nieuw = nieuw_signaal(store, ids, oud_dossier)
    weeg(store, ids, nieuw, uitkomst)
    with store.reader() as r:
        assert [v.uitkomst for v in heropeningen(r, nieuw)] == ["niet_heropend"]
    assert status(store, oud) == "gesloten"
    refused(store, lambda: log_inzien(store, oud_dossier, reden="nieuw_signaal"), "blijft dicht")
    log_inzien(store, oud_dossier, reden="verzoek_betrokkene")


def test_a_question_keeps_it_waiting_and_a_formal_end_ends_it(store: Store, ids: dict[str, int], oud: int):
    oud_dossier = dossier_van(store, oud)
    eerste, tweede = (nieuw_signaal(store, ids, oud_dossier) for _ in range(2))
    with store.reader() as r:
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", eerste)
    s.close_signaal(store, signaal_id, Sluiting("anoniem", "Geen naam."), VANDAAG)
    assert status(store, oud) == "heropening_gevraagd", "the other signal still asks"
    with store.reader() as r:
        assert [v.uitkomst for v in heropeningen(r, eerste)] == ["niet_heropend"]
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", tweede)
    s.close_signaal(store, signaal_id, Sluiting("anoniem", "Geen naam."), VANDAAG)
    assert status(store, oud) == "gesloten"

# SPDX-License-Identifier: EUPL-1.2
"""Acts on requests: police data go their own way, nothing is decided too soon, and Bureau knows of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gemeente_pga.documents.register import render_stuk
from gemeente_pga.domain.gezag import Gezag
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.mandaat import Mandaat
from gemeente_pga.domain.verzoek import (
    Afloop,
    Behandeling,
    Verlenging,
    Verzoekbesluit,
    Verzoekregel,
    Verzoekstap,
)
from gemeente_pga.handelingen import verzoek as h
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.registers import record_mandaat, withdraw_mandaat
from gemeente_pga.store.queries import verzoek as q
from gemeente_pga.store.queries.bureau_rechten import punten
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.vernietiging import belet
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import VANDAAG, acts, met_deelnemer, refused
from tests.inrichting_hulp import kader
from tests.rechten_hulp import BESLUIT, VERZOEK, breng_in, dossier_van, persoon_van, registreer

NAMENS = replace(BESLUIT, ondertekenaar="M. Hoekstra, coördinator, namens de burgemeester")
GEZIEN = Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie")


def regel(store: Store, verzoek_id: int) -> Verzoekregel:
    with store.reader() as r:
        uit = q.verzoek(r, verzoek_id)
    assert uit is not None
    return uit


def houdt_tegen(store: Store, dossier_id: int) -> list[str]:
    """The requests that keep this dossier from being destroyed."""
    with store.reader() as r:
        zinnen = [punt.zin for punt in belet(r, dossier_id, VANDAAG)]
    return [zin for zin in zinnen if zin.startswith("Verzoek ")]


def test_a_request_gets_its_number_its_day_and_its_dossier(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    was = len(acts(store))
    een, twee = registreer(store, ids, dossier_id), registreer(store, ids, dossier_id)
    assert acts(store)[was:] == [Handeling.VERZOEK_REGISTREREN.code] * 2
    assert [regel(store, v).nummer for v in (een, twee)] == ["V2026-001", "V2026-002"]
    assert regel(store, een).uiterlijk == date(2026, 12, 2)
    assert regel(store, een).dossier_id == dossier_id
    with store.reader() as r:
        assert r.value("SELECT dossier_id FROM handeling WHERE onderwerp_id = ?", een) == dossier_id


def test_police_data_take_their_own_route_whether_or_not_somebody_thought_of_it(
    store: Store, ids: dict[str, int]
):
    casus_id = met_deelnemer(store, ids)
    dossier_id = dossier_van(store, casus_id)
    zonder = registreer(store, ids, dossier_id)
    assert not regel(store, zonder).inhoud.politiedelen
    breng_in(store, dossier_id, ids["politie"])
    met = registreer(store, ids, dossier_id)
    assert regel(store, met).inhoud.politiedelen
    assert regel(store, met).politie_uiterlijk == date(2026, 12, 14)
    with store.reader() as r:
        waarom = [p.waarom for p in punten(r, kader(), VANDAAG) if p.onderwerp_id == met]
    assert any("doorgezonden" in w.lower() or "door naar de politie" in w for w in waarom)
    h.update_verzoek(store, met, replace(GEZIEN, politie_doorgezonden_op=VANDAAG, politie_besluit_op=VANDAAG))
    with store.reader() as r:
        assert not any("politiedelen" in p.wat for p in punten(r, kader(), VANDAAG) if p.onderwerp_id == met)


def test_a_request_about_nobody_here_is_answered_too(store: Store, ids: dict[str, int]):
    verzoek_id = registreer(store, ids, None)
    h.update_verzoek(store, verzoek_id, GEZIEN)
    refused(store, lambda: h.decide(store, verzoek_id, BESLUIT, kader()), "geen dossier")
    h.decide(store, verzoek_id, replace(BESLUIT, besluit="geen_gegevens"), kader())
    assert regel(store, verzoek_id).besluit is not None


def test_an_unknown_woo_term_is_no_date_and_a_point_on_bureau(store: Store, ids: dict[str, int]):
    woo = replace(VERZOEK, soort="woo", hoedanigheid="ander", verwerking="")
    verzoek_id = registreer(store, ids, None, woo)
    assert regel(store, verzoek_id).uiterlijk is None
    with store.reader() as r:
        (punt,) = punten(r, kader(), VANDAAG)
    assert (punt.voor, punt.sinds) == (None, woo.ontvangen_op)
    assert "niet vastgesteld" in punt.waarom
    refused(store, lambda: h.extend(store, verzoek_id, Verlenging(VANDAAG, "Veel werk."), kader()), "termijn")


@pytest.mark.eis("c20")
def test_bureau_reminds_of_the_last_day(store: Store, ids: dict[str, int]):
    verzoek_id = registreer(store, ids, None, replace(VERZOEK, ontvangen_op=date(2026, 1, 31)))
    with store.reader() as r:
        assert punten(r, kader(), date(2026, 1, 30)) == []
        (punt,) = punten(r, kader(), date(2026, 2, 5))
    assert (punt.onderwerp_id, punt.voor, punt.scherm) == (verzoek_id, date(2026, 2, 28), "verzoek")


def test_the_term_is_extended_once(store: Store, ids: dict[str, int]):
    verzoek_id = registreer(store, ids, None)
    dag = h.extend(store, verzoek_id, Verlenging(VANDAAG, "Vijf deelnemers."), kader())
    assert dag == regel(store, verzoek_id).uiterlijk == date(2027, 2, 2)
    refused(store, lambda: h.extend(store, verzoek_id, Verlenging(VANDAAG, "Nog eens."), kader()), "één keer")
    laat = registreer(store, ids, None, replace(VERZOEK, ontvangen_op=date(2026, 9, 1)))
    refused(store, lambda: h.extend(store, laat, Verlenging(VANDAAG, "Te laat."), kader()), "liep tot")


@pytest.mark.eis("G12")
def test_a_decision_waits_for_identity_and_for_the_givers(store: Store, ids: dict[str, int]):
    casus_id = met_deelnemer(store, ids)
    dossier_id = dossier_van(store, casus_id)
    breng_in(store, dossier_id, ids["om"])
    verzoek_id = registreer(store, ids, dossier_id)
    refused(store, lambda: h.decide(store, verzoek_id, BESLUIT, kader()), "identiteit")
    h.update_verzoek(store, verzoek_id, GEZIEN)
    refused(store, lambda: h.decide(store, verzoek_id, BESLUIT, kader()), "Openbaar Ministerie")
    h.add_stap(
        store, verzoek_id, Verzoekstap("bronhouder_geraadpleegd", VANDAAG, "openbaar ministerie", "Mag.")
    )
    refused(store, lambda: h.decide(store, verzoek_id, replace(BESLUIT, besluit_tekst=""), kader()), "Tekst")
    was = len(acts(store))
    h.decide(store, verzoek_id, BESLUIT, kader())
    assert acts(store)[was:] == [Handeling.VERZOEK_BESLUITEN.code]
    refused(store, lambda: h.decide(store, verzoek_id, BESLUIT, kader()), "al besloten")


@pytest.mark.eis("G11")
def test_who_signs_for_the_burgemeester_has_a_mandate_that_day(store: Store, ids: dict[str, int]):
    def besluit(verzoek_id: int) -> None:
        h.decide(store, verzoek_id, replace(NAMENS, besluit="geen_gegevens"), kader())

    eerste, tweede = registreer(store, ids, None), registreer(store, ids, None)
    for verzoek_id in (eerste, tweede):
        h.update_verzoek(store, verzoek_id, GEZIEN)
    refused(store, lambda: besluit(eerste), "door de burgemeester zelf")
    dag = NAMENS.besluit_op
    tekenen = Mandaat("verzoek", "burgemeester", "coördinator", "", dag, dag, "B2026-01")
    for gisteren in (
        replace(tekenen, vanaf=dag - timedelta(days=9), tot=dag - timedelta(days=1)),
        replace(tekenen, bevoegdheid="vernietigen"),
        replace(tekenen, nemer="directeur"),
    ):
        record_mandaat(store, ids["gemeente_id"], gisteren)
    refused(store, lambda: besluit(eerste), "Mandaat verlopen op 3-11-2026")
    ander = register_gemeente(store, Gemeente("Gemeente Oudeveen"))
    record_mandaat(store, ander, tekenen)
    refused(store, lambda: besluit(eerste), "verlopen")
    mandaat_id = record_mandaat(store, ids["gemeente_id"], tekenen)
    besluit(eerste)
    with store.reader() as r:
        assert r.value("SELECT mandaat_id FROM verzoek WHERE id = ?", eerste) == mandaat_id
    withdraw_mandaat(store, mandaat_id, dag)
    refused(store, lambda: withdraw_mandaat(store, mandaat_id, dag), "al ingetrokken")
    refused(store, lambda: besluit(tweede), "ingetrokken per 4-11-2026")
    h.decide(store, tweede, replace(BESLUIT, besluit="geen_gegevens"), kader())


def test_a_minor_asks_through_who_holds_authority(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    persoon_id = persoon_van(store, dossier_id)
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id)) as w:
        w.update("persoon", persoon_id, {"geboortedatum": date(2011, 5, 3)})
    verzoek_id = registreer(store, ids, dossier_id)
    h.update_verzoek(store, verzoek_id, GEZIEN)
    refused(store, lambda: h.decide(store, verzoek_id, BESLUIT, kader()), "zestien")
    ouder = registreer(store, ids, dossier_id, replace(VERZOEK, hoedanigheid="vertegenwoordiger"))
    h.update_verzoek(store, ouder, GEZIEN)
    refused(store, lambda: h.decide(store, ouder, BESLUIT, kader()), "gezag")
    h.register_gezag(store, persoon_id, Gezag("F. Brandsma", "ouder", "", "gezagsregister"))
    h.decide(store, ouder, BESLUIT, kader())


@pytest.mark.eis("G14")
def test_a_remedy_keeps_the_dossier_from_being_destroyed(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    verzoek_id = registreer(store, ids, dossier_id)
    bezwaar = replace(VERZOEK, soort="bezwaarschrift", over_verzoek_id=verzoek_id, verwerking="")
    refused(store, lambda: registreer(store, ids, None, bezwaar), "nog geen besluit")
    h.update_verzoek(store, verzoek_id, GEZIEN)
    h.decide(
        store, verzoek_id, replace(BESLUIT, besluit="afgewezen", besluit_grond="UAVG, artikel 41"), kader()
    )
    refused(store, lambda: h.finish(store, verzoek_id, Afloop("onherroepelijk", VANDAAG), kader()), "bekend")
    h.finish(store, verzoek_id, Afloop("bekendgemaakt", VANDAAG), kader())
    tegen = registreer(store, ids, None, bezwaar)
    assert regel(store, tegen).dossier_id == dossier_id
    refused(
        store, lambda: h.finish(store, verzoek_id, Afloop("onherroepelijk", VANDAAG), kader()), "V2026-002"
    )
    h.finish(store, tegen, Afloop("ingetrokken", VANDAAG), kader())
    assert houdt_tegen(store, dossier_id) == ["Verzoek V2026-001 is nog niet definitief afgehandeld."]
    h.finish(store, verzoek_id, Afloop("onherroepelijk", VANDAAG), kader())
    assert houdt_tegen(store, dossier_id) == []
    with store.reader() as r:
        assert punten(r, kader(), VANDAAG) == []
    refused(store, lambda: h.update_verzoek(store, verzoek_id, GEZIEN), "afgerond")


@pytest.mark.eis("c20")
def test_a_request_to_the_contact_point_reaches_every_participant(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    verzoek_id = registreer(store, ids, dossier_id)
    with store.reader() as r:
        te_melden = q.niet_gemeld(r, regel(store, verzoek_id))
    assert te_melden
    h.add_stap(store, verzoek_id, Verzoekstap("aan_deelnemers_gemeld", VANDAAG, ", ".join(te_melden), ""))
    with store.reader() as r:
        assert q.niet_gemeld(r, regel(store, verzoek_id)) == ()
    eigen = registreer(store, ids, dossier_id, replace(VERZOEK, verwerking="gemeente"))
    with store.reader() as r:
        assert q.niet_gemeld(r, regel(store, eigen)) == ()


# ---- the letter


def _brief(store: Store, verzoek_id: int, besluit: Verzoekbesluit) -> str:
    document_id = h.decide(store, verzoek_id, besluit, kader())
    assert regel(store, verzoek_id).document_id == document_id
    with store.reader() as r:
        (gemaakt,) = te_maken(r)
    bladen = read_bladen(render_stuk(gemaakt.stuk, gemaakt.code))
    return " ".join(" ".join(blad.tekst for blad in bladen).split())


@pytest.mark.eis("G12")
def test_the_letter_says_why_what_can_be_done_and_names_no_dossier(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    breng_in(store, dossier_id, ids["politie"])
    nee = replace(BESLUIT, besluit="afgewezen", besluit_grond="UAVG, artikel 41, eerste lid, onder d")
    verzoek_id = registreer(store, ids, dossier_id)
    h.update_verzoek(store, verzoek_id, GEZIEN)
    tekst = _brief(store, verzoek_id, nee)
    kaal = tekst.replace("V2026-001", "")  # its own number
    with store.reader() as r:
        nummers = {r.value("SELECT nummer FROM dossier"), r.value("SELECT nummer FROM casus")}
    assert not [nummer for nummer in nummers if nummer in kaal]
    for woord in (
        "V2026-001", "UAVG, artikel 41", "bezwaarschrift", "Autoriteit Persoonsgegevens", "burgemeester van",
        "inzage in uw gegevens", "A. de Wit", "besluit over uw verzoek",
    ):  # fmt: skip
        assert woord in tekst, woord
    for woord in ("politie", "persoonsgerichte", "partijen"):  # a refusal tells of nothing that there is
        assert woord not in tekst.lower(), woord


def test_a_letter_that_gives_tells_of_the_police_route(store: Store, ids: dict[str, int]):
    dossier_id = dossier_van(store, met_deelnemer(store, ids))
    breng_in(store, dossier_id, ids["politie"])
    verzoek_id = registreer(store, ids, dossier_id)
    h.update_verzoek(store, verzoek_id, GEZIEN)
    h.add_stap(
        store, verzoek_id, Verzoekstap("bronhouder_geraadpleegd", VANDAAG, "Politie", "Eigen besluit.")
    )
    tekst = _brief(store, verzoek_id, BESLUIT)
    assert "besluit de politie zelf" in tekst
    assert "is het contactpunt" in tekst

# SPDX-License-Identifier: EUPL-1.2
"""Letters: what every one holds, who gets it, and the one that says nothing at all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gemeente_pga.documents.register import render_stuk
from gemeente_pga.domain.brief import Briefopdracht, beoordeel_brief
from gemeente_pga.domain.gezag import Gezag
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import Persoonsbesluit
from gemeente_pga.domain.inrichting import Gemeente
from gemeente_pga.domain.mandaat import Mandaat, Mandaatregel
from gemeente_pga.domain.verzoek import Behandeling, Verlenging
from gemeente_pga.domain.zienswijze import Bezorging
from gemeente_pga.handelingen import brief as h
from gemeente_pga.handelingen import informeren, verzoek
from gemeente_pga.handelingen.inrichting import register_gemeente
from gemeente_pga.handelingen.registers import record_mandaat
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.verzoek import stappen
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import VANDAAG, acts, met_deelnemer, refused
from tests.inrichting_hulp import kader
from tests.rechten_hulp import BESLUIT, breng_in, dossier_van, persoon_van, registreer

GEZIEN = Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie")
TEKENT = "A. de Wit, burgemeester"
ONTVANGST = Briefopdracht("ontvangst", "", TEKENT, VANDAAG)
VERLENGING = replace(ONTVANGST, soort="verlenging")
INFORMEREN = Briefopdracht("informeren", "Wij maken ons zorgen. De school werkt mee.", TEKENT, VANDAAG)
AFSLUITING = replace(INFORMEREN, soort="afsluiting")
JA = Persoonsbesluit("ja", "", "Het kan nu.", "S. Aydın", None, None, "", VANDAAG)
BEZORGING = Bezorging("persoonlijk", "W. Brandsma", "geen_risico")
IEDERE_BRIEF = (
    "burgemeester van Waterhoven", "Autoriteit Persoonsgegevens", "inzage in uw gegevens", "A. de Wit",
)  # fmt: skip


def gelezen(store: Store, document_id: int) -> str:
    with store.reader() as r:
        (gemaakt,) = [t for t in te_maken(r) if t.id == document_id]
    bladen = read_bladen(render_stuk(gemaakt.stuk, gemaakt.code))
    return " ".join(" ".join(blad.tekst for blad in bladen).split())


def mist(tekst: str, woorden: tuple[str, ...]) -> list[str]:
    return [woord for woord in woorden if woord not in tekst]


def nummers(store: Store) -> list[str]:
    with store.reader() as r:
        return [rij["n"] for rij in r.rows("SELECT nummer AS n FROM dossier UNION SELECT nummer FROM casus")]


@pytest.fixture
def dossier_id(store: Store, ids: dict[str, int]) -> int:
    """A dossier with something that the police said."""
    dossier = dossier_van(store, met_deelnemer(store, ids))
    breng_in(store, dossier, ids["politie"])
    return dossier


@pytest.mark.eis("G12")
def test_receipt_is_confirmed_without_telling_what_there_is(
    store: Store, ids: dict[str, int], dossier_id: int
):
    verzoek_id = registreer(store, ids, dossier_id)
    refused(store, lambda: h.write_verzoekbrief(store, verzoek_id, VERLENGING, kader()), "niet verlengd")
    was = len(acts(store))
    tekst = gelezen(store, h.write_verzoekbrief(store, verzoek_id, ONTVANGST, kader()))
    assert acts(store)[was:] == [Handeling.BRIEF_MAKEN.code]
    assert mist(tekst, (*IEDERE_BRIEF, "V2026-001", "2 december 2026", "wie u bent")) == []
    assert not [n for n in nummers(store) if n in tekst.replace("V2026-001", "")]
    for woord in ("politie", "aanpak", "dossier"):
        assert woord not in tekst.casefold()
    with store.reader() as r:
        assert [stap.soort for _, stap in stappen(r, verzoek_id)] == ["ontvangst_bevestigd"]


def test_a_longer_term_is_told_with_its_reason(store: Store, ids: dict[str, int], dossier_id: int):
    verzoek_id = registreer(store, ids, dossier_id)
    verzoek.extend(store, verzoek_id, Verlenging(VANDAAG, "Wij zoeken in veel stukken."), kader())
    tekst = gelezen(store, h.write_verzoekbrief(store, verzoek_id, VERLENGING, kader()))
    assert mist(tekst, (*IEDERE_BRIEF, "2 februari 2027", "Wij zoeken in veel stukken.")) == []
    assert not [n for n in nummers(store) if n in tekst.replace("V2026-001", "")]


@pytest.mark.eis("G12")
@pytest.mark.parametrize("iets", [True, False])
def test_the_answer_that_neither_confirms_nor_denies_is_the_same_for_all(
    store: Store, ids: dict[str, int], dossier_id: int, iets: bool
):
    verzoek_id = registreer(store, ids, dossier_id if iets else None)
    verzoek.update_verzoek(
        store, verzoek_id, Behandeling(identiteit_op=VANDAAG, identiteit_wijze="aan_balie")
    )
    geen = replace(
        BESLUIT,
        besluit="geen_mededeling",
        besluit_grond="",
        besluit_tekst="Er loopt onderzoek van de politie.",
    )
    refused(store, lambda: verzoek.decide(store, verzoek_id, geen, kader()), "grond")
    geen = replace(geen, besluit_grond="UAVG, artikel 41")
    tekst = gelezen(store, verzoek.decide(store, verzoek_id, geen, kader()))
    assert mist(tekst, (*IEDERE_BRIEF, "niet en wij ontkennen", "bezwaarschrift", "UAVG, artikel 41")) == []
    assert not [n for n in nummers(store) if n in tekst.replace("V2026-001", "")]
    for woord in ("politie", "onderzoek", "aanpak", "dossier"):
        assert woord not in tekst.casefold()


@pytest.mark.eis("G13")
def test_a_person_is_told_after_the_decision_and_only_where_it_is_safe(store: Store, dossier_id: int):
    persoon_id = persoon_van(store, dossier_id)
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        for rij in w.rows("SELECT id FROM casus"):
            w.update("casus", rij["id"], {"informeren": "later"})

    def schrijf() -> int:
        return h.write_persoonsbrief(store, persoon_id, INFORMEREN, kader())

    refused(store, schrijf, "geen besluit")
    informeren.decide_persoon(store, persoon_id, JA)
    refused(store, schrijf, "Bezorging")
    bezorging_id = informeren.record_bezorging(store, persoon_id, BEZORGING)
    document_id = schrijf()
    tekst = gelezen(store, document_id)
    assert mist(tekst, (*IEDERE_BRIEF, "W. Brandsma", "AVG, artikel 14", "De school werkt mee.")) == []
    with store.reader() as r:
        assert r.value("SELECT document_id FROM bezorging WHERE id = ?", bezorging_id) == document_id
    refused(
        store, lambda: h.write_persoonsbrief(store, persoon_id, AFSLUITING, kader()), "nog niet afgesloten"
    )


@pytest.mark.eis("G13")
def test_of_a_minor_who_holds_authority_is_told(store: Store, dossier_id: int):
    persoon_id = persoon_van(store, dossier_id)
    with store.write(Handeling.PERSOON_VASTLEGGEN, onderwerp=("persoon", persoon_id)) as w:
        w.update("persoon", persoon_id, {"geboortedatum": VANDAAG - timedelta(days=13 * 366)})
    informeren.decide_persoon(store, persoon_id, JA)
    verkeerd = informeren.record_bezorging(store, persoon_id, BEZORGING)

    def schrijf() -> int:
        return h.write_persoonsbrief(store, persoon_id, INFORMEREN, kader())

    refused(store, schrijf, "gezag")
    verzoek.register_gezag(store, persoon_id, Gezag("F. Zwanebloem", "ouder", "", "gezagsregister"))
    refused(store, schrijf, "F. Zwanebloem")
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.delete("bezorging", verkeerd)
    informeren.record_bezorging(store, persoon_id, replace(BEZORGING, aan="mevrouw F. Zwanebloem"))
    tekst = gelezen(store, schrijf())
    assert mist(tekst, (*IEDERE_BRIEF, "Aan mevrouw F. Zwanebloem", "het gezag over")) == []


def test_a_letter_never_names_who_reported(store: Store, ids: dict[str, int], dossier_id: int):
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        rij = {
            "dossier_id": dossier_id, "kader_id": w.value("SELECT id FROM kader"), "soort": "melding",
            "status": "ontvangen", "kanaal": "telefoon", "ontvangen_op": "2026-09-01T10:00:00+02:00",
            "bron_soort": "burger", "bron_kennis": "zelf", "melder_naam": "Quirine Ypsilanti",
        }  # fmt: skip
        w.insert("signaal", rij)
    verzoek_id = registreer(store, ids, dossier_id)
    fout = replace(ONTVANGST, tekst="Quirine Ypsilanti belde ons.")
    refused(store, lambda: h.write_verzoekbrief(store, verzoek_id, fout, kader()), "Ypsilanti")
    h.write_verzoekbrief(store, verzoek_id, replace(fout, tekst="Iemand belde ons."), kader())
    verzoek.update_verzoek(store, verzoek_id, GEZIEN)
    nee = replace(BESLUIT, besluit="afgewezen", besluit_grond="UAVG, artikel 41", besluit_tekst=fout.tekst)
    refused(store, lambda: verzoek.decide(store, verzoek_id, nee, kader()), "Ypsilanti")


NAMENS = "M. Hoekstra, coördinator, namens de burgemeester"
GEEN = "geen mandaat in het register: deze brief moet door de burgemeester zelf worden getekend"


@pytest.mark.eis("G11")
def test_a_letter_about_a_request_is_signed_on_behalf_only_with_a_mandate(
    store: Store, ids: dict[str, int], dossier_id: int
):
    verzoek_id = registreer(store, ids, dossier_id)
    namens = replace(ONTVANGST, ondertekenaar=NAMENS)

    def schrijf() -> int:
        return h.write_verzoekbrief(store, verzoek_id, namens, kader())

    refused(store, schrijf, GEEN)
    elders = register_gemeente(store, Gemeente("Gemeente Duinrand"))
    mandaat = Mandaat("verzoek", "burgemeester", "coördinator", "", VANDAAG, VANDAAG, "B2026-01")
    record_mandaat(store, elders, mandaat)
    refused(store, schrijf, GEEN)
    gisteren = VANDAAG - timedelta(days=1)
    record_mandaat(store, ids["gemeente_id"], replace(mandaat, vanaf=gisteren, tot=gisteren))
    refused(store, schrijf, "Mandaat verlopen op 3-11-2026")
    record_mandaat(store, ids["gemeente_id"], mandaat)
    assert mist(gelezen(store, schrijf()), ("M. Hoekstra", "namens de burgemeester")) == []


@pytest.mark.eis("G11")
def test_a_letter_to_a_person_asks_for_the_mandate_to_sign_letters(
    store: Store, ids: dict[str, int], dossier_id: int
):
    persoon_id = persoon_van(store, dossier_id)
    informeren.decide_persoon(store, persoon_id, JA)
    informeren.record_bezorging(store, persoon_id, BEZORGING)
    namens = replace(INFORMEREN, ondertekenaar=NAMENS)

    def schrijf() -> int:
        return h.write_persoonsbrief(store, persoon_id, namens, kader())

    refused(store, schrijf, GEEN)
    mandaat = Mandaat("verzoek", "burgemeester", "coördinator", "", VANDAAG, None, "B2026-01")
    record_mandaat(store, ids["gemeente_id"], mandaat)
    refused(store, schrijf, GEEN)
    record_mandaat(store, ids["gemeente_id"], replace(mandaat, bevoegdheid="brief", kenmerk="B2026-02"))
    schrijf()


def test_the_form_of_a_letter_says_that_a_mandate_is_missing():
    invoer = {
        "soort": "ontvangst", "tekst": "", "tekent": "namens", "ondertekenaar_naam": "M. Hoekstra",
        "ondertekenaar_functie": "coördinator",
    }  # fmt: skip
    (gebrek,) = beoordeel_brief(invoer, VANDAAG, soorten=("ontvangst",))  # type: ignore[misc]
    assert gebrek.veld == "ondertekenaar_naam"
    assert GEEN in gebrek.melding
    regel = Mandaatregel(1, 1, Mandaat("brief", "burgemeester", "M. Hoekstra", "", VANDAAG, None, "B2026-01"))
    assert beoordeel_brief(invoer, VANDAAG, soorten=("ontvangst",), mandaten=(regel,)) == replace(
        ONTVANGST, ondertekenaar=NAMENS
    )

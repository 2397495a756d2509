# SPDX-License-Identifier: EUPL-1.2
"""The printed dossier and the timeline: what stands in them, and what may never stand in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gemeente_pga import documents
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.stukken import Casuskaart, Dossier, from_json, to_json
from gemeente_pga.domain.tijdlijn import (
    DATALEK,
    INFORMATIE,
    RECHTEN,
    SIGNAAL,
    SOORTEN,
    VERSTREKKING,
    WEGING,
    Tijdlijnpunt,
)
from gemeente_pga.domain.verstrekking import Verstrekking
from gemeente_pga.domain.zienswijze import Zienswijze
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.handelingen.consultatie import register_consultatie
from gemeente_pga.handelingen.document import freeze, log_uitgifte
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.handelingen.informeren import record_zienswijze
from gemeente_pga.handelingen.notitie import call_back, register_notitie
from gemeente_pga.handelingen.verstrekking import register_verstrekking
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.handelingen.weging import vaststellen as stel_weging_vast
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.dossierstuk import DEELNAMEN, dossier_gegevens, planblad, te_bevriezen
from gemeente_pga.store.queries.tijdlijn import tijdlijn
from gemeente_pga.ui.pdf import read_bladen
from tests.casus_hulp import BESCHERMEND, DOEL, KOP, SLUITING, VANDAAG, deelnemer, interventie
from tests.weegploeg import GEBLOKKEERD, MELDER, Zaak, informatie, kader, nieuwe_zaak, volledige_weging

POLITIEREGEL = "In ons systeem: één eerdere melding (overlast, 2025)."


@pytest.fixture
def zaak(tmp_path: Path) -> Iterator[Zaak]:
    zaak = nieuwe_zaak(tmp_path)
    yield zaak
    zaak.store.close()


@pytest.fixture
def casus_id(zaak: Zaak) -> int:
    """A casus with everything: weging, participant, plan."""
    from gemeente_pga.handelingen import plan as plannen

    weging_id = volledige_weging(zaak)
    stel_weging_vast(zaak.store, weging_id, kader(), VANDAAG)
    casus_id = casussen.open_casus(zaak.store, weging_id, op=date(2026, 10, 5))
    casussen.record_deelnemer(zaak.store, casus_id, deelnemer(zaak.partijen["politie"]), op=VANDAAG)
    plan_id = plannen.begin_plan(zaak.store, casus_id)
    doel_id = plannen.record_regel(zaak.store, plan_id, DOEL)
    plannen.record_regel(zaak.store, plan_id, BESCHERMEND)
    plannen.record_regel(zaak.store, plan_id, interventie(doel_id=doel_id))
    plannen.record_plan(zaak.store, plan_id, KOP)
    plannen.vaststellen(zaak.store, plan_id, op=VANDAAG)
    return casus_id


def tekst_van(zaak: Zaak, delen: tuple[str, ...]) -> str:
    """The words on the pages of the dossier with these parts."""
    with zaak.store.reader() as r:
        document = te_bevriezen(r, zaak.dossier_id, kader(), delen, VANDAAG)
    bladen = read_bladen(documents.render(document.soort, document.stuk))
    return " ".join(" ".join(blad.tekst for blad in bladen).split())


def test_without_ticks_the_casuskaart_is_one_page(zaak: Zaak, casus_id: int):
    with zaak.store.reader() as r:
        document = te_bevriezen(r, zaak.dossier_id, kader(), (), VANDAAG)
    assert document.soort == "casuskaart"
    assert isinstance(document.stuk, Casuskaart)
    assert len(read_bladen(documents.render(document.soort, document.stuk))) == 1
    tekst = tekst_van(zaak, ())
    for woord in ("D'Hondt-Özdemir", "C2026-007", DOEL.tekst, BESCHERMEND.tekst, "K. Brouwer"):
        assert woord in tekst, woord


def test_all_parts_are_on_paper(zaak: Zaak, casus_id: int):
    tekst = tekst_van(zaak, DEELNAMEN)
    for woord in (
        "Signalen", "Weging", "Plan van aanpak", "Besprekingen", "Besluiten", "Open acties", "Tijdlijn",
        "Informeren van betrokkene", "Afgedrukt en opgeslagen", "aansprakelijkstelling", "Schuldhulp",
    ):  # fmt: skip
        assert woord in tekst, woord


def test_who_got_what_stands_on_paper(zaak: Zaak, casus_id: int):
    gegeven = Verstrekking(
        op=VANDAAG, ontvanger_soort="buiten", partij_id=None, ontvanger="de woningcorporatie", functie="",
        wijze="mondeling", wat="Dat er hulp komt bij de huur.", doel="Uitstel.",
        grondslag_gever="avg_6_1_e", grondslag_ontvanger="", categorie="gewoon",
        zonder_rol_reden="Alleen zij kan uitstellen.",
    )  # fmt: skip
    register_verstrekking(zaak.store, zaak.dossier_id, gegeven, (), op=VANDAAG)
    with zaak.store.reader() as r:
        stuk = te_bevriezen(r, zaak.dossier_id, kader(), (), VANDAAG)
    document_id = freeze(zaak.store, stuk, op=VANDAAG)
    wens = Uitgiftewens("deelnemer", (Houdernaam("H. Claessen"), Houdernaam("de tolk")))
    log_uitgifte(
        zaak.store, document_id, wijze="afdruk", wens=wens, bestemd_voor="Deelnemer", op=VANDAAG.isoformat()
    )
    tekst = tekst_van(zaak, ("verstrekkingen", "uitgiften"))
    for woord in ("de woningcorporatie", "Dat er hulp komt bij de huur.", "H. Claessen; de tolk"):
        assert woord in tekst, woord


def test_what_the_betrokkene_said_is_in_the_dossier_in_own_words(zaak: Zaak, casus_id: int):
    assert "Er is geen zienswijze gegeven." in tekst_van(zaak, ("zienswijzen",))
    with zaak.store.reader() as r:
        zij = int(r.value("SELECT id FROM persoon WHERE dossier_id = ?", zaak.dossier_id))
    zei = Zienswijze(VANDAAG, "gesprek", "", "Ik schreef die brief niet.", "Nagevraagd bij school.", VANDAAG)
    record_zienswijze(zaak.store, zij, zei)
    tekst = tekst_van(zaak, ("zienswijzen",))
    assert "Ik schreef die brief niet." in tekst
    assert "Nagevraagd bij school." in tekst
    assert "Ik schreef die brief niet." not in tekst_van(
        zaak, tuple(d for d in DEELNAMEN if d != "zienswijzen")
    )


def test_the_plan_is_a_paper_of_its_own(zaak: Zaak, casus_id: int):
    with zaak.store.reader() as r:
        stuk = planblad(r, zaak.dossier_id, kader(), VANDAAG)
    assert (stuk.soort, stuk.stuk.kop.documentsoort) == ("plan", "Plan van aanpak")
    freeze(zaak.store, stuk, op=VANDAAG)
    with zaak.store.reader() as r:
        maken = next(wacht for wacht in te_maken(r) if wacht.soort == "plan")
    bladen = read_bladen(documents.render("plan", maken.stuk, maken.code))
    assert DOEL.tekst in " ".join(" ".join(blad.tekst for blad in bladen).split())


def test_advice_without_a_name_is_a_part_of_its_dossier_only(zaak: Zaak, casus_id: int):
    raad = Consultatie(
        titel="Een eerste gesprek", datum=VANDAAG, organisatie="Landelijk Steunpunt Extremisme",
        functie="adviseur", gevraagd="Wat werkt in een eerste gesprek?",
        advies="Vraag naar de zorg erachter.", zonder_naam=True, dossier_id=zaak.dossier_id,
    )  # fmt: skip
    register_consultatie(zaak.store, raad, VANDAAG)
    los = replace(raad, titel="Vlaggen aan een gevel", dossier_id=None)
    register_consultatie(zaak.store, los, VANDAAG)
    tekst = tekst_van(zaak, ("consultaties", "tijdlijn"))
    for woord in (raad.titel, raad.organisatie, raad.gevraagd, raad.advies, "Advies gevraagd zonder naam"):
        assert woord in tekst, woord
    assert los.titel not in tekst


def test_paper_says_that_the_caller_was_called_back_but_not_through_which_number(zaak: Zaak, casus_id: int):
    _, wijkagent = zaak.signalen
    gebeld = Telefoonnotitie("Spandoek.", "K. Brouwer", "06-12345678", False, "2026-09-29T09:15:00+02:00")
    notitie_id = register_notitie(zaak.store, gebeld)
    with zaak.store.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("telefoonnotitie", notitie_id, {"signaal_id": wijkagent, "dossier_id": zaak.dossier_id})
    assert "Teruggebeld Nee" in tekst_van(zaak, ("signalen",))
    call_back(
        zaak.store, notitie_id, Terugbellen("ja", "2026-09-29T09:25:00+02:00", "0123-456789, meldkamer")
    )
    tekst = tekst_van(zaak, ("signalen",))
    assert "Ja, op 29 september 2026, 09.25 uur, via een bekend nummer" in tekst
    assert "0123" not in tekst
    assert "06-12345678" not in tekst


def test_the_files_are_listed_and_of_what_is_not_passed_on_only_that_it_is_there(zaak: Zaak, casus_id: int):
    for naam, markering in (("beschikking.pdf", "vrij"), ("vertrouwelijk.pdf", "niet_verstrekken")):
        gegevens = Bijlage(
            f"Wat {naam} is", "Rechtbank Midden-Veen", date(2026, 9, 1), "wet_pga", markering,
            grondslag_gever="wjsg_8a_39f", doel="De voorwaarden kennen.", categorie="strafrechtelijk",
            noodzaak="Zonder de voorwaarden is er geen plan.", verkregen="document",
        )  # fmt: skip
        add_dossierbijlagen(
            zaak.store, zaak.dossier_id, [BerichtBijlage(naam, "application/pdf", b"%PDF-1.7")], gegevens
        )
    with zaak.store.reader() as r:
        stuk = dossier_gegevens(r, zaak.dossier_id, kader(), ("bijlagen",), VANDAAG)
    assert stuk.bijlagen is not None
    assert [b.naam for b in stuk.bijlagen][-2:] == ["beschikking.pdf", ""]
    tekst = tekst_van(zaak, ("bijlagen",))
    for woord in (
        "Wat beschikking.pdf is",
        "Rechtbank Midden-Veen",
        "Ontvangen: 1 september 2026",
        "Strafrechtelijk",
    ):
        assert woord in tekst, woord
    assert "Een bijlage die niet bestemd is" in tekst
    assert "vertrouwelijk" not in tekst.replace("Vertrouwelijk", "")


def test_what_the_card_rests_on_stands_after_the_parts_not_on_a_page_between(zaak: Zaak, casus_id: int):
    tekst = tekst_van(zaak, ("signalen", "plan"))
    assert tekst.index("Plan van aanpak") < tekst.index("Juridisch kader en bewaren")
    assert "Juridisch kader:" in tekst_van(zaak, ()), "the casuskaart by itself has it at its foot"


def test_a_part_that_was_not_ticked_is_not_there(zaak: Zaak, casus_id: int):
    with zaak.store.reader() as r:
        stuk = dossier_gegevens(r, zaak.dossier_id, kader(), ("plan",), VANDAAG)
    assert stuk.plan is not None
    assert [getattr(stuk, naam) for naam in DEELNAMEN if naam != "plan"] == [None] * (len(DEELNAMEN) - 1)
    assert "aansprakelijkstelling" not in tekst_van(zaak, ("plan",))


def test_what_is_frozen_comes_back_as_it_was(zaak: Zaak, casus_id: int):
    with zaak.store.reader() as r:
        document = te_bevriezen(r, zaak.dossier_id, kader(), DEELNAMEN, VANDAAG)
    assert isinstance(document.stuk, Dossier)
    assert from_json(Dossier, to_json(document.stuk)) == document.stuk
    freeze(zaak.store, document, op=VANDAAG)
    with zaak.store.reader() as r:
        gemaakt = [d for d in te_maken(r) if d.soort == "dossier"]
        volgend = te_bevriezen(r, zaak.dossier_id, kader(), (), VANDAAG)
    assert gemaakt[0].code
    assert (document.kenmerk, volgend.kenmerk) == ("2026-007-D1", "2026-007-D2")


def test_the_reporter_who_wants_no_name_is_not_on_paper(zaak: Zaak, casus_id: int):
    tekst = tekst_van(zaak, DEELNAMEN)
    assert MELDER not in tekst
    assert "Wâl" not in tekst
    assert "K. Brouwer" in tekst, "who agreed to be named is"


@pytest.mark.eis("c12")
def test_what_the_police_do_not_pass_on_is_not_on_paper(zaak: Zaak, casus_id: int):
    assert GEBLOKKEERD not in tekst_van(zaak, DEELNAMEN)


def test_a_blocked_line_of_a_signal_is_left_out_and_the_others_stay(zaak: Zaak):
    _, wijkagent = zaak.signalen
    regels = f"- Spandoek gezien.\n- {POLITIEREGEL}\n- Rustig gesprek gehad."
    from gemeente_pga.domain.handeling import Handeling

    with zaak.store.write(Handeling.SIGNAAL_CORRIGEREN, onderwerp=("signaal", wijkagent)) as w:
        w.update("signaal", wijkagent, {"zelf_waargenomen": regels})
    weging_id = begin_weging(zaak.store, zaak.dossier_id, VANDAAG)
    dicht = informatie(zaak, "politie", tekst=POLITIEREGEL, markering="niet_verstrekken")
    plek: dict[str, int | str | None] = {
        "weging_id": weging_id,
        "signaal_id": wijkagent,
        "signaal_deel": "zelf_waargenomen:1",
    }
    register_informatie(zaak.store, zaak.dossier_id, dicht, waarbij=plek)
    tekst = tekst_van(zaak, ("signalen",))
    assert "overlast" not in tekst
    assert "Spandoek gezien." in tekst
    assert "Rustig gesprek gehad." in tekst
    assert "Eén regel is weggelaten" in tekst


def test_a_closed_casus_says_that_the_end_of_keeping_is_unknown(zaak: Zaak, casus_id: int):
    casussen.close_casus(zaak.store, casus_id, SLUITING)
    tekst = tekst_van(zaak, ())
    assert "Criteria niet langer van toepassing" in tekst
    assert "De einddatum is onbekend, omdat de bewaartermijn niet is vastgesteld." in tekst


# ---- timeline


def test_the_timeline_has_both_dates(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, VANDAAG)
    laat = informatie(
        zaak, "politie", tekst="Spandoek weg.", gebeurd_op=date(2026, 10, 31), ontvangen_op=date(2026, 11, 3)
    )
    register_informatie(zaak.store, zaak.dossier_id, laat, waarbij={"weging_id": weging_id})
    zonder = informatie(zaak, tekst="Geen dag bekend.", ontvangen_op=date(2026, 11, 2))
    register_informatie(zaak.store, zaak.dossier_id, zonder, waarbij={"weging_id": weging_id})
    with zaak.store.reader() as r:
        lijn = tijdlijn(r, zaak.dossier_id, kader())
    assert [p.gebeurd_op for p in lijn] == sorted(p.gebeurd_op for p in lijn)
    punten = {p.wat: p for p in lijn}
    assert punten["Spandoek weg."].dagen_later == 3
    assert not punten["Geen dag bekend."].gedateerd
    assert {SIGNAAL, INFORMATIE, WEGING} <= {p.soort for p in lijn}


def test_only_what_came_from_outside_became_known_later():
    gebeurd, later = date(2026, 7, 3), date(2026, 11, 22)
    for soort in (INFORMATIE, SIGNAAL):
        punt = Tijdlijnpunt(soort, gebeurd, later, "Iets")
        assert punt.bekend == "Bij ons bekend op 22-11-2026, 142 dagen later."
    for soort in (soort for soort, _ in SOORTEN if soort not in {INFORMATIE, SIGNAAL}):
        assert Tijdlijnpunt(soort, gebeurd, later, "Iets").bekend == "Vastgelegd op 22-11-2026."
        assert Tijdlijnpunt(soort, gebeurd, gebeurd, "Iets").bekend == ""


def test_requests_gifts_and_leaks_are_on_the_timeline_of_the_screen_alone(zaak: Zaak):
    with zaak.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        van = {"dossier_id": zaak.dossier_id}
        gemeente = w.value("SELECT gemeente_id FROM dossier WHERE id = ?", zaak.dossier_id)
        verzoek = w.insert(
            "verzoek",
            van
            | {
                "nummer": "V2026-001", "gemeente_id": gemeente, "soort": "inzage",
                "ontvangen_op": "2026-11-12",
                "kanaal": "post", "wat": "Afschrift", "verzoeker": "x", "hoedanigheid": "betrokkene",
                "besluit_op": "2026-11-20",
            },
        )  # fmt: skip
        persoon = w.value("SELECT id FROM persoon WHERE dossier_id = ?", zaak.dossier_id)
        w.insert(
            "zienswijze",
            van | {"persoon_id": persoon, "ontvangen_op": "2026-11-16", "wijze": "gesprek", "tekst": "x"},
        )
        w.insert(
            "verstrekking",
            van
            | {
                "op": "2026-11-19", "ontvanger_soort": "partij", "ontvanger": "De Brug", "wijze": "mondeling",
                "wat": "GEHEIM", "doel": "x", "grondslag_gever": "x", "categorie": "gewoon",
            },
        )  # fmt: skip
        lek = {"nummer": "L2026-01", "ontdekt_op": "2026-11-22T18:11:00+01:00", "aard": "x", "wat": "GEHEIM"}
        w.insert("datalek_dossier", van | {"datalek_id": w.insert("datalek", lek), "inhoud": "GEHEIM"})
    with zaak.store.reader() as r:
        lijn = tijdlijn(r, zaak.dossier_id, kader())
    nieuw = [p for p in lijn if p.soort in {RECHTEN, VERSTREKKING, DATALEK}]
    assert [(p.gebeurd_op.day, p.wat) for p in nieuw] == [
        (12, "Verzoek V2026-001 ontvangen: inzage (AVG 15)"),
        (16, "Zienswijze ontvangen"),
        (19, "Gegevens gegeven aan De Brug"),
        (20, "Besluit op verzoek V2026-001: inzage (AVG 15)"),
        (22, "Datalek L2026-01 ontdekt"),
    ]
    assert nieuw[0].onderwerp_id == verzoek
    assert not [p for p in nieuw if p.op_papier]


def test_what_was_not_recorded_or_struck_is_not_on_the_timeline(zaak: Zaak):
    weging_id = begin_weging(zaak.store, zaak.dossier_id, VANDAAG)
    stil = informatie(zaak, "politie", tekst="", markering=NIET_VASTLEGGEN)
    register_informatie(zaak.store, zaak.dossier_id, stil, waarbij={"weging_id": weging_id})
    dicht = informatie(zaak, "politie", tekst=GEBLOKKEERD, markering="niet_verstrekken")
    register_informatie(zaak.store, zaak.dossier_id, dicht, waarbij={"weging_id": weging_id})
    with zaak.store.reader() as r:
        punten = [p for p in tijdlijn(r, zaak.dossier_id, kader()) if p.soort == INFORMATIE]
    assert [(p.wat, p.op_papier) for p in punten] == [(GEBLOKKEERD, False)]

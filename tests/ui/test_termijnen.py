# SPDX-License-Identifier: EUPL-1.2
"""All open terms in one list: the soonest first, no names, and each leads to where it is dealt with."""

from datetime import date
from typing import Any

from gemeente_pga.domain.bureau import Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.informeren import informeer_uiterlijk
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.informeren import betrokkene_stand
from gemeente_pga.store.queries.termijnen import informeertermijnen, open_termijnen
from gemeente_pga.ui.screens.dossier import DossierScherm
from gemeente_pga.ui.screens.verzoek import VerzoekScherm
from gemeente_pga.ui.window import Window
from tests.ui.test_verzoek import dossier_id, nieuw  # noqa: F401 - a fixture


def _vul(venster: Window, dossier: int) -> None:
    """A row with a day in every table that the list reads."""
    with venster.omgeving.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        persoon = w.value("SELECT id FROM persoon WHERE dossier_id = ?", dossier)
        partij = w.value("SELECT id FROM partij WHERE soort = 'om'")
        casus = w.value("SELECT id FROM casus WHERE dossier_id = ?", dossier)
        w.update("casus", casus, {"volgende_herbeoordeling": "2026-12-24", "informeren_opnieuw_op": None})
        w.insert(
            "aanhouding",
            {
                "dossier_id": dossier, "wat": "weging", "partij_id": partij, "naam": "x", "functie": "x",
                "reden": "actie_gepland", "toelichting": "x", "vanaf": "2026-09-01", "tot": "2026-09-09",
            },
        )  # fmt: skip
        for dag, later in (("2026-09-11", "2026-09-10"), ("2026-09-12", "2026-10-10")):
            w.insert(
                "informeerbesluit",
                {
                    "dossier_id": dossier, "persoon_id": persoon, "onderwerp_soort": "persoon",
                    "onderwerp_id": persoon, "besloten_op": dag, "informeren": "later",
                    "informeren_reden": "x", "informeren_door": "x", "informeren_opnieuw_op": later,
                },
            )  # fmt: skip
        w.insert(
            "houderbericht",
            {
                "dossier_id": dossier, "soort": "teruggave", "aanleiding_soort": "dossier", "houder": "x",
                "aanleiding_id": dossier, "heeft": "x", "gevraagd": "x", "antwoord_voor": "2026-11-11",
            },
        )  # fmt: skip
        w.insert(
            "opschorting",
            {
                "dossier_id": dossier, "reden": "rechtszaak", "toelichting": "x", "vanaf": "2026-09-01",
                "nakijken_op": "2027-01-01",
            },
        )  # fmt: skip


def test_all_terms_stand_in_one_list_the_soonest_first(venster: Window, dossier_id: int):  # noqa: F811
    regel = nieuw(venster, dossier_id)
    _vul(venster, dossier_id)
    venster.open("termijnen", None, "termijnen")
    deel: Any = venster.scherm.delen["termijnen"]  # type: ignore[union-attr]
    rijen = deel.lijst.rijen()
    assert [(t.dag.isoformat(), t.soort) for t in rijen] == [
        ("2026-09-09", "Wachten op verzoek tot en met"),
        ("2026-09-30", "Besluit op een verzoek"),
        ("2026-10-10", "Informeren opnieuw bekijken"),
        ("2026-10-12", "Besluit van de politie"),
        ("2026-11-11", "Antwoord van een houder"),
        ("2026-12-24", "Herbeoordeling"),
        ("2027-01-01", "Opschorting nakijken"),
    ]
    assert "Brandsma" not in " ".join(t.wat for t in rijen)
    venster.omgeving.vandaag = lambda: date(2026, 10, 11)
    assert [deel._stand(t) for t in rijen[2:5]] == ["Voorbij", "Morgen", "Over 31 dagen"]
    for rij in rijen:
        deel.lijst.geopend.emit(rij)
        assert isinstance(venster.scherm, VerzoekScherm | DossierScherm)
        assert venster.scherm.onderwerp_id in {regel.id, dossier_id}


def test_a_leak_the_weegploeg_and_a_naaste_stand_in_it_too(venster: Window, dossier_id: int):  # noqa: F811
    store = venster.omgeving.store
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        signaal = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        lek = {"ontdekt_op": "2026-09-08T16:42:00+02:00", "aard": "papier_vermist", "wat": "x"}
        lek_id = w.insert("datalek", {"nummer": "L2026-01", **lek})
        w.insert("datalek", {"nummer": "L2026-02", **lek, "melden_ap": "nee"})
        w.insert(
            "persoon",
            {"dossier_id": dossier_id, "rol": "naaste", "geslachtsnaam": "x", "bewaren_tot": "2026-11-20"},
        )
        w.update("signaal", signaal, {"status": "geagendeerd", "geagendeerd_voor": "2026-11-26"})

    def rijen() -> set[tuple[str, str, int]]:
        with store.reader() as r:
            return {(t.dag.isoformat(), t.soort, t.onderwerp_id) for t in open_termijnen(r)}

    assert {
        ("2026-09-11", "Datalek: 72 uur om te melden", lek_id),
        ("2026-11-20", "Naaste bewaren tot en met", dossier_id),
        ("2026-11-26", "Weegploeg bespreekt het signaal", signaal),
    } <= rijen()
    assert len([soort for _, soort, _ in rijen() if soort.startswith("Datalek")]) == 1
    with store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("signaal", signaal, {"status": "nadere_informatie", "vraag_voor": "2026-11-24"})
    assert ("2026-11-24", "Antwoord op een vraag van de weegploeg", signaal) in rijen()
    assert "Weegploeg bespreekt het signaal" not in {soort for _, soort, _ in rijen()}


def test_what_ended_is_no_term(venster: Window, dossier_id: int):  # noqa: F811
    regel = nieuw(venster, dossier_id)
    with venster.omgeving.store.reader() as r:
        voor = {t.soort for t in open_termijnen(r) if t.onderwerp_id == regel.id}
    assert voor == {"Besluit op een verzoek", "Besluit van de politie"}
    with venster.omgeving.store.write(Handeling.SYSTEEM_INRICHTEN) as w:
        w.update("verzoek", regel.id, {"ingetrokken_op": "2026-09-02"})
    with venster.omgeving.store.reader() as r:
        assert not [t for t in open_termijnen(r) if t.onderwerp_id == regel.id]


def test_the_last_day_to_tell_somebody_stands_there_and_leads_to_where_it_is_decided(vol: Window):
    kader, vandaag = vol.omgeving.kader, vol.omgeving.vandaag()
    with vol.omgeving.store.reader() as r:
        termijnen = informeertermijnen(r, kader, vandaag)
        op_bureau = [p for p in aandacht(r, kader, vandaag) if p.onderwerp is Onderwerp.INFORMEREN]
        for termijn in termijnen:
            nummer = termijn.wat.removeprefix("Dossier ")
            dossier = r.value("SELECT id FROM dossier WHERE nummer = ?", nummer)
            if termijn.soort == "Betrokkene informeren":
                stand = betrokkene_stand(r, dossier)
                assert stand.open
                assert stand.sinds is not None
                assert termijn.dag == informeer_uiterlijk(kader, stand.sinds)
    assert termijnen
    assert {(p.scherm, p.onderwerp_id) for p in op_bureau if "De laatste dag" in p.waarom} <= {
        (t.scherm, t.onderwerp_id) for t in termijnen
    }
    vol.open("termijnen", None, "termijnen")
    deel: Any = vol.scherm.delen["termijnen"]  # type: ignore[union-attr]
    assert set(termijnen) <= set(deel.lijst.rijen())
    assert [t.dag for t in deel.lijst.rijen()] == sorted(t.dag for t in deel.lijst.rijen())

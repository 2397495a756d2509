# SPDX-License-Identifier: EUPL-1.2
"""A reporter who may not be named does not go along to another municipality: not in a text, paper or file."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gemeente_pga.documents import render
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.overname import OVERDRACHT, Aanvaarding, Meegave
from gemeente_pga.handelingen.meegave import give
from gemeente_pga.handelingen.overname import Aangeboden, accept
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.queries.overname_melder import WEGGELATEN
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.vullen import with_text
from tests.overname_hulp import overview
from tests.store.bouw import K_DB, K_LOG, WIE, ZOUT
from tests.ui_hulp import NU, richt_in

MELDER, NUMMER = "Griet Kwartelstaart", "06-98765432"
ELDERS = Meegave(OVERDRACHT, "Nieuwveen", "P. de Boer", "avg_6_1_e", "Verhuisd.")
MAIL = b"From: %s\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nSubject: melding\n\n%s\n"


def lees(pdf: bytes) -> tuple[str, ...]:
    return tuple(blad.tekst for blad in read_bladen(pdf))


@pytest.fixture(scope="module")
def kluis(tmp_path_factory: pytest.TempPathFactory, echt_kader: Kader) -> Iterator[Store]:
    store = Store.maak(
        tmp_path_factory.mktemp("melder") / "kluis.db",
        bytearray(K_DB),
        K_LOG,
        zout=ZOUT,
        wie=WIE,
        klok=lambda: NU,
    )
    store.oefening = True
    fill(store, echt_kader, NU)
    yield store
    store.close()


@pytest.fixture(scope="module")
def dossier_id(kluis: Store) -> int:
    """The dossier with most papers; its signaal came from somebody who may not be named."""
    with kluis.reader() as r:
        gevonden = r.value(
            "SELECT dossier_id FROM document WHERE pdf IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC"
        )
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", gevonden)
    with kluis.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update(
            "signaal", signaal_id, {"melder_naam": MELDER, "melder_contact": NUMMER, "naam_noemen": "nee"}
        )
    return int(gevonden)


def add_bijlage(kluis: Store, dossier_id: int, naam: str, mediatype: str, inhoud: bytes) -> None:
    with kluis.write(Handeling.BIJLAGE_TOEVOEGEN) as w:
        w.insert(
            "bijlage",
            {
                "dossier_id": dossier_id, "onderwerp_soort": "dossier", "onderwerp_id": dossier_id,
                "naam": naam, "mediatype": mediatype, "inhoud": inhoud,
                "grootte": len(inhoud), "sha256": hashlib.sha256(inhoud).hexdigest(),
            },
        )  # fmt: skip


def go(kluis: Store, dossier_id: int, soort: str = OVERDRACHT) -> tuple[Meegaand, dict[str, Any]]:
    with kluis.reader() as r:
        stuk = pack(r, dossier_id, soort, lees)
    return stuk, json.loads(stuk.inhoud)["rijen"]


def paper(tekst: str) -> bytes:
    soort, stuk, code = VOORBEELDEN["dossier"]
    return render(soort, with_text(stuk, "Casuskaart.opgenomen_reden", tekst), code)


def test_what_was_typed_loses_the_words_and_stays_whole_for_the_rest(kluis: Store, dossier_id: int):
    with kluis.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        item = w.value("SELECT id FROM informatie WHERE dossier_id = ? AND geschrapt = 0", dossier_id)
        w.update(
            "informatie",
            item,
            {"tekst": f"Volgens mevrouw\nKwartelstaart (bel {NUMMER}) kwam hij laat thuis."},
        )
    stuk, rijen = go(kluis, dossier_id)
    (tekst,) = (rij["tekst"] for rij in rijen["informatie"] if int(rij["id"], 16) == item)
    assert tekst == f"Volgens mevrouw\n{WEGGELATEN} (bel {WEGGELATEN}) kwam hij laat thuis."
    assert b"kwartelstaart" not in stuk.inhoud.lower()
    assert b"98765432" not in stuk.inhoud
    assert any(WEGGELATEN in zin for zin in stuk.weggelaten)
    blijft, rijen = go(kluis, dossier_id, "herindeling")
    assert b"Kwartelstaart" in blijft.inhoud  # the same work goes on: nothing is hidden
    assert len(rijen["document"]) > 0


def test_a_paper_in_which_they_stand_stays_here_and_the_others_go(kluis: Store, dossier_id: int):
    _, voor = go(kluis, dossier_id)
    with kluis.reader() as r:
        document_id = r.value("SELECT id FROM document WHERE dossier_id = ? AND pdf IS NOT NULL", dossier_id)
        was = r.row("SELECT pdf, titel FROM document WHERE id = ?", document_id)
    assert was is not None
    with kluis.write(Handeling.DOCUMENT_PDF_VASTLEGGEN) as w:
        w.update("document", document_id, {"pdf": paper("Gezien door G. Kwartelstaart.")})
    stuk, na = go(kluis, dossier_id)
    weg = {rij["id"] for rij in voor["document"]} - {rij["id"] for rij in na["document"]}
    assert weg == {f"{document_id:016x}"}
    assert len(na["document"]) > 0
    assert any(was["titel"] in zin for zin in stuk.weggelaten)
    with kluis.write(Handeling.DOCUMENT_PDF_VASTLEGGEN) as w:
        w.update("document", document_id, {"pdf": b"%PDF-1.7 broken"})
    assert {rij["id"] for rij in go(kluis, dossier_id)[1]["document"]} == {
        rij["id"] for rij in na["document"]
    }
    with kluis.write(Handeling.DOCUMENT_PDF_VASTLEGGEN) as w:
        w.update("document", document_id, {"pdf": was["pdf"]})
    assert go(kluis, dossier_id)[1]["document"] == voor["document"]


@pytest.mark.parametrize(
    ("naam", "mediatype", "inhoud", "gaat"),
    [
        ("a.txt", "text/plain", b"Een brief zonder namen.", True),
        ("b.txt", "text/plain", b"Groet, griet KWARTELSTAART", False),
        ("c.eml", "message/rfc822", MAIL % (b"buro@voorbeeld.nl", b"Zie boven."), True),
        ("d.eml", "message/rfc822", MAIL % (b"Griet Kwartelstaart <gk@voorbeeld.nl>", b"Zie boven."), False),
        ("Kwartelstaart.txt", "text/plain", b"Niets.", False),
        ("foto.png", "image/png", b"\x89PNG\r\n\x1a\n", False),
        ("stuk.pdf", "application/pdf", b"%PDF-1.7 broken", False),
    ],
)
def test_a_file_stays_when_it_names_them_or_cannot_be_searched(
    kluis: Store, dossier_id: int, naam: str, mediatype: str, inhoud: bytes, gaat: bool
):
    add_bijlage(kluis, dossier_id, naam, mediatype, inhoud)
    stuk, rijen = go(kluis, dossier_id)
    assert (naam in {rij["naam"] for rij in rijen["bijlage"]}) is gaat
    assert (
        any(naam in zin or WEGGELATEN in zin for zin in stuk.weggelaten if "bijlage" in zin) is not gaat
        or gaat
    )
    assert b"kwartelstaart" not in stuk.inhoud.lower()
    assert naam in {rij["naam"] for rij in go(kluis, dossier_id, "herindeling")[1]["bijlage"]}


def test_a_reporter_who_shares_his_surname_leaves_the_name_of_the_person_alone(kluis: Store, dossier_id: int):
    with kluis.reader() as r:
        naam = r.value(
            "SELECT geslachtsnaam FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id
        )
        signaal_id = r.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
    with kluis.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal_id, {"melder_naam": f"Hortensia {naam}"})
    with kluis.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        item = w.value("SELECT id FROM informatie WHERE dossier_id = ? AND geschrapt = 0", dossier_id)
        w.update("informatie", item, {"tekst": f"{naam} kwam laat thuis, zei Hortensia."})
    stuk, rijen = go(kluis, dossier_id)
    (tekst,) = (rij["tekst"] for rij in rijen["informatie"] if int(rij["id"], 16) == item)
    assert tekst == f"{naam} kwam laat thuis, zei {WEGGELATEN}."
    assert {rij["geslachtsnaam"] for rij in rijen["persoon"] if rij["rol"] == "betrokkene"} == {naam}
    assert b"Hortensia" not in stuk.inhoud
    with kluis.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal_id, {"melder_naam": MELDER})


def test_the_act_gives_what_was_looked_at_and_without_a_reader_no_paper_goes(kluis: Store, dossier_id: int):
    with pytest.raises(Storing):  # an item may not be passed on: the rule of any verstrekking
        give(kluis, [dossier_id], ELDERS, op=NU.date(), lees_pdf=lees)
    with kluis.write(Handeling.INFORMATIE_CORRIGEREN) as w:
        for rij in w.rows("SELECT id FROM informatie WHERE dossier_id = ?", dossier_id):
            w.update("informatie", rij["id"], {"geschrapt": 1})
    (stuk,) = give(kluis, [dossier_id], ELDERS, op=NU.date(), lees_pdf=lees)
    assert b"kwartelstaart" not in stuk.inhoud.lower()
    assert json.loads(stuk.inhoud)["rijen"]["document"]
    (blind,) = give(kluis, [dossier_id], replace(ELDERS, reden="Nogmaals."), op=NU.date())
    assert json.loads(blind.inhoud)["rijen"]["document"] == []


@pytest.mark.parametrize("naam", ["Open", "Casus", "mevrouw van de Gemeente", "politie", "2026", "Nee"])
def test_a_name_that_is_a_word_of_the_program_leaves_codes_and_days_alone(
    kluis: Store, dossier_id: int, naam: str, tmp_path: Path, echt_kader: Kader
):
    """A code or a day that was taken out would not be read there, or would be read as something else."""
    with kluis.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        w.update("signaal", signaal_id, {"melder_naam": naam, "melder_contact": ""})
        item = w.value("SELECT id FROM informatie WHERE dossier_id = ?", dossier_id)
        w.update("informatie", item, {"geschrapt": 0, "tekst": f"Dat zei {naam}."})
    stuk, rijen = go(kluis, dossier_id)
    (tekst,) = (rij["tekst"] for rij in rijen["informatie"] if int(rij["id"], 16) == item)
    assert tekst.startswith("Dat zei ")
    assert tekst.endswith(f"{WEGGELATEN}.")
    vast = ("status", "onderwerp_soort", "verslag_door", "datum", "op", "vastgelegd_op", "nummer", "naar")
    for lijst in rijen.values():
        assert not [rij for rij in lijst for kolom in vast if WEGGELATEN in str(rij.get(kolom))]
    ander = Store.maak(tmp_path / "ander.db", bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU)
    richt_in(ander, echt_kader)
    with ander.reader() as r:
        besluit = Aanvaarding(r.value("SELECT id FROM gemeente"), "avg_6_1_e", "Rechtsopvolger.")
    aangeboden = Aangeboden(stuk.inhoud, stuk.aanbieding)
    assert accept(ander, aangeboden, overview(stuk), besluit, op=NU.date()) == dossier_id
    with kluis.write(Handeling.SIGNAAL_CORRIGEREN) as w:
        w.update("signaal", signaal_id, {"melder_naam": MELDER, "melder_contact": NUMMER})

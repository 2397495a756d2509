# SPDX-License-Identifier: EUPL-1.2
"""From a word in the open dossier to the very field: every table that is searched, on the practice kluis."""

import re

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.store.queries.dossiers import dossierkop
from gemeente_pga.store.queries.zoeken import Vindplaats, zoek_woorden
from gemeente_pga.store.schema import ZOEKBAAR
from gemeente_pga.ui.vindplek import ga_naar, plaats_van, toon_woord
from gemeente_pga.ui.widgets.lijst import Lijst
from gemeente_pga.ui.window import Window
from tests.ui.alle_schermen import vol

__all__ = ["vol"]
# No row of it in an open dossier of the practice kluis; how these open is in their own tests.
GEEN_RIJ = {
    "beperking", "bronakkoord", "melderbericht", "opschorting", "overdracht", "spoed", "telefoonnotitie",
}  # fmt: skip


@pytest.fixture
def voller(vol: Window) -> Window:
    """With an attachment, a party that has doubts, and an action that was reported on."""
    store = vol.omgeving.store
    with store.reader() as r:
        casus = r.row("SELECT id, dossier_id FROM casus WHERE status = 'in_uitvoering' ORDER BY id")
        partij = r.row("SELECT p.id, p.dossier_id FROM weging_partij p JOIN weging w ON w.id = p.weging_id "
                       "WHERE w.status = 'concept'")  # fmt: skip
    assert casus is not None
    assert partij is not None
    soort = Bijlage("Een schets op ruitjespapier.", "School", None, "wet_pga", "vrij",
                    grondslag_gever="avg_6_1_e", doel="Plan.", categorie="gewoon", noodzaak="",
                    verkregen="document")  # fmt: skip
    bestand = BerichtBijlage("zolderplan.pdf", "application/pdf", b"%PDF-1.7")
    add_dossierbijlagen(store, casus["dossier_id"], [bestand], soort)
    with store.write(Handeling.PERSOON_VASTLEGGEN, dossier_id=partij["dossier_id"]) as w:
        w.update(
            "weging_partij", partij["id"], {"standpunt_toelichting": "Zonder tussenpersoon liever niet."}
        )
    return vol


def rijen(vol: Window) -> list[tuple[str, int, int, str, str]]:
    """Of each field one row in an open dossier: table, row, dossier, field and a word that stands in it."""
    uit = []
    with vol.omgeving.store.reader() as r:
        koppen = [dossierkop(r, rij["id"]) for rij in r.rows("SELECT id FROM dossier ORDER BY id")]
        open_ = {kop.id for kop in koppen if kop is not None and not kop.gesloten}
        for tabel, veld in ((t, v) for t, velden in ZOEKBAAR.items() if t != "dossier" for v in velden):
            for rij in r.rows(f"SELECT id, dossier_id, {veld} AS tekst FROM {tabel} ORDER BY id"):  # noqa: S608 - names of ours
                woorden = re.findall(r"\w{4,}", rij["tekst"] or "")
                if rij["dossier_id"] in open_ and woorden:
                    uit.append((tabel, rij["id"], rij["dossier_id"], veld, max(woorden, key=len)))
                    break
    return uit


def test_every_field_is_found_and_opens_where_it_stands(voller: Window, qtbot: QtBot):
    gezien, niet = set(), []
    for tabel, rij, dossier_id, veld, woord in rijen(voller):
        with voller.omgeving.store.reader() as r:
            hits = zoek_woorden(r, dossier_id, woord, 500)
        hit = next((h for h in hits if (h.tabel, h.rij) == (tabel, rij)), None)
        assert hit is not None, (tabel, veld, woord)
        assert hit.woord.casefold().startswith(woord.casefold()[:4])
        voller.open("dossier", dossier_id)
        ga_naar(voller, hit, dossier_id)
        scherm = voller.scherm
        assert scherm is not None
        assert scherm.code == plaats_van(voller.omgeving, hit, dossier_id)[0]
        qtbot.wait(0)  # the screen goes to its place in the next turn
        gezien.add(tabel)
        if not toon_woord(scherm, hit):
            niet.append((tabel, veld))
    assert niet == []
    assert gezien == set(ZOEKBAAR) - GEEN_RIJ - {"dossier", "actie_voortgang"}


def test_the_name_of_an_attachment_leads_to_its_row(voller: Window, qtbot: QtBot):
    hit, dossier_id = _hit(voller, "ruitjespapier")
    assert (hit.tabel, hit.veld) == ("bijlage", "omschrijving")
    hit, dossier_id = _hit(voller, "zolderplan")
    assert (hit.tabel, hit.veld, hit.woord) == ("bijlage", "naam", "zolderplan")
    ga_naar(voller, hit, dossier_id)
    qtbot.waitUntil(lambda: isinstance(voller.focusWidget(), Lijst))
    lijst = voller.focusWidget()
    assert isinstance(lijst, Lijst)
    rij = lijst.currentIndex().row()
    assert any(
        "zolderplan" in str(lijst.model().index(rij, k).data()) for k in range(lijst.model().columnCount())
    )


def test_a_word_in_a_field_that_is_typed_in_is_selected(voller: Window, qtbot: QtBot):
    hit, dossier_id = _hit(voller, "tussenpersoon")
    ga_naar(voller, hit, dossier_id)

    def gekozen() -> bool:
        focus = voller.focusWidget()
        return (
            isinstance(focus, QtWidgets.QPlainTextEdit)
            and focus.textCursor().selectedText() == "tussenpersoon"
        )

    qtbot.waitUntil(gekozen)


def test_a_word_in_a_line_that_stands_fast_lights_up(voller: Window, qtbot: QtBot):
    hit, dossier_id = _hit(voller, "opgeroepen", "signaal")
    ga_naar(voller, hit, dossier_id)

    def licht_op() -> bool:
        scherm = voller.scherm
        return scherm is not None and "opgeroepen" in {
            label.selectedText() for label in scherm.findChildren(QtWidgets.QLabel)
        }

    qtbot.waitUntil(licht_op)


def _hit(voller: Window, woord: str, tabel: str = "") -> tuple[Vindplaats, int]:
    with voller.omgeving.store.reader() as r:
        for rij in r.rows("SELECT id FROM dossier ORDER BY id"):
            kop = dossierkop(r, rij["id"])
            if kop is None or kop.gesloten:
                continue
            for hit in zoek_woorden(r, rij["id"], woord):
                if tabel in ("", hit.tabel):
                    return hit, rij["id"]
    raise AssertionError(f"nowhere: {woord}")

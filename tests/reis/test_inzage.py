# SPDX-License-Identifier: EUPL-1.2
"""An access request with police parts, with the keyboard: from the letter that came in to the copy.

Nothing of the police and nothing of the mother is in what the betrokkene gets; the police decide later.
"""

from datetime import datetime

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.handelingen import casus as casussen
from gemeente_pga.store.queries.bureau import aandacht
from gemeente_pga.store.queries.document import document_pdf, documenten_van_dossier
from gemeente_pga.store.queries.verzoek import verzoek
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.window import Window
from tests.casus_hulp import OVERNAME, PERSOON
from tests.rechten_hulp import breng_in
from tests.ui.hand import CTRL, Hand, K
from tests.ui_hulp import VANDAAG

POLITIETEKST = "Hij sprak op het plein drie keer agenten aan."


class Indiener(Hand):
    """Works through a request with keys only."""

    def druk(self, naam: str) -> None:
        """Tab on to this button and press it."""
        if self.focus() is None:
            self.scherm.setFocus()
            self.scherm.eerste_focus()
        self.naar(naam)
        self.toets(K.Key_Space)

    def kies_code(self, naam: str, code: str) -> None:
        """Arrow down in a list until this is chosen."""
        self.naar(naam)
        for _ in range(30):
            if self.focus().currentData() == code:
                return
            self.toets(K.Key_Down)
        raise AssertionError(code)

    def leg_vast(self) -> None:
        """As in every form."""
        self.toets(K.Key_Return, CTRL)

    def letter(self, letter: QtCore.Qt.Key) -> None:
        """Alt and a letter."""
        self.toets(letter, QtCore.Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def dossier_id(venster: Window) -> int:
    """A casus with something of the police, and a mother whose name stands in a text of the school."""
    store = venster.omgeving.store
    with store.reader() as r:
        gemeente_id = r.value("SELECT id FROM gemeente")
        politie, school = (
            r.value("SELECT id FROM partij WHERE soort = ?", s) for s in ("politie", "gemeente")
        )
    casussen.take_over(store, PERSOON, OVERNAME, gemeente_id=gemeente_id, bijlagen=(), vandaag=VANDAAG)
    with store.reader() as r:
        dossier = int(r.value("SELECT id FROM dossier"))
    breng_in(store, dossier, politie, POLITIETEKST)
    breng_in(store, dossier, school, "Quirine Ypsilanti brengt hem elke dag.")
    with store.write(Handeling.PERSOON_VASTLEGGEN) as w:
        moeder = {
            "dossier_id": dossier,
            "rol": "naaste",
            "voornamen": "Quirine",
            "geslachtsnaam": "Ypsilanti",
        }
        w.insert("persoon", moeder)
    return dossier


def registreer(hand: Indiener, dossier_id: int) -> int:
    """The letter of the betrokkene, from the list of requests."""
    hand.venster.open("termijnen", None, "verzoeken")
    hand.druk("nieuw_verzoek")
    hand.kies_code("verzoek_soortComboBox", "inzage")
    hand.vul("verzoek_ontvangen_opDatumEdit", "31-8-2026")
    hand.kies_code("verzoek_kanaalComboBox", "brief")
    hand.vul("verzoek_verzoekerLineEdit", "W. Brandsma")
    hand.kies("verzoek_hoedanigheidKeuzeGroep", 0)
    hand.vul("verzoek_contactLineEdit", "Dorpsstraat 4")
    hand.vul("verzoek_watPlainTextEdit", "Ik wil alles zien wat u over mij hebt.")
    hand.vul("verzoek_dossierLineEdit", hand.waarde("SELECT nummer FROM dossier WHERE id = ?", dossier_id))
    hand.kies("verzoek_verwerkingKeuzeGroep", 0)
    hand.leg_vast()
    return int(hand.waarde("SELECT id FROM verzoek"))


@pytest.mark.eis("G12", "c20")
def test_an_access_request_with_police_parts(venster: Window, dossier_id: int, qtbot: QtBot) -> None:
    hand = Indiener(qtbot, venster)
    verzoek_id = registreer(hand, dossier_id)
    tekst = hand.wacht_op("Uiterlijk 30 september 2026 besluit u")
    assert "besluit de politie, uiterlijk 12 oktober 2026" in tekst
    assert "burgemeester van Waterhoven besluit namens alle deelnemers" in tekst

    # Who asks, and what goes to the police.
    hand.druk("verzoek_knop_behandeling")
    hand.vul("verzoekbehandeling_identiteit_opDatumEdit", "8-9-2026")
    hand.kies_code("verzoekbehandeling_identiteit_wijzeComboBox", "aan_balie")
    hand.vul("verzoekbehandeling_politie_doorgezonden_opDatumEdit", "8-9-2026")
    hand.leg_vast()
    hand.druk("verzoek_knop_stap")
    hand.kies_code("verzoekstap_soortComboBox", "bronhouder_geraadpleegd")
    hand.vul("verzoekstap_metLineEdit", "Politie")
    hand.vul("verzoekstap_uitkomstPlainTextEdit", "De politie besluit zelf.")
    hand.leg_vast()

    # The decision, with its letter.
    hand.druk("verzoek_knop_besluit")
    hand.kies_code("verzoekbesluit_besluitComboBox", "deels")
    hand.vul("verzoekbesluit_besluit_grondLineEdit", "AVG, artikel 15, vierde lid")
    hand.vul("verzoekbesluit_besluit_tekstPlainTextEdit", "U krijgt een afschrift.")
    hand.kies("verzoekbesluit_tekentKeuzeGroep", 0)
    hand.vul("verzoekbesluit_ondertekenaar_naamLineEdit", "A. de Wit")
    hand.leg_vast()
    qtbot.waitUntil(lambda: _soorten(hand, dossier_id) == ["besluit"])

    # Part by part: the proposals, until nothing is left.
    hand.druk("naar_afschrift")
    hand.wacht_op("gegevens te beoordelen")
    delen = len(hand.scherm.onderdelen)
    for _ in range(delen):
        if hand.scherm.neemknop.isHidden():
            break
        hand.druk("afschrift_neem")
    hand.wacht_op("Alles is beoordeeld.")
    hand.druk("afschrift_maken")
    qtbot.waitUntil(lambda: _soorten(hand, dossier_id) == ["afschrift", "besluit"], timeout=15_000)

    papier = _tekst(hand, dossier_id)
    for geheim in (POLITIETEKST, "agenten", "Quirine", "Ypsilanti"):
        assert geheim not in papier
    for woord in ("Brandsma", "Wpg, artikel 25", "AVG, artikel 15, vierde lid", "brengt hem elke dag."):
        assert woord in papier, woord

    # It is made known; the part of the police still waits, and nothing is destroyed meanwhile.
    venster.open("verzoek", verzoek_id)
    hand.druk("verzoek_knop_afloop")
    hand.kies("verzoekafloop_afloopKeuzeGroep", 0)
    hand.leg_vast()
    assert [p.voor.isoformat() for p in _punten(hand, verzoek_id) if p.voor] == ["2026-10-12"]
    assert "niets vernietigd" in hand.wacht_op("Bekendgemaakt op 8-9-2026")

    hand.nu(datetime(2026, 10, 9, 9, 0, tzinfo=hand.venster.omgeving.nu().tzinfo))
    hand.druk("verzoek_knop_behandeling")
    hand.vul("verzoekbehandeling_politie_besluit_opDatumEdit", "9-10-2026")
    hand.leg_vast()
    assert not [p for p in _punten(hand, verzoek_id) if p.voor]
    with hand.store.reader() as r:
        regel = verzoek(r, verzoek_id)
    assert regel is not None
    assert regel.loopt


def _soorten(hand: Indiener, dossier_id: int) -> list[str]:
    with hand.store.reader() as r:
        return sorted(d.soort for d in documenten_van_dossier(r, dossier_id) if d.klaar)


def _tekst(hand: Indiener, dossier_id: int) -> str:
    with hand.store.reader() as r:
        (afschrift,) = [d for d in documenten_van_dossier(r, dossier_id) if d.soort == "afschrift"]
        pdf = document_pdf(r, afschrift.id)
    assert pdf is not None
    return " ".join(" ".join(blad.tekst for blad in read_bladen(pdf)).split())


def _punten(hand: Indiener, verzoek_id: int) -> list[Aandacht]:
    omgeving = hand.venster.omgeving
    with hand.store.reader() as r:
        punten = aandacht(r, omgeving.kader, omgeving.vandaag())
    return [p for p in punten if p.onderwerp is Onderwerp.VERZOEK and p.onderwerp_id == verzoek_id]

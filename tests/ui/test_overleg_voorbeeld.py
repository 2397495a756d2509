# SPDX-License-Identifier: EUPL-1.2
"""The notes of both sample meetings typed word for word, and read back from the papers."""

from datetime import date

import pytest
from PySide6 import QtCore

from gemeente_pga.domain.inrichting import Partij
from gemeente_pga.handelingen.inrichting import register_partij
from tests.overleg_hulp import leg_casussen_vast
from tests.ui.hand import CTRL, SHIFT, K
from tests.ui.overleg_hand import Overleghand

ZAAL = "Zorg- en Veiligheidshuis Regio Midden-Veen, zaal Reiger"
INBRENG_1 = (
    ("Politie", "na 24 sept. geen nieuwe feiten. Spandoek hangt er nog.", "feit"),
    ("Gemeente", "broer is gebeld (9 okt.), wil helpen; zegt dat J. “geen vlieg kwaad doet” maar “niet "
     "meer te bereiken” is. Ontruiming staat voor 15 november.", "van_horen_zeggen"),
    ("Openbaar", "mentor overweegt aangifte van bedreiging; OM belt haar niet zelf.", "feit"),
    ("Raad", "nog geen onderzoek; wil eerst vrijwillige hulp voor de zoon.", "feit"),
    ("Leerplicht", "verzuim zoon 11 dagen sinds 1 september", "feit"),
)  # fmt: skip
AFWEGING_1 = (
    "ontruiming kan escaleren; tegelijk is het een moment waarop hulp mogelijk is. Groep in de schuur: "
    "alleen als vraag vastleggen, geen namen verzamelen."
)
BESLUITEN_1 = (
    "Casusregisseur: S. Aydın.",
    "Doel 1: gezin houdt een dak. Doel 2: zoon volgt onderwijs. Doel 3: J. heeft één contact bij de "
    "overheid dat hij vertrouwt.",
    "Nog niet informeren; reden: broer spreekt hem eerst; opnieuw bekijken 30 oktober.",
    "Volgend overleg 4 november 2026, 10.00 uur, zelfde plaats.",
)
ACTIES_1 = (
    "Aydın – uitstel ontruiming bespreken met woningcorporatie (vóór 23-10)",
    "Brouwer – gesprek met J. samen met broer (vóór 28-10)",
    "Nguyễn – school en zoon, vrijwillige hulp (vóór 30-10)",
    "Van 't Hoff – terugkoppeling aangifte (vóór 4-11)",
    "De Graaf – LSE vragen om advies zonder naam (vóór 21-10)",
)
VOORTGANG = (
    ("g", "uitstel tot 1 februari", ""),
    ("g", "hij liet ze binnen", "27-10"),
    ("l", "", ""),
    ("v", "mentor doet geen aangifte", ""),
    ("g", "advies ontvangen 20-10", ""),
)
AFWEGING_2 = (
    "Interventies: schuldhulp (vrijwillig, gemeente, start 9-11), gesprekken LSE (vrijwillig, wacht op "
    "zijn ja), leerlingbegeleiding (vrijwillig, school). Geen bestuurlijke maatregel: burgemeester niet "
    "gevraagd, niet nodig."
)
INFORMEREN_2 = "Ja, vóór 18 november, brief + gesprek door Aydın. Naam van de mentor blijft vertrouwelijk."
CASUS_2 = (
    "Criteria niet langer van toepassing: geen nieuwe signalen, werk en woning op orde, toezicht "
    "reclassering eindigt 1 december. Geen tegenstem."
)
BESLUIT_2 = "Afsluiten per 1 december, nazorg via wijkteam met instemming van betrokkene."


class Coordinator(Overleghand):
    """Types what is on paper."""

    def nieuw(self, dag, begin, einde, casussen):
        self.venster.open("overleggen")
        self.toets(K.Key_N, CTRL | SHIFT)
        for naam, tekst in {
            "datumDatumEdit": dag, "beginTijdEdit": begin, "eindeTijdEdit": einde, "plaatsLineEdit": ZAAL,
            "voorzitterLineEdit": "T. de Graaf", "verslagleggerLineEdit": "S. Aydın",
        }.items():  # fmt: skip
            self.vul(naam, tekst)
        self.naar("casussenListWidget")
        lijst = self.focus()
        for n in range(lijst.count()):
            lijst.setCurrentRow(n)
            if (lijst.item(n).text()[:9] in casussen) != (lijst.item(n).checkState().value == 2):
                self.toets(K.Key_Space)
        self.toets(K.Key_Return, CTRL)
        self.overleg_id = self.scherm.onderwerp_id
        self.scherm.ui.beginPushButton.setFocus()
        self.toets(K.Key_Space)

    def deel(self, naam):
        return self.scherm.deel(naam)

    def kies(self, groep, code):
        groep.knoppen()[groep._codes.index(code)].setFocus()
        self.toets(K.Key_Space)

    def wie(self, naam):
        """Stand on this participant in the table."""
        lijst = self.deel("deelnemers").ui.tafelLijst
        assert lijst.kies(next(t.id for t in lijst.rijen() if t.inhoud.naam == naam))
        lijst.setFocus()

    def voeg_toe(self, naam, organisatie, toetsen):
        self.deel("deelnemers").nieuw.setFocus()
        self.toets(K.Key_Space)
        self.typ(organisatie)
        self.naar("naamLineEdit")
        self.typ(naam)
        self.toets(K.Key_Return, CTRL)
        self.wacht(lambda: any(t.inhoud.naam == naam for t in self.deel("deelnemers").beeld.tafel))
        self.wie(naam)
        self.typ(toetsen)

    def punt(self, n):
        return self.deel("casus").beeld.punten[n].id

    def breng_in(self, organisatie, tekst, soort):
        self.toets(K.Key_I, CTRL)
        editor = self.deel("casus").inbreng.editor
        partij = editor.ui.partij_idComboBox
        partij.setCurrentIndex(partij.findText(organisatie, QtCore.Qt.MatchFlag.MatchStartsWith))
        self.vul("tekstPlainTextEdit", tekst)
        self.kies(editor.ui.soort_uitspraakKeuzeGroep, soort)
        self.kies(editor.ui.categorieKeuzeGroep, "gewoon")
        self.kies(editor.ui.markeringKeuzeGroep, "vrij")
        editor.formulier.vul({"verkregen": "openlijk", "contactdoel": "eigen_taak"})
        if not editor.formulier.lees()["doel"]:
            editor.formulier.vul({"doel": "Bepalen wat nodig is"})
        editor.ui.vastleggenButton.setFocus()
        self.toets(K.Key_Space)
        assert editor.formulier.gebreken() == {}

    def stel_vast(self, overleg_id, op):
        self.venster.open("overleg", overleg_id, "verslag")
        deel = self.deel("verslag")
        indeling = deel.ui.mistLayout
        assert [indeling.itemAt(n).widget().zin() for n in range(indeling.count())] == []
        self.kies(deel.besluit_ui.wijzeKeuzeGroep, "volgend_overleg")
        self.naar("opDatumEdit")
        self.typ(op)
        self.toets(K.Key_Return, CTRL)
        self.wacht(lambda: self.scherm.code == "document" or not deel.papier.paneel.isHidden())
        assert [v.lek for v in deel.papier.paneel.ui.lekkenLijst.rijen()] == []


@pytest.fixture
def hand(qtbot, venster):
    return Coordinator(qtbot, venster)


def _eerste_overleg(hand):
    hand.nieuw("14-10-2026", "13.30", "14.25", {"C2026-001"})
    tafel = hand.deel("deelnemers")
    assert hand.focus() is tafel.ui.tafelLijst
    hand.wie("Mirjam Hoekstra")
    hand.toets(K.Key_Delete)
    hand.voeg_toe("R. El Amrani", "Leerplicht", "s")
    tafel.alle_aanwezig.setFocus()
    hand.toets(K.Key_Space)
    hand.wacht(lambda: sum(t.inhoud.aanwezig == "aanwezig" for t in tafel.beeld.tafel) == 5)
    tafel.alle_geheim.setFocus()
    hand.toets(K.Key_Space)
    hand.venster.open("overleg", hand.overleg_id, "overleg.geheimhouding_besproken")
    hand.toets(K.Key_Space)
    hand.vul("exemplaren_uitgedeeldLineEdit", "5")
    hand.vul("exemplaren_terugLineEdit", "4")
    hand.vul("exemplaren_toelichtingLineEdit", "dat van het OM meegenomen")
    hand.vul("volgend_overlegDatumEdit", "4-11")
    hand.vul("volgend_overleg_tijdTijdEdit", "10.00")
    hand.vul("volgend_overleg_plaatsLineEdit", "zelfde plaats")
    hand.toets(K.Key_Return, CTRL)
    hand.venster.open("overleg", hand.overleg_id, "bespreking")
    for organisatie, tekst, soort in INBRENG_1:
        hand.breng_in(organisatie, tekst, soort)
    hand.venster.open("overleg", hand.overleg_id, "bespreking.overwegingen")
    hand.typ(AFWEGING_1)
    for regel in BESLUITEN_1:
        hand.typ("\n" + regel)
        hand.toets(K.Key_B, CTRL)
    for regel in ACTIES_1:
        hand.typ("\n" + regel)
        hand.toets(K.Key_A, CTRL | SHIFT)
        assert hand.focus().objectName() == "overwegingenPlainTextEdit"
    casus = hand.deel("casus")
    hand.kies(casus.ui.informerenKeuzeGroep, "later")
    hand.naar("informeren_grondslagComboBox")
    hand.toets(K.Key_Down)
    hand.vul("informeren_redenPlainTextEdit", "broer spreekt hem eerst")
    hand.vul("informeren_opnieuw_opDatumEdit", "30 oktober")
    hand.toets(K.Key_Return, CTRL)
    assert casus.formulier.gebreken() == {}


def _tweede_overleg(hand):
    hand.nieuw("4-11-2026", "10.00", "11.10", {"C2026-001", "C2026-002"})
    tafel = hand.deel("deelnemers")
    hand.wie("Mirjam Hoekstra")
    hand.toets(K.Key_Delete)
    tafel.alle_aanwezig.setFocus()
    hand.toets(K.Key_Space)
    hand.wacht(lambda: all(t.inhoud.aanwezig for t in tafel.beeld.tafel))
    tafel.alle_geheim.setFocus()
    hand.toets(K.Key_Space)
    hand.venster.open("overleg", hand.overleg_id, "overleg.vorig_verslag")
    hand.typ("Vast")
    hand.naar("geheimhouding_besprokenCheckBox")
    hand.toets(K.Key_Space)
    hand.toets(K.Key_Return, CTRL)
    een, twee = (p.id for p in tafel.beeld.punten)
    hand.venster.open("overleg", hand.overleg_id, f"acties_vorige_keer:{een}")
    for toets, tekst, dag in VOORTGANG:
        hand.typ(toets)
        hand.typ(tekst)
        hand.naar("gebeurd_opDatumEdit")
        hand.typ(dag)
        hand.toets(K.Key_Return)
    hand.breng_in("Politie", "Spandoek is weg sinds 31 oktober.", "feit")
    hand.breng_in(
        "Gemeente", "30 oktober: broer heeft hem verteld dat “de gemeente wil helpen”.", "van_horen_zeggen"
    )
    hand.venster.open("overleg", hand.overleg_id, f"bespreking:{een}.overwegingen")
    hand.typ(AFWEGING_2)
    hand.venster.open("overleg", hand.overleg_id, f"besluiten:{een}")
    hand.typ("Besluit informeren: ja, vóór 18 november, brief + gesprek door Aydın.")
    hand.toets(K.Key_Return)
    casus = hand.deel("casus")
    hand.kies(casus.ui.informerenKeuzeGroep, "ja")
    hand.vul("informeren_redenPlainTextEdit", INFORMEREN_2)
    hand.vul("volgende_herbeoordelingDatumEdit", "14 januari")
    hand.toets(K.Key_Return, CTRL)
    hand.venster.open("overleg", hand.overleg_id, f"bespreking:{twee}.overwegingen")
    hand.typ(CASUS_2)
    hand.venster.open("overleg", hand.overleg_id, f"besluiten:{twee}")
    hand.typ(BESLUIT_2)
    hand.toets(K.Key_Return)
    hand.kies(casus.ui.informerenKeuzeGroep, "ja")
    hand.vul("informeren_redenPlainTextEdit", "Betrokkene is geïnformeerd sinds mei.")
    hand.toets(K.Key_Return, CTRL)


def test_both_meetings_from_notes_to_paper(hand, antwoord):
    c = leg_casussen_vast(hand.store)
    register_partij(hand.store, Partij("onderwijs", "Leerplicht Waterhoven"))
    antwoord(True, True)
    _eerste_overleg(hand)
    eerste = hand.overleg_id
    _tweede_overleg(hand)
    tweede = hand.overleg_id
    hand.venster.open("overleg", tweede, "overleg")
    assert "14 oktober 2026" in hand.deel("overleg").ui.vorigPushButton.text()
    hand.deel("overleg").ui.vorigPushButton.setFocus()
    hand.toets(K.Key_Space)
    assert hand.scherm.onderwerp_id == eerste
    hand.stel_vast(eerste, "4-11-2026")
    hand.stel_vast(tweede, "5-11-2026")
    hand.wacht(lambda: len(hand.papieren(tweede)) == 5)

    een = hand.papieren(eerste)
    heel = een[("verslag", c.dossier_een)]
    for zin in (AFWEGING_1, *BESLUITEN_1, *(tekst for _, tekst, _ in INBRENG_1)):
        assert zin in heel
    for wie, wat, voor in (
        ("S. Aydın", "Uitstel ontruiming bespreken met woningcorporatie", "23 oktober 2026"),
        ("mr. P. van 't Hoff", "Terugkoppeling aangifte", "4 november 2026"),
    ):
        assert wie in heel
        assert wat in heel
        assert voor in heel
    assert "5 uitgedeeld, 4 terug. dat van het OM meegenomen" in heel
    assert "Nog niet bevestigd" not in heel

    twee = hand.papieren(tweede)
    uit_een, uit_twee = twee[("uittreksel", c.dossier_een)], twee[("uittreksel", c.dossier_twee)]
    for zin in (AFWEGING_2, INFORMEREN_2, "uitstel tot 1 februari", "27 oktober 2026", "14 januari 2027"):
        assert zin in uit_een
    for zin in (CASUS_2, BESLUIT_2, "Betrokkene is geïnformeerd sinds mei."):
        assert zin in uit_twee
    for woord in ("Brouwer", "Nguyễn", "C2026-001", "schuldhulp", "Spandoek", "Hondt", "aangifte"):
        assert woord not in uit_twee
    for woord in ("Claessen", "C2026-002", "reclassering", "Oosterzee", "wijkteam"):
        assert woord not in uit_een
    gevers = [
        (rij["naam"], rij["tekst"])
        for rij in hand.rijen("SELECT p.naam, i.tekst FROM informatie i JOIN partij p ON p.id = i.partij_id")
    ]
    for organisatie, tekst, _ in INBRENG_1:
        assert any(naam.startswith(organisatie) and tekst == t for naam, t in gevers)
    assert date(2026, 10, 23).isoformat() in {
        rij["voor"] for rij in hand.rijen("SELECT voor FROM actie WHERE casus_id = ?", c.een)
    }

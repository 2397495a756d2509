# SPDX-License-Identifier: EUPL-1.2
"""A journey in the window: a signal that is not taken up, from the first word to nothing left."""

from datetime import date

import pytest
from PySide6 import QtWidgets

from gemeente_pga.ui.screens.weging_besluit import Besluitdeel
from gemeente_pga.ui.window import Window
from tests.casus_hulp import acts
from tests.inrichting_hulp import stel_vast
from tests.reis.mens import Mens
from tests.ui_hulp import Antwoorden
from tests.weegploeg import DATUM, Zaak, besluit, volledige_weging

INTAKE, WEGING, SLUITEN = date(2026, 9, 8), date(2026, 10, 5), date(2026, 10, 12)
VOORBIJ, VANAF = date(2031, 10, 13), date(2031, 10, 20)
NIET = besluit(besluit="niet_opnemen", besluit_reden="Het is een ruzie om geld.", vervolg="")
MELDING = {
    "soort": "melding", "kanaal": "brief", "naam": "Tjitske Hoekema", "voornamen": "Tjitske",
    "geslachtsnaam": "Hoekema", "geboortedatum": date(1979, 3, 14), "melder_naam": "M. Visser",
    "zelf_waargenomen": "Zij riep bij de balie dat het nog slecht afloopt.", "bron_soort": "onderwijs",
    "bron_organisatie": "Praktijkcollege Waterhoven", "naam_noemen": "nee", "bron_kennis": "zelf_gezien",
    "acuut": "nee", "eerder_besproken": "nee",
}  # fmt: skip


def intake(mens: Mens) -> Zaak:
    """Recorded, checked, and on the list of the weegploeg."""
    mens.toets("Ctrl+N")
    mens.vul(MELDING)
    mens.druk("Signaal vastleggen")
    mens.moet_goed_zijn()
    mens.vul({"over_persoon": "ja", "gemeente_verblijf": "ja", "bron_bekend": "ja"})
    mens.druk("Controle vastleggen")
    mens.moet_goed_zijn()
    mens.vul({"geagendeerd_voor": DATUM})
    mens.druk("Agendering vastleggen")
    mens.moet_goed_zijn()
    store = mens.raam.omgeving.store
    with store.reader() as r:
        partijen = {rij["soort"]: rij["id"] for rij in r.rows("SELECT id, soort FROM partij")}
        rij = r.row("SELECT id, dossier_id FROM signaal")
    assert rij is not None
    return Zaak(store, rij["dossier_id"], partijen, (rij["id"],))


def beslis(mens: Mens, zaak: Zaak, antwoord: Antwoorden) -> None:
    """The cards are filled in; the decision is made final at the screen, and the reporter hears of it."""
    mens.dag(WEGING)
    weging_id = volledige_weging(zaak, met_besluit=NIET)
    mens.raam.open("weging", weging_id, "besluit")
    deel = mens.scherm.ui.delenStapel.currentWidget()
    assert isinstance(deel, Besluitdeel)
    mens.klik(deel.ui.vaststellenButton)
    mens.wacht(lambda: mens.scherm.code == "document", "het weegverslag")
    assert mens.waarde("SELECT status FROM signaal") == "afgesloten"
    assert mens.waarde("SELECT count(*) FROM casus") == 0
    antwoord("afronding")
    mens.raam.open("signaal", zaak.signalen[0])
    mens.klik(mens.zie(QtWidgets.QPushButton, "melderKeuze"))
    mens.vul({"soort": "besproken", "tekst": "Dank u wel. Wij hebben uw bericht besproken."})
    mens.druk("Bericht vastleggen")
    mens.moet_goed_zijn()


def bewaar(mens: Mens, zaak: Zaak) -> None:
    """No end before the term is signed; then it is decided on the card of the dossier."""
    mens.dag(SLUITEN)
    mens.open_dossier(zaak.dossier_id, reden="vernietiging")
    mens.tab("Rechten")
    assert "niemand de bewaartermijn heeft vastgesteld" in mens.teksten()
    assert not mens.ziet("knop_bewaren")
    stel_vast(zaak.store, ["signaal_niet_opgenomen"], "P5Y", op=SLUITEN)
    mens.rust()
    mens.klik(mens.zie(QtWidgets.QPushButton, "knop_bewaren"))
    mens.vul({"waardering": "vernietigen", "selectielijst": "Selectielijst 2020, proces 8.1", "grond": "AVG"})
    mens.leg_vast()
    assert "Bewaren tot 5 oktober 2031." in mens.teksten()
    assert mens.waarde("SELECT status FROM signaal") == "gesloten"


def vernietig(mens: Mens, zaak: Zaak) -> None:
    """Five years on: list, archivaris, the number typed over, seven days, and the end."""
    nummer = mens.waarde("SELECT nummer FROM dossier")
    mens.dag(VOORBIJ)
    mens.klik(mens.regel("Vernietigen voorbereiden"))
    mens.klik(mens.zie(QtWidgets.QPushButton, "lijst_opstellen"))
    mens.klik(mens.zie(QtWidgets.QPushButton, "akkoord"))
    mens.klik(mens.zie(QtWidgets.QPushButton, "machtigen"))
    wie = {"machtiging_door": "drs. P. Kuipers", "machtiging_functie": "archivaris"}
    mens.vul(wie | {"machtiging_kenmerk": "A-2031-114"})
    mens.leg_vast()
    mens.klik(mens.zie(QtWidgets.QPushButton, "bevestigen"))
    mens.vul({"getypt": nummer, "papier": "geen_papier"})
    mens.leg_vast()
    assert not mens.zie(QtWidgets.QPushButton, "vernietigen").isEnabled(), "seven days to change her mind"
    mens.dag(VANAF)
    mens.klik(mens.regel("Dossier vernietigen"))
    mens.klik(mens.zie(QtWidgets.QPushButton, "vernietigen"))
    mens.vul({"papier": "geen_papier"})
    mens.leg_vast()
    assert acts(zaak.store)[-1] == "dossier.wissen"
    mens.klik(mens.zie(QtWidgets.QPushButton, "verklaring"))
    mens.wacht(lambda: mens.scherm.code == "document", "de verklaring")


@pytest.mark.eis("a.S12", "G13")
def test_from_the_first_word_to_nothing_left(venster: Window, antwoord: Antwoorden) -> None:
    mens = Mens(venster)
    mens.dag(INTAKE)
    zaak = intake(mens)
    beslis(mens, zaak, antwoord)
    bewaar(mens, zaak)
    vernietig(mens, zaak)
    with zaak.store.reader() as r:
        for tabel in ("dossier", "signaal", "persoon", "weging", "informatie", "zoekindex"):
            assert r.value(f"SELECT count(*) FROM {tabel}") == 0, tabel  # noqa: S608 - a name from above
        assert {d["soort"] for d in r.rows("SELECT soort FROM document")} == {
            "vernietigingslijst",
            "verklaring",
        }
    assert zaak.store.controleer_keten().bevinding is None
    assert zaak.store.controleer_zegels().fouten == 0

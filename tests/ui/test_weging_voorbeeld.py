# SPDX-License-Identifier: EUPL-1.2
"""The notes of the invented weegploeg, entered word for word in the window and read back from paper."""

from datetime import date

from PySide6 import QtCore
from PySide6.QtTest import QTest

from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.document import document_pdf
from gemeente_pga.ui.pdf import read_bladen
from tests.weegploeg import DATUM, MELDER, VANDAAG, Zaak, kader, zaak_in

NOTITIES = resource("oefencasus/03-weegploeg.md")
NIET_VASTLEGGEN = "niet vastleggen"
# Which row of the notes belongs to which criterium; the others are closing texts or the informing decision.
RIJEN = {
    "proces (richting in de tijd)": ("k1", "spreekt_voor"),
    "kan leiden tot extremistische activiteiten": ("k2", "spreekt_voor"),
    "ideologisch motief": ("k3", "spreekt_voor"),
    "bereidheid (plan, daad, steun)": ("k4", "onbekend"),
    "niet alleen mening, geloof, afkomst, protest": ("k6", "spreekt_voor"),
    "degelijkheid": ("k8", "spreekt_voor"),
    "sociale relaties": ("k9", "spreekt_voor"),
    "zelfredzaamheid": ("k10", "spreekt_voor"),
    "beschermend": ("k12", "spreekt_tegen"),
    "minderjarigen": ("k17", "spreekt_voor"),
}
SLUIT = {
    "samenhang van de signalen": "samenhang",
    "subsidiariteit": "subsidiariteit",
    "proportionaliteit": "proportionaliteit",
}


def lees_notities() -> dict[str, dict[str, str]]:
    """Row -> party -> words."""
    regels = [regel for regel in NOTITIES.read_text("utf-8").splitlines() if regel.startswith("|")]
    kop, _, *rijen = ([cel.strip() for cel in regel.strip("|").split("|")] for regel in regels)
    return {
        rij[0]: {partij.casefold(): cel for partij, cel in zip(kop[1:], rij[1:], strict=True) if cel != "–"}
        for rij in rijen
    }


def ctrl_enter(widget) -> None:
    widget.setFocus()
    QTest.keyClick(widget, QtCore.Qt.Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)


def samen(cellen: dict[str, str]) -> str:
    return "\n".join(f"{partij}: {cel}" for partij, cel in cellen.items())


class Invoer:
    """Enters the notes part by part, as the coordinator does."""

    def __init__(self, venster, zaak: Zaak, notities: dict[str, dict[str, str]]) -> None:
        self.scherm = venster.scherm
        self.zaak = zaak
        self.notities = notities

    def deel(self, onderdeel: str = ""):
        if onderdeel:
            self.scherm.kies(onderdeel)
        return self.scherm.ui.delenStapel.currentWidget()

    def tafel(self) -> None:
        tafel = self.deel("tafel")
        tafel.formulier.vul(
            {
                "datum": DATUM, "begin": "10:00", "einde": "10:50", "plaats": "gemeentehuis kamer 2.14",
                "voorzitter": "S. Aydın", "soort": "gewoon",
                "bron_weegt_mee_toelichting": "Het signaal van de wijkagent is door OM en gemeente getoetst.",
            }
        )  # fmt: skip
        for soort, naam, functie in (
            ("gemeente", "S. Aydın", "coördinator"),
            ("om", "mr. P. van 't Hoff", ""),
            ("politie", "K. Brouwer", "wijkagent"),
        ):
            tafel.rijen[self.zaak.partijen[soort]].formulier.vul(
                {"aanwezig": "ja", "naam": naam, "functie": functie, "mandaat": "bevoegd"}
            )
        ctrl_enter(tafel.ui.plaatsLineEdit)

    def informatie(self) -> None:
        """Every cell is an item of the party that said it."""
        editor = self.deel("informatie").editor
        for partij, cel in ((p, cel) for rij in RIJEN for p, cel in self.notities[rij].items()):
            editor.formulier.vul({"partij_id": self.zaak.partijen[partij]})
            nooit = NIET_VASTLEGGEN in cel
            vrij = {
                "tekst": cel, "soort_uitspraak": "oordeel", "categorie": "gewoon", "verkregen": "openlijk",
                "contactdoel": "eigen_taak",
                "markering": "vrij",
            }  # fmt: skip
            editor.formulier.vul({"markering": "niet_vastleggen", "tekst": ""} if nooit else vrij)
            ctrl_enter(editor.ui.tekstPlainTextEdit if not nooit else editor.ui.geverLineEdit)
            assert not editor.formulier.gebreken(), cel

    def criteria(self) -> None:
        """Facts by key, an answer, a reason."""
        for rij, (code, antwoord) in RIJEN.items():
            kaart = self.deel(code)
            nummers = [feit.tekst for feit in kaart.ui.feitenKiezer._feiten]
            lijst = kaart.ui.feitenKiezer.lijst
            toets = QtCore.Qt.Key.Key_T if rij == "beschermend" else QtCore.Qt.Key.Key_V
            for cel in set(self.notities[rij].values()) & set(nummers):
                lijst.setCurrentItem(lijst.topLevelItem(nummers.index(cel)))
                QTest.keyClick(lijst, toets)
            kaart.formulier.vul({"antwoord": antwoord, "reden": "Zie de feiten hierboven."})
            if antwoord == "onbekend":
                kaart.formulier.vul({"vraag": "Is er een aangifte?", "vraag_aan": "Openbaar Ministerie"})
            ctrl_enter(kaart.ui.redenPlainTextEdit)
        for code in ("k5", "k11"):
            self.deel(code).formulier.vul({"antwoord": "spreekt_voor", "reden": "Zie bij mogelijk gevolg."})
            ctrl_enter(self.deel().ui.redenPlainTextEdit)

    def slot(self) -> None:
        afweging = self.deel("afweging")
        afweging.formulier.vul({veld: samen(self.notities[rij]) for rij, veld in SLUIT.items()})
        afweging.formulier.vul({"bevoegd": "ja"})
        ctrl_enter(afweging.ui.samenhangPlainTextEdit)
        informeren = self.deel("informeren")
        informeren.formulier.vul(
            {
                "informeren": "later", "informeren_grondslag": "doel_geschaad",
                "informeren_reden": samen(self.notities["informeren"]), "informeren_door": "weegploeg",
                "informeren_opnieuw_op": date(2026, 10, 30),
            }
        )  # fmt: skip
        ctrl_enter(informeren.ui.informeren_doorLineEdit)

    def besluit(self, eens: str, minderheid: str, vervolg: str) -> None:
        deel = self.deel("besluit")
        deel.formulier.vul(
            {
                "besluit": "opnemen", "besluit_reden": eens, "minderheidsstandpunt": minderheid,
                "vervolg": vervolg,
            }
        )  # fmt: skip
        for soort in ("gemeente", "om", "politie"):
            standpunt = {"standpunt": "kanttekening", "standpunt_toelichting": minderheid}
            rij = deel.rijen[self.zaak.partijen[soort]]
            rij.formulier.vul(standpunt if soort == "om" else {"standpunt": "akkoord"})
        ctrl_enter(deel.ui.besluit_redenPlainTextEdit)


def test_every_word_of_the_notes_gets_in_and_onto_paper(venster, qtbot):
    omgeving = venster.omgeving
    omgeving.vandaag = lambda: VANDAAG
    zaak = zaak_in(omgeving.store)
    notities = lees_notities()
    assert len(notities) == 14
    eens, _, vervolg = NOTITIES.read_text("utf-8").split("Besluit: ")[1].partition("\n")
    minderheid = eens.split("Niet unaniem over tempo: ")[1]

    venster.open("weging", begin_weging(zaak.store, zaak.dossier_id, DATUM))
    invoer = Invoer(venster, zaak, notities)
    invoer.tafel()
    invoer.informatie()
    invoer.criteria()
    invoer.slot()
    invoer.besluit(eens, minderheid, vervolg)
    deel = invoer.deel()
    assert len(deel.blad.items) == sum(len(notities[rij]) for rij in RIJEN)
    assert [punt.zin for punt in deel.blad.ontbreekt] == []
    deel.ui.vaststellenButton.click()
    qtbot.waitUntil(
        lambda: venster.scherm.code == "document" or deel.lekpaneel.isVisibleTo(deel), timeout=20000
    )
    assert venster.scherm.code == "document", deel.lekpaneel.ui.meldingLabel.text()

    with omgeving.store.reader() as r:
        pdf = document_pdf(r, venster.scherm.onderwerp_id)
    assert pdf is not None
    papier = "".join("".join(blad.tekst.split()) for blad in read_bladen(pdf))
    cellen = [cel for rij in notities.values() for cel in rij.values() if NIET_VASTLEGGEN not in cel]
    for woorden in (*cellen, eens, minderheid, *vervolg.split(". ")):
        assert "".join(woorden.split()) in papier, woorden
    assert "afkomstvanzijnvrouw" not in papier
    assert MELDER.split()[-1] not in papier
    assert "".join(kader().genoemde_versie.split()) in papier

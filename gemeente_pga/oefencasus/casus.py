# SPDX-License-Identifier: EUPL-1.2
"""The casus between the meetings: participants, plan, an older casus from paper, informing, closing."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.oefencasus.speler import Speler, lees_invoer
from gemeente_pga.paths import resource

Invoer = Mapping[str, Any]
PLAATS = "SELECT dossier_id FROM casus WHERE overgenomen = ?"


def open_dossier(s: Speler, *, overgenomen: bool = False) -> None:
    """The dossier of the first casus, or of the one taken over, by its number in Dossiers."""
    dossier_id = s.waarde(PLAATS, int(overgenomen))
    s.hand.toets("Ctrl+2")
    s.hand.kies_rij(s.hand.lijst("Dossiers"), lambda rij: rij.id == dossier_id, open_=True)
    s.scherm("dossier")


def invite(s: Speler) -> None:
    """5 October: who takes part, on what ground; who leads."""
    invoer = lees_invoer("casus")
    s.dag(date(2026, 10, 5), time(9, 0))
    open_dossier(s)
    s.foto("dossier-overzicht")
    _participants(s, invoer["deelnemer"], invoer)
    s.foto("dossier-deelnemers")
    s.hand.tab("Overzicht")
    s.hand.druk("Regie en datum")
    s.hand.vul(invoer["regie"])
    s.hand.druk("Regie vastleggen")
    s.hand.moet_goed_zijn()
    s.stap("Deelnemers van de casus vastgelegd, elk met rol en grondslag.")


def draft_plan(s: Speler) -> None:
    """15 October: goals, and what makes it worse beside what protects."""
    invoer = lees_invoer("casus")
    open_dossier(s)
    s.hand.tab("Plan")
    s.hand.druk("Plan beginnen")
    for doel in invoer["doel"]:
        s.hand.druk("Doel toevoegen")
        s.hand.vul(doel)
        s.hand.druk("Doel vastleggen")
        s.hand.moet_goed_zijn()
    for factor in invoer["factor"]:
        s.hand.druk("Factor toevoegen")
        s.hand.vul(factor)
        s.hand.druk("Factor vastleggen")
        s.hand.moet_goed_zijn()
    s.foto("plan-concept")
    s.stap("Plan van aanpak begonnen: drie doelen, twee risico’s en drie beschermende factoren.")


def take_over(s: Speler) -> None:
    """2 November: the older casus, from paper, with its own dates and the source document attached."""
    invoer = lees_invoer("casus")
    s.dag(date(2026, 11, 2), time(10, 0))
    s.hand.toets("Ctrl+2")
    s.hand.druk("Lopende casus overnemen …")
    s.scherm("overnemen")
    s.hand.vul(invoer["overname_persoon"] | invoer["overname"])
    with s.hand.bestandskeuze(resource("oefencasus/oud-dossier.pdf")):
        s.hand.druk("Bijlage toevoegen …")
    s.foto("casus-overnemen")
    s.hand.druk("Casus overnemen")
    s.hand.moet_goed_zijn()
    s.scherm("dossier")
    _participants(s, invoer["overname_deelnemer"], invoer)
    s.foto("dossier-overgenomen")
    s.stap("Oudere casus overgenomen van papier, met de data van toen en het stuk zelf als bijlage.")


def adopt_plan(s: Speler) -> None:
    """5 November: the interventies of the meeting; the plan is vastgesteld."""
    invoer = lees_invoer("casus")
    s.dag(date(2026, 11, 5), time(9, 0))
    open_dossier(s)
    s.hand.tab("Plan")
    for interventie in invoer["interventie"]:
        doel_id = s.waarde("SELECT id FROM doel WHERE tekst = ?", interventie["doel"])
        s.hand.druk("Interventie toevoegen")
        s.hand.vul({v: w for v, w in interventie.items() if v != "doel"} | {"doel_id": doel_id})
        s.hand.druk("Interventie vastleggen")
        s.hand.moet_goed_zijn()
    s.hand.vul(invoer["plan"])
    s.hand.druk("Afspraken vastleggen")
    s.hand.moet_goed_zijn()
    s.foto("plan")
    s.hand.druk("Plan vaststellen")
    s.stap("Interventies vastgelegd (alle vrijwillig) en het plan van aanpak vastgesteld.")


def start_plan(s: Speler) -> None:
    """9 November: debt help begins; the casus is being carried out."""
    s.dag(date(2026, 11, 9), time(9, 0))
    open_dossier(s)
    s.hand.tab("Plan")
    s.hand.kies_rij(
        s.hand.lijst("dossier_interventie_lijst"), lambda rij: rij.inhoud.omschrijving == "Schuldhulp"
    )
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "stand_loopt"))
    s.foto("interventie-loopt")
    s.stap("Schuldhulp is begonnen; daarmee staat de casus op ‘In uitvoering’.")


def inform(s: Speler) -> None:
    """16 November: he is told; the name of the teacher stays out."""
    invoer = lees_invoer("casus")
    s.dag(date(2026, 11, 16), time(16, 0))
    open_dossier(s)
    s.hand.tab("Overzicht")
    s.hand.druk("Besluit over informeren")
    s.hand.vul(invoer["informeren"] | invoer["geinformeerd"])
    s.foto("informeren")
    s.hand.druk("Besluit informeren vastleggen")
    s.hand.moet_goed_zijn()
    s.stap("Betrokkene geïnformeerd met een brief en een gesprek.")


def close_second(s: Speler) -> None:
    """1 December: the older casus is closed, with its reason and what follows."""
    invoer = lees_invoer("casus")
    s.dag(date(2026, 12, 1), time(9, 0))
    open_dossier(s, overgenomen=True)
    s.hand.tab("Overzicht")
    s.hand.druk("Casus afsluiten")
    s.hand.vul(invoer["sluiting"])
    s.foto("casus-afsluiten")
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "afsluiten_vastleggen"))
    s.hand.moet_goed_zijn()
    s.foto("casus-gesloten")
    s.stap("Oudere casus afgesloten per 1 december: criteria niet langer van toepassing.")


def print_dossier(s: Speler) -> None:
    """The dossier on paper: the card and the chosen parts."""
    open_dossier(s)
    s.hand.tab("Tijdlijn")
    s.foto("dossier-tijdlijn")
    s.hand.tab("Documenten")
    for naam in ("signalen", "plan", "besprekingen", "besluiten", "acties", "tijdlijn", "informeren"):
        s.hand.klik(s.hand.zie(QtWidgets.QCheckBox, f"{naam}CheckBox"))
    s.foto("dossier-maken")
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "dossier_maken"))
    s.wacht_op("document")
    s.foto("dossier-document")
    s.stap("Dossier gemaakt: casuskaart met de gekozen delen.")
    s.bewaar_document("dossier")


def _participants(s: Speler, wie: Sequence[Invoer], invoer: Invoer) -> None:
    mensen = {partij["soort"]: partij for partij in lees_invoer("dossiers")["partij"]}
    s.hand.tab("Deelnemers")
    for deelnemer in wie:
        mens = mensen[deelnemer["partij"]]
        s.hand.druk("Deelnemer toevoegen")
        s.hand.vul(
            {
                "partij_id": s.waarde("SELECT id FROM partij WHERE soort = ?", deelnemer["partij"]),
                "naam": mens["contactpersoon"],
                "functie": mens["functie"],
                "rol": deelnemer["rol"],
            }
            | invoer["deelnemer_vast"]
        )
        s.hand.druk("Deelnemer vastleggen")
        s.hand.moet_goed_zijn()

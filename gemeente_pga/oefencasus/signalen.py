# SPDX-License-Identifier: EUPL-1.2
"""Two signals about one man: an e-mail that is dropped, and a telephone note that is worked out later."""

from datetime import date, time

from PySide6 import QtWidgets

from gemeente_pga.oefencasus.bediening import Vastgelopen
from gemeente_pga.oefencasus.speler import Speler, lees_invoer
from gemeente_pga.paths import resource
from gemeente_pga.ui.screens.nieuw_signaal import NieuwSignaalScherm

_TWIJFEL = "Zijn vrouw komt uit"


def teacher(s: Speler) -> None:
    """8 September: the e-mail becomes the first signal; where his wife comes from is left out."""
    invoer = lees_invoer("signalen")
    s.hand.laat_vallen(resource("oefencasus/01-signaal-school.eml"))
    s.scherm("nieuw_signaal")
    s.foto("e-mail-wordt-signaal")
    if _TWIJFEL not in str(s.hand.formulier("interpretatie").lees()["interpretatie"]):
        raise Vastgelopen("de e-mail is niet gelezen zoals verwacht")
    s.hand.vul(invoer["school"])
    s.hand.druk("Signaal vastleggen")
    s.hand.moet_goed_zijn()
    s.scherm("signaal")
    s.stap(
        "E-mail van school geopend, velden nagekeken, signaal vastgelegd. Afkomst van de vrouw weggelaten."
    )
    _check(s)
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "melderKeuze"))
    s.hand.vul(invoer["school_melder"])
    s.hand.druk("Bericht vastleggen")
    s.hand.moet_goed_zijn()
    s.stap("Formele controle gedaan; de melder kreeg bericht van ontvangst, zonder inhoud.")


def constable(s: Speler) -> None:
    """29 September: a call, taken down in one field; worked out half an hour later into the same dossier."""
    invoer = lees_invoer("signalen")
    _, _, tekst = resource("oefencasus/02-signaal-wijkagent.txt").read_text("utf-8").partition("\n\n")
    s.dag(date(2026, 9, 29), time(9, 15))
    s.hand.toets("Ctrl+T")
    s.hand.vul({"tekst": tekst.strip()} | invoer["notitie"])
    s.foto("telefoonnotitie")
    s.hand.druk("Notitie vastleggen")
    s.hand.moet_goed_zijn()
    s.stap("Telefoonnotitie van de wijkagent getypt en vastgelegd.")
    s.dag(date(2026, 9, 29), time(9, 45))
    s.hand.toets("Ctrl+1")
    s.foto("bureau")
    s.hand.klik(s.hand.regel("Telefoonnotitie van wijkagent"))
    _confirm_candidate(s)
    s.hand.vul(invoer["wijkagent"])
    s.foto("kandidaat-bevestigd")
    s.hand.druk("Signaal vastleggen")
    s.hand.moet_goed_zijn()
    s.scherm("signaal")
    s.stap(
        "Notitie uitgewerkt: zelfde persoon, andere spelling, bevestigd. De regel van de politie bleef eruit."
    )
    _check(s)
    _schedule(s)
    s.hand.toets("Ctrl+1")
    s.hand.klik(s.hand.regel("Agenderen voor de weegploeg"))
    _schedule(s)
    s.foto("signaal-geagendeerd")
    s.stap("Beide signalen staan op de lijst van de weegploeg van 2 oktober.")


def _check(s: Speler) -> None:
    s.hand.vul(lees_invoer("signalen")["controle"])
    s.hand.druk("Controle vastleggen")
    s.hand.moet_goed_zijn()


def _schedule(s: Speler) -> None:
    s.hand.vul(lees_invoer("signalen")["agenda"])
    s.hand.druk("Agendering vastleggen")
    s.hand.moet_goed_zijn()


def _confirm_candidate(s: Speler) -> None:
    """J. Dhont, 4 March, Zwaneblom is Joris D'Hondt-Özdemir, 3 April, Zwanebloem: the constable says so."""
    scherm = s.scherm("nieuw_signaal")
    kaarten = scherm.zoeker.kaarten() if isinstance(scherm, NieuwSignaalScherm) else []
    if len(kaarten) != 1:
        raise Vastgelopen(f"{len(kaarten)} kandidaten, verwacht was 1")
    s.hand.kies_groep(kaarten[0].uitkomst, "bevestigd")
    s.hand.kies(kaarten[0].reden, "bevestigd_door_bron")

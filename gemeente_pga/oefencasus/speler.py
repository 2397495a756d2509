# SPDX-License-Identifier: EUPL-1.2
"""Who plays the sample case: the program on a practice kluis of its own, the calendar, and what is kept."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.app import App
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.moment import as_moment
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.oefencasus.bediening import Bediening, Vastgelopen
from gemeente_pga.paths import private_folder, resource
from gemeente_pga.store.store import Store
from gemeente_pga.ui.applicatie import make_qt
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.window import Window

# Where the program starts: the day of the first e-mail.
BEGIN = (date(2026, 9, 8), time(17, 5))
GROOTTE = (1366, 768)


@dataclass
class Kalender:
    """The clock of the program: it stands at the moment of the notes."""

    moment: datetime
    _acts: int = 0

    def __call__(self) -> datetime:
        """Now."""
        return self.moment

    def zet(self, dag: date, tijd: time) -> None:
        """From here on it is this moment."""
        self.moment = datetime.fromisoformat(as_moment(dag, tijd))
        self._acts = 0

    def tik(self) -> datetime:
        """Now, for the log: a second later each time, so that what came first stands first."""
        self._acts += 1
        return self.moment + timedelta(seconds=self._acts)


class Speler:
    """The driver with its program. `wachtzin` is what was chosen in the wizard."""

    def __init__(
        self, doel: Path, werk: Path, zeg: Callable[[str], object], bediening: type[Bediening] = Bediening
    ) -> None:
        qt = QtWidgets.QApplication.instance() or make_qt(["gemeente-pga"])
        if not isinstance(qt, QtWidgets.QApplication):
            raise TypeError("no window system")
        self.doel = doel
        self.werk = werk
        self.zeg = zeg
        self.wachtzin = ""
        self.kalender = Kalender(datetime.fromisoformat(as_moment(*BEGIN)))
        mappen = {
            KluisSoort.KLUIS: lambda: private_folder(werk / "kluis"),
            KluisSoort.OEFENKLUIS: lambda: private_folder(werk / "oefenkluis"),
        }
        self.dienst = Dienst(mappen, werk / "instellingen.ini", self.kalender.tik)
        self.app = App(qt, self.dienst, vervang=lambda _: None, klok=self.kalender)
        self.hand = bediening(qt, self.app.worker)
        self._fotos = 0

    # ---- the program

    @property
    def window(self) -> Window:
        """The window of the open kluis."""
        if self.app.window is None:
            raise Vastgelopen("de kluis is niet open")
        return self.app.window

    @property
    def store(self) -> Store:
        """The open kluis, to look something up that a person would remember."""
        if self.dienst.store is None:
            raise Vastgelopen("de kluis is niet open")
        return self.dienst.store

    def scherm(self, code: str) -> Scherm:
        """The screen in sight, which must be this one."""
        self.hand.rust()
        scherm = self.window.scherm
        if scherm is None or scherm.code != code:
            raise Vastgelopen(f"scherm {code} verwacht; in beeld: {scherm.code if scherm else 'niets'}")
        return scherm

    def wacht_op(self, code: str) -> Scherm:
        """Until this screen comes by itself, as a document does when it is made."""
        self.hand.wacht(lambda: self._code() == code, f"scherm {code}")
        return self.scherm(code)

    def _code(self) -> str:
        return self.window.scherm.code if self.window.scherm is not None else ""

    def waarde(self, sql: str, *params: int | str) -> int:
        """One number out of the kluis: an id that a person finds by eye."""
        with self.store.reader() as r:
            return int(r.value(sql, *params))

    # ---- what is told and kept

    def dag(self, dag: date, tijd: time) -> None:
        """The next day on the calendar."""
        self.kalender.zet(dag, tijd)

    def stap(self, zin: str) -> None:
        """Say what was done, with the day on which it is done."""
        self.zeg(f"{datum_kort(self.kalender.moment.date()):>10}  {zin}")

    def foto(self, naam: str) -> None:
        """Keep a picture of the window."""
        self._fotos += 1
        self.hand.foto(self.doel / f"scherm-{self._fotos:02}-{naam}.png")

    def bewaar_document(self, naam: str) -> None:
        """Save the document in sight as a file, as the coordinator would for a stick: logged."""
        self.scherm("document")
        bestand = self.doel / f"{naam}.pdf"
        self.hand.druk("Opslaan als bestand")
        self.hand.vul({"bestemd_voor": "eigen_dossier", "beveiliging": "zonder"})
        with self.hand.bestandskeuze(bestand):
            self.hand.druk("Kies een plaats en sla op")
            self._bevestig()
            self.hand.wacht(bestand.exists, f"{bestand.name} op schijf")
        if not bestand.exists():
            raise Vastgelopen(f"{bestand.name} is niet opgeslagen")
        self.stap(f"Opgeslagen als bestand: {bestand.name}.")

    def _bevestig(self) -> None:
        """Type the wachtzin, if the program asks for it again."""
        paneel = self.window.bevestiging
        if paneel.isVisible():
            self.hand.schrijf(paneel.regel, self.wachtzin)
            self.hand.druk("Doorgaan", paneel)
            self.hand.wacht(paneel.isHidden, "wachtzin nagekeken")


def lees_invoer(naam: str) -> dict[str, Any]:
    """What is typed: the notes of the sample case, divided over the fields."""
    return tomllib.loads(resource(f"oefencasus/{naam}.toml").read_text("utf-8"))

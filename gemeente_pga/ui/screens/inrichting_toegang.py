# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Sleutels: somebody else gets a key, a vervanger or the FG.

What is somebody else's wachtzin, he thinks up and types himself, on a second page.
"""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.toegang import FgToegang, beoordeel_fg, beoordeel_vervanger
from gemeente_pga.ui.forms.ui_sleutel_fg import Ui_SleutelFg
from gemeente_pga.ui.forms.ui_sleutel_vervanger import Ui_SleutelVervanger
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.inrichting_sleutelbladen import Sleutelblad
from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

_FG = "functionaris gegevensbescherming"
Wie = TypeVar("Wie", Gebruiker, FgToegang)


class IemandErbij(Sleutelblad, Generic[Wie]):
    """Somebody else gets a wachtzin: first who and your own wachtzin, then he types himself."""

    ontwerp: type[Any]
    knoptekst: str
    handeling: Handeling

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._zin = ""
        self._wie: Wie | None = None
        self._eerste = QtWidgets.QWidget(self)
        self._tweede = QtWidgets.QWidget(self)
        buiten = self.inhoud
        self.inhoud = _kolom(self._eerste)
        self.formulier = self.formulier_erbij(self.ontwerp())
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        self.knoppen(("Verder", self.verder))
        self.inhoud = _kolom(self._tweede)
        self.beurt = regel("")
        self.beurt.setProperty("rol", "merk_let_op")
        self.inhoud.addWidget(self.beurt)
        self.keuze = Wachtzinkeuze(omgeving.dienst, self)
        self.inhoud.addWidget(self.keuze)
        self.enter_gaat_door(self.keuze, self.voeg_toe)
        self.knoppen((self.knoptekst, self.voeg_toe))
        self.inhoud = buiten
        for deel in (self._eerste, self._tweede):
            buiten.addWidget(deel)

    @abstractmethod
    def beoordeel(self, invoer: Mapping[str, object], vandaag: date) -> Wie | list[Gebrek]:
        """Judge who it is."""

    @abstractmethod
    def maak_sleutel(self, eigen: str, ander: str, wie: Wie) -> None:
        """Make the key. eigen: the wachtzin of whoever is at work, ander: the one of who comes in."""

    @abstractmethod
    def gebruiker(self, wie: Wie) -> Gebruiker:
        """Who it is, for the journaal."""

    @abstractmethod
    def melding(self, wie: Wie) -> str:
        """What is said afterwards."""

    def begin(self) -> None:
        """First who."""
        self._toon(eerste=True)
        self.formulier.focus("naam")

    def wis(self) -> None:
        """Leave nothing that was typed."""
        self._zin, self._wie = "", None
        self.formulier.wis()
        self.oud.wis()
        self.keuze.wis()

    def verder(self) -> None:
        """Check who and the wachtzin, and give the keyboard away."""
        wie = self.beoordeel(self.formulier.lees(), self.omgeving.vandaag())
        self.formulier.toon_gebreken(wie if isinstance(wie, list) else [])
        if isinstance(wie, list):
            return
        zin = self.wachtzin_uit(self.oud)
        if zin:
            self._zin, self._wie = zin, wie
            self.doe_traag(
                "De wachtzin wordt gecontroleerd…",
                lambda: self.omgeving.dienst.bevestig_wachtzin(zin),
                lambda _: self._geef_door(),
                "oud",
                self.oud,
            )

    def voeg_toe(self) -> None:
        """The key itself, with what was typed."""
        ander = self.keuze.wachtzin()
        eigen, wie = self._zin, self._wie
        if ander and wie is not None:
            self.doe_traag(
                "De sleutel wordt gemaakt…",
                lambda: self.maak_sleutel(eigen, ander, wie),
                lambda _: self._klaar(wie),
                "wachtzin",
                self.keuze.formulier,
            )

    def _klaar(self, wie: Wie) -> None:
        self.leg_vast(self.handeling, self.melding(wie), van=self.gebruiker(wie))

    def _geef_door(self) -> None:
        if self._wie is None:
            return
        self.beurt.setText(
            f"Laat {self._wie.naam} nu zelf achter de computer gaan zitten. Kijk niet mee. {self._wie.naam} "
            "kiest hier een eigen wachtzin, schrijft die op en typt die nog een keer over."
        )
        self.keuze.bied_aan()
        self._toon(eerste=False)
        self.keuze.ui.wachtzinLineEdit.setFocus()

    def _toon(self, *, eerste: bool) -> None:
        self._eerste.setVisible(eerste)
        self._tweede.setVisible(not eerste)


class VervangerToevoegen(IemandErbij[Gebruiker]):
    """Somebody who takes over when the coordinator is not there."""

    titel = "Vervanger toevoegen"
    uitleg = (
        "Bent u ziek of weg, dan opent een vervanger de kluis met een eigen wachtzin. Doe dit samen, met de "
        "vervanger naast u. De vervanger ziet alles wat u ziet; het journaal noemt wie wat deed."
    )
    ontwerp = Ui_SleutelVervanger
    knoptekst = "Vervanger toevoegen"
    handeling = Handeling.KLUIS_VERVANGER_TOEVOEGEN

    def beoordeel(self, invoer: Mapping[str, object], vandaag: date) -> Gebruiker | list[Gebrek]:
        """Judge the vervanger."""
        return beoordeel_vervanger(invoer, vandaag)

    def maak_sleutel(self, eigen: str, ander: str, wie: Gebruiker) -> None:
        """A key without an end."""
        self.beheer.voeg_vervanger_toe(eigen, ander)

    def gebruiker(self, wie: Gebruiker) -> Gebruiker:
        """As typed."""
        return wie

    def melding(self, wie: Gebruiker) -> str:
        """How the vervanger gets in."""
        return (
            f"{wie.naam} kan de kluis nu openen: kies bij het openen Vervanger. Maak nu een nieuwe back-up."
        )


class FgToelaten(IemandErbij[FgToegang]):
    """The functionaris gegevensbescherming, to look, for a while."""

    titel = "Toegang voor de functionaris gegevensbescherming"
    uitleg = (
        "De FG krijgt een eigen wachtzin met een einddatum. Er is één toegang voor de FG tegelijk: een "
        "nieuwe komt in de plaats van de oude. Wat de FG bekijkt, komt in het journaal."
    )
    ontwerp = Ui_SleutelFg
    knoptekst = "FG toelaten"
    handeling = Handeling.KLUIS_FG_TOELATEN

    def beoordeel(self, invoer: Mapping[str, object], vandaag: date) -> FgToegang | list[Gebrek]:
        """Judge the FG."""
        return beoordeel_fg(invoer, vandaag)

    def maak_sleutel(self, eigen: str, ander: str, wie: FgToegang) -> None:
        """A key with a last day."""
        self.beheer.laat_fg_toe(eigen, ander, wie.tot)

    def gebruiker(self, wie: FgToegang) -> Gebruiker:
        """By name and office."""
        return Gebruiker(wie.naam, _FG)

    def melding(self, wie: FgToegang) -> str:
        """Until when."""
        return f"{wie.naam} kan de kluis openen tot en met {wie.tot:%d-%m-%Y}: kies bij het openen FG."


def _kolom(deel: QtWidgets.QWidget) -> QtWidgets.QVBoxLayout:
    kolom = QtWidgets.QVBoxLayout(deel)
    kolom.setContentsMargins(0, 0, 0, 0)
    return kolom

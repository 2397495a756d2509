# SPDX-License-Identifier: EUPL-1.2
"""A register in Inrichting: a list of what holds or held, a form for a new line, and one to end a line.

Nothing in it is changed or removed: it must stay visible what held on which day.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6 import QtWidgets

from gemeente_pga.domain.mandaat import beoordeel_einde
from gemeente_pga.ui import theme
from gemeente_pga.ui.forms.ui_register_einde import Ui_RegisterEinde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel, Ontwerp
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

Conceptsleutel = tuple[str, str]


class RegisterDeel(Deel):
    """One register. A subclass says what its lines are, how one is begun and how one ends."""

    naam: ClassVar[str] = ""
    uitleg: ClassVar[str] = ""
    leeg: ClassVar[str] = ""
    nieuw_tekst: ClassVar[str] = ""
    einde_tekst: ClassVar[str] = ""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.paneel: Formulierpaneel | None = None
        kaart = self.kaart(self.titel, self.uitleg)
        kaart.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Maximum)
        self.bouw_boven(kaart)
        self.lijst = Lijst(self)
        self.lijst.setObjectName(f"{self.naam}_lijst")
        self.lijst.setAccessibleName(self.titel)
        self.lijst.stel_in(self.kolommen(), sleutel=_id)
        self.lijst.gekozen.connect(lambda _rij: self.volg_keuze())
        kaart.inhoud.addWidget(self.lijst)
        self.niets = regel(self.leeg, "stil")
        kaart.inhoud.addWidget(self.niets)
        self.feiten = regel("")
        kaart.inhoud.addWidget(self.feiten)
        self.nieuwknop = self.knop(self.nieuw_tekst, self.begin)
        self.nieuwknop.setObjectName(f"{self.naam}_nieuw")
        self.eindknop = self.knop(self.einde_tekst, self.begin_einde, primair=False)
        self.eindknop.setObjectName(f"{self.naam}_einde")
        self.sluit_af()

    # ---- what a subclass fills in

    def bouw_boven(self, kaart: Kaart) -> None:
        """Anything above the list."""

    @abstractmethod
    def kolommen(self) -> Sequence[Kolom[Any]]:
        """The columns of the list."""

    @abstractmethod
    def rijen(self) -> Sequence[Any]:
        """The lines as recorded."""

    @abstractmethod
    def beschrijf(self, rij: Any) -> str:
        """What the list has no room for."""

    @abstractmethod
    def mag_eindigen(self, rij: Any) -> bool:
        """Is there anything left to end?"""

    @abstractmethod
    def begin(self) -> None:
        """The form for a new line."""

    @abstractmethod
    def beeindig(self, rij: Any, op: date, concept: Conceptsleutel) -> None:
        """End this line by its act."""

    def einde_titel(self, rij: Any) -> str:
        """Above the form that ends this line."""
        return f"{self.einde_tekst.replace('&', '').rstrip(' …')}: {self.wie(rij)}"

    @abstractmethod
    def wie(self, rij: Any) -> str:
        """The name of this line."""

    @abstractmethod
    def vanaf(self, rij: Any) -> date:
        """The first day that it held."""

    # ---- the same for all

    def herlaad(self) -> None:
        """The register as it stands; a form that is open stays open."""
        rijen = self.rijen()
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.lijst.setVisible(bool(rijen))
        self.niets.setVisible(not rijen)
        self.volg_keuze()

    def volg_keuze(self) -> None:
        """The words and the buttons that fit the line that is chosen."""
        rij = self.lijst.rij()
        vrij = self.paneel is None and not self.omgeving.alleen_kijken
        self.feiten.setText(self.beschrijf(rij) if rij is not None else "")
        self.feiten.setVisible(rij is not None)
        self.nieuwknop.setVisible(vrij)
        self.eindknop.setVisible(vrij and any(self.mag_eindigen(r) for r in self.lijst.rijen()))

    def begin_einde(self) -> None:
        """The form for the day that the chosen line ends."""
        rij = self.lijst.rij()
        open_ = [r for r in self.lijst.rijen() if self.mag_eindigen(r)]
        if rij is None and len(open_) == 1:
            rij = open_[0]
        if rij is None or not self.mag_eindigen(rij):
            self.omgeving.window.meld("Kies eerst een regel die nog loopt.", "let_op")
            return
        gekozen: Any = rij
        self.open_vorm(
            self.einde_titel(gekozen),
            Ui_RegisterEinde(),
            f"{self.naam}_einde:{gekozen.id}",
            {"op": self.omgeving.vandaag()},
            lambda invoer: beoordeel_einde(invoer, self.omgeving.vandaag(), vanaf=self.vanaf(gekozen)),
            lambda op, concept: self.beeindig(gekozen, op, concept),
        )

    def open_vorm(
        self,
        titel: str,
        ontwerp: Ontwerp,
        sleutel: str,
        waarden: Mapping[str, object],
        beoordeel: Callable[[Mapping[str, object]], object],
        leg_vast: Callable[[Any, Conceptsleutel], object],
        vul: Callable[[], object] = lambda: None,
    ) -> None:
        """One form below the list; what is typed in it stays until it is recorded."""
        self.sluit()
        paneel = self.paneel = Formulierpaneel(
            self.omgeving, titel, ontwerp, naam=self.naam, knop="&Vastleggen"
        )
        vul()
        paneel.stel_in(beoordeel, leg_vast)
        paneel.vastgelegd.connect(self._klaar)
        paneel.terug.connect(self.sluit)
        self.inhoud.insertWidget(1, paneel)
        paneel.toon(("inrichting", sleutel), waarden, alleen_lezen=self.omgeving.alleen_kijken)
        theme.zet_iconen(paneel)
        self.volg_keuze()
        focus_vorm(paneel.vorm)

    def sluit(self) -> None:
        """Back to the list."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel = None
        self.herlaad()

    def _klaar(self) -> None:
        self.sluit()
        self.omgeving.window.meld("Vastgelegd in het register.", "goed")


def _id(rij: object) -> int:
    return int(getattr(rij, "id", 0))

# SPDX-License-Identifier: EUPL-1.2
"""The cards of Inrichting, tab Sleutels: what they share, and the changes to a key of your own.

Each asks the wachtzin of whoever is at work, does its work in the worker with everything switched off, and
records the change as an act.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.sleutels import Sleutelbeheer
from gemeente_pga.domain.stukken import Kop
from gemeente_pga.domain.stukken.herstelblad import herstelblad_kop
from gemeente_pga.handelingen.sleutels import log_herstelblad, register_sleutels
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Actie, Omgeving
from gemeente_pga.ui.poort.herstelblad import HerstelcodeBlad
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

T = TypeVar("T")
OUDE_BACKUPS = (
    "Oude back-ups blijven opengaan met wat er toen gold. Bewaar of vernietig die dus bewust, en maak nu een "
    "nieuwe back-up."
)


class Sleutelblad(Kaart):
    """One change. `klaar` when it was recorded, `terug` when the user leaves it."""

    klaar = QtCore.Signal()
    terug = QtCore.Signal()
    hoofdsleutel = QtCore.Signal()  # the user wants a new main key after this
    titel = ""
    uitleg = ""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(self.titel)
        self.omgeving = omgeving
        self.vakken: dict[Formulier, QtWidgets.QWidget] = {}
        self.setProperty("eigen_formulier", True)
        self.inhoud.addWidget(regel(self.uitleg, "stil"))

    @property
    def beheer(self) -> Sleutelbeheer:
        """The keys of this kluis."""
        return self.omgeving.dienst.sleutels

    def begin(self) -> None:
        """The card comes into sight, empty."""

    def wis(self) -> None:
        """Leave nothing that was typed."""

    # ---- building

    def formulier_erbij(self, ontwerp: Any) -> Formulier:
        """This form, below what is there. Without a concept: what is typed here is kept nowhere."""
        vak = QtWidgets.QWidget(self)
        ontwerp.setupUi(vak)
        self.inhoud.addWidget(vak)
        formulier = Formulier(vak, self.omgeving)
        self.vakken[formulier] = vak
        for regel_ in vak.findChildren(QtWidgets.QLineEdit):
            regel_.returnPressed.connect(self._volgende)
        return formulier

    def knoppen(self, *paren: tuple[str, Callable[[], object]]) -> list[QtWidgets.QPushButton]:
        """A row of buttons, the first of them the main one, and always one to leave."""
        rij = QtWidgets.QHBoxLayout()
        knoppen = []
        for n, (tekst, doe) in enumerate((*paren, ("Niet doen", self._ga_terug))):
            knop = QtWidgets.QPushButton(tekst, self)
            knop.setProperty("rol", "primair" if n == 0 and paren else "plat" if n == len(paren) else "")
            knop.clicked.connect(lambda _aan=False, doe=doe: doe())
            rij.addWidget(knop)
            knoppen.append(knop)
        rij.addStretch(1)
        self.inhoud.addLayout(rij)
        return knoppen

    def enter_gaat_door(self, keuze: Wachtzinkeuze, doe: Callable[[], object]) -> None:
        """Enter in the first line goes on; in the last one it does what the main button does."""
        keuze.ui.wachtzinLineEdit.returnPressed.connect(keuze.ui.herhaalLineEdit.setFocus)
        keuze.ui.herhaalLineEdit.returnPressed.connect(doe)

    # ---- working

    def doe_traag(
        self, wat: str, job: Callable[[], T], dan: Callable[[T], object], veld: str, f: Formulier
    ) -> None:
        """Run job in the worker with everything switched off; a Storing is shown at the field."""

        def mislukt(fout: Exception) -> None:
            if not isinstance(fout, Storing):
                raise fout
            f.toon_gebreken([Gebrek(veld, f"{fout.melding} {fout.raad}".strip())])

        self.omgeving.window.onderhoud(wat, job, dan, mislukt)

    def wachtzin_uit(self, f: Formulier) -> str:
        """What stands in the field for the wachtzin of now; "" is said at the field."""
        zin = str(f.lees()["oud"])
        f.toon_gebreken([] if zin else [Gebrek("oud", "Vul uw wachtzin van nu in.")])
        return zin

    def leg_vast(
        self, handeling: Handeling, melding: str, *, van: Gebruiker | None = None, actie: Actie | None = None
    ) -> None:
        """Record what opens the kluis now, and say so; actie: what may follow."""
        register_sleutels(
            self.omgeving.store, handeling, self.beheer.sloten(), self.omgeving.vandaag(), van=van
        )
        self.wis()
        self.klaar.emit()
        self.omgeving.window.meld(melding, "goed" if actie is None else "let_op", actie)

    def kop(self) -> Kop:
        """The head of a herstelblad."""
        with self.omgeving.store.reader() as r:
            namen = [rij.gemeente.naam for rij in gemeenten(r)]
        return herstelblad_kop(
            namen[0] if namen else "", self.omgeving.vandaag(), oefening=self.omgeving.oefenkluis
        )

    def maak_herstelblad(self) -> HerstelcodeBlad:
        """The part that shows a code, prints its sheet and asks two groups back; hidden."""
        blad = HerstelcodeBlad(self.omgeving.worker, self.kop, self._bevestig)
        blad.uitgegeven.connect(lambda bestand: log_herstelblad(self.omgeving.store, opgeslagen=bestand))
        blad.hide()
        self.inhoud.addWidget(blad)
        return blad

    def _bevestig(self, waarom: str, dan: Callable[[], object]) -> None:
        self.omgeving.window.bevestig(waarom, dan)

    def _volgende(self) -> None:
        """Enter in a field goes on to the next, as Tab does."""
        self.focusNextChild()

    def _ga_terug(self) -> None:
        self.wis()
        self.terug.emit()


class NieuweZin(Sleutelblad):
    """The wachtzin of now, and a new phrase that becomes a key."""

    knoptekst: str
    bezig: str
    handeling: Handeling
    gezegd: str
    kort = False

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        self.keuze = Wachtzinkeuze(omgeving.dienst, self, kort=self.kort)
        self.inhoud.addWidget(self.keuze)
        self.enter_gaat_door(self.keuze, self.vastleggen)
        self.knoppen((self.knoptekst, self.vastleggen))

    @abstractmethod
    def maak_sleutel(self, oud: str, nieuw: str) -> None:
        """Make the new phrase a key."""

    def begin(self) -> None:
        """Offer words for the new one."""
        self.keuze.bied_aan()
        self.oud.focus("oud")

    def wis(self) -> None:
        """Leave nothing that was typed."""
        self.oud.wis()
        self.keuze.wis()

    def vastleggen(self) -> None:
        """Make the key and record it."""
        oud = self.wachtzin_uit(self.oud)
        nieuw = self.keuze.wachtzin() if oud else ""
        if nieuw:
            self.doe_traag(
                self.bezig,
                lambda: self.maak_sleutel(oud, nieuw),
                lambda _: self.leg_vast(self.handeling, self.gezegd),
                "oud",
                self.oud,
            )


class WachtzinWijzigen(NieuweZin):
    """Another wachtzin for whoever is at work."""

    titel = "Wachtzin wijzigen"
    uitleg = f"U vervangt uw eigen wachtzin. De herstelcode blijft gelden. {OUDE_BACKUPS}"
    knoptekst = "Wachtzin wijzigen"
    bezig = "De wachtzin wordt gewijzigd…"
    handeling = Handeling.KLUIS_WACHTZIN_WIJZIGEN
    gezegd = f"Uw wachtzin is gewijzigd. {OUDE_BACKUPS}"

    def maak_sleutel(self, oud: str, nieuw: str) -> None:
        """The new wachtzin in the place of the old one."""
        self.beheer.wijzig_wachtzin(oud, nieuw)


class KorteZin(NieuweZin):
    """A short phrase, good on this computer only."""

    titel = "Korte zin op deze computer"
    uitleg = (
        "Met een korte zin opent u de kluis sneller, alleen op deze computer. De andere helft van het geheim "
        "staat in de sleutelbos van de computer. Werkt die niet, dan gebruikt u uw gewone wachtzin: die "
        "blijft altijd werken. Wie met uw account op deze computer kan werken, hoeft alleen de korte zin nog "
        "te raden. Werkt u op een gedeelde computer, doe dit dan niet."
    )
    knoptekst = "Korte zin instellen"
    bezig = "De korte zin wordt ingesteld…"
    handeling = Handeling.KLUIS_KORTE_ZIN_INSTELLEN
    gezegd = "De korte zin werkt op deze computer. Onthoud uw gewone wachtzin: die hebt u soms nodig."
    kort = True

    def maak_sleutel(self, oud: str, nieuw: str) -> None:
        """A slot of its own; the keystore must really keep its half."""
        self.beheer.stel_korte_zin_in(oud, nieuw)


class Intrekken(Sleutelblad):
    """Take a key away."""

    titel = "Sleutel intrekken"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._slot_id = ""
        self.welke = regel("")
        self.inhoud.addWidget(self.welke)
        self.oud = self.formulier_erbij(Ui_WachtzinWijzigen())
        self.knoppen(("Sleutel intrekken", self.trek_in))

    def kies(self, slot_id: str, zin: str) -> None:
        """Which one, and what that means."""
        self._slot_id = slot_id
        self.welke.setText(zin)

    def begin(self) -> None:
        """Ready to type."""
        self.oud.focus("oud")

    def wis(self) -> None:
        """Leave nothing that was typed."""
        self.oud.wis()

    def trek_in(self) -> None:
        """Take it away."""
        oud = self.wachtzin_uit(self.oud)
        if oud:
            self.doe_traag(
                "De sleutel wordt ingetrokken…",
                lambda: self.beheer.trek_in(oud, self._slot_id),
                lambda _: self.leg_vast(
                    Handeling.KLUIS_SLEUTEL_INTREKKEN,
                    "Deze sleutel opent de kluis niet meer. Een oude back-up nog wel. Wilt u ook dat een "
                    "oude kopie van de sleutelbestanden niets waard is, maak dan een nieuwe hoofdsleutel.",
                    actie=("Nieuwe hoofdsleutel", self.hoofdsleutel.emit),
                ),
                "oud",
                self.oud,
            )

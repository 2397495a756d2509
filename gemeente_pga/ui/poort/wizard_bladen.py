# SPDX-License-Identifier: EUPL-1.2
"""The pages of the first start, each with its own check before it lets the user go on."""

from datetime import date
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.domain.beleid import VAN_WIE
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.inrichting import (
    BRONREGISTRATIES,
    Gebruiker,
    Gemeente,
    Partij,
    beoordeel_gebruiker,
    beoordeel_gemeente,
)
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Kader
from gemeente_pga.domain.kluisdienst import Kluisdienst
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_gebruiker import Ui_Gebruiker
from gemeente_pga.ui.forms.ui_gemeente import Ui_Gemeente
from gemeente_pga.ui.forms.ui_wizard_backup import Ui_WizardBackup
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.vast import zet_vast
from gemeente_pga.ui.widgets.wachtzin import Wachtzinkeuze

# Who sits at most tables, besides the kernpartijen; ticked beforehand, and easily unticked.
_VOORGESTELD = frozenset({"rvdk", "reclassering", "zvh"})


class Blad(QtWidgets.QWidget):
    """One page: its title, a line of explanation, and a check."""

    titel = ""
    kort = ""
    uitleg = ""

    def toon(self) -> None:
        """The page comes into sight."""

    def is_goed(self) -> bool:
        """May the user go on? If not, the page says why."""
        return True

    def hoofdknop(self) -> QtWidgets.QPushButton | None:
        """The main button, when that stands on the page itself."""
        return None

    def _in_kaart(self, deel: QtWidgets.QWidget) -> None:
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        kaart = Kaart()
        kaart.inhoud.addWidget(deel)
        indeling.addWidget(kaart)


class GemeenteBlad(Blad):
    """For which municipality."""

    titel = "Uw gemeente"
    kort = "Gemeente"
    uitleg = "Deze gegevens komen boven brieven en verslagen. Alleen de naam is nu nodig; de rest kan later."

    def __init__(self, vandaag: date) -> None:
        super().__init__()
        self._vandaag = vandaag
        self.waarde: Gemeente | None = None
        deel = QtWidgets.QWidget()
        self.ui = Ui_Gemeente()
        self.ui.setupUi(deel)
        vul_keuzes(self.ui.bronregistratieKeuzeGroep, BRONREGISTRATIES)
        self.formulier = Formulier(deel)
        self.formulier.vul({"bronregistratie": "gemeente"})
        self._in_kaart(deel)

    def is_goed(self) -> bool:
        """A name and a registration at least."""
        oordeel = beoordeel_gemeente(self.formulier.lees(), self._vandaag)
        if isinstance(oordeel, list):
            self.formulier.toon_gebreken(oordeel)
            return False
        self.waarde = oordeel
        return True


class GebruikerBlad(Blad):
    """Who works with this kluis."""

    titel = "Wie bent u?"
    kort = "Uzelf"
    uitleg = (
        "Het journaal legt bij elke handeling vast wie die deed. Naam en functie zijn nodig. Deze kluis is "
        "van één persoon."
    )

    def __init__(self, vandaag: date) -> None:
        super().__init__()
        self._vandaag = vandaag
        self.waarde: Gebruiker | None = None
        deel = QtWidgets.QWidget()
        self.ui = Ui_Gebruiker()
        self.ui.setupUi(deel)
        self.formulier = Formulier(deel)
        self._in_kaart(deel)

    def is_goed(self) -> bool:
        """Name and function."""
        oordeel = beoordeel_gebruiker(self.formulier.lees(), self._vandaag)
        if isinstance(oordeel, list):
            self.formulier.toon_gebreken(oordeel)
            return False
        self.waarde = oordeel
        return True


class PartnersBlad(Blad):
    """With whom: the three kernpartijen always, the usual others by tick."""

    titel = "Met wie werkt u samen?"
    kort = "Partners"
    uitleg = (
        "De drie kernpartijen wegen samen elk signaal; die staan vast. Vink aan wie er verder vaak aan tafel "
        "zit. Rechts staat hoe de organisatie op papier heet. Personen voegt u later toe."
    )

    def __init__(self, kader: Kader, gemeente: GemeenteBlad) -> None:
        super().__init__()
        self._gemeente = gemeente
        self._regels: list[tuple[str, bool, QtWidgets.QCheckBox, QtWidgets.QLineEdit]] = []
        rooster = QtWidgets.QGridLayout()
        rooster.setColumnStretch(1, 1)
        rooster.setHorizontalSpacing(theme.RUIMTE[3])
        for rij, soort in enumerate(
            p for p in kader.partijen if p.deelname != "nooit" and p.code != "overig"
        ):
            woorden = soort.naam.replace("&", "&&") + (" (kernpartij)" if soort.kernpartij else "")
            vink = QtWidgets.QCheckBox(woorden)
            vink.setObjectName(f"{soort.code}CheckBox")
            vink.setToolTip(soort.wanneer)
            vink.setChecked(soort.kernpartij or soort.code in _VOORGESTELD)
            vink.setEnabled(not soort.kernpartij)
            naam = QtWidgets.QLineEdit(soort.naam)
            naam.setObjectName(f"{soort.code}LineEdit")
            naam.setPlaceholderText(soort.naam)
            naam.setMaxLength(250)
            naam.setAccessibleName(f"Naam van de organisatie: {soort.naam}")
            naam.setEnabled(vink.isChecked())
            naam.setCursorPosition(0)
            vink.toggled.connect(naam.setEnabled)
            rooster.addWidget(vink, rij, 0)
            rooster.addWidget(naam, rij, 1)
            self._regels.append((soort.code, soort.kernpartij, vink, naam))
        deel = QtWidgets.QWidget()
        deel.setLayout(rooster)
        self._in_kaart(deel)

    def toon(self) -> None:
        """Fill in what the page before already told."""
        gemeente = self._gemeente.waarde
        if gemeente is None:
            return
        for code, naam in (("gemeente", f"Gemeente {gemeente.naam}"), ("zvh", gemeente.zvh)):
            regel = self.findChild(QtWidgets.QLineEdit, f"{code}LineEdit")
            if isinstance(regel, QtWidgets.QLineEdit) and naam and not regel.isModified():
                regel.setText(naam)
                regel.setCursorPosition(0)

    def partijen(self) -> list[Partij]:
        """The partners that are ticked."""
        return [
            Partij(soort=code, naam=naam.text().strip() or naam.placeholderText(), kernpartij=kern)
            for code, kern, vink, naam in self._regels
            if vink.isChecked()
        ]


class KaderBlad(Blad):
    """What the law gives and what nobody has vastgesteld yet, in plain words."""

    titel = "Het juridisch kader"
    kort = "Juridisch kader"
    uitleg = (
        "Dit zijn de regels waarmee het programma werkt. Ze komen als bestand mee en gaan nu in de kluis."
    )

    def __init__(self, kader: Kader) -> None:
        super().__init__()
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(theme.RUIMTE[2])
        bronnen = [bron.naam for bron in kader.bronnen if bron.code in kader.bron]
        wat = Kaart(kader.titel)
        wat.inhoud.addWidget(_regel(f"{kader.ingevuld} Gebruikte bronnen:"))
        wat.inhoud.addWidget(Opsomming(bronnen))
        wat.inhoud.addWidget(_regel(kader.opmerking, "stil"))
        indeling.addWidget(wat)
        open_ = Kaart("Wat nog niet is vastgesteld")
        open_.inhoud.addWidget(Opsomming(_niet_vastgesteld(kader)))
        gevolg = (
            "U kunt gewoon beginnen. Het programma rekent niet met wat niet is vastgesteld: het vernietigt "
            "niets uit zichzelf, en in documenten staat erbij dat het nog niet is vastgesteld. Vraag uw "
            "jurist om het kader vast te stellen."
        )
        open_.inhoud.addWidget(_regel(gevolg, "stil"))
        indeling.addWidget(open_)


class WachtzinBlad(Blad):
    """The wachtzin."""

    titel = "Uw wachtzin"
    kort = "Wachtzin"
    uitleg = (
        "Met deze zin opent u de kluis. Schrijf hem de eerste dagen op papier, en bewaar dat papier niet bij "
        "de laptop."
    )

    def __init__(self, dienst: Kluisdienst) -> None:
        super().__init__()
        self.keuze = Wachtzinkeuze(dienst)
        self.wachtzin = ""
        self._in_kaart(self.keuze)

    def toon(self) -> None:
        """Offer six words when nothing stands there yet."""
        if not self.keuze.ui.wachtzinLineEdit.text():
            self.keuze.bied_aan()

    def is_goed(self) -> bool:
        """Strong enough and typed back."""
        self.wachtzin = self.keuze.wachtzin()
        return bool(self.wachtzin)


class BackupBlad(Blad):
    """Where the copies go."""

    titel = "Waar komt de back-up?"
    kort = "Back-up"
    uitleg = "Gaat de laptop kapot of raakt u hem kwijt, dan hebt u alleen de back-up nog."

    def __init__(self, kluismap: Path, vast: str = "") -> None:
        """vast: the folder that the administrator laid down."""
        super().__init__()
        self._kluismap = kluismap
        self._vast = vast
        self.ui = Ui_WizardBackup()
        self.ui.setupUi(self)
        self.formulier = Formulier(self)
        self.ui.kiesPushButton.clicked.connect(self._kies)
        if vast:
            self.formulier.vul({"backupmap": vast})
            zet_vast(self.ui.backupmapLineEdit, True)
            self.ui.kiesPushButton.hide()
            self.ui.backupKaartUitlegLabel.setText(f"{self.ui.backupKaartUitlegLabel.text()} {VAN_WIE}.")

    def map(self) -> str:
        """The folder; "" for later."""
        return str(self.formulier.lees()["backupmap"])

    def is_goed(self) -> bool:
        """No folder is fine; a folder that is not there is not, and neither is that of the kluis."""
        map_ = self.map()
        if not map_ or self._vast:  # a folder on the network may be out of reach today
            return True
        zin = "Deze map is er niet. Steek de stick in de computer, kies een andere map of laat dit leeg."
        if Path(map_).is_absolute() and Path(map_).is_dir():
            if not Path(map_).resolve().is_relative_to(self._kluismap.resolve()):
                return True
            zin = "In deze map staat de kluis zelf. Gaat die kapot, dan de back-up ook. Kies een stick."
        self.formulier.toon_gebreken([Gebrek("backupmap", zin)])
        return False

    def _kies(self) -> None:
        gekozen = messages.kies_map(self, "Waar komt de back-up?")
        if gekozen is not None:
            self.ui.backupmapLineEdit.setText(str(gekozen))


def _niet_vastgesteld(kader: Kader) -> list[str]:
    criteria = sum(c.status == NIET_VASTGESTELD for c in kader.wettelijke_criteria)
    bewaar = sum(t.status == NIET_VASTGESTELD for t in kader.bewaartermijnen)
    streef = sum(t.status == NIET_VASTGESTELD for t in kader.streeftermijnen)
    zinnen = []
    if kader.in_werking is None:
        zinnen.append("De dag waarop de wet in werking is getreden.")
    if criteria:
        zinnen.append(f"De tekst van {criteria} wettelijke criteria voor het opnemen van een persoon.")
    if bewaar:
        zinnen.append(f"Alle {bewaar} bewaartermijnen: hoe lang een dossier bewaard mag blijven.")
    if streef:
        zinnen.append(f"{streef} termijnen in het werk, zoals die voor het bespreken van een signaal.")
    return zinnen or ["Niets: alles in dit kader is vastgesteld."]


def _regel(tekst: str, rol: str = "") -> QtWidgets.QLabel:
    label = QtWidgets.QLabel(tekst)
    label.setWordWrap(True)
    label.setProperty("rol", rol)
    return label

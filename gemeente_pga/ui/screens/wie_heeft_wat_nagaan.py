# SPDX-License-Identifier: EUPL-1.2
"""Which copy is this? A file that was found, by its bytes; or paper, by the kenmerk and number on it."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.exemplaar import STANDEN
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import midden_in_zin
from gemeente_pga.handelingen.exemplaar import log_nagaan
from gemeente_pga.store.queries.document import document_met_hash
from gemeente_pga.store.queries.houders import Exemplaarregel, exemplaar_met_hash, exemplaren_met_kenmerk
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.exemplaren import hash_van
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label
from gemeente_pga.ui.widgets.inbeeld import breng_in_beeld
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG = (
    "Is er papier of een bestand gevonden? Zoek op welk exemplaar het is. Op papier staan het kenmerk en "
    "het nummer boven aan elke bladzijde."
)
FILTER = "Alle bestanden (*)"
GROOTSTE = 512 * 1024 * 1024
_ONBEKEND = (
    "Dit bestand staat niet in het register. Het is na het opslaan veranderd, of het komt ergens anders "
    "vandaan. Staan er een kenmerk en een nummer op? Zoek dan daarop."
)
_ZELF = (
    "Dit is {stuk}, precies zoals het in de kluis ligt: zonder nummer en houder. Zo geeft het programma het "
    "niet uit."
)
_NIET_TE_LEZEN = "Dit bestand is niet te lezen. Kies een ander bestand."
_GEEN_KENMERK = "Typ het kenmerk dat op het papier staat."
_NIETS = "Zo'n exemplaar staat niet in het register. Vergelijk kenmerk en nummer nog eens met het papier."


class Nagaankaart(Kaart):
    """Two ways to look one up. `gevonden`: the id of the copy."""

    gevonden = QtCore.Signal(object)  # an id is larger than an int of Qt

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Gevonden papier of bestand")
        self.omgeving = omgeving
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self.kenmerk, self.nummer = QtWidgets.QLineEdit(), QtWidgets.QLineEdit()
        self.kenmerk.setObjectName("zoekkenmerkLineEdit")
        self.nummer.setObjectName("zoeknummerLineEdit")
        self.kenmerk.setMaxLength(60)
        self.nummer.setMaxLength(4)
        self.nummer.setFixedWidth(80)
        self.zoekknop = knop("Op&zoeken", self.zoek, icoon="search", naam="exemplaar_zoeken")
        self.bestandknop = knop(
            "&Bestand nagaan …", self.kies_bestand, icoon="shield-check", naam="bestand_nagaan"
        )
        for regel in (self.kenmerk, self.nummer):
            regel.returnPressed.connect(self.zoek)
        rij = QtWidgets.QWidget()
        stroom = StroomLayout(rij, ruimte=theme.RUIMTE[1])
        for tekst, regel in (("&Kenmerk", self.kenmerk), ("N&ummer", self.nummer)):
            kop = QtWidgets.QLabel(tekst)
            kop.setProperty("rol", "subkop")
            kop.setBuddy(regel)
            stroom.addWidget(kop)
            stroom.addWidget(regel)
        for doe in (self.zoekknop, self.bestandknop):
            stroom.addWidget(doe)
        self.inhoud.addWidget(rij)
        self.uitkomst = label("", "merk_goed")
        self.uitkomst.hide()
        self.inhoud.addWidget(self.uitkomst)

    def zoek(self) -> None:
        """By what stands on paper."""
        kenmerk, nummer = " ".join(self.kenmerk.text().split()), self.nummer.text().strip()
        if not kenmerk or not (nummer.isdecimal() or not nummer):
            self._zeg(_GEEN_KENMERK if not kenmerk else "Typ het nummer als getal.", goed=False)
            (self.nummer if kenmerk else self.kenmerk).setFocus()
            return
        with self.omgeving.store.reader() as r:
            rijen = exemplaren_met_kenmerk(r, kenmerk, int(nummer) if nummer else None)
        log_nagaan(self.omgeving.store, rijen[0].id if len(rijen) == 1 else None)
        self._zeg("\n".join(map(which, rijen)) or _NIETS, goed=bool(rijen))
        if len(rijen) == 1:
            self.gevonden.emit(rijen[0].id)

    def kies_bestand(self) -> None:
        """By the bytes of a file."""
        pad = messages.kies_bestand(self, "Welk bestand is gevonden?", FILTER)
        if pad is not None:
            self.bestandknop.setEnabled(False)
            self.omgeving.worker.run(lambda: _hash(pad), self._ga_na, self._niet_te_lezen)

    def _ga_na(self, sha256: str) -> None:
        self.bestandknop.setEnabled(True)
        with self.omgeving.store.reader() as r:
            exemplaar = exemplaar_met_hash(r, sha256)
            stuk = document_met_hash(r, sha256) if exemplaar is None else None
        log_nagaan(self.omgeving.store, exemplaar.id if exemplaar is not None else None)
        if exemplaar is not None:
            self._zeg(which(exemplaar), goed=True)
            self.gevonden.emit(exemplaar.id)
        elif stuk is not None:
            self._zeg(_ZELF.format(stuk=f"{midden_in_zin(stuk.titel)} {stuk.kenmerk}"), goed=False)
        else:
            self._zeg(_ONBEKEND, goed=False)

    def _niet_te_lezen(self, fout: Exception) -> None:
        self.bestandknop.setEnabled(True)
        if not isinstance(fout, OSError):
            raise fout
        self._zeg(_NIET_TE_LEZEN, goed=False)

    def _zeg(self, zin: str, *, goed: bool) -> None:
        self.uitkomst.setText(zin)
        theme.zet_eigenschap(self.uitkomst, "rol", "merk_goed" if goed else "gebrek")
        self.uitkomst.show()
        breng_in_beeld(self.uitkomst)


def which(e: Exemplaarregel) -> str:
    """Which copy it is, in one sentence."""
    hoe = "afgedrukt" if not e.bestand else "opgeslagen met wachtwoord" if e.versleuteld else "opgeslagen"
    wat = f"exemplaar {e.nummer} van {midden_in_zin(e.titel)} {e.kenmerk}"
    return f"Dit is {wat}, voor {e.houder}, {hoe} op {moment_lang(e.uitgegeven_op)}. {STANDEN[e.stand]}."


def _hash(pad: Path) -> str:
    if pad.stat().st_size > GROOTSTE:
        raise OSError("too large to be one of ours")
    return hash_van(pad.read_bytes())

# SPDX-License-Identifier: EUPL-1.2
"""Giving dossiers to another kluis: which, to whom, why; what stays is shown before there is a file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.overname import (
    EINDE,
    MEESTE_DOSSIERS,
    OVERDRACHT,
    SOORTEN,
    Meegave,
    beoordeel_meegave,
    bestandsnaam,
)
from gemeente_pga.domain.staten import label as stand
from gemeente_pga.handelingen.meegave import MELDER_GENOEMD, give
from gemeente_pga.store.queries.dossiers import dossierkop, lijst_dossiers
from gemeente_pga.store.queries.overname import Meegaand, pack
from gemeente_pga.store.queries.overname_melder import names_reporter
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_meegave import Ui_Meegave
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.pdf import read_bladen
from gemeente_pga.ui.screens.dossier_deel import knop, label, links, tussenkop
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.kaart import Kaart

CONCEPT = ("andere_kluis", "")
ONDERWEG = "meegave"  # kept while what stands in the register is not yet in a file: the ids of the dossiers
UITLEG = (
    "Het bestand heeft een eigen wachtwoord en is alleen met dit programma te lezen. Het hele dossier gaat "
    "mee, met de stukken zoals ze zijn vastgesteld. Heeft de ontvanger dit programma niet? Maak dan in het "
    "dossier een stuk voor de ontvanger en sla dat op als PDF met een wachtwoord."
)
_WACHTWOORD = (
    "Schrijf dit wachtwoord op en geef het langs een andere weg dan het bestand, bijvoorbeeld aan de "
    "telefoon. Het programma bewaart het niet."
)
_WAAROM = "U geeft hele dossiers mee aan een andere kluis. Het staat eerst in het register van elk dossier."
_GEWIJZIGD = "Er is intussen iets in deze dossiers veranderd. Kijk opnieuw wat meegaat."
_AFGEBROKEN = (
    "Het maken van een bestand is afgebroken: het programma ging op slot of ging dicht. In het register "
    "staat al dat u dit meegaf: {}. Is het bestand er niet? Maak het dan opnieuw."
)
_MEER = "Alleen de nieuwste 200 dossiers staan hier. Geef de andere daarna mee."


class Meegeven(Kaart):
    """First look at what goes, then make the file."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Dossiers meegeven aan een andere kluis")
        self.omgeving = omgeving
        self._meegave: Meegave | None = None
        self._gekeken: list[Meegaand] = []  # what was looked at: nothing else goes
        self._gegeven: list[Meegaand] = []  # in the register already, while there is no file yet
        self._eerder = ""  # as ONDERWEG, of a time before that nobody has looked at yet
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self._bouw_afgebroken()
        self.inhoud.addWidget(tussenkop("Welke dossiers"))
        vak = QtWidgets.QWidget()
        self._veld = QtWidgets.QLineEdit(vak)
        self.vinkjes = Vinkjes(vak, self._veld, kolom=True)
        self._veld.textChanged.connect(self._veranderd)
        self.meer = label(_MEER, "stil")
        vorm = QtWidgets.QWidget()
        self.ui = Ui_Meegave()
        self.ui.setupUi(vorm)
        Groei(self.ui.redenPlainTextEdit, 2)
        self.formulier = Formulier(vorm, omgeving)
        self.formulier.gewijzigd.connect(self._veranderd)
        self.ui.soortKeuzeGroep.zet_kolom(True)
        self.kijk_knop = knop("Kijken wat &meegaat", self.kijk, icoon="eye", naam="meegave_kijken")
        for deel in (vak, self.meer, vorm):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.kijk_knop))
        self._bouw_slot()

    def toon(self, r: Reader) -> None:
        """The dossiers by number: here too a list is no register of names."""
        koppen = lijst_dossiers(r, aantal=MEESTE_DOSSIERS + 1)
        self.meer.setVisible(len(koppen) > MEESTE_DOSSIERS)
        self.vinkjes.toon(
            [(k.id, f"{k.nummer} · {stand(k.soort, k.status)}") for k in koppen[:MEESTE_DOSSIERS]]
        )
        self.kijk_knop.setEnabled(bool(koppen))
        self._toon_afgebroken(r)
        if self.formulier.vuil:
            return
        vandaag = self.omgeving.vandaag()
        vul_keuzes(self.ui.soortKeuzeGroep, list(SOORTEN.items()))
        gronden = self.omgeving.kader.grondslagen("geven", op=vandaag)
        vul_keuzes(self.ui.grondslagComboBox, [(g.code, g.naam) for g in gronden])
        self.formulier.zet_concept(CONCEPT)
        self.formulier.vul(dict.fromkeys(self.formulier.velden()))
        self.formulier.herstel_concept()

    def kijk(self) -> None:
        """Judge the form, and say what goes and what stays; nothing has left the kluis yet."""
        self.slot.hide()
        gekozen = self.vinkjes.ids()
        meegave = self.formulier.beoordeel(lambda invoer: self._beoordeel(invoer, gekozen))
        if meegave is None:
            return
        if not gekozen:
            self.omgeving.window.meld("Vink eerst aan welke dossiers meegaan.", "fout")
            return
        with self.omgeving.store.reader() as r:
            stukken = [pack(r, dossier_id, meegave.soort, _tekst) for dossier_id in gekozen]
        self._meegave, self._gekeken, self._gegeven = meegave, stukken, []
        self.gaat.setText("\n".join(_regel(stuk) for stuk in stukken))
        self.blijft.setText("\n".join(f"– {zin}" for zin in _blijft(stukken)))
        self.wachtwoord.setText(self.omgeving.dienst.genereer_wachtzin())
        self.slot.show()
        self.maak_knop.setFocus()

    # ---- inside

    def _beoordeel(self, invoer: Mapping[str, object], gekozen: Sequence[int]) -> Meegave | list[Gebrek]:
        """Its words stand in front of the file: to another municipality they name no protected reporter."""
        meegave = beoordeel_meegave(invoer, self.omgeving.kader, self.omgeving.vandaag())
        if isinstance(meegave, list) or meegave.soort != OVERDRACHT:
            return meegave
        with self.omgeving.store.reader() as r:
            fout = [
                Gebrek(veld, f"{MELDER_GENOEMD} Schrijf het anders.")
                for veld in ("ontvanger", "contact", "reden")
                if names_reporter(r, gekozen, getattr(meegave, veld))
            ]
        return fout or meegave

    def _toon_afgebroken(self, r: Reader) -> None:
        """Say what stands in the register without a file, when the program ended in between."""
        rij = r.value("SELECT inhoud FROM concept WHERE soort = ?", ONDERWEG) if not self._gegeven else None
        ids = dict.fromkeys(map(int, str(rij or "").split()))
        koppen = [kop for dossier_id in ids if (kop := dossierkop(r, dossier_id))]
        self.afgebroken_zin.setText(_AFGEBROKEN.format(", ".join(kop.nummer for kop in koppen)))
        self.afgebroken.setVisible(bool(koppen))

    def _is_nagekeken(self) -> None:
        self.omgeving.store.discard_concept(ONDERWEG)
        self.afgebroken.hide()
        self.omgeving.window.meld("Genoteerd: u hebt nagekeken of het bestand er is.", "goed")

    def _bouw_afgebroken(self) -> None:
        self.afgebroken = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.afgebroken)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.afgebroken_zin = label("", "let_op")
        self.nagekeken_knop = knop("N&agekeken", self._is_nagekeken, naam="meegave_nagekeken")
        kolom.addWidget(self.afgebroken_zin)
        kolom.addLayout(links(self.nagekeken_knop))
        self.afgebroken.hide()
        self.inhoud.addWidget(self.afgebroken)

    def _bouw_slot(self) -> None:
        self.slot = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.slot)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.gaat, self.blijft = label(""), label("")
        self.wachtwoord = QtWidgets.QLineEdit()
        self.wachtwoord.setObjectName("meegave_wachtwoord")
        self.wachtwoord.setAccessibleName("Wachtwoord van het bestand")
        self.maak_knop = knop(
            "&Bestand maken …", self._vraag, rol="primair", icoon="download", naam="meegave_maken"
        )
        for deel in (
            tussenkop("Dit gaat mee"), self.gaat,
            tussenkop("Dit blijft hier"), self.blijft,
            tussenkop("Wachtwoord van het bestand"), self.wachtwoord, label(_WACHTWOORD, "hulp"),
        ):  # fmt: skip
            kolom.addWidget(deel)
        kolom.addLayout(links(self.maak_knop))
        self.slot.hide()
        self.inhoud.addWidget(self.slot)

    def _veranderd(self) -> None:
        """What was looked at is not what would go now."""
        self._gekeken, self._gegeven = [], []
        self.slot.hide()

    def _vraag(self) -> None:
        meegave, wachtwoord = self._meegave, self.wachtwoord.text().strip()
        if meegave is None:
            return
        oordeel = self.omgeving.dienst.beoordeel_wachtzin(wachtwoord)
        if isinstance(oordeel, Gebrek):
            self.omgeving.window.meld(oordeel.melding.replace("wachtzin", "wachtwoordzin"), "fout")
            self.wachtwoord.setFocus()
            return
        naam = bestandsnaam(self.omgeving.vandaag())
        doel = messages.bewaar_als(self, "Waar wilt u het bestand opslaan?", naam, f"Dossiers (*{EINDE})")
        if doel is not None:
            self.omgeving.window.bevestig(_WAAROM, lambda: self._maak(doel, meegave, wachtwoord))

    def _maak(self, doel: Path, meegave: Meegave, wachtwoord: str) -> None:
        """First the register, then the file; what stands there already is not registered again."""
        omgeving, op = self.omgeving, self.omgeving.vandaag()
        try:
            stukken = self._gegeven or self._geef(meegave)
        except Storing as storing:
            omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        if not stukken:
            self.slot.hide()
            omgeving.window.meld(_GEWIJZIGD, "fout")
            return
        self._gegeven = stukken
        self.maak_knop.setEnabled(False)
        beheer, afzender = omgeving.dienst.pakketten, stukken[0].aanbieding.gemeente
        omgeving.worker.run(
            lambda: beheer.schrijf(doel, wachtwoord, meegave, stukken, afzender=afzender, op=op),
            lambda _niets: self._klaar(doel, len(stukken)),
            self._mislukt,
        )

    def _geef(self, meegave: Meegave) -> list[Meegaand]:
        """Give what was looked at; nothing when that is not what would go now."""
        store, ids = self.omgeving.store, [stuk.dossier_id for stuk in self._gekeken]
        with store.reader() as r:
            nu = [pack(r, dossier_id, meegave.soort, _tekst).aanbieding for dossier_id in ids]
        if not nu or nu != [stuk.aanbieding for stuk in self._gekeken]:
            return []
        stukken = give(store, ids, meegave, op=self.omgeving.vandaag(), lees_pdf=_tekst)
        self._eerder = store.concept(ONDERWEG) or ""
        store.save_concept(ONDERWEG, "", " ".join([*self._eerder.split(), *map(str, ids)]))
        return stukken

    def _klaar(self, doel: Path, aantal: int) -> None:
        self.maak_knop.setEnabled(True)
        self.omgeving.store.save_concept(ONDERWEG, "", self._eerder)
        self.formulier.vergeet_concept()
        self.formulier.wis()
        self._veld.clear()
        self.wachtwoord.clear()
        self.slot.hide()
        wat = "1 dossier" if aantal == 1 else f"{aantal} dossiers"
        self.omgeving.window.meld(
            f"Opgeslagen: {doel} ({wat}). Het dossier blijft hier tot u het antwoord vastlegt.", "goed"
        )

    def _mislukt(self, fout: Exception) -> None:
        self.maak_knop.setEnabled(True)
        if not isinstance(fout, Storing):
            raise fout
        zin = f"{fout.melding} {fout.raad} In het register staat al dat u het meegaf; probeer het opnieuw."
        self.omgeving.window.meld(zin, "fout")


def _tekst(pdf: bytes) -> tuple[str, ...]:
    return tuple(blad.tekst for blad in read_bladen(pdf))


def _regel(stuk: Meegaand) -> str:
    a = stuk.aanbieding
    return f"{a.nummer} · {tellingen(a.signalen, a.wegingen, a.overleggen, a.documenten, a.bijlagen)}"


def tellingen(signalen: int, wegingen: int, overleggen: int, documenten: int, bijlagen: int) -> str:
    """So many of each, in words; what is not there is left out."""
    paren = (
        (signalen, "signaal", "signalen"),
        (wegingen, "weging", "wegingen"),
        (overleggen, "bespreking", "besprekingen"),
        (documenten, "stuk", "stukken"),
        (bijlagen, "bijlage", "bijlagen"),
    )
    return ", ".join(f"{n} {een if n == 1 else meer}" for n, een, meer in paren if n)


def _blijft(stukken: list[Meegaand]) -> list[str]:
    return list(dict.fromkeys(zin for stuk in stukken for zin in stuk.weggelaten))

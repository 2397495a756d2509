# SPDX-License-Identifier: EUPL-1.2
"""Taking a kluis in from a stick: read and compared first, and then the user says which one leads.

Nothing is merged. Hides that the answer is mostly plain: when nothing was recorded here, there is nothing to
choose.
"""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.tekst import getal
from gemeente_pga.domain.waarneming import (
    REDENEN_KEUZE,
    Kant,
    Schakel,
    Stand,
    Teruggave,
    Toestand,
    Uitkomst,
    advies,
)
from gemeente_pga.handelingen.waarneming import take_in
from gemeente_pga.store.queries.journaal import act_zin
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_waarneming_keuze import Ui_WaarnemingKeuze
from gemeente_pga.ui.forms.ui_wachtzin_wijzigen import Ui_WachtzinWijzigen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.screens.waarneming_lijst import handelingenlijst, wanneer
from gemeente_pga.ui.widgets.kaart import Kaart

_BIJ = frozenset(Toestand) - {Toestand.TE_BEGINNEN, Toestand.WAARNEMING}
_EERST = frozenset({Toestand.UITGEGEVEN, Toestand.HERVAT})  # elsewhere another button is the main one
_TITEL = {True: "Nieuwe uitgifte overnemen", False: "Kluis terugnemen"}
_OOK = (
    "Komt een waarnemer later nog met een stick, of werkt u met een back-up van voor de uitgifte? Lees dan "
    "hier wat op de stick staat. Er verandert nog niets."
)
_UITLEG = {
    True: "Neemt u opnieuw waar? Lees de nieuwe overdrachtsstick. De kluis die hier nu staat gaat opzij.",
    False: "Steek de stick van de waarnemer in de computer. Het programma leest de kopie, kijkt het hele "
    "journaal na en vergelijkt. Er verandert nog niets.",
}
_SLOT = "De kluis van nu gaat opzij; er wordt niets overschreven. Daarna gaat het programma op slot."
_NIET_GEGEVEN = (
    "Let op: deze kopie is niet teruggegeven. De waarnemer kan er nog in vastleggen. Spreek eerst af dat dat "
    "niet meer gebeurt."
)


class TerugnemenKaart(Kaart):
    """Ask for the stick, show what is on it, choose. klaar: it was settled with the kluis here leading.

    gelezen: a stick was read (True) or is not any more; then the button here is the main one of the page.
    """

    klaar = QtCore.Signal()
    gelezen = QtCore.Signal(bool)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(_TITEL[False])
        self.omgeving = omgeving
        self.teruggave: Teruggave | None = None
        self.setProperty("eigen_formulier", True)
        self._bouw_vraag()
        self._bouw_uitkomst()
        self.wis()

    def toon_bij(self, toestand: Toestand) -> None:
        """In sight as long as there is something to take in."""
        self.setVisible(toestand in _BIJ)
        opnieuw = toestand is Toestand.TERUGGEGEVEN
        self.zet_titel(_TITEL[opnieuw])
        self.uitleg.setText(_OOK if toestand is Toestand.HIER else _UITLEG[opnieuw])
        eerst = toestand in _EERST
        theme.zet_eigenschap(self.lees_knop, "rol", "primair" if eerst else "")

    def wis(self) -> None:
        """Back to the question; what was read is forgotten."""
        self.teruggave = None
        self.oud.wis()
        self.keuze.wis()
        self.omgeving.dienst.waarneming.vergeet()
        self._toon(gelezen=False)

    # ---- reading

    def lees(self) -> None:
        """Ask for the folder and read it."""
        zin = str(self.oud.lees()["oud"])
        self.oud.toon_gebreken([] if zin else [Gebrek("oud", "Vul uw wachtzin van nu in.")])
        map_ = messages.kies_map(self, "In welke map op de stick staat de kopie?") if zin else None
        if map_ is not None:
            self.omgeving.window.onderhoud(
                "De kopie wordt gelezen, nagekeken en vergeleken. Dat kan even duren…",
                lambda: self.omgeving.dienst.waarneming.lees_teruggave(Path(map_), zin),
                self._is_gelezen,
                self._lezen_mislukt,
            )

    def _lezen_mislukt(self, fout: Exception) -> None:
        if not isinstance(fout, Storing):
            raise fout
        self.oud.toon_gebreken([Gebrek("oud", f"{fout.melding} {fout.raad}".strip())])

    def _is_gelezen(self, teruggave: Teruggave) -> None:
        self.oud.wis()
        self.teruggave = teruggave
        v = teruggave.vergelijking
        self.bevinding.setText(zin_bevinding(teruggave))
        self.waarschuwing.setVisible(teruggave.stand is Stand.BEGONNEN)
        for lijst, kop, schakels, waar in (
            (self.hier, self.hier_kop, v.hier, "Alleen hier"),
            (self.daar, self.daar_kop, v.daar, "Alleen op de stick"),
        ):
            lijst.toon(schakels)
            kop.setText(_kop(waar, schakels))
            zichtbaar = bool(schakels) and v.uitkomst is not Uitkomst.DAAR_VERDER
            lijst.setVisible(zichtbaar)
            kop.setVisible(zichtbaar)
        self._vul_keuze(teruggave)
        self._toon(gelezen=True)
        self.doe_knop.setFocus()

    def _vul_keuze(self, teruggave: Teruggave) -> None:
        vraagt = self._vraagt(teruggave)
        self.keuze_vak.setVisible(vraagt)
        kanten = [(Kant.DAAR.value, "Die op de stick"), (Kant.HIER.value, "Die op deze computer")]
        vul_keuzes(self.keuze_ui.leidendKeuzeGroep, kanten if teruggave.kan_leiden else kanten[1:])
        vul_keuzes(self.keuze_ui.redenKeuzeGroep, REDENEN_KEUZE)
        woord = "Nieuwe uitgifte overnemen" if teruggave.stand is Stand.VOORBEREID else "Kluis terugnemen"
        self.doe_knop.setText("Vastleggen welke kluis leidt" if vraagt else woord)

    def _vraagt(self, t: Teruggave) -> bool:
        """Is there anything to choose?"""
        if t.stand is Stand.VOORBEREID:
            return False
        gewoon = t.vergelijking.uitkomst is Uitkomst.DAAR_VERDER and t.stand is Stand.TERUGGEGEVEN
        return not (gewoon and t.kan_leiden)

    # ---- choosing

    def doe(self) -> None:
        """What was chosen, or what goes without saying."""
        t = self.teruggave
        if t is None:
            return
        kant, reden = advies(t), "" if t.stand is Stand.VOORBEREID else REDENEN_KEUZE[0][0]
        if self._vraagt(t):
            invoer = self.keuze.lees()
            gebreken = [
                Gebrek(veld, zin)
                for veld, zin in (
                    ("leidend", "Kies welke kluis voortaan leidt."),
                    ("reden", "Kies waarom u deze kiest."),
                )
                if not invoer[veld]
            ]
            self.keuze.toon_gebreken(gebreken)
            if gebreken:
                return
            kant, reden = Kant(str(invoer["leidend"])), str(invoer["reden"])
        if kant is Kant.DAAR:
            self._neem_over(reden)
        else:
            self._houd_hier(t, reden)

    def _neem_over(self, reden: str) -> None:
        self.omgeving.window.onderhoud(
            "De kluis wordt klaargezet en nagekeken. Zet de computer niet uit…",
            lambda: self.omgeving.dienst.waarneming.neem_over(reden),
            lambda _niets: self._rond_af(),
            self._mislukt,
        )

    def _rond_af(self) -> None:
        try:
            self.omgeving.dienst.waarneming.rond_overname_af()
        except Storing as storing:
            self._mislukt(storing)
            return
        self.omgeving.window.vergrendel()

    def _houd_hier(self, t: Teruggave, reden: str) -> None:
        v = t.vergelijking
        take_in(
            self.omgeving.store,
            Kant.HIER,
            reden,
            gemeenschappelijk=v.gemeenschappelijk,
            alleen_ander=v.alleen_daar,
            nu=self.omgeving.nu(),
        )
        self.omgeving.dienst.waarneming.houd_hier()
        self.wis()
        self.klaar.emit()
        over = " Hieronder staat wat opnieuw moet worden ingevoerd." if v.daar else ""
        self.omgeving.window.meld(f"De kluis hier leidt. De kopie van de stick ligt opzij.{over}", "goed")

    def _mislukt(self, fout: Exception) -> None:
        self.wis()
        if not self.omgeving.store.is_open:
            self.omgeving.window.vergrendel()
        if not isinstance(fout, Storing):
            raise fout
        self.omgeving.window.meld(f"{fout.melding} {fout.raad}".strip(), "fout")

    # ---- building

    def _bouw_vraag(self) -> None:
        self.vraag = QtWidgets.QWidget(self)
        indeling = _kolom(self.vraag)
        self.uitleg = regel(_UITLEG[False], "stil")
        indeling.addWidget(self.uitleg)
        vak = QtWidgets.QWidget(self)
        Ui_WachtzinWijzigen().setupUi(vak)
        indeling.addWidget(vak)
        self.oud = Formulier(vak, self.omgeving)
        self.lees_knop = QtWidgets.QPushButton("Stick lezen en vergelijken …", self)
        self.lees_knop.setProperty("rol", "primair")
        self.lees_knop.clicked.connect(self.lees)
        indeling.addLayout(_rij(self.lees_knop))
        self.inhoud.addWidget(self.vraag)

    def _bouw_uitkomst(self) -> None:
        self.uitkomst = QtWidgets.QWidget(self)
        indeling = _kolom(self.uitkomst)
        self.bevinding, self.waarschuwing = regel(""), regel(_NIET_GEGEVEN, "merk_let_op")
        self.hier_kop, self.daar_kop = regel("", "subkop"), regel("", "subkop")
        self.hier = handelingenlijst(self, "Alleen hier vastgelegd")
        self.daar = handelingenlijst(self, "Alleen op de stick vastgelegd")
        self.keuze_vak = QtWidgets.QWidget(self)
        self.keuze_ui = Ui_WaarnemingKeuze()
        self.keuze_ui.setupUi(self.keuze_vak)
        for groep in (self.keuze_ui.leidendKeuzeGroep, self.keuze_ui.redenKeuzeGroep):
            groep.zet_kolom(True)
        for deel in (
            self.bevinding,
            self.waarschuwing,
            self.hier_kop,
            self.hier,
            self.daar_kop,
            self.daar,
            self.keuze_vak,
        ):
            indeling.addWidget(deel)
        self.keuze = Formulier(self.keuze_vak, self.omgeving)
        self.doe_knop = QtWidgets.QPushButton(self)
        self.doe_knop.setProperty("rol", "primair")
        self.doe_knop.clicked.connect(self.doe)
        niet = QtWidgets.QPushButton("Niet doen", self)
        niet.setProperty("rol", "plat")
        niet.clicked.connect(self.wis)
        indeling.addLayout(_rij(self.doe_knop, niet))
        self.inhoud.addWidget(self.uitkomst)

    def _toon(self, *, gelezen: bool) -> None:
        self.vraag.setVisible(not gelezen)
        self.uitkomst.setVisible(gelezen)
        self.gelezen.emit(gelezen)


def zin_bevinding(t: Teruggave) -> str:
    """What the comparison means, in a few sentences."""
    v = t.vergelijking
    if t.stand is Stand.VOORBEREID:
        return f"Op de stick staat een nieuwe uitgifte. {_SLOT} Open hem dan met uw eigen wachtzin."
    if not t.kan_leiden:
        return (
            "De kopie op de stick heeft een oudere hoofdsleutel en kan niet leiden. Wat alleen daar is "
            "vastgelegd, komt in een lijst om opnieuw in te voeren."
        )
    match v.uitkomst:
        case Uitkomst.DAAR_VERDER:
            return (
                f"De kopie klopt. Bij de waarnemer is {_keer(len(v.daar))} iets vastgelegd; dat komt mee. "
                f"Hier is sinds de uitgifte alleen gekeken. {_SLOT}"
            )
        case Uitkomst.HIER_VERDER:
            return (
                "Op de stick is niets vastgelegd dat hier ontbreekt. Hier is sinds de uitgifte "
                f"{_keer(len(v.hier))} iets vastgelegd. Laat de kluis op deze computer leiden."
            )
    return (
        "Er zijn nu twee kluizen waarin na de uitgifte iets is vastgelegd. Het programma voegt ze nooit "
        "samen. Kies welke leidt. Wat alleen in de andere staat, komt in een lijst om opnieuw in te voeren. "
        "De andere kluis gaat opzij; er wordt niets overschreven."
    )


def _keer(aantal: int) -> str:
    return f"{getal(aantal)} keer"


def _kop(waar: str, schakels: tuple[Schakel, ...]) -> str:
    if not schakels:
        return ""
    s = schakels[-1]
    return (
        f"{waar}: {getal(len(schakels))}. Het laatst: {act_zin(s.code)}, {wanneer(s)}, {s.wie or 'onbekend'}"
    )


def _kolom(deel: QtWidgets.QWidget) -> QtWidgets.QVBoxLayout:
    kolom = QtWidgets.QVBoxLayout(deel)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(theme.RUIMTE[1])
    return kolom


def _rij(*knoppen: QtWidgets.QPushButton) -> QtWidgets.QHBoxLayout:
    rij = QtWidgets.QHBoxLayout()
    for knop in knoppen:
        rij.addWidget(knop)
    rij.addStretch(1)
    return rij

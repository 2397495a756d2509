# SPDX-License-Identifier: EUPL-1.2
"""Toezicht: what the functionaris gegevensbescherming looked at, the samples, and the recorded controls.

The FG draws samples and records controls here, and nothing else. The coordinator reads and prints.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.fg import SOORTEN, UITKOMSTEN, beoordeel_opvolging, beoordeel_toets
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.handelingen.fg import draw_steekproef, record_opvolging, register_toets
from gemeente_pga.store.queries import fg as queries
from gemeente_pga.store.queries.fg import Kijkmoment, Steekproef, Steekproefdossier, Toetsrij
from gemeente_pga.store.queries.fgstuk import toezichtstuk
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_fg_opvolging import Ui_FgOpvolging
from gemeente_pga.ui.forms.ui_fg_toets import Ui_FgToets
from gemeente_pga.ui.meekijken import MAG
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.rolblad import Rolblad, maak_leesbaar
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste, focus_vorm
from gemeente_pga.ui.widgets.veld import geef_ruimte

R = TypeVar("R")
_SOORT, _UITKOMST = dict(SOORTEN), dict(UITKOMSTEN)
_GEEN_STEEKPROEF = "Er is nog geen steekproef getrokken."
_GEEN_TOETS = "Er is nog geen logcontrole of juridische toets vastgelegd."
_NIET_GEKEKEN = "De FG heeft nog niet in deze kluis gekeken."


class ToezichtScherm(Scherm):
    """As the coordinator sees it, opened from Controle."""

    code = "toezicht"
    titel = "Toezicht door de FG"
    wegwijzersleutel = "toezicht"
    tabellen = frozenset({"handeling"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.paneel: Formulierpaneel | None = None
        self._inhoud = QtWidgets.QVBoxLayout()
        self._inhoud.setSpacing(theme.RUIMTE[3])
        vel = QtWidgets.QWidget()
        vel.setLayout(self._inhoud)
        self._inhoud.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[3], theme.RUIMTE[4], theme.RUIMTE[4])
        self.rol = rol = Rolblad(vel)
        rol.setAccessibleName(self.titel)
        maak_leesbaar(rol, aan=not omgeving.alleen_kijken)
        buiten = QtWidgets.QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(rol)
        self._bouw()
        self._inhoud.addStretch(1)

    def herlaad(self) -> None:
        """Read everything anew."""
        with self.omgeving.store.reader() as r:
            toetsen, momenten = queries.toetsen(r), queries.kijkmomenten(r)
            self._toon_steekproeven(queries.steekproeven(r))
        self._vul(self.toetslijst, self.toetsleeg, toetsen)
        self._vul(self.kijklijst, self.kijkleeg, momenten)
        if not self.omgeving.alleen_kijken:
            self.drukknop.setEnabled(bool(toetsen or momenten))
            self.opvolgknop.setVisible(bool(toetsen) and self.paneel is None)

    def naar_veld(self, veld: str) -> None:
        """From Bureau: to the first control that waits for its follow-up, and the button for it."""
        if veld != "opvolging" or self.omgeving.alleen_kijken:
            super().naar_veld(veld)
            return
        wacht = next((r for r in self.toetslijst.rijen() if isinstance(r, Toetsrij) and r.wacht), None)
        if wacht is not None:
            self.toetslijst.kies(wacht.id)
        self.opvolgknop.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def eerste_focus(self) -> None:
        """To the first list or button, or to the page itself: then there is nothing here but reading."""
        if not focus_eerste(self):
            self.rol.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # ---- building

    def _bouw(self) -> None:
        self._bouw_steekproef()
        self._bouw_toetsen()
        kaart = self._kaart("Wat de FG heeft bekeken")
        self.kijklijst, self.kijkleeg = _lijst(
            kaart,
            "Wat de FG heeft bekeken",
            _NIET_GEKEKEN,
            [
                Kolom[Kijkmoment]("Wanneer", _wanneer),
                Kolom[Kijkmoment]("Wat", lambda k: k.zin, rek=True),
                Kolom[Kijkmoment]("Dossier", lambda k: k.nummer or "–"),
                Kolom[Kijkmoment]("Reden", self._reden),
                Kolom[Kijkmoment]("Wie", lambda k: k.wie or "–"),
            ],
        )

    def _bouw_steekproef(self) -> None:
        kaart = self.steekproefkaart = self._kaart("Steekproef")
        self.steekproefzin = regel("")
        kaart.inhoud.addWidget(self.steekproefzin)
        self.steekproeflijst, self.steekproefleeg = _lijst(
            kaart,
            "Dossiers in de steekproef",
            _GEEN_STEEKPROEF,
            [
                Kolom[Steekproefdossier]("Dossier", lambda d: d.nummer, rek=True),
                Kolom[Steekproefdossier]("Bekeken", lambda d: "ja" if d.gezien else "nog niet"),
            ],
        )
        self.steekproeflijst.geopend.connect(lambda d: self.omgeving.window.open("dossier", d.dossier_id))

    def _bouw_toetsen(self) -> None:
        kaart = self._kaart("Vastgelegde controles")
        self.toetslijst, self.toetsleeg = _lijst(
            kaart,
            "Vastgelegde controles",
            _GEEN_TOETS,
            [
                Kolom[Toetsrij]("Datum", lambda t: datum_kort(t.inhoud.datum)),
                Kolom[Toetsrij]("Wat", lambda t: _SOORT[t.inhoud.soort]),
                Kolom[Toetsrij]("Bekeken", lambda t: t.inhoud.bekeken, rek=True),
                Kolom[Toetsrij]("Uitkomst", lambda t: _UITKOMST[t.inhoud.uitkomst], rek=True),
                Kolom[Toetsrij]("Wie", lambda t: t.wie or "–"),
                Kolom[Toetsrij]("Opvolging", _opvolging, kort="Gedaan"),
            ],
        )
        self.toetszin = regel("")
        self.toetszin.hide()
        kaart.inhoud.addWidget(self.toetszin)
        self.toetslijst.gekozen.connect(self._toon_toets)
        if not self.omgeving.alleen_kijken:
            self.drukknop = _knop("&Overzicht op één bladzijde", self._maak_stuk, icoon="printer")
            self.opvolgknop = _knop("Op&volging vastleggen …", self.volg_op, icoon="check")
            rij = _links(self.drukknop)
            rij.insertWidget(1, self.opvolgknop)
            kaart.inhoud.addLayout(rij)
            self.opvolgkaart = kaart

    def _kaart(self, titel: str) -> Kaart:
        kaart = Kaart(titel, self)
        self._inhoud.addWidget(kaart)
        return kaart

    # ---- showing

    def _toon_steekproeven(self, steekproeven: tuple[Steekproef, ...]) -> None:
        laatste = steekproeven[0] if steekproeven else None
        dossiers = laatste.dossiers if laatste else ()
        self._vul(self.steekproeflijst, self.steekproefleeg, dossiers)
        if laatste is not None:
            getrokken = f"Getrokken op {moment_kort(laatste.op)}: {laatste.gevraagd} van {laatste.uit}"
            weg = laatste.gevraagd - len(dossiers)
            daarna = f" Daarvan zijn er {weg} intussen vernietigd." if weg else ""
            self.steekproefzin.setText(
                f"{getrokken} {'dossier' if laatste.uit == 1 else 'dossiers'}, door toeval gekozen.{daarna}"
            )
        self.steekproefzin.setVisible(laatste is not None)

    def _vul(self, lijst: Lijst, leeg: QtWidgets.QLabel, rijen: Sequence[object]) -> None:
        lijst.toon(rijen)
        pas_hoogte_aan(lijst, len(rijen))
        lijst.setVisible(bool(rijen))
        leeg.setVisible(not rijen)

    def _toon_toets(self, rij: object) -> None:
        if not isinstance(rij, Toetsrij):
            return
        delen = [f"Bekeken: {rij.inhoud.bekeken}"]
        if rij.inhoud.toelichting:
            delen.append(f"Toelichting: {rij.inhoud.toelichting}")
        if rij.nummers:
            delen.append(f"Steekproef: {', '.join(rij.nummers)}")
        delen += [f"Gedaan op {datum_kort(o.op)} door {o.door}: {o.wat}" for o in rij.opvolging]
        self.toetszin.setText("\n".join(delen))
        self.toetszin.show()

    def _reden(self, moment: Kijkmoment) -> str:
        for lijst in self.omgeving.kader.codelijsten:
            for code in lijst.waarden:
                if code.code == moment.reden and lijst.code.startswith("reden"):
                    return code.naam
        return moment.reden

    # ---- what was done with it

    def volg_op(self) -> None:
        """The form for the control that is chosen, or for the first that waits."""
        rijen = [rij for rij in self.toetslijst.rijen() if isinstance(rij, Toetsrij)]
        gekozen = self.toetslijst.rij()
        rij = gekozen if isinstance(gekozen, Toetsrij) else next((r for r in rijen if r.wacht), rijen[0])
        omgeving = self.omgeving
        titel = f"Opvolging van de controle van {datum_kort(rij.inhoud.datum)}"
        paneel = Formulierpaneel(
            omgeving, titel, Ui_FgOpvolging(), naam="opvolging", knop="Opvolging vastleggen"
        )
        paneel.stel_in(
            lambda invoer: beoordeel_opvolging(invoer, omgeving.vandaag(), toets=rij.inhoud),
            lambda gedaan, concept: record_opvolging(omgeving.store, rij.id, gedaan, concept=concept),
        )
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.sluit()
        self.paneel = paneel
        self.opvolgkaart.inhoud.addWidget(paneel)
        waarden = {"wat": "", "door": "", "op": omgeving.vandaag()}
        paneel.toon((self.code, f"opvolging_{rij.id}"), waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self.opvolgknop.hide()
        focus_vorm(paneel.vorm)

    def sluit(self) -> None:
        """Back to the lists; what was typed stays."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel = None
        self.herlaad()

    # ---- on paper

    def _maak_stuk(self) -> None:
        with self.omgeving.store.reader() as r:
            stuk = toezichtstuk(r, self.omgeving.kader, self.omgeving.vandaag())
        document_id = freeze(self.omgeving.store, stuk, op=self.omgeving.vandaag())
        maak_af(self.omgeving, lambda: self.omgeving.window.open("document", document_id))


class FgToezicht(ToezichtScherm):
    """As the FG sees it: a place of its own, with the two things an FG records."""

    railicoon = "scale"
    titel = "Toezicht"

    def _bouw_steekproef(self) -> None:
        super()._bouw_steekproef()
        self.aantal = QtWidgets.QSpinBox()
        self.aantal.setRange(1, 999)
        self.aantal.setValue(5)
        self.aantal.setObjectName("aantalSpinBox")
        geef_ruimte(self.aantal)
        label = QtWidgets.QLabel("&Hoeveel dossiers?")
        label.setBuddy(self.aantal)
        label.setProperty("rol", "subkop")
        knop = _knop("&Steekproef trekken", self._trek, icoon="list-checks")
        rij = QtWidgets.QHBoxLayout()
        rij.setSpacing(theme.RUIMTE[2])
        for deel in (label, self.aantal, knop):
            rij.addWidget(deel)
        rij.addStretch(1)
        self.aantalgebrek = regel("", "gebrek")
        self.aantalgebrek.hide()
        self.steekproefkaart.inhoud.insertLayout(1, rij)
        self.steekproefkaart.inhoud.insertWidget(2, self.aantalgebrek)

    def _bouw_toetsen(self) -> None:
        kaart = self._kaart("Logcontrole of juridische toets vastleggen")
        vak = QtWidgets.QWidget(kaart)
        self.ui = Ui_FgToets()
        self.ui.setupUi(vak)
        kaart.inhoud.addWidget(vak)
        self.formulier = Formulier(vak, self.omgeving, voor_fg=True)
        vul_keuzes(self.ui.soortKeuzeGroep, SOORTEN)
        vul_keuzes(self.ui.uitkomstKeuzeGroep, UITKOMSTEN)
        self.formulier.vul({"datum": self.omgeving.vandaag()})
        kaart.inhoud.addLayout(_links(_knop("&Vastleggen", self.vastleggen, primair=True)))
        super()._bouw_toetsen()

    def _toon_steekproeven(self, steekproeven: tuple[Steekproef, ...]) -> None:
        super()._toon_steekproeven(steekproeven)
        keuzes = [(s.id, f"{moment_kort(s.op)}: {s.gevraagd} van {s.uit}") for s in steekproeven]
        if [self.ui.steekproef_idComboBox.itemData(n + 1) for n in range(len(keuzes))] != [
            k for k, _ in keuzes
        ]:
            vul_keuzes(self.ui.steekproef_idComboBox, keuzes)
            self.ui.steekproef_idComboBox.setItemText(0, "Geen steekproef")

    def vastleggen(self) -> None:
        """The one thing an FG writes: what was looked at, and the outcome."""
        vandaag: date = self.omgeving.vandaag()
        toets = self.formulier.beoordeel(lambda invoer: beoordeel_toets(invoer, vandaag))
        if toets is None:
            return
        with self.formulier.wordt_vastgelegd():
            register_toets(self.omgeving.store, toets)
        self.formulier.wis()
        self.formulier.vul({"datum": vandaag})
        self.omgeving.window.meld(f"{_SOORT[toets.soort]} vastgelegd.", "goed")

    def _trek(self) -> None:
        uitkomst = draw_steekproef(self.omgeving.store, self.aantal.value())
        fout = uitkomst.melding if isinstance(uitkomst, Gebrek) else ""
        self.aantalgebrek.setText(fout)
        self.aantalgebrek.setVisible(bool(fout))
        if not fout:
            self.omgeving.window.meld("Steekproef getrokken. Open een dossier met Enter.", "goed")


def _opvolging(rij: Toetsrij) -> str:
    if rij.opvolging:
        return datum_kort(rij.opvolging[-1].op)
    return "nog niet" if rij.wacht else "–"


def _wanneer(moment: Kijkmoment) -> str:
    lokaal = moment.tijd.astimezone()
    return f"{datum_kort(lokaal.date())}, {lokaal:%H.%M}"


def _lijst(
    kaart: Kaart, naam: str, leeg: str, kolommen: Sequence[Kolom[R]]
) -> tuple[Lijst, QtWidgets.QLabel]:
    lijst = Lijst()
    lijst.setAccessibleName(naam)
    lijst.stel_in(kolommen, sleutel=lambda rij: getattr(rij, "id", None) or getattr(rij, "n", rij))
    zin = regel(leeg, "stil")
    kaart.inhoud.addWidget(lijst)
    kaart.inhoud.addWidget(zin)
    return lijst, zin


def _knop(
    tekst: str, doe: Callable[[], object], *, primair: bool = False, icoon: str = ""
) -> QtWidgets.QPushButton:
    knop = QtWidgets.QPushButton(tekst)
    knop.setProperty(MAG, True)
    if primair:
        knop.setProperty("rol", "primair")
    if icoon:
        theme.zet_icoon(knop, icoon)
    knop.clicked.connect(lambda _aan=False: doe())
    return knop


def _links(knop: QtWidgets.QPushButton) -> QtWidgets.QHBoxLayout:
    rij = QtWidgets.QHBoxLayout()
    rij.addWidget(knop)
    rij.addStretch(1)
    return rij

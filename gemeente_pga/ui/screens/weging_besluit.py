# SPDX-License-Identifier: EUPL-1.2
"""Part of the weging: the decision with the stance of each party, and making it final.

Making final: what is missing, what will happen, the leak check, the act, the casus, the paper.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.kader import WEGING
from gemeente_pga.domain.stukken import Stuk
from gemeente_pga.domain.weegregels import gevolgen
from gemeente_pga.domain.weging import (
    DOORGELEID,
    NADERE_INFORMATIE,
    OPNEMEN,
    OVERDRAGEN,
    VOORLOPIG,
    Tafelpartij,
    Weegbesluit,
    beoordeel_besluit,
    beoordeel_tafelpartij,
)
from gemeente_pga.handelingen.casus import open_casus
from gemeente_pga.handelingen.weging import record_besluit, vaststellen, weegverslag_stuk
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_weging_besluit import Ui_WegingBesluit
from gemeente_pga.ui.forms.ui_weging_standpunt import Ui_WegingStandpunt
from gemeente_pga.ui.lekcontrole import Gecontroleerd, TeControleren, controleer
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.weging_deel import Deel, Weegblad
from gemeente_pga.ui.screens.weging_informatie import SIGNAALREGELS
from gemeente_pga.ui.widgets.formulierdeel import vul_eens
from gemeente_pga.ui.widgets.koppelzin import koppelzin
from gemeente_pga.ui.widgets.lekpaneel import Lekpaneel

STANDPUNT = ("standpunt", "standpunt_toelichting", "standpunt_op", "kanaal")
WACHTTERMIJN = "nadere_informatie"


class Standpuntrij(QtWidgets.QWidget):
    """What one party thinks of the decision, since when, and how it said so."""

    def __init__(self, omgeving: Omgeving, blad: Weegblad, partij: Tafelpartij) -> None:
        super().__init__()
        self.partij = partij
        self.setProperty("eigen_formulier", True)
        self.ui = Ui_WegingStandpunt()
        self.ui.setupUi(self)
        naam = blad.partijnaam(partij.partij_id)
        self.ui.partijLabel.setText(f"{naam} – {partij.naam}" if partij.naam else naam)
        self.ui.standpuntKeuzeGroep.setAccessibleName(f"Standpunt van {naam}")
        vul_eens(self.ui.standpuntKeuzeGroep, blad.kader.codelijst("standpunt"))
        vul_eens(self.ui.kanaalComboBox, blad.kader.codelijst("kanaal"))
        self.formulier = Formulier(self, omgeving)


class Besluitdeel(Deel):
    """The decision."""

    wegwijzersleutel = "weging_besluit"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingBesluit()
        self.ui.setupUi(self)
        self.ui.besluitKeuzeGroep.zet_kolom(True)
        self.formulier = Formulier(self, omgeving)
        self.rijen: dict[int, Standpuntrij] = {}
        self._indeling = cast("QtWidgets.QVBoxLayout", self.ui.standpuntenVak.layout())
        self._bezig = False
        self._gecontroleerd: Stuk | None = None
        self.lekpaneel = Lekpaneel(omgeving, self)
        self.lekpaneel.opgelost.connect(self._stel_vast)
        indeling = self.ui.lekVak.layout()
        if indeling is not None:
            indeling.addWidget(self.lekpaneel)
        self.ui.besluitKeuzeGroep.gewijzigd.connect(self._volg)
        for lijst in (self.ui.mistLijst, self.ui.signaalregelsLabel):
            lijst.setTextInteractionFlags(
                QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
                | QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
            lijst.linkActivated.connect(self.ga_naar)
        self.formulier.gewijzigd.connect(self._toon_vaststellen)
        self.ui.vaststellenButton.clicked.connect(self._controleer)
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """The decision and one form for each party."""
        return (self.formulier, *(rij.formulier for rij in self.rijen.values()))

    def formulieren_bij(self, rij_id: int) -> Sequence[Formulier]:
        """The form of this party."""
        return (self.rijen[rij_id].formulier,) if rij_id in self.rijen else self.formulieren()

    def eerste_veld(self) -> None:
        """The decision, or the button that makes it final."""
        klaar = self.blad is not None and not self.blad.ontbreekt and not self.blad.alleen_lezen
        if klaar and not self.is_vuil():
            self.ui.vaststellenButton.setFocus()
        else:
            self.formulier.focus("besluit")

    def naar(self, veld: str) -> None:
        """A field, or the first party without a stance."""
        if veld == "standpunt":
            for rij in self.rijen.values():
                if not rij.ui.standpuntKeuzeGroep.waarde():
                    rij.formulier.focus("standpunt")
                    return
        super().naar(veld)

    def toon(self, blad: Weegblad) -> None:
        """Fill decision, stances and what is still missing."""
        if self.blad != blad:
            self.lekpaneel.toon(())  # hits of an older text
        super().toon(blad)
        vul_eens(self.ui.besluitKeuzeGroep, blad.kader.codelijst("weegbesluit"))
        self._stel_suggesties_in(blad)
        self.vul(self.formulier, asdict(blad.weging.besluit), self.concept("besluit"))
        self._toon_rijen(blad)
        verborgen = [i for i in blad.items if not i.mag_op_papier]
        steunt = blad.weging.besluit.steunt_op_niet_vastgelegd
        self.formulier.veld("steunt_op_niet_vastgelegd").setVisible(bool(verborgen) or steunt)
        self.zet_leesbaar([self.ui.vastleggenButton])
        self.ui.vaststelKaart.setVisible(not blad.alleen_lezen)
        self.ui.wijzigLabel.setVisible(not blad.alleen_lezen)
        self._volg()
        self._toon_vaststellen()

    def vastleggen(self) -> None:
        """The decision and all stances, in one act. Not yet final."""
        if self.blad is None:
            return
        vandaag, kader = self.omgeving.vandaag(), self.blad.kader
        besluit = beoordeel_besluit(self.formulier.lees(), kader, vandaag)
        gewogen_op, ontvangen = self.blad.weging.tafel.datum, self.blad.ontvangen
        partijen = [
            beoordeel_tafelpartij(
                asdict(rij.partij) | rij.formulier.lees(),
                kader,
                vandaag,
                gewogen_op=gewogen_op,
                ontvangen=ontvangen,
            )
            for rij in self.rijen.values()
        ]
        if not self._toon_gebreken(besluit, partijen) or isinstance(besluit, list):
            return
        concepten = [self.concept("besluit"), *(self.concept("besluit", id_) for id_ in self.rijen)]
        stil = [p for p in self.blad.weging.partijen if p.partij_id not in self.rijen]
        record_besluit(
            self.omgeving.store,
            self.blad.weging.id,
            besluit,
            [*(p for p in partijen if isinstance(p, Tafelpartij)), *stil],
            concepten=concepten,
        )
        for formulier in self.formulieren():
            formulier.klaar()
        self.lekpaneel.toon(())
        self.klaar.emit("Besluit vastgelegd. Het is nog niet vastgesteld.")

    def _toon_gebreken(
        self, besluit: Weegbesluit | list[Gebrek], partijen: Sequence[Tafelpartij | list[Gebrek]]
    ) -> bool:
        for formulier in self.formulieren():
            formulier.wis_gebreken()
        goed = True
        for rij, uitkomst in reversed(list(zip(self.rijen.values(), partijen, strict=True))):
            if isinstance(uitkomst, list):
                rij.formulier.toon_gebreken(uitkomst)
                goed = False
        if isinstance(besluit, list):
            self.formulier.toon_gebreken(besluit)
            goed = False
        return goed

    # ---- rows and suggestions

    def _toon_rijen(self, blad: Weegblad) -> None:
        """A stance of everyone who weighs; a party that is absent may still answer, or not answer."""
        partijen = {p.partij_id: p for p in blad.weging.partijen if p.aanwezig}
        if {id_: rij.partij.naam for id_, rij in self.rijen.items()} != {
            id_: p.naam for id_, p in partijen.items()
        }:
            for oud in self.rijen.values():
                oud.formulier.bewaar_concept()
                self._indeling.removeWidget(oud)
                oud.deleteLater()
            self.rijen = {id_: Standpuntrij(self.omgeving, blad, p) for id_, p in partijen.items()}
            for rij in self.rijen.values():
                rij.formulier.gewijzigd.connect(self._toon_vaststellen)
                self._indeling.addWidget(rij)
        for partij_id, rij in self.rijen.items():
            rij.partij = partijen[partij_id]
            waarden = {veld: getattr(rij.partij, veld) for veld in STANDPUNT}
            if not rij.partij.standpunt and rij.partij.aanwezig == "ja":  # said at the table, on that day
                waarden |= {"standpunt_op": blad.weging.tafel.datum, "kanaal": "overleg"}
            self.vul(rij.formulier, waarden, self.concept("besluit", partij_id))
        self.ui.standpuntenKaart.setVisible(bool(self.rijen))

    def _stel_suggesties_in(self, blad: Weegblad) -> None:
        """What may be typed in lines that are words, not codes: offered, never filled in."""
        gronden = [g.naam for g in blad.kader.grondslagen("geven", op=self.omgeving.vandaag(), fase=WEGING)]
        for regel, woorden in (
            (self.ui.doorgeleid_naarLineEdit, [c.naam for c in blad.kader.codelijst("doorgeleid_naar")]),
            (self.ui.doorgeleid_grondslagLineEdit, gronden),
            (self.ui.vraag_grondslagLineEdit, gronden),
            (self.ui.vraag_aanLineEdit, [r.partij.naam for r in blad.partijen]),
        ):
            aanvuller = QtWidgets.QCompleter(woorden, regel)
            aanvuller.setCaseSensitivity(QtCore.Qt.CaseSensitivity.CaseInsensitive)
            aanvuller.setFilterMode(QtCore.Qt.MatchFlag.MatchContains)
            regel.setCompleter(aanvuller)

    def _volg(self) -> None:
        """Ask what belongs to this decision; propose a date for the answer, which she sees and may change."""
        besluit = self.ui.besluitKeuzeGroep.waarde()
        self.ui.doorgeleidGroep.setVisible(besluit in (DOORGELEID, OVERDRAGEN))
        self.ui.vraagGroep.setVisible(besluit == NADERE_INFORMATIE)
        titel = "Naar welke gemeente?" if besluit == OVERDRAGEN else "Naar wie?"
        self.ui.doorgeleid_naarKop.setText(titel)
        leeg = not self.ui.vraag_voorDatumEdit.text()
        if besluit == NADERE_INFORMATIE and leeg and self.blad is not None and not self.blad.alleen_lezen:
            periode = self.blad.kader.streeftermijn(WACHTTERMIJN).periode
            if periode is not None:
                voorstel = periode.after(self.blad.weging.tafel.datum)
                self.formulier.vul({"vraag_voor": voorstel})

    # ---- making final

    def _toon_vaststellen(self) -> None:
        """What is missing, as sentences that jump; else what will happen."""
        blad = self.blad
        if blad is None or blad.alleen_lezen:
            return
        vuil = self.is_vuil()
        links = (koppelzin(punt.zin, punt.veld, 12) for punt in blad.ontbreekt)
        self.ui.mistLijst.setText("".join(links))
        self.ui.mistLijst.setVisible(bool(blad.ontbreekt))
        if blad.ontbreekt:
            kop = "Dit is nog nodig voordat u het besluit kunt vaststellen:"
        else:
            kop = "U typte nog iets. Leg dat eerst vast." if vuil else ""
        self.ui.mistLabel.setText(kop)
        self.ui.mistLabel.setVisible(bool(kop))
        over = _niet_overgenomen(len(blad.signaaldelen))
        self.ui.signaalregelsLabel.setText(koppelzin(over, f"informatie.{SIGNAALREGELS}", 12) if over else "")
        self.ui.signaalregelsLabel.setVisible(bool(over))
        mag = not blad.ontbreekt and not vuil and not self._bezig
        self.ui.gevolgLabel.setText("\n".join(gevolgen(blad.weging)))
        self.ui.gevolgLabel.setVisible(mag)
        self.ui.vaststellenButton.setEnabled(mag)
        self.ui.kaderLabel.setText(f"Gewogen onder: {blad.kop.kaderversie}.")

    def _controleer(self) -> None:
        """First search the concept for what may not be in it; then make final."""
        blad = self.blad
        if blad is None:
            return
        with self.omgeving.store.reader() as r:
            bevriezen = weegverslag_stuk(r, blad.weging.id, blad.kader)
            grond = verboden(
                r,
                [blad.weging.dossier_id],
                aan_tafel=[p.naam for p in blad.weging.partijen if p.naam],
                lezers=[blad.partijnaam(p.partij_id) for p in blad.weging.partijen if p.weegt_mee],
            )
        werk = TeControleren(
            sleutel="weegverslag",
            soort="weegverslag",
            titel="Weegverslag",
            stuk=bevriezen.stuk,
            grond=grond,
            onderwerp=("weging", blad.weging.id),
            dossier_id=blad.weging.dossier_id,
        )
        self._gecontroleerd = bevriezen.stuk
        self._zet_bezig("Het weegverslag wordt gecontroleerd …")
        controleer(self.omgeving, [werk], self._is_gecontroleerd, self._is_mislukt)

    def _is_gecontroleerd(self, uitkomst: tuple[Gecontroleerd, ...]) -> None:
        self._zet_bezig("")
        self.lekpaneel.toon(uitkomst)
        if not any(stuk.lekken for stuk in uitkomst):
            self._stel_vast()
            return
        self.omgeving.window.meld("Er is nog niets vastgesteld. Bekijk eerst wat er is gevonden.", "let_op")
        QtCore.QTimer.singleShot(0, lambda: self.ui.rol.ensureWidgetVisible(self.lekpaneel, 0, 16))

    def _is_mislukt(self, fout: Exception) -> None:
        self._zet_bezig("")
        zin = (
            f"Het weegverslag kon niet worden gecontroleerd ({type(fout).__name__}). Er is niets vastgesteld."
        )
        self.omgeving.window.meld(zin, "fout")

    def _stel_vast(self) -> None:
        """What is frozen is what was checked: when a word changed meanwhile, the check comes again."""
        blad = self.blad
        if blad is None:
            return
        self.lekpaneel.toon(())
        with self.omgeving.store.reader() as r:
            nu = weegverslag_stuk(r, blad.weging.id, blad.kader).stuk
        if nu != self._gecontroleerd:
            self._controleer()
            return
        vandaag = self.omgeving.vandaag()
        try:
            document_id = vaststellen(self.omgeving.store, blad.weging.id, blad.kader, vandaag)
            if blad.weging.besluit.besluit == OPNEMEN and blad.weging.tafel.soort != VOORLOPIG:
                open_casus(self.omgeving.store, blad.weging.id, op=blad.weging.tafel.datum)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("Besluit vastgesteld. Het weegverslag wordt gemaakt.")
        maak_af(self.omgeving, lambda: self._is_opgeborgen(document_id, blad.weging.dossier_id))

    def _is_opgeborgen(self, document_id: int, dossier_id: int) -> None:
        window = self.omgeving.window
        window.open("document", document_id)
        naar_dossier = ("Naar het dossier", lambda: window.open("dossier", dossier_id))
        window.meld(
            "Besluit vastgesteld. Het weegverslag is opgeborgen in het dossier.", "goed", naar_dossier
        )

    def _zet_bezig(self, tekst: str) -> None:
        self._bezig = bool(tekst)
        self.ui.bezigLabel.setText(tekst)
        self.ui.vastleggenButton.setEnabled(not tekst)
        self._toon_vaststellen()


def _niet_overgenomen(regels: int) -> str:
    """Said, never asked: what was left out on purpose stays out, what was forgotten is seen in time."""
    if not regels:
        return ""
    telwoord = "Eén regel uit het signaal staat" if regels == 1 else f"{regels} regels uit het signaal staan"
    return f"{telwoord} niet bij de informatie en dus ook niet in het weegverslag. Klopt dat? Bekijk ze."

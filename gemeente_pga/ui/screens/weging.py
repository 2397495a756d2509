# SPDX-License-Identifier: EUPL-1.2
"""The weging: on the left what there is to answer with its mark, on the right the part that was chosen.

Each part is recorded by its own act, so that an interrupted meeting has lost nothing. After vaststellen
everything stays readable and nothing changes.
"""

import json
from collections.abc import Sequence

from PySide6 import QtGui

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin
from gemeente_pga.domain.weging import OPNEMEN, VOORLOPIG
from gemeente_pga.handelingen.casus import open_casus
from gemeente_pga.ui.form import nieuwe_sneltoets, weer_wiel
from gemeente_pga.ui.forms.ui_weging import Ui_Weging
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.weging_besluit import Besluitdeel
from gemeente_pga.ui.screens.weging_deel import CONCEPT, Deel, Weegblad, lees_blad
from gemeente_pga.ui.screens.weging_informatie import Informatiedeel
from gemeente_pga.ui.screens.weging_lijst import GROEP, criterium_van, regels_van, stand, wordt_afgeleid
from gemeente_pga.ui.screens.weging_oordeel import (
    WETTELIJK,
    ZORGVULDIG,
    Afgeleiddeel,
    Groepdeel,
    Oordeeldeel,
)
from gemeente_pga.ui.screens.weging_slot import Afwegingdeel, Informeerdeel
from gemeente_pga.ui.screens.weging_tafel import Tafeldeel
from gemeente_pga.ui.widgets.checklist import OPEN, Regel

SMAL = 760  # below this width the list does not fit beside the part


class WegingScherm(Scherm):
    """One weging."""

    code = "weging"
    titel = "Weging"
    tabellen = frozenset(
        {
            "weging", "weging_partij", "weging_signaal", "weging_criterium", "weging_feit", "informatie",
            "informatie_deelbaar", "signaal", "partij", "document", "casus",
        }
    )  # fmt: skip
    wegwijzersleutel = "weging_tafel"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Weging()
        self.ui.setupUi(self)
        self.blad: Weegblad | None = None
        self.onderdeel = ""
        self._delen: dict[str, Deel] = {}
        self._maak_acties()
        self.ui.onderdelenLijst.gekozen.connect(self.kies)
        weer_wiel(self.ui.onderdeelKeuze)
        self.ui.onderdeelKeuze.activated.connect(lambda n: self._ga(self.ui.onderdeelKeuze.itemData(n)))
        self.ui.vorigeButton.clicked.connect(self.vorige)
        self.ui.volgendeButton.clicked.connect(self.volgende)
        self.ui.smalRij.hide()
        self.ui.verslagButton.clicked.connect(self._open_verslag)
        self.ui.casusButton.clicked.connect(self._open_casus)

    # ---- what every screen does

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """veld: "onderdeel" or "onderdeel.veld"; without it the first thing that is open."""
        if onderwerp_id != self.onderwerp_id:
            self.bewaar_concepten()
            self.blad = None
            self.onderdeel = ""
        onderdeel, rest = _ontleed(veld)
        self.onderdeel = onderdeel or self.onderdeel
        super().toon(onderwerp_id)  # an onderdeel that is none becomes the first that is open
        deel = self._deel()
        if self.blad is None or deel is None:
            return
        if rest:
            deel.naar(rest)
        else:
            deel.eerste_veld()

    def herlaad(self) -> None:
        """Read it all once and show the chosen part."""
        if self.onderwerp_id is None:
            return
        with self.omgeving.store.reader() as r:
            self.blad = lees_blad(r, self.onderwerp_id, self.omgeving.kader)
        if self.blad is None:
            self.omgeving.window.meld("Deze weging is er niet meer.", "fout")
            return
        self._toon_lijst()
        if self.onderdeel not in (regel.sleutel for regel in self.ui.onderdelenLijst.regels()):
            self.onderdeel = "besluit" if self.blad.alleen_lezen else self._eerste_open()
            self._toon_lijst()
        self._toon_balk()
        self._toon_deel()
        self.wegwijzersleutel = self._wegwijzer()

    @property
    def dossier_id(self) -> int | None:
        """The dossier that is weighed."""
        return self.blad.weging.dossier_id if self.blad else None

    def titel_nu(self) -> str:
        """With the number of the dossier."""
        return f"Weging {self.blad.kop.dossiernummer}" if self.blad else self.titel

    def acties(self) -> list[QtGui.QAction]:
        """Recording this part, and walking through the parts."""
        return self._acties

    def naar_veld(self, veld: str) -> None:
        """Go to a part, and to a field in it."""
        onderdeel, rest = _ontleed(veld)
        self.kies(onderdeel)
        deel = self._deel()
        if deel is not None and rest:
            deel.naar(rest)

    def plek(self) -> str:
        """Which part, and where in it."""
        return json.dumps({"onderdeel": self.onderdeel, "binnen": super().plek()})

    def naar_plek(self, plek: str) -> None:
        """Back to that part and that place."""
        gegevens = json.loads(plek or "{}")
        if gegevens.get("onderdeel"):
            self.kies(gegevens["onderdeel"])
            super().naar_plek(gegevens.get("binnen", ""))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """On a small screen or at a large scale the list folds into one line above the part."""
        super().resizeEvent(event)
        smal = event.size().width() < SMAL
        self.ui.zij.setVisible(not smal)
        self.ui.smalRij.setVisible(smal)

    # ---- choosing a part

    def kies(self, onderdeel: str) -> None:
        """Show this part. The texts K7, K13 and K14 and the derived tests have a page that leads on."""
        if self.blad is None or onderdeel not in (r.sleutel for r in self.ui.onderdelenLijst.regels()):
            return
        if onderdeel != self.onderdeel:
            self.bewaar_concepten()
        self.onderdeel = onderdeel
        lijst = self.ui.onderdelenLijst
        if lijst.sleutel() != onderdeel:
            stil = lijst.blockSignals(True)
            lijst.kies(onderdeel)
            lijst.blockSignals(stil)
        self._toon_deel()
        self._toon_lijst()
        deel = self._deel()
        if deel is not None and not lijst.hasFocus():
            deel.eerste_veld()
        self.wegwijzersleutel = self._wegwijzer()
        self.omgeving.window.wegwijzer(self.wegwijzersleutel)

    def volgende(self) -> None:
        """On to the next part."""
        self._stap(+1)

    def vorige(self) -> None:
        """Back to the part before."""
        self._stap(-1)

    def _stap(self, richting: int) -> None:
        sleutels = [regel.sleutel for regel in self.ui.onderdelenLijst.regels()]
        n = sleutels.index(self.onderdeel) + richting
        if 0 <= n < len(sleutels):
            self._ga(sleutels[n])

    def _ga(self, onderdeel: str) -> None:
        """Walking by key takes the focus out of the list, into the part."""
        self.ui.delenStapel.setFocus()
        self.kies(onderdeel)

    def _is_klaar(self, zin: str) -> None:
        """A part was recorded: say so, and go to the next question of the same list that is open."""
        self.herlaad()
        if self.blad is None or self.onderdeel in ("informatie", "besluit"):
            self.omgeving.window.meld(zin)
            return
        mist = next((p for p in self.blad.ontbreekt if p.veld.partition(".")[0] == self.onderdeel), None)
        if mist is not None:  # recorded, but not done: no green then, and she stays where it is answered
            nog = f"Dit onderdeel is nog niet klaar: {midden_in_zin(mist.zin)}"
            self.omgeving.window.meld(f"{zin} {nog}", "let_op")
            self.naar_veld(mist.veld)
            return
        self.omgeving.window.meld(zin)
        volgende = self._volgende_open()
        if volgende:
            self._ga(volgende)

    def _volgende_open(self) -> str:
        """The next line in the list, below this one, that can be answered and is not."""
        regels = self.ui.onderdelenLijst.regels()
        plaats = [regel.sleutel for regel in regels].index(self.onderdeel)
        for regel in regels[plaats + 1 :]:
            if regel.merk is OPEN and not regel.kop:
                return regel.sleutel
        return "besluit" if self.onderdeel in ("afweging", "informeren") else ""

    def _eerste_open(self) -> str:
        open_ = (r.sleutel for r in self.ui.onderdelenLijst.regels() if r.merk is OPEN)
        return next(open_, "besluit")

    # ---- parts

    def _deel(self) -> Deel | None:
        widget = self.ui.delenStapel.currentWidget()
        return widget if isinstance(widget, Deel) else None

    def _maak_deel(self, naam: str, soort: type[Deel]) -> Deel:
        if naam not in self._delen:
            deel = soort(self.omgeving)
            deel.klaar.connect(self._is_klaar)
            deel.ga_naar.connect(self.naar_veld)
            for formulier in deel.formulieren():
                formulier.gewijzigd.connect(self._toon_lijst)
            self._delen[naam] = deel
            self.ui.delenStapel.addWidget(deel)
        return self._delen[naam]

    def _toon_deel(self) -> None:
        """Build the part on first use, fill it, put it in front."""
        blad, naam = self.blad, self.onderdeel
        if blad is None:
            return
        vaste: dict[str, type[Deel]] = {
            "tafel": Tafeldeel,
            "informatie": Informatiedeel,
            "afweging": Afwegingdeel,
            "informeren": Informeerdeel,
            "besluit": Besluitdeel,
        }
        if naam in vaste:
            deel = self._maak_deel(naam, vaste[naam])
            deel.toon(blad)
        elif naam.startswith(GROEP):
            deel = self._maak_deel("groep", Groepdeel)
            if isinstance(deel, Groepdeel):
                deel.kies(naam.removeprefix(GROEP), blad)
        elif wordt_afgeleid(self.blad, naam):
            deel = self._maak_deel("afgeleid", Afgeleiddeel)
            if isinstance(deel, Afgeleiddeel):
                deel.kies(naam, blad)
        else:
            deel = self._maak_deel("oordeel", Oordeeldeel)
            if isinstance(deel, Oordeeldeel):
                deel.kies(naam, blad)
        self.ui.delenStapel.setCurrentWidget(deel)

    def _wegwijzer(self) -> str:
        criterium = criterium_van(self.blad, self.onderdeel)
        lijst = criterium.lijst if criterium else self.onderdeel.removeprefix(GROEP)
        sleutels = {WETTELIJK: "weging_wettelijk", ZORGVULDIG: "weging_zorgvuldig"}
        deel = self._deel()
        return sleutels.get(lijst) or (deel.wegwijzersleutel if deel else self.wegwijzersleutel)

    # ---- the list

    def _toon_lijst(self) -> None:
        blad = self.blad
        if blad is None:
            return
        regels = regels_van(blad, self._getypt(blad))
        lijst_ = self.ui.onderdelenLijst
        stil = lijst_.blockSignals(True)
        lijst_.toon(regels)
        lijst_.kies(self.onderdeel)
        lijst_.blockSignals(stil)
        self._toon_smal(regels)
        self.ui.openLabel.setText(stand(blad))

    def _toon_smal(self, regels: Sequence[Regel]) -> None:
        """The same list, as one line."""
        keuze = self.ui.onderdeelKeuze
        keuze.clear()
        for regel in regels:
            keuze.addItem(f"{regel.titel}: {regel.merk.woord}" if regel.merk else regel.titel, regel.sleutel)
        keuze.setCurrentIndex(max(0, keuze.findData(self.onderdeel)))

    def _getypt(self, blad: Weegblad) -> frozenset[str]:
        """Parts with typing that was not recorded: kept as concept, or not even that long ago."""
        if blad.alleen_lezen:
            return frozenset()
        begin = f"{blad.weging.id}:"
        uit = {
            c.sleutel.removeprefix(begin).partition(":")[0]
            for c in self.omgeving.store.concepten(CONCEPT)
            if c.sleutel.startswith(begin)
        }
        deel = self._deel()
        if deel is not None and deel.is_vuil():
            uit.add(self.onderdeel)
        return frozenset(uit)

    def _toon_balk(self) -> None:
        """What became of it, once it is final."""
        blad = self.blad
        if blad is None:
            return
        weging = blad.weging
        self.ui.bevrorenVak.setVisible(blad.alleen_lezen)
        if weging.vastgesteld_op is not None:
            voorlopig = " Dit besluit is voorlopig." if weging.tafel.soort == VOORLOPIG else ""
            papier = " Overgenomen van papier." if weging.overgenomen else ""
            self.ui.bevrorenLabel.setText(
                f"Vastgesteld op {datum_lang(weging.vastgesteld_op)}.{voorlopig}{papier} "
                "Klopt er iets niet? Leg bij Informatie een aanvulling vast."
            )
        self.ui.verslagButton.setVisible(blad.kop.document_id is not None)
        opgenomen = weging.besluit.besluit == OPNEMEN and weging.tafel.soort != VOORLOPIG
        self.ui.casusButton.setText("Naar de casus" if blad.kop.casus_id else "Casus openen")
        self.ui.casusButton.setVisible(opgenomen)

    # ---- acting

    def _maak_acties(self) -> None:
        vastleggen = nieuwe_sneltoets(QtGui.QAction("Dit onderdeel &vastleggen", self), "")
        vastleggen.triggered.connect(self._leg_vast)
        volgende = nieuwe_sneltoets(QtGui.QAction("&Volgend onderdeel", self), "Alt+PgDown")
        volgende.triggered.connect(self.volgende)
        vorige = nieuwe_sneltoets(QtGui.QAction("V&orig onderdeel", self), "Alt+PgUp")
        vorige.triggered.connect(self.vorige)
        self._acties = [vastleggen, volgende, vorige]
        for actie in self._acties:
            self.addAction(actie)

    def _leg_vast(self) -> None:
        deel = self._deel()
        if deel is not None and self.blad is not None and not self.blad.alleen_lezen:
            deel.vastleggen()

    def _open_verslag(self) -> None:
        if self.blad is not None and self.blad.kop.document_id is not None:
            self.omgeving.window.open("document", self.blad.kop.document_id)

    def _open_casus(self) -> None:
        """Normally the casus opened with the decision; after a crash in between it opens here."""
        if self.blad is None:
            return
        weging = self.blad.weging
        try:
            if self.blad.kop.casus_id is None:
                open_casus(self.omgeving.store, weging.id, op=weging.tafel.datum)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.open("dossier", weging.dossier_id)


def _ontleed(veld: str) -> tuple[str, str]:
    """ "tafel.datum" -> part and field; "criterium.k3" is the part k3."""
    onderdeel, _, rest = veld.partition(".")
    return (rest, "") if onderdeel == "criterium" else (onderdeel, rest)

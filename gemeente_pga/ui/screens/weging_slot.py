# SPDX-License-Identifier: EUPL-1.2
"""Parts of the weging that close it: the three texts with competence, and whether the betrokkene is told."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Any

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.informeren import beoordeel_informeerbesluit
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.weging import Afweging, beoordeel_afweging
from gemeente_pga.handelingen.weging import record_afweging, record_informeren
from gemeente_pga.store.store import Store
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_weging_afweging import Ui_WegingAfweging
from gemeente_pga.ui.forms.ui_weging_informeren import Ui_WegingInformeren
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.rechten_informeertermijn import toon_informeertermijn
from gemeente_pga.ui.screens.weging_deel import Deel, Weegblad
from gemeente_pga.ui.widgets.formulierdeel import vul_eens
from gemeente_pga.ui.widgets.hint import attach_overal

_LEEG = Afweging("", "", "", "", "")
SLUITSTUKKEN = ("samenhang", "subsidiariteit", "proportionaliteit")


def _leg_vast(
    deel: Deel,
    formulier: Formulier,
    naam: str,
    beoordeel: Callable[[Mapping[str, object], Kader, date], Any | list[Gebrek]],
    act: Callable[..., None],
) -> bool:
    """The way of every part that is one form: judge, record, or show what is wrong."""
    if deel.blad is None:
        return False
    kader, vandaag = deel.blad.kader, deel.omgeving.vandaag()
    uitkomst = formulier.beoordeel(lambda invoer: beoordeel(invoer, kader, vandaag))
    if uitkomst is None:
        return False
    store: Store = deel.omgeving.store
    concepten: Collection[tuple[str, str]] = [deel.concept(naam)]
    with formulier.wordt_vastgelegd():
        act(store, deel.blad.weging.id, uitkomst, concepten=concepten)
    return True


class Afwegingdeel(Deel):
    """Samenhang, subsidiariteit, proportionaliteit: these texts are K7, K13 and K14. And K16."""

    wegwijzersleutel = "weging_afsluiting"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingAfweging()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving)
        attach_overal(self.formulier)
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """One form."""
        return (self.formulier,)

    def eerste_veld(self) -> None:
        """The first text that is empty."""
        leeg = [veld for veld in SLUITSTUKKEN if not self.formulier.lees()[veld]]
        self.formulier.focus(leeg[0] if leeg else "bevoegd")

    def toon(self, blad: Weegblad) -> None:
        """Fill the texts, each under its question."""
        super().toon(blad)
        for veld in SLUITSTUKKEN:
            criterium = blad.kader.criterium_for(veld)
            getattr(self.ui, f"{veld}Vraag").setText(criterium.vraag)
            getattr(self.ui, f"{veld}KaartTitel").setText(criterium.korte_naam)
            getattr(self.ui, f"{veld}PlainTextEdit").setAccessibleName(criterium.korte_naam)
        vul_eens(self.ui.bevoegdKeuzeGroep, blad.kader.codelijst("ja_nee_onbekend"))
        self.vul(self.formulier, asdict(blad.weging.afweging), self.concept("afweging"))
        self.zet_leesbaar([self.ui.vastleggenButton])

    def vastleggen(self) -> None:
        """Record the texts; nothing at all is not recorded."""
        if self.blad is None:
            return
        leeg = not any(self.formulier.lees().values())
        if leeg and self.blad.weging.afweging == _LEEG:
            self.omgeving.window.meld("Er is nog niets ingevuld. Schrijf eerst de afweging op.", "let_op")
            self.eerste_veld()
            return
        if _leg_vast(self, self.formulier, "afweging", beoordeel_afweging, record_afweging):
            self.klaar.emit("Afweging vastgelegd.")


class Informeerdeel(Deel):
    """Is the betrokkene told: yes, later or no; never without a reason."""

    wegwijzersleutel = "weging_informeren"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingInformeren()
        self.ui.setupUi(self)
        self.formulier = Formulier(self, omgeving)
        self.ui.informerenKeuzeGroep.gewijzigd.connect(self._volg)
        self.ui.informeren_grondslagComboBox.currentIndexChanged.connect(self._volg)
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """One form."""
        return (self.formulier,)

    def eerste_veld(self) -> None:
        """The decision."""
        self.formulier.focus("informeren")

    def toon(self, blad: Weegblad) -> None:
        """Fill the form."""
        super().toon(blad)
        vul_eens(self.ui.informerenKeuzeGroep, blad.kader.codelijst("informeren"))
        vul_eens(self.ui.informeren_grondslagComboBox, blad.kader.codelijst("reden_uitstel_informeren"))
        with self.omgeving.store.reader() as r:
            toon_informeertermijn(self.ui.termijnLabel, r, blad.weging.dossier_id, blad.kader, self.omgeving)
        self.vul(self.formulier, asdict(blad.weging.informeren), self.concept("informeren"))
        self.zet_leesbaar([self.ui.vastleggenButton])
        self._volg()

    def vastleggen(self) -> None:
        """Record the decision."""
        if self.blad is None:
            return
        oordeel = partial(beoordeel_informeerbesluit, besloten_op=self.blad.weging.tafel.datum)
        if _leg_vast(self, self.formulier, "informeren", oordeel, record_informeren):
            self.klaar.emit("Besluit over informeren vastgelegd.")

    def _volg(self) -> None:
        wacht = self.ui.informerenKeuzeGroep.waarde() in ("later", "nee")
        self.ui.informeren_grondslagVak.setVisible(wacht)
        staat_er = bool(self.ui.informeren_opnieuw_opDatumEdit.text())  # what stands there stays in sight
        self.ui.informeren_opnieuw_opVak.setVisible(wacht or staat_er)
        code = self.ui.informeren_grondslagComboBox.currentData()
        uitleg = ""
        if wacht and code and self.blad is not None:
            uitleg = self.blad.kader.keuze("reden_uitstel_informeren", str(code)).toelichting
        self.ui.grondLabel.setText(uitleg)
        self.ui.grondLabel.setVisible(bool(uitleg))

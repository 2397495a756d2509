# SPDX-License-Identifier: EUPL-1.2
"""Under which juridisch kader this dossier is, since when, and how it goes over to another."""

from collections.abc import Mapping

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import noem_versie
from gemeente_pga.domain.kaderronde import Kaderwissel, beoordeel_wissel
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.kader import switch_dossier
from gemeente_pga.store.queries.kader import kader_van_dossier, kaders, kaderwissels
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_kaderwissel import Ui_Kaderwissel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

UITLEG = (
    "Een dossier houdt het kader waaronder het begon. Naar een ander kader gaat het alleen met een reden. "
    "Wat al is gewogen blijft onder het kader van toen."
)
_ALLEEN = "Er is geen ander kader in deze kluis. Zet er bij Inrichting een naast."


class Kaderkaart(Rechtenkaart):
    """The kader of this dossier, its switches, and the form for another one."""

    titel = "Juridisch kader van dit dossier"
    wegwijzersleutel = "inrichting_kader"
    velden = frozenset({"kader"})
    tabellen = frozenset({"kaderwissel", "kader"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.nu, self.eerder, self.alleen = label(""), label("", "stil"), label(_ALLEEN, "stil")
        for regel in (self.nu, label(UITLEG, "stil"), self.eerder, self.alleen):
            self.inhoud.addWidget(regel)
        self.wisselknop = knop(
            "Naar een ander &kader", self.begin, icoon="book-open", naam="knop_kaderwissel"
        )
        self.inhoud.addLayout(links(self.wisselknop))
        self.paneel: Formulierpaneel | None = None
        self._andere: dict[int, str] = {}

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Where it stands; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self.sluit()
        super().toon(r, beeld)
        kader = kader_van_dossier(r, beeld.dossier_id)
        eigen = r.value("SELECT kader_id FROM dossier WHERE id = ?", beeld.dossier_id)
        self._andere = {k.id: f"{k.titel}, {noem_versie(k.versie)}" for k in kaders(r) if k.id != eigen}
        self.nu.setText(f"{kader.titel}. {kader.ingevuld}")
        wissels = kaderwissels(r, beeld.dossier_id)
        self.eerder.setText(
            "\n".join(
                f"{datum_kort(w.op)}: van {w.van} naar {w.naar}. "
                f"{self.omgeving.kader.woord('reden_kaderwissel', w.reden)}. {w.toelichting}"
                for w in wissels
            )
        )
        self.eerder.setVisible(bool(wissels))
        self.alleen.setVisible(not self._andere)
        self.wisselknop.setVisible(bool(self._andere) and not beeld.gesloten and self.paneel is None)

    def naar_onderdeel(self, veld: str) -> bool:
        """This card."""
        if veld != "kader":
            return False
        self.wisselknop.setFocus()
        return True

    def begin(self) -> None:
        """The form for another kader."""
        if self.beeld is None:
            return
        self.sluit()
        ontwerp = Ui_Kaderwissel()
        paneel = self.paneel = Formulierpaneel(
            self.omgeving, "Naar een ander kader", ontwerp, naam="kaderwissel", knop="Dossier &overzetten"
        )
        vul_keuzes(ontwerp.naarComboBox, list(self._andere.items()))
        vul_keuzes(ontwerp.redenComboBox, self.omgeving.kader.codelijst("reden_kaderwissel"))
        paneel.stel_in(self._oordeel, self._neem)
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.inhoud.addWidget(paneel)
        sleutel = (f"{CODE}_kaderwissel", str(self.beeld.dossier_id))
        paneel.toon(sleutel, {"naar": "", "reden": "", "toelichting": ""}, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self.wisselknop.hide()
        paneel.formulier.focus("naar")

    def sluit(self) -> None:
        """Back to where it stands."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel = None
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    def _oordeel(self, invoer: Mapping[str, object]) -> Kaderwissel | list[Gebrek]:
        omgeving = self.omgeving
        return beoordeel_wissel(invoer, omgeving.kader, omgeving.vandaag(), kaders=self._andere)

    def _neem(self, wissel: Kaderwissel, concept: tuple[str, str]) -> None:
        if self.beeld is not None:
            switch_dossier(self.omgeving.store, self.beeld.dossier_id, wissel, concept=concept)
            self.omgeving.window.meld("Dit dossier werkt vanaf nu met het andere kader.")

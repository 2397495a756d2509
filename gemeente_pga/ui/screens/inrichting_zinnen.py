# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Teksten: the sentences that Ctrl+Space offers, to add to, to change and to take out."""

from collections.abc import Mapping, Sequence

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.standaardzin import (
    NAAMHINT,
    PLEKKEN,
    Standaardzin,
    beoordeel_zin,
    met_zin,
    mogelijke_namen,
    schrijf_zinnen,
)
from gemeente_pga.handelingen.inrichting import set_instelling
from gemeente_pga.store.queries.standaardzin import SLEUTEL, standaardzinnen
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_standaardzin import Ui_Standaardzin
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.widgets.hint import attach_hint
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker
from gemeente_pga.ui.widgets.zinknop import ZINWOORD

_UITLEG = (
    f"Zinnen die u vaak typt in een verslag. In een tekstveld opent {ZINWOORD} de lijst; Enter zet de zin "
    "in het veld. Wat al in een verslag staat, verandert niet mee."
)


class Zinnenkaart(Kaart):
    """The list of sentences with the form of one below it."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Standaardzinnen voor verslagen")
        self.omgeving = omgeving
        self._zinnen: tuple[Standaardzin, ...] = ()
        self.inhoud.addWidget(regel(_UITLEG, "stil"))
        self.bewerker = Regelbewerker(omgeving, self._opzet())
        self.inhoud.addWidget(self.bewerker)

    def herlaad(self) -> None:
        """Show what is recorded; typing that was not recorded stays."""
        with self.omgeving.store.reader() as r:
            self._zinnen = standaardzinnen(r)
        volgorde = list(PLEKKEN)
        rijen = sorted(self._zinnen, key=lambda zin: volgorde.index(zin.plek))
        self.bewerker.toon(0, rijen, alleen_lezen=self.omgeving.alleen_kijken)

    def _opzet(self) -> Opzet[Standaardzin]:
        return Opzet(
            concept="standaardzin",
            ontwerp=Ui_Standaardzin,
            kolommen=[
                Kolom("Waar", lambda zin: PLEKKEN[zin.plek]),
                Kolom("Zin", lambda zin: zin.tekst, rek=True),
            ],
            waarden=lambda zin: {"tekst": zin.tekst, "plek": zin.plek},
            beoordeel=self._beoordeel,
            leg_vast=self._leg_vast,
            nieuw="Nieuwe &standaardzin",
            vastleggen="Zin vast&leggen",
            leeg="Er zijn geen standaardzinnen.",
            verwijder=self._verwijder,
            verwijderen="Zin weghalen",
            vul=_vul,
        )

    def _beoordeel(self, invoer: Mapping[str, object]) -> Standaardzin | list[Gebrek]:
        rij = self.bewerker.open_rij()
        eigen_id = int(rij) if rij.isdigit() else 0
        return beoordeel_zin(invoer, self.omgeving.vandaag(), self._zinnen, eigen_id)

    def _leg_vast(self, zin: Standaardzin, _rij_id: int | None, concept: tuple[str, str]) -> None:
        self._bewaar(met_zin(self._zinnen, zin), concept)
        self.omgeving.window.meld("De standaardzin is vastgelegd.")

    def _verwijder(self, zin: Standaardzin) -> None:
        oud = self._zinnen
        self._bewaar([een for een in oud if een.id != zin.id])
        self.omgeving.window.meld(
            "De standaardzin is weggehaald.", "let_op", ("Terugzetten", lambda: self._bewaar(oud))
        )

    def _bewaar(self, zinnen: Sequence[Standaardzin], concept: tuple[str, str] | None = None) -> None:
        set_instelling(self.omgeving.store, SLEUTEL, schrijf_zinnen(zinnen), concept=concept)
        self.herlaad()


def _vul(formulier: Formulier) -> None:
    """The places, and once the quiet question whether a word is a name."""
    kiezer = formulier.widget("plek")
    if isinstance(kiezer, QtWidgets.QComboBox | KeuzeGroep):
        vul_keuzes(kiezer, list(PLEKKEN.items()))
    if not formulier.property("naamhint"):
        formulier.setProperty("naamhint", True)
        attach_hint(formulier, ("tekst",), zin=NAAMHINT, vind=mogelijke_namen)

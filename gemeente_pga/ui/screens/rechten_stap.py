# SPDX-License-Identifier: EUPL-1.2
"""What waits in this dossier at the request of police or OM, until which day, and how it goes on."""

from collections.abc import Mapping
from functools import partial

from PySide6 import QtWidgets

from gemeente_pga.domain.aanhouding import (
    Aanhouding,
    Aanhoudingregel,
    Einde,
    beoordeel_aanhouding,
    beoordeel_einde,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen import aanhouding as handelingen
from gemeente_pga.store.queries.aanhouding import aanhoudingen, vragers
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_aanhouding import Ui_Aanhouding
from gemeente_pga.ui.forms.ui_aanhouding_einde import Ui_AanhoudingEinde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.tabvolgorde import focus_eerste

UITLEG = "Aanhouden mag alleen op verzoek van politie of Openbaar Ministerie, en altijd tot een dag."
_LEEG = "Er is in dit dossier niets aangehouden."
Conceptsleutel = tuple[str, str]


class Aanhoudingkaart(Rechtenkaart):
    """The holds of a dossier: a list, a form for a new one, a form for how it goes on."""

    titel = "Aanhouden op verzoek van politie of OM"
    wegwijzersleutel = "aanhouding"
    velden = frozenset({"aanhouding"})
    tabellen = frozenset({"aanhouding"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._soorten: dict[int, str] = {}
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self.voorbij = label("")
        self.voorbij.setProperty("rol", "gebrek")
        self.inhoud.addWidget(self.voorbij)
        self.lijst = self._maak_lijst()
        self.inhoud.addWidget(self.lijst)
        self.leeg = label(_LEEG, "stil")
        self.inhoud.addWidget(self.leeg)
        self.nieuwknop = knop("&Aanhouden", self.begin, icoon="hand", naam="knop_aanhouden")
        self.eindknop = knop(
            "Aanhouding &beëindigen", self._eindig_gekozen, icoon="check", naam="knop_aanhouding_einde"
        )
        self.inhoud.addLayout(links(self.nieuwknop, self.eindknop))
        self.paneel: Formulierpaneel | None = None

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The holds of this dossier; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self.sluit()
        super().toon(r, beeld)
        vandaag = self.omgeving.vandaag()
        self._vragers = vragers(r)
        self._soorten = {partij_id: soort for partij_id, _naam, soort in self._vragers}
        regels = aanhoudingen(r, beeld.dossier_id)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        zinnen = [zin for regel in regels if (zin := regel.voorbij(vandaag))]
        self.voorbij.setText(" ".join(zinnen))
        self.voorbij.setVisible(bool(zinnen))
        self.nieuwknop.setVisible(not beeld.gesloten and self.paneel is None)
        self.eindknop.setVisible(self.paneel is None and any(regel.einde is None for regel in regels))

    def naar_onderdeel(self, veld: str) -> bool:
        """The card, or one hold to end it."""
        tabel, _, rij = veld.partition(":")
        if tabel != "aanhouding":
            return False
        if rij.isdigit() and self.lijst.kies(int(rij)):
            self._eindig_gekozen()
        elif self.paneel is None:
            (self.lijst if self.lijst.isVisible() else self.nieuwknop).setFocus()
        return True

    def begin(self) -> None:
        """The form for a new hold."""
        if self.beeld is None:
            return
        ontwerp = Ui_Aanhouding()
        paneel = Formulierpaneel(self.omgeving, "Aanhouden", ontwerp, naam="aanhouding")
        kader = self.omgeving.kader
        ontwerp.watKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.watKeuzeGroep, kader.codelijst("aanhouden_wat"))
        vul_keuzes(ontwerp.partij_idComboBox, [(p, naam) for p, naam, _ in self._vragers])
        vul_keuzes(ontwerp.redenComboBox, kader.codelijst("reden_aanhouding"))
        paneel.stel_in(self._beoordeel, self._leg_vast)
        waarden: dict[str, object] = {
            "wat": "", "partij_id": "", "naam": "", "functie": "", "reden": "", "toelichting": "",
            "vanaf": self.omgeving.vandaag(), "tot": None,
        }  # fmt: skip
        self._open(paneel, "aanhouding", waarden)

    def eindig(self, regel: Aanhoudingregel) -> None:
        """The form for how it goes on after this hold."""
        if regel.einde is not None or self.beeld is None:
            return
        paneel = Formulierpaneel(
            self.omgeving,
            f"Aanhouding van {datum_kort(regel.inhoud.vanaf)} beëindigen",
            Ui_AanhoudingEinde(),
            naam="aanhoudingeinde",
        )
        omgeving = self.omgeving
        paneel.stel_in(
            lambda invoer: beoordeel_einde(
                invoer, omgeving.kader, omgeving.vandaag(), vanaf=regel.inhoud.vanaf
            ),
            partial(self._leg_einde_vast, regel.id),
        )
        self._open(paneel, "aanhouding_einde", {"beeindigd_op": omgeving.vandaag(), "vervolg": ""})

    def sluit(self) -> None:
        """Back to the list."""
        if self.paneel is None:
            return
        self.paneel.formulier.bewaar_concept()
        self.paneel.hide()
        self.paneel.deleteLater()
        self.paneel = None
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    def _open(self, paneel: Formulierpaneel, soort: str, waarden: Mapping[str, object]) -> None:
        self.sluit()
        self.paneel = paneel
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.inhoud.addWidget(paneel)
        sleutel = (f"{CODE}_{soort}", str(self.beeld.dossier_id if self.beeld else 0))
        paneel.toon(sleutel, waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self.nieuwknop.hide()
        self.eindknop.hide()
        focus_eerste(paneel.vorm)

    def _eindig_gekozen(self) -> None:
        """The hold that is chosen, or the first that runs."""
        open_ = [r for r in self.lijst.rijen() if isinstance(r, Aanhoudingregel) and r.einde is None]
        gekozen = self.lijst.rij()
        if isinstance(gekozen, Aanhoudingregel) and gekozen.einde is None:
            self.eindig(gekozen)
        elif open_:
            self.eindig(open_[0])

    def _beoordeel(self, invoer: Mapping[str, object]) -> Aanhouding | list[Gebrek]:
        omgeving = self.omgeving
        return beoordeel_aanhouding(invoer, omgeving.kader, omgeving.vandaag(), partijen=self._soorten)

    def _leg_vast(self, aanhouding: Aanhouding, concept: Conceptsleutel) -> None:
        if self.beeld is not None:
            handelingen.begin(self.omgeving.store, self.beeld.dossier_id, aanhouding, concept=concept)
            self.omgeving.window.meld(f"Aangehouden tot en met {datum_kort(aanhouding.tot)}.")

    def _leg_einde_vast(self, aanhouding_id: int, einde: Einde, concept: Conceptsleutel) -> None:
        handelingen.end(self.omgeving.store, aanhouding_id, einde, concept=concept)
        self.omgeving.window.meld("De aanhouding is beëindigd, met het vervolg.")

    def _maak_lijst(self) -> Lijst:
        kader = self.omgeving.kader
        lijst = Lijst(self)
        lijst.setAccessibleName("Aanhoudingen in dit dossier")
        lijst.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        lijst.stel_in(
            [
                Kolom[Aanhoudingregel]("Wat", lambda a: kader.label("aanhouden_wat", a.inhoud.wat), rek=True),
                Kolom[Aanhoudingregel]("Op verzoek van", lambda a: f"{a.partij} ({a.inhoud.naam})", rek=True),
                Kolom[Aanhoudingregel]("Vanaf", lambda a: datum_kort(a.inhoud.vanaf)),
                Kolom[Aanhoudingregel]("Stand", lambda a: a.stand(self.omgeving.vandaag())),
            ],
            sleutel=lambda a: a.id,
        )
        lijst.geopend.connect(self.eindig)
        return lijst

# SPDX-License-Identifier: EUPL-1.2
"""Lopende casus overnemen: signal, weging and decision from paper, with the dates of then.

Search first, as with a signal: whoever already has a dossier does not get a second one here.
"""

import base64
import json

from PySide6 import QtGui

from gemeente_pga.domain import stappen
from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.casus import STANDEN_BIJ_OVERNAME, Overname, beoordeel_overname
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.handelingen.casus import take_over
from gemeente_pga.store.queries import inrichting
from gemeente_pga.store.queries.casus import casus
from gemeente_pga.ui.form import Formulier, nieuwe_sneltoets, vul_keuzes
from gemeente_pga.ui.forms.ui_overnemen import Ui_Overnemen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.widgets.kandidaat import OVERNAME
from gemeente_pga.ui.widgets.persoonzoeker import Persoonkeuze
from gemeente_pga.ui.widgets.veld import label_van

CONCEPT = ("overnemen", "")
BIJLAGECONCEPT = ("overnemen_bijlagen", "")
BESTAAT = (
    "Deze persoon heeft al een dossier. Overnemen maakt een nieuw dossier. Leg in het bestaande dossier een "
    "nieuw signaal vast."
)


class OvernemenScherm(Scherm):
    """One form, one act: dossier, signal, weging and casus, all marked overgenomen."""

    code = "overnemen"
    titel = "Lopende casus overnemen"
    wegwijzersleutel = "casus_overnemen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Overnemen()
        self.ui.setupUi(self)
        self.setObjectName("Form")
        self.zoeker, self.bijlagen = self.ui.zoeker, self.ui.bijlagen
        kader = omgeving.kader
        vul_keuzes(self.ui.bron_soortComboBox, kader.codelijst("bron_soort"))
        vul_keuzes(self.ui.informerenKeuzeGroep, kader.codelijst("informeren"))
        vul_keuzes(self.ui.informeren_grondslagComboBox, kader.codelijst("reden_uitstel_informeren"))
        vul_keuzes(self.ui.geinformeerd_hoeComboBox, kader.codelijst("geinformeerd_hoe"))
        self.ui.standKeuzeGroep.zet_kolom(True)
        vul_keuzes(
            self.ui.standKeuzeGroep, [(s.value, stappen.label("casus", s)) for s in STANDEN_BIJ_OVERNAME]
        )
        naamlabel = label_van(self.zoeker.ui.naamLineEdit, self)
        if naamlabel is not None:
            naamlabel.setText("&Naam zoals die op papier staat")
        self.formulier = Formulier(self, omgeving)
        self.zoeker.koppel(self.formulier, omgeving, wat=OVERNAME)
        self.bijlagen.gewijzigd.connect(self._bewaar_bijlagen)
        self.ui.informerenKeuzeGroep.gewijzigd.connect(self._schik)
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Casus &overnemen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)

    # ---- the window

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu."""
        return [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """An empty form, or what was being typed."""
        self.formulier.zet_concept(CONCEPT)
        super().toon(onderwerp_id, veld)
        if not veld:
            self.zoeker.ui.naamLineEdit.setFocus()
            self.ui.rolScrollArea.verticalScrollBar().setValue(0)

    def herlaad(self) -> None:
        """Fill the choices; what was being typed comes back."""
        if self.formulier.vuil:
            return
        self.formulier.wis()
        with self.omgeving.store.reader() as r:
            gemeenten = inrichting.gemeenten(r)
        vul_keuzes(self.ui.gemeente_idComboBox, [(g.id, g.gemeente.naam) for g in gemeenten])
        een = len(gemeenten) == 1
        self.formulier.vul({"gemeente_id": gemeenten[0].id if een else ""})
        self.formulier.veld("gemeente_id").setVisible(not een)
        self.ui.gemeente_idLabel.setVisible(not een)
        self._herstel_bijlagen()
        self.formulier.herstel_concept()
        self.zoeker.ververs()
        self._schik()

    # ---- recording

    def vastleggen(self) -> None:
        """Read everything once, judge it, and record it or show what is wrong."""
        self.formulier.bewaar_concept()
        keuze = self.zoeker.lees()
        invoer = self.formulier.lees()
        overname = beoordeel_overname(invoer, self.omgeving.kader, self.omgeving.vandaag())
        gebreken = [
            *(keuze if isinstance(keuze, list) else []),
            *(overname if isinstance(overname, list) else []),
        ]
        if isinstance(keuze, Persoonkeuze) and keuze.dossier_id is not None:
            gebreken.append(Gebrek("naam", BESTAAT))
        if not invoer["gemeente_id"]:
            gebreken.append(Gebrek("gemeente_id", "Kies de gemeente waar de persoon verblijft."))
        if gebreken or isinstance(keuze, list) or isinstance(overname, list):
            self.formulier.toon_gebreken(gebreken)
            if gebreken[0].veld == "vergelijking":
                self.zoeker.focus_open_kandidaat()
            return
        self.formulier.wis_gebreken()
        try:
            with self.formulier.wordt_vastgelegd():
                self._neem_over(keuze, overname, int(str(invoer["gemeente_id"])))
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")

    def _neem_over(self, keuze: Persoonkeuze, overname: Overname, gemeente_id: int) -> None:
        casus_id = take_over(
            self.omgeving.store,
            keuze.persoon,
            overname,
            gemeente_id=gemeente_id,
            bijlagen=self.bijlagen.bijlagen(),
            vergelijkingen=keuze.vergelijkingen,
            vandaag=self.omgeving.vandaag(),
            concept=CONCEPT,
        )
        self.omgeving.store.save_concept(*BIJLAGECONCEPT, "")
        self.bijlagen.zet(())
        with self.omgeving.store.reader() as r:
            nieuw = casus(r, casus_id)
        if nieuw is not None:
            self.omgeving.window.open("dossier", nieuw.dossier_id)
            self.omgeving.window.meld(
                f"De casus is overgenomen als {nieuw.nummer}. Leg nu de deelnemers vast."
            )

    # ---- what the form asks

    def _schik(self) -> None:
        """A ground and a second look are asked only for not telling."""
        wel = self.ui.informerenKeuzeGroep.waarde() == "ja"
        for veld, label in (
            ("informeren_grondslag", self.ui.informeren_grondslagLabel),
            ("informeren_opnieuw_op", self.ui.informeren_opnieuw_opLabel),
        ):
            self.formulier.veld(veld).setVisible(not wel)
            label.setVisible(not wel)

    def _bewaar_bijlagen(self) -> None:
        """Files that were chosen are concept too, inside the kluis."""
        inhoud = [
            [b.naam, b.mediatype, base64.b64encode(b.inhoud).decode("ascii")]
            for b in self.bijlagen.bijlagen()
        ]
        self.omgeving.store.save_concept(*BIJLAGECONCEPT, json.dumps(inhoud) if inhoud else "")

    def _herstel_bijlagen(self) -> None:
        tekst = self.omgeving.store.concept(*BIJLAGECONCEPT)
        self.bijlagen.zet(
            [BerichtBijlage(naam, soort, base64.b64decode(b)) for naam, soort, b in json.loads(tekst or "[]")]
        )

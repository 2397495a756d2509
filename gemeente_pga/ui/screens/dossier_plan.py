# SPDX-License-Identifier: EUPL-1.2
"""Plan van aanpak: goals, factors side by side, interventies; a concept that becomes the plan that holds."""

from dataclasses import asdict

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.plan import Plan, Plankop, beoordeel_plan, ontbreekt, waarschuwingen
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen import plan as handelingen
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.plan import Planversie, plan, plan_van_casus, versies
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.forms.ui_plan_kop import Ui_PlanKop
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, Deel, Koppelingen, knop, label, links, merk
from gemeente_pga.ui.screens.dossier_planregels import Planregels
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

UITLEG = (
    "Een plan is eerst een concept. Stelt u het vast, dan ligt het stil. Voor een wijziging maakt u een "
    "nieuwe versie; de oude blijft leesbaar."
)
GEVOLG = (
    "U gaat deze versie vaststellen. Daarna kunt u haar niet meer wijzigen. Wel houdt u de stand van de "
    "interventies bij. De datum om het plan opnieuw te bekijken wordt de volgende herbeoordeling."
)


class Planscherm(Deel):
    """The tab."""

    code = "plan"
    titel = "Plan van aanpak"
    kort = "Plan"
    wegwijzersleutel = "plan_van_aanpak"
    met_casus = True

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._versie_id: int | None = None  # an older version that is being read
        self._versies: tuple[Planversie, ...] = ()
        self.plan: Plan | None = None
        self.regels = Planregels(omgeving, self)
        self.kolom.addWidget(self._bouw_kop())
        self.leegkaart = self._bouw_leeg()
        self.kolom.addWidget(self.leegkaart)
        self.inhoud = QtWidgets.QWidget()
        kolom = QtWidgets.QVBoxLayout(self.inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(self.kolom.spacing())
        for kaart in self.regels.kaarten:
            kolom.addWidget(kaart)
        self.kopvorm = Formulierpaneel(
            omgeving,
            "Als het anders loopt, en wanneer u het plan opnieuw bekijkt",
            Ui_PlanKop(),
            naam=f"{CODE}_plan",
            knop="Afspra&ken vastleggen",
            met_terug=False,
        )
        self.kopvorm.stel_in(
            lambda invoer: beoordeel_plan(invoer, omgeving.kader, self.vandaag()), self._leg_kop_vast
        )
        kolom.addWidget(self.kopvorm)
        self.slotkaart = self._bouw_slot()
        kolom.addWidget(self.slotkaart)
        self.kolom.addWidget(self.inhoud)
        self.kolom.addStretch(1)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The newest version, or the older one that was chosen."""
        super().toon(r, beeld)
        casus_id = beeld.casus.id if beeld.casus else 0
        self._versies = versies(r, casus_id)
        if self._versie_id not in {v.id for v in self._versies}:
            self._versie_id = None
        self.plan = plan(r, self._versie_id) if self._versie_id else plan_van_casus(r, casus_id)
        self._toon_kop(beeld)
        self.leegkaart.setVisible(self.plan is None)
        self.inhoud.setVisible(self.plan is not None)
        if self.plan is None:
            return
        dicht = beeld.gesloten or self.plan.status != "concept"
        mag_stand = not beeld.gesloten and self.plan.status == "vastgesteld"
        self.regels.toon(beeld.dossier_id, self.plan, partijen(r), alleen_lezen=dicht, mag_stand=mag_stand)
        self.kopvorm.toon(self.concept("plan"), asdict(self.plan.kop), alleen_lezen=dicht)
        self._toon_slot(dicht)

    def naar_onderdeel(self, veld: str) -> bool:
        """A list of the plan, a field of its head, or a row ("doel:nieuw", "interventie:<id>")."""
        if veld in {"", self.code}:
            return True
        if self.plan is None:
            self.beginknop.setFocus()
            return veld in {"doelen", "factoren", "interventies", "herbeoordeling_op"}
        if veld in self.kopvorm.formulier.velden():
            self.kopvorm.formulier.focus(veld)
            return True
        return self.regels.naar(veld)

    def plek(self) -> str:
        """The row that is open."""
        return self.regels.plek()

    # ---- showing

    def _toon_kop(self, beeld: Beeld) -> None:
        huidig = self.plan
        self.kopkaart.setVisible(huidig is not None)
        if huidig is None:
            return
        nieuwste = self._versies[0]
        woord, soort = {
            "concept": ("Concept", "open"),
            "vastgesteld": ("Geldt nu", "goed"),
            "vervangen": ("Vervangen door een nieuwere versie", "open"),
        }[huidig.status]
        sinds = f", vastgesteld op {datum_lang(huidig.vastgesteld_op)}" if huidig.vastgesteld_op else ""
        self.kopkaart.zet_titel(f"Plan van aanpak, versie {huidig.versie}")
        self.standmerk.setText(f"{woord}{sinds}")
        self.standmerk.setProperty("rol", f"merk_{soort}")
        self.standmerk.style().unpolish(self.standmerk)
        self.standmerk.style().polish(self.standmerk)
        stil = self.versiekeuze.blockSignals(True)
        self.versiekeuze.clear()
        for versie in self._versies:
            self.versiekeuze.addItem(_versienaam(versie), versie.id)
        self.versiekeuze.setCurrentIndex(max(0, self.versiekeuze.findData(huidig.id)))
        self.versiekeuze.blockSignals(stil)
        self.versiekeuze.setVisible(len(self._versies) > 1)
        self.nieuweknop.setVisible(
            not beeld.gesloten and nieuwste.id == huidig.id and huidig.status == "vastgesteld"
        )

    def _toon_slot(self, dicht: bool) -> None:
        self.slotkaart.setVisible(not dicht)
        if self.plan is None or dicht:
            return
        missend = [
            Ontbreekt(zin, "plan", veld)
            for zin, veld in zip(ontbreekt(self.plan), _velden(self.plan), strict=True)
        ]
        self.mist.toon(missend)
        self.mistkop.setVisible(bool(missend))
        let_op = waarschuwingen(self.plan, self.vandaag())
        self.letop.setText("\n".join(let_op))
        self.letop.setVisible(bool(let_op))
        self.vaststelknop.setEnabled(not missend)

    # ---- acts

    def _begin(self) -> None:
        if self.beeld is None or self.beeld.casus is None:
            return
        self._versie_id = None
        try:
            handelingen.begin_plan(self.omgeving.store, self.beeld.casus.id)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("Er is een concept van het plan. Begin met een doel.")
        QtCore.QTimer.singleShot(0, self, self.regels.doelen.nieuwknop.setFocus)  # when it is shown

    def _leg_kop_vast(self, kop: Plankop, concept: tuple[str, str]) -> None:
        if self.plan is None:
            return
        handelingen.record_plan(self.omgeving.store, self.plan.id, kop, concept=concept)
        self.omgeving.window.meld("De afspraken bij het plan zijn vastgelegd.")

    def _stel_vast(self) -> None:
        if self.plan is None:
            return
        if self.kopvorm.formulier.vuil or self.regels.vuil:
            self.omgeving.window.meld(
                "Er staat nog iets getypt dat niet is vastgelegd. Leg dat eerst vast.", "let_op"
            )
            return
        try:
            handelingen.vaststellen(self.omgeving.store, self.plan.id, op=self.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("Het plan van aanpak is vastgesteld.")

    def _kies_versie(self) -> None:
        gekozen = self.versiekeuze.currentData()
        self._versie_id = gekozen if self._versies and gekozen != self._versies[0].id else None
        if self.beeld is not None:
            self.regels.sluit()
            self.kopvorm.formulier.bewaar_concept()
            self.kopvorm.formulier.klaar()
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    # ---- building

    def _bouw_kop(self) -> QtWidgets.QWidget:
        self.kopkaart = Kaart("Plan van aanpak")
        self.standmerk = merk("", "open")
        self.versiekeuze = QtWidgets.QComboBox()
        self.versiekeuze.setAccessibleName("Versie van het plan")
        self.versiekeuze.currentIndexChanged.connect(self._kies_versie)
        self.nieuweknop = knop("Nieuwe &versie maken", self._begin, icoon="copy", naam="dossier_plan_nieuw")
        self.kopkaart.inhoud.addWidget(self.standmerk)
        self.kopkaart.inhoud.addWidget(label(UITLEG, "stil"))
        self.kopkaart.inhoud.addLayout(links(self.versiekeuze, self.nieuweknop))
        return self.kopkaart

    def _bouw_leeg(self) -> QtWidgets.QWidget:
        kaart = Kaart("Er is nog geen plan van aanpak")
        kaart.inhoud.addWidget(
            label(
                "In het plan staan de doelen, wat het risico vergroot en wat beschermt, en wie wat doet. "
                "Begin met een concept; u stelt het vast als het overleg akkoord is.",
                "stil",
            )
        )
        self.beginknop = knop(
            "&Plan beginnen", self._begin, rol="primair", icoon="plus", naam="dossier_plan_begin"
        )
        kaart.inhoud.addLayout(links(self.beginknop))
        return kaart

    def _bouw_slot(self) -> QtWidgets.QWidget:
        kaart = Kaart("Plan vaststellen")
        self.mistkop = label("Dit ontbreekt nog:", "subkop")
        self.mist = Koppelingen()
        self.mist.gekozen.connect(lambda punt: self.naar_onderdeel(punt.veld))
        self.letop = label("", "merk_let_op")
        self.vaststelknop = knop(
            "&Plan vaststellen",
            self._stel_vast,
            rol="primair",
            icoon="stamp",
            naam="dossier_plan_vaststellen",
        )
        for deel in (self.mistkop, self.mist, self.letop, label(GEVOLG, "stil")):
            kaart.inhoud.addWidget(deel)
        kaart.inhoud.addLayout(links(self.vaststelknop))
        return kaart


def _velden(stuk: Plan) -> list[str]:
    """Where each sentence of domain.plan.ontbreekt is answered, in the same order."""
    uit = []
    if not stuk.doelen:
        uit.append("doelen")
    if not stuk.factoren:
        uit.append("factoren")
    if not stuk.interventies:
        uit.append("interventies")
    if stuk.kop.herbeoordeling_op is None:
        uit.append("herbeoordeling_op")
    return uit


def _versienaam(versie: Planversie) -> str:
    woord = {"concept": "concept", "vastgesteld": "vastgesteld", "vervangen": "vervangen"}[versie.status]
    return f"Versie {versie.versie}, {woord}"

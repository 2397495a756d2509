# SPDX-License-Identifier: EUPL-1.2
"""The rows of the plan: goals, factors (risk and protective side by side) and interventies."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kader import CASUSOVERLEG
from gemeente_pga.domain.plan import (
    Doel,
    Factor,
    Interventie,
    Plan,
    Planregel,
    beoordeel_doel,
    beoordeel_effect,
    beoordeel_factor,
    beoordeel_interventie,
)
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen import plan as handelingen
from gemeente_pga.store.queries.inrichting import PartijRij
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_plan_doel import Ui_PlanDoel
from gemeente_pga.ui.forms.ui_plan_effect import Ui_PlanEffect
from gemeente_pga.ui.forms.ui_plan_factor import Ui_PlanFactor
from gemeente_pga.ui.forms.ui_plan_interventie import Ui_PlanInterventie
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, knop, label
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker
from gemeente_pga.ui.widgets.stroom import StroomLayout

UITLEG_FACTOREN = "Wat vergroot het risico, en wat gaat er goed of beschermt? Beide horen in elk plan."
UITLEG_INTERVENTIES = (
    "Vrijwillige hulp kan het overleg zelf afspreken. Over al het andere beslist een andere instantie; "
    "vul dan in welke."
)
UITLEG_STAND = "De stand van een interventie houdt u hier bij, ook als het plan is vastgesteld."


class Planregels:
    """The three cards with rows; `kaarten` in their order."""

    def __init__(self, omgeving: Omgeving, ouder: QtWidgets.QWidget) -> None:
        self.omgeving = omgeving
        self.ouder = ouder
        self.plan: Plan | None = None
        self._partijen: Sequence[PartijRij] = ()
        self.doelen = Regelbewerker(omgeving, self._doelen())
        self.factoren = Regelbewerker(omgeving, self._factoren())
        self.interventies = Regelbewerker(omgeving, self._interventies())
        self.delen: dict[str, Regelbewerker[Any]] = {
            "doel": self.doelen,
            "factor": self.factoren,
            "interventie": self.interventies,
        }
        self.standen = self._bouw_standen()
        self.kaarten = (
            _kaart("Doelen", "", self.doelen),
            _kaart("Factoren", UITLEG_FACTOREN, self.factoren),
            _kaart("Interventies", UITLEG_INTERVENTIES, self.interventies, self.standen),
        )
        self.interventies.lijsten[0].gekozen.connect(lambda _rij: self._toon_standen())

    @property
    def vuil(self) -> bool:
        """Is something typed in a row that was not recorded?"""
        return self.effect.formulier.vuil or any(
            deel.open and deel.formulier.vuil for deel in self.delen.values()
        )

    def toon(
        self,
        dossier_id: int,
        plan: Plan,
        partijen: Sequence[PartijRij],
        *,
        alleen_lezen: bool,
        mag_stand: bool,
    ) -> None:
        """Show the rows of this version."""
        self.plan, self._partijen = plan, partijen
        self.doelen.toon(dossier_id, plan.doelen, alleen_lezen=alleen_lezen)
        self.factoren.toon(dossier_id, plan.factoren, alleen_lezen=alleen_lezen)
        self.interventies.toon(dossier_id, plan.interventies, alleen_lezen=alleen_lezen)
        self._mag_stand = mag_stand
        self._toon_standen()

    def sluit(self) -> None:
        """Close every form that is open."""
        for deel in self.delen.values():
            deel.sluit()

    def plek(self) -> str:
        """The row that is open: "doel:nieuw", "interventie:<id>"; of several the one that is typed in."""
        open_ = [(naam, deel) for naam, deel in self.delen.items() if deel.open]
        nu = open_[0][1].window().focusWidget() if open_ else None
        open_.sort(key=lambda paar: nu is None or not paar[1].isAncestorOf(nu))
        return next((f"{naam}:{deel.open_rij()}" for naam, deel in open_), "")

    def naar(self, veld: str) -> bool:
        """A list by its name, or a row."""
        lijsten: dict[str, Regelbewerker[Any]] = {
            "doelen": self.doelen,
            "factoren": self.factoren,
            "interventies": self.interventies,
        }
        if veld in lijsten:
            lijsten[veld].nieuwknop.setFocus()
            return True
        naam, _, rij = veld.partition(":")
        if naam not in self.delen:
            return False
        return self.delen[naam].bewerk_plek(rij or "nieuw")

    # ---- acts

    def _leg_vast(
        self, waarde: Doel | Factor | Interventie, rij_id: int | None, concept: tuple[str, str]
    ) -> None:
        if self.plan is None:
            return
        handelingen.record_regel(self.omgeving.store, self.plan.id, waarde, regel_id=rij_id, concept=concept)
        woord = {Doel: "Het doel", Factor: "De factor", Interventie: "De interventie"}[type(waarde)]
        self.omgeving.window.meld(f"{woord} is vastgelegd.")

    def _verwijder(self, rij: Planregel[Any]) -> None:
        if self.plan is not None:
            handelingen.remove_regel(self.omgeving.store, self.plan.id, type(rij.inhoud), rij.id)
            self.omgeving.window.meld("De regel is uit het concept gehaald.")

    def _zet_stand(self, stand: str) -> None:
        rij = self.interventies.lijsten[0].rij()
        if not isinstance(rij, Planregel):
            return
        try:
            handelingen.record_stand(self.omgeving.store, rij.id, stand, op=self.omgeving.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld(
            f"Stand vastgelegd: {self.omgeving.kader.label('interventiestand', stand).lower()}."
        )

    def _leg_effect_vast(self, effect: str, concept: tuple[str, str]) -> None:
        interventie_id = int(concept[0].rpartition("_")[2])
        handelingen.record_effect(self.omgeving.store, interventie_id, effect, concept=concept)
        self.omgeving.window.meld("Het effect is vastgelegd.")

    # ---- standen of a plan that holds

    def _bouw_standen(self) -> QtWidgets.QWidget:
        self._mag_stand = False
        vak = QtWidgets.QWidget()
        self._standtekst = label(UITLEG_STAND, "stil")
        knoppen = QtWidgets.QWidget(vak)
        stroom = StroomLayout(knoppen, ruimte=8)
        self.standknoppen = {}
        for code in self.omgeving.kader.codelijst("interventiestand"):
            knopje = knop(code.naam, partial(self._zet_stand, code.code), naam=f"stand_{code.code}")
            stroom.addWidget(knopje)
            self.standknoppen[code.code] = knopje
        self.effect = Formulierpaneel(
            self.omgeving, "Effect", Ui_PlanEffect(), naam="dossier_effect", knop="Effect vastleggen",
            met_terug=False,
        )  # fmt: skip
        self.effect.stel_in(
            lambda invoer: beoordeel_effect(invoer, self.omgeving.kader, self.omgeving.vandaag()),
            self._leg_effect_vast,
        )
        kolom = QtWidgets.QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self._standtekst)
        kolom.addWidget(knoppen)
        kolom.addWidget(self.effect)
        return vak

    def _toon_standen(self) -> None:
        self.standen.setVisible(self._mag_stand)
        rij = self.interventies.lijsten[0].rij()
        gekozen = rij if isinstance(rij, Planregel) else None
        self._standtekst.setText(
            f"Stand van: {gekozen.inhoud.omschrijving}"
            if gekozen
            else f"{UITLEG_STAND} Kies een interventie."
        )
        for code, knopje in self.standknoppen.items():
            knopje.setEnabled(gekozen is not None and gekozen.inhoud.stand != code)
        self.effect.setVisible(gekozen is not None)
        if gekozen is not None and self._mag_stand and self.plan is not None:
            concept = (f"{CODE}_effect_{gekozen.id}", str(self.plan.dossier_id))
            self.effect.toon(concept, {"effect": gekozen.inhoud.effect}, alleen_lezen=False)

    # ---- what is listed

    def _doelen(self) -> Opzet[Planregel[Doel]]:
        return Opzet(
            concept=f"{CODE}_doel",
            ontwerp=Ui_PlanDoel,
            kolommen=[
                Kolom("Nr.", lambda d: str(self._nummer(d.id))),
                Kolom("Doel", lambda d: d.inhoud.tekst, rek=True),
                Kolom("Leefgebied", lambda d: self._woord("leefgebied", d.inhoud.leefgebied)),
            ],
            waarden=lambda d: asdict(d.inhoud),
            beoordeel=lambda i: beoordeel_doel(i, self.omgeving.kader, self.omgeving.vandaag()),
            leg_vast=self._leg_vast,
            verwijder=self._verwijder,
            vul=self._vul_leefgebied,
            nieuw="D&oel toevoegen",
            vastleggen="Doel &vastleggen",
            leeg="Er is nog geen doel. Een goed doel zegt wat er anders is als het is bereikt.",
        )

    def _factoren(self) -> Opzet[Planregel[Factor]]:
        return Opzet(
            concept=f"{CODE}_factor",
            ontwerp=Ui_PlanFactor,
            kolommen=[
                Kolom("Factor", lambda f: f.inhoud.tekst, rek=True),
                Kolom("Leefgebied", lambda f: self._woord("leefgebied", f.inhoud.leefgebied)),
            ],
            waarden=lambda f: asdict(f.inhoud),
            beoordeel=lambda i: beoordeel_factor(i, self.omgeving.kader, self.omgeving.vandaag()),
            leg_vast=self._leg_vast,
            verwijder=self._verwijder,
            vul=self._vul_factor,
            lijsten=[
                ("Risicofactoren", lambda f: f.inhoud.soort == "risico"),
                ("Beschermende factoren", lambda f: f.inhoud.soort == "beschermend"),
            ],
            nieuw="&Factor toevoegen",
            vastleggen="Factor &vastleggen",
            leeg="Er zijn nog geen factoren vastgelegd.",
        )

    def _interventies(self) -> Opzet[Planregel[Interventie]]:
        return Opzet(
            concept=f"{CODE}_interventie",
            ontwerp=Ui_PlanInterventie,
            kolommen=[
                Kolom("Interventie", lambda i: i.inhoud.omschrijving, rek=True),
                Kolom("Wie", lambda i: i.inhoud.eigenaar),
                Kolom(
                    "Beslist door",
                    lambda i: "vrijwillig" if i.inhoud.vrijwillig else i.inhoud.beslisser,
                ),
                Kolom("Periode", _periode),
                Kolom("Stand", lambda i: self._woord("interventiestand", i.inhoud.stand)),
            ],
            waarden=lambda i: asdict(i.inhoud),
            beoordeel=lambda i: beoordeel_interventie(i, self.omgeving.kader, self.omgeving.vandaag()),
            leg_vast=self._leg_vast,
            verwijder=self._verwijder,
            vul=self._vul_interventie,
            begin=self._begin_interventie,
            nieuw="&Interventie toevoegen",
            vastleggen="Interventie &vastleggen",
            leeg="Er is nog geen interventie.",
        )

    def _begin_interventie(self) -> Mapping[str, object]:
        return {"stand": "nog_niet_begonnen"}

    def _vul_leefgebied(self, formulier: Formulier) -> None:
        self._zet(formulier, "leefgebied", self.omgeving.kader.codelijst("leefgebied"))

    def _vul_factor(self, formulier: Formulier) -> None:
        self._vul_leefgebied(formulier)
        self._zet(formulier, "soort", self.omgeving.kader.codelijst("factorsoort"))

    def _vul_interventie(self, formulier: Formulier) -> None:
        kader, dag = self.omgeving.kader, self.omgeving.vandaag()
        self._vul_leefgebied(formulier)
        gronden = {
            g.code: g
            for soort in ("beide", "geven")
            for g in kader.grondslagen(soort, op=dag, fase=CASUSOVERLEG)
        }
        self._zet(formulier, "soort", kader.codelijst("interventiesoort"))
        self._zet(formulier, "stand", kader.codelijst("interventiestand"))
        self._zet(formulier, "grondslag", [(g.code, g.naam) for g in gronden.values()])
        self._zet(formulier, "partij_id", [(p.id, p.partij.naam) for p in self._partijen])
        doelen = self.plan.doelen if self.plan else ()
        self._zet(formulier, "doel_id", [(d.id, f"{n}. {d.inhoud.tekst}") for n, d in enumerate(doelen, 1)])

    def _zet(self, formulier: Formulier, veld: str, keuzes: Sequence[Any]) -> None:
        vul_keuzes(formulier.widget(veld), keuzes)  # type: ignore[arg-type] # all of them are choices

    def _nummer(self, doel_id: int) -> int:
        doelen = self.plan.doelen if self.plan else ()
        return next((n for n, d in enumerate(doelen, 1) if d.id == doel_id), 0)

    def _woord(self, lijst: str, code: str) -> str:
        return self.omgeving.kader.label(lijst, code) if code else ""


def _periode(regel: Planregel[Interventie]) -> str:
    i = regel.inhoud
    van = datum_kort(i.start) if i.start else ""
    tot = datum_kort(i.einde) if i.einde else ""
    loopt = f"{van} – {tot}" if van and tot else f"vanaf {van}" if van else f"tot {tot}" if tot else ""
    opnieuw = f"opnieuw op {datum_kort(i.opnieuw_bekijken_op)}" if i.opnieuw_bekijken_op else ""
    return ", ".join(deel for deel in (loopt, opnieuw) if deel)


def _kaart(titel: str, uitleg: str, *delen: QtWidgets.QWidget) -> Kaart:
    kaart = Kaart(titel)
    if uitleg:
        kaart.inhoud.addWidget(label(uitleg, "stil"))
    for deel in delen:
        kaart.inhoud.addWidget(deel)
    return kaart

# SPDX-License-Identifier: EUPL-1.2
"""The editor of one information item, the same in a weging and in an overleg.

Suggests grounds for the giver and says so; never chooses what kind of statement it is, what kind of data, or
what may be done with it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gevoelig import HINT_GEWOON
from gemeente_pga.domain.grond import (
    BIJZONDER,
    GEWOON,
    HULP_GRONDEN,
    HULPVERLENING,
    OPEN_BRON,
    ontbrekende_grond,
    past,
)
from gemeente_pga.domain.informatie import (
    CITEREN_NA_AKKOORD,
    NIET_VASTLEGGEN,
    Informatie,
    InformatieItem,
    beoordeel_informatie,
    suggest_gronden,
)
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Grondslag
from gemeente_pga.domain.kaderstand import aflopend, zin_loopt_af
from gemeente_pga.handelingen.informatie import (
    correct_informatie,
    register_informatie,
    strike_informatie,
)
from gemeente_pga.store.queries.informatie import vorige_gronden
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_informatie import Ui_Informatie
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes, zet_alleen_lezen
from gemeente_pga.ui.widgets.hint import attach_hint
from gemeente_pga.ui.widgets.inbrengplek import Inbrengplek
from gemeente_pga.ui.widgets.uitklap import Uitklap

SCHRAP_TITEL = "Deze informatie schrappen?"
SCHRAP_TEKST = (
    "U haalt de tekst weg uit het dossier, uit het concept en uit de zoekindex. Dat kan niet ongedaan worden "
    "gemaakt. In het journaal blijft alleen staan dát er iets is geschrapt."
)
# What may stay empty and rarely is filled; shut until it holds something or is asked for.
_MEER = ("gever", "gecontroleerd", "deelbaar_met", "einddatum")


@dataclass
class _Bezig:
    """What is in the form now."""

    item: InformatieItem | None = None
    herkomst: Mapping[str, int | str] = field(default_factory=dict)
    open_bron: bool = False


class InformatieEditor(QtWidgets.QWidget):
    """Type an item, check it, record it; or change or strike one that was recorded."""

    vastgelegd = QtCore.Signal(object)
    """id of the item"""
    geschrapt = QtCore.Signal(object)
    gestopt = QtCore.Signal()
    """changing an item was given up"""

    def __init__(self, omgeving: Omgeving, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.omgeving = omgeving
        self.plek: Inbrengplek | None = None
        self._kader = omgeving.kader
        self._bezig = _Bezig()
        self._voorgesteld: dict[str, object] = {}
        self._tekst_terug = ""
        self.setProperty("eigen_formulier", True)
        self.ui = Ui_Informatie()
        self.ui.setupUi(self)
        self.deelbaar = Vinkjes(self.ui.deelbaarKeuzes, self.ui.deelbaar_metLineEdit)
        self.formulier = Formulier(self, omgeving)
        self._meer = Uitklap(self.ui.meerButton, self.ui.meerVak, self.ui.meerLabel, self._zin_meer)
        self._vul_lijsten()
        ui = self.ui
        self._toon_hint = attach_hint(
            self.formulier,
            ("tekst",),
            zin=HINT_GEWOON,
            alleen_als=lambda: str(ui.categorieKeuzeGroep.waarde()) != BIJZONDER,
        )
        ui.categorieKeuzeGroep.gewijzigd.connect(self._toon_hint)
        ui.partij_idComboBox.currentIndexChanged.connect(self._kies_partij)
        ui.grondslag_geverComboBox.currentIndexChanged.connect(self._toon_gronden)
        ui.grondslag_ontvangerComboBox.currentIndexChanged.connect(self._toon_gronden)
        ui.verkregenComboBox.currentIndexChanged.connect(self._toon_waarschuwingen)
        ui.contactdoelComboBox.currentIndexChanged.connect(self._kies_contactdoel)
        ui.categorieKeuzeGroep.gewijzigd.connect(self._toon_waarschuwingen)
        ui.categorieKeuzeGroep.gewijzigd.connect(self._toon_gronden)
        ui.markeringKeuzeGroep.gewijzigd.connect(self._volg_markering)
        ui.vastleggenButton.clicked.connect(self.vastleggen)
        ui.nietButton.clicked.connect(self._stop)
        ui.schrapButton.clicked.connect(self._schrap)

    # ---- what it is about

    def richt(self, plek: Inbrengplek) -> None:
        """From now on items belong here. Typing that was kept comes back."""
        anders = self.plek is None or self.plek.concept != plek.concept
        ander_dossier = self.plek is None or self.plek.dossier_id != plek.dossier_id
        self.plek = plek
        if ander_dossier:
            self._kader = self.omgeving.kader_van_dossier(plek.dossier_id)
            self._vul_lijsten()
        vul_keuzes(self.ui.partij_idComboBox, [(p.id, p.naam) for p in plek.partijen])
        self.deelbaar.toon([(p.id, p.naam) for p in plek.partijen])
        if anders:
            self.formulier.zet_concept(plek.concept)
            self.nieuw()
            self.formulier.herstel_concept()
            self._volg_alles()
        self._toon_knoppen()

    @property
    def item(self) -> InformatieItem | None:
        """The item that is being changed; None for a new one."""
        return self._bezig.item

    def nieuw(
        self,
        voorstel: Mapping[str, object] | None = None,
        herkomst: Mapping[str, int | str] | None = None,
        *,
        open_bron: bool = False,
    ) -> None:
        """An empty form, or one filled with a suggestion; herkomst: signaal_id and signaal_deel.

        open_bron: the reporter of that signal had it from an open source.
        """
        partij = self.ui.partij_idComboBox.currentData()
        if self.plek is not None:
            self.formulier.zet_concept(self.plek.concept)
        self._bezig = _Bezig(None, dict(herkomst or {}), open_bron)
        self._voorgesteld = {}
        self._tekst_terug = ""
        self.formulier.wis()
        # The same party goes on talking more often than not; the user sees it and can change it.
        self.formulier.vul({"partij_id": partij} | dict(voorstel or {}))
        self._kies_partij()
        self._volg_alles()

    def wijzig(self, item: InformatieItem) -> None:
        """Show this item to be changed."""
        if self.plek is None:
            return
        soort, sleutel = self.plek.concept
        self.formulier.zet_concept((soort, f"{sleutel}:{item.id}"))
        self._bezig = _Bezig(item, open_bron=bool(item.inhoud.vinder))
        self._voorgesteld = {}
        self.formulier.wis()
        deelbaar = ",".join(str(id_) for id_ in item.deelbaar_met)
        erbij = (item.inhoud.grondslag_gever, item.inhoud.grondslag_ontvanger)
        self._laad_gronden(item.inhoud.partij_id, erbij)
        self.formulier.vul(asdict(item.inhoud) | {"deelbaar_met": deelbaar})
        self.formulier.herstel_concept()
        self._volg_alles()
        self.formulier.focus("tekst")

    def zet_alleen_lezen(self, aan: bool) -> None:
        """Let the fields be read but not changed."""
        zet_alleen_lezen(self.formulier, aan)
        self.deelbaar.zet_alleen_lezen(aan)
        for knop in (self.ui.vastleggenButton, self.ui.nietButton, self.ui.schrapButton):
            knop.setVisible(not aan)

    # ---- the acts

    def vastleggen(self) -> None:
        """Judge what stands here; record it or show what is wrong."""
        if self.plek is None:
            return
        kader, vandaag = self._kader, self.omgeving.vandaag()
        bron = self._bezig.open_bron
        self._toon_meer(blijft=True)  # what is wrong in there has to be seen
        uitkomst = self.formulier.beoordeel(
            lambda invoer: beoordeel_informatie(invoer, kader, vandaag, open_bron=bron)
        )
        if uitkomst is None:
            return
        reden = self._reden_aanvulling() if self.plek.aanvulling else None
        if self.plek.aanvulling and reden is None:
            return
        with self.formulier.wordt_vastgelegd():
            informatie_id = self._leg_vast(self.plek, uitkomst, reden)
        self.nieuw()
        self.vastgelegd.emit(informatie_id)

    def _leg_vast(self, plek: Inbrengplek, informatie: Informatie, reden: str | None) -> int:
        store = self.omgeving.store
        item = self._bezig.item
        if item is None:
            return register_informatie(
                store,
                plek.dossier_id,
                informatie,
                waarbij={**plek.waarbij, **self._bezig.herkomst},
                deelbaar_met=self.deelbaar.ids(),
                aanvulling=reden,
                concept=plek.concept,
            )
        concept = self._concept_van(plek, item)
        correct_informatie(store, item.id, informatie, deelbaar_met=self.deelbaar.ids(), concept=concept)
        return item.id

    def _reden_aanvulling(self) -> str | None:
        redenen = [(c.code, c.naam) for c in self._kader.codelijst("reden_correctie")]
        tekst = "Wat vastgesteld is, verandert niet. Uw aanvulling komt erbij te staan, met deze reden."
        return messages.kies_reden(self, "Waarom vult u dit aan?", tekst, redenen, "Aanvulling vastleggen")

    def _schrap(self) -> None:
        item = self._bezig.item
        if item is None or self.plek is None:
            return
        if not messages.vraag(self, SCHRAP_TITEL, SCHRAP_TEKST, "Schrappen", "Laten staan"):
            return
        with self.formulier.wordt_vastgelegd():
            strike_informatie(self.omgeving.store, item.id, concepten=[self._concept_van(self.plek, item)])
        self.nieuw()
        self.geschrapt.emit(item.id)

    def _stop(self) -> None:
        """Throw away what was typed here: the user says so."""
        item = self._bezig.item
        if self.plek is not None:
            concept = self._concept_van(self.plek, item) if item else self.plek.concept
            self.formulier.klaar()
            self.omgeving.store.discard_concept(*concept)
        self.nieuw()
        self.gestopt.emit()

    @staticmethod
    def _concept_van(plek: Inbrengplek, item: InformatieItem) -> tuple[str, str]:
        soort, sleutel = plek.concept
        return soort, f"{sleutel}:{item.id}"

    # ---- what the screen says along

    def _vul_lijsten(self) -> None:
        kader, ui = self._kader, self.ui
        vul_keuzes(ui.soort_uitspraakKeuzeGroep, kader.codelijst("soort_uitspraak"))
        vul_keuzes(ui.categorieKeuzeGroep, kader.codelijst("categorie"))
        vul_keuzes(ui.markeringKeuzeGroep, kader.codelijst("markering"))
        vul_keuzes(ui.verkregenComboBox, kader.codelijst("verkregen"))
        vul_keuzes(ui.contactdoelComboBox, kader.codelijst("contactdoel"))
        vul_keuzes(ui.gecontroleerdComboBox, kader.codelijst("gecontroleerd"))
        self._laad_gronden(None)

    def _laad_gronden(self, partij_id: int | None, erbij: tuple[str, str] = ("", "")) -> None:
        """Only the grounds of this phase are offered, and to give those of this kind of party.

        Whoever passes on a help conversation goes by the ground of whoever gave the help.
        erbij: what an item was recorded with stays to choose, (gever, ontvanger)."""
        kader, dag, fase = self._kader, self.omgeving.vandaag(), self.plek.fase if self.plek else ""
        soort = next((p.soort for p in self.plek.partijen if p.id == partij_id), None) if self.plek else None
        for veld, richting, partij, was in (
            (self.ui.grondslag_geverComboBox, "geven", soort, erbij[0]),
            (self.ui.grondslag_ontvangerComboBox, "ontvangen", None, erbij[1]),
        ):
            gronden = kader.grondslagen(richting, partij, op=dag, fase=fase)
            if richting == "geven" and self.ui.contactdoelComboBox.currentData() == HULPVERLENING:
                alle = kader.grondslagen(richting, op=dag, fase=fase)
                gronden += tuple(g for g in alle if g.code in HULP_GRONDEN and g not in gronden)
            anders = [kader.grondslag(was)] if was and was not in {g.code for g in gronden} else []
            vul_keuzes(veld, [_keuze(g) for g in (*gronden, *anders)])

    def _kies_partij(self) -> None:
        """Suggest what this giver usually goes by; what the user chose stays."""
        partij_id = self.ui.partij_idComboBox.currentData()
        if self.plek is None:
            return
        item = self._bezig.item
        erbij = (item.inhoud.grondslag_gever, item.inhoud.grondslag_ontvanger) if item else ("", "")
        self._laad_gronden(partij_id if isinstance(partij_id, int) else None, erbij)
        partij = next((p for p in self.plek.partijen if p.id == partij_id), None)
        if partij is None or self._bezig.item is not None:
            self._neem_voorstel_terug(partij is None)
            return
        with self.omgeving.store.reader() as r:
            eerder = vorige_gronden(r, self.plek.dossier_id, partij.id)
        vandaag = self.omgeving.vandaag()
        gever, ontvanger = suggest_gronden(self._kader, partij.soort, eerder, vandaag, fase=self.plek.fase)
        nu = self.formulier.lees()
        voorstel: dict[str, object] = {
            "grondslag_gever": gever, "grondslag_ontvanger": ontvanger, "doel": self.plek.doel,
        }  # fmt: skip
        mag = {veld: w for veld, w in voorstel.items() if nu[veld] in ("", self._voorgesteld.get(veld))}
        self._voorgesteld |= mag
        self.formulier.vul(mag)
        self._toon_gronden()

    def _neem_voorstel_terug(self, niemand: bool) -> None:
        """What was suggested for a giver goes with that giver; what the user chose stays."""
        nu = self.formulier.lees()
        weg = [v for v, w in self._voorgesteld.items() if v != "doel" and nu[v] == w] if niemand else []
        self.formulier.vul(dict.fromkeys(weg, ""))
        self._voorgesteld = {v: w for v, w in self._voorgesteld.items() if v not in weg}
        self._toon_gronden()

    def _kies_contactdoel(self) -> None:
        """Other grounds to give are offered, and a help conversation has its own warning."""
        item = self._bezig.item
        erbij = (item.inhoud.grondslag_gever, item.inhoud.grondslag_ontvanger) if item else ("", "")
        partij_id = self.ui.partij_idComboBox.currentData()
        self._laad_gronden(partij_id if isinstance(partij_id, int) else None, erbij)
        self._toon_gronden()
        self._toon_waarschuwingen()

    def _toon_gronden(self) -> None:
        kader, nu = self._kader, self.formulier.lees()
        loopt_af = dict(aflopend(kader, self.omgeving.vandaag()))
        regels: list[str] = []
        velden = ("grondslag_gever", "grondslag_ontvanger")
        if any(nu[veld] and nu[veld] == self._voorgesteld.get(veld) for veld in velden):
            regels.append("Voorstel bij deze gever. Controleer of het hier klopt.")
        for code in dict.fromkeys(str(nu[veld]) for veld in velden if nu[veld]):
            grond = kader.grondslag(code)
            niet_vast = " (niet vastgesteld)" if grond.status == NIET_VASTGESTELD else ""
            regels.append(f"{grond.naam}{niet_vast}: {grond.voorwaarden}")
            if nu["categorie"] and not past(grond, str(nu["categorie"])):
                regels.append(ontbrekende_grond(kader, grond, str(nu["categorie"])))
            if grond in loopt_af:
                regels.append(zin_loopt_af(grond, loopt_af[grond]))
        self.ui.grondslagLabel.setText("\n".join(regels))
        self.ui.grondslagLabel.setVisible(bool(regels))

    def _toon_waarschuwingen(self) -> None:
        nu = self.formulier.lees()
        for lijst, label in (
            ("verkregen", self.ui.verkregenLabel),
            ("categorie", self.ui.categorieLabel),
            ("contactdoel", self.ui.contactdoelLabel),
        ):
            code = str(nu[lijst])
            zin = self._kader.keuze(lijst, code).waarschuwing if code else ""
            label.setText(zin)
            label.setVisible(bool(zin))
        zwaar = str(nu["categorie"]) not in {"", GEWOON} or nu["contactdoel"] == HULPVERLENING
        self.ui.noodzaakVak.setVisible(zwaar or bool(nu["noodzaak"]))
        open_bron = nu["verkregen"] == OPEN_BRON or self._bezig.open_bron
        self.ui.openBronVak.setVisible(open_bron or bool(nu["vinder"] or nu["vindplaats"]))

    def _volg_markering(self) -> None:
        """What may not be recorded is not kept, not even as concept; another choice brings it back."""
        markering = str(self.ui.markeringKeuzeGroep.waarde())
        veld = self.ui.tekstPlainTextEdit
        weg = markering == NIET_VASTLEGGEN
        if weg and veld.toPlainText():
            self._tekst_terug = veld.toPlainText()
            veld.clear()
            self.formulier.bewaar_concept()
        elif not weg and self._tekst_terug and not veld.toPlainText():
            veld.setPlainText(self._tekst_terug)
            self._tekst_terug = ""
        veld.setEnabled(not weg)
        code = self._kader.keuze("markering", markering) if markering else None
        self.ui.markeringLabel.setText(code.toelichting if code else "")
        self.ui.markeringLabel.setVisible(bool(code and code.toelichting))
        akkoord = markering == CITEREN_NA_AKKOORD
        self.ui.verder_gebruikCheckBox.setText(
            "De bronhouder is akkoord met citeren" if akkoord else "Mag verder worden gebruikt"
        )

    def _toon_meer(self, *, blijft: bool = False) -> None:
        """Open what is rarely needed when something stands in it; blijft: what is open stays open."""
        nu = self.formulier.lees()
        gevuld = any(nu[veld] for veld in _MEER)
        if gevuld or not blijft:
            self._meer.zet(gevuld)

    def _zin_meer(self) -> str:
        """What holds for this item while the part below is shut."""
        nu = self.formulier.lees()
        delen = "met wie u aanvinkte" if nu["deelbaar_met"] else "met iedereen aan tafel"
        einde = "met een einddatum" if nu["einddatum"] else "zonder einddatum"
        return f"Nu: te delen {delen}, {einde}."

    def _volg_alles(self) -> None:
        self._toon_meer()
        self._toon_gronden()
        self._toon_waarschuwingen()
        self._volg_markering()
        self._toon_knoppen()

    def _toon_knoppen(self) -> None:
        bestaand = self._bezig.item is not None
        self.ui.nietButton.setText("Niet wijzigen" if bestaand else "Leegmaken")
        self.ui.schrapButton.setVisible(bestaand)
        aanvulling = self.plek is not None and self.plek.aanvulling
        titel = "Aanvulling vastle&ggen" if aanvulling else "Informatie vastle&ggen"
        self.ui.vastleggenButton.setText("Wijziging &vastleggen" if bestaand else titel)


def _keuze(grond: Grondslag) -> tuple[str, str]:
    artikel = f", {grond.vindplaats}" if grond.artikel else ""
    return grond.code, f"{grond.naam}{artikel}"

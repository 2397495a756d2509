# SPDX-License-Identifier: EUPL-1.2
"""When, where and led by whom; secrecy, copies and the next meeting. Also where a new meeting begins."""

import json

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.overleg import ZVH, Deelnemer, Overleg, beoordeel_overleg
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen.overleg import change_overleg, prepare_overleg
from gemeente_pga.store.queries.casus import lopende_casussen
from gemeente_pga.store.queries.inrichting import aan_het_werk, gemeenten, partijen
from gemeente_pga.store.queries.overleg import (
    Overlegkop,
    agenda,
    komende_overleggen,
    laatste_overleg,
    overleggen,
    voorstel_deelnemers,
)
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_hoofd import Ui_OverlegHoofd
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Koppelingen
from gemeente_pga.ui.screens.overleg_agenda import Casuslijst
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, Deel, toon_stand, vul_formulier
from gemeente_pga.ui.widgets.invoer import Jaarvuller

_NIEUWE_AGENDA = ":agenda"  # the ticks of a meeting that is not recorded yet


class HoofdDeel(Deel):
    """The head of the meeting. Without a meeting (`toon_nieuw`): the form that makes one."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegHoofd()
        self.ui.setupUi(self.inhoud)
        self.plaats(self.ui.layout)
        self.formulier = Formulier(self.inhoud, omgeving)
        kader = omgeving.kader
        vul_keuzes(self.ui.verslag_doorKeuzeGroep, kader.codelijst("verslag_door"))
        vul_keuzes(self.ui.vorig_verslagComboBox, kader.codelijst("vorig_verslag"))
        self.gevraagd: int | None = None  # the casus that a new meeting was asked for
        self.casussen = Casuslijst()
        self.casussen.gewijzigd.connect(self._bewaar_casussen)
        self.gepland = Koppelingen()
        self.gepland.gekozen.connect(lambda punt: self._naar_gepland(punt.veld))
        self.ui.casussenLayout.addWidget(self.gepland)
        self.ui.casussenLayout.addWidget(self.casussen)
        self._vorig: Overlegkop | None = None
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.ui.vorigPushButton.clicked.connect(self._naar_vorig)
        self.formulier.gewijzigd.connect(self._bij)
        self.jaar = Jaarvuller([self.ui.volgend_overlegDatumEdit], self.ui.datumDatumEdit.datum)

    # ---- a meeting that exists

    def vul(self, beeld: Beeld) -> None:
        """The head as recorded, or as it was being typed."""
        self._vorig = beeld.vorig
        vul_formulier(self.formulier, f"{beeld.kop.id}:overleg", beeld.kop.inhoud)
        self.ui.casussenKaart.hide()
        self.ui.bijKaart.setVisible(not beeld.voorbereiding)
        self.ui.volgendKaart.setVisible(not beeld.voorbereiding)
        self.formulier.veld("einde").setVisible(True)
        self._knop("Gegevens vast&leggen")
        self.inhoud.setEnabled(not beeld.vast)
        self._toon_vorig()
        self._bij()

    # ---- a new meeting

    def toon_nieuw(self) -> None:
        """An empty meeting, filled in with what the last one said about this one."""
        self.beeld = None
        self.inhoud.setEnabled(True)
        self.ui.casussenKaart.show()
        self.ui.bijKaart.hide()
        self.ui.volgendKaart.hide()
        self._knop("Overleg vast&leggen")
        with self.omgeving.store.reader() as r:
            self._vorig = laatste_overleg(r)
            begin = self._begin(r)
            lopend = lopende_casussen(r)
            komend = komende_overleggen(r, self.omgeving.vandaag())
            vorige = [p.casus_id for p in agenda(r, self._vorig.id)] if self._vorig else []
        vul_formulier(self.formulier, "", begin)
        getypt = self.omgeving.store.concept(CODE, _NIEUWE_AGENDA)
        nog = {c.id for c in lopend}
        op_agenda = [c for c in (json.loads(getypt) if getypt else vorige) if c in nog]
        if self.gevraagd in nog and self.gevraagd not in op_agenda:
            op_agenda.append(self.gevraagd)
        self.casussen.vul(lopend, op_agenda)
        self.gepland.toon([Ontbreekt(_gepland(kop), "overleg", str(kop.id)) for kop in komend])
        self._bij()

    def vastleggen(self) -> None:
        """Record the head, or make the meeting."""
        self.jaar.vul_aan()
        self.formulier.bewaar_concept()
        uitkomst = beoordeel_overleg(self.formulier.lees(), self.omgeving.kader, self.omgeving.vandaag())
        if isinstance(uitkomst, list):
            self.formulier.toon_gebreken(uitkomst)
        elif self.beeld is None:
            self._maak(uitkomst)
        else:
            self.formulier.wis_gebreken()
            sleutel = (CODE, f"{self.beeld.kop.id}:overleg")
            with self.formulier.wordt_vastgelegd():
                change_overleg(self.omgeving.store, self.beeld.kop.id, uitkomst, concept=sleutel)
            self.omgeving.window.meld("Gegevens van het overleg vastgelegd.")

    # ---- inside

    def _maak(self, overleg: Overleg) -> None:
        gekozen = self.casussen.gekozen()
        if not gekozen:
            self.formulier.toon_gebreken([Gebrek("casussen", "Zet ten minste één casus op de agenda.")])
            self.casussen.setFocus()
            return
        with self.omgeving.store.reader() as r:
            genodigden = self._genodigden(r, gekozen, overleg)
        try:
            with self.formulier.wordt_vastgelegd():
                overleg_id = prepare_overleg(
                    self.omgeving.store,
                    overleg,
                    casus_ids=gekozen,
                    deelnemers=genodigden,
                    vorig_overleg_id=self._vorig.id if self._vorig else None,
                    concept=(CODE, ""),
                )
                self.omgeving.store.discard_concept(CODE, _NIEUWE_AGENDA)
                self.gemaakt.emit(overleg_id)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")

    def _genodigden(
        self, r: Reader, gekozen: tuple[int, ...], overleg: Overleg
    ) -> dict[Deelnemer, tuple[int, ...]]:
        """The participants of the casussen; the coordinator too when the list lacks her."""
        voorstel = voorstel_deelnemers(r, gekozen, overleg.datum)
        ik = aan_het_werk(r, self.omgeving.store.wie.gebruiker_id)
        gemeente = next((p for p in partijen(r) if p.partij.soort == "gemeente"), None)
        if ik and gemeente and all(d.naam != ik.gebruiker.naam for d in voorstel):
            zelf = Deelnemer(
                gemeente.id, ik.gebruiker.naam, ik.gebruiker.functie, "verslaglegger", "", False, ""
            )
            return {zelf: gekozen, **voorstel}
        return voorstel

    def _begin(self, r: Reader) -> dict[str, object]:
        """What is known before anything is typed."""
        gemeente = next(iter(gemeenten(r)), None)
        ik = aan_het_werk(r, self.omgeving.store.wie.gebruiker_id)
        waarden: dict[str, object] = dict.fromkeys(self.formulier.velden())
        waarden |= {
            "verslag_door": gemeente.gemeente.bronregistratie if gemeente else "gemeente",
            "verslaglegger": ik.gebruiker.naam if ik else "",
            "vorig_verslag": "" if self._vorig else "geen",
        }
        if self._vorig is not None:
            was = self._vorig.inhoud
            nog_vrij = all(o.inhoud.datum != was.volgend_overleg for o in overleggen(r))
            waarden |= {
                "datum": was.volgend_overleg if nog_vrij else None,
                "begin": was.volgend_overleg_tijd if nog_vrij else "",
                "plaats": was.volgend_overleg_plaats or was.plaats,
                "voorzitter": was.voorzitter,
                "verslaglegger": was.verslaglegger or waarden["verslaglegger"],
                "verslag_door": was.verslag_door,
            }
        return waarden

    def _bewaar_casussen(self) -> None:
        self.omgeving.store.save_concept(CODE, _NIEUWE_AGENDA, json.dumps(self.casussen.gekozen()))

    def _knop(self, tekst: str) -> None:
        self.ui.vastleggenPushButton.setText(tekst)

    def _bij(self) -> None:
        zvh = self.ui.verslag_doorKeuzeGroep.waarde() == ZVH
        nieuw = self.beeld is None or self.beeld.voorbereiding
        self.ui.kenmerk_zvhLabel.setVisible(zvh and not nieuw)
        self.formulier.veld("kenmerk_zvh").setVisible(zvh and not nieuw)
        toon_stand(self.formulier, self.ui.standLabel)

    def _toon_vorig(self) -> None:
        open_ = self._vorig is not None and self._vorig.vastgesteld_op is None
        self.ui.vorigPushButton.setVisible(open_)
        if self._vorig is not None and open_:
            dag = datum_lang(self._vorig.inhoud.datum)
            self.ui.vorigPushButton.setText(f"Het verslag van {dag} vaststellen")
        theme.zet_iconen(self.inhoud)

    def _naar_gepland(self, overleg_id: str) -> None:
        self.omgeving.window.open("overleg", int(overleg_id), "agenda")

    def _naar_vorig(self) -> None:
        if self._vorig is not None:
            self.omgeving.window.open("overleg", self._vorig.id, "verslag")


def _gepland(kop: Overlegkop) -> str:
    """So that nobody plans a second meeting for a casus that the first has room for."""
    dag = datum_lang(kop.inhoud.datum)
    return f"Overleg {kop.nummer} op {dag} is al gepland. Zet een casus daar op de agenda."

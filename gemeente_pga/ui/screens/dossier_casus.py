# SPDX-License-Identifier: EUPL-1.2
"""The panels about the casus as a whole: regie, informing the betrokkene, a step, closing."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from functools import partial
from typing import ClassVar

from gemeente_pga.domain import stappen
from gemeente_pga.domain.casus import (
    Casus,
    Casusstap,
    Regiewijziging,
    Sluiting,
    beoordeel_regie,
    beoordeel_sluiting,
    beoordeel_stap,
    eerste_herbeoordeling,
    is_overgeslagen,
    needs_afwijking,
    sluit_waarschuwingen,
    stapkeuzes,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.herbeoordeling import AFSCHALEN, OPSCHALEN
from gemeente_pga.domain.informeren import Informeren, beoordeel_informeren
from gemeente_pga.domain.schaling import RICHTINGEN, Schaling, beoordeel_schaling
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.handelingen import casus as handelingen
from gemeente_pga.handelingen.schaling import scale
from gemeente_pga.store.queries.casusfeiten import casusfeiten, eerste_signaal, open_overleggen
from gemeente_pga.store.queries.dossierstuk import lopende_interventies
from gemeente_pga.store.queries.herbeoordeling import herbeoordeling, laatste_herbeoordeling
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_casus_afsluiten import Ui_CasusAfsluiten
from gemeente_pga.ui.forms.ui_casus_informeren import Ui_CasusInformeren
from gemeente_pga.ui.forms.ui_casus_regie import Ui_CasusRegie
from gemeente_pga.ui.forms.ui_casus_schalen import Ui_CasusSchalen
from gemeente_pga.ui.forms.ui_casus_stap import Ui_CasusStap
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.afwijkvelden import GEEN_AFWIJKING, Afwijkvelden
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld
from gemeente_pga.ui.screens.rechten_informeertermijn import toon_informeertermijn
from gemeente_pga.ui.widgets.paneel import Formulierpaneel, Ontwerp
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

Conceptsleutel = tuple[str, str]


class Casuspaneel(Formulierpaneel):
    """A panel of this casus."""

    code: ClassVar[str] = ""
    kop: ClassVar[str] = ""
    wegwijzersleutel: ClassVar[str] = "casus_overzicht"

    def __init__(self, omgeving: Omgeving, ontwerp: Ontwerp) -> None:
        super().__init__(omgeving, self.kop, ontwerp, naam=self.code)
        self.casus_id = 0

    def vul(self, r: Reader, beeld: Beeld, casus: Casus) -> None:
        """Show this casus."""
        self.casus_id = casus.id
        self.bereid_voor(r, casus)
        concept = (f"{CODE}_{self.code}", str(beeld.dossier_id))
        self.toon(concept, self.waarden(casus), alleen_lezen=beeld.gesloten)

    def bereid_voor(self, r: Reader, casus: Casus) -> None:
        """Fill choices and sentences."""

    def waarden(self, casus: Casus) -> dict[str, object]:
        """What is recorded now."""
        return asdict(casus)

    def begin(self) -> None:
        """Put the focus on the first field."""
        focus_vorm(self.vorm)


class Regiepaneel(Casuspaneel):
    """Casusregisseur and next review; the day of the kader is a proposal she takes over herself."""

    code = "regie"
    kop = "Regie en datum van de herbeoordeling"

    def __init__(self, omgeving: Omgeving) -> None:
        self.vorm_ui = Ui_CasusRegie()
        super().__init__(omgeving, self.vorm_ui)
        self._voorstel: date | None = None
        self._was: date | None = None
        self._status = ""
        self._kader = omgeving.kader
        self._afwijking = Afwijkvelden(self.formulier, self.vorm_ui, omgeving.kader)
        self.stel_in(self._beoordeel_regie, self._leg_regie_vast)
        self.formulier.gewijzigd.connect(self._toon_afwijking)
        self.vorm_ui.voorstelPushButton.clicked.connect(self._neem_voorstel)

    def bereid_voor(self, r: Reader, casus: Casus) -> None:
        """Say which day the kader proposes."""
        self._was, self._status = casus.volgende_herbeoordeling, casus.status
        kader = self._kader = kader_van_dossier(r, casus.dossier_id)
        self._voorstel = eerste_herbeoordeling(kader, casus.geopend_op, casus.volgende_herbeoordeling)
        if self._voorstel is None:
            self.vorm_ui.voorstelLabel.hide()
            self.vorm_ui.voorstelPushButton.hide()
            return
        code = "herbeoordeling_volgende" if casus.volgende_herbeoordeling else "herbeoordeling_eerste"
        periode = kader.streeftermijn(code).periode
        woorden = periode.woorden if periode else ""
        self.vorm_ui.voorstelLabel.setText(
            f"Voorstel: {datum_lang(self._voorstel)}, {woorden} na "
            f"{'de vorige datum' if casus.volgende_herbeoordeling else 'het openen'}. "
            "Dit is een werkafspraak, geen wettelijke termijn."
        )

    def waarden(self, casus: Casus) -> dict[str, object]:
        """What is recorded now; a deviation is new each time."""
        return super().waarden(casus) | GEEN_AFWIJKING

    def vul(self, r: Reader, beeld: Beeld, casus: Casus) -> None:
        """Show this casus; a deviation is asked for once another day is typed."""
        super().vul(r, beeld, casus)
        self._toon_afwijking()

    def _beoordeel_regie(self, invoer: Mapping[str, object]) -> Regiewijziging | list[Gebrek]:
        omgeving = self.omgeving
        return beoordeel_regie(invoer, self._kader, omgeving.vandaag(), was=self._was, status=self._status)

    def _toon_afwijking(self) -> None:
        dag = self.formulier.lees().get("volgende_herbeoordeling")
        nieuw = dag if isinstance(dag, date) else None
        self._afwijking.toon(is_overgeslagen(self._status, self._was, nieuw, self.omgeving.vandaag()))

    def _neem_voorstel(self) -> None:
        if self._voorstel is not None:
            veld = self.vorm_ui.volgende_herbeoordelingDatumEdit
            veld.zet(self._voorstel)
            veld.setFocus()

    def _leg_regie_vast(self, wijziging: Regiewijziging, concept: Conceptsleutel) -> None:
        op = self.omgeving.vandaag()
        handelingen.record_regie(self.omgeving.store, self.casus_id, wijziging, op=op, concept=concept)
        self.omgeving.window.meld("De regie is vastgelegd.")


class Informeerpaneel(Casuspaneel):
    """Whether the betrokkene is told, and that it was done."""

    code = "informeren"
    kop = "Informeren van betrokkene"
    wegwijzersleutel = "casus_informeren"

    def __init__(self, omgeving: Omgeving) -> None:
        self.vorm_ui = Ui_CasusInformeren()
        super().__init__(omgeving, self.vorm_ui)
        kader = omgeving.kader
        vul_keuzes(self.vorm_ui.informerenKeuzeGroep, kader.codelijst("informeren"))
        vul_keuzes(self.vorm_ui.informeren_grondslagComboBox, kader.codelijst("reden_uitstel_informeren"))
        vul_keuzes(self.vorm_ui.geinformeerd_hoeComboBox, kader.codelijst("geinformeerd_hoe"))
        self._ontvangen: date | None = None
        self.stel_in(
            lambda invoer: beoordeel_informeren(invoer, kader, omgeving.vandaag(), ontvangen=self._ontvangen),
            self._leg_besluit_vast,
        )
        self.vorm_ui.informerenKeuzeGroep.gewijzigd.connect(self._toon_grond)

    def vul(self, r: Reader, beeld: Beeld, casus: Casus) -> None:
        """Show this casus, and only the fields that its decision asks for."""
        self._ontvangen = eerste_signaal(r, beeld.dossier_id)
        kader = kader_van_dossier(r, beeld.dossier_id)
        toon_informeertermijn(self.vorm_ui.termijnLabel, r, beeld.dossier_id, kader, self.omgeving)
        super().vul(r, beeld, casus)
        self._toon_grond()

    def _toon_grond(self) -> None:
        """A ground is needed only for not telling."""
        wel = self.vorm_ui.informerenKeuzeGroep.waarde() == "ja"
        self.formulier.veld("informeren_grondslag").setVisible(not wel)
        self.vorm_ui.informeren_grondslagLabel.setVisible(not wel)

    def _leg_besluit_vast(self, besluit: Informeren, concept: Conceptsleutel) -> None:
        op = self.omgeving.vandaag()
        handelingen.record_informeren(self.omgeving.store, self.casus_id, besluit, op=op, concept=concept)
        self.omgeving.window.meld("Het besluit over informeren is vastgelegd.")


class Stappaneel(Casuspaneel):
    """A step that the table decided."""

    code = "stap"
    kop = "Volgende stap van de casus"

    def __init__(self, omgeving: Omgeving) -> None:
        self.vorm_ui = Ui_CasusStap()
        super().__init__(omgeving, self.vorm_ui)
        self.vorm_ui.naarKeuzeGroep.zet_kolom(True)
        self._afwijking = Afwijkvelden(self.formulier, self.vorm_ui, omgeving.kader)
        self._van = ""
        self._herbeoordeling_op: date | None = None
        self.formulier.gewijzigd.connect(self._toon_afwijking)

    def vul(self, r: Reader, beeld: Beeld, casus: Casus) -> None:
        """Show this casus; a deviation is asked for once a step is chosen that needs one."""
        super().vul(r, beeld, casus)
        self._toon_afwijking()

    def _toon_afwijking(self) -> None:
        naar = str(self.formulier.lees().get("naar") or "")
        nodig = needs_afwijking(self._van, naar, self._herbeoordeling_op, self.omgeving.vandaag())
        self._afwijking.toon(nodig)

    def bereid_voor(self, r: Reader, casus: Casus) -> None:
        """Only the steps that may be chosen from here."""
        feiten, kader = casusfeiten(r, casus.id), kader_van_dossier(r, casus.dossier_id)
        self._van, self._herbeoordeling_op = casus.status, feiten.herbeoordeling_op if feiten else None
        keuzes = stapkeuzes(casus.status)
        vul_keuzes(self.vorm_ui.naarKeuzeGroep, [(c, stappen.label("casus", c)) for c in keuzes])
        omgeving = self.omgeving
        self.stel_in(
            lambda invoer: beoordeel_stap(
                invoer,
                kader,
                omgeving.vandaag(),
                van=casus.status,
                herbeoordeling_op=self._herbeoordeling_op,
            ),
            partial(self._leg_stap_vast, casus),
        )

    def waarden(self, casus: Casus) -> dict[str, object]:
        """Nothing is chosen beforehand."""
        del casus
        return {"naar": "", "reden": "", "volgende_herbeoordeling": None} | GEEN_AFWIJKING

    def _leg_stap_vast(self, casus: Casus, stap: Casusstap, concept: Conceptsleutel) -> None:
        handelingen.move(
            self.omgeving.store,
            casus.id,
            stap.naar,
            op=self.omgeving.vandaag(),
            reden=stap.reden,
            volgende_herbeoordeling=stap.volgende_herbeoordeling,
            afwijking=stap.afwijking,
            concept=concept,
        )
        self.omgeving.window.meld(f"De casus staat nu op: {stappen.label('casus', stap.naar)}.")


class Schaalpaneel(Casuspaneel):
    """Op- or afschalen after a review: who takes over what, and who tells it."""

    code = "schaling"
    kop = "Op- of afschalen"
    wegwijzersleutel = "schaling"

    def __init__(self, omgeving: Omgeving) -> None:
        self._vanaf: date | None = None
        self._richting = ""
        self.vorm_ui = Ui_CasusSchalen()
        super().__init__(omgeving, self.vorm_ui)
        vul_keuzes(self.vorm_ui.richtingKeuzeGroep, list(RICHTINGEN.items()))
        self.stel_in(
            lambda invoer: beoordeel_schaling(invoer, omgeving.kader, omgeving.vandaag(), vanaf=self._vanaf),
            self._leg_schaling_vast,
        )

    def bereid_voor(self, r: Reader, casus: Casus) -> None:
        """What the review concluded."""
        laatste = laatste_herbeoordeling(r, casus.id)
        blad = herbeoordeling(r, laatste) if laatste is not None else None
        self._vanaf = blad.vastgesteld_op if blad else None
        uitkomst = blad.uitkomst.uitkomst if blad else ""
        self._richting = {OPSCHALEN: "op", AFSCHALEN: "af"}.get(uitkomst, "")

    def waarden(self, casus: Casus) -> dict[str, object]:
        """The direction of the review; the rest is typed."""
        del casus
        leeg = ("naar", "reden", "wat_verhuist", "wat_blijft", "wie_vertelt", "besloten_door")
        begin: dict[str, object] = {"richting": self._richting, "datum": self.omgeving.vandaag()}
        return begin | dict.fromkeys(leeg, "")

    def _leg_schaling_vast(self, schaling: Schaling, concept: Conceptsleutel) -> None:
        scale(self.omgeving.store, self.casus_id, schaling, concept=concept)
        self.omgeving.window.meld("De casus is op- of afgeschaald.")


class Sluitpaneel(Casuspaneel):
    """Closing: what is still going on is said first, in words."""

    code = "afsluiten"
    kop = "Casus afsluiten"
    wegwijzersleutel = "afsluiten_casus"

    def __init__(self, omgeving: Omgeving) -> None:
        self._geopend_op: date | None = None
        self.vorm_ui = Ui_CasusAfsluiten()
        super().__init__(omgeving, self.vorm_ui)
        kader = omgeving.kader
        vul_keuzes(self.vorm_ui.sluitredenComboBox, kader.codelijst("sluitreden_casus"))
        self.vorm_ui.gevolgLabel.setText(
            "U gaat de casus afsluiten. Daarna kan er in deze casus niets meer veranderen. Het dossier "
            "blijft bewaard. De einddatum van de bewaartermijn is onbekend zolang de gemeente die termijn "
            "niet heeft vastgesteld. Dat doet u bij Inrichting, onder Juridisch kader, met wie daarvoor mag "
            "tekenen. Tot die tijd wordt er niets vernietigd. Is er later iets nieuws? Leg "
            "dan een nieuw signaal vast."
        )
        self.stel_in(
            lambda invoer: beoordeel_sluiting(invoer, kader, omgeving.vandaag(), geopend_op=self._geopend_op),
            self._leg_sluiting_vast,
        )

    def bereid_voor(self, r: Reader, casus: Casus) -> None:
        """Warn for what still runs; it stops nobody."""
        self._geopend_op = casus.geopend_op
        feiten = casusfeiten(r, casus.id)
        zinnen = sluit_waarschuwingen(
            feiten.open_acties if feiten else 0,
            lopende_interventies(r, casus.id),
            open_overleggen(r, casus.id),
            herbeoordeling_open=bool(feiten and feiten.herbeoordeling_open),
        )
        tekst = " ".join((*zinnen, "Sluiten mag, maar spreek af wie dit afrondt.")) if zinnen else ""
        self.vorm_ui.waarschuwingLabel.setText(tekst)
        self.vorm_ui.waarschuwingLabel.setVisible(bool(tekst))

    def _leg_sluiting_vast(self, sluiting: Sluiting, concept: Conceptsleutel) -> None:
        handelingen.close_casus(self.omgeving.store, self.casus_id, sluiting, concept=concept)
        wanneer = datum_lang(sluiting.gesloten_op)
        self.omgeving.window.meld(
            f"De casus is gesloten per {wanneer}. De einddatum van de bewaartermijn is nog niet bekend, "
            "omdat die termijn niet is vastgesteld."
        )


PANELEN: dict[str, Callable[[Omgeving], Casuspaneel]] = {
    paneel.code: paneel for paneel in (Regiepaneel, Informeerpaneel, Stappaneel, Schaalpaneel, Sluitpaneel)
}

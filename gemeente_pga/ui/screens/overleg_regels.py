# SPDX-License-Identifier: EUPL-1.2
"""Rows of one casus, typed one after another: besluiten and acties. Enter records and waits for the next."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.actieregel import find_naam, propose_actie, without_lijstteken
from gemeente_pga.domain.overleg import Actie, Besluit, beoordeel_actie, beoordeel_besluit
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.overleg import record_actie, record_besluit, remove_regel
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.overleg import Actieregel, Besluitregel
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_actie import Ui_OverlegActie
from gemeente_pga.ui.forms.ui_overleg_besluit import Ui_OverlegBesluit
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, vul_formulier
from gemeente_pga.ui.widgets.hint import attach_overal
from gemeente_pga.ui.widgets.invoer import Entertoets, Groeiend, Jaarvuller, Passend, Toetsen
from gemeente_pga.ui.widgets.lijst import Kolom

Regel = Besluitregel | Actieregel


class Regels(QtWidgets.QWidget):
    """A list of rows and below it the row that is being typed or changed."""

    herlezen = QtCore.Signal()
    soort: ClassVar[str]
    kopje: ClassVar[str]
    nieuw: ClassVar[str]  # above a row that is not recorded yet
    eerste_veld: ClassVar[str]  # where the next row begins
    ui: Ui_OverlegBesluit | Ui_OverlegActie

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.setProperty("eigen_formulier", True)
        self.beeld: Beeld | None = None
        self._regel_id: int | None = None
        self._bespreking_id: int | None = None

    def _bouw(self, kop: QtWidgets.QLabel, velden: list[QtWidgets.QWidget]) -> None:
        self._kop = kop
        self.formulier = Formulier(self, self.omgeving)
        attach_overal(self.formulier)
        self.ui.regelsLijst.geopend.connect(self._wijzig)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.ui.nieuwPushButton.clicked.connect(self._toch_niet)
        self.ui.weghalenPushButton.clicked.connect(self._haal_weg)
        self._passend = Passend(self.ui.regelsLijst)
        self._toetsen = Toetsen(self.ui.regelsLijst, {"Delete": self._haal_weg})
        self._enter = Entertoets(velden, self.vastleggen)

    # ---- showing

    def toon(self, beeld: Beeld, rijen: tuple[Regel, ...]) -> None:
        """The rows of the casus that is shown; what was being typed stays."""
        self.beeld = beeld
        if beeld.bespreking_id != self._bespreking_id:
            self._bespreking_id, self._regel_id = beeld.bespreking_id, None
        lijst = self.ui.regelsLijst
        lijst.toon(rijen)
        lijst.setVisible(bool(rijen))
        self._passend.pas_aan()
        if self._regel_id not in {r.id for r in rijen}:
            self._regel_id = None
        self.ui.invoerFrame.setVisible(not beeld.vast)
        self._toon_invoer()

    def _toon_invoer(self) -> None:
        regel = self._regel()
        leeg = dict.fromkeys(self.formulier.velden())
        vul_formulier(self.formulier, self.sleutel(), regel.inhoud if regel else leeg)
        for knop in (self.ui.nieuwPushButton, self.ui.weghalenPushButton):
            knop.setVisible(regel is not None)
        self._kop.setText(f"{self.kopje} {regel.volgnummer} wijzigen" if regel else self.nieuw)

    def _regel(self) -> Regel | None:
        rijen = self.ui.regelsLijst.rijen()
        return next(
            (r for r in rijen if isinstance(r, Regel) and r.id == self._regel_id),
            None,
        )

    def sleutel(self) -> str:
        """Where the typing of this row is kept."""
        oid = self.beeld.kop.id if self.beeld else ""
        wijzigt = f":{self._regel_id}" if self._regel_id else ""
        return f"{oid}:{self.soort}:{self._bespreking_id}{wijzigt}"

    # ---- recording

    @abstractmethod
    def beoordeel(self, invoer: Mapping[str, object]) -> object:
        """The row, or what is wrong with it."""

    @abstractmethod
    def leg_vast(self, waarde: object, regel_id: int | None) -> None:
        """The act."""

    def vastleggen(self) -> bool:
        """Record the row and be ready for the next; False when something is wrong or nothing was typed."""
        if self.beeld is None or self.beeld.vast:
            return False
        uitkomst = self.formulier.beoordeel(self.beoordeel)
        if uitkomst is None:
            return False
        with self.formulier.wordt_vastgelegd():
            self.leg_vast(uitkomst, self._regel_id)
        self._regel_id = None
        self.formulier.wis()
        self.herlezen.emit()
        self.formulier.focus(self.eerste_veld)
        return True

    def bewerk(self, regel_id: int, veld: str = "") -> None:
        """Show this row to be changed; when nothing may change, only where it stands."""
        self.ui.regelsLijst.kies(regel_id)
        if self.beeld is None or self.beeld.vast:
            self.ui.regelsLijst.setFocus()
            return
        self.formulier.bewaar_concept()
        self._regel_id = regel_id
        self._toon_invoer()
        self.formulier.focus(veld or self.eerste_veld)

    def _wijzig(self, regel: Regel) -> None:
        self.bewerk(regel.id)

    def _toch_niet(self) -> None:
        self.omgeving.store.discard_concept(CODE, self.sleutel())
        self.formulier.klaar()
        self._regel_id = None
        self._toon_invoer()
        self.ui.regelsLijst.setFocus()

    def _haal_weg(self) -> None:
        """A row that was typed by mistake; the others are numbered again. The message offers it back."""
        gekozen = self.ui.regelsLijst.rij()
        regel = self._regel() or (gekozen if isinstance(gekozen, Regel) else None)
        if regel is None or self.beeld is None or self.beeld.vast or self._bespreking_id is None:
            return
        bespreking_id, inhoud = self._bespreking_id, regel.inhoud
        self.omgeving.store.discard_concept(CODE, self.sleutel())
        self.formulier.klaar()
        self._regel_id = None
        remove_regel(self.omgeving.store, bespreking_id, self.soort, regel.id)
        self.herlezen.emit()
        terug: Callable[[], object] = lambda: self._zet_terug(bespreking_id, inhoud)  # noqa: E731 - one line says it
        self.omgeving.window.meld(
            f"{self.kopje} {regel.volgnummer} is weggehaald.", "let_op", ("Terugzetten", terug)
        )

    def _zet_terug(self, bespreking_id: int, inhoud: Besluit | Actie) -> None:
        if isinstance(inhoud, Besluit):
            record_besluit(self.omgeving.store, bespreking_id, inhoud)
        else:
            record_actie(self.omgeving.store, bespreking_id, inhoud)

    def _concept(self) -> tuple[str, str]:
        return (CODE, self.sleutel())


class BesluitRegels(Regels):
    """Numbered decisions."""

    soort = "besluit"
    kopje = "Besluit"
    nieuw = "Nieuw besluit (Ctrl+B)"
    eerste_veld = "tekst"
    ui: Ui_OverlegBesluit

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegBesluit()
        self.ui.setupUi(self)
        self._bouw(self.ui.tekstLabel, [self.ui.tekstPlainTextEdit])
        self._groei = Groeiend(self.ui.tekstPlainTextEdit, regels=2, hoogstens=12)
        kolommen: list[Kolom[Besluitregel]] = [
            Kolom("Nr.", lambda b: str(b.volgnummer)),
            Kolom("Besluit", _besluit, rek=True),
        ]
        self.ui.regelsLijst.stel_in(kolommen, sleutel=lambda b: b.id)

    def neem_over(self, regel: str) -> bool:
        """A line of the notes becomes a decision at once."""
        self._regel_id = None
        self._toon_invoer()
        if self.formulier.vuil:
            self.vastleggen()
        self.ui.tekstPlainTextEdit.setPlainText(without_lijstteken(regel))
        return self.vastleggen()

    def beoordeel(self, invoer: Mapping[str, object]) -> object:
        """The decision, or what is wrong with it."""
        return beoordeel_besluit(invoer, self.omgeving.kader, self.omgeving.vandaag())

    def leg_vast(self, waarde: object, regel_id: int | None) -> None:
        """Record the decision."""
        assert isinstance(waarde, Besluit)  # noqa: S101 - narrows the type
        assert self._bespreking_id is not None  # noqa: S101 - shown before it can be used
        store = self.omgeving.store
        record_besluit(store, self._bespreking_id, waarde, besluit_id=regel_id, concept=self._concept())


def _besluit(b: Besluitregel) -> str:
    steunt = " (steunt op inbreng die niet is vastgelegd)" if b.inhoud.steunt_op_niet_vastgelegd else ""
    return b.inhoud.tekst + steunt


class ActieRegels(Regels):
    """Numbered actions: wat, wie, vóór."""

    soort = "actie"
    kopje = "Actie"
    nieuw = "Nieuwe actie: wat (Ctrl+Shift+A)"
    eerste_veld = "wat"
    ui: Ui_OverlegActie

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegActie()
        self.ui.setupUi(self)
        ui = self.ui
        self._bouw(
            ui.watLabel,
            [
                ui.watLineEdit, ui.wieLineEdit, ui.voorDatumEdit, ui.maatLineEdit, ui.conditieLineEdit,
                ui.buiten_wieLineEdit, ui.buiten_watLineEdit,
            ],
        )  # fmt: skip
        gronden = omgeving.kader.grondslagen("geven", op=omgeving.vandaag())
        vul_keuzes(ui.buiten_grondslagComboBox, [(g.code, g.naam) for g in gronden])
        ui.buitenVak.hide()
        ui.naar_buitenCheckBox.toggled.connect(ui.buitenVak.setVisible)
        vul_keuzes(ui.informeringComboBox, omgeving.kader.codelijst("informering"))
        kolommen: list[Kolom[Actieregel]] = [
            Kolom("Nr.", lambda a: str(a.volgnummer)),
            Kolom("Wat", _wat, rek=True),
            Kolom("Wie", lambda a: a.inhoud.wie),
            Kolom("Vóór", lambda a: datum_kort(a.inhoud.voor) if a.inhoud.voor else ""),
        ]
        ui.regelsLijst.stel_in(kolommen, sleutel=lambda a: a.id)
        ui.wieLineEdit.editingFinished.connect(self._kies_partij)
        self.jaar = Jaarvuller([ui.voorDatumEdit], self._dag)

    def toon(self, beeld: Beeld, rijen: tuple[Regel, ...]) -> None:
        """Also the organisations, to choose from."""
        with self.omgeving.store.reader() as r:
            vul_keuzes(self.ui.partij_idComboBox, [(p.id, p.partij.naam) for p in partijen(r)])
        super().toon(beeld, rijen)

    def neem_over(self, regel: str) -> bool:
        """A line of the notes becomes an action; what the line does not say is asked."""
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        self._regel_id = None
        self._toon_invoer()
        dag = self._dag()
        namen = [t.inhoud.naam for t in self.beeld.tafel]
        voorstel = propose_actie(regel, namen, dag)
        self.formulier.wis()
        self.ui.watLineEdit.setText(voorstel.wat)
        self.ui.wieLineEdit.setText(voorstel.wie)
        self.ui.voorDatumEdit.zet(voorstel.voor)
        self._kies_partij()
        if voorstel.wie and voorstel.voor:
            return self.vastleggen()
        self.formulier.focus("voor" if voorstel.wie else "wie")
        return True

    def vastleggen(self) -> bool:
        """First what may be filled in: the year of a day, and whose organisation it is."""
        self.jaar.vul_aan()
        self._kies_partij()
        return super().vastleggen()

    def beoordeel(self, invoer: Mapping[str, object]) -> object:
        """The action, or what is wrong with it."""
        op = self.beeld.kop.inhoud.datum if self.beeld else None
        return beoordeel_actie(invoer, self.omgeving.kader, self.omgeving.vandaag(), op=op)

    def leg_vast(self, waarde: object, regel_id: int | None) -> None:
        """Record the action."""
        assert isinstance(waarde, Actie)  # noqa: S101 - narrows the type
        assert self._bespreking_id is not None  # noqa: S101 - shown before it can be used
        store = self.omgeving.store
        record_actie(store, self._bespreking_id, waarde, actie_id=regel_id, concept=self._concept())

    def _dag(self) -> date:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        return self.beeld.kop.inhoud.datum

    def _kies_partij(self) -> None:
        """A surname becomes the participant of that name, with the organisation, if none was chosen."""
        if self.beeld is None:
            return
        wie = find_naam(self.ui.wieLineEdit.text(), [t.inhoud.naam for t in self.beeld.tafel])
        genoot = next((t for t in self.beeld.tafel if t.inhoud.naam == wie), None)
        if genoot is not None:
            self.ui.wieLineEdit.setText(genoot.inhoud.naam)
            if not self.ui.partij_idComboBox.currentData():
                self.formulier.vul({"partij_id": genoot.inhoud.partij_id})


def _wat(a: Actieregel) -> str:
    return f"{a.inhoud.wat} (met {a.inhoud.buiten_wie})" if a.inhoud.naar_buiten else a.inhoud.wat

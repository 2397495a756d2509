# SPDX-License-Identifier: EUPL-1.2
"""What this municipality fills in or replaces in its kader, field by field, with a reason; the file stays."""

from collections.abc import Mapping

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderronde import KEUZEN, VELDNAMEN, beoordeel_waarde, toon_waarde
from gemeente_pga.domain.kaderstand import WIJZIGBAAR, Kaderwaarde, huidig
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.handelingen.kader import set_waarde
from gemeente_pga.store.queries.kader import Waarderegel
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_kaderwaarde import Ui_Kaderwaarde
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

CONCEPT = ("inrichting", "kaderwaarde")
UITLEG = (
    "Het kaderbestand verandert nooit. Wat u hier invult komt ervoor in de plaats, met reden en datum. "
    "Was het vastgesteld, dan moet dat daarna opnieuw."
)
_NIETS = "nog niets ingevuld"


class Waardekaart(Formulierpaneel):
    """One field of one item; below it everything that was filled in before."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._kader: Kader = omgeving.kader
        self._kader_id = 0
        self._ontwerp = Ui_Kaderwaarde()
        super().__init__(
            omgeving, "Zelf invullen of wijzigen", self._ontwerp, naam="kaderwaarde",
            knop="Waarde &vastleggen", uitleg=UITLEG, met_terug=False,
        )  # fmt: skip
        self.onderdeel, self.veld = self._keuze("onderdeel"), self._keuze("veld")
        self.onderdeel.currentIndexChanged.connect(self._kies_onderdeel)
        self.veld.currentIndexChanged.connect(self._kies_veld)
        self.nu = QtWidgets.QLabel(self)
        self.nu.setWordWrap(True)
        self.nu.setProperty("rol", "stil")
        vorm = self._ontwerp.layout  # below the two choices that it is about
        vorm.insertWidget(vorm.indexOf(self._ontwerp.waardeIndeling), self.nu)
        Groei(self._ontwerp.waardePlainTextEdit, 2)
        self.lijst = Lijst(self)
        self.lijst.setAccessibleName("Wat hier is ingevuld of gewijzigd")
        self.lijst.setMinimumHeight(120)
        self.lijst.stel_in(
            [
                Kolom[Waarderegel]("Onderdeel", lambda w: self._naam(w.waarde), rek=True),
                Kolom[Waarderegel]("Waarde", lambda w: toon_waarde(w.waarde.veld, w.waarde.waarde) or _NIETS),
                Kolom[Waarderegel](
                    "Reden", lambda w: self._kader.woord("reden_kaderwaarde", w.waarde.reden),
                    uitleg=lambda w: w.waarde.toelichting,
                ),
                Kolom[Waarderegel]("Op", lambda w: moment_kort(w.vastgelegd_op)),
            ]
        )  # fmt: skip
        self.inhoud.addWidget(self.lijst)
        self.stel_in(self._oordeel, self._neem)
        self.vastgelegd.connect(self.formulier.wis)

    def vul_in(self, kader_id: int, kader: Kader, regels: tuple[Waarderegel, ...]) -> None:
        """Show what can be filled in and what was; typing that was not recorded stays."""
        self._kader_id, self._kader = kader_id, kader
        vul_keuzes(self.onderdeel, [(f"{s}:{c}", naam) for s, c, naam in _onderdelen(kader)])
        vul_keuzes(self._keuze("reden"), kader.codelijst("reden_kaderwaarde"))
        self.lijst.toon(list(reversed(regels)))
        self.lijst.setVisible(bool(regels))
        self.toon(CONCEPT, {}, alleen_lezen=self.omgeving.alleen_kijken)
        self._kies_veld()

    def begin(self, sleutel: str) -> None:
        """Fill in this item ("soort:code"): its first field that says nothing yet."""
        self.onderdeel.setCurrentIndex(self.onderdeel.findData(sleutel))
        soort, _, code = sleutel.partition(":")
        velden = WIJZIGBAAR[soort]
        leeg = next((v for v in velden if not huidig(self._kader, soort, code, v)), velden[0])
        self.veld.setCurrentIndex(self.veld.findData(leeg))
        self.formulier.focus("keuze" if leeg in KEUZEN else "waarde")

    # ---- inside

    def _keuze(self, veld: str) -> QtWidgets.QComboBox:
        widget = self.formulier.widget(veld)
        if not isinstance(widget, QtWidgets.QComboBox):
            raise TypeError(veld)
        return widget

    def _sleutel(self) -> tuple[str, str]:
        soort, _, code = str(self.onderdeel.currentData() or "").partition(":")
        return soort, code

    def _kies_onderdeel(self) -> None:
        soort, _ = self._sleutel()
        vul_keuzes(self.veld, [(v, VELDNAMEN[v]) for v in WIJZIGBAAR.get(soort, ())])
        self._kies_veld()

    def _kies_veld(self) -> None:
        soort, code = self._sleutel()
        veld = str(self.veld.currentData() or "")
        for naam, kop, aan in (
            ("waarde", self._ontwerp.waardeLabel, veld not in KEUZEN),
            ("keuze", self._ontwerp.keuzeLabel, veld in KEUZEN),
        ):
            self.formulier.veld(naam).setVisible(aan)
            kop.setVisible(aan)
        self.nu.setVisible(bool(veld))
        if veld:
            nu = toon_waarde(veld, huidig(self._kader, soort, code, veld))
            self.nu.setText(f"Nu staat er: {nu or _NIETS}")
            if veld in KEUZEN:
                vul_keuzes(self._keuze("keuze"), [(c, naam) for c, naam in KEUZEN[veld].items() if c])

    def _oordeel(self, invoer: Mapping[str, object]) -> Kaderwaarde | list[Gebrek]:
        soort, code = self._sleutel()
        if not soort:
            return [Gebrek("onderdeel", "Kies welk onderdeel u invult.")]
        vandaag = self.omgeving.vandaag()
        return beoordeel_waarde(invoer, self._kader, vandaag, soort=soort, code=code)

    def _neem(self, waarde: Kaderwaarde, concept: tuple[str, str]) -> None:
        set_waarde(self.omgeving.store, self._kader_id, waarde, concept=concept)
        self.omgeving.window.meld("Vastgelegd. Een jurist moet dit nog vaststellen voordat het telt.")

    def _naam(self, waarde: Kaderwaarde) -> str:
        namen = {(s, c): naam for s, c, naam in _onderdelen(self._kader)}
        return f"{namen.get((waarde.soort, waarde.code), waarde.code)}: {VELDNAMEN[waarde.veld].lower()}"


def _onderdelen(kader: Kader) -> list[tuple[str, str, str]]:
    """Everything that can be filled in here: soort, code, name."""
    return [
        ("kader", "kader", "Het kader als geheel"),
        *(("criterium", c.code, f"{c.code.upper()} {c.korte_naam}") for c in kader.criteria),
        *(("bewaartermijn", t.code, f"Bewaren: {t.onderwerp}") for t in kader.bewaartermijnen),
        *(("streeftermijn", t.code, f"Termijn: {t.onderwerp}") for t in kader.streeftermijnen),
        *(("grondslag", g.code, f"Grondslag: {g.naam}") for g in kader.alle_grondslagen),
        *(("partij", p.code, f"Partij: {p.naam}") for p in kader.partijen),
    ]

# SPDX-License-Identifier: EUPL-1.2
"""The list of meetings, newest first."""

from PySide6 import QtGui

from gemeente_pga.domain.overleg import STANDEN, VASTGESTELD
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.overleg import Overlegkop, overleggen
from gemeente_pga.ui.form import nieuwe_sneltoets
from gemeente_pga.ui.forms.ui_overleggen import Ui_Overleggen
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.widgets.invoer import Wikkelend
from gemeente_pga.ui.widgets.kolomgeheugen import Kolomgeheugen
from gemeente_pga.ui.widgets.lijst import Kolom


class OverleggenScherm(Scherm):
    """All meetings; Enter opens one, Ctrl+Shift+N prepares a new one."""

    code = "overleggen"
    titel = "Overleggen"
    tabellen = frozenset({"overleg", "bespreking"})
    wegwijzersleutel = "overleggen"
    railicoon = "users"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_Overleggen()
        self.ui.setupUi(self)
        standen = dict(STANDEN)
        kolommen: list[Kolom[Overlegkop]] = [
            Kolom(
                "Datum", lambda o: datum_kort(o.inhoud.datum), sorteer=lambda o: (o.inhoud.datum, o.nummer)
            ),
            Kolom("Nummer", lambda o: o.nummer, sorteer=lambda o: o.nummer),
            Kolom("Casussen", lambda o: ", ".join(o.casusnummers) or "nog geen"),
            Kolom(
                "Plaats", lambda o: o.inhoud.plaats, rek=True, sorteer=lambda o: o.inhoud.plaats.casefold()
            ),
            Kolom("Verslag", lambda o: standen[o.status], sorteer=lambda o: standen[o.status]),
        ]
        self.ui.overleggenLijst.stel_in(kolommen, sleutel=lambda o: o.id)
        self.wikkelend = Wikkelend(self.ui.overleggenLijst)
        self.geheugen = Kolomgeheugen(self.ui.overleggenLijst, omgeving, "overleggen")
        self.ui.overleggenLijst.geopend.connect(lambda o: omgeving.window.open("overleg", o.id))
        self.ui.nieuwPushButton.clicked.connect(self._nieuw)
        self.nieuw_actie = nieuwe_sneltoets(QtGui.QAction("Nieuw &overleg", self), "Ctrl+Shift+N")
        self.nieuw_actie.triggered.connect(self._nieuw)
        self.addAction(self.nieuw_actie)

    def acties(self) -> list[QtGui.QAction]:
        """A new meeting, also from the menu."""
        return [self.nieuw_actie]

    def herlaad(self) -> None:
        """Read the meetings."""
        with self.omgeving.store.reader() as r:
            rijen = overleggen(r)
        self.ui.overleggenLijst.toon(rijen)
        self.ui.overleggenLijst.setVisible(bool(rijen))
        self.ui.leegKaart.setVisible(not rijen)

    def eerste_focus(self) -> None:
        """The meeting that is worked on first, or else the newest, ready for Enter."""
        lijst = self.ui.overleggenLijst
        rijen = [o for o in lijst.rijen() if isinstance(o, Overlegkop)]
        if rijen:
            if lijst.rij() is None:
                open_ = [o for o in rijen if o.status != VASTGESTELD]
                lijst.kies(min(open_, key=lambda o: o.inhoud.datum).id if open_ else rijen[0].id)
            lijst.setFocus()
        else:
            self.ui.nieuwPushButton.setFocus()

    def _nieuw(self) -> None:
        self.omgeving.window.open("overleg", None)

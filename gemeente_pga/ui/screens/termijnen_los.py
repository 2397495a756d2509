# SPDX-License-Identifier: EUPL-1.2
"""The group Zonder dossier: each note and request without a dossier, its end, and destroying the chosen one.

The form for the authorisation opens below the list; what stands in the way is said before anything is typed.
"""

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.los import (
    NOTITIE,
    PLEK,
    SOORTEN,
    belet_los,
    beoordeel_losse_machtiging,
    describe_gevolg,
    einddatum,
)
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.vernietiging import FUNCTIES, Machtiging
from gemeente_pga.handelingen.los import destroy_los
from gemeente_pga.store.queries import los as vragen
from gemeente_pga.store.queries.los import Losstuk, Losvernietigd
from gemeente_pga.store.queries.vernietiging import medewerkers
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_losse_machtiging import Ui_LosseMachtiging
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Koppelingen, knop
from gemeente_pga.ui.screens.inrichting_deel import regel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

TABELLEN = frozenset({"telefoonnotitie", "losse_vernietiging", "kaderwaarde"})
UITLEG_LOS = (
    "Telefoonnotities die geen signaal werden en verzoeken zonder dossier. Ook die mogen niet blijven. "
    "Kies er een. Een ander machtigt, u vernietigt."
)
NIETS_LOS = "Er is geen notitie of verzoek zonder dossier."
_MET_ID = frozenset({"nieuw_signaal", "verzoek", "bureau"})  # screens that open with the piece itself


class Losdeel:
    """Fills one card of the tab."""

    def __init__(self, omgeving: Omgeving, kaart: Kaart) -> None:
        self.omgeving = omgeving
        self.kaart = kaart
        self.paneel: Formulierpaneel | None = None
        self.lijst = self._bouw_lijst()
        self.niets = regel(NIETS_LOS, "stil")
        self.belet = Koppelingen()
        self.belet.setObjectName("los_belet")
        self.belet.gekozen.connect(self._naar)
        self.vernietigknop = knop(
            "Stuk vernieti&gen …", self.vernietig, icoon="trash-2", rol="gevaar", naam="los_vernietigen"
        )
        self.gedaan = regel("", "stil")
        for deel in (self.lijst, self.niets, self.belet):
            kaart.inhoud.addWidget(deel)
        kaart.inhoud.addWidget(self.vernietigknop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        kaart.inhoud.addWidget(self.gedaan)

    def herlaad(self) -> None:
        """The list as it stands; a form that is open stays open while its piece is there."""
        with self.omgeving.store.reader() as r:
            stukken = vragen.losse_stukken(r, self.omgeving.kader)
            weg = vragen.vernietigd(r)
        self.lijst.toon(stukken)
        pas_hoogte_aan(self.lijst, len(stukken))
        self.lijst.setVisible(bool(stukken))
        self.niets.setVisible(not stukken)
        self.gedaan.setText("\n".join(_gedaan(rij) for rij in weg))
        self.gedaan.setVisible(bool(weg))
        self._volg_keuze()

    def vernietig(self) -> None:
        """The form for who authorises it; not when something stands in the way."""
        stuk = self._gekozen()
        einde = einddatum(stuk.feiten) if stuk else None
        if stuk is None:
            self.omgeving.window.meld("Kies eerst een notitie of verzoek.", "let_op")
            return
        if einde is None or self._belet(stuk):
            self._volg_keuze()
            return
        self.sluit()
        omgeving, ontwerp = self.omgeving, Ui_LosseMachtiging()
        with omgeving.store.reader() as r:
            hier, mandaten, brieven = medewerkers(r), vragen.mandaten_voor(r, stuk), vragen.brieven(r, stuk)
        paneel = Formulierpaneel(
            omgeving,
            f"{stuk.naam} van {moment_kort(stuk.ontvangen_op)} vernietigen",
            ontwerp,
            naam="los",
            uitleg=describe_gevolg(stuk.soort, brieven),
        )
        vul_keuzes(ontwerp.machtiging_functieKeuzeGroep, list(FUNCTIES.items()))
        paneel.stel_in(
            lambda invoer: beoordeel_losse_machtiging(
                invoer, omgeving.kader, omgeving.vandaag(), einde=einde, hier=hier, mandaten=mandaten
            ),
            lambda machtiging, _concept: self._vernietig(stuk, machtiging),
        )
        paneel.vastgelegd.connect(self.klaar)
        paneel.terug.connect(self.sluit)
        self.paneel = paneel
        self.kaart.inhoud.insertWidget(self.kaart.inhoud.indexOf(self.vernietigknop) + 1, paneel)
        leeg = {"machtiging_door": "", "machtiging_op": omgeving.vandaag(), "machtiging_kenmerk": ""}
        paneel.toon(("termijnen", f"{PLEK}_{stuk.id}"), leeg, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self._volg_keuze()
        focus_vorm(paneel.vorm)

    def sluit(self) -> None:
        """Put the form away; what was typed stays concept."""
        if self.paneel is not None:
            self.paneel.formulier.bewaar_concept()
            self._doe_weg()

    def klaar(self) -> None:
        """It was destroyed, and what was typed with it."""
        self._doe_weg()
        self.omgeving.window.meld("Vernietigd. Er is niets meer van over.")

    # ---- inside

    def _vernietig(self, stuk: Losstuk, machtiging: Machtiging) -> None:
        omgeving = self.omgeving
        destroy_los(omgeving.store, stuk.soort, stuk.id, machtiging, omgeving.kader, op=omgeving.vandaag())

    def _doe_weg(self) -> None:
        if self.paneel is not None:
            self.paneel.hide()
            self.paneel.deleteLater()
            self.paneel = None
            self.lijst.setFocus()
        self.herlaad()

    def _gekozen(self) -> Losstuk | None:
        rij = self.lijst.rij()
        if isinstance(rij, Losstuk):
            return rij
        stukken = [rij for rij in self.lijst.rijen() if isinstance(rij, Losstuk)]
        return stukken[0] if len(stukken) == 1 else None

    def _belet(self, stuk: Losstuk) -> tuple[Ontbreekt, ...]:
        with self.omgeving.store.reader() as r:
            nu = vragen.losstuk(r, stuk.soort, stuk.id, self.omgeving.kader)
        return belet_los((nu or stuk).feiten, self.omgeving.vandaag())

    def _volg_keuze(self) -> None:
        stuk = self._gekozen()
        belet = self._belet(stuk) if stuk else ()
        self.belet.toon(belet)
        vrij = self.paneel is None and not self.omgeving.alleen_kijken
        self.lijst.setEnabled(self.paneel is None)
        self.vernietigknop.setVisible(vrij and bool(self.lijst.rijen()) and not belet)

    def _naar(self, punt: Ontbreekt) -> None:
        stuk = self._gekozen()
        wat = stuk.id if stuk is not None and punt.scherm in _MET_ID else None
        self.omgeving.window.open(punt.scherm, wat, punt.veld)

    def _bouw_lijst(self) -> Lijst:
        lijst = Lijst(self.kaart)
        lijst.setObjectName(PLEK)
        lijst.setAccessibleName("Notities en verzoeken zonder dossier")
        lijst.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        lijst.stel_in(
            [
                Kolom[Losstuk]("Wat", lambda x: x.naam),
                Kolom[Losstuk]("Ontvangen op", lambda x: moment_kort(x.ontvangen_op)),
                Kolom[Losstuk]("Bewaren tot", _tot),
                Kolom[Losstuk]("Stand", self._stand, rek=True),
            ],
            sleutel=lambda x: x.id,
        )
        lijst.selectionModel().selectionChanged.connect(lambda *_: self._volg_keuze())
        lijst.geopend.connect(self._open)
        return lijst

    def _open(self, stuk: Losstuk) -> None:
        """Where it is read; of a note that was closed only the call is left to see."""
        scherm = stuk.soort
        if stuk.soort == NOTITIE:
            scherm = "nieuw_signaal" if stuk.feiten.klaar_op is None else "terugbellen"
        self.omgeving.window.open(scherm, stuk.id)

    def _stand(self, stuk: Losstuk) -> str:
        punten = belet_los(stuk.feiten, self.omgeving.vandaag())
        return punten[0].zin if punten else "Kan worden vernietigd"


def _tot(stuk: Losstuk) -> str:
    if stuk.feiten.blijvend:
        return "Blijvend"
    einde = einddatum(stuk.feiten)
    return datum_kort(einde) if einde else "Geen einddatum"


def _gedaan(rij: Losvernietigd) -> str:
    functie = FUNCTIES[rij.machtiging_functie].lower()
    return (
        f"{SOORTEN[rij.soort]} uit {rij.van_jaar}: vernietigd op {datum_kort(rij.vernietigd_op)}, "
        f"gemachtigd door {rij.machtiging_door}, {functie} ({rij.machtiging_kenmerk})."
    )

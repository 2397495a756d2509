# SPDX-License-Identifier: EUPL-1.2
"""Over all dossiers, by number: until when each is kept, and what stands in the way of destroying it."""

from collections.abc import Sequence

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.vernietiging import STATUSSEN
from gemeente_pga.handelingen.vernietiging import draft_lijst
from gemeente_pga.store.queries import vernietiging as vragen
from gemeente_pga.store.queries.bewaarlijst import Bewaarregel, bewaarregels
from gemeente_pga.store.queries.vernietiging import Lijstkop, OudeBackup
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.screens.termijnen_los import TABELLEN, UITLEG_LOS, Losdeel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Gesloten dossiers, het vroegste einde eerst. Het programma vernietigt niets vanzelf. "
    "Open een dossier om de bewaring vast te stellen of te verlengen."
)
NIETS = "Er is geen gesloten dossier."
ZONDER_EINDE = (
    "Waar geen einddatum staat, heeft niemand de bewaartermijn vastgesteld. Daar wordt niets vernietigd."
)
UITLEG_VERNIETIGEN = (
    "Dossiers waarvan de termijn voorbij is en waarvoor niets meer loopt. Kies er een of meer met Ctrl of "
    "Shift, of neem ze allemaal. Een ander machtigt de lijst; daarna bevestigt u elk dossier apart."
)
GEEN_KLAAR = "Er is nu geen dossier dat op een lijst kan."
UITLEG_BACKUPS = (
    "In een back-up van vóór een vernietiging staat het dossier nog. Op elke plek blijven tien back-ups "
    "staan. De dag klopt als u elke week een back-up maakt. Zet u er een terug, dan vernietigt het programma "
    "het dossier opnieuw."
)
GEEN_BACKUP = "Er zijn nog geen back-ups."


class BewarenDeel(Deel):
    """The tab Bewaren en vernietigen."""

    titel = "Bewaren en vernietigen"
    wegwijzersleutel = "bewaren"
    tabellen = frozenset(
        {"bewaring", "bewaarverlenging", "opschorting", "dossier", "casus", "signaal", "exemplaar", "verzoek",
         "vernietigingslijst", "vernietigingsregel", "vernietiging", "reservekopie", "vaststelling",
         *TABELLEN}
    )  # fmt: skip

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._bouw_termijnen()
        self._bouw_vernietigen()
        self.los = Losdeel(omgeving, self.kaart("Zonder dossier", UITLEG_LOS))
        self._bouw_backups()
        self.sluit_af()

    def herlaad(self) -> None:
        """The list of closed dossiers."""
        with self.omgeving.store.reader() as r:
            regels = bewaarregels(r)
            klaar = set(vragen.kandidaten(r, self.omgeving.vandaag()))
            lijsten, oud = vragen.lijsten(r), vragen.oude_backups(r)
        self._vul(self.dossiers, regels)
        self.niets.setVisible(not regels)
        self.zonder.setVisible(any(rij.waardering == "" for rij in regels))
        self._vul(self.klaar, [rij for rij in regels if rij.dossier_id in klaar])
        self.geen_klaar.setVisible(not klaar)
        self.opstelknop.setVisible(bool(klaar) and not self.omgeving.alleen_kijken)
        self._vul(self.lijsten, lijsten)
        self.lijstkop.setVisible(bool(lijsten))
        self.los.herlaad()
        self._vul(self.backups, oud)
        self.geen_backup.setVisible(not oud)

    def stel_op(self) -> None:
        """A list of the dossiers that are chosen, or of all of them."""
        gekozen = [index.row() for index in self.klaar.selectionModel().selectedRows()]
        rijen = [rij for rij in self.klaar.rijen() if isinstance(rij, Bewaarregel)]
        ids = [rijen[n].dossier_id for n in sorted(gekozen)] or [rij.dossier_id for rij in rijen]
        omgeving = self.omgeving
        try:
            lijst_id = draft_lijst(omgeving.store, ids, omgeving.kader, op=omgeving.vandaag())
        except Storing as storing:
            omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        omgeving.window.open("vernietiging", lijst_id)

    def _vul(self, lijst: Lijst, rijen: Sequence[object]) -> None:
        lijst.toon(rijen)
        pas_hoogte_aan(lijst, len(rijen))
        lijst.setVisible(bool(rijen))

    def _bouw_vernietigen(self) -> None:
        kaart = self.kaart("Vernietigen", UITLEG_VERNIETIGEN)
        self.klaar = Lijst(self)
        self.klaar.setObjectName("vernietigbaar")
        self.klaar.setAccessibleName("Dossiers die op een lijst kunnen")
        self.klaar.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.ExtendedSelection)
        self.klaar.stel_in(
            [
                Kolom[Bewaarregel]("Dossier", lambda b: b.nummer),
                Kolom[Bewaarregel]("Soort", self._soort, rek=True),
                Kolom[Bewaarregel]("Termijn voorbij op", _tot),
            ],
            sleutel=lambda b: b.dossier_id,
        )
        self.geen_klaar = regel(GEEN_KLAAR, "stil")
        kaart.inhoud.addWidget(self.klaar)
        kaart.inhoud.addWidget(self.geen_klaar)
        self.opstelknop = self.knop("Vernietigingslijst &opstellen", self.stel_op)
        self.opstelknop.setObjectName("lijst_opstellen")
        self.lijsten = Lijst(self)
        self.lijsten.setObjectName("vernietigingslijsten")
        self.lijsten.setAccessibleName("Vernietigingslijsten")
        self.lijsten.stel_in(
            [
                Kolom[Lijstkop]("Lijst", lambda x: x.nummer),
                Kolom[Lijstkop]("Opgesteld op", lambda x: datum_kort(x.opgesteld_op)),
                Kolom[Lijstkop]("Stand", lambda x: STATUSSEN[x.status], rek=True),
                Kolom[Lijstkop]("Nog te doen", lambda x: str(x.regels)),
                Kolom[Lijstkop]("Vernietigd", lambda x: str(x.vernietigd)),
            ],
            sleutel=lambda x: x.id,
        )
        self.lijsten.geopend.connect(lambda x: self.omgeving.window.open("vernietiging", x.id))
        self.lijstkop = regel("Lijsten", "subkop")
        kaart.inhoud.addSpacing(8)
        kaart.inhoud.addWidget(self.lijstkop)
        kaart.inhoud.addWidget(self.lijsten)

    def _bouw_backups(self) -> None:
        kaart = self.kaart("Oude back-ups", UITLEG_BACKUPS)
        self.backups = Lijst(self)
        self.backups.setObjectName("oude_backups")
        self.backups.setAccessibleName("Back-ups waarin een vernietigd dossier nog kan staan")
        self.backups.stel_in(
            [
                Kolom[OudeBackup]("Gemaakt op", lambda b: datum_kort(b.gemaakt_op)),
                Kolom[OudeBackup]("Plek", lambda b: b.plaats, rek=True),
                Kolom[OudeBackup](
                    "Verdwijnt na", lambda b: "1 back-up" if b.nog == 1 else f"{b.nog} back-ups"
                ),
                Kolom[OudeBackup]("Rond", lambda b: datum_kort(b.verdwijnt_op)),
            ],
            sleutel=lambda b: (b.plaats, b.gemaakt_op, b.nog),
        )
        self.geen_backup = regel(GEEN_BACKUP, "stil")
        kaart.inhoud.addWidget(self.backups)
        kaart.inhoud.addWidget(self.geen_backup)

    def _bouw_termijnen(self) -> Kaart:
        kaart = self.kaart("Bewaartermijnen", UITLEG)
        self.zonder = regel(ZONDER_EINDE, "merk_let_op")
        self.dossiers = Lijst(self)
        self.dossiers.setObjectName("bewaarlijst")
        self.dossiers.setAccessibleName("Gesloten dossiers met hun bewaartermijn")
        self.dossiers.stel_in(
            [
                Kolom[Bewaarregel]("Dossier", lambda b: b.nummer),
                Kolom[Bewaarregel]("Soort", self._soort, rek=True),
                Kolom[Bewaarregel]("Bewaren tot", _tot),
                Kolom[Bewaarregel]("Stand", lambda b: b.stand(self.omgeving.vandaag()), rek=True),
            ],
            sleutel=lambda b: b.dossier_id,
        )
        self.dossiers.geopend.connect(lambda b: self.omgeving.window.open("dossier", b.dossier_id, "bewaren"))
        self.niets = regel(NIETS, "stil")
        for deel in (self.zonder, self.dossiers, self.niets):
            kaart.inhoud.addWidget(deel)
        return kaart

    def _soort(self, rij: Bewaarregel) -> str:
        if not rij.bewaartermijn:
            return "Casus" if rij.met_casus else "Signaal"
        return self.omgeving.kader.bewaartermijn(rij.bewaartermijn).onderwerp


def _tot(rij: Bewaarregel) -> str:
    if rij.waardering == "bewaren":
        return "Blijvend"
    return datum_kort(rij.einde) if rij.einde else "Geen einddatum"

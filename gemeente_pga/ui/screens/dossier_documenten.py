# SPDX-License-Identifier: EUPL-1.2
"""Documenten: what was frozen and what was attached, and making the printed dossier.

A new document is searched for leaks before it is frozen; then it is frozen, made and shown.
"""

from gemeente_pga.domain.document import SOORTNAMEN, Documentkop, TeBevriezen
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.store.queries.casus import casusdeelnemers, dossierbijlagen
from gemeente_pga.store.queries.document import documenten_van_dossier
from gemeente_pga.store.queries.dossierstuk import DEELNAMEN, planblad, te_bevriezen
from gemeente_pga.store.queries.editie import Editie
from gemeente_pga.store.queries.kader import kader_van_dossier
from gemeente_pga.store.queries.lekcontrole import Lekgrond, verboden
from gemeente_pga.store.queries.plan import plan_van_casus
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_dossier_maken import Ui_DossierMaken
from gemeente_pga.ui.lekcontrole import Gecontroleerd, TeControleren, controleer
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.dossier_bijlagen import Dossierbijlagen
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel, knop, label, links
from gemeente_pga.ui.screens.dossier_editie import Editiekaart
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lekpaneel import Lekpaneel
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import vorm_van
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Zonder vinkjes maakt u de casuskaart: de casus op één bladzijde. Met vinkjes maakt u een dossier "
    "met de delen die u kiest. Neem niet meer op dan de lezer nodig heeft."
)
GEVOLG = (
    "U gaat dit stuk vaststellen. Het krijgt een controlecode en verandert daarna niet meer. Het blijft in "
    "de kluis; afdrukken of opslaan is een aparte stap."
)


class Documenten(Deel):
    """The tab."""

    code = "documenten"
    titel = "Documenten"
    wegwijzersleutel = "casus_documenten"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._wacht: TeBevriezen | None = None
        self._editie: Editie | None = None  # what waits is the edition for one partner
        self.stukken = Lijst()
        self.stukken.setObjectName("dossier_documenten_lijst")
        self.stukken.setAccessibleName("Vastgestelde documenten")
        self.stukken.stel_in(
            [
                Kolom[Documentkop]("Vastgesteld", lambda d: datum_kort(d.vastgesteld_op), kort="Datum"),
                Kolom[Documentkop]("Document", _naam, rek=True),
                Kolom[Documentkop]("Kenmerk", lambda d: d.kenmerk),
                Kolom[Documentkop](
                    "Controlecode", lambda d: d.controlecode if d.klaar else "wordt nog gemaakt"
                ),
            ],
            sleutel=lambda d: d.id,
        )
        self.stukken.geopend.connect(lambda d: omgeving.window.open("document", d.id))
        self.geenstukken = label("Er zijn nog geen vastgestelde documenten.", "stil")
        self.bijlagen = Dossierbijlagen(omgeving)
        self.editie = Editiekaart(omgeving)
        self.editie.gevraagd.connect(self._maak_editie)
        self._bouw()

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """What there is."""
        super().toon(r, beeld)
        stukken = documenten_van_dossier(r, beeld.dossier_id)
        self.stukken.toon(stukken)
        pas_hoogte_aan(self.stukken, len(stukken))
        self.stukken.setVisible(bool(stukken))
        self.geenstukken.setVisible(not stukken)
        self.editie.toon_van(r, beeld)
        self.planknop.setVisible(beeld.casus is not None and plan_van_casus(r, beeld.casus.id) is not None)
        bijlagen = dossierbijlagen(r, beeld.dossier_id)
        self.bijlagen.toon(beeld.dossier_id, bijlagen, alleen_lezen=beeld.gesloten)

    def naar_onderdeel(self, veld: str) -> bool:
        """The list, or the ticks."""
        if veld in {"", self.code}:
            self.stukken.setFocus()
        elif veld == "maken":
            self.maakknop.setFocus()
        elif veld == "tijdlijn_papier":
            self.formulier.vul({deel: deel == "tijdlijn" for deel in DEELNAMEN})
            self.maakknop.setText(self._knoptekst())
            self.maakknop.setFocus()
        elif veld == "exemplaar" and not self.editie.isHidden():
            self.editie.ui.partij_idComboBox.setFocus()
        elif veld == "bijlage" and not self.bijlagen.nieuwknop.isHidden():
            self.bijlagen.begin()
        else:
            return False
        return True

    # ---- making

    def _maak(self) -> None:
        """Gather, search for leaks in the worker; freeze when there are none."""
        if self.beeld is None:
            return
        delen = [deel for deel in DEELNAMEN if self.formulier.lees()[deel]]
        with self.omgeving.store.reader() as r:
            kader = kader_van_dossier(r, self.beeld.dossier_id)
            document = te_bevriezen(r, self.beeld.dossier_id, kader, delen, self.vandaag())
            grond = self._grond(r, self.beeld)
        self._editie = None
        self._kijk_na(document, grond)

    def _maak_plan(self) -> None:
        """The plan as it holds now, as a paper of its own."""
        if self.beeld is None:
            return
        with self.omgeving.store.reader() as r:
            kader = kader_van_dossier(r, self.beeld.dossier_id)
            document = planblad(r, self.beeld.dossier_id, kader, self.vandaag())
            grond = self._grond(r, self.beeld)
        self._editie = None
        self._kijk_na(document, grond)

    def _grond(self, r: Reader, beeld: Beeld) -> Lekgrond:
        """What may not be in a paper for those who take part now."""
        wie = casusdeelnemers(r, beeld.casus.id) if beeld.casus else ()
        return verboden(
            r,
            [beeld.dossier_id],
            aan_tafel=[d.inhoud.naam for d in wie if d.inhoud.naam],
            lezers={d.partij for d in wie},
        )

    def _maak_editie(self, editie: Editie) -> None:
        """The same, for one partner: searched for everything that this partner may not have."""
        self._editie = editie
        self._kijk_na(editie.document, editie.grond)

    def _kijk_na(self, document: TeBevriezen, grond: Lekgrond) -> None:
        self._wacht = document
        sleutel = [document.soort, *([str(document.partij_id)] if document.partij_id else [])]
        werk = TeControleren(
            sleutel=":".join(sleutel),
            soort=document.soort,
            titel=SOORTNAMEN[document.soort],
            stuk=document.stuk,
            grond=grond,
            onderwerp=document.onderwerp,
            dossier_id=document.dossier_id,
        )
        self._bezig(True)
        controleer(self.omgeving, [werk], self._gecontroleerd, self._mislukt)

    def _gecontroleerd(self, uitkomst: tuple[Gecontroleerd, ...]) -> None:
        self._bezig(False)
        if any(stuk.lekken for stuk in uitkomst):
            self.lekpaneel.toon(uitkomst)
            return
        self.lekpaneel.hide()
        self._stel_vast()

    def _stel_vast(self) -> None:
        document, self._wacht = self._wacht, None
        if document is None:
            return
        if self._editie is not None and not self.editie.nog_gelijk(self._editie):
            self.lekpaneel.hide()
            self.omgeving.window.meld("Er is intussen iets gewijzigd. Maak het exemplaar opnieuw.", "let_op")
            return
        try:
            document_id = freeze(self.omgeving.store, document, op=self.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.lekpaneel.hide()
        (self.editie.formulier if self._editie else self.formulier).wis()
        self._bezig(True)
        maak_af(self.omgeving, lambda: self._klaar(document_id))

    def _klaar(self, document_id: int) -> None:
        self._bezig(False)
        if self.isVisible():
            self.omgeving.window.open("document", document_id)
        else:
            self.omgeving.window.meld(
                "Het stuk is gemaakt.",
                "goed",
                ("Tonen", lambda: self.omgeving.window.open("document", document_id)),
            )

    def _mislukt(self, fout: Exception) -> None:
        self._bezig(False)
        self.omgeving.window.meld(
            f"Het stuk kon niet worden gemaakt ({type(fout).__name__}). Er is niets vastgesteld.", "fout"
        )

    def _bezig(self, aan: bool) -> None:
        self.maakknop.setEnabled(not aan)
        self.planknop.setEnabled(not aan)
        self.vorm.setEnabled(not aan)
        self.editie.setEnabled(not aan)
        self.maakknop.setText("Bezig met maken …" if aan else self._knoptekst())

    def _knoptekst(self) -> str:
        return "&Dossier maken" if any(self.formulier.lees().values()) else "&Casuskaart maken"

    # ---- building

    def _bouw(self) -> None:
        vast = Kaart("Vastgestelde documenten")
        vast.inhoud.addWidget(self.stukken)
        vast.inhoud.addWidget(self.geenstukken)
        maken = Kaart("Dossier op papier")
        self.vorm = vorm_van(Ui_DossierMaken())
        self.formulier = Formulier(self.vorm)
        self.maakknop = knop(
            "&Casuskaart maken", self._maak, rol="primair", icoon="file-plus", naam="dossier_maken"
        )
        self.planknop = knop(
            "Pla&n van aanpak maken", self._maak_plan, icoon="file-plus", naam="dossier_plan_maken"
        )
        self.formulier.gewijzigd.connect(lambda: self.maakknop.setText(self._knoptekst()))
        self.lekpaneel = Lekpaneel(self.omgeving)
        self.lekpaneel.opgelost.connect(self._stel_vast)
        self.lekpaneel.wijzigen.connect(self._vergeet)
        maken.inhoud.addWidget(label(UITLEG, "stil"))
        maken.inhoud.addWidget(self.vorm)
        maken.inhoud.addWidget(label(GEVOLG, "stil"))
        maken.inhoud.addLayout(links(self.maakknop, self.planknop))
        for deel in (vast, maken, self.lekpaneel, self.editie, self.bijlagen):
            self.kolom.addWidget(deel)
        self.kolom.addStretch(1)

    def _vergeet(self) -> None:
        """What was gathered is old once a text is changed."""
        self._wacht = None


def _naam(stuk: Documentkop) -> str:
    """The kind of document; of one that was taken back, or that came from another kluis, it says so."""
    naam = stuk.naam if stuk.terugname else SOORTNAMEN.get(stuk.soort, stuk.titel)
    return f"{naam} – uit andere kluis" if stuk.uit_andere_kluis else naam

# SPDX-License-Identifier: EUPL-1.2
"""The attachments of a dossier: the list, and adding a file with what it is, from whom and on what ground."""

from collections.abc import Sequence

from gemeente_pga.domain.bijlage import Bijlage, beoordeel_bijlage, markeringen
from gemeente_pga.domain.grond import GEWOON, OPEN_BRON, merkteken
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.bijlage import add_dossierbijlagen
from gemeente_pga.store.queries.signaal import Bijlageregel
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_bijlage import Ui_Bijlage
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Feitenlijst, knop, label, links
from gemeente_pga.ui.screens.signaal_bron import pak_in, pak_uit
from gemeente_pga.ui.widgets.bijlagen import omvang
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Het bestand komt versleuteld in de kluis. Het origineel blijft staan waar het stond: ruim dat zelf op. "
    "Hoort het bij een signaal of bij wat iemand inbrengt? Voeg het dan daar toe."
)


class Dossierbijlagen(Kaart):
    """The list of files, what is known of the chosen one, and the form for a new one."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Bijlagen")
        self.omgeving = omgeving
        self._dossier_id = 0
        self._kader = omgeving.kader
        self._bestanden_van = 0
        self._bouw_lijst()
        self._bouw_paneel()

    def toon(self, dossier_id: int, bijlagen: Sequence[Bijlageregel], *, alleen_lezen: bool) -> None:
        """What there is; what is being typed stays."""
        if self._dossier_id != dossier_id:
            self._kader = self.omgeving.kader_van_dossier(dossier_id)
            self._vul_lijsten()
        self._dossier_id = dossier_id
        self.lijst.toon(bijlagen)
        pas_hoogte_aan(self.lijst, len(bijlagen))
        self.lijst.setVisible(bool(bijlagen))
        self.leeg.setVisible(not bijlagen)
        self._toon_feiten()
        self.paneel.toon(
            self._concept(), dict.fromkeys(self.paneel.formulier.velden()), alleen_lezen=alleen_lezen
        )
        if self._bestanden_van != dossier_id:
            self._bestanden_van = dossier_id
            bewaard = self.omgeving.store.concept(*self._bestandsconcept())
            self.ui.bijlagen.zet(pak_uit(bewaard)[1] if bewaard else ())
            self._open(self.paneel.formulier.vuil or bool(self.ui.bijlagen.bijlagen()))
        if alleen_lezen:
            self._open(False)
        self.nieuwknop.setVisible(not alleen_lezen and self.paneel.isHidden())

    def begin(self) -> None:
        """Open the form for a new file."""
        self._open(True)
        self.ui.bijlagen.toevoegen.setFocus()

    # ---- building

    def _bouw_lijst(self) -> None:
        self.lijst = Lijst()
        self.lijst.setObjectName("dossier_bijlagen_lijst")
        self.lijst.setAccessibleName("Bijlagen")
        self.lijst.stel_in(
            [
                Kolom[Bijlageregel]("Toegevoegd", lambda b: moment_kort(b.vastgelegd_op)),
                Kolom[Bijlageregel]("Naam", lambda b: b.naam, rek=True),
                Kolom[Bijlageregel]("Wat het is", self._regel, rek=True),
                Kolom[Bijlageregel]("Delen", lambda b: self._woord("markering", b.markering)),
                Kolom[Bijlageregel]("Omvang", lambda b: omvang(b.grootte)),
            ],
            sleutel=lambda b: b.id,
        )
        self.lijst.geopend.connect(lambda b: self.omgeving.window.open("document", b.id, "bijlage"))
        self.lijst.gekozen.connect(lambda _: self._toon_feiten())
        self.leeg = label("Er zijn geen bijlagen.", "stil")
        self.feiten = Feitenlijst()
        self.nieuwknop = knop(
            "Bi&jlage toevoegen …", self.begin, icoon="paperclip", naam="dossier_bijlage_nieuw"
        )
        for deel in (self.lijst, self.leeg, self.feiten):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.nieuwknop))

    def _bouw_paneel(self) -> None:
        omgeving = self.omgeving
        self.ui = Ui_Bijlage()
        self.paneel = Formulierpaneel(
            omgeving, "Bijlage toevoegen", self.ui, naam="dossier_bijlage", knop="Bijlage vast&leggen",
            uitleg=UITLEG, met_terug=False,
        )  # fmt: skip
        self._vul_lijsten()
        self.ui.bijlagen.gewijzigd.connect(self._bewaar_bestanden)
        self.ui.verkregenComboBox.currentIndexChanged.connect(self._volg)
        self.ui.categorieKeuzeGroep.gewijzigd.connect(self._volg)
        self.paneel.stel_in(
            lambda invoer: beoordeel_bijlage(invoer, self._kader, omgeving.vandaag()), self._leg_vast
        )
        self.paneel.vastgelegd.connect(self._klaar)
        niet = knop("Toch niet", self._stop, rol="plat", icoon="x", naam="dossier_bijlage_niet")
        self.paneel.inhoud.addLayout(links(niet))
        self.paneel.hide()
        self.inhoud.addWidget(self.paneel)

    def _vul_lijsten(self) -> None:
        """The choices of the kader of this dossier."""
        ui, kader, vandaag = self.ui, self._kader, self.omgeving.vandaag()
        vul_keuzes(ui.markeringKeuzeGroep, markeringen(kader))
        vul_keuzes(ui.categorieKeuzeGroep, kader.codelijst("categorie"))
        vul_keuzes(ui.verkregenComboBox, kader.codelijst("verkregen"))
        for veld, richting in ((ui.grondslag_geverComboBox, "geven"), (ui.grondslagComboBox, "ontvangen")):
            vul_keuzes(veld, [(g.code, g.naam) for g in kader.grondslagen(richting, op=vandaag)])
        self._volg()

    def _volg(self) -> None:
        """What the kader says along, and the necessity where it is asked."""
        nu = self.paneel.formulier.lees()
        for lijst, zin in (("verkregen", self.ui.verkregenLabel), ("categorie", self.ui.categorieLabel)):
            code = str(nu[lijst])
            zin.setText(self._kader.keuze(lijst, code).waarschuwing if code else "")
            zin.setVisible(bool(zin.text()))
        gezien = any(nu[veld] for veld in ("vinder", "vindplaats", "gevonden_op"))
        self.ui.openBronVak.setVisible(str(nu["verkregen"]) == OPEN_BRON or gezien)
        self.ui.noodzaakVak.setVisible(str(nu["categorie"]) not in {"", GEWOON} or bool(nu["noodzaak"]))

    # ---- inside

    def _toon_feiten(self) -> None:
        gekozen = self.lijst.rij()
        regel = gekozen if isinstance(gekozen, Bijlageregel) and gekozen.herkomst else None
        self.feiten.setVisible(regel is not None)
        if regel is None:
            return
        self.feiten.toon(
            [
                ("Wat het is", regel.omschrijving),
                ("Van", regel.herkomst),
                ("Ontvangen op", datum_kort(regel.ontvangen_op) if regel.ontvangen_op else ""),
                ("Grondslag van de gever", self._grond(regel.grondslag_gever)),
                ("Grondslag van de ontvanger", self._grond(regel.grondslag)),
                ("Nodig voor", regel.doel),
                ("Soort gegevens", self._woord("categorie", regel.categorie)),
                ("Waarom onmisbaar", regel.noodzaak),
                ("Hoe verkregen", self._woord("verkregen", regel.verkregen)),
                ("Gezien door", ", ".join(deel for deel in (regel.vinder, regel.vindplaats) if deel)),
                ("Gezien op", datum_kort(regel.gevonden_op) if regel.gevonden_op else ""),
                ("Delen", self._woord("markering", regel.markering)),
            ]
        )

    def _regel(self, bijlage: Bijlageregel) -> str:
        merk = merkteken(self._kader, bijlage.categorie)
        return f"[{merk.lower()}] {bijlage.omschrijving}" if merk else bijlage.omschrijving

    def _grond(self, code: str) -> str:
        return self._kader.grondslag(code).naam if code else ""

    def _woord(self, lijst: str, code: str) -> str:
        return self._kader.woord(lijst, code)

    def _concept(self) -> tuple[str, str]:
        return f"{CODE}_bijlage", str(self._dossier_id)

    def _bestandsconcept(self) -> tuple[str, str]:
        return f"{CODE}_bijlage_bestanden", str(self._dossier_id)

    def _bewaar_bestanden(self) -> None:
        """Files that were chosen are concept too, inside the kluis."""
        bijlagen = self.ui.bijlagen.bijlagen()
        self.omgeving.store.save_concept(*self._bestandsconcept(), pak_in({}, bijlagen) if bijlagen else "")

    def _leg_vast(self, gegevens: Bijlage, concept: tuple[str, str]) -> None:
        concepten = (concept, self._bestandsconcept())
        add_dossierbijlagen(
            self.omgeving.store, self._dossier_id, self.ui.bijlagen.bijlagen(), gegevens, concepten=concepten
        )

    def _klaar(self) -> None:
        self._maak_leeg()
        self.omgeving.window.meld("De bijlage is in de kluis opgeborgen.")

    def _stop(self) -> None:
        """Throw away what was typed and chosen here: the user says so."""
        self.paneel.formulier.klaar()
        for concept in (self._concept(), self._bestandsconcept()):
            self.omgeving.store.discard_concept(*concept)
        self._maak_leeg()

    def _maak_leeg(self) -> None:
        self.paneel.formulier.wis()
        self.paneel.formulier.wis_gebreken()
        self.ui.bijlagen.zet(())
        self._open(False)
        self.nieuwknop.setFocus()

    def _open(self, aan: bool) -> None:
        self.paneel.setVisible(aan)
        self.nieuwknop.setVisible(not aan)

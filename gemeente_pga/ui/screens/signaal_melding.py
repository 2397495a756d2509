# SPDX-License-Identifier: EUPL-1.2
"""A signal as Melding for another system: to whom and why, what is left out, and the file.

The file leaves the kluis, so it is a verstrekking: in the register first, then on the disk.
"""

from collections.abc import Mapping
from pathlib import Path

from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.uitwisseling import (
    Meldingsdeel,
    Meldingswens,
    Uitwisseling,
    beoordeel_melding,
    bestandsnaam_json,
    melding_json,
)
from gemeente_pga.handelingen.poort import require
from gemeente_pga.handelingen.signaal import deelconcept
from gemeente_pga.handelingen.verstrekking import register_verstrekking
from gemeente_pga.paths import save_outside
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.signaal import Signaalblad
from gemeente_pga.store.queries.uitwisseling import meldingsdeel
from gemeente_pga.store.queries.verstrekking import verstrekkingrond
from gemeente_pga.ui import messages
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_signaal_melding import Ui_SignaalMelding
from gemeente_pga.ui.screens.dossier_deel import label
from gemeente_pga.ui.screens.signaal_deel import Deel, keuzes
from gemeente_pga.ui.widgets.opsomming import Opsomming

_ZVH = "zvh"
_ONGELEZEN = -1  # no party has this id
GEVOLG = (
    "U slaat een bestand op buiten de kluis. Het is niet versleuteld: wie erbij kan, kan het lezen. "
    "Er staan een naam, een adres en het signaal in, en niet wie de melder is. "
    "U legt meteen vast dat u dit verstrekt. Verwijder het bestand als de ontvanger het heeft."
)
WACHTZIN = "U slaat een melding op buiten de kluis. Het bestand is daar niet versleuteld."
GEWIJZIGD = "Er is intussen iets gewijzigd. Kijk na wat weggaat en sla de melding opnieuw op."


class Meldingdeel(Deel[Meldingswens]):
    """The form, and below it what does not go into the file."""

    deel, titel, knop = "melding", "Opslaan voor een ander systeem (JSON) …", "Kies een plaats en sla op"
    uitleg = (
        "Dit signaal als melding in het model van de landelijke afspraken. Een Zorg- en Veiligheidshuis kan "
        "het bestand inlezen zonder het over te typen."
    )
    wegwijzer = "verstrekking"
    gevolg = GEVOLG

    def bouw(self) -> None:
        """The lists of the kader, and the partners."""
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        self.ui = Ui_SignaalMelding()
        self.ui.setupUi(self.vorm)
        vul_keuzes(self.ui.wijzeComboBox, keuzes(kader, "verstrekkingswijze"))
        vul_keuzes(self.ui.terugkoppelingKeuzeGroep, [("ja", "Ja"), ("nee", "Nee")])
        vul_keuzes(self.ui.categorieKeuzeGroep, keuzes(kader, "categorie"))
        for keuze, soort in (
            (self.ui.grondslag_geverComboBox, "geven"),
            (self.ui.grondslag_ontvangerComboBox, "ontvangen"),
        ):
            vul_keuzes(keuze, [(g.code, g.naam) for g in kader.grondslagen(soort, op=vandaag)])
        self._voor: int | None = _ONGELEZEN
        self.lijst = Opsomming()
        for deel in (label("Dit gaat niet mee", "subkop"), self.lijst, label(self.gevolg, "stil")):
            self.inhoud.addWidget(deel)

    def na_bouw(self) -> None:
        """Another receiver may have other lines."""
        self.formulier.gewijzigd.connect(self._bij)
        self.vastlegknop.setToolTip(f"{self.knop} (Ctrl+Enter)")

    def begin(self) -> dict[str, object]:
        """The safety house, when it is among the partners."""
        with self.omgeving.store.reader() as r:
            alle = partijen(r)
        vul_keuzes(self.ui.partij_idComboBox, [(p.id, p.partij.naam) for p in alle])
        huizen = [p.id for p in alle if p.partij.soort == _ZVH]
        return {"partij_id": huizen[0]} if len(huizen) == 1 else {}

    def toon(self, blad: Signaalblad) -> None:
        """Also what does not go: the signal may have been corrected since."""
        super().toon(blad)
        self._voor = _ONGELEZEN
        self._bij()

    def beoordeel(self, invoer: Mapping[str, object]) -> Meldingswens | list[Gebrek]:
        """A Meldingswens or gebreken. What goes is what this receiver may have."""
        vandaag = self.omgeving.vandaag()
        mee = self._lees(invoer).informatie_ids
        with self.omgeving.store.reader() as r:
            rond = verstrekkingrond(r, self.blad.dossier_id, mee, vandaag)
        return beoordeel_melding(invoer, self.omgeving.kader, vandaag, rond)

    def vastleggen(self) -> None:
        """Judge, ask where it goes and for the wachtzin; then record and write."""
        wens = self.formulier.beoordeel(self.beoordeel)
        if wens is None or not self._mag():
            return
        gezien = self._maak(wens)
        naam = bestandsnaam_json("melding", self.omgeving.vandaag())
        doel = messages.bewaar_als(self, "Waar wilt u de melding opslaan?", naam, "JSON (*.json)")
        if doel is not None:
            self.omgeving.window.bevestig(WACHTZIN, lambda: self._schrijf(wens, gezien, doel))

    def registreer(self, waarde: Meldingswens) -> None:
        """The verstrekking, with the items that go with it."""
        register_verstrekking(
            self.omgeving.store,
            self.blad.dossier_id,
            waarde.verstrekking,
            self._lees(self.formulier.lees()).informatie_ids,
            op=self.omgeving.vandaag(),
            concept=deelconcept(self.blad.id, self.deel),
        )

    def _schrijf(self, wens: Meldingswens, gezien: Uitwisseling, doel: Path) -> None:
        """First the register, then the file: no file outside the kluis that nobody knows of."""
        if self._maak(wens).to_bytes() != gezien.to_bytes():
            self._voor = _ONGELEZEN
            self._bij()
            self.omgeving.window.meld(GEWIJZIGD, "let_op")
            return
        try:
            with self.formulier.wordt_vastgelegd():
                self.registreer(wens)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        try:
            save_outside(doel, gezien.to_bytes())
        except Storing as storing:
            zin = "De verstrekking staat al in het register."
            self.omgeving.window.meld(f"{storing.melding} {storing.raad} {zin}", "fout")
        else:
            self.omgeving.window.meld(
                f"Opgeslagen, niet versleuteld: {doel}. De verstrekking is vastgelegd.", "let_op"
            )
        self.formulier.wis()
        self.gesloten.emit(self)

    def _mag(self) -> bool:
        """Asked before a file is chosen; the act asks it again."""
        store, vandaag = self.omgeving.store, self.omgeving.vandaag()
        store.require(Handeling.VERSTREKKING_VASTLEGGEN)
        try:
            with store.reader() as r:
                require(r, self.blad.dossier_id, Deur.VERSTREKKING, vandaag)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return False
        return True

    def _lees(self, invoer: Mapping[str, object]) -> Meldingsdeel:
        partij = str(invoer.get("partij_id") or "")
        with self.omgeving.store.reader() as r:
            return meldingsdeel(
                r,
                self.blad.id,
                int(partij) if partij.isdigit() else None,
                self.omgeving.kader,
                self.omgeving.vandaag(),
                gebruiker_id=self.omgeving.store.wie.gebruiker_id,
            )

    def _maak(self, wens: Meldingswens) -> Uitwisseling:
        return melding_json(self._lees({"partij_id": wens.verstrekking.partij_id}), wens)

    def _bij(self) -> None:
        invoer = self.formulier.lees()
        partij = str(invoer.get("partij_id") or "")
        voor = int(partij) if partij.isdigit() else None
        if voor == self._voor:
            return
        self._voor = voor
        self.lijst.zet(melding_json(self._lees(invoer), None).zinnen)

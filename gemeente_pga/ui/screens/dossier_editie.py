# SPDX-License-Identifier: EUPL-1.2
"""The edition for one partner: who it is for, which paper, and on screen everything that is left out of it.

The list is for the coordinator; on paper nothing tells that there was more.
"""

from PySide6 import QtCore

from gemeente_pga.domain.editie import DOSSIER, PLAN, VERSLAG, Editiekeuze, beoordeel_editie
from gemeente_pga.store.queries.editie import Editie, make_editie, partners, verslagen_voor
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_dossier_editie import Ui_DossierEditie
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.paneel import vorm_van

UITLEG = (
    "Een exemplaar met alleen wat deze deelnemer mag hebben. Wat bij de inbreng is afgesproken, beslist. "
    "Was de deelnemer ergens niet aan tafel, dan staat dat er niet in. Op papier is niet te zien dat er "
    "iets is weggelaten."
)
GEVOLG = (
    "U gaat dit exemplaar vaststellen. Het kan daarna alleen naar deze deelnemer. Betrokkene krijgt geen "
    "exemplaar langs deze weg: maak een afschrift bij het verzoek om inzage."
)
KIES = "Kies eerst een deelnemer en een stuk. Hier komt dan te staan wat wordt weggelaten."
NIETS = "Er wordt niets weggelaten: deze deelnemer mag alles hebben wat in dit stuk staat."


class Editiekaart(Kaart):
    """The card. `gevraagd` gives the Editie to check and freeze."""

    gevraagd = QtCore.Signal(object)

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Exemplaar voor een deelnemer")
        self.omgeving = omgeving
        self._beeld: Beeld | None = None
        self.ui = Ui_DossierEditie()
        self.vorm = vorm_van(self.ui)
        self.formulier = Formulier(self.vorm)
        for veld in self.formulier.velden():
            widget = self.formulier.widget(veld)
            widget.setObjectName(f"{CODE}_editie_{widget.objectName()}")
        self.maakknop = knop("&Exemplaar maken", self._maak, icoon="file-plus", naam="editie_maken")
        self.kop = label("Dit blijft weg", "subkop")
        self.zin = label(KIES, "stil")
        self.lijst = Opsomming()
        self.formulier.gewijzigd.connect(self._bij)
        for deel in (label(UITLEG, "stil"), self.vorm, self.kop, self.zin, self.lijst, label(GEVOLG, "stil")):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.maakknop))

    def toon_van(self, r: Reader, beeld: Beeld) -> None:
        """Who takes part in this casus now; nothing while there is no casus or it is closed."""
        self._beeld = beeld
        zien = beeld.casus is not None and not beeld.gesloten and not self.omgeving.alleen_kijken
        self.setVisible(zien)
        if beeld.casus is None or not zien:
            self.formulier.wis()
            return
        vul_keuzes(self.ui.partij_idComboBox, partners(r, beeld.casus.id, self.omgeving.vandaag()))
        self._bij()

    def nog_gelijk(self, gemaakt: Editie) -> bool:
        """Would the same paper come out now? A word or a mark may have changed since it was checked."""
        nu = self._lees()
        return nu is not None and nu.document == gemaakt.document

    def _keuze(self) -> Editiekeuze | None:
        """What is chosen, or None while it is not complete."""
        beeld = self._beeld
        if beeld is None or beeld.casus is None:
            return None
        with self.omgeving.store.reader() as r:
            partijen = tuple(id_ for id_, _ in partners(r, beeld.casus.id, self.omgeving.vandaag()))
            invoer = self.formulier.lees()
            gekozen = str(invoer.get("partij_id") or "")
            verslagen = verslagen_voor(r, beeld.casus.id, int(gekozen)) if gekozen.isdigit() else ()
        overleggen = tuple(id_ for id_, _ in verslagen)
        uit = beoordeel_editie(invoer, self.omgeving.vandaag(), partijen=partijen, overleggen=overleggen)
        return uit if isinstance(uit, Editiekeuze) else None

    def _lees(self) -> Editie | None:
        keuze, beeld = self._keuze(), self._beeld
        if keuze is None or beeld is None:
            return None
        kader = self.omgeving.kader_van_dossier(beeld.dossier_id)
        with self.omgeving.store.reader() as r:
            return make_editie(r, beeld.dossier_id, keuze, kader, self.omgeving.vandaag())

    def _bij(self) -> None:
        """The papers this partner may have, and what is left out of the one that was chosen."""
        self._vul_stukken()
        stuk = str(self.formulier.lees()["stuk"] or "")
        self.ui.delenVak.setVisible(stuk == DOSSIER)
        gemaakt = self._lees()
        weg = gemaakt.weggelaten if gemaakt else ()
        self.lijst.zet([punt.zin for punt in weg])
        self.lijst.setVisible(bool(weg))
        self.zin.setText(NIETS if gemaakt else KIES)
        self.zin.setVisible(not weg)
        self.maakknop.setEnabled(gemaakt is not None)

    def _vul_stukken(self) -> None:
        gekozen = str(self.formulier.lees()["partij_id"] or "")
        keuzes: list[tuple[str | int, str]] = []
        if gekozen.isdigit() and self._beeld is not None and self._beeld.casus is not None:
            with self.omgeving.store.reader() as r:
                verslagen = verslagen_voor(r, self._beeld.casus.id, int(gekozen))
            keuzes = [(DOSSIER, "Dossier, met de delen die u kiest"), (PLAN, "Plan van aanpak")]
            keuzes += [(f"{VERSLAG}:{id_}", naam) for id_, naam in verslagen]
        vul_keuzes(self.ui.stukComboBox, keuzes)

    def _maak(self) -> None:
        gemaakt = self._lees()
        if gemaakt is not None:
            self.gevraagd.emit(gemaakt)

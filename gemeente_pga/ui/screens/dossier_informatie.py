# SPDX-License-Identifier: EUPL-1.2
"""Informatie: everything that was brought to this dossier, by whom, on what ground, and what may be done."""

from PySide6 import QtWidgets

from gemeente_pga.domain.actualiteit import Achterhaald
from gemeente_pga.domain.beperking import UITLEG as BEPERKT
from gemeente_pga.domain.grond import merkteken
from gemeente_pga.domain.informatie import NIET_VASTLEGGEN, InformatieItem
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.beperking import beperkte_items
from gemeente_pga.store.queries.casus import overleg_van_bespreking
from gemeente_pga.store.queries.herbeoordeling import achterhaald
from gemeente_pga.store.queries.informatie import informatie_van_dossier
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld, Deel, Feitenlijst, dag, knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Alles wat in de weegploeg en in het overleg is ingebracht. U legt informatie vast in de weging of in "
    "het overleg zelf. Zo is altijd duidelijk wie het inbracht en waarvoor."
)


class InformatieTab(Deel):
    """The tab."""

    code = "informatie"
    titel = "Informatie"
    wegwijzersleutel = "casus_informatie"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._items: tuple[InformatieItem, ...] = ()
        self._beperkt: frozenset[int] = frozenset()
        self._oud: dict[int, Achterhaald] = {}
        self.markering = _keuze("Filter op afspraak over delen")
        self.gever = _keuze("Filter op wie het inbracht")
        vul_keuzes(self.markering, omgeving.kader.codelijst("markering"))
        self.markering.setItemText(0, "Alle afspraken over delen")
        self.lijst = Lijst()
        self.lijst.setObjectName("dossier_informatie_lijst")
        self.lijst.setAccessibleName("Informatie in dit dossier")
        self.lijst.stel_in(
            [
                Kolom[InformatieItem]("Gebeurd", _dag),
                Kolom[InformatieItem]("Van", lambda i: i.van),
                Kolom[InformatieItem](
                    "Soort", lambda i: self.woord("soort_uitspraak", i.inhoud.soort_uitspraak)
                ),
                Kolom[InformatieItem]("Wat", self._regel, rek=True),
                Kolom[InformatieItem]("Delen", self._delen),
            ],
            sleutel=lambda i: i.id,
        )
        self.lijst.gekozen.connect(self._toon_item)
        self.lijst.geopend.connect(lambda _rij: self._ga_naar_bron())
        self.leeg = label("Er is nog geen informatie vastgelegd.", "stil")
        kaart = Kaart("Informatie in dit dossier")
        kaart.inhoud.addWidget(label(UITLEG, "stil"))
        kaart.inhoud.addLayout(links(self.markering, self.gever))
        kaart.inhoud.addWidget(self.lijst)
        kaart.inhoud.addWidget(self.leeg)
        self.detail = Kaart()
        self.feiten = Feitenlijst()
        self.tekst = label("")
        self.bronknop = knop("", self._ga_naar_bron, icoon="arrow-right")
        for deel in (self.tekst, self.feiten):
            self.detail.inhoud.addWidget(deel)
        self.detail.inhoud.addLayout(links(self.bronknop))
        self.detail.hide()
        self.kolom.addWidget(kaart)
        self.kolom.addWidget(self.detail)
        self.kolom.addStretch(1)
        self.markering.currentIndexChanged.connect(self._filter)
        self.gever.currentIndexChanged.connect(self._filter)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """All items; the filter stays."""
        super().toon(r, beeld)
        self._items = informatie_van_dossier(r, beeld.dossier_id)
        self._beperkt = beperkte_items(r, beeld.dossier_id)
        self._oud = achterhaald(r, beeld.dossier_id)
        gevers = sorted({i.partij or i.inhoud.gever for i in self._items} - {""})
        vul_keuzes(self.gever, [(naam, naam) for naam in gevers])
        self.gever.setItemText(0, "Van iedereen")
        self._filter()

    def naar_onderdeel(self, veld: str) -> bool:
        """One item by its id."""
        if veld.isdigit():
            self.markering.setCurrentIndex(0)
            self.gever.setCurrentIndex(0)
            self.lijst.kies(int(veld))
        elif veld not in {"", self.code}:
            return False
        self.lijst.setFocus()
        return True

    def plek(self) -> str:
        """The item that is shown."""
        rij = self.lijst.rij()
        return str(rij.id) if isinstance(rij, InformatieItem) else ""

    def _filter(self) -> None:
        markering, gever = self.markering.currentData() or "", self.gever.currentData() or ""
        rijen = [
            i
            for i in self._items
            if (not markering or i.inhoud.markering == markering)
            and (not gever or gever == (i.partij or i.inhoud.gever))
        ]
        self.lijst.toon(rijen)
        pas_hoogte_aan(self.lijst, len(rijen))
        self.lijst.setVisible(bool(rijen))
        self.leeg.setText(
            "Er is niets dat bij dit filter past." if self._items else "Er is nog geen informatie vastgelegd."
        )
        self.leeg.setVisible(not rijen)
        self.detail.setVisible(self.lijst.rij() is not None)

    def _regel(self, item: InformatieItem) -> str:
        merk = merkteken(self.omgeving.kader, item.inhoud.categorie)
        return f"[{merk.lower()}] {_tekst(item)}" if merk else _tekst(item)

    def _toon_item(self, item: InformatieItem) -> None:
        kader, i = self.omgeving.kader, item.inhoud
        self.tekst.setText(_tekst(item))
        self.feiten.toon(
            [
                ("Ingebracht door", ", ".join(d for d in (item.partij, i.gever) if d)),
                ("Soort uitspraak", self.woord("soort_uitspraak", i.soort_uitspraak)),
                ("Bron", i.bron),
                ("Gebeurd op", dag(i.gebeurd_op, "Niet bekend")),
                ("Bij ons bekend op", dag(i.ontvangen_op)),
                (
                    "Grondslag van de gever",
                    kader.grondslag(i.grondslag_gever).naam if i.grondslag_gever else "",
                ),
                (
                    "Grondslag van de ontvanger",
                    kader.grondslag(i.grondslag_ontvanger).naam if i.grondslag_ontvanger else "",
                ),
                ("Doel", i.doel),
                ("Categorie", self.woord("categorie", i.categorie)),
                ("Waarom noodzakelijk", i.noodzaak),
                ("Hoe verkregen", self.woord("verkregen", i.verkregen)),
                ("Waarvoor het contact was", self.woord("contactdoel", i.contactdoel)),
                ("Gezien door", ", ".join(d for d in (i.vinder, i.vindplaats) if d)),
                ("Gezien op", dag(i.gevonden_op)),
                ("Nagegaan", self.woord("gecontroleerd", i.gecontroleerd)),
                ("Let op", BEPERKT if item.id in self._beperkt else ""),
                ("Nog actueel", self._oud[item.id].zin if item.id in self._oud else ""),
                ("Afspraak over delen", self.woord("markering", i.markering)),
                ("Mag gedeeld met", ", ".join(item.deelbaar_namen) or "Iedereen aan tafel"),
                ("Te gebruiken tot", dag(i.einddatum)),
            ]
        )
        self.bronknop.setText("Naar de weging" if item.weging_id else "Naar het overleg")
        self.bronknop.setVisible(bool(item.weging_id or item.bespreking_id))
        self.detail.show()

    def _delen(self, item: InformatieItem) -> str:
        if item.id in self._beperkt:
            return "Verwerking beperkt"
        woord = self.woord("markering", item.inhoud.markering)
        return f"{woord}. Klopt niet meer" if item.id in self._oud else woord

    def _ga_naar_bron(self) -> None:
        item = self.lijst.rij()
        if not isinstance(item, InformatieItem):
            return
        if item.weging_id:
            self.omgeving.window.open("weging", item.weging_id)
        elif item.bespreking_id:
            with self.omgeving.store.reader() as r:
                overleg_id = overleg_van_bespreking(r, item.bespreking_id)
            self.omgeving.window.open("overleg", overleg_id)


def _keuze(naam: str) -> QtWidgets.QComboBox:
    keuze = QtWidgets.QComboBox()
    keuze.setAccessibleName(naam)
    keuze.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    keuze.setMinimumContentsLength(18)
    return keuze


def _tekst(item: InformatieItem) -> str:
    if item.inhoud.markering == NIET_VASTLEGGEN:
        return "Er is iets gezegd dat op verzoek van de gever niet is vastgelegd."
    return item.inhoud.tekst


def _dag(item: InformatieItem) -> str:
    gebeurd = item.inhoud.gebeurd_op
    return datum_kort(gebeurd) if gebeurd else "–"

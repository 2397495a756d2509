# SPDX-License-Identifier: EUPL-1.2
"""Who has what of this dossier, an item that proved wrong, and the notices to all its holders."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6 import QtWidgets

from gemeente_pga.domain.correctie import (
    ANTWOORDEN,
    BERICHTSOORTEN,
    RECTIFICATIE,
    SLUITING,
    SOORTEN,
    TERUGGAVE,
    Houderantwoord,
    Informatiecorrectie,
    beoordeel_antwoord,
    beoordeel_correctie,
)
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.houder import Houdergroep
from gemeente_pga.domain.informatie import InformatieItem
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.handelingen.houder import notify_houders, record_antwoord, report_onjuist, te_berichten
from gemeente_pga.store.queries.houders import (
    Berichtregel,
    Correctieregel,
    berichten,
    correcties,
    houdergroepen,
    kregen_iets_anders,
)
from gemeente_pga.store.queries.informatie import informatie_van_dossier
from gemeente_pga.store.queries.tekstblok import leemten_bericht
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_correctie import Ui_Correctie
from gemeente_pga.ui.forms.ui_houder_antwoord import Ui_HouderAntwoord
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links, tussenkop
from gemeente_pga.ui.screens.rechten_houderwoorden import (
    ALLEEN_MELDER,
    GEGEVEN_BIJ_NIEMAND,
    UITLEG,
    gevolg,
    item_zin,
    kreeg_niet,
    maak_lijst,
    verstuurd,
    wacht,
    zekerheid,
)
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.opsomming import Opsomming
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.stroom import StroomLayout


class Houderkaart(Rechtenkaart):
    """The holders, the corrections, the notices and their answers."""

    titel = "Wie heeft wat van dit dossier"
    wegwijzersleutel = "rectificatie"
    velden = frozenset({"houders", "correctie"})
    tabellen = frozenset(
        {
            "informatiecorrectie",
            "houderbericht",
            "exemplaar",
            "verstrekking",
            "bespreking_deelnemer",
            "gemeente",
            "vaststelling",
        }
    )

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._items: tuple[InformatieItem, ...] = ()
        self._open_bericht: Berichtregel | None = None
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self._bouw_houders()
        self._bouw_correcties()
        self._bouw_berichten()

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """This dossier; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self._sluit()
        super().toon(r, beeld)
        self._items = tuple(i for i in informatie_van_dossier(r, beeld.dossier_id) if i.inhoud.tekst)
        vul_keuzes(self.welk, [(i.id, item_zin(i)) for i in self._items])
        self.welk.setItemText(0, "Alles van dit dossier")
        self._toon_houders(r)
        self._vul(self.correctielijst, correcties(r, beeld.dossier_id))
        self.correctiekop.setVisible(not self.correctielijst.isHidden())
        self._vul(self.berichtenlijst, berichten(r, beeld.dossier_id))
        self.berichtenkop.setVisible(not self.berichtenlijst.isHidden())
        self.meldknop.setVisible(self.paneel.isHidden() and bool(self._items))
        self._volg(r)

    def naar_onderdeel(self, veld: str) -> bool:
        """The holders, or the form for a correction; "correctie:<item>" for this item."""
        tabel, _, rij = veld.partition(":")
        if tabel == "houderbericht":
            self.berichtenlijst.kies(int(rij) if rij.isdigit() else 0)
            self.berichtenlijst.setFocus()
        elif tabel in {"correctie", "informatiecorrectie"}:
            self.meld(int(rij) if rij.isdigit() else None)
        elif tabel == "houders":
            self.welk.setFocus()
        else:
            return False
        return True

    # ---- who has it

    def _toon_houders(self, r: Reader) -> None:
        if self.beeld is None:
            return
        item = self.welk.currentData()
        een = item if isinstance(item, int) else None
        groepen = houdergroepen(r, self.beeld.dossier_id, informatie_id=een)
        self._vul(self.houderlijst, groepen)
        self.leeg.setText(ALLEEN_MELDER if een is None else GEGEVEN_BIJ_NIEMAND)
        self.leeg.setVisible(not groepen)
        niet = kregen_iets_anders(r, self.beeld.dossier_id, een) if een is not None else ()
        self.kreeg_niet.setText(kreeg_niet(niet))
        self.kreeg_niet.setVisible(bool(niet))

    def _ander_item(self) -> None:
        with self.omgeving.store.reader() as r:
            self._toon_houders(r)

    # ---- a correction

    def meld(self, informatie_id: int | None = None) -> None:
        """Open the form; with the item that was chosen above."""
        if self.beeld is None or not self._items or self.omgeving.alleen_kijken:
            return
        gekozen = informatie_id or self.welk.currentData() or ""
        vul_keuzes(self.ui.informatie_idComboBox, [(i.id, item_zin(i)) for i in self._items])
        vul_keuzes(self.ui.soortKeuzeGroep, SOORTEN)
        leeg = dict.fromkeys(self.paneel.formulier.velden())
        self.paneel.toon(
            (f"{CODE}_correctie", str(self.beeld.dossier_id)),
            {**leeg, "informatie_id": gekozen, "gemeld_op": self.omgeving.vandaag()},
            alleen_lezen=False,
        )
        self.paneel.show()
        self.meldknop.hide()
        theme.zet_iconen(self.paneel)
        self.paneel.formulier.focus("soort" if gekozen else "informatie_id")

    def _beoordeel(self, invoer: Mapping[str, object]) -> Informatiecorrectie | list[Gebrek]:
        uitkomst = beoordeel_correctie(invoer, self.omgeving.vandaag())
        if isinstance(invoer["informatie_id"], int):
            return uitkomst
        gebrek = Gebrek("informatie_id", "Kies om welk gegeven het gaat.")
        return [gebrek, *uitkomst] if isinstance(uitkomst, list) else [gebrek]

    def _leg_vast(self, correctie: Informatiecorrectie, concept: tuple[str, str]) -> None:
        item = self.paneel.formulier.lees()["informatie_id"]
        if isinstance(item, int):
            report_onjuist(self.omgeving.store, item, correctie, concept=concept)
            self.omgeving.window.meld("Vastgelegd. Maak nu het bericht aan alle houders.", "let_op")

    def _klaar(self) -> None:
        self.paneel.formulier.wis()
        self._sluit()
        self.correctielijst.setFocus()

    def _niet(self) -> None:
        self.paneel.formulier.vergeet_concept()
        self._klaar()

    def _sluit(self) -> None:
        for paneel in (self.paneel, self.antwoordpaneel):
            paneel.formulier.bewaar_concept()
            paneel.formulier.zet_concept(None)
            paneel.formulier.wis()
            paneel.hide()
        self._open_bericht = None
        self.meldknop.setVisible(bool(self._items))

    # ---- the notices

    def _aanleiding(self, soort: str) -> tuple[str, int] | None:
        if soort != RECTIFICATIE:
            return ("dossier", self.beeld.dossier_id) if self.beeld else None
        gekozen = self._correctie()
        return ("informatiecorrectie", gekozen.id) if gekozen else None

    def _correctie(self) -> Correctieregel | None:
        """The one that is chosen; the newest when none is."""
        rijen = [rij for rij in self.correctielijst.rijen() if isinstance(rij, Correctieregel)]
        gekozen = self.correctielijst.rij()
        return gekozen if isinstance(gekozen, Correctieregel) else next(iter(rijen), None)

    def _volg(self, r: Reader) -> None:
        """How many notices each button would make."""
        if self.beeld is None:
            return
        correctie = self._correctie()
        for soort, doe in self.berichtknoppen.items():
            aanleiding = self._aanleiding(soort)
            item = correctie.informatie_id if correctie and soort == RECTIFICATIE else None
            nog = te_berichten(r, self.beeld.dossier_id, aanleiding, soort, item) if aanleiding else ()
            doe.setEnabled(bool(nog))
            if soort == RECTIFICATIE:
                doe.setVisible(correctie is not None)
                al = [b for b in berichten(r, self.beeld.dossier_id) if b.aanleiding == aanleiding]
                self.gevolg.setText(gevolg(len(nog), al))
                self.gevolg.setVisible(correctie is not None)
        self.berichtknoppen[SLUITING].setVisible(self.beeld.gesloten)
        kan = any(doe.isEnabled() and not doe.isHidden() for doe in self.berichtknoppen.values())
        self.leemten.zet(leemten_bericht(r, self.beeld.dossier_id, self.omgeving.kader) if kan else ())
        for deel in (self.leemtekop, self.leemten):
            deel.setVisible(bool(self.leemten.text()))

    def _andere_correctie(self) -> None:
        with self.omgeving.store.reader() as r:
            self._volg(r)

    def _maak(self, soort: str) -> None:
        aanleiding = self._aanleiding(soort)
        if self.beeld is None or aanleiding is None:
            return
        omgeving = self.omgeving
        try:
            ids = notify_houders(
                omgeving.store, self.beeld.dossier_id, aanleiding, soort,
                kader=omgeving.kader, op=omgeving.vandaag(),
            )  # fmt: skip
        except Storing as storing:
            omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        aantal = "1 bericht" if len(ids) == 1 else f"{getal(len(ids))} berichten"
        zin = f"{aantal} gemaakt. Open een bericht met Enter om het af te drukken of op te slaan."
        maak_af(omgeving, lambda: omgeving.window.meld(zin))

    def _open(self, regel: Berichtregel) -> None:
        if regel.document_id is not None:
            self.omgeving.window.open("document", regel.document_id)
        else:
            self.omgeving.window.meld("Hierover is geen brief. Vertel het mondeling.", "let_op")

    def _begin_antwoord(self) -> None:
        gekozen = self.berichtenlijst.rij()
        if not isinstance(gekozen, Berichtregel) or gekozen.antwoord:
            self.omgeving.window.meld("Kies eerst een bericht dat nog geen antwoord heeft.", "let_op")
            return
        self._open_bericht = gekozen
        vul_keuzes(self.antwoord_ui.antwoordKeuzeGroep, ANTWOORDEN)
        self.antwoordpaneel.zet_titel(f"Antwoord van {gekozen.houder}")
        self.antwoordpaneel.stel_in(
            lambda invoer: beoordeel_antwoord(
                invoer, self.omgeving.vandaag(), verstuurd_op=gekozen.verstuurd_op or gekozen.gemaakt_op
            ),
            self._leg_antwoord_vast,
        )
        self.antwoordpaneel.toon(
            (f"{CODE}_houderantwoord_{gekozen.id}", str(gekozen.dossier_id)),
            {"antwoord": "", "antwoord_op": self.omgeving.vandaag(), "antwoord_tekst": ""},
            alleen_lezen=False,
        )
        self.antwoordpaneel.show()
        self.antwoordpaneel.formulier.focus("antwoord")

    def _leg_antwoord_vast(self, antwoord: Houderantwoord, concept: tuple[str, str]) -> None:
        if self._open_bericht is not None:
            record_antwoord(self.omgeving.store, self._open_bericht.id, antwoord, concept=concept)
            self.omgeving.window.meld("Het antwoord is vastgelegd.")

    def _antwoord_klaar(self) -> None:
        self.antwoordpaneel.formulier.wis()
        self._sluit()
        self.berichtenlijst.setFocus()

    # ---- building

    def _bouw_houders(self) -> None:
        self.welk = QtWidgets.QComboBox()
        self.welk.setObjectName("houders_welk")
        self.welk.setAccessibleName("Van welk gegeven")
        self.welk.setSizeAdjustPolicy(
            QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.welk.setMinimumContentsLength(30)
        self.welk.currentIndexChanged.connect(lambda _n: self._ander_item())
        self.houderlijst = maak_lijst(
            "houders",
            "Houders",
            [
                Kolom[Houdergroep]("Houder", lambda g: g.naam, rek=True),
                Kolom[Houdergroep]("Heeft", lambda g: "; ".join(g.heeft), rek=True),
                Kolom[Houdergroep]("Sinds", lambda g: datum_kort(g.sinds)),
                Kolom[Houdergroep]("Zeker", zekerheid),
            ],
        )
        self.leeg = label(ALLEEN_MELDER, "stil")
        self.kreeg_niet = label("", "stil")
        self.meldknop = knop(
            "Een gegeven klopt niet: &melding vastleggen …", self.meld, icoon="flag", naam="correctie_nieuw"
        )
        self.inhoud.addLayout(links(self.welk))
        for deel in (self.houderlijst, self.leeg, self.kreeg_niet):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.meldknop))

    def _bouw_correcties(self) -> None:
        self.ui = Ui_Correctie()
        self.paneel = Formulierpaneel(
            self.omgeving, "Een gegeven klopt niet", self.ui, naam="correctie",
            knop="Melding vast&leggen", met_terug=False,
        )  # fmt: skip
        Groei(self.ui.juistPlainTextEdit, 2)
        self.paneel.stel_in(self._beoordeel, self._leg_vast)
        self.paneel.vastgelegd.connect(self._klaar)
        self.paneel.inhoud.addLayout(links(knop("Niet doen", self._niet, rol="plat", naam="correctie_niet")))
        self.paneel.hide()
        woord = dict(SOORTEN)
        self.correctielijst = maak_lijst(
            "correcties",
            "Gegevens die niet kloppen",
            [
                Kolom[Correctieregel]("Gemeld", lambda c: datum_kort(c.inhoud.gemeld_op)),
                Kolom[Correctieregel]("Gegeven", lambda c: c.tekst, rek=True),
                Kolom[Correctieregel]("Wat is er mis", lambda c: woord[c.inhoud.soort]),
                Kolom[Correctieregel]("Wat wel klopt", lambda c: c.inhoud.juist, rek=True),
            ],
        )
        self.correctielijst.gekozen.connect(lambda _c: self._andere_correctie())
        self.gevolg = label("", "stil")
        self.berichtknoppen = {
            soort: knop(tekst, partial(self._maak, soort), icoon="mail", naam=f"bericht_{soort}")
            for soort, tekst in (
                (RECTIFICATIE, "Bericht aan alle &houders maken"),
                (SLUITING, "&Einde van de aanpak melden aan alle houders: berichten maken"),
                (TERUGGAVE, "Alles ter&ugvragen: berichten maken"),
            )
        }
        self.correctiekop = tussenkop("Gegevens die niet kloppen")
        for deel in (self.paneel, self.correctiekop, self.correctielijst, self.gevolg):
            self.inhoud.addWidget(deel)
        knoppen = QtWidgets.QWidget()
        rij = StroomLayout(knoppen, ruimte=theme.RUIMTE[1])
        for soort in (RECTIFICATIE, TERUGGAVE, SLUITING):
            rij.addWidget(self.berichtknoppen[soort])
        self.leemtekop = label("Dit is nog leeg en komt dus niet in het bericht:", "subkop")
        self.leemten = Opsomming()
        self.inhoud.addWidget(self.leemtekop)
        self.inhoud.addWidget(self.leemten)
        self.inhoud.addWidget(knoppen)

    def _bouw_berichten(self) -> None:
        woord = dict(ANTWOORDEN)
        self.berichtenkop = tussenkop("Berichten aan houders")
        self.berichtenlijst = maak_lijst(
            "houderberichten",
            "Berichten aan houders",
            [
                Kolom[Berichtregel]("Houder", lambda b: b.houder, rek=True),
                Kolom[Berichtregel]("Bericht", lambda b: BERICHTSOORTEN[b.soort], rek=True),
                Kolom[Berichtregel]("Verstuurd", verstuurd),
                Kolom[Berichtregel]("Antwoord", lambda b: woord.get(b.antwoord, wacht(b))),
            ],
        )
        self.berichtenlijst.geopend.connect(self._open)
        self.antwoord_ui = Ui_HouderAntwoord()
        self.antwoordpaneel = Formulierpaneel(
            self.omgeving, "Antwoord", self.antwoord_ui, naam="houderantwoord",
            knop="Antwoord vastle&ggen", met_terug=False,
        )  # fmt: skip
        self.antwoordpaneel.vastgelegd.connect(self._antwoord_klaar)
        self.antwoordpaneel.hide()
        self.antwoordknop = knop(
            "A&ntwoord van een houder vastleggen …", self._begin_antwoord, naam="antwoord_nieuw"
        )
        for deel in (self.berichtenkop, self.berichtenlijst):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.antwoordknop))
        self.inhoud.addWidget(self.antwoordpaneel)

    def _vul(self, lijst: Lijst, rijen: Sequence[object]) -> None:
        lijst.toon(rijen)
        pas_hoogte_aan(lijst, len(rijen))
        lijst.setVisible(bool(rijen))
        if lijst is self.berichtenlijst:
            self.antwoordknop.setVisible(bool(rijen))

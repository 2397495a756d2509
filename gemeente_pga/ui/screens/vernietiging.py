# SPDX-License-Identifier: EUPL-1.2
"""One list of dossiers to destroy: what the archivaris says, the confirmation of each, undoing, and the end.

One form at a time, below the list; what stands in the way of a dossier is said before anything can be typed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.domain.vernietiging import (
    AKKOORD,
    FUNCTIES,
    GEMACHTIGD,
    TER_MACHTIGING,
    UITGEVOERD,
    Oordeel,
    belet_regel,
    beoordeel_bevestiging,
    beoordeel_machtiging,
    beoordeel_ongedaan,
    beoordeel_oordeel,
    beoordeel_papier,
    describe_omvang,
    earliest,
)
from gemeente_pga.handelingen import vernietiging as handelingen
from gemeente_pga.store.queries import vernietiging as vragen
from gemeente_pga.store.queries.vernietiging import Lijstkop, Lijstregel
from gemeente_pga.store.queries.vernietigingsstuk import LIJST, VERKLARING, stuk_van_lijst
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_machtiging import Ui_Machtiging
from gemeente_pga.ui.forms.ui_vernietigen import Ui_Vernietigen
from gemeente_pga.ui.forms.ui_vernietiging_bevestigen import Ui_VernietigingBevestigen
from gemeente_pga.ui.forms.ui_vernietiging_ongedaan import Ui_VernietigingOngedaan
from gemeente_pga.ui.forms.ui_vernietigingsoordeel import Ui_Vernietigingsoordeel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_deel import Koppelingen, knop, label
from gemeente_pga.ui.screens.vernietiging_zinnen import maak_lijst, stel_papier_in, zin_backups, zin_stand
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.paneel import Formulierpaneel, Ontwerp
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina
from gemeente_pga.ui.widgets.stroom import StroomLayout
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

Conceptsleutel = tuple[str, str]
Beoordeling = Callable[[Mapping[str, object]], object]
Vastleggen = Callable[[Any, Conceptsleutel], object]


class VernietigingScherm(Scherm):
    """onderwerp_id: the list."""

    code = "vernietiging"
    titel = "Vernietigingslijst"
    wegwijzersleutel = "vernietigen"
    tabellen = frozenset(
        {"vernietigingslijst", "vernietigingsregel", "vernietiging", "exemplaar", "opschorting", "verzoek"}
    )

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.kop: Lijstkop | None = None
        self.paneel: Formulierpaneel | None = None
        self._bouw()

    # ---- what the window asks

    def titel_nu(self) -> str:
        """The number of the list."""
        return f"Vernietigingslijst {self.kop.nummer}" if self.kop else self.titel

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """This list; veld: "vernietigingsregel:<id>" chooses a line."""
        if onderwerp_id != self.onderwerp_id:
            self.sluit()
        super().toon(onderwerp_id)
        _, _, rij = veld.partition(":")
        if rij.isdigit():
            self.lijst.kies(int(rij))
        self._volg_keuze()

    def herlaad(self) -> None:
        """The list as it stands; a form that is open stays open."""
        with self.omgeving.store.reader() as r:
            self.kop = vragen.lijst(r, self.onderwerp_id or 0)
            regels = vragen.regels(r, self.onderwerp_id or 0)
            weg = vragen.vernietigd(r, self.onderwerp_id or 0)
        self.hoofd.setText(zin_stand(self.kop) if self.kop else "Deze lijst is er niet.")
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        klaar = (
            f"Regel {v.volgnummer} ({v.steen}): vernietigd op {datum_kort(v.op)} door {v.door}." for v in weg
        )
        self.gedaan.setText("\n".join(klaar))
        self.gedaan.setVisible(bool(weg))
        self._volg_keuze()

    # ---- what fits the line that is chosen

    def _gekozen(self) -> Lijstregel | None:
        rij = self.lijst.rij()
        if isinstance(rij, Lijstregel):
            return rij
        regels = [rij for rij in self.lijst.rijen() if isinstance(rij, Lijstregel)]
        return regels[0] if len(regels) == 1 else None

    def _volg_keuze(self) -> None:
        vrij = self.kop is not None and self.paneel is None and not self.omgeving.alleen_kijken
        status = self.kop.status if self.kop else ""
        rij = self._gekozen()
        self.belet.toon(self._belet(rij) if rij and status == GEMACHTIGD else ())
        open_ = vrij and status == TER_MACHTIGING
        self.akkoordknop.setVisible(open_)
        self.nietknop.setVisible(open_)
        self.machtigknop.setVisible(open_)
        self.intrekknop.setVisible(vrij and status in (TER_MACHTIGING, GEMACHTIGD))
        mag = vrij and rij is not None and not belet_regel(rij.feiten)
        bevestigd = rij is not None and rij.feiten.bevestigd_op is not None
        self.bevestigknop.setVisible(mag and not bevestigd)
        self.ongedaanknop.setVisible(mag and bevestigd)
        self.vernietigknop.setVisible(mag and bevestigd)
        vanaf = rij.feiten.uitvoeren_vanaf if rij else None
        self.lijststukknop.setVisible(self.kop is not None and not self.omgeving.alleen_kijken)
        klaar = self.kop is not None and status == UITGEVOERD and self.kop.vernietigd > 0
        self.verklaarknop.setVisible(vrij and klaar)
        self.vernietigknop.setEnabled(vanaf is not None and vanaf <= self.omgeving.vandaag())

    def _belet(self, rij: Lijstregel) -> tuple[Ontbreekt, ...]:
        with self.omgeving.store.reader() as r:
            punten = vragen.belet(r, rij.dossier_id, self.omgeving.vandaag())
        return (*belet_regel(rij.feiten), *punten)

    def _naar(self, punt: Ontbreekt) -> None:
        rij = self._gekozen()
        dossier = rij.dossier_id if rij is not None and punt.scherm == "dossier" else None
        self.omgeving.window.open(punt.scherm, dossier, punt.veld)

    # ---- the archivaris

    def akkoord(self) -> None:
        """Of the line that is chosen; or of all that have no answer yet."""
        rij = self.lijst.rij()
        rijen = [rij] if isinstance(rij, Lijstregel) else self.lijst.rijen()
        for deze in rijen:
            if isinstance(deze, Lijstregel) and deze.feiten.oordeel != AKKOORD:
                handelingen.judge(self.omgeving.store, deze.id, Oordeel(AKKOORD))

    def niet_akkoord(self) -> None:
        """The form for why not."""
        rij = self._gekozen()
        if rij is None:
            self.omgeving.window.meld("Kies eerst een regel.", "let_op")
            return
        self._open(
            f"Regel {rij.volgnummer}: niet akkoord",
            Ui_Vernietigingsoordeel(),
            f"oordeel_{rij.id}",
            {"oordeel_reden": rij.oordeel_reden},
            self._met_kader(beoordeel_oordeel),
            lambda oordeel, concept: handelingen.judge(self.omgeving.store, rij.id, oordeel, concept=concept),
        )

    def machtig(self) -> None:
        """The form for who authorises this list."""
        kop = self.kop
        if kop is None:
            return
        with self.omgeving.store.reader() as r:
            hier = (*vragen.medewerkers(r), kop.opgesteld_door)
            mandaten = vragen.mandaten_van_lijst(r, kop.id)
        ontwerp = Ui_Machtiging()
        omgeving = self.omgeving
        self._open(
            "Machtiging vastleggen",
            ontwerp,
            f"machtiging_{kop.id}",
            {"machtiging_door": "", "machtiging_op": omgeving.vandaag(), "machtiging_kenmerk": ""},
            lambda invoer: beoordeel_machtiging(
                invoer,
                omgeving.kader,
                omgeving.vandaag(),
                opgesteld_op=kop.opgesteld_op,
                hier=hier,
                mandaten=mandaten,
            ),
            lambda wie, concept: handelingen.authorise(omgeving.store, kop.id, wie, concept=concept),
            lambda: vul_keuzes(ontwerp.machtiging_functieKeuzeGroep, list(FUNCTIES.items())),
        )

    def trek_in(self) -> None:
        """Take the list back."""
        if self.kop is not None:
            self._doe(
                lambda: handelingen.withdraw(
                    self.omgeving.store, self.onderwerp_id or 0, op=self.omgeving.vandaag()
                ),
                "De lijst is ingetrokken. Er is niets vernietigd.",
            )

    # ---- destroying

    def bevestig(self) -> None:
        """How much goes, and the number to type over; not when something stands in the way."""
        rij = self._gekozen()
        if rij is None or self._belet(rij):
            self._volg_keuze()
            return
        omgeving = self.omgeving
        with omgeving.store.reader() as r:
            omvang, oud = vragen.omvang(r, rij.dossier_id), vragen.oude_backups(r)
        zinnen = [describe_omvang(omvang, earliest(omgeving.vandaag(), omgeving.kader)), zin_backups(oud)]
        if omvang.samen:
            zinnen.append("Deze stukken van een heel overleg gaan mee: " + "; ".join(omvang.samen) + ".")
        ontwerp = Ui_VernietigingBevestigen()
        self._open(
            "Vernietiging bevestigen",
            ontwerp,
            f"bevestigen_{rij.id}",
            {"getypt": ""},
            lambda invoer: beoordeel_bevestiging(
                invoer, omgeving.kader, omgeving.vandaag(), nummer=rij.nummer
            ),
            lambda getypt, concept: self._meld_vanaf(
                handelingen.confirm(
                    omgeving.store, rij.id, getypt, omgeving.kader, op=omgeving.vandaag(), concept=concept
                )
            ),
            lambda: stel_papier_in(ontwerp),
            uitleg="\n".join(zin for zin in zinnen if zin),
        )

    def maak_ongedaan(self) -> None:
        """The form for why it stays."""
        rij = self._gekozen()
        if rij is None:
            return
        self._open(
            "Vernietiging ongedaan maken",
            Ui_VernietigingOngedaan(),
            f"ongedaan_{rij.id}",
            {"ongedaan_reden": ""},
            self._met_kader(beoordeel_ongedaan),
            lambda reden, concept: handelingen.undo(
                self.omgeving.store, rij.id, reden, op=self.omgeving.vandaag(), concept=concept
            ),
        )

    def vernietig(self) -> None:
        """The last form: the paper is asked again."""
        rij = self._gekozen()
        if rij is None or self._belet(rij):
            self._volg_keuze()
            return
        ontwerp = Ui_Vernietigen()
        self._open(
            f"Dossier {rij.nummer} definitief vernietigen",
            ontwerp,
            f"vernietigen_{rij.id}",
            {},
            self._met_kader(beoordeel_papier),
            lambda papier, _concept: self._vernietig(rij.id, papier),
            lambda: stel_papier_in(ontwerp),
            uitleg="Hierna is van dit dossier niets meer over. Dat kan niemand terugdraaien.",
        )

    def _vernietig(self, regel_id: int, papier: str) -> None:
        omgeving = self.omgeving
        handelingen.destroy(omgeving.store, regel_id, papier, omgeving.kader, nu=omgeving.nu())
        omgeving.window.meld("Het dossier is vernietigd.")

    def _meld_vanaf(self, vanaf: Any) -> None:
        self.omgeving.window.meld(f"Bevestigd. Vernietigen kan vanaf {datum_lang(vanaf)}.", "let_op")

    # ---- on paper

    def toon_lijst(self) -> None:
        """The list as it was frozen when it was drawn up."""
        self._toon_stuk(LIJST)

    def verklaar(self) -> None:
        """The verklaring: made once, shown after that."""
        omgeving = self.omgeving
        if self.kop is not None and self.kop.afgerond_op is None:
            self._doe(
                lambda: handelingen.declare(
                    omgeving.store, self.onderwerp_id or 0, omgeving.kader, op=omgeving.vandaag()
                ),
                "De verklaring is vastgesteld.",
            )
        self._toon_stuk(VERKLARING)

    def _toon_stuk(self, soort: str) -> None:
        with self.omgeving.store.reader() as r:
            document_id = stuk_van_lijst(r, self.onderwerp_id or 0, soort)
        if document_id is not None:
            maak_af(self.omgeving, lambda: self.omgeving.window.open("document", document_id))

    # ---- inside

    def sluit(self) -> None:
        """Put the form away; what was typed stays concept."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel = None
        self.herlaad()

    def _met_kader(self, beoordeel: Callable[..., object]) -> Beoordeling:
        return lambda invoer: beoordeel(invoer, self.omgeving.kader, self.omgeving.vandaag())

    def _open(
        self,
        titel: str,
        ontwerp: Ontwerp,
        sleutel: str,
        waarden: Mapping[str, object],
        beoordeel: Beoordeling,
        leg_vast: Vastleggen,
        vul: Callable[[], object] = lambda: None,
        *,
        uitleg: str = "",
    ) -> None:
        """One form below the list. Its concept is named after the line, not after the dossier."""
        self.sluit()
        paneel = Formulierpaneel(self.omgeving, titel, ontwerp, naam=sleutel.partition("_")[0], uitleg=uitleg)
        vul()
        paneel.stel_in(beoordeel, leg_vast)
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.paneel = paneel
        self.kolom.insertWidget(self.kolom.count() - 1, paneel)
        paneel.toon((self.code, sleutel), waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self._volg_keuze()
        focus_vorm(paneel.vorm)

    def _doe(self, act: Callable[[], object], klaar: str) -> None:
        try:
            act()
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld(klaar)

    def _bouw(self) -> None:
        self.kolom = maak_rolpagina(self)
        self.kolom.addWidget(self._bouw_lijst())
        self.kolom.addStretch(1)

    def _bouw_lijst(self) -> Kaart:
        kaart = Kaart("Dossiers op deze lijst")
        self.hoofd = label("")
        self.gedaan = label("", "stil")
        self.lijst = maak_lijst()
        self.lijst.selectionModel().selectionChanged.connect(lambda *_: self._volg_keuze())
        self.belet = Koppelingen()
        self.belet.gekozen.connect(self._naar)
        self.akkoordknop = knop("&Akkoord", self.akkoord, icoon="check", naam="akkoord")
        self.nietknop = knop("&Niet akkoord …", self.niet_akkoord, naam="niet_akkoord")
        self.machtigknop = knop("&Machtiging vastleggen …", self.machtig, icoon="stamp", naam="machtigen")
        self.bevestigknop = knop("Vernietiging &bevestigen …", self.bevestig, rol="gevaar", naam="bevestigen")
        self.ongedaanknop = knop("On&gedaan maken …", self.maak_ongedaan, naam="ongedaan")
        self.vernietigknop = knop("Nu &vernietigen …", self.vernietig, rol="gevaar", naam="vernietigen")
        self.intrekknop = knop("Lijst &intrekken", self.trek_in, rol="plat", naam="intrekken")
        self.lijststukknop = knop("Lijst als &PDF", self.toon_lijst, icoon="file-text", naam="lijst_pdf")
        self.verklaarknop = knop(
            "Ver&klaring van vernietiging", self.verklaar, rol="primair", naam="verklaring"
        )
        for deel in (self.hoofd, self.lijst, self.belet, self.gedaan):
            kaart.inhoud.addWidget(deel)
        rij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        for doe in (
            *(self.akkoordknop, self.nietknop, self.machtigknop),
            *(self.bevestigknop, self.ongedaanknop, self.vernietigknop),
            *(self.verklaarknop, self.lijststukknop, self.intrekknop),
        ):
            rij.addWidget(doe)
        kaart.inhoud.addLayout(rij)
        return kaart

# SPDX-License-Identifier: EUPL-1.2
"""Putting together the copy for a betrokkene: all parts, one of them field by field, and making the paper."""

import json
from collections.abc import Mapping

from gemeente_pga.domain.afschrift import (
    GRONDEN,
    UITKOMSTEN,
    Gegeven,
    Onderdeel,
    Oordeel,
    aantal_te_beoordelen,
    beoordeel_oordeel,
    mist_voor_afschrift,
)
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.tekst import getal
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.handelingen.afschrift import Sleutel, judge, make_afschrift
from gemeente_pga.handelingen.dossier import log_inzien
from gemeente_pga.store.queries.afschrift import afschrift_van, alles_over, elders, onaf
from gemeente_pga.store.queries.afschriftstuk import afschriftstuk, in_leesbare_woorden
from gemeente_pga.store.queries.dossiers import dossiers_van, is_gesloten
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.queries.verzoek import verzoek
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_afschrift_oordeel import Ui_AfschriftOordeel
from gemeente_pga.ui.lekcontrole import Gecontroleerd, TeControleren, controleer
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.afschrift_delen import knoppenrij, kort, maak_lijst, uitkomst
from gemeente_pga.ui.screens.dossier_deel import knop, label
from gemeente_pga.ui.screens.paneelplek import Paneelplek
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lekpaneel import Lekpaneel
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina

CODE = "afschrift"
_REDEN = "verzoek_betrokkene"  # why a closed dossier is opened here
_UITLEG = (
    "Hier staat alles wat er over deze persoon in de kluis is. Lees elk onderdeel. Klopt het voorstel, neem "
    "het dan over. Kies anders per gegeven wat ermee gebeurt."
)
_GEVOLG = (
    "U gaat dit afschrift vaststellen. Het krijgt een controlecode en verandert daarna niet meer. Afdrukken "
    "of opslaan is een aparte stap."
)
_ELDERS = (
    "Iemand met deze naam staat ook in dossier {nummers}. Dat zit hier niet in. "
    "Kijk of het dezelfde persoon is."
)
_ONAF = (
    "Er is over deze persoon iets getypt dat nog niet is vastgelegd. Dat zit hier niet in. Leg het vast of "
    "wis het: u vindt het op Bureau."
)


class AfschriftScherm(Scherm):
    """onderwerp_id: the access request."""

    code = CODE
    titel = "Afschrift"
    wegwijzersleutel = "afschrift"
    tabellen = frozenset({"afschriftregel", "verzoek", "document"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.regel: Verzoekregel | None = None
        self.onderdelen: tuple[Onderdeel, ...] = ()
        self.document_id: int | None = None
        self.plek_vormen = Paneelplek(omgeving)
        self.plek_vormen.gesloten.connect(self.herlaad)
        self._gegeven: Gegeven | None = None  # the one in the form
        self._bouw()

    def titel_nu(self) -> str:
        """With the number of the request; never a name."""
        return f"Afschrift bij verzoek {self.regel.nummer}" if self.regel else "Afschrift"

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Another request; that somebody looks at everything in its dossier is recorded."""
        if onderwerp_id != self.onderwerp_id:
            self.plek_vormen.sluit()
            self._schrijf_inzien(onderwerp_id)
        super().toon(onderwerp_id)
        self._volgende()

    def _schrijf_inzien(self, verzoek_id: int | None) -> None:
        with self.omgeving.store.reader() as r:
            regel = verzoek(r, verzoek_id) if verzoek_id is not None else None
            if regel is None or regel.dossier_id is None:
                return
            dossiers = [(d, is_gesloten(r, d)) for d in dossiers_van(r, regel.dossier_id)]
        for dossier_id, gesloten in dossiers:
            log_inzien(self.omgeving.store, dossier_id, reden=_REDEN if gesloten else None)

    def herlaad(self) -> None:
        """Everything as it is now; the chosen part stays chosen."""
        with self.omgeving.store.reader() as r:
            regel = verzoek(r, self.onderwerp_id) if self.onderwerp_id is not None else None
            self.regel = regel
            self.onderdelen = alles_over(r, regel) if regel else ()
            self.document_id = afschrift_van(r, regel.id) if regel else None
            ook = elders(r, regel.dossier_id) if regel and regel.dossier_id else ()
            getypt = onaf(r, self.onderdelen)
        zinnen = [_ELDERS.format(nummers=", ".join(ook)) if ook else "", _ONAF if getypt else ""]
        self.ook.setText("\n".join(zin for zin in zinnen if zin))
        self.ook.setVisible(any(zinnen))
        self.kaart.zet_titel(self.titel_nu())
        self.lijst.toon(self.onderdelen)
        pas_hoogte_aan(self.lijst, min(len(self.onderdelen), 6))
        self._toon_stand()
        self._toon_onderdeel()

    def _toon_stand(self) -> None:
        nog = aantal_te_beoordelen(self.onderdelen)
        mist = mist_voor_afschrift(self.regel, self.onderdelen) if self.regel else ""
        if self.document_id is not None:
            zin = "Het afschrift is gemaakt."
        else:
            alles = getal(sum(len(deel.gegevens) for deel in self.onderdelen))
            zin = mist or "Alles is beoordeeld."
            zin = f"Nog {getal(nog)} van {alles} gegevens te beoordelen." if nog else zin
        self.stand.setText(zin)
        theme.zet_eigenschap(self.stand, "rol", "merk_let_op" if mist and not self.document_id else "stil")
        loopt = self.regel is not None and self.regel.loopt and self.plek_vormen.paneel is None
        self.maakknop.setVisible(loopt and not mist and self.document_id is None)
        self.gevolg.setVisible(self.maakknop.isVisibleTo(self))
        self.toonknop.setVisible(self.document_id is not None)

    # ---- one part

    def _onderdeel(self) -> Onderdeel | None:
        gekozen = self.lijst.rij()
        return gekozen if isinstance(gekozen, Onderdeel) else None

    def _toon_onderdeel(self) -> None:
        deel = self._onderdeel()
        self.deelkaart.setVisible(deel is not None)
        if deel is None:
            return
        self.deelkaart.zet_titel(deel.titel)
        self.velden.toon(deel.gegevens)
        pas_hoogte_aan(self.velden, len(deel.gegevens))
        if self.velden.rij() is None:
            eerste = deel.te_beoordelen or deel.gegevens
            self.velden.kies(eerste[0].sleutel)
        vrij = self.plek_vormen.paneel is None and self.document_id is None
        self.neemknop.setVisible(vrij and bool(deel.te_beoordelen))
        self._toon_gegeven()

    def _gekozen(self) -> Gegeven | None:
        gekozen = self.velden.rij()
        return gekozen if isinstance(gekozen, Gegeven) else None

    def _toon_gegeven(self) -> None:
        """The whole text, and what is proposed."""
        g = self._gekozen()
        self.tekst.setText(self._leesbaar(g) if g else "")
        over = g.voorstel.tekst if g and g.geldt is None else ""
        self.voorstel.setText(f"Voorstel: {over}")
        self.voorstel.setVisible(bool(over))
        vrij = self.plek_vormen.paneel is None and self.document_id is None
        self.andersknop.setVisible(g is not None and not g.vast and vrij)

    def _leesbaar(self, g: Gegeven) -> str:
        return in_leesbare_woorden(g, g.tekst, self.omgeving.kader)

    def _neem_over(self) -> None:
        """What is proposed for everything in this part that nobody judged; then the next part."""
        deel = self._onderdeel()
        if deel is None:
            return
        self._oordeel({g.sleutel: g.voorstel for g in deel.te_beoordelen})
        self._volgende()

    def _volgende(self) -> None:
        """The next part with something to judge, or the button that makes the copy."""
        volgend = next((deel for deel in self.onderdelen if deel.te_beoordelen), None)
        if volgend is not None:
            self.lijst.kies(volgend.sleutel)
            self.neemknop.setFocus()
        elif self.maakknop.isVisibleTo(self):
            self.maakknop.setFocus()

    def _anders(self) -> None:
        """One field: the form."""
        g = self._gekozen()
        if g is None:
            return
        self._gegeven = g
        ontwerp = Ui_AfschriftOordeel()
        paneel = self.plek_vormen.maak(f"Oordeel over: {g.naam}", ontwerp, naam="afschriftoordeel")
        ontwerp.uitkomstKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.uitkomstKeuzeGroep, UITKOMSTEN)
        vul_keuzes(ontwerp.grondComboBox, GRONDEN)
        nu = g.oordeel or g.voorstel
        waarden: dict[str, object] = {
            "uitkomst": nu.uitkomst,
            "tekst": nu.tekst or g.tekst,
            "grond": nu.grond,
        }
        plek = ":".join(str(deel) for deel in (self.onderwerp_id, *g.sleutel))
        self.plek_vormen.open(paneel, (CODE, plek), waarden, self._beoordeel, self._leg_vast)
        self._toon_onderdeel()
        self._toon_stand()

    def _beoordeel(self, invoer: Mapping[str, object]) -> Oordeel | list[Gebrek]:
        if self._gegeven is None:
            return [Gebrek("uitkomst", "Kies eerst een gegeven.")]
        return beoordeel_oordeel(invoer, self.omgeving.vandaag(), gegeven=self._gegeven)

    def _leg_vast(self, oordeel: Oordeel, concept: tuple[str, str]) -> None:
        if self._gegeven is not None and self.onderwerp_id is not None:
            judge(self.omgeving.store, self.onderwerp_id, {self._gegeven.sleutel: oordeel}, concept=concept)
            self.omgeving.window.meld("Het oordeel is vastgelegd.")

    def _oordeel(self, oordelen: Mapping[Sleutel, Oordeel]) -> None:
        if self.onderwerp_id is None:
            return
        try:
            judge(self.omgeving.store, self.onderwerp_id, oordelen)
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
        self.herlaad()

    # ---- making

    def _maak(self) -> None:
        """Search for leaks in the worker; freeze when there are none."""
        if self.regel is None or self.regel.dossier_id is None:
            return
        with self.omgeving.store.reader() as r:
            stuk = afschriftstuk(r, self.regel, self.omgeving.kader, self.omgeving.vandaag())
            grond = verboden(r, dossiers_van(r, self.regel.dossier_id))
        werk = TeControleren(
            CODE, CODE, "Afschrift", stuk, grond, ("verzoek", self.regel.id), self.regel.dossier_id
        )
        self.maakknop.setEnabled(False)
        controleer(self.omgeving, [werk], self._gecontroleerd, self._mislukt)

    def _gecontroleerd(self, uitkomst: tuple[Gecontroleerd, ...]) -> None:
        self.maakknop.setEnabled(True)
        if any(stuk.lekken for stuk in uitkomst):
            self.lekpaneel.toon(uitkomst)
            return
        self._stel_vast()

    def _stel_vast(self) -> None:
        self.lekpaneel.hide()
        if self.regel is None:
            return
        omgeving = self.omgeving
        try:
            document_id = make_afschrift(omgeving.store, self.regel.id, omgeving.kader, omgeving.vandaag())
        except Storing as storing:
            omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        maak_af(omgeving, lambda: omgeving.window.open("document", document_id))

    def _mislukt(self, fout: Exception) -> None:
        self.maakknop.setEnabled(True)
        self.omgeving.window.meld(
            f"Het afschrift kon niet worden gemaakt ({type(fout).__name__}). Er is niets vastgesteld.", "fout"
        )

    # ---- coming back after locking

    def plek(self) -> str:
        """Which part and which field, and whether its form is open."""
        deel, g = self._onderdeel(), self._gekozen()
        hier = {
            "deel": list(deel.sleutel) if deel else None,
            "veld": list(g.sleutel) if g else None,
            "vorm": self.plek_vormen.paneel is not None,
        }
        return json.dumps(json.loads(super().plek()) | hier)

    def naar_plek(self, plek: str) -> None:
        """There again."""
        hier = json.loads(plek or "{}")
        if hier.get("deel") and self.lijst.kies(tuple(hier["deel"])) and hier.get("veld"):
            self.velden.kies(tuple(hier["veld"]))
            if hier.get("vorm") and not self.andersknop.isHidden():
                self._anders()
        super().naar_plek(plek)

    # ---- building

    def _bouw(self) -> None:
        kolom = maak_rolpagina(self)
        self.lekpaneel = Lekpaneel(self.omgeving)
        self.lekpaneel.opgelost.connect(self._stel_vast)
        self._bouw_kaart()
        self._bouw_deel()
        for deel in (self.kaart, self.lekpaneel, self.deelkaart, self.plek_vormen):
            kolom.addWidget(deel)
        kolom.addStretch(1)

    def _bouw_kaart(self) -> None:
        self.kaart = Kaart("Afschrift")
        self.stand = label("")
        self.stand.setObjectName("afschriftstand")
        self.lijst = maak_lijst(
            "afschriftdelen",
            "Onderdelen van het afschrift",
            [
                Kolom[Onderdeel]("Onderdeel", lambda d: d.titel, rek=True),
                Kolom[Onderdeel]("Gegevens", lambda d: getal(len(d.gegevens))),
                Kolom[Onderdeel]("Stand", lambda d: d.stand),
            ],
        )
        self.lijst.gekozen.connect(lambda _d: self._toon_onderdeel())
        self.gevolg = label(_GEVOLG, "stil")
        self.maakknop = knop("Afschrift &maken", self._maak, rol="primair", naam="afschrift_maken")
        self.toonknop = knop(
            "Afschrift be&kijken", self._toon_document, icoon="file-text", naam="toon_afschrift"
        )
        terug = knop(
            "Terug naar het &verzoek", self._terug, rol="plat", icoon="arrow-left", naam="naar_verzoek"
        )
        self.ook = label("", "gebrek")
        self.ook.setObjectName("afschriftelders")
        for deel in (label(_UITLEG, "stil"), self.ook, self.stand, self.lijst, self.gevolg):
            self.kaart.inhoud.addWidget(deel)
        self.kaart.inhoud.addWidget(knoppenrij(self.maakknop, self.toonknop, terug))

    def _bouw_deel(self) -> None:
        self.deelkaart = Kaart("Onderdeel")
        self.velden = maak_lijst(
            "afschriftvelden",
            "Gegevens van dit onderdeel",
            [
                Kolom[Gegeven]("Gegeven", lambda g: g.naam),
                Kolom[Gegeven]("Tekst", lambda g: kort(self._leesbaar(g)), rek=True),
                Kolom[Gegeven]("Wat ermee gebeurt", uitkomst, rek=True),
            ],
        )
        self.velden.gekozen.connect(lambda _g: self._toon_gegeven())
        self.tekst = label("")
        self.tekst.setObjectName("afschrifttekst")
        self.voorstel = label("", "stil")
        self.voorstel.setObjectName("afschriftvoorstel")
        self.neemknop = knop(
            "Voorstel over&nemen voor dit onderdeel",
            self._neem_over,
            rol="primair",
            naam="afschrift_neem",
        )
        self.andersknop = knop("&Anders besluiten over dit gegeven …", self._anders, naam="afschrift_anders")
        for deel in (self.velden, self.tekst, self.voorstel):
            self.deelkaart.inhoud.addWidget(deel)
        self.deelkaart.inhoud.addWidget(knoppenrij(self.neemknop, self.andersknop))

    def _toon_document(self) -> None:
        if self.document_id is not None:
            self.omgeving.window.open("document", self.document_id)

    def _terug(self) -> None:
        self.omgeving.window.open("verzoek", self.onderwerp_id)

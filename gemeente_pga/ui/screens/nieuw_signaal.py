# SPDX-License-Identifier: EUPL-1.2
"""Nieuw signaal, search first: who is it about, then what was reported. A note or an e-mail prefills it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.signaal import Signaal, beoordeel_signaal
from gemeente_pga.domain.tekst import WAARSCHUWING_BIJLAGEN
from gemeente_pga.handelingen.notitie import close_notitie
from gemeente_pga.handelingen.signaal import BIJLAGECONCEPT, CONCEPT, register_signaal
from gemeente_pga.store.queries import inrichting
from gemeente_pga.store.queries import signaal as queries
from gemeente_pga.store.queries.signaal import Notitieblad
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, nieuwe_sneltoets
from gemeente_pga.ui.ingebruikband import zeg_vooraf
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.signaal_bestand import lees_bestand
from gemeente_pga.ui.screens.signaal_bron import (
    bron_van_notitie,
    is_ander,
    maak_formulier,
    met_naam,
    nog_een,
    pak_in,
    pak_uit,
    uit_notitie,
    zet_over,
)
from gemeente_pga.ui.screens.signaal_velden import Signaalvelden, doelregel
from gemeente_pga.ui.screens.signaal_voet import Voetbalk
from gemeente_pga.ui.widgets.bijlagen import Bijlagen
from gemeente_pga.ui.widgets.bronpaneel import Bronpaneel
from gemeente_pga.ui.widgets.hint import attach_hint
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.persoonzoeker import (
    Persoonkeuze,
    Persoonzoeker,
    geboortedatum_van,
)
from gemeente_pga.ui.widgets.rolblad import Rolblad

_BRON = 290  # so wide is the source at least, when it stands beside the form
_BRON_HOOG = 480  # in a lower window its buttons would leave no room for its words
_HOOG_BOVENAAN = 150
_HERSTELD = "Dit signaal was nog niet vastgelegd. U kunt verder typen."


class NieuwSignaalScherm(Scherm):
    """The intake. onderwerp_id: the telephone note that is worked out, or None."""

    code = "nieuw_signaal"
    titel = "Nieuw signaal"
    wegwijzersleutel = "signaal_intake"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._notitie: Notitieblad | None = None
        self._bron: dict[str, str] = {}
        self._bouw()
        self.formulier = Formulier(self, omgeving)
        attach_hint(self.formulier, ("zelf_waargenomen", "van_anderen", "interpretatie", "eigen_opmerking"))
        self.zoeker.koppel(self.formulier, omgeving)
        self.zoeker.gewijzigd.connect(self._wijs_de_weg)
        self.bron.overnemen.connect(partial(zet_over, self.formulier))
        self.bron.afhandelen.connect(self._handel_af)
        self.bron.terugbellen.connect(lambda: omgeving.window.open("terugbellen", self.onderwerp_id))
        self.bron.nakijken.connect(self._laat_nakijken)
        self.bijlagen.gewijzigd.connect(self._bijlagen_veranderd)
        self.vastleg_actie = nieuwe_sneltoets(QtGui.QAction("Signaal &vastleggen", self), "Ctrl+Return")
        self.vastleg_actie.triggered.connect(self.vastleggen)
        self.addAction(self.vastleg_actie)
        self.vastleggenButton.clicked.connect(self.vastleggen)

    # ---- the window

    def acties(self) -> list[QtGui.QAction]:
        """Recording, also from the menu."""
        return [self.vastleg_actie]

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Without a note: an empty form. A note that was worked out leads to its signal."""
        self._notitie = self._lees_notitie(onderwerp_id)
        if onderwerp_id is not None and (self._notitie is None or not self._notitie.is_open):
            self._elders(self._notitie)
            return
        self.formulier.zet_concept((CONCEPT, "" if onderwerp_id is None else str(onderwerp_id)))
        super().toon(onderwerp_id, veld)
        if self._notitie is not None and self._bron.get("tekst") == self._notitie.notitie.tekst:
            self._bron = bron_van_notitie(self._notitie)  # the caller may have been called back since
            self._toon_bron()
        if not veld:
            self.zoeker.ui.naamLineEdit.setFocus()
            self.rol.verticalScrollBar().setValue(0)

    def herlaad(self) -> None:
        """Fill in what is known; what was being typed comes back."""
        if self.formulier.vuil:
            return
        self.formulier.wis()
        self.formulier.vul(self._begin())
        self._bron = {}
        self.bijlagen.zet([])
        if self._notitie is not None:
            self._toon_notitie(self._notitie)
        self._herstel_bijlagen()
        hersteld = self.formulier.herstel_concept()
        if not zeg_vooraf(self.omgeving) and hersteld:
            self.omgeving.window.meld(_HERSTELD, "let_op")
        self._toon_bron()
        self.velden.schik()
        self.zoeker.ververs()

    def open_bestand(self, pad: Path) -> None:
        """A file that was dropped or chosen: e-mail, text and meldformulier prefill; else it is attached."""
        gelezen = lees_bestand(pad)
        if gelezen is None:
            self._voeg_bestand_toe(pad)
        elif isinstance(gelezen, Gebrek):
            self.omgeving.window.meld(gelezen.melding, "fout")
        elif self._mag_erbij(gelezen.voorstel, gelezen.tekst):
            self._vul_aan(gelezen.voorstel)
            self._zet_bron(gelezen.kop, gelezen.herkomst, gelezen.tekst)
            if gelezen.bijlagen:
                self.bijlagen.voeg_toe(list(gelezen.bijlagen))
            self.omgeving.window.meld(gelezen.gezegd, "let_op")

    def vastleggen(self) -> None:
        """Read everything once, judge it, and record it or show what is wrong."""
        self.formulier.bewaar_concept()
        keuze = self.zoeker.lees()
        geboren = geboortedatum_van(self.formulier)
        invoer = self.formulier.lees()
        signaal = beoordeel_signaal(invoer, self.omgeving.kader, self.omgeving.nu(), geboortedatum=geboren)
        gebreken = [
            *(keuze if isinstance(keuze, list) else []),
            *(signaal if isinstance(signaal, list) else []),
        ]
        if not invoer["gemeente_id"]:
            gebreken.append(Gebrek("gemeente_id", "Kies de gemeente waar de persoon verblijft."))
        if gebreken or isinstance(keuze, list) or isinstance(signaal, list):
            self.formulier.toon_gebreken(gebreken)
            if gebreken[0].veld == "vergelijking":
                self.zoeker.focus_open_kandidaat()
            return
        self.formulier.wis_gebreken()
        with self.formulier.wordt_vastgelegd():
            self._registreer(signaal, keuze, int(str(invoer["gemeente_id"])))

    # ---- recording

    def _registreer(self, signaal: Signaal, keuze: Persoonkeuze, gemeente_id: int) -> None:
        signaal_id = register_signaal(
            self.omgeving.store,
            signaal,
            keuze.persoon,
            gemeente_id=gemeente_id,
            dossier_id=keuze.dossier_id,
            vergelijkingen=keuze.vergelijkingen,
            bijlagen=self.bijlagen.bijlagen(),
            notitie_id=self.onderwerp_id,
        )
        with self.omgeving.store.reader() as r:
            blad = queries.signaalblad(r, signaal_id)
        nummer = blad.nummer if blad else ""
        self.omgeving.window.open("signaal", signaal_id, "partij" if signaal.acuut else "")
        if signaal.acuut:
            zin = f"Signaal vastgelegd in dossier {nummer}. Leg nu vast wie u belde."
            self.omgeving.window.meld(zin, "let_op")
        else:
            self.omgeving.window.meld(f"Signaal vastgelegd in dossier {nummer}.")

    def _laat_nakijken(self) -> None:
        """What was sorted so far, on paper for the caller; the typing stays."""
        if self.onderwerp_id is not None:
            self.formulier.bewaar_concept()
            maak_formulier(self.omgeving, self.onderwerp_id, self.formulier.lees())

    def _handel_af(self) -> None:
        """The note leads to no signal: closed with a reason, and the weegploeg hears of it."""
        if self.onderwerp_id is None:
            return
        redenen = [(c.code, c.naam) for c in self.omgeving.kader.codelijst("reden_notitie_afhandelen")]
        reden = messages.kies_reden(
            self,
            "Notitie afhandelen zonder signaal",
            "U gaat deze telefoonnotitie afhandelen zonder signaal. De notitie blijft bewaard, met de reden. "
            "De weegploeg hoort ervan.",
            redenen,
            "Notitie afhandelen",
        )
        if reden is not None:
            self.formulier.klaar()
            close_notitie(self.omgeving.store, self.onderwerp_id, reden, self.omgeving.nu())
            self.omgeving.window.open("bureau")
            self.omgeving.window.meld("Notitie afgehandeld zonder signaal.")

    def maak_leeg(self) -> None:
        """Throw the typing away; nothing was recorded."""
        tekst = (
            "U gaat weggooien wat u hier typte, met de bijlagen. Er is nog niets vastgelegd.\n\n"
            "“Weggooien” betekent: het is echt weg. “Laten staan” betekent: u kunt verder typen."
        )
        if messages.vraag(self, "Formulier leegmaken", tekst, "Weggooien", "Laten staan"):
            self.formulier.klaar()
            for soort in (CONCEPT, BIJLAGECONCEPT):
                self.omgeving.store.discard_concept(soort, self._sleutel())
            self.herlaad()
            self.zoeker.ui.naamLineEdit.setFocus()

    # ---- prefilling

    def _begin(self) -> dict[str, object]:
        """What the program knows by itself: now, who is typing, and the one municipality there is."""
        nu = self.omgeving.nu()
        with self.omgeving.store.reader() as r:
            gemeenten = {g.id: g.gemeente.naam for g in inrichting.gemeenten(r)}
            wie = {g.id: g.gebruiker.naam for g in inrichting.gebruikers(r)}
        self.velden.zet_gemeenten(gemeenten)
        gebruiker_id = self.omgeving.store.wie.gebruiker_id if self.omgeving.store.wie else None
        begin: dict[str, object] = {"ontvangen_op": nu.date(), "ontvangen_tijd": nu.strftime("%H:%M")}
        begin["ontvangen_door"] = wie.get(gebruiker_id or 0, "")
        if len(gemeenten) == 1:
            begin["gemeente_id"] = next(iter(gemeenten))
        return begin

    def _toon_notitie(self, blad: Notitieblad) -> None:
        self.formulier.vul(uit_notitie(blad.notitie))
        self._bron = bron_van_notitie(blad)

    def _mag_erbij(self, voorstel: Mapping[str, object], tekst: str) -> bool:
        """Two sources in one form may be about two people: then the user says whether they go together."""
        naam = str(self.formulier.lees()["naam"])
        tweede = bool(self._bron) and self._notitie is None and self._bron["tekst"] != tekst
        if not tweede and not is_ander(naam, voorstel):
            return True
        return messages.vraag(self, "Nog een bestand", nog_een(naam), "Erbij voegen", "Niet erbij voegen")

    def _vul_aan(self, voorstel: Mapping[str, object]) -> None:
        """Fill fields that are empty or hold no more than the program's own beginning; never over typing."""
        begin = {**self._begin(), "ontvangen_op": self.omgeving.vandaag()}
        nu = self.formulier.lees()
        self.formulier.vul(
            {v: w for v, w in met_naam(voorstel).items() if not nu.get(v) or nu[v] == begin.get(v)}
        )
        self.velden.schik()
        self.zoeker.ververs()
        self._is_getypt()

    def _wijs_de_weg(self) -> None:
        """While a candidate waits for an answer, the guidance is about that."""
        if self.isVisible():
            open_vraag = any(kaart.gebrek() for kaart in self.zoeker.kaarten())
            self.omgeving.window.wegwijzer("persoon_zoeken" if open_vraag else self.wegwijzersleutel)

    # ---- what is kept beside the fields: the source text and the attachments

    def _zet_bron(self, kop: str, herkomst: str, tekst: str) -> None:
        self._bron = {"kop": kop, "herkomst": herkomst, "tekst": tekst}
        self._toon_bron()
        self._bewaar_bijlagen()

    def _toon_bron(self) -> None:
        notitie = self._notitie is not None
        if self._bron:
            self.bron.toon(self._bron["kop"], self._bron["herkomst"], self._bron["tekst"], notitie=notitie)
        self.bronvak.setVisible(bool(self._bron))
        self._schik()

    def _voeg_bestand_toe(self, pad: Path) -> None:
        if self.bijlagen.voeg_bestand_toe(pad):
            self.omgeving.window.meld(f"Bijlage toegevoegd: {pad.name}.")
        else:
            self.omgeving.window.meld(self.bijlagen.melding.text(), "fout")

    def _bijlagen_veranderd(self) -> None:
        self._bewaar_bijlagen()
        with self.omgeving.store.reader() as r:
            totaal = queries.omvang_bijlagen(r)
        totaal += sum(len(b.inhoud) for b in self.bijlagen.bijlagen())
        if totaal > WAARSCHUWING_BIJLAGEN:
            zin = "De kluis bevat dan meer dan 250 MB aan bijlagen. Back-ups duren daardoor langer."
            self.omgeving.window.meld(zin, "let_op")

    def _bewaar_bijlagen(self) -> None:
        """Inside the encrypted file at once: an attachment is as safe as typing."""
        inhoud = pak_in(self._bron, self.bijlagen.bijlagen())
        self.omgeving.store.save_concept(BIJLAGECONCEPT, self._sleutel(), inhoud)
        self._is_getypt()

    def _herstel_bijlagen(self) -> None:
        inhoud = self.omgeving.store.concept(BIJLAGECONCEPT, self._sleutel())
        if not inhoud:
            return
        self._bron, bijlagen = pak_uit(inhoud)
        self.bijlagen.zet(bijlagen)

    def _is_getypt(self) -> None:
        """What a file filled in counts as typing: it is kept as concept."""
        veld = self.zoeker.ui.vergelijkingLineEdit
        kaal = veld.text().rstrip()
        veld.setText(kaal if kaal != veld.text() else f"{kaal or '{}'} ")

    def _sleutel(self) -> str:
        return "" if self.onderwerp_id is None else str(self.onderwerp_id)

    def _lees_notitie(self, notitie_id: int | None) -> Notitieblad | None:
        if notitie_id is None:
            return None
        with self.omgeving.store.reader() as r:
            return queries.notitie(r, notitie_id)

    def _elders(self, blad: Notitieblad | None) -> None:
        if blad is not None and blad.signaal_id is not None:
            self.omgeving.window.open("signaal", blad.signaal_id)
        else:
            self.omgeving.window.open("bureau")
            self.omgeving.window.meld("Deze telefoonnotitie is al afgehandeld.", "let_op")

    # ---- building

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Source beside the form, or above it where there is no room."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        breed = self._blad.minimumSizeHint().width() + self.rol.verticalScrollBar().sizeHint().width()
        naast = self.width() >= breed + _BRON and self.height() >= _BRON_HOOG
        self.rol.setMinimumWidth(breed if naast else 0)
        self.bronvak.setContentsMargins(*((24, 16, 0, 16) if naast else (0, 0, 0, 0)))
        if naast == (self.bronvak.parentWidget() is self.splitter):
            return
        if naast:
            self.splitter.insertWidget(0, self.bronvak)
        else:
            self._rij.insertWidget(0, self.bronvak)
        self.bron.tekst.setMinimumHeight(0 if naast else _HOOG_BOVENAAN)
        self.bronvak.setVisible(bool(self._bron))

    def _bouw(self) -> None:
        self.zoeker = Persoonzoeker()
        self.velden = Signaalvelden(self.omgeving.kader)
        self.bijlagen = Bijlagen()
        self.bron = Bronpaneel()
        wie = Kaart("Over wie gaat het?")
        wie.inhoud.addWidget(doelregel())
        wie.inhoud.addWidget(self.zoeker)
        bij = Kaart("Bijlagen")
        bij.inhoud.addWidget(self.bijlagen)
        self._blad = QtWidgets.QWidget()
        self._rij = rij = QtWidgets.QVBoxLayout(self._blad)
        rij.setContentsMargins(theme.RUIMTE[4], theme.RUIMTE[3], theme.RUIMTE[4], theme.RUIMTE[3])
        rij.setSpacing(theme.RUIMTE[3])
        for deel in (wie, self.velden, bij):
            rij.addWidget(deel)
        rij.addStretch()
        self.rol = Rolblad(self._blad)
        self.splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.bronvak = QtWidgets.QWidget()
        vak = QtWidgets.QVBoxLayout(self.bronvak)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self.bron)
        self.splitter.addWidget(self.bronvak)
        self.splitter.addWidget(self.rol)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        indeling = QtWidgets.QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(0)
        indeling.addWidget(self.splitter, 1)
        voet = Voetbalk()
        self.vastleggenButton, self.leegButton = voet.vastleggenButton, voet.leegButton
        self.leegButton.clicked.connect(self.maak_leeg)
        indeling.addWidget(voet)

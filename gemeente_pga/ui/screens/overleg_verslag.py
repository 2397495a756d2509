# SPDX-License-Identifier: EUPL-1.2
"""The way to the minutes: what is missing, the list that goes out today, reactions, and vaststellen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from gemeente_pga.documents import is_pdf
from gemeente_pga.domain.document import Documentkop, TeBevriezen, mist_zvh
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.overleg import TER_REACTIE, check_vaststeldag
from gemeente_pga.domain.overlegstand import Ontbrekend, ontbreekt
from gemeente_pga.domain.tekst import Invoer, check_bijlage, datum_lang
from gemeente_pga.handelingen import verslag as handeling
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_vaststellen import Ui_OverlegVaststellen
from gemeente_pga.ui.forms.ui_overleg_verslag import Ui_OverlegVerslag
from gemeente_pga.ui.forms.ui_overleg_zvh import Ui_OverlegZvh
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, Deel, getypt_bij, vul_formulier
from gemeente_pga.ui.screens.overleg_papier import Papier
from gemeente_pga.ui.screens.overleg_ronde import Ronde
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.invoer import Jaarvuller, Passend, Regelknop
from gemeente_pga.ui.widgets.lijst import Kolom

Maker = Callable[[Reader], Sequence[TeBevriezen]]


class VerslagDeel(Deel):
    """From notes to a vastgesteld verslag."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegVerslag()
        self.ui.setupUi(self.inhoud)
        self.plaats(self.ui.layout)
        self.ronde = Ronde(omgeving)
        self.zvh = QtWidgets.QWidget()
        self.zvh_ui = Ui_OverlegZvh()
        self.zvh_ui.setupUi(self.zvh)
        self.zvh_formulier = Formulier(self.zvh, omgeving)
        self.besluit = QtWidgets.QWidget()
        self.besluit_ui = Ui_OverlegVaststellen()
        self.besluit_ui.setupUi(self.besluit)
        self.formulier = Formulier(self.besluit, omgeving)
        self.papier = Papier(self, omgeving)
        self.ui.rondeLayout.addWidget(self.ronde)
        self.ui.zvhLayout.addWidget(self.zvh)
        self.ui.vaststelLayout.addWidget(self.besluit)
        # Hits stand right below the title: they are about every paper made here, not about one card.
        self.ui.layout.insertWidget(2, self.papier.paneel)
        vul_keuzes(self.besluit_ui.wijzeKeuzeGroep, omgeving.kader.codelijst("vastgesteld_wijze"))
        kolommen: list[Kolom[Documentkop]] = [
            Kolom("Stuk", lambda d: d.naam, rek=True),
            Kolom("Kenmerk", lambda d: d.kenmerk),
            Kolom("Van", lambda d: datum_lang(d.vastgesteld_op)),
        ]
        self.ui.stukkenLijst.stel_in(kolommen, sleutel=lambda d: d.id)
        self.ui.stukkenLijst.geopend.connect(lambda d: omgeving.window.open("document", d.id))
        self.passend = Passend(self.ui.stukkenLijst)
        self.jaar = Jaarvuller([self.besluit_ui.opDatumEdit], omgeving.vandaag, terug=True)
        self.formulier.gewijzigd.connect(self._toon_wijze)
        self.besluit_ui.vaststellenPushButton.clicked.connect(self._stel_vast)
        self.zvh_ui.zvhPushButton.clicked.connect(self._kies_zvh)
        self.ronde.herlezen.connect(self.herlezen)
        self.ronde.concept_gevraagd.connect(self._maak_concept)

    # ---- showing

    def vul(self, beeld: Beeld) -> None:
        """What this stage of the minutes asks."""
        ui = self.ui
        self._toon_kop(beeld)
        self._toon_ontbreekt(beeld)
        self._toon_lijsten(beeld)
        open_ = not beeld.dicht and not beeld.voorbereiding
        ui.lijstKaart.setVisible(open_ and not beeld.zvh)
        ui.zvhKaart.setVisible(beeld.zvh and (open_ or mist_zvh(beeld.stukken)))
        ui.rondeKaart.setVisible(open_ and not beeld.zvh)
        ui.vaststelKaart.setVisible(open_)
        ui.stukkenKaart.setVisible(bool(beeld.stukken))
        ui.stukkenLijst.toon(beeld.stukken)
        if not ui.zvhKaart.isHidden():
            kenmerk = beeld.kop.inhoud.kenmerk_zvh
            vul_formulier(self.zvh_formulier, f"{beeld.kop.id}:zvh", {"kenmerk": kenmerk})
        if open_:
            vul_formulier(self.formulier, f"{beeld.kop.id}:verslag", {"wijze": "", "op": None})
            self.ronde.toon(beeld)
        self._kies_hoofdknop(beeld, open_=open_)
        self._toon_wijze()
        theme.zet_iconen(self.inhoud)

    def _kies_hoofdknop(self, beeld: Beeld, *, open_: bool) -> None:
        """One main button: while reactions are awaited that of the round, else vaststellen."""
        wacht = any(not genoot.reactie.reactie for genoot in beeld.tafel)
        ronde = not beeld.zvh and (beeld.kop.status != TER_REACTIE or wacht)
        zvh = not open_ or (beeld.zvh and not any(stuk.soort == "zvh_verslag" for stuk in beeld.stukken))
        for knop, eerst in (
            (self.zvh_ui.zvhPushButton, zvh),
            (self.ronde.ui.terReactiePushButton, ronde),
            (self.ronde.ui.vastleggenPushButton, ronde),
            (self.besluit_ui.vaststellenPushButton, not ronde and not zvh),
        ):
            theme.zet_eigenschap(knop, "rol", "primair" if eerst else "")

    def _toon_kop(self, beeld: Beeld) -> None:
        kop = beeld.kop
        if beeld.dicht and kop.vastgesteld_op:
            wijze = self.omgeving.kader.label("vastgesteld_wijze", kop.vastgesteld_wijze).lower()
            tekst = f"Vastgesteld op {datum_lang(kop.vastgesteld_op)}, {wijze}. Het kan niet meer veranderen."
        elif beeld.voorbereiding:
            tekst = "Dit overleg is nog niet begonnen. Het verslag volgt als u het hebt uitgewerkt."
        else:
            tekst = "Leg vast wat ontbreekt, laat de deelnemers reageren en stel het verslag vast."
        self.ui.uitlegLabel.setText(tekst)

    def _toon_ontbreekt(self, beeld: Beeld) -> None:
        punten = () if beeld.dicht or beeld.voorbereiding else self._ontbreekt(beeld)
        maak_leeg(self.ui.mistLayout)
        self.ui.mistLayout.setSpacing(0)
        for punt in punten:
            knop = Regelknop(punt.zin)
            knop.clicked.connect(partial(self.naar.emit, punt.onderdeel, punt.bespreking_id, punt.veld))
            self.ui.mistLayout.addWidget(knop)
        self.ui.mistKaart.setVisible(bool(punten))

    def _ontbreekt(self, beeld: Beeld) -> tuple[Ontbrekend, ...]:
        """What the rules miss, and typing on this meeting that is not recorded yet."""
        return (*ontbreekt(beeld.stand), *getypt_bij(self.omgeving.store, beeld))

    def _toon_lijsten(self, beeld: Beeld) -> None:
        maak_leeg(self.ui.lijstLayout)
        for punt in (p for p in beeld.punten if not p.beperkt):
            knop = QtWidgets.QPushButton(f"Besluiten- en actielijst van casus {punt.casusnummer}", self)
            knop.setProperty("icoon", "list-checks")
            knop.clicked.connect(partial(self._maak_lijst, punt.casusnummer))
            self.ui.lijstLayout.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    def _toon_wijze(self) -> None:
        if self.beeld is None:
            return
        wijze = str(self.besluit_ui.wijzeKeuzeGroep.waarde())
        open_ = [*self._ontbreekt(self.beeld)] if wijze == "" else [*ontbreekt(self.beeld.stand, wijze)]
        aantal = len(self.beeld.punten)
        uit = "het verslag" if aantal == 1 else f"het hele verslag en {aantal} uittreksels, één per casus,"
        self.besluit_ui.gevolgLabel.setText(
            f"U gaat {uit} vaststellen. Daarna kan de tekst niet meer veranderen; een correctie komt er als "
            "aanvulling bij. Vooraf kijkt het programma of er niets in staat dat er niet in mag."
            if not open_
            else f"Nog niet klaar: {open_[0].zin}"
        )

    # ---- papers

    def _maak_lijst(self, casusnummer: str) -> None:
        self._bevries(handeling.concept_actielijst, casusnummer)

    def _maak_concept(self, casusnummer: str) -> None:
        self._bevries(handeling.concept_uittreksel, casusnummer)

    def _bevries(self, maak: Callable[..., TeBevriezen], casusnummer: str) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        overleg_id, kader = self.beeld.kop.id, self.omgeving.kader
        self.papier.maak(lambda r: maak(r, overleg_id, kader, casusnummer))

    # ---- vaststellen

    def vastleggen(self) -> None:
        """Ctrl+Enter: a reaction or the round when the focus is there, else vaststellen."""
        focus = QtWidgets.QApplication.focusWidget()
        if focus is not None and self.ronde.isAncestorOf(focus):
            self.ronde.ga_verder()
        elif self.beeld is not None and not self.beeld.dicht:
            self._stel_vast()

    def _stel_vast(self) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        self.jaar.vul_aan()
        lees = Invoer(self.formulier.lees(), self.omgeving.vandaag())
        wijzen = [c.code for c in self.omgeving.kader.codelijst("vastgesteld_wijze")]
        wijze = lees.code("wijze", "Hoe vastgesteld", wijzen, verplicht=True)
        op = lees.datum("op", "Vastgesteld op", verplicht=True)
        bezwaar = check_vaststeldag(wijze, op, self.beeld.kop.inhoud.datum) if op else ""
        if bezwaar:
            lees.gebreken.append(Gebrek("op", bezwaar))
        self.formulier.wis_gebreken()
        if lees.gebreken or op is None:
            self.formulier.toon_gebreken(lees.gebreken)
            return
        open_ = (
            ontbreekt(self.beeld.stand, wijze)
            or self._ontbreekt(self.beeld)[len(ontbreekt(self.beeld.stand)) :]
        )
        if open_:
            self.omgeving.window.meld(
                f"Het verslag kan nog niet worden vastgesteld. {open_[0].zin}", "let_op"
            )
            self.naar.emit(open_[0].onderdeel, open_[0].bespreking_id, open_[0].veld)
            return
        omgeving, overleg_id = self.omgeving, self.beeld.kop.id

        def doe() -> None:
            with self.formulier.wordt_vastgelegd():
                stukken = handeling.vaststellen(
                    omgeving.store, overleg_id, omgeving.kader, op=op, wijze=wijze
                )
                omgeving.store.discard_concept(CODE, f"{overleg_id}:verslag")
            omgeving.window.meld("Verslag vastgesteld. De stukken worden gemaakt en opgeborgen …")
            maak_af(omgeving, lambda: klaar(stukken[0]))

        def klaar(document_id: int) -> None:
            window = omgeving.window
            window.open("document", document_id)
            terug = ("Naar het overleg", lambda: window.open("overleg", overleg_id, "verslag"))
            window.meld("Verslag vastgesteld. De uittreksels per casus staan bij het overleg.", "goed", terug)

        self.papier.controleer(lambda r: handeling.verslag_stukken(r, overleg_id, omgeving.kader), doe)

    # ---- the minutes of the Zorg- en Veiligheidshuis

    def _kies_zvh(self) -> None:
        pad = messages.kies_bestand(self, "Verslag van het Zorg- en Veiligheidshuis", "PDF (*.pdf)")
        if pad is not None:
            self.file_zvh(pad)

    def file_zvh(self, pad: Path) -> None:
        """Put their PDF away under their kenmerk."""
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        lees = Invoer(self.zvh_formulier.lees(), self.omgeving.vandaag())
        kenmerk = lees.regel("kenmerk", "Kenmerk van het Zorg- en Veiligheidshuis", verplicht=True)
        pdf = _read_pdf(pad)
        te_groot = check_bijlage("kenmerk", pad.name, len(pdf))
        if te_groot is not None:
            lees.gebreken.append(te_groot)
        elif not is_pdf(pdf):
            zin = (
                "Dit bestand is geen PDF die te lezen is, of het is niet compleet. Er is niets opgeborgen. "
                "Vraag het verslag als PDF op, zonder wachtwoord."
            )
            lees.gebreken.append(Gebrek("kenmerk", zin))
        if lees.gebreken:
            self.zvh_formulier.toon_gebreken(lees.gebreken)
            return
        overleg = self.beeld.kop
        with self.zvh_formulier.wordt_vastgelegd():
            handeling.file_zvh_verslag(self.omgeving.store, overleg.id, pdf, kenmerk, op=overleg.inhoud.datum)
            self.omgeving.store.discard_concept(CODE, f"{overleg.id}:zvh")
        self.omgeving.window.meld("Het verslag ligt in de kluis. Het bestand op schijf kunt u nu weggooien.")

    # ---- being sent here

    def begin(self) -> QtWidgets.QWidget | None:
        """The first thing that is missing; else the round, or the papers."""
        if not self.ui.mistKaart.isHidden():
            eerste = self.ui.mistLayout.itemAt(0)
            return eerste.widget() if eerste is not None else None
        if self.beeld is not None and self.beeld.dicht:
            return self.ui.stukkenLijst
        ter_reactie = self.beeld is not None and self.beeld.kop.status == TER_REACTIE
        return self.ronde.ui.reactiesLijst if ter_reactie else None

    def ga_naar(self, veld: str) -> bool:
        """A field, the reactions, or the first thing that is missing."""
        if veld == "reacties":
            self.ronde.ui.reactiesLijst.setFocus()
            return True
        if veld.startswith("reacties:"):
            rij, _, eigen = veld.removeprefix("reacties:").partition(".")
            self.ronde.bewerk(int(rij), eigen)
            return True
        return super().ga_naar(veld)


def _read_pdf(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError:
        raise Storing("Dit bestand is niet te lezen.", "Kies het bestand opnieuw.") from None

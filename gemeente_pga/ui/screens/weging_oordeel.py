# SPDX-License-Identifier: EUPL-1.2
"""Part of the weging: one card for each criterium, and pages for a whole list and for tests that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape
from typing import ClassVar

from gemeente_pga.domain.informatie import weegt_niet
from gemeente_pga.domain.kader import NIET_VASTGESTELD, Criterium
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import ONBEKEND, WEEGT_MEE, beoordeel_oordeel
from gemeente_pga.handelingen.weging import close_groep, record_oordeel
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_weging_afgeleid import Ui_WegingAfgeleid
from gemeente_pga.ui.forms.ui_weging_groep import Ui_WegingGroep
from gemeente_pga.ui.forms.ui_weging_oordeel import Ui_WegingOordeel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.weging_deel import Deel, Weegblad
from gemeente_pga.ui.widgets.checklist import Keuzefeit, feiten_naar_tekst, tekst_naar_feiten
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes, vul_eens
from gemeente_pga.ui.widgets.hint import attach_hint

WETTELIJK, ZORGVULDIG = "wettelijk", "zorgvuldigheid"
TITELS = {WETTELIJK: "Wettelijke criteria", ZORGVULDIG: "Zorgvuldigheidstoetsen"}
UITLEG = {
    WETTELIJK: "Deze criteria komen uit de wet en de uitleg van de minister. Het is geen lijst waaraan "
    "iemand moet voldoen: het gaat om het geheel. Er is geen score en geen optelsom.",
    ZORGVULDIG: "Deze toetsen komen uit de privacywetten en van de Inspectie. Zij bewaken hoe u weegt. "
    "Zij staan los van de wettelijke criteria.",
}
NIET_GELEZEN = "De tekst van dit criterium is nog niet door een jurist vastgesteld."


def _opsomming(regels: Sequence[str]) -> str:
    """Rich text, because only there the second line of a point stands below its first word."""
    punten = "".join(f"<tr><td>•&nbsp;&nbsp;</td><td>{escape(regel)}</td></tr>" for regel in regels)
    return f'<table cellspacing="0" cellpadding="0">{punten}</table>'


def _bronregel(blad: Weegblad, criterium: Criterium) -> str:
    bronnen = "Bron: " + "; ".join(blad.kader.toon_bron(b) for b in criterium.bron) + "."
    return f"{bronnen} {NIET_GELEZEN}" if criterium.status == NIET_VASTGESTELD else bronnen


class Oordeeldeel(Deel):
    """The card of one criterium."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingOordeel()
        self.ui.setupUi(self)
        self.ui.feitenLineEdit.hide()
        self.formulier = Formulier(self, omgeving)
        attach_hint(self.formulier, ("reden", "vraag"))
        self.criterium: Criterium | None = None
        self.ui.feitenKiezer.gewijzigd.connect(self._bewaar_feiten)
        self.ui.feitenLineEdit.textChanged.connect(self._toon_feiten)
        self.ui.antwoordKeuzeGroep.gewijzigd.connect(self._volg)
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """The form of the card."""
        return (self.formulier,)

    def eerste_veld(self) -> None:
        """The facts, from where Tab leads to the answer; the question stays in sight."""
        if self.blad is not None and self.blad.items and not self.blad.alleen_lezen:
            self.ui.feitenKiezer.lijst.setFocus()
        else:
            self.formulier.focus("antwoord")
        self.ui.rol.verticalScrollBar().setValue(0)

    def kies(self, code: str, blad: Weegblad) -> None:
        """Show the card of this criterium."""
        self.criterium = blad.kader.criterium(code)
        self.toon(blad)

    def toon(self, blad: Weegblad) -> None:
        """Fill the card."""
        super().toon(blad)
        criterium = self.criterium
        if criterium is None:
            return
        self._toon_vraag(blad, criterium)
        vul_eens(self.ui.antwoordKeuzeGroep, blad.kader.codelijst("antwoord"))
        self.ui.feitenKiezer.toon(
            [
                Keuzefeit(
                    item.id,
                    nummer,
                    item.partij,
                    blad.kader.label("soort_uitspraak", item.inhoud.soort_uitspraak),
                    item.inhoud.tekst,
                    weegt_niet(item.inhoud, blad.kader),
                )
                for nummer, item in enumerate(blad.items, start=1)
                if item.inhoud.tekst
            ]
        )
        oordeel = next((o for o in blad.weging.oordelen if o.criterium == criterium.code), None)
        waarden = dict.fromkeys(self.formulier.velden(), "") | (asdict(oordeel) if oordeel else {})
        gekozen = {f.informatie_id: f.richting for f in blad.feiten if f.criterium == criterium.code}
        waarden["feiten"] = feiten_naar_tekst(gekozen)
        self.vul(self.formulier, waarden, self.concept(criterium.code))
        self.zet_leesbaar([self.ui.vastleggenButton])
        self.ui.feitenKiezer.zet_alleen_lezen(blad.alleen_lezen)
        self.ui.feitenKaart.setVisible(bool(blad.items))
        self._toon_feiten()
        self._volg()

    def vastleggen(self) -> None:
        """The answer with its facts, in one act."""
        if self.blad is None or self.criterium is None:
            return
        code, kader, vandaag = self.criterium.code, self.blad.kader, self.omgeving.vandaag()
        uitkomst = self.formulier.beoordeel(
            lambda invoer: beoordeel_oordeel({**invoer, "criterium": code}, kader, vandaag)
        )
        if uitkomst is None:
            return
        with self.formulier.wordt_vastgelegd():
            record_oordeel(
                self.omgeving.store,
                self.blad.weging.id,
                uitkomst,
                feiten=self.ui.feitenKiezer.waarde(),
                concepten=[self.concept(self.criterium.code)],
            )
        self.klaar.emit(f"Oordeel bij ‘{self.criterium.korte_naam}’ vastgelegd.")

    def _toon_vraag(self, blad: Weegblad, criterium: Criterium) -> None:
        ui = self.ui
        ui.codeLabel.setText(f"{TITELS[criterium.lijst]}  ·  {criterium.code.upper()} {criterium.korte_naam}")
        ui.statusLabel.setText("Wettekst niet vastgesteld")
        ui.statusLabel.setVisible(criterium.status == NIET_VASTGESTELD)
        ui.vraagLabel.setText(criterium.vraag)
        ui.toelichtingLabel.setText(criterium.toelichting)
        ui.weltLabel.setText(_opsomming(criterium.telt_wel))
        ui.nietLabel.setText(_opsomming(criterium.telt_niet))
        ui.kaderbronLabel.setText(_bronregel(blad, criterium))
        eerder = [e for e in blad.eerder if e.criterium == criterium.code]
        ui.eerderKaart.setVisible(bool(eerder))
        ui.eerderLabel.setText(
            "\n".join(
                f"Weging van {datum_lang(e.datum)}: {blad.kader.label('antwoord', e.antwoord)}. {e.reden}"
                for e in eerder
            )
        )

    def _bewaar_feiten(self) -> None:
        self.ui.feitenLineEdit.setText(feiten_naar_tekst(self.ui.feitenKiezer.waarde()))

    def _toon_feiten(self) -> None:
        kiezer = self.ui.feitenKiezer
        gekozen = tekst_naar_feiten(self.ui.feitenLineEdit.text())
        if gekozen != kiezer.waarde():
            kiezer.zet(gekozen)
        for richting, label in (("voor", self.ui.voorLabel), ("tegen", self.ui.tegenLabel)):
            label.setText("\n".join(kiezer.teksten(richting)) or "–")
        self.ui.gekozenRij.setVisible(bool(gekozen))

    def _volg(self) -> None:
        """Onbekend asks for a question with an owner; the question of the criterium is put before her."""
        onbekend = self.ui.antwoordKeuzeGroep.waarde() == ONBEKEND
        heeft = bool(self.ui.vraagPlainTextEdit.toPlainText())
        self.ui.vraagVak.setVisible(onbekend or heeft)
        self.ui.vraag_aanVak.setVisible(onbekend or heeft)
        if self.criterium is not None:
            self.ui.vraagPlainTextEdit.setPlaceholderText(f"Bijvoorbeeld: {self.criterium.vraag}")


class Groepdeel(Deel):
    """A whole list: what it is, and one sentence for the questions that do not play a part here."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingGroep()
        self.ui.setupUi(self)
        self.criteria = Vinkjes(self.ui.keuzesVak, self.ui.criteriaLineEdit, kolom=True)
        self.formulier = Formulier(self, omgeving)
        self.lijst = WETTELIJK
        self.maak_snel(self.ui.vastleggenButton)

    def formulieren(self) -> Sequence[Formulier]:
        """One form."""
        return (self.formulier,)

    def eerste_veld(self) -> None:
        """The first box."""
        self.ui.keuzesVak.setFocus()

    def kies(self, lijst: str, blad: Weegblad) -> None:
        """Show this list."""
        self.lijst = lijst
        self.toon(blad)

    def toon(self, blad: Weegblad) -> None:
        """Offer only what nobody answered yet."""
        super().toon(blad)
        self.ui.uitlegKaartTitel.setText(TITELS[self.lijst])
        self.ui.uitlegLabel.setText(UITLEG[self.lijst])
        gegeven = {o.criterium for o in blad.weging.oordelen if o.antwoord}
        wettelijk, zorgvuldig = kaarten(blad.kader)
        kaarten_ = wettelijk if self.lijst == WETTELIJK else zorgvuldig
        open_ = [c for c in kaarten_ if c.code not in gegeven]
        self.criteria.toon(
            [(c.code, f"{c.korte_naam} ({blad.kader.label('criteriumgroep', c.groep)})") for c in open_]
        )
        self.ui.sluitKaart.setVisible(bool(open_) and not blad.alleen_lezen)
        self.vul(self.formulier, {"reden": "", "criteria": ""}, self.concept(f"groep_{self.lijst}"))
        self.zet_leesbaar([self.ui.vastleggenButton])

    def vastleggen(self) -> None:
        """One act for all ticked questions. Each gets the same sentence."""
        if self.blad is None:
            return
        codes = self.criteria.gekozen()
        uitkomst = beoordeel_oordeel(
            {"criterium": codes[0] if codes else "k1", "antwoord": "niet_van_toepassing"}
            | {"reden": self.formulier.lees()["reden"]},
            self.blad.kader,
            self.omgeving.vandaag(),
        )
        if isinstance(uitkomst, list):
            self.formulier.toon_gebreken(uitkomst)
            return
        if not codes:
            self.omgeving.window.meld("Vink eerst aan welke vragen hier niet spelen.", "let_op")
            return
        with self.formulier.wordt_vastgelegd():
            close_groep(
                self.omgeving.store,
                self.blad.weging.id,
                codes,
                uitkomst.reden,
                concepten=[self.concept(f"groep_{self.lijst}")],
            )
        self.klaar.emit("Vastgelegd: deze vragen zijn hier niet van toepassing.")


class Afgeleiddeel(Deel):
    """A test whose answer follows from what is recorded elsewhere, with the way to go there."""

    WAAR: ClassVar[Mapping[str, tuple[str, str]]] = {
        "samenhang": ("afweging.samenhang", "Naar de afweging"),
        "subsidiariteit": ("afweging.subsidiariteit", "Naar de afweging"),
        "proportionaliteit": ("afweging.proportionaliteit", "Naar de afweging"),
        "aanwezigheid": ("tafel", "Naar Aan tafel"),
        "bevoegdheid": ("afweging.bevoegd", "Naar Juiste gemeente"),
        "informeren": ("informeren", "Naar Informeren"),
    }

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingAfgeleid()
        self.ui.setupUi(self)
        self.criterium: Criterium | None = None
        self.ui.naarButton.clicked.connect(self._ga)

    def eerste_veld(self) -> None:
        """The way to where it is answered."""
        self.ui.naarButton.setFocus()

    def kies(self, code: str, blad: Weegblad) -> None:
        """Show this test."""
        self.criterium = blad.kader.criterium(code)
        self.toon(blad)

    def toon(self, blad: Weegblad) -> None:
        """Say what follows, and from what."""
        super().toon(blad)
        criterium = self.criterium
        if criterium is None:
            return
        ui = self.ui
        ui.codeLabel.setText(f"{TITELS[criterium.lijst]}  ·  {criterium.code.upper()} {criterium.korte_naam}")
        ui.vraagLabel.setText(criterium.vraag)
        ui.toelichtingLabel.setText(criterium.toelichting)
        uitkomst, waaruit = uitkomst_van(blad, criterium)
        ui.uitkomstLabel.setText(uitkomst or "Nog niet bekend.")
        ui.waaruitLabel.setText(waaruit)
        ui.naarButton.setText(self.WAAR[criterium.onderdeel][1])
        ui.kaderbronLabel.setText(_bronregel(blad, criterium))

    def _ga(self) -> None:
        if self.criterium is not None:
            self.ga_naar.emit(self.WAAR[self.criterium.onderdeel][0])


def uitkomst_van(blad: Weegblad, criterium: Criterium) -> tuple[str, str]:
    """(outcome, where it follows from) of a test without a card; outcome "" while it is open."""
    weging, kader = blad.weging, blad.kader
    match criterium.onderdeel:
        case "aanwezigheid":
            rijen = {p.partij_id: p.aanwezig for p in weging.partijen}
            kern = [(naam, rijen.get(id_, "")) for id_, naam in blad.rond.kernpartijen]
            if not all(aanwezig for _, aanwezig in kern):
                return "", "Dit volgt uit wie er aan tafel zit."
            alle = all(aanwezig in WEEGT_MEE for _, aanwezig in kern)
            woorden = [f"{naam}: {kader.label('weging_aanwezigheid', code).lower()}" for naam, code in kern]
            return ("Ja" if alle else "Nee, niet alle drie"), "; ".join(woorden)
        case "bevoegdheid":
            bevoegd = weging.afweging.bevoegd
            uitleg = weging.afweging.bevoegd_toelichting or "Dit volgt uit de vraag over de juiste gemeente."
            return (kader.label("ja_nee_onbekend", bevoegd) if bevoegd else ""), uitleg
        case "informeren":
            besluit = weging.informeren
            uitleg = besluit.informeren_reden or "Dit volgt uit het besluit over informeren."
            return (kader.label("informeren", besluit.informeren) if besluit.informeren else ""), uitleg
        case onderdeel:
            tekst = str(getattr(weging.afweging, onderdeel))
            return ("Opgeschreven" if tekst else ""), tekst or "Dit schrijft u op bij de afweging."

# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Waarneming: which copy leads, and giving it out, beginning, giving it back.

What can be done follows from what this copy is. First the act that says so, then the copy on the stick: a
computer that stops in between so leaves no two copies that both lead.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.waarneming import (
    REDENEN_HERVATTEN,
    NogNietBegonnen,
    Toestand,
    Uitgifte,
    Waarneming,
    beoordeel_uitgifte,
    zin_band,
)
from gemeente_pga.handelingen import waarneming as handelingen
from gemeente_pga.store.queries import waarneming as queries
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_waarneming import Ui_Waarneming
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.inrichting_deel import Deel, regel
from gemeente_pga.ui.screens.waarneming_opzij import OpzijKaart
from gemeente_pga.ui.screens.waarneming_overdoen import OverdoenKaart
from gemeente_pga.ui.screens.waarneming_terugnemen import TerugnemenKaart
from gemeente_pga.ui.widgets.stroom import StroomLayout

_LEIDEND = (
    "Er is één kluis die leidt. Gaat u weg, dan geeft u de kluis uit aan een waarnemer: die werkt er verder "
    "in op een andere laptop, onder eigen naam. Zolang kunt u hier alleen kijken. Daarna neemt u de kluis "
    "terug."
)
_UITLEG = {
    Toestand.UITGIFTE_ONAF: "De overdrachtsstick is nog niet af. Maak hem nu, of breek de uitgifte af. Ligt "
    "er al een stick en breekt u af? Wis die stick dan.",
    Toestand.UITGEGEVEN: "De kluis van de waarnemer leidt. U kunt hier kijken en een back-up maken. Is de "
    "waarnemer klaar, neem dan de kluis terug van de stick.",
    Toestand.TE_BEGINNEN: "De coördinator heeft u de kluis uitgegeven. Klopt wat hieronder staat? Begin dan "
    "de waarneming. Vanaf dat moment leidt deze kluis en staat alles wat u doet op uw naam.",
    Toestand.WAARNEMING: "Deze kluis leidt. Alles wat u doet staat op uw naam. Bent u klaar, geef de kluis "
    "dan terug op een stick.",
    Toestand.TERUGGEGEVEN: "U hebt de kluis teruggegeven en kunt hier alleen nog kijken. Geef de stick aan "
    "de coördinator. Heeft de coördinator de kluis ingenomen, verwijder hem dan van deze computer.",
    Toestand.HERVAT: "Komt de waarnemer toch met een stick, neem die dan terug: het programma laat zien "
    "wat alleen daar is vastgelegd. Komt er niets meer, sluit de waarneming dan af.",
}
_ANDERE_SLEUTEL = (
    "U hebt deze kluis niet met de wachtzin van de waarnemer geopend. Vergrendel de kluis en kies bij het "
    "openen Vervanger. Anders staat alles op naam van een ander."
)
_UIT = (
    "U geeft de kluis uit. Daarna leidt de kluis van de waarnemer. Hier kunt u dan alleen nog kijken, tot u "
    "de kluis terugneemt."
)
_TERUG = "U geeft de kluis terug. Daarna kunt u hier alleen nog kijken."
_VERWIJDER = "U verwijdert de teruggegeven kluis van deze computer. Dat kan niet ongedaan worden gemaakt."
_INGENOMEN = (
    "Heeft de coördinator de kluis ingenomen?",
    "Vraag het eerst aan de coördinator zelf. Is de stick daar niet goed aangekomen, dan is deze kopie de "
    "enige waarin uw werk staat.",
    "Ja, ingenomen: verwijderen",
    "Nog niet verwijderen",
)
_VERWIJDERD = (
    "De bestanden zijn weggehaald, ook de sleutelbestanden. Ze zijn niet overschreven: op een SSD helpt dat "
    "niet. Resten op de schijf zijn versleuteld. Een stick met deze kluis gaat nog wel open met uw wachtzin: "
    "geef alle sticks aan de coördinator."
)
_HERVAT = (
    "Er kunnen dan twee kluizen zijn waarin iets wordt vastgelegd. Die worden nooit vanzelf samengevoegd: "
    "later kiest u welke leidt, en wat alleen in de andere staat moet opnieuw worden ingevoerd. Waarom doet "
    "u dit?"
)


HOOFDKNOPPEN = frozenset({"begin", "geef_terug", "stick", "geef_uit"})


class WaarnemingDeel(Deel):
    """The tab."""

    titel = "Waarneming"
    wegwijzersleutel = "waarneming"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.waarneming: Waarneming | None = None
        self._stick_is_af = False
        self._bouw_stand()
        self.terugnemen = TerugnemenKaart(omgeving)
        self.overdoen = OverdoenKaart(omgeving)
        self.opzij = OpzijKaart(omgeving)
        self.inhoud.addWidget(self.overdoen)
        self._bouw_uitgeven()
        for kaart in (self.terugnemen, self.opzij):
            self.inhoud.addWidget(kaart)
        self.terugnemen.klaar.connect(self._is_afgerond)
        self.terugnemen.gelezen.connect(self._zet_hoofdknop)
        theme.zet_iconen(self)
        self.sluit_af()

    @property
    def toestand(self) -> Toestand:
        """What this copy is."""
        return self.omgeving.store.toestand

    def herlaad(self) -> None:
        """What this copy is now, and what can be done."""
        with self.omgeving.store.reader() as r:
            self.waarneming = queries.waarneming(r)
            mensen = queries.waarnemers(r)
            self._stick_is_af = queries.teruggave_gemaakt(r)
        toestand, w = self.toestand, self.waarneming
        hier = toestand is Toestand.HIER or w is None
        self.stand.setText("Deze kluis leidt." if hier else zin_band(toestand, w, self.omgeving.vandaag()))
        self.uitleg.setText(_LEIDEND if hier else _UITLEG[toestand])
        self.feiten.setText("" if hier or w is None else _feiten(w))
        self.feiten.setVisible(not hier)
        self._schik_knoppen(toestand)
        self.uitgeven.setVisible(hier)
        self.niemand.setVisible(not mensen)
        self.naar_sleutels.setVisible(not mensen)
        self.vak.setVisible(bool(mensen))
        self.geef_uit_knop.setVisible(bool(mensen))
        vul_keuzes(self.ui.waarnemer_idComboBox, [(str(m.id), f"{m.naam}, {m.functie}") for m in mensen])
        if not self.formulier.vuil:
            self.formulier.herstel_concept()
        self.terugnemen.toon_bij(toestand)
        self.overdoen.herlaad()
        self.opzij.herlaad()

    def _zet_hoofdknop(self, gelezen: bool) -> None:
        """A stick that was read comes first: one main button at a time."""
        for naam, knop in (*self.knoppen.items(), ("geef_uit", self.geef_uit_knop)):
            rol = "primair" if naam in HOOFDKNOPPEN and not gelezen else ""
            theme.zet_eigenschap(knop, "rol", rol)

    def _is_afgerond(self) -> None:
        self.herlaad()
        (self.overdoen.lijst if self.overdoen.isVisibleTo(self) else self.ui.waarnemer_idComboBox).setFocus()

    # ---- building

    def _bouw_stand(self) -> None:
        kaart = self.kaart("Waar is de leidende kluis?")
        self.stand, self.uitleg, self.feiten = regel("", "subkop"), regel(""), regel("", "stil")
        for label in (self.stand, self.uitleg, self.feiten):
            kaart.inhoud.addWidget(label)
        werk: tuple[tuple[str, str, Callable[[], None], str], ...] = (
            ("begin", "Waarneming &beginnen", self.begin_waarneming, "check"),
            ("geef_terug", "Kluis &teruggeven …", self.geef_terug, "upload"),
            ("stick", "&Stick maken …", self.maak_stick, "upload"),
            ("hervat", "T&och hier verder werken …", self.hervat, "triangle-alert"),
            ("afbreken", "Waarneming &afsluiten", self.breek_af, "x"),
            ("verwijder", "Van deze computer &verwijderen …", self.verwijder, "trash-2"),
        )
        rij = StroomLayout(ruimte=theme.RUIMTE[1], regelruimte=theme.RUIMTE[1])
        self.knoppen: dict[str, QtWidgets.QPushButton] = {}
        for naam, tekst, doe, icoon in werk:
            knop = QtWidgets.QPushButton(tekst, self)
            knop.setProperty("icoon", icoon)
            knop.setProperty("rol", "primair" if naam in HOOFDKNOPPEN else "")
            knop.clicked.connect(lambda _aan=False, doe=doe: doe())
            rij.addWidget(knop)
            self.knoppen[naam] = knop
        kaart.inhoud.addLayout(rij)

    def _bouw_uitgeven(self) -> None:
        uitleg = (
            "U hebt een lege stick nodig. Het programma zet daar een versleutelde kopie op en kijkt die na. "
            "De waarnemer opent hem met de eigen wachtzin."
        )
        self.uitgeven = self.kaart("Kluis uitgeven", uitleg)
        self.niemand = regel(
            "Er is nog niemand met een eigen wachtzin. Voeg eerst een vervanger toe bij Sleutels, terwijl "
            "die naast u zit.",
            "merk_let_op",
        )
        self.uitgeven.inhoud.addWidget(self.niemand)
        naar = lambda: self.omgeving.window.open("inrichting", None, "sleutels")  # noqa: E731 - one line
        self.naar_sleutels = self.knop("Vervanger toevoegen bij Sleutels", naar, primair=False)
        self.formulier, self.ui = self.formulier_in(
            self.uitgeven, Ui_Waarneming, ("inrichting", "waarneming")
        )
        self.vak = self.ui.waarnemer_idLabel.parentWidget()
        self.geef_uit_knop = self.knop("Kluis uitgeven …", self.geef_uit)

    def _schik_knoppen(self, toestand: Toestand) -> None:
        zichtbaar = {
            Toestand.UITGIFTE_ONAF: {"stick", "afbreken"},
            Toestand.UITGEGEVEN: {"hervat"},
            Toestand.TE_BEGINNEN: {"begin"},
            Toestand.WAARNEMING: {"geef_terug"},
            Toestand.TERUGGEGEVEN: {"stick", "hervat", "verwijder"},
            Toestand.HERVAT: {"afbreken"},
        }.get(toestand, set())
        for naam, knop in self.knoppen.items():
            knop.setVisible(naam in zichtbaar)
        self.knoppen["verwijder"].setEnabled(self._stick_is_af)
        tip = "" if self._stick_is_af else "Maak eerst de stick voor de coördinator."
        self.knoppen["verwijder"].setToolTip(tip)
        if toestand is Toestand.TE_BEGINNEN and self.waarneming is not None:
            self._schik_begin(self.waarneming)

    def _schik_begin(self, w: Waarneming) -> None:
        """Only with the own key, and not before the first day; the page says which of the two."""
        eigen, te_vroeg = self._wie() == w.waarnemer_id, self.omgeving.vandaag() < w.van
        self.knoppen["begin"].setEnabled(eigen and not te_vroeg)
        if not eigen:
            self.uitleg.setText(_ANDERE_SLEUTEL)
        elif te_vroeg:
            storing = NogNietBegonnen(w.van)
            self.uitleg.setText(f"{storing.melding} {storing.raad}")

    # ---- doing

    def geef_uit(self) -> None:
        """Who, how long, on what mandate; the wachtzin; the stick; and then it is given out."""
        with self.omgeving.store.reader() as r:
            mensen = [m.id for m in queries.waarnemers(r)]
        uitgifte = self.formulier.beoordeel(
            lambda invoer: beoordeel_uitgifte(invoer, mensen, self.omgeving.vandaag())
        )
        if uitgifte is not None:
            self.omgeving.window.bevestig(_UIT, lambda: self._geef_uit(uitgifte))

    def _geef_uit(self, uitgifte: Uitgifte) -> None:
        stick = self._kies_stick("Op welke stick komt de kopie voor de waarnemer?")
        if stick is None:
            return
        with self.formulier.wordt_vastgelegd():
            handelingen.give_out(self.omgeving.store, uitgifte, self.omgeving.nu())
        self.formulier.vergeet_concept()
        self._schrijf(stick)

    def begin_waarneming(self) -> None:
        """From here on this copy leads, in the name of the waarnemer."""
        self.omgeving.window.bevestig("U begint de waarneming, op uw eigen naam.", self._begin)

    def _begin(self) -> None:
        handelingen.begin_waarneming(self.omgeving.store, self.omgeving.nu())
        zin = "De waarneming is begonnen. Wat u vanaf nu doet staat op uw naam in het journaal."
        self.omgeving.window.meld(zin, "goed")

    def geef_terug(self) -> None:
        """The wachtzin, the stick, and this copy no longer leads."""
        self.omgeving.window.bevestig(_TERUG, self._geef_terug)

    def _geef_terug(self) -> None:
        stick = self._kies_stick("Op welke stick komt de kluis voor de coördinator?")
        if stick is not None:
            handelingen.give_back(self.omgeving.store, self.omgeving.nu())
            self._schrijf(stick)

    def maak_stick(self) -> None:
        """Once more: it broke off, or the stick got lost."""
        stick = self._kies_stick("Op welke stick komt de kopie?")
        if stick is not None:
            self._schrijf(stick)

    def hervat(self) -> None:
        """Go on in a copy that does not lead, with a reason."""
        self.omgeving.window.bevestig("U gaat verder in een kluis die niet leidt.", self._hervat)

    def _hervat(self) -> None:
        reden = messages.kies_reden(
            self, "Toch hier verder werken", _HERVAT, REDENEN_HERVATTEN, "Hier verder werken"
        )
        if reden is not None:
            handelingen.resume(self.omgeving.store, reden, self.omgeving.nu())
            zin = "U kunt hier weer vastleggen. Laat de waarnemer dit weten, zodat die stopt."
            self.omgeving.window.meld(zin, "let_op")

    def breek_af(self) -> None:
        """Nothing will come back."""
        self.omgeving.window.bevestig(
            "U sluit de waarneming af. De kluis hier leidt; van de waarnemer komt niets meer terug.",
            self._breek_af,
        )

    def _breek_af(self) -> None:
        handelingen.break_off(self.omgeving.store, self.omgeving.nu())
        self.omgeving.window.meld("De waarneming is afgesloten. Wis de stick als die er nog is.", "goed")

    def verwijder(self) -> None:
        """The coordinator has it: nothing of it needs to stay on the computer of the waarnemer."""
        self.omgeving.window.bevestig(_VERWIJDER, self._verwijder)

    def _verwijder(self) -> None:
        if not messages.vraag(self, *_INGENOMEN):
            return
        handelingen.log_verwijderd(self.omgeving.store)
        try:
            self.omgeving.dienst.waarneming.verwijder_hier()
        except Storing as storing:
            messages.vertel(self, storing.melding, storing.raad)
        else:
            messages.vertel(self, "De kluis is van deze computer verwijderd", _VERWIJDERD)
        self.omgeving.window.vergrendel()

    # ---- inside

    def _kies_stick(self, titel: str) -> Path | None:
        stick = messages.kies_map(self, titel)
        if stick is not None and not stick.is_dir():
            self.omgeving.window.meld("Deze map is er niet. Steek de stick in de computer.", "fout")
            return None
        return stick

    def _schrijf(self, stick: Path) -> None:
        """The act is there; now the copy, and the act that says it is good."""
        beheer = self.omgeving.dienst.waarneming
        terug = self.toestand is Toestand.TERUGGEGEVEN
        schrijf = beheer.schrijf_teruggave if terug else beheer.schrijf_overdracht
        self.omgeving.window.onderhoud(
            "De kopie wordt gemaakt, teruggelezen en gecontroleerd…",
            lambda: schrijf(stick),
            lambda map_: self._is_geschreven(map_, terug=terug),
            self._mislukt,
        )

    def _is_geschreven(self, map_: Path, *, terug: bool) -> None:
        handelingen.log_overdracht(self.omgeving.store, self.omgeving.nu())
        wie = "de coördinator" if terug else self.waarneming.naam if self.waarneming else "de waarnemer"
        verder = "" if terug else " De wachtzin van de waarnemer hoort daar niet bij."
        self.omgeving.window.meld(
            f"De kopie is gemaakt en gecontroleerd: {map_.name}. Geef de stick aan {wie}.{verder}", "goed"
        )

    def _mislukt(self, fout: Exception) -> None:
        self.herlaad()
        if not isinstance(fout, Storing):
            raise fout
        zin = f"{fout.melding} {fout.raad} De stick is nog niet af: maak hem opnieuw."
        self.omgeving.window.meld(zin.strip(), "fout")

    def _wie(self) -> int | None:
        return self.omgeving.store.wie.gebruiker_id


def _feiten(w: Waarneming) -> str:
    """Who, when and on what ground, a line each."""
    regels = [
        f"Waarnemer: {w.naam}, {w.functie}",
        f"Periode: {_lang(w.van)} tot en met {_lang(w.tot)}",
        f"Mandaat: {w.mandaat}, van {_lang(w.mandaat_op)}",
        f"Uitgegeven op {moment_lang(w.uitgegeven_op)}",
    ]
    for woord, moment in (
        ("Stick gemaakt op", w.overgedragen_op),
        ("Begonnen op", w.begonnen_op),
        ("Teruggegeven op", w.teruggegeven_op),
        ("Hier verder gewerkt sinds", w.hervat_op),
    ):
        if moment:
            regels.append(f"{woord} {moment_lang(moment)}")
    return "\n".join(regels)


def _lang(dag: date) -> str:
    return datum_lang(dag)

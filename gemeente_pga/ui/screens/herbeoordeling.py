# SPDX-License-Identifier: EUPL-1.2
"""The review of a casus: each criterium, the answer of then beside that of now, and the conclusion.

onderwerp_id: the review. It is begun from the dossier; what is vastgesteld is shown and not changed.
"""

from collections.abc import Mapping
from dataclasses import asdict

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.actualiteit import ACTUEEL, Actualiteit, Gegeven, beoordeel_actualiteit
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.herbeoordeling import (
    GEVOLG,
    UITKOMSTEN,
    Criteriumvergelijking,
    Herbeoordeling,
    Heroordeel,
    Uitkomst,
    beoordeel_heroordeel,
    beoordeel_uitkomst,
    ontbreekt,
)
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin
from gemeente_pga.domain.zienswijze import WIJZEN
from gemeente_pga.handelingen import herbeoordeling as handelingen
from gemeente_pga.store.queries.herbeoordeling import (
    gegevens,
    herbeoordeling,
    nieuw_sinds,
    vergelijk,
    weerlegd,
)
from gemeente_pga.store.queries.informeren import Zienswijzeregel, zienswijzen
from gemeente_pga.store.queries.kader import kader_van
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_herbeoordeling import Ui_Herbeoordeling
from gemeente_pga.ui.forms.ui_herbeoordeling_criterium import Ui_HerbeoordelingCriterium
from gemeente_pga.ui.forms.ui_herbeoordeling_gegeven import Ui_HerbeoordelingGegeven
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_deel import Koppelingen, knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina

UITLEG = (
    "Is de aanpak nog nodig? Beantwoord dezelfde vragen als bij de weging. Het antwoord van toen staat erbij."
)
_NOG = (
    "Loop langs wat eerder is verteld. Wat niet meer klopt, blijft staan en krijgt dat erbij. "
    "Zo telt het niet stilzwijgend mee."
)
_NIETS_GEZEGD = "Er is nog geen zienswijze vastgelegd."
_GEVOLG = "U gaat de herbeoordeling vaststellen. Daarna kan niemand haar nog veranderen."


class HerbeoordelingScherm(Scherm):
    """Criteria, which items still hold, what is new, the outcome, and what is still missing."""

    code = "herbeoordeling"
    titel = "Herbeoordeling"
    wegwijzersleutel = "herbeoordeling"
    tabellen = frozenset(
        {
            *("herbeoordeling", "herbeoordeling_criterium", "actualiteit", "informatie", "beperking"),
            *("casus", "informatiecorrectie", "zienswijze"),
        }
    )

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.blad: Herbeoordeling | None = None
        self.vergelijkingen: tuple[Criteriumvergelijking, ...] = ()
        self.gegevens: tuple[Gegeven, ...] = ()
        self.kader = omgeving.kader  # that of the casus, once one is shown
        self._bouw()

    @property
    def dossier_id(self) -> int | None:
        """Ctrl+K looks for words in this dossier."""
        return self.blad.dossier_id if self.blad else None

    def titel_nu(self) -> str:
        """With the number of the casus."""
        return f"Herbeoordeling casus {self.blad.casusnummer}" if self.blad else self.titel

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """A review that is no more leads to Bureau."""
        if onderwerp_id != self.onderwerp_id:
            self.bewaar_concepten()
            self.bewerker.sluit()
            self.gegevensbewerker.sluit()
            self.paneel.formulier.klaar()
        super().toon(onderwerp_id, veld)
        if self.blad is None:
            self.omgeving.window.open("bureau")

    def herlaad(self) -> None:
        """Read the review; a form that is being filled in stays."""
        if self.onderwerp_id is None:
            return
        with self.omgeving.store.reader() as r:
            self.blad = herbeoordeling(r, self.onderwerp_id)
            if self.blad is None:
                return
            kader = self.kader = kader_van(r, self.blad.kader_id)
            self.vergelijkingen = vergelijk(r, self.onderwerp_id, kader)
            self.gegevens = gegevens(r, self.blad)
            nieuw = nieuw_sinds(r, self.blad.dossier_id, self.blad.vorige_op)
            niet_meer = weerlegd(r, self.blad.dossier_id)
            gezegd = zienswijzen(r, self.blad.dossier_id)
        blad = self.blad
        lezen = not blad.wijzigbaar
        toen = datum_lang(blad.vorige_op)
        blijft = " De casus is gesloten: deze herbeoordeling blijft onafgemaakt." * blad.onafgemaakt
        self.kop.setText(f"Casus {blad.casusnummer}, herbeoordeling van {datum_lang(blad.datum)}")
        self.toenlabel.setText(f"‘Toen’ is de beoordeling van {toen}.{blijft}")
        self.nieuwkaart.zet_titel(f"Nieuw sinds {toen}")
        self.nieuwlabel.setText("\n".join(f"•  {zin}" for zin in nieuw) or "Er is geen nieuwe informatie.")
        self.weerlegdlabel.setText("\n\n".join(f"{w.van}\n“{w.tekst}”\n{w.zin}" for w in niet_meer))
        self.weerlegdlabel.setVisible(bool(niet_meer))
        self.gezegdlabel.setText("\n\n".join(_gezegd(z) for z in gezegd) or _NIETS_GEZEGD)
        self.bewerker.toon(blad.dossier_id, self.vergelijkingen, alleen_lezen=lezen)
        self.gegevensbewerker.toon(blad.dossier_id, self.gegevens, alleen_lezen=lezen)
        for bewerker in (self.bewerker, self.gegevensbewerker):
            bewerker.nieuwknop.hide()
        slot = blad.uitkomst
        waarden = asdict(slot) | {"volgende_herbeoordeling": slot.volgende_op}
        del waarden["volgende_op"]
        self.paneel.toon(("herbeoordeling_uitkomst", str(blad.id)), waarden, alleen_lezen=lezen)
        vandaag = self.omgeving.vandaag()
        oud, nog = self.vergelijkingen, self.gegevens
        punten = () if lezen else ontbreekt(blad, oud, kader, vandaag, gegevens=nog)
        self.mist.toon(punten)
        self.klaarlabel.setText("Er ontbreekt niets meer." if not punten else "Dit ontbreekt nog:")
        self.slotkaart.setVisible(not lezen)
        self.vastknop.setEnabled(not punten)
        theme.zet_eigenschap(self.paneel.vastlegknop, "rol", "primair" if punten else "")

    def naar_veld(self, veld: str) -> None:
        """A criterium by its number, an item by its id, or a field of the outcome."""
        soort, _, nummer = veld.partition(":")
        if soort == "criterium" and nummer.isdigit():
            self.bewerker.bewerk(int(nummer))
        elif soort == "gegeven" and nummer.isdigit():
            self.gegevensbewerker.bewerk(int(nummer))
        elif veld in self.paneel.formulier.velden():
            self.paneel.formulier.focus(veld)

    def vaststellen(self) -> None:
        """Make it final, after saying what that means; then back to the dossier."""
        blad = self.blad
        if blad is None:
            return
        gevolg = f"{_GEVOLG} {GEVOLG.get(blad.uitkomst.uitkomst, '')}"
        if not messages.vraag(self, "Herbeoordeling vaststellen", gevolg, "Vaststellen", "Nog niet"):
            return
        try:
            handelingen.vaststellen(self.omgeving.store, blad.id, self.kader, self.omgeving.vandaag())
        except Storing as storing:
            self.omgeving.window.meld(f"{storing.melding} {storing.raad}", "fout")
            return
        self.omgeving.window.meld("De herbeoordeling is vastgesteld.")
        self.omgeving.window.open("dossier", blad.dossier_id)

    # ---- recording

    def _beoordeel(self, invoer: Mapping[str, object]) -> Heroordeel | list[Gebrek]:
        rij = self.bewerker.open_rij()
        toen = next(v for v in self.vergelijkingen if str(v.id) == rij)
        omgeving = self.omgeving
        return beoordeel_heroordeel(invoer, self.kader, omgeving.vandaag(), toen=toen)

    def _leg_vast(self, oordeel: Heroordeel, rij_id: int | None, concept: tuple[str, str]) -> None:
        if self.blad is not None:
            handelingen.record_criterium(self.omgeving.store, self.blad.id, oordeel, concept=concept)
            QtCore.QTimer.singleShot(0, self, lambda: self._naar_volgende("criterium", rij_id))

    def _beoordeel_gegeven(self, invoer: Mapping[str, object]) -> Actualiteit | list[Gebrek]:
        return beoordeel_actualiteit(invoer, self.omgeving.vandaag())

    def _leg_gegeven_vast(self, antwoord: Actualiteit, item: int | None, concept: tuple[str, str]) -> None:
        if self.blad is not None and item is not None:
            store = self.omgeving.store
            handelingen.record_actualiteit(store, self.blad.id, item, antwoord, concept=concept)
            QtCore.QTimer.singleShot(0, self, lambda: self._naar_volgende("gegeven", item))

    def _beoordeel_uitkomst(self, invoer: Mapping[str, object]) -> Uitkomst | list[Gebrek]:
        return beoordeel_uitkomst(invoer, self.kader, self.omgeving.vandaag())

    def _leg_uitkomst_vast(self, uitkomst: Uitkomst, concept: tuple[str, str]) -> None:
        if self.blad is not None:
            handelingen.record_uitkomst(self.omgeving.store, self.blad.id, uitkomst, concept=concept)
            self.omgeving.window.meld("De uitkomst is vastgelegd. Nog niet vastgesteld.")
            QtCore.QTimer.singleShot(0, self, lambda: self._naar_volgende("uitkomst", None))

    def _naar_volgende(self, soort: str, klaar: int | None) -> None:
        """The next question of this kind that has no answer yet; after the last, whatever is missing then."""
        if self.blad is None or self.bewerker.open or self.gegevensbewerker.open:
            return
        vandaag = self.omgeving.vandaag()
        punten = ontbreekt(self.blad, self.vergelijkingen, self.kader, vandaag, gegevens=self.gegevens)
        delen = (punt.veld.partition(":") for punt in punten)
        nummers = [int(nummer) for welk, _, nummer in delen if welk == soort and nummer.isdigit()]
        rijen = self.vergelijkingen if soort == "criterium" else self.gegevens
        op_volgorde = [rij.id for rij in rijen]
        na = op_volgorde.index(klaar) if klaar in op_volgorde else -1
        nummers.sort(key=lambda nummer: (op_volgorde.index(nummer) <= na, op_volgorde.index(nummer)))
        if nummers:
            self.naar_veld(f"{soort}:{nummers[0]}")
        elif punten:
            self._ga_naar(punten[0])
        else:
            self.vastknop.setFocus()

    def _ga_naar(self, punt: Ontbreekt) -> None:
        self.naar_veld(punt.veld)

    # ---- building

    def _bouw(self) -> None:
        kolom = maak_rolpagina(self)
        self.kop = label("", "titel")
        self.toenlabel = label("", "stil")
        hoofd = QtWidgets.QVBoxLayout()
        hoofd.setSpacing(theme.RUIMTE[0])
        for deel in (self.kop, label(UITLEG, "stil"), self.toenlabel):
            hoofd.addWidget(deel)
        kolom.addLayout(hoofd)
        self.nieuwkaart = Kaart("Nieuw")
        self.nieuwlabel = label("")
        self.nieuwkaart.inhoud.addWidget(self.nieuwlabel)
        kolom.addWidget(self.nieuwkaart)
        self.gezegdkaart = Kaart("Wat betrokkene zelf zegt")
        self.gezegdlabel = label("")
        self.gezegdkaart.inhoud.addWidget(self.gezegdlabel)
        kolom.addWidget(self.gezegdkaart)
        for kaart in (self._bouw_vragen(), self._bouw_gegevens(), self._bouw_uitkomst(), self._bouw_slot()):
            kolom.addWidget(kaart)
        kolom.addStretch(1)

    def _bouw_vragen(self) -> Kaart:
        kaart = Kaart("De vragen van de weging")
        self.bewerker = Regelbewerker(self.omgeving, self._opzet())
        kaart.inhoud.addWidget(self.bewerker)
        return kaart

    def _bouw_gegevens(self) -> Kaart:
        self.gegevenskaart = Kaart("Klopt de informatie nog?")
        self.gegevenskaart.inhoud.addWidget(label(_NOG, "stil"))
        self.weerlegdlabel = label("")
        self.weerlegdlabel.setObjectName("weerlegd")
        self.gegevenskaart.inhoud.addWidget(self.weerlegdlabel)
        self.gegevensbewerker = Regelbewerker(self.omgeving, self._opzet_gegevens())
        self.gegevenskaart.inhoud.addWidget(self.gegevensbewerker)
        return self.gegevenskaart

    def _bouw_uitkomst(self) -> Kaart:
        ontwerp = Ui_Herbeoordeling()
        self.paneel = Formulierpaneel(
            self.omgeving, "Uitkomst van de herbeoordeling", ontwerp, naam="heruitkomst", met_terug=False
        )
        ontwerp.uitkomstKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.uitkomstKeuzeGroep, list(UITKOMSTEN.items()))
        self.paneel.stel_in(self._beoordeel_uitkomst, self._leg_uitkomst_vast)
        return self.paneel

    def _bouw_slot(self) -> Kaart:
        self.slotkaart = Kaart("Vaststellen")
        self.klaarlabel = label("", "stil")
        self.mist = Koppelingen()
        self.mist.gekozen.connect(self._ga_naar)
        self.vastknop = knop(
            "Herbeoordeling &vaststellen",
            self.vaststellen,
            rol="primair",
            icoon="stamp",
            naam="herbeoordeling_vaststellen",
        )
        self.slotkaart.inhoud.addWidget(self.klaarlabel)
        self.slotkaart.inhoud.addWidget(self.mist)
        self.slotkaart.inhoud.addLayout(links(self.vastknop))
        return self.slotkaart

    def _opzet(self) -> Opzet[Criteriumvergelijking]:
        return Opzet(
            concept="herbeoordeling_criterium",
            ontwerp=Ui_HerbeoordelingCriterium,
            kolommen=[
                Kolom("Vraag", lambda v: v.naam),
                Kolom("Toen", lambda v: self._zin(v.toen_antwoord, v.toen_reden), rek=True),
                Kolom("Nu", lambda v: self._zin(v.nu.antwoord, v.nu.reden) if v.nu else "–", rek=True),
            ],
            waarden=lambda v: asdict(v.nu or Heroordeel(v.criterium, "", "")),
            beoordeel=self._beoordeel,
            leg_vast=self._leg_vast,
            vul=self._vul,
            kop=self._vraag,
            nieuw="Vragen van de weging",
            vastleggen="Antwoord &vastleggen",
            leeg="Dit kader heeft geen criteria.",
        )

    def _opzet_gegevens(self) -> Opzet[Gegeven]:
        return Opzet(
            concept="herbeoordeling_gegeven",
            ontwerp=Ui_HerbeoordelingGegeven,
            kolommen=[
                Kolom("Van", lambda g: g.van),
                Kolom("Wat", lambda g: g.tekst, rek=True),
                Kolom("Toen", lambda g: ACTUEEL.get(g.toen, "–")),
                Kolom("Nu", _nu, rek=True),
            ],
            waarden=lambda g: asdict(g.nu or Actualiteit("")),
            beoordeel=self._beoordeel_gegeven,
            leg_vast=self._leg_gegeven_vast,
            vul=_vul_gegeven,
            nieuw="Informatie in dit dossier",
            vastleggen="&Gegeven vastleggen",
            leeg="Er is geen informatie die u hier nog moet langslopen.",
        )

    def _vul(self, formulier: Formulier) -> None:
        groep = formulier.widget("antwoord")
        if isinstance(groep, KeuzeGroep):
            groep.zet_kolom(True)
            vul_keuzes(groep, self.kader.codelijst("antwoord"))

    def _vraag(self, v: Criteriumvergelijking) -> str:
        """Which question is answered, and what was said then: the list may be out of sight."""
        vraag = self.kader.criterium(v.criterium).vraag
        return f"{v.naam}. {vraag}\nToen: {self._zin(v.toen_antwoord, v.toen_reden)}"

    def _zin(self, antwoord: str, reden: str) -> str:
        woord = self.kader.woord("antwoord", antwoord)
        return f"{woord}: {reden}" if woord and reden else woord or reden or "niet vastgelegd"


def _vul_gegeven(formulier: Formulier) -> None:
    groep = formulier.widget("actueel")
    if isinstance(groep, KeuzeGroep):
        groep.zet_kolom(True)
        vul_keuzes(groep, list(ACTUEEL.items()))


def _nu(gegeven: Gegeven) -> str:
    if gegeven.nu is None:
        return "–"
    woord = ACTUEEL[gegeven.nu.actueel]
    return f"{woord}: {gegeven.nu.toelichting}" if gegeven.nu.toelichting else woord


def _gezegd(regel: Zienswijzeregel) -> str:
    """Who said what, when and how, and what was done with it."""
    i = regel.inhoud
    hoe = midden_in_zin(dict(WIJZEN)[i.wijze])
    reactie = f"Reactie: {i.reactie}" if i.reactie else "Er is nog niet op gereageerd."
    return f"{regel.persoon}, {hoe} op {datum_lang(i.ontvangen_op)}: “{i.tekst}”\n{reactie}"

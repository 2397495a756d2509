# SPDX-License-Identifier: EUPL-1.2
"""Informing persons of this dossier outside weging and casus: decision, delivery, authority, zienswijze."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6 import QtWidgets

from gemeente_pga.domain.brief import PERSOONSBRIEVEN, Briefopdracht, beoordeel_brief
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.gezag import Gezag, beoordeel_gezag, is_onder_zestien
from gemeente_pga.domain.informeren import Persoonsbesluit, beoordeel_persoonsbesluit, standzin
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.zienswijze import (
    HUISGENOTEN,
    WIJZEN,
    Bezorging,
    Zienswijze,
    beoordeel_bezorging,
    beoordeel_zienswijze,
)
from gemeente_pga.handelingen import informeren as handelingen
from gemeente_pga.handelingen.brief import write_persoonsbrief
from gemeente_pga.handelingen.verzoek import register_gezag
from gemeente_pga.store.queries.informeren import (
    Besluitregel,
    Bezorgregel,
    Persoonskeuze,
    Zienswijzeregel,
    besluiten,
    betrokkene_stand,
    bezorgingen,
    personen,
    zienswijzen,
)
from gemeente_pga.store.queries.mandaat import mandaten_van_dossier
from gemeente_pga.store.queries.tekstblok import leemten_over
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_bezorging import Ui_Bezorging
from gemeente_pga.ui.forms.ui_brief import Ui_Brief
from gemeente_pga.ui.forms.ui_gezag import Ui_Gezag
from gemeente_pga.ui.forms.ui_informeerbesluit import Ui_Informeerbesluit
from gemeente_pga.ui.forms.ui_zienswijze import Ui_Zienswijze
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.briefkeuzes import toon_leemten, vul_briefkeuzes
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, knop, label, links
from gemeente_pga.ui.screens.paneelplek import Paneelplek
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.screens.signaal_deel import velden_van
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan

UITLEG = (
    "Voor wie geen besluit in een weging of casus heeft: een betrokkene van wie het signaal niet is gewogen, "
    "en naasten. Een brief kan door een huisgenoot worden geopend. Is dat hier een risico?"
)
_LEEG = "Er is nog geen besluit over informeren vastgelegd."
_GEEN_ZIENSWIJZE = "Nog niemand gaf een zienswijze."
_MINDERJARIG = "{naam} is jonger dan zestien en het gezag is niet vastgelegd."
Conceptsleutel = tuple[str, str]
R = TypeVar("R")


class Persoonskaart(Rechtenkaart):
    """What both cards share: the persons, one form at a time, and lists below each other."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.personen: tuple[Persoonskeuze, ...] = ()
        self.plek = Paneelplek(omgeving)
        self.plek.gesloten.connect(self._opnieuw)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Another dossier closes the form."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self.plek.sluit()
        super().toon(r, beeld)
        self.personen = personen(r, beeld.dossier_id)

    def open(
        self,
        paneel: Formulierpaneel,
        veld: str,
        waarden: Mapping[str, object],
        beoordeel: Callable[[Mapping[str, object]], object],
        leg_vast: Callable[..., object],
    ) -> None:
        """Open a form with the persons of this dossier in it."""
        keuze = paneel.vorm.findChild(QtWidgets.QComboBox, f"{paneel.naam}_persoon_idComboBox")
        if isinstance(keuze, QtWidgets.QComboBox):
            vul_keuzes(keuze, [(p.id, f"{p.naam} ({p.rol})") for p in self.personen])
        concept = (CODE, f"{self.beeld.dossier_id if self.beeld else 0}:{veld}")
        self.plek.open(paneel, concept, waarden, beoordeel, leg_vast)
        self._opnieuw()

    def eerste(self) -> int | str:
        """The person to start with: the only one there is."""
        return self.personen[0].id if len(self.personen) == 1 else ""

    def _opnieuw(self) -> None:
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    def _persoon(self, invoer: Mapping[str, object]) -> tuple[Persoonskeuze | None, list[Gebrek]]:
        gekozen = int(str(invoer.get("persoon_id") or 0))
        wie = next((p for p in self.personen if p.id == gekozen), None)
        return wie, [] if wie else [Gebrek("persoon_id", "Kies over wie dit gaat.")]


class Informeerkaart(Persoonskaart):
    """Decisions and deliveries, and who holds authority over a minor."""

    titel = "Informeren en bezorgen"
    wegwijzersleutel = "informeren_persoon"
    velden = frozenset({"informeren_persoon", "bezorging", "gezag", "brief"})
    tabellen = frozenset({"informeerbesluit", "bezorging", "gezag"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        kader = omgeving.kader
        self.minderjarig = label("", "gebrek")
        self.termijn = label("")
        self.termijn.setObjectName("informeertermijn")
        self.besluiten = _lijst(
            "informeerbesluiten",
            "Besluiten over informeren",
            [
                Kolom[Besluitregel]("Wie", lambda b: b.persoon, rek=True),
                Kolom[Besluitregel]("Besluit", lambda b: kader.label("informeren", b.inhoud.informeren)),
                Kolom[Besluitregel]("Op", lambda b: datum_kort(b.inhoud.besloten_op)),
                Kolom[Besluitregel]("Stand", _stand, rek=True),
            ],
        )
        self.leeg = label(_LEEG, "stil")
        self.bezorgingen = _lijst(
            "bezorgingen",
            "Bezorging van berichten",
            [
                Kolom[Bezorgregel]("Over", lambda b: b.persoon, rek=True),
                Kolom[Bezorgregel]("Hoe", lambda b: kader.label("bezorging", b.inhoud.wijze), rek=True),
                Kolom[Bezorgregel]("Aan", lambda b: b.inhoud.aan, rek=True),
                Kolom[Bezorgregel]("Huisgenoten", lambda b: dict(HUISGENOTEN)[b.inhoud.huisgenoten]),
                Kolom[Bezorgregel](
                    "Bezorgd", lambda b: datum_kort(b.inhoud.gedaan_op) if b.inhoud.gedaan_op else "Nog niet"
                ),
            ],
        )
        self.besluitknop = knop("&Informeerbesluit …", self.besluit, naam="knop_informeren_persoon")
        self.bezorgknop = knop("Be&zorging …", self.bezorging, naam="knop_bezorging")
        self.gezagknop = knop("&Gezag …", self.gezag, naam="knop_gezag")
        self.briefknop = knop("Brie&f maken …", self.brief, naam="knop_brief")
        uitleg = label(UITLEG, "stil")
        for deel in (uitleg, self.termijn, self.minderjarig, self.besluiten, self.leeg, self.bezorgingen):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.besluitknop, self.bezorgknop, self.briefknop, self.gezagknop))
        self.inhoud.addWidget(self.plek)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """What was decided and delivered."""
        super().toon(r, beeld)
        vandaag = self.omgeving.vandaag()
        kader = self.omgeving.kader_van_dossier(beeld.dossier_id)
        stand = betrokkene_stand(r, beeld.dossier_id)
        zin = standzin(kader, stand, vandaag)
        self.termijn.setText(f"Over de betrokkene. {zin}" if stand.informeren else zin)
        self.termijn.setVisible(bool(zin))
        zonder = [p for p in self.personen if is_onder_zestien(p.geboortedatum, vandaag) and not p.gezag]
        self.minderjarig.setText(" ".join(_MINDERJARIG.format(naam=p.naam) for p in zonder))
        self.minderjarig.setVisible(bool(zonder))
        regels = besluiten(r, beeld.dossier_id)
        _vul(self.besluiten, regels)
        self.leeg.setVisible(not (regels or stand.informeren))
        _vul(self.bezorgingen, bezorgingen(r, beeld.dossier_id))
        vrij = self.plek.paneel is None and not self.omgeving.alleen_kijken
        self.besluitknop.setVisible(vrij)
        self.bezorgknop.setVisible(vrij)
        self.briefknop.setVisible(vrij)
        self.gezagknop.setVisible(vrij and bool(zonder))

    def naar_onderdeel(self, veld: str) -> bool:
        """A form, or the card of a row."""
        tabel, _, rij = veld.partition(":")
        vormen = {"informeren_persoon": self.besluit, "bezorging": self.bezorging, "gezag": self.gezag}
        vormen["brief"] = self.brief
        if tabel not in vormen and tabel != "informeerbesluit":
            return False
        if not rij and tabel in vormen and not self.omgeving.alleen_kijken:
            if self.plek.paneel is None:
                vormen[tabel]()
        else:
            self.besluiten.setFocus()
        return True

    def besluit(self) -> None:
        """Tell this person, later or not."""
        omgeving, ontwerp = self.omgeving, Ui_Informeerbesluit()
        paneel = self.plek.maak("Besluit over informeren", ontwerp, naam="informeerbesluit")
        kader = omgeving.kader
        vul_keuzes(ontwerp.informerenKeuzeGroep, kader.codelijst("informeren"))
        vul_keuzes(ontwerp.informeren_grondslagComboBox, kader.codelijst("reden_uitstel_informeren"))
        vul_keuzes(ontwerp.geinformeerd_hoeComboBox, kader.codelijst("geinformeerd_hoe"))

        def beoordeel(invoer: Mapping[str, object]) -> tuple[int, Persoonsbesluit] | list[Gebrek]:
            wie, gebreken = self._persoon(invoer)
            uit = beoordeel_persoonsbesluit(invoer, kader, omgeving.vandaag())
            if isinstance(uit, list):
                return [*gebreken, *uit]
            return (wie.id, uit) if wie else gebreken

        def leg_vast(wat: tuple[int, Persoonsbesluit], concept: Conceptsleutel) -> None:
            handelingen.decide_persoon(omgeving.store, *wat, concept=concept)
            omgeving.window.meld("Het besluit over informeren is vastgelegd.")

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden |= {"persoon_id": self.eerste(), "besloten_op": omgeving.vandaag()}
        waarden |= {"informeren_opnieuw_op": None, "geinformeerd_op": None}
        self.open(paneel, "informeren_persoon", waarden, beoordeel, leg_vast)

    def bezorging(self) -> None:
        """How something reaches this person."""
        omgeving, ontwerp = self.omgeving, Ui_Bezorging()
        paneel = self.plek.maak("Bezorging", ontwerp, naam="bezorging")
        vul_keuzes(ontwerp.wijzeComboBox, omgeving.kader.codelijst("bezorging"))
        vul_keuzes(ontwerp.huisgenotenKeuzeGroep, HUISGENOTEN)

        def beoordeel(invoer: Mapping[str, object]) -> tuple[int, Bezorging] | list[Gebrek]:
            wie, gebreken = self._persoon(invoer)
            vandaag = omgeving.vandaag()
            jong = wie is not None and is_onder_zestien(wie.geboortedatum, vandaag)
            uit = beoordeel_bezorging(invoer, omgeving.kader, vandaag, minderjarig=jong)
            if isinstance(uit, list):
                return [*gebreken, *uit]
            return (wie.id, uit) if wie else gebreken

        def leg_vast(wat: tuple[int, Bezorging], concept: Conceptsleutel) -> None:
            handelingen.record_bezorging(omgeving.store, *wat, concept=concept)
            omgeving.window.meld("De bezorging is vastgelegd.")

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden |= {"persoon_id": self.eerste(), "gedaan_op": None}
        self.open(paneel, "bezorging", waarden, beoordeel, leg_vast)

    def brief(self) -> None:
        """To this person or to who holds authority: that data are kept, or that the approach has ended."""
        omgeving, ontwerp = self.omgeving, Ui_Brief()
        paneel = self.plek.maak("Brief", ontwerp, naam="persoonsbrief")
        vul_briefkeuzes(ontwerp, PERSOONSBRIEVEN)
        with omgeving.store.reader() as r:
            toon_leemten(paneel, leemten_over(r, self.beeld.dossier_id if self.beeld else 0))

        def beoordeel(invoer: Mapping[str, object]) -> tuple[int, Briefopdracht] | list[Gebrek]:
            wie, gebreken = self._persoon(invoer)
            with omgeving.store.reader() as r:
                getekend = mandaten_van_dossier(r, self.beeld.dossier_id if self.beeld else 0)
            vandaag = omgeving.vandaag()
            uit = beoordeel_brief(invoer, vandaag, soorten=PERSOONSBRIEVEN, mandaten=getekend)
            if isinstance(uit, list):
                return [*gebreken, *uit]
            return (wie.id, uit) if wie else gebreken

        def leg_vast(wat: tuple[int, Briefopdracht], concept: Conceptsleutel) -> None:
            dossier_id = self.beeld.dossier_id if self.beeld else 0
            kader = omgeving.kader_van_dossier(dossier_id)
            write_persoonsbrief(omgeving.store, *wat, kader, concept=concept)
            zin = (
                "De brief is gemaakt. U vindt hem bij Documenten. Leg bij Bezorging vast wanneer hij aankwam."
            )
            maak_af(omgeving, lambda: omgeving.window.meld(zin))

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden |= {"persoon_id": self.eerste(), "soort": PERSOONSBRIEVEN[0]}
        self.open(paneel, "brief", waarden, beoordeel, leg_vast)

    def gezag(self) -> None:
        """Who holds authority over the first minor for whom that is not known."""
        omgeving, ontwerp = self.omgeving, Ui_Gezag()
        vandaag = omgeving.vandaag()
        jong = [p for p in self.personen if is_onder_zestien(p.geboortedatum, vandaag) and not p.gezag]
        if not jong:
            return
        paneel = self.plek.maak(f"Gezag over {jong[0].naam}", ontwerp, naam="gezag")
        vul_keuzes(ontwerp.hoedanigheidComboBox, omgeving.kader.codelijst("hoedanigheid_gezag"))

        def leg_vast(gezag: Gezag, concept: Conceptsleutel) -> None:
            register_gezag(omgeving.store, jong[0].id, gezag, concept=concept)
            omgeving.window.meld("Het gezag is vastgelegd.")

        waarden = dict.fromkeys(paneel.formulier.velden(), "")
        beoordeel = partial(beoordeel_gezag, kader=omgeving.kader, vandaag=vandaag)
        self.open(paneel, "gezag", waarden, beoordeel, leg_vast)


class Zienswijzekaart(Persoonskaart):
    """What persons said about it, and what was done with it."""

    titel = "Zienswijze"
    wegwijzersleutel = "informeren_persoon"
    velden = frozenset({"zienswijze"})
    tabellen = frozenset({"zienswijze"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.lijst = _lijst(
            "zienswijzen",
            "Zienswijzen",
            [
                Kolom[Zienswijzeregel]("Van", lambda z: z.persoon, rek=True),
                Kolom[Zienswijzeregel]("Ontvangen", lambda z: datum_kort(z.inhoud.ontvangen_op)),
                Kolom[Zienswijzeregel]("Zegt", lambda z: z.inhoud.tekst.partition("\n")[0], rek=True),
                Kolom[Zienswijzeregel]("Reactie", lambda z: z.inhoud.reactie or "Nog geen", rek=True),
            ],
        )
        self.lijst.geopend.connect(self.begin)
        self.leeg = label(_GEEN_ZIENSWIJZE, "stil")
        self.nieuwknop = knop("Zienswijze vas&tleggen …", self.begin, naam="knop_zienswijze")
        for deel in (self.lijst, self.leeg):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.nieuwknop))
        self.inhoud.addWidget(self.plek)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """What was said."""
        super().toon(r, beeld)
        regels = zienswijzen(r, beeld.dossier_id)
        _vul(self.lijst, regels)
        self.leeg.setVisible(not regels)
        self.nieuwknop.setVisible(self.plek.paneel is None and not self.omgeving.alleen_kijken)

    def naar_onderdeel(self, veld: str) -> bool:
        """The form for a new one, or one that is there."""
        tabel, _, rij = veld.partition(":")
        if tabel != "zienswijze":
            return False
        if rij.isdigit() and self.lijst.kies(int(rij)):
            self.lijst.setFocus()
        elif self.plek.paneel is None and not self.omgeving.alleen_kijken:
            self.begin()
        return True

    def begin(self, regel: Zienswijzeregel | None = None) -> None:
        """A new one, or the answer to one that is there."""
        if self.omgeving.alleen_kijken:
            return
        omgeving, ontwerp = self.omgeving, Ui_Zienswijze()
        paneel = self.plek.maak("Zienswijze", ontwerp, naam="zienswijze")
        vul_keuzes(ontwerp.wijzeComboBox, WIJZEN)

        def beoordeel(invoer: Mapping[str, object]) -> tuple[int, Zienswijze] | list[Gebrek]:
            wie, gebreken = self._persoon(invoer)
            uit = beoordeel_zienswijze(invoer, omgeving.kader, omgeving.vandaag())
            if isinstance(uit, list):
                return [*gebreken, *uit]
            return (wie.id, uit) if wie else gebreken

        def leg_vast(wat: tuple[int, Zienswijze], concept: Conceptsleutel) -> None:
            if regel is None:
                handelingen.record_zienswijze(omgeving.store, *wat, concept=concept)
            else:
                handelingen.answer_zienswijze(omgeving.store, regel.id, wat[1], concept=concept)
            omgeving.window.meld("De zienswijze is vastgelegd.")

        waarden: dict[str, object] = dict.fromkeys(paneel.formulier.velden(), "")
        waarden |= {"persoon_id": self.eerste(), "ontvangen_op": omgeving.vandaag(), "besproken_op": None}
        if regel is not None:
            waarden = {**velden_van(regel.inhoud), "persoon_id": regel.persoon_id}
        self.open(paneel, f"zienswijze:{regel.id}" if regel else "zienswijze", waarden, beoordeel, leg_vast)


def _stand(regel: Besluitregel) -> str:
    besluit = regel.inhoud
    if besluit.geinformeerd_op is not None:
        return f"Geïnformeerd op {datum_kort(besluit.geinformeerd_op)}"
    if besluit.informeren_opnieuw_op is not None:
        return f"Opnieuw bekijken op {datum_kort(besluit.informeren_opnieuw_op)}"
    return "Nog te informeren"


def _vul(lijst: Lijst, rijen: tuple[object, ...]) -> None:
    lijst.toon(rijen)
    pas_hoogte_aan(lijst, len(rijen))
    lijst.setVisible(bool(rijen))


def _lijst(naam: str, uitleg: str, kolommen: Sequence[Kolom[R]]) -> Lijst:
    lijst = Lijst()
    lijst.setObjectName(naam)
    lijst.setAccessibleName(uitleg)
    lijst.stel_in(kolommen, sleutel=lambda regel: getattr(regel, "id", None))
    return lijst

# SPDX-License-Identifier: EUPL-1.2
"""How long this dossier is kept, what was decided about that, and what stops its destruction."""

from collections.abc import Mapping
from functools import partial

from gemeente_pga.domain.bewaartermijn import GeenDatum, Uitkomst, Vernietigingsdatum, describe_uitkomst
from gemeente_pga.domain.bewaren import (
    GEEN_EINDDATUM,
    WAARDERING,
    Bewaarkeuze,
    Bewaring,
    Opheffing,
    Opschorting,
    Opschortingregel,
    Verlenging,
    beletselen,
    beoordeel_bewaring,
    beoordeel_opheffing,
    beoordeel_opschorting,
    beoordeel_verlenging,
    latest_look,
)
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.handelingen import bewaren as handelingen
from gemeente_pga.store.queries.bewaren import Bewaarstand, bewaarstand, opschortingen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_bewaarverlenging import Ui_Bewaarverlenging
from gemeente_pga.ui.forms.ui_bewaren import Ui_Bewaren
from gemeente_pga.ui.forms.ui_opheffing import Ui_Opheffing
from gemeente_pga.ui.forms.ui_opschorting import Ui_Opschorting
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import (
    CODE,
    Beeld,
    Feitenlijst,
    Koppelingen,
    knop,
    label,
    links,
)
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.tabvolgorde import focus_vorm

LOOPT = "De bewaartermijn begint na het afsluiten. Tot die tijd is er geen einddatum."
NIETS_ZELF = "Het programma vernietigt niets vanzelf. Dat doet u, met een machtiging."
Conceptsleutel = tuple[str, str]


class Bewaarkaart(Rechtenkaart):
    """The term of a dossier: one sentence, what was decided, what stops destroying, and a form at a time."""

    titel = "Bewaren en vernietigen"
    wegwijzersleutel = "bewaren"
    velden = frozenset({"bewaren", "opschorting"})
    tabellen = frozenset({"bewaring", "bewaarverlenging", "opschorting", "vaststelling", "kaderwaarde"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.zin = label("")
        self.zin.setObjectName("bewaarzin")
        self.feiten = Feitenlijst()
        self.belet = Koppelingen()
        self.belet.gekozen.connect(self.naar)
        self.lijst = self._maak_lijst()
        for deel in (self.zin, self.feiten, self.belet, self.lijst, label(NIETS_ZELF, "stil")):
            self.inhoud.addWidget(deel)
        self.stelknop = knop("&Bewaring vaststellen", self.begin, icoon="archive", naam="knop_bewaren")
        self.langerknop = knop("&Langer bewaren", self.verleng, naam="knop_langer")
        self.wachtknop = knop("Vernietigen op&schorten", self.schort_op, icoon="hand", naam="knop_opschorten")
        self.hefknop = knop("Opschorting op&heffen", self._hef_gekozen, naam="knop_opheffen")
        self.inhoud.addLayout(links(self.stelknop, self.langerknop, self.wachtknop, self.hefknop))
        self.paneel: Formulierpaneel | None = None
        self.stand: Bewaarstand | None = None

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """Where keeping this dossier stands; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self.sluit()
        super().toon(r, beeld)
        self.stand = stand = bewaarstand(r, beeld.dossier_id)
        nu = stand.bewaring
        self.zin.setText(_zin(stand.uitkomst, nu, loopt=stand.feiten.loopt))
        self.feiten.toon(self._feiten(nu) if nu else ())
        self.belet.toon(beletselen(stand.feiten, self.omgeving.vandaag()) if nu else ())
        regels = opschortingen(r, beeld.dossier_id)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self._schik(loopt=any(regel.opheffing is None for regel in regels))

    def naar_onderdeel(self, veld: str) -> bool:
        """The card; a suspension opens the form that ends it."""
        tabel, _, rij = veld.partition(":")
        if veld not in self.velden and tabel not in self.tabellen:
            return False
        if tabel == "opschorting" and rij.isdigit() and self.lijst.kies(int(rij)):
            self._hef_gekozen()
        elif self.paneel is None:
            knoppen = (self.stelknop, self.langerknop, self.hefknop, self.wachtknop)
            eerste = next((k for k in knoppen if not k.isHidden()), None)
            if eerste is not None:
                eerste.setFocus()
        return True

    # ---- the forms

    def begin(self) -> None:
        """Which term counts is shown; what is decided is typed."""
        if self.stand is None or not isinstance(self.stand.uitkomst, Vernietigingsdatum):
            return
        ontwerp = Ui_Bewaren()
        paneel = Formulierpaneel(
            self.omgeving,
            "Bewaring vaststellen",
            ontwerp,
            naam="bewaring",
            uitleg=describe_uitkomst(self.stand.uitkomst),
        )
        ontwerp.waarderingKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.waarderingKeuzeGroep, list(WAARDERING.items()))
        omgeving = self.omgeving
        paneel.stel_in(
            lambda invoer: beoordeel_bewaring(invoer, omgeving.kader, omgeving.vandaag()), self._leg_vast
        )
        nu = self.stand.bewaring
        grond = nu.grond if nu else self.stand.uitkomst.vaststelling.grond
        self._open(
            paneel,
            "bewaring",
            {
                "waardering": nu.waardering if nu else "",
                "selectielijst": nu.selectielijst if nu else "",
                "grond": grond,
            },
        )

    def verleng(self) -> None:
        """A later end, with why and by whom."""
        nu = self.stand.bewaring if self.stand else None
        if nu is None or nu.einde is None:
            return
        ontwerp = Ui_Bewaarverlenging()
        paneel = Formulierpaneel(
            self.omgeving,
            "Langer bewaren",
            ontwerp,
            naam="verlenging",
            uitleg=f"De bewaartermijn loopt nu tot {datum_lang(nu.einde)}.",
        )
        omgeving, van = self.omgeving, nu.einde
        vul_keuzes(ontwerp.redenComboBox, omgeving.kader.codelijst("reden_verlenging"))
        paneel.stel_in(
            lambda invoer: beoordeel_verlenging(invoer, omgeving.kader, omgeving.vandaag(), van=van),
            self._leg_verlenging_vast,
        )
        self._open(paneel, "verlenging", {"naar": None, "reden": "", "toelichting": "", "door": ""})

    def schort_op(self) -> None:
        """A claim, an inquiry or a hotspot: destroying waits."""
        ontwerp = Ui_Opschorting()
        paneel = Formulierpaneel(self.omgeving, "Vernietigen opschorten", ontwerp, naam="opschorting")
        omgeving, vandaag = self.omgeving, self.omgeving.vandaag()
        vul_keuzes(ontwerp.redenComboBox, omgeving.kader.codelijst("reden_opschorting"))
        paneel.stel_in(
            lambda invoer: beoordeel_opschorting(invoer, omgeving.kader, omgeving.vandaag()),
            self._leg_opschorting_vast,
        )
        self._open(
            paneel,
            "opschorting",
            {
                "reden": "",
                "toelichting": "",
                "vanaf": vandaag,
                "nakijken_op": latest_look(vandaag, omgeving.kader),
            },
        )

    def hef_op(self, regel: Opschortingregel) -> None:
        """Why it need not wait any more."""
        if regel.opheffing is not None:
            return
        paneel = Formulierpaneel(self.omgeving, "Opschorting opheffen", Ui_Opheffing(), naam="opheffing")
        omgeving = self.omgeving
        paneel.stel_in(
            lambda invoer: beoordeel_opheffing(
                invoer, omgeving.kader, omgeving.vandaag(), vanaf=regel.inhoud.vanaf
            ),
            partial(self._leg_opheffing_vast, regel.id),
        )
        self._open(
            paneel, f"opheffing_{regel.id}", {"opgeheven_op": omgeving.vandaag(), "opgeheven_reden": ""}
        )

    def sluit(self) -> None:
        """Back to the overview."""
        if self.paneel is None:
            return
        self.paneel.ruim_op()
        self.paneel = None
        if self.beeld is not None:
            with self.omgeving.store.reader() as r:
                self.toon(r, self.beeld)

    # ---- recording

    def _leg_vast(self, keuze: Bewaarkeuze, concept: Conceptsleutel) -> None:
        if self.beeld is None:
            return
        omgeving = self.omgeving
        handelingen.set_bewaring(
            omgeving.store,
            self.beeld.dossier_id,
            keuze,
            omgeving.kader,
            op=omgeving.vandaag(),
            concept=concept,
        )
        omgeving.window.meld("De bewaring is vastgesteld.")

    def _leg_verlenging_vast(self, verlenging: Verlenging, concept: Conceptsleutel) -> None:
        if self.beeld is not None:
            omgeving = self.omgeving
            handelingen.extend(
                omgeving.store, self.beeld.dossier_id, verlenging, omgeving.kader, concept=concept
            )
            omgeving.window.meld(f"De bewaartermijn loopt nu tot {datum_kort(verlenging.naar)}.")

    def _leg_opschorting_vast(self, opschorting: Opschorting, concept: Conceptsleutel) -> None:
        if self.beeld is not None:
            handelingen.suspend(self.omgeving.store, self.beeld.dossier_id, opschorting, concept=concept)
            self.omgeving.window.meld("Vernietigen is opgeschort.")

    def _leg_opheffing_vast(self, rij_id: int, opheffing: Opheffing, concept: Conceptsleutel) -> None:
        handelingen.resume(self.omgeving.store, rij_id, opheffing, concept=concept)
        self.omgeving.window.meld("De opschorting is opgeheven.")

    # ---- building

    def _schik(self, *, loopt: bool) -> None:
        """The buttons that fit; none while a form is open or somebody only looks."""
        vrij = self.paneel is None and not self.omgeving.alleen_kijken
        nu = self.stand.bewaring if self.stand else None
        datum = self.stand is not None and isinstance(self.stand.uitkomst, Vernietigingsdatum)
        self.stelknop.setText("&Bewaring wijzigen" if nu else "&Bewaring vaststellen")
        self.stelknop.setVisible(vrij and datum)
        self.langerknop.setVisible(vrij and nu is not None and nu.einde is not None)
        self.wachtknop.setVisible(vrij)
        self.hefknop.setVisible(vrij and loopt)

    def _feiten(self, nu: Bewaring) -> tuple[tuple[str, str], ...]:
        return (
            ("Bewaartermijn", self.omgeving.kader.bewaartermijn(nu.bewaartermijn).onderwerp),
            ("Begint", datum_lang(nu.begin)),
            ("Bewaren tot", datum_lang(nu.einde) if nu.einde else ""),
            ("Waardering", WAARDERING[nu.waardering]),
            ("Selectielijst", nu.selectielijst),
            ("Grond", nu.grond),
        )

    def _open(self, paneel: Formulierpaneel, soort: str, waarden: Mapping[str, object]) -> None:
        self.sluit()
        self.paneel = paneel
        paneel.vastgelegd.connect(self.sluit)
        paneel.terug.connect(self.sluit)
        self.inhoud.addWidget(paneel)
        sleutel = (f"{CODE}_{soort}", str(self.beeld.dossier_id if self.beeld else 0))
        paneel.toon(sleutel, waarden, alleen_lezen=False)
        theme.zet_iconen(paneel)
        self._schik(loopt=False)
        focus_vorm(paneel.vorm)

    def _hef_gekozen(self) -> None:
        """The suspension that is chosen, or the first that runs."""
        open_ = [r for r in self.lijst.rijen() if isinstance(r, Opschortingregel) and r.opheffing is None]
        gekozen = self.lijst.rij()
        if isinstance(gekozen, Opschortingregel) and gekozen.opheffing is None:
            self.hef_op(gekozen)
        elif open_:
            self.hef_op(open_[0])

    def _maak_lijst(self) -> Lijst:
        kader = self.omgeving.kader
        lijst = Lijst(self)
        lijst.setAccessibleName("Waarom vernietigen wacht")
        lijst.stel_in(
            [
                Kolom[Opschortingregel](
                    "Vernietigen wacht op",
                    lambda o: kader.label("reden_opschorting", o.inhoud.reden),
                    rek=True,
                ),
                Kolom[Opschortingregel]("Toelichting", lambda o: o.inhoud.toelichting, rek=True),
                Kolom[Opschortingregel]("Vanaf", lambda o: datum_kort(o.inhoud.vanaf)),
                Kolom[Opschortingregel]("Stand", _stand),
            ],
            sleutel=lambda o: o.id,
        )
        lijst.geopend.connect(self.hef_op)
        return lijst


def _zin(uitkomst: Uitkomst | None, nu: Bewaring | None, *, loopt: bool) -> str:
    """One sentence: until when, or why there is no day."""
    if loopt or uitkomst is None:
        return LOOPT
    if nu is not None:
        if nu.einde is None:
            return "Dit dossier wordt blijvend bewaard."
        return f"Bewaren tot {datum_lang(nu.einde)}."
    if isinstance(uitkomst, GeenDatum) and uitkomst.reden == "niet_vastgesteld":
        return GEEN_EINDDATUM
    return describe_uitkomst(uitkomst)


def _stand(regel: Opschortingregel) -> str:
    if regel.opheffing is not None:
        return f"Opgeheven op {datum_kort(regel.opheffing.opgeheven_op)}"
    return f"Loopt; nakijken op {datum_kort(regel.inhoud.nakijken_op)}"

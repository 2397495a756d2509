# SPDX-License-Identifier: EUPL-1.2
"""What waits at the request of police or OM, and what goes to another municipality."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from gemeente_pga.domain.aanhouding import (
    Aanhouding,
    Aanhoudingregel,
    Einde,
    beoordeel_aanhouding,
    beoordeel_einde,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.overdracht import (
    ANTWOORDEN,
    Aanbod,
    Antwoord,
    Overdrachtregel,
    beoordeel_aanbod,
    beoordeel_antwoord,
)
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen import aanhouding as aanhoudwerk
from gemeente_pga.handelingen import overdracht as overdrachtwerk
from gemeente_pga.store.queries.aanhouding import aanhoudingen, vragers
from gemeente_pga.store.queries.overdracht import over_te_dragen, overdrachten
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_aanhouding import Ui_Aanhouding
from gemeente_pga.ui.forms.ui_aanhouding_einde import Ui_AanhoudingEinde
from gemeente_pga.ui.forms.ui_overdracht import Ui_Overdracht
from gemeente_pga.ui.forms.ui_overdracht_antwoord import Ui_OverdrachtAntwoord
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Beeld
from gemeente_pga.ui.screens.rechten_lijst import Conceptsleutel, Lijstkaart
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.paneel import Formulierpaneel


class Aanhoudingkaart(Lijstkaart):
    """The holds of a dossier."""

    titel = "Wachten op verzoek van politie of OM"
    wegwijzersleutel = "aanhouding"
    velden = frozenset({"aanhouding"})
    tabellen = frozenset({"aanhouding"})
    tabel = "aanhouding"
    uitleg = "Wachten mag alleen op verzoek van politie of Openbaar Ministerie, en altijd tot een dag."
    niets = "In dit dossier wacht niets op verzoek van politie of Openbaar Ministerie."
    nieuw = ("Laten &wachten", "hand")
    einde = "Wachten &beëindigen"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._vragers: tuple[tuple[int, str, str], ...] = ()

    def kolommen(self) -> Sequence[Kolom[Any]]:
        """What, for whom, since when, how it stands."""
        kader = self.omgeving.kader
        return [
            Kolom[Aanhoudingregel]("Wat", lambda a: kader.label("aanhouden_wat", a.inhoud.wat), rek=True),
            Kolom[Aanhoudingregel]("Op verzoek van", lambda a: f"{a.partij} ({a.inhoud.naam})", rek=True),
            Kolom[Aanhoudingregel]("Vanaf", lambda a: datum_kort(a.inhoud.vanaf)),
            Kolom[Aanhoudingregel]("Stand", lambda a: a.stand(self.omgeving.vandaag())),
        ]

    def lees(self, r: Reader, beeld: Beeld) -> tuple[Sequence[Any], str, bool]:
        """The holds, and that one has gone by."""
        self._vragers = vragers(r)
        regels = aanhoudingen(r, beeld.dossier_id)
        vandaag = self.omgeving.vandaag()
        zinnen = [zin for regel in regels if (zin := regel.voorbij(vandaag))]
        return regels, " ".join(zinnen), not beeld.gesloten

    def is_open(self, regel: Any) -> bool:
        """Not ended yet."""
        return isinstance(regel, Aanhoudingregel) and regel.einde is None

    def begin(self) -> None:
        """The form for a new hold."""
        ontwerp = Ui_Aanhouding()
        paneel = Formulierpaneel(self.omgeving, "Wachten op verzoek", ontwerp, naam="aanhouding")
        kader = self.omgeving.kader
        ontwerp.watKeuzeGroep.zet_kolom(True)
        vul_keuzes(ontwerp.watKeuzeGroep, kader.codelijst("aanhouden_wat"))
        vul_keuzes(ontwerp.partij_idComboBox, [(p, naam) for p, naam, _ in self._vragers])
        vul_keuzes(ontwerp.redenComboBox, kader.codelijst("reden_aanhouding"))
        paneel.stel_in(self._beoordeel, self._leg_vast)
        leeg: dict[str, object] = dict.fromkeys(
            ("wat", "partij_id", "naam", "functie", "reden", "toelichting"), ""
        )
        self.open_paneel(paneel, "aanhouding", leeg | {"vanaf": self.omgeving.vandaag(), "tot": None})

    def beantwoord(self, regel: Any) -> None:
        """The form for how it goes on after this hold."""
        if not self.is_open(regel):
            return
        titel = f"Wachten sinds {datum_kort(regel.inhoud.vanaf)} beëindigen"
        paneel = Formulierpaneel(self.omgeving, titel, Ui_AanhoudingEinde(), naam="aanhoudingeinde")
        paneel.stel_in(partial(self._beoordeel_einde, regel.inhoud), partial(self._leg_einde_vast, regel.id))
        waarden = {"beeindigd_op": self.omgeving.vandaag(), "vervolg": ""}
        self.open_paneel(paneel, "aanhouding_einde", waarden)

    def _beoordeel(self, invoer: Mapping[str, object]) -> Aanhouding | list[Gebrek]:
        omgeving = self.omgeving
        soorten = {partij_id: soort for partij_id, _naam, soort in self._vragers}
        return beoordeel_aanhouding(invoer, omgeving.kader, omgeving.vandaag(), partijen=soorten)

    def _leg_vast(self, aanhouding: Aanhouding, concept: Conceptsleutel) -> None:
        if self.beeld is not None:
            aanhoudwerk.begin(self.omgeving.store, self.beeld.dossier_id, aanhouding, concept=concept)
            self.omgeving.window.meld(f"Dit wacht tot en met {datum_kort(aanhouding.tot)}.")

    def _beoordeel_einde(self, hold: Aanhouding, invoer: Mapping[str, object]) -> Einde | list[Gebrek]:
        omgeving = self.omgeving
        return beoordeel_einde(invoer, omgeving.kader, omgeving.vandaag(), vanaf=hold.vanaf)

    def _leg_einde_vast(self, aanhouding_id: int, einde: Einde, concept: Conceptsleutel) -> None:
        aanhoudwerk.end(self.omgeving.store, aanhouding_id, einde, concept=concept)
        self.omgeving.window.meld("Het wachten is beëindigd, met het vervolg.")


class Overdrachtkaart(Lijstkaart):
    """What goes to another municipality, and whether it confirmed receipt."""

    titel = "Overdragen aan een andere gemeente"
    wegwijzersleutel = "overdracht"
    velden = frozenset({"overdracht"})
    tabellen = frozenset({"overdracht", "casus", "signaal"})
    tabel = "overdracht"
    uitleg = "Een overdracht is klaar als de andere gemeente de ontvangst heeft bevestigd."
    niets = "Er is niets overgedragen."
    nieuw = ("Over&dracht aanbieden", "share-2")
    einde = "Ant&woord vastleggen"

    def kolommen(self) -> Sequence[Kolom[Any]]:
        """To whom, what, when, how it stands."""
        return [
            Kolom[Overdrachtregel]("Gemeente", lambda o: o.inhoud.gemeente, rek=True),
            Kolom[Overdrachtregel]("Wat", lambda o: o.inhoud.inhoud, rek=True),
            Kolom[Overdrachtregel]("Aangeboden op", lambda o: datum_kort(o.inhoud.aangeboden_op)),
            Kolom[Overdrachtregel]("Stand", lambda o: o.stand),
        ]

    def lees(self, r: Reader, beeld: Beeld) -> tuple[Sequence[Any], str, bool]:
        """The offers, and that one was not answered."""
        regels = overdrachten(r, beeld.dossier_id)
        wacht = any(self.is_open(regel) for regel in regels)
        zin = "De andere gemeente heeft nog niet bevestigd. Tot die tijd blijft de casus hier."
        return regels, zin if wacht else "", over_te_dragen(r, beeld.dossier_id) is not None

    def is_open(self, regel: Any) -> bool:
        """Not answered yet."""
        return isinstance(regel, Overdrachtregel) and regel.antwoord is None

    def begin(self) -> None:
        """The form for a new offer."""
        ontwerp = Ui_Overdracht()
        paneel = Formulierpaneel(self.omgeving, "Overdracht aanbieden", ontwerp, naam="overdracht")
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        gronden = [(g.code, g.naam) for g in kader.grondslagen("geven", "gemeente", op=vandaag)]
        vul_keuzes(ontwerp.grondslagComboBox, gronden)
        paneel.stel_in(lambda invoer: beoordeel_aanbod(invoer, kader, vandaag), self._leg_vast)
        leeg: dict[str, object] = dict.fromkeys(("gemeente", "contact", "grondslag", "inhoud"), "")
        self.open_paneel(paneel, "overdracht", leeg | {"aangeboden_op": vandaag})

    def beantwoord(self, regel: Any) -> None:
        """The form for the answer of the other municipality."""
        if not self.is_open(regel):
            return
        ontwerp = Ui_OverdrachtAntwoord()
        titel = f"Antwoord van {regel.inhoud.gemeente}"
        paneel = Formulierpaneel(self.omgeving, titel, ontwerp, naam="overdrachtantwoord")
        vul_keuzes(ontwerp.antwoordKeuzeGroep, list(ANTWOORDEN.items()))
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        aangeboden = regel.inhoud.aangeboden_op
        paneel.stel_in(
            lambda invoer: beoordeel_antwoord(invoer, kader, vandaag, aangeboden_op=aangeboden),
            partial(self._leg_antwoord_vast, regel.id),
        )
        waarden = {"antwoord": "", "antwoord_op": vandaag, "bevestigd_door": "", "geweigerd_reden": ""}
        self.open_paneel(paneel, "overdracht_antwoord", waarden)

    def _leg_vast(self, aanbod: Aanbod, concept: Conceptsleutel) -> None:
        if self.beeld is not None:
            overdrachtwerk.offer(self.omgeving.store, self.beeld.dossier_id, aanbod, concept=concept)
            self.omgeving.window.meld("Het aanbod is vastgelegd. Tot de bevestiging blijft de casus hier.")

    def _leg_antwoord_vast(self, overdracht_id: int, antwoord: Antwoord, concept: Conceptsleutel) -> None:
        overdrachtwerk.answer(self.omgeving.store, overdracht_id, antwoord, concept=concept)
        gezegd = "De ontvangst is bevestigd." if antwoord.bevestigd_op else "De weigering is vastgelegd."
        self.omgeving.window.meld(gezegd)

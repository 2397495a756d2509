# SPDX-License-Identifier: EUPL-1.2
"""Three cards of Overzicht that only show: meetings with their open actions, signals, wegingen."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from gemeente_pga.domain import stappen
from gemeente_pga.domain.casus import Casus
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.stukken import actienummer
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.overleg import Actieregel, open_acties, overleggen_van_casus
from gemeente_pga.store.queries.signaal import Signaalregel
from gemeente_pga.store.queries.weging import Wegingkop
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import Feitenlijst, dag, knop, label, links
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan


class Overlegkaart(Kaart):
    """The last meeting, the next one, and what is still to be done."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Overleg en open acties")
        self.omgeving = omgeving
        self.feiten = Feitenlijst()
        self.leeg = label("Er staan geen acties open.", "stil")
        self.lijst = _lijst(
            "Open acties",
            [
                Kolom[Actieregel]("Nr.", lambda a: actienummer(a.overleg, a.volgnummer)),
                Kolom[Actieregel]("Wat", lambda a: a.inhoud.wat, rek=True),
                Kolom[Actieregel]("Wie", lambda a: a.inhoud.wie),
                Kolom[Actieregel]("Vóór", lambda a: _voor(a, omgeving.vandaag())),
                Kolom[Actieregel]("Stand", lambda a: omgeving.kader.woord("actiestatus", a.status)),
            ],
        )
        for deel in (self.feiten, self.lijst, self.leeg):
            self.inhoud.addWidget(deel)

    def maak_leeg(self) -> None:
        """No meetings and no actions."""
        self.feiten.toon(())
        self.lijst.toon(())

    def toon(self, r: Reader, casus: Casus) -> None:
        """What the meetings of this casus leave to be done."""
        keren = overleggen_van_casus(r, casus.id)
        gehouden = next((o for o in keren if o.status != "voorbereiding"), None)
        gepland = next((o for o in reversed(keren) if o.status == "voorbereiding"), None)
        self.feiten.toon(
            [
                ("Laatste overleg", _overleg(gehouden) if gehouden else "Nog geen overleg gehouden"),
                ("Volgend overleg", _overleg(gepland) if gepland else ""),
            ]
        )
        acties = open_acties(r, casus.id)
        self.lijst.toon(acties)
        self.lijst.setVisible(bool(acties))
        self.leeg.setVisible(not acties)
        pas_hoogte_aan(self.lijst, len(acties))


class Signalenkaart(Kaart):
    """Every signal of the dossier; Enter opens one."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Signalen")
        woord = partial(_woord, omgeving)
        self.lijst = _lijst(
            "Signalen in dit dossier",
            [
                Kolom[Signaalregel]("Ontvangen", lambda s: datum_kort(read_moment(s.ontvangen_op))),
                Kolom[Signaalregel]("Soort", lambda s: woord("signaalsoort", s.soort)),
                Kolom[Signaalregel]("Van", lambda s: s.bron or woord("bron_soort", s.bron_soort), rek=True),
                Kolom[Signaalregel]("Stand", lambda s: stappen.label("signaal", s.status)),
            ],
        )
        self.lijst.geopend.connect(lambda s: omgeving.window.open("signaal", s.id))
        self.inhoud.addWidget(self.lijst)

    def toon(self, signalen: Sequence[Signaalregel]) -> None:
        """These, in full."""
        self.lijst.toon(signalen)
        pas_hoogte_aan(self.lijst, len(signalen))


class Wegingenkaart(Kaart):
    """Every weging of the dossier; Enter opens one. Not there as long as there is none."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__("Wegingen")
        woord = partial(_woord, omgeving)
        self.lijst = _lijst(
            "Wegingen in dit dossier",
            [
                Kolom[Wegingkop]("Datum", lambda w: datum_kort(w.datum)),
                Kolom[Wegingkop](
                    "Besluit", lambda w: woord("weegbesluit", w.besluit) or "Nog geen besluit", rek=True
                ),
                Kolom[Wegingkop]("Stand", _stand),
            ],
        )
        self.lijst.geopend.connect(lambda w: omgeving.window.open("weging", w.id))
        self.inhoud.addWidget(self.lijst)
        self._dossier_id: int | None = None
        self.vergelijkknop = knop(
            "Beoordelingen vergeli&jken",
            lambda: omgeving.window.open("weging_vergelijking", self._dossier_id),
            icoon="copy",
            naam="knop_vergelijken",
        )
        self.inhoud.addLayout(links(self.vergelijkknop))

    def toon(self, wegingen: Sequence[Wegingkop], dossier_id: int, beoordelingen: int) -> None:
        """These, in full; with two that are vastgesteld, reviews included, they can be laid side by side."""
        self._dossier_id = dossier_id
        self.lijst.toon(wegingen)
        pas_hoogte_aan(self.lijst, len(wegingen))
        self.vergelijkknop.setVisible(beoordelingen > 1)
        self.setVisible(bool(wegingen))


def _woord(omgeving: Omgeving, lijst: str, code: str) -> str:
    """In the words of the kader as it is when this is shown."""
    return omgeving.kader.woord(lijst, code)


def _stand(weging: Wegingkop) -> str:
    if weging.overgenomen:
        return "Overgenomen"
    return "Vastgesteld" if weging.status == "vastgesteld" else "Concept"


def _lijst(naam: str, kolommen: list[Kolom[Any]]) -> Lijst:
    lijst = Lijst()
    lijst.setAccessibleName(naam)
    lijst.stel_in(kolommen, sleutel=lambda rij: rij.id)
    return lijst


def _overleg(kop: Any) -> str:
    """Date, number and how far its minutes are."""
    stand = {
        "voorbereiding": "in voorbereiding",
        "concept": "verslag in concept",
        "ter_reactie": "verslag ter reactie",
        "vastgesteld": "verslag vastgesteld",
    }[kop.status]
    return f"{dag(kop.inhoud.datum)} ({kop.nummer}, {stand})"


def _voor(actie: Actieregel, vandaag: date) -> str:
    voor = actie.inhoud.voor
    if voor is None:
        return "–"
    return f"{datum_kort(voor)} – te laat" if voor < vandaag else datum_kort(voor)

# SPDX-License-Identifier: EUPL-1.2
"""What every part of the weging screen is: it shows a Weegblad, keeps typing, and records by its own act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.informatie import InformatieItem, Signaaldeel
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.weegregels import Omstandigheden, ontbreekt
from gemeente_pga.domain.weging import Weging
from gemeente_pga.store.queries.informatie import eerder_ingebracht, informatie_van_weging, signaaldelen
from gemeente_pga.store.queries.inrichting import PartijRij, partijen
from gemeente_pga.store.queries.kader import kader_van
from gemeente_pga.store.queries.weging import (
    EerderOordeel,
    Feit,
    Vraag,
    Weegkop,
    Weegsignaal,
    eerdere_oordelen,
    feiten,
    gestelde_vraag,
    omstandigheden,
    weegkop,
    weegsignalen,
)
from gemeente_pga.store.queries.weging import weging as lees_weging
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.formulierdeel import snelvastleggen, zet_alleen_lezen

CONCEPT = "weging"


@dataclass(frozen=True)
class Weegblad:
    """Everything the screen shows about one weging, read at once."""

    weging: Weging
    kader: Kader
    kop: Weegkop
    items: tuple[InformatieItem, ...]
    feiten: tuple[Feit, ...]
    signalen: tuple[Weegsignaal, ...]
    signaaldelen: tuple[Signaaldeel, ...]
    partijen: tuple[PartijRij, ...]
    eerder: tuple[EerderOordeel, ...]
    eerder_ingebracht: tuple[InformatieItem, ...]
    gevraagd: Vraag | None
    rond: Omstandigheden
    ontbreekt: tuple[Ontbreekt, ...]

    @property
    def alleen_lezen(self) -> bool:
        """What is vastgesteld does not change any more."""
        return self.weging.status == "vastgesteld"

    @property
    def ontvangen(self) -> date | None:
        """The day on which the last of the signals that are weighed came in."""
        gekozen = {*self.weging.signaal_ids}
        return max(
            (read_moment(s.ontvangen_op).date() for s in self.signalen if s.id in gekozen), default=None
        )

    def partijnaam(self, partij_id: int) -> str:
        """The name of a party."""
        return next((rij.partij.naam for rij in self.partijen if rij.id == partij_id), "")


def lees_blad(r: Reader, weging_id: int, nu: Kader) -> Weegblad | None:
    """Read it all; None when there is no such weging. Under the kader of its day, not always that of now."""
    weging, kop = lees_weging(r, weging_id), weegkop(r, weging_id)
    if weging is None or kop is None:
        return None
    kader = nu if kop.kader_sha256 == nu.sha256 else kader_van(r, weging.kader_id)
    rond = omstandigheden(r, weging_id)
    vast = weging.status == "vastgesteld"
    return Weegblad(
        weging=weging,
        kader=kader,
        kop=kop,
        items=informatie_van_weging(r, weging_id),
        feiten=feiten(r, weging_id),
        signalen=weegsignalen(r, weging.dossier_id, weging_id),
        signaaldelen=() if vast else signaaldelen(r, weging_id, kader),
        partijen=partijen(r),
        eerder=eerdere_oordelen(r, weging_id),
        eerder_ingebracht=() if vast else eerder_ingebracht(r, weging_id),
        gevraagd=None if vast else gestelde_vraag(r, weging_id),
        rond=rond,
        ontbreekt=() if vast else ontbreekt(weging, rond, kader),
    )


class Deel(QtWidgets.QWidget):
    """One part. It has one Formulier, or several when it holds rows."""

    wegwijzersleutel: ClassVar[str] = ""
    klaar = QtCore.Signal(str)
    """recorded; the sentence to say. The screen may go on to the next part."""
    ga_naar = QtCore.Signal(str)
    """the user wants to see another part: "onderdeel" or "onderdeel.veld\""""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.blad: Weegblad | None = None

    def toon(self, blad: Weegblad) -> None:
        """Show this; typing that was not recorded stays."""
        self.blad = blad

    def naar(self, veld: str) -> None:
        """Put the focus where this field is answered; "veld:rij" is the field of that row."""
        veld, _, rij = veld.partition(":")
        for formulier in self.formulieren_bij(int(rij)) if rij.isdigit() else self.formulieren():
            if veld in formulier.velden():
                formulier.focus(veld)
                return
        self.eerste_veld()

    def eerste_veld(self) -> None:
        """Put the focus where one begins in this part."""

    def formulieren(self) -> Sequence[Formulier]:
        """The forms of this part."""
        return ()

    def formulieren_bij(self, rij_id: int) -> Sequence[Formulier]:
        """The form of this row, in a part that has rows; opened when it was not."""
        return self.formulieren()

    def vastleggen(self) -> None:
        """Judge and record."""

    def is_vuil(self) -> bool:
        """Typed and not recorded?"""
        return any(formulier.vuil for formulier in self.formulieren())

    def concept(self, *delen: object) -> tuple[str, str]:
        """The place of the typing of this part."""
        weging_id = self.blad.weging.id if self.blad else 0
        return CONCEPT, ":".join(str(d) for d in (weging_id, *delen))

    def vul(self, formulier: Formulier, waarden: dict[str, object], concept: tuple[str, str]) -> None:
        """Fill a form with what was recorded, and put typing that was kept on top of it."""
        formulier.zet_concept(concept)
        if not formulier.vuil:
            formulier.vul(waarden)
            if self.blad is not None and not self.blad.alleen_lezen:
                formulier.herstel_concept()

    def maak_snel(self, knop: QtWidgets.QAbstractButton) -> None:
        """The button records, and so does Ctrl+Enter."""
        knop.clicked.connect(self.vastleggen)
        self.snel = snelvastleggen(self, self.vastleggen, knop.text())

    def zet_leesbaar(self, knoppen: Sequence[QtWidgets.QWidget]) -> None:
        """Read-only when vastgesteld: fields greyed, these widgets gone."""
        vast = self.blad is not None and self.blad.alleen_lezen
        for formulier in self.formulieren():
            zet_alleen_lezen(formulier, vast)
        for knop in knoppen:
            knop.setVisible(not vast)
        self.snel.setEnabled(not vast)

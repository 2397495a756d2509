# SPDX-License-Identifier: EUPL-1.2
"""What the parts of the screen overleg have in common: one look at the meeting, and filling a form safely."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from gemeente_pga.domain.document import Documentkop
from gemeente_pga.domain.overleg import TER_REACTIE, VASTGESTELD, VOORBEREIDING, ZVH
from gemeente_pga.domain.overlegstand import Ontbrekend, Overlegstand
from gemeente_pga.store.queries.overleg import Agendapunt, Overlegkop, Tafelgenoot
from gemeente_pga.store.store import Store
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.rolblad import Rolblad

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CODE = "overleg"
NIET_VASTGELEGD = "Getypt, nog niet vastgelegd."


@dataclass(frozen=True, slots=True)
class Beeld:
    """The meeting as it was read, once for all parts. bespreking_id: the casus that is shown, if one is.

    beperkt: only the part about that casus, of which the dossier is restricted.
    """

    kop: Overlegkop
    punten: tuple[Agendapunt, ...]
    tafel: tuple[Tafelgenoot, ...]
    stand: Overlegstand
    vorig: Overlegkop | None
    stukken: tuple[Documentkop, ...]
    bespreking_id: int | None = None
    beperkt: bool = False

    @property
    def dicht(self) -> bool:
        """Nothing may change any more."""
        return self.kop.status == VASTGESTELD

    @property
    def vast(self) -> bool:
        """The contents may not change: vastgesteld, others are reading them, or they may only be kept."""
        return self.beperkt or self.kop.status in (VASTGESTELD, TER_REACTIE)

    @property
    def voorbereiding(self) -> bool:
        return self.kop.status == VOORBEREIDING

    @property
    def zvh(self) -> bool:
        """The Zorg- en Veiligheidshuis writes the minutes."""
        return self.kop.inhoud.verslag_door == ZVH

    @property
    def punt(self) -> Agendapunt | None:
        """The casus that is shown."""
        return next((p for p in self.punten if p.id == self.bespreking_id), None)

    def nummer(self, bespreking_id: int) -> str:
        """The casus number of an agenda point."""
        return next(p.casusnummer for p in self.punten if p.id == bespreking_id)


class Deel(Rolblad):
    """One part of the screen: a page that scrolls. `naar` opens another part: ("deelnemers", None, "").

    `herlezen`: something was recorded, and the next key may come before the screen reloads by itself.
    """

    naar = QtCore.Signal(str, object, str)
    herlezen = QtCore.Signal()
    gemaakt = QtCore.Signal(object)
    """id of a meeting that was made here"""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self.omgeving = omgeving
        self.beeld: Beeld | None = None
        self.inhoud = QtWidgets.QWidget()

    def plaats(self, indeling: QtWidgets.QVBoxLayout) -> None:
        """Put the page in; what is left of the height goes to the spacer at its foot."""
        self.setWidget(self.inhoud)
        indeling.setStretch(indeling.count() - 1, 1)

    def toon(self, beeld: Beeld) -> None:
        """Show this meeting. Never loses unsaved typing."""
        self.beeld = beeld
        self.vul(beeld)

    def toon_nieuw(self) -> None:
        """Show a meeting that does not exist yet; only the head can."""

    @abstractmethod
    def vul(self, beeld: Beeld) -> None:
        """Fill the widgets."""

    def vastleggen(self) -> None:
        """Record this part (Ctrl+Enter)."""

    def begin(self) -> QtWidgets.QWidget | None:
        """Where the work begins: the focus goes there when this part is opened. None: its first field."""
        return None

    def ga_naar(self, veld: str) -> bool:
        """Put the focus on a field of this part; False when it has no such field."""
        return focus_veld(self, veld)

    def acties(self) -> list[QtGui.QAction]:
        """What can be done here besides recording."""
        return []


def vul_formulier(
    formulier: Formulier, sleutel: str, waarden: "DataclassInstance | Mapping[str, object]"
) -> None:
    """Show a record in its form, or what was typed of it and not recorded."""
    formulier.zet_concept((CODE, sleutel))
    if formulier.vuil:
        return
    formulier.wis_gebreken()
    gegevens = asdict(waarden) if is_dataclass(waarden) else dict(waarden)
    formulier.vul({veld: waarde for veld, waarde in gegevens.items() if veld in formulier.velden()})
    formulier.herstel_concept()


def toon_stand(formulier: Formulier, label: QtWidgets.QLabel) -> None:
    """Say beside the button that something was typed which is not yet recorded."""
    label.setText(NIET_VASTGELEGD if formulier.vuil else "")


def focus_veld(root: QtWidgets.QWidget, veld: str) -> bool:
    """Focus on a field of a form below root, or on the widget of that name; False when there is none."""
    for formulier in root.findChildren(Formulier):
        if veld in formulier.velden():
            formulier.focus(veld)
            return True
    widget = root.findChild(QtWidgets.QWidget, veld) if veld else None
    if not isinstance(widget, QtWidgets.QWidget):
        return False
    widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    return True


_DELEN = {
    "overleg": "de gegevens van het overleg",
    "agenda": "de agenda",
    "deelnemer": "een deelnemer",
    "reacties": "een reactie",
    "bespreking": "de bespreking",
    "voortgang": "de stand van een actie",
    "inbreng": "inbreng",
    "besluit": "een besluit",
    "actie": "een actie",
}


def _getypt(beeld: Beeld, sleutel: str) -> Ontbrekend | None:
    """Typing that waits: which part, and for which casus."""
    soort, _, rest = sleutel.partition(":")
    if soort not in _DELEN:
        return None
    casus = rest.partition(":")[0]
    punt = next((p for p in beeld.punten if str(p.id) == casus), None)
    bij = f"Casus {punt.casusnummer}: u" if punt else "U"
    zin = f"{bij} typte {_DELEN[soort]} en legde dat nog niet vast."
    veld = rest if soort == "deelnemer" else ""
    return Ontbrekend(zin, {"deelnemer": "deelnemers"}.get(soort, soort), veld, punt.id if punt else None)


def getypt_bij(store: Store, beeld: Beeld) -> tuple[Ontbrekend, ...]:
    """Typing on this meeting that waits to be recorded."""
    eigen = f"{beeld.kop.id}:"
    los = [c.sleutel.removeprefix(eigen) for c in store.concepten(CODE) if c.sleutel.startswith(eigen)]
    punten = [_getypt(beeld, sleutel) for sleutel in los]
    wacht = {p.id for p in beeld.punten if p.beperkt}  # that typing can be recorded later, not now
    return tuple(punt for punt in punten if punt is not None and punt.bespreking_id not in wacht)

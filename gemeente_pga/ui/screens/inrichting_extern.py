# SPDX-License-Identifier: EUPL-1.2
"""Inrichting, tab Externe partijen: hired experts and bureaus, with their agreement and its end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from gemeente_pga.domain.extern import Externregel, beoordeel_externe_partij
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.registers import end_externe_partij, record_externe_partij
from gemeente_pga.store.queries.extern import externe_partijen
from gemeente_pga.ui.forms.ui_externe_partij import Ui_ExternePartij
from gemeente_pga.ui.screens.inrichting_register import Conceptsleutel, RegisterDeel
from gemeente_pga.ui.widgets.lijst import Kolom


class ExternDeel(RegisterDeel):
    """The external parties."""

    titel = "Externe partijen"
    wegwijzersleutel = "extern"
    tabellen = frozenset({"externe_partij"})
    naam = "extern"
    uitleg = "Wie hier niet met een lopende overeenkomst in staat, kan als externe partij niets krijgen."
    leeg = "Er is nog geen externe partij vastgelegd."
    nieuw_tekst = "Externe &partij vastleggen …"
    einde_tekst = "Overeenkomst b&eëindigen …"

    def kolommen(self) -> Sequence[Kolom[Any]]:
        """Who, what for, and how it stands."""
        return [
            Kolom[Externregel]("Naam", lambda e: e.inhoud.naam, rek=True),
            Kolom[Externregel]("Waarvoor", lambda e: e.inhoud.waarvoor, rek=True),
            Kolom[Externregel]("Stand", lambda e: e.stand(self.omgeving.vandaag())),
        ]

    def rijen(self) -> Sequence[Externregel]:
        """All of them."""
        with self.omgeving.store.reader() as r:
            return externe_partijen(r)

    def beschrijf(self, rij: Externregel) -> str:
        """The ground and the agreement."""
        e = rij.inhoud
        return (
            f"Grond: {e.grondslag}. Overeenkomst {e.kenmerk}, getekend op {datum_kort(e.overeenkomst_op)}, "
            f"loopt van {datum_kort(e.vanaf)} tot en met {datum_kort(e.tot)}."
        )

    def mag_eindigen(self, rij: Externregel) -> bool:
        """Not ended yet, and not over."""
        return rij.beeindigd_op is None and rij.inhoud.tot >= self.omgeving.vandaag()

    def wie(self, rij: Externregel) -> str:
        """Its name."""
        return rij.inhoud.naam

    def vanaf(self, rij: Externregel) -> date:
        """The first day of the agreement."""
        return rij.inhoud.vanaf

    def begin(self) -> None:
        """The form for a new party."""
        omgeving = self.omgeving
        waarden = {
            "naam": "", "waarvoor": "", "grondslag": "", "overeenkomst_op": None, "kenmerk": "",
            "geheimhouding": False, "vanaf": None, "tot": None,
        }  # fmt: skip
        self.open_vorm(
            "Externe partij vastleggen",
            Ui_ExternePartij(),
            "extern",
            waarden,
            lambda invoer: beoordeel_externe_partij(invoer, omgeving.vandaag()),
            lambda partij, concept: record_externe_partij(omgeving.store, partij, concept=concept),
        )

    def beeindig(self, rij: Externregel, op: date, concept: Conceptsleutel) -> None:
        """End it sooner."""
        end_externe_partij(self.omgeving.store, rij.id, op, concept=concept)

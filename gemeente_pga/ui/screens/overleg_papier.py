# SPDX-License-Identifier: EUPL-1.2
"""Papers of a meeting on their way out: searched for leaks first, then frozen, made and shown."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.stukken import Stuk
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.store.queries.lekcontrole import verboden
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.lekcontrole import Gecontroleerd, TeControleren, controleer
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.overleg_deel import Beeld, Deel
from gemeente_pga.ui.widgets.lekpaneel import Lekpaneel

Maker = Callable[[Reader], Sequence[TeBevriezen]]
ZONDER_NAMEN = "agenda"  # case numbers only
INTERN = "verslag"  # the whole verslag is for the coordinator alone


class Papier(QtCore.QObject):
    """Put `paneel` on the page of this part; hits of the check appear there."""

    def __init__(self, deel: Deel, omgeving: Omgeving) -> None:
        super().__init__(deel)
        self._deel = deel
        self._omgeving = omgeving
        self._lees: Maker = lambda _: ()
        self._na: Callable[[], object] = lambda: None
        self._nagekeken: tuple[Stuk, ...] = ()
        self.paneel = Lekpaneel(omgeving)
        self.paneel.opgelost.connect(self._ga_door)

    def maak(self, lees: Callable[[Reader], TeBevriezen]) -> None:
        """One paper that is its own decision: checked, frozen, made and shown."""
        omgeving = self._omgeving

        def doe() -> None:
            with omgeving.store.reader() as r:
                stuk = lees(r)
            document_id = freeze(omgeving.store, stuk, op=omgeving.vandaag())
            maak_af(omgeving, lambda: toon(document_id))

        def toon(document_id: int) -> None:
            omgeving.window.open("document", document_id)
            omgeving.window.meld("Het stuk is gemaakt en ligt in de kluis.")

        self.controleer(lambda r: [lees(r)], doe)

    def controleer(self, lees: Maker, na: Callable[[], object]) -> None:
        """Search these papers for what may not be in them; `na` when nothing stands in the way."""
        beeld = self._deel.beeld
        if beeld is None or not self._deel.isEnabled():  # already at it: the key was pressed twice
            return
        with self._omgeving.store.reader() as r:
            werk = [_to_check(r, beeld, stuk) for stuk in lees(r)]
        self._lees, self._na = lees, na
        self._nagekeken = tuple(document.stuk for document in werk)
        self._deel.setEnabled(False)
        self._omgeving.window.meld("Het programma kijkt na of er niets in staat dat er niet in mag …")
        controleer(self._omgeving, werk, self._gecontroleerd, self._mislukt)

    def _gecontroleerd(self, stukken: Sequence[Gecontroleerd]) -> None:
        self._deel.setEnabled(True)
        self.paneel.toon(stukken)
        if not any(stuk.lekken for stuk in stukken):
            self._ga_door()
            return
        window = self._omgeving.window
        window.wegwijzer("lekcontrole")
        window.meld("Kijk eerst naar wat de controle vond. Er is nog niets vastgesteld.", "let_op")
        self._deel.ensureWidgetVisible(self.paneel)

    def _mislukt(self, fout: Exception) -> None:
        self._deel.setEnabled(True)
        raise fout

    def _ga_door(self) -> None:
        """What is frozen is what was checked: when a word changed meanwhile, the check comes again."""
        with self._omgeving.store.reader() as r:
            nu = tuple(stuk.stuk for stuk in self._lees(r))
        if nu == self._nagekeken:
            self._na()
        else:
            self.controleer(self._lees, self._na)


def _to_check(r: Reader, beeld: Beeld, stuk: TeBevriezen) -> TeControleren:
    """What this paper may not hold: nothing of the casussen of the meeting that it is not about."""
    over = [p for p in beeld.punten if p.casusnummer in stuk.stuk.kop.nummers]
    eigen = [p.dossier_id for p in over]
    punten = {p.id for p in over}
    intern = stuk.soort == INTERN
    tafel = [t for t in beeld.tafel if punten & {*t.bespreking_ids}]
    lezers = [t.partij for t in tafel if punten <= {*t.bespreking_ids}]
    grond = verboden(
        r,
        eigen,
        andere=[p.dossier_id for p in beeld.punten if p not in over],
        aan_tafel=[t.inhoud.naam for t in tafel],
        lezers=() if intern else lezers,
        intern=intern,
        zonder_namen=stuk.soort == ZONDER_NAMEN,
    )
    return TeControleren(
        sleutel=":".join([stuk.soort, *stuk.stuk.kop.nummers]),
        soort=stuk.soort,
        titel=stuk.kenmerk,
        stuk=stuk.stuk,
        grond=grond,
        onderwerp=stuk.onderwerp,
        dossier_id=stuk.dossier_id,
    )

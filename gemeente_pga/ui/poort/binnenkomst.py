# SPDX-License-Identifier: EUPL-1.2
"""The way from keys that fit to a kluis that may be shown: opened, held against its mark, read whole, logged.

Hides the order, that reading the file happens in the worker behind the page, and what can stand in the way.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.klok import KlokStoring
from gemeente_pga.domain.kluisdienst import Kluisdienst
from gemeente_pga.domain.merk import MerkStoring
from gemeente_pga.ui.poort.poortvraag import Klokvraag, Merkvraag, NietSchrijfbaar, Poortvraag
from gemeente_pga.ui.worker import Worker

_NAKIJKEN = "De kluis wordt nagekeken."
_BACKUP = "De back-up wordt gemaakt en gecontroleerd."


class Pagina(Protocol):
    """What is asked of the page in sight."""

    def toon_bezig(self, tekst: str) -> None: ...
    def toon_voortgang(self, deel: float) -> None: ...
    def toon_storing(self, storing: Storing) -> None: ...


class Binnenkomst(QtCore.QObject):
    """One attempt. `binnen`: the user may see the kluis. `terug`: back to the unlock page, saying why.

    leg_vast: records that the kluis was opened, and raises a Storing when that cannot be done.
    """

    binnen = QtCore.Signal()
    terug = QtCore.Signal(object)
    pagina_gevraagd = QtCore.Signal(QtWidgets.QWidget)
    _voortgang = QtCore.Signal(float)

    def __init__(
        self,
        dienst: Kluisdienst,
        worker: Worker,
        pagina: Pagina,
        leg_vast: Callable[[], None],
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._dienst, self._worker, self._leg_vast = dienst, worker, leg_vast
        self._pagina = pagina
        self._datum_klopt = False
        self._voortgang.connect(self._toon_voortgang)

    def begin(self, toch: str = "", *, datum_klopt: bool = False) -> None:
        """Open the kluis with the keys that are held. toch: why, though the mark disagrees."""
        self._datum_klopt = self._datum_klopt or datum_klopt
        try:
            self._dienst.betreed(toch, datum_klopt=self._datum_klopt)
        except KlokStoring as storing:
            klokvraag = Klokvraag(storing)
            klokvraag.verder.connect(partial(self.begin, toch, datum_klopt=True))
            self._toon(klokvraag)
        except MerkStoring as storing:
            vraag = Merkvraag(storing)
            vraag.verder.connect(self.begin)
            self._toon(vraag)
        except Storing as storing:
            if storing.kan_niet_schrijven:
                self._kan_niet_schrijven(storing, partial(self.begin, toch), alleen_lezen=True)
            else:
                self.terug.emit(storing)
        else:
            self._keur()

    def _keur(self) -> None:
        self._pagina.toon_bezig(_NAKIJKEN)
        self._worker.run(partial(self._dienst.keur, self._voortgang.emit), self._gekeurd, self._afgekeurd)

    def _toon_voortgang(self, deel: float) -> None:
        self._pagina.toon_voortgang(deel)

    def _gekeurd(self, _niets: object) -> None:
        try:
            self._dienst.rond_keuring_af()
        except Storing as storing:
            self._afgekeurd(storing)
            return
        self._schrijf()

    def _afgekeurd(self, fout: Exception) -> None:
        self._dienst.verlaat()
        if not isinstance(fout, Storing):
            raise fout
        self.terug.emit(fout)

    def _schrijf(self) -> None:
        try:
            self._leg_vast()
        except Storing as storing:
            if not storing.kan_niet_schrijven:
                self._afgekeurd(storing)
                return
            self._kan_niet_schrijven(storing, self._schrijf, alleen_lezen=False)
        else:
            self.binnen.emit()

    # ---- nothing can be recorded

    def _kan_niet_schrijven(
        self, storing: Storing, opnieuw: Callable[[], None], *, alleen_lezen: bool
    ) -> None:
        """alleen_lezen: the kluis is not open, so a back-up opens it first, for reading only."""
        if isinstance(self._pagina, NietSchrijfbaar):
            self._pagina.toon_storing(storing)
            return
        pagina = NietSchrijfbaar(storing)
        pagina.opnieuw.connect(opnieuw)
        pagina.backup.connect(partial(self._maak_backup, alleen_lezen))
        self._toon(pagina)

    def _maak_backup(self, alleen_lezen: bool, doel: Path) -> None:
        try:
            if alleen_lezen:
                self._dienst.betreed(alleen_lezen=True)
        except Storing as storing:
            self._pagina.toon_storing(storing)
            return
        self._pagina.toon_bezig(_BACKUP)
        self._worker.run(partial(self._dienst.red, doel), self._backup_klaar, self._backup_mislukt)

    def _backup_klaar(self, map_: Path) -> None:
        if isinstance(self._pagina, Poortvraag):
            self._pagina.toon_uitkomst(f"De back-up is gemaakt en gecontroleerd: {map_}", goed=True)

    def _backup_mislukt(self, fout: Exception) -> None:
        if not isinstance(fout, Storing):
            raise fout
        self._pagina.toon_storing(fout)

    def _toon(self, pagina: Poortvraag) -> None:
        self._pagina = pagina
        pagina.verlopen.connect(partial(self.terug.emit, None))
        self.pagina_gevraagd.emit(pagina)

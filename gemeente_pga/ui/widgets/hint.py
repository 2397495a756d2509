# SPDX-License-Identifier: EUPL-1.2
"""A quiet line under a field when a word in it asks for care, such as one about faith. It never blocks."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6 import QtWidgets

from gemeente_pga.domain.gevoelig import HINT, woorden
from gemeente_pga.ui.form import Formulier


def attach_hint(
    formulier: Formulier,
    velden: Collection[str],
    *,
    zin: str = HINT,
    alleen_als: Callable[[], bool] = lambda: True,
    vind: Callable[[str], Sequence[str]] = woorden,
) -> Callable[[], None]:
    """Watch these fields; gives what to call when `alleen_als` may have changed its answer."""
    regels = [_Hintregel(formulier, veld, zin, alleen_als, vind) for veld in velden]

    def toon() -> None:
        for regel in regels:
            regel.toon()

    return toon


def attach_overal(formulier: Formulier, *, zin: str = HINT) -> None:
    """Under every field for running text of this form."""
    tekstvelden = [v for v in formulier.velden() if isinstance(formulier.widget(v), QtWidgets.QPlainTextEdit)]
    attach_hint(formulier, tekstvelden, zin=zin)


class _Hintregel:
    """The line of one field."""

    def __init__(
        self,
        formulier: Formulier,
        veld: str,
        zin: str,
        alleen_als: Callable[[], bool],
        vind: Callable[[str], Sequence[str]],
    ) -> None:
        omhulsel, invoer = formulier.veld(veld), formulier.widget(veld)
        self._invoer, self._zin, self._alleen_als, self._vind = invoer, zin, alleen_als, vind
        self._label = QtWidgets.QLabel(omhulsel)
        self._label.setObjectName(f"{veld}Hint")
        self._label.setProperty("rol", "hulp")
        self._label.setWordWrap(True)
        self._label.hide()
        omhulsel.zet_onder(self._label)
        if isinstance(invoer, QtWidgets.QPlainTextEdit | QtWidgets.QLineEdit):
            invoer.textChanged.connect(partial(_toon, self))

    def toon(self) -> None:
        """Say it, or nothing."""
        tekst = (
            self._invoer.toPlainText()
            if isinstance(self._invoer, QtWidgets.QPlainTextEdit)
            else str(self._invoer.property("text") or "")
        )
        gevonden = self._vind(tekst) if tekst and self._alleen_als() else ()
        self._label.setText(self._zin.format(woord=gevonden[0]) if gevonden else "")
        self._label.setVisible(bool(gevonden))


def _toon(regel: _Hintregel, *_woorden: object) -> None:
    regel.toon()

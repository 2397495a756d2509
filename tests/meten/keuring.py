# SPDX-License-Identifier: EUPL-1.2
"""What can be measured of a picture: pages and tables that do not fit, squeezed words, a letter used twice.

Whether it is beautiful is for human eyes; this says where to look first.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from PySide6 import QtWidgets

_LETTER = re.compile(r"&(\w)")
_SPELING = 2  # pixels that rounding may cost


def keur(venster: QtWidgets.QWidget) -> Iterator[str]:
    """A short sentence for everything in this window that does not fit."""
    yield from _te_breed(venster)
    yield from _platgedrukt(venster)
    yield from _dubbele_letters(venster)


def _te_breed(venster: QtWidgets.QWidget) -> Iterator[str]:
    for rol in venster.findChildren(QtWidgets.QScrollArea):
        blad = rol.widget()
        if blad is not None and rol.isVisible() and blad.width() > rol.viewport().width() + _SPELING:
            yield f"page {blad.width()} wide, room for {rol.viewport().width()} ({_naam(rol)})"
    for lijst in venster.findChildren(QtWidgets.QAbstractItemView):
        if lijst.isVisible() and lijst.horizontalScrollBar().maximum() > _SPELING:
            yield f"table scrolls sideways ({_naam(lijst)})"


def _platgedrukt(venster: QtWidgets.QWidget) -> Iterator[str]:
    for label in venster.findChildren(QtWidgets.QLabel):
        if not label.isVisible() or not label.text() or not label.wordWrap():
            continue
        nodig = label.heightForWidth(label.width())
        if label.height() + _SPELING < nodig:
            yield f"words need {nodig} high, get {label.height()}: {label.text()[:40]!r}"
    for knop in venster.findChildren(QtWidgets.QAbstractButton):
        if knop.sizePolicy().horizontalPolicy() == QtWidgets.QSizePolicy.Policy.Ignored:
            continue  # shortens its own words
        breed = knop.minimumSizeHint().width()
        if knop.isVisible() and knop.text() and knop.width() + _SPELING < breed:
            yield f"button {knop.text()!r} needs {breed} wide, gets {knop.width()}"


def _dubbele_letters(venster: QtWidgets.QWidget) -> Iterator[str]:
    """A letter that does two things in the same window only moves the focus from the one to the other."""
    letters: dict[str, list[str]] = defaultdict(list)
    delen: list[QtWidgets.QLabel | QtWidgets.QAbstractButton] = [
        *(label for label in venster.findChildren(QtWidgets.QLabel) if label.buddy() is not None),
        *venster.findChildren(QtWidgets.QAbstractButton),
    ]
    for deel in delen:
        gevonden = _LETTER.search(deel.text().replace("&&", ""))
        if gevonden and deel.isVisible() and deel.isEnabled():
            letters[gevonden[1].casefold()].append(deel.text())
    for letter, woorden in letters.items():
        if len(woorden) > 1:
            yield f"Alt+{letter.upper()}: {', '.join(woorden)}"


def _naam(deel: QtWidgets.QWidget) -> str:
    return deel.objectName() or deel.accessibleName() or type(deel).__name__

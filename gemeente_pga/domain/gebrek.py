# SPDX-License-Identifier: EUPL-1.2
"""The two kinds of trouble a user can be told about.

A Gebrek is wrong or missing input: a value, shown at the field that carries it.
A Storing is a fault of the surroundings: an exception that carries what happened and what to do.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Wrong or missing input.

    veld: name of the form field (equals the dataclass field); "" when it concerns the whole form.
    melding: one clear Dutch sentence for the user.
    """

    veld: str
    melding: str


class Storing(Exception):
    """A fault of the surroundings: wrong wachtzin, full disk, file in use, newer database.

    melding: what happened, in one Dutch sentence. raad: what the user can do now.
    Neither may hold a name or a text from a dossier.
    kan_niet_schrijven: nothing can be recorded, and because looking is recorded, nothing can be shown either.
    van_papier: the key files are the trouble, and the herstelblad can make them again.
    beschadigd: the file of the kluis is the trouble, and a back-up can take its place.
    """

    kan_niet_schrijven: ClassVar[bool] = False
    gaat_over: ClassVar[bool] = False  # by itself: try again in a moment
    van_papier: ClassVar[bool] = False
    beschadigd: ClassVar[bool] = False

    def __init__(self, melding: str, raad: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.raad = raad


class VasteStoring(Storing):
    """A Storing that is always told in the same words: they belong to its class."""

    zin: ClassVar[str]
    advies: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.zin, self.advies)

# SPDX-License-Identifier: EUPL-1.2
"""One picture of a screen, as the command takes it."""

from dataclasses import dataclass

VASTLEGGEN, OPEN = "*", "Enter"


@dataclass(frozen=True)
class Beeld:
    """One picture: the screen, the subject (SQL for its id), the place in it, and what is done there.

    typ: field name and text. kies: the name of a list or a choice (or its end), and the number of the row.
    druk: buttons pressed afterwards, each by the beginning of its text; VASTLEGGEN is that of the open form,
    OPEN is Enter in the list that was chosen. zie: the card scrolled to, by how its title begins. onder:
    scrolled to its end. vooraf: what is recorded first, see tests/meten/vooraf.py; vooraf_bij: SQL for where,
    when that is not the subject.
    """

    naam: str
    code: str
    onderwerp: str = ""
    veld: str = ""
    druk: tuple[str, ...] = ()
    typ: tuple[tuple[str, str], ...] = ()
    kies: tuple[tuple[str, int], ...] = ()
    zie: str = ""
    onder: bool = False
    vooraf: str = ""
    vooraf_bij: str = ""

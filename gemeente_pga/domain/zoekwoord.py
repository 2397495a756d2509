# SPDX-License-Identifier: EUPL-1.2
"""Words looked for inside a text, forgiving of accents, of spelling by ear, and of one wrong key in a word.

Only ever used on words of one open dossier, on commands and on guidance; people are looked for elsewhere.
"""

import re
from dataclasses import dataclass
from typing import Final

from gemeente_pga.domain.naamvergelijking import vouw
from gemeente_pga.domain.tekst import kale_letters

_WOORD: Final = re.compile(r"\w+")
_MINST_MIDDEN: Final = 3  # so many letters are looked for inside a word too
_MINST_FOUT: Final = 5  # a word of so many letters may hold one wrong key
_OMHEEN: Final = 60
PRECIES, MIDDEN, KLANK, TYPFOUT = range(4)

Plek = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Vondst:
    """How well a text holds the words (0 is best), and where in it, as (begin, end)."""

    graad: int
    plekken: tuple[Plek, ...]


def vind(tekst: str, gezocht: str) -> Vondst | None:
    """Where all these words stand; None when one of them does not."""
    vragen = [kale_letters(woord) for woord in _WOORD.findall(gezocht)]
    if not vragen:
        return None
    woorden = _woorden(tekst)
    graad, plekken = PRECIES, []
    for vraag in vragen:
        beste: tuple[int, Plek] | None = None
        for woord, begin, einde in woorden:
            past = _past(vraag, woord)
            if past is not None and (beste is None or past[0] < beste[0]):
                beste = (past[0], (begin + past[1], begin + past[2] if past[2] else einde))
                if past[0] == PRECIES:
                    break
        if beste is None:
            return None
        graad = max(graad, beste[0])
        plekken.append(beste[1])
    return Vondst(graad, tuple(sorted(set(plekken))))


def fragment(tekst: str, plekken: tuple[Plek, ...]) -> tuple[str, tuple[Plek, ...]]:
    """A piece of the text round the first place, on one line, and where the words stand in it."""
    eerste = plekken[0][0]
    begin, einde = max(0, eerste - _OMHEEN), min(len(tekst), plekken[0][1] + _OMHEEN)
    if begin:
        spatie = tekst.find(" ", begin, eerste)
        begin = spatie + 1 if spatie >= 0 else begin
    voor = "… " if begin else ""
    stuk = voor + re.sub(r"\s", " ", tekst[begin:einde]) + (" …" if einde < len(tekst) else "")
    schuif = len(voor) - begin
    binnen = tuple((van + schuif, tot + schuif) for van, tot in plekken if begin <= van and tot <= einde)
    return stuk, binnen


def _woorden(tekst: str) -> list[tuple[str, int, int]]:
    return [(kale_letters(w.group()), w.start(), w.end()) for w in _WOORD.finditer(tekst)]


def _past(vraag: str, woord: str) -> tuple[int, int, int] | None:
    """(how well, where it begins in the word, where it ends or 0 for the whole word)."""
    if woord.startswith(vraag):
        return PRECIES, 0, len(vraag)
    if len(vraag) < _MINST_MIDDEN:
        return None
    plek = woord.find(vraag)
    if plek >= 0:
        return MIDDEN, plek, plek + len(vraag)
    if not vraag.isalpha() or len(vraag) < _MINST_FOUT:
        return None
    return _onzuiver(vraag, woord)


def _onzuiver(vraag: str, woord: str) -> tuple[int, int, int] | None:
    """Spelled as it sounds, or with one key too many, too few, wrong, or two keys swapped."""
    from rapidfuzz.distance import OSA  # the unlock page does without

    if len(woord) >= len(vraag) - 1 and (woord[0] in vraag[:2] or woord[1:2] == vraag[0]):
        for lang in (len(vraag), len(vraag) - 1, len(vraag) + 1):
            if lang <= len(woord) and OSA.distance(vraag, woord[:lang], score_cutoff=1) <= 1:
                return TYPFOUT, 0, 0
    return (KLANK, 0, 0) if _klinkt(vraag, woord) else None


def _klinkt(vraag: str, woord: str) -> bool:
    klank = vouw(vraag)
    return len(klank) >= _MINST_MIDDEN and vouw(woord).startswith(klank)

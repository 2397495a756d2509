# SPDX-License-Identifier: EUPL-1.2
"""Searches the text of a document for what may not be in it: a name, or words from a blocked item.

Hides how the same words can look on paper: other case, accents, hyphens, wrapped lines, turned pages.
It finds words, not meaning: who is described without being named is for the reader to see.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from gemeente_pga.domain.persoon import NAAMDEEL_VOORAF, TUSSENVOEGSELS, split_naam
from gemeente_pga.domain.tekst import kale_letters

REEKS = 5  # so many words in a row from a blocked item
_CONTEXT = 50
_MIN_LETTERS = 5  # a blocked item shorter than this is no trace of anything
_KORTE_REEKS = 15  # letters; a shorter run must begin and end at a whole word
_SPEUR = 8  # letters of a run that are looked up before searching for it

# What stands between two letters of one word when a line breaks there, or when someone drops a hyphen.
_IN_WOORD = r"(?:[-‐‑–]?[ \t]*\r?\n[ \t]*|['’‘`´‐‑–-])?"
_TUSSEN_WOORDEN = r"[\W_]{0,6}"
_BEGIN, _EINDE = r"(?<![^\W_])", r"(?![^\W_])"
# Soft hyphens, zero-width characters, and the signs PDF readers leave where a word was broken off.
_ONZICHTBAAR = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\x02")

# Surnames that are also ordinary words: alone they count only with a capital letter.
GEWOON_WOORD = frozenset({
    "aarde", "akker", "appel", "arend", "baan", "baas", "bakker", "bal", "bank", "beek", "beer", "berg",
    "blank", "bloem", "blok", "boer", "bol", "boom", "boon", "boot", "bos", "bosch", "brand", "breed",
    "broek", "broer", "brouwer", "brug", "bruin", "buis", "dam", "dekker", "dijk", "dolk", "donker", "doorn",
    "draaier", "duin", "engel", "gerard", "goed", "graaf", "groen", "groot", "haan", "haas", "hamer", "hart",
    "heer", "heide", "hert", "hof", "hoek", "hond", "hout", "huis", "jager", "jong", "kamp", "kat", "keizer",
    "kerk", "klein", "klerk", "klok", "knecht", "kok", "koning", "koper", "kort", "kraai", "kramer", "kroon",
    "kuiper", "laan", "lam", "land", "lang", "leeuw", "linde", "maas", "meer", "meester", "meijer", "mol",
    "molen", "moor", "mulder", "nacht", "neef", "nieuw", "noord", "oost", "oud", "pas", "pater", "peer",
    "plas", "poort", "post", "prins", "raaf", "rijk", "ridder", "ring", "rood", "roos", "ruiter", "schaap",
    "schilder", "schipper", "slager", "sloot", "smid", "smit", "snel", "snoek", "steen", "ster", "sterk",
    "stok", "straat", "stroom", "tak", "timmer", "timmerman", "toren", "tuin", "valk", "veen", "veer", "veld",
    "visser", "vlam", "vlieger", "vogel", "vos", "vriend", "vries", "vroom", "wagenaar", "wal", "water",
    "weg", "wever", "wiel", "wijs", "wild", "wind", "winkel", "winter", "wit", "wolf", "zalm", "zand", "zee",
    "zomer", "zon", "zuid", "zwaan", "zwart",
})  # fmt: skip


class LekSoort(StrEnum):
    """Why something may not be there."""

    MELDER = "melder"
    ANDERE_CASUS = "andere_casus"
    BETROKKENE = "betrokkene"  # in a paper with case numbers only
    GEBLOKKEERD = "geblokkeerd"


_ZIN = {
    LekSoort.MELDER: "Hier kan de vertrouwelijke melder te herkennen zijn",
    LekSoort.ANDERE_CASUS: "Dit hoort alleen bij een andere casus",
    LekSoort.BETROKKENE: "In dit stuk staan alleen casenummers, geen namen",
    LekSoort.GEBLOKKEERD: "Dit komt uit informatie die niet in dit stuk mag",
}


@dataclass(frozen=True, slots=True)
class Verboden:
    """What may not appear: a name, an address or number, or (GEBLOKKEERD) the text of an item.

    bron: for the caller, to find the item back; never shown or printed here.
    """

    soort: LekSoort
    tekst: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Lek:
    """One place in the document. pagina counts from 1; fragment is what stands there."""

    pagina: int
    soort: LekSoort
    fragment: str
    voor: str
    na: str
    bron: str = ""

    @property
    def context(self) -> str:
        """The fragment with some words around it."""
        return " ".join(f"{self.voor} {self.fragment} {self.na}".split())

    @property
    def melding(self) -> str:
        """One sentence for the user."""
        return f"{_ZIN[self.soort]} (bladzijde {self.pagina}): “{self.fragment}”."

    @property
    def vindplaats(self) -> str:
        """A fingerprint that stays the same while these words stand in these words; not the text itself."""
        rond = (_letters(self.voor)[-30:], _letters(self.fragment), _letters(self.na)[:30])
        inhoud = "|".join((self.soort, self.bron, *rond))
        return hashlib.sha256(inhoud.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Brontekst:
    """A text that was typed, and where: screen, subject and field.

    bron: table and row, named as in Verboden. vast: it does not change any more.
    """

    tekst: str
    scherm: str
    onderwerp_id: int
    veld: str
    bron: str
    vast: bool = False


def find_brontekst(lek: Lek, teksten: Iterable[Brontekst]) -> Brontekst | None:
    """The text that the page took these words from: it holds them, with the most of what stands around them.

    The blocked item itself comes last: its words were written down somewhere else too. Of texts that fit
    alike one that may still change goes before one that may not, and then the first.
    """
    fragment, voor, na = _letters(lek.fragment), _letters(lek.voor)[::-1], _letters(lek.na)
    beste, meeste = None, (False, -1, False)
    for bron in teksten:
        letters = _letters(bron.tekst)
        plek = letters.find(fragment) if fragment else -1
        while plek >= 0:
            gelijk = _alike(letters[:plek][::-1], voor) + _alike(letters[plek + len(fragment) :], na)
            past = (bron.bron != lek.bron, gelijk, not bron.vast)
            if past > meeste:
                beste, meeste = bron, past
            plek = letters.find(fragment, plek + 1)
    return beste


def _alike(een: str, ander: str) -> int:
    """How many letters these two have in common from the first on."""
    gelijk = takewhile(lambda paar: paar[0] == paar[1], zip(een, ander, strict=False))
    return sum(1 for _ in gelijk)


def zoek_lekken(
    tekst_per_pagina: Sequence[str], verboden: Sequence[Verboden], *, toegestaan: Iterable[str] = ()
) -> list[Lek]:
    """Every place where something forbidden stands, in reading order.

    toegestaan: names that belong in this document. A surname shared with one of them is then no leak of
    another casus; the full name still is. Leave out a reporter who sits at the table under his own name.
    """
    eigen = {deel for naam in toegestaan for deel in _losse_delen(naam)}
    doorlopend = _Blad(tekst_per_pagina)
    # The same without heads and feet, for what runs on from one page to the next.
    zonder_randen = _Blad(_without_repeated_edges(tekst_per_pagina)) if len(tekst_per_pagina) > 1 else None
    gevonden: dict[tuple[int, int, LekSoort], Lek] = {}
    for item in verboden:
        for begin, einde in _merge(doorlopend, _spans(doorlopend, item, eigen)):
            gevonden.setdefault((begin, einde, item.soort), doorlopend.lek(begin, einde, item))
        if zonder_randen is None:
            continue
        for begin, einde in _merge(zonder_randen, _spans(zonder_randen, item, eigen)):
            if zonder_randen.pagina(begin) != zonder_randen.pagina(einde - 1):
                lek = zonder_randen.lek(begin, einde, item)
                plek = doorlopend.begin_of(lek.pagina) + len(tekst_per_pagina[lek.pagina - 1])
                gevonden.setdefault((plek, -einde, item.soort), lek)
    return [lek for _, lek in sorted(gevonden.items())]


class _Blad:
    """All pages as one text, as bare letters, and the way back from a letter to its place."""

    def __init__(self, paginas: Sequence[str]) -> None:
        self.tekst = "\n".join(paginas)
        self._begin = [0]
        for pagina in paginas[:-1]:
            self._begin.append(self._begin[-1] + len(pagina) + 1)
        self.kaal, self.plaats = _fold(self.tekst)
        paren = [(teken, plek) for teken, plek in zip(self.kaal, self.plaats, strict=True) if teken.isalnum()]
        self.reeks = "".join(teken for teken, _ in paren)
        self.reeksplaats = [plek for _, plek in paren]
        self.sporen = {self.reeks[i : i + _SPEUR] for i in range(len(self.reeks))}

    def pagina(self, plek: int) -> int:
        return bisect_right(self._begin, plek)

    def begin_of(self, pagina: int) -> int:
        return self._begin[pagina - 1]

    def lek(self, begin: int, einde: int, item: Verboden) -> Lek:
        voor = self.tekst[max(0, begin - _CONTEXT) : begin]
        na = self.tekst[einde : einde + _CONTEXT]
        fragment = " ".join(self.tekst[begin:einde].split())
        return Lek(
            self.pagina(begin), item.soort, fragment, _whole_words(voor, 0), _whole_words(na, -1), item.bron
        )


def _spans(blad: _Blad, item: Verboden, eigen: set[str]) -> Iterator[tuple[int, int]]:
    if item.soort is LekSoort.GEBLOKKEERD:
        yield from _run_spans(blad, item.tekst)
    else:
        yield from _name_spans(blad, item, eigen)


def _run_spans(blad: _Blad, tekst: str) -> Iterator[tuple[int, int]]:
    """Every run of REEKS words of the item; an item with fewer words counts as a whole."""
    woorden = _woorden(tekst)
    if not woorden or sum(map(len, woorden)) < _MIN_LETTERS:
        return
    reeksen = {"".join(woorden[i : i + REEKS]) for i in range(max(1, len(woorden) - REEKS + 1))}
    for reeks in reeksen:
        if reeks[:_SPEUR] not in blad.sporen and len(reeks) >= _SPEUR:
            continue
        heel = len(reeks) < _KORTE_REEKS or len(woorden) < REEKS
        plek = blad.reeks.find(reeks)
        while plek >= 0:
            begin, einde = blad.reeksplaats[plek], blad.reeksplaats[plek + len(reeks) - 1] + 1
            if not heel or _is_whole(blad.tekst, begin, einde):
                yield begin, einde
            plek = blad.reeks.find(reeks, plek + 1)


def _name_spans(blad: _Blad, item: Verboden, eigen: set[str]) -> Iterator[tuple[int, int]]:
    for patroon, hoofdletter in _patronen(item.tekst, item.soort, frozenset(eigen)):
        for treffer in patroon.finditer(blad.kaal):
            kern = blad.plaats[treffer.start("kern")]
            if not hoofdletter or blad.tekst[kern].isupper():
                yield blad.plaats[treffer.start()], blad.plaats[treffer.end() - 1] + 1


@lru_cache(maxsize=512)
def _patronen(naam: str, soort: LekSoort, eigen: frozenset[str]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns for a name and its parts; True: counts only when the first letter of the part is a capital."""
    if any(teken.isdigit() for teken in naam) or "@" in naam:
        woorden = _woorden(naam)
        if not woorden:
            return ()
        if "".join(woorden).isdigit():  # a number, however it is grouped
            woorden = list("".join(woorden))
        return ((_literal(woorden), False),)
    delen = split_naam(naam)
    achter = _woorden(delen.geslachtsnaam)
    if not achter:
        return ()
    patronen = []
    gegeven = _woorden(delen.voornamen) or [letters[:1] for letters in _woorden(delen.voorletters)]
    voorvoegsel = _woorden(delen.voorvoegsel)
    if gegeven:
        for voor in {gegeven[0], gegeven[0][:1]}:
            patronen.append((_literal([*achter], voor=[voor, *voorvoegsel]), False))
    if voorvoegsel:
        patronen.append((_literal(["".join([*voorvoegsel, *achter])]), False))
    for deel in sorted(_losse_delen(naam) - (eigen if soort is LekSoort.ANDERE_CASUS else frozenset())):
        woorden = deel.split()
        gewoon = len(deel) < 4 or deel in GEWOON_WOORD
        patronen.append((_literal(woorden), gewoon))
    if soort is LekSoort.MELDER:
        patronen += [(_literal([woord]), True) for woord in gegeven if len(woord) > 2]
    return tuple(patronen)


def _losse_delen(naam: str) -> set[str]:
    """The surname as a whole, each half of a double name, and each without El, d', van …; folded."""
    delen = {delen.strip() for delen in _halves(split_naam(naam).geslachtsnaam)}
    kernen = {" ".join(w for w in deel.split() if w not in _DEELTJES) for deel in delen}
    return {deel for deel in delen | kernen if len(deel) > 1}


def _halves(geslachtsnaam: str) -> Iterator[str]:
    yield " ".join(_woorden(geslachtsnaam))
    for helft in geslachtsnaam.split("-"):
        yield " ".join(_woorden(helft))


def _literal(woorden: Sequence[str], voor: Sequence[str] = ()) -> re.Pattern[str]:
    """These words, however broken off or joined; 'kern' is where the words proper begin."""

    def spell(delen: Sequence[str]) -> str:
        return _TUSSEN_WOORDEN.join(_IN_WOORD.join(map(re.escape, deel)) for deel in delen)

    aanloop = spell(voor) + _TUSSEN_WOORDEN if voor else ""
    return re.compile(f"{_BEGIN}{aanloop}(?P<kern>{spell(woorden)}){_EINDE}")


def _merge(blad: _Blad, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping places, and places with nothing but signs between them, become one."""
    uit: list[tuple[int, int]] = []
    for begin, einde in sorted(set(spans)):
        if uit and (begin <= uit[-1][1] or not _letters(blad.tekst[uit[-1][1] : begin])):
            uit[-1] = (uit[-1][0], max(uit[-1][1], einde))
        else:
            uit.append((begin, einde))
    return uit


def _without_repeated_edges(paginas: Sequence[str]) -> list[str]:
    """Lines at the head or foot of a page that stand, digits aside, on another page too."""

    def kern(regel: str) -> str:
        return re.sub(r"\d+", "#", "".join(regel.split()))

    regels = [pagina.splitlines() for pagina in paginas]
    randen = Counter(sleutel for blad in regels for sleutel in {kern(r) for r in (*blad[:4], *blad[-4:])})

    def keep(blad: list[str], nummer: int) -> bool:
        aan_rand = nummer < 4 or nummer >= len(blad) - 4
        return not (aan_rand and randen[kern(blad[nummer])] > 1)

    return ["\n".join(r for nummer, r in enumerate(blad) if keep(blad, nummer)) for blad in regels]


@lru_cache(maxsize=4096)
def _fold_teken(teken: str) -> str:
    return "" if teken in _ONZICHTBAAR else kale_letters(teken)


def _fold(tekst: str) -> tuple[str, list[int]]:
    kaal: list[str] = []
    plaats: list[int] = []
    for plek, teken in enumerate(tekst):
        for letter in _fold_teken(teken):
            kaal.append(letter)
            plaats.append(plek)
    return "".join(kaal), plaats


def _letters(tekst: str) -> str:
    return "".join(teken for teken in _fold(tekst)[0] if teken.isalnum())


def _woorden(tekst: str) -> list[str]:
    kaal = "".join(teken if teken.isalnum() else " " for teken in _fold(tekst)[0])
    return kaal.split()


def _is_whole(tekst: str, begin: int, einde: int) -> bool:
    voor, na = tekst[begin - 1 : begin], tekst[einde : einde + 1]
    return not (voor.isalnum() or na.isalnum())


def _whole_words(stuk: str, rand: int) -> str:
    """Context without the half word at its outer end."""
    woorden = stuk.split()
    if len(stuk) == _CONTEXT and len(woorden) > 1 and not stuk[rand].isspace():
        del woorden[rand]
    return " ".join(woorden)


_DEELTJES = frozenset(woord for deel in TUSSENVOEGSELS | NAAMDEEL_VOORAF for woord in _woorden(deel))

# SPDX-License-Identifier: EUPL-1.2
"""Strict reading of a TOML text into frozen dataclasses: the dataclass is the schema.

Hides the checks on keys and types, and how the line of a fault is found (tomllib gives no lines).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
Pad = tuple[str | int, ...]  # ("codelijst", 3, "waarde", 0): where a table stands

_CODE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_KOP = re.compile(r"\s*\[(\[?)\s*([\w.-]+)\s*\]?\]\s*(?:#.*)?", re.ASCII)
_SLEUTEL = re.compile(r"\s*(?:([\w-]+)|\"([\w-]+)\")\s*=", re.ASCII)
_REGEL_VAN_TOMLLIB = re.compile(r"at line ([0-9]+)")


class Bestandsfout(ValueError):
    """A fault in a resource file, with the place where it stands."""

    def __init__(self, bestand: str, regel: int, sleutel: str, reden: str) -> None:
        plaats = f', sleutel "{sleutel}"' if sleutel else ""
        super().__init__(f"{bestand}, regel {regel}{plaats}: {reden}")
        self.bestand = bestand
        self.regel = regel
        self.sleutel = sleutel
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Eis:
    """What a field asks beyond its type: Annotated[str, Eis(...)]."""

    leeg: bool = False  # must stand in the file, but may be empty: not found yet
    code: bool = False  # a lower-case ASCII word with underscores
    keuze: frozenset[str] = frozenset()  # a closed set


MagLeeg = Annotated[str, Eis(leeg=True)]
Codewoord = Annotated[str, Eis(code=True)]


@dataclass
class _Plaats:
    regel: int
    sleutels: dict[str, int]


class Tomlbron:
    """One TOML text; read() gives its tables as dataclasses, any fault is raised as `fout`."""

    def __init__(self, tekst: str, bestand: str, fout: type[Bestandsfout]) -> None:
        self._bestand = bestand
        self._fout = fout
        self._plaatsen = _find_plaatsen(tekst)
        try:
            self._inhoud: Mapping[str, object] = tomllib.loads(tekst)
        except tomllib.TOMLDecodeError as oorzaak:
            gevonden = _REGEL_VAN_TOMLLIB.search(str(oorzaak))
            regel = int(gevonden[1]) if gevonden else tekst.count("\n") + 1
            raise fout(bestand, regel, "", f"geen goede TOML: {oorzaak}") from oorzaak

    def refuse(self, pad: Pad, sleutel: str, reden: str) -> NoReturn:
        """Raise the fault at this key of this table, or at the nearest line above it that is known."""
        boven = pad
        while boven not in self._plaatsen:
            boven = boven[:-1]
        plaats = self._plaatsen[boven]
        zoek = sleutel if boven == pad else str(pad[len(boven)])
        raise self._fout(self._bestand, plaats.sleutels.get(zoek, plaats.regel), sleutel, reden)

    def has(self, naam: str) -> bool:
        """Whether this section stands in the file."""
        return naam in self._inhoud

    def expect_sections(self, namen: Iterable[str], *, mag: Iterable[str] = ()) -> None:
        """Every section stands in the file, and no other but what may."""
        verwacht = frozenset(namen)
        for naam, waarde in self._inhoud.items():
            if naam not in verwacht.union(mag):
                eerste: Pad = (naam, 0) if isinstance(waarde, list) else (naam,)
                self.refuse(eerste, naam, "onbekend onderdeel")
        for naam in sorted(verwacht - self._inhoud.keys()):
            self.refuse((), naam, "dit onderdeel ontbreekt")

    def tables(self, naam: str, binnen: Pad = (), *, verplicht: bool = True) -> list[Pad]:
        """The places of the tables [[naam]] inside a table; at least one when verplicht."""
        waarde = self._table(binnen).get(naam)
        if waarde is None and not verplicht:
            return []
        if waarde is None:
            self.refuse(binnen, naam, "ontbreekt")
        if not isinstance(waarde, list) or not waarde or not all(isinstance(rij, dict) for rij in waarde):
            self.refuse(binnen, naam, "moet een lijst van tabellen zijn")
        return [(*binnen, naam, n) for n in range(len(waarde))]

    def read(
        self,
        klasse: type[T],
        pad: Pad,
        *,
        vast: Mapping[str, object] = MappingProxyType({}),
        onderdelen: Iterable[str] = (),
    ) -> T:
        """One table as a dataclass. `vast`: fields not in the file; `onderdelen`: keys read apart."""
        tabel = self._table(pad)
        soorten = _hints(klasse)
        velden = {veld.name: veld for veld in fields(klasse) if veld.name not in vast}
        for sleutel in tabel.keys() - velden.keys() - set(onderdelen):
            self.refuse(pad, sleutel, "onbekende sleutel")
        waarden = dict(vast)
        for naam, veld in velden.items():
            if naam in tabel:
                waarden[naam] = self._value(pad, veld, soorten[naam], tabel[naam])
            elif veld.default is MISSING:
                self.refuse(pad, naam, "ontbreekt")
        return klasse(**waarden)

    def texts(self, naam: str) -> dict[str, str]:
        """A section that holds nothing but texts."""
        return {k: self._text((naam,), k, tekst, Eis()) for k, tekst in self._table((naam,)).items()}

    def _table(self, pad: Pad) -> Mapping[str, object]:
        plek: object = self._inhoud
        for deel in pad:
            plek = cast("dict[str | int, object]", plek)[deel]
        if not isinstance(plek, dict):
            self.refuse(pad, str(pad[-1]), "moet een tabel zijn")
        return plek

    def _value(self, pad: Pad, veld: "Field[object]", hint: object, waarde: object) -> object:
        soort, eis = _split_hint(hint)
        leeg_mag = eis.leeg or veld.default is not MISSING
        if soort == date | None:
            return self._date(pad, veld.name, waarde, leeg_mag=leeg_mag)
        if soort is bool:
            if not isinstance(waarde, bool):
                self.refuse(pad, veld.name, "moet true of false zijn")
            return waarde
        if soort is int:
            if not isinstance(waarde, int) or isinstance(waarde, bool):
                self.refuse(pad, veld.name, "moet een heel getal zijn")
            return waarde
        if soort is str:
            return self._text(pad, veld.name, waarde, eis, leeg_mag=leeg_mag)
        return self._texts(pad, veld.name, waarde, eis)

    def _date(self, pad: Pad, sleutel: str, waarde: object, *, leeg_mag: bool) -> date | None:
        if waarde == "" and leeg_mag:
            return None
        if not isinstance(waarde, date) or isinstance(waarde, datetime):
            self.refuse(pad, sleutel, "moet een datum zijn, zoals 2027-03-01")
        return waarde

    def _text(self, pad: Pad, sleutel: str, waarde: object, eis: Eis, *, leeg_mag: bool = False) -> str:
        if not isinstance(waarde, str):
            self.refuse(pad, sleutel, "moet tekst tussen aanhalingstekens zijn")
        if waarde != waarde.strip() or not waarde.isprintable():
            self.refuse(pad, sleutel, "bevat een onzichtbaar teken, of een spatie aan begin of eind")
        if not waarde and leeg_mag:
            return waarde
        if not waarde:
            self.refuse(pad, sleutel, "is leeg")
        if eis.keuze and waarde not in eis.keuze:
            self.refuse(pad, sleutel, f'onbekende code "{waarde}"; kies uit {", ".join(sorted(eis.keuze))}')
        if eis.code and _CODE.fullmatch(waarde) is None:
            self.refuse(pad, sleutel, "een code bestaat uit kleine letters, cijfers en lage streepjes")
        return waarde

    def _texts(self, pad: Pad, sleutel: str, waarde: object, eis: Eis) -> tuple[str, ...]:
        if not isinstance(waarde, list):
            self.refuse(pad, sleutel, "moet een lijst van teksten zijn")
        if not waarde:
            self.refuse(pad, sleutel, "is leeg")
        teksten = tuple(self._text(pad, sleutel, tekst, eis) for tekst in waarde)
        if len(set(teksten)) != len(teksten):
            self.refuse(pad, sleutel, "noemt iets dubbel")
        return teksten


@cache
def _hints(klasse: type) -> dict[str, object]:
    return get_type_hints(klasse, include_extras=True)


def _split_hint(hint: object) -> tuple[object, Eis]:
    if get_origin(hint) is Annotated:
        soort, eis = get_args(hint)
        return soort, cast("Eis", eis)
    return hint, Eis()


def _find_plaatsen(tekst: str) -> dict[Pad, _Plaats]:
    """The line of each table and key: headers, keys at the start of a line, inline tables in a list."""
    plaatsen: dict[Pad, _Plaats] = {(): _Plaats(1, {})}
    huidig: dict[str, Pad] = {"": ()}
    pad: Pad = ()
    lijst = ""  # key of the list we are in
    in_tekst = False  # inside a text of several lines
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        begin_in_tekst = in_tekst
        in_tekst ^= (regel.count('"""') + regel.count("'''")) % 2 == 1
        if begin_in_tekst:
            continue
        if kop := _KOP.fullmatch(regel):
            pad = _next_pad(plaatsen, huidig, kop[2], herhaald=bool(kop[1]))
            plaatsen[pad] = _Plaats(nummer, {})
            huidig[kop[2]] = pad
            lijst = ""
        elif gevonden := _SLEUTEL.match(regel):
            lijst = gevonden[1] or gevonden[2]
            plaatsen[pad].sleutels.setdefault(lijst, nummer)
        elif lijst and regel.lstrip().startswith("{"):
            plaatsen[_first_free(plaatsen, (*pad, lijst))] = _Plaats(nummer, {})
    return plaatsen


def _next_pad(
    plaatsen: Mapping[Pad, _Plaats], huidig: Mapping[str, Pad], naam: str, *, herhaald: bool
) -> Pad:
    boven, _, eigen = naam.rpartition(".")
    pad = (*huidig.get(boven, ()), eigen)
    return _first_free(plaatsen, pad) if herhaald else pad


def _first_free(plaatsen: Mapping[Pad, _Plaats], pad: Pad) -> Pad:
    nummer = 0
    while (*pad, nummer) in plaatsen:
        nummer += 1
    return (*pad, nummer)

# SPDX-License-Identifier: EUPL-1.2
"""Data objects with every field filled or every text replaced, made from their types alone."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class Vuller:
    """Fills objects; every text gets a word of its own, remembered with the place it stands in."""

    def __init__(self, vast: dict[str, object]) -> None:
        self.vast = vast  # field name -> value, for fields that hold a code
        self.plekken: dict[str, str] = {}  # word -> Class.field

    def fill(self, soort: type[T]) -> T:
        """An object of this class with nothing left empty."""
        hints = get_type_hints(soort)
        namen = [f.name for f in fields(soort)]  # type: ignore[arg-type]  # it is a dataclass
        return soort(**{n: self._field(n, hints[n], soort.__name__) for n in namen})

    def _field(self, naam: str, soort: object, klasse: str) -> object:
        return self.vast[naam] if naam in self.vast else self._value(soort, f"{klasse}.{naam}")

    def _value(self, soort: object, plek: str) -> object:
        if get_origin(soort) in (Union, types.UnionType):
            (soort,) = (s for s in get_args(soort) if s is not type(None))
        if get_origin(soort) is tuple:
            return (self._value(get_args(soort)[0], plek), self._value(get_args(soort)[0], plek))
        assert isinstance(soort, type)
        if is_dataclass(soort):
            return self.fill(soort)
        if soort is str:
            woord = f"w{len(self.plekken)}w"
            self.plekken[woord] = plek
            return woord
        if issubclass(soort, StrEnum):
            return list(soort)[-1]
        return {date: date(2026, 11, 4), int: 7, bool: True, bytes: b""}[soort]


def walk_texts(stuk: T, change: Callable[[str, str], str], plek: str = "") -> T:
    """The same object with every text changed: change(text, Class.field)."""
    assert is_dataclass(stuk)
    assert not isinstance(stuk, type)
    nieuw = {
        f.name: _walk(getattr(stuk, f.name), change, f"{type(stuk).__name__}.{f.name}") for f in fields(stuk)
    }
    return replace(stuk, **nieuw)


def _walk(waarde: object, change: Callable[[str, str], str], plek: str) -> object:
    if isinstance(waarde, StrEnum):
        return waarde
    if isinstance(waarde, str):
        return change(waarde, plek)
    if isinstance(waarde, tuple):
        return tuple(_walk(deel, change, plek) for deel in waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return walk_texts(waarde, change, plek)
    return waarde


def with_text(stuk: T, plek: str, tekst: str) -> T:
    """The same with this text in every field of that name (Class.field)."""
    return walk_texts(stuk, lambda oud, hier: tekst if hier == plek else oud)

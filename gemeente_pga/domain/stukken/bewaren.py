# SPDX-License-Identifier: EUPL-1.2
"""Data objects to JSON text and back, strictly: what is stored is what was frozen.

Works for every frozen dataclass made of str, int, bool, bytes, date, text enums, tuples and other such
dataclasses. A field that is missing takes its default, so that a later version can add one.
"""

import base64
import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

S = TypeVar("S")


def to_json(stuk: object) -> str:
    """The data object as JSON text; the same object always gives the same text."""
    return json.dumps(_encode(stuk), ensure_ascii=False, separators=(",", ":"))


def from_json(soort: type[S], tekst: str) -> S:
    """The data object of this class; ValueError when the text holds anything else."""
    stuk = _decode(json.loads(tekst), soort, soort.__name__)
    if not isinstance(stuk, soort):
        raise TypeError(f"{soort.__name__} is not a data object")
    return stuk


def _encode(waarde: object) -> object:
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {f.name: _encode(getattr(waarde, f.name)) for f in fields(waarde)}
    if isinstance(waarde, tuple):
        return [_encode(deel) for deel in waarde]
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, bytes):
        return base64.b64encode(waarde).decode("ascii")
    if isinstance(waarde, StrEnum):
        return waarde.value
    if waarde is None or isinstance(waarde, str | int):
        return waarde
    raise TypeError(f"cannot store a {type(waarde).__name__}")


@cache
def _types(soort: type) -> Mapping[str, object]:
    return get_type_hints(soort)


def _decode(waarde: object, soort: object, plek: str) -> object:
    if get_origin(soort) in (Union, types.UnionType):
        if waarde is None:
            return None
        (soort,) = (s for s in get_args(soort) if s is not type(None))
    if get_origin(soort) is tuple:
        if not isinstance(waarde, list):
            raise ValueError(f"{plek}: not a list")
        return tuple(_decode(deel, get_args(soort)[0], f"{plek}[{i}]") for i, deel in enumerate(waarde))
    if not isinstance(soort, type):
        raise TypeError(f"{plek}: unknown kind of field")
    if is_dataclass(soort):
        return _decode_object(waarde, soort, plek)
    return _decode_value(waarde, soort, plek)


def _decode_object(waarde: object, soort: type, plek: str) -> object:
    if not isinstance(waarde, dict):
        raise ValueError(f"{plek}: not an object")
    namen = {f.name: f for f in fields(soort)}
    onbekend = sorted(set(waarde) - set(namen))
    if onbekend:
        raise ValueError(f"{plek}: unknown field {onbekend[0]}")
    weg = [
        n
        for n, f in namen.items()
        if n not in waarde and f.default is MISSING and f.default_factory is MISSING
    ]
    if weg:
        raise ValueError(f"{plek}: missing field {weg[0]}")
    hints = _types(soort)
    return soort(**{n: _decode(w, hints[n], f"{plek}.{n}") for n, w in waarde.items()})


def _decode_value(waarde: object, soort: type, plek: str) -> object:
    if soort is date and isinstance(waarde, str):
        return date.fromisoformat(waarde)
    if soort is bytes and isinstance(waarde, str):
        return base64.b64decode(waarde, validate=True)
    if issubclass(soort, StrEnum) and isinstance(waarde, str):
        return soort(waarde)
    if type(waarde) is soort and soort in (str, int, bool):
        return waarde
    raise ValueError(f"{plek}: not a {soort.__name__}")

# SPDX-License-Identifier: EUPL-1.2
"""A letter to who made a request: parts with a heading each. It names the request and never a dossier."""

from dataclasses import dataclass

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefdeel:
    """A heading and what stands below it."""

    kop: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """ondertekenaar: name and function, as signed."""

    kop: Kop
    aan: str
    adres: str
    delen: tuple[Briefdeel, ...]
    ondertekenaar: str

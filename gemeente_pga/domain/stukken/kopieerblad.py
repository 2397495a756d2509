# SPDX-License-Identifier: EUPL-1.2
"""What somebody copies by hand into the form of a safety house, in the order of a registration."""

from dataclasses import dataclass

from gemeente_pga.domain.stukken.basis import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopieervak:
    """One thing that is asked. groep: the part of the form. leeg: why it, or some of it, is not here."""

    groep: str
    vraag: str
    tekst: str = ""
    leeg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopieerblad:
    """The sheet for one receiver. It names the betrokkene and never the reporter."""

    kop: Kop
    ontvanger: str
    vakken: tuple[Kopieervak, ...]
